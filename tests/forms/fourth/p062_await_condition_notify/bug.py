import asyncio


class Mailbox:
    def __init__(self):
        self.condition = asyncio.Condition()
        self.letters = []

    async def put(self, letter):
        async with self.condition:
            self.letters.append(letter)
            await self.condition.notify()  # BUG

    async def take(self):
        async with self.condition:
            while not self.letters:
                await self.condition.wait()
            return self.letters.pop(0)


async def main():
    box = Mailbox()
    taker = asyncio.create_task(box.take())
    await asyncio.sleep(0)
    await box.put("hello")
    print(await taker)


asyncio.run(main())
