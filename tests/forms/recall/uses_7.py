import asyncio


class Conf:
    @property
    async def insert(self) -> int:
        return 1

    async def use(self) -> None:
        print(self.insert + 1)  # BUG

    async def use2(self) -> None:
        if self.insert:  # BUG
            print("x")

    async def use3(self) -> None:
        self.insert  # BUG


async def work() -> None: ...


async def close() -> None:
    await asyncio.wait([work(), work()])  # BUG


async def close2() -> None:
    t = asyncio.create_task(work())
    await asyncio.wait([work(), t], return_when=asyncio.FIRST_COMPLETED)  # BUG


async def value(n: int) -> dict[str, int]:
    return {"n": n}


async def serial() -> list:
    return await asyncio.gather(*[await value(i) for i in range(3)])  # BUG


async def serial2() -> list:
    return await asyncio.gather(await value(1), await value(2))  # BUG


async def lock_it() -> None:
    lock = asyncio.Lock()
    with lock.acquire():  # BUG
        print("x")


async def lock_it2() -> None:
    lock = asyncio.Lock()
    with await lock:  # BUG
        print("x")


async def lock_it3() -> None:
    lock = asyncio.Lock()
    with lock:  # BUG
        print("x")
