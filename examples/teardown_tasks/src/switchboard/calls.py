"""Calls: a caller is put through to the first free operator."""

from contextlib import asynccontextmanager

from switchboard.registry import Registry


class NobodyFree(Exception):
    """All operators of the language are busy."""


class Switchboard:
    """Puts callers through, and tells a listener of each call."""

    def __init__(self, registry: Registry, listener) -> None:
        self.registry = registry
        self.listener = listener

    @asynccontextmanager
    async def call(self, caller: str, language: str):
        """An operator who is busy for as long as the call lasts."""
        free = self.registry.free(language)
        if not free:
            raise NobodyFree(language)
        operator = free[0]
        operator.is_busy = True
        await self.listener.started(caller, operator.name)
        try:
            yield operator
        finally:
            operator.is_busy = False
            await self.listener.ended(caller)
