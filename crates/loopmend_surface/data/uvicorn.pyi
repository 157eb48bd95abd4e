# uvicorn 0.54.0 BSD-3-Clause
=== uvicorn package
from uvicorn.config import Config
from uvicorn.main import Server, main, run
__version__ = "0.54.0"
__all__ = ["main", "run", "Config", "Server"]

=== uvicorn._compat
from __future__ import annotations
import asyncio
import sys
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar
__all__ = ["asyncio_run", "iscoroutinefunction"]
if sys.version_info >= (3, 14):
 from inspect import iscoroutinefunction
else:
 from asyncio import iscoroutinefunction
_T = TypeVar("_T")
if sys.version_info >= (3, 12):
 asyncio_run = asyncio.run
elif sys.version_info >= (3, 11):
 def asyncio_run(main: Coroutine[Any, Any, _T], *, debug: bool = ..., loop_factory: Callable[[], asyncio.AbstractEventLoop] | None = None) -> _T: ...
else:
 def asyncio_run(main: Coroutine[Any, Any, _T], *, debug: bool = ..., loop_factory: Callable[[], asyncio.AbstractEventLoop] | None = None) -> _T: ...
 def _cancel_all_tasks(loop: asyncio.AbstractEventLoop) -> None: ...

=== uvicorn._types
from __future__ import annotations
import sys
import types
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any, Literal, Protocol, TypedDict
if sys.version_info >= (3, 11):
 from typing import NotRequired
else:
 from typing_extensions import NotRequired
Environ = MutableMapping[str, Any]
ExcInfo = tuple[type[BaseException], BaseException, types.TracebackType | None]
StartResponse = Callable[[str, Iterable[tuple[str, str]], ExcInfo | None], None]
WSGIApp = Callable[[Environ, StartResponse], Iterable[bytes] | BaseException]
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
 extensions: NotRequired[dict[str, dict[object, object]]]
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
 extensions: NotRequired[dict[str, dict[object, object]]]
class LifespanScope(TypedDict):
 type: Literal["lifespan"]
 asgi: ASGIVersions
 state: NotRequired[dict[str, Any]]
WWWScope = HTTPScope | WebSocketScope
Scope = HTTPScope | WebSocketScope | LifespanScope
class HTTPRequestEvent(TypedDict):
 type: Literal["http.request"]
 body: bytes
 more_body: bool
class HTTPResponseDebugEvent(TypedDict):
 type: Literal["http.response.debug"]
 info: dict[str, object]
class HTTPResponseEarlyHintEvent(TypedDict):
 type: Literal["http.response.early_hint"]
 links: Iterable[bytes]
class HTTPResponseStartEvent(TypedDict):
 type: Literal["http.response.start"]
 status: int
 headers: NotRequired[Iterable[tuple[bytes, bytes]]]
 trailers: NotRequired[bool]
class HTTPResponseBodyEvent(TypedDict):
 type: Literal["http.response.body"]
 body: bytes
 more_body: NotRequired[bool]
class HTTPResponseTrailersEvent(TypedDict):
 type: Literal["http.response.trailers"]
 headers: Iterable[tuple[bytes, bytes]]
 more_trailers: bool
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
 subprotocol: NotRequired[str | None]
 headers: NotRequired[Iterable[tuple[bytes, bytes]]]
class _WebSocketReceiveEventBytes(TypedDict):
 type: Literal["websocket.receive"]
 bytes: bytes
 text: NotRequired[None]
class _WebSocketReceiveEventText(TypedDict):
 type: Literal["websocket.receive"]
 bytes: NotRequired[None]
 text: str
WebSocketReceiveEvent = _WebSocketReceiveEventBytes | _WebSocketReceiveEventText
class _WebSocketSendEventBytes(TypedDict):
 type: Literal["websocket.send"]
 bytes: bytes
 text: NotRequired[None]
class _WebSocketSendEventText(TypedDict):
 type: Literal["websocket.send"]
 bytes: NotRequired[None]
 text: str
WebSocketSendEvent = _WebSocketSendEventBytes | _WebSocketSendEventText
class WebSocketResponseStartEvent(TypedDict):
 type: Literal["websocket.http.response.start"]
 status: int
 headers: Iterable[tuple[bytes, bytes]]
class WebSocketResponseBodyEvent(TypedDict):
 type: Literal["websocket.http.response.body"]
 body: bytes
 more_body: NotRequired[bool]
class WebSocketDisconnectEvent(TypedDict):
 type: Literal["websocket.disconnect"]
 code: int
 reason: NotRequired[str | None]
class WebSocketCloseEvent(TypedDict):
 type: Literal["websocket.close"]
 code: NotRequired[int]
 reason: NotRequired[str | None]
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
WebSocketEvent = WebSocketReceiveEvent | WebSocketDisconnectEvent | WebSocketConnectEvent
ASGIReceiveEvent = HTTPRequestEvent | HTTPDisconnectEvent | WebSocketConnectEvent | WebSocketReceiveEvent | WebSocketDisconnectEvent | LifespanStartupEvent | LifespanShutdownEvent
ASGISendEvent = HTTPResponseStartEvent | HTTPResponseBodyEvent | HTTPResponseEarlyHintEvent | HTTPResponseTrailersEvent | HTTPServerPushEvent | HTTPDisconnectEvent | WebSocketAcceptEvent | WebSocketSendEvent | WebSocketResponseStartEvent | WebSocketResponseBodyEvent | WebSocketCloseEvent | LifespanStartupCompleteEvent | LifespanStartupFailedEvent | LifespanShutdownCompleteEvent | LifespanShutdownFailedEvent
ASGIReceiveCallable = Callable[[], Awaitable[ASGIReceiveEvent]]
ASGISendCallable = Callable[[ASGISendEvent], Awaitable[None]]
class ASGI2Protocol(Protocol):
 def __init__(self, scope: Scope) -> None: ...
 async def __call__(self, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None: ...
ASGI2Application = type[ASGI2Protocol]
ASGI3Application = Callable[[Scope, ASGIReceiveCallable, ASGISendCallable], Awaitable[None]]
ASGIApplication = ASGI2Application | ASGI3Application

=== uvicorn.config
import asyncio.events as _loopmend_2
import asyncio.protocols as _loopmend_6
import configparser as _loopmend_8
import os as _loopmend_7
import pathlib as _loopmend_1
import socket as _loopmend_4
import ssl as _loopmend_0
import typing as _loopmend_3
import uvicorn._types as _loopmend_5
from __future__ import annotations
import asyncio
import inspect
import json
import logging
import logging.config
import os
import socket
import ssl
import sys
from collections.abc import Awaitable, Callable
from configparser import RawConfigParser
from pathlib import Path
from typing import IO, Any, Literal
from uvicorn._ansi import style
from uvicorn._compat import iscoroutinefunction
from uvicorn._types import ASGIApplication
from uvicorn.importer import ImportFromStringError, import_from_string
from uvicorn.logging import TRACE_LOG_LEVEL
from uvicorn.middleware.asgi2 import ASGI2Middleware
from uvicorn.middleware.message_logger import MessageLoggerMiddleware
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware
from uvicorn.middleware.wsgi import WSGIMiddleware
class UvicornDeprecationWarning(UserWarning):
 ...
HTTPProtocolType = Literal["auto", "h11", "httptools", "zttp"]
WSProtocolType = Literal["auto", "none", "websockets", "websockets-sansio", "wsproto"]
LifespanType = Literal["auto", "on", "off"]
LoopFactoryType = Literal["none", "auto", "asyncio", "uvloop", "zuvloop"]
InterfaceType = Literal["auto", "asgi3", "asgi2", "wsgi"]
LOG_LEVELS: dict[str, int] = ...
HTTP_PROTOCOLS: dict[str, str] = ...
WS_PROTOCOLS: dict[str, str | None] = ...
LIFESPAN: dict[str, str] = ...
LOOP_FACTORIES: dict[str, str | None] = ...
INTERFACES: list[InterfaceType] = ...
SSL_PROTOCOL_VERSION: int = ssl.PROTOCOL_TLS_SERVER
STARTUP_FAILURE = 3
LOGGING_CONFIG: dict[str, Any] = ...
logger = logging.getLogger("uvicorn.error")
def create_ssl_context(certfile: str | os.PathLike[str], keyfile: str | os.PathLike[str] | None, password: str | None, ssl_version: int, cert_reqs: int, ca_certs: str | os.PathLike[str] | None, ciphers: str | None, alpn_protocols: list[str] | None = None) -> ssl.SSLContext: ...
def is_dir(path: Path) -> bool: ...
def resolve_reload_patterns(patterns_list: list[str], directories_list: list[str]) -> tuple[list[str], list[Path]]: ...
def _normalize_dirs(dirs: list[str] | str | None) -> list[str]: ...
class Config:
 def __init__(self, app: ASGIApplication | Callable[..., Any] | str, host: str = ..., port: int = ..., uds: str | None = None, fd: int | None = None, loop: LoopFactoryType | str = ..., http: type[asyncio.Protocol] | HTTPProtocolType | str = ..., http2: bool = ..., ws: type[asyncio.Protocol] | WSProtocolType | str = ..., ws_max_size: int = ..., ws_max_queue: int = ..., ws_ping_interval: float | None = ..., ws_ping_timeout: float | None = ..., ws_per_message_deflate: bool = ..., lifespan: LifespanType = ..., env_file: str | os.PathLike[str] | None = None, log_config: dict[str, Any] | str | os.PathLike[str] | RawConfigParser | IO[Any] | None = ..., log_level: str | int | None = None, access_log: bool = ..., use_colors: bool | None = None, interface: InterfaceType = ..., reload: bool = ..., reload_dirs: list[str] | str | None = None, reload_delay: float = ..., reload_includes: list[str] | str | None = None, reload_excludes: list[str] | str | None = None, workers: int | None = None, proxy_headers: bool = ..., server_header: bool = ..., date_header: bool = ..., forwarded_allow_ips: list[str] | str | None = None, root_path: str = ..., limit_concurrency: int | None = None, limit_max_requests: int | None = None, limit_max_requests_jitter: int = ..., backlog: int = ..., timeout_keep_alive: int = ..., timeout_notify: int = ..., timeout_graceful_shutdown: int | None = None, timeout_worker_healthcheck: int = ..., callback_notify: Callable[..., Awaitable[None]] | None = None, ssl_keyfile: str | os.PathLike[str] | None = None, ssl_certfile: str | os.PathLike[str] | None = None, ssl_keyfile_password: str | None = None, ssl_version: int = ..., ssl_cert_reqs: int = ..., ssl_ca_certs: str | os.PathLike[str] | None = None, ssl_ciphers: str | None = None, ssl_context_factory: Callable[[Config, Callable[[], ssl.SSLContext]], ssl.SSLContext] | None = None, headers: list[tuple[str, str]] | None = None, factory: bool = ..., h11_max_incomplete_event_size: int | None = None, reset_contextvars: bool = ...) -> None: ...
 @property
 def asgi_version(self) -> Literal["2.0", "3.0"]: ...
 @property
 def is_ssl(self) -> bool: ...
 @property
 def use_subprocess(self) -> bool: ...
 def configure_logging(self) -> None: ...
 def load_app(self) -> Any: ...
 def load(self) -> None: ...
 def setup_event_loop(self) -> None: ...
 def get_loop_factory(self) -> Callable[[], asyncio.AbstractEventLoop] | None: ...
 def bind_socket(self) -> socket.socket: ...
 @property
 def should_reload(self) -> bool: ...
 ssl: ssl.SSLContext | None
 use_colors: None | bool
 ssl_version: int
 app: _loopmend_3.Callable[..., _loopmend_3.Any] | _loopmend_3.Callable[..., _loopmend_3.Awaitable[None]] | str | type[_loopmend_5.ASGI2Protocol]
 host: str
 port: int
 uds: None | str
 fd: None | int
 loop: str
 http: str | type[_loopmend_6.Protocol]
 http2: bool
 ws: str | type[_loopmend_6.Protocol]
 ws_max_size: int
 ws_max_queue: int
 ws_ping_interval: None | float
 ws_ping_timeout: None | float
 ws_per_message_deflate: bool
 lifespan: str
 log_config: None | _loopmend_3.IO | _loopmend_7.PathLike[str] | _loopmend_8.RawConfigParser | dict | str
 log_level: None | int | str
 access_log: bool
 interface: str
 reload: bool
 reload_dirs: list[Path]
 reload_delay: float
 reload_includes: list[str]
 reload_excludes: list[str]
 workers: int
 proxy_headers: bool
 server_header: bool
 date_header: bool
 forwarded_allow_ips: list[str] | str
 root_path: str
 limit_concurrency: None | int
 limit_max_requests: None | int
 limit_max_requests_jitter: int
 backlog: int
 timeout_keep_alive: int
 timeout_notify: int
 timeout_graceful_shutdown: None | int
 timeout_worker_healthcheck: int
 callback_notify: None | _loopmend_3.Callable[..., _loopmend_3.Awaitable[None]]
 ssl_keyfile: None | _loopmend_7.PathLike[str] | str
 ssl_certfile: None | _loopmend_7.PathLike[str] | str
 ssl_keyfile_password: None | str
 ssl_cert_reqs: int
 ssl_ca_certs: None | _loopmend_7.PathLike[str] | str
 ssl_ciphers: None | str
 ssl_context_factory: None | _loopmend_3.Callable[..., _loopmend_0.SSLContext]
 headers: list[tuple[str, str]]
 factory: bool
 h11_max_incomplete_event_size: None | int
 reset_contextvars: bool
 encoded_headers: list[tuple[bytes, bytes]]
 loaded: bool
 reload_dirs_excludes: list[Path]
 http_protocol_class: type[asyncio.Protocol]
 ws_protocol_class: type[asyncio.Protocol] | None
 lifespan_class: _loopmend_3.Any
 loaded_app: _loopmend_3.Any

=== uvicorn.lifespan package

=== uvicorn.lifespan.off
from __future__ import annotations
from typing import Any
from uvicorn import Config
class LifespanOff:
 def __init__(self, config: Config) -> None: ...
 async def startup(self) -> None: ...
 async def shutdown(self) -> None: ...
 should_exit: bool
 state: dict[str, Any]

=== uvicorn.lifespan.on
import asyncio.locks as _loopmend_3
import logging as _loopmend_2
import uvicorn._types as _loopmend_0
import uvicorn.config as _loopmend_1
from __future__ import annotations
import asyncio
import logging
from asyncio import Queue
from typing import Any
from uvicorn import Config
from uvicorn._types import ( LifespanScope, LifespanShutdownCompleteEvent, LifespanShutdownEvent, LifespanShutdownFailedEvent, LifespanStartupCompleteEvent, LifespanStartupEvent, LifespanStartupFailedEvent, )
LifespanReceiveMessage = LifespanStartupEvent | LifespanShutdownEvent
LifespanSendMessage = LifespanStartupFailedEvent | LifespanShutdownFailedEvent | LifespanStartupCompleteEvent | LifespanShutdownCompleteEvent
STATE_TRANSITION_ERROR: str
class LifespanOn:
 def __init__(self, config: Config) -> None: ...
 async def startup(self) -> None: ...
 async def shutdown(self) -> None: ...
 async def main(self) -> None: ...
 async def send(self, message: LifespanSendMessage) -> None: ...
 async def receive(self) -> LifespanReceiveMessage: ...
 config: _loopmend_1.Config
 logger: _loopmend_2.Logger
 startup_event: _loopmend_3.Event
 shutdown_event: _loopmend_3.Event
 receive_queue: Queue[LifespanReceiveMessage]
 error_occurred: bool
 startup_failed: bool
 shutdown_failed: bool
 should_exit: bool
 state: dict[str, Any]
 asgi: None

=== uvicorn.loops package

=== uvicorn.loops.asyncio
import asyncio.events as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
import asyncio
import sys
from collections.abc import Callable
def asyncio_loop_factory(use_subprocess: bool = ...) -> Callable[[], asyncio.AbstractEventLoop]: ...

=== uvicorn.loops.auto
import asyncio.events as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
import asyncio
from collections.abc import Callable
def auto_loop_factory(use_subprocess: bool = ...) -> Callable[[], asyncio.AbstractEventLoop]: ...

=== uvicorn.loops.uvloop
import typing as _loopmend_1
import uvloop as _loopmend_0
from __future__ import annotations
import asyncio
from collections.abc import Callable
import uvloop
def uvloop_loop_factory(use_subprocess: bool = ...) -> _loopmend_1.Callable[..., _loopmend_0.Loop]: ...

=== uvicorn.loops.zuvloop
import asyncio.events as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
import asyncio
from collections.abc import Callable
import zuvloop
def zuvloop_loop_factory(use_subprocess: bool = ...) -> Callable[[], asyncio.AbstractEventLoop]: ...

=== uvicorn.main
import typing as _loopmend_0
import uvicorn.server as _loopmend_1
from __future__ import annotations
import asyncio
import logging
import os
import platform
import ssl
import sys
import warnings
from collections.abc import Callable
from configparser import RawConfigParser
from typing import IO, Any, get_args
import click
import uvicorn
from uvicorn._types import ASGIApplication
from uvicorn.config import ( INTERFACES, LIFESPAN, LOG_LEVELS, LOGGING_CONFIG, SSL_PROTOCOL_VERSION, STARTUP_FAILURE, Config, HTTPProtocolType, InterfaceType, LifespanType, LoopFactoryType, WSProtocolType, )
from uvicorn.server import Server
from uvicorn.supervisors import ChangeReload, Multiprocess
LEVEL_CHOICES: _loopmend_0.Any
LIFESPAN_CHOICES: _loopmend_0.Any
INTERFACE_CHOICES: _loopmend_0.Any
def _metavar_from_type(_type: Any) -> str: ...
logger = logging.getLogger("uvicorn.error")
def print_version(ctx: click.Context, param: click.Parameter, value: bool) -> None: ...
@click.command(context_settings={"auto_envvar_prefix": "UVICORN"})
@click.argument("app", envvar="UVICORN_APP")
@click.option( "--host", type=str, default="127.0.0.1", help="Bind socket to this host.", show_default=True, )
@click.option( "--port", type=int, default=8000, help="Bind socket to this port. If 0, an available port will be picked.", show_default=True, )
@click.option("--uds", type=str, default=None, help="Bind to a UNIX domain socket.")
@click.option("--fd", type=int, default=None, help="Bind to socket from this file descriptor.")
@click.option("--reload", is_flag=True, default=False, help="Enable auto-reload.")
@click.option( "--reload-dir", "reload_dirs", multiple=True, help="Set reload directories explicitly, instead of using the current working directory.", type=click.Path(exists=True), )
@click.option( "--reload-include", "reload_includes", multiple=True, help="Set glob patterns to include while watching for files. Includes '*.py' " "by default; these defaults can be overridden with `--reload-exclude`. " "This option has no effect unless watchfiles is installed.", )
@click.option( "--reload-exclude", "reload_excludes", multiple=True, help="Set glob patterns to exclude while watching for files. Includes " "'.*, .py[cod], .sw.*, ~*' by default; these defaults can be overridden " "with `--reload-include`. This option has no effect unless watchfiles is " "installed.", )
@click.option( "--reload-delay", type=float, default=0.25, show_default=True, help="Delay between previous and next check if application needs to be. Defaults to 0.25s.", )
@click.option( "--workers", default=None, type=int, help="Number of worker processes. Defaults to the $WEB_CONCURRENCY environment" " variable if available, or 1. Not valid with --reload.", )
@click.option( "--loop", type=str, metavar=_metavar_from_type(LoopFactoryType), default="auto", help="Event loop factory implementation.", show_default=True, )
@click.option( "--http", type=str, metavar=_metavar_from_type(HTTPProtocolType), default="auto", help="HTTP protocol implementation.", show_default=True, )
@click.option( "--http2", is_flag=True, default=False, help="Enable HTTP/2 support. Requires --http zttp.", show_default=True, )
@click.option( "--ws", type=str, metavar=_metavar_from_type(WSProtocolType), default="auto", help="WebSocket protocol implementation.", show_default=True, )
@click.option( "--ws-max-size", type=int, default=16777216, help="WebSocket max size message in bytes", show_default=True, )
@click.option( "--ws-max-queue", type=int, default=32, help="The maximum length of the WebSocket message queue.", show_default=True, )
@click.option( "--ws-ping-interval", type=float, default=20.0, help="WebSocket ping interval in seconds.", show_default=True, )
@click.option( "--ws-ping-timeout", type=float, default=20.0, help="WebSocket ping timeout in seconds.", show_default=True, )
@click.option( "--ws-per-message-deflate", type=bool, default=True, help="WebSocket per-message-deflate compression", show_default=True, )
@click.option( "--lifespan", type=LIFESPAN_CHOICES, default="auto", help="Lifespan implementation.", show_default=True, )
@click.option( "--interface", type=INTERFACE_CHOICES, default="auto", help="Select ASGI3, ASGI2, or WSGI as the application interface.", show_default=True, )
@click.option( "--env-file", type=click.Path(exists=True), default=None, help="Environment configuration file.", show_default=True, )
@click.option( "--log-config", type=click.Path(exists=True), default=None, help="Logging configuration file. Supported formats: .ini, .json, .yaml.", show_default=True, )
@click.option( "--log-level", type=LEVEL_CHOICES, default=None, help="Log level. [default: info]", show_default=True, )
@click.option( "--access-log/--no-access-log", is_flag=True, default=True, help="Enable/Disable access log.", )
@click.option( "--use-colors/--no-use-colors", is_flag=True, default=None, help="Enable/Disable colorized logging.", )
@click.option( "--proxy-headers/--no-proxy-headers", is_flag=True, default=True, help="Enable/Disable X-Forwarded-Proto, X-Forwarded-For to populate url scheme and remote address info.", )
@click.option( "--server-header/--no-server-header", is_flag=True, default=True, help="Enable/Disable default Server header.", )
@click.option( "--date-header/--no-date-header", is_flag=True, default=True, help="Enable/Disable default Date header.", )
@click.option( "--forwarded-allow-ips", type=str, default=None, help="Comma separated list of IP Addresses, IP Networks, or literals " "(e.g. UNIX Socket path) to trust with proxy headers. Defaults to the " "$FORWARDED_ALLOW_IPS environment variable if available, or '127.0.0.1,::1'. " "The literal '*' means trust everything.", )
@click.option( "--root-path", type=str, default="", help="Set the ASGI 'root_path' for applications submounted below a given URL path.", )
@click.option( "--limit-concurrency", type=int, default=None, help="Maximum number of concurrent connections or tasks to allow, before issuing HTTP 503 responses.", )
@click.option( "--backlog", type=int, default=2048, help="Maximum number of connections to hold in backlog", )
@click.option( "--limit-max-requests", type=int, default=None, help="Maximum number of requests to service before terminating the process.", )
@click.option( "--limit-max-requests-jitter", type=int, default=0, help="Maximum jitter to add to limit_max_requests." " Staggers worker restarts to avoid all workers restarting simultaneously.", show_default=True, )
@click.option( "--timeout-keep-alive", type=int, default=5, help="Close Keep-Alive connections if no new data is received within this timeout (in seconds).", show_default=True, )
@click.option( "--timeout-graceful-shutdown", type=int, default=None, help="Maximum number of seconds to wait for graceful shutdown.", )
@click.option( "--timeout-worker-healthcheck", type=int, default=5, help="Maximum number of seconds to wait for a worker to respond to a healthcheck.", show_default=True, )
@click.option("--ssl-keyfile", type=str, default=None, help="SSL key file", show_default=True)
@click.option( "--ssl-certfile", type=str, default=None, help="SSL certificate file", show_default=True, )
@click.option( "--ssl-keyfile-password", type=str, default=None, help="SSL keyfile password", show_default=True, )
@click.option( "--ssl-version", type=int, default=int(SSL_PROTOCOL_VERSION), help="SSL version to use (see stdlib ssl module's)", show_default=True, )
@click.option( "--ssl-cert-reqs", type=int, default=int(ssl.CERT_NONE), help="Whether client certificate is required (see stdlib ssl module's)", show_default=True, )
@click.option( "--ssl-ca-certs", type=str, default=None, help="CA certificates file", show_default=True, )
@click.option( "--ssl-ciphers", type=str, default=None, help="Ciphers to use (see stdlib ssl module's). Defaults to OpenSSL's safe defaults.", show_default=True, )
@click.option( "--header", "headers", multiple=True, help="Specify custom default HTTP response headers as a Name:Value pair", )
@click.option( "--version", is_flag=True, callback=print_version, expose_value=False, is_eager=True, help="Display the uvicorn version and exit.", )
@click.option( "--app-dir", default="", show_default=True, help="Look for APP in the specified directory, by adding this to the PYTHONPATH." " Defaults to the current working directory.", )
@click.option( "--h11-max-incomplete-event-size", "h11_max_incomplete_event_size", type=int, default=None, help="For h11, the maximum number of bytes to buffer of an incomplete event.", )
@click.option( "--reset-contextvars", is_flag=True, default=False, help="Run each ASGI request in a fresh contextvars.Context. Hides context set in the lifespan.", show_default=True, )
@click.option( "--factory", is_flag=True, default=False, help="Treat APP as an application factory, i.e. a () -> <ASGI app> callable.", show_default=True, )
def main(app: str, host: str, port: int, uds: str, fd: int, loop: LoopFactoryType | str, http: HTTPProtocolType | str, http2: bool, ws: WSProtocolType | str, ws_max_size: int, ws_max_queue: int, ws_ping_interval: float, ws_ping_timeout: float, ws_per_message_deflate: bool, lifespan: LifespanType, interface: InterfaceType, reload: bool, reload_dirs: list[str], reload_includes: list[str], reload_excludes: list[str], reload_delay: float, workers: int, env_file: str, log_config: str, log_level: str, access_log: bool, proxy_headers: bool, server_header: bool, date_header: bool, forwarded_allow_ips: str, root_path: str, limit_concurrency: int, backlog: int, limit_max_requests: int, limit_max_requests_jitter: int, timeout_keep_alive: int, timeout_graceful_shutdown: int | None, timeout_worker_healthcheck: int, ssl_keyfile: str, ssl_certfile: str, ssl_keyfile_password: str, ssl_version: int, ssl_cert_reqs: int, ssl_ca_certs: str, ssl_ciphers: str | None, headers: list[str], use_colors: bool, app_dir: str, h11_max_incomplete_event_size: int | None, reset_contextvars: bool, factory: bool) -> None: ...
def run(app: ASGIApplication | Callable[..., Any] | str, *, host: str = ..., port: int = ..., uds: str | None = None, fd: int | None = None, loop: LoopFactoryType | str = ..., http: type[asyncio.Protocol] | HTTPProtocolType | str = ..., http2: bool = ..., ws: type[asyncio.Protocol] | WSProtocolType | str = ..., ws_max_size: int = ..., ws_max_queue: int = ..., ws_ping_interval: float | None = ..., ws_ping_timeout: float | None = ..., ws_per_message_deflate: bool = ..., lifespan: LifespanType = ..., interface: InterfaceType = ..., reload: bool = ..., reload_dirs: list[str] | str | None = None, reload_includes: list[str] | str | None = None, reload_excludes: list[str] | str | None = None, reload_delay: float = ..., workers: int | None = None, env_file: str | os.PathLike[str] | None = None, log_config: dict[str, Any] | str | os.PathLike[str] | RawConfigParser | IO[Any] | None = ..., log_level: str | int | None = None, access_log: bool = ..., proxy_headers: bool = ..., server_header: bool = ..., date_header: bool = ..., forwarded_allow_ips: list[str] | str | None = None, root_path: str = ..., limit_concurrency: int | None = None, backlog: int = ..., limit_max_requests: int | None = None, limit_max_requests_jitter: int = ..., timeout_keep_alive: int = ..., timeout_graceful_shutdown: int | None = None, timeout_worker_healthcheck: int = ..., ssl_keyfile: str | os.PathLike[str] | None = None, ssl_certfile: str | os.PathLike[str] | None = None, ssl_keyfile_password: str | None = None, ssl_version: int = ..., ssl_cert_reqs: int = ..., ssl_ca_certs: str | os.PathLike[str] | None = None, ssl_ciphers: str | None = None, ssl_context_factory: Callable[[Config, Callable[[], ssl.SSLContext]], ssl.SSLContext] | None = None, headers: list[tuple[str, str]] | None = None, use_colors: bool | None = None, app_dir: str | None = None, factory: bool = ..., h11_max_incomplete_event_size: int | None = None, reset_contextvars: bool = ...) -> None: ...
def __getattr__(name: str) -> type[_loopmend_1.ServerState]: ...

=== uvicorn.middleware package

=== uvicorn.middleware.asgi2
import uvicorn._types as _loopmend_0
from uvicorn._types import ( ASGI2Application, ASGIReceiveCallable, ASGISendCallable, Scope, )
class ASGI2Middleware:
 def __init__(self, app: "ASGI2Application") -> None: ...
 async def __call__(self, scope: "Scope", receive: "ASGIReceiveCallable", send: "ASGISendCallable") -> None: ...
 app: type[_loopmend_0.ASGI2Protocol]

=== uvicorn.middleware.message_logger
import logging as _loopmend_1
import typing as _loopmend_0
import logging
from typing import Any
from uvicorn._types import ( ASGI3Application, ASGIReceiveCallable, ASGIReceiveEvent, ASGISendCallable, ASGISendEvent, WWWScope, )
from uvicorn.logging import TRACE_LOG_LEVEL
PLACEHOLDER_FORMAT: dict[str, str]
def message_with_placeholders(message: Any) -> Any: ...
class MessageLoggerMiddleware:
 def __init__(self, app: "ASGI3Application") -> None: ...
 async def __call__(self, scope: "WWWScope", receive: "ASGIReceiveCallable", send: "ASGISendCallable") -> None: ...
 app: _loopmend_0.Callable[..., _loopmend_0.Awaitable[None]]
 task_counter: int
 logger: _loopmend_1.Logger

=== uvicorn.middleware.proxy_headers
import typing as _loopmend_0
import uvicorn.middleware.proxy_headers as _loopmend_1
from __future__ import annotations
import functools
import ipaddress
from uvicorn._types import ASGI3Application, ASGIReceiveCallable, ASGISendCallable, Scope
class ProxyHeadersMiddleware:
 def __init__(self, app: ASGI3Application, trusted_hosts: list[str] | str = ...) -> None: ...
 async def __call__(self, scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None: ...
 app: _loopmend_0.Callable[..., _loopmend_0.Awaitable[None]]
 trusted_hosts: _loopmend_1._TrustedHosts
def _parse_raw_hosts(value: str) -> list[str]: ...
def _parse_host_port(value: str) -> tuple[str, int]: ...
class _TrustedHosts:
 def __init__(self, trusted_hosts: list[str] | str) -> None: ...
 def __contains__(self, host: str | None) -> bool: ...
 def _compute_trust(self, host: str) -> bool: ...
 def get_trusted_client_address(self, x_forwarded_for: str) -> tuple[str, int]: ...
 trusted_hosts: set[ipaddress.IPv4Address | ipaddress.IPv6Address]
 always_trust: bool
 trusted_literals: set[str]
 trusted_networks: set[ipaddress.IPv4Network | ipaddress.IPv6Network]
 _trusts: _loopmend_0.Callable[..., bool]

=== uvicorn.middleware.wsgi
import asyncio.locks as _loopmend_3
import concurrent.futures.thread as _loopmend_1
import typing as _loopmend_0
import uvicorn._types as _loopmend_2
from __future__ import annotations
import asyncio
import concurrent.futures
import io
import sys
import warnings
from collections import deque
from collections.abc import Iterable
from uvicorn._types import ( ASGIReceiveCallable, ASGIReceiveEvent, ASGISendCallable, ASGISendEvent, Environ, ExcInfo, HTTPRequestEvent, HTTPResponseBodyEvent, HTTPResponseStartEvent, HTTPScope, StartResponse, WSGIApp, )
def build_environ(scope: HTTPScope, message: ASGIReceiveEvent, body: io.BytesIO) -> Environ: ...
class _WSGIMiddleware:
 def __init__(self, app: WSGIApp, workers: int = ...) -> None: ...
 async def __call__(self, scope: HTTPScope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None: ...
 app: _loopmend_0.Callable[..., BaseException | _loopmend_0.Iterable[bytes]]
 executor: _loopmend_1.ThreadPoolExecutor
class WSGIResponder:
 def __init__(self, app: WSGIApp, executor: concurrent.futures.ThreadPoolExecutor, scope: HTTPScope) -> None: ...
 async def __call__(self, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None: ...
 async def sender(self, send: ASGISendCallable) -> None: ...
 def start_response(self, status: str, response_headers: Iterable[tuple[str, str]], exc_info: ExcInfo | None = None) -> None: ...
 def wsgi(self, environ: Environ, start_response: StartResponse) -> None: ...
 scope: _loopmend_2.HTTPScope
 app: _loopmend_0.Callable[..., BaseException | _loopmend_0.Iterable[bytes]]
 executor: _loopmend_1.ThreadPoolExecutor
 status: None
 response_headers: None
 send_event: _loopmend_3.Event
 send_queue: deque[ASGISendEvent | None]
 loop: asyncio.AbstractEventLoop
 response_started: bool
 exc_info: ExcInfo | None
try:
 from a2wsgi import WSGIMiddleware
except ModuleNotFoundError:
 WSGIMiddleware = _WSGIMiddleware

=== uvicorn.protocols package

=== uvicorn.protocols.http package

=== uvicorn.protocols.http.auto
from __future__ import annotations
import asyncio
AutoHTTPProtocol: type[asyncio.Protocol]
try:
 import httptools
except ImportError:
 from uvicorn.protocols.http.h11_impl import H11Protocol
 AutoHTTPProtocol = H11Protocol
else:
 from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
 AutoHTTPProtocol = HttpToolsProtocol

=== uvicorn.protocols.http.auto_zttp_impl
import asyncio.events as _loopmend_2
import uvicorn.config as _loopmend_0
import uvicorn.protocols.http.auto_zttp_impl as _loopmend_3
import uvicorn.protocols.http.h11_impl as _loopmend_4
import uvicorn.protocols.http.httptools_impl as _loopmend_5
import uvicorn.protocols.http.zttp_h2_impl as _loopmend_7
import uvicorn.protocols.http.zttp_impl as _loopmend_6
import uvicorn.protocols.websockets.websockets_impl as _loopmend_9
import uvicorn.protocols.websockets.websockets_sansio_impl as _loopmend_10
import uvicorn.protocols.websockets.wsproto_impl as _loopmend_8
import uvicorn.server as _loopmend_1
from __future__ import annotations
import asyncio
from typing import Any, ClassVar
from uvicorn.config import Config
from uvicorn.protocols.http.zttp_h2_impl import ZttpH2Protocol
from uvicorn.protocols.http.zttp_impl import ZttpProtocol
from uvicorn.protocols.utils import is_ssl
from uvicorn.server import ServerState
HTTP2_PREFACE: bytes
class AutoZttpProtocol(asyncio.Protocol):
 alpn_protocols: ClassVar[list[str]] = ...
 def __init__(self, config: Config, server_state: ServerState, app_state: dict[str, Any], _loop: asyncio.AbstractEventLoop | None = None) -> None: ...
 def connection_made(self, transport: asyncio.Transport) -> None: ...
 def connection_lost(self, exc: Exception | None) -> None: ...
 def eof_received(self) -> None: ...
 def shutdown(self) -> None: ...
 def data_received(self, data: bytes) -> None: ...
 def _switch(self, http2: bool, initial_data: bytes = ...) -> None: ...
 config: _loopmend_0.Config
 server_state: _loopmend_1.ServerState
 app_state: dict
 loop: _loopmend_2.AbstractEventLoop
 connections: set[_loopmend_10.WebSocketsSansIOProtocol | _loopmend_3.AutoZttpProtocol | _loopmend_4.H11Protocol | _loopmend_5.HttpToolsProtocol | _loopmend_6.ZttpProtocol | _loopmend_7.ZttpH2Protocol | _loopmend_8.WSProtocol | _loopmend_9.WebSocketProtocol]
 transport: asyncio.Transport
 timeout_task: asyncio.TimerHandle | None
 buffer: bytes

=== uvicorn.protocols.http.flow_control
import asyncio.locks as _loopmend_1
import asyncio.transports as _loopmend_0
import asyncio
from uvicorn._types import ASGIReceiveCallable, ASGISendCallable, Scope
CLOSE_HEADER: tuple[bytes, bytes]
HIGH_WATER_LIMIT = 65536
class FlowControl:
 def __init__(self, transport: asyncio.Transport) -> None: ...
 async def drain(self) -> None: ...
 def pause_reading(self) -> None: ...
 def resume_reading(self) -> None: ...
 def pause_writing(self) -> None: ...
 def resume_writing(self) -> None: ...
 _transport: _loopmend_0.Transport
 read_paused: bool
 write_paused: bool
 _is_writable_event: _loopmend_1.Event
async def service_unavailable(scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None: ...

=== uvicorn.protocols.http.h11_impl
import _asyncio as _loopmend_14
import asyncio.events as _loopmend_3
import asyncio.locks as _loopmend_18
import asyncio.protocols as _loopmend_5
import asyncio.transports as _loopmend_16
import logging as _loopmend_4
import typing as _loopmend_2
import uvicorn._types as _loopmend_15
import uvicorn.config as _loopmend_0
import uvicorn.protocols.http.auto_zttp_impl as _loopmend_6
import uvicorn.protocols.http.flow_control as _loopmend_17
import uvicorn.protocols.http.h11_impl as _loopmend_7
import uvicorn.protocols.http.httptools_impl as _loopmend_8
import uvicorn.protocols.http.zttp_h2_impl as _loopmend_10
import uvicorn.protocols.http.zttp_impl as _loopmend_9
import uvicorn.protocols.websockets.websockets_impl as _loopmend_12
import uvicorn.protocols.websockets.websockets_sansio_impl as _loopmend_13
import uvicorn.protocols.websockets.wsproto_impl as _loopmend_11
import uvicorn.server as _loopmend_1
from __future__ import annotations
import asyncio
import contextvars
import http
import logging
import sys
from collections.abc import Callable
from typing import Any, Literal
from urllib.parse import unquote
import h11
from h11._connection import DEFAULT_MAX_INCOMPLETE_EVENT_SIZE
from uvicorn._types import ( ASGI3Application, ASGIReceiveEvent, ASGISendEvent, HTTPRequestEvent, HTTPResponseBodyEvent, HTTPResponseStartEvent, HTTPScope, )
from uvicorn.config import Config
from uvicorn.logging import TRACE_LOG_LEVEL
from uvicorn.protocols.http.flow_control import CLOSE_HEADER, HIGH_WATER_LIMIT, FlowControl, service_unavailable
from uvicorn.protocols.utils import get_client_addr, get_local_addr, get_path_with_query_string, get_remote_addr, is_ssl
from uvicorn.server import ServerState
def _get_status_phrase(status_code: int) -> bytes: ...
STATUS_PHRASES: dict[int, bytes]
class H11Protocol(asyncio.Protocol):
 def __init__(self, config: Config, server_state: ServerState, app_state: dict[str, Any], _loop: asyncio.AbstractEventLoop | None = None) -> None: ...
 def connection_made(self, transport: asyncio.Transport) -> None: ...
 def connection_lost(self, exc: Exception | None) -> None: ...
 def eof_received(self) -> None: ...
 def _unset_keepalive_if_required(self) -> None: ...
 def _get_upgrade(self) -> bytes | None: ...
 def _should_upgrade_to_ws(self) -> bool: ...
 def _unsupported_upgrade_warning(self) -> None: ...
 def _should_upgrade(self) -> bool: ...
 def data_received(self, data: bytes) -> None: ...
 def handle_events(self) -> None: ...
 def handle_websocket_upgrade(self, event: h11.Request) -> None: ...
 def send_400_response(self, msg: str) -> None: ...
 def on_response_complete(self) -> None: ...
 def shutdown(self) -> None: ...
 def pause_writing(self) -> None: ...
 def resume_writing(self) -> None: ...
 def timeout_keep_alive_handler(self) -> None: ...
 config: _loopmend_0.Config
 server_state: _loopmend_1.ServerState
 app_state: dict
 app: _loopmend_2.Any
 loop: _loopmend_3.AbstractEventLoop
 logger: _loopmend_4.Logger
 access_logger: _loopmend_4.Logger
 access_log: bool
 conn: _loopmend_2.Any
 ws_protocol_class: None | type[_loopmend_5.Protocol]
 root_path: str
 asgi_version: str
 limit_concurrency: None | int
 timeout_keep_alive_task: asyncio.TimerHandle | None
 timeout_keep_alive: int
 connections: set[_loopmend_10.ZttpH2Protocol | _loopmend_11.WSProtocol | _loopmend_12.WebSocketProtocol | _loopmend_13.WebSocketsSansIOProtocol | _loopmend_6.AutoZttpProtocol | _loopmend_7.H11Protocol | _loopmend_8.HttpToolsProtocol | _loopmend_9.ZttpProtocol]
 tasks: set[_loopmend_14.Task[None]]
 transport: asyncio.Transport
 flow: FlowControl
 server: tuple[str, int | None] | None
 client: tuple[str, int] | None
 scheme: Literal["http", "https"] | None
 scope: HTTPScope
 headers: list[tuple[bytes, bytes]]
 cycle: RequestResponseCycle
class RequestResponseCycle:
 def __init__(self, scope: HTTPScope, conn: h11.Connection, transport: asyncio.Transport, flow: FlowControl, logger: logging.Logger, access_logger: logging.Logger, access_log: bool, default_headers: list[tuple[bytes, bytes]], message_event: asyncio.Event, on_response: Callable[..., None]) -> None: ...
 async def run_asgi(self, app: ASGI3Application) -> None: ...
 async def send_500_response(self) -> None: ...
 async def send(self, message: ASGISendEvent) -> None: ...
 async def receive(self) -> ASGIReceiveEvent: ...
 logger: _loopmend_4.Logger
 access_logger: _loopmend_4.Logger
 access_log: bool
 conn: _loopmend_2.Any
 transport: _loopmend_16.Transport
 flow: _loopmend_17.FlowControl
 scope: _loopmend_15.HTTPScope
 disconnected: bool
 default_headers: list[tuple[bytes, bytes]]
 message_event: _loopmend_18.Event
 on_response: _loopmend_2.Callable[..., None]
 more_body: bool
 keep_alive: bool
 waiting_for_100_continue: _loopmend_2.Any
 body: bytearray
 response_started: bool
 response_complete: bool

=== uvicorn.protocols.http.httptools_impl
import _asyncio as _loopmend_14
import asyncio.events as _loopmend_3
import asyncio.locks as _loopmend_18
import asyncio.protocols as _loopmend_5
import asyncio.transports as _loopmend_16
import logging as _loopmend_4
import typing as _loopmend_2
import uvicorn._types as _loopmend_15
import uvicorn.config as _loopmend_0
import uvicorn.protocols.http.auto_zttp_impl as _loopmend_6
import uvicorn.protocols.http.flow_control as _loopmend_17
import uvicorn.protocols.http.h11_impl as _loopmend_7
import uvicorn.protocols.http.httptools_impl as _loopmend_8
import uvicorn.protocols.http.zttp_h2_impl as _loopmend_10
import uvicorn.protocols.http.zttp_impl as _loopmend_9
import uvicorn.protocols.websockets.websockets_impl as _loopmend_12
import uvicorn.protocols.websockets.websockets_sansio_impl as _loopmend_13
import uvicorn.protocols.websockets.wsproto_impl as _loopmend_11
import uvicorn.server as _loopmend_1
from __future__ import annotations
import asyncio
import contextvars
import http
import logging
import re
import sys
import urllib
from asyncio.events import TimerHandle
from collections import deque
from collections.abc import Callable
from typing import Any, Literal
import httptools
from uvicorn._types import ( ASGI3Application, ASGIReceiveEvent, ASGISendEvent, HTTPRequestEvent, HTTPScope, )
from uvicorn.config import Config
from uvicorn.logging import TRACE_LOG_LEVEL
from uvicorn.protocols.http.flow_control import HIGH_WATER_LIMIT, FlowControl, service_unavailable
from uvicorn.protocols.utils import get_client_addr, get_local_addr, get_path_with_query_string, get_remote_addr, is_ssl
from uvicorn.server import ServerState
HEADER_RE = re.compile(b'[\x00-\x1f\x7f()<>@,;:\\[\\]={} \t\\\\"]')
HEADER_VALUE_RE = re.compile(b"[\x00-\x08\x0a-\x1f\x7f]")
def _get_status_line(status_code: int) -> bytes: ...
STATUS_LINE: dict[int, bytes]
class HttpToolsProtocol(asyncio.Protocol):
 def __init__(self, config: Config, server_state: ServerState, app_state: dict[str, Any], _loop: asyncio.AbstractEventLoop | None = None) -> None: ...
 def connection_made(self, transport: asyncio.Transport) -> None: ...
 def connection_lost(self, exc: Exception | None) -> None: ...
 def eof_received(self) -> None: ...
 def _unset_keepalive_if_required(self) -> None: ...
 def _get_upgrade(self) -> bytes | None: ...
 def _should_upgrade_to_ws(self) -> bool: ...
 def _unsupported_upgrade_warning(self) -> None: ...
 def _should_upgrade(self) -> bool: ...
 def data_received(self, data: bytes) -> None: ...
 def handle_websocket_upgrade(self) -> None: ...
 def send_400_response(self, msg: str) -> None: ...
 def on_message_begin(self) -> None: ...
 def on_url(self, url: bytes) -> None: ...
 def on_header(self, name: bytes, value: bytes) -> None: ...
 def on_headers_complete(self) -> None: ...
 def _start_asgi_task(self, cycle: RequestResponseCycle, app: ASGI3Application) -> None: ...
 def on_body(self, body: bytes) -> None: ...
 def on_message_complete(self) -> None: ...
 def on_response_complete(self) -> None: ...
 def shutdown(self) -> None: ...
 def pause_writing(self) -> None: ...
 def resume_writing(self) -> None: ...
 def timeout_keep_alive_handler(self) -> None: ...
 config: _loopmend_0.Config
 server_state: _loopmend_1.ServerState
 app_state: dict
 app: _loopmend_2.Any
 loop: _loopmend_3.AbstractEventLoop
 logger: _loopmend_4.Logger
 access_logger: _loopmend_4.Logger
 access_log: bool
 parser: _loopmend_2.Any
 ws_protocol_class: None | type[_loopmend_5.Protocol]
 root_path: str
 asgi_version: str
 limit_concurrency: None | int
 timeout_keep_alive_task: TimerHandle | None
 timeout_keep_alive: int
 connections: set[_loopmend_10.ZttpH2Protocol | _loopmend_11.WSProtocol | _loopmend_12.WebSocketProtocol | _loopmend_13.WebSocketsSansIOProtocol | _loopmend_6.AutoZttpProtocol | _loopmend_7.H11Protocol | _loopmend_8.HttpToolsProtocol | _loopmend_9.ZttpProtocol]
 tasks: set[_loopmend_14.Task[None]]
 transport: asyncio.Transport
 flow: FlowControl
 server: tuple[str, int | None] | None
 client: tuple[str, int] | None
 scheme: Literal["http", "https"] | None
 pipeline: deque[tuple[RequestResponseCycle, ASGI3Application]]
 scope: HTTPScope
 headers: list[tuple[bytes, bytes]]
 expect_100_continue: bool
 cycle: RequestResponseCycle
 url: bytes
class RequestResponseCycle:
 def __init__(self, scope: HTTPScope, transport: asyncio.Transport, flow: FlowControl, logger: logging.Logger, access_logger: logging.Logger, access_log: bool, default_headers: list[tuple[bytes, bytes]], message_event: asyncio.Event, expect_100_continue: bool, keep_alive: bool, on_response: Callable[..., None]) -> None: ...
 async def run_asgi(self, app: ASGI3Application) -> None: ...
 async def send_500_response(self) -> None: ...
 async def send(self, message: ASGISendEvent) -> None: ...
 async def receive(self) -> ASGIReceiveEvent: ...
 logger: _loopmend_4.Logger
 access_logger: _loopmend_4.Logger
 access_log: bool
 transport: _loopmend_16.Transport
 flow: _loopmend_17.FlowControl
 scope: _loopmend_15.HTTPScope
 disconnected: bool
 default_headers: list[tuple[bytes, bytes]]
 message_event: _loopmend_18.Event
 keep_alive: bool
 on_response: _loopmend_2.Callable[..., None]
 body: bytearray
 more_body: bool
 waiting_for_100_continue: bool
 response_started: bool
 response_complete: bool
 chunked_encoding: bool | None
 expected_content_length: int

=== uvicorn.protocols.http.zttp_h2_impl
import _asyncio as _loopmend_13
import asyncio.events as _loopmend_3
import asyncio.locks as _loopmend_17
import asyncio.transports as _loopmend_15
import logging as _loopmend_4
import typing as _loopmend_2
import uvicorn._types as _loopmend_14
import uvicorn.config as _loopmend_0
import uvicorn.protocols.http.auto_zttp_impl as _loopmend_5
import uvicorn.protocols.http.flow_control as _loopmend_16
import uvicorn.protocols.http.h11_impl as _loopmend_6
import uvicorn.protocols.http.httptools_impl as _loopmend_7
import uvicorn.protocols.http.zttp_h2_impl as _loopmend_9
import uvicorn.protocols.http.zttp_impl as _loopmend_8
import uvicorn.protocols.websockets.websockets_impl as _loopmend_11
import uvicorn.protocols.websockets.websockets_sansio_impl as _loopmend_12
import uvicorn.protocols.websockets.wsproto_impl as _loopmend_10
import uvicorn.server as _loopmend_1
from __future__ import annotations
import asyncio
import contextvars
import logging
import sys
from collections.abc import Callable, Generator
from typing import Any, ClassVar, Literal
from urllib.parse import unquote
import zttp
from zttp import Event
from uvicorn._types import ( ASGI3Application, ASGIReceiveEvent, ASGISendEvent, HTTPRequestEvent, HTTPResponseBodyEvent, HTTPResponseStartEvent, HTTPScope, )
from uvicorn.config import Config
from uvicorn.logging import TRACE_LOG_LEVEL
from uvicorn.protocols.http.flow_control import HIGH_WATER_LIMIT, FlowControl, service_unavailable
from uvicorn.protocols.utils import get_client_addr, get_local_addr, get_path_with_query_string, get_remote_addr, is_ssl
from uvicorn.server import ServerState
FORBIDDEN_HEADERS = frozenset({b"connection", b"keep-alive", b"proxy-connection", b"transfer-encoding", b"upgrade"})
class ZttpH2Protocol(asyncio.Protocol):
 alpn_protocols: ClassVar[list[str]] = ...
 def __init__(self, config: Config, server_state: ServerState, app_state: dict[str, Any], _loop: asyncio.AbstractEventLoop | None = None) -> None: ...
 def connection_made(self, transport: asyncio.Transport) -> None: ...
 def connection_lost(self, exc: Exception | None) -> None: ...
 def eof_received(self) -> None: ...
 def _unset_keepalive_if_required(self) -> None: ...
 def data_received(self, data: bytes) -> None: ...
 def flush(self) -> None: ...
 def events(self) -> Generator[Event]: ...
 def handle_events(self) -> None: ...
 def handle_request(self, event: zttp.Request) -> None: ...
 def handle_rst_stream(self, event: zttp.RstStream) -> None: ...
 def resume_reading_if_idle(self) -> None: ...
 def on_response_complete(self, stream_id: int) -> None: ...
 def on_stream_closed(self) -> None: ...
 def _close_connection(self) -> None: ...
 def shutdown(self) -> None: ...
 def pause_writing(self) -> None: ...
 def resume_writing(self) -> None: ...
 def timeout_keep_alive_handler(self) -> None: ...
 config: _loopmend_0.Config
 server_state: _loopmend_1.ServerState
 app_state: dict
 app: _loopmend_2.Any
 loop: _loopmend_3.AbstractEventLoop
 logger: _loopmend_4.Logger
 access_logger: _loopmend_4.Logger
 access_log: bool
 conn: zttp.H2Connection
 root_path: str
 asgi_version: str
 limit_concurrency: None | int
 timeout_keep_alive_task: asyncio.TimerHandle | None
 timeout_keep_alive: int
 connections: set[_loopmend_10.WSProtocol | _loopmend_11.WebSocketProtocol | _loopmend_12.WebSocketsSansIOProtocol | _loopmend_5.AutoZttpProtocol | _loopmend_6.H11Protocol | _loopmend_7.HttpToolsProtocol | _loopmend_8.ZttpProtocol | _loopmend_9.ZttpH2Protocol]
 tasks: set[_loopmend_13.Task[None]]
 transport: asyncio.Transport
 flow: FlowControl
 server: tuple[str, int | None] | None
 client: tuple[str, int] | None
 scheme: Literal["http", "https"] | None
 shutdown_requested: bool
 cycles: dict[int, RequestResponseCycle]
class RequestResponseCycle:
 def __init__(self, scope: HTTPScope, conn: zttp.H2Connection, stream: zttp.Stream, transport: asyncio.Transport, flow: FlowControl, logger: logging.Logger, access_logger: logging.Logger, access_log: bool, default_headers: list[tuple[bytes, bytes]], message_event: asyncio.Event, on_response: Callable[[int], None], resume_reading: Callable[[], None]) -> None: ...
 async def run_asgi(self, app: ASGI3Application) -> None: ...
 def abort_stream(self) -> None: ...
 async def send_500_response(self) -> None: ...
 async def send(self, message: ASGISendEvent) -> None: ...
 async def receive(self) -> ASGIReceiveEvent: ...
 logger: _loopmend_4.Logger
 access_logger: _loopmend_4.Logger
 access_log: bool
 conn: _loopmend_2.Any
 transport: _loopmend_15.Transport
 flow: _loopmend_16.FlowControl
 disconnected: bool
 more_body: bool
 scope: _loopmend_14.HTTPScope
 stream: _loopmend_2.Any
 default_headers: list[tuple[bytes, bytes]]
 message_event: _loopmend_17.Event
 on_response: _loopmend_2.Callable[..., None]
 resume_reading: _loopmend_2.Callable[..., None]
 body: bytearray
 response_started: bool
 response_complete: bool
 body_complete: bool
 trailers_expected: bool | object
 trailers: list[tuple[bytes, bytes]]
 bodyless: bool
 expected_content_length: int | None

=== uvicorn.protocols.http.zttp_impl
import _asyncio as _loopmend_14
import asyncio.events as _loopmend_3
import asyncio.locks as _loopmend_18
import asyncio.protocols as _loopmend_5
import asyncio.transports as _loopmend_16
import logging as _loopmend_4
import typing as _loopmend_2
import uvicorn._types as _loopmend_15
import uvicorn.config as _loopmend_0
import uvicorn.protocols.http.auto_zttp_impl as _loopmend_6
import uvicorn.protocols.http.flow_control as _loopmend_17
import uvicorn.protocols.http.h11_impl as _loopmend_7
import uvicorn.protocols.http.httptools_impl as _loopmend_8
import uvicorn.protocols.http.zttp_h2_impl as _loopmend_10
import uvicorn.protocols.http.zttp_impl as _loopmend_9
import uvicorn.protocols.websockets.websockets_impl as _loopmend_12
import uvicorn.protocols.websockets.websockets_sansio_impl as _loopmend_13
import uvicorn.protocols.websockets.wsproto_impl as _loopmend_11
import uvicorn.server as _loopmend_1
from __future__ import annotations
import asyncio
import contextvars
import logging
import sys
from collections.abc import Callable
from typing import Any, Literal
from urllib.parse import unquote
import zttp
from uvicorn._types import ( ASGI3Application, ASGIReceiveEvent, ASGISendEvent, HTTPRequestEvent, HTTPResponseBodyEvent, HTTPResponseStartEvent, HTTPScope, )
from uvicorn.config import Config
from uvicorn.logging import TRACE_LOG_LEVEL
from uvicorn.protocols.http.flow_control import HIGH_WATER_LIMIT, FlowControl, service_unavailable
from uvicorn.protocols.utils import get_client_addr, get_local_addr, get_path_with_query_string, get_remote_addr, is_ssl
from uvicorn.server import ServerState
class ZttpProtocol(asyncio.Protocol):
 def __init__(self, config: Config, server_state: ServerState, app_state: dict[str, Any], _loop: asyncio.AbstractEventLoop | None = None) -> None: ...
 def connection_made(self, transport: asyncio.Transport) -> None: ...
 def connection_lost(self, exc: Exception | None) -> None: ...
 def eof_received(self) -> None: ...
 def _unset_keepalive_if_required(self) -> None: ...
 def _should_upgrade_to_ws(self) -> bool: ...
 def _unsupported_upgrade_warning(self) -> None: ...
 def _should_upgrade(self) -> bool: ...
 def data_received(self, data: bytes) -> None: ...
 def handle_events(self, event: zttp.Event) -> None: ...
 def handle_remote_protocol_error(self) -> None: ...
 def handle_websocket_upgrade(self, event: zttp.Request) -> None: ...
 def send_400_response(self, msg: str) -> None: ...
 def on_response_complete(self) -> None: ...
 def shutdown(self) -> None: ...
 def pause_writing(self) -> None: ...
 def resume_writing(self) -> None: ...
 def timeout_keep_alive_handler(self) -> None: ...
 config: _loopmend_0.Config
 server_state: _loopmend_1.ServerState
 app_state: dict
 app: _loopmend_2.Any
 loop: _loopmend_3.AbstractEventLoop
 logger: _loopmend_4.Logger
 access_logger: _loopmend_4.Logger
 access_log: bool
 conn: _loopmend_2.Any
 ws_protocol_class: None | type[_loopmend_5.Protocol]
 root_path: str
 asgi_version: str
 limit_concurrency: None | int
 timeout_keep_alive_task: asyncio.TimerHandle | None
 timeout_keep_alive: int
 connections: set[_loopmend_10.ZttpH2Protocol | _loopmend_11.WSProtocol | _loopmend_12.WebSocketProtocol | _loopmend_13.WebSocketsSansIOProtocol | _loopmend_6.AutoZttpProtocol | _loopmend_7.H11Protocol | _loopmend_8.HttpToolsProtocol | _loopmend_9.ZttpProtocol]
 tasks: set[_loopmend_14.Task[None]]
 transport: asyncio.Transport
 flow: FlowControl
 server: tuple[str, int | None] | None
 client: tuple[str, int] | None
 scheme: Literal["http", "https"] | None
 scope: HTTPScope
 headers: list[tuple[bytes, bytes]]
 cycle: RequestResponseCycle
class RequestResponseCycle:
 def __init__(self, scope: HTTPScope, conn: zttp.H1Connection, transport: asyncio.Transport, flow: FlowControl, logger: logging.Logger, access_logger: logging.Logger, access_log: bool, default_headers: list[tuple[bytes, bytes]], message_event: asyncio.Event, expect_100_continue: bool, on_response: Callable[..., None]) -> None: ...
 async def run_asgi(self, app: ASGI3Application) -> None: ...
 async def send_500_response(self) -> None: ...
 async def send(self, message: ASGISendEvent) -> None: ...
 async def receive(self) -> ASGIReceiveEvent: ...
 logger: _loopmend_4.Logger
 access_logger: _loopmend_4.Logger
 access_log: bool
 conn: _loopmend_2.Any
 transport: _loopmend_16.Transport
 flow: _loopmend_17.FlowControl
 scope: _loopmend_15.HTTPScope
 disconnected: bool
 default_headers: list[tuple[bytes, bytes]]
 message_event: _loopmend_18.Event
 on_response: _loopmend_2.Callable[..., None]
 more_body: bool
 body: bytearray
 keep_alive: bool
 waiting_for_100_continue: bool
 response_started: bool
 response_complete: bool
 bodyless: bool
 chunked_encoding: bool
 expected_content_length: int

=== uvicorn.protocols.utils
from __future__ import annotations
import asyncio
import socket
import urllib.parse
from uvicorn._types import WWWScope
class ClientDisconnected(OSError):
 ...
def get_remote_addr(transport: asyncio.Transport) -> tuple[str, int] | None: ...
def get_local_addr(transport: asyncio.Transport) -> tuple[str, int | None] | None: ...
def is_ssl(transport: asyncio.Transport) -> bool: ...
def get_client_addr(scope: WWWScope) -> str: ...
def get_path_with_query_string(scope: WWWScope) -> str: ...

=== uvicorn.protocols.websockets package

=== uvicorn.protocols.websockets.auto
from __future__ import annotations
import asyncio
from collections.abc import Callable
AutoWebSocketsProtocol: Callable[..., asyncio.Protocol] | None
try:
 import websockets
except ImportError:
 try:
  import wsproto
 except ImportError:
  AutoWebSocketsProtocol = None
 else:
  from uvicorn.protocols.websockets.wsproto_impl import WSProtocol
  AutoWebSocketsProtocol = WSProtocol
else:
 from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
 AutoWebSocketsProtocol = WebSocketsSansIOProtocol

=== uvicorn.protocols.websockets.websockets_impl
import _asyncio as _loopmend_14
import asyncio.events as _loopmend_5
import asyncio.locks as _loopmend_15
import http as _loopmend_0
import typing as _loopmend_1
import uvicorn._types as _loopmend_3
import uvicorn.config as _loopmend_4
import uvicorn.protocols.http.auto_zttp_impl as _loopmend_6
import uvicorn.protocols.http.h11_impl as _loopmend_7
import uvicorn.protocols.http.httptools_impl as _loopmend_8
import uvicorn.protocols.http.zttp_h2_impl as _loopmend_10
import uvicorn.protocols.http.zttp_impl as _loopmend_9
import uvicorn.protocols.websockets.websockets_impl as _loopmend_12
import uvicorn.protocols.websockets.websockets_sansio_impl as _loopmend_13
import uvicorn.protocols.websockets.wsproto_impl as _loopmend_11
import websockets.datastructures as _loopmend_2
from __future__ import annotations
import asyncio
import http
import logging
import warnings
from collections.abc import Sequence
from typing import Any, Literal, cast
from urllib.parse import unquote
import websockets
import websockets.legacy.handshake
from websockets import __version__ as websockets_version
from websockets.datastructures import Headers
from websockets.exceptions import ConnectionClosed
from websockets.extensions.base import ServerExtensionFactory
from websockets.extensions.permessage_deflate import ServerPerMessageDeflateFactory
from websockets.legacy.server import HTTPResponse, WebSocketServerProtocol
from websockets.typing import Subprotocol
from uvicorn._types import ( ASGI3Application, ASGISendEvent, WebSocketConnectEvent, WebSocketDisconnectEvent, WebSocketReceiveEvent, WebSocketScope, )
from uvicorn.config import Config, UvicornDeprecationWarning
from uvicorn.logging import TRACE_LOG_LEVEL
from uvicorn.protocols.utils import ( ClientDisconnected, get_client_addr, get_local_addr, get_path_with_query_string, get_remote_addr, is_ssl, )
from uvicorn.server import ServerState
class Server:
 closing = False
 def register(self, ws: WebSocketServerProtocol) -> None: ...
 def unregister(self, ws: WebSocketServerProtocol) -> None: ...
 def is_serving(self) -> bool: ...
class WebSocketProtocol(WebSocketServerProtocol):
 extra_headers: list[tuple[str, str]]
 logger: logging.Logger | logging.LoggerAdapter[Any]
 def __init__(self, config: Config, server_state: ServerState, app_state: dict[str, Any], _loop: asyncio.AbstractEventLoop | None = None) -> None: ...
 def connection_made(self, transport: asyncio.Transport) -> None: ...
 def connection_lost(self, exc: Exception | None) -> None: ...
 def shutdown(self) -> None: ...
 def on_task_complete(self, task: asyncio.Task[None]) -> None: ...
 async def process_request(self, path: str, request_headers: Headers) -> HTTPResponse | None: ...
 def process_subprotocol(self, headers: Headers, available_subprotocols: Sequence[Subprotocol] | None) -> Subprotocol | None: ...
 def send_500_response(self) -> None: ...
 async def ws_handler(self, protocol: WebSocketServerProtocol, path: str) -> Any: ...
 async def run_asgi(self) -> None: ...
 async def asgi_send(self, message: ASGISendEvent) -> None: ...
 async def asgi_receive(self) -> WebSocketDisconnectEvent | WebSocketConnectEvent | WebSocketReceiveEvent: ...
 config: _loopmend_4.Config
 app_state: dict
 app: _loopmend_1.Callable[..., _loopmend_1.Awaitable[None]]
 loop: _loopmend_5.AbstractEventLoop
 root_path: str
 asgi_version: str
 connections: set[_loopmend_10.ZttpH2Protocol | _loopmend_11.WSProtocol | _loopmend_12.WebSocketProtocol | _loopmend_13.WebSocketsSansIOProtocol | _loopmend_6.AutoZttpProtocol | _loopmend_7.H11Protocol | _loopmend_8.HttpToolsProtocol | _loopmend_9.ZttpProtocol]
 tasks: set[_loopmend_14.Task[None]]
 transport: asyncio.Transport
 server: tuple[str, int | None] | None
 client: tuple[str, int] | None
 scheme: Literal["wss", "ws"]
 scope: WebSocketScope
 handshake_started_event: _loopmend_15.Event
 handshake_completed_event: _loopmend_15.Event
 closed_event: _loopmend_15.Event
 initial_response: HTTPResponse | None
 connect_sent: bool
 lost_connection_before_handshake: bool
 accepted_subprotocol: Subprotocol | None
 ws_server: Server
 server_header: None

=== uvicorn.protocols.websockets.websockets_sansio_impl
import _asyncio as _loopmend_13
import asyncio.events as _loopmend_3
import asyncio.locks as _loopmend_15
import logging as _loopmend_4
import typing as _loopmend_2
import uvicorn._types as _loopmend_0
import uvicorn.config as _loopmend_1
import uvicorn.protocols.http.auto_zttp_impl as _loopmend_5
import uvicorn.protocols.http.h11_impl as _loopmend_6
import uvicorn.protocols.http.httptools_impl as _loopmend_7
import uvicorn.protocols.http.zttp_h2_impl as _loopmend_9
import uvicorn.protocols.http.zttp_impl as _loopmend_8
import uvicorn.protocols.websockets.websockets_impl as _loopmend_11
import uvicorn.protocols.websockets.websockets_sansio_impl as _loopmend_12
import uvicorn.protocols.websockets.wsproto_impl as _loopmend_10
import websockets.http11 as _loopmend_16
import websockets.server as _loopmend_14
from __future__ import annotations
import asyncio
import email.utils
import logging
import random
import struct
import sys
from asyncio import TimerHandle
from asyncio.transports import BaseTransport, Transport
from http import HTTPStatus
from typing import Any, Literal, cast
from urllib.parse import unquote
from websockets import __version__ as websockets_version
from websockets.datastructures import Headers
from websockets.exceptions import InvalidState
from websockets.extensions.permessage_deflate import ServerPerMessageDeflateFactory
from websockets.frames import Frame, Opcode
from websockets.http11 import Request, Response
from websockets.server import ServerProtocol
from uvicorn._types import ( ASGIReceiveEvent, ASGISendEvent, WebSocketScope, )
from uvicorn.config import Config
from uvicorn.logging import TRACE_LOG_LEVEL
from uvicorn.protocols.utils import ( ClientDisconnected, get_client_addr, get_local_addr, get_path_with_query_string, get_remote_addr, is_ssl, )
from uvicorn.server import ServerState
if sys.version_info >= (3, 11):
 from typing import assert_never
else:
 from typing_extensions import assert_never
def _get_status_phrase(status_code: int) -> str: ...
STATUS_PHRASES: dict[int, str]
class WebSocketsSansIOProtocol(asyncio.Protocol):
 def __init__(self, config: Config, server_state: ServerState, app_state: dict[str, Any], _loop: asyncio.AbstractEventLoop | None = None) -> None: ...
 def connection_made(self, transport: BaseTransport) -> None: ...
 def connection_lost(self, exc: Exception | None) -> None: ...
 def eof_received(self) -> None: ...
 def pause_writing(self) -> None: ...
 def resume_writing(self) -> None: ...
 def shutdown(self) -> None: ...
 def data_received(self, data: bytes) -> None: ...
 def handle_events(self) -> None: ...
 def handle_connect(self, event: Request) -> None: ...
 def handle_cont(self, event: Frame) -> None: ...
 def handle_text(self, event: Frame) -> None: ...
 def handle_bytes(self, event: Frame) -> None: ...
 def send_receive_event_to_app(self) -> None: ...
 def handle_ping(self) -> None: ...
 def handle_pong(self, event: Frame) -> None: ...
 def start_keepalive(self) -> None: ...
 def stop_keepalive(self) -> None: ...
 def schedule_ping(self) -> None: ...
 def send_keepalive_ping(self) -> None: ...
 def keepalive_timeout(self) -> None: ...
 def handle_close(self, event: Frame) -> None: ...
 def handle_parser_exception(self) -> None: ...
 def on_task_complete(self, task: asyncio.Task[None]) -> None: ...
 async def run_asgi(self) -> None: ...
 def send_500_response(self) -> None: ...
 async def send(self, message: ASGISendEvent) -> None: ...
 async def receive(self) -> ASGIReceiveEvent: ...
 config: _loopmend_1.Config
 app_state: dict
 app: _loopmend_2.Any
 loop: _loopmend_3.AbstractEventLoop
 logger: _loopmend_4.Logger
 root_path: str
 asgi_version: str
 connections: set[_loopmend_10.WSProtocol | _loopmend_11.WebSocketProtocol | _loopmend_12.WebSocketsSansIOProtocol | _loopmend_5.AutoZttpProtocol | _loopmend_6.H11Protocol | _loopmend_7.HttpToolsProtocol | _loopmend_8.ZttpProtocol | _loopmend_9.ZttpH2Protocol]
 tasks: set[_loopmend_13.Task[None]]
 default_headers: list[tuple[bytes, bytes]]
 transport: asyncio.Transport
 server: tuple[str, int | None] | None
 client: tuple[str, int] | None
 scheme: Literal["wss", "ws"]
 queue: asyncio.Queue[ASGIReceiveEvent]
 handshake_initiated: bool
 handshake_complete: bool
 close_sent: bool
 disconnected: bool
 close_timer: TimerHandle | None
 close_timeout: float
 initial_response: tuple[int, list[tuple[str, str]], bytes] | None
 conn: _loopmend_14.ServerProtocol
 read_paused: bool
 writable: _loopmend_15.Event
 ping_interval: None | float
 ping_timeout: None | float
 ping_timer: TimerHandle | None
 pong_timer: TimerHandle | None
 pending_ping_payload: bytes | None
 ping_sent_at: float
 last_ping_rtt: float
 frames: list[bytes]
 curr_msg_data_type: Literal["text", "bytes"]
 request: _loopmend_16.Request
 response: _loopmend_16.Response
 scope: WebSocketScope

=== uvicorn.protocols.websockets.wsproto_impl
import _asyncio as _loopmend_13
import asyncio.events as _loopmend_3
import asyncio.locks as _loopmend_14
import logging as _loopmend_4
import typing as _loopmend_2
import uvicorn._types as _loopmend_0
import uvicorn.config as _loopmend_1
import uvicorn.protocols.http.auto_zttp_impl as _loopmend_5
import uvicorn.protocols.http.h11_impl as _loopmend_6
import uvicorn.protocols.http.httptools_impl as _loopmend_7
import uvicorn.protocols.http.zttp_h2_impl as _loopmend_9
import uvicorn.protocols.http.zttp_impl as _loopmend_8
import uvicorn.protocols.websockets.websockets_impl as _loopmend_11
import uvicorn.protocols.websockets.websockets_sansio_impl as _loopmend_12
import uvicorn.protocols.websockets.wsproto_impl as _loopmend_10
from __future__ import annotations
import asyncio
import logging
import random
import struct
from asyncio import TimerHandle
from io import BytesIO, StringIO
from typing import Any, Literal, cast
from urllib.parse import unquote
import wsproto
from wsproto import ConnectionType, events
from wsproto.connection import ConnectionState
from wsproto.extensions import Extension, PerMessageDeflate
from wsproto.utilities import LocalProtocolError, RemoteProtocolError
from uvicorn._types import ( ASGI3Application, ASGISendEvent, WebSocketEvent, WebSocketReceiveEvent, WebSocketScope, )
from uvicorn.config import Config
from uvicorn.logging import TRACE_LOG_LEVEL
from uvicorn.protocols.utils import ( ClientDisconnected, get_client_addr, get_local_addr, get_path_with_query_string, get_remote_addr, is_ssl, )
from uvicorn.server import ServerState
class FrameTooLargeError(Exception):
 ...
class WebsocketBuffer:
 def __init__(self, max_length: int) -> None: ...
 def extend(self, event: events.TextMessage | events.BytesMessage) -> None: ...
 def clear(self) -> None: ...
 def to_message(self) -> WebSocketReceiveEvent: ...
 max_length: int
 value: BytesIO | StringIO | None
 length: int
class WSProtocol(asyncio.Protocol):
 def __init__(self, config: Config, server_state: ServerState, app_state: dict[str, Any], _loop: asyncio.AbstractEventLoop | None = None) -> None: ...
 def connection_made(self, transport: asyncio.Transport) -> None: ...
 def connection_lost(self, exc: Exception | None) -> None: ...
 def eof_received(self) -> None: ...
 def data_received(self, data: bytes) -> None: ...
 def handle_events(self) -> None: ...
 def pause_writing(self) -> None: ...
 def resume_writing(self) -> None: ...
 def shutdown(self) -> None: ...
 def on_task_complete(self, task: asyncio.Task[None]) -> None: ...
 def handle_connect(self, event: events.Request) -> None: ...
 def handle_message(self, event: events.TextMessage | events.BytesMessage) -> None: ...
 def handle_close(self, event: events.CloseConnection) -> None: ...
 def handle_ping(self, event: events.Ping) -> None: ...
 def handle_pong(self, event: events.Pong) -> None: ...
 def start_keepalive(self) -> None: ...
 def stop_keepalive(self) -> None: ...
 def schedule_ping(self) -> None: ...
 def send_keepalive_ping(self) -> None: ...
 def keepalive_timeout(self) -> None: ...
 def send_500_response(self) -> None: ...
 async def run_asgi(self) -> None: ...
 async def send(self, message: ASGISendEvent) -> None: ...
 async def receive(self) -> WebSocketEvent: ...
 config: _loopmend_1.Config
 app_state: dict
 app: _loopmend_2.Callable[..., _loopmend_2.Awaitable[None]]
 loop: _loopmend_3.AbstractEventLoop
 logger: _loopmend_4.Logger
 root_path: str
 asgi_version: str
 connections: set[_loopmend_10.WSProtocol | _loopmend_11.WebSocketProtocol | _loopmend_12.WebSocketsSansIOProtocol | _loopmend_5.AutoZttpProtocol | _loopmend_6.H11Protocol | _loopmend_7.HttpToolsProtocol | _loopmend_8.ZttpProtocol | _loopmend_9.ZttpH2Protocol]
 tasks: set[_loopmend_13.Task[None]]
 default_headers: list[tuple[bytes, bytes]]
 transport: asyncio.Transport
 server: tuple[str, int | None] | None
 client: tuple[str, int] | None
 scheme: Literal["wss", "ws"]
 queue: asyncio.Queue[WebSocketEvent]
 handshake_complete: bool
 close_sent: bool
 disconnected: bool
 close_timer: TimerHandle | None
 close_timeout: float
 response_started: bool
 conn: _loopmend_2.Any
 read_paused: bool
 writable: _loopmend_14.Event
 ping_interval: None | float
 ping_timeout: None | float
 ping_timer: TimerHandle | None
 pong_timer: TimerHandle | None
 pending_ping_payload: bytes | None
 ping_sent_at: float
 last_ping_rtt: float
 buffer: _loopmend_10.WebsocketBuffer
 scope: WebSocketScope

=== uvicorn.server
import signal as _loopmend_0
import typing as _loopmend_3
import uvicorn.config as _loopmend_1
import uvicorn.server as _loopmend_2
from __future__ import annotations
import asyncio
import contextlib
import functools
import logging
import os
import platform
import random
import signal
import socket
import sys
import threading
import time
from collections.abc import Generator, Sequence
from email.utils import formatdate
from types import FrameType
from typing import TYPE_CHECKING, TypeAlias
from uvicorn._ansi import style
from uvicorn._compat import asyncio_run
from uvicorn.config import STARTUP_FAILURE, Config
if TYPE_CHECKING:
 from uvicorn.protocols.http.auto_zttp_impl import AutoZttpProtocol
 from uvicorn.protocols.http.h11_impl import H11Protocol
 from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
 from uvicorn.protocols.http.zttp_h2_impl import ZttpH2Protocol
 from uvicorn.protocols.http.zttp_impl import ZttpProtocol
 from uvicorn.protocols.websockets.websockets_impl import WebSocketProtocol
 from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
 from uvicorn.protocols.websockets.wsproto_impl import WSProtocol
 Protocols: TypeAlias = H11Protocol | HttpToolsProtocol | ZttpProtocol | ZttpH2Protocol | AutoZttpProtocol | WSProtocol | WebSocketProtocol | WebSocketsSansIOProtocol
HANDLED_SIGNALS: tuple[_loopmend_0.Signals, _loopmend_0.Signals]
if sys.platform == "win32":
 ...
logger = logging.getLogger("uvicorn.error")
class ServerState:
 def __init__(self) -> None: ...
 total_requests: int
 connections: set[Protocols]
 tasks: set[asyncio.Task[None]]
 default_headers: list[tuple[bytes, bytes]]
class Server:
 def __init__(self, config: Config) -> None: ...
 @functools.cached_property
 def limit_max_requests(self) -> int | None: ...
 def run(self, sockets: list[socket.socket] | None = None) -> None: ...
 async def serve(self, sockets: list[socket.socket] | None = None) -> None: ...
 async def _serve(self, sockets: list[socket.socket] | None = None) -> None: ...
 async def startup(self, sockets: list[socket.socket] | None = None) -> None: ...
 def _log_started_message(self, listeners: Sequence[socket.SocketType]) -> None: ...
 async def main_loop(self) -> None: ...
 async def on_tick(self, counter: int) -> bool: ...
 async def shutdown(self, sockets: list[socket.socket] | None = None) -> None: ...
 async def _wait_tasks_to_complete(self) -> None: ...
 @contextlib.contextmanager
 def capture_signals(self) -> Generator[None, None, None]: ...
 def handle_exit(self, sig: int, frame: FrameType | None) -> None: ...
 config: _loopmend_1.Config
 server_state: _loopmend_2.ServerState
 started: bool
 should_exit: bool
 force_exit: bool
 last_notified: float
 _captured_signals: list[int]
 lifespan: _loopmend_3.Any
 servers: list[asyncio.base_events.Server]

=== uvicorn.workers
import uvicorn.config as _loopmend_0
from __future__ import annotations
import asyncio
import logging
import signal
import sys
import warnings
from typing import Any
from gunicorn.arbiter import Arbiter
from gunicorn.workers.base import Worker
from uvicorn._compat import asyncio_run
from uvicorn.config import Config
from uvicorn.server import Server
class UvicornWorker(Worker):
 CONFIG_KWARGS: dict[str, Any] = ...
 def __init__(self, *args: Any, **kwargs: Any) -> None: ...
 def init_signals(self) -> None: ...
 def _install_sigquit_handler(self) -> None: ...
 async def _serve(self) -> None: ...
 def run(self) -> None: ...
 async def callback_notify(self) -> None: ...
 config: _loopmend_0.Config
class UvicornH11Worker(UvicornWorker):
 CONFIG_KWARGS: dict[str, str]

