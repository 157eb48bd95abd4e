import asyncio


class EventQueue:
    def __init__(self):
        self.events = []

    async def enqueue_event(self, event):
        await asyncio.sleep(0)
        self.events.append(event)


class CurrencyAgent:
    async def invoke(self, query):
        await asyncio.sleep(0)
        return f"{query} is 92 EUR"

    async def execute(self, query, event_queue):
        await event_queue.enqueue_event("submitted")
        answer = await self.invoke(query)
        await event_queue.enqueue_event(f"artifact: {answer}")
        await event_queue.enqueue_event("completed")


async def main():
    queue = EventQueue()
    await CurrencyAgent().execute("100 USD", queue)
    print(queue.events)


if __name__ == "__main__":
    asyncio.run(main())
