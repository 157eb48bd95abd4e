"""What cannot be run everywhere."""

import importlib.util
import inspect

import pytest_asyncio

# Where there is no browser, the event loop of Playwright's fixture keeps running under all later tests.
collect_ignore = ["e/test_e14_sync_playwright.py"]
if importlib.util.find_spec("anyio") is None:
    collect_ignore.append("k/test_k28_anyio_mark.py")
if "loop_scope" not in inspect.signature(pytest_asyncio.fixture).parameters:
    collect_ignore.append("k/test_k22_matching_loop_scope.py")
