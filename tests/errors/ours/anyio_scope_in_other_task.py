# shows: cancel-scope-in-other-task
# in: libraries-old libraries-new
import asyncio

import anyio


async def main():
    scope = anyio.CancelScope()
    scope.__enter__()

    async def leave():
        scope.__exit__(None, None, None)

    await asyncio.create_task(leave())


asyncio.run(main())
