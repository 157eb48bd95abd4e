"""Missed: `value` is certainly a coroutine, tested and given to json.loads (str | bytes | bytearray in typeshed)."""
import json

from redis.asyncio import Redis

redis = Redis()


async def cached(key: str):
    value = redis.get(key)  # BUG
    if value:  # ALSO
        return json.loads(value)  # ALSO
    return None


async def cached_2(key: str):
    value = redis.get(key)  # BUG
    if value:  # ALSO
        return value  # ALSO
    return None


async def cached_3(key: str):
    value = redis.get(key)  # BUG
    return int(value)  # ALSO


async def drop(key: str):
    redis.delete(key)  # BUG
    redis.set(key, "1")  # BUG
