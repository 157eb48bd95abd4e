"""Sensor driver thread that hands readings to the event loop."""
from __future__ import annotations

import asyncio
import threading
from concurrent.futures import Future


class SensorBridge:
    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self.readings: list[float] = []
        self.errors: list[str] = []

    async def store(self, value: float) -> None:
        await asyncio.sleep(0)
        if value < -273.15:
            raise ValueError(f"impossible temperature {value}")
        self.readings.append(value)

    def _report(self, future: Future[None]) -> None:
        if not future.cancelled() and (error := future.exception()):
            self.errors.append(str(error))

    def on_temperature(self, value: float) -> None:
        asyncio.run_coroutine_threadsafe(self.store(value), self.loop)  # BUG

    def on_dew_point(self, value: float) -> None:
        future = asyncio.run_coroutine_threadsafe(self.store(value), self.loop)
        future.add_done_callback(self._report)


def start_driver(callback, values: list[float]) -> threading.Thread:
    def pump() -> None:
        for value in values:
            callback(value)

    thread = threading.Thread(target=pump, daemon=True)
    thread.start()
    return thread
