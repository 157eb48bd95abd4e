import asyncio


class BatchCall:
    def __init__(self, calls):
        self.calls = calls

    async def failed_requests(self):
        await asyncio.sleep(0)
        return [c for c in self.calls if c["error"]]

    async def log_internal_error(self):
        lines = []
        for request in self.failed_requests():  # BUG
            lines.append(f"request {request['id']} failed: {request['error']}")
        return lines


async def main():
    batch = BatchCall([
        {"id": 1, "error": None},
        {"id": 2, "error": "timeout"},
    ])
    for line in await batch.log_internal_error():
        print(line)


asyncio.run(main())
