import asyncio
from collections import deque


class PendingPublish:
    """Returned by Broker.publish; nothing is sent until it is awaited."""

    def __init__(self, broker, topic, payload):
        self._broker = broker
        self._topic = topic
        self._payload = payload

    def with_key(self, key):
        self._payload = {**self._payload, "key": key}
        return self

    def __await__(self):
        return self._broker._deliver(self._topic, self._payload).__await__()


class Broker:
    def __init__(self):
        self.log = deque(maxlen=1000)

    def publish(self, topic, payload):
        return PendingPublish(self, topic, payload)

    async def _deliver(self, topic, payload):
        await asyncio.sleep(0)
        self.log.append((topic, payload))
        return len(self.log)


class Warehouse:
    def __init__(self, broker):
        self.broker = broker

    async def reserve(self, sku, count):
        self.broker.publish("stock.reserved", {"sku": sku, "count": count}).with_key(sku)  # BUG

    async def release(self, sku, count):
        await self.broker.publish("stock.released", {"sku": sku, "count": count}).with_key(sku)
