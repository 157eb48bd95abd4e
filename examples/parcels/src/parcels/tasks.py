"""What workers do."""

import asyncio

from asgiref.sync import async_to_sync
from celery import shared_task

from .client import locate_all
from .queue import queue


@queue.task(bind=True)
def refresh(self, numbers):
    return asyncio.run(locate_all(numbers))


@shared_task
def notify(number):
    return _notify(number)


def _notify(number):
    return async_to_sync(locate_all)([number])


@queue.task
def archive(number):
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(locate_all([number]))
    finally:
        loop.close()
