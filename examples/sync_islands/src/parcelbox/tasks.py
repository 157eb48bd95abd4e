"""Celery tasks. A worker process has no loop, so a task may start one."""

import asyncio

from celery import Celery

from parcelbox.carrier import locate, route_of, weigh

queue = Celery("parcelbox", broker="memory://")


@queue.task
def remember(parcel: str) -> str:
    """The place of a parcel at this time."""
    return asyncio.run(locate(parcel))


@queue.task
def remember_route(parcel: str) -> list[str]:
    """The route of a parcel at this time."""
    return asyncio.run(route_of(parcel))


@queue.task(bind=True, max_retries=3)
def charge(self: object, parcel: str) -> int:
    """What a parcel costs, in cents."""
    grams = asyncio.run(weigh(parcel))
    return 450 + grams // 10
