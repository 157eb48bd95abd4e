# groq 1.7.0 Apache-2.0
=== groq package
import typing as _t
from . import types
from ._types import NOT_GIVEN, Omit, NoneType, NotGiven, Transport, ProxiesTypes, omit, not_given
from ._utils import file_from_path
from ._client import Groq, Client, Stream, Timeout, AsyncGroq, Transport, AsyncClient, AsyncStream, RequestOptions
from ._models import BaseModel
from ._version import __title__, __version__
from ._response import APIResponse as APIResponse, AsyncAPIResponse as AsyncAPIResponse
from ._constants import DEFAULT_TIMEOUT, DEFAULT_MAX_RETRIES, DEFAULT_CONNECTION_LIMITS
from ._exceptions import ( APIError, GroqError, ConflictError, NotFoundError, APIStatusError, RateLimitError, APITimeoutError, BadRequestError, APIConnectionError, AuthenticationError, InternalServerError, PermissionDeniedError, UnprocessableEntityError, APIResponseValidationError, )
from ._base_client import DefaultHttpxClient, DefaultAioHttpClient, DefaultAsyncHttpxClient
from ._utils._logs import setup_logging as _setup_logging
__all__ = [ "types", "__version__", "__title__", "NoneType", "Transport", "ProxiesTypes", "NotGiven", "NOT_GIVEN", "not_given", "Omit", "omit", "GroqError", "APIError", "APIStatusError", "APITimeoutError", "APIConnectionError", "APIResponseValidationError", "BadRequestError", "AuthenticationError", "PermissionDeniedError", "NotFoundError", "ConflictError", "UnprocessableEntityError", "RateLimitError", "InternalServerError", "Timeout", "RequestOptions", "Client", "AsyncClient", "Stream", "AsyncStream", "Groq", "AsyncGroq", "file_from_path", "BaseModel", "DEFAULT_TIMEOUT", "DEFAULT_MAX_RETRIES", "DEFAULT_CONNECTION_LIMITS", "DefaultHttpxClient", "DefaultAsyncHttpxClient", "DefaultAioHttpClient", ]
if not _t.TYPE_CHECKING:
 from ._utils._resources_proxy import resources as resources
__locals = locals()

=== groq._base_client
import groq._base_client as _loopmend_1
import groq._exceptions as _loopmend_5
import groq._models as _loopmend_4
import groq._qs as _loopmend_8
import groq._streaming as _loopmend_7
import groq._types as _loopmend_10
import httpx._auth as _loopmend_9
import httpx._config as _loopmend_0
import httpx._models as _loopmend_6
import httpx._urls as _loopmend_3
import typing as _loopmend_2
from __future__ import annotations
import sys
import json
import time
import uuid
import email
import asyncio
import inspect
import logging
import platform
import warnings
import email.utils
from types import TracebackType
from random import random
from typing import ( TYPE_CHECKING, Any, Dict, Type, Union, Generic, Mapping, TypeVar, Iterable, Iterator, Optional, Generator, AsyncIterator, cast, overload, )
from typing_extensions import Literal, override, get_origin
import anyio
import httpx
import distro
import pydantic
from httpx import URL
from pydantic import PrivateAttr
from . import _exceptions
from ._qs import Querystring
from ._files import to_httpx_files, async_to_httpx_files
from ._types import ( Body, Omit, Query, Headers, Timeout, NotGiven, ResponseT, AnyMapping, PostParser, BinaryTypes, RequestFiles, HttpxSendArgs, RequestOptions, AsyncBinaryTypes, HttpxRequestFiles, ModelBuilderProtocol, not_given, )
from ._utils import is_dict, is_list, asyncify, is_given, lru_cache, is_mapping
from ._compat import PYDANTIC_V1, model_copy, model_dump
from ._models import GenericModel, FinalRequestOptions, validate_type, construct_type
from ._response import ( APIResponse, BaseAPIResponse, AsyncAPIResponse, extract_response_type, )
from ._constants import ( DEFAULT_TIMEOUT, MAX_RETRY_DELAY, DEFAULT_MAX_RETRIES, INITIAL_RETRY_DELAY, RAW_RESPONSE_HEADER, OVERRIDE_CAST_TO_HEADER, DEFAULT_CONNECTION_LIMITS, )
from ._streaming import Stream, SSEDecoder, AsyncStream, SSEBytesDecoder
from ._exceptions import ( APIStatusError, APITimeoutError, APIConnectionError, APIResponseValidationError, )
from ._utils._json import openapi_dumps
log: logging.Logger = logging.getLogger(__name__)
SyncPageT = TypeVar("SyncPageT", bound="BaseSyncPage[Any]")
AsyncPageT = TypeVar("AsyncPageT", bound="BaseAsyncPage[Any]")
_T = TypeVar("_T")
_T_co = TypeVar("_T_co", covariant=True)
_StreamT = TypeVar("_StreamT", bound=Stream[Any])
_AsyncStreamT = TypeVar("_AsyncStreamT", bound=AsyncStream[Any])
if TYPE_CHECKING:
 from httpx._config import ( DEFAULT_TIMEOUT_CONFIG, )
 HTTPX_DEFAULT_TIMEOUT = DEFAULT_TIMEOUT_CONFIG
else:
 try:
  from httpx._config import DEFAULT_TIMEOUT_CONFIG as HTTPX_DEFAULT_TIMEOUT
 except ImportError:
  HTTPX_DEFAULT_TIMEOUT: _loopmend_0.Timeout
class PageInfo:
 url: URL | NotGiven
 params: Query | NotGiven
 json: Body | NotGiven
 @overload
 def __init__(self, *, url: URL) -> None: ...
 @overload
 def __init__(self, *, params: Query) -> None: ...
 @overload
 def __init__(self, *, json: Body) -> None: ...
 def __init__(self, *, url: URL | NotGiven = ..., json: Body | NotGiven = ..., params: Query | NotGiven = ...) -> None: ...
 @override
 def __repr__(self) -> str: ...
class BasePage(GenericModel, Generic[_T]):
 _options: FinalRequestOptions = ...
 _model: Type[_T] = ...
 def has_next_page(self) -> bool: ...
 def next_page_info(self) -> Optional[PageInfo]: ...
 def _get_page_items(self) -> Iterable[_T]: ...
 def _params_from_url(self, url: URL) -> httpx.QueryParams: ...
 def _info_to_options(self, info: PageInfo) -> FinalRequestOptions: ...
class BaseSyncPage(BasePage[_T], Generic[_T]):
 _client: SyncAPIClient = ...
 def _set_private_attributes(self, client: SyncAPIClient, model: Type[_T], options: FinalRequestOptions) -> None: ...
 def __iter__(self) -> Iterator[_T]: ...
 def iter_pages(self: SyncPageT) -> Iterator[SyncPageT]: ...
 def get_next_page(self: SyncPageT) -> SyncPageT: ...
 _options: _loopmend_4.FinalRequestOptions
 _model: _loopmend_2.Any
 __pydantic_private__: dict
class AsyncPaginator(Generic[_T, AsyncPageT]):
 def __init__(self, client: AsyncAPIClient, options: FinalRequestOptions, page_cls: Type[AsyncPageT], model: Type[_T]) -> None: ...
 def __await__(self) -> Generator[Any, None, AsyncPageT]: ...
 async def _get_page(self) -> AsyncPageT: ...
 def __aiter__(self) -> AsyncIterator[_T]: ...
 _options: _loopmend_4.FinalRequestOptions
 _model: _loopmend_2.Any
 _client: _loopmend_1.AsyncAPIClient
 _page_cls: _loopmend_2.Any
class BaseAsyncPage(BasePage[_T], Generic[_T]):
 _client: AsyncAPIClient = ...
 def _set_private_attributes(self, model: Type[_T], client: AsyncAPIClient, options: FinalRequestOptions) -> None: ...
 def __aiter__(self) -> AsyncIterator[_T]: ...
 def iter_pages(self: AsyncPageT) -> AsyncIterator[AsyncPageT]: ...
 async def get_next_page(self: AsyncPageT) -> AsyncPageT: ...
 _options: _loopmend_4.FinalRequestOptions
 _model: _loopmend_2.Any
 __pydantic_private__: dict
_HttpxClientT = TypeVar("_HttpxClientT", bound=Union[httpx.Client, httpx.AsyncClient])
_DefaultStreamT = TypeVar("_DefaultStreamT", bound=Union[Stream[Any], AsyncStream[Any]])
class BaseClient(Generic[_HttpxClientT, _DefaultStreamT]):
 _client: _HttpxClientT
 _version: str
 _base_url: URL
 max_retries: int
 timeout: Union[float, Timeout, None]
 _strict_response_validation: bool
 _idempotency_header: str | None
 _default_stream_cls: type[_DefaultStreamT] | None = None
 def __init__(self, *, version: str, base_url: str | URL, _strict_response_validation: bool, max_retries: int = ..., timeout: float | Timeout | None = ..., custom_headers: Mapping[str, str] | None = None, custom_query: Mapping[str, object] | None = None) -> None: ...
 def _enforce_trailing_slash(self, url: URL) -> URL: ...
 def _make_status_error_from_response(self, response: httpx.Response) -> APIStatusError: ...
 def _make_status_error(self, err_msg: str, *, body: object, response: httpx.Response) -> _exceptions.APIStatusError: ...
 def _build_headers(self, options: FinalRequestOptions, *, retries_taken: int = ...) -> httpx.Headers: ...
 def _prepare_url(self, url: str) -> URL: ...
 def _make_sse_decoder(self) -> SSEDecoder | SSEBytesDecoder: ...
 def _build_request(self, options: FinalRequestOptions, *, retries_taken: int = ...) -> httpx.Request: ...
 def _serialize_multipartform(self, data: Mapping[object, object]) -> dict[str, object]: ...
 def _maybe_override_cast_to(self, cast_to: type[ResponseT], options: FinalRequestOptions) -> type[ResponseT]: ...
 def _should_stream_response_body(self, request: httpx.Request) -> bool: ...
 def _process_response_data(self, *, data: object, cast_to: type[ResponseT], response: httpx.Response) -> ResponseT: ...
 @property
 def qs(self) -> Querystring: ...
 @property
 def custom_auth(self) -> httpx.Auth | None: ...
 @property
 def auth_headers(self) -> dict[str, str]: ...
 @property
 def default_headers(self) -> dict[str, str | Omit]: ...
 @property
 def default_query(self) -> dict[str, object]: ...
 def _validate_headers(self, headers: Headers, custom_headers: Headers) -> None: ...
 @property
 def user_agent(self) -> str: ...
 @property
 def base_url(self) -> URL: ...
 @base_url.setter
 def base_url(self, url: URL | str) -> None: ...
 def platform_headers(self) -> Dict[str, str]: ...
 def _parse_retry_after_header(self, response_headers: Optional[httpx.Headers] = None) -> float | None: ...
 def _calculate_retry_timeout(self, remaining_retries: int, options: FinalRequestOptions, response_headers: Optional[httpx.Headers] = None) -> float: ...
 def _should_retry(self, response: httpx.Response) -> bool: ...
 def _idempotency_key(self) -> str: ...
 _custom_headers: _loopmend_2.Mapping[str, str] | dict
 _custom_query: _loopmend_2.Mapping[str, object] | dict
 _platform: Platform | None
class _DefaultHttpxClient(httpx.Client):
 def __init__(self, **kwargs: Any) -> None: ...
if TYPE_CHECKING:
 DefaultHttpxClient = httpx.Client
else:
 DefaultHttpxClient = _DefaultHttpxClient
class SyncHttpxClientWrapper(DefaultHttpxClient):
 def __del__(self) -> None: ...
class SyncAPIClient(BaseClient[httpx.Client, Stream[Any]]):
 _client: httpx.Client
 _default_stream_cls: type[Stream[Any]] | None = None
 def __init__(self, *, version: str, base_url: str | URL, max_retries: int = ..., timeout: float | Timeout | None | NotGiven = ..., http_client: httpx.Client | None = None, custom_headers: Mapping[str, str] | None = None, custom_query: Mapping[str, object] | None = None, _strict_response_validation: bool) -> None: ...
 def is_closed(self) -> bool: ...
 def close(self) -> None: ...
 def __enter__(self: _T) -> _T: ...
 def __exit__(self, exc_type: type[BaseException] | None, exc: BaseException | None, exc_tb: TracebackType | None) -> None: ...
 def _prepare_options(self, options: FinalRequestOptions) -> FinalRequestOptions: ...
 def _prepare_request(self, request: httpx.Request) -> None: ...
 @overload
 def request(self, cast_to: Type[ResponseT], options: FinalRequestOptions, *, stream: Literal[True], stream_cls: Type[_StreamT]) -> _StreamT: ...
 @overload
 def request(self, cast_to: Type[ResponseT], options: FinalRequestOptions, *, stream: Literal[False] = ...) -> ResponseT: ...
 @overload
 def request(self, cast_to: Type[ResponseT], options: FinalRequestOptions, *, stream: bool = ..., stream_cls: Type[_StreamT] | None = None) -> ResponseT | _StreamT: ...
 def request(self, cast_to: Type[ResponseT], options: FinalRequestOptions, *, stream: bool = ..., stream_cls: type[_StreamT] | None = None) -> ResponseT | _StreamT: ...
 def _sleep_for_retry(self, *, retries_taken: int, max_retries: int, options: FinalRequestOptions, response: httpx.Response | None) -> None: ...
 def _process_response(self, *, cast_to: Type[ResponseT], options: FinalRequestOptions, response: httpx.Response, stream: bool, stream_cls: type[Stream[Any]] | type[AsyncStream[Any]] | None, retries_taken: int = ...) -> ResponseT: ...
 def _request_api_list(self, model: Type[object], page: Type[SyncPageT], options: FinalRequestOptions) -> SyncPageT: ...
 @overload
 def get(self, path: str, *, cast_to: Type[ResponseT], options: RequestOptions = ..., stream: Literal[False] = ...) -> ResponseT: ...
 @overload
 def get(self, path: str, *, cast_to: Type[ResponseT], options: RequestOptions = ..., stream: Literal[True], stream_cls: type[_StreamT]) -> _StreamT: ...
 @overload
 def get(self, path: str, *, cast_to: Type[ResponseT], options: RequestOptions = ..., stream: bool, stream_cls: type[_StreamT] | None = None) -> ResponseT | _StreamT: ...
 def get(self, path: str, *, cast_to: Type[ResponseT], options: RequestOptions = ..., stream: bool = ..., stream_cls: type[_StreamT] | None = None) -> ResponseT | _StreamT: ...
 @overload
 def post(self, path: str, *, cast_to: Type[ResponseT], body: Body | None = None, content: BinaryTypes | None = None, options: RequestOptions = ..., files: RequestFiles | None = None, stream: Literal[False] = ...) -> ResponseT: ...
 @overload
 def post(self, path: str, *, cast_to: Type[ResponseT], body: Body | None = None, content: BinaryTypes | None = None, options: RequestOptions = ..., files: RequestFiles | None = None, stream: Literal[True], stream_cls: type[_StreamT]) -> _StreamT: ...
 @overload
 def post(self, path: str, *, cast_to: Type[ResponseT], body: Body | None = None, content: BinaryTypes | None = None, options: RequestOptions = ..., files: RequestFiles | None = None, stream: bool, stream_cls: type[_StreamT] | None = None) -> ResponseT | _StreamT: ...
 def post(self, path: str, *, cast_to: Type[ResponseT], body: Body | None = None, content: BinaryTypes | None = None, options: RequestOptions = ..., files: RequestFiles | None = None, stream: bool = ..., stream_cls: type[_StreamT] | None = None) -> ResponseT | _StreamT: ...
 def patch(self, path: str, *, cast_to: Type[ResponseT], body: Body | None = None, content: BinaryTypes | None = None, files: RequestFiles | None = None, options: RequestOptions = ...) -> ResponseT: ...
 def put(self, path: str, *, cast_to: Type[ResponseT], body: Body | None = None, content: BinaryTypes | None = None, files: RequestFiles | None = None, options: RequestOptions = ...) -> ResponseT: ...
 def delete(self, path: str, *, cast_to: Type[ResponseT], body: Body | None = None, content: BinaryTypes | None = None, options: RequestOptions = ...) -> ResponseT: ...
 def get_api_list(self, path: str, *, model: Type[object], page: Type[SyncPageT], body: Body | None = None, options: RequestOptions = ..., method: str = ...) -> SyncPageT: ...
class _DefaultAsyncHttpxClient(httpx.AsyncClient):
 def __init__(self, **kwargs: Any) -> None: ...
try:
 import httpx_aiohttp
except ImportError:
 class _DefaultAioHttpClient(httpx.AsyncClient):
  def __init__(self, **_kwargs: Any) -> None: ...
else:
 class _DefaultAioHttpClient(httpx_aiohttp.HttpxAiohttpClient):
  def __init__(self, **kwargs: Any) -> None: ...
if TYPE_CHECKING:
 DefaultAsyncHttpxClient = httpx.AsyncClient
 DefaultAioHttpClient = httpx.AsyncClient
else:
 DefaultAsyncHttpxClient = _DefaultAsyncHttpxClient
 DefaultAioHttpClient = _DefaultAioHttpClient
class AsyncHttpxClientWrapper(DefaultAsyncHttpxClient):
 def __del__(self) -> None: ...
class AsyncAPIClient(BaseClient[httpx.AsyncClient, AsyncStream[Any]]):
 _client: httpx.AsyncClient
 _default_stream_cls: type[AsyncStream[Any]] | None = None
 def __init__(self, *, version: str, base_url: str | URL, _strict_response_validation: bool, max_retries: int = ..., timeout: float | Timeout | None | NotGiven = ..., http_client: httpx.AsyncClient | None = None, custom_headers: Mapping[str, str] | None = None, custom_query: Mapping[str, object] | None = None) -> None: ...
 def is_closed(self) -> bool: ...
 async def close(self) -> None: ...
 async def __aenter__(self: _T) -> _T: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc: BaseException | None, exc_tb: TracebackType | None) -> None: ...
 async def _prepare_options(self, options: FinalRequestOptions) -> FinalRequestOptions: ...
 async def _prepare_request(self, request: httpx.Request) -> None: ...
 @overload
 async def request(self, cast_to: Type[ResponseT], options: FinalRequestOptions, *, stream: Literal[False] = ...) -> ResponseT: ...
 @overload
 async def request(self, cast_to: Type[ResponseT], options: FinalRequestOptions, *, stream: Literal[True], stream_cls: type[_AsyncStreamT]) -> _AsyncStreamT: ...
 @overload
 async def request(self, cast_to: Type[ResponseT], options: FinalRequestOptions, *, stream: bool, stream_cls: type[_AsyncStreamT] | None = None) -> ResponseT | _AsyncStreamT: ...
 async def request(self, cast_to: Type[ResponseT], options: FinalRequestOptions, *, stream: bool = ..., stream_cls: type[_AsyncStreamT] | None = None) -> ResponseT | _AsyncStreamT: ...
 async def _sleep_for_retry(self, *, retries_taken: int, max_retries: int, options: FinalRequestOptions, response: httpx.Response | None) -> None: ...
 async def _process_response(self, *, cast_to: Type[ResponseT], options: FinalRequestOptions, response: httpx.Response, stream: bool, stream_cls: type[Stream[Any]] | type[AsyncStream[Any]] | None, retries_taken: int = ...) -> ResponseT: ...
 def _request_api_list(self, model: Type[_T], page: Type[AsyncPageT], options: FinalRequestOptions) -> AsyncPaginator[_T, AsyncPageT]: ...
 @overload
 async def get(self, path: str, *, cast_to: Type[ResponseT], options: RequestOptions = ..., stream: Literal[False] = ...) -> ResponseT: ...
 @overload
 async def get(self, path: str, *, cast_to: Type[ResponseT], options: RequestOptions = ..., stream: Literal[True], stream_cls: type[_AsyncStreamT]) -> _AsyncStreamT: ...
 @overload
 async def get(self, path: str, *, cast_to: Type[ResponseT], options: RequestOptions = ..., stream: bool, stream_cls: type[_AsyncStreamT] | None = None) -> ResponseT | _AsyncStreamT: ...
 async def get(self, path: str, *, cast_to: Type[ResponseT], options: RequestOptions = ..., stream: bool = ..., stream_cls: type[_AsyncStreamT] | None = None) -> ResponseT | _AsyncStreamT: ...
 @overload
 async def post(self, path: str, *, cast_to: Type[ResponseT], body: Body | None = None, content: AsyncBinaryTypes | None = None, files: RequestFiles | None = None, options: RequestOptions = ..., stream: Literal[False] = ...) -> ResponseT: ...
 @overload
 async def post(self, path: str, *, cast_to: Type[ResponseT], body: Body | None = None, content: AsyncBinaryTypes | None = None, files: RequestFiles | None = None, options: RequestOptions = ..., stream: Literal[True], stream_cls: type[_AsyncStreamT]) -> _AsyncStreamT: ...
 @overload
 async def post(self, path: str, *, cast_to: Type[ResponseT], body: Body | None = None, content: AsyncBinaryTypes | None = None, files: RequestFiles | None = None, options: RequestOptions = ..., stream: bool, stream_cls: type[_AsyncStreamT] | None = None) -> ResponseT | _AsyncStreamT: ...
 async def post(self, path: str, *, cast_to: Type[ResponseT], body: Body | None = None, content: AsyncBinaryTypes | None = None, files: RequestFiles | None = None, options: RequestOptions = ..., stream: bool = ..., stream_cls: type[_AsyncStreamT] | None = None) -> ResponseT | _AsyncStreamT: ...
 async def patch(self, path: str, *, cast_to: Type[ResponseT], body: Body | None = None, content: AsyncBinaryTypes | None = None, files: RequestFiles | None = None, options: RequestOptions = ...) -> ResponseT: ...
 async def put(self, path: str, *, cast_to: Type[ResponseT], body: Body | None = None, content: AsyncBinaryTypes | None = None, files: RequestFiles | None = None, options: RequestOptions = ...) -> ResponseT: ...
 async def delete(self, path: str, *, cast_to: Type[ResponseT], body: Body | None = None, content: AsyncBinaryTypes | None = None, options: RequestOptions = ...) -> ResponseT: ...
 def get_api_list(self, path: str, *, model: Type[_T], page: Type[AsyncPageT], body: Body | None = None, options: RequestOptions = ..., method: str = ...) -> AsyncPaginator[_T, AsyncPageT]: ...
 _platform: _loopmend_1.OtherPlatform | str
def make_request_options(*, query: Query | None = None, extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, idempotency_key: str | None = None, timeout: float | httpx.Timeout | None | NotGiven = ..., post_parser: PostParser | NotGiven = ...) -> RequestOptions: ...
class ForceMultipartDict(Dict[str, None]):
 def __bool__(self) -> bool: ...
class OtherPlatform:
 def __init__(self, name: str) -> None: ...
 @override
 def __str__(self) -> str: ...
 name: str
Platform = Union[ OtherPlatform, Literal[ "MacOS", "Linux", "Windows", "FreeBSD", "OpenBSD", "iOS", "Android", "Unknown", ], ]
def get_platform() -> Platform: ...
@lru_cache(maxsize=None)
def platform_headers(version: str, *, platform: Platform | None) -> Dict[str, str]: ...
class OtherArch:
 def __init__(self, name: str) -> None: ...
 @override
 def __str__(self) -> str: ...
 name: str
Arch = Union[OtherArch, Literal["x32", "x64", "arm", "arm64", "unknown"]]
def get_python_runtime() -> str: ...
def get_python_version() -> str: ...
def get_architecture() -> Arch: ...
def _merge_mappings(obj1: Mapping[_T_co, Union[_T, Omit]], obj2: Mapping[_T_co, Union[_T, Omit]]) -> Dict[_T_co, _T]: ...

=== groq._client
import groq._client as _loopmend_6
import groq._exceptions as _loopmend_9
import groq._qs as _loopmend_7
import groq._types as _loopmend_8
import groq.resources.audio.audio as _loopmend_2
import groq.resources.batches as _loopmend_4
import groq.resources.chat.chat as _loopmend_0
import groq.resources.embeddings as _loopmend_1
import groq.resources.files as _loopmend_5
import groq.resources.models as _loopmend_3
from __future__ import annotations
import os
from typing import TYPE_CHECKING, Any, Mapping
from typing_extensions import Self, override
import httpx
from . import _exceptions
from ._qs import Querystring
from ._types import ( Omit, Timeout, NotGiven, Transport, ProxiesTypes, RequestOptions, not_given, )
from ._utils import ( is_given, is_mapping_t, get_async_library, )
from ._compat import cached_property
from ._version import __version__
from ._streaming import Stream as Stream, AsyncStream as AsyncStream
from ._exceptions import GroqError, APIStatusError
from ._base_client import ( DEFAULT_MAX_RETRIES, SyncAPIClient, AsyncAPIClient, )
if TYPE_CHECKING:
 from .resources import chat, audio, files, models, batches, embeddings
 from .resources.files import Files, AsyncFiles
 from .resources.models import Models, AsyncModels
 from .resources.batches import Batches, AsyncBatches
 from .resources.chat.chat import Chat, AsyncChat
 from .resources.embeddings import Embeddings, AsyncEmbeddings
 from .resources.audio.audio import Audio, AsyncAudio
__all__ = ["Timeout", "Transport", "ProxiesTypes", "RequestOptions", "Groq", "AsyncGroq", "Client", "AsyncClient"]
class Groq(SyncAPIClient):
 api_key: str
 def __init__(self, *, api_key: str | None = None, base_url: str | httpx.URL | None = None, timeout: float | Timeout | None | NotGiven = ..., max_retries: int = ..., default_headers: Mapping[str, str] | None = None, default_query: Mapping[str, object] | None = None, http_client: httpx.Client | None = None, _strict_response_validation: bool = ...) -> None: ...
 @cached_property
 def chat(self) -> Chat: ...
 @cached_property
 def embeddings(self) -> Embeddings: ...
 @cached_property
 def audio(self) -> Audio: ...
 @cached_property
 def models(self) -> Models: ...
 @cached_property
 def batches(self) -> Batches: ...
 @cached_property
 def files(self) -> Files: ...
 @cached_property
 def with_raw_response(self) -> GroqWithRawResponse: ...
 @cached_property
 def with_streaming_response(self) -> GroqWithStreamedResponse: ...
 @property
 @override
 def qs(self) -> Querystring: ...
 @property
 @override
 def auth_headers(self) -> dict[str, str]: ...
 @property
 @override
 def default_headers(self) -> dict[str, str | Omit]: ...
 def copy(self, *, api_key: str | None = None, base_url: str | httpx.URL | None = None, timeout: float | Timeout | None | NotGiven = ..., http_client: httpx.Client | None = None, max_retries: int | NotGiven = ..., default_headers: Mapping[str, str] | None = None, set_default_headers: Mapping[str, str] | None = None, default_query: Mapping[str, object] | None = None, set_default_query: Mapping[str, object] | None = None, _extra_kwargs: Mapping[str, Any] = ...) -> Self: ...
 with_options = copy
 @override
 def _make_status_error(self, err_msg: str, *, body: object, response: httpx.Response) -> APIStatusError: ...
class AsyncGroq(AsyncAPIClient):
 api_key: str
 def __init__(self, *, api_key: str | None = None, base_url: str | httpx.URL | None = None, timeout: float | Timeout | None | NotGiven = ..., max_retries: int = ..., default_headers: Mapping[str, str] | None = None, default_query: Mapping[str, object] | None = None, http_client: httpx.AsyncClient | None = None, _strict_response_validation: bool = ...) -> None: ...
 @cached_property
 def chat(self) -> AsyncChat: ...
 @cached_property
 def embeddings(self) -> AsyncEmbeddings: ...
 @cached_property
 def audio(self) -> AsyncAudio: ...
 @cached_property
 def models(self) -> AsyncModels: ...
 @cached_property
 def batches(self) -> AsyncBatches: ...
 @cached_property
 def files(self) -> AsyncFiles: ...
 @cached_property
 def with_raw_response(self) -> AsyncGroqWithRawResponse: ...
 @cached_property
 def with_streaming_response(self) -> AsyncGroqWithStreamedResponse: ...
 @property
 @override
 def qs(self) -> Querystring: ...
 @property
 @override
 def auth_headers(self) -> dict[str, str]: ...
 @property
 @override
 def default_headers(self) -> dict[str, str | Omit]: ...
 def copy(self, *, api_key: str | None = None, base_url: str | httpx.URL | None = None, timeout: float | Timeout | None | NotGiven = ..., http_client: httpx.AsyncClient | None = None, max_retries: int | NotGiven = ..., default_headers: Mapping[str, str] | None = None, set_default_headers: Mapping[str, str] | None = None, default_query: Mapping[str, object] | None = None, set_default_query: Mapping[str, object] | None = None, _extra_kwargs: Mapping[str, Any] = ...) -> Self: ...
 with_options = copy
 @override
 def _make_status_error(self, err_msg: str, *, body: object, response: httpx.Response) -> APIStatusError: ...
class GroqWithRawResponse:
 _client: Groq
 def __init__(self, client: Groq) -> None: ...
 @cached_property
 def chat(self) -> chat.ChatWithRawResponse: ...
 @cached_property
 def embeddings(self) -> embeddings.EmbeddingsWithRawResponse: ...
 @cached_property
 def audio(self) -> audio.AudioWithRawResponse: ...
 @cached_property
 def models(self) -> models.ModelsWithRawResponse: ...
 @cached_property
 def batches(self) -> batches.BatchesWithRawResponse: ...
 @cached_property
 def files(self) -> files.FilesWithRawResponse: ...
class AsyncGroqWithRawResponse:
 _client: AsyncGroq
 def __init__(self, client: AsyncGroq) -> None: ...
 @cached_property
 def chat(self) -> chat.AsyncChatWithRawResponse: ...
 @cached_property
 def embeddings(self) -> embeddings.AsyncEmbeddingsWithRawResponse: ...
 @cached_property
 def audio(self) -> audio.AsyncAudioWithRawResponse: ...
 @cached_property
 def models(self) -> models.AsyncModelsWithRawResponse: ...
 @cached_property
 def batches(self) -> batches.AsyncBatchesWithRawResponse: ...
 @cached_property
 def files(self) -> files.AsyncFilesWithRawResponse: ...
class GroqWithStreamedResponse:
 _client: Groq
 def __init__(self, client: Groq) -> None: ...
 @cached_property
 def chat(self) -> chat.ChatWithStreamingResponse: ...
 @cached_property
 def embeddings(self) -> embeddings.EmbeddingsWithStreamingResponse: ...
 @cached_property
 def audio(self) -> audio.AudioWithStreamingResponse: ...
 @cached_property
 def models(self) -> models.ModelsWithStreamingResponse: ...
 @cached_property
 def batches(self) -> batches.BatchesWithStreamingResponse: ...
 @cached_property
 def files(self) -> files.FilesWithStreamingResponse: ...
class AsyncGroqWithStreamedResponse:
 _client: AsyncGroq
 def __init__(self, client: AsyncGroq) -> None: ...
 @cached_property
 def chat(self) -> chat.AsyncChatWithStreamingResponse: ...
 @cached_property
 def embeddings(self) -> embeddings.AsyncEmbeddingsWithStreamingResponse: ...
 @cached_property
 def audio(self) -> audio.AsyncAudioWithStreamingResponse: ...
 @cached_property
 def models(self) -> models.AsyncModelsWithStreamingResponse: ...
 @cached_property
 def batches(self) -> batches.AsyncBatchesWithStreamingResponse: ...
 @cached_property
 def files(self) -> files.AsyncFilesWithStreamingResponse: ...
Client = Groq
AsyncClient = AsyncGroq

=== groq._compat
import datetime as _loopmend_0
import groq._compat as _loopmend_3
import pydantic.fields as _loopmend_2
import pydantic.main as _loopmend_1
from __future__ import annotations
from typing import TYPE_CHECKING, Any, Union, Generic, TypeVar, Callable, cast, overload
from datetime import date, datetime
from typing_extensions import Self, Literal, TypedDict
import pydantic
from pydantic.fields import FieldInfo
from ._types import IncEx, StrBytesIntFloat
_T = TypeVar("_T")
_ModelT = TypeVar("_ModelT", bound=pydantic.BaseModel)
PYDANTIC_V1 = pydantic.VERSION.startswith("1.")
if TYPE_CHECKING:
 def parse_date(value: date | StrBytesIntFloat) -> date: ...
 def parse_datetime(value: Union[datetime, StrBytesIntFloat]) -> datetime: ...
 def get_args(t: type[Any]) -> tuple[Any, ...]: ...
 def is_union(tp: type[Any] | None) -> bool: ...
 def get_origin(t: type[Any]) -> type[Any] | None: ...
 def is_literal_type(type_: type[Any]) -> bool: ...
 def is_typeddict(type_: type[Any]) -> bool: ...
else:
 if PYDANTIC_V1:
  from pydantic.typing import ( get_args as get_args, is_union as is_union, get_origin as get_origin, is_typeddict as is_typeddict, is_literal_type as is_literal_type, )
  from pydantic.datetime_parse import parse_date as parse_date, parse_datetime as parse_datetime
 else:
  from ._utils import ( get_args as get_args, is_union as is_union, get_origin as get_origin, parse_date as parse_date, is_typeddict as is_typeddict, parse_datetime as parse_datetime, is_literal_type as is_literal_type, )
if TYPE_CHECKING:
 from pydantic import ConfigDict as ConfigDict
else:
 if PYDANTIC_V1:
  ConfigDict = None
 else:
  from pydantic import ConfigDict as ConfigDict
def parse_obj(model: type[_ModelT], value: object) -> _ModelT: ...
def field_is_required(field: FieldInfo) -> bool: ...
def field_get_default(field: FieldInfo) -> Any: ...
def field_outer_type(field: FieldInfo) -> Any: ...
def get_model_config(model: type[pydantic.BaseModel]) -> Any: ...
def get_model_fields(model: type[pydantic.BaseModel]) -> dict[str, FieldInfo]: ...
def model_copy(model: _ModelT, *, deep: bool = ...) -> _ModelT: ...
def model_json(model: pydantic.BaseModel, *, indent: int | None = None) -> str: ...
class _ModelDumpKwargs(TypedDict, total=False):
 by_alias: bool
def model_dump(model: pydantic.BaseModel, *, exclude: IncEx | None = None, exclude_unset: bool = ..., exclude_defaults: bool = ..., warnings: bool = ..., mode: Literal["json", "python"] = ..., by_alias: bool | None = None) -> dict[str, Any]: ...
def model_parse(model: type[_ModelT], data: Any) -> _ModelT: ...
if TYPE_CHECKING:
 class GenericModel(pydantic.BaseModel):
  ...
else:
 if PYDANTIC_V1:
  import pydantic.generics
  class GenericModel(pydantic.generics.GenericModel, pydantic.BaseModel):
   ...
 else:
  class GenericModel(pydantic.BaseModel):
   ...
if TYPE_CHECKING:
 cached_property = property
 class typed_cached_property(Generic[_T]):
  func: Callable[[Any], _T]
  attrname: str | None
  def __init__(self, func: Callable[[Any], _T]) -> None: ...
  @overload
  def __get__(self, instance: None, owner: type[Any] | None = None) -> Self: ...
  @overload
  def __get__(self, instance: object, owner: type[Any] | None = None) -> _T: ...
  def __get__(self, instance: object, owner: type[Any] | None = None) -> _T | Self: ...
  def __set_name__(self, owner: type[Any], name: str) -> None: ...
  def __set__(self, instance: object, value: _T) -> None: ...
else:
 from functools import cached_property as cached_property
 typed_cached_property = cached_property

=== groq._exceptions
from __future__ import annotations
from typing_extensions import Literal
import httpx
__all__ = [ "BadRequestError", "AuthenticationError", "PermissionDeniedError", "NotFoundError", "ConflictError", "UnprocessableEntityError", "RateLimitError", "InternalServerError", ]
class GroqError(Exception):
 ...
class APIError(GroqError):
 message: str
 request: httpx.Request
 body: object | None
 def __init__(self, message: str, request: httpx.Request, *, body: object | None) -> None: ...
class APIResponseValidationError(APIError):
 response: httpx.Response
 status_code: int
 def __init__(self, response: httpx.Response, body: object | None, *, message: str | None = None) -> None: ...
class APIStatusError(APIError):
 response: httpx.Response
 status_code: int
 def __init__(self, message: str, *, response: httpx.Response, body: object | None) -> None: ...
class APIConnectionError(APIError):
 def __init__(self, *, message: str = ..., request: httpx.Request) -> None: ...
class APITimeoutError(APIConnectionError):
 def __init__(self, request: httpx.Request) -> None: ...
class BadRequestError(APIStatusError):
 status_code: Literal[400] = 400
class AuthenticationError(APIStatusError):
 status_code: Literal[401] = 401
class PermissionDeniedError(APIStatusError):
 status_code: Literal[403] = 403
class NotFoundError(APIStatusError):
 status_code: Literal[404] = 404
class ConflictError(APIStatusError):
 status_code: Literal[409] = 409
class UnprocessableEntityError(APIStatusError):
 status_code: Literal[422] = 422
class RateLimitError(APIStatusError):
 status_code: Literal[429] = 429
class InternalServerError(APIStatusError):
 ...

=== groq._files
import typing as _loopmend_0
from __future__ import annotations
import io
import os
import pathlib
from typing import Sequence, cast, overload
from typing_extensions import TypeVar, TypeGuard
import anyio
from ._types import ( FileTypes, FileContent, RequestFiles, HttpxFileTypes, Base64FileInput, HttpxFileContent, HttpxRequestFiles, )
from ._utils import is_list, is_mapping, is_tuple_t, is_mapping_t, is_sequence_t
_T = TypeVar("_T")
def is_base64_file_input(obj: object) -> TypeGuard[Base64FileInput]: ...
def is_file_content(obj: object) -> TypeGuard[FileContent]: ...
def assert_is_file_content(obj: object, *, key: str | None = None) -> None: ...
@overload
def to_httpx_files(files: None) -> None: ...
@overload
def to_httpx_files(files: RequestFiles) -> HttpxRequestFiles: ...
def to_httpx_files(files: RequestFiles | None) -> HttpxRequestFiles | None: ...
def _transform_file(file: FileTypes) -> HttpxFileTypes: ...
def read_file_content(file: FileContent) -> HttpxFileContent: ...
@overload
async def async_to_httpx_files(files: None) -> None: ...
@overload
async def async_to_httpx_files(files: RequestFiles) -> HttpxRequestFiles: ...
async def async_to_httpx_files(files: RequestFiles | None) -> HttpxRequestFiles | None: ...
async def _async_transform_file(file: FileTypes) -> HttpxFileTypes: ...
async def async_read_file_content(file: FileContent) -> HttpxFileContent: ...
def deepcopy_with_paths(item: _T, paths: Sequence[Sequence[str]]) -> _T: ...
def _deepcopy_with_paths(item: _T, paths: Sequence[Sequence[str]], index: int) -> _T: ...

=== groq._models
import groq._models as _loopmend_2
import pydantic.main as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
import os
import inspect
import weakref
from typing import ( IO, TYPE_CHECKING, Any, Type, Union, Generic, TypeVar, Callable, Iterable, Optional, AsyncIterable, cast, )
from datetime import date, datetime
from typing_extensions import ( List, Unpack, Literal, ClassVar, Protocol, Required, Annotated, ParamSpec, TypeAlias, TypedDict, TypeGuard, final, override, runtime_checkable, )
import pydantic
from pydantic.fields import FieldInfo
from ._types import ( Body, IncEx, Query, ModelT, Headers, Timeout, NotGiven, AnyMapping, HttpxRequestFiles, )
from ._utils import ( PropertyInfo, is_list, is_given, json_safe, lru_cache, is_mapping, parse_date, coerce_boolean, parse_datetime, strip_not_given, extract_type_arg, is_annotated_type, is_type_alias_type, strip_annotated_type, )
from ._compat import ( PYDANTIC_V1, ConfigDict, GenericModel as BaseGenericModel, get_args, is_union, parse_obj, get_origin, is_literal_type, get_model_config, get_model_fields, field_get_default, )
from ._constants import RAW_RESPONSE_HEADER
if TYPE_CHECKING:
 from pydantic import GetCoreSchemaHandler, ValidatorFunctionWrapHandler
 from pydantic_core import CoreSchema, core_schema
 from pydantic_core.core_schema import ModelField, ModelSchema, LiteralSchema, ModelFieldsSchema
else:
 try:
  from pydantic_core import CoreSchema, core_schema
 except ImportError:
  CoreSchema = None
  core_schema = None
__all__ = ["BaseModel", "GenericModel"]
_T = TypeVar("_T")
_BaseModelT = TypeVar("_BaseModelT", bound="BaseModel")
P = ParamSpec("P")
@runtime_checkable
class _ConfigProtocol(Protocol):
 allow_population_by_field_name: bool
class BaseModel(pydantic.BaseModel):
 if PYDANTIC_V1:
  @property
  @override
  def model_fields_set(self) -> set[str]: ...
  class Config(pydantic.BaseConfig):
   extra: Any = pydantic.Extra.allow
 else:
  model_config: ClassVar[ConfigDict] = ...
 def to_dict(self, *, mode: Literal["json", "python"] = ..., use_api_names: bool = ..., exclude_unset: bool = ..., exclude_defaults: bool = ..., exclude_none: bool = ..., warnings: bool = ...) -> dict[str, object]: ...
 def to_json(self, *, indent: int | None = ..., use_api_names: bool = ..., exclude_unset: bool = ..., exclude_defaults: bool = ..., exclude_none: bool = ..., warnings: bool = ...) -> str: ...
 @override
 def __str__(self) -> str: ...
 @classmethod
 @override
 def construct(__cls: Type[ModelT], _fields_set: set[str] | None = None, **values: object) -> ModelT: ...
 if not TYPE_CHECKING:
  model_construct = construct
 if PYDANTIC_V1:
  @override
  def model_dump(self, *, mode: Literal["json", "python"] | str = ..., include: IncEx | None = None, exclude: IncEx | None = None, context: Any | None = None, by_alias: bool | None = None, exclude_unset: bool = ..., exclude_defaults: bool = ..., exclude_none: bool = ..., exclude_computed_fields: bool = ..., round_trip: bool = ..., warnings: bool | Literal["none", "warn", "error"] = ..., fallback: Callable[[Any], Any] | None = None, serialize_as_any: bool = ...) -> dict[str, Any]: ...
  @override
  def model_dump_json(self, *, indent: int | None = None, ensure_ascii: bool = ..., include: IncEx | None = None, exclude: IncEx | None = None, context: Any | None = None, by_alias: bool | None = None, exclude_unset: bool = ..., exclude_defaults: bool = ..., exclude_none: bool = ..., exclude_computed_fields: bool = ..., round_trip: bool = ..., warnings: bool | Literal["none", "warn", "error"] = ..., fallback: Callable[[Any], Any] | None = None, serialize_as_any: bool = ...) -> str: ...
class _EagerIterable(list[_T], Generic[_T]):
 @classmethod
 def __get_pydantic_core_schema__(cls, source_type: Any, handler: GetCoreSchemaHandler) -> CoreSchema: ...
 @staticmethod
 def _validate(v: Iterable[_T], handler: "ValidatorFunctionWrapHandler") -> _loopmend_1.Iterable | list: ...
 @staticmethod
 def _serialize(v: Iterable[_T]) -> list[_T]: ...
EagerIterable: TypeAlias = Annotated[Iterable[_T], _EagerIterable]
def _construct_field(value: object, field: FieldInfo, key: str) -> object: ...
def _get_extra_fields_type(cls: type[pydantic.BaseModel]) -> type | None: ...
def is_basemodel(type_: type) -> bool: ...
def is_basemodel_type(type_: type) -> TypeGuard[type[BaseModel] | type[GenericModel]]: ...
def build(base_model_cls: Callable[P, _BaseModelT], *args: P.args, **kwargs: P.kwargs) -> _BaseModelT: ...
def construct_type_unchecked(*, value: object, type_: type[_T]) -> _T: ...
def construct_type(*, value: object, type_: object, metadata: Optional[List[Any]] = None) -> object: ...
@runtime_checkable
class CachedDiscriminatorType(Protocol):
 __discriminator__: DiscriminatorDetails
DISCRIMINATOR_CACHE: weakref.WeakKeyDictionary[type, DiscriminatorDetails] = weakref.WeakKeyDictionary()
class DiscriminatorDetails:
 field_name: str
 field_alias_from: str | None
 mapping: dict[str, type]
 def __init__(self, *, mapping: dict[str, type], discriminator_field: str, discriminator_alias: str | None) -> None: ...
def _build_discriminated_union_meta(*, union: type, meta_annotations: tuple[Any, ...]) -> DiscriminatorDetails | None: ...
def _extract_field_schema_pv2(model: type[BaseModel], field_name: str) -> ModelField | None: ...
def validate_type(*, type_: type[_T], value: object) -> _T: ...
def set_pydantic_config(typ: Any, config: pydantic.ConfigDict) -> None: ...
if TYPE_CHECKING:
 GenericModel = BaseModel
else:
 class GenericModel(BaseGenericModel, BaseModel):
  ...
if not PYDANTIC_V1:
 from pydantic import TypeAdapter as _TypeAdapter
 _CachedTypeAdapter = cast("TypeAdapter[object]", lru_cache(maxsize=None)(_TypeAdapter))
 if TYPE_CHECKING:
  from pydantic import TypeAdapter
 else:
  TypeAdapter = _CachedTypeAdapter
 def _validate_non_model_type(*, type_: type[_T], value: object) -> _T: ...
elif not TYPE_CHECKING:
 class RootModel(GenericModel, Generic[_T]):
  __root__: _T
 def _validate_non_model_type(*, type_: type[_T], value: object) -> _T: ...
 def _create_pydantic_model(type_: _T) -> Type[RootModel[_T]]: ...
class FinalRequestOptionsInput(TypedDict, total=False):
 method: Required[str]
 url: Required[str]
 params: Query
 headers: Headers
 max_retries: int
 timeout: float | Timeout | None
 files: HttpxRequestFiles | None
 idempotency_key: str
 content: Union[bytes, bytearray, IO[bytes], Iterable[bytes], AsyncIterable[bytes], None]
 json_data: Body
 extra_json: AnyMapping
 follow_redirects: bool
@final
class FinalRequestOptions(pydantic.BaseModel):
 method: str
 url: str
 params: Query = ...
 headers: Union[Headers, NotGiven] = ...
 max_retries: Union[int, NotGiven] = ...
 timeout: Union[float, Timeout, None, NotGiven] = ...
 files: Union[HttpxRequestFiles, None] = None
 idempotency_key: Union[str, None] = None
 post_parser: Union[Callable[[Any], Any], NotGiven] = ...
 follow_redirects: Union[bool, None] = None
 content: Union[bytes, bytearray, IO[bytes], Iterable[bytes], AsyncIterable[bytes], None] = None
 json_data: Union[Body, None] = None
 extra_json: Union[AnyMapping, None] = None
 if PYDANTIC_V1:
  class Config(pydantic.BaseConfig):
   arbitrary_types_allowed: bool = True
 else:
  model_config: ClassVar[ConfigDict] = ...
 def get_max_retries(self, max_retries: int) -> int: ...
 def _strip_raw_response_header(self) -> None: ...
 @classmethod
 def construct(cls, _fields_set: set[str] | None = None, **values: Unpack[FinalRequestOptionsInput]) -> FinalRequestOptions: ...
 if not TYPE_CHECKING:
  model_construct = construct

=== groq._resource
import groq._base_client as _loopmend_1
import groq._streaming as _loopmend_2
import typing as _loopmend_0
from __future__ import annotations
import time
from typing import TYPE_CHECKING
import anyio
if TYPE_CHECKING:
 from ._client import Groq, AsyncGroq
class SyncAPIResource:
 _client: Groq
 def __init__(self, client: Groq) -> None: ...
 def _sleep(self, seconds: float) -> None: ...
 _get: _loopmend_0.Callable[..., _loopmend_0.Any]
 _post: _loopmend_0.Callable[..., _loopmend_0.Any]
 _patch: _loopmend_0.Callable[..., _loopmend_0.Any]
 _put: _loopmend_0.Callable[..., _loopmend_0.Any]
 _delete: _loopmend_0.Callable[..., _loopmend_0.Any]
 _get_api_list: _loopmend_0.Callable[..., _loopmend_1.BaseSyncPage]
class AsyncAPIResource:
 _client: AsyncGroq
 def __init__(self, client: AsyncGroq) -> None: ...
 async def _sleep(self, seconds: float) -> None: ...
 _get: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any] | _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_2.AsyncStream]]
 _post: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any] | _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_2.AsyncStream]]
 _patch: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
 _put: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
 _delete: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
 _get_api_list: _loopmend_0.Callable[..., _loopmend_1.AsyncPaginator]

=== groq._response
import datetime as _loopmend_2
import groq._response as _loopmend_3
import httpx._models as _loopmend_0
import httpx._urls as _loopmend_1
import typing as _loopmend_4
from __future__ import annotations
import os
import inspect
import logging
import datetime
import functools
from types import TracebackType
from typing import ( TYPE_CHECKING, Any, Union, Generic, TypeVar, Callable, Iterator, AsyncIterator, cast, overload, )
from typing_extensions import Awaitable, ParamSpec, override, get_origin
import anyio
import httpx
import pydantic
from ._types import NoneType
from ._utils import is_given, extract_type_arg, is_annotated_type, is_type_alias_type, extract_type_var_from_base
from ._models import BaseModel, is_basemodel
from ._constants import RAW_RESPONSE_HEADER, OVERRIDE_CAST_TO_HEADER
from ._streaming import Stream, AsyncStream, is_stream_class_type, extract_stream_chunk_type
from ._exceptions import GroqError, APIResponseValidationError
if TYPE_CHECKING:
 from ._models import FinalRequestOptions
 from ._base_client import BaseClient
P = ParamSpec("P")
R = TypeVar("R")
_T = TypeVar("_T")
_APIResponseT = TypeVar("_APIResponseT", bound="APIResponse[Any]")
_AsyncAPIResponseT = TypeVar("_AsyncAPIResponseT", bound="AsyncAPIResponse[Any]")
log: logging.Logger = logging.getLogger(__name__)
class BaseAPIResponse(Generic[R]):
 _cast_to: type[R]
 _client: BaseClient[Any, Any]
 _parsed_by_type: dict[type[Any], Any]
 _is_sse_stream: bool
 _stream_cls: type[Stream[Any]] | type[AsyncStream[Any]] | None
 _options: FinalRequestOptions
 http_response: httpx.Response
 retries_taken: int
 def __init__(self, *, raw: httpx.Response, cast_to: type[R], client: BaseClient[Any, Any], stream: bool, stream_cls: type[Stream[Any]] | type[AsyncStream[Any]] | None, options: FinalRequestOptions, retries_taken: int = ...) -> None: ...
 @property
 def headers(self) -> httpx.Headers: ...
 @property
 def http_request(self) -> httpx.Request: ...
 @property
 def status_code(self) -> int: ...
 @property
 def url(self) -> httpx.URL: ...
 @property
 def method(self) -> str: ...
 @property
 def http_version(self) -> str: ...
 @property
 def elapsed(self) -> datetime.timedelta: ...
 @property
 def is_closed(self) -> bool: ...
 @override
 def __repr__(self) -> str: ...
 def _parse(self, *, to: type[_T] | None = None) -> R | _T: ...
class APIResponse(BaseAPIResponse[R]):
 @overload
 def parse(self, *, to: type[_T]) -> _T: ...
 @overload
 def parse(self) -> R: ...
 def parse(self, *, to: type[_T] | None = None) -> R | _T: ...
 def read(self) -> bytes: ...
 def text(self) -> str: ...
 def json(self) -> object: ...
 def close(self) -> None: ...
 def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]: ...
 def iter_text(self, chunk_size: int | None = None) -> Iterator[str]: ...
 def iter_lines(self) -> Iterator[str]: ...
class AsyncAPIResponse(BaseAPIResponse[R]):
 @overload
 async def parse(self, *, to: type[_T]) -> _T: ...
 @overload
 async def parse(self) -> R: ...
 async def parse(self, *, to: type[_T] | None = None) -> R | _T: ...
 async def read(self) -> bytes: ...
 async def text(self) -> str: ...
 async def json(self) -> object: ...
 async def close(self) -> None: ...
 def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]: ...
 def iter_text(self, chunk_size: int | None = None) -> AsyncIterator[str]: ...
 def iter_lines(self) -> AsyncIterator[str]: ...
class BinaryAPIResponse(APIResponse[bytes]):
 def write_to_file(self, file: str | os.PathLike[str]) -> None: ...
class AsyncBinaryAPIResponse(AsyncAPIResponse[bytes]):
 async def write_to_file(self, file: str | os.PathLike[str]) -> None: ...
class StreamedBinaryAPIResponse(APIResponse[bytes]):
 def stream_to_file(self, file: str | os.PathLike[str], *, chunk_size: int | None = None) -> None: ...
class AsyncStreamedBinaryAPIResponse(AsyncAPIResponse[bytes]):
 async def stream_to_file(self, file: str | os.PathLike[str], *, chunk_size: int | None = None) -> None: ...
class MissingStreamClassError(TypeError):
 def __init__(self) -> None: ...
class StreamAlreadyConsumed(GroqError):
 def __init__(self) -> None: ...
class ResponseContextManager(Generic[_APIResponseT]):
 def __init__(self, request_func: Callable[[], _APIResponseT]) -> None: ...
 def __enter__(self) -> _APIResponseT: ...
 def __exit__(self, exc_type: type[BaseException] | None, exc: BaseException | None, exc_tb: TracebackType | None) -> None: ...
 _request_func: _loopmend_4.Callable[..., _loopmend_3.APIResponse]
 __response: _APIResponseT | None
class AsyncResponseContextManager(Generic[_AsyncAPIResponseT]):
 def __init__(self, api_request: Awaitable[_AsyncAPIResponseT]) -> None: ...
 async def __aenter__(self) -> _AsyncAPIResponseT: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc: BaseException | None, exc_tb: TracebackType | None) -> None: ...
 __response: _AsyncAPIResponseT | None
 _api_request: _loopmend_4.Awaitable[_loopmend_3.AsyncAPIResponse]
def to_streamed_response_wrapper(func: Callable[P, R]) -> Callable[P, ResponseContextManager[APIResponse[R]]]: ...
def async_to_streamed_response_wrapper(func: Callable[P, Awaitable[R]]) -> Callable[P, AsyncResponseContextManager[AsyncAPIResponse[R]]]: ...
def to_custom_streamed_response_wrapper(func: Callable[P, object], response_cls: type[_APIResponseT]) -> Callable[P, ResponseContextManager[_APIResponseT]]: ...
def async_to_custom_streamed_response_wrapper(func: Callable[P, Awaitable[object]], response_cls: type[_AsyncAPIResponseT]) -> Callable[P, AsyncResponseContextManager[_AsyncAPIResponseT]]: ...
def to_raw_response_wrapper(func: Callable[P, R]) -> Callable[P, APIResponse[R]]: ...
def async_to_raw_response_wrapper(func: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[AsyncAPIResponse[R]]]: ...
def to_custom_raw_response_wrapper(func: Callable[P, object], response_cls: type[_APIResponseT]) -> Callable[P, _APIResponseT]: ...
def async_to_custom_raw_response_wrapper(func: Callable[P, Awaitable[object]], response_cls: type[_AsyncAPIResponseT]) -> Callable[P, Awaitable[_AsyncAPIResponseT]]: ...
def extract_response_type(typ: type[BaseAPIResponse[Any]]) -> type: ...

=== groq._streaming
import groq._client as _loopmend_2
import groq._streaming as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
import json
import inspect
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, Iterator, Optional, AsyncIterator, cast
from typing_extensions import Self, Protocol, TypeGuard, override, get_origin, runtime_checkable
import httpx
from ._utils import is_mapping, extract_type_var_from_base
from ._exceptions import APIError
if TYPE_CHECKING:
 from ._client import Groq, AsyncGroq
 from ._models import FinalRequestOptions
_T = TypeVar("_T")
class Stream(Generic[_T]):
 response: httpx.Response
 _options: Optional[FinalRequestOptions] = None
 _decoder: SSEBytesDecoder
 def __init__(self, *, cast_to: type[_T], response: httpx.Response, client: Groq, options: Optional[FinalRequestOptions] = None) -> None: ...
 def __next__(self) -> _T: ...
 def __iter__(self) -> Iterator[_T]: ...
 def _iter_events(self) -> Iterator[ServerSentEvent]: ...
 def __stream__(self) -> Iterator[_T]: ...
 def __enter__(self) -> Self: ...
 def __exit__(self, exc_type: type[BaseException] | None, exc: BaseException | None, exc_tb: TracebackType | None) -> None: ...
 def close(self) -> None: ...
 _cast_to: _loopmend_1.Any
 _client: _loopmend_2.Groq
 _iterator: _loopmend_1.Iterator
class AsyncStream(Generic[_T]):
 response: httpx.Response
 _options: Optional[FinalRequestOptions] = None
 _decoder: SSEDecoder | SSEBytesDecoder
 def __init__(self, *, cast_to: type[_T], response: httpx.Response, client: AsyncGroq, options: Optional[FinalRequestOptions] = None) -> None: ...
 async def __anext__(self) -> _T: ...
 def __aiter__(self) -> AsyncIterator[_T]: ...
 def _iter_events(self) -> AsyncIterator[ServerSentEvent]: ...
 def __stream__(self) -> AsyncIterator[_T]: ...
 async def __aenter__(self) -> Self: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc: BaseException | None, exc_tb: TracebackType | None) -> None: ...
 async def close(self) -> None: ...
 _cast_to: _loopmend_1.Any
 _client: _loopmend_2.AsyncGroq
 _iterator: _loopmend_1.AsyncIterator
class ServerSentEvent:
 def __init__(self, *, event: str | None = None, data: str | None = None, id: str | None = None, retry: int | None = None) -> None: ...
 @property
 def event(self) -> str | None: ...
 @property
 def id(self) -> str | None: ...
 @property
 def retry(self) -> int | None: ...
 @property
 def data(self) -> str: ...
 def json(self) -> Any: ...
 @override
 def __repr__(self) -> str: ...
 _id: None | str
 _data: str
 _event: None | str
 _retry: None | int
class SSEDecoder:
 _data: list[str]
 _event: str | None
 _retry: int | None
 _last_event_id: str | None
 def __init__(self) -> None: ...
 def iter_bytes(self, iterator: Iterator[bytes]) -> Iterator[ServerSentEvent]: ...
 def _iter_chunks(self, iterator: Iterator[bytes]) -> Iterator[bytes]: ...
 def aiter_bytes(self, iterator: AsyncIterator[bytes]) -> AsyncIterator[ServerSentEvent]: ...
 def _aiter_chunks(self, iterator: AsyncIterator[bytes]) -> AsyncIterator[bytes]: ...
 def decode(self, line: str) -> ServerSentEvent | None: ...
@runtime_checkable
class SSEBytesDecoder(Protocol):
 def iter_bytes(self, iterator: Iterator[bytes]) -> Iterator[ServerSentEvent]: ...
 def aiter_bytes(self, iterator: AsyncIterator[bytes]) -> AsyncIterator[ServerSentEvent]: ...
def is_stream_class_type(typ: type) -> TypeGuard[type[Stream[object]] | type[AsyncStream[object]]]: ...
def extract_stream_chunk_type(stream_cls: type, *, failure_message: str | None = None) -> type: ...

=== groq._types
import groq._types as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
from os import PathLike
from typing import ( IO, TYPE_CHECKING, Any, Dict, List, Type, Tuple, Union, Mapping, TypeVar, Callable, Iterable, Iterator, Optional, Sequence, AsyncIterable, )
from typing_extensions import ( Set, Literal, Protocol, TypeAlias, TypedDict, SupportsIndex, overload, override, runtime_checkable, )
import httpx
import pydantic
from httpx import URL, Proxy, Timeout, Response, BaseTransport, AsyncBaseTransport
if TYPE_CHECKING:
 from ._models import BaseModel
 from ._response import APIResponse, AsyncAPIResponse
Transport = BaseTransport
AsyncTransport = AsyncBaseTransport
Query = Mapping[str, object]
Body = object
AnyMapping = Mapping[str, object]
ModelT = TypeVar("ModelT", bound=pydantic.BaseModel)
_T = TypeVar("_T")
ArrayFormat = Literal["comma", "repeat", "indices", "brackets"]
NestedFormat = Literal["dots", "brackets"]
ProxiesDict = Dict["str | URL", Union[None, str, URL, Proxy]]
ProxiesTypes = Union[str, Proxy, ProxiesDict]
if TYPE_CHECKING:
 Base64FileInput = Union[IO[bytes], PathLike[str]]
 FileContent = Union[IO[bytes], bytes, PathLike[str]]
else:
 Base64FileInput = Union[IO[bytes], PathLike]
 FileContent = Union[IO[bytes], bytes, PathLike]
BinaryTypes = Union[bytes, bytearray, IO[bytes], Iterable[bytes]]
AsyncBinaryTypes = Union[bytes, bytearray, IO[bytes], AsyncIterable[bytes]]
FileTypes = Union[ FileContent, Tuple[Optional[str], FileContent], Tuple[Optional[str], FileContent, Optional[str]], Tuple[Optional[str], FileContent, Optional[str], Mapping[str, str]], ]
RequestFiles = Union[Mapping[str, FileTypes], Sequence[Tuple[str, FileTypes]]]
HttpxFileContent = Union[IO[bytes], bytes]
HttpxFileTypes = Union[ HttpxFileContent, Tuple[Optional[str], HttpxFileContent], Tuple[Optional[str], HttpxFileContent, Optional[str]], Tuple[Optional[str], HttpxFileContent, Optional[str], Mapping[str, str]], ]
HttpxRequestFiles = Union[Mapping[str, HttpxFileTypes], Sequence[Tuple[str, HttpxFileTypes]]]
if TYPE_CHECKING:
 NoneType: Type[None]
else:
 NoneType = type(None)
class RequestOptions(TypedDict, total=False):
 headers: Headers
 max_retries: int
 timeout: float | Timeout | None
 params: Query
 extra_json: AnyMapping
 idempotency_key: str
 follow_redirects: bool
class NotGiven:
 def __bool__(self) -> Literal[False]: ...
 @override
 def __repr__(self) -> str: ...
not_given: _loopmend_0.NotGiven
NOT_GIVEN: _loopmend_0.NotGiven
class Omit:
 def __bool__(self) -> Literal[False]: ...
omit: _loopmend_0.Omit
@runtime_checkable
class ModelBuilderProtocol(Protocol):
 @classmethod
 def build(cls: type[_T], *, response: Response, data: object) -> _T: ...
Headers = Mapping[str, Union[str, Omit]]
class HeadersLikeProtocol(Protocol):
 def get(self, __key: str) -> str | None: ...
HeadersLike = Union[Headers, HeadersLikeProtocol]
ResponseT = TypeVar( "ResponseT", bound=Union[ object, str, None, "BaseModel", List[Any], Dict[str, Any], Response, ModelBuilderProtocol, "APIResponse[Any]", "AsyncAPIResponse[Any]", ], )
StrBytesIntFloat = Union[str, bytes, int, float]
IncEx: TypeAlias = Union[Set[int], Set[str], Mapping[int, Union["IncEx", bool]], Mapping[str, Union["IncEx", bool]]]
PostParser = Callable[[Any], Any]
@runtime_checkable
class InheritsGeneric(Protocol):
 __orig_bases__: tuple[_GenericAlias]
class _GenericAlias(Protocol):
 __origin__: type[object]
class HttpxSendArgs(TypedDict, total=False):
 auth: httpx.Auth
 follow_redirects: bool
_T_co = TypeVar("_T_co", covariant=True)
if TYPE_CHECKING:
 class SequenceNotStr(Protocol[_T_co]):
  @overload
  def __getitem__(self, index: SupportsIndex, /) -> _T_co: ...
  @overload
  def __getitem__(self, index: slice, /) -> Sequence[_T_co]: ...
  def __contains__(self, value: object, /) -> bool: ...
  def __len__(self) -> int: ...
  def __iter__(self) -> Iterator[_T_co]: ...
  def __reversed__(self) -> Iterator[_T_co]: ...
else:
 SequenceNotStr = Sequence

=== groq._utils package
from ._path import path_template as path_template
from ._sync import asyncify as asyncify
from ._proxy import LazyProxy as LazyProxy
from ._utils import ( flatten as flatten, is_dict as is_dict, is_list as is_list, is_given as is_given, is_tuple as is_tuple, json_safe as json_safe, lru_cache as lru_cache, is_mapping as is_mapping, is_tuple_t as is_tuple_t, is_iterable as is_iterable, is_sequence as is_sequence, coerce_float as coerce_float, is_mapping_t as is_mapping_t, removeprefix as removeprefix, removesuffix as removesuffix, extract_files as extract_files, is_sequence_t as is_sequence_t, required_args as required_args, coerce_boolean as coerce_boolean, coerce_integer as coerce_integer, file_from_path as file_from_path, strip_not_given as strip_not_given, get_async_library as get_async_library, maybe_coerce_float as maybe_coerce_float, get_required_header as get_required_header, maybe_coerce_boolean as maybe_coerce_boolean, maybe_coerce_integer as maybe_coerce_integer, )
from ._compat import ( get_args as get_args, is_union as is_union, get_origin as get_origin, is_typeddict as is_typeddict, is_literal_type as is_literal_type, )
from ._typing import ( is_list_type as is_list_type, is_union_type as is_union_type, extract_type_arg as extract_type_arg, is_iterable_type as is_iterable_type, is_required_type as is_required_type, is_sequence_type as is_sequence_type, is_annotated_type as is_annotated_type, is_type_alias_type as is_type_alias_type, strip_annotated_type as strip_annotated_type, extract_type_var_from_base as extract_type_var_from_base, )
from ._streams import consume_sync_iterator as consume_sync_iterator, consume_async_iterator as consume_async_iterator
from ._transform import ( PropertyInfo as PropertyInfo, transform as transform, async_transform as async_transform, maybe_transform as maybe_transform, async_maybe_transform as async_maybe_transform, )
from ._reflection import ( function_has_argument as function_has_argument, assert_signatures_in_sync as assert_signatures_in_sync, )
from ._datetime_parse import parse_date as parse_date, parse_datetime as parse_datetime

=== groq._utils._streams
from typing import Any
from typing_extensions import Iterator, AsyncIterator
def consume_sync_iterator(iterator: Iterator[Any]) -> None: ...
async def consume_async_iterator(iterator: AsyncIterator[Any]) -> None: ...

=== groq._utils._sync
import typing as _loopmend_0
from __future__ import annotations
import asyncio
import functools
from typing import TypeVar, Callable, Awaitable
from typing_extensions import ParamSpec
import anyio
import sniffio
import anyio.to_thread
T_Retval = TypeVar("T_Retval")
T_ParamSpec = ParamSpec("T_ParamSpec")
async def to_thread(func: Callable[T_ParamSpec, T_Retval], /, *args: T_ParamSpec.args, **kwargs: T_ParamSpec.kwargs) -> T_Retval: ...
def asyncify(function: Callable[T_ParamSpec, T_Retval]) -> Callable[T_ParamSpec, Awaitable[T_Retval]]: ...

=== groq._utils._transform
import typing as _loopmend_0
from __future__ import annotations
import io
import base64
import pathlib
from typing import Any, Mapping, TypeVar, cast
from datetime import date, datetime
from typing_extensions import Literal, get_args, override, get_type_hints as _get_type_hints
import anyio
import pydantic
from ._utils import ( is_list, is_given, lru_cache, is_mapping, is_iterable, is_sequence, )
from .._files import is_base64_file_input
from ._compat import get_origin, is_typeddict
from ._typing import ( is_list_type, is_union_type, extract_type_arg, is_iterable_type, is_required_type, is_sequence_type, is_annotated_type, strip_annotated_type, )
_T = TypeVar("_T")
PropertyFormat = Literal["iso8601", "base64", "custom"]
class PropertyInfo:
 alias: str | None
 format: PropertyFormat | None
 format_template: str | None
 discriminator: str | None
 def __init__(self, *, alias: str | None = None, format: PropertyFormat | None = None, format_template: str | None = None, discriminator: str | None = None) -> None: ...
 @override
 def __repr__(self) -> str: ...
def maybe_transform(data: object, expected_type: object) -> None | object: ...
def transform(data: _T, expected_type: object) -> _T: ...
@lru_cache(maxsize=8096)
def _get_annotated_type(type_: type) -> type | None: ...
def _maybe_transform_key(key: str, type_: type) -> str: ...
def _no_transform_needed(annotation: type) -> bool: ...
def _transform_recursive(data: object, *, annotation: type, inner_type: type | None = None) -> object: ...
def _format_data(data: object, format_: PropertyFormat, format_template: str | None) -> object: ...
def _transform_typeddict(data: Mapping[str, object], expected_type: type) -> Mapping[str, object]: ...
async def async_maybe_transform(data: object, expected_type: object) -> Any | None: ...
async def async_transform(data: _T, expected_type: object) -> _T: ...
async def _async_transform_recursive(data: object, *, annotation: type, inner_type: type | None = None) -> object: ...
async def _async_format_data(data: object, format_: PropertyFormat, format_template: str | None) -> object: ...
async def _async_transform_typeddict(data: Mapping[str, object], expected_type: type) -> Mapping[str, object]: ...
@lru_cache(maxsize=8096)
def get_type_hints(obj: Any, globalns: dict[str, Any] | None = None, localns: Mapping[str, Any] | None = None, include_extras: bool = ...) -> dict[str, Any]: ...

=== groq.resources package
from .chat import ( Chat, AsyncChat, ChatWithRawResponse, AsyncChatWithRawResponse, ChatWithStreamingResponse, AsyncChatWithStreamingResponse, )
from .audio import ( Audio, AsyncAudio, AudioWithRawResponse, AsyncAudioWithRawResponse, AudioWithStreamingResponse, AsyncAudioWithStreamingResponse, )
from .files import ( Files, AsyncFiles, FilesWithRawResponse, AsyncFilesWithRawResponse, FilesWithStreamingResponse, AsyncFilesWithStreamingResponse, )
from .models import ( Models, AsyncModels, ModelsWithRawResponse, AsyncModelsWithRawResponse, ModelsWithStreamingResponse, AsyncModelsWithStreamingResponse, )
from .batches import ( Batches, AsyncBatches, BatchesWithRawResponse, AsyncBatchesWithRawResponse, BatchesWithStreamingResponse, AsyncBatchesWithStreamingResponse, )
from .embeddings import ( Embeddings, AsyncEmbeddings, EmbeddingsWithRawResponse, AsyncEmbeddingsWithRawResponse, EmbeddingsWithStreamingResponse, AsyncEmbeddingsWithStreamingResponse, )
__all__ = [ "Chat", "AsyncChat", "ChatWithRawResponse", "AsyncChatWithRawResponse", "ChatWithStreamingResponse", "AsyncChatWithStreamingResponse", "Embeddings", "AsyncEmbeddings", "EmbeddingsWithRawResponse", "AsyncEmbeddingsWithRawResponse", "EmbeddingsWithStreamingResponse", "AsyncEmbeddingsWithStreamingResponse", "Audio", "AsyncAudio", "AudioWithRawResponse", "AsyncAudioWithRawResponse", "AudioWithStreamingResponse", "AsyncAudioWithStreamingResponse", "Models", "AsyncModels", "ModelsWithRawResponse", "AsyncModelsWithRawResponse", "ModelsWithStreamingResponse", "AsyncModelsWithStreamingResponse", "Batches", "AsyncBatches", "BatchesWithRawResponse", "AsyncBatchesWithRawResponse", "BatchesWithStreamingResponse", "AsyncBatchesWithStreamingResponse", "Files", "AsyncFiles", "FilesWithRawResponse", "AsyncFilesWithRawResponse", "FilesWithStreamingResponse", "AsyncFilesWithStreamingResponse", ]

=== groq.resources.audio package
from .audio import ( Audio, AsyncAudio, AudioWithRawResponse, AsyncAudioWithRawResponse, AudioWithStreamingResponse, AsyncAudioWithStreamingResponse, )
from .speech import ( Speech, AsyncSpeech, SpeechWithRawResponse, AsyncSpeechWithRawResponse, SpeechWithStreamingResponse, AsyncSpeechWithStreamingResponse, )
from .translations import ( Translations, AsyncTranslations, TranslationsWithRawResponse, AsyncTranslationsWithRawResponse, TranslationsWithStreamingResponse, AsyncTranslationsWithStreamingResponse, )
from .transcriptions import ( Transcriptions, AsyncTranscriptions, TranscriptionsWithRawResponse, AsyncTranscriptionsWithRawResponse, TranscriptionsWithStreamingResponse, AsyncTranscriptionsWithStreamingResponse, )
__all__ = [ "Speech", "AsyncSpeech", "SpeechWithRawResponse", "AsyncSpeechWithRawResponse", "SpeechWithStreamingResponse", "AsyncSpeechWithStreamingResponse", "Transcriptions", "AsyncTranscriptions", "TranscriptionsWithRawResponse", "AsyncTranscriptionsWithRawResponse", "TranscriptionsWithStreamingResponse", "AsyncTranscriptionsWithStreamingResponse", "Translations", "AsyncTranslations", "TranslationsWithRawResponse", "AsyncTranslationsWithRawResponse", "TranslationsWithStreamingResponse", "AsyncTranslationsWithStreamingResponse", "Audio", "AsyncAudio", "AudioWithRawResponse", "AsyncAudioWithRawResponse", "AudioWithStreamingResponse", "AsyncAudioWithStreamingResponse", ]

=== groq.resources.audio.audio
import groq.resources.audio.audio as _loopmend_3
import groq.resources.audio.speech as _loopmend_0
import groq.resources.audio.transcriptions as _loopmend_1
import groq.resources.audio.translations as _loopmend_2
from __future__ import annotations
from .speech import ( Speech, AsyncSpeech, SpeechWithRawResponse, AsyncSpeechWithRawResponse, SpeechWithStreamingResponse, AsyncSpeechWithStreamingResponse, )
from ..._compat import cached_property
from ..._resource import SyncAPIResource, AsyncAPIResource
from .translations import ( Translations, AsyncTranslations, TranslationsWithRawResponse, AsyncTranslationsWithRawResponse, TranslationsWithStreamingResponse, AsyncTranslationsWithStreamingResponse, )
from .transcriptions import ( Transcriptions, AsyncTranscriptions, TranscriptionsWithRawResponse, AsyncTranscriptionsWithRawResponse, TranscriptionsWithStreamingResponse, AsyncTranscriptionsWithStreamingResponse, )
__all__ = ["Audio", "AsyncAudio"]
class Audio(SyncAPIResource):
 @cached_property
 def speech(self) -> Speech: ...
 @cached_property
 def transcriptions(self) -> Transcriptions: ...
 @cached_property
 def translations(self) -> Translations: ...
 @cached_property
 def with_raw_response(self) -> AudioWithRawResponse: ...
 @cached_property
 def with_streaming_response(self) -> AudioWithStreamingResponse: ...
class AsyncAudio(AsyncAPIResource):
 @cached_property
 def speech(self) -> AsyncSpeech: ...
 @cached_property
 def transcriptions(self) -> AsyncTranscriptions: ...
 @cached_property
 def translations(self) -> AsyncTranslations: ...
 @cached_property
 def with_raw_response(self) -> AsyncAudioWithRawResponse: ...
 @cached_property
 def with_streaming_response(self) -> AsyncAudioWithStreamingResponse: ...
class AudioWithRawResponse:
 def __init__(self, audio: Audio) -> None: ...
 @cached_property
 def speech(self) -> SpeechWithRawResponse: ...
 @cached_property
 def transcriptions(self) -> TranscriptionsWithRawResponse: ...
 @cached_property
 def translations(self) -> TranslationsWithRawResponse: ...
 _audio: _loopmend_3.Audio
class AsyncAudioWithRawResponse:
 def __init__(self, audio: AsyncAudio) -> None: ...
 @cached_property
 def speech(self) -> AsyncSpeechWithRawResponse: ...
 @cached_property
 def transcriptions(self) -> AsyncTranscriptionsWithRawResponse: ...
 @cached_property
 def translations(self) -> AsyncTranslationsWithRawResponse: ...
 _audio: _loopmend_3.AsyncAudio
class AudioWithStreamingResponse:
 def __init__(self, audio: Audio) -> None: ...
 @cached_property
 def speech(self) -> SpeechWithStreamingResponse: ...
 @cached_property
 def transcriptions(self) -> TranscriptionsWithStreamingResponse: ...
 @cached_property
 def translations(self) -> TranslationsWithStreamingResponse: ...
 _audio: _loopmend_3.Audio
class AsyncAudioWithStreamingResponse:
 def __init__(self, audio: AsyncAudio) -> None: ...
 @cached_property
 def speech(self) -> AsyncSpeechWithStreamingResponse: ...
 @cached_property
 def transcriptions(self) -> AsyncTranscriptionsWithStreamingResponse: ...
 @cached_property
 def translations(self) -> AsyncTranslationsWithStreamingResponse: ...
 _audio: _loopmend_3.AsyncAudio

=== groq.resources.audio.speech
import groq._response as _loopmend_1
import groq.resources.audio.speech as _loopmend_0
import typing as _loopmend_2
from __future__ import annotations
from typing import Union
from typing_extensions import Literal
import httpx
from ..._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from ..._utils import maybe_transform, async_maybe_transform
from ..._compat import cached_property
from ..._resource import SyncAPIResource, AsyncAPIResource
from ..._response import ( BinaryAPIResponse, AsyncBinaryAPIResponse, StreamedBinaryAPIResponse, AsyncStreamedBinaryAPIResponse, to_custom_raw_response_wrapper, to_custom_streamed_response_wrapper, async_to_custom_raw_response_wrapper, async_to_custom_streamed_response_wrapper, )
from ...types.audio import speech_create_params
from ..._base_client import make_request_options
__all__ = ["Speech", "AsyncSpeech"]
class Speech(SyncAPIResource):
 @cached_property
 def with_raw_response(self) -> SpeechWithRawResponse: ...
 @cached_property
 def with_streaming_response(self) -> SpeechWithStreamingResponse: ...
 def create(self, *, input: str, model: Union[str, Literal["playai-tts", "playai-tts-arabic"]], voice: str, response_format: Literal["flac", "mp3", "mulaw", "ogg", "wav"] | Omit = ..., sample_rate: Literal[8000, 16000, 22050, 24000, 32000, 44100, 48000] | Omit = ..., speed: float | Omit = ..., extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> BinaryAPIResponse: ...
class AsyncSpeech(AsyncAPIResource):
 @cached_property
 def with_raw_response(self) -> AsyncSpeechWithRawResponse: ...
 @cached_property
 def with_streaming_response(self) -> AsyncSpeechWithStreamingResponse: ...
 async def create(self, *, input: str, model: Union[str, Literal["playai-tts", "playai-tts-arabic"]], voice: str, response_format: Literal["flac", "mp3", "mulaw", "ogg", "wav"] | Omit = ..., sample_rate: Literal[8000, 16000, 22050, 24000, 32000, 44100, 48000] | Omit = ..., speed: float | Omit = ..., extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> AsyncBinaryAPIResponse: ...
class SpeechWithRawResponse:
 def __init__(self, speech: Speech) -> None: ...
 create: _loopmend_2.Callable[..., _loopmend_1.BinaryAPIResponse]
 _speech: _loopmend_0.Speech
class AsyncSpeechWithRawResponse:
 def __init__(self, speech: AsyncSpeech) -> None: ...
 create: _loopmend_2.Callable[..., _loopmend_2.Awaitable[_loopmend_1.AsyncBinaryAPIResponse]]
 _speech: _loopmend_0.AsyncSpeech
class SpeechWithStreamingResponse:
 def __init__(self, speech: Speech) -> None: ...
 create: _loopmend_2.Callable[..., _loopmend_1.ResponseContextManager[_loopmend_1.StreamedBinaryAPIResponse]]
 _speech: _loopmend_0.Speech
class AsyncSpeechWithStreamingResponse:
 def __init__(self, speech: AsyncSpeech) -> None: ...
 create: _loopmend_2.Callable[..., _loopmend_1.AsyncResponseContextManager[_loopmend_1.AsyncStreamedBinaryAPIResponse]]
 _speech: _loopmend_0.AsyncSpeech

=== groq.resources.audio.transcriptions
import groq._response as _loopmend_3
import groq.resources.audio.transcriptions as _loopmend_0
import groq.types.audio.transcription as _loopmend_1
import typing as _loopmend_2
from __future__ import annotations
from typing import List, Union, Mapping, cast
from typing_extensions import Literal
import httpx
from ..._files import deepcopy_with_paths
from ..._types import Body, Omit, Query, Headers, NotGiven, FileTypes, omit, not_given
from ..._utils import extract_files, maybe_transform, async_maybe_transform
from ..._compat import cached_property
from ..._resource import SyncAPIResource, AsyncAPIResource
from ..._response import ( to_raw_response_wrapper, to_streamed_response_wrapper, async_to_raw_response_wrapper, async_to_streamed_response_wrapper, )
from ...types.audio import transcription_create_params
from ..._base_client import make_request_options
from ...types.audio.transcription import Transcription
__all__ = ["Transcriptions", "AsyncTranscriptions"]
class Transcriptions(SyncAPIResource):
 @cached_property
 def with_raw_response(self) -> TranscriptionsWithRawResponse: ...
 @cached_property
 def with_streaming_response(self) -> TranscriptionsWithStreamingResponse: ...
 def create(self, *, model: Union[str, Literal["whisper-large-v3", "whisper-large-v3-turbo"]], file: FileTypes | Omit = ..., language: _loopmend_2.Any | Omit = ..., prompt: str | Omit = ..., response_format: Literal["json", "text", "verbose_json"] | Omit = ..., temperature: float | Omit = ..., timestamp_granularities: List[Literal["word", "segment"]] | Omit = ..., url: str | Omit = ..., extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> Transcription: ...
class AsyncTranscriptions(AsyncAPIResource):
 @cached_property
 def with_raw_response(self) -> AsyncTranscriptionsWithRawResponse: ...
 @cached_property
 def with_streaming_response(self) -> AsyncTranscriptionsWithStreamingResponse: ...
 async def create(self, *, model: Union[str, Literal["whisper-large-v3", "whisper-large-v3-turbo"]], file: FileTypes | Omit = ..., language: _loopmend_2.Any | Omit = ..., prompt: str | Omit = ..., response_format: Literal["json", "text", "verbose_json"] | Omit = ..., temperature: float | Omit = ..., timestamp_granularities: List[Literal["word", "segment"]] | Omit = ..., url: str | Omit = ..., extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> Transcription: ...
class TranscriptionsWithRawResponse:
 def __init__(self, transcriptions: Transcriptions) -> None: ...
 create: _loopmend_2.Callable[..., _loopmend_3.APIResponse[_loopmend_1.Transcription]]
 _transcriptions: _loopmend_0.Transcriptions
class AsyncTranscriptionsWithRawResponse:
 def __init__(self, transcriptions: AsyncTranscriptions) -> None: ...
 create: _loopmend_2.Callable[..., _loopmend_2.Coroutine[_loopmend_2.Any, _loopmend_2.Any, _loopmend_3.AsyncAPIResponse[_loopmend_1.Transcription]]]
 _transcriptions: _loopmend_0.AsyncTranscriptions
class TranscriptionsWithStreamingResponse:
 def __init__(self, transcriptions: Transcriptions) -> None: ...
 create: _loopmend_2.Callable[..., _loopmend_3.ResponseContextManager[_loopmend_3.APIResponse[_loopmend_1.Transcription]]]
 _transcriptions: _loopmend_0.Transcriptions
class AsyncTranscriptionsWithStreamingResponse:
 def __init__(self, transcriptions: AsyncTranscriptions) -> None: ...
 create: _loopmend_2.Callable[..., _loopmend_3.AsyncResponseContextManager[_loopmend_3.AsyncAPIResponse[_loopmend_1.Transcription]]]
 _transcriptions: _loopmend_0.AsyncTranscriptions

=== groq.resources.audio.translations
import groq._response as _loopmend_2
import groq.resources.audio.translations as _loopmend_0
import groq.types.audio.translation as _loopmend_1
import typing as _loopmend_3
from __future__ import annotations
from typing import Union, Mapping, cast
from typing_extensions import Literal
import httpx
from ..._files import deepcopy_with_paths
from ..._types import Body, Omit, Query, Headers, NotGiven, FileTypes, omit, not_given
from ..._utils import extract_files, maybe_transform, async_maybe_transform
from ..._compat import cached_property
from ..._resource import SyncAPIResource, AsyncAPIResource
from ..._response import ( to_raw_response_wrapper, to_streamed_response_wrapper, async_to_raw_response_wrapper, async_to_streamed_response_wrapper, )
from ...types.audio import translation_create_params
from ..._base_client import make_request_options
from ...types.audio.translation import Translation
__all__ = ["Translations", "AsyncTranslations"]
class Translations(SyncAPIResource):
 @cached_property
 def with_raw_response(self) -> TranslationsWithRawResponse: ...
 @cached_property
 def with_streaming_response(self) -> TranslationsWithStreamingResponse: ...
 def create(self, *, model: Union[str, Literal["whisper-large-v3", "whisper-large-v3-turbo"]], file: FileTypes | Omit = ..., prompt: str | Omit = ..., response_format: Literal["json", "text", "verbose_json"] | Omit = ..., temperature: float | Omit = ..., url: str | Omit = ..., extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> Translation: ...
class AsyncTranslations(AsyncAPIResource):
 @cached_property
 def with_raw_response(self) -> AsyncTranslationsWithRawResponse: ...
 @cached_property
 def with_streaming_response(self) -> AsyncTranslationsWithStreamingResponse: ...
 async def create(self, *, model: Union[str, Literal["whisper-large-v3", "whisper-large-v3-turbo"]], file: FileTypes | Omit = ..., prompt: str | Omit = ..., response_format: Literal["json", "text", "verbose_json"] | Omit = ..., temperature: float | Omit = ..., url: str | Omit = ..., extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> Translation: ...
class TranslationsWithRawResponse:
 def __init__(self, translations: Translations) -> None: ...
 create: _loopmend_3.Callable[..., _loopmend_2.APIResponse[_loopmend_1.Translation]]
 _translations: _loopmend_0.Translations
class AsyncTranslationsWithRawResponse:
 def __init__(self, translations: AsyncTranslations) -> None: ...
 create: _loopmend_3.Callable[..., _loopmend_3.Coroutine[_loopmend_3.Any, _loopmend_3.Any, _loopmend_2.AsyncAPIResponse[_loopmend_1.Translation]]]
 _translations: _loopmend_0.AsyncTranslations
class TranslationsWithStreamingResponse:
 def __init__(self, translations: Translations) -> None: ...
 create: _loopmend_3.Callable[..., _loopmend_2.ResponseContextManager[_loopmend_2.APIResponse[_loopmend_1.Translation]]]
 _translations: _loopmend_0.Translations
class AsyncTranslationsWithStreamingResponse:
 def __init__(self, translations: AsyncTranslations) -> None: ...
 create: _loopmend_3.Callable[..., _loopmend_2.AsyncResponseContextManager[_loopmend_2.AsyncAPIResponse[_loopmend_1.Translation]]]
 _translations: _loopmend_0.AsyncTranslations

=== groq.resources.batches
import groq._response as _loopmend_5
import groq.resources.batches as _loopmend_0
import groq.types.batch_cancel_response as _loopmend_4
import groq.types.batch_create_response as _loopmend_1
import groq.types.batch_list_response as _loopmend_3
import groq.types.batch_retrieve_response as _loopmend_2
import typing as _loopmend_6
from __future__ import annotations
from typing import Dict, Optional
from typing_extensions import Literal
import httpx
from ..types import batch_create_params
from .._types import Body, Omit, Query, Headers, NotGiven, omit, not_given
from .._utils import path_template, maybe_transform, async_maybe_transform
from .._compat import cached_property
from .._resource import SyncAPIResource, AsyncAPIResource
from .._response import ( to_raw_response_wrapper, to_streamed_response_wrapper, async_to_raw_response_wrapper, async_to_streamed_response_wrapper, )
from .._base_client import make_request_options
from ..types.batch_list_response import BatchListResponse
from ..types.batch_cancel_response import BatchCancelResponse
from ..types.batch_create_response import BatchCreateResponse
from ..types.batch_retrieve_response import BatchRetrieveResponse
__all__ = ["Batches", "AsyncBatches"]
class Batches(SyncAPIResource):
 @cached_property
 def with_raw_response(self) -> BatchesWithRawResponse: ...
 @cached_property
 def with_streaming_response(self) -> BatchesWithStreamingResponse: ...
 def create(self, *, completion_window: str, endpoint: Literal["/v1/chat/completions"], input_file_id: str, metadata: Optional[Dict[str, str]] | Omit = ..., extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> BatchCreateResponse: ...
 def retrieve(self, batch_id: str, *, extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> BatchRetrieveResponse: ...
 def list(self, *, extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> BatchListResponse: ...
 def cancel(self, batch_id: str, *, extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> BatchCancelResponse: ...
class AsyncBatches(AsyncAPIResource):
 @cached_property
 def with_raw_response(self) -> AsyncBatchesWithRawResponse: ...
 @cached_property
 def with_streaming_response(self) -> AsyncBatchesWithStreamingResponse: ...
 async def create(self, *, completion_window: str, endpoint: Literal["/v1/chat/completions"], input_file_id: str, metadata: Optional[Dict[str, str]] | Omit = ..., extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> BatchCreateResponse: ...
 async def retrieve(self, batch_id: str, *, extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> BatchRetrieveResponse: ...
 async def list(self, *, extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> BatchListResponse: ...
 async def cancel(self, batch_id: str, *, extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> BatchCancelResponse: ...
class BatchesWithRawResponse:
 def __init__(self, batches: Batches) -> None: ...
 create: _loopmend_6.Callable[..., _loopmend_5.APIResponse[_loopmend_1.BatchCreateResponse]]
 retrieve: _loopmend_6.Callable[..., _loopmend_5.APIResponse[_loopmend_2.BatchRetrieveResponse]]
 list: _loopmend_6.Callable[..., _loopmend_5.APIResponse[_loopmend_3.BatchListResponse]]
 cancel: _loopmend_6.Callable[..., _loopmend_5.APIResponse[_loopmend_4.BatchCancelResponse]]
 _batches: _loopmend_0.Batches
class AsyncBatchesWithRawResponse:
 def __init__(self, batches: AsyncBatches) -> None: ...
 create: _loopmend_6.Callable[..., _loopmend_6.Coroutine[_loopmend_6.Any, _loopmend_6.Any, _loopmend_5.AsyncAPIResponse[_loopmend_1.BatchCreateResponse]]]
 retrieve: _loopmend_6.Callable[..., _loopmend_6.Coroutine[_loopmend_6.Any, _loopmend_6.Any, _loopmend_5.AsyncAPIResponse[_loopmend_2.BatchRetrieveResponse]]]
 list: _loopmend_6.Callable[..., _loopmend_6.Coroutine[_loopmend_6.Any, _loopmend_6.Any, _loopmend_5.AsyncAPIResponse[_loopmend_3.BatchListResponse]]]
 cancel: _loopmend_6.Callable[..., _loopmend_6.Coroutine[_loopmend_6.Any, _loopmend_6.Any, _loopmend_5.AsyncAPIResponse[_loopmend_4.BatchCancelResponse]]]
 _batches: _loopmend_0.AsyncBatches
class BatchesWithStreamingResponse:
 def __init__(self, batches: Batches) -> None: ...
 create: _loopmend_6.Callable[..., _loopmend_5.ResponseContextManager[_loopmend_5.APIResponse[_loopmend_1.BatchCreateResponse]]]
 retrieve: _loopmend_6.Callable[..., _loopmend_5.ResponseContextManager[_loopmend_5.APIResponse[_loopmend_2.BatchRetrieveResponse]]]
 list: _loopmend_6.Callable[..., _loopmend_5.ResponseContextManager[_loopmend_5.APIResponse[_loopmend_3.BatchListResponse]]]
 cancel: _loopmend_6.Callable[..., _loopmend_5.ResponseContextManager[_loopmend_5.APIResponse[_loopmend_4.BatchCancelResponse]]]
 _batches: _loopmend_0.Batches
class AsyncBatchesWithStreamingResponse:
 def __init__(self, batches: AsyncBatches) -> None: ...
 create: _loopmend_6.Callable[..., _loopmend_5.AsyncResponseContextManager[_loopmend_5.AsyncAPIResponse[_loopmend_1.BatchCreateResponse]]]
 retrieve: _loopmend_6.Callable[..., _loopmend_5.AsyncResponseContextManager[_loopmend_5.AsyncAPIResponse[_loopmend_2.BatchRetrieveResponse]]]
 list: _loopmend_6.Callable[..., _loopmend_5.AsyncResponseContextManager[_loopmend_5.AsyncAPIResponse[_loopmend_3.BatchListResponse]]]
 cancel: _loopmend_6.Callable[..., _loopmend_5.AsyncResponseContextManager[_loopmend_5.AsyncAPIResponse[_loopmend_4.BatchCancelResponse]]]
 _batches: _loopmend_0.AsyncBatches

=== groq.resources.chat package
from .chat import ( Chat, AsyncChat, ChatWithRawResponse, AsyncChatWithRawResponse, ChatWithStreamingResponse, AsyncChatWithStreamingResponse, )
from .completions import ( Completions, AsyncCompletions, CompletionsWithRawResponse, AsyncCompletionsWithRawResponse, CompletionsWithStreamingResponse, AsyncCompletionsWithStreamingResponse, )
__all__ = [ "Completions", "AsyncCompletions", "CompletionsWithRawResponse", "AsyncCompletionsWithRawResponse", "CompletionsWithStreamingResponse", "AsyncCompletionsWithStreamingResponse", "Chat", "AsyncChat", "ChatWithRawResponse", "AsyncChatWithRawResponse", "ChatWithStreamingResponse", "AsyncChatWithStreamingResponse", ]

=== groq.resources.chat.chat
import groq.resources.chat.chat as _loopmend_1
import groq.resources.chat.completions as _loopmend_0
from __future__ import annotations
from ..._compat import cached_property
from ..._resource import SyncAPIResource, AsyncAPIResource
from .completions import ( Completions, AsyncCompletions, CompletionsWithRawResponse, AsyncCompletionsWithRawResponse, CompletionsWithStreamingResponse, AsyncCompletionsWithStreamingResponse, )
__all__ = ["Chat", "AsyncChat"]
class Chat(SyncAPIResource):
 @cached_property
 def completions(self) -> Completions: ...
 @cached_property
 def with_raw_response(self) -> ChatWithRawResponse: ...
 @cached_property
 def with_streaming_response(self) -> ChatWithStreamingResponse: ...
class AsyncChat(AsyncAPIResource):
 @cached_property
 def completions(self) -> AsyncCompletions: ...
 @cached_property
 def with_raw_response(self) -> AsyncChatWithRawResponse: ...
 @cached_property
 def with_streaming_response(self) -> AsyncChatWithStreamingResponse: ...
class ChatWithRawResponse:
 def __init__(self, chat: Chat) -> None: ...
 @cached_property
 def completions(self) -> CompletionsWithRawResponse: ...
 _chat: _loopmend_1.Chat
class AsyncChatWithRawResponse:
 def __init__(self, chat: AsyncChat) -> None: ...
 @cached_property
 def completions(self) -> AsyncCompletionsWithRawResponse: ...
 _chat: _loopmend_1.AsyncChat
class ChatWithStreamingResponse:
 def __init__(self, chat: Chat) -> None: ...
 @cached_property
 def completions(self) -> CompletionsWithStreamingResponse: ...
 _chat: _loopmend_1.Chat
class AsyncChatWithStreamingResponse:
 def __init__(self, chat: AsyncChat) -> None: ...
 @cached_property
 def completions(self) -> AsyncCompletionsWithStreamingResponse: ...
 _chat: _loopmend_1.AsyncChat

=== groq.resources.chat.completions
import groq._response as _loopmend_4
import groq._streaming as _loopmend_2
import groq.resources.chat.completions as _loopmend_0
import groq.types.chat.chat_completion as _loopmend_1
import groq.types.chat.chat_completion_chunk as _loopmend_3
import typing as _loopmend_5
from __future__ import annotations
from typing import Dict, Union, Iterable, Optional, overload
from typing_extensions import Literal
import httpx
from ..._types import Body, Omit, Query, Headers, NotGiven, SequenceNotStr, omit, not_given
from ..._utils import maybe_transform, async_maybe_transform
from ..._compat import cached_property
from ..._resource import SyncAPIResource, AsyncAPIResource
from ..._response import ( to_raw_response_wrapper, to_streamed_response_wrapper, async_to_raw_response_wrapper, async_to_streamed_response_wrapper, )
from ..._streaming import Stream, AsyncStream
from ...types.chat import completion_create_params
from ..._base_client import make_request_options
from ...types.chat.chat_completion import ChatCompletion
from ...types.chat.chat_completion_chunk import ChatCompletionChunk
from ...types.chat.chat_completion_tool_param import ChatCompletionToolParam
from ...types.chat.chat_completion_message_param import ChatCompletionMessageParam
from ...types.chat.chat_completion_tool_choice_option_param import ChatCompletionToolChoiceOptionParam
__all__ = ["Completions", "AsyncCompletions"]
class Completions(SyncAPIResource):
 @cached_property
 def with_raw_response(self) -> CompletionsWithRawResponse: ...
 @cached_property
 def with_streaming_response(self) -> CompletionsWithStreamingResponse: ...
 @overload
 def create(self, *, messages: Iterable[ChatCompletionMessageParam], model: Union[ str, Literal[ "compound-beta", "compound-beta-mini", "gemma2-9b-it", "llama-3.1-8b-instant", "llama-3.3-70b-versatile", "meta-llama/llama-4-maverick-17b-128e-instruct", "meta-llama/llama-4-scout-17b-16e-instruct", "meta-llama/llama-guard-4-12b", "moonshotai/kimi-k2-instruct", "openai/gpt-oss-120b", "openai/gpt-oss-20b", "qwen/qwen3-32b", "qwen/qwen3.6-27b", "qwen/qwen3.8-27b", ], ], citation_options: Optional[Literal["enabled", "disabled"]] | Omit = ..., compound_custom: Optional[completion_create_params.CompoundCustom] | Omit = ..., disable_tool_validation: Optional[bool] | Omit = ..., documents: Optional[Iterable[completion_create_params.Document]] | Omit = ..., exclude_domains: Optional[SequenceNotStr[str]] | Omit = ..., frequency_penalty: Optional[float] | Omit = ..., function_call: Optional[completion_create_params.FunctionCall] | Omit = ..., functions: Optional[Iterable[completion_create_params.Function]] | Omit = ..., include_domains: Optional[SequenceNotStr[str]] | Omit = ..., include_reasoning: Optional[bool] | Omit = ..., logit_bias: Optional[Dict[str, int]] | Omit = ..., logprobs: Optional[bool] | Omit = ..., max_completion_tokens: Optional[int] | Omit = ..., max_tokens: Optional[int] | Omit = ..., metadata: Optional[Dict[str, str]] | Omit = ..., n: Optional[int] | Omit = ..., parallel_tool_calls: Optional[bool] | Omit = ..., presence_penalty: Optional[float] | Omit = ..., reasoning_effort: Optional[Literal["none", "default", "low", "medium", "high"]] | Omit = ..., reasoning_format: Optional[Literal["hidden", "raw", "parsed"]] | Omit = ..., response_format: Optional[completion_create_params.ResponseFormat] | Omit = ..., search_settings: Optional[completion_create_params.SearchSettings] | Omit = ..., seed: Optional[int] | Omit = ..., service_tier: Optional[Literal["auto", "on_demand", "flex", "performance"]] | Omit = ..., stop: Union[Optional[str], SequenceNotStr[str], None] | Omit = ..., store: Optional[bool] | Omit = ..., stream: Optional[Literal[False]] | Omit = ..., temperature: Optional[float] | Omit = ..., tool_choice: Optional[ChatCompletionToolChoiceOptionParam] | Omit = ..., tools: Optional[Iterable[ChatCompletionToolParam]] | Omit = ..., top_logprobs: Optional[int] | Omit = ..., top_p: Optional[float] | Omit = ..., user: Optional[str] | Omit = ..., extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> ChatCompletion: ...
 @overload
 def create(self, *, messages: Iterable[ChatCompletionMessageParam], model: Union[ str, Literal[ "compound-beta", "compound-beta-mini", "gemma2-9b-it", "llama-3.1-8b-instant", "llama-3.3-70b-versatile", "meta-llama/llama-4-maverick-17b-128e-instruct", "meta-llama/llama-4-scout-17b-16e-instruct", "meta-llama/llama-guard-4-12b", "moonshotai/kimi-k2-instruct", "openai/gpt-oss-120b", "openai/gpt-oss-20b", "qwen/qwen3-32b", ], ], citation_options: Optional[Literal["enabled", "disabled"]] | Omit = ..., compound_custom: Optional[completion_create_params.CompoundCustom] | Omit = ..., disable_tool_validation: Optional[bool] | Omit = ..., documents: Optional[Iterable[completion_create_params.Document]] | Omit = ..., exclude_domains: Optional[SequenceNotStr[str]] | Omit = ..., frequency_penalty: Optional[float] | Omit = ..., function_call: Optional[completion_create_params.FunctionCall] | Omit = ..., functions: Optional[Iterable[completion_create_params.Function]] | Omit = ..., include_domains: Optional[SequenceNotStr[str]] | Omit = ..., include_reasoning: Optional[bool] | Omit = ..., logit_bias: Optional[Dict[str, int]] | Omit = ..., logprobs: Optional[bool] | Omit = ..., max_completion_tokens: Optional[int] | Omit = ..., max_tokens: Optional[int] | Omit = ..., metadata: Optional[Dict[str, str]] | Omit = ..., n: Optional[int] | Omit = ..., parallel_tool_calls: Optional[bool] | Omit = ..., presence_penalty: Optional[float] | Omit = ..., reasoning_effort: Optional[Literal["none", "default", "low", "medium", "high"]] | Omit = ..., reasoning_format: Optional[Literal["hidden", "raw", "parsed"]] | Omit = ..., response_format: Optional[completion_create_params.ResponseFormat] | Omit = ..., search_settings: Optional[completion_create_params.SearchSettings] | Omit = ..., seed: Optional[int] | Omit = ..., service_tier: Optional[Literal["auto", "on_demand", "flex", "performance"]] | Omit = ..., stop: Union[Optional[str], SequenceNotStr[str], None] | Omit = ..., store: Optional[bool] | Omit = ..., stream: Literal[True], temperature: Optional[float] | Omit = ..., tool_choice: Optional[ChatCompletionToolChoiceOptionParam] | Omit = ..., tools: Optional[Iterable[ChatCompletionToolParam]] | Omit = ..., top_logprobs: Optional[int] | Omit = ..., top_p: Optional[float] | Omit = ..., user: Optional[str] | Omit = ..., extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> Stream[ChatCompletionChunk]: ...
 @overload
 def create(self, *, messages: Iterable[ChatCompletionMessageParam], model: Union[ str, Literal[ "compound-beta", "compound-beta-mini", "gemma2-9b-it", "llama-3.1-8b-instant", "llama-3.3-70b-versatile", "meta-llama/llama-4-maverick-17b-128e-instruct", "meta-llama/llama-4-scout-17b-16e-instruct", "meta-llama/llama-guard-4-12b", "moonshotai/kimi-k2-instruct", "openai/gpt-oss-120b", "openai/gpt-oss-20b", "qwen/qwen3-32b", ], ], citation_options: Optional[Literal["enabled", "disabled"]] | Omit = ..., compound_custom: Optional[completion_create_params.CompoundCustom] | Omit = ..., disable_tool_validation: Optional[bool] | Omit = ..., documents: Optional[Iterable[completion_create_params.Document]] | Omit = ..., exclude_domains: Optional[SequenceNotStr[str]] | Omit = ..., frequency_penalty: Optional[float] | Omit = ..., function_call: Optional[completion_create_params.FunctionCall] | Omit = ..., functions: Optional[Iterable[completion_create_params.Function]] | Omit = ..., include_domains: Optional[SequenceNotStr[str]] | Omit = ..., include_reasoning: Optional[bool] | Omit = ..., logit_bias: Optional[Dict[str, int]] | Omit = ..., logprobs: Optional[bool] | Omit = ..., max_completion_tokens: Optional[int] | Omit = ..., max_tokens: Optional[int] | Omit = ..., metadata: Optional[Dict[str, str]] | Omit = ..., n: Optional[int] | Omit = ..., parallel_tool_calls: Optional[bool] | Omit = ..., presence_penalty: Optional[float] | Omit = ..., reasoning_effort: Optional[Literal["none", "default", "low", "medium", "high"]] | Omit = ..., reasoning_format: Optional[Literal["hidden", "raw", "parsed"]] | Omit = ..., response_format: Optional[completion_create_params.ResponseFormat] | Omit = ..., search_settings: Optional[completion_create_params.SearchSettings] | Omit = ..., seed: Optional[int] | Omit = ..., service_tier: Optional[Literal["auto", "on_demand", "flex", "performance"]] | Omit = ..., stop: Union[Optional[str], SequenceNotStr[str], None] | Omit = ..., store: Optional[bool] | Omit = ..., stream: bool, temperature: Optional[float] | Omit = ..., tool_choice: Optional[ChatCompletionToolChoiceOptionParam] | Omit = ..., tools: Optional[Iterable[ChatCompletionToolParam]] | Omit = ..., top_logprobs: Optional[int] | Omit = ..., top_p: Optional[float] | Omit = ..., user: Optional[str] | Omit = ..., extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> ChatCompletion | Stream[ChatCompletionChunk]: ...
 def create(self, *, messages: Iterable[ChatCompletionMessageParam], model: Union[ str, Literal[ "compound-beta", "compound-beta-mini", "gemma2-9b-it", "llama-3.1-8b-instant", "llama-3.3-70b-versatile", "meta-llama/llama-4-maverick-17b-128e-instruct", "meta-llama/llama-4-scout-17b-16e-instruct", "meta-llama/llama-guard-4-12b", "moonshotai/kimi-k2-instruct", "openai/gpt-oss-120b", "openai/gpt-oss-20b", "qwen/qwen3-32b", ], ], citation_options: Optional[Literal["enabled", "disabled"]] | Omit = ..., compound_custom: Optional[completion_create_params.CompoundCustom] | Omit = ..., disable_tool_validation: Optional[bool] | Omit = ..., documents: Optional[Iterable[completion_create_params.Document]] | Omit = ..., exclude_domains: Optional[SequenceNotStr[str]] | Omit = ..., frequency_penalty: Optional[float] | Omit = ..., function_call: Optional[completion_create_params.FunctionCall] | Omit = ..., functions: Optional[Iterable[completion_create_params.Function]] | Omit = ..., include_domains: Optional[SequenceNotStr[str]] | Omit = ..., include_reasoning: Optional[bool] | Omit = ..., logit_bias: Optional[Dict[str, int]] | Omit = ..., logprobs: Optional[bool] | Omit = ..., max_completion_tokens: Optional[int] | Omit = ..., max_tokens: Optional[int] | Omit = ..., metadata: Optional[Dict[str, str]] | Omit = ..., n: Optional[int] | Omit = ..., parallel_tool_calls: Optional[bool] | Omit = ..., presence_penalty: Optional[float] | Omit = ..., reasoning_effort: Optional[Literal["none", "default", "low", "medium", "high"]] | Omit = ..., reasoning_format: Optional[Literal["hidden", "raw", "parsed"]] | Omit = ..., response_format: Optional[completion_create_params.ResponseFormat] | Omit = ..., search_settings: Optional[completion_create_params.SearchSettings] | Omit = ..., seed: Optional[int] | Omit = ..., service_tier: Optional[Literal["auto", "on_demand", "flex", "performance"]] | Omit = ..., stop: Union[Optional[str], SequenceNotStr[str], None] | Omit = ..., store: Optional[bool] | Omit = ..., stream: Optional[Literal[False]] | Literal[True] | Omit = ..., temperature: Optional[float] | Omit = ..., tool_choice: Optional[ChatCompletionToolChoiceOptionParam] | Omit = ..., tools: Optional[Iterable[ChatCompletionToolParam]] | Omit = ..., top_logprobs: Optional[int] | Omit = ..., top_p: Optional[float] | Omit = ..., user: Optional[str] | Omit = ..., extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> ChatCompletion | Stream[ChatCompletionChunk]: ...
class AsyncCompletions(AsyncAPIResource):
 @cached_property
 def with_raw_response(self) -> AsyncCompletionsWithRawResponse: ...
 @cached_property
 def with_streaming_response(self) -> AsyncCompletionsWithStreamingResponse: ...
 @overload
 async def create(self, *, messages: Iterable[ChatCompletionMessageParam], model: Union[ str, Literal[ "compound-beta", "compound-beta-mini", "gemma2-9b-it", "llama-3.1-8b-instant", "llama-3.3-70b-versatile", "meta-llama/llama-4-maverick-17b-128e-instruct", "meta-llama/llama-4-scout-17b-16e-instruct", "meta-llama/llama-guard-4-12b", "moonshotai/kimi-k2-instruct", "openai/gpt-oss-120b", "openai/gpt-oss-20b", "qwen/qwen3-32b", ], ], citation_options: Optional[Literal["enabled", "disabled"]] | Omit = ..., compound_custom: Optional[completion_create_params.CompoundCustom] | Omit = ..., disable_tool_validation: Optional[bool] | Omit = ..., documents: Optional[Iterable[completion_create_params.Document]] | Omit = ..., exclude_domains: Optional[SequenceNotStr[str]] | Omit = ..., frequency_penalty: Optional[float] | Omit = ..., function_call: Optional[completion_create_params.FunctionCall] | Omit = ..., functions: Optional[Iterable[completion_create_params.Function]] | Omit = ..., include_domains: Optional[SequenceNotStr[str]] | Omit = ..., include_reasoning: Optional[bool] | Omit = ..., logit_bias: Optional[Dict[str, int]] | Omit = ..., logprobs: Optional[bool] | Omit = ..., max_completion_tokens: Optional[int] | Omit = ..., max_tokens: Optional[int] | Omit = ..., metadata: Optional[Dict[str, str]] | Omit = ..., n: Optional[int] | Omit = ..., parallel_tool_calls: Optional[bool] | Omit = ..., presence_penalty: Optional[float] | Omit = ..., reasoning_effort: Optional[Literal["none", "default", "low", "medium", "high"]] | Omit = ..., reasoning_format: Optional[Literal["hidden", "raw", "parsed"]] | Omit = ..., response_format: Optional[completion_create_params.ResponseFormat] | Omit = ..., search_settings: Optional[completion_create_params.SearchSettings] | Omit = ..., seed: Optional[int] | Omit = ..., service_tier: Optional[Literal["auto", "on_demand", "flex", "performance"]] | Omit = ..., stop: Union[Optional[str], SequenceNotStr[str], None] | Omit = ..., store: Optional[bool] | Omit = ..., stream: Optional[Literal[False]] | Omit = ..., temperature: Optional[float] | Omit = ..., tool_choice: Optional[ChatCompletionToolChoiceOptionParam] | Omit = ..., tools: Optional[Iterable[ChatCompletionToolParam]] | Omit = ..., top_logprobs: Optional[int] | Omit = ..., top_p: Optional[float] | Omit = ..., user: Optional[str] | Omit = ..., extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> ChatCompletion: ...
 @overload
 async def create(self, *, messages: Iterable[ChatCompletionMessageParam], model: Union[ str, Literal[ "compound-beta", "compound-beta-mini", "gemma2-9b-it", "llama-3.1-8b-instant", "llama-3.3-70b-versatile", "meta-llama/llama-4-maverick-17b-128e-instruct", "meta-llama/llama-4-scout-17b-16e-instruct", "meta-llama/llama-guard-4-12b", "moonshotai/kimi-k2-instruct", "openai/gpt-oss-120b", "openai/gpt-oss-20b", "qwen/qwen3-32b", ], ], citation_options: Optional[Literal["enabled", "disabled"]] | Omit = ..., compound_custom: Optional[completion_create_params.CompoundCustom] | Omit = ..., disable_tool_validation: Optional[bool] | Omit = ..., documents: Optional[Iterable[completion_create_params.Document]] | Omit = ..., exclude_domains: Optional[SequenceNotStr[str]] | Omit = ..., frequency_penalty: Optional[float] | Omit = ..., function_call: Optional[completion_create_params.FunctionCall] | Omit = ..., functions: Optional[Iterable[completion_create_params.Function]] | Omit = ..., include_domains: Optional[SequenceNotStr[str]] | Omit = ..., include_reasoning: Optional[bool] | Omit = ..., logit_bias: Optional[Dict[str, int]] | Omit = ..., logprobs: Optional[bool] | Omit = ..., max_completion_tokens: Optional[int] | Omit = ..., max_tokens: Optional[int] | Omit = ..., metadata: Optional[Dict[str, str]] | Omit = ..., n: Optional[int] | Omit = ..., parallel_tool_calls: Optional[bool] | Omit = ..., presence_penalty: Optional[float] | Omit = ..., reasoning_effort: Optional[Literal["none", "default", "low", "medium", "high"]] | Omit = ..., reasoning_format: Optional[Literal["hidden", "raw", "parsed"]] | Omit = ..., response_format: Optional[completion_create_params.ResponseFormat] | Omit = ..., search_settings: Optional[completion_create_params.SearchSettings] | Omit = ..., seed: Optional[int] | Omit = ..., service_tier: Optional[Literal["auto", "on_demand", "flex", "performance"]] | Omit = ..., stop: Union[Optional[str], SequenceNotStr[str], None] | Omit = ..., store: Optional[bool] | Omit = ..., stream: Literal[True], temperature: Optional[float] | Omit = ..., tool_choice: Optional[ChatCompletionToolChoiceOptionParam] | Omit = ..., tools: Optional[Iterable[ChatCompletionToolParam]] | Omit = ..., top_logprobs: Optional[int] | Omit = ..., top_p: Optional[float] | Omit = ..., user: Optional[str] | Omit = ..., extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> AsyncStream[ChatCompletionChunk]: ...
 @overload
 async def create(self, *, messages: Iterable[ChatCompletionMessageParam], model: Union[ str, Literal[ "compound-beta", "compound-beta-mini", "gemma2-9b-it", "llama-3.1-8b-instant", "llama-3.3-70b-versatile", "meta-llama/llama-4-maverick-17b-128e-instruct", "meta-llama/llama-4-scout-17b-16e-instruct", "meta-llama/llama-guard-4-12b", "moonshotai/kimi-k2-instruct", "openai/gpt-oss-120b", "openai/gpt-oss-20b", "qwen/qwen3-32b", ], ], citation_options: Optional[Literal["enabled", "disabled"]] | Omit = ..., compound_custom: Optional[completion_create_params.CompoundCustom] | Omit = ..., disable_tool_validation: Optional[bool] | Omit = ..., documents: Optional[Iterable[completion_create_params.Document]] | Omit = ..., exclude_domains: Optional[SequenceNotStr[str]] | Omit = ..., frequency_penalty: Optional[float] | Omit = ..., function_call: Optional[completion_create_params.FunctionCall] | Omit = ..., functions: Optional[Iterable[completion_create_params.Function]] | Omit = ..., include_domains: Optional[SequenceNotStr[str]] | Omit = ..., include_reasoning: Optional[bool] | Omit = ..., logit_bias: Optional[Dict[str, int]] | Omit = ..., logprobs: Optional[bool] | Omit = ..., max_completion_tokens: Optional[int] | Omit = ..., max_tokens: Optional[int] | Omit = ..., metadata: Optional[Dict[str, str]] | Omit = ..., n: Optional[int] | Omit = ..., parallel_tool_calls: Optional[bool] | Omit = ..., presence_penalty: Optional[float] | Omit = ..., reasoning_effort: Optional[Literal["none", "default", "low", "medium", "high"]] | Omit = ..., reasoning_format: Optional[Literal["hidden", "raw", "parsed"]] | Omit = ..., response_format: Optional[completion_create_params.ResponseFormat] | Omit = ..., search_settings: Optional[completion_create_params.SearchSettings] | Omit = ..., seed: Optional[int] | Omit = ..., service_tier: Optional[Literal["auto", "on_demand", "flex", "performance"]] | Omit = ..., stop: Union[Optional[str], SequenceNotStr[str], None] | Omit = ..., store: Optional[bool] | Omit = ..., stream: bool, temperature: Optional[float] | Omit = ..., tool_choice: Optional[ChatCompletionToolChoiceOptionParam] | Omit = ..., tools: Optional[Iterable[ChatCompletionToolParam]] | Omit = ..., top_logprobs: Optional[int] | Omit = ..., top_p: Optional[float] | Omit = ..., user: Optional[str] | Omit = ..., extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> ChatCompletion | AsyncStream[ChatCompletionChunk]: ...
 async def create(self, *, messages: Iterable[ChatCompletionMessageParam], model: Union[ str, Literal[ "compound-beta", "compound-beta-mini", "gemma2-9b-it", "llama-3.1-8b-instant", "llama-3.3-70b-versatile", "meta-llama/llama-4-maverick-17b-128e-instruct", "meta-llama/llama-4-scout-17b-16e-instruct", "meta-llama/llama-guard-4-12b", "moonshotai/kimi-k2-instruct", "openai/gpt-oss-120b", "openai/gpt-oss-20b", "qwen/qwen3-32b", "qwen/qwen3.6-27b", "qwen/qwen3.8-27b", ], ], citation_options: Optional[Literal["enabled", "disabled"]] | Omit = ..., compound_custom: Optional[completion_create_params.CompoundCustom] | Omit = ..., disable_tool_validation: Optional[bool] | Omit = ..., documents: Optional[Iterable[completion_create_params.Document]] | Omit = ..., exclude_domains: Optional[SequenceNotStr[str]] | Omit = ..., frequency_penalty: Optional[float] | Omit = ..., function_call: Optional[completion_create_params.FunctionCall] | Omit = ..., functions: Optional[Iterable[completion_create_params.Function]] | Omit = ..., include_domains: Optional[SequenceNotStr[str]] | Omit = ..., include_reasoning: Optional[bool] | Omit = ..., logit_bias: Optional[Dict[str, int]] | Omit = ..., logprobs: Optional[bool] | Omit = ..., max_completion_tokens: Optional[int] | Omit = ..., max_tokens: Optional[int] | Omit = ..., metadata: Optional[Dict[str, str]] | Omit = ..., n: Optional[int] | Omit = ..., parallel_tool_calls: Optional[bool] | Omit = ..., presence_penalty: Optional[float] | Omit = ..., reasoning_effort: Optional[Literal["none", "default", "low", "medium", "high"]] | Omit = ..., reasoning_format: Optional[Literal["hidden", "raw", "parsed"]] | Omit = ..., response_format: Optional[completion_create_params.ResponseFormat] | Omit = ..., search_settings: Optional[completion_create_params.SearchSettings] | Omit = ..., seed: Optional[int] | Omit = ..., service_tier: Optional[Literal["auto", "on_demand", "flex", "performance"]] | Omit = ..., stop: Union[Optional[str], SequenceNotStr[str], None] | Omit = ..., store: Optional[bool] | Omit = ..., stream: Optional[Literal[False]] | Literal[True] | Omit = ..., temperature: Optional[float] | Omit = ..., tool_choice: Optional[ChatCompletionToolChoiceOptionParam] | Omit = ..., tools: Optional[Iterable[ChatCompletionToolParam]] | Omit = ..., top_logprobs: Optional[int] | Omit = ..., top_p: Optional[float] | Omit = ..., user: Optional[str] | Omit = ..., extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> ChatCompletion | AsyncStream[ChatCompletionChunk]: ...
class CompletionsWithRawResponse:
 def __init__(self, completions: Completions) -> None: ...
 create: _loopmend_5.Callable[..., _loopmend_4.APIResponse[_loopmend_1.ChatCompletion | _loopmend_2.Stream]]
 _completions: _loopmend_0.Completions
class AsyncCompletionsWithRawResponse:
 def __init__(self, completions: AsyncCompletions) -> None: ...
 create: _loopmend_5.Callable[..., _loopmend_5.Coroutine[_loopmend_5.Any, _loopmend_5.Any, _loopmend_4.AsyncAPIResponse]]
 _completions: _loopmend_0.AsyncCompletions
class CompletionsWithStreamingResponse:
 def __init__(self, completions: Completions) -> None: ...
 create: _loopmend_5.Callable[..., _loopmend_4.ResponseContextManager[_loopmend_4.APIResponse]]
 _completions: _loopmend_0.Completions
class AsyncCompletionsWithStreamingResponse:
 def __init__(self, completions: AsyncCompletions) -> None: ...
 create: _loopmend_5.Callable[..., _loopmend_4.AsyncResponseContextManager[_loopmend_4.AsyncAPIResponse]]
 _completions: _loopmend_0.AsyncCompletions

=== groq.resources.embeddings
import groq._response as _loopmend_2
import groq.resources.embeddings as _loopmend_0
import groq.types.create_embedding_response as _loopmend_1
import typing as _loopmend_3
from __future__ import annotations
from typing import Union, Optional
from typing_extensions import Literal
import httpx
from ..types import embedding_create_params
from .._types import Body, Omit, Query, Headers, NotGiven, SequenceNotStr, omit, not_given
from .._utils import maybe_transform, async_maybe_transform
from .._compat import cached_property
from .._resource import SyncAPIResource, AsyncAPIResource
from .._response import ( to_raw_response_wrapper, to_streamed_response_wrapper, async_to_raw_response_wrapper, async_to_streamed_response_wrapper, )
from .._base_client import make_request_options
from ..types.create_embedding_response import CreateEmbeddingResponse
__all__ = ["Embeddings", "AsyncEmbeddings"]
class Embeddings(SyncAPIResource):
 @cached_property
 def with_raw_response(self) -> EmbeddingsWithRawResponse: ...
 @cached_property
 def with_streaming_response(self) -> EmbeddingsWithStreamingResponse: ...
 def create(self, *, input: Union[str, SequenceNotStr[str]], model: Union[str, Literal["nomic-embed-text-v1_5"]], encoding_format: Literal["float", "base64"] | Omit = ..., user: Optional[str] | Omit = ..., extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> CreateEmbeddingResponse: ...
class AsyncEmbeddings(AsyncAPIResource):
 @cached_property
 def with_raw_response(self) -> AsyncEmbeddingsWithRawResponse: ...
 @cached_property
 def with_streaming_response(self) -> AsyncEmbeddingsWithStreamingResponse: ...
 async def create(self, *, input: Union[str, SequenceNotStr[str]], model: Union[str, Literal["nomic-embed-text-v1_5"]], encoding_format: Literal["float", "base64"] | Omit = ..., user: Optional[str] | Omit = ..., extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> CreateEmbeddingResponse: ...
class EmbeddingsWithRawResponse:
 def __init__(self, embeddings: Embeddings) -> None: ...
 create: _loopmend_3.Callable[..., _loopmend_2.APIResponse[_loopmend_1.CreateEmbeddingResponse]]
 _embeddings: _loopmend_0.Embeddings
class AsyncEmbeddingsWithRawResponse:
 def __init__(self, embeddings: AsyncEmbeddings) -> None: ...
 create: _loopmend_3.Callable[..., _loopmend_3.Coroutine[_loopmend_3.Any, _loopmend_3.Any, _loopmend_2.AsyncAPIResponse[_loopmend_1.CreateEmbeddingResponse]]]
 _embeddings: _loopmend_0.AsyncEmbeddings
class EmbeddingsWithStreamingResponse:
 def __init__(self, embeddings: Embeddings) -> None: ...
 create: _loopmend_3.Callable[..., _loopmend_2.ResponseContextManager[_loopmend_2.APIResponse[_loopmend_1.CreateEmbeddingResponse]]]
 _embeddings: _loopmend_0.Embeddings
class AsyncEmbeddingsWithStreamingResponse:
 def __init__(self, embeddings: AsyncEmbeddings) -> None: ...
 create: _loopmend_3.Callable[..., _loopmend_2.AsyncResponseContextManager[_loopmend_2.AsyncAPIResponse[_loopmend_1.CreateEmbeddingResponse]]]
 _embeddings: _loopmend_0.AsyncEmbeddings

=== groq.resources.files
import groq._response as _loopmend_4
import groq.resources.files as _loopmend_0
import groq.types.file_create_response as _loopmend_1
import groq.types.file_delete_response as _loopmend_3
import groq.types.file_info_response as _loopmend_5
import groq.types.file_list_response as _loopmend_2
import typing as _loopmend_6
from __future__ import annotations
from typing import Mapping, cast
from typing_extensions import Literal
import httpx
from ..types import file_create_params
from .._files import deepcopy_with_paths
from .._types import Body, Query, Headers, NotGiven, FileTypes, not_given
from .._utils import extract_files, path_template, maybe_transform, async_maybe_transform
from .._compat import cached_property
from .._resource import SyncAPIResource, AsyncAPIResource
from .._response import ( BinaryAPIResponse, AsyncBinaryAPIResponse, StreamedBinaryAPIResponse, AsyncStreamedBinaryAPIResponse, to_raw_response_wrapper, to_streamed_response_wrapper, async_to_raw_response_wrapper, to_custom_raw_response_wrapper, async_to_streamed_response_wrapper, to_custom_streamed_response_wrapper, async_to_custom_raw_response_wrapper, async_to_custom_streamed_response_wrapper, )
from .._base_client import make_request_options
from ..types.file_info_response import FileInfoResponse
from ..types.file_list_response import FileListResponse
from ..types.file_create_response import FileCreateResponse
from ..types.file_delete_response import FileDeleteResponse
__all__ = ["Files", "AsyncFiles"]
class Files(SyncAPIResource):
 @cached_property
 def with_raw_response(self) -> FilesWithRawResponse: ...
 @cached_property
 def with_streaming_response(self) -> FilesWithStreamingResponse: ...
 def create(self, *, file: FileTypes, purpose: Literal["batch"], extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> FileCreateResponse: ...
 def list(self, *, extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> FileListResponse: ...
 def delete(self, file_id: str, *, extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> FileDeleteResponse: ...
 def content(self, file_id: str, *, extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> BinaryAPIResponse: ...
 def info(self, file_id: str, *, extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> FileInfoResponse: ...
class AsyncFiles(AsyncAPIResource):
 @cached_property
 def with_raw_response(self) -> AsyncFilesWithRawResponse: ...
 @cached_property
 def with_streaming_response(self) -> AsyncFilesWithStreamingResponse: ...
 async def create(self, *, file: FileTypes, purpose: Literal["batch"], extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> FileCreateResponse: ...
 async def list(self, *, extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> FileListResponse: ...
 async def delete(self, file_id: str, *, extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> FileDeleteResponse: ...
 async def content(self, file_id: str, *, extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> AsyncBinaryAPIResponse: ...
 async def info(self, file_id: str, *, extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> FileInfoResponse: ...
class FilesWithRawResponse:
 def __init__(self, files: Files) -> None: ...
 create: _loopmend_6.Callable[..., _loopmend_4.APIResponse[_loopmend_1.FileCreateResponse]]
 list: _loopmend_6.Callable[..., _loopmend_4.APIResponse[_loopmend_2.FileListResponse]]
 delete: _loopmend_6.Callable[..., _loopmend_4.APIResponse[_loopmend_3.FileDeleteResponse]]
 content: _loopmend_6.Callable[..., _loopmend_4.BinaryAPIResponse]
 info: _loopmend_6.Callable[..., _loopmend_4.APIResponse[_loopmend_5.FileInfoResponse]]
 _files: _loopmend_0.Files
class AsyncFilesWithRawResponse:
 def __init__(self, files: AsyncFiles) -> None: ...
 create: _loopmend_6.Callable[..., _loopmend_6.Coroutine[_loopmend_6.Any, _loopmend_6.Any, _loopmend_4.AsyncAPIResponse[_loopmend_1.FileCreateResponse]]]
 list: _loopmend_6.Callable[..., _loopmend_6.Coroutine[_loopmend_6.Any, _loopmend_6.Any, _loopmend_4.AsyncAPIResponse[_loopmend_2.FileListResponse]]]
 delete: _loopmend_6.Callable[..., _loopmend_6.Coroutine[_loopmend_6.Any, _loopmend_6.Any, _loopmend_4.AsyncAPIResponse[_loopmend_3.FileDeleteResponse]]]
 content: _loopmend_6.Callable[..., _loopmend_6.Awaitable[_loopmend_4.AsyncBinaryAPIResponse]]
 info: _loopmend_6.Callable[..., _loopmend_6.Coroutine[_loopmend_6.Any, _loopmend_6.Any, _loopmend_4.AsyncAPIResponse[_loopmend_5.FileInfoResponse]]]
 _files: _loopmend_0.AsyncFiles
class FilesWithStreamingResponse:
 def __init__(self, files: Files) -> None: ...
 create: _loopmend_6.Callable[..., _loopmend_4.ResponseContextManager[_loopmend_4.APIResponse[_loopmend_1.FileCreateResponse]]]
 list: _loopmend_6.Callable[..., _loopmend_4.ResponseContextManager[_loopmend_4.APIResponse[_loopmend_2.FileListResponse]]]
 delete: _loopmend_6.Callable[..., _loopmend_4.ResponseContextManager[_loopmend_4.APIResponse[_loopmend_3.FileDeleteResponse]]]
 content: _loopmend_6.Callable[..., _loopmend_4.ResponseContextManager[_loopmend_4.StreamedBinaryAPIResponse]]
 info: _loopmend_6.Callable[..., _loopmend_4.ResponseContextManager[_loopmend_4.APIResponse[_loopmend_5.FileInfoResponse]]]
 _files: _loopmend_0.Files
class AsyncFilesWithStreamingResponse:
 def __init__(self, files: AsyncFiles) -> None: ...
 create: _loopmend_6.Callable[..., _loopmend_4.AsyncResponseContextManager[_loopmend_4.AsyncAPIResponse[_loopmend_1.FileCreateResponse]]]
 list: _loopmend_6.Callable[..., _loopmend_4.AsyncResponseContextManager[_loopmend_4.AsyncAPIResponse[_loopmend_2.FileListResponse]]]
 delete: _loopmend_6.Callable[..., _loopmend_4.AsyncResponseContextManager[_loopmend_4.AsyncAPIResponse[_loopmend_3.FileDeleteResponse]]]
 content: _loopmend_6.Callable[..., _loopmend_4.AsyncResponseContextManager[_loopmend_4.AsyncStreamedBinaryAPIResponse]]
 info: _loopmend_6.Callable[..., _loopmend_4.AsyncResponseContextManager[_loopmend_4.AsyncAPIResponse[_loopmend_5.FileInfoResponse]]]
 _files: _loopmend_0.AsyncFiles

=== groq.resources.models
import groq._response as _loopmend_4
import groq.resources.models as _loopmend_0
import groq.types.model as _loopmend_1
import groq.types.model_deleted as _loopmend_3
import groq.types.model_list_response as _loopmend_2
import typing as _loopmend_5
from __future__ import annotations
import httpx
from .._types import Body, Query, Headers, NotGiven, not_given
from .._utils import path_template
from .._compat import cached_property
from .._resource import SyncAPIResource, AsyncAPIResource
from .._response import ( to_raw_response_wrapper, to_streamed_response_wrapper, async_to_raw_response_wrapper, async_to_streamed_response_wrapper, )
from ..types.model import Model
from .._base_client import make_request_options
from ..types.model_deleted import ModelDeleted
from ..types.model_list_response import ModelListResponse
__all__ = ["Models", "AsyncModels"]
class Models(SyncAPIResource):
 @cached_property
 def with_raw_response(self) -> ModelsWithRawResponse: ...
 @cached_property
 def with_streaming_response(self) -> ModelsWithStreamingResponse: ...
 def retrieve(self, model: str, *, extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> Model: ...
 def list(self, *, extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> ModelListResponse: ...
 def delete(self, model: str, *, extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> ModelDeleted: ...
class AsyncModels(AsyncAPIResource):
 @cached_property
 def with_raw_response(self) -> AsyncModelsWithRawResponse: ...
 @cached_property
 def with_streaming_response(self) -> AsyncModelsWithStreamingResponse: ...
 async def retrieve(self, model: str, *, extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> Model: ...
 async def list(self, *, extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> ModelListResponse: ...
 async def delete(self, model: str, *, extra_headers: Headers | None = None, extra_query: Query | None = None, extra_body: Body | None = None, timeout: float | httpx.Timeout | None | NotGiven = ...) -> ModelDeleted: ...
class ModelsWithRawResponse:
 def __init__(self, models: Models) -> None: ...
 retrieve: _loopmend_5.Callable[..., _loopmend_4.APIResponse[_loopmend_1.Model]]
 list: _loopmend_5.Callable[..., _loopmend_4.APIResponse[_loopmend_2.ModelListResponse]]
 delete: _loopmend_5.Callable[..., _loopmend_4.APIResponse[_loopmend_3.ModelDeleted]]
 _models: _loopmend_0.Models
class AsyncModelsWithRawResponse:
 def __init__(self, models: AsyncModels) -> None: ...
 retrieve: _loopmend_5.Callable[..., _loopmend_5.Coroutine[_loopmend_5.Any, _loopmend_5.Any, _loopmend_4.AsyncAPIResponse[_loopmend_1.Model]]]
 list: _loopmend_5.Callable[..., _loopmend_5.Coroutine[_loopmend_5.Any, _loopmend_5.Any, _loopmend_4.AsyncAPIResponse[_loopmend_2.ModelListResponse]]]
 delete: _loopmend_5.Callable[..., _loopmend_5.Coroutine[_loopmend_5.Any, _loopmend_5.Any, _loopmend_4.AsyncAPIResponse[_loopmend_3.ModelDeleted]]]
 _models: _loopmend_0.AsyncModels
class ModelsWithStreamingResponse:
 def __init__(self, models: Models) -> None: ...
 retrieve: _loopmend_5.Callable[..., _loopmend_4.ResponseContextManager[_loopmend_4.APIResponse[_loopmend_1.Model]]]
 list: _loopmend_5.Callable[..., _loopmend_4.ResponseContextManager[_loopmend_4.APIResponse[_loopmend_2.ModelListResponse]]]
 delete: _loopmend_5.Callable[..., _loopmend_4.ResponseContextManager[_loopmend_4.APIResponse[_loopmend_3.ModelDeleted]]]
 _models: _loopmend_0.Models
class AsyncModelsWithStreamingResponse:
 def __init__(self, models: AsyncModels) -> None: ...
 retrieve: _loopmend_5.Callable[..., _loopmend_4.AsyncResponseContextManager[_loopmend_4.AsyncAPIResponse[_loopmend_1.Model]]]
 list: _loopmend_5.Callable[..., _loopmend_4.AsyncResponseContextManager[_loopmend_4.AsyncAPIResponse[_loopmend_2.ModelListResponse]]]
 delete: _loopmend_5.Callable[..., _loopmend_4.AsyncResponseContextManager[_loopmend_4.AsyncAPIResponse[_loopmend_3.ModelDeleted]]]
 _models: _loopmend_0.AsyncModels

