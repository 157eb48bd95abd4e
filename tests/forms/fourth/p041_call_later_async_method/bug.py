import asyncio


class Client:
    PING_TIMEOUT = 0.05

    def __init__(self):
        self.connected = True
        self._checker = None

    async def _perform_ping_timeout(self, delay):
        self.connected = False
        await asyncio.sleep(0)
        print(f"ping timeout: no data received in {delay} seconds")

    def on_ping_sent(self):
        loop = asyncio.get_running_loop()
        self._checker = loop.call_later(  # ALSO
            self.PING_TIMEOUT, self._perform_ping_timeout, self.PING_TIMEOUT  # BUG
        )


async def main():
    client = Client()
    client.on_ping_sent()
    await asyncio.sleep(0.2)
    print("connected:", client.connected)


asyncio.run(main())
