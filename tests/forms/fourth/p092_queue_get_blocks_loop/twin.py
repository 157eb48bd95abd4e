import asyncio
import queue
import threading
import time


class ChannelQueue(queue.Queue):
    async def get_msg(self, timeout):
        return await asyncio.to_thread(self.get, timeout=timeout)


def receiver(channel):
    time.sleep(0.3)
    channel.put({"msg_type": "status"})


async def keepalive(beats):
    while True:
        await asyncio.sleep(0.01)
        beats.append("ping")


async def main():
    channel, beats = ChannelQueue(), []
    task = asyncio.create_task(keepalive(beats))
    threading.Thread(target=receiver, args=(channel,)).start()
    await asyncio.sleep(0)
    message = await channel.get_msg(timeout=2)
    print(message["msg_type"], "keepalive ran:", len(beats) > 5)
    task.cancel()
    await asyncio.wait({task})


asyncio.run(main())
