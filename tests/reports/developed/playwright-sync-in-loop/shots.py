import asyncio

from browser import screenshot


async def pages() -> list[str]:
    await asyncio.sleep(0.01)
    return ["about:blank", "data:text/html,<h1>menu</h1>"]


async def main():
    for number, url in enumerate(await pages()):
        print(screenshot(url, f"shot-{number}.png"))


if __name__ == "__main__":
    asyncio.run(main())
