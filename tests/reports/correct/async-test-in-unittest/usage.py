import asyncio


class UsageReporter:
    """Sends counts of the commands that were used."""

    def __init__(self, post, enabled=True):
        self.post = post
        self.enabled = enabled

    async def send(self, command: str) -> bool:
        if not self.enabled:
            return False
        await asyncio.sleep(0)
        await self.post({"command": command})
        return True
