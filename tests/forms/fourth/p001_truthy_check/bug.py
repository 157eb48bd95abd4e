import asyncio


class Permissions:
    def __init__(self):
        self._admins = {"root"}

    async def is_admin(self, user):
        await asyncio.sleep(0)
        return user in self._admins


async def delete_job(perms, user, job_id):
    if not perms.is_admin(user):  # BUG
        raise PermissionError(f"{user} may not delete jobs")
    return f"job {job_id} deleted by {user}"


async def main():
    perms = Permissions()
    try:
        print(await delete_job(perms, "guest", 17))
    except PermissionError as exc:
        print("refused:", exc)


if __name__ == "__main__":
    asyncio.run(main())
