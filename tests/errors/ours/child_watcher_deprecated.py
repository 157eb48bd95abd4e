# in: plain-3_12 plain-3_13
# shows: child-watcher-deprecated
# args: -W default
import asyncio

asyncio.set_child_watcher(asyncio.ThreadedChildWatcher())
asyncio.get_child_watcher()
asyncio.SafeChildWatcher()
