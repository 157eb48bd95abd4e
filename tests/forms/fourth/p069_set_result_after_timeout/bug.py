import asyncio


class RpcClient:
    def __init__(self):
        self._futures = {}

    async def call(self, serial, timeout):
        future = asyncio.get_running_loop().create_future()
        self._futures[serial] = future
        return await asyncio.wait_for(future, timeout)

    def handle_result(self, serial, result):
        future = self._futures.pop(serial, None)
        if future is not None:
            future.set_result(result)  # BUG


async def main():
    client = RpcClient()
    try:
        await client.call(1, timeout=0.02)
    except asyncio.TimeoutError:
        print("call timed out")
    client.handle_result(1, "late reply")
    print("late reply ignored")


asyncio.run(main())
