import asyncio
import gc

import pytest
from library import Keeper, save

LOOPS = []


def test_dropped():
    asyncio.new_event_loop().run_until_complete(save())


def test_kept():
    loop = asyncio.new_event_loop()
    loop.run_until_complete(save())
    LOOPS.append(loop)


def test_in_cycle():
    Keeper(asyncio.new_event_loop())


def test_innocent():
    gc.collect()


@pytest.fixture(scope="module")
def loop_of_module():
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


def test_closed_later(loop_of_module):
    assert loop_of_module.run_until_complete(save(1)) == 1


def test_run():
    assert asyncio.run(save(1)) == 1


def test_debug():
    loop = asyncio.new_event_loop()
    loop.set_debug(True)

    async def main():
        save("in debug mode")

    loop.run_until_complete(main())
    loop.close()
