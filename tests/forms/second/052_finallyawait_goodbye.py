import asyncio
import contextlib


class Link:
    """Framed connection to a doorbell camera."""

    def __init__(self, outgoing, acks):
        self.outgoing = outgoing
        self.acks = acks
        self.aborted = False

    async def request(self, frame):
        await self.outgoing.put(frame)
        return await self.acks.get()

    def abort(self):
        self.aborted = True


async def stream_video(link, frames):
    await link.request({"op": "video-start"})
    try:
        async for frame in frames:
            await link.outgoing.put({"op": "frame", "data": frame})
    finally:
        await link.request({"op": "video-stop"})  # BUG
        link.abort()


async def stream_audio(link, chunks, grace=0.5):
    await link.request({"op": "audio-start"})
    try:
        async for chunk in chunks:
            await link.outgoing.put({"op": "chunk", "data": chunk})
    finally:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(grace):
                await link.request({"op": "audio-stop"})
        link.abort()
