"""Coroutines that nobody awaits.

CPython calls `warnings._warn_unawaited_coroutine` with each coroutine that dies without having started, whenever that
is: in the same line, in the garbage collection of a later test, or when the interpreter ends. So that it is known
where each was made, those that are alive when a phase ends get a stamp. All of them are found in the youngest
generation of the collector: a look into it at the end of each phase, and before each collection, sees every object.
Nothing is collected earlier than without the probe, and nothing is kept.

A look may see a coroutine inside of its own finalizer. So coroutines are known by their addresses and origins alone:
nothing here refers to one after a call, not even weakly. CPython before 3.12 clears weak references before the
finalizer runs, and one that is made meanwhile is left to dangle.
"""

import gc
import inspect
import linecache
import re
import sys
import threading
import traceback
import types
import warnings
from typing import Any, Callable, Dict, List, Optional, Tuple

from . import heap, origin
from .findings import Findings
from .origin import Step
from .place import Place

RULE = "unawaited-coroutine"
OF_MOCKS = "async-mock-not-awaited"

_MANY = 50_000
"""Where so many objects are young, because the suite switched the collector off, a look is not cheap."""


_COLLECTS_AT_ONCE = sys.version_info < (3, 12)
"""Whether garbage is collected where memory is asked for, also while a coroutine is made; later between two
instructions."""


class Stamp:
    """Where a coroutine was made. It is meant for the object whose origin is this very tuple: addresses are used
    again."""

    __slots__ = ("is_settled", "origin", "place", "rule", "steps")

    def __init__(
        self,
        origin: object,
        place: Place,
        steps: Tuple[Step, ...] = (),
        rule: str = RULE,
        is_settled: bool = False,
    ) -> None:
        self.origin = origin
        self.place = place
        self.steps = steps
        self.rule = rule
        self.is_settled = is_settled
        """Whether a task has it, or it was told of."""


class Coroutines:
    """Notices every coroutine that is never awaited."""

    def __init__(self, findings: Findings, depth: int) -> None:
        self.findings = findings
        self.depth = depth
        self._stamps: Dict[int, Stamp] = {}
        self.owes_look = False
        """Whether the last look was left out because it was not cheap."""
        self._has_frozen = False
        """Whether the suite froze coroutines that have not started."""
        self._put_off: Dict[int, Place] = {}
        """The addresses of coroutines that were half made when they were looked at, and where that was: one is an
        object before its origin is there, which is not to be read until then (`PyCoro_New` in `Objects/genobject.c` of
        CPython 3.9)."""
        self._is_collecting = False
        """Whether garbage is being collected, perhaps in a thread that makes a coroutine."""
        self._original: Optional[Callable[[Any], Any]] = None
        self._lent: Optional[Dict[str, Any]] = None
        """The built-in functions of code that has none of its own, while garbage is collected in it."""
        tells = hasattr(warnings, "_warn_unawaited_coroutine")
        tracks = hasattr(sys, "set_coroutine_origin_tracking_depth")
        self.is_exact = sys.implementation.name == "cpython" and tells and tracks
        """Whether the interpreter has what this needs."""

    def start(self) -> None:
        """Puts the hook in its place."""
        if not self.is_exact:
            return
        self._original = warnings._warn_unawaited_coroutine  # type: ignore[attr-defined]
        warnings._warn_unawaited_coroutine = self._dropped  # type: ignore[attr-defined]
        gc.callbacks.append(self._collection)
        self._look_before_freeze()
        self._track_threads()
        self.track()

    def track(self) -> None:
        """Has this thread note where coroutines are made; asyncio's debug mode sets and resets it."""
        if self.is_exact and sys.get_coroutine_origin_tracking_depth() < self.depth:
            sys.set_coroutine_origin_tracking_depth(self.depth)

    def stamp_new(self, *, is_cheap: bool = False) -> None:
        """Notes the place of the coroutines that were made since the last call and have not started."""
        if not self.is_exact:
            return
        self.owes_look = is_cheap and gc.get_count()[0] > _MANY
        if self.owes_look:
            return
        if _COLLECTS_AT_ONCE and self._is_collecting:
            return  # another thread may be making a coroutine, and looks itself
        coroutines = coroutines_among(gc.get_objects(generation=0))
        self._stamp_put_off()
        if coroutines:
            self._stamp_at(coroutines, self.findings.now.place)

    def _stamp_before_collection(self) -> None:
        """The same, where a coroutine may be half made."""
        place = self.findings.now.place
        coroutines = self._whole_among(gc.get_objects(generation=0), place)
        if coroutines:
            self._stamp_at(coroutines, place)

    def _whole_among(self, young: List[Any], place: Place) -> List[Any]:
        """The coroutines among the young objects; those that may be half made are put off.

        No closure and no comprehension may capture the list: it has the cell of the variable in it, a reference cycle.
        """
        coroutines = coroutines_among(young)
        if not coroutines or not _COLLECTS_AT_ONCE:
            return coroutines
        whole: List[Any] = []
        for at, it in enumerate(young):
            if is_half_made(young, at):
                self._put_off[id(it)] = place
            elif type(it) is types.CoroutineType:
                whole.append(it)
        return whole

    def _stamp_put_off(self) -> None:
        """Nothing is being made now. What is at such an address was made there, or later in the same place."""
        if self._put_off:
            put_off, self._put_off = self._put_off, {}
            for coroutine in not_started(heap.objects()):
                place = put_off.get(id(coroutine))
                if place is not None:
                    self._stamp_at([coroutine], place)

    def _stamp_at(self, objects: List[Any], place: Place) -> None:
        for coroutine in not_started(objects):
            if self._stamp(coroutine) is None:
                self._stamps[id(coroutine)] = Stamp(mark(coroutine), place)

    def made(self, coroutine: Any, steps: Tuple[Step, ...], rule: str) -> None:
        """Notes who made a coroutine, where its own origin does not tell."""
        if type(coroutine) is types.CoroutineType:
            self._stamps[id(coroutine)] = Stamp(mark(coroutine), self.findings.now.place, steps, rule)

    def given_to_task(self, coroutine: Any) -> None:
        """Notes that a task has the coroutine: what becomes of it is told of the task."""
        if type(coroutine) is types.CoroutineType:
            self._stamps[id(coroutine)] = Stamp(mark(coroutine), self.findings.now.place, is_settled=True)

    def finish(self) -> None:
        """Tells of the coroutines that are alive now and have not started."""
        if not self.is_exact:
            return
        self.stamp_new()
        if self._has_frozen:
            gc.unfreeze()  # what is frozen cannot be listed
        for coroutine in not_started(heap.objects()):
            self._tell(coroutine, "end")

    def _stamp(self, coroutine: Any) -> Optional[Stamp]:
        stamp = self._stamps.get(id(coroutine))
        return stamp if stamp is not None and stamp.origin is mark(coroutine) else None

    def _dropped(self, coroutine: Any) -> Any:
        """Stands for `warnings._warn_unawaited_coroutine`, which is called when a coroutine dies."""
        try:
            self._tell(coroutine, "dropped")
            words = self._words(coroutine)
        except Exception:
            self.findings.error("coroutines")
            words = None
        if self._lent is not None:
            del coroutine  # the traceback has this frame, and is kept by those who collect such errors
            raise KeyError("__import__")  # what happens without the probe
        if words is None:
            assert self._original is not None
            return self._original(coroutine)
        # Called from here, `stacklevel` means the place that it means in the original.
        return warnings.warn(words, RuntimeWarning, stacklevel=2, source=coroutine)

    def _words(self, coroutine: Any) -> Optional[str]:
        """What Python would say without the probe; `None` where it is to say it itself.

        Where only the probe tracks origins, the warning has none: filters and tests may look at its words.
        """
        made = coroutine.cr_origin
        if getattr(self._original, "__module__", None) != "warnings":
            return None
        words = f"coroutine '{coroutine.__qualname__}' was never awaited"
        if made is None or len(made) <= self.depth >= sys.get_coroutine_origin_tracking_depth():
            return words
        lines = [(file, line, name, linecache.getline(file, line)) for file, line, name in reversed(made)]
        told = "".join(traceback.format_list(lines)).rstrip("\n")
        return f"{words}\nCoroutine created at (most recent call last)\n{told}"

    def _tell(self, coroutine: Any, how: str) -> None:
        stamp = self._stamp(coroutine)
        if stamp is not None and stamp.is_settled:
            return
        place = stamp.place if stamp else self.findings.now.place
        made = coroutine.cr_origin or ()
        frames = origin.as_frames(stamp.steps) if stamp and stamp.steps else origin.traced(made)
        name = origin.name_of(coroutine)
        self._stamps[id(coroutine)] = Stamp(mark(coroutine), place, is_settled=True)
        self.findings.tell(
            OF_MOCKS if is_of_mock(coroutine) else stamp.rule if stamp else RULE,
            name,
            frames,
            place,
            how=how,
            defined=origin.definition(coroutine),
            expected=how == "dropped"
            and place.test == self.findings.now.place.test
            and is_expected(f"coroutine '{name}' was never awaited"),
        )

    def _collection(self, phase: str, _details: Dict[str, int]) -> None:
        self._is_collecting = phase == "start"
        try:
            if phase == "start":
                self._lend_import(sys._getframe().f_back)
                self._stamp_before_collection()
            elif self._lent is not None:
                self._lent.pop("__import__", None)
                self._lent = None
        except Exception:
            self.findings.error("collection")

    def _lend_import(self, frame: Optional[types.FrameType]) -> None:
        """Has CPython find the hook while garbage is collected: it imports `warnings` with the built-in functions of
        the code that runs, and where a named tuple is made, that code has none."""
        functions = None if frame is None else frame.f_globals.get("__builtins__")
        if type(functions) is dict and "__import__" not in functions:
            functions["__import__"] = __import__
            self._lent = functions

    def _before_freeze(self) -> None:
        try:
            self.stamp_new()
            self._has_frozen = self._has_frozen or bool(not_started(gc.get_objects()))
        except Exception:
            self.findings.error("freeze")

    def _look_before_freeze(self) -> None:
        """What the suite freezes is young no more, and cannot be listed."""
        freeze = gc.freeze

        def look_and_freeze() -> None:
            self._before_freeze()
            freeze()

        gc.freeze = look_and_freeze

    def _track_threads(self) -> None:
        """Each thread has a depth of its own."""
        original = threading.Thread._bootstrap_inner  # type: ignore[attr-defined]
        depth = self.depth

        def bootstrap(thread: threading.Thread) -> None:
            sys.set_coroutine_origin_tracking_depth(depth)
            original(thread)

        threading.Thread._bootstrap_inner = bootstrap  # type: ignore[attr-defined]


def mark(coroutine: Any) -> object:
    """What tells a coroutine from a later one at the same address: the tuple of its origin, where that is tracked."""
    return coroutine.cr_origin or coroutine.cr_code


def coroutines_among(objects: List[Any]) -> List[Any]:
    """The coroutines among some objects. Mostly there are none, which is known without a step of Python for each."""
    kind = types.CoroutineType
    return [it for it in objects if type(it) is kind] if kind in map(type, objects) else []


def is_half_made(young: List[Any], at: int) -> bool:
    """Whether one of the young objects is a coroutine without all of its origin: the tuples of that are made right
    after it, the outer one first. So is one that dies, which the collector lists anew."""
    if type(young[at]) is not types.CoroutineType:
        return False
    outer = young[at + 1] if at + 1 < len(young) else None
    if type(outer) is not tuple:
        return True
    inner = young[at + 2 : at + 2 + len(outer)]
    return len(inner) < len(outer) or any(type(it) is not tuple for it in inner)


def not_started(objects: List[Any]) -> List[Any]:
    """The coroutines among some objects of which no step was run, and which were not closed."""
    return [it for it in coroutines_among(objects) if inspect.getcoroutinestate(it) == inspect.CORO_CREATED]


def is_of_mock(coroutine: Any) -> bool:
    """Whether the coroutine is of a function that `create_autospec` made: from Python 3.13 on, an `async def` of its
    own."""
    return "_checksig_" in coroutine.cr_code.co_names


_recording = 0


def watch_recorders() -> None:
    """Counts the `pytest.warns(...)` blocks that are open: who waits for a warning means it."""
    from _pytest.recwarn import WarningsChecker

    enter, leave = WarningsChecker.__enter__, WarningsChecker.__exit__

    def __enter__(self: Any) -> Any:
        global _recording
        result = enter(self)
        _recording += 1
        return result

    def __exit__(self: Any, *details: Any) -> Any:
        global _recording
        _recording -= 1
        return leave(self, *details)

    WarningsChecker.__enter__ = __enter__  # type: ignore[method-assign]
    WarningsChecker.__exit__ = __exit__  # type: ignore[method-assign]


def is_expected(words: str) -> bool:
    """Whether the suite waits for this warning, or has a filter that names it."""
    if _recording:
        return True
    for action, message, category, _module, _line in warnings.filters:
        if not issubclass(RuntimeWarning, category):
            continue
        pattern = re.compile(message, re.I) if isinstance(message, str) else message
        if pattern is not None and pattern.match(words):
            return action == "ignore"
    return False
