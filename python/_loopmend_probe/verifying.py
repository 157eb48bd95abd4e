"""What `loopmend fix --verify` asks of a run besides: that it uses a copy of the project and runs the tests that are
named, which of the given lines ran, why tests failed, and what pytest warned of."""

import collections
import json
import os
import traceback
from typing import Any, Dict, FrozenSet, Generator, Iterator, List, Optional, Set, Tuple

import pytest

from .again import QUIET
from .copied import Copied
from .findings import described
from .lines import Lines
from .measured import Measured
from .place import Now
from .sink import Sink

PROCESSES = ("numprocesses", "dist", "distload", "tx")
"""The options that have other processes run the tests: only a run of few tests does without."""

SEED = 1
"""What tests are shuffled by, where a plugin does that: both sides run in one order."""

_MOST_FRAMES = 40
_MOST_WORDS = 4000


class Verifying:
    """One run of the tests, before or after a change."""

    def __init__(self, path: str, sink: Sink, now: Now) -> None:
        with open(path, encoding="utf-8") as file:
            asked = json.load(file)
        self.sink = sink
        self.now = now
        self.copied = Copied(asked["original"], asked["copy"], asked["edited"])
        wanted = {path: set(lines) for path, lines in asked["lines"].items()}
        self.lines = Lines(wanted, now, lambda event: sink.write("lines", **event))
        self.measured = Measured(asked["copy"], sink) if asked["coverage"] else None
        self.left_out: FrozenSet[str] = frozenset(asked["left_out"])
        """The files whose tests do not run, by absolute path."""
        tests = asked["tests"]
        self.tests: Optional[FrozenSet[str]] = None if tests is None else frozenset(tests)
        """The only tests that run, where they are known one by one."""
        self.selectors = [Selector(**selector) for selector in asked["selectors"]]
        """The tests that the user names; none where the change decides."""
        self.is_main = sink.worker == "main"
        self._warned: Dict[str, int] = collections.Counter()
        self._is_finished = False

    def start(self) -> None:
        """Leads imports to the copy, and begins to watch."""
        self.copied.install()
        self.lines.start()
        if self.measured is not None:
            self.measured.start()

    def configure(self, config: Any) -> None:
        """Has all tests run that are asked for, in one order, and no report written over another."""
        for name, value in QUIET.items():
            if hasattr(config.option, name) and (self.tests is not None or name not in PROCESSES):
                setattr(config.option, name, value)
        if hasattr(config.option, "randomly_seed"):
            config.option.randomly_seed = SEED

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_collection_modifyitems(self, config: Any, items: List[Any]) -> Generator[None, Any, None]:
        """Leaves out the tests that no change reaches, after all plugins have had their say."""
        yield
        kept, others = [], []
        for item in items:
            (kept if self._is_asked_for(item) else others).append(item)
        matched = [one.node for one in self.selectors if any(one.matches(item) for item in items)]
        self.sink.write("collected", tests=[item.nodeid for item in items], kept=len(kept), matched=matched)
        if others:
            items[:] = kept
            config.hook.pytest_deselected(items=others)

    def _is_asked_for(self, item: Any) -> bool:
        if self.tests is not None and item.nodeid not in self.tests:
            return False
        if self.selectors and not any(selector.matches(item) for selector in self.selectors):
            return False
        return path_of(item) not in self.left_out

    def pytest_exception_interact(self, node: Any, call: Any) -> None:
        """A test failed, or a file could not be collected."""
        if call.excinfo is not None:
            phase = "collection" if call.when == "collect" else call.when
            self.sink.write_failure(node.nodeid, phase=phase, **about(call.excinfo.value))

    @pytest.hookimpl(optionalhook=True)
    def pytest_warning_recorded(self, warning_message: Any) -> None:
        """pytest shows a warning; those of workers come to the main process."""
        if self.is_main:
            self._warned[warning_message.category.__name__] += 1

    def finish(self) -> None:
        """Tells what was seen, once."""
        if self._is_finished:
            return
        self._is_finished = True
        for event in self.lines.events():
            self.sink.write("lines", **event)
        for event in self.measured.events() if self.measured is not None else ():
            self.sink.write("measured", **event)
        for imported in self.copied.imported():
            self.sink.write("imported", **imported)
        if self._warned:
            self.sink.write("warned", counts=dict(self._warned))


class Selector:
    """Tests that the user names: a file, a directory, or what follows in a node id."""

    def __init__(self, node: str, path: Optional[str], name: str) -> None:
        self.node = node
        self.path = path
        """The file or directory, absolute; `None` if only the node id is known."""
        self.name = name
        """The part of the node id after the file."""

    def matches(self, item: Any) -> bool:
        """Whether an item is among the tests."""
        if self.path is None:
            return is_part(self.node, item.nodeid, ("::", "[", "/"))
        if not is_part(self.path, path_of(item), (os.sep,)):
            return False
        return not self.name or is_part(self.name, item.nodeid.partition("::")[2], ("::", "["))


def is_part(start: str, whole: str, ends: Tuple[str, ...]) -> bool:
    """Whether a text is another one, or the start of it before one of the ends."""
    return whole == start or whole.startswith(tuple(start + end for end in ends))


def path_of(item: Any) -> str:
    """The file of an item."""
    return str(getattr(item, "path", None) or item.fspath)


def about(exception: BaseException) -> Dict[str, Any]:
    """The exception as it is written, with the frames of those that led to it, innermost first."""
    frames: List[Dict[str, Any]] = []
    for one in chain(exception):
        steps = [
            {"file": frame.f_code.co_filename, "line": line, "function": frame.f_code.co_name}
            for frame, line in traceback.walk_tb(one.__traceback__)
        ]
        frames += reversed(steps)
        if len(frames) >= _MOST_FRAMES:
            break
    words = of_fixture(exception) if isinstance(exception, pytest.FixtureLookupError) else None
    told = described(exception, _MOST_WORDS)
    return {"exception": told if words is None else {**told, "words": words}, "frames": frames[:_MOST_FRAMES]}


def of_fixture(exception: pytest.FixtureLookupError) -> Optional[str]:
    """What pytest prints where it cannot give a fixture, and the fixture that requests it: the words of the exception
    are its arguments."""
    words = getattr(exception.formatrepr(), "errorstring", "").strip().split("\n")[0]
    by = getattr(exception.request, "fixturename", None)
    return f"{words}, requested by fixture '{by}'" if words and by else words or None


def chain(exception: BaseException) -> Iterator[BaseException]:
    """The exception, those in its group, its cause or context, and theirs."""
    seen: Set[int] = set()
    left = [exception]
    while left:
        one = left.pop(0)
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        left += [it for it in getattr(one, "exceptions", ()) if isinstance(it, BaseException)]
        context = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
        left += [context] if context is not None else []
