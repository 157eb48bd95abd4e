"""A loop that runs on: where one runs, no other one starts, and tests fail that did nothing wrong."""

from asyncio import events
from typing import Any, Dict

from . import origin
from .birth import birth_of
from .crossing import chain
from .findings import Findings
from .place import Place

_REFUSALS = (
    "cannot be called from a running event loop",
    "cannot be called while another asyncio event loop is running",
    "Cannot run the event loop while another loop is running",
    "This event loop is already running",
)
"""What asyncio, and what runs tests with it, says then."""

_RUNNING = events._get_running_loop
"""As it was before the suite began."""


class Standing:
    """Names the loops that kept tests from starting one."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self._tests: Dict[str, Dict[str, None]] = {}
        """The tests that each one kept, by the words for it."""

    def look(self, exception: BaseException) -> None:
        """Looks at an exception that failed a test, where its thread runs a loop even now."""
        loop = _RUNNING()
        if loop is not None and any(is_refusal(it) for it in chain(exception)):
            self._tests.setdefault(named(loop), {})[self.findings.now.place.test] = None

    def finish(self) -> None:
        """Says of each how many tests it kept."""
        for words, tests in self._tests.items():
            count = "1 test" if len(tests) == 1 else f"{len(tests)} tests"
            self.findings.sink.write("limit", words=f"{count} could start no event loop, because {words}")
        self._tests.clear()


def is_refusal(exception: BaseException) -> bool:
    """Whether an exception says that a loop cannot be started."""
    return isinstance(exception, RuntimeError) and any(words in str(exception) for words in _REFUSALS)


def named(loop: Any) -> str:
    """A loop that runs on, with who made it and where."""
    birth = birth_of(loop)
    name = type(loop).__qualname__
    if birth is None:
        return f"one of class `{name}` runs on in the same thread; where it was made is not known"
    frames = origin.as_frames(birth.steps)
    at = f" at {origin.short(frames[0]['file'])}:{frames[0]['line']}" if frames else ""
    return f"the one that {maker(birth.place)} made{at} runs on in the same thread"


def maker(place: Place) -> str:
    """Who made something, in words."""
    test = f"`{place.test}`" if place.test else "code outside of tests"
    return f"fixture `{place.fixture}`, set up for {test}," if place.fixture else test
