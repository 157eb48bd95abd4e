"""Build tool: digests of sources are computed on demand."""
import asyncio
import hashlib


class Lazy:
    def __init__(self, producer, *args):
        self._producer = producer
        self._args = args

    def __await__(self):
        return self._producer(*self._args).__await__()


async def digest(content):
    await asyncio.sleep(0)
    return hashlib.sha1(content.encode()).hexdigest()


class Source:
    def __init__(self, path, content):
        self.path = path
        self.content = content

    def fingerprint(self):
        return Lazy(digest, self.content)


async def cache_name(source, suffix=".o"):
    print_ = source.fingerprint()  # ALSO
    return source.path + "-" + print_[:8] + suffix  # BUG


async def stamp_name(source, suffix=".stamp"):
    print_ = await source.fingerprint()
    return source.path + "-" + print_[:8] + suffix


async def same(left, right):
    return await left.fingerprint() == await right.fingerprint()
