"""Streaming reads over one database connection."""
import asyncio
from contextlib import aclosing


class OrderDb:
    def __init__(self, rows):
        self._rows = rows
        self._connection = asyncio.Lock()
        self.flagged = []

    async def stream(self, shop):
        async with self._connection:
            for row in self._rows:
                await asyncio.sleep(0)
                if row["shop"] == shop:
                    yield row

    async def flag(self, order_id):
        async with self._connection:
            await asyncio.sleep(0)
            self.flagged.append(order_id)


async def flag_first_unpaid(db, shop):
    orders = db.stream(shop)
    async for order in orders:  # BUG
        if not order["paid"]:
            break  # ALSO
    else:
        return None
    await db.flag(order["id"])
    return order["id"]


async def flag_first_large(db, shop, limit):
    async with aclosing(db.stream(shop)) as orders:
        async for order in orders:
            if order["total"] > limit:
                break
        else:
            return None
    await db.flag(order["id"])
    return order["id"]
