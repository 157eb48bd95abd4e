"""Presence connection of the chat client."""
import asyncio


class PresenceLink:
    def __init__(self):
        self.sent = []
        self.acks = asyncio.Queue()

    async def send(self, verb):
        await asyncio.sleep(0)
        self.sent.append(verb)

    async def wait_ack(self):
        return await self.acks.get()


async def stay_online(link, interval=0.01):
    await link.send("HELLO")
    try:
        while True:
            await link.send("PING")
            await asyncio.sleep(interval)
    except asyncio.CancelledError:
        await link.send("BYE")  # ALSO
        await link.wait_ack()  # BUG
        raise


async def stay_away(link, interval=0.01):
    await link.send("AWAY")
    try:
        while True:
            await link.send("PING")
            await asyncio.sleep(interval)
    except asyncio.CancelledError:
        try:
            async with asyncio.timeout(0.1):
                await link.send("BYE")
                await link.wait_ack()
        except TimeoutError:
            pass
        raise
