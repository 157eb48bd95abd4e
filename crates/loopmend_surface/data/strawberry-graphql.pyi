# strawberry-graphql 0.341.2 MIT
=== strawberry package
from typing import TYPE_CHECKING
from . import experimental, federation, relay
from .directive import directive, directive_field
from .parent import Parent
from .permission import BasePermission
from .scalars import ID
from .schema import ExceptionHandler, Schema
from .schema_directive import schema_directive
from .streamable import Streamable
from .types.arguments import argument
from .types.auto import auto
from .types.cast import cast
from .types.enum import enum, enum_value
from .types.field import field
from .types.info import Info
from .types.lazy_type import LazyType, lazy
from .types.maybe import Maybe, Some
from .types.mutation import mutation, subscription
from .types.object_type import asdict, input, interface, type
from .types.private import Private
from .types.scalar import scalar
from .types.union import union
from .types.unset import UNSET
if TYPE_CHECKING:
 from . import pydantic as pydantic
else:
 def __getattr__(name: str) -> object: ...
__all__ = [ "ID", "UNSET", "BasePermission", "ExceptionHandler", "Info", "LazyType", "Maybe", "Parent", "Private", "Schema", "Some", "Streamable", "argument", "asdict", "auto", "cast", "directive", "directive_field", "enum", "enum_value", "experimental", "federation", "field", "input", "interface", "lazy", "mutation", "relay", "scalar", "schema_directive", "subscription", "type", "union", ]

=== strawberry.aiohttp package

=== strawberry.aiohttp.test package
from .client import GraphQLTestClient
__all__ = ["GraphQLTestClient"]

=== strawberry.aiohttp.test.client
import strawberry.test.client as _loopmend_0
from __future__ import annotations
from typing import Any
from strawberry.test.client import BaseGraphQLTestClient, Response
class GraphQLTestClient(BaseGraphQLTestClient):
 async def query(self, query: str, variables: dict[str, Any] | None = None, headers: dict[str, object] | None = None, files: dict[str, object] | None = None, assert_no_errors: bool | None = ...) -> Response: ...
 async def request(self, body: dict[str, object], headers: dict[str, object] | None = None, files: dict[str, object] | None = None) -> Any: ...
__all__ = ["GraphQLTestClient"]

=== strawberry.aiohttp.views
import aiohttp.web_request as _loopmend_0
import aiohttp.web_response as _loopmend_2
import aiohttp.web_ws as _loopmend_1
import datetime as _loopmend_5
import strawberry.schema.base as _loopmend_4
import typing as _loopmend_3
from __future__ import annotations
import asyncio
from datetime import timedelta
from json.decoder import JSONDecodeError
from typing import ( TYPE_CHECKING, TypeGuard, )
from aiohttp import ClientConnectionResetError, http, web
from cross_web import AiohttpHTTPRequestAdapter, HTTPException
from strawberry.http.async_base_view import ( AsyncBaseHTTPView, AsyncWebSocketAdapter, )
from strawberry.http.exceptions import ( NonJsonMessageReceived, NonTextMessageReceived, WebSocketDisconnected, )
from strawberry.http.typevars import ( Context, RootValue, )
from strawberry.http.websocket_origin import normalize_allowed_origins
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL, GRAPHQL_WS_PROTOCOL
if TYPE_CHECKING:
 from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
 from strawberry.http import GraphQLHTTPResponse
 from strawberry.http.ides import GraphQL_IDE
 from strawberry.schema import BaseSchema
class AiohttpWebSocketAdapter(AsyncWebSocketAdapter):
 def __init__(self, view: AsyncBaseHTTPView, request: web.Request, ws: web.WebSocketResponse) -> None: ...
 def iter_json(self, *, ignore_parsing_errors: bool = ...) -> AsyncGenerator[object, None]: ...
 async def send_json(self, message: Mapping[str, object]) -> None: ...
 async def close(self, code: int, reason: str) -> None: ...
 request: _loopmend_0.Request
 ws: _loopmend_1.WebSocketResponse
class GraphQLView( AsyncBaseHTTPView[ web.Request, web.Response | web.StreamResponse, web.Response, web.Request, web.WebSocketResponse, Context, RootValue, ] ):
 _is_coroutine = asyncio.coroutines._is_coroutine
 allow_queries_via_get = True
 request_adapter_class = AiohttpHTTPRequestAdapter
 websocket_adapter_class = AiohttpWebSocketAdapter
 def __init__(self, schema: BaseSchema, graphql_ide: GraphQL_IDE | None = ..., allow_queries_via_get: bool = ..., keep_alive: bool = ..., keep_alive_interval: float = ..., subscription_protocols: Sequence[str] = ..., connection_init_wait_timeout: timedelta = ..., multipart_uploads_enabled: bool = ..., max_subscriptions_per_connection: int | None = ..., allowed_origins: Sequence[str] = ...) -> None: ...
 async def render_graphql_ide(self, request: web.Request) -> web.Response: ...
 async def get_sub_response(self, request: web.Request) -> web.Response: ...
 def is_websocket_request(self, request: web.Request) -> TypeGuard[web.Request]: ...
 async def pick_websocket_subprotocol(self, request: web.Request) -> str | None: ...
 async def create_websocket_response(self, request: web.Request, subprotocol: str | None) -> web.WebSocketResponse: ...
 def get_websocket_headers(self, request: web.Request) -> Mapping[str, str]: ...
 async def reject_websocket(self, request: web.Request) -> web.Response: ...
 async def __call__(self, request: web.Request) -> web.StreamResponse: ...
 async def get_root_value(self, request: web.Request) -> RootValue | None: ...
 async def get_context(self, request: web.Request, response: web.Response | web.WebSocketResponse) -> Context: ...
 def create_response(self, response_data: GraphQLHTTPResponse | list[GraphQLHTTPResponse], sub_response: web.Response) -> web.Response: ...
 async def create_streaming_response(self, request: web.Request, stream: Callable[[], AsyncGenerator[str, None]], sub_response: web.Response, headers: Mapping[str, str]) -> web.StreamResponse: ...
 schema: _loopmend_4.BaseSchema
 graphql_ide: None | str
 keep_alive: bool
 keep_alive_interval: float
 connection_init_wait_timeout: _loopmend_5.timedelta
 multipart_uploads_enabled: bool
 max_subscriptions_per_connection: None | int
 allowed_origins: frozenset[str]
 protocols: _loopmend_3.Sequence[str]
__all__ = ["GraphQLView"]

=== strawberry.annotation
import strawberry.annotation as _loopmend_1
import strawberry.types.base as _loopmend_2
import strawberry.types.enum as _loopmend_3
import strawberry.types.union as _loopmend_4
import typing as _loopmend_0
from __future__ import annotations
import sys
import typing
import warnings
from collections import abc
from enum import Enum
from types import UnionType
from typing import ( TYPE_CHECKING, Annotated, Any, ForwardRef, Self, TypeVar, Union, cast, get_args, get_origin, )
from strawberry.streamable import StrawberryStreamable
from strawberry.types.base import ( StrawberryList, StrawberryMaybe, StrawberryObjectDefinition, StrawberryOptional, StrawberryTypeVar, check_is_not_undecorated_subclass, get_object_definition, has_object_definition, )
from strawberry.types.enum import EnumAnnotation, StrawberryEnumDefinition
from strawberry.types.enum import enum as strawberry_enum
from strawberry.types.lazy_type import LazyType
from strawberry.types.maybe import _annotation_is_maybe
from strawberry.types.private import is_private
from strawberry.types.scalar import ScalarDefinition
from strawberry.types.unset import UNSET
from strawberry.utils.typing import eval_type, is_generic, is_type_var
if TYPE_CHECKING:
 from strawberry.types.base import StrawberryType
 from strawberry.types.field import StrawberryField
 from strawberry.types.union import StrawberryUnion
ASYNC_TYPES: tuple[type[_loopmend_0.AsyncGenerator], type[_loopmend_0.AsyncIterable], type[_loopmend_0.AsyncIterator], type[_loopmend_0.AsyncContextManager], type[_loopmend_0.AsyncGenerator], type[_loopmend_0.AsyncIterable], type[_loopmend_0.AsyncIterator]]
_NOT_EVALUATED = object()
class StrawberryAnnotation:
 __slots__: tuple[str, str, str, str]
 def __init__(self, annotation: object | str, *, namespace: dict[str, Any] | None = None) -> None: ...
 def __eq__(self, other: object) -> bool: ...
 def __hash__(self) -> int: ...
 @staticmethod
 def from_annotation(annotation: object, namespace: dict[str, Any] | None = None) -> StrawberryAnnotation | None: ...
 @property
 def annotation(self) -> object | str: ...
 @annotation.setter
 def annotation(self, value: object | str) -> None: ...
 def evaluate(self) -> type: ...
 @property
 def _evaluated_annotation(self) -> object: ...
 def _get_type_with_args(self, evaled_type: type[Any]) -> tuple[type[Any], list[Any]]: ...
 def resolve(self, *, type_definition: StrawberryObjectDefinition | None = None, origin: type | None = None) -> StrawberryType | type: ...
 def _resolve(self) -> StrawberryType | type: ...
 def _resolve_evaled_type(self, evaled_type: Any) -> StrawberryType | type: ...
 def set_namespace_from_field(self, field: StrawberryField) -> None: ...
 def create_concrete_type(self, evaled_type: type) -> type: ...
 def create_enum(self, evaled_type: Any, args: list[Any] | None = None) -> StrawberryEnumDefinition: ...
 def create_list(self, evaled_type: Any) -> StrawberryList: ...
 def create_optional(self, evaled_type: Any, args: list[Any] | None = None) -> StrawberryOptional: ...
 def create_maybe(self, evaled_type: Any) -> StrawberryMaybe: ...
 def create_type_var(self, evaled_type: TypeVar) -> StrawberryTypeVar: ...
 def create_union(self, evaled_type: type[Any], args: list[Any]) -> StrawberryUnion: ...
 @classmethod
 def _is_async_type(cls, annotation: type) -> bool: ...
 @classmethod
 def _is_enum(cls, annotation: Any) -> bool: ...
 @classmethod
 def _is_type_generic(cls, type_: StrawberryType | type) -> bool: ...
 @classmethod
 def _is_graphql_generic(cls, annotation: Any) -> bool: ...
 @classmethod
 def _is_lazy_type(cls, annotation: Any) -> bool: ...
 @classmethod
 def _is_optional(cls, annotation: Any, args: list[Any]) -> bool: ...
 @classmethod
 def _is_list(cls, annotation: Any) -> bool: ...
 @classmethod
 def _is_maybe(cls, annotation: Any) -> bool: ...
 @classmethod
 def _is_streamable(cls, annotation: Any, args: list[Any]) -> bool: ...
 @classmethod
 def _is_strawberry_type(cls, evaled_type: Any) -> bool: ...
 @classmethod
 def _is_union(cls, annotation: Any, args: list[Any]) -> bool: ...
 @classmethod
 def _strip_async_type(cls, annotation: type[Any]) -> type: ...
 @classmethod
 def _strip_lazy_type(cls, annotation: LazyType[Any, Any]) -> type: ...
 __evaluated_cache__: object
 __resolve_cache__: StrawberryType | type | None
 namespace: None | dict
 raw_annotation: object | str
def _is_input_type(type_: Any) -> bool: ...
__all__ = ["StrawberryAnnotation"]

=== strawberry.asgi package
import datetime as _loopmend_4
import starlette.responses as _loopmend_1
import starlette.websockets as _loopmend_0
import strawberry.schema.base as _loopmend_3
import typing as _loopmend_2
from __future__ import annotations
from datetime import timedelta
from json import JSONDecodeError
from typing import ( TYPE_CHECKING, TypeGuard, )
from cross_web import HTTPException, StarletteRequestAdapter
from starlette import status
from starlette.requests import Request
from starlette.responses import ( HTMLResponse, PlainTextResponse, Response, StreamingResponse, )
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState
from strawberry.http.async_base_view import ( AsyncBaseHTTPView, AsyncWebSocketAdapter, )
from strawberry.http.exceptions import ( NonJsonMessageReceived, NonTextMessageReceived, WebSocketDisconnected, )
from strawberry.http.typevars import ( Context, RootValue, )
from strawberry.http.websocket_origin import normalize_allowed_origins
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL, GRAPHQL_WS_PROTOCOL
if TYPE_CHECKING:
 from collections.abc import ( AsyncGenerator, AsyncIterator, Callable, Mapping, Sequence, )
 from starlette.types import Receive, Scope, Send
 from strawberry.http import GraphQLHTTPResponse
 from strawberry.http.ides import GraphQL_IDE
 from strawberry.schema import BaseSchema
class ASGIWebSocketAdapter(AsyncWebSocketAdapter):
 def __init__(self, view: AsyncBaseHTTPView, request: WebSocket, response: WebSocket) -> None: ...
 def iter_json(self, *, ignore_parsing_errors: bool = ...) -> AsyncGenerator[object, None]: ...
 async def send_json(self, message: Mapping[str, object]) -> None: ...
 async def close(self, code: int, reason: str) -> None: ...
 ws: _loopmend_0.WebSocket
class GraphQL( AsyncBaseHTTPView[ Request, Response, Response, WebSocket, WebSocket, Context, RootValue, ] ):
 allow_queries_via_get = True
 request_adapter_class = StarletteRequestAdapter
 websocket_adapter_class = ASGIWebSocketAdapter
 def __init__(self, schema: BaseSchema, graphql_ide: GraphQL_IDE | None = ..., allow_queries_via_get: bool = ..., keep_alive: bool = ..., keep_alive_interval: float = ..., subscription_protocols: Sequence[str] = ..., connection_init_wait_timeout: timedelta = ..., multipart_uploads_enabled: bool = ..., max_subscriptions_per_connection: int | None = ..., allowed_origins: Sequence[str] = ...) -> None: ...
 async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 async def get_root_value(self, request: Request | WebSocket) -> RootValue | None: ...
 async def get_context(self, request: Request | WebSocket, response: Response | WebSocket) -> Context: ...
 async def get_sub_response(self, request: Request | WebSocket) -> Response: ...
 async def render_graphql_ide(self, request: Request) -> Response: ...
 def create_response(self, response_data: GraphQLHTTPResponse | list[GraphQLHTTPResponse], sub_response: Response) -> Response: ...
 async def create_streaming_response(self, request: Request | WebSocket, stream: Callable[[], AsyncIterator[str]], sub_response: Response, headers: Mapping[str, str]) -> Response: ...
 def is_websocket_request(self, request: Request | WebSocket) -> TypeGuard[WebSocket]: ...
 async def pick_websocket_subprotocol(self, request: WebSocket) -> str | None: ...
 async def create_websocket_response(self, request: WebSocket, subprotocol: str | None) -> WebSocket: ...
 def get_websocket_headers(self, request: WebSocket) -> Mapping[str, str]: ...
 async def reject_websocket(self, request: WebSocket) -> WebSocket: ...
 schema: _loopmend_3.BaseSchema
 graphql_ide: None | str
 keep_alive: bool
 keep_alive_interval: float
 connection_init_wait_timeout: _loopmend_4.timedelta
 multipart_uploads_enabled: bool
 max_subscriptions_per_connection: None | int
 allowed_origins: frozenset[str]
 protocols: _loopmend_2.Sequence[str]

=== strawberry.channels package
from .handlers.base import ChannelsConsumer
from .handlers.http_handler import ( ChannelsRequest, GraphQLHTTPConsumer, SyncGraphQLHTTPConsumer, )
from .handlers.ws_handler import GraphQLWSConsumer
from .router import GraphQLProtocolTypeRouter
__all__ = [ "ChannelsConsumer", "ChannelsRequest", "GraphQLHTTPConsumer", "GraphQLProtocolTypeRouter", "GraphQLWSConsumer", "SyncGraphQLHTTPConsumer", ]

=== strawberry.channels.handlers package

=== strawberry.channels.handlers.base
import asyncio.locks as _loopmend_0
import asyncio
import contextlib
from collections import Counter, defaultdict
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from typing import ( Any, Literal, )
from typing_extensions import Protocol, TypedDict
from weakref import WeakSet
from channels.consumer import AsyncConsumer
from channels.generic.websocket import AsyncWebsocketConsumer
class ChannelsMessage(TypedDict, total=False):
 type: str
class ChannelsLayer(Protocol):
 extensions: list[Literal["groups", "flush"]]
 async def send(self, channel: str, message: dict) -> None: ...
 async def receive(self, channel: str) -> dict: ...
 async def new_channel(self, prefix: str = ...) -> str: ...
 group_expiry: int
 async def group_add(self, group: str, channel: str) -> None: ...
 async def group_discard(self, group: str, channel: str) -> None: ...
 async def group_send(self, group: str, message: dict) -> None: ...
 async def flush(self) -> None: ...
class ChannelsConsumer(AsyncConsumer):
 channel_name: str
 channel_layer: ChannelsLayer | None
 channel_receive: Callable[[], Awaitable[dict]]
 def __init__(self, *args: str, **kwargs: Any) -> None: ...
 async def dispatch(self, message: ChannelsMessage) -> None: ...
 @contextlib.asynccontextmanager
 def listen_to_channel(self, type: str, *, timeout: float | None = None, groups: Sequence[str] = ...) -> AsyncGenerator[Any, None]: ...
 def _listen_to_channel_generator(self, queue: asyncio.Queue, timeout: float | None) -> AsyncGenerator[Any, None]: ...
 listen_queues: defaultdict[str, WeakSet[asyncio.Queue]]
 _group_refs: Counter[str]
 _group_lock: _loopmend_0.Lock
class ChannelsWSConsumer(ChannelsConsumer, AsyncWebsocketConsumer):
 ...
__all__ = ["ChannelsConsumer", "ChannelsWSConsumer"]

=== strawberry.channels.handlers.http_handler
import strawberry.channels.handlers.http_handler as _loopmend_1
import strawberry.http.temporal_response as _loopmend_3
import strawberry.schema.base as _loopmend_2
import typing as _loopmend_0
from __future__ import annotations
import dataclasses
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeGuard, assert_never
from urllib.parse import parse_qs
from channels.db import database_sync_to_async
from channels.generic.http import AsyncHttpConsumer
from cross_web import ( AsyncHTTPRequestAdapter, FormData, HTTPException, SyncHTTPRequestAdapter, )
from django.conf import settings
from django.core.files import uploadhandler
from django.http.multipartparser import MultiPartParser
from strawberry.http.async_base_view import AsyncBaseHTTPView
from strawberry.http.base import BaseView
from strawberry.http.sync_base_view import SyncBaseHTTPView
from strawberry.http.temporal_response import TemporalResponse
from strawberry.http.typevars import Context, RootValue
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL, GRAPHQL_WS_PROTOCOL
from strawberry.types.unset import UNSET
from .base import ChannelsConsumer
if TYPE_CHECKING:
 from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
 from strawberry.http import GraphQLHTTPResponse
 from strawberry.http.ides import GraphQL_IDE
 from strawberry.http.types import HTTPMethod, QueryParams
 from strawberry.schema import BaseSchema
@dataclasses.dataclass
class ChannelsResponse:
 content: bytes
 status: int = 200
 content_type: str = "application/json"
 headers: dict[bytes, bytes] = dataclasses.field(default_factory=dict)
@dataclasses.dataclass
class MultipartChannelsResponse:
 stream: Callable[[], AsyncGenerator[str, None]]
 status: int = 200
 content_type: str = ...
 headers: dict[bytes, bytes] = dataclasses.field(default_factory=dict)
@dataclasses.dataclass
class ChannelsRequest:
 consumer: ChannelsConsumer
 body: bytes
 @property
 def query_params(self) -> QueryParams: ...
 @property
 def path_params(self) -> Mapping[str, Any]: ...
 @property
 def headers(self) -> Mapping[str, str]: ...
 @property
 def method(self) -> HTTPMethod: ...
 @property
 def content_type(self) -> str | None: ...
 @cached_property
 def form_data(self) -> FormData: ...
class BaseChannelsRequestAdapter:
 def __init__(self, request: ChannelsRequest) -> None: ...
 @property
 def query_params(self) -> QueryParams: ...
 @property
 def method(self) -> HTTPMethod: ...
 @property
 def headers(self) -> Mapping[str, str]: ...
 @property
 def content_type(self) -> str | None: ...
 @property
 def url(self) -> str: ...
 @property
 def cookies(self) -> Mapping[str, str]: ...
 @property
 def path_params(self) -> Mapping[str, Any]: ...
 request: _loopmend_1.ChannelsRequest
class ChannelsRequestAdapter(BaseChannelsRequestAdapter, AsyncHTTPRequestAdapter):
 @property
 def path_params(self) -> Mapping[str, Any]: ...
 async def get_body(self) -> bytes: ...
 async def get_form_data(self) -> FormData: ...
class SyncChannelsRequestAdapter(BaseChannelsRequestAdapter, SyncHTTPRequestAdapter):
 @property
 def path_params(self) -> Mapping[str, Any]: ...
 @property
 def body(self) -> bytes: ...
 @property
 def post_data(self) -> Mapping[str, str | bytes]: ...
 @property
 def files(self) -> Mapping[str, Any]: ...
 def get_form_data(self) -> FormData: ...
class BaseGraphQLHTTPConsumer( ChannelsConsumer, AsyncHttpConsumer, BaseView[ChannelsRequest] ):
 graphql_ide_html: str
 graphql_ide: GraphQL_IDE | None = "graphiql"
 def __init__(self, schema: BaseSchema, graphql_ide: GraphQL_IDE | None = ..., allow_queries_via_get: bool = ..., multipart_uploads_enabled: bool = ..., subscription_protocols: Sequence[str] = ..., **kwargs: Any) -> None: ...
 def create_response(self, response_data: GraphQLHTTPResponse | list[GraphQLHTTPResponse], sub_response: TemporalResponse) -> ChannelsResponse: ...
 async def handle(self, body: bytes) -> None: ...
 schema: _loopmend_2.BaseSchema
 allow_queries_via_get: bool
 multipart_uploads_enabled: bool
 protocols: _loopmend_0.Sequence[str]
class GraphQLHTTPConsumer( BaseGraphQLHTTPConsumer, AsyncBaseHTTPView[ ChannelsRequest, ChannelsResponse | MultipartChannelsResponse, TemporalResponse, ChannelsRequest, TemporalResponse, Context, RootValue, ], ):
 allow_queries_via_get: bool = True
 request_adapter_class = ChannelsRequestAdapter
 async def get_root_value(self, request: ChannelsRequest) -> RootValue | None: ...
 async def get_context(self, request: ChannelsRequest, response: TemporalResponse) -> Context: ...
 async def get_sub_response(self, request: ChannelsRequest) -> TemporalResponse: ...
 async def create_streaming_response(self, request: ChannelsRequest, stream: Callable[[], AsyncGenerator[str, None]], sub_response: TemporalResponse, headers: Mapping[str, str]) -> MultipartChannelsResponse: ...
 async def render_graphql_ide(self, request: ChannelsRequest) -> ChannelsResponse: ...
 def is_websocket_request(self, request: ChannelsRequest) -> TypeGuard[ChannelsRequest]: ...
 async def pick_websocket_subprotocol(self, request: ChannelsRequest) -> str | None: ...
 async def create_websocket_response(self, request: ChannelsRequest, subprotocol: str | None) -> TemporalResponse: ...
 def get_websocket_headers(self, request: ChannelsRequest) -> Mapping[str, str]: ...
 async def reject_websocket(self, request: ChannelsRequest) -> TemporalResponse: ...
class SyncGraphQLHTTPConsumer( BaseGraphQLHTTPConsumer, SyncBaseHTTPView[ ChannelsRequest, ChannelsResponse, TemporalResponse, Context, RootValue, ], ):
 allow_queries_via_get: bool = True
 request_adapter_class = SyncChannelsRequestAdapter
 def get_root_value(self, request: ChannelsRequest) -> RootValue | None: ...
 def get_context(self, request: ChannelsRequest, response: TemporalResponse) -> Context: ...
 def get_sub_response(self, request: ChannelsRequest) -> TemporalResponse: ...
 def render_graphql_ide(self, request: ChannelsRequest) -> ChannelsResponse: ...
 @database_sync_to_async
 def run(self, request: ChannelsRequest, context: Context = ..., root_value: RootValue | None = ...) -> ChannelsResponse | MultipartChannelsResponse: ...
__all__ = ["GraphQLHTTPConsumer", "SyncGraphQLHTTPConsumer"]

=== strawberry.channels.handlers.ws_handler
import datetime as _loopmend_3
import strawberry.channels.handlers.ws_handler as _loopmend_0
import strawberry.schema.base as _loopmend_2
import typing as _loopmend_1
from __future__ import annotations
import asyncio
import datetime as dt
import json
from typing import ( TYPE_CHECKING, TypedDict, TypeGuard, )
from strawberry.http.async_base_view import AsyncBaseHTTPView, AsyncWebSocketAdapter
from strawberry.http.exceptions import NonJsonMessageReceived, NonTextMessageReceived
from strawberry.http.typevars import Context, RootValue
from strawberry.http.websocket_origin import normalize_allowed_origins
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL, GRAPHQL_WS_PROTOCOL
from .base import ChannelsWSConsumer
if TYPE_CHECKING:
 from collections.abc import AsyncGenerator, Mapping, Sequence
 from strawberry.http import GraphQLHTTPResponse
 from strawberry.schema import BaseSchema
class ChannelsWebSocketAdapter(AsyncWebSocketAdapter):
 def __init__(self, view: AsyncBaseHTTPView, request: GraphQLWSConsumer, response: GraphQLWSConsumer) -> None: ...
 def iter_json(self, *, ignore_parsing_errors: bool = ...) -> AsyncGenerator[object, None]: ...
 async def send_json(self, message: Mapping[str, object]) -> None: ...
 async def close(self, code: int, reason: str) -> None: ...
 ws_consumer: _loopmend_0.GraphQLWSConsumer
class MessageQueueData(TypedDict):
 message: str | None
 disconnected: bool
class GraphQLWSConsumer( ChannelsWSConsumer, AsyncBaseHTTPView[ "GraphQLWSConsumer", "GraphQLWSConsumer", "GraphQLWSConsumer", "GraphQLWSConsumer", "GraphQLWSConsumer", Context, RootValue, ], ):
 websocket_adapter_class = ChannelsWebSocketAdapter
 def __init__(self, schema: BaseSchema, keep_alive: bool = ..., keep_alive_interval: float = ..., subscription_protocols: Sequence[str] = ..., connection_init_wait_timeout: dt.timedelta | None = None, max_subscriptions_per_connection: int | None = ..., allowed_origins: Sequence[str] = ...) -> None: ...
 async def connect(self) -> None: ...
 async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None: ...
 async def disconnect(self, code: int) -> None: ...
 async def get_root_value(self, request: GraphQLWSConsumer) -> RootValue | None: ...
 async def get_context(self, request: GraphQLWSConsumer, response: GraphQLWSConsumer) -> Context: ...
 @property
 def allow_queries_via_get(self) -> bool: ...
 async def get_sub_response(self, request: GraphQLWSConsumer) -> GraphQLWSConsumer: ...
 def create_response(self, response_data: GraphQLHTTPResponse | list[GraphQLHTTPResponse], sub_response: GraphQLWSConsumer) -> GraphQLWSConsumer: ...
 async def render_graphql_ide(self, request: GraphQLWSConsumer) -> GraphQLWSConsumer: ...
 def is_websocket_request(self, request: GraphQLWSConsumer) -> TypeGuard[GraphQLWSConsumer]: ...
 async def pick_websocket_subprotocol(self, request: GraphQLWSConsumer) -> str | None: ...
 async def create_websocket_response(self, request: GraphQLWSConsumer, subprotocol: str | None) -> GraphQLWSConsumer: ...
 def get_websocket_headers(self, request: GraphQLWSConsumer) -> Mapping[str, str]: ...
 async def reject_websocket(self, request: GraphQLWSConsumer) -> GraphQLWSConsumer: ...
 message_queue: asyncio.Queue[MessageQueueData]
 schema: _loopmend_2.BaseSchema
 keep_alive: bool
 keep_alive_interval: float
 connection_init_wait_timeout: _loopmend_3.timedelta
 max_subscriptions_per_connection: None | int
 allowed_origins: frozenset[str]
 protocols: _loopmend_1.Sequence[str]
 run_task: asyncio.Task | None
__all__ = ["GraphQLWSConsumer"]

=== strawberry.channels.testing
import graphql.error.graphql_error as _loopmend_1
import strawberry.channels.testing as _loopmend_0
from __future__ import annotations
import uuid
from typing import ( TYPE_CHECKING, Any, )
from channels.testing.websocket import WebsocketCommunicator
from graphql import GraphQLError, GraphQLFormattedError
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL, GRAPHQL_WS_PROTOCOL
from strawberry.subscriptions.protocols.graphql_transport_ws import ( types as transport_ws_types, )
from strawberry.subscriptions.protocols.graphql_ws import types as ws_types
from strawberry.types import ExecutionResult
if TYPE_CHECKING:
 from collections.abc import AsyncIterator
 from types import TracebackType
 from typing import Self
 from asgiref.typing import ASGIApplication
class GraphQLWebsocketCommunicator(WebsocketCommunicator):
 def __init__(self, application: ASGIApplication, path: str, headers: list[tuple[bytes, bytes]] | None = None, protocol: str = ..., connection_params: dict | None = None, **kwargs: Any) -> None: ...
 async def __aenter__(self) -> Self: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_val: BaseException | None, exc_tb: TracebackType | None) -> None: ...
 async def gql_init(self) -> None: ...
 def subscribe(self, query: str, variables: dict | None = None) -> ExecutionResult | AsyncIterator[ExecutionResult]: ...
 def process_errors(self, errors: list[GraphQLFormattedError]) -> list[GraphQLError]: ...
 protocol: str
 connection_params: dict
__all__ = ["GraphQLWebsocketCommunicator"]

=== strawberry.dataloader
import _asyncio as _loopmend_0
import asyncio.events as _loopmend_1
import strawberry.dataloader as _loopmend_3
import typing as _loopmend_2
from __future__ import annotations
import asyncio
import dataclasses
from abc import ABC, abstractmethod
from asyncio import create_task, gather, get_event_loop
from asyncio.futures import Future
from dataclasses import dataclass
from typing import ( TYPE_CHECKING, Any, Generic, TypeVar, overload, )
from .exceptions import WrongNumberOfResultsReturned
if TYPE_CHECKING:
 from asyncio.events import AbstractEventLoop
 from collections.abc import ( Awaitable, Callable, Hashable, Iterable, Mapping, Sequence, )
T = TypeVar("T")
K = TypeVar("K")
@dataclass(slots=True)
class LoaderTask(Generic[K, T]):
 key: K
 future: Future
@dataclass(slots=True)
class Batch(Generic[K, T]):
 tasks: list[LoaderTask] = dataclasses.field(default_factory=list)
 dispatched: bool = False
 _dispatch_task: asyncio.Task[None] | None = dataclasses.field( default=None, repr=False )
 def add_task(self, key: Any, future: Future) -> None: ...
 def _on_future_done(self, future: Future) -> None: ...
 def __len__(self) -> int: ...
class AbstractCache(ABC, Generic[K, T]):
 @abstractmethod
 def get(self, key: K) -> Future[T] | None: ...
 @abstractmethod
 def set(self, key: K, value: Future[T]) -> None: ...
 @abstractmethod
 def delete(self, key: K) -> None: ...
 @abstractmethod
 def clear(self) -> None: ...
class DefaultCache(AbstractCache[K, T]):
 def __init__(self, cache_key_fn: Callable[[K], Hashable] | None = None) -> None: ...
 def get(self, key: K) -> Future[T] | None: ...
 def set(self, key: K, value: Future[T]) -> None: ...
 def delete(self, key: K) -> None: ...
 def clear(self) -> None: ...
 cache_key_fn: Callable[[K], Hashable]
 cache_map: dict[Hashable, Future[T]]
class DataLoader(Generic[K, T]):
 batch: Batch[K, T] | None = None
 cache: bool = False
 cache_map: AbstractCache[K, T]
 @overload
 def __init__(self, load_fn: Callable[[list[K]], Awaitable[Sequence[T | BaseException]]], max_batch_size: int | None = None, cache: bool = ..., loop: AbstractEventLoop | None = None, cache_map: AbstractCache[K, T] | None = None, cache_key_fn: Callable[[K], Hashable] | None = None) -> None: ...
 @overload
 def __init__(self: DataLoader[K, Any], load_fn: Callable[[list[K]], Awaitable[list[Any]]], max_batch_size: int | None = None, cache: bool = ..., loop: AbstractEventLoop | None = None, cache_map: AbstractCache[K, T] | None = None, cache_key_fn: Callable[[K], Hashable] | None = None) -> None: ...
 def __init__(self, load_fn: Callable[[list[K]], Awaitable[Sequence[T | BaseException]]], max_batch_size: int | None = None, cache: bool = ..., loop: AbstractEventLoop | None = None, cache_map: AbstractCache[K, T] | None = None, cache_key_fn: Callable[[K], Hashable] | None = None) -> None: ...
 @property
 def loop(self) -> AbstractEventLoop: ...
 def load(self, key: K) -> Awaitable[T]: ...
 def load_many(self, keys: Iterable[K]) -> Awaitable[list[T]]: ...
 def clear(self, key: K) -> None: ...
 def clear_many(self, keys: Iterable[K]) -> None: ...
 def clear_all(self) -> None: ...
 def prime(self, key: K, value: T, force: bool = ...) -> None: ...
 def prime_many(self, data: Mapping[K, T], force: bool = ...) -> None: ...
 load_fn: _loopmend_2.Callable[..., _loopmend_2.Awaitable[_loopmend_2.Sequence]]
 max_batch_size: None | int
 _loop: None | _loopmend_1.AbstractEventLoop
def should_create_new_batch(loader: DataLoader, batch: Batch) -> bool: ...
def get_current_batch(loader: DataLoader) -> Batch: ...
def dispatch(loader: DataLoader, batch: Batch) -> None: ...
async def dispatch_batch(loader: DataLoader, batch: Batch) -> None: ...
__all__ = [ "AbstractCache", "Batch", "DataLoader", "DefaultCache", "LoaderTask", "dispatch", "dispatch_batch", "get_current_batch", "should_create_new_batch", ]

=== strawberry.django package
import types as _loopmend_0
from typing import Any
try:
 from strawberry_django import *
except ModuleNotFoundError:
 import importlib
 def __getattr__(name: str) -> _loopmend_0.ModuleType: ...

=== strawberry.django.views
import django.http.response as _loopmend_0
import django.template.response as _loopmend_4
import strawberry.django.views as _loopmend_3
import strawberry.schema.base as _loopmend_1
import typing as _loopmend_2
from __future__ import annotations
import json
from typing import ( TYPE_CHECKING, Any, TypeGuard, )
from asgiref.sync import markcoroutinefunction
from cross_web import ( AsyncDjangoHTTPRequestAdapter, DjangoHTTPRequestAdapter, HTTPException, )
from django.core.serializers.json import DjangoJSONEncoder
from django.http import ( HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse, StreamingHttpResponse, )
from django.http.response import HttpResponseBase
from django.template.exceptions import TemplateDoesNotExist
from django.template.loader import render_to_string
from django.utils.decorators import classonlymethod
from django.views.generic import View
from strawberry.http.async_base_view import AsyncBaseHTTPView
from strawberry.http.sync_base_view import SyncBaseHTTPView
from strawberry.http.typevars import ( Context, RootValue, )
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL, GRAPHQL_WS_PROTOCOL
from .context import StrawberryDjangoContext
if TYPE_CHECKING:
 from collections.abc import AsyncIterator, Callable, Mapping, Sequence
 from django.template.response import TemplateResponse
 from strawberry.http import GraphQLHTTPResponse
 from strawberry.http.ides import GraphQL_IDE
 from strawberry.schema import BaseSchema
class TemporalHttpResponse(JsonResponse):
 status_code: int | None = None
 def __init__(self) -> None: ...
 def __repr__(self) -> str: ...
class BaseView:
 graphql_ide_html: str
 subscription_protocols: Sequence[str] = ...
 def __init__(self, schema: BaseSchema, graphql_ide: GraphQL_IDE | None = ..., allow_queries_via_get: bool = ..., multipart_uploads_enabled: bool = ..., subscription_protocols: Sequence[str] = ..., **kwargs: Any) -> None: ...
 def create_response(self, response_data: GraphQLHTTPResponse | list[GraphQLHTTPResponse], sub_response: HttpResponse) -> HttpResponseBase: ...
 async def create_streaming_response(self, request: HttpRequest, stream: Callable[[], AsyncIterator[Any]], sub_response: TemporalHttpResponse, headers: Mapping[str, str]) -> HttpResponseBase: ...
 def encode_json(self, data: object) -> str | bytes: ...
 schema: _loopmend_1.BaseSchema
 graphql_ide: None | str
 allow_queries_via_get: bool
 multipart_uploads_enabled: bool
 protocols: _loopmend_2.Sequence[str]
class GraphQLView( BaseView, SyncBaseHTTPView[ HttpRequest, HttpResponseBase, TemporalHttpResponse, Context, RootValue ], View, ):
 graphql_ide: GraphQL_IDE | None = "graphiql"
 allow_queries_via_get = True
 schema: BaseSchema = None
 request_adapter_class = DjangoHTTPRequestAdapter
 def get_root_value(self, request: HttpRequest) -> RootValue | None: ...
 def get_context(self, request: HttpRequest, response: HttpResponse) -> Context: ...
 def get_sub_response(self, request: HttpRequest) -> TemporalHttpResponse: ...
 def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseNotAllowed | TemplateResponse | HttpResponseBase: ...
 def render_graphql_ide(self, request: HttpRequest) -> HttpResponse: ...
class AsyncGraphQLView( BaseView, AsyncBaseHTTPView[ HttpRequest, HttpResponseBase, TemporalHttpResponse, HttpRequest, TemporalHttpResponse, Context, RootValue, ], View, ):
 graphql_ide: GraphQL_IDE | None = "graphiql"
 allow_queries_via_get = True
 schema: BaseSchema = None
 request_adapter_class = AsyncDjangoHTTPRequestAdapter
 @classonlymethod
 def as_view(cls, **initkwargs: Any) -> Callable[..., HttpResponse]: ...
 async def get_root_value(self, request: HttpRequest) -> RootValue | None: ...
 async def get_context(self, request: HttpRequest, response: HttpResponse) -> Context: ...
 async def get_sub_response(self, request: HttpRequest) -> TemporalHttpResponse: ...
 async def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseNotAllowed | TemplateResponse | HttpResponseBase: ...
 async def render_graphql_ide(self, request: HttpRequest) -> HttpResponse: ...
 def is_websocket_request(self, request: HttpRequest) -> TypeGuard[HttpRequest]: ...
 async def pick_websocket_subprotocol(self, request: HttpRequest) -> str | None: ...
 async def create_websocket_response(self, request: HttpRequest, subprotocol: str | None) -> TemporalHttpResponse: ...
 def get_websocket_headers(self, request: HttpRequest) -> Mapping[str, str]: ...
 async def reject_websocket(self, request: HttpRequest) -> TemporalHttpResponse: ...
__all__ = ["AsyncGraphQLView", "GraphQLView"]

=== strawberry.exceptions package
import strawberry.exceptions.exception_source as _loopmend_0
from __future__ import annotations
import inspect
from functools import cached_property
from typing import TYPE_CHECKING
from graphql import GraphQLError
from .conflicting_arguments import ConflictingArgumentsError
from .duplicated_type_name import DuplicatedTypeName
from .exception import StrawberryException, UnableToFindExceptionSource
from .handler import setup_exception_handler
from .invalid_argument_type import InvalidArgumentTypeError
from .invalid_one_of_input_field import InvalidOneOfInputFieldError
from .invalid_strawberry_field_annotation import InvalidStrawberryFieldAnnotationError
from .invalid_superclass_interface import InvalidSuperclassInterfaceError
from .invalid_union_type import InvalidTypeForUnionMergeError, InvalidUnionTypeError
from .maybe_field_on_output_type import MaybeFieldOnOutputTypeError
from .missing_arguments_annotations import MissingArgumentsAnnotationsError
from .missing_dependencies import MissingOptionalDependenciesError
from .missing_field_annotation import MissingFieldAnnotationError
from .missing_return_annotation import MissingReturnAnnotationError
from .multiple_strawberry_fields import MultipleStrawberryFieldsError
from .object_is_not_a_class import ObjectIsNotClassError
from .object_is_not_an_enum import ObjectIsNotAnEnumError
from .private_strawberry_field import PrivateStrawberryFieldError
from .resolver_field_on_input import ResolverFieldOnInputError
from .scalar_already_registered import ScalarAlreadyRegisteredError
from .undecorated_subclass import UndecoratedSubclassError
from .unresolved_field_type import UnresolvedFieldTypeError
from .unresolved_strawberry_field import UnresolvedStrawberryFieldError
if TYPE_CHECKING:
 from graphql import GraphQLInputObjectType, GraphQLObjectType
 from strawberry.types.base import StrawberryType
 from .exception_source import ExceptionSource
class WrongReturnTypeForUnion(Exception):
 def __init__(self, field_name: str, result_type: str) -> None: ...
class UnallowedReturnTypeForUnion(Exception):
 def __init__(self, field_name: str, result_type: str, allowed_types: set[GraphQLObjectType]) -> None: ...
class AmbiguousCastError(Exception):
 def __init__(self, field_name: str, cast_type: type, type_names: list[str]) -> None: ...
class InvalidTypeInputForUnion(Exception):
 def __init__(self, annotation: GraphQLInputObjectType) -> None: ...
class MissingTypesForGenericError(Exception):
 def __init__(self, annotation: StrawberryType | type) -> None: ...
class UnsupportedTypeError(StrawberryException):
 def __init__(self, annotation: StrawberryType | type) -> None: ...
 @cached_property
 def exception_source(self) -> ExceptionSource | None: ...
class MultipleStrawberryArgumentsError(Exception):
 def __init__(self, argument_name: str) -> None: ...
class WrongNumberOfResultsReturned(Exception):
 def __init__(self, expected: int, received: int) -> None: ...
class FieldWithResolverAndDefaultValueError(Exception):
 def __init__(self, field_name: str, type_name: str) -> None: ...
class FieldWithResolverAndDefaultFactoryError(Exception):
 def __init__(self, field_name: str, type_name: str) -> None: ...
class MissingQueryError(Exception):
 def __init__(self) -> None: ...
class InvalidDefaultFactoryError(Exception):
 def __init__(self) -> None: ...
class InvalidCustomContext(Exception):
 def __init__(self) -> None: ...
class StrawberryGraphQLError(GraphQLError):
 ...
class StrawberryInputCoercionError(StrawberryGraphQLError):
 ...
class ConnectionRejectionError(Exception):
 def __init__(self, payload: dict[str, object] | None = None) -> None: ...
 payload: dict | dict[str, object]
class PermissionReturnedAwaitableInSyncContextError(Exception):
 def __init__(self, permission: object) -> None: ...
 permission: object
class PermissionReturnedNonBooleanError(Exception):
 def __init__(self, permission: object, result: object) -> None: ...
 permission: object
 result: object
__all__ = [ "AmbiguousCastError", "ConflictingArgumentsError", "DuplicatedTypeName", "FieldWithResolverAndDefaultFactoryError", "FieldWithResolverAndDefaultValueError", "InvalidArgumentTypeError", "InvalidCustomContext", "InvalidDefaultFactoryError", "InvalidOneOfInputFieldError", "InvalidStrawberryFieldAnnotationError", "InvalidSuperclassInterfaceError", "InvalidTypeForUnionMergeError", "InvalidUnionTypeError", "MaybeFieldOnOutputTypeError", "MissingArgumentsAnnotationsError", "MissingFieldAnnotationError", "MissingOptionalDependenciesError", "MissingQueryError", "MissingReturnAnnotationError", "MissingTypesForGenericError", "MultipleStrawberryArgumentsError", "MultipleStrawberryFieldsError", "ObjectIsNotAnEnumError", "ObjectIsNotClassError", "PermissionReturnedAwaitableInSyncContextError", "PermissionReturnedNonBooleanError", "PrivateStrawberryFieldError", "ResolverFieldOnInputError", "ScalarAlreadyRegisteredError", "StrawberryException", "StrawberryGraphQLError", "StrawberryInputCoercionError", "UnableToFindExceptionSource", "UnallowedReturnTypeForUnion", "UndecoratedSubclassError", "UnresolvedFieldTypeError", "UnresolvedStrawberryFieldError", "UnsupportedTypeError", "WrongNumberOfResultsReturned", "WrongReturnTypeForUnion", ]

=== strawberry.exceptions.exception
import strawberry.exceptions.exception_source as _loopmend_0
from __future__ import annotations
from abc import ABC, abstractmethod
from functools import cached_property
from typing import TYPE_CHECKING
from strawberry.utils.str_converters import to_kebab_case
if TYPE_CHECKING:
 from rich.console import RenderableType
 from .exception_source import ExceptionSource
class UnableToFindExceptionSource(Exception):
 ...
class StrawberryException(Exception, ABC):
 message: str
 rich_message: str
 suggestion: str
 annotation_message: str
 def __init__(self, message: str) -> None: ...
 def __str__(self) -> str: ...
 @property
 def documentation_path(self) -> str: ...
 @property
 def documentation_url(self) -> str: ...
 @cached_property
 @abstractmethod
 def exception_source(self) -> ExceptionSource | None: ...
 @property
 def __rich_header__(self) -> str: ...
 @property
 def __rich_body__(self) -> RenderableType: ...
 @property
 def __rich_footer__(self) -> str: ...
 def __rich__(self) -> RenderableType | None: ...
 def _get_error_inline(self, exception_source: ExceptionSource, message: str) -> RenderableType: ...

=== strawberry.execution package
from .is_awaitable import optimized_is_awaitable
__all__ = ["optimized_is_awaitable"]

=== strawberry.execution.is_awaitable
from __future__ import annotations
from inspect import CO_ITERABLE_COROUTINE
from types import CoroutineType, GeneratorType
from typing import Any
__all__ = ["optimized_is_awaitable"]
_NON_AWAITABLE_TYPES: frozenset[type] = frozenset( { type(None), bool, int, float, str, bytes, bytearray, list, tuple, dict, set, frozenset, } )
def optimized_is_awaitable(value: Any) -> bool: ...

=== strawberry.extensions package
from .add_validation_rules import AddValidationRules
from .base_extension import LifecycleStep, SchemaExtension
from .disable_introspection import DisableIntrospection
from .disable_validation import DisableValidation
from .field_extension import FieldExtension
from .mask_errors import MaskErrors
from .max_aliases import MaxAliasesLimiter
from .max_tokens import MaxTokensLimiter
from .parser_cache import ParserCache
from .pydantic_error_extension import PydanticErrorExtension
from .query_depth_limiter import IgnoreContext, QueryDepthLimiter
from .validation_cache import ValidationCache
__all__ = [ "AddValidationRules", "DisableIntrospection", "DisableValidation", "FieldExtension", "IgnoreContext", "LifecycleStep", "MaskErrors", "MaxAliasesLimiter", "MaxTokensLimiter", "ParserCache", "PydanticErrorExtension", "QueryDepthLimiter", "SchemaExtension", "ValidationCache", ]

=== strawberry.extensions.base_extension
import typing as _loopmend_0
from __future__ import annotations
from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, Any
from strawberry.types import StreamExecutionResult
from strawberry.utils.await_maybe import AsyncIteratorOrIterator, AwaitableOrValue
if TYPE_CHECKING:
 from graphql import GraphQLResolveInfo
 from strawberry.types import ExecutionContext
class LifecycleStep(Enum):
 OPERATION = "operation"
 VALIDATION = "validation"
 PARSE = "parse"
 RESOLVE = "resolve"
class SchemaExtension:
 execution_context: ExecutionContext
 def __init__(self, *, execution_context: ExecutionContext | None = None) -> None: ...
 def on_operation(self) -> AsyncIteratorOrIterator[None]: ...
 def on_validate(self) -> AsyncIteratorOrIterator[None]: ...
 def on_parse(self) -> AsyncIteratorOrIterator[None]: ...
 def on_execute(self) -> AsyncIteratorOrIterator[None]: ...
 def on_stream_result(self, result: StreamExecutionResult) -> AsyncIteratorOrIterator[None]: ...
 def resolve(self, _next: Callable, root: Any, info: GraphQLResolveInfo, *args: str, **kwargs: Any) -> AwaitableOrValue[object]: ...
 def get_results(self) -> AwaitableOrValue[dict[str, Any]]: ...
 @classmethod
 def _implements_resolve(cls) -> bool: ...
Hook = Callable[[SchemaExtension], AsyncIteratorOrIterator[None]] | Callable[[SchemaExtension, StreamExecutionResult], AsyncIteratorOrIterator[None]]
HOOK_METHODS: set[str] = ...
__all__ = ["HOOK_METHODS", "Hook", "LifecycleStep", "SchemaExtension"]

=== strawberry.extensions.context
import contextlib as _loopmend_1
import graphql.execution.types as _loopmend_3
import strawberry.extensions.context as _loopmend_0
import strawberry.types.execution as _loopmend_2
from __future__ import annotations
import contextlib
import inspect
import types
from asyncio import iscoroutinefunction
from typing import ( TYPE_CHECKING, Any, NamedTuple, )
from strawberry.extensions import SchemaExtension
if TYPE_CHECKING:
 from collections.abc import AsyncIterator, Callable, Iterator
 from types import TracebackType
 from strawberry.extensions.base_extension import Hook
 from strawberry.types import StreamExecutionResult
 from strawberry.utils.await_maybe import AwaitableOrValue
class WrappedHook(NamedTuple):
 extension: SchemaExtension
 hook: Callable[ ..., contextlib.AbstractAsyncContextManager[None] | contextlib.AbstractContextManager[None], ]
 is_async: bool
class ExtensionContextManagerBase:
 __slots__: tuple[str, str, str, str]
 HOOK_NAME: str
 def __init__(self, extensions: list[SchemaExtension]) -> None: ...
 def get_hook(self, extension: SchemaExtension) -> WrappedHook | None: ...
 @staticmethod
 def from_callable(extension: SchemaExtension, func: Callable[[SchemaExtension], AwaitableOrValue[Any]]) -> WrappedHook: ...
 def __enter__(self) -> None: ...
 def __exit__(self, exc_type: type[BaseException] | None, exc_val: BaseException | None, exc_tb: TracebackType | None) -> None: ...
 async def __aenter__(self) -> None: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_val: BaseException | None, exc_tb: TracebackType | None) -> None: ...
 async_exit_stack: _loopmend_1.AsyncExitStack
 default_hook: Hook
 exit_stack: _loopmend_1.ExitStack
 hooks: list[WrappedHook]
class OperationContextManager(ExtensionContextManagerBase):
 HOOK_NAME = SchemaExtension.on_operation.__name__
class ValidationContextManager(ExtensionContextManagerBase):
 HOOK_NAME = SchemaExtension.on_validate.__name__
class ParsingContextManager(ExtensionContextManagerBase):
 HOOK_NAME = SchemaExtension.on_parse.__name__
class ExecutingContextManager(ExtensionContextManagerBase):
 HOOK_NAME = SchemaExtension.on_execute.__name__
class StreamResultContextManager(ExtensionContextManagerBase):
 HOOK_NAME = SchemaExtension.on_stream_result.__name__
 def __init__(self, extensions: list[SchemaExtension], result: StreamExecutionResult) -> None: ...
 def from_callable(self, extension: SchemaExtension, func: Callable[..., AwaitableOrValue[Any]]) -> WrappedHook: ...
 def __enter__(self) -> None: ...
 async def __aenter__(self) -> None: ...
 async_exit_stack: _loopmend_1.AsyncExitStack
 exit_stack: _loopmend_1.ExitStack
 result: _loopmend_2.ExecutionResult | _loopmend_3.InitialIncrementalExecutionResult | _loopmend_3.SubsequentIncrementalExecutionResult

=== strawberry.extensions.directives
import strawberry.directive as _loopmend_0
from __future__ import annotations
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary
from graphql import get_argument_values
from strawberry.extensions import SchemaExtension
from strawberry.types.arguments import convert_arguments
from strawberry.types.base import StrawberryContainer, has_object_definition
from strawberry.types.lazy_type import LazyType
from strawberry.utils.await_maybe import await_maybe
if TYPE_CHECKING:
 from collections.abc import Callable
 from graphql import DirectiveNode, GraphQLResolveInfo
 from strawberry.directive import StrawberryDirective, StrawberryDirectiveResolver
 from strawberry.schema.schema import Schema
 from strawberry.types.base import StrawberryType
 from strawberry.types.field import StrawberryField
 from strawberry.utils.await_maybe import AwaitableOrValue
SPECIFIED_DIRECTIVES: set[str]
class DirectivesExtension(SchemaExtension):
 async def resolve(self, _next: Callable, root: Any, info: GraphQLResolveInfo, *args: str, **kwargs: Any) -> AwaitableOrValue[Any]: ...
class DirectivesExtensionSync(SchemaExtension):
 def resolve(self, _next: Callable, root: Any, info: GraphQLResolveInfo, *args: str, **kwargs: Any) -> AwaitableOrValue[Any]: ...
def process_directive(directive: DirectiveNode, value: Any, info: GraphQLResolveInfo) -> tuple[StrawberryDirective, dict[str, Any]]: ...
_input_object_arguments: WeakKeyDictionary[StrawberryDirectiveResolver[Any], bool] = WeakKeyDictionary()
def _has_input_object_arguments(directive: StrawberryDirective) -> bool: ...
def _is_input_object(type_: StrawberryType | type) -> bool: ...
__all__ = ["DirectivesExtension", "DirectivesExtensionSync"]

=== strawberry.extensions.field_extension
import typing as _loopmend_0
from __future__ import annotations
import itertools
from collections.abc import Awaitable, Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any
if TYPE_CHECKING:
 from typing import TypeAlias
 from strawberry.types import Info
 from strawberry.types.field import StrawberryField
SyncExtensionResolver: TypeAlias = Callable[..., Any]
AsyncExtensionResolver: TypeAlias = Callable[..., Awaitable[Any]]
class FieldExtension:
 def apply(self, field: StrawberryField) -> None: ...
 def resolve(self, next_: SyncExtensionResolver, source: Any, info: Info, **kwargs: Any) -> Any: ...
 async def resolve_async(self, next_: AsyncExtensionResolver, source: Any, info: Info, **kwargs: Any) -> Any: ...
 def map_arguments(self, kwargs: dict[str, Any]) -> dict[str, Any]: ...
 @cached_property
 def supports_sync(self) -> bool: ...
 @cached_property
 def supports_async(self) -> bool: ...
 @cached_property
 def has_resolver(self) -> bool: ...
class SyncToAsyncExtension(FieldExtension):
 async def resolve_async(self, next_: AsyncExtensionResolver, source: Any, info: Info, **kwargs: Any) -> Any: ...
def _get_sync_resolvers(extensions: list[FieldExtension]) -> list[SyncExtensionResolver]: ...
def _get_async_resolvers(extensions: list[FieldExtension]) -> list[AsyncExtensionResolver]: ...
def build_field_extension_resolvers(field: StrawberryField) -> list[SyncExtensionResolver | AsyncExtensionResolver]: ...
__all__ = ["FieldExtension"]

=== strawberry.extensions.runner
import strawberry.extensions.context as _loopmend_0
import strawberry.types.execution as _loopmend_1
from __future__ import annotations
import inspect
from typing import TYPE_CHECKING, Any
from strawberry.extensions.context import ( ExecutingContextManager, OperationContextManager, ParsingContextManager, StreamResultContextManager, ValidationContextManager, )
from strawberry.utils.await_maybe import await_maybe
if TYPE_CHECKING:
 from strawberry.types import ExecutionContext, StreamExecutionResult
 from . import SchemaExtension
class SchemaExtensionsRunner:
 extensions: list[SchemaExtension]
 def __init__(self, execution_context: ExecutionContext, extensions: list[SchemaExtension] | None = None) -> None: ...
 def operation(self) -> OperationContextManager: ...
 def validation(self) -> ValidationContextManager: ...
 def parsing(self) -> ParsingContextManager: ...
 def executing(self) -> ExecutingContextManager: ...
 def on_stream_result(self, result: StreamExecutionResult) -> StreamResultContextManager: ...
 def get_extensions_results_sync(self) -> dict[str, Any]: ...
 async def get_extensions_results(self, ctx: ExecutionContext) -> dict[str, Any]: ...
 execution_context: _loopmend_1.ExecutionContext

=== strawberry.extensions.tracing package
import importlib
from typing import TYPE_CHECKING, Any
if TYPE_CHECKING:
 from .apollo import ApolloTracingExtension, ApolloTracingExtensionSync
 from .apollo_federation import ( ApolloFederationTracingExtension, ApolloFederationTracingExtensionSync, )
 from .datadog import DatadogTracingExtension, DatadogTracingExtensionSync
 from .opentelemetry import ( OpenTelemetryExtension, OpenTelemetryExtensionSync, )
__all__ = [ "ApolloFederationTracingExtension", "ApolloFederationTracingExtensionSync", "ApolloTracingExtension", "ApolloTracingExtensionSync", "DatadogTracingExtension", "DatadogTracingExtensionSync", "OpenTelemetryExtension", "OpenTelemetryExtensionSync", ]
def __getattr__(name: str) -> Any: ...

=== strawberry.extensions.tracing.apollo
import strawberry.extensions.tracing.apollo as _loopmend_0
import strawberry.types.execution as _loopmend_1
from __future__ import annotations
import dataclasses
import time
from datetime import UTC, datetime
from inspect import isawaitable
from typing import TYPE_CHECKING, Any
from strawberry.extensions import SchemaExtension
from strawberry.extensions.utils import get_path_from_info
from .utils import should_skip_tracing
if TYPE_CHECKING:
 from collections.abc import Callable, Generator
 from graphql import GraphQLResolveInfo
DATETIME_FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"
if TYPE_CHECKING:
 from strawberry.types.execution import ExecutionContext
@dataclasses.dataclass
class ApolloStepStats:
 start_offset: int
 duration: int
 def to_json(self) -> dict[str, Any]: ...
@dataclasses.dataclass
class ApolloResolverStats:
 path: list[str | int]
 parent_type: Any
 field_name: str
 return_type: Any
 start_offset: int
 duration: int | None = None
 def to_json(self) -> dict[str, Any]: ...
@dataclasses.dataclass
class ApolloExecutionStats:
 resolvers: list[ApolloResolverStats]
 def to_json(self) -> dict[str, Any]: ...
@dataclasses.dataclass
class ApolloTracingStats:
 start_time: datetime
 end_time: datetime
 duration: int
 execution: ApolloExecutionStats
 validation: ApolloStepStats
 parsing: ApolloStepStats
 version: int = 1
 def to_json(self) -> dict[str, Any]: ...
class ApolloTracingExtension(SchemaExtension):
 def __init__(self, *, execution_context: ExecutionContext | None = None) -> None: ...
 def on_operation(self) -> Generator[None, None, None]: ...
 def on_parse(self) -> Generator[None, None, None]: ...
 def on_validate(self) -> Generator[None, None, None]: ...
 def now(self) -> int: ...
 @property
 def stats(self) -> ApolloTracingStats: ...
 def get_results(self) -> dict[str, dict[str, Any]]: ...
 async def resolve(self, _next: Callable, root: Any, info: GraphQLResolveInfo, *args: str, **kwargs: Any) -> Any: ...
 start_time: datetime
 end_time: datetime
 execution_context: _loopmend_1.ExecutionContext
 _resolver_stats: list[ApolloResolverStats]
 start_timestamp: int
 end_timestamp: int
 _start_parsing: int
 _end_parsing: int
 _start_validation: int
 _end_validation: int
class ApolloTracingExtensionSync(ApolloTracingExtension):
 def resolve(self, _next: Callable, root: Any, info: GraphQLResolveInfo, *args: str, **kwargs: Any) -> Any: ...
__all__ = ["ApolloTracingExtension", "ApolloTracingExtensionSync"]

=== strawberry.extensions.tracing.apollo_federation
import strawberry.extensions.tracing.apollo_federation as _loopmend_0
import strawberry.types.execution as _loopmend_1
from __future__ import annotations
import contextlib
import json
import time
from base64 import b64encode
from inspect import isawaitable
from typing import TYPE_CHECKING, Any
from strawberry.extensions import SchemaExtension
from .utils import should_skip_tracing
if TYPE_CHECKING:
 from collections.abc import Callable, Generator
 from graphql import GraphQLResolveInfo
 from graphql.pyutils import Path
 from strawberry.types.execution import ExecutionContext
FTV1_HEADER = "apollo-federation-include-trace"
FTV1_HEADER_VALUE = "ftv1"
def _get_protobuf_timestamp() -> Any: ...
def _check_protobuf_available() -> None: ...
def _encode_varint(value: int) -> bytes: ...
class _SimpleTrace:
 def __init__(self) -> None: ...
 def SerializeToString(self) -> bytes: ...
 start_time: Any
 end_time: Any
 duration_ns: int
 root: _SimpleNode | None
class _SimpleError:
 def __init__(self, message: str, location_line: int = ..., location_column: int = ..., json_error: str = ...) -> None: ...
 def SerializeToString(self) -> bytes: ...
 message: str
 location_line: int
 location_column: int
 json_error: str
class _SimpleNode:
 def __init__(self) -> None: ...
 def SerializeToString(self) -> bytes: ...
 start_time: int
 end_time: int
 response_name: str | None
 index: int | None
 type: str | None
 parent_type: str | None
 children: list[_SimpleNode]
 errors: list[_SimpleError]
class ApolloFederationTracingExtension(SchemaExtension):
 def __init__(self, *, execution_context: ExecutionContext | None = None) -> None: ...
 def _check_should_trace(self) -> bool: ...
 def on_operation(self) -> Generator[None, None, None]: ...
 async def resolve(self, _next: Callable, root: Any, info: GraphQLResolveInfo, *args: Any, **kwargs: Any) -> Any: ...
 def _create_node(self, info: GraphQLResolveInfo) -> _SimpleNode: ...
 def _ensure_parent_node(self, path: Any) -> _SimpleNode: ...
 def _path_to_string(self, path: Any) -> str: ...
 def _make_error(self, e: Exception, info: GraphQLResolveInfo) -> _SimpleError: ...
 def get_results(self) -> dict[str, Any]: ...
 execution_context: _loopmend_1.ExecutionContext
 _should_trace: bool
 _trace: _SimpleTrace | None
 _root_node: _SimpleNode | None
 _nodes: dict[str, _SimpleNode]
 _start_time_ns: int
class ApolloFederationTracingExtensionSync(ApolloFederationTracingExtension):
 def resolve(self, _next: Callable, root: Any, info: GraphQLResolveInfo, *args: Any, **kwargs: Any) -> Any: ...
__all__ = [ "ApolloFederationTracingExtension", "ApolloFederationTracingExtensionSync", ]

=== strawberry.extensions.tracing.datadog
import strawberry.types.execution as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
import hashlib
from functools import cached_property
from inspect import isawaitable
from typing import TYPE_CHECKING, Any
import ddtrace
from packaging import version
from strawberry.extensions import LifecycleStep, SchemaExtension
from strawberry.extensions.tracing.utils import should_skip_tracing
parsed_ddtrace_version: _loopmend_0.Any
if parsed_ddtrace_version >= version.parse("3.0.0"):
 from ddtrace.trace import Span, tracer
else:
 from ddtrace import Span, tracer
if TYPE_CHECKING:
 from collections.abc import Callable, Generator, Iterator
 from graphql import GraphQLResolveInfo
 from strawberry.types.execution import ExecutionContext
class DatadogTracingExtension(SchemaExtension):
 def __init__(self, *, execution_context: ExecutionContext | None = None) -> None: ...
 @cached_property
 def _resource_name(self) -> str: ...
 def create_span(self, lifecycle_step: LifecycleStep, name: str, **kwargs: Any) -> Span: ...
 def hash_query(self, query: str) -> str: ...
 def on_operation(self) -> Iterator[None]: ...
 def on_validate(self) -> Generator[None, None, None]: ...
 def on_parse(self) -> Generator[None, None, None]: ...
 async def resolve(self, _next: Callable, root: Any, info: GraphQLResolveInfo, *args: str, **kwargs: Any) -> Any: ...
 execution_context: _loopmend_1.ExecutionContext
 _operation_name: None | str
 request_span: _loopmend_0.Any
 validation_span: _loopmend_0.Any
 parsing_span: _loopmend_0.Any
class DatadogTracingExtensionSync(DatadogTracingExtension):
 def resolve(self, _next: Callable, root: Any, info: GraphQLResolveInfo, *args: str, **kwargs: Any) -> Any: ...
__all__ = ["DatadogTracingExtension", "DatadogTracingExtensionSync"]

=== strawberry.extensions.tracing.opentelemetry
import strawberry.types.execution as _loopmend_0
from __future__ import annotations
from collections.abc import Callable
from copy import deepcopy
from inspect import isawaitable
from typing import ( TYPE_CHECKING, Any, )
from opentelemetry import trace
from opentelemetry.trace import SpanKind
from strawberry.extensions import LifecycleStep, SchemaExtension
from strawberry.extensions.utils import get_path_from_info
from .utils import should_skip_tracing
if TYPE_CHECKING:
 from collections.abc import Generator, Iterable
 from graphql import GraphQLResolveInfo
 from opentelemetry.trace import Span, Tracer
 from strawberry.types.execution import ExecutionContext
DATETIME_FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"
ArgFilter = Callable[[dict[str, Any], "GraphQLResolveInfo"], dict[str, Any]]
class OpenTelemetryExtension(SchemaExtension):
 _arg_filter: ArgFilter | None
 _span_holder: dict[LifecycleStep, Span]
 _tracer: Tracer
 def __init__(self, *, execution_context: ExecutionContext | None = None, arg_filter: ArgFilter | None = None, tracer_provider: trace.TracerProvider | None = None) -> None: ...
 def on_operation(self) -> Generator[None, None, None]: ...
 def on_validate(self) -> Generator[None, None, None]: ...
 def on_parse(self) -> Generator[None, None, None]: ...
 def filter_resolver_args(self, args: dict[str, Any], info: GraphQLResolveInfo) -> dict[str, Any]: ...
 def convert_dict_to_allowed_types(self, value: dict) -> str: ...
 def convert_to_allowed_types(self, value: Any) -> bool | bytes | float | int | str: ...
 def convert_set_to_allowed_types(self, value: set | frozenset) -> str: ...
 def convert_list_or_tuple_to_allowed_types(self, value: Iterable) -> str: ...
 def add_tags(self, span: Span, info: GraphQLResolveInfo, kwargs: Any) -> None: ...
 async def resolve(self, _next: Callable, root: Any, info: GraphQLResolveInfo, *args: str, **kwargs: Any) -> Any: ...
 execution_context: _loopmend_0.ExecutionContext
 _operation_name: None | str
class OpenTelemetryExtensionSync(OpenTelemetryExtension):
 def resolve(self, _next: Callable, root: Any, info: GraphQLResolveInfo, *args: str, **kwargs: Any) -> Any: ...
__all__ = ["OpenTelemetryExtension", "OpenTelemetryExtensionSync"]

=== strawberry.fastapi package
from strawberry.fastapi.context import BaseContext
from strawberry.fastapi.router import GraphQLRouter
__all__ = ["BaseContext", "GraphQLRouter"]

=== strawberry.fastapi.router
import datetime as _loopmend_5
import starlette.responses as _loopmend_2
import starlette.websockets as _loopmend_3
import strawberry.fastapi.context as _loopmend_0
import strawberry.schema.base as _loopmend_4
import typing as _loopmend_1
from __future__ import annotations
from datetime import timedelta
from inspect import signature
from typing import ( TYPE_CHECKING, Any, TypeGuard, cast, )
from typing_extensions import TypeVar
from cross_web import HTTPException, StarletteRequestAdapter
from fastapi import APIRouter, Depends, params
from fastapi.datastructures import Default
from fastapi.routing import APIRoute
from fastapi.utils import generate_unique_id
from starlette import status
from starlette.background import BackgroundTasks
from starlette.requests import HTTPConnection, Request
from starlette.responses import ( HTMLResponse, JSONResponse, PlainTextResponse, Response, StreamingResponse, )
from starlette.websockets import WebSocket
from strawberry.asgi import ASGIWebSocketAdapter
from strawberry.exceptions import InvalidCustomContext
from strawberry.fastapi.context import BaseContext, CustomContext
from strawberry.http.async_base_view import AsyncBaseHTTPView
from strawberry.http.typevars import RootValue
from strawberry.http.websocket_origin import normalize_allowed_origins
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL, GRAPHQL_WS_PROTOCOL
Context = TypeVar("Context", default=CustomContext)
if TYPE_CHECKING:
 from collections.abc import ( AsyncIterator, Awaitable, Callable, Mapping, Sequence, )
 from enum import Enum
 from starlette.routing import BaseRoute
 from starlette.types import ASGIApp, Lifespan
 from strawberry.fastapi.context import MergedContext
 from strawberry.http import GraphQLHTTPResponse
 from strawberry.http.ides import GraphQL_IDE
 from strawberry.schema import BaseSchema
class GraphQLRouter( AsyncBaseHTTPView[ Request, Response, Response, WebSocket, WebSocket, Context, RootValue ], APIRouter, ):
 allow_queries_via_get = True
 request_adapter_class = StarletteRequestAdapter
 websocket_adapter_class = ASGIWebSocketAdapter
 @staticmethod
 async def __get_root_value() -> None: ...
 @staticmethod
 def __get_context_getter(custom_getter: Callable[ ..., CustomContext | Awaitable[CustomContext | None] | None ]) -> _loopmend_1.Callable[..., _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, _loopmend_0.BaseContext | dict]]: ...
 def __init__(self, schema: BaseSchema, path: str = ..., graphql_ide: GraphQL_IDE | None = ..., allow_queries_via_get: bool = ..., keep_alive: bool = ..., keep_alive_interval: float = ..., root_value_getter: Callable[[], RootValue] | None = None, context_getter: Callable[..., Context | Awaitable[Context | None] | None] | None = None, subscription_protocols: Sequence[str] = ..., connection_init_wait_timeout: timedelta = ..., max_subscriptions_per_connection: int | None = ..., prefix: str = ..., tags: list[str | Enum] | None = None, dependencies: Sequence[params.Depends] | None = None, default_response_class: type[Response] = ..., responses: dict[int | str, dict[str, Any]] | None = None, callbacks: list[BaseRoute] | None = None, routes: list[BaseRoute] | None = None, redirect_slashes: bool = ..., default: ASGIApp | None = None, dependency_overrides_provider: Any | None = None, route_class: type[APIRoute] = ..., on_startup: Sequence[Callable[[], Any]] | None = None, on_shutdown: Sequence[Callable[[], Any]] | None = None, lifespan: Lifespan[Any] | None = None, deprecated: bool | None = None, include_in_schema: bool = ..., generate_unique_id_function: Callable[[APIRoute], str] = ..., multipart_uploads_enabled: bool = ..., allowed_origins: Sequence[str] = ..., **kwargs: Any) -> None: ...
 async def render_graphql_ide(self, request: Request) -> HTMLResponse: ...
 async def get_context(self, request: Request | WebSocket, response: Response | WebSocket) -> Context: ...
 async def get_root_value(self, request: Request | WebSocket) -> RootValue | None: ...
 async def get_sub_response(self, request: Request) -> Response: ...
 def create_response(self, response_data: GraphQLHTTPResponse | list[GraphQLHTTPResponse], sub_response: Response) -> Response: ...
 async def create_streaming_response(self, request: Request, stream: Callable[[], AsyncIterator[str]], sub_response: Response, headers: Mapping[str, str]) -> Response: ...
 def is_websocket_request(self, request: Request | WebSocket) -> TypeGuard[WebSocket]: ...
 async def pick_websocket_subprotocol(self, request: WebSocket) -> str | None: ...
 async def create_websocket_response(self, request: WebSocket, subprotocol: str | None) -> WebSocket: ...
 def get_websocket_headers(self, request: WebSocket) -> Mapping[str, str]: ...
 async def reject_websocket(self, request: WebSocket) -> WebSocket: ...
 schema: _loopmend_4.BaseSchema
 graphql_ide: None | str
 keep_alive: bool
 keep_alive_interval: float
 root_value_getter: _loopmend_1.Callable[..., _loopmend_1.Any] | _loopmend_1.Callable[..., _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, None]]
 context_getter: _loopmend_1.Callable[..., _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, _loopmend_0.BaseContext | dict]]
 connection_init_wait_timeout: _loopmend_5.timedelta
 max_subscriptions_per_connection: None | int
 multipart_uploads_enabled: bool
 allowed_origins: frozenset[str]
 protocols: _loopmend_1.Sequence[str]
__all__ = ["GraphQLRouter"]

=== strawberry.flask package

=== strawberry.flask.views
import flask.wrappers as _loopmend_0
import strawberry.schema.base as _loopmend_1
import typing as _loopmend_2
from __future__ import annotations
from typing import ( TYPE_CHECKING, ClassVar, TypeGuard, )
from cross_web import ( AsyncFlaskHTTPRequestAdapter, FlaskHTTPRequestAdapter, HTTPException, )
from flask import Request, Response, render_template_string, request
from flask.views import View
from strawberry.http.async_base_view import AsyncBaseHTTPView
from strawberry.http.sync_base_view import SyncBaseHTTPView
from strawberry.http.typevars import Context, RootValue
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL, GRAPHQL_WS_PROTOCOL
if TYPE_CHECKING:
 from collections.abc import Mapping, Sequence
 from flask.typing import ResponseReturnValue
 from strawberry.http import GraphQLHTTPResponse
 from strawberry.http.ides import GraphQL_IDE
 from strawberry.schema.base import BaseSchema
class BaseGraphQLView:
 graphql_ide: GraphQL_IDE | None
 def __init__(self, schema: BaseSchema, graphql_ide: GraphQL_IDE | None = ..., allow_queries_via_get: bool = ..., multipart_uploads_enabled: bool = ..., subscription_protocols: Sequence[str] = ...) -> None: ...
 def create_response(self, response_data: GraphQLHTTPResponse | list[GraphQLHTTPResponse], sub_response: Response) -> Response: ...
 schema: _loopmend_1.BaseSchema
 allow_queries_via_get: bool
 multipart_uploads_enabled: bool
 protocols: _loopmend_2.Sequence[str]
class GraphQLView( BaseGraphQLView, SyncBaseHTTPView[Request, Response, Response, Context, RootValue], View, ):
 methods: ClassVar[list[str]] = ...
 allow_queries_via_get: bool = True
 request_adapter_class = FlaskHTTPRequestAdapter
 def get_context(self, request: Request, response: Response) -> Context: ...
 def get_root_value(self, request: Request) -> RootValue | None: ...
 def get_sub_response(self, request: Request) -> Response: ...
 def dispatch_request(self) -> _loopmend_0.Response: ...
 def render_graphql_ide(self, request: Request) -> Response: ...
class AsyncGraphQLView( BaseGraphQLView, AsyncBaseHTTPView[ Request, Response, Response, Request, Response, Context, RootValue ], View, ):
 methods: ClassVar[list[str]] = ...
 allow_queries_via_get: bool = True
 request_adapter_class = AsyncFlaskHTTPRequestAdapter
 async def get_context(self, request: Request, response: Response) -> Context: ...
 async def get_root_value(self, request: Request) -> RootValue | None: ...
 async def get_sub_response(self, request: Request) -> Response: ...
 async def dispatch_request(self) -> ResponseReturnValue: ...
 async def render_graphql_ide(self, request: Request) -> Response: ...
 def is_websocket_request(self, request: Request) -> TypeGuard[Request]: ...
 async def pick_websocket_subprotocol(self, request: Request) -> str | None: ...
 async def create_websocket_response(self, request: Request, subprotocol: str | None) -> Response: ...
 def get_websocket_headers(self, request: Request) -> Mapping[str, str]: ...
 async def reject_websocket(self, request: Request) -> Response: ...
__all__ = [ "AsyncGraphQLView", "GraphQLView", ]

=== strawberry.http package
import strawberry.http as _loopmend_0
from __future__ import annotations
from dataclasses import dataclass
from typing import Any, Literal
from typing_extensions import TypedDict
from strawberry.schema._graphql_core import ( GraphQLIncrementalExecutionResults, ResultType, )
class GraphQLHTTPResponse(TypedDict, total=False):
 data: dict[str, object] | None
 errors: list[object] | None
 extensions: dict[str, object] | None
 hasNext: bool | None
 completed: list[Any] | None
 pending: list[Any] | None
 initial: list[Any] | None
 incremental: list[Any] | None
def process_result(result: ResultType) -> GraphQLHTTPResponse: ...
GraphQLRequestProtocol = Literal["http", "multipart-subscription", "sse"]
@dataclass
class GraphQLRequestData:
 query: str | None
 variables: dict[str, Any] | None
 operation_name: str | None
 extensions: dict[str, Any] | None
 protocol: GraphQLRequestProtocol = "http"
__all__ = [ "GraphQLHTTPResponse", "GraphQLRequestData", "GraphQLRequestProtocol", "process_result", ]

=== strawberry.http.async_base_view
import strawberry.http as _loopmend_3
import strawberry.http.async_base_view as _loopmend_1
import strawberry.types.execution as _loopmend_2
import strawberry.types.unset as _loopmend_4
import typing as _loopmend_0
import abc
import asyncio
import json
import logging
from collections.abc import AsyncGenerator, Callable, Collection, Mapping, Sequence
from datetime import timedelta
from typing import ( Any, Generic, TypeGuard, cast, overload, )
from cross_web import AsyncHTTPRequestAdapter, HTTPException
from graphql import GraphQLError
from strawberry.exceptions import MissingQueryError
from strawberry.file_uploads.utils import replace_placeholders_with_files
from strawberry.http import ( GraphQLHTTPResponse, GraphQLRequestData, GraphQLRequestProtocol, process_result, )
from strawberry.http.ides import GraphQL_IDE
from strawberry.schema._graphql_core import ( GraphQLIncrementalExecutionResults, InitialIncrementalExecutionResult, SubsequentIncrementalExecutionResult, )
from strawberry.schema.base import BaseSchema
from strawberry.schema.exceptions import ( CannotGetOperationTypeError, InvalidOperationTypeError, )
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL, GRAPHQL_WS_PROTOCOL
from strawberry.subscriptions.protocols.graphql_transport_ws.handlers import ( BaseGraphQLTransportWSHandler, )
from strawberry.subscriptions.protocols.graphql_ws.handlers import BaseGraphQLWSHandler
from strawberry.types import ExecutionResult, SubscriptionExecutionResult
from strawberry.types.graphql import OperationType
from strawberry.types.unset import UNSET, UnsetType
from .base import BaseView
from .parse_content_type import parse_content_type
from .streaming import ( AsyncTextStream, HTTPStreamTransport, MultipartTransport, merge_stream_with_heartbeat, )
from .typevars import ( Context, Request, Response, RootValue, SubResponse, WebSocketRequest, WebSocketResponse, )
from .websocket_origin import is_same_origin, normalize_origin
logger = logging.getLogger("strawberry.ws")
class AsyncWebSocketAdapter(abc.ABC):
 def __init__(self, view: "AsyncBaseHTTPView") -> None: ...
 @abc.abstractmethod
 def iter_json(self, *, ignore_parsing_errors: bool = ...) -> AsyncGenerator[object, None]: ...
 @abc.abstractmethod
 async def send_json(self, message: Mapping[str, object]) -> None: ...
 @abc.abstractmethod
 async def close(self, code: int, reason: str) -> None: ...
 view: _loopmend_1.AsyncBaseHTTPView
class AsyncBaseHTTPView( abc.ABC, BaseView[Request], Generic[ Request, Response, SubResponse, WebSocketRequest, WebSocketResponse, Context, RootValue, ], ):
 schema: BaseSchema
 graphql_ide: GraphQL_IDE | None
 keep_alive = False
 keep_alive_interval: float | None = None
 connection_init_wait_timeout: timedelta = timedelta(minutes=1)
 max_subscriptions_per_connection: int | None = 100
 allowed_origins: Collection[str] = frozenset()
 protocols: Sequence[str] = ...
 request_adapter_class: Callable[[Request], AsyncHTTPRequestAdapter]
 websocket_adapter_class: Callable[ [ "AsyncBaseHTTPView[Any, Any, Any, Any, Any, Context, RootValue]", WebSocketRequest, WebSocketResponse, ], AsyncWebSocketAdapter, ]
 graphql_transport_ws_handler_class: type[ BaseGraphQLTransportWSHandler[Context, RootValue] ] = BaseGraphQLTransportWSHandler[Context, RootValue]
 graphql_ws_handler_class: type[BaseGraphQLWSHandler[Context, RootValue]] = BaseGraphQLWSHandler[Context, RootValue]
 multipart_transport_class: type[MultipartTransport] = MultipartTransport
 @property
 @abc.abstractmethod
 def allow_queries_via_get(self) -> bool: ...
 @abc.abstractmethod
 async def get_sub_response(self, request: Request) -> SubResponse: ...
 @abc.abstractmethod
 async def get_context(self, request: Request | WebSocketRequest, response: SubResponse | WebSocketResponse) -> Context: ...
 @abc.abstractmethod
 async def get_root_value(self, request: Request | WebSocketRequest) -> RootValue | None: ...
 @abc.abstractmethod
 def create_response(self, response_data: GraphQLHTTPResponse | list[GraphQLHTTPResponse], sub_response: SubResponse) -> Response: ...
 @abc.abstractmethod
 async def render_graphql_ide(self, request: Request) -> Response: ...
 async def create_streaming_response(self, request: Request, stream: Callable[[], AsyncGenerator[str, None]], sub_response: SubResponse, headers: Mapping[str, str]) -> Response: ...
 @abc.abstractmethod
 def is_websocket_request(self, request: Request | WebSocketRequest) -> TypeGuard[WebSocketRequest]: ...
 @abc.abstractmethod
 async def pick_websocket_subprotocol(self, request: WebSocketRequest) -> str | None: ...
 @abc.abstractmethod
 async def create_websocket_response(self, request: WebSocketRequest, subprotocol: str | None) -> WebSocketResponse: ...
 @abc.abstractmethod
 def get_websocket_headers(self, request: WebSocketRequest) -> Mapping[str, str]: ...
 @abc.abstractmethod
 async def reject_websocket(self, request: WebSocketRequest) -> Response | WebSocketResponse: ...
 def is_websocket_origin_allowed(self, request: WebSocketRequest, origin: str) -> bool: ...
 def _check_websocket_origin(self, request: WebSocketRequest) -> bool: ...
 @property
 def websocket_subprotocols(self) -> list[str]: ...
 async def execute_operation(self, request: Request, request_adapter: AsyncHTTPRequestAdapter, request_data: GraphQLRequestData | list[GraphQLRequestData], context: Context, root_value: RootValue | None, sub_response: SubResponse) -> ExecutionResult | list[ExecutionResult] | SubscriptionExecutionResult: ...
 async def execute_single(self, request: Request, request_adapter: AsyncHTTPRequestAdapter, sub_response: SubResponse, context: Context, root_value: RootValue | None, request_data: GraphQLRequestData) -> ExecutionResult: ...
 async def parse_multipart(self, request: AsyncHTTPRequestAdapter) -> dict[str, str]: ...
 def _handle_errors(self, errors: list[GraphQLError], response_data: GraphQLHTTPResponse) -> None: ...
 @overload
 async def run(self, request: Request, context: Context = ..., root_value: RootValue | None = ...) -> Response: ...
 @overload
 async def run(self, request: WebSocketRequest, context: Context = ..., root_value: RootValue | None = ...) -> WebSocketResponse: ...
 async def run(self, request: Request | WebSocketRequest, context: Context = ..., root_value: RootValue | None = ...) -> Response | WebSocketResponse: ...
 def encode_json_string(self, data: object) -> str: ...
 async def _create_streaming_response(self, request: Request, result: SubscriptionExecutionResult, protocol: GraphQLRequestProtocol, sub_response: SubResponse) -> Response: ...
 def _stream_result(self, request: Request, result: SubscriptionExecutionResult, transport: HTTPStreamTransport) -> _loopmend_0.Callable[..., _loopmend_0.AsyncGenerator[str, None]]: ...
 async def _process_stream_result(self, request: Request, value: Any, all_pending: list[Any]) -> tuple[GraphQLHTTPResponse, list[Any]]: ...
 async def parse_multipart_subscriptions(self, request: AsyncHTTPRequestAdapter) -> dict[str, str]: ...
 async def parse_http_body(self, request: AsyncHTTPRequestAdapter) -> GraphQLRequestData | list[GraphQLRequestData]: ...
 async def process_result(self, request: Request, result: ExecutionResult) -> GraphQLHTTPResponse: ...
 async def on_ws_connect(self, context: Context) -> UnsetType | dict[str, object] | None: ...
__all__ = ["AsyncBaseHTTPView"]

=== strawberry.http.base
import strawberry.http.streaming as _loopmend_1
import typing as _loopmend_0
import json
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Generic
from typing_extensions import Protocol
from cross_web import HTTPException
from strawberry.http import GraphQLRequestData, GraphQLRequestProtocol
from strawberry.http.ides import GraphQL_IDE, get_graphql_ide_html
from strawberry.http.types import HTTPMethod, QueryParams
from strawberry.schema.base import BaseSchema
from strawberry.subscriptions import ( GRAPHQL_SSE_PROTOCOL, MULTIPART_SUBSCRIPTION_PROTOCOL, )
from .streaming import HTTPStreamTransport, MultipartSubscriptionTransport, SSETransport
from .typevars import Request
class BaseRequestProtocol(Protocol):
 @property
 def query_params(self) -> Mapping[str, str | list[str] | None]: ...
 @property
 def method(self) -> HTTPMethod: ...
 @property
 def headers(self) -> Mapping[str, str]: ...
class BaseView(Generic[Request]):
 graphql_ide: GraphQL_IDE | None
 multipart_uploads_enabled: bool = False
 protocols: Sequence[str] = ...
 schema: BaseSchema
 stream_transport_classes_by_protocol: Mapping[str, type[HTTPStreamTransport]] = ...
 def should_render_graphql_ide(self, request: BaseRequestProtocol) -> bool: ...
 def is_request_allowed(self, request: BaseRequestProtocol) -> bool: ...
 def parse_json(self, data: str | bytes) -> object: ...
 def decode_json(self, data: str | bytes) -> object: ...
 def encode_json(self, data: object) -> str | bytes: ...
 def parse_query_params(self, params: QueryParams) -> dict[str, Any]: ...
 @property
 def graphql_ide_html(self) -> str: ...
 @cached_property
 def _stream_transport_map(self) -> dict[str, HTTPStreamTransport]: ...
 def _get_stream_transport(self, protocol: str) -> HTTPStreamTransport | None: ...
 def _get_stream_transport_from_headers(self, headers: Mapping[str, str]) -> HTTPStreamTransport | None: ...
 def _get_stream_transport_from_content_type(self, content_type: str, params: dict[str, str]) -> HTTPStreamTransport | None: ...
 def _validate_batch_request(self, request_data: list[GraphQLRequestData], protocol: GraphQLRequestProtocol) -> None: ...
__all__ = ["BaseView"]

=== strawberry.http.streaming
import strawberry.types.graphql as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
import abc
import asyncio
import contextlib
from collections.abc import AsyncGenerator, Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar
from strawberry.types.graphql import OperationType
if TYPE_CHECKING:
 from strawberry.http import GraphQLHTTPResponse, GraphQLRequestProtocol
from .parse_content_type import parse_content_type
AsyncTextStream = Callable[[], AsyncGenerator[str, None]]
JSONEncoder = Callable[[object], str]
MULTIPART_SUBSCRIPTION_BOUNDARY = "graphql"
MULTIPART_SUBSCRIPTION_HEARTBEAT_INTERVAL = 5
MULTIPART_INCREMENTAL_BOUNDARY = "-"
SSE_HEARTBEAT_INTERVAL = 15
MultipartDataStream = Callable[[], AsyncGenerator[object, None]]
MultipartTextStream = Callable[[], AsyncGenerator[str, None]]
def _multipart_subscription_content_type(separator: str) -> str: ...
MULTIPART_SUBSCRIPTION_CONTENT_TYPE: str
class MultipartTransport:
 def __init__(self, separator: str = ...) -> None: ...
 @property
 def headers(self) -> Mapping[str, str]: ...
 def stream(self, data: MultipartDataStream, encode_json: JSONEncoder) -> _loopmend_0.Callable[..., _loopmend_0.AsyncGenerator[str, None]]: ...
 def encode_multipart_data(self, data: object, encode_json: JSONEncoder) -> str: ...
 separator: str
class HTTPStreamTransport(abc.ABC):
 protocol: ClassVar[GraphQLRequestProtocol]
 batching_error: ClassVar[str]
 sync_not_supported_error: ClassVar[str] = ...
 heartbeat_interval: float
 send_initial_heartbeat: ClassVar[bool]
 @property
 @abc.abstractmethod
 def headers(self) -> Mapping[str, str]: ...
 @abc.abstractmethod
 def accepts(self, accept: str) -> bool: ...
 def accepts_content_type(self, content_type: str, params: dict[str, str]) -> bool: ...
 def allowed_operation_types(self, allowed_operation_types: set[OperationType]) -> Iterable[OperationType]: ...
 @abc.abstractmethod
 def encode_next(self, response: GraphQLHTTPResponse, encode_json: JSONEncoder) -> str: ...
 @abc.abstractmethod
 def encode_complete(self) -> str: ...
 @abc.abstractmethod
 def heartbeat_message(self, encode_json: JSONEncoder) -> str: ...
class MultipartSubscriptionTransport(MultipartTransport, HTTPStreamTransport):
 protocol: ClassVar[GraphQLRequestProtocol] = "multipart-subscription"
 batching_error: ClassVar[str] = ...
 sync_not_supported_error: ClassVar[str] = ...
 heartbeat_interval: float = MULTIPART_SUBSCRIPTION_HEARTBEAT_INTERVAL
 send_initial_heartbeat: ClassVar[bool] = True
 def __init__(self, separator: str = ...) -> None: ...
 @property
 def headers(self) -> Mapping[str, str]: ...
 def accepts_content_type(self, content_type: str, params: dict[str, str]) -> bool: ...
 def accepts(self, accept: str) -> bool: ...
 def allowed_operation_types(self, allowed_operation_types: set[OperationType]) -> Iterable[OperationType]: ...
 def encode_next(self, response: GraphQLHTTPResponse, encode_json: JSONEncoder) -> str: ...
 def encode_complete(self) -> str: ...
 def heartbeat_message(self, encode_json: JSONEncoder) -> str: ...
class SSETransport(HTTPStreamTransport):
 protocol: ClassVar[GraphQLRequestProtocol] = "sse"
 batching_error: ClassVar[str] = "Batching is not supported for SSE"
 headers: ClassVar[Mapping[str, str]] = ...
 heartbeat_interval: float = SSE_HEARTBEAT_INTERVAL
 send_initial_heartbeat: ClassVar[bool] = False
 def __init__(self, heartbeat_interval: float = ...) -> None: ...
 def accepts(self, accept: str) -> bool: ...
 def encode_next(self, response: GraphQLHTTPResponse, encode_json: JSONEncoder) -> str: ...
 def encode_complete(self) -> str: ...
 def heartbeat_message(self, encode_json: JSONEncoder) -> str: ...
 def encode_event(self, event: str, data: str | None = None) -> str: ...
 def encode_comment(self, comment: str) -> str: ...
def merge_stream_with_heartbeat(stream: AsyncTextStream, heartbeat_message: Callable[[], str], interval: float, *, send_initial_heartbeat: bool) -> _loopmend_0.Callable[..., _loopmend_0.AsyncGenerator[str, None]]: ...
__all__ = [ "AsyncTextStream", "HTTPStreamTransport", "MultipartSubscriptionTransport", "MultipartTransport", "SSETransport", "merge_stream_with_heartbeat", ]

=== strawberry.http.sync_base_view
import strawberry.http as _loopmend_1
import strawberry.types.execution as _loopmend_0
import abc
import json
from collections.abc import Callable
from typing import Generic
from cross_web import HTTPException, SyncHTTPRequestAdapter
from graphql import GraphQLError
from strawberry.exceptions import MissingQueryError
from strawberry.file_uploads.utils import replace_placeholders_with_files
from strawberry.http import ( GraphQLHTTPResponse, GraphQLRequestData, process_result, )
from strawberry.http.ides import GraphQL_IDE
from strawberry.schema import BaseSchema
from strawberry.schema.exceptions import ( CannotGetOperationTypeError, InvalidOperationTypeError, )
from strawberry.types import ExecutionResult
from strawberry.types.graphql import OperationType
from strawberry.types.unset import UNSET
from .base import BaseView
from .parse_content_type import parse_content_type
from .typevars import Context, Request, Response, RootValue, SubResponse
class SyncBaseHTTPView( abc.ABC, BaseView[Request], Generic[Request, Response, SubResponse, Context, RootValue], ):
 schema: BaseSchema
 graphql_ide: GraphQL_IDE | None
 request_adapter_class: Callable[[Request], SyncHTTPRequestAdapter]
 @property
 @abc.abstractmethod
 def allow_queries_via_get(self) -> bool: ...
 @abc.abstractmethod
 def get_sub_response(self, request: Request) -> SubResponse: ...
 @abc.abstractmethod
 def get_context(self, request: Request, response: SubResponse) -> Context: ...
 @abc.abstractmethod
 def get_root_value(self, request: Request) -> RootValue | None: ...
 @abc.abstractmethod
 def create_response(self, response_data: GraphQLHTTPResponse | list[GraphQLHTTPResponse], sub_response: SubResponse) -> Response: ...
 @abc.abstractmethod
 def render_graphql_ide(self, request: Request) -> Response: ...
 def execute_operation(self, request: Request, context: Context, root_value: RootValue | None, sub_response: SubResponse) -> ExecutionResult | list[ExecutionResult]: ...
 def execute_single(self, request: Request, request_adapter: SyncHTTPRequestAdapter, sub_response: SubResponse, context: Context, root_value: RootValue | None, request_data: GraphQLRequestData) -> ExecutionResult: ...
 def parse_multipart(self, request: SyncHTTPRequestAdapter) -> dict[str, str]: ...
 def parse_http_body(self, request: SyncHTTPRequestAdapter) -> GraphQLRequestData | list[GraphQLRequestData]: ...
 def _handle_errors(self, errors: list[GraphQLError], response_data: GraphQLHTTPResponse) -> None: ...
 def run(self, request: Request, context: Context = ..., root_value: RootValue | None = ...) -> Response: ...
 def process_result(self, request: Request, result: ExecutionResult) -> GraphQLHTTPResponse: ...
__all__ = ["SyncBaseHTTPView"]

=== strawberry.litestar package
from .controller import ( BaseContext, HTTPContextType, WebSocketContextType, make_graphql_controller, )
__all__ = [ "BaseContext", "HTTPContextType", "WebSocketContextType", "make_graphql_controller", ]

=== strawberry.litestar.controller
import litestar.connection.websocket as _loopmend_2
import litestar.response.base as _loopmend_1
import strawberry.litestar.controller as _loopmend_0
import typing as _loopmend_3
from __future__ import annotations
import json
from datetime import timedelta
from typing import ( TYPE_CHECKING, Any, ClassVar, TypeAlias, TypedDict, TypeGuard, )
from cross_web import HTTPException, LitestarRequestAdapter
from litestar import ( Controller, MediaType, Request, Response, WebSocket, get, post, websocket, )
from litestar.background_tasks import BackgroundTasks
from litestar.di import Provide
from litestar.exceptions import ( NotFoundException, ValidationException, WebSocketDisconnect, )
from litestar.response.streaming import Stream
from litestar.status_codes import HTTP_200_OK, WS_1008_POLICY_VIOLATION
from msgspec import Struct
from strawberry.exceptions import InvalidCustomContext
from strawberry.http.async_base_view import ( AsyncBaseHTTPView, AsyncWebSocketAdapter, )
from strawberry.http.exceptions import ( NonJsonMessageReceived, NonTextMessageReceived, WebSocketDisconnected, )
from strawberry.http.typevars import Context, RootValue
from strawberry.http.websocket_origin import normalize_allowed_origins
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL, GRAPHQL_WS_PROTOCOL
if TYPE_CHECKING:
 from collections.abc import ( AsyncGenerator, AsyncIterator, Callable, Collection, Mapping, Sequence, )
 from litestar.types import AnyCallable, Dependencies
 from strawberry.http import GraphQLHTTPResponse
 from strawberry.http.ides import GraphQL_IDE
 from strawberry.schema import BaseSchema
class BaseContext(Struct, kw_only=True):
 request: Request | None = None
 websocket: WebSocket | None = None
 response: Response | None = None
class HTTPContextType:
 request: Request
 response: Response
class WebSocketContextType:
 websocket: WebSocket
class HTTPContextDict(TypedDict):
 request: Request[Any, Any, Any]
 response: Response[Any]
class WebSocketContextDict(TypedDict):
 socket: WebSocket
MergedContext: TypeAlias = BaseContext | WebSocketContextDict | HTTPContextDict | dict[str, Any]
async def _none_custom_context_getter() -> None: ...
async def _none_root_value_getter() -> None: ...
async def _context_getter_ws(custom_context: Any | None, socket: WebSocket) -> MergedContext: ...
def _response_getter() -> Response: ...
async def _context_getter_http(custom_context: Any | None, response: Response, request: Request[Any, Any, Any]) -> MergedContext: ...
class GraphQLResource(Struct):
 data: dict[str, object] | None
 errors: list[object] | None
 extensions: dict[str, object] | None
class LitestarWebSocketAdapter(AsyncWebSocketAdapter):
 def __init__(self, view: AsyncBaseHTTPView, request: WebSocket, response: WebSocket) -> None: ...
 def iter_json(self, *, ignore_parsing_errors: bool = ...) -> AsyncGenerator[object, None]: ...
 async def send_json(self, message: Mapping[str, object]) -> None: ...
 async def close(self, code: int, reason: str) -> None: ...
 ws: _loopmend_2.WebSocket
class GraphQLController( Controller, AsyncBaseHTTPView[ Request[Any, Any, Any], Response[Any], Response[Any], WebSocket, WebSocket, Context, RootValue, ], ):
 path: str = ""
 dependencies: ClassVar[Dependencies] = ...
 request_adapter_class = LitestarRequestAdapter
 websocket_adapter_class = LitestarWebSocketAdapter
 allow_queries_via_get: bool = True
 graphiql_allowed_accept: frozenset[str] = frozenset({"text/html", "*/*"})
 graphql_ide: GraphQL_IDE | None = "graphiql"
 connection_init_wait_timeout: timedelta = timedelta(minutes=1)
 protocols: Sequence[str] = ...
 keep_alive: bool = False
 keep_alive_interval: float = 1
 max_subscriptions_per_connection: int | None = 100
 allowed_origins: Collection[str] = frozenset()
 def is_websocket_request(self, request: Request | WebSocket) -> TypeGuard[WebSocket]: ...
 async def pick_websocket_subprotocol(self, request: WebSocket) -> str | None: ...
 async def create_websocket_response(self, request: WebSocket, subprotocol: str | None) -> WebSocket: ...
 def get_websocket_headers(self, request: WebSocket) -> Mapping[str, str]: ...
 async def reject_websocket(self, request: WebSocket) -> WebSocket: ...
 async def execute_request(self, request: Request[Any, Any, Any], context: Any, root_value: Any) -> Response[GraphQLResource | str]: ...
 async def render_graphql_ide(self, request: Request[Any, Any, Any]) -> Response[str]: ...
 def create_response(self, response_data: GraphQLHTTPResponse | list[GraphQLHTTPResponse], sub_response: Response[bytes]) -> Response[bytes]: ...
 async def create_streaming_response(self, request: Request, stream: Callable[[], AsyncIterator[str]], sub_response: Response, headers: Mapping[str, str]) -> Response: ...
 @get(raises=[ValidationException, NotFoundException])
 async def handle_http_get(self, request: Request[Any, Any, Any], context: Any, root_value: Any, response: Response) -> Response[GraphQLResource | str]: ...
 @post(status_code=HTTP_200_OK)
 async def handle_http_post(self, request: Request[Any, Any, Any], context: Any, root_value: Any, response: Response) -> Response[GraphQLResource | str]: ...
 @websocket()
 async def websocket_endpoint(self, socket: WebSocket, context_ws: Any, root_value: Any) -> None: ...
 async def get_context(self, request: Request[Any, Any, Any] | WebSocket, response: Response | WebSocket) -> Context: ...
 async def get_root_value(self, request: Request[Any, Any, Any] | WebSocket) -> RootValue | None: ...
 async def get_sub_response(self, request: Request[Any, Any, Any]) -> Response: ...
 temporal_response: _loopmend_1.Response
def make_graphql_controller(schema: BaseSchema, path: str = ..., graphql_ide: GraphQL_IDE | None = ..., allow_queries_via_get: bool = ..., keep_alive: bool = ..., keep_alive_interval: float = ..., root_value_getter: AnyCallable | None = None, context_getter: AnyCallable | None = None, subscription_protocols: Sequence[str] = ..., connection_init_wait_timeout: timedelta = ..., multipart_uploads_enabled: bool = ..., max_subscriptions_per_connection: int | None = ..., allowed_origins: Sequence[str] = ...) -> type[GraphQLController]: ...
__all__ = [ "GraphQLController", "make_graphql_controller", ]

=== strawberry.permission
import strawberry.permission as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
import abc
import inspect
from functools import cached_property
from inspect import iscoroutinefunction
from typing import ( TYPE_CHECKING, Any, ClassVar, )
from strawberry.exceptions import ( PermissionReturnedAwaitableInSyncContextError, PermissionReturnedNonBooleanError, StrawberryGraphQLError, )
from strawberry.exceptions.permission_fail_silently_requires_optional import ( PermissionFailSilentlyRequiresOptionalError, )
from strawberry.extensions import FieldExtension
from strawberry.schema_directive import Location, StrawberrySchemaDirective
from strawberry.types.base import StrawberryList, StrawberryOptional
from strawberry.utils.await_maybe import await_maybe
if TYPE_CHECKING:
 from collections.abc import Awaitable
 from graphql import GraphQLError, GraphQLErrorExtensions
 from strawberry.extensions.field_extension import ( AsyncExtensionResolver, SyncExtensionResolver, )
 from strawberry.types import Info
 from strawberry.types.field import StrawberryField
class BasePermission(abc.ABC):
 message: str | None = None
 error_extensions: GraphQLErrorExtensions | None = None
 error_class: type[GraphQLError] = StrawberryGraphQLError
 _schema_directive: ClassVar[object | None] = None
 _auto_schema_directive: ClassVar[object]
 def __init_subclass__(cls, **kwargs: Any) -> None: ...
 @abc.abstractmethod
 def has_permission(self, source: Any, info: Info, **kwargs: Any) -> bool | Awaitable[bool]: ...
 def on_unauthorized(self) -> None: ...
 @property
 def schema_directive(self) -> object: ...
class PermissionExtension(FieldExtension):
 def __init__(self, permissions: list[BasePermission], use_directives: bool = ..., fail_silently: bool = ...) -> None: ...
 def apply(self, field: StrawberryField) -> None: ...
 def _on_unauthorized(self, permission: BasePermission) -> None | list: ...
 def resolve(self, next_: SyncExtensionResolver, source: Any, info: Info, **kwargs: dict[str, Any]) -> Any: ...
 async def resolve_async(self, next_: AsyncExtensionResolver, source: Any, info: Info, **kwargs: dict[str, Any]) -> Any: ...
 @cached_property
 def supports_sync(self) -> bool: ...
 permissions: list[_loopmend_1.BasePermission]
 use_directives: bool
 fail_silently: bool
 return_empty_list: bool
__all__ = [ "BasePermission", "PermissionExtension", ]

=== strawberry.pydantic package
from . import _requirements
from .error import ( InputValidationError, PydanticValidationErrorHandler, ValidationError, ValidationErrorDetail, )
from .object_type import input, interface, type
from .resolver_field import field
__all__ = [ "InputValidationError", "PydanticValidationErrorHandler", "ValidationError", "ValidationErrorDetail", "field", "input", "interface", "type", ]

=== strawberry.pydantic.fields
import pydantic.main as _loopmend_4
import strawberry.exceptions.exception as _loopmend_6
import strawberry.types.base as _loopmend_7
import strawberry.types.field as _loopmend_0
import strawberry.types.lazy_type as _loopmend_1
import strawberry.types.private as _loopmend_2
import strawberry.types.union as _loopmend_3
import typing as _loopmend_5
from __future__ import annotations
import copy
import dataclasses
import datetime as dt
import functools
import sys
from typing import ( TYPE_CHECKING, Annotated, Any, ForwardRef, Literal, Optional, TypeGuard, TypeVar, get_args, get_origin, )
from typing_extensions import Format, get_annotations
import pydantic
import pydantic.networks
import pydantic_core
from graphql.type.directives import DEFAULT_DEPRECATION_REASON
from pydantic import ( AwareDatetime, BaseModel, FutureDate, FutureDatetime, NaiveDatetime, PastDate, PastDatetime, PlainSerializer, RootModel, WrapSerializer, )
from pydantic_core import PydanticUndefined
from strawberry.annotation import StrawberryAnnotation
from strawberry.exceptions import ( MaybeFieldOnOutputTypeError, ResolverFieldOnInputError, )
from strawberry.scalars import is_scalar
from strawberry.types.base import ( StrawberryList, StrawberryObjectDefinition, StrawberryOptional, )
from strawberry.types.field import StrawberryField, get_annotated_field
from strawberry.types.lazy_type import LazyType, StrawberryLazyReference
from strawberry.types.maybe import _annotation_is_maybe
from strawberry.types.private import StrawberryPrivate, is_private
from strawberry.types.union import StrawberryUnion
from strawberry.types.unresolved_annotations import find_unresolved_options
from strawberry.utils.inspect import get_generic_arguments
from .exceptions import ( IgnoredSerializerError, MaybeFieldError, MisplacedFieldError, UnregisteredPydanticTypeError, UnresolvedAnnotatedFieldError, UnsupportedFieldOverrideError, UnsupportedInheritedFieldError, UnsupportedRootModelError, )
from .resolver_field import get_resolver_field, is_field_decorator
if TYPE_CHECKING:
 from collections.abc import ( Callable, Collection, Iterable, Iterator, Mapping, Sequence, )
 from pydantic.fields import FieldInfo
 from strawberry.exceptions import StrawberryException
 from strawberry.types.base import StrawberryType
 from strawberry.types.scalar import ScalarDefinition, ScalarWrapper
def _is_subclass(annotation: object, base: type | tuple[type, ...]) -> bool: ...
def _get_field_origins(cls: type[BaseModel]) -> dict[str, type]: ...
def _get_strawberry_base_field(origin: type, field_name: str) -> StrawberryField | None: ...
def _is_strawberry_resolver_field(value: object) -> TypeGuard[StrawberryField]: ...
def _get_strawberry_base_resolver_fields(base: type) -> list[StrawberryField] | None: ...
def _get_annotated_metadata(annotation: object) -> Iterator[object]: ...
_TYPE_METADATA: tuple[type[_loopmend_1.StrawberryLazyReference], type[_loopmend_2.StrawberryPrivate], type[_loopmend_3.StrawberryUnion]]
def _is_option(value: object) -> bool: ...
def _check_annotated_is_resolved(annotation: object, *, cls: type, model: type, field_name: str) -> None: ...
def _get_strawberry_field_override(field_info: FieldInfo, cls: type, field_name: str, *, model: type) -> StrawberryField | None: ...
_CONSTRAINED_DATE_TYPES: dict[type, type] = ...
_PYDANTIC_TYPES: dict[object, type] = ...
_URL_TYPES: tuple[type, ...] = ...
def _get_scalar_fallback(type_: object) -> object: ...
def _set_input_default(field: StrawberryField, field_info: FieldInfo) -> None: ...
def _check_maybe_field(cls: type[BaseModel], origin: type, field_name: str, field_info: FieldInfo, *, is_input: bool, is_interface: bool) -> bool: ...
def _is_registered(model: type[BaseModel]) -> bool: ...
def _find_unregistered_model(type_: Any, model: type[BaseModel] | None, scalar_registry: dict[object, ScalarDefinition | ScalarWrapper]) -> type[BaseModel] | None: ...
def validate_field_type(field: StrawberryField, type_: Any, scalar_registry: dict[object, ScalarDefinition | ScalarWrapper], *, is_input: bool) -> None: ...
def _has_recursive_reference(type_: Any) -> bool: ...
def _with_strawberry_metadata(annotation: Any, metadata: Iterable[object]) -> Any: ...
def _get_computed_field_annotation(cls: type[BaseModel], origin: type, field_name: str) -> tuple[Any, StrawberryField | None]: ...
def _create_strawberry_field(cls: type[BaseModel], origin: type, field_name: str, field_info: FieldInfo | None, *, is_input: bool) -> StrawberryField: ...
def _unregistered_model_error(model: type[BaseModel], *, cls: type, field_name: str, is_input: bool) -> StrawberryException: ...
def _split_pydantic_base(base: Any) -> tuple[Any, tuple[Any, ...]]: ...
def _get_type_var_map(cls: type[BaseModel], arguments: Mapping[TypeVar, Any]) -> dict[str, StrawberryType | type]: ...
def _is_computed_field(base: type, attribute: str, value: object) -> bool: ...
def check_serializers(cls: type[BaseModel], *, field_names: Sequence[str], decorator: str) -> None: ...
def get_type_var_map(cls: type[BaseModel]) -> dict[str, StrawberryType | type]: ...
def get_resolver_fields(cls: type[BaseModel], *, is_input: bool, include_computed: bool) -> list[StrawberryField]: ...
def get_pydantic_fields(cls: type[BaseModel], is_input: bool = ..., is_interface: bool = ..., include_computed: bool = ..., resolver_field_names: Collection[str] = ...) -> list[StrawberryField]: ...
__all__ = [ "check_serializers", "get_pydantic_fields", "get_resolver_fields", "get_type_var_map", ]

=== strawberry.pydantic.resolver_field
import strawberry.types.field as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
import copy
import inspect
from functools import partial, wraps
from types import FunctionType
from typing import TYPE_CHECKING, Any, TypeVar, cast, overload
from strawberry.exceptions import MissingReturnAnnotationError
from strawberry.types.field import StrawberryField
from strawberry.types.field import field as strawberry_field
if TYPE_CHECKING:
 from collections.abc import AsyncIterator, Callable, Mapping, Sequence
 from strawberry.extensions.field_extension import FieldExtension
 from strawberry.permission import BasePermission
ResolverT = TypeVar("ResolverT", bound="Callable[..., Any]")
_FIELD_ATTRIBUTE = "__strawberry_field__"
_DECORATOR_ATTRIBUTE = "__strawberry_pydantic_field__"
@overload
def field(resolver: ResolverT, *, name: str | None = None, description: str | None = None, permission_classes: list[type[BasePermission]] | None = None, deprecation_reason: str | None = None, metadata: Mapping[Any, Any] | None = None, directives: Sequence[object] | None = ..., extensions: list[FieldExtension] | None = None, graphql_type: Any | None = None) -> ResolverT: ...
@overload
def field(*, name: str | None = None, description: str | None = None, permission_classes: list[type[BasePermission]] | None = None, deprecation_reason: str | None = None, metadata: Mapping[Any, Any] | None = None, directives: Sequence[object] | None = ..., extensions: list[FieldExtension] | None = None, graphql_type: Any | None = None) -> Callable[[ResolverT], ResolverT]: ...
def field(resolver: ResolverT | None = None, *, name: str | None = None, description: str | None = None, permission_classes: list[type[BasePermission]] | None = None, deprecation_reason: str | None = None, metadata: Mapping[Any, Any] | None = None, directives: Sequence[object] | None = ..., extensions: list[FieldExtension] | None = None, graphql_type: Any | None = None) -> ResolverT | Callable[[ResolverT], ResolverT]: ...
def _wrap_resolver(resolver: ResolverT) -> ResolverT: ...
def is_field_decorator(value: object) -> bool: ...
def _get_marked_field(value: object) -> StrawberryField | None: ...
def get_resolver_field(value: object) -> StrawberryField | None: ...

=== strawberry.quart package

=== strawberry.quart.views
import datetime as _loopmend_4
import quart.wrappers.response as _loopmend_1
import quart.wrappers.websocket as _loopmend_0
import strawberry.schema.base as _loopmend_3
import typing as _loopmend_2
import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from datetime import timedelta
from json.decoder import JSONDecodeError
from typing import TYPE_CHECKING, ClassVar, TypeGuard, Union
from cross_web import HTTPException, QuartHTTPRequestAdapter
from quart import Request, Response, Websocket, request, websocket
from quart.ctx import has_websocket_context
from quart.views import View
from strawberry.http.async_base_view import ( AsyncBaseHTTPView, AsyncWebSocketAdapter, )
from strawberry.http.exceptions import ( NonJsonMessageReceived, NonTextMessageReceived, WebSocketDisconnected, )
from strawberry.http.ides import GraphQL_IDE
from strawberry.http.typevars import Context, RootValue
from strawberry.http.websocket_origin import normalize_allowed_origins
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL, GRAPHQL_WS_PROTOCOL
if TYPE_CHECKING:
 from quart.typing import ResponseReturnValue
 from strawberry.http import GraphQLHTTPResponse
 from strawberry.schema.base import BaseSchema
class QuartWebSocketAdapter(AsyncWebSocketAdapter):
 def __init__(self, view: AsyncBaseHTTPView, request: Websocket, response: Response) -> None: ...
 def iter_json(self, *, ignore_parsing_errors: bool = ...) -> AsyncGenerator[object, None]: ...
 async def send_json(self, message: Mapping[str, object]) -> None: ...
 async def close(self, code: int, reason: str) -> None: ...
 ws: _loopmend_0.Websocket
class GraphQLView( AsyncBaseHTTPView[ Request, Response, Response, Websocket, Response, Context, RootValue ], View, ):
 methods: ClassVar[list[str]] = ...
 allow_queries_via_get: bool = True
 request_adapter_class = QuartHTTPRequestAdapter
 websocket_adapter_class = QuartWebSocketAdapter
 def __init__(self, schema: "BaseSchema", graphql_ide: GraphQL_IDE | None = ..., allow_queries_via_get: bool = ..., keep_alive: bool = ..., keep_alive_interval: float = ..., subscription_protocols: Sequence[str] = ..., connection_init_wait_timeout: timedelta = ..., multipart_uploads_enabled: bool = ..., max_subscriptions_per_connection: int | None = ..., allowed_origins: Sequence[str] = ...) -> None: ...
 async def render_graphql_ide(self, request: Request) -> Response: ...
 def create_response(self, response_data: Union["GraphQLHTTPResponse", list["GraphQLHTTPResponse"]], sub_response: Response) -> Response: ...
 async def get_context(self, request: Request | Websocket, response: Response) -> Context: ...
 async def get_root_value(self, request: Request | Websocket) -> RootValue | None: ...
 async def get_sub_response(self, request: Request) -> Response: ...
 async def dispatch_request(self, **kwargs: object) -> "ResponseReturnValue": ...
 async def create_streaming_response(self, request: Request, stream: Callable[[], AsyncGenerator[str, None]], sub_response: Response, headers: Mapping[str, str]) -> Response: ...
 def is_websocket_request(self, request: Request | Websocket) -> TypeGuard[Websocket]: ...
 async def pick_websocket_subprotocol(self, request: Websocket) -> str | None: ...
 async def create_websocket_response(self, request: Websocket, subprotocol: str | None) -> Response: ...
 def get_websocket_headers(self, request: Websocket) -> Mapping[str, str]: ...
 async def reject_websocket(self, request: Websocket) -> Response: ...
 schema: _loopmend_3.BaseSchema
 graphql_ide: None | str
 keep_alive: bool
 keep_alive_interval: float
 connection_init_wait_timeout: _loopmend_4.timedelta
 multipart_uploads_enabled: bool
 max_subscriptions_per_connection: None | int
 allowed_origins: frozenset[str]
 protocols: _loopmend_2.Sequence[str]
__all__ = ["GraphQLView"]

=== strawberry.relay package
from .fields import ConnectionExtension, NodeExtension, connection, node
from .types import ( Connection, Edge, GlobalID, GlobalIDValueError, InvalidGlobalIDError, ListConnection, Node, NodeID, NodeType, PageInfo, )
from .utils import from_base64, to_base64
__all__ = [ "Connection", "ConnectionExtension", "Edge", "GlobalID", "GlobalIDValueError", "InvalidGlobalIDError", "ListConnection", "Node", "NodeExtension", "NodeID", "NodeType", "PageInfo", "connection", "from_base64", "node", "to_base64", ]

=== strawberry.relay.fields
import strawberry.relay.types as _loopmend_1
import strawberry.types.field as _loopmend_2
import typing as _loopmend_0
from __future__ import annotations
import asyncio
import dataclasses
import inspect
from collections import defaultdict
from collections.abc import ( AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping, Sequence, )
from typing import ( TYPE_CHECKING, Annotated, Any, ForwardRef, Optional, cast, get_args, get_origin, )
from strawberry.annotation import StrawberryAnnotation
from strawberry.extensions.field_extension import ( AsyncExtensionResolver, FieldExtension, SyncExtensionResolver, )
from strawberry.relay.exceptions import ( RelayWrongAnnotationError, RelayWrongResolverAnnotationError, )
from strawberry.types.arguments import StrawberryArgument, argument
from strawberry.types.base import StrawberryList, StrawberryOptional
from strawberry.types.cast import cast as strawberry_cast
from strawberry.types.field import _RESOLVER_TYPE, StrawberryField, field
from strawberry.types.fields.resolver import StrawberryResolver
from strawberry.types.lazy_type import LazyType
from strawberry.types.unset import UNSET
from strawberry.utils.aio import asyncgen_to_list
from strawberry.utils.typing import eval_type, is_generic_alias, is_optional, is_union
from .types import Connection, GlobalID, Node
if TYPE_CHECKING:
 from typing import Literal
 import strawberry
 from strawberry.permission import BasePermission
class NodeExtension(FieldExtension):
 def apply(self, field: StrawberryField) -> None: ...
 def resolve(self, next_: SyncExtensionResolver, source: Any, info: strawberry.Info, **kwargs: Any) -> Any: ...
 async def resolve_async(self, next_: SyncExtensionResolver, source: Any, info: strawberry.Info, **kwargs: Any) -> Any: ...
 def get_node_resolver(self, field: StrawberryField) -> _loopmend_0.Callable[..., _loopmend_0.Any]: ...
 def get_node_list_resolver(self, field: StrawberryField) -> _loopmend_0.Callable[..., _loopmend_0.Any]: ...
class ConnectionExtension(FieldExtension):
 connection_type: type[Connection[Node]]
 def __init__(self, max_results: int | None = None) -> None: ...
 def apply(self, field: StrawberryField) -> None: ...
 def resolve(self, next_: SyncExtensionResolver, source: Any, info: strawberry.Info, *, before: str | None = None, after: str | None = None, first: int | None = None, last: int | None = None, **kwargs: Any) -> _loopmend_0.Awaitable[_loopmend_1.Connection] | _loopmend_1.Connection: ...
 async def resolve_async(self, next_: AsyncExtensionResolver, source: Any, info: strawberry.Info, *, before: str | None = None, after: str | None = None, first: int | None = None, last: int | None = None, **kwargs: Any) -> Any: ...
 max_results: None | int
if TYPE_CHECKING:
 node = field
else:
 def node(*args: Any, default: Any = ..., **kwargs: Any) -> StrawberryField: ...
ConnectionGraphQLType = Any
def connection(graphql_type: ConnectionGraphQLType | None = None, *, resolver: _RESOLVER_TYPE[Any] | None = None, name: str | None = None, is_subscription: bool = ..., description: str | None = None, permission_classes: list[type[BasePermission]] | None = None, deprecation_reason: str | None = None, default: Any = ..., default_factory: Callable[..., object] | object = ..., metadata: Mapping[Any, Any] | None = None, directives: Sequence[object] | None = ..., extensions: list[FieldExtension] | None = None, max_results: int | None = None, init: Literal[True, False] | None = None) -> _loopmend_2.StrawberryField: ...
__all__ = ["connection", "node"]

=== strawberry.relay.types
import strawberry.relay.types as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
import dataclasses
import inspect
import itertools
import sys
from collections.abc import ( AsyncIterable, AsyncIterator, Awaitable, Iterable, Iterator, Sequence, )
from typing import ( TYPE_CHECKING, Annotated, Any, ClassVar, ForwardRef, Generic, Literal, Self, TypeAlias, TypeVar, Union, cast, get_args, get_origin, overload, )
from strawberry.exceptions import StrawberryInputCoercionError
from strawberry.relay.exceptions import NodeIDAnnotationError
from strawberry.types.base import ( StrawberryContainer, StrawberryObjectDefinition, get_object_definition, )
from strawberry.types.field import field
from strawberry.types.info import Info
from strawberry.types.lazy_type import LazyType
from strawberry.types.object_type import interface
from strawberry.types.object_type import type as strawberry_type
from strawberry.types.private import StrawberryPrivate
from strawberry.utils.aio import aclosing, aenumerate, aislice, resolve_awaitable
from strawberry.utils.inspect import in_async_context
from strawberry.utils.typing import eval_type, is_classvar
from .utils import ( SliceMetadata, from_base64, should_resolve_list_connection_edges, to_base64, )
if TYPE_CHECKING:
 from strawberry.scalars import ID
 from strawberry.utils.await_maybe import AwaitableOrValue
_T = TypeVar("_T")
NodeIterableType: TypeAlias = Iterator[_T] | Iterable[_T] | AsyncIterator[_T] | AsyncIterable[_T]
NodeType = TypeVar("NodeType", bound="Node")
PREFIX = "arrayconnection"
class GlobalIDValueError(ValueError):
 ...
class InvalidGlobalIDError(StrawberryInputCoercionError, GlobalIDValueError):
 ...
@dataclasses.dataclass(order=True, frozen=True)
class GlobalID:
 type_name: str
 node_id: str
 def __post_init__(self) -> None: ...
 def __str__(self) -> str: ...
 @classmethod
 def from_id(cls, value: str | ID) -> Self: ...
 @overload
 async def resolve_node(self, info: Info, *, required: Literal[True] = ..., ensure_type: type[_T]) -> _T: ...
 @overload
 async def resolve_node(self, info: Info, *, required: Literal[True], ensure_type: None = ...) -> Node: ...
 @overload
 async def resolve_node(self, info: Info, *, required: bool = ..., ensure_type: None = ...) -> Node | None: ...
 async def resolve_node(self, info, *, required = ..., ensure_type = None) -> Any: ...
 def resolve_type(self, info: Info) -> type[Node]: ...
 @overload
 def resolve_node_sync(self, info: Info, *, required: Literal[True] = ..., ensure_type: type[_T]) -> _T: ...
 @overload
 def resolve_node_sync(self, info: Info, *, required: Literal[True], ensure_type: None = ...) -> Node: ...
 @overload
 def resolve_node_sync(self, info: Info, *, required: bool = ..., ensure_type: None = ...) -> Node | None: ...
 def resolve_node_sync(self, info, *, required = ..., ensure_type = None) -> Any: ...
class NodeIDPrivate(StrawberryPrivate):
 ...
NodeID: TypeAlias = Annotated[_T, NodeIDPrivate()]
@interface(description="An object with a Globally Unique ID")
class Node:
 _id_attr: ClassVar[str | None] = None
 @field(name="id", description="The Globally Unique ID of this object")
 @classmethod
 def _id(cls, root: Node, info: Info) -> GlobalID: ...
 @classmethod
 def resolve_id_attr(cls) -> str: ...
 @classmethod
 def resolve_id(cls, root: Self, *, info: Info) -> AwaitableOrValue[str]: ...
 @classmethod
 def resolve_typename(cls, root: Self, info: Info) -> str: ...
 @overload
 @classmethod
 def resolve_nodes(cls, *, info: Info, node_ids: Iterable[str], required: Literal[True]) -> AwaitableOrValue[Iterable[Self]]: ...
 @overload
 @classmethod
 def resolve_nodes(cls, *, info: Info, node_ids: Iterable[str], required: Literal[False] = ...) -> AwaitableOrValue[Iterable[Self | None]]: ...
 @overload
 @classmethod
 def resolve_nodes(cls, *, info: Info, node_ids: Iterable[str], required: bool) -> AwaitableOrValue[Iterable[Self]] | AwaitableOrValue[Iterable[Self | None]]: ...
 @classmethod
 def resolve_nodes(cls, *, info: Info, node_ids: Iterable[str], required: bool = ...): ...
 @overload
 @classmethod
 def resolve_node(cls, node_id: str, *, info: Info, required: Literal[True]) -> AwaitableOrValue[Self]: ...
 @overload
 @classmethod
 def resolve_node(cls, node_id: str, *, info: Info, required: Literal[False] = ...) -> AwaitableOrValue[Self | None]: ...
 @overload
 @classmethod
 def resolve_node(cls, node_id: str, *, info: Info, required: bool) -> AwaitableOrValue[Self | None]: ...
 @classmethod
 def resolve_node(cls, node_id: str, *, info: Info, required: bool = ...) -> AwaitableOrValue[Self | None]: ...
class PageInfo:
 has_next_page: bool = ...
 has_previous_page: bool = ...
 start_cursor: str | None = ...
 end_cursor: str | None = ...
class Edge(Generic[NodeType]):
 cursor: str = ...
 node: NodeType = ...
 CURSOR_PREFIX: ClassVar[str] = PREFIX
 @classmethod
 def resolve_edge(cls, node: NodeType, *, cursor: Any = None, **kwargs: Any) -> Self: ...
class Connection(Generic[NodeType]):
 page_info: PageInfo = ...
 edges: list[Edge[NodeType]] = ...
 @classmethod
 def resolve_node(cls, node: Any, *, info: Info, **kwargs: Any) -> NodeType: ...
 @classmethod
 def resolve_connection(cls, nodes: NodeIterableType[NodeType], *, info: Info, before: str | None = None, after: str | None = None, first: int | None = None, last: int | None = None, max_results: int | None = None, **kwargs: Any) -> AwaitableOrValue[Self]: ...
class ListConnection(Connection[NodeType]):
 page_info: PageInfo = ...
 edges: list[Edge[NodeType]] = ...
 @classmethod
 def resolve_connection(cls, nodes: NodeIterableType[NodeType], *, info: Info, before: str | None = None, after: str | None = None, first: int | None = None, last: int | None = None, max_results: int | None = None, **kwargs: Any) -> AwaitableOrValue[Self]: ...
__all__ = [ "PREFIX", "Connection", "Edge", "GlobalID", "GlobalIDValueError", "InvalidGlobalIDError", "ListConnection", "Node", "NodeID", "NodeIDAnnotationError", "NodeIDPrivate", "NodeIterableType", "NodeType", "PageInfo", ]

=== strawberry.sanic package

=== strawberry.sanic.views
import sanic.request.types as _loopmend_4
import sanic.response.types as _loopmend_0
import strawberry.http.temporal_response as _loopmend_1
import strawberry.schema.base as _loopmend_3
import typing as _loopmend_2
from __future__ import annotations
from typing import ( TYPE_CHECKING, TypeGuard, )
from cross_web import HTTPException, SanicHTTPRequestAdapter
from sanic.request import Request
from sanic.response import HTTPResponse, html
from sanic.views import HTTPMethodView
from strawberry.http.async_base_view import AsyncBaseHTTPView
from strawberry.http.temporal_response import TemporalResponse
from strawberry.http.typevars import ( Context, RootValue, )
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL, GRAPHQL_WS_PROTOCOL
if TYPE_CHECKING:
 from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
 from strawberry.http import GraphQLHTTPResponse
 from strawberry.http.ides import GraphQL_IDE
 from strawberry.schema import BaseSchema
class GraphQLView( AsyncBaseHTTPView[ Request, HTTPResponse, TemporalResponse, Request, TemporalResponse, Context, RootValue, ], HTTPMethodView, ):
 allow_queries_via_get = True
 request_adapter_class = SanicHTTPRequestAdapter
 def __init__(self, schema: BaseSchema, graphql_ide: GraphQL_IDE | None = ..., allow_queries_via_get: bool = ..., multipart_uploads_enabled: bool = ..., subscription_protocols: Sequence[str] = ...) -> None: ...
 async def get_root_value(self, request: Request) -> RootValue | None: ...
 async def get_context(self, request: Request, response: TemporalResponse) -> Context: ...
 async def render_graphql_ide(self, request: Request) -> HTTPResponse: ...
 async def get_sub_response(self, request: Request) -> TemporalResponse: ...
 def create_response(self, response_data: GraphQLHTTPResponse | list[GraphQLHTTPResponse], sub_response: TemporalResponse) -> HTTPResponse: ...
 async def post(self, request: Request) -> HTTPResponse: ...
 async def get(self, request: Request) -> HTTPResponse: ...
 async def create_streaming_response(self, request: Request, stream: Callable[[], AsyncGenerator[str, None]], sub_response: TemporalResponse, headers: Mapping[str, str]) -> HTTPResponse: ...
 def is_websocket_request(self, request: Request) -> TypeGuard[Request]: ...
 async def pick_websocket_subprotocol(self, request: Request) -> str | None: ...
 async def create_websocket_response(self, request: Request, subprotocol: str | None) -> TemporalResponse: ...
 def get_websocket_headers(self, request: Request) -> Mapping[str, str]: ...
 async def reject_websocket(self, request: Request) -> TemporalResponse: ...
 schema: _loopmend_3.BaseSchema
 graphql_ide: None | str
 multipart_uploads_enabled: bool
 protocols: _loopmend_2.Sequence[str]
 request: _loopmend_4.Request
__all__ = ["GraphQLView"]

=== strawberry.schema package
from .base import BaseSchema
from .exception_handlers import ExceptionHandler
from .schema import Schema
__all__ = ["BaseSchema", "ExceptionHandler", "Schema"]

=== strawberry.schema.base
import graphql.execution.types as _loopmend_2
import strawberry.directive as _loopmend_7
import strawberry.types.base as _loopmend_3
import strawberry.types.enum as _loopmend_4
import strawberry.types.execution as _loopmend_0
import strawberry.types.scalar as _loopmend_6
import strawberry.types.union as _loopmend_5
import typing as _loopmend_1
from __future__ import annotations
from abc import abstractmethod
from typing import TYPE_CHECKING, Any
from typing_extensions import Protocol
from strawberry.utils.logging import StrawberryLogger
if TYPE_CHECKING:
 from collections.abc import Iterable
 from graphql import GraphQLError
 from strawberry.directive import StrawberryDirective
 from strawberry.schema.exception_handlers import ExceptionHandler
 from strawberry.schema.schema import StreamResult, SubscriptionResult
 from strawberry.schema.schema_converter import GraphQLCoreConverter
 from strawberry.types import ( ExecutionContext, ExecutionResult, )
 from strawberry.types.base import ( StrawberryObjectDefinition, WithStrawberryObjectDefinition, )
 from strawberry.types.enum import StrawberryEnumDefinition
 from strawberry.types.graphql import OperationType
 from strawberry.types.scalar import ScalarDefinition
 from strawberry.types.union import StrawberryUnion
 from .config import StrawberryConfig
class BaseSchema(Protocol):
 config: StrawberryConfig
 schema_converter: GraphQLCoreConverter
 query: type[WithStrawberryObjectDefinition]
 mutation: type[WithStrawberryObjectDefinition] | None
 subscription: type[WithStrawberryObjectDefinition] | None
 schema_directives: list[object]
 exception_handlers: tuple[ExceptionHandler[Any], ...]
 @abstractmethod
 async def execute(self, query: str | None, variable_values: dict[str, Any] | None = None, context_value: Any | None = None, root_value: Any | None = None, operation_name: str | None = None, allowed_operation_types: Iterable[OperationType] | None = None, operation_extensions: dict[str, Any] | None = None) -> ExecutionResult: ...
 @abstractmethod
 def execute_sync(self, query: str | None, variable_values: dict[str, Any] | None = None, context_value: Any | None = None, root_value: Any | None = None, operation_name: str | None = None, allowed_operation_types: Iterable[OperationType] | None = None, operation_extensions: dict[str, Any] | None = None) -> ExecutionResult: ...
 @abstractmethod
 async def subscribe(self, query: str | None, variable_values: dict[str, Any] | None = None, context_value: Any | None = None, root_value: Any | None = None, operation_name: str | None = None, operation_extensions: dict[str, Any] | None = None) -> SubscriptionResult: ...
 @abstractmethod
 async def stream(self, query: str | None, variable_values: dict[str, Any] | None = None, context_value: Any | None = None, root_value: Any | None = None, operation_name: str | None = None, operation_extensions: dict[str, Any] | None = None, allowed_operation_types: Iterable[OperationType] | None = None) -> StreamResult: ...
 @abstractmethod
 def get_type_by_name(self, name: str) -> StrawberryObjectDefinition | ScalarDefinition | StrawberryEnumDefinition | StrawberryUnion | None: ...
 @abstractmethod
 def get_directive_by_name(self, graphql_name: str) -> StrawberryDirective | None: ...
 @abstractmethod
 def as_str(self) -> str: ...
 @staticmethod
 def remove_field_suggestion(error: GraphQLError) -> None: ...
 def _process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None: ...
 def process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None: ...
 message: str
__all__ = ["BaseSchema"]

=== strawberry.schema.exception_handlers
import typing as _loopmend_0
from __future__ import annotations
import types
import typing
from collections.abc import Iterable
from typing import ( TYPE_CHECKING, Any, Protocol, Union, get_args, get_origin, runtime_checkable, )
from typing_extensions import TypeVar
if TYPE_CHECKING:
 from collections.abc import Awaitable
 from strawberry.types.field import StrawberryField
 from strawberry.types.info import Info
ExceptionType = TypeVar("ExceptionType", bound=Exception, contravariant=True)
ErrorType = TypeVar("ErrorType", covariant=True, default=Any)
@runtime_checkable
class ExceptionHandler(Protocol[ExceptionType, ErrorType]):
 def handle(self, exception: ExceptionType, *, field: StrawberryField, info: Info) -> ErrorType | Awaitable[ErrorType] | None: ...
def _get_declared_types(handler_cls: type) -> tuple[Any, Any]: ...
def _normalize_exception_types(value: Any) -> tuple[type[Exception], ...]: ...
def get_exception_types(handler: ExceptionHandler[Any]) -> tuple[type[Exception], ...]: ...
def get_error_type(handler: ExceptionHandler[Any]) -> Any: ...
__all__ = [ "ExceptionHandler", "get_error_type", "get_exception_types", ]

=== strawberry.schema.schema
import graphql.error.graphql_error as _loopmend_1
import graphql.execution.executor as _loopmend_18
import graphql.execution.middleware as _loopmend_7
import graphql.execution.types as _loopmend_15
import graphql.type.definition as _loopmend_2
import graphql.type.directives as _loopmend_4
import graphql.type.schema as _loopmend_16
import strawberry.directive as _loopmend_14
import strawberry.extensions.base_extension as _loopmend_5
import strawberry.extensions.runner as _loopmend_6
import strawberry.schema.config as _loopmend_19
import strawberry.schema.exception_handlers as _loopmend_20
import strawberry.schema.schema as _loopmend_17
import strawberry.schema.schema_converter as _loopmend_21
import strawberry.types.base as _loopmend_9
import strawberry.types.enum as _loopmend_10
import strawberry.types.execution as _loopmend_8
import strawberry.types.field as _loopmend_13
import strawberry.types.graphql as _loopmend_0
import strawberry.types.scalar as _loopmend_12
import strawberry.types.union as _loopmend_11
import typing as _loopmend_3
from __future__ import annotations
import asyncio
import warnings
from asyncio import ensure_future
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterable
from functools import lru_cache
from inspect import isawaitable
from typing import ( TYPE_CHECKING, Any, NamedTuple, cast, )
from graphql import ExecutionResult as GraphQLExecutionResult
from graphql import ( ExecutionResult as OriginalExecutionResult, )
from graphql import ( FieldNode, FragmentDefinitionNode, GraphQLBoolean, GraphQLDirective, GraphQLError, GraphQLField, GraphQLNamedType, GraphQLNonNull, GraphQLObjectType, GraphQLOutputType, GraphQLSchema, OperationDefinitionNode, get_introspection_query, lexicographic_sort_schema, parse, validate_schema, )
from graphql.execution.middleware import MiddlewareManager
from graphql.type.directives import specified_directives
from graphql.validation import validate
from strawberry import relay
from strawberry.annotation import StrawberryAnnotation
from strawberry.exceptions import MissingQueryError
from strawberry.execution import optimized_is_awaitable
from strawberry.extensions import SchemaExtension
from strawberry.extensions.directives import ( DirectivesExtension, DirectivesExtensionSync, )
from strawberry.extensions.runner import SchemaExtensionsRunner
from strawberry.printer import print_schema
from strawberry.schema.schema_converter import GraphQLCoreConverter
from strawberry.schema.validation_rules.maybe_null import MaybeNullValidationRule
from strawberry.schema.validation_rules.one_of import OneOfInputValidationRule
from strawberry.types.base import ( StrawberryObjectDefinition, WithStrawberryObjectDefinition, check_is_not_undecorated_subclass, has_object_definition, )
from strawberry.types.execution import ( ExecutionContext, ExecutionResult, PreExecutionError, )
from strawberry.types.graphql import OperationType
from strawberry.utils.aio import aclosing
from strawberry.utils.await_maybe import await_maybe
from . import compat
from ._graphql_core import ( BaseGraphQLExecutionContext, GraphQLExecutionContext, GraphQLIncrementalExecutionResults, GraphQLIncrementalResult, ResultType, execute, execution_context_class_kwargs, experimental_execute_incrementally, incremental_execution_directives, subscribe, )
from .base import BaseSchema
from .config import StrawberryConfig
from .directive_collector import SchemaDirectiveCollector
from .exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
if TYPE_CHECKING:
 from collections.abc import Iterable, Mapping
 from typing import TypeAlias
 from graphql.language import DocumentNode
 from graphql.pyutils import Path
 from graphql.type import GraphQLResolveInfo
 from graphql.validation import ASTValidationRule
 from strawberry.directive import StrawberryDirective
 from strawberry.schema.exception_handlers import ExceptionHandler
 from strawberry.types.base import StrawberryType
 from strawberry.types.enum import StrawberryEnumDefinition
 from strawberry.types.field import StrawberryField
 from strawberry.types.scalar import ScalarDefinition, ScalarWrapper
 from strawberry.types.union import StrawberryUnion
SubscriptionResult: TypeAlias = AsyncGenerator[ PreExecutionError | ExecutionResult, None ]
StreamResult: TypeAlias = AsyncGenerator[ PreExecutionError | ExecutionResult | GraphQLIncrementalResult, None ]
OriginSubscriptionResult: TypeAlias = OriginalExecutionResult | AsyncIterator[OriginalExecutionResult]
DEFAULT_ALLOWED_OPERATION_TYPES: set[_loopmend_0.OperationType]
ProcessErrors: TypeAlias = ...
_DirectiveEntry: TypeAlias = tuple[GraphQLDirective, object, str]
def _register_graphql_directive(registry: dict[str, _DirectiveEntry], directive: GraphQLDirective, definition: object, source: str) -> None: ...
def _is_specified_one_of_directive(directive: GraphQLDirective, registry: dict[str, _DirectiveEntry]) -> bool: ...
def validate_document(schema: GraphQLSchema, document: DocumentNode, validation_rules: tuple[type[ASTValidationRule], ...]) -> list[GraphQLError]: ...
def _run_validation(execution_context: ExecutionContext) -> None: ...
def _parse_operation_document(execution_context: ExecutionContext) -> None: ...
def _coerce_error(error: GraphQLError | Exception) -> GraphQLError: ...
def _coerce_pre_execution_error(error: Exception) -> GraphQLError: ...
class _OperationContextAwareGraphQLResolveInfo(NamedTuple):
 field_name: str
 field_nodes: list[FieldNode]
 return_type: GraphQLOutputType
 parent_type: GraphQLObjectType
 path: Path
 schema: GraphQLSchema
 fragments: dict[str, FragmentDefinitionNode]
 root_value: Any
 operation: OperationDefinitionNode
 variable_values: dict[str, Any]
 context: Any
 is_awaitable: Callable[[Any], bool]
 abort_signal: Any
 async_helpers: Any
 operation_extensions: dict[str, Any]
class StrawberryGraphQLCoreExecutionContext(BaseGraphQLExecutionContext):
 def __init__(self, *args: Any, **kwargs: Any) -> None: ...
 def build_resolve_info(self, field_def: GraphQLField, field_nodes: list[FieldNode], parent_type: GraphQLObjectType, path: Path) -> GraphQLResolveInfo: ...
 operation_extensions: _loopmend_3.Any
class Schema(BaseSchema):
 def __init__(self, query: type, mutation: type | None = None, subscription: type | None = None, directives: Iterable[StrawberryDirective] = ..., types: Iterable[type | StrawberryType] = ..., extensions: Iterable[ type[SchemaExtension] | Callable[[], SchemaExtension] ] = ..., execution_context_class: type[GraphQLExecutionContext] | None = None, config: StrawberryConfig | None = None, scalar_overrides: Mapping[object, type | ScalarWrapper | ScalarDefinition] | None = None, schema_directives: Iterable[object] = ..., exception_handlers: Iterable[ExceptionHandler[Any]] = ...) -> None: ...
 def _collect_schema_directives(self, explicit_directive_types: Iterable[type], graphql_types: Iterable[GraphQLNamedType | None]) -> list[type]: ...
 def _collect_graphql_directives(self, schema_directive_types: Iterable[type]) -> tuple[GraphQLDirective, ...]: ...
 def get_extensions(self, sync: bool = ...) -> list[SchemaExtension]: ...
 def create_extensions_runner(self, execution_context: ExecutionContext, extensions: list[SchemaExtension]) -> SchemaExtensionsRunner: ...
 def _get_custom_context_kwargs(self, operation_extensions: dict[str, Any] | None = None, *, sync: bool = ...) -> dict[str, Any]: ...
 def _get_middleware_manager(self, extensions: list[SchemaExtension]) -> MiddlewareManager: ...
 def _create_execution_context(self, query: str | None, allowed_operation_types: Iterable[OperationType], variable_values: dict[str, Any] | None = None, context_value: Any | None = None, root_value: Any | None = None, operation_name: str | None = None, operation_extensions: dict[str, Any] | None = None) -> ExecutionContext: ...
 @lru_cache
 def get_type_by_name(self, name: str) -> StrawberryObjectDefinition | ScalarDefinition | StrawberryEnumDefinition | StrawberryUnion | None: ...
 def get_field_for_type(self, field_name: str, type_name: str) -> StrawberryField | None: ...
 @lru_cache
 def get_directive_by_name(self, graphql_name: str) -> StrawberryDirective | None: ...
 def get_fields(self, type_definition: StrawberryObjectDefinition) -> list[StrawberryField]: ...
 async def _prepare_operation_async(self, context: ExecutionContext, extensions_runner: SchemaExtensionsRunner) -> PreExecutionError | None: ...
 def _prepare_operation_sync(self, context: ExecutionContext, extensions_runner: SchemaExtensionsRunner) -> ExecutionResult | None: ...
 async def _handle_execution_result(self, context: ExecutionContext, result: ResultType, extensions_runner: SchemaExtensionsRunner, *, skip_process_errors: bool = ...) -> ExecutionResult: ...
 def _get_execute_function(self) -> _loopmend_3.Callable[..., _loopmend_3.Any]: ...
 async def _execute_operation(self, execution_context: ExecutionContext, extensions_runner: SchemaExtensionsRunner, middleware_manager: MiddlewareManager, execute_function: Callable[..., Any], custom_context_kwargs: dict[str, Any]) -> ResultType: ...
 async def execute(self, query: str | None, variable_values: dict[str, Any] | None = None, context_value: Any | None = None, root_value: Any | None = None, operation_name: str | None = None, allowed_operation_types: Iterable[OperationType] | None = None, operation_extensions: dict[str, Any] | None = None) -> ExecutionResult: ...
 def execute_sync(self, query: str | None, variable_values: dict[str, Any] | None = None, context_value: Any | None = None, root_value: Any | None = None, operation_name: str | None = None, allowed_operation_types: Iterable[OperationType] | None = None, operation_extensions: dict[str, Any] | None = None) -> ExecutionResult: ...
 def _stream(self, execution_context: ExecutionContext, extensions_runner: SchemaExtensionsRunner, middleware_manager: MiddlewareManager, execution_context_class: type[GraphQLExecutionContext] | None = None, operation_extensions: dict[str, Any] | None = None) -> StreamResult: ...
 def _stream_non_subscription(self, execution_context: ExecutionContext, extensions_runner: SchemaExtensionsRunner, middleware_manager: MiddlewareManager, operation_extensions: dict[str, Any] | None = None) -> StreamResult: ...
 async def subscribe(self, query: str | None, variable_values: dict[str, Any] | None = None, context_value: Any | None = None, root_value: Any | None = None, operation_name: str | None = None, operation_extensions: dict[str, Any] | None = None) -> SubscriptionResult: ...
 async def stream(self, query: str | None, variable_values: dict[str, Any] | None = None, context_value: Any | None = None, root_value: Any | None = None, operation_name: str | None = None, operation_extensions: dict[str, Any] | None = None, allowed_operation_types: Iterable[OperationType] | None = None) -> StreamResult: ...
 def _resolve_node_ids(self) -> None: ...
 def _prepare_schema_directives(self) -> None: ...
 def _warn_for_federation_directives(self) -> None: ...
 def _extend_introspection(self) -> None: ...
 def as_str(self) -> str: ...
 __str__ = as_str
 def introspect(self) -> dict[str, Any]: ...
 _schema: _loopmend_16.GraphQLSchema
 query: type
 mutation: None | type
 subscription: None | type
 directives: tuple
 extensions: tuple
 execution_context_class: type[_loopmend_17.StrawberryGraphQLCoreExecutionContext] | type[_loopmend_18.Executor]
 config: _loopmend_19.StrawberryConfig
 schema_directives: list[object]
 exception_handlers: tuple
 schema_converter: _loopmend_21.GraphQLCoreConverter
 _schema_directives_in_use: list[object]
 _schema_graphql_directives: dict[type, _loopmend_4.GraphQLDirective]
__all__ = ["Schema"]

=== strawberry.schema.schema_converter
import enum as _loopmend_1
import graphql.type.definition as _loopmend_0
import graphql.type.directives as _loopmend_4
import strawberry.schema.config as _loopmend_8
import strawberry.schema.exception_handlers as _loopmend_5
import strawberry.schema.schema_converter as _loopmend_3
import strawberry.types.field as _loopmend_7
import strawberry.types.scalar as _loopmend_2
import typing as _loopmend_6
from __future__ import annotations
import contextlib
import dataclasses
import inspect
import sys
import typing
from collections.abc import Mapping
from functools import partial, reduce
from typing import ( TYPE_CHECKING, Annotated, Any, Generic, Literal, TypeVar, cast, )
from typing_extensions import Protocol
from graphql import ( GraphQLAbstractType, GraphQLArgument, GraphQLDirective, GraphQLEnumType, GraphQLEnumValue, GraphQLField, GraphQLID, GraphQLInputField, GraphQLInputObjectType, GraphQLInterfaceType, GraphQLList, GraphQLNamedType, GraphQLNonNull, GraphQLObjectType, GraphQLScalarType, GraphQLType, GraphQLUnionType, Undefined, ValueNode, default_type_resolver, )
from graphql.language.directive_locations import DirectiveLocation
from strawberry.annotation import StrawberryAnnotation
from strawberry.exceptions import ( DuplicatedTypeName, InvalidOneOfInputFieldError, InvalidTypeInputForUnion, InvalidUnionTypeError, MaybeFieldOnOutputTypeError, MissingTypesForGenericError, ScalarAlreadyRegisteredError, StrawberryInputCoercionError, UnresolvedFieldTypeError, )
from strawberry.extensions.field_extension import build_field_extension_resolvers
from strawberry.relay.types import GlobalID
from strawberry.schema.exception_handlers import ( get_error_type, get_exception_types, )
from strawberry.schema.types.scalar import ( DEFAULT_SCALAR_REGISTRY, _make_scalar_type, )
from strawberry.types.arguments import StrawberryArgument, convert_arguments
from strawberry.types.base import ( StrawberryList, StrawberryMaybe, StrawberryObjectDefinition, StrawberryOptional, StrawberryType, check_is_not_undecorated_subclass, get_object_definition, has_object_definition, )
from strawberry.types.cast import get_cast_type_name, get_strawberry_type_cast
from strawberry.types.enum import StrawberryEnumDefinition, has_enum_definition
from strawberry.types.field import UNRESOLVED
from strawberry.types.lazy_type import LazyType
from strawberry.types.maybe import Some
from strawberry.types.private import is_private
from strawberry.types.scalar import ScalarWrapper, scalar
from strawberry.types.union import StrawberryUnion
from strawberry.types.unset import UNSET
from strawberry.utils.await_maybe import await_maybe
from . import compat
from .types.concrete_type import ConcreteType
if TYPE_CHECKING:
 from collections.abc import Awaitable, Callable, Iterable
 from graphql import ( GraphQLInputType, GraphQLNullableType, GraphQLOutputType, GraphQLResolveInfo, )
 from graphql.language import ConstValueNode
 from strawberry.directive import StrawberryDirective
 from strawberry.schema.config import StrawberryConfig
 from strawberry.schema.exception_handlers import ExceptionHandler
 from strawberry.schema_directive import StrawberrySchemaDirective
 from strawberry.types.enum import EnumValue
 from strawberry.types.field import StrawberryField
 from strawberry.types.fields.resolver import StrawberryResolver
 from strawberry.types.info import Info
 from strawberry.types.scalar import ScalarDefinition
UNHANDLED = object()
def resolve_lazy_type(type_: object) -> object: ...
def is_same_type(left: object, right: object) -> bool: ...
def is_same_type_definition(first_type_definition: StrawberryObjectDefinition | StrawberryType, second_type_definition: StrawberryObjectDefinition | StrawberryType) -> bool: ...
def field_contains_type(field: StrawberryField, type_: Any) -> bool: ...
FieldType = TypeVar( "FieldType", bound=GraphQLField | GraphQLInputField, covariant=True, )
class FieldConverterProtocol(Protocol, Generic[FieldType]):
 def __call__(self, field: StrawberryField, *, type_definition: StrawberryObjectDefinition | None = None) -> FieldType: ...
def _has_maybe(type_: StrawberryType | type | None) -> bool: ...
def _resolver_returns_maybe(resolver: StrawberryResolver) -> bool: ...
def _get_thunk_mapping(type_definition: StrawberryObjectDefinition, name_converter: Callable[[StrawberryField], str], field_converter: FieldConverterProtocol[FieldType], get_fields: Callable[[StrawberryObjectDefinition], list[StrawberryField]]) -> dict[str, FieldType]: ...
class CustomGraphQLEnumType(GraphQLEnumType):
 def __init__(self, enum: StrawberryEnumDefinition, *args: Any, **kwargs: Any) -> None: ...
 def serialize(self, output_value: Any) -> str: ...
 def coerce_output_value(self, output_value: Any) -> str: ...
 def parse_value(self, input_value: str, hide_suggestions: bool = ...) -> Any: ...
 def coerce_input_value(self, input_value: str, hide_suggestions: bool = ...) -> Any: ...
 def parse_literal(self, value_node: ValueNode, _variables: dict[str, Any] | None = None, hide_suggestions: bool = ...) -> Any: ...
 def coerce_input_literal(self, value_node: ConstValueNode, hide_suggestions: bool = ...) -> Any: ...
 wrapped_cls: _loopmend_1.EnumMeta
def get_arguments(*, field: StrawberryField, source: Any, info: Info, kwargs: Any, config: StrawberryConfig, scalar_registry: Mapping[object, ScalarWrapper | ScalarDefinition]) -> tuple[list[Any], dict[str, Any]]: ...
class GraphQLCoreConverter:
 DEFINITION_BACKREF = "strawberry-definition"
 def __init__(self, config: StrawberryConfig, scalar_overrides: Mapping[object, ScalarWrapper | ScalarDefinition], scalar_map: Mapping[object, ScalarDefinition], get_fields: Callable[[StrawberryObjectDefinition], list[StrawberryField]], exception_handlers: Iterable[ExceptionHandler[Any]] = ...) -> None: ...
 def _get_scalar_registry(self, scalar_overrides: Mapping[object, ScalarWrapper | ScalarDefinition], scalar_map: Mapping[object, ScalarDefinition]) -> dict[object, ScalarWrapper | ScalarDefinition]: ...
 def from_argument(self, argument: StrawberryArgument) -> GraphQLArgument: ...
 def from_enum(self, enum: StrawberryEnumDefinition) -> CustomGraphQLEnumType: ...
 def from_enum_value(self, enum_value: EnumValue) -> GraphQLEnumValue: ...
 def from_directive(self, directive: StrawberryDirective) -> GraphQLDirective: ...
 def from_schema_directive(self, cls: type) -> GraphQLDirective: ...
 def _validate_pydantic_field(self, field: StrawberryField, resolved_type: Any, *, is_input: bool) -> None: ...
 def from_field(self, field: StrawberryField, *, type_definition: StrawberryObjectDefinition | None = None) -> GraphQLField: ...
 def _to_input_value(self, value: Any, type_: StrawberryType | type) -> Any: ...
 def _to_input_object_value(self, value: Any, type_definition: StrawberryObjectDefinition) -> dict[str, Any]: ...
 def from_input_field(self, field: StrawberryField, *, type_definition: StrawberryObjectDefinition | None = None) -> GraphQLInputField: ...
 def get_graphql_fields(self, type_definition: StrawberryObjectDefinition) -> dict[str, GraphQLField]: ...
 def get_graphql_input_fields(self, type_definition: StrawberryObjectDefinition) -> dict[str, GraphQLInputField]: ...
 def from_input_object(self, object_type: type) -> GraphQLInputObjectType: ...
 def validate_one_of_fields(self, type_definition: StrawberryObjectDefinition, type_name: str) -> None: ...
 def from_interface(self, interface: StrawberryObjectDefinition) -> GraphQLInterfaceType: ...
 def from_list(self, type_: StrawberryList) -> GraphQLList: ...
 def from_object(self, object_type: StrawberryObjectDefinition) -> GraphQLObjectType: ...
 def _get_field_exception_handlers(self, field: StrawberryField) -> tuple[tuple[tuple[type[Exception], ...], ExceptionHandler[Any]], ...]: ...
 def from_resolver(self, field: StrawberryField) -> _loopmend_6.Callable[..., _loopmend_6.Any] | _loopmend_6.Callable[..., _loopmend_6.Coroutine[_loopmend_6.Any, _loopmend_6.Any, _loopmend_6.Any]]: ...
 def from_scalar(self, scalar: type) -> GraphQLScalarType: ...
 def from_maybe_optional(self, type_: StrawberryType | type) -> GraphQLNullableType | GraphQLNonNull: ...
 def from_type(self, type_: StrawberryType | type) -> GraphQLNullableType: ...
 def from_union(self, union: StrawberryUnion) -> GraphQLUnionType: ...
 def _get_is_type_of(self, object_type: StrawberryObjectDefinition) -> Callable[[Any, GraphQLResolveInfo], bool] | None: ...
 def validate_same_type_definition(self, name: str, type_definition: StrawberryType, cached_type: ConcreteType) -> None: ...
 get_fields: _loopmend_6.Callable[..., list[_loopmend_7.StrawberryField]]
 config: _loopmend_8.StrawberryConfig
 scalar_registry: dict[object, _loopmend_2.ScalarDefinition | _loopmend_2.ScalarWrapper]
 exception_handlers: tuple
 type_map: dict[str, ConcreteType]
 _exception_handler_specs: tuple
__all__ = ["GraphQLCoreConverter"]

=== strawberry.streamable
from collections.abc import AsyncGenerator
from typing import Annotated, TypeVar
class StrawberryStreamable:
 ...
T = TypeVar("T")
Streamable = Annotated[AsyncGenerator[T, None], StrawberryStreamable()]
__all__ = ["Streamable"]

=== strawberry.subscriptions package
GRAPHQL_TRANSPORT_WS_PROTOCOL = "graphql-transport-ws"
GRAPHQL_WS_PROTOCOL = "graphql-ws"
GRAPHQL_SSE_PROTOCOL = "graphql-sse"
MULTIPART_SUBSCRIPTION_PROTOCOL = "multipart-subscription"
__all__ = [ "GRAPHQL_SSE_PROTOCOL", "GRAPHQL_TRANSPORT_WS_PROTOCOL", "GRAPHQL_WS_PROTOCOL", "MULTIPART_SUBSCRIPTION_PROTOCOL", ]

=== strawberry.subscriptions.protocols package

=== strawberry.subscriptions.protocols.graphql_transport_ws package
WS_4406_PROTOCOL_NOT_ACCEPTABLE = 4406
__all__ = [ "WS_4406_PROTOCOL_NOT_ACCEPTABLE", ]

=== strawberry.subscriptions.protocols.graphql_transport_ws.handlers
import datetime as _loopmend_3
import strawberry.http.async_base_view as _loopmend_0
import strawberry.schema.base as _loopmend_2
import strawberry.subscriptions.protocols.graphql_transport_ws.handlers as _loopmend_4
import typing as _loopmend_1
from __future__ import annotations
import asyncio
import logging
from contextlib import suppress
from typing import ( TYPE_CHECKING, Any, Generic, cast, )
from graphql import GraphQLError, GraphQLSyntaxError
from strawberry.exceptions import ConnectionRejectionError
from strawberry.http.exceptions import ( NonJsonMessageReceived, NonTextMessageReceived, WebSocketDisconnected, )
from strawberry.http.typevars import Context, RootValue
from strawberry.schema.exceptions import CannotGetOperationTypeError
from strawberry.subscriptions.protocols.graphql_transport_ws.types import ( CompleteMessage, ConnectionInitMessage, Message, NextMessagePayload, PingMessage, PongMessage, SubscribeMessage, )
from strawberry.types.execution import ExecutionResult, PreExecutionError
from strawberry.types.unset import UnsetType
from strawberry.utils.aio import aclosing
if TYPE_CHECKING:
 from datetime import timedelta
 from strawberry.http.async_base_view import AsyncBaseHTTPView, AsyncWebSocketAdapter
 from strawberry.schema import BaseSchema
 from strawberry.schema.schema import StreamResult
class _OperationStreamClosed(Exception):
 ...
class BaseGraphQLTransportWSHandler(Generic[Context, RootValue]):
 task_logger: logging.Logger = logging.getLogger("strawberry.ws.task")
 def __init__(self, view: AsyncBaseHTTPView[Any, Any, Any, Any, Any, Context, RootValue], websocket: AsyncWebSocketAdapter, context: Context, root_value: RootValue | None, schema: BaseSchema, connection_init_wait_timeout: timedelta, max_subscriptions_per_connection: int | None = None) -> None: ...
 async def handle(self) -> None: ...
 async def shutdown(self) -> None: ...
 def on_request_accepted(self) -> None: ...
 async def handle_connection_init_timeout(self) -> None: ...
 def _task_done(self, task: asyncio.Task) -> None: ...
 async def handle_task_exception(self, error: Exception) -> None: ...
 async def handle_message(self, message: Message) -> None: ...
 async def handle_connection_init(self, message: ConnectionInitMessage) -> None: ...
 async def handle_ping(self, message: PingMessage) -> None: ...
 async def handle_pong(self, message: PongMessage) -> None: ...
 async def handle_subscribe(self, message: SubscribeMessage) -> None: ...
 async def run_operation(self, operation: Operation[Context, RootValue]) -> None: ...
 async def _send_result_stream(self, operation: Operation[Context, RootValue], result_source: StreamResult) -> None: ...
 async def _handle_pre_execution_error(self, operation: Operation[Context, RootValue], result: PreExecutionError) -> None: ...
 async def _reject_incremental_delivery(self, operation: Operation[Context, RootValue]) -> None: ...
 def forget_id(self, id: str) -> None: ...
 async def handle_complete(self, message: CompleteMessage) -> None: ...
 async def handle_invalid_message(self, error_message: str) -> None: ...
 @staticmethod
 def _get_pre_execution_close_reason(error: GraphQLError) -> str | None: ...
 async def send_message(self, message: Message) -> None: ...
 async def cleanup_operation(self, operation_id: str) -> None: ...
 view: _loopmend_0.AsyncBaseHTTPView
 websocket: _loopmend_0.AsyncWebSocketAdapter
 context: _loopmend_1.Any
 root_value: _loopmend_1.Any
 schema: _loopmend_2.BaseSchema
 connection_init_wait_timeout: _loopmend_3.timedelta
 max_subscriptions_per_connection: None | int
 connection_init_timeout_task: asyncio.Task | None
 connection_init_received: bool
 connection_acknowledged: bool
 connection_timed_out: bool
 operations: dict[str, Operation[Context, RootValue]]
class Operation(Generic[Context, RootValue]):
 __slots__: list[str]
 def __init__(self, handler: BaseGraphQLTransportWSHandler[Context, RootValue], id: str, query: str, variables: dict[str, object] | None, operation_name: str | None) -> None: ...
 async def send_operation_message(self, message: Message) -> None: ...
 async def send_initial_errors(self, errors: list[GraphQLError]) -> None: ...
 async def send_next(self, execution_result: ExecutionResult) -> None: ...
 task: asyncio.Task | None
 id: str
 query: str
 variables: None | dict[str, object]
 operation_name: None | str
 completed: bool
 handler: _loopmend_4.BaseGraphQLTransportWSHandler
__all__ = ["BaseGraphQLTransportWSHandler", "Operation"]

=== strawberry.subscriptions.protocols.graphql_ws package

=== strawberry.subscriptions.protocols.graphql_ws.handlers
import strawberry.http.async_base_view as _loopmend_0
import strawberry.schema.base as _loopmend_2
import typing as _loopmend_1
from __future__ import annotations
import asyncio
from collections.abc import AsyncGenerator
from contextlib import suppress
from typing import ( TYPE_CHECKING, Any, Generic, cast, )
from strawberry.exceptions import ConnectionRejectionError
from strawberry.http.exceptions import NonTextMessageReceived, WebSocketDisconnected
from strawberry.http.typevars import Context, RootValue
from strawberry.subscriptions.protocols.graphql_ws.types import ( CompleteMessage, ConnectionInitMessage, ConnectionTerminateMessage, DataMessage, ErrorMessage, OperationMessage, StartMessage, StopMessage, )
from strawberry.types.execution import ExecutionResult, PreExecutionError
from strawberry.types.unset import UnsetType
if TYPE_CHECKING:
 from collections.abc import AsyncGenerator
 from strawberry.http.async_base_view import AsyncBaseHTTPView, AsyncWebSocketAdapter
 from strawberry.schema import BaseSchema
class BaseGraphQLWSHandler(Generic[Context, RootValue]):
 def __init__(self, view: AsyncBaseHTTPView[Any, Any, Any, Any, Any, Context, RootValue], websocket: AsyncWebSocketAdapter, context: Context, root_value: RootValue | None, schema: BaseSchema, keep_alive: bool, keep_alive_interval: float | None, max_subscriptions_per_connection: int | None = None) -> None: ...
 async def handle(self) -> None: ...
 async def handle_message(self, message: OperationMessage) -> None: ...
 async def handle_connection_init(self, message: ConnectionInitMessage) -> None: ...
 async def handle_connection_terminate(self, message: ConnectionTerminateMessage) -> None: ...
 async def handle_start(self, message: StartMessage) -> None: ...
 async def handle_stop(self, message: StopMessage) -> None: ...
 async def handle_keep_alive(self) -> None: ...
 async def handle_async_results(self, operation_id: str, query: str, operation_name: str | None, variables: dict[str, object] | None) -> None: ...
 async def cleanup_operation(self, operation_id: str) -> None: ...
 async def cleanup(self) -> None: ...
 async def send_data_message(self, execution_result: ExecutionResult, operation_id: str) -> None: ...
 async def send_message(self, message: OperationMessage) -> None: ...
 view: _loopmend_0.AsyncBaseHTTPView
 websocket: _loopmend_0.AsyncWebSocketAdapter
 context: _loopmend_1.Any
 root_value: _loopmend_1.Any
 schema: _loopmend_2.BaseSchema
 keep_alive: bool
 keep_alive_interval: None | float
 max_subscriptions_per_connection: None | int
 keep_alive_task: asyncio.Task | None
 subscriptions: dict[str, AsyncGenerator]
 tasks: dict[str, asyncio.Task]
 connection_acknowledged: bool
__all__ = ["BaseGraphQLWSHandler"]

=== strawberry.test package
from .client import BaseGraphQLTestClient, Body, Response
__all__ = ["BaseGraphQLTestClient", "Body", "Response"]

=== strawberry.test.client
import strawberry.test.client as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
import json
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal
from typing_extensions import TypedDict
if TYPE_CHECKING:
 from collections.abc import Coroutine
 from graphql import GraphQLFormattedError
@dataclass
class Response:
 errors: list[GraphQLFormattedError] | None
 data: dict[str, Any] | None
 extensions: dict[str, Any] | None
class Body(TypedDict, total=False):
 query: str
 variables: dict[str, object] | None
class BaseGraphQLTestClient(ABC):
 def __init__(self, client: Any, url: str = ...) -> None: ...
 def query(self, query: str, variables: dict[str, Any] | None = None, headers: dict[str, object] | None = None, files: dict[str, object] | None = None, assert_no_errors: bool | None = ...) -> _loopmend_0.Response: ...
 @abstractmethod
 def request(self, body: dict[str, object], headers: dict[str, object] | None = None, files: dict[str, object] | None = None) -> Any: ...
 def _build_body(self, query: str, variables: dict[str, Any] | None = None, files: dict[str, object] | None = None) -> dict[str, object]: ...
 @staticmethod
 def _build_multipart_file_map(variables: dict[str, Any], files: dict[str, object]) -> dict[str, list[str]]: ...
 def _decode(self, response: Any, type: Literal["multipart", "json"]) -> Any: ...
 url: str
 _client: _loopmend_1.Any
__all__ = ["BaseGraphQLTestClient", "Body", "Response"]

=== strawberry.types package
from .base import get_object_definition, has_object_definition
from .execution import ( ExecutionContext, ExecutionResult, StreamExecutionResult, SubscriptionExecutionResult, )
from .info import Info
__all__ = [ "ExecutionContext", "ExecutionResult", "Info", "StreamExecutionResult", "SubscriptionExecutionResult", "get_object_definition", "has_object_definition", ]

=== strawberry.types.execution
import graphql.language.ast as _loopmend_1
import strawberry.types.execution as _loopmend_2
import strawberry.types.graphql as _loopmend_0
from __future__ import annotations
import dataclasses
from typing import ( TYPE_CHECKING, Any, NotRequired, TypeAlias, runtime_checkable, )
from typing_extensions import Protocol, TypedDict
from graphql import specified_rules
from graphql.execution import ( InitialIncrementalExecutionResult as _InitialIncrementalExecutionResult, )
from graphql.execution import ( SubsequentIncrementalExecutionResult as _SubsequentIncrementalExecutionResult, )
from strawberry.utils.operation import get_first_operation, get_operation_type
if TYPE_CHECKING:
 from collections.abc import Iterable
 from typing import NotRequired
 from graphql import ASTValidationRule
 from graphql.error.graphql_error import GraphQLError
 from graphql.language import DocumentNode, OperationDefinitionNode
 from strawberry.schema import Schema
 from strawberry.schema._graphql_core import GraphQLExecutionResult
 from .graphql import OperationType
class ParseOptions(TypedDict):
 max_tokens: NotRequired[int]
@dataclasses.dataclass
class ExecutionContext:
 query: str | None
 schema: Schema
 allowed_operations: Iterable[OperationType]
 context: Any = None
 variables: dict[str, Any] | None = None
 parse_options: ParseOptions = dataclasses.field(default_factory=ParseOptions)
 root_value: Any | None = None
 validation_rules: tuple[type[ASTValidationRule], ...] = dataclasses.field( default_factory=lambda: tuple(specified_rules) )
 provided_operation_name: dataclasses.InitVar[str | None] = None
 graphql_document: DocumentNode | None = None
 pre_execution_errors: list[GraphQLError] | None = None
 result: GraphQLExecutionResult | ExecutionResult | None = None
 extensions_results: dict[str, Any] = dataclasses.field(default_factory=dict)
 operation_extensions: dict[str, Any] | None = None
 def __post_init__(self, provided_operation_name: str | None) -> None: ...
 @property
 def operation_name(self) -> str | None: ...
 @property
 def operation_type(self) -> OperationType: ...
 def _get_first_operation(self) -> OperationDefinitionNode | None: ...
 _provided_operation_name: None | str
@dataclasses.dataclass
class ExecutionResult:
 data: dict[str, Any] | None
 errors: list[GraphQLError] | None
 extensions: dict[str, Any] | None = None
@dataclasses.dataclass
class PreExecutionError(ExecutionResult):
 ...
StreamExecutionResult: TypeAlias = ExecutionResult | _InitialIncrementalExecutionResult | _SubsequentIncrementalExecutionResult
@runtime_checkable
class SubscriptionExecutionResult(Protocol):
 def __aiter__(self) -> SubscriptionExecutionResult: ...
 async def __anext__(self) -> Any: ...
__all__ = [ "ExecutionContext", "ExecutionResult", "ParseOptions", "StreamExecutionResult", "SubscriptionExecutionResult", ]

=== strawberry.types.field
import strawberry.types.arguments as _loopmend_1
import strawberry.types.field as _loopmend_0
import strawberry.types.fields.resolver as _loopmend_2
import typing as _loopmend_3
from __future__ import annotations
import contextlib
import copy
import dataclasses
import sys
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from functools import cached_property
from typing import ( TYPE_CHECKING, Annotated, Any, NoReturn, TypeAlias, TypeVar, Union, get_args, get_origin, overload, )
from strawberry.annotation import StrawberryAnnotation
from strawberry.exceptions import ( InvalidArgumentTypeError, InvalidDefaultFactoryError, InvalidStrawberryFieldAnnotationError, MultipleStrawberryFieldsError, )
from strawberry.types.base import ( StrawberryType, WithStrawberryObjectDefinition, has_object_definition, )
from strawberry.types.private import is_private
from strawberry.types.union import StrawberryUnion
from .fields.resolver import StrawberryResolver
if TYPE_CHECKING:
 import builtins
 from typing import Literal, Self
 from strawberry.extensions.field_extension import FieldExtension
 from strawberry.permission import BasePermission
 from strawberry.types.arguments import StrawberryArgument
 from strawberry.types.base import StrawberryObjectDefinition
 from strawberry.types.info import Info
T = TypeVar("T")
_RESOLVER_TYPE_SYNC: TypeAlias = Union[ StrawberryResolver[T], Callable[..., T], "staticmethod[Any, T]", "classmethod[Any, Any, T]", ]
_RESOLVER_TYPE_ASYNC: TypeAlias = Callable[..., Coroutine[Any, Any, T]] | Callable[..., Awaitable[T]]
_RESOLVER_TYPE: TypeAlias = _RESOLVER_TYPE_SYNC[T] | _RESOLVER_TYPE_ASYNC[T]
class UNRESOLVED:
 def __new__(cls) -> NoReturn: ...
FieldType: TypeAlias = StrawberryType | type[WithStrawberryObjectDefinition | UNRESOLVED]
def _is_generic(resolver_type: StrawberryType | type) -> bool: ...
class StrawberryField(dataclasses.Field):
 type_annotation: StrawberryAnnotation | None
 default_resolver: Callable[[Any, str], object] = getattr
 def __init__(self, python_name: str | None = None, graphql_name: str | None = None, type_annotation: StrawberryAnnotation | None = None, origin: type | Callable | staticmethod | classmethod | None = None, is_subscription: bool = ..., description: str | None = None, base_resolver: StrawberryResolver | None = None, permission_classes: list[type[BasePermission]] = ..., default: object = ..., default_factory: Callable[[], Any] | object = ..., metadata: Mapping[Any, Any] | None = None, deprecation_reason: str | None = None, directives: Sequence[object] = ..., extensions: list[FieldExtension] = ...) -> None: ...
 def __copy__(self) -> Self: ...
 def __call__(self, resolver: _RESOLVER_TYPE) -> Self: ...
 def get_result(self, source: Any, info: Info | None, args: list[Any], kwargs: Any) -> Awaitable[Any] | Any: ...
 @property
 def is_basic_field(self) -> bool: ...
 @property
 def arguments(self) -> list[StrawberryArgument]: ...
 @arguments.setter
 def arguments(self, value: list[StrawberryArgument]) -> None: ...
 @property
 def is_graphql_generic(self) -> bool: ...
 def _python_name(self) -> str | None: ...
 def _set_python_name(self, name: str) -> None: ...
 python_name: str = property(_python_name, _set_python_name)
 @property
 def base_resolver(self) -> StrawberryResolver | None: ...
 @base_resolver.setter
 def base_resolver(self, resolver: StrawberryResolver) -> None: ...
 @property
 def type(self) -> FieldType: ...
 @type.setter
 def type(self, type_: Any) -> None: ...
 @property
 def type_params(self) -> list[TypeVar]: ...
 def resolve_type(self, *, type_definition: StrawberryObjectDefinition | None = None) -> FieldType: ...
 def _validate_type_annotation(self, annotation: object) -> None: ...
 def copy_with(self, type_var_map: Mapping[str, StrawberryType | builtins.type]) -> Self: ...
 @property
 def _has_async_base_resolver(self) -> bool: ...
 @cached_property
 def is_async(self) -> bool: ...
 graphql_name: None | str
 origin: _loopmend_3.Any
 is_subscription: bool
 description: str | None
 permission_classes: list[type[BasePermission]]
 deprecation_reason: None | str
 directives: list[object]
 extensions: list[FieldExtension]
 _validated_type_annotation: StrawberryAnnotation | None
 _arguments: list[StrawberryArgument] | None
 _base_resolver: StrawberryResolver | None
 default_value: _loopmend_3.Any
 name: str
 init: bool
 compare: bool
 repr: bool
def _contains_strawberry_field(annotation: object, *, at_field_annotation_root: bool = ...) -> bool: ...
def get_annotated_field(annotation: object, *, cls: type, field_name: str) -> tuple[object, StrawberryField | None]: ...
@overload
def field(*, resolver: _RESOLVER_TYPE_ASYNC[T], name: str | None = None, is_subscription: bool = ..., description: str | None = None, init: Literal[False] = ..., permission_classes: list[type[BasePermission]] | None = None, deprecation_reason: str | None = None, default: Any = ..., default_factory: Callable[..., object] | object = ..., metadata: Mapping[Any, Any] | None = None, directives: Sequence[object] | None = ..., extensions: list[FieldExtension] | None = None, graphql_type: Any | None = None) -> T: ...
@overload
def field(*, resolver: _RESOLVER_TYPE_SYNC[T], name: str | None = None, is_subscription: bool = ..., description: str | None = None, init: Literal[False] = ..., permission_classes: list[type[BasePermission]] | None = None, deprecation_reason: str | None = None, default: Any = ..., default_factory: Callable[..., object] | object = ..., metadata: Mapping[Any, Any] | None = None, directives: Sequence[object] | None = ..., extensions: list[FieldExtension] | None = None, graphql_type: Any | None = None) -> T: ...
@overload
def field(*, name: str | None = None, is_subscription: bool = ..., description: str | None = None, init: Literal[True] = ..., permission_classes: list[type[BasePermission]] | None = None, deprecation_reason: str | None = None, default: Any = ..., default_factory: Callable[..., object] | object = ..., metadata: Mapping[Any, Any] | None = None, directives: Sequence[object] | None = ..., extensions: list[FieldExtension] | None = None, graphql_type: Any | None = None) -> Any: ...
@overload
def field(resolver: _RESOLVER_TYPE_ASYNC[T], *, name: str | None = None, is_subscription: bool = ..., description: str | None = None, permission_classes: list[type[BasePermission]] | None = None, deprecation_reason: str | None = None, default: Any = ..., default_factory: Callable[..., object] | object = ..., metadata: Mapping[Any, Any] | None = None, directives: Sequence[object] | None = ..., extensions: list[FieldExtension] | None = None, graphql_type: Any | None = None) -> StrawberryField: ...
@overload
def field(resolver: _RESOLVER_TYPE_SYNC[T], *, name: str | None = None, is_subscription: bool = ..., description: str | None = None, permission_classes: list[type[BasePermission]] | None = None, deprecation_reason: str | None = None, default: Any = ..., default_factory: Callable[..., object] | object = ..., metadata: Mapping[Any, Any] | None = None, directives: Sequence[object] | None = ..., extensions: list[FieldExtension] | None = None, graphql_type: Any | None = None) -> StrawberryField: ...
def field(resolver: _RESOLVER_TYPE[Any] | None = None, *, name: str | None = None, is_subscription: bool = ..., description: str | None = None, permission_classes: list[type[BasePermission]] | None = None, deprecation_reason: str | None = None, default: Any = ..., default_factory: Callable[..., object] | object = ..., metadata: Mapping[Any, Any] | None = None, directives: Sequence[object] | None = ..., extensions: list[FieldExtension] | None = None, graphql_type: Any | None = None, init: Literal[True, False] | None = None) -> _loopmend_0.StrawberryField: ...
__all__ = ["StrawberryField", "field", "get_annotated_field"]

=== strawberry.types.fields package

=== strawberry.types.fields.resolver
import inspect as _loopmend_0
import strawberry.annotation as _loopmend_2
import strawberry.types.arguments as _loopmend_3
import strawberry.types.fields.resolver as _loopmend_1
import typing as _loopmend_4
from __future__ import annotations as _
import asyncio
import copy
import inspect
import sys
import types
from functools import cached_property
from inspect import isasyncgenfunction
from typing import ( TYPE_CHECKING, Annotated, Any, ForwardRef, Generic, NamedTuple, TypeVar, cast, get_origin, )
from typing_extensions import Protocol
from strawberry.annotation import StrawberryAnnotation
from strawberry.exceptions import ( ConflictingArgumentsError, MissingArgumentsAnnotationsError, )
from strawberry.parent import StrawberryParent, resolve_parent_forward_arg
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.base import StrawberryType, has_object_definition
from strawberry.types.info import Info
from strawberry.utils.typing import type_has_annotation
if TYPE_CHECKING:
 import builtins
 from collections.abc import Callable, Mapping
class Parameter(inspect.Parameter):
 def __hash__(self) -> int: ...
class Signature(inspect.Signature):
 _parameter_cls = Parameter
class ReservedParameterSpecification(Protocol):
 def find(self, parameters: tuple[inspect.Parameter, ...], resolver: StrawberryResolver[Any]) -> inspect.Parameter | None: ...
 def __hash__(self) -> int: ...
class ReservedName(NamedTuple):
 name: str
 def find(self, parameters: tuple[inspect.Parameter, ...], resolver: StrawberryResolver[Any]) -> inspect.Parameter | None: ...
class ReservedNameBoundParameter(NamedTuple):
 name: str
 def find(self, parameters: tuple[inspect.Parameter, ...], resolver: StrawberryResolver[Any]) -> inspect.Parameter | None: ...
class ReservedType(NamedTuple):
 name: str | None
 type: type
 alias: str | None = None
 def find(self, parameters: tuple[inspect.Parameter, ...], resolver: StrawberryResolver[Any]) -> inspect.Parameter | None: ...
 def is_reserved_type(self, other: builtins.type | str | ForwardRef) -> bool: ...
 def _is_reserved_type_str(self, annotation: str) -> bool: ...
SELF_PARAMSPEC: _loopmend_1.ReservedNameBoundParameter
CLS_PARAMSPEC: _loopmend_1.ReservedNameBoundParameter
ROOT_PARAMSPEC: _loopmend_1.ReservedName
INFO_PARAMSPEC: _loopmend_1.ReservedType
PARENT_PARAMSPEC: _loopmend_1.ReservedType
T = TypeVar("T")
if hasattr(inspect, "markcoroutinefunction"):
 iscoroutinefunction = inspect.iscoroutinefunction
else:
 iscoroutinefunction = asyncio.iscoroutinefunction
class StrawberryResolver(Generic[T]):
 RESERVED_PARAMSPEC: tuple[ReservedParameterSpecification, ...] = ...
 _descriptor: object = None
 def __init__(self, func: Callable[..., T] | staticmethod | classmethod, *, description: str | None = None, type_override: StrawberryType | type | None = None) -> None: ...
 def bind(self, cls: type) -> StrawberryResolver[T]: ...
 def __call__(self, *args: str, **kwargs: Any) -> T: ...
 @cached_property
 def signature(self) -> inspect.Signature: ...
 @cached_property
 def strawberry_annotations(self) -> dict[inspect.Parameter, StrawberryAnnotation | None]: ...
 @cached_property
 def reserved_parameters(self) -> dict[ReservedParameterSpecification, inspect.Parameter | None]: ...
 @cached_property
 def arguments(self) -> list[StrawberryArgument]: ...
 @cached_property
 def info_parameter(self) -> inspect.Parameter | None: ...
 @cached_property
 def root_parameter(self) -> inspect.Parameter | None: ...
 @cached_property
 def self_parameter(self) -> inspect.Parameter | None: ...
 @cached_property
 def parent_parameter(self) -> inspect.Parameter | None: ...
 @cached_property
 def name(self) -> str: ...
 @cached_property
 def annotations(self) -> dict[str, object]: ...
 @cached_property
 def type_annotation(self) -> StrawberryAnnotation | None: ...
 @property
 def type(self) -> StrawberryType | type | None: ...
 @property
 def is_graphql_generic(self) -> bool: ...
 @cached_property
 def is_async(self) -> bool: ...
 def copy_with(self, type_var_map: Mapping[str, StrawberryType | builtins.type]) -> StrawberryResolver: ...
 @cached_property
 def _namespace(self) -> dict[str, Any]: ...
 @cached_property
 def _unbound_wrapped_func(self) -> Callable[..., T]: ...
 wrapped_func: _loopmend_4.Callable[..., _loopmend_4.Any] | classmethod | staticmethod
 _description: None | str
 _type_override: _loopmend_4.Any
class UncallableResolverError(Exception):
 def __init__(self, resolver: StrawberryResolver) -> None: ...
__all__ = ["StrawberryResolver"]

=== strawberry.types.private
from typing import Annotated, TypeVar
from strawberry.utils.typing import type_has_annotation
class StrawberryPrivate:
 ...
T = TypeVar("T")
Private = Annotated[T, StrawberryPrivate()]
def is_private(type_: object) -> bool: ...
__all__ = ["Private", "is_private"]

=== strawberry.utils package

=== strawberry.utils.aio
import sys
from collections.abc import ( AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable, )
from contextlib import asynccontextmanager, suppress
from typing import ( Any, TypeVar, cast, )
_T = TypeVar("_T")
_R = TypeVar("_R")
@asynccontextmanager
def aclosing(thing: _T) -> AsyncGenerator[_T, None]: ...
def aenumerate(iterable: AsyncIterator[_T] | AsyncIterable[_T]) -> AsyncIterator[tuple[int, _T]]: ...
def aislice(aiterable: AsyncIterator[_T] | AsyncIterable[_T], start: int | None = None, stop: int | None = None, step: int | None = None) -> AsyncIterator[_T]: ...
async def asyncgen_to_list(generator: AsyncGenerator[_T, Any]) -> list[_T]: ...
async def resolve_awaitable(awaitable: Awaitable[_T], callback: Callable[[_T], _R]) -> _R: ...
__all__ = [ "aenumerate", "aislice", "asyncgen_to_list", "resolve_awaitable", ]

=== strawberry.utils.await_maybe
import inspect
from collections.abc import AsyncIterator, Awaitable, Iterator
from typing import TypeAlias, TypeVar
T = TypeVar("T")
AwaitableOrValue: TypeAlias = Awaitable[T] | T
AsyncIteratorOrIterator: TypeAlias = AsyncIterator[T] | Iterator[T]
async def await_maybe(value: AwaitableOrValue[T]) -> T: ...
__all__ = ["AsyncIteratorOrIterator", "AwaitableOrValue", "await_maybe"]

=== strawberry.utils.inspect
import typing as _loopmend_0
import asyncio
import inspect
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import ( Any, Generic, Protocol, TypeVar, get_args, get_origin, )
import strawberry
def in_async_context() -> bool: ...
@lru_cache(maxsize=250)
def get_func_args(func: Callable[[Any], Any]) -> list[str]: ...
def get_specialized_type_var_map(cls: type) -> dict[str, type] | None: ...
def _split_generic_alias(base: Any) -> tuple[Any, tuple[Any, ...]]: ...
def _replace_type_vars(type_: Any, type_vars: Mapping[Any, Any]) -> Any: ...
def get_generic_arguments(cls: Any, split_base: Callable[[Any], tuple[Any, tuple[Any, ...]]] = ...) -> dict[type, dict[Any, Any]]: ...
__all__ = [ "get_func_args", "get_generic_arguments", "get_specialized_type_var_map", "in_async_context", ]

=== strawberry.utils.typing
import ast
import re
import sys
import typing
from collections.abc import AsyncGenerator
from functools import lru_cache
from types import UnionType
from typing import ( Annotated, Any, ClassVar, ForwardRef, Generic, TypeGuard, TypeVar, Union, _eval_type, _GenericAlias, _SpecialForm, cast, get_args, get_origin, )
_CLASSVAR_RE = re.compile(r"^\s*(\w+(?:\s*\.\s*\w+)*)")
@lru_cache
def get_generic_alias(type_: type) -> type: ...
def is_generic_alias(type_: Any) -> TypeGuard[_GenericAlias]: ...
def is_list(annotation: object) -> bool: ...
def is_union(annotation: object) -> bool: ...
def is_optional(annotation: type) -> bool: ...
def get_optional_annotation(annotation: type) -> type: ...
def get_list_annotation(annotation: type) -> type: ...
def is_concrete_generic(annotation: type) -> bool: ...
def is_generic_subclass(annotation: type) -> bool: ...
def is_generic(annotation: type) -> bool: ...
def is_type_var(annotation: type) -> bool: ...
def is_classvar(cls: type, annotation: object) -> bool: ...
def type_has_annotation(type_: object, annotation: type) -> bool: ...
def get_parameters(annotation: type) -> tuple[object] | tuple[()]: ...
def _get_namespace_from_ast(expr: ast.Expr | ast.expr, globalns: dict | None = None, localns: dict | None = None) -> dict[str, Any]: ...
def eval_type(type_: Any, globalns: dict | None = None, localns: dict | None = None) -> type: ...
__all__ = [ "eval_type", "get_generic_alias", "get_list_annotation", "get_optional_annotation", "get_parameters", "is_classvar", "is_concrete_generic", "is_generic", "is_generic_alias", "is_generic_subclass", "is_list", "is_optional", "is_type_var", "is_union", "type_has_annotation", ]

