import asyncio


class Git:
    async def run(self, *args):
        await asyncio.sleep(0)
        return "refs/heads/main"


GIT = Git()


async def _find_default_branch(remote):
    ref = await GIT.run("symbolic-ref", remote)
    return ref.rsplit("/", 1)[-1]


_branches = {}


async def default_branch(remote):
    if remote not in _branches:
        _branches[remote] = asyncio.create_task(_find_default_branch(remote))
    return await _branches[remote]


async def review(topic):
    base = await default_branch("origin")
    return f"{topic} -> {base}"


async def main():
    for topic in ("parser", "docs"):
        print(await review(topic))


asyncio.run(main())
