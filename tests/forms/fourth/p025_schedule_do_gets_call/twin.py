import asyncio

import schedule


class Guild:
    def __init__(self, active):
        self.active = active
        self.locked = []


async def lock_member(guild, member):
    await asyncio.sleep(0)
    guild.locked.append(member)


def lock_member_job(guild, member):
    asyncio.run(lock_member(guild, member))


def register(guild):
    for member in guild.active:
        schedule.every().day.at("21:32").do(lock_member_job, guild, member)


def main():
    guild = Guild(["ann", "bob"])
    register(guild)
    schedule.run_all()
    print(guild.locked)


if __name__ == "__main__":
    main()
