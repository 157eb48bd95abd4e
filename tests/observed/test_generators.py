import asyncio

OPEN = []


async def numbers():
    for number in range(3):
        yield number
        await asyncio.sleep(0)


async def test_left_open():
    generator = numbers()
    async for _number in generator:
        break
    OPEN.append(generator)


async def test_break():
    async for _number in numbers():
        break


async def test_to_its_end():
    generator = numbers()
    assert [number async for number in generator] == [0, 1, 2]
    OPEN.append(generator)


async def test_closed():
    generator = numbers()
    async for _number in generator:
        break
    await generator.aclose()
    OPEN.append(generator)
