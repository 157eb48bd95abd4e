import asyncio
from functools import lru_cache


class Git:
    async def run(self, *args):
        await asyncio.sleep(0)
        return "refs/heads/main"


GIT = Git()


@lru_cache(maxsize=None)  # BUG
async def default_branch(remote):
    ref = await GIT.run("symbolic-ref", remote)
    return ref.rsplit("/", 1)[-1]


async def review(topic):
    base = await default_branch("origin")
    return f"{topic} -> {base}"


async def main():
    for topic in ("parser", "docs"):
        print(await review(topic))


asyncio.run(main())
