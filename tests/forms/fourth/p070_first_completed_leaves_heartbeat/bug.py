import asyncio

beats = []


async def heartbeat_every(delay):
    while True:
        await asyncio.sleep(delay)
        beats.append("beat")


async def activity():
    await asyncio.sleep(0.03)
    return "result"


async def run_with_heartbeat():
    work = asyncio.create_task(activity())
    heart = asyncio.create_task(heartbeat_every(0.01))
    await asyncio.wait({work, heart}, return_when=asyncio.FIRST_COMPLETED)  # BUG
    return await work


async def main():
    print(await run_with_heartbeat())
    count = len(beats)
    await asyncio.sleep(0.1)
    print("heartbeats after the end:", len(beats) - count > 1)


asyncio.run(main())
