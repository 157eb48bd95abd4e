"""Tests that use the garbage collector for themselves: nothing is different for them, and what they leave is seen."""

import gc
import weakref

import pytest
from library import Keeper, save


@pytest.fixture
def without_collector():
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def eager_collector():
    before = gc.get_threshold()
    gc.set_threshold(1, 1, 1)
    yield
    gc.set_threshold(*before)


@pytest.fixture
def frozen():
    gc.freeze()
    yield
    gc.unfreeze()


def keepers():
    return sum(type(it) is Keeper for it in gc.get_objects())


def test_without_collector(without_collector):
    Keeper(save("while nothing is collected"))
    assert not gc.isenabled()


def test_many_without_collector(without_collector):
    Keeper(save("with very many others"))
    junk = [[] for _ in range(200_000)]
    assert junk and not gc.isenabled()


def test_innocent_collects():
    assert gc.collect() > 0


def test_eager_collector(eager_collector):
    Keeper(save("collected at once"))
    assert gc.get_threshold() == (1, 1, 1)


def test_without_threshold(eager_collector):
    gc.set_threshold(0)
    Keeper(save("never collected"))


def test_after_a_freeze(frozen):
    Keeper(save("young, beside what is frozen"))
    assert gc.get_freeze_count() > 0


def test_lists_what_is_young():
    gc.collect()
    keeper = Keeper(1)
    assert any(it is keeper for it in gc.get_objects(generation=0))


def test_counts_what_it_leaves():
    gc.collect()
    before = keepers()
    Keeper(1)
    assert keepers() == before + 1
    gc.collect()
    assert keepers() == before


def test_nothing_is_kept():
    keeper = Keeper(save("dies with what keeps it"))
    reference = weakref.ref(keeper)
    del keeper
    gc.collect()
    assert reference() is None


def test_callbacks():
    seen = []

    def callback(phase, details):
        seen.append((phase, details["generation"]))

    gc.callbacks.append(callback)
    gc.collect()
    gc.callbacks.remove(callback)
    assert seen == [("start", 2), ("stop", 2)]


def test_all_is_as_it_was():
    assert gc.isenabled() and gc.get_freeze_count() == 0
