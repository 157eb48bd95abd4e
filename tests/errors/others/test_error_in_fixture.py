# in: pytest-7 pytest-9
import pytest


@pytest.fixture
def client():
    raise OSError("no such device")


def test_load(client):
    pass
