from fastapi.testclient import TestClient

from app.main import app

client = TestClient(app)


def test_fern():
    answer = client.get("/plants/fern")
    assert answer.status_code == 200
    assert answer.json() == {"name": "fern", "water": 2}


def test_cactus():
    assert client.get("/plants/cactus").json()["water"] == 30
