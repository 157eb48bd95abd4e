import asyncio, pytest, pytest_asyncio
@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def m(): return asyncio.get_running_loop()
@pytest.mark.asyncio(loop_scope="class")
class TestC:
    async def test_1(self, m): assert asyncio.get_running_loop() is m, "different loop than fixture"
