"""Replays recorded chat lines at their original pace."""
import asyncio
import time


def replay(lines):
    last = None
    for stamp, text in lines:
        if last is not None:
            time.sleep(stamp - last)
        last = stamp
        yield text


async def replay_async(lines):
    last = None
    for stamp, text in lines:
        if last is not None:
            await asyncio.sleep(stamp - last)
        last = stamp
        yield text


class ReplayRoom:
    def __init__(self):
        self.shown = []

    async def show(self, text):
        await asyncio.sleep(0)
        self.shown.append(text)

    async def play(self, lines):
        for text in replay(lines):  # BUG
            await self.show(text)
        return self.shown

    async def play_muted(self, lines):
        async for text in replay_async(lines):
            await self.show("*" * len(text))
        return self.shown
