import asyncio, pytest
class Loop(asyncio.SelectorEventLoop): pass
class P(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self): return Loop()
@pytest.fixture(scope="session")
def event_loop_policy(): return P()
@pytest.mark.asyncio
async def test_1(): assert type(asyncio.get_running_loop()) is Loop, "policy fixture NOT used"
