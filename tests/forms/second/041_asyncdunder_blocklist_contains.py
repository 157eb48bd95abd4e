"""Abuse protection in front of the sign-up endpoint."""
import asyncio


class DisposableDomains:
    """Throw-away mail domains, kept in a shared cache."""

    def __init__(self, cache):
        self._cache = cache

    async def __contains__(self, domain):  # BUG
        await asyncio.sleep(0)
        return domain.lower() in self._cache


class ReservedNames:
    def __init__(self, cache):
        self._cache = cache

    async def has(self, name):
        await asyncio.sleep(0)
        return name.lower() in self._cache


class SignUp:
    def __init__(self, domains, names):
        self.domains = domains
        self.names = names

    async def check_mail(self, address):
        _, _, domain = address.rpartition("@")
        if domain in self.domains:  # ALSO
            raise ValueError(f"{domain} is not accepted")

    async def check_name(self, name):
        if await self.names.has(name):
            raise ValueError(f"{name} is reserved")
