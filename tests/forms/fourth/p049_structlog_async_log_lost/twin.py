import asyncio

import structlog

structlog.configure(
    wrapper_class=structlog.make_filtering_bound_logger(20),
    processors=[structlog.processors.KeyValueRenderer(key_order=["event"])],
)
logger = structlog.get_logger("service")


class Importer:
    def __init__(self, service):
        self.log = logger.bind(service=service)

    async def run(self, rows):
        for row in rows:
            if not row:
                await self.log.awarning("empty row skipped")
                continue
            await asyncio.sleep(0)
        await self.log.ainfo("import finished", rows=len(rows))


if __name__ == "__main__":
    asyncio.run(Importer("orders").run(["a", "", "b"]))
