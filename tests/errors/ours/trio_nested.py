# shows: trio-run-in-run
# in: libraries-old libraries-new
import trio


async def main():
    trio.run(trio.sleep, 0)


trio.run(main)
