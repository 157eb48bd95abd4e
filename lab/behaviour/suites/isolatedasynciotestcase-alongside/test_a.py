import asyncio, unittest
class T(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self): self.l = asyncio.get_running_loop()
    async def test_1(self): assert asyncio.get_running_loop() is self.l
async def test_2(): pass
