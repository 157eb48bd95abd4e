"""The daily report."""

import asyncio

from storefront.basket import Basket


async def report(baskets: list[Basket]) -> str:
    """One line for each basket."""
    totals = await asyncio.gather(*(basket.total() for basket in baskets))
    return "\n".join(f"{basket.country}: {total}" for basket, total in zip(baskets, totals))


def print_report(baskets: list[Basket]) -> str:
    """The report, for the command line."""
    return asyncio.run(report(baskets))
