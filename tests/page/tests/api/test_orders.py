import pytest

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def test_list(): ...


async def test_create(database): ...


async def test_delete(): ...
