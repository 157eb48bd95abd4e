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

    async def answer(self, question):
        asyncio.create_task(self.log.write(f"Q: {question}"))  # BUG
        await asyncio.sleep(0)
        return question[::-1]


async def run(log):
    agent = Agent(log)
    return [await agent.answer(q) for q in ("abc", "def")]


if __name__ == "__main__":
    log = RequestLog()
    print(asyncio.run(run(log)))
    print("logged:", log.lines)
