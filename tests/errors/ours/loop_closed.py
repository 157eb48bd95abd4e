# shows: loop-closed
# in: plain-3_9 plain-3_13
import asyncio

loop = asyncio.new_event_loop()
loop.close()
loop.call_soon(print)
