import asyncio
from concurrent.futures import ThreadPoolExecutor


def background_task(text):
    return text.upper()


class Handler:
    executor = ThreadPoolExecutor(max_workers=2)

    async def get(self, text):
        result = await self.executor.submit(background_task, text)  # BUG
        return {"result": result}


async def main():
    handler = Handler()
    print(await handler.get("hello world"))


if __name__ == "__main__":
    asyncio.run(main())
