"""Threaded audio capture, driven by an asyncio control server."""
from __future__ import annotations

import asyncio
import threading
import time


class CaptureThread:
    def __init__(self, device: str, period: float = 0.25) -> None:
        self.device = device
        self.period = period
        self.blocks = 0
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"capture-{device}")

    def start(self) -> None:
        self._thread.start()

    def _run(self) -> None:
        while True:
            self.blocks += 1
            if self._stopping.wait(self.period):
                break
        self._finalize()

    def _finalize(self) -> None:
        time.sleep(self.period)  # the driver hands over its last block late

    def finish(self) -> int:
        self._stopping.set()
        self._thread.join()
        return self.blocks


class ControlServer:
    def __init__(self, microphone: CaptureThread, line_in: CaptureThread) -> None:
        self.microphone = microphone
        self.line_in = line_in

    async def mute_microphone(self) -> str:
        blocks = self.microphone.finish()  # BUG
        return f"{blocks} blocks recorded"

    async def unplug_line_in(self) -> str:
        blocks = await asyncio.to_thread(self.line_in.finish)
        return f"{blocks} blocks recorded"
