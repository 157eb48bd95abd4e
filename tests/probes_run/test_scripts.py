"""Runs the scripts among the probe files as a user does."""

import runpy
from pathlib import Path

import pytest

HANGS = "b/b14_swallow_cancel.py"
SCRIPTS = sorted(path.as_posix() for letter in "abk" for path in Path(letter).glob(f"{letter}[0-9]*.py"))


@pytest.mark.parametrize("script", [script for script in SCRIPTS if script != HANGS])
def test_script(script):
    runpy.run_path(script, run_name="__main__")
