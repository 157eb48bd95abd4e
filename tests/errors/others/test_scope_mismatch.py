# in: pytest-7 pytest-9
import pytest


@pytest.fixture
def name():
    return "x"


@pytest.fixture(scope="session")
def client(name):
    return name


def test_load(client):
    pass
