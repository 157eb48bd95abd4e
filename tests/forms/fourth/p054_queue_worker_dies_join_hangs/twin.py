import asyncio


async def timed_post(payload):
    await asyncio.sleep(0.001)
    if payload == "bad":
        raise ConnectionError("server returned 500")
    return 0.001


async def worker(queue, latencies):
    while True:
        payload = await queue.get()
        try:
            latencies.append(await timed_post(payload))
        finally:
            queue.task_done()


async def benchmark(payloads):
    queue, latencies = asyncio.Queue(), []
    for payload in payloads:
        queue.put_nowait(payload)
    task = asyncio.create_task(worker(queue, latencies))
    joined = asyncio.create_task(queue.join())
    done, pending = await asyncio.wait(
        {joined, task}, return_when=asyncio.FIRST_COMPLETED
    )
    for other in pending:
        other.cancel()
    await asyncio.wait(pending)
    if task in done:
        await task
    return len(latencies)


async def main():
    try:
        print(await asyncio.wait_for(benchmark(["a", "bad", "b"]), 1))
    except ConnectionError as exc:
        print("benchmark aborted:", exc)


asyncio.run(main())
