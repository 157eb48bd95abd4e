"""The probe makes no garbage and keeps nothing alive.

Each test writes the garbage that a mistake leaves, and which of its objects outlive it, to the file that `GARBAGE`
names. It is the same with and without the probe.
"""

import asyncio
import collections
import concurrent.futures
import gc
import json
import os
import types
import weakref
from unittest import mock

import pytest

ATTACHED = ("Birth", "Place")
"""What the probe attaches to loops, tasks and futures: it is garbage where they are."""


class Thing:
    """Something of the program."""


class Limit(BaseException):
    """What a limit of time raises."""


def is_attached(it):
    """Whether an object only says where a loop, a task or a future was made."""
    if type(it).__module__.startswith("_loopmend_probe"):
        return type(it).__name__ in ATTACHED or type(it).__module__.endswith(".facts")
    if type(it) is tuple:
        return all(type(part) is types.CodeType or is_attached(part) for part in it if type(part) is not int)
    if type(it) is dict:
        return set(it) <= {"_loopmend_birth"}
    # The stack that a traceback leads to has calls of the probe on it.
    return type(it) in (weakref.ref, types.FrameType, types.GeneratorType)


def described(it):
    name = f"{type(it).__module__}.{type(it).__qualname__}"
    code = getattr(it, "__code__", None)
    return f"{name} {code.co_name}" if type(code) is types.CodeType else name


@pytest.fixture
def watched(request):
    """Gives the list for the objects that are watched, and writes what is left of the test."""
    things = []
    gc.collect()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    yield things
    outlives = [name for name, reference in things if reference() is not None]
    gc.collect()
    found = collections.Counter(described(it) for it in gc.garbage if not is_attached(it))
    gc.set_debug(0)
    gc.garbage.clear()
    gc.enable()
    gc.collect()
    with open(os.environ["GARBAGE"], "a", encoding="utf-8") as file:
        file.write(json.dumps([request.node.name, sorted(outlives), found], sort_keys=True) + "\n")


def watch(things, name, it):
    things.append((name, weakref.ref(it)))
    return it


async def save(thing=None):
    return thing


async def forever(thing=None):
    await asyncio.get_running_loop().create_future()
    return thing


def test_collector_finds_nothing(watched):
    save()
    gc.collect()
    assert gc.garbage == []


def test_coroutine_is_dropped(watched):
    save(watch(watched, "argument", Thing()))


def test_coroutine_is_in_a_cycle(watched):
    cycle = [save(watch(watched, "argument", Thing()))]
    cycle.append(cycle)
    del cycle
    gc.collect()


def test_mock_is_called(watched):
    called = watch(watched, "mock", mock.AsyncMock())
    called(watch(watched, "argument", Thing()))


def test_task_is_left(watched):
    async def main():
        watch(watched, "task", asyncio.ensure_future(forever(watch(watched, "argument", Thing()))))
        await asyncio.sleep(0)

    asyncio.run(main())


def test_task_waits_for_its_cancellation(watched):
    async def wait():
        try:
            await asyncio.sleep(float("inf"))
        finally:
            watch(watched, "made at the end", Thing())

    async def main():
        watch(watched, "task", asyncio.ensure_future(wait()))
        await asyncio.sleep(0)

    asyncio.run(main())


def test_task_dies(watched):
    async def main():
        watch(watched, "task", asyncio.ensure_future(forever(watch(watched, "argument", Thing()))))
        await asyncio.sleep(0)
        gc.collect()

    # Where all garbage is saved, nothing that dies in a cycle dies.
    gc.set_debug(0)
    asyncio.run(main())
    gc.set_debug(gc.DEBUG_SAVEALL)


def test_exception_is_lost(watched):
    async def fail():
        raise watch(watched, "exception", ValueError("nobody looks"))

    async def main():
        watch(watched, "task", asyncio.ensure_future(fail()))
        await asyncio.sleep(0)
        await asyncio.sleep(0)

    asyncio.run(main())


def test_callback_fails(watched):
    def fail(thing):
        raise watch(watched, "exception", ValueError("nobody looks"))

    async def main():
        asyncio.get_running_loop().call_soon(fail, watch(watched, "argument", Thing()))
        await asyncio.sleep(0)

    asyncio.run(main())


def test_generator_is_left(watched):
    async def count(thing):
        yield 1
        yield 2

    async def main():
        numbers = watch(watched, "generator", count(watch(watched, "argument", Thing())))
        await numbers.asend(None)

    asyncio.run(main())


def test_loop_is_left(watched):
    asyncio.new_event_loop().run_until_complete(save())
    gc.collect()


def test_executor_is_left(watched):
    executor = watch(watched, "executor", concurrent.futures.ThreadPoolExecutor(1))
    executor.submit(Thing).result()


def of_another_loop(make):
    async def main():
        return make()

    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(main())
    finally:
        loop.close()


def bound():
    lock = asyncio.Lock()
    lock._loop = asyncio.get_running_loop()
    return lock


@pytest.mark.parametrize("make", [bound, lambda: asyncio.get_running_loop().create_future()], ids=["lock", "future"])
def test_two_loops_share(watched, make):
    """What the handler of a loop gets has frames that still run."""

    async def main(shared, thing):
        if isinstance(shared, asyncio.Lock):
            shared._locked = True
        try:
            await (shared.acquire() if isinstance(shared, asyncio.Lock) else shared)
        except RuntimeError as exception:
            asyncio.get_running_loop().call_exception_handler({"message": "shared", "exception": exception})
        del thing
        return [name for name, reference in watched if name == "argument" and reference() is not None]

    shared = watch(watched, "shared", of_another_loop(make))
    kept = asyncio.run(main(shared, watch(watched, "argument", Thing())))
    if kept:
        watched.append(("argument, after `del`", lambda: True))


def test_shutdown_hangs_until_a_limit(monkeypatch):
    """The limit is a signal handler that raises while the probe looks at the tasks."""
    hanging, watched = pytest.importorskip("_loopmend_probe.hanging"), []

    def strike(_task):
        raise watch(watched, "limit", Limit())

    monkeypatch.setattr(hanging, "_PERIOD", 0)
    monkeypatch.setattr(hanging, "goes_on", strike)

    async def stay():
        for _turn in range(10):
            try:
                await asyncio.sleep(0)
            except asyncio.CancelledError:
                pass

    async def main():
        watch(watched, "task", asyncio.ensure_future(stay()))

    struck = False
    gc.disable()
    try:
        asyncio.run(main())
    except Limit:
        struck = True
    left = [name for name, reference in watched if name == "limit" and reference() is not None]
    gc.enable()
    assert (struck, left) == (True, [])
