"""Readiness checks run before the gateway takes traffic."""
import asyncio
from dataclasses import dataclass


@dataclass(frozen=True)
class Check:
    name: str
    ok: bool


class Gateway:
    def __init__(self, broker_up: bool = True, store_up: bool = True) -> None:
        self._broker_up = broker_up
        self._store_up = store_up

    async def check_broker(self) -> Check:
        await asyncio.sleep(0.001)
        return Check("broker", self._broker_up)

    async def check_store(self) -> Check:
        await asyncio.sleep(0.001)
        return Check("store", self._store_up)

    async def failing(self) -> list[str]:
        checks = [self.check_broker(), self.check_store()]  # ALSO
        return [check.name for check in checks if not check.ok]  # BUG

    async def passing(self) -> list[str]:
        checks = [self.check_broker(), self.check_store()]
        return [check.name for check in await asyncio.gather(*checks) if check.ok]
