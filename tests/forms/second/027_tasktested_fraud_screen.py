import asyncio


class FraudScreen:
    def __init__(self, blocked_cards, blocked_ips):
        self._cards = blocked_cards
        self._ips = blocked_ips

    async def card_blocked(self, card):
        await asyncio.sleep(0.001)
        return card in self._cards

    async def ip_blocked(self, ip):
        await asyncio.sleep(0.001)
        return ip in self._ips


class PaymentDesk:
    def __init__(self, screen, processor):
        self.screen = screen
        self.processor = processor

    async def charge(self, card, amount):
        check = asyncio.create_task(self.screen.card_blocked(card))
        hold = await self.processor.authorize(card, amount)
        if check:  # BUG
            await self.processor.void(hold)
            return None
        return await self.processor.capture(hold)

    async def charge_guest(self, card, amount, ip):
        check = asyncio.create_task(self.screen.ip_blocked(ip))
        try:
            hold = await self.processor.authorize(card, amount)
            blocked = await check
        finally:
            check.cancel()
        if blocked:
            await self.processor.void(hold)
            return None
        return await self.processor.capture(hold)
