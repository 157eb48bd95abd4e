# fastapi 0.165.0 MIT
=== fastapi package
__version__ = "0.165.0"
from starlette import status as status
from .applications import FastAPI as FastAPI
from .background import BackgroundTasks as BackgroundTasks
from .datastructures import UploadFile as UploadFile
from .exceptions import HTTPException as HTTPException
from .exceptions import WebSocketException as WebSocketException
from .param_functions import Body as Body
from .param_functions import Cookie as Cookie
from .param_functions import Depends as Depends
from .param_functions import File as File
from .param_functions import Form as Form
from .param_functions import Header as Header
from .param_functions import Path as Path
from .param_functions import Query as Query
from .param_functions import Security as Security
from .requests import Request as Request
from .responses import Response as Response
from .routing import APIRouter as APIRouter
from .websockets import WebSocket as WebSocket
from .websockets import WebSocketDisconnect as WebSocketDisconnect

=== fastapi._body_limit
import typing as _loopmend_0
from fastapi.exception_handlers import http_exception_handler
from starlette.exceptions import HTTPException
from starlette.middleware import body_limit
from starlette.middleware.body_limit import ( MAX_BODY_SIZE_SCOPE_KEY, RequestBodyLimitMiddleware, )
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send
_response_sent = getattr(body_limit, "_RequestBodyLimitResponseSent", ())
_body_limit_errors = tuple( cls for cls in (getattr(body_limit, "_RequestBodyTooLarge", None), _response_sent) if cls )
def validate_max_body_size(max_body_size: int | None) -> None: ...
def get_body_size_limit(*limits: int | None) -> int | None: ...
def get_body_limit_error(exc: Exception) -> Exception | None: ...
def wrap_app_with_body_limit(app: ASGIApp, max_body_size: int | None) -> ASGIApp: ...
class _BodyLimitExceptionMiddleware:
 def __init__(self, app: ASGIApp) -> None: ...
 async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 app: _loopmend_0.Callable[..., _loopmend_0.Awaitable[None]]
class AppBodyLimitMiddleware:
 def __init__(self, app: ASGIApp, max_body_size: int | None) -> None: ...
 async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 app: _loopmend_0.Callable[..., _loopmend_0.Awaitable[None]]

=== fastapi.applications
import fastapi.routing as _loopmend_1
import fastapi.telemetry._asgi as _loopmend_3
import starlette.datastructures as _loopmend_2
import typing as _loopmend_0
import os
import warnings
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from enum import Enum
from typing import Annotated, Any, Literal, TypeVar
from annotated_doc import Doc
from fastapi import routing
from fastapi._body_limit import AppBodyLimitMiddleware
from fastapi._form_limits import _FormLimits
from fastapi.datastructures import Default, DefaultPlaceholder
from fastapi.exception_handlers import ( http_exception_handler, request_validation_exception_handler, websocket_request_validation_exception_handler, )
from fastapi.exceptions import ( FastAPIDeprecationWarning, RequestValidationError, WebSocketRequestValidationError, )
from fastapi.middleware.asyncexitstack import AsyncExitStackMiddleware
from fastapi.openapi.docs import ( get_redoc_html, get_swagger_ui_html, get_swagger_ui_oauth2_redirect_html, )
from fastapi.openapi.utils import get_openapi
from fastapi.params import Depends
from fastapi.telemetry import TelemetryConfig
from fastapi.telemetry._asgi import ( ExceptionTelemetryMiddleware, NativeTelemetry, _legacy_otel, )
from fastapi.types import DecoratedCallable, IncEx
from fastapi.utils import generate_unique_id
from starlette.applications import Starlette
from starlette.datastructures import State
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.middleware.errors import ServerErrorMiddleware
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, ExceptionHandler, Lifespan, Receive, Scope, Send
from typing_extensions import deprecated
AppType = TypeVar("AppType", bound="FastAPI")
class FastAPI(Starlette):
 def __init__(self: AppType, *, telemetry: TelemetryConfig | None = None, debug: bool = ..., routes: list[BaseRoute] | None = None, title: str = ..., summary: str | None = None, description: str = ..., version: str = ..., openapi_url: str | None = ..., openapi_tags: list[dict[str, Any]] | None = None, servers: list[dict[str, str | Any]] | None = None, dependencies: Sequence[Depends] | None = None, default_response_class: type[Response] = ..., redirect_slashes: bool = ..., docs_url: str | None = ..., redoc_url: str | None = ..., swagger_ui_oauth2_redirect_url: str | None = ..., swagger_ui_init_oauth: dict[str, Any] | None = None, middleware: Sequence[Middleware] | None = None, exception_handlers: dict[ int | type[Exception], Callable[[Request, Any], Coroutine[Any, Any, Response]], ] | None = None, on_startup: Sequence[Callable[[], Any]] | None = None, on_shutdown: Sequence[Callable[[], Any]] | None = None, lifespan: Lifespan[AppType] | None = None, terms_of_service: str | None = None, contact: dict[str, str | Any] | None = None, license_info: dict[str, str | Any] | None = None, root_path: str = ..., root_path_in_servers: bool = ..., responses: dict[int | str, dict[str, Any]] | None = None, callbacks: list[BaseRoute] | None = None, webhooks: routing.APIRouter | None = None, deprecated: bool | None = None, include_in_schema: bool = ..., swagger_ui_parameters: dict[str, Any] | None = None, generate_unique_id_function: Callable[[routing.APIRoute], str] = ..., separate_input_output_schemas: bool = ..., openapi_external_docs: dict[str, Any] | None = None, strict_content_type: bool = ..., max_body_size: int | None = None, form_limits: _FormLimits | None = None) -> None: ...
 def build_middleware_stack(self) -> ASGIApp: ...
 def openapi(self) -> dict[str, Any]: ...
 def setup(self) -> None: ...
 async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 def add_api_route(self, path: str, endpoint: Callable[..., Any], *, response_model: Any = ..., status_code: int | None = None, tags: list[str | Enum] | None = None, dependencies: Sequence[Depends] | None = None, summary: str | None = None, description: str | None = None, response_description: str = ..., responses: dict[int | str, dict[str, Any]] | None = None, deprecated: bool | None = None, methods: list[str] | None = None, operation_id: str | None = None, response_model_include: IncEx | None = None, response_model_exclude: IncEx | None = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., include_in_schema: bool = ..., response_class: type[Response] | DefaultPlaceholder = ..., name: str | None = None, openapi_extra: dict[str, Any] | None = None, generate_unique_id_function: Callable[[routing.APIRoute], str] = ..., max_body_size: int | None = None, form_limits: _FormLimits | None = None) -> None: ...
 def frontend(self, path: str, *, directory: str | os.PathLike[str], fallback: Literal["auto", "index.html", "404.html"] | None = ..., check_dir: bool | Literal["auto"] = ...) -> None: ...
 def api_route(self, path: str, *, response_model: Any = ..., status_code: int | None = None, tags: list[str | Enum] | None = None, dependencies: Sequence[Depends] | None = None, summary: str | None = None, description: str | None = None, response_description: str = ..., responses: dict[int | str, dict[str, Any]] | None = None, deprecated: bool | None = None, methods: list[str] | None = None, operation_id: str | None = None, response_model_include: IncEx | None = None, response_model_exclude: IncEx | None = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., include_in_schema: bool = ..., response_class: type[Response] = ..., name: str | None = None, openapi_extra: dict[str, Any] | None = None, generate_unique_id_function: Callable[[routing.APIRoute], str] = ..., max_body_size: int | None = None, form_limits: _FormLimits | None = None) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 def add_api_websocket_route(self, path: str, endpoint: Callable[..., Any], name: str | None = None, *, dependencies: Sequence[Depends] | None = None) -> None: ...
 def websocket(self, path: str, name: str | None = None, *, dependencies: Sequence[Depends] | None = None) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 def include_router(self, router: routing.APIRouter, *, prefix: str = ..., tags: list[str | Enum] | None = None, dependencies: Sequence[Depends] | None = None, responses: dict[int | str, dict[str, Any]] | None = None, deprecated: bool | None = None, include_in_schema: bool = ..., default_response_class: type[Response] = ..., callbacks: list[BaseRoute] | None = None, generate_unique_id_function: Callable[[routing.APIRoute], str] = ..., max_body_size: int | None = None, form_limits: _FormLimits | None = None) -> None: ...
 def get(self, path: str, *, response_model: Any = ..., status_code: int | None = None, tags: list[str | Enum] | None = None, dependencies: Sequence[Depends] | None = None, summary: str | None = None, description: str | None = None, response_description: str = ..., responses: dict[int | str, dict[str, Any]] | None = None, deprecated: bool | None = None, operation_id: str | None = None, response_model_include: IncEx | None = None, response_model_exclude: IncEx | None = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., include_in_schema: bool = ..., response_class: type[Response] = ..., name: str | None = None, callbacks: list[BaseRoute] | None = None, openapi_extra: dict[str, Any] | None = None, generate_unique_id_function: Callable[[routing.APIRoute], str] = ..., max_body_size: int | None = None, form_limits: _FormLimits | None = None) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 def put(self, path: str, *, response_model: Any = ..., status_code: int | None = None, tags: list[str | Enum] | None = None, dependencies: Sequence[Depends] | None = None, summary: str | None = None, description: str | None = None, response_description: str = ..., responses: dict[int | str, dict[str, Any]] | None = None, deprecated: bool | None = None, operation_id: str | None = None, response_model_include: IncEx | None = None, response_model_exclude: IncEx | None = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., include_in_schema: bool = ..., response_class: type[Response] = ..., name: str | None = None, callbacks: list[BaseRoute] | None = None, openapi_extra: dict[str, Any] | None = None, generate_unique_id_function: Callable[[routing.APIRoute], str] = ..., max_body_size: int | None = None, form_limits: _FormLimits | None = None) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 def post(self, path: str, *, response_model: Any = ..., status_code: int | None = None, tags: list[str | Enum] | None = None, dependencies: Sequence[Depends] | None = None, summary: str | None = None, description: str | None = None, response_description: str = ..., responses: dict[int | str, dict[str, Any]] | None = None, deprecated: bool | None = None, operation_id: str | None = None, response_model_include: IncEx | None = None, response_model_exclude: IncEx | None = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., include_in_schema: bool = ..., response_class: type[Response] = ..., name: str | None = None, callbacks: list[BaseRoute] | None = None, openapi_extra: dict[str, Any] | None = None, generate_unique_id_function: Callable[[routing.APIRoute], str] = ..., max_body_size: int | None = None, form_limits: _FormLimits | None = None) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 def delete(self, path: str, *, response_model: Any = ..., status_code: int | None = None, tags: list[str | Enum] | None = None, dependencies: Sequence[Depends] | None = None, summary: str | None = None, description: str | None = None, response_description: str = ..., responses: dict[int | str, dict[str, Any]] | None = None, deprecated: bool | None = None, operation_id: str | None = None, response_model_include: IncEx | None = None, response_model_exclude: IncEx | None = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., include_in_schema: bool = ..., response_class: type[Response] = ..., name: str | None = None, callbacks: list[BaseRoute] | None = None, openapi_extra: dict[str, Any] | None = None, generate_unique_id_function: Callable[[routing.APIRoute], str] = ..., max_body_size: int | None = None, form_limits: _FormLimits | None = None) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 def options(self, path: str, *, response_model: Any = ..., status_code: int | None = None, tags: list[str | Enum] | None = None, dependencies: Sequence[Depends] | None = None, summary: str | None = None, description: str | None = None, response_description: str = ..., responses: dict[int | str, dict[str, Any]] | None = None, deprecated: bool | None = None, operation_id: str | None = None, response_model_include: IncEx | None = None, response_model_exclude: IncEx | None = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., include_in_schema: bool = ..., response_class: type[Response] = ..., name: str | None = None, callbacks: list[BaseRoute] | None = None, openapi_extra: dict[str, Any] | None = None, generate_unique_id_function: Callable[[routing.APIRoute], str] = ..., max_body_size: int | None = None, form_limits: _FormLimits | None = None) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 def head(self, path: str, *, response_model: Any = ..., status_code: int | None = None, tags: list[str | Enum] | None = None, dependencies: Sequence[Depends] | None = None, summary: str | None = None, description: str | None = None, response_description: str = ..., responses: dict[int | str, dict[str, Any]] | None = None, deprecated: bool | None = None, operation_id: str | None = None, response_model_include: IncEx | None = None, response_model_exclude: IncEx | None = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., include_in_schema: bool = ..., response_class: type[Response] = ..., name: str | None = None, callbacks: list[BaseRoute] | None = None, openapi_extra: dict[str, Any] | None = None, generate_unique_id_function: Callable[[routing.APIRoute], str] = ..., max_body_size: int | None = None, form_limits: _FormLimits | None = None) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 def patch(self, path: str, *, response_model: Any = ..., status_code: int | None = None, tags: list[str | Enum] | None = None, dependencies: Sequence[Depends] | None = None, summary: str | None = None, description: str | None = None, response_description: str = ..., responses: dict[int | str, dict[str, Any]] | None = None, deprecated: bool | None = None, operation_id: str | None = None, response_model_include: IncEx | None = None, response_model_exclude: IncEx | None = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., include_in_schema: bool = ..., response_class: type[Response] = ..., name: str | None = None, callbacks: list[BaseRoute] | None = None, openapi_extra: dict[str, Any] | None = None, generate_unique_id_function: Callable[[routing.APIRoute], str] = ..., max_body_size: int | None = None, form_limits: _FormLimits | None = None) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 def trace(self, path: str, *, response_model: Any = ..., status_code: int | None = None, tags: list[str | Enum] | None = None, dependencies: Sequence[Depends] | None = None, summary: str | None = None, description: str | None = None, response_description: str = ..., responses: dict[int | str, dict[str, Any]] | None = None, deprecated: bool | None = None, operation_id: str | None = None, response_model_include: IncEx | None = None, response_model_exclude: IncEx | None = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., include_in_schema: bool = ..., response_class: type[Response] = ..., name: str | None = None, callbacks: list[BaseRoute] | None = None, openapi_extra: dict[str, Any] | None = None, generate_unique_id_function: Callable[[routing.APIRoute], str] = ..., max_body_size: int | None = None, form_limits: _FormLimits | None = None) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 def websocket_route(self, path: str, name: str | None = None) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 @deprecated( """
        on_event is deprecated, use lifespan event handlers instead.

        Read more about it in the
        [FastAPI docs for Lifespan Events](https://fastapi.tiangolo.com/advanced/events/).
        """ )
 def on_event(self, event_type: str) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 def middleware(self, middleware_type: str) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 def exception_handler(self, exc_class_or_status_code: int | type[Exception]) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 debug: bool
 title: str
 summary: None | str
 description: str
 version: str
 openapi_url: None | str
 openapi_tags: None | list[dict]
 servers: list | list[dict]
 docs_url: None | str
 redoc_url: None | str
 swagger_ui_oauth2_redirect_url: None | str
 swagger_ui_init_oauth: None | dict
 exception_handlers: dict
 terms_of_service: None | str
 contact: None | dict
 license_info: None | dict
 root_path: str
 root_path_in_servers: bool
 webhooks: _loopmend_1.APIRouter
 swagger_ui_parameters: None | dict
 separate_input_output_schemas: bool
 openapi_external_docs: None | dict
 max_body_size: None | int
 openapi_version: str
 openapi_schema: dict[str, Any] | None
 _openapi_routes_version: int | None
 state: _loopmend_2.State
 dependency_overrides: dict[_loopmend_0.Callable[..., _loopmend_0.Any], _loopmend_0.Callable[..., _loopmend_0.Any]]
 router: routing.APIRouter
 _telemetry: TelemetryConfig
 _native_telemetry: _loopmend_3.NativeTelemetry
 user_middleware: list[Middleware]
 middleware_stack: ASGIApp | None

=== fastapi.background
from collections.abc import Callable
from typing import Annotated, Any
from annotated_doc import Doc
from fastapi.telemetry._api import _operation
from starlette.background import BackgroundTasks as StarletteBackgroundTasks
from typing_extensions import ParamSpec
P = ParamSpec("P")
class BackgroundTasks(StarletteBackgroundTasks):
 def add_task(self, func: Callable[P, Any], *args: P.args, **kwargs: P.kwargs) -> None: ...
 async def __call__(self) -> None: ...

=== fastapi.concurrency
import anyio._core._synchronization as _loopmend_0
from collections.abc import AsyncGenerator
from contextlib import AbstractAsyncContextManager, AbstractContextManager
from contextlib import asynccontextmanager as asynccontextmanager
from typing import TypeVar
from weakref import WeakKeyDictionary
import anyio.to_thread
from anyio import CancelScope, CapacityLimiter, Semaphore
from anyio.lowlevel import RunVar, checkpoint_if_cancelled
from starlette.concurrency import iterate_in_threadpool as iterate_in_threadpool
from starlette.concurrency import run_in_threadpool as run_in_threadpool
from starlette.concurrency import ( run_until_first_complete as run_until_first_complete, )
_T = TypeVar("_T")
_dependency_semaphores: RunVar[ WeakKeyDictionary["_DependencyConcurrency", Semaphore] ] = ...
@asynccontextmanager
def contextmanager_in_threadpool(cm: AbstractContextManager[_T]) -> AsyncGenerator[_T, None]: ...
@asynccontextmanager
def _asynccontextmanager_with_shielded_exit(cm: AbstractAsyncContextManager[_T], cleanup_scope: CancelScope) -> AsyncGenerator[_T, None]: ...
class _DependencyConcurrency:
 def __init__(self, max_concurrency: int) -> None: ...
 def get_semaphore(self) -> Semaphore: ...
 max_concurrency: int
@asynccontextmanager
def _contextmanager_with_concurrency_limit(cm: AbstractAsyncContextManager[_T], semaphore: Semaphore) -> AsyncGenerator[_T, None]: ...

=== fastapi.datastructures
import fastapi.datastructures as _loopmend_0
import typing as _loopmend_1
from collections.abc import Callable, Mapping
from typing import ( Annotated, Any, BinaryIO, TypeVar, cast, )
from annotated_doc import Doc
from pydantic import GetJsonSchemaHandler
from starlette.datastructures import URL as URL
from starlette.datastructures import Address as Address
from starlette.datastructures import FormData as FormData
from starlette.datastructures import Headers as Headers
from starlette.datastructures import QueryParams as QueryParams
from starlette.datastructures import State as State
from starlette.datastructures import UploadFile as StarletteUploadFile
class UploadFile(StarletteUploadFile):
 file: BinaryIO
 filename: str | None
 size: int | None
 headers: Headers
 content_type: str | None
 async def write(self, data: bytes) -> None: ...
 async def read(self, size: int = ...) -> bytes: ...
 async def seek(self, offset: int) -> None: ...
 async def close(self) -> None: ...
 @classmethod
 def _validate(cls, __input_value: Any, _: Any) -> "UploadFile": ...
 @classmethod
 def __get_pydantic_json_schema__(cls, core_schema: Mapping[str, Any], handler: GetJsonSchemaHandler) -> dict[str, Any]: ...
 @classmethod
 def __get_pydantic_core_schema__(cls, source: type[Any], handler: Callable[[Any], Mapping[str, Any]]) -> Mapping[str, Any]: ...
class DefaultPlaceholder:
 def __init__(self, value: Any) -> None: ...
 def __bool__(self) -> bool: ...
 def __eq__(self, o: object) -> bool: ...
 value: _loopmend_1.Any
DefaultType = TypeVar("DefaultType")
def Default(value: DefaultType) -> DefaultType: ...
_Unset: None

=== fastapi.dependencies package

=== fastapi.dependencies.models
import fastapi.security.base as _loopmend_1
import typing as _loopmend_0
import inspect
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any, Literal
from fastapi._compat import ModelField
from fastapi.concurrency import _DependencyConcurrency
from fastapi.security.base import SecurityBase
from fastapi.types import DependencyCacheKey
if sys.version_info >= (3, 13):
 from inspect import iscoroutinefunction
else:
 from asyncio import iscoroutinefunction
def _unwrapped_call(call: Callable[..., Any] | None) -> Any: ...
def _impartial(func: Callable[..., Any]) -> Callable[..., Any]: ...
@dataclass(slots=True)
class Dependant:
 path_params: list[ModelField] = field(default_factory=list)
 query_params: list[ModelField] = field(default_factory=list)
 header_params: list[ModelField] = field(default_factory=list)
 cookie_params: list[ModelField] = field(default_factory=list)
 body_params: list[ModelField] = field(default_factory=list)
 dependencies: list["Dependant"] = field(default_factory=list)
 name: str | None = None
 call: Callable[..., Any] | None = None
 request_param_name: str | None = None
 websocket_param_name: str | None = None
 http_connection_param_name: str | None = None
 response_param_name: str | None = None
 background_tasks_param_name: str | None = None
 security_scopes_param_name: str | None = None
 own_oauth_scopes: list[str] | None = None
 parent_oauth_scopes: list[str] | None = None
 use_cache: bool = True
 path: str | None = None
 scope: Literal["function", "request"] | None = None
 concurrency: _DependencyConcurrency | None = None
_UsesScopesCache = dict[int, tuple[Dependant, bool]]
_CALLABLE_CLASSIFICATION_CACHE_SIZE = 4096
class _CallIdentity:
 __slots__: tuple[str]
 def __init__(self, call: Callable[..., Any]) -> None: ...
 def __hash__(self) -> int: ...
 def __eq__(self, other: object) -> bool: ...
 call: _loopmend_0.Callable[..., _loopmend_0.Any]
def _get_oauth_scopes(*, dependant: Dependant) -> list[str]: ...
def _get_cache_key(*, dependant: Dependant, uses_scopes_cache: _UsesScopesCache | None = None) -> DependencyCacheKey: ...
def _uses_scopes(*, dependant: Dependant, cache: _UsesScopesCache | None = None) -> bool: ...
def _is_security_scheme(*, dependant: Dependant) -> bool: ...
def _get_security_scheme(*, dependant: Dependant) -> SecurityBase: ...
@lru_cache(maxsize=_CALLABLE_CLASSIFICATION_CACHE_SIZE)
def _is_gen_callable_cached(call_identity: _CallIdentity) -> bool: ...
def _is_gen_callable(call: Callable[..., Any] | None) -> bool: ...
@lru_cache(maxsize=_CALLABLE_CLASSIFICATION_CACHE_SIZE)
def _is_async_gen_callable_cached(call_identity: _CallIdentity) -> bool: ...
def _is_async_gen_callable(call: Callable[..., Any] | None) -> bool: ...
@lru_cache(maxsize=_CALLABLE_CLASSIFICATION_CACHE_SIZE)
def _is_coroutine_callable_cached(call_identity: _CallIdentity) -> bool: ...
def _is_coroutine_callable(call: Callable[..., Any] | None) -> bool: ...
def _get_computed_scope(*, dependant: Dependant) -> str | None: ...

=== fastapi.dependencies.utils
import fastapi._compat.v2 as _loopmend_1
import fastapi.dependencies.models as _loopmend_0
import fastapi.dependencies.utils as _loopmend_5
import inspect as _loopmend_3
import pydantic.main as _loopmend_2
import typing as _loopmend_4
import dataclasses
import inspect
import sys
from collections.abc import ( AsyncGenerator, AsyncIterable, AsyncIterator, Callable, Generator, Iterable, Iterator, Mapping, Sequence, )
from contextlib import AsyncExitStack, contextmanager
from copy import copy, deepcopy
from dataclasses import dataclass
from functools import partial
from typing import ( Annotated, Any, ForwardRef, Literal, Union, cast, get_args, get_origin, )
from anyio import CancelScope
from fastapi import params
from fastapi._compat import ( ModelField, RequiredParam, Undefined, copy_field_info, create_body_model, evaluate_forwardref, field_annotation_is_scalar, field_annotation_is_scalar_sequence, field_annotation_is_sequence, get_cached_model_fields, get_missing_field_error, is_bytes_or_nonable_bytes_annotation, is_bytes_sequence_annotation, is_scalar_field, is_uploadfile_or_nonable_uploadfile_annotation, is_uploadfile_sequence_annotation, lenient_issubclass, sequence_types, serialize_sequence_value, value_is_sequence, )
from fastapi.background import BackgroundTasks
from fastapi.concurrency import ( _asynccontextmanager_with_shielded_exit, _contextmanager_with_concurrency_limit, _DependencyConcurrency, asynccontextmanager, contextmanager_in_threadpool, )
from fastapi.dependencies.models import ( Dependant, _get_cache_key, _get_computed_scope, _get_oauth_scopes, _is_async_gen_callable, _is_coroutine_callable, _is_gen_callable, _UsesScopesCache, )
from fastapi.exceptions import DependencyScopeError
from fastapi.logger import logger
from fastapi.security.oauth2 import SecurityScopes
from fastapi.types import DependencyCacheKey, UnionType
from fastapi.utils import create_model_field, get_path_param_names
from pydantic import ( AliasChoices, AliasPath, BaseModel, BeforeValidator, ConfigDict, GetJsonSchemaHandler, GetPydanticSchema, Json, Tag, )
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema
from starlette.background import BackgroundTasks as StarletteBackgroundTasks
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import ( FormData, Headers, ImmutableMultiDict, QueryParams, UploadFile, )
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.websockets import WebSocket
from typing_inspection.typing_objects import is_typealiastype
multipart_not_installed_error: str
multipart_incorrect_install_error: str
def ensure_multipart_is_installed() -> None: ...
def get_parameterless_sub_dependant(*, depends: params.Depends, path: str) -> Dependant: ...
def _get_flat_body_params(dependant: Dependant) -> list[ModelField]: ...
def _get_model_type(annotation: Any) -> type[BaseModel] | None: ...
def _get_param_model(field: ModelField) -> type[BaseModel] | None: ...
def _get_flat_fields_from_params(fields: Sequence[ModelField]) -> list[ModelField]: ...
def get_flat_params(dependant: Dependant) -> list[ModelField]: ...
def _get_signature(call: Callable[..., Any]) -> inspect.Signature: ...
def get_typed_signature(call: Callable[..., Any]) -> inspect.Signature: ...
def get_typed_annotation(annotation: Any, globalns: dict[str, Any]) -> Any: ...
def get_typed_return_annotation(call: Callable[..., Any]) -> Any: ...
_STREAM_ORIGINS: set[type[_loopmend_4.AsyncGenerator] | type[_loopmend_4.AsyncIterable] | type[_loopmend_4.AsyncIterator] | type[_loopmend_4.Generator] | type[_loopmend_4.Iterable] | type[_loopmend_4.Iterator]]
def get_stream_item_type(annotation: Any) -> Any | None: ...
def get_dependant(*, path: str, call: Callable[..., Any], name: str | None = None, own_oauth_scopes: list[str] | None = None, parent_oauth_scopes: list[str] | None = None, use_cache: bool = ..., scope: Literal["function", "request"] | None = None, concurrency: _DependencyConcurrency | None = None) -> Dependant: ...
def add_non_field_param_to_dependency(*, param_name: str, type_annotation: Any, dependant: Dependant) -> bool | None: ...
@dataclass
class ParamDetails:
 type_annotation: Any
 depends: params.Depends | None
 field: ModelField | None
def analyze_param(*, param_name: str, annotation: Any, value: Any, path_param_names: set[str]) -> ParamDetails: ...
def add_param_to_fields(*, field: ModelField, dependant: Dependant) -> None: ...
async def _solve_generator(*, dependant: Dependant, stack: AsyncExitStack, sub_values: dict[str, Any], request: Request | WebSocket) -> Any: ...
@dataclass
class SolvedDependency:
 values: dict[str, Any]
 errors: list[Any]
 background_tasks: StarletteBackgroundTasks | None
 response: Response
 dependency_cache: dict[DependencyCacheKey, Any]
async def solve_dependencies(*, request: Request | WebSocket, dependant: Dependant, body: Any = ..., background_tasks: StarletteBackgroundTasks | None = None, response: Response | None = None, dependency_overrides_provider: Any | None = None, dependency_cache: dict[DependencyCacheKey, Any] | None = None, async_exit_stack: AsyncExitStack, embed_body_fields: bool, _uses_scopes_cache: _UsesScopesCache | None = None) -> SolvedDependency: ...
def _validate_value_with_model_field(*, field: ModelField, value: Any, values: dict[str, Any], loc: tuple[str, ...]) -> tuple[Any, list[Any]]: ...
def _is_json_field(field: ModelField) -> bool: ...
def _is_empty_file_input(value: Any) -> bool: ...
def _get_multidict_value(field: ModelField, values: Mapping[str, Any], alias: str) -> Any: ...
def _get_multidict_extras(received_params: Mapping[str, Any], processed_keys: set[str]) -> Iterator[tuple[str, Any]]: ...
def _request_param_model_to_args(model_field: ModelField, model: type[BaseModel], received_params: Mapping[str, Any]) -> tuple[Any, list[Any]]: ...
def request_params_to_args(fields: Sequence[ModelField], received_params: Mapping[str, Any] | QueryParams | Headers) -> tuple[dict[str, Any], list[Any]]: ...
def _get_form_union_models(annotation: Any) -> list[type[BaseModel]]: ...
def _add_form_union_validators(annotation: Any) -> Any: ...
def _normalize_form_model(value: Any, *, model: type[BaseModel]) -> Any: ...
def _get_form_models(field: ModelField) -> list[type[BaseModel]]: ...
def _get_form_model(field: ModelField) -> type[BaseModel] | None: ...
def _should_embed_body_fields(fields: list[ModelField]) -> bool: ...
def _extract_form_items(body_fields: list[ModelField], received_body: FormData) -> Iterator[tuple[str, Any, ModelField | None]]: ...
async def _read_file_bytes(file: UploadFile) -> bytes: ...
def _extract_form_body(body_fields: list[ModelField], received_body: FormData) -> AsyncIterator[tuple[str, Any, ModelField | None]]: ...
def _is_form_model_supplied(model: type[BaseModel], received_body: FormData) -> bool: ...
async def _extract_form_model(field: ModelField, models: list[type[BaseModel]], received_body: FormData) -> Any: ...
async def request_body_to_args(body_fields: list[ModelField], received_body: Any, embed_body_fields: bool) -> tuple[dict[str, Any], list[dict[str, Any]]]: ...
def _get_form_model_schema(model: type[BaseModel], core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]: ...
def _apply_form_body_schema(body_params: list[ModelField], schema: dict[str, Any]) -> None: ...
def _get_body_field(*, body_params: list[ModelField], name: str, embed_body_fields: bool) -> ModelField | None: ...
def get_validation_alias(field: ModelField) -> str: ...
def _get_param_aliases(field: ModelField, *, convert_underscores: bool = ...) -> list[tuple[str, str]]: ...

=== fastapi.exception_handlers
import starlette.responses as _loopmend_0
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError, WebSocketRequestValidationError
from fastapi.utils import is_body_allowed_for_status_code
from fastapi.websockets import WebSocket
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.status import WS_1008_POLICY_VIOLATION
async def http_exception_handler(request: Request, exc: HTTPException) -> Response: ...
async def request_validation_exception_handler(request: Request, exc: RequestValidationError) -> JSONResponse: ...
async def websocket_request_validation_exception_handler(websocket: WebSocket, exc: WebSocketRequestValidationError) -> None: ...

=== fastapi.middleware package
from starlette.middleware import Middleware as Middleware

=== fastapi.middleware.asyncexitstack
import typing as _loopmend_0
from contextlib import AsyncExitStack
from starlette.types import ASGIApp, Receive, Scope, Send
class AsyncExitStackMiddleware:
 def __init__(self, app: ASGIApp, context_name: str = ...) -> None: ...
 async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 app: _loopmend_0.Callable[..., _loopmend_0.Awaitable[None]]
 context_name: str

=== fastapi.routing
import contextlib as _loopmend_1
import fastapi._compat.v2 as _loopmend_9
import fastapi._form_limits as _loopmend_10
import fastapi.dependencies.models as _loopmend_6
import fastapi.exceptions as _loopmend_3
import fastapi.routing as _loopmend_2
import os as _loopmend_12
import re as _loopmend_7
import starlette.convertors as _loopmend_8
import starlette.datastructures as _loopmend_11
import starlette.responses as _loopmend_4
import starlette.routing as _loopmend_5
import typing as _loopmend_0
import contextlib
import copy
import email.message
import errno
import functools
import inspect
import json
import math
import os
import stat
import threading
import types
import warnings
from collections.abc import ( AsyncIterator, Awaitable, Callable, Collection, Coroutine, Generator, Iterator, Mapping, Sequence, )
from contextlib import ( AbstractAsyncContextManager, AbstractContextManager, AsyncExitStack, asynccontextmanager, )
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from typing import ( Annotated, Any, Literal, Protocol, TypeVar, cast, )
import anyio
from annotated_doc import Doc
from anyio.abc import ObjectReceiveStream
from fastapi import params
from fastapi._body_limit import ( get_body_limit_error, get_body_size_limit, validate_max_body_size, wrap_app_with_body_limit, )
from fastapi._compat import ( ModelField, Undefined, lenient_issubclass, )
from fastapi._form_limits import _FormLimits, _validate_form_limits
from fastapi.datastructures import Default, DefaultPlaceholder
from fastapi.dependencies.models import ( Dependant, _is_async_gen_callable, _is_coroutine_callable, _is_gen_callable, )
from fastapi.dependencies.utils import ( SolvedDependency, _get_body_field, _get_flat_body_params, _should_embed_body_fields, get_dependant, get_parameterless_sub_dependant, get_stream_item_type, get_typed_return_annotation, solve_dependencies, )
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import ( EndpointContext, FastAPIError, RequestValidationError, ResponseValidationError, WebSocketRequestValidationError, )
from fastapi.sse import ( _PING_INTERVAL, KEEPALIVE_COMMENT, EventSourceResponse, ServerSentEvent, format_sse_event, )
from fastapi.telemetry._api import ( _operation, _route_selected, _run_sync_endpoint, _validation_failed, get_telemetry_data, )
from fastapi.types import DecoratedCallable, IncEx
from fastapi.utils import ( create_model_field, generate_unique_id, get_value_or_default, is_body_allowed_for_status_code, )
from starlette import routing
from starlette._exception_handler import wrap_app_handling_exceptions
from starlette._utils import get_route_path, is_async_callable
from starlette.concurrency import iterate_in_threadpool, run_in_threadpool
from starlette.datastructures import URL, URLPath
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.body_limit import MAX_BODY_SIZE_SCOPE_KEY
from starlette.requests import Request
from starlette.responses import ( JSONResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse, )
from starlette.routing import ( BaseRoute, Match, NoMatchFound, compile_path, get_name, )
from starlette.routing import Mount as Mount
from starlette.staticfiles import StaticFiles
from starlette.types import AppType, ASGIApp, Lifespan, Receive, Scope, Send
from starlette.websockets import WebSocket
from typing_extensions import deprecated
def request_response(func: Callable[[Request], Awaitable[Response] | Response]) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, None]]: ...
def websocket_session(func: Callable[[WebSocket], Awaitable[None]]) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, None]]: ...
_T = TypeVar("_T")
class _AsyncLiftContextManager(AbstractAsyncContextManager[_T]):
 def __init__(self, cm: AbstractContextManager[_T]) -> None: ...
 async def __aenter__(self) -> _T: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_value: BaseException | None, traceback: types.TracebackType | None) -> bool | None: ...
 _cm: _loopmend_1.AbstractContextManager
def _wrap_gen_lifespan_context(lifespan_context: Callable[[Any], Generator[Any, Any, Any]]) -> _loopmend_0.Callable[..., _loopmend_2._AsyncLiftContextManager]: ...
def _merge_lifespan_context(original_context: Lifespan[Any], nested_context: Lifespan[Any]) -> Lifespan[Any]: ...
class _DefaultLifespan:
 def __init__(self, router: "APIRouter") -> None: ...
 async def __aenter__(self) -> None: ...
 async def __aexit__(self, *exc_info: object) -> None: ...
 def __call__(self: _T, app: object) -> _T: ...
 _router: _loopmend_2.APIRouter
_endpoint_context_cache: dict[int, EndpointContext] = ...
def _extract_endpoint_context(func: Any) -> EndpointContext: ...
def _normalize_non_finite_floats(data: Any) -> Any: ...
async def serialize_response(*, field: ModelField | None = None, response_content: Any, include: IncEx | None = None, exclude: IncEx | None = None, by_alias: bool = ..., exclude_unset: bool = ..., exclude_defaults: bool = ..., exclude_none: bool = ..., is_coroutine: bool = ..., endpoint_ctx: EndpointContext | None = None, dump_json: bool = ...) -> Any: ...
async def run_endpoint_function(*, dependant: Dependant, values: dict[str, Any], is_coroutine: bool) -> Any: ...
def _build_response_args(*, status_code: int | None, solved_result: Any) -> dict[str, Any]: ...
def get_request_handler(dependant: Dependant, body_field: ModelField | None = None, status_code: int | None = None, response_class: type[Response] | DefaultPlaceholder = ..., response_field: ModelField | None = None, response_model_include: IncEx | None = None, response_model_exclude: IncEx | None = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., dependency_overrides_provider: Any | None = None, embed_body_fields: bool = ..., strict_content_type: bool | DefaultPlaceholder = ..., stream_item_field: ModelField | None = None, is_json_stream: bool = ..., form_limits: _FormLimits | None = None) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_4.Response]]: ...
def get_websocket_app(dependant: Dependant, dependency_overrides_provider: Any | None = None, embed_body_fields: bool = ...) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, None]]: ...
class APIWebSocketRoute(routing.WebSocketRoute):
 def __init__(self, path: str, endpoint: Callable[..., Any], *, name: str | None = None, dependencies: Sequence[params.Depends] | None = None, dependency_overrides_provider: Any | None = None) -> None: ...
 def matches(self, scope: Scope) -> tuple[Match, Scope]: ...
 app: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, None]]
 dependant: _loopmend_6.Dependant
 name: str
 path: str
 endpoint: _loopmend_0.Callable[..., _loopmend_0.Any]
 dependencies: list
 path_regex: _loopmend_7.Pattern[str]
 path_format: str
 param_convertors: dict[str, _loopmend_8.Convertor]
 _embed_body_fields: bool
_FASTAPI_SCOPE_KEY = "fastapi"
_FASTAPI_EFFECTIVE_ROUTE_CONTEXT_KEY = "effective_route_context"
_FASTAPI_FORM_LIMITS_KEY = "form_limits"
_FASTAPI_FRONTEND_PATH_KEY = "frontend_path"
_FASTAPI_FRONTEND_SPECIFICITY_KEY = "frontend_specificity"
_FASTAPI_INCLUDED_ROUTER_KEY = "included_router"
_effective_route_context_var: ContextVar[Any | None] = ContextVar( "fastapi_effective_route_context", default=None )
_SCOPE_MISSING = object()
def _frontend_dependency_endpoint() -> None: ...
def _build_dependant_with_parameterless_dependencies(*, path: str, call: Callable[..., Any], dependencies: Sequence[params.Depends]) -> tuple[Dependant, list[ModelField], bool]: ...
class _RouteWithPath(Protocol):
 path: str
def _get_fastapi_scope(scope: Scope) -> dict[str, Any]: ...
def _resolve_form_limits(fastapi_scope: dict[str, Any], overrides: _FormLimits | None) -> _FormLimits: ...
def _apply_router_form_limits(scope: Scope, limits: _FormLimits) -> None: ...
def _update_scope(scope: Scope, child_scope: Scope) -> None: ...
def _get_scope_effective_route_context(scope: Scope) -> Any | None: ...
def _get_scope_included_router(scope: Scope) -> Any | None: ...
def _frontend_scope_specificity(scope: Scope) -> int | None: ...
def _restore_fastapi_scope_key(scope: Scope, key: str, previous: Any) -> None: ...
class _APIRouteLike(Protocol):
 path: str
 endpoint: Callable[..., Any]
 stream_item_type: Any | None
 response_model: Any
 summary: str | None
 response_description: str
 deprecated: bool | None
 operation_id: str | None
 response_model_include: IncEx | None
 response_model_exclude: IncEx | None
 response_model_by_alias: bool
 response_model_exclude_unset: bool
 response_model_exclude_defaults: bool
 response_model_exclude_none: bool
 include_in_schema: bool
 response_class: type[Response] | DefaultPlaceholder
 dependency_overrides_provider: Any | None
 callbacks: list[BaseRoute] | None
 openapi_extra: dict[str, Any] | None
 generate_unique_id_function: Callable[[Any], str] | DefaultPlaceholder
 strict_content_type: bool | DefaultPlaceholder
 max_body_size: int | None
 tags: list[str | Enum]
 responses: dict[int | str, dict[str, Any]]
 name: str
 path_regex: Any
 path_format: str
 param_convertors: dict[str, Any]
 methods: set[str]
 unique_id: str
 status_code: int | None
 response_field: ModelField | None
 stream_item_field: ModelField | None
 dependencies: list[params.Depends]
 description: str
 response_fields: dict[int | str, ModelField]
 dependant: Dependant
 _embed_body_fields: bool
 body_field: ModelField | None
 is_sse_stream: bool
 is_json_stream: bool
def _populate_api_route_state(route: _APIRouteLike, path: str, endpoint: Callable[..., Any], *, response_model: Any = ..., status_code: int | None = None, tags: list[str | Enum] | None = None, dependencies: Sequence[params.Depends] | None = None, summary: str | None = None, description: str | None = None, response_description: str = ..., responses: dict[int | str, dict[str, Any]] | None = None, deprecated: bool | None = None, name: str | None = None, methods: set[str] | list[str] | None = None, operation_id: str | None = None, response_model_include: IncEx | None = None, response_model_exclude: IncEx | None = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., include_in_schema: bool = ..., response_class: type[Response] | DefaultPlaceholder = ..., dependency_overrides_provider: Any | None = None, callbacks: list[BaseRoute] | None = None, openapi_extra: dict[str, Any] | None = None, generate_unique_id_function: Callable[[Any], str] | DefaultPlaceholder = ..., strict_content_type: bool | DefaultPlaceholder = ..., stream_item_type: Any | None = None, max_body_size: int | None = None) -> None: ...
class APIRoute(routing.Route):
 stream_item_type: Any | None
 response_model: Any
 summary: str | None
 response_description: str
 deprecated: bool | None
 operation_id: str | None
 response_model_include: IncEx | None
 response_model_exclude: IncEx | None
 response_model_by_alias: bool
 response_model_exclude_unset: bool
 response_model_exclude_defaults: bool
 response_model_exclude_none: bool
 include_in_schema: bool
 response_class: type[Response] | DefaultPlaceholder
 dependency_overrides_provider: Any | None
 callbacks: list[BaseRoute] | None
 openapi_extra: dict[str, Any] | None
 generate_unique_id_function: Callable[[Any], str] | DefaultPlaceholder
 strict_content_type: bool | DefaultPlaceholder
 max_body_size: int | None
 tags: list[str | Enum]
 responses: dict[int | str, dict[str, Any]]
 unique_id: str
 status_code: int | None
 response_field: ModelField | None
 stream_item_field: ModelField | None
 dependencies: list[params.Depends]
 description: str
 response_fields: dict[int | str, ModelField]
 dependant: Dependant
 _embed_body_fields: bool
 body_field: ModelField | None
 is_sse_stream: bool
 is_json_stream: bool
 def __init__(self, path: str, endpoint: Callable[..., Any], *, response_model: Any = ..., status_code: int | None = None, tags: list[str | Enum] | None = None, dependencies: Sequence[params.Depends] | None = None, summary: str | None = None, description: str | None = None, response_description: str = ..., responses: dict[int | str, dict[str, Any]] | None = None, deprecated: bool | None = None, name: str | None = None, methods: set[str] | list[str] | None = None, operation_id: str | None = None, response_model_include: IncEx | None = None, response_model_exclude: IncEx | None = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., include_in_schema: bool = ..., response_class: type[Response] | DefaultPlaceholder = ..., dependency_overrides_provider: Any | None = None, callbacks: list[BaseRoute] | None = None, openapi_extra: dict[str, Any] | None = None, generate_unique_id_function: Callable[["APIRoute"], str] | DefaultPlaceholder = ..., strict_content_type: bool | DefaultPlaceholder = ..., max_body_size: int | None = None, form_limits: _FormLimits | None = None) -> None: ...
 def get_route_handler(self) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_4.Response]]: ...
 def matches(self, scope: Scope) -> tuple[Match, Scope]: ...
 async def handle(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 app: _loopmend_0.Callable[..., _loopmend_0.Awaitable[None]]
 form_limits: _loopmend_10._FormLimits
@dataclass
class _RouterIncludeContext:
 included_router: "APIRouter"
 prefix: str = ""
 tags: list[str | Enum] = field(default_factory=list)
 dependencies: list[params.Depends] = field(default_factory=list)
 default_response_class: type[Response] | DefaultPlaceholder = field( default_factory=lambda: Default(JSONResponse) )
 responses: dict[int | str, dict[str, Any]] = field(default_factory=dict)
 callbacks: list[BaseRoute] = field(default_factory=list)
 deprecated: bool | None = None
 include_in_schema: bool = True
 generate_unique_id_function: Callable[[APIRoute], str] | DefaultPlaceholder = field( default_factory=lambda: Default(generate_unique_id) )
 strict_content_type: bool | DefaultPlaceholder = field( default_factory=lambda: Default(True) )
 dependency_overrides_provider: Any | None = None
 max_body_size: int | None = None
 form_limits: _FormLimits = field(default_factory=_FormLimits)
 @classmethod
 def for_include(cls, *, parent_router: "APIRouter", included_router: "APIRouter", prefix: str = ..., tags: list[str | Enum] | None = None, dependencies: Sequence[params.Depends] | None = None, default_response_class: type[Response] | DefaultPlaceholder = ..., responses: dict[int | str, dict[str, Any]] | None = None, callbacks: list[BaseRoute] | None = None, deprecated: bool | None = None, include_in_schema: bool = ..., generate_unique_id_function: Callable[[APIRoute], str] | DefaultPlaceholder = ..., max_body_size: int | None = None, form_limits: _FormLimits | None = None) -> "_RouterIncludeContext": ...
 def combine(self, child_context: "_RouterIncludeContext") -> "_RouterIncludeContext": ...
 def path_for(self, route: _RouteWithPath) -> str: ...
@dataclass
class _EffectiveRouteContext:
 original_route: BaseRoute
 starlette_route: BaseRoute | None = None
 app: ASGIApp | None = field(default=None, repr=False, compare=False)
 frontend_prefix: str = ""
 path: str = ""
 endpoint: Callable[..., Any] | None = None
 stream_item_type: Any | None = None
 response_model: Any = None
 summary: str | None = None
 response_description: str = "Successful Response"
 deprecated: bool | None = None
 operation_id: str | None = None
 response_model_include: IncEx | None = None
 response_model_exclude: IncEx | None = None
 response_model_by_alias: bool = True
 response_model_exclude_unset: bool = False
 response_model_exclude_defaults: bool = False
 response_model_exclude_none: bool = False
 include_in_schema: bool = True
 response_class: type[Response] | DefaultPlaceholder = field( default_factory=lambda: Default(JSONResponse) )
 dependency_overrides_provider: Any | None = None
 callbacks: list[BaseRoute] | None = None
 openapi_extra: dict[str, Any] | None = None
 generate_unique_id_function: Callable[[Any], str] | DefaultPlaceholder = field( default_factory=lambda: Default(generate_unique_id) )
 strict_content_type: bool | DefaultPlaceholder = field( default_factory=lambda: Default(True) )
 max_body_size: int | None = None
 tags: list[str | Enum] = field(default_factory=list)
 responses: dict[int | str, dict[str, Any]] = field(default_factory=dict)
 name: str = ""
 path_regex: Any = None
 path_format: str = ""
 param_convertors: dict[str, Any] = field(default_factory=dict)
 methods: set[str] = field(default_factory=set)
 unique_id: str = ""
 status_code: int | None = None
 response_field: ModelField | None = None
 stream_item_field: ModelField | None = None
 dependencies: list[params.Depends] = field(default_factory=list)
 description: str = ""
 response_fields: dict[int | str, ModelField] = field(default_factory=dict)
 dependant: Dependant | None = None
 _embed_body_fields: bool = False
 body_field: ModelField | None = None
 is_sse_stream: bool = False
 is_json_stream: bool = False
 @classmethod
 def from_api_route(cls, *, original_route: APIRoute, include_context: _RouterIncludeContext) -> "_EffectiveRouteContext": ...
 @classmethod
 def from_frontend_route_group(cls, *, original_route: "_FrontendRouteGroup", include_context: _RouterIncludeContext) -> "_EffectiveRouteContext": ...
 def matches(self, scope: Scope) -> tuple[Match, Scope]: ...
 def url_path_for(self, name: str, /, **path_params: Any) -> _loopmend_11.URLPath: ...
@dataclass(frozen=True)
class RouteContext:
 route: BaseRoute
 _route_context: _EffectiveRouteContext | None = field(default=None, repr=False)
 @property
 def original_route(self) -> BaseRoute: ...
 @property
 def _effective_route(self) -> BaseRoute | _EffectiveRouteContext: ...
 @property
 def path(self) -> str | None: ...
 @property
 def path_format(self) -> str | None: ...
 @property
 def name(self) -> str | None: ...
 @property
 def methods(self) -> set[str] | None: ...
 @property
 def endpoint(self) -> Callable[..., Any] | None: ...
 def __getattr__(self, name: str) -> Any: ...
@dataclass
class _IncludedRouter(BaseRoute):
 original_router: "APIRouter"
 include_context: _RouterIncludeContext
 _effective_routes_lock: Any = field( default_factory=threading.Lock, repr=False, compare=False )
 _effective_candidates: list["_EffectiveRouteContext | _IncludedRouter"] = field( default_factory=list )
 _effective_candidates_version: int | None = None
 _effective_low_priority_routes: list["_EffectiveRouteContext"] = field( default_factory=list )
 _effective_low_priority_routes_version: int | None = None
 def effective_candidates(self) -> list["_EffectiveRouteContext | _IncludedRouter"]: ...
 def effective_low_priority_routes(self) -> list["_EffectiveRouteContext"]: ...
 def _build_effective_context(self, route: BaseRoute) -> _EffectiveRouteContext | None: ...
 def _match(self, scope: Scope) -> tuple[Match, Scope, BaseRoute | None, _EffectiveRouteContext | None]: ...
 def matches(self, scope: Scope) -> tuple[Match, Scope]: ...
 async def handle(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 async def _handle_selected(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 def effective_route_contexts(self) -> Iterator[_EffectiveRouteContext]: ...
 def url_path_for(self, name: str, /, **path_params: Any) -> _loopmend_11.URLPath: ...
def _iter_included_route_candidates(routes: Sequence[BaseRoute]) -> Iterator[BaseRoute]: ...
def iter_route_contexts(routes: Sequence[BaseRoute | RouteContext]) -> Iterator[RouteContext]: ...
def _iter_routes_with_context(routes: Sequence[BaseRoute]) -> Iterator[tuple[BaseRoute, _EffectiveRouteContext | None]]: ...
def _normalize_frontend_path(path: str) -> str: ...
def _join_frontend_paths(prefix: str, path: str) -> str: ...
def _frontend_path_specificity(path: str) -> int: ...
def _get_resolved_absolute_path(path: str | os.PathLike[str]) -> str: ...
def _resolve_frontend_check_dir(*, directory: str | os.PathLike[str], check_dir: bool | Literal["auto"]) -> bool: ...
class _FrontendStaticFiles(StaticFiles):
 def __init__(self, *, directory: str | os.PathLike[str], fallback: Literal["auto", "index.html", "404.html"] | None, check_dir: bool) -> None: ...
 def _check_fallback_file(self, fallback: str) -> None: ...
 def _get_resolved_directory(self) -> str: ...
 def get_path(self, scope: Scope) -> str: ...
 async def get_response_for_scope(self, scope: Scope) -> Response: ...
 async def get_response(self, path: str, scope: Scope) -> Response: ...
 async def _lookup_path(self, path: str) -> tuple[str, os.stat_result | None]: ...
 async def _lookup_static_resource(self, path: str) -> tuple[str, os.stat_result, bool] | None: ...
 async def _fallback_file_exists(self, fallback: str) -> bool: ...
 async def _fallback_response(self, fallback: str, scope: Scope, *, status_code: int) -> Response: ...
 fallback: None | str
 config_checked: bool
def _iter_accept_media_types(accept: str) -> Iterator[tuple[str, float]]: ...
def _is_frontend_navigation_request(scope: Scope) -> bool: ...
class _FrontendRoute(BaseRoute):
 def __init__(self, path: str, *, directory: str | os.PathLike[str], fallback: Literal["auto", "index.html", "404.html"] | None = ..., check_dir: bool) -> None: ...
 def matches(self, scope: Scope) -> tuple[Match, Scope]: ...
 def matches_with_path(self, scope: Scope, path: str) -> tuple[Match, Scope]: ...
 def _get_frontend_path(self, path: str, route_path: str) -> str | None: ...
 async def handle(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 def url_path_for(self, name: str, /, **path_params: Any) -> URLPath: ...
 app: _loopmend_2._FrontendStaticFiles
 path: str
 methods: set[str]
class _FrontendRouteGroup(BaseRoute):
 def __init__(self, *, dependencies: Sequence[params.Depends] | None = None, dependency_overrides_provider: Any | None = None) -> None: ...
 def add_frontend_route(self, path: str, *, directory: str | os.PathLike[str], fallback: Literal["auto", "index.html", "404.html"] | None = ..., check_dir: bool) -> None: ...
 def matches(self, scope: Scope) -> tuple[Match, Scope]: ...
 def matches_with_prefix(self, scope: Scope, prefix: str) -> tuple[Match, Scope]: ...
 def _match(self, scope: Scope, *, prefix: str) -> tuple[Match, Scope, _FrontendRoute | None]: ...
 async def handle(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 def url_path_for(self, name: str, /, **path_params: Any) -> URLPath: ...
 @asynccontextmanager
 def _solve_dependencies(self, scope: Scope, receive: Receive, send: Send, *, dependant: Dependant, dependency_overrides_provider: Any | None, embed_body_fields: bool) -> AsyncIterator[SolvedDependency]: ...
 dependant: _loopmend_6.Dependant
 dependency_overrides_provider: _loopmend_0.Any
 dependencies: list
 _embed_body_fields: bool
 routes: list[_FrontendRoute]
class APIRouter(routing.Router):
 def __init__(self, *, prefix: str = ..., tags: list[str | Enum] | None = None, dependencies: Sequence[params.Depends] | None = None, default_response_class: type[Response] = ..., responses: dict[int | str, dict[str, Any]] | None = None, callbacks: list[BaseRoute] | None = None, routes: list[BaseRoute] | None = None, redirect_slashes: bool = ..., default: ASGIApp | None = None, dependency_overrides_provider: Any | None = None, route_class: type[APIRoute] = ..., on_startup: Sequence[Callable[[], Any]] | None = None, on_shutdown: Sequence[Callable[[], Any]] | None = None, lifespan: Lifespan[Any] | None = None, deprecated: bool | None = None, include_in_schema: bool = ..., generate_unique_id_function: Callable[[APIRoute], str] = ..., strict_content_type: bool = ..., max_body_size: int | None = None, form_limits: _FormLimits | None = None) -> None: ...
 def _mark_routes_changed(self) -> None: ...
 def _get_routes_version(self, seen: set[int] | None = None) -> int: ...
 def _contains_router(self, router: "APIRouter", seen: set[int] | None = None) -> bool: ...
 def add_route(self, path: str, endpoint: Callable[[Request], Awaitable[Response] | Response], methods: Collection[str] | None = None, name: str | None = None, include_in_schema: bool = ...) -> None: ...
 def add_websocket_route(self, path: str, endpoint: Callable[[WebSocket], Awaitable[None]], name: str | None = None) -> None: ...
 def frontend(self, path: str, *, directory: str | os.PathLike[str], fallback: Literal["auto", "index.html", "404.html"] | None = ..., check_dir: bool | Literal["auto"] = ...) -> None: ...
 async def app(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 async def handle(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 def matches(self, scope: Scope) -> tuple[Match, Scope]: ...
 def _iter_low_priority_routes(self) -> Iterator[BaseRoute | _EffectiveRouteContext]: ...
 def _match_low_priority(self, scope: Scope) -> tuple[Match, Scope, BaseRoute | None, _EffectiveRouteContext | None]: ...
 def _frontend_match_is_more_specific(self, child_scope: Scope, previous_child_scope: Scope) -> bool: ...
 def route(self, path: str, methods: Collection[str] | None = None, name: str | None = None, include_in_schema: bool = ...) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 def add_api_route(self, path: str, endpoint: Callable[..., Any], *, response_model: Any = ..., status_code: int | None = None, tags: list[str | Enum] | None = None, dependencies: Sequence[params.Depends] | None = None, summary: str | None = None, description: str | None = None, response_description: str = ..., responses: dict[int | str, dict[str, Any]] | None = None, deprecated: bool | None = None, methods: set[str] | list[str] | None = None, operation_id: str | None = None, response_model_include: IncEx | None = None, response_model_exclude: IncEx | None = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., include_in_schema: bool = ..., response_class: type[Response] | DefaultPlaceholder = ..., name: str | None = None, route_class_override: type[APIRoute] | None = None, callbacks: list[BaseRoute] | None = None, openapi_extra: dict[str, Any] | None = None, generate_unique_id_function: Callable[[APIRoute], str] | DefaultPlaceholder = ..., strict_content_type: bool | DefaultPlaceholder = ..., max_body_size: int | None = None, form_limits: _FormLimits | None = None) -> None: ...
 def api_route(self, path: str, *, response_model: Any = ..., status_code: int | None = None, tags: list[str | Enum] | None = None, dependencies: Sequence[params.Depends] | None = None, summary: str | None = None, description: str | None = None, response_description: str = ..., responses: dict[int | str, dict[str, Any]] | None = None, deprecated: bool | None = None, methods: list[str] | None = None, operation_id: str | None = None, response_model_include: IncEx | None = None, response_model_exclude: IncEx | None = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., include_in_schema: bool = ..., response_class: type[Response] = ..., name: str | None = None, callbacks: list[BaseRoute] | None = None, openapi_extra: dict[str, Any] | None = None, generate_unique_id_function: Callable[[APIRoute], str] = ..., max_body_size: int | None = None, form_limits: _FormLimits | None = None) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 def add_api_websocket_route(self, path: str, endpoint: Callable[..., Any], name: str | None = None, *, dependencies: Sequence[params.Depends] | None = None) -> None: ...
 def websocket(self, path: str, name: str | None = None, *, dependencies: Sequence[params.Depends] | None = None) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 def websocket_route(self, path: str, name: str | None = None) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 def include_router(self, router: "APIRouter", *, prefix: str = ..., tags: list[str | Enum] | None = None, dependencies: Sequence[params.Depends] | None = None, default_response_class: type[Response] = ..., responses: dict[int | str, dict[str, Any]] | None = None, callbacks: list[BaseRoute] | None = None, deprecated: bool | None = None, include_in_schema: bool = ..., generate_unique_id_function: Callable[[APIRoute], str] = ..., max_body_size: int | None = None, form_limits: _FormLimits | None = None) -> None: ...
 def get(self, path: str, *, response_model: Any = ..., status_code: int | None = None, tags: list[str | Enum] | None = None, dependencies: Sequence[params.Depends] | None = None, summary: str | None = None, description: str | None = None, response_description: str = ..., responses: dict[int | str, dict[str, Any]] | None = None, deprecated: bool | None = None, operation_id: str | None = None, response_model_include: IncEx | None = None, response_model_exclude: IncEx | None = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., include_in_schema: bool = ..., response_class: type[Response] = ..., name: str | None = None, callbacks: list[BaseRoute] | None = None, openapi_extra: dict[str, Any] | None = None, generate_unique_id_function: Callable[[APIRoute], str] = ..., max_body_size: int | None = None, form_limits: _FormLimits | None = None) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 def put(self, path: str, *, response_model: Any = ..., status_code: int | None = None, tags: list[str | Enum] | None = None, dependencies: Sequence[params.Depends] | None = None, summary: str | None = None, description: str | None = None, response_description: str = ..., responses: dict[int | str, dict[str, Any]] | None = None, deprecated: bool | None = None, operation_id: str | None = None, response_model_include: IncEx | None = None, response_model_exclude: IncEx | None = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., include_in_schema: bool = ..., response_class: type[Response] = ..., name: str | None = None, callbacks: list[BaseRoute] | None = None, openapi_extra: dict[str, Any] | None = None, generate_unique_id_function: Callable[[APIRoute], str] = ..., max_body_size: int | None = None, form_limits: _FormLimits | None = None) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 def post(self, path: str, *, response_model: Any = ..., status_code: int | None = None, tags: list[str | Enum] | None = None, dependencies: Sequence[params.Depends] | None = None, summary: str | None = None, description: str | None = None, response_description: str = ..., responses: dict[int | str, dict[str, Any]] | None = None, deprecated: bool | None = None, operation_id: str | None = None, response_model_include: IncEx | None = None, response_model_exclude: IncEx | None = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., include_in_schema: bool = ..., response_class: type[Response] = ..., name: str | None = None, callbacks: list[BaseRoute] | None = None, openapi_extra: dict[str, Any] | None = None, generate_unique_id_function: Callable[[APIRoute], str] = ..., max_body_size: int | None = None, form_limits: _FormLimits | None = None) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 def delete(self, path: str, *, response_model: Any = ..., status_code: int | None = None, tags: list[str | Enum] | None = None, dependencies: Sequence[params.Depends] | None = None, summary: str | None = None, description: str | None = None, response_description: str = ..., responses: dict[int | str, dict[str, Any]] | None = None, deprecated: bool | None = None, operation_id: str | None = None, response_model_include: IncEx | None = None, response_model_exclude: IncEx | None = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., include_in_schema: bool = ..., response_class: type[Response] = ..., name: str | None = None, callbacks: list[BaseRoute] | None = None, openapi_extra: dict[str, Any] | None = None, generate_unique_id_function: Callable[[APIRoute], str] = ..., max_body_size: int | None = None, form_limits: _FormLimits | None = None) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 def options(self, path: str, *, response_model: Any = ..., status_code: int | None = None, tags: list[str | Enum] | None = None, dependencies: Sequence[params.Depends] | None = None, summary: str | None = None, description: str | None = None, response_description: str = ..., responses: dict[int | str, dict[str, Any]] | None = None, deprecated: bool | None = None, operation_id: str | None = None, response_model_include: IncEx | None = None, response_model_exclude: IncEx | None = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., include_in_schema: bool = ..., response_class: type[Response] = ..., name: str | None = None, callbacks: list[BaseRoute] | None = None, openapi_extra: dict[str, Any] | None = None, generate_unique_id_function: Callable[[APIRoute], str] = ..., max_body_size: int | None = None, form_limits: _FormLimits | None = None) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 def head(self, path: str, *, response_model: Any = ..., status_code: int | None = None, tags: list[str | Enum] | None = None, dependencies: Sequence[params.Depends] | None = None, summary: str | None = None, description: str | None = None, response_description: str = ..., responses: dict[int | str, dict[str, Any]] | None = None, deprecated: bool | None = None, operation_id: str | None = None, response_model_include: IncEx | None = None, response_model_exclude: IncEx | None = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., include_in_schema: bool = ..., response_class: type[Response] = ..., name: str | None = None, callbacks: list[BaseRoute] | None = None, openapi_extra: dict[str, Any] | None = None, generate_unique_id_function: Callable[[APIRoute], str] = ..., max_body_size: int | None = None, form_limits: _FormLimits | None = None) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 def patch(self, path: str, *, response_model: Any = ..., status_code: int | None = None, tags: list[str | Enum] | None = None, dependencies: Sequence[params.Depends] | None = None, summary: str | None = None, description: str | None = None, response_description: str = ..., responses: dict[int | str, dict[str, Any]] | None = None, deprecated: bool | None = None, operation_id: str | None = None, response_model_include: IncEx | None = None, response_model_exclude: IncEx | None = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., include_in_schema: bool = ..., response_class: type[Response] = ..., name: str | None = None, callbacks: list[BaseRoute] | None = None, openapi_extra: dict[str, Any] | None = None, generate_unique_id_function: Callable[[APIRoute], str] = ..., max_body_size: int | None = None, form_limits: _FormLimits | None = None) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 def trace(self, path: str, *, response_model: Any = ..., status_code: int | None = None, tags: list[str | Enum] | None = None, dependencies: Sequence[params.Depends] | None = None, summary: str | None = None, description: str | None = None, response_description: str = ..., responses: dict[int | str, dict[str, Any]] | None = None, deprecated: bool | None = None, operation_id: str | None = None, response_model_include: IncEx | None = None, response_model_exclude: IncEx | None = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., include_in_schema: bool = ..., response_class: type[Response] = ..., name: str | None = None, callbacks: list[BaseRoute] | None = None, openapi_extra: dict[str, Any] | None = None, generate_unique_id_function: Callable[[APIRoute], str] = ..., max_body_size: int | None = None, form_limits: _FormLimits | None = None) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 async def _startup(self) -> None: ...
 async def _shutdown(self) -> None: ...
 def add_event_handler(self, event_type: str, func: Callable[[], Any]) -> None: ...
 @deprecated( """
        on_event is deprecated, use lifespan event handlers instead.

        Read more about it in the
        [FastAPI docs for Lifespan Events](https://fastapi.tiangolo.com/advanced/events/).
        """ )
 def on_event(self, event_type: str) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 deprecated: None | bool
 lifespan_context: _loopmend_0.Callable[..., _loopmend_1.AbstractAsyncContextManager[None]] | _loopmend_0.Callable[..., _loopmend_1.AbstractAsyncContextManager[_loopmend_0.Mapping]]
 dependency_overrides_provider: _loopmend_0.Any
 strict_content_type: bool
 form_limits: _loopmend_10._FormLimits
 dependencies: list
 include_in_schema: bool
 callbacks: list | list[_loopmend_5.BaseRoute]
 generate_unique_id_function: _loopmend_0.Callable[..., str]
 max_body_size: None | int
 tags: list[str | Enum]
 responses: dict | dict[int | str, dict]
 prefix: str
 default_response_class: type[_loopmend_4.Response]
 _low_priority_routes: list[BaseRoute]
 route_class: type[_loopmend_2.APIRoute]
 on_startup: list[Callable[[], Any]]
 on_shutdown: list[Callable[[], Any]]
 _routes_version: int
 _frontend_routes: _FrontendRouteGroup | None

=== fastapi.security package
from .api_key import APIKeyCookie as APIKeyCookie
from .api_key import APIKeyHeader as APIKeyHeader
from .api_key import APIKeyQuery as APIKeyQuery
from .http import HTTPAuthorizationCredentials as HTTPAuthorizationCredentials
from .http import HTTPBasic as HTTPBasic
from .http import HTTPBasicCredentials as HTTPBasicCredentials
from .http import HTTPBearer as HTTPBearer
from .http import HTTPDigest as HTTPDigest
from .oauth2 import OAuth2 as OAuth2
from .oauth2 import OAuth2AuthorizationCodeBearer as OAuth2AuthorizationCodeBearer
from .oauth2 import OAuth2PasswordBearer as OAuth2PasswordBearer
from .oauth2 import OAuth2PasswordRequestForm as OAuth2PasswordRequestForm
from .oauth2 import OAuth2PasswordRequestFormStrict as OAuth2PasswordRequestFormStrict
from .oauth2 import SecurityScopes as SecurityScopes
from .open_id_connect_url import OpenIdConnect as OpenIdConnect

=== fastapi.security.api_key
import starlette.exceptions as _loopmend_0
import typing as _loopmend_1
from typing import Annotated
from annotated_doc import Doc
from fastapi.openapi.models import APIKey, APIKeyIn
from fastapi.security.base import SecurityBase
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection
from starlette.status import HTTP_401_UNAUTHORIZED
class APIKeyBase(SecurityBase):
 model: APIKey
 def __init__(self, location: APIKeyIn, name: str, description: str | None, scheme_name: str | None, auto_error: bool) -> None: ...
 def make_not_authenticated_error(self) -> HTTPException: ...
 def check_api_key(self, api_key: str | None) -> str | None: ...
 scheme_name: _loopmend_1.Any
 auto_error: bool
class APIKeyQuery(APIKeyBase):
 def __init__(self, *, name: str, scheme_name: str | None = None, description: str | None = None, auto_error: bool = ...) -> None: ...
 async def __call__(self, request: HTTPConnection) -> str | None: ...
class APIKeyHeader(APIKeyBase):
 def __init__(self, *, name: str, scheme_name: str | None = None, description: str | None = None, auto_error: bool = ...) -> None: ...
 async def __call__(self, request: HTTPConnection) -> str | None: ...
class APIKeyCookie(APIKeyBase):
 def __init__(self, *, name: str, scheme_name: str | None = None, description: str | None = None, auto_error: bool = ...) -> None: ...
 async def __call__(self, request: HTTPConnection) -> str | None: ...

=== fastapi.security.base
from fastapi.openapi.models import SecurityBase as SecurityBaseModel
class SecurityBase:
 model: SecurityBaseModel
 scheme_name: str

=== fastapi.security.http
import fastapi.exceptions as _loopmend_0
import fastapi.openapi.models as _loopmend_3
import fastapi.security.http as _loopmend_1
import typing as _loopmend_2
import binascii
from base64 import b64decode
from typing import Annotated
from annotated_doc import Doc
from fastapi.exceptions import HTTPException
from fastapi.openapi.models import HTTPBase as HTTPBaseModel
from fastapi.openapi.models import HTTPBearer as HTTPBearerModel
from fastapi.security.base import SecurityBase
from fastapi.security.utils import get_authorization_scheme_param
from pydantic import BaseModel
from starlette.requests import HTTPConnection
from starlette.status import HTTP_401_UNAUTHORIZED
class HTTPBasicCredentials(BaseModel):
 username: str
 password: str
class HTTPAuthorizationCredentials(BaseModel):
 scheme: str
 credentials: str
class HTTPBase(SecurityBase):
 model: HTTPBaseModel
 def __init__(self, *, scheme: str, scheme_name: str | None = None, description: str | None = None, auto_error: bool = ...) -> None: ...
 def make_authenticate_headers(self) -> dict[str, str]: ...
 def make_not_authenticated_error(self) -> HTTPException: ...
 async def __call__(self, request: HTTPConnection) -> HTTPAuthorizationCredentials | None: ...
 scheme_name: _loopmend_2.Any
 auto_error: bool
class HTTPBasic(HTTPBase):
 def __init__(self, *, scheme_name: str | None = None, realm: str | None = None, description: str | None = None, auto_error: bool = ...) -> None: ...
 def make_authenticate_headers(self) -> dict[str, str]: ...
 async def __call__(self, request: HTTPConnection) -> HTTPBasicCredentials | None: ...
 model: _loopmend_3.HTTPBase
 scheme_name: _loopmend_2.Any
 auto_error: bool
 realm: None | str
class HTTPBearer(HTTPBase):
 def __init__(self, *, bearerFormat: str | None = None, scheme_name: str | None = None, description: str | None = None, auto_error: bool = ...) -> None: ...
 async def __call__(self, request: HTTPConnection) -> HTTPAuthorizationCredentials | None: ...
 model: _loopmend_3.HTTPBearer
 scheme_name: _loopmend_2.Any
 auto_error: bool
class HTTPDigest(HTTPBase):
 def __init__(self, *, scheme_name: str | None = None, description: str | None = None, auto_error: bool = ...) -> None: ...
 async def __call__(self, request: HTTPConnection) -> HTTPAuthorizationCredentials | None: ...
 model: _loopmend_3.HTTPBase
 scheme_name: _loopmend_2.Any
 auto_error: bool

=== fastapi.security.oauth2
import fastapi.exceptions as _loopmend_0
import fastapi.openapi.models as _loopmend_2
import typing as _loopmend_1
from typing import Annotated, Any, cast
from annotated_doc import Doc
from fastapi.exceptions import HTTPException
from fastapi.openapi.models import OAuth2 as OAuth2Model
from fastapi.openapi.models import OAuthFlows as OAuthFlowsModel
from fastapi.param_functions import Form
from fastapi.security.base import SecurityBase
from fastapi.security.utils import get_authorization_scheme_param
from starlette.requests import HTTPConnection
from starlette.status import HTTP_401_UNAUTHORIZED
class OAuth2PasswordRequestForm:
 def __init__(self, *, grant_type: str | None = None, username: str, password: str, scope: str = ..., client_id: str | None = None, client_secret: str | None = None) -> None: ...
 grant_type: None | str
 username: str
 password: str
 client_id: None | str
 client_secret: None | str
 scopes: list[str]
class OAuth2PasswordRequestFormStrict(OAuth2PasswordRequestForm):
 def __init__(self, grant_type: str, username: str, password: str, scope: str = ..., client_id: str | None = None, client_secret: str | None = None) -> None: ...
class OAuth2(SecurityBase):
 def __init__(self, *, flows: OAuthFlowsModel | dict[str, dict[str, Any]] = ..., scheme_name: str | None = None, description: str | None = None, auto_error: bool = ...) -> None: ...
 def make_not_authenticated_error(self) -> HTTPException: ...
 async def __call__(self, request: HTTPConnection) -> str | None: ...
 scheme_name: _loopmend_1.Any
 auto_error: bool
 model: _loopmend_2.OAuth2
class OAuth2PasswordBearer(OAuth2):
 def __init__(self, tokenUrl: str, scheme_name: str | None = None, scopes: dict[str, str] | None = None, description: str | None = None, auto_error: bool = ..., refreshUrl: str | None = None) -> None: ...
 async def __call__(self, request: HTTPConnection) -> str | None: ...
class OAuth2AuthorizationCodeBearer(OAuth2):
 def __init__(self, authorizationUrl: str, tokenUrl: str, refreshUrl: str | None = None, scheme_name: str | None = None, scopes: dict[str, str] | None = None, description: str | None = None, auto_error: bool = ...) -> None: ...
 async def __call__(self, request: HTTPConnection) -> str | None: ...
class SecurityScopes:
 def __init__(self, scopes: list[str] | None = None) -> None: ...
 scopes: list[str]
 scope_str: str

=== fastapi.security.open_id_connect_url
import fastapi.openapi.models as _loopmend_2
import starlette.exceptions as _loopmend_0
import typing as _loopmend_1
from typing import Annotated
from annotated_doc import Doc
from fastapi.openapi.models import OpenIdConnect as OpenIdConnectModel
from fastapi.security.base import SecurityBase
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection
from starlette.status import HTTP_401_UNAUTHORIZED
class OpenIdConnect(SecurityBase):
 def __init__(self, *, openIdConnectUrl: str, scheme_name: str | None = None, description: str | None = None, auto_error: bool = ...) -> None: ...
 def make_not_authenticated_error(self) -> HTTPException: ...
 async def __call__(self, request: HTTPConnection) -> str | None: ...
 scheme_name: _loopmend_1.Any
 auto_error: bool
 model: _loopmend_2.OpenIdConnect

=== fastapi.telemetry package
from ._api import TelemetryConfig as TelemetryConfig
from ._api import TelemetryData as TelemetryData
from ._api import get_telemetry_data as get_telemetry_data

=== fastapi.telemetry._asgi
import fastapi.telemetry._api as _loopmend_2
import fastapi.telemetry._asgi as _loopmend_0
import typing as _loopmend_1
import os
from contextlib import nullcontext
from time import perf_counter, time_ns
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit
from fastapi import __version__
from fastapi.telemetry._api import ( _HTTP_METHODS, _REQUEST_TELEMETRY_KEY, TelemetryConfig, _exception_type, _normal_websocket_disconnect, _RequestTelemetry, _unconfigured, )
from opentelemetry import _logs, metrics, propagate, trace
from opentelemetry import context as otel_context
from opentelemetry._logs import SeverityNumber
from opentelemetry.metrics import Histogram, UpDownCounter
from opentelemetry.propagators.textmap import Getter
from opentelemetry.trace import SpanKind, StatusCode
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send
_DURATION_BUCKETS: tuple[float, float, float, float, float, float, float, float, float, float, float, float, float, float]
_SCHEMA_URL: str
_SENSITIVE_QUERY_PARAMETERS = frozenset( { "X-Amz-Signature", "X-Amz-Credential", "X-Amz-Security-Token", "sig", "X-Goog-Signature", } )
class _HeadersGetter(Getter[Headers]):
 def get(self, carrier: Headers, key: str) -> list[str] | None: ...
 def keys(self, carrier: Headers) -> list[str]: ...
_HEADERS_GETTER: _loopmend_0._HeadersGetter
def _legacy_otel(stack: Any) -> bool: ...
def _exception(*, scope: Scope, exc: BaseException) -> None: ...
def _server_attributes(scope: Scope) -> dict[str, Any]: ...
class ExceptionTelemetryMiddleware:
 def __init__(self, app: ASGIApp) -> None: ...
 async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 app: _loopmend_1.Callable[..., _loopmend_1.Awaitable[None]]
class NativeTelemetry:
 def __init__(self, config: TelemetryConfig) -> None: ...
 def enabled(self) -> bool: ...
 def _instruments(self) -> tuple[Histogram, UpDownCounter]: ...
 def _get_tracer(self, *, provider: trace.TracerProvider) -> trace.Tracer: ...
 async def __call__(self, *, app: ASGIApp, scope: Scope, receive: Receive, send: Send, legacy_otel: bool = ...) -> None: ...
 config: _loopmend_2.TelemetryConfig
 _known_methods: frozenset[str]
 _provider: metrics.MeterProvider | None
 _duration: Histogram | None
 _active: UpDownCounter | None
 _tracer_provider: trace.TracerProvider | None
 _tracer: trace.Tracer | None

=== fastapi.telemetry._runtime
import atexit
import os
import threading
from collections.abc import Callable
from typing import Any, cast
from urllib.parse import urlsplit
from anyio.to_thread import run_sync
from fastapi.exceptions import FastAPIError
from fastapi.logger import logger
from fastapi.telemetry._api import TelemetryConfig, _unconfigured
from opentelemetry import _logs, metrics, trace
from starlette.types import ASGIApp, Message, Receive, Scope, Send
_lock = threading.RLock()
_owned: list[Any] = ...
_configured: list[tuple[str, Any]] = ...
def _flush() -> None: ...
def _shutdown() -> None: ...
def _export_endpoint(signal: str) -> str | None: ...
def _registration_provider(provider: Any) -> Any: ...
def _configure_from_environment(config: TelemetryConfig) -> None: ...
async def lifespan(*, config: TelemetryConfig, app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None: ...

