import asyncio

import httpx


def handler(request):
    return httpx.Response(200, text=request.url.path)


TRANSPORT = httpx.MockTransport(handler)


async def call_url(session, path):
    response = await session.get(f"http://example.com{path}")
    return response.text


async def main():
    async with httpx.AsyncClient(transport=TRANSPORT) as session:
        paths = await asyncio.gather(*(call_url(session, f"/{i}") for i in range(3)))
    print(paths)


asyncio.run(main())
