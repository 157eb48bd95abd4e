"""Login sessions of the chat server."""
import asyncio
import secrets
import time


class Session:
    def __init__(self, user_id: int, token: str, ttl: float = 3600.0):
        self.user_id = user_id
        self.token = token
        self.expires = time.monotonic() + ttl

    def header(self) -> str:
        return "Bearer " + self.token


class TokenVault:
    def __init__(self) -> None:
        self._issued: set[str] = set()

    async def issue(self, user_id: int) -> str:
        token = f"{user_id}-{secrets.token_hex(4)}"
        await asyncio.sleep(0)
        self._issued.add(token)
        return token


class LoginManager:
    def __init__(self, vault: TokenVault):
        self.vault = vault

    async def login(self, user_id: int) -> str:
        session = Session(user_id, token=self.vault.issue(user_id))  # BUG
        return session.header()

    async def relogin(self, user_id: int) -> str:
        session = Session(user_id, token=await self.vault.issue(user_id), ttl=600)
        return session.header()
