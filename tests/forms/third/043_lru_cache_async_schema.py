"""Fetches message schemas and keeps them."""
import asyncio
import functools


@functools.lru_cache(maxsize=128)  # BUG
async def fetch_schema(name, version=1):  # ALSO
    await asyncio.sleep(0.001)
    return {"name": name, "version": version}


@functools.lru_cache(maxsize=128)
def schema_path(name, version=1):
    return f"/schemas/{name}/{version}.json"


_examples = {}


async def fetch_example(name):
    if name not in _examples:
        await asyncio.sleep(0.001)
        _examples[name] = {"name": name, "body": []}
    return _examples[name]


async def validate(messages):
    valid = []
    for kind, message in messages:
        schema = await fetch_schema(kind)
        valid.append(schema["name"] in message)
    return valid


async def show_examples(kinds):
    return [(schema_path(kind), await fetch_example(kind)) for kind in kinds]
