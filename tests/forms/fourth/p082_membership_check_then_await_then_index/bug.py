import asyncio


class ConnectionManager:
    def __init__(self):
        self.active_connections = {"ann": []}

    def disconnect(self, client_id):
        self.active_connections.pop(client_id, None)

    async def render(self, event):
        await asyncio.sleep(0.01)
        return f"<{event}>"

    async def send_personal(self, client_id, event):
        if client_id not in self.active_connections:
            return False
        message = await self.render(event)
        self.active_connections[client_id].append(message)  # BUG
        return True


async def main():
    manager = ConnectionManager()
    sending = asyncio.create_task(manager.send_personal("ann", "update"))
    await asyncio.sleep(0)
    manager.disconnect("ann")
    print("sent:", await sending)


asyncio.run(main())
