"""Fraud check running beside the stock reservation."""
import asyncio


async def looks_fraudulent(order: dict) -> bool:
    await asyncio.sleep(0.001)
    return order["amount"] > 10_000


async def reserve_stock(order: dict) -> str:
    await asyncio.sleep(0.001)
    return f"res-{order['id']}"


async def accept_order(order: dict) -> str:
    async with asyncio.TaskGroup() as group:
        fraud = group.create_task(looks_fraudulent(order))
        reservation = group.create_task(reserve_stock(order))
    if fraud:  # BUG
        return "rejected"
    return reservation.result()


async def accept_preorder(order: dict) -> str:
    async with asyncio.TaskGroup() as group:
        fraud = group.create_task(looks_fraudulent(order))
        reservation = group.create_task(reserve_stock(order))
    if fraud.result():
        return "rejected"
    return reservation.result()
