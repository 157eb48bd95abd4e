# in: libraries-new
import trio


async def main():
    with trio.fail_after(0.01):
        await trio.sleep(1)


trio.run(main)
