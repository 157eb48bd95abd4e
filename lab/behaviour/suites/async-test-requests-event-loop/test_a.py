import asyncio, pytest
@pytest.mark.asyncio
async def test_1(event_loop): assert event_loop is asyncio.get_running_loop()
