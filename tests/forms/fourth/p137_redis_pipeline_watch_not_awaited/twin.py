import asyncio

import fakeredis


async def increment(redis, key):
    async with redis.pipeline() as pipe:
        await pipe.watch(key)
        current = int(await pipe.get(key) or 0)
        pipe.multi()
        pipe.set(key, current + 1)
        await pipe.execute()
    return current + 1


async def main():
    redis = fakeredis.FakeAsyncRedis()
    await redis.set("hits", 41)
    print("hits:", await increment(redis, "hits"))
    await redis.aclose()


if __name__ == "__main__":
    asyncio.run(main())
