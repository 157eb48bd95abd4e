import asyncio

from pydantic import BaseModel, field_validator

KNOWN_ITEMS = {"foo": "bar"}


async def lookup(key):
    await asyncio.sleep(0)
    return KNOWN_ITEMS.get(key)


class Order(BaseModel):
    item: str
    quantity: int

    @field_validator("item")  # ALSO
    @classmethod
    async def item_must_exist(cls, value):  # BUG
        if await lookup(value) is None:
            raise ValueError(f"unknown item {value!r}")
        return value


async def place_order(payload):
    order = Order(**payload)
    return f"ordered {order.quantity} x {order.item}"


async def main():
    try:
        print(await place_order({"item": "nothing", "quantity": 2}))
    except ValueError as exc:
        print("rejected:", "unknown item" in str(exc))


asyncio.run(main())
