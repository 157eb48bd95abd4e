"""Desktop application which checks its licence at start."""
import asyncio


class LicenceServer:
    def __init__(self, valid_keys):
        self.valid_keys = valid_keys

    async def verify(self, key):
        await asyncio.sleep(0.001)
        return key in self.valid_keys


class App:
    def __init__(self, server):
        self.server = server
        self.mode = "trial"

    async def start(self, key):
        check = asyncio.create_task(self.server.verify(key), name="licence")
        await self.load_window()
        self.mode = "full" if check else "trial"  # BUG
        await asyncio.wait([check])
        return self.mode

    async def restart(self, key):
        check = asyncio.create_task(self.server.verify(key), name="licence")
        await self.load_window()
        self.mode = "full" if await check else "trial"
        return self.mode

    async def load_window(self):
        await asyncio.sleep(0)
