"""Runs the scripts among the probe files as a user does."""

import runpy
import signal
from pathlib import Path

import pytest

HANGS = "b/b14_swallow_cancel.py"
SCRIPTS = sorted(path.as_posix() for letter in "abk" for path in Path(letter).glob(f"{letter}[0-9]*.py"))


@pytest.mark.parametrize("script", [script for script in SCRIPTS if script != HANGS])
def test_script(script):
    runpy.run_path(script, run_name="__main__")


@pytest.fixture
def limit():
    def give_up(_signal, _frame):
        pytest.fail("too late")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, 2)
    yield
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="nothing ends a script that hangs")
def test_script_that_hangs(limit):
    runpy.run_path(HANGS, run_name="__main__")
