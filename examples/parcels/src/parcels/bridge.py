"""From plain code to async code."""

import asyncio
from functools import wraps


def run_sync(coroutine):
    """Runs it, where no loop runs."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(coroutine)
    raise RuntimeError("await it instead")


def command(function):
    """Makes a command of an async function."""

    @wraps(function)
    def wrapper(*arguments, **options):
        return asyncio.run(function(*arguments, **options))

    return wrapper
