"""Labels parcels with the help of an external tool."""
import asyncio
import subprocess
import sys

SCRIPT = "import sys, time; time.sleep(0.15); print(sys.argv[1].upper())"


class Labeler:
    def __init__(self, script=SCRIPT):
        self.command = [sys.executable, "-S", "-c", script]

    def __call__(self, text):
        done = subprocess.run([*self.command, text], capture_output=True, check=True)
        return done.stdout.decode().strip()


class AsyncLabeler:
    def __init__(self, script=SCRIPT):
        self.command = [sys.executable, "-S", "-c", script]

    async def __call__(self, text):
        process = await asyncio.create_subprocess_exec(
            *self.command, text, stdout=asyncio.subprocess.PIPE
        )
        stdout, _ = await process.communicate()
        return stdout.decode().strip()


async def label_parcel(number):
    label = Labeler()
    return {"parcel": number, "label": label(f"p-{number}")}  # BUG


async def label_letter(number):
    label = AsyncLabeler()
    return {"letter": number, "label": await label(f"l-{number}")}
