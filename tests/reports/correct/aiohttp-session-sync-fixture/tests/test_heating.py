from unittest.mock import AsyncMock, MagicMock


def reply(data):
    answer = MagicMock()
    answer.__aenter__ = AsyncMock(return_value=MagicMock(json=AsyncMock(return_value=data)))
    return answer


async def test_refresh(client, monkeypatch):
    monkeypatch.setattr(client.session, "get", lambda url: reply({"hall": 19.0}))
    await client.refresh()
    assert client.rooms == {"hall": 19.0}


async def test_warmest(client):
    client.rooms = {"hall": 19.0, "bath": 23.5}
    assert client.warmest() == "bath"
