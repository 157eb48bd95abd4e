# in: plain-3_9 plain-3_13
# shows: missing-in-asyncio
import asyncio
import sys

if sys.version_info < (3, 11):
    asyncio.Barrier(2)
else:
    asyncio.coroutine(print)
