import asyncio
import contextlib


class ChatServer:
    """One room; idle members are thrown out by a background task."""

    def __init__(self, idle_limit=0.05):
        self.idle_limit = idle_limit
        self.members = {}
        self.reaper = None

    def touch(self, name):
        self.members[name] = asyncio.get_running_loop().time()

    async def reap_idle(self):
        while True:
            await asyncio.sleep(self.idle_limit / 2)
            deadline = asyncio.get_running_loop().time() - self.idle_limit
            for name in [name for name, seen in self.members.items() if seen < deadline]:
                del self.members[name]

    async def serve(self, seconds):
        self.touch("greeter")
        await asyncio.sleep(seconds)
        if self.reaper is not None:
            self.reaper.cancel()
        return sorted(self.members)


def create_server(idle_limit):
    server = ChatServer(idle_limit)
    server.reaper = asyncio.create_task(server.reap_idle())  # BUG
    return server


async def start_server(idle_limit):
    server = ChatServer(idle_limit)
    server.reaper = asyncio.create_task(server.reap_idle())
    return server


def run(seconds=0.2, idle_limit=0.05):
    server = create_server(idle_limit)  # ALSO
    return asyncio.run(server.serve(seconds))


def run_quiet(seconds=0.2, idle_limit=0.05):
    async def session():
        server = await start_server(idle_limit)
        return await server.serve(seconds)

    with contextlib.suppress(KeyboardInterrupt):
        return asyncio.run(session())
