# shows: invalid-state
# in: plain-3_9 plain-3_13
import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_result(1)
    future.set_result(2)


asyncio.run(main())
