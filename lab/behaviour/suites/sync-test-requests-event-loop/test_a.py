import asyncio
def test_1(event_loop): assert event_loop.run_until_complete(asyncio.sleep(0, 5)) == 5
