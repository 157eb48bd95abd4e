import asyncio


class Protocol:
    def __init__(self, reader):
        self.reader = reader
        self.is_connected = True
        self.events = []

    async def handler(self):
        while self.is_connected:
            line = await self.reader.readline()
            if not line:
                self.is_connected = False
                break
            text = line.decode().strip()
            if text:
                self.events.append(text)
            await asyncio.sleep(0)


async def main():
    reader = asyncio.StreamReader()
    reader.feed_data(b"CHANNEL_CREATE\nHANGUP\n")
    reader.feed_eof()
    protocol = Protocol(reader)
    await asyncio.wait_for(protocol.handler(), timeout=0.5)
    print("events:", protocol.events)


asyncio.run(main())
