import pytest


@pytest.mark.asyncio(loop_scope="class")
class TestLogin:
    async def test_with_password(self): ...

    async def test_with_key(self, account): ...

    async def test_is_refused(self): ...


@pytest.mark.asyncio(loop_scope="class")
class TestLogout:
    async def test_ends_session(self): ...

    async def test_twice(self): ...
