# shows: no-current-loop
# in: plain-3_12 plain-3_13
import asyncio

asyncio.get_event_loop().run_until_complete(asyncio.sleep(0))
