import asyncio


class HttpResponse:
    def __init__(self, body):
        self._body = body

    async def text(self):
        await asyncio.sleep(0)
        return self._body


class Gateway:
    async def get(self, path):
        await asyncio.sleep(0)
        return HttpResponse("ready" if path == "/health" else "unknown")


async def wait_until_ready(gateway, attempts=3):
    for attempt in range(1, attempts + 1):
        response = await gateway.get("/health")
        if response.text() == "ready":  # BUG
            return attempt
        await asyncio.sleep(0.01)
    raise TimeoutError("gateway never became ready")


async def main():
    print("ready after", await wait_until_ready(Gateway()))


asyncio.run(main())
