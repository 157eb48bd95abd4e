"""The second run: the tests that findings name, without the others. What the first one wrote is not written over."""

import json
import os
import pathlib
from typing import Any, Generator, List

import pytest

QUIET = {
    # No other processes, nobody who is asked, and no test left out because another one fails.
    "numprocesses": 0,
    "dist": "no",
    "distload": False,
    "tx": [],
    "looponfail": False,
    "usepdb": False,
    "trace": False,
    "maxfail": 0,
    # Which tests run is known.
    "lf": False,
    "failedfirst": False,
    "newfirst": False,
    "cacheclear": False,
    "stepwise": False,
    "stepwise_skip": False,
    "stepwise_reset": False,
    # The reports of pytest, pytest-html, pytest-reportlog and Allure, and what tests left in their directory.
    "xmlpath": None,
    "htmlpath": None,
    "report_log": None,
    "allure_report_dir": None,
    "pastebin": None,
    # What the settings name would count without a file.
    "log_file": os.devnull,
    "basetemp": None,
}
"""The options of pytest and its plugins that the second run does without."""


class Again:
    """Has only some tests run."""

    def __init__(self, config: Any, suspects: str) -> None:
        with open(suspects, encoding="utf-8") as file:
            self.suspects = frozenset(json.load(file))
        self.cache = pathlib.Path(os.path.dirname(suspects)) / "cache"
        for name, value in QUIET.items():
            if hasattr(config.option, name):
                setattr(config.option, name, value)

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionstart(self, session: Any) -> None:
        """Leaves what pytest remembers of the first run as it is."""
        cache = getattr(session.config, "cache", None)
        if hasattr(cache, "_cachedir"):
            cache._cachedir = self.cache

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_collection_modifyitems(self, config: Any, items: List[Any]) -> Generator[None, Any, None]:
        """Leaves the others out, after all plugins have had their say."""
        yield
        others = [item for item in items if item.nodeid not in self.suspects]
        items[:] = [item for item in items if item.nodeid in self.suspects]
        if others:
            config.hook.pytest_deselected(items=others)
