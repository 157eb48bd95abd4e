# httpx-sse 0.4.3 MIT
=== httpx_sse package
from ._api import EventSource, aconnect_sse, connect_sse
from ._exceptions import SSEError
from ._models import ServerSentEvent
__version__ = "0.4.3"
__all__ = [ "__version__", "EventSource", "connect_sse", "aconnect_sse", "ServerSentEvent", "SSEError", ]

=== httpx_sse._api
import httpx._models as _loopmend_0
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, contextmanager
from typing import Any, AsyncIterator, Iterator, cast
import httpx
from ._decoders import SSEDecoder, SSELineDecoder
from ._exceptions import SSEError
from ._models import ServerSentEvent
class EventSource:
 def __init__(self, response: httpx.Response) -> None: ...
 def _check_content_type(self) -> None: ...
 @property
 def response(self) -> httpx.Response: ...
 def iter_sse(self) -> Iterator[ServerSentEvent]: ...
 def aiter_sse(self) -> AsyncGenerator[ServerSentEvent, None]: ...
 _response: _loopmend_0.Response
@contextmanager
def connect_sse(client: httpx.Client, method: str, url: str, **kwargs: Any) -> Iterator[EventSource]: ...
@asynccontextmanager
def aconnect_sse(client: httpx.AsyncClient, method: str, url: str, **kwargs: Any) -> AsyncIterator[EventSource]: ...
def _aiter_sse_lines(response: httpx.Response) -> AsyncIterator[str]: ...
def _iter_sse_lines(response: httpx.Response) -> Iterator[str]: ...

