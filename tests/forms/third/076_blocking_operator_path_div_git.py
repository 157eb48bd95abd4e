"""Reads revisions of a repository with a small operator syntax."""
import asyncio
import subprocess
import sys

ECHO = [sys.executable, "-c", "import sys; print(sys.argv[1])"]


class Revision:
    def __init__(self, name):
        self.name = name

    def __matmul__(self, path):
        done = subprocess.run([*ECHO, f"{self.name}:{path}"], capture_output=True, text=True)  # ALSO
        return done.stdout.strip()

    async def read(self, path):
        process = await asyncio.create_subprocess_exec(*ECHO, f"{self.name}:{path}", stdout=asyncio.subprocess.PIPE)
        out, _ = await process.communicate()
        return out.decode().strip()


async def changelog(tag):
    revision = Revision(tag)
    return revision @ "CHANGES"  # BUG


async def readme(tag):
    revision = Revision(tag)
    return await revision.read("README")


async def licence(tag):
    return await asyncio.to_thread(Revision(tag).__matmul__, "LICENCE")
