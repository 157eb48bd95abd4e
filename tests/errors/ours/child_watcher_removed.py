# in: plain-3_12 plain-3_13
# shows: child-watcher-removed
import asyncio

# Python 3.14 does not have it; an older Python says the same once it is gone.
del asyncio.set_child_watcher


def main():
    asyncio.set_child_watcher(None)


main()
