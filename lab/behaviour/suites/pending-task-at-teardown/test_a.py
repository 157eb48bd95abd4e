import asyncio, pytest
SEEN = []
async def bg():
    try: await asyncio.sleep(100)
    except asyncio.CancelledError: SEEN.append("cancelled"); raise
@pytest.mark.asyncio
async def test_1():
    asyncio.create_task(bg()); await asyncio.sleep(0)
def test_2():
    import gc; gc.collect(); assert SEEN == ["cancelled"], f"bg cleanup: {SEEN}"
