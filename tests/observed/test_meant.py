"""Nothing here is a mistake: who waits for the warning, or has a filter that names it, knows."""

import gc

import pytest
from library import Keeper, save


def test_waits_for_the_warning():
    with pytest.warns(RuntimeWarning, match="never awaited"):
        save()


@pytest.mark.filterwarnings("ignore:coroutine 'save' was never awaited:RuntimeWarning")
def test_has_a_filter():
    save()


@pytest.mark.loopmend(allow=["unawaited-coroutine"])
def test_has_a_marker():
    Keeper(save())


def test_closes_it():
    save().close()


def test_innocent():
    gc.collect()
