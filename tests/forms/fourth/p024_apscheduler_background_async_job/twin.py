import asyncio

from apscheduler.schedulers.asyncio import AsyncIOScheduler

pings = []


async def ping_server():
    await asyncio.sleep(0)
    pings.append("pong")


async def main():
    scheduler = AsyncIOScheduler()
    scheduler.add_job(ping_server, "interval", seconds=0.1)
    scheduler.start()
    await asyncio.sleep(0.35)
    scheduler.shutdown(wait=False)
    print("pings:", len(pings) > 0)


if __name__ == "__main__":
    asyncio.run(main())
