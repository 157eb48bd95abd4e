# backoff 2.2.1 MIT
=== backoff package
from backoff._decorator import on_exception, on_predicate
from backoff._jitter import full_jitter, random_jitter
from backoff._wait_gen import constant, expo, fibo, runtime
__all__ = [ 'on_predicate', 'on_exception', 'constant', 'expo', 'fibo', 'runtime', 'full_jitter', 'random_jitter', ]
__version__ = "2.2.1"

=== backoff._async
import typing as _loopmend_0
import datetime
import functools
import asyncio
from datetime import timedelta
from backoff._common import (_init_wait_gen, _maybe_call, _next_wait)
def _ensure_coroutine(coro_or_func) -> _loopmend_0.Callable[..., _loopmend_0.Awaitable[_loopmend_0.Any]] | _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]: ...
def _ensure_coroutines(coros_or_funcs) -> list[_loopmend_0.Callable[..., _loopmend_0.Awaitable[_loopmend_0.Any]] | _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]]: ...
async def _call_handlers(handlers, *, target, args, kwargs, tries, elapsed, **extra) -> None: ...
def retry_predicate(target, wait_gen, predicate, *, max_tries, max_time, jitter, on_success, on_backoff, on_giveup, wait_gen_kwargs) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]: ...
def retry_exception(target, wait_gen, exception, *, max_tries, max_time, jitter, giveup, on_success, on_backoff, on_giveup, raise_on_giveup, wait_gen_kwargs) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]: ...

=== backoff._decorator
import typing as _loopmend_0
import asyncio
import logging
import operator
from typing import Any, Callable, Iterable, Optional, Type, Union
from backoff._common import ( _prepare_logger, _config_handlers, _log_backoff, _log_giveup )
from backoff._jitter import full_jitter
from backoff import _async, _sync
from backoff._typing import ( _CallableT, _Handler, _Jitterer, _MaybeCallable, _MaybeLogger, _MaybeSequence, _Predicate, _WaitGenerator, )
def on_predicate(wait_gen: _WaitGenerator, predicate: _Predicate[Any] = ..., *, max_tries: Optional[_MaybeCallable[int]] = None, max_time: Optional[_MaybeCallable[float]] = None, jitter: Union[_Jitterer, None] = ..., on_success: Union[_Handler, Iterable[_Handler], None] = None, on_backoff: Union[_Handler, Iterable[_Handler], None] = None, on_giveup: Union[_Handler, Iterable[_Handler], None] = None, logger: _MaybeLogger = ..., backoff_log_level: int = ..., giveup_log_level: int = ..., **wait_gen_kwargs: Any) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any] | _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]]: ...
def on_exception(wait_gen: _WaitGenerator, exception: _MaybeSequence[Type[Exception]], *, max_tries: Optional[_MaybeCallable[int]] = None, max_time: Optional[_MaybeCallable[float]] = None, jitter: Union[_Jitterer, None] = ..., giveup: _Predicate[Exception] = ..., on_success: Union[_Handler, Iterable[_Handler], None] = None, on_backoff: Union[_Handler, Iterable[_Handler], None] = None, on_giveup: Union[_Handler, Iterable[_Handler], None] = None, raise_on_giveup: bool = ..., logger: _MaybeLogger = ..., backoff_log_level: int = ..., giveup_log_level: int = ..., **wait_gen_kwargs: Any) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any] | _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]]: ...

=== backoff._typing
import logging
import sys
from typing import (Any, Callable, Coroutine, Dict, Generator, Sequence, Tuple, TypeVar, Union)
if sys.version_info >= (3, 8):
 from typing import TypedDict
else:
 try:
  from typing_extensions import TypedDict
 except ImportError:
  class TypedDict(dict):
   def __init_subclass__(cls, **kwargs: Any) -> None: ...
class _Details(TypedDict):
 target: Callable[..., Any]
 args: Tuple[Any, ...]
 kwargs: Dict[str, Any]
 tries: int
 elapsed: float
class Details(_Details, total=False):
 wait: float
 value: Any
T = TypeVar("T")
_CallableT = TypeVar('_CallableT', bound=Callable[..., Any])
_Handler = Union[ Callable[[Details], None], Callable[[Details], Coroutine[Any, Any, None]], ]
_Jitterer = Callable[[float], float]
_MaybeCallable = Union[T, Callable[[], T]]
_MaybeLogger = Union[str, logging.Logger, None]
_MaybeSequence = Union[T, Sequence[T]]
_Predicate = Callable[[T], bool]
_WaitGenerator = Callable[..., Generator[float, None, None]]

