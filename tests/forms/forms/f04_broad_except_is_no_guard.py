# WANT LM202 and `inventory`: must change. `except Exception: log` swallows the RuntimeError, so the value is silently lost.
import asyncio
import logging

logger = logging.getLogger(__name__)


async def latest_version() -> int:
    return 3


async def status() -> dict:
    answer = {"ready": True}
    try:
        answer["version"] = asyncio.run(latest_version())  # BUG
    except Exception as error:
        logger.warning("no version: %s", error)
    return answer
