"""Playwright's file needs a browser; where there is none, the event loop of its fixture keeps running under all later tests."""

collect_ignore = ["e/test_e14_sync_playwright.py"]
