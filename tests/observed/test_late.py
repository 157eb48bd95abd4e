"""Coroutines that die long after the test that made them, or never."""

import gc

import pytest
from library import Keeper, save

KEPT = []
DROPPED_LATER = []


def test_keeps_for_ever():
    KEPT.append(save("until the end"))


def test_keeps_for_a_while():
    DROPPED_LATER.append(save("until another test"))


def test_innocent_drops_it():
    DROPPED_LATER.clear()


@pytest.mark.parametrize("number", [1, 2, 3])
def test_one_of_three(number):
    if number == 2:
        Keeper(save(number))


def test_innocent_collects():
    gc.collect()


def test_fails_and_is_kept_by_its_traceback():
    coroutine = save("in a frame that pytest keeps")
    assert coroutine is None


def test_innocent_after_failure():
    gc.collect()


def test_freezes():
    Keeper(save("frozen"))
    gc.freeze()


def test_innocent_unfreezes():
    gc.unfreeze()
    gc.collect()


def test_promoted_twice():
    keeper = Keeper(save("old"))
    gc.collect()
    gc.collect()
    del keeper


def test_many_objects():
    Keeper(save("with many others"))
    junk = [[] for _ in range(100_000)]
    assert junk


def test_innocent_collects_again():
    gc.collect()


def test_reused_addresses():
    for number in range(100):
        coroutine = save(number)
        coroutine.close()
    Keeper(save("at an address that others had"))


def test_innocent_at_last():
    gc.collect()


def test_collects_where_nothing_can_be_imported():
    Keeper(save("while a named tuple is made"))
    eval("collect()", {"__builtins__": {}, "collect": gc.collect})


def test_is_made_while_the_collector_runs():
    threshold = gc.get_threshold()
    gc.set_threshold(1)
    KEPT.append(save("half made"))
    gc.set_threshold(*threshold)
