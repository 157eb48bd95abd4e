"""Event hub of a home automation daemon."""
import asyncio
import inspect


class Hub:
    def __init__(self):
        self._listeners = []
        self._async_listeners = []

    def listen(self, callback):
        self._listeners.append(callback)

    def listen_async(self, callback):
        self._async_listeners.append(callback)

    async def fire(self, event):
        for callback in self._listeners:
            callback(event)  # ALSO
        for callback in self._async_listeners:
            result = callback(event)
            if inspect.isawaitable(result):
                await result


class Lamp:
    def __init__(self):
        self.state = []

    async def switch(self, event):
        await asyncio.sleep(0)
        self.state.append(event)

    def blink(self, event):
        self.state.append(event.upper())


async def wire_hallway(hub, lamp):
    hub.listen(lamp.switch)  # BUG
    await hub.fire("on")
    return lamp.state


async def wire_kitchen(hub, lamp):
    hub.listen_async(lamp.switch)
    hub.listen(lamp.blink)
    await hub.fire("on")
    return lamp.state
