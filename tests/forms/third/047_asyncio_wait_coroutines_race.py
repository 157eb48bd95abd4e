"""Asks several mirrors and takes the first answer."""
import asyncio


async def ask(mirror, delay):
    await asyncio.sleep(delay)
    return mirror


def requests(mirrors):
    return {ask(name, delay) for name, delay in mirrors.items()}


def request_tasks(mirrors):
    return {asyncio.ensure_future(ask(name, delay)) for name, delay in mirrors.items()}


async def fastest(mirrors):
    done, pending = await asyncio.wait(requests(mirrors), return_when=asyncio.FIRST_COMPLETED)  # BUG
    for task in pending:
        task.cancel()
    return done.pop().result()


async def first_answer(mirrors):
    done, pending = await asyncio.wait(request_tasks(mirrors), return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    return done.pop().result()


async def every_answer(mirrors):
    return sorted(await asyncio.gather(*requests(mirrors)))
