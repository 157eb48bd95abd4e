"""Which lines of some files ran, and in which tests."""

import dis
import inspect
import os
import sys
import threading
from types import CodeType, FrameType
from typing import Any, Callable, Dict, Iterator, List, Optional, Set, Tuple

from .place import Now

_TOOLS = (4, 3, 2)
"""The numbers of `sys.monitoring` that no debugger, coverage tool or profiler has by convention, first."""

_MOST_NAMED = 20
"""So many tests are named for a line."""


class Lines:
    """Watches lines of some files: by `sys.monitoring` from Python 3.12, by a trace function before."""

    def __init__(self, wanted: Dict[str, Set[int]], now: Now, tell: Callable[[Dict[str, Any]], None]) -> None:
        self.wanted = wanted
        """The lines, by absolute path."""
        self.now = now
        self.tell = tell
        """Told of a line when it runs for the first time: the process may be killed before its session ends."""
        self._kinds: Dict[str, Kinds] = {}
        self._ran: Dict[Tuple[str, int], Set[str]] = {}
        """By file and line, the tests in which it ran; `""` outside of them."""
        self._entered: Dict[Tuple[str, int], Set[str]] = {}
        """By file and first line of a function, the tests in which its body began."""
        self._files: Dict[str, str] = {}
        """By the name of a file as code has it, which may lead over links, the path of a watched one, else nothing."""
        self._tool: Optional[int] = None
        self._traced: Optional[Callable[..., Any]] = None

    def start(self) -> None:
        """Begins to watch."""
        if not self.wanted:
            return
        self._kinds = {file: Kinds(file) for file in self.wanted}
        if hasattr(sys, "monitoring"):
            self._monitor(sys.monitoring)
        elif sys.gettrace() is None:
            self._traced = self._called
            threading.settrace(self._called)
            sys.settrace(self._called)

    @property
    def is_known(self) -> bool:
        """Whether all was seen: nobody else took the one place for a trace function."""
        return self._tool is not None or (self._traced is not None and sys.gettrace() == self._traced)

    # By `sys.monitoring`.

    def _monitor(self, monitoring: Any) -> None:
        free = [tool for tool in _TOOLS if monitoring.get_tool(tool) is None]
        if not free:
            return
        self._tool = tool = free[0]
        monitoring.use_tool_id(tool, "loopmend")
        events = monitoring.events

        def began(code: CodeType, _offset: int) -> Any:
            file = self._watched(code.co_filename)
            if not file:
                return monitoring.DISABLE
            self._enter(file, code)
            monitoring.set_local_events(tool, code, events.LINE | events.PY_START)
            return None

        def line(code: CodeType, number: int) -> Any:
            file = self._watched(code.co_filename)
            if number not in self.wanted.get(file, ()):
                return monitoring.DISABLE
            self._run(file, number)
            return None

        monitoring.register_callback(tool, events.PY_START, began)
        monitoring.register_callback(tool, events.LINE, line)
        monitoring.set_events(tool, events.PY_START)

    # By a trace function.

    def _called(self, frame: FrameType, event: str, _argument: Any) -> Any:
        file = self._watched(frame.f_code.co_filename) if event == "call" else ""
        if not file:
            return None
        self._enter(file, frame.f_code)
        return self._stepped

    def _stepped(self, frame: FrameType, event: str, _argument: Any) -> Any:
        if event == "line":
            self._run(self._watched(frame.f_code.co_filename), frame.f_lineno)
        return self._stepped

    # What was seen.

    def _watched(self, name: str) -> str:
        file = self._files.get(name)
        if file is None:
            self._files[name] = file = self._wanted_file(name)
        return file

    def _wanted_file(self, name: str) -> str:
        if name in self.wanted:
            return name
        try:
            real = os.path.realpath(name)
        except Exception:  # tools that find blocking calls forbid to look at files on an event loop
            return ""
        return real if real in self.wanted else ""

    def _enter(self, file: str, code: CodeType) -> None:
        first = code.co_firstlineno
        tests = self._entered.get((file, first))
        if tests is None:
            tests = self._entered[file, first] = set()
            self._tell(file, [line for line in self.wanted[file] if self._kinds[file].of(line) == ("header", first)])
        tests.add(self._test())

    def _run(self, file: str, line: int) -> None:
        if line not in self.wanted[file]:
            return
        tests = self._ran.get((file, line))
        if tests is None:
            tests = self._ran[file, line] = set()
            # A module runs the header of a function when it defines it.
            if self._kinds[file].of(line)[0] != "header":
                self._tell(file, [line])
        tests.add(self._test())

    def _tell(self, file: str, lines: List[int]) -> None:
        """Tells that lines ran. The end of the session has the count."""
        tests = [test for test in [self._test()] if test]
        kinds = [(line, self._kinds[file].of(line)[0]) for line in lines]
        told = [{"line": line, "kind": kind, "ran": True, "count": 0, "tests": tests} for line, kind in kinds]
        if told:
            self.tell({"file": file, "is_known": True, "lines": told})

    def _test(self) -> str:
        place = self.now.place
        return "" if place.phase == "collection" else place.test

    def events(self) -> Iterator[Dict[str, Any]]:
        """What is known of each file, as it is written."""
        for file, wanted in sorted(self.wanted.items()):
            yield {"file": file, "is_known": self.is_known, "lines": self._lines_of(file, wanted)}

    def _lines_of(self, file: str, wanted: Set[int]) -> List[Dict[str, Any]]:
        kinds = self._kinds[file]
        found: List[Dict[str, Any]] = []
        for line in sorted(wanted):
            kind, first = kinds.of(line)
            tests = self._entered.get((file, first)) if kind == "header" else self._ran.get((file, line))
            named = sorted(test for test in tests or () if test)
            found.append(
                {
                    "line": line,
                    "kind": kind,
                    "ran": tests is not None,
                    "count": len(named),
                    "tests": named[:_MOST_NAMED],
                }
            )
        return found


class Kinds:
    """What the lines of a file are: `function`, in its body; `header`, of one; `module`; or `nothing` to run."""

    def __init__(self, file: str) -> None:
        self._kinds: Dict[int, Tuple[str, int]] = {}
        try:
            with open(file, "rb") as source:
                self._take(compile(source.read(), file, "exec", dont_inherit=True))
        except (OSError, SyntaxError, ValueError):
            pass

    def of(self, line: int) -> Tuple[str, int]:
        """The kind of a line, and the first line of its function, where it is the header of one."""
        return self._kinds.get(line, ("nothing", 0))

    def _take(self, code: CodeType) -> None:
        is_function = bool(code.co_flags & inspect.CO_OPTIMIZED)
        lines = {line for _start, line in dis.findlinestarts(code) if line}
        is_body = not code.co_name.startswith("<") and is_function
        body = {line for line in lines if line > code.co_firstlineno} if is_body else lines
        for line in body:
            if is_function or line not in self._kinds:
                self._kinds[line] = ("function" if is_function else "module", 0)
        for inner in code.co_consts:
            if isinstance(inner, CodeType):
                self._take(inner)
        if is_body and code.co_firstlineno:
            self._take_header(code, min(body, default=code.co_firstlineno + 1))

    def _take_header(self, code: CodeType, body: int) -> None:
        """The lines from the first decorator to the body stand for the whole function."""
        for line in range(code.co_firstlineno, body):
            self._kinds[line] = ("header", code.co_firstlineno)
