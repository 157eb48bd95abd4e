"""Delivery of webhooks with a growing pause between attempts."""
import asyncio
import time
from collections.abc import Awaitable, Callable

Send = Callable[[str], Awaitable[int]]

wait_before_retry = time.sleep
pause = asyncio.sleep


class WebhookError(Exception):
    pass


async def deliver(send: Send, payload: str, attempts: int = 3) -> int:
    for attempt in range(attempts):
        status = await send(payload)
        if status < 500:
            return status
        wait_before_retry(0.15 * (attempt + 1))  # BUG
    raise WebhookError(f"gave up after {attempts} attempts")


async def deliver_test_event(send: Send, attempts: int = 3) -> int:
    for attempt in range(attempts):
        status = await send('{"event": "test"}')
        if status < 500:
            return status
        await pause(0.15 * (attempt + 1))
    raise WebhookError(f"gave up after {attempts} attempts")
