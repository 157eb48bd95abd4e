import asyncio
import tempfile
from pathlib import Path

from watchdog.events import FileSystemEventHandler
from watchdog.observers import Observer


class Inbox(FileSystemEventHandler):
    def __init__(self, loop: asyncio.AbstractEventLoop):
        self.loop = loop
        self.imported = asyncio.Event()

    def on_created(self, event):
        if event.src_path.endswith(".csv"):
            coro = self.load(Path(event.src_path))
            asyncio.run_coroutine_threadsafe(coro, self.loop)

    async def load(self, path: Path):
        await asyncio.sleep(0.05)
        print("imported", path.name)
        self.imported.set()


async def main():
    inbox = Inbox(asyncio.get_running_loop())
    with tempfile.TemporaryDirectory() as folder:
        observer = Observer()
        observer.schedule(inbox, folder)
        observer.start()
        try:
            await asyncio.to_thread((Path(folder) / "orders.csv").write_text, "1;2\n")
            await asyncio.wait_for(inbox.imported.wait(), timeout=3)
        finally:
            observer.stop()
            observer.join()


if __name__ == "__main__":
    asyncio.run(main())
