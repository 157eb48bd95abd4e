"""Tells the repositories which tenant the current request belongs to."""
import asyncio
import threading
from contextvars import ContextVar

_request = threading.local()  # ALSO
_locale: ContextVar[str] = ContextVar("locale", default="en")


class InvoiceTable:
    def __init__(self, rows: dict[str, list[str]]) -> None:
        self._rows = rows

    async def for_tenant(self, tenant: str) -> list[str]:
        await asyncio.sleep(0)
        return self._rows[tenant]


async def check_quota(tenant: str) -> None:
    await asyncio.sleep(0.001 * len(tenant))


async def list_invoices(table: InvoiceTable, tenant: str) -> list[str]:
    _request.tenant = tenant  # BUG
    await check_quota(tenant)
    return await table.for_tenant(_request.tenant)  # ALSO


async def greeting(tenant: str, locale: str) -> str:
    _locale.set(locale)
    await check_quota(tenant)
    hello = {"en": "Hello", "de": "Hallo", "fr": "Bonjour"}[_locale.get()]
    return f"{hello}, {tenant}"
