import asyncio


class WebSocket:
    def __init__(self, notifier, task_id):
        self.notifier = notifier
        self.task_id = task_id

    async def close(self):
        await asyncio.sleep(0)
        self.notifier.unsubscribe(self.task_id, self)


class WebsocketNotifier:
    def __init__(self):
        self.subscribers = {}

    def subscribe(self, task_id):
        self.subscribers.setdefault(task_id, set()).add(WebSocket(self, task_id))

    def unsubscribe(self, task_id, websocket):
        self.subscribers.get(task_id, set()).discard(websocket)

    async def remove_task(self, task_id):
        for websocket in self.subscribers[task_id]:  # BUG
            await websocket.close()
        del self.subscribers[task_id]


async def main():
    notifier = WebsocketNotifier()
    for _ in range(3):
        notifier.subscribe("task-1")
    await notifier.remove_task("task-1")
    print("left:", notifier.subscribers)


asyncio.run(main())
