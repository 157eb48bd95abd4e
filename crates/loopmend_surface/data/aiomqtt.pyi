# aiomqtt 2.5.1 BSD-3-Clause
=== aiomqtt package
from .client import ( Client, MessagesIterator, ProtocolVersion, ProxySettings, TLSParameters, Will, )
from .exceptions import MqttCodeError, MqttError, MqttReentrantError
from .message import Message
from .topic import Topic, TopicLike, Wildcard, WildcardLike
__version__ = "2.5.1"
__version_tuple__: tuple[int, int, int]
__all__ = [ "Client", "Message", "MessagesIterator", "MqttCodeError", "MqttError", "MqttReentrantError", "ProtocolVersion", "ProxySettings", "TLSParameters", "Topic", "TopicLike", "Wildcard", "WildcardLike", "Will", "__version__", "__version_tuple__", ]

=== aiomqtt.client
import _asyncio as _loopmend_5
import aiomqtt.client as _loopmend_2
import aiomqtt.message as _loopmend_1
import asyncio.events as _loopmend_3
import asyncio.queues as _loopmend_4
import logging as _loopmend_6
import typing as _loopmend_0
from __future__ import annotations
import asyncio
import contextlib
import dataclasses
import enum
import functools
import logging
import math
import socket
import ssl
import sys
from types import TracebackType
from typing import ( Any, AsyncIterator, Awaitable, Callable, Coroutine, Generator, Iterable, Iterator, Literal, TypeVar, cast, )
import paho.mqtt.client as mqtt
from paho.mqtt.enums import CallbackAPIVersion
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode
from paho.mqtt.subscribeoptions import SubscribeOptions
from .exceptions import MqttCodeError, MqttConnectError, MqttError, MqttReentrantError
from .message import Message
from .types import ( P, PahoSocket, PayloadType, SocketOption, SubscribeTopic, T, WebSocketHeaders, )
if sys.version_info >= (3, 11):
 from typing import Concatenate, Self
elif sys.version_info >= (3, 10):
 from typing import Concatenate
 from typing_extensions import Self
else:
 from typing_extensions import Concatenate, Self
MQTT_LOGGER = logging.getLogger("mqtt")
ClientT = TypeVar("ClientT", bound="Client")
class ProtocolVersion(enum.IntEnum):
 V31 = mqtt.MQTTv31
 V311 = mqtt.MQTTv311
 V5 = mqtt.MQTTv5
@dataclasses.dataclass(frozen=True)
class TLSParameters:
 ca_certs: str | None = None
 certfile: str | None = None
 keyfile: str | None = None
 cert_reqs: ssl.VerifyMode | None = None
 tls_version: Any | None = None
 ciphers: str | None = None
 keyfile_password: str | None = None
class ProxySettings:
 def __init__(self, *, proxy_type: int, proxy_addr: str, proxy_rdns: bool | None = ..., proxy_username: str | None = None, proxy_password: str | None = None, proxy_port: int | None = None) -> None: ...
 proxy_args: dict[str, None | bool | int | str]
def _outgoing_call(method: Callable[Concatenate[ClientT, P], Coroutine[Any, Any, T]]) -> Callable[Concatenate[ClientT, P], Coroutine[Any, Any, T]]: ...
@dataclasses.dataclass(frozen=True)
class Will:
 topic: str
 payload: PayloadType | None = None
 qos: int = 0
 retain: bool = False
 properties: Properties | None = None
class MessagesIterator:
 def __init__(self, client: Client) -> None: ...
 def __aiter__(self) -> AsyncIterator[Message]: ...
 async def __anext__(self) -> Message: ...
 def __len__(self) -> int: ...
 _client: _loopmend_2.Client
class Client:
 def __init__(self, hostname: str, port: int = ..., *, username: str | None = None, password: str | None = None, logger: logging.Logger | None = None, identifier: str | None = None, queue_type: type[asyncio.Queue[Message]] | None = None, protocol: ProtocolVersion | None = None, will: Will | None = None, clean_session: bool | None = None, transport: Literal["tcp", "websockets", "unix"] = ..., timeout: float | None = None, keepalive: int = ..., bind_address: str = ..., bind_port: int = ..., clean_start: mqtt.CleanStartOption = ..., max_queued_incoming_messages: int | None = None, max_queued_outgoing_messages: int | None = None, max_inflight_messages: int | None = None, max_concurrent_outgoing_calls: int | None = None, properties: Properties | None = None, tls_context: ssl.SSLContext | None = None, tls_params: TLSParameters | None = None, tls_insecure: bool | None = None, proxy: ProxySettings | None = None, socket_options: Iterable[SocketOption] | None = None, websocket_path: str | None = None, websocket_headers: WebSocketHeaders | None = None) -> None: ...
 def _set_tls_params(self) -> None: ...
 @property
 def identifier(self) -> str: ...
 @property
 def messages(self) -> MessagesIterator: ...
 @property
 def _pending_calls(self) -> Generator[int, None, None]: ...
 async def subscribe(self, /, topic: SubscribeTopic, qos: int = ..., options: SubscribeOptions | None = None, properties: Properties | None = None, *args: Any, timeout: float | None = None, **kwargs: Any) -> list | tuple: ...
 async def unsubscribe(self, /, topic: str | list[str], properties: Properties | None = None, *args: Any, timeout: float | None = None, **kwargs: Any) -> None: ...
 async def publish(self, /, topic: str, payload: PayloadType = None, qos: int = ..., retain: bool = ..., properties: Properties | None = None, *args: Any, timeout: float | None = None, **kwargs: Any) -> None: ...
 async def _wait_for(self, fut: Awaitable[T], timeout: float | None) -> T: ...
 @contextlib.contextmanager
 def _pending_call(self, mid: int, value: T, pending_dict: dict[int, T]) -> Iterator[None]: ...
 def _on_connect(self, client: mqtt.Client, userdata: Any, flags: mqtt.ConnectFlags, reason_code: ReasonCode, properties: Properties | None = None) -> None: ...
 def _on_disconnect(self, client: mqtt.Client, userdata: Any, flags: mqtt.DisconnectFlags, reason_code: ReasonCode, properties: Properties | None = None) -> None: ...
 def _on_subscribe(self, client: mqtt.Client, userdata: Any, mid: int, reason_codes: list[ReasonCode], properties: Properties | None = None) -> None: ...
 def _on_unsubscribe(self, client: mqtt.Client, userdata: Any, mid: int, reason_codes: list[ReasonCode], properties: Properties | None = None) -> None: ...
 def _on_message(self, client: mqtt.Client, userdata: Any, message: mqtt.MQTTMessage) -> None: ...
 def _on_publish(self, client: mqtt.Client, userdata: Any, mid: int, reason_code: ReasonCode, properties: Properties) -> None: ...
 def _on_socket_open(self, client: mqtt.Client, userdata: Any, sock: PahoSocket) -> None: ...
 def _on_socket_close(self, client: mqtt.Client, userdata: Any, sock: PahoSocket) -> None: ...
 def _on_socket_register_write(self, client: mqtt.Client, userdata: Any, sock: PahoSocket) -> None: ...
 def _on_socket_unregister_write(self, client: mqtt.Client, userdata: Any, sock: PahoSocket) -> None: ...
 async def _misc_loop(self) -> None: ...
 def _client_connect(self) -> None: ...
 async def __aenter__(self) -> Self: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None) -> None: ...
 _client: mqtt.Client
 _loop: _loopmend_3.AbstractEventLoop
 _queue: _loopmend_4.Queue[_loopmend_1.Message]
 _disconnected: asyncio.Future[None]
 timeout: float | int
 _hostname: str
 _port: int
 _keepalive: int
 _bind_address: str
 _bind_port: int
 _clean_start: _loopmend_0.Any
 _properties: _loopmend_0.Any
 _tls_params: None | _loopmend_2.TLSParameters
 _tls_insecure: None | bool
 _tls_params_set: bool
 _connected: asyncio.Future[None]
 _lock: asyncio.Lock
 _pending_subscribes: dict[int, _loopmend_5.Future[list | tuple]]
 _pending_unsubscribes: dict[int, asyncio.Event]
 _pending_publishes: dict[int, asyncio.Event]
 pending_calls_threshold: int
 _misc_task: asyncio.Task[None] | None
 _outgoing_calls_sem: asyncio.Semaphore | None
 _logger: _loopmend_6.Logger
 _socket_options: tuple
def _set_client_socket_defaults(client_socket: PahoSocket | None, socket_options: Iterable[SocketOption]) -> None: ...

