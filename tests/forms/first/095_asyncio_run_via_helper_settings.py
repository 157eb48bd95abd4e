"""Settings store with helpers for scripts and for the server."""
import asyncio


class SettingsStore:
    def __init__(self, values):
        self._values = dict(values)

    async def get(self, key, default=None):
        await asyncio.sleep(0)
        return self._values.get(key, default)


def setting(store, key, default=None):
    """Read one setting from a script."""
    return asyncio.run(store.get(key, default))


def print_settings(store, *keys):
    for key in keys:
        print(f"{key} = {setting(store, key)}")


async def start_server(store):
    port = setting(store, "port", 8000)  # BUG
    host = await store.get("host", "127.0.0.1")
    return f"listening on {host}:{port}"


async def start_admin_server(store):
    port = await store.get("admin_port", 8001)
    host = await store.get("host", "127.0.0.1")
    return f"admin on {host}:{port}"
