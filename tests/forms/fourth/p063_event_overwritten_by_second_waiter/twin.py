import asyncio


class TaskStore:
    def __init__(self):
        self._update_events = {}

    async def wait_for_update(self, task_id):
        event = self._update_events.setdefault(task_id, asyncio.Event())
        await event.wait()

    def notify_update(self, task_id):
        event = self._update_events.pop(task_id, None)
        if event is not None:
            event.set()


async def main():
    store = TaskStore()
    waiters = [asyncio.create_task(store.wait_for_update("t1")) for _ in range(2)]
    await asyncio.sleep(0.01)
    store.notify_update("t1")
    done, pending = await asyncio.wait(waiters, timeout=0.3)
    print("woken:", len(done), "still waiting:", len(pending))


asyncio.run(main())
