# mcp 2.3.0 MIT
=== mcp package
from mcp_types import ( CallToolRequest, ClientCapabilities, ClientNotification, ClientRequest, ClientResult, CompleteRequest, CreateMessageRequest, CreateMessageResult, CreateMessageResultWithTools, ErrorData, GetPromptRequest, GetPromptResult, Implementation, IncludeContext, InitializedNotification, InitializeRequest, InitializeResult, JSONRPCError, JSONRPCRequest, JSONRPCResponse, ListPromptsRequest, ListPromptsResult, ListResourcesRequest, ListResourcesResult, ListToolsResult, LoggingLevel, LoggingMessageNotification, Notification, PingRequest, ProgressNotification, PromptsCapability, ReadResourceRequest, ReadResourceResult, Resource, ResourcesCapability, ResourceUpdatedNotification, RootsCapability, SamplingCapability, SamplingContent, SamplingContextCapability, SamplingMessage, SamplingMessageContentBlock, SamplingToolsCapability, ServerCapabilities, ServerNotification, ServerRequest, ServerResult, SetLevelRequest, StopReason, SubscribeRequest, Tool, ToolChoice, ToolResultContent, ToolsCapability, ToolUseContent, UnsubscribeRequest, )
from mcp_types import Role as SamplingRole
from . import types as types
from .client._input_required import InputRequiredRoundsExceededError
from .client.client import Client
from .client.session import ClientSession
from .client.session_group import ClientSessionGroup
from .client.stdio import StdioServerParameters, stdio_client
from .server.session import ServerSession
from .server.stdio import stdio_server
from .shared.exceptions import MCPDeprecationWarning, MCPError, UrlElicitationRequiredError
from .shared.uri_template import InvalidUriTemplate, UriTemplate
__all__ = [ "CallToolRequest", "Client", "ClientCapabilities", "ClientNotification", "ClientRequest", "ClientResult", "ClientSession", "ClientSessionGroup", "CompleteRequest", "CreateMessageRequest", "CreateMessageResult", "CreateMessageResultWithTools", "ErrorData", "GetPromptRequest", "GetPromptResult", "Implementation", "IncludeContext", "InitializeRequest", "InitializeResult", "InitializedNotification", "InputRequiredRoundsExceededError", "JSONRPCError", "JSONRPCRequest", "JSONRPCResponse", "ListPromptsRequest", "ListPromptsResult", "ListResourcesRequest", "ListResourcesResult", "ListToolsResult", "LoggingLevel", "LoggingMessageNotification", "MCPDeprecationWarning", "MCPError", "Notification", "PingRequest", "ProgressNotification", "PromptsCapability", "ReadResourceRequest", "ReadResourceResult", "Resource", "ResourcesCapability", "ResourceUpdatedNotification", "RootsCapability", "SamplingCapability", "SamplingContent", "SamplingContextCapability", "SamplingMessage", "SamplingMessageContentBlock", "SamplingRole", "SamplingToolsCapability", "ServerCapabilities", "ServerNotification", "ServerRequest", "ServerResult", "ServerSession", "SetLevelRequest", "StdioServerParameters", "StopReason", "SubscribeRequest", "Tool", "ToolChoice", "ToolResultContent", "ToolsCapability", "ToolUseContent", "UnsubscribeRequest", "UriTemplate", "UrlElicitationRequiredError", "InvalidUriTemplate", "stdio_client", "stdio_server", ]

=== mcp.client package
from mcp.client._input_required import InputRequiredRoundsExceededError
from mcp.client._transport import Transport
from mcp.client.caching import ( CacheConfig, CacheEntry, CacheKey, CacheMode, InMemoryResponseCacheStore, ResponseCacheStore, )
from mcp.client.client import Client
from mcp.client.context import ClientRequestContext
from mcp.client.extension import ( ClaimContext, ClientExtension, NotificationBinding, ResultClaim, UnexpectedClaimedResult, advertise, )
from mcp.client.session import ClientSession, IncomingMessage
__all__ = [ "CacheConfig", "CacheEntry", "CacheKey", "CacheMode", "ClaimContext", "Client", "ClientExtension", "ClientRequestContext", "ClientSession", "IncomingMessage", "InMemoryResponseCacheStore", "InputRequiredRoundsExceededError", "NotificationBinding", "ResponseCacheStore", "ResultClaim", "Transport", "UnexpectedClaimedResult", "advertise", ]

=== mcp.client._input_required
from __future__ import annotations
from collections.abc import Awaitable, Callable
from typing import TypeVar
import anyio
import anyio.abc
from mcp_types import ErrorData, InputRequest, InputRequiredResult, InputResponse, InputResponses
from mcp.shared.exceptions import MCPError
DEFAULT_INPUT_REQUIRED_MAX_ROUNDS = 10
_STATE_ONLY_BACKOFF_INITIAL_SECONDS = 0.05
_STATE_ONLY_BACKOFF_CAP_SECONDS = 0.25
ResultT = TypeVar("ResultT")
class InputRequiredRoundsExceededError(RuntimeError):
 def __init__(self, max_rounds: int) -> None: ...
 max_rounds: int
async def run_input_required_driver(first: InputRequiredResult, *, dispatch: Callable[[str, InputRequest], Awaitable[InputResponse | ErrorData]], retry: Callable[[InputResponses | None, str | None], Awaitable[ResultT | InputRequiredResult]], max_rounds: int = ...) -> ResultT: ...
async def _dispatch_all(requests: dict[str, InputRequest], dispatch: Callable[[str, InputRequest], Awaitable[InputResponse | ErrorData]]) -> InputResponses: ...

=== mcp.client._memory
import mcp.server.lowlevel.server as _loopmend_2
import mcp.server.mcpserver.server as _loopmend_3
import mcp.shared._stream_protocols as _loopmend_0
import mcp.shared.message as _loopmend_1
from __future__ import annotations
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from types import TracebackType
from typing import Any
import anyio
from mcp.client._transport import TransportStreams
from mcp.server import Server
from mcp.server.mcpserver import MCPServer
from mcp.shared.memory import create_client_server_memory_streams
SERVER_SHUTDOWN_GRACE = 2.0
class InMemoryTransport:
 def __init__(self, server: Server[Any] | MCPServer, *, raise_exceptions: bool = ...) -> None: ...
 @asynccontextmanager
 def _connect(self) -> AsyncIterator[TransportStreams]: ...
 async def __aenter__(self) -> TransportStreams: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_val: BaseException | None, exc_tb: TracebackType | None) -> None: ...
 _server: _loopmend_2.Server | _loopmend_3.MCPServer
 _raise_exceptions: bool
 _cm: AbstractAsyncContextManager[TransportStreams] | None

=== mcp.client._probe
from __future__ import annotations
from typing import Any
import mcp_types as types
from mcp_types import UNSUPPORTED_PROTOCOL_VERSION
from mcp_types.version import ( HANDSHAKE_PROTOCOL_VERSIONS, LATEST_MODERN_VERSION, MODERN_PROTOCOL_VERSIONS, )
from pydantic import ValidationError
from mcp.client.session import ClientSession
from mcp.shared.exceptions import MCPError
def _parse_supported(data: Any) -> list[str] | None: ...
async def negotiate_auto(session: ClientSession) -> None: ...

=== mcp.client._transport
from __future__ import annotations
from contextlib import AbstractAsyncContextManager
from typing import Protocol
from mcp.shared._stream_protocols import ReadStream, WriteStream
from mcp.shared.message import SessionMessage
__all__ = ["ReadStream", "WriteStream", "Transport", "TransportStreams"]
TransportStreams = tuple[ReadStream[SessionMessage | Exception], WriteStream[SessionMessage]]
class Transport(AbstractAsyncContextManager[TransportStreams], Protocol):
 ...

=== mcp.client.auth package
from mcp.client.auth.exceptions import OAuthFlowError, OAuthRegistrationError, OAuthTokenError
from mcp.client.auth.oauth2 import ( OAuthClientProvider, PKCEParameters, TokenStorage, )
from mcp.shared.auth import AuthorizationCodeResult
__all__ = [ "AuthorizationCodeResult", "OAuthClientProvider", "OAuthFlowError", "OAuthRegistrationError", "OAuthTokenError", "PKCEParameters", "TokenStorage", ]

=== mcp.client.auth.extensions package

=== mcp.client.auth.extensions.client_credentials
import mcp.shared.auth as _loopmend_0
import typing as _loopmend_1
import time
import warnings
from collections.abc import Awaitable, Callable
from typing import Any, Literal
from urllib.parse import urlparse
from uuid import uuid4
import httpx2
import jwt
from pydantic import BaseModel, Field
from mcp.client.auth import OAuthClientProvider, OAuthFlowError, TokenStorage
from mcp.client.auth.oauth2 import OAuthContext
from mcp.client.auth.utils import issuers_match
from mcp.shared.auth import OAuthClientInformationFull, OAuthClientMetadata
from mcp.shared.exceptions import MCPDeprecationWarning
def _checked_issuer(issuer: str | None) -> str | None: ...
def _preferred_authorization_server(advertised: list[str], issuer: str | None) -> str: ...
def _require_metadata_for_configured_issuer(context: OAuthContext, issuer: str | None) -> None: ...
class ClientCredentialsOAuthProvider(OAuthClientProvider):
 def __init__(self, server_url: str, storage: TokenStorage, client_id: str, client_secret: str, token_endpoint_auth_method: Literal["client_secret_basic", "client_secret_post"] = ..., scope: str | None = None, issuer: str | None = None) -> None: ...
 async def _initialize(self) -> None: ...
 def _select_authorization_server(self, advertised: list[str]) -> str: ...
 async def _perform_authorization(self) -> httpx2.Request: ...
 async def _exchange_token_client_credentials(self) -> httpx2.Request: ...
 _issuer: None | str
 _fixed_client_info: _loopmend_0.OAuthClientInformationFull
 _initialized: bool
def static_assertion_provider(token: str) -> _loopmend_1.Callable[..., _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, str]]: ...
class SignedJWTParameters(BaseModel):
 issuer: str = ...
 subject: str = ...
 signing_key: str = ...
 signing_algorithm: str = ...
 lifetime_seconds: int = ...
 additional_claims: dict[str, Any] | None = ...
 def create_assertion_provider(self) -> _loopmend_1.Callable[..., _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, str]]: ...
class PrivateKeyJWTOAuthProvider(OAuthClientProvider):
 def __init__(self, server_url: str, storage: TokenStorage, client_id: str, assertion_provider: Callable[[str], Awaitable[str]], scope: str | None = None, issuer: str | None = None) -> None: ...
 async def _initialize(self) -> None: ...
 def _select_authorization_server(self, advertised: list[str]) -> str: ...
 async def _perform_authorization(self) -> httpx2.Request: ...
 async def _add_client_authentication_jwt(self, *, token_data: dict[str, Any]) -> None: ...
 async def _exchange_token_client_credentials(self) -> httpx2.Request: ...
 _issuer: None | str
 _fixed_client_info: _loopmend_0.OAuthClientInformationFull
 _initialized: bool
 _assertion_provider: _loopmend_1.Callable[..., _loopmend_1.Awaitable[str]]

=== mcp.client.auth.extensions.identity_assertion
import anyio._core._synchronization as _loopmend_3
import mcp.client.auth.oauth2 as _loopmend_0
import mcp.shared.auth as _loopmend_2
import typing as _loopmend_1
import base64
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import Literal
from urllib.parse import quote, urlsplit
import anyio
import httpx2
from mcp.client.auth import OAuthFlowError, OAuthTokenError, TokenStorage
from mcp.client.auth.utils import ( build_oauth_authorization_server_metadata_discovery_urls, create_oauth_metadata_request, extract_field_from_www_auth, extract_scope_from_www_auth, handle_auth_metadata_response, handle_token_response_scopes, union_scopes, validate_metadata_issuer, )
from mcp.shared._httpx_utils import RedirectAwareAuth, redirect_note
from mcp.shared.auth import JWT_BEARER_GRANT_TYPE, OAuthClientInformationFull, OAuthToken
from mcp.shared.auth_utils import calculate_token_expiry, resource_url_from_server_url
_DEFAULT_PORTS: dict[str, int]
def _origin(url: str) -> tuple[str, str, int | None]: ...
class IdentityAssertionOAuthProvider(RedirectAwareAuth):
 requires_response_body = True
 def __init__(self, server_url: str, storage: TokenStorage, client_id: str, client_secret: str, issuer: str, assertion_provider: Callable[[str, str], Awaitable[str]], scope: str | None = None, token_endpoint_auth_method: Literal["client_secret_basic", "client_secret_post"] = ...) -> None: ...
 def _build_token_request(self, scope: str | None, assertion: str) -> httpx2.Request: ...
 def _auth_flow(self, request: httpx2.Request) -> AsyncGenerator[httpx2.Request, httpx2.Response]: ...
 _resource: str
 _storage: _loopmend_0.TokenStorage
 _issuer: str
 _assertion_provider: _loopmend_1.Callable[..., _loopmend_1.Awaitable[str]]
 _scope: None | str
 _client: _loopmend_2.OAuthClientInformationFull
 _token_endpoint: str | None
 _tokens: OAuthToken | None
 _expiry: float | None
 _lock: _loopmend_3.Lock
 _initialized: bool

=== mcp.client.auth.oauth2
import mcp.client.auth.oauth2 as _loopmend_0
import mcp.shared.auth as _loopmend_1
import pydantic.type_adapter as _loopmend_2
import typing as _loopmend_3
import base64
import hashlib
import logging
import secrets
import string
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Protocol, get_args
from urllib.parse import quote, urlencode, urljoin, urlparse
import anyio
import httpx2
from mcp_types.version import is_version_at_least
from pydantic import AnyHttpUrl, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from mcp.client.auth.exceptions import OAuthFlowError, OAuthRegistrationError, OAuthTokenError
from mcp.client.auth.utils import ( build_oauth_authorization_server_metadata_discovery_urls, build_protected_resource_metadata_discovery_urls, create_client_info_from_metadata_url, create_client_registration_request, create_oauth_metadata_request, credentials_match_issuer, extract_field_from_www_auth, extract_resource_metadata_from_www_auth, extract_scope_from_www_auth, get_client_metadata_scopes, handle_auth_metadata_response, handle_protected_resource_response, handle_registration_response, handle_token_response_scopes, is_valid_client_metadata_url, issuers_match, should_use_client_metadata_url, union_scopes, validate_authorization_response_iss, validate_metadata_issuer, )
from mcp.shared._httpx_utils import RedirectAwareAuth, redirect_note
from mcp.shared._request_clock import waiting_on_a_person
from mcp.shared.auth import ( AuthorizationCodeResult, OAuthClientInformationFull, OAuthClientMetadata, OAuthMetadata, OAuthToken, ProtectedResourceMetadata, TokenEndpointAuthMethod, )
from mcp.shared.auth_utils import ( calculate_token_expiry, check_resource_allowed, resource_url_from_server_url, )
from mcp.shared.inbound import MCP_PROTOCOL_VERSION_HEADER
logger = logging.getLogger(__name__)
_KNOWN_TOKEN_ENDPOINT_AUTH_METHODS: tuple[str | None, ...] = ...
_SECRET_TOKEN_ENDPOINT_AUTH_METHODS: tuple[str, str]
_REGISTRATION_USABLE_TOKEN_ENDPOINT_AUTH_METHODS: tuple[str | None, ...] = tuple( method for method in _KNOWN_TOKEN_ENDPOINT_AUTH_METHODS if method != "private_key_jwt" )
def check_registration_usable(client_info: OAuthClientInformationFull) -> None: ...
class PKCEParameters(BaseModel):
 code_verifier: str = ...
 code_challenge: str = ...
 @classmethod
 def generate(cls) -> "PKCEParameters": ...
class TokenStorage(Protocol):
 async def get_tokens(self) -> OAuthToken | None: ...
 async def set_tokens(self, tokens: OAuthToken) -> None: ...
 async def get_client_info(self) -> OAuthClientInformationFull | None: ...
 async def set_client_info(self, client_info: OAuthClientInformationFull) -> None: ...
@dataclass
class OAuthContext:
 server_url: str
 client_metadata: OAuthClientMetadata
 storage: TokenStorage
 redirect_handler: Callable[[str], Awaitable[None]] | None
 callback_handler: Callable[[], Awaitable[AuthorizationCodeResult]] | None
 client_metadata_url: str | None = None
 protected_resource_metadata: ProtectedResourceMetadata | None = None
 oauth_metadata: OAuthMetadata | None = None
 auth_server_url: str | None = None
 protocol_version: str | None = None
 client_info: OAuthClientInformationFull | None = None
 current_tokens: OAuthToken | None = None
 token_expiry_time: float | None = None
 lock: anyio.Lock = field(default_factory=anyio.Lock)
 def get_authorization_base_url(self, server_url: str) -> str: ...
 def update_token_expiry(self, token: OAuthToken) -> None: ...
 def is_token_valid(self) -> bool: ...
 def can_refresh_token(self) -> bool: ...
 def clear_tokens(self) -> None: ...
 def get_resource_url(self) -> str: ...
 def should_include_resource_param(self, protocol_version: str | None = None) -> bool: ...
 def prepare_token_auth(self, data: dict[str, str], headers: dict[str, str] | None = None) -> tuple[dict[str, str], dict[str, str]]: ...
_ORIGIN_URL: _loopmend_2.TypeAdapter
def _origin_issuer(server_url: str) -> str: ...
class OAuthClientProvider(RedirectAwareAuth):
 requires_response_body = True
 def __init__(self, server_url: str, client_metadata: OAuthClientMetadata, storage: TokenStorage, redirect_handler: Callable[[str], Awaitable[None]] | None = None, callback_handler: Callable[[], Awaitable[AuthorizationCodeResult]] | None = None, client_metadata_url: str | None = None, validate_resource_url: Callable[[str, str | None], Awaitable[None]] | None = None) -> None: ...
 async def _handle_protected_resource_response(self, response: httpx2.Response) -> bool: ...
 async def _perform_authorization(self) -> httpx2.Request: ...
 async def _perform_authorization_code_grant(self) -> tuple[str, str]: ...
 def _get_token_endpoint(self) -> str: ...
 async def _exchange_token_authorization_code(self, auth_code: str, code_verifier: str) -> httpx2.Request: ...
 async def _handle_token_response(self, response: httpx2.Response) -> None: ...
 async def _refresh_token(self) -> httpx2.Request: ...
 async def _handle_refresh_response(self, response: httpx2.Response) -> bool: ...
 async def _initialize(self) -> None: ...
 def _add_auth_header(self, request: httpx2.Request) -> None: ...
 async def _handle_oauth_metadata_response(self, response: httpx2.Response) -> None: ...
 async def _validate_resource_match(self, prm: ProtectedResourceMetadata) -> None: ...
 def _select_authorization_server(self, advertised: list[str]) -> str: ...
 def _expected_issuer(self) -> str: ...
 def _auth_flow(self, request: httpx2.Request) -> AsyncGenerator[httpx2.Request, httpx2.Response]: ...
 context: _loopmend_0.OAuthContext
 _validate_resource_url_callback: None | _loopmend_3.Callable[..., _loopmend_3.Awaitable[None]]
 _initialized: bool

=== mcp.client.auth.utils
import mcp.shared.auth as _loopmend_0
import re
from typing import Any, cast
from urllib.parse import urljoin, urlparse
from httpx2 import Request, Response
from mcp_types import LATEST_PROTOCOL_VERSION
from pydantic import AnyUrl, ValidationError
from pydantic_core import from_json
from mcp.client.auth import OAuthFlowError, OAuthRegistrationError, OAuthTokenError
from mcp.shared._httpx_utils import redirect_note
from mcp.shared.auth import ( OAuthClientInformationFull, OAuthClientMetadata, OAuthMetadata, OAuthToken, ProtectedResourceMetadata, )
from mcp.shared.inbound import MCP_PROTOCOL_VERSION_HEADER
def extract_field_from_www_auth(response: Response, field_name: str) -> str | None: ...
def extract_scope_from_www_auth(response: Response) -> str | None: ...
def extract_resource_metadata_from_www_auth(response: Response) -> str | None: ...
def build_protected_resource_metadata_discovery_urls(www_auth_url: str | None, server_url: str) -> list[str]: ...
def get_client_metadata_scopes(www_authenticate_scope: str | None, protected_resource_metadata: ProtectedResourceMetadata | None, authorization_server_metadata: OAuthMetadata | None = None, client_grant_types: list[str] | None = None) -> str | None: ...
def union_scopes(previous_scope: str | None, new_scope: str | None) -> str | None: ...
def build_oauth_authorization_server_metadata_discovery_urls(auth_server_url: str | None, server_url: str) -> list[str]: ...
async def handle_protected_resource_response(response: Response) -> ProtectedResourceMetadata | None: ...
async def handle_auth_metadata_response(response: Response) -> tuple[bool, OAuthMetadata | None]: ...
def validate_authorization_response_iss(iss: str | None, oauth_metadata: OAuthMetadata | None) -> None: ...
def validate_metadata_issuer(oauth_metadata: OAuthMetadata, expected_issuer: str) -> None: ...
def create_oauth_metadata_request(url: str) -> Request: ...
def create_client_registration_request(auth_server_metadata: OAuthMetadata | None, client_metadata: OAuthClientMetadata, auth_base_url: str) -> Request: ...
async def handle_registration_response(response: Response) -> OAuthClientInformationFull: ...
def is_valid_client_metadata_url(url: str | None) -> bool: ...
def credentials_match_issuer(client_info: OAuthClientInformationFull, issuer: str, client_metadata_url: str | None) -> bool: ...
def issuers_match(a: str, b: str) -> bool: ...
def should_use_client_metadata_url(oauth_metadata: OAuthMetadata | None, client_metadata_url: str | None) -> bool: ...
def create_client_info_from_metadata_url(client_metadata_url: str, redirect_uris: list[AnyUrl] | None = None) -> OAuthClientInformationFull: ...
async def handle_token_response_scopes(response: Response) -> OAuthToken: ...

=== mcp.client.caching
import mcp.client.caching as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
import json
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal, Protocol
import anyio
import anyio.lowlevel
from mcp_types import ( CacheableResult, PromptListChangedNotification, ResourceListChangedNotification, ResourceUpdatedNotification, ServerNotification, ToolListChangedNotification, )
from mcp_types.version import MODERN_PROTOCOL_VERSIONS
__all__ = [ "MAX_TTL_MS", "CacheConfig", "CacheEntry", "CacheKey", "CacheMode", "InMemoryResponseCacheStore", "ResponseCacheStore", ]
logger = logging.getLogger(__name__)
CacheMode = Literal["use", "refresh", "bypass"]
MAX_TTL_MS: Final[int] = ...
@dataclass(frozen=True, slots=True)
class CacheKey:
 method: str
 params_key: str = ""
 partition: str = ""
@dataclass(frozen=True, slots=True)
class CacheEntry:
 value: Any
 scope: Literal["public", "private"]
 expires_at: float | None
class ResponseCacheStore(Protocol):
 async def get(self, key: CacheKey) -> CacheEntry | None: ...
 async def set(self, key: CacheKey, entry: CacheEntry) -> None: ...
 async def delete(self, key: CacheKey) -> None: ...
 async def clear(self) -> None: ...
@dataclass(frozen=True, slots=True)
class CacheConfig:
 store: ResponseCacheStore | None = None
 partition: str = ""
 target_id: str | None = None
 default_ttl_ms: int = 0
 clock: Callable[[], float] = time.time
 share_public: bool = False
 def __post_init__(self) -> None: ...
class InMemoryResponseCacheStore:
 def __init__(self, *, max_entries: int = ...) -> None: ...
 async def get(self, key: CacheKey) -> CacheEntry | None: ...
 async def set(self, key: CacheKey, entry: CacheEntry) -> None: ...
 async def delete(self, key: CacheKey) -> None: ...
 async def clear(self) -> None: ...
 _max_entries: int
 _entries: dict[CacheKey, CacheEntry]
_GENERATION_MAP_CAP: Final[int] = 4096
_STORE_CLEANUP_TIMEOUT: Final[float] = 5
class ClientResponseCache:
 def __init__(self, *, store: ResponseCacheStore, partition: str, arm_id: str, default_ttl_ms: int, clock: Callable[[], float], share_public: bool, negotiated_version: Callable[[], str | None], generation_map_cap: int = ..., store_cleanup_timeout: float = ...) -> None: ...
 def _arm(self, scope: Literal["public", "private"]) -> str: ...
 async def read(self, method: str, params_key: str) -> CacheableResult | None: ...
 async def _get_fresh(self, key: CacheKey) -> CacheEntry | None: ...
 def capture(self, method: str, params_key: str) -> int: ...
 async def write(self, method: str, params_key: str, result: CacheableResult, gen_at_capture: int, mode: Literal["use", "refresh"]) -> None: ...
 async def evict_method(self, method: str) -> None: ...
 async def evict_key(self, method: str, params_key: str) -> None: ...
 async def evict_for_notification(self, notification: ServerNotification) -> None: ...
 def _resolve(self, result: CacheableResult) -> tuple[int, Literal["public", "private"]]: ...
 def _generation_moved(self, gen_key: tuple[str, str], gen_at_capture: int) -> bool: ...
 async def _set(self, key: CacheKey, entry: CacheEntry) -> bool: ...
 async def _cleanup_delete(self, *keys: CacheKey) -> None: ...
 async def _delete(self, key: CacheKey) -> bool: ...
 def _warn_store_failure(self, kind: Literal["get", "set", "delete"]) -> None: ...
 _store: _loopmend_0.ResponseCacheStore
 _partition: str
 _arm_id: str
 _share_public: bool
 _default_ttl_ms: int
 _clock: _loopmend_1.Callable[..., float]
 _negotiated_version: _loopmend_1.Callable[..., None | str]
 _generations: dict[tuple[str, str], int]
 _generation_map_cap: int
 _store_cleanup_timeout: float
 _warned_store_ops: set[str]

=== mcp.client.client
import contextlib as _loopmend_4
import mcp.client.client as _loopmend_3
import mcp.client.session as _loopmend_2
import mcp.client.subscriptions as _loopmend_5
import mcp.shared.dispatcher as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
import hashlib
import logging
import uuid
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from dataclasses import KW_ONLY, dataclass, field
from typing import Any, Final, Literal, TypeVar, cast
import anyio
import anyio.lowlevel
import mcp_types as types
from mcp_types import ( HEADER_MISMATCH, INVALID_PARAMS, CacheableResult, CallToolResult, CompleteResult, EmptyResult, ErrorData, GetPromptResult, Implementation, InputRequest, InputRequiredResult, InputResponse, InputResponses, ListPromptsResult, ListResourcesResult, ListResourceTemplatesResult, ListToolsResult, LoggingLevel, PaginatedRequestParams, PromptReference, ReadResourceResult, RequestParamsMeta, ResourceTemplateReference, Result, ServerCapabilities, )
from mcp_types.version import HANDSHAKE_PROTOCOL_VERSIONS, MODERN_PROTOCOL_VERSIONS
from pydantic import ValidationError
from typing_extensions import deprecated
from mcp.client._input_required import DEFAULT_INPUT_REQUIRED_MAX_ROUNDS, run_input_required_driver
from mcp.client._memory import InMemoryTransport
from mcp.client._probe import negotiate_auto
from mcp.client._transport import Transport
from mcp.client.caching import CacheConfig, CacheMode, ClientResponseCache, InMemoryResponseCacheStore
from mcp.client.extension import ClaimContext, ClientExtension, NotificationBinding, ResultClaim
from mcp.client.session import ( ClientRequestContext, ClientSession, ElicitationFnT, IncomingMessage, ListRootsFnT, LoggingFnT, MessageHandlerFnT, SamplingFnT, )
from mcp.client.stdio import StdioServerParameters, stdio_client
from mcp.client.streamable_http import streamable_http_client
from mcp.client.subscriptions import ServerEvent, Subscription
from mcp.client.subscriptions import listen as _listen
from mcp.server import Server
from mcp.server.mcpserver import MCPServer
from mcp.server.runner import modern_on_request
from mcp.shared.direct_dispatcher import create_direct_dispatcher_pair
from mcp.shared.dispatcher import Dispatcher, ProgressFnT
from mcp.shared.exceptions import MCPDeprecationWarning, MCPError
from mcp.shared.extension import validate_extension_identifier
from mcp.shared.jsonrpc_dispatcher import JSONRPCDispatcher
from mcp.shared.subscriptions import event_to_notification
logger = logging.getLogger(__name__)
ConnectMode = Literal["legacy", "auto"] | str
_RELIST_PAGE_CAP: Final = 100
_T = TypeVar("_T")
_ResultT = TypeVar("_ResultT")
_CacheableT = TypeVar("_CacheableT", bound=CacheableResult)
_Connector = Callable[[AsyncExitStack, ConnectMode, bool], Awaitable["Dispatcher[Any]"]]
def _connect_transport(transport: Transport) -> _loopmend_1.Callable[..., _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, _loopmend_0.Dispatcher]]: ...
def _connect_inproc(server: Server[Any]) -> _loopmend_1.Callable[..., _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, _loopmend_0.Dispatcher]]: ...
def _connected(value: _T | None) -> _T: ...
def _strip_userinfo(url: str) -> str: ...
def _evicting_message_handler(cache: ClientResponseCache, user_handler: MessageHandlerFnT | None) -> MessageHandlerFnT: ...
def _synthesize_discover(protocol_version: str) -> types.DiscoverResult: ...
async def _no_inbound_client_notifications(_dctx: Any, _method: str, _params: Mapping[str, Any] | None) -> None: ...
@dataclass(frozen=True)
class _FoldedExtensions:
 ad: dict[str, dict[str, Any]] | None
 claims: dict[str, tuple[ResultClaim[Any], ...]] | None
 bindings: tuple[NotificationBinding[Any], ...] | None
 by_model: Mapping[type[Result], ResultClaim[Any]]
def _fold_extensions(extensions: Sequence[ClientExtension] | None) -> _FoldedExtensions: ...
@dataclass
class Client:
 server: Server[Any] | MCPServer | Transport | StdioServerParameters | str
 _: KW_ONLY
 raise_exceptions: bool = False
 read_timeout_seconds: float | None = None
 sampling_callback: SamplingFnT | None = None
 sampling_capabilities: types.SamplingCapability | None = None
 list_roots_callback: ListRootsFnT | None = None
 logging_callback: LoggingFnT | None = None
 log_level: LoggingLevel | None = None
 message_handler: MessageHandlerFnT | None = None
 client_info: Implementation | None = None
 mode: ConnectMode = "auto"
 prior_discover: types.DiscoverResult | None = None
 elicitation_callback: ElicitationFnT | None = None
 input_required_max_rounds: int = DEFAULT_INPUT_REQUIRED_MAX_ROUNDS
 extensions: Sequence[ClientExtension] | None = None
 cache: CacheConfig | None = field(default_factory=CacheConfig)
 _entered: bool = field(init=False, default=False)
 _session: ClientSession | None = field(init=False, default=None)
 _exit_stack: AsyncExitStack | None = field(init=False, default=None)
 _connect: _Connector = field(init=False, repr=False, compare=False)
 _response_cache: ClientResponseCache | None = field(init=False, default=None, repr=False, compare=False)
 _folded_extensions: _FoldedExtensions = field(init=False, repr=False, compare=False)
 def __post_init__(self) -> None: ...
 async def _build_session(self, exit_stack: AsyncExitStack) -> ClientSession: ...
 async def __aenter__(self) -> Client: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_val: BaseException | None, exc_tb: Any) -> None: ...
 @property
 def session(self) -> ClientSession: ...
 @property
 def protocol_version(self) -> str: ...
 @property
 def server_info(self) -> Implementation | None: ...
 @property
 def server_capabilities(self) -> ServerCapabilities: ...
 @property
 def instructions(self) -> str | None: ...
 @deprecated( "ping is removed as of 2026-07-28; the method only works under mode='legacy'.", category=MCPDeprecationWarning, )
 async def send_ping(self, *, meta: RequestParamsMeta | None = None) -> EmptyResult: ...
 @deprecated( "Client-to-server progress is deprecated as of 2026-07-28; progress is server-to-client only.", category=MCPDeprecationWarning, )
 async def send_progress_notification(self, progress_token: str | int, progress: float, total: float | None = None, message: str | None = None) -> None: ...
 @deprecated("The logging capability is deprecated as of 2026-07-28 (SEP-2577).", category=MCPDeprecationWarning)
 async def set_logging_level(self, level: LoggingLevel, *, meta: RequestParamsMeta | None = None) -> EmptyResult: ...
 async def _cached_fetch(self, method: str, *, cursor: str | None, meta: RequestParamsMeta | None, cache_mode: CacheMode, send: Callable[[], Awaitable[_CacheableT]], absorb: Callable[[_CacheableT], _CacheableT] | None = None) -> _CacheableT: ...
 async def list_resources(self, *, cursor: str | None = None, meta: RequestParamsMeta | None = None, cache_mode: CacheMode = ...) -> ListResourcesResult: ...
 async def list_resource_templates(self, *, cursor: str | None = None, meta: RequestParamsMeta | None = None, cache_mode: CacheMode = ...) -> ListResourceTemplatesResult: ...
 async def read_resource(self, uri: str, *, input_responses: InputResponses | None = None, request_state: str | None = None, meta: RequestParamsMeta | None = None, cache_mode: CacheMode = ...) -> ReadResourceResult: ...
 def listen(self, *, tools_list_changed: bool = ..., prompts_list_changed: bool = ..., resources_list_changed: bool = ..., resource_subscriptions: Sequence[str] = ...) -> AbstractAsyncContextManager[Subscription]: ...
 async def _evict_for_listen_event(self, event: ServerEvent) -> None: ...
 @deprecated( "resources/subscribe is removed as of 2026-07-28; use Client.listen() instead.", category=MCPDeprecationWarning, )
 async def subscribe_resource(self, uri: str, *, meta: RequestParamsMeta | None = None) -> EmptyResult: ...
 @deprecated( "resources/unsubscribe is removed as of 2026-07-28; use Client.listen() instead.", category=MCPDeprecationWarning, )
 async def unsubscribe_resource(self, uri: str, *, meta: RequestParamsMeta | None = None) -> EmptyResult: ...
 async def call_tool(self, name: str, arguments: dict[str, Any] | None = None, read_timeout_seconds: float | None = None, progress_callback: ProgressFnT | None = None, *, input_responses: InputResponses | None = None, request_state: str | None = None, meta: RequestParamsMeta | None = None) -> CallToolResult: ...
 async def list_prompts(self, *, cursor: str | None = None, meta: RequestParamsMeta | None = None, cache_mode: CacheMode = ...) -> ListPromptsResult: ...
 async def get_prompt(self, name: str, arguments: dict[str, str] | None = None, *, input_responses: InputResponses | None = None, request_state: str | None = None, meta: RequestParamsMeta | None = None) -> GetPromptResult: ...
 async def _drive_input_required(self, first: _ResultT | InputRequiredResult, retry: Callable[[InputResponses | None, str | None], Awaitable[_ResultT | InputRequiredResult]]) -> _ResultT: ...
 async def complete(self, ref: ResourceTemplateReference | PromptReference, argument: dict[str, str], context_arguments: dict[str, str] | None = None) -> CompleteResult: ...
 async def list_tools(self, *, cursor: str | None = None, meta: RequestParamsMeta | None = None, cache_mode: CacheMode = ...) -> ListToolsResult: ...
 async def _relist_tool(self, name: str) -> None: ...
 @deprecated("The roots capability is deprecated as of 2026-07-28 (SEP-2577).", category=MCPDeprecationWarning)
 async def send_roots_list_changed(self) -> None: ...

=== mcp.client.extension
import mcp.client.extension as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Generic, Literal, TypeVar, get_args
from mcp_types import CORE_RESULT_TYPES, CallToolResult, InputRequiredResult, Result
from mcp_types.version import MODERN_PROTOCOL_VERSIONS
from pydantic import AliasChoices, AliasPath, BaseModel
from pydantic.fields import FieldInfo
from mcp.shared.extension import validate_extension_identifier
if TYPE_CHECKING:
 from mcp.client.session import ClientSession
__all__ = [ "ClaimContext", "ClientExtension", "NotificationBinding", "ResultClaim", "UnexpectedClaimedResult", "advertise", ]
_CLAIM_METHODS: Final[frozenset[str]] = frozenset({"tools/call"})
_RESERVED_WIRE_ALIASES: Final[frozenset[str]] = frozenset({"requestState", "inputRequests"})
def _wire_keys(name: str, field: FieldInfo) -> frozenset[str]: ...
ClaimedT = TypeVar("ClaimedT", bound=Result)
NotifyParamsT = TypeVar("NotifyParamsT", bound=BaseModel)
@dataclass(frozen=True, kw_only=True)
class ClaimContext:
 session: ClientSession
 tool_name: str
 read_timeout_seconds: float | None
@dataclass(frozen=True, kw_only=True)
class ResultClaim(Generic[ClaimedT]):
 result_type: str
 model: type[ClaimedT]
 resolve: Callable[[ClaimedT, ClaimContext], Awaitable[CallToolResult]]
 method: Literal["tools/call"] = "tools/call"
 protocol_versions: frozenset[str] | None = None
 def __post_init__(self) -> None: ...
class UnexpectedClaimedResult(RuntimeError):
 def __init__(self, result: Result) -> None: ...
 result: _loopmend_0.Any
@dataclass(frozen=True, kw_only=True)
class NotificationBinding(Generic[NotifyParamsT]):
 method: str
 params_type: type[NotifyParamsT]
 handler: Callable[[NotifyParamsT], Awaitable[None]]
class ClientExtension:
 identifier: str
 def __init_subclass__(cls, **kwargs: Any) -> None: ...
 def settings(self) -> dict[str, Any]: ...
 def claims(self) -> Sequence[ResultClaim[Any]]: ...
 def notifications(self) -> Sequence[NotificationBinding[Any]]: ...
class _AdvertiseOnly(ClientExtension):
 def __init__(self, identifier: str, settings: dict[str, Any]) -> None: ...
 def settings(self) -> dict[str, Any]: ...
 identifier: str
 _settings: dict
def advertise(identifier: str, settings: dict[str, Any] | None = None) -> ClientExtension: ...

=== mcp.client.session
import anyio.streams.memory as _loopmend_6
import mcp.client.extension as _loopmend_1
import mcp.client.session as _loopmend_3
import mcp.client.subscriptions as _loopmend_5
import pydantic.main as _loopmend_4
import pydantic.type_adapter as _loopmend_2
import typing as _loopmend_0
from __future__ import annotations
import json
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from operator import or_
from types import TracebackType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, Protocol, TypeAlias, cast, get_args, overload
import anyio
import anyio.abc
import anyio.lowlevel
import mcp_types as types
from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream
from mcp_types import ( CLIENT_CAPABILITIES_META_KEY, CLIENT_INFO_META_KEY, CONNECTION_CLOSED, INTERNAL_ERROR, LOG_LEVEL_META_KEY, METHOD_NOT_FOUND, PROTOCOL_VERSION_META_KEY, SERVER_INFO_META_KEY, UNSUPPORTED_PROTOCOL_VERSION, RequestId, RequestParamsMeta, )
from mcp_types import methods as _methods
from mcp_types.version import ( HANDSHAKE_PROTOCOL_VERSIONS, KNOWN_PROTOCOL_VERSIONS, LATEST_HANDSHAKE_VERSION, LATEST_MODERN_VERSION, MODERN_PROTOCOL_VERSIONS, )
from pydantic import BaseModel, Discriminator, Tag, TypeAdapter, ValidationError
from typing_extensions import Self, TypeVar, deprecated
from mcp.client._transport import ReadStream, WriteStream
from mcp.client.extension import NotificationBinding, ResultClaim, UnexpectedClaimedResult
from mcp.client.subscriptions import ListenRoute
from mcp.shared._compat import resync_tracer
from mcp.shared.dispatcher import CallOptions, DispatchContext, Dispatcher, ProgressFnT, as_request_id
from mcp.shared.exceptions import MCPDeprecationWarning, MCPError
from mcp.shared.inbound import ( MCP_METHOD_HEADER, MCP_NAME_HEADER, MCP_PROTOCOL_VERSION_HEADER, NAME_BEARING_METHODS, encode_header_value, find_invalid_x_mcp_header, mcp_param_headers, x_mcp_header_map, )
from mcp.shared.jsonrpc_dispatcher import JSONRPCDispatcher, cancelled_request_id_from_params
from mcp.shared.message import ClientMessageMetadata, SessionMessage
from mcp.shared.subscriptions import SUBSCRIPTION_ID_META_KEY, event_from_wire
from mcp.shared.transport_context import TransportContext
if TYPE_CHECKING:
 from jsonschema.protocols import Validator
DEFAULT_CLIENT_INFO: _loopmend_0.Any
DISCOVER_TIMEOUT_SECONDS = 10.0
_NOTIFICATION_QUEUE_SIZE: Final = 256
logger = logging.getLogger("client")
def _clamp_inbound_ttl(raw: dict[str, Any]) -> None: ...
@cache
def _wire_fields(target: type[BaseModel] | UnionType) -> frozenset[str]: ...
@cache
def _later_revision_fields(method: str, version: str) -> frozenset[str]: ...
def _same_schema(a: dict[str, Any] | None, b: dict[str, Any] | None) -> bool: ...
def _preconnect_stamp(data: dict[str, Any], opts: CallOptions) -> None: ...
def _parse_server_info_stamp(result: types.DiscoverResult) -> types.Implementation | None: ...
def _make_handshake_stamp(protocol_version: str) -> _loopmend_0.Callable[..., None]: ...
def _make_modern_stamp(protocol_version: str, client_info: dict[str, Any], capabilities: dict[str, Any], resolve_param_headers: Callable[[str, Mapping[str, Any]], dict[str, str]], *, log_level: types.LoggingLevel | None = None) -> _loopmend_0.Callable[..., None]: ...
ReceiveResultT = TypeVar("ReceiveResultT", bound=BaseModel)
@dataclass(kw_only=True)
class ClientRequestContext:
 session: ClientSession
 request_id: RequestId
 meta: RequestParamsMeta | None = None
class SamplingFnT(Protocol):
 async def __call__(self, context: ClientRequestContext, params: types.CreateMessageRequestParams) -> types.CreateMessageResult | types.CreateMessageResultWithTools | types.ErrorData: ...
class ElicitationFnT(Protocol):
 async def __call__(self, context: ClientRequestContext, params: types.ElicitRequestParams) -> types.ElicitResult | types.ErrorData: ...
class ListRootsFnT(Protocol):
 async def __call__(self, context: ClientRequestContext) -> types.ListRootsResult | types.ErrorData: ...
class LoggingFnT(Protocol):
 async def __call__(self, params: types.LoggingMessageNotificationParams) -> None: ...
IncomingMessage: TypeAlias = types.ServerNotification | Exception
class MessageHandlerFnT(Protocol):
 async def __call__(self, message: IncomingMessage) -> None: ...
async def _default_message_handler(message: IncomingMessage) -> None: ...
async def _default_sampling_callback(context: ClientRequestContext, params: types.CreateMessageRequestParams) -> types.CreateMessageResult | types.CreateMessageResultWithTools | types.ErrorData: ...
async def _default_elicitation_callback(context: ClientRequestContext, params: types.ElicitRequestParams) -> types.ElicitResult | types.ErrorData: ...
async def _default_list_roots_callback(context: ClientRequestContext) -> types.ListRootsResult | types.ErrorData: ...
async def _default_logging_callback(params: types.LoggingMessageNotificationParams) -> None: ...
ClientResponse: TypeAdapter[types.ClientResult | types.ErrorData] = ...
_CallToolResultAdapter: TypeAdapter[types.CallToolResult | types.InputRequiredResult | types.Result] = ...
_GetPromptResultAdapter: TypeAdapter[types.GetPromptResult | types.InputRequiredResult] = ...
_ReadResourceResultAdapter: TypeAdapter[types.ReadResourceResult | types.InputRequiredResult] = ...
def _claim_active(claim: ResultClaim[Any], version: str) -> bool: ...
def _active_claims_at(claims_by_extension: Mapping[str, tuple[ResultClaim[Any], ...]], version: str) -> dict[str, ResultClaim[Any]]: ...
def _build_call_tool_adapter(active: Mapping[str, ResultClaim[Any]]) -> TypeAdapter[types.CallToolResult | types.InputRequiredResult | types.Result]: ...
def _index_claims(result_claims: Mapping[str, Sequence[ResultClaim[Any]]] | None, extensions: dict[str, dict[str, Any]] | None) -> dict[str, tuple[ResultClaim[Any], ...]]: ...
def _index_bindings(notification_bindings: Sequence[NotificationBinding[Any]] | None) -> dict[str, NotificationBinding[Any]]: ...
def _input_required_unexpected(method: str) -> RuntimeError: ...
class ClientSession:
 def __init__(self, read_stream: ReadStream[SessionMessage | Exception] | None = None, write_stream: WriteStream[SessionMessage] | None = None, read_timeout_seconds: float | None = None, sampling_callback: SamplingFnT | None = None, elicitation_callback: ElicitationFnT | None = None, list_roots_callback: ListRootsFnT | None = None, logging_callback: LoggingFnT | None = None, message_handler: MessageHandlerFnT | None = None, client_info: types.Implementation | None = None, *, log_level: types.LoggingLevel | None = None, sampling_capabilities: types.SamplingCapability | None = None, extensions: dict[str, dict[str, Any]] | None = None, result_claims: Mapping[str, Sequence[ResultClaim[Any]]] | None = None, notification_bindings: Sequence[NotificationBinding[Any]] | None = None, dispatcher: Dispatcher[Any] | None = None) -> None: ...
 async def __aenter__(self) -> Self: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_val: BaseException | None, exc_tb: TracebackType | None) -> bool | None: ...
 def _close_binding_queues(self) -> None: ...
 async def _deliver_bound_notifications(self, binding: NotificationBinding[Any], receive: MemoryObjectReceiveStream[BaseModel]) -> None: ...
 async def send_request(self, request: types.ClientRequest | types.Request[Any, Any], result_type: type[ReceiveResultT] | TypeAdapter[ReceiveResultT], request_read_timeout_seconds: float | None = None, metadata: ClientMessageMetadata | None = None, progress_callback: ProgressFnT | None = None) -> ReceiveResultT: ...
 async def send_notification(self, notification: types.ClientNotification) -> None: ...
 def _build_capabilities(self, version: str) -> types.ClientCapabilities: ...
 async def initialize(self) -> types.InitializeResult: ...
 def adopt(self, result: types.InitializeResult | types.DiscoverResult) -> None: ...
 async def send_discover(self, version: str) -> dict[str, Any]: ...
 async def discover(self) -> types.DiscoverResult: ...
 @property
 def initialize_result(self) -> types.InitializeResult | None: ...
 @property
 def discover_result(self) -> types.DiscoverResult | None: ...
 @property
 def protocol_version(self) -> str | None: ...
 @property
 def server_info(self) -> types.Implementation | None: ...
 @property
 def server_capabilities(self) -> types.ServerCapabilities | None: ...
 @property
 def instructions(self) -> str | None: ...
 async def send_ping(self, *, meta: RequestParamsMeta | None = None) -> types.EmptyResult: ...
 @deprecated( "Client-to-server progress is deprecated as of 2026-07-28; progress is server-to-client only.", category=MCPDeprecationWarning, )
 async def send_progress_notification(self, progress_token: str | int, progress: float, total: float | None = None, message: str | None = None, *, meta: RequestParamsMeta | None = None) -> None: ...
 @deprecated("The logging capability is deprecated as of 2026-07-28 (SEP-2577).", category=MCPDeprecationWarning)
 async def set_logging_level(self, level: types.LoggingLevel, *, meta: RequestParamsMeta | None = None) -> types.EmptyResult: ...
 async def list_resources(self, *, params: types.PaginatedRequestParams | None = None) -> types.ListResourcesResult: ...
 async def list_resource_templates(self, *, params: types.PaginatedRequestParams | None = None) -> types.ListResourceTemplatesResult: ...
 @overload
 async def read_resource(self, uri: str, *, input_responses: types.InputResponses | None = None, request_state: str | None = None, meta: RequestParamsMeta | None = None, allow_input_required: Literal[False] = ...) -> types.ReadResourceResult: ...
 @overload
 async def read_resource(self, uri: str, *, input_responses: types.InputResponses | None = None, request_state: str | None = None, meta: RequestParamsMeta | None = None, allow_input_required: bool) -> types.ReadResourceResult | types.InputRequiredResult: ...
 async def read_resource(self, uri: str, *, input_responses: types.InputResponses | None = None, request_state: str | None = None, meta: RequestParamsMeta | None = None, allow_input_required: bool = ...) -> types.ReadResourceResult | types.InputRequiredResult: ...
 @deprecated( "resources/subscribe is removed as of 2026-07-28; use Client.listen() instead.", category=MCPDeprecationWarning, )
 async def subscribe_resource(self, uri: str, *, meta: RequestParamsMeta | None = None) -> types.EmptyResult: ...
 @deprecated( "resources/unsubscribe is removed as of 2026-07-28; use Client.listen() instead.", category=MCPDeprecationWarning, )
 async def unsubscribe_resource(self, uri: str, *, meta: RequestParamsMeta | None = None) -> types.EmptyResult: ...
 @overload
 async def call_tool(self, name: str, arguments: dict[str, Any] | None = None, read_timeout_seconds: float | None = None, progress_callback: ProgressFnT | None = None, *, input_responses: types.InputResponses | None = None, request_state: str | None = None, meta: RequestParamsMeta | None = None, allow_input_required: Literal[False] = ..., allow_claimed: Literal[False] = ...) -> types.CallToolResult: ...
 @overload
 async def call_tool(self, name: str, arguments: dict[str, Any] | None = None, read_timeout_seconds: float | None = None, progress_callback: ProgressFnT | None = None, *, input_responses: types.InputResponses | None = None, request_state: str | None = None, meta: RequestParamsMeta | None = None, allow_input_required: bool, allow_claimed: Literal[False] = ...) -> types.CallToolResult | types.InputRequiredResult: ...
 @overload
 async def call_tool(self, name: str, arguments: dict[str, Any] | None = None, read_timeout_seconds: float | None = None, progress_callback: ProgressFnT | None = None, *, input_responses: types.InputResponses | None = None, request_state: str | None = None, meta: RequestParamsMeta | None = None, allow_input_required: Literal[False] = ..., allow_claimed: bool) -> types.CallToolResult | types.Result: ...
 @overload
 async def call_tool(self, name: str, arguments: dict[str, Any] | None = None, read_timeout_seconds: float | None = None, progress_callback: ProgressFnT | None = None, *, input_responses: types.InputResponses | None = None, request_state: str | None = None, meta: RequestParamsMeta | None = None, allow_input_required: bool, allow_claimed: bool) -> types.CallToolResult | types.InputRequiredResult | types.Result: ...
 async def call_tool(self, name: str, arguments: dict[str, Any] | None = None, read_timeout_seconds: float | None = None, progress_callback: ProgressFnT | None = None, *, input_responses: types.InputResponses | None = None, request_state: str | None = None, meta: RequestParamsMeta | None = None, allow_input_required: bool = ..., allow_claimed: bool = ...) -> types.CallToolResult | types.InputRequiredResult | types.Result: ...
 def _resolve_param_headers(self, name: str, arguments: Mapping[str, Any]) -> dict[str, str]: ...
 async def validate_tool_result(self, name: str, result: types.CallToolResult) -> None: ...
 def _output_schema_validator(self, name: str, output_schema: dict[str, Any]) -> Validator: ...
 async def list_prompts(self, *, params: types.PaginatedRequestParams | None = None) -> types.ListPromptsResult: ...
 @overload
 async def get_prompt(self, name: str, arguments: dict[str, str] | None = None, *, input_responses: types.InputResponses | None = None, request_state: str | None = None, meta: RequestParamsMeta | None = None, allow_input_required: Literal[False] = ...) -> types.GetPromptResult: ...
 @overload
 async def get_prompt(self, name: str, arguments: dict[str, str] | None = None, *, input_responses: types.InputResponses | None = None, request_state: str | None = None, meta: RequestParamsMeta | None = None, allow_input_required: bool) -> types.GetPromptResult | types.InputRequiredResult: ...
 async def get_prompt(self, name: str, arguments: dict[str, str] | None = None, *, input_responses: types.InputResponses | None = None, request_state: str | None = None, meta: RequestParamsMeta | None = None, allow_input_required: bool = ...) -> types.GetPromptResult | types.InputRequiredResult: ...
 async def complete(self, ref: types.ResourceTemplateReference | types.PromptReference, argument: dict[str, str], context_arguments: dict[str, str] | None = None) -> types.CompleteResult: ...
 async def list_tools(self, *, params: types.PaginatedRequestParams | None = None) -> types.ListToolsResult: ...
 def _absorb_tool_listing(self, result: types.ListToolsResult, *, complete: bool) -> types.ListToolsResult: ...
 @deprecated("The roots capability is deprecated as of 2026-07-28 (SEP-2577).", category=MCPDeprecationWarning)
 async def send_roots_list_changed(self) -> None: ...
 async def _on_request(self, dctx: DispatchContext[TransportContext], method: str, params: Mapping[str, Any] | None) -> dict[str, Any]: ...
 async def dispatch_input_request(self, ctx: ClientRequestContext, request: types.InputRequest) -> types.InputResponse | types.ErrorData: ...
 def _register_listen_route(self, request_id: RequestId) -> ListenRoute: ...
 def _unregister_listen_route(self, request_id: RequestId) -> None: ...
 def _settle_listen_routes_closed(self) -> None: ...
 def _intercept_notification(self, method: str, params: Mapping[str, Any] | None) -> bool: ...
 async def _on_notify(self, dctx: DispatchContext[TransportContext], method: str, params: Mapping[str, Any] | None) -> None: ...
 async def _on_stream_exception(self, exc: Exception) -> None: ...
 async def _deliver_stream_exception(self, exc: Exception) -> None: ...
 _session_read_timeout_seconds: None | float
 _client_info: _loopmend_0.Any
 _sampling_callback: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]] | _loopmend_3.SamplingFnT
 _sampling_capabilities: _loopmend_0.Any
 _extensions: None | dict[str, dict]
 _result_claims: dict[str, tuple]
 _notification_bindings: dict[str, _loopmend_1.NotificationBinding]
 _active_claims: dict[str, ResultClaim[Any]]
 _call_tool_adapter: _loopmend_2.TypeAdapter
 _binding_queues: dict[str, tuple[_loopmend_6.MemoryObjectSendStream[_loopmend_4.BaseModel], _loopmend_6.MemoryObjectReceiveStream[_loopmend_4.BaseModel]]]
 _elicitation_callback: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]] | _loopmend_3.ElicitationFnT
 _list_roots_callback: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]] | _loopmend_3.ListRootsFnT
 _logging_callback: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, None]] | _loopmend_3.LoggingFnT
 _log_level: types.LoggingLevel | None
 _message_handler: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, None]] | _loopmend_3.MessageHandlerFnT
 _tool_output_schemas: dict[str, dict[str, Any] | None]
 _tool_output_validators: dict[str, Validator]
 _x_mcp_header_maps: dict[str, dict[tuple[str, ...], str]]
 _initialize_result: types.InitializeResult | None
 _discover_result: types.DiscoverResult | None
 _discover_server_info: types.Implementation | None
 _negotiated_version: str | None
 _stamp: Callable[[dict[str, Any], CallOptions], None]
 _task_group: anyio.abc.TaskGroup | None
 _listen_routes: dict[RequestId, ListenRoute]
 _dispatcher: Dispatcher[Any]

=== mcp.client.session_group
import mcp.client.session as _loopmend_1
import mcp.client.session_group as _loopmend_0
import typing as _loopmend_2
import contextlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Literal, TypeAlias, overload
import anyio
import httpx2
import mcp_types as types
from pydantic import BaseModel, Field
from typing_extensions import Self
import mcp
from mcp.client.session import ElicitationFnT, ListRootsFnT, LoggingFnT, MessageHandlerFnT, SamplingFnT
from mcp.client.sse import sse_client
from mcp.client.stdio import StdioServerParameters
from mcp.client.streamable_http import DEFAULT_MAX_SSE_EVENT_SIZE, streamable_http_client
from mcp.shared._httpx_utils import create_mcp_http_client
from mcp.shared.dispatcher import ProgressFnT
from mcp.shared.exceptions import MCPError
class SseServerParameters(BaseModel):
 url: str
 headers: dict[str, Any] | None = None
 timeout: float = 5.0
 sse_read_timeout: float = 300.0
class StreamableHttpParameters(BaseModel):
 url: str
 headers: dict[str, Any] | None = None
 timeout: float = 30.0
 sse_read_timeout: float = 300.0
 terminate_on_close: bool = True
 max_sse_event_size: int | None = ...
ServerParameters: TypeAlias = StdioServerParameters | SseServerParameters | StreamableHttpParameters
@dataclass
class ClientSessionParameters:
 read_timeout_seconds: float | None = None
 sampling_callback: SamplingFnT | None = None
 elicitation_callback: ElicitationFnT | None = None
 list_roots_callback: ListRootsFnT | None = None
 logging_callback: LoggingFnT | None = None
 message_handler: MessageHandlerFnT | None = None
 client_info: types.Implementation | None = None
class ClientSessionGroup:
 class _ComponentNames(BaseModel):
  prompts: set[str] = ...
  resources: set[str] = ...
  tools: set[str] = ...
 _prompts: dict[str, types.Prompt]
 _resources: dict[str, types.Resource]
 _tools: dict[str, types.Tool]
 _sessions: dict[mcp.ClientSession, _ComponentNames]
 _tool_to_session: dict[str, mcp.ClientSession]
 _exit_stack: contextlib.AsyncExitStack
 _session_exit_stacks: dict[mcp.ClientSession, contextlib.AsyncExitStack]
 _ComponentNameHook: TypeAlias = Callable[[str, types.Implementation], str]
 _component_name_hook: _ComponentNameHook | None
 def __init__(self, exit_stack: contextlib.AsyncExitStack | None = None, component_name_hook: _ComponentNameHook | None = None) -> None: ...
 async def __aenter__(self) -> Self: ...
 async def __aexit__(self, _exc_type: type[BaseException] | None, _exc_val: BaseException | None, _exc_tb: TracebackType | None) -> bool | None: ...
 @property
 def sessions(self) -> list[mcp.ClientSession]: ...
 @property
 def prompts(self) -> dict[str, types.Prompt]: ...
 @property
 def resources(self) -> dict[str, types.Resource]: ...
 @property
 def tools(self) -> dict[str, types.Tool]: ...
 @overload
 async def call_tool(self, name: str, arguments: dict[str, Any] | None = None, read_timeout_seconds: float | None = None, progress_callback: ProgressFnT | None = None, *, input_responses: types.InputResponses | None = None, request_state: str | None = None, meta: types.RequestParamsMeta | None = None, allow_input_required: Literal[False] = ...) -> types.CallToolResult: ...
 @overload
 async def call_tool(self, name: str, arguments: dict[str, Any] | None = None, read_timeout_seconds: float | None = None, progress_callback: ProgressFnT | None = None, *, input_responses: types.InputResponses | None = None, request_state: str | None = None, meta: types.RequestParamsMeta | None = None, allow_input_required: bool) -> types.CallToolResult | types.InputRequiredResult: ...
 async def call_tool(self, name: str, arguments: dict[str, Any] | None = None, read_timeout_seconds: float | None = None, progress_callback: ProgressFnT | None = None, *, input_responses: types.InputResponses | None = None, request_state: str | None = None, meta: types.RequestParamsMeta | None = None, allow_input_required: bool = ...) -> types.CallToolResult | types.InputRequiredResult: ...
 async def disconnect_from_server(self, session: mcp.ClientSession) -> None: ...
 async def connect_with_session(self, server_info: types.Implementation, session: mcp.ClientSession) -> mcp.ClientSession: ...
 async def connect_to_server(self, server_params: ServerParameters, session_params: ClientSessionParameters | None = None) -> mcp.ClientSession: ...
 async def _establish_session(self, server_params: ServerParameters, session_params: ClientSessionParameters) -> tuple[types.Implementation, mcp.ClientSession]: ...
 async def _aggregate_components(self, server_info: types.Implementation, session: mcp.ClientSession) -> None: ...
 def _component_name(self, name: str, server_info: types.Implementation) -> str: ...
 _owns_exit_stack: bool

=== mcp.client.sse
import typing as _loopmend_0
import logging
from collections.abc import Callable
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qs, urljoin, urlparse
import anyio
import httpx2
import mcp_types as types
from anyio.abc import TaskStatus
from httpx2 import SSEError
from mcp.shared._compat import resync_tracer
from mcp.shared._context_streams import create_context_streams
from mcp.shared._httpx_utils import ( McpHttpClientFactory, create_mcp_http_client, request_within_origin, sse_within_origin, )
from mcp.shared.message import SessionMessage
logger = logging.getLogger(__name__)
def remove_request_params(url: str) -> str: ...
def _extract_session_id_from_endpoint(endpoint_url: str) -> str | None: ...
@asynccontextmanager
def sse_client(url: str, headers: dict[str, Any] | None = None, timeout: float = ..., sse_read_timeout: float = ..., httpx_client_factory: McpHttpClientFactory = ..., auth: httpx2.Auth | None = None, on_session_created: Callable[[str], None] | None = None) -> _loopmend_0.AsyncGenerator: ...

=== mcp.client.stdio
import anyio.abc._subprocesses as _loopmend_2
import mcp.os.win32.utilities as _loopmend_1
import mcp.shared.message as _loopmend_0
import logging
import os
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Literal, TextIO
import anyio
import anyio.lowlevel
import anyio.to_thread
import mcp_types as types
from anyio.abc import AsyncResource, Process
from anyio.streams.text import TextReceiveStream
from pydantic import BaseModel, Field
from mcp.client._transport import TransportStreams
from mcp.os.posix.utilities import terminate_posix_process_tree
from mcp.os.win32.utilities import ( ServerProcess, close_process_job, create_windows_process, get_windows_executable_command, terminate_windows_process_tree, )
from mcp.shared.message import SessionMessage
logger = logging.getLogger(__name__)
DEFAULT_INHERITED_ENV_VARS: list[str]
PROCESS_TERMINATION_TIMEOUT = 2.0
FORCE_KILL_TIMEOUT = 2.0
_KILL_REAP_TIMEOUT = 2.0
_WRITER_FLUSH_TIMEOUT = 0.5
_EXIT_POLL_INTERVAL = 0.01
def get_default_environment() -> dict[str, str]: ...
class StdioServerParameters(BaseModel):
 command: str
 args: list[str] = ...
 env: dict[str, str] | None = None
 cwd: str | Path | None = None
 encoding: str = "utf-8"
 encoding_error_handler: Literal["strict", "ignore", "replace"] = "strict"
@asynccontextmanager
def stdio_client(server: StdioServerParameters, errlog: TextIO = ...) -> AsyncGenerator[TransportStreams, None]: ...
def _parse_line(line: str) -> SessionMessage | Exception: ...
async def _drain_stdout(process: ServerProcess) -> None: ...
async def _stop_server_process(process: ServerProcess) -> None: ...
async def _close_pipe(stream: AsyncResource) -> None: ...
async def _wait_for_process_exit(process: ServerProcess, timeout: float) -> bool: ...
async def _terminate_process_tree(process: ServerProcess) -> None: ...
def _close_subprocess_transport(process: ServerProcess) -> None: ...
async def _get_executable_command(command: str) -> str: ...
async def _create_platform_compatible_process(command: str, args: list[str], env: dict[str, str] | None = None, errlog: TextIO = ..., cwd: Path | str | None = None) -> ServerProcess: ...
async def _aclose_all(*streams: AsyncResource) -> None: ...

=== mcp.client.streamable_http
from __future__ import annotations as _annotations
import contextlib
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
import anyio
import httpx2
from anyio.abc import TaskGroup
from httpx2 import EventSource, ServerSentEvent
from mcp_types import ( CONNECTION_CLOSED, INTERNAL_ERROR, INVALID_REQUEST, METHOD_NOT_FOUND, PARSE_ERROR, ErrorData, JSONRPCError, JSONRPCMessage, JSONRPCNotification, JSONRPCRequest, JSONRPCResponse, RequestId, jsonrpc_message_adapter, )
from mcp_types.version import MODERN_PROTOCOL_VERSIONS
from pydantic import ValidationError
from mcp.client._transport import TransportStreams
from mcp.shared._compat import resync_tracer
from mcp.shared._context_streams import ContextReceiveStream, ContextSendStream, create_context_streams
from mcp.shared._httpx_utils import ( create_mcp_http_client, redirect_location, request_within_origin, sse_within_origin, stream_within_origin, )
from mcp.shared.inbound import MCP_PROTOCOL_VERSION_HEADER
from mcp.shared.jsonrpc_dispatcher import cancelled_request_id_from_params
from mcp.shared.message import ClientMessageMetadata, SessionMessage
logger = logging.getLogger(__name__)
SessionMessageOrError = SessionMessage | Exception
StreamWriter = ContextSendStream[SessionMessageOrError]
StreamReader = ContextReceiveStream[SessionMessage]
MCP_SESSION_ID = "mcp-session-id"
LAST_EVENT_ID = "last-event-id"
DEFAULT_RECONNECTION_DELAY_MS = 1000
MAX_RECONNECTION_ATTEMPTS = 2
DEFAULT_MAX_SSE_EVENT_SIZE: int
class StreamableHTTPError(Exception):
 ...
class ResumptionError(StreamableHTTPError):
 ...
def _unfollowed_redirect(response: httpx2.Response) -> str | None: ...
@dataclass
class RequestContext:
 client: httpx2.AsyncClient
 session_id: str | None
 session_message: SessionMessage
 metadata: ClientMessageMetadata | None
 read_stream_writer: StreamWriter
@dataclass(slots=True)
class _InFlightPost:
 scope: anyio.CancelScope
 modern: bool
class StreamableHTTPTransport:
 def __init__(self, url: str, *, max_sse_event_size: int | None = ...) -> None: ...
 def _prepare_headers(self) -> dict[str, str]: ...
 def _is_initialization_request(self, message: JSONRPCMessage) -> bool: ...
 def _is_initialized_notification(self, message: JSONRPCMessage) -> bool: ...
 def _maybe_extract_session_id_from_response(self, response: httpx2.Response) -> None: ...
 async def _handle_sse_event(self, sse: ServerSentEvent, read_stream_writer: StreamWriter, original_request_id: RequestId | None = None, resumption_callback: Callable[[str], Awaitable[None]] | None = None) -> bool: ...
 async def handle_get_stream(self, client: httpx2.AsyncClient, read_stream_writer: StreamWriter) -> None: ...
 async def _handle_resumption_request(self, ctx: RequestContext) -> None: ...
 def _consume_modern_cancellation(self, session_message: SessionMessage) -> bool: ...
 async def _run_request_post(self, post_fn: Callable[[], Awaitable[None]], post: _InFlightPost, request_id: RequestId) -> None: ...
 async def _handle_post_request(self, ctx: RequestContext) -> None: ...
 async def _handle_json_response(self, response: httpx2.Response, read_stream_writer: StreamWriter, *, request_id: RequestId) -> None: ...
 async def _handle_sse_response(self, response: httpx2.Response, ctx: RequestContext) -> None: ...
 async def _resolve_abandoned_request(self, read_stream_writer: StreamWriter, request_id: RequestId, message: str, *, code: int = ...) -> None: ...
 async def _handle_reconnection(self, ctx: RequestContext, last_event_id: str, retry_interval_ms: int | None = None, attempt: int = ...) -> None: ...
 async def post_writer(self, client: httpx2.AsyncClient, write_stream_reader: StreamReader, read_stream_writer: StreamWriter, write_stream: ContextSendStream[SessionMessage], start_get_stream: Callable[[], None], tg: TaskGroup) -> None: ...
 async def terminate_session(self, client: httpx2.AsyncClient) -> None: ...
 session_id: str | None
 url: str
 max_sse_event_size: None | int
 _protocol_version_header: str | None
 _in_flight_posts: dict[RequestId, _InFlightPost]
@asynccontextmanager
def streamable_http_client(url: str, *, http_client: httpx2.AsyncClient | None = None, terminate_on_close: bool = ..., max_sse_event_size: int | None = ...) -> AsyncGenerator[TransportStreams, None]: ...

=== mcp.client.subscriptions
import anyio._core._synchronization as _loopmend_1
import mcp.client.subscriptions as _loopmend_2
import mcp.shared.subscriptions as _loopmend_0
import typing as _loopmend_3
from __future__ import annotations
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from itertools import count
from typing import TYPE_CHECKING, Literal
import anyio
import mcp_types as types
from mcp_types.version import MODERN_PROTOCOL_VERSIONS
from mcp.shared.dispatcher import CallOptions
from mcp.shared.exceptions import MCPError
from mcp.shared.subscriptions import ( PromptsListChanged, ResourcesListChanged, ResourceUpdated, ServerEvent, ToolsListChanged, event_matches, )
if TYPE_CHECKING:
 from mcp.client.session import ClientSession
__all__ = [ "ListenNotSupportedError", "OnEvent", "PromptsListChanged", "ResourceUpdated", "ResourcesListChanged", "ServerEvent", "Subscription", "SubscriptionLost", "ToolsListChanged", "listen", ]
_listen_ids = count(1)
_MAX_PENDING_EVENTS = 1024
_SubscriptionEnd = Literal["graceful", "lost", "local"]
class ListenNotSupportedError(RuntimeError):
 def __init__(self, negotiated_version: str | None) -> None: ...
 negotiated_version: None | str
class SubscriptionLost(RuntimeError):
 ...
class ListenRoute:
 def __init__(self) -> None: ...
 def set_acked(self, honored: types.SubscriptionFilter) -> None: ...
 def deliver(self, event: ServerEvent) -> None: ...
 def settle(self, end: _SubscriptionEnd, error: MCPError | None = None) -> None: ...
 async def next_event(self) -> ServerEvent | _SubscriptionEnd: ...
 def consume(self, event: ServerEvent) -> None: ...
 honored: types.SubscriptionFilter | None
 acked: _loopmend_1.Event
 error: MCPError | None
 end: _SubscriptionEnd | None
 _honored_uris: frozenset[str]
 _pending: dict[ServerEvent, None]
 _wake: _loopmend_1.Event
OnEvent = Callable[[ServerEvent], Awaitable[None]]
class Subscription:
 def __init__(self, route: ListenRoute, subscription_id: types.RequestId, honored: types.SubscriptionFilter, on_event: OnEvent | None = None) -> None: ...
 def __aiter__(self) -> Subscription: ...
 async def __anext__(self) -> ServerEvent: ...
 honored: _loopmend_3.Any
 subscription_id: _loopmend_3.Any
 _route: _loopmend_2.ListenRoute
 _on_event: None | _loopmend_3.Callable[..., _loopmend_3.Awaitable[None]]
@asynccontextmanager
def listen(session: ClientSession, *, tools_list_changed: bool = ..., prompts_list_changed: bool = ..., resources_list_changed: bool = ..., resource_subscriptions: Sequence[str] = ..., on_event: OnEvent | None = None) -> AsyncIterator[Subscription]: ...

=== mcp.os package

=== mcp.os.posix package

=== mcp.os.posix.utilities
import logging
import os
import signal
from contextlib import suppress
import anyio
from anyio.abc import Process
logger = logging.getLogger(__name__)
_GROUP_POLL_INTERVAL = 0.01
async def terminate_posix_process_tree(process: Process, timeout_seconds: float = ...) -> None: ...
def _group_alive(pgid: int) -> bool: ...

=== mcp.os.win32 package

=== mcp.os.win32.utilities
import anyio.abc._subprocesses as _loopmend_2
import anyio.streams.file as _loopmend_0
import mcp.os.win32.utilities as _loopmend_1
import logging
import shutil
import subprocess
import sys
import weakref
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, TextIO, TypeAlias, cast
import anyio
from anyio.abc import Process
from anyio.streams.file import FileReadStream, FileWriteStream
logger = logging.getLogger(__name__)
if sys.platform == "win32":
 import msvcrt
 import pywintypes
 import win32api
 import win32con
 import win32job
else:
 win32api = None
 win32con = None
 msvcrt = None
 win32job = None
 pywintypes = None
def rebind_std_handle_to_fd(fd: int) -> None: ...
_EXIT_POLL_INTERVAL = 0.01
_process_jobs: "weakref.WeakKeyDictionary[Process | FallbackProcess, object]" = weakref.WeakKeyDictionary()
def get_windows_executable_command(command: str) -> str: ...
class FallbackProcess:
 def __init__(self, popen_obj: subprocess.Popen[bytes]) -> None: ...
 async def wait(self) -> int: ...
 def terminate(self) -> None: ...
 def kill(self) -> None: ...
 @property
 def pid(self) -> int: ...
 @property
 def returncode(self) -> int | None: ...
 popen: subprocess.Popen[bytes]
 stdin: None | _loopmend_0.FileWriteStream
 stdout: None | _loopmend_0.FileReadStream
ServerProcess: TypeAlias = Process | FallbackProcess
async def create_windows_process(command: str, args: list[str], env: dict[str, str] | None = None, errlog: TextIO | None = ..., cwd: Path | str | None = None) -> Process | FallbackProcess: ...
async def _create_windows_fallback_process(command: str, args: list[str], env: dict[str, str] | None = None, errlog: TextIO | None = ..., cwd: Path | str | None = None) -> FallbackProcess: ...
def _create_job_object() -> object | None: ...
def _maybe_assign_process_to_job(process: Process | FallbackProcess, job: object | None) -> None: ...
def close_process_job(process: Process | FallbackProcess) -> None: ...
async def terminate_windows_process_tree(process: Process | FallbackProcess) -> None: ...
def _close_job_handle(job: object) -> None: ...

=== mcp.server package
from .caching import CacheHint
from .context import ServerRequestContext
from .lowlevel import NotificationOptions, Server
from .mcpserver import MCPServer
from .models import InitializationOptions
__all__ = ["CacheHint", "Server", "ServerRequestContext", "MCPServer", "NotificationOptions", "InitializationOptions"]

=== mcp.server._otel
import pydantic.main as _loopmend_0
from __future__ import annotations
from typing import Any
from mcp_types import INVALID_PARAMS, CallToolResult
from opentelemetry.trace import SpanKind, StatusCode
from pydantic import ValidationError
from mcp.server.context import CallNext, HandlerResult, ServerMiddleware, ServerRequestContext
from mcp.shared._otel import extract_trace_context, otel_span
from mcp.shared.exceptions import MCPError
class OpenTelemetryMiddleware(ServerMiddleware[Any]):
 async def __call__(self, ctx: ServerRequestContext[Any, Any], call_next: CallNext) -> HandlerResult: ...

=== mcp.server._streamable_http_modern
import mcp.shared.inbound as _loopmend_0
from __future__ import annotations
import json
import logging
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, cast
import anyio
from anyio.streams.memory import MemoryObjectSendStream
from mcp_types import ( CLIENT_CAPABILITIES_META_KEY, CLIENT_INFO_META_KEY, HEADER_MISMATCH, INVALID_REQUEST, PARSE_ERROR, PROTOCOL_VERSION_META_KEY, ErrorData, JSONRPCError, JSONRPCNotification, JSONRPCRequest, JSONRPCResponse, ProgressToken, RequestId, )
from mcp_types import methods as _methods
from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from mcp.server.connection import Connection
from mcp.server.runner import modern_error_data, serve_one
from mcp.server.streamable_http import check_accept_headers
from mcp.server.transport_security import TransportSecurityMiddleware, TransportSecuritySettings
from mcp.shared.dispatcher import CallOptions
from mcp.shared.exceptions import NoBackChannelError
from mcp.shared.inbound import ( ERROR_CODE_HTTP_STATUS, MCP_PARAM_HEADER_PREFIX, MCP_PROTOCOL_VERSION_HEADER, InboundLadderRejection, InboundModernRoute, classify_inbound_request, find_duplicated_routing_header, unsupported_protocol_version_rejection, validate_mcp_param_headers, )
from mcp.shared.jsonrpc_dispatcher import progress_token_from_params
from mcp.shared.message import MessageMetadata, ServerMessageMetadata
from mcp.shared.transport_context import TransportContext
if TYPE_CHECKING:
 from mcp.server.lowlevel.server import Server
logger = logging.getLogger(__name__)
_OK_STATUS = 200
@dataclass
class _SingleExchangeDispatchContext:
 transport: TransportContext
 request_id: RequestId
 message_metadata: MessageMetadata
 progress_token: ProgressToken | None = None
 sink: MemoryObjectSendStream[bytes] | None = None
 cancel_requested: anyio.Event = field(default_factory=anyio.Event)
 can_send_request: bool = field(default=False, init=False)
 async def send_raw_request(self, method: str, params: Mapping[str, Any] | None, opts: CallOptions | None = None) -> dict[str, Any]: ...
 async def notify(self, method: str, params: Mapping[str, Any] | None, opts: CallOptions | None = None) -> None: ...
 async def progress(self, progress: float, total: float | None = None, message: str | None = None) -> None: ...
async def _to_jsonrpc_response(request_id: RequestId, coro: Awaitable[dict[str, Any]]) -> JSONRPCResponse | JSONRPCError: ...
_SSE_PING_INTERVAL: float = 15.0
_SSE_HEADERS: Final[list[tuple[bytes, bytes]]] = ...
def _sse_event(msg: JSONRPCResponse | JSONRPCError | JSONRPCNotification) -> bytes: ...
async def _write_rejection(rejection: InboundLadderRejection, request_id: RequestId | None, scope: Scope, receive: Receive, send: Send) -> None: ...
async def _write(msg: JSONRPCResponse | JSONRPCError, scope: Scope, receive: Receive, send: Send) -> None: ...
_INVALID_BODY: Final = ...
def _is_notification_shaped(decoded: Any) -> bool: ...
async def _acknowledge_notification(decoded: dict[str, Any], request: Request, scope: Scope, receive: Receive, send: Send) -> None: ...
_MCP_PARAM_PREFIX_LOWER: Final = MCP_PARAM_HEADER_PREFIX.lower()
_MCP_PARAM_LIST_PAGE_CAP: Final = 100
async def _tool_input_schema(app: Server[Any], request: Request, request_id: RequestId, verdict: InboundModernRoute, lifespan_state: Any, name: str) -> Any | None: ...
async def _mcp_param_rejection(app: Server[Any], request: Request, req: JSONRPCRequest, verdict: InboundModernRoute, lifespan_state: Any) -> InboundLadderRejection | None: ...
async def handle_modern_request(app: Server[Any], security_settings: TransportSecuritySettings | None, json_response: bool, lifespan_state: Any, scope: Scope, receive: Receive, send: Send) -> None: ...

=== mcp.server.auth package

=== mcp.server.auth.handlers package

=== mcp.server.auth.handlers.authorize
import pydantic.type_adapter as _loopmend_0
import starlette.responses as _loopmend_1
import logging
from dataclasses import dataclass
from typing import Any, Literal
from pydantic import AnyUrl, BaseModel, Field, TypeAdapter, ValidationError
from starlette.datastructures import FormData, QueryParams
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from mcp.server.auth.errors import stringify_pydantic_error
from mcp.server.auth.json_response import PydanticJSONResponse
from mcp.server.auth.provider import ( AuthorizationErrorCode, AuthorizationParams, AuthorizeError, OAuthAuthorizationServerProvider, construct_redirect_uri, )
from mcp.shared.auth import InvalidRedirectUriError, InvalidScopeError
logger = logging.getLogger(__name__)
_ANY_URL_ADAPTER: _loopmend_0.TypeAdapter
class AuthorizationRequest(BaseModel):
 client_id: str = ...
 redirect_uri: AnyUrl | None = ...
 response_type: Literal["code"] = ...
 code_challenge: str = ...
 code_challenge_method: Literal["S256"] = ...
 state: str | None = ...
 scope: str | None = ...
 resource: str | None = ...
class AuthorizationErrorResponse(BaseModel):
 error: AuthorizationErrorCode
 error_description: str | None
 error_uri: AnyUrl | None = None
 state: str | None = None
def best_effort_extract_string(key: str, params: None | FormData | QueryParams) -> str | None: ...
@dataclass
class AuthorizationHandler:
 provider: OAuthAuthorizationServerProvider[Any, Any, Any]
 async def handle(self, request: Request) -> Response: ...

=== mcp.server.auth.handlers.metadata
import starlette.responses as _loopmend_0
from dataclasses import dataclass
from starlette.requests import Request
from starlette.responses import Response
from mcp.server.auth.json_response import PydanticJSONResponse
from mcp.shared.auth import OAuthMetadata, ProtectedResourceMetadata
@dataclass
class MetadataHandler:
 metadata: OAuthMetadata
 async def handle(self, request: Request) -> Response: ...
@dataclass
class ProtectedResourceMetadataHandler:
 metadata: ProtectedResourceMetadata
 async def handle(self, request: Request) -> Response: ...

=== mcp.server.auth.handlers.register
import starlette.responses as _loopmend_0
import secrets
import time
from dataclasses import dataclass
from typing import Any
from uuid import uuid4
from pydantic import BaseModel, ValidationError
from starlette.requests import Request
from starlette.responses import Response
from mcp.server.auth.errors import stringify_pydantic_error
from mcp.server.auth.json_response import PydanticJSONResponse
from mcp.server.auth.provider import OAuthAuthorizationServerProvider, RegistrationError, RegistrationErrorCode
from mcp.server.auth.settings import ClientRegistrationOptions
from mcp.shared.auth import JWT_BEARER_GRANT_TYPE, OAuthClientInformationFull, OAuthClientMetadata
RegistrationRequest = OAuthClientMetadata
class RegistrationErrorResponse(BaseModel):
 error: RegistrationErrorCode
 error_description: str | None
@dataclass
class RegistrationHandler:
 provider: OAuthAuthorizationServerProvider[Any, Any, Any]
 options: ClientRegistrationOptions
 async def handle(self, request: Request) -> Response: ...

=== mcp.server.auth.handlers.revoke
import starlette.responses as _loopmend_0
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal
from pydantic import BaseModel, ValidationError
from starlette.requests import Request
from starlette.responses import Response
from mcp.server.auth.errors import ( stringify_pydantic_error, )
from mcp.server.auth.json_response import PydanticJSONResponse
from mcp.server.auth.middleware.client_auth import AuthenticationError, ClientAuthenticator
from mcp.server.auth.provider import AccessToken, OAuthAuthorizationServerProvider, RefreshToken
class RevocationRequest(BaseModel):
 token: str
 token_type_hint: Literal["access_token", "refresh_token"] | None = None
 client_id: str
 client_secret: str | None
class RevocationErrorResponse(BaseModel):
 error: Literal["invalid_request", "unauthorized_client"]
 error_description: str | None = None
@dataclass
class RevocationHandler:
 provider: OAuthAuthorizationServerProvider[Any, Any, Any]
 client_authenticator: ClientAuthenticator
 async def handle(self, request: Request) -> Response: ...

=== mcp.server.auth.handlers.token
import mcp.server.auth.handlers.token as _loopmend_1
import mcp.server.auth.json_response as _loopmend_2
import pydantic.type_adapter as _loopmend_0
import base64
import hashlib
import time
from dataclasses import dataclass
from typing import Annotated, Any, Literal
from pydantic import AnyHttpUrl, AnyUrl, BaseModel, Field, TypeAdapter, ValidationError
from starlette.requests import Request
from mcp.server.auth.errors import stringify_pydantic_error
from mcp.server.auth.json_response import PydanticJSONResponse
from mcp.server.auth.middleware.client_auth import AuthenticationError, ClientAuthenticator
from mcp.server.auth.provider import ( IdentityAssertionParams, OAuthAuthorizationServerProvider, TokenError, TokenErrorCode, )
from mcp.shared.auth import OAuthToken
class AuthorizationCodeRequest(BaseModel):
 grant_type: Literal["authorization_code"]
 code: str = ...
 redirect_uri: AnyUrl | None = ...
 client_id: str
 client_secret: str | None = None
 code_verifier: str = ...
 resource: str | None = ...
class RefreshTokenRequest(BaseModel):
 grant_type: Literal["refresh_token"]
 refresh_token: str = ...
 scope: str | None = ...
 client_id: str
 client_secret: str | None = None
 resource: str | None = ...
class JwtBearerRequest(BaseModel):
 grant_type: Literal["urn:ietf:params:oauth:grant-type:jwt-bearer"]
 assertion: str = ...
 scope: str | None = ...
 client_id: str
 client_secret: str | None = None
 resource: str | None = ...
TokenRequest = Annotated[ AuthorizationCodeRequest | RefreshTokenRequest | JwtBearerRequest, Field(discriminator="grant_type"), ]
token_request_adapter: _loopmend_0.TypeAdapter[_loopmend_1.AuthorizationCodeRequest | _loopmend_1.JwtBearerRequest | _loopmend_1.RefreshTokenRequest]
class TokenErrorResponse(BaseModel):
 error: TokenErrorCode
 error_description: str | None = None
 error_uri: AnyHttpUrl | None = None
TokenSuccessResponse = OAuthToken
@dataclass
class TokenHandler:
 provider: OAuthAuthorizationServerProvider[Any, Any, Any]
 client_authenticator: ClientAuthenticator
 identity_assertion_enabled: bool = False
 def response(self, obj: TokenSuccessResponse | TokenErrorResponse) -> _loopmend_2.PydanticJSONResponse: ...
 async def handle(self, request: Request) -> _loopmend_2.PydanticJSONResponse: ...

=== mcp.server.auth.middleware package

=== mcp.server.auth.middleware.auth_context
import _contextvars as _loopmend_0
import mcp.server.auth.middleware.bearer_auth as _loopmend_1
import mcp.server.auth.provider as _loopmend_2
import typing as _loopmend_3
import contextvars
from starlette.types import ASGIApp, Receive, Scope, Send
from mcp.server.auth.middleware.bearer_auth import AuthenticatedUser
from mcp.server.auth.provider import AccessToken
auth_context_var: _loopmend_0.ContextVar[None | _loopmend_1.AuthenticatedUser]
def get_access_token() -> AccessToken | None: ...
class AuthContextMiddleware:
 def __init__(self, app: ASGIApp) -> None: ...
 async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 app: _loopmend_3.Callable[..., _loopmend_3.Awaitable[None]]

=== mcp.server.auth.middleware.bearer_auth
import mcp.server.auth.middleware.bearer_auth as _loopmend_1
import mcp.server.auth.provider as _loopmend_0
import pydantic.networks as _loopmend_3
import starlette.authentication as _loopmend_2
import typing as _loopmend_4
import json
import logging
import time
from typing import Any, TypedDict
from pydantic import AnyHttpUrl, ValidationError
from starlette.authentication import AuthCredentials, AuthenticationBackend, SimpleUser
from starlette.requests import HTTPConnection
from starlette.types import Receive, Scope, Send
from mcp.server.auth.provider import AccessToken, TokenVerifier, principal_components
logger = logging.getLogger(__name__)
class AuthenticatedUser(SimpleUser):
 def __init__(self, auth_info: AccessToken) -> None: ...
 access_token: _loopmend_0.AccessToken
 scopes: list[str]
class AuthorizationContext(TypedDict):
 client_id: str
 issuer: str | None
 subject: str | None
def authorization_context(user: AuthenticatedUser) -> AuthorizationContext: ...
class BearerAuthBackend(AuthenticationBackend):
 def __init__(self, token_verifier: TokenVerifier, *, resource_server_url: AnyHttpUrl | None = None) -> None: ...
 async def authenticate(self, conn: HTTPConnection) -> None | tuple[_loopmend_2.AuthCredentials, _loopmend_1.AuthenticatedUser]: ...
 def _issued_for_this_resource(self, resource: str | None) -> bool: ...
 token_verifier: _loopmend_0.TokenVerifier
 resource_server_url: None | _loopmend_3.AnyHttpUrl
class RequireAuthMiddleware:
 def __init__(self, app: Any, required_scopes: list[str], resource_metadata_url: AnyHttpUrl | None = None) -> None: ...
 async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 async def _send_auth_error(self, send: Send, status_code: int, error: str, description: str) -> None: ...
 app: _loopmend_4.Any
 required_scopes: list[str]
 resource_metadata_url: None | _loopmend_3.AnyHttpUrl

=== mcp.server.auth.middleware.client_auth
import mcp.server.auth.provider as _loopmend_1
import mcp.shared.auth as _loopmend_0
import base64
import binascii
import hmac
import time
from typing import Any
from urllib.parse import unquote
from starlette.requests import Request
from mcp.server.auth.provider import OAuthAuthorizationServerProvider
from mcp.shared.auth import OAuthClientInformationFull
class AuthenticationError(Exception):
 def __init__(self, message: str) -> None: ...
 message: str
class ClientAuthenticator:
 def __init__(self, provider: OAuthAuthorizationServerProvider[Any, Any, Any]) -> None: ...
 async def authenticate_request(self, request: Request) -> OAuthClientInformationFull: ...
 provider: _loopmend_1.OAuthAuthorizationServerProvider

=== mcp.server.auth.provider
import mcp.server.auth.provider as _loopmend_0
import mcp.shared.auth as _loopmend_1
from dataclasses import dataclass
from typing import Any, Generic, Literal, Protocol, TypeVar
from urllib.parse import parse_qs, urlencode, urlparse, urlunparse
from pydantic import AnyUrl, BaseModel
from mcp.shared.auth import OAuthClientInformationFull, OAuthToken
class AuthorizationParams(BaseModel):
 state: str | None
 scopes: list[str] | None
 code_challenge: str
 redirect_uri: AnyUrl
 redirect_uri_provided_explicitly: bool
 resource: str | None = None
class IdentityAssertionParams(BaseModel):
 assertion: str
 scopes: list[str] | None = None
 resource: str | None = None
class AuthorizationCode(BaseModel):
 code: str
 scopes: list[str]
 expires_at: float
 client_id: str
 code_challenge: str
 redirect_uri: AnyUrl
 redirect_uri_provided_explicitly: bool
 resource: str | None = None
 subject: str | None = None
class RefreshToken(BaseModel):
 token: str
 client_id: str
 scopes: list[str]
 expires_at: int | None = None
 resource: str | None = None
 subject: str | None = None
class AccessToken(BaseModel):
 token: str
 client_id: str
 scopes: list[str]
 expires_at: int | None = None
 resource: str | None = None
 subject: str | None = None
 claims: dict[str, Any] | None = None
def principal_components(token: AccessToken) -> tuple[str, str | None, str | None]: ...
RegistrationErrorCode = Literal[ "invalid_redirect_uri", "invalid_client_metadata", "invalid_software_statement", "unapproved_software_statement", ]
@dataclass(frozen=True)
class RegistrationError(Exception):
 error: RegistrationErrorCode
 error_description: str | None = None
AuthorizationErrorCode = Literal[ "invalid_request", "unauthorized_client", "access_denied", "unsupported_response_type", "invalid_scope", "server_error", "temporarily_unavailable", "invalid_target", ]
@dataclass(frozen=True)
class AuthorizeError(Exception):
 error: AuthorizationErrorCode
 error_description: str | None = None
TokenErrorCode = Literal[ "invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type", "invalid_scope", "invalid_target", ]
@dataclass(frozen=True)
class TokenError(Exception):
 error: TokenErrorCode
 error_description: str | None = None
class TokenVerifier(Protocol):
 async def verify_token(self, token: str) -> AccessToken | None: ...
AuthorizationCodeT = TypeVar("AuthorizationCodeT", bound=AuthorizationCode)
RefreshTokenT = TypeVar("RefreshTokenT", bound=RefreshToken)
AccessTokenT = TypeVar("AccessTokenT", bound=AccessToken)
class OAuthAuthorizationServerProvider(Protocol, Generic[AuthorizationCodeT, RefreshTokenT, AccessTokenT]):
 async def get_client(self, client_id: str) -> OAuthClientInformationFull | None: ...
 async def register_client(self, client_info: OAuthClientInformationFull) -> None: ...
 async def authorize(self, client: OAuthClientInformationFull, params: AuthorizationParams) -> str: ...
 async def load_authorization_code(self, client: OAuthClientInformationFull, authorization_code: str) -> AuthorizationCodeT | None: ...
 async def exchange_authorization_code(self, client: OAuthClientInformationFull, authorization_code: AuthorizationCodeT) -> OAuthToken: ...
 async def load_refresh_token(self, client: OAuthClientInformationFull, refresh_token: str) -> RefreshTokenT | None: ...
 async def exchange_refresh_token(self, client: OAuthClientInformationFull, refresh_token: RefreshTokenT, scopes: list[str]) -> OAuthToken: ...
 async def load_access_token(self, token: str) -> AccessTokenT | None: ...
 async def revoke_token(self, token: AccessTokenT | RefreshTokenT) -> None: ...
 async def exchange_identity_assertion(self, client: OAuthClientInformationFull, params: IdentityAssertionParams) -> OAuthToken: ...
def construct_redirect_uri(redirect_uri_base: str, **params: str | None) -> str: ...
class ProviderTokenVerifier(TokenVerifier):
 def __init__(self, provider: "OAuthAuthorizationServerProvider[AuthorizationCode, RefreshToken, AccessToken]") -> None: ...
 async def verify_token(self, token: str) -> AccessToken | None: ...
 provider: _loopmend_0.OAuthAuthorizationServerProvider[_loopmend_0.AuthorizationCode, _loopmend_0.RefreshToken, _loopmend_0.AccessToken]

=== mcp.server.auth.routes
import mcp.shared.auth as _loopmend_2
import pydantic.networks as _loopmend_3
import starlette.routing as _loopmend_1
import typing as _loopmend_0
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlparse
from pydantic import AnyHttpUrl
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, request_response
from starlette.types import ASGIApp
from mcp.server.auth.handlers.authorize import AuthorizationHandler
from mcp.server.auth.handlers.metadata import MetadataHandler, ProtectedResourceMetadataHandler
from mcp.server.auth.handlers.register import RegistrationHandler
from mcp.server.auth.handlers.revoke import RevocationHandler
from mcp.server.auth.handlers.token import TokenHandler
from mcp.server.auth.middleware.client_auth import ClientAuthenticator
from mcp.server.auth.provider import OAuthAuthorizationServerProvider
from mcp.server.auth.settings import ClientRegistrationOptions, RevocationOptions
from mcp.server.transport_security import DEFAULT_MAX_REQUEST_BODY_SIZE, RequestBodyLimitMiddleware
from mcp.shared.auth import JWT_BEARER_GRANT_TYPE, OAuthMetadata, ProtectedResourceMetadata
from mcp.shared.inbound import MCP_PROTOCOL_VERSION_HEADER
def validate_issuer_url(url: AnyHttpUrl) -> None: ...
AUTHORIZATION_PATH = "/authorize"
TOKEN_PATH = "/token"
REGISTRATION_PATH = "/register"
REVOCATION_PATH = "/revoke"
ID_JAG_GRANT_PROFILE: str
def _cors(app: ASGIApp, allow_methods: list[str]) -> ASGIApp: ...
def _body_limited(app: ASGIApp) -> ASGIApp: ...
def cors_middleware(handler: Callable[[Request], Response | Awaitable[Response]], allow_methods: list[str]) -> ASGIApp: ...
def create_auth_routes(provider: OAuthAuthorizationServerProvider[Any, Any, Any], issuer_url: AnyHttpUrl, service_documentation_url: AnyHttpUrl | None = None, client_registration_options: ClientRegistrationOptions | None = None, revocation_options: RevocationOptions | None = None, identity_assertion_enabled: bool = ...) -> list[Route]: ...
def build_metadata(issuer_url: AnyHttpUrl, service_documentation_url: AnyHttpUrl | None, client_registration_options: ClientRegistrationOptions, revocation_options: RevocationOptions, supports_identity_assertion: bool = ...) -> OAuthMetadata: ...
def build_resource_metadata_url(resource_server_url: AnyHttpUrl) -> AnyHttpUrl: ...
def create_protected_resource_routes(resource_url: AnyHttpUrl, authorization_servers: list[AnyHttpUrl], scopes_supported: list[str] | None = None, resource_name: str | None = None, resource_documentation: AnyHttpUrl | None = None) -> list[Route]: ...

=== mcp.server.connection
import mcp.server.connection as _loopmend_1
import mcp.shared.dispatcher as _loopmend_2
import pydantic.main as _loopmend_0
import typing as _loopmend_3
from __future__ import annotations
import logging
from collections.abc import Mapping
from contextlib import AsyncExitStack
from typing import Any, Final, TypeVar, get_args, overload
import anyio
from mcp_types import ( LOG_LEVEL_META_KEY, ClientCapabilities, CreateMessageRequest, CreateMessageResult, ElicitRequest, ElicitResult, EmptyResult, Implementation, InitializeRequestParams, ListRootsRequest, ListRootsResult, LoggingLevel, PingRequest, Request, )
from mcp_types import methods as _methods
from mcp_types.version import LATEST_HANDSHAKE_VERSION, MODERN_PROTOCOL_VERSIONS
from pydantic import BaseModel, ValidationError
from typing_extensions import deprecated
from mcp.shared.dispatcher import CallOptions, Outbound
from mcp.shared.exceptions import MCPDeprecationWarning, NoBackChannelError
from mcp.shared.peer import Meta, dump_params
from mcp.shared.subscriptions import LISTEN_STREAM_METHODS
__all__ = ["Connection"]
logger = logging.getLogger(__name__)
_logger = logger
_LOG_LEVELS: Final[tuple[LoggingLevel, ...]] = get_args(LoggingLevel)
_ALL_LOG_LEVELS: Final[frozenset[LoggingLevel]] = frozenset(_LOG_LEVELS)
def allowed_log_levels(protocol_version: str, meta: Mapping[str, Any] | None) -> frozenset[LoggingLevel]: ...
ResultT = TypeVar("ResultT", bound=BaseModel)
_RESULT_FOR: dict[type[Request[Any, Any]], type[BaseModel]] = ...
_ModelT = TypeVar("_ModelT", bound=BaseModel)
def _typed(model: type[_ModelT], raw: Any) -> _ModelT | None: ...
def _notification_params(payload: dict[str, Any] | None, meta: Meta | None) -> dict[str, Any] | None: ...
class _NoChannelOutbound:
 async def send_raw_request(self, method: str, params: Mapping[str, Any] | None, opts: CallOptions | None = None) -> dict[str, Any]: ...
 async def notify(self, method: str, params: Mapping[str, Any] | None, opts: CallOptions | None = None) -> None: ...
_NO_CHANNEL: _loopmend_1._NoChannelOutbound
class NotifyOnlyOutbound(_NoChannelOutbound):
 def __init__(self, outbound: Outbound) -> None: ...
 async def notify(self, method: str, params: Mapping[str, Any] | None, opts: CallOptions | None = None) -> None: ...
 _outbound: _loopmend_2.Outbound
class Connection:
 outbound: Outbound
 session_id: str | None
 client_capabilities: ClientCapabilities | None
 protocol_version: str
 initialized: anyio.Event
 state: dict[str, Any]
 exit_stack: AsyncExitStack
 def __init__(self, outbound: Outbound, *, protocol_version: str, session_id: str | None = None, client_params: InitializeRequestParams | None = None) -> None: ...
 @property
 def client_params(self) -> InitializeRequestParams | None: ...
 @client_params.setter
 def client_params(self, value: InitializeRequestParams | None) -> None: ...
 @classmethod
 def from_envelope(cls, protocol_version: str, client_info: Any, client_capabilities: Any, *, outbound: Outbound = ...) -> Connection: ...
 @classmethod
 def for_loop(cls, outbound: Outbound, *, session_id: str | None = None, protocol_version_hint: str | None = None) -> Connection: ...
 @property
 def has_standalone_channel(self) -> bool: ...
 @property
 def initialize_accepted(self) -> bool: ...
 async def send_raw_request(self, method: str, params: Mapping[str, Any] | None, opts: CallOptions | None = None) -> dict[str, Any]: ...
 @overload
 async def send_request(self, req: CreateMessageRequest, *, opts: CallOptions | None = None) -> CreateMessageResult: ...
 @overload
 async def send_request(self, req: ElicitRequest, *, opts: CallOptions | None = None) -> ElicitResult: ...
 @overload
 async def send_request(self, req: ListRootsRequest, *, opts: CallOptions | None = None) -> ListRootsResult: ...
 @overload
 async def send_request(self, req: PingRequest, *, opts: CallOptions | None = None) -> EmptyResult: ...
 @overload
 async def send_request(self, req: Request[Any, Any], *, result_type: type[ResultT], opts: CallOptions | None = None) -> ResultT: ...
 async def send_request(self, req: Request[Any, Any], *, result_type: type[BaseModel] | None = None, opts: CallOptions | None = None) -> BaseModel: ...
 async def notify(self, method: str, params: Mapping[str, Any] | None, opts: CallOptions | None = None) -> None: ...
 async def ping(self, *, meta: Meta | None = None, opts: CallOptions | None = None) -> None: ...
 @deprecated("The logging capability is deprecated as of 2026-07-28 (SEP-2577).", category=MCPDeprecationWarning)
 async def log(self, level: LoggingLevel, data: Any, logger: str | None = None, *, meta: Meta | None = None) -> None: ...
 async def send_tool_list_changed(self, *, meta: Meta | None = None) -> None: ...
 async def send_prompt_list_changed(self, *, meta: Meta | None = None) -> None: ...
 async def send_resource_list_changed(self, *, meta: Meta | None = None) -> None: ...
 async def send_resource_updated(self, uri: str, *, meta: Meta | None = None) -> None: ...
 def check_capability(self, capability: ClientCapabilities) -> bool: ...
 _client_params: _loopmend_3.Any

=== mcp.server.context
import mcp.server.connection as _loopmend_0
import pydantic.main as _loopmend_2
import typing as _loopmend_1
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, Protocol
from mcp_types import LoggingLevel, RequestId, RequestParamsMeta
from pydantic import BaseModel
from typing_extensions import TypeVar, deprecated
from mcp.server.connection import Connection, allowed_log_levels
from mcp.server.session import ServerSession
from mcp.shared.context import BaseContext
from mcp.shared.dispatcher import DispatchContext
from mcp.shared.exceptions import MCPDeprecationWarning
from mcp.shared.message import CloseSSEStreamCallback
from mcp.shared.peer import Meta
from mcp.shared.transport_context import TransportContext
logger = logging.getLogger(__name__)
_logger = logger
LifespanContextT = TypeVar("LifespanContextT", default=dict[str, Any])
RequestT = TypeVar("RequestT", default=Any)
@dataclass(kw_only=True)
class ServerRequestContext(Generic[LifespanContextT, RequestT]):
 session: ServerSession
 lifespan_context: LifespanContextT
 protocol_version: str
 method: str
 params: Mapping[str, Any] | None = None
 request_id: RequestId | None = None
 meta: RequestParamsMeta | None = None
 request: RequestT | None = None
 close_sse_stream: CloseSSEStreamCallback | None = None
 close_standalone_sse_stream: CloseSSEStreamCallback | None = None
LifespanT_co = TypeVar("LifespanT_co", default=Any, covariant=True)
class Context(BaseContext[TransportContext], Generic[LifespanT_co]):
 def __init__(self, dctx: DispatchContext[TransportContext], *, lifespan: LifespanT_co, connection: Connection, meta: RequestParamsMeta | None = None) -> None: ...
 @property
 def lifespan(self) -> LifespanT_co: ...
 @property
 def connection(self) -> Connection: ...
 @property
 def session_id(self) -> str | None: ...
 @property
 def headers(self) -> Mapping[str, str] | None: ...
 @deprecated("The logging capability is deprecated as of 2026-07-28 (SEP-2577).", category=MCPDeprecationWarning)
 async def log(self, level: LoggingLevel, data: Any, logger: str | None = None, *, meta: Meta | None = None) -> None: ...
 _lifespan: _loopmend_1.Any
 _connection: _loopmend_0.Connection
 _allowed_log_levels: frozenset
HandlerResult = BaseModel | dict[str, Any] | None
CallNext = Callable[["ServerRequestContext[Any, Any]"], Awaitable[HandlerResult]]
_MwLifespanT = TypeVar("_MwLifespanT")
class ServerMiddleware(Protocol[_MwLifespanT]):
 async def __call__(self, ctx: ServerRequestContext[_MwLifespanT, Any], call_next: CallNext) -> HandlerResult: ...

=== mcp.server.elicitation
import mcp.server.elicitation as _loopmend_1
import pydantic.type_adapter as _loopmend_0
from __future__ import annotations
from typing import Any, Generic, Literal, TypeVar
from mcp_types import RequestId
from mcp_types._v2025_11_25 import PrimitiveSchemaDefinition
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema
from typing_extensions import TypeAliasType
from mcp.server.session import ServerSession
ElicitSchemaModelT = TypeVar("ElicitSchemaModelT", bound=BaseModel)
_PRIMITIVE_SCHEMA_ADAPTER: _loopmend_0.TypeAdapter
class AcceptedElicitation(BaseModel, Generic[ElicitSchemaModelT]):
 action: Literal["accept"] = "accept"
 data: ElicitSchemaModelT
class DeclinedElicitation(BaseModel):
 action: Literal["decline"] = "decline"
class CancelledElicitation(BaseModel):
 action: Literal["cancel"] = "cancel"
ElicitationResult = TypeAliasType( "ElicitationResult", AcceptedElicitation[ElicitSchemaModelT] | DeclinedElicitation | CancelledElicitation, type_params=(ElicitSchemaModelT,), )
class AcceptedUrlElicitation(BaseModel):
 action: Literal["accept"] = "accept"
UrlElicitationResult = AcceptedUrlElicitation | DeclinedElicitation | CancelledElicitation
class _ElicitationJsonSchema(GenerateJsonSchema):
 def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue: ...
 def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue: ...
def _validate_rendered_properties(json_schema: dict[str, Any]) -> None: ...
def render_elicitation_schema(schema: type[BaseModel]) -> dict[str, Any]: ...
async def elicit_with_validation(session: ServerSession, message: str, schema: type[ElicitSchemaModelT], related_request_id: RequestId | None = None) -> ElicitationResult[ElicitSchemaModelT]: ...
async def elicit_url(session: ServerSession, message: str, url: str, elicitation_id: str, related_request_id: RequestId | None = None) -> UrlElicitationResult: ...

=== mcp.server.extension
import mcp.server.extension as _loopmend_1
import pydantic.main as _loopmend_2
import typing as _loopmend_0
from __future__ import annotations
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from mcp_types import CallToolRequestParams
from mcp_types.methods import SPEC_CLIENT_METHODS
from pydantic import BaseModel
from mcp.server.context import CallNext, HandlerResult, ServerRequestContext
from mcp.shared.extension import validate_extension_identifier as validate_extension_identifier
if TYPE_CHECKING:
 from mcp.server.mcpserver.resources import Resource
RequestHandler = Callable[[ServerRequestContext[Any, Any], Any], Awaitable[HandlerResult]]
@dataclass(frozen=True)
class ToolBinding:
 fn: Callable[..., Any]
 meta: dict[str, Any] | None = None
 kwargs: dict[str, Any] = field(default_factory=lambda: {})
@dataclass(frozen=True)
class ResourceBinding:
 resource: Resource
@dataclass(frozen=True)
class MethodBinding:
 method: str
 params_type: type[BaseModel]
 handler: RequestHandler
 protocol_versions: frozenset[str] | None = None
 def __post_init__(self) -> None: ...
class Extension:
 identifier: str
 def __init_subclass__(cls, **kwargs: Any) -> None: ...
 def settings(self) -> dict[str, Any]: ...
 def tools(self) -> Sequence[ToolBinding]: ...
 def resources(self) -> Sequence[ResourceBinding]: ...
 def methods(self) -> Sequence[MethodBinding]: ...
 async def intercept_tool_call(self, params: CallToolRequestParams, ctx: ServerRequestContext[Any, Any], call_next: CallNext) -> HandlerResult: ...
def compose_tool_call_handler(extensions: Sequence[Extension], handler: RequestHandler) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, None | _loopmend_2.BaseModel | dict]]: ...
def _bind_interceptor(extension: Extension, params: CallToolRequestParams, call_next: CallNext) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, None | _loopmend_2.BaseModel | dict]]: ...

=== mcp.server.lowlevel package
from .server import NotificationOptions, Server
__all__ = ["NotificationOptions", "Server"]

=== mcp.server.lowlevel.server
import contextlib as _loopmend_4
import mcp.server.lowlevel.server as _loopmend_0
import mcp.server.models as _loopmend_1
import mcp.server.streamable_http_manager as _loopmend_2
import starlette.applications as _loopmend_3
import typing as _loopmend_5
from __future__ import annotations
import copy
import logging
import warnings
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, overload
import mcp_types as types
from mcp_types.version import MODERN_PROTOCOL_VERSIONS
from pydantic import BaseModel
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.authentication import AuthenticationMiddleware
from starlette.routing import Mount, Route
from typing_extensions import TypeVar, deprecated
from mcp.server._otel import OpenTelemetryMiddleware
from mcp.server.auth.middleware.auth_context import AuthContextMiddleware
from mcp.server.auth.middleware.bearer_auth import BearerAuthBackend, RequireAuthMiddleware
from mcp.server.auth.provider import OAuthAuthorizationServerProvider, TokenVerifier
from mcp.server.auth.routes import build_resource_metadata_url, create_auth_routes, create_protected_resource_routes
from mcp.server.auth.settings import AuthSettings
from mcp.server.caching import CacheableMethod, CacheHint, validate_cache_hints
from mcp.server.context import HandlerResult, ServerMiddleware, ServerRequestContext
from mcp.server.models import InitializationOptions
from mcp.server.runner import serve_dual_era_loop
from mcp.server.streamable_http import EventStore
from mcp.server.streamable_http_manager import ( DEFAULT_MAX_SESSIONS, DEFAULT_SESSION_IDLE_TIMEOUT, StreamableHTTPASGIApp, StreamableHTTPSessionManager, )
from mcp.server.transport_security import DEFAULT_MAX_REQUEST_BODY_SIZE, TransportSecuritySettings
from mcp.shared._stream_protocols import ReadStream, WriteStream
from mcp.shared.exceptions import MCPDeprecationWarning
from mcp.shared.message import SessionMessage
logger = logging.getLogger(__name__)
LifespanResultT = TypeVar("LifespanResultT", default=Any)
_ParamsT = TypeVar("_ParamsT", bound=BaseModel, default=BaseModel)
RequestHandler = Callable[[ServerRequestContext[LifespanResultT], _ParamsT], Awaitable[HandlerResult]]
NotificationHandler = Callable[[ServerRequestContext[LifespanResultT], _ParamsT], Awaitable[None]]
@dataclass(frozen=True, slots=True)
class HandlerEntry(Generic[LifespanResultT]):
 params_type: type[BaseModel]
 handler: RequestHandler[LifespanResultT, Any]
class NotificationOptions:
 def __init__(self, prompts_changed: bool = ..., resources_changed: bool = ..., tools_changed: bool = ...) -> None: ...
 prompts_changed: bool
 resources_changed: bool
 tools_changed: bool
@asynccontextmanager
def lifespan(_: Server[Any]) -> AsyncIterator[dict[str, Any]]: ...
async def _ping_handler(ctx: ServerRequestContext[Any], params: types.RequestParams | None) -> types.EmptyResult: ...
class Server(Generic[LifespanResultT]):
 @overload
 def __init__(self, name: str, *, version: str = ..., title: str | None = None, description: str | None = None, instructions: str | None = None, website_url: str | None = None, icons: list[types.Icon] | None = None, cache_hints: Mapping[CacheableMethod, CacheHint] | None = None, lifespan: Callable[ [Server[LifespanResultT]], AbstractAsyncContextManager[LifespanResultT], ] = ..., get_tool_input_schema: Callable[[str], Mapping[str, Any] | None] | None = None, on_list_tools: Callable[ [ServerRequestContext[LifespanResultT], types.PaginatedRequestParams | None], Awaitable[types.ListToolsResult], ] | None = None, on_call_tool: Callable[ [ServerRequestContext[LifespanResultT], types.CallToolRequestParams], Awaitable[types.CallToolResult | types.InputRequiredResult], ] | None = None, on_list_resources: Callable[ [ServerRequestContext[LifespanResultT], types.PaginatedRequestParams | None], Awaitable[types.ListResourcesResult], ] | None = None, on_list_resource_templates: Callable[ [ServerRequestContext[LifespanResultT], types.PaginatedRequestParams | None], Awaitable[types.ListResourceTemplatesResult], ] | None = None, on_read_resource: Callable[ [ServerRequestContext[LifespanResultT], types.ReadResourceRequestParams], Awaitable[types.ReadResourceResult | types.InputRequiredResult], ] | None = None, on_subscribe_resource: Callable[ [ServerRequestContext[LifespanResultT], types.SubscribeRequestParams], Awaitable[types.EmptyResult], ] | None = None, on_unsubscribe_resource: Callable[ [ServerRequestContext[LifespanResultT], types.UnsubscribeRequestParams], Awaitable[types.EmptyResult], ] | None = None, on_subscriptions_listen: Callable[ [ServerRequestContext[LifespanResultT], types.SubscriptionsListenRequestParams], Awaitable[types.SubscriptionsListenResult], ] | None = None, on_list_prompts: Callable[ [ServerRequestContext[LifespanResultT], types.PaginatedRequestParams | None], Awaitable[types.ListPromptsResult], ] | None = None, on_get_prompt: Callable[ [ServerRequestContext[LifespanResultT], types.GetPromptRequestParams], Awaitable[types.GetPromptResult | types.InputRequiredResult], ] | None = None, on_completion: Callable[ [ServerRequestContext[LifespanResultT], types.CompleteRequestParams], Awaitable[types.CompleteResult], ] | None = None, on_ping: Callable[ [ServerRequestContext[LifespanResultT], types.RequestParams | None], Awaitable[types.EmptyResult], ] = ...) -> None: ...
 @overload
 @deprecated( "on_set_logging_level (Logging) and on_roots_list_changed (Roots) are deprecated as of 2026-07-28 " "(SEP-2577); on_progress (client-to-server progress) is deprecated as of 2026-07-28. Passing any of " "them emits an MCPDeprecationWarning at runtime.", category=MCPDeprecationWarning, )
 def __init__(self, name: str, *, version: str = ..., title: str | None = None, description: str | None = None, instructions: str | None = None, website_url: str | None = None, icons: list[types.Icon] | None = None, cache_hints: Mapping[CacheableMethod, CacheHint] | None = None, lifespan: Callable[ [Server[LifespanResultT]], AbstractAsyncContextManager[LifespanResultT], ] = ..., get_tool_input_schema: Callable[[str], Mapping[str, Any] | None] | None = None, on_list_tools: Callable[ [ServerRequestContext[LifespanResultT], types.PaginatedRequestParams | None], Awaitable[types.ListToolsResult], ] | None = None, on_call_tool: Callable[ [ServerRequestContext[LifespanResultT], types.CallToolRequestParams], Awaitable[types.CallToolResult | types.InputRequiredResult], ] | None = None, on_list_resources: Callable[ [ServerRequestContext[LifespanResultT], types.PaginatedRequestParams | None], Awaitable[types.ListResourcesResult], ] | None = None, on_list_resource_templates: Callable[ [ServerRequestContext[LifespanResultT], types.PaginatedRequestParams | None], Awaitable[types.ListResourceTemplatesResult], ] | None = None, on_read_resource: Callable[ [ServerRequestContext[LifespanResultT], types.ReadResourceRequestParams], Awaitable[types.ReadResourceResult | types.InputRequiredResult], ] | None = None, on_subscribe_resource: Callable[ [ServerRequestContext[LifespanResultT], types.SubscribeRequestParams], Awaitable[types.EmptyResult], ] | None = None, on_unsubscribe_resource: Callable[ [ServerRequestContext[LifespanResultT], types.UnsubscribeRequestParams], Awaitable[types.EmptyResult], ] | None = None, on_subscriptions_listen: Callable[ [ServerRequestContext[LifespanResultT], types.SubscriptionsListenRequestParams], Awaitable[types.SubscriptionsListenResult], ] | None = None, on_list_prompts: Callable[ [ServerRequestContext[LifespanResultT], types.PaginatedRequestParams | None], Awaitable[types.ListPromptsResult], ] | None = None, on_get_prompt: Callable[ [ServerRequestContext[LifespanResultT], types.GetPromptRequestParams], Awaitable[types.GetPromptResult | types.InputRequiredResult], ] | None = None, on_completion: Callable[ [ServerRequestContext[LifespanResultT], types.CompleteRequestParams], Awaitable[types.CompleteResult], ] | None = None, on_set_logging_level: Callable[ [ServerRequestContext[LifespanResultT], types.SetLevelRequestParams], Awaitable[types.EmptyResult], ] | None = None, on_ping: Callable[ [ServerRequestContext[LifespanResultT], types.RequestParams | None], Awaitable[types.EmptyResult], ] = ..., on_roots_list_changed: Callable[ [ServerRequestContext[LifespanResultT], types.NotificationParams | None], Awaitable[None], ] | None = None, on_progress: Callable[ [ServerRequestContext[LifespanResultT], types.ProgressNotificationParams], Awaitable[None], ] | None = None) -> None: ...
 def __init__(self, name: str, *, version: str = ..., title: str | None = None, description: str | None = None, instructions: str | None = None, website_url: str | None = None, icons: list[types.Icon] | None = None, cache_hints: Mapping[CacheableMethod, CacheHint] | None = None, lifespan: Callable[ [Server[LifespanResultT]], AbstractAsyncContextManager[LifespanResultT], ] = ..., get_tool_input_schema: Callable[[str], Mapping[str, Any] | None] | None = None, on_list_tools: Callable[ [ServerRequestContext[LifespanResultT], types.PaginatedRequestParams | None], Awaitable[types.ListToolsResult], ] | None = None, on_call_tool: Callable[ [ServerRequestContext[LifespanResultT], types.CallToolRequestParams], Awaitable[types.CallToolResult | types.InputRequiredResult], ] | None = None, on_list_resources: Callable[ [ServerRequestContext[LifespanResultT], types.PaginatedRequestParams | None], Awaitable[types.ListResourcesResult], ] | None = None, on_list_resource_templates: Callable[ [ServerRequestContext[LifespanResultT], types.PaginatedRequestParams | None], Awaitable[types.ListResourceTemplatesResult], ] | None = None, on_read_resource: Callable[ [ServerRequestContext[LifespanResultT], types.ReadResourceRequestParams], Awaitable[types.ReadResourceResult | types.InputRequiredResult], ] | None = None, on_subscribe_resource: Callable[ [ServerRequestContext[LifespanResultT], types.SubscribeRequestParams], Awaitable[types.EmptyResult], ] | None = None, on_unsubscribe_resource: Callable[ [ServerRequestContext[LifespanResultT], types.UnsubscribeRequestParams], Awaitable[types.EmptyResult], ] | None = None, on_subscriptions_listen: Callable[ [ServerRequestContext[LifespanResultT], types.SubscriptionsListenRequestParams], Awaitable[types.SubscriptionsListenResult], ] | None = None, on_list_prompts: Callable[ [ServerRequestContext[LifespanResultT], types.PaginatedRequestParams | None], Awaitable[types.ListPromptsResult], ] | None = None, on_get_prompt: Callable[ [ServerRequestContext[LifespanResultT], types.GetPromptRequestParams], Awaitable[types.GetPromptResult | types.InputRequiredResult], ] | None = None, on_completion: Callable[ [ServerRequestContext[LifespanResultT], types.CompleteRequestParams], Awaitable[types.CompleteResult], ] | None = None, on_set_logging_level: Callable[ [ServerRequestContext[LifespanResultT], types.SetLevelRequestParams], Awaitable[types.EmptyResult], ] | None = None, on_ping: Callable[ [ServerRequestContext[LifespanResultT], types.RequestParams | None], Awaitable[types.EmptyResult], ] = ..., on_roots_list_changed: Callable[ [ServerRequestContext[LifespanResultT], types.NotificationParams | None], Awaitable[None], ] | None = None, on_progress: Callable[ [ServerRequestContext[LifespanResultT], types.ProgressNotificationParams], Awaitable[None], ] | None = None) -> None: ...
 def add_request_handler(self, method: str, params_type: type[_ParamsT], handler: RequestHandler[LifespanResultT, _ParamsT]) -> None: ...
 def add_notification_handler(self, method: str, params_type: type[_ParamsT], handler: NotificationHandler[LifespanResultT, _ParamsT]) -> None: ...
 def get_request_handler(self, method: str) -> HandlerEntry[LifespanResultT] | None: ...
 def get_notification_handler(self, method: str) -> HandlerEntry[LifespanResultT] | None: ...
 def create_initialization_options(self, notification_options: NotificationOptions | None = None, experimental_capabilities: dict[str, dict[str, Any]] | None = None, extensions: dict[str, dict[str, Any]] | None = None) -> InitializationOptions: ...
 def get_capabilities(self, notification_options: NotificationOptions | None = None, experimental_capabilities: dict[str, dict[str, Any]] | None = None, extensions: dict[str, dict[str, Any]] | None = None, *, protocol_version: str | None = None) -> types.ServerCapabilities: ...
 @property
 def server_info(self) -> types.Implementation: ...
 @cached_property
 def _server_info_stamp_source(self) -> dict[str, Any]: ...
 @property
 def server_info_stamp(self) -> dict[str, Any]: ...
 async def _handle_discover(self, ctx: ServerRequestContext[LifespanResultT], params: types.RequestParams | None) -> types.DiscoverResult: ...
 @property
 def session_manager(self) -> StreamableHTTPSessionManager: ...
 async def run(self, read_stream: ReadStream[SessionMessage | Exception], write_stream: WriteStream[SessionMessage], initialization_options: InitializationOptions, raise_exceptions: bool = ...) -> None: ...
 def streamable_http_app(self, *, streamable_http_path: str = ..., json_response: bool = ..., stateless_http: bool = ..., event_store: EventStore | None = None, retry_interval: int | None = None, max_request_body_size: int = ..., session_idle_timeout: float | None = ..., max_sessions: int | None = ..., transport_security: TransportSecuritySettings | None = None, host: str = ..., auth: AuthSettings | None = None, token_verifier: TokenVerifier | None = None, auth_server_provider: OAuthAuthorizationServerProvider[Any, Any, Any] | None = None, custom_starlette_routes: list[Route] | None = None, debug: bool = ...) -> Starlette: ...
 lifespan: _loopmend_5.Callable[..., _loopmend_4.AbstractAsyncContextManager]
 name: str
 version: str
 title: None | str
 description: None | str
 instructions: None | str
 website_url: None | str
 icons: None | list
 cache_hints: dict[str, CacheHint]
 get_tool_input_schema: None | _loopmend_5.Callable[..., None | _loopmend_5.Mapping]
 _request_handlers: dict[str, HandlerEntry[LifespanResultT]]
 _notification_handlers: dict[str, HandlerEntry[LifespanResultT]]
 _session_manager: StreamableHTTPSessionManager | None
 middleware: list[ServerMiddleware[LifespanResultT]]
 extensions: dict[str, dict[str, Any]]

=== mcp.server.mcpserver package
from mcp_types import Icon
from mcp.server.extension import Extension, MethodBinding, ResourceBinding, ToolBinding
from mcp.server.request_state import ( AESGCMRequestStateCodec, InvalidRequestState, RequestStateBoundary, RequestStateCodec, RequestStateSecurity, authenticated_principal, )
from .context import Context
from .prompts.base import AssistantMessage, Message, UserMessage
from .resolve import ( AcceptedElicitation, CancelledElicitation, DeclinedElicitation, Elicit, ElicitationResult, ListRoots, Resolve, Sample, )
from .resources import DEFAULT_RESOURCE_SECURITY, ResourceSecurity
from .server import MCPServer, require_client_extension
from .utilities.types import Audio, Image
__all__ = [ "MCPServer", "Context", "Image", "Audio", "Message", "UserMessage", "AssistantMessage", "Icon", "Resolve", "Elicit", "Sample", "ListRoots", "ElicitationResult", "AcceptedElicitation", "DeclinedElicitation", "CancelledElicitation", "Extension", "ToolBinding", "ResourceBinding", "MethodBinding", "require_client_extension", "ResourceSecurity", "DEFAULT_RESOURCE_SECURITY", "RequestStateSecurity", "RequestStateCodec", "RequestStateBoundary", "AESGCMRequestStateCodec", "InvalidRequestState", "authenticated_principal", ]

=== mcp.server.mcpserver.context
import mcp.server.context as _loopmend_2
import mcp.server.elicitation as _loopmend_6
import mcp.server.lowlevel.helper_types as _loopmend_5
import mcp.server.mcpserver.context as _loopmend_0
import mcp.server.mcpserver.server as _loopmend_1
import mcp.server.session as _loopmend_7
import mcp.server.subscriptions as _loopmend_3
import typing as _loopmend_4
from __future__ import annotations
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Generic, cast
from mcp_types import ClientCapabilities, InputRequiredResult, InputResponseRequestParams, InputResponses, LoggingLevel
from pydantic import AnyUrl, BaseModel, ModelWrapValidatorHandler, model_validator
from typing_extensions import Self, deprecated
from mcp.server.context import LifespanContextT, RequestT, ServerRequestContext
from mcp.server.elicitation import ( ElicitationResult, ElicitSchemaModelT, UrlElicitationResult, elicit_url, elicit_with_validation, )
from mcp.server.lowlevel.helper_types import ReadResourceContents
from mcp.server.subscriptions import SubscriptionBus
from mcp.shared.exceptions import MCPDeprecationWarning
from mcp.shared.subscriptions import ( PromptsListChanged, ResourcesListChanged, ResourceUpdated, ToolsListChanged, )
if TYPE_CHECKING:
 from mcp.server.mcpserver.server import MCPServer
class Context(BaseModel, Generic[LifespanContextT, RequestT]):
 _request_context: ServerRequestContext[LifespanContextT, RequestT] | None
 _mcp_server: MCPServer | None
 _input_params: InputResponseRequestParams | None
 _subscriptions: SubscriptionBus | None
 def __init__(self, *, request_context: ServerRequestContext[LifespanContextT, RequestT] | None = None, mcp_server: MCPServer | None = None, input_params: InputResponseRequestParams | None = None, subscriptions: SubscriptionBus | None = None, **kwargs: Any) -> None: ...
 @model_validator(mode="wrap")
 @classmethod
 def _keep_instance(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self: ...
 @property
 def mcp_server(self) -> MCPServer: ...
 @property
 def request_context(self) -> ServerRequestContext[LifespanContextT, RequestT]: ...
 def _nested_invocation(self) -> Context[LifespanContextT, RequestT]: ...
 async def report_progress(self, progress: float, total: float | None = None, message: str | None = None) -> None: ...
 @property
 def _bus(self) -> SubscriptionBus: ...
 async def notify_tools_changed(self) -> None: ...
 async def notify_prompts_changed(self) -> None: ...
 async def notify_resources_changed(self) -> None: ...
 async def notify_resource_updated(self, uri: str | AnyUrl) -> None: ...
 async def read_resource(self, uri: str | AnyUrl) -> Iterable[ReadResourceContents]: ...
 async def elicit(self, message: str, schema: type[ElicitSchemaModelT]) -> ElicitationResult[ElicitSchemaModelT]: ...
 async def elicit_url(self, message: str, url: str, elicitation_id: str) -> UrlElicitationResult: ...
 @deprecated("The logging capability is deprecated as of 2026-07-28 (SEP-2577).", category=MCPDeprecationWarning)
 async def log(self, level: LoggingLevel, data: Any, *, logger_name: str | None = None) -> None: ...
 @property
 def headers(self) -> Mapping[str, str] | None: ...
 @property
 def request_id(self) -> str: ...
 @property
 def protocol_version(self) -> str | None: ...
 @property
 def input_responses(self) -> InputResponses | None: ...
 @property
 def request_state(self) -> str | None: ...
 @property
 def client_capabilities(self) -> ClientCapabilities | None: ...
 @property
 def session(self) -> _loopmend_7.ServerSession: ...
 async def close_sse_stream(self) -> None: ...
 async def close_standalone_sse_stream(self) -> None: ...
 @deprecated("The logging capability is deprecated as of 2026-07-28 (SEP-2577).", category=MCPDeprecationWarning)
 async def debug(self, data: Any, *, logger_name: str | None = None) -> None: ...
 @deprecated("The logging capability is deprecated as of 2026-07-28 (SEP-2577).", category=MCPDeprecationWarning)
 async def info(self, data: Any, *, logger_name: str | None = None) -> None: ...
 @deprecated("The logging capability is deprecated as of 2026-07-28 (SEP-2577).", category=MCPDeprecationWarning)
 async def warning(self, data: Any, *, logger_name: str | None = None) -> None: ...
 @deprecated("The logging capability is deprecated as of 2026-07-28 (SEP-2577).", category=MCPDeprecationWarning)
 async def error(self, data: Any, *, logger_name: str | None = None) -> None: ...

=== mcp.server.mcpserver.prompts package
from .base import Prompt
from .manager import PromptManager
__all__ = ["Prompt", "PromptManager"]

=== mcp.server.mcpserver.prompts.base
import mcp.server.mcpserver.prompts.base as _loopmend_0
from __future__ import annotations
import functools
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal
import anyio.to_thread
import pydantic_core
from mcp_types import ContentBlock, Icon, InputRequiredResult, TextContent
from pydantic import BaseModel, Field, TypeAdapter, validate_call
from mcp.server.mcpserver.utilities.context_injection import find_context_parameter, inject_context
from mcp.server.mcpserver.utilities.func_metadata import func_metadata
from mcp.server.mcpserver.utilities.types import Audio, Image
from mcp.shared._callable_inspection import is_async_callable
from mcp.shared.exceptions import MCPError
if TYPE_CHECKING:
 from mcp.server.context import LifespanContextT, RequestT
 from mcp.server.mcpserver.context import Context
class Message(BaseModel):
 role: Literal["user", "assistant"]
 content: ContentBlock
 def __init__(self, content: str | ContentBlock | Image | Audio, **kwargs: Any) -> None: ...
class UserMessage(Message):
 role: Literal["user", "assistant"] = "user"
 def __init__(self, content: str | ContentBlock | Image | Audio, **kwargs: Any) -> None: ...
class AssistantMessage(Message):
 role: Literal["user", "assistant"] = "assistant"
 def __init__(self, content: str | ContentBlock | Image | Audio, **kwargs: Any) -> None: ...
message_validator: TypeAdapter[UserMessage | AssistantMessage] = ...
_PromptResultItem = str | ContentBlock | Image | Audio | Message | dict[str, Any]
SyncPromptResult = _PromptResultItem | InputRequiredResult | Sequence[_PromptResultItem]
PromptResult = SyncPromptResult | Awaitable[SyncPromptResult]
class PromptArgument(BaseModel):
 name: str = ...
 description: str | None = ...
 required: bool = ...
class Prompt(BaseModel):
 name: str = ...
 title: str | None = ...
 description: str | None = ...
 arguments: list[PromptArgument] | None = ...
 fn: Callable[..., PromptResult | Awaitable[PromptResult]] = ...
 icons: list[Icon] | None = ...
 context_kwarg: str | None = ...
 @classmethod
 def from_function(cls, fn: Callable[..., PromptResult | Awaitable[PromptResult]], name: str | None = None, title: str | None = None, description: str | None = None, icons: list[Icon] | None = None, context_kwarg: str | None = None) -> Prompt: ...
 async def render(self, arguments: dict[str, Any] | None, context: Context[LifespanContextT, RequestT]) -> list[Message] | InputRequiredResult: ...

=== mcp.server.mcpserver.prompts.manager
import logging as _loopmend_0
import mcp.server.mcpserver.prompts.base as _loopmend_1
from __future__ import annotations
from typing import TYPE_CHECKING, Any
from mcp_types import InputRequiredResult
from mcp.server.mcpserver.prompts.base import Message, Prompt
from mcp.server.mcpserver.utilities.logging import get_logger
if TYPE_CHECKING:
 from mcp.server.context import LifespanContextT, RequestT
 from mcp.server.mcpserver.context import Context
logger: _loopmend_0.Logger
class PromptManager:
 def __init__(self, warn_on_duplicate_prompts: bool = ...) -> None: ...
 def get_prompt(self, name: str) -> Prompt | None: ...
 def list_prompts(self) -> list[Prompt]: ...
 def add_prompt(self, prompt: Prompt) -> Prompt: ...
 def remove_prompt(self, name: str) -> None: ...
 async def render_prompt(self, name: str, arguments: dict[str, Any] | None, context: Context[LifespanContextT, RequestT]) -> list[Message] | InputRequiredResult: ...
 warn_on_duplicate_prompts: bool
 _prompts: dict[str, Prompt]

=== mcp.server.mcpserver.resolve
import mcp.server.elicitation as _loopmend_0
import mcp.server.mcpserver.context as _loopmend_4
import mcp.server.mcpserver.resolve as _loopmend_3
import pydantic.main as _loopmend_2
import typing as _loopmend_1
from __future__ import annotations
import base64
import hashlib
import inspect
import json
import logging
import types
import typing
from collections.abc import Callable, Hashable, Mapping
from typing import Annotated, Any, Generic, Literal, TypeGuard, get_args, get_origin
import anyio.to_thread
from mcp_types import ( MISSING_REQUIRED_CLIENT_CAPABILITY, ClientCapabilities, CreateMessageRequest, CreateMessageRequestParams, CreateMessageResult, CreateMessageResultWithTools, ElicitationCapability, ElicitRequest, ElicitRequestFormParams, ElicitResult, FormElicitationCapability, IncludeContext, InputRequest, InputRequests, InputRequiredResult, InputResponses, ListRootsRequest, ListRootsResult, MissingRequiredClientCapabilityErrorData, ModelPreferences, RootsCapability, SamplingCapability, SamplingMessage, SamplingToolsCapability, Tool, ToolChoice, )
from mcp_types.version import is_version_at_least
from pydantic import BaseModel, ValidationError
from typing_extensions import TypeVar
from mcp.server.elicitation import ( AcceptedElicitation, CancelledElicitation, DeclinedElicitation, ElicitationResult, render_elicitation_schema, )
from mcp.server.mcpserver.context import Context
from mcp.server.mcpserver.exceptions import InvalidSignature, ToolError
from mcp.server.request_state import compact_json
from mcp.server.validation import validate_tool_use_result_messages, wants_sampling_tools
from mcp.shared._callable_inspection import is_async_callable
from mcp.shared.exceptions import MCPError
from mcp.shared.message import ServerMessageMetadata
T = TypeVar("T", bound=BaseModel)
_ELICITATION_RESULT_MEMBERS: tuple[type[_loopmend_0.AcceptedElicitation], type[_loopmend_0.DeclinedElicitation], type[_loopmend_0.CancelledElicitation]]
_INPUT_REQUIRED_VERSION = "2026-07-28"
_STATE_VERSION = 3
logger = logging.getLogger(__name__)
class Resolve:
 def __init__(self, fn: Callable[..., Any]) -> None: ...
 fn: _loopmend_1.Callable[..., _loopmend_1.Any]
class Elicit(Generic[T]):
 def __init__(self, message: str, schema: type[T]) -> None: ...
 message: str
 schema: type[_loopmend_2.BaseModel]
class Sample:
 def __init__(self, messages: list[SamplingMessage], *, max_tokens: int, system_prompt: str | None = None, include_context: IncludeContext | None = None, temperature: float | None = None, stop_sequences: list[str] | None = None, metadata: dict[str, Any] | None = None, model_preferences: ModelPreferences | None = None, tools: list[Tool] | None = None, tool_choice: ToolChoice | None = None) -> None: ...
 params: _loopmend_1.Any
class ListRoots:
 ...
_Marker = Elicit[Any] | Sample | ListRoots
class _ParamPlan:
 kind: str
 resolve: Resolve | None
 wants_union: bool
 def __init__(self, kind: str, resolve: Resolve | None = None, wants_union: bool = ...) -> None: ...
class _ResolverPlan:
 def __init__(self, fn: Callable[..., Any], params: dict[str, _ParamPlan], is_async: bool, wire_key: str) -> None: ...
 fn: _loopmend_1.Callable[..., _loopmend_1.Any]
 params: dict[str, _loopmend_3._ParamPlan]
 is_async: bool
 wire_key: str
def _type_hints(fn: Callable[..., Any]) -> dict[str, Any]: ...
def _resolver_name(fn: Callable[..., Any]) -> str: ...
def find_resolved_parameters(fn: Callable[..., Any]) -> dict[str, tuple[Resolve, bool]]: ...
def returns_input_required(fn: Callable[..., Any]) -> bool: ...
def _has_input_required_arm(annotation: Any) -> bool: ...
def _contains_resolve(annotation: Any) -> bool: ...
def _check_elicit_return(return_annotation: Any, name: str) -> None: ...
def _is_union(annotation: Any) -> bool: ...
def _wants_union(type_arg: Any) -> bool: ...
def _resolver_key(fn: Callable[..., Any]) -> Hashable: ...
def build_resolver_plans(resolved_params: Mapping[str, tuple[Resolve, bool]], tool_arg_names: set[str]) -> dict[Hashable, _ResolverPlan]: ...
def _resolve_marker(annotation: Any) -> tuple[Resolve | None, bool]: ...
def _is_context_annotation(annotation: Any) -> bool: ...
class _Pending(Exception):
 ...
class _Resolution:
 def __init__(self, plans: Mapping[Hashable, _ResolverPlan], tool_args: Mapping[str, Any], context: Context[Any, Any], input_required: bool) -> None: ...
 plans: _loopmend_1.Mapping[_loopmend_1.Hashable, _loopmend_3._ResolverPlan]
 context: _loopmend_4.Context
 tool_args: _loopmend_1.Mapping
 input_required: bool
 answers: InputResponses
 state: dict[str, _loopmend_3._StateEntry]
 asked: dict[str, str]
 cache: dict[Hashable, ElicitationResult[Any]]
 persist: dict[str, _StateEntry]
 pending: InputRequests
def _state_key(fn: Callable[..., Any]) -> str: ...
async def resolve_arguments(resolved_params: Mapping[str, tuple[Resolve, bool]], plans: Mapping[Hashable, _ResolverPlan], tool_args: Mapping[str, Any], context: Context[Any, Any]) -> dict[str, Any] | InputRequiredResult: ...
async def _resolve(fn: Callable[..., Any], res: _Resolution) -> ElicitationResult[Any]: ...
async def _fulfil(marker: _Marker, key: str, res: _Resolution) -> ElicitationResult[Any]: ...
def _unwrap(outcome: ElicitationResult[Any], name: str) -> _loopmend_2.BaseModel: ...
def _is_marker(value: Any) -> TypeGuard[_Marker]: ...
def _accepted(data: Any) -> AcceptedElicitation[Any]: ...
def _uses_input_required(protocol_version: str | None) -> bool: ...
def _require_capability(context: Context[Any, Any], marker: _Marker, key: str) -> None: ...
def _render_request(marker: _Marker) -> InputRequest: ...
def _result_type(marker: Sample | ListRoots) -> type[CreateMessageResult] | type[CreateMessageResultWithTools] | type[ListRootsResult]: ...
class _StateEntry(BaseModel):
 action: Literal["accept", "decline", "cancel"]
 data: Any = None
 q: str | None = None
def _request_digest(request: InputRequest) -> str: ...
class _State(BaseModel):
 v: int
 outcomes: dict[str, _StateEntry] = ...
 asked: dict[str, str] = ...
def _decode_state(request_state: str | None) -> _State: ...
def _encode_state(outcomes: Mapping[str, _StateEntry], asked: Mapping[str, str]) -> str: ...
def _outcome_from_state(entry: _StateEntry, marker: _Marker) -> ElicitationResult[Any]: ...
def _restore_outcome(res: _Resolution, key: str, marker: _Marker, q: str) -> ElicitationResult[Any] | None: ...
__all__ = [ "Resolve", "Elicit", "Sample", "ListRoots", "ElicitationResult", "AcceptedElicitation", "DeclinedElicitation", "CancelledElicitation", "find_resolved_parameters", "build_resolver_plans", "resolve_arguments", "returns_input_required", ]

=== mcp.server.mcpserver.resources package
from .base import Resource
from .resource_manager import ResourceManager
from .templates import DEFAULT_RESOURCE_SECURITY, ResourceSecurity, ResourceSecurityError, ResourceTemplate
from .types import ( BinaryResource, DirectoryResource, FileResource, FunctionResource, HttpResource, TextResource, )
__all__ = [ "Resource", "TextResource", "BinaryResource", "FunctionResource", "FileResource", "HttpResource", "DirectoryResource", "ResourceTemplate", "ResourceManager", "ResourceSecurity", "ResourceSecurityError", "DEFAULT_RESOURCE_SECURITY", ]

=== mcp.server.mcpserver.resources.base
import pydantic.config as _loopmend_0
import abc
from typing import Any
from mcp_types import Annotations, Icon
from pydantic import ( BaseModel, ConfigDict, Field, ValidationInfo, field_validator, )
class Resource(BaseModel, abc.ABC):
 model_config: _loopmend_0.ConfigDict
 uri: str = ...
 name: str | None = ...
 title: str | None = ...
 description: str | None = ...
 mime_type: str = ...
 icons: list[Icon] | None = ...
 annotations: Annotations | None = ...
 meta: dict[str, Any] | None = ...
 @field_validator("name", mode="before")
 @classmethod
 def set_default_name(cls, name: str | None, info: ValidationInfo) -> str: ...
 @abc.abstractmethod
 async def read(self) -> str | bytes: ...

=== mcp.server.mcpserver.resources.resource_manager
import logging as _loopmend_0
import mcp.server.mcpserver.resources.base as _loopmend_1
import mcp.server.mcpserver.resources.templates as _loopmend_2
from __future__ import annotations
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from mcp_types import Annotations, Icon, InputRequiredResult
from pydantic import AnyUrl
from mcp.server.mcpserver.exceptions import ResourceNotFoundError
from mcp.server.mcpserver.resources.base import Resource
from mcp.server.mcpserver.resources.templates import ( DEFAULT_RESOURCE_SECURITY, ResourceSecurity, ResourceSecurityError, ResourceTemplate, )
from mcp.server.mcpserver.utilities.logging import get_logger
if TYPE_CHECKING:
 from mcp.server.context import LifespanContextT, RequestT
 from mcp.server.mcpserver.context import Context
logger: _loopmend_0.Logger
class ResourceManager:
 def __init__(self, warn_on_duplicate_resources: bool = ..., *, resources: list[Resource] | None = None) -> None: ...
 def add_resource(self, resource: Resource) -> Resource: ...
 def add_template(self, fn: Callable[..., Any], uri_template: str, name: str | None = None, title: str | None = None, description: str | None = None, mime_type: str | None = None, icons: list[Icon] | None = None, annotations: Annotations | None = None, meta: dict[str, Any] | None = None, security: ResourceSecurity = ...) -> ResourceTemplate: ...
 async def get_resource(self, uri: AnyUrl | str, context: Context[LifespanContextT, RequestT]) -> Resource | InputRequiredResult: ...
 def list_resources(self) -> list[Resource]: ...
 def list_templates(self) -> list[ResourceTemplate]: ...
 warn_on_duplicate_resources: bool
 _resources: dict[str, Resource]
 _templates: dict[str, ResourceTemplate]

=== mcp.server.mcpserver.resources.templates
import mcp.server.mcpserver.resources.templates as _loopmend_0
from __future__ import annotations
import functools
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
import anyio.to_thread
from mcp_types import Annotations, Icon, InputRequiredResult
from pydantic import BaseModel, Field, validate_call
from mcp.server.mcpserver.exceptions import ResourceError, UnexpectedResourceError
from mcp.server.mcpserver.resources.types import FunctionResource, Resource
from mcp.server.mcpserver.utilities.context_injection import find_context_parameter, inject_context
from mcp.server.mcpserver.utilities.func_metadata import func_metadata
from mcp.shared._callable_inspection import is_async_callable
from mcp.shared.exceptions import MCPError
from mcp.shared.path_security import contains_path_traversal, is_absolute_path
from mcp.shared.uri_template import UriTemplate
if TYPE_CHECKING:
 from mcp.server.context import LifespanContextT, RequestT
 from mcp.server.mcpserver.context import Context
@dataclass(frozen=True)
class ResourceSecurity:
 reject_path_traversal: bool = True
 reject_absolute_paths: bool = True
 reject_null_bytes: bool = True
 exempt_params: Set[str] = field(default_factory=frozenset[str])
 def validate(self, params: Mapping[str, str | list[str]]) -> str | None: ...
DEFAULT_RESOURCE_SECURITY: _loopmend_0.ResourceSecurity
class ResourceSecurityError(ValueError):
 def __init__(self, template: str, param: str) -> None: ...
 template: str
 param: str
class ResourceTemplate(BaseModel):
 uri_template: str = ...
 name: str = ...
 title: str | None = ...
 description: str | None = ...
 mime_type: str = ...
 icons: list[Icon] | None = ...
 annotations: Annotations | None = ...
 meta: dict[str, Any] | None = ...
 fn: Callable[..., Any] = ...
 parameters: dict[str, Any] = ...
 context_kwarg: str | None = ...
 parsed_template: UriTemplate = ...
 security: ResourceSecurity = ...
 @classmethod
 def from_function(cls, fn: Callable[..., Any], uri_template: str, name: str | None = None, title: str | None = None, description: str | None = None, mime_type: str | None = None, icons: list[Icon] | None = None, annotations: Annotations | None = None, meta: dict[str, Any] | None = None, context_kwarg: str | None = None, security: ResourceSecurity = ...) -> ResourceTemplate: ...
 def matches(self, uri: str) -> dict[str, str | list[str]] | None: ...
 async def create_resource(self, uri: str, params: dict[str, Any], context: Context[LifespanContextT, RequestT]) -> Resource | InputRequiredResult: ...

=== mcp.server.mcpserver.resources.types
import mcp.server.mcpserver.resources.types as _loopmend_0
import pathlib as _loopmend_1
from __future__ import annotations
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
import anyio
import anyio.to_thread
import httpx2
import pydantic
import pydantic_core
from mcp_types import Annotations, Icon, InputRequiredResult
from pydantic import Field, validate_call
from mcp.server.mcpserver.resources.base import Resource
from mcp.shared._callable_inspection import is_async_callable
_TEXTUAL_APPLICATION_TYPES = frozenset({"application/json", "application/xml"})
def _default_file_encoding(mime_type: str) -> str | None: ...
class TextResource(Resource):
 text: str = ...
 async def read(self) -> str: ...
class BinaryResource(Resource):
 data: bytes = ...
 async def read(self) -> bytes: ...
class FunctionResource(Resource):
 fn: Callable[[], Any] = ...
 async def read(self) -> str | bytes: ...
 @classmethod
 def from_function(cls, fn: Callable[..., Any], uri: str, name: str | None = None, title: str | None = None, description: str | None = None, mime_type: str | None = None, icons: list[Icon] | None = None, annotations: Annotations | None = None, meta: dict[str, Any] | None = None) -> FunctionResource: ...
class FileResource(Resource):
 path: Path = ...
 encoding: str | None = ...
 @pydantic.field_validator("path")
 @classmethod
 def validate_absolute_path(cls, path: Path) -> Path: ...
 @pydantic.field_validator("encoding")
 @classmethod
 def validate_text_encoding(cls, encoding: str | None) -> str | None: ...
 async def read(self) -> str | bytes: ...
class HttpResource(Resource):
 url: str = ...
 mime_type: str = ...
 async def read(self) -> str | bytes: ...
class DirectoryResource(Resource):
 path: Path = ...
 recursive: bool = ...
 pattern: str | None = ...
 mime_type: str = ...
 @pydantic.field_validator("path")
 @classmethod
 def validate_absolute_path(cls, path: Path) -> Path: ...
 def list_files(self) -> list[Path]: ...
 async def read(self) -> str: ...

=== mcp.server.mcpserver.server
import contextlib as _loopmend_1
import logging as _loopmend_0
import mcp.server.auth.provider as _loopmend_13
import mcp.server.context as _loopmend_3
import mcp.server.lowlevel.server as _loopmend_12
import mcp.server.mcpserver.prompts.manager as _loopmend_11
import mcp.server.mcpserver.resources.resource_manager as _loopmend_10
import mcp.server.mcpserver.resources.templates as _loopmend_7
import mcp.server.mcpserver.server as _loopmend_8
import mcp.server.mcpserver.tools.tool_manager as _loopmend_9
import mcp.server.streamable_http_manager as _loopmend_4
import pydantic.main as _loopmend_14
import starlette.applications as _loopmend_6
import starlette.responses as _loopmend_5
import typing as _loopmend_2
from __future__ import annotations
import base64
import inspect
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, Generic, Literal, TypeVar, cast, overload
import anyio
import pydantic_core
from mcp_types import ( INTERNAL_ERROR, INVALID_PARAMS, METHOD_NOT_FOUND, MISSING_REQUIRED_CLIENT_CAPABILITY, Annotations, BlobResourceContents, CallToolRequestParams, CallToolResult, ClientCapabilities, CompleteRequestParams, CompleteResult, Completion, GetPromptRequestParams, GetPromptResult, Icon, InputRequiredResult, ListPromptsResult, ListResourcesResult, ListResourceTemplatesResult, ListToolsResult, MissingRequiredClientCapabilityErrorData, PaginatedRequestParams, ReadResourceRequestParams, ReadResourceResult, TextContent, TextResourceContents, ToolAnnotations, )
from mcp_types import Prompt as MCPPrompt
from mcp_types import PromptArgument as MCPPromptArgument
from mcp_types import Resource as MCPResource
from mcp_types import ResourceTemplate as MCPResourceTemplate
from mcp_types import Tool as MCPTool
from pydantic import BaseModel, ValidationError
from pydantic.networks import AnyUrl
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.authentication import AuthenticationMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.types import Receive, Scope, Send
from mcp.server.auth.middleware.auth_context import AuthContextMiddleware
from mcp.server.auth.middleware.bearer_auth import BearerAuthBackend, RequireAuthMiddleware
from mcp.server.auth.provider import OAuthAuthorizationServerProvider, ProviderTokenVerifier, TokenVerifier
from mcp.server.auth.settings import AuthSettings
from mcp.server.caching import CacheableMethod, CacheHint
from mcp.server.context import HandlerResult, ServerMiddleware, ServerRequestContext
from mcp.server.extension import ( Extension, MethodBinding, RequestHandler, compose_tool_call_handler, validate_extension_identifier, )
from mcp.server.lowlevel.helper_types import ReadResourceContents
from mcp.server.lowlevel.server import LifespanResultT, Server
from mcp.server.lowlevel.server import lifespan as default_lifespan
from mcp.server.mcpserver.context import Context
from mcp.server.mcpserver.exceptions import ( ResourceError, ResourceNotFoundError, ToolError, UnexpectedResourceError, UnexpectedToolError, )
from mcp.server.mcpserver.prompts import Prompt, PromptManager
from mcp.server.mcpserver.resources import ( DEFAULT_RESOURCE_SECURITY, FunctionResource, Resource, ResourceManager, ResourceSecurity, )
from mcp.server.mcpserver.tools import Tool, ToolManager
from mcp.server.mcpserver.utilities.context_injection import find_context_parameter
from mcp.server.mcpserver.utilities.logging import configure_logging, get_logger
from mcp.server.request_state import RequestStateBoundary, RequestStateSecurity
from mcp.server.sse import SseServerTransport
from mcp.server.stdio import stdio_server
from mcp.server.streamable_http import EventStore
from mcp.server.streamable_http_manager import ( DEFAULT_MAX_SESSIONS, DEFAULT_SESSION_IDLE_TIMEOUT, StreamableHTTPSessionManager, )
from mcp.server.subscriptions import InMemorySubscriptionBus, ListenHandler, SubscriptionBus
from mcp.server.transport_security import DEFAULT_MAX_REQUEST_BODY_SIZE, TransportSecuritySettings
from mcp.shared.exceptions import MCPError
from mcp.shared.uri_template import UriTemplate
logger: _loopmend_0.Logger
_CallableT = TypeVar("_CallableT", bound=Callable[..., Any])
class Settings(BaseModel, Generic[LifespanResultT]):
 debug: bool
 log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"]
 warn_on_duplicate_resources: bool
 warn_on_duplicate_tools: bool
 warn_on_duplicate_prompts: bool
 dependencies: list[str]
 lifespan: Callable[[MCPServer[LifespanResultT]], AbstractAsyncContextManager[LifespanResultT]] | None
 auth: AuthSettings | None
_MISSING_AUDIENCE: str
def lifespan_wrapper(app: MCPServer[LifespanResultT], lifespan: Callable[[MCPServer[LifespanResultT]], AbstractAsyncContextManager[LifespanResultT]]) -> Callable[[Server[LifespanResultT]], AbstractAsyncContextManager[LifespanResultT]]: ...
class MCPServer(Generic[LifespanResultT]):
 def __init__(self, name: str | None = None, title: str | None = None, description: str | None = None, instructions: str | None = None, website_url: str | None = None, icons: list[Icon] | None = None, version: str = ..., auth_server_provider: OAuthAuthorizationServerProvider[Any, Any, Any] | None = None, token_verifier: TokenVerifier | None = None, *, tools: list[Tool] | None = None, resources: list[Resource] | None = None, extensions: Sequence[Extension] | None = None, debug: bool = ..., log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"] = ..., warn_on_duplicate_resources: bool = ..., warn_on_duplicate_tools: bool = ..., warn_on_duplicate_prompts: bool = ..., dependencies: list[str] | None = None, lifespan: Callable[[MCPServer[LifespanResultT]], AbstractAsyncContextManager[LifespanResultT]] | None = None, auth: AuthSettings | None = None, resource_security: ResourceSecurity = ..., request_state_security: RequestStateSecurity | None = None, cache_hints: Mapping[CacheableMethod, CacheHint] | None = None, subscriptions: SubscriptionBus | Literal[False] | None = None, middleware: Sequence[ServerMiddleware[Any]] | None = None) -> None: ...
 @property
 def name(self) -> str: ...
 @property
 def middleware(self) -> list[ServerMiddleware[Any]]: ...
 @property
 def title(self) -> str | None: ...
 @property
 def description(self) -> str | None: ...
 @property
 def instructions(self) -> str | None: ...
 @property
 def website_url(self) -> str | None: ...
 @property
 def icons(self) -> list[Icon] | None: ...
 @property
 def version(self) -> str: ...
 @property
 def session_manager(self) -> StreamableHTTPSessionManager: ...
 def _apply_extension(self, extension: Extension) -> None: ...
 def _install_extension_interceptor(self) -> None: ...
 @overload
 def run(self, transport: Literal["stdio"] = ...) -> None: ...
 @overload
 def run(self, transport: Literal["sse"], *, host: str = ..., port: int = ..., sse_path: str = ..., message_path: str = ..., max_request_body_size: int = ..., transport_security: TransportSecuritySettings | None = ...) -> None: ...
 @overload
 def run(self, transport: Literal["streamable-http"], *, host: str = ..., port: int = ..., streamable_http_path: str = ..., json_response: bool = ..., stateless_http: bool = ..., event_store: EventStore | None = ..., retry_interval: int | None = ..., max_request_body_size: int = ..., session_idle_timeout: float | None = ..., max_sessions: int | None = ..., transport_security: TransportSecuritySettings | None = ...) -> None: ...
 def run(self, transport: Literal["stdio", "sse", "streamable-http"] = ..., **kwargs: Any) -> None: ...
 async def _handle_list_tools(self, ctx: ServerRequestContext[LifespanResultT], params: PaginatedRequestParams | None) -> ListToolsResult: ...
 def _tool_input_schema(self, name: str) -> dict[str, Any] | None: ...
 async def _handle_call_tool(self, ctx: ServerRequestContext[LifespanResultT], params: CallToolRequestParams) -> CallToolResult | InputRequiredResult: ...
 async def _handle_list_resources(self, ctx: ServerRequestContext[LifespanResultT], params: PaginatedRequestParams | None) -> ListResourcesResult: ...
 async def _handle_read_resource(self, ctx: ServerRequestContext[LifespanResultT], params: ReadResourceRequestParams) -> ReadResourceResult | InputRequiredResult: ...
 async def _handle_list_resource_templates(self, ctx: ServerRequestContext[LifespanResultT], params: PaginatedRequestParams | None) -> ListResourceTemplatesResult: ...
 async def _handle_list_prompts(self, ctx: ServerRequestContext[LifespanResultT], params: PaginatedRequestParams | None) -> ListPromptsResult: ...
 async def _handle_get_prompt(self, ctx: ServerRequestContext[LifespanResultT], params: GetPromptRequestParams) -> GetPromptResult | InputRequiredResult: ...
 async def list_tools(self) -> list[MCPTool]: ...
 async def call_tool(self, name: str, arguments: dict[str, Any], context: Context[LifespanResultT, Any] | None = None) -> CallToolResult | InputRequiredResult: ...
 async def list_resources(self) -> list[MCPResource]: ...
 async def list_resource_templates(self) -> list[MCPResourceTemplate]: ...
 async def read_resource(self, uri: AnyUrl | str, context: Context[LifespanResultT, Any] | None = None) -> Iterable[ReadResourceContents] | InputRequiredResult: ...
 def add_tool(self, fn: Callable[..., Any], name: str | None = None, title: str | None = None, description: str | None = None, annotations: ToolAnnotations | None = None, icons: list[Icon] | None = None, meta: dict[str, Any] | None = None, structured_output: bool | None = None) -> None: ...
 def remove_tool(self, name: str) -> None: ...
 def tool(self, name: str | None = None, title: str | None = None, description: str | None = None, annotations: ToolAnnotations | None = None, icons: list[Icon] | None = None, meta: dict[str, Any] | None = None, structured_output: bool | None = None) -> _loopmend_2.Callable[..., _loopmend_2.Callable[..., _loopmend_2.Any]]: ...
 def completion(self) -> _loopmend_2.Callable[..., _loopmend_2.Callable[..., _loopmend_2.Any]]: ...
 def add_resource(self, resource: Resource) -> None: ...
 def resource(self, uri: str, *, name: str | None = None, title: str | None = None, description: str | None = None, mime_type: str | None = None, icons: list[Icon] | None = None, annotations: Annotations | None = None, meta: dict[str, Any] | None = None, security: ResourceSecurity | None = None) -> _loopmend_2.Callable[..., _loopmend_2.Callable[..., _loopmend_2.Any]]: ...
 def add_prompt(self, prompt: Prompt) -> None: ...
 def remove_prompt(self, name: str) -> None: ...
 def prompt(self, name: str | None = None, title: str | None = None, description: str | None = None, icons: list[Icon] | None = None) -> _loopmend_2.Callable[..., _loopmend_2.Callable[..., _loopmend_2.Any]]: ...
 def custom_route(self, path: str, methods: list[str], name: str | None = None, include_in_schema: bool = ...) -> _loopmend_2.Callable[..., _loopmend_2.Callable[..., _loopmend_2.Awaitable[_loopmend_5.Response]]]: ...
 async def run_stdio_async(self) -> None: ...
 async def run_sse_async(self, *, host: str = ..., port: int = ..., sse_path: str = ..., message_path: str = ..., max_request_body_size: int = ..., transport_security: TransportSecuritySettings | None = None) -> None: ...
 async def run_streamable_http_async(self, *, host: str = ..., port: int = ..., streamable_http_path: str = ..., json_response: bool = ..., stateless_http: bool = ..., event_store: EventStore | None = None, retry_interval: int | None = None, max_request_body_size: int = ..., session_idle_timeout: float | None = ..., max_sessions: int | None = ..., transport_security: TransportSecuritySettings | None = None) -> None: ...
 def sse_app(self, *, sse_path: str = ..., message_path: str = ..., max_request_body_size: int = ..., transport_security: TransportSecuritySettings | None = None, host: str = ...) -> Starlette: ...
 def streamable_http_app(self, *, streamable_http_path: str = ..., json_response: bool = ..., stateless_http: bool = ..., event_store: EventStore | None = None, retry_interval: int | None = None, max_request_body_size: int = ..., session_idle_timeout: float | None = ..., max_sessions: int | None = ..., transport_security: TransportSecuritySettings | None = None, host: str = ...) -> Starlette: ...
 async def list_prompts(self) -> list[MCPPrompt]: ...
 async def get_prompt(self, name: str, arguments: dict[str, Any] | None = None, context: Context[LifespanResultT, Any] | None = None) -> GetPromptResult | InputRequiredResult: ...
 dependencies: list[str]
 _resource_security: _loopmend_7.ResourceSecurity
 settings: _loopmend_8.Settings
 _tool_manager: _loopmend_9.ToolManager
 _resource_manager: _loopmend_10.ResourceManager
 _prompt_manager: _loopmend_11.PromptManager
 _subscriptions: SubscriptionBus
 _lowlevel_server: _loopmend_12.Server
 _auth_server_provider: None | _loopmend_13.OAuthAuthorizationServerProvider
 _token_verifier: None | _loopmend_13.ProviderTokenVerifier | _loopmend_13.TokenVerifier
 _custom_starlette_routes: list[Route]
 _extensions: list[Extension]
def _version_gated(method: MethodBinding) -> _loopmend_2.Callable[..., _loopmend_2.Coroutine[_loopmend_2.Any, _loopmend_2.Any, None | _loopmend_14.BaseModel | dict]]: ...
def require_client_extension(ctx: ServerRequestContext[Any, Any], identifier: str) -> None: ...

=== mcp.server.mcpserver.tools package
from .base import Tool
from .tool_manager import ToolManager
__all__ = ["Tool", "ToolManager"]

=== mcp.server.mcpserver.tools.base
import mcp.server.mcpserver.tools.base as _loopmend_0
from __future__ import annotations
from collections.abc import Callable, Hashable
from functools import cached_property
from typing import TYPE_CHECKING, Any
from mcp_types import Icon, InputRequiredResult, ToolAnnotations
from pydantic import BaseModel, Field, ValidationError
from mcp.server.mcpserver.exceptions import ( InvalidSignature, ResourceError, ToolError, UnexpectedResourceError, UnexpectedToolError, )
from mcp.server.mcpserver.resolve import ( build_resolver_plans, find_resolved_parameters, resolve_arguments, returns_input_required, )
from mcp.server.mcpserver.utilities.context_injection import find_context_parameter
from mcp.server.mcpserver.utilities.func_metadata import FuncMetadata, func_metadata
from mcp.shared._callable_inspection import is_async_callable
from mcp.shared.exceptions import MCPError
from mcp.shared.inbound import find_invalid_x_mcp_header
from mcp.shared.tool_name_validation import validate_and_warn_tool_name
if TYPE_CHECKING:
 from mcp.server.context import LifespanContextT, RequestT
 from mcp.server.mcpserver.context import Context
class Tool(BaseModel):
 fn: Callable[..., Any] = ...
 name: str = ...
 title: str | None = ...
 description: str = ...
 parameters: dict[str, Any] = ...
 fn_metadata: FuncMetadata = ...
 is_async: bool = ...
 context_kwarg: str | None = ...
 resolved_params: dict[str, Any] = ...
 resolver_plans: dict[Hashable, Any] = ...
 annotations: ToolAnnotations | None = ...
 icons: list[Icon] | None = ...
 meta: dict[str, Any] | None = ...
 @cached_property
 def output_schema(self) -> dict[str, Any] | None: ...
 @classmethod
 def from_function(cls, fn: Callable[..., Any], name: str | None = None, title: str | None = None, description: str | None = None, context_kwarg: str | None = None, annotations: ToolAnnotations | None = None, icons: list[Icon] | None = None, meta: dict[str, Any] | None = None, structured_output: bool | None = None) -> Tool: ...
 async def run(self, arguments: dict[str, Any], context: Context[LifespanContextT, RequestT], convert_result: bool = ...) -> Any: ...

=== mcp.server.mcpserver.tools.tool_manager
import logging as _loopmend_0
import mcp.server.mcpserver.tools.base as _loopmend_1
from __future__ import annotations
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from mcp_types import Icon, ToolAnnotations
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.mcpserver.tools.base import Tool
from mcp.server.mcpserver.utilities.logging import get_logger
if TYPE_CHECKING:
 from mcp.server.context import LifespanContextT, RequestT
 from mcp.server.mcpserver.context import Context
logger: _loopmend_0.Logger
class ToolManager:
 def __init__(self, warn_on_duplicate_tools: bool = ..., *, tools: list[Tool] | None = None) -> None: ...
 def get_tool(self, name: str) -> Tool | None: ...
 def list_tools(self) -> list[Tool]: ...
 def add_tool(self, fn: Callable[..., Any], name: str | None = None, title: str | None = None, description: str | None = None, annotations: ToolAnnotations | None = None, icons: list[Icon] | None = None, meta: dict[str, Any] | None = None, structured_output: bool | None = None) -> Tool: ...
 def remove_tool(self, name: str) -> None: ...
 async def call_tool(self, name: str, arguments: dict[str, Any], context: Context[LifespanContextT, RequestT], convert_result: bool = ...) -> Any: ...
 warn_on_duplicate_tools: bool
 _tools: dict[str, Tool]

=== mcp.server.mcpserver.utilities package

=== mcp.server.mcpserver.utilities.func_metadata
import logging as _loopmend_0
import mcp.server.mcpserver.utilities.func_metadata as _loopmend_4
import pydantic.config as _loopmend_2
import pydantic.main as _loopmend_5
import pydantic.type_adapter as _loopmend_3
import typing as _loopmend_1
import functools
import inspect
import json
import sys
from collections.abc import Awaitable, Callable, Sequence
from itertools import chain
from types import GenericAlias
from typing import Annotated, Any, Union, cast, get_args, get_origin
import anyio
import anyio.to_thread
import pydantic_core
from mcp_types import CallToolResult, ContentBlock, InputRequiredResult, TextContent
from pydantic import ( BaseModel, ConfigDict, Field, PrivateAttr, PydanticUserError, TypeAdapter, WithJsonSchema, create_model, )
from pydantic.fields import FieldInfo
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaWarningKind
from typing_extensions import NotRequired, ReadOnly, TypedDict, deprecated, get_type_hints, is_typeddict
from typing_inspection.introspection import ( UNKNOWN, AnnotationSource, ForbiddenQualifier, inspect_annotation, is_union_origin, )
from mcp.server.mcpserver.exceptions import InvalidSignature
from mcp.server.mcpserver.utilities.logging import get_logger
from mcp.server.mcpserver.utilities.types import Audio, Image
from mcp.shared.exceptions import MCPDeprecationWarning
logger: _loopmend_0.Logger
def _is_input_required_type(obj: Any) -> bool: ...
_CONTENT_TYPES: tuple
_CONTENT_SEQUENCE_ORIGINS: tuple[type[list], type[tuple], type[_loopmend_1.Sequence]]
def _returns_content(annotation: Any) -> bool: ...
class StrictJsonSchema(GenerateJsonSchema):
 def emit_warning(self, kind: JsonSchemaWarningKind, detail: str) -> None: ...
_LOCAL_DEFS_PREFIX = "#/$defs/"
def _inline_root_ref(schema: dict[str, Any]) -> dict[str, Any]: ...
class ArgModelBase(BaseModel):
 def model_dump_one_level(self) -> dict[str, Any]: ...
 model_config: _loopmend_2.ConfigDict
class FuncMetadata(BaseModel):
 arg_model: type[ArgModelBase]
 output_schema: dict[str, Any] | None = None
 output_model: Any = None
 wrap_output: bool = False
 _adapter: tuple[Any, TypeAdapter[Any]] | None = ...
 def model_post_init(self, context: Any, /) -> None: ...
 def _output_adapter(self, output_model: Any) -> TypeAdapter[Any]: ...
 def validate_arguments(self, arguments_to_validate: dict[str, Any]) -> dict[str, Any]: ...
 async def call_fn(self, fn: Callable[..., Any | Awaitable[Any]], fn_is_async: bool, arguments: dict[str, Any], arguments_to_pass_directly: dict[str, Any] | None = None) -> Any: ...
 @deprecated( "FuncMetadata.call_fn_with_arg_validation() is deprecated and will be removed in 3.0; " "call validate_arguments() and then call_fn() instead.", category=MCPDeprecationWarning, )
 async def call_fn_with_arg_validation(self, fn: Callable[..., Any | Awaitable[Any]], fn_is_async: bool, arguments_to_validate: dict[str, Any], arguments_to_pass_directly: dict[str, Any] | None, pre_validated: dict[str, Any] | None = None) -> Any: ...
 def convert_result(self, result: Any) -> CallToolResult | InputRequiredResult: ...
 def pre_parse_json(self, data: dict[str, Any]) -> dict[str, Any]: ...
 model_config: _loopmend_2.ConfigDict
def func_metadata(func: Callable[..., Any], skip_names: Sequence[str] = ..., structured_output: bool | None = None) -> FuncMetadata: ...
def _create_output_model(original_annotation: Any, type_expr: Any, func_name: str) -> tuple[Any, bool]: ...
_no_default = object()
def _create_model_from_class(cls: type[Any], type_hints: dict[str, Any]) -> type[BaseModel]: ...
def _pydantic_readable_typeddict(output_model: type[Any]) -> type[Any]: ...
def _as_typing_extensions_typeddict(td_type: type[Any]) -> type[Any]: ...
def _create_wrapped_model(func_name: str, annotation: Any) -> type[BaseModel]: ...
def _convert_to_content(result: Any) -> list[ContentBlock]: ...

=== mcp.server.request_state
import mcp.server.request_state as _loopmend_0
import pydantic.main as _loopmend_1
from __future__ import annotations
import base64
import hashlib
import hmac
import json
import logging
import math
import os
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NoReturn, Protocol, cast
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from mcp_types import INTERNAL_ERROR, INVALID_PARAMS
from mcp_types.methods import INPUT_REQUIRED_METHODS, is_input_required
from mcp.server.auth.middleware.auth_context import get_access_token
from mcp.server.auth.provider import principal_components
from mcp.server.context import CallNext, HandlerResult, ServerRequestContext
from mcp.shared.exceptions import MCPError
__all__ = [ "AESGCMRequestStateCodec", "InvalidRequestState", "RequestStateBoundary", "RequestStateCodec", "RequestStateSecurity", "authenticated_principal", ]
logger = logging.getLogger(__name__)
class InvalidRequestState(Exception):
 ...
class RequestStateCodec(Protocol):
 def seal(self, payload: bytes) -> str: ...
 def unseal(self, token: str) -> bytes: ...
def authenticated_principal(ctx: ServerRequestContext[Any, Any]) -> str | None: ...
class RequestStateSecurity:
 codec: RequestStateCodec
 ttl: float
 bind_principal: Callable[[ServerRequestContext[Any, Any]], str | None] | None
 audience: str | None
 def __init__(self, *, keys: Sequence[bytes | bytearray | str] | None = None, codec: RequestStateCodec | None = None, ttl: float = ..., bind_principal: Callable[[ServerRequestContext[Any, Any]], str | None] | None = ..., audience: str | None = None) -> None: ...
 @classmethod
 def ephemeral(cls, *, ttl: float = ..., audience: str | None = None) -> RequestStateSecurity: ...
_KDF_INFO: bytes
_KID_INFO: bytes
_TOKEN_PREFIX = "v1."
_KID_LEN = 4
_NONCE_LEN = 12
def compact_json(value: Any, *, sort_keys: bool = ...) -> str: ...
def _b64u(data: bytes) -> str: ...
def _b64u_decode(text: str) -> bytes: ...
def _derive_key(secret: bytes) -> bytes: ...
class AESGCMRequestStateCodec:
 def __init__(self, keys: Sequence[bytes | bytearray | str]) -> None: ...
 def seal(self, payload: bytes) -> str: ...
 def unseal(self, token: str) -> bytes: ...
 _ring: dict[bytes, AESGCM]
 _mint_kid: bytes
_MRTR_METHODS = INPUT_REQUIRED_METHODS
_ENVELOPE_VERSION = 1
_FUTURE_SKEW = 60.0
_PRINCIPAL_LABEL: bytes
_RoundBinding = tuple[str, str, str | None]
def _reject(method: str, reason: str) -> NoReturn: ...
def _request_identity(method: str, params: Mapping[str, Any] | None) -> tuple[str, str]: ...
def _principal_claim(principal: str) -> str: ...
def _principal_matches(claim: str, principal: str) -> bool: ...
def _principal_bytes(principal: str) -> bytes: ...
def _bound_principal(security: RequestStateSecurity, ctx: ServerRequestContext[Any, Any], fail: Callable[[str], NoReturn]) -> str | None: ...
class RequestStateBoundary:
 def __init__(self, security: RequestStateSecurity, *, default_audience: str | None) -> None: ...
 async def __call__(self, ctx: ServerRequestContext[Any, Any], call_next: CallNext) -> HandlerResult: ...
 def _unseal(self, ctx: ServerRequestContext[Any, Any]) -> tuple[str, _RoundBinding]: ...
 def _seal_result(self, ctx: ServerRequestContext[Any, Any], result: HandlerResult, binding: _RoundBinding | None) -> HandlerResult: ...
 def _seal(self, ctx: ServerRequestContext[Any, Any], state: str, binding: _RoundBinding | None = None) -> str: ...
 _security: _loopmend_0.RequestStateSecurity
 _audience: None | str

=== mcp.server.runner
import _contextvars as _loopmend_6
import anyio._core._synchronization as _loopmend_5
import mcp.server.context as _loopmend_2
import mcp.shared.message as _loopmend_4
import mcp.shared.transport_context as _loopmend_3
import pydantic.main as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
import contextvars
import logging
from collections.abc import AsyncIterator, Awaitable, Mapping
from contextlib import asynccontextmanager
from dataclasses import KW_ONLY, dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Generic, cast
import anyio
import anyio.abc
from mcp_types import ( CLIENT_CAPABILITIES_META_KEY, CLIENT_INFO_META_KEY, CORE_RESULT_TYPES, INTERNAL_ERROR, INVALID_PARAMS, INVALID_REQUEST, METHOD_NOT_FOUND, PROTOCOL_VERSION_META_KEY, SERVER_INFO_META_KEY, UNSUPPORTED_PROTOCOL_VERSION, CacheableResult, ErrorData, Implementation, InitializeRequestParams, InitializeResult, JSONRPCRequest, RequestId, RequestParams, RequestParamsMeta, UnsupportedProtocolVersionErrorData, )
from mcp_types import methods as _methods
from mcp_types.version import ( HANDSHAKE_PROTOCOL_VERSIONS, LATEST_HANDSHAKE_VERSION, LATEST_MODERN_VERSION, MODERN_PROTOCOL_VERSIONS, )
from pydantic import BaseModel, ValidationError
from typing_extensions import TypeVar
from mcp.server.caching import apply_cache_hint
from mcp.server.connection import Connection, NotifyOnlyOutbound
from mcp.server.context import CallNext, HandlerResult, ServerMiddleware, ServerRequestContext
from mcp.server.models import InitializationOptions
from mcp.server.session import ServerSession
from mcp.shared._context_streams import ContextReceiveStream
from mcp.shared._stream_protocols import ReadStream, WriteStream
from mcp.shared.dispatcher import CallOptions, DispatchContext, Dispatcher, OnNotify, OnRequest
from mcp.shared.exceptions import MCPError, NoBackChannelError
from mcp.shared.inbound import InboundLadderRejection, classify_inbound_request
from mcp.shared.jsonrpc_dispatcher import JSONRPCDispatcher, handler_exception_to_error_data
from mcp.shared.message import MessageMetadata, ServerMessageMetadata, SessionMessage
from mcp.shared.transport_context import TransportContext
if TYPE_CHECKING:
 from mcp.server.lowlevel.server import Server
__all__ = [ "CallNext", "ServerMiddleware", "ServerRunner", "aclose_shielded", "modern_on_request", "serve_connection", "serve_dual_era_loop", "serve_loop", "serve_one", ]
logger = logging.getLogger(__name__)
LifespanT = TypeVar("LifespanT", default=Any)
_INIT_EXEMPT: frozenset[str] = frozenset({"ping"})
_EXIT_STACK_CLOSE_TIMEOUT: float = 5
def _extract_meta(params: Mapping[str, Any] | None) -> RequestParamsMeta | None: ...
def _dump_result(result: Any) -> dict[str, Any]: ...
async def aclose_shielded(connection: Connection) -> None: ...
def _apply_middleware(middleware: ServerMiddleware[Any], call_next: CallNext, ctx: ServerRequestContext[Any, Any]) -> _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, None | _loopmend_0.BaseModel | dict]: ...
@dataclass
class ServerRunner(Generic[LifespanT]):
 server: Server[LifespanT]
 connection: Connection
 lifespan_state: LifespanT
 _: KW_ONLY
 init_options: InitializationOptions | None = None
 @cached_property
 def on_request(self) -> _loopmend_1.Callable[..., _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, dict]]: ...
 @cached_property
 def on_notify(self) -> _loopmend_1.Callable[..., _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, None]]: ...
 async def _on_request(self, dctx: DispatchContext[TransportContext], method: str, params: Mapping[str, Any] | None) -> dict[str, Any]: ...
 async def _on_notify(self, dctx: DispatchContext[TransportContext], method: str, params: Mapping[str, Any] | None) -> None: ...
 def _compose_server_middleware(self, inner: CallNext) -> CallNext: ...
 def _make_context(self, dctx: DispatchContext[TransportContext], method: str, params: Mapping[str, Any] | None, meta: RequestParamsMeta | None, protocol_version: str) -> ServerRequestContext[LifespanT, Any]: ...
 def _serialize(self, method: str, version: str, result: HandlerResult) -> dict[str, Any]: ...
 def _stamp_server_info(self, version: str, result: dict[str, Any]) -> dict[str, Any]: ...
 @staticmethod
 def _negotiate_initialize(params: Mapping[str, Any] | None) -> tuple[InitializeRequestParams, str]: ...
 def _handle_initialize(self, params: Mapping[str, Any] | None) -> InitializeResult: ...
async def serve_connection(server: Server[LifespanT], dispatcher: Dispatcher[Any], *, connection: Connection, lifespan_state: LifespanT, init_options: InitializationOptions | None = None, task_status: anyio.abc.TaskStatus[None] = ...) -> None: ...
async def serve_loop(server: Server[LifespanT], read_stream: ReadStream[SessionMessage | Exception], write_stream: WriteStream[SessionMessage], *, lifespan_state: LifespanT, session_id: str | None = None, init_options: InitializationOptions | None = None, raise_exceptions: bool = ...) -> None: ...
def _has_modern_envelope(params: Mapping[str, Any] | None) -> bool: ...
def _initialize_after_modern_data(params: Mapping[str, Any] | None) -> dict[str, Any]: ...
def modern_error_data(exc: Exception) -> ErrorData: ...
@dataclass
class _NoServerRequestsDispatchContext:
 _inner: DispatchContext[TransportContext]
 @property
 def transport(self) -> TransportContext: ...
 @property
 def can_send_request(self) -> bool: ...
 @property
 def request_id(self) -> RequestId | None: ...
 @property
 def message_metadata(self) -> MessageMetadata: ...
 @property
 def cancel_requested(self) -> anyio.Event: ...
 async def send_raw_request(self, method: str, params: Mapping[str, Any] | None, opts: CallOptions | None = None) -> dict[str, Any]: ...
 async def notify(self, method: str, params: Mapping[str, Any] | None, opts: CallOptions | None = None) -> None: ...
 async def progress(self, progress: float, total: float | None = None, message: str | None = None) -> None: ...
async def serve_dual_era_loop(server: Server[LifespanT], read_stream: ReadStream[SessionMessage | Exception], write_stream: WriteStream[SessionMessage], *, lifespan_state: LifespanT, session_id: str | None = None, init_options: InitializationOptions | None = None, raise_exceptions: bool = ...) -> None: ...
_PRE_REQUEST_REPLAY_LIMIT: int = 8
def _sender_context(stream: ReadStream[Any]) -> contextvars.Context: ...
@asynccontextmanager
def _replay_from_opening_request(read_stream: ReadStream[SessionMessage | Exception]) -> AsyncIterator[tuple[JSONRPCRequest | None, ReadStream[SessionMessage | Exception]]]: ...
async def _serve_legacy_stream(server: Server[LifespanT], read_stream: ReadStream[SessionMessage | Exception], write_stream: WriteStream[SessionMessage], *, lifespan_state: LifespanT, session_id: str | None, init_options: InitializationOptions | None, raise_exceptions: bool) -> None: ...
async def _serve_modern_stream(server: Server[LifespanT], read_stream: ReadStream[SessionMessage | Exception], write_stream: WriteStream[SessionMessage], *, lifespan_state: LifespanT, raise_exceptions: bool) -> None: ...
async def serve_one(server: Server[LifespanT], dctx: DispatchContext[TransportContext], method: str, params: Mapping[str, Any] | None, *, connection: Connection, lifespan_state: LifespanT) -> dict[str, Any]: ...
def modern_on_request(server: Server[LifespanT], lifespan_state: LifespanT) -> _loopmend_1.Callable[..., _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, dict]]: ...

=== mcp.server.session
import mcp.server.connection as _loopmend_2
import mcp.shared.dispatcher as _loopmend_1
import pydantic.main as _loopmend_0
import logging
from typing import Any, TypeVar, overload
import mcp_types as types
from mcp_types import methods as _methods
from mcp_types.version import MODERN_PROTOCOL_VERSIONS
from pydantic import AnyUrl, BaseModel
from typing_extensions import deprecated
from mcp.server.connection import Connection, allowed_log_levels
from mcp.server.validation import validate_sampling_tools, validate_tool_use_result_messages, wants_sampling_tools
from mcp.shared.dispatcher import CallOptions, DispatchContext, ProgressFnT
from mcp.shared.exceptions import MCPDeprecationWarning
from mcp.shared.message import ServerMessageMetadata
__all__ = ["ServerSession"]
logger = logging.getLogger(__name__)
_logger = logger
ResultT = TypeVar("ResultT", bound=BaseModel)
class ServerSession:
 def __init__(self, request_outbound: DispatchContext[Any], connection: Connection, *, request_meta: types.RequestParamsMeta | None = None) -> None: ...
 @property
 def client_params(self) -> types.InitializeRequestParams | None: ...
 @property
 def client_capabilities(self) -> types.ClientCapabilities | None: ...
 @property
 def can_send_request(self) -> bool: ...
 @property
 def protocol_version(self) -> str: ...
 async def send_request(self, request: types.ServerRequest, result_type: type[ResultT], request_read_timeout_seconds: float | None = None, metadata: ServerMessageMetadata | None = None, progress_callback: ProgressFnT | None = None) -> ResultT: ...
 async def send_notification(self, notification: types.ServerNotification, related_request_id: types.RequestId | None = None) -> None: ...
 async def _notify(self, notification: types.ServerNotification, *, request_scoped: bool) -> None: ...
 def check_client_capability(self, capability: types.ClientCapabilities) -> bool: ...
 @deprecated("The logging capability is deprecated as of 2026-07-28 (SEP-2577).", category=MCPDeprecationWarning)
 async def send_log_message(self, level: types.LoggingLevel, data: Any, logger: str | None = None, related_request_id: types.RequestId | None = None) -> None: ...
 async def send_resource_updated(self, uri: str | AnyUrl) -> None: ...
 @overload
 @deprecated("The sampling capability is deprecated as of 2026-07-28 (SEP-2577).", category=MCPDeprecationWarning)
 async def create_message(self, messages: list[types.SamplingMessage], *, max_tokens: int, system_prompt: str | None = None, include_context: types.IncludeContext | None = None, temperature: float | None = None, stop_sequences: list[str] | None = None, metadata: dict[str, Any] | None = None, model_preferences: types.ModelPreferences | None = None, tools: None = None, tool_choice: None = None, related_request_id: types.RequestId | None = None) -> types.CreateMessageResult: ...
 @overload
 @deprecated("The sampling capability is deprecated as of 2026-07-28 (SEP-2577).", category=MCPDeprecationWarning)
 async def create_message(self, messages: list[types.SamplingMessage], *, max_tokens: int, system_prompt: str | None = None, include_context: types.IncludeContext | None = None, temperature: float | None = None, stop_sequences: list[str] | None = None, metadata: dict[str, Any] | None = None, model_preferences: types.ModelPreferences | None = None, tools: list[types.Tool], tool_choice: types.ToolChoice | None = None, related_request_id: types.RequestId | None = None) -> types.CreateMessageResultWithTools: ...
 @overload
 @deprecated("The sampling capability is deprecated as of 2026-07-28 (SEP-2577).", category=MCPDeprecationWarning)
 async def create_message(self, messages: list[types.SamplingMessage], *, max_tokens: int, system_prompt: str | None = None, include_context: types.IncludeContext | None = None, temperature: float | None = None, stop_sequences: list[str] | None = None, metadata: dict[str, Any] | None = None, model_preferences: types.ModelPreferences | None = None, tools: list[types.Tool] | None = None, tool_choice: types.ToolChoice, related_request_id: types.RequestId | None = None) -> types.CreateMessageResultWithTools: ...
 @deprecated("The sampling capability is deprecated as of 2026-07-28 (SEP-2577).", category=MCPDeprecationWarning)
 async def create_message(self, messages: list[types.SamplingMessage], *, max_tokens: int, system_prompt: str | None = None, include_context: types.IncludeContext | None = None, temperature: float | None = None, stop_sequences: list[str] | None = None, metadata: dict[str, Any] | None = None, model_preferences: types.ModelPreferences | None = None, tools: list[types.Tool] | None = None, tool_choice: types.ToolChoice | None = None, related_request_id: types.RequestId | None = None) -> types.CreateMessageResult | types.CreateMessageResultWithTools: ...
 @deprecated("The roots capability is deprecated as of 2026-07-28 (SEP-2577).", category=MCPDeprecationWarning)
 async def list_roots(self) -> types.ListRootsResult: ...
 async def elicit(self, message: str, requested_schema: types.ElicitRequestedSchema, related_request_id: types.RequestId | None = None) -> types.ElicitResult: ...
 async def elicit_form(self, message: str, requested_schema: types.ElicitRequestedSchema, related_request_id: types.RequestId | None = None) -> types.ElicitResult: ...
 async def elicit_url(self, message: str, url: str, elicitation_id: str, related_request_id: types.RequestId | None = None) -> types.ElicitResult: ...
 async def send_ping(self) -> types.EmptyResult: ...
 async def report_progress(self, progress: float, total: float | None = None, message: str | None = None) -> None: ...
 async def send_progress_notification(self, progress_token: str | int, progress: float, total: float | None = None, message: str | None = None, related_request_id: str | None = None) -> None: ...
 async def send_resource_list_changed(self) -> None: ...
 async def send_tool_list_changed(self) -> None: ...
 async def send_prompt_list_changed(self) -> None: ...
 async def send_elicit_complete(self, elicitation_id: str, related_request_id: types.RequestId | None = None) -> None: ...
 _request_outbound: _loopmend_1.DispatchContext
 _connection: _loopmend_2.Connection
 _log_is_request_scoped: bool
 _allowed_log_levels: frozenset

=== mcp.server.sse
import mcp.server.transport_security as _loopmend_1
import typing as _loopmend_0
import logging
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import quote
from uuid import UUID, uuid4
import anyio
import mcp_types as types
from pydantic import ValidationError
from sse_starlette import EventSourceResponse
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from mcp.server.auth.middleware.bearer_auth import AuthenticatedUser, AuthorizationContext, authorization_context
from mcp.server.transport_security import ( DEFAULT_MAX_REQUEST_BODY_SIZE, RequestBodyLimitMiddleware, TransportSecurityMiddleware, TransportSecuritySettings, )
from mcp.shared._context_streams import ContextSendStream, create_context_streams
from mcp.shared.message import ServerMessageMetadata, SessionMessage
logger = logging.getLogger(__name__)
class SseServerTransport:
 _endpoint: str
 _read_stream_writers: dict[UUID, ContextSendStream[SessionMessage | Exception]]
 _session_owners: dict[UUID, AuthorizationContext]
 _security: TransportSecurityMiddleware
 def __init__(self, endpoint: str, security_settings: TransportSecuritySettings | None = None, max_request_body_size: int = ...) -> None: ...
 @asynccontextmanager
 def connect_sse(self, scope: Scope, receive: Receive, send: Send) -> _loopmend_0.AsyncGenerator: ...
 async def handle_post_message(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 async def _handle_post_message(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 _post_message_app: _loopmend_1.RequestBodyLimitMiddleware

=== mcp.server.stdio
import typing as _loopmend_0
import os
import sys
import threading
from collections.abc import Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from io import TextIOWrapper
from typing import BinaryIO, Literal, TextIO
import anyio
import anyio.lowlevel
import mcp_types as types
from mcp.os.win32.utilities import rebind_std_handle_to_fd
from mcp.shared._context_streams import create_context_streams
from mcp.shared.message import SessionMessage
if sys.platform != "win32":
 import fcntl
_claims: dict[int, "_StreamClaim"] = ...
_claims_lock = threading.Lock()
@dataclass
class _StreamClaim:
 fd: int
 private_fd: int | None = None
class _UnownedTextWrapper(TextIOWrapper):
 def close(self) -> None: ...
def _is_backed_by_fd(stream: TextIO, fd: int) -> bool: ...
def _dup_above_std(fd: int) -> int: ...
def _open_stdin_diversion() -> int: ...
def _open_stdout_diversion() -> int: ...
def _restore_fd(fd: int, private_fd: int) -> bool: ...
def _claim_fd(fd: int, stream: TextIO, mode: Literal["rb", "wb"], open_diversion: Callable[[], int]) -> tuple[BinaryIO, Callable[[], None] | None]: ...
@asynccontextmanager
def stdio_server(stdin: anyio.AsyncFile[str] | None = None, stdout: anyio.AsyncFile[str] | None = None) -> _loopmend_0.AsyncGenerator: ...

=== mcp.server.streamable_http
import mcp.server.streamable_http as _loopmend_2
import mcp.shared.message as _loopmend_0
import starlette.responses as _loopmend_1
import logging
import math
import re
from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from typing import Any, Final
import anyio
import pydantic_core
from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream
from mcp_types import ( DEFAULT_NEGOTIATED_VERSION, INTERNAL_ERROR, INVALID_PARAMS, INVALID_REQUEST, PARSE_ERROR, ErrorData, JSONRPCError, JSONRPCMessage, JSONRPCRequest, JSONRPCResponse, RequestId, jsonrpc_message_adapter, )
from mcp_types.version import is_version_at_least
from pydantic import ValidationError
from sse_starlette import EventSourceResponse
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from mcp.server.transport_security import TransportSecurityMiddleware, TransportSecuritySettings
from mcp.shared._context_streams import ContextReceiveStream, ContextSendStream, create_context_streams
from mcp.shared._stream_protocols import ReadStream, WriteStream
from mcp.shared.inbound import MCP_PROTOCOL_VERSION_HEADER
from mcp.shared.message import CloseSSEStreamCallback, ServerMessageMetadata, SessionMessage
logger = logging.getLogger(__name__)
MCP_SESSION_ID_HEADER = "mcp-session-id"
LAST_EVENT_ID_HEADER = "last-event-id"
CONTENT_TYPE_JSON = "application/json"
CONTENT_TYPE_SSE = "text/event-stream"
GET_STREAM_KEY = "_GET_stream"
REQUEST_STREAM_BUFFER_SIZE: Final = 16
REQUEST_CANCELLED: Final = ...
SESSION_ID_PATTERN = re.compile(r"^[\x21-\x7E]+$")
StreamId = str
EventId = str
SSEEvent = dict[str, Any]
def check_accept_headers(request: Request) -> tuple[bool, bool]: ...
@dataclass
class EventMessage:
 message: JSONRPCMessage
 event_id: str | None = None
EventCallback = Callable[[EventMessage], Awaitable[None]]
class EventStore(ABC):
 @abstractmethod
 async def store_event(self, stream_id: StreamId, message: JSONRPCMessage | None) -> EventId: ...
 @abstractmethod
 async def replay_events_after(self, last_event_id: EventId, send_callback: EventCallback) -> StreamId | None: ...
class StreamableHTTPServerTransport:
 _read_stream_writer: ContextSendStream[SessionMessage | Exception] | None = None
 _read_stream: ContextReceiveStream[SessionMessage | Exception] | None = None
 _write_stream: ContextSendStream[SessionMessage] | None = None
 _write_stream_reader: ContextReceiveStream[SessionMessage] | None = None
 _security: TransportSecurityMiddleware
 def __init__(self, mcp_session_id: str | None, is_json_response_enabled: bool = ..., event_store: EventStore | None = None, security_settings: TransportSecuritySettings | None = None, retry_interval: int | None = None, idle_timeout: float | None = None) -> None: ...
 @property
 def is_terminated(self) -> bool: ...
 def _message_metadata(self, request: Request, *, close_sse_stream: CloseSSEStreamCallback | None = None, close_standalone_sse_stream: CloseSSEStreamCallback | None = None, on_request_unanswered: Callable[[], Awaitable[None]] | None = None) -> ServerMessageMetadata: ...
 def close_sse_stream(self, request_id: RequestId) -> None: ...
 def close_standalone_sse_stream(self) -> None: ...
 def _create_session_message(self, message: JSONRPCRequest, request: Request, request_id: RequestId, protocol_version: str) -> SessionMessage: ...
 async def _mint_priming_event(self, stream_id: StreamId, protocol_version: str) -> SSEEvent | None: ...
 async def _run_sse_writer(self, request_id: RequestId, sse_stream_writer: MemoryObjectSendStream[SSEEvent], request_stream_reader: MemoryObjectReceiveStream[EventMessage], priming_event: SSEEvent | None) -> None: ...
 def _create_error_response(self, error_message: str, status_code: HTTPStatus, error_code: int = ..., headers: dict[str, str] | None = None) -> Response: ...
 def _create_json_response(self, response_message: JSONRPCMessage | None, status_code: HTTPStatus = ..., headers: dict[str, str] | None = None) -> Response: ...
 def _get_session_id(self, request: Request) -> str | None: ...
 def _create_event_data(self, event_message: EventMessage) -> SSEEvent: ...
 async def _terminate_unanswered_request(self, request_id: RequestId) -> None: ...
 async def _clean_up_memory_streams(self, request_id: RequestId) -> None: ...
 async def handle_request(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 async def _handle_request(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 def _check_content_type(self, request: Request) -> bool: ...
 async def _validate_accept_header(self, request: Request, scope: Scope, send: Send) -> bool: ...
 async def _handle_post_request(self, scope: Scope, request: Request, receive: Receive, send: Send) -> None: ...
 async def _handle_get_request(self, request: Request, send: Send) -> None: ...
 async def _handle_delete_request(self, request: Request, send: Send) -> None: ...
 async def terminate(self) -> None: ...
 async def _handle_unsupported_request(self, request: Request, send: Send) -> None: ...
 async def _validate_request_headers(self, request: Request, send: Send) -> bool: ...
 async def _validate_session(self, request: Request, send: Send) -> bool: ...
 async def _replay_events(self, last_event_id: str, request: Request, send: Send) -> None: ...
 @asynccontextmanager
 def connect(self) -> AsyncGenerator[ tuple[ ReadStream[SessionMessage | Exception], WriteStream[SessionMessage], ], None, ]: ...
 mcp_session_id: None | str
 is_json_response_enabled: bool
 _event_store: None | _loopmend_2.EventStore
 _retry_interval: None | int
 _request_streams: dict
 _sse_stream_writers: dict[RequestId, MemoryObjectSendStream[SSEEvent]]
 _terminated: bool
 _idle_timeout: None | float
 _requests_in_flight: int
 idle_scope: anyio.CancelScope | None

=== mcp.server.streamable_http_manager
import anyio._core._synchronization as _loopmend_3
import anyio.abc._tasks as _loopmend_4
import mcp.server.lowlevel.server as _loopmend_1
import mcp.server.streamable_http as _loopmend_0
import mcp.server.streamable_http_manager as _loopmend_6
import mcp.server.transport_security as _loopmend_2
import starlette.responses as _loopmend_5
from __future__ import annotations
import contextlib
import logging
import math
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4
import anyio
from anyio.abc import TaskStatus
from mcp_types import DEFAULT_NEGOTIATED_VERSION, INTERNAL_ERROR, INVALID_REQUEST, ErrorData, JSONRPCError
from mcp_types.version import HANDSHAKE_PROTOCOL_VERSIONS
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from mcp.server._streamable_http_modern import handle_modern_request
from mcp.server.auth.middleware.bearer_auth import AuthenticatedUser, AuthorizationContext, authorization_context
from mcp.server.connection import Connection
from mcp.server.runner import serve_connection, serve_loop
from mcp.server.streamable_http import MCP_SESSION_ID_HEADER, EventStore, StreamableHTTPServerTransport
from mcp.server.transport_security import DEFAULT_MAX_REQUEST_BODY_SIZE as DEFAULT_MAX_REQUEST_BODY_SIZE
from mcp.server.transport_security import RequestBodyLimitMiddleware as RequestBodyLimitMiddleware
from mcp.server.transport_security import TransportSecuritySettings
from mcp.shared._compat import resync_tracer
from mcp.shared.inbound import MCP_PROTOCOL_VERSION_HEADER
from mcp.shared.jsonrpc_dispatcher import JSONRPCDispatcher
from mcp.shared.transport_context import TransportContext
if TYPE_CHECKING:
 from mcp.server.lowlevel.server import Server
logger = logging.getLogger(__name__)
DEFAULT_SESSION_IDLE_TIMEOUT: Final = ...
DEFAULT_MAX_SESSIONS: Final = 10_000
class StreamableHTTPSessionManager:
 def __init__(self, app: Server[Any], event_store: EventStore | None = None, json_response: bool = ..., stateless: bool = ..., security_settings: TransportSecuritySettings | None = None, retry_interval: int | None = None, session_idle_timeout: float | None = ..., max_request_body_size: int = ..., max_sessions: int | None = ...) -> None: ...
 @contextlib.asynccontextmanager
 def run(self) -> AsyncIterator[None]: ...
 async def handle_request(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 async def _handle_request(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 async def _handle_stateless_request(self, protocol_version_hint: str | None, scope: Scope, receive: Receive, send: Send) -> None: ...
 async def _handle_stateful_request(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 def _admit_session(self, requestor: AuthorizationContext | None) -> StreamableHTTPServerTransport | None: ...
 async def _serve_opening_request(self, http_transport: StreamableHTTPServerTransport, scope: Scope, receive: Receive, send: Send) -> None: ...
 async def _discard_session(self, session_id: str, transport: StreamableHTTPServerTransport) -> None: ...
 app: _loopmend_1.Server
 event_store: None | _loopmend_0.EventStore
 json_response: bool
 stateless: bool
 security_settings: None | _loopmend_2.TransportSecuritySettings
 retry_interval: None | int
 session_idle_timeout: None | float
 max_request_body_size: int
 max_sessions: None | int
 asgi_app: _loopmend_2.RequestBodyLimitMiddleware
 _session_creation_lock: _loopmend_3.Lock
 _server_instances: dict[str, StreamableHTTPServerTransport]
 _session_owners: dict[str, AuthorizationContext]
 _task_group: None | _loopmend_4.TaskGroup
 _lifespan_state: Any
 _run_lock: _loopmend_3.Lock
 _has_started: bool
def _error_response(message: str, status_code: int, code: int = ...) -> Response: ...
async def _send_and_report_status(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> int | None: ...
class StreamableHTTPASGIApp:
 def __init__(self, session_manager: StreamableHTTPSessionManager) -> None: ...
 async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 session_manager: _loopmend_6.StreamableHTTPSessionManager

=== mcp.server.subscriptions
import mcp.server.subscriptions as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
import logging
from collections.abc import Callable
from typing import Any, Protocol
import anyio
import anyio.lowlevel
import anyio.streams.memory
from mcp_types import ( INTERNAL_ERROR, INVALID_REQUEST, SubscriptionFilter, SubscriptionsAcknowledgedNotification, SubscriptionsAcknowledgedNotificationParams, SubscriptionsListenRequestParams, SubscriptionsListenResult, )
from mcp.server.context import ServerRequestContext
from mcp.shared.exceptions import MCPError
from mcp.shared.subscriptions import ( SUBSCRIPTION_ID_META_KEY, PromptsListChanged, ResourcesListChanged, ResourceUpdated, ServerEvent, ToolsListChanged, event_matches, event_to_notification, )
__all__ = [ "SUBSCRIPTION_ID_META_KEY", "InMemorySubscriptionBus", "ListenHandler", "PromptsListChanged", "ResourceUpdated", "ResourcesListChanged", "ServerEvent", "SubscriptionBus", "ToolsListChanged", ]
logger = logging.getLogger(__name__)
class SubscriptionBus(Protocol):
 async def publish(self, event: ServerEvent) -> None: ...
 def subscribe(self, listener: Callable[[ServerEvent], None]) -> Callable[[], None]: ...
class InMemorySubscriptionBus:
 def __init__(self) -> None: ...
 async def publish(self, event: ServerEvent) -> None: ...
 def subscribe(self, listener: Callable[[ServerEvent], None]) -> _loopmend_0.Callable[..., None]: ...
 _listeners: dict[object, Callable[[ServerEvent], None]]
def _safe_unsubscribe(unsubscribe: Callable[[], None]) -> None: ...
def _honored_subset(requested: SubscriptionFilter) -> SubscriptionFilter: ...
class ListenHandler:
 def __init__(self, bus: SubscriptionBus, *, max_subscriptions: int = ..., max_buffered_events: int = ...) -> None: ...
 async def __call__(self, ctx: ServerRequestContext[Any, Any], params: SubscriptionsListenRequestParams) -> SubscriptionsListenResult: ...
 def close(self) -> None: ...
 _bus: _loopmend_1.SubscriptionBus
 _max_subscriptions: int
 _max_buffered_events: int
 _streams: set[anyio.streams.memory.MemoryObjectSendStream[ServerEvent]]

=== mcp.server.transport_security
import mcp.server.transport_security as _loopmend_1
import starlette.responses as _loopmend_0
import typing as _loopmend_2
import logging
from collections import deque
from typing import Final
from pydantic import BaseModel, Field
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
logger = logging.getLogger(__name__)
DEFAULT_MAX_REQUEST_BODY_SIZE: Final = ...
class TransportSecuritySettings(BaseModel):
 enable_dns_rebinding_protection: bool = True
 allowed_hosts: list[str] = ...
 allowed_origins: list[str] = ...
class TransportSecurityMiddleware:
 def __init__(self, settings: TransportSecuritySettings | None = None) -> None: ...
 def _validate_host(self, host: str | None) -> bool: ...
 def _validate_origin(self, origin: str | None) -> bool: ...
 def _validate_content_type(self, content_type: str | None) -> bool: ...
 async def validate_request(self, request: Request, is_post: bool = ...) -> Response | None: ...
 settings: _loopmend_1.TransportSecuritySettings
class RequestBodyLimitMiddleware:
 def __init__(self, app: ASGIApp, max_body_size: int) -> None: ...
 async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
 app: _loopmend_2.Callable[..., _loopmend_2.Awaitable[None]]
 max_body_size: int

=== mcp.shared package

=== mcp.shared._callable_inspection
from __future__ import annotations
import functools
import inspect
from collections.abc import Awaitable, Callable
from typing import Any, TypeGuard, TypeVar, overload
T = TypeVar("T")
AwaitableCallable = Callable[..., Awaitable[T]]
@overload
def is_async_callable(obj: AwaitableCallable[T]) -> TypeGuard[AwaitableCallable[T]]: ...
@overload
def is_async_callable(obj: Any) -> TypeGuard[AwaitableCallable[Any]]: ...
def is_async_callable(obj: Any) -> bool: ...

=== mcp.shared._compat
import anyio.lowlevel
__all__ = ["resync_tracer"]
async def resync_tracer() -> None: ...

=== mcp.shared._context_streams
import _contextvars as _loopmend_2
import anyio.streams.memory as _loopmend_1
import mcp.shared._context_streams as _loopmend_0
import typing as _loopmend_3
from __future__ import annotations
import contextvars
from types import TracebackType
from typing import Any, Generic, TypeVar
import anyio
from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream
T = TypeVar("T")
_Envelope = tuple[contextvars.Context, T]
class ContextSendStream(Generic[T]):
 __slots__: tuple[str]
 def __init__(self, inner: MemoryObjectSendStream[_Envelope[T]]) -> None: ...
 async def send(self, item: T) -> None: ...
 def close(self) -> None: ...
 async def aclose(self) -> None: ...
 def clone(self) -> ContextSendStream[T]: ...
 async def __aenter__(self) -> ContextSendStream[T]: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_val: BaseException | None, exc_tb: TracebackType | None) -> bool | None: ...
 _inner: _loopmend_1.MemoryObjectSendStream[tuple[_loopmend_2.Context, _loopmend_3.Any]]
class ContextReceiveStream(Generic[T]):
 __slots__: tuple[str, str]
 def __init__(self, inner: MemoryObjectReceiveStream[_Envelope[T]]) -> None: ...
 async def receive(self) -> T: ...
 def close(self) -> None: ...
 async def aclose(self) -> None: ...
 def clone(self) -> ContextReceiveStream[T]: ...
 def __aiter__(self) -> ContextReceiveStream[T]: ...
 async def __anext__(self) -> T: ...
 async def __aenter__(self) -> ContextReceiveStream[T]: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_val: BaseException | None, exc_tb: TracebackType | None) -> bool | None: ...
 _inner: _loopmend_1.MemoryObjectReceiveStream[tuple[_loopmend_2.Context, _loopmend_3.Any]]
 last_context: contextvars.Context | None
class create_context_streams( tuple[ContextSendStream[T], ContextReceiveStream[T]], ):
 def __new__(cls, max_buffer_size: float = ...) -> tuple[ContextSendStream[T], ContextReceiveStream[T]]: ...

=== mcp.shared._httpx_utils
import typing as _loopmend_0
from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any, Protocol
import httpx2
__all__ = ["create_mcp_http_client", "MCP_DEFAULT_TIMEOUT", "MCP_DEFAULT_SSE_READ_TIMEOUT"]
MCP_DEFAULT_TIMEOUT = 30.0
MCP_DEFAULT_SSE_READ_TIMEOUT = 300.0
_SSE_HEADERS: dict[str, str]
_AUTH_REDIRECT_LIMIT = 5
class McpHttpClientFactory(Protocol):
 def __call__(self, headers: dict[str, str] | None = None, timeout: httpx2.Timeout | None = None, auth: httpx2.Auth | None = None) -> httpx2.AsyncClient: ...
def create_mcp_http_client(headers: dict[str, str] | None = None, timeout: httpx2.Timeout | None = None, auth: httpx2.Auth | None = None) -> httpx2.AsyncClient: ...
def _within_origin(url: httpx2.URL, location: httpx2.URL) -> bool: ...
def next_request_within_origin(response: httpx2.Response) -> httpx2.Request | None: ...
@asynccontextmanager
def stream_within_origin(client: httpx2.AsyncClient, method: str, url: httpx2.URL | str, **kwargs: Any) -> AsyncGenerator[httpx2.Response]: ...
async def request_within_origin(client: httpx2.AsyncClient, method: str, url: httpx2.URL | str, **kwargs: Any) -> httpx2.Response: ...
@asynccontextmanager
def sse_within_origin(client: httpx2.AsyncClient, url: httpx2.URL | str, *, headers: dict[str, str] | None = None, max_event_size: int | None = ...) -> AsyncGenerator[httpx2.EventSource]: ...
def redirect_location(response: httpx2.Response) -> httpx2.URL | None: ...
def redirect_note(response: httpx2.Response) -> str: ...
class RedirectAwareAuth(ABC, httpx2.Auth):
 @abstractmethod
 def _auth_flow(self, request: httpx2.Request) -> AsyncGenerator[httpx2.Request, httpx2.Response]: ...
 def async_auth_flow(self, request: httpx2.Request) -> AsyncGenerator[httpx2.Request, httpx2.Response]: ...

=== mcp.shared._stream_protocols
import mcp.shared._stream_protocols as _loopmend_0
from __future__ import annotations
from types import TracebackType
from typing import Protocol, TypeVar
from typing_extensions import Self
T_co = TypeVar("T_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)
class ReadStream(Protocol[T_co]):
 async def receive(self) -> T_co: ...
 async def aclose(self) -> None: ...
 def __aiter__(self) -> ReadStream[T_co]: ...
 async def __anext__(self) -> T_co: ...
 async def __aenter__(self) -> Self: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_val: BaseException | None, exc_tb: TracebackType | None) -> bool | None: ...
class WriteStream(Protocol[T_contra]):
 async def send(self, item: T_contra, /) -> None: ...
 async def aclose(self) -> None: ...
 async def __aenter__(self) -> Self: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_val: BaseException | None, exc_tb: TracebackType | None) -> bool | None: ...

=== mcp.shared.context
import anyio._core._synchronization as _loopmend_1
import mcp.shared.dispatcher as _loopmend_2
import mcp.shared.transport_context as _loopmend_0
import typing as _loopmend_3
from collections.abc import Mapping
from typing import Any, Generic
import anyio
from mcp_types import RequestParamsMeta
from typing_extensions import TypeVar
from mcp.shared.dispatcher import CallOptions, DispatchContext
from mcp.shared.transport_context import TransportContext
__all__ = ["BaseContext"]
TransportT = TypeVar("TransportT", bound=TransportContext, default=TransportContext, covariant=True)
class BaseContext(Generic[TransportT]):
 def __init__(self, dctx: DispatchContext[TransportT], meta: RequestParamsMeta | None = None) -> None: ...
 @property
 def transport(self) -> TransportT: ...
 @property
 def cancel_requested(self) -> anyio.Event: ...
 @property
 def can_send_request(self) -> bool: ...
 @property
 def meta(self) -> RequestParamsMeta | None: ...
 async def send_raw_request(self, method: str, params: Mapping[str, Any] | None, opts: CallOptions | None = None) -> dict[str, Any]: ...
 async def notify(self, method: str, params: Mapping[str, Any] | None, opts: CallOptions | None = None) -> None: ...
 async def report_progress(self, progress: float, total: float | None = None, message: str | None = None) -> None: ...
 _dctx: _loopmend_2.DispatchContext[_loopmend_0.TransportContext]
 _meta: _loopmend_3.Any

=== mcp.shared.direct_dispatcher
import anyio._core._synchronization as _loopmend_2
import mcp.shared.direct_dispatcher as _loopmend_0
import mcp.shared.transport_context as _loopmend_1
from __future__ import annotations
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
import anyio
import anyio.abc
from mcp_types import CONNECTION_CLOSED, INTERNAL_ERROR, INVALID_PARAMS, REQUEST_TIMEOUT, RequestId
from pydantic import ValidationError
from mcp.shared._compat import resync_tracer
from mcp.shared.dispatcher import ( CallOptions, OnNotify, OnNotifyIntercept, OnRequest, ProgressFnT, coerce_request_id, run_notify_intercept, )
from mcp.shared.exceptions import MCPError, NoBackChannelError
from mcp.shared.message import MessageMetadata
from mcp.shared.transport_context import TransportContext
logger = logging.getLogger(__name__)
__all__ = ["DirectDispatcher", "create_direct_dispatcher_pair"]
DIRECT_TRANSPORT_KIND = "direct"
_Request = Callable[[str, Mapping[str, Any] | None, CallOptions | None], Awaitable[dict[str, Any]]]
_Notify = Callable[[str, Mapping[str, Any] | None], Awaitable[None]]
@dataclass
class _DirectDispatchContext:
 transport: TransportContext
 _back_request: _Request
 _back_notify: _Notify
 request_id: RequestId | None = None
 message_metadata: MessageMetadata = None
 _on_progress: ProgressFnT | None = None
 cancel_requested: anyio.Event = field(default_factory=anyio.Event)
 @property
 def can_send_request(self) -> bool: ...
 async def notify(self, method: str, params: Mapping[str, Any] | None, opts: CallOptions | None = None) -> None: ...
 async def send_raw_request(self, method: str, params: Mapping[str, Any] | None, opts: CallOptions | None = None) -> dict[str, Any]: ...
 async def progress(self, progress: float, total: float | None = None, message: str | None = None) -> None: ...
class DirectDispatcher:
 def __init__(self, transport_ctx: TransportContext, *, raise_handler_exceptions: bool = ...) -> None: ...
 def connect_to(self, peer: DirectDispatcher) -> None: ...
 async def send_raw_request(self, method: str, params: Mapping[str, Any] | None, opts: CallOptions | None = None) -> dict[str, Any]: ...
 async def notify(self, method: str, params: Mapping[str, Any] | None, opts: CallOptions | None = None) -> None: ...
 async def run(self, on_request: OnRequest, on_notify: OnNotify, on_notify_intercept: OnNotifyIntercept | None = None, *, task_status: anyio.abc.TaskStatus[None] = ...) -> None: ...
 def close(self) -> None: ...
 def _make_context(self, on_progress: ProgressFnT | None = None, request_id: RequestId | None = None) -> _DirectDispatchContext: ...
 async def _wait_ready(self) -> None: ...
 async def _dispatch_request(self, method: str, params: Mapping[str, Any] | None, opts: CallOptions | None) -> dict[str, Any]: ...
 async def _dispatch_notify(self, method: str, params: Mapping[str, Any] | None) -> None: ...
 _transport_ctx: _loopmend_1.TransportContext
 _raise_handler_exceptions: bool
 _peer: DirectDispatcher | None
 _on_request: OnRequest | None
 _on_notify: OnNotify | None
 _on_notify_intercept: OnNotifyIntercept | None
 _next_id: int
 _in_flight_ids: set[RequestId]
 _ready: _loopmend_2.Event
 _close_event: _loopmend_2.Event
 _running: bool
 _closed: bool
def create_direct_dispatcher_pair(*, can_send_request: bool = ..., headers: Mapping[str, str] | None = None, raise_handler_exceptions: bool = ...) -> tuple[DirectDispatcher, DirectDispatcher]: ...

=== mcp.shared.dispatcher
import anyio._core._synchronization as _loopmend_2
import mcp.shared.message as _loopmend_1
import mcp.shared.transport_context as _loopmend_0
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Protocol, TypedDict, TypeVar, runtime_checkable
import anyio
import anyio.abc
from mcp_types import RequestId
from mcp.shared.message import MessageMetadata
from mcp.shared.transport_context import TransportContext
logger = logging.getLogger(__name__)
__all__ = [ "CallOptions", "DispatchContext", "Dispatcher", "OnNotify", "OnNotifyIntercept", "OnRequest", "Outbound", "ProgressFnT", "as_request_id", "coerce_request_id", "run_notify_intercept", ]
TransportT_co = TypeVar("TransportT_co", bound=TransportContext, covariant=True)
def as_request_id(value: object) -> None | int | str: ...
def coerce_request_id(request_id: RequestId) -> RequestId: ...
class ProgressFnT(Protocol):
 async def __call__(self, progress: float, total: float | None, message: str | None) -> None: ...
class CallOptions(TypedDict, total=False):
 request_id: RequestId
 timeout: float
 cancel_on_abandon: bool
 on_progress: ProgressFnT
 resumption_token: str
 on_resumption_token: Callable[[str], Awaitable[None]]
 headers: dict[str, str]
@runtime_checkable
class Outbound(Protocol):
 async def send_raw_request(self, method: str, params: Mapping[str, Any] | None, opts: CallOptions | None = None) -> dict[str, Any]: ...
 async def notify(self, method: str, params: Mapping[str, Any] | None, opts: CallOptions | None = None) -> None: ...
class DispatchContext(Outbound, Protocol[TransportT_co]):
 @property
 def transport(self) -> TransportT_co: ...
 @property
 def can_send_request(self) -> bool: ...
 @property
 def request_id(self) -> RequestId | None: ...
 @property
 def message_metadata(self) -> MessageMetadata: ...
 @property
 def cancel_requested(self) -> anyio.Event: ...
 async def progress(self, progress: float, total: float | None = None, message: str | None = None) -> None: ...
OnRequest = Callable[[DispatchContext[TransportContext], str, Mapping[str, Any] | None], Awaitable[dict[str, Any]]]
OnNotify = Callable[[DispatchContext[TransportContext], str, Mapping[str, Any] | None], Awaitable[None]]
OnNotifyIntercept = Callable[[str, Mapping[str, Any] | None], bool]
def run_notify_intercept(intercept: OnNotifyIntercept | None, method: str, params: Mapping[str, Any] | None) -> bool: ...
class Dispatcher(Outbound, Protocol[TransportT_co]):
 async def run(self, on_request: OnRequest, on_notify: OnNotify, on_notify_intercept: OnNotifyIntercept | None = None, *, task_status: anyio.abc.TaskStatus[None] = ...) -> None: ...

=== mcp.shared.jsonrpc_dispatcher
import mcp.shared._stream_protocols as _loopmend_4
import mcp.shared.dispatcher as _loopmend_2
import mcp.shared.jsonrpc_dispatcher as _loopmend_3
import mcp.shared.message as _loopmend_5
import mcp.shared.transport_context as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
import contextvars
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Generic, Literal, cast
import anyio
import anyio.abc
import anyio.lowlevel
from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream
from mcp_types import ( CONNECTION_CLOSED, INTERNAL_ERROR, INVALID_PARAMS, REQUEST_TIMEOUT, ErrorData, JSONRPCError, JSONRPCMessage, JSONRPCNotification, JSONRPCRequest, JSONRPCResponse, ProgressToken, RequestId, )
from opentelemetry.trace import SpanKind, StatusCode
from pydantic import ValidationError
from typing_extensions import TypeVar
from mcp.shared._compat import resync_tracer
from mcp.shared._otel import inject_trace_context, otel_span
from mcp.shared._request_clock import request_clock
from mcp.shared._stream_protocols import ReadStream, WriteStream
from mcp.shared.dispatcher import ( CallOptions, DispatchContext, Dispatcher, OnNotify, OnNotifyIntercept, OnRequest, ProgressFnT, as_request_id, coerce_request_id, run_notify_intercept, )
from mcp.shared.exceptions import MCPError, NoBackChannelError
from mcp.shared.message import ( ClientMessageMetadata, MessageMetadata, ServerMessageMetadata, SessionMessage, )
from mcp.shared.transport_context import TransportContext
__all__ = [ "JSONRPCDispatcher", "cancelled_request_id_from_params", "handler_exception_to_error_data", "progress_token_from_params", ]
logger = logging.getLogger(__name__)
_ABANDON_WRITE_TIMEOUT: float = 5
_SHUTDOWN_WRITE_TIMEOUT: float = 1
_CLOSED_OUTCOME: _loopmend_0.Any
TransportT = TypeVar("TransportT", bound=TransportContext, default=TransportContext)
PeerCancelMode = Literal["interrupt", "signal"]
def handler_exception_to_error_data(exc: BaseException) -> ErrorData | None: ...
def progress_token_from_params(params: Mapping[str, Any] | None) -> None | int | str: ...
def cancelled_request_id_from_params(params: Mapping[str, Any] | None) -> None | int | str: ...
@dataclass(slots=True)
class _Pending:
 send: MemoryObjectSendStream[dict[str, Any] | ErrorData]
 receive: MemoryObjectReceiveStream[dict[str, Any] | ErrorData]
 on_progress: ProgressFnT | None = None
@dataclass(slots=True)
class _InFlight(Generic[TransportT]):
 scope: anyio.CancelScope
 dctx: _JSONRPCDispatchContext[TransportT]
@dataclass
class _JSONRPCDispatchContext(Generic[TransportT]):
 transport: TransportT
 _dispatcher: JSONRPCDispatcher[TransportT]
 _request_id: RequestId | None
 message_metadata: MessageMetadata = None
 _progress_token: ProgressToken | None = None
 _closed: bool = False
 cancel_requested: anyio.Event = field(default_factory=anyio.Event)
 @property
 def request_id(self) -> RequestId | None: ...
 @property
 def can_send_request(self) -> bool: ...
 async def notify(self, method: str, params: Mapping[str, Any] | None, opts: CallOptions | None = None) -> None: ...
 async def send_raw_request(self, method: str, params: Mapping[str, Any] | None, opts: CallOptions | None = None) -> dict[str, Any]: ...
 async def progress(self, progress: float, total: float | None = None, message: str | None = None) -> None: ...
 def close(self) -> None: ...
def _default_transport_builder(metadata: MessageMetadata) -> TransportContext: ...
def _shielded_progress(fn: ProgressFnT) -> ProgressFnT: ...
def _contained_notify(fn: OnNotify) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, None]]: ...
@dataclass(slots=True, frozen=True)
class _OutboundPlan:
 metadata: MessageMetadata
 cancel_on_abandon: bool
def _plan_outbound(related_request_id: RequestId | None, opts: CallOptions | None) -> _OutboundPlan: ...
class JSONRPCDispatcher(Dispatcher[TransportT]):
 def __init__(self, read_stream: ReadStream[SessionMessage | Exception], write_stream: WriteStream[SessionMessage], *, transport_builder: Callable[[MessageMetadata], TransportT] | None = None, peer_cancel_mode: PeerCancelMode = ..., raise_handler_exceptions: bool = ..., inline_methods: frozenset[str] = ..., on_stream_exception: Callable[[Exception], Awaitable[None]] | None = None) -> None: ...
 async def send_raw_request(self, method: str, params: Mapping[str, Any] | None, opts: CallOptions | None = None, *, _related_request_id: RequestId | None = None) -> dict[str, Any]: ...
 async def notify(self, method: str, params: Mapping[str, Any] | None, opts: CallOptions | None = None, *, _related_request_id: RequestId | None = None) -> None: ...
 async def run(self, on_request: OnRequest, on_notify: OnNotify, on_notify_intercept: OnNotifyIntercept | None = None, *, task_status: anyio.abc.TaskStatus[None] = ...) -> None: ...
 async def _dispatch(self, item: SessionMessage | Exception, on_request: OnRequest, on_notify: OnNotify, sender_ctx: contextvars.Context | None) -> None: ...
 async def _dispatch_request(self, req: JSONRPCRequest, metadata: MessageMetadata, on_request: OnRequest, sender_ctx: contextvars.Context | None) -> None: ...
 def _dispatch_notification(self, msg: JSONRPCNotification, metadata: MessageMetadata, on_notify: OnNotify, sender_ctx: contextvars.Context | None) -> None: ...
 def _resolve_pending(self, request_id: RequestId | None, outcome: dict[str, Any] | ErrorData) -> None: ...
 def _spawn(self, fn: Callable[..., Awaitable[Any]], *args: object, sender_ctx: contextvars.Context | None) -> None: ...
 def _fan_out_closed(self) -> None: ...
 async def _handle_request(self, req: JSONRPCRequest, dctx: _JSONRPCDispatchContext[TransportT], scope: anyio.CancelScope, on_request: OnRequest) -> None: ...
 def _allocate_id(self) -> int: ...
 async def _write(self, message: JSONRPCMessage, metadata: MessageMetadata = None) -> None: ...
 async def _write_result(self, request_id: RequestId, result: dict[str, Any]) -> None: ...
 async def _write_error(self, request_id: RequestId, error: ErrorData) -> None: ...
 async def _settle_unanswered(self, dctx: _JSONRPCDispatchContext[TransportT]) -> None: ...
 async def _final_write(self, write: Callable[[], Awaitable[None]], *, shield: bool, timeout: float, describe: str) -> None: ...
 async def _cancel_outbound(self, request_id: RequestId, reason: str, related_request_id: RequestId | None) -> None: ...
 _closed: bool
 on_stream_exception: None | _loopmend_0.Callable[..., _loopmend_0.Awaitable[None]]
 _read_stream: _loopmend_4.ReadStream[Exception | _loopmend_5.SessionMessage]
 _write_stream: _loopmend_4.WriteStream[_loopmend_5.SessionMessage]
 _transport_builder: _loopmend_0.Callable[..., _loopmend_1.TransportContext]
 _peer_cancel_mode: PeerCancelMode
 _raise_handler_exceptions: bool
 _inline_methods: frozenset[str]
 _next_id: int
 _pending: dict[RequestId, _Pending]
 _in_flight: dict[RequestId, _InFlight[TransportT]]
 _on_notify_intercept: OnNotifyIntercept | None
 _tg: anyio.abc.TaskGroup | None
 _running: bool

=== mcp.shared.memory
from __future__ import annotations
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from mcp.shared._compat import resync_tracer
from mcp.shared._context_streams import ContextReceiveStream, ContextSendStream, create_context_streams
from mcp.shared.message import SessionMessage
MessageStream = tuple[ContextReceiveStream[SessionMessage | Exception], ContextSendStream[SessionMessage | Exception]]
@asynccontextmanager
def create_client_server_memory_streams() -> AsyncGenerator[tuple[MessageStream, MessageStream], None]: ...

=== mcp.shared.message
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from mcp_types import JSONRPCMessage, RequestId
ResumptionToken = str
ResumptionTokenUpdateCallback = Callable[[ResumptionToken], Awaitable[None]]
CloseSSEStreamCallback = Callable[[], Awaitable[None]]
@dataclass
class ClientMessageMetadata:
 resumption_token: ResumptionToken | None = None
 on_resumption_token_update: Callable[[ResumptionToken], Awaitable[None]] | None = None
 headers: dict[str, str] | None = None
@dataclass
class ServerMessageMetadata:
 related_request_id: RequestId | None = None
 request_context: Any = None
 close_sse_stream: CloseSSEStreamCallback | None = None
 close_standalone_sse_stream: CloseSSEStreamCallback | None = None
 on_request_unanswered: Callable[[], Awaitable[None]] | None = None
 can_send_request: bool = True
MessageMetadata = ClientMessageMetadata | ServerMessageMetadata | None
@dataclass
class SessionMessage:
 message: JSONRPCMessage
 metadata: MessageMetadata = None

=== mcp.shared.peer
import mcp.shared.dispatcher as _loopmend_0
from collections.abc import Mapping
from typing import Any, cast, overload
from mcp_types import ( CreateMessageRequestParams, CreateMessageResult, CreateMessageResultWithTools, ElicitRequestedSchema, ElicitRequestFormParams, ElicitRequestURLParams, ElicitResult, IncludeContext, ListRootsResult, ModelPreferences, RequestParams, RequestParamsMeta, SamplingMessage, Tool, ToolChoice, )
from pydantic import BaseModel
from typing_extensions import deprecated
from mcp.shared.dispatcher import CallOptions, Outbound
from mcp.shared.exceptions import MCPDeprecationWarning
__all__ = ["ClientPeer", "Meta"]
Meta = dict[str, Any]
def dump_params(model: BaseModel | None, meta: Meta | None = None) -> dict[str, Any] | None: ...
class ClientPeer:
 def __init__(self, outbound: Outbound) -> None: ...
 async def send_raw_request(self, method: str, params: Mapping[str, Any] | None, opts: CallOptions | None = None) -> dict[str, Any]: ...
 async def notify(self, method: str, params: Mapping[str, Any] | None, opts: CallOptions | None = None) -> None: ...
 @overload
 @deprecated("The sampling capability is deprecated as of 2026-07-28 (SEP-2577).", category=MCPDeprecationWarning)
 async def sample(self, messages: list[SamplingMessage], *, max_tokens: int, system_prompt: str | None = None, include_context: IncludeContext | None = None, temperature: float | None = None, stop_sequences: list[str] | None = None, metadata: dict[str, Any] | None = None, model_preferences: ModelPreferences | None = None, tools: None = None, tool_choice: None = None, meta: Meta | None = None, opts: CallOptions | None = None) -> CreateMessageResult: ...
 @overload
 @deprecated("The sampling capability is deprecated as of 2026-07-28 (SEP-2577).", category=MCPDeprecationWarning)
 async def sample(self, messages: list[SamplingMessage], *, max_tokens: int, system_prompt: str | None = None, include_context: IncludeContext | None = None, temperature: float | None = None, stop_sequences: list[str] | None = None, metadata: dict[str, Any] | None = None, model_preferences: ModelPreferences | None = None, tools: list[Tool], tool_choice: ToolChoice | None = None, meta: Meta | None = None, opts: CallOptions | None = None) -> CreateMessageResultWithTools: ...
 @overload
 @deprecated("The sampling capability is deprecated as of 2026-07-28 (SEP-2577).", category=MCPDeprecationWarning)
 async def sample(self, messages: list[SamplingMessage], *, max_tokens: int, system_prompt: str | None = None, include_context: IncludeContext | None = None, temperature: float | None = None, stop_sequences: list[str] | None = None, metadata: dict[str, Any] | None = None, model_preferences: ModelPreferences | None = None, tools: list[Tool] | None = None, tool_choice: ToolChoice, meta: Meta | None = None, opts: CallOptions | None = None) -> CreateMessageResultWithTools: ...
 @deprecated("The sampling capability is deprecated as of 2026-07-28 (SEP-2577).", category=MCPDeprecationWarning)
 async def sample(self, messages: list[SamplingMessage], *, max_tokens: int, system_prompt: str | None = None, include_context: IncludeContext | None = None, temperature: float | None = None, stop_sequences: list[str] | None = None, metadata: dict[str, Any] | None = None, model_preferences: ModelPreferences | None = None, tools: list[Tool] | None = None, tool_choice: ToolChoice | None = None, meta: Meta | None = None, opts: CallOptions | None = None) -> CreateMessageResult | CreateMessageResultWithTools: ...
 async def elicit_form(self, message: str, requested_schema: ElicitRequestedSchema, *, meta: Meta | None = None, opts: CallOptions | None = None) -> ElicitResult: ...
 async def elicit_url(self, message: str, url: str, elicitation_id: str, *, meta: Meta | None = None, opts: CallOptions | None = None) -> ElicitResult: ...
 @deprecated("The roots capability is deprecated as of 2026-07-28 (SEP-2577).", category=MCPDeprecationWarning)
 async def list_roots(self, *, meta: Meta | None = None, opts: CallOptions | None = None) -> ListRootsResult: ...
 async def ping(self, *, meta: Meta | None = None, opts: CallOptions | None = None) -> None: ...
 _outbound: _loopmend_0.Outbound

