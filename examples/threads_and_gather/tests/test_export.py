"""Exports, beside which the loop has to go on."""

import asyncio

from counters.export import export, export_all, export_blocking


async def ticks_beside(awaitable):
    """How often a task ticks while something else runs."""
    ticks = 0

    async def tick():
        nonlocal ticks
        while True:
            await asyncio.sleep(0)
            ticks += 1

    ticker = asyncio.create_task(tick())
    await awaitable
    ticker.cancel()
    return ticks


async def test_the_loop_goes_on_beside_an_export(counter):
    assert await ticks_beside(export(counter)) >= 3


async def test_the_loop_goes_on_beside_many_exports(counter):
    assert await ticks_beside(export_all([counter, counter])) >= 3


def test_plain_code_waits(counter):
    counter.hit("page", 3)
    assert export_blocking(counter) == "total 3"
