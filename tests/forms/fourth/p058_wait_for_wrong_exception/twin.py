import asyncio


class Worker:
    def __init__(self, timeout, max_tries):
        self.timeout = timeout
        self.max_tries = max_tries

    async def run_job(self, job):
        for attempt in range(1, self.max_tries + 1):
            try:
                return await asyncio.wait_for(job(attempt), self.timeout)
            except asyncio.TimeoutError:
                print(f"attempt {attempt} timed out, retrying")
        return None


async def job(attempt):
    await asyncio.sleep(1 if attempt == 1 else 0)
    return f"finished on attempt {attempt}"


async def main():
    worker = Worker(timeout=0.05, max_tries=3)
    print(await worker.run_job(job))


if __name__ == "__main__":
    asyncio.run(main())
