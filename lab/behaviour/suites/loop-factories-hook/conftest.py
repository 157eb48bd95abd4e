import asyncio
class Loop(asyncio.SelectorEventLoop): pass
def pytest_asyncio_loop_factories(config, item): return {"mine": Loop}
