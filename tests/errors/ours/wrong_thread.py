# shows: not-thread-safe
# in: plain-3_9 plain-3_13
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, loop.call_soon, print)


asyncio.run(main(), debug=True)
