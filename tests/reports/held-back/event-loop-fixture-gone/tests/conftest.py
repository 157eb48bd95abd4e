import pytest

from echo import EchoServer


@pytest.fixture
def port(event_loop):
    server = EchoServer()
    yield event_loop.run_until_complete(server.start())
    event_loop.run_until_complete(server.stop())
