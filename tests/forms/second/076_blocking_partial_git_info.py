import asyncio
import subprocess
from functools import partial

run_tool = partial(subprocess.run, check=True, capture_output=True, text=True)


class WorkTree:
    """What the build dashboard shows about one checkout."""

    def __init__(self, path, git="git"):
        self.path = path
        self.git = git

    def _command(self, *args):
        return [self.git, "-C", self.path, *args]

    async def branch(self):
        done = run_tool(self._command("rev-parse", "--abbrev-ref", "HEAD"))  # BUG
        return done.stdout.strip()

    async def revision(self):
        done = await asyncio.to_thread(run_tool, self._command("rev-parse", "HEAD"))
        return done.stdout.strip()

    async def summary(self):
        revision = await self.revision()
        return f"{self.path}@{revision[:10]}"
