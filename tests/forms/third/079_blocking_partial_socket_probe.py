"""Port checks of a service monitor."""
import asyncio
import socket
from functools import partial


def port_open(host, port, timeout):
    try:
        socket.create_connection((host, port), timeout).close()  # ALSO
    except OSError:
        return False
    return True


async def port_open_async(host, port, timeout):
    try:
        _, writer = await asyncio.wait_for(asyncio.open_connection(host, port), timeout)
    except (OSError, asyncio.TimeoutError):
        return False
    writer.close()
    await writer.wait_closed()
    return True


local_port = partial(port_open, "127.0.0.1", timeout=0.5)
local_port_async = partial(port_open_async, "127.0.0.1", timeout=0.5)


async def check_database():
    await asyncio.sleep(0)
    return {"database": local_port(9)}  # BUG


async def check_cache():
    await asyncio.sleep(0)
    return {"cache": await local_port_async(9)}


async def check_search():
    return {"search": await asyncio.to_thread(local_port, 9)}
