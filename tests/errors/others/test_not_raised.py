# in: pytest-7 pytest-9
import pytest


def test_load():
    with pytest.raises(ValueError):
        pass
