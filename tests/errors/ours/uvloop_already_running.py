# shows: loop-already-running
# in: libraries-old libraries-new
import asyncio

import uvloop


async def load():
    return 1


async def main():
    asyncio.get_running_loop().run_until_complete(load())


uvloop.install()
asyncio.run(main())
