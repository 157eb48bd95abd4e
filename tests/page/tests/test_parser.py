import pytest

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_stream(): ...


async def test_stream_is_cut_in_the_middle_of_a_character(): ...


@pytest.mark.parametrize("name", ["utf-8", "latin-1"])
def test_encoding(name): ...
