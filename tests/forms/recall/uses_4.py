from __future__ import annotations
import asyncio
import os
import tempfile
import threading
import time
from asyncio import ensure_future
from pathlib import Path
from typing import Any


class Limit(Exception): ...


class Agent:
    def __init__(self) -> None:
        self.delay = 5
        self.fails = 0
        self._loop = asyncio.get_event_loop()  # UNDECIDABLE: right where an Agent is made inside a running loop; who makes one there is not here
        self._lock = threading.Lock()
        self._started = False
        self.conn = None

    # A: time.sleep behind two branches
    async def on_error(self, error: Exception) -> None:
        if isinstance(error, ValueError):
            if "max" in str(error):
                self.fails += 1
        elif isinstance(error, Limit):
            time.sleep(self.delay)  # BUG
            self.fails += 1

    # B: ensure_future with loop= in a callback, discarded
    def on_change(self) -> None:
        ensure_future(self.refresh(), loop=self._loop)  # BUG

    async def refresh(self) -> None: ...

    # C: discarded task of to_thread
    async def stop(self) -> None:
        asyncio.create_task(asyncio.to_thread(os.close, 1))  # BUG

    # D: Path.unlink / exists / stat / is_file
    async def clear(self, p: Path) -> None:
        p.unlink()  # BUG
        if p.exists():  # ALSO
            p.stat()  # ALSO
        if p.is_file() or os.path.isfile(p):  # ALSO
            p.read_text()  # BUG
        t = tempfile.TemporaryFile()  # BUG
        t.write(b"x")  # ALSO

    # E: check-then-act across await without lock
    async def connect(self, pool) -> None:
        if self.conn is None:  # ALSO
            self.conn = await pool.get()  # BUG

    # F: coroutines given to asyncio.wait
    async def close(self) -> None:
        await asyncio.wait([self.refresh(), self.on_error(ValueError())])  # BUG

    # G: asyncio.gather over coroutines that never await
    async def info(self, n: int) -> dict[str, int]:
        return {"n": n}

    async def infos(self) -> list:
        return list(await asyncio.gather(*[self.info(i) for i in range(3)]))

    # H: await in a list that is given to gather: serial
    async def serial(self) -> list:
        return await asyncio.gather(*[await self.info(i) for i in range(3)])  # BUG

    # I: with lock.acquire()
    async def lock_it(self) -> None:
        lock = asyncio.Lock()
        with lock.acquire():  # BUG
            self.fails += 1

    # J: await get_llm: an import in the function
    async def llm(self) -> Any:
        from r4b import get_model

        m = await get_model(name="x")  # UNDECIDABLE: get_model is in a module that is not here; whether it is async cannot be known
        return m


# K: async property used as plain value
class Conf:
    @property
    async def insert(self):
        return 1

    async def use(self) -> None:
        print(self.insert + 1)  # BUG


# L: async def given to a plain predicate list
async def _is_cancel(s: str) -> bool:
    return s == "x"


def run(s: str) -> None:
    if _is_cancel(s):  # BUG
        print("cancel")


# M: async override of a sync base method that the base calls
class Middleware:
    def allowed(self, origin: str) -> bool:
        return True

    def __call__(self, origin: str) -> None:
        if self.allowed(origin):  # BUG
            print("ok")


class LocalMiddleware(Middleware):
    async def allowed(self, origin: str) -> bool:  # ALSO
        return origin == "x"


# N: asyncio.Lock made by a decorator at import time
def one_at_a_time(method):
    method._lock = asyncio.Lock()

    async def locked(*args, **kw):
        async with method._lock:
            return await method(*args, **kw)

    return locked


# O: sync callback registry that calls what it is given
class Events:
    def __init__(self) -> None:
        self.cbs: list = []

    def register(self, cb) -> None:
        self.cbs.append(cb)

    def fire(self, e) -> None:
        for cb in self.cbs:
            cb(e)  # BUG


async def on_download(e) -> None:
    print(e)


def wire() -> None:
    ev = Events()
    ev.register(on_download)  # ALSO
    ev.fire(1)


# P: get_event_loop in a sync function of a library
def later(f) -> None:
    asyncio.get_event_loop().call_later(1, f)  # UNDECIDABLE: right when called inside a running loop; no caller here


# Q: get_event_loop().run_until_complete in main
def main() -> None:
    asyncio.get_event_loop().run_until_complete(Agent().refresh())  # BUG


if __name__ == "__main__":
    main()
