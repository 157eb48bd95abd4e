"""Writes what becomes of each test to the file that BEHAVIOUR_RECORD names, one JSON object a line.

It is loaded by `-p _behaviour_recorder`, and changes nothing: which event loop a test or fixture runs on is read when
its body is entered, by `sys.setprofile`. Loops are numbered as they are met, and kept, so that no two have one number.
"""

import asyncio
import inspect
import json
import os
import sys

import pytest
from _pytest.unittest import TestCaseFunction

ROOT = os.getcwd() + os.sep
LOOPS = []
# The fixtures that are set up, by the identity of what pytest knows of them, which is kept beside it.
FIXTURES = {}
SETTING_UP = []
# Why fixtures failed, by the same identity.
FAILED = {}
# Why fixtures of a test had failed for a test before it.
AGAIN = {}
# The code of each test.
CODES = {}
# The test whose phases are run.
CURRENT = {"code": None, "has_run": False, "loop": None}


def write(**record):
    with open(os.environ["BEHAVIOUR_RECORD"], "a", encoding="utf-8") as file:
        file.write(json.dumps(record) + "\n")


def number(loop):
    if loop is None:
        return None
    for index, known in enumerate(LOOPS):
        if known is loop:
            return index
    LOOPS.append(loop)
    return len(LOOPS) - 1


def code_of(function):
    """The code of a function of the suite; None of any other."""
    code = getattr(inspect.unwrap(function), "__code__", None)
    return code if code is not None and code.co_filename.startswith(ROOT) else None


def watch(frame, event, argument):
    if event != "call":
        return
    code = frame.f_code
    if SETTING_UP and code is SETTING_UP[-1]["code"] and not SETTING_UP[-1]["has_run"]:
        SETTING_UP[-1].update(has_run=True, loop=number(asyncio._get_running_loop()))
    elif code is CURRENT["code"] and not CURRENT["has_run"]:
        CURRENT.update(has_run=True, loop=number(asyncio._get_running_loop()))


def overrides(item):
    """Whether the test sees a fixture `event_loop` of the suite."""
    known = item._fixtureinfo.name2fixturedefs.get("event_loop")
    if known is None:
        manager = item.session._fixturemanager
        try:
            known = manager.getfixturedefs("event_loop", item)
        except Exception:  # Before pytest 8 it wants the identifier.
            known = manager.getfixturedefs("event_loop", item.nodeid)
    return bool(known) and code_of(known[-1].func) is not None


def pytest_collection_finish(session):
    for item in session.items:
        is_overridden = not isinstance(item, TestCaseFunction) and overrides(item)
        CODES[item.nodeid] = code_of(item.function) if hasattr(item, "function") else None
        write(kind="collected", node=item.nodeid, override=is_overridden)


def pytest_collectreport(report):
    if report.failed:
        write(kind="uncollected", node=report.nodeid, text=str(report.longrepr))


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_fixture_setup(fixturedef, request):
    entry = {"code": code_of(fixturedef.func), "has_run": False, "loop": None, "definition": fixturedef}
    SETTING_UP.append(entry)
    outcome = yield
    SETTING_UP.pop()
    FIXTURES[id(fixturedef)] = entry
    if outcome.excinfo is not None:
        FAILED.setdefault(id(fixturedef), f"{outcome.excinfo[0].__name__}: {outcome.excinfo[1]}")
    result = getattr(fixturedef, "cached_result", None)
    value = result[0] if result and entry["code"] is not None else None
    entry["gives"] = number(value) if isinstance(value, asyncio.AbstractEventLoop) else None
    if inspect.iscoroutine(value) or inspect.isasyncgen(value):
        write(kind="unrun", fixture=fixturedef.argname)


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_runtest_protocol(item, nextitem):
    CURRENT.update(code=CODES.get(item.nodeid), has_run=False, loop=None)
    sys.setprofile(watch)
    yield
    sys.setprofile(None)


@pytest.hookimpl(hookwrapper=True, trylast=True)
def pytest_runtest_call(item):
    yield
    used = getattr(getattr(item, "_request", None), "_fixture_defs", {})
    known = {name: FIXTURES.get(id(definition)) for name, definition in used.items()}
    loops = {name: entry["loop"] for name, entry in known.items() if entry and entry["loop"] is not None}
    override = known.get("event_loop") or {}
    write(
        kind="run",
        node=item.nodeid,
        ran=CURRENT["has_run"],
        loop=CURRENT["loop"],
        fixtures=loops,
        override=override.get("gives"),
    )


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    # A fixture that failed before its body was entered fails for the next test with a bare AssertionError of pytest 9.
    if call.when == "setup" and call.excinfo is not None and call.excinfo.type is AssertionError:
        definitions = [known for each in item._fixtureinfo.name2fixturedefs.values() for known in each]
        reasons = [FAILED[id(known)] for known in definitions if id(known) in FAILED]
        if reasons:
            AGAIN[item.nodeid] = "before it: " + reasons[0]
    yield


def pytest_runtest_logreport(report):
    text = str(report.longrepr or "")
    if report.when == "setup" and report.failed and report.nodeid in AGAIN:
        text += "\n" + AGAIN[report.nodeid]
    write(kind="phase", node=report.nodeid, when=report.when, outcome=report.outcome, text=text)


def pytest_warning_recorded(warning_message, when, nodeid):
    write(kind="warning", node=nodeid, text=f"{warning_message.category.__name__}: {warning_message.message}")
