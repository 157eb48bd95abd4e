# asgiref 3.13.0 BSD-3-Clause
=== asgiref package
__version__ = "3.13.0"

=== asgiref.compatibility
import typing as _loopmend_0
import inspect
from .sync import iscoroutinefunction
def is_double_callable(application) -> bool: ...
def double_to_single_callable(application) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]: ...
def guarantee_single_callable(application): ...

=== asgiref.current_thread_executor
import asgiref.current_thread_executor as _loopmend_4
import collections as _loopmend_3
import concurrent.futures._base as _loopmend_0
import threading as _loopmend_2
import typing as _loopmend_1
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any, ParamSpec, TypeVar
_T = TypeVar("_T")
_P = ParamSpec("_P")
_R = TypeVar("_R")
class _WorkItem:
 def __init__(self, future: "Future[_R]", fn: Callable[_P, _R], *args: _P.args, **kwargs: _P.kwargs) -> None: ...
 def run(self) -> None: ...
 future: _loopmend_0.Future
 fn: _loopmend_1.Callable[..., _loopmend_1.Any]
 args: tuple
 kwargs: dict
class CurrentThreadExecutor(Executor):
 def __init__(self, old_executor: "CurrentThreadExecutor | None") -> None: ...
 def run_until_future(self, future: "Future[Any]") -> None: ...
 def submit(self, fn: Callable[_P, _R], /, *args: _P.args, **kwargs: _P.kwargs) -> "Future[_R]": ...
 _work_thread: _loopmend_2.Thread
 _work_ready: _loopmend_2.Condition
 _work_items: _loopmend_3.deque[_loopmend_4._WorkItem]
 _broken: bool
 _old_executor: None | _loopmend_4.CurrentThreadExecutor

=== asgiref.local
import asgiref.local as _loopmend_0
import asyncio
import contextvars
import threading
from typing import Any, final
class _Storage:
 __slots__: tuple[str, str]
 def __init__(self, thread_id: int, data: dict[str, Any]) -> None: ...
 thread_id: int
 data: dict
def _rehome(storage: "_Storage") -> "_Storage": ...
_object_setattr = object.__setattr__
class _CVar:
 _data: "contextvars.ContextVar[_Storage]"
 def __init__(self) -> None: ...
 def _storage(self) -> "_Storage": ...
 def __getattr__(self, key): ...
 def __setattr__(self, key: str, value: Any) -> None: ...
 def __delattr__(self, key: str) -> None: ...
@final
class Local:
 def __new__(cls, thread_critical: bool = ...) -> "Local": ...
 def __init__(self, thread_critical: bool = ...) -> None: ...
 def __getattr__(self, key: str) -> Any: ...
 def __setattr__(self, key: str, value: Any) -> Any: ...
 def __delattr__(self, key: str) -> Any: ...
class _DefaultLocal(Local):
 def __init__(self, thread_critical: bool = ...) -> None: ...
 def __getattr__(self, key): ...
 def __setattr__(self, key, value) -> None: ...
 def __delattr__(self, key) -> None: ...
class _ThreadCriticalLocal(Local):
 def __init__(self, thread_critical: bool = ...) -> None: ...
 def _get_storage(self): ...
 def __getattr__(self, key): ...
 def __setattr__(self, key, value) -> None: ...
 def __delattr__(self, key) -> None: ...

=== asgiref.server
import typing as _loopmend_0
import asyncio
import logging
import time
import traceback
from .compatibility import guarantee_single_callable
logger = logging.getLogger(__name__)
class StatelessServer:
 application_checker_interval = 0.1
 def __init__(self, application, max_applications = ...) -> None: ...
 def run(self) -> None: ...
 async def arun(self) -> None: ...
 async def handle(self): ...
 async def application_send(self, scope, message): ...
 def get_or_create_application_instance(self, scope_id, scope): ...
 def delete_oldest_application_instance(self) -> None: ...
 def delete_application_instance(self, scope_id) -> None: ...
 async def application_checker(self): ...
 async def application_exception(self, exception, application_details) -> None: ...
 application: _loopmend_0.Any
 max_applications: _loopmend_0.Any
 application_instances: dict

=== asgiref.sync
import _contextvars as _loopmend_2
import asgiref.sync as _loopmend_1
import concurrent.futures._base as _loopmend_3
import concurrent.futures.thread as _loopmend_4
import typing as _loopmend_0
import asyncio
import asyncio.coroutines
import contextvars
import functools
import inspect
import os
import sys
import threading
import warnings
import weakref
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import Executor, Future, InvalidStateError, ThreadPoolExecutor
from typing import ( TYPE_CHECKING, Any, Dict, Generic, List, Optional, ParamSpec, TypeVar, overload, )
from .current_thread_executor import CurrentThreadExecutor
from .local import Local, _rehome, _Storage
if TYPE_CHECKING:
 from _typeshed import OptExcInfo
_F = TypeVar("_F", bound=Callable[..., Any])
_P = ParamSpec("_P")
_R = TypeVar("_R")
def _restore_context(context: contextvars.Context) -> None: ...
if hasattr(inspect, "markcoroutinefunction"):
 iscoroutinefunction = inspect.iscoroutinefunction
 markcoroutinefunction: Callable[[_F], _F] = inspect.markcoroutinefunction
else:
 iscoroutinefunction = asyncio.iscoroutinefunction
 def markcoroutinefunction(func: _F) -> _F: ...
class AsyncSingleThreadContext:
 def __init__(self) -> None: ...
 def __enter__(self) -> _loopmend_1.AsyncSingleThreadContext: ...
 def __exit__(self, exc, value, tb) -> None: ...
 token: None | _loopmend_2.Token[_loopmend_1.AsyncSingleThreadContext]
class ThreadSensitiveContext:
 def __init__(self, *, executor: Executor | None = None) -> None: ...
 async def __aenter__(self) -> _loopmend_1.ThreadSensitiveContext: ...
 async def __aexit__(self, exc, value, tb) -> None: ...
 token: contextvars.Token[ThreadSensitiveContext] | None
 _executor: None | _loopmend_3.Executor
 _old_executor: CurrentThreadExecutor | None
 _exited: bool
class AsyncToSync(Generic[_P, _R]):
 executors: "Local" = ...
 loop_thread_executors: "Dict[asyncio.AbstractEventLoop, CurrentThreadExecutor]" = ...
 async_single_thread_context: "contextvars.ContextVar[AsyncSingleThreadContext]" = contextvars.ContextVar("async_single_thread_context")
 context_to_thread_executor: "weakref.WeakKeyDictionary[AsyncSingleThreadContext, ThreadPoolExecutor]" = weakref.WeakKeyDictionary()
 def __init__(self, awaitable: Callable[_P, Coroutine[Any, Any, _R]] | Callable[_P, Awaitable[_R]], force_new_loop: bool = ...) -> None: ...
 def __call__(self, *args: _P.args, **kwargs: _P.kwargs) -> _R: ...
 def __get__(self, parent: Any, objtype: Any) -> Callable[_P, _R]: ...
 async def main_wrap(self, call_result: "Future[_R]", exc_info: "OptExcInfo", task_context: "Optional[List[asyncio.Task[Any]]]", context: list[contextvars.Context], awaitable: Coroutine[Any, Any, _R] | Awaitable[_R]) -> None: ...
 awaitable: _loopmend_0.Callable[..., _loopmend_0.Awaitable[_loopmend_0.Any]]
 force_new_loop: bool
 __self__: _loopmend_0.Any
class SyncToAsync(Generic[_P, _R]):
 threadlocal = threading.local()
 single_thread_executor = ThreadPoolExecutor(max_workers=1)
 thread_sensitive_context: "contextvars.ContextVar[ThreadSensitiveContext]" = contextvars.ContextVar("thread_sensitive_context")
 deadlock_context: "contextvars.ContextVar[bool]" = contextvars.ContextVar( "deadlock_context" )
 context_to_thread_executor: "weakref.WeakKeyDictionary[ThreadSensitiveContext, Executor]" = weakref.WeakKeyDictionary()
 def __init__(self, func: Callable[_P, _R], thread_sensitive: bool = ..., executor: Optional["ThreadPoolExecutor"] = None, context: contextvars.Context | None = None) -> None: ...
 async def __call__(self, *args: _P.args, **kwargs: _P.kwargs) -> _R: ...
 def __get__(self, parent: Any, objtype: Any) -> Callable[_P, Coroutine[Any, Any, _R]]: ...
 def thread_handler(self, loop, exc_info, task_context, func, *args, **kwargs): ...
 context: None | _loopmend_2.Context
 func: _loopmend_0.Callable[..., _loopmend_0.Any]
 _executor: None | _loopmend_4.ThreadPoolExecutor
 __self__: _loopmend_0.Any
 _thread_sensitive: bool
@overload
def async_to_sync(*, force_new_loop: bool = ...) -> Callable[ [Callable[_P, Coroutine[Any, Any, _R]] | Callable[_P, Awaitable[_R]]], Callable[_P, _R], ]: ...
@overload
def async_to_sync(awaitable: Callable[_P, Coroutine[Any, Any, _R]] | Callable[_P, Awaitable[_R]], *, force_new_loop: bool = ...) -> Callable[_P, _R]: ...
def async_to_sync(awaitable: None | Callable[_P, Coroutine[Any, Any, _R]] | Callable[_P, Awaitable[_R]] = None, *, force_new_loop: bool = ...) -> Callable[ [Callable[_P, Coroutine[Any, Any, _R]] | Callable[_P, Awaitable[_R]]], Callable[_P, _R], ] | Callable[_P, _R]: ...
@overload
def sync_to_async(*, thread_sensitive: bool = ..., executor: Optional["ThreadPoolExecutor"] = None, context: contextvars.Context | None = None) -> Callable[[Callable[_P, _R]], Callable[_P, Coroutine[Any, Any, _R]]]: ...
@overload
def sync_to_async(func: Callable[_P, _R], *, thread_sensitive: bool = ..., executor: Optional["ThreadPoolExecutor"] = None, context: contextvars.Context | None = None) -> Callable[_P, Coroutine[Any, Any, _R]]: ...
def sync_to_async(func: Callable[_P, _R] | None = None, *, thread_sensitive: bool = ..., executor: Optional["ThreadPoolExecutor"] = None, context: contextvars.Context | None = None) -> Callable[[Callable[_P, _R]], Callable[_P, Coroutine[Any, Any, _R]]] | Callable[_P, Coroutine[Any, Any, _R]]: ...

=== asgiref.testing
import _asyncio as _loopmend_1
import asyncio.queues as _loopmend_0
import typing as _loopmend_2
import asyncio
import contextvars
import time
from .compatibility import guarantee_single_callable
class ApplicationCommunicator:
 def __init__(self, application, scope) -> None: ...
 @property
 def input_queue(self) -> _loopmend_0.Queue: ...
 @property
 def output_queue(self) -> _loopmend_0.Queue: ...
 @property
 def future(self) -> _loopmend_1.Task: ...
 async def wait(self, timeout = ...) -> None: ...
 def stop(self, exceptions = ...) -> None: ...
 def __del__(self) -> None: ...
 async def send_input(self, message) -> None: ...
 async def receive_output(self, timeout = ...): ...
 async def receive_nothing(self, timeout = ..., interval = ...) -> bool: ...
 application: _loopmend_2.Any
 scope: _loopmend_2.Any
 _future: None | _loopmend_1.Task
 _input_queue: None | _loopmend_0.Queue
 _output_queue: None | _loopmend_0.Queue

=== asgiref.timeout
import asgiref.timeout as _loopmend_0
import asyncio.events as _loopmend_1
import asyncio
import warnings
from types import TracebackType
from typing import Any
from typing import Optional
class timeout:
 def __init__(self, timeout: float | None, *, loop: asyncio.AbstractEventLoop | None = None) -> None: ...
 def __enter__(self) -> "timeout": ...
 def __exit__(self, exc_type: type[BaseException], exc_val: BaseException, exc_tb: TracebackType) -> bool | None: ...
 async def __aenter__(self) -> "timeout": ...
 async def __aexit__(self, exc_type: type[BaseException], exc_val: BaseException, exc_tb: TracebackType) -> None: ...
 @property
 def expired(self) -> bool: ...
 @property
 def remaining(self) -> float | None: ...
 def _do_enter(self) -> "timeout": ...
 def _do_exit(self, exc_type: type[BaseException]) -> None: ...
 def _cancel_task(self) -> None: ...
 _timeout: None | float
 _loop: _loopmend_1.AbstractEventLoop
 _task: self._task = None
 _cancelled: bool
 _cancel_handler: self._cancel_handler = None
 _cancel_at: self._cancel_at = None

=== asgiref.typing
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, Literal, NotRequired, Protocol, TypedDict, Union
__all__ = ( "ASGIVersions", "HTTPScope", "WebSocketScope", "LifespanScope", "WWWScope", "Scope", "HTTPRequestEvent", "HTTPResponseStartEvent", "HTTPResponseBodyEvent", "HTTPResponseTrailersEvent", "HTTPResponsePathsendEvent", "HTTPServerPushEvent", "HTTPDisconnectEvent", "WebSocketConnectEvent", "WebSocketAcceptEvent", "WebSocketReceiveEvent", "WebSocketSendEvent", "WebSocketResponseStartEvent", "WebSocketResponseBodyEvent", "WebSocketDisconnectEvent", "WebSocketCloseEvent", "LifespanStartupEvent", "LifespanShutdownEvent", "LifespanStartupCompleteEvent", "LifespanStartupFailedEvent", "LifespanShutdownCompleteEvent", "LifespanShutdownFailedEvent", "ASGIReceiveEvent", "ASGISendEvent", "ASGIReceiveCallable", "ASGISendCallable", "ASGI2Protocol", "ASGI2Application", "ASGI3Application", "ASGIApplication", )
class ASGIVersions(TypedDict):
 spec_version: str
 version: Literal["2.0"] | Literal["3.0"]
class HTTPScope(TypedDict):
 type: Literal["http"]
 asgi: ASGIVersions
 http_version: str
 method: str
 scheme: str
 path: str
 raw_path: bytes
 query_string: bytes
 root_path: str
 headers: Iterable[tuple[bytes, bytes]]
 client: tuple[str, int] | None
 server: tuple[str, int | None] | None
 state: NotRequired[dict[str, Any]]
 extensions: dict[str, dict[object, object]] | None
class WebSocketScope(TypedDict):
 type: Literal["websocket"]
 asgi: ASGIVersions
 http_version: str
 scheme: str
 path: str
 raw_path: bytes
 query_string: bytes
 root_path: str
 headers: Iterable[tuple[bytes, bytes]]
 client: tuple[str, int] | None
 server: tuple[str, int | None] | None
 subprotocols: Iterable[str]
 state: NotRequired[dict[str, Any]]
 extensions: dict[str, dict[object, object]] | None
class LifespanScope(TypedDict):
 type: Literal["lifespan"]
 asgi: ASGIVersions
 state: NotRequired[dict[str, Any]]
WWWScope = Union[HTTPScope, WebSocketScope]
Scope = Union[HTTPScope, WebSocketScope, LifespanScope]
class HTTPRequestEvent(TypedDict):
 type: Literal["http.request"]
 body: bytes
 more_body: bool
class HTTPResponseDebugEvent(TypedDict):
 type: Literal["http.response.debug"]
 info: dict[str, object]
class HTTPResponseStartEvent(TypedDict):
 type: Literal["http.response.start"]
 status: int
 headers: Iterable[tuple[bytes, bytes]]
 trailers: bool
class HTTPResponseBodyEvent(TypedDict):
 type: Literal["http.response.body"]
 body: bytes
 more_body: bool
class HTTPResponseTrailersEvent(TypedDict):
 type: Literal["http.response.trailers"]
 headers: Iterable[tuple[bytes, bytes]]
 more_trailers: bool
class HTTPResponsePathsendEvent(TypedDict):
 type: Literal["http.response.pathsend"]
 path: str
class HTTPServerPushEvent(TypedDict):
 type: Literal["http.response.push"]
 path: str
 headers: Iterable[tuple[bytes, bytes]]
class HTTPDisconnectEvent(TypedDict):
 type: Literal["http.disconnect"]
class WebSocketConnectEvent(TypedDict):
 type: Literal["websocket.connect"]
class WebSocketAcceptEvent(TypedDict):
 type: Literal["websocket.accept"]
 subprotocol: str | None
 headers: Iterable[tuple[bytes, bytes]]
class WebSocketReceiveEvent(TypedDict):
 type: Literal["websocket.receive"]
 bytes: bytes | None
 text: str | None
class WebSocketSendEvent(TypedDict):
 type: Literal["websocket.send"]
 bytes: bytes | None
 text: str | None
class WebSocketResponseStartEvent(TypedDict):
 type: Literal["websocket.http.response.start"]
 status: int
 headers: Iterable[tuple[bytes, bytes]]
class WebSocketResponseBodyEvent(TypedDict):
 type: Literal["websocket.http.response.body"]
 body: bytes
 more_body: bool
class WebSocketDisconnectEvent(TypedDict):
 type: Literal["websocket.disconnect"]
 code: int
 reason: str | None
class WebSocketCloseEvent(TypedDict):
 type: Literal["websocket.close"]
 code: int
 reason: str | None
class LifespanStartupEvent(TypedDict):
 type: Literal["lifespan.startup"]
class LifespanShutdownEvent(TypedDict):
 type: Literal["lifespan.shutdown"]
class LifespanStartupCompleteEvent(TypedDict):
 type: Literal["lifespan.startup.complete"]
class LifespanStartupFailedEvent(TypedDict):
 type: Literal["lifespan.startup.failed"]
 message: str
class LifespanShutdownCompleteEvent(TypedDict):
 type: Literal["lifespan.shutdown.complete"]
class LifespanShutdownFailedEvent(TypedDict):
 type: Literal["lifespan.shutdown.failed"]
 message: str
ASGIReceiveEvent = Union[ HTTPRequestEvent, HTTPDisconnectEvent, WebSocketConnectEvent, WebSocketReceiveEvent, WebSocketDisconnectEvent, LifespanStartupEvent, LifespanShutdownEvent, ]
ASGISendEvent = Union[ HTTPResponseStartEvent, HTTPResponseBodyEvent, HTTPResponseTrailersEvent, HTTPServerPushEvent, HTTPDisconnectEvent, WebSocketAcceptEvent, WebSocketSendEvent, WebSocketResponseStartEvent, WebSocketResponseBodyEvent, WebSocketCloseEvent, LifespanStartupCompleteEvent, LifespanStartupFailedEvent, LifespanShutdownCompleteEvent, LifespanShutdownFailedEvent, ]
ASGIReceiveCallable = Callable[[], Awaitable[ASGIReceiveEvent]]
ASGISendCallable = Callable[[ASGISendEvent], Awaitable[None]]
class ASGI2Protocol(Protocol):
 def __init__(self, scope: Scope) -> None: ...
 async def __call__(self, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None: ...
ASGI2Application = type[ASGI2Protocol]
ASGI3Application = Callable[ [ Scope, ASGIReceiveCallable, ASGISendCallable, ], Awaitable[None], ]
ASGIApplication = Union[ASGI2Application, ASGI3Application]

=== asgiref.wsgi
import asgiref.sync as _loopmend_1
import typing as _loopmend_0
import sys
from collections import defaultdict
from tempfile import SpooledTemporaryFile
from asgiref.sync import AsyncToSync, sync_to_async
class WsgiToAsgi:
 def __init__(self, wsgi_application, duplicate_header_limit = ...) -> None: ...
 async def __call__(self, scope, receive, send) -> None: ...
 wsgi_application: _loopmend_0.Any
 duplicate_header_limit: _loopmend_0.Any
class WsgiToAsgiInstance:
 def __init__(self, wsgi_application, duplicate_header_limit = ...) -> None: ...
 async def __call__(self, scope, receive, send) -> None: ...
 def build_environ(self, scope, body) -> dict: ...
 def start_response(self, status, response_headers, exc_info = None) -> None: ...
 @sync_to_async
 def run_wsgi_app(self, body) -> None: ...
 wsgi_application: _loopmend_0.Any
 duplicate_header_limit: _loopmend_0.Any
 scope: _loopmend_0.Any
 response_started: bool
 response_content_length: None | int
 sync_send: _loopmend_1.AsyncToSync
 response_start: dict[str, int | list[tuple[_loopmend_0.Any, _loopmend_0.Any]] | str]

