import asyncio
import time


class KeycloakConnection:
    def __init__(self):
        self.token = None
        self.expires_at = 0.0
        self.refreshes = 0

    async def _request_token(self):
        self.refreshes += 1
        await asyncio.sleep(0.01)
        return f"token-{self.refreshes}"

    async def headers(self):
        if time.monotonic() >= self.expires_at:
            self.token = await self._request_token()  # BUG
            self.expires_at = time.monotonic() + 60
        return {"Authorization": f"Bearer {self.token}"}


async def main():
    conn = KeycloakConnection()
    await asyncio.gather(*[conn.headers() for _ in range(10)])
    print("refreshes:", conn.refreshes)


asyncio.run(main())
