# elastic-transport 9.4.2 Apache-2.0
=== elastic_transport package
import logging
from ._async_transport import AsyncTransport as AsyncTransport
from ._exceptions import ( ApiError, ConnectionError, ConnectionTimeout, SecurityWarning, SerializationError, SniffingError, TlsError, TransportError, TransportWarning, )
from ._models import ApiResponseMeta, HttpHeaders, NodeConfig, SniffOptions
from ._node import ( AiohttpHttpNode, BaseAsyncNode, BaseNode, HttpxAsyncHttpNode, HttpxHttpNode, RequestsHttpNode, Urllib3HttpNode, )
from ._node_pool import NodePool, NodeSelector, RandomSelector, RoundRobinSelector
from ._otel import OpenTelemetrySpan
from ._response import ApiResponse as ApiResponse
from ._response import BinaryApiResponse as BinaryApiResponse
from ._response import HeadApiResponse as HeadApiResponse
from ._response import ListApiResponse as ListApiResponse
from ._response import ObjectApiResponse as ObjectApiResponse
from ._response import TextApiResponse as TextApiResponse
from ._serializer import ( JsonSerializer, NdjsonSerializer, Serializer, SerializerCollection, TextSerializer, )
from ._transport import Transport as Transport
from ._transport import TransportApiResponse
from ._utils import fixup_module_metadata
from ._version import __version__ as __version__
__all__ = [ "AiohttpHttpNode", "ApiError", "ApiResponse", "ApiResponseMeta", "AsyncTransport", "BaseAsyncNode", "BaseNode", "BinaryApiResponse", "ConnectionError", "ConnectionTimeout", "HeadApiResponse", "HttpHeaders", "HttpxAsyncHttpNode", "HttpxHttpNode", "JsonSerializer", "ListApiResponse", "NdjsonSerializer", "NodeConfig", "NodePool", "NodeSelector", "ObjectApiResponse", "OpenTelemetrySpan", "RandomSelector", "RequestsHttpNode", "RoundRobinSelector", "SecurityWarning", "SerializationError", "Serializer", "SerializerCollection", "SniffOptions", "SniffingError", "TextApiResponse", "TextSerializer", "TlsError", "Transport", "TransportApiResponse", "TransportError", "TransportWarning", "Urllib3HttpNode", ]
try:
 from elastic_transport._serializer import OrjsonSerializer
 __all__.append("OrjsonSerializer")
except ImportError:
 ...
_logger = logging.getLogger("elastic_transport")
def debug_logging() -> None: ...

=== elastic_transport._async_transport
import _asyncio as _loopmend_1
import elastic_transport._transport as _loopmend_0
import typing as _loopmend_2
import asyncio
import logging
import time
from typing import ( Any, Awaitable, Callable, Collection, List, Mapping, Optional, Tuple, Type, Union, )
import sniffio
from ._compat import await_if_coro
from ._exceptions import ( ConnectionError, ConnectionTimeout, SniffingError, TransportError, )
from ._models import DEFAULT, DefaultType, HttpHeaders, NodeConfig, SniffOptions
from ._node import AiohttpHttpNode, BaseAsyncNode
from ._node_pool import NodePool, NodeSelector
from ._otel import OpenTelemetrySpan
from ._serializer import Serializer
from ._transport import ( DEFAULT_CLIENT_META_SERVICE, NOT_DEAD_NODE_HTTP_STATUSES, Transport, TransportApiResponse, backoff_time, validate_sniffing_options, )
from .client_utils import resolve_default
_logger = logging.getLogger("elastic_transport.transport")
class AsyncTransport(Transport):
 def __init__(self, node_configs: List[NodeConfig], node_class: Union[str, Type[BaseAsyncNode]] = ..., node_pool_class: Type[NodePool] = ..., randomize_nodes_in_pool: bool = ..., node_selector_class: Optional[Union[str, Type[NodeSelector]]] = None, dead_node_backoff_factor: Optional[float] = None, max_dead_node_backoff: Optional[float] = None, serializers: Optional[Mapping[str, Serializer]] = None, default_mimetype: str = ..., max_retries: int = ..., retry_on_status: Collection[int] = ..., retry_on_timeout: bool = ..., retry_backoff_base: float = ..., retry_backoff_cap: float = ..., sniff_on_start: bool = ..., sniff_before_requests: bool = ..., sniff_on_node_failure: bool = ..., sniff_timeout: Optional[float] = ..., min_delay_between_sniffing: float = ..., sniff_callback: Optional[ Callable[ ["AsyncTransport", "SniffOptions"], Union[List[NodeConfig], Awaitable[List[NodeConfig]]], ] ] = None, meta_header: bool = ..., client_meta_service: Tuple[str, str] = ...) -> None: ...
 async def perform_request(self, method: str, target: str, *, body: Optional[Any] = None, headers: Union[Mapping[str, Any], DefaultType] = ..., max_retries: Union[int, DefaultType] = ..., retry_on_status: Union[Collection[int], DefaultType] = ..., retry_on_timeout: Union[bool, DefaultType] = ..., retry_backoff_base: Union[float, DefaultType] = ..., retry_backoff_cap: Union[float, DefaultType] = ..., request_timeout: Union[Optional[float], DefaultType] = ..., client_meta: Union[Tuple[Tuple[str, str], ...], DefaultType] = ..., otel_span: Union[OpenTelemetrySpan, DefaultType] = ...) -> TransportApiResponse: ...
 async def sniff(self, is_initial_sniff: bool = ...) -> None: ...
 async def close(self) -> None: ...
 def _should_sniff(self, is_initial_sniff: bool) -> bool: ...
 def _create_sniffing_task(self, is_initial_sniff: bool) -> Optional["asyncio.Task[Any]"]: ...
 async def _sniffing_task_impl(self, is_initial_sniff: bool) -> None: ...
 async def _async_call(self) -> None: ...
 _sniff_on_start: bool
 _sniff_before_requests: bool
 _sniff_on_node_failure: bool
 _sniff_timeout: None | float
 _sniff_callback: None | _loopmend_2.Callable[..., _loopmend_2.Any]
 _sniffing_task: Optional["asyncio.Task[Any]"]
 _last_sniffed_at: float
 _loop: asyncio.AbstractEventLoop
 _async_library: str
 _sniffing_lock: None

=== elastic_transport._compat
import inspect
import sys
from pathlib import Path
from typing import Any, Awaitable, TypeVar, Union
from urllib.parse import quote as _quote
from urllib.parse import urlencode, urlparse
string_types: tuple[type[str], type[bytes]]
T = TypeVar("T")
async def await_if_coro(coro: Union[T, Awaitable[T]]) -> T: ...
_QUOTE_ALWAYS_SAFE = frozenset( "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~" )
def quote(string: str, safe: str = ...) -> str: ...
try:
 from threading import Lock
except ImportError:
 class Lock:
  def __enter__(self) -> None: ...
  def __exit__(self, *_: Any) -> None: ...
  def acquire(self, _: bool = ...) -> bool: ...
  def release(self) -> None: ...
def warn_stacklevel() -> int: ...
__all__ = [ "await_if_coro", "quote", "urlparse", "urlencode", "string_types", "Lock", ]

=== elastic_transport._node package
from ._base import BaseNode, NodeApiResponse
from ._base_async import BaseAsyncNode
from ._http_aiohttp import AiohttpHttpNode
from ._http_httpx import HttpxAsyncHttpNode, HttpxHttpNode
from ._http_requests import RequestsHttpNode
from ._http_urllib3 import Urllib3HttpNode
__all__ = [ "AiohttpHttpNode", "BaseNode", "BaseAsyncNode", "NodeApiResponse", "RequestsHttpNode", "Urllib3HttpNode", "HttpxHttpNode", "HttpxAsyncHttpNode", ]

=== elastic_transport._node._base
import asyncio.exceptions as _loopmend_0
import elastic_transport._models as _loopmend_1
import elastic_transport._node._base as _loopmend_2
import ssl as _loopmend_3
import asyncio
import logging
import os
import ssl
from typing import Any, ClassVar, List, NamedTuple, Optional, Tuple, Union
from .._models import ApiResponseMeta, HttpHeaders, NodeConfig
from .._utils import is_ipaddress
from .._version import __version__
from ..client_utils import DEFAULT, DefaultType
_logger = logging.getLogger("elastic_transport.node")
DEFAULT_CA_CERTS: Optional[str] = None
DEFAULT_USER_AGENT: str
RERAISE_EXCEPTIONS: tuple[type[RecursionError], type[_loopmend_0.CancelledError]]
BUILTIN_EXCEPTIONS: tuple[type[ValueError], type[KeyError], type[NameError], type[AttributeError], type[LookupError], type[AssertionError], type[IndexError], type[MemoryError], type[RuntimeError], type[SystemError], type[TypeError]]
HTTP_STATUS_REASONS: dict
try:
 import certifi
 DEFAULT_CA_CERTS: None | str
except ImportError:
 ...
class NodeApiResponse(NamedTuple):
 meta: ApiResponseMeta
 body: bytes
class BaseNode:
 _CLIENT_META_HTTP_CLIENT: ClassVar[Tuple[str, str]]
 def __init__(self, config: NodeConfig) -> None: ...
 @property
 def config(self) -> NodeConfig: ...
 @property
 def headers(self) -> HttpHeaders: ...
 @property
 def scheme(self) -> str: ...
 @property
 def host(self) -> str: ...
 @property
 def port(self) -> int: ...
 @property
 def path_prefix(self) -> str: ...
 def __repr__(self) -> str: ...
 def __lt__(self, other: object) -> bool: ...
 def __eq__(self, other: object) -> bool: ...
 def __ne__(self, other: object) -> bool: ...
 def __hash__(self) -> int: ...
 @property
 def base_url(self) -> str: ...
 def perform_request(self, method: str, target: str, body: Optional[bytes] = None, headers: Optional[HttpHeaders] = None, request_timeout: Union[DefaultType, Optional[float]] = ...) -> NodeApiResponse: ...
 def close(self) -> None: ...
 def _log_request(self, method: str, target: str, headers: Optional[HttpHeaders], body: Optional[bytes], meta: Optional[ApiResponseMeta] = None, response: Optional[bytes] = None, exception: Optional[Exception] = None) -> None: ...
 _config: _loopmend_1.NodeConfig
 _headers: HttpHeaders
 _http_compress: bool
 _scheme: str
 _host: str
 _port: int
 _path_prefix: str
_HAS_TLS_VERSION = hasattr(ssl, "TLSVersion")
_SSL_PROTOCOL_VERSION_ATTRS: tuple[str, str, str]
_SSL_PROTOCOL_VERSION_DEFAULT = getattr(ssl, "OP_NO_SSLv2", 0) | getattr( ssl, "OP_NO_SSLv3", 0 )
_SSL_PROTOCOL_VERSION_TO_OPTIONS: dict
_SSL_PROTOCOL_VERSION_TO_TLS_VERSION: dict
if _HAS_TLS_VERSION:
 try:
  ...
 except AttributeError:
  ...
def ssl_context_from_node_config(node_config: NodeConfig) -> ssl.SSLContext: ...

=== elastic_transport._node._base_async
import elastic_transport._node._base as _loopmend_0
from typing import Optional, Union
from .._models import HttpHeaders
from ..client_utils import DEFAULT, DefaultType
from ._base import BaseNode, NodeApiResponse
class BaseAsyncNode(BaseNode):
 async def perform_request(self, method: str, target: str, body: Optional[bytes] = None, headers: Optional[HttpHeaders] = None, request_timeout: Union[DefaultType, Optional[float]] = ...) -> NodeApiResponse: ...
 async def close(self) -> None: ...

=== elastic_transport._node._http_aiohttp
import aiohttp.client_reqrep as _loopmend_2
import elastic_transport._node._base as _loopmend_0
import ssl as _loopmend_1
import asyncio
import base64
import functools
import gzip
import os
import re
import ssl
import sys
import warnings
from typing import Optional, TypedDict, Union
from .._compat import warn_stacklevel
from .._exceptions import ConnectionError, ConnectionTimeout, SecurityWarning, TlsError
from .._models import ApiResponseMeta, HttpHeaders, NodeConfig
from ..client_utils import DEFAULT, DefaultType, client_meta_version
from ._base import ( BUILTIN_EXCEPTIONS, DEFAULT_CA_CERTS, RERAISE_EXCEPTIONS, NodeApiResponse, ssl_context_from_node_config, )
from ._base_async import BaseAsyncNode
try:
 import aiohttp
 import aiohttp.client_exceptions as aiohttp_exceptions
 _AIOHTTP_AVAILABLE = True
 _AIOHTTP_META_VERSION: str
 _version_parts: list
 _AIOHTTP_SEMVER_VERSION = tuple(_version_parts)
 _AIOHTTP_FIXED_HEAD_BUG: bool
 class RequestKwarg(TypedDict, total=False):
  ssl: aiohttp.Fingerprint
except ImportError:
 _AIOHTTP_AVAILABLE = False
 _AIOHTTP_META_VERSION = ""
 _AIOHTTP_FIXED_HEAD_BUG = False
_NEEDS_CLEANUP_CLOSED_313: bool
_NEEDS_CLEANUP_CLOSED: bool
class AiohttpHttpNode(BaseAsyncNode):
 _CLIENT_META_HTTP_CLIENT: tuple[str, str]
 def __init__(self, config: NodeConfig) -> None: ...
 async def perform_request(self, method: str, target: str, body: Optional[bytes] = None, headers: Optional[HttpHeaders] = None, request_timeout: Union[DefaultType, Optional[float]] = ...) -> NodeApiResponse: ...
 async def close(self) -> None: ...
 def _create_aiohttp_session(self) -> None: ...
 _ssl_assert_fingerprint: str
 _loop: asyncio.AbstractEventLoop
 session: Optional[aiohttp.ClientSession]
 _connections_per_node: int
 _ssl_context: None | _loopmend_1.SSLContext
@functools.lru_cache(maxsize=64, typed=True)
def aiohttp_fingerprint(ssl_assert_fingerprint: str) -> "aiohttp.Fingerprint": ...

=== elastic_transport._node._http_httpx
import elastic_transport._node._base as _loopmend_0
import httpx._client as _loopmend_1
import gzip
import os.path
import ssl
import time
import warnings
from typing import Literal, Optional, Union
from .._compat import warn_stacklevel
from .._exceptions import ConnectionError, ConnectionTimeout, SecurityWarning, TlsError
from .._models import ApiResponseMeta, HttpHeaders, NodeConfig
from ..client_utils import DEFAULT, DefaultType, client_meta_version
from ._base import ( BUILTIN_EXCEPTIONS, DEFAULT_CA_CERTS, RERAISE_EXCEPTIONS, BaseNode, NodeApiResponse, ssl_context_from_node_config, )
from ._base_async import BaseAsyncNode
try:
 import httpx
 _HTTPX_AVAILABLE = True
 _HTTPX_META_VERSION: str
except ImportError:
 _HTTPX_AVAILABLE = False
 _HTTPX_META_VERSION = ""
class HttpxHttpNode(BaseNode):
 _CLIENT_META_HTTP_CLIENT: tuple[str, str]
 def __init__(self, config: NodeConfig) -> None: ...
 def perform_request(self, method: str, target: str, body: Optional[bytes] = None, headers: Optional[HttpHeaders] = None, request_timeout: Union[DefaultType, Optional[float]] = ...) -> NodeApiResponse: ...
 def close(self) -> None: ...
 client: _loopmend_1.Client
class HttpxAsyncHttpNode(BaseAsyncNode):
 _CLIENT_META_HTTP_CLIENT: tuple[str, str]
 def __init__(self, config: NodeConfig) -> None: ...
 async def perform_request(self, method: str, target: str, body: Optional[bytes] = None, headers: Optional[HttpHeaders] = None, request_timeout: Union[DefaultType, Optional[float]] = ...) -> NodeApiResponse: ...
 async def close(self) -> None: ...
 client: _loopmend_1.AsyncClient

=== elastic_transport._transport
import _thread as _loopmend_5
import elastic_transport._compat as _loopmend_4
import elastic_transport._models as _loopmend_3
import elastic_transport._serializer as _loopmend_1
import elastic_transport._transport as _loopmend_0
import typing as _loopmend_2
import dataclasses
import inspect
import logging
import random
import time
import warnings
from platform import python_version
from typing import ( Any, Callable, Collection, Dict, List, Mapping, NamedTuple, Optional, Tuple, Type, Union, cast, )
from ._compat import Lock, warn_stacklevel
from ._exceptions import ( ConnectionError, ConnectionTimeout, SniffingError, TransportError, TransportWarning, )
from ._models import ( DEFAULT, ApiResponseMeta, DefaultType, HttpHeaders, NodeConfig, SniffOptions, )
from ._node import ( AiohttpHttpNode, BaseNode, HttpxAsyncHttpNode, HttpxHttpNode, RequestsHttpNode, Urllib3HttpNode, )
from ._node_pool import NodePool, NodeSelector
from ._otel import OpenTelemetrySpan
from ._serializer import DEFAULT_SERIALIZERS, Serializer, SerializerCollection
from ._version import __version__
from .client_utils import client_meta_version, resolve_default
NODE_CLASS_NAMES: Dict[str, Type[BaseNode]] = ...
NOT_DEAD_NODE_HTTP_STATUSES: set[None | int]
DEFAULT_CLIENT_META_SERVICE: tuple[str, str]
_logger = logging.getLogger("elastic_transport.transport")
class TransportApiResponse(NamedTuple):
 meta: ApiResponseMeta
 body: Any
def backoff_time(attempts: int, base: float = ..., cap: float = ...) -> float: ...
class Transport:
 def __init__(self, node_configs: List[NodeConfig], node_class: Union[str, Type[BaseNode]] = ..., node_pool_class: Type[NodePool] = ..., randomize_nodes_in_pool: bool = ..., node_selector_class: Optional[Union[str, Type[NodeSelector]]] = None, dead_node_backoff_factor: Optional[float] = None, max_dead_node_backoff: Optional[float] = None, serializers: Optional[Mapping[str, Serializer]] = None, default_mimetype: str = ..., max_retries: int = ..., retry_on_status: Collection[int] = ..., retry_on_timeout: bool = ..., retry_backoff_base: float = ..., retry_backoff_cap: float = ..., sniff_on_start: bool = ..., sniff_before_requests: bool = ..., sniff_on_node_failure: bool = ..., sniff_timeout: Optional[float] = ..., min_delay_between_sniffing: float = ..., sniff_callback: Optional[ Callable[ ["Transport", "SniffOptions"], Union[List[NodeConfig], List[NodeConfig]], ] ] = None, meta_header: bool = ..., client_meta_service: Tuple[str, str] = ...) -> None: ...
 def perform_request(self, method: str, target: str, *, body: Optional[Any] = None, headers: Union[Mapping[str, Any], DefaultType] = ..., max_retries: Union[int, DefaultType] = ..., retry_on_status: Union[Collection[int], DefaultType] = ..., retry_on_timeout: Union[bool, DefaultType] = ..., retry_backoff_base: Union[float, DefaultType] = ..., retry_backoff_cap: Union[float, DefaultType] = ..., request_timeout: Union[Optional[float], DefaultType] = ..., client_meta: Union[Tuple[Tuple[str, str], ...], DefaultType] = ..., otel_span: Union[OpenTelemetrySpan, DefaultType] = ...) -> TransportApiResponse: ...
 def sniff(self, is_initial_sniff: bool = ...) -> None: ...
 def close(self) -> None: ...
 def _should_sniff(self, is_initial_sniff: bool) -> bool: ...
 serializers: _loopmend_1.SerializerCollection
 max_retries: int
 retry_on_status: _loopmend_2.Collection[int]
 retry_on_timeout: bool
 retry_backoff_base: float
 retry_backoff_cap: float
 meta_header: bool
 _transport_client_meta: Tuple[Tuple[str, str], ...]
 node_pool: NodePool
 _sniff_on_start: bool
 _sniff_before_requests: bool
 _sniff_on_node_failure: bool
 _sniff_timeout: None | float
 _sniff_callback: None | _loopmend_2.Callable[..., list[_loopmend_3.NodeConfig]]
 _sniffing_lock: _loopmend_4.Lock | _loopmend_5.LockType
 _min_delay_between_sniffing: float
 _last_sniffed_at: float
def validate_sniffing_options(*, node_configs: List[NodeConfig], sniff_before_requests: bool, sniff_on_start: bool, sniff_on_node_failure: bool, sniff_callback: Optional[Any]) -> None: ...
def warn_if_varying_node_config_options(node_configs: List[NodeConfig]) -> None: ...

