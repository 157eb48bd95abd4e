"""The operators that take calls."""

import asyncio
from dataclasses import dataclass


class UnknownOperator(LookupError):
    """No operator has this name."""


@dataclass
class Operator:
    """Someone who takes calls in some languages."""

    name: str
    languages: frozenset[str]
    is_busy: bool = False


class Registry:
    """The operators by name."""

    def __init__(self) -> None:
        self.operators: dict[str, Operator] = {}
        self.farewells: list[str] = []

    async def register(self, name: str, *languages: str) -> Operator:
        """Adds an operator."""
        await asyncio.sleep(0)
        operator = Operator(name, frozenset(languages))
        self.operators[name] = operator
        return operator

    async def unregister(self, name: str) -> None:
        """Removes an operator, and says goodbye."""
        await asyncio.sleep(0)
        if self.operators.pop(name, None) is None:
            raise UnknownOperator(name)
        self.farewells.append(name)

    def free(self, language: str) -> list[Operator]:
        """The operators who speak a language and are not on a call."""
        operators = self.operators.values()
        return [operator for operator in operators if language in operator.languages and not operator.is_busy]
