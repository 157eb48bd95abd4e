import asyncio

import redis.asyncio as redis

client = redis.from_url("redis://127.0.0.1:63799/0", decode_responses=True)


async def count(page: str) -> int:
    return await client.incr(f"hits:{page}")


async def top(pages: list[str]) -> dict[str, int]:
    values = await client.mget([f"hits:{page}" for page in pages])
    return {page: int(value or 0) for page, value in zip(pages, values)}


def record(page: str) -> None:
    total = asyncio.run(count(page))
    print(f"{page} was read {total} times")


def main():
    record("home")
    record("about")
    print(asyncio.run(top(["home", "about"])))


if __name__ == "__main__":
    main()
