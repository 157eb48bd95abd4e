"""Seats sold for an event."""
import asyncio


class SoldOut(Exception):
    pass


class PaymentDesk:
    async def charge(self, customer: str, seats: int) -> None:
        await asyncio.sleep(0.001)


class BoxOffice:
    def __init__(self, capacity: int, desk: PaymentDesk) -> None:
        self.capacity = capacity
        self.desk = desk
        self.sold = 0
        self.standing = 0

    async def book(self, customer: str, seats: int) -> int:
        sold = self.sold  # ALSO
        if sold + seats > self.capacity:
            raise SoldOut(customer)
        await self.desk.charge(customer, seats)
        self.sold = sold + seats  # BUG
        return self.sold

    async def book_standing(self, customer: str, places: int) -> int:
        if self.standing + places > self.capacity:
            raise SoldOut(customer)
        self.standing += places
        try:
            await self.desk.charge(customer, places)
        except BaseException:
            self.standing -= places
            raise
        return self.standing
