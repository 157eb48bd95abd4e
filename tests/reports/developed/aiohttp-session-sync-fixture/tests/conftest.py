import pytest

from heating import HeatingClient


@pytest.fixture
def client():
    return HeatingClient("heating.local")
