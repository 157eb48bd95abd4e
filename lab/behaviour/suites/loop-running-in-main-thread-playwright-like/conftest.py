import asyncio, pytest
@pytest.fixture(scope="session", autouse=True)
def running_loop():
    loop = asyncio.new_event_loop()
    asyncio._set_running_loop(loop)
    yield
    asyncio._set_running_loop(None); loop.close()
