from playwright.async_api import async_playwright


async def screenshot(url: str, target: str) -> str:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch()
        page = await browser.new_page()
        await page.goto(url)
        await page.screenshot(path=target)
        await browser.close()
    return target
