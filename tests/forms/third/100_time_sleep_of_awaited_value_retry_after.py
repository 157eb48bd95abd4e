"""Respects the pause which a rate-limited server asks for."""
import asyncio
import time
from typing import NamedTuple


class Response(NamedTuple):
    status: int
    retry_after: float


class Server:
    def __init__(self, busy: int) -> None:
        self.busy = busy

    async def request(self) -> Response:
        await asyncio.sleep(0)
        self.busy -= 1
        return Response(429 if self.busy >= 0 else 200, 0.06)


async def pause_after(response: Response) -> float:
    await asyncio.sleep(0)
    return response.retry_after


async def get(server: Server) -> int:
    while (response := await server.request()).status == 429:
        time.sleep(await pause_after(response))  # BUG
    return response.status


async def post(server: Server) -> int:
    while (response := await server.request()).status == 429:
        await asyncio.sleep(await pause_after(response))
    return response.status


def main() -> None:
    started = time.monotonic()
    print(asyncio.run(post(Server(2))), time.monotonic() - started)
