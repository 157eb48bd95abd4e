import asyncio
from enum import Flag, auto


class Right(Flag):
    NONE = 0
    READ = auto()
    WRITE = auto()


class AccessList:
    def __init__(self, grants):
        self._grants = grants

    async def allows(self, user, right):
        await asyncio.sleep(0)
        return bool(self._grants.get(user, Right.NONE) & right)


class DocumentApi:
    def __init__(self, acl, documents):
        self.acl = acl
        self.documents = documents

    async def read(self, user, key):
        document = self.documents[key]
        if not (document["public"] or await self.acl.allows(user, Right.READ)):
            raise PermissionError(key)
        return document["body"]

    async def write(self, user, key, body):
        document = self.documents[key]
        if document["locked"] or not self.acl.allows(user, Right.WRITE):  # BUG
            raise PermissionError(key)
        document["body"] = body
