import asyncio, pytest
L = []
@pytest.mark.asyncio
async def test_1(): L.append(asyncio.get_running_loop())
@pytest.mark.asyncio
async def test_2(): assert asyncio.get_running_loop() is L[0], "loops differ"
