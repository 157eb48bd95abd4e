"""The examples of `docs/helpers.md`, run as the page says.

A block after a line `` `before/app.py`: `` is that file. A `console` block is a command that runs in the directory of
the file before it, and each of its other lines is in the output; `…` stands for anything.
"""

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import List

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "helpers.md"
SECTIONS = re.split(r"^## ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]


def output(command: str, directory: Path) -> str:
    """What a command prints."""
    program, *arguments = command.split()
    prefix = ["-m", "pytest", "-p", "no:cacheprovider"] if program == "pytest" else []
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "COLUMNS": "200", "NO_COLOR": "1"}
    run = subprocess.run(
        [sys.executable, *prefix, *arguments],
        cwd=directory,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return run.stdout


def missing(lines: List[str], printed: str) -> List[str]:
    """The lines that are not in the output."""
    patterns = [(line, ".*".join(map(re.escape, line.split("…")))) for line in lines]
    return [line for line, pattern in patterns if not re.search(pattern, printed)]


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.splitlines()[0])
def test_the_examples_print_what_the_page_says(section: str, tmp_path: Path) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\nfilterwarnings = ignore\n", encoding="utf-8")
    directory = tmp_path
    commands = 0
    for name, language, block in re.findall(r"(?:^`([^`\n]+)`:\n\n)?^```(\w+)\n(.*?)^```$", section, re.M | re.S):
        if name:
            file = tmp_path / name
            directory = file.parent
            directory.mkdir(exist_ok=True)
            file.write_text(block, encoding="utf-8")
        elif language == "console":
            command, *lines = block.splitlines()
            if command.startswith("$ pytest") and importlib.util.find_spec("pytest_asyncio") is None:
                continue
            printed = output(command[len("$ ") :], directory)
            assert missing(lines, printed) == [], printed
            commands += 1
    assert commands
