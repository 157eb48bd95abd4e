import asyncio, pytest, pytest_asyncio, contextvars
V = contextvars.ContextVar("V", default=0)
@pytest_asyncio.fixture
async def fx():
    V.set(1); l = asyncio.get_running_loop(); yield l
    assert asyncio.get_running_loop() is l, "teardown loop differs"
@pytest.mark.asyncio
async def test_1(fx): assert asyncio.get_running_loop() is fx, "loop differs"
@pytest.mark.asyncio
async def test_ctx(fx): assert V.get() == 1, "contextvar set in async fixture not visible in test"
