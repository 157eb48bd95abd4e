import asyncio
import secrets


class Unauthorized(Exception):
    pass


class SessionStore:
    def __init__(self):
        self._sessions = {}
        self._api_keys = {}

    def create(self, user):
        token = secrets.token_hex(8)
        self._sessions[token] = {"user": user}
        return token

    async def find(self, token):
        await asyncio.sleep(0)
        return self._sessions.get(token)

    async def find_key(self, key):
        await asyncio.sleep(0)
        return self._api_keys.get(key)


async def current_user(store, token):
    session = store.find(token)  # ALSO
    if not session:  # BUG
        raise Unauthorized(token)
    return (await session)["user"]


async def current_app(store, key):
    record = await store.find_key(key)
    if not record:
        raise Unauthorized(key)
    return record["app"]
