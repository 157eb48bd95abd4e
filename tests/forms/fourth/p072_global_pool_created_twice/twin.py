import asyncio

_pool = None
_pool_lock = asyncio.Lock()
created = []


class Pool:
    def __init__(self, number):
        self.number = number


async def create_pool():
    created.append(len(created) + 1)
    number = created[-1]
    await asyncio.sleep(0.01)
    return Pool(number)


async def get_pool():
    global _pool
    async with _pool_lock:
        if _pool is None:
            _pool = await create_pool()
    return _pool


async def handle_request(i):
    pool = await get_pool()
    return f"request {i} on pool {pool.number}"


async def main():
    await asyncio.gather(*(handle_request(i) for i in range(4)))
    print("pools created:", len(created))


asyncio.run(main())
