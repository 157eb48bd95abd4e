import asyncio
import json
import pathlib
from concurrent.futures import ThreadPoolExecutor


class PhotoIndex:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="photo-io")
        self.tags = {}
        self.albums = {}

    def _write(self, name, text):
        target = self.folder / name
        scratch = target.with_suffix(".tmp")
        scratch.write_text(text)
        scratch.replace(target)

    async def tag(self, photo, *tags):
        self.tags.setdefault(photo, []).extend(tags)
        loop = asyncio.get_running_loop()
        loop.run_in_executor(self._pool, self._write, "tags.json", json.dumps(self.tags))  # BUG

    async def add_to_album(self, album, photo):
        self.albums.setdefault(album, []).append(photo)
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._pool, self._write, "albums.json", json.dumps(self.albums))

    def close(self):
        self._pool.shutdown(wait=False)
