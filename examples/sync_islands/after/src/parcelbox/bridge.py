"""Plain functions over the async carriers."""

from collections.abc import Coroutine
from typing import Any

from loopmend.aio import run_sync as run_on_helper_thread


def run_sync(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """Works everywhere. Inside of a loop, a thread runs the coroutine, and that loop stands still meanwhile."""
    return run_on_helper_thread(coroutine, allow_running_loop=True)


run_in_thread = run_sync
