import asyncio


class Analytics:
    def __init__(self, visits: dict[str, int], sales: dict[str, int]):
        self._visits = visits
        self._sales = sales

    async def visits(self, day: str) -> int:
        await asyncio.sleep(0.001)
        return self._visits.get(day, 0)

    async def sales(self, day: str) -> int:
        await asyncio.sleep(0.001)
        return self._sales.get(day, 0)


async def daily_report(analytics: Analytics, day: str) -> dict[str, object]:
    visits, sales = await analytics.visits(day), analytics.sales(day)  # BUG
    return {"day": day, "visits": visits, "sales": sales}


async def daily_totals(analytics: Analytics, day: str) -> dict[str, object]:
    visits, sales = await analytics.visits(day), await analytics.sales(day)
    return {"day": day, "visits": visits, "sales": sales}
