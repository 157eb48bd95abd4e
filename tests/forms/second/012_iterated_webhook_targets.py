"""Fan-out of order events to partner webhooks."""
import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable

Sender = Callable[[str, dict[str, str]], Awaitable[int]]


class Subscriptions:
    def __init__(self) -> None:
        self._urls: defaultdict[str, list[str]] = defaultdict(list)

    def add(self, topic: str, url: str) -> None:
        self._urls[topic].append(url)

    async def urls_for(self, topic: str) -> list[str]:
        await asyncio.sleep(0)
        return list(self._urls[topic])


class WebhookRelay:
    def __init__(self, subscriptions: Subscriptions, send: Sender) -> None:
        self.subscriptions = subscriptions
        self.send = send

    async def order_created(self, order_id: str) -> int:
        delivered = 0
        for url in self.subscriptions.urls_for("order.created"):  # BUG
            status = await self.send(url, {"order": order_id})
            delivered += status < 300
        return delivered

    async def order_cancelled(self, order_id: str, reason: str) -> int:
        delivered = 0
        for url in await self.subscriptions.urls_for("order.cancelled"):
            status = await self.send(url, {"order": order_id, "reason": reason})
            delivered += status < 300
        return delivered
