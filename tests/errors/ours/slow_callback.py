# shows: slow-callback
# in: plain-3_9 plain-3_13
import asyncio
import time


async def main():
    time.sleep(0.15)


asyncio.run(main(), debug=True)
