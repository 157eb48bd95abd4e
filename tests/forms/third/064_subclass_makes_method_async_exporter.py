"""Exporters of a reporting plugin."""
import asyncio


class Exporter:
    suffix = ".txt"

    def render(self, rows):
        return "\n".join(map(str, rows))

    def export(self, name, rows):
        text = self.render(rows)
        return name + self.suffix, text

    async def export_later(self, name, rows):
        await asyncio.sleep(0)
        return self.export(name, rows)


class CsvExporter(Exporter):
    suffix = ".csv"

    def render(self, rows):
        return "\n".join(",".join(map(str, row)) for row in rows)


class CloudExporter(Exporter):
    suffix = ".json"

    async def render(self, rows):  # BUG
        await asyncio.sleep(0)
        return repr(list(rows))


class QueuedExporter(Exporter):
    suffix = ".q"

    def render(self, rows):
        return repr(list(rows))

    async def export_later(self, name, rows):
        file, text = await super().export_later(name, rows)
        return file, len(text)
