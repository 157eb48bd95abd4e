"""Bridge between the threaded MQTT client and our asyncio store."""
from __future__ import annotations

import asyncio
import json
import logging
from concurrent.futures import Future

log = logging.getLogger("bridge")


class ReadingStore:
    def __init__(self) -> None:
        self.readings: dict[str, float] = {}
        self.alarms: list[str] = []

    async def save(self, payload: bytes) -> None:
        message = json.loads(payload)
        await asyncio.sleep(0)
        self.readings[message["sensor"]] = float(message["value"])

    async def alarm(self, payload: bytes) -> None:
        message = json.loads(payload)
        await asyncio.sleep(0)
        self.alarms.append(message["sensor"])


def _report(future: Future[None]) -> None:
    if not future.cancelled() and (error := future.exception()) is not None:
        log.error("message was not handled", exc_info=error)


class MqttBridge:
    """The on_* methods are called on the network thread of the MQTT client."""

    def __init__(self, store: ReadingStore, loop: asyncio.AbstractEventLoop) -> None:
        self.store = store
        self.loop = loop

    def on_reading(self, topic: str, payload: bytes) -> None:
        asyncio.run_coroutine_threadsafe(self.store.save(payload), self.loop)  # BUG

    def on_alarm(self, topic: str, payload: bytes) -> None:
        future = asyncio.run_coroutine_threadsafe(self.store.alarm(payload), self.loop)
        future.add_done_callback(_report)
