# in: libraries-new
from playwright.sync_api import sync_playwright

with sync_playwright() as playwright:
    playwright.chromium.launch()
