"""Plugins get a blocking facade to the async directory."""
import asyncio


class Directory:
    async def phone_of(self, name: str) -> str:
        await asyncio.sleep(0.001)
        return {"nora": "555-0101"}.get(name, "unknown")


class BlockingDirectory:
    """For plugin threads only."""

    def __init__(self, directory: Directory, loop: asyncio.AbstractEventLoop) -> None:
        self._directory = directory
        self._loop = loop

    def phone_of(self, name: str) -> str:
        future = asyncio.run_coroutine_threadsafe(self._directory.phone_of(name), self._loop)
        return future.result()


async def call_button(name: str) -> str:
    facade = BlockingDirectory(Directory(), asyncio.get_running_loop())
    return f"Call {facade.phone_of(name)}"  # BUG


async def text_button(name: str) -> str:
    facade = BlockingDirectory(Directory(), asyncio.get_running_loop())
    return f"Text {await asyncio.to_thread(facade.phone_of, name)}"
