# nats-py 2.16.0 Apache-2.0
=== nats package
import nats.aio.client as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
from typing import List, Union
__path__: _loopmend_0.Any
from .aio.client import Client as NATS
async def connect(servers: Union[str, List[str]] = ..., **options) -> NATS: ...

=== nats.aio package

=== nats.aio.client
import _asyncio as _loopmend_5
import nats.aio.client as _loopmend_3
import nats.aio.msg as _loopmend_1
import nats.aio.subscription as _loopmend_0
import nats.js.client as _loopmend_6
import nats.js.manager as _loopmend_7
import nats.nuid as _loopmend_8
import ssl as _loopmend_4
import urllib.parse as _loopmend_2
from __future__ import annotations
import asyncio
import base64
import inspect
import ipaddress
import json
import logging
import re
import ssl
import string
import time
from collections import UserString
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from random import shuffle
from secrets import token_hex
from typing import Any, Awaitable, Callable, Dict, List, Optional, Tuple, Union
from urllib.parse import ParseResult, urlparse
try:
 from fast_mail_parser import parse_email
except ImportError:
 parse_email = None
import nats.js
from nats import errors
from nats.nuid import NUID
from nats.protocol import command as prot_command
from nats.protocol.parser import ( AUTHORIZATION_VIOLATION, PERMISSIONS_ERR, PONG, STALE_CONNECTION, Parser, )
from .errors import ErrInvalidUserCredentials, ErrStaleConnection
from .msg import Msg
from .subscription import ( DEFAULT_SUB_PENDING_BYTES_LIMIT, DEFAULT_SUB_PENDING_MSGS_LIMIT, Subscription, )
from .transport import TcpTransport, Transport, WebSocketTransport
try:
 from importlib.metadata import version
 __version__ = version("nats-py")
except Exception:
 __version__ = "0.0.0"
__lang__ = "python3"
_logger = logging.getLogger(__name__)
PROTOCOL = 1
INFO_OP: bytes
CONNECT_OP: bytes
PING_OP: bytes
PONG_OP: bytes
OK_OP: bytes
ERR_OP: bytes
_CRLF_: bytes
_CRLF_LEN_ = len(_CRLF_)
_SPC_: bytes
_SPC_BYTE_ = 32
EMPTY = ""
PING_PROTO: bytes
PONG_PROTO: bytes
DEFAULT_INBOX_PREFIX: bytes
DEFAULT_PENDING_SIZE: int
DEFAULT_BUFFER_SIZE = 32768
DEFAULT_RECONNECT_TIME_WAIT = 2
DEFAULT_MAX_RECONNECT_ATTEMPTS = 60
DEFAULT_PING_INTERVAL = 120
DEFAULT_MAX_OUTSTANDING_PINGS = 2
DEFAULT_MAX_PAYLOAD_SIZE = 1048576
DEFAULT_MAX_FLUSHER_QUEUE_SIZE = 1024
DEFAULT_FLUSH_TIMEOUT = 10
DEFAULT_CONNECT_TIMEOUT = 2
DEFAULT_DRAIN_TIMEOUT = 30
MAX_CONTROL_LINE_SIZE = 1024
NATS_HDR_LINE = bytearray(b"NATS/1.0")
NATS_HDR_LINE_SIZE = len(NATS_HDR_LINE)
NO_RESPONDERS_STATUS = "503"
CTRL_STATUS = "100"
STATUS_MSG_LEN = 3
_SUBJECT_INVALID_RE = re.compile(r"[ \t\r\n]")
def _validate_subject(subject: str, *, strict: bool = ...) -> None: ...
def _validate_queue(queue: str) -> None: ...
_HEADER_KEY_RE = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_HEADER_VALUE_NEWLINES = str.maketrans({"\r": " ", "\n": " "})
Callback = Callable[[], Awaitable[None]]
ErrorCallback = Callable[[Exception], Awaitable[None]]
JWTCallback = Callable[[], Union[bytearray, bytes]]
SignatureCallback = Callable[[str], bytes]
TokenCallback = Callable[[], str]
CredentialCallback = Callable[[], str]
class RawCredentials(UserString):
 ...
Credentials = Union[str, Tuple[str, str], RawCredentials, Path]
@dataclass
class Server:
 uri: ParseResult
 reconnects: int = 0
@dataclass
class Srv:
 uri: ParseResult
 reconnects: int = 0
 last_attempt: Optional[float] = None
 did_connect: bool = False
 discovered: bool = False
 tls_name: Optional[str] = None
 server_version: Optional[str] = None
ReconnectToServerHandler = Callable[[List[Server], Dict[str, Any]], Tuple[Optional[Server], float]]
class ServerVersion:
 def __init__(self, server_version: str) -> None: ...
 def parse_version(self) -> None: ...
 @property
 def major(self) -> int: ...
 @property
 def minor(self) -> int: ...
 @property
 def patch(self) -> int: ...
 @property
 def prerelease(self) -> int: ...
 @property
 def build(self) -> int: ...
 @property
 def dev(self) -> str: ...
 def __repr__(self) -> str: ...
 _server_version: str
 _major_version: Optional[int]
 _minor_version: Optional[int]
 _patch_version: Optional[int]
 _prerelease_version: Optional[str]
 _build_version: Optional[str]
 _dev_version: Optional[str]
async def _default_error_callback(ex: Exception) -> None: ...
class Client:
 msg_class: type[Msg] = Msg
 DISCONNECTED = 0
 CONNECTED = 1
 CLOSED = 2
 RECONNECTING = 3
 CONNECTING = 4
 DRAINING_SUBS = 5
 DRAINING_PUBS = 6
 def __repr__(self) -> str: ...
 def __init__(self) -> None: ...
 async def connect(self, servers: Union[str, List[str]] = ..., error_cb: Optional[ErrorCallback] = None, disconnected_cb: Optional[Callback] = None, closed_cb: Optional[Callback] = None, discovered_server_cb: Optional[Callback] = None, reconnected_cb: Optional[Callback] = None, name: Optional[str] = None, pedantic: bool = ..., verbose: bool = ..., allow_reconnect: bool = ..., connect_timeout: int = ..., reconnect_time_wait: int = ..., max_reconnect_attempts: int = ..., ping_interval: int = ..., max_outstanding_pings: int = ..., dont_randomize: bool = ..., flusher_queue_size: int = ..., no_echo: bool = ..., tls: Optional[ssl.SSLContext] = None, tls_hostname: Optional[str] = None, tls_handshake_first: bool = ..., user: Optional[Union[str, CredentialCallback]] = None, password: Optional[Union[str, CredentialCallback]] = None, token: Optional[Union[str, TokenCallback]] = None, drain_timeout: int = ..., signature_cb: Optional[SignatureCallback] = None, user_jwt_cb: Optional[JWTCallback] = None, user_credentials: Optional[Credentials] = None, nkeys_seed: Optional[str] = None, nkeys_seed_str: Optional[str] = None, inbox_prefix: Union[str, bytes] = ..., pending_size: int = ..., flush_timeout: Optional[float] = None, ws_connection_headers: Optional[Dict[str, List[str]]] = None, reconnect_to_server_handler: Optional[ReconnectToServerHandler] = None, lame_duck_mode_cb: Optional[Callback] = None, skip_subject_validation: bool = ...) -> None: ...
 def _setup_nkeys_connect(self) -> None: ...
 def _setup_nkeys_jwt_connect(self) -> None: ...
 def _read_creds_user_nkey(self, creds: str | UserString | Path) -> bytearray: ...
 def _read_creds_user_jwt(self, creds: str | RawCredentials | Path) -> bytearray: ...
 def _setup_nkeys_seed_connect(self) -> None: ...
 async def close(self) -> None: ...
 async def _close(self, status: int, do_cbs: bool = ...) -> None: ...
 async def drain(self) -> None: ...
 async def publish(self, subject: str, payload: bytes = ..., reply: str = ..., headers: Optional[Dict[str, str]] = None) -> None: ...
 async def _send_publish(self, subject: str, reply: str, payload: bytes, payload_size: int, headers: Optional[Dict[str, Any]]) -> None: ...
 async def subscribe(self, subject: str, queue: str = ..., cb: Optional[Callable[[Msg], Awaitable[None]]] = None, future: Optional[asyncio.Future] = None, max_msgs: int = ..., pending_msgs_limit: int = ..., pending_bytes_limit: int = ...) -> Subscription: ...
 def _remove_sub(self, sid: int, max_msgs: int = ...) -> None: ...
 async def _send_subscribe(self, sub: Subscription) -> None: ...
 async def _init_request_sub(self) -> None: ...
 async def _request_sub_callback(self, msg: Msg) -> None: ...
 async def request(self, subject: str, payload: bytes = ..., timeout: float = ..., old_style: bool = ..., headers: Optional[Dict[str, Any]] = None) -> Msg: ...
 async def _request_new_style(self, subject: str, payload: bytes, timeout: float = ..., headers: Optional[Dict[str, Any]] = None) -> Msg: ...
 def new_inbox(self) -> str: ...
 async def _request_old_style(self, subject: str, payload: bytes, timeout: float = ...) -> Msg: ...
 async def _send_unsubscribe(self, sid: int, limit: int = ...) -> None: ...
 async def rtt(self, timeout: int = ...) -> float: ...
 async def flush(self, timeout: int = ...) -> None: ...
 @property
 def connected_url(self) -> Optional[ParseResult]: ...
 @property
 def servers(self) -> List[ParseResult]: ...
 @property
 def discovered_servers(self) -> List[ParseResult]: ...
 @property
 def server_pool(self) -> List[Server]: ...
 def set_server_pool(self, servers: List[str]) -> None: ...
 @property
 def max_payload(self) -> int: ...
 @property
 def client_id(self) -> Optional[int]: ...
 @property
 def client_ip(self) -> Optional[str]: ...
 @property
 def last_error(self) -> Optional[Exception]: ...
 @property
 def pending_data_size(self) -> int: ...
 @property
 def is_closed(self) -> bool: ...
 @property
 def is_reconnecting(self) -> bool: ...
 @property
 def is_connected(self) -> bool: ...
 @property
 def is_connecting(self) -> bool: ...
 @property
 def is_draining(self) -> bool: ...
 @property
 def is_draining_pubs(self) -> bool: ...
 @property
 def connected_server_version(self) -> ServerVersion: ...
 @property
 def ssl_context(self) -> ssl.SSLContext: ...
 async def _send_command(self, cmd: bytes, priority: bool = ...) -> None: ...
 async def _flush_pending(self, force_flush: bool = ...) -> Any: ...
 @staticmethod
 def _parse_server_uri(connect_url: str) -> ParseResult: ...
 def _setup_server_pool(self, connect_url: Union[List[str]]) -> None: ...
 async def _connect_to_server(self, s: Srv) -> None: ...
 async def _select_next_server(self) -> None: ...
 async def _process_err(self, err_msg: str) -> None: ...
 async def force_reconnect(self) -> None: ...
 async def _process_op_err(self, e: Exception) -> None: ...
 async def _attempt_reconnect(self) -> None: ...
 def _connect_command(self) -> bytes: ...
 async def _process_ping(self) -> None: ...
 async def _process_pong(self) -> None: ...
 @staticmethod
 def _parse_header_lines(raw: bytes) -> Dict[str, str]: ...
 def _is_control_message(self, data, header: Dict[str, str]) -> Optional[str]: ...
 async def _process_headers(self, headers) -> Optional[Dict[str, str]]: ...
 async def _process_msg(self, sid: int, subject: bytes, reply: bytes, data: bytes, headers: bytes) -> None: ...
 def _build_message(self, sid: int, subject: bytes, reply: bytes, data: bytes, headers: Optional[Dict[str, str]]) -> _loopmend_1.Msg: ...
 def _process_disconnect(self) -> None: ...
 async def _process_info(self, info: Dict[str, Any], initial_connection: bool = ...) -> None: ...
 def _host_is_ip(self, connect_url: Optional[str]) -> bool: ...
 async def _process_connect_init(self) -> None: ...
 async def _send_ping(self, future: Optional[asyncio.Future] = None) -> None: ...
 async def _flusher(self) -> None: ...
 async def _ping_interval(self) -> None: ...
 async def _read_loop(self) -> None: ...
 async def __aenter__(self) -> "Client": ...
 async def __aexit__(self, *exc_info) -> None: ...
 def jetstream(self, **opts) -> nats.js.JetStreamContext: ...
 def jsm(self, **opts) -> nats.js.JetStreamManager: ...
 _current_server: Optional[Srv]
 _server_info: Dict[str, Any]
 _server_pool: List[Srv]
 _reading_task: Optional[asyncio.Task]
 _ping_interval_task: Optional[asyncio.Task]
 _pings_outstanding: int
 _pongs_received: int
 _pongs: List[asyncio.Future]
 _transport: Optional[Transport]
 _err: Optional[Exception]
 _error_cb: ErrorCallback
 _disconnected_cb: Optional[Callback]
 _closed_cb: Optional[Callback]
 _discovered_server_cb: Optional[Callback]
 _reconnected_cb: Optional[Callback]
 _reconnect_to_server_handler: Optional[ReconnectToServerHandler]
 _lame_duck_mode_cb: Optional[Callback]
 _reconnection_task: Optional[asyncio.Task[None]]
 _reconnection_task_future: Optional[asyncio.Future]
 _max_payload: int
 _client_id: Optional[int]
 _client_ip: Optional[str]
 _sid: int
 _subs: Dict[int, Subscription]
 _status: int
 _ps: Parser
 _pending: List[bytes]
 _pending_data_size: int
 _max_pending_size: int
 _flush_queue: Optional[asyncio.Queue[asyncio.Future[Any]]]
 _flusher_task: Optional[asyncio.Task]
 _flush_timeout: Optional[float]
 _resp_map: Dict[str, asyncio.Future]
 _resp_sub_prefix: Optional[bytearray]
 _nuid: _loopmend_8.NUID
 _inbox_prefix: bytearray
 _auth_configured: bool
 _skip_subject_validation: bool
 _user_jwt_cb: Optional[JWTCallback]
 _signature_cb: Optional[SignatureCallback]
 _user_credentials: Optional[Credentials]
 _nkeys_seed: Optional[str]
 _nkeys_seed_str: Optional[str]
 _public_nkey: Optional[str]
 options: Dict[str, Any]
 stats: dict[str, int]

=== nats.aio.msg
import nats.aio.msg as _loopmend_0
from __future__ import annotations
import datetime
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Dict, List, Optional, Union
from nats.errors import Error, MsgAlreadyAckdError, NotJSMessageError
if TYPE_CHECKING:
 from nats import NATS
_V1_TOKEN_COUNT = 9
_V2_TOKEN_COUNT = 12
@dataclass
class Msg:
 _client: NATS
 subject: str = ""
 reply: str = ""
 data: bytes = ...
 headers: Optional[Dict[str, str]] = None
 _metadata: Optional[Metadata] = None
 _ackd: bool = False
 _sid: Optional[int] = None
 class Ack:
  Ack: bytes
  Nak: bytes
  Progress: bytes
  Term: bytes
  Prefix0 = "$JS"
  Prefix1 = "ACK"
  Domain = 2
  AccHash = 3
  Stream = 4
  Consumer = 5
  NumDelivered = 6
  StreamSeq = 7
  ConsumerSeq = 8
  Timestamp = 9
  NumPending = 10
 @property
 def header(self) -> Optional[Dict[str, str]]: ...
 @property
 def is_acked(self) -> bool: ...
 @property
 def sid(self) -> int: ...
 async def respond(self, data: bytes) -> None: ...
 async def ack(self) -> None: ...
 async def ack_sync(self, timeout: float = ...) -> "Msg": ...
 async def nak(self, delay: Union[int, float, None] = None) -> None: ...
 async def in_progress(self) -> None: ...
 async def term(self) -> None: ...
 @property
 def metadata(self) -> Metadata: ...
 def _get_metadata_fields(self, reply: Optional[str]) -> List[str]: ...
 def _check_reply(self) -> None: ...
 @dataclass(frozen=True)
 class Metadata:
  sequence: SequencePair
  num_pending: int
  num_delivered: int
  timestamp: datetime.datetime
  stream: str
  consumer: str
  domain: Optional[str] = None
  @dataclass(frozen=True)
  class SequencePair:
   consumer: int
   stream: int
  @classmethod
  def _get_metadata_fields(cls, reply: Optional[str]) -> List[str]: ...
  @classmethod
  def _from_reply(cls, reply: str) -> Msg.Metadata: ...

=== nats.aio.subscription
import _asyncio as _loopmend_2
import nats.aio.msg as _loopmend_1
import nats.aio.subscription as _loopmend_3
import typing as _loopmend_0
from __future__ import annotations
import asyncio
import inspect
from typing import ( TYPE_CHECKING, AsyncIterator, Awaitable, Callable, List, Optional, )
from uuid import uuid4
from nats import errors
from nats.aio.msg import Msg
if TYPE_CHECKING:
 from nats.js import JetStreamContext
DEFAULT_SUB_PENDING_MSGS_LIMIT: int
DEFAULT_SUB_PENDING_BYTES_LIMIT: int
class Subscription:
 def __init__(self, conn, id: int = ..., subject: str = ..., queue: str = ..., cb: Optional[Callable[[Msg], Awaitable[None]]] = None, future: Optional[asyncio.Future] = None, max_msgs: int = ..., pending_msgs_limit: int = ..., pending_bytes_limit: int = ...) -> None: ...
 @property
 def subject(self) -> str: ...
 @property
 def queue(self) -> str: ...
 @property
 def messages(self) -> AsyncIterator[Msg]: ...
 @property
 def pending_msgs(self) -> int: ...
 @property
 def pending_bytes(self) -> int: ...
 @property
 def delivered(self) -> int: ...
 async def next_msg(self, timeout: Optional[float] = ...) -> Msg: ...
 def _start(self, error_cb) -> None: ...
 async def drain(self) -> None: ...
 async def _drain(self) -> None: ...
 async def unsubscribe(self, limit: int = ...) -> None: ...
 def _stop_processing(self) -> None: ...
 async def _wait_for_msgs(self, error_cb) -> None: ...
 _conn: _loopmend_0.Any
 _id: int
 _subject: str
 _queue: str
 _max_msgs: int
 _received: int
 _cb: None | _loopmend_0.Callable[..., _loopmend_0.Awaitable[None]]
 _future: None | _loopmend_2.Future
 _closed: bool
 _pending_msgs_limit: int
 _pending_bytes_limit: int
 _pending_queue: asyncio.Queue[Msg]
 _pending_next_msgs_calls: None | dict
 _pending_size: int
 _wait_for_msgs_task: None | _loopmend_2.Task[None]
 _message_iterator: None | _loopmend_3._SubscriptionMessageIterator
 _jsi: Optional[JetStreamContext._JSI]
class _SubscriptionMessageIterator:
 def __init__(self, sub: Subscription) -> None: ...
 def _cancel(self) -> None: ...
 def __aiter__(self) -> _SubscriptionMessageIterator: ...
 async def __anext__(self) -> Msg: ...
 _queue: asyncio.Queue[Msg]
 _sub: Subscription
 _unsubscribed_future: asyncio.Future[bool]

=== nats.aio.transport
import _asyncio as _loopmend_1
import asyncio.queues as _loopmend_0
from __future__ import annotations
import abc
import asyncio
import ssl
from typing import Dict, List, Optional, Union
from urllib.parse import ParseResult
try:
 import aiohttp
 import multidict
except ImportError:
 aiohttp = None
 multidict = None
from nats.errors import ProtocolError
class Transport(abc.ABC):
 @abc.abstractmethod
 async def connect(self, uri: ParseResult, buffer_size: int, connect_timeout: int): ...
 @abc.abstractmethod
 async def connect_tls(self, uri: Union[str, ParseResult], ssl_context: ssl.SSLContext, buffer_size: int, connect_timeout: int): ...
 @abc.abstractmethod
 def write(self, payload: bytes): ...
 @abc.abstractmethod
 def writelines(self, payload: List[bytes]): ...
 @abc.abstractmethod
 async def read(self, buffer_size: int) -> bytes: ...
 @abc.abstractmethod
 async def readline(self) -> bytes: ...
 @abc.abstractmethod
 async def drain(self): ...
 @abc.abstractmethod
 async def wait_closed(self): ...
 @abc.abstractmethod
 def close(self): ...
 @abc.abstractmethod
 def at_eof(self) -> bool: ...
 @abc.abstractmethod
 def __bool__(self): ...
class TcpTransport(Transport):
 def __init__(self) -> None: ...
 async def connect(self, uri: ParseResult, buffer_size: int, connect_timeout: int) -> None: ...
 async def connect_tls(self, uri: Union[str, ParseResult], ssl_context: ssl.SSLContext, buffer_size: int, connect_timeout: int) -> None: ...
 def write(self, payload) -> None: ...
 def writelines(self, payload) -> None: ...
 async def read(self, buffer_size: int) -> bytes: ...
 async def readline(self) -> bytes: ...
 async def drain(self) -> None: ...
 async def wait_closed(self) -> None: ...
 def close(self) -> None: ...
 def at_eof(self) -> bool: ...
 def __bool__(self) -> bool: ...
 _bare_io_reader: Optional[asyncio.StreamReader]
 _io_reader: Optional[asyncio.StreamReader]
 _bare_io_writer: Optional[asyncio.StreamWriter]
 _io_writer: Optional[asyncio.StreamWriter]
class WebSocketTransport(Transport):
 def __init__(self, ws_headers: Optional[Dict[str, List[str]]] = None) -> None: ...
 async def connect(self, uri: ParseResult, buffer_size: int, connect_timeout: int) -> None: ...
 async def connect_tls(self, uri: Union[str, ParseResult], ssl_context: ssl.SSLContext, buffer_size: int, connect_timeout: int) -> None: ...
 def write(self, payload) -> None: ...
 def writelines(self, payload) -> None: ...
 async def read(self, buffer_size: int): ...
 async def readline(self): ...
 async def drain(self) -> None: ...
 async def wait_closed(self) -> None: ...
 def close(self) -> None: ...
 def at_eof(self) -> bool: ...
 def __bool__(self) -> bool: ...
 def _get_custom_headers(self): ...
 _ws: Optional[aiohttp.ClientWebSocketResponse]
 _client: aiohttp.ClientSession
 _pending: _loopmend_0.Queue
 _close_task: _loopmend_1.Future | _loopmend_1.Task[bool]
 _using_tls: Optional[bool]
 _ws_headers: None | dict[str, list[str]]

=== nats.errors
import nats.aio.subscription as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
import asyncio
from typing import TYPE_CHECKING
if TYPE_CHECKING:
 from nats.aio.subscription import Subscription
class Error(Exception):
 ...
class TimeoutError(Error, asyncio.TimeoutError):
 def __str__(self) -> str: ...
class NoRespondersError(Error):
 def __str__(self) -> str: ...
class StaleConnectionError(Error):
 def __str__(self) -> str: ...
class OutboundBufferLimitError(Error):
 def __str__(self) -> str: ...
class UnexpectedEOF(StaleConnectionError):
 def __str__(self) -> str: ...
class FlushTimeoutError(TimeoutError):
 def __str__(self) -> str: ...
class ConnectionClosedError(Error):
 def __str__(self) -> str: ...
class SecureConnRequiredError(Error):
 def __str__(self) -> str: ...
class SecureConnWantedError(Error):
 def __str__(self) -> str: ...
class SecureConnFailedError(Error):
 def __str__(self) -> str: ...
class BadSubscriptionError(Error):
 def __str__(self) -> str: ...
class BadSubjectError(Error):
 def __str__(self) -> str: ...
class BadHeaderError(Error):
 def __init__(self, key: str = ...) -> None: ...
 def __str__(self) -> str: ...
 key: str
class SlowConsumerError(Error):
 def __init__(self, subject: str, reply: str, sid: int, sub: Subscription) -> None: ...
 def __str__(self) -> str: ...
 subject: str
 reply: str
 sid: int
 sub: _loopmend_0.Subscription
class BadTimeoutError(Error):
 def __str__(self) -> str: ...
class AuthorizationError(Error):
 def __str__(self) -> str: ...
class NoServersError(Error):
 def __str__(self) -> str: ...
class JsonParseError(Error):
 def __str__(self) -> str: ...
class MaxPayloadError(Error):
 def __str__(self) -> str: ...
class DrainTimeoutError(TimeoutError):
 def __str__(self) -> str: ...
class ConnectionDrainingError(Error):
 def __str__(self) -> str: ...
class ConnectionReconnectingError(Error):
 def __str__(self) -> str: ...
class InvalidUserCredentialsError(Error):
 def __str__(self) -> str: ...
class InvalidCallbackTypeError(Error):
 def __str__(self) -> str: ...
class ProtocolError(Error):
 def __str__(self) -> str: ...
class ServerNotInPoolError(Error):
 def __str__(self) -> str: ...
class NotJSMessageError(Error):
 def __str__(self) -> str: ...
class MsgAlreadyAckdError(Error):
 def __init__(self, msg = None) -> None: ...
 def __str__(self) -> str: ...
 _msg: _loopmend_1.Any

=== nats.js package
from __future__ import annotations
from . import api
from .client import JetStreamContext
from .manager import JetStreamManager
__all__ = ["api", "JetStreamManager", "JetStreamContext"]

=== nats.js.client
import _asyncio as _loopmend_2
import asyncio.locks as _loopmend_12
import asyncio.queues as _loopmend_8
import email.parser as _loopmend_11
import nats.aio.client as _loopmend_5
import nats.aio.msg as _loopmend_7
import nats.aio.subscription as _loopmend_6
import nats.js.api as _loopmend_1
import nats.js.client as _loopmend_3
import nats.js.kv as _loopmend_9
import nats.js.manager as _loopmend_0
import nats.js.object_store as _loopmend_10
import typing as _loopmend_4
from __future__ import annotations
import asyncio
import json
import time
from email.parser import BytesParser
from secrets import token_hex
from typing import ( TYPE_CHECKING, Any, Awaitable, Callable, Dict, List, Optional, )
import nats.errors
import nats.js.errors
from nats.aio.msg import Msg
from nats.aio.subscription import Subscription
from nats.js import api
from nats.js.errors import ( BadBucketError, BucketNotFoundError, FetchTimeoutError, InvalidBucketNameError, NotFoundError, )
from nats.js.kv import KeyValue
from nats.js.manager import JetStreamManager
from nats.js.object_store import ( OBJ_ALL_CHUNKS_PRE_TEMPLATE, OBJ_ALL_META_PRE_TEMPLATE, OBJ_STREAM_TEMPLATE, VALID_BUCKET_RE, ObjectStore, )
if TYPE_CHECKING:
 from nats import NATS
NO_RESPONDERS_STATUS = "503"
NATS_HDR_LINE = bytearray(b"NATS/1.0")
NATS_HDR_LINE_SIZE = len(NATS_HDR_LINE)
_CRLF_: bytes
_CRLF_LEN_ = len(_CRLF_)
KV_STREAM_TEMPLATE = "KV_{bucket}"
KV_PRE_TEMPLATE = "$KV.{bucket}."
Callback = Callable[["Msg"], Awaitable[None]]
DEFAULT_JS_SUB_PENDING_MSGS_LIMIT: int
DEFAULT_JS_SUB_PENDING_BYTES_LIMIT: int
KV_MAX_HISTORY = 64
class JetStreamContext(JetStreamManager):
 def __init__(self, conn: NATS, prefix: str = ..., domain: Optional[str] = None, timeout: float = ..., publish_async_max_pending: int = ...) -> None: ...
 @property
 def _jsm(self) -> JetStreamManager: ...
 async def _init_async_reply(self) -> None: ...
 async def _handle_async_reply(self, msg: Msg) -> None: ...
 async def publish(self, subject: str, payload: bytes = ..., timeout: Optional[float] = None, stream: Optional[str] = None, headers: Optional[Dict[str, Any]] = None, msg_ttl: Optional[float] = None) -> api.PubAck: ...
 async def publish_async(self, subject: str, payload: bytes = ..., wait_stall: Optional[float] = None, stream: Optional[str] = None, headers: Optional[Dict] = None, msg_ttl: Optional[float] = None) -> asyncio.Future[api.PubAck]: ...
 def publish_async_pending(self) -> int: ...
 async def publish_async_completed(self) -> None: ...
 async def subscribe(self, subject: str, queue: Optional[str] = None, cb: Optional[Callback] = None, durable: Optional[str] = None, stream: Optional[str] = None, config: Optional[api.ConsumerConfig] = None, manual_ack: bool = ..., ordered_consumer: bool = ..., idle_heartbeat: Optional[float] = None, flow_control: bool = ..., pending_msgs_limit: int = ..., pending_bytes_limit: int = ..., deliver_policy: Optional[api.DeliverPolicy] = None, headers_only: Optional[bool] = None, inactive_threshold: Optional[float] = None) -> PushSubscription: ...
 async def subscribe_bind(self, stream: str, config: api.ConsumerConfig, consumer: str, cb: Optional[Callback] = None, manual_ack: bool = ..., ordered_consumer: bool = ..., pending_msgs_limit: int = ..., pending_bytes_limit: int = ...) -> PushSubscription: ...
 @staticmethod
 def _auto_ack_callback(callback: Callback) -> _loopmend_4.Callable[..., _loopmend_4.Coroutine[_loopmend_4.Any, _loopmend_4.Any, None]]: ...
 async def pull_subscribe(self, subject: str, durable: Optional[str] = None, stream: Optional[str] = None, config: Optional[api.ConsumerConfig] = None, pending_msgs_limit: int = ..., pending_bytes_limit: int = ..., inbox_prefix: Optional[bytes] = None) -> JetStreamContext.PullSubscription: ...
 async def pull_subscribe_bind(self, consumer: Optional[str] = None, stream: Optional[str] = None, inbox_prefix: Optional[bytes] = None, pending_msgs_limit: int = ..., pending_bytes_limit: int = ..., name: Optional[str] = None, durable: Optional[str] = None) -> JetStreamContext.PullSubscription: ...
 @classmethod
 def is_status_msg(cls, msg: Optional[Msg]) -> Optional[str]: ...
 @classmethod
 def _is_processable_msg(cls, status: Optional[str], msg: Msg) -> bool: ...
 @classmethod
 def _is_temporary_error(cls, status: Optional[str]) -> bool: ...
 @classmethod
 def _is_heartbeat(cls, status: Optional[str]) -> bool: ...
 @classmethod
 def _time_until(cls, timeout: Optional[float], start_time: float) -> Optional[float]: ...
 class _JSI:
  def __init__(self, js: JetStreamContext, conn: NATS, stream: str, ordered: Optional[bool], psub: JetStreamContext.PushSubscription, sub: Subscription, ccreq: api.ConsumerConfig) -> None: ...
  def track_sequences(self, reply: str) -> None: ...
  def schedule_flow_control_response(self, reply: str) -> None: ...
  def get_js_delivered(self) -> int: ...
  async def activity_check(self) -> None: ...
  async def check_flow_control_response(self) -> None: ...
  async def check_for_sequence_mismatch(self, msg: Msg) -> Optional[bool]: ...
  async def reset_ordered_consumer(self, sseq: Optional[int]) -> bool: ...
  async def recreate_consumer(self) -> None: ...
  _hbtask: None
  _fctask: None
  _conn: _loopmend_5.Client
  _js: _loopmend_3.JetStreamContext
  _stream: str
  _ordered: None | bool
  _psub: _loopmend_3.JetStreamContext.PushSubscription
  _sub: _loopmend_6.Subscription
  _ccreq: _loopmend_1.ConsumerConfig
  _hbi: None | float
  _dseq: int
  _sseq: int
  _cmeta: Optional[str]
  _fcr: Optional[str]
  _fcd: int
  _fciseq: int
  _active: Optional[bool]
 class PushSubscription(Subscription):
  def __init__(self, js: JetStreamContext, sub: Subscription, stream: str, consumer: str) -> None: ...
  async def consumer_info(self) -> api.ConsumerInfo: ...
  @property
  def delivered(self) -> int: ...
  @delivered.setter
  def delivered(self, value) -> None: ...
  @property
  def _pending_size(self): ...
  @_pending_size.setter
  def _pending_size(self, value) -> None: ...
  async def next_msg(self, timeout: Optional[float] = ...) -> Msg: ...
  async def unsubscribe(self, limit: int = ...) -> None: ...
  _conn: _loopmend_4.Any
  _js: _loopmend_3.JetStreamContext
  _stream: str
  _sub: _loopmend_6.Subscription
  _pending_queue: _loopmend_8.Queue[_loopmend_7.Msg]
  _id: _loopmend_4.Any
  _subject: _loopmend_4.Any
  _consumer: str
  _queue: str
  _max_msgs: int
  _received: _loopmend_4.Any
  _cb: None | _loopmend_4.Callable[..., _loopmend_4.Awaitable[None]]
  _future: None | _loopmend_2.Future
  _closed: bool
  _pending_msgs_limit: int
  _pending_bytes_limit: int
  _wait_for_msgs_task: None | _loopmend_2.Task[None]
  _message_iterator: None | _loopmend_6._SubscriptionMessageIterator
  _pending_next_msgs_calls: None | dict
 class PullSubscription:
  def __init__(self, js: JetStreamContext, sub: Subscription, stream: str, consumer: str, deliver: bytes) -> None: ...
  @property
  def pending_msgs(self) -> int: ...
  @property
  def pending_bytes(self) -> int: ...
  @property
  def delivered(self) -> int: ...
  async def unsubscribe(self) -> None: ...
  async def consumer_info(self) -> api.ConsumerInfo: ...
  async def fetch(self, batch: int = ..., timeout: Optional[float] = ..., heartbeat: Optional[float] = None) -> List[Msg]: ...
  async def _fetch_one(self, expires: Optional[int], timeout: Optional[float], heartbeat: Optional[float] = None) -> Msg: ...
  async def _fetch_n(self, batch: int, expires: Optional[int], timeout: Optional[float], heartbeat: Optional[float] = None) -> List[Msg]: ...
  _nc: _loopmend_5.Client
  _js: _loopmend_3.JetStreamContext
  _stream: str
  _sub: _loopmend_6.Subscription
  _consumer: str
  _nms: str
  _deliver: str
 async def key_value(self, bucket: str) -> KeyValue: ...
 async def create_key_value(self, config: Optional[api.KeyValueConfig] = None, **params) -> KeyValue: ...
 async def delete_key_value(self, bucket: str) -> bool: ...
 async def object_store(self, bucket: str) -> ObjectStore: ...
 async def create_object_store(self, bucket: str = None, config: Optional[api.ObjectStoreConfig] = None, **params) -> ObjectStore: ...
 async def delete_object_store(self, bucket: str) -> bool: ...
 _prefix: str
 _nc: _loopmend_5.Client
 _timeout: float
 _hdr_parser: _loopmend_11.BytesParser
 _async_reply_prefix: Optional[bytearray]
 _publish_async_futures: Dict[str, asyncio.Future]
 _publish_async_completed_event: _loopmend_12.Event
 _publish_async_pending_semaphore: _loopmend_12.Semaphore

=== nats.js.kv
import nats.js.client as _loopmend_2
import nats.js.kv as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
import asyncio
import datetime
import logging
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, List, Optional
import nats.errors
import nats.js.errors
from nats.js import api
if TYPE_CHECKING:
 from nats.js import JetStreamContext
KV_OP = "KV-Operation"
KV_DEL = "DEL"
KV_PURGE = "PURGE"
MSG_ROLLUP_SUBJECT = "sub"
KV_MARKER_REASON = "Nats-Marker-Reason"
logger = logging.getLogger(__name__)
VALID_KEY_RE = re.compile(r"^[-/_=\.a-zA-Z0-9]+$")
def _is_key_valid(key: str) -> bool: ...
class StopIterSentinel:
 ...
class KeyValue:
 @dataclass
 class Entry:
  bucket: str
  key: str
  value: Optional[bytes]
  revision: Optional[int]
  delta: Optional[int]
  created: Optional[int]
  operation: Optional[str]
 @dataclass(frozen=True)
 class BucketStatus:
  stream_info: api.StreamInfo
  bucket: str
  @property
  def values(self) -> int: ...
  @property
  def history(self) -> int: ...
  @property
  def ttl(self) -> Optional[float]: ...
  @property
  def marker_ttl(self) -> Optional[float]: ...
 def __init__(self, name: str, stream: str, pre: str, js: JetStreamContext, direct: bool) -> None: ...
 async def get(self, key: str, revision: Optional[int] = None, validate_keys: bool = ...) -> Entry: ...
 async def _get(self, key: str, revision: Optional[int] = None) -> Entry: ...
 async def put(self, key: str, value: bytes, validate_keys: bool = ...) -> int: ...
 async def create(self, key: str, value: bytes, validate_keys: bool = ..., msg_ttl: Optional[float] = None) -> int: ...
 async def update(self, key: str, value: bytes, last: Optional[int] = None, validate_keys: bool = ...) -> int: ...
 async def _update(self, key: str, value: bytes, last: Optional[int] = None, validate_keys: bool = ..., msg_ttl: Optional[float] = None) -> int: ...
 async def delete(self, key: str, last: Optional[int] = None, validate_keys: bool = ..., msg_ttl: Optional[float] = None) -> bool: ...
 async def purge(self, key: str, msg_ttl: Optional[float] = None) -> bool: ...
 async def purge_deletes(self, olderthan: int = ...) -> bool: ...
 async def status(self) -> BucketStatus: ...
 class KeyWatcher:
  STOP_ITER: _loopmend_0.StopIterSentinel
  def __init__(self, js) -> None: ...
  async def stop(self) -> None: ...
  async def updates(self, timeout = ...) -> None | _loopmend_0.KeyValue.Entry | _loopmend_0.StopIterSentinel: ...
  def __aiter__(self) -> _loopmend_0.KeyValue.KeyWatcher: ...
  async def __anext__(self) -> None | _loopmend_0.KeyValue.Entry: ...
  _js: _loopmend_1.Any
  _updates: asyncio.Queue[KeyValue.Entry | None | StopIterSentinel]
  _sub: None
  _pending: Optional[int]
  _init_done: bool
 async def watchall(self, **kwargs) -> KeyWatcher: ...
 async def keys(self, filters: List[str] = None, **kwargs) -> List[str]: ...
 async def history(self, key: str) -> List[Entry]: ...
 async def watch(self, keys, headers_only = ..., include_history = ..., ignore_deletes = ..., meta_only = ..., inactive_threshold = None) -> KeyWatcher: ...
 _name: str
 _stream: str
 _pre: str
 _js: _loopmend_2.JetStreamContext
 _direct: bool

=== nats.js.manager
import email.parser as _loopmend_3
import nats.aio.client as _loopmend_2
import nats.js.api as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
import base64
import json
from email.parser import BytesParser
from typing import TYPE_CHECKING, Any, Dict, Iterable, List, Optional
from nats.errors import NoRespondersError
from nats.js import api
from nats.js.errors import APIError, ConsumerInvalidResetError, NotFoundError, ServiceUnavailableError
if TYPE_CHECKING:
 from nats import NATS
NATS_HDR_LINE = bytearray(b"NATS/1.0")
NATS_HDR_LINE_SIZE = len(NATS_HDR_LINE)
_CRLF_: bytes
_CRLF_LEN_ = len(_CRLF_)
_INVALID_NAME_CHARS = ">*. /\\\t\r\n"
def _validate_stream_name(name: Optional[str]) -> None: ...
def _validate_consumer_name(name: Optional[str]) -> None: ...
class JetStreamManager:
 def __init__(self, conn: NATS, prefix: str = ..., timeout: float = ...) -> None: ...
 async def account_info(self) -> api.AccountInfo: ...
 async def find_stream_name_by_subject(self, subject: str) -> str: ...
 async def stream_info(self, name: str, subjects_filter: Optional[str] = None) -> api.StreamInfo: ...
 async def add_stream(self, config: Optional[api.StreamConfig] = None, **params) -> api.StreamInfo: ...
 async def update_stream(self, config: Optional[api.StreamConfig] = None, **params) -> api.StreamInfo: ...
 async def delete_stream(self, name: str) -> bool: ...
 async def purge_stream(self, name: str, seq: Optional[int] = None, subject: Optional[str] = None, keep: Optional[int] = None) -> bool: ...
 async def consumer_info(self, stream: str, consumer: str, timeout: Optional[float] = None) -> _loopmend_0.ConsumerInfo: ...
 async def streams_info(self, offset = ...) -> List[api.StreamInfo]: ...
 async def streams_info_iterator(self, offset = ...) -> Iterable[api.StreamInfo]: ...
 async def add_consumer(self, stream: str, config: Optional[api.ConsumerConfig] = None, timeout: Optional[float] = None, **params) -> api.ConsumerInfo: ...
 async def delete_consumer(self, stream: str, consumer: str) -> bool: ...
 async def pause_consumer(self, stream: str, consumer: str, pause_until: str, timeout: Optional[float] = None) -> api.ConsumerPause: ...
 async def resume_consumer(self, stream: str, consumer: str, timeout: Optional[float] = None) -> api.ConsumerPause: ...
 async def reset_consumer(self, stream: str, consumer: str, seq: Optional[int] = None, timeout: Optional[float] = None) -> api.ConsumerReset: ...
 async def consumers_info(self, stream: str, offset: Optional[int] = None) -> List[api.ConsumerInfo]: ...
 async def get_msg(self, stream_name: str, seq: Optional[int] = None, subject: Optional[str] = None, direct: Optional[bool] = ..., next: Optional[bool] = ...) -> api.RawStreamMsg: ...
 @classmethod
 def _lift_msg_to_raw_msg(self, msg) -> api.RawStreamMsg: ...
 async def delete_msg(self, stream_name: str, seq: int) -> bool: ...
 async def get_last_msg(self, stream_name: str, subject: str, direct: Optional[bool] = ...) -> api.RawStreamMsg: ...
 async def _api_request(self, req_subject: str, req: bytes = ..., timeout: float = ...) -> Dict[str, Any]: ...
 _prefix: str
 _nc: _loopmend_2.Client
 _timeout: float
 _hdr_parser: _loopmend_3.BytesParser

=== nats.js.object_store
import nats.js.api as _loopmend_0
import nats.js.client as _loopmend_4
import nats.js.kv as _loopmend_2
import nats.js.object_store as _loopmend_1
import typing as _loopmend_3
import asyncio
import base64
import io
import json
import re
from dataclasses import dataclass
from datetime import datetime, timezone
from hashlib import sha256
from typing import TYPE_CHECKING, List, Optional, Union
import nats.errors
from nats.js import api
from nats.js.errors import ( BadObjectMetaError, DigestMismatchError, LinkIsABucketError, NotFoundError, ObjectAlreadyExists, ObjectDeletedError, ObjectNotFoundError, )
from nats.js.kv import MSG_ROLLUP_SUBJECT, StopIterSentinel
VALID_BUCKET_RE = re.compile(r"^[a-zA-Z0-9_-]+$")
VALID_KEY_RE = re.compile(r"^[-/_=\.a-zA-Z0-9]+$")
if TYPE_CHECKING:
 from nats.js import JetStreamContext
OBJ_STREAM_TEMPLATE = "OBJ_{bucket}"
OBJ_ALL_CHUNKS_PRE_TEMPLATE = "$O.{bucket}.C.>"
OBJ_ALL_META_PRE_TEMPLATE = "$O.{bucket}.M.>"
OBJ_CHUNKS_PRE_TEMPLATE = "$O.{bucket}.C.{obj}"
OBJ_META_PRE_TEMPLATE = "$O.{bucket}.M.{obj}"
OBJ_NO_PENDING = "0"
OBJ_DEFAULT_CHUNK_SIZE: int
OBJ_DIGEST_TYPE = "SHA-256="
OBJ_DIGEST_TEMPLATE: str
class ObjectStore:
 @dataclass
 class ObjectResult:
  info: api.ObjectInfo
  data: Optional[bytes] = bytes()
 @dataclass(frozen=True)
 class ObjectStoreStatus:
  stream_info: api.StreamInfo
  bucket: str
  @property
  def description(self) -> Optional[str]: ...
  @property
  def ttl(self) -> Optional[float]: ...
  @property
  def storage_type(self) -> Optional[api.StorageType]: ...
  @property
  def replicas(self) -> Optional[int]: ...
  @property
  def sealed(self) -> bool: ...
  @property
  def size(self) -> int: ...
 def __init__(self, name: str, stream: str, js: "JetStreamContext") -> None: ...
 async def get_info(self, name: str, show_deleted: Optional[bool] = ...) -> api.ObjectInfo: ...
 async def get(self, name: str, writeinto: Optional[io.BufferedIOBase] = None, show_deleted: Optional[bool] = ...) -> ObjectResult: ...
 async def put(self, name: str, data: Union[str, bytes, io.BufferedIOBase], meta: Optional[api.ObjectMeta] = None) -> api.ObjectInfo: ...
 async def status(self) -> ObjectStoreStatus: ...
 async def seal(self) -> None: ...
 async def update_meta(self, name: str, meta: api.ObjectMeta) -> None: ...
 class ObjectWatcher:
  STOP_ITER: _loopmend_2.StopIterSentinel
  def __init__(self, js) -> None: ...
  async def stop(self) -> None: ...
  async def updates(self, timeout = ...) -> None | _loopmend_0.ObjectInfo | _loopmend_2.StopIterSentinel: ...
  def __aiter__(self) -> _loopmend_1.ObjectStore.ObjectWatcher: ...
  async def __anext__(self) -> None | _loopmend_0.ObjectInfo: ...
  _js: _loopmend_3.Any
  _updates: asyncio.Queue[Union[api.ObjectInfo, None, StopIterSentinel]]
  _sub: None
  _pending: Optional[int]
  _init_done: bool
 async def watch(self, ignore_deletes = ..., include_history = ..., meta_only = ..., updates_only = ...) -> ObjectWatcher: ...
 async def delete(self, name: str) -> ObjectResult: ...
 async def list(self, ignore_deletes = ...) -> List[api.ObjectInfo]: ...
 _name: str
 _stream: str
 _js: _loopmend_4.JetStreamContext

=== nats.micro package
import nats.micro.service as _loopmend_0
from dataclasses import replace
from typing import Optional
from nats.aio.client import Client
from .request import Handler, Request
from .service import Service, ServiceConfig
async def add_service(nc: Client, config: Optional[ServiceConfig] = None, **kwargs) -> Service: ...
__all__ = ["add_service"]

=== nats.micro.request
import nats.micro.request as _loopmend_0
from __future__ import annotations
from dataclasses import dataclass
from typing import Any, Awaitable, Callable, Dict, Optional
from nats.aio.msg import Msg
ERROR_HEADER = "Nats-Service-Error"
ERROR_CODE_HEADER = "Nats-Service-Error-Code"
class Request:
 _msg: Msg
 def __init__(self, msg: Msg) -> None: ...
 @property
 def subject(self) -> str: ...
 @property
 def headers(self) -> Optional[Dict[str, str]]: ...
 @property
 def data(self) -> bytes: ...
 async def respond(self, data: bytes = ..., headers: Optional[Dict[str, str]] = None) -> None: ...
 async def respond_error(self, code: str, description: str, data: bytes = ..., headers: Optional[Dict[str, str]] = None) -> None: ...
 _error: None
Handler = Callable[[Request], Awaitable[None]]
@dataclass
class ServiceError(Exception):
 code: str
 description: str
 def __repr__(self) -> str: ...
 def to_dict(self) -> Dict[str, Any]: ...
 @classmethod
 def from_dict(cls, data: Dict[str, Any]) -> ServiceError: ...

=== nats.micro.service
import asyncio.locks as _loopmend_3
import datetime as _loopmend_2
import nats.aio.client as _loopmend_4
import nats.micro.service as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
import json
import re
import time
from asyncio import Event
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import Enum
from typing import ( Any, AsyncContextManager, Callable, Dict, List, Optional, Protocol, overload, )
from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.aio.subscription import Subscription
from .request import Handler, Request, ServiceError
DEFAULT_QUEUE_GROUP = "q"
DEFAULT_PREFIX = "$SRV"
INFO_RESPONSE_TYPE = "io.nats.micro.v1.info_response"
PING_RESPONSE_TYPE = "io.nats.micro.v1.ping_response"
STATS_RESPONSE_TYPE = "io.nats.micro.v1.stats_response"
SEMVER_REGEX = re.compile( r"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$" )
NAME_REGEX = re.compile(r"^[A-Za-z0-9\-_]+$")
SUBJECT_REGEX = re.compile(r"^[^ >]*[>]?$")
class ServiceVerb(str, Enum):
 PING = "PING"
 STATS = "STATS"
 INFO = "INFO"
@dataclass
class EndpointConfig:
 name: str
 handler: Handler
 queue_group: Optional[str] = None
 subject: Optional[str] = None
 metadata: Optional[Dict[str, str]] = None
 def __post_init__(self) -> None: ...
@dataclass
class EndpointStats:
 name: str
 subject: str
 queue_group: str
 num_requests: int
 num_errors: int
 processing_time: int
 average_processing_time: int
 last_error: Optional[str] = None
 data: Optional[Any] = None
 @classmethod
 def from_dict(cls, data: Dict[str, Any]) -> EndpointStats: ...
 def to_dict(self) -> Dict[str, Any]: ...
@dataclass
class EndpointInfo:
 name: str
 subject: str
 queue_group: str
 metadata: Dict[str, Any] = field(default_factory=dict)
 @classmethod
 def from_dict(cls, data: Dict[str, Any]) -> EndpointInfo: ...
 def to_dict(self) -> Dict[str, Any]: ...
class Endpoint:
 def __init__(self, service: Service, config: EndpointConfig) -> None: ...
 async def _start(self) -> None: ...
 async def _stop(self) -> None: ...
 def _reset(self) -> None: ...
 async def _handle_request(self, msg: Msg) -> None: ...
 _service: _loopmend_0.Service
 _name: str
 _subject: str
 _queue_group: str
 _handler: _loopmend_1.Callable[..., _loopmend_1.Awaitable[None]]
 _metadata: dict[str, str]
 _num_requests: int
 _num_errors: int
 _processing_time: int
 _average_processing_time: _loopmend_2.timedelta | int
 _last_error: None | str
 _subscription: Optional[Subscription]
@dataclass
class GroupConfig:
 name: str
 queue_group: Optional[str] = None
class EndpointManager(Protocol):
 @overload
 async def add_endpoint(self, config: EndpointConfig) -> None: ...
 @overload
 async def add_endpoint(self, *, name: str, handler: Handler, queue_group: Optional[str] = None, subject: Optional[str] = None, metadata: Optional[Dict[str, str]] = None) -> None: ...
 async def add_endpoint(self, config: Optional[EndpointConfig] = None, **kwargs) -> None: ...
class GroupManager(Protocol):
 @overload
 def add_group(self, *, name: str, queue_group: Optional[str] = None) -> Group: ...
 @overload
 def add_group(self, config: GroupConfig) -> Group: ...
 def add_group(self, config: Optional[GroupConfig] = None, **kwargs) -> Group: ...
class Group(GroupManager, EndpointManager):
 def __init__(self, service: "Service", config: GroupConfig) -> None: ...
 @overload
 async def add_endpoint(self, config: EndpointConfig) -> None: ...
 @overload
 async def add_endpoint(self, *, name: str, handler: Handler, queue_group: Optional[str] = None, subject: Optional[str] = None, metadata: Optional[Dict[str, str]] = None) -> None: ...
 async def add_endpoint(self, config: Optional[EndpointConfig] = None, **kwargs) -> None: ...
 @overload
 def add_group(self, *, name: str, queue_group: Optional[str] = None) -> Group: ...
 @overload
 def add_group(self, config: GroupConfig) -> Group: ...
 def add_group(self, config: Optional[GroupConfig] = None, **kwargs) -> Group: ...
 _service: _loopmend_0.Service
 _queue_group: str
 _prefix: str
StatsHandler = Callable[[EndpointStats], Any]
@dataclass
class ServiceConfig:
 name: str
 version: str
 description: Optional[str] = None
 metadata: Optional[Dict[str, str]] = None
 queue_group: Optional[str] = None
 stats_handler: Optional[StatsHandler] = None
 def __post_init__(self) -> None: ...
class ServiceIdentity(Protocol):
 id: str
 name: str
 version: str
 metadata: Dict[str, str]
@dataclass
class ServicePing(ServiceIdentity):
 id: str
 name: str
 version: str
 metadata: Dict[str, str] = field(default_factory=dict)
 type: str = PING_RESPONSE_TYPE
 @classmethod
 def from_dict(cls, data: Dict[str, Any]) -> ServicePing: ...
 def to_dict(self) -> Dict[str, Any]: ...
@dataclass
class ServiceStats(ServiceIdentity):
 id: str
 name: str
 version: str
 started: datetime
 endpoints: List[EndpointStats] = field(default_factory=list)
 metadata: Dict[str, str] = field(default_factory=dict)
 type: str = STATS_RESPONSE_TYPE
 @classmethod
 def from_dict(cls, data: Dict[str, Any]) -> ServiceStats: ...
 def to_dict(self) -> Dict[str, Any]: ...
@dataclass
class ServiceInfo:
 name: str
 id: str
 version: str
 description: Optional[str] = None
 endpoints: List[EndpointInfo] = field(default_factory=list)
 metadata: Dict[str, str] = field(default_factory=dict)
 type: str = INFO_RESPONSE_TYPE
 @classmethod
 def from_dict(cls, data: Dict[str, Any]) -> ServiceInfo: ...
 def to_dict(self) -> Dict[str, Any]: ...
class Service(AsyncContextManager):
 def __init__(self, client: Client, config: ServiceConfig) -> None: ...
 @property
 def id(self) -> str: ...
 async def start(self) -> None: ...
 @overload
 async def add_endpoint(self, config: EndpointConfig) -> None: ...
 @overload
 async def add_endpoint(self, *, name: str, handler: Handler, queue_group: Optional[str] = None, subject: Optional[str] = None, metadata: Optional[Dict[str, str]] = None) -> None: ...
 async def add_endpoint(self, config: Optional[EndpointConfig] = None, **kwargs) -> None: ...
 @overload
 def add_group(self, *, name: str, queue_group: Optional[str] = None) -> Group: ...
 @overload
 def add_group(self, config: GroupConfig) -> Group: ...
 def add_group(self, config: Optional[GroupConfig] = None, **kwargs) -> Group: ...
 def stats(self) -> ServiceStats: ...
 def info(self) -> ServiceInfo: ...
 async def reset(self) -> None: ...
 async def stop(self) -> None: ...
 @property
 def stopped(self) -> Event: ...
 async def __aenter__(self) -> "Service": ...
 async def __aexit__(self, exc_type, exc, tb) -> None: ...
 async def _handle_ping_request(self, msg: Msg) -> None: ...
 async def _handle_info_request(self, msg: Msg) -> None: ...
 async def _handle_stats_request(self, msg: Msg) -> None: ...
 _name: str
 _queue_group: str
 _metadata: dict | dict[str, str]
 _client: _loopmend_4.Client
 _prefix: str
 _id: str
 _version: str
 _description: str
 _stats_handler: _loopmend_1.Callable[..., _loopmend_1.Any]
 _subscriptions: dict
 _endpoints: list
 _started: _loopmend_2.datetime
 _stopped: _loopmend_3.Event
def control_subject(verb: ServiceVerb, name: Optional[str] = None, id: Optional[str] = None, prefix = ...) -> str: ...

=== nats.protocol package

=== nats.protocol.parser
import typing as _loopmend_0
from __future__ import annotations
import json
import re
from typing import Any, Dict
from nats.errors import ProtocolError
MSG_RE = re.compile(b"\\AMSG\\s+([^\\s]+)\\s+([^\\s]+)\\s+(([^\\s]+)[^\\S\r\n]+)?(\\d+)\r\n")
HMSG_RE = re.compile(b"\\AHMSG\\s+([^\\s]+)\\s+([^\\s]+)\\s+(([^\\s]+)[^\\S\r\n]+)?([\\d]+)\\s+(\\d+)\r\n")
OK_RE = re.compile(b"\\A\\+OK\\s*\r\n")
ERR_RE = re.compile(b"\\A-ERR\\s+('.+')?\r\n")
PING_RE = re.compile(b"\\APING\\s*\r\n")
PONG_RE = re.compile(b"\\APONG\\s*\r\n")
INFO_RE = re.compile(b"\\AINFO\\s+([^\r\n]+)\r\n")
INFO_OP: bytes
CONNECT_OP: bytes
PUB_OP: bytes
MSG_OP: bytes
HMSG_OP: bytes
SUB_OP: bytes
UNSUB_OP: bytes
PING_OP: bytes
PONG_OP: bytes
OK_OP: bytes
ERR_OP: bytes
MSG_END: bytes
_CRLF_: bytes
_SPC_: bytes
OK: bytes
PING: bytes
PONG: bytes
CRLF_SIZE = len(_CRLF_)
OK_SIZE = len(OK)
PING_SIZE = len(PING)
PONG_SIZE = len(PONG)
MSG_OP_SIZE = len(MSG_OP)
ERR_OP_SIZE = len(ERR_OP)
AWAITING_CONTROL_LINE = 1
AWAITING_MSG_PAYLOAD = 2
MAX_CONTROL_LINE_SIZE = 4096
STALE_CONNECTION = "stale connection"
AUTHORIZATION_VIOLATION = "authorization violation"
PERMISSIONS_ERR = "permissions violation"
class Parser:
 def __init__(self, nc = None) -> None: ...
 def __repr__(self) -> str: ...
 def reset(self) -> None: ...
 async def parse(self, data: bytes = ...) -> None: ...
 nc: _loopmend_0.Any
 buf: bytearray
 state: int
 needed: int
 header_needed: int
 msg_arg: Dict[str, Any]
class ErrProtocol(ProtocolError):
 def __str__(self) -> str: ...

