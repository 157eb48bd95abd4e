import asyncio
from dataclasses import dataclass, field


async def load_profile(user_id):
    await asyncio.sleep(0)
    return {"id": user_id, "name": "ann"}


@dataclass
class User:
    user_id: int
    profile: dict = field(default_factory=dict)

    @classmethod
    async def load(cls, user_id):
        return cls(user_id, await load_profile(user_id))


async def main():
    user = await User.load(7)
    print("profile:", user.profile)


asyncio.run(main())
