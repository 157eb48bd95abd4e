import asyncio


class Frames:
    def __init__(self):
        self.lock = asyncio.Lock()
        self.frames = []

    async def read_frame(self, name):
        with self.lock:  # BUG
            await asyncio.sleep(0)
            self.frames.append(f"{name}:header")
            await asyncio.sleep(0)
            self.frames.append(f"{name}:body")


async def main():
    frames = Frames()
    await asyncio.gather(frames.read_frame("a"), frames.read_frame("b"))
    print(frames.frames)


if __name__ == "__main__":
    asyncio.run(main())
