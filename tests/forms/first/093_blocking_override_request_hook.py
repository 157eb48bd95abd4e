"""Request handlers with a hook per site."""
import asyncio
import time


class Handler:
    def __init__(self):
        self.seen = []

    def annotate(self, request):
        request["handler"] = type(self).__name__

    async def authorize(self, request):
        return True

    async def handle(self, request):
        self.annotate(request)  # ALSO
        if not await self.authorize(request):
            return 403
        self.seen.append(request["path"])
        await asyncio.sleep(0)
        return 200


class SlowLaneHandler(Handler):
    """Slows anonymous visitors down."""

    def annotate(self, request):
        super().annotate(request)
        if not request.get("user"):
            time.sleep(0.2)  # BUG


class WaitingRoomHandler(Handler):
    """Lets anonymous visitors wait a little."""

    def annotate(self, request):
        super().annotate(request)
        request["lane"] = "slow"

    async def authorize(self, request):
        if not request.get("user"):
            await asyncio.sleep(0.2)
        return True
