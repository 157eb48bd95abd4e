"""A reader thread hands samples to the event loop."""
import asyncio
import threading


class Recorder:
    def __init__(self):
        self.samples = []

    async def record(self, sample):
        await asyncio.sleep(0)
        if sample < 0:
            raise ValueError(f"bad sample {sample}")
        self.samples.append(sample)


class Reader(threading.Thread):
    def __init__(self, recorder, loop, samples):
        super().__init__(daemon=True)
        self.recorder = recorder
        self.loop = loop
        self.samples = samples
        self.errors = []

    def run(self):
        for sample in self.samples:
            asyncio.run_coroutine_threadsafe(self.recorder.record(sample), self.loop)  # BUG


class CheckedReader(Reader):
    def run(self):
        for sample in self.samples:
            handed = asyncio.run_coroutine_threadsafe(self.recorder.record(sample), self.loop)
            try:
                handed.result(timeout=1)
            except ValueError as error:
                self.errors.append(str(error))


async def read(reader_class, samples):
    reader = reader_class(Recorder(), asyncio.get_running_loop(), samples)
    reader.start()
    while reader.is_alive():
        await asyncio.sleep(0.01)
    return reader.recorder.samples, reader.errors
