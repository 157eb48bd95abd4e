import asyncio


class ModbusRequest:
    """One request on the wire; await it for the register values."""

    def __init__(self, bus, unit, address, count):
        self.bus = bus
        self.unit = unit
        self.address = address
        self.count = count

    def __await__(self):
        return self.bus.roundtrip(self).__await__()


class ModbusBus:
    def __init__(self, memory):
        self._memory = memory

    def read(self, unit, address, count=1):
        return ModbusRequest(self, unit, address, count)

    async def roundtrip(self, request):
        await asyncio.sleep(0.001)
        cells = self._memory[request.unit]
        return cells[request.address : request.address + request.count]


class HeatPump:
    UNIT = 17

    def __init__(self, bus):
        self.bus = bus

    async def flow_temperature(self):
        high, low = self.bus.read(self.UNIT, 0, count=2)  # BUG
        return ((high << 16) | low) / 100

    async def return_temperature(self):
        high, low = await self.bus.read(self.UNIT, 2, count=2)
        return ((high << 16) | low) / 100
