import asyncio


class WriteBuffer:
    """Collects measurements and writes them in batches."""

    def __init__(self, sink, limit=3):
        self.sink = sink
        self.limit = limit
        self._rows = []
        self._lock = asyncio.Lock()

    async def _write_rows(self):
        if self._rows:
            await self.sink(list(self._rows))
            self._rows.clear()

    async def flush(self):
        async with self._lock:
            await self._write_rows()

    async def add(self, row):
        async with self._lock:
            self._rows.append(row)
            if len(self._rows) >= self.limit:
                await self.flush()  # BUG

    async def add_many(self, rows):
        async with self._lock:
            self._rows.extend(rows)
            if len(self._rows) >= self.limit:
                await self._write_rows()
