import asyncio, pytest
pytestmark = pytest.mark.asyncio(scope="module")
L = []
async def test_1(): L.append(asyncio.get_running_loop())
async def test_2(): assert asyncio.get_running_loop() is L[0], "loops differ"
