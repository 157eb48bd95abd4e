# websockets 17.4 BSD-3-Clause
=== websockets package
from __future__ import annotations
from typing import TYPE_CHECKING
from .imports import lazy_import
from .version import version as __version__
__all__ = [ "connect", "unix_connect", "ClientConnection", "route", "unix_route", "Router", "basic_auth", "broadcast", "serve", "unix_serve", "ServerConnection", "Server", "ClientProtocol", "Headers", "HeadersLike", "MultipleValuesError", "ConcurrencyError", "ConnectionClosed", "ConnectionClosedError", "ConnectionClosedOK", "DuplicateParameter", "HeaderLineTooLong", "InvalidHandshake", "InvalidHeader", "InvalidHeaderFormat", "InvalidHeaderValue", "InvalidMessage", "InvalidMethod", "InvalidOrigin", "InvalidParameterName", "InvalidParameterValue", "InvalidProtocol", "InvalidProxy", "InvalidProxyMessage", "InvalidProxyStatus", "InvalidState", "InvalidStatus", "InvalidUpgrade", "InvalidURI", "NegotiationError", "PayloadTooBig", "ProtocolError", "ProxyError", "RequestLineTooLong", "SecurityError", "StatusLineTooLong", "TooManyFragments", "TooManyHeaders", "WebSocketException", "Close", "CloseCode", "Frame", "Opcode", "Request", "Response", "Protocol", "Side", "State", "ServerProtocol", "Data", "ExtensionName", "ExtensionParameter", "LoggerLike", "StatusLike", "Origin", "Subprotocol", ]
if TYPE_CHECKING:
 from .asyncio.client import ClientConnection, connect, unix_connect
 from .asyncio.router import Router, route, unix_route
 from .asyncio.server import ( Server, ServerConnection, basic_auth, broadcast, serve, unix_serve, )
 from .client import ClientProtocol
 from .datastructures import Headers, HeadersLike, MultipleValuesError
 from .exceptions import ( ConcurrencyError, ConnectionClosed, ConnectionClosedError, ConnectionClosedOK, DuplicateParameter, HeaderLineTooLong, InvalidHandshake, InvalidHeader, InvalidHeaderFormat, InvalidHeaderValue, InvalidMessage, InvalidMethod, InvalidOrigin, InvalidParameterName, InvalidParameterValue, InvalidProtocol, InvalidProxy, InvalidProxyMessage, InvalidProxyStatus, InvalidState, InvalidStatus, InvalidUpgrade, InvalidURI, NegotiationError, PayloadTooBig, ProtocolError, ProxyError, RequestLineTooLong, SecurityError, StatusLineTooLong, TooManyFragments, TooManyHeaders, WebSocketException, )
 from .frames import Close, CloseCode, Frame, Opcode
 from .http11 import Request, Response
 from .protocol import Protocol, Side, State
 from .server import ServerProtocol
 from .typing import ( Data, ExtensionName, ExtensionParameter, LoggerLike, Origin, StatusLike, Subprotocol, )
else:
 ...

=== websockets.asyncio package

=== websockets.asyncio.client
import asyncio.transports as _loopmend_8
import logging as _loopmend_4
import socket as _loopmend_6
import typing as _loopmend_2
import websockets.asyncio.client as _loopmend_1
import websockets.datastructures as _loopmend_3
import websockets.http11 as _loopmend_0
import websockets.proxy as _loopmend_7
import websockets.streams as _loopmend_9
import websockets.uri as _loopmend_5
from __future__ import annotations
import asyncio
import logging
import os
import socket
import ssl as ssl_module
import traceback
import urllib.parse
from collections.abc import AsyncIterator, Generator, Sequence
from types import TracebackType
from typing import Any, Callable, Literal, cast
from ..client import ClientProtocol, backoff, process_exception
from ..datastructures import Headers, HeadersLike
from ..exceptions import ( InvalidProxyMessage, InvalidProxyStatus, InvalidStatus, ProxyError, SecurityError, )
from ..extensions.base import ClientExtensionFactory
from ..extensions.permessage_deflate import enable_client_permessage_deflate
from ..headers import validate_subprotocols
from ..http11 import USER_AGENT, Response
from ..protocol import CONNECTING, Event
from ..proxy import Proxy, get_proxy, parse_proxy, prepare_connect_request
from ..streams import StreamReader
from ..typing import LoggerLike, Origin, PathLike, Subprotocol
from ..uri import WebSocketURI, parse_uri
from .connection import Connection
__all__ = ["connect", "unix_connect", "ClientConnection"]
MAX_REDIRECTS = int(os.environ.get("WEBSOCKETS_MAX_REDIRECTS", "10"))
class ClientConnection(Connection):
 def __init__(self, protocol: ClientProtocol, *, ping_interval: float | None = ..., ping_timeout: float | None = ..., close_timeout: float | None = ..., max_queue: int | None | tuple[int | None, int | None] = ..., write_limit: int | tuple[int, int | None] = ...) -> None: ...
 async def handshake(self, additional_headers: HeadersLike | None = None, user_agent_header: str | None = ...) -> None: ...
 def process_event(self, event: Event) -> None: ...
 protocol: ClientProtocol
 response_rcvd: asyncio.Future[None]
 request: _loopmend_0.Request
 response: _loopmend_0.Response
class connect:
 def __init__(self, uri: str, *, origin: Origin | None = None, extensions: Sequence[ClientExtensionFactory] | None = None, subprotocols: Sequence[Subprotocol] | None = None, compression: str | None = ..., additional_headers: HeadersLike | None = None, user_agent_header: str | None = ..., proxy: str | Literal[True] | None = ..., process_exception: Callable[[Exception], Exception | None] = ..., open_timeout: float | None = ..., ping_interval: float | None = ..., ping_timeout: float | None = ..., close_timeout: float | None = ..., reconnect_delays: Callable[[], Generator[float]] = ..., max_size: int | None | tuple[int | None, int | None] = ..., max_queue: int | None | tuple[int | None, int | None] = ..., write_limit: int | tuple[int, int | None] = ..., logger: LoggerLike | None = None, create_connection: type[ClientConnection] | None = None, **kwargs: Any) -> None: ...
 async def open_tcp_connection(self) -> ClientConnection: ...
 def process_redirect(self, exc: Exception) -> Exception | str: ...
 async def connect(self) -> ClientConnection: ...
 def __await__(self) -> Generator[Any, None, ClientConnection]: ...
 async def __aenter__(self) -> ClientConnection: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_value: BaseException | None, traceback: TracebackType | None) -> None: ...
 def __aiter__(self) -> AsyncIterator[ClientConnection]: ...
 process_exception: _loopmend_2.Callable[..., Exception | None]
 additional_headers: None | _loopmend_2.Iterable[tuple[str, str]] | _loopmend_2.Mapping[str, str] | _loopmend_3.Headers | _loopmend_3.SupportsKeysAndGetItem
 user_agent_header: None | str
 uri: str
 proxy: None | bool | str
 open_timeout: None | float
 reconnect_delays: _loopmend_2.Callable[..., _loopmend_2.Generator[float]]
 logger: _loopmend_4.Logger | _loopmend_4.LoggerAdapter
 ws_uri: _loopmend_5.WebSocketURI
 create_connection_kwargs: dict
 factory: _loopmend_2.Callable[..., _loopmend_1.ClientConnection]
 connection: _loopmend_2.Any
def unix_connect(path: PathLike | None = None, uri: str | None = None, **kwargs: Any) -> connect: ...
try:
 from python_socks import ProxyType
 from python_socks.async_.asyncio import Proxy as SocksProxy
except ImportError:
 async def connect_socks_proxy(proxy: Proxy, ws_uri: WebSocketURI, **kwargs: Any) -> socket.socket: ...
else:
 SOCKS_PROXY_TYPES: dict
 SOCKS_PROXY_RDNS: dict[str, bool]
 async def connect_socks_proxy(proxy: Proxy, ws_uri: WebSocketURI, **kwargs: Any) -> socket.socket: ...
class HTTPProxyConnection(asyncio.Protocol):
 def __init__(self, ws_uri: WebSocketURI, proxy: Proxy, user_agent_header: str | None = None) -> None: ...
 def run_parser(self) -> None: ...
 def connection_made(self, transport: asyncio.BaseTransport) -> None: ...
 def data_received(self, data: bytes) -> None: ...
 def eof_received(self) -> None: ...
 def connection_lost(self, exc: Exception | None) -> None: ...
 user_agent_header: None | str
 response: asyncio.Future[Response]
 proxy: _loopmend_7.Proxy
 ws_uri: _loopmend_5.WebSocketURI
 transport: _loopmend_8.Transport
 reader: _loopmend_9.StreamReader
 parser: _loopmend_2.Generator[None, None, _loopmend_0.Response]
async def connect_http_proxy(proxy: Proxy, ws_uri: WebSocketURI, *, user_agent_header: str | None = None, **kwargs: Any) -> asyncio.Transport: ...

=== websockets.asyncio.connection
import asyncio.events as _loopmend_4
import asyncio.transports as _loopmend_5
import typing as _loopmend_2
import websockets.asyncio.connection as _loopmend_1
import websockets.exceptions as _loopmend_3
import websockets.protocol as _loopmend_0
from __future__ import annotations
import asyncio
import collections
import contextlib
import logging
import random
import struct
import traceback
import uuid
import weakref
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Iterable, Mapping
from types import TracebackType
from typing import Any, Literal, Self, cast, overload
from ..exceptions import ( ConcurrencyError, ConnectionClosed, ConnectionClosedOK, ProtocolError, TooManyFragments, )
from ..frames import DATA_OPCODES, PONG, CloseCode, Frame
from ..http11 import Request, Response
from ..protocol import CLOSED, OPEN, Event, Protocol, State
from ..typing import BytesLike, Data, DataLike, LoggerLike, Subprotocol
from .messages import Assembler
__all__ = ["Connection"]
class Connection(asyncio.Protocol):
 def __init__(self, protocol: Protocol, *, ping_interval: float | None = ..., ping_timeout: float | None = ..., close_timeout: float | None = ..., max_queue: int | None | tuple[int | None, int | None] = ..., write_limit: int | tuple[int, int | None] = ...) -> None: ...
 @property
 def local_address(self) -> Any: ...
 @property
 def remote_address(self) -> Any: ...
 @property
 def state(self) -> State: ...
 @property
 def subprotocol(self) -> Subprotocol | None: ...
 @property
 def close_code(self) -> int | None: ...
 @property
 def close_reason(self) -> str | None: ...
 async def __aenter__(self) -> Self: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_value: BaseException | None, traceback: TracebackType | None) -> None: ...
 def __aiter__(self) -> AsyncIterator[Data]: ...
 @overload
 async def recv(self, decode: Literal[True]) -> str: ...
 @overload
 async def recv(self, decode: Literal[False]) -> bytes: ...
 @overload
 async def recv(self, decode: bool | None = None) -> Data: ...
 async def recv(self, decode: bool | None = None) -> Data: ...
 @overload
 def recv_streaming(self, decode: Literal[True]) -> AsyncIterator[str]: ...
 @overload
 def recv_streaming(self, decode: Literal[False]) -> AsyncIterator[bytes]: ...
 @overload
 def recv_streaming(self, decode: bool | None = None) -> AsyncIterator[Data]: ...
 def recv_streaming(self, decode: bool | None = None) -> AsyncIterator[Data]: ...
 async def send(self, message: DataLike | Iterable[DataLike] | AsyncIterable[DataLike], *, text: bool | None = None) -> None: ...
 async def close(self, code: CloseCode | int = ..., reason: str = ...) -> None: ...
 async def wait_closed(self) -> None: ...
 async def ping(self, data: DataLike | None = None) -> Awaitable[float]: ...
 async def pong(self, data: DataLike = ...) -> None: ...
 def process_event(self, event: Event) -> None: ...
 def acknowledge_pings(self, data: bytes) -> None: ...
 def terminate_pending_pings(self) -> None: ...
 async def keepalive(self) -> None: ...
 def start_keepalive(self) -> None: ...
 @contextlib.asynccontextmanager
 def send_context(self, *, expected_state: State = ...) -> AsyncIterator[None]: ...
 def send_data(self) -> None: ...
 @property
 def close_exc(self) -> ConnectionClosed: ...
 def set_connection_exc(self, exc: BaseException | None) -> None: ...
 def connection_made(self, transport: asyncio.BaseTransport) -> None: ...
 def connection_lost(self, exc: Exception | None) -> None: ...
 def pause_writing(self) -> None: ...
 def resume_writing(self) -> None: ...
 async def drain(self) -> None: ...
 def data_received(self, data: bytes) -> None: ...
 def eof_received(self) -> None: ...
 protocol: _loopmend_0.Protocol
 ping_interval: None | float
 ping_timeout: None | float
 close_timeout: None | float
 max_queue_high: None | int | tuple[None | int, None | int]
 max_queue_low: None | int
 write_limit_high: int
 write_limit_low: None | int
 logger: LoggerLike
 id: uuid.UUID
 debug: bool
 request: Request | None
 response: Response | None
 loop: _loopmend_4.AbstractEventLoop
 recv_messages: Assembler
 close_deadline: float | None
 send_in_progress: asyncio.Future[None] | None
 pending_pings: dict[bytes, tuple[asyncio.Future[float], float]]
 latency: float
 keepalive_task: asyncio.Task[None] | None
 connection_exc: BaseException | None
 connection_lost_waiter: asyncio.Future[None]
 paused: bool
 drain_waiters: collections.deque[asyncio.Future[None]]
 transport: _loopmend_5.Transport
def broadcast(connections: Iterable[Connection], message: DataLike, *, text: bool | None = None, raise_exceptions: bool = ...) -> None: ...

=== websockets.asyncio.messages
import asyncio.events as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
import asyncio
import codecs
import collections
import os
from collections.abc import AsyncIterator, Sequence
from typing import Any, Callable, Generic, Literal, TypeVar, overload
from ..exceptions import ConcurrencyError, TooManyFragments
from ..frames import BINARY, CONT, TEXT, Frame
from ..typing import Data
__all__ = ["Assembler"]
UTF8Decoder = codecs.getincrementaldecoder("utf-8")
MAX_FRAGMENTS = int(os.environ.get("WEBSOCKETS_MAX_FRAGMENTS", "4096"))
T = TypeVar("T")
class SimpleQueue(Generic[T]):
 def __init__(self) -> None: ...
 def __len__(self) -> int: ...
 def put(self, item: T) -> None: ...
 async def get(self, block: bool = ...) -> T: ...
 def put_back(self, items: Sequence[T]) -> None: ...
 def abort(self) -> None: ...
 loop: _loopmend_0.AbstractEventLoop
 get_waiter: asyncio.Future[None] | None
 queue: collections.deque[T]
class Assembler:
 def __init__(self, high: int | None = None, low: int | None = None, pause: Callable[[], Any] = ..., resume: Callable[[], Any] = ...) -> None: ...
 @overload
 async def get(self, decode: Literal[True]) -> str: ...
 @overload
 async def get(self, decode: Literal[False]) -> bytes: ...
 @overload
 async def get(self, decode: bool | None = None) -> Data: ...
 async def get(self, decode: bool | None = None) -> Data: ...
 @overload
 def get_iter(self, decode: Literal[True]) -> AsyncIterator[str]: ...
 @overload
 def get_iter(self, decode: Literal[False]) -> AsyncIterator[bytes]: ...
 @overload
 def get_iter(self, decode: bool | None = None) -> AsyncIterator[Data]: ...
 def get_iter(self, decode: bool | None = None) -> AsyncIterator[Data]: ...
 def put(self, frame: Frame) -> None: ...
 def maybe_pause(self) -> None: ...
 def maybe_resume(self) -> None: ...
 def close(self) -> None: ...
 high: _loopmend_1.Any
 low: _loopmend_1.Any
 pause: _loopmend_1.Callable[..., _loopmend_1.Any]
 resume: _loopmend_1.Callable[..., _loopmend_1.Any]
 frames: SimpleQueue[Frame]
 paused: bool
 get_in_progress: bool
 closed: bool

=== websockets.asyncio.router
import typing as _loopmend_2
import websockets.asyncio.server as _loopmend_0
import websockets.http11 as _loopmend_1
from __future__ import annotations
import http
import ssl as ssl_module
import urllib.parse
from typing import Any, Awaitable, Callable, Literal
from ..http11 import Request, Response
from ..typing import PathLike
from .server import Server, ServerConnection, serve
__all__ = ["route", "unix_route", "Router"]
try:
 from werkzeug.exceptions import NotFound
 from werkzeug.routing import Map, RequestRedirect
except ImportError:
 def route(url_map: Map, *args: Any, server_name: str | None = None, ssl: ssl_module.SSLContext | Literal[True] | None = None, create_router: type[Router] | None = None, **kwargs: Any) -> Server: ...
 def unix_route(url_map: Map, path: PathLike | None = None, **kwargs: Any) -> Server: ...
else:
 def route(url_map: Map, *args: Any, server_name: str | None = None, ssl: ssl_module.SSLContext | Literal[True] | None = None, create_router: type[Router] | None = None, **kwargs: Any) -> Server: ...
 def unix_route(url_map: Map, path: PathLike | None = None, **kwargs: Any) -> Server: ...
class Router:
 def __init__(self, url_map: Map, server_name: str | None = None, url_scheme: str = ...) -> None: ...
 def get_server_name(self, connection: ServerConnection, request: Request) -> str: ...
 def redirect(self, connection: ServerConnection, url: str) -> Response: ...
 def not_found(self, connection: ServerConnection) -> Response: ...
 def route_request(self, connection: ServerConnection, request: Request) -> Response | None: ...
 async def handler(self, connection: ServerConnection) -> None: ...
 url_map: _loopmend_2.Any
 server_name: None | str
 url_scheme: str

=== websockets.asyncio.server
import asyncio.base_events as _loopmend_5
import asyncio.events as _loopmend_2
import logging as _loopmend_6
import socket as _loopmend_3
import typing as _loopmend_4
import websockets.asyncio.server as _loopmend_1
import websockets.http11 as _loopmend_0
from __future__ import annotations
import asyncio
import hmac
import http
import logging
import re
import socket
from collections.abc import Awaitable, Coroutine, Generator, Iterable, Sequence
from types import TracebackType
from typing import Any, Callable, Mapping, Self, cast
from ..exceptions import InvalidHeader
from ..extensions.base import ServerExtensionFactory
from ..extensions.permessage_deflate import enable_server_permessage_deflate
from ..frames import CloseCode
from ..headers import ( build_www_authenticate_basic, parse_authorization_basic, validate_subprotocols, )
from ..http11 import SERVER, Request, Response
from ..protocol import CONNECTING, OPEN, Event
from ..server import ServerProtocol
from ..typing import LoggerLike, Origin, PathLike, StatusLike, Subprotocol
from ..utils import get_socket_name
from .connection import Connection, broadcast
__all__ = [ "broadcast", "serve", "unix_serve", "ServerConnection", "Server", "basic_auth", ]
class ServerConnection(Connection):
 def __init__(self, protocol: ServerProtocol, server: Server, *, ping_interval: float | None = ..., ping_timeout: float | None = ..., close_timeout: float | None = ..., max_queue: int | None | tuple[int | None, int | None] = ..., write_limit: int | tuple[int, int | None] = ...) -> None: ...
 def respond(self, status: StatusLike, text: str) -> Response: ...
 async def handshake(self, process_request: Callable[ [ServerConnection, Request], Awaitable[Response | None] | Response | None, ] | None = None, process_response: Callable[ [ServerConnection, Request, Response], Awaitable[Response | None] | Response | None, ] | None = None, server_header: str | None = ...) -> None: ...
 def process_event(self, event: Event) -> None: ...
 def connection_made(self, transport: asyncio.BaseTransport) -> None: ...
 protocol: ServerProtocol
 server: _loopmend_1.Server
 request_rcvd: asyncio.Future[None]
 username: str
 handler: Callable[[ServerConnection], Awaitable[None]]
 handler_kwargs: Mapping[str, Any]
 response: _loopmend_0.Response
 request: _loopmend_0.Request
class Server:
 def __init__(self, create_server: Callable[[], Coroutine[Any, Any, asyncio.Server]], handler: Callable[[ServerConnection], Coroutine[Any, Any, None]], logger: LoggerLike | None = None) -> None: ...
 @property
 def connections(self) -> set[ServerConnection]: ...
 def close(self, close_connections: bool = ..., code: CloseCode | int = ..., reason: str = ...) -> None: ...
 async def _close(self, close_connections: bool = ..., code: CloseCode | int = ..., reason: str = ...) -> None: ...
 def get_loop(self) -> asyncio.AbstractEventLoop: ...
 async def start_serving(self) -> None: ...
 async def serve_forever(self) -> None: ...
 def is_serving(self) -> bool: ...
 async def wait_closed(self) -> None: ...
 @property
 def sockets(self) -> tuple[socket.socket, ...]: ...
 async def _await(self) -> Self: ...
 def __await__(self) -> Generator[Any, None, Self]: ...
 async def __aenter__(self) -> Self: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_value: BaseException | None, traceback: TracebackType | None) -> None: ...
 server: _loopmend_5.Server
 handler: _loopmend_4.Callable[..., _loopmend_4.Awaitable[None]]
 create_server: _loopmend_4.Callable[..., _loopmend_4.Awaitable[_loopmend_5.Server]]
 logger: _loopmend_6.Logger | _loopmend_6.LoggerAdapter
 all_connections: set[ServerConnection]
 handler_tasks: set[asyncio.Task[None]]
 close_task: asyncio.Task[None] | None
 handlers_waiter: asyncio.Future[None]
def serve(handler: Callable[[ServerConnection], Awaitable[None]], host: str | None = None, port: int | None = None, *, origins: Sequence[Origin | re.Pattern[str] | None] | None = None, extensions: Sequence[ServerExtensionFactory] | None = None, subprotocols: Sequence[Subprotocol] | None = None, select_subprotocol: Callable[ [ServerConnection, Sequence[Subprotocol]], Subprotocol | None, ] | None = None, compression: str | None = ..., process_request: Callable[ [ServerConnection, Request], Awaitable[Response | None] | Response | None, ] | None = None, process_response: Callable[ [ServerConnection, Request, Response], Awaitable[Response | None] | Response | None, ] | None = None, server_header: str | None = ..., open_timeout: float | None = ..., ping_interval: float | None = ..., ping_timeout: float | None = ..., close_timeout: float | None = ..., max_size: int | None | tuple[int | None, int | None] = ..., max_queue: int | None | tuple[int | None, int | None] = ..., write_limit: int | tuple[int, int | None] = ..., logger: LoggerLike | None = None, create_connection: type[ServerConnection] | None = None, **kwargs: Any) -> Server: ...
def unix_serve(handler: Callable[[ServerConnection], Awaitable[None]], path: PathLike | None = None, **kwargs: Any) -> Server: ...
def is_credentials(credentials: Any) -> bool: ...
def basic_auth(realm: str = ..., credentials: tuple[str, str] | Iterable[tuple[str, str]] | None = None, check_credentials: Callable[[str, str], Awaitable[bool] | bool] | None = None) -> _loopmend_4.Callable[..., _loopmend_4.Coroutine[_loopmend_4.Any, _loopmend_4.Any, None | _loopmend_0.Response]]: ...

=== websockets.cli
from __future__ import annotations
import argparse
import asyncio
import itertools
import os
import ssl
import sys
import threading
from typing import Any, Callable
from .asyncio.client import ClientConnection, connect
from .exceptions import ConnectionClosed
from .frames import Close
from .version import version as websockets_version
__all__ = ["main"]
TERMINAL_ESCAPES = str.maketrans( {i: repr(chr(i))[1:-1] for i in itertools.chain(range(32), range(127, 160))} )
def escape(string: str) -> str: ...
def print_during_input(string: str) -> None: ...
def print_over_input(string: str) -> None: ...
async def print_incoming_messages(websocket: ClientConnection) -> None: ...
def read_outgoing_messages(queue_for_sending: Callable[[str], None], notify_end_of_file: Callable[[], None]) -> None: ...
async def send_outgoing_messages(websocket: ClientConnection, messages: asyncio.Queue[str]) -> None: ...
async def interactive_client(uri: str, **kwargs: Any) -> None: ...
def main(argv: list[str] | None = None) -> None: ...

=== websockets.legacy package
from __future__ import annotations
import warnings

=== websockets.legacy.auth
import http as _loopmend_0
import typing as _loopmend_1
import websockets.datastructures as _loopmend_2
import websockets.legacy.auth as _loopmend_3
from __future__ import annotations
import functools
import hmac
import http
from collections.abc import Awaitable, Iterable
from typing import Any, Callable, cast
from ..datastructures import Headers
from ..exceptions import InvalidHeader
from ..headers import build_www_authenticate_basic, parse_authorization_basic
from .server import HTTPResponse, WebSocketServerProtocol
__all__ = ["BasicAuthWebSocketServerProtocol", "basic_auth_protocol_factory"]
Credentials = tuple[str, str]
def is_credentials(value: Any) -> bool: ...
class BasicAuthWebSocketServerProtocol(WebSocketServerProtocol):
 realm: str = ""
 username: str | None = None
 def __init__(self, *args: Any, realm: str | None = None, check_credentials: Callable[[str, str], Awaitable[bool]] | None = None, **kwargs: Any) -> None: ...
 async def check_credentials(self, username: str, password: str) -> bool: ...
 async def process_request(self, path: str, request_headers: Headers) -> HTTPResponse | None: ...
 _check_credentials: None | _loopmend_1.Callable[..., _loopmend_1.Awaitable[bool]]
def basic_auth_protocol_factory(realm: str | None = None, credentials: Credentials | Iterable[Credentials] | None = None, check_credentials: Callable[[str, str], Awaitable[bool]] | None = None, create_protocol: Callable[..., BasicAuthWebSocketServerProtocol] | None = None) -> Callable[..., BasicAuthWebSocketServerProtocol]: ...

=== websockets.legacy.client
import asyncio.protocols as _loopmend_7
import functools as _loopmend_5
import logging as _loopmend_4
import typing as _loopmend_2
import websockets.datastructures as _loopmend_0
import websockets.extensions.base as _loopmend_1
import websockets.legacy.client as _loopmend_3
import websockets.uri as _loopmend_6
from __future__ import annotations
import asyncio
import functools
import logging
import os
import random
import traceback
import urllib.parse
import warnings
from collections.abc import AsyncIterator, Generator, Sequence
from types import TracebackType
from typing import Any, Callable, cast
from ..datastructures import Headers, HeadersLike
from ..exceptions import ( InvalidHeader, InvalidHeaderValue, InvalidMessage, NegotiationError, SecurityError, )
from ..extensions import ClientExtensionFactory, Extension
from ..extensions.permessage_deflate import enable_client_permessage_deflate
from ..headers import ( build_authorization_basic, build_extension, build_host, build_subprotocol, parse_extension, parse_subprotocol, validate_subprotocols, )
from ..http11 import USER_AGENT
from ..typing import ExtensionHeader, LoggerLike, Origin, Subprotocol
from ..uri import WebSocketURI, parse_uri
from .exceptions import InvalidStatusCode, RedirectHandshake
from .handshake import build_request, check_response
from .http import read_response
from .protocol import WebSocketCommonProtocol
__all__ = ["connect", "unix_connect", "WebSocketClientProtocol"]
class WebSocketClientProtocol(WebSocketCommonProtocol):
 is_client = True
 side = "client"
 def __init__(self, *, logger: LoggerLike | None = None, origin: Origin | None = None, extensions: Sequence[ClientExtensionFactory] | None = None, subprotocols: Sequence[Subprotocol] | None = None, extra_headers: HeadersLike | None = None, user_agent_header: str | None = ..., **kwargs: Any) -> None: ...
 def write_http_request(self, path: str, headers: Headers) -> None: ...
 async def read_http_response(self) -> tuple[int, Headers]: ...
 @staticmethod
 def process_extensions(headers: Headers, available_extensions: Sequence[ClientExtensionFactory] | None) -> list[Extension]: ...
 @staticmethod
 def process_subprotocol(headers: Headers, available_subprotocols: Sequence[Subprotocol] | None) -> Subprotocol | None: ...
 async def handshake(self, wsuri: WebSocketURI, origin: Origin | None = None, available_extensions: Sequence[ClientExtensionFactory] | None = None, available_subprotocols: Sequence[Subprotocol] | None = None, extra_headers: HeadersLike | None = None) -> None: ...
 origin: None | str
 extensions: list[_loopmend_1.Extension]
 extra_headers: None | _loopmend_0.Headers | _loopmend_0.SupportsKeysAndGetItem | _loopmend_2.Iterable[tuple[str, str]] | _loopmend_2.Mapping[str, str]
 user_agent_header: None | str
 available_extensions: None | _loopmend_2.Sequence[_loopmend_1.ClientExtensionFactory]
 available_subprotocols: None | _loopmend_2.Sequence[str]
 path: str
 request_headers: _loopmend_0.Headers
 response_headers: _loopmend_0.Headers
 subprotocol: None | str
class Connect:
 MAX_REDIRECTS_ALLOWED = int(os.environ.get("WEBSOCKETS_MAX_REDIRECTS", "10"))
 def __init__(self, uri: str, *, create_protocol: Callable[..., WebSocketClientProtocol] | None = None, logger: LoggerLike | None = None, compression: str | None = ..., origin: Origin | None = None, extensions: Sequence[ClientExtensionFactory] | None = None, subprotocols: Sequence[Subprotocol] | None = None, extra_headers: HeadersLike | None = None, user_agent_header: str | None = ..., open_timeout: float | None = ..., ping_interval: float | None = ..., ping_timeout: float | None = ..., close_timeout: float | None = None, max_size: int | None = ..., max_queue: int | None = ..., read_limit: int = ..., write_limit: int = ..., **kwargs: Any) -> None: ...
 def handle_redirect(self, uri: str) -> None: ...
 BACKOFF_INITIAL = float(os.environ.get("WEBSOCKETS_BACKOFF_INITIAL_DELAY", "5"))
 BACKOFF_MIN = float(os.environ.get("WEBSOCKETS_BACKOFF_MIN_DELAY", "3.1"))
 BACKOFF_MAX = float(os.environ.get("WEBSOCKETS_BACKOFF_MAX_DELAY", "90.0"))
 BACKOFF_FACTOR = float(os.environ.get("WEBSOCKETS_BACKOFF_FACTOR", "1.618"))
 def __aiter__(self) -> AsyncIterator[WebSocketClientProtocol]: ...
 async def __aenter__(self) -> WebSocketClientProtocol: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_value: BaseException | None, traceback: TracebackType | None) -> None: ...
 def __await__(self) -> Generator[Any, None, WebSocketClientProtocol]: ...
 async def __await_impl__(self) -> WebSocketClientProtocol: ...
 logger: _loopmend_4.Logger | _loopmend_4.LoggerAdapter
 open_timeout: None | float
 _create_connection: _loopmend_5.partial[_loopmend_2.Coroutine[_loopmend_2.Any, _loopmend_2.Any, _loopmend_2.Any]] | _loopmend_5.partial[_loopmend_2.Coroutine[_loopmend_2.Any, _loopmend_2.Any, tuple[_loopmend_2.Any, _loopmend_2.Any]]]
 _uri: str
 _wsuri: _loopmend_6.WebSocketURI
 protocol: _loopmend_7.BaseProtocol
connect = Connect
def unix_connect(path: str | None = None, uri: str = ..., **kwargs: Any) -> Connect: ...

=== websockets.legacy.framing
import websockets.frames as _loopmend_0
import websockets.legacy.framing as _loopmend_1
from __future__ import annotations
import struct
from collections.abc import Awaitable, Sequence
from typing import Any, Callable, NamedTuple
from .. import extensions, frames
from ..exceptions import PayloadTooBig, ProtocolError
from ..typing import BytesLike, DataLike
try:
 from ..speedups import apply_mask
except ImportError:
 from ..utils import apply_mask
class Frame(NamedTuple):
 fin: bool
 opcode: frames.Opcode
 data: BytesLike
 rsv1: bool = False
 rsv2: bool = False
 rsv3: bool = False
 @property
 def new_frame(self) -> frames.Frame: ...
 def __str__(self) -> str: ...
 def check(self) -> None: ...
 @classmethod
 async def read(cls, reader: Callable[[int], Awaitable[bytes]], *, mask: bool, max_size: int | None = None, extensions: Sequence[extensions.Extension] | None = None) -> Frame: ...
 def write(self, write: Callable[[bytes], Any], *, mask: bool, extensions: Sequence[extensions.Extension] | None = None) -> None: ...
def prepare_data(data: DataLike) -> tuple[int, BytesLike]: ...
def prepare_ctrl(data: DataLike) -> bytes: ...
encode_data = prepare_ctrl
from ..frames import Close
def parse_close(data: bytes) -> tuple[int, str]: ...
def serialize_close(code: int, reason: str) -> bytes: ...

=== websockets.legacy.http
import websockets.datastructures as _loopmend_0
from __future__ import annotations
import asyncio
import os
import re
from ..datastructures import Headers
from ..exceptions import SecurityError
__all__ = ["read_request", "read_response"]
MAX_NUM_HEADERS = int(os.environ.get("WEBSOCKETS_MAX_NUM_HEADERS", "128"))
MAX_LINE_LENGTH = int(os.environ.get("WEBSOCKETS_MAX_LINE_LENGTH", "8192"))
def d(value: bytes) -> str: ...
_token_re = re.compile(rb"[-!#$%&\'*+.^_`|~0-9a-zA-Z]+")
_value_re = re.compile(rb"[\x09\x20-\x7e\x80-\xff]*")
async def read_request(stream: asyncio.StreamReader) -> tuple[str, Headers]: ...
async def read_response(stream: asyncio.StreamReader) -> tuple[int, str, Headers]: ...
async def read_headers(stream: asyncio.StreamReader) -> Headers: ...
async def read_line(stream: asyncio.StreamReader) -> bytes: ...

=== websockets.legacy.protocol
import asyncio.events as _loopmend_3
import asyncio.streams as _loopmend_4
import asyncio.transports as _loopmend_5
import typing as _loopmend_0
import websockets.exceptions as _loopmend_1
import websockets.legacy.framing as _loopmend_2
from __future__ import annotations
import asyncio
import codecs
import collections
import logging
import os
import random
import ssl
import struct
import time
import traceback
import uuid
import warnings
import weakref
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Iterable, Mapping
from typing import Any, Callable, Deque, cast
from ..datastructures import Headers
from ..exceptions import ( ConnectionClosed, ConnectionClosedError, ConnectionClosedOK, InvalidState, PayloadTooBig, ProtocolError, TooManyFragments, )
from ..extensions import Extension
from ..frames import ( BINARY as OP_BINARY, CLOSE as OP_CLOSE, CONT as OP_CONT, OK_CLOSE_CODES, PING as OP_PING, PONG as OP_PONG, TEXT as OP_TEXT, Close, CloseCode, Opcode, )
from ..protocol import State
from ..typing import BytesLike, Data, DataLike, LoggerLike, Subprotocol
from .framing import Frame, prepare_ctrl, prepare_data
__all__ = ["WebSocketCommonProtocol"]
MAX_FRAGMENTS = int(os.environ.get("WEBSOCKETS_MAX_FRAGMENTS", "4096"))
class WebSocketCommonProtocol(asyncio.Protocol):
 is_client: bool
 side: str = "undefined"
 def __init__(self, *, logger: LoggerLike | None = None, ping_interval: float | None = ..., ping_timeout: float | None = ..., close_timeout: float | None = None, max_size: int | None = ..., max_queue: int | None = ..., read_limit: int = ..., write_limit: int = ..., host: str | None = None, port: int | None = None, secure: bool | None = None, legacy_recv: bool = ..., loop: asyncio.AbstractEventLoop | None = None, timeout: float | None = None) -> None: ...
 async def _drain_helper(self) -> None: ...
 async def _drain(self) -> None: ...
 def connection_open(self) -> None: ...
 @property
 def host(self) -> str | None: ...
 @property
 def port(self) -> int | None: ...
 @property
 def secure(self) -> bool | None: ...
 @property
 def local_address(self) -> Any: ...
 @property
 def remote_address(self) -> Any: ...
 @property
 def open(self) -> bool: ...
 @property
 def closed(self) -> bool: ...
 @property
 def close_code(self) -> int | None: ...
 @property
 def close_reason(self) -> str | None: ...
 def __aiter__(self) -> AsyncIterator[Data]: ...
 async def recv(self) -> Data: ...
 async def send(self, message: DataLike | Iterable[DataLike] | AsyncIterable[DataLike]) -> None: ...
 async def close(self, code: int = ..., reason: str = ...) -> None: ...
 async def wait_closed(self) -> None: ...
 async def ping(self, data: DataLike | None = None) -> Awaitable[float]: ...
 async def pong(self, data: DataLike = ...) -> None: ...
 def connection_closed_exc(self) -> ConnectionClosed: ...
 async def ensure_open(self) -> None: ...
 async def transfer_data(self) -> None: ...
 async def read_message(self) -> Data | None: ...
 async def read_data_frame(self, max_size: int | None) -> Frame | None: ...
 async def read_frame(self, max_size: int | None) -> Frame: ...
 def write_frame_sync(self, fin: bool, opcode: int, data: BytesLike) -> None: ...
 async def drain(self) -> None: ...
 async def write_frame(self, fin: bool, opcode: int, data: BytesLike, *, _state: int = ...) -> None: ...
 async def write_close_frame(self, close: Close, data: BytesLike | None = None) -> None: ...
 async def keepalive_ping(self) -> None: ...
 async def close_connection(self) -> None: ...
 async def close_transport(self) -> None: ...
 async def wait_for_connection_lost(self) -> bool: ...
 def fail_connection(self, code: int = ..., reason: str = ...) -> None: ...
 def abort_pings(self) -> None: ...
 def connection_made(self, transport: asyncio.BaseTransport) -> None: ...
 def connection_lost(self, exc: Exception | None) -> None: ...
 def pause_writing(self) -> None: ...
 def resume_writing(self) -> None: ...
 def data_received(self, data: bytes) -> None: ...
 def eof_received(self) -> None: ...
 logger: LoggerLike
 ping_interval: None | float
 ping_timeout: None | float
 close_timeout: float | int
 max_size: None | int
 max_queue: None | int
 read_limit: int
 write_limit: int
 legacy_recv: bool
 loop: _loopmend_3.AbstractEventLoop
 id: uuid.UUID
 debug: bool
 _host: None | str
 _port: None | int
 _secure: None | bool
 reader: _loopmend_4.StreamReader
 _paused: bool
 _drain_waiter: asyncio.Future[None] | None
 state: int
 path: str
 request_headers: Headers
 response_headers: Headers
 extensions: list[Extension]
 subprotocol: Subprotocol | None
 close_rcvd: Close | None
 close_sent: Close | None
 close_rcvd_then_sent: bool | None
 connection_lost_waiter: asyncio.Future[None]
 messages: Deque[Data]
 _pop_message_waiter: asyncio.Future[None] | None
 _put_message_waiter: asyncio.Future[None] | None
 _fragmented_message_waiter: asyncio.Future[None] | None
 pings: dict[bytes, tuple[asyncio.Future[float], float]]
 latency: float
 transfer_data_task: asyncio.Task[None]
 transfer_data_exc: BaseException | None
 keepalive_ping_task: asyncio.Task[None]
 close_connection_task: asyncio.Task[None]
 transport: _loopmend_5.Transport
def broadcast(websockets: Iterable[WebSocketCommonProtocol], message: DataLike, raise_exceptions: bool = ...) -> None: ...

=== websockets.legacy.server
import _asyncio as _loopmend_5
import asyncio.base_events as _loopmend_8
import asyncio.events as _loopmend_6
import functools as _loopmend_10
import http as _loopmend_1
import logging as _loopmend_9
import socket as _loopmend_7
import typing as _loopmend_2
import websockets.datastructures as _loopmend_0
import websockets.extensions.base as _loopmend_3
import websockets.legacy.server as _loopmend_4
from __future__ import annotations
import asyncio
import email.utils
import functools
import http
import inspect
import logging
import socket
import warnings
from collections.abc import Awaitable, Generator, Iterable, Sequence
from types import TracebackType
from typing import Any, Callable, Self, cast
from ..datastructures import Headers, HeadersLike, MultipleValuesError
from ..exceptions import ( InvalidHandshake, InvalidHeader, InvalidMessage, InvalidOrigin, InvalidUpgrade, NegotiationError, )
from ..extensions import Extension, ServerExtensionFactory
from ..extensions.permessage_deflate import enable_server_permessage_deflate
from ..headers import ( build_extension, parse_extension, parse_subprotocol, validate_subprotocols, )
from ..http11 import SERVER
from ..protocol import State
from ..typing import ExtensionHeader, LoggerLike, Origin, StatusLike, Subprotocol
from .exceptions import AbortHandshake
from .handshake import build_response, check_request
from .http import read_request
from .protocol import WebSocketCommonProtocol, broadcast
__all__ = [ "broadcast", "serve", "unix_serve", "WebSocketServerProtocol", "WebSocketServer", ]
HeadersLikeOrCallable = HeadersLike | Callable[[str, Headers], HeadersLike]
HTTPResponse = tuple[StatusLike, HeadersLike, bytes]
class WebSocketServerProtocol(WebSocketCommonProtocol):
 is_client = False
 side = "server"
 def __init__(self, ws_handler: Callable[[WebSocketServerProtocol], Awaitable[Any]] | Callable[[WebSocketServerProtocol, str], Awaitable[Any]], ws_server: WebSocketServer, *, logger: LoggerLike | None = None, origins: Sequence[Origin | None] | None = None, extensions: Sequence[ServerExtensionFactory] | None = None, subprotocols: Sequence[Subprotocol] | None = None, extra_headers: HeadersLikeOrCallable | None = None, server_header: str | None = ..., process_request: Callable[[str, Headers], Awaitable[HTTPResponse | None]] | None = None, select_subprotocol: Callable[[Sequence[Subprotocol], Sequence[Subprotocol]], Subprotocol] | None = None, open_timeout: float | None = ..., **kwargs: Any) -> None: ...
 def connection_made(self, transport: asyncio.BaseTransport) -> None: ...
 async def handler(self) -> None: ...
 async def read_http_request(self) -> tuple[str, Headers]: ...
 def write_http_response(self, status: http.HTTPStatus, headers: Headers, body: bytes | None = None) -> None: ...
 async def process_request(self, path: str, request_headers: Headers) -> HTTPResponse | None: ...
 @staticmethod
 def process_origin(headers: Headers, origins: Sequence[Origin | None] | None = None) -> Origin | None: ...
 @staticmethod
 def process_extensions(headers: Headers, available_extensions: Sequence[ServerExtensionFactory] | None) -> tuple[str | None, list[Extension]]: ...
 def process_subprotocol(self, headers: Headers, available_subprotocols: Sequence[Subprotocol] | None) -> Subprotocol | None: ...
 def select_subprotocol(self, client_subprotocols: Sequence[Subprotocol], server_subprotocols: Sequence[Subprotocol]) -> Subprotocol | None: ...
 async def handshake(self, origins: Sequence[Origin | None] | None = None, available_extensions: Sequence[ServerExtensionFactory] | None = None, available_subprotocols: Sequence[Subprotocol] | None = None, extra_headers: HeadersLikeOrCallable | None = None) -> str: ...
 ws_handler: _loopmend_2.Callable[..., _loopmend_2.Awaitable[_loopmend_2.Any]]
 ws_server: _loopmend_4.WebSocketServer
 origins: None | _loopmend_2.Sequence[None | str] | list[None | str]
 extensions: list[_loopmend_3.Extension]
 extra_headers: None | _loopmend_0.Headers | _loopmend_0.SupportsKeysAndGetItem | _loopmend_2.Callable[..., _loopmend_0.Headers | _loopmend_0.SupportsKeysAndGetItem | _loopmend_2.Iterable | _loopmend_2.Mapping] | _loopmend_2.Iterable[tuple[str, str]] | _loopmend_2.Mapping[str, str]
 server_header: None | str
 open_timeout: None | float
 origin: None | str
 available_extensions: None | _loopmend_2.Sequence[_loopmend_3.ServerExtensionFactory]
 available_subprotocols: None | _loopmend_2.Sequence[str]
 _process_request: None | _loopmend_2.Callable[..., _loopmend_2.Awaitable[_loopmend_2.Any]]
 _select_subprotocol: None | _loopmend_2.Callable[..., str]
 handler_task: _loopmend_5.Task[None]
 path: str
 request_headers: _loopmend_0.Headers
 response_headers: _loopmend_0.Headers
 subprotocol: None | str
class WebSocketServer:
 def __init__(self, logger: LoggerLike | None = None) -> None: ...
 def wrap(self, server: asyncio.base_events.Server) -> None: ...
 def register(self, protocol: WebSocketServerProtocol) -> None: ...
 def unregister(self, protocol: WebSocketServerProtocol) -> None: ...
 def close(self, close_connections: bool = ...) -> None: ...
 async def _close(self, close_connections: bool) -> None: ...
 async def wait_closed(self) -> None: ...
 def get_loop(self) -> asyncio.AbstractEventLoop: ...
 def is_serving(self) -> bool: ...
 async def start_serving(self) -> None: ...
 async def serve_forever(self) -> None: ...
 @property
 def sockets(self) -> Iterable[socket.socket]: ...
 async def __aenter__(self) -> Self: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_value: BaseException | None, traceback: TracebackType | None) -> None: ...
 server: _loopmend_8.Server
 logger: _loopmend_9.Logger | _loopmend_9.LoggerAdapter
 websockets: set[WebSocketServerProtocol]
 close_task: asyncio.Task[None] | None
 closed_waiter: asyncio.Future[None]
class Serve:
 def __init__(self, ws_handler: Callable[[WebSocketServerProtocol], Awaitable[Any]] | Callable[[WebSocketServerProtocol, str], Awaitable[Any]], host: str | Sequence[str] | None = None, port: int | None = None, *, create_protocol: Callable[..., WebSocketServerProtocol] | None = None, logger: LoggerLike | None = None, compression: str | None = ..., origins: Sequence[Origin | None] | None = None, extensions: Sequence[ServerExtensionFactory] | None = None, subprotocols: Sequence[Subprotocol] | None = None, extra_headers: HeadersLikeOrCallable | None = None, server_header: str | None = ..., process_request: Callable[[str, Headers], Awaitable[HTTPResponse | None]] | None = None, select_subprotocol: Callable[[Sequence[Subprotocol], Sequence[Subprotocol]], Subprotocol] | None = None, open_timeout: float | None = ..., ping_interval: float | None = ..., ping_timeout: float | None = ..., close_timeout: float | None = None, max_size: int | None = ..., max_queue: int | None = ..., read_limit: int = ..., write_limit: int = ..., **kwargs: Any) -> None: ...
 async def __aenter__(self) -> WebSocketServer: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_value: BaseException | None, traceback: TracebackType | None) -> None: ...
 def __await__(self) -> Generator[Any, None, WebSocketServer]: ...
 async def __await_impl__(self) -> WebSocketServer: ...
 ws_server: _loopmend_4.WebSocketServer
 _create_server: _loopmend_10.partial[_loopmend_2.Coroutine[_loopmend_2.Any, _loopmend_2.Any, _loopmend_2.Any]] | _loopmend_10.partial[_loopmend_2.Coroutine[_loopmend_2.Any, _loopmend_2.Any, _loopmend_8.Server]]
serve = Serve
def unix_serve(ws_handler: Callable[[WebSocketServerProtocol], Awaitable[Any]] | Callable[[WebSocketServerProtocol, str], Awaitable[Any]], path: str | None = None, **kwargs: Any) -> Serve: ...
def remove_path_argument(ws_handler: Callable[[WebSocketServerProtocol], Awaitable[Any]] | Callable[[WebSocketServerProtocol, str], Awaitable[Any]]) -> Callable[[WebSocketServerProtocol], Awaitable[Any]]: ...

=== websockets.trio package

=== websockets.trio.client
import logging as _loopmend_7
import ssl as _loopmend_4
import trio._abc as _loopmend_2
import trio._core._run as _loopmend_5
import typing as _loopmend_0
import websockets.datastructures as _loopmend_6
import websockets.http11 as _loopmend_1
import websockets.trio.client as _loopmend_3
import websockets.uri as _loopmend_8
from __future__ import annotations
import logging
import os
import ssl as ssl_module
import traceback
import urllib.parse
from collections.abc import AsyncIterator, Generator, Sequence
from types import TracebackType
from typing import Any, Callable, Literal
import trio
from ..client import ClientProtocol, backoff, process_exception
from ..datastructures import Headers, HeadersLike
from ..exceptions import ( InvalidProxyMessage, InvalidProxyStatus, InvalidStatus, ProxyError, SecurityError, )
from ..extensions.base import ClientExtensionFactory
from ..extensions.permessage_deflate import enable_client_permessage_deflate
from ..headers import validate_subprotocols
from ..http11 import USER_AGENT, Response
from ..protocol import CONNECTING, Event
from ..proxy import Proxy, get_proxy, parse_proxy, prepare_connect_request
from ..streams import StreamReader
from ..typing import LoggerLike, Origin, PathLike, Subprotocol
from ..uri import WebSocketURI, parse_uri
from .connection import Connection
from .utils import race_events
__all__ = ["connect", "unix_connect", "ClientConnection"]
MAX_REDIRECTS = int(os.environ.get("WEBSOCKETS_MAX_REDIRECTS", "10"))
class ClientConnection(Connection):
 def __init__(self, nursery: trio.Nursery, stream: trio.abc.Stream, protocol: ClientProtocol, *, ping_interval: float | None = ..., ping_timeout: float | None = ..., close_timeout: float | None = ..., max_queue: int | None | tuple[int | None, int | None] = ...) -> None: ...
 async def handshake(self, additional_headers: HeadersLike | None = None, user_agent_header: str | None = ...) -> None: ...
 def process_event(self, event: Event) -> None: ...
 protocol: ClientProtocol
 response_rcvd: _loopmend_0.Any
 request: _loopmend_1.Request
 response: _loopmend_1.Response
class connect:
 def __init__(self, uri: str, *, stream: trio.abc.Stream | None = None, ssl: ssl_module.SSLContext | None = None, server_hostname: str | None = None, origin: Origin | None = None, extensions: Sequence[ClientExtensionFactory] | None = None, subprotocols: Sequence[Subprotocol] | None = None, compression: str | None = ..., additional_headers: HeadersLike | None = None, user_agent_header: str | None = ..., proxy: str | Literal[True] | None = ..., proxy_ssl: ssl_module.SSLContext | None = None, proxy_server_hostname: str | None = None, process_exception: Callable[[Exception], Exception | None] = ..., open_timeout: float | None = ..., ping_interval: float | None = ..., ping_timeout: float | None = ..., close_timeout: float | None = ..., reconnect_delays: Callable[[], Generator[float]] = ..., max_size: int | None | tuple[int | None, int | None] = ..., max_queue: int | None | tuple[int | None, int | None] = ..., logger: LoggerLike | None = None, create_connection: type[ClientConnection] | None = None, **kwargs: Any) -> None: ...
 async def open_tcp_stream(self) -> trio.abc.Stream: ...
 async def enable_tls(self, stream: trio.abc.Stream) -> trio.abc.Stream: ...
 async def open_connection(self, nursery: trio.Nursery) -> ClientConnection: ...
 def process_redirect(self, exc: Exception) -> Exception | str: ...
 async def connect(self, nursery: trio.Nursery) -> ClientConnection: ...
 async def __aenter__(self) -> ClientConnection: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_value: BaseException | None, traceback: TracebackType | None) -> None: ...
 async def __aenter_nursery__(self) -> None: ...
 async def __aexit_nursery__(self, exc_type: type[BaseException] | None, exc_value: BaseException | None, traceback: TracebackType | None) -> None: ...
 def __aiter__(self) -> AsyncIterator[ClientConnection]: ...
 ssl: None | _loopmend_4.SSLContext
 process_exception: _loopmend_0.Callable[..., Exception | None]
 nursery: _loopmend_5.Nursery
 stream: None | _loopmend_2.Stream
 additional_headers: None | _loopmend_0.Iterable[tuple[str, str]] | _loopmend_0.Mapping[str, str] | _loopmend_6.Headers | _loopmend_6.SupportsKeysAndGetItem
 user_agent_header: None | str
 uri: str
 server_hostname: None | str
 proxy: None | bool | str
 proxy_ssl: None | _loopmend_4.SSLContext
 proxy_server_hostname: None | str
 open_timeout: None | float
 reconnect_delays: _loopmend_0.Callable[..., _loopmend_0.Generator[float]]
 logger: _loopmend_7.Logger | _loopmend_7.LoggerAdapter
 create_connection: type[_loopmend_3.ClientConnection]
 ws_uri: _loopmend_8.WebSocketURI
 open_tcp_stream_kwargs: dict
 protocol_kwargs: dict
 connection_kwargs: dict
 connection: _loopmend_0.Any
 nursery_manager: _loopmend_0.Any
def unix_connect(path: PathLike | None = None, uri: str | None = None, **kwargs: Any) -> connect: ...
try:
 from python_socks import ProxyType
 from python_socks.async_.trio import Proxy as SocksProxy
except ImportError:
 async def connect_socks_proxy(proxy: Proxy, ws_uri: WebSocketURI, **kwargs: Any) -> trio.abc.Stream: ...
else:
 SOCKS_PROXY_TYPES: dict
 SOCKS_PROXY_RDNS: dict[str, bool]
 async def connect_socks_proxy(proxy: Proxy, ws_uri: WebSocketURI, **kwargs: Any) -> trio.abc.Stream: ...
async def read_connect_response(stream: trio.abc.Stream) -> Response: ...
async def connect_http_proxy(proxy: Proxy, ws_uri: WebSocketURI, *, user_agent_header: str | None = None, ssl: ssl_module.SSLContext | None = None, server_hostname: str | None = None, **kwargs: Any) -> trio.abc.Stream: ...

=== websockets.trio.connection
import trio._abc as _loopmend_5
import trio._core._run as _loopmend_4
import trio._sync as _loopmend_7
import typing as _loopmend_2
import websockets.exceptions as _loopmend_3
import websockets.protocol as _loopmend_0
import websockets.trio.connection as _loopmend_1
import websockets.trio.messages as _loopmend_6
from __future__ import annotations
import contextlib
import logging
import random
import struct
import traceback
import uuid
import weakref
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Mapping
from types import TracebackType
from typing import Any, Literal, Self, overload
import trio
import trio.abc
from ..exceptions import ( ConcurrencyError, ConnectionClosed, ConnectionClosedOK, ProtocolError, TooManyFragments, )
from ..frames import DATA_OPCODES, PONG, CloseCode, Frame
from ..http11 import Request, Response
from ..protocol import CLOSED, OPEN, Event, Protocol, State
from ..typing import BytesLike, Data, DataLike, LoggerLike, Subprotocol
from .messages import Assembler
__all__ = ["Connection"]
class Connection(trio.abc.AsyncResource):
 def __init__(self, nursery: trio.Nursery, stream: trio.abc.Stream, protocol: Protocol, *, ping_interval: float | None = ..., ping_timeout: float | None = ..., close_timeout: float | None = ..., max_queue: int | None | tuple[int | None, int | None] = ...) -> None: ...
 @property
 def local_address(self) -> Any: ...
 @property
 def remote_address(self) -> Any: ...
 @property
 def state(self) -> State: ...
 @property
 def subprotocol(self) -> Subprotocol | None: ...
 @property
 def close_code(self) -> int | None: ...
 @property
 def close_reason(self) -> str | None: ...
 async def __aenter__(self) -> Self: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_value: BaseException | None, traceback: TracebackType | None) -> None: ...
 def __aiter__(self) -> AsyncIterator[Data]: ...
 @overload
 async def recv(self, decode: Literal[True]) -> str: ...
 @overload
 async def recv(self, decode: Literal[False]) -> bytes: ...
 @overload
 async def recv(self, decode: bool | None = None) -> Data: ...
 async def recv(self, decode: bool | None = None) -> Data: ...
 @overload
 def recv_streaming(self, decode: Literal[True]) -> AsyncIterator[str]: ...
 @overload
 def recv_streaming(self, decode: Literal[False]) -> AsyncIterator[bytes]: ...
 @overload
 def recv_streaming(self, decode: bool | None = None) -> AsyncIterator[Data]: ...
 def recv_streaming(self, decode: bool | None = None) -> AsyncIterator[Data]: ...
 async def send(self, message: DataLike | Iterable[DataLike] | AsyncIterable[DataLike], *, text: bool | None = None) -> None: ...
 async def aclose(self, code: CloseCode | int = ..., reason: str = ...) -> None: ...
 async def wait_closed(self) -> None: ...
 async def ping(self, data: DataLike | None = None, *, ack_on_close: bool = ...) -> trio.Event: ...
 async def pong(self, data: DataLike = ...) -> None: ...
 def process_event(self, event: Event) -> None: ...
 def acknowledge_pings(self, data: bytes) -> None: ...
 def acknowledge_pending_pings(self) -> None: ...
 async def keepalive(self) -> None: ...
 def start_keepalive(self) -> None: ...
 async def recv_events(self) -> None: ...
 def pause_reading(self) -> None: ...
 def resume_reading(self) -> None: ...
 @contextlib.asynccontextmanager
 def send_context(self, *, expected_state: State = ...) -> AsyncIterator[None]: ...
 async def send_data(self) -> None: ...
 @property
 def close_exc(self) -> ConnectionClosed: ...
 def set_connection_exc(self, exc: BaseException | None) -> None: ...
 async def close_stream(self) -> None: ...
 nursery: _loopmend_4.Nursery
 stream: _loopmend_5.Stream
 protocol: _loopmend_0.Protocol
 ping_interval: None | float
 ping_timeout: None | float
 close_timeout: None | float
 logger: LoggerLike
 id: uuid.UUID
 debug: bool
 request: Request | None
 response: Response | None
 recv_flow_control: trio.Event | None
 recv_messages: _loopmend_6.Assembler
 close_deadline: float | None
 send_lock: _loopmend_7.Lock
 send_in_progress: trio.Event | None
 pending_pings: dict[bytes, tuple[trio.Event, float, bool]]
 latency: float
 connection_exc: BaseException | None
 stream_closed: trio.Event
async def broadcast(connections: Iterable[Connection], message: DataLike, *, raise_exceptions: bool = ..., text: bool | None = None) -> None: ...

=== websockets.trio.messages
import typing as _loopmend_0
from __future__ import annotations
import codecs
import math
import os
from collections.abc import AsyncIterator
from typing import Any, Callable, Literal, overload
import trio
from ..exceptions import ConcurrencyError, TooManyFragments
from ..frames import BINARY, CONT, TEXT, Frame
from ..typing import Data
__all__ = ["Assembler"]
UTF8Decoder = codecs.getincrementaldecoder("utf-8")
MAX_FRAGMENTS = int(os.environ.get("WEBSOCKETS_MAX_FRAGMENTS", "4096"))
class Assembler:
 def __init__(self, high: int | None = None, low: int | None = None, pause: Callable[[], Any] = ..., resume: Callable[[], Any] = ...) -> None: ...
 @overload
 async def get(self, decode: Literal[True]) -> str: ...
 @overload
 async def get(self, decode: Literal[False]) -> bytes: ...
 @overload
 async def get(self, decode: bool | None = None) -> Data: ...
 async def get(self, decode: bool | None = None) -> Data: ...
 @overload
 def get_iter(self, decode: Literal[True]) -> AsyncIterator[str]: ...
 @overload
 def get_iter(self, decode: Literal[False]) -> AsyncIterator[bytes]: ...
 @overload
 def get_iter(self, decode: bool | None = None) -> AsyncIterator[Data]: ...
 def get_iter(self, decode: bool | None = None) -> AsyncIterator[Data]: ...
 def put(self, frame: Frame) -> None: ...
 def maybe_pause(self) -> None: ...
 def maybe_resume(self) -> None: ...
 def close(self) -> None: ...
 high: _loopmend_0.Any
 low: _loopmend_0.Any
 pause: _loopmend_0.Callable[..., None] | _loopmend_0.Callable[..., _loopmend_0.Any]
 resume: _loopmend_0.Callable[..., None] | _loopmend_0.Callable[..., _loopmend_0.Any]
 send_frames: trio.MemorySendChannel[Frame]
 recv_frames: trio.MemoryReceiveChannel[Frame]
 paused: bool
 get_in_progress: bool
 closed: bool

=== websockets.trio.router
import typing as _loopmend_1
import websockets.http11 as _loopmend_0
from __future__ import annotations
import http
import ssl as ssl_module
import urllib.parse
from typing import Any, Awaitable, Callable, Literal
import trio
from ..http11 import Request, Response
from .server import Server, ServerConnection, serve
__all__ = ["route", "Router"]
try:
 from werkzeug.exceptions import NotFound
 from werkzeug.routing import Map, RequestRedirect
except ImportError:
 async def route(url_map: Map, *args: Any, server_name: str | None = None, ssl: ssl_module.SSLContext | Literal[True] | None = None, create_router: type[Router] | None = None, task_status: trio.TaskStatus[Server] = ..., **kwargs: Any) -> None: ...
else:
 async def route(url_map: Map, *args: Any, server_name: str | None = None, ssl: ssl_module.SSLContext | Literal[True] | None = None, create_router: type[Router] | None = None, task_status: trio.TaskStatus[Server] = ..., **kwargs: Any) -> None: ...
class Router:
 def __init__(self, url_map: Map, server_name: str | None = None, url_scheme: str = ...) -> None: ...
 def get_server_name(self, connection: ServerConnection, request: Request) -> str: ...
 def redirect(self, connection: ServerConnection, url: str) -> Response: ...
 def not_found(self, connection: ServerConnection) -> Response: ...
 def route_request(self, connection: ServerConnection, request: Request) -> Response | None: ...
 async def handler(self, connection: ServerConnection) -> None: ...
 url_map: _loopmend_1.Any
 server_name: None | str
 url_scheme: str

=== websockets.trio.server
import logging as _loopmend_4
import trio._core._run as _loopmend_5
import trio._highlevel_socket as _loopmend_3
import typing as _loopmend_2
import websockets.http11 as _loopmend_0
import websockets.trio.server as _loopmend_1
from __future__ import annotations
import functools
import http
import logging
import re
import ssl as ssl_module
from collections.abc import Awaitable, Mapping, Sequence
from types import TracebackType
from typing import Any, Callable, Coroutine, Self
import trio
import trio.abc
from ..asyncio.server import basic_auth
from ..extensions.base import ServerExtensionFactory
from ..extensions.permessage_deflate import enable_server_permessage_deflate
from ..frames import CloseCode
from ..headers import validate_subprotocols
from ..http11 import SERVER, Request, Response
from ..protocol import CONNECTING, OPEN, Event
from ..server import ServerProtocol
from ..typing import LoggerLike, Origin, StatusLike, Subprotocol
from ..utils import get_socket_name
from .connection import Connection, broadcast
from .utils import race_events
__all__ = [ "broadcast", "serve", "ServerConnection", "Server", "basic_auth", ]
class ServerConnection(Connection):
 def __init__(self, nursery: trio.Nursery, stream: trio.abc.Stream, protocol: ServerProtocol, server: Server, *, ping_interval: float | None = ..., ping_timeout: float | None = ..., close_timeout: float | None = ..., max_queue: int | None | tuple[int | None, int | None] = ...) -> None: ...
 def respond(self, status: StatusLike, text: str) -> Response: ...
 async def handshake(self, process_request: Callable[ [ServerConnection, Request], Awaitable[Response | None] | Response | None, ] | None = None, process_response: Callable[ [ServerConnection, Request, Response], Awaitable[Response | None] | Response | None, ] | None = None, server_header: str | None = ...) -> None: ...
 def process_event(self, event: Event) -> None: ...
 protocol: ServerProtocol
 server: _loopmend_1.Server
 request_rcvd: trio.Event
 username: str
 handler: Callable[[ServerConnection], Awaitable[None]]
 handler_kwargs: Mapping[str, Any]
 response: _loopmend_0.Response
 request: _loopmend_0.Request
class Server(trio.abc.AsyncResource):
 def __init__(self, listeners: list[trio.SocketListener], handler: Callable[[trio.abc.Stream], Coroutine[Any, Any, None]], logger: LoggerLike | None = None) -> None: ...
 @property
 def connections(self) -> set[ServerConnection]: ...
 async def serve_forever(self, task_status: trio.TaskStatus[Server] = ...) -> None: ...
 async def aclose(self, close_connections: bool = ..., code: CloseCode | int = ..., reason: str = ...) -> None: ...
 async def __aenter__(self) -> Self: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_value: BaseException | None, traceback: TracebackType | None) -> None: ...
 handler: _loopmend_2.Callable[..., _loopmend_2.Awaitable[None]]
 listeners: list[_loopmend_3.SocketListener]
 logger: _loopmend_4.Logger | _loopmend_4.LoggerAdapter
 all_connections: set[ServerConnection]
 handlers_waiter: _loopmend_2.Any
 closing: bool
 handler_nursery: _loopmend_5.Nursery
 serve_nursery: _loopmend_5.Nursery
async def serve(handler: Callable[[ServerConnection], Awaitable[None]], port: int | None = None, *, host: str | bytes | None = None, backlog: int | None = None, listeners: list[trio.SocketListener] | None = None, ssl: ssl_module.SSLContext | None = None, origins: Sequence[Origin | re.Pattern[str] | None] | None = None, extensions: Sequence[ServerExtensionFactory] | None = None, subprotocols: Sequence[Subprotocol] | None = None, select_subprotocol: Callable[ [ServerConnection, Sequence[Subprotocol]], Subprotocol | None, ] | None = None, compression: str | None = ..., process_request: Callable[ [ServerConnection, Request], Awaitable[Response | None] | Response | None, ] | None = None, process_response: Callable[ [ServerConnection, Request, Response], Awaitable[Response | None] | Response | None, ] | None = None, server_header: str | None = ..., open_timeout: float | None = ..., ping_interval: float | None = ..., ping_timeout: float | None = ..., close_timeout: float | None = ..., max_size: int | None | tuple[int | None, int | None] = ..., max_queue: int | None | tuple[int | None, int | None] = ..., logger: LoggerLike | None = None, create_connection: type[ServerConnection] | None = None, task_status: trio.TaskStatus[Server] = ...) -> None: ...

=== websockets.trio.utils
import trio
__all__ = ["race_events"]
async def jockey(event: trio.Event, cancel_scope: trio.CancelScope) -> None: ...
async def race_events(*events: trio.Event) -> None: ...

