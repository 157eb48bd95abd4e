import asyncio
import sys

from search import find


async def main(words: list[str]) -> None:
    for word in words:
        titles = await find(word)
        print(word, "->", ", ".join(titles) or "nothing")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
