"""Places in code: kept as code and instruction when something is made, read as file and line only when something is
told."""

import asyncio
import dis
import inspect
import os
import sys
from types import CodeType, FrameType
from typing import Any, Dict, Iterable, List, Optional, Tuple

import _pytest
import pluggy

Step = Tuple[CodeType, int]
"""A function and an instruction in it."""

_NEAR = 4
DEPTH = _NEAR
"""So many frames are kept for a task or loop."""

_KEEPS_LOCALS = sys.version_info < (3, 13)
"""Whether a frame keeps what is read from it."""

_HANDLE_RUN = asyncio.Handle._run.__code__
_DIRECTORY = os.getcwd()
_LIBRARY = os.path.dirname(os.__file__)
_PROBE = os.path.dirname(os.path.abspath(__file__)) + os.sep
_HIDDEN = (
    os.path.join(_LIBRARY, "asyncio") + os.sep,
    os.path.join(_LIBRARY, "concurrent", "futures") + os.sep,
    os.path.join(_LIBRARY, "unittest", "mock.py"),
)
_HELPERS = tuple(
    os.path.join(os.sep + "loopmend", name)
    for name in ("aio.py", os.path.join("testing", "_leaks.py"), os.path.join("testing", "_mocks.py"))
)
"""The files of loopmend's own helpers that make something for others, wherever they are installed."""
_RUNNERS = tuple(os.path.dirname(str(it.__file__)) + os.sep for it in (_pytest, pluggy))
_OPEN, _OF_RUNNER, _OF_ASYNCIO, _OF_PROBE = range(4)
"""The kinds of files: those that make something, those that run the test, and those that stand between who makes
something and what is made."""

_kinds: Dict[str, int] = {}


def kind_of(filename: str) -> int:
    """The kind of a file."""
    kind = _kinds.get(filename)
    if kind is None:
        if filename.startswith(_PROBE):
            kind = _OF_PROBE
        elif filename.startswith(_HIDDEN) or filename.endswith(_HELPERS):
            kind = _OF_ASYNCIO
        else:
            kind = _OF_RUNNER if filename.startswith(_RUNNERS) else _OPEN
        _kinds[filename] = kind
    return kind


def is_hidden(filename: str) -> bool:
    """`True` for a file of asyncio, or of what else stands between who makes something and what is made."""
    return kind_of(filename) >= _OF_ASYNCIO


def is_end(filename: str) -> bool:
    """`True` for a file of pytest, which runs the test and makes nothing."""
    return kind_of(filename) == _OF_RUNNER


def _near(frame: Optional[FrameType]) -> Tuple[Step, ...]:
    """The frames that led here, innermost first, without those of asyncio and of the probe.

    The walk ends where the event loop called back, or pytest called the test: who runs them made nothing. Where only
    asyncio is left, its own innermost frame is all there is.
    """
    found: List[Step] = []
    innermost = None
    kinds = _kinds  # asked without a call: this runs for each future
    while frame is not None and len(found) < _NEAR:
        code = frame.f_code
        kind = kinds.get(code.co_filename)
        if kind is None:
            kind = kind_of(code.co_filename)
        if code is _HANDLE_RUN or (found and kind == _OF_RUNNER):
            break
        if kind <= _OF_RUNNER:
            found.append((code, frame.f_lasti))
        elif innermost is None and kind == _OF_ASYNCIO:
            innermost = (code, frame.f_lasti)
        frame = frame.f_back
    return tuple(found) or ((innermost,) if innermost else ())


def _whole(frame: Optional[FrameType]) -> Tuple[Step, ...]:
    """All frames that led here, innermost first, up to pytest: those too that run the event loop."""
    near = _near(frame)
    found: List[Step] = []
    while frame is not None and near and len(found) < DEPTH and not (found and is_end(frame.f_code.co_filename)):
        if found or frame.f_code is near[0][0]:
            found.append((frame.f_code, frame.f_lasti))
        frame = frame.f_back
    return tuple(found)


steps = _near
"""Gives the frames that led to one, innermost first."""


def keep_whole_stacks(depth: int) -> None:
    """Has all frames kept from now on, up to so many."""
    global DEPTH, steps
    DEPTH, steps = depth, _whole


def is_below(frame: Optional[FrameType], function: Any, most: int = 6) -> bool:
    """Whether asyncio called a frame on behalf of a function of this name, of asyncio too."""
    for _step in range(most):
        if frame is None or not is_hidden(frame.f_code.co_filename):
            return False
        if frame.f_code.co_name == function.__name__:
            return True
        frame = frame.f_back
    return False


def caller() -> Tuple[Step, ...]:
    """The steps that led to who calls this."""
    return steps(sys._getframe(2))


def raised_at(exception: Any) -> Tuple[Step, ...]:
    """The innermost frames of a traceback that are not asyncio's own, and behind them those that are of no package."""
    traceback = getattr(exception, "__traceback__", None)
    found: List[Step] = []
    while traceback is not None:
        found[:0] = [(traceback.tb_frame.f_code, traceback.tb_lasti)]
        traceback = traceback.tb_next
    shown = [step for step in found if not is_hidden(step[0].co_filename)] or found
    behind = [step for step in shown[DEPTH:] if is_own(step[0].co_filename)]
    return tuple(shown[:DEPTH] + behind[:_NEAR])


def local(frame: FrameType, name: str) -> Any:
    """A variable of a frame of asyncio.

    Before CPython 3.13 a frame keeps all variables once one is read, also those that are deleted later or refer to the
    frame. They are cleared again: no code of asyncio calls `locals()`.
    """
    found = frame.f_locals
    value = found.get(name)
    if _KEEPS_LOCALS:
        found.clear()
    return value


def is_own(filename: str) -> bool:
    """`True` for a file below the directory of the run that is not installed there."""
    is_installed = "site-packages" in filename or "dist-packages" in filename
    return absolute(filename).startswith(_DIRECTORY + os.sep) and os.path.isabs(filename) and not is_installed


def begin_of(function: Any) -> Tuple[Step, ...]:
    """The first line of the body of a function of the suite; nothing where it has no code of its own."""
    code = getattr(inspect.unwrap(function), "__code__", None) if callable(function) else None
    if not isinstance(code, CodeType):
        return ()
    body = [start for start, line in dis.findlinestarts(code) if line and line > code.co_firstlineno]
    return ((code, body[0] if body else 0),)


def as_frames(found: Tuple[Step, ...]) -> List[Dict[str, Any]]:
    """Steps as they are written."""
    return [frame(code.co_filename, line_of(code, last), code.co_name) for code, last in found]


def traced(made: Iterable[Tuple[str, int, str]]) -> List[Dict[str, Any]]:
    """The frames of a coroutine's own origin as they are written, up to pytest."""
    found: List[Dict[str, Any]] = []
    for filename, line, function in made:
        if found and is_end(filename):
            break
        found.append(frame(filename, line, function))
    return found


def frame(filename: str, line: int, function: str) -> Dict[str, Any]:
    """One frame as it is written."""
    return {"file": absolute(filename), "line": line, "function": function}


def absolute(filename: str) -> str:
    """The path of a file; what stands in angle brackets is none and stays."""
    return filename if filename.startswith("<") else os.path.join(_DIRECTORY, filename)


def short(filename: str) -> str:
    """The path of a file as people write it: from where the run began, where it lies below that."""
    return filename[len(_DIRECTORY) + 1 :] if filename.startswith(_DIRECTORY + os.sep) else filename


def line_of(code: CodeType, instruction: int) -> int:
    """The line of an instruction."""
    line = code.co_firstlineno
    for start, number in dis.findlinestarts(code):
        if start > instruction:
            break
        line = number or line
    return line


def definition(coroutine: Any) -> Optional[Dict[str, Any]]:
    """Where the function of a coroutine is defined."""
    for name in ("cr_code", "gi_code", "ag_code"):
        code = getattr(coroutine, name, None)
        if isinstance(code, CodeType):
            return frame(code.co_filename, code.co_firstlineno, name_of(coroutine))
    return None


def name_of(coroutine: Any) -> str:
    """What a coroutine is called."""
    name = getattr(coroutine, "__qualname__", None)
    return name if isinstance(name, str) else type(coroutine).__qualname__
