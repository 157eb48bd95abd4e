import asyncio


async def report():
    await asyncio.sleep(0)
    return "report"


def test_report(nested):
    assert asyncio.get_event_loop().run_until_complete(report()) == "report"
