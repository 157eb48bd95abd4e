"""Delivers webhooks, with three attempts."""
import asyncio
import functools


def attempts(times, *errors):
    def decorate(func):
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            for _ in range(times - 1):
                try:
                    return func(*args, **kwargs)  # ALSO
                except errors:
                    continue
            return func(*args, **kwargs)
        return wrapper
    return decorate


def attempts_async(times, *errors):
    def decorate(func):
        @functools.wraps(func)
        async def wrapper(*args, **kwargs):
            for _ in range(times - 1):
                try:
                    return await func(*args, **kwargs)
                except errors:
                    await asyncio.sleep(0.001)
            return await func(*args, **kwargs)
        return wrapper
    return decorate


@attempts(3, ConnectionError)  # BUG
async def deliver(endpoint, body):  # ALSO
    await asyncio.sleep(0)
    return endpoint.receive(body)


@attempts_async(3, ConnectionError)
async def deliver_test(endpoint, body):
    await asyncio.sleep(0)
    return endpoint.receive(f"test:{body}")
