import httpx
import redis.asyncio as redis


async def f(c: httpx.AsyncClient, r: redis.Redis) -> None:
    if c.get("x"):  # BUG
        print(1)
    x = c.post("y")  # BUG
    print(x.status_code)  # ALSO
    if not r.ping():  # BUG
        print(2)
    c.get("x")  # BUG


async def ok(c: httpx.AsyncClient) -> None:
    await c.delete("x")
    if c.delete("y"):  # BUG
        print(3)
