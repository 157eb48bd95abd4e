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
        message = await self.render(event)
        connection = self.active_connections.get(client_id)
        if connection is None:
            return False
        connection.append(message)
        return True


async def main():
    manager = ConnectionManager()
    sending = asyncio.create_task(manager.send_personal("ann", "update"))
    await asyncio.sleep(0)
    manager.disconnect("ann")
    print("sent:", await sending)


asyncio.run(main())
