import asyncio
import pytest


@pytest.fixture(scope="module")  # ALSO
def event_loop():  # BUG
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


@pytest.fixture(scope="module")  # ALSO
async def service(event_loop):  # ALSO
    yield event_loop


async def test_a(service):
    assert asyncio.get_running_loop() is service  # ALSO
