import asyncio
from contextlib import AsyncExitStack, asynccontextmanager

events = []


@asynccontextmanager
async def remote_host(name):
    await asyncio.sleep(0)
    events.append(f"connect {name}")
    try:
        yield name
    finally:
        events.append(f"disconnect {name}")


async def build(hosts, package):
    async with AsyncExitStack() as stack:
        for host in hosts:
            stack.enter_async_context(remote_host(host))  # BUG
        events.append(f"build {package}")


if __name__ == "__main__":
    asyncio.run(build(["alpha", "beta"], "hello"))
    print(events)
