import asyncio
from functools import cached_property


class SchemaRegistry:
    def __init__(self, schemas):
        self._schemas = schemas

    async def get(self, subject):
        await asyncio.sleep(0.001)
        return self._schemas[subject]


class Topic:
    """A topic with lazily loaded schemas."""

    def __init__(self, name, registry):
        self.name = name
        self.registry = registry

    @cached_property  # BUG
    async def value_schema(self):  # ALSO
        return await self.registry.get(f"{self.name}-value")

    @cached_property
    def key_subject(self):
        return f"{self.name}-key"

    async def encode_value(self, record):
        schema = await self.value_schema  # ALSO
        return [record[field] for field in schema]

    async def encode_key(self, record):
        schema = await self.registry.get(self.key_subject)
        return [record[field] for field in schema]
