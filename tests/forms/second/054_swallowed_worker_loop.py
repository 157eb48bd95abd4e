import asyncio
import logging

log = logging.getLogger("transcode")


class TranscodeQueue:
    def __init__(self, encoder):
        self.encoder = encoder
        self.videos = asyncio.Queue()
        self.subtitles = asyncio.Queue()
        self.failed = []

    async def video_worker(self):
        while True:
            job = await self._next(self.videos)
            try:
                await self.encoder.encode(job)
            except BaseException:  # BUG
                log.exception("could not encode %s", job)
                self.failed.append(job)
            finally:
                self.videos.task_done()

    async def subtitle_worker(self):
        while True:
            job = await self._next(self.subtitles)
            try:
                await self.encoder.burn_in(job)
            except Exception:
                log.exception("could not burn in %s", job)
                self.failed.append(job)
            finally:
                self.subtitles.task_done()

    async def _next(self, queue):
        job = await queue.get()
        log.debug("next job: %s", job)
        return job
