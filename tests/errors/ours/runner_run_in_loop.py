# shows: runner-run-in-loop
# in: plain-3_12 plain-3_13
import asyncio


async def load():
    return 1


async def main():
    with asyncio.Runner() as runner:
        runner.run(load())


asyncio.run(main())
