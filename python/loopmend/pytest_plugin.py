"""The plugin of pytest: `pytest --loopmend` watches the run and says what it saw. Without the option it only
registers the marker.

`loopmend test` says more, with the lines of code; under it this plugin leaves everything to the probe that it brings.
"""

import atexit
import difflib
import glob
import json
import os
import shutil
import tempfile
from typing import Any, Dict, List, Optional, Set, Tuple

import pytest

from _loopmend_probe import plugin as probe

RULES = {
    "LM101": "unawaited-coroutine",
    "LM110": "discarded-task",
    "LM111": "lost-task-exception",
    "LM112": "swallowed-cancellation",
    "LM113": "task-leak",
    "LM114": "unclosed-async-generator",
    "LM204": "event-loop-never-closed",
    "LM208": "loop-bound-object-shared",
    "LM209": "unhandled-loop-exception",
    "LM341": "async-mock-not-awaited",
    "LM501": "blocking-call-in-async",
    "LM507": "executor-not-shut-down",
}
"""The rules that tests are watched for, by code."""

_made: Optional[Tuple[Any, str]] = None
"""The directory of the run, and the configuration of the session that made it; one inside of a test makes none."""


def pytest_addoption(parser: Any) -> None:
    """Adds the option."""
    group = parser.getgroup("loopmend")
    group.addoption("--loopmend", action="store_true", help="say which tests leave coroutines, tasks and loops behind")
    words = "with --loopmend: show the N tests that made most tasks, with their event loops (0: all)"
    group.addoption("--loopmend-facts", type=int, metavar="N", help=words)
    words = "with --loopmend: measure memory, and show the tests during which it grew most"
    group.addoption("--loopmend-memory", action="store_true", help=words)


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: Any) -> None:
    """Starts the probe before the suite's own code is imported, where the option asks for it."""
    global _made
    if not early_config.known_args_namespace.loopmend:
        return
    if probe.DIRECTORY not in os.environ:
        _made = early_config, tempfile.mkdtemp(prefix="loopmend-")
        atexit.register(shutil.rmtree, _made[1], ignore_errors=True)  # where pytest ends before it is configured
        os.environ[probe.DIRECTORY] = _made[1]
        os.environ[probe.MEMORY] = str(int(early_config.known_args_namespace.loopmend_memory))
    probe.begin(early_config)


def pytest_configure(config: Any) -> None:
    """Registers the marker, and the hooks where there is a probe."""
    config.addinivalue_line("markers", probe.MARKER)
    if config.option.loopmend:
        probe.begin(config)
        probe.watch(config)


def pytest_unconfigure(config: Any) -> None:
    """Says what was seen, up to the end of the session, and leaves nothing behind."""
    global _made
    if _made is None or _made[0] is not config:
        return
    directory, _made = _made[1], None
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if reporter is not None:
        reporter.section("loopmend")
        events = [event for path in sorted(glob.glob(os.path.join(directory, "*.jsonl"))) for event in read(path)]
        lines = (told(events) or ["nothing was left behind"]) + misspelt(events)
        for line in lines + facts(events, config.option):
            reporter.write_line(line)
    os.environ.pop(probe.DIRECTORY, None)
    os.environ.pop(probe.MEMORY, None)
    shutil.rmtree(directory, ignore_errors=True)


def told(events: List[Dict[str, Any]]) -> List[str]:
    """One line for each finding of a run, less what markers allow."""
    allowed: Dict[str, Set[str]] = {
        it["test"]: {RULES.get(name, name) for name in it["rules"]} for it in events if it["event"] == "allow"
    }
    lines: List[str] = []
    for event in events:
        if (
            event["event"] != "finding"
            or event.get("expected")
            or event["rule"] in allowed.get(event["born"]["test"], ())
        ):
            continue
        line = in_words(event)
        if line not in lines:
            lines.append(line)
    return lines


def misspelt(events: List[Dict[str, Any]]) -> List[str]:
    """One line for each name in a marker that is none of a rule."""
    lines: List[str] = []
    for event in events:
        for name in event["rules"] if event["event"] == "allow" else ():
            if name not in RULES and name not in RULES.values():
                near = difflib.get_close_matches(name, [*RULES.values(), *RULES], 1)
                hint = f"; did you mean `{near[0]}`?" if near else ""
                lines.append(f"warning: the marker of {event['test']} allows `{name}`, which is no rule{hint}")
    return lines


def facts(events: List[Dict[str, Any]], option: Any) -> List[str]:
    """The tests with the most tasks and with the most growth of memory, as far as that is asked for."""
    tests = [(event["test"], event["facts"]) for event in events if event["event"] == "test" and event.get("facts")]
    lines: List[str] = []
    if option.loopmend_facts is not None:
        most = option.loopmend_facts or len(tests)
        lines += ["", "most tasks:"] + [
            f"{known['tasks']} on {', '.join(it['id'] for it in known['loops']) or 'no event loop'}: {test}"
            for test, known in largest(tests, "tasks")[:most]
        ]
    if option.loopmend_memory:
        most = len(tests) if option.loopmend_facts == 0 else option.loopmend_facts or 10
        peak = max((event.get("peak", 0) for event in events if event["event"] == "finish"), default=0)
        lines += ["", f"memory grew most, of at most {peak // 1024} KiB in one process:"] + [
            f"{known['growth'] // 1024} KiB: {test}" for test, known in largest(tests, "growth")[:most]
        ]
    return lines


def largest(tests: List[Tuple[str, Dict[str, Any]]], of: str) -> List[Tuple[str, Dict[str, Any]]]:
    """The tests that have some of it, the most first."""
    having = [it for it in tests if (it[1].get(of) or 0) > 0]
    return sorted(having, key=lambda it: -it[1][of])


def read(path: str) -> List[Dict[str, Any]]:
    """The events of one process."""
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.endswith("\n")]


def in_words(event: Dict[str, Any]) -> str:
    """A finding on one line."""
    frames = event["frames"] or [event["defined"]] if event["frames"] or event["defined"] else []
    place = f"{os.path.relpath(frames[0]['file'])}:{frames[0]['line']}: " if frames else ""
    born = event["born"]
    fixture = f" of fixture {born['fixture']}" if born["fixture"] else ""
    who = f"{born['test'] or 'outside of tests'} ({born['phase']}{fixture})"
    return f"{place}{event['rule']}: {event['what']}, made by {who}"
