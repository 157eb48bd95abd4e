# WANT LM120 at each `to_thread` that gets an async function: its body never runs. Fix where it has no await: drop `async`.
import asyncio


class Buffer:
    def store(self, item: int) -> None: ...


async def fill(buffer: Buffer) -> None:
    async def add(i: int):
        return buffer.store(i)

    tasks = [asyncio.to_thread(add, i) for i in range(200)]  # BUG
    await asyncio.gather(*tasks, return_exceptions=True)  # ALSO


async def fill_more(buffer: Buffer) -> None:
    async def add(i: int):
        return buffer.store(i)

    tasks = []
    for i in range(10):
        tasks.append(asyncio.to_thread(add, i))  # BUG
    for task in tasks:
        await task  # ALSO
