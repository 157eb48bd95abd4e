"""Places in the code that a test runs, without those of libraries that stand in between."""

import asyncio
import os
import unittest.mock
from types import FrameType
from typing import Any, Iterable, Iterator, Optional, Tuple

_HIDDEN = (
    os.path.dirname(asyncio.__file__) + os.sep,
    os.path.dirname(os.path.dirname(os.path.abspath(__file__))) + os.sep,
    unittest.mock.__file__,
    "<string>",  # the functions that `create_autospec` makes
)


def place_of(frame: Optional[FrameType]) -> str:
    """The innermost place of a stack that is not hidden: `tests/test_app.py:12`."""
    return _first(_places(frame))


def origin_of(coroutine: Any) -> str:
    """Where a coroutine was created, or else where its function is defined."""
    origin = getattr(coroutine, "cr_origin", None)
    if origin:
        return f"created at {_first((filename, line) for filename, line, _function in origin)}"
    code = getattr(coroutine, "cr_code", None)
    return f"defined at {_shown(code.co_filename, code.co_firstlineno)}" if code else "created elsewhere"


def _places(frame: Optional[FrameType]) -> Iterator[Tuple[str, int]]:
    while frame is not None:
        yield frame.f_code.co_filename, frame.f_lineno
        frame = frame.f_back


def _first(places: Iterable[Tuple[str, int]]) -> str:
    for filename, line in places:
        if not filename.startswith(_HIDDEN):
            return _shown(filename, line)
    return "an unknown place"


def _shown(filename: str, line: int) -> str:
    directory = os.getcwd() + os.sep
    if filename.startswith(directory):
        filename = filename[len(directory) :]
    return f"{filename}:{line}"
