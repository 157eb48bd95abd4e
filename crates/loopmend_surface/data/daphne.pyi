# daphne 4.2.3 BSD-3-Clause
=== daphne package
import sys
__version__ = "4.2.3"
PY38_WIN: bool
if PY38_WIN:
 import asyncio

=== daphne.server
import asyncio.queues as _loopmend_0
import daphne.ws_protocol as _loopmend_2
import typing as _loopmend_1
import asyncio
import os
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor
from twisted.internet import asyncioreactor
twisted_loop = asyncio.new_event_loop()
if "ASGI_THREADS" in os.environ:
 ...
current_reactor = sys.modules.get("twisted.internet.reactor", None)
if current_reactor is not None:
 if not isinstance(current_reactor, asyncioreactor.AsyncioSelectorReactor):
  ...
else:
 ...
import logging
import time
from concurrent.futures import CancelledError
from functools import partial
from twisted.internet import defer, reactor
from twisted.internet.endpoints import serverFromString
from twisted.logger import STDLibLogObserver, globalLogBeginner
from twisted.web import http
from .http_protocol import HTTPFactory
from .ws_protocol import WebSocketFactory
logger = logging.getLogger(__name__)
class Server:
 def __init__(self, application, endpoints = None, signal_handlers = ..., action_logger = None, http_timeout = None, request_buffer_size = ..., websocket_timeout = ..., websocket_connect_timeout = ..., ping_interval = ..., ping_timeout = ..., root_path = ..., proxy_forwarded_address_header = None, proxy_forwarded_port_header = None, proxy_forwarded_proto_header = None, verbosity = ..., websocket_handshake_timeout = ..., websocket_max_message_size = ..., websocket_max_frame_size = ..., application_close_timeout = ..., ready_callable = None, server_name = ...) -> None: ...
 def run(self) -> None: ...
 def listen_success(self, port) -> None: ...
 def listen_error(self, failure) -> None: ...
 def stop(self) -> None: ...
 def protocol_connected(self, protocol) -> None: ...
 def protocol_disconnected(self, protocol) -> None: ...
 def create_application(self, protocol, scope) -> None | _loopmend_0.Queue: ...
 async def handle_reply(self, protocol, message) -> None: ...
 @staticmethod
 def check_headers_type(message) -> None: ...
 def application_checker(self) -> None: ...
 def kill_all_applications(self): ...
 def timeout_checker(self) -> None: ...
 def log_action(self, protocol, action, details) -> None: ...
 application: _loopmend_1.Any
 endpoints: _loopmend_1.Any
 signal_handlers: _loopmend_1.Any
 action_logger: _loopmend_1.Any
 http_timeout: _loopmend_1.Any
 request_buffer_size: _loopmend_1.Any
 websocket_timeout: _loopmend_1.Any
 websocket_connect_timeout: _loopmend_1.Any
 ping_interval: _loopmend_1.Any
 ping_timeout: _loopmend_1.Any
 root_path: _loopmend_1.Any
 proxy_forwarded_address_header: _loopmend_1.Any
 proxy_forwarded_port_header: _loopmend_1.Any
 proxy_forwarded_proto_header: _loopmend_1.Any
 verbosity: _loopmend_1.Any
 websocket_handshake_timeout: _loopmend_1.Any
 websocket_max_message_size: _loopmend_1.Any
 websocket_max_frame_size: _loopmend_1.Any
 application_close_timeout: _loopmend_1.Any
 ready_callable: _loopmend_1.Any
 server_name: _loopmend_1.Any
 listeners: list
 listening_addresses: list
 abort_start: bool
 connections: dict
 http_factory: _loopmend_1.Any
 ws_factory: _loopmend_2.WebSocketFactory

=== daphne.testing
import daphne.server as _loopmend_5
import daphne.testing as _loopmend_0
import multiprocessing.queues as _loopmend_4
import multiprocessing.sharedctypes as _loopmend_3
import multiprocessing.synchronize as _loopmend_2
import typing as _loopmend_1
import logging
import multiprocessing
import os
import pickle
import tempfile
import traceback
from concurrent.futures import CancelledError
class BaseDaphneTestingInstance:
 startup_timeout = 2
 def __init__(self, xff = ..., http_timeout = None, request_buffer_size = None, websocket_max_message_size = None, websocket_max_frame_size = None, *, application) -> None: ...
 def get_application(self): ...
 def __enter__(self) -> _loopmend_0.BaseDaphneTestingInstance: ...
 def __exit__(self, exc_type, exc_value, traceback) -> None: ...
 def process_setup(self): ...
 def process_teardown(self): ...
 def get_received(self): ...
 xff: _loopmend_1.Any
 http_timeout: _loopmend_1.Any
 request_buffer_size: _loopmend_1.Any
 websocket_max_message_size: _loopmend_1.Any
 websocket_max_frame_size: _loopmend_1.Any
 application: _loopmend_1.Any
 host: str
 process: _loopmend_1.Any
 port: _loopmend_1.Any
class DaphneTestingInstance(BaseDaphneTestingInstance):
 def __init__(self, *args, **kwargs) -> None: ...
 def __enter__(self) -> _loopmend_0.DaphneTestingInstance: ...
 def get_received(self) -> tuple[_loopmend_1.Any, _loopmend_1.Any]: ...
 def add_send_messages(self, messages) -> None: ...
 lock: _loopmend_2.Lock
class DaphneProcess(multiprocessing.Process):
 def __init__(self, host, get_application, kwargs = None, setup = None, teardown = None, port = None) -> None: ...
 def run(self) -> None: ...
 def resolve_port(self) -> None: ...
 host: _loopmend_1.Any
 get_application: _loopmend_1.Any
 kwargs: _loopmend_1.Any
 setup: _loopmend_1.Any
 teardown: _loopmend_1.Any
 port: _loopmend_3.Synchronized
 errors: _loopmend_4.Queue
 ready: _loopmend_2.Event
 server: _loopmend_5.Server
class TestApplication:
 setup_storage = os.path.join(tempfile.gettempdir(), "setup.testio")
 result_storage = os.path.join(tempfile.gettempdir(), "result.testio")
 def __init__(self, lock) -> None: ...
 async def __call__(self, scope, receive, send) -> None: ...
 @classmethod
 def save_setup(cls, response_messages) -> None: ...
 @classmethod
 def load_setup(cls): ...
 @classmethod
 def save_result(cls, scope, messages) -> None: ...
 @classmethod
 def save_exception(cls, exception) -> None: ...
 @classmethod
 def load_result(cls): ...
 @classmethod
 def delete_setup(cls) -> None: ...
 @classmethod
 def delete_result(cls) -> None: ...
 lock: _loopmend_1.Any
 scope: _loopmend_1.Any
 messages: list
def _reinstall_reactor() -> None: ...

