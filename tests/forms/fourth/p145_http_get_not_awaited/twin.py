import asyncio

import httpx


def fake_envoy(request):
    known = request.url.path == "/api/v1/production"
    return httpx.Response(200 if known else 404, json={"wattsNow": 540})


class EnvoyReader:
    def __init__(self, host):
        self.host = host
        self.client = httpx.AsyncClient(transport=httpx.MockTransport(fake_envoy))

    async def detect_model(self):
        for path in ("/production.json", "/api/v1/production"):
            response = await self.client.get(f"http://{self.host}{path}")
            if response.status_code == 200:
                return path
        raise RuntimeError("could not connect to the Envoy")


async def main():
    reader = EnvoyReader("envoy")
    try:
        print(await reader.detect_model())
    finally:
        await reader.client.aclose()


asyncio.run(main())
