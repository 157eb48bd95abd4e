import asyncio
from dataclasses import dataclass


@dataclass
class ProcessView:
    name: str
    retry_allowed: bool


async def allow_engineers(user):
    await asyncio.sleep(0)
    return user.get("role") == "engineer"


async def describe(process, user):
    auth_retry = process.get("auth_retry")
    return ProcessView(
        name=process["name"],
        retry_allowed=bool(auth_retry and auth_retry(user)),  # BUG
    )


PROCESS = {"name": "create_node", "auth_retry": allow_engineers}


async def main():
    print(await describe(PROCESS, {"role": "viewer"}))


asyncio.run(main())
