"""Nothing refers to what dies, and nothing brings it back: garbage is collected inside of finalizers, and the probe
looks."""

import asyncio
import gc
import sys
import types
import warnings
import weakref

KEPT = []
SEEN = []


async def save():
    pass


def references(it):
    """How many refer to a thing, and how many do so weakly."""
    return sys.getrefcount(it), weakref.getweakrefcount(it)


def look(find):
    """Has garbage of each age collected, and notes what refers to a thing before and after."""
    before = references(find())
    for generation in range(3):
        gc.collect(generation)
    gc.freeze()
    gc.unfreeze()
    SEEN.append((before, references(find())))


def is_untouched(name):
    found = [(before, after) for before, after in SEEN if before != after or after[1]]
    count = len(SEEN)
    SEEN.clear()
    assert count == 1 and not found, (name, count, found)


def dying():
    return next(it for it in gc.get_objects() if type(it) is types.CoroutineType and it.cr_code is save.__code__)


def test_coroutine():
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning = lambda *_, **__: look(dying)
        save()
    is_untouched("coroutine")


class Loop(asyncio.SelectorEventLoop):
    def __del__(self):
        weak = weakref.getweakrefcount(self)
        super().__del__()
        gc.collect()
        SEEN.append((weak, weakref.getweakrefcount(self)))

    def call_exception_handler(self, context):
        task = context.get("task") or context.get("future")
        before = references(task)
        super().call_exception_handler(context)
        gc.collect(0)
        if task is not None:
            SEEN.append((before, references(task)))


def test_loop():
    loop = Loop()
    loop.run_until_complete(asyncio.sleep(0))
    del loop
    gc.collect()
    ((before, after),) = SEEN
    SEEN.clear()
    assert before == after


async def forever():
    await asyncio.get_running_loop().create_future()


async def start():
    task = asyncio.get_running_loop().create_task(forever())
    await asyncio.sleep(0)
    task = None
    gc.collect()


def test_task():
    loop = Loop()
    loop.run_until_complete(start())
    loop.close()
    ((before, after),) = SEEN
    SEEN.clear()
    assert before == after


def test_the_dead_stay_dead():
    assert not [it for it in gc.get_objects() if type(it) is types.CoroutineType and it.cr_code is save.__code__]
