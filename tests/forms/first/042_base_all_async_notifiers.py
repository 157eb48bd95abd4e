"""Order notifications over several transports."""
import asyncio


class Notifier:
    name = "base"

    def notify(self, recipient, text):
        raise NotImplementedError


class MailNotifier(Notifier):
    name = "mail"

    def __init__(self):
        self.sent = []

    async def notify(self, recipient, text):
        await asyncio.sleep(0)
        self.sent.append((recipient, text))


class PushNotifier(Notifier):
    name = "push"

    def __init__(self):
        self.sent = []

    async def notify(self, recipient, text):
        await asyncio.sleep(0)
        self.sent.append((recipient, text[:40]))


async def order_shipped(notifiers: list[Notifier], customer: str) -> None:
    for notifier in notifiers:
        notifier.notify(customer, "Your order is on its way")  # BUG


async def order_delivered(notifiers: list[Notifier], customer: str) -> None:
    for notifier in notifiers:
        await notifier.notify(customer, "Your order has arrived")
