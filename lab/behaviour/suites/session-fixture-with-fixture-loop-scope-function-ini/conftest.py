import asyncio, pytest, pytest_asyncio
class Bound:
    def __init__(self): self.loop = asyncio.get_running_loop(); self.fut = self.loop.create_future(); self.loop.call_later(0.05, lambda: self.fut.done() or self.fut.set_result(1))
@pytest_asyncio.fixture(scope="session")
async def res():
    b = Bound()
    yield b
    assert asyncio.get_running_loop() is b.loop
