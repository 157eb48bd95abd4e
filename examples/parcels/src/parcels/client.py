"""The carrier's interface."""

import asyncio


class Carrier:
    """Asks a carrier where parcels are."""

    def __init__(self):
        self._loop = asyncio.get_event_loop()

    async def locate(self, number):
        await asyncio.sleep(0.1)
        return {"number": number, "loop": id(self._loop)}

    async def locate_later(self, number):
        loop = asyncio.get_event_loop()
        future = loop.create_future()
        loop.call_later(0.1, future.set_result, number)
        return await future

    def locate_now(self, number):
        """For callers without a loop."""
        return asyncio.run(self.locate(number))


async def locate_all(numbers):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(Carrier().locate(number)) for number in numbers]
    return [task.result() for task in tasks]


def locate_blocking(numbers):
    """What web.py calls in an async route."""
    return asyncio.run(locate_all(numbers))
