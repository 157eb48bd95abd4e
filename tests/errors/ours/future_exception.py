# shows: future-exception-not-retrieved
# in: plain-3_9 plain-3_13
import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_exception(ValueError("no such record"))


asyncio.run(main())
