"""Tenant of the current request, for log lines and queries."""
import asyncio
import threading
from contextvars import ContextVar

_request = threading.local()
_tenant: ContextVar[str] = ContextVar("tenant")


class InvoiceTable:
    def __init__(self, rows: dict[str, list[int]]) -> None:
        self._rows = rows

    async def warm_up(self) -> None:
        await asyncio.sleep(0.001)

    def for_tenant(self, tenant: str) -> list[int]:
        return self._rows[tenant]


async def list_invoices(table: InvoiceTable, tenant: str) -> list[int]:
    _request.tenant = tenant  # ALSO
    await table.warm_up()
    return table.for_tenant(_request.tenant)  # BUG


async def count_invoices(table: InvoiceTable, tenant: str) -> int:
    _tenant.set(tenant)
    await table.warm_up()
    return len(table.for_tenant(_tenant.get()))
