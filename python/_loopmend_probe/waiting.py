"""What a task that is pending waits for, and where in its code it does.

It is asked only of tasks that would be told of, so it may read the source.
"""

import ast
import asyncio
import contextlib
import gc
import linecache
import math
import signal
import sys
import weakref
from types import CodeType, FrameType
from typing import Any, Iterator, List, Optional

from . import origin

_SLEEP = asyncio.sleep.__code__
"""As it was before the suite began: tests put others in its place."""

_CATCH = ("CancelledError", "BaseException", "get_cancelled_exc_class")
"""What handlers name, by itself or in a module, that take a cancellation; the last one is anyio's."""

_LIMITING = (ast.With, ast.AsyncWith)

_FUNCTIONS: "weakref.WeakKeyDictionary[CodeType, Optional[ast.AST]]" = weakref.WeakKeyDictionary()
"""What was read already: a task that goes on is looked at again and again."""


def is_until_cancelled(task: Any) -> bool:
    """Whether a task waits for its own cancellation and for nothing else, to clean up when it comes.

    What it waits for never happens: `asyncio.sleep` without end, or a future that nothing but the task has. And it
    waits inside of a `try` that takes a cancellation or has a `finally`. A `with` between may be a limit of time, which
    ends the wait otherwise.
    """
    waits = awaiting(task.get_coro())
    frames = [frame for frame in map(frame_of, waits) if frame is not None]
    if not frames or len(frames) < len(waits):
        return False
    own = [statements(frame) for frame in frames if frame.f_code is not _SLEEP]
    paths = [path for path in own if path is not None]
    is_limited = any(isinstance(it, _LIMITING) for path in paths for it in path)
    is_asked_to_end = len(paths) == len(own) and not is_limited and any(map(is_guarded, paths))
    return is_asked_to_end and is_endless(task, waits, frames)


def is_past_handlers(task: Any) -> bool:
    """Whether a task waits neither in a handler nor in a `finally` nor where a `with` ends: its cancellation may have
    led there. What is not written in Python, or has no source, is not known, and may be such a place."""
    frames = [frame for frame in map(frame_of, awaiting(task.get_coro())) if frame is not None]
    paths = [statements(frame) for frame in frames]
    ends_with = any(frame.f_code.co_name in ("__aexit__", "aclose") for frame in frames)
    return bool(paths) and not ends_with and all(path is not None and not is_in_handler(path) for path in paths)


def awaiting(coroutine: Any) -> List[Any]:
    """A coroutine, what it awaits, what that awaits, and so on, as far as it is written in Python."""
    found: List[Any] = []
    while frame_of(coroutine) is not None and len(found) < sys.getrecursionlimit():
        found.append(coroutine)
        kind = next(kind for kind in ("cr", "gi", "ag") if hasattr(coroutine, kind + "_frame"))
        coroutine = getattr(coroutine, kind + ("_yieldfrom" if kind == "gi" else "_await"))
    return found


def frame_of(coroutine: Any) -> Optional[FrameType]:
    """The frame of a coroutine or generator that has not ended."""
    for name in ("cr_frame", "gi_frame", "ag_frame"):
        frame = getattr(coroutine, name, None)
        if isinstance(frame, FrameType):
            return frame
    return None


def is_endless(task: Any, waits: List[Any], frames: List[FrameType]) -> bool:
    """Whether nobody but who cancels the task ends its wait."""
    if frames[-1].f_code is _SLEEP:
        return origin.local(frames[-1], "delay") == math.inf
    return is_alone(task, [task, *waits, *frames])


def is_alone(task: Any, owners: List[Any]) -> bool:
    """Whether only these have the future that a task waits for, and what iterates over it for them. Objects that the
    collector does not know are counted all the same, and are others."""
    future, other = getattr(task, "_fut_waiter", None), object()
    if type(future) is not asyncio.Future or future.done():
        return False
    count = sys.getrefcount(future) - sys.getrefcount(other)
    known, here = {id(it) for it in owners}, id(sys._getframe())
    holders = [it for it in gc.get_referrers(future) if id(it) != here]
    iterates = type(iter(future))
    return len(holders) == count and all(id(it) in known or type(it) is iterates for it in holders)


def statements(frame: FrameType) -> Optional[List[ast.AST]]:
    """The statements of a function that a frame is in, outermost first; `None` where its source is not known."""
    code = frame.f_code
    if code not in _FUNCTIONS:
        source = "".join(linecache.getlines(code.co_filename, frame.f_globals))
        _FUNCTIONS[code] = function_of(code, source)
    function = _FUNCTIONS[code]
    return None if function is None else path_to(function, frame.f_lineno)


def function_of(code: CodeType, source: str) -> Optional[ast.AST]:
    """The function in a source that a code object was made of."""
    try:
        with signals_later():
            module = ast.parse(source)
    except (SyntaxError, ValueError):
        return None
    for node in ast.walk(module):
        if isinstance(node, (ast.AsyncFunctionDef, ast.FunctionDef)) and node.name == code.co_name:
            first = min([node.lineno, *(it.lineno for it in node.decorator_list)])
            if first == code.co_firstlineno:
                return node
    return None


@contextlib.contextmanager
def signals_later() -> Iterator[None]:
    """Lets signals of this thread wait. What a handler raises while a source is parsed is lost: CPython 3.11 makes a
    `SystemError` of it, and a limit of time by `SIGALRM` would end nothing."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def path_to(function: ast.AST, line: int) -> List[ast.AST]:
    """The statements and handlers of a function around a line, outermost first."""
    path: List[ast.AST] = []
    inside: Optional[ast.AST] = function
    while inside is not None:
        inside = next((it for it in parts(inside) if it.lineno <= line <= (it.end_lineno or 0)), None)
        if inside is not None:
            path.append(inside)
    return path


def parts(node: ast.AST) -> List[Any]:
    """The statements and handlers that stand in another one."""
    return [it for it in ast.iter_child_nodes(node) if isinstance(it, (ast.stmt, ast.ExceptHandler))]


def is_guarded(path: List[ast.AST]) -> bool:
    """Whether a cancellation at the end of a path is taken, or followed by a `finally`."""
    tries = ((outer, inner) for outer, inner in zip(path, path[1:]) if is_try(outer))
    return any(
        inner in outer.body and (outer.finalbody or any(map(takes_cancellation, outer.handlers)))
        for outer, inner in tries
    )


def is_in_handler(path: List[ast.AST]) -> bool:
    """Whether a path leads into a handler or a `finally`."""
    is_final = any(inner in outer.finalbody for outer, inner in zip(path, path[1:]) if is_try(outer))
    return is_final or any(isinstance(it, ast.ExceptHandler) for it in path)


def is_try(node: Any) -> Any:
    """Whether a statement is a `try`, also one with `except*`."""
    return type(node).__name__ in ("Try", "TryStar")


def takes_cancellation(handler: ast.ExceptHandler) -> bool:
    """Whether a handler names what a cancellation is, or nothing."""
    if handler.type is None:
        return True
    named = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    functions = (it.func if isinstance(it, ast.Call) else it for it in named)
    return any(getattr(it, "attr", getattr(it, "id", "")) in _CATCH for it in functions)
