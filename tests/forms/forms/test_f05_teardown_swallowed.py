# WANT LM308 at both create_task lines (no loop runs; the RuntimeError is swallowed, the coroutine is never awaited), and a fix:
# an autouse async fixture that awaits the clean-up after `yield`. Not LM110.
import asyncio
import logging


class Registry:
    def __init__(self):
        self.agents = {"a": 1}

    async def unregister(self, name): ...


class TestService:
    def setup_method(self, method=None):
        self.registry = Registry()

    def teardown_method(self, method=None):
        for name in list(self.registry.agents):
            asyncio.create_task(self.registry.unregister(name))  # BUG

    async def test_a(self): ...  # UNDECIDABLE: runs only with asyncio_mode=auto, which is configuration that is not here


class TestOther:
    def setup_method(self, method=None):
        self.registry = Registry()

    def teardown_method(self, method=None):
        try:
            asyncio.create_task(self.registry.unregister("a"))  # BUG
        except Exception as error:
            logging.warning("clean-up: %s", error)

    async def test_a(self): ...  # UNDECIDABLE: runs only with asyncio_mode=auto, which is configuration that is not here
