import pytest

pytestmark = pytest.mark.asyncio(loop_scope="package")


async def test_list(): ...


async def test_create_with_a_name_that_is_already_taken_by_somebody_else(): ...
