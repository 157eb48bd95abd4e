import asyncio
from concurrent.futures import ThreadPoolExecutor


def background_task(text):
    return text.upper()


class Handler:
    executor = ThreadPoolExecutor(max_workers=2)

    async def get(self, text):
        loop = asyncio.get_running_loop()
        result = await loop.run_in_executor(self.executor, background_task, text)
        return {"result": result}


async def main():
    handler = Handler()
    print(await handler.get("hello world"))


if __name__ == "__main__":
    asyncio.run(main())
