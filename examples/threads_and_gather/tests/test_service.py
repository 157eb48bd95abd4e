"""Hits from many tasks."""

import asyncio

import pytest

from counters.counter import Buffer, Full
from counters.service import Service


async def test_a_full_buffer_refuses():
    service = Service(Buffer(30, is_strict=True))
    with pytest.raises(Full):
        await asyncio.gather(*(service.take("page", item) for item in range(40)), return_exceptions=True)
    assert service.counter.total() == 30


async def test_a_full_buffer_is_left_alone():
    """Passes whatever happens: nobody looks at the results."""
    service = Service(Buffer(3, is_strict=True))
    await asyncio.gather(*(service.take("page", item) for item in range(5)), return_exceptions=True)
    assert len(service.buffer) <= 3


async def test_what_goes_wrong_is_returned():
    """No bug: the service returns the exceptions, and the test looks at them."""
    service = Service(Buffer(3, is_strict=True))
    errors = await service.take_all("page", list(range(5)))
    assert [type(error) for error in errors] == [Full, Full]
    assert service.counter.total() == 3


async def test_results_are_looked_at():
    """No bug: the results are kept and compared."""
    service = Service(Buffer(3, is_strict=True))
    takes = (service.take("page", item) for item in range(4))
    results = await asyncio.gather(*takes, return_exceptions=True)
    assert [result is None for result in results] == [True, True, True, False]
