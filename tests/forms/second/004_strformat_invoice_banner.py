"""Plain text rendering of customer statements."""
import asyncio
import datetime as dt


class Accounts:
    def __init__(self, rows: dict[int, dict[str, object]]) -> None:
        self._rows = rows

    async def holder_name(self, account_id: int) -> str:
        await asyncio.sleep(0)
        return str(self._rows[account_id]["holder"])

    async def balance_text(self, account_id: int) -> str:
        await asyncio.sleep(0)
        return f"{self._rows[account_id]['balance']:,.2f}"


async def statement_header(accounts: Accounts, account_id: int, day: dt.date) -> str:
    return (
        f"Statement of {day:%d %B %Y}\n"
        f"Account holder: {accounts.holder_name(account_id)}\n"  # BUG
    )


async def statement_footer(accounts: Accounts, account_id: int, day: dt.date) -> str:
    return (
        f"Closing balance on {day:%d %B %Y}: "
        f"{await accounts.balance_text(account_id)}\n"
    )


async def statement(accounts: Accounts, account_id: int, body: str) -> str:
    return body + await statement_footer(accounts, account_id, dt.date.today())
