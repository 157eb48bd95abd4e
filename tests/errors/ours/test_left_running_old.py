# shows: another-loop-running
# in: asyncio-0_21 asyncio-0_26
import asyncio

import pytest


@pytest.fixture(scope="session")
def browser():
    asyncio.events._set_running_loop(asyncio.new_event_loop())
    yield
    asyncio.events._set_running_loop(None)


def test_page(browser):
    pass


@pytest.mark.asyncio
async def test_load():
    pass
