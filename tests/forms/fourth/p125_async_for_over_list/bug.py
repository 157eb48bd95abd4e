import asyncio


class ChatStream:
    def __init__(self, pages):
        self.pages = pages

    async def next_page(self):
        await asyncio.sleep(0)
        return self.pages.pop(0) if self.pages else []


async def collect(stream):
    seen = []
    while page := await stream.next_page():
        async for message in page:  # BUG
            seen.append(message.upper())
    return seen


async def main():
    stream = ChatStream([["hi", "hello"], ["bye"]])
    print(await collect(stream))


if __name__ == "__main__":
    asyncio.run(main())
