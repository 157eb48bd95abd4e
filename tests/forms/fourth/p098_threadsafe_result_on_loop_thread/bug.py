import asyncio
import concurrent.futures


class Client:
    def __init__(self, loop):
        self._loop = loop
        self.writers = []

    def on_socket_register_write(self, sock):
        async def register():
            self.writers.append(sock)

        future = asyncio.run_coroutine_threadsafe(register(), self._loop)
        future.result(timeout=1)  # BUG


async def main():
    loop = asyncio.get_running_loop()
    client = Client(loop)
    try:
        client.on_socket_register_write("sock-1")  # ALSO
    except concurrent.futures.TimeoutError:
        print("deadlock: the coroutine never ran")
    await asyncio.sleep(0)
    print("writers:", client.writers)


asyncio.run(main())
