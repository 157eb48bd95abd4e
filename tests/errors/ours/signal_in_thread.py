# shows: signal-outside-main-thread
# in: plain-3_9 plain-3_13
import asyncio
import signal
import threading


async def main():
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, print)


thread = threading.Thread(target=lambda: asyncio.run(main()))
thread.start()
thread.join()
