"""Tiny query builder in the style of an async ORM."""
import asyncio


class Update:
    def __init__(self, table, where, values):
        self.table = table
        self.where = where
        self.values = values

    def __await__(self):
        return self._execute().__await__()

    async def _execute(self):
        await asyncio.sleep(0)
        changed = [row for row in self.table.rows if self.where(row)]
        for row in changed:
            row.update(self.values)
        return len(changed)


class Table:
    def __init__(self, rows):
        self.rows = rows

    def update(self, where, **values):
        return Update(self, where, values)


async def deactivate(table, user_id):
    table.update(lambda row: row["id"] == user_id, active=False)  # BUG
    return "deactivated"


async def activate(table, user_id):
    await table.update(lambda row: row["id"] == user_id, active=True)
    return "activated"


async def rename(table, user_id, name):
    statement = table.update(lambda row: row["id"] == user_id, name=name)
    return await statement
