import asyncio
import logging

from apscheduler.schedulers.asyncio import AsyncIOScheduler

logging.basicConfig(level=logging.WARNING)
scheduler = AsyncIOScheduler(timezone="UTC")
sent = []


async def beat(name: str) -> None:
    await asyncio.sleep(0.01)
    sent.append(name)
    print("beat", name)


def setup() -> None:
    scheduler.add_job(beat, "interval", seconds=0.2, args=["door"])
    scheduler.add_job(beat, "interval", seconds=0.3, args=["roof"])
    scheduler.start()


async def main() -> None:
    while len(sent) < 4:
        await asyncio.sleep(0.1)
    scheduler.shutdown(wait=False)


if __name__ == "__main__":
    setup()
    asyncio.run(main())
