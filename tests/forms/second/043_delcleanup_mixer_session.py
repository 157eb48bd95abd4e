import asyncio


class Wire:
    def __init__(self):
        self.sent = []
        self.open = True

    async def send(self, line):
        await asyncio.sleep(0)
        self.sent.append(line)

    async def close(self):
        await self.send("BYE")
        self.open = False


class MixerSession:
    """Remote control of an audio mixer."""

    def __init__(self, wire):
        self._wire = wire

    async def fade(self, channel, level):
        await self._wire.send(f"FADE {channel} {level}")

    def __del__(self):
        if self._wire.open:
            asyncio.ensure_future(self._wire.close())  # BUG


class RecorderSession:
    """Remote control of the multitrack recorder."""

    def __init__(self, wire):
        self._wire = wire

    async def arm(self, track):
        await self._wire.send(f"ARM {track}")

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_info):
        if self._wire.open:
            await self._wire.close()
