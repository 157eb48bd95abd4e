# WANT LM506 at the line with .result(): an unrelated `with` before it, here in a nested function, must not hide it.
import asyncio
from concurrent.futures import ThreadPoolExecutor


async def read_settings(pool) -> dict:
    async def query() -> dict:
        async with pool.connect() as connection:
            return await connection.fetch("select 1")

    try:
        asyncio.get_running_loop()
        with ThreadPoolExecutor() as executor:  # ALSO
            return executor.submit(asyncio.run, query()).result()  # BUG
    except RuntimeError:
        return asyncio.run(query())  # BUG
