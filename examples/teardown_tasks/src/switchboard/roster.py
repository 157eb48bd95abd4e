"""Who is on duty, and when."""

from switchboard.registry import Operator, Registry

DAY = range(8, 18)


class Roster:
    """The hours of the operators."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.hours: dict[str, range] = {}

    async def begin(self, name: str, *languages: str, hours: range | None = None) -> Operator:
        """Puts an operator on duty, for the day if no hours are named."""
        operator = await self.registry.register(name, *languages)
        self.hours[name] = DAY if hours is None else hours
        return operator

    async def end(self, name: str) -> None:
        """Takes an operator off duty."""
        await self.registry.unregister(name)
        del self.hours[name]

    def on_duty(self, hour: int) -> list[str]:
        """The operators who are on duty at some hour."""
        return [name for name, hours in self.hours.items() if hour in hours]
