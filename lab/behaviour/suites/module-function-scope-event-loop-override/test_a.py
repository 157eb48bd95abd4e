import asyncio, pytest
class MyLoop(asyncio.SelectorEventLoop): pass
@pytest.fixture
def event_loop():
    loop = MyLoop(); yield loop; loop.close()
@pytest.mark.asyncio
async def test_1(): assert type(asyncio.get_running_loop()) is MyLoop, "custom loop NOT used"
