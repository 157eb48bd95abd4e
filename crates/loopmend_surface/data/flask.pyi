# flask 3.1.3 BSD-3-Clause
=== flask package
from __future__ import annotations
import typing as t
from . import json as json
from .app import Flask as Flask
from .blueprints import Blueprint as Blueprint
from .config import Config as Config
from .ctx import after_this_request as after_this_request
from .ctx import copy_current_request_context as copy_current_request_context
from .ctx import has_app_context as has_app_context
from .ctx import has_request_context as has_request_context
from .globals import current_app as current_app
from .globals import g as g
from .globals import request as request
from .globals import session as session
from .helpers import abort as abort
from .helpers import flash as flash
from .helpers import get_flashed_messages as get_flashed_messages
from .helpers import get_template_attribute as get_template_attribute
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
from .signals import message_flashed as message_flashed
from .signals import request_finished as request_finished
from .signals import request_started as request_started
from .signals import request_tearing_down as request_tearing_down
from .signals import template_rendered as template_rendered
from .templating import render_template as render_template
from .templating import render_template_string as render_template_string
from .templating import stream_template as stream_template
from .templating import stream_template_string as stream_template_string
from .wrappers import Request as Request
from .wrappers import Response as Response
if not t.TYPE_CHECKING:
 def __getattr__(name: str) -> t.Any: ...

=== flask.app
import datetime as _loopmend_0
import flask.cli as _loopmend_6
import flask.ctx as _loopmend_5
import flask.templating as _loopmend_3
import flask.testing as _loopmend_4
import flask.wrappers as _loopmend_2
import typing as _loopmend_1
from __future__ import annotations
import collections.abc as cabc
import os
import sys
import typing as t
import weakref
from datetime import timedelta
from inspect import iscoroutinefunction
from itertools import chain
from types import TracebackType
from urllib.parse import quote as _url_quote
import click
from werkzeug.datastructures import Headers
from werkzeug.datastructures import ImmutableDict
from werkzeug.exceptions import BadRequestKeyError
from werkzeug.exceptions import HTTPException
from werkzeug.exceptions import InternalServerError
from werkzeug.routing import BuildError
from werkzeug.routing import MapAdapter
from werkzeug.routing import RequestRedirect
from werkzeug.routing import RoutingException
from werkzeug.routing import Rule
from werkzeug.serving import is_running_from_reloader
from werkzeug.wrappers import Response as BaseResponse
from werkzeug.wsgi import get_host
from . import cli
from . import typing as ft
from .ctx import AppContext
from .ctx import RequestContext
from .globals import _cv_app
from .globals import _cv_request
from .globals import current_app
from .globals import g
from .globals import request
from .globals import request_ctx
from .globals import session
from .helpers import get_debug_flag
from .helpers import get_flashed_messages
from .helpers import get_load_dotenv
from .helpers import send_from_directory
from .sansio.app import App
from .sansio.scaffold import _sentinel
from .sessions import SecureCookieSessionInterface
from .sessions import SessionInterface
from .signals import appcontext_tearing_down
from .signals import got_request_exception
from .signals import request_finished
from .signals import request_started
from .signals import request_tearing_down
from .templating import Environment
from .wrappers import Request
from .wrappers import Response
if t.TYPE_CHECKING:
 from _typeshed.wsgi import StartResponse
 from _typeshed.wsgi import WSGIEnvironment
 from .testing import FlaskClient
 from .testing import FlaskCliRunner
 from .typing import HeadersValue
T_shell_context_processor = t.TypeVar( "T_shell_context_processor", bound=ft.ShellContextProcessorCallable )
T_teardown = t.TypeVar("T_teardown", bound=ft.TeardownCallable)
T_template_filter = t.TypeVar("T_template_filter", bound=ft.TemplateFilterCallable)
T_template_global = t.TypeVar("T_template_global", bound=ft.TemplateGlobalCallable)
T_template_test = t.TypeVar("T_template_test", bound=ft.TemplateTestCallable)
def _make_timedelta(value: timedelta | int | None) -> timedelta | None: ...
class Flask(App):
 default_config: _loopmend_1.Any
 request_class: type[Request] = Request
 response_class: type[Response] = Response
 session_interface: SessionInterface = ...
 def __init__(self, import_name: str, static_url_path: str | None = None, static_folder: str | os.PathLike[str] | None = ..., static_host: str | None = None, host_matching: bool = ..., subdomain_matching: bool = ..., template_folder: str | os.PathLike[str] | None = ..., instance_path: str | None = None, instance_relative_config: bool = ..., root_path: str | None = None) -> None: ...
 def get_send_file_max_age(self, filename: str | None) -> int | None: ...
 def send_static_file(self, filename: str) -> Response: ...
 def open_resource(self, resource: str, mode: str = ..., encoding: str | None = None) -> t.IO[t.AnyStr]: ...
 def open_instance_resource(self, resource: str, mode: str = ..., encoding: str | None = ...) -> t.IO[t.AnyStr]: ...
 def create_jinja_environment(self) -> Environment: ...
 def create_url_adapter(self, request: Request | None) -> MapAdapter | None: ...
 def raise_routing_exception(self, request: Request) -> t.NoReturn: ...
 def update_template_context(self, context: dict[str, t.Any]) -> None: ...
 def make_shell_context(self) -> dict[str, t.Any]: ...
 def run(self, host: str | None = None, port: int | None = None, debug: bool | None = None, load_dotenv: bool = ..., **options: t.Any) -> None: ...
 def test_client(self, use_cookies: bool = ..., **kwargs: t.Any) -> FlaskClient: ...
 def test_cli_runner(self, **kwargs: t.Any) -> FlaskCliRunner: ...
 def handle_http_exception(self, e: HTTPException) -> HTTPException | ft.ResponseReturnValue: ...
 def handle_user_exception(self, e: Exception) -> HTTPException | ft.ResponseReturnValue: ...
 def handle_exception(self, e: Exception) -> Response: ...
 def log_exception(self, exc_info: tuple[type, BaseException, TracebackType] | tuple[None, None, None]) -> None: ...
 def dispatch_request(self) -> ft.ResponseReturnValue: ...
 def full_dispatch_request(self) -> Response: ...
 def finalize_request(self, rv: ft.ResponseReturnValue | HTTPException, from_error_handler: bool = ...) -> Response: ...
 def make_default_options_response(self) -> Response: ...
 def ensure_sync(self, func: t.Callable[..., t.Any]) -> t.Callable[..., t.Any]: ...
 def async_to_sync(self, func: t.Callable[..., t.Coroutine[t.Any, t.Any, t.Any]]) -> t.Callable[..., t.Any]: ...
 def url_for(self, /, endpoint: str, *, _anchor: str | None = None, _method: str | None = None, _scheme: str | None = None, _external: bool | None = None, **values: t.Any) -> str: ...
 def make_response(self, rv: ft.ResponseReturnValue) -> Response: ...
 def preprocess_request(self) -> ft.ResponseReturnValue | None: ...
 def process_response(self, response: Response) -> Response: ...
 def do_teardown_request(self, exc: BaseException | None = ...) -> None: ...
 def do_teardown_appcontext(self, exc: BaseException | None = ...) -> None: ...
 def app_context(self) -> AppContext: ...
 def request_context(self, environ: WSGIEnvironment) -> RequestContext: ...
 def test_request_context(self, *args: t.Any, **kwargs: t.Any) -> RequestContext: ...
 def wsgi_app(self, environ: WSGIEnvironment, start_response: StartResponse) -> cabc.Iterable[bytes]: ...
 def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> cabc.Iterable[bytes]: ...
 cli: _loopmend_6.AppGroup
 debug: bool
 _got_first_request: bool

=== flask.sansio.app
import datetime as _loopmend_0
import flask.config as _loopmend_4
import flask.sansio.blueprints as _loopmend_5
import flask.templating as _loopmend_3
import logging as _loopmend_2
import typing as _loopmend_1
from __future__ import annotations
import logging
import os
import sys
import typing as t
from datetime import timedelta
from itertools import chain
from werkzeug.exceptions import Aborter
from werkzeug.exceptions import BadRequest
from werkzeug.exceptions import BadRequestKeyError
from werkzeug.routing import BuildError
from werkzeug.routing import Map
from werkzeug.routing import Rule
from werkzeug.sansio.response import Response
from werkzeug.utils import cached_property
from werkzeug.utils import redirect as _wz_redirect
from .. import typing as ft
from ..config import Config
from ..config import ConfigAttribute
from ..ctx import _AppCtxGlobals
from ..helpers import _split_blueprint_path
from ..helpers import get_debug_flag
from ..json.provider import DefaultJSONProvider
from ..json.provider import JSONProvider
from ..logging import create_logger
from ..templating import DispatchingJinjaLoader
from ..templating import Environment
from .scaffold import _endpoint_from_view_func
from .scaffold import find_package
from .scaffold import Scaffold
from .scaffold import setupmethod
if t.TYPE_CHECKING:
 from werkzeug.wrappers import Response as BaseResponse
 from ..testing import FlaskClient
 from ..testing import FlaskCliRunner
 from .blueprints import Blueprint
T_shell_context_processor = t.TypeVar( "T_shell_context_processor", bound=ft.ShellContextProcessorCallable )
T_teardown = t.TypeVar("T_teardown", bound=ft.TeardownCallable)
T_template_filter = t.TypeVar("T_template_filter", bound=ft.TemplateFilterCallable)
T_template_global = t.TypeVar("T_template_global", bound=ft.TemplateGlobalCallable)
T_template_test = t.TypeVar("T_template_test", bound=ft.TemplateTestCallable)
def _make_timedelta(value: timedelta | int | None) -> timedelta | None: ...
class App(Scaffold):
 aborter_class = Aborter
 jinja_environment = Environment
 app_ctx_globals_class = _AppCtxGlobals
 config_class = Config
 testing: _loopmend_1.Any
 secret_key: _loopmend_1.Any
 permanent_session_lifetime: _loopmend_1.Any
 json_provider_class: type[JSONProvider] = DefaultJSONProvider
 jinja_options: dict[str, t.Any] = ...
 url_rule_class = Rule
 url_map_class = Map
 test_client_class: type[FlaskClient] | None = None
 test_cli_runner_class: type[FlaskCliRunner] | None = None
 default_config: dict[str, t.Any]
 response_class: type[Response]
 def __init__(self, import_name: str, static_url_path: str | None = None, static_folder: str | os.PathLike[str] | None = ..., static_host: str | None = None, host_matching: bool = ..., subdomain_matching: bool = ..., template_folder: str | os.PathLike[str] | None = ..., instance_path: str | None = None, instance_relative_config: bool = ..., root_path: str | None = None) -> None: ...
 def _check_setup_finished(self, f_name: str) -> None: ...
 @cached_property
 def name(self) -> str: ...
 @cached_property
 def logger(self) -> logging.Logger: ...
 @cached_property
 def jinja_env(self) -> Environment: ...
 def create_jinja_environment(self) -> Environment: ...
 def make_config(self, instance_relative: bool = ...) -> Config: ...
 def make_aborter(self) -> Aborter: ...
 def auto_find_instance_path(self) -> str: ...
 def create_global_jinja_loader(self) -> DispatchingJinjaLoader: ...
 def select_jinja_autoescape(self, filename: str | None) -> bool: ...
 @property
 def debug(self) -> bool: ...
 @debug.setter
 def debug(self, value: bool) -> None: ...
 @setupmethod
 def register_blueprint(self, blueprint: Blueprint, **options: t.Any) -> None: ...
 def iter_blueprints(self) -> t.ValuesView[Blueprint]: ...
 @setupmethod
 def add_url_rule(self, rule: str, endpoint: str | None = None, view_func: ft.RouteCallable | None = None, provide_automatic_options: bool | None = None, **options: t.Any) -> None: ...
 @setupmethod
 def template_filter(self, name: str | None = None) -> _loopmend_1.Callable[..., _loopmend_1.Callable[..., _loopmend_1.Any]]: ...
 @setupmethod
 def add_template_filter(self, f: ft.TemplateFilterCallable, name: str | None = None) -> None: ...
 @setupmethod
 def template_test(self, name: str | None = None) -> _loopmend_1.Callable[..., _loopmend_1.Callable[..., bool]]: ...
 @setupmethod
 def add_template_test(self, f: ft.TemplateTestCallable, name: str | None = None) -> None: ...
 @setupmethod
 def template_global(self, name: str | None = None) -> _loopmend_1.Callable[..., _loopmend_1.Callable[..., _loopmend_1.Any]]: ...
 @setupmethod
 def add_template_global(self, f: ft.TemplateGlobalCallable, name: str | None = None) -> None: ...
 @setupmethod
 def teardown_appcontext(self, f: T_teardown) -> T_teardown: ...
 @setupmethod
 def shell_context_processor(self, f: T_shell_context_processor) -> T_shell_context_processor: ...
 def _find_error_handler(self, e: Exception, blueprints: list[str]) -> ft.ErrorHandlerCallable | None: ...
 def trap_http_exception(self, e: Exception) -> bool: ...
 def should_ignore_error(self, error: BaseException | None) -> bool: ...
 def redirect(self, location: str, code: int = ...) -> BaseResponse: ...
 def inject_url_defaults(self, endpoint: str, values: dict[str, t.Any]) -> None: ...
 def handle_url_build_error(self, error: BuildError, endpoint: str, values: dict[str, t.Any]) -> str: ...
 subdomain_matching: bool
 instance_path: str
 config: _loopmend_4.Config
 aborter: _loopmend_1.Any
 json: JSONProvider
 url_build_error_handlers: list[_loopmend_1.Callable[..., str]]
 teardown_appcontext_funcs: list[ft.TeardownCallable]
 shell_context_processors: list[ft.ShellContextProcessorCallable]
 blueprints: dict[str, Blueprint]
 extensions: dict[str, t.Any]
 url_map: _loopmend_1.Any
 _got_first_request: bool

=== flask.sansio.blueprints
import flask.sansio.app as _loopmend_1
import flask.sansio.blueprints as _loopmend_0
import typing as _loopmend_2
from __future__ import annotations
import os
import typing as t
from collections import defaultdict
from functools import update_wrapper
from .. import typing as ft
from .scaffold import _endpoint_from_view_func
from .scaffold import _sentinel
from .scaffold import Scaffold
from .scaffold import setupmethod
if t.TYPE_CHECKING:
 from .app import App
DeferredSetupFunction = t.Callable[["BlueprintSetupState"], None]
T_after_request = t.TypeVar("T_after_request", bound=ft.AfterRequestCallable[t.Any])
T_before_request = t.TypeVar("T_before_request", bound=ft.BeforeRequestCallable)
T_error_handler = t.TypeVar("T_error_handler", bound=ft.ErrorHandlerCallable)
T_teardown = t.TypeVar("T_teardown", bound=ft.TeardownCallable)
T_template_context_processor = t.TypeVar( "T_template_context_processor", bound=ft.TemplateContextProcessorCallable )
T_template_filter = t.TypeVar("T_template_filter", bound=ft.TemplateFilterCallable)
T_template_global = t.TypeVar("T_template_global", bound=ft.TemplateGlobalCallable)
T_template_test = t.TypeVar("T_template_test", bound=ft.TemplateTestCallable)
T_url_defaults = t.TypeVar("T_url_defaults", bound=ft.URLDefaultCallable)
T_url_value_preprocessor = t.TypeVar( "T_url_value_preprocessor", bound=ft.URLValuePreprocessorCallable )
class BlueprintSetupState:
 def __init__(self, blueprint: Blueprint, app: App, options: t.Any, first_registration: bool) -> None: ...
 def add_url_rule(self, rule: str, endpoint: str | None = None, view_func: ft.RouteCallable | None = None, **options: t.Any) -> None: ...
 blueprint: _loopmend_0.Blueprint
 app: _loopmend_1.App
 options: _loopmend_2.Any
 first_registration: bool
 subdomain: _loopmend_2.Any
 url_prefix: _loopmend_2.Any
 name: _loopmend_2.Any
 name_prefix: _loopmend_2.Any
 url_defaults: dict
class Blueprint(Scaffold):
 _got_registered_once = False
 def __init__(self, name: str, import_name: str, static_folder: str | os.PathLike[str] | None = None, static_url_path: str | None = None, template_folder: str | os.PathLike[str] | None = None, url_prefix: str | None = None, subdomain: str | None = None, url_defaults: dict[str, t.Any] | None = None, root_path: str | None = None, cli_group: str | None = ...) -> None: ...
 def _check_setup_finished(self, f_name: str) -> None: ...
 @setupmethod
 def record(self, func: DeferredSetupFunction) -> None: ...
 @setupmethod
 def record_once(self, func: DeferredSetupFunction) -> None: ...
 def make_setup_state(self, app: App, options: dict[str, t.Any], first_registration: bool = ...) -> BlueprintSetupState: ...
 @setupmethod
 def register_blueprint(self, blueprint: Blueprint, **options: t.Any) -> None: ...
 def register(self, app: App, options: dict[str, t.Any]) -> None: ...
 def _merge_blueprint_funcs(self, app: App, name: str) -> None: ...
 @setupmethod
 def add_url_rule(self, rule: str, endpoint: str | None = None, view_func: ft.RouteCallable | None = None, provide_automatic_options: bool | None = None, **options: t.Any) -> None: ...
 @setupmethod
 def app_template_filter(self, name: str | None = None) -> _loopmend_2.Callable[..., _loopmend_2.Callable[..., _loopmend_2.Any]]: ...
 @setupmethod
 def add_app_template_filter(self, f: ft.TemplateFilterCallable, name: str | None = None) -> None: ...
 @setupmethod
 def app_template_test(self, name: str | None = None) -> _loopmend_2.Callable[..., _loopmend_2.Callable[..., bool]]: ...
 @setupmethod
 def add_app_template_test(self, f: ft.TemplateTestCallable, name: str | None = None) -> None: ...
 @setupmethod
 def app_template_global(self, name: str | None = None) -> _loopmend_2.Callable[..., _loopmend_2.Callable[..., _loopmend_2.Any]]: ...
 @setupmethod
 def add_app_template_global(self, f: ft.TemplateGlobalCallable, name: str | None = None) -> None: ...
 @setupmethod
 def before_app_request(self, f: T_before_request) -> T_before_request: ...
 @setupmethod
 def after_app_request(self, f: T_after_request) -> T_after_request: ...
 @setupmethod
 def teardown_app_request(self, f: T_teardown) -> T_teardown: ...
 @setupmethod
 def app_context_processor(self, f: T_template_context_processor) -> T_template_context_processor: ...
 @setupmethod
 def app_errorhandler(self, code: type[Exception] | int) -> _loopmend_2.Callable[..., _loopmend_2.Callable[..., _loopmend_2.Any] | _loopmend_2.Callable[..., _loopmend_2.Awaitable[_loopmend_2.Any]]]: ...
 @setupmethod
 def app_url_value_preprocessor(self, f: T_url_value_preprocessor) -> T_url_value_preprocessor: ...
 @setupmethod
 def app_url_defaults(self, f: T_url_defaults) -> T_url_defaults: ...
 subdomain: None | str
 url_prefix: None | str
 name: str
 url_values_defaults: dict
 cli_group: None | str
 deferred_functions: list[DeferredSetupFunction]
 _blueprints: list[tuple[Blueprint, dict[str, t.Any]]]

=== flask.sansio.scaffold
import os as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
import importlib.util
import os
import pathlib
import sys
import typing as t
from collections import defaultdict
from functools import update_wrapper
from jinja2 import BaseLoader
from jinja2 import FileSystemLoader
from werkzeug.exceptions import default_exceptions
from werkzeug.exceptions import HTTPException
from werkzeug.utils import cached_property
from .. import typing as ft
from ..helpers import get_root_path
from ..templating import _default_template_ctx_processor
if t.TYPE_CHECKING:
 from click import Group
_sentinel = object()
F = t.TypeVar("F", bound=t.Callable[..., t.Any])
T_after_request = t.TypeVar("T_after_request", bound=ft.AfterRequestCallable[t.Any])
T_before_request = t.TypeVar("T_before_request", bound=ft.BeforeRequestCallable)
T_error_handler = t.TypeVar("T_error_handler", bound=ft.ErrorHandlerCallable)
T_teardown = t.TypeVar("T_teardown", bound=ft.TeardownCallable)
T_template_context_processor = t.TypeVar( "T_template_context_processor", bound=ft.TemplateContextProcessorCallable )
T_url_defaults = t.TypeVar("T_url_defaults", bound=ft.URLDefaultCallable)
T_url_value_preprocessor = t.TypeVar( "T_url_value_preprocessor", bound=ft.URLValuePreprocessorCallable )
T_route = t.TypeVar("T_route", bound=ft.RouteCallable)
def setupmethod(f: F) -> F: ...
class Scaffold:
 cli: Group
 name: str
 _static_folder: str | None = None
 _static_url_path: str | None = None
 def __init__(self, import_name: str, static_folder: str | os.PathLike[str] | None = None, static_url_path: str | None = None, template_folder: str | os.PathLike[str] | None = None, root_path: str | None = None) -> None: ...
 def __repr__(self) -> str: ...
 def _check_setup_finished(self, f_name: str) -> None: ...
 @property
 def static_folder(self) -> str | None: ...
 @static_folder.setter
 def static_folder(self, value: str | os.PathLike[str] | None) -> None: ...
 @property
 def has_static_folder(self) -> bool: ...
 @property
 def static_url_path(self) -> str | None: ...
 @static_url_path.setter
 def static_url_path(self, value: str | None) -> None: ...
 @cached_property
 def jinja_loader(self) -> BaseLoader | None: ...
 def _method_route(self, method: str, rule: str, options: dict[str, t.Any]) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any] | _loopmend_0.Callable[..., _loopmend_0.Awaitable[_loopmend_0.Any]]]: ...
 @setupmethod
 def get(self, rule: str, **options: t.Any) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any] | _loopmend_0.Callable[..., _loopmend_0.Awaitable[_loopmend_0.Any]]]: ...
 @setupmethod
 def post(self, rule: str, **options: t.Any) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any] | _loopmend_0.Callable[..., _loopmend_0.Awaitable[_loopmend_0.Any]]]: ...
 @setupmethod
 def put(self, rule: str, **options: t.Any) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any] | _loopmend_0.Callable[..., _loopmend_0.Awaitable[_loopmend_0.Any]]]: ...
 @setupmethod
 def delete(self, rule: str, **options: t.Any) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any] | _loopmend_0.Callable[..., _loopmend_0.Awaitable[_loopmend_0.Any]]]: ...
 @setupmethod
 def patch(self, rule: str, **options: t.Any) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any] | _loopmend_0.Callable[..., _loopmend_0.Awaitable[_loopmend_0.Any]]]: ...
 @setupmethod
 def route(self, rule: str, **options: t.Any) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any] | _loopmend_0.Callable[..., _loopmend_0.Awaitable[_loopmend_0.Any]]]: ...
 @setupmethod
 def add_url_rule(self, rule: str, endpoint: str | None = None, view_func: ft.RouteCallable | None = None, provide_automatic_options: bool | None = None, **options: t.Any) -> None: ...
 @setupmethod
 def endpoint(self, endpoint: str) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 @setupmethod
 def before_request(self, f: T_before_request) -> T_before_request: ...
 @setupmethod
 def after_request(self, f: T_after_request) -> T_after_request: ...
 @setupmethod
 def teardown_request(self, f: T_teardown) -> T_teardown: ...
 @setupmethod
 def context_processor(self, f: T_template_context_processor) -> T_template_context_processor: ...
 @setupmethod
 def url_value_preprocessor(self, f: T_url_value_preprocessor) -> T_url_value_preprocessor: ...
 @setupmethod
 def url_defaults(self, f: T_url_defaults) -> T_url_defaults: ...
 @setupmethod
 def errorhandler(self, code_or_exception: type[Exception] | int) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any] | _loopmend_0.Callable[..., _loopmend_0.Awaitable[_loopmend_0.Any]]]: ...
 @setupmethod
 def register_error_handler(self, code_or_exception: type[Exception] | int, f: ft.ErrorHandlerCallable) -> None: ...
 @staticmethod
 def _get_exc_class_and_code(exc_class_or_code: type[Exception] | int) -> tuple[type[Exception], int | None]: ...
 import_name: str
 template_folder: None | _loopmend_1.PathLike[str] | str
 root_path: str
 view_functions: dict[str, ft.RouteCallable]
 error_handler_spec: dict[None | str, dict[None | int, dict]]
 before_request_funcs: dict[None | str, list[_loopmend_0.Callable[..., _loopmend_0.Any]]]
 after_request_funcs: dict[None | str, list]
 teardown_request_funcs: dict[None | str, list[_loopmend_0.Callable[..., _loopmend_0.Any]]]
 template_context_processors: dict[None | str, list[_loopmend_0.Callable[..., _loopmend_0.Any]]]
 url_value_preprocessors: dict[None | str, list[_loopmend_0.Callable[..., None]]]
 url_default_functions: dict[None | str, list[_loopmend_0.Callable[..., None]]]
def _endpoint_from_view_func(view_func: ft.RouteCallable) -> str: ...
def _find_package_path(import_name: str) -> str: ...
def find_package(import_name: str) -> tuple[str | None, str]: ...

=== flask.typing
from __future__ import annotations
import collections.abc as cabc
import typing as t
if t.TYPE_CHECKING:
 from _typeshed.wsgi import WSGIApplication
 from werkzeug.datastructures import Headers
 from werkzeug.sansio.response import Response
ResponseValue = t.Union[ "Response", str, bytes, list[t.Any], t.Mapping[str, t.Any], t.Iterator[str], t.Iterator[bytes], cabc.AsyncIterable[str], cabc.AsyncIterable[bytes], ]
HeaderValue = t.Union[str, list[str], tuple[str, ...]]
HeadersValue = t.Union[ "Headers", t.Mapping[str, HeaderValue], t.Sequence[tuple[str, HeaderValue]], ]
ResponseReturnValue = t.Union[ ResponseValue, tuple[ResponseValue, HeadersValue], tuple[ResponseValue, int], tuple[ResponseValue, int, HeadersValue], "WSGIApplication", ]
ResponseClass = t.TypeVar("ResponseClass", bound="Response")
AppOrBlueprintKey = t.Optional[str]
AfterRequestCallable = t.Union[ t.Callable[[ResponseClass], ResponseClass], t.Callable[[ResponseClass], t.Awaitable[ResponseClass]], ]
BeforeFirstRequestCallable = t.Union[ t.Callable[[], None], t.Callable[[], t.Awaitable[None]] ]
BeforeRequestCallable = t.Union[ t.Callable[[], t.Optional[ResponseReturnValue]], t.Callable[[], t.Awaitable[t.Optional[ResponseReturnValue]]], ]
ShellContextProcessorCallable = t.Callable[[], dict[str, t.Any]]
TeardownCallable = t.Union[ t.Callable[[t.Optional[BaseException]], None], t.Callable[[t.Optional[BaseException]], t.Awaitable[None]], ]
TemplateContextProcessorCallable = t.Union[ t.Callable[[], dict[str, t.Any]], t.Callable[[], t.Awaitable[dict[str, t.Any]]], ]
TemplateFilterCallable = t.Callable[..., t.Any]
TemplateGlobalCallable = t.Callable[..., t.Any]
TemplateTestCallable = t.Callable[..., bool]
URLDefaultCallable = t.Callable[[str, dict[str, t.Any]], None]
URLValuePreprocessorCallable = t.Callable[ [t.Optional[str], t.Optional[dict[str, t.Any]]], None ]
ErrorHandlerCallable = t.Union[ t.Callable[[t.Any], ResponseReturnValue], t.Callable[[t.Any], t.Awaitable[ResponseReturnValue]], ]
RouteCallable = t.Union[ t.Callable[..., ResponseReturnValue], t.Callable[..., t.Awaitable[ResponseReturnValue]], ]

