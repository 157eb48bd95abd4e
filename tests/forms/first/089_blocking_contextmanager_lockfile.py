"""A lock file keeps two deployments from running side by side."""
import asyncio
import os
import time
from contextlib import asynccontextmanager, contextmanager


def create_lock(path: str) -> None:
    os.close(os.open(path, os.O_CREAT | os.O_EXCL))


@contextmanager
def deploy_lock(path: str):
    while True:
        try:
            create_lock(path)
            break
        except FileExistsError:
            time.sleep(0.2)
    try:
        yield path
    finally:
        os.unlink(path)


@asynccontextmanager
async def deploy_turn(path: str):
    while True:
        try:
            await asyncio.to_thread(create_lock, path)
            break
        except FileExistsError:
            await asyncio.sleep(0.2)
    try:
        yield path
    finally:
        await asyncio.to_thread(os.unlink, path)


async def deploy(path: str, version: str) -> str:
    with deploy_lock(path):  # BUG
        await asyncio.sleep(0.001)
        return f"deployed {version}"


async def rollback(path: str, version: str) -> str:
    async with deploy_turn(path):
        await asyncio.sleep(0.001)
        return f"rolled back to {version}"
