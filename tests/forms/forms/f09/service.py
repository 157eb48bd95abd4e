# WANT LM202 at `first()` in main, even if another file of the repository, which this one never imports (a notebook helper, a script),
# calls nest_asyncio.apply(): a patch reaches the programs and tests that import it, not the repository.
import asyncio


async def work() -> int:
    return 1


def second() -> int:
    return asyncio.run(work())


def first() -> int:
    return second()


async def main() -> int:
    return first()  # BUG
