import asyncio


class Runner:
    def __init__(self):
        self.completed = []

    async def _run(self, run_id):
        await asyncio.sleep(0.01)
        return run_id

    def _run_complete(self, task):
        self.completed.append(task.result())

    def start(self, run_id):
        task = asyncio.create_task(self._run(run_id))
        task.add_done_callback(self._run_complete)
        return task


async def main():
    runner = Runner()
    await asyncio.gather(*(runner.start(i) for i in range(3)))
    await asyncio.sleep(0)
    print("completed runs:", runner.completed)


asyncio.run(main())
