import asyncio
import os
import tempfile
import threading
import time


def slow_storage(path):
    time.sleep(0.3)
    with open(path, "rb") as fh:
        fh.read()


async def upload(path, chunks):
    with open(path, "wb") as fh:  # BUG
        for chunk in chunks:
            fh.write(chunk)
    return sum(map(len, chunks))


async def serve(path):
    task = asyncio.create_task(upload(path, [b"a" * 10, b"b" * 10]))
    start = time.monotonic()
    await asyncio.sleep(0.01)
    print("health check late:", time.monotonic() - start > 0.2)
    print("stored", await task)


if __name__ == "__main__":
    path = os.path.join(tempfile.mkdtemp(), "upload.fifo")
    os.mkfifo(path)
    threading.Thread(target=slow_storage, args=(path,)).start()
    asyncio.run(serve(path))
