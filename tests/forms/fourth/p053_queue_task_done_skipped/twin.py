import asyncio


class JobRunner:
    def __init__(self):
        self.queue = asyncio.Queue()
        self.done = []

    async def process(self, job):
        await asyncio.sleep(0)
        if job == "broken":
            raise ValueError("cannot process job")
        self.done.append(job)

    async def worker(self):
        while True:
            job = await self.queue.get()
            try:
                await self.process(job)
            except ValueError as exc:
                print("job failed:", exc)
            finally:
                self.queue.task_done()


async def main():
    runner = JobRunner()
    for job in ("a", "broken", "b"):
        runner.queue.put_nowait(job)
    worker = asyncio.create_task(runner.worker())
    await asyncio.wait_for(runner.queue.join(), 1)
    worker.cancel()
    await asyncio.wait({worker})
    print("done:", runner.done)


asyncio.run(main())
