"""Fixtures of all tests."""

import asyncio

import nest_asyncio
import pytest

from storefront.basket import Basket


@pytest.fixture(scope="session")
def event_loop():
    """One loop for the whole session, against "This event loop is already running"."""
    return asyncio.get_event_loop()


@pytest.fixture
def nested():
    """For the same reason. It helps the tests that come after the first one that asks for it."""
    nest_asyncio.apply()


@pytest.fixture
def basket():
    basket = Basket("fr")
    basket.add("tea", 2)
    basket.add("mug")
    return basket
