# sanic 25.12.1 MIT
=== sanic package
from types import SimpleNamespace
from typing_extensions import TypeAlias
from sanic.__version__ import __version__
from sanic.app import Sanic
from sanic.blueprints import Blueprint
from sanic.config import Config
from sanic.constants import HTTPMethod
from sanic.exceptions import ( BadRequest, ExpectationFailed, FileNotFound, Forbidden, HeaderNotFound, InternalServerError, InvalidHeader, MethodNotAllowed, NotFound, RangeNotSatisfiable, SanicException, ServerError, ServiceUnavailable, Unauthorized, )
from sanic.request import Request
from sanic.response import ( HTTPResponse, empty, file, html, json, raw, redirect, text, )
from sanic.server.websockets.impl import WebsocketImplProtocol as Websocket
DefaultSanic: TypeAlias = "Sanic[Config, SimpleNamespace]"
DefaultRequest: TypeAlias = Request[DefaultSanic, SimpleNamespace]
__all__ = ( "__version__", "Sanic", "Config", "Blueprint", "HTTPMethod", "HTTPResponse", "Request", "Websocket", "DefaultSanic", "DefaultRequest", "BadRequest", "ExpectationFailed", "FileNotFound", "Forbidden", "HeaderNotFound", "InternalServerError", "InvalidHeader", "MethodNotAllowed", "NotFound", "RangeNotSatisfiable", "SanicException", "ServerError", "ServiceUnavailable", "Unauthorized", "empty", "file", "html", "json", "raw", "redirect", "text", )

=== sanic.app
import _asyncio as _loopmend_4
import asyncio.events as _loopmend_0
import pathlib as _loopmend_6
import sanic.app as _loopmend_7
import sanic.application.state as _loopmend_5
import sanic.middleware as _loopmend_2
import sanic.request.types as _loopmend_10
import sanic.signals as _loopmend_3
import sanic.worker.inspector as _loopmend_8
import sanic.worker.manager as _loopmend_9
import typing as _loopmend_1
from __future__ import annotations
import asyncio
import logging
import logging.config
import re
import sys
from asyncio import ( AbstractEventLoop, CancelledError, Task, ensure_future, get_running_loop, wait_for, )
from asyncio.futures import Future
from collections import defaultdict, deque
from collections.abc import Awaitable, Coroutine, Iterable, Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from functools import partial, wraps
from inspect import isawaitable
from os import environ
from pathlib import Path
from socket import socket
from traceback import format_exc
from types import SimpleNamespace
from typing import ( TYPE_CHECKING, Any, AnyStr, Callable, ClassVar, Generic, Literal, TypeVar, cast, overload, )
from urllib.parse import urlencode, urlunparse
from sanic_routing.exceptions import FinalizationError, NotFound
from sanic_routing.route import Route
from sanic.application.ext import setup_ext
from sanic.application.state import ApplicationState, ServerStage
from sanic.asgi import ASGIApp, Lifespan
from sanic.base.root import BaseSanic
from sanic.blueprint_group import BlueprintGroup
from sanic.blueprints import Blueprint
from sanic.compat import OS_IS_WINDOWS, enable_windows_color_support
from sanic.config import SANIC_PREFIX, Config
from sanic.exceptions import ( BadRequest, SanicException, ServerError, URLBuildError, )
from sanic.handlers import ErrorHandler
from sanic.helpers import Default, _default
from sanic.http import Stage
from sanic.log import LOGGING_CONFIG_DEFAULTS, error_logger, logger
from sanic.logging.deprecation import deprecation
from sanic.logging.setup import setup_logging
from sanic.middleware import Middleware, MiddlewareLocation
from sanic.mixins.commands import CommandMixin
from sanic.mixins.listeners import ListenerEvent
from sanic.mixins.startup import StartupMixin
from sanic.mixins.static import StaticHandleMixin
from sanic.models.ctx_types import REPLContext
from sanic.models.futures import ( FutureException, FutureListener, FutureMiddleware, FutureRegistry, FutureRoute, FutureSignal, )
from sanic.models.handler_types import ListenerType, MiddlewareType
from sanic.models.handler_types import Sanic as SanicVar
from sanic.request import Request
from sanic.response import BaseHTTPResponse, HTTPResponse, ResponseStream
from sanic.router import Router
from sanic.server.websockets.impl import ConnectionClosed
from sanic.signals import Event, Signal, SignalRouter
from sanic.touchup import TouchUp, TouchUpMeta
from sanic.types.shared_ctx import SharedContext
from sanic.worker.inspector import Inspector
from sanic.worker.loader import CertLoader
from sanic.worker.manager import WorkerManager
if TYPE_CHECKING:
 try:
  from sanic_ext import Extend
  from sanic_ext.extensions.base import Extension
 except ImportError:
  Extend = TypeVar("Extend", type)
if OS_IS_WINDOWS:
 ...
ctx_type = TypeVar("ctx_type")
config_type = TypeVar("config_type", bound=Config)
class Sanic( Generic[config_type, ctx_type], StaticHandleMixin, BaseSanic, StartupMixin, CommandMixin, metaclass=TouchUpMeta, ):
 __touchup__: tuple[str, str, str, str]
 __slots__: tuple
 _app_registry: ClassVar[dict[str, Sanic]] = ...
 test_mode: ClassVar[bool] = False
 @overload
 def __init__(self: Sanic[Config, SimpleNamespace], name: str, config: None = None, ctx: None = None, router: Router | None = None, signal_router: SignalRouter | None = None, error_handler: ErrorHandler | None = None, env_prefix: str | None = ..., request_class: type[Request] | None = None, strict_slashes: bool = ..., log_config: dict[str, Any] | None = None, configure_logging: bool = ..., dumps: Callable[..., AnyStr] | None = None, loads: Callable[..., Any] | None = None, inspector: bool = ..., inspector_class: type[Inspector] | None = None, certloader_class: type[CertLoader] | None = None) -> None: ...
 @overload
 def __init__(self: Sanic[config_type, SimpleNamespace], name: str, config: config_type | None = None, ctx: None = None, router: Router | None = None, signal_router: SignalRouter | None = None, error_handler: ErrorHandler | None = None, env_prefix: str | None = ..., request_class: type[Request] | None = None, strict_slashes: bool = ..., log_config: dict[str, Any] | None = None, configure_logging: bool = ..., dumps: Callable[..., AnyStr] | None = None, loads: Callable[..., Any] | None = None, inspector: bool = ..., inspector_class: type[Inspector] | None = None, certloader_class: type[CertLoader] | None = None) -> None: ...
 @overload
 def __init__(self: Sanic[Config, ctx_type], name: str, config: None = None, ctx: ctx_type | None = None, router: Router | None = None, signal_router: SignalRouter | None = None, error_handler: ErrorHandler | None = None, env_prefix: str | None = ..., request_class: type[Request] | None = None, strict_slashes: bool = ..., log_config: dict[str, Any] | None = None, configure_logging: bool = ..., dumps: Callable[..., AnyStr] | None = None, loads: Callable[..., Any] | None = None, inspector: bool = ..., inspector_class: type[Inspector] | None = None, certloader_class: type[CertLoader] | None = None) -> None: ...
 @overload
 def __init__(self: Sanic[config_type, ctx_type], name: str, config: config_type | None = None, ctx: ctx_type | None = None, router: Router | None = None, signal_router: SignalRouter | None = None, error_handler: ErrorHandler | None = None, env_prefix: str | None = ..., request_class: type[Request] | None = None, strict_slashes: bool = ..., log_config: dict[str, Any] | None = None, configure_logging: bool = ..., dumps: Callable[..., AnyStr] | None = None, loads: Callable[..., Any] | None = None, inspector: bool = ..., inspector_class: type[Inspector] | None = None, certloader_class: type[CertLoader] | None = None) -> None: ...
 def __init__(self, name: str, config: config_type | None = None, ctx: ctx_type | None = None, router: Router | None = None, signal_router: SignalRouter | None = None, error_handler: ErrorHandler | None = None, env_prefix: str | None = ..., request_class: type[Request] | None = None, strict_slashes: bool = ..., log_config: dict[str, Any] | None = None, configure_logging: bool = ..., dumps: Callable[..., AnyStr] | None = None, loads: Callable[..., Any] | None = None, inspector: bool = ..., inspector_class: type[Inspector] | None = None, certloader_class: type[CertLoader] | None = None) -> None: ...
 @property
 def loop(self) -> AbstractEventLoop: ...
 def register_listener(self, listener: ListenerType[SanicVar], event: str, *, priority: int = ...) -> ListenerType[SanicVar]: ...
 def register_middleware(self, middleware: MiddlewareType | Middleware, attach_to: str = ..., *, priority: Default | int = ...) -> MiddlewareType | Middleware: ...
 def register_named_middleware(self, middleware: MiddlewareType, route_names: Iterable[str], attach_to: str = ..., *, priority: Default | int = ...) -> _loopmend_1.Callable[..., _loopmend_1.Any]: ...
 def _apply_exception_handler(self, handler: FutureException, route_names: list[str] | None = None) -> _loopmend_1.Callable[..., _loopmend_1.Any]: ...
 def _apply_listener(self, listener: FutureListener) -> _loopmend_1.Callable[..., _loopmend_1.Any]: ...
 def _apply_route(self, route: FutureRoute, overwrite: bool = ...) -> list[Route]: ...
 def _apply_middleware(self, middleware: FutureMiddleware, route_names: list[str] | None = None) -> _loopmend_1.Callable[..., _loopmend_1.Any] | _loopmend_2.Middleware: ...
 def _apply_signal(self, signal: FutureSignal) -> Signal: ...
 @overload
 def dispatch(self, event: str, *, condition: dict[str, str] | None = None, context: dict[str, Any] | None = None, fail_not_found: bool = ..., inline: Literal[True], reverse: bool = ...) -> Coroutine[Any, Any, Awaitable[Any]]: ...
 @overload
 def dispatch(self, event: str, *, condition: dict[str, str] | None = None, context: dict[str, Any] | None = None, fail_not_found: bool = ..., inline: Literal[False] = ..., reverse: bool = ...) -> Coroutine[Any, Any, Awaitable[Task]]: ...
 def dispatch(self, event: str, *, condition: dict[str, str] | None = None, context: dict[str, Any] | None = None, fail_not_found: bool = ..., inline: bool = ..., reverse: bool = ...) -> _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, _loopmend_1.Any]: ...
 async def event(self, event: str | Enum, timeout: int | float | None = None, *, condition: dict[str, Any] | None = None, exclusive: bool = ...) -> None: ...
 def report_exception(self, handler: Callable[[Sanic, Exception], Coroutine[Any, Any, None]]) -> _loopmend_1.Callable[..., _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, None]]: ...
 def enable_websocket(self, enable: bool = ...) -> None: ...
 def blueprint(self, blueprint: Blueprint | Iterable[Blueprint] | BlueprintGroup, *, url_prefix: str | None = None, version: int | float | str | None = None, strict_slashes: bool | None = None, version_prefix: str | None = None, name_prefix: str | None = None) -> None: ...
 def url_for(self, view_name: str, **kwargs) -> bytes: ...
 async def handle_exception(self, request: Request, exception: BaseException, run_middleware: bool = ...) -> None: ...
 async def handle_request(self, request: Request) -> None: ...
 async def _websocket_handler(self, handler, request, *args, subprotocols = None, **kwargs) -> None: ...
 @property
 def test_client(self) -> SanicTestClient: ...
 @property
 def asgi_client(self) -> SanicASGITestClient: ...
 async def _run_request_middleware(self, request, middleware_collection): ...
 async def _run_response_middleware(self, request, response, middleware_collection): ...
 def _build_endpoint_name(self, *parts) -> str: ...
 @classmethod
 def _cancel_websocket_tasks(cls, app) -> None: ...
 @staticmethod
 async def _listener(app: Sanic, loop: AbstractEventLoop, listener: ListenerType) -> None: ...
 @classmethod
 def _prep_task(cls, task, app, loop) -> _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, _loopmend_1.Any]: ...
 @classmethod
 def _loop_add_task(cls, task, app, loop, *, name: str | None = None, register: bool = ...) -> Task: ...
 @staticmethod
 async def dispatch_delayed_tasks(app: Sanic) -> None: ...
 @staticmethod
 async def run_delayed_task(app: Sanic, loop: AbstractEventLoop, task: Future[Any] | Task[Any] | Awaitable[Any]) -> None: ...
 def add_task(self, task: Future[Any] | Coroutine[Any, Any, Any] | Awaitable[Any], *, name: str | None = None, register: bool = ...) -> Task[Any] | None: ...
 @overload
 def get_task(self, name: str, *, raise_exception: Literal[True]) -> Task: ...
 @overload
 def get_task(self, name: str, *, raise_exception: Literal[False]) -> Task | None: ...
 @overload
 def get_task(self, name: str, *, raise_exception: bool) -> Task | None: ...
 def get_task(self, name: str, *, raise_exception: bool = ...) -> Task | None: ...
 async def cancel_task(self, name: str, msg: str | None = None, *, raise_exception: bool = ...) -> None: ...
 def purge_tasks(self) -> None: ...
 def shutdown_tasks(self, timeout: float | None = None, increment: float = ...) -> None: ...
 @property
 def tasks(self) -> Iterable[Task[Any]]: ...
 async def __call__(self, scope, receive, send) -> None: ...
 _asgi_single_callable = True
 def update_config(self, config: bytes | str | dict | Any) -> None: ...
 @property
 def asgi(self) -> bool: ...
 @asgi.setter
 def asgi(self, value: bool) -> None: ...
 @property
 def debug(self) -> bool: ...
 @property
 def auto_reload(self) -> bool: ...
 @auto_reload.setter
 def auto_reload(self, value: bool) -> None: ...
 @property
 def state(self) -> ApplicationState: ...
 @property
 def reload_dirs(self) -> set[Path]: ...
 @property
 def ext(self) -> Extend: ...
 def extend(self, *, extensions: list[type[Extension]] | None = None, built_in_extensions: bool = ..., config: Config | dict[str, Any] | None = None, **kwargs) -> Extend: ...
 @classmethod
 def register_app(cls, app: Sanic) -> None: ...
 @classmethod
 def unregister_app(cls, app: Sanic) -> None: ...
 @classmethod
 def get_app(cls, name: str | None = None, *, force_create: bool = ...) -> Sanic: ...
 @classmethod
 def _check_uvloop_conflict(cls) -> None: ...
 @contextmanager
 def amend(self) -> Iterator[None]: ...
 def finalize(self) -> None: ...
 def signalize(self, allow_fail_builtin: bool = ...) -> None: ...
 async def _startup(self) -> None: ...
 def ack(self) -> None: ...
 def set_serving(self, serving: bool) -> None: ...
 async def _server_event(self, concern: str, action: str, loop: AbstractEventLoop | None = None) -> None: ...
 def refresh(self, passthru: dict[str, Any] | None = None) -> Sanic: ...
 @property
 def inspector(self) -> Inspector: ...
 @property
 def manager(self) -> WorkerManager: ...
 _asgi_app: ASGIApp | None
 _asgi_lifespan: Lifespan | None
 _asgi_client: Any
 _blueprint_order: list[Blueprint]
 _delayed_tasks: list[str]
 _future_registry: FutureRegistry
 _inspector: Inspector | None
 _manager: WorkerManager | None
 _state: ApplicationState
 _task_registry: dict[str, Task | None]
 _test_client: Any
 _test_manager: Any
 blueprints: dict[str, Blueprint]
 certloader_class: type[CertLoader]
 config: config_type
 configure_logging: bool
 ctx: ctx_type
 error_handler: ErrorHandler
 inspector_class: type[Inspector]
 go_fast: _loopmend_1.Callable[..., None]
 listeners: dict[str, list[ListenerType[Any]]]
 named_request_middleware: dict[str, deque[Middleware]]
 named_response_middleware: dict[str, deque[Middleware]]
 repl_ctx: REPLContext
 request_class: type[_loopmend_10.Request]
 request_middleware: deque[Middleware]
 response_middleware: deque[Middleware]
 router: Router
 shared_ctx: SharedContext
 signal_router: SignalRouter
 sock: socket | None
 strict_slashes: bool
 websocket_enabled: bool
 websocket_tasks: set[Future[Any]]

=== sanic.application package

=== sanic.application.state
import sanic.application.constants as _loopmend_0
from __future__ import annotations
import logging
from dataclasses import dataclass, field
from pathlib import Path
from socket import socket
from ssl import SSLContext
from typing import TYPE_CHECKING, Any
from sanic.application.constants import Mode, Server, ServerStage
from sanic.log import VerbosityFilter, logger
from sanic.server.async_server import AsyncioServer
if TYPE_CHECKING:
 from sanic import Sanic
@dataclass
class ApplicationServerInfo:
 settings: dict[str, Any]
 stage: ServerStage = field(default=ServerStage.STOPPED)
 server: AsyncioServer | None = field(default=None)
@dataclass
class ApplicationState:
 app: Sanic
 asgi: bool = field(default=False)
 coffee: bool = field(default=False)
 fast: bool = field(default=False)
 host: str = field(default="")
 port: int = field(default=0)
 ssl: SSLContext | None = field(default=None)
 sock: socket | None = field(default=None)
 unix: str | None = field(default=None)
 mode: Mode = field(default=Mode.PRODUCTION)
 reload_dirs: set[Path] = field(default_factory=set)
 auto_reload: bool = field(default=False)
 server: Server = field(default=Server.SANIC)
 is_running: bool = field(default=False)
 is_started: bool = field(default=False)
 is_stopping: bool = field(default=False)
 verbosity: int = field(default=0)
 workers: int = field(default=0)
 primary: bool = field(default=True)
 server_info: list[ApplicationServerInfo] = field(default_factory=list)
 _init: bool = field(default=False)
 def __post_init__(self) -> None: ...
 def __setattr__(self, name: str, value: Any) -> None: ...
 def set_mode(self, value: str | Mode) -> None: ...
 def set_verbosity(self, value: int) -> None: ...
 @property
 def is_debug(self) -> bool: ...
 @property
 def stage(self) -> ServerStage: ...

=== sanic.asgi
import sanic.asgi as _loopmend_1
import sanic.response.types as _loopmend_2
import typing as _loopmend_0
from __future__ import annotations
import warnings
from typing import TYPE_CHECKING
from sanic.compat import Header
from sanic.exceptions import BadRequest, ServerError
from sanic.helpers import Default
from sanic.http import Stage
from sanic.log import error_logger, logger
from sanic.models.asgi import ASGIReceive, ASGIScope, ASGISend, MockTransport
from sanic.request import Request
from sanic.response import BaseHTTPResponse
from sanic.server import ConnInfo
from sanic.server.websockets.connection import WebSocketConnection
if TYPE_CHECKING:
 from sanic import Sanic
class Lifespan:
 def __init__(self, sanic_app, scope: ASGIScope, receive: ASGIReceive, send: ASGISend) -> None: ...
 async def startup(self) -> None: ...
 async def shutdown(self) -> None: ...
 async def __call__(self) -> None: ...
 sanic_app: _loopmend_0.Any
 scope: _loopmend_0.MutableMapping
 receive: _loopmend_0.Callable[..., _loopmend_0.Awaitable[_loopmend_0.MutableMapping]]
 send: _loopmend_0.Callable[..., _loopmend_0.Awaitable[None]]
class ASGIApp:
 sanic_app: Sanic
 request: Request
 transport: MockTransport
 lifespan: Lifespan
 ws: WebSocketConnection | None
 stage: Stage
 response: BaseHTTPResponse | None
 @classmethod
 async def create(cls, sanic_app: Sanic, scope: ASGIScope, receive: ASGIReceive, send: ASGISend) -> ASGIApp: ...
 async def read(self) -> bytes | None: ...
 def __aiter__(self) -> _loopmend_0.AsyncGenerator: ...
 def respond(self, response: BaseHTTPResponse) -> _loopmend_2.BaseHTTPResponse: ...
 async def send(self, data, end_stream) -> None: ...
 _asgi_single_callable = True
 async def __call__(self) -> None: ...
 request_body: bool

=== sanic.base package

=== sanic.base.root
import re
from typing import Any
from sanic.base.meta import SanicMeta
from sanic.exceptions import SanicException
from sanic.mixins.commands import CommandMixin
from sanic.mixins.exceptions import ExceptionMixin
from sanic.mixins.listeners import ListenerMixin
from sanic.mixins.middleware import MiddlewareMixin
from sanic.mixins.routes import RouteMixin
from sanic.mixins.signals import SignalMixin
from sanic.mixins.static import StaticMixin
VALID_NAME = re.compile(r"^[a-zA-Z_][a-zA-Z0-9_\-]*$")
class BaseSanic( RouteMixin, StaticMixin, MiddlewareMixin, ListenerMixin, ExceptionMixin, SignalMixin, CommandMixin, metaclass=SanicMeta, ):
 __slots__: tuple[str]
 def __init__(self, name: str | None = None, *args: Any, **kwargs: Any) -> None: ...
 def __str__(self) -> str: ...
 def __repr__(self) -> str: ...
 def __setattr__(self, name: str, value: Any) -> None: ...
 name: str

=== sanic.blueprints
import functools as _loopmend_4
import sanic.app as _loopmend_1
import sanic.blueprints as _loopmend_2
import types as _loopmend_3
import typing as _loopmend_0
from __future__ import annotations
import asyncio
from collections import defaultdict
from collections.abc import Iterable, Iterator, MutableSequence, Sequence
from copy import deepcopy
from functools import partial, wraps
from inspect import isfunction
from itertools import chain
from types import SimpleNamespace
from typing import ( TYPE_CHECKING, Any, Callable, overload, )
from sanic_routing.exceptions import NotFound
from sanic_routing.route import Route
from sanic.base.root import BaseSanic
from sanic.exceptions import SanicException
from sanic.helpers import Default, _default
from sanic.models.futures import FutureRoute, FutureSignal, FutureStatic
from sanic.models.handler_types import ( ListenerType, MiddlewareType, RouteHandler, )
if TYPE_CHECKING:
 from sanic import Sanic
def lazy(func, as_decorator = ...) -> _loopmend_0.Callable[..., _loopmend_0.Any]: ...
class Blueprint(BaseSanic):
 __slots__: tuple[str, str, str, str, str, str, str, str, str, str, str, str, str, str, str, str, str, str, str, str, str, str]
 def __init__(self, name: str, url_prefix: str | None = None, host: list[str] | str | None = None, version: int | str | float | None = None, strict_slashes: bool | None = None, version_prefix: str = ...) -> None: ...
 def __repr__(self) -> str: ...
 @property
 def apps(self) -> set[Sanic]: ...
 @property
 def registered(self) -> bool: ...
 exception: _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]
 listener: _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]
 middleware: _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]
 route: _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]
 signal: _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]]
 static: _loopmend_0.Callable[..., _loopmend_0.Any]
 def reset(self) -> None: ...
 def copy(self, name: str, url_prefix: str | Default | None = ..., version: int | str | float | Default | None = ..., version_prefix: str | Default = ..., allow_route_overwrite: bool | Default = ..., strict_slashes: bool | Default | None = ..., with_registration: bool = ..., with_ctx: bool = ...) -> _loopmend_2.Blueprint: ...
 @staticmethod
 def group(*blueprints: Blueprint | BlueprintGroup, url_prefix: str | None = None, version: int | str | float | None = None, strict_slashes: bool | None = None, version_prefix: str = ..., name_prefix: str | None = ...) -> BlueprintGroup: ...
 def register(self, app, options) -> None: ...
 async def dispatch(self, *args, **kwargs) -> list: ...
 def event(self, event: str, timeout: int | float | None = None, *, condition: dict[str, Any] | None = None) -> _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]: ...
 async def _event(self, waiters, timeout): ...
 @staticmethod
 def _extract_value(*values): ...
 @staticmethod
 def _setup_uri(base: str, prefix: str | None) -> str: ...
 @staticmethod
 def register_futures(apps: set[Sanic], bp: Blueprint, futures: Sequence[tuple[Any, ...]]) -> None: ...
 _apps: set[Sanic]
 _allow_route_overwrite: bool
 copied_from: str
 ctx: _loopmend_3.SimpleNamespace
 exceptions: list[RouteHandler]
 host: None | list[str] | str
 listeners: dict[str, list[ListenerType[Any]]]
 middlewares: list[MiddlewareType]
 routes: list[Route]
 statics: list[RouteHandler]
 strict_slashes: None | bool
 url_prefix: None | str
 version: None | float | int | str
 version_prefix: str
 websocket_routes: list[Route]
bpg_base = MutableSequence[Blueprint]
class BlueprintGroup(bpg_base):
 __slots__: tuple[str, str, str, str, str, str]
 def __init__(self, url_prefix: str | None = None, version: int | str | float | None = None, strict_slashes: bool | None = None, version_prefix: str = ..., name_prefix: str | None = ...) -> None: ...
 @property
 def url_prefix(self) -> int | str | float | None: ...
 @property
 def blueprints(self) -> list[Blueprint]: ...
 @property
 def version(self) -> str | int | float | None: ...
 @property
 def strict_slashes(self) -> bool | None: ...
 @property
 def version_prefix(self) -> str: ...
 @property
 def name_prefix(self) -> str | None: ...
 def __iter__(self) -> Iterator[Blueprint]: ...
 @overload
 def __getitem__(self, item: int) -> Blueprint: ...
 @overload
 def __getitem__(self, item: slice) -> MutableSequence[Blueprint]: ...
 def __getitem__(self, item: int | slice) -> Blueprint | MutableSequence[Blueprint]: ...
 @overload
 def __setitem__(self, index: int, item: Blueprint) -> None: ...
 @overload
 def __setitem__(self, index: slice, item: Iterable[Blueprint]) -> None: ...
 def __setitem__(self, index: int | slice, item: Blueprint | Iterable[Blueprint]) -> None: ...
 @overload
 def __delitem__(self, index: int) -> None: ...
 @overload
 def __delitem__(self, index: slice) -> None: ...
 def __delitem__(self, index: int | slice) -> None: ...
 def __len__(self) -> int: ...
 def append(self, value: Blueprint) -> None: ...
 def exception(self, *exceptions: Exception, **kwargs) -> _loopmend_0.Callable[..., None]: ...
 def insert(self, index: int, item: Blueprint) -> None: ...
 def middleware(self, *args, **kwargs) -> None | _loopmend_0.Callable[..., None]: ...
 def on_request(self, middleware = None) -> None | _loopmend_0.Callable[..., None] | _loopmend_4.partial[None | _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 def on_response(self, middleware = None) -> None | _loopmend_0.Callable[..., None] | _loopmend_4.partial[None | _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 _blueprints: list[Blueprint]
 _url_prefix: None | str
 _version: None | float | int | str
 _strict_slashes: None | bool
 _version_prefix: str
 _name_prefix: None | str

=== sanic.cli package

=== sanic.cli.console
import asyncio.events as _loopmend_6
import sanic.app as _loopmend_2
import sanic.cli.console as _loopmend_5
import sanic.helpers as _loopmend_7
import sanic.http.constants as _loopmend_0
import sanic.request.types as _loopmend_1
import sanic.response.types as _loopmend_4
import threading as _loopmend_8
import types as _loopmend_3
from __future__ import annotations
import atexit
import concurrent.futures
import sys
import threading
import time
import traceback
try:
 import termios
 TERMIOS_AVAILABLE = True
except ImportError:
 TERMIOS_AVAILABLE = False
 termios = None
from ast import PyCF_ALLOW_TOP_LEVEL_AWAIT
from asyncio import iscoroutine, new_event_loop
from code import InteractiveConsole
from collections.abc import Sequence
from contextlib import suppress
from types import FunctionType
from typing import Any, NamedTuple
import sanic
from sanic import Request, Sanic
from sanic.compat import Header
from sanic.helpers import Default
from sanic.http.constants import Stage
from sanic.log import Colors
from sanic.models.ctx_types import REPLContext
from sanic.models.protocol_types import TransportProtocol
from sanic.response.types import HTTPResponse
try:
 from httpx import Client
 HTTPX_AVAILABLE = True
 class SanicClient(Client):
  def __init__(self, app: Sanic) -> None: ...
except ImportError:
 HTTPX_AVAILABLE = False
try:
 import readline
except ImportError:
 ...
repl_app: Sanic | None = None
repl_response: HTTPResponse | None = None
class REPLProtocol(TransportProtocol):
 def __init__(self) -> None: ...
 def respond(self, response): ...
 async def send(self, data, end_stream): ...
 stage: _loopmend_0.Stage
 request_body: bool
class Result(NamedTuple):
 request: Request
 response: HTTPResponse
def make_request(url: str = ..., headers: dict[str, Any] | Sequence[tuple[str, str]] | None = None, method: str = ..., body: str | None = None) -> _loopmend_1.Request[_loopmend_2.Sanic, _loopmend_3.SimpleNamespace]: ...
async def respond(request) -> HTTPResponse: ...
async def do(url: str = ..., headers: dict[str, Any] | Sequence[tuple[str, str]] | None = None, method: str = ..., body: str | None = None) -> Result: ...
def _variable_description(name: str, desc: str, type_desc: str) -> str: ...
class SanicREPL(InteractiveConsole):
 def __init__(self, app: Sanic, start: Default | None = None) -> None: ...
 def pause(self) -> None: ...
 def resume(self) -> None: ...
 def runsource(self, source, filename = ..., symbol = ...) -> bool: ...
 def runcode(self, code): ...
 def is_paused(self) -> bool: ...
 def _console(self) -> None: ...
 def _setup_terminal(self) -> None: ...
 def _monitor(self) -> None: ...
 def _shutdown(self) -> None: ...
 def run(self) -> None: ...
 app: _loopmend_2.Sanic
 loop: _loopmend_6.AbstractEventLoop
 _start: None | _loopmend_7.Default
 _pause_event: _loopmend_8.Event
 _started_event: _loopmend_8.Event
 _interact_thread: _loopmend_8.Thread
 _monitor_thread: _loopmend_8.Thread
 _async_thread: _loopmend_8.Thread
 exit_message: str
 banner_message: str

=== sanic.cli.executor
import sanic.app as _loopmend_2
import sanic.cli.base as _loopmend_1
import typing as _loopmend_0
import shutil
from argparse import ArgumentParser
from asyncio import run
from inspect import signature
from typing import Callable
from sanic import Sanic
from sanic.application.logo import get_logo
from sanic.cli.base import ( SanicArgumentParser, SanicHelpFormatter, )
def make_executor_parser(parser: ArgumentParser) -> None: ...
class ExecutorSubParser(ArgumentParser):
 def __init__(self, *args, **kwargs) -> None: ...
 description: str
class Executor:
 def __init__(self, app: Sanic, kwargs: dict) -> None: ...
 def run(self, command: str, args: list[str]) -> None: ...
 def _make_commands(self) -> dict[str, Callable]: ...
 def _make_parser(self) -> SanicArgumentParser: ...
 def _add_arguments(self, parser: ArgumentParser, func: Callable) -> None: ...
 parser: _loopmend_1.SanicArgumentParser
 kwargs: dict
 app: _loopmend_2.Sanic
 commands: dict[str, _loopmend_0.Callable[..., _loopmend_0.Any]]

=== sanic.compat
import aiofiles.base as _loopmend_2
import os as _loopmend_1
import typing as _loopmend_0
import asyncio
import os
import platform
import signal
import sys
from collections.abc import Awaitable
from contextlib import contextmanager
from enum import Enum
from typing import Literal
from multidict import CIMultiDict
from sanic.helpers import Default
from sanic.log import error_logger
StartMethod = Default | Literal["fork"] | Literal["forkserver"] | Literal["spawn"]
OS_IS_WINDOWS: bool
PYPY_IMPLEMENTATION: bool
UVLOOP_INSTALLED = False
PYTHON_314_OR_LATER: bool
try:
 import uvloop
 UVLOOP_INSTALLED = True
except ImportError:
 ...
if sys.version_info < (3, 11, 0):
 class StrEnum(str, Enum):
  ...
else:
 from enum import StrEnum
class UpperStrEnum(StrEnum):
 def _generate_next_value_(name, start, count, last_values) -> str: ...
 def __eq__(self, value: object) -> bool: ...
 def __hash__(self) -> int: ...
 def __str__(self) -> str: ...
@contextmanager
def use_context(method: StartMethod) -> _loopmend_0.Generator: ...
def enable_windows_color_support() -> None: ...
def pypy_os_module_patch() -> None: ...
def pypy_windows_set_console_cp_patch() -> None: ...
class Header(CIMultiDict):
 def __getattr__(self, key: str) -> str: ...
 def get_all(self, key: str): ...
use_trio: bool
if use_trio:
 import trio
 def stat_async(path) -> _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_1.stat_result]: ...
 open_async = trio.open_file
 CancelledErrors = tuple([asyncio.CancelledError, trio.Cancelled])
else:
 if PYPY_IMPLEMENTATION:
  if OS_IS_WINDOWS:
   ...
 from aiofiles import open as aio_open
 from aiofiles.os import stat as stat_async
 async def open_async(file, mode = ..., **kwargs) -> _loopmend_2.AiofilesContextManager: ...
 CancelledErrors = tuple([asyncio.CancelledError])
def ctrlc_workaround_for_windows(app) -> None: ...
def clear_function_annotate(*funcs) -> None: ...

=== sanic.exceptions
import os as _loopmend_1
import typing as _loopmend_0
from asyncio import CancelledError
from collections.abc import Sequence
from os import PathLike
from typing import Any
from sanic.helpers import STATUS_CODES
from sanic.models.protocol_types import Range
class RequestCancelled(CancelledError):
 quiet = True
class ServerKilled(Exception):
 quiet = True
class SanicException(Exception):
 status_code: int = 500
 quiet: bool | None = False
 headers: dict[str, str] = ...
 message: str = ""
 def __init__(self, message: str | bytes | None = None, status_code: int | None = None, *, quiet: bool | None = None, context: dict[str, Any] | None = None, extra: dict[str, Any] | None = None, headers: dict[str, str] | None = None) -> None: ...
 context: None | dict
 extra: None | dict
class HTTPException(SanicException):
 def __init__(self, message: str | bytes | None = None, *, quiet: bool | None = None, context: dict[str, Any] | None = None, extra: dict[str, Any] | None = None, headers: dict[str, Any] | None = None) -> None: ...
class NotFound(HTTPException):
 status_code = 404
 quiet = True
class BadRequest(HTTPException):
 status_code = 400
 quiet = True
InvalidUsage = BadRequest
BadURL = BadRequest
class MethodNotAllowed(HTTPException):
 status_code = 405
 quiet = True
 def __init__(self, message: str | bytes | None = None, method: str = ..., allowed_methods: Sequence[str] | None = None, *, quiet: bool | None = None, context: dict[str, Any] | None = None, extra: dict[str, Any] | None = None, headers: dict[str, Any] | None = None) -> None: ...
 headers: dict
 method: str
 allowed_methods: None | _loopmend_0.Sequence[str]
MethodNotSupported = MethodNotAllowed
class ServerError(HTTPException):
 status_code = 500
InternalServerError = ServerError
class ServiceUnavailable(HTTPException):
 status_code = 503
 quiet = True
class URLBuildError(HTTPException):
 status_code = 500
class FileNotFound(NotFound):
 def __init__(self, message: str | bytes | None = None, path: PathLike | None = None, relative_url: str | None = None, *, quiet: bool | None = None, context: dict[str, Any] | None = None, extra: dict[str, Any] | None = None, headers: dict[str, Any] | None = None) -> None: ...
 path: None | _loopmend_1.PathLike
 relative_url: None | str
class RequestTimeout(HTTPException):
 status_code = 408
 quiet = True
class PayloadTooLarge(HTTPException):
 status_code = 413
 quiet = True
class URITooLong(HTTPException):
 status_code = 414
 quiet = True
class HeaderNotFound(BadRequest):
 ...
class InvalidHeader(BadRequest):
 ...
class RangeNotSatisfiable(HTTPException):
 status_code = 416
 quiet = True
 def __init__(self, message: str | bytes | None = None, content_range: Range | None = None, *, quiet: bool | None = None, context: dict[str, Any] | None = None, extra: dict[str, Any] | None = None, headers: dict[str, Any] | None = None) -> None: ...
 headers: dict
ContentRangeError = RangeNotSatisfiable
class ExpectationFailed(HTTPException):
 status_code = 417
 quiet = True
HeaderExpectationFailed = ExpectationFailed
class Forbidden(HTTPException):
 status_code = 403
 quiet = True
class InvalidRangeType(RangeNotSatisfiable):
 status_code = 416
 quiet = True
class PyFileError(SanicException):
 def __init__(self, file, status_code: int | None = None, *, quiet: bool | None = None, context: dict[str, Any] | None = None, extra: dict[str, Any] | None = None, headers: dict[str, Any] | None = None) -> None: ...
class Unauthorized(HTTPException):
 status_code = 401
 quiet = True
 def __init__(self, message: str | bytes | None = None, scheme: str | None = None, *, quiet: bool | None = None, context: dict[str, Any] | None = None, extra: dict[str, Any] | None = None, headers: dict[str, Any] | None = None, **challenges) -> None: ...
 headers: dict
class LoadFileException(SanicException):
 ...
class InvalidSignal(SanicException):
 ...
class WebsocketClosed(SanicException):
 quiet = True
 message: str

=== sanic.handlers package
from .content_range import ContentRangeHandler
from .directory import DirectoryHandler
from .error import ErrorHandler
__all__ = ( "ContentRangeHandler", "DirectoryHandler", "ErrorHandler", )

=== sanic.handlers.directory
import pathlib as _loopmend_1
import sanic.response.types as _loopmend_0
from __future__ import annotations
from collections.abc import Iterable, Sequence
from datetime import datetime
from operator import itemgetter
from pathlib import Path
from stat import S_ISDIR
from typing import cast
from urllib.parse import unquote
from sanic.exceptions import NotFound
from sanic.pages.directory_page import DirectoryPage, FileInfo
from sanic.request import Request
from sanic.response import file, html, redirect
def _is_path_within_root(path: Path, root: Path) -> bool: ...
class DirectoryHandler:
 def __init__(self, uri: str, directory: Path, directory_view: bool = ..., index: str | Sequence[str] | None = None, root_path: Path | None = None, follow_external_symlink_files: bool = ..., follow_external_symlink_dirs: bool = ...) -> None: ...
 async def handle(self, request: Request, path: str) -> _loopmend_0.HTTPResponse: ...
 def _index(self, location: Path, path: str, debug: bool) -> _loopmend_0.HTTPResponse: ...
 def _prepare_file(self, path: Path) -> dict[str, int | str] | None: ...
 def _iter_files(self, location: Path) -> Iterable[FileInfo]: ...
 directory: _loopmend_1.Path
 directory_view: bool
 index: tuple
 root_path: _loopmend_1.Path
 follow_external_symlink_files: bool
 follow_external_symlink_dirs: bool
 base: str

=== sanic.handlers.error
import sanic.errorpages as _loopmend_2
import sanic.response.types as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
from sanic.errorpages import BaseRenderer, TextRenderer, exception_response
from sanic.exceptions import ServerError
from sanic.log import error_logger
from sanic.models.handler_types import RouteHandler
from sanic.request.types import Request
from sanic.response import text
from sanic.response.types import HTTPResponse
class ErrorHandler:
 def __init__(self, base: type[BaseRenderer] = ...) -> None: ...
 def _full_lookup(self, exception, route_name: str | None = None) -> None | _loopmend_0.Callable[..., _loopmend_0.Awaitable[_loopmend_0.Any]]: ...
 def _add(self, key: tuple[type[BaseException], str | None], handler: RouteHandler) -> None: ...
 def add(self, exception, handler, route_names: list[str] | None = None) -> None: ...
 def lookup(self, exception, route_name: str | None = None) -> None | _loopmend_0.Callable[..., _loopmend_0.Awaitable[_loopmend_0.Any]]: ...
 _lookup = _full_lookup
 def response(self, request, exception) -> None | _loopmend_0.Awaitable[None | _loopmend_1.HTTPResponse] | _loopmend_1.HTTPResponse: ...
 def default(self, request: Request, exception: Exception) -> HTTPResponse: ...
 @staticmethod
 def log(request: Request, exception: Exception) -> None: ...
 base: type[_loopmend_2.BaseRenderer]
 cached_handlers: dict[tuple[type[BaseException], None | str], None | _loopmend_0.Callable[..., _loopmend_0.Awaitable[_loopmend_0.Any]]]
 debug: bool

=== sanic.http package
from .constants import Stage
from .http1 import Http
from .http3 import Http3
__all__ = ("Http", "Stage", "Http3")

=== sanic.http.http1
import sanic.response.types as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
from typing import TYPE_CHECKING
if TYPE_CHECKING:
 from sanic.request import Request
 from sanic.response import BaseHTTPResponse
from asyncio import CancelledError, sleep
from time import perf_counter
from sanic.compat import Header
from sanic.exceptions import ( BadRequest, ExpectationFailed, PayloadTooLarge, RequestCancelled, ServerError, ServiceUnavailable, )
from sanic.headers import format_http1_response
from sanic.helpers import has_message_body
from sanic.http.constants import Stage
from sanic.http.stream import Stream
from sanic.log import access_logger, error_logger, logger
from sanic.touchup import TouchUpMeta
HTTP_CONTINUE: bytes
class Http(Stream, metaclass=TouchUpMeta):
 HEADER_CEILING = 16_384
 HEADER_MAX_SIZE = 0
 __touchup__: tuple[str, str, str]
 __slots__: list[str]
 def __init__(self, protocol) -> None: ...
 def init_for_request(self) -> None: ...
 def __bool__(self) -> bool: ...
 async def http1(self) -> None: ...
 async def http1_request_header(self) -> None: ...
 async def http1_response_header(self, data: bytes, end_stream: bool) -> None: ...
 def head_response_ignored(self, data: bytes, end_stream: bool) -> None: ...
 async def http1_response_chunked(self, data: bytes, end_stream: bool) -> None: ...
 async def http1_response_normal(self, data: bytes, end_stream: bool) -> None: ...
 async def error_response(self, exception: Exception) -> None: ...
 def create_empty_request(self) -> None: ...
 def log_response(self) -> None: ...
 def __aiter__(self) -> _loopmend_0.AsyncGenerator: ...
 async def read(self) -> bytes | None: ...
 def respond(self, response: BaseHTTPResponse) -> BaseHTTPResponse: ...
 @property
 def send(self) -> None | _loopmend_0.Callable[..., None] | _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, None]]: ...
 @classmethod
 def set_header_max_size(cls, *sizes: int) -> None: ...
 @staticmethod
 def _safe_int(value: str, base: int = ...) -> int: ...
 _send: _loopmend_0.Any
 _receive_more: _loopmend_0.Any
 dispatch: _loopmend_0.Any
 recv_buffer: _loopmend_0.Any
 protocol: _loopmend_0.Any
 expecting_continue: bool
 stage: Stage
 keep_alive: bool
 head_only: None | bool
 request: Request
 exception: None
 url: _loopmend_0.Any
 request_body: None | bool | str
 request_bytes: None | int
 request_bytes_left: None | int
 response: BaseHTTPResponse
 response_func: None | _loopmend_0.Callable[..., None] | _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, None]]
 response_size: int
 response_bytes_left: int
 upgrade_websocket: bool
 perft0: None | float
 request_max_size: _loopmend_0.Any

=== sanic.http.http3
import sanic.http.http3 as _loopmend_4
import sanic.request.types as _loopmend_2
import sanic.response.types as _loopmend_3
import sanic.server.protocols.http_protocol as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
import asyncio
from abc import ABC, abstractmethod
from ssl import SSLContext
from typing import TYPE_CHECKING, Any, Callable, cast
from sanic.compat import Header
from sanic.constants import LocalCertCreator
from sanic.exceptions import ( BadRequest, PayloadTooLarge, SanicException, ServerError, )
from sanic.helpers import has_message_body
from sanic.http.constants import Stage
from sanic.http.stream import Stream
from sanic.http.tls.context import CertSelector, SanicSSLContext
from sanic.log import Colors, logger
from sanic.models.protocol_types import TransportProtocol
from sanic.models.server_types import ConnInfo
try:
 from aioquic.h0.connection import H0_ALPN, H0Connection
 from aioquic.h3.connection import H3_ALPN, H3Connection
 from aioquic.h3.events import ( DatagramReceived, DataReceived, H3Event, HeadersReceived, WebTransportStreamDataReceived, )
 from aioquic.quic.configuration import QuicConfiguration
 from aioquic.tls import SessionTicket
 HTTP3_AVAILABLE = True
except ModuleNotFoundError:
 HTTP3_AVAILABLE = False
if TYPE_CHECKING:
 from sanic import Sanic
 from sanic.request import Request
 from sanic.response import BaseHTTPResponse
 from sanic.server.protocols.http_protocol import Http3Protocol
 HttpConnection = H0Connection | H3Connection
class HTTP3Transport(TransportProtocol):
 __slots__: tuple[str]
 def __init__(self, protocol: Http3Protocol) -> None: ...
 def get_protocol(self) -> Http3Protocol: ...
 def get_extra_info(self, info: str, default: Any = None) -> Any: ...
 _protocol: _loopmend_0.Http3Protocol
class Receiver(ABC):
 future: asyncio.Future
 def __init__(self, transmit, protocol, request: Request) -> None: ...
 @abstractmethod
 async def run(self): ...
 protocol: _loopmend_1.Any
 transmit: _loopmend_1.Any
 request: _loopmend_2.Request
class HTTPReceiver(Receiver, Stream):
 stage: Stage
 request: Request
 def __init__(self, *args, **kwargs) -> None: ...
 async def run(self, exception: Exception | None = None) -> None: ...
 async def error_response(self, exception: Exception) -> None: ...
 def _prepare_headers(self, response: BaseHTTPResponse) -> list[tuple[bytes, bytes]]: ...
 def send_headers(self) -> None: ...
 def respond(self, response: BaseHTTPResponse) -> BaseHTTPResponse: ...
 def receive_body(self, data: bytes) -> None: ...
 async def send(self, data: bytes, end_stream: bool) -> None: ...
 def _send(self, data: bytes, end_stream: bool) -> None: ...
 request_body: None
 headers_sent: bool
 response: BaseHTTPResponse | None
 request_max_size: _loopmend_1.Any
 request_bytes: int
 head_only: bool
class WebsocketReceiver(Receiver):
 async def run(self): ...
class WebTransportReceiver(Receiver):
 async def run(self): ...
class Http3:
 if HTTP3_AVAILABLE:
  HANDLER_PROPERTY_MAPPING: dict
 def __init__(self, protocol: Http3Protocol, transmit: Callable[[], None]) -> None: ...
 def http_event_received(self, event: H3Event) -> None: ...
 def get_or_make_receiver(self, event: H3Event) -> tuple[Receiver, bool]: ...
 def get_receiver_by_stream_id(self, stream_id: int) -> Receiver: ...
 def _make_request(self, event: HeadersReceived) -> Request: ...
 protocol: _loopmend_0.Http3Protocol
 transmit: _loopmend_1.Callable[..., None]
 receivers: dict[int, Receiver]
class SessionTicketStore:
 def __init__(self) -> None: ...
 def add(self, ticket: SessionTicket) -> None: ...
 def pop(self, label: bytes) -> SessionTicket | None: ...
 tickets: dict[bytes, SessionTicket]
def get_config(app: Sanic, ssl: SanicSSLContext | CertSelector | SSLContext): ...

=== sanic.http.stream
import sanic.response.types as _loopmend_0
from __future__ import annotations
from typing import TYPE_CHECKING
from sanic.http.constants import Stage
if TYPE_CHECKING:
 from sanic.response import BaseHTTPResponse
 from sanic.server.protocols.http_protocol import HttpProtocol
class Stream:
 stage: Stage
 response: BaseHTTPResponse | None
 protocol: HttpProtocol
 url: str | None
 request_body: bytes | None
 request_max_size: int | float
 __touchup__: tuple[str, ...] = tuple()
 __slots__: tuple[str]
 def respond(self, response: BaseHTTPResponse) -> BaseHTTPResponse: ...

=== sanic.middleware
import collections as _loopmend_2
import sanic.middleware as _loopmend_3
import sanic.response.types as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
from collections import deque
from collections.abc import Sequence
from enum import IntEnum, auto
from itertools import count
from sanic.models.handler_types import MiddlewareType
class MiddlewareLocation(IntEnum):
 REQUEST = auto()
 RESPONSE = auto()
class Middleware:
 _counter: _loopmend_0.Any
 count: int
 __slots__: tuple[str, str, str, str]
 def __init__(self, func: MiddlewareType, location: MiddlewareLocation, priority: int = ...) -> None: ...
 def __call__(self, *args, **kwargs) -> None | _loopmend_0.Awaitable[None | _loopmend_1.HTTPResponse] | _loopmend_1.HTTPResponse: ...
 def __hash__(self) -> int: ...
 def __repr__(self) -> str: ...
 @property
 def order(self) -> tuple[int, int]: ...
 @classmethod
 def convert(cls, *middleware_collections: Sequence[Middleware | MiddlewareType], location: MiddlewareLocation) -> deque[Middleware]: ...
 @classmethod
 def reset_count(cls) -> None: ...
 func: _loopmend_0.Callable[..., _loopmend_0.Any]
 priority: int
 location: _loopmend_3.MiddlewareLocation
 definition: _loopmend_0.Any

=== sanic.mixins package

=== sanic.mixins.base
from __future__ import annotations
from typing import Protocol
from sanic.base.meta import SanicMeta
class NameProtocol(Protocol):
 name: str
class DunderNameProtocol(Protocol):
 __name__: str
class BaseMixin(metaclass=SanicMeta):
 name: str
 strict_slashes: bool | None
 def _generate_name(self, *objects: NameProtocol | DunderNameProtocol | str) -> str: ...
 def generate_name(self, *objects) -> str: ...

=== sanic.mixins.commands
import typing as _loopmend_0
from __future__ import annotations
from functools import wraps
from inspect import isawaitable
from typing import Callable
from sanic.base.meta import SanicMeta
from sanic.models.futures import FutureCommand
class CommandMixin(metaclass=SanicMeta):
 def __init__(self, *args, **kwargs) -> None: ...
 def command(self, maybe_func: Callable | None = None, *, name: str = ...) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]] | _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]: ...
 _future_commands: set[FutureCommand]

=== sanic.mixins.exceptions
import typing as _loopmend_0
from __future__ import annotations
from typing import Any, Callable
from sanic.base.meta import SanicMeta
from sanic.models.futures import FutureException
class ExceptionMixin(metaclass=SanicMeta):
 def __init__(self, *args, **kwargs) -> None: ...
 def _apply_exception_handler(self, handler: FutureException): ...
 def exception(self, *exceptions: type[Exception] | list[type[Exception]], apply: bool = ...) -> _loopmend_0.Callable[..., _loopmend_0.Any]: ...
 def all_exceptions(self, handler: Callable[..., Any]) -> Callable[..., Any]: ...
 _future_exceptions: set[FutureException]

=== sanic.mixins.listeners
import typing as _loopmend_0
from __future__ import annotations
from enum import Enum, auto
from functools import partial
from typing import Callable, cast, overload
from sanic.base.meta import SanicMeta
from sanic.exceptions import BadRequest
from sanic.models.futures import FutureListener
from sanic.models.handler_types import ListenerType, Sanic
class ListenerEvent(str, Enum):
 def _generate_next_value_(name: str, *args) -> str: ...
 BEFORE_SERVER_START = "server.init.before"
 AFTER_SERVER_START = "server.init.after"
 BEFORE_SERVER_STOP = "server.shutdown.before"
 AFTER_SERVER_STOP = "server.shutdown.after"
 MAIN_PROCESS_START = auto()
 MAIN_PROCESS_READY = auto()
 MAIN_PROCESS_STOP = auto()
 RELOAD_PROCESS_START = auto()
 RELOAD_PROCESS_STOP = auto()
 BEFORE_RELOAD_TRIGGER = auto()
 AFTER_RELOAD_TRIGGER = auto()
class ListenerMixin(metaclass=SanicMeta):
 def __init__(self, *args, **kwargs) -> None: ...
 def _apply_listener(self, listener: FutureListener): ...
 @overload
 def listener(self, listener_or_event: ListenerType[Sanic], event_or_none: str, apply: bool = ..., *, priority: int = ...) -> ListenerType[Sanic]: ...
 @overload
 def listener(self, listener_or_event: str, event_or_none: None = ..., apply: bool = ..., *, priority: int = ...) -> Callable[[ListenerType[Sanic]], ListenerType[Sanic]]: ...
 def listener(self, listener_or_event: ListenerType[Sanic] | str, event_or_none: str | None = None, apply: bool = ..., *, priority: int = ...) -> ListenerType[Sanic] | Callable[[ListenerType[Sanic]], ListenerType[Sanic]]: ...
 def _setup_listener(self, listener: ListenerType[Sanic] | None, event: str, priority: int) -> ListenerType[Sanic]: ...
 def main_process_start(self, listener: ListenerType[Sanic] | None, *, priority: int = ...) -> ListenerType[Sanic]: ...
 def main_process_ready(self, listener: ListenerType[Sanic] | None, *, priority: int = ...) -> ListenerType[Sanic]: ...
 def main_process_stop(self, listener: ListenerType[Sanic] | None, *, priority: int = ...) -> ListenerType[Sanic]: ...
 def reload_process_start(self, listener: ListenerType[Sanic] | None, *, priority: int = ...) -> ListenerType[Sanic]: ...
 def reload_process_stop(self, listener: ListenerType[Sanic] | None, *, priority: int = ...) -> ListenerType[Sanic]: ...
 def before_reload_trigger(self, listener: ListenerType[Sanic] | None, *, priority: int = ...) -> ListenerType[Sanic]: ...
 def after_reload_trigger(self, listener: ListenerType[Sanic] | None, *, priority: int = ...) -> ListenerType[Sanic]: ...
 def before_server_start(self, listener: ListenerType[Sanic] | None = None, *, priority: int = ...) -> ListenerType[Sanic]: ...
 def after_server_start(self, listener: ListenerType[Sanic] | None, *, priority: int = ...) -> ListenerType[Sanic]: ...
 def before_server_stop(self, listener: ListenerType[Sanic] | None, *, priority: int = ...) -> ListenerType[Sanic]: ...
 def after_server_stop(self, listener: ListenerType[Sanic] | None, *, priority: int = ...) -> ListenerType[Sanic]: ...
 _future_listeners: list[FutureListener]

=== sanic.mixins.middleware
import collections as _loopmend_3
import functools as _loopmend_2
import sanic.middleware as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
from collections import deque
from functools import partial
from operator import attrgetter
from typing import Callable, overload
from sanic.base.meta import SanicMeta
from sanic.middleware import Middleware, MiddlewareLocation
from sanic.models.futures import FutureMiddleware, MiddlewareType
from sanic.router import Router
class MiddlewareMixin(metaclass=SanicMeta):
 router: Router
 def __init__(self, *args, **kwargs) -> None: ...
 def _apply_middleware(self, middleware: FutureMiddleware): ...
 @overload
 def middleware(self, middleware_or_request: MiddlewareType, attach_to: str = ..., apply: bool = ..., *, priority: int = ...) -> MiddlewareType: ...
 @overload
 def middleware(self, middleware_or_request: str, attach_to: str = ..., apply: bool = ..., *, priority: int = ...) -> Callable[[MiddlewareType], MiddlewareType]: ...
 def middleware(self, middleware_or_request: MiddlewareType | str, attach_to: str = ..., apply: bool = ..., *, priority: int = ...) -> _loopmend_1.Middleware | _loopmend_2.partial[_loopmend_1.Middleware]: ...
 def on_request(self, middleware = None, *, priority = ...) -> MiddlewareType: ...
 def on_response(self, middleware = None, *, priority = ...) -> _loopmend_0.Callable[..., _loopmend_0.Any] | _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]] | _loopmend_2.partial[_loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 def finalize_middleware(self) -> None: ...
 _future_middleware: list[FutureMiddleware]
 request_middleware: _loopmend_3.deque[_loopmend_1.Middleware]
 response_middleware: _loopmend_3.deque[_loopmend_1.Middleware]

=== sanic.mixins.routes
import sanic.response.types as _loopmend_1
import sanic.types.hashable_dict as _loopmend_2
import typing as _loopmend_0
from __future__ import annotations
from ast import NodeVisitor, Return, parse
from collections.abc import Iterable
from contextlib import suppress
from inspect import getsource, signature
from textwrap import dedent
from typing import ( Any, Callable, cast, )
from sanic_routing.route import Route
from sanic.base.meta import SanicMeta
from sanic.constants import HTTP_METHODS
from sanic.errorpages import RESPONSE_MAPPING
from sanic.mixins.base import BaseMixin
from sanic.models.futures import FutureRoute, FutureStatic
from sanic.models.handler_types import RouteHandler
from sanic.types import HashableDict
RouteWrapper = Callable[ [RouteHandler], RouteHandler | tuple[Route, RouteHandler] ]
class RouteMixin(BaseMixin, metaclass=SanicMeta):
 def __init__(self, *args, **kwargs) -> None: ...
 def _apply_route(self, route: FutureRoute) -> list[Route]: ...
 def route(self, uri: str, methods: Iterable[str] | None = None, host: str | list[str] | None = None, strict_slashes: bool | None = None, stream: bool = ..., version: int | str | float | None = None, name: str | None = None, ignore_body: bool = ..., apply: bool = ..., subprotocols: list[str] | None = None, websocket: bool = ..., unquote: bool = ..., static: bool = ..., version_prefix: str = ..., error_format: str | None = None, **ctx_kwargs: Any) -> _loopmend_0.Callable[..., _loopmend_0.Any]: ...
 def add_route(self, handler: RouteHandler, uri: str, methods: Iterable[str] = ..., host: str | list[str] | None = None, strict_slashes: bool | None = None, version: int | str | float | None = None, name: str | None = None, stream: bool = ..., version_prefix: str = ..., error_format: str | None = None, unquote: bool = ..., **ctx_kwargs: Any) -> RouteHandler: ...
 def get(self, uri: str, host: str | list[str] | None = None, strict_slashes: bool | None = None, version: int | str | float | None = None, name: str | None = None, ignore_body: bool = ..., version_prefix: str = ..., error_format: str | None = None, **ctx_kwargs: Any) -> _loopmend_0.Callable[..., _loopmend_0.Any]: ...
 def post(self, uri: str, host: str | list[str] | None = None, strict_slashes: bool | None = None, stream: bool = ..., version: int | str | float | None = None, name: str | None = None, version_prefix: str = ..., error_format: str | None = None, **ctx_kwargs: Any) -> _loopmend_0.Callable[..., _loopmend_0.Any]: ...
 def put(self, uri: str, host: str | list[str] | None = None, strict_slashes: bool | None = None, stream: bool = ..., version: int | str | float | None = None, name: str | None = None, version_prefix: str = ..., error_format: str | None = None, **ctx_kwargs: Any) -> _loopmend_0.Callable[..., _loopmend_0.Any]: ...
 def head(self, uri: str, host: str | list[str] | None = None, strict_slashes: bool | None = None, version: int | str | float | None = None, name: str | None = None, ignore_body: bool = ..., version_prefix: str = ..., error_format: str | None = None, **ctx_kwargs: Any) -> _loopmend_0.Callable[..., _loopmend_0.Any]: ...
 def options(self, uri: str, host: str | list[str] | None = None, strict_slashes: bool | None = None, version: int | str | float | None = None, name: str | None = None, ignore_body: bool = ..., version_prefix: str = ..., error_format: str | None = None, **ctx_kwargs: Any) -> _loopmend_0.Callable[..., _loopmend_0.Any]: ...
 def patch(self, uri: str, host: str | list[str] | None = None, strict_slashes: bool | None = None, stream = ..., version: int | str | float | None = None, name: str | None = None, version_prefix: str = ..., error_format: str | None = None, **ctx_kwargs: Any) -> _loopmend_0.Callable[..., _loopmend_0.Any]: ...
 def delete(self, uri: str, host: str | list[str] | None = None, strict_slashes: bool | None = None, version: int | str | float | None = None, name: str | None = None, ignore_body: bool = ..., version_prefix: str = ..., error_format: str | None = None, **ctx_kwargs: Any) -> _loopmend_0.Callable[..., _loopmend_0.Any]: ...
 def websocket(self, uri: str, host: str | list[str] | None = None, strict_slashes: bool | None = None, subprotocols: list[str] | None = None, version: int | str | float | None = None, name: str | None = None, apply: bool = ..., version_prefix: str = ..., error_format: str | None = None, **ctx_kwargs: Any) -> _loopmend_0.Callable[..., _loopmend_0.Any]: ...
 def add_websocket_route(self, handler, uri: str, host: str | list[str] | None = None, strict_slashes: bool | None = None, subprotocols = None, version: int | str | float | None = None, name: str | None = None, version_prefix: str = ..., error_format: str | None = None, **ctx_kwargs: Any): ...
 def _determine_error_format(self, handler) -> str: ...
 def _get_response_types(self, node) -> set: ...
 def _build_route_context(self, raw: dict[str, Any]) -> HashableDict: ...
 _future_routes: set[FutureRoute]
 _future_statics: set[FutureStatic]

=== sanic.mixins.signals
import sanic.signals as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
from collections.abc import Coroutine
from enum import Enum
from typing import Any, Callable
from sanic.base.meta import SanicMeta
from sanic.models.futures import FutureSignal
from sanic.models.handler_types import SignalHandler
from sanic.signals import Event, Signal
from sanic.types import HashableDict
class SignalMixin(metaclass=SanicMeta):
 def __init__(self, *args, **kwargs) -> None: ...
 def _apply_signal(self, signal: FutureSignal) -> Signal: ...
 def signal(self, event: str | Enum, *, apply: bool = ..., condition: dict[str, Any] | None = None, exclusive: bool = ..., priority: int = ...) -> _loopmend_1.Callable[..., _loopmend_1.Callable[..., _loopmend_1.Awaitable[None]]]: ...
 def add_signal(self, handler: Callable[..., Any] | None, event: str | Enum, condition: dict[str, Any] | None = None, exclusive: bool = ...) -> Callable[..., Any]: ...
 def event(self, event: str): ...
 def catch_exception(self, handler: Callable[[SignalMixin, Exception], Coroutine[Any, Any, None]]) -> None: ...
 _future_signals: set[FutureSignal]

=== sanic.mixins.startup
import multiprocessing.context as _loopmend_2
import sanic.server.async_server as _loopmend_1
import sanic.worker.multiplexer as _loopmend_0
from __future__ import annotations
import os
import platform
from asyncio import ( AbstractEventLoop, CancelledError, Protocol, all_tasks, get_event_loop, get_running_loop, new_event_loop, )
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from importlib import import_module
from multiprocessing import ( Manager, Pipe, get_context, get_start_method, set_start_method, )
from multiprocessing.context import BaseContext
from pathlib import Path
from socket import SHUT_RDWR, socket
from ssl import SSLContext
from time import sleep
from typing import ( TYPE_CHECKING, Any, Callable, ClassVar, Literal, cast, )
from sanic.application.ext import setup_ext
from sanic.application.logo import get_logo
from sanic.application.motd import MOTD
from sanic.application.state import ApplicationServerInfo, Mode, ServerStage
from sanic.base.meta import SanicMeta
from sanic.compat import OS_IS_WINDOWS, StartMethod
from sanic.exceptions import ServerError, ServerKilled
from sanic.helpers import Default, _default, is_atty
from sanic.http.constants import HTTP
from sanic.http.tls import get_ssl_context, process_to_context
from sanic.http.tls.context import SanicSSLContext
from sanic.log import Colors, deprecation, error_logger, logger
from sanic.logging.setup import setup_logging
from sanic.models.handler_types import ListenerType
from sanic.server import Signal as ServerSignal
from sanic.server import try_use_uvloop
from sanic.server.async_server import AsyncioServer
from sanic.server.events import trigger_events
from sanic.server.goodbye import get_goodbye
from sanic.server.loop import try_windows_loop
from sanic.server.protocols.http_protocol import HttpProtocol
from sanic.server.protocols.websocket_protocol import WebSocketProtocol
from sanic.server.runners import serve
from sanic.server.socket import configure_socket, remove_unix_socket
from sanic.worker.loader import AppLoader
from sanic.worker.manager import WorkerManager
from sanic.worker.multiplexer import WorkerMultiplexer
from sanic.worker.reloader import Reloader
from sanic.worker.serve import worker_serve
if TYPE_CHECKING:
 from sanic import Sanic
 from sanic.application.state import ApplicationState
 from sanic.config import Config
SANIC_PACKAGES: tuple[str, str, str]
HTTPVersion = HTTP | Literal[1] | Literal[3]
class StartupMixin(metaclass=SanicMeta):
 _app_registry: ClassVar[dict[str, Sanic]]
 name: str
 asgi: bool
 config: Config
 listeners: dict[str, list[ListenerType[Any]]]
 state: ApplicationState
 websocket_enabled: bool
 multiplexer: WorkerMultiplexer
 test_mode: ClassVar[bool]
 start_method: ClassVar[StartMethod] = _default
 START_METHOD_SET: ClassVar[bool] = False
 def setup_loop(self) -> None: ...
 @property
 def m(self) -> WorkerMultiplexer: ...
 def make_coffee(self, *args, **kwargs) -> None: ...
 def run(self, host: str | None = None, port: int | None = None, *, dev: bool = ..., debug: bool = ..., auto_reload: bool | None = None, version: HTTPVersion = ..., ssl: None | SSLContext | dict | str | list | tuple = None, sock: socket | None = None, workers: int = ..., protocol: type[Protocol] | None = None, backlog: int = ..., register_sys_signals: bool = ..., access_log: bool | None = None, unix: str | None = None, loop: AbstractEventLoop | None = None, reload_dir: list[str] | str | None = None, noisy_exceptions: bool | None = None, motd: bool = ..., fast: bool = ..., verbosity: int = ..., motd_display: dict[str, str] | None = None, auto_tls: bool = ..., single_process: bool = ...) -> None: ...
 def prepare(self, host: str | None = None, port: int | None = None, *, dev: bool = ..., debug: bool = ..., auto_reload: bool | None = None, version: HTTPVersion = ..., ssl: None | SSLContext | dict | str | list | tuple = None, sock: socket | None = None, workers: int = ..., protocol: type[Protocol] | None = None, backlog: int = ..., register_sys_signals: bool = ..., access_log: bool | None = None, unix: str | None = None, loop: AbstractEventLoop | None = None, reload_dir: list[str] | str | None = None, noisy_exceptions: bool | None = None, motd: bool = ..., fast: bool = ..., verbosity: int = ..., motd_display: dict[str, str] | None = None, coffee: bool = ..., auto_tls: bool = ..., single_process: bool = ...) -> None: ...
 async def create_server(self, host: str | None = None, port: int | None = None, *, debug: bool = ..., ssl: None | SSLContext | dict | str | list | tuple = None, sock: socket | None = None, protocol: type[Protocol] | None = None, backlog: int = ..., access_log: bool | None = None, unix: str | None = None, return_asyncio_server: bool = ..., asyncio_server_kwargs: dict[str, Any] | None = None, noisy_exceptions: bool | None = None) -> AsyncioServer | None: ...
 def stop(self, terminate: bool = ..., unregister: bool = ...) -> None: ...
 def _helper(self, host: str | None = None, port: int | None = None, debug: bool = ..., version: HTTPVersion = ..., ssl: None | SSLContext | dict | str | list | tuple = None, sock: socket | None = None, unix: str | None = None, workers: int = ..., loop: AbstractEventLoop | None = None, protocol: type[Protocol] = ..., backlog: int = ..., register_sys_signals: bool = ..., run_async: bool = ..., auto_tls: bool = ...) -> dict[str, Any]: ...
 def motd(self, server_settings: dict[str, Any] | None = None) -> None: ...
 def get_motd_data(self, server_settings: dict[str, Any] | None = None) -> tuple[dict[str, Any], dict[str, Any]]: ...
 @property
 def serve_location(self) -> str: ...
 @staticmethod
 def get_server_location(server_settings: dict[str, Any] | None = None) -> str: ...
 @staticmethod
 def get_address(host: str | None, port: int | None, version: HTTPVersion = ..., auto_tls: bool = ...) -> tuple[str, int]: ...
 @classmethod
 def should_auto_reload(cls) -> bool: ...
 @classmethod
 def _get_startup_method(cls) -> str: ...
 @classmethod
 def _set_startup_method(cls) -> None: ...
 @classmethod
 def _get_context(cls) -> BaseContext: ...
 @classmethod
 def serve(cls, primary: Sanic | None = None, *, app_loader: AppLoader | None = None, factory: Callable[[], Sanic] | None = None) -> None: ...
 @staticmethod
 def _get_process_states(worker_state) -> list[str]: ...
 @classmethod
 def serve_single(cls, primary: Sanic | None = None) -> None: ...
 async def _start_servers(self, primary: Sanic, apps: list[Sanic]) -> None: ...
 async def _run_server(self, app: StartupMixin, server_info: ApplicationServerInfo) -> None: ...
 @staticmethod
 def _cleanup_env_vars() -> None: ...
 @classmethod
 def _cleanup_apps(cls) -> None: ...

=== sanic.mixins.static
import pathlib as _loopmend_1
import sanic.response.types as _loopmend_0
from __future__ import annotations
from collections.abc import Sequence
from email.utils import formatdate
from functools import partial, wraps
from os import PathLike, path
from pathlib import Path, PurePath
from urllib.parse import unquote
from sanic_routing.route import Route
from sanic.base.meta import SanicMeta
from sanic.compat import clear_function_annotate, stat_async
from sanic.exceptions import FileNotFound, HeaderNotFound, RangeNotSatisfiable
from sanic.handlers import ContentRangeHandler
from sanic.handlers.directory import DirectoryHandler
from sanic.log import error_logger
from sanic.mixins.base import BaseMixin
from sanic.models.futures import FutureStatic
from sanic.request import Request
from sanic.response import HTTPResponse, file, file_stream, validate_file
from sanic.response.convenience import guess_content_type
class StaticMixin(BaseMixin, metaclass=SanicMeta):
 def __init__(self, *args, **kwargs) -> None: ...
 def _apply_static(self, static: FutureStatic) -> Route: ...
 def static(self, uri: str, file_or_directory: PathLike | str, pattern: str = ..., use_modified_since: bool = ..., use_content_range: bool = ..., stream_large_files: bool | int = ..., name: str = ..., host: str | None = None, strict_slashes: bool | None = None, content_type: str | None = None, apply: bool = ..., resource_type: str | None = None, index: str | Sequence[str] | None = None, directory_view: bool = ..., directory_handler: DirectoryHandler | None = None, follow_external_symlink_files: bool = ..., follow_external_symlink_dirs: bool = ...) -> None: ...
 _future_statics: set[FutureStatic]
class StaticHandleMixin(metaclass=SanicMeta):
 def _apply_static(self, static: FutureStatic) -> Route: ...
 def _register_static(self, static: FutureStatic): ...
 async def _static_request_handler(self, request: Request, *, file_or_directory: str, use_modified_since: bool, use_content_range: bool, stream_large_files: bool | int, directory_handler: DirectoryHandler, follow_external_symlink_files: bool, follow_external_symlink_dirs: bool, content_type: str | None = None, __file_uri__: str | None = None) -> _loopmend_0.HTTPResponse | _loopmend_0.ResponseStream: ...
 async def _get_file_path(self, file_or_directory, __file_uri__, not_found, follow_external_symlink_files: bool, follow_external_symlink_dirs: bool) -> _loopmend_1.Path: ...

=== sanic.models package

=== sanic.models.asgi
import asyncio.locks as _loopmend_1
import sanic.models.asgi as _loopmend_0
import sanic.server.websockets.connection as _loopmend_2
import typing as _loopmend_3
import asyncio
from collections.abc import Awaitable, MutableMapping
from typing import Any, Callable
from sanic.exceptions import BadRequest
from sanic.models.protocol_types import TransportProtocol
from sanic.server.websockets.connection import WebSocketConnection
ASGIScope = MutableMapping[str, Any]
ASGIMessage = MutableMapping[str, Any]
ASGISend = Callable[[ASGIMessage], Awaitable[None]]
ASGIReceive = Callable[[], Awaitable[ASGIMessage]]
class MockProtocol:
 def __init__(self, transport: "MockTransport", loop) -> None: ...
 def pause_writing(self) -> None: ...
 def resume_writing(self) -> None: ...
 async def complete(self) -> None: ...
 @property
 def is_complete(self) -> bool: ...
 async def push_data(self, data: bytes) -> None: ...
 async def drain(self) -> None: ...
 transport: _loopmend_0.MockTransport
 _not_paused: _loopmend_1.Event
 _complete: _loopmend_1.Event
class MockTransport(TransportProtocol):
 _protocol: MockProtocol | None
 def __init__(self, scope: ASGIScope, receive: ASGIReceive, send: ASGISend) -> None: ...
 def get_protocol(self) -> MockProtocol: ...
 def get_extra_info(self, info: str, default = None) -> str | bool | None: ...
 def get_websocket_connection(self) -> WebSocketConnection: ...
 def create_websocket_connection(self, send: ASGISend, receive: ASGIReceive) -> WebSocketConnection: ...
 def add_task(self) -> None: ...
 async def send(self, data) -> None: ...
 async def receive(self) -> ASGIMessage: ...
 loop: asyncio.AbstractEventLoop | None
 scope: _loopmend_3.MutableMapping
 _receive: _loopmend_3.Callable[..., _loopmend_3.Awaitable[_loopmend_3.MutableMapping]]
 _send: _loopmend_3.Callable[..., _loopmend_3.Awaitable[None]]
 _websocket_connection: _loopmend_2.WebSocketConnection

=== sanic.models.futures
from collections.abc import Iterable
from pathlib import Path
from typing import Callable, NamedTuple
from sanic.handlers.directory import DirectoryHandler
from sanic.models.handler_types import ( ErrorMiddlewareType, ListenerType, MiddlewareType, SignalHandler, )
from sanic.types import HashableDict
class FutureRoute(NamedTuple):
 handler: str
 uri: str
 methods: Iterable[str] | None
 host: str | list[str]
 strict_slashes: bool
 stream: bool
 version: int | None
 name: str
 ignore_body: bool
 websocket: bool
 subprotocols: list[str] | None
 unquote: bool
 static: bool
 version_prefix: str
 error_format: str | None
 route_context: HashableDict
class FutureListener(NamedTuple):
 listener: ListenerType
 event: str
 priority: int
class FutureMiddleware(NamedTuple):
 middleware: MiddlewareType
 attach_to: str
class FutureException(NamedTuple):
 handler: ErrorMiddlewareType
 exceptions: list[BaseException]
class FutureStatic(NamedTuple):
 uri: str
 file_or_directory: Path
 pattern: str
 use_modified_since: bool
 use_content_range: bool
 stream_large_files: bool | int
 name: str
 host: str | None
 strict_slashes: bool | None
 content_type: str | None
 resource_type: str | None
 directory_handler: DirectoryHandler
 follow_external_symlink_files: bool
 follow_external_symlink_dirs: bool
class FutureSignal(NamedTuple):
 handler: SignalHandler
 event: str
 condition: dict[str, str] | None
 exclusive: bool
 priority: int
class FutureRegistry(set):
 ...
class FutureCommand(NamedTuple):
 name: str
 func: Callable

=== sanic.models.handler_types
from asyncio.events import AbstractEventLoop
from collections.abc import Coroutine
from typing import Any, Callable, TypeVar
import sanic
from sanic import request
from sanic.response import BaseHTTPResponse, HTTPResponse
Sanic = TypeVar("Sanic", bound="sanic.Sanic")
Request = TypeVar("Request", bound="request.Request")
MiddlewareResponse = HTTPResponse | None | Coroutine[Any, Any, HTTPResponse | None]
RequestMiddlewareType = Callable[[Request], MiddlewareResponse]
ResponseMiddlewareType = Callable[ [Request, BaseHTTPResponse], MiddlewareResponse ]
ErrorMiddlewareType = Callable[ [Request, BaseException], Coroutine[Any, Any, None] | None ]
MiddlewareType = RequestMiddlewareType | ResponseMiddlewareType
ListenerType = Callable[[Sanic], Coroutine[Any, Any, None] | None] | Callable[[Sanic, AbstractEventLoop], Coroutine[Any, Any, None] | None]
RouteHandler = Callable[..., Coroutine[Any, Any, HTTPResponse | None]]
SignalHandler = Callable[..., Coroutine[Any, Any, None]]

=== sanic.models.protocol_types
from __future__ import annotations
from asyncio import BaseTransport
from typing import TYPE_CHECKING, Protocol
if TYPE_CHECKING:
 from sanic.http.constants import HTTP
 from sanic.models.asgi import ASGIScope
class HTMLProtocol(Protocol):
 def __html__(self) -> str | bytes: ...
 def _repr_html_(self) -> str | bytes: ...
class Range(Protocol):
 start: int | None
 end: int | None
 size: int | None
 total: int | None
 __slots__: tuple[()]
class TransportProtocol(BaseTransport):
 scope: ASGIScope
 version: HTTP
 __slots__: tuple[()]

=== sanic.request package
from .form import File, parse_multipart_form
from .parameters import RequestParameters
from .types import Request
__all__ = ( "File", "parse_multipart_form", "Request", "RequestParameters", )

=== sanic.request.types
import collections as _loopmend_10
import sanic.app as _loopmend_8
import sanic.compat as _loopmend_9
import sanic.headers as _loopmend_4
import sanic.models.http_types as _loopmend_5
import sanic.models.protocol_types as _loopmend_3
import sanic.request.parameters as _loopmend_6
import sanic.request.types as _loopmend_1
import types as _loopmend_0
import typing as _loopmend_7
import uuid as _loopmend_2
from __future__ import annotations
from asyncio import BaseProtocol
from collections import defaultdict
from contextvars import ContextVar
from inspect import isawaitable
from types import SimpleNamespace
from typing import ( TYPE_CHECKING, Any, Generic, cast, )
from sanic_routing.route import Route
from typing_extensions import TypeVar
from sanic.http.constants import HTTP
from sanic.http.stream import Stream
from sanic.models.asgi import ASGIScope
from sanic.models.http_types import Credentials
if TYPE_CHECKING:
 from sanic.app import Sanic
 from sanic.config import Config
 from sanic.server import ConnInfo
import uuid
from urllib.parse import parse_qs, parse_qsl, urlunparse
from httptools import parse_url
from httptools.parser.errors import HttpParserInvalidURLError
from sanic.compat import CancelledErrors, Header
from sanic.constants import ( CACHEABLE_HTTP_METHODS, DEFAULT_HTTP_CONTENT_TYPE, IDEMPOTENT_HTTP_METHODS, SAFE_HTTP_METHODS, )
from sanic.cookies.request import CookieRequestParameters, parse_cookie
from sanic.exceptions import BadRequest, BadURL, ServerError, URITooLong
from sanic.headers import ( AcceptList, Options, parse_accept, parse_content_header, parse_credentials, parse_forwarded, parse_host, parse_xforwarded, )
from sanic.http import Stage
from sanic.log import error_logger
from sanic.models.protocol_types import TransportProtocol
from sanic.response import BaseHTTPResponse, HTTPResponse
from .form import parse_multipart_form
from .parameters import RequestParameters
try:
 from ujson import loads as json_loads
except ImportError:
 from json import loads as json_loads
if TYPE_CHECKING:
 sanic_type = TypeVar( "sanic_type", bound=Sanic, default=Sanic[Config, SimpleNamespace] )
 ctx_type = TypeVar( "ctx_type", bound=SimpleNamespace, default=SimpleNamespace )
else:
 sanic_type = TypeVar("sanic_type")
 ctx_type = TypeVar("ctx_type")
class Request(Generic[sanic_type, ctx_type]):
 _current: ContextVar[Request] = ContextVar("request")
 _loads = json_loads
 __slots__: tuple
 def __init__(self, url_bytes: bytes, headers: Header, version: str, method: str, transport: TransportProtocol, app: sanic_type, head: bytes = ..., stream_id: int = ...) -> None: ...
 def __repr__(self) -> str: ...
 @staticmethod
 def make_context() -> ctx_type: ...
 @classmethod
 def get_current(cls) -> Request: ...
 @classmethod
 def generate_id(*_) -> uuid.UUID | str | int: ...
 @property
 def ctx(self) -> ctx_type: ...
 @property
 def stream_id(self) -> int: ...
 def reset_response(self) -> None: ...
 async def respond(self, response: BaseHTTPResponse | None = None, *, status: int = ..., headers: Header | dict[str, str] | None = None, content_type: str | None = None): ...
 async def receive_body(self) -> None: ...
 @property
 def name(self) -> str | None: ...
 @property
 def endpoint(self) -> str | None: ...
 @property
 def uri_template(self) -> str | None: ...
 @property
 def protocol(self) -> TransportProtocol: ...
 @property
 def raw_headers(self) -> bytes: ...
 @property
 def request_line(self) -> bytes: ...
 @property
 def id(self) -> uuid.UUID | str | int | None: ...
 @property
 def json(self) -> Any: ...
 def load_json(self, loads = None) -> Any: ...
 @property
 def accept(self) -> AcceptList: ...
 @property
 def token(self) -> str | None: ...
 @property
 def credentials(self) -> Credentials | None: ...
 def get_form(self, keep_blank_values: bool = ...) -> RequestParameters | None: ...
 @property
 def form(self) -> RequestParameters | None: ...
 @property
 def files(self) -> RequestParameters | None: ...
 def get_args(self, keep_blank_values: bool = ..., strict_parsing: bool = ..., encoding: str = ..., errors: str = ...) -> RequestParameters: ...
 args = property(get_args)
 def get_query_args(self, keep_blank_values: bool = ..., strict_parsing: bool = ..., encoding: str = ..., errors: str = ...) -> list: ...
 query_args = property(get_query_args)
 def get_cookies(self) -> RequestParameters: ...
 @property
 def cookies(self) -> RequestParameters: ...
 @property
 def content_type(self) -> str: ...
 @property
 def match_info(self) -> dict[str, Any]: ...
 @match_info.setter
 def match_info(self, value) -> None: ...
 @property
 def ip(self) -> str: ...
 @property
 def port(self) -> int: ...
 @property
 def socket(self) -> tuple[str, int] | tuple[None, None]: ...
 @property
 def path(self) -> str: ...
 @property
 def network_paths(self) -> list[Any] | None: ...
 @property
 def forwarded(self) -> Options: ...
 @property
 def remote_addr(self) -> str: ...
 @property
 def client_ip(self) -> str: ...
 @property
 def scheme(self) -> str: ...
 @property
 def host(self) -> str: ...
 @property
 def server_name(self) -> str: ...
 @property
 def server_port(self) -> int: ...
 @property
 def server_path(self) -> str: ...
 @property
 def query_string(self) -> str: ...
 @property
 def url(self) -> str: ...
 def url_for(self, view_name: str, **kwargs) -> str: ...
 @property
 def scope(self) -> ASGIScope: ...
 @property
 def is_safe(self) -> bool: ...
 @property
 def is_idempotent(self) -> bool: ...
 @property
 def is_cacheable(self) -> bool: ...
 _ctx: ctx_type | None
 _id: uuid.UUID | str | int | None
 _parsed_url: _loopmend_7.Any
 _protocol: BaseProtocol | None
 _remote_addr: str
 _request_middleware_started: bool
 _response_middleware_started: bool
 _scheme: _loopmend_7.Any
 _stream_id: int
 _match_info: dict[str, Any]
 _name: str | None
 app: _loopmend_8.Sanic
 body: bytes
 conn_info: ConnInfo | None
 head: bytes
 headers: _loopmend_9.Header
 method: str
 parsed_accept: AcceptList | None
 parsed_args: _loopmend_10.defaultdict[tuple[bool, bool, str, str], _loopmend_6.RequestParameters]
 parsed_cookies: RequestParameters | None
 parsed_credentials: Credentials | None
 parsed_files: RequestParameters | None
 parsed_form: RequestParameters | None
 parsed_forwarded: Options | None
 parsed_json: _loopmend_7.Any
 parsed_not_grouped_args: _loopmend_10.defaultdict[tuple[bool, bool, str, str], list[tuple[str, str]]]
 parsed_token: str | None
 raw_url: bytes
 responded: bool
 route: Route | None
 stream: Stream | None
 transport: _loopmend_3.TransportProtocol
 version: str

=== sanic.response package
from .convenience import ( empty, file, file_stream, html, json, raw, redirect, text, validate_file, )
from .types import ( BaseHTTPResponse, HTTPResponse, JSONResponse, ResponseStream, json_dumps, )
__all__ = ( "BaseHTTPResponse", "HTTPResponse", "JSONResponse", "ResponseStream", "empty", "json", "text", "raw", "html", "validate_file", "file", "redirect", "file_stream", "json_dumps", )

=== sanic.response.convenience
import sanic.response.types as _loopmend_0
from __future__ import annotations
from datetime import datetime, timezone
from email.utils import formatdate, parsedate_to_datetime
from mimetypes import guess_type
from os import path
from pathlib import PurePath
from time import time
from typing import Any, AnyStr, Callable
from urllib.parse import quote_plus
from sanic.compat import Header, open_async, stat_async
from sanic.constants import DEFAULT_HTTP_CONTENT_TYPE
from sanic.helpers import Default, _default
from sanic.log import logger
from sanic.models.protocol_types import HTMLProtocol, Range
from .types import HTTPResponse, JSONResponse, ResponseStream
def empty(status: int = ..., headers: dict[str, str] | None = None) -> HTTPResponse: ...
def json(body: Any, status: int = ..., headers: dict[str, str] | None = None, content_type: str = ..., dumps: Callable[..., AnyStr] | None = None, **kwargs: Any) -> JSONResponse: ...
def text(body: str, status: int = ..., headers: dict[str, str] | None = None, content_type: str = ...) -> HTTPResponse: ...
def raw(body: AnyStr | None, status: int = ..., headers: dict[str, str] | None = None, content_type: str = ...) -> HTTPResponse: ...
def html(body: str | bytes | HTMLProtocol, status: int = ..., headers: dict[str, str] | None = None) -> HTTPResponse: ...
async def validate_file(request_headers: Header, last_modified: datetime | float | int) -> HTTPResponse | None: ...
async def file(location: str | PurePath, status: int = ..., request_headers: Header | None = None, validate_when_requested: bool = ..., mime_type: str | None = None, headers: dict[str, str] | None = None, filename: str | None = None, last_modified: datetime | float | int | Default | None = ..., max_age: float | int | None = None, no_store: bool | None = None, _range: Range | None = None) -> HTTPResponse: ...
def redirect(to: str, headers: dict[str, str] | None = None, status: int = ..., content_type: str = ...) -> HTTPResponse: ...
async def file_stream(location: str | PurePath, status: int = ..., chunk_size: int = ..., mime_type: str | None = None, headers: dict[str, str] | None = None, filename: str | None = None, _range: Range | None = None) -> ResponseStream: ...
def guess_content_type(file_path: str | PurePath, fallback: str = ...) -> str: ...

=== sanic.response.types
import sanic.compat as _loopmend_2
import sanic.cookies.response as _loopmend_0
import sanic.response.types as _loopmend_3
import typing as _loopmend_1
from __future__ import annotations
from collections.abc import Coroutine, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any, AnyStr, Callable, TypeVar
from sanic.compat import Header
from sanic.cookies import CookieJar
from sanic.cookies.response import Cookie, SameSite
from sanic.exceptions import SanicException, ServerError
from sanic.helpers import Default, _default, has_message_body, json_dumps
from sanic.http import Http
if TYPE_CHECKING:
 from sanic.asgi import ASGIApp
 from sanic.http.http3 import HTTPReceiver
 from sanic.request import Request
else:
 Request = TypeVar("Request")
HEADER_TRANSLATION_TABLE = str.maketrans("", "", "\r\n\x00")
class BaseHTTPResponse:
 __slots__: tuple[str, str, str, str, str, str, str]
 _dumps = json_dumps
 def __init__(self) -> None: ...
 def __repr__(self) -> str: ...
 def _encode_body(self, data: str | bytes | None) -> bytes | str: ...
 @property
 def cookies(self) -> CookieJar: ...
 @property
 def processed_headers(self) -> Iterator[tuple[bytes, bytes]]: ...
 async def send(self, data: AnyStr | None = None, end_stream: bool | None = None) -> None: ...
 def add_cookie(self, key: str, value: str, *, path: str = ..., domain: str | None = None, secure: bool = ..., max_age: int | None = None, expires: datetime | None = None, httponly: bool = ..., samesite: SameSite | None = ..., partitioned: bool = ..., comment: str | None = None, host_prefix: bool = ..., secure_prefix: bool = ...) -> Cookie: ...
 def delete_cookie(self, key: str, *, path: str = ..., domain: str | None = None, host_prefix: bool = ..., secure_prefix: bool = ...) -> None: ...
 @staticmethod
 def _sanitize_header_value(value: str) -> str: ...
 asgi: bool
 body: bytes | None
 content_type: str | None
 stream: Http | ASGIApp | HTTPReceiver | None
 status: int
 headers: _loopmend_2.Header
 _cookies: CookieJar | None
class HTTPResponse(BaseHTTPResponse):
 __slots__: tuple[()]
 def __init__(self, body: Any = None, status: int = ..., headers: Header | dict[str, str] | None = None, content_type: str | None = None) -> None: ...
 async def eof(self) -> None: ...
 async def __aenter__(self) -> _loopmend_1.Callable[..., _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, None]]: ...
 async def __aexit__(self, *_) -> None: ...
 body: bytes | str
 content_type: str | None
 status: int
 headers: _loopmend_2.Header
 _cookies: None
class JSONResponse(HTTPResponse):
 __slots__: tuple[str, str, str, str, str, str]
 def __init__(self, body: Any = None, status: int = ..., headers: Header | dict[str, str] | None = None, content_type: str = ..., dumps: Callable[..., AnyStr] | None = None, **kwargs: Any) -> None: ...
 def _check_body_not_manually_set(self) -> None: ...
 @property
 def raw_body(self) -> Any: ...
 @raw_body.setter
 def raw_body(self, value: Any) -> None: ...
 @property
 def body(self) -> bytes | None: ...
 @body.setter
 def body(self, value: bytes | None) -> None: ...
 def set_body(self, body: Any, dumps: Callable[..., AnyStr] | None = None, **dumps_kwargs: Any) -> None: ...
 def append(self, value: Any) -> None: ...
 def extend(self, value: Any) -> None: ...
 def update(self, *args, **kwargs) -> None: ...
 def pop(self, key: Any, default: Any = ...) -> Any: ...
 _body: None | bytes | str
 _body_manually_set: bool
 _initialized: bool
 _raw_body: _loopmend_1.Any
 _use_dumps: Callable[..., str | bytes]
 _use_dumps_kwargs: dict
class ResponseStream:
 __slots__: tuple[str, str, str, str, str, str, str]
 def __init__(self, streaming_fn: Callable[ [BaseHTTPResponse | ResponseStream], Coroutine[Any, Any, None], ], status: int = ..., headers: Header | dict[str, str] | None = None, content_type: str | None = None) -> None: ...
 async def write(self, message: str) -> None: ...
 async def stream(self) -> HTTPResponse: ...
 async def eof(self) -> None: ...
 @property
 def cookies(self) -> CookieJar: ...
 @property
 def processed_headers(self): ...
 @property
 def body(self): ...
 def __call__(self, request: Request) -> ResponseStream: ...
 def __await__(self): ...
 content_type: None | str
 status: int
 headers: _loopmend_2.Header
 _cookies: CookieJar | None
 request: Request | None
 response: _loopmend_1.Any
 streaming_fn: _loopmend_1.Callable[..., _loopmend_1.Awaitable[None]]

=== sanic.server package
from sanic.models.server_types import ConnInfo, Signal
from sanic.server.async_server import AsyncioServer
from sanic.server.loop import try_use_uvloop
from sanic.server.protocols.http_protocol import HttpProtocol
from sanic.server.runners import serve
__all__ = ( "AsyncioServer", "ConnInfo", "HttpProtocol", "Signal", "serve", "try_use_uvloop", )

=== sanic.server.async_server
import sanic.app as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
from typing import TYPE_CHECKING
from sanic.exceptions import SanicException
if TYPE_CHECKING:
 from sanic import Sanic
class AsyncioServer:
 __slots__: tuple[str, str, str, str, str]
 def __init__(self, app: Sanic, loop, serve_coro, connections) -> None: ...
 def startup(self) -> _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, None]: ...
 def before_start(self) -> _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, None]: ...
 def after_start(self) -> _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, None]: ...
 def before_stop(self) -> _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, None]: ...
 def after_stop(self) -> _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, None]: ...
 def is_serving(self) -> bool: ...
 def wait_closed(self): ...
 def close(self): ...
 def start_serving(self): ...
 def serve_forever(self): ...
 def _serve(self, serve_func): ...
 def _server_event(self, concern: str, action: str) -> _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, None]: ...
 def __await__(self) -> _loopmend_0.Generator: ...
 app: _loopmend_1.Sanic
 connections: _loopmend_0.Any
 loop: _loopmend_0.Any
 serve_coro: _loopmend_0.Any
 server: _loopmend_0.Any

=== sanic.server.loop
import asyncio
from os import getenv
from sanic.compat import OS_IS_WINDOWS
from sanic.log import error_logger
from sanic.utils import str_to_bool
def try_use_uvloop() -> None: ...
def try_windows_loop() -> None: ...

=== sanic.server.protocols package

=== sanic.server.protocols.base_protocol
import asyncio.locks as _loopmend_2
import types as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
from typing import TYPE_CHECKING
from sanic.exceptions import RequestCancelled
if TYPE_CHECKING:
 from sanic.app import Sanic
import asyncio
from asyncio.transports import Transport
from time import monotonic as current_time
from sanic.log import error_logger
from sanic.models.server_types import ConnInfo, Signal
class SanicProtocol(asyncio.Protocol):
 __slots__: tuple[str, str, str, str, str, str, str, str, str, str, str]
 def __init__(self, *, loop, app: Sanic, signal = None, connections = None, unix = None, **kwargs) -> None: ...
 @property
 def ctx(self) -> None | _loopmend_0.SimpleNamespace: ...
 async def send(self, data) -> None: ...
 async def receive_more(self) -> None: ...
 def close(self, timeout: float | None = None) -> None: ...
 def abort(self) -> None: ...
 def connection_made(self, transport) -> None: ...
 def connection_lost(self, exc) -> None: ...
 def pause_writing(self) -> None: ...
 def resume_writing(self) -> None: ...
 def data_received(self, data: bytes) -> None: ...
 app: Sanic
 loop: _loopmend_1.Any
 transport: Transport | None
 connections: _loopmend_1.Any
 conn_info: ConnInfo | None
 signal: _loopmend_1.Any
 _can_write: _loopmend_2.Event
 _time: self._time = 0.0
 _task: asyncio.Task | None
 _unix: _loopmend_1.Any
 _data_received: _loopmend_2.Event
def _async_protocol_transport_close(protocol: SanicProtocol, loop: asyncio.AbstractEventLoop, timeout: float) -> None: ...

=== sanic.server.protocols.http_protocol
import sanic.app as _loopmend_3
import sanic.http.constants as _loopmend_0
import sanic.models.server_types as _loopmend_2
import typing as _loopmend_1
from __future__ import annotations
import sys
from typing import TYPE_CHECKING
from sanic.http.constants import HTTP
from sanic.http.http3 import Http3
from sanic.touchup.meta import TouchUpMeta
if TYPE_CHECKING:
 from sanic.app import Sanic
from asyncio import CancelledError
from time import monotonic as current_time
from sanic.exceptions import ( RequestCancelled, RequestTimeout, ServiceUnavailable, )
from sanic.http import Http, Stage
from sanic.log import ( Colors, access_logger, error_logger, logger, websockets_logger, )
from sanic.models.server_types import ConnInfo
from sanic.request import Request
from sanic.server.protocols.base_protocol import SanicProtocol
ConnectionProtocol = type("ConnectionProtocol", (), {})
try:
 from aioquic.asyncio import QuicConnectionProtocol
 from aioquic.h3.connection import H3_ALPN, H3Connection
 from aioquic.quic.events import ( DatagramFrameReceived, ProtocolNegotiated, QuicEvent, )
 ConnectionProtocol = QuicConnectionProtocol
except ModuleNotFoundError:
 ...
class HttpProtocolMixin:
 __slots__: tuple[()]
 __version__: HTTP
 def _setup_connection(self, *args, **kwargs) -> None: ...
 def _setup(self) -> None: ...
 @property
 def http(self): ...
 @property
 def version(self) -> _loopmend_0.HTTP: ...
 _http: _loopmend_1.Any
 _time: float
 request: Request | None
 access_log: _loopmend_1.Any
 request_handler: _loopmend_1.Any
 error_handler: _loopmend_1.Any
 request_timeout: _loopmend_1.Any
 response_timeout: _loopmend_1.Any
 keep_alive_timeout: _loopmend_1.Any
 request_max_size: _loopmend_1.Any
 request_class: _loopmend_1.Any
class HttpProtocol(HttpProtocolMixin, SanicProtocol, metaclass=TouchUpMeta):
 HTTP_CLASS = Http
 __touchup__: tuple[str, str]
 __version__ = HTTP.VERSION_1
 __slots__: tuple[str, str, str, str, str, str, str, str, str, str, str, str, str, str, str, str]
 def __init__(self, *, loop, app: Sanic, signal = None, connections = None, state = None, unix = None, **kwargs) -> None: ...
 async def connection_task(self) -> None: ...
 def log_disconnect(self) -> None: ...
 def check_timeouts(self) -> None: ...
 def close(self, timeout: float | None = None) -> None: ...
 async def send(self, data) -> None: ...
 def close_if_idle(self) -> bool: ...
 def connection_made(self, transport) -> None: ...
 def data_received(self, data: bytes) -> None: ...
 _http: None
 _time: float
 state: _loopmend_1.Any
 url: None
 _exception: None
 recv_buffer: bytearray
 _callback_check_timeouts: _loopmend_1.Any
 conn_info: _loopmend_2.ConnInfo
 _task: _loopmend_1.Any
 transport: _loopmend_1.Any
class Http3Protocol(HttpProtocolMixin, ConnectionProtocol):
 HTTP_CLASS = Http3
 __version__ = HTTP.VERSION_3
 def __init__(self, *args, app: Sanic, **kwargs) -> None: ...
 def quic_event_received(self, event: QuicEvent) -> None: ...
 @property
 def connection(self) -> H3Connection | None: ...
 app: _loopmend_3.Sanic
 _connection: H3Connection | None

=== sanic.server.protocols.websocket_protocol
import sanic.server.websockets.impl as _loopmend_1
import websockets.http11 as _loopmend_0
from collections.abc import Sequence
from typing import cast
try:
 from websockets.protocol import State
 from websockets.server import ServerProtocol
except ImportError:
 from websockets.connection import State
 from websockets.server import ServerConnection as ServerProtocol
from websockets import http11
from websockets.datastructures import Headers as WSHeaders
from websockets.typing import Subprotocol
from sanic.exceptions import SanicException
from sanic.log import access_logger, websockets_logger
from sanic.request import Request
from sanic.server import HttpProtocol
from ..websockets.impl import WebsocketImplProtocol
OPEN = State.OPEN
CLOSING = State.CLOSING
CLOSED = State.CLOSED
class WebSocketProtocol(HttpProtocol):
 __slots__: tuple[str, str, str, str, str, str, str]
 def __init__(self, *args, websocket_timeout: float = ..., websocket_max_size: int | None = None, websocket_ping_interval: float | None = ..., websocket_ping_timeout: float | None = ..., **kwargs) -> None: ...
 def connection_lost(self, exc) -> None: ...
 def data_received(self, data) -> None: ...
 def eof_received(self) -> bool | None: ...
 def close(self, timeout: float | None = None) -> None: ...
 def close_if_idle(self) -> None | bool: ...
 @staticmethod
 def sanic_request_to_ws_request(request: Request) -> _loopmend_0.Request: ...
 async def websocket_handshake(self, request, subprotocols: Sequence[str] | None = None) -> _loopmend_1.WebsocketImplProtocol: ...
 def log_websocket(self, message) -> None: ...
 websocket: WebsocketImplProtocol | None
 websocket_timeout: float
 websocket_max_size: None | int
 websocket_ping_interval: None | float
 websocket_ping_timeout: None | float
 websocket_url: str | None
 websocket_peer: str | None

=== sanic.server.runners
import sanic.server.async_server as _loopmend_0
from __future__ import annotations
from ssl import SSLContext
from typing import TYPE_CHECKING
from sanic.config import Config
from sanic.exceptions import ServerError
from sanic.http.constants import HTTP
from sanic.http.tls import get_ssl_context
if TYPE_CHECKING:
 from sanic.app import Sanic
import asyncio
import os
import socket
from functools import partial
from signal import SIG_IGN, SIGINT, SIGTERM
from signal import signal as signal_func
from sanic.application.ext import setup_ext
from sanic.compat import OS_IS_WINDOWS, ctrlc_workaround_for_windows
from sanic.http.http3 import SessionTicketStore, get_config
from sanic.log import error_logger, server_logger
from sanic.logging.setup import setup_logging
from sanic.models.server_types import Signal
from sanic.server.async_server import AsyncioServer
from sanic.server.protocols.http_protocol import Http3Protocol, HttpProtocol
from sanic.server.socket import bind_unix_socket, remove_unix_socket
try:
 from aioquic.asyncio import serve as quic_serve
 HTTP3_AVAILABLE = True
except ModuleNotFoundError:
 HTTP3_AVAILABLE = False
def serve(host, port, app: Sanic, ssl: SSLContext | None = None, sock: socket.socket | None = None, unix: str | None = None, reuse_port: bool = ..., loop = None, protocol: type[asyncio.Protocol] = ..., backlog: int = ..., register_sys_signals: bool = ..., run_multiple: bool = ..., run_async: bool = ..., connections = None, signal = ..., state = None, asyncio_server_kwargs = None, version = ...) -> None | _loopmend_0.AsyncioServer: ...
def _setup_system_signals(app: Sanic, run_multiple: bool, register_sys_signals: bool, loop: asyncio.AbstractEventLoop) -> None: ...
def _run_shutdown_coro(loop, coro) -> None: ...
def _run_server_forever(loop, before_stop, after_stop, cleanup, unix, pid) -> None: ...
def _serve_http_1(host, port, app, ssl, sock, unix, reuse_port, loop, protocol, backlog, register_sys_signals, run_multiple, run_async, connections, signal, state, asyncio_server_kwargs) -> None | _loopmend_0.AsyncioServer: ...
def _serve_http_3(host, port, app, loop, ssl, register_sys_signals: bool = ..., run_multiple: bool = ...) -> None: ...
def _build_protocol_kwargs(protocol: type[asyncio.Protocol], config: Config) -> dict[str, int | float]: ...

=== sanic.server.websockets package

=== sanic.server.websockets.connection
import typing as _loopmend_0
from collections.abc import Awaitable, MutableMapping
from typing import Any, Callable
from sanic.exceptions import InvalidUsage
ASGIMessage = MutableMapping[str, Any]
class WebSocketConnection:
 def __init__(self, send: Callable[[ASGIMessage], Awaitable[None]], receive: Callable[[], Awaitable[ASGIMessage]], subprotocols: list[str] | None = None) -> None: ...
 async def send(self, data: str | bytes, *args, **kwargs) -> None: ...
 async def recv(self, *args, **kwargs) -> str | bytes | None: ...
 receive = recv
 async def accept(self, subprotocols: list[str] | None = None) -> None: ...
 async def close(self, code: int = ..., reason: str = ...) -> None: ...
 @property
 def subprotocols(self) -> list | list[str]: ...
 @subprotocols.setter
 def subprotocols(self, subprotocols: list[str] | None = None) -> None: ...
 _send: _loopmend_0.Callable[..., _loopmend_0.Awaitable[None]]
 _receive: _loopmend_0.Callable[..., _loopmend_0.Awaitable[_loopmend_0.MutableMapping]]
 _subprotocols: list | list[str]

=== sanic.server.websockets.frame
import asyncio
import codecs
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING
from websockets.frames import Frame, Opcode
from websockets.typing import Data
from sanic.exceptions import ServerError
if TYPE_CHECKING:
 from .impl import WebsocketImplProtocol
UTF8Decoder = codecs.getincrementaldecoder("utf-8")
class WebsocketFrameAssembler:
 __slots__: tuple[str, str, str, str, str, str, str, str, str, str, str, str, str]
 if TYPE_CHECKING:
  protocol: "WebsocketImplProtocol"
  read_mutex: asyncio.Lock
  write_mutex: asyncio.Lock
  message_complete: asyncio.Event
  message_fetched: asyncio.Event
  completed_queue: asyncio.Queue
  get_in_progress: bool
  decoder: codecs.IncrementalDecoder | None
  chunks: list[Data]
  chunks_queue: asyncio.Queue[Data | None] | None
  paused: bool
 def __init__(self, protocol) -> None: ...
 async def get(self, timeout: float | None = None) -> Data | None: ...
 def get_iter(self) -> AsyncIterator[Data]: ...
 async def put(self, frame: Frame) -> None: ...

=== sanic.server.websockets.impl
import _asyncio as _loopmend_1
import typing as _loopmend_0
import asyncio
import secrets
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from websockets.exceptions import ( ConnectionClosed, ConnectionClosedError, ConnectionClosedOK, )
from websockets.frames import Frame, Opcode
try:
 from websockets.protocol import Event, State
 from websockets.server import ServerProtocol
except ImportError:
 from websockets.connection import Event, State
 from websockets.server import ServerConnection as ServerProtocol
from websockets.typing import Data
from sanic.log import websockets_logger
from sanic.server.protocols.base_protocol import SanicProtocol
from ...exceptions import ServerError, WebsocketClosed
from .frame import WebsocketFrameAssembler
OPEN = State.OPEN
CLOSING = State.CLOSING
CLOSED = State.CLOSED
class WebsocketImplProtocol:
 ws_proto: ServerProtocol
 io_proto: SanicProtocol | None
 loop: asyncio.AbstractEventLoop | None
 max_queue: int
 close_timeout: float
 ping_interval: float | None
 ping_timeout: float | None
 assembler: WebsocketFrameAssembler
 pings: dict[bytes, asyncio.Future]
 conn_mutex: asyncio.Lock
 recv_lock: asyncio.Lock
 recv_cancel: asyncio.Future | None
 process_event_mutex: asyncio.Lock
 can_pause: bool
 data_finished_fut: asyncio.Future | None
 pause_frame_fut: asyncio.Future | None
 connection_lost_waiter: asyncio.Future | None
 keepalive_ping_task: asyncio.Task | None
 auto_closer_task: asyncio.Task | None
 def __init__(self, ws_proto, max_queue = None, ping_interval: float | None = ..., ping_timeout: float | None = ..., close_timeout: float = ..., loop = None) -> None: ...
 @property
 def subprotocol(self) -> None | str: ...
 def pause_frames(self) -> bool: ...
 def resume_frames(self) -> bool: ...
 async def connection_made(self, io_proto: SanicProtocol, loop: asyncio.AbstractEventLoop | None = None) -> None: ...
 async def wait_for_connection_lost(self, timeout = None) -> bool: ...
 async def process_events(self, events: Sequence[Event]) -> None: ...
 async def process_pong(self, frame: Frame) -> None: ...
 async def keepalive_ping(self) -> None: ...
 def _force_disconnect(self) -> bool: ...
 def fail_connection(self, code: int = ..., reason: str = ...) -> bool: ...
 def end_connection(self, code = ..., reason = ...) -> bool: ...
 async def auto_close_connection(self) -> None: ...
 def abort_pings(self) -> None: ...
 async def close(self, code: int = ..., reason: str = ...) -> None: ...
 async def recv(self, timeout: float | None = None) -> Data | None: ...
 async def recv_burst(self, max_recv = ...) -> Sequence[Data]: ...
 def recv_streaming(self) -> AsyncIterator[Data]: ...
 async def send(self, message: Data | Iterable[Data]) -> None: ...
 async def ping(self, data: Data | None = None) -> asyncio.Future: ...
 async def pong(self, data: Data = ...) -> None: ...
 async def send_data(self, data_to_send) -> None: ...
 async def async_data_received(self, data_to_send, events_to_process) -> None: ...
 def data_received(self, data) -> None: ...
 async def async_eof_received(self, data_to_send, events_to_process) -> None: ...
 def eof_received(self) -> bool | None: ...
 def connection_lost(self, exc) -> None: ...
 def __aiter__(self) -> _loopmend_0.AsyncGenerator: ...

=== sanic.signals
import sanic.signals as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
import asyncio
from collections import deque
from dataclasses import dataclass
from enum import Enum
from inspect import isawaitable
from typing import Any, cast
from sanic_routing import BaseRouter, Route, RouteGroup
from sanic_routing.exceptions import NotFound
from sanic_routing.utils import path_to_parts
from sanic.exceptions import InvalidSignal
from sanic.log import error_logger, logger
from sanic.models.handler_types import SignalHandler
class Event(Enum):
 SERVER_EXCEPTION_REPORT = "server.exception.report"
 SERVER_INIT_AFTER = "server.init.after"
 SERVER_INIT_BEFORE = "server.init.before"
 SERVER_SHUTDOWN_AFTER = "server.shutdown.after"
 SERVER_SHUTDOWN_BEFORE = "server.shutdown.before"
 HTTP_LIFECYCLE_BEGIN = "http.lifecycle.begin"
 HTTP_LIFECYCLE_COMPLETE = "http.lifecycle.complete"
 HTTP_LIFECYCLE_EXCEPTION = "http.lifecycle.exception"
 HTTP_LIFECYCLE_HANDLE = "http.lifecycle.handle"
 HTTP_LIFECYCLE_READ_BODY = "http.lifecycle.read_body"
 HTTP_LIFECYCLE_READ_HEAD = "http.lifecycle.read_head"
 HTTP_LIFECYCLE_REQUEST = "http.lifecycle.request"
 HTTP_LIFECYCLE_RESPONSE = "http.lifecycle.response"
 HTTP_ROUTING_AFTER = "http.routing.after"
 HTTP_ROUTING_BEFORE = "http.routing.before"
 HTTP_HANDLER_AFTER = "http.handler.after"
 HTTP_HANDLER_BEFORE = "http.handler.before"
 HTTP_LIFECYCLE_SEND = "http.lifecycle.send"
 HTTP_MIDDLEWARE_AFTER = "http.middleware.after"
 HTTP_MIDDLEWARE_BEFORE = "http.middleware.before"
 WEBSOCKET_HANDLER_AFTER = "websocket.handler.after"
 WEBSOCKET_HANDLER_BEFORE = "websocket.handler.before"
 WEBSOCKET_HANDLER_EXCEPTION = "websocket.handler.exception"
RESERVED_NAMESPACES: dict[str, set | tuple[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any] | tuple[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
GENERIC_SIGNAL_FORMAT = "__generic__.__signal__.%s"
def _blank(): ...
class Signal(Route):
 ...
@dataclass
class SignalWaiter:
 signal: Signal
 event_definition: str
 trigger: str = ""
 requirements: dict[str, str] | None = None
 exclusive: bool = True
 future: asyncio.Future | None = None
 async def wait(self): ...
 def matches(self, event, condition) -> bool | str: ...
class SignalGroup(RouteGroup):
 ...
class SignalRouter(BaseRouter):
 def __init__(self) -> None: ...
 @staticmethod
 def format_event(event: str | Enum) -> str: ...
 def get(self, event: str | Enum, condition: dict[str, str] | None = None) -> tuple[_loopmend_0.Any, list, _loopmend_0.Any]: ...
 async def _dispatch(self, event: str, context: dict[str, Any] | None = None, condition: dict[str, str] | None = None, fail_not_found: bool = ..., reverse: bool = ...) -> Any: ...
 async def dispatch(self, event: str | Enum, *, context: dict[str, Any] | None = None, condition: dict[str, str] | None = None, fail_not_found: bool = ..., inline: bool = ..., reverse: bool = ...) -> asyncio.Task | Any: ...
 def get_waiter(self, event: str | Enum, condition: dict[str, Any] | None = None, exclusive: bool = ...) -> SignalWaiter | None: ...
 def _get_event_parts(self, event: str) -> tuple[str, str, str]: ...
 def add(self, handler: SignalHandler, event: str | Enum, condition: dict[str, Any] | None = None, exclusive: bool = ..., *, priority: int = ...) -> Signal: ...
 def finalize(self, do_compile: bool = ..., do_optimize: bool = ...): ...
 def _build_event_parts(self, event: str) -> tuple[str, str, str]: ...
 def _clean_trigger(self, trigger: str) -> str: ...
 allow_fail_builtin: bool

=== sanic.touchup package
from .meta import TouchUpMeta
from .service import TouchUp
__all__ = ( "TouchUp", "TouchUpMeta", )

=== sanic.touchup.schemes package
from .altsvc import AltSvcCheck
from .base import BaseScheme
from .ode import OptionalDispatchEvent
__all__ = ("BaseScheme",)

=== sanic.touchup.schemes.base
import ast as _loopmend_0
import typing as _loopmend_1
from abc import ABC, abstractmethod
from ast import NodeTransformer, parse
from inspect import getsource
from textwrap import dedent
from typing import Any
class BaseScheme(ABC):
 ident: str
 _registry: set[type] = set()
 def __init__(self, app) -> None: ...
 @abstractmethod
 def visitors(self) -> list[NodeTransformer]: ...
 def __init_subclass__(cls) -> None: ...
 def __call__(self) -> list[_loopmend_0.NodeTransformer]: ...
 @classmethod
 def build(cls, method, module_globals, app): ...
 app: _loopmend_1.Any

=== sanic.touchup.schemes.ode
import ast as _loopmend_0
import typing as _loopmend_1
from ast import Attribute, Await, Expr, NodeTransformer
from typing import Any
from sanic.log import logger
from .base import BaseScheme
class OptionalDispatchEvent(BaseScheme):
 ident = "ODE"
 SYNC_SIGNAL_NAMESPACES = "http."
 def __init__(self, app) -> None: ...
 def visitors(self) -> list[NodeTransformer]: ...
 def _sync_events(self) -> None: ...
 @staticmethod
 async def noop(**_): ...
 _registered_events: list
class RemoveDispatch(NodeTransformer):
 def __init__(self, registered_events) -> None: ...
 def visit_Expr(self, node: Expr) -> None | _loopmend_0.Expr: ...
 def _not_registered(self, event_name) -> bool: ...
 _registered_events: _loopmend_1.Any

=== sanic.worker package

=== sanic.worker.inspector
import multiprocessing.connection as _loopmend_5
import pathlib as _loopmend_3
import sanic.app as _loopmend_6
import sanic.helpers as _loopmend_4
import sanic.response.types as _loopmend_1
import sanic.worker.inspector as _loopmend_0
import typing as _loopmend_2
from __future__ import annotations
from collections.abc import Mapping
from datetime import datetime
from inspect import isawaitable, ismethod
from multiprocessing.connection import Connection
from os import environ
from pathlib import Path
from typing import Any
from sanic.exceptions import NotFound, Unauthorized
from sanic.helpers import Default
from sanic.log import logger
from sanic.request import Request
from sanic.response import json
class Inspector:
 def __init__(self, publisher: Connection, app_info: dict[str, Any], worker_state: Mapping[str, Any], host: str, port: int, api_key: str, tls_key: Path | str | Default, tls_cert: Path | str | Default) -> None: ...
 def __call__(self, run = ..., **_) -> Inspector: ...
 def _setup(self) -> None: ...
 def _authentication(self, request: Request) -> None: ...
 async def _action(self, request: Request, action: str) -> _loopmend_1.JSONResponse: ...
 async def _info(self, request: Request) -> _loopmend_1.JSONResponse: ...
 async def _respond(self, request: Request, output: Any) -> _loopmend_1.JSONResponse: ...
 def _state_to_json(self) -> dict[str, Any]: ...
 @staticmethod
 def _make_safe(obj: dict[str, Any]) -> dict[str, Any]: ...
 def reload(self, zero_downtime: bool = ...) -> None: ...
 def scale(self, replicas: str | int) -> str: ...
 def shutdown(self) -> None: ...
 app_info: dict
 worker_state: _loopmend_2.Mapping
 host: str
 port: int
 api_key: str
 tls_key: _loopmend_3.Path | _loopmend_4.Default | str
 tls_cert: _loopmend_3.Path | _loopmend_4.Default | str
 _publisher: _loopmend_5.Connection
 app: _loopmend_6.Sanic

=== sanic.worker.reloader
import itertools as _loopmend_0
import multiprocessing.connection as _loopmend_4
import pathlib as _loopmend_1
import sanic.worker.loader as _loopmend_3
import typing as _loopmend_2
from __future__ import annotations
import os
import sys
from asyncio import new_event_loop
from itertools import chain
from multiprocessing.connection import Connection
from pathlib import Path
from signal import SIGINT, SIGTERM
from signal import signal as signal_func
from time import sleep
from sanic.server.events import trigger_events
from sanic.worker.loader import AppLoader
class Reloader:
 INTERVAL = 1.0
 def __init__(self, publisher: Connection, interval: float, reload_dirs: set[Path], app_loader: AppLoader) -> None: ...
 def __call__(self) -> None: ...
 def stop(self, *_) -> None: ...
 def reload(self, reloaded_files) -> None: ...
 def files(self) -> _loopmend_0.chain[_loopmend_1.Path | str]: ...
 def python_files(self) -> _loopmend_2.Generator: ...
 @staticmethod
 def check_file(filename, mtimes) -> bool: ...
 interval: float
 reload_dirs: set[_loopmend_1.Path]
 app_loader: _loopmend_3.AppLoader
 _publisher: _loopmend_4.Connection
 run: bool

=== sanic.worker.serve
import sanic.server.async_server as _loopmend_0
from __future__ import annotations
import asyncio
import os
import socket
import warnings
from functools import partial
from multiprocessing.connection import Connection
from ssl import SSLContext
from typing import Any
from sanic.application.constants import ServerStage
from sanic.application.state import ApplicationServerInfo
from sanic.http.constants import HTTP
from sanic.log import error_logger
from sanic.logging.setup import setup_logging
from sanic.models.server_types import Signal
from sanic.server.protocols.http_protocol import HttpProtocol
from sanic.server.runners import _serve_http_1, _serve_http_3
from sanic.worker.loader import AppLoader, CertLoader
from sanic.worker.multiplexer import WorkerMultiplexer
from sanic.worker.process import Worker, WorkerProcess
def worker_serve(host, port, app_name: str, monitor_publisher: Connection | None, app_loader: AppLoader, worker_state: dict[str, Any] | None = None, server_info: dict[str, list[ApplicationServerInfo]] | None = None, ssl: SSLContext | dict[str, str | os.PathLike[str]] | None = None, sock: socket.socket | None = None, unix: str | None = None, reuse_port: bool = ..., loop = None, protocol: type[asyncio.Protocol] = ..., backlog: int = ..., register_sys_signals: bool = ..., run_multiple: bool = ..., run_async: bool = ..., connections = None, signal = ..., state = None, asyncio_server_kwargs = None, version = ..., config: bytes | str | dict[str, Any] | Any | None = None, passthru: dict[str, Any] | None = None) -> None | _loopmend_0.AsyncioServer: ...

