import asyncio
import functools
import gc

import pytest
from library import Cache, down, new_loop, open_all, prepare

KEPT = []


def test_factory():
    open_all("a")


async def test_factory_in_loop():
    open_all("b")
    await asyncio.sleep(0)


async def test_task():
    Cache().start()
    await asyncio.sleep(0)


def test_loop():
    KEPT.append(new_loop())


def test_run():
    async def main():
        prepare("c")

    asyncio.run(main())


@pytest.fixture
def prepared():
    return functools.partial(prepare, "d")()


@pytest.mark.parametrize("name", ["a b", "a::b", "[ä]", "it's"])
def test_with_parameter(name, prepared):
    assert prepared is not None
    del prepared
    gc.collect()


def test_deeper_than_what_is_kept():
    down(20)


def test_right_here():
    make = prepare.__globals__["request"]
    make("e")


def test_cycle():
    cycle = [prepare("f")]
    cycle.append(cycle)


def test_innocent():
    gc.collect()


def test_while_the_collector_runs():
    threshold = gc.get_threshold()
    gc.set_threshold(1)
    KEPT.append(prepare("g"))
    gc.set_threshold(*threshold)
