import asyncio
import threading


class Client:
    def __init__(self, loop):
        self.loop = loop
        self.subscribers = []

    def handle_event(self, event):
        for callback in self.subscribers:
            future = asyncio.run_coroutine_threadsafe(callback(event), self.loop)
            future.add_done_callback(self._log_failure)

    def _log_failure(self, future):
        if not future.cancelled() and future.exception() is not None:
            print("subscriber failed:", future.exception())


async def update_player(event):
    volume = int(event["volume"])
    print("volume is", volume)


async def main():
    client = Client(asyncio.get_running_loop())
    client.subscribers.append(update_player)
    for event in ({"volume": "10"}, {"volume": "loud"}):
        reader = threading.Thread(target=client.handle_event, args=(event,))
        reader.start()
        await asyncio.sleep(0.05)
        await asyncio.to_thread(reader.join)
    print("finished")


asyncio.run(main())
