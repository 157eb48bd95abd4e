"""Dispatches the sub-commands of a deployment tool."""
import asyncio
import subprocess
import sys


def run_tests(target):
    return subprocess.call([sys.executable, "-c", "pass", target])  # ALSO


def describe(target):
    return len(target)


async def run_lint(target):
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", "pass", target)
    return await process.wait()


ACTIONS = {"test": run_tests, "describe": describe}
ASYNC_ACTIONS = {"lint": run_lint}


async def dispatch(action, target):
    if action in ASYNC_ACTIONS:
        return await ASYNC_ACTIONS[action](target)
    return ACTIONS[action](target)  # BUG


async def dispatch_in_thread(action, target):
    if action in ASYNC_ACTIONS:
        return await ASYNC_ACTIONS[action](target)
    return await asyncio.to_thread(ACTIONS[action], target)


async def dispatch_described(target):
    await asyncio.sleep(0)
    return {"describe": describe}["describe"](target)
