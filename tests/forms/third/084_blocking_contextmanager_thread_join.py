"""Progress spinner which runs in a thread."""
import asyncio
import threading
from contextlib import asynccontextmanager, contextmanager


class Spinner:
    def __init__(self, interval):
        self.stop = threading.Event()
        self.interval = interval
        self.frames = 0

    def spin(self):
        while not self.stop.is_set():
            self.frames += 1
            self.stop.wait(self.interval)
        threading.Event().wait(self.interval)


@contextmanager
def spinning(spinner):
    thread = threading.Thread(target=spinner.spin)
    thread.start()
    try:
        yield spinner
    finally:
        spinner.stop.set()
        thread.join()  # ALSO


@asynccontextmanager
async def spinning_async(spinner):
    work = asyncio.create_task(asyncio.to_thread(spinner.spin))
    try:
        yield spinner
    finally:
        spinner.stop.set()
        await work


async def convert(spinner, text):
    with spinning(spinner):  # BUG
        await asyncio.sleep(0.01)
        return text.upper()


async def validate(spinner, text):
    async with spinning_async(spinner):
        await asyncio.sleep(0.01)
        return text.isupper()
