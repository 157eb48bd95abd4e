"""JSON handlers of a profile service."""
import asyncio
import json
from http import HTTPStatus


class ProfileStore:
    def __init__(self):
        self._rows = {7: {"name": "Ines", "followers": [1, 4]}}

    async def get(self, user_id):
        await asyncio.sleep(0)
        return self._rows[user_id]

    async def followers(self, user_id):
        row = await self.get(user_id)
        return list(row["followers"])


def respond(body, status=HTTPStatus.OK):
    return status.value, body


async def show_profile(store, user_id):
    row = await store.get(user_id)
    payload = {"name": row["name"]}
    payload["followers"] = await store.followers(user_id)
    return respond(json.dumps(payload, sort_keys=True))


async def show_followers(store, user_id):
    payload = {"user": user_id, "followers": store.followers(user_id)}  # ALSO
    return respond(json.dumps(payload, sort_keys=True))  # BUG
