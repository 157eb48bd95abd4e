import asyncio

from apscheduler.schedulers.background import BackgroundScheduler

pings = []


async def ping_server():
    await asyncio.sleep(0)
    pings.append("pong")


async def main():
    scheduler = BackgroundScheduler()
    scheduler.add_job(ping_server, "interval", seconds=0.1)  # BUG
    scheduler.start()
    await asyncio.sleep(0.35)
    scheduler.shutdown(wait=False)
    print("pings:", len(pings) > 0)


if __name__ == "__main__":
    asyncio.run(main())
