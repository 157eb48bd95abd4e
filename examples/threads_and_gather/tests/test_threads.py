"""Hits from many threads."""

import asyncio
from concurrent.futures import ThreadPoolExecutor


async def test_hits_from_threads(counter):
    async def hit():
        counter.hit("page")

    await asyncio.gather(*[asyncio.to_thread(hit) for _ in range(50)])
    assert counter.total() == 50


async def test_hits_of_two_names(counter):
    async def hit(name):
        counter.hit(name)

    tasks = []
    for name in ["page", "image"] * 10:
        tasks.append(asyncio.to_thread(hit, name))
    for task in tasks:
        await task
    assert counter.total() == 20


async def test_items_from_threads(buffer):
    async def store(item):
        return buffer.store(item)

    tasks = [asyncio.to_thread(store, item) for item in range(200)]
    await asyncio.gather(*tasks, return_exceptions=True)
    assert len(buffer) == 200


async def test_items_from_an_executor(buffer):
    async def store(item):
        return buffer.store(item)

    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=4) as executor:
        futures = [loop.run_in_executor(executor, store, item) for item in range(20)]
        await asyncio.gather(*futures)
    assert len(buffer) == 20


def test_items_from_a_pool(buffer):
    async def store(item):
        return buffer.store(item)

    with ThreadPoolExecutor(max_workers=4) as executor:
        futures = [executor.submit(store, item) for item in range(20)]
    assert [future.exception() for future in futures] == [None] * 20
    assert len(buffer) == 20


async def test_plain_functions_in_threads(counter):
    """No bug: the function is plain."""

    def hit():
        counter.hit("page")

    await asyncio.gather(*(asyncio.to_thread(hit) for _ in range(50)))
    assert counter.total() == 50


async def test_a_loop_in_each_thread(counter):
    """No bug: each thread runs the coroutine on a loop of its own."""

    async def hit(name):
        await asyncio.sleep(0)
        counter.hit(name)

    await asyncio.gather(*(asyncio.to_thread(asyncio.run, hit("page")) for _ in range(5)))
    assert counter.total() == 5


async def test_coroutines_from_threads_are_awaited(counter):
    """No bug: what the threads return is awaited here."""

    async def hit():
        counter.hit("page")

    coroutines = await asyncio.gather(*(asyncio.to_thread(hit) for _ in range(5)))
    await asyncio.gather(*coroutines)
    assert counter.total() == 5
