# shows: bad-yield
# in: plain-3_9 plain-3_13
import asyncio
import types


@types.coroutine
def wait():
    yield 1


async def main():
    await wait()


asyncio.run(main())
