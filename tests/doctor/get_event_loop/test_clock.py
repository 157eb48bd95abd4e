import asyncio


async def tick():
    await asyncio.sleep(0)
    return 1


async def test_tick():
    assert await tick() == 1


def test_tick_from_plain_code():
    loop = asyncio.get_event_loop()
    assert loop.run_until_complete(tick()) == 1
