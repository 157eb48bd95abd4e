import asyncio
from dataclasses import dataclass, field


async def load_profile(user_id):
    await asyncio.sleep(0)
    return {"id": user_id, "name": "ann"}


@dataclass
class User:
    user_id: int
    profile: dict = field(default_factory=dict)

    async def __post_init__(self):  # BUG
        self.profile = await load_profile(self.user_id)


async def main():
    user = User(7)
    print("profile:", user.profile)


asyncio.run(main())
