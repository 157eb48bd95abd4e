import pytest
from fastapi.testclient import TestClient

from parcelbox.web import app, weights


@pytest.fixture
def client():
    with TestClient(app) as client:
        yield client


@pytest.mark.parametrize("path", ["parcels", "plain", "awaited"])
def test_a_parcel(client, path):
    assert client.get(f"/{path}/p2").json() == {"place": "Graz"}


def test_status(client):
    assert client.get("/status").json() == {"ready": True, "version": 3}


def test_a_route(client):
    assert client.get("/routes/p1").json() == ["Bonn", "Lyon"]


def test_a_weight_is_kept_after_the_answer(client):
    assert client.post("/weights/p3").json() == {"accepted": True}
    assert weights == {"p3": 90}
