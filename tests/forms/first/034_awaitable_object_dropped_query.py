"""A small query builder; a statement runs when it is awaited."""
import asyncio


class Database:
    def __init__(self):
        self.tables = {"carts": [{"id": 1}, {"id": 2}], "logs": [{"id": 5}]}

    async def delete(self, table, ids):
        await asyncio.sleep(0)
        rows = self.tables[table]
        self.tables[table] = [row for row in rows if row["id"] not in ids]


class Delete:
    def __init__(self, db, table):
        self.db = db
        self.table = table
        self.ids = set()

    def where_id(self, *ids):
        self.ids.update(ids)
        return self

    def __await__(self):
        return self.db.delete(self.table, self.ids).__await__()


async def drop_cart(db, cart_id):
    Delete(db, "carts").where_id(cart_id)  # BUG
    return len(db.tables["carts"])


async def drop_log(db, log_id):
    await Delete(db, "logs").where_id(log_id)
    return len(db.tables["logs"])
