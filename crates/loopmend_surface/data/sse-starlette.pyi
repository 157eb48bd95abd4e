# sse-starlette 3.7.0 BSD-3-Clause
=== sse_starlette package
from sse_starlette.event import ServerSentEvent, JSONServerSentEvent
from sse_starlette.sse import EventSourceResponse
__all__ = ["EventSourceResponse", "ServerSentEvent", "JSONServerSentEvent"]
__version__ = "3.7.0"

=== sse_starlette.sse
import anyio._core._synchronization as _loopmend_4
import sse_starlette.event as _loopmend_3
import sse_starlette.sse as _loopmend_0
import starlette.background as _loopmend_2
import typing as _loopmend_1
import asyncio
import logging
import signal
import threading
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import ( Any, AsyncIterable, Awaitable, Callable, Coroutine, Iterator, Mapping, Optional, Set, Union, )
import anyio
from starlette.background import BackgroundTask
from starlette.concurrency import iterate_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import Receive, Scope, Send, Message
from sse_starlette._utils import collapse_excgroups
from sse_starlette.event import ServerSentEvent, ensure_bytes
logger = logging.getLogger(__name__)
@dataclass
class _ShutdownState:
 events: Set[anyio.Event] = field(default_factory=set)
 watcher_started: bool = False
_thread_state = threading.local()
def _get_shutdown_state() -> _ShutdownState: ...
def _get_uvicorn_server(): ...
async def _shutdown_watcher() -> None: ...
def _ensure_watcher_started_on_this_loop() -> None: ...
def _wrap_websocket_denial_send(send: Send) -> _loopmend_1.Callable[..., _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, None]]: ...
class SendTimeoutError(TimeoutError):
 ...
class AppStatus:
 should_exit = False
 enable_automatic_graceful_drain = True
 original_handler: Optional[Callable] = None
 @staticmethod
 def disable_automatic_graceful_drain() -> None: ...
 @staticmethod
 def enable_automatic_graceful_drain_mode() -> None: ...
 @staticmethod
 def handle_exit(*args, **kwargs) -> None: ...
try:
 from uvicorn.main import Server
except ImportError:
 ...
Content = Union[str, bytes, dict, ServerSentEvent, Any]
SyncContentStream = Iterator[Content]
AsyncContentStream = AsyncIterable[Content]
ContentStream = Union[AsyncContentStream, SyncContentStream]
class EventSourceResponse(Response):
 DEFAULT_PING_INTERVAL = 15
 DEFAULT_SEPARATOR = "\r\n"
 DEFAULT_CLEANUP_TIMEOUT = 30.0
 def __init__(self, content: ContentStream, status_code: int = ..., headers: Optional[Mapping[str, str]] = None, media_type: str = ..., background: Optional[BackgroundTask] = None, ping: Optional[Union[int, float]] = None, sep: Optional[str] = None, ping_message_factory: Optional[Callable[[], ServerSentEvent]] = None, data_sender_callable: Optional[ Callable[[], Coroutine[None, None, None]] ] = None, send_timeout: Optional[float] = None, client_close_handler_callable: Optional[ Callable[[Message], Awaitable[None]] ] = None, shutdown_event: Optional[anyio.Event] = None, shutdown_grace_period: float = ..., cleanup_timeout: Optional[float] = ...) -> None: ...
 @property
 def ping_interval(self) -> Union[int, float]: ...
 @ping_interval.setter
 def ping_interval(self, value: Union[int, float]) -> None: ...
 def enable_compression(self, force: bool = ...) -> None: ...
 async def _send_with_timeout(self, send: Send, message: Message) -> None: ...
 async def _stream_response(self, send: Send) -> None: ...
 async def _listen_for_disconnect(self, receive: Receive) -> None: ...
 @staticmethod
 async def _listen_for_exit_signal() -> None: ...
 async def _listen_for_exit_signal_with_grace(self) -> None: ...
 async def _ping(self, send: Send) -> None: ...
 async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 status_code: int
 media_type: str
 background: None | _loopmend_2.BackgroundTask
 sep: str
 ping_message_factory: None | _loopmend_1.Callable[..., _loopmend_3.ServerSentEvent]
 data_sender_callable: None | _loopmend_1.Callable[..., _loopmend_1.Awaitable[None]]
 send_timeout: None | float
 client_close_handler_callable: None | _loopmend_1.Callable[..., _loopmend_1.Awaitable[None]]
 body_iterator: _loopmend_1.AsyncIterable | _loopmend_1.AsyncIterator
 _shutdown_event: None | _loopmend_4.Event
 _shutdown_grace_period: float
 _cleanup_timeout: None | float
 active: bool
 _send_lock: _loopmend_4.Lock
 _ping_interval: float | int

