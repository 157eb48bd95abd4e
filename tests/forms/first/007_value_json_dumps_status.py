"""Status endpoint of the worker."""
import asyncio
import json
import time

STARTED = time.monotonic()


class JobStore:
    def __init__(self):
        self.jobs = {"mail": 3, "thumbs": 9}

    async def backlog(self):
        await asyncio.sleep(0)
        return dict(self.jobs)

    async def failed(self) -> int:
        await asyncio.sleep(0)
        return 0


async def health_body(store: JobStore) -> bytes:
    body = json.dumps({
        "uptime": round(time.monotonic() - STARTED, 1),
        "failed": await store.failed(),
        "backlog": store.backlog(),  # BUG
    })
    return body.encode()


async def metrics_body(store: JobStore) -> bytes:
    body = json.dumps({
        "failed": await store.failed(),
        "backlog": await store.backlog(),
    })
    return body.encode()
