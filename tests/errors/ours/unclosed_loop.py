# shows: unclosed-loop
# in: plain-3_9 plain-3_13
# args: -W always
import asyncio

loop = asyncio.new_event_loop()
loop.run_until_complete(asyncio.sleep(0))
del loop
