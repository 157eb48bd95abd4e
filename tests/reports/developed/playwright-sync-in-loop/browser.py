from playwright.sync_api import sync_playwright


def screenshot(url: str, target: str) -> str:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch()
        page = browser.new_page()
        page.goto(url)
        page.screenshot(path=target)
        browser.close()
    return target
