import asyncio


class Account:
    def __init__(self):
        self.lock = asyncio.Lock()
        self.balance = 100

    async def withdraw(self, amount):
        await self.lock.acquire()  # BUG
        if amount > self.balance:
            raise ValueError("insufficient funds")
        await asyncio.sleep(0)
        self.balance -= amount
        self.lock.release()
        return self.balance


async def main():
    account = Account()
    try:
        await account.withdraw(500)
    except ValueError as exc:
        print("refused:", exc)
    print("balance:", await asyncio.wait_for(account.withdraw(30), 1))


asyncio.run(main())
