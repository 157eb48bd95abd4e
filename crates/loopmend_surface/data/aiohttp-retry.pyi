# aiohttp-retry 2.9.1 MIT
=== aiohttp_retry package
from .client import *
from .retry_options import *

=== aiohttp_retry.client
import aiohttp.client as _loopmend_5
import aiohttp.client_reqrep as _loopmend_0
import aiohttp_retry.client as _loopmend_2
import aiohttp_retry.retry_options as _loopmend_4
import logging as _loopmend_3
import typing as _loopmend_1
from __future__ import annotations
import asyncio
import logging
import sys
from abc import abstractmethod
from dataclasses import dataclass
from typing import ( TYPE_CHECKING, Any, Awaitable, Callable, Generator, List, Tuple, Union, )
from aiohttp import ClientResponse, ClientSession, hdrs
from aiohttp.typedefs import StrOrURL
from yarl import URL as YARL_URL
from .retry_options import ExponentialRetry, RetryOptionsBase
_MIN_SERVER_ERROR_STATUS = 500
if TYPE_CHECKING:
 from types import TracebackType
if sys.version_info >= (3, 8):
 from typing import Protocol
else:
 from typing_extensions import Protocol
class _Logger(Protocol):
 @abstractmethod
 def debug(self, msg: str, *args: Any, **kwargs: Any) -> None: ...
 @abstractmethod
 def warning(self, msg: str, *args: Any, **kwargs: Any) -> None: ...
 @abstractmethod
 def exception(self, msg: str, *args: Any, **kwargs: Any) -> None: ...
_RAW_URL_TYPE = Union[StrOrURL, YARL_URL]
_URL_TYPE = Union[_RAW_URL_TYPE, List[_RAW_URL_TYPE], Tuple[_RAW_URL_TYPE, ...]]
_LoggerType = Union[_Logger, logging.Logger]
RequestFunc = Callable[..., Awaitable[ClientResponse]]
@dataclass
class RequestParams:
 method: str
 url: _RAW_URL_TYPE
 headers: dict[str, Any] | None = None
 trace_request_ctx: dict[str, Any] | None = None
 kwargs: dict[str, Any] | None = None
class _RequestContext:
 def __init__(self, request_func: RequestFunc, params_list: list[RequestParams], logger: _LoggerType, retry_options: RetryOptionsBase, raise_for_status: bool = ...) -> None: ...
 async def _is_skip_retry(self, current_attempt: int, response: ClientResponse) -> bool: ...
 async def _do_request(self) -> ClientResponse: ...
 def __await__(self) -> Generator[Any, None, ClientResponse]: ...
 async def __aenter__(self) -> ClientResponse: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_val: BaseException | None, exc_tb: TracebackType | None) -> None: ...
 _request_func: _loopmend_1.Callable[..., _loopmend_1.Awaitable[_loopmend_0.ClientResponse]]
 _params_list: list[_loopmend_2.RequestParams]
 _logger: _loopmend_2._Logger | _loopmend_3.Logger
 _retry_options: _loopmend_4.RetryOptionsBase
 _raise_for_status: bool
 _response: ClientResponse | None
def _url_to_urls(url: _URL_TYPE) -> tuple[StrOrURL, ...]: ...
class RetryClient:
 def __init__(self, client_session: ClientSession | None = None, logger: _LoggerType | None = None, retry_options: RetryOptionsBase | None = None, raise_for_status: bool = ..., *args: Any, **kwargs: Any) -> None: ...
 @property
 def retry_options(self) -> RetryOptionsBase: ...
 def requests(self, params_list: list[RequestParams], retry_options: RetryOptionsBase | None = None, raise_for_status: bool | None = None) -> _RequestContext: ...
 def request(self, method: str, url: StrOrURL, retry_options: RetryOptionsBase | None = None, raise_for_status: bool | None = None, **kwargs: Any) -> _RequestContext: ...
 def get(self, url: _URL_TYPE, retry_options: RetryOptionsBase | None = None, raise_for_status: bool | None = None, **kwargs: Any) -> _RequestContext: ...
 def options(self, url: _URL_TYPE, retry_options: RetryOptionsBase | None = None, raise_for_status: bool | None = None, **kwargs: Any) -> _RequestContext: ...
 def head(self, url: _URL_TYPE, retry_options: RetryOptionsBase | None = None, raise_for_status: bool | None = None, **kwargs: Any) -> _RequestContext: ...
 def post(self, url: _URL_TYPE, retry_options: RetryOptionsBase | None = None, raise_for_status: bool | None = None, **kwargs: Any) -> _RequestContext: ...
 def put(self, url: _URL_TYPE, retry_options: RetryOptionsBase | None = None, raise_for_status: bool | None = None, **kwargs: Any) -> _RequestContext: ...
 def patch(self, url: _URL_TYPE, retry_options: RetryOptionsBase | None = None, raise_for_status: bool | None = None, **kwargs: Any) -> _RequestContext: ...
 def delete(self, url: _URL_TYPE, retry_options: RetryOptionsBase | None = None, raise_for_status: bool | None = None, **kwargs: Any) -> _RequestContext: ...
 async def close(self) -> None: ...
 def _make_request(self, method: str, url: _URL_TYPE, retry_options: RetryOptionsBase | None = None, raise_for_status: bool | None = None, **kwargs: Any) -> _RequestContext: ...
 def _make_requests(self, params_list: list[RequestParams], retry_options: RetryOptionsBase | None = None, raise_for_status: bool | None = None) -> _RequestContext: ...
 async def __aenter__(self) -> RetryClient: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_val: BaseException | None, exc_tb: TracebackType | None) -> None: ...
 def __del__(self) -> None: ...
 _logger: _LoggerType
 _retry_options: RetryOptionsBase
 _raise_for_status: bool
 _client: _loopmend_5.ClientSession
 _closed: None | bool

=== aiohttp_retry.retry_options
import aiohttp_retry.retry_options as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
import abc
import random
from typing import Any, Awaitable, Callable, Iterable
from warnings import warn
from aiohttp import ClientResponse
EvaluateResponseCallbackType = Callable[[ClientResponse], Awaitable[bool]]
class RetryOptionsBase:
 def __init__(self, attempts: int = ..., statuses: Iterable[int] | None = None, exceptions: Iterable[type[Exception]] | None = None, methods: Iterable[str] | None = None, retry_all_server_errors: bool = ..., evaluate_response_callback: EvaluateResponseCallbackType | None = None) -> None: ...
 @abc.abstractmethod
 def get_timeout(self, attempt: int, response: ClientResponse | None = None) -> float: ...
 attempts: int
 statuses: Iterable[int]
 exceptions: Iterable[type[Exception]]
 methods: Iterable[str]
 retry_all_server_errors: bool
 evaluate_response_callback: None | _loopmend_0.Callable[..., _loopmend_0.Awaitable[bool]]
class ExponentialRetry(RetryOptionsBase):
 def __init__(self, attempts: int = ..., start_timeout: float = ..., max_timeout: float = ..., factor: float = ..., statuses: set[int] | None = None, exceptions: set[type[Exception]] | None = None, methods: set[str] | None = None, retry_all_server_errors: bool = ..., evaluate_response_callback: EvaluateResponseCallbackType | None = None) -> None: ...
 def get_timeout(self, attempt: int, response: ClientResponse | None = None) -> float: ...
 _start_timeout: float
 _max_timeout: float
 _factor: float
def RetryOptions(*args: Any, **kwargs: Any) -> ExponentialRetry: ...
class RandomRetry(RetryOptionsBase):
 def __init__(self, attempts: int = ..., statuses: Iterable[int] | None = None, exceptions: Iterable[type[Exception]] | None = None, methods: Iterable[str] | None = None, min_timeout: float = ..., max_timeout: float = ..., random_func: Callable[[], float] = ..., retry_all_server_errors: bool = ..., evaluate_response_callback: EvaluateResponseCallbackType | None = None) -> None: ...
 def get_timeout(self, attempt: int, response: ClientResponse | None = None) -> float: ...
 random: _loopmend_0.Callable[..., float]
 attempts: int
 max_timeout: float
 min_timeout: float
class ListRetry(RetryOptionsBase):
 def __init__(self, timeouts: list[float], statuses: Iterable[int] | None = None, exceptions: Iterable[type[Exception]] | None = None, methods: Iterable[str] | None = None, retry_all_server_errors: bool = ..., evaluate_response_callback: EvaluateResponseCallbackType | None = None) -> None: ...
 def get_timeout(self, attempt: int, response: ClientResponse | None = None) -> float: ...
 timeouts: list[float]
class FibonacciRetry(RetryOptionsBase):
 def __init__(self, attempts: int = ..., multiplier: float = ..., statuses: Iterable[int] | None = None, exceptions: Iterable[type[Exception]] | None = None, methods: Iterable[str] | None = None, max_timeout: float = ..., retry_all_server_errors: bool = ..., evaluate_response_callback: EvaluateResponseCallbackType | None = None) -> None: ...
 def get_timeout(self, attempt: int, response: ClientResponse | None = None) -> float: ...
 max_timeout: float
 multiplier: float
 prev_step: float
 current_step: float
class JitterRetry(ExponentialRetry):
 def __init__(self, attempts: int = ..., start_timeout: float = ..., max_timeout: float = ..., factor: float = ..., statuses: set[int] | None = None, exceptions: set[type[Exception]] | None = None, methods: set[str] | None = None, random_interval_size: float = ..., retry_all_server_errors: bool = ..., evaluate_response_callback: EvaluateResponseCallbackType | None = None) -> None: ...
 def get_timeout(self, attempt: int, response: ClientResponse | None = None) -> float: ...
 _start_timeout: float
 _max_timeout: float
 _factor: float
 _random_interval_size: float

