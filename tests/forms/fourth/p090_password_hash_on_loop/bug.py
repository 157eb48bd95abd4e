import asyncio
import hashlib
import hmac

SALT = b"pepper"
USERS = {"ann": hashlib.pbkdf2_hmac("sha256", b"secret", SALT, 600_000)}


def hash_password(password):
    return hashlib.pbkdf2_hmac("sha256", password.encode(), SALT, 600_000)


async def login(name, password):
    digest = hash_password(password)  # BUG
    if not hmac.compare_digest(digest, USERS[name]):
        raise PermissionError("bad password")
    return f"session for {name}"


async def metrics(samples):
    while True:
        await asyncio.sleep(0.005)
        samples.append(len(samples))


async def main():
    samples = []
    task = asyncio.create_task(metrics(samples))
    await asyncio.sleep(0)
    print(await login("ann", "secret"), "loop ran meanwhile:", len(samples) > 3)
    task.cancel()
    await asyncio.wait({task})


asyncio.run(main())
