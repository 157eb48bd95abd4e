import asyncio


class RequestFailed(Exception):
    pass


class Response:
    def __init__(self, status, body):
        self.status = status
        self._body = body

    async def text(self):
        await asyncio.sleep(0)
        return self._body


async def login(resp):
    if resp.status == 403:
        raise RequestFailed("MFA required")
    if resp.status != 200:
        raise RequestFailed(f"HTTP {resp.status}: {resp.text()}")  # BUG
    return await resp.text()


async def main():
    try:
        await login(Response(500, "database is down"))
    except RequestFailed as exc:
        print("login failed:", exc)


asyncio.run(main())
