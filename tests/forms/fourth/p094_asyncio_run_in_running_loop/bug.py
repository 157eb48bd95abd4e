import asyncio


async def execute_queries(names):
    await asyncio.sleep(0)
    return [f"{name}: available" for name in names]


def sync_execute_queries(names):
    return asyncio.run(execute_queries(names))


class Bot:
    def __init__(self):
        self.sent = []

    async def socialscan(self, account):
        results = sync_execute_queries([account])  # BUG
        self.sent.append("\n".join(results))


async def main():
    bot = Bot()
    await bot.socialscan("ann")
    print(bot.sent)


asyncio.run(main())
