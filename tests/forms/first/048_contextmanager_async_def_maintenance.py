"""Maintenance windows of the shop API."""
import asyncio
from contextlib import asynccontextmanager, contextmanager


class ShopState:
    def __init__(self):
        self.read_only = False
        self.banner = ""


async def publish(state, message):
    await asyncio.sleep(0)
    state.banner = message


@contextmanager  # BUG
async def read_only_window(state):  # ALSO
    await publish(state, "read only")
    state.read_only = True
    try:
        yield state
    finally:
        state.read_only = False


@asynccontextmanager
async def banner_window(state, message):
    await publish(state, message)
    try:
        yield state
    finally:
        state.banner = ""


async def migrate(state):
    async with read_only_window(state) as window:  # ALSO
        await asyncio.sleep(0)
        return window.read_only


async def announce(state):
    async with banner_window(state, "Sale!") as window:
        await asyncio.sleep(0)
        return window.banner
