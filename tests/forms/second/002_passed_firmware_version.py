import asyncio


def parse_version(text):
    major, minor, patch = text.strip().lstrip("v").split(".")
    return int(major), int(minor), int(patch)


class ThermostatLink:
    """Talks to one thermostat on the home bus."""

    def __init__(self, address, registers):
        self.address = address
        self._registers = registers

    async def read_register(self, name):
        await asyncio.sleep(0.001)
        return self._registers[name]

    async def needs_update(self, latest):
        current = parse_version(self.read_register("fw_version"))  # BUG
        return current < parse_version(latest)

    async def needs_bootloader(self, latest):
        current = parse_version(await self.read_register("boot_version"))
        return current < parse_version(latest)


async def outdated(links, latest_boot):
    flags = await asyncio.gather(*(link.needs_bootloader(latest_boot) for link in links))
    return [link.address for link, flag in zip(links, flags) if flag]
