import asyncio


async def execute_queries(names):
    await asyncio.sleep(0)
    return [f"{name}: available" for name in names]


class Bot:
    def __init__(self):
        self.sent = []

    async def socialscan(self, account):
        results = await execute_queries([account])
        self.sent.append("\n".join(results))


async def main():
    bot = Bot()
    await bot.socialscan("ann")
    print(bot.sent)


asyncio.run(main())
