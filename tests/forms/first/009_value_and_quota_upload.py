import asyncio
from dataclasses import dataclass


@dataclass
class Account:
    name: str
    active: bool = True
    used: int = 0
    limit: int = 100


class QuotaService:
    async def has_room(self, account: Account, size: int) -> bool:
        await asyncio.sleep(0)
        return account.used + size <= account.limit


class Uploads:
    def __init__(self, quota: QuotaService) -> None:
        self.quota = quota

    async def may_upload(self, account: Account, size: int) -> bool:
        if account.active and self.quota.has_room(account, size):  # BUG
            return True
        return False

    async def may_replace(self, account: Account, old: int, new: int) -> bool:
        if account.active and await self.quota.has_room(account, new - old):
            return True
        return False
