import pytest

from counters.counter import Buffer, HitCounter


@pytest.fixture
def counter():
    return HitCounter()


@pytest.fixture
def buffer():
    return Buffer(1_000)
