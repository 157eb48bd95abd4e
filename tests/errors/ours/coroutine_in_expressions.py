# shows: coroutine-used-as-value
# in: plain-3_9 plain-3_13
import traceback


async def load():
    return 1


def unpack():
    first, second = load()


ways = [
    lambda: load() + 1,
    lambda: load() < 1,
    lambda: len(load()),
    lambda: 1 in load(),
    lambda: load()(),
    lambda: {load(): 1}[1:2],
    lambda: int(load()),
    lambda: "".join([load()]),
    unpack,
]
for way in ways:
    try:
        way()
    except Exception:
        traceback.print_exc()
