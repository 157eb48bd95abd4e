class Lamp:
    """A bulb on the mesh; its state has to be asked for over the air."""

    def __init__(self, mesh, node):
        self._mesh = mesh
        self.node = node

    @property
    async def power(self):
        reply = await self._mesh.query(self.node, "power")
        return reply["value"]

    @property
    async def brightness(self):
        reply = await self._mesh.query(self.node, "brightness")
        return reply["value"]

    async def set(self, **values):
        await self._mesh.command(self.node, values)


class MovieScene:
    def __init__(self, lamps):
        self.lamps = lamps

    async def switch_off(self):
        for lamp in self.lamps:
            if lamp.power == "on":  # BUG
                await lamp.set(power="off")

    async def dim(self, level=20):
        for lamp in self.lamps:
            if await lamp.brightness > level:
                await lamp.set(brightness=level)
