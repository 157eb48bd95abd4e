# litestar 2.25.0 MIT
=== litestar package
import litestar.utils.version as _loopmend_0
from litestar.app import Litestar
from litestar.connection import Request, WebSocket
from litestar.controller import Controller
from litestar.enums import HttpMethod, MediaType
from litestar.handlers import ( asgi, delete, get, head, patch, post, put, route, websocket, websocket_listener, websocket_stream, )
from litestar.response import Response
from litestar.router import Router
from litestar.utils.version import get_version
__version__: _loopmend_0.Version
__all__ = ( "Controller", "HttpMethod", "Litestar", "MediaType", "Request", "Response", "Router", "WebSocket", "__version__", "asgi", "delete", "get", "head", "patch", "post", "put", "route", "websocket", "websocket_listener", "websocket_stream", )

=== litestar._asgi package
from litestar._asgi.asgi_router import ASGIRouter
__all__ = ("ASGIRouter",)

=== litestar._asgi.asgi_router
import litestar.app as _loopmend_4
import litestar.handlers.asgi_handlers as _loopmend_3
import litestar.handlers.http_handlers.base as _loopmend_1
import litestar.handlers.websocket_handlers.route_handler as _loopmend_2
import typing as _loopmend_0
from __future__ import annotations
import re
from collections import defaultdict
from functools import lru_cache
from traceback import format_exc
from typing import TYPE_CHECKING, Any, Pattern
from litestar._asgi.routing_trie import validate_node
from litestar._asgi.routing_trie.mapping import add_route_to_trie
from litestar._asgi.routing_trie.traversal import parse_path_to_route
from litestar._asgi.routing_trie.types import create_node
from litestar._asgi.utils import get_route_handlers, is_valid_host
from litestar.exceptions import ClientException, ImproperlyConfiguredException
from litestar.utils import normalize_path
from litestar.utils.scope.state import ScopeState
if TYPE_CHECKING:
 from litestar._asgi.routing_trie.types import RouteTrieNode
 from litestar.app import Litestar
 from litestar.routes import ASGIRoute, HTTPRoute, WebSocketRoute
 from litestar.routes.base import BaseRoute
 from litestar.types import ( ASGIApp, ExceptionHandlersMap, LifeSpanReceive, LifeSpanSend, LifeSpanShutdownCompleteEvent, LifeSpanShutdownFailedEvent, LifeSpanStartupCompleteEvent, LifeSpanStartupFailedEvent, Method, Receive, RouteHandlerType, Scope, Send, )
__all__ = ("ASGIRouter",)
class ASGIRouter:
 __slots__: tuple[str, str, str, str, str, str, str, str, str, str, str]
 def __init__(self, app: Litestar) -> None: ...
 async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 def _handle_routing(self, path: str, method: Method | None) -> tuple[ASGIApp, RouteHandlerType, str, dict[str, Any], str]: ...
 def _store_handler_to_route_mapping(self, route: BaseRoute) -> None: ...
 def construct_routing_trie(self) -> None: ...
 async def lifespan(self, receive: LifeSpanReceive, send: LifeSpanSend) -> None: ...
 _app_exception_handlers: ExceptionHandlersMap
 _mount_paths_regex: Pattern | None
 _mount_routes: dict[str, RouteTrieNode]
 _plain_routes: set[str]
 _registered_routes: set[HTTPRoute | WebSocketRoute | ASGIRoute]
 app: _loopmend_4.Litestar
 handle_routing: _loopmend_0.Callable[..., tuple[_loopmend_0.Callable[..., _loopmend_0.Awaitable[_loopmend_0.Any]], _loopmend_1.HTTPRouteHandler | _loopmend_2.WebsocketRouteHandler | _loopmend_3.ASGIRouteHandler, str, dict, str]]
 root_route_map_node: RouteTrieNode
 route_handler_index: dict[str, RouteHandlerType]
 route_mapping: dict[str, list[BaseRoute]]

=== litestar._kwargs package
from .kwargs_model import KwargsModel
__all__ = ("KwargsModel",)

=== litestar._kwargs.cleanup
import typing as _loopmend_0
from __future__ import annotations
import sys
from contextlib import AbstractAsyncContextManager
from inspect import isasyncgen
from typing import TYPE_CHECKING, Any, AsyncGenerator, Awaitable, Callable, Generator
if sys.version_info < (3, 11):
 from exceptiongroup import ExceptionGroup
from anyio import create_task_group
from litestar.utils import ensure_async_callable
from litestar.utils.compat import async_next
__all__ = ("DependencyCleanupGroup",)
if TYPE_CHECKING:
 from types import TracebackType
 from litestar.types import AnyGenerator
class DependencyCleanupGroup(AbstractAsyncContextManager):
 def __init__(self, generators: list[AnyGenerator] | None = None) -> None: ...
 def add(self, generator: Generator[Any, None, None] | AsyncGenerator[Any, None]) -> None: ...
 @staticmethod
 def _wrap_next(generator: AnyGenerator) -> Callable[[], Awaitable[None]]: ...
 async def close(self, exc: BaseException | None = None) -> None: ...
 async def _cleanup(self) -> None: ...
 async def __aenter__(self) -> None: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_val: BaseException | None, exc_tb: TracebackType | None) -> None: ...
 async def _throw(self, exc: BaseException) -> None: ...
 _generators: list | list[_loopmend_0.AsyncGenerator | _loopmend_0.Generator]
 _closed: bool

=== litestar._kwargs.dependencies
import litestar._kwargs.dependencies as _loopmend_0
import litestar.di as _loopmend_1
from __future__ import annotations
from typing import TYPE_CHECKING, Any
from litestar.utils.compat import async_next
__all__ = ("DependencyContainer", "create_dependency_batches", "map_dependencies_recursively", "resolve_dependency")
if TYPE_CHECKING:
 from litestar._kwargs.cleanup import DependencyCleanupGroup
 from litestar.connection import ASGIConnection
 from litestar.di import Provide
class DependencyContainer:
 __slots__: tuple[str, str, str]
 def __init__(self, key: str, provide: Provide, dependencies: list[DependencyContainer]) -> None: ...
 def __eq__(self, other: Any) -> bool: ...
 def __hash__(self) -> int: ...
 dependencies: list[_loopmend_0.DependencyContainer]
 key: str
 provide: _loopmend_1.Provide
async def resolve_dependency(dependency: DependencyContainer, connection: ASGIConnection, kwargs: dict[str, Any], cleanup_group: DependencyCleanupGroup) -> None: ...
def create_dependency_batches(expected_dependencies: set[DependencyContainer]) -> list[set[DependencyContainer]]: ...
def map_dependencies_recursively(dependency: DependencyContainer, dependencies_to: dict[DependencyContainer, set[DependencyContainer]]) -> None: ...

=== litestar._kwargs.extractors
import collections as _loopmend_2
import litestar._kwargs.extractors as _loopmend_0
import litestar.datastructures.headers as _loopmend_3
import typing as _loopmend_1
from __future__ import annotations
from collections import defaultdict
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, Callable, Coroutine, Mapping, NamedTuple, cast
from litestar._multipart import parse_multipart_form
from litestar._parsers import ( parse_query_string, parse_url_encoded_form_data, )
from litestar.datastructures import Headers
from litestar.datastructures.upload_file import UploadFile
from litestar.datastructures.url import URL
from litestar.enums import ParamType, RequestEncodingType
from litestar.exceptions import ValidationException
from litestar.params import BodyKwarg
from litestar.types import Empty
from litestar.utils import make_non_optional_union
from litestar.utils.predicates import is_non_string_sequence, is_optional_union
from litestar.utils.scope.state import ScopeState
if TYPE_CHECKING:
 from litestar._kwargs import KwargsModel
 from litestar._kwargs.parameter_definition import ParameterDefinition
 from litestar._kwargs.types import Extractor
 from litestar.connection import ASGIConnection, Request
 from litestar.dto import AbstractDTO
 from litestar.typing import FieldDefinition
__all__ = ( "body_extractor", "cookies_extractor", "create_connection_value_extractor", "create_data_extractor", "create_multipart_extractor", "create_query_default_dict", "create_url_encoded_data_extractor", "headers_extractor", "json_extractor", "msgpack_extractor", "parse_connection_headers", "parse_connection_query_params", "query_extractor", "request_extractor", "scope_extractor", "socket_extractor", "state_extractor", )
class ParamMappings(NamedTuple):
 alias_and_key_tuples: list[tuple[str, str]]
 alias_defaults: dict[str, Any]
 alias_to_param: dict[str, ParameterDefinition]
def _create_param_mappings(expected_params: set[ParameterDefinition]) -> ParamMappings: ...
def create_connection_value_extractor(kwargs_model: KwargsModel, connection_key: str, expected_params: set[ParameterDefinition], parser: Callable[[ASGIConnection, KwargsModel], Mapping[str, Any]] | None = None) -> _loopmend_1.Callable[..., _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, None]]: ...
@lru_cache(1024)
def create_query_default_dict(parsed_query: tuple[tuple[str, str], ...], sequence_query_parameter_names: tuple[str, ...]) -> defaultdict[str, list[str] | str]: ...
def parse_connection_query_params(connection: ASGIConnection, kwargs_model: KwargsModel) -> dict[str, Any]: ...
def parse_connection_headers(connection: ASGIConnection, _: KwargsModel) -> Headers: ...
async def state_extractor(values: dict[str, Any], connection: ASGIConnection) -> None: ...
async def headers_extractor(values: dict[str, Any], connection: ASGIConnection) -> None: ...
async def cookies_extractor(values: dict[str, Any], connection: ASGIConnection) -> None: ...
async def query_extractor(values: dict[str, Any], connection: ASGIConnection) -> None: ...
async def scope_extractor(values: dict[str, Any], connection: ASGIConnection) -> None: ...
async def request_extractor(values: dict[str, Any], connection: ASGIConnection) -> None: ...
async def socket_extractor(values: dict[str, Any], connection: ASGIConnection) -> None: ...
async def body_extractor(values: dict[str, Any], connection: Request[Any, Any, Any]) -> None: ...
async def json_extractor(connection: Request[Any, Any, Any]) -> Any: ...
async def msgpack_extractor(connection: Request[Any, Any, Any]) -> Any: ...
async def _extract_multipart(connection: Request[Any, Any, Any], body_kwarg_multipart_form_part_limit: int | None, field_definition: FieldDefinition, is_data_optional: bool, data_dto: type[AbstractDTO] | None) -> Any: ...
def create_multipart_extractor(field_definition: FieldDefinition, is_data_optional: bool, data_dto: type[AbstractDTO] | None) -> Callable[[ASGIConnection[Any, Any, Any, Any]], Coroutine[Any, Any, Any]]: ...
def create_url_encoded_data_extractor(is_data_optional: bool, data_dto: type[AbstractDTO] | None) -> _loopmend_1.Callable[..., _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, _loopmend_1.Any]]: ...
def create_data_extractor(kwargs_model: KwargsModel) -> _loopmend_1.Callable[..., _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, None]]: ...
def create_dto_extractor(data_dto: type[AbstractDTO]) -> _loopmend_1.Callable[..., _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, _loopmend_1.Any]]: ...

=== litestar._kwargs.kwargs_model
import litestar._kwargs.cleanup as _loopmend_4
import litestar._kwargs.dependencies as _loopmend_2
import litestar._kwargs.kwargs_model as _loopmend_3
import litestar._kwargs.parameter_definition as _loopmend_1
import litestar.connection.base as _loopmend_8
import litestar.dto.base_dto as _loopmend_5
import litestar.enums as _loopmend_6
import litestar.typing as _loopmend_7
import typing as _loopmend_0
from __future__ import annotations
import dataclasses
import warnings
from typing import TYPE_CHECKING, Any, get_origin
from anyio import create_task_group
from litestar._kwargs.cleanup import DependencyCleanupGroup
from litestar._kwargs.dependencies import ( DependencyContainer, create_dependency_batches, resolve_dependency, )
from litestar._kwargs.extractors import ( body_extractor, cookies_extractor, create_connection_value_extractor, create_data_extractor, headers_extractor, parse_connection_headers, parse_connection_query_params, query_extractor, request_extractor, scope_extractor, socket_extractor, state_extractor, )
from litestar._kwargs.parameter_definition import ( ParameterDefinition, create_parameter_definition, merge_parameter_sets, )
from litestar.connection import ASGIConnection, WebSocket
from litestar.constants import RESERVED_KWARGS
from litestar.datastructures.headers import Headers
from litestar.enums import ParamType, RequestEncodingType
from litestar.exceptions import ImproperlyConfiguredException
from litestar.exceptions.base_exceptions import LitestarDeprecationWarning
from litestar.params import BodyKwarg, ParameterKwarg, QueryParams, RawBody, RequestCookies
from litestar.types import Scope
from litestar.typing import FieldDefinition
from litestar.utils.helpers import get_exception_group
__all__ = ("KwargsModel",)
if TYPE_CHECKING:
 from litestar._kwargs.types import Extractor
 from litestar._signature import SignatureModel
 from litestar.di import Provide
 from litestar.dto import AbstractDTO
 from litestar.handlers import BaseRouteHandler
 from litestar.utils.signature import ParsedSignature
_ExceptionGroup: type[BaseException]
@dataclasses.dataclass
class HandlerContext:
 handler: str
 paths: list[str]
 dependencies: list[str] = dataclasses.field(default_factory=list)
 connection_class: type[ASGIConnection] | None = None
 def format(self, msg: str) -> str: ...
class KwargsModel:
 __slots__: tuple[str, str, str, str, str, str, str, str, str, str, str, str, str]
 def __init__(self, *, expected_cookie_params: set[ParameterDefinition], expected_data_dto: type[AbstractDTO] | None, expected_dependencies: set[DependencyContainer], expected_form_data: tuple[RequestEncodingType | str, FieldDefinition] | None, expected_header_params: set[ParameterDefinition], expected_msgpack_data: FieldDefinition | None, expected_path_params: set[ParameterDefinition], expected_query_params: set[ParameterDefinition], expected_reserved_kwargs: set[str], is_data_optional: bool, sequence_query_parameter_names: set[str]) -> None: ...
 def _create_extractors(self) -> list[Extractor]: ...
 @classmethod
 def _get_param_definitions(cls, path_parameters: set[str], layered_parameters: dict[str, FieldDefinition], dependencies: dict[str, Provide], field_definitions: dict[str, FieldDefinition]) -> tuple[set[ParameterDefinition], set[DependencyContainer]]: ...
 @classmethod
 def create_for_signature_model(cls, signature_model: type[SignatureModel], parsed_signature: ParsedSignature, dependencies: dict[str, Provide], path_parameters: set[str], layered_parameters: dict[str, FieldDefinition], ctx: BaseRouteHandler | HandlerContext | None = None) -> KwargsModel: ...
 async def to_kwargs(self, connection: ASGIConnection) -> dict[str, Any]: ...
 async def resolve_dependencies(self, connection: ASGIConnection, kwargs: dict[str, Any]) -> DependencyCleanupGroup: ...
 @classmethod
 def _create_dependency_graph(cls, key: str, dependencies: dict[str, Provide]) -> DependencyContainer: ...
 @classmethod
 def _validate_dependency_data(cls, expected_form_data: tuple[RequestEncodingType | str, FieldDefinition] | None, dependency_kwargs_model: KwargsModel) -> None: ...
 @classmethod
 def _validate_data_field_definitions(cls, field_definitions: list[FieldDefinition], ctx: HandlerContext | None) -> None: ...
 @classmethod
 def _validate_raw_kwargs(cls, path_parameters: set[str], dependencies: dict[str, Provide], field_definitions: dict[str, FieldDefinition], layered_parameters: dict[str, FieldDefinition]) -> None: ...
 dependency_batches: list[set[_loopmend_2.DependencyContainer]]
 expected_cookie_params: set[_loopmend_1.ParameterDefinition]
 expected_data_dto: None | type[_loopmend_5.AbstractDTO]
 expected_form_data: None | tuple[_loopmend_6.RequestEncodingType | str, _loopmend_7.FieldDefinition]
 expected_header_params: set[_loopmend_1.ParameterDefinition]
 expected_msgpack_data: None | _loopmend_7.FieldDefinition
 expected_path_params: set[_loopmend_1.ParameterDefinition]
 expected_query_params: set[_loopmend_1.ParameterDefinition]
 expected_reserved_kwargs: set[str]
 extractors: list[Extractor]
 has_kwargs: None | _loopmend_7.FieldDefinition | set[_loopmend_1.ParameterDefinition] | set[_loopmend_2.DependencyContainer] | set[str] | tuple[_loopmend_6.RequestEncodingType | str, _loopmend_7.FieldDefinition] | type[_loopmend_5.AbstractDTO]
 is_data_optional: bool
 sequence_query_parameter_names: tuple
def _warn_deprecated_param_style(*, style: str, param_type: ParamType, field_name: str, stacklevel: int = ..., ctx: HandlerContext | None) -> None: ...
_RESERVED_KWARG_TYPES: dict[str, Any] = ...
_CONNECTION_ATTRIBUTES: dict[str, str]
def _resolve_connection_class(handler: BaseRouteHandler) -> type[ASGIConnection] | None: ...
def _type_repr(annotation: Any) -> str: ...
def _has_reserved_kwarg_type(name: str, field_definition: FieldDefinition, ctx: HandlerContext | None) -> bool: ...
def _warn_untyped_reserved_kwarg(name: str, field_definition: FieldDefinition, ctx: HandlerContext | None) -> None: ...

=== litestar._kwargs.types
from __future__ import annotations
from typing import Any, Awaitable, Callable, Dict
from typing_extensions import TypeAlias
from litestar.connection import ASGIConnection
Extractor: TypeAlias = Callable[[Dict[str, Any], ASGIConnection], Awaitable[None]]

=== litestar._multipart
from __future__ import annotations
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, AsyncGenerator
from multipart import ( MultipartSegment, ParserError, ParserLimitReached, PushMultipartParser, )
from litestar.datastructures.upload_file import UploadFile
from litestar.exceptions import ClientException
__all__ = ("parse_content_header", "parse_multipart_form")
from litestar.utils.compat import async_next
if TYPE_CHECKING:
 from litestar.types import TypeDecodersSequence
_token = r"([\w!#$%&'*+\-.^_`|~]+)"
_quoted = r'"([^"]*)"'
_param = re.compile(rf";\s*{_token}=(?:{_token}|{_quoted})", re.ASCII)
_firefox_quote_escape = re.compile(r'\\"(?!; |\s*$)')
def parse_content_header(value: str) -> tuple[str, dict[str, str]]: ...
async def _close_upload_files(fields: dict[str, list[Any]]) -> None: ...
async def parse_multipart_form(stream: AsyncGenerator[bytes, None], boundary: bytes, multipart_form_part_limit: int = ..., type_decoders: TypeDecodersSequence | None = None) -> dict[str, Any]: ...

=== litestar.app
import contextlib as _loopmend_7
import litestar._asgi.asgi_router as _loopmend_9
import litestar.app as _loopmend_4
import litestar.config.allowed_hosts as _loopmend_8
import litestar.config.app as _loopmend_1
import litestar.middleware.base as _loopmend_11
import litestar.openapi.config as _loopmend_0
import litestar.openapi.spec.open_api as _loopmend_5
import litestar.plugins.base as _loopmend_3
import litestar.plugins.opentelemetry.plugin as _loopmend_10
import litestar.static_files.config as _loopmend_2
import typing as _loopmend_6
from __future__ import annotations
import inspect
import logging
import os
import pdb
import warnings
from contextlib import ( AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, suppress, )
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, AsyncGenerator, Callable, Iterable, Mapping, Sequence, TypedDict, cast
from uuid import UUID
from litestar._asgi import ASGIRouter
from litestar._asgi.utils import get_route_handlers, wrap_in_exception_handler
from litestar._openapi.plugin import OpenAPIPlugin
from litestar._openapi.schema_generation import openapi_schema_plugins
from litestar.config.allowed_hosts import AllowedHostsConfig
from litestar.config.app import AppConfig, ExperimentalFeatures
from litestar.config.response_cache import ResponseCacheConfig
from litestar.connection import Request, WebSocket
from litestar.datastructures.state import State
from litestar.events.emitter import BaseEventEmitterBackend, SimpleEventEmitter
from litestar.exceptions import ( LitestarWarning, MissingDependencyException, NoRouteMatchFoundException, )
from litestar.handlers.base import BaseRouteHandler
from litestar.logging.config import LoggingConfig, get_logger_placeholder
from litestar.middleware._internal.cors import CORSMiddleware
from litestar.openapi.config import OpenAPIConfig
from litestar.plugins import ( CLIPluginProtocol, InitPluginProtocol, OpenAPISchemaPluginProtocol, PluginProtocol, PluginRegistry, SerializationPluginProtocol, )
from litestar.plugins.base import CLIPlugin
from litestar.router import Router
from litestar.routes import ASGIRoute, HTTPRoute, WebSocketRoute
from litestar.static_files.base import StaticFiles
from litestar.stores.registry import StoreRegistry
from litestar.types import Empty, TypeDecodersSequence
from litestar.types.internal_types import PathParameterDefinition, TemplateConfigType
from litestar.utils import deprecated, ensure_async_callable, join_paths, unique
from litestar.utils.dataclass import extract_dataclass_items
from litestar.utils.predicates import is_async_callable
from litestar.utils.warnings import warn_pdb_on_exception
if TYPE_CHECKING:
 from typing_extensions import Self
 from litestar.config.compression import CompressionConfig
 from litestar.config.cors import CORSConfig
 from litestar.config.csrf import CSRFConfig
 from litestar.datastructures import CacheControlHeader, ETag
 from litestar.dto import AbstractDTO
 from litestar.events.listener import EventListener
 from litestar.logging.config import BaseLoggingConfig
 from litestar.openapi.spec import SecurityRequirement
 from litestar.openapi.spec.open_api import OpenAPI
 from litestar.plugins.opentelemetry import OpenTelemetryPlugin
 from litestar.response import Response
 from litestar.static_files.config import StaticFilesConfig
 from litestar.stores.base import Store
 from litestar.types import ( AfterExceptionHookHandler, AfterRequestHookHandler, AfterResponseHookHandler, ASGIApp, BeforeMessageSendHookHandler, BeforeRequestHookHandler, ControllerRouterHandler, Debugger, Dependencies, EmptyType, ExceptionHandlersMap, GetLogger, Guard, LifeSpanReceive, LifeSpanScope, LifeSpanSend, Logger, Message, Middleware, OnAppInitHandler, ParametersMap, Receive, ResponseCookies, ResponseHeaders, RouteHandlerType, Scope, Send, TypeEncodersMap, )
 from litestar.types.callable_types import AnyCallable, LifespanHook
__all__ = ("DEFAULT_OPENAPI_CONFIG", "HandlerIndex", "Litestar")
DEFAULT_OPENAPI_CONFIG: _loopmend_0.OpenAPIConfig
class HandlerIndex(TypedDict):
 paths: list[str]
 handler: RouteHandlerType
 identifier: str
class Litestar(Router):
 __slots__: tuple
 def __init__(self, route_handlers: Sequence[ControllerRouterHandler] | None = None, *, after_exception: Sequence[AfterExceptionHookHandler] | None = None, after_request: AfterRequestHookHandler | None = None, after_response: AfterResponseHookHandler | None = None, allowed_hosts: Sequence[str] | AllowedHostsConfig | None = None, before_request: BeforeRequestHookHandler | None = None, before_send: Sequence[BeforeMessageSendHookHandler] | None = None, cache_control: CacheControlHeader | None = None, compression_config: CompressionConfig | None = None, cors_config: CORSConfig | None = None, csrf_config: CSRFConfig | None = None, dto: type[AbstractDTO] | None | EmptyType = ..., debug: bool | None = None, dependencies: Dependencies | None = None, etag: ETag | None = None, event_emitter_backend: type[BaseEventEmitterBackend] = ..., exception_handlers: ExceptionHandlersMap | None = None, guards: Sequence[Guard] | None = None, include_in_schema: bool | EmptyType = ..., listeners: Sequence[EventListener] | None = None, logging_config: BaseLoggingConfig | EmptyType | None = ..., middleware: Sequence[Middleware] | None = None, multipart_form_part_limit: int = ..., on_app_init: Sequence[OnAppInitHandler] | None = None, on_shutdown: Sequence[LifespanHook] | None = None, on_startup: Sequence[LifespanHook] | None = None, openapi_config: OpenAPIConfig | None = ..., opt: Mapping[str, Any] | None = None, parameters: ParametersMap | None = None, path: str | None = None, plugins: Sequence[PluginProtocol] | None = None, request_class: type[Request] | None = None, request_max_body_size: int | None = ..., response_cache_config: ResponseCacheConfig | None = None, response_class: type[Response] | None = None, response_cookies: ResponseCookies | None = None, response_headers: ResponseHeaders | None = None, return_dto: type[AbstractDTO] | None | EmptyType = ..., security: Sequence[SecurityRequirement] | None = None, signature_namespace: Mapping[str, Any] | None = None, signature_types: Sequence[Any] | None = None, state: State | None = None, static_files_config: Sequence[StaticFilesConfig] | None = None, stores: StoreRegistry | dict[str, Store] | None = None, tags: Sequence[str] | None = None, template_config: TemplateConfigType | None = None, type_decoders: TypeDecodersSequence | None = None, type_encoders: TypeEncodersMap | None = None, websocket_class: type[WebSocket] | None = None, lifespan: Sequence[Callable[[Litestar], AbstractAsyncContextManager] | AbstractAsyncContextManager] | None = None, pdb_on_exception: bool | None = None, debugger_module: Debugger = ..., experimental_features: Iterable[ExperimentalFeatures] | None = None) -> None: ...
 @staticmethod
 def _patch_opentelemetry_middleware(config: AppConfig) -> AppConfig: ...
 @property
 @deprecated(version="2.6.0", kind="property", info="Use create_static_files router instead")
 def static_files_config(self) -> list[StaticFilesConfig]: ...
 @property
 @deprecated(version="2.0", alternative="Litestar.plugins.cli", kind="property")
 def cli_plugins(self) -> list[CLIPluginProtocol]: ...
 @property
 @deprecated(version="2.0", alternative="Litestar.plugins.openapi", kind="property")
 def openapi_schema_plugins(self) -> list[OpenAPISchemaPluginProtocol]: ...
 @property
 @deprecated(version="2.0", alternative="Litestar.plugins.serialization", kind="property")
 def serialization_plugins(self) -> list[SerializationPluginProtocol]: ...
 @staticmethod
 def _get_default_plugins(plugins: list[PluginProtocol]) -> list[PluginProtocol]: ...
 @property
 def debug(self) -> bool: ...
 @debug.setter
 def debug(self, value: bool) -> None: ...
 async def __call__(self, scope: Scope | LifeSpanScope, receive: Receive | LifeSpanReceive, send: Send | LifeSpanSend) -> None: ...
 @classmethod
 def from_scope(cls, scope: Scope) -> Litestar: ...
 async def _call_lifespan_hook(self, hook: LifespanHook) -> None: ...
 @asynccontextmanager
 def lifespan(self) -> AsyncGenerator[None, None]: ...
 @property
 def openapi_schema(self) -> OpenAPI: ...
 @classmethod
 def from_config(cls, config: AppConfig) -> Self: ...
 def register(self, value: ControllerRouterHandler) -> None: ...
 def get_handler_index_by_name(self, name: str) -> HandlerIndex | None: ...
 def route_reverse(self, name: str | BaseRouteHandler, **path_parameters: Any) -> str: ...
 @deprecated( "2.6.0", info="Use create_static_files router instead of StaticFilesConfig, which works with route_reverse" )
 def url_for_static_asset(self, name: str, file_path: str) -> str: ...
 @property
 def route_handler_method_view(self) -> dict[str, list[str]]: ...
 def _create_asgi_handler(self) -> ASGIApp: ...
 def _wrap_send(self, send: Send, scope: Scope) -> Send: ...
 def update_openapi_schema(self) -> None: ...
 def emit(self, event_id: str, *args: Any, **kwargs: Any) -> None: ...
 _debug: bool
 _lifespan_managers: _loopmend_6.Any
 _openapi_schema: OpenAPI | None
 _server_lifespan_managers: list[_loopmend_6.Callable[..., _loopmend_7._GeneratorContextManager[None]]]
 _static_files_config: _loopmend_6.Any
 after_exception: list[_loopmend_6.Callable[..., _loopmend_6.Awaitable[_loopmend_6.Any]]]
 allowed_hosts: None | _loopmend_8.AllowedHostsConfig
 asgi_handler: _loopmend_6.Callable[..., _loopmend_6.Awaitable[None]]
 asgi_router: _loopmend_9.ASGIRouter
 before_send: list[_loopmend_6.Callable[..., _loopmend_6.Awaitable[_loopmend_6.Any]]]
 compression_config: _loopmend_6.Any
 cors_config: _loopmend_6.Any
 csrf_config: _loopmend_6.Any
 debugger_module: Debugger
 event_emitter: _loopmend_6.Any
 experimental_features: frozenset
 get_logger: GetLogger
 logger: Logger | None
 logging_config: _loopmend_6.Any
 multipart_form_part_limit: _loopmend_6.Any
 on_shutdown: _loopmend_6.Any
 on_startup: _loopmend_6.Any
 openapi_config: _loopmend_6.Any
 pdb_on_exception: bool
 plugins: _loopmend_3.PluginRegistry | list[_loopmend_10.OpenTelemetryPlugin | _loopmend_3.CLIPlugin | _loopmend_3.CLIPluginProtocol | _loopmend_3.DIPlugin | _loopmend_3.InitPluginProtocol | _loopmend_3.OpenAPISchemaPlugin | _loopmend_3.OpenAPISchemaPluginProtocol | _loopmend_3.ReceiveRoutePlugin | _loopmend_3.SerializationPluginProtocol]
 response_cache_config: _loopmend_6.Any
 state: _loopmend_6.Any
 stores: StoreRegistry
 template_engine: _loopmend_6.Any
 include_in_schema: _loopmend_6.Any
 middleware: list[_loopmend_11.DefineMiddleware | _loopmend_6.Callable[..., _loopmend_6.Callable[..., _loopmend_6.Any]] | _loopmend_6.Iterator[tuple[_loopmend_6.Any, _loopmend_6.Any]] | type[_loopmend_11.MiddlewareProtocol]]
 request_class: type[Request]
 websocket_class: type[WebSocket]
 routes: list[HTTPRoute | ASGIRoute | WebSocketRoute]

=== litestar.background_tasks
import litestar.background_tasks as _loopmend_1
import typing as _loopmend_0
from typing import Any, Callable, Iterable
from anyio import create_task_group
from typing_extensions import ParamSpec
from litestar.utils.sync import ensure_async_callable
__all__ = ("BackgroundTask", "BackgroundTasks")
P = ParamSpec("P")
class BackgroundTask:
 __slots__: tuple[str, str, str]
 def __init__(self, fn: Callable[P, Any], *args: P.args, **kwargs: P.kwargs) -> None: ...
 async def __call__(self) -> None: ...
 args: tuple
 fn: _loopmend_0.Callable[..., _loopmend_0.Awaitable[_loopmend_0.Any]]
 kwargs: dict
class BackgroundTasks:
 __slots__: tuple[str, str]
 def __init__(self, tasks: Iterable[BackgroundTask], run_in_task_group: bool = ...) -> None: ...
 async def __call__(self) -> None: ...
 run_in_task_group: bool
 tasks: _loopmend_0.Iterable[_loopmend_1.BackgroundTask]

=== litestar.channels package
from .backends.base import ChannelsBackend
from .plugin import ChannelsPlugin
from .subscriber import Subscriber
__all__ = ("ChannelsBackend", "ChannelsPlugin", "Subscriber")

=== litestar.channels.backends package

=== litestar.channels.backends.asyncpg
import asyncpg.connection as _loopmend_3
import contextlib as _loopmend_0
import functools as _loopmend_1
import typing as _loopmend_2
from __future__ import annotations
import asyncio
from contextlib import AsyncExitStack
from functools import partial
from typing import AsyncGenerator, Awaitable, Callable, Iterable, overload
import asyncpg
from litestar.channels import ChannelsBackend
from litestar.exceptions import ImproperlyConfiguredException
class AsyncPgChannelsBackend(ChannelsBackend):
 _listener_conn: asyncpg.Connection
 _listener_lock: asyncio.Lock
 @overload
 def __init__(self, dsn: str) -> None: ...
 @overload
 def __init__(self, *, make_connection: Callable[[], Awaitable[asyncpg.Connection]]) -> None: ...
 def __init__(self, dsn: str | None = None, *, make_connection: Callable[[], Awaitable[asyncpg.Connection]] | None = None) -> None: ...
 async def on_startup(self) -> None: ...
 async def on_shutdown(self) -> None: ...
 async def publish(self, data: bytes, channels: Iterable[str]) -> None: ...
 async def subscribe(self, channels: Iterable[str]) -> None: ...
 async def unsubscribe(self, channels: Iterable[str]) -> None: ...
 def stream_events(self) -> AsyncGenerator[tuple[str, bytes], None]: ...
 async def get_history(self, channel: str, limit: int | None = None) -> list[bytes]: ...
 def _listener(self, /, connection: asyncpg.Connection, pid: int, channel: str, payload: object) -> None: ...
 _subscribed_channels: set[str]
 _exit_stack: _loopmend_0.AsyncExitStack
 _connect: _loopmend_1.partial[_loopmend_2.Coroutine[_loopmend_2.Any, _loopmend_2.Any, _loopmend_2.Any]] | _loopmend_2.Callable[..., _loopmend_2.Awaitable[_loopmend_3.Connection]]
 _queue: asyncio.Queue[tuple[str, bytes]] | None

=== litestar.channels.backends.base
import typing as _loopmend_0
from __future__ import annotations
from abc import ABC, abstractmethod
from typing import AsyncGenerator, Iterable
class ChannelsBackend(ABC):
 @abstractmethod
 async def on_startup(self) -> None: ...
 @abstractmethod
 async def on_shutdown(self) -> None: ...
 @abstractmethod
 async def publish(self, data: bytes, channels: Iterable[str]) -> None: ...
 @abstractmethod
 async def subscribe(self, channels: Iterable[str]) -> None: ...
 @abstractmethod
 async def unsubscribe(self, channels: Iterable[str]) -> None: ...
 @abstractmethod
 def stream_events(self) -> AsyncGenerator[tuple[str, bytes], None]: ...
 @abstractmethod
 async def get_history(self, channel: str, limit: int | None = None) -> list[bytes]: ...

=== litestar.channels.backends.memory
from __future__ import annotations
from asyncio import Queue
from collections import defaultdict, deque
from typing import Any, AsyncGenerator, Iterable
from litestar.channels.backends.base import ChannelsBackend
class MemoryChannelsBackend(ChannelsBackend):
 def __init__(self, history: int = ...) -> None: ...
 async def on_startup(self) -> None: ...
 async def on_shutdown(self) -> None: ...
 async def publish(self, data: bytes, channels: Iterable[str]) -> None: ...
 async def subscribe(self, channels: Iterable[str]) -> None: ...
 async def unsubscribe(self, channels: Iterable[str]) -> None: ...
 def stream_events(self) -> AsyncGenerator[tuple[str, Any], None]: ...
 async def get_history(self, channel: str, limit: int | None = None) -> list[bytes]: ...
 _max_history_length: int
 _channels: set[str]
 _queue: Queue[tuple[str, bytes]] | None
 _history: defaultdict[str, deque[bytes]]

=== litestar.channels.backends.psycopg
import contextlib as _loopmend_0
from __future__ import annotations
import asyncio
from contextlib import AsyncExitStack, suppress
from typing import TYPE_CHECKING, Any
from psycopg import AsyncConnection
from psycopg.sql import SQL, Identifier
from litestar.channels.backends.base import ChannelsBackend
if TYPE_CHECKING:
 from collections.abc import AsyncGenerator, Iterable
_LISTEN_POLL_INTERVAL = 0.1
_STOP_LISTENER_TIMEOUT = 5.0
class PsycoPgChannelsBackend(ChannelsBackend):
 _listener_conn: AsyncConnection[Any]
 _listener_lock: asyncio.Lock
 def __init__(self, pg_dsn: str) -> None: ...
 async def on_startup(self) -> None: ...
 async def on_shutdown(self) -> None: ...
 async def publish(self, data: bytes, channels: Iterable[str]) -> None: ...
 async def subscribe(self, channels: Iterable[str]) -> None: ...
 async def unsubscribe(self, channels: Iterable[str]) -> None: ...
 def stream_events(self) -> AsyncGenerator[tuple[str, bytes], None]: ...
 async def get_history(self, channel: str, limit: int | None = None) -> list[bytes]: ...
 def _start_listener(self) -> None: ...
 async def _stop_listener(self) -> None: ...
 async def _listen(self) -> None: ...
 _pg_dsn: str
 _subscribed_channels: set[str]
 _exit_stack: _loopmend_0.AsyncExitStack
 _listener_task: asyncio.Task[None] | None
 _event_queue: asyncio.Queue[tuple[str, bytes] | Exception]
 _shutting_down: bool
 _stop_listening: bool

=== litestar.channels.backends.redis
import asyncio.locks as _loopmend_0
import litestar.channels.backends.redis as _loopmend_3
import redis.asyncio.client as _loopmend_1
import redis.commands.core as _loopmend_2
from __future__ import annotations
import asyncio
import sys
if sys.version_info < (3, 9):
 import importlib_resources
else:
 import importlib.resources as importlib_resources
from abc import ABC
from datetime import timedelta
from typing import TYPE_CHECKING, Any, AsyncGenerator, Iterable, cast
from litestar.channels.backends.base import ChannelsBackend
if TYPE_CHECKING:
 from redis.asyncio import Redis
 from redis.asyncio.client import PubSub
_resource_path = importlib_resources.files("litestar.channels.backends")
_PUBSUB_PUBLISH_SCRIPT = (_resource_path / "_redis_pubsub_publish.lua").read_text()
_FLUSHALL_STREAMS_SCRIPT = (_resource_path / "_redis_flushall_streams.lua").read_text()
_XADD_EXPIRE_SCRIPT = (_resource_path / "_redis_xadd_expire.lua").read_text()
class _LazyEvent:
 def __init__(self) -> None: ...
 @property
 def _event(self) -> asyncio.Event: ...
 def set(self) -> None: ...
 def clear(self) -> None: ...
 async def wait(self) -> None: ...
 __event: asyncio.Event | None
class RedisChannelsBackend(ChannelsBackend, ABC):
 def __init__(self, *, redis: Redis, key_prefix: str, stream_sleep_no_subscriptions: int) -> None: ...
 def _make_key(self, channel: str) -> str: ...
 _redis: _loopmend_1.Redis
 _key_prefix: str
 _stream_sleep_no_subscriptions: int
class RedisChannelsPubSubBackend(RedisChannelsBackend):
 def __init__(self, *, redis: Redis, stream_sleep_no_subscriptions: int = ..., key_prefix: str = ...) -> None: ...
 @property
 def _pub_sub(self) -> PubSub: ...
 async def on_startup(self) -> None: ...
 async def on_shutdown(self) -> None: ...
 async def subscribe(self, channels: Iterable[str]) -> None: ...
 async def unsubscribe(self, channels: Iterable[str]) -> None: ...
 async def publish(self, data: bytes, channels: Iterable[str]) -> None: ...
 def stream_events(self) -> AsyncGenerator[tuple[str, Any], None]: ...
 async def get_history(self, channel: str, limit: int | None = None) -> list[bytes]: ...
 __pub_sub: PubSub | None
 _publish_script: _loopmend_2.AsyncScript
 _has_subscribed: _loopmend_3._LazyEvent
class RedisChannelsStreamBackend(RedisChannelsBackend):
 def __init__(self, history: int, *, redis: Redis, stream_sleep_no_subscriptions: int = ..., cap_streams_approximate: bool = ..., stream_ttl: int | timedelta = ..., key_prefix: str = ...) -> None: ...
 async def on_startup(self) -> None: ...
 async def on_shutdown(self) -> None: ...
 async def subscribe(self, channels: Iterable[str]) -> None: ...
 async def unsubscribe(self, channels: Iterable[str]) -> None: ...
 async def publish(self, data: bytes, channels: Iterable[str]) -> None: ...
 async def _get_subscribed_channels(self) -> set[str]: ...
 def stream_events(self) -> AsyncGenerator[tuple[str, Any], None]: ...
 async def get_history(self, channel: str, limit: int | None = None) -> list[bytes]: ...
 async def flush_all(self) -> int: ...
 _publish_script: _loopmend_2.AsyncScript
 _history_limit: int
 _subscribed_channels: set[str]
 _cap_streams_approximate: bool
 _stream_ttl: int
 _flush_all_streams_script: _loopmend_2.AsyncScript
 _has_subscribed_channels: _loopmend_3._LazyEvent

=== litestar.channels.plugin
import litestar.channels.backends.base as _loopmend_4
import litestar.channels.plugin as _loopmend_3
import litestar.channels.subscriber as _loopmend_1
import litestar.config.app as _loopmend_0
import typing as _loopmend_2
from __future__ import annotations
import asyncio
from asyncio import CancelledError, Queue, Task, create_task
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, AsyncGenerator, Awaitable, Callable, Iterable
import msgspec.json
from litestar.di import Provide
from litestar.exceptions import ImproperlyConfiguredException, LitestarException
from litestar.handlers import WebsocketRouteHandler
from litestar.plugins import InitPlugin
from litestar.serialization import default_serializer
from .subscriber import BacklogStrategy, EventCallback, Subscriber
if TYPE_CHECKING:
 from types import TracebackType
 from litestar.channels.backends.base import ChannelsBackend
 from litestar.config.app import AppConfig
 from litestar.connection import WebSocket
 from litestar.params import FromPath
 from litestar.types import LitestarEncodableType, TypeEncodersMap
 from litestar.types.asgi_types import WebSocketMode
class ChannelsException(LitestarException):
 ...
class ChannelsPlugin(InitPlugin, AbstractAsyncContextManager):
 def __init__(self, backend: ChannelsBackend, *, channels: Iterable[str] | None = None, arbitrary_channels_allowed: bool = ..., create_ws_route_handlers: bool = ..., ws_handler_send_history: int = ..., ws_handler_base_path: str = ..., ws_send_mode: WebSocketMode = ..., subscriber_max_backlog: int | None = None, subscriber_backlog_strategy: BacklogStrategy = ..., subscriber_class: type[Subscriber] = ..., type_encoders: TypeEncodersMap | None = None) -> None: ...
 def encode_data(self, data: LitestarEncodableType) -> bytes: ...
 def on_app_init(self, app_config: AppConfig) -> AppConfig: ...
 def publish(self, data: LitestarEncodableType, channels: str | Iterable[str]) -> None: ...
 async def wait_published(self, data: LitestarEncodableType, channels: str | Iterable[str]) -> None: ...
 async def subscribe(self, channels: str | Iterable[str], history: int | None = None) -> Subscriber: ...
 async def unsubscribe(self, subscriber: Subscriber, channels: str | Iterable[str] | None = None) -> None: ...
 @asynccontextmanager
 def start_subscription(self, channels: str | Iterable[str], history: int | None = None) -> AsyncGenerator[Subscriber, None]: ...
 async def put_subscriber_history(self, subscriber: Subscriber, channels: str | Iterable[str], limit: int | None = None) -> None: ...
 async def _ws_handler_func(self, channel_name: FromPath[str], socket: WebSocket) -> None: ...
 def _create_ws_handler_func(self, channel_name: str) -> _loopmend_2.Callable[..., _loopmend_2.Coroutine[_loopmend_2.Any, _loopmend_2.Any, None]]: ...
 async def _pub_worker(self) -> None: ...
 async def _sub_worker(self) -> None: ...
 async def _on_startup(self) -> None: ...
 async def _on_shutdown(self) -> None: ...
 async def __aenter__(self) -> ChannelsPlugin: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_val: BaseException | None, exc_tb: TracebackType | None) -> None: ...
 _backend: _loopmend_4.ChannelsBackend
 _pub_queue: Queue[tuple[bytes, list[str]]] | None
 _pub_task: Task | None
 _sub_task: Task | None
 _arbitrary_channels_allowed: bool
 _create_route_handlers: bool
 _handler_root_path: str
 _socket_send_mode: WebSocketMode
 _encode_json: _loopmend_2.Any
 _handler_should_send_history: bool
 _history_limit: None | int
 _max_backlog: None | int
 _backlog_strategy: BacklogStrategy
 _subscriber_class: type[_loopmend_1.Subscriber]
 _channels: dict[str, set[Subscriber]]

=== litestar.channels.subscriber
import litestar.channels.backends.base as _loopmend_1
import litestar.channels.plugin as _loopmend_0
from __future__ import annotations
import asyncio
from asyncio import CancelledError, Queue, QueueFull
from collections import deque
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any, AsyncGenerator, Awaitable, Callable, Generic, Literal, TypeVar
if TYPE_CHECKING:
 from litestar.channels import ChannelsPlugin
T = TypeVar("T")
BacklogStrategy = Literal["backoff", "dropleft"]
EventCallback = Callable[[bytes], Awaitable[Any]]
class AsyncDeque(Queue, Generic[T]):
 def __init__(self, maxsize: int | None) -> None: ...
 def _init(self, maxsize: int) -> None: ...
 _deque_maxlen: None | int
 _queue: deque[T]
class Subscriber:
 def __init__(self, plugin: ChannelsPlugin, max_backlog: int | None = None, backlog_strategy: BacklogStrategy = ...) -> None: ...
 async def put(self, item: bytes | None) -> None: ...
 def put_nowait(self, item: bytes | None) -> bool: ...
 @property
 def qsize(self) -> int: ...
 def iter_events(self) -> AsyncGenerator[bytes, None]: ...
 @asynccontextmanager
 def run_in_background(self, on_event: EventCallback, join: bool = ...) -> AsyncGenerator[None, None]: ...
 async def _worker(self, on_event: EventCallback) -> None: ...
 def _start_in_background(self, on_event: EventCallback) -> None: ...
 @property
 def is_running(self) -> bool: ...
 async def stop(self, join: bool = ...) -> None: ...
 _queue: Queue[bytes | None] | AsyncDeque[bytes | None]
 _task: asyncio.Task | None
 _plugin: _loopmend_0.ChannelsPlugin
 _backend: _loopmend_1.ChannelsBackend

=== litestar.concurrency
import concurrent.futures.thread as _loopmend_0
import trio._sync as _loopmend_1
from __future__ import annotations
import asyncio
import contextvars
from functools import partial
from typing import TYPE_CHECKING, Callable, TypeVar
import sniffio
from typing_extensions import ParamSpec
if TYPE_CHECKING:
 from concurrent.futures import ThreadPoolExecutor
 import trio
T = TypeVar("T")
P = ParamSpec("P")
__all__ = ( "get_asyncio_executor", "get_trio_capacity_limiter", "set_asyncio_executor", "set_trio_capacity_limiter", "sync_to_thread", )
class _State:
 EXECUTOR: ThreadPoolExecutor | None = None
 LIMITER: trio.CapacityLimiter | None = None
async def _run_sync_asyncio(fn: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T: ...
async def _run_sync_trio(fn: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T: ...
async def sync_to_thread(fn: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T: ...
def set_asyncio_executor(executor: ThreadPoolExecutor | None) -> None: ...
def get_asyncio_executor() -> ThreadPoolExecutor | None: ...
def set_trio_capacity_limiter(limiter: trio.CapacityLimiter | None) -> None: ...
def get_trio_capacity_limiter() -> trio.CapacityLimiter | None: ...

=== litestar.config package

=== litestar.config.app
from __future__ import annotations
import enum
import pdb
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Callable
from litestar.config.allowed_hosts import AllowedHostsConfig
from litestar.config.response_cache import ResponseCacheConfig
from litestar.datastructures import State
from litestar.events.emitter import SimpleEventEmitter
from litestar.types.empty import Empty
if TYPE_CHECKING:
 from contextlib import AbstractAsyncContextManager
 from litestar import Litestar, Response
 from litestar.config.compression import CompressionConfig
 from litestar.config.cors import CORSConfig
 from litestar.config.csrf import CSRFConfig
 from litestar.connection import Request, WebSocket
 from litestar.datastructures import CacheControlHeader, ETag
 from litestar.di import Provide
 from litestar.dto import AbstractDTO
 from litestar.events.emitter import BaseEventEmitterBackend
 from litestar.events.listener import EventListener
 from litestar.logging.config import BaseLoggingConfig
 from litestar.openapi.config import OpenAPIConfig
 from litestar.openapi.spec import SecurityRequirement
 from litestar.plugins import PluginProtocol
 from litestar.static_files.config import StaticFilesConfig
 from litestar.stores.base import Store
 from litestar.stores.registry import StoreRegistry
 from litestar.types import ( AfterExceptionHookHandler, AfterRequestHookHandler, AfterResponseHookHandler, AnyCallable, BeforeMessageSendHookHandler, BeforeRequestHookHandler, ControllerRouterHandler, Debugger, ExceptionHandlersMap, Guard, Middleware, ParametersMap, ResponseCookies, ResponseHeaders, TypeEncodersMap, )
 from litestar.types.callable_types import LifespanHook
 from litestar.types.composite_types import TypeDecodersSequence
 from litestar.types.empty import EmptyType
 from litestar.types.internal_types import TemplateConfigType
__all__ = ( "AppConfig", "ExperimentalFeatures", )
@dataclass
class AppConfig:
 after_exception: list[AfterExceptionHookHandler] = field(default_factory=list)
 after_request: AfterRequestHookHandler | None = field(default=None)
 after_response: AfterResponseHookHandler | None = field(default=None)
 allowed_hosts: list[str] | AllowedHostsConfig | None = field(default=None)
 before_request: BeforeRequestHookHandler | None = field(default=None)
 before_send: list[BeforeMessageSendHookHandler] = field(default_factory=list)
 cache_control: CacheControlHeader | None = field(default=None)
 compression_config: CompressionConfig | None = field(default=None)
 cors_config: CORSConfig | None = field(default=None)
 csrf_config: CSRFConfig | None = field(default=None)
 debug: bool = field(default=False)
 dependencies: dict[str, Provide | AnyCallable] = field(default_factory=dict)
 dto: type[AbstractDTO] | None | EmptyType = field(default=Empty)
 etag: ETag | None = field(default=None)
 event_emitter_backend: type[BaseEventEmitterBackend] = field(default=SimpleEventEmitter)
 exception_handlers: ExceptionHandlersMap = field(default_factory=dict)
 guards: list[Guard] = field(default_factory=list)
 include_in_schema: bool | EmptyType = field(default=Empty)
 lifespan: list[Callable[[Litestar], AbstractAsyncContextManager] | AbstractAsyncContextManager] = field( default_factory=list )
 listeners: list[EventListener] = field(default_factory=list)
 logging_config: BaseLoggingConfig | None = field(default=None)
 middleware: list[Middleware] = field(default_factory=list)
 on_shutdown: list[LifespanHook] = field(default_factory=list)
 on_startup: list[LifespanHook] = field(default_factory=list)
 openapi_config: OpenAPIConfig | None = field(default=None)
 opt: dict[str, Any] = field(default_factory=dict)
 parameters: ParametersMap = field(default_factory=dict)
 path: str = field(default="")
 pdb_on_exception: bool = field(default=False)
 debugger_module: Debugger = field(default=pdb)
 plugins: list[PluginProtocol] = field(default_factory=list)
 request_class: type[Request] | None = field(default=None)
 request_max_body_size: int | None | EmptyType = Empty
 response_class: type[Response] | None = field(default=None)
 response_cookies: ResponseCookies = field(default_factory=list)
 response_headers: ResponseHeaders = field(default_factory=list)
 response_cache_config: ResponseCacheConfig = field(default_factory=ResponseCacheConfig)
 return_dto: type[AbstractDTO] | None | EmptyType = field(default=Empty)
 route_handlers: list[ControllerRouterHandler] = field(default_factory=list)
 security: list[SecurityRequirement] = field(default_factory=list)
 signature_namespace: dict[str, Any] = field(default_factory=dict)
 signature_types: list[Any] = field(default_factory=list)
 state: State = field(default_factory=State)
 static_files_config: list[StaticFilesConfig] = field(default_factory=list)
 stores: StoreRegistry | dict[str, Store] | None = None
 tags: list[str] = field(default_factory=list)
 template_config: TemplateConfigType | None = field(default=None)
 type_decoders: TypeDecodersSequence | None = field(default=None)
 type_encoders: TypeEncodersMap | None = field(default=None)
 websocket_class: type[WebSocket] | None = field(default=None)
 multipart_form_part_limit: int = field(default=1000)
 experimental_features: list[ExperimentalFeatures] | None = None
 def __post_init__(self) -> None: ...
class ExperimentalFeatures(str, enum.Enum):
 DTO_CODEGEN = "DTO_CODEGEN"
 FUTURE = "FUTURE"

=== litestar.connection package
from litestar.connection.base import ASGIConnection
from litestar.connection.request import Request
from litestar.connection.websocket import WebSocket
__all__ = ("ASGIConnection", "Request", "WebSocket")

=== litestar.connection.base
import litestar.app as _loopmend_0
import litestar.datastructures.headers as _loopmend_3
import litestar.datastructures.multi_dicts as _loopmend_4
import litestar.datastructures.state as _loopmend_1
import litestar.datastructures.url as _loopmend_2
import litestar.types.protocols as _loopmend_5
import litestar.utils.scope.state as _loopmend_6
from __future__ import annotations
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast
from litestar._parsers import parse_cookie_string, parse_query_string
from litestar.datastructures.headers import Headers
from litestar.datastructures.multi_dicts import MultiDict
from litestar.datastructures.state import State
from litestar.datastructures.url import URL, Address, make_absolute_url
from litestar.exceptions import ImproperlyConfiguredException
from litestar.types.empty import Empty
from litestar.utils.empty import value_or_default
from litestar.utils.scope.state import ScopeState
if TYPE_CHECKING:
 from typing import NoReturn
 from litestar.app import Litestar
 from litestar.handlers import BaseRouteHandler
 from litestar.types import DataContainerType, EmptyType
 from litestar.types.asgi_types import Message, Receive, Scope, Send
 from litestar.types.protocols import Logger
__all__ = ("ASGIConnection", "empty_receive", "empty_send")
UserT = TypeVar("UserT")
AuthT = TypeVar("AuthT")
HandlerT = TypeVar("HandlerT")
StateT = TypeVar("StateT", bound=State)
async def empty_receive() -> NoReturn: ...
async def empty_send(_: Message) -> NoReturn: ...
class ASGIConnection(Generic[HandlerT, UserT, AuthT, StateT]):
 __slots__: tuple[str, str, str, str, str, str, str, str, str]
 scope: Scope
 receive: Receive
 send: Send
 def __init__(self, scope: Scope, receive: Receive = ..., send: Send = ...) -> None: ...
 @property
 def app(self) -> Litestar: ...
 @property
 def route_handler(self) -> HandlerT: ...
 @property
 def state(self) -> StateT: ...
 @property
 def url(self) -> URL: ...
 @property
 def base_url(self) -> URL: ...
 @property
 def headers(self) -> Headers: ...
 @property
 def query_params(self) -> MultiDict[Any]: ...
 @property
 def path_params(self) -> dict[str, Any]: ...
 @property
 def cookies(self) -> dict[str, str]: ...
 @property
 def client(self) -> Address | None: ...
 @property
 def auth(self) -> AuthT: ...
 @property
 def user(self) -> UserT: ...
 @property
 def session(self) -> dict[str, Any]: ...
 @property
 def logger(self) -> Logger: ...
 def set_session(self, value: dict[str, Any] | DataContainerType | EmptyType) -> None: ...
 def clear_session(self) -> None: ...
 def get_session_id(self) -> str | None: ...
 def url_for(self, name: str | BaseRouteHandler, **path_parameters: Any) -> str: ...
 def url_for_static_asset(self, name: str, file_path: str) -> str: ...
 _base_url: URL | EmptyType
 _connection_state: _loopmend_6.ScopeState
 _cookies: dict[str, str] | EmptyType
 _parsed_query: tuple[tuple[str, str], ...] | EmptyType
 _server_extensions: dict | object
 _url: URL | EmptyType

=== litestar.connection.request
import litestar.datastructures.headers as _loopmend_1
import litestar.datastructures.multi_dicts as _loopmend_2
import litestar.enums as _loopmend_0
from __future__ import annotations
import math
import warnings
from typing import TYPE_CHECKING, Any, AsyncGenerator, Generic, cast
from litestar._multipart import parse_content_header, parse_multipart_form
from litestar._parsers import parse_url_encoded_form_data
from litestar.connection.base import ( ASGIConnection, AuthT, StateT, UserT, empty_receive, empty_send, )
from litestar.datastructures.headers import Accept
from litestar.datastructures.multi_dicts import FormMultiDict
from litestar.enums import ASGIExtension, RequestEncodingType
from litestar.exceptions import ( ClientException, InternalServerException, LitestarException, LitestarWarning, ValidationException, )
from litestar.exceptions.http_exceptions import RequestEntityTooLarge
from litestar.serialization import decode_json, decode_msgpack
from litestar.types import Empty, HTTPReceiveMessage
__all__ = ("Request",)
if TYPE_CHECKING:
 from litestar.handlers.http_handlers import HTTPRouteHandler
 from litestar.types.asgi_types import HTTPScope, Method, Receive, Scope, Send
 from litestar.types.empty import EmptyType
SERVER_PUSH_HEADERS: set[str]
class Request(Generic[UserT, AuthT, StateT], ASGIConnection["HTTPRouteHandler", UserT, AuthT, StateT]):
 __slots__: tuple[str, str, str, str, str, str, str, str, str]
 scope: HTTPScope
 receive: Receive
 send: Send
 def __init__(self, scope: Scope, receive: Receive = ..., send: Send = ...) -> None: ...
 @property
 def method(self) -> Method: ...
 @property
 def content_type(self) -> tuple[str, dict[str, str]]: ...
 @property
 def accept(self) -> Accept: ...
 async def json(self) -> Any: ...
 async def msgpack(self) -> Any: ...
 @property
 def content_length(self) -> int | None: ...
 def stream(self) -> AsyncGenerator[bytes, None]: ...
 async def body(self) -> bytes: ...
 async def form(self) -> FormMultiDict: ...
 async def send_push_promise(self, path: str, raise_if_unavailable: bool = ...) -> None: ...
 _accept: Accept | EmptyType
 _body: bytes | EmptyType
 _content_length: int | None | EmptyType
 _content_type: tuple[str, dict[str, str]] | EmptyType
 _form: FormMultiDict | EmptyType
 _json: Any
 _msgpack: Any
 is_connected: bool
 supports_push_promise: bool

=== litestar.connection.websocket
import litestar.types.asgi_types as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
from typing import TYPE_CHECKING, Any, AsyncGenerator, Generic, Literal, cast, overload
from litestar.connection.base import ( ASGIConnection, AuthT, StateT, UserT, empty_receive, empty_send, )
from litestar.datastructures.headers import Headers
from litestar.exceptions import WebSocketDisconnect
from litestar.serialization import decode_json, decode_msgpack, default_serializer, encode_json, encode_msgpack
from litestar.status_codes import WS_1000_NORMAL_CLOSURE
__all__ = ("WebSocket",)
if TYPE_CHECKING:
 from litestar.handlers.websocket_handlers import WebsocketRouteHandler
 from litestar.types import Message, Serializer, WebSocketScope
 from litestar.types.asgi_types import ( Receive, ReceiveMessage, Scope, Send, WebSocketAcceptEvent, WebSocketCloseEvent, WebSocketDisconnectEvent, WebSocketMode, WebSocketReceiveEvent, WebSocketSendEvent, )
DISCONNECT_MESSAGE = "connection is disconnected"
class WebSocket(Generic[UserT, AuthT, StateT], ASGIConnection["WebsocketRouteHandler", UserT, AuthT, StateT]):
 __slots__: tuple[str]
 scope: WebSocketScope
 receive: Receive
 send: Send
 def __init__(self, scope: Scope, receive: Receive = ..., send: Send = ...) -> None: ...
 def receive_wrapper(self, receive: Receive) -> _loopmend_1.Callable[..., _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, _loopmend_0.HTTPDisconnectEvent | _loopmend_0.HTTPRequestEvent | _loopmend_0.WebSocketConnectEvent | _loopmend_0.WebSocketDisconnectEvent | _loopmend_0.WebSocketReceiveEvent]]: ...
 def send_wrapper(self, send: Send) -> _loopmend_1.Callable[..., _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, None]]: ...
 async def accept(self, subprotocols: str | None = None, headers: Headers | dict[str, Any] | list[tuple[bytes, bytes]] | None = None) -> None: ...
 async def close(self, code: int = ..., reason: str | None = None) -> None: ...
 @overload
 async def receive_data(self, mode: Literal["text"]) -> str: ...
 @overload
 async def receive_data(self, mode: Literal["binary"]) -> bytes: ...
 async def receive_data(self, mode: WebSocketMode) -> str | bytes: ...
 @overload
 def iter_data(self, mode: Literal["text"]) -> AsyncGenerator[str, None]: ...
 @overload
 def iter_data(self, mode: Literal["binary"]) -> AsyncGenerator[bytes, None]: ...
 def iter_data(self, mode: WebSocketMode = ...) -> AsyncGenerator[str | bytes, None]: ...
 async def receive_text(self) -> str: ...
 async def receive_bytes(self) -> bytes: ...
 async def receive_json(self, mode: WebSocketMode = ...) -> Any: ...
 async def receive_msgpack(self) -> Any: ...
 def iter_json(self, mode: WebSocketMode = ...) -> AsyncGenerator[Any, None]: ...
 def iter_msgpack(self) -> AsyncGenerator[Any, None]: ...
 async def send_data(self, data: str | bytes, mode: WebSocketMode = ..., encoding: str = ...) -> None: ...
 @overload
 async def send_text(self, data: bytes, encoding: str = ...) -> None: ...
 @overload
 async def send_text(self, data: str) -> None: ...
 async def send_text(self, data: str | bytes, encoding: str = ...) -> None: ...
 @overload
 async def send_bytes(self, data: bytes) -> None: ...
 @overload
 async def send_bytes(self, data: str, encoding: str = ...) -> None: ...
 async def send_bytes(self, data: str | bytes, encoding: str = ...) -> None: ...
 async def send_json(self, data: Any, mode: WebSocketMode = ..., encoding: str = ..., serializer: Serializer = ...) -> None: ...
 async def send_msgpack(self, data: Any, encoding: str = ..., serializer: Serializer = ...) -> None: ...
 connection_state: Literal["init", "connect", "receive", "disconnect"]

=== litestar.contrib package

=== litestar.contrib.sqlalchemy package
from __future__ import annotations
from typing import TYPE_CHECKING
from litestar.utils import warn_deprecation
__all__ = ( "ModelT", "SQLAlchemyAsyncRepository", "SQLAlchemySyncRepository", "wrap_sqlalchemy_exception", )
def __getattr__(attr_name: str) -> object: ...
if TYPE_CHECKING:
 from advanced_alchemy.exceptions import ( wrap_sqlalchemy_exception, )
 from advanced_alchemy.repository import ( ModelT, SQLAlchemyAsyncRepository, SQLAlchemySyncRepository, )

=== litestar.contrib.sqlalchemy.plugins package
from __future__ import annotations
from typing import TYPE_CHECKING
from litestar.utils import warn_deprecation
__all__ = ( "AsyncSessionConfig", "EngineConfig", "GenericSQLAlchemyConfig", "GenericSessionConfig", "SQLAlchemyAsyncConfig", "SQLAlchemyInitPlugin", "SQLAlchemyPlugin", "SQLAlchemySerializationPlugin", "SQLAlchemySyncConfig", "SyncSessionConfig", )
def __getattr__(attr_name: str) -> object: ...
if TYPE_CHECKING:
 from advanced_alchemy.config import GenericSessionConfig, GenericSQLAlchemyConfig
 from advanced_alchemy.extensions.litestar import ( AsyncSessionConfig, EngineConfig, SQLAlchemyAsyncConfig, SQLAlchemyInitPlugin, SQLAlchemyPlugin, SQLAlchemySerializationPlugin, SQLAlchemySyncConfig, SyncSessionConfig, )

=== litestar.contrib.sqlalchemy.plugins.init package
from __future__ import annotations
from typing import TYPE_CHECKING
from litestar.utils import warn_deprecation
__all__ = ( "AsyncSessionConfig", "EngineConfig", "GenericSQLAlchemyConfig", "GenericSessionConfig", "SQLAlchemyAsyncConfig", "SQLAlchemyInitPlugin", "SQLAlchemySyncConfig", "SyncSessionConfig", )
def __getattr__(attr_name: str) -> object: ...
if TYPE_CHECKING:
 from advanced_alchemy.config import ( GenericSessionConfig, GenericSQLAlchemyConfig, )
 from advanced_alchemy.extensions.litestar import ( AsyncSessionConfig, EngineConfig, SQLAlchemyAsyncConfig, SQLAlchemyInitPlugin, SQLAlchemySyncConfig, SyncSessionConfig, )

=== litestar.contrib.sqlalchemy.plugins.init.config package
from __future__ import annotations
from typing import TYPE_CHECKING
from litestar.utils import warn_deprecation
__all__ = ( "AsyncSessionConfig", "EngineConfig", "GenericSQLAlchemyConfig", "GenericSessionConfig", "SQLAlchemyAsyncConfig", "SQLAlchemySyncConfig", "SyncSessionConfig", )
def __getattr__(attr_name: str) -> object: ...
if TYPE_CHECKING:
 from advanced_alchemy.config import ( GenericSessionConfig, GenericSQLAlchemyConfig, )
 from advanced_alchemy.extensions.litestar import ( AsyncSessionConfig, EngineConfig, SQLAlchemyAsyncConfig, SQLAlchemySyncConfig, SyncSessionConfig, )

=== litestar.contrib.sqlalchemy.plugins.init.config.asyncio
from __future__ import annotations
from typing import TYPE_CHECKING
from litestar.utils import warn_deprecation
__all__ = ( "AlembicAsyncConfig", "AsyncSessionConfig", "SQLAlchemyAsyncConfig", "autocommit_before_send_handler", "default_before_send_handler", )
def __getattr__(attr_name: str) -> object: ...
if TYPE_CHECKING:
 from advanced_alchemy.extensions.litestar import ( AlembicAsyncConfig, AsyncSessionConfig, SQLAlchemyAsyncConfig, )
 from advanced_alchemy.extensions.litestar.plugins.init.config.asyncio import ( autocommit_before_send_handler, default_before_send_handler, )

=== litestar.contrib.sqlalchemy.plugins.init.config.compat
import sqlalchemy.engine.base as _loopmend_0
import sqlalchemy.ext.asyncio.engine as _loopmend_1
from __future__ import annotations
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar
from litestar.utils.deprecation import deprecated
if TYPE_CHECKING:
 from sqlalchemy import Engine
 from sqlalchemy.ext.asyncio import AsyncEngine
EngineT_co = TypeVar("EngineT_co", bound="Engine | AsyncEngine", covariant=True)
class HasGetEngine(Protocol[EngineT_co]):
 def get_engine(self) -> EngineT_co: ...
class _CreateEngineMixin(Generic[EngineT_co]):
 @deprecated(version="2.1.1", removal_in="3.0.0", alternative="get_engine()")
 def create_engine(self: HasGetEngine[EngineT_co]) -> EngineT_co: ...

=== litestar.contrib.sqlalchemy.repository package
from __future__ import annotations
from typing import TYPE_CHECKING
from litestar.utils import warn_deprecation
__all__ = ( "ModelT", "SQLAlchemyAsyncRepository", "SQLAlchemySyncRepository", "wrap_sqlalchemy_exception", )
def __getattr__(attr_name: str) -> object: ...
if TYPE_CHECKING:
 from advanced_alchemy.exceptions import ( wrap_sqlalchemy_exception, )
 from advanced_alchemy.repository import ( ModelT, SQLAlchemyAsyncRepository, SQLAlchemySyncRepository, )

=== litestar.contrib.sqlalchemy.repository._async
from __future__ import annotations
from typing import TYPE_CHECKING
from litestar.utils import warn_deprecation
__all__ = ("SQLAlchemyAsyncRepository",)
def __getattr__(attr_name: str) -> object: ...
if TYPE_CHECKING:
 from advanced_alchemy.repository import ( SQLAlchemyAsyncRepository, )

=== litestar.contrib.sqlalchemy.repository.types
from __future__ import annotations
from typing import TYPE_CHECKING
from litestar.utils import warn_deprecation
__all__ = ( "ModelT", "RowT", "SQLAlchemyAsyncRepositoryT", "SQLAlchemySyncRepositoryT", "SelectT", )
def __getattr__(attr_name: str) -> object: ...
if TYPE_CHECKING:
 from advanced_alchemy.repository.typing import ( ModelT, RowT, SelectT, SQLAlchemyAsyncRepositoryT, SQLAlchemySyncRepositoryT, )

=== litestar.controller
import litestar.handlers.base as _loopmend_1
import litestar.router as _loopmend_0
from __future__ import annotations
import types
from collections import defaultdict
from copy import deepcopy
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Mapping, Sequence, cast
from litestar._layers.utils import narrow_response_cookies, narrow_response_headers
from litestar.exceptions import ImproperlyConfiguredException
from litestar.handlers.base import BaseRouteHandler
from litestar.handlers.http_handlers import HTTPRouteHandler
from litestar.handlers.websocket_handlers import WebsocketRouteHandler
from litestar.types.empty import Empty
from litestar.utils import normalize_path
from litestar.utils.signature import add_types_to_signature_namespace
__all__ = ("Controller",)
if TYPE_CHECKING:
 from litestar.connection import Request, WebSocket
 from litestar.datastructures import CacheControlHeader, ETag
 from litestar.dto import AbstractDTO
 from litestar.openapi.spec import SecurityRequirement
 from litestar.response import Response
 from litestar.router import Router
 from litestar.types import ( AfterRequestHookHandler, AfterResponseHookHandler, BeforeRequestHookHandler, Dependencies, ExceptionHandlersMap, Guard, Middleware, ParametersMap, ResponseCookies, TypeEncodersMap, )
 from litestar.types.composite_types import ResponseHeaders, TypeDecodersSequence
 from litestar.types.empty import EmptyType
class Controller:
 __slots__: tuple
 after_request: AfterRequestHookHandler | None
 after_response: AfterResponseHookHandler | None
 before_request: BeforeRequestHookHandler | None
 cache_control: CacheControlHeader | None
 dependencies: Dependencies | None
 dto: type[AbstractDTO] | None | EmptyType
 etag: ETag | None
 exception_handlers: ExceptionHandlersMap | None
 guards: Sequence[Guard] | None
 include_in_schema: bool | EmptyType
 middleware: Sequence[Middleware] | None
 opt: Mapping[str, Any] | None
 owner: Router
 parameters: ParametersMap | None
 path: str
 request_class: type[Request] | None
 request_max_body_size: int | None | EmptyType
 response_class: type[Response] | None
 response_cookies: ResponseCookies | None
 response_headers: ResponseHeaders | None
 return_dto: type[AbstractDTO] | None | EmptyType
 tags: Sequence[str] | None
 security: Sequence[SecurityRequirement] | None
 signature_namespace: dict[str, Any]
 signature_types: Sequence[Any]
 type_decoders: TypeDecodersSequence | None
 type_encoders: TypeEncodersMap | None
 websocket_class: type[WebSocket] | None
 def __init__(self, owner: Router) -> None: ...
 def as_router(self) -> Router: ...
 def get_route_handlers(self) -> list[BaseRouteHandler]: ...
 def validate_route_handlers(self, route_handlers: list[BaseRouteHandler]) -> None: ...

=== litestar.data_extractors
import litestar.data_extractors as _loopmend_0
import litestar.enums as _loopmend_1
import typing as _loopmend_2
from __future__ import annotations
import inspect
from typing import TYPE_CHECKING, Any, Callable, Coroutine, Iterable, Literal, TypedDict, cast
from litestar._parsers import parse_cookie_string
from litestar.connection.request import Request
from litestar.datastructures.upload_file import UploadFile
from litestar.enums import HttpMethod, RequestEncodingType
__all__ = ( "ConnectionDataExtractor", "ExtractedRequestData", "ExtractedResponseData", "RequestExtractorField", "ResponseDataExtractor", "ResponseExtractorField", )
if TYPE_CHECKING:
 from litestar.connection import ASGIConnection
 from litestar.types import Method
 from litestar.types.asgi_types import HTTPResponseBodyEvent, HTTPResponseStartEvent
def _obfuscate(values: dict[str, Any], fields_to_obfuscate: set[str]) -> dict[str, Any]: ...
RequestExtractorField = Literal[ "path", "method", "content_type", "headers", "cookies", "query", "path_params", "body", "scheme", "client" ]
ResponseExtractorField = Literal["status_code", "headers", "body", "cookies"]
class ExtractedRequestData(TypedDict, total=False):
 body: Coroutine[Any, Any, Any]
 client: tuple[str, int]
 content_type: tuple[str, dict[str, str]]
 cookies: dict[str, str]
 headers: dict[str, str]
 method: Method
 path: str
 path_params: dict[str, Any]
 query: bytes | dict[str, Any]
 scheme: str
class ConnectionDataExtractor:
 __slots__: tuple[str, str, str, str, str, str, str]
 def __init__(self, extract_body: bool = ..., extract_client: bool = ..., extract_content_type: bool = ..., extract_cookies: bool = ..., extract_headers: bool = ..., extract_method: bool = ..., extract_path: bool = ..., extract_path_params: bool = ..., extract_query: bool = ..., extract_scheme: bool = ..., obfuscate_cookies: set[str] | None = None, obfuscate_headers: set[str] | None = None, parse_body: bool = ..., parse_query: bool = ..., skip_parse_malformed_body: bool = ...) -> None: ...
 def __call__(self, connection: ASGIConnection[Any, Any, Any, Any]) -> ExtractedRequestData: ...
 async def extract(self, connection: ASGIConnection[Any, Any, Any, Any], fields: Iterable[str]) -> ExtractedRequestData: ...
 @staticmethod
 def extract_scheme(connection: ASGIConnection[Any, Any, Any, Any]) -> str: ...
 @staticmethod
 def extract_client(connection: ASGIConnection[Any, Any, Any, Any]) -> tuple[str, int]: ...
 @staticmethod
 def extract_path(connection: ASGIConnection[Any, Any, Any, Any]) -> str: ...
 def extract_headers(self, connection: ASGIConnection[Any, Any, Any, Any]) -> dict[str, str]: ...
 def extract_cookies(self, connection: ASGIConnection[Any, Any, Any, Any]) -> dict[str, str]: ...
 def extract_query(self, connection: ASGIConnection[Any, Any, Any, Any]) -> Any: ...
 @staticmethod
 def extract_path_params(connection: ASGIConnection[Any, Any, Any, Any]) -> dict[str, Any]: ...
 @staticmethod
 def extract_method(request: Request[Any, Any, Any]) -> Method: ...
 @staticmethod
 def extract_content_type(request: Request[Any, Any, Any]) -> tuple[str, dict[str, str]]: ...
 async def extract_body(self, request: Request[Any, Any, Any]) -> Any: ...
 connection_extractors: dict[str, Callable[[ASGIConnection[Any, Any, Any, Any]], Any]]
 obfuscate_cookies: set
 obfuscate_headers: set
 parse_body: bool
 parse_query: bool
 request_extractors: dict[RequestExtractorField, Callable[[Request[Any, Any, Any]], Any]]
 skip_parse_malformed_body: bool
class ExtractedResponseData(TypedDict, total=False):
 body: bytes
 status_code: int
 headers: dict[str, str]
 cookies: dict[str, str]
class ResponseDataExtractor:
 __slots__: tuple[str, str, str, str]
 def __init__(self, extract_body: bool = ..., extract_cookies: bool = ..., extract_headers: bool = ..., extract_status_code: bool = ..., obfuscate_cookies: set[str] | None = None, obfuscate_headers: set[str] | None = None) -> None: ...
 def __call__(self, messages: tuple[HTTPResponseStartEvent, HTTPResponseBodyEvent]) -> ExtractedResponseData: ...
 @staticmethod
 def extract_response_body(messages: tuple[HTTPResponseStartEvent, HTTPResponseBodyEvent]) -> bytes: ...
 @staticmethod
 def extract_status_code(messages: tuple[HTTPResponseStartEvent, HTTPResponseBodyEvent]) -> int: ...
 def extract_headers(self, messages: tuple[HTTPResponseStartEvent, HTTPResponseBodyEvent]) -> dict[str, str]: ...
 def extract_cookies(self, messages: tuple[HTTPResponseStartEvent, HTTPResponseBodyEvent]) -> dict[str, str]: ...
 obfuscate_cookies: set
 obfuscate_headers: set
 extractors: dict[str, _loopmend_2.Callable[..., _loopmend_2.Any]]

=== litestar.datastructures package
from litestar.datastructures.cookie import Cookie
from litestar.datastructures.headers import ( Accept, CacheControlHeader, ETag, Header, Headers, MutableScopeHeaders, )
from litestar.datastructures.multi_dicts import ( FormMultiDict, ImmutableMultiDict, MultiDict, MultiMixin, )
from litestar.datastructures.response_header import ResponseHeader
from litestar.datastructures.secret_values import SecretBytes, SecretString
from litestar.datastructures.state import ImmutableState, State
from litestar.datastructures.upload_file import UploadFile
from litestar.datastructures.url import URL, Address
__all__ = ( "URL", "Accept", "Address", "CacheControlHeader", "Cookie", "ETag", "FormMultiDict", "Header", "Headers", "ImmutableMultiDict", "ImmutableState", "MultiDict", "MultiMixin", "MutableScopeHeaders", "ResponseHeader", "SecretBytes", "SecretString", "State", "UploadFile", )

=== litestar.datastructures.multi_dicts
import litestar.datastructures.multi_dicts as _loopmend_0
from __future__ import annotations
from abc import ABC
from typing import TYPE_CHECKING, Any, Generator, Generic, Iterable, Mapping, TypeVar
from multidict import MultiDict as BaseMultiDict
from multidict import MultiDictProxy, MultiMapping
from litestar.datastructures.upload_file import UploadFile
if TYPE_CHECKING:
 from typing_extensions import Self
__all__ = ("FormMultiDict", "ImmutableMultiDict", "MultiDict", "MultiMixin")
T = TypeVar("T")
class MultiMixin(Generic[T], MultiMapping[T], ABC):
 def dict(self) -> dict[str, list[Any]]: ...
 def multi_items(self) -> Generator[tuple[str, T], None, None]: ...
class MultiDict(BaseMultiDict[T], MultiMixin[T], Generic[T]):
 def __init__(self, args: MultiMapping | Mapping[str, T] | Iterable[tuple[str, T]] | None = None) -> None: ...
 def immutable(self) -> ImmutableMultiDict[T]: ...
 def copy(self) -> Self: ...
class ImmutableMultiDict(MultiDictProxy[T], MultiMixin[T], Generic[T]):
 def __init__(self, args: MultiMapping | Mapping[str, Any] | Iterable[tuple[str, Any]] | None = None) -> None: ...
 def mutable_copy(self) -> MultiDict[T]: ...
 def copy(self) -> Self: ...
class FormMultiDict(ImmutableMultiDict[Any]):
 @classmethod
 def from_form_data(cls, form_data: dict[str, list[str] | str | UploadFile]) -> FormMultiDict: ...
 async def close(self) -> None: ...

=== litestar.datastructures.upload_file
import tempfile as _loopmend_0
from __future__ import annotations
from tempfile import SpooledTemporaryFile
from litestar.concurrency import sync_to_thread
from litestar.constants import ONE_MEGABYTE
__all__ = ("UploadFile",)
class UploadFile:
 __slots__: tuple[str, str, str, str]
 def __init__(self, content_type: str, filename: str, file_data: bytes | None = None, headers: dict[str, str] | None = None, max_spool_size: int = ...) -> None: ...
 @property
 def rolled_to_disk(self) -> bool: ...
 async def write(self, data: bytes | bytearray) -> int: ...
 async def read(self, size: int = ...) -> bytes: ...
 async def seek(self, offset: int) -> int: ...
 async def close(self) -> None: ...
 def __repr__(self) -> str: ...
 content_type: str
 file: _loopmend_0.SpooledTemporaryFile
 filename: str
 headers: dict | dict[str, str]

=== litestar.di
from __future__ import annotations
from inspect import isasyncgenfunction, isclass, isfunction, isgeneratorfunction, ismethod
from typing import TYPE_CHECKING, Any, Literal, TypeVar
from typing_extensions import Annotated, TypeAlias
from litestar.exceptions import ImproperlyConfiguredException
from litestar.types import Empty
from litestar.utils import ensure_async_callable
from litestar.utils.predicates import is_async_callable
from litestar.utils.warnings import ( warn_implicit_sync_to_thread, warn_sync_to_thread_with_async_callable, warn_sync_to_thread_with_generator, )
if TYPE_CHECKING:
 from litestar._signature import SignatureModel
 from litestar.types import AnyCallable
 from litestar.utils.signature import ParsedSignature
__all__ = ( "NamedDependency", "Provide", )
T = TypeVar("T")
class Dependency:
 def __init__(self, kind: Literal["named"] = ...) -> None: ...
 kind: str
NamedDependency: TypeAlias = Annotated[T, Dependency(kind="named")]
class Provide:
 __slots__: tuple[str, str, str, str, str, str, str, str, str]
 parsed_fn_signature: ParsedSignature
 signature_model: type[SignatureModel]
 dependency: AnyCallable
 def __init__(self, dependency: AnyCallable | type[Any], use_cache: bool = ..., sync_to_thread: bool | None = None) -> None: ...
 async def __call__(self, **kwargs: Any) -> Any: ...
 def __eq__(self, other: Any) -> bool: ...
 has_async_generator_dependency: bool
 has_sync_callable: bool
 has_sync_generator_dependency: bool
 sync_to_thread: bool
 use_cache: bool
 value: Any

=== litestar.events package
from .emitter import BaseEventEmitterBackend, SimpleEventEmitter
from .listener import EventListener, listener
__all__ = ("BaseEventEmitterBackend", "EventListener", "SimpleEventEmitter", "listener")

=== litestar.events.emitter
import litestar.events.emitter as _loopmend_0
from __future__ import annotations
import math
import sys
from abc import ABC, abstractmethod
from collections import defaultdict
from contextlib import AsyncExitStack
from functools import partial
from typing import TYPE_CHECKING, Any, Sequence
if sys.version_info < (3, 9):
 from typing import AsyncContextManager
else:
 from contextlib import AbstractAsyncContextManager as AsyncContextManager
import anyio
from litestar.exceptions import ImproperlyConfiguredException
if TYPE_CHECKING:
 from types import TracebackType
 from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream
 from litestar.events.listener import EventListener
__all__ = ("BaseEventEmitterBackend", "SimpleEventEmitter")
class BaseEventEmitterBackend(AsyncContextManager["BaseEventEmitterBackend"], ABC):
 __slots__: tuple[str]
 listeners: defaultdict[str, set[EventListener]]
 def __init__(self, listeners: Sequence[EventListener]) -> None: ...
 @abstractmethod
 def emit(self, event_id: str, *args: Any, **kwargs: Any) -> None: ...
class SimpleEventEmitter(BaseEventEmitterBackend):
 __slots__: tuple[str, str, str, str]
 def __init__(self, listeners: Sequence[EventListener]) -> None: ...
 async def _worker(self, receive_stream: MemoryObjectReceiveStream) -> None: ...
 async def __aenter__(self) -> SimpleEventEmitter: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_val: BaseException | None, exc_tb: TracebackType | None) -> None: ...
 def emit(self, event_id: str, *args: Any, **kwargs: Any) -> None: ...
 _exit_stack: AsyncExitStack | None
 _receive_stream: MemoryObjectReceiveStream | None
 _send_stream: MemoryObjectSendStream | None

=== litestar.events.listener
import litestar.events.listener as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
import logging
from functools import update_wrapper
from typing import TYPE_CHECKING, Any
from litestar.exceptions import ImproperlyConfiguredException
from litestar.utils import ensure_async_callable
from litestar.utils.predicates import is_async_callable
if TYPE_CHECKING:
 from litestar.types import AnyCallable, AsyncAnyCallable
__all__ = ("EventListener", "listener")
logger = logging.getLogger(__name__)
class EventListener:
 __slots__: tuple[str, str, str]
 fn: AsyncAnyCallable
 def __init__(self, *event_ids: str) -> None: ...
 def __call__(self, fn: AnyCallable) -> EventListener: ...
 @staticmethod
 def wrap_in_error_handler(fn: AsyncAnyCallable) -> _loopmend_1.Callable[..., _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, None]]: ...
 def __hash__(self) -> int: ...
 event_ids: frozenset[str]
listener = EventListener

=== litestar.exceptions package
from .base_exceptions import ( LitestarDeprecationWarning, LitestarException, LitestarWarning, MissingDependencyException, SerializationException, )
from .dto_exceptions import DTOFactoryException, InvalidAnnotationException
from .http_exceptions import ( ClientException, HTTPException, ImproperlyConfiguredException, InternalServerException, MethodNotAllowedException, NoRouteMatchFoundException, NotAuthorizedException, NotFoundException, PermissionDeniedException, ServiceUnavailableException, TemplateNotFoundException, TooManyRequestsException, ValidationException, )
from .websocket_exceptions import WebSocketDisconnect, WebSocketException
__all__ = ( "ClientException", "DTOFactoryException", "HTTPException", "ImproperlyConfiguredException", "InternalServerException", "InvalidAnnotationException", "LitestarDeprecationWarning", "LitestarException", "LitestarWarning", "MethodNotAllowedException", "MissingDependencyException", "NoRouteMatchFoundException", "NotAuthorizedException", "NotFoundException", "PermissionDeniedException", "SerializationException", "ServiceUnavailableException", "TemplateNotFoundException", "TooManyRequestsException", "ValidationException", "WebSocketDisconnect", "WebSocketException", )

=== litestar.exceptions.base_exceptions
from __future__ import annotations
from typing import Any
__all__ = ( "LitestarDeprecationWarning", "LitestarException", "LitestarWarning", "MissingDependencyException", "SerializationException", )
class LitestarException(Exception):
 detail: str
 def __init__(self, *args: Any, detail: str = ...) -> None: ...
 def __repr__(self) -> str: ...
 def __str__(self) -> str: ...
class MissingDependencyException(LitestarException, ImportError):
 def __init__(self, package: str, install_package: str | None = None, extra: str | None = None) -> None: ...
class SerializationException(LitestarException):
 ...
class LitestarWarning(UserWarning):
 ...
class LitestarDeprecationWarning(DeprecationWarning):
 ...

=== litestar.file_system
import anyio._core._fileio as _loopmend_1
import litestar.types.file_types as _loopmend_0
from __future__ import annotations
from stat import S_ISDIR
from typing import TYPE_CHECKING, Any, AnyStr, cast
from anyio import AsyncFile, Path, open_file
from litestar.concurrency import sync_to_thread
from litestar.exceptions import InternalServerException, NotAuthorizedException
from litestar.types.file_types import FileSystemProtocol
from litestar.utils.predicates import is_async_callable
__all__ = ("BaseLocalFileSystem", "FileSystemAdapter")
if TYPE_CHECKING:
 from os import stat_result
 from _typeshed import OpenBinaryMode
 from litestar.types import PathType
 from litestar.types.file_types import FileInfo
class BaseLocalFileSystem(FileSystemProtocol):
 async def info(self, path: PathType, **kwargs: Any) -> FileInfo: ...
 async def open(self, file: PathType, mode: str, buffering: int = ...) -> AsyncFile[AnyStr]: ...
class FileSystemAdapter:
 def __init__(self, file_system: FileSystemProtocol) -> None: ...
 async def info(self, path: PathType) -> FileInfo: ...
 async def open(self, file: PathType, mode: OpenBinaryMode = ..., buffering: int = ...) -> AsyncFile[bytes]: ...
 @staticmethod
 async def parse_stat_result(path: PathType, result: stat_result) -> FileInfo: ...
 file_system: _loopmend_0.FileSystemProtocol

=== litestar.handlers package
from .asgi_handlers import ASGIRouteHandler, asgi
from .base import BaseRouteHandler
from .http_handlers import HTTPRouteHandler, delete, get, head, patch, post, put, route
from .websocket_handlers import ( WebsocketListener, WebsocketListenerRouteHandler, WebsocketRouteHandler, send_websocket_stream, websocket, websocket_listener, websocket_stream, )
__all__ = ( "ASGIRouteHandler", "BaseRouteHandler", "HTTPRouteHandler", "WebsocketListener", "WebsocketListenerRouteHandler", "WebsocketRouteHandler", "asgi", "delete", "get", "head", "patch", "post", "put", "route", "send_websocket_stream", "websocket", "websocket_listener", "websocket_stream", )

=== litestar.handlers.base
import litestar._kwargs.kwargs_model as _loopmend_13
import litestar._signature.model as _loopmend_2
import litestar.app as _loopmend_7
import litestar.controller as _loopmend_6
import litestar.di as _loopmend_9
import litestar.dto.base_dto as _loopmend_12
import litestar.handlers.base as _loopmend_0
import litestar.middleware.base as _loopmend_10
import litestar.plugins.base as _loopmend_8
import litestar.response.base as _loopmend_11
import litestar.router as _loopmend_5
import litestar.typing as _loopmend_4
import litestar.utils.signature as _loopmend_3
import typing as _loopmend_1
from __future__ import annotations
from copy import copy
from functools import partial
from typing import TYPE_CHECKING, Any, Callable, Mapping, Sequence, cast
from litestar._signature import SignatureModel
from litestar.di import Provide
from litestar.dto import DTOData
from litestar.exceptions import ImproperlyConfiguredException
from litestar.plugins import DIPlugin, PluginRegistry
from litestar.serialization import default_deserializer, default_serializer
from litestar.types import ( Dependencies, Empty, ExceptionHandlersMap, Guard, Middleware, TypeDecodersSequence, TypeEncodersMap, )
from litestar.typing import FieldDefinition
from litestar.utils import ensure_async_callable, get_name, normalize_path
from litestar.utils.helpers import unwrap_partial
from litestar.utils.signature import ParsedSignature, add_types_to_signature_namespace, merge_signature_namespaces
if TYPE_CHECKING:
 from typing_extensions import Self
 from litestar._kwargs import KwargsModel
 from litestar.app import Litestar
 from litestar.connection import ASGIConnection
 from litestar.controller import Controller
 from litestar.dto import AbstractDTO
 from litestar.params import ParameterKwarg
 from litestar.router import Router
 from litestar.types import AnyCallable, AsyncAnyCallable, ExceptionHandler
 from litestar.types.empty import EmptyType
 from litestar.types.internal_types import PathParameterDefinition
__all__ = ("BaseRouteHandler",)
class BaseRouteHandler:
 __slots__: tuple
 def __init__(self, path: str | Sequence[str] | None = None, *, dependencies: Dependencies | None = None, dto: type[AbstractDTO] | None | EmptyType = ..., exception_handlers: ExceptionHandlersMap | None = None, guards: Sequence[Guard] | None = None, middleware: Sequence[Middleware] | None = None, name: str | None = None, opt: Mapping[str, Any] | None = None, return_dto: type[AbstractDTO] | None | EmptyType = ..., signature_namespace: Mapping[str, Any] | None = None, signature_types: Sequence[Any] | None = None, type_decoders: TypeDecodersSequence | None = None, type_encoders: TypeEncodersMap | None = None, **kwargs: Any) -> None: ...
 def __call__(self, fn: AsyncAnyCallable) -> Self: ...
 @property
 def handler_id(self) -> str: ...
 @property
 def default_deserializer(self) -> Callable[[Any, Any], Any]: ...
 @property
 def default_serializer(self) -> Callable[[Any], Any]: ...
 @property
 def signature_model(self) -> type[SignatureModel]: ...
 @property
 def fn(self) -> AsyncAnyCallable: ...
 @property
 def parsed_fn_signature(self) -> ParsedSignature: ...
 @property
 def parsed_return_field(self) -> FieldDefinition: ...
 @property
 def parsed_data_field(self) -> FieldDefinition | None: ...
 @property
 def handler_name(self) -> str: ...
 @property
 def dependency_name_set(self) -> set[str]: ...
 @property
 def ownership_layers(self) -> list[Self | Controller | Router]: ...
 @property
 def app(self) -> Litestar: ...
 def resolve_type_encoders(self) -> TypeEncodersMap: ...
 def resolve_type_decoders(self) -> TypeDecodersSequence: ...
 def resolve_layered_parameters(self) -> dict[str, FieldDefinition]: ...
 def resolve_guards(self) -> list[Guard]: ...
 def _get_plugin_registry(self) -> PluginRegistry | None: ...
 def resolve_dependencies(self) -> dict[str, Provide]: ...
 def _resolve_dependency(self, key: str, provider: Provide | AnyCallable, plugin_registry: PluginRegistry | None) -> Provide: ...
 def resolve_middleware(self) -> list[Middleware]: ...
 def resolve_exception_handlers(self) -> ExceptionHandlersMap: ...
 def resolve_opts(self) -> None: ...
 def resolve_signature_namespace(self) -> dict[str, Any]: ...
 def resolve_data_dto(self) -> type[AbstractDTO] | None: ...
 def resolve_return_dto(self) -> type[AbstractDTO] | None: ...
 async def authorize_connection(self, connection: ASGIConnection) -> None: ...
 @staticmethod
 def _validate_dependency_is_unique(dependencies: dict[str, Provide], key: str, provider: Provide) -> None: ...
 def on_registration(self, app: Litestar) -> None: ...
 def _validate_handler_function(self) -> None: ...
 def __str__(self) -> str: ...
 def create_kwargs_model(self, path_parameters: dict[str, PathParameterDefinition]) -> KwargsModel: ...
 _fn: _loopmend_1.Callable[..., _loopmend_1.Awaitable[_loopmend_1.Any]]
 _parsed_data_field: FieldDefinition | None | EmptyType
 _parsed_fn_signature: ParsedSignature | EmptyType
 _parsed_return_field: FieldDefinition | EmptyType
 _resolved_data_dto: type[AbstractDTO] | None | EmptyType
 _resolved_dependencies: dict[str, Provide] | EmptyType
 _resolved_guards: list[Guard] | EmptyType
 _resolved_layered_parameters: dict[str, FieldDefinition] | EmptyType
 _resolved_return_dto: type[AbstractDTO] | None | EmptyType
 _resolved_signature_namespace: dict[str, Any] | EmptyType
 _resolved_type_decoders: TypeDecodersSequence | EmptyType
 _resolved_type_encoders: TypeEncodersMap | EmptyType
 _signature_model: type[SignatureModel] | EmptyType
 dependencies: None | _loopmend_1.Mapping[str, _loopmend_1.Callable[..., _loopmend_1.Any] | _loopmend_9.Provide]
 dto: _loopmend_1.Any
 exception_handlers: None | _loopmend_1.MutableMapping[int | type[Exception], _loopmend_1.Callable[..., _loopmend_11.Response]]
 guards: None | _loopmend_1.Sequence[_loopmend_1.Callable[..., _loopmend_1.Any]]
 middleware: None | _loopmend_1.Sequence[_loopmend_1.Callable[..., _loopmend_1.Any] | _loopmend_1.Iterator | _loopmend_10.DefineMiddleware | type[_loopmend_10.MiddlewareProtocol]]
 name: None | str
 opt: dict
 owner: Controller | Router | None
 paths: set[str]
 return_dto: _loopmend_1.Any
 signature_namespace: dict
 type_decoders: None | _loopmend_1.Sequence[tuple[_loopmend_1.Callable[..., _loopmend_1.Any], _loopmend_1.Callable[..., _loopmend_1.Any]]]
 type_encoders: None | _loopmend_1.Mapping

=== litestar.handlers.http_handlers package
from __future__ import annotations
from .base import HTTPRouteHandler, route
from .decorators import delete, get, head, patch, post, put
__all__ = ( "HTTPRouteHandler", "delete", "get", "head", "patch", "post", "put", "route", )

=== litestar.handlers.http_handlers._utils
import litestar.enums as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
from functools import lru_cache
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, Sequence, cast
from litestar.enums import HttpMethod
from litestar.exceptions import ValidationException
from litestar.response import Response
from litestar.status_codes import HTTP_200_OK, HTTP_201_CREATED, HTTP_204_NO_CONTENT
from litestar.types.builtin_types import NoneType
if TYPE_CHECKING:
 from litestar.app import Litestar
 from litestar.background_tasks import BackgroundTask, BackgroundTasks
 from litestar.connection import Request
 from litestar.datastructures import Cookie, ResponseHeader
 from litestar.types import AfterRequestHookHandler, ASGIApp, AsyncAnyCallable, Method, TypeEncodersMap
 from litestar.typing import FieldDefinition
__all__ = ( "create_data_handler", "create_generic_asgi_response_handler", "create_response_handler", "get_default_status_code", "is_empty_response_annotation", "normalize_headers", "normalize_http_method", )
def create_data_handler(after_request: AfterRequestHookHandler | None, background: BackgroundTask | BackgroundTasks | None, cookies: frozenset[Cookie], headers: frozenset[ResponseHeader], media_type: str, response_class: type[Response], status_code: int, type_encoders: TypeEncodersMap | None) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Callable[..., _loopmend_0.Awaitable[_loopmend_0.Any]]]]: ...
def create_generic_asgi_response_handler(after_request: AfterRequestHookHandler | None) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Callable[..., _loopmend_0.Awaitable[_loopmend_0.Any]]]]: ...
@lru_cache(1024)
def normalize_headers(headers: frozenset[ResponseHeader]) -> dict[str, str]: ...
def create_response_handler(after_request: AfterRequestHookHandler | None, background: BackgroundTask | BackgroundTasks | None, cookies: frozenset[Cookie], headers: frozenset[ResponseHeader], media_type: str, status_code: int, type_encoders: TypeEncodersMap | None) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Callable[..., _loopmend_0.Awaitable[_loopmend_0.Any]]]]: ...
def normalize_http_method(http_methods: HttpMethod | Method | Sequence[HttpMethod | Method]) -> set[Method]: ...
def get_default_status_code(http_methods: set[Method]) -> int: ...
def is_empty_response_annotation(return_annotation: FieldDefinition) -> bool: ...
HTTP_METHOD_NAMES: set

=== litestar.handlers.http_handlers.base
import litestar.background_tasks as _loopmend_6
import litestar.config.response_cache as _loopmend_7
import litestar.connection.request as _loopmend_1
import litestar.datastructures.cookie as _loopmend_4
import litestar.datastructures.headers as _loopmend_8
import litestar.datastructures.response_header as _loopmend_3
import litestar.enums as _loopmend_9
import litestar.exceptions.http_exceptions as _loopmend_11
import litestar.handlers.http_handlers.base as _loopmend_0
import litestar.openapi.datastructures as _loopmend_12
import litestar.openapi.spec.operation as _loopmend_10
import litestar.response.base as _loopmend_2
import typing as _loopmend_5
from __future__ import annotations
from enum import Enum
from typing import TYPE_CHECKING, AnyStr, Mapping, Sequence, TypedDict, cast
from litestar._layers.utils import narrow_response_cookies, narrow_response_headers
from litestar.connection import Request
from litestar.datastructures.cookie import Cookie
from litestar.datastructures.response_header import ResponseHeader
from litestar.enums import HttpMethod, MediaType
from litestar.exceptions import ( HTTPException, ImproperlyConfiguredException, )
from litestar.handlers.base import BaseRouteHandler
from litestar.handlers.http_handlers._utils import ( create_data_handler, create_generic_asgi_response_handler, create_response_handler, get_default_status_code, is_empty_response_annotation, normalize_http_method, )
from litestar.openapi.spec import Operation
from litestar.params import RawBody
from litestar.response import Response
from litestar.status_codes import HTTP_204_NO_CONTENT, HTTP_304_NOT_MODIFIED
from litestar.types import ( AfterRequestHookHandler, AfterResponseHookHandler, AnyCallable, ASGIApp, BeforeRequestHookHandler, CacheKeyBuilder, Dependencies, Empty, EmptyType, ExceptionHandlersMap, Guard, Method, Middleware, ResponseCookies, ResponseHeaders, TypeEncodersMap, )
from litestar.utils import ensure_async_callable
from litestar.utils.predicates import is_async_callable
from litestar.utils.warnings import warn_implicit_sync_to_thread, warn_sync_to_thread_with_async_callable
if TYPE_CHECKING:
 from typing import Any, Awaitable, Callable
 from litestar.app import Litestar
 from litestar.background_tasks import BackgroundTask, BackgroundTasks
 from litestar.config.response_cache import CACHE_FOREVER
 from litestar.datastructures import CacheControlHeader, ETag
 from litestar.dto import AbstractDTO
 from litestar.openapi.datastructures import ResponseSpec
 from litestar.openapi.spec import SecurityRequirement
 from litestar.types.callable_types import AsyncAnyCallable, OperationIDCreator
 from litestar.types.composite_types import TypeDecodersSequence
__all__ = ("HTTPRouteHandler", "route")
class ResponseHandlerMap(TypedDict):
 default_handler: Callable[[Any], Awaitable[ASGIApp]] | EmptyType
 response_type_handler: Callable[[Any], Awaitable[ASGIApp]] | EmptyType
class HTTPRouteHandler(BaseRouteHandler):
 __slots__: tuple
 has_sync_callable: bool
 def __init__(self, path: str | Sequence[str] | None = None, *, after_request: AfterRequestHookHandler | None = None, after_response: AfterResponseHookHandler | None = None, background: BackgroundTask | BackgroundTasks | None = None, before_request: BeforeRequestHookHandler | None = None, cache: bool | int | type[CACHE_FOREVER] = ..., cache_control: CacheControlHeader | None = None, cache_key_builder: CacheKeyBuilder | None = None, dependencies: Dependencies | None = None, dto: type[AbstractDTO] | None | EmptyType = ..., etag: ETag | None = None, exception_handlers: ExceptionHandlersMap | None = None, guards: Sequence[Guard] | None = None, http_method: HttpMethod | Method | Sequence[HttpMethod | Method], media_type: MediaType | str | None = None, middleware: Sequence[Middleware] | None = None, name: str | None = None, opt: Mapping[str, Any] | None = None, request_class: type[Request] | None = None, request_max_body_size: int | None | EmptyType = ..., response_class: type[Response] | None = None, response_cookies: ResponseCookies | None = None, response_headers: ResponseHeaders | None = None, return_dto: type[AbstractDTO] | None | EmptyType = ..., status_code: int | None = None, sync_to_thread: bool | None = None, content_encoding: str | None = None, content_media_type: str | None = None, deprecated: bool = ..., description: str | None = None, include_in_schema: bool | EmptyType = ..., operation_class: type[Operation] = ..., operation_id: str | OperationIDCreator | None = None, raises: Sequence[type[HTTPException]] | None = None, response_description: str | None = None, responses: Mapping[int, ResponseSpec] | None = None, signature_namespace: Mapping[str, Any] | None = None, security: Sequence[SecurityRequirement] | None = None, summary: str | None = None, tags: Sequence[str] | None = None, type_decoders: TypeDecodersSequence | None = None, type_encoders: TypeEncodersMap | None = None, **kwargs: Any) -> None: ...
 def __call__(self, fn: AnyCallable) -> HTTPRouteHandler: ...
 def resolve_request_class(self) -> type[Request]: ...
 def resolve_response_class(self) -> type[Response]: ...
 def resolve_response_headers(self) -> frozenset[ResponseHeader]: ...
 def resolve_response_cookies(self) -> frozenset[Cookie]: ...
 def resolve_before_request(self) -> AsyncAnyCallable | None: ...
 def resolve_after_response(self) -> AsyncAnyCallable | None: ...
 def resolve_include_in_schema(self) -> bool: ...
 def resolve_security(self) -> list[SecurityRequirement]: ...
 def resolve_tags(self) -> list[str]: ...
 def resolve_request_max_body_size(self) -> int | None: ...
 def get_response_handler(self, is_response_type_data: bool = ...) -> Callable[[Any], Awaitable[ASGIApp]]: ...
 async def to_response(self, app: Litestar, data: Any, request: Request) -> ASGIApp: ...
 def on_registration(self, app: Litestar) -> None: ...
 def _validate_handler_function(self) -> None: ...
 _resolved_after_response: AsyncAnyCallable | None | EmptyType
 _resolved_before_request: AsyncAnyCallable | None | EmptyType
 _resolved_include_in_schema: bool | EmptyType
 _resolved_request_class: type[Request] | EmptyType
 _resolved_request_max_body_size: int | EmptyType | None
 _resolved_response_class: type[Response] | EmptyType
 _resolved_security: list[SecurityRequirement] | EmptyType
 _resolved_tags: list[str] | EmptyType
 _response_handler_mapping: ResponseHandlerMap
 after_request: None | _loopmend_5.Callable[..., _loopmend_5.Awaitable[_loopmend_5.Any]]
 after_response: None | _loopmend_5.Callable[..., _loopmend_5.Awaitable[_loopmend_5.Any]]
 background: None | _loopmend_6.BackgroundTask | _loopmend_6.BackgroundTasks
 before_request: None | _loopmend_5.Callable[..., _loopmend_5.Awaitable[_loopmend_5.Any]]
 cache: bool | int | type[_loopmend_7.CACHE_FOREVER]
 cache_control: None | _loopmend_8.CacheControlHeader
 cache_key_builder: None | _loopmend_5.Callable[..., str]
 content_encoding: None | str
 content_media_type: None | str
 deprecated: bool
 description: None | str
 etag: None | _loopmend_8.ETag
 http_methods: set[_loopmend_9.HttpMethod | str]
 include_in_schema: _loopmend_5.Any
 media_type: MediaType | str
 operation_class: type[_loopmend_10.Operation]
 operation_id: None | _loopmend_5.Callable[..., str] | str
 raises: None | _loopmend_5.Sequence[type[_loopmend_11.HTTPException]]
 request_class: None | type[_loopmend_1.Request]
 request_max_body_size: _loopmend_5.Any
 response_class: None | type[_loopmend_2.Response]
 response_cookies: Sequence[Cookie] | None
 response_description: None | str
 response_headers: Sequence[ResponseHeader] | None
 responses: None | _loopmend_5.Mapping[int, _loopmend_12.ResponseSpec]
 security: None | _loopmend_5.Sequence[dict[str, list]]
 status_code: int
 summary: None | str
 sync_to_thread: None | bool
 tags: None | _loopmend_5.Sequence[str]
 _fn: _loopmend_5.Callable[..., _loopmend_5.Awaitable[_loopmend_5.Awaitable[_loopmend_5.Any]]]
route = HTTPRouteHandler

=== litestar.handlers.websocket_handlers package
from __future__ import annotations
from litestar.handlers.websocket_handlers.listener import ( WebsocketListener, WebsocketListenerRouteHandler, websocket_listener, )
from litestar.handlers.websocket_handlers.route_handler import WebsocketRouteHandler, websocket
from litestar.handlers.websocket_handlers.stream import send_websocket_stream, websocket_stream
__all__ = ( "WebsocketListener", "WebsocketListenerRouteHandler", "WebsocketRouteHandler", "send_websocket_stream", "websocket", "websocket_listener", "websocket_stream", )

=== litestar.handlers.websocket_handlers._utils
import inspect as _loopmend_2
import litestar.di as _loopmend_3
import litestar.handlers.websocket_handlers.listener as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
from functools import wraps
from inspect import Parameter, Signature
from typing import TYPE_CHECKING, Any, Callable, Coroutine, Dict
from msgspec.json import Encoder as JsonEncoder
from litestar.di import NamedDependency, Provide
from litestar.serialization import decode_json
from litestar.types.builtin_types import NoneType
from litestar.utils import ensure_async_callable
from litestar.utils.helpers import unwrap_partial
if TYPE_CHECKING:
 from litestar import WebSocket
 from litestar.handlers.websocket_handlers.listener import WebsocketListenerRouteHandler
 from litestar.types import AnyCallable
 from litestar.utils.signature import ParsedSignature
def create_handle_receive(listener: WebsocketListenerRouteHandler) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]] | _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, bytes]] | _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, str]]: ...
def create_handle_send(listener: WebsocketListenerRouteHandler) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, None]]: ...
class ListenerHandler:
 __slots__: tuple[str, str, str, str]
 def __init__(self, listener: WebsocketListenerRouteHandler, fn: AnyCallable, parsed_signature: ParsedSignature, namespace: dict[str, Any]) -> None: ...
 async def __call__(self, *args: Any, socket: WebSocket, connection_lifespan_dependencies: NamedDependency[Dict[str, Any]], **kwargs: Any) -> None: ...
 _can_send_data: bool
 _fn: _loopmend_0.Callable[..., _loopmend_0.Awaitable[_loopmend_0.Any]]
 _listener: _loopmend_1.WebsocketListenerRouteHandler
 _pass_socket: bool
def create_handler_signature(callback_signature: Signature) -> Signature: ...
def create_stub_dependency(src: AnyCallable | None) -> Provide: ...

=== litestar.handlers.websocket_handlers.listener
import contextlib as _loopmend_3
import litestar._signature.model as _loopmend_1
import litestar.connection.websocket as _loopmend_4
import litestar.handlers.websocket_handlers.listener as _loopmend_0
import litestar.router as _loopmend_7
import litestar.typing as _loopmend_5
import litestar.utils.signature as _loopmend_6
import typing as _loopmend_2
from __future__ import annotations
from abc import ABC, abstractmethod
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import ( TYPE_CHECKING, Any, AsyncGenerator, Callable, Dict, Mapping, Optional, cast, overload, )
from litestar._signature import SignatureModel
from litestar.connection import WebSocket
from litestar.di import NamedDependency
from litestar.exceptions import ImproperlyConfiguredException, WebSocketDisconnect
from litestar.types import ( AnyCallable, Dependencies, Empty, EmptyType, ExceptionHandler, Guard, Middleware, TypeEncodersMap, )
from litestar.utils import ensure_async_callable
from litestar.utils.signature import ParsedSignature, get_fn_type_hints
from ._utils import ( ListenerHandler, create_handle_receive, create_handle_send, create_handler_signature, create_stub_dependency, )
from .route_handler import WebsocketRouteHandler
if TYPE_CHECKING:
 from typing import Coroutine
 from typing_extensions import Self
 from litestar import Router
 from litestar.di import NamedDependency
 from litestar.dto import AbstractDTO
 from litestar.types.asgi_types import WebSocketMode
 from litestar.types.composite_types import TypeDecodersSequence
__all__ = ("WebsocketListener", "WebsocketListenerRouteHandler", "websocket_listener")
class WebsocketListenerRouteHandler(WebsocketRouteHandler):
 __slots__: dict[str, None | str]
 @overload
 def __init__(self, path: str | list[str] | None = None, *, connection_lifespan: Callable[..., AbstractAsyncContextManager[Any]] | None = None, dependencies: Dependencies | None = None, dto: type[AbstractDTO] | None | EmptyType = ..., exception_handlers: dict[int | type[Exception], ExceptionHandler] | None = None, guards: list[Guard] | None = None, middleware: list[Middleware] | None = None, receive_mode: WebSocketMode = ..., send_mode: WebSocketMode = ..., name: str | None = None, opt: dict[str, Any] | None = None, return_dto: type[AbstractDTO] | None | EmptyType = ..., signature_namespace: Mapping[str, Any] | None = None, type_decoders: TypeDecodersSequence | None = None, type_encoders: TypeEncodersMap | None = None, websocket_class: type[WebSocket] | None = None, **kwargs: Any) -> None: ...
 @overload
 def __init__(self, path: str | list[str] | None = None, *, connection_accept_handler: Callable[[WebSocket], Coroutine[Any, Any, None]] = ..., dependencies: Dependencies | None = None, dto: type[AbstractDTO] | None | EmptyType = ..., exception_handlers: dict[int | type[Exception], ExceptionHandler] | None = None, guards: list[Guard] | None = None, middleware: list[Middleware] | None = None, receive_mode: WebSocketMode = ..., send_mode: WebSocketMode = ..., name: str | None = None, on_accept: AnyCallable | None = None, on_disconnect: AnyCallable | None = None, opt: dict[str, Any] | None = None, return_dto: type[AbstractDTO] | None | EmptyType = ..., signature_namespace: Mapping[str, Any] | None = None, type_decoders: TypeDecodersSequence | None = None, type_encoders: TypeEncodersMap | None = None, websocket_class: type[WebSocket] | None = None, **kwargs: Any) -> None: ...
 def __init__(self, path: str | list[str] | None = None, *, connection_accept_handler: Callable[[WebSocket], Coroutine[Any, Any, None]] = ..., connection_lifespan: Callable[..., AbstractAsyncContextManager[Any]] | None = None, dependencies: Dependencies | None = None, dto: type[AbstractDTO] | None | EmptyType = ..., exception_handlers: dict[int | type[Exception], ExceptionHandler] | None = None, guards: list[Guard] | None = None, middleware: list[Middleware] | None = None, receive_mode: WebSocketMode = ..., send_mode: WebSocketMode = ..., name: str | None = None, on_accept: AnyCallable | None = None, on_disconnect: AnyCallable | None = None, opt: dict[str, Any] | None = None, return_dto: type[AbstractDTO] | None | EmptyType = ..., signature_namespace: Mapping[str, Any] | None = None, type_decoders: TypeDecodersSequence | None = None, type_encoders: TypeEncodersMap | None = None, websocket_class: type[WebSocket] | None = None, **kwargs: Any) -> None: ...
 def __call__(self, fn: AnyCallable) -> Self: ...
 def _validate_handler_function(self) -> None: ...
 @property
 def signature_model(self) -> type[SignatureModel]: ...
 @asynccontextmanager
 def default_connection_lifespan(self, socket: WebSocket, on_accept_dependencies: NamedDependency[Optional[Dict[str, Any]]] = None, on_disconnect_dependencies: NamedDependency[Optional[Dict[str, Any]]] = None) -> AsyncGenerator[None, None]: ...
 def resolve_receive_handler(self) -> _loopmend_2.Callable[..., _loopmend_2.Coroutine[_loopmend_2.Any, _loopmend_2.Any, _loopmend_2.Any]] | _loopmend_2.Callable[..., _loopmend_2.Coroutine[_loopmend_2.Any, _loopmend_2.Any, bytes]] | _loopmend_2.Callable[..., _loopmend_2.Coroutine[_loopmend_2.Any, _loopmend_2.Any, str]]: ...
 def resolve_send_handler(self) -> _loopmend_2.Callable[..., _loopmend_2.Coroutine[_loopmend_2.Any, _loopmend_2.Any, None]]: ...
 connection_accept_handler: _loopmend_2.Callable[..., _loopmend_2.Awaitable[None]]
 on_accept: None | _loopmend_2.Callable[..., _loopmend_2.Awaitable[_loopmend_2.Any]]
 on_disconnect: None | _loopmend_2.Callable[..., _loopmend_2.Awaitable[_loopmend_2.Any]]
 _connection_lifespan: None | _loopmend_2.Callable[..., _loopmend_3.AbstractAsyncContextManager]
 _receive_handler: Callable[[WebSocket], Any] | EmptyType
 _receive_mode: WebSocketMode
 _send_handler: Callable[[WebSocket, Any], Coroutine[None, None, None]] | EmptyType
 _send_mode: WebSocketMode
 type_decoders: None | _loopmend_2.Sequence[tuple[_loopmend_2.Callable[..., _loopmend_2.Any], _loopmend_2.Callable[..., _loopmend_2.Any]]]
 type_encoders: None | _loopmend_2.Mapping
 websocket_class: None | type[_loopmend_4.WebSocket]
 _parsed_return_field: _loopmend_5.FieldDefinition
 _parsed_data_field: None | _loopmend_5.FieldDefinition
 _parsed_fn_signature: _loopmend_6.ParsedSignature
 _signature_model: type[_loopmend_1.SignatureModel]
websocket_listener = WebsocketListenerRouteHandler
class WebsocketListener(ABC):
 path: str | list[str] | None = None
 dependencies: Dependencies | None = None
 dto: type[AbstractDTO] | None | EmptyType = Empty
 exception_handlers: dict[int | type[Exception], ExceptionHandler] | None = None
 guards: list[Guard] | None = None
 middleware: list[Middleware] | None = None
 receive_mode: WebSocketMode = "text"
 send_mode: WebSocketMode = "text"
 name: str | None = None
 opt: dict[str, Any] | None = None
 return_dto: type[AbstractDTO] | None | EmptyType = Empty
 signature_namespace: Mapping[str, Any] | None = None
 type_decoders: TypeDecodersSequence | None = None
 type_encoders: TypeEncodersMap | None = None
 websocket_class: type[WebSocket] | None = None
 def __init__(self, owner: Router) -> None: ...
 def to_handler(self) -> WebsocketListenerRouteHandler: ...
 def on_accept(self, *args: Any, **kwargs: Any) -> Any: ...
 def on_disconnect(self, *args: Any, **kwargs: Any) -> Any: ...
 @abstractmethod
 def on_receive(self, *args: Any, **kwargs: Any) -> Any: ...
 _owner: _loopmend_7.Router

=== litestar.handlers.websocket_handlers.route_handler
import litestar.connection.websocket as _loopmend_0
from __future__ import annotations
from typing import TYPE_CHECKING, Any, Mapping
from litestar.connection import WebSocket
from litestar.exceptions import ImproperlyConfiguredException
from litestar.handlers import BaseRouteHandler
from litestar.types.builtin_types import NoneType
from litestar.utils.predicates import is_async_callable
if TYPE_CHECKING:
 from litestar.types import Dependencies, ExceptionHandler, Guard, Middleware
class WebsocketRouteHandler(BaseRouteHandler):
 __slots__: tuple[str]
 def __init__(self, path: str | list[str] | None = None, *, dependencies: Dependencies | None = None, exception_handlers: dict[int | type[Exception], ExceptionHandler] | None = None, guards: list[Guard] | None = None, middleware: list[Middleware] | None = None, name: str | None = None, opt: dict[str, Any] | None = None, signature_namespace: Mapping[str, Any] | None = None, websocket_class: type[WebSocket] | None = None, **kwargs: Any) -> None: ...
 def resolve_websocket_class(self) -> type[WebSocket]: ...
 def _validate_handler_function(self) -> None: ...
 websocket_class: None | type[_loopmend_0.WebSocket]
websocket = WebsocketRouteHandler

=== litestar.handlers.websocket_handlers.stream
import litestar.handlers.websocket_handlers.route_handler as _loopmend_0
import litestar.handlers.websocket_handlers.stream as _loopmend_2
import litestar.typing as _loopmend_4
import litestar.utils.signature as _loopmend_3
import typing as _loopmend_1
from __future__ import annotations
import dataclasses
import functools
import warnings
from typing import TYPE_CHECKING, Any, AsyncGenerator, Awaitable, Callable, Mapping, cast
import anyio
from msgspec.json import Encoder as JsonEncoder
from typing_extensions import Self
from litestar.exceptions import ImproperlyConfiguredException, LitestarWarning, WebSocketDisconnect
from litestar.handlers.websocket_handlers.route_handler import WebsocketRouteHandler
from litestar.types import Empty
from litestar.types.builtin_types import NoneType
from litestar.typing import FieldDefinition
from litestar.utils.signature import ParsedSignature
if TYPE_CHECKING:
 from litestar import Litestar, WebSocket
 from litestar.dto import AbstractDTO
 from litestar.types import Dependencies, EmptyType, ExceptionHandler, Guard, Middleware, TypeEncodersMap
 from litestar.types.asgi_types import WebSocketMode
async def send_websocket_stream(socket: WebSocket, stream: AsyncGenerator[Any, Any], *, close: bool = ..., mode: WebSocketMode = ..., send_handler: Callable[[WebSocket, Any], Awaitable[Any]] | None = None, listen_for_disconnect: bool = ..., warn_on_data_discard: bool = ...) -> None: ...
def websocket_stream(path: str | list[str] | None = None, *, dependencies: Dependencies | None = None, exception_handlers: dict[int | type[Exception], ExceptionHandler] | None = None, guards: list[Guard] | None = None, middleware: list[Middleware] | None = None, name: str | None = None, opt: dict[str, Any] | None = None, signature_namespace: Mapping[str, Any] | None = None, websocket_class: type[WebSocket] | None = None, mode: WebSocketMode = ..., return_dto: type[AbstractDTO] | None | EmptyType = ..., type_encoders: TypeEncodersMap | None = None, listen_for_disconnect: bool = ..., warn_on_data_discard: bool = ..., **kwargs: Any) -> _loopmend_1.Callable[..., _loopmend_0.WebsocketRouteHandler]: ...
class WebSocketStreamHandler(WebsocketRouteHandler):
 __slots__: tuple[str]
 _ws_stream_options: _WebSocketStreamOptions
 def __call__(self, fn: _WebSocketStreamOptions) -> Self: ...
 def on_registration(self, app: Litestar) -> None: ...
 _fn: _loopmend_1.Callable[..., _loopmend_1.AsyncGenerator] | _loopmend_1.Callable[..., _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, None]]
 _parsed_fn_signature: _loopmend_3.ParsedSignature
 _parsed_return_field: _loopmend_4.FieldDefinition
class _WebSocketStreamOptions:
 def __init__(self, generator_fn: Callable[..., AsyncGenerator[Any, Any]], listen_for_disconnect: bool, warn_on_data_discard: bool, send_mode: WebSocketMode) -> None: ...
 listen_for_disconnect: bool
 warn_on_data_discard: bool
 generator_fn: _loopmend_1.Callable[..., _loopmend_1.AsyncGenerator]
 send_mode: str

=== litestar.middleware package
from litestar.middleware.authentication import ( AbstractAuthenticationMiddleware, AuthenticationResult, )
from litestar.middleware.base import ( AbstractMiddleware, ASGIMiddleware, DefineMiddleware, MiddlewareProtocol, )
__all__ = ( "ASGIMiddleware", "AbstractAuthenticationMiddleware", "AbstractMiddleware", "AuthenticationResult", "DefineMiddleware", "MiddlewareProtocol", )

=== litestar.middleware._internal package

=== litestar.middleware._internal.cors
import litestar.config.cors as _loopmend_2
import litestar.response.base as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
from typing import TYPE_CHECKING
from litestar.constants import DEFAULT_ALLOWED_CORS_HEADERS
from litestar.datastructures import Headers, MutableScopeHeaders
from litestar.enums import HttpMethod, MediaType, ScopeType
from litestar.middleware.base import AbstractMiddleware
from litestar.response import Response
from litestar.status_codes import HTTP_204_NO_CONTENT, HTTP_400_BAD_REQUEST
if TYPE_CHECKING:
 from litestar.config.cors import CORSConfig
 from litestar.types import ASGIApp, Message, Receive, Scope, Send
__all__ = ("CORSMiddleware",)
class CORSMiddleware(AbstractMiddleware):
 def __init__(self, app: ASGIApp, config: CORSConfig) -> None: ...
 async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 def send_wrapper(self, send: Send, origin: str, has_cookie: bool) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, None]]: ...
 def _create_preflight_response(self, origin: str, request_headers: Headers) -> Response[str | None]: ...
 config: _loopmend_2.CORSConfig

=== litestar.middleware._internal.exceptions package
from litestar.middleware._internal.exceptions.middleware import ExceptionHandlerMiddleware
__all__ = ("ExceptionHandlerMiddleware",)

=== litestar.middleware._internal.exceptions.middleware
import litestar.response.base as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
from inspect import getmro
from sys import exc_info
from traceback import format_exception
from typing import TYPE_CHECKING, Any, Type, Union, cast
from litestar.enums import ScopeType
from litestar.exceptions import HTTPException, LitestarException, WebSocketException
from litestar.exceptions.responses import create_exception_response
from litestar.exceptions.responses._debug_response import ( create_debug_response, )
from litestar.status_codes import HTTP_500_INTERNAL_SERVER_ERROR
from litestar.utils.deprecation import warn_deprecation
from litestar.utils.empty import value_or_raise
from litestar.utils.scope.state import ScopeState
if TYPE_CHECKING:
 from starlette.exceptions import HTTPException as StarletteHTTPException
 from litestar import Response
 from litestar.app import Litestar
 from litestar.connection import Request
 from litestar.handlers import BaseRouteHandler
 from litestar.logging import BaseLoggingConfig
 from litestar.types import ( ASGIApp, ExceptionHandler, ExceptionHandlersMap, Logger, Message, Receive, Scope, Send, )
 from litestar.types.asgi_types import WebSocketCloseEvent
__all__ = ("ExceptionHandlerMiddleware",)
def get_exception_handler(exception_handlers: ExceptionHandlersMap, exc: Exception) -> ExceptionHandler | None: ...
def _starlette_exception_handler(request: Request[Any, Any, Any], exc: StarletteHTTPException) -> Response: ...
class ExceptionHandlerMiddleware:
 def __init__(self, app: ASGIApp, debug: bool | None, exception_handlers: ExceptionHandlersMap | None = None) -> None: ...
 @staticmethod
 def _get_debug_scope(scope: Scope) -> bool: ...
 async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 async def handle_request_exception(self, litestar_app: Litestar, scope: Scope, receive: Receive, send: Send, exc: Exception) -> None: ...
 @staticmethod
 async def handle_websocket_exception(send: Send, exc: Exception) -> None: ...
 def default_http_exception_handler(self, request: Request, exc: Exception) -> Response[Any]: ...
 def handle_exception_logging(self, logger: Logger, logging_config: BaseLoggingConfig, scope: Scope) -> None: ...
 exception_handlers: None | _loopmend_1.MutableMapping[int | type[Exception], _loopmend_1.Callable[..., _loopmend_0.Response]]
 app: _loopmend_1.Callable[..., _loopmend_1.Awaitable[None]]
 debug: None | bool
 _get_debug: _loopmend_1.Callable[..., None | bool] | _loopmend_1.Callable[..., bool]

=== litestar.middleware.allowed_hosts
from __future__ import annotations
import re
from typing import TYPE_CHECKING, Pattern
from litestar.datastructures import URL, MutableScopeHeaders
from litestar.middleware.base import AbstractMiddleware
from litestar.response.base import ASGIResponse
from litestar.response.redirect import ASGIRedirectResponse
from litestar.status_codes import HTTP_400_BAD_REQUEST
__all__ = ("AllowedHostsMiddleware",)
if TYPE_CHECKING:
 from litestar.config.allowed_hosts import AllowedHostsConfig
 from litestar.types import ASGIApp, Receive, Scope, Send
class AllowedHostsMiddleware(AbstractMiddleware):
 def __init__(self, app: ASGIApp, config: AllowedHostsConfig) -> None: ...
 async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 allowed_hosts_regex: Pattern | None
 redirect_domains: Pattern | None

=== litestar.middleware.authentication
import litestar.enums as _loopmend_3
import litestar.middleware.authentication as _loopmend_0
import re as _loopmend_2
import typing as _loopmend_1
from __future__ import annotations
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Sequence
from litestar.connection import ASGIConnection
from litestar.enums import HttpMethod, ScopeType
from litestar.middleware._utils import ( build_exclude_path_pattern, should_bypass_middleware, )
__all__ = ("AbstractAuthenticationMiddleware", "AuthenticationResult")
if TYPE_CHECKING:
 from litestar.types import ASGIApp, Method, Receive, Scope, Scopes, Send
@dataclass
class AuthenticationResult:
 __slots__: tuple[str, str]
 user: Any
 auth: Any
class AbstractAuthenticationMiddleware(ABC):
 __slots__: tuple[str, str, str, str, str]
 def __init__(self, app: ASGIApp, exclude: str | list[str] | None = None, exclude_from_auth_key: str = ..., exclude_http_methods: Sequence[Method] | None = None, scopes: Scopes | None = None) -> None: ...
 async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 @abstractmethod
 async def authenticate_request(self, connection: ASGIConnection) -> AuthenticationResult: ...
 app: _loopmend_1.Callable[..., _loopmend_1.Awaitable[None]]
 exclude: None | _loopmend_2.Pattern
 exclude_http_methods: _loopmend_1.Sequence[_loopmend_3.HttpMethod | str] | tuple[_loopmend_3.HttpMethod]
 exclude_opt_key: str
 scopes: set | set[_loopmend_3.ScopeType]

=== litestar.middleware.base
import re as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
import abc
import warnings
from abc import abstractmethod
from typing import TYPE_CHECKING, Any, Callable, Protocol, runtime_checkable
from litestar.enums import ScopeType
from litestar.middleware._utils import ( build_exclude_path_pattern, should_bypass_for_path_pattern, should_bypass_middleware, )
from litestar.utils.deprecation import warn_deprecation
__all__ = ( "ASGIMiddleware", "AbstractMiddleware", "DefineMiddleware", "MiddlewareProtocol", )
if TYPE_CHECKING:
 from litestar.types import Scopes
 from litestar.types.asgi_types import ASGIApp, Receive, Scope, Send
@runtime_checkable
class MiddlewareProtocol(Protocol):
 __slots__: tuple[str]
 app: ASGIApp
 async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
class DefineMiddleware:
 __slots__: tuple[str, str, str]
 def __init__(self, middleware: Callable[..., ASGIApp], *args: Any, **kwargs: Any) -> None: ...
 def __call__(self, app: ASGIApp) -> ASGIApp: ...
 args: tuple
 kwargs: dict
 middleware: _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Awaitable[None]]]
class AbstractMiddleware:
 scopes: Scopes = ...
 exclude: str | list[str] | None = None
 exclude_opt_key: str | None = None
 def __init__(self, app: ASGIApp, exclude: str | list[str] | None = None, exclude_opt_key: str | None = None, scopes: Scopes | None = None) -> None: ...
 @classmethod
 def __init_subclass__(cls, **kwargs: Any) -> None: ...
 @abstractmethod
 async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 app: _loopmend_0.Callable[..., _loopmend_0.Awaitable[None]]
 exclude_pattern: None | _loopmend_1.Pattern
class ASGIMiddleware(abc.ABC):
 scopes: tuple[ScopeType, ...] = ...
 exclude_path_pattern: str | tuple[str, ...] | None = None
 exclude_opt_key: str | None = None
 should_bypass_for_scope: Callable[[Scope], bool] | None = None
 def __call__(self, app: ASGIApp) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, None]]: ...
 @abc.abstractmethod
 async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None: ...

=== litestar.middleware.compression package
from litestar.middleware.compression.facade import CompressionFacade
from litestar.middleware.compression.middleware import CompressionMiddleware
__all__ = ("CompressionFacade", "CompressionMiddleware")

=== litestar.middleware.compression.middleware
import litestar.config.compression as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
from io import BytesIO
from typing import TYPE_CHECKING, Any, Literal
from litestar.datastructures import Headers, MutableScopeHeaders
from litestar.enums import CompressionEncoding, ScopeType
from litestar.middleware.base import AbstractMiddleware
from litestar.middleware.compression.gzip_facade import GzipCompression
from litestar.utils.empty import value_or_default
from litestar.utils.scope.state import ScopeState
if TYPE_CHECKING:
 from litestar.config.compression import CompressionConfig
 from litestar.middleware.compression.facade import CompressionFacade
 from litestar.types import ( ASGIApp, HTTPResponseStartEvent, Message, Receive, Scope, Send, )
 try:
  from brotli import Compressor
 except ImportError:
  Compressor = Any
class CompressionMiddleware(AbstractMiddleware):
 def __init__(self, app: ASGIApp, config: CompressionConfig) -> None: ...
 async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 def create_compression_send_wrapper(self, send: Send, compression_encoding: Literal[CompressionEncoding.BROTLI, CompressionEncoding.GZIP] | str, scope: Scope) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, None]]: ...
 config: _loopmend_1.CompressionConfig

=== litestar.middleware.csrf
import litestar.config.csrf as _loopmend_1
import re as _loopmend_2
import typing as _loopmend_0
from __future__ import annotations
import hashlib
import hmac
import secrets
from secrets import compare_digest
from typing import TYPE_CHECKING, Any
from litestar.datastructures import MutableScopeHeaders
from litestar.datastructures.cookie import Cookie
from litestar.enums import RequestEncodingType, ScopeType
from litestar.exceptions import PermissionDeniedException
from litestar.middleware._utils import ( build_exclude_path_pattern, should_bypass_middleware, )
from litestar.middleware.base import MiddlewareProtocol
from litestar.utils.scope.state import ScopeState
if TYPE_CHECKING:
 from litestar.config.csrf import CSRFConfig
 from litestar.connection import Request
 from litestar.types import ( ASGIApp, HTTPSendMessage, Message, Receive, Scope, Scopes, Send, )
__all__ = ("CSRFMiddleware",)
CSRF_SECRET_BYTES = 32
CSRF_SECRET_LENGTH: int
def generate_csrf_hash(token: str, secret: str) -> str: ...
def generate_csrf_token(secret: str) -> str: ...
class CSRFMiddleware(MiddlewareProtocol):
 scopes: Scopes = ...
 def __init__(self, app: ASGIApp, config: CSRFConfig) -> None: ...
 async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 def create_send_wrapper(self, send: Send, token: str, csrf_cookie: str | None) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, None]]: ...
 def _set_cookie_if_needed(self, message: HTTPSendMessage, token: str) -> None: ...
 def _decode_csrf_token(self, token: str) -> str | None: ...
 def _csrf_tokens_match(self, request_csrf_token: str, cookie_csrf_token: str) -> bool: ...
 app: _loopmend_0.Callable[..., _loopmend_0.Awaitable[None]]
 config: _loopmend_1.CSRFConfig
 exclude: None | _loopmend_2.Pattern

=== litestar.middleware.logging
import litestar.data_extractors as _loopmend_2
import litestar.middleware.base as _loopmend_3
import litestar.middleware.logging as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Collection, Iterable
from litestar.constants import ( HTTP_RESPONSE_BODY, HTTP_RESPONSE_START, )
from litestar.data_extractors import ( ConnectionDataExtractor, RequestExtractorField, ResponseDataExtractor, ResponseExtractorField, )
from litestar.enums import ScopeType
from litestar.exceptions import ImproperlyConfiguredException
from litestar.middleware.base import AbstractMiddleware, DefineMiddleware
from litestar.serialization import encode_json
from litestar.utils.empty import value_or_default
from litestar.utils.scope import get_serializer_from_scope
from litestar.utils.scope.state import ScopeState
__all__ = ("LoggingMiddleware", "LoggingMiddlewareConfig")
if TYPE_CHECKING:
 from litestar.connection import Request
 from litestar.types import ( ASGIApp, Logger, Message, Receive, Scope, Send, Serializer, )
try:
 from structlog.types import BindableLogger
 structlog_installed = True
except ImportError:
 BindableLogger = object
 structlog_installed = False
class LoggingMiddleware(AbstractMiddleware):
 logger: Logger
 def __init__(self, app: ASGIApp, config: LoggingMiddlewareConfig) -> None: ...
 async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 async def log_request(self, scope: Scope, receive: Receive) -> None: ...
 def log_response(self, scope: Scope) -> None: ...
 def log_message(self, values: dict[str, Any]) -> None: ...
 def _serialize_value(self, serializer: Serializer | None, value: Any) -> Any: ...
 async def extract_request_data(self, request: Request) -> dict[str, Any]: ...
 def extract_response_data(self, scope: Scope) -> dict[str, Any]: ...
 def create_send_wrapper(self, scope: Scope, send: Send) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, None]]: ...
 config: _loopmend_1.LoggingMiddlewareConfig
 is_struct_logger: bool
 request_extractor: _loopmend_2.ConnectionDataExtractor
 response_extractor: _loopmend_2.ResponseDataExtractor
@dataclass
class LoggingMiddlewareConfig:
 exclude: str | list[str] | None = field(default=None)
 exclude_opt_key: str | None = field(default=None)
 include_compressed_body: bool = field(default=False)
 logger_name: str = field(default="litestar")
 request_cookies_to_obfuscate: set[str] = field(default_factory=lambda: {"session"})
 request_headers_to_obfuscate: set[str] = field(default_factory=lambda: {"Authorization", "X-API-KEY"})
 response_cookies_to_obfuscate: set[str] = field(default_factory=lambda: {"session"})
 response_headers_to_obfuscate: set[str] = field(default_factory=lambda: {"Authorization", "X-API-KEY"})
 request_log_message: str = field(default="HTTP Request")
 response_log_message: str = field(default="HTTP Response")
 request_log_fields: Collection[RequestExtractorField] = field( default=( "path", "method", "content_type", "headers", "cookies", "query", "path_params", "body", ) )
 response_log_fields: Collection[ResponseExtractorField] = field( default=( "status_code", "cookies", "headers", "body", ) )
 middleware_class: type[LoggingMiddleware] = field(default=LoggingMiddleware)
 def __post_init__(self) -> None: ...
 @property
 def middleware(self) -> DefineMiddleware: ...

=== litestar.middleware.rate_limit
import anyio._core._synchronization as _loopmend_2
import litestar.middleware.base as _loopmend_3
import litestar.middleware.rate_limit as _loopmend_1
import litestar.stores.base as _loopmend_4
import typing as _loopmend_0
from __future__ import annotations
from dataclasses import dataclass, field
from time import time
from typing import TYPE_CHECKING, Any, Callable, Literal, cast
import anyio
from litestar.datastructures import MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.exceptions import TooManyRequestsException
from litestar.middleware.base import AbstractMiddleware, DefineMiddleware
from litestar.serialization import decode_json, encode_json
from litestar.utils import ensure_async_callable
__all__ = ( "CacheObject", "RateLimitConfig", "RateLimitMiddleware", "get_remote_address", )
if TYPE_CHECKING:
 from typing import Awaitable
 from litestar import Litestar
 from litestar.connection import Request
 from litestar.stores.base import Store
 from litestar.types import ASGIApp, Message, Receive, Scope, Send, SyncOrAsyncUnion
DurationUnit = Literal["second", "minute", "hour", "day"]
DURATION_VALUES: dict[DurationUnit, int] = ...
@dataclass
class CacheObject:
 __slots__: tuple[str, str]
 history: list[int]
 reset: int
def get_remote_address(request: Request[Any, Any, Any]) -> str: ...
class RateLimitMiddleware(AbstractMiddleware):
 def __init__(self, app: ASGIApp, config: RateLimitConfig) -> None: ...
 async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 def create_send_wrapper(self, send: Send, cache_object: CacheObject) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, None]]: ...
 def cache_key_from_request(self, request: Request[Any, Any, Any]) -> str: ...
 async def retrieve_cached_history(self, key: str, store: Store) -> CacheObject: ...
 async def set_cached_history(self, key: str, cache_object: CacheObject, store: Store) -> None: ...
 async def should_check_request(self, request: Request[Any, Any, Any]) -> bool: ...
 def create_response_headers(self, cache_object: CacheObject) -> dict[str, str]: ...
 config: _loopmend_1.RateLimitConfig
 check_throttle_handler: None | _loopmend_0.Callable[..., _loopmend_0.Awaitable[bool]]
 max_requests: int
 unit: DurationUnit
 get_identifier_for_request: _loopmend_0.Callable[..., str]
 _lock: _loopmend_2.Lock
@dataclass
class RateLimitConfig:
 rate_limit: tuple[DurationUnit, int]
 exclude: str | list[str] | None = field(default=None)
 exclude_opt_key: str | None = field(default=None)
 identifier_for_request: Callable[[Request], str] = get_remote_address
 check_throttle_handler: Callable[[Request[Any, Any, Any]], SyncOrAsyncUnion[bool]] | None = field(default=None)
 middleware_class: type[RateLimitMiddleware] = field(default=RateLimitMiddleware)
 set_rate_limit_headers: bool = field(default=True)
 rate_limit_policy_header_key: str = field(default="RateLimit-Policy")
 rate_limit_remaining_header_key: str = field(default="RateLimit-Remaining")
 rate_limit_reset_header_key: str = field(default="RateLimit-Reset")
 rate_limit_limit_header_key: str = field(default="RateLimit-Limit")
 store: str = "rate_limit"
 def __post_init__(self) -> None: ...
 @property
 def middleware(self) -> DefineMiddleware: ...
 def get_store_from_app(self, app: Litestar) -> Store: ...

=== litestar.middleware.response_cache
import litestar.config.response_cache as _loopmend_0
from __future__ import annotations
from typing import TYPE_CHECKING, cast
from msgspec.msgpack import encode as encode_msgpack
from litestar import Request
from litestar.constants import HTTP_RESPONSE_BODY, HTTP_RESPONSE_START
from litestar.enums import ScopeType
from litestar.utils.empty import value_or_default
from litestar.utils.scope.state import ScopeState
from .base import AbstractMiddleware
if TYPE_CHECKING:
 from litestar.config.response_cache import ResponseCacheConfig
 from litestar.handlers import HTTPRouteHandler
 from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send
__all__ = ["ResponseCacheMiddleware"]
class ResponseCacheMiddleware(AbstractMiddleware):
 def __init__(self, app: ASGIApp, config: ResponseCacheConfig) -> None: ...
 async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 config: _loopmend_0.ResponseCacheConfig

=== litestar.middleware.session package
from .base import SessionMiddleware
__all__ = ("SessionMiddleware",)

=== litestar.middleware.session.base
import litestar.middleware.base as _loopmend_0
import litestar.middleware.session.base as _loopmend_1
import typing as _loopmend_2
from __future__ import annotations
from abc import ABC, abstractmethod
from typing import ( TYPE_CHECKING, Any, Awaitable, Callable, Generic, Literal, TypeVar, cast, )
from litestar.connection import ASGIConnection
from litestar.enums import ScopeType
from litestar.middleware.base import AbstractMiddleware, DefineMiddleware
from litestar.serialization import decode_json, encode_json
from litestar.utils import get_serializer_from_scope
__all__ = ("BaseBackendConfig", "BaseSessionBackend", "SessionMiddleware")
if TYPE_CHECKING:
 from litestar.types import ASGIApp, Message, Receive, Scope, Scopes, ScopeSession, Send
ONE_DAY_IN_SECONDS: int
ConfigT = TypeVar("ConfigT", bound="BaseBackendConfig")
BaseSessionBackendT = TypeVar("BaseSessionBackendT", bound="BaseSessionBackend")
class BaseBackendConfig(ABC, Generic[BaseSessionBackendT]):
 _backend_class: type[BaseSessionBackendT]
 key: str
 max_age: int
 scopes: Scopes = ...
 path: str
 domain: str | None
 secure: bool
 httponly: bool
 samesite: Literal["lax", "strict", "none"]
 exclude: str | list[str] | None
 exclude_opt_key: str
 @property
 def middleware(self) -> DefineMiddleware: ...
class BaseSessionBackend(ABC, Generic[ConfigT]):
 __slots__: tuple[str]
 def __init__(self, config: ConfigT) -> None: ...
 @staticmethod
 def serialize_data(data: ScopeSession, scope: Scope | None = None) -> bytes: ...
 @staticmethod
 def deserialize_data(data: Any) -> dict[str, Any]: ...
 @abstractmethod
 def get_session_id(self, connection: ASGIConnection) -> str | None: ...
 @abstractmethod
 async def store_in_message(self, scope_session: ScopeSession, message: Message, connection: ASGIConnection) -> None: ...
 @abstractmethod
 async def load_from_connection(self, connection: ASGIConnection) -> dict[str, Any]: ...
 config: _loopmend_1.BaseBackendConfig
class SessionMiddleware(AbstractMiddleware, Generic[BaseSessionBackendT]):
 def __init__(self, app: ASGIApp, backend: BaseSessionBackendT) -> None: ...
 def create_send_wrapper(self, connection: ASGIConnection) -> _loopmend_2.Callable[..., _loopmend_2.Coroutine[_loopmend_2.Any, _loopmend_2.Any, None]]: ...
 async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 backend: _loopmend_1.BaseSessionBackend

=== litestar.middleware.session.client_side
import litestar.datastructures.cookie as _loopmend_0
import re as _loopmend_2
import typing as _loopmend_1
from __future__ import annotations
import binascii
import contextlib
import re
import time
from base64 import b64decode, b64encode
from dataclasses import dataclass, field, fields
from os import urandom
from typing import TYPE_CHECKING, Any, Final, Literal, Mapping
from litestar.datastructures import MutableScopeHeaders
from litestar.datastructures.cookie import Cookie
from litestar.enums import ScopeType
from litestar.exceptions import ( ImproperlyConfiguredException, MissingDependencyException, )
from litestar.serialization import decode_json, encode_json
from litestar.types import Empty, Scopes
from litestar.utils.dataclass import extract_dataclass_items
from .base import ONE_DAY_IN_SECONDS, BaseBackendConfig, BaseSessionBackend
__all__ = ("ClientSideSessionBackend", "CookieBackendConfig")
try:
 from cryptography.exceptions import InvalidTag
 from cryptography.hazmat.primitives.ciphers.aead import AESGCM
except ImportError:
 ...
if TYPE_CHECKING:
 from litestar.connection import ASGIConnection
 from litestar.types import Message, Scope, ScopeSession
NONCE_SIZE = 12
CHUNK_SIZE: int
AAD: bytes
SET_COOKIE_INCLUDE: set[str]
CLEAR_COOKIE_INCLUDE: set[str]
class ClientSideSessionBackend(BaseSessionBackend["CookieBackendConfig"]):
 __slots__: tuple[str, str, str, str]
 def __init__(self, config: CookieBackendConfig) -> None: ...
 def dump_data(self, data: Any, scope: Scope | None = None) -> list[bytes]: ...
 def load_data(self, data: list[bytes]) -> dict[str, Any]: ...
 def get_cookie_keys(self, connection: ASGIConnection) -> list[str]: ...
 def get_cookie_key_set(self, connection: ASGIConnection) -> set[str]: ...
 def _create_session_cookies(self, data: list[bytes]) -> list[Cookie]: ...
 async def store_in_message(self, scope_session: ScopeSession, message: Message, connection: ASGIConnection) -> None: ...
 async def load_from_connection(self, connection: ASGIConnection) -> dict[str, Any]: ...
 def get_session_id(self, connection: ASGIConnection) -> str | None: ...
 _clear_cookie_params: Final[Mapping[str, Any]]
 _set_cookie_params: Final[Mapping[str, Any]]
 aesgcm: _loopmend_1.Any
 cookie_re: _loopmend_2.Pattern[str]
@dataclass
class CookieBackendConfig(BaseBackendConfig[ClientSideSessionBackend]):
 _backend_class = ClientSideSessionBackend
 secret: bytes
 key: str = field(default="session")
 max_age: int = field(default=ONE_DAY_IN_SECONDS * 14)
 scopes: Scopes = field(default_factory=lambda: {ScopeType.HTTP, ScopeType.WEBSOCKET})
 path: str = field(default="/")
 domain: str | None = field(default=None)
 secure: bool = field(default=False)
 httponly: bool = field(default=True)
 samesite: Literal["lax", "strict", "none"] = field(default="lax")
 exclude: str | list[str] | None = field(default=None)
 exclude_opt_key: str = field(default="skip_session")
 def __post_init__(self) -> None: ...

=== litestar.middleware.session.server_side
import litestar.stores.base as _loopmend_0
from __future__ import annotations
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal
from litestar.datastructures import Cookie, MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.exceptions import ImproperlyConfiguredException
from litestar.middleware.session.base import ONE_DAY_IN_SECONDS, BaseBackendConfig, BaseSessionBackend
from litestar.types import Empty, Message, Scopes, ScopeSession
from litestar.utils.dataclass import extract_dataclass_items
__all__ = ("ServerSideSessionBackend", "ServerSideSessionConfig")
if TYPE_CHECKING:
 from litestar import Litestar
 from litestar.connection import ASGIConnection
 from litestar.stores.base import Store
class ServerSideSessionBackend(BaseSessionBackend["ServerSideSessionConfig"]):
 def __init__(self, config: ServerSideSessionConfig) -> None: ...
 async def get(self, session_id: str, store: Store) -> bytes | None: ...
 async def set(self, session_id: str, data: bytes, store: Store) -> None: ...
 async def delete(self, session_id: str, store: Store) -> None: ...
 def get_session_id(self, connection: ASGIConnection) -> str: ...
 def generate_session_id(self) -> str: ...
 async def store_in_message(self, scope_session: ScopeSession, message: Message, connection: ASGIConnection) -> None: ...
 async def load_from_connection(self, connection: ASGIConnection) -> dict[str, Any]: ...
@dataclass
class ServerSideSessionConfig(BaseBackendConfig[ServerSideSessionBackend]):
 _backend_class = ServerSideSessionBackend
 session_id_bytes: int = field(default=32)
 renew_on_access: bool = field(default=False)
 key: str = field(default="session")
 max_age: int = field(default=ONE_DAY_IN_SECONDS * 14)
 scopes: Scopes = field(default_factory=lambda: {ScopeType.HTTP, ScopeType.WEBSOCKET})
 path: str = field(default="/")
 domain: str | None = field(default=None)
 secure: bool = field(default=False)
 httponly: bool = field(default=True)
 samesite: Literal["lax", "strict", "none"] = field(default="lax")
 exclude: str | list[str] | None = field(default=None)
 exclude_opt_key: str = field(default="skip_session")
 store: str = "sessions"
 def __post_init__(self) -> None: ...
 def get_store_from_app(self, app: Litestar) -> Store: ...

=== litestar.pagination
import litestar.pagination as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Generic, List, Optional, TypeVar
from uuid import UUID
__all__ = ( "AbstractAsyncClassicPaginator", "AbstractAsyncCursorPaginator", "AbstractAsyncOffsetPaginator", "AbstractSyncClassicPaginator", "AbstractSyncCursorPaginator", "AbstractSyncOffsetPaginator", "ClassicPagination", "CursorPagination", "OffsetPagination", )
T = TypeVar("T")
C = TypeVar("C", int, str, UUID)
@dataclass
class ClassicPagination(Generic[T]):
 __slots__: tuple[str, str, str, str]
 items: List[T]
 page_size: int
 current_page: int
 total_pages: int
try:
 from advanced_alchemy.service import ( OffsetPagination, )
except ImportError:
 @dataclass
 class OffsetPagination(Generic[T]):
  __slots__: tuple[str, str, str, str]
  items: List[T]
  limit: int
  offset: int
  total: int
@dataclass
class CursorPagination(Generic[C, T]):
 __slots__: tuple[str, str, str, str]
 items: List[T]
 results_per_page: int
 cursor: Optional[C]
class AbstractSyncClassicPaginator(ABC, Generic[T]):
 @abstractmethod
 def get_total(self, page_size: int) -> int: ...
 @abstractmethod
 def get_items(self, page_size: int, current_page: int) -> list[T]: ...
 def __call__(self, page_size: int, current_page: int) -> ClassicPagination[T]: ...
class AbstractAsyncClassicPaginator(ABC, Generic[T]):
 @abstractmethod
 async def get_total(self, page_size: int) -> int: ...
 @abstractmethod
 async def get_items(self, page_size: int, current_page: int) -> list[T]: ...
 async def __call__(self, page_size: int, current_page: int) -> ClassicPagination[T]: ...
class AbstractSyncOffsetPaginator(ABC, Generic[T]):
 @abstractmethod
 def get_total(self) -> int: ...
 @abstractmethod
 def get_items(self, limit: int, offset: int) -> list[T]: ...
 def __call__(self, limit: int, offset: int) -> OffsetPagination[T]: ...
class AbstractAsyncOffsetPaginator(ABC, Generic[T]):
 @abstractmethod
 async def get_total(self) -> int: ...
 @abstractmethod
 async def get_items(self, limit: int, offset: int) -> list[T]: ...
 async def __call__(self, limit: int, offset: int) -> OffsetPagination[T]: ...
class AbstractSyncCursorPaginator(ABC, Generic[C, T]):
 @abstractmethod
 def get_items(self, cursor: C | None, results_per_page: int) -> tuple[list[T], C | None]: ...
 def __call__(self, cursor: C | None, results_per_page: int) -> CursorPagination[C, T]: ...
class AbstractAsyncCursorPaginator(ABC, Generic[C, T]):
 @abstractmethod
 async def get_items(self, cursor: C | None, results_per_page: int) -> tuple[list[T], C | None]: ...
 async def __call__(self, cursor: C | None, results_per_page: int) -> CursorPagination[C, T]: ...

=== litestar.plugins package
from litestar.plugins.base import ( CLIPlugin, CLIPluginProtocol, DIPlugin, InitPlugin, InitPluginProtocol, OpenAPISchemaPlugin, OpenAPISchemaPluginProtocol, PluginProtocol, PluginRegistry, ReceiveRoutePlugin, SerializationPlugin, SerializationPluginProtocol, )
__all__ = ( "CLIPlugin", "CLIPluginProtocol", "DIPlugin", "InitPlugin", "InitPluginProtocol", "OpenAPISchemaPlugin", "OpenAPISchemaPluginProtocol", "PluginProtocol", "PluginRegistry", "ReceiveRoutePlugin", "SerializationPlugin", "SerializationPluginProtocol", )

=== litestar.plugins.base
import inspect as _loopmend_2
import litestar.config.app as _loopmend_0
import litestar.dto.base_dto as _loopmend_1
import litestar.openapi.spec.schema as _loopmend_3
import litestar.plugins.base as _loopmend_4
import typing as _loopmend_5
from __future__ import annotations
import abc
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Iterator, Protocol, TypeVar, Union, cast, runtime_checkable
if TYPE_CHECKING:
 from inspect import Signature
 from click import Group
 from litestar._openapi.schema_generation import SchemaCreator
 from litestar.app import Litestar
 from litestar.config.app import AppConfig
 from litestar.dto import AbstractDTO
 from litestar.openapi.spec import Schema
 from litestar.routes import BaseRoute
 from litestar.typing import FieldDefinition
__all__ = ( "CLIPlugin", "CLIPluginProtocol", "DIPlugin", "InitPlugin", "InitPluginProtocol", "OpenAPISchemaPlugin", "OpenAPISchemaPluginProtocol", "PluginProtocol", "PluginRegistry", "ReceiveRoutePlugin", "SerializationPlugin", "SerializationPluginProtocol", )
@runtime_checkable
class InitPluginProtocol(Protocol):
 __slots__: tuple[()]
 def on_app_init(self, app_config: AppConfig) -> AppConfig: ...
class InitPlugin(InitPluginProtocol):
 __slots__: tuple[()]
 def on_app_init(self, app_config: AppConfig) -> AppConfig: ...
class ReceiveRoutePlugin:
 __slots__: tuple[()]
 def receive_route(self, route: BaseRoute) -> None: ...
@runtime_checkable
class CLIPluginProtocol(Protocol):
 __slots__: tuple[()]
 def on_cli_init(self, cli: Group) -> None: ...
class CLIPlugin(CLIPluginProtocol):
 __slots__: tuple[()]
 @contextmanager
 def server_lifespan(self, app: Litestar) -> Iterator[None]: ...
@runtime_checkable
class SerializationPluginProtocol(Protocol):
 __slots__: tuple[()]
 def supports_type(self, field_definition: FieldDefinition) -> bool: ...
 def create_dto_for_type(self, field_definition: FieldDefinition) -> type[AbstractDTO]: ...
class SerializationPlugin(SerializationPluginProtocol, abc.ABC):
 @abc.abstractmethod
 def supports_type(self, field_definition: FieldDefinition) -> bool: ...
 @abc.abstractmethod
 def create_dto_for_type(self, field_definition: FieldDefinition) -> type[AbstractDTO]: ...
class DIPlugin(abc.ABC):
 @abc.abstractmethod
 def has_typed_init(self, type_: Any) -> bool: ...
 @abc.abstractmethod
 def get_typed_init(self, type_: Any) -> tuple[Signature, dict[str, Any]]: ...
@runtime_checkable
class OpenAPISchemaPluginProtocol(Protocol):
 __slots__: tuple[()]
 @staticmethod
 def is_plugin_supported_type(value: Any) -> bool: ...
 def to_openapi_schema(self, field_definition: FieldDefinition, schema_creator: SchemaCreator) -> Schema: ...
class OpenAPISchemaPlugin(OpenAPISchemaPluginProtocol):
 __slots__: tuple[()]
 @staticmethod
 def is_plugin_supported_type(value: Any) -> bool: ...
 def is_plugin_supported_field(self, field_definition: FieldDefinition) -> bool: ...
 @staticmethod
 def is_undefined_sentinel(value: Any) -> bool: ...
 @staticmethod
 def is_constrained_field(field_definition: FieldDefinition) -> bool: ...
PluginProtocol = Union[ CLIPlugin, CLIPluginProtocol, InitPluginProtocol, OpenAPISchemaPlugin, OpenAPISchemaPluginProtocol, ReceiveRoutePlugin, SerializationPluginProtocol, DIPlugin, ]
PluginT = TypeVar("PluginT", bound=PluginProtocol)
class PluginRegistry:
 __slots__: dict[str, None | str]
 def __init__(self, plugins: list[PluginProtocol]) -> None: ...
 def get(self, type_: type[PluginT] | str) -> PluginT: ...
 def __iter__(self) -> Iterator[PluginProtocol]: ...
 def __contains__(self, item: PluginProtocol) -> bool: ...
 receive_route: tuple
 cli: tuple
 init: tuple
 openapi: tuple
 serialization: tuple
 di: tuple
 _plugins_by_type: dict[type[_loopmend_4.CLIPluginProtocol] | type[_loopmend_4.CLIPlugin] | type[_loopmend_4.DIPlugin] | type[_loopmend_4.InitPluginProtocol] | type[_loopmend_4.OpenAPISchemaPluginProtocol] | type[_loopmend_4.OpenAPISchemaPlugin] | type[_loopmend_4.ReceiveRoutePlugin] | type[_loopmend_4.SerializationPluginProtocol], _loopmend_4.CLIPlugin | _loopmend_4.CLIPluginProtocol | _loopmend_4.DIPlugin | _loopmend_4.InitPluginProtocol | _loopmend_4.OpenAPISchemaPlugin | _loopmend_4.OpenAPISchemaPluginProtocol | _loopmend_4.ReceiveRoutePlugin | _loopmend_4.SerializationPluginProtocol]
 _plugins: frozenset[_loopmend_4.CLIPlugin | _loopmend_4.CLIPluginProtocol | _loopmend_4.DIPlugin | _loopmend_4.InitPluginProtocol | _loopmend_4.OpenAPISchemaPlugin | _loopmend_4.OpenAPISchemaPluginProtocol | _loopmend_4.ReceiveRoutePlugin | _loopmend_4.SerializationPluginProtocol]

=== litestar.plugins.opentelemetry package
from __future__ import annotations
from litestar.plugins.opentelemetry.config import OpenTelemetryConfig
from litestar.plugins.opentelemetry.middleware import OpenTelemetryInstrumentationMiddleware
from litestar.plugins.opentelemetry.plugin import OpenTelemetryPlugin
__all__ = ( "OpenTelemetryConfig", "OpenTelemetryInstrumentationMiddleware", "OpenTelemetryPlugin", )

=== litestar.plugins.opentelemetry.middleware
import typing as _loopmend_0
from __future__ import annotations
from typing import TYPE_CHECKING
from litestar.exceptions import MissingDependencyException
from litestar.middleware.base import AbstractMiddleware
__all__ = ("OpenTelemetryInstrumentationMiddleware",)
try:
 import opentelemetry
except ImportError:
 ...
from opentelemetry.instrumentation.asgi import OpenTelemetryMiddleware
from opentelemetry.util.http import get_excluded_urls
if TYPE_CHECKING:
 from litestar.plugins.opentelemetry.config import OpenTelemetryConfig
 from litestar.types import ASGIApp, Receive, Scope, Send
class OpenTelemetryInstrumentationMiddleware(AbstractMiddleware):
 def __init__(self, app: ASGIApp, config: OpenTelemetryConfig) -> None: ...
 async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 open_telemetry_middleware: _loopmend_0.Any

=== litestar.plugins.prometheus package
from .config import PrometheusConfig
from .controller import PrometheusController
from .middleware import PrometheusMiddleware
__all__ = ("PrometheusConfig", "PrometheusController", "PrometheusMiddleware")

=== litestar.plugins.prometheus.controller
import litestar.response.base as _loopmend_0
from __future__ import annotations
import os
from litestar import Controller, get
from litestar.exceptions import MissingDependencyException
from litestar.response import Response
try:
 import prometheus_client
except ImportError:
 ...
from prometheus_client import ( CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, generate_latest, multiprocess, )
from prometheus_client.openmetrics.exposition import ( CONTENT_TYPE_LATEST as OPENMETRICS_CONTENT_TYPE_LATEST, )
from prometheus_client.openmetrics.exposition import ( generate_latest as openmetrics_generate_latest, )
__all__ = [ "PrometheusController", ]
class PrometheusController(Controller):
 path: str = "/metrics"
 openmetrics_format: bool = False
 @get()
 async def get(self) -> _loopmend_0.Response: ...

=== litestar.plugins.prometheus.middleware
import litestar.plugins.prometheus.config as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
import time
from functools import wraps
from typing import TYPE_CHECKING, Any, Callable, ClassVar, cast
from litestar.connection.request import Request
from litestar.enums import ScopeType
from litestar.exceptions import MissingDependencyException
from litestar.middleware.base import AbstractMiddleware
__all__ = ("PrometheusMiddleware",)
from litestar.status_codes import HTTP_500_INTERNAL_SERVER_ERROR
try:
 import prometheus_client
except ImportError:
 ...
from prometheus_client import Counter, Gauge, Histogram
if TYPE_CHECKING:
 from prometheus_client.metrics import MetricWrapperBase
 from litestar.plugins.prometheus import PrometheusConfig
 from litestar.types import ASGIApp, Message, Receive, Scope, Send
class PrometheusMiddleware(AbstractMiddleware):
 _metrics: ClassVar[dict[str, MetricWrapperBase]] = ...
 def __init__(self, app: ASGIApp, config: PrometheusConfig) -> None: ...
 def request_count(self, labels: dict[str, str | int | float]) -> Counter: ...
 def request_time(self, labels: dict[str, str | int | float]) -> Histogram: ...
 def requests_in_progress(self, labels: dict[str, str | int | float]) -> Gauge: ...
 def requests_error_count(self, labels: dict[str, str | int | float]) -> Counter: ...
 def _get_extra_labels(self, request: Request[Any, Any, Any]) -> dict[str, str]: ...
 def _get_default_labels(self, request: Request[Any, Any, Any]) -> dict[str, str | int | float]: ...
 async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 def _get_wrapped_send(self, send: Send, request_span: dict[str, float]) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, None]]: ...
 _config: _loopmend_1.PrometheusConfig
 _kwargs: dict[str, Any]

=== litestar.plugins.sqlalchemy
from __future__ import annotations
from typing import TYPE_CHECKING
from litestar.utils import warn_deprecation
__all__ = ( "AlembicAsyncConfig", "AlembicCommands", "AlembicSyncConfig", "AsyncSessionConfig", "AuditColumns", "BigIntAuditBase", "BigIntBase", "BigIntPrimaryKey", "CommonTableAttributes", "EngineConfig", "SQLAlchemyAsyncConfig", "SQLAlchemyDTO", "SQLAlchemyDTOConfig", "SQLAlchemyInitPlugin", "SQLAlchemyPlugin", "SQLAlchemySerializationPlugin", "SQLAlchemySyncConfig", "SyncSessionConfig", "UUIDAuditBase", "UUIDBase", "UUIDPrimaryKey", "async_autocommit_before_send_handler", "async_autocommit_handler_maker", "async_default_before_send_handler", "async_default_handler_maker", "base", "exceptions", "filters", "mixins", "operations", "orm_registry", "repository", "service", "sync_autocommit_before_send_handler", "sync_autocommit_handler_maker", "sync_default_before_send_handler", "sync_default_handler_maker", "types", "utils", )
def __getattr__(attr_name: str) -> object: ...
if TYPE_CHECKING:
 from advanced_alchemy import ( base, exceptions, filters, mixins, operations, repository, service, types, utils, )
 from advanced_alchemy.base import ( AuditColumns, BigIntAuditBase, BigIntBase, BigIntPrimaryKey, CommonTableAttributes, UUIDAuditBase, UUIDBase, UUIDPrimaryKey, orm_registry, )
 from advanced_alchemy.extensions.litestar import ( AlembicAsyncConfig, AlembicCommands, AlembicSyncConfig, AsyncSessionConfig, EngineConfig, SQLAlchemyAsyncConfig, SQLAlchemyDTO, SQLAlchemyDTOConfig, SQLAlchemyInitPlugin, SQLAlchemyPlugin, SQLAlchemySerializationPlugin, SQLAlchemySyncConfig, SyncSessionConfig, async_autocommit_before_send_handler, async_autocommit_handler_maker, async_default_before_send_handler, async_default_handler_maker, sync_autocommit_before_send_handler, sync_autocommit_handler_maker, sync_default_before_send_handler, sync_default_handler_maker, )

=== litestar.repository package
from typing import TYPE_CHECKING
from litestar.utils import warn_deprecation
__all__ = ( "AbstractAsyncRepository", "AbstractSyncRepository", "ConflictError", "FilterTypes", "NotFoundError", "RepositoryError", )
_ALTERNATIVES: dict[str, str]
def __getattr__(attr_name: str) -> object: ...
if TYPE_CHECKING:
 from advanced_alchemy.exceptions import IntegrityError as ConflictError
 from advanced_alchemy.exceptions import NotFoundError, RepositoryError
 from advanced_alchemy.filters import FilterTypes
 from advanced_alchemy.repository import ( SQLAlchemyAsyncRepository as AbstractAsyncRepository, )
 from advanced_alchemy.repository import ( SQLAlchemySyncRepository as AbstractSyncRepository, )

=== litestar.repository.abc package
from typing import TYPE_CHECKING
from litestar.utils import warn_deprecation
__all__ = ( "AbstractAsyncRepository", "AbstractSyncRepository", )
_ALTERNATIVES: dict[str, str]
def __getattr__(attr_name: str) -> object: ...
if TYPE_CHECKING:
 from advanced_alchemy.repository import ( SQLAlchemyAsyncRepository as AbstractAsyncRepository, )
 from advanced_alchemy.repository import ( SQLAlchemySyncRepository as AbstractSyncRepository, )

=== litestar.repository.abc._async
import typing as _loopmend_0
from __future__ import annotations
from abc import ABCMeta, abstractmethod
from typing import TYPE_CHECKING, Any, Generic, TypeVar
try:
 from advanced_alchemy.exceptions import NotFoundError
except ImportError:
 from litestar.repository._exceptions import NotFoundError
if TYPE_CHECKING:
 from advanced_alchemy.filters import FilterTypes
T = TypeVar("T")
CollectionT = TypeVar("CollectionT")
class AbstractAsyncRepository(Generic[T], metaclass=ABCMeta):
 model_type: type[T]
 id_attribute: Any = "id"
 def __init__(self, **kwargs: Any) -> None: ...
 @abstractmethod
 async def add(self, data: T) -> T: ...
 @abstractmethod
 async def add_many(self, data: list[T]) -> list[T]: ...
 @abstractmethod
 async def count(self, *filters: FilterTypes, **kwargs: Any) -> int: ...
 @abstractmethod
 async def delete(self, item_id: Any) -> T: ...
 @abstractmethod
 async def delete_many(self, item_ids: list[Any]) -> list[T]: ...
 @abstractmethod
 async def exists(self, *filters: FilterTypes, **kwargs: Any) -> bool: ...
 @abstractmethod
 async def get(self, item_id: Any, **kwargs: Any) -> T: ...
 @abstractmethod
 async def get_one(self, **kwargs: Any) -> T: ...
 @abstractmethod
 async def get_or_create(self, **kwargs: Any) -> tuple[T, bool]: ...
 @abstractmethod
 async def get_one_or_none(self, **kwargs: Any) -> T | None: ...
 @abstractmethod
 async def update(self, data: T) -> T: ...
 @abstractmethod
 async def update_many(self, data: list[T]) -> list[T]: ...
 @abstractmethod
 async def upsert(self, data: T) -> T: ...
 @abstractmethod
 async def upsert_many(self, data: list[T]) -> list[T]: ...
 @abstractmethod
 async def list_and_count(self, *filters: FilterTypes, **kwargs: Any) -> tuple[list[T], int]: ...
 @abstractmethod
 async def list(self, *filters: FilterTypes, **kwargs: Any) -> list[T]: ...
 @abstractmethod
 def filter_collection_by_kwargs(self, collection: CollectionT, /, **kwargs: Any) -> CollectionT: ...
 @staticmethod
 def check_not_found(item_or_none: T | None) -> T: ...
 @classmethod
 def get_id_attribute_value(cls, item: T | type[T], id_attribute: str | None = None) -> Any: ...
 @classmethod
 def set_id_attribute_value(cls, item_id: Any, item: T, id_attribute: str | None = None) -> T: ...

=== litestar.repository.abc._sync
import typing as _loopmend_0
from __future__ import annotations
from abc import ABCMeta, abstractmethod
from typing import TYPE_CHECKING, Any, Generic, TypeVar
try:
 from advanced_alchemy.exceptions import NotFoundError
except ImportError:
 from litestar.repository._exceptions import NotFoundError
if TYPE_CHECKING:
 from advanced_alchemy.filters import FilterTypes
T = TypeVar("T")
CollectionT = TypeVar("CollectionT")
class AbstractSyncRepository(Generic[T], metaclass=ABCMeta):
 model_type: type[T]
 id_attribute: Any = "id"
 def __init__(self, **kwargs: Any) -> None: ...
 @abstractmethod
 def add(self, data: T) -> T: ...
 @abstractmethod
 def add_many(self, data: list[T]) -> list[T]: ...
 @abstractmethod
 def count(self, *filters: FilterTypes, **kwargs: Any) -> int: ...
 @abstractmethod
 def delete(self, item_id: Any) -> T: ...
 @abstractmethod
 def delete_many(self, item_ids: list[Any]) -> list[T]: ...
 @abstractmethod
 def exists(self, *filters: FilterTypes, **kwargs: Any) -> bool: ...
 @abstractmethod
 def get(self, item_id: Any, **kwargs: Any) -> T: ...
 @abstractmethod
 def get_one(self, **kwargs: Any) -> T: ...
 @abstractmethod
 def get_or_create(self, **kwargs: Any) -> tuple[T, bool]: ...
 @abstractmethod
 def get_one_or_none(self, **kwargs: Any) -> T | None: ...
 @abstractmethod
 def update(self, data: T) -> T: ...
 @abstractmethod
 def update_many(self, data: list[T]) -> list[T]: ...
 @abstractmethod
 def upsert(self, data: T) -> T: ...
 @abstractmethod
 def upsert_many(self, data: list[T]) -> list[T]: ...
 @abstractmethod
 def list_and_count(self, *filters: FilterTypes, **kwargs: Any) -> tuple[list[T], int]: ...
 @abstractmethod
 def list(self, *filters: FilterTypes, **kwargs: Any) -> list[T]: ...
 @abstractmethod
 def filter_collection_by_kwargs(self, collection: CollectionT, /, **kwargs: Any) -> CollectionT: ...
 @staticmethod
 def check_not_found(item_or_none: T | None) -> T: ...
 @classmethod
 def get_id_attribute_value(cls, item: T | type[T], id_attribute: str | None = None) -> Any: ...
 @classmethod
 def set_id_attribute_value(cls, item_id: Any, item: T, id_attribute: str | None = None) -> T: ...

=== litestar.repository.testing package
from typing import TYPE_CHECKING
from litestar.utils import warn_deprecation
__all__ = ("GenericAsyncMockRepository", "GenericSyncMockRepository")
_ALTERNATIVES: dict[str, str]
def __getattr__(attr_name: str) -> object: ...
if TYPE_CHECKING:
 from litestar.repository.testing.generic_mock_repository import ( GenericAsyncMockRepository, GenericSyncMockRepository, )

=== litestar.repository.testing.generic_mock_repository
import datetime as _loopmend_1
import litestar.repository.testing.generic_mock_repository as _loopmend_0
import typing as _loopmend_2
from __future__ import annotations
from datetime import datetime, timezone, tzinfo
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar
from uuid import uuid4
from litestar.repository.abc._async import AbstractAsyncRepository
from litestar.repository.abc._sync import AbstractSyncRepository
try:
 from advanced_alchemy.exceptions import IntegrityError as ConflictError
 from advanced_alchemy.exceptions import RepositoryError
except ImportError:
 from litestar.repository._exceptions import ConflictError, RepositoryError
if TYPE_CHECKING:
 from collections.abc import Callable, Hashable, Iterable, MutableMapping
 from typing import Any
 from advanced_alchemy.filters import FilterTypes
__all__ = ("GenericAsyncMockRepository", "GenericSyncMockRepository")
class HasID(Protocol):
 id: Any
ModelT = TypeVar("ModelT", bound="HasID")
AsyncMockRepoT = TypeVar("AsyncMockRepoT", bound="GenericAsyncMockRepository")
SyncMockRepoT = TypeVar("SyncMockRepoT", bound="GenericSyncMockRepository")
class GenericAsyncMockRepository(AbstractAsyncRepository[ModelT], Generic[ModelT]):
 collection: MutableMapping[Hashable, ModelT]
 model_type: type[ModelT]
 match_fields: list[str] | str | None = None
 _model_has_created_at: bool
 _model_has_updated_at: bool
 def __init__(self, id_factory: Callable[[], Any] = ..., tz: tzinfo = ..., allow_ids_on_add: bool = ..., **_: Any) -> None: ...
 @classmethod
 def __class_getitem__(cls: type[AsyncMockRepoT], item: type[ModelT]) -> type[AsyncMockRepoT]: ...
 def _find_or_raise_not_found(self, item_id: Any) -> ModelT: ...
 def _find_or_none(self, item_id: Any) -> ModelT | None: ...
 def _now(self) -> datetime: ...
 def _update_audit_attributes(self, data: ModelT, now: datetime | None = None, do_created: bool = ...) -> ModelT: ...
 async def add(self, data: ModelT) -> ModelT: ...
 async def add_many(self, data: Iterable[ModelT]) -> list[ModelT]: ...
 async def delete(self, item_id: Any) -> ModelT: ...
 async def delete_many(self, item_ids: list[Any]) -> list[ModelT]: ...
 async def exists(self, *filters: FilterTypes, **kwargs: Any) -> bool: ...
 async def get(self, item_id: Any, **kwargs: Any) -> ModelT: ...
 async def get_or_create(self, match_fields: list[str] | str | None = None, **kwargs: Any) -> tuple[ModelT, bool]: ...
 async def get_one(self, **kwargs: Any) -> ModelT: ...
 async def get_one_or_none(self, **kwargs: Any) -> ModelT | None: ...
 async def count(self, *filters: FilterTypes, **kwargs: Any) -> int: ...
 async def update(self, data: ModelT) -> ModelT: ...
 async def update_many(self, data: list[ModelT]) -> list[ModelT]: ...
 async def upsert(self, data: ModelT) -> ModelT: ...
 async def upsert_many(self, data: list[ModelT]) -> list[ModelT]: ...
 async def list_and_count(self, *filters: FilterTypes, **kwargs: Any) -> tuple[list[ModelT], int]: ...
 async def list(self, *filters: FilterTypes, **kwargs: Any) -> list[ModelT]: ...
 def filter_collection_by_kwargs(self, collection: MutableMapping[Hashable, ModelT], /, **kwargs: Any) -> MutableMapping[Hashable, ModelT]: ...
 @classmethod
 def seed_collection(cls, instances: Iterable[ModelT]) -> None: ...
 @classmethod
 def clear_collection(cls) -> None: ...
 tz: _loopmend_1.tzinfo
 allow_ids_on_add: bool
 _id_factory: _loopmend_2.Callable[..., _loopmend_2.Any]
class GenericSyncMockRepository(AbstractSyncRepository[ModelT], Generic[ModelT]):
 collection: MutableMapping[Hashable, ModelT]
 model_type: type[ModelT]
 match_fields: list[str] | str | None = None
 _model_has_created_at: bool
 _model_has_updated_at: bool
 def __init__(self, id_factory: Callable[[], Any] = ..., tz: tzinfo = ..., allow_ids_on_add: bool = ..., **_: Any) -> None: ...
 @classmethod
 def __class_getitem__(cls: type[SyncMockRepoT], item: type[ModelT]) -> type[SyncMockRepoT]: ...
 def _find_or_raise_not_found(self, item_id: Any) -> ModelT: ...
 def _find_or_none(self, item_id: Any) -> ModelT | None: ...
 def _now(self) -> datetime: ...
 def _update_audit_attributes(self, data: ModelT, now: datetime | None = None, do_created: bool = ...) -> ModelT: ...
 def add(self, data: ModelT) -> ModelT: ...
 def add_many(self, data: Iterable[ModelT]) -> list[ModelT]: ...
 def delete(self, item_id: Any) -> ModelT: ...
 def delete_many(self, item_ids: list[Any]) -> list[ModelT]: ...
 def exists(self, *filters: FilterTypes, **kwargs: Any) -> bool: ...
 def get(self, item_id: Any, **kwargs: Any) -> ModelT: ...
 def get_or_create(self, match_fields: list[str] | str | None = None, **kwargs: Any) -> tuple[ModelT, bool]: ...
 def get_one(self, **kwargs: Any) -> ModelT: ...
 def get_one_or_none(self, **kwargs: Any) -> ModelT | None: ...
 def count(self, *filters: FilterTypes, **kwargs: Any) -> int: ...
 def update(self, data: ModelT) -> ModelT: ...
 def update_many(self, data: list[ModelT]) -> list[ModelT]: ...
 def upsert(self, data: ModelT) -> ModelT: ...
 def upsert_many(self, data: list[ModelT]) -> list[ModelT]: ...
 def list_and_count(self, *filters: FilterTypes, **kwargs: Any) -> tuple[list[ModelT], int]: ...
 def list(self, *filters: FilterTypes, **kwargs: Any) -> list[ModelT]: ...
 def filter_collection_by_kwargs(self, collection: MutableMapping[Hashable, ModelT], /, **kwargs: Any) -> MutableMapping[Hashable, ModelT]: ...
 @classmethod
 def seed_collection(cls, instances: Iterable[ModelT]) -> None: ...
 @classmethod
 def clear_collection(cls) -> None: ...
 tz: _loopmend_1.tzinfo
 allow_ids_on_add: bool
 _id_factory: _loopmend_2.Callable[..., _loopmend_2.Any]
def model_items(model: Any) -> list[tuple[str, Any]]: ...

=== litestar.response package
from .base import Response
from .file import File
from .redirect import Redirect
from .sse import ServerSentEvent, ServerSentEventMessage
from .streaming import Stream
from .template import Template
__all__ = ( "File", "Redirect", "Response", "ServerSentEvent", "ServerSentEventMessage", "Stream", "Template", )

=== litestar.response.base
import litestar.background_tasks as _loopmend_0
import litestar.datastructures.headers as _loopmend_1
import litestar.enums as _loopmend_3
import litestar.response.base as _loopmend_2
from __future__ import annotations
import itertools
import re
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Iterable, Literal, Mapping, Optional, TypeVar, overload
from litestar.datastructures.cookie import Cookie
from litestar.datastructures.headers import ETag, MutableScopeHeaders
from litestar.enums import MediaType, OpenAPIMediaType
from litestar.exceptions import ImproperlyConfiguredException
from litestar.serialization import default_serializer, encode_json, encode_msgpack, get_serializer
from litestar.status_codes import HTTP_200_OK, HTTP_204_NO_CONTENT, HTTP_304_NOT_MODIFIED
from litestar.types.empty import Empty
from litestar.utils.deprecation import deprecated, warn_deprecation
from litestar.utils.helpers import get_enum_string_value
if TYPE_CHECKING:
 from litestar.app import Litestar
 from litestar.background_tasks import BackgroundTask, BackgroundTasks
 from litestar.connection import Request
 from litestar.types import ( HTTPResponseBodyEvent, HTTPResponseStartEvent, Receive, ResponseCookies, ResponseHeaders, Scope, Send, Serializer, TypeEncodersMap, )
__all__ = ("ASGIResponse", "Response")
T = TypeVar("T")
MEDIA_TYPE_APPLICATION_JSON_PATTERN = re.compile(r"^application/(?:.+\+)?json")
class ASGIResponse:
 __slots__: tuple[str, str, str, str, str, str, str, str]
 _should_set_content_length: ClassVar[bool] = True
 def __init__(self, *, background: BackgroundTask | BackgroundTasks | None = None, body: bytes | str = ..., content_length: int | None = None, cookies: Iterable[Cookie] | None = None, encoded_headers: Iterable[tuple[bytes, bytes]] | None = None, encoding: str = ..., headers: dict[str, Any] | Iterable[tuple[str, str]] | None = None, is_head_response: bool = ..., media_type: MediaType | str | None = None, status_code: int | None = None) -> None: ...
 @property
 @deprecated("3.0", kind="property", alternative="encode_headers()")
 def encoded_headers(self) -> list[tuple[bytes, bytes]]: ...
 def encode_headers(self) -> list[tuple[bytes, bytes]]: ...
 async def after_response(self) -> None: ...
 async def start_response(self, send: Send) -> None: ...
 async def send_body(self, send: Send, receive: Receive) -> None: ...
 async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 _encoded_cookies: tuple
 background: None | _loopmend_0.BackgroundTask | _loopmend_0.BackgroundTasks
 body: bytes
 content_length: int
 encoding: str
 headers: _loopmend_1.MutableScopeHeaders
 is_head_response: bool
 status_code: int
class Response(Generic[T]):
 __slots__: tuple[str, str, str, str, str, str, str, str]
 content: T
 type_encoders: Optional[TypeEncodersMap] = None
 def __init__(self, content: T, *, background: BackgroundTask | BackgroundTasks | None = None, cookies: ResponseCookies | None = None, encoding: str = ..., headers: ResponseHeaders | None = None, media_type: MediaType | OpenAPIMediaType | str | None = None, status_code: int | None = None, type_encoders: TypeEncodersMap | None = None) -> None: ...
 @overload
 def set_cookie(self, /, cookie: Cookie) -> None: ...
 @overload
 def set_cookie(self, key: str, value: str | None = None, max_age: int | None = None, expires: int | None = None, path: str = ..., domain: str | None = None, secure: bool = ..., httponly: bool = ..., samesite: Literal["lax", "strict", "none"] = ...) -> None: ...
 def set_cookie(self, key: str | Cookie, value: str | None = None, max_age: int | None = None, expires: int | None = None, path: str = ..., domain: str | None = None, secure: bool = ..., httponly: bool = ..., samesite: Literal["lax", "strict", "none"] = ...) -> None: ...
 def set_header(self, key: str, value: Any) -> None: ...
 def set_etag(self, etag: str | ETag) -> None: ...
 def delete_cookie(self, key: str, path: str = ..., domain: str | None = None) -> None: ...
 def render(self, content: Any, media_type: str, enc_hook: Serializer = ...) -> bytes: ...
 def to_asgi_response(self, app: Litestar | None, request: Request, *, background: BackgroundTask | BackgroundTasks | None = None, cookies: Iterable[Cookie] | None = None, encoded_headers: Iterable[tuple[bytes, bytes]] | None = None, headers: dict[str, str] | None = None, is_head_response: bool = ..., media_type: MediaType | str | None = None, status_code: int | None = None, type_encoders: TypeEncodersMap | None = None) -> ASGIResponse: ...
 background: None | _loopmend_0.BackgroundTask | _loopmend_0.BackgroundTasks
 encoding: str
 headers: dict[str, Any]
 status_code: None | int
 cookies: list[Cookie]
 media_type: None | _loopmend_3.MediaType | _loopmend_3.OpenAPIMediaType | str
 response_type_encoders: dict

=== litestar.response.file
import anyio._core._fileio as _loopmend_1
import litestar.datastructures.headers as _loopmend_3
import litestar.file_system as _loopmend_2
import litestar.response.file as _loopmend_4
import litestar.types.file_types as _loopmend_5
import os as _loopmend_0
import typing as _loopmend_6
from __future__ import annotations
import itertools
from datetime import datetime
from email.utils import formatdate
from inspect import iscoroutine
from mimetypes import encodings_map, guess_type
from typing import TYPE_CHECKING, Any, AsyncGenerator, Coroutine, Final, Iterable, Literal, cast
from urllib.parse import quote
from zlib import adler32
from litestar.constants import ONE_MEGABYTE
from litestar.exceptions import ImproperlyConfiguredException
from litestar.file_system import BaseLocalFileSystem, FileSystemAdapter
from litestar.response.base import Response
from litestar.response.streaming import ASGIStreamingResponse
from litestar.utils.deprecation import warn_deprecation
from litestar.utils.helpers import get_enum_string_value
if TYPE_CHECKING:
 from os import PathLike
 from os import stat_result as stat_result_type
 from anyio import Path
 from litestar.app import Litestar
 from litestar.background_tasks import BackgroundTask, BackgroundTasks
 from litestar.connection import Request
 from litestar.datastructures.cookie import Cookie
 from litestar.datastructures.headers import ETag
 from litestar.enums import MediaType
 from litestar.types import ( HTTPResponseBodyEvent, PathType, Receive, ResponseCookies, ResponseHeaders, Send, TypeEncodersMap, )
 from litestar.types.file_types import FileInfo, FileSystemProtocol
__all__ = ( "ASGIFileResponse", "File", "async_file_iterator", "create_etag_for_file", )
def async_file_iterator(file_path: PathType, chunk_size: int, adapter: FileSystemAdapter) -> AsyncGenerator[bytes, None]: ...
def create_etag_for_file(path: PathType, modified_time: float | None, file_size: int) -> str: ...
_MTIME_KEYS: Final = ...
def get_fsspec_mtime_equivalent(info: dict[str, Any]) -> float | None: ...
class ASGIFileResponse(ASGIStreamingResponse):
 def __init__(self, *, background: BackgroundTask | BackgroundTasks | None = None, body: bytes | str = ..., chunk_size: int = ..., content_disposition_type: Literal["attachment", "inline"] = ..., content_length: int | None = None, cookies: Iterable[Cookie] | None = None, encoded_headers: Iterable[tuple[bytes, bytes]] | None = None, encoding: str = ..., etag: ETag | None = None, file_info: FileInfo | Coroutine[None, None, FileInfo] | None = None, file_path: str | PathLike | Path, file_system: FileSystemProtocol | None = None, filename: str = ..., headers: dict[str, str] | None = None, is_head_response: bool = ..., media_type: MediaType | str | None = None, stat_result: stat_result_type | None = None, status_code: int | None = None) -> None: ...
 async def send_body(self, send: Send, receive: Receive) -> None: ...
 async def start_response(self, send: Send) -> None: ...
 file_path: _loopmend_0.PathLike | _loopmend_1.Path | str
 chunk_size: int
 adapter: _loopmend_2.FileSystemAdapter
 content_length: int
 etag: None | _loopmend_3.ETag
 file_info: FileInfo | Coroutine[Any, Any, FileInfo]
class File(Response):
 __slots__: tuple[str, str, str, str, str, str, str, str]
 def __init__(self, path: str | PathLike | Path, *, background: BackgroundTask | BackgroundTasks | None = None, chunk_size: int = ..., content_disposition_type: Literal["attachment", "inline"] = ..., cookies: ResponseCookies | None = None, encoding: str = ..., etag: ETag | None = None, file_info: FileInfo | Coroutine[Any, Any, FileInfo] | None = None, file_system: FileSystemProtocol | None = None, filename: str | None = None, headers: ResponseHeaders | None = None, media_type: Literal[MediaType.TEXT] | str | None = None, stat_result: stat_result_type | None = None, status_code: int | None = None) -> None: ...
 def to_asgi_response(self, app: Litestar | None, request: Request, *, background: BackgroundTask | BackgroundTasks | None = None, encoded_headers: Iterable[tuple[bytes, bytes]] | None = None, cookies: Iterable[Cookie] | None = None, headers: dict[str, str] | None = None, is_head_response: bool = ..., media_type: MediaType | str | None = None, status_code: int | None = None, type_encoders: TypeEncodersMap | None = None) -> ASGIFileResponse: ...
 stat_result: None | _loopmend_0.stat_result
 file_path: _loopmend_0.PathLike | _loopmend_1.Path | str
 chunk_size: int
 content_disposition_type: str
 etag: None | _loopmend_3.ETag
 file_info: None | _loopmend_5.FileInfo | _loopmend_6.Awaitable[_loopmend_5.FileInfo]
 file_system: None | _loopmend_5.FileSystemProtocol
 filename: str

=== litestar.response.sse
from __future__ import annotations
import re
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING, AsyncGenerator, AsyncIterable, AsyncIterator, Iterable, Iterator
from litestar.concurrency import sync_to_thread
from litestar.exceptions import ImproperlyConfiguredException
from litestar.response.streaming import Stream
from litestar.utils import AsyncIteratorWrapper
if TYPE_CHECKING:
 from collections.abc import Callable
 from litestar.background_tasks import BackgroundTask, BackgroundTasks
 from litestar.types import ResponseCookies, ResponseHeaders, SSEData, StreamType
_LINE_BREAK_RE = re.compile(r"\r\n|\r|\n")
DEFAULT_SEPARATOR = "\r\n"
class _ServerSentEventIterator(AsyncIteratorWrapper[bytes]):
 __slots__: tuple[str, str, str, str, str]
 content_async_iterator: AsyncIterable[SSEData]
 def __init__(self, content: str | bytes | StreamType[SSEData] | Callable[[], str | bytes | StreamType[SSEData]], event_type: str | None = None, event_id: int | str | None = None, retry_duration: int | None = None, comment_message: str | None = None) -> None: ...
 def ensure_bytes(self, data: str | int | bytes | dict | ServerSentEventMessage, sep: str) -> bytes: ...
 def _call_next(self) -> bytes: ...
 def _async_generator(self) -> AsyncGenerator[bytes, None]: ...
 comment_message: None | str
 event_id: None | int | str
 event_type: None | str
 retry_duration: None | int
@dataclass
class ServerSentEventMessage:
 data: str | int | bytes | None = ""
 event: str | None = None
 id: int | str | None = None
 retry: int | None = None
 comment: str | None = None
 sep: str = DEFAULT_SEPARATOR
 def encode(self) -> bytes: ...
class ServerSentEvent(Stream):
 def __init__(self, content: str | bytes | StreamType[SSEData], *, background: BackgroundTask | BackgroundTasks | None = None, cookies: ResponseCookies | None = None, encoding: str = ..., headers: ResponseHeaders | None = None, event_type: str | None = None, event_id: int | str | None = None, retry_duration: int | None = None, comment_message: str | None = None, status_code: int | None = None) -> None: ...

=== litestar.response.streaming
import litestar.response.base as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
import itertools
from functools import partial
from typing import TYPE_CHECKING, Any, AsyncGenerator, AsyncIterable, AsyncIterator, Callable, Iterable, Iterator, Union
from anyio import CancelScope, create_task_group
from litestar.enums import MediaType
from litestar.response.base import ASGIResponse, Response
from litestar.types.helper_types import StreamType
from litestar.utils.deprecation import warn_deprecation
from litestar.utils.helpers import get_enum_string_value
from litestar.utils.sync import AsyncIteratorWrapper
if TYPE_CHECKING:
 from litestar.app import Litestar
 from litestar.background_tasks import BackgroundTask, BackgroundTasks
 from litestar.connection import Request
 from litestar.datastructures.cookie import Cookie
 from litestar.enums import OpenAPIMediaType
 from litestar.types import HTTPResponseBodyEvent, Receive, ResponseCookies, ResponseHeaders, Send, TypeEncodersMap
__all__ = ( "ASGIStreamingResponse", "Stream", )
class ASGIStreamingResponse(ASGIResponse):
 __slots__: tuple[str]
 _should_set_content_length = False
 def __init__(self, *, iterator: StreamType, background: BackgroundTask | BackgroundTasks | None = None, body: bytes | str = ..., content_length: int | None = None, cookies: Iterable[Cookie] | None = None, encoded_headers: Iterable[tuple[bytes, bytes]] | None = None, encoding: str = ..., headers: dict[str, Any] | None = None, is_head_response: bool = ..., media_type: MediaType | str | None = None, status_code: int | None = None) -> None: ...
 async def _listen_for_disconnect(self, cancel_scope: CancelScope, receive: Receive) -> None: ...
 async def _stream(self, send: Send) -> None: ...
 async def send_body(self, send: Send, receive: Receive) -> None: ...
 iterator: AsyncIterable[str | bytes] | AsyncGenerator[str | bytes, None]
class Stream(Response[StreamType[Union[str, bytes]]]):
 __slots__: tuple[str]
 def __init__(self, content: StreamType[str | bytes] | Callable[[], StreamType[str | bytes]], *, background: BackgroundTask | BackgroundTasks | None = None, cookies: ResponseCookies | None = None, encoding: str = ..., headers: ResponseHeaders | None = None, media_type: MediaType | OpenAPIMediaType | str | None = None, status_code: int | None = None) -> None: ...
 def to_asgi_response(self, app: Litestar | None, request: Request, *, background: BackgroundTask | BackgroundTasks | None = None, cookies: Iterable[Cookie] | None = None, encoded_headers: Iterable[tuple[bytes, bytes]] | None = None, headers: dict[str, str] | None = None, is_head_response: bool = ..., media_type: MediaType | str | None = None, status_code: int | None = None, type_encoders: TypeEncodersMap | None = None) -> ASGIResponse: ...
 iterator: _loopmend_1.AsyncIterable[bytes | str] | _loopmend_1.AsyncIterator[bytes | str] | _loopmend_1.Callable[..., _loopmend_1.AsyncIterable | _loopmend_1.AsyncIterator | _loopmend_1.Iterable | _loopmend_1.Iterator] | _loopmend_1.Iterable[bytes | str] | _loopmend_1.Iterator[bytes | str]

=== litestar.router
import litestar.connection.request as _loopmend_8
import litestar.connection.websocket as _loopmend_12
import litestar.datastructures.cookie as _loopmend_10
import litestar.datastructures.headers as _loopmend_7
import litestar.datastructures.response_header as _loopmend_11
import litestar.enums as _loopmend_1
import litestar.handlers.asgi_handlers as _loopmend_4
import litestar.handlers.http_handlers.base as _loopmend_2
import litestar.handlers.websocket_handlers.route_handler as _loopmend_3
import litestar.response.base as _loopmend_9
import litestar.router as _loopmend_5
import litestar.routes.base as _loopmend_0
import typing as _loopmend_6
from __future__ import annotations
from collections import defaultdict
from copy import copy, deepcopy
from typing import TYPE_CHECKING, Any, Mapping, Sequence, cast
from litestar._layers.utils import narrow_response_cookies, narrow_response_headers
from litestar.controller import Controller
from litestar.exceptions import ImproperlyConfiguredException
from litestar.handlers.asgi_handlers import ASGIRouteHandler
from litestar.handlers.http_handlers import HTTPRouteHandler
from litestar.handlers.websocket_handlers import WebsocketListener, WebsocketRouteHandler
from litestar.routes import ASGIRoute, HTTPRoute, WebSocketRoute
from litestar.types.empty import Empty
from litestar.utils import find_index, is_class_and_subclass, join_paths, normalize_path, unique
from litestar.utils.signature import add_types_to_signature_namespace
from litestar.utils.sync import ensure_async_callable
__all__ = ("Router",)
if TYPE_CHECKING:
 from litestar.connection import Request, WebSocket
 from litestar.datastructures import CacheControlHeader, ETag
 from litestar.dto import AbstractDTO
 from litestar.openapi.spec import SecurityRequirement
 from litestar.response import Response
 from litestar.routes import BaseRoute
 from litestar.types import ( AfterRequestHookHandler, AfterResponseHookHandler, BeforeRequestHookHandler, ControllerRouterHandler, ExceptionHandlersMap, Guard, Middleware, ParametersMap, ResponseCookies, RouteHandlerMapItem, RouteHandlerType, TypeEncodersMap, )
 from litestar.types.composite_types import Dependencies, ResponseHeaders, TypeDecodersSequence
 from litestar.types.empty import EmptyType
class Router:
 __slots__: tuple
 def __init__(self, path: str, *, after_request: AfterRequestHookHandler | None = None, after_response: AfterResponseHookHandler | None = None, before_request: BeforeRequestHookHandler | None = None, cache_control: CacheControlHeader | None = None, dependencies: Dependencies | None = None, dto: type[AbstractDTO] | None | EmptyType = ..., etag: ETag | None = None, exception_handlers: ExceptionHandlersMap | None = None, guards: Sequence[Guard] | None = None, include_in_schema: bool | EmptyType = ..., middleware: Sequence[Middleware] | None = None, opt: Mapping[str, Any] | None = None, parameters: ParametersMap | None = None, request_class: type[Request] | None = None, response_class: type[Response] | None = None, response_cookies: ResponseCookies | None = None, response_headers: ResponseHeaders | None = None, return_dto: type[AbstractDTO] | None | EmptyType = ..., route_handlers: Sequence[ControllerRouterHandler], security: Sequence[SecurityRequirement] | None = None, signature_namespace: Mapping[str, Any] | None = None, signature_types: Sequence[Any] | None = None, tags: Sequence[str] | None = None, type_decoders: TypeDecodersSequence | None = None, type_encoders: TypeEncodersMap | None = None, websocket_class: type[WebSocket] | None = None, request_max_body_size: int | None | EmptyType = ...) -> None: ...
 def register(self, value: ControllerRouterHandler) -> list[BaseRoute]: ...
 @property
 def route_handler_method_map(self) -> dict[str, RouteHandlerMapItem]: ...
 @classmethod
 def get_route_handler_map(cls, value: RouteHandlerType | Router) -> dict[str, RouteHandlerMapItem]: ...
 def _validate_registration_value(self, value: ControllerRouterHandler) -> RouteHandlerType | Router: ...
 after_request: None | _loopmend_6.Callable[..., _loopmend_6.Awaitable[_loopmend_6.Any]]
 after_response: None | _loopmend_6.Callable[..., _loopmend_6.Awaitable[_loopmend_6.Any]]
 before_request: None | _loopmend_6.Callable[..., _loopmend_6.Awaitable[_loopmend_6.Any]]
 cache_control: None | _loopmend_7.CacheControlHeader
 dependencies: dict
 dto: _loopmend_6.Any
 etag: None | _loopmend_7.ETag
 exception_handlers: dict
 guards: list
 include_in_schema: _loopmend_6.Any
 middleware: list
 opt: dict
 owner: Router | None
 parameters: dict
 path: str
 registered_route_handler_ids: set[int]
 request_class: None | type[_loopmend_8.Request]
 request_max_body_size: _loopmend_6.Any
 response_class: None | type[_loopmend_9.Response]
 response_cookies: None | _loopmend_6.Sequence[_loopmend_10.Cookie]
 response_headers: None | _loopmend_6.Sequence[_loopmend_11.ResponseHeader]
 return_dto: _loopmend_6.Any
 routes: list[HTTPRoute | ASGIRoute | WebSocketRoute]
 security: list
 signature_namespace: dict
 tags: list
 type_decoders: None | list[tuple[_loopmend_6.Callable[..., _loopmend_6.Any], _loopmend_6.Callable[..., _loopmend_6.Any]]]
 type_encoders: None | dict
 websocket_class: None | type[_loopmend_12.WebSocket]

=== litestar.routes package
from .asgi import ASGIRoute
from .base import BaseRoute
from .http import HTTPRoute
from .websocket import WebSocketRoute
__all__ = ("ASGIRoute", "BaseRoute", "HTTPRoute", "WebSocketRoute")

=== litestar.routes.asgi
import litestar.handlers.asgi_handlers as _loopmend_0
from __future__ import annotations
import warnings
from typing import TYPE_CHECKING, Any
from litestar.connection import ASGIConnection
from litestar.enums import ScopeType
from litestar.exceptions import LitestarWarning
from litestar.routes.base import BaseRoute
if TYPE_CHECKING:
 from litestar.handlers.asgi_handlers import ASGIRouteHandler
 from litestar.types import Receive, Scope, Send
class ASGIRoute(BaseRoute):
 __slots__: tuple[str]
 def __init__(self, *, path: str, route_handler: ASGIRouteHandler) -> None: ...
 async def handle(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 route_handler: _loopmend_0.ASGIRouteHandler

=== litestar.routes.base
import datetime as _loopmend_0
import decimal as _loopmend_1
import litestar.enums as _loopmend_5
import litestar.types.internal_types as _loopmend_4
import pathlib as _loopmend_3
import uuid as _loopmend_2
from __future__ import annotations
import re
from abc import ABC, abstractmethod
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable
from uuid import UUID
import msgspec
from litestar.exceptions import ImproperlyConfiguredException
from litestar.types.internal_types import PathParameterDefinition
from litestar.utils import join_paths, normalize_path
if TYPE_CHECKING:
 from litestar.enums import ScopeType
 from litestar.types import Method, Receive, Scope, Send
def _parse_datetime(value: str) -> datetime: ...
def _parse_date(value: str) -> date: ...
def _parse_time(value: str) -> time: ...
def _parse_timedelta(value: str) -> timedelta: ...
param_match_regex = re.compile(r"{(.*?)}")
param_type_map: dict[str, type[_loopmend_0.date] | type[_loopmend_0.datetime] | type[_loopmend_0.time] | type[_loopmend_0.timedelta] | type[_loopmend_1.Decimal] | type[_loopmend_2.UUID] | type[_loopmend_3.Path] | type[float] | type[int] | type[str]]
parsers_map: dict[Any, Callable[[Any], Any]] = ...
class BaseRoute(ABC):
 __slots__: tuple[str, str, str, str, str, str, str, str]
 def __init__(self, *, handler_names: list[str], path: str, scope_type: ScopeType, methods: list[Method] | None = None) -> None: ...
 @abstractmethod
 async def handle(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 @staticmethod
 def _validate_path_parameter(param: str, path: str) -> None: ...
 @classmethod
 def _parse_path(cls, path: str) -> tuple[str, str, list[str | PathParameterDefinition], dict[str, PathParameterDefinition]]: ...
 path: str
 handler_names: list[str]
 methods: set
 path_components: list[_loopmend_4.PathParameterDefinition | str]
 path_format: str
 path_parameters: dict[str, _loopmend_4.PathParameterDefinition]
 scope_type: _loopmend_5.ScopeType

=== litestar.routes.http
import litestar.handlers.http_handlers.base as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
import contextlib
from itertools import chain
from typing import TYPE_CHECKING, Any
from msgspec.msgpack import decode as _decode_msgpack_plain
from litestar.datastructures.multi_dicts import FormMultiDict
from litestar.enums import HttpMethod, MediaType, ScopeType
from litestar.exceptions import ClientException, ImproperlyConfiguredException, SerializationException
from litestar.handlers.http_handlers import HTTPRouteHandler
from litestar.response import Response
from litestar.routes.base import BaseRoute
from litestar.status_codes import HTTP_204_NO_CONTENT
from litestar.types.empty import Empty
from litestar.utils.scope.state import ScopeState
if TYPE_CHECKING:
 from litestar._kwargs import KwargsModel
 from litestar.connection import Request
 from litestar.types import ASGIApp, HTTPScope, Method, Receive, Scope, Send
class HTTPRoute(BaseRoute):
 __slots__: tuple[str, str]
 def __init__(self, *, path: str, route_handlers: list[HTTPRouteHandler]) -> None: ...
 async def handle(self, scope: HTTPScope, receive: Receive, send: Send) -> None: ...
 def create_handler_map(self) -> None: ...
 async def _get_response_for_request(self, scope: Scope, request: Request[Any, Any, Any], route_handler: HTTPRouteHandler, parameter_model: KwargsModel) -> ASGIApp: ...
 async def _call_handler_function(self, scope: Scope, request: Request, parameter_model: KwargsModel, route_handler: HTTPRouteHandler) -> ASGIApp: ...
 @staticmethod
 async def _get_cached_response(request: Request, route_handler: HTTPRouteHandler) -> ASGIApp | None: ...
 def create_options_handler(self, path: str) -> HTTPRouteHandler: ...
 route_handler_map: dict[Method, tuple[HTTPRouteHandler, KwargsModel]]
 route_handlers: list[_loopmend_1.HTTPRouteHandler]

=== litestar.routes.websocket
import litestar.handlers.websocket_handlers.route_handler as _loopmend_0
from __future__ import annotations
from typing import TYPE_CHECKING, Any
from litestar.enums import ScopeType
from litestar.exceptions import ImproperlyConfiguredException
from litestar.routes.base import BaseRoute
if TYPE_CHECKING:
 from litestar._kwargs import KwargsModel
 from litestar._kwargs.cleanup import DependencyCleanupGroup
 from litestar.connection import WebSocket
 from litestar.handlers.websocket_handlers import WebsocketRouteHandler
 from litestar.types import Receive, Send, WebSocketScope
class WebSocketRoute(BaseRoute):
 __slots__: tuple[str, str]
 def __init__(self, *, path: str, route_handler: WebsocketRouteHandler) -> None: ...
 async def handle(self, scope: WebSocketScope, receive: Receive, send: Send) -> None: ...
 handler_parameter_model: KwargsModel | None
 route_handler: _loopmend_0.WebsocketRouteHandler

=== litestar.security package
from litestar.security.base import AbstractSecurityConfig
__all__ = ("AbstractSecurityConfig",)

=== litestar.security.base
import litestar.config.app as _loopmend_0
import litestar.middleware.base as _loopmend_3
import litestar.openapi.spec.components as _loopmend_2
import litestar.response.base as _loopmend_1
from __future__ import annotations
from abc import ABC, abstractmethod
from copy import copy
from dataclasses import field
from typing import TYPE_CHECKING, Any, Callable, Generic, Iterable, Sequence, TypeVar, cast
from litestar import Response
from litestar.utils.sync import ensure_async_callable
if TYPE_CHECKING:
 from litestar.config.app import AppConfig
 from litestar.connection import ASGIConnection
 from litestar.di import Provide
 from litestar.enums import MediaType, OpenAPIMediaType
 from litestar.middleware.authentication import AbstractAuthenticationMiddleware
 from litestar.middleware.base import DefineMiddleware
 from litestar.openapi.spec import Components, SecurityRequirement
 from litestar.types import ( ControllerRouterHandler, Guard, Method, ResponseCookies, Scopes, SyncOrAsyncUnion, TypeEncodersMap, )
__all__ = ("AbstractSecurityConfig",)
UserType = TypeVar("UserType")
AuthType = TypeVar("AuthType")
class AbstractSecurityConfig(ABC, Generic[UserType, AuthType]):
 authentication_middleware_class: type[AbstractAuthenticationMiddleware]
 guards: Iterable[Guard] | None = None
 exclude: str | list[str] | None = None
 exclude_opt_key: str = "exclude_from_auth"
 exclude_http_methods: Sequence[Method] | None = field( default_factory=lambda: cast("Sequence[Method]", ["OPTIONS", "HEAD"]) )
 scopes: Scopes | None = None
 route_handlers: Iterable[ControllerRouterHandler] | None = None
 dependencies: dict[str, Provide] | None = None
 retrieve_user_handler: Callable[[Any, ASGIConnection], SyncOrAsyncUnion[Any | None]]
 type_encoders: TypeEncodersMap | None = None
 def on_app_init(self, app_config: AppConfig) -> AppConfig: ...
 def create_response(self, content: Any | None, status_code: int, media_type: MediaType | OpenAPIMediaType | str, headers: dict[str, Any] | None = None, cookies: ResponseCookies | None = None) -> Response[Any]: ...
 def __post_init__(self) -> None: ...
 @property
 @abstractmethod
 def openapi_components(self) -> Components: ...
 @property
 @abstractmethod
 def security_requirement(self) -> SecurityRequirement: ...
 @property
 @abstractmethod
 def middleware(self) -> DefineMiddleware: ...

=== litestar.security.jwt package
from litestar.security.jwt.auth import ( BaseJWTAuth, JWTAuth, JWTCookieAuth, OAuth2Login, OAuth2PasswordBearerAuth, )
from litestar.security.jwt.middleware import ( JWTAuthenticationMiddleware, JWTCookieAuthenticationMiddleware, )
from litestar.security.jwt.token import Token
__all__ = ( "BaseJWTAuth", "JWTAuth", "JWTAuthenticationMiddleware", "JWTCookieAuth", "JWTCookieAuthenticationMiddleware", "OAuth2Login", "OAuth2PasswordBearerAuth", "Token", )

=== litestar.security.jwt.auth
import litestar.middleware.base as _loopmend_1
import litestar.openapi.spec.components as _loopmend_0
import litestar.openapi.spec.oauth_flow as _loopmend_3
import litestar.response.base as _loopmend_2
from __future__ import annotations
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Callable, Generic, Iterable, Literal, Sequence, cast
from typing_extensions import TypeVar
from litestar.datastructures import Cookie
from litestar.enums import MediaType
from litestar.middleware import DefineMiddleware
from litestar.openapi.spec import Components, OAuthFlow, OAuthFlows, SecurityRequirement, SecurityScheme
from litestar.security.base import AbstractSecurityConfig
from litestar.security.jwt.middleware import JWTAuthenticationMiddleware, JWTCookieAuthenticationMiddleware
from litestar.security.jwt.token import Token
from litestar.status_codes import HTTP_201_CREATED
from litestar.types import ControllerRouterHandler, Empty, Guard, Method, Scopes, SyncOrAsyncUnion, TypeEncodersMap
__all__ = ("BaseJWTAuth", "JWTAuth", "JWTCookieAuth", "OAuth2Login", "OAuth2PasswordBearerAuth")
if TYPE_CHECKING:
 from litestar import Response
 from litestar.connection import ASGIConnection
 from litestar.di import Provide
UserType = TypeVar("UserType")
TokenT = TypeVar("TokenT", bound=Token, default=Token)
class BaseJWTAuth(Generic[UserType, TokenT], AbstractSecurityConfig[UserType, TokenT]):
 token_secret: str
 retrieve_user_handler: Callable[[Any, ASGIConnection], SyncOrAsyncUnion[Any | None]]
 revoked_token_handler: Callable[[Any, ASGIConnection], SyncOrAsyncUnion[bool]] | None = field(default=None)
 algorithm: str
 auth_header: str
 default_token_expiration: timedelta
 openapi_security_scheme_name: str
 description: str
 authentication_middleware_class: type[JWTAuthenticationMiddleware]
 token_cls: type[Token] = Token
 accepted_audiences: Sequence[str] | None = None
 accepted_issuers: Sequence[str] | None = None
 require_claims: Sequence[str] | None = None
 verify_expiry: bool = True
 verify_not_before: bool = True
 strict_audience: bool = False
 @property
 def openapi_components(self) -> Components: ...
 @property
 def security_requirement(self) -> SecurityRequirement: ...
 @property
 def middleware(self) -> DefineMiddleware: ...
 def login(self, identifier: str, *, response_body: Any = ..., response_media_type: str | MediaType = ..., response_status_code: int = ..., token_expiration: timedelta | None = None, token_issuer: str | None = None, token_audience: str | None = None, token_unique_jwt_id: str | None = None, token_extras: dict[str, Any] | None = None, send_token_as_response_body: bool = ...) -> Response[Any]: ...
 def create_token(self, identifier: str, token_expiration: timedelta | None = None, token_issuer: str | None = None, token_audience: str | None = None, token_unique_jwt_id: str | None = None, token_extras: dict | None = None, **kwargs: Any) -> str: ...
 def format_auth_header(self, encoded_token: str) -> str: ...
@dataclass
class JWTAuth(Generic[UserType, TokenT], BaseJWTAuth[UserType, TokenT]):
 token_secret: str
 retrieve_user_handler: Callable[[Any, ASGIConnection], SyncOrAsyncUnion[Any | None]]
 revoked_token_handler: Callable[[Any, ASGIConnection], SyncOrAsyncUnion[bool]] | None = field(default=None)
 guards: Iterable[Guard] | None = field(default=None)
 exclude: str | list[str] | None = field(default=None)
 exclude_opt_key: str = field(default="exclude_from_auth")
 exclude_http_methods: Sequence[Method] | None = field( default_factory=lambda: cast("Sequence[Method]", ["OPTIONS", "HEAD"]) )
 scopes: Scopes | None = field(default=None)
 route_handlers: Iterable[ControllerRouterHandler] | None = field(default=None)
 dependencies: dict[str, Provide] | None = field(default=None)
 type_encoders: TypeEncodersMap | None = field(default=None)
 algorithm: str = field(default="HS256")
 auth_header: str = field(default="Authorization")
 default_token_expiration: timedelta = field(default_factory=lambda: timedelta(days=1))
 openapi_security_scheme_name: str = field(default="BearerToken")
 description: str = field(default="JWT api-key authentication and authorization.")
 authentication_middleware_class: type[JWTAuthenticationMiddleware] = field(default=JWTAuthenticationMiddleware)
 token_cls: type[Token] = Token
 accepted_audiences: Sequence[str] | None = None
 accepted_issuers: Sequence[str] | None = None
 require_claims: Sequence[str] | None = None
 verify_expiry: bool = True
 verify_not_before: bool = True
 strict_audience: bool = False
@dataclass
class JWTCookieAuth(Generic[UserType, TokenT], BaseJWTAuth[UserType, TokenT]):
 token_secret: str
 retrieve_user_handler: Callable[[Any, ASGIConnection], SyncOrAsyncUnion[Any | None]]
 revoked_token_handler: Callable[[Any, ASGIConnection], SyncOrAsyncUnion[bool]] | None = field(default=None)
 guards: Iterable[Guard] | None = field(default=None)
 exclude: str | list[str] | None = field(default=None)
 exclude_opt_key: str = field(default="exclude_from_auth")
 scopes: Scopes | None = field(default=None)
 exclude_http_methods: Sequence[Method] | None = field( default_factory=lambda: cast("Sequence[Method]", ["OPTIONS", "HEAD"]) )
 route_handlers: Iterable[ControllerRouterHandler] | None = field(default=None)
 dependencies: dict[str, Provide] | None = field(default=None)
 type_encoders: TypeEncodersMap | None = field(default=None)
 algorithm: str = field(default="HS256")
 auth_header: str = field(default="Authorization")
 default_token_expiration: timedelta = field(default_factory=lambda: timedelta(days=1))
 openapi_security_scheme_name: str = field(default="BearerToken")
 key: str = field(default="token")
 path: str = field(default="/")
 domain: str | None = field(default=None)
 secure: bool | None = field(default=None)
 samesite: Literal["lax", "strict", "none"] = field(default="lax")
 description: str = field(default="JWT cookie-based authentication and authorization.")
 authentication_middleware_class: type[JWTCookieAuthenticationMiddleware] = field( default=JWTCookieAuthenticationMiddleware )
 token_cls: type[Token] = Token
 accepted_audiences: Sequence[str] | None = None
 accepted_issuers: Sequence[str] | None = None
 require_claims: Sequence[str] | None = None
 verify_expiry: bool = True
 verify_not_before: bool = True
 strict_audience: bool = False
 @property
 def openapi_components(self) -> Components: ...
 @property
 def middleware(self) -> DefineMiddleware: ...
 def login(self, identifier: str, *, response_body: Any = ..., response_media_type: str | MediaType = ..., response_status_code: int = ..., token_expiration: timedelta | None = None, token_issuer: str | None = None, token_audience: str | None = None, token_unique_jwt_id: str | None = None, token_extras: dict[str, Any] | None = None, send_token_as_response_body: bool = ...) -> Response[Any]: ...
@dataclass
class OAuth2Login:
 access_token: str
 token_type: str
 refresh_token: str | None = field(default=None)
 expires_in: int | None = field(default=None)
@dataclass
class OAuth2PasswordBearerAuth(Generic[UserType, TokenT], BaseJWTAuth[UserType, TokenT]):
 token_secret: str
 token_url: str
 retrieve_user_handler: Callable[[Any, ASGIConnection], SyncOrAsyncUnion[Any | None]]
 revoked_token_handler: Callable[[Any, ASGIConnection], SyncOrAsyncUnion[bool]] | None = field(default=None)
 guards: Iterable[Guard] | None = field(default=None)
 exclude: str | list[str] | None = field(default=None)
 exclude_opt_key: str = field(default="exclude_from_auth")
 exclude_http_methods: Sequence[Method] | None = field( default_factory=lambda: cast("Sequence[Method]", ["OPTIONS", "HEAD"]) )
 scopes: Scopes | None = field(default=None)
 route_handlers: Iterable[ControllerRouterHandler] | None = field(default=None)
 dependencies: dict[str, Provide] | None = field(default=None)
 type_encoders: TypeEncodersMap | None = field(default=None)
 algorithm: str = field(default="HS256")
 auth_header: str = field(default="Authorization")
 default_token_expiration: timedelta = field(default_factory=lambda: timedelta(days=1))
 openapi_security_scheme_name: str = field(default="BearerToken")
 oauth_scopes: dict[str, str] | None = field(default=None)
 key: str = field(default="token")
 path: str = field(default="/")
 domain: str | None = field(default=None)
 secure: bool | None = field(default=None)
 samesite: Literal["lax", "strict", "none"] = field(default="lax")
 description: str = field(default="OAUTH2 password bearer authentication and authorization.")
 authentication_middleware_class: type[JWTCookieAuthenticationMiddleware] = field( default=JWTCookieAuthenticationMiddleware )
 token_cls: type[Token] = Token
 accepted_audiences: Sequence[str] | None = None
 accepted_issuers: Sequence[str] | None = None
 require_claims: Sequence[str] | None = None
 verify_expiry: bool = True
 verify_not_before: bool = True
 strict_audience: bool = False
 @property
 def middleware(self) -> DefineMiddleware: ...
 @property
 def oauth_flow(self) -> OAuthFlow: ...
 @property
 def openapi_components(self) -> Components: ...
 def login(self, identifier: str, *, response_body: Any = ..., response_media_type: str | MediaType = ..., response_status_code: int = ..., token_expiration: timedelta | None = None, token_issuer: str | None = None, token_audience: str | None = None, token_unique_jwt_id: str | None = None, token_extras: dict[str, Any] | None = None, send_token_as_response_body: bool = ...) -> Response[Any]: ...

=== litestar.security.jwt.middleware
import litestar.middleware.authentication as _loopmend_0
import litestar.security.jwt.token as _loopmend_2
import typing as _loopmend_1
from __future__ import annotations
from typing import TYPE_CHECKING, Awaitable, Callable, Sequence
from litestar.exceptions import NotAuthorizedException
from litestar.middleware.authentication import ( AbstractAuthenticationMiddleware, AuthenticationResult, )
from litestar.security.jwt.token import Token
__all__ = ("JWTAuthenticationMiddleware", "JWTCookieAuthenticationMiddleware")
if TYPE_CHECKING:
 from typing import Any
 from litestar.connection import ASGIConnection
 from litestar.types import ASGIApp, Method, Scopes
class JWTAuthenticationMiddleware(AbstractAuthenticationMiddleware):
 __slots__: tuple[str, str, str, str, str, str, str, str, str, str, str, str]
 def __init__(self, algorithm: str, app: ASGIApp, auth_header: str, exclude: str | list[str] | None, exclude_http_methods: Sequence[Method] | None, exclude_opt_key: str, retrieve_user_handler: Callable[[Token, ASGIConnection[Any, Any, Any, Any]], Awaitable[Any]], scopes: Scopes, token_secret: str, token_cls: type[Token] = ..., token_audience: Sequence[str] | None = None, token_issuer: Sequence[str] | None = None, require_claims: Sequence[str] | None = None, verify_expiry: bool = ..., verify_not_before: bool = ..., strict_audience: bool = ..., revoked_token_handler: Callable[[Token, ASGIConnection[Any, Any, Any, Any]], Awaitable[Any]] | None = None) -> None: ...
 async def authenticate_request(self, connection: ASGIConnection[Any, Any, Any, Any]) -> AuthenticationResult: ...
 async def authenticate_token(self, encoded_token: str, connection: ASGIConnection[Any, Any, Any, Any]) -> AuthenticationResult: ...
 algorithm: str
 auth_header: str
 require_claims: None | _loopmend_1.Sequence[str]
 retrieve_user_handler: _loopmend_1.Callable[..., _loopmend_1.Awaitable[_loopmend_1.Any]]
 revoked_token_handler: None | _loopmend_1.Callable[..., _loopmend_1.Awaitable[_loopmend_1.Any]]
 strict_audience: bool
 token_audience: None | _loopmend_1.Sequence[str]
 token_cls: type[_loopmend_2.Token]
 token_issuer: None | _loopmend_1.Sequence[str]
 token_secret: str
 verify_expiry: bool
 verify_not_before: bool
class JWTCookieAuthenticationMiddleware(JWTAuthenticationMiddleware):
 __slots__: tuple[str]
 def __init__(self, algorithm: str, app: ASGIApp, auth_cookie_key: str, auth_header: str, exclude: str | list[str] | None, exclude_opt_key: str, exclude_http_methods: Sequence[Method] | None, retrieve_user_handler: Callable[[Token, ASGIConnection[Any, Any, Any, Any]], Awaitable[Any]], scopes: Scopes, token_secret: str, token_cls: type[Token] = ..., token_audience: Sequence[str] | None = None, token_issuer: Sequence[str] | None = None, require_claims: Sequence[str] | None = None, verify_expiry: bool = ..., verify_not_before: bool = ..., strict_audience: bool = ..., revoked_token_handler: Callable[[Token, ASGIConnection[Any, Any, Any, Any]], Awaitable[Any]] | None = None) -> None: ...
 async def authenticate_request(self, connection: ASGIConnection[Any, Any, Any, Any]) -> AuthenticationResult: ...
 auth_cookie_key: str

=== litestar.security.session_auth package
from litestar.security.session_auth.auth import SessionAuth
from litestar.security.session_auth.middleware import SessionAuthMiddleware
__all__ = ("SessionAuth", "SessionAuthMiddleware")

=== litestar.security.session_auth.auth
import litestar.middleware.base as _loopmend_0
import litestar.middleware.session.base as _loopmend_1
import litestar.openapi.spec.components as _loopmend_2
from __future__ import annotations
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Callable, Dict, Generic, Iterable, Sequence, cast
from litestar.middleware.base import DefineMiddleware
from litestar.middleware.session.base import BaseBackendConfig, BaseSessionBackendT
from litestar.openapi.spec import Components, SecurityRequirement, SecurityScheme
from litestar.security.base import AbstractSecurityConfig, UserType
from litestar.security.session_auth.middleware import MiddlewareWrapper, SessionAuthMiddleware
__all__ = ("SessionAuth",)
if TYPE_CHECKING:
 from litestar.connection import ASGIConnection
 from litestar.di import Provide
 from litestar.types import ControllerRouterHandler, Guard, Method, Scopes, SyncOrAsyncUnion, TypeEncodersMap
@dataclass
class SessionAuth(Generic[UserType, BaseSessionBackendT], AbstractSecurityConfig[UserType, Dict[str, Any]]):
 session_backend_config: BaseBackendConfig[BaseSessionBackendT]
 retrieve_user_handler: Callable[[Any, ASGIConnection], SyncOrAsyncUnion[Any | None]]
 authentication_middleware_class: type[SessionAuthMiddleware] = field(default=SessionAuthMiddleware)
 guards: Iterable[Guard] | None = field(default=None)
 exclude: str | list[str] | None = field(default=None)
 exclude_opt_key: str = field(default="exclude_from_auth")
 exclude_http_methods: Sequence[Method] | None = field( default_factory=lambda: cast("Sequence[Method]", ["OPTIONS", "HEAD"]) )
 scopes: Scopes | None = field(default=None)
 route_handlers: Iterable[ControllerRouterHandler] | None = field(default=None)
 dependencies: dict[str, Provide] | None = field(default=None)
 type_encoders: TypeEncodersMap | None = field(default=None)
 @property
 def middleware(self) -> DefineMiddleware: ...
 @property
 def session_backend(self) -> BaseSessionBackendT: ...
 @property
 def openapi_components(self) -> Components: ...
 @property
 def security_requirement(self) -> SecurityRequirement: ...

=== litestar.security.session_auth.middleware
import litestar.middleware.authentication as _loopmend_2
import litestar.security.session_auth.auth as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
from typing import TYPE_CHECKING, Any, Awaitable, Callable, Sequence
from litestar.exceptions import NotAuthorizedException
from litestar.middleware._internal.exceptions import ExceptionHandlerMiddleware
from litestar.middleware.authentication import ( AbstractAuthenticationMiddleware, AuthenticationResult, )
from litestar.types import Empty, Method, Scopes
__all__ = ("MiddlewareWrapper", "SessionAuthMiddleware")
if TYPE_CHECKING:
 from litestar.connection import ASGIConnection
 from litestar.security.session_auth.auth import SessionAuth
 from litestar.types import ASGIApp, Receive, Scope, Send
class MiddlewareWrapper:
 def __init__(self, app: ASGIApp, config: SessionAuth[Any, Any]) -> None: ...
 async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 app: _loopmend_0.Callable[..., _loopmend_0.Awaitable[None]]
 config: _loopmend_1.SessionAuth
 has_wrapped_middleware: bool
class SessionAuthMiddleware(AbstractAuthenticationMiddleware):
 def __init__(self, app: ASGIApp, exclude: str | list[str] | None, exclude_http_methods: Sequence[Method] | None, exclude_opt_key: str, retrieve_user_handler: Callable[[dict[str, Any], ASGIConnection[Any, Any, Any, Any]], Awaitable[Any]], scopes: Scopes | None) -> None: ...
 async def authenticate_request(self, connection: ASGIConnection[Any, Any, Any, Any]) -> AuthenticationResult: ...
 retrieve_user_handler: _loopmend_0.Callable[..., _loopmend_0.Awaitable[_loopmend_0.Any]]

=== litestar.static_files package
from litestar.static_files.base import StaticFiles
from litestar.static_files.config import StaticFilesConfig, create_static_files_router
__all__ = ("StaticFiles", "StaticFilesConfig", "create_static_files_router")

=== litestar.static_files.base
import litestar.file_system as _loopmend_3
import litestar.response.file as _loopmend_2
import litestar.types.file_types as _loopmend_1
import pathlib as _loopmend_0
from __future__ import annotations
import os.path
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Sequence
from litestar.enums import ScopeType
from litestar.exceptions import MethodNotAllowedException, NotFoundException
from litestar.file_system import FileSystemAdapter
from litestar.response.file import ASGIFileResponse
from litestar.status_codes import HTTP_404_NOT_FOUND
__all__ = ("StaticFiles",)
if TYPE_CHECKING:
 from litestar.types import Receive, Scope, Send
 from litestar.types.composite_types import PathType
 from litestar.types.file_types import FileInfo, FileSystemProtocol
class StaticFiles:
 __slots__: tuple[str, str, str, str, str]
 def __init__(self, is_html_mode: bool, directories: Sequence[PathType], file_system: FileSystemProtocol, send_as_attachment: bool = ..., resolve_symlinks: bool = ..., headers: dict[str, str] | None = None) -> None: ...
 async def get_fs_info(self, directories: Sequence[PathType], file_path: PathType) -> tuple[Path, FileInfo] | tuple[None, None]: ...
 async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 async def handle(self, path: str, is_head_response: bool) -> ASGIFileResponse: ...
 adapter: _loopmend_3.FileSystemAdapter
 directories: tuple
 headers: None | dict[str, str]
 is_html_mode: bool
 send_as_attachment: bool

=== litestar.stores package

=== litestar.stores.base
import litestar.stores.base as _loopmend_0
from __future__ import annotations
from abc import ABC, abstractmethod
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Optional
from msgspec import Struct
from msgspec.msgpack import decode as msgpack_decode
from msgspec.msgpack import encode as msgpack_encode
if TYPE_CHECKING:
 from types import TracebackType
 from typing_extensions import Self
__all__ = ("NamespacedStore", "StorageObject", "Store")
class Store(ABC):
 __slots__: tuple[()]
 @abstractmethod
 async def set(self, key: str, value: str | bytes, expires_in: int | timedelta | None = None) -> None: ...
 @abstractmethod
 async def get(self, key: str, renew_for: int | timedelta | None = None) -> bytes | None: ...
 @abstractmethod
 async def delete(self, key: str) -> None: ...
 @abstractmethod
 async def delete_all(self) -> None: ...
 @abstractmethod
 async def exists(self, key: str) -> bool: ...
 @abstractmethod
 async def expires_in(self, key: str) -> int | None: ...
 async def __aenter__(self) -> None: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_val: BaseException | None, exc_tb: TracebackType | None) -> None: ...
class NamespacedStore(Store):
 __slots__: tuple[str]
 @abstractmethod
 def with_namespace(self, namespace: str) -> Self: ...
class StorageObject(Struct):
 expires_at: Optional[datetime]
 data: bytes
 @classmethod
 def new(cls, data: bytes, expires_in: int | timedelta | None) -> StorageObject: ...
 @property
 def expired(self) -> bool: ...
 @property
 def expires_in(self) -> int: ...
 def to_bytes(self) -> bytes: ...
 @classmethod
 def from_bytes(cls, raw: bytes) -> StorageObject: ...

=== litestar.stores.file
import anyio._core._fileio as _loopmend_1
import litestar.stores.base as _loopmend_2
import litestar.stores.file as _loopmend_0
from __future__ import annotations
import hashlib
import os
import shutil
from tempfile import mkstemp
from typing import TYPE_CHECKING
from anyio import Path
from litestar.concurrency import sync_to_thread
from .base import NamespacedStore, StorageObject
__all__ = ("FileStore",)
if TYPE_CHECKING:
 from datetime import timedelta
 from os import PathLike
def _safe_file_name(name: str) -> str: ...
class FileStore(NamespacedStore):
 __slots__: dict[str, str]
 def __init__(self, path: PathLike[str], *, create_directories: bool = ...) -> None: ...
 async def __aenter__(self) -> None: ...
 def with_namespace(self, namespace: str) -> FileStore: ...
 def _path_from_key(self, key: str) -> Path: ...
 @staticmethod
 async def _load_from_path(path: Path) -> StorageObject | None: ...
 def _write_sync(self, target_file: Path, storage_obj: StorageObject) -> None: ...
 async def _write(self, target_file: Path, storage_obj: StorageObject) -> None: ...
 async def set(self, key: str, value: str | bytes, expires_in: int | timedelta | None = None) -> None: ...
 async def get(self, key: str, renew_for: int | timedelta | None = None) -> bytes | None: ...
 async def delete(self, key: str) -> None: ...
 async def delete_all(self) -> None: ...
 async def delete_expired(self) -> None: ...
 async def exists(self, key: str) -> bool: ...
 async def expires_in(self, key: str) -> int | None: ...
 create_directories: bool
 path: _loopmend_1.Path

=== litestar.stores.memory
import anyio._core._synchronization as _loopmend_0
from __future__ import annotations
from typing import TYPE_CHECKING
import anyio
from anyio import Lock
from .base import StorageObject, Store
__all__ = ("MemoryStore",)
if TYPE_CHECKING:
 from datetime import timedelta
class MemoryStore(Store):
 __slots__: tuple[str, str]
 def __init__(self) -> None: ...
 async def set(self, key: str, value: str | bytes, expires_in: int | timedelta | None = None) -> None: ...
 async def get(self, key: str, renew_for: int | timedelta | None = None) -> bytes | None: ...
 async def delete(self, key: str) -> None: ...
 async def delete_all(self) -> None: ...
 async def delete_expired(self) -> None: ...
 async def exists(self, key: str) -> bool: ...
 async def expires_in(self, key: str) -> int | None: ...
 _lock: _loopmend_0.Lock
 _store: dict[str, StorageObject]

=== litestar.stores.redis
import litestar.stores.redis as _loopmend_0
import redis.asyncio.client as _loopmend_2
import redis.commands.core as _loopmend_1
from __future__ import annotations
from datetime import timedelta
from typing import TYPE_CHECKING, cast
from redis.asyncio import Redis
from redis.asyncio.connection import ConnectionPool
from litestar.exceptions import ImproperlyConfiguredException
from litestar.types import Empty, EmptyType
from litestar.utils.empty import value_or_default
from .base import NamespacedStore
if TYPE_CHECKING:
 from types import TracebackType
 from redis.asyncio.connection import Connection
__all__ = ("RedisStore",)
class RedisStore(NamespacedStore):
 __slots__: tuple[str, str, str, str]
 def __init__(self, redis: Redis, namespace: str | None | EmptyType = ..., handle_client_shutdown: bool = ...) -> None: ...
 async def _shutdown(self) -> None: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_val: BaseException | None, exc_tb: TracebackType | None) -> None: ...
 @classmethod
 def with_client(cls, url: str = ..., *, db: int | None = None, port: int | None = None, username: str | None = None, password: str | None = None, namespace: str | None | EmptyType = ...) -> RedisStore: ...
 def with_namespace(self, namespace: str) -> RedisStore: ...
 def _make_key(self, key: str) -> str: ...
 async def set(self, key: str, value: str | bytes, expires_in: int | timedelta | None = None) -> None: ...
 async def get(self, key: str, renew_for: int | timedelta | None = None) -> bytes | None: ...
 async def delete(self, key: str) -> None: ...
 async def delete_all(self) -> None: ...
 async def exists(self, key: str) -> bool: ...
 async def expires_in(self, key: str) -> int | None: ...
 _delete_all_script: _loopmend_1.AsyncScript
 _get_and_renew_script: _loopmend_1.AsyncScript
 _redis: _loopmend_2.Redis
 handle_client_shutdown: bool
 namespace: str | None

=== litestar.stores.valkey
import litestar.stores.valkey as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
from datetime import timedelta
from typing import TYPE_CHECKING, cast
from valkey.asyncio import Valkey
from valkey.asyncio.connection import ConnectionPool
from litestar.exceptions import ImproperlyConfiguredException
from litestar.types import Empty, EmptyType
from litestar.utils.empty import value_or_default
from .base import NamespacedStore
if TYPE_CHECKING:
 from types import TracebackType
__all__ = ("ValkeyStore",)
class ValkeyStore(NamespacedStore):
 __slots__: tuple[str, str, str, str]
 def __init__(self, valkey: Valkey, namespace: str | None | EmptyType = ..., handle_client_shutdown: bool = ...) -> None: ...
 async def _shutdown(self) -> None: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_val: BaseException | None, exc_tb: TracebackType | None) -> None: ...
 @classmethod
 def with_client(cls, url: str = ..., *, db: int | None = None, port: int | None = None, username: str | None = None, password: str | None = None, namespace: str | None | EmptyType = ...) -> ValkeyStore: ...
 def with_namespace(self, namespace: str) -> ValkeyStore: ...
 def _make_key(self, key: str) -> str: ...
 async def set(self, key: str, value: str | bytes, expires_in: int | timedelta | None = None) -> None: ...
 async def get(self, key: str, renew_for: int | timedelta | None = None) -> bytes | None: ...
 async def delete(self, key: str) -> None: ...
 async def delete_all(self) -> None: ...
 async def exists(self, key: str) -> bool: ...
 async def expires_in(self, key: str) -> int | None: ...
 _delete_all_script: _loopmend_1.Any
 _get_and_renew_script: _loopmend_1.Any
 _valkey: _loopmend_1.Any
 handle_client_shutdown: bool
 namespace: str | None

=== litestar.testing package
from litestar.testing.client.async_client import AsyncTestClient
from litestar.testing.client.base import BaseTestClient
from litestar.testing.client.subprocess_client import subprocess_async_client, subprocess_sync_client
from litestar.testing.client.sync_client import TestClient
from litestar.testing.helpers import create_async_test_client, create_test_client
from litestar.testing.request_factory import RequestFactory
from litestar.testing.websocket_test_session import WebSocketTestSession
__all__ = ( "AsyncTestClient", "BaseTestClient", "RequestFactory", "TestClient", "WebSocketTestSession", "create_async_test_client", "create_test_client", "subprocess_async_client", "subprocess_sync_client", )

=== litestar.testing.client package
from .async_client import AsyncTestClient
from .base import BaseTestClient
from .sync_client import TestClient
__all__ = ("AsyncTestClient", "BaseTestClient", "TestClient")

=== litestar.testing.client.async_client
import anyio.from_thread as _loopmend_2
import litestar.testing.client.async_client as _loopmend_0
import litestar.testing.websocket_test_session as _loopmend_1
from __future__ import annotations
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Any, Generic, Mapping, Sequence, TypeVar
from httpx import USE_CLIENT_DEFAULT, AsyncClient
from litestar.testing.client.base import BaseTestClient
from litestar.testing.life_span_handler import LifeSpanHandler
from litestar.testing.transport import ConnectionUpgradeExceptionError, TestClientTransport
from litestar.types import AnyIOBackend, ASGIApp
if TYPE_CHECKING:
 from httpx._client import UseClientDefault
 from httpx._types import ( AuthTypes, CookieTypes, HeaderTypes, QueryParamTypes, TimeoutTypes, )
 from typing_extensions import Self
 from litestar.middleware.session.base import BaseBackendConfig
 from litestar.testing.websocket_test_session import WebSocketTestSession
T = TypeVar("T", bound=ASGIApp)
class AsyncTestClient(AsyncClient, BaseTestClient, Generic[T]):
 lifespan_handler: LifeSpanHandler[Any]
 exit_stack: AsyncExitStack
 def __init__(self, app: T, base_url: str = ..., raise_server_exceptions: bool = ..., root_path: str = ..., backend: AnyIOBackend = ..., backend_options: Mapping[str, Any] | None = None, session_config: BaseBackendConfig | None = None, timeout: float | None = None, cookies: CookieTypes | None = None) -> None: ...
 async def __aenter__(self) -> Self: ...
 async def __aexit__(self, *args: Any) -> None: ...
 async def websocket_connect(self, url: str, subprotocols: Sequence[str] | None = None, params: QueryParamTypes | None = None, headers: HeaderTypes | None = None, cookies: CookieTypes | None = None, auth: AuthTypes | UseClientDefault = ..., follow_redirects: bool | UseClientDefault = ..., timeout: TimeoutTypes | UseClientDefault = ..., extensions: Mapping[str, Any] | None = None) -> WebSocketTestSession: ...
 async def get_session_data(self) -> dict[str, Any]: ...
 async def set_session_data(self, data: dict[str, Any]) -> None: ...
 blocking_portal: _loopmend_2.BlockingPortal

=== litestar.testing.client.base
import httpx._models as _loopmend_4
import litestar.connection.base as _loopmend_1
import litestar.middleware.session.base as _loopmend_3
import litestar.types.asgi_types as _loopmend_0
import typing as _loopmend_2
from __future__ import annotations
from contextlib import contextmanager
from http.cookiejar import CookieJar
from typing import TYPE_CHECKING, Any, Generator, Generic, Mapping, Sequence, TypeVar, cast
from warnings import warn
import httpx
from anyio.from_thread import BlockingPortal, start_blocking_portal
from httpx import Cookies, Request, Response
from httpx._client import USE_CLIENT_DEFAULT, BaseClient, UseClientDefault
from litestar import Litestar
from litestar.connection import ASGIConnection
from litestar.datastructures import MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.exceptions import ( ImproperlyConfiguredException, )
from litestar.types import AnyIOBackend, ASGIApp, HTTPResponseStartEvent
from litestar.utils.scope.state import ScopeState
if TYPE_CHECKING:
 from httpx._types import ( CookieTypes, HeaderTypes, QueryParamTypes, TimeoutTypes, )
 from litestar.middleware.session.base import BaseBackendConfig, BaseSessionBackend
 from litestar.types.asgi_types import HTTPScope, Receive, Scope, Send
T = TypeVar("T", bound=ASGIApp)
def fake_http_send_message(headers: MutableScopeHeaders) -> HTTPResponseStartEvent: ...
def fake_asgi_connection(app: ASGIApp, cookies: dict[str, str]) -> ASGIConnection[Any, Any, Any, Any]: ...
def _wrap_app_to_add_state(app: ASGIApp) -> _loopmend_2.Callable[..., _loopmend_2.Coroutine[_loopmend_2.Any, _loopmend_2.Any, None]]: ...
class BaseTestClient(Generic[T]):
 __test__ = False
 blocking_portal: BlockingPortal
 __slots__: tuple[str, str, str, str, str, str, str]
 def __init__(self, app: T, base_url: str = ..., backend: AnyIOBackend = ..., backend_options: Mapping[str, Any] | None = None, session_config: BaseBackendConfig | None = None, cookies: CookieTypes | None = None) -> None: ...
 @property
 def session_backend(self) -> BaseSessionBackend[Any]: ...
 @contextmanager
 def portal(self) -> Generator[BlockingPortal, None, None]: ...
 async def _set_session_data(self, data: dict[str, Any]) -> None: ...
 async def _get_session_data(self) -> dict[str, Any]: ...
 def _prepare_ws_connect_request(self: BaseClient, url: str, subprotocols: Sequence[str] | None = None, params: QueryParamTypes | None = None, headers: HeaderTypes | None = None, cookies: CookieTypes | None = None, timeout: TimeoutTypes | UseClientDefault = ..., extensions: Mapping[str, Any] | None = None) -> httpx.Request: ...
 app: _loopmend_2.Callable[..., _loopmend_2.Awaitable[None]]
 cookies: _loopmend_2.Any
 _session_backend: BaseSessionBackend | None
 backend: str
 backend_options: None | _loopmend_2.Mapping
 base_url: str

=== litestar.testing.client.subprocess_client
import pathlib
import socket
import subprocess
import time
from contextlib import asynccontextmanager, contextmanager
from typing import AsyncIterator, Iterator
import httpx
class StartupError(RuntimeError):
 ...
def _get_available_port() -> int: ...
@contextmanager
def run_app(workdir: pathlib.Path, app: str, capture_output: bool, retry_count: int = ..., retry_timeout: int = ...) -> Iterator[str]: ...
@asynccontextmanager
def subprocess_async_client(workdir: pathlib.Path, app: str, capture_output: bool = ...) -> AsyncIterator[httpx.AsyncClient]: ...
@contextmanager
def subprocess_sync_client(workdir: pathlib.Path, app: str, capture_output: bool = ...) -> Iterator[httpx.Client]: ...

=== litestar.testing.helpers
import litestar.app as _loopmend_1
import litestar.testing.client.async_client as _loopmend_2
import litestar.testing.client.sync_client as _loopmend_0
from __future__ import annotations
from typing import TYPE_CHECKING, Any, Callable, Literal, Mapping, Sequence
from litestar.app import DEFAULT_OPENAPI_CONFIG, Litestar
from litestar.controller import Controller
from litestar.events import SimpleEventEmitter
from litestar.testing.client import AsyncTestClient, TestClient
from litestar.types import Empty
from litestar.utils.predicates import is_class_and_subclass
if TYPE_CHECKING:
 from contextlib import AbstractAsyncContextManager
 from litestar import Request, Response, WebSocket
 from litestar.config.allowed_hosts import AllowedHostsConfig
 from litestar.config.app import ExperimentalFeatures
 from litestar.config.compression import CompressionConfig
 from litestar.config.cors import CORSConfig
 from litestar.config.csrf import CSRFConfig
 from litestar.config.response_cache import ResponseCacheConfig
 from litestar.datastructures import CacheControlHeader, ETag, State
 from litestar.dto import AbstractDTO
 from litestar.events import BaseEventEmitterBackend, EventListener
 from litestar.logging.config import BaseLoggingConfig
 from litestar.middleware.session.base import BaseBackendConfig
 from litestar.openapi.config import OpenAPIConfig
 from litestar.openapi.spec import SecurityRequirement
 from litestar.plugins import PluginProtocol
 from litestar.static_files.config import StaticFilesConfig
 from litestar.stores.base import Store
 from litestar.stores.registry import StoreRegistry
 from litestar.template.config import TemplateConfig
 from litestar.types import ( AfterExceptionHookHandler, AfterRequestHookHandler, AfterResponseHookHandler, BeforeMessageSendHookHandler, BeforeRequestHookHandler, ControllerRouterHandler, Dependencies, EmptyType, ExceptionHandlersMap, Guard, LifespanHook, Middleware, OnAppInitHandler, ParametersMap, ResponseCookies, ResponseHeaders, TypeEncodersMap, )
def create_test_client(route_handlers: ControllerRouterHandler | Sequence[ControllerRouterHandler] | None = None, *, after_exception: Sequence[AfterExceptionHookHandler] | None = None, after_request: AfterRequestHookHandler | None = None, after_response: AfterResponseHookHandler | None = None, allowed_hosts: Sequence[str] | AllowedHostsConfig | None = None, backend: Literal["asyncio", "trio"] = ..., backend_options: Mapping[str, Any] | None = None, base_url: str = ..., before_request: BeforeRequestHookHandler | None = None, before_send: Sequence[BeforeMessageSendHookHandler] | None = None, cache_control: CacheControlHeader | None = None, compression_config: CompressionConfig | None = None, cors_config: CORSConfig | None = None, csrf_config: CSRFConfig | None = None, debug: bool = ..., dependencies: Dependencies | None = None, dto: type[AbstractDTO] | None | EmptyType = ..., etag: ETag | None = None, event_emitter_backend: type[BaseEventEmitterBackend] = ..., exception_handlers: ExceptionHandlersMap | None = None, guards: Sequence[Guard] | None = None, include_in_schema: bool | EmptyType = ..., listeners: Sequence[EventListener] | None = None, logging_config: BaseLoggingConfig | EmptyType | None = ..., middleware: Sequence[Middleware] | None = None, multipart_form_part_limit: int = ..., on_app_init: Sequence[OnAppInitHandler] | None = None, on_shutdown: Sequence[LifespanHook] | None = None, on_startup: Sequence[LifespanHook] | None = None, openapi_config: OpenAPIConfig | None = ..., opt: Mapping[str, Any] | None = None, parameters: ParametersMap | None = None, path: str | None = None, plugins: Sequence[PluginProtocol] | None = None, lifespan: list[Callable[[Litestar], AbstractAsyncContextManager] | AbstractAsyncContextManager] | None = None, raise_server_exceptions: bool = ..., pdb_on_exception: bool | None = None, request_class: type[Request] | None = None, response_cache_config: ResponseCacheConfig | None = None, response_class: type[Response] | None = None, response_cookies: ResponseCookies | None = None, response_headers: ResponseHeaders | None = None, return_dto: type[AbstractDTO] | None | EmptyType = ..., root_path: str = ..., security: Sequence[SecurityRequirement] | None = None, session_config: BaseBackendConfig | None = None, signature_namespace: Mapping[str, Any] | None = None, signature_types: Sequence[Any] | None = None, state: State | None = None, static_files_config: Sequence[StaticFilesConfig] | None = None, stores: StoreRegistry | dict[str, Store] | None = None, tags: Sequence[str] | None = None, template_config: TemplateConfig | None = None, timeout: float | None = None, type_encoders: TypeEncodersMap | None = None, websocket_class: type[WebSocket] | None = None, experimental_features: list[ExperimentalFeatures] | None = None) -> TestClient[Litestar]: ...
def create_async_test_client(route_handlers: ControllerRouterHandler | Sequence[ControllerRouterHandler] | None = None, *, after_exception: Sequence[AfterExceptionHookHandler] | None = None, after_request: AfterRequestHookHandler | None = None, after_response: AfterResponseHookHandler | None = None, allowed_hosts: Sequence[str] | AllowedHostsConfig | None = None, backend: Literal["asyncio", "trio"] = ..., backend_options: Mapping[str, Any] | None = None, base_url: str = ..., before_request: BeforeRequestHookHandler | None = None, before_send: Sequence[BeforeMessageSendHookHandler] | None = None, cache_control: CacheControlHeader | None = None, compression_config: CompressionConfig | None = None, cors_config: CORSConfig | None = None, csrf_config: CSRFConfig | None = None, debug: bool = ..., dependencies: Dependencies | None = None, dto: type[AbstractDTO] | None | EmptyType = ..., etag: ETag | None = None, event_emitter_backend: type[BaseEventEmitterBackend] = ..., exception_handlers: ExceptionHandlersMap | None = None, guards: Sequence[Guard] | None = None, include_in_schema: bool | EmptyType = ..., lifespan: list[Callable[[Litestar], AbstractAsyncContextManager] | AbstractAsyncContextManager] | None = None, listeners: Sequence[EventListener] | None = None, logging_config: BaseLoggingConfig | EmptyType | None = ..., middleware: Sequence[Middleware] | None = None, multipart_form_part_limit: int = ..., on_app_init: Sequence[OnAppInitHandler] | None = None, on_shutdown: Sequence[LifespanHook] | None = None, on_startup: Sequence[LifespanHook] | None = None, openapi_config: OpenAPIConfig | None = ..., opt: Mapping[str, Any] | None = None, parameters: ParametersMap | None = None, pdb_on_exception: bool | None = None, path: str | None = None, plugins: Sequence[PluginProtocol] | None = None, raise_server_exceptions: bool = ..., request_class: type[Request] | None = None, response_cache_config: ResponseCacheConfig | None = None, response_class: type[Response] | None = None, response_cookies: ResponseCookies | None = None, response_headers: ResponseHeaders | None = None, return_dto: type[AbstractDTO] | None | EmptyType = ..., root_path: str = ..., security: Sequence[SecurityRequirement] | None = None, session_config: BaseBackendConfig | None = None, signature_namespace: Mapping[str, Any] | None = None, signature_types: Sequence[Any] | None = None, state: State | None = None, static_files_config: Sequence[StaticFilesConfig] | None = None, stores: StoreRegistry | dict[str, Store] | None = None, tags: Sequence[str] | None = None, template_config: TemplateConfig | None = None, timeout: float | None = None, type_encoders: TypeEncodersMap | None = None, websocket_class: type[WebSocket] | None = None, experimental_features: list[ExperimentalFeatures] | None = None) -> AsyncTestClient[Litestar]: ...

=== litestar.testing.life_span_handler
import anyio.streams.stapled as _loopmend_3
import concurrent.futures._base as _loopmend_4
import litestar.testing.client.base as _loopmend_2
import litestar.testing.life_span_handler as _loopmend_0
import litestar.types.asgi_types as _loopmend_1
from __future__ import annotations
import warnings
from math import inf
from typing import TYPE_CHECKING, Generic, Optional, TypeVar, cast
from anyio import create_memory_object_stream
from anyio.streams.stapled import StapledObjectStream
from litestar.testing.client.base import BaseTestClient
if TYPE_CHECKING:
 from types import TracebackType
 from litestar.types import ( LifeSpanReceiveMessage, LifeSpanSendMessage, LifeSpanShutdownEvent, LifeSpanStartupEvent, )
T = TypeVar("T", bound=BaseTestClient)
class LifeSpanHandler(Generic[T]):
 __slots__: tuple[str, str, str, str, str]
 def __init__(self, client: T) -> None: ...
 def _ensure_setup(self, is_safe: bool = ...) -> None: ...
 def close(self) -> None: ...
 def __enter__(self) -> LifeSpanHandler: ...
 def __exit__(self, exc_type: type[BaseException] | None, exc_value: BaseException | None, traceback: TracebackType | None) -> None: ...
 async def receive(self) -> LifeSpanSendMessage: ...
 async def wait_startup(self) -> None: ...
 async def wait_shutdown(self) -> None: ...
 async def lifespan(self) -> None: ...
 _startup_done: bool
 client: _loopmend_2.BaseTestClient
 stream_receive: _loopmend_3.StapledObjectStream
 stream_send: _loopmend_3.StapledObjectStream
 task: _loopmend_4.Future[None]

=== litestar.testing.transport
import httpx._models as _loopmend_3
import litestar.testing.websocket_test_session as _loopmend_0
import litestar.types.asgi_types as _loopmend_1
import typing as _loopmend_2
from __future__ import annotations
from io import BytesIO
from types import GeneratorType
from typing import TYPE_CHECKING, Any, Generic, TypedDict, TypeVar, Union, cast
from urllib.parse import unquote
from anyio import Event
from httpx import ByteStream, Response
from litestar.status_codes import HTTP_500_INTERNAL_SERVER_ERROR
from litestar.testing.websocket_test_session import WebSocketTestSession
if TYPE_CHECKING:
 from httpx import Request
 from litestar.testing.client import AsyncTestClient, TestClient
 from litestar.types import ( HTTPDisconnectEvent, HTTPRequestEvent, Message, Receive, ReceiveMessage, Send, WebSocketScope, )
T = TypeVar("T", bound=Union["AsyncTestClient", "TestClient"])
class ConnectionUpgradeExceptionError(Exception):
 def __init__(self, session: WebSocketTestSession) -> None: ...
 session: _loopmend_0.WebSocketTestSession
class SendReceiveContext(TypedDict):
 request_complete: bool
 response_complete: Event
 raw_kwargs: dict[str, Any]
 response_started: bool
 template: str | None
 context: Any | None
class TestClientTransport(Generic[T]):
 def __init__(self, client: T, raise_server_exceptions: bool = ..., root_path: str = ...) -> None: ...
 @staticmethod
 def create_receive(request: Request, context: SendReceiveContext) -> _loopmend_2.Callable[..., _loopmend_2.Coroutine[_loopmend_2.Any, _loopmend_2.Any, _loopmend_1.HTTPDisconnectEvent | _loopmend_1.HTTPRequestEvent | _loopmend_1.WebSocketConnectEvent | _loopmend_1.WebSocketDisconnectEvent | _loopmend_1.WebSocketReceiveEvent]]: ...
 @staticmethod
 def create_send(request: Request, context: SendReceiveContext) -> _loopmend_2.Callable[..., _loopmend_2.Coroutine[_loopmend_2.Any, _loopmend_2.Any, None]]: ...
 def parse_request(self, request: Request) -> dict[str, Any]: ...
 def handle_request(self, request: Request) -> Response: ...
 async def handle_async_request(self, request: Request) -> Response: ...
 client: _loopmend_2.Any
 raise_server_exceptions: bool
 root_path: str

=== litestar.testing.websocket_test_session
import litestar.testing.client.sync_client as _loopmend_2
import litestar.testing.websocket_test_session as _loopmend_0
import litestar.types.asgi_types as _loopmend_1
from __future__ import annotations
from contextlib import ExitStack
from queue import Queue
from typing import TYPE_CHECKING, Any, Literal, cast
from anyio import sleep
from litestar.exceptions import WebSocketDisconnect
from litestar.serialization import decode_json, decode_msgpack, encode_json, encode_msgpack
from litestar.status_codes import WS_1000_NORMAL_CLOSURE
if TYPE_CHECKING:
 from litestar.testing.client.sync_client import TestClient
 from litestar.types import ( WebSocketConnectEvent, WebSocketDisconnectEvent, WebSocketReceiveMessage, WebSocketScope, WebSocketSendMessage, )
__all__ = ("WebSocketTestSession",)
class WebSocketTestSession:
 exit_stack: ExitStack
 def __init__(self, client: TestClient[Any], scope: WebSocketScope) -> None: ...
 def __enter__(self) -> WebSocketTestSession: ...
 def __exit__(self, *args: Any) -> None: ...
 async def do_asgi_call(self) -> None: ...
 def send(self, data: str | bytes, mode: Literal["text", "binary"] = ..., encoding: str = ...) -> None: ...
 def send_text(self, data: str, encoding: str = ...) -> None: ...
 def send_bytes(self, data: bytes, encoding: str = ...) -> None: ...
 def send_json(self, data: Any, mode: Literal["text", "binary"] = ...) -> None: ...
 def send_msgpack(self, data: Any) -> None: ...
 def close(self, code: int = ...) -> None: ...
 def receive(self, block: bool = ..., timeout: float | None = None) -> WebSocketSendMessage: ...
 def receive_text(self, block: bool = ..., timeout: float | None = None) -> str: ...
 def receive_bytes(self, block: bool = ..., timeout: float | None = None) -> bytes: ...
 def receive_json(self, mode: Literal["text", "binary"] = ..., block: bool = ..., timeout: float | None = None) -> Any: ...
 def receive_msgpack(self, block: bool = ..., timeout: float | None = None) -> Any: ...
 client: _loopmend_2.TestClient
 scope: _loopmend_1.WebSocketScope
 accepted_subprotocol: str | None
 receive_queue: Queue[WebSocketReceiveMessage]
 send_queue: Queue[WebSocketSendMessage | BaseException]
 extra_headers: list[tuple[bytes, bytes]] | None

=== litestar.types package
from .asgi_types import ( ASGIApp, ASGIVersion, BaseScope, HTTPDisconnectEvent, HTTPReceiveMessage, HTTPRequestEvent, HTTPResponseBodyEvent, HTTPResponseStartEvent, HTTPScope, HTTPSendMessage, HTTPServerPushEvent, LifeSpanReceive, LifeSpanReceiveMessage, LifeSpanScope, LifeSpanSend, LifeSpanSendMessage, LifeSpanShutdownCompleteEvent, LifeSpanShutdownEvent, LifeSpanShutdownFailedEvent, LifeSpanStartupCompleteEvent, LifeSpanStartupEvent, LifeSpanStartupFailedEvent, Message, Method, Receive, ReceiveMessage, Scope, ScopeSession, Send, WebSocketAcceptEvent, WebSocketCloseEvent, WebSocketConnectEvent, WebSocketDisconnectEvent, WebSocketReceiveEvent, WebSocketReceiveMessage, WebSocketResponseBodyEvent, WebSocketResponseStartEvent, WebSocketScope, WebSocketSendEvent, WebSocketSendMessage, )
from .builtin_types import TypedDictClass
from .callable_types import ( AfterExceptionHookHandler, AfterRequestHookHandler, AfterResponseHookHandler, AnyCallable, AnyGenerator, AsyncAnyCallable, BeforeMessageSendHookHandler, BeforeRequestHookHandler, CacheKeyBuilder, ExceptionHandler, GetLogger, Guard, LifespanHook, OnAppInitHandler, OperationIDCreator, Serializer, )
from .composite_types import ( Dependencies, ExceptionHandlersMap, Middleware, ParametersMap, PathType, ResponseCookies, ResponseHeaders, Scopes, TypeDecodersSequence, TypeEncodersMap, )
from .debugger_types import Debugger
from .empty import Empty, EmptyType
from .file_types import FileInfo, FileSystemProtocol
from .helper_types import AnyIOBackend, MaybePartial, OptionalSequence, SSEData, StreamType, SyncOrAsyncUnion
from .internal_types import ControllerRouterHandler, ReservedKwargs, RouteHandlerMapItem, RouteHandlerType
from .protocols import DataclassProtocol, Logger
from .serialization import DataContainerType, LitestarEncodableType
__all__ = ( "ASGIApp", "ASGIVersion", "AfterExceptionHookHandler", "AfterRequestHookHandler", "AfterResponseHookHandler", "AnyCallable", "AnyGenerator", "AnyIOBackend", "AsyncAnyCallable", "BaseScope", "BeforeMessageSendHookHandler", "BeforeRequestHookHandler", "CacheKeyBuilder", "ControllerRouterHandler", "DataContainerType", "DataclassProtocol", "Debugger", "Dependencies", "Empty", "EmptyType", "ExceptionHandler", "ExceptionHandlersMap", "FileInfo", "FileSystemProtocol", "GetLogger", "Guard", "HTTPDisconnectEvent", "HTTPReceiveMessage", "HTTPRequestEvent", "HTTPResponseBodyEvent", "HTTPResponseStartEvent", "HTTPScope", "HTTPSendMessage", "HTTPServerPushEvent", "LifeSpanReceive", "LifeSpanReceiveMessage", "LifeSpanScope", "LifeSpanSend", "LifeSpanSendMessage", "LifeSpanShutdownCompleteEvent", "LifeSpanShutdownEvent", "LifeSpanShutdownFailedEvent", "LifeSpanStartupCompleteEvent", "LifeSpanStartupEvent", "LifeSpanStartupFailedEvent", "LifespanHook", "LitestarEncodableType", "Logger", "MaybePartial", "Message", "Method", "Middleware", "OnAppInitHandler", "OperationIDCreator", "OptionalSequence", "ParametersMap", "PathType", "Receive", "ReceiveMessage", "ReservedKwargs", "ResponseCookies", "ResponseHeaders", "RouteHandlerMapItem", "RouteHandlerType", "SSEData", "Scope", "ScopeSession", "Scopes", "Send", "Serializer", "StreamType", "SyncOrAsyncUnion", "TypeDecodersSequence", "TypeEncodersMap", "TypedDictClass", "WebSocketAcceptEvent", "WebSocketCloseEvent", "WebSocketConnectEvent", "WebSocketDisconnectEvent", "WebSocketReceiveEvent", "WebSocketReceiveMessage", "WebSocketReceiveMessage", "WebSocketResponseBodyEvent", "WebSocketResponseStartEvent", "WebSocketScope", "WebSocketSendEvent", "WebSocketSendMessage", "WebSocketSendMessage", )

=== litestar.types.asgi_types
from __future__ import annotations
from typing import ( TYPE_CHECKING, Any, Awaitable, Callable, Dict, Iterable, List, Literal, Tuple, TypedDict, Union, )
from litestar.enums import HttpMethod
__all__ = ( "ASGIApp", "ASGIVersion", "BaseScope", "HTTPDisconnectEvent", "HTTPReceiveMessage", "HTTPRequestEvent", "HTTPResponseBodyEvent", "HTTPResponseStartEvent", "HTTPScope", "HTTPSendMessage", "HTTPServerPushEvent", "HeaderScope", "LifeSpanReceive", "LifeSpanReceiveMessage", "LifeSpanScope", "LifeSpanSend", "LifeSpanSendMessage", "LifeSpanShutdownCompleteEvent", "LifeSpanShutdownEvent", "LifeSpanShutdownFailedEvent", "LifeSpanStartupCompleteEvent", "LifeSpanStartupEvent", "LifeSpanStartupFailedEvent", "Message", "Method", "RawHeaders", "RawHeadersList", "Receive", "ReceiveMessage", "Scope", "ScopeSession", "Send", "WebSocketAcceptEvent", "WebSocketCloseEvent", "WebSocketConnectEvent", "WebSocketDisconnectEvent", "WebSocketMode", "WebSocketReceiveEvent", "WebSocketReceiveMessage", "WebSocketResponseBodyEvent", "WebSocketResponseStartEvent", "WebSocketScope", "WebSocketSendEvent", "WebSocketSendMessage", )
if TYPE_CHECKING:
 from typing_extensions import TypeAlias
 from litestar.app import Litestar
 from litestar.enums import ScopeType
 from litestar.types.empty import EmptyType
 from .internal_types import RouteHandlerType
 from .serialization import DataContainerType
Method: TypeAlias = Union[Literal["GET", "POST", "DELETE", "PATCH", "PUT", "HEAD", "TRACE", "OPTIONS"], HttpMethod]
ScopeSession: TypeAlias = ...
class ASGIVersion(TypedDict):
 spec_version: str
 version: Literal["3.0"]
class HeaderScope(TypedDict):
 headers: RawHeaders
class BaseScope(HeaderScope):
 app: Litestar
 litestar_app: Litestar
 asgi: ASGIVersion
 auth: Any
 client: tuple[str, int] | None
 extensions: dict[str, dict[object, object]] | None
 http_version: str
 path: str
 path_params: dict[str, str]
 path_template: str
 query_string: bytes
 raw_path: bytes
 root_path: str
 route_handler: RouteHandlerType
 scheme: str
 server: tuple[str, int | None] | None
 session: ScopeSession
 state: dict[str, Any]
 user: Any
class HTTPScope(BaseScope):
 method: Method
 type: Literal[ScopeType.HTTP]
class WebSocketScope(BaseScope):
 subprotocols: list[str]
 type: Literal[ScopeType.WEBSOCKET]
class LifeSpanScope(TypedDict):
 app: Litestar
 asgi: ASGIVersion
 type: Literal["lifespan"]
class HTTPRequestEvent(TypedDict):
 type: Literal["http.request"]
 body: bytes
 more_body: bool
class HTTPResponseStartEvent(HeaderScope):
 type: Literal["http.response.start"]
 status: int
class HTTPResponseBodyEvent(TypedDict):
 type: Literal["http.response.body"]
 body: bytes
 more_body: bool
class HTTPServerPushEvent(HeaderScope):
 type: Literal["http.response.push"]
 path: str
class HTTPDisconnectEvent(TypedDict):
 type: Literal["http.disconnect"]
class WebSocketConnectEvent(TypedDict):
 type: Literal["websocket.connect"]
class WebSocketAcceptEvent(HeaderScope):
 type: Literal["websocket.accept"]
 subprotocol: str | None
class WebSocketReceiveEvent(TypedDict):
 type: Literal["websocket.receive"]
 bytes: bytes | None
 text: str | None
class WebSocketSendEvent(TypedDict):
 type: Literal["websocket.send"]
 bytes: bytes | None
 text: str | None
class WebSocketResponseStartEvent(HeaderScope):
 type: Literal["websocket.http.response.start"]
 status: int
class WebSocketResponseBodyEvent(TypedDict):
 type: Literal["websocket.http.response.body"]
 body: bytes
 more_body: bool
class WebSocketDisconnectEvent(TypedDict):
 type: Literal["websocket.disconnect"]
 code: int
class WebSocketCloseEvent(TypedDict):
 type: Literal["websocket.close"]
 code: int
 reason: str | None
class LifeSpanStartupEvent(TypedDict):
 type: Literal["lifespan.startup"]
class LifeSpanShutdownEvent(TypedDict):
 type: Literal["lifespan.shutdown"]
class LifeSpanStartupCompleteEvent(TypedDict):
 type: Literal["lifespan.startup.complete"]
class LifeSpanStartupFailedEvent(TypedDict):
 type: Literal["lifespan.startup.failed"]
 message: str
class LifeSpanShutdownCompleteEvent(TypedDict):
 type: Literal["lifespan.shutdown.complete"]
class LifeSpanShutdownFailedEvent(TypedDict):
 type: Literal["lifespan.shutdown.failed"]
 message: str
HTTPReceiveMessage: TypeAlias = Union[ HTTPRequestEvent, HTTPDisconnectEvent, ]
WebSocketReceiveMessage: TypeAlias = Union[ WebSocketConnectEvent, WebSocketReceiveEvent, WebSocketDisconnectEvent, ]
LifeSpanReceiveMessage: TypeAlias = Union[ LifeSpanStartupEvent, LifeSpanShutdownEvent, ]
HTTPSendMessage: TypeAlias = Union[ HTTPResponseStartEvent, HTTPResponseBodyEvent, HTTPServerPushEvent, HTTPDisconnectEvent, ]
WebSocketSendMessage: TypeAlias = Union[ WebSocketAcceptEvent, WebSocketSendEvent, WebSocketResponseStartEvent, WebSocketResponseBodyEvent, WebSocketCloseEvent, ]
LifeSpanSendMessage: TypeAlias = Union[ LifeSpanStartupCompleteEvent, LifeSpanStartupFailedEvent, LifeSpanShutdownCompleteEvent, LifeSpanShutdownFailedEvent, ]
LifeSpanReceive: TypeAlias = Callable[..., Awaitable[LifeSpanReceiveMessage]]
LifeSpanSend: TypeAlias = Callable[[LifeSpanSendMessage], Awaitable[None]]
Message: TypeAlias = Union[HTTPSendMessage, WebSocketSendMessage]
ReceiveMessage: TypeAlias = Union[HTTPReceiveMessage, WebSocketReceiveMessage]
Scope: TypeAlias = Union[HTTPScope, WebSocketScope]
Receive: TypeAlias = Callable[..., Awaitable[Union[HTTPReceiveMessage, WebSocketReceiveMessage]]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
ASGIApp: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]
RawHeaders: TypeAlias = Iterable[Tuple[bytes, bytes]]
RawHeadersList: TypeAlias = List[Tuple[bytes, bytes]]
WebSocketMode: TypeAlias = Literal["text", "binary"]

=== litestar.types.callable_types
from __future__ import annotations
from typing import TYPE_CHECKING, Any, AsyncGenerator, Awaitable, Callable, Generator, TypeVar
if TYPE_CHECKING:
 from typing_extensions import TypeAlias
 from litestar.app import Litestar
 from litestar.config.app import AppConfig
 from litestar.connection.base import ASGIConnection
 from litestar.connection.request import Request
 from litestar.handlers.base import BaseRouteHandler
 from litestar.handlers.http_handlers import HTTPRouteHandler
 from litestar.response.base import Response
 from litestar.types.asgi_types import ASGIApp, Message, Method, Scope
 from litestar.types.helper_types import SyncOrAsyncUnion
 from litestar.types.internal_types import PathParameterDefinition
 from litestar.types.protocols import Logger
ExceptionT = TypeVar("ExceptionT", bound=Exception)
AfterExceptionHookHandler: TypeAlias = ...
AfterRequestHookHandler: TypeAlias = ...
AfterResponseHookHandler: TypeAlias = ...
AsyncAnyCallable: TypeAlias = Callable[..., Awaitable[Any]]
AnyCallable: TypeAlias = Callable[..., Any]
AnyGenerator: TypeAlias = ...
BeforeMessageSendHookHandler: TypeAlias = ...
BeforeRequestHookHandler: TypeAlias = ...
CacheKeyBuilder: TypeAlias = "Callable[[Request], str]"
ExceptionHandler: TypeAlias = ...
ExceptionLoggingHandler: TypeAlias = ...
GetLogger: TypeAlias = "Callable[..., Logger]"
Guard: TypeAlias = ...
LifespanHook: TypeAlias = ...
OnAppInitHandler: TypeAlias = "Callable[[AppConfig], AppConfig]"
OperationIDCreator: TypeAlias = ...
Serializer: TypeAlias = Callable[[Any], Any]

=== litestar.types.file_types
import anyio._core._fileio as _loopmend_2
import litestar.types.file_types as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
from typing import ( IO, TYPE_CHECKING, Any, AnyStr, Awaitable, Literal, Protocol, TypedDict, overload, )
__all__ = ("FileInfo", "FileSystemProtocol")
if TYPE_CHECKING:
 from _typeshed import OpenBinaryMode, OpenTextMode
 from anyio import AsyncFile
 from typing_extensions import NotRequired
 from litestar.types.composite_types import PathType
class FileInfo(TypedDict):
 created: float
 destination: NotRequired[bytes | None]
 gid: int
 ino: int
 islink: bool
 mode: int
 mtime: float
 name: str
 nlink: int
 size: int
 type: Literal["file", "directory", "other"]
 uid: int
class FileSystemProtocol(Protocol):
 def info(self, path: PathType, **kwargs: Any) -> FileInfo | Awaitable[FileInfo]: ...
 @overload
 def open(self, file: PathType, mode: OpenBinaryMode, buffering: int = ...) -> IO[bytes] | Awaitable[AsyncFile[bytes]]: ...
 @overload
 def open(self, file: PathType, mode: OpenTextMode, buffering: int = ...) -> IO[str] | Awaitable[AsyncFile[str]]: ...
 def open(self, file: PathType, mode: str, buffering: int = ...) -> IO[AnyStr] | Awaitable[AsyncFile[AnyStr]]: ...

=== litestar.types.helper_types
from __future__ import annotations
from functools import partial
from typing import ( TYPE_CHECKING, Any, AsyncIterable, AsyncIterator, Awaitable, Dict, Iterable, Iterator, Literal, Optional, Sequence, TypeVar, Union, )
if TYPE_CHECKING:
 from typing_extensions import TypeAlias
 from litestar.response.sse import ServerSentEventMessage
T = TypeVar("T")
__all__ = ("AnyIOBackend", "MaybePartial", "OptionalSequence", "SSEData", "StreamType", "SyncOrAsyncUnion")
OptionalSequence: TypeAlias = Optional[Sequence[T]]
SyncOrAsyncUnion: TypeAlias = Union[T, Awaitable[T]]
AnyIOBackend: TypeAlias = Literal["asyncio", "trio"]
StreamType: TypeAlias = Union[Iterable[T], Iterator[T], AsyncIterable[T], AsyncIterator[T]]
MaybePartial: TypeAlias = Union[T, partial]
SSEData: TypeAlias = Union[int, str, bytes, Dict[str, Any], "ServerSentEventMessage"]

=== litestar.utils package
import typing as _loopmend_0
from typing import Any
from litestar.utils.deprecation import deprecated, warn_deprecation
from .helpers import get_enum_string_value, get_name, unique_name_for_scope, url_quote
from .path import join_paths, normalize_path
from .predicates import ( _is_sync_or_async_generator, is_annotated_type, is_any, is_async_callable, is_class_and_subclass, is_class_var, is_dataclass_class, is_dataclass_instance, is_generic, is_mapping, is_non_string_iterable, is_non_string_sequence, is_optional_union, is_undefined_sentinel, is_union, )
from .scope import ( _delete_litestar_scope_state, _get_litestar_scope_state, _set_litestar_scope_state, get_serializer_from_scope, )
from .sequence import find_index, unique
from .sync import AsyncIteratorWrapper, ensure_async_callable
from .typing import get_origin_or_inner_type, make_non_optional_union
__all__ = ( "AsyncIteratorWrapper", "deprecated", "ensure_async_callable", "find_index", "get_enum_string_value", "get_name", "get_origin_or_inner_type", "get_serializer_from_scope", "is_annotated_type", "is_any", "is_async_callable", "is_class_and_subclass", "is_class_var", "is_dataclass_class", "is_dataclass_instance", "is_generic", "is_mapping", "is_non_string_iterable", "is_non_string_sequence", "is_optional_union", "is_undefined_sentinel", "is_union", "join_paths", "make_non_optional_union", "normalize_path", "unique", "unique_name_for_scope", "url_quote", "warn_deprecation", )
_deprecated_names: dict[str, _loopmend_0.Callable[..., None] | _loopmend_0.Callable[..., _loopmend_0.Any] | _loopmend_0.Callable[..., bool]]
def __getattr__(name: str) -> Any: ...

=== litestar.utils.compat
from __future__ import annotations
from typing import TYPE_CHECKING, TypeVar
from litestar.types import Empty, EmptyType
__all__ = ("async_next",)
if TYPE_CHECKING:
 from typing import Any, AsyncGenerator
T = TypeVar("T")
D = TypeVar("D")
try:
 async_next = anext
except NameError:
 async def async_next(gen: AsyncGenerator[T, Any], default: D | EmptyType = ...) -> T | D: ...

=== litestar.utils.deprecation
import typing as _loopmend_0
from __future__ import annotations
import inspect
from functools import wraps
from typing import Callable, Literal, TypeVar
from warnings import warn
from typing_extensions import ParamSpec
__all__ = ("deprecated", "warn_deprecation")
from litestar.exceptions import LitestarDeprecationWarning
T = TypeVar("T")
P = ParamSpec("P")
DeprecatedKind = Literal["function", "method", "classmethod", "attribute", "property", "class", "parameter", "import"]
def warn_deprecation(version: str, deprecated_name: str, kind: DeprecatedKind, *, removal_in: str | None = None, alternative: str | None = None, info: str | None = None, pending: bool = ...) -> None: ...
def deprecated(version: str, *, removal_in: str | None = None, alternative: str | None = None, info: str | None = None, pending: bool = ..., kind: Literal["function", "method", "classmethod", "property"] | None = None) -> Callable[[Callable[P, T]], Callable[P, T]]: ...

=== litestar.utils.predicates
import typing as _loopmend_0
from __future__ import annotations
import sys
from collections import defaultdict, deque
from collections.abc import Iterable as CollectionsIterable
from dataclasses import is_dataclass
from inspect import isasyncgenfunction, isclass, isgeneratorfunction
from typing import ( TYPE_CHECKING, Any, Awaitable, Callable, ClassVar, DefaultDict, Deque, Dict, FrozenSet, Generic, Iterable, List, Mapping, Optional, Sequence, Set, Tuple, TypeVar, get_origin, )
from typing_extensions import ( Annotated, ParamSpec, TypeGuard, get_args, )
from litestar.constants import UNDEFINED_SENTINELS
from litestar.types.builtin_types import NoneType, UnionTypes
from litestar.utils.deprecation import warn_deprecation
from litestar.utils.helpers import unwrap_partial
from litestar.utils.typing import get_origin_or_inner_type
if sys.version_info >= (3, 10):
 from inspect import iscoroutinefunction
else:
 from asyncio import iscoroutinefunction
if TYPE_CHECKING:
 from litestar.types.callable_types import AnyGenerator
 from litestar.types.protocols import DataclassProtocol
__all__ = ( "is_annotated_type", "is_any", "is_async_callable", "is_class_and_subclass", "is_class_var", "is_dataclass_class", "is_dataclass_instance", "is_generic", "is_mapping", "is_non_string_iterable", "is_non_string_sequence", "is_optional_union", "is_undefined_sentinel", "is_union", )
P = ParamSpec("P")
T = TypeVar("T")
def is_async_callable(value: Callable[P, T]) -> TypeGuard[Callable[P, Awaitable[T]]]: ...
def is_dataclass_instance(obj: Any) -> TypeGuard[DataclassProtocol]: ...
def is_dataclass_class(annotation: Any) -> TypeGuard[type[DataclassProtocol]]: ...
def is_class_and_subclass(annotation: Any, type_or_type_tuple: type[T] | tuple[type[T], ...]) -> TypeGuard[type[T]]: ...
def is_generic(annotation: Any) -> bool: ...
def is_mapping(annotation: Any) -> TypeGuard[Mapping[Any, Any]]: ...
def is_non_string_iterable(annotation: Any) -> TypeGuard[Iterable[Any]]: ...
def is_non_string_sequence(annotation: Any) -> TypeGuard[Sequence[Any]]: ...
def is_any(annotation: Any) -> TypeGuard[Any]: ...
def is_union(annotation: Any) -> bool: ...
def is_optional_union(annotation: Any) -> TypeGuard[Any | None]: ...
def is_class_var(annotation: Any) -> bool: ...
def _is_sync_or_async_generator(obj: Any) -> TypeGuard[AnyGenerator]: ...
def is_annotated_type(annotation: Any) -> bool: ...
def is_undefined_sentinel(value: Any) -> bool: ...
_deprecated_names: dict[str, _loopmend_0.Callable[..., bool]]
def __getattr__(name: str) -> Any: ...

=== litestar.utils.sync
import litestar.utils.sync as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
from typing import ( AsyncGenerator, Awaitable, Callable, Generic, Iterable, Iterator, TypeVar, )
from typing_extensions import ParamSpec
from litestar.concurrency import sync_to_thread
from litestar.utils.predicates import is_async_callable
__all__ = ("AsyncCallable", "AsyncIteratorWrapper", "ensure_async_callable", "is_async_callable")
P = ParamSpec("P")
T = TypeVar("T")
def ensure_async_callable(fn: Callable[P, T]) -> Callable[P, Awaitable[T]]: ...
class AsyncCallable:
 def __init__(self, fn: Callable[P, T]) -> None: ...
 def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Awaitable[T]: ...
 func: _loopmend_0.Callable[..., _loopmend_0.Any]
class AsyncIteratorWrapper(Generic[T]):
 __slots__: tuple[str, str]
 def __init__(self, iterator: Iterator[T] | Iterable[T]) -> None: ...
 def _call_next(self) -> T: ...
 def _async_generator(self) -> AsyncGenerator[T, None]: ...
 def __aiter__(self) -> AsyncIteratorWrapper[T]: ...
 async def __anext__(self) -> T: ...
 generator: _loopmend_0.AsyncGenerator
 iterator: _loopmend_0.Iterator

=== litestar.utils.typing
import typing as _loopmend_0
from __future__ import annotations
import re
from collections import abc, defaultdict, deque
from typing import ( AbstractSet, Any, AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Collection, Container, Coroutine, DefaultDict, Deque, Dict, FrozenSet, Generator, ItemsView, Iterable, Iterator, KeysView, List, Mapping, MappingView, MutableMapping, MutableSequence, MutableSet, Reversible, Sequence, Set, Tuple, TypeVar, Union, ValuesView, cast, )
from typing_extensions import ( Annotated, NewType, NotRequired, ReadOnly, Required, get_args, get_origin, get_type_hints, )
from litestar.types.builtin_types import NoneType, UnionTypes
__all__ = ( "get_instantiable_origin", "get_origin_or_inner_type", "get_safe_generic_origin", "instantiable_type_mapping", "make_non_optional_union", "safe_generic_origin_map", "unwrap_annotation", )
T = TypeVar("T")
UnionT = TypeVar("UnionT", bound="Union")
tuple_types_regex = re.compile( "^" + "|".join( [*[repr(x) for x in (List, Sequence, Iterable, Iterator, Tuple, Deque)], "tuple", "list", "collections.deque"] ) )
instantiable_type_mapping: dict
safe_generic_origin_map: dict
wrapper_type_set: set[_loopmend_0._SpecialForm]
def normalize_type_annotation(annotation: Any) -> Any: ...
def make_non_optional_union(annotation: UnionT | None) -> UnionT: ...
def unwrap_annotation(annotation: Any) -> tuple[Any, tuple[Any, ...], set[Any]]: ...
def unwrap_new_type(new_type: Any) -> Any: ...
def get_origin_or_inner_type(annotation: Any) -> Any: ...
def get_safe_generic_origin(origin_type: Any, annotation: Any) -> Any: ...
def get_instantiable_origin(origin_type: Any, annotation: Any) -> Any: ...
def get_type_hints_with_generics_resolved(annotation: Any, globalns: dict[str, Any] | None = None, localns: dict[str, Any] | None = None, include_extras: bool = ..., type_hints: dict[str, Any] | None = None) -> dict[str, Any]: ...
def expand_type_var_in_type_hint(type_hint: dict[str, Any], namespace: dict[str, Any] | None) -> dict[str, Any]: ...
def _substitute_typevars(obj: Any, typevar_map: Mapping[Any, Any]) -> Any: ...

