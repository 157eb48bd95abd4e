# async-lru 2.4.0 MIT
=== async_lru package
import _asyncio as _loopmend_0
import async_lru as _loopmend_2
import functools as _loopmend_1
import typing as _loopmend_3
import asyncio
import dataclasses
import inspect
import random
import sys
import warnings
from collections import OrderedDict
from collections.abc import Callable, Coroutine, Hashable
from functools import _CacheInfo, _make_key, partial, partialmethod
from typing import Any, Generic, TypedDict, TypeVar, cast, final, overload
if sys.version_info >= (3, 11):
 from typing import Self
else:
 from typing_extensions import Self
if sys.version_info < (3, 14):
 from asyncio.coroutines import _is_coroutine
__version__ = "2.4.0"
__all__ = ("AlruCacheLoopResetWarning", "alru_cache")
_T = TypeVar("_T")
_R = TypeVar("_R")
_Coro = Coroutine[Any, Any, _R]
_CB = Callable[..., _Coro[_R]]
_CBP = _CB[_R] | partial[_Coro[_R]] | partialmethod[_Coro[_R]]
class AlruCacheLoopResetWarning(UserWarning):
 ...
@final
class _CacheParameters(TypedDict):
 typed: bool
 maxsize: int | None
 tasks: int
 closed: bool
@final
@dataclasses.dataclass(slots=True)
class _CacheItem(Generic[_R]):
 task: "asyncio.Task[_R]"
 later_call: asyncio.Handle | None
 waiters: int
 def cancel(self) -> None: ...
@final
class _LRUCacheWrapper(Generic[_R]):
 __slots__: tuple[str, str, str, str, str, str, str, str, str, str, str, str, str, str, str]
 def __init__(self, fn: _CB[_R], maxsize: int | None, typed: bool, ttl: float | None, jitter: float | None, key: Callable[..., Hashable] | None = None) -> None: ...
 @property
 def __tasks(self) -> list["asyncio.Task[_R]"]: ...
 def _check_loop(self, loop: asyncio.AbstractEventLoop) -> None: ...
 def cache_contains(self, /, *args: Hashable, **kwargs: Any) -> bool: ...
 def cache_invalidate(self, /, *args: Hashable, **kwargs: Any) -> bool: ...
 def cache_clear(self) -> None: ...
 async def cache_close(self, *, wait: bool = ...) -> None: ...
 def cache_info(self) -> _CacheInfo: ...
 def cache_parameters(self) -> _CacheParameters: ...
 def _cache_hit(self, key: Hashable) -> None: ...
 def _cache_miss(self, key: Hashable) -> None: ...
 def _task_done_callback(self, key: Hashable, task: "asyncio.Task[_R]") -> None: ...
 async def _shield_and_handle_cancelled_error(self, cache_item: _CacheItem[_T], key: Hashable) -> _T: ...
 async def __call__(self, /, *fn_args: Any, **fn_kwargs: Any) -> _R: ...
 def __get__(self, instance: _T, owner: type[_T] | None) -> Self | "_LRUCacheWrapperInstanceMethod[_R, _T]": ...
 _is_coroutine: _loopmend_3.Any
 __wrapped__: _loopmend_3.Callable[..., _loopmend_3.Awaitable[_loopmend_3.Any]]
 __maxsize: None | int
 __typed: bool
 __ttl: None | float
 __jitter: None | float
 __key: None | _loopmend_3.Callable[..., _loopmend_3.Hashable]
 __cache: OrderedDict[Hashable, _CacheItem[_R]]
 __closed: bool
 __hits: int
 __misses: int
 __first_loop: asyncio.AbstractEventLoop | None
 __warned_loop_reset: bool
 __module__: _loopmend_3.Any
 __name__: _loopmend_3.Any
 __qualname__: _loopmend_3.Any
 __doc__: _loopmend_3.Any
 __annotate__: _loopmend_3.Any
 __annotations__: _loopmend_3.Any
@final
class _LRUCacheWrapperInstanceMethod(Generic[_R, _T]):
 __slots__: tuple[str, str, str, str, str, str]
 def __init__(self, wrapper: _LRUCacheWrapper[_R], instance: _T) -> None: ...
 def cache_contains(self, /, *args: Hashable, **kwargs: Any) -> bool: ...
 def cache_invalidate(self, /, *args: Hashable, **kwargs: Any) -> bool: ...
 def cache_clear(self) -> None: ...
 async def cache_close(self, *, wait: bool = ..., cancel: bool = ..., return_exceptions: bool = ...) -> None: ...
 def cache_info(self) -> _CacheInfo: ...
 def cache_parameters(self) -> _CacheParameters: ...
 async def __call__(self, /, *fn_args: Any, **fn_kwargs: Any) -> _R: ...
 _is_coroutine: _loopmend_3.Any
 __wrapped__: _loopmend_3.Callable[..., _loopmend_3.Awaitable[_loopmend_3.Any]]
 __module__: _loopmend_3.Any
 __name__: _loopmend_3.Any
 __qualname__: _loopmend_3.Any
 __doc__: _loopmend_3.Any
 __annotate__: _loopmend_3.Any
 __annotations__: _loopmend_3.Any
 __instance: _loopmend_3.Any
 __wrapper: _loopmend_2._LRUCacheWrapper
def _make_wrapper(maxsize: int | None, typed: bool, ttl: float | None = None, jitter: float | None = None, key: Callable[..., Hashable] | None = None) -> Callable[[_CBP[_R]], _LRUCacheWrapper[_R]]: ...
@overload
def alru_cache(maxsize: int | None = ..., typed: bool = ..., *, ttl: float | None = None, jitter: float | None = None, key: Callable[..., Hashable] | None = None) -> Callable[[_CBP[_R]], _LRUCacheWrapper[_R]]: ...
@overload
def alru_cache(maxsize: _CBP[_R], /) -> _LRUCacheWrapper[_R]: ...
def alru_cache(maxsize: int | _CBP[_R] | None = ..., typed: bool = ..., *, ttl: float | None = None, jitter: float | None = None, key: Callable[..., Hashable] | None = None) -> Callable[[_CBP[_R]], _LRUCacheWrapper[_R]] | _LRUCacheWrapper[_R]: ...

