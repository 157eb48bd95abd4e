import pytest
from fastapi.testclient import TestClient

from parcelbox.web import app


@pytest.fixture
def client():
    with TestClient(app) as client:
        yield client


@pytest.mark.parametrize("path", ["parcels", "plain", "awaited"])
def test_a_parcel(client, path):
    assert client.get(f"/{path}/p2").json() == {"place": "Graz"}


def test_status(client):
    assert client.get("/status").json() == {"ready": True, "version": 3}
