# hypercorn 0.18.0 MIT
=== hypercorn package
from __future__ import annotations
from .config import Config
__all__ = ("Config",)

=== hypercorn.app_wrappers
import typing as _loopmend_0
from __future__ import annotations
import sys
from collections.abc import Callable
from functools import partial
from io import BytesIO
from .typing import ( ASGIFramework, ASGIReceiveCallable, ASGISendCallable, HTTPScope, Scope, WSGIFramework, )
class InvalidPathError(Exception):
 ...
class ASGIWrapper:
 def __init__(self, app: ASGIFramework) -> None: ...
 async def __call__(self, scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable, sync_spawn: Callable, call_soon: Callable) -> None: ...
 app: _loopmend_0.Callable[..., _loopmend_0.Awaitable[None]]
class WSGIWrapper:
 def __init__(self, app: WSGIFramework, max_body_size: int) -> None: ...
 async def __call__(self, scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable, sync_spawn: Callable, call_soon: Callable) -> None: ...
 async def handle_http(self, scope: HTTPScope, receive: ASGIReceiveCallable, send: ASGISendCallable, sync_spawn: Callable, call_soon: Callable) -> None: ...
 def run_app(self, environ: dict, send: Callable) -> None: ...
 app: _loopmend_0.Callable[..., _loopmend_0.Iterable[bytes]]
 max_body_size: int
def _build_environ(scope: HTTPScope, body: bytes) -> dict: ...

=== hypercorn.asyncio package
from __future__ import annotations
import warnings
from collections.abc import Awaitable, Callable
from typing import Literal
from .run import worker_serve
from ..config import Config
from ..typing import Framework
from ..utils import wrap_app
async def serve(app: Framework, config: Config, *, shutdown_trigger: Callable[..., Awaitable] | None = None, mode: Literal["asgi", "wsgi"] | None = None) -> None: ...

=== hypercorn.asyncio.lifespan
import asyncio.events as _loopmend_2
import asyncio.locks as _loopmend_3
import hypercorn.config as _loopmend_1
import hypercorn.typing as _loopmend_0
from __future__ import annotations
import asyncio
import sys
from collections.abc import Callable
from functools import partial
from typing import Any
from ..config import Config
from ..typing import AppWrapper, ASGIReceiveEvent, ASGISendEvent, LifespanScope, LifespanState
from ..utils import LifespanFailureError, LifespanTimeoutError
if sys.version_info < (3, 11):
 from exceptiongroup import BaseExceptionGroup
class UnexpectedMessageError(Exception):
 ...
class Lifespan:
 def __init__(self, app: AppWrapper, config: Config, loop: asyncio.AbstractEventLoop, lifespan_state: LifespanState) -> None: ...
 async def handle_lifespan(self) -> None: ...
 async def wait_for_startup(self) -> None: ...
 async def wait_for_shutdown(self) -> None: ...
 async def asgi_receive(self) -> ASGIReceiveEvent: ...
 async def asgi_send(self, message: ASGISendEvent) -> None: ...
 app: _loopmend_0.AppWrapper
 config: _loopmend_1.Config
 loop: _loopmend_2.AbstractEventLoop
 startup: _loopmend_3.Event
 shutdown: _loopmend_3.Event
 app_queue: asyncio.Queue
 supported: bool
 state: dict
 _started: _loopmend_3.Event

=== hypercorn.asyncio.run
import socket as _loopmend_0
from __future__ import annotations
import asyncio
import platform
import signal
import ssl
import sys
from collections.abc import Awaitable, Callable
from functools import partial
from multiprocessing.synchronize import Event as EventType
from os import getpid
from random import randint
from socket import socket
from typing import Any
from .lifespan import Lifespan
from .statsd import StatsdLogger
from .tcp_server import TCPServer
from .udp_server import UDPServer
from .worker_context import WorkerContext
from ..config import Config, Sockets
from ..typing import AppWrapper, LifespanState
from ..utils import ( check_multiprocess_shutdown_event, load_application, raise_shutdown, repr_socket_addr, ShutdownError, )
try:
 from asyncio import Runner
except ImportError:
 from taskgroup import Runner
try:
 from asyncio import TaskGroup
except ImportError:
 from taskgroup import TaskGroup
if sys.version_info < (3, 11):
 from exceptiongroup import BaseExceptionGroup
def _share_socket(sock: socket) -> socket: ...
async def worker_serve(app: AppWrapper, config: Config, *, sockets: Sockets | None = None, shutdown_trigger: Callable[..., Awaitable] | None = None) -> None: ...
def asyncio_worker(config: Config, sockets: Sockets | None = None, shutdown_event: EventType | None = None) -> None: ...
def uvloop_worker(config: Config, sockets: Sockets | None = None, shutdown_event: EventType | None = None) -> None: ...
def _run(main: Callable, *, debug: bool = ..., shutdown_trigger: Callable[..., Awaitable[None]] | None = None, loop_factory: Callable[[], asyncio.AbstractEventLoop] | None = None) -> None: ...
def _exception_handler(loop: asyncio.AbstractEventLoop, context: dict) -> None: ...

=== hypercorn.asyncio.statsd
from __future__ import annotations
import asyncio
from ..config import Config
from ..statsd import StatsdLogger as Base
class _DummyProto(asyncio.DatagramProtocol):
 ...
class StatsdLogger(Base):
 def __init__(self, config: Config) -> None: ...
 async def _socket_send(self, message: bytes) -> None: ...
 address: list[str]
 transport: asyncio.BaseTransport | None

=== hypercorn.asyncio.task_group
import asyncio.events as _loopmend_2
import hypercorn.asyncio.task_group as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from types import TracebackType
from typing import Any
from ..config import Config
from ..typing import AppWrapper, ASGIReceiveCallable, ASGIReceiveEvent, ASGISendEvent, Scope
try:
 from asyncio import TaskGroup as AsyncioTaskGroup
except ImportError:
 from taskgroup import TaskGroup as AsyncioTaskGroup
async def _handle(app: AppWrapper, config: Config, scope: Scope, receive: ASGIReceiveCallable, send: Callable[[ASGISendEvent | None], Awaitable[None]], sync_spawn: Callable, call_soon: Callable) -> None: ...
class TaskGroup:
 def __init__(self, loop: asyncio.AbstractEventLoop) -> None: ...
 async def spawn_app(self, app: AppWrapper, config: Config, scope: Scope, send: Callable[[ASGISendEvent | None], Awaitable[None]]) -> Callable[[ASGIReceiveEvent], Awaitable[None]]: ...
 def spawn(self, func: Callable, *args: Any) -> None: ...
 async def __aenter__(self) -> TaskGroup: ...
 async def __aexit__(self, exc_type: type, exc_value: BaseException, tb: TracebackType) -> None: ...
 _loop: _loopmend_2.AbstractEventLoop
 _task_group: _loopmend_0.Any

=== hypercorn.asyncio.tcp_server
import asyncio.events as _loopmend_2
import asyncio.locks as _loopmend_6
import asyncio.streams as _loopmend_5
import hypercorn.asyncio.task_group as _loopmend_7
import hypercorn.asyncio.worker_context as _loopmend_4
import hypercorn.config as _loopmend_3
import hypercorn.typing as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
import asyncio
from collections.abc import Generator
from ssl import SSLError
from typing import Any
from .task_group import TaskGroup
from .worker_context import AsyncioSingleTask, WorkerContext
from ..config import Config
from ..events import Closed, Event, RawData, Updated
from ..protocol import ProtocolWrapper
from ..typing import AppWrapper, ConnectionState, LifespanState
from ..utils import parse_socket_addr
MAX_RECV: _loopmend_0.Any
class TCPServer:
 def __init__(self, app: AppWrapper, loop: asyncio.AbstractEventLoop, config: Config, context: WorkerContext, state: LifespanState, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None: ...
 def __await__(self) -> Generator[Any]: ...
 async def run(self) -> None: ...
 async def protocol_send(self, event: Event) -> None: ...
 async def _read_data(self) -> None: ...
 async def _close(self) -> None: ...
 async def _initiate_server_close(self) -> None: ...
 async def _idle_timeout(self) -> None: ...
 app: _loopmend_1.AppWrapper
 loop: _loopmend_2.AbstractEventLoop
 config: _loopmend_3.Config
 context: _loopmend_4.WorkerContext
 state: dict
 reader: _loopmend_5.StreamReader
 writer: _loopmend_5.StreamWriter
 protocol: ProtocolWrapper
 send_lock: _loopmend_6.Lock
 idle_task: _loopmend_4.AsyncioSingleTask
 _task_group: _loopmend_7.TaskGroup

=== hypercorn.asyncio.udp_server
import asyncio.events as _loopmend_1
import hypercorn.asyncio.worker_context as _loopmend_3
import hypercorn.config as _loopmend_2
import hypercorn.typing as _loopmend_0
from __future__ import annotations
import asyncio
from typing import TYPE_CHECKING
from .task_group import TaskGroup
from .worker_context import WorkerContext
from ..config import Config
from ..events import Event, RawData
from ..typing import AppWrapper, ConnectionState, LifespanState
from ..utils import parse_socket_addr
if TYPE_CHECKING:
 from ..protocol.quic import QuicProtocol
class UDPServer(asyncio.DatagramProtocol):
 def __init__(self, app: AppWrapper, loop: asyncio.AbstractEventLoop, config: Config, context: WorkerContext, state: LifespanState) -> None: ...
 def connection_made(self, transport: asyncio.DatagramTransport) -> None: ...
 def datagram_received(self, data: bytes, address: tuple[bytes, str]) -> None: ...
 async def run(self) -> None: ...
 async def protocol_send(self, event: Event) -> None: ...
 app: _loopmend_0.AppWrapper
 loop: _loopmend_1.AbstractEventLoop
 config: _loopmend_2.Config
 context: _loopmend_3.WorkerContext
 state: dict
 protocol: QuicProtocol
 protocol_queue: asyncio.Queue
 transport: asyncio.DatagramTransport | None

=== hypercorn.asyncio.worker_context
import asyncio.locks as _loopmend_0
import hypercorn.typing as _loopmend_1
from __future__ import annotations
import asyncio
from collections.abc import Callable
from ..typing import Event, SingleTask, TaskGroup
class AsyncioSingleTask:
 def __init__(self) -> None: ...
 async def restart(self, task_group: TaskGroup, action: Callable) -> None: ...
 async def stop(self) -> None: ...
 _handle: asyncio.Task | None
 _lock: _loopmend_0.Lock
class EventWrapper:
 def __init__(self) -> None: ...
 async def clear(self) -> None: ...
 async def wait(self) -> None: ...
 async def set(self) -> None: ...
 def is_set(self) -> bool: ...
 _event: _loopmend_0.Event
class WorkerContext:
 event_class: type[Event] = EventWrapper
 single_task_class: type[SingleTask] = AsyncioSingleTask
 def __init__(self, max_requests: int | None) -> None: ...
 async def mark_request(self) -> None: ...
 @staticmethod
 async def sleep(wait: float | int) -> None: ...
 @staticmethod
 def time() -> float: ...
 max_requests: None | int
 requests: int
 terminate: _loopmend_1.Event
 terminated: _loopmend_1.Event

=== hypercorn.config
import hypercorn.config as _loopmend_3
import hypercorn.logging as _loopmend_1
import socket as _loopmend_4
import ssl as _loopmend_2
import typing as _loopmend_0
from __future__ import annotations
import importlib
import importlib.util
import logging
import os
import socket
import stat
import sys
import types
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from ssl import ( create_default_context, OP_NO_COMPRESSION, Purpose, SSLContext, TLSVersion, VerifyFlags, VerifyMode, )
from time import time
from typing import Any
from wsgiref.handlers import format_date_time
if sys.version_info >= (3, 11):
 import tomllib
else:
 import tomli as tomllib
from .logging import Logger
BYTES = 1
OCTETS = 1
SECONDS = 1.0
FilePath = bytes | os.PathLike | str
SocketKind = int | socket.SocketKind
@dataclass
class Sockets:
 secure_sockets: list[socket.socket]
 insecure_sockets: list[socket.socket]
 quic_sockets: list[socket.socket]
class SocketTypeError(Exception):
 def __init__(self, expected: SocketKind, actual: SocketKind) -> None: ...
class Config:
 _bind: list[str]
 _insecure_bind: list[str] = ...
 _quic_bind: list[str] = ...
 _quic_addresses: list[tuple] = ...
 _log: Logger | None = None
 _root_path: str = ""
 access_log_format: str
 accesslog: logging.Logger | str | None = None
 alpn_protocols: list[str]
 alt_svc_headers: list[str] = ...
 application_path: str
 backlog = 100
 ca_certs: str | None = None
 certfile: str | None = None
 ciphers: str = "ECDHE+AESGCM"
 daemon = True
 debug = False
 dogstatsd_tags = ""
 errorlog: logging.Logger | str | None = "-"
 graceful_timeout: float = ...
 read_timeout: int | None = None
 group: int | None = None
 h11_max_incomplete_size: int
 h11_pass_raw_headers = False
 h2_max_concurrent_streams = 100
 h2_max_header_list_size: _loopmend_0.Any
 h2_max_inbound_frame_size: _loopmend_0.Any
 include_date_header = True
 include_server_header = True
 keep_alive_timeout: int
 keep_alive_max_requests = 1000
 keyfile: str | None = None
 keyfile_password: str | None = None
 logconfig: str | None = None
 logconfig_dict: dict | None = None
 logger_class = Logger
 loglevel: str = "INFO"
 max_app_queue_size: int = 10
 max_requests: int | None = None
 max_requests_jitter: int = 0
 pid_path: str | None = None
 server_names: list[str] = ...
 shutdown_timeout: int
 ssl_handshake_timeout: int
 startup_timeout: int
 statsd_host: str | None = None
 statsd_prefix = ""
 umask: int | None = None
 use_reloader = False
 user: int | None = None
 verify_flags: VerifyFlags | None = None
 verify_mode: VerifyMode | None = None
 websocket_max_message_size: int
 websocket_ping_interval: float | None = None
 worker_class = "asyncio"
 workers = 1
 wsgi_max_body_size: int
 def set_cert_reqs(self, value: int) -> None: ...
 cert_reqs = property(None, set_cert_reqs)
 @property
 def log(self) -> Logger: ...
 @property
 def bind(self) -> list[str]: ...
 @bind.setter
 def bind(self, value: list[str] | str) -> None: ...
 @property
 def insecure_bind(self) -> list[str]: ...
 @insecure_bind.setter
 def insecure_bind(self, value: list[str] | str) -> None: ...
 @property
 def quic_bind(self) -> list[str]: ...
 @quic_bind.setter
 def quic_bind(self, value: list[str] | str) -> None: ...
 @property
 def root_path(self) -> str: ...
 @root_path.setter
 def root_path(self, value: str) -> None: ...
 def create_ssl_context(self) -> SSLContext | None: ...
 @property
 def ssl_enabled(self) -> bool: ...
 def create_sockets(self) -> Sockets: ...
 def _set_quic_addresses(self, sockets: list[socket.socket]) -> None: ...
 def _create_sockets(self, binds: list[str], type_: int = ...) -> list[socket.socket]: ...
 def response_headers(self, protocol: str) -> list[tuple[bytes, bytes]]: ...
 def set_statsd_logger_class(self, statsd_logger: type[Logger]) -> None: ...
 @classmethod
 def from_mapping(cls: type[Config], mapping: Mapping[str, Any] | None = None, **kwargs: Any) -> Config: ...
 @classmethod
 def from_pyfile(cls: type[Config], filename: FilePath) -> Config: ...
 @classmethod
 def from_toml(cls: type[Config], filename: FilePath) -> Config: ...
 @classmethod
 def from_object(cls: type[Config], instance: object | str) -> Config: ...

=== hypercorn.logging
import logging as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
import json
import logging
import os
import sys
import time
from collections.abc import Mapping
from http import HTTPStatus
from logging.config import dictConfig, fileConfig
from typing import Any, IO, TYPE_CHECKING
if sys.version_info >= (3, 11):
 import tomllib
else:
 import tomli as tomllib
if TYPE_CHECKING:
 from .config import Config
 from .typing import ResponseSummary, WWWScope
def _create_logger(name: str, target: logging.Logger | str | None, level: str | None, sys_default: IO, *, propagate: bool = ...) -> logging.Logger | None: ...
class Logger:
 def __init__(self, config: Config) -> None: ...
 async def access(self, request: WWWScope, response: ResponseSummary, request_time: float) -> None: ...
 async def critical(self, message: str, *args: Any, **kwargs: Any) -> None: ...
 async def error(self, message: str, *args: Any, **kwargs: Any) -> None: ...
 async def warning(self, message: str, *args: Any, **kwargs: Any) -> None: ...
 async def info(self, message: str, *args: Any, **kwargs: Any) -> None: ...
 async def debug(self, message: str, *args: Any, **kwargs: Any) -> None: ...
 async def exception(self, message: str, *args: Any, **kwargs: Any) -> None: ...
 async def log(self, level: int, message: str, *args: Any, **kwargs: Any) -> None: ...
 def atoms(self, request: WWWScope, response: ResponseSummary | None, request_time: float) -> Mapping[str, str]: ...
 def __getattr__(self, name: str) -> Any: ...
 access_log_format: str
 access_logger: None | _loopmend_0.Logger
 error_logger: None | _loopmend_0.Logger
class AccessLogAtoms(dict):
 def __init__(self, request: WWWScope, response: ResponseSummary | None, request_time: float) -> None: ...
 def __getitem__(self, key: str) -> str: ...

=== hypercorn.middleware package
from __future__ import annotations
from .dispatcher import DispatcherMiddleware
from .http_to_https import HTTPToHTTPSRedirectMiddleware
from .proxy_fix import ProxyFixMiddleware
from .wsgi import AsyncioWSGIMiddleware, TrioWSGIMiddleware
__all__ = ( "AsyncioWSGIMiddleware", "DispatcherMiddleware", "HTTPToHTTPSRedirectMiddleware", "ProxyFixMiddleware", "TrioWSGIMiddleware", )

=== hypercorn.middleware.dispatcher
import hypercorn.typing as _loopmend_2
import trio._channel as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
import asyncio
from collections.abc import Callable
from functools import partial
from ..asyncio.task_group import TaskGroup
from ..typing import ASGIFramework, ASGIReceiveEvent, Scope
MAX_QUEUE_SIZE = 10
class _DispatcherMiddleware:
 def __init__(self, mounts: dict[str, ASGIFramework]) -> None: ...
 async def __call__(self, scope: Scope, receive: Callable, send: Callable) -> None: ...
 async def _handle_lifespan(self, scope: Scope, receive: Callable, send: Callable) -> None: ...
 mounts: dict[str, _loopmend_0.Callable[..., _loopmend_0.Awaitable[None]]]
class AsyncioDispatcherMiddleware(_DispatcherMiddleware):
 async def _handle_lifespan(self, scope: Scope, receive: Callable, send: Callable) -> None: ...
 async def send(self, path: str, send: Callable, message: dict) -> None: ...
 app_queues: dict[str, asyncio.Queue]
 startup_complete: dict[str, bool]
 shutdown_complete: dict[str, bool]
class TrioDispatcherMiddleware(_DispatcherMiddleware):
 async def _handle_lifespan(self, scope: Scope, receive: Callable, send: Callable) -> None: ...
 async def send(self, path: str, send: Callable, message: dict) -> None: ...
 app_queues: dict[str, _loopmend_1.open_memory_channel[_loopmend_2.HTTPDisconnectEvent | _loopmend_2.HTTPRequestEvent | _loopmend_2.LifespanShutdownEvent | _loopmend_2.LifespanStartupEvent | _loopmend_2.WebsocketConnectEvent | _loopmend_2.WebsocketDisconnectEvent | _loopmend_2.WebsocketReceiveEvent]]
 startup_complete: dict[str, bool]
 shutdown_complete: dict[str, bool]
DispatcherMiddleware = AsyncioDispatcherMiddleware

=== hypercorn.middleware.http_to_https
import typing as _loopmend_0
from __future__ import annotations
from collections.abc import Callable
from urllib.parse import urlunsplit
from ..typing import ASGIFramework, HTTPScope, Scope, WebsocketScope, WWWScope
class HTTPToHTTPSRedirectMiddleware:
 def __init__(self, app: ASGIFramework, host: str | None) -> None: ...
 async def __call__(self, scope: Scope, receive: Callable, send: Callable) -> None: ...
 async def _send_http_redirect(self, scope: HTTPScope, send: Callable) -> None: ...
 async def _send_websocket_redirect(self, scope: WebsocketScope, send: Callable) -> None: ...
 def _new_url(self, scheme: str, scope: WWWScope) -> str: ...
 app: _loopmend_0.Callable[..., _loopmend_0.Awaitable[None]]
 host: None | str

=== hypercorn.middleware.proxy_fix
import typing as _loopmend_0
from __future__ import annotations
from collections.abc import Callable, Iterable
from copy import deepcopy
from typing import Literal
from ..typing import ASGIFramework, Scope
class ProxyFixMiddleware:
 def __init__(self, app: ASGIFramework, mode: Literal["legacy", "modern"] = ..., trusted_hops: int = ...) -> None: ...
 async def __call__(self, scope: Scope, receive: Callable, send: Callable) -> None: ...
 app: _loopmend_0.Callable[..., _loopmend_0.Awaitable[None]]
 mode: str
 trusted_hops: int
def _get_trusted_value(name: bytes, headers: Iterable[tuple[bytes, bytes]], trusted_hops: int) -> str | None: ...

=== hypercorn.middleware.wsgi
import hypercorn.app_wrappers as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
import asyncio
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any
from ..app_wrappers import WSGIWrapper
from ..typing import ASGIReceiveCallable, ASGISendCallable, Scope, WSGIFramework
MAX_BODY_SIZE: _loopmend_0.Any
WSGICallable = Callable[[dict, Callable], Iterable[bytes]]
class InvalidPathError(Exception):
 ...
class _WSGIMiddleware:
 def __init__(self, wsgi_app: WSGIFramework, max_body_size: int = ...) -> None: ...
 async def __call__(self, scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None: ...
 wsgi_app: _loopmend_1.WSGIWrapper
 max_body_size: int
class AsyncioWSGIMiddleware(_WSGIMiddleware):
 async def __call__(self, scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None: ...
class TrioWSGIMiddleware(_WSGIMiddleware):
 async def __call__(self, scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None: ...

=== hypercorn.protocol package
import hypercorn.config as _loopmend_1
import hypercorn.typing as _loopmend_0
import typing as _loopmend_2
from __future__ import annotations
from collections.abc import Awaitable, Callable
from .h2 import H2Protocol
from .h11 import H2CProtocolRequiredError, H2ProtocolAssumedError, H11Protocol
from ..config import Config
from ..events import Event, RawData
from ..typing import AppWrapper, ConnectionState, TaskGroup, WorkerContext
class ProtocolWrapper:
 def __init__(self, app: AppWrapper, config: Config, context: WorkerContext, task_group: TaskGroup, state: ConnectionState, ssl: bool, client: tuple[str, int] | None, server: tuple[str, int] | None, send: Callable[[Event], Awaitable[None]], alpn_protocol: str | None = None) -> None: ...
 async def initiate(self) -> None: ...
 async def handle(self, event: Event) -> None: ...
 app: _loopmend_0.AppWrapper
 config: _loopmend_1.Config
 context: _loopmend_0.WorkerContext
 task_group: _loopmend_0.TaskGroup
 state: dict
 ssl: bool
 client: None | tuple[str, int]
 server: None | tuple[str, int]
 send: _loopmend_2.Callable[..., _loopmend_2.Awaitable[None]]
 protocol: H11Protocol | H2Protocol

=== hypercorn.protocol.h11
import hypercorn.config as _loopmend_2
import hypercorn.typing as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
from collections.abc import Awaitable, Callable
from itertools import chain
from typing import cast
import h11
from .events import ( Body, Data, EndBody, EndData, Event as StreamEvent, InformationalResponse, Request, Response, StreamClosed, )
from .http_stream import HTTPStream
from .ws_stream import WSStream
from ..config import Config
from ..events import Closed, Event, RawData, Updated
from ..typing import AppWrapper, ConnectionState, H11SendableEvent, TaskGroup, WorkerContext
STREAM_ID = 1
class H2CProtocolRequiredError(Exception):
 def __init__(self, data: bytes, request: h11.Request) -> None: ...
 data: bytes
 settings: _loopmend_0.Any
 headers: list[tuple[bytes, _loopmend_0.Any]]
class H2ProtocolAssumedError(Exception):
 def __init__(self, data: bytes) -> None: ...
 data: bytes
class H11WSConnection:
 our_state = None
 they_are_waiting_for_100_continue = False
 their_state = None
 trailing_data: tuple[bytes, bool]
 def __init__(self, h11_connection: h11.Connection) -> None: ...
 def receive_data(self, data: bytes) -> None: ...
 def next_event(self) -> Data | type[h11.NEED_DATA]: ...
 def send(self, event: H11SendableEvent) -> bytes: ...
 def start_next_cycle(self) -> None: ...
 h11_connection: _loopmend_0.Any
 buffer: bytearray
class H11Protocol:
 def __init__(self, app: AppWrapper, config: Config, context: WorkerContext, task_group: TaskGroup, connection_state: ConnectionState, ssl: bool, client: tuple[str, int] | None, server: tuple[str, int] | None, send: Callable[[Event], Awaitable[None]]) -> None: ...
 async def initiate(self) -> None: ...
 async def handle(self, event: Event) -> None: ...
 async def stream_send(self, event: StreamEvent) -> None: ...
 async def _handle_events(self) -> None: ...
 async def _create_stream(self, request: h11.Request) -> None: ...
 async def _send_h11_event(self, event: H11SendableEvent) -> None: ...
 async def _send_error_response(self, status_code: int) -> None: ...
 async def _maybe_recycle(self) -> None: ...
 async def _close_stream(self) -> None: ...
 async def _check_protocol(self, event: h11.Request) -> None: ...
 send: _loopmend_0.Callable[..., _loopmend_0.Awaitable[None]]
 app: _loopmend_1.AppWrapper
 config: _loopmend_2.Config
 context: _loopmend_1.WorkerContext
 task_group: _loopmend_1.TaskGroup
 connection_state: dict
 ssl: bool
 client: None | tuple[str, int]
 server: None | tuple[str, int]
 can_read: _loopmend_1.Event
 connection: h11.Connection | H11WSConnection
 keep_alive_requests: int
 stream: HTTPStream | WSStream | None
 response: None
 scope: None

=== hypercorn.protocol.h2
import hypercorn.config as _loopmend_2
import hypercorn.typing as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
from collections.abc import Awaitable, Callable
import h2
import h2.connection
import h2.events
import h2.exceptions
import priority
from .events import ( Body, Data, EndBody, EndData, Event as StreamEvent, InformationalResponse, Request, Response, StreamClosed, Trailers, )
from .http_stream import HTTPStream
from .ws_stream import WSStream
from ..config import Config
from ..events import Closed, Event, RawData, Updated
from ..typing import AppWrapper, ConnectionState, Event as IOEvent, TaskGroup, WorkerContext
from ..utils import filter_pseudo_headers
BUFFER_HIGH_WATER: int
BUFFER_LOW_WATER: float
class BufferCompleteError(Exception):
 ...
class StreamBuffer:
 def __init__(self, event_class: type[IOEvent]) -> None: ...
 async def drain(self) -> None: ...
 def set_complete(self) -> None: ...
 async def close(self) -> None: ...
 @property
 def complete(self) -> bool: ...
 async def push(self, data: bytes) -> None: ...
 async def pop(self, max_length: int) -> bytes: ...
 buffer: bytearray
 _complete: bool
 _is_empty: _loopmend_0.Event
 _paused: _loopmend_0.Event
class H2Protocol:
 def __init__(self, app: AppWrapper, config: Config, context: WorkerContext, task_group: TaskGroup, connection_state: ConnectionState, ssl: bool, client: tuple[str, int] | None, server: tuple[str, int] | None, send: Callable[[Event], Awaitable[None]]) -> None: ...
 @property
 def idle(self) -> bool: ...
 async def initiate(self, headers: list[tuple[bytes, bytes]] | None = None, settings: bytes | None = None) -> None: ...
 async def send_task(self) -> None: ...
 async def _send_data(self, stream_id: int) -> None: ...
 async def handle(self, event: Event) -> None: ...
 async def stream_send(self, event: StreamEvent) -> None: ...
 async def _handle_events(self, events: list[h2.events.Event]) -> None: ...
 async def _flush(self) -> None: ...
 async def _window_updated(self, stream_id: int | None) -> None: ...
 async def _priority_updated(self, event: h2.events.PriorityUpdated) -> None: ...
 async def _create_stream(self, request: h2.events.RequestReceived) -> None: ...
 async def _create_server_push(self, stream_id: int, path: bytes, headers: list[tuple[bytes, bytes]]) -> None: ...
 async def _close_stream(self, stream_id: int) -> None: ...
 priority: _loopmend_1.Any
 app: _loopmend_0.AppWrapper
 config: _loopmend_2.Config
 context: _loopmend_0.WorkerContext
 task_group: _loopmend_0.TaskGroup
 connection_state: dict
 ssl: bool
 client: None | tuple[str, int]
 server: None | tuple[str, int]
 send: _loopmend_1.Callable[..., _loopmend_1.Awaitable[None]]
 closed: bool
 connection: _loopmend_1.Any
 keep_alive_requests: int
 streams: dict[int, HTTPStream | WSStream]
 has_data: _loopmend_0.Event
 stream_buffers: dict[int, StreamBuffer]

=== hypercorn.protocol.h3
import hypercorn.config as _loopmend_1
import hypercorn.typing as _loopmend_0
import typing as _loopmend_2
from __future__ import annotations
from collections.abc import Awaitable, Callable
from aioquic.h3.connection import H3Connection
from aioquic.h3.events import DataReceived, HeadersReceived
from aioquic.h3.exceptions import NoAvailablePushIDError
from aioquic.quic.connection import QuicConnection
from aioquic.quic.events import QuicEvent
from .events import ( Body, Data, EndBody, EndData, Event as StreamEvent, InformationalResponse, Request, Response, StreamClosed, Trailers, )
from .http_stream import HTTPStream
from .ws_stream import WSStream
from ..config import Config
from ..typing import AppWrapper, ConnectionState, TaskGroup, WorkerContext
from ..utils import filter_pseudo_headers
class H3Protocol:
 def __init__(self, app: AppWrapper, config: Config, context: WorkerContext, task_group: TaskGroup, state: ConnectionState, client: tuple[str, int] | None, server: tuple[str, int] | None, quic: QuicConnection, send: Callable[[], Awaitable[None]]) -> None: ...
 async def handle(self, quic_event: QuicEvent) -> None: ...
 async def stream_send(self, event: StreamEvent) -> None: ...
 async def _create_stream(self, request: HeadersReceived) -> None: ...
 async def _create_server_push(self, stream_id: int, path: bytes, headers: list[tuple[bytes, bytes]]) -> None: ...
 app: _loopmend_0.AppWrapper
 config: _loopmend_1.Config
 context: _loopmend_0.WorkerContext
 task_group: _loopmend_0.TaskGroup
 state: dict
 client: None | tuple[str, int]
 server: None | tuple[str, int]
 send: _loopmend_2.Callable[..., _loopmend_2.Awaitable[None]]
 connection: _loopmend_2.Any
 streams: dict[int, HTTPStream | WSStream]

=== hypercorn.protocol.http_stream
import hypercorn.config as _loopmend_1
import hypercorn.protocol.http_stream as _loopmend_3
import hypercorn.typing as _loopmend_0
import typing as _loopmend_2
from __future__ import annotations
from collections.abc import Awaitable, Callable
from enum import auto, Enum
from time import time
from urllib.parse import unquote
from .events import ( Body, EndBody, Event, InformationalResponse, Request, Response, StreamClosed, Trailers, )
from ..config import Config
from ..typing import ( AppWrapper, ASGISendEvent, HTTPResponseStartEvent, HTTPScope, TaskGroup, WorkerContext, )
from ..utils import ( build_and_validate_headers, suppress_body, UnexpectedMessageError, valid_server_name, )
TRAILERS_VERSIONS: set[str]
PUSH_VERSIONS: set[str]
EARLY_HINTS_VERSIONS: set[str]
class ASGIHTTPState(Enum):
 REQUEST = auto()
 RESPONSE = auto()
 TRAILERS = auto()
 CLOSED = auto()
class HTTPStream:
 def __init__(self, app: AppWrapper, config: Config, context: WorkerContext, task_group: TaskGroup, ssl: bool, client: tuple[str, int] | None, server: tuple[str, int] | None, send: Callable[[Event], Awaitable[None]], stream_id: int) -> None: ...
 @property
 def idle(self) -> bool: ...
 async def handle(self, event: Event) -> None: ...
 async def app_send(self, message: ASGISendEvent | None) -> None: ...
 async def _send_closed(self) -> None: ...
 async def _send_error_response(self, status_code: int) -> None: ...
 app: _loopmend_0.AppWrapper
 config: _loopmend_1.Config
 context: _loopmend_0.WorkerContext
 task_group: _loopmend_0.TaskGroup
 client: None | tuple[str, int]
 server: None | tuple[str, int]
 send: _loopmend_2.Callable[..., _loopmend_2.Awaitable[None]]
 stream_id: int
 closed: bool
 response: HTTPResponseStartEvent
 scope: HTTPScope
 scheme: str
 start_time: float
 state: _loopmend_3.ASGIHTTPState
 app_put: _loopmend_2.Callable[..., _loopmend_2.Awaitable[None]]

=== hypercorn.protocol.quic
import hypercorn.config as _loopmend_1
import hypercorn.typing as _loopmend_0
import typing as _loopmend_2
from __future__ import annotations
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from aioquic.buffer import Buffer
from aioquic.h3.connection import H3_ALPN
from aioquic.quic.configuration import QuicConfiguration
from aioquic.quic.connection import QuicConnection
from aioquic.quic.events import ( ConnectionIdIssued, ConnectionIdRetired, ConnectionTerminated, ProtocolNegotiated, )
from aioquic.quic.packet import ( encode_quic_version_negotiation, PACKET_TYPE_INITIAL, pull_quic_header, )
from .h3 import H3Protocol
from ..config import Config
from ..events import Closed, Event, RawData
from ..typing import AppWrapper, ConnectionState, SingleTask, TaskGroup, WorkerContext
@dataclass
class _Connection:
 cids: set[bytes]
 quic: QuicConnection
 task: SingleTask
 h3: H3Protocol | None = None
class QuicProtocol:
 def __init__(self, app: AppWrapper, config: Config, context: WorkerContext, task_group: TaskGroup, state: ConnectionState, server: tuple[str, int] | None, send: Callable[[Event], Awaitable[None]]) -> None: ...
 @property
 def idle(self) -> bool: ...
 async def handle(self, event: Event) -> None: ...
 async def send_all(self, connection: _Connection) -> None: ...
 async def _handle_events(self, connection: _Connection, client: tuple[str, int] | None = None) -> None: ...
 async def _handle_timer(self, timer: float, connection: _Connection) -> None: ...
 app: _loopmend_0.AppWrapper
 config: _loopmend_1.Config
 context: _loopmend_0.WorkerContext
 task_group: _loopmend_0.TaskGroup
 state: dict
 server: None | tuple[str, int]
 send: _loopmend_2.Callable[..., _loopmend_2.Awaitable[None]]
 connections: dict[bytes, _Connection]
 quic_config: _loopmend_2.Any

=== hypercorn.protocol.ws_stream
import hypercorn.config as _loopmend_2
import hypercorn.protocol.ws_stream as _loopmend_3
import hypercorn.typing as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
from collections.abc import Awaitable, Callable, Iterable
from enum import auto, Enum
from io import BytesIO, StringIO
from time import time
from urllib.parse import unquote
from wsproto.connection import Connection, ConnectionState, ConnectionType
from wsproto.events import ( BytesMessage, CloseConnection, Event as WSProtoEvent, Message, Ping, TextMessage, )
from wsproto.extensions import Extension, PerMessageDeflate
from wsproto.frame_protocol import CloseReason
from wsproto.handshake import server_extensions_handshake, WEBSOCKET_VERSION
from wsproto.utilities import generate_accept_token, LocalProtocolError, split_comma_header
from .events import Body, Data, EndBody, EndData, Event, Request, Response, StreamClosed
from ..config import Config
from ..typing import ( AppWrapper, ASGISendEvent, TaskGroup, WebsocketAcceptEvent, WebsocketResponseBodyEvent, WebsocketResponseStartEvent, WebsocketScope, WorkerContext, )
from ..utils import ( build_and_validate_headers, suppress_body, UnexpectedMessageError, valid_server_name, )
class ASGIWebsocketState(Enum):
 HANDSHAKE = auto()
 CONNECTED = auto()
 RESPONSE = auto()
 CLOSED = auto()
 HTTPCLOSED = auto()
class FrameTooLargeError(Exception):
 ...
class Handshake:
 def __init__(self, headers: list[tuple[bytes, bytes]], http_version: str) -> None: ...
 def is_valid(self) -> bool: ...
 def accept(self, subprotocol: str | None, additional_headers: Iterable[tuple[bytes, bytes]]) -> tuple[int, list[tuple[bytes, bytes]], Connection]: ...
 http_version: str
 accepted: bool
 connection_tokens: list[str] | None
 extensions: list[str] | None
 key: bytes | None
 subprotocols: list[str] | None
 upgrade: bytes | None
 version: bytes | None
class WebsocketBuffer:
 def __init__(self, max_length: int) -> None: ...
 def extend(self, event: Message) -> None: ...
 def clear(self) -> None: ...
 def to_message(self) -> dict: ...
 value: BytesIO | StringIO | None
 max_length: int
 length: int
class WSStream:
 def __init__(self, app: AppWrapper, config: Config, context: WorkerContext, task_group: TaskGroup, ssl: bool, client: tuple[str, int] | None, server: tuple[str, int] | None, send: Callable[[Event], Awaitable[None]], stream_id: int) -> None: ...
 @property
 def idle(self) -> bool: ...
 async def handle(self, event: Event) -> None: ...
 async def app_send(self, message: ASGISendEvent | None) -> None: ...
 async def _handle_events(self) -> None: ...
 async def _send_error_response(self, status_code: int) -> None: ...
 async def _send_wsproto_event(self, event: WSProtoEvent) -> None: ...
 async def _accept(self, message: WebsocketAcceptEvent) -> None: ...
 async def _send_rejection(self, message: WebsocketResponseBodyEvent) -> None: ...
 async def _send_pings(self) -> None: ...
 app: _loopmend_1.AppWrapper
 config: _loopmend_2.Config
 context: _loopmend_1.WorkerContext
 task_group: _loopmend_1.TaskGroup
 client: None | tuple[str, int]
 server: None | tuple[str, int]
 send: _loopmend_0.Callable[..., _loopmend_0.Awaitable[None]]
 stream_id: int
 app_put: Callable | None
 buffer: _loopmend_3.WebsocketBuffer
 closed: bool
 response: WebsocketResponseStartEvent
 scope: WebsocketScope
 scheme: str
 start_time: float
 state: _loopmend_3.ASGIWebsocketState
 connection: Connection
 handshake: Handshake

=== hypercorn.statsd
from __future__ import annotations
from typing import Any, TYPE_CHECKING
from .logging import Logger
if TYPE_CHECKING:
 from .config import Config
 from .typing import ResponseSummary, WWWScope
METRIC_VAR = "metric"
VALUE_VAR = "value"
MTYPE_VAR = "mtype"
GAUGE_TYPE = "gauge"
COUNTER_TYPE = "counter"
HISTOGRAM_TYPE = "histogram"
class StatsdLogger(Logger):
 def __init__(self, config: Config) -> None: ...
 async def critical(self, message: str, *args: Any, **kwargs: Any) -> None: ...
 async def error(self, message: str, *args: Any, **kwargs: Any) -> None: ...
 async def warning(self, message: str, *args: Any, **kwargs: Any) -> None: ...
 async def info(self, message: str, *args: Any, **kwargs: Any) -> None: ...
 async def debug(self, message: str, *args: Any, **kwargs: Any) -> None: ...
 async def exception(self, message: str, *args: Any, **kwargs: Any) -> None: ...
 async def log(self, level: int, message: str, *args: Any, **kwargs: Any) -> None: ...
 async def access(self, request: WWWScope, response: ResponseSummary | None, request_time: float) -> None: ...
 async def gauge(self, name: str, value: int) -> None: ...
 async def increment(self, name: str, value: int, sampling_rate: float = ...) -> None: ...
 async def decrement(self, name: str, value: int, sampling_rate: float = ...) -> None: ...
 async def histogram(self, name: str, value: float) -> None: ...
 async def _send(self, message: str) -> None: ...
 async def _socket_send(self, message: bytes) -> None: ...
 dogstatsd_tags: str
 prefix: str

=== hypercorn.trio package
from __future__ import annotations
import warnings
from collections.abc import Awaitable, Callable
from typing import Literal
import trio
from .run import worker_serve
from ..config import Config
from ..typing import Framework
from ..utils import wrap_app
async def serve(app: Framework, config: Config, *, shutdown_trigger: Callable[..., Awaitable[None]] | None = None, task_status: trio.TaskStatus[list[str]] = ..., mode: Literal["asgi", "wsgi"] | None = None) -> None: ...

=== hypercorn.trio.lifespan
import hypercorn.config as _loopmend_1
import hypercorn.typing as _loopmend_0
import typing as _loopmend_2
from __future__ import annotations
import sys
import trio
from ..config import Config
from ..typing import AppWrapper, ASGIReceiveEvent, ASGISendEvent, LifespanScope, LifespanState
from ..utils import LifespanFailureError, LifespanTimeoutError
if sys.version_info < (3, 11):
 from exceptiongroup import BaseExceptionGroup
class UnexpectedMessageError(Exception):
 ...
class Lifespan:
 def __init__(self, app: AppWrapper, config: Config, state: LifespanState) -> None: ...
 async def handle_lifespan(self, *, task_status: trio.TaskStatus = ...) -> None: ...
 async def wait_for_startup(self) -> None: ...
 async def wait_for_shutdown(self) -> None: ...
 async def asgi_receive(self) -> ASGIReceiveEvent: ...
 async def asgi_send(self, message: ASGISendEvent) -> None: ...
 app: _loopmend_0.AppWrapper
 config: _loopmend_1.Config
 state: dict
 startup: _loopmend_2.Any
 shutdown: _loopmend_2.Any
 app_send_channel: _loopmend_2.Any
 app_receive_channel: _loopmend_2.Any
 supported: bool

=== hypercorn.trio.run
from __future__ import annotations
import sys
from collections.abc import Awaitable, Callable
from functools import partial
from multiprocessing.synchronize import Event as EventType
from random import randint
import trio
from .lifespan import Lifespan
from .statsd import StatsdLogger
from .tcp_server import TCPServer
from .udp_server import UDPServer
from .worker_context import WorkerContext
from ..config import Config, Sockets
from ..typing import AppWrapper, ConnectionState, LifespanState
from ..utils import ( check_multiprocess_shutdown_event, load_application, raise_shutdown, repr_socket_addr, ShutdownError, )
if sys.version_info < (3, 11):
 from exceptiongroup import BaseExceptionGroup
async def worker_serve(app: AppWrapper, config: Config, *, sockets: Sockets | None = None, shutdown_trigger: Callable[..., Awaitable[None]] | None = None, task_status: trio.TaskStatus[list[str]] = ...) -> None: ...
def trio_worker(config: Config, sockets: Sockets | None = None, shutdown_event: EventType | None = None) -> None: ...

=== hypercorn.trio.statsd
import trio._socket as _loopmend_0
from __future__ import annotations
import trio
from ..config import Config
from ..statsd import StatsdLogger as Base
class StatsdLogger(Base):
 def __init__(self, config: Config) -> None: ...
 async def _socket_send(self, message: bytes) -> None: ...
 address: tuple
 socket: _loopmend_0.SocketType

=== hypercorn.trio.task_group
import hypercorn.trio.task_group as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
import sys
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from types import TracebackType
from typing import Any
import trio
from ..config import Config
from ..typing import AppWrapper, ASGIReceiveCallable, ASGIReceiveEvent, ASGISendEvent, Scope
if sys.version_info < (3, 11):
 from exceptiongroup import BaseExceptionGroup
async def _handle(app: AppWrapper, config: Config, scope: Scope, receive: ASGIReceiveCallable, send: Callable[[ASGISendEvent | None], Awaitable[None]], sync_spawn: Callable, call_soon: Callable) -> None: ...
class TaskGroup:
 def __init__(self) -> None: ...
 async def spawn_app(self, app: AppWrapper, config: Config, scope: Scope, send: Callable[[ASGISendEvent | None], Awaitable[None]]) -> Callable[[ASGIReceiveEvent], Awaitable[None]]: ...
 def spawn(self, func: Callable, *args: Any) -> None: ...
 async def __aenter__(self) -> TaskGroup: ...
 async def __aexit__(self, exc_type: type, exc_value: BaseException, tb: TracebackType) -> None: ...
 _nursery: trio.Nursery | None
 _nursery_manager: AbstractAsyncContextManager[trio.Nursery] | None

=== hypercorn.trio.tcp_server
import hypercorn.config as _loopmend_2
import hypercorn.trio.task_group as _loopmend_7
import hypercorn.trio.worker_context as _loopmend_3
import hypercorn.typing as _loopmend_1
import trio._highlevel_socket as _loopmend_5
import trio._ssl as _loopmend_4
import trio._sync as _loopmend_6
import typing as _loopmend_0
from __future__ import annotations
from collections.abc import Generator
from math import inf
from typing import Any
import trio
from .task_group import TaskGroup
from .worker_context import TrioSingleTask, WorkerContext
from ..config import Config
from ..events import Closed, Event, RawData, Updated
from ..protocol import ProtocolWrapper
from ..typing import AppWrapper, ConnectionState, LifespanState
from ..utils import parse_socket_addr
MAX_RECV: _loopmend_0.Any
class TCPServer:
 def __init__(self, app: AppWrapper, config: Config, context: WorkerContext, state: LifespanState, stream: trio.SSLStream[trio.SocketStream]) -> None: ...
 def __await__(self) -> Generator[Any]: ...
 async def run(self) -> None: ...
 async def protocol_send(self, event: Event) -> None: ...
 async def _read_data(self) -> None: ...
 async def _close(self) -> None: ...
 async def _idle_timeout(self) -> None: ...
 async def _initiate_server_close(self) -> None: ...
 app: _loopmend_1.AppWrapper
 config: _loopmend_2.Config
 context: _loopmend_3.WorkerContext
 state: dict
 stream: _loopmend_4.SSLStream[_loopmend_5.SocketStream]
 protocol: ProtocolWrapper
 send_lock: _loopmend_6.Lock
 idle_task: _loopmend_3.TrioSingleTask
 _task_group: _loopmend_7.TaskGroup

=== hypercorn.trio.udp_server
import hypercorn.config as _loopmend_3
import hypercorn.protocol.quic as _loopmend_5
import hypercorn.trio.worker_context as _loopmend_4
import hypercorn.typing as _loopmend_2
import trio._socket as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
import socket
import trio
from .task_group import TaskGroup
from .worker_context import WorkerContext
from ..config import Config
from ..events import Event, RawData
from ..typing import AppWrapper, ConnectionState, LifespanState
from ..utils import parse_socket_addr
MAX_RECV: _loopmend_0.Any
class UDPServer:
 def __init__(self, app: AppWrapper, config: Config, context: WorkerContext, state: LifespanState, socket: socket.socket) -> None: ...
 async def run(self, task_status: trio.TaskStatus = ...) -> None: ...
 async def protocol_send(self, event: Event) -> None: ...
 socket: _loopmend_1.SocketType
 app: _loopmend_2.AppWrapper
 config: _loopmend_3.Config
 context: _loopmend_4.WorkerContext
 state: dict
 protocol: _loopmend_5.QuicProtocol

=== hypercorn.trio.worker_context
import hypercorn.typing as _loopmend_2
import trio._sync as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
from collections.abc import Awaitable, Callable
from functools import wraps
import trio
from ..typing import Event, SingleTask, TaskGroup
def _cancel_wrapper(func: Callable[[], Awaitable[None]]) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, None]]: ...
class TrioSingleTask:
 def __init__(self) -> None: ...
 async def restart(self, task_group: TaskGroup, action: Callable) -> None: ...
 async def stop(self) -> None: ...
 _handle: trio.CancelScope | None
 _lock: _loopmend_1.Lock
class EventWrapper:
 def __init__(self) -> None: ...
 async def clear(self) -> None: ...
 async def wait(self) -> None: ...
 async def set(self) -> None: ...
 def is_set(self) -> bool: ...
 _event: _loopmend_0.Any
class WorkerContext:
 event_class: type[Event] = EventWrapper
 single_task_class: type[SingleTask] = TrioSingleTask
 def __init__(self, max_requests: int | None) -> None: ...
 async def mark_request(self) -> None: ...
 @staticmethod
 async def sleep(wait: float | int) -> None: ...
 @staticmethod
 def time() -> float: ...
 max_requests: None | int
 requests: int
 terminate: _loopmend_2.Event
 terminated: _loopmend_2.Event

=== hypercorn.typing
import hypercorn.typing as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
from collections.abc import Awaitable, Callable, Iterable
from multiprocessing.synchronize import Event as EventType
from types import TracebackType
from typing import Any, Literal, NewType, Optional, Protocol, TypedDict
import h2.events
import h11
from .config import Config, Sockets
try:
 from typing import NotRequired
except ImportError:
 from typing_extensions import NotRequired
H11SendableEvent = h11.Data | h11.EndOfMessage | h11.InformationalResponse | h11.Response
WorkerFunc = Callable[[Config, Optional[Sockets], Optional[EventType]], None]
LifespanState = dict[str, Any]
ConnectionState = NewType("ConnectionState", dict[str, Any])
class ASGIVersions(TypedDict, total=False):
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
 state: ConnectionState
 extensions: dict[str, dict]
class WebsocketScope(TypedDict):
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
 state: ConnectionState
 extensions: dict[str, dict]
class LifespanScope(TypedDict):
 type: Literal["lifespan"]
 asgi: ASGIVersions
 state: LifespanState
WWWScope = HTTPScope | WebsocketScope
Scope = HTTPScope | WebsocketScope | LifespanScope
class HTTPRequestEvent(TypedDict):
 type: Literal["http.request"]
 body: bytes
 more_body: bool
class HTTPResponseStartEvent(TypedDict):
 type: Literal["http.response.start"]
 status: int
 headers: Iterable[tuple[bytes, bytes]]
 trailers: NotRequired[bool]
class HTTPResponseBodyEvent(TypedDict):
 type: Literal["http.response.body"]
 body: bytes
 more_body: bool
class HTTPResponseTrailersEvent(TypedDict):
 type: Literal["http.response.trailers"]
 headers: Iterable[tuple[bytes, bytes]]
 more_trailers: NotRequired[bool]
class HTTPServerPushEvent(TypedDict):
 type: Literal["http.response.push"]
 path: str
 headers: Iterable[tuple[bytes, bytes]]
class HTTPEarlyHintEvent(TypedDict):
 type: Literal["http.response.early_hint"]
 links: Iterable[bytes]
class HTTPDisconnectEvent(TypedDict):
 type: Literal["http.disconnect"]
class WebsocketConnectEvent(TypedDict):
 type: Literal["websocket.connect"]
class WebsocketAcceptEvent(TypedDict):
 type: Literal["websocket.accept"]
 subprotocol: str | None
 headers: Iterable[tuple[bytes, bytes]]
class WebsocketReceiveEvent(TypedDict):
 type: Literal["websocket.receive"]
 bytes: bytes | None
 text: str | None
class WebsocketSendEvent(TypedDict):
 type: Literal["websocket.send"]
 bytes: bytes | None
 text: str | None
class WebsocketResponseStartEvent(TypedDict):
 type: Literal["websocket.http.response.start"]
 status: int
 headers: Iterable[tuple[bytes, bytes]]
class WebsocketResponseBodyEvent(TypedDict):
 type: Literal["websocket.http.response.body"]
 body: bytes
 more_body: bool
class WebsocketDisconnectEvent(TypedDict):
 type: Literal["websocket.disconnect"]
 code: int
class WebsocketCloseEvent(TypedDict):
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
ASGIReceiveEvent = HTTPRequestEvent | HTTPDisconnectEvent | WebsocketConnectEvent | WebsocketReceiveEvent | WebsocketDisconnectEvent | LifespanStartupEvent | LifespanShutdownEvent
ASGISendEvent = HTTPResponseStartEvent | HTTPResponseBodyEvent | HTTPResponseTrailersEvent | HTTPServerPushEvent | HTTPEarlyHintEvent | HTTPDisconnectEvent | WebsocketAcceptEvent | WebsocketSendEvent | WebsocketResponseStartEvent | WebsocketResponseBodyEvent | WebsocketCloseEvent | LifespanStartupCompleteEvent | LifespanStartupFailedEvent | LifespanShutdownCompleteEvent | LifespanShutdownFailedEvent
ASGIReceiveCallable = Callable[[], Awaitable[ASGIReceiveEvent]]
ASGISendCallable = Callable[[ASGISendEvent], Awaitable[None]]
ASGIFramework = Callable[ [ Scope, ASGIReceiveCallable, ASGISendCallable, ], Awaitable[None], ]
WSGIFramework = Callable[[dict, Callable], Iterable[bytes]]
Framework = ASGIFramework | WSGIFramework
class H2SyncStream(Protocol):
 scope: dict
 def data_received(self, data: bytes) -> None: ...
 def ended(self) -> None: ...
 def reset(self) -> None: ...
 def close(self) -> None: ...
 async def handle_request(self, event: h2.events.RequestReceived, scheme: str, client: tuple[str, int], server: tuple[str, int]) -> None: ...
class H2AsyncStream(Protocol):
 scope: dict
 async def data_received(self, data: bytes) -> None: ...
 async def ended(self) -> None: ...
 async def reset(self) -> None: ...
 async def close(self) -> None: ...
 async def handle_request(self, event: h2.events.RequestReceived, scheme: str, client: tuple[str, int], server: tuple[str, int]) -> None: ...
class Event(Protocol):
 def __init__(self) -> None: ...
 async def clear(self) -> None: ...
 async def set(self) -> None: ...
 async def wait(self) -> None: ...
 def is_set(self) -> bool: ...
class WorkerContext(Protocol):
 event_class: type[Event]
 single_task_class: type[SingleTask]
 terminate: Event
 terminated: Event
 async def mark_request(self) -> None: ...
 @staticmethod
 async def sleep(wait: float | int) -> None: ...
 @staticmethod
 def time() -> float: ...
class TaskGroup(Protocol):
 async def spawn_app(self, app: AppWrapper, config: Config, scope: Scope, send: Callable[[ASGISendEvent | None], Awaitable[None]]) -> Callable[[ASGIReceiveEvent], Awaitable[None]]: ...
 def spawn(self, func: Callable, *args: Any) -> None: ...
 async def __aenter__(self) -> TaskGroup: ...
 async def __aexit__(self, exc_type: type, exc_value: BaseException, tb: TracebackType) -> None: ...
class ResponseSummary(TypedDict):
 status: int
 headers: Iterable[tuple[bytes, bytes]]
class AppWrapper(Protocol):
 async def __call__(self, scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable, sync_spawn: Callable, call_soon: Callable) -> None: ...
class SingleTask(Protocol):
 def __init__(self) -> None: ...
 async def restart(self, task_group: TaskGroup, action: Callable) -> None: ...
 async def stop(self) -> None: ...

=== hypercorn.utils
import hypercorn.typing as _loopmend_0
import pathlib as _loopmend_1
from __future__ import annotations
import inspect
import os
import socket
import sys
from collections.abc import Awaitable, Callable, Iterable
from enum import Enum
from importlib import import_module
from multiprocessing.synchronize import Event as EventType
from pathlib import Path
from typing import Any, cast, Literal, TYPE_CHECKING
from .app_wrappers import ASGIWrapper, WSGIWrapper
from .config import Config
from .typing import AppWrapper, ASGIFramework, Framework, WSGIFramework
if TYPE_CHECKING:
 from .protocol.events import Request
class ShutdownError(Exception):
 ...
class NoAppError(Exception):
 ...
class LifespanTimeoutError(Exception):
 def __init__(self, stage: str) -> None: ...
class LifespanFailureError(Exception):
 def __init__(self, stage: str, message: str) -> None: ...
class UnexpectedMessageError(Exception):
 def __init__(self, state: Enum, message_type: str) -> None: ...
class FrameTooLargeError(Exception):
 ...
def suppress_body(method: str, status_code: int) -> bool: ...
def build_and_validate_headers(headers: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]: ...
def filter_pseudo_headers(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]: ...
def load_application(path: str, wsgi_max_body_size: int) -> AppWrapper: ...
def wrap_app(app: Framework, wsgi_max_body_size: int, mode: Literal["asgi", "wsgi"] | None) -> AppWrapper: ...
def files_to_watch() -> dict[Path, float]: ...
def check_for_updates(files: dict[Path, float]) -> bool: ...
async def raise_shutdown(shutdown_event: Callable[..., Awaitable]) -> None: ...
async def check_multiprocess_shutdown_event(shutdown_event: EventType, sleep: Callable[[float], Awaitable[Any]]) -> None: ...
def write_pid_file(pid_path: str) -> None: ...
def parse_socket_addr(family: int, address: tuple) -> tuple[str, int] | None: ...
def repr_socket_addr(family: int, address: tuple) -> str: ...
def valid_server_name(config: Config, request: Request) -> bool: ...
def is_asgi(app: Any) -> bool: ...

