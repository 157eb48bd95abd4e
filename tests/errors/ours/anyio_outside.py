# shows: no-async-library
# in: libraries-old libraries-new
import anyio


async def main():
    await anyio.sleep(0)


main().send(None)
