async def fetch(key):
    raise RuntimeError(key)


async def load(key):
    return await fetch(key)
