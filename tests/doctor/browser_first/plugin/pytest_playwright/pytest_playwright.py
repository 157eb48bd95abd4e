"""A stand-in for pytest-playwright: its loop runs in a greenlet of the main thread until the session ends."""

import asyncio

import pytest
from greenlet import greenlet


class Page:
    def goto(self, address):
        return address


@pytest.fixture(scope="session")
def playwright():
    main = greenlet.getcurrent()
    loop = asyncio.new_event_loop()

    def run():
        loop.call_soon(main.switch)
        loop.run_forever()

    dispatcher = greenlet(run)
    dispatcher.switch()
    yield Page
    loop.call_soon_threadsafe(loop.stop)
    dispatcher.switch()
    loop.close()


@pytest.fixture(scope="session")
def browser(playwright):
    return playwright


@pytest.fixture
def page(browser):
    return browser()
