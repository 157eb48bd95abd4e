import asyncio, pytest, pytest_asyncio, gc
@pytest_asyncio.fixture()
async def demo(): yield
@pytest.mark.asyncio
async def test_1(demo): pass
def test_2():
    async def amain(): pass
    asyncio.run(amain()); gc.collect()
