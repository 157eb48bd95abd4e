# slack-bolt 1.30.0 MIT
=== slack_bolt package
from .app import App
from .context import BoltContext
from .context.ack import Ack
from .context.complete import Complete
from .context.fail import Fail
from .context.respond import Respond
from .context.say import Say
from .context.say_stream import SayStream
from .kwargs_injection import Args
from .listener import Listener
from .listener_matcher import CustomListenerMatcher
from .request import BoltRequest
from .response import BoltResponse
from .middleware.assistant.assistant import ( Assistant, )
from .context.assistant.thread_context import AssistantThreadContext
from .context.assistant.thread_context_store.store import AssistantThreadContextStore
from .context.assistant.thread_context_store.file import FileAssistantThreadContextStore
from .context.set_status import SetStatus
from .context.set_title import SetTitle
from .context.set_suggested_prompts import SetSuggestedPrompts
from .context.save_thread_context import SaveThreadContext
__all__ = [ "App", "BoltContext", "Ack", "Complete", "Fail", "Respond", "Say", "SayStream", "Args", "Listener", "CustomListenerMatcher", "BoltRequest", "BoltResponse", "Assistant", "AssistantThreadContext", "AssistantThreadContextStore", "FileAssistantThreadContextStore", "SetStatus", "SetTitle", "SetSuggestedPrompts", "SaveThreadContext", ]

=== slack_bolt.adapter package

=== slack_bolt.adapter.aiohttp package
import aiohttp.web_response as _loopmend_1
import slack_bolt.request.async_request as _loopmend_0
import re
from aiohttp import web
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
async def to_bolt_request(request: web.Request) -> AsyncBoltRequest: ...
async def to_aiohttp_response(bolt_resp: BoltResponse) -> web.Response: ...
__all__ = [ "to_bolt_request", "to_aiohttp_response", ]

=== slack_bolt.adapter.asgi package
from .builtin import SlackRequestHandler
__all__ = ["SlackRequestHandler"]

=== slack_bolt.adapter.asgi.aiohttp package
import slack_bolt.response.response as _loopmend_0
from slack_bolt.adapter.asgi.http_request import AsgiHttpRequest
from slack_bolt.adapter.asgi.builtin import SlackRequestHandler
from slack_bolt.async_app import AsyncApp
from slack_bolt.async_app import AsyncBoltRequest
from slack_bolt.response import BoltResponse
class AsyncSlackRequestHandler(SlackRequestHandler):
 app: AsyncApp
 def __init__(self, app: AsyncApp, path: str = ...) -> None: ...
 async def dispatch(self, request: AsgiHttpRequest) -> BoltResponse: ...
 async def handle_installation(self, request: AsgiHttpRequest) -> BoltResponse: ...
 async def handle_callback(self, request: AsgiHttpRequest) -> BoltResponse: ...
 path: str

=== slack_bolt.adapter.asgi.async_handler
from .aiohttp import AsyncSlackRequestHandler
__all__ = ["AsyncSlackRequestHandler"]

=== slack_bolt.adapter.asgi.base_handler
import slack_bolt.adapter.asgi.http_response as _loopmend_1
import slack_bolt.response.response as _loopmend_0
from typing import Callable, Union
from .http_request import AsgiHttpRequest
from .http_response import AsgiHttpResponse
from .utils import scope_type
from slack_bolt import App
from slack_bolt.response import BoltResponse
class BaseSlackRequestHandler:
 app: Union[App, "AsyncApp"]
 path: str
 async def dispatch(self, request: AsgiHttpRequest) -> BoltResponse: ...
 async def handle_installation(self, request: AsgiHttpRequest) -> BoltResponse: ...
 async def handle_callback(self, request: AsgiHttpRequest) -> BoltResponse: ...
 async def _get_http_response(self, method: str, path: str, request: AsgiHttpRequest) -> AsgiHttpResponse: ...
 async def _handle_lifespan(self, receive: Callable, send: Callable) -> None: ...
 async def __call__(self, scope: scope_type, receive: Callable, send: Callable) -> None: ...

=== slack_bolt.adapter.asgi.builtin package
import slack_bolt.app.app as _loopmend_1
import slack_bolt.response.response as _loopmend_0
from slack_bolt.adapter.asgi.http_request import AsgiHttpRequest
from slack_bolt import App
from slack_bolt.request import BoltRequest
from slack_bolt.response import BoltResponse
from slack_bolt.adapter.asgi.base_handler import BaseSlackRequestHandler
class SlackRequestHandler(BaseSlackRequestHandler):
 def __init__(self, app: App, path: str = ...) -> None: ...
 async def dispatch(self, request: AsgiHttpRequest) -> BoltResponse: ...
 async def handle_installation(self, request: AsgiHttpRequest) -> BoltResponse: ...
 async def handle_callback(self, request: AsgiHttpRequest) -> BoltResponse: ...
 app: _loopmend_1.App
 path: str

=== slack_bolt.adapter.asgi.http_request
import typing as _loopmend_0
from typing import Callable, Dict, Iterable, Sequence, Tuple, Union
from .utils import scope_type, ENCODING
class AsgiHttpRequest:
 __slots__: tuple[str, str, str]
 def __init__(self, scope: scope_type, receive: Callable) -> None: ...
 def get_headers(self) -> Dict[str, Union[str, Sequence[str]]]: ...
 async def get_raw_body(self) -> str: ...
 receive: _loopmend_0.Callable[..., _loopmend_0.Any]
 query_string: str
 raw_headers: Iterable[Tuple[bytes, bytes]]

=== slack_bolt.adapter.falcon package
from .resource import SlackAppResource
__all__ = [ "SlackAppResource", ]

=== slack_bolt.adapter.falcon.async_resource
import slack_bolt.app.async_app as _loopmend_1
import slack_bolt.request.async_request as _loopmend_0
from datetime import datetime
from http import HTTPStatus
from falcon import MEDIA_TEXT
from falcon import version as falcon_version
from falcon.asgi import Request, Response
from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncApp
from slack_bolt.error import BoltError
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.request.async_request import AsyncBoltRequest
class AsyncSlackAppResource:
 def __init__(self, app: AsyncApp) -> None: ...
 async def on_get(self, req: Request, resp: Response) -> None: ...
 async def on_post(self, req: Request, resp: Response) -> None: ...
 async def _to_bolt_request(self, req: Request) -> AsyncBoltRequest: ...
 async def _write_response(self, bolt_resp: BoltResponse, resp: Response) -> None: ...
 app: _loopmend_1.AsyncApp

=== slack_bolt.adapter.fastapi package
from ..starlette.handler import SlackRequestHandler
__all__ = [ "SlackRequestHandler", ]

=== slack_bolt.adapter.fastapi.async_handler
from ..starlette.async_handler import AsyncSlackRequestHandler
__all__ = [ "AsyncSlackRequestHandler", ]

=== slack_bolt.adapter.sanic package
from .async_handler import AsyncSlackRequestHandler
__all__ = [ "AsyncSlackRequestHandler", ]

=== slack_bolt.adapter.sanic.async_handler
import sanic.response.types as _loopmend_1
import slack_bolt.app.async_app as _loopmend_2
import slack_bolt.request.async_request as _loopmend_0
from datetime import datetime
from typing import Any, Dict, Optional
from sanic.request import Request
from sanic.response import HTTPResponse
from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
def to_async_bolt_request(req: Request, addition_context_properties: Optional[Dict[str, Any]] = None) -> AsyncBoltRequest: ...
def to_sanic_response(bolt_resp: BoltResponse) -> HTTPResponse: ...
class AsyncSlackRequestHandler:
 def __init__(self, app: AsyncApp) -> None: ...
 async def handle(self, req: Request, addition_context_properties: Optional[Dict[str, Any]] = None) -> HTTPResponse: ...
 app: _loopmend_2.AsyncApp

=== slack_bolt.adapter.socket_mode package
from .builtin import SocketModeHandler
__all__ = [ "SocketModeHandler", ]

=== slack_bolt.adapter.socket_mode.aiohttp package
import os
from logging import Logger
from time import time
from typing import Optional
from asyncio import AbstractEventLoop
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient
from slack_bolt import App
from slack_bolt.adapter.socket_mode.async_base_handler import AsyncBaseSocketModeHandler
from slack_bolt.adapter.socket_mode.async_internals import ( send_async_response, run_async_bolt_app, )
from slack_bolt.adapter.socket_mode.internals import run_bolt_app
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.response import BoltResponse
class SocketModeHandler(AsyncBaseSocketModeHandler):
 app: App
 app_token: str
 client: SocketModeClient
 def __init__(self, app: App, app_token: Optional[str] = None, logger: Optional[Logger] = None, web_client: Optional[AsyncWebClient] = None, proxy: Optional[str] = None, ping_interval: float = ...) -> None: ...
 async def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None: ...
class AsyncSocketModeHandler(AsyncBaseSocketModeHandler):
 app: AsyncApp
 app_token: str
 client: SocketModeClient
 def __init__(self, app: AsyncApp, app_token: Optional[str] = None, logger: Optional[Logger] = None, web_client: Optional[AsyncWebClient] = None, proxy: Optional[str] = None, ping_interval: float = ..., loop: Optional[AbstractEventLoop] = None) -> None: ...
 async def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None: ...

=== slack_bolt.adapter.socket_mode.async_base_handler
import asyncio
import logging
from typing import Union
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_bolt import App
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.util.utils import get_boot_message
class AsyncBaseSocketModeHandler:
 app: Union[App, AsyncApp]
 client: AsyncBaseSocketModeClient
 async def handle(self, client: AsyncBaseSocketModeClient, req: SocketModeRequest) -> None: ...
 async def connect_async(self) -> None: ...
 async def disconnect_async(self) -> None: ...
 async def close_async(self) -> None: ...
 async def start_async(self) -> None: ...

=== slack_bolt.adapter.socket_mode.async_handler
from .aiohttp import AsyncSocketModeHandler
__all__ = [ "AsyncSocketModeHandler", ]

=== slack_bolt.adapter.socket_mode.async_internals
import slack_bolt.response.response as _loopmend_0
import json
import logging
from time import time
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_bolt.adapter.socket_mode.internals import build_headers
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
async def run_async_bolt_app(app: AsyncApp, req: SocketModeRequest) -> _loopmend_0.BoltResponse: ...
async def send_async_response(client: AsyncBaseSocketModeClient, req: SocketModeRequest, bolt_resp: BoltResponse, start_time: float) -> None: ...

=== slack_bolt.adapter.socket_mode.websockets package
import os
from logging import Logger
from time import time
from typing import Optional
from slack_sdk.socket_mode.websockets import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient
from slack_bolt import App
from slack_bolt.adapter.socket_mode.async_base_handler import AsyncBaseSocketModeHandler
from slack_bolt.adapter.socket_mode.async_internals import ( send_async_response, run_async_bolt_app, )
from slack_bolt.adapter.socket_mode.internals import run_bolt_app
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.response import BoltResponse
class SocketModeHandler(AsyncBaseSocketModeHandler):
 app: App
 app_token: str
 client: SocketModeClient
 def __init__(self, app: App, app_token: Optional[str] = None, logger: Optional[Logger] = None, web_client: Optional[AsyncWebClient] = None, ping_interval: float = ...) -> None: ...
 async def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None: ...
class AsyncSocketModeHandler(AsyncBaseSocketModeHandler):
 app: AsyncApp
 app_token: str
 client: SocketModeClient
 def __init__(self, app: AsyncApp, app_token: Optional[str] = None, logger: Optional[Logger] = None, web_client: Optional[AsyncWebClient] = None, ping_interval: float = ...) -> None: ...
 async def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None: ...

=== slack_bolt.adapter.starlette package
from .handler import SlackRequestHandler
__all__ = [ "SlackRequestHandler", ]

=== slack_bolt.adapter.starlette.async_handler
import slack_bolt.app.async_app as _loopmend_2
import slack_bolt.request.async_request as _loopmend_0
import starlette.responses as _loopmend_1
from typing import Dict, Any, Optional
from starlette.requests import Request
from starlette.responses import Response
from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
def to_async_bolt_request(req: Request, body: bytes, addition_context_properties: Optional[Dict[str, Any]] = None) -> AsyncBoltRequest: ...
def to_starlette_response(bolt_resp: BoltResponse) -> Response: ...
class AsyncSlackRequestHandler:
 def __init__(self, app: AsyncApp) -> None: ...
 async def handle(self, req: Request, addition_context_properties: Optional[Dict[str, Any]] = None) -> Response: ...
 app: _loopmend_2.AsyncApp

=== slack_bolt.adapter.starlette.handler
import slack_bolt.app.app as _loopmend_2
import slack_bolt.request.request as _loopmend_0
import starlette.responses as _loopmend_1
from typing import Dict, Any, Optional
from starlette.requests import Request
from starlette.responses import Response
from slack_bolt import BoltRequest, App, BoltResponse
from slack_bolt.oauth import OAuthFlow
def to_bolt_request(req: Request, body: bytes, addition_context_properties: Optional[Dict[str, Any]] = None) -> BoltRequest: ...
def to_starlette_response(bolt_resp: BoltResponse) -> Response: ...
class SlackRequestHandler:
 def __init__(self, app: App) -> None: ...
 async def handle(self, req: Request, addition_context_properties: Optional[Dict[str, Any]] = None) -> Response: ...
 app: _loopmend_2.App

=== slack_bolt.adapter.tornado package
from .handler import SlackEventsHandler, SlackOAuthHandler
__all__ = [ "SlackEventsHandler", "SlackOAuthHandler", ]

=== slack_bolt.adapter.tornado.async_handler
import slack_bolt.app.async_app as _loopmend_0
import slack_bolt.request.async_request as _loopmend_1
from tornado.httputil import HTTPServerRequest
from tornado.web import RequestHandler
from slack_bolt.async_app import AsyncApp
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from .handler import set_response
class AsyncSlackEventsHandler(RequestHandler):
 def initialize(self, app: AsyncApp) -> None: ...
 async def post(self) -> None: ...
 app: _loopmend_0.AsyncApp
class AsyncSlackOAuthHandler(RequestHandler):
 def initialize(self, app: AsyncApp) -> None: ...
 async def get(self) -> None: ...
 app: _loopmend_0.AsyncApp
def to_async_bolt_request(req: HTTPServerRequest) -> AsyncBoltRequest: ...

=== slack_bolt.app package
from .app import App
__all__ = [ "App", ]

=== slack_bolt.app.async_app
import aiohttp.web_app as _loopmend_6
import logging as _loopmend_2
import slack_bolt.app.async_server as _loopmend_5
import slack_bolt.context.assistant.thread_context_store.async_store as _loopmend_9
import slack_bolt.listener.asyncio_runner as _loopmend_4
import slack_bolt.oauth.async_oauth_flow as _loopmend_0
import slack_bolt.response.response as _loopmend_7
import slack_sdk.oauth.installation_store.async_installation_store as _loopmend_3
import slack_sdk.web.async_client as _loopmend_1
import typing as _loopmend_8
import inspect
import logging
import os
import time
from typing import Optional, List, Union, Callable, Pattern, Dict, Awaitable, Sequence, Any
import warnings
from aiohttp import web
from slack_bolt.app.async_server import AsyncSlackAppServer
from slack_bolt.context.assistant.thread_context_store.async_store import ( AsyncAssistantThreadContextStore, )
from slack_bolt.listener.async_builtins import AsyncTokenRevocationListeners
from slack_bolt.listener.async_listener_start_handler import ( AsyncDefaultListenerStartHandler, )
from slack_bolt.listener.async_listener_completion_handler import ( AsyncDefaultListenerCompletionHandler, )
from slack_bolt.listener.asyncio_runner import AsyncioListenerRunner
from slack_bolt.middleware.assistant.async_assistant import AsyncAssistant
from slack_bolt.middleware.async_middleware_error_handler import ( AsyncCustomMiddlewareErrorHandler, AsyncDefaultMiddlewareErrorHandler, AsyncMiddlewareErrorHandler, )
from slack_bolt.middleware.message_listener_matches.async_message_listener_matches import ( AsyncMessageListenerMatches, )
from slack_bolt.oauth.async_internals import select_consistent_installation_store
from slack_bolt.util.utils import get_name_for_callable, is_callable_coroutine
from slack_bolt.workflows.step.async_step import ( AsyncWorkflowStep, AsyncWorkflowStepBuilder, )
from slack_bolt.workflows.step.async_step_middleware import AsyncWorkflowStepMiddleware
from slack_sdk.oauth.installation_store.async_installation_store import ( AsyncInstallationStore, )
from slack_sdk.web.async_client import AsyncWebClient
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import ( AsyncAuthorize, AsyncCallableAuthorize, AsyncInstallationStoreAuthorize, )
from slack_bolt.error import BoltError, BoltUnhandledRequestError
from slack_bolt.logger.messages import ( error_oauth_flow_or_authorize_required, warning_client_prioritized_and_token_skipped, warning_token_skipped, error_token_required, warning_unhandled_request, debug_checking_listener, debug_running_listener, error_unexpected_listener_middleware, error_listener_function_must_be_coro_func, error_client_invalid_type_async, error_authorize_conflicts, error_oauth_settings_invalid_type_async, error_oauth_flow_invalid_type_async, warning_bot_only_conflicts, debug_return_listener_middleware_response, info_default_oauth_settings_loaded, error_installation_store_required_for_builtin_listeners, warning_unhandled_by_global_middleware, warning_ack_timeout_has_no_effect, )
from slack_bolt.lazy_listener.asyncio_runner import AsyncioLazyListenerRunner
from slack_bolt.listener.async_listener import AsyncListener, AsyncCustomListener
from slack_bolt.listener.async_listener_error_handler import ( AsyncDefaultListenerErrorHandler, AsyncCustomListenerErrorHandler, )
from slack_bolt.listener_matcher import builtins as builtin_matchers
from slack_bolt.listener_matcher.async_listener_matcher import ( AsyncListenerMatcher, AsyncCustomListenerMatcher, )
from slack_bolt.logger import get_bolt_logger, get_bolt_app_logger
from slack_bolt.middleware.async_builtins import ( AsyncSslCheck, AsyncRequestVerification, AsyncIgnoringSelfEvents, AsyncUrlVerification, AsyncAttachingFunctionToken, AsyncAttachingConversationKwargs, )
from slack_bolt.middleware.async_custom_middleware import ( AsyncMiddleware, AsyncCustomMiddleware, )
from slack_bolt.middleware.authorization.async_multi_teams_authorization import ( AsyncMultiTeamsAuthorization, )
from slack_bolt.middleware.authorization.async_single_team_authorization import ( AsyncSingleTeamAuthorization, )
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_bolt.util.async_utils import create_async_web_client
class AsyncApp:
 def __init__(self, *, logger: Optional[logging.Logger] = None, name: Optional[str] = None, process_before_response: bool = ..., raise_error_for_unhandled_request: bool = ..., signing_secret: Optional[str] = None, token: Optional[str] = None, client: Optional[AsyncWebClient] = None, before_authorize: Optional[Union[AsyncMiddleware, Callable[..., Awaitable[Any]]]] = None, authorize: Optional[Callable[..., Awaitable[AuthorizeResult]]] = None, user_facing_authorize_error_message: Optional[str] = None, installation_store: Optional[AsyncInstallationStore] = None, installation_store_bot_only: Optional[bool] = None, request_verification_enabled: bool = ..., ignoring_self_events_enabled: bool = ..., ignoring_self_assistant_message_events_enabled: bool = ..., ssl_check_enabled: bool = ..., url_verification_enabled: bool = ..., attaching_function_token_enabled: bool = ..., oauth_settings: Optional[AsyncOAuthSettings] = None, oauth_flow: Optional[AsyncOAuthFlow] = None, verification_token: Optional[str] = None, assistant_thread_context_store: Optional[AsyncAssistantThreadContextStore] = None, attaching_conversation_kwargs_enabled: bool = ...) -> None: ...
 def _init_async_middleware_list(self, request_verification_enabled: bool = ..., ignoring_self_events_enabled: bool = ..., ignoring_self_assistant_message_events_enabled: bool = ..., ssl_check_enabled: bool = ..., url_verification_enabled: bool = ..., attaching_function_token_enabled: bool = ..., user_facing_authorize_error_message: Optional[str] = None) -> None: ...
 @property
 def name(self) -> str: ...
 @property
 def oauth_flow(self) -> Optional[AsyncOAuthFlow]: ...
 @property
 def client(self) -> AsyncWebClient: ...
 @property
 def logger(self) -> logging.Logger: ...
 @property
 def installation_store(self) -> Optional[AsyncInstallationStore]: ...
 @property
 def listener_runner(self) -> AsyncioListenerRunner: ...
 @property
 def process_before_response(self) -> bool: ...
 from .async_server import AsyncSlackAppServer
 def server(self, port: int = ..., path: str = ..., host: Optional[str] = None) -> AsyncSlackAppServer: ...
 def web_app(self, path: str = ..., port: int = ...) -> web.Application: ...
 def start(self, port: int = ..., path: str = ..., host: Optional[str] = None) -> None: ...
 async def async_dispatch(self, req: AsyncBoltRequest) -> BoltResponse: ...
 def _handle_unmatched_requests(self, req: AsyncBoltRequest, resp: BoltResponse) -> BoltResponse: ...
 def use(self, *args) -> Optional[Callable]: ...
 def middleware(self, *args) -> Optional[Callable]: ...
 def assistant(self, assistant: AsyncAssistant) -> Optional[Callable]: ...
 def step(self, callback_id: Union[str, Pattern, AsyncWorkflowStep, AsyncWorkflowStepBuilder], edit: Optional[Union[Callable[..., Optional[BoltResponse]], AsyncListener, Sequence[Callable]]] = None, save: Optional[Union[Callable[..., Optional[BoltResponse]], AsyncListener, Sequence[Callable]]] = None, execute: Optional[Union[Callable[..., Optional[BoltResponse]], AsyncListener, Sequence[Callable]]] = None) -> None: ...
 def error(self, func: Callable[..., Awaitable[Optional[BoltResponse]]]) -> Callable[..., Awaitable[Optional[BoltResponse]]]: ...
 def event(self, event: Union[ str, Pattern, Dict[str, Optional[Union[str, Sequence[Optional[Union[str, Pattern]]]]]], ], matchers: Optional[Sequence[Callable[..., Awaitable[bool]]]] = None, middleware: Optional[Sequence[Union[Callable, AsyncMiddleware]]] = None) -> _loopmend_8.Callable[..., None | _loopmend_8.Callable[..., _loopmend_8.Awaitable[_loopmend_8.Any]]]: ...
 def message(self, keyword: Union[str, Pattern] = ..., matchers: Optional[Sequence[Callable[..., Awaitable[bool]]]] = None, middleware: Optional[Sequence[Union[Callable, AsyncMiddleware]]] = None) -> _loopmend_8.Callable[..., None | _loopmend_8.Callable[..., _loopmend_8.Awaitable[_loopmend_8.Any]]]: ...
 def function(self, callback_id: Union[str, Pattern], matchers: Optional[Sequence[Callable[..., Awaitable[bool]]]] = None, middleware: Optional[Sequence[Union[Callable, AsyncMiddleware]]] = None, auto_acknowledge: bool = ..., ack_timeout: int = ...) -> _loopmend_8.Callable[..., None | _loopmend_8.Callable[..., _loopmend_8.Awaitable[_loopmend_8.Any]]]: ...
 def command(self, command: Union[str, Pattern], matchers: Optional[Sequence[Callable[..., Awaitable[bool]]]] = None, middleware: Optional[Sequence[Union[Callable, AsyncMiddleware]]] = None) -> _loopmend_8.Callable[..., None | _loopmend_8.Callable[..., _loopmend_8.Awaitable[_loopmend_8.Any]]]: ...
 def shortcut(self, constraints: Union[str, Pattern, Dict[str, Union[str, Pattern]]], matchers: Optional[Sequence[Callable[..., Awaitable[bool]]]] = None, middleware: Optional[Sequence[Union[Callable, AsyncMiddleware]]] = None) -> _loopmend_8.Callable[..., None | _loopmend_8.Callable[..., _loopmend_8.Awaitable[_loopmend_8.Any]]]: ...
 def global_shortcut(self, callback_id: Union[str, Pattern], matchers: Optional[Sequence[Callable[..., Awaitable[bool]]]] = None, middleware: Optional[Sequence[Union[Callable, AsyncMiddleware]]] = None) -> _loopmend_8.Callable[..., None | _loopmend_8.Callable[..., _loopmend_8.Awaitable[_loopmend_8.Any]]]: ...
 def message_shortcut(self, callback_id: Union[str, Pattern], matchers: Optional[Sequence[Callable[..., Awaitable[bool]]]] = None, middleware: Optional[Sequence[Union[Callable, AsyncMiddleware]]] = None) -> _loopmend_8.Callable[..., None | _loopmend_8.Callable[..., _loopmend_8.Awaitable[_loopmend_8.Any]]]: ...
 def action(self, constraints: Union[str, Pattern, Dict[str, Union[str, Pattern]]], matchers: Optional[Sequence[Callable[..., Awaitable[bool]]]] = None, middleware: Optional[Sequence[Union[Callable, AsyncMiddleware]]] = None) -> _loopmend_8.Callable[..., None | _loopmend_8.Callable[..., _loopmend_8.Awaitable[_loopmend_8.Any]]]: ...
 def block_action(self, constraints: Union[str, Pattern, Dict[str, Union[str, Pattern]]], matchers: Optional[Sequence[Callable[..., Awaitable[bool]]]] = None, middleware: Optional[Sequence[Union[Callable, AsyncMiddleware]]] = None) -> _loopmend_8.Callable[..., None | _loopmend_8.Callable[..., _loopmend_8.Awaitable[_loopmend_8.Any]]]: ...
 def attachment_action(self, callback_id: Union[str, Pattern], matchers: Optional[Sequence[Callable[..., Awaitable[bool]]]] = None, middleware: Optional[Sequence[Union[Callable, AsyncMiddleware]]] = None) -> _loopmend_8.Callable[..., None | _loopmend_8.Callable[..., _loopmend_8.Awaitable[_loopmend_8.Any]]]: ...
 def dialog_submission(self, callback_id: Union[str, Pattern], matchers: Optional[Sequence[Callable[..., Awaitable[bool]]]] = None, middleware: Optional[Sequence[Union[Callable, AsyncMiddleware]]] = None) -> _loopmend_8.Callable[..., None | _loopmend_8.Callable[..., _loopmend_8.Awaitable[_loopmend_8.Any]]]: ...
 def dialog_cancellation(self, callback_id: Union[str, Pattern], matchers: Optional[Sequence[Callable[..., Awaitable[bool]]]] = None, middleware: Optional[Sequence[Union[Callable, AsyncMiddleware]]] = None) -> _loopmend_8.Callable[..., None | _loopmend_8.Callable[..., _loopmend_8.Awaitable[_loopmend_8.Any]]]: ...
 def view(self, constraints: Union[str, Pattern, Dict[str, Union[str, Pattern]]], matchers: Optional[Sequence[Callable[..., Awaitable[bool]]]] = None, middleware: Optional[Sequence[Union[Callable, AsyncMiddleware]]] = None) -> _loopmend_8.Callable[..., None | _loopmend_8.Callable[..., _loopmend_8.Awaitable[_loopmend_8.Any]]]: ...
 def view_submission(self, constraints: Union[str, Pattern], matchers: Optional[Sequence[Callable[..., Awaitable[bool]]]] = None, middleware: Optional[Sequence[Union[Callable, AsyncMiddleware]]] = None) -> _loopmend_8.Callable[..., None | _loopmend_8.Callable[..., _loopmend_8.Awaitable[_loopmend_8.Any]]]: ...
 def view_closed(self, constraints: Union[str, Pattern], matchers: Optional[Sequence[Callable[..., Awaitable[bool]]]] = None, middleware: Optional[Sequence[Union[Callable, AsyncMiddleware]]] = None) -> _loopmend_8.Callable[..., None | _loopmend_8.Callable[..., _loopmend_8.Awaitable[_loopmend_8.Any]]]: ...
 def options(self, constraints: Union[str, Pattern, Dict[str, Union[str, Pattern]]], matchers: Optional[Sequence[Callable[..., Awaitable[bool]]]] = None, middleware: Optional[Sequence[Union[Callable, AsyncMiddleware]]] = None) -> _loopmend_8.Callable[..., None | _loopmend_8.Callable[..., _loopmend_8.Awaitable[_loopmend_8.Any]]]: ...
 def block_suggestion(self, action_id: Union[str, Pattern], matchers: Optional[Sequence[Callable[..., Awaitable[bool]]]] = None, middleware: Optional[Sequence[Union[Callable, AsyncMiddleware]]] = None) -> _loopmend_8.Callable[..., None | _loopmend_8.Callable[..., _loopmend_8.Awaitable[_loopmend_8.Any]]]: ...
 def dialog_suggestion(self, callback_id: Union[str, Pattern], matchers: Optional[Sequence[Callable[..., Awaitable[bool]]]] = None, middleware: Optional[Sequence[Union[Callable, AsyncMiddleware]]] = None) -> _loopmend_8.Callable[..., None | _loopmend_8.Callable[..., _loopmend_8.Awaitable[_loopmend_8.Any]]]: ...
 def default_tokens_revoked_event_listener(self) -> _loopmend_8.Callable[..., _loopmend_8.Coroutine[_loopmend_8.Any, _loopmend_8.Any, None]]: ...
 def default_app_uninstalled_event_listener(self) -> _loopmend_8.Callable[..., _loopmend_8.Coroutine[_loopmend_8.Any, _loopmend_8.Any, None]]: ...
 def enable_token_revocation_listeners(self) -> None: ...
 def _init_context(self, req: AsyncBoltRequest) -> None: ...
 @staticmethod
 def _to_listener_functions(kwargs: dict) -> Optional[Sequence[Callable[..., Awaitable[Optional[BoltResponse]]]]]: ...
 def _register_listener(self, functions: Sequence[Callable[..., Awaitable[Optional[BoltResponse]]]], primary_matcher: AsyncListenerMatcher, matchers: Optional[Sequence[Callable[..., Awaitable[bool]]]], middleware: Optional[Sequence[Union[Callable, AsyncMiddleware]]], auto_acknowledgement: bool = ..., ack_timeout: int = ...) -> Optional[Callable[..., Awaitable[Optional[BoltResponse]]]]: ...
 _name: str
 _signing_secret: str
 _verification_token: Optional[str]
 _base_logger: None | _loopmend_2.Logger
 _framework_logger: _loopmend_2.Logger
 _raise_error_for_unhandled_request: bool
 _token: Optional[str]
 _async_client: _loopmend_1.AsyncWebClient
 _async_before_authorize: Optional[AsyncMiddleware]
 _async_authorize: Optional[AsyncAuthorize]
 _async_installation_store: Optional[AsyncInstallationStore]
 _async_oauth_flow: Optional[AsyncOAuthFlow]
 _async_tokens_revocation_listeners: Optional[AsyncTokenRevocationListeners]
 _async_middleware_list: List[AsyncMiddleware]
 _async_listeners: List[AsyncListener]
 _assistant_thread_context_store: None | _loopmend_9.AsyncAssistantThreadContextStore
 _attaching_conversation_kwargs_enabled: bool
 _process_before_response: bool
 _async_listener_runner: _loopmend_4.AsyncioListenerRunner
 _async_middleware_error_handler: AsyncMiddlewareErrorHandler
 _init_middleware_list_done: bool
 _server: Optional[AsyncSlackAppServer]

=== slack_bolt.app.async_server
import aiohttp.web_response as _loopmend_0
import slack_bolt.oauth.async_oauth_flow as _loopmend_1
import logging
from typing import Optional, TYPE_CHECKING
from aiohttp import web
from slack_bolt.adapter.aiohttp import to_bolt_request, to_aiohttp_response
from slack_bolt.response import BoltResponse
from slack_bolt.util.utils import get_boot_message
if TYPE_CHECKING:
 from slack_bolt.app.async_app import AsyncApp
class AsyncSlackAppServer:
 port: int
 path: str
 host: str
 bolt_app: "AsyncApp"
 web_app: web.Application
 def __init__(self, port: int, path: str, app: "AsyncApp", host: Optional[str] = None) -> None: ...
 async def handle_get_requests(self, request: web.Request) -> web.Response: ...
 async def handle_post_requests(self, request: web.Request) -> web.Response: ...
 def start(self, host: Optional[str] = None) -> None: ...
 _bolt_oauth_flow: None | _loopmend_1.AsyncOAuthFlow

=== slack_bolt.async_app
from .app.async_app import AsyncApp
from .context.ack.async_ack import AsyncAck
from .context.async_context import AsyncBoltContext
from .context.respond.async_respond import AsyncRespond
from .context.say.async_say import AsyncSay
from .listener.async_listener import AsyncListener
from .listener_matcher.async_listener_matcher import AsyncCustomListenerMatcher
from .request.async_request import AsyncBoltRequest
from .middleware.assistant.async_assistant import AsyncAssistant
from .context.set_status.async_set_status import AsyncSetStatus
from .context.set_title.async_set_title import AsyncSetTitle
from .context.set_suggested_prompts.async_set_suggested_prompts import AsyncSetSuggestedPrompts
from .context.get_thread_context.async_get_thread_context import AsyncGetThreadContext
from .context.save_thread_context.async_save_thread_context import AsyncSaveThreadContext
from .context.say_stream.async_say_stream import AsyncSayStream
__all__ = [ "AsyncApp", "AsyncAck", "AsyncBoltContext", "AsyncRespond", "AsyncSay", "AsyncSayStream", "AsyncListener", "AsyncCustomListenerMatcher", "AsyncBoltRequest", "AsyncAssistant", "AsyncSetStatus", "AsyncSetTitle", "AsyncSetSuggestedPrompts", "AsyncGetThreadContext", "AsyncSaveThreadContext", ]

=== slack_bolt.authorization package
from .authorize_result import AuthorizeResult
__all__ = [ "AuthorizeResult", ]

=== slack_bolt.authorization.async_authorize
import logging as _loopmend_1
import slack_bolt.authorization.authorize_result as _loopmend_0
import slack_sdk.oauth.installation_store.async_installation_store as _loopmend_4
import slack_sdk.oauth.installation_store.models.installation as _loopmend_3
import typing as _loopmend_2
from logging import Logger
from typing import Optional, Callable, Awaitable, Dict, Any, Sequence
from slack_sdk.errors import SlackApiError, SlackTokenRotationError
from slack_sdk.oauth.installation_store import Bot, Installation
from slack_sdk.oauth.installation_store.async_installation_store import ( AsyncInstallationStore, )
from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator
from slack_sdk.web.async_client import AsyncWebClient
from slack_bolt.authorization.async_authorize_args import AsyncAuthorizeArgs
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.error import BoltError
from slack_bolt.util.utils import get_arg_names_of_callable
class AsyncAuthorize:
 def __init__(self): ...
 async def __call__(self, *, context: AsyncBoltContext, enterprise_id: Optional[str], team_id: Optional[str], user_id: Optional[str], actor_enterprise_id: Optional[str] = None, actor_team_id: Optional[str] = None, actor_user_id: Optional[str] = None) -> Optional[AuthorizeResult]: ...
class AsyncCallableAuthorize(AsyncAuthorize):
 def __init__(self, *, logger: Logger, func: Callable[..., Awaitable[AuthorizeResult]]) -> None: ...
 async def __call__(self, *, context: AsyncBoltContext, enterprise_id: Optional[str], team_id: Optional[str], user_id: Optional[str], actor_enterprise_id: Optional[str] = None, actor_team_id: Optional[str] = None, actor_user_id: Optional[str] = None) -> Optional[AuthorizeResult]: ...
 logger: _loopmend_1.Logger
 func: _loopmend_2.Callable[..., _loopmend_2.Awaitable[_loopmend_0.AuthorizeResult]]
 arg_names: list[str]
class AsyncInstallationStoreAuthorize(AsyncAuthorize):
 authorize_result_cache: Dict[str, AuthorizeResult]
 bot_only: bool
 user_token_resolution: str
 find_installation_available: Optional[bool]
 find_bot_available: Optional[bool]
 token_rotator: Optional[AsyncTokenRotator]
 _config_error_message: str = ...
 def __init__(self, *, logger: Logger, installation_store: AsyncInstallationStore, client_id: Optional[str] = None, client_secret: Optional[str] = None, token_rotation_expiration_minutes: Optional[int] = None, bot_only: bool = ..., cache_enabled: bool = ..., client: Optional[AsyncWebClient] = None, user_token_resolution: str = ...) -> None: ...
 async def __call__(self, *, context: AsyncBoltContext, enterprise_id: Optional[str], team_id: Optional[str], user_id: Optional[str], actor_enterprise_id: Optional[str] = None, actor_team_id: Optional[str] = None, actor_user_id: Optional[str] = None) -> Optional[AuthorizeResult]: ...
 def _debug_log_for_not_found(self, enterprise_id: Optional[str], team_id: Optional[str]) -> None: ...
 async def _rotate_and_save_tokens_if_necessary(self, installation: Optional[Installation]) -> Optional[Installation]: ...
 logger: _loopmend_1.Logger
 installation_store: _loopmend_4.AsyncInstallationStore
 token_rotation_expiration_minutes: int
 cache_enabled: bool

=== slack_bolt.authorization.async_authorize_args
from logging import Logger
from typing import Optional
from slack_sdk.web.async_client import AsyncWebClient
from slack_bolt.context.async_context import AsyncBoltContext
class AsyncAuthorizeArgs:
 context: AsyncBoltContext
 logger: Logger
 client: AsyncWebClient
 enterprise_id: Optional[str]
 team_id: Optional[str]
 user_id: Optional[str]
 def __init__(self, *, context: AsyncBoltContext, enterprise_id: Optional[str], team_id: Optional[str], user_id: Optional[str]) -> None: ...

=== slack_bolt.authorization.authorize_result
import slack_bolt.authorization.authorize_result as _loopmend_0
from typing import Optional, Sequence, Union
from slack_sdk.web import SlackResponse
class AuthorizeResult(dict):
 enterprise_id: Optional[str]
 team_id: Optional[str]
 team: Optional[str]
 url: Optional[str]
 bot_id: Optional[str]
 bot_user_id: Optional[str]
 bot_token: Optional[str]
 bot_scopes: Optional[Sequence[str]]
 user_id: Optional[str]
 user: Optional[str]
 user_token: Optional[str]
 user_scopes: Optional[Sequence[str]]
 def __init__(self, *, enterprise_id: Optional[str], team_id: Optional[str], team: Optional[str] = None, url: Optional[str] = None, bot_user_id: Optional[str] = None, bot_id: Optional[str] = None, bot_token: Optional[str] = None, bot_scopes: Optional[Union[Sequence[str], str]] = None, user_id: Optional[str] = None, user: Optional[str] = None, user_token: Optional[str] = None, user_scopes: Optional[Union[Sequence[str], str]] = None) -> None: ...
 @classmethod
 def from_auth_test_response(cls, *, bot_token: Optional[str] = None, user_token: Optional[str] = None, bot_scopes: Optional[Union[Sequence[str], str]] = None, user_scopes: Optional[Union[Sequence[str], str]] = None, auth_test_response: Union[SlackResponse, "AsyncSlackResponse"], user_auth_test_response: Optional[Union[SlackResponse, "AsyncSlackResponse"]] = None) -> "AuthorizeResult": ...

=== slack_bolt.context package
from .context import BoltContext
__all__ = [ "BoltContext", ]

=== slack_bolt.context.ack package
from .ack import Ack
__all__ = [ "Ack", ]

=== slack_bolt.context.ack.async_ack
import slack_bolt.response.response as _loopmend_0
from typing import Optional, Union, Dict, Sequence
from slack_sdk.models.attachments import Attachment
from slack_sdk.models.blocks import Block, Option, OptionGroup
from slack_sdk.models.views import View
from slack_bolt.context.ack.internals import _set_response
from slack_bolt.response.response import BoltResponse
class AsyncAck:
 response: Optional[BoltResponse]
 def __init__(self) -> None: ...
 async def __call__(self, text: Union[str, dict] = ..., blocks: Optional[Sequence[Union[dict, Block]]] = None, attachments: Optional[Sequence[Union[dict, Attachment]]] = None, unfurl_links: Optional[bool] = None, unfurl_media: Optional[bool] = None, response_type: Optional[str] = None, options: Optional[Sequence[Union[dict, Option]]] = None, option_groups: Optional[Sequence[Union[dict, OptionGroup]]] = None, response_action: Optional[str] = None, errors: Optional[Dict[str, str]] = None, view: Optional[Union[dict, View]] = None) -> BoltResponse: ...

=== slack_bolt.context.assistant package

=== slack_bolt.context.assistant.async_assistant_utilities
import slack_bolt.context.get_thread_context.async_get_thread_context as _loopmend_2
import slack_bolt.context.save_thread_context.async_save_thread_context as _loopmend_3
import slack_bolt.context.say.async_say as _loopmend_1
import slack_bolt.context.set_title.async_set_title as _loopmend_0
from typing import Optional
from slack_sdk.web.async_client import AsyncWebClient
from slack_bolt.context.assistant.thread_context_store.async_store import ( AsyncAssistantThreadContextStore, )
from slack_bolt.context.assistant.thread_context_store.default_async_store import DefaultAsyncAssistantThreadContextStore
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.context.say.async_say import AsyncSay
from .internals import has_channel_id_and_thread_ts
from ..get_thread_context.async_get_thread_context import AsyncGetThreadContext
from ..save_thread_context.async_save_thread_context import AsyncSaveThreadContext
from ..set_title.async_set_title import AsyncSetTitle
class AsyncAssistantUtilities:
 payload: dict
 client: AsyncWebClient
 channel_id: str
 thread_ts: str
 thread_context_store: AsyncAssistantThreadContextStore
 def __init__(self, *, payload: dict, context: AsyncBoltContext, thread_context_store: Optional[AsyncAssistantThreadContextStore] = None) -> None: ...
 @property
 def set_title(self) -> AsyncSetTitle: ...
 @property
 def say(self) -> AsyncSay: ...
 async def _build_message_metadata(self) -> dict: ...
 @property
 def get_thread_context(self) -> AsyncGetThreadContext: ...
 @property
 def save_thread_context(self) -> AsyncSaveThreadContext: ...

=== slack_bolt.context.assistant.thread_context_store package

=== slack_bolt.context.assistant.thread_context_store.async_store
import slack_bolt.context.assistant.thread_context as _loopmend_0
from typing import Dict, Optional
from slack_bolt.context.assistant.thread_context import AssistantThreadContext
class AsyncAssistantThreadContextStore:
 async def save(self, *, channel_id: str, thread_ts: str, context: Dict[str, str]) -> None: ...
 async def find(self, *, channel_id: str, thread_ts: str) -> Optional[AssistantThreadContext]: ...

=== slack_bolt.context.assistant.thread_context_store.default_async_store
import slack_bolt.context.assistant.thread_context as _loopmend_0
from typing import Dict, Optional, List
from slack_sdk.web.async_client import AsyncWebClient
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.context.assistant.thread_context import AssistantThreadContext
from slack_bolt.context.assistant.thread_context_store.async_store import ( AsyncAssistantThreadContextStore, )
class DefaultAsyncAssistantThreadContextStore(AsyncAssistantThreadContextStore):
 client: AsyncWebClient
 context: AsyncBoltContext
 def __init__(self, context: AsyncBoltContext) -> None: ...
 async def save(self, *, channel_id: str, thread_ts: str, context: Dict[str, str]) -> None: ...
 async def find(self, *, channel_id: str, thread_ts: str) -> Optional[AssistantThreadContext]: ...
 async def _retrieve_first_bot_reply(self, channel_id: str, thread_ts: str) -> Optional[dict]: ...

=== slack_bolt.context.async_context
import slack_bolt.context.ack.async_ack as _loopmend_3
import slack_bolt.context.async_context as _loopmend_0
import slack_bolt.context.complete.async_complete as _loopmend_6
import slack_bolt.context.fail.async_fail as _loopmend_7
import slack_bolt.context.get_thread_context.async_get_thread_context as _loopmend_11
import slack_bolt.context.respond.async_respond as _loopmend_5
import slack_bolt.context.save_thread_context.async_save_thread_context as _loopmend_13
import slack_bolt.context.say.async_say as _loopmend_4
import slack_bolt.context.say_stream.async_say_stream as _loopmend_12
import slack_bolt.context.set_status.async_set_status as _loopmend_9
import slack_bolt.context.set_suggested_prompts.async_set_suggested_prompts as _loopmend_10
import slack_bolt.context.set_title.async_set_title as _loopmend_8
import slack_bolt.listener.asyncio_runner as _loopmend_1
import slack_sdk.web.async_client as _loopmend_2
from typing import Optional, TYPE_CHECKING
from slack_sdk.web.async_client import AsyncWebClient
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.base_context import BaseContext
from slack_bolt.context.complete.async_complete import AsyncComplete
from slack_bolt.context.fail.async_fail import AsyncFail
from slack_bolt.context.respond.async_respond import AsyncRespond
from slack_bolt.context.get_thread_context.async_get_thread_context import AsyncGetThreadContext
from slack_bolt.context.save_thread_context.async_save_thread_context import AsyncSaveThreadContext
from slack_bolt.context.say.async_say import AsyncSay
from slack_bolt.context.say_stream.async_say_stream import AsyncSayStream
from slack_bolt.context.set_status.async_set_status import AsyncSetStatus
from slack_bolt.context.set_suggested_prompts.async_set_suggested_prompts import AsyncSetSuggestedPrompts
from slack_bolt.context.set_title.async_set_title import AsyncSetTitle
from slack_bolt.util.utils import create_copy
if TYPE_CHECKING:
 from slack_bolt.listener.asyncio_runner import AsyncioListenerRunner
class AsyncBoltContext(BaseContext):
 def to_copyable(self) -> "AsyncBoltContext": ...
 @property
 def listener_runner(self) -> "AsyncioListenerRunner": ...
 @property
 def client(self) -> AsyncWebClient: ...
 @property
 def ack(self) -> AsyncAck: ...
 @property
 def say(self) -> AsyncSay: ...
 @property
 def respond(self) -> Optional[AsyncRespond]: ...
 @property
 def complete(self) -> AsyncComplete: ...
 @property
 def fail(self) -> AsyncFail: ...
 @property
 def set_title(self) -> Optional[AsyncSetTitle]: ...
 @property
 def set_status(self) -> Optional[AsyncSetStatus]: ...
 @property
 def set_suggested_prompts(self) -> Optional[AsyncSetSuggestedPrompts]: ...
 @property
 def get_thread_context(self) -> Optional[AsyncGetThreadContext]: ...
 @property
 def say_stream(self) -> Optional[AsyncSayStream]: ...
 @property
 def save_thread_context(self) -> Optional[AsyncSaveThreadContext]: ...

=== slack_bolt.context.base_context
import logging as _loopmend_0
import slack_bolt.authorization.authorize_result as _loopmend_1
from logging import Logger
from typing import Any, Dict, Optional, Tuple
from slack_bolt.authorization import AuthorizeResult
class BaseContext(dict):
 copyable_standard_property_names: list
 non_copyable_standard_property_names: list[str]
 standard_property_names: list
 @property
 def logger(self) -> Logger: ...
 @property
 def token(self) -> Optional[str]: ...
 @property
 def enterprise_id(self) -> Optional[str]: ...
 @property
 def is_enterprise_install(self) -> Optional[bool]: ...
 @property
 def team_id(self) -> Optional[str]: ...
 @property
 def user_id(self) -> Optional[str]: ...
 @property
 def actor_enterprise_id(self) -> Optional[str]: ...
 @property
 def actor_team_id(self) -> Optional[str]: ...
 @property
 def actor_user_id(self) -> Optional[str]: ...
 @property
 def channel_id(self) -> Optional[str]: ...
 @property
 def thread_ts(self) -> Optional[str]: ...
 @property
 def response_url(self) -> Optional[str]: ...
 @property
 def matches(self) -> Optional[Tuple]: ...
 @property
 def function_execution_id(self) -> Optional[str]: ...
 @property
 def inputs(self) -> Optional[Dict[str, Any]]: ...
 @property
 def authorize_result(self) -> Optional[AuthorizeResult]: ...
 @property
 def function_bot_access_token(self) -> Optional[str]: ...
 @property
 def bot_token(self) -> Optional[str]: ...
 @property
 def bot_id(self) -> Optional[str]: ...
 @property
 def bot_user_id(self) -> Optional[str]: ...
 @property
 def user_token(self) -> Optional[str]: ...
 def set_authorize_result(self, authorize_result: AuthorizeResult) -> None: ...

=== slack_bolt.context.complete package
from .complete import Complete
__all__ = [ "Complete", ]

=== slack_bolt.context.complete.async_complete
import slack_sdk.web.async_slack_response as _loopmend_0
from typing import Any, Dict, Optional
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse
class AsyncComplete:
 client: AsyncWebClient
 function_execution_id: Optional[str]
 _called: bool
 def __init__(self, client: AsyncWebClient, function_execution_id: Optional[str]) -> None: ...
 async def __call__(self, outputs: Optional[Dict[str, Any]] = None) -> AsyncSlackResponse: ...
 def has_been_called(self) -> bool: ...

=== slack_bolt.context.fail package
from .fail import Fail
__all__ = [ "Fail", ]

=== slack_bolt.context.fail.async_fail
import slack_sdk.web.async_slack_response as _loopmend_0
from typing import Optional
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse
class AsyncFail:
 client: AsyncWebClient
 function_execution_id: Optional[str]
 _called: bool
 def __init__(self, client: AsyncWebClient, function_execution_id: Optional[str]) -> None: ...
 async def __call__(self, error: str) -> AsyncSlackResponse: ...
 def has_been_called(self) -> bool: ...

=== slack_bolt.context.get_thread_context package
from .get_thread_context import GetThreadContext
__all__ = [ "GetThreadContext", ]

=== slack_bolt.context.get_thread_context.async_get_thread_context
import slack_bolt.context.assistant.thread_context as _loopmend_0
from typing import Optional
from slack_bolt.context.assistant.thread_context import AssistantThreadContext
from slack_bolt.context.assistant.thread_context_store.async_store import AsyncAssistantThreadContextStore
class AsyncGetThreadContext:
 thread_context_store: AsyncAssistantThreadContextStore
 payload: dict
 channel_id: str
 thread_ts: str
 _thread_context: Optional[AssistantThreadContext]
 thread_context_loaded: bool
 def __init__(self, thread_context_store: AsyncAssistantThreadContextStore, channel_id: str, thread_ts: str, payload: dict) -> None: ...
 async def __call__(self) -> Optional[AssistantThreadContext]: ...

=== slack_bolt.context.respond package
from .respond import Respond
__all__ = [ "Respond", ]

=== slack_bolt.context.respond.async_respond
import slack_sdk.webhook.webhook_response as _loopmend_0
from typing import Optional, Union, Sequence, Dict, Any
from ssl import SSLContext
from slack_sdk.models.attachments import Attachment
from slack_sdk.models.blocks import Block
from slack_sdk.webhook.async_client import AsyncWebhookClient, WebhookResponse
from slack_bolt.context.respond.internals import _build_message
class AsyncRespond:
 response_url: Optional[str]
 proxy: Optional[str]
 ssl: Optional[SSLContext]
 def __init__(self, *, response_url: Optional[str], proxy: Optional[str] = None, ssl: Optional[SSLContext] = None) -> None: ...
 async def __call__(self, text: Union[str, dict] = ..., blocks: Optional[Sequence[Union[dict, Block]]] = None, attachments: Optional[Sequence[Union[dict, Attachment]]] = None, response_type: Optional[str] = None, replace_original: Optional[bool] = None, delete_original: Optional[bool] = None, unfurl_links: Optional[bool] = None, unfurl_media: Optional[bool] = None, thread_ts: Optional[str] = None, metadata: Optional[Dict[str, Any]] = None) -> WebhookResponse: ...

=== slack_bolt.context.save_thread_context package
from .save_thread_context import SaveThreadContext
__all__ = [ "SaveThreadContext", ]

=== slack_bolt.context.save_thread_context.async_save_thread_context
from typing import Dict
from slack_bolt.context.assistant.thread_context_store.async_store import AsyncAssistantThreadContextStore
class AsyncSaveThreadContext:
 thread_context_store: AsyncAssistantThreadContextStore
 channel_id: str
 thread_ts: str
 def __init__(self, thread_context_store: AsyncAssistantThreadContextStore, channel_id: str, thread_ts: str) -> None: ...
 async def __call__(self, new_context: Dict[str, str]) -> None: ...

=== slack_bolt.context.say package
from .say import Say
__all__ = [ "Say", ]

=== slack_bolt.context.say.async_say
import slack_sdk.web.async_slack_response as _loopmend_0
from typing import Awaitable, Callable, Dict, Optional, Sequence, Union
from slack_sdk.models.attachments import Attachment
from slack_sdk.models.blocks import Block
from slack_sdk.models.metadata import Metadata
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse
from slack_bolt.context.say.internals import _can_say
from slack_bolt.util.utils import create_copy
class AsyncSay:
 client: Optional[AsyncWebClient]
 channel: Optional[str]
 thread_ts: Optional[str]
 build_metadata: Optional[Callable[[], Awaitable[Union[Dict, Metadata]]]]
 def __init__(self, client: Optional[AsyncWebClient], channel: Optional[str], thread_ts: Optional[str] = None, build_metadata: Optional[Callable[[], Awaitable[Union[Dict, Metadata]]]] = None) -> None: ...
 async def __call__(self, text: Union[str, dict] = ..., blocks: Optional[Sequence[Union[Dict, Block]]] = None, attachments: Optional[Sequence[Union[Dict, Attachment]]] = None, channel: Optional[str] = None, as_user: Optional[bool] = None, thread_ts: Optional[str] = None, reply_broadcast: Optional[bool] = None, unfurl_links: Optional[bool] = None, unfurl_media: Optional[bool] = None, icon_emoji: Optional[str] = None, icon_url: Optional[str] = None, username: Optional[str] = None, markdown_text: Optional[str] = None, mrkdwn: Optional[bool] = None, link_names: Optional[bool] = None, parse: Optional[str] = None, metadata: Optional[Union[Dict, Metadata]] = None, **kwargs) -> AsyncSlackResponse: ...

=== slack_bolt.context.say_stream package
from .say_stream import SayStream
__all__ = [ "SayStream", ]

=== slack_bolt.context.say_stream.async_say_stream
import slack_sdk.web.async_chat_stream as _loopmend_0
from typing import Optional
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_chat_stream import AsyncChatStream
class AsyncSayStream:
 client: AsyncWebClient
 channel: Optional[str]
 recipient_team_id: Optional[str]
 recipient_user_id: Optional[str]
 thread_ts: Optional[str]
 def __init__(self, *, client: AsyncWebClient, channel: Optional[str] = None, recipient_team_id: Optional[str] = None, recipient_user_id: Optional[str] = None, thread_ts: Optional[str] = None) -> None: ...
 async def __call__(self, *, buffer_size: Optional[int] = None, channel: Optional[str] = None, recipient_team_id: Optional[str] = None, recipient_user_id: Optional[str] = None, thread_ts: Optional[str] = None, icon_emoji: Optional[str] = None, icon_url: Optional[str] = None, username: Optional[str] = None, **kwargs) -> AsyncChatStream: ...

=== slack_bolt.context.set_status package
from .set_status import SetStatus
__all__ = [ "SetStatus", ]

=== slack_bolt.context.set_status.async_set_status
import slack_sdk.web.async_slack_response as _loopmend_0
from typing import List, Optional
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse
class AsyncSetStatus:
 client: AsyncWebClient
 channel_id: str
 thread_ts: str
 def __init__(self, client: AsyncWebClient, channel_id: str, thread_ts: str) -> None: ...
 async def __call__(self, status: str, loading_messages: Optional[List[str]] = None, icon_emoji: Optional[str] = None, icon_url: Optional[str] = None, username: Optional[str] = None, **kwargs) -> AsyncSlackResponse: ...

=== slack_bolt.context.set_suggested_prompts package
from .set_suggested_prompts import SetSuggestedPrompts
__all__ = [ "SetSuggestedPrompts", ]

=== slack_bolt.context.set_suggested_prompts.async_set_suggested_prompts
import slack_sdk.web.async_slack_response as _loopmend_0
from typing import Dict, List, Optional, Sequence, Union
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse
class AsyncSetSuggestedPrompts:
 client: AsyncWebClient
 channel_id: str
 thread_ts: Optional[str]
 def __init__(self, client: AsyncWebClient, channel_id: str, thread_ts: Optional[str] = None) -> None: ...
 async def __call__(self, prompts: Sequence[Union[str, Dict[str, str]]], title: Optional[str] = None, thread_ts: Optional[str] = None) -> AsyncSlackResponse: ...

=== slack_bolt.context.set_title package
from .set_title import SetTitle
__all__ = [ "SetTitle", ]

=== slack_bolt.context.set_title.async_set_title
import slack_sdk.web.async_slack_response as _loopmend_0
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse
class AsyncSetTitle:
 client: AsyncWebClient
 channel_id: str
 thread_ts: str
 def __init__(self, client: AsyncWebClient, channel_id: str, thread_ts: str) -> None: ...
 async def __call__(self, title: str) -> AsyncSlackResponse: ...

=== slack_bolt.error package
from typing import Optional, Union
class BoltError(Exception):
 ...
class BoltUnhandledRequestError(BoltError):
 request: "BoltRequest"
 body: dict
 current_response: Optional["BoltResponse"]
 last_global_middleware_name: Optional[str]
 def __init__(self, *, request: Union["BoltRequest", "AsyncBoltRequest"], current_response: Optional["BoltResponse"], last_global_middleware_name: Optional[str] = None) -> None: ...
 def __str__(self) -> str: ...

=== slack_bolt.kwargs_injection package
from .args import Args
from .utils import build_required_kwargs
__all__ = [ "Args", "build_required_kwargs", ]

=== slack_bolt.kwargs_injection.async_args
from logging import Logger
from typing import Callable, Awaitable, Dict, Any, Optional
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.context.complete.async_complete import AsyncComplete
from slack_bolt.context.fail.async_fail import AsyncFail
from slack_bolt.context.respond.async_respond import AsyncRespond
from slack_bolt.context.get_thread_context.async_get_thread_context import AsyncGetThreadContext
from slack_bolt.context.save_thread_context.async_save_thread_context import AsyncSaveThreadContext
from slack_bolt.context.say.async_say import AsyncSay
from slack_bolt.context.say_stream.async_say_stream import AsyncSayStream
from slack_bolt.context.set_status.async_set_status import AsyncSetStatus
from slack_bolt.context.set_suggested_prompts.async_set_suggested_prompts import AsyncSetSuggestedPrompts
from slack_bolt.context.set_title.async_set_title import AsyncSetTitle
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient
class AsyncArgs:
 logger: Logger
 client: AsyncWebClient
 req: AsyncBoltRequest
 resp: BoltResponse
 request: AsyncBoltRequest
 response: BoltResponse
 context: AsyncBoltContext
 body: Dict[str, Any]
 payload: Dict[str, Any]
 options: Optional[Dict[str, Any]]
 shortcut: Optional[Dict[str, Any]]
 action: Optional[Dict[str, Any]]
 view: Optional[Dict[str, Any]]
 command: Optional[Dict[str, Any]]
 event: Optional[Dict[str, Any]]
 message: Optional[Dict[str, Any]]
 ack: AsyncAck
 say: AsyncSay
 respond: AsyncRespond
 complete: AsyncComplete
 fail: AsyncFail
 set_status: Optional[AsyncSetStatus]
 set_title: Optional[AsyncSetTitle]
 set_suggested_prompts: Optional[AsyncSetSuggestedPrompts]
 get_thread_context: Optional[AsyncGetThreadContext]
 save_thread_context: Optional[AsyncSaveThreadContext]
 say_stream: Optional[AsyncSayStream]
 next: Callable[[], Awaitable[None]]
 next_: Callable[[], Awaitable[None]]
 def __init__(self, *, logger: Logger, client: AsyncWebClient, req: AsyncBoltRequest, resp: BoltResponse, context: AsyncBoltContext, body: Dict[str, Any], payload: Dict[str, Any], options: Optional[Dict[str, Any]] = None, shortcut: Optional[Dict[str, Any]] = None, action: Optional[Dict[str, Any]] = None, view: Optional[Dict[str, Any]] = None, command: Optional[Dict[str, Any]] = None, event: Optional[Dict[str, Any]] = None, message: Optional[Dict[str, Any]] = None, ack: AsyncAck, say: AsyncSay, respond: AsyncRespond, complete: AsyncComplete, fail: AsyncFail, set_status: Optional[AsyncSetStatus] = None, set_title: Optional[AsyncSetTitle] = None, set_suggested_prompts: Optional[AsyncSetSuggestedPrompts] = None, get_thread_context: Optional[AsyncGetThreadContext] = None, save_thread_context: Optional[AsyncSaveThreadContext] = None, say_stream: Optional[AsyncSayStream] = None, next: Callable[[], Awaitable[None]], **kwargs) -> None: ...

=== slack_bolt.kwargs_injection.async_utils
import inspect
import logging
from typing import Callable, Dict, MutableSequence, Optional, Any
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from .async_args import AsyncArgs
from slack_bolt.request.payload_utils import ( to_options, to_shortcut, to_action, to_view, to_command, to_event, to_message, to_step, )
from ..logger.messages import warning_skip_uncommon_arg_name
def build_async_required_kwargs(*, logger: logging.Logger, required_arg_names: MutableSequence[str], request: AsyncBoltRequest, response: Optional[BoltResponse], next_func: Optional[Callable[[], None]] = None, this_func: Optional[Callable] = None, error: Optional[Exception] = None, next_keys_required: bool = ...) -> Dict[str, Any]: ...

=== slack_bolt.lazy_listener package
from .runner import LazyListenerRunner
from .thread_runner import ThreadLazyListenerRunner
__all__ = [ "LazyListenerRunner", "ThreadLazyListenerRunner", ]

=== slack_bolt.lazy_listener.async_internals
from functools import wraps
from logging import Logger
from typing import Callable, Awaitable
from slack_bolt.kwargs_injection.async_utils import build_async_required_kwargs
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.util.utils import get_arg_names_of_callable
async def to_runnable_function(internal_func: Callable[..., Awaitable[None]], logger: Logger, request: AsyncBoltRequest) -> None: ...

=== slack_bolt.lazy_listener.async_runner
from abc import abstractmethod, ABCMeta
from logging import Logger
from typing import Callable, Awaitable
from slack_bolt.lazy_listener.async_internals import to_runnable_function
from slack_bolt.request.async_request import AsyncBoltRequest
class AsyncLazyListenerRunner(metaclass=ABCMeta):
 logger: Logger
 @abstractmethod
 def start(self, function: Callable[..., Awaitable[None]], request: AsyncBoltRequest) -> None: ...
 async def run(self, function: Callable[..., Awaitable[None]], request: AsyncBoltRequest) -> None: ...

=== slack_bolt.lazy_listener.asyncio_runner
import asyncio
from logging import Logger
from typing import Callable, Awaitable
from slack_bolt.lazy_listener.async_internals import to_runnable_function
from slack_bolt.lazy_listener.async_runner import AsyncLazyListenerRunner
from slack_bolt.request.async_request import AsyncBoltRequest
class AsyncioLazyListenerRunner(AsyncLazyListenerRunner):
 logger: Logger
 def __init__(self, logger: Logger) -> None: ...
 def start(self, function: Callable[..., Awaitable[None]], request: AsyncBoltRequest) -> None: ...

=== slack_bolt.listener package
import slack_bolt.listener.custom_listener as _loopmend_0
from .custom_listener import CustomListener
from .listener import Listener
builtin_listener_classes: list[type[_loopmend_0.CustomListener]]
__all__ = [ "CustomListener", "Listener", "builtin_listener_classes", ]

=== slack_bolt.listener.async_builtins
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.oauth.installation_store.async_installation_store import ( AsyncInstallationStore, )
class AsyncTokenRevocationListeners:
 installation_store: AsyncInstallationStore
 def __init__(self, installation_store: AsyncInstallationStore) -> None: ...
 async def handle_tokens_revoked_events(self, event: dict, context: AsyncBoltContext) -> None: ...
 async def handle_app_uninstalled_events(self, context: AsyncBoltContext) -> None: ...

=== slack_bolt.listener.async_listener
import slack_bolt.listener.async_listener as _loopmend_1
import slack_bolt.response.response as _loopmend_0
from abc import abstractmethod, ABCMeta
from typing import Callable, Awaitable, MutableSequence, Tuple, Optional, Sequence
from slack_bolt.listener_matcher.async_listener_matcher import AsyncListenerMatcher
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from ..kwargs_injection.async_utils import build_async_required_kwargs
from ..util.utils import get_arg_names_of_callable
class AsyncListener(metaclass=ABCMeta):
 matchers: Sequence[AsyncListenerMatcher]
 middleware: Sequence[AsyncMiddleware]
 ack_function: Callable[..., Awaitable[BoltResponse]]
 lazy_functions: Sequence[Callable[..., Awaitable[None]]]
 auto_acknowledgement: bool
 ack_timeout: int
 async def async_matches(self, *, req: AsyncBoltRequest, resp: BoltResponse) -> bool: ...
 async def run_async_middleware(self, *, req: AsyncBoltRequest, resp: BoltResponse) -> Tuple[Optional[BoltResponse], bool]: ...
 @abstractmethod
 async def run_ack_function(self, *, request: AsyncBoltRequest, response: BoltResponse) -> Optional[BoltResponse]: ...
from logging import Logger
from slack_bolt.logger import get_bolt_app_logger
class AsyncCustomListener(AsyncListener):
 app_name: str
 ack_function: Callable[..., Awaitable[Optional[BoltResponse]]]
 lazy_functions: Sequence[Callable[..., Awaitable[None]]]
 matchers: Sequence[AsyncListenerMatcher]
 middleware: Sequence[AsyncMiddleware]
 auto_acknowledgement: bool
 ack_timeout: int
 arg_names: MutableSequence[str]
 logger: Logger
 def __init__(self, *, app_name: str, ack_function: Callable[..., Awaitable[Optional[BoltResponse]]], lazy_functions: Sequence[Callable[..., Awaitable[None]]], matchers: Sequence[AsyncListenerMatcher], middleware: Sequence[AsyncMiddleware], auto_acknowledgement: bool = ..., ack_timeout: int = ..., base_logger: Optional[Logger] = None) -> None: ...
 async def run_ack_function(self, *, request: AsyncBoltRequest, response: BoltResponse) -> Optional[BoltResponse]: ...
builtin_async_listener_classes: list[type[_loopmend_1.AsyncCustomListener]]

=== slack_bolt.listener.async_listener_completion_handler
import logging as _loopmend_0
import typing as _loopmend_1
from abc import ABCMeta, abstractmethod
from logging import Logger
from typing import Callable, Dict, Any, Awaitable, Optional
from slack_bolt.kwargs_injection.async_utils import build_async_required_kwargs
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_bolt.util.utils import get_arg_names_of_callable
class AsyncListenerCompletionHandler(metaclass=ABCMeta):
 @abstractmethod
 async def handle(self, request: AsyncBoltRequest, response: Optional[BoltResponse]) -> None: ...
class AsyncCustomListenerCompletionHandler(AsyncListenerCompletionHandler):
 def __init__(self, logger: Logger, func: Callable[..., Awaitable[None]]) -> None: ...
 async def handle(self, request: AsyncBoltRequest, response: Optional[BoltResponse]) -> None: ...
 logger: _loopmend_0.Logger
 func: _loopmend_1.Callable[..., _loopmend_1.Awaitable[None]]
 arg_names: list[str]
class AsyncDefaultListenerCompletionHandler(AsyncListenerCompletionHandler):
 def __init__(self, logger: Logger) -> None: ...
 async def handle(self, request: AsyncBoltRequest, response: Optional[BoltResponse]): ...
 logger: _loopmend_0.Logger

=== slack_bolt.listener.async_listener_error_handler
import logging as _loopmend_0
import slack_bolt.response.response as _loopmend_1
import typing as _loopmend_2
from abc import ABCMeta, abstractmethod
from logging import Logger
from typing import Callable, Dict, Any, Awaitable, Optional
from slack_bolt.kwargs_injection.async_utils import build_async_required_kwargs
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_bolt.util.utils import get_arg_names_of_callable
class AsyncListenerErrorHandler(metaclass=ABCMeta):
 @abstractmethod
 async def handle(self, error: Exception, request: AsyncBoltRequest, response: Optional[BoltResponse]) -> None: ...
class AsyncCustomListenerErrorHandler(AsyncListenerErrorHandler):
 def __init__(self, logger: Logger, func: Callable[..., Awaitable[Optional[BoltResponse]]]) -> None: ...
 async def handle(self, error: Exception, request: AsyncBoltRequest, response: Optional[BoltResponse]) -> None: ...
 logger: _loopmend_0.Logger
 func: _loopmend_2.Callable[..., _loopmend_2.Awaitable[None | _loopmend_1.BoltResponse]]
 arg_names: list[str]
class AsyncDefaultListenerErrorHandler(AsyncListenerErrorHandler):
 def __init__(self, logger: Logger) -> None: ...
 async def handle(self, error: Exception, request: AsyncBoltRequest, response: Optional[BoltResponse]) -> None: ...
 logger: _loopmend_0.Logger

=== slack_bolt.listener.async_listener_start_handler
import logging as _loopmend_0
import typing as _loopmend_1
from abc import ABCMeta, abstractmethod
from logging import Logger
from typing import Callable, Dict, Any, Awaitable, Optional
from slack_bolt.kwargs_injection.async_utils import build_async_required_kwargs
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_bolt.util.utils import get_arg_names_of_callable
class AsyncListenerStartHandler(metaclass=ABCMeta):
 @abstractmethod
 async def handle(self, request: AsyncBoltRequest, response: Optional[BoltResponse]) -> None: ...
class AsyncCustomListenerStartHandler(AsyncListenerStartHandler):
 def __init__(self, logger: Logger, func: Callable[..., Awaitable[None]]) -> None: ...
 async def handle(self, request: AsyncBoltRequest, response: Optional[BoltResponse]) -> None: ...
 logger: _loopmend_0.Logger
 func: _loopmend_1.Callable[..., _loopmend_1.Awaitable[None]]
 arg_names: list[str]
class AsyncDefaultListenerStartHandler(AsyncListenerStartHandler):
 def __init__(self, logger: Logger) -> None: ...
 async def handle(self, request: AsyncBoltRequest, response: Optional[BoltResponse]): ...
 logger: _loopmend_0.Logger

=== slack_bolt.listener.asyncio_runner
import slack_bolt.request.async_request as _loopmend_1
import slack_bolt.response.response as _loopmend_0
import asyncio
import time
from asyncio import Future
from logging import Logger
from typing import Optional, Callable, Awaitable
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.lazy_listener.async_runner import AsyncLazyListenerRunner
from slack_bolt.listener.async_listener import AsyncListener
from slack_bolt.listener.async_listener_start_handler import ( AsyncListenerStartHandler, )
from slack_bolt.listener.async_listener_completion_handler import ( AsyncListenerCompletionHandler, )
from slack_bolt.listener.async_listener_error_handler import AsyncListenerErrorHandler
from slack_bolt.logger.messages import ( debug_responding, debug_running_lazy_listener, warning_did_not_call_ack, )
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_bolt.util.utils import create_copy, get_name_for_callable
class AsyncioListenerRunner:
 logger: Logger
 process_before_response: bool
 listener_error_handler: AsyncListenerErrorHandler
 listener_start_handler: AsyncListenerStartHandler
 listener_completion_handler: AsyncListenerCompletionHandler
 lazy_listener_runner: AsyncLazyListenerRunner
 def __init__(self, logger: Logger, process_before_response: bool, listener_error_handler: AsyncListenerErrorHandler, listener_start_handler: AsyncListenerStartHandler, listener_completion_handler: AsyncListenerCompletionHandler, lazy_listener_runner: AsyncLazyListenerRunner) -> None: ...
 async def run(self, request: AsyncBoltRequest, response: BoltResponse, listener_name: str, listener: AsyncListener, starting_time: Optional[float] = None) -> Optional[BoltResponse]: ...
 def _start_lazy_function(self, lazy_func: Callable[..., Awaitable[None]], request: AsyncBoltRequest) -> None: ...
 def _build_lazy_request(self, request: AsyncBoltRequest, lazy_func_name: str) -> AsyncBoltRequest: ...
 def _debug_log_completion(self, starting_time: float, response: BoltResponse) -> None: ...

=== slack_bolt.listener_matcher package
import slack_bolt.listener_matcher.custom_listener_matcher as _loopmend_0
from .custom_listener_matcher import CustomListenerMatcher
from .listener_matcher import ListenerMatcher
builtin_listener_matcher_classes: list[type[_loopmend_0.CustomListenerMatcher]]
__all__ = [ "CustomListenerMatcher", "ListenerMatcher", "builtin_listener_matcher_classes", ]

=== slack_bolt.listener_matcher.async_builtins
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from .async_listener_matcher import AsyncListenerMatcher
from .builtins import BuiltinListenerMatcher
from ..kwargs_injection.async_utils import build_async_required_kwargs
class AsyncBuiltinListenerMatcher(BuiltinListenerMatcher, AsyncListenerMatcher):
 async def async_matches(self, req: AsyncBoltRequest, resp: BoltResponse) -> bool: ...

=== slack_bolt.listener_matcher.async_listener_matcher
import slack_bolt.listener_matcher.async_listener_matcher as _loopmend_0
from abc import abstractmethod, ABCMeta
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_bolt.util.utils import get_arg_names_of_callable
class AsyncListenerMatcher(metaclass=ABCMeta):
 @abstractmethod
 async def async_matches(self, req: AsyncBoltRequest, resp: BoltResponse) -> bool: ...
from logging import Logger
from typing import Callable, Awaitable, Sequence, Optional
from slack_bolt.kwargs_injection.async_utils import build_async_required_kwargs
from slack_bolt.logger import get_bolt_app_logger
class AsyncCustomListenerMatcher(AsyncListenerMatcher):
 app_name: str
 func: Callable[..., Awaitable[bool]]
 arg_names: Sequence[str]
 logger: Logger
 def __init__(self, *, app_name: str, func: Callable[..., Awaitable[bool]], base_logger: Optional[Logger] = None) -> None: ...
 async def async_matches(self, req: AsyncBoltRequest, resp: BoltResponse) -> bool: ...
builtin_async_listener_matcher_classes: list[type[_loopmend_0.AsyncCustomListenerMatcher]]

=== slack_bolt.listener_matcher.builtins
import logging as _loopmend_1
import slack_bolt.listener_matcher.async_builtins as _loopmend_2
import slack_bolt.listener_matcher.builtins as _loopmend_3
import typing as _loopmend_0
import re
from logging import Logger
from slack_bolt.error import BoltError
from slack_bolt.request.payload_utils import ( is_block_actions, is_function, is_global_shortcut, is_message_shortcut, is_attachment_action, is_dialog_submission, is_dialog_cancellation, is_workflow_step_edit, is_slash_command, is_event, is_view_submission, is_view_closed, is_block_suggestion, is_dialog_suggestion, is_shortcut, to_action, is_workflow_step_save, )
from ..logger.messages import error_message_event_type
from ..util.utils import get_arg_names_of_callable
from re import Pattern
from typing import Callable, Awaitable, Any, Sequence, Optional, Union, Dict
from slack_bolt.kwargs_injection import build_required_kwargs
from slack_bolt.request import BoltRequest
from slack_bolt.response import BoltResponse
from .listener_matcher import ListenerMatcher
from slack_bolt.logger import get_bolt_logger
class BuiltinListenerMatcher(ListenerMatcher):
 def __init__(self, *, func: Callable[..., Union[bool, Awaitable[bool]]], base_logger: Optional[Logger] = None) -> None: ...
 def matches(self, req: BoltRequest, resp: BoltResponse) -> bool: ...
 func: _loopmend_0.Callable[..., _loopmend_0.Any]
 arg_names: list[str]
 logger: _loopmend_1.Logger
def build_listener_matcher(func: Callable[..., bool], asyncio: bool, base_logger: Optional[Logger] = None) -> _loopmend_2.AsyncBuiltinListenerMatcher | _loopmend_3.BuiltinListenerMatcher: ...
def event(constraints: Union[ str, Pattern, Dict[str, Optional[Union[str, Sequence[Optional[Union[str, Pattern]]]]]], ], asyncio: bool = ..., base_logger: Optional[Logger] = None) -> _loopmend_2.AsyncBuiltinListenerMatcher | _loopmend_3.BuiltinListenerMatcher: ...
def message_event(constraints: Dict[str, Optional[Union[str, Sequence[Optional[Union[str, Pattern]]]]]], keyword: Union[str, Pattern], asyncio: bool = ..., base_logger: Optional[Logger] = None) -> _loopmend_2.AsyncBuiltinListenerMatcher | _loopmend_3.BuiltinListenerMatcher: ...
def _check_event_subtype(event_payload: dict, constraints: dict) -> bool: ...
def _verify_message_event_type(event_type: Union[str, Pattern]) -> None: ...
def function_executed(callback_id: Union[str, Pattern], asyncio: bool = ..., base_logger: Optional[Logger] = None) -> _loopmend_2.AsyncBuiltinListenerMatcher | _loopmend_3.BuiltinListenerMatcher: ...
def workflow_step_execute(callback_id: Union[str, Pattern], asyncio: bool = ..., base_logger: Optional[Logger] = None) -> _loopmend_2.AsyncBuiltinListenerMatcher | _loopmend_3.BuiltinListenerMatcher: ...
def command(command: Union[str, Pattern], asyncio: bool = ..., base_logger: Optional[Logger] = None) -> _loopmend_2.AsyncBuiltinListenerMatcher | _loopmend_3.BuiltinListenerMatcher: ...
def shortcut(constraints: Union[str, Pattern, Dict[str, Union[str, Pattern]]], asyncio: bool = ..., base_logger: Optional[Logger] = None) -> _loopmend_2.AsyncBuiltinListenerMatcher | _loopmend_3.BuiltinListenerMatcher: ...
def global_shortcut(callback_id: Union[str, Pattern], asyncio: bool = ..., base_logger: Optional[Logger] = None) -> _loopmend_2.AsyncBuiltinListenerMatcher | _loopmend_3.BuiltinListenerMatcher: ...
def message_shortcut(callback_id: Union[str, Pattern], asyncio: bool = ..., base_logger: Optional[Logger] = None) -> _loopmend_2.AsyncBuiltinListenerMatcher | _loopmend_3.BuiltinListenerMatcher: ...
def action(constraints: Union[str, Pattern, Dict[str, Union[str, Pattern]]], asyncio: bool = ..., base_logger: Optional[Logger] = None) -> _loopmend_2.AsyncBuiltinListenerMatcher | _loopmend_3.BuiltinListenerMatcher: ...
def _block_action(constraints: Union[str, Pattern, Dict[str, Union[str, Pattern]]], body: Dict[str, Any]) -> bool: ...
def block_action(constraints: Union[str, Pattern, Dict[str, Union[str, Pattern]]], asyncio: bool = ..., base_logger: Optional[Logger] = None) -> _loopmend_2.AsyncBuiltinListenerMatcher | _loopmend_3.BuiltinListenerMatcher: ...
def _attachment_action(callback_id: Union[str, Pattern], body: Dict[str, Any]) -> bool: ...
def attachment_action(callback_id: Union[str, Pattern], asyncio: bool = ..., base_logger: Optional[Logger] = None) -> _loopmend_2.AsyncBuiltinListenerMatcher | _loopmend_3.BuiltinListenerMatcher: ...
def _dialog_submission(callback_id: Union[str, Pattern], body: Dict[str, Any]) -> bool: ...
def dialog_submission(callback_id: Union[str, Pattern], asyncio: bool = ..., base_logger: Optional[Logger] = None) -> _loopmend_2.AsyncBuiltinListenerMatcher | _loopmend_3.BuiltinListenerMatcher: ...
def _dialog_cancellation(callback_id: Union[str, Pattern], body: Dict[str, Any]) -> bool: ...
def dialog_cancellation(callback_id: Union[str, Pattern], asyncio: bool = ..., base_logger: Optional[Logger] = None) -> _loopmend_2.AsyncBuiltinListenerMatcher | _loopmend_3.BuiltinListenerMatcher: ...
def _workflow_step_edit(callback_id: Union[str, Pattern], body: Dict[str, Any]) -> bool: ...
def workflow_step_edit(callback_id: Union[str, Pattern], asyncio: bool = ..., base_logger: Optional[Logger] = None) -> _loopmend_2.AsyncBuiltinListenerMatcher | _loopmend_3.BuiltinListenerMatcher: ...
def view(constraints: Union[str, Pattern, Dict[str, Union[str, Pattern]]], asyncio: bool = ..., base_logger: Optional[Logger] = None) -> _loopmend_2.AsyncBuiltinListenerMatcher | _loopmend_3.BuiltinListenerMatcher: ...
def view_submission(callback_id: Union[str, Pattern], asyncio: bool = ..., base_logger: Optional[Logger] = None) -> _loopmend_2.AsyncBuiltinListenerMatcher | _loopmend_3.BuiltinListenerMatcher: ...
def view_closed(callback_id: Union[str, Pattern], asyncio: bool = ..., base_logger: Optional[Logger] = None) -> _loopmend_2.AsyncBuiltinListenerMatcher | _loopmend_3.BuiltinListenerMatcher: ...
def workflow_step_save(callback_id: Union[str, Pattern], asyncio: bool = ..., base_logger: Optional[Logger] = None) -> _loopmend_2.AsyncBuiltinListenerMatcher | _loopmend_3.BuiltinListenerMatcher: ...
def options(constraints: Union[str, Pattern, Dict[str, Union[str, Pattern]]], asyncio: bool = ..., base_logger: Optional[Logger] = None) -> _loopmend_2.AsyncBuiltinListenerMatcher | _loopmend_3.BuiltinListenerMatcher: ...
def _block_suggestion(action_id: Union[str, Pattern], body: Dict[str, Any]) -> bool: ...
def block_suggestion(action_id: Union[str, Pattern], asyncio: bool = ..., base_logger: Optional[Logger] = None) -> _loopmend_2.AsyncBuiltinListenerMatcher | _loopmend_3.BuiltinListenerMatcher: ...
def _dialog_suggestion(callback_id: Union[str, Pattern], body: Dict[str, Any]) -> bool: ...
def dialog_suggestion(callback_id: Union[str, Pattern], asyncio: bool = ..., base_logger: Optional[Logger] = None) -> _loopmend_2.AsyncBuiltinListenerMatcher | _loopmend_3.BuiltinListenerMatcher: ...
def _matches(str_or_pattern: Union[str, Pattern], input: Optional[str]) -> bool: ...

=== slack_bolt.listener_matcher.listener_matcher
from abc import abstractmethod, ABCMeta
from slack_bolt.request import BoltRequest
from slack_bolt.response import BoltResponse
class ListenerMatcher(metaclass=ABCMeta):
 @abstractmethod
 def matches(self, req: BoltRequest, resp: BoltResponse) -> bool: ...

=== slack_bolt.logger package
import logging as _loopmend_0
import logging
from logging import Logger
from typing import Any, Optional
def get_bolt_logger(cls: Any, base_logger: Optional[Logger] = None) -> Logger: ...
def get_bolt_app_logger(app_name: str, cls: object = None, base_logger: Optional[Logger] = None) -> Logger: ...
def _configure_from_base_logger(new_logger: Logger, base_logger: Logger) -> None: ...
def _configure_from_root(new_logger: Logger) -> None: ...
__all__ = [ "get_bolt_logger", "get_bolt_app_logger", ]

=== slack_bolt.logger.messages
from re import Pattern
import time
from typing import Union, Dict, Any, Optional
from slack_sdk.web import SlackResponse
from slack_bolt.request import BoltRequest
from slack_bolt.request.payload_utils import ( is_action, is_event, is_function, is_options, is_shortcut, is_slash_command, is_view_submission, is_view_closed, is_workflow_step_edit, is_workflow_step_save, is_workflow_step_execute, )
def error_client_invalid_type() -> str: ...
def error_client_invalid_type_async() -> str: ...
def error_oauth_flow_invalid_type_async() -> str: ...
def error_oauth_settings_invalid_type_async() -> str: ...
def error_auth_test_failure(error_response: SlackResponse) -> str: ...
def error_token_required() -> str: ...
def error_unexpected_listener_middleware(middleware_type) -> str: ...
def error_listener_function_must_be_coro_func(func_name: str) -> str: ...
def error_authorize_conflicts() -> str: ...
def error_message_event_type(event_type: Union[str, Pattern]) -> str: ...
def error_installation_store_required_for_builtin_listeners() -> str: ...
def error_oauth_flow_or_authorize_required() -> str: ...
def warning_client_prioritized_and_token_skipped() -> str: ...
def warning_token_skipped() -> str: ...
def warning_installation_store_conflicts() -> str: ...
def warning_unhandled_by_global_middleware(name: str, req: Union[BoltRequest, "AsyncBoltRequest"]) -> str: ...
_unhandled_request_suggestion_prefix: str
def _build_filtered_body(body: Optional[Dict[str, Any]]) -> dict: ...
def _build_unhandled_request_suggestion(default_message: str, code_snippet: str) -> str: ...
def warning_unhandled_request(req: Union[BoltRequest, "AsyncBoltRequest"]) -> str: ...
def warning_did_not_call_ack(listener_name: str) -> str: ...
def warning_bot_only_conflicts() -> str: ...
def warning_skip_uncommon_arg_name(arg_name: str) -> str: ...
def warning_ack_timeout_has_no_effect(identifier: Union[str, Pattern], ack_timeout: int) -> str: ...
def info_default_oauth_settings_loaded() -> str: ...
def debug_applying_middleware(middleware_name: str) -> str: ...
def debug_checking_listener(listener_name: str) -> str: ...
def debug_running_listener(listener_name: str) -> str: ...
def debug_running_lazy_listener(func_name: str) -> str: ...
def debug_responding(status: int, body: str, millis: int) -> str: ...
def debug_return_listener_middleware_response(listener_name: str, status: int, body: str, starting_time: float) -> str: ...

=== slack_bolt.middleware package
import slack_bolt.middleware.attaching_function_token.attaching_function_token as _loopmend_6
import slack_bolt.middleware.authorization.multi_teams_authorization as _loopmend_3
import slack_bolt.middleware.authorization.single_team_authorization as _loopmend_2
import slack_bolt.middleware.ignoring_self_events.ignoring_self_events as _loopmend_4
import slack_bolt.middleware.request_verification.request_verification as _loopmend_1
import slack_bolt.middleware.ssl_check.ssl_check as _loopmend_0
import slack_bolt.middleware.url_verification.url_verification as _loopmend_5
from .authorization import ( SingleTeamAuthorization, MultiTeamsAuthorization, )
from .custom_middleware import CustomMiddleware
from .ignoring_self_events import IgnoringSelfEvents
from .middleware import Middleware
from .request_verification import RequestVerification
from .ssl_check import SslCheck
from .url_verification import UrlVerification
from .attaching_function_token import AttachingFunctionToken
from .attaching_conversation_kwargs import AttachingConversationKwargs
builtin_middleware_classes: list[type[_loopmend_0.SslCheck] | type[_loopmend_1.RequestVerification] | type[_loopmend_2.SingleTeamAuthorization] | type[_loopmend_3.MultiTeamsAuthorization] | type[_loopmend_4.IgnoringSelfEvents] | type[_loopmend_5.UrlVerification] | type[_loopmend_6.AttachingFunctionToken]]
__all__ = [ "SingleTeamAuthorization", "MultiTeamsAuthorization", "CustomMiddleware", "IgnoringSelfEvents", "Middleware", "RequestVerification", "SslCheck", "UrlVerification", "AttachingFunctionToken", "AttachingConversationKwargs", "builtin_middleware_classes", ]

=== slack_bolt.middleware.assistant package
from .assistant import Assistant
__all__ = [ "Assistant", ]

=== slack_bolt.middleware.assistant.async_assistant
import slack_bolt.listener.async_listener as _loopmend_3
import slack_bolt.listener_matcher.async_listener_matcher as _loopmend_0
import slack_bolt.response.response as _loopmend_2
import typing as _loopmend_1
import logging
from functools import wraps
from logging import Logger
from typing import List, Optional, Union, Callable, Awaitable
from slack_bolt.context.save_thread_context.async_save_thread_context import AsyncSaveThreadContext
from slack_bolt.context.assistant.thread_context_store.async_store import AsyncAssistantThreadContextStore
from slack_bolt.listener.asyncio_runner import AsyncioListenerRunner
from slack_bolt.listener_matcher.builtins import build_listener_matcher
from slack_bolt.middleware.attaching_conversation_kwargs.async_attaching_conversation_kwargs import ( AsyncAttachingConversationKwargs, )
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_bolt.error import BoltError
from slack_bolt.listener.async_listener import AsyncListener, AsyncCustomListener
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.listener_matcher.async_listener_matcher import AsyncListenerMatcher
from slack_bolt.request.payload_utils import ( is_assistant_thread_started_event, is_user_message_event_in_assistant_thread, is_assistant_thread_context_changed_event, is_other_message_sub_event_in_assistant_thread, is_bot_message_event_in_assistant_thread, )
from slack_bolt.util.utils import is_used_without_argument
class AsyncAssistant(AsyncMiddleware):
 _thread_started_listeners: Optional[List[AsyncListener]]
 _user_message_listeners: Optional[List[AsyncListener]]
 _bot_message_listeners: Optional[List[AsyncListener]]
 _thread_context_changed_listeners: Optional[List[AsyncListener]]
 thread_context_store: Optional[AsyncAssistantThreadContextStore]
 base_logger: Optional[logging.Logger]
 def __init__(self, *, app_name: str = ..., thread_context_store: Optional[AsyncAssistantThreadContextStore] = None, logger: Optional[logging.Logger] = None) -> None: ...
 def thread_started(self, *args, matchers: Optional[Union[Callable[..., bool], AsyncListenerMatcher]] = None, middleware: Optional[Union[Callable, AsyncMiddleware]] = None, lazy: Optional[List[Callable[..., None]]] = None): ...
 def user_message(self, *args, matchers: Optional[Union[Callable[..., bool], AsyncListenerMatcher]] = None, middleware: Optional[Union[Callable, AsyncMiddleware]] = None, lazy: Optional[List[Callable[..., None]]] = None): ...
 def bot_message(self, *args, matchers: Optional[Union[Callable[..., bool], AsyncListenerMatcher]] = None, middleware: Optional[Union[Callable, AsyncMiddleware]] = None, lazy: Optional[List[Callable[..., None]]] = None): ...
 def thread_context_changed(self, *args, matchers: Optional[Union[Callable[..., bool], AsyncListenerMatcher]] = None, middleware: Optional[Union[Callable, AsyncMiddleware]] = None, lazy: Optional[List[Callable[..., None]]] = None): ...
 @staticmethod
 def _merge_matchers(primary_matcher: Union[Callable[..., bool], AsyncListenerMatcher], custom_matchers: Optional[Union[Callable[..., bool], AsyncListenerMatcher]]) -> list | list[_loopmend_0.AsyncListenerMatcher | _loopmend_1.Callable[..., _loopmend_1.Any]]: ...
 @staticmethod
 async def default_thread_context_changed(save_thread_context: AsyncSaveThreadContext, payload: dict) -> None: ...
 async def async_process(self, *, req: AsyncBoltRequest, resp: BoltResponse, next: Callable[[], Awaitable[BoltResponse]]) -> Optional[BoltResponse]: ...
 def build_listener(self, listener_or_functions: Union[AsyncListener, Callable, List[Callable]], matchers: Optional[List[Union[AsyncListenerMatcher, Callable[..., Awaitable[bool]]]]] = None, middleware: Optional[List[AsyncMiddleware]] = None, base_logger: Optional[Logger] = None) -> AsyncListener: ...
 app_name: str

=== slack_bolt.middleware.async_builtins
from .ignoring_self_events.async_ignoring_self_events import ( AsyncIgnoringSelfEvents, )
from .request_verification.async_request_verification import ( AsyncRequestVerification, )
from .ssl_check.async_ssl_check import AsyncSslCheck
from .url_verification.async_url_verification import AsyncUrlVerification
from .message_listener_matches.async_message_listener_matches import ( AsyncMessageListenerMatches, )
from .attaching_function_token.async_attaching_function_token import AsyncAttachingFunctionToken
from .attaching_conversation_kwargs.async_attaching_conversation_kwargs import AsyncAttachingConversationKwargs
__all__ = [ "AsyncIgnoringSelfEvents", "AsyncRequestVerification", "AsyncSslCheck", "AsyncUrlVerification", "AsyncMessageListenerMatches", "AsyncAttachingFunctionToken", "AsyncAttachingConversationKwargs", ]

=== slack_bolt.middleware.async_custom_middleware
import slack_bolt.response.response as _loopmend_0
from logging import Logger
from typing import Callable, Awaitable, Any, MutableSequence, Optional
from slack_bolt.kwargs_injection.async_utils import build_async_required_kwargs
from slack_bolt.logger import get_bolt_app_logger
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from .async_middleware import AsyncMiddleware
from slack_bolt.util.utils import get_name_for_callable, get_arg_names_of_callable, is_callable_coroutine
class AsyncCustomMiddleware(AsyncMiddleware):
 app_name: str
 func: Callable[..., Awaitable[Any]]
 arg_names: MutableSequence[str]
 logger: Logger
 def __init__(self, *, app_name: str, func: Callable[..., Awaitable[Any]], base_logger: Optional[Logger] = None) -> None: ...
 async def async_process(self, *, req: AsyncBoltRequest, resp: BoltResponse, next: Callable[[], Awaitable[BoltResponse]]) -> BoltResponse: ...
 @property
 def name(self) -> str: ...

=== slack_bolt.middleware.async_middleware
import slack_bolt.response.response as _loopmend_0
from abc import ABCMeta, abstractmethod
from typing import Callable, Awaitable, Optional
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
class AsyncMiddleware(metaclass=ABCMeta):
 @abstractmethod
 async def async_process(self, *, req: AsyncBoltRequest, resp: BoltResponse, next: Callable[[], Awaitable[BoltResponse]]) -> Optional[BoltResponse]: ...
 @property
 def name(self) -> str: ...

=== slack_bolt.middleware.async_middleware_error_handler
import logging as _loopmend_0
import slack_bolt.response.response as _loopmend_1
import typing as _loopmend_2
from abc import ABCMeta, abstractmethod
from logging import Logger
from typing import Callable, Dict, Any, Awaitable, Optional
from slack_bolt.kwargs_injection.async_utils import build_async_required_kwargs
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_bolt.util.utils import get_arg_names_of_callable
class AsyncMiddlewareErrorHandler(metaclass=ABCMeta):
 @abstractmethod
 async def handle(self, error: Exception, request: AsyncBoltRequest, response: Optional[BoltResponse]) -> None: ...
class AsyncCustomMiddlewareErrorHandler(AsyncMiddlewareErrorHandler):
 def __init__(self, logger: Logger, func: Callable[..., Awaitable[Optional[BoltResponse]]]) -> None: ...
 async def handle(self, error: Exception, request: AsyncBoltRequest, response: Optional[BoltResponse]) -> None: ...
 logger: _loopmend_0.Logger
 func: _loopmend_2.Callable[..., _loopmend_2.Awaitable[None | _loopmend_1.BoltResponse]]
 arg_names: list[str]
class AsyncDefaultMiddlewareErrorHandler(AsyncMiddlewareErrorHandler):
 def __init__(self, logger: Logger) -> None: ...
 async def handle(self, error: Exception, request: AsyncBoltRequest, response: Optional[BoltResponse]) -> None: ...
 logger: _loopmend_0.Logger

=== slack_bolt.middleware.attaching_conversation_kwargs package
from .attaching_conversation_kwargs import AttachingConversationKwargs
__all__ = [ "AttachingConversationKwargs", ]

=== slack_bolt.middleware.attaching_conversation_kwargs.async_attaching_conversation_kwargs
import slack_bolt.response.response as _loopmend_0
from typing import Optional, Callable, Awaitable
from slack_bolt.context.assistant.async_assistant_utilities import AsyncAssistantUtilities
from slack_bolt.context.assistant.thread_context_store.async_store import AsyncAssistantThreadContextStore
from slack_bolt.context.say_stream.async_say_stream import AsyncSayStream
from slack_bolt.context.set_status.async_set_status import AsyncSetStatus
from slack_bolt.context.set_suggested_prompts.async_set_suggested_prompts import AsyncSetSuggestedPrompts
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.request.payload_utils import ( is_app_home_opened_event, is_assistant_event, is_assistant_thread_context_changed_event, is_assistant_thread_started_event, is_im_message_event, to_event, )
from slack_bolt.response import BoltResponse
class AsyncAttachingConversationKwargs(AsyncMiddleware):
 thread_context_store: Optional[AsyncAssistantThreadContextStore]
 def __init__(self, thread_context_store: Optional[AsyncAssistantThreadContextStore] = None) -> None: ...
 async def async_process(self, *, req: AsyncBoltRequest, resp: BoltResponse, next: Callable[[], Awaitable[BoltResponse]]) -> Optional[BoltResponse]: ...

=== slack_bolt.middleware.attaching_function_token package
from .attaching_function_token import AttachingFunctionToken
__all__ = [ "AttachingFunctionToken", ]

=== slack_bolt.middleware.attaching_function_token.async_attaching_function_token
import slack_bolt.response.response as _loopmend_0
from typing import Callable, Awaitable
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_bolt.middleware.async_middleware import AsyncMiddleware
class AsyncAttachingFunctionToken(AsyncMiddleware):
 async def async_process(self, *, req: AsyncBoltRequest, resp: BoltResponse, next: Callable[[], Awaitable[BoltResponse]]) -> BoltResponse: ...

=== slack_bolt.middleware.authorization package
from .authorization import Authorization
from .multi_teams_authorization import MultiTeamsAuthorization
from .single_team_authorization import SingleTeamAuthorization
__all__ = [ "Authorization", "MultiTeamsAuthorization", "SingleTeamAuthorization", ]

=== slack_bolt.middleware.authorization.async_authorization
from abc import ABC
from slack_bolt.middleware.async_middleware import AsyncMiddleware
class AsyncAuthorization(AsyncMiddleware, ABC):
 ...

=== slack_bolt.middleware.authorization.async_internals
import slack_bolt.response.response as _loopmend_0
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
def _is_url_verification(req: AsyncBoltRequest) -> bool: ...
def _is_ssl_check(req: AsyncBoltRequest) -> bool: ...
def _is_no_auth_required(req: AsyncBoltRequest) -> bool: ...
def _build_user_facing_error_response(message: str) -> BoltResponse: ...

=== slack_bolt.middleware.authorization.async_multi_teams_authorization
import logging as _loopmend_1
import slack_bolt.response.response as _loopmend_0
from logging import Logger
from typing import Callable, Optional, Awaitable
from slack_sdk.errors import SlackApiError
from slack_bolt.logger import get_bolt_logger
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from .async_authorization import AsyncAuthorization
from .async_internals import _build_user_facing_error_response, _is_no_auth_required
from .internals import _is_no_auth_test_call_required, _build_user_facing_authorize_error_message
from ...authorization import AuthorizeResult
from ...authorization.async_authorize import AsyncAuthorize
class AsyncMultiTeamsAuthorization(AsyncAuthorization):
 authorize: AsyncAuthorize
 user_token_resolution: str
 def __init__(self, authorize: AsyncAuthorize, base_logger: Optional[Logger] = None, user_token_resolution: str = ..., user_facing_authorize_error_message: Optional[str] = None) -> None: ...
 async def async_process(self, *, req: AsyncBoltRequest, resp: BoltResponse, next: Callable[[], Awaitable[BoltResponse]]) -> BoltResponse: ...
 user_facing_authorize_error_message: str
 logger: _loopmend_1.Logger

=== slack_bolt.middleware.authorization.async_single_team_authorization
import logging as _loopmend_1
import slack_bolt.response.response as _loopmend_0
from logging import Logger
from typing import Callable, Awaitable, Optional
from slack_bolt.logger import get_bolt_logger
from slack_bolt.middleware.authorization.async_authorization import AsyncAuthorization
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_slack_response import AsyncSlackResponse
from slack_sdk.errors import SlackApiError
from .async_internals import _build_user_facing_error_response, _is_no_auth_required
from .internals import _to_authorize_result, _is_no_auth_test_call_required, _build_user_facing_authorize_error_message
from ...authorization import AuthorizeResult
class AsyncSingleTeamAuthorization(AsyncAuthorization):
 def __init__(self, base_logger: Optional[Logger] = None, user_facing_authorize_error_message: Optional[str] = None) -> None: ...
 async def async_process(self, *, req: AsyncBoltRequest, resp: BoltResponse, next: Callable[[], Awaitable[BoltResponse]]) -> BoltResponse: ...
 user_facing_authorize_error_message: str
 auth_test_result: Optional[AsyncSlackResponse]
 logger: _loopmend_1.Logger

=== slack_bolt.middleware.authorization.internals
import slack_bolt.authorization.authorize_result as _loopmend_1
import slack_bolt.response.response as _loopmend_0
from typing import Optional, Union
from slack_sdk.web import SlackResponse
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.request import BoltRequest
from slack_bolt.response import BoltResponse
def _is_url_verification(req: Union[BoltRequest, "AsyncBoltRequest"]) -> bool: ...
def _is_ssl_check(req: Union[BoltRequest, "AsyncBoltRequest"]) -> bool: ...
no_auth_test_events: list[str]
def _is_no_auth_test_events(req: Union[BoltRequest, "AsyncBoltRequest"]) -> bool: ...
def _is_no_auth_required(req: Union[BoltRequest, "AsyncBoltRequest"]) -> bool: ...
def _is_no_auth_test_call_required(req: Union[BoltRequest, "AsyncBoltRequest"]) -> bool: ...
def _build_user_facing_authorize_error_message() -> str: ...
def _build_user_facing_error_response(message: str) -> BoltResponse: ...
def _is_bot_token(token: Optional[str]) -> bool: ...
def _to_authorize_result(auth_test_result: Union[SlackResponse, "AsyncSlackResponse"], token: Optional[str], request_user_id: Optional[str]) -> AuthorizeResult: ...

=== slack_bolt.middleware.ignoring_self_events package
from .ignoring_self_events import IgnoringSelfEvents
__all__ = [ "IgnoringSelfEvents", ]

=== slack_bolt.middleware.ignoring_self_events.async_ignoring_self_events
import slack_bolt.response.response as _loopmend_0
from typing import Callable, Awaitable
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from .ignoring_self_events import IgnoringSelfEvents
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.request.payload_utils import is_bot_message_event_in_assistant_thread
class AsyncIgnoringSelfEvents(IgnoringSelfEvents, AsyncMiddleware):
 async def async_process(self, *, req: AsyncBoltRequest, resp: BoltResponse, next: Callable[[], Awaitable[BoltResponse]]) -> BoltResponse: ...

=== slack_bolt.middleware.ignoring_self_events.ignoring_self_events
import logging as _loopmend_1
import slack_bolt.response.response as _loopmend_0
import logging
from typing import Callable, Dict, Any, Optional
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.logger import get_bolt_logger
from slack_bolt.request import BoltRequest
from slack_bolt.request.payload_utils import is_bot_message_event_in_assistant_thread
from slack_bolt.response import BoltResponse
from slack_bolt.middleware.middleware import Middleware
class IgnoringSelfEvents(Middleware):
 def __init__(self, base_logger: Optional[logging.Logger] = None, ignoring_self_assistant_message_events_enabled: bool = ...) -> None: ...
 def process(self, *, req: BoltRequest, resp: BoltResponse, next: Callable[[], BoltResponse]) -> BoltResponse: ...
 events_that_should_be_kept: list[str]
 @classmethod
 def _is_self_event(cls, auth_result: AuthorizeResult, user_id: Optional[str], bot_id: Optional[str], body: Dict[str, Any]) -> bool: ...
 def _debug_log(self, body: dict) -> None: ...
 ignoring_self_assistant_message_events_enabled: bool
 logger: _loopmend_1.Logger

=== slack_bolt.middleware.message_listener_matches package
from .message_listener_matches import MessageListenerMatches
__all__ = [ "MessageListenerMatches", ]

=== slack_bolt.middleware.message_listener_matches.async_message_listener_matches
import re as _loopmend_1
import slack_bolt.response.response as _loopmend_0
import re
from typing import Callable, Awaitable, Optional, Sequence, Union, Pattern
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_bolt.middleware.async_middleware import AsyncMiddleware
class AsyncMessageListenerMatches(AsyncMiddleware):
 def __init__(self, keyword: Union[str, Pattern]) -> None: ...
 async def async_process(self, *, req: AsyncBoltRequest, resp: BoltResponse, next: Callable[[], Awaitable[BoltResponse]]) -> BoltResponse: ...
 keyword: _loopmend_1.Pattern | str

=== slack_bolt.middleware.middleware
import slack_bolt.response.response as _loopmend_0
from abc import ABCMeta, abstractmethod
from typing import Callable, Optional
from slack_bolt.request import BoltRequest
from slack_bolt.response import BoltResponse
class Middleware(metaclass=ABCMeta):
 @abstractmethod
 def process(self, *, req: BoltRequest, resp: BoltResponse, next: Callable[[], BoltResponse]) -> Optional[BoltResponse]: ...
 @property
 def name(self) -> str: ...

=== slack_bolt.middleware.request_verification package
from .request_verification import RequestVerification
__all__ = [ "RequestVerification", ]

=== slack_bolt.middleware.request_verification.async_request_verification
import slack_bolt.response.response as _loopmend_0
from typing import Callable, Awaitable
from slack_bolt.middleware import RequestVerification
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
class AsyncRequestVerification(RequestVerification, AsyncMiddleware):
 async def async_process(self, *, req: AsyncBoltRequest, resp: BoltResponse, next: Callable[[], Awaitable[BoltResponse]]) -> BoltResponse: ...

=== slack_bolt.middleware.request_verification.request_verification
import logging as _loopmend_2
import slack_bolt.response.response as _loopmend_1
import slack_sdk.signature as _loopmend_0
from logging import Logger
from typing import Any, Callable, Dict, Optional
from slack_sdk.signature import SignatureVerifier
from slack_bolt.logger import get_bolt_logger
from slack_bolt.middleware.middleware import Middleware
from slack_bolt.request import BoltRequest
from slack_bolt.response import BoltResponse
class RequestVerification(Middleware):
 def __init__(self, signing_secret: str, base_logger: Optional[Logger] = None) -> None: ...
 @property
 def verifier(self) -> SignatureVerifier: ...
 def process(self, *, req: BoltRequest, resp: BoltResponse, next: Callable[[], BoltResponse]) -> BoltResponse: ...
 @staticmethod
 def _can_skip(mode: str, body: Dict[str, Any]) -> bool: ...
 @staticmethod
 def _build_error_response() -> BoltResponse: ...
 def _debug_log_error(self, signature, timestamp, body) -> None: ...
 _signing_secret: str
 _verifier: Optional[SignatureVerifier]
 logger: _loopmend_2.Logger

=== slack_bolt.middleware.ssl_check package
from .ssl_check import SslCheck
__all__ = [ "SslCheck", ]

=== slack_bolt.middleware.ssl_check.async_ssl_check
import slack_bolt.response.response as _loopmend_0
from typing import Callable, Awaitable
from .ssl_check import SslCheck
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
class AsyncSslCheck(SslCheck, AsyncMiddleware):
 async def async_process(self, *, req: AsyncBoltRequest, resp: BoltResponse, next: Callable[[], Awaitable[BoltResponse]]) -> BoltResponse: ...

=== slack_bolt.middleware.ssl_check.ssl_check
import slack_bolt.response.response as _loopmend_0
from logging import Logger
from typing import Callable, Optional
from slack_bolt.logger import get_bolt_logger
from slack_bolt.middleware.middleware import Middleware
from slack_bolt.request import BoltRequest
from slack_bolt.response import BoltResponse
class SslCheck(Middleware):
 verification_token: Optional[str]
 logger: Logger
 def __init__(self, verification_token: Optional[str] = None, base_logger: Optional[Logger] = None) -> None: ...
 def process(self, *, req: BoltRequest, resp: BoltResponse, next: Callable[[], BoltResponse]) -> BoltResponse: ...
 @staticmethod
 def _is_ssl_check_request(body: dict) -> bool: ...
 def _verify_token_if_needed(self, body: dict) -> bool | str: ...
 @staticmethod
 def _build_success_response() -> BoltResponse: ...
 @staticmethod
 def _build_error_response() -> BoltResponse: ...

=== slack_bolt.middleware.url_verification package
from .url_verification import UrlVerification
__all__ = [ "UrlVerification", ]

=== slack_bolt.middleware.url_verification.async_url_verification
import logging as _loopmend_1
import slack_bolt.response.response as _loopmend_0
from logging import Logger
from typing import Callable, Awaitable, Optional
from slack_bolt.logger import get_bolt_logger
from .url_verification import UrlVerification
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
class AsyncUrlVerification(UrlVerification, AsyncMiddleware):
 def __init__(self, base_logger: Optional[Logger] = None) -> None: ...
 async def async_process(self, *, req: AsyncBoltRequest, resp: BoltResponse, next: Callable[[], Awaitable[BoltResponse]]) -> BoltResponse: ...
 logger: _loopmend_1.Logger

=== slack_bolt.middleware.url_verification.url_verification
import logging as _loopmend_1
import slack_bolt.response.response as _loopmend_0
from logging import Logger
from typing import Callable, Optional
from slack_bolt.logger import get_bolt_logger
from slack_bolt.middleware.middleware import Middleware
from slack_bolt.request import BoltRequest
from slack_bolt.response import BoltResponse
class UrlVerification(Middleware):
 def __init__(self, base_logger: Optional[Logger] = None) -> None: ...
 def process(self, *, req: BoltRequest, resp: BoltResponse, next: Callable[[], BoltResponse]) -> BoltResponse: ...
 @staticmethod
 def _is_url_verification_request(body: dict) -> bool: ...
 @staticmethod
 def _build_success_response(body: dict) -> BoltResponse: ...
 logger: _loopmend_1.Logger

=== slack_bolt.oauth package
from .oauth_flow import OAuthFlow
__all__ = [ "OAuthFlow", ]

=== slack_bolt.oauth.async_callback_options
import slack_bolt.oauth.async_callback_options as _loopmend_3
import slack_bolt.oauth.async_oauth_settings as _loopmend_2
import slack_bolt.oauth.internals as _loopmend_5
import slack_bolt.request.async_request as _loopmend_0
import slack_bolt.response.response as _loopmend_4
import slack_sdk.oauth.installation_store.models.installation as _loopmend_1
import logging
from logging import Logger
from typing import Optional, Callable, Awaitable, TYPE_CHECKING
from slack_sdk.oauth import RedirectUriPageRenderer, OAuthStateUtils
from slack_sdk.oauth.installation_store import Installation
from slack_bolt.oauth.internals import CallbackResponseBuilder
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
if TYPE_CHECKING:
 from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
class AsyncSuccessArgs:
 def __init__(self, *, request: AsyncBoltRequest, installation: Installation, settings: "AsyncOAuthSettings", default: "AsyncCallbackOptions") -> None: ...
 request: _loopmend_0.AsyncBoltRequest
 installation: _loopmend_1.Installation
 settings: _loopmend_2.AsyncOAuthSettings
 default: _loopmend_3.AsyncCallbackOptions
class AsyncFailureArgs:
 def __init__(self, *, request: AsyncBoltRequest, reason: str, error: Optional[Exception] = None, suggested_status_code: int, settings: "AsyncOAuthSettings", default: "AsyncCallbackOptions") -> None: ...
 request: _loopmend_0.AsyncBoltRequest
 settings: _loopmend_2.AsyncOAuthSettings
 default: _loopmend_3.AsyncCallbackOptions
 reason: str
 error: Exception | None
 suggested_status_code: int
class AsyncCallbackOptions:
 success: Callable[[AsyncSuccessArgs], Awaitable[BoltResponse]]
 failure: Callable[[AsyncFailureArgs], Awaitable[BoltResponse]]
 def __init__(self, success: Callable[[AsyncSuccessArgs], Awaitable[BoltResponse]], failure: Callable[[AsyncFailureArgs], Awaitable[BoltResponse]]) -> None: ...
class DefaultAsyncCallbackOptions(AsyncCallbackOptions):
 success: Callable[[AsyncSuccessArgs], Awaitable[BoltResponse]]
 failure: Callable[[AsyncFailureArgs], Awaitable[BoltResponse]]
 def __init__(self, *, logger: Logger, state_utils: OAuthStateUtils, redirect_uri_page_renderer: RedirectUriPageRenderer) -> None: ...
 async def _success_handler(self, args: AsyncSuccessArgs) -> BoltResponse: ...
 async def _failure_handler(self, args: AsyncFailureArgs) -> BoltResponse: ...
 _response_builder: _loopmend_5.CallbackResponseBuilder

=== slack_bolt.oauth.async_internals
import slack_sdk.oauth.installation_store.async_installation_store as _loopmend_0
from logging import Logger
from typing import Dict, Optional
from slack_sdk.oauth.installation_store import FileInstallationStore
from slack_sdk.oauth.installation_store.async_installation_store import ( AsyncInstallationStore, )
from ..logger.messages import warning_installation_store_conflicts
default_installation_stores: Dict[str, AsyncInstallationStore] = ...
def get_or_create_default_installation_store(client_id: str) -> AsyncInstallationStore: ...
def select_consistent_installation_store(client_id: str, app_store: Optional[AsyncInstallationStore], oauth_flow_store: Optional[AsyncInstallationStore], logger: Logger) -> Optional[AsyncInstallationStore]: ...

=== slack_bolt.oauth.async_oauth_flow
import logging as _loopmend_1
import slack_bolt.oauth.async_callback_options as _loopmend_5
import slack_bolt.oauth.async_oauth_flow as _loopmend_2
import slack_bolt.response.response as _loopmend_3
import slack_sdk.oauth.installation_store.models.installation as _loopmend_4
import slack_sdk.web.async_client as _loopmend_0
import logging
import os
from logging import Logger
from typing import Optional, Dict, Callable, Awaitable, Sequence
from slack_bolt.error import BoltError
from slack_bolt.logger.messages import error_oauth_settings_invalid_type_async
from slack_bolt.oauth.async_callback_options import ( AsyncCallbackOptions, DefaultAsyncCallbackOptions, AsyncSuccessArgs, AsyncFailureArgs, )
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_bolt.oauth.internals import _build_default_install_page_html
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError
from slack_sdk.oauth import OAuthStateUtils
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.installation_store.sqlite3 import SQLite3InstallationStore
from slack_sdk.oauth.state_store.sqlite3 import SQLite3OAuthStateStore
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse
from slack_bolt.util.async_utils import create_async_web_client
class AsyncOAuthFlow:
 settings: AsyncOAuthSettings
 client_id: str
 redirect_uri: Optional[str]
 install_path: str
 redirect_uri_path: str
 success_handler: Callable[[AsyncSuccessArgs], Awaitable[BoltResponse]]
 failure_handler: Callable[[AsyncFailureArgs], Awaitable[BoltResponse]]
 def __init__(self, *, client: Optional[AsyncWebClient] = None, logger: Optional[Logger] = None, settings: AsyncOAuthSettings) -> None: ...
 @property
 def client(self) -> AsyncWebClient: ...
 @property
 def logger(self) -> Logger: ...
 @classmethod
 def sqlite3(cls, database: str, authorization_url: Optional[str] = None, client_id: Optional[str] = None, client_secret: Optional[str] = None, scopes: Optional[Sequence[str]] = None, user_scopes: Optional[Sequence[str]] = None, redirect_uri: Optional[str] = None, install_path: Optional[str] = None, redirect_uri_path: Optional[str] = None, callback_options: Optional[AsyncCallbackOptions] = None, success_url: Optional[str] = None, failure_url: Optional[str] = None, state_cookie_name: str = ..., state_expiration_seconds: int = ..., installation_store_bot_only: bool = ..., client: Optional[AsyncWebClient] = None, logger: Optional[Logger] = None) -> "AsyncOAuthFlow": ...
 async def handle_installation(self, request: AsyncBoltRequest) -> BoltResponse: ...
 async def issue_new_state(self, request: AsyncBoltRequest) -> str: ...
 async def build_authorize_url(self, state: str, request: AsyncBoltRequest) -> str: ...
 async def build_install_page_html(self, url: str, request: AsyncBoltRequest) -> str: ...
 async def append_set_cookie_headers(self, headers: dict, set_cookie_value: Optional[str]) -> dict: ...
 async def handle_callback(self, request: AsyncBoltRequest) -> BoltResponse: ...
 async def run_installation(self, code: str) -> Optional[Installation]: ...
 async def store_installation(self, request: AsyncBoltRequest, installation: Installation) -> None: ...
 _async_client: None | _loopmend_0.AsyncWebClient
 _logger: None | _loopmend_1.Logger
 default_callback_options: _loopmend_5.DefaultAsyncCallbackOptions

=== slack_bolt.oauth.async_oauth_settings
import logging
import os
from logging import Logger
from typing import Optional, Sequence, Union
from slack_sdk.oauth import ( OAuthStateUtils, AuthorizeUrlGenerator, RedirectUriPageRenderer, )
from slack_sdk.oauth.installation_store.async_installation_store import ( AsyncInstallationStore, )
from slack_sdk.oauth.state_store import FileOAuthStateStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore
from slack_bolt.authorization.async_authorize import ( AsyncInstallationStoreAuthorize, AsyncAuthorize, )
from slack_bolt.error import BoltError
from slack_bolt.oauth.async_callback_options import AsyncCallbackOptions
from slack_bolt.oauth.async_internals import get_or_create_default_installation_store
class AsyncOAuthSettings:
 client_id: str
 client_secret: str
 scopes: Optional[Sequence[str]]
 user_scopes: Optional[Sequence[str]]
 redirect_uri: Optional[str]
 install_path: str
 install_page_rendering_enabled: bool
 redirect_uri_path: str
 callback_options: Optional[AsyncCallbackOptions] = None
 success_url: Optional[str]
 failure_url: Optional[str]
 authorization_url: str
 installation_store: AsyncInstallationStore
 installation_store_bot_only: bool
 token_rotation_expiration_minutes: int
 user_token_resolution: str
 authorize: AsyncAuthorize
 state_validation_enabled: bool
 state_store: AsyncOAuthStateStore
 state_cookie_name: str
 state_expiration_seconds: int
 state_utils: OAuthStateUtils
 authorize_url_generator: AuthorizeUrlGenerator
 redirect_uri_page_renderer: RedirectUriPageRenderer
 logger: Logger
 def __init__(self, *, client_id: Optional[str] = None, client_secret: Optional[str] = None, scopes: Optional[Union[Sequence[str], str]] = None, user_scopes: Optional[Union[Sequence[str], str]] = None, redirect_uri: Optional[str] = None, install_path: str = ..., install_page_rendering_enabled: bool = ..., redirect_uri_path: str = ..., callback_options: Optional[AsyncCallbackOptions] = None, success_url: Optional[str] = None, failure_url: Optional[str] = None, authorization_url: Optional[str] = None, installation_store: Optional[AsyncInstallationStore] = None, installation_store_bot_only: bool = ..., token_rotation_expiration_minutes: int = ..., user_token_resolution: str = ..., state_validation_enabled: bool = ..., state_store: Optional[AsyncOAuthStateStore] = None, state_cookie_name: str = ..., state_expiration_seconds: int = ..., logger: Logger = ...) -> None: ...

=== slack_bolt.oauth.internals
import logging as _loopmend_1
import slack_bolt.response.response as _loopmend_0
import slack_sdk.oauth.installation_store.installation_store as _loopmend_4
import slack_sdk.oauth.redirect_uri_page_renderer as _loopmend_3
import slack_sdk.oauth.state_utils as _loopmend_2
import html
from logging import Logger
from typing import Dict, Optional
from typing import Union
from slack_sdk.oauth import InstallationStore
from slack_sdk.oauth import OAuthStateUtils, RedirectUriPageRenderer
from slack_sdk.oauth.installation_store import FileInstallationStore
from slack_sdk.oauth.installation_store import Installation
from slack_bolt.request import BoltRequest
from slack_bolt.response import BoltResponse
from ..logger.messages import warning_installation_store_conflicts
class CallbackResponseBuilder:
 def __init__(self, *, logger: Logger, state_utils: OAuthStateUtils, redirect_uri_page_renderer: RedirectUriPageRenderer) -> None: ...
 def _build_callback_success_response(self, request: Union[BoltRequest, "AsyncBoltRequest"], installation: Installation) -> BoltResponse: ...
 def _build_callback_failure_response(self, request: Union[BoltRequest, "AsyncBoltRequest"], reason: str, status: int = ..., error: Optional[Exception] = None) -> BoltResponse: ...
 _logger: _loopmend_1.Logger
 _state_utils: _loopmend_2.OAuthStateUtils
 _redirect_uri_page_renderer: _loopmend_3.RedirectUriPageRenderer
def _build_default_install_page_html(url: str) -> str: ...
default_installation_stores: Dict[str, InstallationStore] = ...
def get_or_create_default_installation_store(client_id: str) -> InstallationStore: ...
def select_consistent_installation_store(client_id: str, app_store: Optional[InstallationStore], oauth_flow_store: Optional[InstallationStore], logger: Logger) -> Optional[InstallationStore]: ...
def build_detailed_error(reason: str) -> str: ...

=== slack_bolt.request package
from .request import BoltRequest
__all__ = [ "BoltRequest", ]

=== slack_bolt.request.async_internals
import slack_bolt.context.async_context as _loopmend_0
from typing import Dict, Any
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.request.internals import ( extract_enterprise_id, extract_function_bot_access_token, extract_function_execution_id, extract_function_inputs, extract_is_enterprise_install, extract_team_id, extract_user_id, extract_channel_id, debug_multiple_response_urls_detected, extract_actor_enterprise_id, extract_actor_team_id, extract_actor_user_id, extract_thread_ts, )
def build_async_context(context: AsyncBoltContext, body: Dict[str, Any]) -> AsyncBoltContext: ...

=== slack_bolt.request.async_request
import slack_bolt.request.async_request as _loopmend_0
from typing import Dict, Optional, Union, Any, Sequence
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.error import BoltError
from slack_bolt.request.async_internals import build_async_context
from slack_bolt.request.internals import ( parse_query, parse_body, build_normalized_headers, extract_content_type, error_message_raw_body_required_in_http_mode, )
class AsyncBoltRequest:
 raw_body: str
 body: Dict[str, Any]
 query: Dict[str, Sequence[str]]
 headers: Dict[str, Sequence[str]]
 content_type: Optional[str]
 context: AsyncBoltContext
 lazy_only: bool
 lazy_function_name: Optional[str]
 mode: str
 def __init__(self, *, body: Union[str, dict], query: Optional[Union[str, Dict[str, str], Dict[str, Sequence[str]]]] = None, headers: Optional[Dict[str, Union[str, Sequence[str]]]] = None, context: Optional[Dict[str, Any]] = None, mode: str = ...) -> None: ...
 def to_copyable(self) -> "AsyncBoltRequest": ...

=== slack_bolt.util package

=== slack_bolt.util.async_utils
import slack_sdk.web.async_client as _loopmend_0
from logging import Logger
from typing import Optional
from slack_sdk.web.async_client import AsyncWebClient
from slack_bolt.version import __version__ as bolt_version
def create_async_web_client(token: Optional[str] = None, logger: Optional[Logger] = None) -> AsyncWebClient: ...

=== slack_bolt.workflows package

=== slack_bolt.workflows.step package
from .step import WorkflowStep
from .step_middleware import WorkflowStepMiddleware
from .utilities.complete import Complete
from .utilities.configure import Configure
from .utilities.update import Update
from .utilities.fail import Fail
__all__ = [ "WorkflowStep", "WorkflowStepMiddleware", "Complete", "Configure", "Update", "Fail", ]

=== slack_bolt.workflows.step.async_step
import slack_bolt.listener.async_listener as _loopmend_1
import slack_bolt.listener_matcher.async_listener_matcher as _loopmend_2
import slack_bolt.middleware.async_middleware as _loopmend_3
import slack_bolt.workflows.step.async_step as _loopmend_0
import typing as _loopmend_4
from functools import wraps
from logging import Logger
from typing import Callable, Union, Optional, Awaitable, Sequence, List, Pattern
from slack_sdk.web.async_client import AsyncWebClient
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.listener.async_listener import AsyncListener, AsyncCustomListener
from slack_bolt.listener_matcher.builtins import ( workflow_step_edit, workflow_step_save, workflow_step_execute, )
from slack_bolt.middleware.async_custom_middleware import AsyncCustomMiddleware
from slack_bolt.response import BoltResponse
from .internals import _is_used_without_argument
from .utilities.async_complete import AsyncComplete
from .utilities.async_configure import AsyncConfigure
from .utilities.async_fail import AsyncFail
from .utilities.async_update import AsyncUpdate
from ...error import BoltError
from ...listener_matcher.async_listener_matcher import ( AsyncListenerMatcher, AsyncCustomListenerMatcher, )
from ...middleware.async_middleware import AsyncMiddleware
class AsyncWorkflowStepBuilder:
 callback_id: Union[str, Pattern]
 _base_logger: Optional[Logger]
 _edit: Optional[AsyncListener]
 _save: Optional[AsyncListener]
 _execute: Optional[AsyncListener]
 def __init__(self, callback_id: Union[str, Pattern], app_name: Optional[str] = None, base_logger: Optional[Logger] = None) -> None: ...
 def edit(self, *args, matchers: Optional[Union[Callable[..., Awaitable[bool]], AsyncListenerMatcher]] = None, middleware: Optional[Union[Callable, AsyncMiddleware]] = None, lazy: Optional[List[Callable[..., Awaitable[None]]]] = None): ...
 def save(self, *args, matchers: Optional[Union[Callable[..., Awaitable[bool]], AsyncListenerMatcher]] = None, middleware: Optional[Union[Callable, AsyncMiddleware]] = None, lazy: Optional[List[Callable[..., Awaitable[None]]]] = None): ...
 def execute(self, *args, matchers: Optional[Union[Callable[..., Awaitable[bool]], AsyncListenerMatcher]] = None, middleware: Optional[Union[Callable, AsyncMiddleware]] = None, lazy: Optional[List[Callable[..., Awaitable[None]]]] = None): ...
 def build(self, base_logger: Optional[Logger] = None) -> "AsyncWorkflowStep": ...
 def _to_listener(self, name: str, listener_or_functions: Union[AsyncListener, Callable, List[Callable]], matchers: Optional[Union[Callable[..., Awaitable[bool]], AsyncListenerMatcher]] = None, middleware: Optional[Union[Callable, AsyncMiddleware]] = None) -> AsyncListener: ...
 @staticmethod
 def to_listener_matchers(app_name: str, matchers: Optional[List[Union[Callable[..., Awaitable[bool]], AsyncListenerMatcher]]]) -> List[AsyncListenerMatcher]: ...
 @staticmethod
 def to_listener_middleware(app_name: str, middleware: Optional[List[Union[Callable, AsyncMiddleware]]]) -> List[AsyncMiddleware]: ...
 app_name: _loopmend_4.Any
class AsyncWorkflowStep:
 callback_id: Union[str, Pattern]
 edit: AsyncListener
 save: AsyncListener
 execute: AsyncListener
 def __init__(self, *, callback_id: Union[str, Pattern], edit: Union[Callable[..., Awaitable[BoltResponse]], AsyncListener, Sequence[Callable]], save: Union[Callable[..., Awaitable[BoltResponse]], AsyncListener, Sequence[Callable]], execute: Union[Callable[..., Awaitable[BoltResponse]], AsyncListener, Sequence[Callable]], app_name: Optional[str] = None, base_logger: Optional[Logger] = None) -> None: ...
 @classmethod
 def builder(cls, callback_id: Union[str, Pattern], base_logger: Optional[Logger] = None) -> AsyncWorkflowStepBuilder: ...
 @classmethod
 def build_listener(cls, callback_id: Union[str, Pattern], app_name: str, listener_or_functions: Union[AsyncListener, Callable, List[Callable]], name: str, matchers: Optional[List[AsyncListenerMatcher]] = None, middleware: Optional[List[AsyncMiddleware]] = None, base_logger: Optional[Logger] = None) -> _loopmend_1.AsyncCustomListener | _loopmend_1.AsyncListener: ...
 @classmethod
 def _build_primary_matcher(cls, name: str, callback_id: str, base_logger: Optional[Logger] = None) -> AsyncListenerMatcher: ...
 @classmethod
 def _build_single_middleware(cls, name: str, callback_id: str, base_logger: Optional[Logger] = None) -> AsyncMiddleware: ...
def _build_edit_listener_middleware(callback_id: str, base_logger: Optional[Logger] = None) -> AsyncMiddleware: ...
def _build_save_listener_middleware(base_logger: Optional[Logger] = None) -> AsyncMiddleware: ...
def _build_execute_listener_middleware(base_logger: Optional[Logger] = None) -> AsyncMiddleware: ...

=== slack_bolt.workflows.step.async_step_middleware
import slack_bolt.response.response as _loopmend_0
import slack_bolt.workflows.step.async_step as _loopmend_1
from typing import Callable, Optional, Awaitable
from slack_bolt.listener.async_listener import AsyncListener
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_bolt.util.utils import get_name_for_callable
from slack_bolt.workflows.step.async_step import AsyncWorkflowStep
class AsyncWorkflowStepMiddleware(AsyncMiddleware):
 def __init__(self, step: AsyncWorkflowStep) -> None: ...
 async def async_process(self, *, req: AsyncBoltRequest, resp: BoltResponse, next: Callable[[], Awaitable[BoltResponse]]) -> BoltResponse: ...
 @staticmethod
 async def _run(listener: AsyncListener, req: AsyncBoltRequest, resp: BoltResponse) -> Optional[BoltResponse]: ...
 step: _loopmend_1.AsyncWorkflowStep

=== slack_bolt.workflows.step.utilities package

=== slack_bolt.workflows.step.utilities.async_complete
import slack_sdk.web.async_client as _loopmend_0
from slack_sdk.web.async_client import AsyncWebClient
class AsyncComplete:
 def __init__(self, *, client: AsyncWebClient, body: dict) -> None: ...
 async def __call__(self, **kwargs) -> None: ...
 client: _loopmend_0.AsyncWebClient
 body: dict

=== slack_bolt.workflows.step.utilities.async_configure
import slack_sdk.web.async_client as _loopmend_0
from typing import Optional, Union, Sequence
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.models.blocks import Block
class AsyncConfigure:
 def __init__(self, *, callback_id: str, client: AsyncWebClient, body: dict) -> None: ...
 async def __call__(self, *, blocks: Optional[Sequence[Union[dict, Block]]] = None) -> None: ...
 callback_id: str
 client: _loopmend_0.AsyncWebClient
 body: dict

=== slack_bolt.workflows.step.utilities.async_fail
import slack_sdk.web.async_client as _loopmend_0
from slack_sdk.web.async_client import AsyncWebClient
class AsyncFail:
 def __init__(self, *, client: AsyncWebClient, body: dict) -> None: ...
 async def __call__(self, *, error: dict) -> None: ...
 client: _loopmend_0.AsyncWebClient
 body: dict

=== slack_bolt.workflows.step.utilities.async_update
import slack_sdk.web.async_client as _loopmend_0
from slack_sdk.web.async_client import AsyncWebClient
class AsyncUpdate:
 def __init__(self, *, client: AsyncWebClient, body: dict) -> None: ...
 async def __call__(self, **kwargs) -> None: ...
 client: _loopmend_0.AsyncWebClient
 body: dict

