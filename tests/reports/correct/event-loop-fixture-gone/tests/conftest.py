import pytest_asyncio

from echo import EchoServer


@pytest_asyncio.fixture
async def port():
    server = EchoServer()
    yield await server.start()
    await server.stop()
