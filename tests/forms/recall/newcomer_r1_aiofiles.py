"""Missed: aiofiles ships no annotations; nothing is known of it."""
import aiofiles


async def read(path):
    async with aiofiles.open(path) as file:
        return file.read().splitlines()  # BUG


async def write(path):
    async with aiofiles.open(path, "w") as file:
        file.write("x")  # BUG


async def sync_with(path):
    with aiofiles.open(path) as file:  # BUG
        return await file.read()
