import asyncio

import aiohttp


class Verifier:
    def __init__(self, targets):
        self.targets = targets

    async def verify(self, session, target):
        await asyncio.sleep(0)
        return not session.closed and target.startswith("https://")

    async def run(self):
        good = []
        session = aiohttp.ClientSession()
        for target in self.targets:
            if await self.verify(session, target):
                good.append(target)
        session.close()  # BUG
        return good


if __name__ == "__main__":
    print(asyncio.run(Verifier(["https://a", "http://b"]).run()))
