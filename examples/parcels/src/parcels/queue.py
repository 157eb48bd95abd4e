"""The queue of tasks."""

from celery import Celery


def make_queue() -> Celery:
    return Celery("parcels")


queue = make_queue()
