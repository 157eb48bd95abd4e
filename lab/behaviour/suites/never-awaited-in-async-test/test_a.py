import asyncio, pytest
async def foo(): pass
@pytest.mark.asyncio
async def test_1(): foo()
