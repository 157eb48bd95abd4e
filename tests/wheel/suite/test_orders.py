import asyncio

import pytest


async def save():
    pass


def test_forgotten():
    save()


@pytest.mark.loopmend(allow=["unawaited-coroutine"])
def test_allowed():
    save()


def test_leak():
    async def main():
        asyncio.create_task(asyncio.sleep(60))

    asyncio.run(main())
