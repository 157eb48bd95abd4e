import asyncio

import nest_asyncio
import pytest


@pytest.fixture(scope="session")
def event_loop():
    return asyncio.get_event_loop()


@pytest.fixture
def nested():
    nest_asyncio.apply()
