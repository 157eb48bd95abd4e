"""Remote configuration of a worker."""
import asyncio

DEFAULTS = {"pool": {"size": 4}, "log": {"level": "info"}}


async def load_config(overrides=None):
    await asyncio.sleep(0)
    merged = {name: dict(section) for name, section in DEFAULTS.items()}
    for name, section in (overrides or {}).items():
        merged.setdefault(name, {}).update(section)
    return merged


def load_defaults():
    return {name: dict(section) for name, section in DEFAULTS.items()}


async def pool_size(overrides=None):
    fallback = load_defaults()["pool"]["size"]
    return load_config(overrides)["pool"].get("size", fallback)  # BUG


async def log_level(overrides=None):
    fallback = load_defaults()["log"]["level"]
    return (await load_config(overrides))["log"].get("level", fallback)


async def pool_summary(overrides=None):
    config = await load_config(overrides)
    return "%d threads" % config["pool"]["size"]
