import asyncio

import redis.asyncio as redis

URL = "redis://127.0.0.1:63799/0"


async def count(client: redis.Redis, page: str) -> int:
    return await client.incr(f"hits:{page}")


async def top(client: redis.Redis, pages: list[str]) -> dict[str, int]:
    values = await client.mget([f"hits:{page}" for page in pages])
    return {page: int(value or 0) for page, value in zip(pages, values)}


async def record(client: redis.Redis, page: str) -> None:
    total = await count(client, page)
    print(f"{page} was read {total} times")


async def main():
    async with redis.from_url(URL, decode_responses=True) as client:
        await record(client, "home")
        await record(client, "about")
        print(await top(client, ["home", "about"]))


if __name__ == "__main__":
    asyncio.run(main())
