import pytest

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_starts(database): ...


async def test_answers(database, clock): ...


async def test_stops(database): ...


class TestReload:
    async def test_keeps_connections(self, database, clock): ...

    async def test_reads_settings(self): ...
