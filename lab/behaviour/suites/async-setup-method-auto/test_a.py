import asyncio, pytest
class TestX:
    async def setup_method(self, m): self.v = 1
    async def test_1(self): assert self.v == 1
