"""What the tests call: things are made several calls below them."""

import asyncio
import contextlib


async def request(name):
    return name


def make(name):
    return request(name)


def prepare(name):
    return make(name)


@contextlib.contextmanager
def connected(name):
    yield prepare(name)


def open_one(name):
    with connected(name) as connection:
        return [connection]


def open_all(*names):
    return list(map(open_one, names))


async def refresh():
    await asyncio.sleep(3600)


class Cache:
    tasks = []

    def start(self):
        self.tasks.append(self.spawn())

    def spawn(self):
        return self.task_of(refresh)

    def task_of(self, function):
        return self.wrapped(function())

    def wrapped(self, coroutine):
        return self.started(coroutine)

    def started(self, coroutine):
        return asyncio.create_task(coroutine)


def new_loop():
    return made_loop()


def made_loop():
    return asyncio.new_event_loop()


def down(steps):
    return down(steps - 1) if steps else request("deep")
