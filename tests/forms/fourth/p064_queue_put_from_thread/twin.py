import asyncio
import threading
import time


class Layout:
    def __init__(self, loop):
        self.loop = loop
        self.queue = asyncio.Queue()

    def update(self, model):
        self.loop.call_soon_threadsafe(self.queue.put_nowait, model)

    async def render(self):
        model = await self.queue.get()
        return f"<div>{model}</div>"


def background(layout):
    time.sleep(0.1)
    layout.update("clicked")


async def main():
    layout = Layout(asyncio.get_running_loop())
    start = time.monotonic()
    asyncio.get_running_loop().call_later(1.0, lambda: None)
    threading.Thread(target=background, args=(layout,)).start()
    print(await layout.render(), "late:", time.monotonic() - start > 0.5)


asyncio.run(main())
