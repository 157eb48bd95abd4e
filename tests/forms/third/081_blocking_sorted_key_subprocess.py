"""Orders log archives by the size which an external tool reports."""
import asyncio
import subprocess
import sys


class Archive:
    def __init__(self, names):
        self.names = names

    def _measure(self, name):
        out = subprocess.check_output([sys.executable, "-c", f"print(len({name!r}))"])  # ALSO
        return int(out)

    def _order(self, name):
        return -self._measure(name), name

    def by_name(self, name):
        return name.casefold()

    def largest_first(self):
        return sorted(self.names, key=self._order)

    async def list_largest(self):
        await asyncio.sleep(0)
        return sorted(self.names, key=self._order)  # BUG

    async def list_names(self):
        await asyncio.sleep(0)
        return sorted(self.names, key=self.by_name)

    async def list_largest_in_thread(self):
        return await asyncio.to_thread(self.largest_first)
