"""The command `parcels-sync`."""

import asyncio

import uvloop

from .client import locate_all


def main():
    asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())
    with asyncio.Runner() as runner:
        runner.run(locate_all([]))
