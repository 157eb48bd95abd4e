import asyncio


async def run_item(item):
    await asyncio.sleep(0)
    if item < 0:
        raise ValueError(f"negative item {item}")
    return item * 10


async def run_pipeline(data):
    gathered = await asyncio.gather(  # BUG
        *[asyncio.create_task(run_item(item)) for item in data],
    )
    results, failures = [], []
    for index, result in enumerate(gathered):
        if isinstance(result, BaseException):
            failures.append((index, str(result)))
        else:
            results.append(result)
    return results, failures


async def main():
    results, failures = await run_pipeline([1, -2, 3])
    print("results", results)
    print("failures", failures)


asyncio.run(main())
