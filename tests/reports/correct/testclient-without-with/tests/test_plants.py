import pytest
from fastapi.testclient import TestClient

from app.main import app


@pytest.fixture
def client():
    with TestClient(app) as client:
        yield client


def test_fern(client):
    answer = client.get("/plants/fern")
    assert answer.status_code == 200
    assert answer.json() == {"name": "fern", "water": 2}


def test_cactus(client):
    assert client.get("/plants/cactus").json()["water"] == 30
