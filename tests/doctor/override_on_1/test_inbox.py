import asyncio


async def test_message_arrives(inbox):
    asyncio.get_running_loop().call_soon(inbox.set_result, "hello")
    assert await inbox == "hello"


async def test_arithmetic():
    await asyncio.sleep(0)
    assert 1 + 1 == 2
