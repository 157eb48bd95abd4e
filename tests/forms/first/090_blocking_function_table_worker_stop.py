"""Console commands of the media server."""
import asyncio
import threading
import time


class Transcoder:
    """Works in its own thread until told to stop."""

    def __init__(self, last_frame=0.2):
        self._stop = threading.Event()
        self._last_frame = last_frame
        self.thread = threading.Thread(target=self._work, daemon=True)
        self.thread.start()

    def _work(self):
        self._stop.wait()
        time.sleep(self._last_frame)

    def finish(self):
        self._stop.set()
        self.thread.join()


def show_status(transcoder):
    return "running" if transcoder.thread.is_alive() else "stopped"


def stop_worker(transcoder):
    transcoder.finish()
    return "stopped"


COMMANDS = {"status": show_status, "stop": stop_worker}


async def run_command(name, transcoder):
    command = COMMANDS[name]
    return command(transcoder)  # BUG


async def run_slow_command(name, transcoder):
    command = COMMANDS[name]
    return await asyncio.to_thread(command, transcoder)
