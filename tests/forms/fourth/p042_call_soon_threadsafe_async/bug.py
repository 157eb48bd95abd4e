import asyncio
import threading


class Sensor:
    def __init__(self, loop):
        self.loop = loop
        self.readings = []

    async def store(self, value):
        await asyncio.sleep(0)
        self.readings.append(value)

    def poll(self):
        for value in (20.5, 21.0):
            self.loop.call_soon_threadsafe(self.store, value)  # BUG


async def main():
    sensor = Sensor(asyncio.get_running_loop())
    thread = threading.Thread(target=sensor.poll)
    thread.start()
    await asyncio.sleep(0.1)
    await asyncio.to_thread(thread.join)
    print("readings:", sensor.readings)


if __name__ == "__main__":
    asyncio.run(main())
