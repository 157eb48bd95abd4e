import asyncio

from pydantic import BaseModel

KNOWN_ITEMS = {"foo": "bar"}


async def lookup(key):
    await asyncio.sleep(0)
    return KNOWN_ITEMS.get(key)


class Order(BaseModel):
    item: str
    quantity: int


async def place_order(payload):
    order = Order(**payload)
    if await lookup(order.item) is None:
        raise ValueError(f"unknown item {order.item!r}")
    return f"ordered {order.quantity} x {order.item}"


async def main():
    try:
        print(await place_order({"item": "nothing", "quantity": 2}))
    except ValueError as exc:
        print("rejected:", "unknown item" in str(exc))


asyncio.run(main())
