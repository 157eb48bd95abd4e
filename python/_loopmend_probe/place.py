"""Where the session is: which test, which phase, which fixture."""

from typing import Dict


class Place:
    """A point in the session.

    No named tuple: those are made by a function without built-in functions, in which, should the garbage collector
    run there, CPython fails to warn of coroutines (`KeyError: '__import__'`); `coroutines.py` has it ask the probe.
    """

    __slots__ = ("fixture", "phase", "scope", "test")

    def __init__(self, test: str, phase: str, fixture: str = "", scope: str = "function") -> None:
        self.test = test
        """The node id of the test; empty outside of tests."""
        self.phase = phase
        """`collection`, `setup`, `call`, `teardown` or `session`."""
        self.fixture = fixture
        """The fixture that is set up or torn down."""
        self.scope = scope if test and phase != "collection" else "session"
        """How long what is made here lasts, if it lasts as long as what makes it: a scope of pytest."""

    def with_fixture(self, fixture: str, scope: str = "function") -> "Place":
        """The same test and phase, in a fixture of a scope."""
        return Place(self.test, self.phase, fixture, scope)

    def as_event(self) -> Dict[str, str]:
        """The place as it is written."""
        return {"test": self.test, "phase": self.phase, "fixture": self.fixture}


class Now:
    """The place at this moment. Tests run one after the other, so one place serves all threads."""

    def __init__(self) -> None:
        self.place = Place("", "session")
