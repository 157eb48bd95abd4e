import asyncio
import queue


def frames_from(source):
    """Yields frames of a capture thread until it puts None."""
    while True:
        frame = source.get()
        if frame is None:
            return
        yield frame


class CaptureServer:
    """Forwards frames of the capture threads to the connected viewers."""

    def __init__(self, loop):
        self._loop = loop
        self.video = queue.Queue(maxsize=32)
        self.audio = asyncio.Queue()
        self.viewers = []

    def put_audio(self, frame):
        """Called on the audio capture thread."""
        self._loop.call_soon_threadsafe(self.audio.put_nowait, frame)

    async def _broadcast(self, kind, frame):
        for viewer in list(self.viewers):
            await viewer.send(kind, frame)

    async def forward_video(self):
        count = 0
        for frame in frames_from(self.video):  # BUG
            await self._broadcast("video", frame)
            count += 1
        return count

    async def forward_audio(self):
        count = 0
        while (frame := await self.audio.get()) is not None:
            await self._broadcast("audio", frame)
            count += 1
        return count
