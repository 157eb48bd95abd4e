import asyncio, pytest, pytest_asyncio
@pytest_asyncio.fixture
async def fx(event_loop): return event_loop
@pytest.mark.asyncio
async def test_1(fx): assert fx is asyncio.get_running_loop()
