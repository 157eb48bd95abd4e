# in: pytest-7 pytest-9
import pytest


@pytest.fixture
def client():
    return 1


def test_load():
    assert client() == 1
