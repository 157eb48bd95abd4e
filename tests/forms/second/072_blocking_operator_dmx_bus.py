import asyncio
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Frame:
    start: int
    levels: bytes


class DmxBus:
    """Stage lighting bus: ``bus << frame`` transmits one frame."""

    BREAK = 0.16

    def __init__(self):
        self.universe = bytearray(512)

    def __lshift__(self, frame):
        self._transmit(frame)
        return self

    def _transmit(self, frame):
        end = frame.start + len(frame.levels)
        self.universe[frame.start : end] = frame.levels
        time.sleep(self.BREAK)

    def transmit_all(self, frames):
        for frame in frames:
            self._transmit(frame)


class LightShow:
    def __init__(self, bus):
        self.bus = bus

    async def blackout(self):
        self.bus << Frame(0, bytes(256)) << Frame(256, bytes(256))  # BUG

    async def full_on(self):
        frames = [Frame(0, b"\xff" * 256), Frame(256, b"\xff" * 256)]
        await asyncio.to_thread(self.bus.transmit_all, frames)
