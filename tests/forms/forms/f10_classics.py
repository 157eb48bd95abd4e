# WANT one finding for each line marked BUG; most are silent today. Each raises, warns or loses work on a real interpreter.
import asyncio
import functools
from contextlib import contextmanager
from functools import cached_property, lru_cache


async def fetch(x: int = 1) -> int:
    return x


@lru_cache  # the second call gets a coroutine that was awaited already  # BUG
async def cached(x: int) -> int:  # ALSO
    return x


class Thing:
    async def __init__(self): ...  # __init__ must return None  # BUG

    async def __bool__(self):  # BUG
        return True

    @cached_property  # ALSO
    async def value(self) -> int:  # the second await raises  # BUG
        return 1

    @property
    async def size(self) -> int:
        return 1

    def __del__(self):
        asyncio.create_task(fetch())  # no loop runs in the collector, or the wrong one  # BUG


@contextmanager  # asynccontextmanager  # BUG
async def session():  # ALSO
    yield 1


async def uses(thing: Thing, q: asyncio.Queue) -> list[int]:
    if thing.size > 1:  # async property is not awaited  # BUG
        pass
    await asyncio.gather([fetch(1), fetch(2)])  # a list; `*` is missing  # BUG
    await asyncio.wait([fetch(1)])  # TypeError from 3.11 on  # BUG
    [fetch(i) for i in range(3)]  # BUG
    for item in [fetch(1), fetch(2)]:  # items are never awaited  # BUG
        print(item)  # ALSO
    item = q.get()  # and item is used as the value  # BUG
    print(item + 1)  # ALSO
    task = asyncio.create_task(fetch())
    if task:  # a task is always true  # BUG
        print(task + 1)  # BUG
    text = "{}".format(fetch())  # BUG
    number: int = fetch()  # contradicts its annotation  # BUG
    either = fetch() or 0  # BUG
    await asyncio.shield(fetch())
    return [fetch(i) for i in range(3)]  # a list of coroutines where list[int] is promised  # BUG


async def group_over_yield():
    async with asyncio.TaskGroup() as group:  # ALSO
        group.create_task(fetch())
        yield 1  # a cancel scope held over a yield  # BUG


async def leaves_generator():
    async for x in group_over_yield():  # ALSO
        if x:
            break  # the generator is closed later, by somebody else (contextlib.aclosing)  # BUG


async def hides(tasks):
    results = await asyncio.gather(*tasks, return_exceptions=True)  # ALSO
    return len(results)  # exceptions are counted as results  # BUG


async def slow_sum(n: int) -> int:
    await asyncio.sleep(1, loop=asyncio.get_event_loop())  # no such argument since 3.10  # BUG
    return n
