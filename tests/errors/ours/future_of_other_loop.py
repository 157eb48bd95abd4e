# shows: attached-to-different-loop
# in: plain-3_9 plain-3_13
import asyncio

future = asyncio.new_event_loop().create_future()


async def main():
    loop = asyncio.new_event_loop()
    asyncio.ensure_future(future, loop=loop)


asyncio.run(main())
