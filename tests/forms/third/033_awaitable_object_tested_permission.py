"""Permission checks which are resolved lazily."""
import asyncio
from collections.abc import Generator
from typing import Any


class Check:
    def __init__(self, store: dict[str, set[str]], user: str, action: str) -> None:
        self.store = store
        self.user = user
        self.action = action

    def __await__(self) -> Generator[Any, None, bool]:
        yield from asyncio.sleep(0).__await__()
        return self.action in self.store.get(self.user, set())


class Acl:
    def __init__(self, store: dict[str, set[str]]) -> None:
        self.store = store

    def may(self, user: str, action: str) -> Check:
        return Check(self.store, user, action)


async def delete_page(acl: Acl, user: str, page: str) -> str:
    if acl.may(user, "delete"):  # BUG
        return f"deleted {page}"
    return "forbidden"


async def edit_page(acl: Acl, user: str, page: str) -> str:
    if await acl.may(user, "edit"):
        return f"edited {page}"
    return "forbidden"


async def abilities(acl: Acl, user: str) -> list[str]:
    return [action for action in ("edit", "delete") if await acl.may(user, action)]
