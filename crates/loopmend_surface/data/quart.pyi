# quart 0.22.0 MIT
=== quart package
from __future__ import annotations
from markupsafe import escape as escape
from markupsafe import Markup as Markup
from .app import Quart as Quart
from .blueprints import Blueprint as Blueprint
from .config import Config as Config
from .ctx import after_this_request as after_this_request
from .ctx import copy_current_app_context as copy_current_app_context
from .ctx import copy_current_request_context as copy_current_request_context
from .ctx import copy_current_websocket_context as copy_current_websocket_context
from .ctx import has_app_context as has_app_context
from .ctx import has_request_context as has_request_context
from .ctx import has_websocket_context as has_websocket_context
from .globals import current_app as current_app
from .globals import g as g
from .globals import request as request
from .globals import session as session
from .globals import websocket as websocket
from .helpers import abort as abort
from .helpers import flash as flash
from .helpers import get_flashed_messages as get_flashed_messages
from .helpers import get_template_attribute as get_template_attribute
from .helpers import make_push_promise as make_push_promise
from .helpers import make_response as make_response
from .helpers import redirect as redirect
from .helpers import send_file as send_file
from .helpers import send_from_directory as send_from_directory
from .helpers import stream_with_context as stream_with_context
from .helpers import url_for as url_for
from .json import jsonify as jsonify
from .signals import appcontext_popped as appcontext_popped
from .signals import appcontext_pushed as appcontext_pushed
from .signals import appcontext_tearing_down as appcontext_tearing_down
from .signals import before_render_template as before_render_template
from .signals import got_request_exception as got_request_exception
from .signals import got_websocket_exception as got_websocket_exception
from .signals import message_flashed as message_flashed
from .signals import request_finished as request_finished
from .signals import request_started as request_started
from .signals import request_tearing_down as request_tearing_down
from .signals import signals_available as signals_available
from .signals import template_rendered as template_rendered
from .signals import websocket_finished as websocket_finished
from .signals import websocket_started as websocket_started
from .signals import websocket_tearing_down as websocket_tearing_down
from .templating import render_template as render_template
from .templating import render_template_string as render_template_string
from .templating import stream_template as stream_template
from .templating import stream_template_string as stream_template_string
from .typing import ResponseReturnValue as ResponseReturnValue
from .wrappers import Request as Request
from .wrappers import Response as Response
from .wrappers import Websocket as Websocket

=== quart.app
import aiofiles.base as _loopmend_4
import datetime as _loopmend_0
import quart.cli as _loopmend_9
import quart.ctx as _loopmend_8
import quart.sessions as _loopmend_1
import quart.templating as _loopmend_5
import quart.testing as _loopmend_7
import quart.typing as _loopmend_6
import quart.wrappers.response as _loopmend_3
import typing as _loopmend_2
from __future__ import annotations
import asyncio
import os
import signal
import sys
import warnings
from collections import defaultdict
from collections.abc import AsyncGenerator
from collections.abc import Awaitable
from collections.abc import Callable
from collections.abc import Coroutine
from datetime import timedelta
from inspect import isasyncgen
from inspect import iscoroutinefunction as _inspect_iscoroutinefunction
from inspect import isgenerator
from types import TracebackType
from typing import Any
from typing import cast
from typing import NoReturn
from typing import overload
from typing import ParamSpec
from typing import TypeVar
from urllib.parse import quote
from aiofiles import open as async_open
from aiofiles.base import AiofilesContextManager
from flask.app import Flask
from flask.sansio.app import App
from flask.sansio.scaffold import setupmethod
from hypercorn.asyncio import serve
from hypercorn.config import Config as HyperConfig
from hypercorn.typing import ASGIReceiveCallable
from hypercorn.typing import ASGISendCallable
from hypercorn.typing import Scope
from werkzeug.datastructures import Authorization
from werkzeug.datastructures import Headers
from werkzeug.datastructures import ImmutableDict
from werkzeug.exceptions import Aborter
from werkzeug.exceptions import BadRequestKeyError
from werkzeug.exceptions import HTTPException
from werkzeug.exceptions import InternalServerError
from werkzeug.routing import BuildError
from werkzeug.routing import MapAdapter
from werkzeug.routing import RoutingException
from werkzeug.wrappers import Response as WerkzeugResponse
from .asgi import ASGIHTTPConnection
from .asgi import ASGILifespan
from .asgi import ASGIWebsocketConnection
from .cli import AppGroup
from .config import Config
from .ctx import _AppCtxGlobals
from .ctx import AppContext
from .ctx import has_request_context
from .ctx import has_websocket_context
from .ctx import RequestContext
from .ctx import WebsocketContext
from .globals import _cv_app
from .globals import _cv_request
from .globals import _cv_websocket
from .globals import g
from .globals import request
from .globals import request_ctx
from .globals import session
from .globals import websocket
from .globals import websocket_ctx
from .helpers import get_debug_flag
from .helpers import get_flashed_messages
from .helpers import send_from_directory
from .routing import QuartMap
from .routing import QuartRule
from .sessions import SecureCookieSessionInterface
from .signals import appcontext_tearing_down
from .signals import got_background_exception
from .signals import got_request_exception
from .signals import got_serving_exception
from .signals import got_websocket_exception
from .signals import request_finished
from .signals import request_started
from .signals import request_tearing_down
from .signals import websocket_finished
from .signals import websocket_started
from .signals import websocket_tearing_down
from .templating import _default_template_ctx_processor
from .templating import Environment
from .testing import make_test_body_with_headers
from .testing import make_test_headers_path_and_query_string
from .testing import make_test_scope
from .testing import no_op_push
from .testing import QuartClient
from .testing import QuartCliRunner
from .testing import sentinel
from .testing import TestApp
from .typing import AfterServingCallable
from .typing import AfterWebsocketCallable
from .typing import ASGIHTTPProtocol
from .typing import ASGILifespanProtocol
from .typing import ASGIWebsocketProtocol
from .typing import BeforeServingCallable
from .typing import BeforeWebsocketCallable
from .typing import Event
from .typing import FilePath
from .typing import HeadersValue
from .typing import ResponseReturnValue
from .typing import ResponseTypes
from .typing import ShellContextProcessorCallable
from .typing import StatusCode
from .typing import TeardownCallable
from .typing import TemplateFilterCallable
from .typing import TemplateGlobalCallable
from .typing import TemplateTestCallable
from .typing import TestAppProtocol
from .typing import TestClientProtocol
from .typing import WebsocketCallable
from .typing import WhileServingCallable
from .utils import cancel_tasks
from .utils import file_path_to_path
from .utils import MustReloadError
from .utils import observe_changes
from .utils import restart
from .utils import run_sync
from .wrappers import BaseRequestWebsocket
from .wrappers import Request
from .wrappers import Response
from .wrappers import Websocket
if sys.version_info >= (3, 12):
 iscoroutinefunction = _inspect_iscoroutinefunction
else:
 iscoroutinefunction = asyncio.iscoroutinefunction
AppOrBlueprintKey = str | None
T_after_serving = TypeVar("T_after_serving", bound=AfterServingCallable)
T_after_websocket = TypeVar("T_after_websocket", bound=AfterWebsocketCallable)
T_before_serving = TypeVar("T_before_serving", bound=BeforeServingCallable)
T_before_websocket = TypeVar("T_before_websocket", bound=BeforeWebsocketCallable)
T_shell_context_processor = TypeVar( "T_shell_context_processor", bound=ShellContextProcessorCallable )
T_teardown = TypeVar("T_teardown", bound=TeardownCallable)
T_template_filter = TypeVar("T_template_filter", bound=TemplateFilterCallable)
T_template_global = TypeVar("T_template_global", bound=TemplateGlobalCallable)
T_template_test = TypeVar("T_template_test", bound=TemplateTestCallable)
T_websocket = TypeVar("T_websocket", bound=WebsocketCallable)
T_while_serving = TypeVar("T_while_serving", bound=WhileServingCallable)
T = TypeVar("T", bound=Any)
P = ParamSpec("P")
def _make_timedelta(value: timedelta | int | None) -> timedelta | None: ...
class Quart(App):
 asgi_http_class: type[ASGIHTTPProtocol]
 asgi_lifespan_class: type[ASGILifespanProtocol]
 asgi_websocket_class: type[ASGIWebsocketProtocol]
 shutdown_event: Event
 test_app_class: type[TestAppProtocol]
 test_client_class: type[TestClientProtocol]
 aborter_class = Aborter
 app_ctx_globals_class = _AppCtxGlobals
 asgi_http_class = ASGIHTTPConnection
 asgi_lifespan_class = ASGILifespan
 asgi_websocket_class = ASGIWebsocketConnection
 config_class = Config
 event_class = asyncio.Event
 jinja_environment = Environment
 lock_class = asyncio.Lock
 request_class = Request
 response_class = Response
 session_interface: _loopmend_1.SecureCookieSessionInterface
 test_app_class = TestApp
 test_client_class = QuartClient
 test_cli_runner_class = QuartCliRunner
 url_map_class = QuartMap
 url_rule_class = QuartRule
 websocket_class = Websocket
 default_config: _loopmend_2.Any
 def __init__(self, import_name: str, static_url_path: str | None = None, static_folder: str | None = ..., static_host: str | None = None, host_matching: bool = ..., subdomain_matching: bool = ..., template_folder: str | os.PathLike[str] | None = ..., instance_path: str | None = None, instance_relative_config: bool = ..., root_path: str | None = None) -> None: ...
 def get_send_file_max_age(self, filename: str | None) -> int | None: ...
 async def send_static_file(self, filename: str) -> Response: ...
 async def open_resource(self, path: FilePath, mode: str = ...) -> AiofilesContextManager: ...
 async def open_instance_resource(self, path: FilePath, mode: str = ...) -> AiofilesContextManager: ...
 def create_jinja_environment(self) -> Environment: ...
 async def update_template_context(self, context: dict) -> None: ...
 @setupmethod
 def before_serving(self, func: T_before_serving) -> T_before_serving: ...
 @setupmethod
 def while_serving(self, func: T_while_serving) -> T_while_serving: ...
 @setupmethod
 def after_serving(self, func: T_after_serving) -> T_after_serving: ...
 def create_url_adapter(self, request: BaseRequestWebsocket | None) -> MapAdapter | None: ...
 def websocket(self, rule: str, **options: Any) -> _loopmend_2.Callable[..., _loopmend_2.Callable[..., _loopmend_2.Any] | _loopmend_2.Callable[..., _loopmend_2.Awaitable[_loopmend_2.Any]]]: ...
 def add_websocket(self, rule: str, endpoint: str | None = None, view_func: WebsocketCallable | None = None, **options: Any) -> None: ...
 def url_for(self, endpoint: str, *, _anchor: str | None = None, _external: bool | None = None, _method: str | None = None, _scheme: str | None = None, **values: Any) -> str: ...
 def make_shell_context(self) -> dict: ...
 def run(self, host: str | None = None, port: int | None = None, debug: bool | None = None, use_reloader: bool = ..., loop: asyncio.AbstractEventLoop | None = None, ca_certs: str | None = None, certfile: str | None = None, keyfile: str | None = None, **kwargs: Any) -> None: ...
 def run_task(self, host: str = ..., port: int = ..., debug: bool | None = None, ca_certs: str | None = None, certfile: str | None = None, keyfile: str | None = None, shutdown_trigger: Callable[..., Awaitable[None]] | None = None) -> _loopmend_2.Coroutine[_loopmend_2.Any, _loopmend_2.Any, None]: ...
 def test_client(self, use_cookies: bool = ..., **kwargs: Any) -> TestClientProtocol: ...
 def test_cli_runner(self, **kwargs: Any) -> QuartCliRunner: ...
 @setupmethod
 def before_websocket(self, func: T_before_websocket) -> T_before_websocket: ...
 @setupmethod
 def after_websocket(self, func: T_after_websocket) -> T_after_websocket: ...
 @setupmethod
 def teardown_websocket(self, func: T_teardown) -> T_teardown: ...
 async def handle_http_exception(self, error: HTTPException) -> HTTPException | ResponseReturnValue: ...
 async def handle_user_exception(self, error: Exception) -> HTTPException | ResponseReturnValue: ...
 async def handle_exception(self, error: Exception) -> ResponseTypes: ...
 async def handle_websocket_exception(self, error: Exception) -> ResponseTypes | None: ...
 def log_exception(self, exception_info: tuple[type, BaseException, TracebackType] | tuple[None, None, None]) -> None: ...
 @overload
 def ensure_async(self, func: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[T]]: ...
 @overload
 def ensure_async(self, func: Callable[P, T]) -> Callable[P, Awaitable[T]]: ...
 def ensure_async(self, func: Callable[P, Awaitable[T]] | Callable[P, T]) -> Callable[P, Awaitable[T]]: ...
 def sync_to_async(self, func: Callable[P, T]) -> Callable[P, Awaitable[T]]: ...
 async def do_teardown_request(self, exc: BaseException | None, request_context: RequestContext | None = None) -> None: ...
 async def do_teardown_websocket(self, exc: BaseException | None, websocket_context: WebsocketContext | None = None) -> None: ...
 async def do_teardown_appcontext(self, exc: BaseException | None) -> None: ...
 def app_context(self) -> AppContext: ...
 def request_context(self, request: Request) -> RequestContext: ...
 def websocket_context(self, websocket: Websocket) -> WebsocketContext: ...
 def test_app(self) -> TestAppProtocol: ...
 def test_request_context(self, path: str, *, method: str = ..., headers: dict | Headers | None = None, query_string: dict | None = None, scheme: str = ..., send_push_promise: Callable[[str, Headers], Awaitable[None]] = ..., data: str | bytes | None = None, form: dict | None = None, json: Any = ..., root_path: str = ..., http_version: str = ..., scope_base: dict | None = None, auth: Authorization | tuple[str, str] | None = None, subdomain: str | None = None) -> RequestContext: ...
 def add_background_task(self, func: Callable, *args: Any, **kwargs: Any) -> None: ...
 async def handle_background_exception(self, error: Exception) -> None: ...
 async def make_default_options_response(self) -> Response: ...
 async def make_response(self, result: ResponseReturnValue | HTTPException) -> ResponseTypes: ...
 async def handle_request(self, request: Request) -> ResponseTypes: ...
 async def handle_websocket(self, websocket: Websocket) -> ResponseTypes | None: ...
 async def full_dispatch_request(self, request_context: RequestContext | None = None) -> ResponseTypes: ...
 async def full_dispatch_websocket(self, websocket_context: WebsocketContext | None = None) -> ResponseTypes | None: ...
 async def preprocess_request(self, request_context: RequestContext | None = None) -> ResponseReturnValue | None: ...
 async def preprocess_websocket(self, websocket_context: WebsocketContext | None = None) -> ResponseReturnValue | None: ...
 def raise_routing_exception(self, request: BaseRequestWebsocket) -> NoReturn: ...
 async def dispatch_request(self, request_context: RequestContext | None = None) -> ResponseReturnValue: ...
 async def dispatch_websocket(self, websocket_context: WebsocketContext | None = None) -> ResponseReturnValue | None: ...
 async def finalize_request(self, result: ResponseReturnValue | HTTPException, request_context: RequestContext | None = None, from_error_handler: bool = ...) -> ResponseTypes: ...
 async def finalize_websocket(self, result: ResponseReturnValue | HTTPException, websocket_context: WebsocketContext | None = None, from_error_handler: bool = ...) -> ResponseTypes | None: ...
 async def process_response(self, response: ResponseTypes, request_context: RequestContext | None = None) -> ResponseTypes: ...
 async def postprocess_websocket(self, response: ResponseTypes | None, websocket_context: WebsocketContext | None = None) -> ResponseTypes: ...
 async def __call__(self, scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None: ...
 async def asgi_app(self, scope: Scope, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None: ...
 async def startup(self) -> None: ...
 async def shutdown(self) -> None: ...
 after_serving_funcs: list[Callable[[], Awaitable[None]]]
 after_websocket_funcs: dict[None | str, list[_loopmend_2.Callable[..., _loopmend_2.Any]]]
 background_tasks: set[asyncio.Task]
 before_serving_funcs: list[Callable[[], Awaitable[None]]]
 before_websocket_funcs: dict[None | str, list[_loopmend_2.Callable[..., _loopmend_2.Any]]]
 teardown_websocket_funcs: dict[None | str, list[_loopmend_2.Callable[..., _loopmend_2.Any]]]
 while_serving_gens: list[AsyncGenerator[None, None]]
 cli: _loopmend_9.AppGroup
 debug: bool
 _preserved_context: _loopmend_8._BaseRequestWebsocketContext
def _cancel_all_tasks(loop: asyncio.AbstractEventLoop) -> None: ...

=== quart.asgi
import hypercorn.typing as _loopmend_2
import quart.app as _loopmend_1
import quart.wrappers.request as _loopmend_0
import quart.wrappers.response as _loopmend_4
import quart.wrappers.websocket as _loopmend_3
from __future__ import annotations
import asyncio
import warnings
from functools import partial
from typing import cast
from typing import TYPE_CHECKING
from urllib.parse import urlparse
from hypercorn.typing import ASGIReceiveCallable
from hypercorn.typing import ASGISendCallable
from hypercorn.typing import HTTPResponseBodyEvent
from hypercorn.typing import HTTPResponseStartEvent
from hypercorn.typing import HTTPScope
from hypercorn.typing import LifespanScope
from hypercorn.typing import LifespanShutdownCompleteEvent
from hypercorn.typing import LifespanShutdownFailedEvent
from hypercorn.typing import LifespanStartupCompleteEvent
from hypercorn.typing import LifespanStartupFailedEvent
from hypercorn.typing import WebsocketAcceptEvent
from hypercorn.typing import WebsocketCloseEvent
from hypercorn.typing import WebsocketResponseBodyEvent
from hypercorn.typing import WebsocketResponseStartEvent
from hypercorn.typing import WebsocketScope
from werkzeug.datastructures import Headers
from werkzeug.wrappers import Response as WerkzeugResponse
from .debug import traceback_response
from .signals import websocket_received
from .signals import websocket_sent
from .typing import ResponseTypes
from .utils import cancel_tasks
from .utils import encode_headers
from .utils import raise_task_exceptions
from .wrappers import Request
from .wrappers import Response
from .wrappers import Websocket
if TYPE_CHECKING:
 from .app import Quart
class ASGIHTTPConnection:
 def __init__(self, app: Quart, scope: HTTPScope) -> None: ...
 async def __call__(self, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None: ...
 async def handle_messages(self, request: Request, receive: ASGIReceiveCallable) -> None: ...
 def _create_request_from_scope(self, send: ASGISendCallable) -> Request: ...
 async def handle_request(self, request: Request, send: ASGISendCallable) -> None: ...
 async def _send_response(self, send: ASGISendCallable, response: ResponseTypes) -> None: ...
 async def _send_push_promise(self, send: ASGISendCallable, path: str, headers: Headers) -> None: ...
 app: _loopmend_1.Quart
 scope: _loopmend_2.HTTPScope
class ASGIWebsocketConnection:
 def __init__(self, app: Quart, scope: WebsocketScope) -> None: ...
 async def __call__(self, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None: ...
 async def handle_messages(self, receive: ASGIReceiveCallable) -> None: ...
 def _create_websocket_from_scope(self, send: ASGISendCallable) -> Websocket: ...
 async def handle_websocket(self, websocket: Websocket, send: ASGISendCallable) -> None: ...
 async def send_data(self, send: ASGISendCallable, data: str | bytes) -> None: ...
 async def accept_connection(self, send: ASGISendCallable, headers: Headers, subprotocol: str | None) -> None: ...
 async def close_connection(self, send: ASGISendCallable, code: int, reason: str) -> None: ...
 app: _loopmend_1.Quart
 scope: _loopmend_2.WebsocketScope
 queue: asyncio.Queue
 _accepted: bool
 _closed: bool
class ASGILifespan:
 def __init__(self, app: Quart, scope: LifespanScope) -> None: ...
 async def __call__(self, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None: ...
 app: _loopmend_1.Quart
def _convert_version(raw: str) -> list[int]: ...
async def _handle_exception(app: Quart, error: Exception) -> Response: ...
def _normalise_path(path: str, root_path: str) -> str: ...

=== quart.blueprints
import aiofiles.base as _loopmend_1
import quart.cli as _loopmend_3
import quart.wrappers.response as _loopmend_0
import typing as _loopmend_2
from __future__ import annotations
import os
import typing as t
from collections import defaultdict
from datetime import timedelta
from aiofiles import open as async_open
from aiofiles.base import AiofilesContextManager
from flask.sansio.app import App
from flask.sansio.blueprints import Blueprint as SansioBlueprint
from flask.sansio.blueprints import BlueprintSetupState as BlueprintSetupState
from flask.sansio.scaffold import setupmethod
from .cli import AppGroup
from .globals import current_app
from .helpers import send_from_directory
from .typing import AfterServingCallable
from .typing import AfterWebsocketCallable
from .typing import AppOrBlueprintKey
from .typing import BeforeServingCallable
from .typing import BeforeWebsocketCallable
from .typing import FilePath
from .typing import TeardownCallable
from .typing import WebsocketCallable
from .typing import WhileServingCallable
if t.TYPE_CHECKING:
 from .wrappers import Response
T_after_serving = t.TypeVar("T_after_serving", bound=AfterServingCallable)
T_after_websocket = t.TypeVar("T_after_websocket", bound=AfterWebsocketCallable)
T_before_serving = t.TypeVar("T_before_serving", bound=BeforeServingCallable)
T_before_websocket = t.TypeVar("T_before_websocket", bound=BeforeWebsocketCallable)
T_teardown = t.TypeVar("T_teardown", bound=TeardownCallable)
T_websocket = t.TypeVar("T_websocket", bound=WebsocketCallable)
T_while_serving = t.TypeVar("T_while_serving", bound=WhileServingCallable)
class Blueprint(SansioBlueprint):
 def __init__(self, *args: t.Any, **kwargs: t.Any) -> None: ...
 def get_send_file_max_age(self, filename: str | None) -> int | None: ...
 async def send_static_file(self, filename: str) -> Response: ...
 async def open_resource(self, path: FilePath, mode: str = ...) -> AiofilesContextManager: ...
 def websocket(self, rule: str, **options: t.Any) -> _loopmend_2.Callable[..., _loopmend_2.Callable[..., _loopmend_2.Any] | _loopmend_2.Callable[..., _loopmend_2.Awaitable[_loopmend_2.Any]]]: ...
 def add_websocket(self, rule: str, endpoint: str | None = None, view_func: WebsocketCallable | None = None, **options: t.Any) -> None: ...
 @setupmethod
 def before_websocket(self, func: T_before_websocket) -> T_before_websocket: ...
 @setupmethod
 def after_websocket(self, func: T_after_websocket) -> T_after_websocket: ...
 @setupmethod
 def teardown_websocket(self, func: T_teardown) -> T_teardown: ...
 @setupmethod
 def before_app_websocket(self, func: T_before_websocket) -> T_before_websocket: ...
 @setupmethod
 def before_app_serving(self, func: T_before_serving) -> T_before_serving: ...
 @setupmethod
 def after_app_websocket(self, func: T_after_websocket) -> T_after_websocket: ...
 @setupmethod
 def after_app_serving(self, func: T_after_serving) -> T_after_serving: ...
 @setupmethod
 def while_app_serving(self, func: T_while_serving) -> T_while_serving: ...
 @setupmethod
 def teardown_app_websocket(self, func: T_teardown) -> T_teardown: ...
 def _merge_blueprint_funcs(self, app: App, name: str) -> None: ...
 cli: _loopmend_3.AppGroup
 after_websocket_funcs: dict[None | str, list[_loopmend_2.Callable[..., _loopmend_2.Any]]]
 before_websocket_funcs: dict[None | str, list[_loopmend_2.Callable[..., _loopmend_2.Any]]]
 teardown_websocket_funcs: dict[None | str, list[_loopmend_2.Callable[..., _loopmend_2.Any]]]

=== quart.cli
import quart.app as _loopmend_0
import quart.cli as _loopmend_2
import typing as _loopmend_1
from __future__ import annotations
import ast
import asyncio
import code
import functools
import inspect
import os
import platform
import re
import sys
import traceback
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import entry_points
from operator import attrgetter
from types import ModuleType
from typing import Any
from typing import TYPE_CHECKING
import click
from click.core import ParameterSource
from .globals import current_app
from .helpers import get_debug_flag
from .helpers import get_load_dotenv
try:
 from importlib.metadata import version
except ModuleNotFoundError:
 from importlib_metadata import version
if TYPE_CHECKING:
 from .app import Quart
class NoAppException(click.UsageError):
 ...
def _called_with_wrong_args(f: Callable) -> bool: ...
def find_best_app(module: ModuleType) -> Quart: ...
def find_app_by_string(module: ModuleType, app_name: str) -> Quart: ...
def locate_app(module_name: str, app_name: str) -> Quart | None: ...
def prepare_import(path: str) -> str: ...
class ScriptInfo:
 def __init__(self, app_import_path: str | None = None, create_app: Callable[..., Quart] | None = None, set_debug_flag: bool = ...) -> None: ...
 def load_app(self) -> Quart: ...
 create_app: None | _loopmend_1.Callable[..., _loopmend_0.Quart]
 app_import_path: None | str
 set_debug_flag: bool
 data: dict[Any, Any]
 _loaded_app: Quart | None
pass_script_info: _loopmend_1.Any
def with_appcontext(fn: Callable | None = None) -> Callable: ...
class AppGroup(click.Group):
 def command(self, *args: Any, **kwargs: Any) -> _loopmend_1.Callable[..., _loopmend_1.Callable[..., _loopmend_1.Any]]: ...
 def group(self, *args: Any, **kwargs: Any) -> Callable: ...
def get_version(ctx: Any, param: Any, value: Any) -> None: ...
version_option: _loopmend_1.Any
def _set_app(ctx: click.Context, param: click.Option, value: str | None) -> str | None: ...
_app_option: _loopmend_1.Any
def _set_debug(ctx: click.Context, param: click.Option, value: bool) -> bool | None: ...
_debug_option: _loopmend_1.Any
def _env_file_callback(ctx: click.Context, param: click.Option, value: str | None) -> str | None: ...
_env_file_option: _loopmend_1.Any
class QuartGroup(AppGroup):
 def __init__(self, add_default_commands: bool = ..., create_app: Callable[..., Quart] | None = None, add_version_option: bool = ..., load_dotenv: bool = ..., set_debug_flag: bool = ..., **extra: Any) -> None: ...
 def _load_plugin_commands(self) -> None: ...
 def get_command(self, ctx: click.Context, name: str) -> click.Command: ...
 def list_commands(self, ctx: click.Context) -> list[str]: ...
 def make_context(self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any) -> click.Context: ...
 def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]: ...
 create_app: None | _loopmend_1.Callable[..., _loopmend_0.Quart]
 set_debug_flag: bool
 load_dotenv: bool
 _loaded_plugin_commands: bool
def load_dotenv(path: str | os.PathLike | None = None) -> bool: ...
@click.command("run", short_help="Run a development server.")
@click.option("--host", "-h", default="127.0.0.1", help="The interface to bind to.")
@click.option("--port", "-p", default=5000, help="The port to bind to.")
@click.option( "--certfile", "--cert", type=click.Path(exists=True, file_okay=True, dir_okay=False), help="Specify a certificate file to use HTTPS.", )
@click.option( "--keyfile", "--key", type=click.Path(exists=True, file_okay=True, dir_okay=False), help="The key file to use when specifying a certificate.", )
@click.option( "--reload/--no-reload", default=None, help="Enable or disable the reloader", )
@pass_script_info
def run_command(info: ScriptInfo, host: str, port: int, reload: bool, keyfile: str, certfile: str) -> None: ...
@click.command("shell", short_help="Run a shell in the app context.")
@with_appcontext
def shell_command() -> None: ...
@click.command("routes", short_help="Show the routes for the app.")
@click.option( "--sort", "-s", type=click.Choice(("endpoint", "methods", "domain", "rule", "match")), default="endpoint", help=( 'Method to sort routes by. "match" is the order that Quart will match ' "routes when dispatching a request." ), )
@click.option("--all-methods", is_flag=True, help="Show HEAD and OPTIONS methods.")
@with_appcontext
def routes_command(sort: str, all_methods: bool) -> None: ...
cli: _loopmend_2.QuartGroup
def main() -> None: ...

=== quart.ctx
import flask.ctx as _loopmend_7
import flask.sessions as _loopmend_3
import quart.app as _loopmend_1
import quart.ctx as _loopmend_0
import quart.wrappers.base as _loopmend_2
import quart.wrappers.request as _loopmend_5
import quart.wrappers.websocket as _loopmend_6
import typing as _loopmend_4
from __future__ import annotations
import sys
from collections.abc import Callable
from contextvars import Token
from functools import wraps
from types import TracebackType
from typing import Any
from typing import cast
from typing import TYPE_CHECKING
from flask.ctx import _AppCtxGlobals as _AppCtxGlobals
from werkzeug.exceptions import HTTPException
from .globals import _cv_app
from .globals import _cv_request
from .globals import _cv_websocket
from .sessions import SessionMixin
from .signals import appcontext_popped
from .signals import appcontext_pushed
from .typing import AfterRequestCallable
from .typing import AfterWebsocketCallable
from .wrappers import BaseRequestWebsocket
from .wrappers import Request
from .wrappers import Websocket
if TYPE_CHECKING:
 from .app import Quart
_sentinel = object()
class _BaseRequestWebsocketContext:
 def __init__(self, app: Quart, request_websocket: BaseRequestWebsocket, session: SessionMixin | None = None) -> None: ...
 def copy(self) -> _BaseRequestWebsocketContext: ...
 def match_request(self) -> None: ...
 async def push(self) -> None: ...
 async def pop(self, exc: BaseException | None) -> None: ...
 async def auto_pop(self, exc: BaseException | None) -> None: ...
 async def __aenter__(self) -> _BaseRequestWebsocketContext: ...
 async def __aexit__(self, exc_type: type, exc_value: BaseException, tb: TracebackType) -> None: ...
 async def _push_appctx(self, token: Token) -> None: ...
 async def _push(self) -> None: ...
 app: _loopmend_1.Quart
 request_websocket: _loopmend_2.BaseRequestWebsocket
 session: None | _loopmend_3.NullSession | _loopmend_3.SecureCookieSession | _loopmend_3.SessionMixin
 url_adapter: _loopmend_4.Any
 preserved: bool
 _cv_tokens: list[tuple[Token, AppContext | None]]
class RequestContext(_BaseRequestWebsocketContext):
 def __init__(self, app: Quart, request: Request, session: SessionMixin | None = None) -> None: ...
 @property
 def request(self) -> Request: ...
 async def push(self) -> None: ...
 async def pop(self, exc: BaseException | None = ...) -> None: ...
 async def __aenter__(self) -> RequestContext: ...
 flashes: None
 _after_request_functions: list[AfterRequestCallable]
class WebsocketContext(_BaseRequestWebsocketContext):
 def __init__(self, app: Quart, request: Websocket, session: SessionMixin | None = None) -> None: ...
 @property
 def websocket(self) -> Websocket: ...
 async def push(self) -> None: ...
 async def pop(self, exc: BaseException | None = ...) -> None: ...
 async def __aenter__(self) -> WebsocketContext: ...
 _after_websocket_functions: list[AfterWebsocketCallable]
class AppContext:
 def __init__(self, app: Quart) -> None: ...
 def copy(self) -> AppContext: ...
 async def push(self) -> None: ...
 async def pop(self, exc: BaseException | None = ...) -> None: ...
 async def __aenter__(self) -> AppContext: ...
 async def __aexit__(self, exc_type: type, exc_value: BaseException, tb: TracebackType) -> None: ...
 app: _loopmend_1.Quart
 url_adapter: _loopmend_4.Any
 _cv_tokens: list[Token]
 g: _loopmend_7._AppCtxGlobals
def after_this_request(func: AfterRequestCallable) -> AfterRequestCallable: ...
def after_this_websocket(func: AfterWebsocketCallable) -> AfterWebsocketCallable: ...
def copy_current_app_context(func: Callable) -> _loopmend_4.Callable[..., _loopmend_4.Coroutine[_loopmend_4.Any, _loopmend_4.Any, _loopmend_4.Any]]: ...
def copy_current_request_context(func: Callable) -> _loopmend_4.Callable[..., _loopmend_4.Coroutine[_loopmend_4.Any, _loopmend_4.Any, _loopmend_4.Any]]: ...
def copy_current_websocket_context(func: Callable) -> _loopmend_4.Callable[..., _loopmend_4.Coroutine[_loopmend_4.Any, _loopmend_4.Any, _loopmend_4.Any]]: ...
def has_app_context() -> bool: ...
def has_request_context() -> bool: ...
def has_websocket_context() -> bool: ...

=== quart.datastructures
from __future__ import annotations
from os import PathLike
from pathlib import Path
from typing import IO
from aiofiles import open as async_open
from werkzeug.datastructures import FileStorage as WerkzeugFileStorage
from werkzeug.datastructures import Headers
class FileStorage(WerkzeugFileStorage):
 def __init__(self, stream: IO[bytes] | None = None, filename: str | None = None, name: str | None = None, content_type: str | None = None, content_length: int | None = None, headers: Headers | None = None) -> None: ...
 async def save(self, destination: PathLike, buffer_size: int = ...) -> None: ...
 async def load(self, source: PathLike, buffer_size: int = ...) -> None: ...
 filename: str

=== quart.debug
import quart.wrappers.response as _loopmend_0
from __future__ import annotations
import inspect
from jinja2 import Template
from .wrappers import Response
TEMPLATE: str
async def traceback_response(error: Exception) -> Response: ...

=== quart.formparser
import quart.datastructures as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
from collections.abc import Awaitable
from collections.abc import Callable
from typing import Any
from typing import cast
from typing import IO
from typing import NoReturn
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl
from werkzeug.datastructures import Headers
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.formparser import default_stream_factory
from werkzeug.http import parse_options_header
from werkzeug.sansio.multipart import Data
from werkzeug.sansio.multipart import Epilogue
from werkzeug.sansio.multipart import Field
from werkzeug.sansio.multipart import File
from werkzeug.sansio.multipart import MultipartDecoder
from werkzeug.sansio.multipart import NeedData
from .datastructures import FileStorage
if TYPE_CHECKING:
 from .wrappers.request import Body
StreamFactory = Callable[ [int | None, str | None, str | None, int | None], IO[bytes], ]
ParserFunc = Callable[ ["FormDataParser", "Body", str, int | None, dict[str, str]], Awaitable[tuple[MultiDict, MultiDict]], ]
class FormDataParser:
 file_storage_class = FileStorage
 def __init__(self, *, cls: type[MultiDict] | None = ..., max_content_length: int | None = None, max_form_memory_size: int | None = None, max_form_parts: int | None = None, silent: bool = ..., stream_factory: StreamFactory = ...) -> None: ...
 def get_parse_func(self, mimetype: str, options: dict[str, str]) -> ParserFunc | None: ...
 async def parse(self, body: Body, mimetype: str, content_length: int | None, options: dict[str, str] | None = None) -> tuple[MultiDict, MultiDict]: ...
 async def _parse_multipart(self, body: Body, mimetype: str, content_length: int | None, options: dict[str, str]) -> tuple[MultiDict, MultiDict]: ...
 async def _parse_urlencoded(self, body: Body, mimetype: str, content_length: int | None, options: dict[str, str]) -> tuple[MultiDict, MultiDict]: ...
 parse_functions: dict[str, ParserFunc] = ...
 cls: _loopmend_0.Any
 max_content_length: None | int
 max_form_memory_size: None | int
 max_form_parts: None | int
 silent: bool
 stream_factory: _loopmend_0.Callable[..., _loopmend_0.IO[bytes]]
class MultiPartParser:
 def __init__(self, *, buffer_size: int = ..., cls: type[MultiDict] = ..., file_storage_cls: type[FileStorage] = ..., max_content_length: int | None = None, max_form_memory_size: int | None = None, max_form_parts: int | None = None, stream_factory: StreamFactory = ...) -> None: ...
 def fail(self, message: str) -> NoReturn: ...
 def get_part_charset(self, headers: Headers) -> str: ...
 def start_file_streaming(self, event: File, total_content_length: int) -> IO[bytes]: ...
 async def parse(self, body: Body, boundary: bytes, content_length: int) -> tuple[MultiDict, MultiDict]: ...
 cls: _loopmend_0.Any
 max_content_length: None | int
 max_form_memory_size: None | int
 max_form_parts: None | int
 stream_factory: _loopmend_0.Callable[..., _loopmend_0.IO[bytes]]
 file_storage_cls: type[_loopmend_1.FileStorage]
 buffer_size: int

=== quart.helpers
import pathlib as _loopmend_1
import quart.wrappers.response as _loopmend_2
import typing as _loopmend_0
from __future__ import annotations
import mimetypes
import os
import pkgutil
import sys
from collections.abc import Callable
from collections.abc import Iterable
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from functools import cache
from functools import wraps
from io import BytesIO
from pathlib import Path
from typing import Any
from typing import cast
from typing import NoReturn
from zlib import adler32
from flask.helpers import get_root_path as get_root_path
from werkzeug.exceptions import abort as werkzeug_abort
from werkzeug.exceptions import NotFound
from werkzeug.utils import redirect as werkzeug_redirect
from werkzeug.utils import safe_join
from werkzeug.wrappers import Response as WerkzeugResponse
from .globals import _cv_request
from .globals import current_app
from .globals import request
from .globals import request_ctx
from .globals import session
from .signals import message_flashed
from .typing import FilePath
from .typing import ResponseReturnValue
from .typing import ResponseTypes
from .utils import file_path_to_path
from .wrappers import Response
from .wrappers.response import ResponseBody
DEFAULT_MIMETYPE = "application/octet-stream"
locked_cached_property = property
def get_debug_flag() -> bool: ...
def get_load_dotenv(default: bool = ...) -> bool: ...
async def make_response(*args: Any) -> ResponseTypes: ...
async def make_push_promise(path: str) -> None: ...
async def flash(message: str, category: str = ...) -> None: ...
def get_flashed_messages(with_categories: bool = ..., category_filter: Iterable[str] = ...) -> list[str] | list[tuple[str, str]]: ...
def get_template_attribute(template_name: str, attribute: str) -> Any: ...
def url_for(endpoint: str, *, _anchor: str | None = None, _external: bool | None = None, _method: str | None = None, _scheme: str | None = None, **values: Any) -> str: ...
def stream_with_context(func: Callable) -> _loopmend_0.Callable[..., _loopmend_0.AsyncGenerator]: ...
def find_package(name: str) -> tuple[Path | None, Path]: ...
async def send_from_directory(directory: FilePath, file_name: str, *, mimetype: str | None = None, as_attachment: bool = ..., attachment_filename: str | None = None, add_etags: bool = ..., cache_timeout: int | None = None, conditional: bool = ..., last_modified: datetime | None = None) -> Response: ...
async def send_file(filename_or_io: FilePath | BytesIO, mimetype: str | None = None, as_attachment: bool = ..., attachment_filename: str | None = None, add_etags: bool = ..., cache_timeout: int | None = None, conditional: bool = ..., last_modified: datetime | None = None) -> Response: ...
@cache
def _split_blueprint_path(name: str) -> list[str]: ...
def abort(code: int | Response, *args: Any, **kwargs: Any) -> NoReturn: ...
def redirect(location: str, code: int = ...) -> WerkzeugResponse: ...

=== quart.sessions
import datetime as _loopmend_1
import flask.sessions as _loopmend_0
from __future__ import annotations
import hashlib
from datetime import datetime
from datetime import UTC
from typing import TYPE_CHECKING
from flask.sessions import NullSession as NullSession
from flask.sessions import SecureCookieSession as SecureCookieSession
from flask.sessions import ( session_json_serializer as session_json_serializer, )
from flask.sessions import SessionMixin as SessionMixin
from itsdangerous import BadSignature
from itsdangerous import URLSafeTimedSerializer
from werkzeug.wrappers import Response as WerkzeugResponse
from .wrappers import BaseRequestWebsocket
from .wrappers import Response
if TYPE_CHECKING:
 from .app import Quart
class SessionInterface:
 null_session_class = NullSession
 pickle_based = False
 async def make_null_session(self, app: Quart) -> NullSession: ...
 def is_null_session(self, instance: object) -> bool: ...
 def get_cookie_name(self, app: Quart) -> str: ...
 def get_cookie_domain(self, app: Quart) -> str | None: ...
 def get_cookie_partitioned(self, app: Quart) -> bool: ...
 def get_cookie_path(self, app: Quart) -> str: ...
 def get_cookie_httponly(self, app: Quart) -> bool: ...
 def get_cookie_secure(self, app: Quart) -> bool: ...
 def get_cookie_samesite(self, app: Quart) -> str: ...
 def get_expiration_time(self, app: Quart, session: SessionMixin) -> datetime | None: ...
 def should_set_cookie(self, app: Quart, session: SessionMixin) -> bool: ...
 async def open_session(self, app: Quart, request: BaseRequestWebsocket) -> SessionMixin | None: ...
 async def save_session(self, app: Quart, session: SessionMixin, response: Response | WerkzeugResponse | None) -> None: ...
class SecureCookieSessionInterface(SessionInterface):
 digest_method = staticmethod(hashlib.sha1)
 key_derivation = "hmac"
 salt = "cookie-session"
 serializer = session_json_serializer
 session_class = SecureCookieSession
 def get_signing_serializer(self, app: Quart) -> URLSafeTimedSerializer | None: ...
 async def open_session(self, app: Quart, request: BaseRequestWebsocket) -> SecureCookieSession | None: ...
 async def save_session(self, app: Quart, session: SessionMixin, response: Response | WerkzeugResponse | None) -> None: ...

=== quart.templating
import typing as _loopmend_0
from __future__ import annotations
from collections.abc import AsyncIterator
from typing import Any
from typing import TYPE_CHECKING
from flask.templating import ( DispatchingJinjaLoader as DispatchingJinjaLoader, )
from jinja2 import Environment as BaseEnvironment
from jinja2 import Template
from .ctx import has_app_context
from .ctx import has_request_context
from .globals import app_ctx
from .globals import current_app
from .globals import request_ctx
from .helpers import stream_with_context
from .signals import before_render_template
from .signals import template_rendered
if TYPE_CHECKING:
 from .app import Quart
class Environment(BaseEnvironment):
 def __init__(self, app: Quart, **options: Any) -> None: ...
async def render_template(template_name_or_list: str | list[str], **context: Any) -> str: ...
async def render_template_string(source: str, **context: Any) -> str: ...
async def _render(template: Template, context: dict, app: Quart) -> str: ...
async def _default_template_ctx_processor() -> dict[str, Any]: ...
async def stream_template(template_name_or_list: str | Template | list[str | Template], **context: Any) -> AsyncIterator[str]: ...
async def stream_template_string(source: str, **context: Any) -> AsyncIterator[str]: ...
async def _stream(app: Quart, template: Template, context: dict[str, Any]) -> AsyncIterator[str]: ...

=== quart.testing package
import quart.app as _loopmend_0
from __future__ import annotations
from typing import Any
from typing import TYPE_CHECKING
from click.testing import CliRunner
from ..cli import ScriptInfo
from .app import TestApp
from .client import QuartClient
from .connections import WebsocketResponseError
from .utils import make_test_body_with_headers
from .utils import make_test_headers_path_and_query_string
from .utils import make_test_scope
from .utils import no_op_push
from .utils import sentinel
if TYPE_CHECKING:
 from ..app import Quart
class QuartCliRunner(CliRunner):
 def __init__(self, app: Quart, **kwargs: Any) -> None: ...
 def invoke(self, cli: Any = None, args: Any = None, **kwargs: Any) -> Any: ...
 app: _loopmend_0.Quart
__all__ = ( "make_test_body_with_headers", "make_test_headers_path_and_query_string", "make_test_scope", "no_op_push", "QuartClient", "QuartCliRunner", "sentinel", "TestApp", "WebsocketResponseError", )

=== quart.testing.app
import asyncio.locks as _loopmend_4
import hypercorn.typing as _loopmend_2
import quart.app as _loopmend_3
import quart.testing.app as _loopmend_1
import quart.typing as _loopmend_0
from __future__ import annotations
import asyncio
from collections.abc import Awaitable
from types import TracebackType
from typing import TYPE_CHECKING
from hypercorn.typing import ASGIReceiveEvent
from hypercorn.typing import ASGISendEvent
from hypercorn.typing import LifespanScope
from ..typing import TestClientProtocol
if TYPE_CHECKING:
 from ..app import Quart
DEFAULT_TIMEOUT = 6
class LifespanError(Exception):
 ...
class TestApp:
 def __init__(self, app: Quart, startup_timeout: int = ..., shutdown_timeout: int = ...) -> None: ...
 def test_client(self) -> TestClientProtocol: ...
 async def startup(self) -> None: ...
 async def shutdown(self) -> None: ...
 async def __aenter__(self) -> TestApp: ...
 async def __aexit__(self, exc_type: type, exc_value: BaseException, tb: TracebackType) -> None: ...
 async def _asgi_receive(self) -> ASGIReceiveEvent: ...
 async def _asgi_send(self, message: ASGISendEvent) -> None: ...
 app: _loopmend_3.Quart
 startup_timeout: int
 shutdown_timeout: int
 _startup: _loopmend_4.Event
 _shutdown: _loopmend_4.Event
 _app_queue: asyncio.Queue
 _task: Awaitable[None]

=== quart.testing.client
import quart.app as _loopmend_4
import quart.testing.client as _loopmend_1
import quart.typing as _loopmend_3
import quart.wrappers.response as _loopmend_2
import typing as _loopmend_0
from __future__ import annotations
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import datetime
from datetime import timedelta
from http.cookiejar import CookieJar
from types import TracebackType
from typing import Any
from typing import TYPE_CHECKING
from urllib.request import Request as U2Request
from werkzeug.datastructures import Authorization
from werkzeug.datastructures import Headers
from werkzeug.http import dump_cookie
from ..datastructures import FileStorage
from ..globals import _cv_request
from ..sessions import SessionMixin
from ..typing import TestHTTPConnectionProtocol
from ..typing import TestWebsocketConnectionProtocol
from ..wrappers import Response
from .connections import TestHTTPConnection
from .connections import TestWebsocketConnection
from .utils import make_test_body_with_headers
from .utils import make_test_headers_path_and_query_string
from .utils import make_test_scope
from .utils import sentinel
if TYPE_CHECKING:
 from ..app import Quart
class _TestWrapper:
 def __init__(self, headers: Headers) -> None: ...
 def get_all(self, name: str, default: Any | None = None) -> list[str]: ...
 headers: _loopmend_0.Any
class _TestCookieJarResponse:
 def __init__(self, headers: Headers) -> None: ...
 def info(self) -> _TestWrapper: ...
 headers: _loopmend_0.Any
class QuartClient:
 http_connection_class: type[TestHTTPConnectionProtocol]
 websocket_connection_class: type[TestWebsocketConnectionProtocol]
 http_connection_class = TestHTTPConnection
 websocket_connection_class = TestWebsocketConnection
 def __init__(self, app: Quart, use_cookies: bool = ...) -> None: ...
 async def open(self, path: str, *, method: str = ..., headers: dict | Headers | None = None, data: str | bytes | None = None, form: dict | None = None, files: dict[str, FileStorage] | None = None, query_string: dict | None = None, json: Any = ..., scheme: str = ..., follow_redirects: bool = ..., root_path: str = ..., http_version: str = ..., scope_base: dict | None = None, auth: Authorization | tuple[str, str] | None = None, subdomain: str | None = None) -> Response: ...
 def request(self, path: str, *, method: str = ..., headers: dict | Headers | None = None, query_string: dict | None = None, scheme: str = ..., root_path: str = ..., http_version: str = ..., scope_base: dict | None = None, auth: Authorization | tuple[str, str] | None = None, subdomain: str | None = None) -> TestHTTPConnectionProtocol: ...
 def websocket(self, path: str, *, headers: dict | Headers | None = None, query_string: dict | None = None, scheme: str = ..., subprotocols: list[str] | None = None, root_path: str = ..., http_version: str = ..., scope_base: dict | None = None, auth: Authorization | tuple[str, str] | None = None, subdomain: str | None = None) -> TestWebsocketConnectionProtocol: ...
 async def delete(self, *args: Any, **kwargs: Any) -> Response: ...
 async def get(self, *args: Any, **kwargs: Any) -> Response: ...
 async def head(self, *args: Any, **kwargs: Any) -> Response: ...
 async def options(self, *args: Any, **kwargs: Any) -> Response: ...
 async def patch(self, *args: Any, **kwargs: Any) -> Response: ...
 async def post(self, *args: Any, **kwargs: Any) -> Response: ...
 async def put(self, *args: Any, **kwargs: Any) -> Response: ...
 async def trace(self, *args: Any, **kwargs: Any) -> Response: ...
 def set_cookie(self, server_name: str, key: str, value: str = ..., max_age: int | timedelta | None = None, expires: int | float | datetime | None = None, path: str = ..., domain: str | None = None, secure: bool = ..., httponly: bool = ..., samesite: str = None) -> None: ...
 def delete_cookie(self, server_name: str, key: str, path: str = ..., domain: str | None = None) -> None: ...
 @asynccontextmanager
 def session_transaction(self, path: str = ..., *, method: str = ..., headers: dict | Headers | None = None, query_string: dict | None = None, scheme: str = ..., data: str | bytes | None = None, form: dict | None = None, json: Any = ..., root_path: str = ..., http_version: str = ..., auth: Authorization | tuple[str, str] | None = None) -> AsyncGenerator[SessionMixin, None]: ...
 async def __aenter__(self) -> QuartClient: ...
 async def __aexit__(self, exc_type: type, exc_value: BaseException, tb: TracebackType) -> None: ...
 async def _make_request(self, path: str, method: str, headers: dict | Headers | None, data: str | bytes | None, form: dict | None, files: dict[str, FileStorage] | None, query_string: dict | None, json: Any, scheme: str, root_path: str, http_version: str, scope_base: dict | None, auth: Authorization | tuple[str, str] | None = None, subdomain: str | None = None) -> Response: ...
 app: _loopmend_4.Quart
 cookie_jar: CookieJar | None
 preserve_context: bool
 push_promises: list[tuple[str, Headers]]

=== quart.testing.connections
import hypercorn.typing as _loopmend_2
import quart.app as _loopmend_3
import quart.testing.connections as _loopmend_1
import quart.wrappers.response as _loopmend_0
from __future__ import annotations
import asyncio
from collections.abc import Awaitable
from types import TracebackType
from typing import Any
from typing import TYPE_CHECKING
from hypercorn.typing import ASGIReceiveEvent
from hypercorn.typing import ASGISendEvent
from hypercorn.typing import HTTPScope
from hypercorn.typing import WebsocketScope
from werkzeug.datastructures import Headers
from ..json import dumps
from ..json import loads
from ..utils import decode_headers
from ..wrappers import Response
if TYPE_CHECKING:
 from ..app import Quart
class HTTPDisconnectError(Exception):
 ...
class WebsocketDisconnectError(Exception):
 ...
class WebsocketResponseError(Exception):
 def __init__(self, response: Response) -> None: ...
 response: _loopmend_0.Response
class TestHTTPConnection:
 def __init__(self, app: Quart, scope: HTTPScope, _preserve_context: bool = ...) -> None: ...
 async def send(self, data: bytes) -> None: ...
 async def send_complete(self) -> None: ...
 async def receive(self) -> bytes: ...
 async def disconnect(self) -> None: ...
 async def __aenter__(self) -> TestHTTPConnection: ...
 async def __aexit__(self, exc_type: type, exc_value: BaseException, tb: TracebackType) -> None: ...
 async def as_response(self) -> Response: ...
 async def _asgi_receive(self) -> ASGIReceiveEvent: ...
 async def _asgi_send(self, message: ASGISendEvent) -> None: ...
 app: _loopmend_3.Quart
 scope: _loopmend_2.HTTPScope
 _preserve_context: bool
 headers: Headers | None
 push_promises: list[tuple[str, Headers]]
 response_data: bytearray
 status_code: int | None
 _send_queue: asyncio.Queue
 _receive_queue: asyncio.Queue
 _task: Awaitable[None]
class TestWebsocketConnection:
 def __init__(self, app: Quart, scope: WebsocketScope) -> None: ...
 async def __aenter__(self) -> TestWebsocketConnection: ...
 async def __aexit__(self, exc_type: type, exc_value: BaseException, tb: TracebackType) -> None: ...
 async def receive(self) -> str | bytes: ...
 async def send(self, data: str | bytes) -> None: ...
 async def receive_json(self) -> Any: ...
 async def send_json(self, data: Any) -> None: ...
 async def close(self, code: int) -> None: ...
 async def disconnect(self) -> None: ...
 async def _asgi_receive(self) -> ASGIReceiveEvent: ...
 async def _asgi_send(self, message: ASGISendEvent) -> None: ...
 app: _loopmend_3.Quart
 scope: _loopmend_2.WebsocketScope
 headers: Headers | None
 response_data: bytearray
 status_code: int | None
 _send_queue: asyncio.Queue
 _receive_queue: asyncio.Queue
 _task: Awaitable[None]
 accepted: bool

=== quart.testing.utils
import hypercorn.typing as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
from typing import Any
from typing import cast
from typing import Literal
from typing import overload
from typing import TYPE_CHECKING
from urllib.parse import unquote
from urllib.parse import urlencode
from hypercorn.typing import HTTPScope
from hypercorn.typing import Scope
from hypercorn.typing import WebsocketScope
from werkzeug.datastructures import Authorization
from werkzeug.datastructures import Headers
from werkzeug.sansio.multipart import Data
from werkzeug.sansio.multipart import Epilogue
from werkzeug.sansio.multipart import Field
from werkzeug.sansio.multipart import File
from werkzeug.sansio.multipart import MultipartEncoder
from werkzeug.sansio.multipart import Preamble
from werkzeug.urls import iri_to_uri
from ..datastructures import FileStorage
from ..json import dumps
from ..utils import encode_headers
if TYPE_CHECKING:
 from ..app import Quart
sentinel = object()
def make_test_headers_path_and_query_string(app: Quart, path: str, headers: dict | Headers | None = None, query_string: dict | None = None, auth: Authorization | tuple[str, str] | None = None, subdomain: str | None = None) -> tuple[Headers, str, bytes]: ...
def make_test_body_with_headers(*, data: str | bytes | None = None, form: dict | None = None, files: dict[str, FileStorage] | None = None, json: Any = ..., app: Quart | None = None) -> tuple[bytes, Headers]: ...
@overload
def make_test_scope(type_: Literal["http"], path: str, method: str, headers: Headers, query_string: bytes, scheme: str, root_path: str, http_version: str, scope_base: dict | None, *, _preserve_context: bool = ...) -> HTTPScope: ...
@overload
def make_test_scope(type_: Literal["websocket"], path: str, method: str, headers: Headers, query_string: bytes, scheme: str, root_path: str, http_version: str, scope_base: dict | None, *, _preserve_context: bool = ...) -> WebsocketScope: ...
def make_test_scope(type_: str, path: str, method: str, headers: Headers, query_string: bytes, scheme: str, root_path: str, http_version: str, scope_base: dict | None, *, _preserve_context: bool = ...) -> Scope: ...
async def no_op_push(path: str, headers: Headers) -> None: ...

=== quart.typing
import contextlib as _loopmend_2
import flask.sessions as _loopmend_3
import quart.typing as _loopmend_0
import quart.wrappers.response as _loopmend_1
from __future__ import annotations
import os
from collections.abc import AsyncGenerator
from collections.abc import Awaitable
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from datetime import timedelta
from http.cookiejar import CookieJar
from types import TracebackType
from typing import Any
from typing import Protocol
from typing import TYPE_CHECKING
from typing import Union
from hypercorn.typing import ASGIReceiveCallable
from hypercorn.typing import ASGISendCallable
from hypercorn.typing import HTTPScope
from hypercorn.typing import LifespanScope
from hypercorn.typing import WebsocketScope
from .datastructures import FileStorage
if TYPE_CHECKING:
 from werkzeug.datastructures import Authorization
 from werkzeug.datastructures import Headers
 from werkzeug.wrappers import Response as WerkzeugResponse
 from .app import Quart
 from .sessions import SessionMixin
 from .wrappers.response import Response
FilePath = bytes | str | os.PathLike
ResponseValue = Union[ "Response", "WerkzeugResponse", bytes, str, Mapping[str, Any], list[Any], Iterator[bytes], Iterator[str], ]
StatusCode = int
HeaderName = str
HeaderValue = str | list[str] | tuple[str, ...]
HeadersValue = Union[ "Headers", Mapping[HeaderName, HeaderValue], Sequence[tuple[HeaderName, HeaderValue]], ]
ResponseReturnValue = ResponseValue | tuple[ResponseValue, HeadersValue] | tuple[ResponseValue, StatusCode] | tuple[ResponseValue, StatusCode, HeadersValue]
ResponseTypes = Union["Response", "WerkzeugResponse"]
AppOrBlueprintKey = str | None
AfterRequestCallable = Callable[[ResponseTypes], ResponseTypes] | Callable[[ResponseTypes], Awaitable[ResponseTypes]]
AfterServingCallable = Callable[[], None] | Callable[[], Awaitable[None]]
AfterWebsocketCallable = Callable[[ResponseTypes | None], ResponseTypes | None] | Callable[[ResponseTypes | None], Awaitable[ResponseTypes | None]]
BeforeRequestCallable = Callable[[], ResponseReturnValue | None] | Callable[[], Awaitable[ResponseReturnValue | None]]
BeforeServingCallable = Callable[[], None] | Callable[[], Awaitable[None]]
BeforeWebsocketCallable = Callable[[], ResponseReturnValue | None] | Callable[[], Awaitable[ResponseReturnValue | None]]
ErrorHandlerCallable = Callable[[Any], ResponseReturnValue] | Callable[[Any], Awaitable[ResponseReturnValue]]
ShellContextProcessorCallable = Callable[[], dict[str, Any]]
TeardownCallable = Callable[[BaseException | None], None] | Callable[[BaseException | None], Awaitable[None]]
TemplateContextProcessorCallable = Callable[[], dict[str, Any]] | Callable[[], Awaitable[dict[str, Any]]]
TemplateFilterCallable = Callable[[Any], Any]
TemplateGlobalCallable = Callable[[Any], Any]
TemplateTestCallable = Callable[[Any], bool]
URLDefaultCallable = Callable[[str, dict], None]
URLValuePreprocessorCallable = Callable[[str | None, dict | None], None]
WhileServingCallable = Callable[[], AsyncGenerator[None, None]]
RouteCallable = Callable[..., ResponseReturnValue] | Callable[..., Awaitable[ResponseReturnValue]]
WebsocketCallable = Callable[..., ResponseReturnValue | None] | Callable[..., Awaitable[ResponseReturnValue | None]]
class ASGIHTTPProtocol(Protocol):
 def __init__(self, app: Quart, scope: HTTPScope) -> None: ...
 async def __call__(self, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None: ...
class ASGILifespanProtocol(Protocol):
 def __init__(self, app: Quart, scope: LifespanScope) -> None: ...
 async def __call__(self, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None: ...
class ASGIWebsocketProtocol(Protocol):
 def __init__(self, app: Quart, scope: WebsocketScope) -> None: ...
 async def __call__(self, receive: ASGIReceiveCallable, send: ASGISendCallable) -> None: ...
class TestHTTPConnectionProtocol(Protocol):
 push_promises: list[tuple[str, Headers]]
 def __init__(self, app: Quart, scope: HTTPScope, _preserve_context: bool = ...) -> None: ...
 async def send(self, data: bytes) -> None: ...
 async def send_complete(self) -> None: ...
 async def receive(self) -> bytes: ...
 async def disconnect(self) -> None: ...
 async def __aenter__(self) -> TestHTTPConnectionProtocol: ...
 async def __aexit__(self, exc_type: type, exc_value: BaseException, tb: TracebackType) -> None: ...
 async def as_response(self) -> Response: ...
class TestWebsocketConnectionProtocol(Protocol):
 def __init__(self, app: Quart, scope: WebsocketScope) -> None: ...
 async def __aenter__(self) -> TestWebsocketConnectionProtocol: ...
 async def __aexit__(self, exc_type: type, exc_value: BaseException, tb: TracebackType) -> None: ...
 async def receive(self) -> str | bytes: ...
 async def send(self, data: str | bytes) -> None: ...
 async def receive_json(self) -> Any: ...
 async def send_json(self, data: Any) -> None: ...
 async def close(self, code: int) -> None: ...
 async def disconnect(self) -> None: ...
class TestClientProtocol(Protocol):
 app: Quart
 cookie_jar: CookieJar | None
 http_connection_class: type[TestHTTPConnectionProtocol]
 push_promises: list[tuple[str, Headers]]
 websocket_connection_class: type[TestWebsocketConnectionProtocol]
 def __init__(self, app: Quart, use_cookies: bool = ...) -> None: ...
 async def open(self, path: str, *, method: str = ..., headers: dict | Headers | None = None, data: str | bytes | None = None, form: dict | None = None, files: dict[str, FileStorage] | None = None, query_string: dict | None = None, json: Any, scheme: str = ..., follow_redirects: bool = ..., root_path: str = ..., http_version: str = ..., scope_base: dict | None = None, auth: Authorization | tuple[str, str] | None = None, subdomain: str | None = None) -> Response: ...
 def request(self, path: str, *, method: str = ..., headers: dict | Headers | None = None, query_string: dict | None = None, scheme: str = ..., root_path: str = ..., http_version: str = ..., scope_base: dict | None = None, auth: Authorization | tuple[str, str] | None = None, subdomain: str | None = None) -> TestHTTPConnectionProtocol: ...
 def websocket(self, path: str, *, headers: dict | Headers | None = None, query_string: dict | None = None, scheme: str = ..., subprotocols: list[str] | None = None, root_path: str = ..., http_version: str = ..., scope_base: dict | None = None, auth: Authorization | tuple[str, str] | None = None, subdomain: str | None = None) -> TestWebsocketConnectionProtocol: ...
 async def delete(self, *args: Any, **kwargs: Any) -> Response: ...
 async def get(self, *args: Any, **kwargs: Any) -> Response: ...
 async def head(self, *args: Any, **kwargs: Any) -> Response: ...
 async def options(self, *args: Any, **kwargs: Any) -> Response: ...
 async def patch(self, *args: Any, **kwargs: Any) -> Response: ...
 async def post(self, *args: Any, **kwargs: Any) -> Response: ...
 async def put(self, *args: Any, **kwargs: Any) -> Response: ...
 async def trace(self, *args: Any, **kwargs: Any) -> Response: ...
 def set_cookie(self, server_name: str, key: str, value: str = ..., max_age: int | timedelta | None = None, expires: int | float | datetime | None = None, path: str = ..., domain: str | None = None, secure: bool = ..., httponly: bool = ..., samesite: str = None, charset: str = ...) -> None: ...
 def delete_cookie(self, server_name: str, key: str, path: str = ..., domain: str | None = None) -> None: ...
 def session_transaction(self, path: str = ..., *, method: str = ..., headers: dict | Headers | None = None, query_string: dict | None = None, scheme: str = ..., data: str | bytes | None = None, form: dict | None = None, json: Any = None, root_path: str = ..., http_version: str = ...) -> AbstractAsyncContextManager[SessionMixin]: ...
 async def __aenter__(self) -> TestClientProtocol: ...
 async def __aexit__(self, exc_type: type, exc_value: BaseException, tb: TracebackType) -> None: ...
class TestAppProtocol(Protocol):
 def __init__(self, app: Quart) -> None: ...
 def test_client(self) -> TestClientProtocol: ...
 async def startup(self) -> None: ...
 async def shutdown(self) -> None: ...
 async def __aenter__(self) -> TestAppProtocol: ...
 async def __aexit__(self, exc_type: type, exc_value: BaseException, tb: TracebackType) -> None: ...
class Event(Protocol):
 def is_set(self) -> bool: ...
 def set(self) -> None: ...

=== quart.utils
import pathlib as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
import asyncio
import inspect
import os
import platform
import sys
from collections.abc import AsyncIterator
from collections.abc import Awaitable
from collections.abc import Callable
from collections.abc import Coroutine
from collections.abc import Iterable
from collections.abc import Iterator
from contextvars import copy_context
from functools import partial
from functools import wraps
from pathlib import Path
from typing import Any
from typing import TYPE_CHECKING
from typing import TypeVar
from werkzeug.datastructures import Headers
from .typing import Event
from .typing import FilePath
if TYPE_CHECKING:
 from .wrappers.response import Response
class MustReloadError(Exception):
 ...
def file_path_to_path(*paths: FilePath) -> Path: ...
def run_sync(func: Callable[..., Any]) -> _loopmend_1.Callable[..., _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, _loopmend_1.Any]]: ...
T = TypeVar("T")
def run_sync_iterable(iterable: Iterator[T]) -> AsyncIterator[T]: ...
def encode_headers(headers: Headers) -> list[tuple[bytes, bytes]]: ...
def decode_headers(headers: Iterable[tuple[bytes, bytes]]) -> Headers: ...
async def observe_changes(sleep: Callable[[float], Awaitable[Any]], shutdown_event: Event) -> None: ...
def restart() -> None: ...
async def cancel_tasks(tasks: set[asyncio.Task]) -> None: ...
def raise_task_exceptions(tasks: set[asyncio.Task]) -> None: ...

=== quart.views
import typing as _loopmend_0
from __future__ import annotations
from collections.abc import Callable
from collections.abc import Collection
from typing import Any
from typing import ClassVar
from .globals import current_app
from .globals import request
from .typing import ResponseReturnValue
from .typing import RouteCallable
http_method_funcs = frozenset( ["get", "post", "head", "options", "delete", "put", "trace", "patch"] )
class View:
 decorators: ClassVar[list[Callable]] = ...
 methods: ClassVar[Collection[str] | None] = None
 provide_automatic_options: ClassVar[bool | None] = None
 init_every_request: ClassVar[bool] = True
 async def dispatch_request(self, **kwargs: Any) -> ResponseReturnValue: ...
 @classmethod
 def as_view(cls, name: str, *class_args: Any, **class_kwargs: Any) -> RouteCallable: ...
class MethodView(View):
 def __init_subclass__(cls, **kwargs: Any) -> None: ...
 async def dispatch_request(self, **kwargs: Any) -> ResponseReturnValue: ...
 methods: set

=== quart.wrappers package
from __future__ import annotations
from .base import BaseRequestWebsocket
from .request import Body
from .request import Request
from .response import Response
from .websocket import Websocket
__all__ = ( "BaseRequestWebsocket", "Body", "Request", "Response", "Websocket", )

=== quart.wrappers.base
import hypercorn.typing as _loopmend_0
from __future__ import annotations
from typing import Any
from typing import TYPE_CHECKING
from hypercorn.typing import WWWScope
from werkzeug.datastructures import Headers
from werkzeug.sansio.request import Request as SansIORequest
from .. import json
if TYPE_CHECKING:
 from ..routing import QuartRule
class BaseRequestWebsocket(SansIORequest):
 json_module: json.provider.JSONProvider = json
 routing_exception: Exception | None = None
 url_rule: QuartRule | None = None
 view_args: dict[str, Any] | None = None
 def __init__(self, method: str, scheme: str, path: str, query_string: bytes, headers: Headers, root_path: str, http_version: str, scope: WWWScope) -> None: ...
 @property
 def endpoint(self) -> str | None: ...
 @property
 def blueprint(self) -> str | None: ...
 @property
 def blueprints(self) -> list[str]: ...
 @property
 def script_root(self) -> str: ...
 @property
 def url_root(self) -> str: ...
 http_version: str
 scope: _loopmend_0.HTTPScope | _loopmend_0.WebsocketScope

=== quart.wrappers.request
import asyncio.locks as _loopmend_2
import quart.formparser as _loopmend_1
import quart.wrappers.request as _loopmend_0
import typing as _loopmend_3
from __future__ import annotations
import asyncio
from collections.abc import Awaitable
from collections.abc import Callable
from collections.abc import Generator
from typing import Any
from typing import Literal
from typing import NoReturn
from typing import overload
from hypercorn.typing import HTTPScope
from werkzeug.datastructures import CombinedMultiDict
from werkzeug.datastructures import Headers
from werkzeug.datastructures import iter_multi_items
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import BadRequest
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.exceptions import RequestTimeout
from ..datastructures import FileStorage
from ..formparser import FormDataParser
from ..globals import current_app
from .base import BaseRequestWebsocket
SERVER_PUSH_HEADERS_TO_COPY: set[str]
class Body:
 def __init__(self, expected_content_length: int | None, max_content_length: int | None) -> None: ...
 def __aiter__(self) -> Body: ...
 async def __anext__(self) -> bytes: ...
 def __await__(self) -> Generator[Any, None, Any]: ...
 def append(self, data: bytes) -> None: ...
 def set_complete(self) -> None: ...
 def set_result(self, data: bytes) -> None: ...
 def clear(self) -> None: ...
 _data: bytearray
 _complete: asyncio.Event
 _has_data: asyncio.Event
 _max_content_length: None | int
 _must_raise: Exception | None
class Request(BaseRequestWebsocket):
 body_class = Body
 form_data_parser_class = FormDataParser
 lock_class = asyncio.Lock
 _max_content_length: int | None = None
 _max_form_memory_size: int | None = None
 _max_form_parts: int | None = None
 def __init__(self, method: str, scheme: str, path: str, query_string: bytes, headers: Headers, root_path: str, http_version: str, scope: HTTPScope, *, max_content_length: int | None = None, body_timeout: int | None = None, send_push_promise: Callable[[str, Headers], Awaitable[None]]) -> None: ...
 @property
 def max_content_length(self) -> int | None: ...
 @max_content_length.setter
 def max_content_length(self, value: int | None) -> None: ...
 @property
 def max_form_memory_size(self) -> int | None: ...
 @max_form_memory_size.setter
 def max_form_memory_size(self, value: int | None) -> None: ...
 @property
 def max_form_parts(self) -> int | None: ...
 @max_form_parts.setter
 def max_form_parts(self, value: int | None) -> None: ...
 @property
 async def stream(self) -> NoReturn: ...
 @property
 async def data(self) -> bytes: ...
 @overload
 async def get_data(self, cache: bool, as_text: Literal[False], parse_form_data: bool) -> bytes: ...
 @overload
 async def get_data(self, cache: bool, as_text: Literal[True], parse_form_data: bool) -> str: ...
 @overload
 async def get_data(self, cache: bool = ..., as_text: bool = ..., parse_form_data: bool = ...) -> str | bytes: ...
 async def get_data(self, cache: bool = ..., as_text: bool = ..., parse_form_data: bool = ...) -> str | bytes: ...
 @property
 async def values(self) -> CombinedMultiDict: ...
 @property
 async def form(self) -> MultiDict: ...
 @property
 async def files(self) -> MultiDict[str, FileStorage]: ...
 def make_form_data_parser(self) -> FormDataParser: ...
 async def _load_form_data(self) -> None: ...
 @property
 async def json(self) -> Any: ...
 async def get_json(self, force: bool = ..., silent: bool = ..., cache: bool = ...) -> Any: ...
 def on_json_loading_failed(self, error: Exception) -> Any: ...
 async def send_push_promise(self, path: str) -> None: ...
 async def close(self) -> None: ...
 body_timeout: None | int
 body: _loopmend_0.Body
 _cached_json: dict[bool, Any]
 _form: MultiDict | None
 _files: MultiDict | None
 _parsing_lock: _loopmend_2.Lock
 _send_push_promise: _loopmend_3.Callable[..., _loopmend_3.Awaitable[None]]

=== quart.wrappers.response
import _io as _loopmend_3
import pathlib as _loopmend_2
import quart.wrappers.response as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
from abc import ABC
from abc import abstractmethod
from collections.abc import AsyncGenerator
from collections.abc import AsyncIterable
from collections.abc import AsyncIterator
from collections.abc import Iterable
from hashlib import md5
from io import BytesIO
from os import PathLike
from types import TracebackType
from typing import Any
from typing import Literal
from typing import overload
from typing import TYPE_CHECKING
from aiofiles import open as async_open
from aiofiles.base import AiofilesContextManager
from aiofiles.threadpool.binary import AsyncBufferedIOBase
from werkzeug.datastructures import ContentRange
from werkzeug.datastructures import Headers
from werkzeug.exceptions import RequestedRangeNotSatisfiable
from werkzeug.http import parse_etags
from werkzeug.sansio.http import is_resource_modified
from werkzeug.sansio.response import Response as SansIOResponse
from .. import json
from ..globals import current_app
from ..utils import file_path_to_path
from ..utils import run_sync_iterable
if TYPE_CHECKING:
 from .request import Request
class ResponseBody(ABC):
 @abstractmethod
 async def __aenter__(self) -> AsyncIterable: ...
 @abstractmethod
 async def __aexit__(self, exc_type: type, exc_value: BaseException, tb: TracebackType) -> None: ...
def _raise_if_invalid_range(begin: int, end: int, size: int) -> None: ...
class DataBody(ResponseBody):
 def __init__(self, data: bytes) -> None: ...
 async def __aenter__(self) -> DataBody: ...
 async def __aexit__(self, exc_type: type, exc_value: BaseException, tb: TracebackType) -> None: ...
 def __aiter__(self) -> AsyncIterator[bytes]: ...
 async def make_conditional(self, begin: int, end: int | None) -> int: ...
 begin: int
 end: int
 data: bytes
class _DataBodyGen(AsyncIterator[bytes]):
 def __init__(self, data_body: DataBody) -> None: ...
 async def __anext__(self) -> bytes: ...
 _data_body: _loopmend_1.DataBody
 _iterated: bool
class IterableBody(ResponseBody):
 def __init__(self, iterable: AsyncIterable[Any] | Iterable[Any]) -> None: ...
 async def __aenter__(self) -> IterableBody: ...
 async def __aexit__(self, exc_type: type, exc_value: BaseException, tb: TracebackType) -> None: ...
 def __aiter__(self) -> AsyncIterator[Any]: ...
 iter: AsyncIterator[Any]
class FileBody(ResponseBody):
 buffer_size = 8192
 def __init__(self, file_path: str | PathLike, *, buffer_size: int | None = None) -> None: ...
 async def __aenter__(self) -> FileBody: ...
 async def __aexit__(self, exc_type: type, exc_value: BaseException, tb: TracebackType) -> None: ...
 def __aiter__(self) -> FileBody: ...
 async def __anext__(self) -> bytes: ...
 async def make_conditional(self, begin: int, end: int | None) -> int: ...
 begin: int
 end: int
 size: int
 file_path: _loopmend_2.Path
 file: AsyncBufferedIOBase | None
 file_manager: AiofilesContextManager
class IOBody(ResponseBody):
 buffer_size = 8192
 def __init__(self, io_stream: BytesIO, *, buffer_size: int | None = None) -> None: ...
 async def __aenter__(self) -> IOBody: ...
 async def __aexit__(self, exc_type: type, exc_value: BaseException, tb: TracebackType) -> None: ...
 def __aiter__(self) -> IOBody: ...
 async def __anext__(self) -> bytes: ...
 async def make_conditional(self, begin: int, end: int | None) -> int: ...
 begin: int
 end: int
 size: int
 io_stream: _loopmend_3.BytesIO
class Response(SansIOResponse):
 automatically_set_content_length = True
 default_mimetype = "text/html"
 data_body_class = DataBody
 file_body_class = FileBody
 implicit_sequence_conversion = True
 io_body_class = IOBody
 iterable_body_class = IterableBody
 json_module = json
 def __init__(self, response: ResponseBody | str | bytes | Iterable | AsyncIterable | None = None, status: int | None = None, headers: dict | Headers | None = None, mimetype: str | None = None, content_type: str | None = None) -> None: ...
 @property
 def max_cookie_size(self) -> int: ...
 @overload
 async def get_data(self, as_text: Literal[True]) -> str: ...
 @overload
 async def get_data(self, as_text: Literal[False]) -> bytes: ...
 @overload
 async def get_data(self, as_text: bool = ...) -> str | bytes: ...
 async def get_data(self, as_text: bool = ...) -> str | bytes: ...
 def set_data(self, data: str | bytes) -> None: ...
 @property
 async def data(self) -> bytes: ...
 @data.setter
 def data(self, value: bytes) -> None: ...
 @property
 async def json(self) -> Any: ...
 async def get_json(self, force: bool = ..., silent: bool = ...) -> Any: ...
 def _is_range_request_processable(self, request: Request) -> bool: ...
 async def _process_range_request(self, request: Request, complete_length: int | None = None, accept_ranges: str | None = None) -> bool: ...
 async def make_conditional(self, request: Request, accept_ranges: bool | str = ..., complete_length: int | None = None) -> Response: ...
 async def make_sequence(self) -> None: ...
 def iter_encode(self) -> AsyncGenerator[bytes, None]: ...
 async def freeze(self) -> None: ...
 async def add_etag(self, overwrite: bool = ..., weak: bool = ...) -> None: ...
 def _set_or_pop_header(self, key: str, value: str) -> None: ...
 response: ResponseBody
 timeout: Any
 content_length: _loopmend_0.Any
 content_range: _loopmend_0.Any
 status_code: int
def _clean_accept_ranges(accept_ranges: bool | str) -> str: ...

=== quart.wrappers.websocket
import typing as _loopmend_0
from __future__ import annotations
import asyncio
from collections.abc import Callable
from typing import Any
from hypercorn.typing import WebsocketScope
from werkzeug.datastructures import Headers
from .base import BaseRequestWebsocket
class Websocket(BaseRequestWebsocket):
 def __init__(self, path: str, query_string: bytes, scheme: str, headers: Headers, root_path: str, http_version: str, subprotocols: list[str], receive: Callable, send: Callable, accept: Callable, close: Callable, scope: WebsocketScope) -> None: ...
 @property
 def requested_subprotocols(self) -> list[str]: ...
 async def receive(self) -> str | bytes: ...
 async def send(self, data: str | bytes) -> None: ...
 async def receive_json(self) -> Any: ...
 async def send_json(self, *args: Any, **kwargs: Any) -> None: ...
 async def accept(self, headers: dict | Headers | None = None, subprotocol: str | None = None) -> None: ...
 async def close(self, code: int, reason: str = ...) -> None: ...
 _accept: _loopmend_0.Callable[..., _loopmend_0.Any]
 _close: _loopmend_0.Callable[..., _loopmend_0.Any]
 _receive: _loopmend_0.Callable[..., _loopmend_0.Any]
 _send: _loopmend_0.Callable[..., _loopmend_0.Any]
 _subprotocols: list[str]

