import asyncio
import subprocess
import sys

COMMAND = [sys.executable, "-c", "import time; time.sleep(0.3); print('healthy')"]


async def gateway_status():
    result = subprocess.run(COMMAND, capture_output=True, text=True)  # BUG
    return result.stdout.strip()


async def count_requests(counter):
    while True:
        await asyncio.sleep(0.01)
        counter.append(1)


async def main():
    served = []
    other = asyncio.create_task(count_requests(served))
    await asyncio.sleep(0)
    print(await gateway_status(), "served meanwhile:", len(served) > 5)
    other.cancel()
    await asyncio.wait({other})


if __name__ == "__main__":
    asyncio.run(main())
