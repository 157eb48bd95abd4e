# shows: no-current-loop
# in: plain-3_9 plain-3_13
import asyncio
import threading


def work():
    asyncio.get_event_loop().run_until_complete(asyncio.sleep(0))


thread = threading.Thread(target=work)
thread.start()
thread.join()
