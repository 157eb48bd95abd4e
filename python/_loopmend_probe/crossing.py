"""What belongs to one event loop and was waited for on another one, as the exception says that asyncio raised."""

import asyncio
import dis
import gc
import re
import types
from typing import Any, Dict, Iterator, List, Optional, Tuple

from . import origin
from .birth import Birth, birth_of
from .findings import Findings
from .place import Place

RULE = "loop-bound-object-shared"

_OF_TASK = re.compile(r"Task .* got (?:Future|Task) .* attached to a different loop", re.S)
"""What a task says that gets another loop's future (`asyncio/tasks.py`, `Task.__step`)."""
_OF_FUTURE = "The future belongs to a different loop than the one specified as the loop argument"
"""What `asyncio.ensure_future` says, which `asyncio.wait_for` and others call."""
_OF_OBJECT = "is bound to a different event loop"
"""What locks, events and queues say from Python 3.10 on (`asyncio/mixins.py`)."""

_PLACE, _TOLD = "_loopmend_place", "_loopmend_told"
"""Attributes of such an exception: in which fixture it was raised, and that it was told."""


class Crossing:
    """What was used on which two loops, as far as that is known."""

    __slots__ = ("bound", "running", "what", "words")

    def __init__(self, words: str, what: Any = None, bound: Any = None, running: Any = None) -> None:
        self.words = words
        """What it is called."""
        self.what = what
        self.bound = bound
        """The loop that it belongs to."""
        self.running = running
        """The loop that ran when it was used."""

    def related(self) -> List[Dict[str, Any]]:
        """Where the thing and both loops were made, as it is written."""
        made = (("object", self.what), ("bound-loop", self.bound), ("running-loop", self.running))
        return [related(role, thing) for role, thing in made if thing is not None]


class Crossings:
    """Tells of exceptions that say so, each once."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings

    def left_fixture(self, exception: BaseException, place: Place) -> None:
        """Notes in which fixture an exception was raised: whether it is told of is known later."""
        for raised in chain(exception):
            if says_so(raised):
                raised.__dict__.setdefault(_PLACE, place)

    def look(self, exception: Optional[BaseException], place: Optional[Place] = None, running: Any = None) -> None:
        """Tells of an exception, and of those that led to it, if they say that a loop's thing was used on another
        one. Where it was raised in a task, its place and loop are known."""
        for raised in chain(exception):
            if says_so(raised) and _TOLD not in raised.__dict__:
                raised.__dict__[_TOLD] = True
                self._tell(raised, place or self.findings.now.place, running)

    def _tell(self, exception: BaseException, place: Place, running: Any) -> None:
        crossing = crossing_of(exception, running)
        if crossing is not None:
            place = exception.__dict__.get(_PLACE, place)
            frames = origin.as_frames(origin.raised_at(exception))
            self.findings.tell(
                RULE,
                crossing.words,
                frames,
                place,
                how="raised",
                exception=exception,
                related=crossing.related(),
            )


def related(role: str, thing: Any) -> Dict[str, Any]:
    """A thing with where it was made, as far as that is known."""
    birth: Optional[Birth] = birth_of(thing)
    return {
        "role": role,
        "what": type(thing).__qualname__,
        "frames": origin.as_frames(birth.steps) if birth is not None else [],
        "born": birth.place.as_event() if birth is not None else None,
    }


def chain(exception: Optional[BaseException]) -> Iterator[BaseException]:
    """An exception, those that it was raised from or after, and those of a group."""
    waiting, seen = [exception], set()
    while waiting:
        raised = waiting.pop()
        if raised is None or id(raised) in seen:
            continue
        seen.add(id(raised))
        yield raised
        waiting += [raised.__cause__, raised.__context__, *getattr(raised, "exceptions", ())]


def says_so(exception: BaseException) -> bool:
    """Whether the words of an exception are asyncio's about two loops."""
    if type(exception) not in (RuntimeError, ValueError) or len(exception.args) != 1:
        return False
    words = exception.args[0]
    is_text = isinstance(words, str)
    return is_text and (words.endswith(_OF_OBJECT) or words == _OF_FUTURE or bool(_OF_TASK.fullmatch(words)))


def crossing_of(exception: BaseException, running: Any) -> Optional[Crossing]:
    """What an exception with such words is about; `None` where it is not asyncio that raised it."""
    steps = list(frames_of(exception))
    if not steps:
        return None
    frame, instruction = steps[-1]
    words, is_of_asyncio = str(exception), origin.is_hidden(frame.f_code.co_filename)
    if words.endswith(_OF_OBJECT) and frame.f_code.co_name == "_get_loop" and is_of_asyncio:
        thing, loop = origin.local(frame, "self"), origin.local(frame, "loop")
        return Crossing(type(thing).__qualname__, thing, getattr(thing, "_loop", None), loop)
    if words == _OF_FUTURE and is_of_asyncio:
        future, loop = origin.local(frame, "coro_or_future"), origin.local(frame, "loop")
        return Crossing(type(future).__qualname__, future, loop_of(future), loop)
    if _OF_TASK.fullmatch(words) and not raises(frame.f_code, instruction):
        return of_task(frame, running or running_in(steps))
    return None


def of_task(frame: Any, running: Any) -> Crossing:
    """What a task got where it waits in a frame: known where the frame has one such future."""
    futures = futures_in(variables(frame), running) if running is not None else []
    if len(futures) != 1:
        return Crossing("Future", running=running)
    bound = loop_of(futures[0])
    owner = origin.local(frame, "self") if origin.is_hidden(frame.f_code.co_filename) else None
    is_owner = owner is not None and getattr(owner, "_loop", None) is bound
    thing = owner if is_owner else futures[0]  # before Python 3.10 locks and queues belong to a loop, and say nothing
    return Crossing(type(thing).__qualname__, thing, bound, running)


def variables(frame: Any) -> List[Any]:
    """The values of a frame's variables, and what else it refers to: it would keep what is read from it by name."""
    return [contents(it) for it in gc.get_referents(frame)]


def contents(value: Any) -> Any:
    """What a variable of a closure stands for; other values as they are."""
    try:
        return value.cell_contents if type(value) is types.CellType else value
    except ValueError:  # it has no value yet
        return None


def futures_in(values: Any, running: Any) -> List[Any]:
    """The futures of other loops among some values and their attributes, each once."""
    found: Dict[int, Any] = {}
    for value in values:
        attributes = getattr(value, "__dict__", None)
        for it in (value, *(attributes.values() if type(attributes) is dict else ())):
            if isinstance(it, asyncio.Future) and loop_of(it) not in (None, running):
                found[id(it)] = it
    return list(found.values())


def loop_of(future: Any) -> Any:
    """The loop that a future belongs to."""
    return future.get_loop() if isinstance(future, asyncio.Future) else getattr(future, "_loop", None)


def frames_of(exception: BaseException) -> Iterator[Tuple[Any, int]]:
    """The frames that an exception passed through, each with the instruction, outermost first."""
    traceback = exception.__traceback__
    while traceback is not None:
        yield traceback.tb_frame, traceback.tb_lasti
        traceback = traceback.tb_next


def running_in(steps: List[Tuple[Any, int]]) -> Any:
    """The loop that was run in frames; `None` where that is not known."""
    code = asyncio.base_events.BaseEventLoop.run_until_complete.__code__
    loops = [origin.local(frame, "self") for frame, _instruction in steps if frame.f_code is code]
    return loops[-1] if loops else None


def raises(code: Any, instruction: int) -> bool:
    """Whether an instruction is a `raise`: asyncio throws into what waits."""
    return dis.opname[code.co_code[instruction]] == "RAISE_VARARGS"
