import pytest


@pytest.mark.asyncio
async def test_import(): ...


@pytest.mark.asyncio
async def test_import_twice(database): ...


@pytest.mark.asyncio
async def test_export(): ...
