"""Import pipeline with an overridable validation step."""
import asyncio


class Importer:
    def __init__(self):
        self.rows = []

    def is_valid(self, row):
        return bool(row.get("sku"))

    async def run(self, rows):
        for row in rows:
            if self.is_valid(row):  # ALSO
                await self.store(row)
        return len(self.rows)

    async def store(self, row):
        await asyncio.sleep(0)
        self.rows.append(row)


class SupplierImporter(Importer):
    """Only rows of suppliers that the directory knows."""

    def __init__(self, directory):
        super().__init__()
        self.directory = directory

    async def is_valid(self, row):  # BUG
        return await self.directory.knows(row["supplier"])


class PriceImporter(Importer):
    """Only rows with a price in the accepted range."""

    def __init__(self, highest):
        super().__init__()
        self.highest = highest

    def is_valid(self, row):
        return 0 < row["price"] <= self.highest
