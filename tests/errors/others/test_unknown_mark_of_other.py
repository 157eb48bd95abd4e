# in: pytest-7 pytest-9
import pytest


@pytest.mark.slow
def test_load():
    pass
