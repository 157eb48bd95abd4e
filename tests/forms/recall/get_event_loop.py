import asyncio
from unittest import mock
import asyncio.events


class Ctx:
    def __init__(self, session) -> None:
        self.loop = asyncio.get_event_loop()  # UNDECIDABLE: right where it is made inside a running loop; no caller here
        self.session = session


async def offload(fn, *a):
    loop = asyncio.get_event_loop()
    return await loop.run_in_executor(None, fn, *a)


def run_sync(coro):
    return asyncio.get_event_loop().run_until_complete(coro)  # BUG


async def body() -> None: ...


def command(stop: bool) -> None:
    if stop:
        asyncio.get_event_loop().run_until_complete(body())  # BUG


def test_a():
    r = asyncio.get_event_loop().run_until_complete(body())  # BUG
    assert r is None


def main() -> None:
    command(True)


def server():
    loop = asyncio.events.get_event_loop()  # UNDECIDABLE: right when called inside a running loop; no caller here
    return loop


if __name__ == "__main__":
    main()
