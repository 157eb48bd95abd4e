import asyncio
import atexit
import functools
import queue
import signal
import threading
from contextlib import contextmanager
from typing import Any

from fastapi import BackgroundTasks, Depends, FastAPI

app = FastAPI()


async def fetch(n: int) -> int:
    await asyncio.sleep(0)
    return n


async def numbers():
    yield 1


async def m01():
    return await asyncio.gather([fetch(1), fetch(2)])  # list to gather  # BUG


async def m02(urls):
    return await asyncio.gather(fetch(u) for u in urls)  # generator to gather  # BUG


async def m03(urls):
    [fetch(u) for u in urls]  # dropped list of coroutines  # BUG


async def m04(urls) -> list[int]:
    results = [fetch(u) for u in urls]  # ALSO
    return results  # list of coroutines returned as list[int]  # BUG


async def m05(urls):
    total = 0
    for r in [fetch(u) for u in urls]:  # ALSO
        total += r  # coroutine added  # BUG
    return total


async def m06(urls):
    return sum(map(fetch, urls))  # BUG


async def m07(urls):
    return list(map(fetch, urls))[0] + 1  # BUG


@app.get("/1")
async def m08(tasks: BackgroundTasks):
    tasks.add_task(fetch(1))  # called, not given  # BUG


@app.get("/2")
async def m09(value: Any = Depends(fetch(1))):  # called dependency  # BUG
    return value


@functools.lru_cache  # ALSO
async def m10(n: int) -> int:  # lru_cache on async def  # BUG
    return n


class Thing:
    async def __init__(self):  # async __init__  # BUG
        await fetch(1)

    @property
    async def name(self) -> str:
        return "x"

    @functools.cached_property  # ALSO
    async def cached(self) -> str:  # cached_property on async def  # BUG
        return "x"

    async def m13(self):
        return self.name.upper()  # async property not awaited  # BUG

    def __eq__(self, other):
        return True

    async def __bool__(self):  # async __bool__  # BUG
        return True


@contextmanager  # ALSO
async def m15():  # contextmanager on async generator  # BUG
    yield 1


async def m16():
    await numbers()  # await of async generator  # BUG


async def m17():
    async for x in await numbers():  # BUG
        print(x)


async def m18():
    q = queue.Queue()
    return q.get()  # blocking queue  # BUG


async def m19(path):
    with open(path) as file:  # blocking file  # BUG
        return file.read()  # ALSO


async def m20():
    signal.signal(signal.SIGTERM, fetch)  # BUG


async def m21():
    threading.Thread(target=asyncio.run(fetch(1))).start()  # BUG


async def m22():
    task = asyncio.create_task(fetch(1))  # ALSO
    return task + 1  # task used as value  # BUG


async def m23():
    task = asyncio.create_task(fetch(1))
    if task:  # task is always true  # BUG
        return 1


async def m24():
    data = await fetch(1), fetch(2)  # tuple, second not awaited  # BUG
    return data[1] + 1  # ALSO


async def m25():
    return {"a": fetch(1), "b": 2}  # coroutine in returned dict  # BUG


async def m26():
    print(f"got {fetch(1)}")  # BUG


async def m27():
    await fetch  # BUG


async def m28():
    asyncio.run(fetch(1))  # BUG


async def m29():
    x = await asyncio.wait_for(fetch(1).result(), 1)  # BUG
    return x


async def m30():
    try:
        return fetch(1)  # return in try: the except never sees it  # BUG
    except ValueError:
        return 0


async def m31():
    event = asyncio.Event()
    event.wait()  # BUG


async def m32(lock: asyncio.Lock):
    lock.acquire()  # BUG
    try:
        pass
    finally:
        lock.release()


async def m33(q: asyncio.Queue):
    item = q.get()  # BUG
    q.put(item + 1)  # BUG


async def m34(executor):
    await asyncio.get_running_loop().run_in_executor(executor, fetch, 1)  # BUG


async def m35():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(fetch)  # BUG
        fetch(2)  # BUG


def m36():
    asyncio.create_task(fetch(1))  # in plain function  # BUG


async def m37():
    proc = asyncio.create_subprocess_exec("ls")  # BUG
    await proc.wait()  # ALSO


async def m38():
    reader, writer = asyncio.open_connection("a", 1)  # BUG
    writer.write(b"x")


async def m39(ws):
    while True:
        try:
            await ws.recv()
        except Exception:
            pass
        except asyncio.CancelledError:  # BUG
            pass  # ALSO


async def m40():
    await asyncio.gather(*[fetch(1)], return_exceptions=True)  # results ignored  # UNDECIDABLE: best effort may be meant, and fetch cannot fail


def m41():
    return [x for x in numbers()]  # sync comprehension of async gen  # BUG


async def m42():
    return sorted(numbers())  # BUG


async def m43():
    await asyncio.sleep(1000 * 60) if fetch(1) else None  # BUG


async def m44():
    assert fetch(1) == 1  # BUG


async def m45():
    yield fetch(1)  # yields a coroutine: might be meant  # UNDECIDABLE: the consumer may await what is yielded


atexit.register(fetch, 1)  # BUG
