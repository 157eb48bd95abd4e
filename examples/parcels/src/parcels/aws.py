"""What AWS Lambda calls."""

import asyncio

from .client import locate_all


def handler(event, context):
    return asyncio.run(locate_all(event["numbers"]))


def old_handler(event, context):
    loop = asyncio.get_event_loop()
    return loop.run_until_complete(locate_all(event["numbers"]))
