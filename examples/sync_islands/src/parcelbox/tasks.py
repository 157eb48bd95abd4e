"""Celery tasks. A worker process has no loop, so a task may start one."""

import asyncio

from celery import Celery

from parcelbox.carrier import locate

queue = Celery("parcelbox", broker="memory://")


@queue.task
def remember(parcel: str) -> str:
    """The place of a parcel at this time."""
    return asyncio.run(locate(parcel))
