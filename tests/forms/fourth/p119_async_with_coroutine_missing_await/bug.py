import tempfile
from pathlib import Path

import anyio


async def word_count(path):
    async with anyio.open_file(path) as fp:  # BUG
        text = await fp.read()
    return len(text.split())


if __name__ == "__main__":
    path = Path(tempfile.mkdtemp()) / "notes.txt"
    path.write_text("one two three")
    print("words:", anyio.run(word_count, path))
