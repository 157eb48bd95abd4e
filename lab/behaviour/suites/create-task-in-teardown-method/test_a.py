import asyncio, pytest
@pytest.mark.asyncio
class TestX:
    async def test_1(self): pass
    def teardown_method(self, m): asyncio.create_task(asyncio.sleep(0))
