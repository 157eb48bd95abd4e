"""A thread that listens to the carrier."""

import asyncio
import threading


class Listener(threading.Thread):
    def run(self):
        loop = asyncio.new_event_loop()
        asyncio.set_event_loop(loop)
        try:
            loop.run_forever()
        finally:
            loop.close()


def start():
    threading.Thread(target=_listen, daemon=True).start()


def _listen():
    asyncio.get_event_loop().run_forever()


def on_message(future):
    asyncio.run(acknowledge(future.result()))


async def acknowledge(message):
    await asyncio.sleep(0)


def listen_on(loop, future):
    future.add_done_callback(on_message)
