"""Thread pools that tests make and nobody shuts down."""

import functools
import sys
import weakref
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Set

from . import origin
from .birth import Birth
from .findings import Findings

OF_A_LOOP = "asyncio"
"""How asyncio names the threads of a loop's own pool. What becomes of that is told of the loop."""


class Executors:
    """Notices executors whose threads outlive the session's tests."""

    def __init__(self, findings: Findings, test_files: Set[str]) -> None:
        self.findings = findings
        self.test_files = test_files
        self._births: "weakref.WeakKeyDictionary[ThreadPoolExecutor, Birth]" = weakref.WeakKeyDictionary()

    def start(self) -> None:
        """Puts the hook in its place."""
        original = ThreadPoolExecutor.__init__

        @functools.wraps(original)
        def __init__(executor: Any, *args: Any, **kwargs: Any) -> None:
            original(executor, *args, **kwargs)
            try:
                self._births[executor] = Birth(origin.steps(sys._getframe(1)), self.findings.now.place)
            except Exception:
                self.findings.error("executors")

        ThreadPoolExecutor.__init__ = __init__  # type: ignore[method-assign,assignment]

    def finish(self) -> None:
        """Tells of those that a test or fixture made and that are not shut down now.

        One that the code under test makes on first use may be meant to live as long as the process.
        """
        for executor, birth in list(self._births.items()):
            threads = [thread for thread in executor._threads if thread.is_alive()]
            is_of_test = bool(birth.steps) and birth.steps[0][0].co_filename in self.test_files
            prefix = executor._thread_name_prefix or ""
            if not threads or not is_of_test or not birth.place.test or executor._shutdown or prefix == OF_A_LOOP:
                continue
            frames = origin.as_frames(birth.steps)
            self.findings.tell("executor-not-shut-down", prefix, frames, birth.place, how="end")
