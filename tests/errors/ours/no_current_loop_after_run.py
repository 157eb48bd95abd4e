# shows: no-current-loop
# in: plain-3_9 plain-3_13
import asyncio

asyncio.run(asyncio.sleep(0))
asyncio.get_event_loop()
