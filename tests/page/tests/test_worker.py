import unittest

import pytest


class TestQueue(unittest.TestCase):
    async def test_put(self): ...

    async def test_get(self): ...

    def test_size(self): ...


class TestWorker(unittest.IsolatedAsyncioTestCase):
    async def test_runs(self): ...

    async def test_is_cancelled(self): ...


@pytest.mark.trio
async def test_nursery(): ...
