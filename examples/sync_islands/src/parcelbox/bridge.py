"""Plain functions over the async carriers."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def run_sync(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """Meant to work everywhere. Inside of a loop it always raises: the loop runs already."""
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(coroutine)
    return loop.run_until_complete(coroutine)


def run_in_thread(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """Runs a coroutine in a thread, and waits. Inside of a loop, that loop stands still meanwhile."""
    with ThreadPoolExecutor(max_workers=1) as executor:
        return executor.submit(asyncio.run, coroutine).result()
