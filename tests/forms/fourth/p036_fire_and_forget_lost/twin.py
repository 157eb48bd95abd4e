import asyncio


class RequestLog:
    def __init__(self):
        self.lines = []

    async def write(self, line):
        await asyncio.sleep(0.05)
        self.lines.append(line)


class Agent:
    def __init__(self, log):
        self.log = log
        self._tasks = set()

    async def close(self):
        await asyncio.gather(*self._tasks)

    async def answer(self, question):
        task = asyncio.create_task(self.log.write(f"Q: {question}"))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        await asyncio.sleep(0)
        return question[::-1]


async def run(log):
    agent = Agent(log)
    answers = [await agent.answer(q) for q in ("abc", "def")]
    await agent.close()
    return answers


if __name__ == "__main__":
    log = RequestLog()
    print(asyncio.run(run(log)))
    print("logged:", log.lines)
