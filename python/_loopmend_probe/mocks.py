"""Calls of `AsyncMock` that nobody awaits: their coroutine is made inside of `unittest.mock`, the call is what
matters."""

import sys
from typing import Any, Tuple

from . import origin
from .coroutines import OF_MOCKS, Coroutines

GENERATED = "<string>"
"""The file of the functions that `create_autospec` makes."""


class Mocks:
    """Notes where mocks are called, from when `unittest.mock` is imported."""

    def __init__(self, coroutines: Coroutines) -> None:
        self.coroutines = coroutines
        self.test: Tuple[origin.Step, ...] = ()
        """Where the test begins that is called: a mock that an event loop calls is one of its own."""
        self._is_watching = False

    def watch(self) -> None:
        """Puts the hook in its place, once the module is there."""
        if self._is_watching:
            return
        module = sys.modules.get("unittest.mock")
        mixin: Any = getattr(module, "AsyncMockMixin", None)
        if mixin is None:
            return
        self._is_watching = True
        execute = mixin._execute_mock_call
        coroutines = self.coroutines

        def _execute_mock_call(*args: Any, **kwargs: Any) -> Any:
            coroutine = execute(*args, **kwargs)
            try:
                steps = origin.caller()
                while len(steps) > 1 and steps[0][0].co_filename == GENERATED:
                    steps = steps[1:]
                is_of_loop = not steps or origin.is_hidden(steps[0][0].co_filename)
                coroutines.made(coroutine, self.test if is_of_loop and self.test else steps, OF_MOCKS)
            except Exception:
                coroutines.findings.error("mocks")
            return coroutine

        mixin._execute_mock_call = _execute_mock_call
