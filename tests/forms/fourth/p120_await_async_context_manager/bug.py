import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def stdio_client(params):
    inbox, outbox = asyncio.Queue(), asyncio.Queue()
    inbox.put_nowait({"tools": [params["command"]]})
    try:
        yield inbox, outbox
    finally:
        outbox.put_nowait(None)


class Executor:
    def __init__(self, params):
        self.params = params

    async def list_tools(self):
        read, write = await stdio_client(self.params)  # BUG
        message = await read.get()
        return message["tools"]


if __name__ == "__main__":
    print(asyncio.run(Executor({"command": "github"}).list_tools()))
