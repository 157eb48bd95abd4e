import asyncio
import sys

from search import SearchFactory, find


async def main(words: list[str]) -> None:
    try:
        for word in words:
            titles = await find(word)
            print(word, "->", ", ".join(titles) or "nothing")
    finally:
        await SearchFactory.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
