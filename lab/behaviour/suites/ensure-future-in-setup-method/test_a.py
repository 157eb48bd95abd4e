import asyncio, pytest
@pytest.mark.asyncio
class TestX:
    def setup_method(self, m): self.t = asyncio.ensure_future(asyncio.sleep(0, 4))
    async def test_1(self): assert await asyncio.wait_for(self.t, 1) == 4
