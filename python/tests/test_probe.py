"""What `pytest --loopmend` reports of things that the helpers make: the places in the code that calls them."""

import os
import re
import subprocess
import sys
from pathlib import Path

SUITE = """
import asyncio

import pytest

from loopmend.aio import background
from loopmend.testing import AsyncMockManager, assert_no_leaks


async def forever():
    await asyncio.get_running_loop().create_future()


def test_task():
    async def main():
        background(forever())  # here
        await asyncio.sleep(0)

    asyncio.run(main())


def test_mock():
    AsyncMockManager().mock(forever)()  # here


def test_loop():
    with pytest.raises(AssertionError), assert_no_leaks():
        asyncio.new_event_loop()  # here
"""


def test_the_code_that_calls_a_helper_is_reported(tmp_path: Path) -> None:
    (tmp_path / "test_suite.py").write_text(SUITE, encoding="utf-8")
    # No plugin comes by itself, such as that of an installed loopmend.
    environment = {
        **os.environ,
        "PYTHONPATH": str(Path(__file__).parents[1]),
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    }
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "loopmend.pytest_plugin", "--loopmend"]
    run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    found = re.findall(r"^(\S+):(\d+): ([\w-]+): .*, made by test_suite\.py::(\w+) ", run.stdout, re.M)
    lines = [number for number, line in enumerate(SUITE.splitlines(), 1) if line.endswith("# here")]
    assert sorted(found, key=lambda it: int(it[1])) == [
        ("test_suite.py", str(lines[0]), "task-leak", "test_task"),
        ("test_suite.py", str(lines[1]), "async-mock-not-awaited", "test_mock"),
        ("test_suite.py", str(lines[2]), "event-loop-never-closed", "test_loop"),
    ], run.stdout
