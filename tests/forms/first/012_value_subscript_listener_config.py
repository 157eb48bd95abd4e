import asyncio
import json

RAW = '{"listen": {"host": "127.0.0.1", "port": 8080}, "workers": 4}'


async def read_settings(source=RAW):
    await asyncio.sleep(0)
    return json.loads(source)


class Listener:
    def __init__(self, host, port):
        self.host = host
        self.port = port

    def __repr__(self):
        return f"<Listener {self.host}:{self.port}>"


async def build_listener():
    listen = read_settings()["listen"]  # BUG
    return Listener(listen["host"], listen["port"])


async def build_admin_listener():
    listen = (await read_settings())["listen"]
    return Listener(listen["host"], listen["port"] + 1)
