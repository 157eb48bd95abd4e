import asyncio
import time

import redis.asyncio as redis

REDIS_PORT = 18474


async def slow_redis(reader, writer):
    while await reader.read(1024):
        writer.write(b"+OK\r\n")
        await writer.drain()
    writer.close()


async def cache_response(key, value):
    client = redis.Redis(port=REDIS_PORT, socket_timeout=0.5, protocol=2)
    try:
        await client.set(key, value)
        return "cached"
    except redis.RedisError as exc:
        return f"cache failed: {type(exc).__name__}"
    finally:
        await client.aclose()


async def main():
    server = await asyncio.start_server(slow_redis, "127.0.0.1", REDIS_PORT)
    start = time.monotonic()
    print(await cache_response("contracts", "[]"))
    print("slow:", time.monotonic() - start > 0.4)
    server.close()


asyncio.run(main())
