"""Sessions against a message broker."""
import asyncio


class Session:
    def __init__(self, url):
        self.url = url
        self.open = False

    def __enter__(self):
        self.open = True
        return self

    def __exit__(self, *exc):
        self.open = False

    def publish(self, topic, body):
        if not self.open:
            raise RuntimeError("closed")
        return f"{self.url}/{topic}: {body}"


class Broker:
    def __init__(self, url):
        self.url = url

    async def session(self):
        await asyncio.sleep(0)
        return Session(self.url)


async def announce(broker, body):
    with broker.session() as session:  # BUG
        return session.publish("news", body)


async def alert(broker, body):
    with await broker.session() as session:
        return session.publish("alerts", body)
