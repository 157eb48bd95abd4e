"""Tests of `AsyncMockManager`."""

import asyncio
import re
import sys
import threading
from typing import Any, AsyncIterator, List
from unittest.mock import AsyncMock, MagicMock, Mock

import pytest

from loopmend.testing import AsyncMockManager


class Session:
    """What is mocked."""

    limit = 3

    async def get(self, key: str, *, default: int = 0) -> int:
        return default

    def add(self, key: str) -> None: ...

    @staticmethod
    async def connect(url: str) -> None: ...

    @classmethod
    async def create(cls, url: str) -> "Session":
        return cls()

    @property
    def size(self) -> int:
        return 0

    async def __aenter__(self) -> "Session":
        return self

    async def __aexit__(self, *error: object) -> None: ...


async def fetch(url: str) -> str:
    return url


def parse(text: str) -> str:
    return text


def line(offset: int = 0) -> int:
    """The line of the caller."""
    return sys._getframe(1).f_lineno + offset


def message(raised: Any) -> List[str]:
    """The lines of an error, with the names of files alone."""
    return [re.sub(r"at \S*test_mocks\.py", "at HERE", text) for text in str(raised).splitlines()]


def test_methods_are_async_where_the_real_ones_are() -> None:
    mock = AsyncMockManager().mock(Session)
    assert isinstance(mock, Session)
    assert all(isinstance(it, AsyncMock) for it in (mock.get, mock.connect, mock.create))
    assert not isinstance(mock.add, AsyncMock)
    assert isinstance(mock.add, MagicMock)


def test_awaited_calls_are_fine() -> None:
    async def main() -> None:
        async with AsyncMockManager() as manager:
            mock = manager.mock(Session)
            mock.get.return_value = 5
            assert await mock.get("a", default=1) == 5
            await mock.connect("url")
            await asyncio.gather(mock.get("b"), asyncio.create_task(mock.get("c")))
            mock.add("d")
            async with mock:
                pass
            mock.get.assert_any_await("b")
            assert mock.get.await_count == 3

    asyncio.run(main())


def test_each_call_that_is_not_awaited_is_named() -> None:
    async def main() -> None:
        async with AsyncMockManager() as manager:
            mock = manager.mock(Session)
            await mock.get("a")
            mock.get("a")
            kept = mock.get("b")
            await mock.get("b")
            mock.connect("url")
        assert kept

    with pytest.raises(AssertionError) as raised:
        asyncio.run(main())
    begin = main.__code__.co_firstlineno
    assert message(raised.value) == [
        "3 async calls were never awaited:",
        f"  Session.get() at HERE:{begin + 4}",
        f"  Session.get() at HERE:{begin + 5}",
        f"  Session.connect() at HERE:{begin + 7}",
    ]


def test_a_block_without_a_loop_is_checked_too() -> None:
    with pytest.raises(AssertionError, match=r"^1 async call was never awaited:\n  Session\.get\(\) at ") as raised:
        with AsyncMockManager() as manager:
            manager.mock(Session).get("a")
    assert message(raised.value)[1].endswith(f"HERE:{line(-1)}")


def test_what_async_mocks_return_counts() -> None:
    async def main() -> None:
        with AsyncMockManager() as manager:
            mock = manager.mock(Session)
            answer = await mock.get("a")
            answer.json()
            (await mock.create("url")).body.read()
            async with mock as session:
                session.commit()

    with pytest.raises(AssertionError) as raised:
        asyncio.run(main())
    assert [text.split(" at ")[0] for text in message(raised.value)[1:]] == [
        "  Session.get().json()",
        "  Session.create().body.read()",
        "  Session.__aenter__().commit()",
    ]


def test_the_mock_of_a_class_itself() -> None:
    with pytest.raises(AssertionError, match=r"never awaited:\n  Session\(\)\.get\(\) at"):
        with AsyncMockManager() as manager:
            manager.mock(Session, instance=False)().get("a")


def test_an_object_and_a_module_can_be_the_spec() -> None:
    with pytest.raises(AssertionError, match=r"  Session\.get\(\) at [^\n]*\n  asyncio\.sleep\(\) at [^\n]*$"):
        with AsyncMockManager() as manager:
            manager.mock(Session()).get("a")
            manager.mock(asyncio).sleep(1)


def test_a_function_can_be_the_spec() -> None:
    async def main() -> None:
        async with AsyncMockManager() as manager:
            mock = manager.mock(fetch)
            mock.return_value = "page"
            assert isinstance(mock, AsyncMock)
            assert await mock("url") == "page"
            with pytest.raises(TypeError, match="unexpected keyword argument"):
                mock("url", timeout=1)
            with pytest.raises(AssertionError, match=r"Expected: fetch\("):
                mock.assert_awaited_with("other")
            assert isinstance(manager.mock(Session().__aenter__), AsyncMock)
            assert manager.mock(len)("a") is not None
            sync = manager.mock(parse)
            sync.side_effect = str.upper
            assert sync("a") == "A"
            bound = manager.mock(Session().get, name="getter")
            with pytest.raises(TypeError, match="missing a required argument"):
                bound()
            bound("a")

    with pytest.raises(AssertionError, match=r"^1 async call was never awaited:\n  getter\(\) at"):
        asyncio.run(main())


def test_arguments_are_checked() -> None:
    with AsyncMockManager() as manager:
        mock = manager.mock(Session)
        with pytest.raises(TypeError, match="missing a required argument: 'key'"):
            mock.get()
        with pytest.raises(TypeError, match="too many positional arguments"):
            mock.add("a", "b")
        with pytest.raises(AttributeError, match="delete"):
            mock.delete("a")


def test_a_mock_that_is_set_counts_too() -> None:
    with pytest.raises(AssertionError, match=r"Session\.size\(\) at .*\n  Session\.add\.next\(\) at"):
        with AsyncMockManager() as manager:
            mock = manager.mock(Session)
            mock.size = AsyncMock()
            mock.size()
            mock.add.next = AsyncMock()
            mock.add.next()
            mock.add.last = MagicMock()
            mock.add.last()


def test_a_mock_of_its_own_is_not_watched() -> None:
    with AsyncMockManager() as manager:
        manager.mock(Session)
        other = AsyncMock()
        coroutine = other()
    coroutine.close()


def test_a_side_effect_may_be_async() -> None:
    async def effect(key: str) -> str:
        await asyncio.sleep(0)
        return key

    async def main() -> None:
        with AsyncMockManager() as manager:
            mock = manager.mock(Session)
            mock.get.side_effect = effect
            assert await mock.get("a") == "a"
            mock.get.side_effect = LookupError
            with pytest.raises(LookupError):
                await mock.get("a")

    asyncio.run(main())


def test_a_call_that_a_task_is_going_to_await_is_fine() -> None:
    async def main() -> None:
        with AsyncMockManager() as manager:
            mock = manager.mock(Session)
            mock.get.return_value = 7
            task = asyncio.ensure_future(mock.get("a"))
        assert await task == 7

    asyncio.run(main())


def test_a_call_that_was_begun_is_fine() -> None:
    with AsyncMockManager() as manager:
        mock = manager.mock(Session)
        coroutine = mock.get("a")
        with pytest.raises(StopIteration):
            coroutine.send(None)


def test_an_exception_of_the_block_stays() -> None:
    with pytest.raises(LookupError, match="block") as raised:
        with AsyncMockManager() as manager:
            manager.mock(Session).get("a")
            raise LookupError("block")
    if sys.version_info >= (3, 11):
        (note,) = raised.value.__notes__
        assert "Session.get() at" in note


def test_an_exception_of_the_block_has_no_note_without_such_calls() -> None:
    with pytest.raises(LookupError) as raised:
        with AsyncMockManager():
            raise LookupError("block")
    assert not hasattr(raised.value, "__notes__")


def test_calls_can_be_checked_without_a_block() -> None:
    manager = AsyncMockManager()
    manager.assert_all_awaited()
    manager.mock(Session, name="session").get("a")
    with pytest.raises(AssertionError, match=r"  session\.get\(\) at"):
        manager.assert_all_awaited()
    manager.assert_all_awaited()


def test_calls_in_other_threads_count() -> None:
    with pytest.raises(AssertionError, match=r"Session\.get\(\)"):
        with AsyncMockManager() as manager:
            mock = manager.mock(Session)
            thread = threading.Thread(target=lambda: mock.get("a") and None)
            thread.start()
            thread.join()


@pytest.mark.parametrize("spec", [None, Mock(), MagicMock(spec=Session), AsyncMock()])
def test_what_is_no_spec_is_a_type_error(spec: Any) -> None:
    with pytest.raises(TypeError, match=r"mock\(\) needs a class, an object or a function, not"):
        AsyncMockManager().mock(spec)


def test_a_manager_is_entered_once() -> None:
    with AsyncMockManager() as manager:
        with pytest.raises(RuntimeError, match="can be entered once"):
            manager.__enter__()
    with pytest.raises(RuntimeError, match="is done; create another one"):
        manager.mock(Session)


def test_iterators_and_magic_methods_work() -> None:
    class Rows:
        def __len__(self) -> int:
            return 0

        async def __aiter__(self) -> AsyncIterator[int]:
            yield 1

    async def main() -> None:
        with AsyncMockManager() as manager:
            rows = manager.mock(Rows)
            rows.__len__.return_value = 2
            rows.__aiter__.return_value = [1, 2]
            assert len(rows) == 2
            assert [row async for row in rows] == [1, 2]

    asyncio.run(main())
