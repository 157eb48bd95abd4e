"""Request identifiers for log lines."""
import asyncio
import contextvars
import threading

_local = threading.local()
_request = contextvars.ContextVar("request", default="-")


def log_line(text):
    return f"[{getattr(_local, 'request', '-')}] {text}"


def context_line(text):
    return f"[{_request.get()}] {text}"


async def load(name):
    await asyncio.sleep(0.001)
    return name.title()


async def handle(request, name):
    _local.request = request  # BUG
    user = await load(name)
    return log_line(user)  # ALSO


async def handle_in_context(request, name):
    token = _request.set(request)
    try:
        user = await load(name)
        return context_line(user)
    finally:
        _request.reset(token)


async def serve(handler, requests):
    return await asyncio.gather(*(handler(r, n) for r, n in requests))
