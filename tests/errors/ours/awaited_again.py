# shows: future-left-waiting
# in: plain-3_9 plain-3_12 plain-3_13
import asyncio

future = asyncio.new_event_loop().create_future()


async def main():
    try:
        await future
    except RuntimeError:
        await future


asyncio.run(main())
