import asyncio

from apscheduler.events import EVENT_SCHEDULER_STARTED
from apscheduler.schedulers.asyncio import AsyncIOScheduler


class Announcer:
    def __init__(self):
        self.messages = []

    def on_started(self, event):
        self.messages.append("scheduler is up")


async def main():
    announcer = Announcer()
    scheduler = AsyncIOScheduler()
    scheduler.add_listener(announcer.on_started, EVENT_SCHEDULER_STARTED)
    scheduler.start()
    await asyncio.sleep(0.05)
    print(announcer.messages)
    scheduler.shutdown()


asyncio.run(main())
