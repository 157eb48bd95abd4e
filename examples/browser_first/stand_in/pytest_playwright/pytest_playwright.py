"""The fixtures of pytest-playwright over a fake browser.

As in Playwright's synchronous API, an event loop runs in a greenlet of the main thread. A call of the
API switches to that greenlet until the answer is there. The loop is never left in between, so asyncio
takes it for running until the session ends.
"""

import asyncio
import re

import pytest
from greenlet import greenlet


class Page:
    """A page of the fake browser."""

    def __init__(self, dispatcher):
        self._dispatcher = dispatcher
        self.url = "about:blank"

    def goto(self, url):
        """Opens an address."""
        self.url = self._dispatcher.call(self._load(url))

    def title(self):
        """The title of the page, which stands in its address."""
        found = re.search("<title>(.*)</title>", self.url)
        return found.group(1) if found else ""

    @staticmethod
    async def _load(url):
        await asyncio.sleep(0)
        return url


class Dispatcher:
    """The loop in its greenlet."""

    def __init__(self):
        self.loop = asyncio.new_event_loop()
        self.greenlet = greenlet(self.loop.run_forever)
        self.loop.call_soon(greenlet.getcurrent().switch)
        self.greenlet.switch()

    def call(self, coroutine):
        """Runs a coroutine on the loop, and waits for its result."""
        caller = greenlet.getcurrent()
        task = self.loop.create_task(coroutine)
        task.add_done_callback(lambda _task: caller.switch())
        while not task.done():
            self.greenlet.switch()
        return task.result()

    def stop(self):
        """Lets the loop end."""
        self.loop.call_soon(self.loop.stop)
        self.greenlet.switch()
        self.loop.close()


@pytest.fixture(scope="session")
def playwright():
    dispatcher = Dispatcher()
    yield dispatcher
    dispatcher.stop()


@pytest.fixture(scope="session")
def browser(playwright):
    return playwright


@pytest.fixture
def page(browser):
    return Page(browser)
