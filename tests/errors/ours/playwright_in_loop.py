# shows: sync-playwright-in-loop
# in: libraries-old libraries-new
import asyncio

from playwright.sync_api import sync_playwright


async def main():
    with sync_playwright() as playwright:
        playwright.chromium.launch()


asyncio.run(main())
