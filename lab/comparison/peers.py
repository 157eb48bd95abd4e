"""Runs linters and type checkers on tests/probes and counts the bugs that each reports.

    python3 lab/comparison/peers.py ENVIRONMENT LOOPMEND

ENVIRONMENT has the packages of tests/probes/requirements.txt and the tools; LOOPMEND is the built program. A bug
counts as reported if a tool says anything at all on its line. That is generous: what it says may be about
something else. Of a configuration file any line counts. A false alarm is a file without a bug on which a tool
says anything.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

PROBES = Path(__file__).resolve().parents[2] / "tests/probes"
CLASSES = {
    "a": "coroutines that nobody awaits",
    "b": "tasks and their exceptions",
    "c": "async functions where plain ones are called",
    "d": "event loops",
    "e": "tests",
    "f": "tests that drifted from what they test",
    "g": "what blocks, and locks",
}


def commands(environment, loopmend):
    bin_ = environment / "bin"
    python = str(bin_ / "python")
    return {
        "loopmend": [
            str(loopmend),
            "check",
            "--no-cache",
            "--strict",
            "--python-version",
            "3.11",
            "--python",
            str(environment),
            "--output-format",
            "concise",
        ],
        "ruff": [
            str(bin_ / "ruff"),
            "check",
            "--isolated",
            "--no-cache",
            "--select",
            "F,B,PLE,PLW,ASYNC,RUF",
            "--output-format",
            "concise",
        ],
        "flake8-async": [str(bin_ / "flake8"), "--isolated", "--extend-ignore", "E,W,F,C", "."],
        "ty": [
            str(bin_ / "ty"),
            "check",
            "--python",
            str(environment),
            "--output-format",
            "concise",
        ],
        "pyright": [str(bin_ / "pyright"), "--pythonpath", python, "."],
        "mypy": [
            str(bin_ / "mypy"),
            "--strict",
            "--enable-error-code",
            "unused-awaitable",
            "--enable-error-code",
            "truthy-bool",
            "--python-executable",
            python,
            "--no-error-summary",
            "--explicit-package-bases",
            "--cache-dir",
            "/dev/null",
            ".",
        ],
    }


def reported(output):
    """The places that a tool names: a path and a line, at the beginning of a line."""
    places = set()
    for line in output.splitlines():
        match = re.match(r"\s*(?:\./)?(.+?\.\w+):(\d+)", line)
        if match and not re.search(r": note: ", line):
            path = Path(match[1])
            path = path.relative_to(PROBES) if path.is_absolute() else path
            places.add((path.as_posix(), int(match[2])))
    return places


def main(environment, loopmend):
    probes = json.loads((PROBES / "index.json").read_text())
    bugs = [probe for probe in probes if probe["expected"] == "bug" and probe["class"] != "f"]
    clean = [probe for probe in probes if probe["expected"] == "clean"]
    rows = []
    for name, command in commands(environment.absolute(), loopmend.absolute()).items():
        ran = subprocess.run(command, cwd=PROBES, capture_output=True, text=True, check=False)
        places = reported(ran.stdout)
        if not places:
            sys.exit(f"{name} reported nothing:\n{ran.stdout}{ran.stderr}")
        files = {path for path, _ in places}
        found = [
            bug
            for bug in bugs
            if (bug["file"], bug["line"]) in places or (not bug["file"].endswith(".py") and bug["file"] in files)
        ]
        alarms = [probe["file"] for probe in clean if probe["file"] in files]
        by_class = [
            f"{sum(bug['class'] == letter for bug in found)} of {sum(bug['class'] == letter for bug in bugs)}"
            for letter in CLASSES
            if letter != "f"
        ]
        rows.append([name, *by_class, f"{len(found)} of {len(bugs)}", f"{len(alarms)} of {len(clean)}"])
        if "-v" in sys.argv:
            print(name, "found", [bug["file"] for bug in found], "alarms", alarms, file=sys.stderr)
    heads = ["", *[words for letter, words in CLASSES.items() if letter != "f"], "all bugs", "files without a bug"]
    print("| " + " | ".join(heads) + " |")
    print("| --- |" + " ---: |" * (len(heads) - 1))
    for row in rows:
        print("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
