# faststream 0.7.8 Apache-2.0
=== faststream package
from faststream._internal.configs import UnderlyingDriverAnnotation
from faststream._internal.testing.app import TestApp
from faststream._internal.utils import apply_types
from faststream.annotations import ContextRepo, Logger
from faststream.app import FastStream
from faststream.message import SourceType, StreamMessage
from faststream.middlewares import AckPolicy, BaseMiddleware, ExceptionMiddleware
from faststream.params import Context, Depends, Header, NoCast, Path
from faststream.response import BatchPublishCommand, PublishCommand, PublishType, Response
from faststream.specification import AsyncAPI
__all__ = ( "AckPolicy", "AsyncAPI", "BaseMiddleware", "BatchPublishCommand", "Context", "ContextRepo", "Depends", "ExceptionMiddleware", "FastStream", "Header", "Logger", "NoCast", "Path", "PublishCommand", "PublishType", "Response", "SourceType", "StreamMessage", "TestApp", "UnderlyingDriverAnnotation", "apply_types", )

=== faststream._internal package

=== faststream._internal.application
import faststream._internal.application as _loopmend_3
import faststream._internal.basic_types as _loopmend_5
import faststream._internal.broker.broker as _loopmend_1
import faststream._internal.context.repository as _loopmend_0
import faststream._internal.di.config as _loopmend_2
import typing as _loopmend_4
import logging
from abc import abstractmethod
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from typing import TYPE_CHECKING, Any, Optional, TypeVar
from typing_extensions import ParamSpec, Self, deprecated
from faststream._internal.di import FastDependsConfig
from faststream._internal.logger import logger
from faststream._internal.utils import apply_types
from faststream._internal.utils.functions import to_async
from faststream.exceptions import SetupError
from faststream.specification import AsyncAPI
if TYPE_CHECKING:
 from types import TracebackType
 from faststream._internal.basic_types import ( AnyCallable, AsyncFunc, Lifespan, LoggerProto, SettingField, )
 from faststream._internal.broker import BrokerUsecase
 from faststream._internal.context import ContextRepo
 from faststream.specification.base import SpecificationFactory
catch_startup_validation_error: Callable[[], AbstractAsyncContextManager[Any, Any]]
try:
 from pydantic import ValidationError as PValidation
 from faststream.exceptions import StartupValidationError
 @asynccontextmanager
 def catch_startup_validation_error() -> AsyncGenerator[None, None]: ...
except ImportError:
 catch_startup_validation_error = nullcontext
P_HookParams = ParamSpec("P_HookParams")
T_HookReturn = TypeVar("T_HookReturn")
class StartAbleApplication:
 __slots__: tuple[str, str, str]
 def __init__(self, *brokers: "BrokerUsecase[Any, Any, Any]", specification: Optional["SpecificationFactory"] = None, config: Optional["FastDependsConfig"] = None) -> None: ...
 @property
 def context(self) -> "ContextRepo": ...
 def _init_setupable_(self, *brokers: "BrokerUsecase[Any, Any, Any]", specification: Optional["SpecificationFactory"] = None, config: Optional["FastDependsConfig"] = None) -> None: ...
 async def _start_broker(self) -> None: ...
 @property
 def broker(self) -> Optional["BrokerUsecase[Any, Any, Any]"]: ...
 @deprecated( "This method is deprecated and will be removed in 0.8.0 Use `add_broker` instead." )
 def set_broker(self, broker: "BrokerUsecase[Any, Any, Any]") -> None: ...
 def add_broker(self, broker: "BrokerUsecase[Any, Any, Any]") -> None: ...
 brokers: list[BrokerUsecase[Any, Any, Any]]
 config: _loopmend_2.FastDependsConfig
 schema: SpecificationFactory
class Application(StartAbleApplication):
 def __init__(self, *brokers: "BrokerUsecase[Any, Any, Any]", config: Optional["FastDependsConfig"] = None, logger: Optional["LoggerProto"] = ..., lifespan: Optional["Lifespan"] = None, on_startup: Sequence["AnyCallable"] = ..., after_startup: Sequence["AnyCallable"] = ..., on_shutdown: Sequence["AnyCallable"] = ..., after_shutdown: Sequence["AnyCallable"] = ..., specification: Optional["SpecificationFactory"] = None) -> None: ...
 async def __aenter__(self) -> Self: ...
 async def __aexit__(self, exc_type: type[BaseException] | None = None, exc_val: BaseException | None = None, exc_tb: Optional["TracebackType"] = None) -> None: ...
 @abstractmethod
 def exit(self) -> None: ...
 @abstractmethod
 async def run(self, log_level: int, run_extra_options: dict[str, "SettingField"] | None = None) -> None: ...
 async def _startup(self, log_level: int = ..., run_extra_options: dict[str, "SettingField"] | None = None) -> None: ...
 async def start(self, **run_extra_options: "SettingField") -> None: ...
 @asynccontextmanager
 def _start_hooks_context(self, **run_extra_options: "SettingField") -> AsyncGenerator[None, None]: ...
 @asynccontextmanager
 def _startup_logging(self, log_level: int = ...) -> AsyncGenerator[None, None]: ...
 async def _shutdown(self, log_level: int = ...) -> None: ...
 async def stop(self) -> None: ...
 @asynccontextmanager
 def _shutdown_hooks_context(self) -> AsyncGenerator[None, None]: ...
 @asynccontextmanager
 def _shutdown_logging(self, log_level: int = ...) -> AsyncGenerator[None, None]: ...
 def _log(self, level: int, message: str) -> None: ...
 def on_startup(self, func: Callable[P_HookParams, T_HookReturn]) -> Callable[P_HookParams, T_HookReturn]: ...
 def on_shutdown(self, func: Callable[P_HookParams, T_HookReturn]) -> Callable[P_HookParams, T_HookReturn]: ...
 def after_startup(self, func: Callable[P_HookParams, T_HookReturn]) -> Callable[P_HookParams, T_HookReturn]: ...
 def after_shutdown(self, func: Callable[P_HookParams, T_HookReturn]) -> Callable[P_HookParams, T_HookReturn]: ...
 logger: None | _loopmend_5.LoggerProto
 _on_startup_calling: list[AsyncFunc]
 _after_startup_calling: list[AsyncFunc]
 _on_shutdown_calling: list[AsyncFunc]
 _after_shutdown_calling: list[AsyncFunc]
 lifespan_context: _loopmend_4.Any
 running: bool

=== faststream._internal.basic_types
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from decimal import Decimal
from typing import ( Any, ClassVar, Protocol, TypeAlias, TypeVar, )
from typing_extensions import ParamSpec
AnyHttpUrl: TypeAlias = str
F_Return = TypeVar("F_Return")
F_Spec = ParamSpec("F_Spec")
AnyCallable: TypeAlias = Callable[..., Any]
NoneCallable: TypeAlias = Callable[..., None]
AsyncFunc: TypeAlias = Callable[..., Awaitable[Any]]
AsyncFuncAny: TypeAlias = Callable[[Any], Awaitable[Any]]
DecoratedCallable: TypeAlias = AnyCallable
DecoratedCallableNone: TypeAlias = NoneCallable
Decorator: TypeAlias = Callable[[AnyCallable], AnyCallable]
JsonArray: TypeAlias = Sequence["DecodedMessage"]
JsonTable: TypeAlias = dict[str, "DecodedMessage"]
JsonDecodable: TypeAlias = bool | bytes | bytearray | float | int | str | None
DecodedMessage: TypeAlias = JsonDecodable | JsonArray | JsonTable
SendableArray: TypeAlias = Sequence["BaseSendableMessage"]
SendableTable: TypeAlias = dict[str, "BaseSendableMessage"]
class StandardDataclass(Protocol):
 __slots__: tuple[()]
 __dataclass_fields__: ClassVar[dict[str, Any]]
BaseSendableMessage: TypeAlias = JsonDecodable | Decimal | datetime | StandardDataclass | SendableTable | SendableArray | None
try:
 from pydantic import BaseModel
 HAS_PYDANTIC = True
except ImportError:
 HAS_PYDANTIC = False
try:
 from msgspec import Struct
 HAS_MSGSPEC = True
except ImportError:
 HAS_MSGSPEC = False
if HAS_PYDANTIC and HAS_MSGSPEC:
 SendableMessage: TypeAlias = Struct | BaseModel | BaseSendableMessage
elif HAS_PYDANTIC:
 SendableMessage: TypeAlias = BaseModel | BaseSendableMessage
elif HAS_MSGSPEC:
 SendableMessage: TypeAlias = Struct | BaseSendableMessage
else:
 SendableMessage: TypeAlias = BaseSendableMessage
SettingField: TypeAlias = bool | str | list[bool | str] | list[str] | list[bool] | int | None
Lifespan: TypeAlias = Callable[..., AbstractAsyncContextManager[None]]
class LoggerProto(Protocol):
 __slots__: tuple[()]
 def log(self, level: int, msg: Any, /, *, exc_info: Any = None, extra: Mapping[str, Any] | None = None) -> None: ...

=== faststream._internal.broker package
from .broker import BrokerUsecase
from .router import BrokerRouter
__all__ = ("BrokerRouter", "BrokerUsecase")

=== faststream._internal.broker.broker
import faststream._internal.broker.broker as _loopmend_4
import faststream._internal.context.repository as _loopmend_3
import faststream._internal.producer as _loopmend_2
import faststream._internal.types as _loopmend_1
import faststream.specification.schema.broker as _loopmend_5
import typing as _loopmend_0
from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Generic, Optional
import anyio
from fast_depends import Provider
from typing_extensions import Self
from faststream._internal._compat import ExceptionGroup
from faststream._internal.configs import BrokerConfigType_co
from faststream._internal.types import ( BrokerMiddleware, ConnectionType, MsgType, )
from .pub_base import BrokerPublishMixin
from .registrator import Registrator
if TYPE_CHECKING:
 from types import TracebackType
 from faststream._internal.context.repository import ContextRepo
 from faststream._internal.di import FastDependsConfig
 from faststream._internal.endpoint.subscriber import SubscriberUsecase
 from faststream._internal.producer import ProducerProto
 from faststream.specification.schema import BrokerSpec
class BrokerUsecase( Registrator[MsgType, BrokerConfigType_co], BrokerPublishMixin[MsgType], Generic[MsgType, ConnectionType, BrokerConfigType_co], ):
 _connection: ConnectionType | None
 def __init__(self, *, config: BrokerConfigType_co, specification: "BrokerSpec", routers: Iterable[Registrator[Any, Any]], **connection_kwargs: Any) -> None: ...
 @property
 def middlewares(self) -> Sequence["BrokerMiddleware[MsgType]"]: ...
 @property
 def _producer(self) -> "ProducerProto": ...
 @property
 def context(self) -> "ContextRepo": ...
 @property
 def provider(self) -> Provider: ...
 async def __aenter__(self) -> "Self": ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_val: BaseException | None, exc_tb: Optional["TracebackType"]) -> None: ...
 def _update_fd_config(self, config: "FastDependsConfig") -> None: ...
 async def start(self) -> None: ...
 def _setup_logger(self) -> None: ...
 async def connect(self) -> ConnectionType: ...
 @abstractmethod
 async def _connect(self) -> ConnectionType: ...
 async def stop(self, exc_type: type[BaseException] | None = None, exc_val: BaseException | None = None, exc_tb: Optional["TracebackType"] = None) -> None: ...
 @abstractmethod
 async def ping(self, timeout: float | None) -> bool: ...
 specification: _loopmend_5.BrokerSpec
 running: bool
 _connection_kwargs: dict

=== faststream._internal.broker.pub_base
import faststream._internal.context.repository as _loopmend_2
import faststream._internal.types as _loopmend_1
import faststream.message.message as _loopmend_3
import typing as _loopmend_0
from abc import abstractmethod
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Generic
from faststream._internal.endpoint.utils import process_msg
from faststream._internal.types import MsgType
from faststream.exceptions import FeatureNotSupportedException
from faststream.message.source_type import SourceType
if TYPE_CHECKING:
 from faststream._internal.basic_types import SendableMessage
 from faststream._internal.context import ContextRepo
 from faststream._internal.producer import ProducerProto
 from faststream._internal.types import BrokerMiddleware
 from faststream.response import PublishCommand
class BrokerPublishMixin(Generic[MsgType]):
 @property
 @abstractmethod
 def middlewares(self) -> Sequence["BrokerMiddleware[MsgType]"]: ...
 @property
 @abstractmethod
 def context(self) -> "ContextRepo": ...
 @abstractmethod
 async def publish(self, message: "SendableMessage", queue: str, /) -> Any: ...
 async def _basic_publish(self, cmd: "PublishCommand", *, producer: "ProducerProto[Any]") -> Any: ...
 async def publish_batch(self, *messages: "SendableMessage", queue: str) -> Any: ...
 async def _basic_publish_batch(self, cmd: "PublishCommand", *, producer: "ProducerProto[Any]") -> Any: ...
 @abstractmethod
 async def request(self, message: "SendableMessage", queue: str, /, timeout: float = ...) -> Any: ...
 async def _basic_request(self, cmd: "PublishCommand", *, producer: "ProducerProto[Any]") -> Any: ...

=== faststream._internal.broker.registrator
import faststream._internal.broker.registrator as _loopmend_2
import faststream._internal.endpoint.publisher.usecase as _loopmend_1
import faststream._internal.endpoint.subscriber.usecase as _loopmend_0
import typing as _loopmend_3
from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Generic
from weakref import WeakSet
from faststream._internal.configs import ( BrokerConfig, BrokerConfigType_co, ConfigComposition, )
from faststream._internal.types import BrokerMiddleware, MsgType
if TYPE_CHECKING:
 from fast_depends.dependencies import Dependant
 from faststream._internal.endpoint.publisher import PublisherUsecase
 from faststream._internal.endpoint.subscriber import SubscriberUsecase
class Registrator(Generic[MsgType, BrokerConfigType_co]):
 def __init__(self, *, config: BrokerConfigType_co, routers: Iterable["Registrator[MsgType]"]) -> None: ...
 @property
 def subscribers(self) -> list["SubscriberUsecase[MsgType]"]: ...
 @property
 def publishers(self) -> list["PublisherUsecase"]: ...
 def add_middleware(self, middleware: "BrokerMiddleware[Any, Any]") -> None: ...
 def insert_middleware(self, middleware: "BrokerMiddleware[Any, Any]") -> None: ...
 @abstractmethod
 def subscriber(self, subscriber: "SubscriberUsecase[MsgType]", persistent: bool = ...) -> "SubscriberUsecase[MsgType]": ...
 @abstractmethod
 def publisher(self, publisher: "PublisherUsecase", persistent: bool = ...) -> "PublisherUsecase": ...
 def include_router(self, router: "Registrator[MsgType, Any]", *, prefix: str = ..., dependencies: Sequence["Dependant"] = ..., middlewares: Sequence["BrokerMiddleware[MsgType]"] = ..., include_in_schema: bool | None = None) -> None: ...
 @property
 def parent(self) -> "Registrator[MsgType, Any] | None": ...
 @parent.setter
 def parent(self, parent: "Registrator[MsgType, Any]") -> None: ...
 def include_routers(self, *routers: "Registrator[MsgType, Any]") -> None: ...
 config: ConfigComposition[BrokerConfigType_co]
 routers: list[Registrator[MsgType, Any]]
 _parser: _loopmend_3.Any
 _decoder: _loopmend_3.Any
 _subscribers: WeakSet[SubscriberUsecase[MsgType]]
 _publishers: WeakSet[PublisherUsecase]
 __persistent_subscribers: list[SubscriberUsecase[MsgType]]
 __persistent_publishers: list[PublisherUsecase]
 __parent: Registrator[MsgType, Any] | None

=== faststream._internal.broker.router
from collections.abc import Callable, Iterable
from typing import Any
from faststream._internal.configs import BrokerConfigType_co
from faststream._internal.types import MsgType
from .registrator import Registrator
class ArgsContainer:
 __slots__: tuple[str, str]
 args: Iterable[Any]
 kwargs: "dict[str, Any]"
 def __init__(self, *args: Any, **kwargs: Any) -> None: ...
class SubscriberRoute(ArgsContainer):
 __slots__: tuple[str, str]
 call: Callable[..., Any]
 publishers: Iterable[Any]
 def __init__(self, call: Callable[..., Any], *args: Any, publishers: Iterable[ArgsContainer] = ..., **kwargs: Any) -> None: ...
class BrokerRouter(Registrator[MsgType, BrokerConfigType_co]):
 def __init__(self, *, config: BrokerConfigType_co, handlers: Iterable[SubscriberRoute], routers: Iterable["Registrator[Any, Any]"]) -> None: ...
 _handlers: list

=== faststream._internal.cli package

=== faststream._internal.cli.main
import typing as _loopmend_0
import logging
import os
import platform
import sys
import warnings
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast
import anyio
import typer
from faststream import FastStream
from faststream.__about__ import __version__
from faststream._internal._compat import IS_WINDOWS, json_loads
from faststream._internal.application import Application
from faststream.asgi import AsgiFastStream
from faststream.exceptions import INSTALL_WATCHFILES, SetupError, StartupValidationError
from .docs import docs_app
from .dto import RunArgs
from .options import ( APP_ARGUMENT, APP_DIR_OPTION, FACTORY_OPTION, RELOAD_EXTENSIONS_OPTION, RELOAD_FLAG, )
from .supervisors.asgi_multiprocess import ASGIMultiprocess
from .supervisors.multiprocess import Multiprocess
from .utils.imports import import_from_string
from .utils.logs import ( LogFiles, LogLevels, get_log_level, set_log_config, set_log_level, )
from .utils.parser import parse_cli_args
if TYPE_CHECKING:
 from faststream._internal.broker import BrokerUsecase
rich_mode = os.getenv("FASTSTREAM_CLI_RICH_MODE", "rich")
if rich_mode == "none":
 rich_markup_mode: Literal["markdown", "rich"] | None = None
elif rich_mode in {"md", "markdown"}:
 rich_markup_mode = "markdown"
elif rich_mode == "rich":
 rich_markup_mode = "rich"
else:
 msg: str
cli: _loopmend_0.Any
def version_callback(version: bool) -> None: ...
def loop_callback(value: str) -> str: ...
@cli.callback()
def main(version: bool | None = ...) -> None: ...
@cli.command( context_settings={"allow_extra_args": True, "ignore_unknown_options": True}, )
def run(ctx: typer.Context, app: str = ..., workers: int = ..., app_dir: str = ..., is_factory: bool = ..., reload: bool = ..., watch_extensions: list[str] = ..., loop: str = ..., log_level: LogLevels = ..., log_config: Path | None = ...) -> None: ...
def _run(args: RunArgs) -> None: ...
def _run_imported_app(app_obj: "Application", args: RunArgs) -> None: ...
@cli.command( context_settings={"allow_extra_args": True, "ignore_unknown_options": True}, )
def publish(ctx: typer.Context, app: str = ..., app_dir: str = ..., message: str = ..., rpc: bool = ..., is_factory: bool = ...) -> None: ...
async def publish_message(broker: "BrokerUsecase[Any, Any, Any]", rpc: bool, message: str, extra: dict[str, Any]) -> Any: ...

=== faststream._internal.cli.supervisors package

=== faststream._internal.cli.supervisors.utils
import multiprocessing.context as _loopmend_0
import asyncio
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Optional
from faststream._internal._compat import IS_WINDOWS
if TYPE_CHECKING:
 from multiprocessing.context import SpawnProcess
 from types import FrameType
 from faststream._internal.basic_types import DecoratedCallableNone
spawn = multiprocessing.get_context("spawn")
SHUTDOWN_TIMEOUT = 30.0
EXIT_POLL_INTERVAL = 0.05
HANDLED_SIGNALS: tuple[int, ...] = ...
if IS_WINDOWS:
 sigbreak: int | None = getattr(signal, "SIGBREAK", None)
 if sigbreak is not None:
  ...
class ExitEvent:
 __slots__: tuple[str]
 def __init__(self) -> None: ...
 def set(self) -> None: ...
 def is_set(self) -> bool: ...
 def wait(self, timeout: float | None = None) -> bool: ...
 _is_set: bool
def set_exit(func: Callable[[int, Optional["FrameType"]], Any], *, sync: bool = ...) -> None: ...
def get_subprocess(target: "DecoratedCallableNone", args: tuple[Any, ...]) -> "SpawnProcess": ...
def stop_process(process: "SpawnProcess", timeout: float = ...) -> None: ...
def subprocess_started(*args: Any, t: "DecoratedCallableNone", stdin_fileno: int | None) -> None: ...

=== faststream._internal.configs package
from .broker import ( BrokerConfig, BrokerConfigType_co, ConfigComposition, UnderlyingDriverAnnotation, UnderlyingDriverAnnotations, )
from .endpoint import PublisherUsecaseConfig, SubscriberUsecaseConfig
from .specification import ( PublisherSpecificationConfig, SpecificationConfig as SubscriberSpecificationConfig, )
__all__ = ( "BrokerConfig", "BrokerConfigType_co", "ConfigComposition", "PublisherSpecificationConfig", "PublisherUsecaseConfig", "SubscriberSpecificationConfig", "SubscriberUsecaseConfig", "UnderlyingDriverAnnotation", "UnderlyingDriverAnnotations", )

=== faststream._internal.configs.broker
import faststream._internal.context.repository as _loopmend_1
import faststream._internal.di.config as _loopmend_4
import faststream._internal.logger.state as _loopmend_3
import faststream._internal.parser as _loopmend_5
import faststream._internal.producer as _loopmend_2
import faststream._internal.types as _loopmend_7
import faststream.middlewares.acknowledgement.config as _loopmend_6
import typing as _loopmend_0
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, Optional, TypeAlias, Union
from typing_extensions import TypeVar as TypeVar313
from faststream._internal.constants import EMPTY
from faststream._internal.di import FastDependsConfig
from faststream._internal.logger import LoggerState
from faststream._internal.producer import ProducerProto, ProducerUnset
from faststream._internal.types import IdGenerator
from faststream.message import gen_cor_id
if TYPE_CHECKING:
 from fast_depends.dependencies import Dependant
 from faststream._internal.context import ContextRepo
 from faststream._internal.parser import CodecProto
 from faststream._internal.types import BrokerMiddleware, CustomCallable
 from faststream.middlewares import AckPolicy
@dataclass(kw_only=True, slots=True)
class UnderlyingDriverAnnotation:
 type_hint: Any
 module: str
 name: str
UnderlyingDriverAnnotations: TypeAlias = Mapping[Any, UnderlyingDriverAnnotation | Any]
@dataclass(kw_only=True)
class BrokerConfig:
 prefix: str = ""
 include_in_schema: bool | None = True
 broker_middlewares: Sequence["BrokerMiddleware[Any]"] = ...
 broker_parser: Optional["CustomCallable"] = None
 broker_decoder: Optional["CustomCallable"] = None
 broker_codec: Optional["CodecProto"] = None
 producer: "ProducerProto[Any]" = field(default_factory=ProducerUnset)
 logger: "LoggerState" = field(default_factory=LoggerState)
 fd_config: "FastDependsConfig" = field(default_factory=FastDependsConfig)
 id_generator: IdGenerator = gen_cor_id
 underlying_driver_annotations: UnderlyingDriverAnnotations = field( default_factory=dict )
 default_driver_annotations: UnderlyingDriverAnnotations = field(default_factory=dict)
 broker_dependencies: Sequence["Dependant"] = ...
 graceful_timeout: float | None = 15.0
 ack_policy: "AckPolicy" = field(default_factory=lambda: EMPTY)
 extra_context: dict[str, Any] = field(default_factory=dict)
 def __post_init__(self) -> None: ...
 @property
 def resolved_underlying_driver_annotations(self) -> UnderlyingDriverAnnotations: ...
 def __repr__(self) -> str: ...
 def __bool__(self) -> bool: ...
 @property
 def context(self) -> "ContextRepo": ...
 def add_middleware(self, middleware: "BrokerMiddleware[Any]") -> None: ...
 def insert_middleware(self, middleware: "BrokerMiddleware[Any]") -> None: ...
BrokerConfigType_co = TypeVar313( "BrokerConfigType_co", bound=BrokerConfig, default=BrokerConfig, covariant=True, )
ConfigType = Union["ConfigComposition[Any]", "BrokerConfigType_co", BrokerConfig]
class ConfigComposition(Generic[BrokerConfigType_co]):
 def __init__(self, config: BrokerConfigType_co) -> None: ...
 @property
 def broker_config(self) -> "BrokerConfigType_co": ...
 def __repr__(self) -> str: ...
 def add_config(self, config: "ConfigType[BrokerConfigType_co]") -> None: ...
 def reset(self) -> None: ...
 @property
 def producer(self) -> "ProducerProto[Any]": ...
 @property
 def logger(self) -> "LoggerState": ...
 @property
 def fd_config(self) -> "FastDependsConfig": ...
 @fd_config.setter
 def fd_config(self, value: "FastDependsConfig") -> None: ...
 @property
 def context(self) -> "ContextRepo": ...
 @property
 def graceful_timeout(self) -> float | None: ...
 @property
 def id_generator(self) -> IdGenerator: ...
 def add_middleware(self, middleware: "BrokerMiddleware[Any]") -> None: ...
 def insert_middleware(self, middleware: "BrokerMiddleware[Any]") -> None: ...
 def __getattr__(self, name: str) -> Any: ...
 @property
 def broker_parser(self) -> Optional["CustomCallable"]: ...
 @property
 def broker_decoder(self) -> Optional["CustomCallable"]: ...
 @property
 def broker_codec(self) -> Optional["CodecProto"]: ...
 @property
 def ack_policy(self) -> "AckPolicy": ...
 @property
 def extra_context(self) -> dict[str, Any]: ...
 @property
 def underlying_driver_annotations(self) -> UnderlyingDriverAnnotations: ...
 @property
 def default_driver_annotations(self) -> UnderlyingDriverAnnotations: ...
 @property
 def resolved_underlying_driver_annotations(self) -> UnderlyingDriverAnnotations: ...
 @property
 def prefix(self) -> str: ...
 @property
 def include_in_schema(self) -> bool: ...
 @property
 def broker_middlewares(self) -> Sequence["BrokerMiddleware[Any]"]: ...
 @property
 def broker_dependencies(self) -> Sequence["Dependant"]: ...
 configs: tuple[ConfigType[BrokerConfigType_co], ...]

=== faststream._internal.configs.endpoint
import faststream.middlewares.acknowledgement.config as _loopmend_0
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from faststream._internal.constants import EMPTY
from faststream.middlewares import AckPolicy
if TYPE_CHECKING:
 from faststream._internal.types import AsyncCallable
 from .broker import BrokerConfig
@dataclass(kw_only=True)
class EndpointConfig:
 _outer_config: "BrokerConfig"
@dataclass(kw_only=True)
class PublisherUsecaseConfig(EndpointConfig):
 ...
@dataclass(kw_only=True)
class SubscriberUsecaseConfig(EndpointConfig):
 no_reply: bool = False
 _ack_policy: AckPolicy = field(default_factory=lambda: EMPTY, repr=False)
 parser: "AsyncCallable" = field(init=False)
 decoder: "AsyncCallable" = field(init=False)
 @property
 def auto_ack_disabled(self) -> bool: ...
 @property
 def ack_policy(self) -> AckPolicy: ...

=== faststream._internal.di package
from .config import FastDependsConfig
__all__ = ("FastDependsConfig",)

=== faststream._internal.di.config
import faststream._internal.di.config as _loopmend_0
import typing as _loopmend_1
import inspect
from collections.abc import Awaitable, Callable, Mapping, Reversible, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Optional
from fast_depends import Provider, dependency_provider
from fast_depends.core import CallModel, build_call_model
from fast_depends.pydantic import PydanticSerializer
from faststream._internal.constants import EMPTY
from faststream._internal.context import ContextRepo
from faststream._internal.context.composition import ContextRepoComposition
from faststream._internal.utils import apply_types, to_async
if TYPE_CHECKING:
 from fast_depends.dependencies import Dependant
 from fast_depends.library.serializer import SerializerProto
 from fast_depends.use import InjectWrapper
 from faststream._internal.basic_types import Decorator
 from faststream.message import StreamMessage
@dataclass(kw_only=True, slots=True)
class BuiltDependant:
 original_call: Callable[..., Any]
 wrapped_call: Callable[..., Any]
 dependent: "CallModel"
@dataclass(kw_only=True, slots=True)
class FastDependsConfig:
 use_fastdepends: bool = True
 provider: "Provider" = field(default=dependency_provider)
 serializer: Optional["SerializerProto"] = field(default_factory=lambda: EMPTY)
 context: "ContextRepo" = field(default_factory=ContextRepo)
 call_decorators: Sequence["Decorator"] = ...
 get_dependent: Callable[..., Any] | None = None
 @property
 def _serializer(self) -> Optional["SerializerProto"]: ...
 def __or__(self, value: "FastDependsConfig", /) -> "FastDependsConfig": ...
 def build_call(self, call: Callable[..., Any], *, dependencies: Sequence["Dependant"] = ..., call_decorators: Reversible["Decorator"] = ...) -> BuiltDependant: ...
def _unwrap_message_to_fast_depends_decorator(func: Callable[..., Any], dependent: "CallModel") -> _loopmend_1.Callable[..., _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, _loopmend_1.Any]]: ...

=== faststream._internal.endpoint package

=== faststream._internal.endpoint.call_wrapper
import faststream._internal.endpoint.call_wrapper as _loopmend_0
import faststream._internal.testing.calls as _loopmend_2
import typing as _loopmend_1
import asyncio
from collections.abc import Awaitable, Callable, Reversible, Sequence
from typing import ( TYPE_CHECKING, Any, Generic, Optional, cast, )
import anyio
from faststream._internal.configs import BrokerConfig
from faststream._internal.testing.calls import CallAssertions, CallRecorder
from faststream._internal.types import P_HandlerParams, T_HandlerReturn
from faststream.exceptions import SetupError
if TYPE_CHECKING:
 from fast_depends.core import CallModel
 from fast_depends.dependencies import Dependant
 from faststream._internal.basic_types import Decorator
 from faststream._internal.di import FastDependsConfig
 from faststream._internal.endpoint.publisher import PublisherProto
 from faststream._internal.endpoint.subscriber import SubscriberUsecase
 from faststream.message import StreamMessage
def ensure_call_wrapper(call: Callable[P_HandlerParams, T_HandlerReturn], outer_config: BrokerConfig, wrapper_class: "type[HandlerCallWrapper[..., Any]]") -> "HandlerCallWrapper[P_HandlerParams, T_HandlerReturn]": ...
class HandlerCallWrapper(CallAssertions, Generic[P_HandlerParams, T_HandlerReturn]):
 future: Optional["asyncio.Future[Any]"]
 _wrapped_call: Callable[..., Awaitable[Any]] | None
 _declared_call: Callable[P_HandlerParams, T_HandlerReturn]
 _composed_call: Callable[P_HandlerParams, T_HandlerReturn]
 _publishers: list["PublisherProto[Any]"]
 _subscribers: list["SubscriberUsecase[Any]"]
 __slots__: tuple[str, str, str, str, str, str, str, str]
 def __init__(self, call: Callable[P_HandlerParams, T_HandlerReturn], outer_config: BrokerConfig) -> None: ...
 def __call__(self, *args: P_HandlerParams.args, **kwargs: P_HandlerParams.kwargs) -> T_HandlerReturn: ...
 @property
 def _original_call(self) -> Callable[P_HandlerParams, T_HandlerReturn]: ...
 async def call_wrapped(self, message: "StreamMessage[Any]") -> Any: ...
 def set_wrapped(self, *, dependencies: Sequence["Dependant"], _call_decorators: Reversible["Decorator"], config: "FastDependsConfig") -> "CallModel": ...
 async def wait_call(self, timeout: float | None = None) -> None: ...
 def set_test(self) -> None: ...
 def reset_test(self) -> None: ...
 def trigger(self, result: Any = None, error: BaseException | None = None) -> None: ...
 def refresh(self, with_mock: bool = ...) -> None: ...
 _recorder: _loopmend_2.CallRecorder
 is_test: bool

=== faststream._internal.endpoint.publisher package
from .proto import PublisherProto
from .specification import PublisherSpecification
from .usecase import PublisherUsecase
__all__ = ( "PublisherProto", "PublisherSpecification", "PublisherUsecase", )

=== faststream._internal.endpoint.publisher.fake
import faststream._internal.producer as _loopmend_1
import faststream.response.response as _loopmend_0
from abc import abstractmethod
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any
from faststream._internal.basic_types import SendableMessage
from faststream.response.publish_type import PublishType
from .proto import PublisherProto
if TYPE_CHECKING:
 from faststream._internal.basic_types import AsyncFunc
 from faststream._internal.producer import ProducerProto
 from faststream._internal.types import PublisherMiddleware
 from faststream.response.response import PublishCommand
class FakePublisher(PublisherProto):
 __slots__: tuple[str]
 def __init__(self, *, producer: "ProducerProto[Any]") -> None: ...
 @abstractmethod
 def patch_command(self, cmd: "PublishCommand") -> "PublishCommand": ...
 async def _publish(self, cmd: "PublishCommand", *, _extra_middlewares: Iterable["PublisherMiddleware"]) -> Any: ...
 async def publish(self, message: SendableMessage, /, *, correlation_id: str | None = None) -> Any | None: ...
 async def request(self, message: "SendableMessage", /, *, correlation_id: str | None = None) -> Any: ...
 _producer: _loopmend_1.ProducerProto

=== faststream._internal.endpoint.publisher.proto
from abc import abstractmethod
from collections.abc import Iterable
from typing import ( TYPE_CHECKING, Any, Protocol, )
from faststream._internal.types import PublishCommandType_contra
if TYPE_CHECKING:
 from faststream._internal.basic_types import SendableMessage
 from faststream._internal.types import PublisherMiddleware
class PublisherProto(Protocol[PublishCommandType_contra]):
 __slots__: tuple[()]
 @abstractmethod
 async def publish(self, message: "SendableMessage", /, *, correlation_id: str | None = None) -> Any | None: ...
 @abstractmethod
 async def _publish(self, cmd: "PublishCommandType_contra", *, _extra_middlewares: Iterable["PublisherMiddleware"]) -> None: ...
 @abstractmethod
 async def request(self, message: "SendableMessage", /, *, correlation_id: str | None = None) -> Any | None: ...

=== faststream._internal.endpoint.publisher.usecase
import faststream._internal.endpoint.call_wrapper as _loopmend_0
import faststream._internal.endpoint.publisher.specification as _loopmend_4
import faststream._internal.testing.calls as _loopmend_3
import faststream.message.message as _loopmend_1
import faststream.specification.schema.publisher as _loopmend_2
from collections.abc import Callable, Generator, Iterable
from functools import partial
from typing import ( TYPE_CHECKING, Any, )
from faststream._internal.endpoint.call_wrapper import ( HandlerCallWrapper, )
from faststream._internal.endpoint.usecase import Endpoint
from faststream._internal.endpoint.utils import process_msg
from faststream._internal.testing.calls import CallAssertions, CallRecorder
from faststream._internal.types import ( P_HandlerParams, T_HandlerReturn, )
from faststream.message.source_type import SourceType
from .proto import PublisherProto
if TYPE_CHECKING:
 from faststream._internal.configs import PublisherUsecaseConfig
 from faststream._internal.producer import ProducerProto
 from faststream._internal.types import ( PublisherMiddleware, )
 from faststream.response.response import PublishCommand
 from faststream.specification.schema import PublisherSpec
 from .specification import PublisherSpecification
class PublisherUsecase(CallAssertions, Endpoint, PublisherProto):
 __slots__: tuple[str, str, str, str]
 def __init__(self, config: "PublisherUsecaseConfig", specification: "PublisherSpecification") -> None: ...
 async def start(self) -> None: ...
 def set_test(self, *, recorder: CallRecorder | None = None, with_fake: bool) -> None: ...
 def reset_test(self) -> None: ...
 def __call__(self, func: Callable[P_HandlerParams, T_HandlerReturn]) -> HandlerCallWrapper[P_HandlerParams, T_HandlerReturn]: ...
 async def _basic_publish(self, cmd: "PublishCommand", *, producer: "ProducerProto[Any]", _extra_middlewares: Iterable["PublisherMiddleware"]) -> Any: ...
 async def _basic_publish_batch(self, cmd: "PublishCommand", *, producer: "ProducerProto[Any]", _extra_middlewares: Iterable["PublisherMiddleware"]) -> Any: ...
 async def _basic_request(self, cmd: "PublishCommand", *, producer: "ProducerProto[Any]") -> Any: ...
 def _build_middlewares_stack(self, extra_middlewares: Iterable["PublisherMiddleware"] = ...) -> Generator["PublisherMiddleware", None, None]: ...
 def schema(self) -> dict[str, "PublisherSpec"]: ...
 _fake_handler: bool
 _recorder: _loopmend_3.CallRecorder
 is_test: bool
 specification: _loopmend_4.PublisherSpecification

=== faststream._internal.endpoint.subscriber package
from .specification import SubscriberSpecification
from .usecase import SubscriberUsecase
__all__ = ( "SubscriberSpecification", "SubscriberUsecase", )

=== faststream._internal.endpoint.subscriber.call_item
import faststream._internal.endpoint.call_wrapper as _loopmend_2
import faststream.message.message as _loopmend_0
import typing as _loopmend_1
from collections import UserList
from collections.abc import Iterable, Reversible, Sequence
from functools import partial
from inspect import unwrap
from typing import ( TYPE_CHECKING, Any, Generic, Optional, cast, )
from faststream._internal.types import MsgType
from faststream.exceptions import IgnoredException, SetupError
from faststream.specification.asyncapi.utils import to_camelcase
if TYPE_CHECKING:
 from fast_depends.dependencies import Dependant
 from faststream._internal.basic_types import AsyncFuncAny, Decorator
 from faststream._internal.di import FastDependsConfig
 from faststream._internal.endpoint.call_wrapper import HandlerCallWrapper
 from faststream._internal.types import ( AsyncCallable, AsyncFilter, CustomCallable, SubscriberMiddleware, )
 from faststream.message import StreamMessage
class HandlerItem(Generic[MsgType]):
 __slots__: tuple[str, str, str, str, str, str, str, str]
 dependant: Any | None
 item_parser: Optional["CustomCallable"]
 item_decoder: Optional["CustomCallable"]
 parser: Optional["AsyncCallable"]
 decoder: Optional["AsyncCallable"]
 def __init__(self, *, handler: "HandlerCallWrapper[..., Any]", filter: "AsyncFilter[Any]", item_parser: Optional["CustomCallable"], item_decoder: Optional["CustomCallable"], dependencies: Sequence["Dependant"]) -> None: ...
 def __repr__(self) -> str: ...
 def _setup(self, *, parser: "AsyncCallable", decoder: "AsyncCallable", config: "FastDependsConfig", broker_dependencies: Sequence["Dependant"], _call_decorators: Reversible["Decorator"]) -> None: ...
 @property
 def name(self) -> str: ...
 @property
 def description(self) -> str | None: ...
 async def is_suitable(self, msg: MsgType, cache: dict[Any, Any]) -> Optional["StreamMessage[MsgType]"]: ...
 async def call(self, /, message: "StreamMessage[MsgType]", _extra_middlewares: Iterable["SubscriberMiddleware[Any]"]) -> Any: ...
 dependencies: _loopmend_1.Sequence
 filter: _loopmend_1.Callable[..., _loopmend_1.Awaitable[bool]]
 handler: _loopmend_2.HandlerCallWrapper
class CallsCollection(UserList[HandlerItem[MsgType]]):
 def add_call(self, call: "HandlerItem[MsgType]") -> None: ...
 @property
 def name(self) -> str | None: ...
 @property
 def description(self) -> str | None: ...

=== faststream._internal.endpoint.subscriber.mixins
import anyio._core._synchronization as _loopmend_0
import anyio.streams.memory as _loopmend_1
import asyncio
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, Generic
import anyio
from typing_extensions import override
from faststream._internal.types import MsgType
from .supervisor import TaskCallbackSupervisor
from .usecase import SubscriberUsecase
if TYPE_CHECKING:
 from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream
class TasksMixin(SubscriberUsecase[Any]):
 __slots__: tuple[str]
 def __init__(self, *args: Any, **kwargs: Any) -> None: ...
 def add_task(self, func: Callable[..., Coroutine[Any, Any, Any]], func_args: tuple[Any, ...] | None = None, func_kwargs: dict[str, Any] | None = None, *, restart_on_failure: bool = ...) -> None: ...
 async def stop(self) -> None: ...
 tasks: list[asyncio.Task[Any]]
class ConcurrentMixin(TasksMixin, Generic[MsgType]):
 send_stream: "MemoryObjectSendStream[MsgType]"
 receive_stream: "MemoryObjectReceiveStream[MsgType]"
 def __init__(self, *args: Any, max_workers: int, **kwargs: Any) -> None: ...
 @override
 async def start(self) -> None: ...
 @override
 async def stop(self) -> None: ...
 def start_consume_task(self) -> None: ...
 async def _serve_consume_queue(self) -> None: ...
 async def _consume_msg(self, msg: "MsgType") -> None: ...
 async def _put_msg(self, msg: "MsgType") -> None: ...
 max_workers: int
 limiter: _loopmend_0.Semaphore
def _closed_queue() -> tuple[ "MemoryObjectSendStream[Any]", "MemoryObjectReceiveStream[Any]" ]: ...

=== faststream._internal.endpoint.subscriber.supervisor
import faststream._internal.endpoint.subscriber.mixins as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
import logging
import os
import time
from asyncio import CancelledError, Task
from collections import UserDict
from typing import TYPE_CHECKING, Any
if TYPE_CHECKING:
 from collections.abc import Callable, Coroutine
 from faststream._internal.endpoint.subscriber.mixins import TasksMixin
class _SupervisorCache(UserDict[int, float]):
 @property
 def ttl(self) -> float: ...
 def _cleanup(self) -> None: ...
 def add(self, item: int) -> None: ...
 def __contains__(self, key: object) -> bool: ...
class TaskCallbackSupervisor:
 __slots__: tuple[str, str, str, str, str, str]
 __cache: _SupervisorCache = ...
 def __init__(self, func: Callable[..., Coroutine[Any, Any, Any]], func_args: tuple[Any] | None, func_kwargs: dict[str, Any] | None, subscriber: TasksMixin, *, ignored_exceptions: tuple[type[BaseException], ...] = ..., restart_on_failure: bool = ...) -> None: ...
 @staticmethod
 def _get_exception_identifier(exception: BaseException, *, message_size: int = ...) -> int: ...
 @property
 def is_disabled(self) -> bool: ...
 def __call__(self, task: Task[Any]) -> None: ...
 args: tuple[()] | tuple[_loopmend_0.Any]
 func: _loopmend_0.Callable[..., _loopmend_0.Awaitable[_loopmend_0.Any]]
 ignored_exceptions: tuple
 kwargs: dict
 restart_on_failure: bool
 subscriber: _loopmend_1.TasksMixin

=== faststream._internal.endpoint.subscriber.usecase
import faststream._internal.endpoint.call_wrapper as _loopmend_3
import faststream._internal.endpoint.publisher.proto as _loopmend_5
import faststream._internal.endpoint.subscriber.call_item as _loopmend_9
import faststream._internal.endpoint.subscriber.specification as _loopmend_10
import faststream._internal.endpoint.subscriber.usecase as _loopmend_2
import faststream._internal.types as _loopmend_1
import faststream.message.message as _loopmend_6
import faststream.middlewares.acknowledgement.config as _loopmend_8
import faststream.response.response as _loopmend_4
import faststream.specification.schema.subscriber as _loopmend_7
import typing as _loopmend_0
from abc import abstractmethod
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import AbstractContextManager, AsyncExitStack, ExitStack, nullcontext
from itertools import chain
from types import TracebackType
from typing import ( TYPE_CHECKING, Any, Generic, NamedTuple, Optional, Union, cast, )
from typing_extensions import Self, overload, override
from faststream._internal.endpoint.subscriber.hints import ( check_context_annotations, )
from faststream._internal.endpoint.usecase import Endpoint
from faststream._internal.endpoint.utils import ParserComposition
from faststream._internal.parser import BatchCodecProto
from faststream._internal.types import ( AsyncCallable, MsgType, P_HandlerParams, T_HandlerReturn, )
from faststream._internal.utils.functions import to_async
from faststream.exceptions import StopConsume, SubscriberNotFound
from faststream.middlewares import AcknowledgementMiddleware
from faststream.middlewares.logging import CriticalLogMiddleware
from faststream.response import ensure_response
from .call_item import ( CallsCollection, HandlerItem, )
from .utils import MultiLock, default_filter
if TYPE_CHECKING:
 from fast_depends.dependencies import Dependant
 from faststream._internal.basic_types import Decorator
 from faststream._internal.configs import SubscriberUsecaseConfig
 from faststream._internal.endpoint.call_wrapper import HandlerCallWrapper
 from faststream._internal.endpoint.publisher import PublisherProto
 from faststream._internal.parser import CodecProto
 from faststream._internal.types import ( AsyncFilter, BrokerMiddleware, CustomCallable, Filter, )
 from faststream.message import StreamMessage
 from faststream.middlewares import BaseMiddleware
 from faststream.response import Response
 from faststream.specification.schema import SubscriberSpec
 from .specification import SubscriberSpecification
class _CallOptions(NamedTuple):
 parser: Optional["CustomCallable"]
 decoder: Optional["CustomCallable"]
 dependencies: Sequence["Dependant"]
 codec: Optional["CodecProto"] = None
class SubscriberUsecase(Endpoint, Generic[MsgType]):
 __slots__: tuple[str, str, str, str, str, str, str, str, str, str, str]
 lock: "AbstractContextManager[Any]"
 graceful_timeout: float | None
 def __init__(self, config: "SubscriberUsecaseConfig", specification: "SubscriberSpecification", calls: "CallsCollection[MsgType]") -> None: ...
 @property
 def _broker_middlewares(self) -> Sequence["BrokerMiddleware[MsgType]"]: ...
 async def __aenter__(self) -> Self: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_value: BaseException | None, traceback: TracebackType | None) -> None: ...
 async def start(self) -> None: ...
 def _get_parser_and_decoder(self, item_parser: Optional["CustomCallable"] = None, item_decoder: Optional["CustomCallable"] = None) -> tuple[AsyncCallable, AsyncCallable]: ...
 def _build_fastdepends_model(self) -> None: ...
 def _post_start(self) -> None: ...
 @abstractmethod
 async def stop(self) -> None: ...
 def add_call(self, *, parser_: Optional["CustomCallable"], decoder_: Optional["CustomCallable"], dependencies_: Sequence["Dependant"], codec_: Optional["CodecProto"] = None) -> Self: ...
 @overload
 def __call__(self, func: Callable[P_HandlerParams, T_HandlerReturn], *, filter: "Filter[Any]" = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, dependencies: Sequence["Dependant"] = ...) -> "HandlerCallWrapper[P_HandlerParams, T_HandlerReturn]": ...
 @overload
 def __call__(self, func: None = None, *, filter: "Filter[Any]" = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, dependencies: Sequence["Dependant"] = ...) -> Callable[ [Callable[P_HandlerParams, T_HandlerReturn]], "HandlerCallWrapper[P_HandlerParams, T_HandlerReturn]", ]: ...
 @override
 def __call__(self, func: Callable[P_HandlerParams, T_HandlerReturn] | None = None, *, filter: "Filter[Any]" = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, dependencies: Sequence["Dependant"] = ...) -> Union[ "HandlerCallWrapper[P_HandlerParams, T_HandlerReturn]", Callable[ [Callable[P_HandlerParams, T_HandlerReturn]], "HandlerCallWrapper[P_HandlerParams, T_HandlerReturn]", ], ]: ...
 async def consume(self, msg: MsgType) -> Any: ...
 async def process_message(self, msg: MsgType) -> "Response": ...
 def __build__middlewares_stack(self) -> tuple["BrokerMiddleware[MsgType]", ...]: ...
 def __get_response_publisher(self, message: "StreamMessage[MsgType]") -> Iterable["PublisherProto"]: ...
 @abstractmethod
 def _make_response_publisher(self, message: "StreamMessage[MsgType]") -> Iterable["PublisherProto"]: ...
 @abstractmethod
 async def get_one(self, *, timeout: float = ...) -> Optional["StreamMessage[MsgType]"]: ...
 @abstractmethod
 def __aiter__(self) -> AsyncIterator["StreamMessage[MsgType]"]: ...
 def get_log_context(self, message: Optional["StreamMessage[MsgType]"]) -> dict[str, str]: ...
 def _log(self, log_level: int | None, message: str, extra: dict[str, Any] | None = None, exc_info: Exception | None = None) -> None: ...
 def schema(self) -> dict[str, "SubscriberSpec"]: ...
 __auto_ack_disabled: bool
 _call_decorators: tuple[Decorator, ...]
 _call_options: _loopmend_2._CallOptions
 _decoder: _loopmend_0.Callable[..., _loopmend_0.Awaitable[_loopmend_0.Any]]
 _no_reply: bool
 _parser: _loopmend_0.Callable[..., _loopmend_0.Awaitable[_loopmend_0.Any]]
 ack_policy: _loopmend_8.AckPolicy
 calls: _loopmend_9.CallsCollection
 running: bool
 specification: _loopmend_10.SubscriberSpecification

=== faststream._internal.endpoint.subscriber.utils
import faststream._internal.endpoint.subscriber.utils as _loopmend_0
import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Optional
import anyio
from typing_extensions import Self
if TYPE_CHECKING:
 from types import TracebackType
 from faststream.message import StreamMessage
async def default_filter(msg: "StreamMessage[Any]") -> bool: ...
class MultiLock:
 __slots__: tuple[str]
 def __init__(self) -> None: ...
 def __enter__(self) -> Self: ...
 def __exit__(self, exc_type: type[BaseException] | None, exc_val: BaseException | None, exc_tb: Optional["TracebackType"]) -> None: ...
 def acquire(self) -> None: ...
 def release(self) -> None: ...
 @property
 def qsize(self) -> int: ...
 @property
 def empty(self) -> bool: ...
 async def wait_release(self, timeout: float | None = None) -> None: ...
 queue: asyncio.Queue[None]

=== faststream._internal.endpoint.usecase
import faststream._internal.configs.broker as _loopmend_1
import faststream._internal.endpoint.call_wrapper as _loopmend_0
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from faststream._internal.types import P_HandlerParams, T_HandlerReturn
from .call_wrapper import ( HandlerCallWrapper, ensure_call_wrapper, )
if TYPE_CHECKING:
 from faststream._internal.configs import BrokerConfig
class Endpoint:
 __slots__: tuple[str, str, str]
 _call_wrapper_class: type[HandlerCallWrapper[..., Any]] = HandlerCallWrapper
 def __init__(self, config: "BrokerConfig") -> None: ...
 def __call__(self, func: Callable[P_HandlerParams, T_HandlerReturn]) -> HandlerCallWrapper[P_HandlerParams, T_HandlerReturn]: ...
 _outer_config: _loopmend_1.BrokerConfig

=== faststream._internal.endpoint.utils
import faststream.message.message as _loopmend_0
import functools as _loopmend_2
import typing as _loopmend_1
import inspect
from collections.abc import Awaitable, Callable, Iterable
from contextlib import AsyncExitStack
from functools import partial
from typing import TYPE_CHECKING, Any, Optional, cast
from faststream._internal.types import MsgType
from faststream._internal.utils.functions import return_input, to_async
from faststream.message.source_type import SourceType
if TYPE_CHECKING:
 from faststream._internal.types import ( AsyncCallable, CustomCallable, SyncCallable, )
 from faststream.message import StreamMessage
 from faststream.middlewares import BaseMiddleware
async def process_msg(msg: MsgType | None, *, middlewares: Iterable["BaseMiddleware"], parser: Callable[[MsgType], Awaitable["StreamMessage[MsgType]"]], decoder: Callable[["StreamMessage[MsgType]"], "Any"], source_type: SourceType = ...) -> Optional["StreamMessage[MsgType]"]: ...
class ParserComposition:
 __slots__: tuple[str, str, str]
 def __init__(self, custom_func: Optional["CustomCallable"], default_func: "AsyncCallable") -> None: ...
 def __call__(self, *args: Any, **kwargs: Any) -> _loopmend_1.Awaitable[_loopmend_1.Any]: ...
 custom_func: None | _loopmend_1.Callable[..., _loopmend_1.Any] | _loopmend_1.Callable[..., _loopmend_1.Awaitable[_loopmend_1.Any]]
 default_func: _loopmend_1.Callable[..., _loopmend_1.Awaitable[_loopmend_1.Any]]
 wrapped_func: _loopmend_1.Callable[..., _loopmend_1.Awaitable[_loopmend_1.Any]] | _loopmend_2.partial[_loopmend_1.Awaitable[_loopmend_1.Any]]

=== faststream._internal.fastapi package
from .context import Context
from .route import StreamMessage
from .router import StreamRouter
__all__ = ( "Context", "StreamMessage", "StreamRouter", )

=== faststream._internal.fastapi._compat
import faststream._internal.fastapi._compat as _loopmend_1
import pydantic.main as _loopmend_0
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from fastapi import __version__ as FASTAPI_VERSION
from fastapi.dependencies.utils import solve_dependencies
from starlette.background import BackgroundTasks
from typing_extensions import Never
if TYPE_CHECKING:
 from fastapi.dependencies.models import Dependant
 from fastapi.requests import Request
major: str
minor: str
patch: str
_FASTAPI_MAJOR: int
_FASTAPI_MINOR: int
FASTAPI_V2: bool
FASTAPI_V106: bool
FASTAPI_V121: bool
FASTAPI_V128: bool
try:
 _FASTAPI_PATCH = int(patch)
except ValueError:
 FASTAPI_v102_3 = True
 FASTAPI_v102_4 = True
else:
 FASTAPI_v102_3: bool
 FASTAPI_v102_4: bool
__all__ = ( "RequestValidationError", "create_response_field", "raise_fastapi_validation_error", "solve_faststream_dependency", )
@dataclass(slots=True)
class SolvedDependency:
 values: dict[str, Any]
 errors: list[Any]
 background_tasks: BackgroundTasks | None
if FASTAPI_V128:
 from fastapi.exceptions import RequestValidationError
 def raise_fastapi_validation_error(errors: list[Any], body: dict[str, Any]) -> Never: ...
elif FASTAPI_V2:
 from fastapi._compat import _normalize_errors
 from fastapi.exceptions import RequestValidationError
 def raise_fastapi_validation_error(errors: list[Any], body: dict[str, Any]) -> Never: ...
else:
 from pydantic import ( ValidationError as RequestValidationError, create_model, )
 ROUTER_VALIDATION_ERROR_MODEL: type[_loopmend_0.BaseModel]
 def raise_fastapi_validation_error(errors: list[Any], body: dict[str, Any]) -> Never: ...
if FASTAPI_v102_3:
 from fastapi.utils import ( create_model_field as create_response_field, )
 extra: dict | dict[str, bool]
 async def solve_faststream_dependency(request: "Request", dependant: "Dependant", dependency_overrides_provider: Any | None, **kwargs: Any) -> SolvedDependency: ...
else:
 from fastapi.utils import ( create_response_field, )
 async def solve_faststream_dependency(request: "Request", dependant: "Dependant", dependency_overrides_provider: Any | None, **kwargs: Any) -> SolvedDependency: ...

=== faststream._internal.fastapi.route
import faststream.response.response as _loopmend_1
import typing as _loopmend_0
import asyncio
import inspect
from collections.abc import Awaitable, Callable, Iterable
from contextlib import AsyncExitStack
from functools import wraps
from itertools import dropwhile
from typing import ( TYPE_CHECKING, Any, Optional, Union, )
from fast_depends.dependencies import Dependant
from fastapi.routing import run_endpoint_function, serialize_response
from starlette.requests import Request
from faststream._internal.context import Context, ContextRepo
from faststream._internal.types import P_HandlerParams, T_HandlerReturn
from faststream.exceptions import SetupError
from faststream.response import Response, ensure_response
from ._compat import ( FASTAPI_V106, FASTAPI_V121, create_response_field, raise_fastapi_validation_error, solve_faststream_dependency, )
from .get_dependant import ( get_fastapi_native_dependant, has_forbidden_types, is_faststream_decorated, mark_faststream_decorated, )
if TYPE_CHECKING:
 from fastapi import params
 from fastapi._compat import ModelField
 from fastapi.dependencies.models import Dependant as FastAPIDependant
 from fastapi.types import IncEx
 from faststream.message import StreamMessage as NativeMessage
 from .config import FastAPIConfig
class StreamMessage(Request):
 scope: "dict[str, Any]"
 _cookies: "dict[str, Any]"
 _headers: "dict[str, Any]"
 _body: Union["dict[str, Any]", list[Any]]
 _query_params: "dict[str, Any]"
 def __init__(self, *, body: Union["dict[str, Any]", list[Any]], headers: "dict[str, Any]", path: "dict[str, Any]") -> None: ...
def wrap_callable_to_fastapi_compatible(user_callable: Callable[P_HandlerParams, T_HandlerReturn], *, fastapi_config: "FastAPIConfig", dependencies: Iterable["params.Depends"], response_model: Any, response_model_include: Optional["IncEx"], response_model_exclude: Optional["IncEx"], response_model_by_alias: bool, response_model_exclude_unset: bool, response_model_exclude_defaults: bool, response_model_exclude_none: bool, context: "ContextRepo") -> Callable[["NativeMessage[Any]"], Awaitable[Any]]: ...
def build_faststream_to_fastapi_parser(*, dependent: "FastAPIDependant", fastapi_config: "FastAPIConfig", context: "ContextRepo", response_field: Optional["ModelField"], response_model_include: Optional["IncEx"], response_model_exclude: Optional["IncEx"], response_model_by_alias: bool, response_model_exclude_unset: bool, response_model_exclude_defaults: bool, response_model_exclude_none: bool) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_1.Response]]: ...
def make_fastapi_execution(*, dependent: "FastAPIDependant", fastapi_config: "FastAPIConfig", response_field: Optional["ModelField"], response_model_include: Optional["IncEx"], response_model_exclude: Optional["IncEx"], response_model_by_alias: bool, response_model_exclude_unset: bool, response_model_exclude_defaults: bool, response_model_exclude_none: bool) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_1.Response]]: ...

=== faststream._internal.fastapi.router
import contextlib as _loopmend_3
import fastapi.routing as _loopmend_5
import faststream._internal.context.repository as _loopmend_0
import faststream._internal.endpoint.call_wrapper as _loopmend_2
import faststream._internal.endpoint.publisher.usecase as _loopmend_4
import faststream._internal.fastapi.config as _loopmend_6
import typing as _loopmend_1
import json
import warnings
from abc import abstractmethod
from collections.abc import ( AsyncGenerator, Awaitable, Callable, Iterable, Mapping, Sequence, )
from contextlib import asynccontextmanager
from enum import Enum
from typing import ( TYPE_CHECKING, Any, Generic, Optional, Union, cast, overload, )
from fastapi.datastructures import Default
from fastapi.responses import HTMLResponse
from fastapi.routing import APIRoute, APIRouter
from fastapi.utils import generate_unique_id
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, _DefaultLifespan
from typing_extensions import override
from faststream._internal.application import StartAbleApplication
from faststream._internal.broker import BrokerRouter
from faststream._internal.context import ContextRepo
from faststream._internal.di.config import FastDependsConfig
from faststream._internal.types import ( MsgType, P_HandlerParams, T_HandlerReturn, )
from faststream._internal.utils.functions import to_async
from faststream.asgi.factories.asyncapi.try_it_out import TryItOutProcessor
from faststream.middlewares import BaseMiddleware
from faststream.specification.asyncapi.site import get_asyncapi_html
from .config import FastAPIConfig
from .get_dependant import get_fastapi_dependant
from .route import wrap_callable_to_fastapi_compatible
if TYPE_CHECKING:
 from types import TracebackType
 from fastapi import FastAPI, params
 from fastapi.background import BackgroundTasks
 from fastapi.types import IncEx
 from starlette import routing
 from starlette.types import ASGIApp, AppType, Lifespan
 from faststream._internal.broker import BrokerUsecase
 from faststream._internal.endpoint.call_wrapper import HandlerCallWrapper
 from faststream._internal.endpoint.publisher import PublisherUsecase
 from faststream._internal.proto import NameRequired
 from faststream._internal.types import BrokerMiddleware
 from faststream.message import StreamMessage
 from faststream.specification.base import SpecificationFactory
 from faststream.specification.schema import Tag, TagDict
class _BackgroundMiddleware(BaseMiddleware):
 __slots__: tuple[()]
 async def __aexit__(self, exc_type: type[BaseException] | None = None, exc_val: BaseException | None = None, exc_tb: Optional["TracebackType"] = None) -> bool | None: ...
class StreamRouter(APIRouter, StartAbleApplication, Generic[MsgType]):
 broker_class: type["BrokerUsecase[MsgType, Any, Any]"]
 broker: "BrokerUsecase[MsgType, Any, Any]"
 docs_router: APIRouter | None
 _after_startup_hooks: list[Callable[[Any], Awaitable[Mapping[str, Any] | None]]]
 _on_shutdown_hooks: list[Callable[[Any], Awaitable[None]]]
 title: str
 description: str
 version: str
 license: dict[str, Any] | None
 contact: dict[str, Any] | None
 def __init__(self, *connection_args: Any, context: ContextRepo | None, middlewares: Sequence["BrokerMiddleware[MsgType]"] = ..., prefix: str = ..., tags: list[str | Enum] | None = None, dependencies: Sequence["params.Depends"] | None = None, default_response_class: type["Response"] = ..., responses: dict[int | str, dict[str, Any]] | None = None, callbacks: list["routing.BaseRoute"] | None = None, routes: list["routing.BaseRoute"] | None = None, redirect_slashes: bool = ..., default: Optional["ASGIApp"] = None, dependency_overrides_provider: Any | None = None, route_class: type["APIRoute"] = ..., on_startup: Sequence[Callable[[], Any]] | None = None, on_shutdown: Sequence[Callable[[], Any]] | None = None, deprecated: bool | None = None, include_in_schema: bool = ..., setup_state: bool = ..., lifespan: Optional["Lifespan[Any]"] = None, generate_unique_id_function: Callable[["APIRoute"], str] = ..., specification: Optional["SpecificationFactory"] = None, specification_tags: Iterable[Union["Tag", "TagDict"]] = ..., schema_url: str | None = ..., **connection_kwars: Any) -> None: ...
 @property
 @override
 def context(self) -> ContextRepo: ...
 def _subscriber_compatibility_wrapper(self, dependencies: Iterable["params.Depends"] = ..., response_model: Any = ..., response_model_include: Optional["IncEx"] = None, response_model_exclude: Optional["IncEx"] = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ...) -> _loopmend_1.Callable[..., _loopmend_1.Callable[..., _loopmend_1.Awaitable[_loopmend_1.Any]]]: ...
 def subscriber(self, *extra: Union["NameRequired", str], dependencies: Iterable["params.Depends"], response_model: Any, response_model_include: Optional["IncEx"], response_model_exclude: Optional["IncEx"], response_model_by_alias: bool, response_model_exclude_unset: bool, response_model_exclude_defaults: bool, response_model_exclude_none: bool, **broker_kwargs: Any) -> Callable[ [Callable[P_HandlerParams, T_HandlerReturn]], "HandlerCallWrapper[P_HandlerParams, T_HandlerReturn]", ]: ...
 def _wrap_lifespan(self, lifespan: Optional["Lifespan[Any]"] = None) -> "Lifespan[Any]": ...
 @overload
 def after_startup(self, func: Callable[["AppType"], Mapping[str, Any]]) -> Callable[["AppType"], Mapping[str, Any]]: ...
 @overload
 def after_startup(self, func: Callable[["AppType"], Awaitable[Mapping[str, Any]]]) -> Callable[["AppType"], Awaitable[Mapping[str, Any]]]: ...
 @overload
 def after_startup(self, func: Callable[["AppType"], None]) -> Callable[["AppType"], None]: ...
 @overload
 def after_startup(self, func: Callable[["AppType"], Awaitable[None]]) -> Callable[["AppType"], Awaitable[None]]: ...
 def after_startup(self, func: Callable[["AppType"], Mapping[str, Any]] | Callable[["AppType"], Awaitable[Mapping[str, Any]]] | Callable[["AppType"], None] | Callable[["AppType"], Awaitable[None]]) -> Callable[["AppType"], Mapping[str, Any]] | Callable[["AppType"], Awaitable[Mapping[str, Any]]] | Callable[["AppType"], None] | Callable[["AppType"], Awaitable[None]]: ...
 @overload
 def on_broker_shutdown(self, func: Callable[["AppType"], None]) -> Callable[["AppType"], None]: ...
 @overload
 def on_broker_shutdown(self, func: Callable[["AppType"], Awaitable[None]]) -> Callable[["AppType"], Awaitable[None]]: ...
 def on_broker_shutdown(self, func: Callable[["AppType"], None] | Callable[["AppType"], Awaitable[None]]) -> Callable[["AppType"], None] | Callable[["AppType"], Awaitable[None]]: ...
 @abstractmethod
 def publisher(self) -> "PublisherUsecase": ...
 def _asyncapi_router(self, schema_url: str | None) -> APIRouter | None: ...
 def include_router(self, router: Union["StreamRouter[MsgType]", "BrokerRouter[MsgType, Any]"], *, prefix: str = ..., tags: list[str | Enum] | None = None, dependencies: Sequence["params.Depends"] | None = None, default_response_class: type[Response] = ..., responses: dict[int | str, dict[str, Any]] | None = None, callbacks: list["BaseRoute"] | None = None, deprecated: bool | None = None, include_in_schema: bool = ..., generate_unique_id_function: Callable[["APIRoute"], str] = ...) -> None: ...
 setup_state: bool
 fastapi_config: _loopmend_6.FastAPIConfig
 _lifespan_started: bool

=== faststream._internal.kafka package
from .calls import KafkaCallAssertions, field_reader
from .keys import ( extract_per_message_keys_and_bodies, key_for_index, realign_keys, )
__all__ = ( "KafkaCallAssertions", "extract_per_message_keys_and_bodies", "field_reader", "key_for_index", "realign_keys", )

=== faststream._internal.kafka.calls
import faststream._internal.testing.calls as _loopmend_0
import typing as _loopmend_1
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar
from faststream._internal.constants import EMPTY
from faststream._internal.testing.calls import ( BrokerFields, CallAssertions, ExpectedCall, FieldReader, )
from faststream.exceptions import SetupError
if TYPE_CHECKING:
 from faststream.message import StreamMessage
class KafkaCallAssertions(CallAssertions):
 __slots__: tuple[()]
 _read_field: ClassVar[FieldReader]
 async def assert_called_once_with(self, body: Any = ..., /, *, headers: Any = ..., correlation_id: Any = ..., reply_to: Any = ..., content_type: Any = ..., path: Any = ..., context: Mapping[str, Any] = ..., key: Any = ..., partition: Any = ...) -> None: ...
 async def assert_called_with(self, body: Any = ..., /, *, headers: Any = ..., correlation_id: Any = ..., reply_to: Any = ..., content_type: Any = ..., path: Any = ..., context: Mapping[str, Any] = ..., key: Any = ..., partition: Any = ...) -> None: ...
 async def assert_any_call(self, body: Any = ..., /, *, headers: Any = ..., correlation_id: Any = ..., reply_to: Any = ..., content_type: Any = ..., path: Any = ..., context: Mapping[str, Any] = ..., key: Any = ..., partition: Any = ...) -> None: ...
 def _expected_call(self, body: Any = ..., /, *, headers: Any = ..., correlation_id: Any = ..., reply_to: Any = ..., content_type: Any = ..., path: Any = ..., context: Mapping[str, Any] = ..., key: Any = ..., partition: Any = ...) -> ExpectedCall: ...
def field_reader(record: type, read: Callable[[Any, str], Any]) -> _loopmend_1.Callable[..., _loopmend_1.Any]: ...

=== faststream._internal.middlewares
import faststream._internal.context.repository as _loopmend_1
import faststream._internal.middlewares as _loopmend_0
import typing as _loopmend_2
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Generic, Optional
from typing_extensions import Self
from faststream._internal.types import MiddlewareMsgType, PublishCommandType
if TYPE_CHECKING:
 from types import TracebackType
 from faststream._internal.basic_types import AsyncFuncAny
 from faststream._internal.context.repository import ContextRepo
 from faststream.message import StreamMessage
class BaseMiddleware(Generic[PublishCommandType, MiddlewareMsgType]):
 __slots__: tuple[str, str]
 def __init__(self, msg: MiddlewareMsgType, /, *, context: "ContextRepo") -> None: ...
 async def on_receive(self) -> None: ...
 async def after_processed(self, exc_type: type[BaseException] | None = None, exc_val: BaseException | None = None, exc_tb: Optional["TracebackType"] = None) -> bool | None: ...
 async def __aenter__(self) -> Self: ...
 async def __aexit__(self, exc_type: type[BaseException] | None = None, exc_val: BaseException | None = None, exc_tb: Optional["TracebackType"] = None) -> bool | None: ...
 async def consume_scope(self, call_next: "AsyncFuncAny", msg: "StreamMessage[Any]") -> Any: ...
 async def publish_scope(self, call_next: Callable[[PublishCommandType], Awaitable[Any]], cmd: PublishCommandType) -> Any: ...
 context: _loopmend_1.ContextRepo
 msg: _loopmend_2.Any

=== faststream._internal.parser
import faststream.message.message as _loopmend_0
import typing as _loopmend_1
from abc import abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, runtime_checkable
from faststream.message.utils import decode_message, encode_message
if TYPE_CHECKING:
 from fast_depends.library.serializer import SerializerProto
 from faststream._internal.basic_types import DecodedMessage, SendableMessage
 from faststream.message import StreamMessage
MsgType = TypeVar("MsgType")
class ParserProto(Protocol[MsgType]):
 __slots__: tuple[()]
 @abstractmethod
 async def parse_message(self, message: MsgType) -> "StreamMessage[MsgType]": ...
class DecoderProto(Protocol):
 __slots__: tuple[()]
 @abstractmethod
 async def decode_message(self, msg: "StreamMessage[Any]") -> "DecodedMessage": ...
class BatchParserProto(Protocol[MsgType]):
 __slots__: tuple[()]
 @abstractmethod
 async def parse_batch(self, messages: Sequence[MsgType]) -> "StreamMessage[Sequence[MsgType]]": ...
class BatchDecoderProto(Protocol[MsgType]):
 __slots__: tuple[()]
 @abstractmethod
 async def decode_batch(self, msg: "StreamMessage[Sequence[MsgType]]") -> list["DecodedMessage"]: ...
class CodecProto(Protocol):
 __slots__: tuple[()]
 @abstractmethod
 async def decode(self, msg: "StreamMessage[Any]") -> "DecodedMessage": ...
 @abstractmethod
 async def encode(self, msg: "SendableMessage", serializer: "SerializerProto | None" = None) -> tuple[bytes, str | None]: ...
@runtime_checkable
class BatchCodecProto(Protocol):
 __slots__: tuple[()]
 @abstractmethod
 async def encode_batch(self, msgs: Sequence["SendableMessage"], serializer: "SerializerProto | None" = None) -> list[tuple[bytes, str | None]]: ...
 @abstractmethod
 async def decode_batch(self, msg: "StreamMessage[Sequence[Any]]") -> list["DecodedMessage"]: ...
class DefaultCodec:
 __slots__: tuple[()]
 async def decode(self, msg: "StreamMessage[Any]") -> "DecodedMessage": ...
 async def encode(self, msg: "SendableMessage", serializer: "SerializerProto | None" = None) -> tuple[bytes, str | None]: ...

=== faststream._internal.producer
import faststream._internal.parser as _loopmend_2
import faststream._internal.producer as _loopmend_0
import typing as _loopmend_1
from abc import abstractmethod
from typing import TYPE_CHECKING, Any, Protocol
from faststream._internal.types import PublishCommandType_contra
from faststream.exceptions import IncorrectState
if TYPE_CHECKING:
 from faststream._internal.parser import CodecProto
 from faststream._internal.types import AsyncCallable
 from faststream.response import PublishCommand
class ProducerProto(Protocol[PublishCommandType_contra]):
 __slots__: tuple[()]
 _parser: "AsyncCallable"
 _decoder: "AsyncCallable"
 codec: "CodecProto"
 @abstractmethod
 async def publish(self, cmd: "PublishCommandType_contra") -> Any: ...
 @abstractmethod
 async def request(self, cmd: "PublishCommandType_contra") -> Any: ...
 @abstractmethod
 async def publish_batch(self, cmd: "PublishCommandType_contra") -> Any: ...
class ProducerFactory(Protocol):
 __slots__: tuple[()]
 def __call__(self, parser: "AsyncCallable", decoder: "AsyncCallable") -> ProducerProto: ...
class ProducerUnset(ProducerProto):
 __slots__: tuple[()]
 msg: str
 def __bool__(self) -> bool: ...
 @property
 def _parser(self) -> "AsyncCallable": ...
 @_parser.setter
 def _parser(self, value: "AsyncCallable", /) -> "AsyncCallable": ...
 @property
 def _decoder(self) -> "AsyncCallable": ...
 @_decoder.setter
 def _decoder(self, value: "AsyncCallable", /) -> "AsyncCallable": ...
 @property
 def codec(self) -> "CodecProto": ...
 @codec.setter
 def codec(self, value: "CodecProto", /) -> None: ...
 async def publish(self, cmd: "PublishCommand") -> Any | None: ...
 async def request(self, cmd: "PublishCommand") -> Any: ...
 async def publish_batch(self, cmd: "PublishCommand") -> None: ...

=== faststream._internal.testing package
from faststream._internal.testing.app import TestApp
__all__ = ("TestApp",)

=== faststream._internal.testing.app
import contextlib as _loopmend_1
import faststream._internal.application as _loopmend_0
import typing as _loopmend_2
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, Optional
from anyio.from_thread import start_blocking_portal
if TYPE_CHECKING:
 from types import TracebackType
 from faststream._internal.application import Application
 from faststream._internal.basic_types import SettingField
class TestApp:
 __test__ = False
 app: "Application"
 _extra_options: dict[str, "SettingField"]
 def __init__(self, app: "Application", run_extra_options: dict[str, "SettingField"] | None = None) -> None: ...
 def __enter__(self) -> "Application": ...
 def __exit__(self, exc_type: type[BaseException] | None = None, exc_val: BaseException | None = None, exc_tb: Optional["TracebackType"] = None) -> None: ...
 async def __aenter__(self) -> "Application": ...
 async def __aexit__(self, exc_type: type[BaseException] | None = None, exc_val: BaseException | None = None, exc_tb: Optional["TracebackType"] = None) -> None: ...
 exit_stack: _loopmend_1.ExitStack
 lifespan_scope: _loopmend_2.Any

=== faststream._internal.testing.ast
import ast as _loopmend_0
import ast
import traceback
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import cast
def is_contains_context_name(scip_name: str, name: str) -> bool: ...
@lru_cache
def _read_source_ast(filename: str) -> ast.Module: ...
def _find_ast_node(module: ast.Module, lineno: int | None) -> ast.AST | None: ...
def _find_withitems(node: ast.With | ast.AsyncWith) -> Iterator[ast.withitem]: ...
def _get_withitem_calls(node: ast.With | ast.AsyncWith) -> list[str]: ...

=== faststream._internal.testing.broker
import contextlib as _loopmend_3
import faststream._internal.broker.broker as _loopmend_2
import faststream._internal.endpoint.subscriber.usecase as _loopmend_1
import typing as _loopmend_0
import warnings
from abc import abstractmethod
from collections.abc import AsyncGenerator, Generator
from contextlib import ( AsyncExitStack, asynccontextmanager, contextmanager, )
from functools import partial
from typing import ( TYPE_CHECKING, Any, Generic, Optional, Protocol, TypeVar, cast, )
from unittest import mock
from unittest.mock import MagicMock
from typing_extensions import TypeVar as TypeVar313
from faststream._internal.broker import BrokerUsecase
from faststream._internal.logger.logger_proxy import RealLoggerObject
from faststream._internal.testing.app import TestApp
from faststream._internal.testing.ast import is_contains_context_name
if TYPE_CHECKING:
 from types import TracebackType
 from faststream._internal.endpoint.subscriber import SubscriberUsecase
Broker = TypeVar("Broker", bound=BrokerUsecase[Any, Any, Any])
EnterType = TypeVar313("EnterType", default=Any)
class _ProducerContains(Protocol):
 producer: Any
@contextmanager
def change_producer(config: _ProducerContains, producer: Any) -> Generator[None, None, None]: ...
class TestBroker(Generic[Broker, EnterType]):
 __test__ = False
 def __init_subclass__(cls, broker: type[BrokerUsecase[Any, Any, Any]] | None = None, **kwargs: Any) -> None: ...
 def __init__(self, *brokers: Broker, with_real: bool = ..., connect_only: bool | None = None) -> None: ...
 async def __aenter__(self) -> EnterType: ...
 async def __aexit__(self, exc_type: type[BaseException] | None = None, exc_val: BaseException | None = None, exc_tb: Optional["TracebackType"] = None) -> None: ...
 @asynccontextmanager
 def _create_ctx(self) -> AsyncGenerator[list[Broker], None]: ...
 @asynccontextmanager
 def _do_start(self, broker: Broker) -> AsyncGenerator[Broker, None]: ...
 @contextmanager
 def _patch_producer(self, broker: Broker) -> Generator[None, None, None]: ...
 @contextmanager
 def _patch_broker(self, broker: Broker) -> Generator[None, None, None]: ...
 def _fake_start(self, broker: Broker, *args: Any, **kwargs: Any) -> None: ...
 def _fake_close(self, broker: Broker, exc_type: type[BaseException] | None = None, exc_val: BaseException | None = None, exc_tb: Optional["TracebackType"] = None) -> None: ...
 @abstractmethod
 def create_publisher_fake_subscriber(self, broker: Broker, publisher: Any) -> tuple["SubscriberUsecase[Any]", bool]: ...
 @abstractmethod
 async def _fake_connect(self, broker: Broker, *args: Any, **kwargs: Any) -> None: ...
 brokers: tuple
 with_real: bool
 connect_only: bool
 _fake_subscribers: list[SubscriberUsecase[Any]]
 _ctx: _loopmend_3._AsyncGeneratorContextManager[list[_loopmend_2.BrokerUsecase]]
def find_test_broker(broker: BrokerUsecase[Any, Any, Any]) -> type[TestBroker[Any, Any]] | None: ...
def patch_broker_calls(broker: "BrokerUsecase[Any, Any, Any]") -> None: ...
@contextmanager
def _patch_logger(broker: "BrokerUsecase[Any, Any, Any]") -> Generator[None, None, None]: ...
_TEST_BROKERS: dict[type[BrokerUsecase[Any, Any, Any]], type[TestBroker[Any, Any]]] = ...

=== faststream._internal.testing.calls
import faststream._internal.configs.broker as _loopmend_2
import faststream._internal.testing.calls as _loopmend_1
import faststream.message.message as _loopmend_3
import unittest.mock as _loopmend_0
from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, TypeAlias
from unittest.mock import MagicMock
from faststream._internal.constants import EMPTY
from faststream._internal.context import ContextRepo
from faststream._internal.parser import DefaultCodec
from faststream.exceptions import ContextError, SetupError
if TYPE_CHECKING:
 from faststream._internal.configs import BrokerConfig
 from faststream.message import StreamMessage
FieldReader: TypeAlias = Callable[[str, "StreamMessage[Any]"], Any]
class CallAssertions:
 __slots__: tuple[()]
 is_test: bool
 _recorder: "CallRecorder"
 @property
 def mock(self) -> MagicMock: ...
 async def assert_called_once_with(self, body: Any = ..., /, *, headers: Any = ..., correlation_id: Any = ..., reply_to: Any = ..., content_type: Any = ..., path: Any = ..., context: Mapping[str, Any] = ...) -> None: ...
 async def assert_called_with(self, body: Any = ..., /, *, headers: Any = ..., correlation_id: Any = ..., reply_to: Any = ..., content_type: Any = ..., path: Any = ..., context: Mapping[str, Any] = ...) -> None: ...
 async def assert_any_call(self, body: Any = ..., /, *, headers: Any = ..., correlation_id: Any = ..., reply_to: Any = ..., content_type: Any = ..., path: Any = ..., context: Mapping[str, Any] = ...) -> None: ...
 async def _assert_called_once_with(self, expected: "ExpectedCall") -> None: ...
 async def _assert_called_with(self, expected: "ExpectedCall") -> None: ...
 async def _assert_any_call(self, expected: "ExpectedCall") -> None: ...
 def _recorder_with_calls(self) -> "CallRecorder": ...
 def _recorder_under_test(self) -> "CallRecorder": ...
class CallRecorder:
 def __init__(self, name: str, outer_config: "BrokerConfig") -> None: ...
 async def record(self, message: "StreamMessage[Any]") -> None: ...
 def mirror_to(self, other: "CallRecorder") -> None: ...
 def stop_mirroring(self) -> None: ...
 def reset(self) -> None: ...
 async def assert_last_call(self, expected: "ExpectedCall") -> None: ...
 async def assert_any_call(self, expected: "ExpectedCall") -> None: ...
 async def _mismatches(self, call: "RecordedCall", expected: "ExpectedCall") -> list[str]: ...
 async def _expected_body(self, body: Any, message: "StreamMessage[Any]") -> Any: ...
 mock: _loopmend_0.MagicMock
 name: str
 calls: list[RecordedCall]
 _outer_config: _loopmend_2.BrokerConfig
 _mirrors: list[CallRecorder]
@dataclass(slots=True, kw_only=True)
class ExpectedCall:
 body: Any
 headers: Any
 correlation_id: Any
 reply_to: Any
 content_type: Any
 path: Any
 context: Mapping[str, Any]
 broker_fields: "BrokerFields | None" = None
 def message_fields(self) -> list[str]: ...
@dataclass(slots=True)
class BrokerFields:
 values: Mapping[str, Any]
 read: FieldReader
@dataclass(slots=True)
class RecordedCall:
 message: "StreamMessage[Any]"
 context: dict[str, Any]
def _with_body(message: "StreamMessage[Any]", body: bytes, content_type: str | None) -> "StreamMessage[Any]": ...
def _headers_seen_through(expected: Any, actual: dict[str, Any]) -> dict: ...
def _called_with_different(name: str, mismatches: list[str]) -> str: ...
def _not_called_with(name: str, reports: list[list[str]]) -> str: ...
@dataclass(slots=True)
class _Mismatches:
 lines: list[str] = field(default_factory=list)
 def compare(self, name: str, expected: Any, actual: Any, *, shown: Any = ...) -> None: ...

=== faststream._internal.types
import faststream._internal.middlewares as _loopmend_0
from collections.abc import Awaitable, Callable
from typing import ( TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar, )
from typing_extensions import ( ParamSpec, TypeVar as TypeVar313, )
from faststream._internal.basic_types import AsyncFuncAny
from faststream._internal.context.repository import ContextRepo
from faststream.message import StreamMessage
from faststream.response.response import PublishCommand
if TYPE_CHECKING:
 from faststream._internal.middlewares import BaseMiddleware
AnyMsg = TypeVar313("AnyMsg", default=Any)
AnyMsg_contra = TypeVar313("AnyMsg_contra", default=Any, contravariant=True)
MiddlewareMsgType = TypeVar313("MiddlewareMsgType", default=Any | None)
MsgType = TypeVar("MsgType")
StreamMsg = TypeVar("StreamMsg", bound=StreamMessage[Any])
ConnectionType = TypeVar("ConnectionType")
PublishCommandType = TypeVar313( "PublishCommandType", bound=PublishCommand, default=PublishCommand, )
PublishCommandType_contra = TypeVar313( "PublishCommandType_contra", bound=PublishCommand, default=PublishCommand, contravariant=True, )
SyncFilter: TypeAlias = Callable[[StreamMsg], bool]
AsyncFilter: TypeAlias = Callable[[StreamMsg], Awaitable[bool]]
Filter: TypeAlias = SyncFilter[StreamMsg] | AsyncFilter[StreamMsg]
SyncCallable: TypeAlias = Callable[ [Any], Any, ]
AsyncCallable: TypeAlias = AsyncFuncAny
AsyncCustomCallable: TypeAlias = AsyncFuncAny | Callable[[Any, AsyncFuncAny], Awaitable[Any]]
CustomCallable: TypeAlias = AsyncCustomCallable | SyncCallable
P_HandlerParams = ParamSpec("P_HandlerParams")
T_HandlerReturn = TypeVar("T_HandlerReturn")
AsyncWrappedHandlerCall: TypeAlias = Callable[ [StreamMessage[MsgType]], Awaitable[T_HandlerReturn | None], ]
SyncWrappedHandlerCall: TypeAlias = Callable[ [StreamMessage[MsgType]], T_HandlerReturn | None, ]
WrappedHandlerCall: TypeAlias = AsyncWrappedHandlerCall[MsgType, T_HandlerReturn] | SyncWrappedHandlerCall[MsgType, T_HandlerReturn]
class BrokerMiddleware(Protocol[AnyMsg_contra, PublishCommandType]):
 __slots__: tuple[()]
 def __call__(self, msg: AnyMsg_contra | None, /, *, context: ContextRepo) -> "BaseMiddleware[PublishCommandType]": ...
SubscriberMiddleware: TypeAlias = Callable[ [AsyncFuncAny, MsgType], MsgType, ]
class PublisherMiddleware(Protocol[PublishCommandType]):
 __slots__: tuple[()]
 def __call__(self, call_next: Callable[[PublishCommandType], Awaitable[Any]], cmd: PublishCommandType) -> Any: ...
IdGenerator: TypeAlias = Callable[[], str]

=== faststream._internal.utils package
from fast_depends import inject as apply_types
from .functions import to_async
__all__ = ( "apply_types", "to_async", )

=== faststream._internal.utils.functions
import typing as _loopmend_0
import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import Executor
from functools import partial, wraps
from typing import ( Any, TypeVar, cast, overload, )
from fast_depends.utils import ( is_coroutine_callable, run_async as call_or_await, run_in_threadpool, )
from typing_extensions import ParamSpec
from faststream._internal.basic_types import F_Return, F_Spec
__all__ = ( "call_or_await", "to_async", )
P = ParamSpec("P")
T = TypeVar("T")
@overload
def to_async(func: Callable[F_Spec, Awaitable[F_Return]]) -> Callable[F_Spec, Awaitable[F_Return]]: ...
@overload
def to_async(func: Callable[F_Spec, F_Return]) -> Callable[F_Spec, Awaitable[F_Return]]: ...
def to_async(func: Callable[F_Spec, F_Return] | Callable[F_Spec, Awaitable[F_Return]]) -> Callable[F_Spec, Awaitable[F_Return]]: ...
async def return_input(x: Any) -> Any: ...
async def run_in_executor(executor: Executor | None, func: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T: ...

=== faststream.app
import faststream.asgi.app as _loopmend_0
import logging
from collections.abc import Sequence
from typing import ( TYPE_CHECKING, Any, Optional, TypeVar, Union, )
import anyio
from fast_depends import Provider, dependency_provider
from typing_extensions import ParamSpec
from faststream._internal._compat import ExceptionGroup
from faststream._internal.application import Application
from faststream._internal.cli.supervisors.utils import set_exit
from faststream._internal.constants import EMPTY
from faststream._internal.context import ContextRepo
from faststream._internal.di import FastDependsConfig
from faststream._internal.logger import logger
from faststream.asgi.app import AsgiFastStream
if TYPE_CHECKING:
 from fast_depends.library.serializer import SerializerProto
 from faststream._internal.basic_types import ( AnyCallable, Lifespan, LoggerProto, SettingField, )
 from faststream._internal.broker import BrokerUsecase
 from faststream.asgi import AsyncAPIRoute
 from faststream.asgi.types import ASGIApp
 from faststream.specification.base import SpecificationFactory
P_HookParams = ParamSpec("P_HookParams")
T_HookReturn = TypeVar("T_HookReturn")
class FastStream(Application):
 def __init__(self, *brokers: "BrokerUsecase[Any, Any, Any]", logger: Optional["LoggerProto"] = ..., provider: Optional["Provider"] = None, serializer: Optional["SerializerProto"] = ..., context: ContextRepo | None = None, lifespan: Optional["Lifespan"] = None, on_startup: Sequence["AnyCallable"] = ..., after_startup: Sequence["AnyCallable"] = ..., on_shutdown: Sequence["AnyCallable"] = ..., after_shutdown: Sequence["AnyCallable"] = ..., specification: Optional["SpecificationFactory"] = None) -> None: ...
 async def run(self, log_level: int = ..., run_extra_options: dict[str, "SettingField"] | None = None, sleep_time: float = ...) -> None: ...
 def exit(self) -> None: ...
 def as_asgi(self, asgi_routes: Sequence[tuple[str, "ASGIApp"]] = ..., asyncapi_path: Union[str, "AsyncAPIRoute", None] = None) -> AsgiFastStream: ...
 _should_exit: bool

=== faststream.asgi package
from .annotations import Request
from .app import AsgiFastStream
from .factories import AsyncAPIRoute, make_asyncapi_asgi, make_ping_asgi
from .handlers import HttpHandler, get, post
from .params import Header, Query
from .response import AsgiResponse
__all__ = ( "AsgiFastStream", "AsgiResponse", "AsyncAPIRoute", "Header", "HttpHandler", "Query", "Request", "get", "make_asyncapi_asgi", "make_ping_asgi", "post", )

=== faststream.asgi.app
import faststream.asgi.app as _loopmend_0
import typing as _loopmend_1
import inspect
import logging
import traceback
from abc import abstractmethod
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Optional, Protocol
import anyio
from fast_depends import Provider, dependency_provider
from typing_extensions import Self
from faststream._internal._compat import HAS_TYPER, HAS_UVICORN, ExceptionGroup, uvicorn
from faststream._internal.application import Application
from faststream._internal.constants import EMPTY
from faststream._internal.context import ContextRepo
from faststream._internal.di import FastDependsConfig
from faststream._internal.logger import logger
from faststream.exceptions import INSTALL_UVICORN, StartupValidationError
from .factories import AsyncAPIRoute, make_try_it_out_handler
from .handlers import HttpHandler, get
from .response import AsgiResponse, JSONResponse
from .websocket import WebSocketClose
if TYPE_CHECKING:
 from types import FrameType
 from anyio.abc import TaskStatus
 from fast_depends.library.serializer import SerializerProto
 from faststream._internal.basic_types import ( AnyCallable, Lifespan, LoggerProto, SettingField, )
 from faststream._internal.broker import BrokerUsecase
 from faststream.specification.base import SpecificationFactory
 class UvicornServerProtocol(Protocol):
  should_exit: bool
  force_exit: bool
  def handle_exit(self, sig: int, frame: FrameType | None) -> None: ...
 from .types import ASGIApp, Receive, Scope, Send
class ServerState(Protocol):
 extra_options: dict[str, "SettingField"]
 @abstractmethod
 def stop(self) -> None: ...
class OuterRunState(ServerState):
 def __init__(self) -> None: ...
 def stop(self) -> None: ...
 extra_options: dict
class CliRunState(ServerState):
 def __init__(self, server: "UvicornServerProtocol", extra_options: dict[str, "SettingField"]) -> None: ...
 def stop(self) -> None: ...
 extra_options: dict[str, None | bool | int | list | list[bool] | list[str] | str]
 server: _loopmend_0.UvicornServerProtocol
def cast_uvicorn_params(params: dict[str, Any]) -> dict[str, Any]: ...
class AsgiFastStream(Application):
 _server: ServerState
 def __init__(self, *brokers: "BrokerUsecase[Any, Any, Any]", asgi_routes: Sequence[tuple[str, "ASGIApp"]] = ..., logger: Optional["LoggerProto"] = ..., provider: Provider | None = None, serializer: Optional["SerializerProto"] = ..., context: ContextRepo | None = None, lifespan: Optional["Lifespan"] = None, on_startup: Sequence["AnyCallable"] = ..., after_startup: Sequence["AnyCallable"] = ..., on_shutdown: Sequence["AnyCallable"] = ..., after_shutdown: Sequence["AnyCallable"] = ..., specification: Optional["SpecificationFactory"] = None, asyncapi_path: str | AsyncAPIRoute | None = None) -> None: ...
 def _init_setupable_(self, *brokers: "BrokerUsecase[Any, Any, Any]", specification: Optional["SpecificationFactory"] = None, config: Optional["FastDependsConfig"] = None) -> None: ...
 @classmethod
 def from_app(cls, app: Application, asgi_routes: Sequence[tuple[str, "ASGIApp"]], asyncapi_path: str | AsyncAPIRoute | None = None) -> Self: ...
 def mount(self, path: str, route: "ASGIApp") -> None: ...
 def _register_route(self, asgi_route: tuple[str, "ASGIApp"]) -> None: ...
 async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None: ...
 async def run(self, log_level: int = ..., run_extra_options: dict[str, "SettingField"] | None = None) -> None: ...
 def exit(self) -> None: ...
 @asynccontextmanager
 def start_lifespan_context(self, run_extra_options: dict[str, "SettingField"] | None = None) -> AsyncGenerator[None, None]: ...
 async def __start(self, log_level: int, run_extra_options: dict[str, "SettingField"], *, task_status: "TaskStatus[None]" = ...) -> None: ...
 async def lifespan(self, scope: "Scope", receive: "Receive", send: "Send") -> None: ...
 async def not_found(self, scope: "Scope", receive: "Receive", send: "Send") -> None: ...
 routes: list[tuple[str, _loopmend_1.Callable[..., _loopmend_1.Awaitable[_loopmend_1.Any]]]]
 _log_level: int
 _run_extra_options: dict[str, SettingField]

=== faststream.asgi.factories package
from .asyncapi import ( AsyncAPIRoute, TryItOutProcessor, make_asyncapi_asgi, make_try_it_out_handler, )
from .ping import make_ping_asgi
__all__ = ( "AsyncAPIRoute", "TryItOutProcessor", "make_asyncapi_asgi", "make_ping_asgi", "make_try_it_out_handler", )

=== faststream.asgi.factories.asyncapi package
from .docs import make_asyncapi_asgi
from .route import AsyncAPIRoute
from .try_it_out import TryItOutProcessor, make_try_it_out_handler
__all__ = ( "AsyncAPIRoute", "TryItOutProcessor", "make_asyncapi_asgi", "make_try_it_out_handler", )

=== faststream.asgi.factories.asyncapi.route
import faststream.asgi.factories.asyncapi.route as _loopmend_0
import faststream.asgi.handlers as _loopmend_1
import faststream.specification.schema.extra.tag as _loopmend_3
import typing as _loopmend_2
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Union
from faststream._internal.constants import EMPTY
from faststream.asgi.factories.asyncapi.docs import make_asyncapi_asgi
from faststream.specification.asyncapi.site import ( ASYNCAPI_CSS_DEFAULT_URL, ASYNCAPI_JS_DEFAULT_URL, ASYNCAPI_TRY_IT_PLUGIN_URL, )
if TYPE_CHECKING:
 from faststream.asgi.handlers import GetHandler
 from faststream.specification.base import SpecificationFactory
 from faststream.specification.schema import Tag, TagDict
class AsyncAPIRoute:
 def __init__(self, path: str, description: str | None = None, tags: Sequence[Union["Tag", "TagDict", dict[str, Any]]] | None = None, unique_id: str | None = None, include_in_schema: bool = ..., asyncapi_json_path: str | None = ..., *, try_it_out_path: str | None = ..., sidebar: bool = ..., info: bool = ..., servers: bool = ..., operations: bool = ..., messages: bool = ..., schemas: bool = ..., errors: bool = ..., expand_message_examples: bool = ..., asyncapi_js_url: str = ..., asyncapi_css_url: str = ..., try_it_out_plugin_url: str = ...) -> None: ...
 @classmethod
 def ensure_route(cls, path: Union[str, "AsyncAPIRoute"]) -> "AsyncAPIRoute": ...
 def __call__(self, schema: "SpecificationFactory") -> "GetHandler": ...
 path: str
 description: None | str
 tags: None | _loopmend_2.Sequence[_loopmend_3.Tag | _loopmend_3.TagDict | dict]
 unique_id: None | str
 include_in_schema: bool
 asyncapi_json_path: None | str
 try_it_out_path: None | str
 sidebar: bool
 info: bool
 servers: bool
 operations: bool
 messages: bool
 schemas: bool
 errors: bool
 expand_message_examples: bool
 asyncapi_js_url: str
 asyncapi_css_url: str
 try_it_out_plugin_url: str

=== faststream.asgi.factories.asyncapi.try_it_out
import faststream._internal.broker.broker as _loopmend_1
import faststream.asgi.handlers as _loopmend_3
import faststream.asgi.response as _loopmend_0
import typing as _loopmend_2
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypedDict, Union, cast
from faststream.asgi.annotations import Request
from faststream.asgi.handlers import PostHandler, post
from faststream.asgi.response import AsgiResponse, JSONResponse
from faststream.exceptions import SubscriberNotFound
if TYPE_CHECKING:
 from faststream._internal.broker import BrokerUsecase
 from faststream._internal.testing.broker import TestBroker
 from faststream.specification.schema import Tag, TagDict
class TryItOutOptions(TypedDict, total=False):
 sendToRealBroker: bool
 timestamp: str
class TryItOutMessage(TypedDict, total=False):
 operation_id: str
 operation_type: str
 message: Any
class TryItOutForm(TypedDict):
 channelName: str
 message: TryItOutMessage
 options: TryItOutOptions
class TryItOutProcessor:
 def __init__(self, *brokers: "BrokerUsecase[Any, Any, Any]") -> None: ...
 async def process(self, body: TryItOutForm) -> AsgiResponse: ...
 _entries: list[tuple[_loopmend_1.BrokerUsecase, _loopmend_2.Any]]
def make_try_it_out_handler(brokers: Iterable["BrokerUsecase[Any, Any, Any]"], description: str | None = None, tags: Sequence[Union["Tag", "TagDict", dict[str, Any]]] | None = None, unique_id: str | None = None, include_in_schema: bool = ...) -> "PostHandler": ...
def _iter_broker_destinations(broker: "BrokerUsecase[Any, Any, Any]") -> set[str]: ...
def _iter_broker_channels(broker: "BrokerUsecase[Any, Any, Any]") -> set[str]: ...

=== faststream.asgi.handlers
import faststream._internal.di.config as _loopmend_2
import faststream.asgi.handlers as _loopmend_3
import faststream.asgi.response as _loopmend_4
import faststream.specification.schema.extra.tag as _loopmend_1
import typing as _loopmend_0
import logging
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Optional, Union, overload
from fast_depends.exceptions import ValidationError as FDValidationError
from faststream import apply_types
from faststream._internal.di.config import FastDependsConfig
from faststream._internal.utils.functions import to_async
from .request import AsgiRequest
from .response import AsgiResponse
if TYPE_CHECKING:
 from faststream._internal.basic_types import LoggerProto
 from faststream.specification.schema import Tag, TagDict
 from .types import ASGIApp, Receive, Scope, Send, UserApp
class HttpHandler:
 def __init__(self, func: "UserApp", *, include_in_schema: bool = ..., description: str | None = None, methods: Sequence[str] | None = None, tags: Sequence[Union["Tag", "TagDict", dict[str, Any]]] | None = None, unique_id: str | None = None, fd_config: FastDependsConfig | None = None) -> None: ...
 async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None: ...
 def update_fd_config(self, config: FastDependsConfig) -> None: ...
 def set_logger(self, logger: "LoggerProto | None") -> None: ...
 func: _loopmend_0.Any
 include_in_schema: bool
 description: _loopmend_0.Any
 methods: _loopmend_0.Sequence[str] | tuple[()]
 tags: None | _loopmend_0.Sequence[_loopmend_1.Tag | _loopmend_1.TagDict | dict]
 unique_id: None | str
 fd_config: _loopmend_2.FastDependsConfig
 __original_func: _loopmend_0.Callable[..., _loopmend_0.Awaitable[_loopmend_0.Callable[..., _loopmend_0.Awaitable[_loopmend_0.Any]]]]
 logger: LoggerProto | None
class GetHandler(HttpHandler):
 def __init__(self, func: "UserApp", *, include_in_schema: bool = ..., description: str | None = None, tags: Sequence[Union["Tag", "TagDict", dict[str, Any]]] | None = None, unique_id: str | None = None) -> None: ...
@overload
def get(func: "UserApp", *, include_in_schema: bool = ..., description: str | None = None, tags: Sequence[Union["Tag", "TagDict", dict[str, Any]]] | None = None, unique_id: str | None = None) -> "GetHandler": ...
@overload
def get(func: None = None, *, include_in_schema: bool = ..., description: str | None = None, tags: Sequence[Union["Tag", "TagDict", dict[str, Any]]] | None = None, unique_id: str | None = None) -> Callable[["UserApp"], "GetHandler"]: ...
def get(func: Optional["UserApp"] = None, *, include_in_schema: bool = ..., description: str | None = None, tags: Sequence[Union["Tag", "TagDict", dict[str, Any]]] | None = None, unique_id: str | None = None) -> _loopmend_0.Callable[..., _loopmend_3.GetHandler] | _loopmend_3.GetHandler: ...
class PostHandler(HttpHandler):
 def __init__(self, func: "UserApp", *, include_in_schema: bool = ..., description: str | None = None, tags: Sequence[Union["Tag", "TagDict", dict[str, Any]]] | None = None, unique_id: str | None = None) -> None: ...
@overload
def post(func: "UserApp", *, include_in_schema: bool = ..., description: str | None = None, tags: Sequence[Union["Tag", "TagDict", dict[str, Any]]] | None = None, unique_id: str | None = None) -> "PostHandler": ...
@overload
def post(func: None = None, *, include_in_schema: bool = ..., description: str | None = None, tags: Sequence[Union["Tag", "TagDict", dict[str, Any]]] | None = None, unique_id: str | None = None) -> Callable[["UserApp"], "PostHandler"]: ...
def post(func: Optional["UserApp"] = None, *, include_in_schema: bool = ..., description: str | None = None, tags: Sequence[Union["Tag", "TagDict", dict[str, Any]]] | None = None, unique_id: str | None = None) -> _loopmend_0.Callable[..., _loopmend_3.PostHandler] | _loopmend_3.PostHandler: ...
def _get_method_not_allowed_response(methods: Sequence[str]) -> AsgiResponse: ...

=== faststream.asgi.request
import typing as _loopmend_0
from collections.abc import AsyncGenerator
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import parse_qs
from faststream._internal._compat import json_loads
from faststream._internal.constants import EMPTY
if TYPE_CHECKING:
 from .types import Receive, Scope, Send
class ClientDisconnectError(Exception):
 ...
class AsgiRequest:
 def __init__(self, scope: "Scope", receive: "Receive", send: "Send") -> None: ...
 def stream(self) -> AsyncGenerator[bytes, None]: ...
 async def body(self) -> bytes: ...
 async def json(self) -> Any: ...
 @property
 def query_params(self) -> dict[str, list[str]]: ...
 @property
 def headers(self) -> dict[str, str]: ...
 @property
 def method(self) -> str: ...
 _scope: _loopmend_0.MutableMapping
 _receive: _loopmend_0.Callable[..., _loopmend_0.Awaitable[_loopmend_0.MutableMapping]]
 _send: _loopmend_0.Callable[..., _loopmend_0.Awaitable[None]]
 _stream_consumed: bool
 _body: bytes | None
 _json: Any
 _query_params: dict[str, list[str]] | None
 _headers: dict[str, str] | None
 _is_disconnected: bool

=== faststream.asgi.response
import faststream.asgi.response as _loopmend_0
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from faststream._internal._compat import json_dumps
if TYPE_CHECKING:
 from .types import Receive, Scope, Send
class AsgiResponse:
 def __init__(self, body: bytes = ..., status_code: int = ..., headers: Mapping[str, str] | None = None) -> None: ...
 def __repr__(self) -> str: ...
 async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None: ...
 body: bytes
 status_code: int
 raw_headers: list[tuple[bytes, bytes]]
def JSONResponse(data: Any, status_code: int = ..., headers: Mapping[str, str] | None = None) -> AsgiResponse: ...
def _get_response_headers(body: bytes, headers: Mapping[str, str] | None, status_code: int) -> list[tuple[bytes, bytes]]: ...

=== faststream.asgi.types
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
ASGIApp = Callable[[Scope, Receive, Send], Awaitable[None]]
UserApp = Callable[..., Awaitable[ASGIApp]]

=== faststream.asgi.websocket
from typing import TYPE_CHECKING
if TYPE_CHECKING:
 from .types import Receive, Scope, Send
class WebSocketClose:
 def __init__(self, code: int, reason: str | None) -> None: ...
 async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None: ...
 code: int
 reason: str

=== faststream.confluent package
from importlib.util import find_spec
from typing import TYPE_CHECKING, TypeAlias
from faststream._internal.parser import ParserProto
from faststream._internal.testing.app import TestApp
if TYPE_CHECKING:
 from confluent_kafka import Message
ConfluentParserType: TypeAlias = ParserProto["Message"]
try:
 from .annotations import KafkaMessage
 from .broker import KafkaBroker, KafkaPublisher, KafkaRoute, KafkaRouter
 from .helpers.config import ConfluentConfig
 from .response import KafkaPublishCommand, KafkaPublishMessage, KafkaResponse
 from .schemas import Topic, TopicPartition
 from .testing import TestKafkaBroker
except ImportError:
 if find_spec("confluent_kafka") is not None:
  ...
 from faststream.exceptions import INSTALL_FASTSTREAM_CONFLUENT
__all__ = ( "ConfluentConfig", "ConfluentParserType", "KafkaBroker", "KafkaMessage", "KafkaPublishCommand", "KafkaPublishMessage", "KafkaPublisher", "KafkaResponse", "KafkaRoute", "KafkaRouter", "TestApp", "TestKafkaBroker", "Topic", "TopicPartition", )

=== faststream.confluent.annotations
from typing import Annotated
from faststream._internal.context import Context
from faststream.annotations import ContextRepo, Logger
from faststream.confluent.broker import KafkaBroker as KB
from faststream.confluent.helpers import AsyncConfluentConsumer
from faststream.confluent.message import KafkaMessage as KM
from faststream.confluent.publisher.producer import AsyncConfluentFastProducer
from faststream.params import NoCast
__all__ = ( "Consumer", "ContextRepo", "KafkaBroker", "KafkaMessage", "KafkaProducer", "Logger", "NoCast", )
Consumer = Annotated[AsyncConfluentConsumer, Context("handler_.consumer")]
KafkaMessage = Annotated[KM, Context("message")]
KafkaBroker = Annotated[KB, Context("broker")]
KafkaProducer = Annotated[AsyncConfluentFastProducer, Context("broker._producer")]

=== faststream.confluent.broker package
from .broker import KafkaBroker
from .router import KafkaPublisher, KafkaRoute, KafkaRouter
__all__ = ("KafkaBroker", "KafkaPublisher", "KafkaRoute", "KafkaRouter")

=== faststream.confluent.broker.broker
import _asyncio as _loopmend_2
import faststream.confluent.helpers.client as _loopmend_0
import faststream.confluent.message as _loopmend_3
import typing as _loopmend_1
import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from typing import ( TYPE_CHECKING, Any, Literal, Optional, TypeVar, Union, overload, )
import anyio
from confluent_kafka import Message
from fast_depends import dependency_provider
from typing_extensions import override
from faststream.__about__ import SERVICE_NAME
from faststream._internal.broker import BrokerUsecase
from faststream._internal.constants import EMPTY
from faststream._internal.context.repository import ContextRepo
from faststream._internal.di import FastDependsConfig
from faststream._internal.types import IdGenerator
from faststream.confluent.configs import KafkaBrokerConfig
from faststream.confluent.helpers import ( AsyncConfluentConsumer, ConfluentFastConfig, )
from faststream.confluent.publisher.producer import AsyncConfluentFastProducerImpl
from faststream.confluent.response import KafkaPublishCommand
from faststream.message import gen_cor_id
from faststream.middlewares import AckPolicy
from faststream.response.publish_type import PublishType
from faststream.specification.schema import BrokerSpec
from .logging import make_kafka_logger_state
from .registrator import KafkaRegistrator
if TYPE_CHECKING:
 from types import TracebackType
 from fast_depends import Provider
 from fast_depends.dependencies import Dependant
 from fast_depends.library.serializer import SerializerProto
 from faststream._internal.basic_types import ( LoggerProto, SendableMessage, )
 from faststream._internal.configs import UnderlyingDriverAnnotations
 from faststream._internal.parser import CodecProto
 from faststream._internal.types import ( BrokerMiddleware, CustomCallable, )
 from faststream.confluent.helpers.config import ConfluentConfig
 from faststream.confluent.message import KafkaMessage
 from faststream.confluent.types import KafkaSendableMessage
 from faststream.security import BaseSecurity
 from faststream.specification.schema.extra import Tag, TagDict
Partition = TypeVar("Partition")
class KafkaBroker( KafkaRegistrator, BrokerUsecase[ Message | tuple[Message, ...], Callable[..., AsyncConfluentConsumer], KafkaBrokerConfig, ], ):
 url: list[str]
 def __init__(self, bootstrap_servers: str | Iterable[str] = ..., *, request_timeout_ms: int = ..., retry_backoff_ms: int = ..., metadata_max_age_ms: int = ..., connections_max_idle_ms: int = ..., client_id: str | None = ..., allow_auto_create_topics: bool = ..., config: Optional["ConfluentConfig"] = None, acks: Literal[0, 1, -1, "all"] = ..., compression_type: Literal["gzip", "snappy", "lz4", "zstd"] | None = None, partitioner: str | Callable[ [bytes, list[Partition], list[Partition]], Partition, ] = ..., max_request_size: int = ..., linger_ms: int = ..., enable_idempotence: bool = ..., transactional_id: str | None = None, transaction_timeout_ms: int = ..., graceful_timeout: float | None = ..., ack_policy: AckPolicy = ..., id_generator: IdGenerator = ..., decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, parser: Optional["CustomCallable"] = None, dependencies: Sequence["Dependant"] = ..., middlewares: Sequence["BrokerMiddleware[Any, Any]"] = ..., routers: Iterable[KafkaRegistrator] = ..., security: Optional["BaseSecurity"] = None, specification_url: str | Iterable[str] | None = None, protocol: str | None = None, protocol_version: str | None = ..., description: str | None = None, tags: Iterable[Union["Tag", "TagDict"]] = ..., logger: Optional["LoggerProto"] = ..., log_level: int = ..., apply_types: bool = ..., provider: Optional["Provider"] = None, serializer: Optional["SerializerProto"] = ..., context: Optional["ContextRepo"] = None, underlying_driver_annotations: "UnderlyingDriverAnnotations | None" = None) -> None: ...
 @override
 async def _connect(self) -> Callable[..., AsyncConfluentConsumer]: ...
 async def stop(self, exc_type: type[BaseException] | None = None, exc_val: BaseException | None = None, exc_tb: Optional["TracebackType"] = None) -> None: ...
 async def start(self) -> None: ...
 @overload
 async def publish(self, message: "SendableMessage", topic: str, *, key: bytes | str | None = None, partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, correlation_id: str | None = None, reply_to: str = ..., no_confirm: Literal[False] = ...) -> Message | None: ...
 @overload
 async def publish(self, message: "SendableMessage", topic: str, *, key: bytes | str | None = None, partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, correlation_id: str | None = None, reply_to: str = ..., no_confirm: Literal[True] = ...) -> asyncio.Future[Message | None]: ...
 @overload
 async def publish(self, message: "SendableMessage", topic: str, *, key: bytes | str | None = None, partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, correlation_id: str | None = None, reply_to: str = ..., no_confirm: bool = ...) -> asyncio.Future[Message | None] | Message | None: ...
 @override
 async def publish(self, message: "SendableMessage", topic: str, *, key: bytes | str | None = None, partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, correlation_id: str | None = None, reply_to: str = ..., no_confirm: bool = ...) -> asyncio.Future[Message | None] | Message | None: ...
 @override
 async def request(self, message: "SendableMessage", topic: str, *, key: bytes | str | None = None, partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, correlation_id: str | None = None, timeout: float = ...) -> "KafkaMessage": ...
 @override
 async def publish_batch(self, *messages: "KafkaSendableMessage", topic: str, partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, reply_to: str = ..., correlation_id: str | None = None, no_confirm: bool = ...) -> None: ...
 @override
 async def ping(self, timeout: float | None) -> bool: ...
 _connection: None

=== faststream.confluent.broker.registrator
import faststream.confluent.publisher.usecase as _loopmend_1
import faststream.confluent.subscriber.usecase as _loopmend_0
from collections.abc import Callable, Sequence
from typing import ( TYPE_CHECKING, Any, Literal, Optional, Union, cast, overload, )
from confluent_kafka import Message
from typing_extensions import override
from faststream._internal.broker.registrator import Registrator
from faststream._internal.constants import EMPTY
from faststream.confluent.configs import KafkaBrokerConfig
from faststream.confluent.publisher.factory import create_publisher
from faststream.confluent.subscriber.factory import create_subscriber
from faststream.exceptions import SetupError
from faststream.middlewares import AckPolicy
if TYPE_CHECKING:
 from fast_depends.dependencies import Dependant
 from faststream._internal.parser import CodecProto
 from faststream._internal.types import ( BrokerMiddleware, CustomCallable, )
 from faststream.confluent.publisher.usecase import ( BatchPublisher, DefaultPublisher, )
 from faststream.confluent.schemas import Topic, TopicPartition
 from faststream.confluent.subscriber.usecase import ( BatchSubscriber, ConcurrentDefaultSubscriber, DefaultSubscriber, )
class KafkaRegistrator( Registrator[Message | tuple[Message, ...], KafkaBrokerConfig], ):
 @overload
 def subscriber(self, *topics: Union[str, "Topic"], partitions: Sequence["TopicPartition"] = ..., polling_interval: float = ..., group_id: str | None = None, group_instance_id: str | None = None, fetch_max_wait_ms: int = ..., fetch_max_bytes: int = ..., fetch_min_bytes: int = ..., max_partition_fetch_bytes: int = ..., auto_offset_reset: Literal["latest", "earliest", "none"] = ..., auto_commit_interval_ms: int = ..., check_crcs: bool = ..., partition_assignment_strategy: Sequence[str] = ..., max_poll_interval_ms: int = ..., session_timeout_ms: int = ..., heartbeat_interval_ms: int = ..., isolation_level: Literal[ "read_uncommitted", "read_committed", ] = ..., on_assign: Callable[..., None] | None = None, on_revoke: Callable[..., None] | None = None, on_lost: Callable[..., None] | None = None, batch: Literal[False] = ..., max_records: int | None = None, persistent: bool = ..., dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, max_workers: None = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ...) -> "DefaultSubscriber": ...
 @overload
 def subscriber(self, *topics: Union[str, "Topic"], partitions: Sequence["TopicPartition"] = ..., polling_interval: float = ..., group_id: str | None = None, group_instance_id: str | None = None, fetch_max_wait_ms: int = ..., fetch_max_bytes: int = ..., fetch_min_bytes: int = ..., max_partition_fetch_bytes: int = ..., auto_offset_reset: Literal["latest", "earliest", "none"] = ..., auto_commit_interval_ms: int = ..., check_crcs: bool = ..., partition_assignment_strategy: Sequence[str] = ..., max_poll_interval_ms: int = ..., session_timeout_ms: int = ..., heartbeat_interval_ms: int = ..., isolation_level: Literal[ "read_uncommitted", "read_committed", ] = ..., on_assign: Callable[..., None] | None = None, on_revoke: Callable[..., None] | None = None, on_lost: Callable[..., None] | None = None, batch: Literal[True] = ..., max_records: int | None = None, persistent: bool = ..., dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, max_workers: None = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ...) -> "BatchSubscriber": ...
 @overload
 def subscriber(self, *topics: Union[str, "Topic"], partitions: Sequence["TopicPartition"] = ..., polling_interval: float = ..., group_id: str | None = None, group_instance_id: str | None = None, fetch_max_wait_ms: int = ..., fetch_max_bytes: int = ..., fetch_min_bytes: int = ..., max_partition_fetch_bytes: int = ..., auto_offset_reset: Literal["latest", "earliest", "none"] = ..., auto_commit_interval_ms: int = ..., check_crcs: bool = ..., partition_assignment_strategy: Sequence[str] = ..., max_poll_interval_ms: int = ..., session_timeout_ms: int = ..., heartbeat_interval_ms: int = ..., isolation_level: Literal[ "read_uncommitted", "read_committed", ] = ..., on_assign: Callable[..., None] | None = None, on_revoke: Callable[..., None] | None = None, on_lost: Callable[..., None] | None = None, batch: Literal[False] = ..., max_records: int | None = None, persistent: bool = ..., dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, max_workers: int = ..., ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ...) -> "ConcurrentDefaultSubscriber": ...
 @overload
 def subscriber(self, *topics: Union[str, "Topic"], partitions: Sequence["TopicPartition"] = ..., polling_interval: float = ..., group_id: str | None = None, group_instance_id: str | None = None, fetch_max_wait_ms: int = ..., fetch_max_bytes: int = ..., fetch_min_bytes: int = ..., max_partition_fetch_bytes: int = ..., auto_offset_reset: Literal["latest", "earliest", "none"] = ..., auto_commit_interval_ms: int = ..., check_crcs: bool = ..., partition_assignment_strategy: Sequence[str] = ..., max_poll_interval_ms: int = ..., session_timeout_ms: int = ..., heartbeat_interval_ms: int = ..., isolation_level: Literal[ "read_uncommitted", "read_committed", ] = ..., on_assign: Callable[..., None] | None = None, on_revoke: Callable[..., None] | None = None, on_lost: Callable[..., None] | None = None, batch: bool = ..., max_records: int | None = None, persistent: bool = ..., dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, max_workers: int | None = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ...) -> Union[ "DefaultSubscriber", "BatchSubscriber", "ConcurrentDefaultSubscriber", ]: ...
 @override
 def subscriber(self, *topics: Union[str, "Topic"], partitions: Sequence["TopicPartition"] = ..., polling_interval: float = ..., group_id: str | None = None, group_instance_id: str | None = None, fetch_max_wait_ms: int = ..., fetch_max_bytes: int = ..., fetch_min_bytes: int = ..., max_partition_fetch_bytes: int = ..., auto_offset_reset: Literal["latest", "earliest", "none"] = ..., auto_commit_interval_ms: int = ..., check_crcs: bool = ..., partition_assignment_strategy: Sequence[str] = ..., max_poll_interval_ms: int = ..., session_timeout_ms: int = ..., heartbeat_interval_ms: int = ..., isolation_level: Literal[ "read_uncommitted", "read_committed", ] = ..., on_assign: Callable[..., None] | None = None, on_revoke: Callable[..., None] | None = None, on_lost: Callable[..., None] | None = None, batch: bool = ..., max_records: int | None = None, persistent: bool = ..., dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., max_workers: int | None = None) -> Union[ "DefaultSubscriber", "BatchSubscriber", "ConcurrentDefaultSubscriber", ]: ...
 @overload
 def publisher(self, topic: Union[str, "Topic"], *, key: bytes | str | None = None, partition: int | None = None, headers: dict[str, str] | None = None, reply_to: str = ..., batch: Literal[False] = ..., persistent: bool = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ..., autoflush: bool = ...) -> "DefaultPublisher": ...
 @overload
 def publisher(self, topic: Union[str, "Topic"], *, key: bytes | str | None = None, partition: int | None = None, headers: dict[str, str] | None = None, reply_to: str = ..., batch: Literal[True] = ..., persistent: bool = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ..., autoflush: bool = ...) -> "BatchPublisher": ...
 @overload
 def publisher(self, topic: Union[str, "Topic"], *, key: bytes | str | None = None, partition: int | None = None, headers: dict[str, str] | None = None, reply_to: str = ..., batch: bool = ..., persistent: bool = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ..., autoflush: bool = ...) -> Union[ "BatchPublisher", "DefaultPublisher", ]: ...
 @override
 def publisher(self, topic: Union[str, "Topic"], *, key: bytes | str | None = None, partition: int | None = None, headers: dict[str, str] | None = None, reply_to: str = ..., batch: bool = ..., persistent: bool = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ..., autoflush: bool = ...) -> Union[ "BatchPublisher", "DefaultPublisher", ]: ...
 @override
 def include_router(self, router: "KafkaRegistrator", *, prefix: str = ..., dependencies: Sequence["Dependant"] = ..., middlewares: Sequence["BrokerMiddleware[Any, Any]"] = ..., include_in_schema: bool | None = None) -> None: ...

=== faststream.confluent.broker.router
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal, Optional, Union
from faststream._internal.broker.router import ( ArgsContainer, BrokerRouter, SubscriberRoute, )
from faststream._internal.constants import EMPTY
from faststream.confluent.configs import KafkaBrokerConfig
from faststream.middlewares import AckPolicy
from .registrator import KafkaRegistrator
if TYPE_CHECKING:
 from confluent_kafka import Message
 from fast_depends.dependencies import Dependant
 from faststream._internal.basic_types import SendableMessage
 from faststream._internal.configs import UnderlyingDriverAnnotations
 from faststream._internal.parser import CodecProto
 from faststream._internal.types import ( BrokerMiddleware, CustomCallable, )
 from faststream.confluent.schemas import Topic, TopicPartition
class KafkaPublisher(ArgsContainer):
 def __init__(self, topic: Union[str, "Topic"], *, key: bytes | str | None = None, partition: int | None = None, headers: dict[str, str] | None = None, reply_to: str = ..., batch: bool = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ..., persistent: bool = ..., autoflush: bool = ...) -> None: ...
class KafkaRoute(SubscriberRoute):
 def __init__(self, call: Callable[..., "SendableMessage"] | Callable[..., Awaitable["SendableMessage"]], *topics: Union[str, "Topic"], publishers: Iterable[KafkaPublisher] = ..., partitions: Sequence["TopicPartition"] = ..., polling_interval: float = ..., group_id: str | None = None, group_instance_id: str | None = None, fetch_max_wait_ms: int = ..., fetch_max_bytes: int = ..., fetch_min_bytes: int = ..., max_partition_fetch_bytes: int = ..., auto_offset_reset: Literal["latest", "earliest", "none"] = ..., auto_commit_interval_ms: int = ..., check_crcs: bool = ..., partition_assignment_strategy: Sequence[str] = ..., max_poll_interval_ms: int = ..., session_timeout_ms: int = ..., heartbeat_interval_ms: int = ..., isolation_level: Literal[ "read_uncommitted", "read_committed", ] = ..., on_assign: Callable[..., None] | None = None, on_revoke: Callable[..., None] | None = None, on_lost: Callable[..., None] | None = None, batch: bool = ..., max_records: int | None = None, dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., max_workers: int | None = None, persistent: bool = ..., codec: Optional["CodecProto"] = None) -> None: ...
class KafkaRouter( KafkaRegistrator, BrokerRouter[ Union[ "Message", tuple["Message", ...], ], KafkaBrokerConfig, ], ):
 def __init__(self, prefix: str = ..., handlers: Iterable[KafkaRoute] = ..., *, dependencies: Sequence["Dependant"] = ..., middlewares: Sequence["BrokerMiddleware[Any, Any]"] = ..., routers: Iterable[KafkaRegistrator] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, include_in_schema: bool | None = None, ack_policy: "AckPolicy" = ..., underlying_driver_annotations: "UnderlyingDriverAnnotations | None" = None) -> None: ...

=== faststream.confluent.configs package
from .broker import KafkaBrokerConfig
__all__ = ("KafkaBrokerConfig",)

=== faststream.confluent.configs.broker
import faststream.confluent.helpers.client as _loopmend_1
import typing as _loopmend_0
from collections.abc import Callable
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from faststream.__about__ import SERVICE_NAME
from faststream._internal.configs import ( BrokerConfig, UnderlyingDriverAnnotation, UnderlyingDriverAnnotations, )
from faststream._internal.parser import DefaultCodec
from faststream.confluent.helpers import ( AdminService, AsyncConfluentConsumer, AsyncConfluentProducer, ConfluentFastConfig, )
from faststream.confluent.publisher.producer import ( AsyncConfluentFastProducer, FakeConfluentFastProducer, )
if TYPE_CHECKING:
 from faststream._internal.logger import LoggerState
 from faststream.confluent.schemas import Topic
def _context_annotations_factory() -> UnderlyingDriverAnnotations: ...
@dataclass
class ConsumerBuilder:
 config: "ConfluentFastConfig"
 admin: "AdminService"
 logger: "LoggerState"
 def __call__(self, *topics: "Topic", **kwargs: Any) -> "AsyncConfluentConsumer": ...
@dataclass(kw_only=True)
class KafkaBrokerConfig(BrokerConfig):
 connection_config: "ConfluentFastConfig" = field( default_factory=ConfluentFastConfig, )
 admin: "AdminService" = field(default_factory=AdminService)
 client_id: str | None = SERVICE_NAME
 builder: Callable[..., AsyncConfluentConsumer] = field(init=False)
 producer: "AsyncConfluentFastProducer" = field( default_factory=FakeConfluentFastProducer, )
 default_driver_annotations: UnderlyingDriverAnnotations = field( default_factory=_context_annotations_factory, )
 def __post_init__(self) -> None: ...
 async def connect(self) -> "None": ...
 async def disconnect(self) -> "None": ...

=== faststream.confluent.fastapi package
import warnings
from typing import Annotated
from faststream._internal.fastapi.context import Context, ContextRepo, Logger
from faststream.confluent.broker import KafkaBroker as KB
from faststream.confluent.message import KafkaMessage as KM
from faststream.confluent.publisher.producer import AsyncConfluentFastProducer
from .fastapi import KafkaRouter
__all__ = ( "Context", "ContextRepo", "KafkaBroker", "KafkaMessage", "KafkaProducer", "KafkaRouter", "Logger", )
KafkaMessage = Annotated[KM, Context("message")]
KafkaBroker = Annotated[KB, Context("broker")]
KafkaProducer = Annotated[AsyncConfluentFastProducer, Context("broker._producer")]

=== faststream.confluent.helpers package
from .admin import AdminService
from .client import AsyncConfluentConsumer, AsyncConfluentProducer
from .config import ConfluentFastConfig
__all__ = ( "AdminService", "AsyncConfluentConsumer", "AsyncConfluentProducer", "ConfluentFastConfig", )

=== faststream.confluent.helpers.admin
import faststream.confluent.helpers.admin as _loopmend_0
from dataclasses import dataclass
from typing import TYPE_CHECKING
from confluent_kafka.admin import AdminClient
from .client import _LazyLoggerProxy
if TYPE_CHECKING:
 from faststream._internal.logger import LoggerState
 from faststream.confluent.schemas import Topic
 from .config import ConfluentFastConfig
@dataclass(slots=True)
class CreateResult:
 topic: str
 error: Exception | None
class AdminService:
 __slots__: tuple[str]
 def __init__(self) -> None: ...
 async def connect(self, config: "ConfluentFastConfig", logger: "LoggerState | None" = None) -> None: ...
 async def disconnect(self) -> None: ...
 @property
 def client(self) -> AdminClient: ...
 def create_topics(self, topics: list["Topic"]) -> list[CreateResult]: ...
 admin_client: AdminClient | None

=== faststream.confluent.helpers.client
import _asyncio as _loopmend_2
import concurrent.futures.thread as _loopmend_5
import faststream._internal.logger.state as _loopmend_0
import faststream.confluent.helpers.admin as _loopmend_6
import faststream.confluent.helpers.client as _loopmend_1
import faststream.confluent.schemas.partition as _loopmend_7
import faststream.confluent.schemas.topic as _loopmend_4
import typing as _loopmend_3
import asyncio
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from time import time
from typing import TYPE_CHECKING, Any, cast
import anyio
from confluent_kafka import Consumer, KafkaError, KafkaException, Message, Producer
from faststream._internal.utils.functions import call_or_await, run_in_executor
from faststream.confluent.schemas import Topic, TopicPartition
from faststream.exceptions import SetupError
from . import config as config_module
if TYPE_CHECKING:
 from typing_extensions import NotRequired, TypedDict
 from faststream._internal.logger import LoggerState
 from .admin import AdminService
 class _SendKwargs(TypedDict):
  value: bytes | str | None
  key: bytes | str | None
  headers: list[tuple[str, str | bytes]] | None
  partition: NotRequired[int]
  timestamp: NotRequired[int]
  on_delivery: NotRequired[Callable[..., None]]
class _LazyLoggerProxy(logging.Logger):
 def __init__(self, logger_state: "LoggerState") -> None: ...
 def handle(self, record: logging.LogRecord) -> None: ...
 _logger_state: _loopmend_0.LoggerState
class AsyncConfluentProducer:
 __slots__: tuple[str, str, str, str, str]
 def __init__(self, *, logger: "LoggerState", config: config_module.ConfluentFastConfig) -> None: ...
 async def _poll_loop(self) -> None: ...
 async def stop(self) -> None: ...
 async def flush(self) -> None: ...
 async def send(self, topic: str, value: bytes | str | None = None, key: bytes | str | None = None, partition: int | None = None, timestamp_ms: int | None = None, headers: list[tuple[str, str | bytes]] | None = None, no_confirm: bool = ...) -> "asyncio.Future[Message | None] | Message | None": ...
 def create_batch(self) -> "BatchBuilder": ...
 async def send_batch(self, batch: "BatchBuilder", topic: str, *, partition: int | None, no_confirm: bool = ...) -> None: ...
 async def ping(self, timeout: float | None = ...) -> bool: ...
 config: dict
 logger_state: _loopmend_0.LoggerState
 __running: bool
 _poll_task: _loopmend_2.Task[None]
 producer: _loopmend_3.Any
class AsyncConfluentConsumer:
 __slots__: tuple[str, str, str, str, str, str, str, str, str, str]
 def __init__(self, *topics: "Topic", config: config_module.ConfluentFastConfig, logger: "LoggerState", admin_service: "AdminService", partitions: Sequence["TopicPartition"], bootstrap_servers: str | list[str] = ..., client_id: str | None = ..., group_id: str | None = None, group_instance_id: str | None = None, fetch_max_wait_ms: int = ..., fetch_max_bytes: int = ..., fetch_min_bytes: int = ..., max_partition_fetch_bytes: int = ..., retry_backoff_ms: int = ..., auto_offset_reset: str = ..., enable_auto_commit: bool = ..., auto_commit_interval_ms: int = ..., check_crcs: bool = ..., metadata_max_age_ms: int = ..., partition_assignment_strategy: str | list[Any] = ..., max_poll_interval_ms: int = ..., session_timeout_ms: int = ..., heartbeat_interval_ms: int = ..., security_protocol: str = ..., connections_max_idle_ms: int = ..., isolation_level: str = ..., allow_auto_create_topics: bool = ..., on_assign: Callable[..., None] | None = None, on_revoke: Callable[..., None] | None = None, on_lost: Callable[..., None] | None = None) -> None: ...
 @property
 def topics_to_create(self) -> list["Topic"]: ...
 async def start(self) -> None: ...
 async def commit(self, asynchronous: bool = ...) -> None: ...
 async def stop(self) -> None: ...
 async def getone(self, timeout: float = ...) -> Message | None: ...
 async def getmany(self, timeout: float = ..., max_records: int | None = ...) -> tuple[Message, ...]: ...
 async def seek(self, topic: str, partition: int, offset: int) -> None: ...
 config: dict
 logger_state: _loopmend_0.LoggerState
 _on_assign: None | _loopmend_3.Callable[..., None]
 _on_lost: None | _loopmend_3.Callable[..., None]
 _on_revoke: None | _loopmend_3.Callable[..., None]
 _thread_pool: _loopmend_5.ThreadPoolExecutor
 admin_client: _loopmend_6.AdminService
 consumer: _loopmend_3.Any
 partitions: _loopmend_3.Sequence[_loopmend_7.TopicPartition]
 topics: list[_loopmend_4.Topic]
def check_msg_error(msg: Message | None) -> Message | None: ...
class BatchBuilder:
 __slots__: tuple[str]
 def __init__(self) -> None: ...
 def append(self, *, value: bytes | str | None = None, key: bytes | str | None = None, timestamp: int | None = None, headers: list[tuple[str, bytes]] | None = None) -> None: ...
 _builder: list[dict[str, Any]]

=== faststream.confluent.message
import faststream.confluent.message as _loopmend_0
import faststream.message.message as _loopmend_1
from typing import Any, Protocol
from confluent_kafka import Message
from faststream.message import AckStatus, StreamMessage
class ConsumerProtocol(Protocol):
 async def commit(self) -> None: ...
 async def seek(self, topic: str, partition: int, offset: int) -> None: ...
class FakeConsumer:
 async def commit(self) -> None: ...
 async def seek(self, topic: str | None, partition: int | None, offset: int | None) -> None: ...
FAKE_CONSUMER: _loopmend_0.FakeConsumer
class KafkaMessage( StreamMessage[Message | tuple[Message, ...]], ):
 def __init__(self, *args: Any, consumer: ConsumerProtocol, is_manual: bool = ..., **kwargs: Any) -> None: ...
 async def ack(self) -> None: ...
 async def reject(self) -> None: ...
 async def nack(self) -> None: ...
 consumer: _loopmend_0.ConsumerProtocol
 is_manual: bool
 committed: _loopmend_1.AckStatus

=== faststream.confluent.parser
import faststream.confluent.message as _loopmend_0
import typing as _loopmend_1
from typing import TYPE_CHECKING, Any, cast
from faststream.message import StreamMessage, decode_message
from .message import FAKE_CONSUMER, KafkaMessage
if TYPE_CHECKING:
 from collections.abc import Sequence
 from confluent_kafka import Message
 from faststream._internal.basic_types import DecodedMessage
 from .message import ConsumerProtocol
 _HeadersInput = dict[str, str | bytes | None] | list[tuple[str, str | bytes | None]] | tuple[tuple[str, str | bytes | None], ...]
class AsyncConfluentParser:
 __slots__: tuple[str, str]
 def __init__(self, is_manual: bool = ...) -> None: ...
 def _setup(self, consumer: "ConsumerProtocol") -> None: ...
 async def parse_message(self, message: "Message") -> KafkaMessage: ...
 async def parse_batch(self, message: tuple["Message", ...]) -> KafkaMessage: ...
 async def decode_message(self, msg: "StreamMessage[Message]") -> "DecodedMessage": ...
 async def decode_batch(self, msg: "StreamMessage[tuple[Message, ...]]") -> "DecodedMessage": ...
 _consumer: ConsumerProtocol
 is_manual: bool
def _parse_msg_headers(headers: "_HeadersInput") -> dict[str, str]: ...

=== faststream.confluent.publisher package

=== faststream.confluent.publisher.factory
import faststream.confluent.publisher.usecase as _loopmend_0
from functools import wraps
from typing import TYPE_CHECKING, Any, Union
from faststream.confluent.schemas import Topic
from .config import KafkaPublisherConfig, KafkaPublisherSpecificationConfig
from .specification import KafkaPublisherSpecification
from .usecase import BatchPublisher, DefaultPublisher
if TYPE_CHECKING:
 from collections.abc import Awaitable, Callable
 from faststream.confluent.configs import KafkaBrokerConfig
def create_publisher(*, autoflush: bool, batch: bool, key: bytes | str | None, topic: Union[str, "Topic"], partition: int | None, headers: dict[str, str] | None, reply_to: str, config: "KafkaBrokerConfig", schema_: Any | None, title_: str | None, description_: str | None, include_in_schema: bool) -> BatchPublisher | DefaultPublisher: ...

=== faststream.confluent.publisher.producer
import faststream._internal.endpoint.utils as _loopmend_0
from abc import abstractmethod
from typing import TYPE_CHECKING, Any, Optional
from typing_extensions import override
from faststream._internal.endpoint.utils import ParserComposition
from faststream._internal.parser import BatchCodecProto, DefaultCodec
from faststream._internal.producer import ProducerProto
from faststream.confluent.parser import AsyncConfluentParser
from faststream.confluent.response import KafkaPublishCommand
from faststream.exceptions import FeatureNotSupportedException
from .state import EmptyProducerState, ProducerState, RealProducer
if TYPE_CHECKING:
 import asyncio
 from confluent_kafka import Message
 from fast_depends.library.serializer import SerializerProto
 from faststream._internal.parser import CodecProto
 from faststream._internal.types import CustomCallable
 from faststream.confluent.helpers.client import AsyncConfluentProducer
class AsyncConfluentFastProducer(ProducerProto[KafkaPublishCommand]):
 __slots__: tuple[()]
 def connect(self, producer: "AsyncConfluentProducer", serializer: Optional["SerializerProto"], codec: Optional["CodecProto"] = None) -> None: ...
 def __bool__(self) -> bool: ...
 async def disconnect(self) -> None: ...
 async def flush(self) -> None: ...
 @abstractmethod
 async def ping(self, timeout: float) -> bool: ...
 @override
 @abstractmethod
 async def publish(self, cmd: "KafkaPublishCommand") -> "asyncio.Future[Message | None] | Message | None": ...
 @override
 @abstractmethod
 async def publish_batch(self, cmd: "KafkaPublishCommand") -> None: ...
 @override
 async def request(self, cmd: "KafkaPublishCommand") -> Any: ...
class FakeConfluentFastProducer(AsyncConfluentFastProducer):
 __slots__: tuple[()]
 def connect(self, producer: "AsyncConfluentProducer", serializer: Optional["SerializerProto"], codec: Optional["CodecProto"] = None) -> None: ...
 async def disconnect(self) -> None: ...
 async def flush(self) -> None: ...
 async def ping(self, timeout: float) -> bool: ...
 @override
 async def publish(self, cmd: "KafkaPublishCommand") -> "asyncio.Future[Message | None] | Message | None": ...
 @override
 async def publish_batch(self, cmd: "KafkaPublishCommand") -> None: ...
class AsyncConfluentFastProducerImpl(AsyncConfluentFastProducer):
 __slots__: tuple[str, str, str, str, str]
 def __init__(self, parser: Optional["CustomCallable"], decoder: Optional["CustomCallable"]) -> None: ...
 def connect(self, producer: "AsyncConfluentProducer", serializer: Optional["SerializerProto"], codec: Optional["CodecProto"] = None) -> None: ...
 async def disconnect(self) -> None: ...
 def __bool__(self) -> bool: ...
 async def ping(self, timeout: float) -> bool: ...
 async def flush(self) -> None: ...
 @override
 async def publish(self, cmd: "KafkaPublishCommand") -> "asyncio.Future[Message | None] | Message | None": ...
 @override
 async def publish_batch(self, cmd: "KafkaPublishCommand") -> None: ...
 serializer: SerializerProto | None
 codec: CodecProto
 _decoder: _loopmend_0.ParserComposition
 _parser: _loopmend_0.ParserComposition
 _producer: ProducerState

=== faststream.confluent.publisher.state
import faststream.confluent.helpers.client as _loopmend_0
from typing import TYPE_CHECKING, Protocol
from faststream.exceptions import IncorrectState
if TYPE_CHECKING:
 from faststream.confluent.helpers.client import AsyncConfluentProducer
class ProducerState(Protocol):
 __slots__: tuple[()]
 @property
 def producer(self) -> "AsyncConfluentProducer": ...
 def __bool__(self) -> bool: ...
 async def ping(self, timeout: float) -> bool: ...
 async def stop(self) -> None: ...
 async def flush(self) -> None: ...
class EmptyProducerState:
 __slots__: tuple[()]
 @property
 def producer(self) -> "AsyncConfluentProducer": ...
 async def ping(self, timeout: float) -> bool: ...
 def __bool__(self) -> bool: ...
 async def stop(self) -> None: ...
 async def flush(self) -> None: ...
class RealProducer:
 __slots__: tuple[str]
 def __init__(self, producer: "AsyncConfluentProducer") -> None: ...
 def __bool__(self) -> bool: ...
 async def stop(self) -> None: ...
 async def ping(self, timeout: float) -> bool: ...
 async def flush(self) -> None: ...
 producer: _loopmend_0.AsyncConfluentProducer

=== faststream.confluent.publisher.usecase
import _asyncio as _loopmend_2
import faststream.confluent.call_wrapper as _loopmend_0
import faststream.confluent.message as _loopmend_1
import asyncio
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Literal, Union, cast, overload
from confluent_kafka import Message
from typing_extensions import override
from faststream._internal.endpoint.publisher import ( PublisherSpecification, PublisherUsecase, )
from faststream._internal.kafka import KafkaCallAssertions
from faststream._internal.types import P_HandlerParams, T_HandlerReturn
from faststream.confluent.call_wrapper import KafkaHandlerCallWrapper
from faststream.confluent.response import KafkaPublishCommand
from faststream.response.publish_type import PublishType
if TYPE_CHECKING:
 from faststream._internal.basic_types import SendableMessage
 from faststream._internal.types import PublisherMiddleware
 from faststream.confluent.message import KafkaMessage
 from faststream.confluent.types import KafkaSendableMessage
 from faststream.response.response import PublishCommand
 from .config import KafkaPublisherConfig
 from .producer import AsyncConfluentFastProducer
class LogicPublisher(KafkaCallAssertions, PublisherUsecase):
 __slots__: tuple[str, str, str, str]
 _call_wrapper_class = KafkaHandlerCallWrapper
 _read_field = KafkaHandlerCallWrapper._read_field
 def __init__(self, config: "KafkaPublisherConfig", specifcication: "PublisherSpecification[Any, Any]") -> None: ...
 @override
 def __call__(self, func: Callable[P_HandlerParams, T_HandlerReturn]) -> "KafkaHandlerCallWrapper[P_HandlerParams, T_HandlerReturn]": ...
 @property
 def topic(self) -> str: ...
 @override
 async def request(self, message: "SendableMessage", topic: str = ..., *, key: bytes | str | None = None, partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, correlation_id: str | None = None, timeout: float = ...) -> "KafkaMessage": ...
 async def flush(self) -> None: ...
 _topic: str
 headers: dict | dict[str, str]
 partition: int
 reply_to: str
class DefaultPublisher(LogicPublisher):
 __slots__: tuple[()]
 def __init__(self, config: "KafkaPublisherConfig", specifcication: "PublisherSpecification[Any, Any]") -> None: ...
 @overload
 async def publish(self, message: "SendableMessage", topic: str = ..., *, key: bytes | str | None = None, partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, correlation_id: str | None = None, reply_to: str = ..., no_confirm: Literal[False] = ...) -> Message | None: ...
 @overload
 async def publish(self, message: "SendableMessage", topic: str = ..., *, key: bytes | str | None = None, partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, correlation_id: str | None = None, reply_to: str = ..., no_confirm: Literal[True] = ...) -> asyncio.Future[Message | None]: ...
 @overload
 async def publish(self, message: "SendableMessage", topic: str = ..., *, key: bytes | str | None = None, partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, correlation_id: str | None = None, reply_to: str = ..., no_confirm: bool = ...) -> asyncio.Future[Message | None] | Message | None: ...
 @override
 async def publish(self, message: "SendableMessage", topic: str = ..., *, key: bytes | str | None = None, partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, correlation_id: str | None = None, reply_to: str = ..., no_confirm: bool = ...) -> asyncio.Future[Message | None] | Message | None: ...
 @override
 async def _publish(self, cmd: Union["PublishCommand", "KafkaPublishCommand"], *, _extra_middlewares: Iterable["PublisherMiddleware"]) -> None: ...
 @override
 async def request(self, message: "SendableMessage", topic: str = ..., *, key: bytes | str | None = None, partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, correlation_id: str | None = None, timeout: float = ...) -> "KafkaMessage": ...
 key: bytes | str
class BatchPublisher(LogicPublisher):
 __slots__: tuple[()]
 def __init__(self, config: "KafkaPublisherConfig", specification: "PublisherSpecification[Any, Any]") -> None: ...
 @override
 async def publish(self, *messages: "KafkaSendableMessage", topic: str = ..., key: bytes | str | None = None, partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, correlation_id: str | None = None, reply_to: str = ..., no_confirm: bool = ...) -> None: ...
 @override
 async def _publish(self, cmd: Union["PublishCommand", "KafkaPublishCommand"], *, _extra_middlewares: Iterable["PublisherMiddleware"]) -> None: ...
 key: bytes | str

=== faststream.confluent.subscriber package

=== faststream.confluent.subscriber.usecase
import faststream._internal.endpoint.publisher.proto as _loopmend_5
import faststream.confluent.call_wrapper as _loopmend_0
import faststream.confluent.message as _loopmend_4
import faststream.confluent.parser as _loopmend_6
import faststream.confluent.schemas.partition as _loopmend_3
import faststream.confluent.schemas.topic as _loopmend_2
import typing as _loopmend_1
import logging
from abc import abstractmethod
from collections.abc import AsyncIterator, Callable, Sequence
from typing import ( TYPE_CHECKING, Any, Optional, Union, cast, )
import anyio
from confluent_kafka import KafkaException, Message
from typing_extensions import overload, override
from faststream._internal.endpoint.subscriber import SubscriberUsecase
from faststream._internal.endpoint.subscriber.mixins import ConcurrentMixin, TasksMixin
from faststream._internal.endpoint.subscriber.utils import default_filter
from faststream._internal.endpoint.utils import process_msg
from faststream._internal.types import MsgType, P_HandlerParams, T_HandlerReturn
from faststream.confluent.call_wrapper import KafkaHandlerCallWrapper
from faststream.confluent.parser import AsyncConfluentParser
from faststream.confluent.publisher.fake import KafkaFakePublisher
from faststream.confluent.schemas import Topic, TopicPartition
if TYPE_CHECKING:
 from fast_depends.dependencies import Dependant
 from faststream._internal.endpoint.publisher import PublisherProto
 from faststream._internal.endpoint.subscriber import SubscriberSpecification
 from faststream._internal.endpoint.subscriber.call_item import CallsCollection
 from faststream._internal.types import CustomCallable, Filter
 from faststream.confluent.configs import KafkaBrokerConfig
 from faststream.confluent.helpers.client import AsyncConfluentConsumer
 from faststream.confluent.message import KafkaMessage
 from faststream.message import StreamMessage
 from .config import KafkaSubscriberConfig
class LogicSubscriber(TasksMixin, SubscriberUsecase[MsgType]):
 __slots__: tuple[str, str, str, str, str, str]
 _outer_config: "KafkaBrokerConfig"
 _call_wrapper_class = KafkaHandlerCallWrapper
 group_id: str | None
 consumer: Optional["AsyncConfluentConsumer"]
 parser: AsyncConfluentParser
 def __init__(self, config: "KafkaSubscriberConfig", specification: "SubscriberSpecification[Any, Any]", calls: "CallsCollection[MsgType]") -> None: ...
 @overload
 def __call__(self, func: Callable[P_HandlerParams, T_HandlerReturn], *, filter: "Filter[Any]" = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, dependencies: Sequence["Dependant"] = ...) -> "KafkaHandlerCallWrapper[P_HandlerParams, T_HandlerReturn]": ...
 @overload
 def __call__(self, func: None = None, *, filter: "Filter[Any]" = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, dependencies: Sequence["Dependant"] = ...) -> Callable[ [Callable[P_HandlerParams, T_HandlerReturn]], "KafkaHandlerCallWrapper[P_HandlerParams, T_HandlerReturn]", ]: ...
 @override
 def __call__(self, func: Callable[P_HandlerParams, T_HandlerReturn] | None = None, *, filter: "Filter[Any]" = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, dependencies: Sequence["Dependant"] = ...) -> Union[ "KafkaHandlerCallWrapper[P_HandlerParams, T_HandlerReturn]", Callable[ [Callable[P_HandlerParams, T_HandlerReturn]], "KafkaHandlerCallWrapper[P_HandlerParams, T_HandlerReturn]", ], ]: ...
 @property
 def client_id(self) -> str | None: ...
 @property
 def topics(self) -> list[Topic]: ...
 @property
 def partitions(self) -> list[TopicPartition]: ...
 @override
 async def start(self) -> None: ...
 async def stop(self) -> None: ...
 @override
 async def get_one(self, *, timeout: float = ...) -> "KafkaMessage | None": ...
 @override
 def __aiter__(self) -> AsyncIterator["KafkaMessage"]: ...
 def _make_response_publisher(self, message: "StreamMessage[Any]") -> Sequence["PublisherProto"]: ...
 async def consume_one(self, msg: MsgType) -> None: ...
 @abstractmethod
 async def get_msg(self) -> MsgType | None: ...
 async def _consume(self) -> None: ...
 @property
 def topic_names(self) -> list[str]: ...
 @staticmethod
 def build_log_context(message: Optional["StreamMessage[Any]"], topic: str, group_id: str | None = None) -> dict[str, str]: ...
 __connection_data: dict
 _partitions: _loopmend_1.Sequence[_loopmend_3.TopicPartition]
 _topics: _loopmend_1.Sequence[_loopmend_2.Topic]
 polling_interval: float
class DefaultSubscriber(LogicSubscriber[Message]):
 __slots__: tuple[str]
 def __init__(self, config: "KafkaSubscriberConfig", specification: "SubscriberSpecification[Any, Any]", calls: "CallsCollection[Message]") -> None: ...
 async def get_msg(self) -> Optional["Message"]: ...
 def get_log_context(self, message: Optional["StreamMessage[Message]"]) -> dict[str, str]: ...
 parser: _loopmend_6.AsyncConfluentParser
class ConcurrentDefaultSubscriber(ConcurrentMixin["Message"], DefaultSubscriber):
 __slots__: tuple[()]
 async def start(self) -> None: ...
 async def consume_one(self, msg: "Message") -> None: ...
class BatchSubscriber(LogicSubscriber[tuple[Message, ...]]):
 __slots__: tuple[str, str]
 def __init__(self, config: "KafkaSubscriberConfig", specification: "SubscriberSpecification[Any, Any]", calls: "CallsCollection[tuple[Message, ...]]", max_records: int | None) -> None: ...
 async def get_msg(self) -> tuple["Message", ...] | None: ...
 def get_log_context(self, message: Optional["StreamMessage[tuple[Message, ...]]"]) -> dict[str, str]: ...
 parser: _loopmend_6.AsyncConfluentParser
 max_records: None | int

=== faststream.confluent.testing
import faststream._internal.endpoint.utils as _loopmend_5
import faststream._internal.parser as _loopmend_6
import faststream.confluent.broker.broker as _loopmend_4
import faststream.confluent.subscriber.usecase as _loopmend_2
import faststream.confluent.testing as _loopmend_3
import typing as _loopmend_1
import unittest.mock as _loopmend_0
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any, Optional, cast, overload
from unittest.mock import AsyncMock, MagicMock
import anyio
from confluent_kafka import KafkaError, Message
from typing_extensions import override
from faststream._internal.endpoint.utils import ParserComposition
from faststream._internal.parser import BatchCodecProto, DefaultCodec
from faststream._internal.testing.broker import ( EnterType, TestBroker, change_producer, )
from faststream._internal.types import IdGenerator
from faststream.confluent.broker import KafkaBroker
from faststream.confluent.parser import AsyncConfluentParser
from faststream.confluent.publisher.producer import AsyncConfluentFastProducer
from faststream.confluent.publisher.usecase import BatchPublisher
from faststream.confluent.schemas import TopicPartition
from faststream.confluent.subscriber.usecase import BatchSubscriber
from faststream.exceptions import SubscriberNotFound
from faststream.message import gen_cor_id
if TYPE_CHECKING:
 from fast_depends.library.serializer import SerializerProto
 from faststream._internal.basic_types import SendableMessage
 from faststream._internal.parser import CodecProto
 from faststream.confluent.publisher.usecase import LogicPublisher
 from faststream.confluent.response import KafkaPublishCommand
 from faststream.confluent.subscriber.usecase import LogicSubscriber
__all__ = ("TestKafkaBroker",)
class TestKafkaBroker( TestBroker[KafkaBroker, EnterType], broker=KafkaBroker, ):
 @overload
 def __init__(self: "TestKafkaBroker[KafkaBroker]", broker: KafkaBroker, /, *, with_real: bool = ..., connect_only: bool | None = None) -> None: ...
 @overload
 def __init__(self: "TestKafkaBroker[tuple[KafkaBroker, ...]]", *brokers: KafkaBroker, with_real: bool = ..., connect_only: bool | None = None) -> None: ...
 def __init__(self, *brokers: KafkaBroker, with_real: bool = ..., connect_only: bool | None = None) -> None: ...
 @contextmanager
 def _patch_producer(self, broker: KafkaBroker) -> Generator[None, None, None]: ...
 @staticmethod
 async def _fake_connect(broker: KafkaBroker, *args: Any, **kwargs: Any) -> Callable[..., AsyncMock]: ...
 def create_publisher_fake_subscriber(self, broker: KafkaBroker, publisher: "LogicPublisher") -> tuple["LogicSubscriber[Any]", bool]: ...
class FakeProducer(AsyncConfluentFastProducer):
 def __init__(self, broker: KafkaBroker, brokers: Sequence[KafkaBroker]) -> None: ...
 @property
 def subscribers(self) -> Iterable["LogicSubscriber[Any]"]: ...
 def __bool__(self) -> bool: ...
 @override
 async def ping(self, timeout: float) -> bool: ...
 @override
 async def publish(self, cmd: "KafkaPublishCommand") -> None: ...
 @override
 async def publish_batch(self, cmd: "KafkaPublishCommand") -> None: ...
 @override
 async def request(self, cmd: "KafkaPublishCommand") -> "MockConfluentMessage": ...
 async def _execute_handler(self, msg: Any, topic: str, handler: "LogicSubscriber[Any]") -> "MockConfluentMessage": ...
 broker: _loopmend_4.KafkaBroker
 brokers: _loopmend_1.Sequence[_loopmend_4.KafkaBroker]
 _parser: _loopmend_5.ParserComposition
 _decoder: _loopmend_5.ParserComposition
 codec: _loopmend_6.CodecProto | _loopmend_6.DefaultCodec
class MockConfluentMessage(Message):
 def __init__(self, raw_msg: bytes | None, topic: str, key: bytes | str, headers: list[tuple[str, str | bytes | None]], offset: int, partition: int, timestamp_type: int, timestamp_ms: int, error: KafkaError | None = None) -> None: ...
 def len(self) -> int: ...
 def __len__(self) -> int: ...
 def error(self) -> KafkaError | None: ...
 def headers(self) -> list[tuple[str, str | bytes | None]]: ...
 def key(self) -> bytes: ...
 def offset(self) -> int: ...
 def partition(self) -> int: ...
 def timestamp(self) -> tuple[int, int]: ...
 def topic(self) -> str: ...
 def value(self) -> bytes | None: ...
 _raw_msg: None | bytes
 _topic: str
 _key: bytes
 _headers: list[tuple[str, None | bytes | str]]
 _error: _loopmend_1.Any
 _offset: int
 _partition: int
 _timestamp: tuple[int, int]
async def build_message(message: "SendableMessage", topic: str, *, correlation_id: str | None = None, partition: int | None = None, timestamp_ms: int | None = None, key: bytes | str | None = None, headers: dict[str, str] | None = None, reply_to: str = ..., serializer: Optional["SerializerProto"] = None, codec: Optional["CodecProto"] = None, id_generator: IdGenerator = ...) -> MockConfluentMessage: ...
def _build_mock_message(body: bytes, content_type: str | None, topic: str, partition: int | None = None, timestamp_ms: int | None = None, key: bytes | str | None = None, headers: dict[str, str] | None = None, correlation_id: str | None = None, reply_to: str = ..., id_generator: IdGenerator = ...) -> MockConfluentMessage: ...
def _fake_connection(*args: Any, **kwargs: Any) -> AsyncMock: ...
def _find_handler(subscribers: Iterable["LogicSubscriber[Any]"], topic: str, partition: int | None) -> Generator["LogicSubscriber[Any]", None, None]: ...
def _is_handler_matches(handler: "LogicSubscriber[Any]", topic: str, partition: int | None) -> bool: ...

=== faststream.kafka package
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, TypeAlias
from faststream._internal.parser import ParserProto
from faststream._internal.testing.app import TestApp
if TYPE_CHECKING:
 from aiokafka import ConsumerRecord
KafkaParserType: TypeAlias = ParserProto["ConsumerRecord[Any, Any]"]
try:
 from aiokafka import ConsumerRecord
 from aiokafka.structs import RecordMetadata
 from .annotations import KafkaMessage
 from .broker import KafkaBroker, KafkaPublisher, KafkaRoute, KafkaRouter
 from .response import KafkaPublishCommand, KafkaPublishMessage, KafkaResponse
 from .schemas import Topic, TopicPartition
 from .testing import TestKafkaBroker
except ImportError:
 if find_spec("aiokafka") is not None:
  ...
 from faststream.exceptions import INSTALL_FASTSTREAM_KAFKA
__all__ = ( "ConsumerRecord", "KafkaBroker", "KafkaMessage", "KafkaParserType", "KafkaPublishCommand", "KafkaPublishMessage", "KafkaPublisher", "KafkaResponse", "KafkaRoute", "KafkaRouter", "RecordMetadata", "TestApp", "TestKafkaBroker", "Topic", "TopicPartition", )

=== faststream.kafka.broker package
from .broker import KafkaBroker
from .router import KafkaPublisher, KafkaRoute, KafkaRouter
__all__ = ("KafkaBroker", "KafkaPublisher", "KafkaRoute", "KafkaRouter")

=== faststream.kafka.broker.broker
import _asyncio as _loopmend_3
import aiokafka.consumer.consumer as _loopmend_0
import aiokafka.structs as _loopmend_2
import faststream.kafka.message as _loopmend_4
import typing as _loopmend_1
import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import ( TYPE_CHECKING, Any, Literal, Optional, TypeVar, Union, overload, )
import aiokafka
import anyio
from aiokafka.partitioner import DefaultPartitioner
from aiokafka.producer.producer import _missing
from aiokafka.structs import RecordMetadata
from fast_depends import Provider, dependency_provider
from typing_extensions import override
from faststream.__about__ import SERVICE_NAME
from faststream._internal.broker import BrokerUsecase
from faststream._internal.constants import EMPTY
from faststream._internal.context.repository import ContextRepo
from faststream._internal.di import FastDependsConfig
from faststream._internal.types import IdGenerator
from faststream._internal.utils.data import filter_by_dict
from faststream.exceptions import IncorrectState
from faststream.kafka._compat import AIOKAFKA_V013, validate_client_rack
from faststream.kafka.configs import KafkaBrokerConfig
from faststream.kafka.publisher.producer import AioKafkaFastProducerImpl
from faststream.kafka.response import KafkaPublishCommand
from faststream.kafka.schemas.params import ConsumerConnectionParams
from faststream.kafka.security import parse_security
from faststream.message import gen_cor_id
from faststream.middlewares import AckPolicy
from faststream.response.publish_type import PublishType
from faststream.specification.schema import BrokerSpec
from .logging import make_kafka_logger_state
from .registrator import KafkaRegistrator
Partition = TypeVar("Partition")
if TYPE_CHECKING:
 from types import TracebackType
 from aiokafka.abc import AbstractTokenProvider
 from fast_depends.dependencies import Dependant
 from fast_depends.library.serializer import SerializerProto
 from typing_extensions import TypedDict
 from faststream._internal.basic_types import ( LoggerProto, SendableMessage, )
 from faststream._internal.configs import UnderlyingDriverAnnotations
 from faststream._internal.parser import CodecProto
 from faststream._internal.types import ( BrokerMiddleware, CustomCallable, )
 from faststream.kafka.message import KafkaMessage
 from faststream.kafka.types import KafkaSendableMessage
 from faststream.security import BaseSecurity
 from faststream.specification.schema.extra import Tag, TagDict
 class KafkaInitKwargs(TypedDict, total=False):
  request_timeout_ms: int
  retry_backoff_ms: int
  metadata_max_age_ms: int
  connections_max_idle_ms: int
  sasl_kerberos_service_name: str
  sasl_kerberos_domain_name: str | None
  sasl_oauth_token_provider: AbstractTokenProvider | None
  loop: asyncio.AbstractEventLoop | None
  client_id: str | None
  client_rack: str | None
  consumer_only: bool
  allow_auto_create_topics: bool
  acks: Literal[0, 1, -1, "all"] | object
  key_serializer: Callable[[Any], bytes] | None
  value_serializer: Callable[[Any], bytes] | None
  compression_type: Literal["gzip", "snappy", "lz4", "zstd"] | None
  max_batch_size: int
  partitioner: Callable[ [bytes, list[Any], list[Any]], Any, ]
  max_request_size: int
  linger_ms: int
  enable_idempotence: bool
  transactional_id: str | None
  transaction_timeout_ms: int
class KafkaBroker( KafkaRegistrator, BrokerUsecase[ aiokafka.ConsumerRecord[Any, Any] | tuple[aiokafka.ConsumerRecord[Any, Any], ...], Callable[..., aiokafka.AIOKafkaConsumer], KafkaBrokerConfig, ], ):
 url: list[str]
 def __init__(self, bootstrap_servers: str | Iterable[str] = ..., *, request_timeout_ms: int = ..., retry_backoff_ms: int = ..., metadata_max_age_ms: int = ..., connections_max_idle_ms: int = ..., sasl_kerberos_service_name: str = ..., sasl_kerberos_domain_name: str | None = None, sasl_oauth_token_provider: Optional["AbstractTokenProvider"] = None, loop: Optional["asyncio.AbstractEventLoop"] = None, client_id: str | None = ..., client_rack: str | None = None, consumer_only: bool = ..., allow_auto_create_topics: bool = ..., acks: Literal[0, 1, -1, "all"] | object = ..., key_serializer: Callable[[Any], bytes] | None = None, value_serializer: Callable[[Any], bytes] | None = None, compression_type: Literal["gzip", "snappy", "lz4", "zstd"] | None = None, max_batch_size: int = ..., partitioner: Callable[ [bytes, list[Partition], list[Partition]], Partition, ] = ..., max_request_size: int = ..., linger_ms: int = ..., enable_idempotence: bool = ..., transactional_id: str | None = None, transaction_timeout_ms: int = ..., graceful_timeout: float | None = ..., ack_policy: AckPolicy = ..., id_generator: IdGenerator = ..., decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, parser: Optional["CustomCallable"] = None, dependencies: Sequence["Dependant"] = ..., middlewares: Sequence["BrokerMiddleware[Any, Any]"] = ..., routers: Iterable[KafkaRegistrator] = ..., security: Optional["BaseSecurity"] = None, specification_url: str | Iterable[str] | None = None, protocol: str | None = None, protocol_version: str | None = None, description: str | None = None, tags: Iterable[Union["Tag", "TagDict"]] = ..., logger: Optional["LoggerProto"] = ..., log_level: int = ..., apply_types: bool = ..., serializer: Optional["SerializerProto"] = ..., provider: Optional["Provider"] = None, context: Optional["ContextRepo"] = None, underlying_driver_annotations: "UnderlyingDriverAnnotations | None" = None) -> None: ...
 @override
 async def _connect(self) -> Callable[..., aiokafka.AIOKafkaConsumer]: ...
 async def stop(self, exc_type: type[BaseException] | None = None, exc_val: BaseException | None = None, exc_tb: Optional["TracebackType"] = None) -> None: ...
 async def start(self) -> None: ...
 @overload
 async def publish(self, message: "SendableMessage", topic: str = ..., *, key: bytes | Any | None = None, partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, correlation_id: str | None = None, reply_to: str = ..., no_confirm: Literal[False] = ...) -> "RecordMetadata": ...
 @overload
 async def publish(self, message: "SendableMessage", topic: str = ..., *, key: bytes | Any | None = None, partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, correlation_id: str | None = None, reply_to: str = ..., no_confirm: Literal[True] = ...) -> "asyncio.Future[RecordMetadata]": ...
 @overload
 async def publish(self, message: "SendableMessage", topic: str = ..., *, key: bytes | Any | None = None, partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, correlation_id: str | None = None, reply_to: str = ..., no_confirm: bool = ...) -> asyncio.Future[RecordMetadata] | RecordMetadata: ...
 @override
 async def publish(self, message: "SendableMessage", topic: str = ..., *, key: bytes | Any | None = None, partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, correlation_id: str | None = None, reply_to: str = ..., no_confirm: bool = ...) -> asyncio.Future[RecordMetadata] | RecordMetadata: ...
 @override
 async def request(self, message: "SendableMessage", topic: str, *, key: bytes | Any | None = None, partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, correlation_id: str | None = None, timeout: float = ...) -> "KafkaMessage": ...
 @overload
 async def publish_batch(self, *messages: "KafkaSendableMessage", topic: str = ..., partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, reply_to: str = ..., correlation_id: str | None = None, no_confirm: Literal[False] = ...) -> "RecordMetadata": ...
 @overload
 async def publish_batch(self, *messages: "KafkaSendableMessage", topic: str = ..., partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, reply_to: str = ..., correlation_id: str | None = None, no_confirm: Literal[True] = ...) -> "asyncio.Future[RecordMetadata]": ...
 @overload
 async def publish_batch(self, *messages: "KafkaSendableMessage", topic: str = ..., partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, reply_to: str = ..., correlation_id: str | None = None, no_confirm: bool = ...) -> asyncio.Future[RecordMetadata] | RecordMetadata: ...
 async def publish_batch(self, *messages: "KafkaSendableMessage", topic: str = ..., partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, reply_to: str = ..., correlation_id: str | None = None, no_confirm: bool = ...) -> asyncio.Future[RecordMetadata] | RecordMetadata: ...
 @override
 async def ping(self, timeout: float | None) -> bool: ...
 _connection: None

=== faststream.kafka.broker.registrator
import faststream.kafka.publisher.usecase as _loopmend_1
import faststream.kafka.subscriber.usecase as _loopmend_0
from collections.abc import Callable, Collection, Sequence
from typing import ( TYPE_CHECKING, Any, Literal, Optional, Union, cast, overload, )
from aiokafka import ConsumerRecord
from aiokafka.coordinator.assignors.roundrobin import RoundRobinPartitionAssignor
from typing_extensions import override
from faststream._internal.broker.registrator import Registrator
from faststream._internal.constants import EMPTY
from faststream.exceptions import SetupError
from faststream.kafka.configs import KafkaBrokerConfig
from faststream.kafka.publisher.factory import create_publisher
from faststream.kafka.subscriber.factory import create_subscriber
from faststream.middlewares import AckPolicy
if TYPE_CHECKING:
 from aiokafka.abc import ConsumerRebalanceListener
 from aiokafka.coordinator.assignors.abstract import AbstractPartitionAssignor
 from fast_depends.dependencies import Dependant
 from faststream._internal.parser import CodecProto
 from faststream._internal.types import ( BrokerMiddleware, CustomCallable, )
 from faststream.kafka.publisher.usecase import ( BatchPublisher, DefaultPublisher, )
 from faststream.kafka.schemas import Topic, TopicPartition
 from faststream.kafka.subscriber.usecase import ( BatchSubscriber, ConcurrentBetweenPartitionsSubscriber, ConcurrentDefaultSubscriber, DefaultSubscriber, )
class KafkaRegistrator( Registrator[ ConsumerRecord[Any, Any] | tuple[ConsumerRecord[Any, Any], ...], KafkaBrokerConfig, ], ):
 @overload
 def subscriber(self, *topics: Union[str, "Topic"], batch: Literal[False] = ..., group_id: str | None = None, group_instance_id: str | None = None, client_rack: str | None = None, key_deserializer: Callable[[bytes], Any] | None = None, value_deserializer: Callable[[bytes], Any] | None = None, fetch_max_bytes: int = ..., fetch_min_bytes: int = ..., fetch_max_wait_ms: int = ..., max_partition_fetch_bytes: int = ..., auto_offset_reset: Literal["latest", "earliest", "none"] = ..., auto_commit_interval_ms: int = ..., check_crcs: bool = ..., partition_assignment_strategy: Sequence[type["AbstractPartitionAssignor"]] = ..., max_poll_interval_ms: int = ..., rebalance_timeout_ms: int | None = None, session_timeout_ms: int = ..., heartbeat_interval_ms: int = ..., consumer_timeout_ms: int = ..., max_poll_records: int | None = None, exclude_internal_topics: bool = ..., isolation_level: Literal[ "read_uncommitted", "read_committed" ] = ..., batch_timeout_ms: int = ..., max_records: int | None = None, listener: Optional["ConsumerRebalanceListener"] = None, pattern: str | None = None, partitions: Collection["TopicPartition"] = ..., persistent: bool = ..., dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, max_workers: None = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ...) -> "DefaultSubscriber": ...
 @overload
 def subscriber(self, *topics: Union[str, "Topic"], batch: Literal[True] = ..., group_id: str | None = None, group_instance_id: str | None = None, client_rack: str | None = None, key_deserializer: Callable[[bytes], Any] | None = None, value_deserializer: Callable[[bytes], Any] | None = None, fetch_max_bytes: int = ..., fetch_min_bytes: int = ..., fetch_max_wait_ms: int = ..., max_partition_fetch_bytes: int = ..., auto_offset_reset: Literal["latest", "earliest", "none"] = ..., auto_commit_interval_ms: int = ..., check_crcs: bool = ..., partition_assignment_strategy: Sequence[type["AbstractPartitionAssignor"]] = ..., max_poll_interval_ms: int = ..., rebalance_timeout_ms: int | None = None, session_timeout_ms: int = ..., heartbeat_interval_ms: int = ..., consumer_timeout_ms: int = ..., max_poll_records: int | None = None, exclude_internal_topics: bool = ..., isolation_level: Literal[ "read_uncommitted", "read_committed" ] = ..., batch_timeout_ms: int = ..., max_records: int | None = None, listener: Optional["ConsumerRebalanceListener"] = None, pattern: str | None = None, partitions: Collection["TopicPartition"] = ..., persistent: bool = ..., dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, max_workers: None = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ...) -> "BatchSubscriber": ...
 @overload
 def subscriber(self, *topics: Union[str, "Topic"], batch: Literal[False] = ..., group_id: None = None, group_instance_id: str | None = None, client_rack: str | None = None, key_deserializer: Callable[[bytes], Any] | None = None, value_deserializer: Callable[[bytes], Any] | None = None, fetch_max_bytes: int = ..., fetch_min_bytes: int = ..., fetch_max_wait_ms: int = ..., max_partition_fetch_bytes: int = ..., auto_offset_reset: Literal["latest", "earliest", "none"] = ..., auto_commit_interval_ms: int = ..., check_crcs: bool = ..., partition_assignment_strategy: Sequence[type["AbstractPartitionAssignor"]] = ..., max_poll_interval_ms: int = ..., rebalance_timeout_ms: int | None = None, session_timeout_ms: int = ..., heartbeat_interval_ms: int = ..., consumer_timeout_ms: int = ..., max_poll_records: int | None = None, exclude_internal_topics: bool = ..., isolation_level: Literal[ "read_uncommitted", "read_committed" ] = ..., batch_timeout_ms: int = ..., max_records: int | None = None, listener: Optional["ConsumerRebalanceListener"] = None, pattern: str | None = None, partitions: Collection["TopicPartition"] = ..., persistent: bool = ..., dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, max_workers: int = ..., ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ...) -> "ConcurrentDefaultSubscriber": ...
 @overload
 def subscriber(self, *topics: Union[str, "Topic"], batch: Literal[False] = ..., group_id: str = ..., group_instance_id: str | None = None, client_rack: str | None = None, key_deserializer: Callable[[bytes], Any] | None = None, value_deserializer: Callable[[bytes], Any] | None = None, fetch_max_bytes: int = ..., fetch_min_bytes: int = ..., fetch_max_wait_ms: int = ..., max_partition_fetch_bytes: int = ..., auto_offset_reset: Literal["latest", "earliest", "none"] = ..., auto_commit_interval_ms: int = ..., check_crcs: bool = ..., partition_assignment_strategy: Sequence[type["AbstractPartitionAssignor"]] = ..., max_poll_interval_ms: int = ..., rebalance_timeout_ms: int | None = None, session_timeout_ms: int = ..., heartbeat_interval_ms: int = ..., consumer_timeout_ms: int = ..., max_poll_records: int | None = None, exclude_internal_topics: bool = ..., isolation_level: Literal[ "read_uncommitted", "read_committed" ] = ..., batch_timeout_ms: int = ..., max_records: int | None = None, listener: Optional["ConsumerRebalanceListener"] = None, pattern: str | None = None, partitions: Collection["TopicPartition"] = ..., persistent: bool = ..., dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, max_workers: int = ..., ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ...) -> "ConcurrentBetweenPartitionsSubscriber": ...
 @overload
 def subscriber(self, *topics: Union[str, "Topic"], batch: bool = ..., group_id: str | None = None, group_instance_id: str | None = None, client_rack: str | None = None, key_deserializer: Callable[[bytes], Any] | None = None, value_deserializer: Callable[[bytes], Any] | None = None, fetch_max_bytes: int = ..., fetch_min_bytes: int = ..., fetch_max_wait_ms: int = ..., max_partition_fetch_bytes: int = ..., auto_offset_reset: Literal["latest", "earliest", "none"] = ..., auto_commit_interval_ms: int = ..., check_crcs: bool = ..., partition_assignment_strategy: Sequence[type["AbstractPartitionAssignor"]] = ..., max_poll_interval_ms: int = ..., rebalance_timeout_ms: int | None = None, session_timeout_ms: int = ..., heartbeat_interval_ms: int = ..., consumer_timeout_ms: int = ..., max_poll_records: int | None = None, exclude_internal_topics: bool = ..., isolation_level: Literal[ "read_uncommitted", "read_committed" ] = ..., batch_timeout_ms: int = ..., max_records: int | None = None, listener: Optional["ConsumerRebalanceListener"] = None, pattern: str | None = None, partitions: Collection["TopicPartition"] = ..., persistent: bool = ..., dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, max_workers: int | None = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ...) -> Union[ "DefaultSubscriber", "BatchSubscriber", "ConcurrentDefaultSubscriber", "ConcurrentBetweenPartitionsSubscriber", ]: ...
 @override
 def subscriber(self, *topics: Union[str, "Topic"], batch: bool = ..., group_id: str | None = None, group_instance_id: str | None = None, client_rack: str | None = None, key_deserializer: Callable[[bytes], Any] | None = None, value_deserializer: Callable[[bytes], Any] | None = None, fetch_max_bytes: int = ..., fetch_min_bytes: int = ..., fetch_max_wait_ms: int = ..., max_partition_fetch_bytes: int = ..., auto_offset_reset: Literal["latest", "earliest", "none"] = ..., auto_commit_interval_ms: int = ..., check_crcs: bool = ..., partition_assignment_strategy: Sequence[type["AbstractPartitionAssignor"]] = ..., max_poll_interval_ms: int = ..., rebalance_timeout_ms: int | None = None, session_timeout_ms: int = ..., heartbeat_interval_ms: int = ..., consumer_timeout_ms: int = ..., max_poll_records: int | None = None, exclude_internal_topics: bool = ..., isolation_level: Literal[ "read_uncommitted", "read_committed" ] = ..., batch_timeout_ms: int = ..., max_records: int | None = None, listener: Optional["ConsumerRebalanceListener"] = None, pattern: str | None = None, partitions: Collection["TopicPartition"] = ..., persistent: bool = ..., dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, max_workers: int | None = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ...) -> Union[ "DefaultSubscriber", "BatchSubscriber", "ConcurrentDefaultSubscriber", "ConcurrentBetweenPartitionsSubscriber", ]: ...
 @overload
 def publisher(self, topic: Union[str, "Topic"], *, key: bytes | Any | None = None, partition: int | None = None, headers: dict[str, str] | None = None, reply_to: str = ..., batch: Literal[False] = ..., persistent: bool = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ..., autoflush: bool = ...) -> "DefaultPublisher": ...
 @overload
 def publisher(self, topic: Union[str, "Topic"], *, key: bytes | Any | None = None, partition: int | None = None, headers: dict[str, str] | None = None, reply_to: str = ..., batch: Literal[True] = ..., persistent: bool = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ..., autoflush: bool = ...) -> "BatchPublisher": ...
 @overload
 def publisher(self, topic: Union[str, "Topic"], *, key: bytes | Any | None = None, partition: int | None = None, headers: dict[str, str] | None = None, reply_to: str = ..., batch: bool = ..., persistent: bool = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ..., autoflush: bool = ...) -> Union[ "BatchPublisher", "DefaultPublisher", ]: ...
 @override
 def publisher(self, topic: Union[str, "Topic"], *, key: bytes | Any | None = None, partition: int | None = None, headers: dict[str, str] | None = None, reply_to: str = ..., batch: bool = ..., persistent: bool = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ..., autoflush: bool = ...) -> Union[ "BatchPublisher", "DefaultPublisher", ]: ...
 @override
 def include_router(self, router: "KafkaRegistrator", *, prefix: str = ..., dependencies: Sequence["Dependant"] = ..., middlewares: Sequence["BrokerMiddleware[Any, Any]"] = ..., include_in_schema: bool | None = None) -> None: ...

=== faststream.kafka.broker.router
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import ( TYPE_CHECKING, Any, Literal, Optional, Union, )
from aiokafka.coordinator.assignors.roundrobin import RoundRobinPartitionAssignor
from faststream._internal.broker.router import ( ArgsContainer, BrokerRouter, SubscriberRoute, )
from faststream._internal.constants import EMPTY
from faststream.kafka.broker.registrator import KafkaRegistrator
from faststream.kafka.configs import KafkaBrokerConfig
from faststream.middlewares import AckPolicy
if TYPE_CHECKING:
 from aiokafka import ConsumerRecord
 from aiokafka.abc import ConsumerRebalanceListener
 from aiokafka.coordinator.assignors.abstract import AbstractPartitionAssignor
 from fast_depends.dependencies import Dependant
 from faststream._internal.basic_types import SendableMessage
 from faststream._internal.configs import UnderlyingDriverAnnotations
 from faststream._internal.parser import CodecProto
 from faststream._internal.types import ( BrokerMiddleware, CustomCallable, )
 from faststream.kafka.schemas import Topic, TopicPartition
class KafkaPublisher(ArgsContainer):
 def __init__(self, topic: Union[str, "Topic"], *, key: bytes | Any | None = None, partition: int | None = None, headers: dict[str, str] | None = None, reply_to: str = ..., batch: bool = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ..., persistent: bool = ..., autoflush: bool = ...) -> None: ...
class KafkaRoute(SubscriberRoute):
 def __init__(self, call: Callable[..., "SendableMessage"] | Callable[..., Awaitable["SendableMessage"]], *topics: Union[str, "Topic"], publishers: Iterable[KafkaPublisher] = ..., batch: bool = ..., group_id: str | None = None, group_instance_id: str | None = None, client_rack: str | None = None, key_deserializer: Callable[[bytes], Any] | None = None, value_deserializer: Callable[[bytes], Any] | None = None, fetch_max_bytes: int = ..., fetch_min_bytes: int = ..., fetch_max_wait_ms: int = ..., max_partition_fetch_bytes: int = ..., auto_offset_reset: Literal["latest", "earliest", "none"] = ..., auto_commit_interval_ms: int = ..., check_crcs: bool = ..., partition_assignment_strategy: Sequence[type["AbstractPartitionAssignor"]] = ..., max_poll_interval_ms: int = ..., rebalance_timeout_ms: int | None = None, session_timeout_ms: int = ..., heartbeat_interval_ms: int = ..., consumer_timeout_ms: int = ..., max_poll_records: int | None = None, exclude_internal_topics: bool = ..., isolation_level: Literal[ "read_uncommitted", "read_committed" ] = ..., batch_timeout_ms: int = ..., max_records: int | None = None, listener: Optional["ConsumerRebalanceListener"] = None, pattern: str | None = None, partitions: Iterable["TopicPartition"] | None = ..., dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., max_workers: int | None = None, persistent: bool = ..., codec: Optional["CodecProto"] = None) -> None: ...
class KafkaRouter( KafkaRegistrator, BrokerRouter[ Union[ "ConsumerRecord[Any, Any]", tuple["ConsumerRecord[Any, Any]", ...], ], KafkaBrokerConfig, ], ):
 def __init__(self, prefix: str = ..., handlers: Iterable[KafkaRoute] = ..., *, dependencies: Sequence["Dependant"] = ..., middlewares: Sequence["BrokerMiddleware[Any, Any]"] = ..., routers: Iterable[KafkaRegistrator] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, include_in_schema: bool | None = None, ack_policy: "AckPolicy" = ..., underlying_driver_annotations: "UnderlyingDriverAnnotations | None" = None) -> None: ...

=== faststream.kafka.configs package
from .broker import KafkaBrokerConfig
__all__ = ("KafkaBrokerConfig",)

=== faststream.kafka.configs.broker
import aiokafka.admin.client as _loopmend_1
import typing as _loopmend_0
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from types import MappingProxyType
from typing import Any
import aiokafka
from faststream.__about__ import SERVICE_NAME
from faststream._internal.configs import ( BrokerConfig, UnderlyingDriverAnnotation, UnderlyingDriverAnnotations, )
from faststream._internal.parser import DefaultCodec
from faststream._internal.utils.data import filter_by_dict
from faststream.kafka.helpers import AdminService
from faststream.kafka.publisher.producer import ( AioKafkaFastProducer, FakeAioKafkaFastProducer, )
from faststream.kafka.schemas.params import ConsumerConnectionParams
def _context_annotations_factory() -> UnderlyingDriverAnnotations: ...
@dataclass(kw_only=True)
class KafkaBrokerConfig(BrokerConfig):
 producer: "AioKafkaFastProducer" = field(default_factory=FakeAioKafkaFastProducer)
 builder: Callable[..., aiokafka.AIOKafkaConsumer] = ...
 client_id: str | None = SERVICE_NAME
 client_rack: str | None = None
 consumer_only: bool = False
 allow_auto_create_topics: bool = True
 admin: AdminService = field(default_factory=AdminService)
 default_driver_annotations: UnderlyingDriverAnnotations = field( default_factory=_context_annotations_factory, )
 @property
 def admin_client(self) -> "aiokafka.admin.client.AIOKafkaAdminClient": ...
 async def connect(self, **connection_kwargs: Any) -> "None": ...
 async def disconnect(self) -> "None": ...

=== faststream.kafka.fastapi package
import warnings
from typing import Annotated
from faststream._internal.fastapi.context import Context, ContextRepo, Logger
from faststream.kafka.broker import KafkaBroker as KB
from faststream.kafka.message import KafkaMessage as KM
from faststream.kafka.publisher.producer import AioKafkaFastProducer
from .fastapi import KafkaRouter
__all__ = ( "Context", "ContextRepo", "KafkaBroker", "KafkaMessage", "KafkaProducer", "KafkaRouter", "Logger", )
KafkaMessage = Annotated[KM, Context("message")]
KafkaBroker = Annotated[KB, Context("broker")]
KafkaProducer = Annotated[AioKafkaFastProducer, Context("broker._producer")]

=== faststream.kafka.fastapi.fastapi
import faststream.kafka.publisher.usecase as _loopmend_1
import faststream.kafka.subscriber.usecase as _loopmend_0
import logging
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import ( TYPE_CHECKING, Any, Literal, Optional, TypeVar, Union, cast, overload, )
from aiokafka import ConsumerRecord
from aiokafka.coordinator.assignors.roundrobin import RoundRobinPartitionAssignor
from aiokafka.partitioner import DefaultPartitioner
from aiokafka.producer.producer import _missing
from fastapi.datastructures import Default
from fastapi.routing import APIRoute
from fastapi.utils import generate_unique_id
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute
from typing_extensions import override
from faststream.__about__ import SERVICE_NAME
from faststream._internal.constants import EMPTY
from faststream._internal.context import ContextRepo
from faststream._internal.fastapi.router import StreamRouter
from faststream._internal.types import IdGenerator
from faststream.kafka.broker.broker import KafkaBroker as KB
from faststream.message import gen_cor_id
from faststream.middlewares import AckPolicy
if TYPE_CHECKING:
 from asyncio import AbstractEventLoop
 from enum import Enum
 from aiokafka.abc import AbstractTokenProvider, ConsumerRebalanceListener
 from aiokafka.coordinator.assignors.abstract import AbstractPartitionAssignor
 from fastapi import params
 from fastapi.types import IncEx
 from starlette.types import ASGIApp, Lifespan
 from faststream._internal.basic_types import LoggerProto
 from faststream._internal.types import ( BrokerMiddleware, CustomCallable, )
 from faststream.kafka.publisher.usecase import ( BatchPublisher, DefaultPublisher, )
 from faststream.kafka.schemas import Topic, TopicPartition
 from faststream.kafka.subscriber.usecase import ( BatchSubscriber, ConcurrentBetweenPartitionsSubscriber, ConcurrentDefaultSubscriber, DefaultSubscriber, )
 from faststream.security import BaseSecurity
 from faststream.specification.base import SpecificationFactory
 from faststream.specification.schema.extra import Tag, TagDict
Partition = TypeVar("Partition")
class KafkaRouter( StreamRouter[ConsumerRecord[Any, Any] | tuple[ConsumerRecord[Any, Any], ...]] ):
 broker_class = KB
 broker: KB
 def __init__(self, bootstrap_servers: str | Iterable[str] = ..., *, request_timeout_ms: int = ..., retry_backoff_ms: int = ..., metadata_max_age_ms: int = ..., connections_max_idle_ms: int = ..., sasl_kerberos_service_name: str = ..., sasl_kerberos_domain_name: str | None = None, sasl_oauth_token_provider: Optional["AbstractTokenProvider"] = None, loop: Optional["AbstractEventLoop"] = None, client_id: str | None = ..., allow_auto_create_topics: bool = ..., acks: Literal[0, 1, -1, "all"] | object = ..., key_serializer: Callable[[Any], bytes] | None = None, value_serializer: Callable[[Any], bytes] | None = None, compression_type: Literal["gzip", "snappy", "lz4", "zstd"] | None = None, max_batch_size: int = ..., partitioner: Callable[ [bytes, list[Partition], list[Partition]], Partition, ] = ..., max_request_size: int = ..., linger_ms: int = ..., enable_idempotence: bool = ..., transactional_id: str | None = None, transaction_timeout_ms: int = ..., graceful_timeout: float | None = ..., id_generator: IdGenerator = ..., decoder: Optional["CustomCallable"] = None, parser: Optional["CustomCallable"] = None, middlewares: Sequence["BrokerMiddleware[Any, Any]"] = ..., specification: Optional["SpecificationFactory"] = None, security: Optional["BaseSecurity"] = None, specification_url: str | None = None, protocol: str | None = None, protocol_version: str | None = None, description: str | None = None, specification_tags: Iterable[Union["Tag", "TagDict"]] = ..., logger: Optional["LoggerProto"] = ..., log_level: int = ..., setup_state: bool = ..., schema_url: str | None = ..., context: ContextRepo | None = None, prefix: str = ..., tags: list[Union[str, "Enum"]] | None = None, dependencies: Sequence["params.Depends"] | None = None, default_response_class: type["Response"] = ..., responses: dict[int | str, dict[str, Any]] | None = None, callbacks: list[BaseRoute] | None = None, routes: list[BaseRoute] | None = None, redirect_slashes: bool = ..., default: Optional["ASGIApp"] = None, dependency_overrides_provider: Any | None = None, route_class: type["APIRoute"] = ..., on_startup: Sequence[Callable[[], Any]] | None = None, on_shutdown: Sequence[Callable[[], Any]] | None = None, lifespan: Optional["Lifespan[Any]"] = None, deprecated: bool | None = None, include_in_schema: bool = ..., generate_unique_id_function: Callable[["APIRoute"], str] = ...) -> None: ...
 @overload
 def subscriber(self, *topics: Union[str, "Topic"], batch: Literal[False] = ..., group_id: str | None = None, group_instance_id: str | None = None, client_rack: str | None = None, key_deserializer: Callable[[bytes], Any] | None = None, value_deserializer: Callable[[bytes], Any] | None = None, fetch_max_bytes: int = ..., fetch_min_bytes: int = ..., fetch_max_wait_ms: int = ..., max_partition_fetch_bytes: int = ..., auto_offset_reset: Literal["latest", "earliest", "none"] = ..., auto_commit_interval_ms: int = ..., check_crcs: bool = ..., partition_assignment_strategy: Sequence[type["AbstractPartitionAssignor"]] = ..., max_poll_interval_ms: int = ..., rebalance_timeout_ms: int | None = None, session_timeout_ms: int = ..., heartbeat_interval_ms: int = ..., consumer_timeout_ms: int = ..., max_poll_records: int | None = None, exclude_internal_topics: bool = ..., isolation_level: Literal[ "read_uncommitted", "read_committed" ] = ..., batch_timeout_ms: int = ..., max_records: int | None = None, listener: Optional["ConsumerRebalanceListener"] = None, pattern: str | None = None, partitions: Collection["TopicPartition"] = ..., dependencies: Iterable["params.Depends"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, max_workers: None = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., response_model: Any = ..., response_model_include: Optional["IncEx"] = None, response_model_exclude: Optional["IncEx"] = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ...) -> "DefaultSubscriber": ...
 @overload
 def subscriber(self, *topics: Union[str, "Topic"], batch: Literal[True] = ..., group_id: str | None = None, group_instance_id: str | None = None, client_rack: str | None = None, key_deserializer: Callable[[bytes], Any] | None = None, value_deserializer: Callable[[bytes], Any] | None = None, fetch_max_bytes: int = ..., fetch_min_bytes: int = ..., fetch_max_wait_ms: int = ..., max_partition_fetch_bytes: int = ..., auto_offset_reset: Literal["latest", "earliest", "none"] = ..., auto_commit_interval_ms: int = ..., check_crcs: bool = ..., partition_assignment_strategy: Sequence[type["AbstractPartitionAssignor"]] = ..., max_poll_interval_ms: int = ..., rebalance_timeout_ms: int | None = None, session_timeout_ms: int = ..., heartbeat_interval_ms: int = ..., consumer_timeout_ms: int = ..., max_poll_records: int | None = None, exclude_internal_topics: bool = ..., isolation_level: Literal[ "read_uncommitted", "read_committed" ] = ..., batch_timeout_ms: int = ..., max_records: int | None = None, listener: Optional["ConsumerRebalanceListener"] = None, pattern: str | None = None, partitions: Collection["TopicPartition"] = ..., dependencies: Iterable["params.Depends"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, max_workers: None = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., response_model: Any = ..., response_model_include: Optional["IncEx"] = None, response_model_exclude: Optional["IncEx"] = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ...) -> "BatchSubscriber": ...
 @overload
 def subscriber(self, *topics: Union[str, "Topic"], batch: Literal[False] = ..., group_id: None = None, group_instance_id: str | None = None, client_rack: str | None = None, key_deserializer: Callable[[bytes], Any] | None = None, value_deserializer: Callable[[bytes], Any] | None = None, fetch_max_bytes: int = ..., fetch_min_bytes: int = ..., fetch_max_wait_ms: int = ..., max_partition_fetch_bytes: int = ..., auto_offset_reset: Literal["latest", "earliest", "none"] = ..., auto_commit_interval_ms: int = ..., check_crcs: bool = ..., partition_assignment_strategy: Sequence[type["AbstractPartitionAssignor"]] = ..., max_poll_interval_ms: int = ..., rebalance_timeout_ms: int | None = None, session_timeout_ms: int = ..., heartbeat_interval_ms: int = ..., consumer_timeout_ms: int = ..., max_poll_records: int | None = None, exclude_internal_topics: bool = ..., isolation_level: Literal[ "read_uncommitted", "read_committed" ] = ..., batch_timeout_ms: int = ..., max_records: int | None = None, listener: Optional["ConsumerRebalanceListener"] = None, pattern: str | None = None, partitions: Collection["TopicPartition"] = ..., dependencies: Iterable["params.Depends"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, max_workers: int = ..., ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., response_model: Any = ..., response_model_include: Optional["IncEx"] = None, response_model_exclude: Optional["IncEx"] = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ...) -> "ConcurrentDefaultSubscriber": ...
 @overload
 def subscriber(self, *topics: Union[str, "Topic"], batch: Literal[False] = ..., group_id: str = ..., group_instance_id: str | None = None, client_rack: str | None = None, key_deserializer: Callable[[bytes], Any] | None = None, value_deserializer: Callable[[bytes], Any] | None = None, fetch_max_bytes: int = ..., fetch_min_bytes: int = ..., fetch_max_wait_ms: int = ..., max_partition_fetch_bytes: int = ..., auto_offset_reset: Literal["latest", "earliest", "none"] = ..., auto_commit_interval_ms: int = ..., check_crcs: bool = ..., partition_assignment_strategy: Sequence[type["AbstractPartitionAssignor"]] = ..., max_poll_interval_ms: int = ..., rebalance_timeout_ms: int | None = None, session_timeout_ms: int = ..., heartbeat_interval_ms: int = ..., consumer_timeout_ms: int = ..., max_poll_records: int | None = None, exclude_internal_topics: bool = ..., isolation_level: Literal[ "read_uncommitted", "read_committed" ] = ..., batch_timeout_ms: int = ..., max_records: int | None = None, listener: Optional["ConsumerRebalanceListener"] = None, pattern: str | None = None, partitions: Collection["TopicPartition"] = ..., dependencies: Iterable["params.Depends"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, max_workers: int = ..., ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., response_model: Any = ..., response_model_include: Optional["IncEx"] = None, response_model_exclude: Optional["IncEx"] = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ...) -> "ConcurrentBetweenPartitionsSubscriber": ...
 @overload
 def subscriber(self, *topics: Union[str, "Topic"], batch: bool = ..., group_id: str | None = None, group_instance_id: str | None = None, client_rack: str | None = None, key_deserializer: Callable[[bytes], Any] | None = None, value_deserializer: Callable[[bytes], Any] | None = None, fetch_max_bytes: int = ..., fetch_min_bytes: int = ..., fetch_max_wait_ms: int = ..., max_partition_fetch_bytes: int = ..., auto_offset_reset: Literal["latest", "earliest", "none"] = ..., auto_commit_interval_ms: int = ..., check_crcs: bool = ..., partition_assignment_strategy: Sequence[type["AbstractPartitionAssignor"]] = ..., max_poll_interval_ms: int = ..., rebalance_timeout_ms: int | None = None, session_timeout_ms: int = ..., heartbeat_interval_ms: int = ..., consumer_timeout_ms: int = ..., max_poll_records: int | None = None, exclude_internal_topics: bool = ..., isolation_level: Literal[ "read_uncommitted", "read_committed" ] = ..., batch_timeout_ms: int = ..., max_records: int | None = None, listener: Optional["ConsumerRebalanceListener"] = None, pattern: str | None = None, partitions: Collection["TopicPartition"] = ..., dependencies: Iterable["params.Depends"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, max_workers: int | None = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., response_model: Any = ..., response_model_include: Optional["IncEx"] = None, response_model_exclude: Optional["IncEx"] = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ...) -> Union[ "DefaultSubscriber", "BatchSubscriber", "ConcurrentDefaultSubscriber", "ConcurrentBetweenPartitionsSubscriber", ]: ...
 @override
 def subscriber(self, *topics: Union[str, "Topic"], batch: bool = ..., group_id: str | None = None, group_instance_id: str | None = None, client_rack: str | None = None, key_deserializer: Callable[[bytes], Any] | None = None, value_deserializer: Callable[[bytes], Any] | None = None, fetch_max_bytes: int = ..., fetch_min_bytes: int = ..., fetch_max_wait_ms: int = ..., max_partition_fetch_bytes: int = ..., auto_offset_reset: Literal["latest", "earliest", "none"] = ..., auto_commit_interval_ms: int = ..., check_crcs: bool = ..., partition_assignment_strategy: Sequence[type["AbstractPartitionAssignor"]] = ..., max_poll_interval_ms: int = ..., rebalance_timeout_ms: int | None = None, session_timeout_ms: int = ..., heartbeat_interval_ms: int = ..., consumer_timeout_ms: int = ..., max_poll_records: int | None = None, exclude_internal_topics: bool = ..., isolation_level: Literal[ "read_uncommitted", "read_committed" ] = ..., batch_timeout_ms: int = ..., max_records: int | None = None, listener: Optional["ConsumerRebalanceListener"] = None, pattern: str | None = None, partitions: Collection["TopicPartition"] = ..., dependencies: Iterable["params.Depends"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, max_workers: int | None = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., response_model: Any = ..., response_model_include: Optional["IncEx"] = None, response_model_exclude: Optional["IncEx"] = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ...) -> Union[ "DefaultSubscriber", "BatchSubscriber", "ConcurrentDefaultSubscriber", "ConcurrentBetweenPartitionsSubscriber", ]: ...
 @overload
 def publisher(self, topic: Union[str, "Topic"], *, key: bytes | Any | None = None, partition: int | None = None, headers: dict[str, str] | None = None, reply_to: str = ..., batch: Literal[False] = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ..., autoflush: bool = ...) -> "DefaultPublisher": ...
 @overload
 def publisher(self, topic: Union[str, "Topic"], *, key: bytes | Any | None = None, partition: int | None = None, headers: dict[str, str] | None = None, reply_to: str = ..., batch: Literal[True] = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ..., autoflush: bool = ...) -> "BatchPublisher": ...
 @overload
 def publisher(self, topic: Union[str, "Topic"], *, key: bytes | Any | None = None, partition: int | None = None, headers: dict[str, str] | None = None, reply_to: str = ..., batch: bool = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ..., autoflush: bool = ...) -> Union[ "BatchPublisher", "DefaultPublisher", ]: ...
 @override
 def publisher(self, topic: Union[str, "Topic"], *, key: bytes | Any | None = None, partition: int | None = None, headers: dict[str, str] | None = None, reply_to: str = ..., batch: bool = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ..., autoflush: bool = ...) -> Union[ "BatchPublisher", "DefaultPublisher", ]: ...

=== faststream.kafka.helpers package
from .admin import AdminService, CreateResult
from .rebalance_listener import make_logging_listener
__all__ = ("AdminService", "CreateResult", "make_logging_listener")

=== faststream.kafka.helpers.admin
import aiokafka.admin.client as _loopmend_0
import faststream.kafka.helpers.admin as _loopmend_1
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
import aiokafka.admin
from aiokafka.errors import TopicAlreadyExistsError, for_code
from faststream._internal.utils.data import filter_by_dict
from faststream.exceptions import IncorrectState
from faststream.kafka.schemas.params import AdminClientConnectionParams
if TYPE_CHECKING:
 from aiokafka.admin.client import AIOKafkaAdminClient
 from faststream.kafka.schemas import Topic
@dataclass(slots=True)
class CreateResult:
 topic: str
 error: Exception | None
class AdminService:
 __slots__: tuple[str]
 def __init__(self) -> None: ...
 async def connect(self, **connection_kwargs: Any) -> None: ...
 async def disconnect(self) -> None: ...
 @property
 def client(self) -> "AIOKafkaAdminClient": ...
 async def create_topics(self, topics: list["Topic"]) -> list[CreateResult]: ...
 admin_client: AIOKafkaAdminClient | None

=== faststream.kafka.helpers.rebalance_listener
import aiokafka.abc as _loopmend_0
import aiokafka.consumer.consumer as _loopmend_1
import faststream._internal.basic_types as _loopmend_2
import faststream.kafka.helpers.rebalance_listener as _loopmend_3
import asyncio
import logging
from typing import TYPE_CHECKING, Any, Optional
from aiokafka import ConsumerRebalanceListener
from faststream._internal.utils.functions import call_or_await
if TYPE_CHECKING:
 from aiokafka import AIOKafkaConsumer, TopicPartition
 from faststream._internal.basic_types import LoggerProto
def make_logging_listener(*, consumer: "AIOKafkaConsumer", logger: Optional["LoggerProto"], log_extra: dict[str, Any], listener: Optional["ConsumerRebalanceListener"]) -> Optional["ConsumerRebalanceListener"]: ...
class _LoggingListener(ConsumerRebalanceListener):
 _log_unassigned_consumer_delay_seconds: int
 _log_unassigned_consumer_task: asyncio.Task[None] | None
 def __init__(self, *, consumer: "AIOKafkaConsumer", logger: "LoggerProto", log_extra: dict[str, Any]) -> None: ...
 async def on_partitions_revoked(self, revoked: set["TopicPartition"]) -> None: ...
 async def log_unassigned_consumer(self) -> None: ...
 async def on_partitions_assigned(self, assigned: set["TopicPartition"]) -> None: ...
 consumer: _loopmend_1.AIOKafkaConsumer
 logger: _loopmend_2.LoggerProto
 log_extra: dict
class _LoggingListenerFacade(ConsumerRebalanceListener):
 def __init__(self, *, logging_listener: _LoggingListener, listener: ConsumerRebalanceListener) -> None: ...
 async def on_partitions_revoked(self, revoked: set["TopicPartition"]) -> None: ...
 async def on_partitions_assigned(self, assigned: set["TopicPartition"]) -> None: ...
 listener: _loopmend_0.ConsumerRebalanceListener
 logging_listener: _loopmend_3._LoggingListener

=== faststream.kafka.message
import faststream.kafka.message as _loopmend_0
import faststream.message.message as _loopmend_1
from typing import Any, Protocol, Union
from aiokafka import ( AIOKafkaConsumer, ConsumerRecord, TopicPartition as AIOKafkaTopicPartition, )
from faststream.message import AckStatus, StreamMessage
class ConsumerProtocol(Protocol):
 async def commit(self) -> None: ...
 def seek(self, partition: AIOKafkaTopicPartition, offset: int) -> None: ...
class FakeConsumer:
 async def commit(self) -> None: ...
 def seek(self, partition: AIOKafkaTopicPartition, offset: int) -> None: ...
FAKE_CONSUMER: _loopmend_0.FakeConsumer
class KafkaRawMessage(ConsumerRecord[Any, Any]):
 consumer: AIOKafkaConsumer
class KafkaMessage( StreamMessage[ Union[ "ConsumerRecord[Any, Any]", tuple["ConsumerRecord[Any, Any]", ...], ] ], ):
 def __init__(self, *args: Any, consumer: ConsumerProtocol, **kwargs: Any) -> None: ...
 consumer: _loopmend_0.ConsumerProtocol
 committed: _loopmend_1.AckStatus
class KafkaAckableMessage(KafkaMessage):
 def __init__(self, *args: Any, **kwargs: Any) -> None: ...
 async def ack(self) -> None: ...
 async def reject(self) -> None: ...
 async def nack(self) -> None: ...
 committed: None

=== faststream.kafka.parser
import aiokafka.structs as _loopmend_1
import faststream.kafka.message as _loopmend_3
import faststream.message.message as _loopmend_0
import re as _loopmend_4
import typing as _loopmend_2
from typing import TYPE_CHECKING, Any, Optional, Union, cast
from faststream._internal.utils.path import match_path
from faststream.kafka.message import ( FAKE_CONSUMER, ConsumerProtocol, KafkaMessage, KafkaRawMessage, )
from faststream.message import decode_message
if TYPE_CHECKING:
 from re import Pattern
 from aiokafka import ConsumerRecord
 from faststream._internal.basic_types import DecodedMessage
 from faststream.message import StreamMessage
class AioKafkaParser:
 __slots__: tuple[str, str, str]
 def __init__(self, msg_class: type[KafkaMessage], regex: Optional["Pattern[str]"]) -> None: ...
 def _setup(self, consumer: ConsumerProtocol) -> None: ...
 async def parse_message(self, message: Union["ConsumerRecord", "KafkaRawMessage"]) -> "StreamMessage[ConsumerRecord]": ...
 async def decode_message(self, msg: "StreamMessage[ConsumerRecord]") -> "DecodedMessage": ...
 _consumer: ConsumerProtocol
 msg_class: type[_loopmend_3.KafkaMessage]
 regex: None | _loopmend_4.Pattern[str]
class AioKafkaBatchParser(AioKafkaParser):
 __slots__: tuple[()]
 async def parse_batch(self, message: tuple["ConsumerRecord", ...]) -> "StreamMessage[tuple[ConsumerRecord, ...]]": ...
 async def decode_batch(self, msg: "StreamMessage[tuple[ConsumerRecord, ...]]") -> "DecodedMessage": ...

=== faststream.kafka.publisher package
from .usecase import BatchPublisher, DefaultPublisher
__all__ = ( "BatchPublisher", "DefaultPublisher", )

=== faststream.kafka.publisher.factory
import faststream.kafka.publisher.usecase as _loopmend_0
from functools import wraps
from typing import ( TYPE_CHECKING, Any, Union, )
from faststream.kafka.schemas import Topic
from .config import KafkaPublisherConfig, KafkaPublisherSpecificationConfig
from .specification import KafkaPublisherSpecification
from .usecase import BatchPublisher, DefaultPublisher
if TYPE_CHECKING:
 from collections.abc import Awaitable, Callable
 from faststream.kafka.configs import KafkaBrokerConfig
def create_publisher(*, autoflush: bool, batch: bool, key: bytes | None, topic: Union[str, "Topic"], partition: int | None, headers: dict[str, str] | None, reply_to: str, config: "KafkaBrokerConfig", schema_: Any | None, title_: str | None, description_: str | None, include_in_schema: bool) -> BatchPublisher | DefaultPublisher: ...

=== faststream.kafka.publisher.producer
import _asyncio as _loopmend_0
import aiokafka.structs as _loopmend_1
import faststream._internal.endpoint.utils as _loopmend_2
from abc import abstractmethod
from typing import TYPE_CHECKING, Any, Optional, Union
from typing_extensions import override
from faststream._internal.endpoint.utils import ParserComposition
from faststream._internal.parser import BatchCodecProto, DefaultCodec
from faststream._internal.producer import ProducerProto
from faststream.exceptions import FeatureNotSupportedException
from faststream.kafka.exceptions import BatchBufferOverflowException
from faststream.kafka.message import KafkaMessage
from faststream.kafka.parser import AioKafkaParser
from faststream.kafka.response import KafkaPublishCommand
from .state import EmptyProducerState, ProducerState, RealProducer
if TYPE_CHECKING:
 import asyncio
 from aiokafka import AIOKafkaProducer
 from aiokafka.structs import RecordMetadata
 from fast_depends.library.serializer import SerializerProto
 from faststream._internal.parser import CodecProto
 from faststream._internal.types import CustomCallable
class AioKafkaFastProducer(ProducerProto[KafkaPublishCommand]):
 __slots__: tuple[()]
 async def connect(self, producer: "AIOKafkaProducer", serializer: Optional["SerializerProto"], codec: Optional["CodecProto"] = None) -> None: ...
 async def disconnect(self) -> None: ...
 def __bool__(self) -> bool: ...
 @property
 def closed(self) -> bool: ...
 async def flush(self) -> None: ...
 @abstractmethod
 async def publish(self, cmd: "KafkaPublishCommand") -> Union["asyncio.Future[RecordMetadata]", "RecordMetadata"]: ...
 @abstractmethod
 async def publish_batch(self, cmd: "KafkaPublishCommand") -> Union["asyncio.Future[RecordMetadata]", "RecordMetadata"]: ...
 @override
 async def request(self, cmd: "KafkaPublishCommand") -> Any: ...
class AioKafkaFastProducerImpl(AioKafkaFastProducer):
 __slots__: tuple[str, str, str, str, str]
 def __init__(self, parser: Optional["CustomCallable"], decoder: Optional["CustomCallable"]) -> None: ...
 async def connect(self, producer: "AIOKafkaProducer", serializer: Optional["SerializerProto"], codec: Optional["CodecProto"] = None) -> None: ...
 async def disconnect(self) -> None: ...
 def __bool__(self) -> bool: ...
 @property
 def closed(self) -> bool: ...
 async def flush(self) -> None: ...
 @override
 async def publish(self, cmd: "KafkaPublishCommand") -> Union["asyncio.Future[RecordMetadata]", "RecordMetadata"]: ...
 @override
 async def publish_batch(self, cmd: "KafkaPublishCommand") -> Union["asyncio.Future[RecordMetadata]", "RecordMetadata"]: ...
 serializer: SerializerProto | None
 codec: CodecProto
 _decoder: _loopmend_2.ParserComposition
 _parser: _loopmend_2.ParserComposition
 _producer: ProducerState
class FakeAioKafkaFastProducer(AioKafkaFastProducer):
 __slots__: tuple[()]
 async def connect(self, producer: "AIOKafkaProducer", serializer: Optional["SerializerProto"], codec: Optional["CodecProto"] = None) -> None: ...
 async def disconnect(self) -> None: ...
 def __bool__(self) -> bool: ...
 @property
 def closed(self) -> bool: ...
 async def flush(self) -> None: ...
 async def publish(self, cmd: "KafkaPublishCommand") -> Union["asyncio.Future[RecordMetadata]", "RecordMetadata"]: ...
 async def publish_batch(self, cmd: "KafkaPublishCommand") -> Union["asyncio.Future[RecordMetadata]", "RecordMetadata"]: ...

=== faststream.kafka.publisher.state
import aiokafka.producer.producer as _loopmend_0
from abc import abstractmethod
from typing import TYPE_CHECKING, Protocol
from faststream.exceptions import IncorrectState
if TYPE_CHECKING:
 from aiokafka import AIOKafkaProducer
class ProducerState(Protocol):
 __slots__: tuple[()]
 producer: "AIOKafkaProducer"
 @property
 @abstractmethod
 def closed(self) -> bool: ...
 def __bool__(self) -> bool: ...
 async def stop(self) -> None: ...
 async def flush(self) -> None: ...
class EmptyProducerState(ProducerState):
 __slots__: tuple[()]
 closed = True
 @property
 def producer(self) -> "AIOKafkaProducer": ...
 def __bool__(self) -> bool: ...
 async def stop(self) -> None: ...
 async def flush(self) -> None: ...
class RealProducer(ProducerState):
 __slots__: tuple[str]
 def __init__(self, producer: "AIOKafkaProducer") -> None: ...
 def __bool__(self) -> bool: ...
 async def stop(self) -> None: ...
 @property
 def closed(self) -> bool: ...
 async def flush(self) -> None: ...
 producer: _loopmend_0.AIOKafkaProducer

=== faststream.kafka.publisher.usecase
import _asyncio as _loopmend_3
import aiokafka.structs as _loopmend_2
import faststream.kafka.call_wrapper as _loopmend_0
import faststream.kafka.message as _loopmend_1
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Literal, Union, cast, overload
from typing_extensions import override
from faststream._internal.endpoint.publisher import PublisherUsecase
from faststream._internal.kafka import KafkaCallAssertions
from faststream._internal.types import P_HandlerParams, T_HandlerReturn
from faststream.kafka.call_wrapper import KafkaHandlerCallWrapper
from faststream.kafka.response import KafkaPublishCommand
from faststream.response.publish_type import PublishType
if TYPE_CHECKING:
 import asyncio
 from aiokafka.structs import RecordMetadata
 from faststream._internal.basic_types import SendableMessage
 from faststream._internal.endpoint.publisher import PublisherSpecification
 from faststream._internal.types import PublisherMiddleware
 from faststream.kafka.message import KafkaMessage
 from faststream.kafka.types import KafkaSendableMessage
 from faststream.response.response import PublishCommand
 from .config import KafkaPublisherConfig
 from .producer import AioKafkaFastProducer
class LogicPublisher(KafkaCallAssertions, PublisherUsecase):
 __slots__: tuple[str, str, str, str]
 _call_wrapper_class = KafkaHandlerCallWrapper
 _read_field = KafkaHandlerCallWrapper._read_field
 def __init__(self, config: "KafkaPublisherConfig", specification: "PublisherSpecification[Any, Any]") -> None: ...
 @override
 def __call__(self, func: Callable[P_HandlerParams, T_HandlerReturn]) -> "KafkaHandlerCallWrapper[P_HandlerParams, T_HandlerReturn]": ...
 @property
 def topic(self) -> str: ...
 @override
 async def request(self, message: "SendableMessage", topic: str = ..., *, key: bytes | Any | None = None, partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, correlation_id: str | None = None, timeout: float = ...) -> "KafkaMessage": ...
 async def flush(self) -> None: ...
 _topic: str
 headers: dict | dict[str, str]
 partition: int
 reply_to: str
class DefaultPublisher(LogicPublisher):
 __slots__: tuple[()]
 def __init__(self, config: "KafkaPublisherConfig", specification: "PublisherSpecification[Any, Any]") -> None: ...
 @overload
 async def publish(self, message: "SendableMessage", topic: str = ..., *, key: bytes | Any | None = None, partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, correlation_id: str | None = None, reply_to: str = ..., no_confirm: Literal[False] = ...) -> "RecordMetadata": ...
 @overload
 async def publish(self, message: "SendableMessage", topic: str = ..., *, key: bytes | Any | None = None, partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, correlation_id: str | None = None, reply_to: str = ..., no_confirm: Literal[True] = ...) -> "asyncio.Future[RecordMetadata]": ...
 @overload
 async def publish(self, message: "SendableMessage", topic: str = ..., *, key: bytes | Any | None = None, partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, correlation_id: str | None = None, reply_to: str = ..., no_confirm: bool = ...) -> Union["asyncio.Future[RecordMetadata]", "RecordMetadata"]: ...
 @override
 async def publish(self, message: "SendableMessage", topic: str = ..., *, key: bytes | Any | None = None, partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, correlation_id: str | None = None, reply_to: str = ..., no_confirm: bool = ...) -> Union["asyncio.Future[RecordMetadata]", "RecordMetadata"]: ...
 @override
 async def _publish(self, cmd: Union["PublishCommand", "KafkaPublishCommand"], *, _extra_middlewares: Iterable["PublisherMiddleware"]) -> None: ...
 @override
 async def request(self, message: "SendableMessage", topic: str = ..., *, key: bytes | Any | None = None, partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, correlation_id: str | None = None, timeout: float = ...) -> "KafkaMessage": ...
 key: bytes | str
class BatchPublisher(LogicPublisher):
 __slots__: tuple[()]
 def __init__(self, config: "KafkaPublisherConfig", specification: "PublisherSpecification[Any, Any]") -> None: ...
 @overload
 async def publish(self, *messages: "KafkaSendableMessage", topic: str = ..., key: bytes | Any | None = None, partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, reply_to: str = ..., correlation_id: str | None = None, no_confirm: Literal[False] = ...) -> "RecordMetadata": ...
 @overload
 async def publish(self, *messages: "KafkaSendableMessage", topic: str = ..., key: bytes | Any | None = None, partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, reply_to: str = ..., correlation_id: str | None = None, no_confirm: Literal[True] = ...) -> "asyncio.Future[RecordMetadata]": ...
 @overload
 async def publish(self, *messages: "KafkaSendableMessage", topic: str = ..., key: bytes | Any | None = None, partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, reply_to: str = ..., correlation_id: str | None = None, no_confirm: bool = ...) -> Union["asyncio.Future[RecordMetadata]", "RecordMetadata"]: ...
 @override
 async def publish(self, *messages: "KafkaSendableMessage", topic: str = ..., key: bytes | Any | None = None, partition: int | None = None, timestamp_ms: int | None = None, headers: dict[str, str] | None = None, reply_to: str = ..., correlation_id: str | None = None, no_confirm: bool = ...) -> Union["asyncio.Future[RecordMetadata]", "RecordMetadata"]: ...
 @override
 async def _publish(self, cmd: Union["PublishCommand", "KafkaPublishCommand"], *, _extra_middlewares: Iterable["PublisherMiddleware"]) -> None: ...
 key: bytes | str

=== faststream.kafka.schemas package
from faststream.kafka.schemas.partition import TopicPartition
from faststream.kafka.schemas.topic import Topic
__all__ = ("Topic", "TopicPartition")

=== faststream.kafka.schemas.params
import ssl
from asyncio import AbstractEventLoop
from typing import Literal
from aiokafka.abc import AbstractTokenProvider
from typing_extensions import TypedDict
class AdminClientConnectionParams(TypedDict, total=False):
 bootstrap_servers: str | list[str]
 loop: AbstractEventLoop | None
 client_id: str
 request_timeout_ms: int
 retry_backoff_ms: int
 metadata_max_age_ms: int
 security_protocol: Literal[ "SSL", "PLAINTEXT", ]
 connections_max_idle_ms: int
 sasl_mechanism: Literal[ "PLAIN", "GSSAPI", "SCRAM-SHA-256", "SCRAM-SHA-512", "OAUTHBEARER", ]
 sasl_plain_password: str
 sasl_plain_username: str
 sasl_kerberos_service_name: str
 sasl_kerberos_domain_name: str
 ssl_context: ssl.SSLContext
 sasl_oauth_token_provider: AbstractTokenProvider
class ConsumerConnectionParams(TypedDict, total=False):
 bootstrap_servers: str | list[str]
 group_instance_id: str | None
 loop: AbstractEventLoop | None
 client_id: str
 client_rack: str
 request_timeout_ms: int
 retry_backoff_ms: int
 metadata_max_age_ms: int
 security_protocol: Literal[ "SSL", "PLAINTEXT", ]
 api_version: str
 connections_max_idle_ms: int
 sasl_mechanism: Literal[ "PLAIN", "GSSAPI", "SCRAM-SHA-256", "SCRAM-SHA-512", "OAUTHBEARER", ]
 sasl_plain_password: str
 sasl_plain_username: str
 sasl_kerberos_service_name: str
 sasl_kerberos_domain_name: str
 ssl_context: ssl.SSLContext
 sasl_oauth_token_provider: AbstractTokenProvider

=== faststream.kafka.subscriber package

=== faststream.kafka.subscriber.usecase
import aiokafka.abc as _loopmend_8
import aiokafka.consumer.consumer as _loopmend_5
import aiokafka.structs as _loopmend_4
import faststream._internal.endpoint.publisher.proto as _loopmend_7
import faststream._internal.utils.path as _loopmend_0
import faststream.kafka.call_wrapper as _loopmend_1
import faststream.kafka.message as _loopmend_6
import faststream.kafka.parser as _loopmend_10
import faststream.kafka.schemas.partition as _loopmend_9
import faststream.kafka.schemas.topic as _loopmend_3
import typing as _loopmend_2
import logging
from abc import abstractmethod
from collections.abc import AsyncIterator, Callable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, Optional, Union, cast
import anyio
from aiokafka import ( ConsumerRecord, TopicPartition as AIOKafkaTopicPartition, )
from aiokafka.errors import ConsumerStoppedError, KafkaError, UnsupportedCodecError
from typing_extensions import overload, override
from faststream._internal.endpoint.subscriber.mixins import ConcurrentMixin, TasksMixin
from faststream._internal.endpoint.subscriber.usecase import SubscriberUsecase
from faststream._internal.endpoint.subscriber.utils import default_filter
from faststream._internal.endpoint.utils import process_msg
from faststream._internal.types import MsgType, P_HandlerParams, T_HandlerReturn
from faststream._internal.utils.path import Address, AddressSyntax
from faststream.kafka.call_wrapper import KafkaHandlerCallWrapper
from faststream.kafka.helpers import make_logging_listener
from faststream.kafka.message import KafkaAckableMessage, KafkaMessage, KafkaRawMessage
from faststream.kafka.parser import AioKafkaBatchParser, AioKafkaParser
from faststream.kafka.publisher.fake import KafkaFakePublisher
from faststream.kafka.schemas import Topic
if TYPE_CHECKING:
 from aiokafka import AIOKafkaConsumer
 from fast_depends.dependencies import Dependant
 from faststream._internal.endpoint.publisher import PublisherProto
 from faststream._internal.endpoint.subscriber import SubscriberSpecification
 from faststream._internal.endpoint.subscriber.call_item import CallsCollection
 from faststream._internal.types import CustomCallable, Filter
 from faststream.kafka.configs import KafkaBrokerConfig
 from faststream.message import StreamMessage
 from .config import KafkaSubscriberConfig
KAFKA_ADDRESS_SYNTAX: _loopmend_0.AddressSyntax
class LogicSubscriber(TasksMixin, SubscriberUsecase[MsgType]):
 __slots__: tuple[str, str, str, str, str, str, str]
 consumer: Optional["AIOKafkaConsumer"]
 batch: bool
 parser: AioKafkaParser
 _outer_config: "KafkaBrokerConfig"
 _call_wrapper_class = KafkaHandlerCallWrapper
 def __init__(self, config: "KafkaSubscriberConfig", specification: "SubscriberSpecification[Any, Any]", calls: "CallsCollection[MsgType]") -> None: ...
 @overload
 def __call__(self, func: Callable[P_HandlerParams, T_HandlerReturn], *, filter: "Filter[Any]" = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, dependencies: Sequence["Dependant"] = ...) -> "KafkaHandlerCallWrapper[P_HandlerParams, T_HandlerReturn]": ...
 @overload
 def __call__(self, func: None = None, *, filter: "Filter[Any]" = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, dependencies: Sequence["Dependant"] = ...) -> Callable[ [Callable[P_HandlerParams, T_HandlerReturn]], "KafkaHandlerCallWrapper[P_HandlerParams, T_HandlerReturn]", ]: ...
 @override
 def __call__(self, func: Callable[P_HandlerParams, T_HandlerReturn] | None = None, *, filter: "Filter[Any]" = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, dependencies: Sequence["Dependant"] = ...) -> Union[ "KafkaHandlerCallWrapper[P_HandlerParams, T_HandlerReturn]", Callable[ [Callable[P_HandlerParams, T_HandlerReturn]], "KafkaHandlerCallWrapper[P_HandlerParams, T_HandlerReturn]", ], ]: ...
 @property
 def pattern(self) -> Address | None: ...
 @property
 def topics(self) -> list[Topic]: ...
 @property
 def topic_names_for_subscribe(self) -> list[str]: ...
 @property
 def partitions(self) -> list[AIOKafkaTopicPartition]: ...
 @property
 def builder(self) -> Callable[..., "AIOKafkaConsumer"]: ...
 @property
 def client_id(self) -> str | None: ...
 @property
 def topics_to_create(self) -> list[Topic]: ...
 async def _ensure_topics(self) -> None: ...
 async def start(self) -> None: ...
 async def stop(self) -> None: ...
 @override
 async def get_one(self, *, timeout: float = ...) -> "KafkaMessage | None": ...
 @override
 def __aiter__(self) -> AsyncIterator["KafkaMessage"]: ...
 def _make_response_publisher(self, message: "StreamMessage[Any]") -> Sequence["PublisherProto"]: ...
 @abstractmethod
 async def get_msg(self, consumer: "AIOKafkaConsumer") -> MsgType: ...
 async def _run_consume_loop(self, consumer: "AIOKafkaConsumer") -> None: ...
 async def consume_one(self, msg: MsgType) -> None: ...
 @property
 def topic_names(self) -> list[str]: ...
 @staticmethod
 def build_log_context(message: Optional["StreamMessage[Any]"], topic: str, group_id: str | None = None) -> dict[str, str]: ...
 _connection_args: dict
 _listener: _loopmend_8.ConsumerRebalanceListener
 _partitions: _loopmend_2.Iterable[_loopmend_9.TopicPartition]
 _pattern: str
 _topics: _loopmend_2.Sequence[_loopmend_3.Topic]
 group_id: str
class DefaultSubscriber(LogicSubscriber["ConsumerRecord"]):
 __slots__: tuple[str]
 def __init__(self, config: "KafkaSubscriberConfig", specification: "SubscriberSpecification[Any, Any]", calls: "CallsCollection[ConsumerRecord]") -> None: ...
 @override
 async def get_msg(self, consumer: "AIOKafkaConsumer") -> "ConsumerRecord": ...
 def get_log_context(self, message: Optional["StreamMessage[ConsumerRecord]"]) -> dict[str, str]: ...
 parser: _loopmend_10.AioKafkaParser
class BatchSubscriber(LogicSubscriber[tuple["ConsumerRecord", ...]]):
 __slots__: tuple[str, str, str]
 def __init__(self, config: "KafkaSubscriberConfig", specification: "SubscriberSpecification[Any, Any]", calls: "CallsCollection[tuple[ConsumerRecord, ...]]", batch_timeout_ms: int, max_records: int | None) -> None: ...
 async def get_msg(self, consumer: "AIOKafkaConsumer") -> tuple["ConsumerRecord", ...]: ...
 def get_log_context(self, message: Optional["StreamMessage[tuple[ConsumerRecord, ...]]"]) -> dict[str, str]: ...
 parser: _loopmend_10.AioKafkaBatchParser
 max_records: None | int
 batch_timeout_ms: int
class ConcurrentDefaultSubscriber(ConcurrentMixin["ConsumerRecord"], DefaultSubscriber):
 __slots__: tuple[()]
 async def start(self) -> None: ...
 async def consume_one(self, msg: "ConsumerRecord") -> None: ...
class ConcurrentBetweenPartitionsSubscriber(DefaultSubscriber):
 __slots__: tuple[str, str]
 consumer_subgroup: list["AIOKafkaConsumer"]
 def __init__(self, config: "KafkaSubscriberConfig", specification: "SubscriberSpecification[Any, Any]", calls: "CallsCollection[ConsumerRecord]", max_workers: int) -> None: ...
 async def start(self) -> None: ...
 async def stop(self) -> None: ...
 @override
 async def get_msg(self, consumer: "AIOKafkaConsumer") -> "KafkaRawMessage": ...
 consumer: _loopmend_5.AIOKafkaConsumer
 max_workers: int

=== faststream.kafka.testing
import aiokafka.structs as _loopmend_3
import faststream._internal.endpoint.utils as _loopmend_5
import faststream._internal.parser as _loopmend_6
import faststream.kafka.broker.broker as _loopmend_4
import faststream.kafka.subscriber.usecase as _loopmend_2
import typing as _loopmend_1
import unittest.mock as _loopmend_0
import re
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any, Optional, cast, overload
from unittest.mock import AsyncMock, MagicMock
import anyio
from aiokafka import ConsumerRecord
from typing_extensions import override
from faststream._internal.endpoint.utils import ParserComposition
from faststream._internal.parser import BatchCodecProto, DefaultCodec
from faststream._internal.testing.broker import ( EnterType, TestBroker, change_producer, )
from faststream._internal.types import IdGenerator
from faststream.exceptions import SubscriberNotFound
from faststream.kafka import TopicPartition
from faststream.kafka.broker import KafkaBroker
from faststream.kafka.message import KafkaMessage
from faststream.kafka.parser import AioKafkaParser
from faststream.kafka.publisher.producer import AioKafkaFastProducer
from faststream.kafka.publisher.usecase import BatchPublisher
from faststream.kafka.subscriber.usecase import BatchSubscriber
from faststream.message import gen_cor_id
if TYPE_CHECKING:
 from fast_depends.library.serializer import SerializerProto
 from faststream._internal.basic_types import SendableMessage
 from faststream._internal.parser import CodecProto
 from faststream.kafka.publisher.usecase import LogicPublisher
 from faststream.kafka.response import KafkaPublishCommand
 from faststream.kafka.subscriber.usecase import LogicSubscriber
__all__ = ("TestKafkaBroker",)
class TestKafkaBroker( TestBroker[KafkaBroker, EnterType], broker=KafkaBroker, ):
 @overload
 def __init__(self: "TestKafkaBroker[KafkaBroker]", broker: KafkaBroker, /, *, with_real: bool = ..., connect_only: bool | None = None) -> None: ...
 @overload
 def __init__(self: "TestKafkaBroker[tuple[KafkaBroker, ...]]", *brokers: KafkaBroker, with_real: bool = ..., connect_only: bool | None = None) -> None: ...
 def __init__(self, *brokers: KafkaBroker, with_real: bool = ..., connect_only: bool | None = None) -> None: ...
 @contextmanager
 def _patch_producer(self, broker: KafkaBroker) -> Generator[None, None, None]: ...
 @staticmethod
 async def _fake_connect(broker: KafkaBroker, *args: Any, **kwargs: Any) -> Callable[..., AsyncMock]: ...
 def create_publisher_fake_subscriber(self, broker: KafkaBroker, publisher: "LogicPublisher") -> tuple["LogicSubscriber[Any]", bool]: ...
class FakeConsumer:
 async def start(self) -> None: ...
 async def stop(self) -> None: ...
 def subscribe(self, *args: Any, **kwargs: Any) -> None: ...
class FakeProducer(AioKafkaFastProducer):
 def __init__(self, broker: KafkaBroker, brokers: Sequence[KafkaBroker]) -> None: ...
 @property
 def subscribers(self) -> Iterable["LogicSubscriber[Any]"]: ...
 def __bool__(self) -> bool: ...
 @property
 def closed(self) -> bool: ...
 @override
 async def publish(self, cmd: "KafkaPublishCommand") -> None: ...
 @override
 async def request(self, cmd: "KafkaPublishCommand") -> "ConsumerRecord": ...
 @override
 async def publish_batch(self, cmd: "KafkaPublishCommand") -> None: ...
 async def _execute_handler(self, msg: Any, topic: str, handler: "LogicSubscriber[Any]") -> "ConsumerRecord": ...
 broker: _loopmend_4.KafkaBroker
 brokers: _loopmend_1.Sequence[_loopmend_4.KafkaBroker]
 _parser: _loopmend_5.ParserComposition
 _decoder: _loopmend_5.ParserComposition
 codec: _loopmend_6.CodecProto | _loopmend_6.DefaultCodec
async def build_message(message: "SendableMessage", topic: str, partition: int | None = None, timestamp_ms: int | None = None, key: bytes | None = None, headers: dict[str, str] | None = None, correlation_id: str | None = None, *, reply_to: str = ..., serializer: Optional["SerializerProto"], codec: Optional["CodecProto"] = None, id_generator: IdGenerator = ...) -> "ConsumerRecord": ...
def _build_record(body: bytes, content_type: str | None, topic: str, partition: int | None = None, timestamp_ms: int | None = None, key: bytes | None = None, headers: dict[str, str] | None = None, correlation_id: str | None = None, reply_to: str = ..., id_generator: IdGenerator = ...) -> "ConsumerRecord": ...
def _fake_connection(*args: Any, **kwargs: Any) -> AsyncMock: ...
def _find_handler(subscribers: Iterable["LogicSubscriber[Any]"], topic: str, partition: int | None) -> Generator["LogicSubscriber[Any]", None, None]: ...
def _is_handler_matches(handler: "LogicSubscriber[Any]", topic: str, partition: int | None) -> bool: ...

=== faststream.message package
from .message import AckStatus, StreamMessage
from .source_type import SourceType
from .utils import decode_message, encode_message, gen_cor_id
__all__ = ( "AckStatus", "SourceType", "StreamMessage", "decode_message", "encode_message", "gen_cor_id", )

=== faststream.message.message
import faststream.message.message as _loopmend_0
import faststream.message.source_type as _loopmend_2
import typing as _loopmend_1
from enum import Enum
from typing import ( TYPE_CHECKING, Any, Generic, Optional, TypeVar, )
from uuid import uuid4
from typing_extensions import Self
from .source_type import SourceType
if TYPE_CHECKING:
 from faststream._internal.types import AsyncCallable
MsgType = TypeVar("MsgType")
_NOT_CACHED = object()
class AckStatus(str, Enum):
 ACKED = "ACKED"
 NACKED = "NACKED"
 REJECTED = "REJECTED"
class StreamMessage(Generic[MsgType]):
 def __init__(self, raw_message: "MsgType", body: bytes | Any, *, headers: dict[str, Any] | None = None, reply_to: str = ..., batch_headers: list[dict[str, Any]] | None = None, path: dict[str, Any] | None = None, content_type: str | None = None, correlation_id: str | None = None, message_id: str | None = None, source_type: SourceType = ...) -> None: ...
 def set_decoder(self, decoder: "AsyncCallable") -> None: ...
 def clear_cache(self) -> None: ...
 def __copy__(self) -> Self: ...
 def __repr__(self) -> str: ...
 async def decode(self) -> Optional["Any"]: ...
 async def ack(self) -> None: ...
 async def nack(self) -> None: ...
 async def reject(self) -> None: ...
 raw_message: _loopmend_1.Any
 body: _loopmend_1.Any
 headers: dict
 reply_to: str
 batch_headers: list | list[dict]
 path: dict
 content_type: None | str
 correlation_id: str
 message_id: str
 source_type: _loopmend_2.SourceType
 committed: AckStatus | None
 processed: bool
 __decoder: AsyncCallable | None
 __decoded_caches: dict

=== faststream.middlewares package
from faststream._internal.middlewares import BaseMiddleware
from .acknowledgement.config import AckPolicy
from .acknowledgement.middleware import AcknowledgementMiddleware
from .exception import ExceptionMiddleware
__all__ = ( "AckPolicy", "AcknowledgementMiddleware", "BaseMiddleware", "ExceptionMiddleware", )

=== faststream.middlewares.acknowledgement package

=== faststream.middlewares.acknowledgement.middleware
import faststream._internal.logger.state as _loopmend_1
import faststream.message.message as _loopmend_4
import faststream.middlewares.acknowledgement.config as _loopmend_2
import faststream.middlewares.acknowledgement.middleware as _loopmend_0
import typing as _loopmend_3
import asyncio
import logging
from typing import TYPE_CHECKING, Any, Optional
from faststream._internal.middlewares import BaseMiddleware
from faststream.exceptions import ( AckMessage, HandlerException, NackMessage, RejectMessage, )
from .config import AckPolicy
if TYPE_CHECKING:
 from types import TracebackType
 from faststream._internal.basic_types import AsyncFunc, AsyncFuncAny
 from faststream._internal.context.repository import ContextRepo
 from faststream._internal.logger import LoggerState
 from faststream._internal.types import AsyncCallable
 from faststream.message import StreamMessage
class AcknowledgementMiddleware:
 def __init__(self, logger: "LoggerState", ack_policy: "AckPolicy", fallback_parser: "AsyncCallable") -> None: ...
 def __call__(self, msg: Any | None, context: "ContextRepo") -> "_AcknowledgementMiddleware": ...
 logger: _loopmend_1.LoggerState
 ack_policy: _loopmend_2.AckPolicy
 fallback_parser: _loopmend_3.Callable[..., _loopmend_3.Awaitable[_loopmend_3.Any]]
class _AcknowledgementMiddleware(BaseMiddleware):
 __slots__: tuple[str, str, str, str]
 def __init__(self, msg: Any | None, /, *, logger: "LoggerState", context: "ContextRepo", ack_policy: AckPolicy, fallback_parser: "AsyncCallable") -> None: ...
 async def consume_scope(self, call_next: "AsyncFuncAny", msg: "StreamMessage[Any]") -> Any: ...
 async def __aexit__(self, exc_type: type[BaseException] | None = None, exc_val: BaseException | None = None, exc_tb: Optional["TracebackType"] = None) -> bool | None: ...
 async def __do_with_logging(self, func: "AsyncFunc", /, *args: Any, **kwargs: Any) -> Any: ...
 async def __resolve_message(self) -> "StreamMessage[Any] | None": ...
 async def __ack(self, **exc_extra_options: Any) -> None: ...
 async def __nack(self, **exc_extra_options: Any) -> None: ...
 async def __reject(self, **exc_extra_options: Any) -> None: ...
 logger: _loopmend_1.LoggerState
 ack_policy: _loopmend_2.AckPolicy
 fallback_parser: _loopmend_3.Callable[..., _loopmend_3.Awaitable[_loopmend_3.Any]]
 message: StreamMessage[Any] | None

=== faststream.middlewares.exception
import faststream.middlewares.exception as _loopmend_1
import typing as _loopmend_0
from collections.abc import Awaitable, Callable
from contextlib import nullcontext
from typing import ( TYPE_CHECKING, Any, Literal, NoReturn, Optional, TypeAlias, cast, overload, )
from faststream._internal.middlewares import BaseMiddleware
from faststream._internal.utils import apply_types
from faststream._internal.utils.functions import to_async
from faststream.exceptions import IgnoredException
if TYPE_CHECKING:
 from contextlib import AbstractContextManager
 from types import TracebackType
 from faststream._internal.basic_types import AsyncFuncAny
 from faststream._internal.context.repository import ContextRepo
 from faststream.message import StreamMessage
GeneralExceptionHandler: TypeAlias = Callable[..., None] | Callable[..., Awaitable[None]]
PublishingExceptionHandler: TypeAlias = Callable[..., Any]
CastedGeneralExceptionHandler: TypeAlias = Callable[..., Awaitable[None]]
CastedPublishingExceptionHandler: TypeAlias = Callable[..., Awaitable[Any]]
CastedHandlers: TypeAlias = dict[ type[Exception], CastedGeneralExceptionHandler, ]
CastedPublishingHandlers: TypeAlias = dict[ type[Exception], CastedPublishingExceptionHandler, ]
class ExceptionMiddleware:
 __slots__: tuple[str, str]
 _handlers: CastedHandlers
 _publish_handlers: CastedPublishingHandlers
 def __init__(self, handlers: dict[type[Exception], GeneralExceptionHandler] | None = None, publish_handlers: dict[type[Exception], PublishingExceptionHandler] | None = None) -> None: ...
 @overload
 def add_handler(self, exc: type[Exception], publish: Literal[False] = ...) -> Callable[[GeneralExceptionHandler], GeneralExceptionHandler]: ...
 @overload
 def add_handler(self, exc: type[Exception], publish: Literal[True] = ...) -> Callable[[PublishingExceptionHandler], PublishingExceptionHandler]: ...
 def add_handler(self, exc: type[Exception], publish: bool = ...) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
 def __call__(self, msg: Any | None, /, *, context: "ContextRepo") -> "_BaseExceptionMiddleware": ...
class _BaseExceptionMiddleware(BaseMiddleware):
 __slots__: tuple[str, str]
 def __init__(self, *, handlers: CastedHandlers, publish_handlers: CastedPublishingHandlers, context: "ContextRepo", msg: Any | None) -> None: ...
 async def consume_scope(self, call_next: "AsyncFuncAny", msg: "StreamMessage[Any]") -> Any: ...
 async def after_processed(self, exc_type: type[BaseException] | None = None, exc_val: BaseException | None = None, exc_tb: Optional["TracebackType"] = None) -> bool | None: ...
 _handlers: dict[type[Exception], _loopmend_0.Callable[..., _loopmend_0.Awaitable[None]]]
 _publish_handlers: dict[type[Exception], _loopmend_0.Callable[..., _loopmend_0.Awaitable[_loopmend_0.Any]]]
async def ignore_handler(exception: IgnoredException, **kwargs: Any) -> NoReturn: ...

=== faststream.middlewares.logging
import faststream._internal.logger.state as _loopmend_1
import faststream.message.source_type as _loopmend_2
import faststream.middlewares.logging as _loopmend_0
import logging
from typing import TYPE_CHECKING, Any, Optional
from faststream._internal.middlewares import BaseMiddleware
from faststream.exceptions import IgnoredException
from faststream.message.source_type import SourceType
if TYPE_CHECKING:
 from types import TracebackType
 from faststream._internal.basic_types import AsyncFuncAny
 from faststream._internal.context.repository import ContextRepo
 from faststream._internal.logger import LoggerState
 from faststream.message import StreamMessage
class CriticalLogMiddleware:
 __slots__: tuple[str]
 def __init__(self, logger: "LoggerState") -> None: ...
 def __call__(self, msg: Any | None, /, *, context: "ContextRepo") -> "_LoggingMiddleware": ...
 logger: _loopmend_1.LoggerState
class _LoggingMiddleware(BaseMiddleware):
 __slots__: tuple[str, str]
 def __init__(self, *, logger: "LoggerState", context: "ContextRepo", msg: Any | None) -> None: ...
 async def consume_scope(self, call_next: "AsyncFuncAny", msg: "StreamMessage[Any]") -> Any: ...
 async def __aexit__(self, exc_type: type[BaseException] | None = None, exc_val: BaseException | None = None, exc_tb: Optional["TracebackType"] = None) -> bool: ...
 logger: _loopmend_1.LoggerState
 source_type: _loopmend_2.SourceType

=== faststream.mqtt package
from importlib.util import find_spec
try:
 from zmqtt import ( ConnAckProperties, ConnectionInfo, QoS, ReconnectConfig, UnsubAckProperties, UnsubscribeResult, Will, WillProperties, )
 from faststream.mqtt.annotations import MQTTMessage
 from faststream.mqtt.broker.broker import MQTTBroker
 from faststream.mqtt.broker.router import MQTTPublisher, MQTTRoute, MQTTRouter
 from faststream.mqtt.testing import TestMQTTBroker
except ImportError:
 if find_spec("zmqtt") is not None:
  ...
 from faststream.exceptions import INSTALL_FASTSTREAM_MQTT
__all__ = ( "ConnAckProperties", "ConnectionInfo", "MQTTBroker", "MQTTMessage", "MQTTPublisher", "MQTTRoute", "MQTTRouter", "QoS", "ReconnectConfig", "TestMQTTBroker", "UnsubAckProperties", "UnsubscribeResult", "Will", "WillProperties", )

=== faststream.mqtt.broker package

=== faststream.mqtt.broker.broker
import faststream.mqtt.message as _loopmend_0
import logging
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import ( TYPE_CHECKING, Any, Optional, )
from urllib.parse import urlsplit
import zmqtt
from fast_depends import Provider, dependency_provider
from typing_extensions import assert_never, override
from faststream._internal.broker import BrokerUsecase
from faststream._internal.constants import EMPTY
from faststream._internal.context.repository import ContextRepo
from faststream._internal.di import FastDependsConfig
from faststream._internal.types import IdGenerator
from faststream.message import gen_cor_id
from faststream.middlewares import AckPolicy
from faststream.mqtt.broker.config import MQTTBrokerConfig
from faststream.mqtt.parser import MQTTVersion
from faststream.mqtt.publisher.producer import ( ZmqttBaseProducer, ZmqttProducerV5, ZmqttProducerV311, )
from faststream.mqtt.response import MQTTPublishCommand
from faststream.mqtt.security import parse_security
from faststream.mqtt.subscriber.usecase import MQTTBaseSubscriber
from faststream.mqtt.utils import build_mqtt_url, parse_mqtt_url
from faststream.response.publish_type import PublishType
from faststream.specification.schema import BrokerSpec
from .logging import make_mqtt_logger_state
from .registrator import MQTTRegistrator
if TYPE_CHECKING:
 from types import TracebackType
 from fast_depends.dependencies import Dependant
 from fast_depends.library.serializer import SerializerProto
 from faststream._internal.basic_types import LoggerProto, SendableMessage
 from faststream._internal.configs import UnderlyingDriverAnnotations
 from faststream._internal.parser import CodecProto
 from faststream._internal.types import BrokerMiddleware, CustomCallable
 from faststream.mqtt.message import MQTTMessage
 from faststream.security import BaseSecurity
 from faststream.specification.schema.extra import Tag, TagDict
class MQTTBroker( MQTTRegistrator, BrokerUsecase[zmqtt.Message, zmqtt.MQTTClient, MQTTBrokerConfig], ):
 def __init__(self, url: str = ..., port: int = ..., *, host: str = ..., client_id: str = ..., keepalive: int = ..., clean_session: bool = ..., will: zmqtt.Will | None = None, version: MQTTVersion = ..., reconnect: zmqtt.ReconnectConfig | None = None, on_connection_recovery_failed: Callable[[], Awaitable[None]] | None = None, mqtt_connect_timeout: float = ..., session_expiry_interval: int = ..., receive_maximum: int | None = None, maximum_packet_size: int | None = None, user_properties: Sequence[tuple[str, str]] = ..., request_response_information: bool | None = None, request_problem_information: bool | None = None, session_replay_buffer_size: int = ..., session_replay_timeout: float = ..., stripped_prefixes: tuple[str, ...] | None = None, graceful_timeout: float | None = ..., decoder: Optional["CustomCallable"] = None, parser: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, dependencies: Sequence["Dependant"] = ..., middlewares: Sequence["BrokerMiddleware[Any, Any]"] = ..., routers: Iterable[MQTTRegistrator] = ..., ack_policy: AckPolicy = ..., id_generator: IdGenerator = ..., specification_url: str | None = None, protocol: str | None = None, protocol_version: str | None = None, description: str | None = None, tags: Iterable["Tag | TagDict"] = ..., security: Optional["BaseSecurity"] = None, logger: Optional["LoggerProto"] = ..., log_level: int = ..., apply_types: bool = ..., serializer: Optional["SerializerProto"] = ..., provider: Optional["Provider"] = None, context: Optional["ContextRepo"] = None, underlying_driver_annotations: "UnderlyingDriverAnnotations | None" = None) -> None: ...
 @property
 def connection_info(self) -> zmqtt.ConnectionInfo: ...
 @override
 async def _connect(self) -> zmqtt.MQTTClient: ...
 @override
 async def start(self) -> None: ...
 @override
 async def stop(self, exc_type: type[BaseException] | None = None, exc_val: BaseException | None = None, exc_tb: Optional["TracebackType"] = None) -> None: ...
 @override
 async def ping(self, timeout: float | None = None) -> bool: ...
 @override
 async def publish(self, message: "SendableMessage" = None, topic: str = ..., *, qos: zmqtt.QoS = ..., retain: bool = ..., headers: dict[str, str] | None = None, correlation_id: str | None = None, reply_to: str = ...) -> None: ...
 @override
 async def request(self, message: "SendableMessage" = None, topic: str = ..., /, timeout: float = ..., correlation_id: str | None = None, headers: dict[str, str] | None = None, qos: zmqtt.QoS = ..., reply_to: str = ...) -> "MQTTMessage": ...
 _connection: None

=== faststream.mqtt.broker.registrator
import faststream.mqtt.publisher.usecase as _loopmend_1
import faststream.mqtt.subscriber.usecase as _loopmend_0
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, Optional, cast
from typing_extensions import overload, override
from zmqtt import QoS
from faststream._internal.broker.registrator import Registrator
from faststream._internal.constants import EMPTY
from faststream.middlewares import AckPolicy
from faststream.mqtt.broker.config import MQTTBrokerConfig
from faststream.mqtt.publisher.factory import create_publisher
from faststream.mqtt.subscriber.factory import create_subscriber
if TYPE_CHECKING:
 import zmqtt
 from fast_depends.dependencies import Dependant
 from faststream._internal.parser import CodecProto
 from faststream._internal.types import ( BrokerMiddleware, CustomCallable, )
 from faststream.mqtt.publisher.usecase import MQTTPublisher
 from faststream.mqtt.subscriber.usecase import ( MQTTConcurrentSubscriber, MQTTDefaultSubscriber, )
class MQTTRegistrator(Registrator["zmqtt.Message", MQTTBrokerConfig]):
 @overload
 def subscriber(self, topic: str, *, qos: QoS = ..., shared: str | None = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, max_workers: Literal[1] = ..., persistent: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ...) -> "MQTTDefaultSubscriber": ...
 @overload
 def subscriber(self, topic: str, *, qos: QoS = ..., shared: str | None = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, max_workers: int = ..., persistent: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ...) -> "MQTTConcurrentSubscriber": ...
 @override
 def subscriber(self, topic: str, *, qos: QoS = ..., shared: str | None = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, max_workers: int = ..., persistent: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ...) -> "MQTTDefaultSubscriber | MQTTConcurrentSubscriber": ...
 @override
 def publisher(self, topic: str, *, qos: QoS = ..., retain: bool = ..., headers: dict[str, str] | None = None, persistent: bool = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ...) -> "MQTTPublisher": ...
 @override
 def include_router(self, router: "MQTTRegistrator", *, prefix: str = ..., dependencies: Sequence["Dependant"] = ..., middlewares: Sequence["BrokerMiddleware[Any, Any]"] = ..., include_in_schema: bool | None = None) -> None: ...

=== faststream.mqtt.broker.router
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Optional
from zmqtt import Message, QoS
from faststream._internal.broker.router import ( ArgsContainer, BrokerRouter, SubscriberRoute, )
from faststream._internal.constants import EMPTY
from faststream.middlewares import AckPolicy
from faststream.mqtt.broker.config import MQTTBrokerConfig
from .registrator import MQTTRegistrator
if TYPE_CHECKING:
 from fast_depends.dependencies import Dependant
 from faststream._internal.basic_types import SendableMessage
 from faststream._internal.configs import UnderlyingDriverAnnotations
 from faststream._internal.parser import CodecProto
 from faststream._internal.types import BrokerMiddleware, CustomCallable
class MQTTPublisher(ArgsContainer):
 def __init__(self, topic: str, *, qos: QoS = ..., retain: bool = ..., headers: dict[str, str] | None = None, persistent: bool = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ...) -> None: ...
class MQTTRoute(SubscriberRoute):
 def __init__(self, call: Callable[..., "SendableMessage"] | Callable[..., Awaitable["SendableMessage"]], topic: str, *, publishers: Iterable["MQTTPublisher"] = ..., qos: QoS = ..., shared: str | None = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, max_workers: int = ..., persistent: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., codec: Optional["CodecProto"] = None) -> None: ...
class MQTTRouter( MQTTRegistrator, BrokerRouter[Message, MQTTBrokerConfig], ):
 def __init__(self, prefix: str = ..., handlers: Iterable[MQTTRoute] = ..., *, dependencies: Sequence["Dependant"] = ..., middlewares: Sequence["BrokerMiddleware[Any, Any]"] = ..., routers: Iterable[MQTTRegistrator] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, include_in_schema: bool | None = None, ack_policy: AckPolicy = ..., underlying_driver_annotations: "UnderlyingDriverAnnotations | None" = None) -> None: ...

=== faststream.mqtt.fastapi package
import warnings
from typing import Annotated
import zmqtt
from faststream._internal.fastapi.context import Context, ContextRepo, Logger
from faststream.mqtt.broker.broker import MQTTBroker as MB
from faststream.mqtt.message import MQTTMessage as MM
from .fastapi import MQTTRouter
__all__ = ( "Client", "Context", "ContextRepo", "Logger", "MQTTBroker", "MQTTMessage", "MQTTRouter", )
MQTTMessage = Annotated[MM, Context("message")]
MQTTBroker = Annotated[MB, Context("broker")]
Client = Annotated[zmqtt.MQTTClient, Context("broker._connection")]

=== faststream.mqtt.fastapi.fastapi
import faststream.mqtt.publisher.usecase as _loopmend_1
import faststream.mqtt.subscriber.usecase as _loopmend_0
import logging
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Literal, Optional, Union, cast, overload
import zmqtt
from fastapi.datastructures import Default
from fastapi.routing import APIRoute
from fastapi.utils import generate_unique_id
from starlette.responses import JSONResponse
from starlette.routing import BaseRoute
from typing_extensions import override
from faststream._internal.constants import EMPTY
from faststream._internal.context import ContextRepo
from faststream._internal.fastapi.router import StreamRouter
from faststream._internal.types import IdGenerator
from faststream.message import gen_cor_id
from faststream.middlewares import AckPolicy
from faststream.mqtt.broker.broker import MQTTBroker
from faststream.mqtt.parser import MQTTVersion
if TYPE_CHECKING:
 from enum import Enum
 from fast_depends.library.serializer import SerializerProto
 from fastapi import params
 from fastapi.types import IncEx
 from starlette.responses import Response
 from starlette.types import ASGIApp, Lifespan
 from faststream._internal.basic_types import LoggerProto
 from faststream._internal.parser import CodecProto
 from faststream._internal.types import BrokerMiddleware, CustomCallable
 from faststream.mqtt.publisher.usecase import MQTTPublisher
 from faststream.mqtt.subscriber.usecase import ( MQTTConcurrentSubscriber, MQTTDefaultSubscriber, )
 from faststream.security import BaseSecurity
 from faststream.specification.base import SpecificationFactory
 from faststream.specification.schema.extra import Tag, TagDict
class MQTTRouter(StreamRouter[zmqtt.Message]):
 broker_class = MQTTBroker
 broker: MQTTBroker
 def __init__(self, url: str = ..., port: int = ..., *, host: str = ..., client_id: str = ..., keepalive: int = ..., clean_session: bool = ..., will: zmqtt.Will | None = None, version: MQTTVersion = ..., reconnect: zmqtt.ReconnectConfig | None = None, on_connection_recovery_failed: Callable[[], Awaitable[None]] | None = None, session_expiry_interval: int = ..., receive_maximum: int | None = None, maximum_packet_size: int | None = None, user_properties: Sequence[tuple[str, str]] = ..., request_response_information: bool | None = None, request_problem_information: bool | None = None, session_replay_buffer_size: int = ..., session_replay_timeout: float = ..., graceful_timeout: float | None = ..., decoder: Optional["CustomCallable"] = None, parser: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, middlewares: Sequence["BrokerMiddleware[Any, Any]"] = ..., ack_policy: AckPolicy = ..., id_generator: IdGenerator = ..., serializer: Optional["SerializerProto"] = ..., security: Optional["BaseSecurity"] = None, specification_url: str | None = None, protocol: str | None = None, protocol_version: str | None = None, description: str | None = None, specification: Optional["SpecificationFactory"] = None, specification_tags: Iterable[Union["Tag", "TagDict"]] = ..., logger: Optional["LoggerProto"] = ..., log_level: int = ..., setup_state: bool = ..., schema_url: str | None = ..., context: ContextRepo | None = None, prefix: str = ..., tags: list[Union[str, "Enum"]] | None = None, dependencies: Sequence["params.Depends"] | None = None, default_response_class: type["Response"] = ..., responses: dict[int | str, dict[str, Any]] | None = None, callbacks: list[BaseRoute] | None = None, routes: list[BaseRoute] | None = None, redirect_slashes: bool = ..., default: Optional["ASGIApp"] = None, dependency_overrides_provider: Any | None = None, route_class: type["APIRoute"] = ..., on_startup: Sequence[Callable[[], Any]] | None = None, on_shutdown: Sequence[Callable[[], Any]] | None = None, lifespan: Optional["Lifespan[Any]"] = None, deprecated: bool | None = None, include_in_schema: bool = ..., generate_unique_id_function: Callable[["APIRoute"], str] = ...) -> None: ...
 @overload
 def subscriber(self, topic: str, *, qos: zmqtt.QoS = ..., shared: str | None = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., dependencies: Iterable["params.Depends"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, max_workers: Literal[1] = ..., persistent: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., response_model: Any = ..., response_model_include: Optional["IncEx"] = None, response_model_exclude: Optional["IncEx"] = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ...) -> "MQTTDefaultSubscriber": ...
 @overload
 def subscriber(self, topic: str, *, qos: zmqtt.QoS = ..., shared: str | None = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., dependencies: Iterable["params.Depends"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, max_workers: int = ..., persistent: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., response_model: Any = ..., response_model_include: Optional["IncEx"] = None, response_model_exclude: Optional["IncEx"] = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ...) -> "MQTTConcurrentSubscriber": ...
 @override
 def subscriber(self, topic: str, *, qos: zmqtt.QoS = ..., shared: str | None = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., dependencies: Iterable["params.Depends"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, max_workers: int = ..., persistent: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., response_model: Any = ..., response_model_include: Optional["IncEx"] = None, response_model_exclude: Optional["IncEx"] = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ...) -> "MQTTDefaultSubscriber | MQTTConcurrentSubscriber": ...
 @override
 def publisher(self, topic: str, *, qos: zmqtt.QoS = ..., retain: bool = ..., headers: dict[str, str] | None = None, persistent: bool = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ...) -> "MQTTPublisher": ...

=== faststream.mqtt.message
import zmqtt
from faststream.message import StreamMessage
class MQTTMessage(StreamMessage[zmqtt.Message]):
 async def ack(self) -> None: ...
 async def nack(self) -> None: ...
 async def reject(self) -> None: ...

=== faststream.mqtt.parser
import faststream.mqtt.message as _loopmend_0
import faststream.mqtt.parser as _loopmend_3
import re as _loopmend_2
import typing as _loopmend_1
from contextlib import suppress
from re import Pattern
from typing import TYPE_CHECKING, Any, Literal
import zmqtt
from typing_extensions import assert_never, override
from faststream._internal._compat import json_loads
from faststream.message import StreamMessage, decode_message
from .message import MQTTMessage
if TYPE_CHECKING:
 from faststream._internal.basic_types import DecodedMessage
MQTTVersion = Literal["3.1.1", "5.0"]
class MQTTBaseParser:
 __slots__: tuple[str]
 def __init__(self, path_regex: Pattern[str] | None = None) -> None: ...
 def _extract_path(self, topic: str) -> dict[str, Any]: ...
 async def parse_message(self, msg: zmqtt.Message) -> MQTTMessage: ...
 async def decode_message(self, msg: "StreamMessage[Any]") -> "DecodedMessage": ...
 _path_regex: None | _loopmend_2.Pattern[str]
class MQTTParserV311(MQTTBaseParser):
 __slots__: tuple[()]
 async def parse_message(self, msg: zmqtt.Message) -> MQTTMessage: ...
 @override
 async def decode_message(self, msg: "StreamMessage[Any]") -> "DecodedMessage": ...
class MQTTParserV5(MQTTBaseParser):
 __slots__: tuple[()]
 async def parse_message(self, msg: zmqtt.Message) -> MQTTMessage: ...
def parser_for(version: MQTTVersion) -> type[MQTTBaseParser]: ...

=== faststream.mqtt.publisher package

=== faststream.mqtt.publisher.producer
import typing as _loopmend_0
import asyncio
from typing import TYPE_CHECKING, Any, Optional
import zmqtt
from typing_extensions import override
from zmqtt import PublishProperties
from faststream._internal.endpoint.utils import ParserComposition
from faststream._internal.parser import DefaultCodec
from faststream._internal.producer import ProducerProto
from faststream._internal.types import IdGenerator
from faststream.exceptions import FeatureNotSupportedException, IncorrectState
from faststream.message import gen_cor_id
from faststream.mqtt.parser import MQTTParserV5, MQTTParserV311
from faststream.mqtt.response import MQTTPublishCommand
if TYPE_CHECKING:
 from fast_depends.library.serializer import SerializerProto
 from faststream._internal.parser import CodecProto
 from faststream._internal.types import AsyncCallable, CustomCallable
class ZmqttBaseProducer(ProducerProto[MQTTPublishCommand]):
 __slots__: tuple[str, str, str, str, str, str]
 _parser: "AsyncCallable"
 _decoder: "AsyncCallable"
 def __init__(self, default_parser: Any, parser: Optional["CustomCallable"], decoder: Optional["CustomCallable"], id_generator: IdGenerator = ...) -> None: ...
 def connect(self, client: "zmqtt.MQTTClient", serializer: Optional["SerializerProto"], codec: Optional["CodecProto"] = None) -> None: ...
 def disconnect(self) -> None: ...
 @property
 def _connected_client(self) -> "zmqtt.MQTTClient": ...
 @override
 async def publish(self, cmd: "MQTTPublishCommand") -> None: ...
 @override
 async def request(self, cmd: "MQTTPublishCommand") -> Any: ...
 @override
 async def publish_batch(self, cmd: "MQTTPublishCommand") -> None: ...
 _client: zmqtt.MQTTClient | None
 codec: CodecProto
 id_generator: _loopmend_0.Callable[..., str]
 serializer: SerializerProto | None
class ZmqttProducerV311(ZmqttBaseProducer):
 __slots__: tuple[()]
 def __init__(self, parser: Optional["CustomCallable"], decoder: Optional["CustomCallable"], id_generator: IdGenerator = ...) -> None: ...
 @override
 async def publish(self, cmd: "MQTTPublishCommand") -> None: ...
 @override
 async def request(self, cmd: "MQTTPublishCommand") -> "zmqtt.Message": ...
class ZmqttProducerV5(ZmqttBaseProducer):
 __slots__: tuple[()]
 def __init__(self, parser: Optional["CustomCallable"], decoder: Optional["CustomCallable"], id_generator: IdGenerator = ...) -> None: ...
 @override
 async def publish(self, cmd: "MQTTPublishCommand") -> None: ...
 @override
 async def request(self, cmd: "MQTTPublishCommand") -> "zmqtt.Message": ...
class ZmqttFakeProducer(ZmqttBaseProducer):
 __slots__: tuple[()]
 def __init__(self) -> None: ...
 def __bool__(self) -> bool: ...
 def connect(self, client: "zmqtt.MQTTClient", serializer: Optional["SerializerProto"], codec: Optional["CodecProto"] = None) -> None: ...
 def disconnect(self) -> None: ...

=== faststream.mqtt.publisher.usecase
import faststream._internal.utils.path as _loopmend_1
import faststream.message.message as _loopmend_0
import typing as _loopmend_2
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Union
from typing_extensions import override
from zmqtt import QoS
from faststream._internal.endpoint.publisher import PublisherUsecase
from faststream.mqtt.response import MQTTPublishCommand
from faststream.response.publish_type import PublishType
if TYPE_CHECKING:
 from faststream._internal.basic_types import SendableMessage
 from faststream._internal.endpoint.publisher import PublisherSpecification
 from faststream._internal.types import PublisherMiddleware
 from faststream.mqtt.broker.config import MQTTBrokerConfig
 from faststream.response.response import PublishCommand
 from .config import MQTTPublisherConfig
class MQTTPublisher(PublisherUsecase):
 __slots__: tuple[str, str, str, str]
 _outer_config: "MQTTBrokerConfig"
 def __init__(self, config: "MQTTPublisherConfig", specification: "PublisherSpecification[Any, Any]") -> None: ...
 @property
 def topic(self) -> str: ...
 @override
 async def publish(self, message: "SendableMessage", topic: str = ..., *, qos: QoS | None = None, retain: bool | None = None, headers: dict[str, str] | None = None, correlation_id: str | None = None) -> None: ...
 @override
 async def _publish(self, cmd: Union["PublishCommand", "MQTTPublishCommand"], *, _extra_middlewares: Iterable["PublisherMiddleware"]) -> None: ...
 @override
 async def request(self, message: "SendableMessage", topic: str = ..., *, correlation_id: str | None = None, reply_to: str = ..., timeout: float | None = ...) -> Any: ...
 _address: _loopmend_1.Address
 headers: dict | dict[str, str]
 qos: _loopmend_2.Any
 retain: bool

=== faststream.mqtt.subscriber package
from .usecase import MQTTBaseSubscriber, MQTTConcurrentSubscriber, MQTTDefaultSubscriber
__all__ = ( "MQTTBaseSubscriber", "MQTTConcurrentSubscriber", "MQTTDefaultSubscriber", )

=== faststream.mqtt.subscriber.usecase
import faststream._internal.endpoint.publisher.proto as _loopmend_3
import faststream._internal.utils.path as _loopmend_1
import faststream.mqtt.message as _loopmend_4
import faststream.mqtt.parser as _loopmend_0
import typing as _loopmend_2
import warnings
from abc import abstractmethod
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Literal
import anyio
import zmqtt
from typing_extensions import override
from faststream._internal.endpoint.subscriber import SubscriberUsecase
from faststream._internal.endpoint.subscriber.mixins import ConcurrentMixin, TasksMixin
from faststream._internal.endpoint.utils import process_msg
from faststream.middlewares import AckPolicy
from faststream.mqtt.parser import MQTTBaseParser, MQTTVersion, parser_for
from faststream.mqtt.publisher.fake import MQTTFakePublisher
if TYPE_CHECKING:
 from faststream._internal.endpoint.publisher import PublisherProto
 from faststream._internal.endpoint.subscriber import SubscriberSpecification
 from faststream._internal.endpoint.subscriber.call_item import CallsCollection
 from faststream._internal.utils.path import Address
 from faststream.message import StreamMessage
 from faststream.mqtt.broker.config import MQTTBrokerConfig
 from faststream.mqtt.message import MQTTMessage
 from faststream.mqtt.subscriber.config import MQTTSubscriberConfig
class MQTTBaseSubscriber(TasksMixin, SubscriberUsecase[zmqtt.Message]):
 __slots__: tuple[str, str, str, str, str]
 _outer_config: "MQTTBrokerConfig"
 def __init__(self, config: "MQTTSubscriberConfig", specification: "SubscriberSpecification[Any, Any]", calls: "CallsCollection[zmqtt.Message]") -> None: ...
 def _build_parser(self) -> MQTTBaseParser: ...
 def _make_parser(self, outer_config: "MQTTBrokerConfig") -> MQTTBaseParser: ...
 @property
 def address(self) -> "Address": ...
 @property
 def topic(self) -> str: ...
 def _make_response_publisher(self, message: "StreamMessage[Any]") -> Sequence["PublisherProto"]: ...
 @staticmethod
 def build_log_context(message: "StreamMessage[zmqtt.Message] | None", topic: str = ...) -> dict[str, str]: ...
 def get_log_context(self, message: "StreamMessage[zmqtt.Message] | None") -> dict[str, str]: ...
 @override
 async def start(self) -> None: ...
 @override
 async def stop(self) -> None: ...
 async def _create_subscription(self) -> None: ...
 @override
 async def get_one(self, *, timeout: float = ...) -> "MQTTMessage | None": ...
 @override
 def __aiter__(self) -> AsyncIterator["MQTTMessage"]: ...
 @abstractmethod
 async def _consume_loop(self) -> None: ...
 _address: _loopmend_1.Address
 _qos: _loopmend_2.Any
 _shared: str
 _subscription: zmqtt.Subscription | None
 last_unsubscribe_result: zmqtt.UnsubscribeResult | None
 _parser: _loopmend_2.Callable[..., _loopmend_2.Coroutine[_loopmend_2.Any, _loopmend_2.Any, _loopmend_4.MQTTMessage]]
 _decoder: _loopmend_2.Callable[..., _loopmend_2.Coroutine[_loopmend_2.Any, _loopmend_2.Any, None | _loopmend_2.Sequence | bool | bytearray | bytes | dict | float | int | str]]
 running: bool
class MQTTDefaultSubscriber(MQTTBaseSubscriber):
 __slots__: tuple[()]
 async def _consume_loop(self) -> None: ...
class MQTTConcurrentSubscriber(ConcurrentMixin[zmqtt.Message], MQTTBaseSubscriber):
 __slots__: tuple[()]
 @override
 async def start(self) -> None: ...
 async def _consume_loop(self) -> None: ...

=== faststream.mqtt.testing
import faststream._internal.endpoint.utils as _loopmend_5
import faststream._internal.parser as _loopmend_6
import faststream.mqtt.broker.broker as _loopmend_4
import faststream.mqtt.subscriber.usecase as _loopmend_1
import faststream.mqtt.testing as _loopmend_0
import typing as _loopmend_3
import unittest.mock as _loopmend_2
import asyncio
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Optional, cast, overload
from unittest.mock import MagicMock
import anyio
import zmqtt
from typing_extensions import override
from zmqtt import topic_matches
from faststream._internal.endpoint.utils import ParserComposition
from faststream._internal.parser import DefaultCodec
from faststream._internal.testing.broker import ( EnterType, TestBroker, change_producer, )
from faststream.exceptions import SubscriberNotFound
from faststream.mqtt.broker.broker import MQTTBroker
from faststream.mqtt.parser import MQTTVersion, parser_for
from faststream.mqtt.publisher.producer import ZmqttBaseProducer
from faststream.mqtt.response import MQTTPublishCommand
if TYPE_CHECKING:
 from fast_depends.library.serializer import SerializerProto
 from faststream._internal.basic_types import SendableMessage
 from faststream._internal.parser import CodecProto
 from faststream.mqtt.publisher.usecase import MQTTPublisher
 from faststream.mqtt.subscriber.usecase import MQTTBaseSubscriber
__all__ = ("TestMQTTBroker",)
class _BlockingSubscription:
 async def start(self) -> None: ...
 async def stop(self) -> None: ...
 def __aiter__(self) -> "_BlockingSubscription": ...
 async def __anext__(self) -> zmqtt.Message: ...
def mqtt_topic_matches(pattern: str, topic: str) -> bool: ...
def _broker_version(broker: MQTTBroker) -> MQTTVersion: ...
class TestMQTTBroker( TestBroker[MQTTBroker, EnterType], broker=MQTTBroker, ):
 @overload
 def __init__(self: "TestMQTTBroker[MQTTBroker]", broker: MQTTBroker, /, *, with_real: bool = ..., connect_only: bool | None = None) -> None: ...
 @overload
 def __init__(self: "TestMQTTBroker[tuple[MQTTBroker, ...]]", *brokers: MQTTBroker, with_real: bool = ..., connect_only: bool | None = None) -> None: ...
 def __init__(self, *brokers: MQTTBroker, with_real: bool = ..., connect_only: bool | None = None) -> None: ...
 def create_publisher_fake_subscriber(self, broker: MQTTBroker, publisher: "MQTTPublisher") -> tuple["MQTTBaseSubscriber", bool]: ...
 def _fake_start(self, broker: MQTTBroker, *args: Any, **kwargs: Any) -> None: ...
 @contextmanager
 def _patch_producer(self, broker: MQTTBroker) -> Generator[None, None, None]: ...
 @override
 async def _fake_connect(self, broker: MQTTBroker, *args: Any, **kwargs: Any) -> MagicMock: ...
class FakeProducer(ZmqttBaseProducer):
 def __init__(self, broker: MQTTBroker, brokers: Sequence[MQTTBroker]) -> None: ...
 @property
 def subscribers(self) -> Iterable["MQTTBaseSubscriber"]: ...
 @property
 def _version(self) -> MQTTVersion: ...
 @override
 async def publish(self, cmd: MQTTPublishCommand) -> None: ...
 @override
 async def request(self, cmd: MQTTPublishCommand) -> "zmqtt.Message": ...
 broker: _loopmend_4.MQTTBroker
 brokers: _loopmend_3.Sequence[_loopmend_4.MQTTBroker]
 _parser: _loopmend_5.ParserComposition
 _decoder: _loopmend_5.ParserComposition
 serializer: SerializerProto | None
 codec: _loopmend_6.CodecProto | _loopmend_6.DefaultCodec
async def build_message(message: "SendableMessage", topic: str, *, version: MQTTVersion = ..., qos: int = ..., retain: bool = ..., reply_to: str = ..., correlation_id: str | None = None, headers: dict[str, str] | None = None, serializer: Optional["SerializerProto"] = None, codec: Optional["CodecProto"] = None) -> zmqtt.Message: ...

=== faststream.nats package
from importlib.util import find_spec
from typing import TYPE_CHECKING, TypeAlias
from faststream._internal.parser import ParserProto
from faststream._internal.testing.app import TestApp
if TYPE_CHECKING:
 from nats.aio.msg import Msg
NatsParserType: TypeAlias = ParserProto["Msg"]
try:
 from nats.js.api import ( AckPolicy, ConsumerConfig, DeliverPolicy, DiscardPolicy, ExternalStream, Placement, RePublish, ReplayPolicy, RetentionPolicy, StorageType, StreamConfig, StreamSource, )
 from .annotations import NatsMessage
 from .broker import NatsBroker, NatsPublisher, NatsRoute, NatsRouter
 from .response import NatsPublishCommand, NatsResponse
 from .schemas import JStream, KvWatch, ObjWatch, PubAck, PullSub, Schedule
 from .security import ( NatsCredentials, NatsJWT, NatsNKey, NatsSecurity, NatsToken, NatsUserPassword, )
 from .testing import TestNatsBroker
except ImportError:
 if find_spec("nats") is not None:
  ...
 from faststream.exceptions import INSTALL_FASTSTREAM_NATS
__all__ = ( "AckPolicy", "ConsumerConfig", "DeliverPolicy", "DiscardPolicy", "ExternalStream", "JStream", "KvWatch", "NatsBroker", "NatsCredentials", "NatsJWT", "NatsMessage", "NatsNKey", "NatsParserType", "NatsPublishCommand", "NatsPublisher", "NatsResponse", "NatsRoute", "NatsRouter", "NatsSecurity", "NatsToken", "NatsUserPassword", "ObjWatch", "Placement", "PubAck", "PullSub", "RePublish", "ReplayPolicy", "RetentionPolicy", "Schedule", "StorageType", "StreamConfig", "StreamSource", "TestApp", "TestNatsBroker", )

=== faststream.nats.broker package
from .broker import NatsBroker
from .router import NatsPublisher, NatsRoute, NatsRouter
__all__ = ("NatsBroker", "NatsPublisher", "NatsRoute", "NatsRouter")

=== faststream.nats.broker.broker
import faststream.nats.message as _loopmend_3
import faststream.security as _loopmend_0
import nats.aio.client as _loopmend_1
import nats.js.api as _loopmend_2
import nats.js.kv as _loopmend_4
import nats.js.object_store as _loopmend_5
import typing as _loopmend_6
import logging
from collections.abc import Iterable, Sequence
from typing import ( TYPE_CHECKING, Annotated, Any, Optional, Union, cast, )
from urllib.parse import urlparse
import anyio
import nats
from fast_depends import Provider, dependency_provider
from nats.aio.client import ( DEFAULT_CONNECT_TIMEOUT, DEFAULT_DRAIN_TIMEOUT, DEFAULT_INBOX_PREFIX, DEFAULT_MAX_FLUSHER_QUEUE_SIZE, DEFAULT_MAX_OUTSTANDING_PINGS, DEFAULT_MAX_RECONNECT_ATTEMPTS, DEFAULT_PENDING_SIZE, DEFAULT_PING_INTERVAL, DEFAULT_RECONNECT_TIME_WAIT, Client, ReconnectToServerHandler, )
from nats.aio.msg import Msg
from nats.errors import Error
from nats.js.errors import BadRequestError
from typing_extensions import deprecated, overload, override
from faststream.__about__ import SERVICE_NAME
from faststream._internal.broker import BrokerUsecase
from faststream._internal.constants import EMPTY
from faststream._internal.context.repository import ContextRepo
from faststream._internal.di import FastDependsConfig
from faststream._internal.types import IdGenerator
from faststream.exceptions import SetupError
from faststream.message import gen_cor_id
from faststream.middlewares import AckPolicy
from faststream.nats.configs import NatsBrokerConfig
from faststream.nats.publisher.producer import ( NatsFastProducerImpl, NatsJSFastProducer, )
from faststream.nats.response import NatsPublishCommand
from faststream.nats.security import ( NatsCredentials, NatsJWT, NatsNKey, NatsSecurity, NatsToken, parse_security, warn_deprecated_security_args, )
from faststream.nats.subscriber.usecases.basic import LogicSubscriber
from faststream.response.publish_type import PublishType
from faststream.security import BaseSecurity
from faststream.specification.schema import BrokerSpec
from .logging import make_nats_logger_state
from .registrator import NatsRegistrator
if TYPE_CHECKING:
 from types import TracebackType
 from fast_depends.dependencies import Dependant
 from fast_depends.library.serializer import SerializerProto
 from nats.aio.client import ( Callback, Credentials, ErrorCallback, JWTCallback, SignatureCallback, )
 from nats.js.api import Placement, RePublish, StorageType
 from nats.js.kv import KeyValue
 from nats.js.object_store import ObjectStore
 from typing_extensions import TypedDict
 from faststream._internal.basic_types import LoggerProto, SendableMessage
 from faststream._internal.configs import UnderlyingDriverAnnotations
 from faststream._internal.parser import CodecProto
 from faststream._internal.types import BrokerMiddleware, CustomCallable
 from faststream.nats.configs.broker import JsInitOptions
 from faststream.nats.helpers import KVBucketDeclarer, OSBucketDeclarer
 from faststream.nats.message import NatsMessage
 from faststream.nats.schemas import PubAck, Schedule
 from faststream.specification.schema.extra import Tag, TagDict
 class NatsInitKwargs(TypedDict, total=False):
  error_cb: "ErrorCallback | None"
  disconnected_cb: "Callback | None"
  closed_cb: Callback | None
  discovered_server_cb: "Callback | None"
  reconnected_cb: "Callback | None"
  name: str | None
  pedantic: bool
  verbose: bool
  allow_reconnect: bool
  connect_timeout: int
  reconnect_time_wait: int
  max_reconnect_attempts: int
  ping_interval: int
  max_outstanding_pings: int
  dont_randomize: bool
  flusher_queue_size: int
  no_echo: bool
  tls_hostname: str | None
  tls_handshake_first: bool
  token: str | None
  drain_timeout: int
  signature_cb: "SignatureCallback | None"
  user_jwt_cb: "JWTCallback | None"
  user_credentials: "Credentials | None"
  nkeys_seed: str | None
  nkeys_seed_str: str | None
  inbox_prefix: str | bytes
  pending_size: int
  flush_timeout: float | None
  ws_connection_headers: dict[str, list[str]] | None
  reconnect_to_server_handler: ReconnectToServerHandler | None
UNRECOVERABLE_CONNECT_ERRORS: tuple[str, str, str, str, str, str, str, str, str]
def _validate_deprecated_security(deprecated_arguments: Sequence[str]) -> None: ...
def _adapt_deprecated_security(security: BaseSecurity | None, *, tls_hostname: str | None, token: str | None, signature_cb: Optional["SignatureCallback"], user_jwt_cb: Optional["JWTCallback"], user_credentials: Optional["Credentials"], nkeys_seed: str | None, nkeys_seed_str: str | None) -> BaseSecurity | None: ...
class NatsBroker( NatsRegistrator, BrokerUsecase[Msg, Client, NatsBrokerConfig], ):
 url: list[str]
 def __init__(self, servers: str | Iterable[str] = ..., *, error_cb: Optional["ErrorCallback"] = None, disconnected_cb: Optional["Callback"] = None, closed_cb: Optional["Callback"] = None, discovered_server_cb: Optional["Callback"] = None, reconnected_cb: Optional["Callback"] = None, name: str | None = ..., pedantic: bool = ..., verbose: bool = ..., allow_reconnect: bool = ..., connect_timeout: int = ..., reconnect_time_wait: int = ..., max_reconnect_attempts: int = ..., ping_interval: int = ..., max_outstanding_pings: int = ..., dont_randomize: bool = ..., flusher_queue_size: int = ..., no_echo: bool = ..., tls_hostname: str | None = ..., token: str | None = ..., drain_timeout: int = ..., signature_cb: Optional["SignatureCallback"] = ..., user_jwt_cb: Optional["JWTCallback"] = ..., user_credentials: Optional["Credentials"] = ..., nkeys_seed: str | None = ..., nkeys_seed_str: str | None = ..., inbox_prefix: str | bytes = ..., pending_size: int = ..., flush_timeout: float | None = None, ws_connection_headers: dict[str, list[str]] | None = None, reconnect_to_server_handler: ReconnectToServerHandler | None = None, js_options: Union["JsInitOptions", dict[str, Any], None] = None, graceful_timeout: float | None = ..., ack_policy: AckPolicy = ..., id_generator: IdGenerator = ..., decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, parser: Optional["CustomCallable"] = None, dependencies: Sequence["Dependant"] = ..., middlewares: Sequence["BrokerMiddleware[Any, Any]"] = ..., routers: Iterable[NatsRegistrator] = ..., security: Optional["BaseSecurity"] = None, specification_url: str | Iterable[str] | None = None, protocol: str | None = ..., protocol_version: str | None = ..., description: str | None = None, tags: Iterable[Union["Tag", "TagDict"]] = ..., logger: Optional["LoggerProto"] = ..., log_level: int = ..., apply_types: bool = ..., serializer: Optional["SerializerProto"] = ..., provider: Optional["Provider"] = None, context: Optional["ContextRepo"] = None, underlying_driver_annotations: "UnderlyingDriverAnnotations | None" = None) -> None: ...
 async def _connect(self) -> "Client": ...
 async def stop(self, exc_type: type[BaseException] | None = None, exc_val: BaseException | None = None, exc_tb: Optional["TracebackType"] = None) -> None: ...
 async def start(self) -> None: ...
 @overload
 async def publish(self, message: "SendableMessage", subject: str, headers: dict[str, str] | None = None, reply_to: str = ..., correlation_id: str | None = None, stream: None = None, timeout: float | None = None, schedule: Optional["Schedule"] = None) -> None: ...
 @overload
 async def publish(self, message: "SendableMessage", subject: str, headers: dict[str, str] | None = None, reply_to: str = ..., correlation_id: str | None = None, stream: str | None = None, timeout: float | None = None, schedule: Optional["Schedule"] = None) -> "PubAck": ...
 @override
 async def publish(self, message: "SendableMessage", subject: str, headers: dict[str, str] | None = None, reply_to: str = ..., correlation_id: str | None = None, stream: str | None = None, timeout: float | None = None, schedule: Optional["Schedule"] = None) -> Optional["PubAck"]: ...
 @override
 async def request(self, message: "SendableMessage", subject: str, headers: dict[str, str] | None = None, correlation_id: str | None = None, stream: str | None = None, timeout: float = ...) -> "NatsMessage": ...
 async def key_value(self, bucket: str, *, description: str | None = None, max_value_size: int | None = None, history: int = ..., ttl: float | None = None, max_bytes: int | None = None, storage: Optional["StorageType"] = None, replicas: int = ..., placement: Optional["Placement"] = None, republish: Optional["RePublish"] = None, direct: bool | None = None, declare: bool = ...) -> "KeyValue": ...
 async def object_storage(self, bucket: str, *, description: str | None = None, ttl: float | None = None, max_bytes: int | None = None, storage: Optional["StorageType"] = None, replicas: int = ..., placement: Optional["Placement"] = None, declare: bool = ...) -> "ObjectStore": ...
 def _log_connection_broken(self, error_cb: Optional["ErrorCallback"] = None) -> _loopmend_6.Callable[..., _loopmend_6.Coroutine[_loopmend_6.Any, _loopmend_6.Any, None]]: ...
 def _log_reconnected(self, cb: Optional["Callback"] = None) -> _loopmend_6.Callable[..., _loopmend_6.Coroutine[_loopmend_6.Any, _loopmend_6.Any, None]]: ...
 async def new_inbox(self) -> str: ...
 @override
 async def ping(self, timeout: float | None) -> bool: ...
 @property
 def connection(self) -> "Client": ...
 _connection: None

=== faststream.nats.broker.registrator
import faststream.nats.helpers.stream_builder as _loopmend_7
import faststream.nats.publisher.usecase as _loopmend_6
import faststream.nats.subscriber.usecases.basic as _loopmend_5
import faststream.nats.subscriber.usecases.core_subscriber as _loopmend_0
import faststream.nats.subscriber.usecases.key_value_subscriber as _loopmend_3
import faststream.nats.subscriber.usecases.object_storage_subscriber as _loopmend_4
import faststream.nats.subscriber.usecases.stream_pull_subscriber as _loopmend_2
import faststream.nats.subscriber.usecases.stream_push_subscriber as _loopmend_1
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, Optional, Union, cast
from nats.aio.msg import Msg
from nats.js import api
from typing_extensions import overload, override
from faststream._internal.broker.registrator import Registrator
from faststream._internal.constants import EMPTY
from faststream.exceptions import SetupError
from faststream.middlewares import AckPolicy
from faststream.nats.configs import NatsBrokerConfig
from faststream.nats.helpers import StreamBuilder
from faststream.nats.publisher.factory import create_publisher
from faststream.nats.schemas import JStream, KvWatch, ObjWatch, PullSub
from faststream.nats.subscriber.factory import create_subscriber
if TYPE_CHECKING:
 from fast_depends.dependencies import Dependant
 from faststream._internal.parser import CodecProto
 from faststream._internal.types import ( BrokerMiddleware, CustomCallable, )
 from faststream.nats.publisher.usecase import LogicPublisher
 from faststream.nats.subscriber.usecases import ( BatchPullStreamSubscriber, ConcurrentCoreSubscriber, ConcurrentPullStreamSubscriber, ConcurrentPushStreamSubscriber, CoreSubscriber, KeyValueWatchSubscriber, LogicSubscriber, ObjStoreWatchSubscriber, PullStreamSubscriber, PushStreamSubscriber, )
class NatsRegistrator(Registrator[Msg, NatsBrokerConfig]):
 def __init__(self, **kwargs: Any) -> None: ...
 @overload
 def subscriber(self, subject: str = ..., queue: str = ..., pending_msgs_limit: int | None = None, pending_bytes_limit: int | None = None, max_msgs: int = ..., durable: None = None, config: None = None, ordered_consumer: Literal[False] = ..., idle_heartbeat: None = None, flow_control: None = None, deliver_policy: None = None, headers_only: None = None, pull_sub: Literal[False] = ..., kv_watch: None = None, obj_watch: Literal[False] = ..., inbox_prefix: bytes = ..., stream: None = None, dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, persistent: bool = ..., max_workers: None = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ...) -> "CoreSubscriber": ...
 @overload
 def subscriber(self, subject: str = ..., queue: str = ..., pending_msgs_limit: int | None = None, pending_bytes_limit: int | None = None, max_msgs: int = ..., durable: None = None, config: None = None, ordered_consumer: Literal[False] = ..., idle_heartbeat: None = None, flow_control: None = None, deliver_policy: None = None, headers_only: None = None, pull_sub: Literal[False] = ..., kv_watch: None = None, obj_watch: Literal[False] = ..., inbox_prefix: bytes = ..., stream: None = None, dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, persistent: bool = ..., max_workers: int = ..., ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ...) -> "ConcurrentCoreSubscriber": ...
 @overload
 def subscriber(self, subject: str = ..., queue: str = ..., pending_msgs_limit: int | None = None, pending_bytes_limit: int | None = None, max_msgs: int = ..., durable: str | None = None, config: Optional["api.ConsumerConfig"] = None, ordered_consumer: bool = ..., idle_heartbeat: float | None = None, flow_control: bool | None = None, deliver_policy: Optional["api.DeliverPolicy"] = None, headers_only: bool | None = None, pull_sub: Literal[False] = ..., kv_watch: None = None, obj_watch: Literal[False] = ..., inbox_prefix: bytes = ..., stream: Union[str, "JStream"] = ..., dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, persistent: bool = ..., max_workers: None = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ...) -> "PushStreamSubscriber": ...
 @overload
 def subscriber(self, subject: str = ..., queue: str = ..., pending_msgs_limit: int | None = None, pending_bytes_limit: int | None = None, max_msgs: int = ..., durable: str | None = None, config: Optional["api.ConsumerConfig"] = None, ordered_consumer: bool = ..., idle_heartbeat: float | None = None, flow_control: bool | None = None, deliver_policy: Optional["api.DeliverPolicy"] = None, headers_only: bool | None = None, pull_sub: Literal[False] = ..., kv_watch: None = None, obj_watch: Literal[False] = ..., inbox_prefix: bytes = ..., stream: Union[str, "JStream"] = ..., dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, persistent: bool = ..., max_workers: int = ..., ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ...) -> "ConcurrentPushStreamSubscriber": ...
 @overload
 def subscriber(self, subject: str = ..., queue: str = ..., pending_msgs_limit: int | None = None, pending_bytes_limit: int | None = None, max_msgs: int = ..., durable: str | None = None, config: Optional["api.ConsumerConfig"] = None, ordered_consumer: bool = ..., idle_heartbeat: float | None = None, flow_control: bool | None = None, deliver_policy: Optional["api.DeliverPolicy"] = None, headers_only: bool | None = None, pull_sub: Union[Literal[True], "PullSub[Literal[False]]"] = ..., kv_watch: None = None, obj_watch: Literal[False] = ..., inbox_prefix: bytes = ..., stream: Union[str, "JStream"] = ..., dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, persistent: bool = ..., max_workers: None = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ...) -> "PullStreamSubscriber": ...
 @overload
 def subscriber(self, subject: str = ..., queue: str = ..., pending_msgs_limit: int | None = None, pending_bytes_limit: int | None = None, max_msgs: int = ..., durable: str | None = None, config: Optional["api.ConsumerConfig"] = None, ordered_consumer: bool = ..., idle_heartbeat: float | None = None, flow_control: bool | None = None, deliver_policy: Optional["api.DeliverPolicy"] = None, headers_only: bool | None = None, pull_sub: Literal[True] = ..., kv_watch: None = None, obj_watch: Literal[False] = ..., inbox_prefix: bytes = ..., stream: Union[str, "JStream"] = ..., dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, persistent: bool = ..., max_workers: int = ..., ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ...) -> "ConcurrentPullStreamSubscriber": ...
 @overload
 def subscriber(self, subject: str = ..., queue: str = ..., pending_msgs_limit: int | None = None, pending_bytes_limit: int | None = None, max_msgs: int = ..., durable: str | None = None, config: Optional["api.ConsumerConfig"] = None, ordered_consumer: bool = ..., idle_heartbeat: float | None = None, flow_control: bool | None = None, deliver_policy: Optional["api.DeliverPolicy"] = None, headers_only: bool | None = None, pull_sub: "PullSub[Literal[True]]" = ..., kv_watch: None = None, obj_watch: Literal[False] = ..., inbox_prefix: bytes = ..., stream: Union[str, "JStream"] = ..., dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, persistent: bool = ..., max_workers: None = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ...) -> "BatchPullStreamSubscriber": ...
 @overload
 def subscriber(self, subject: str = ..., queue: str = ..., pending_msgs_limit: int | None = None, pending_bytes_limit: int | None = None, max_msgs: int = ..., durable: str | None = None, config: Optional["api.ConsumerConfig"] = None, ordered_consumer: bool = ..., idle_heartbeat: float | None = None, flow_control: bool | None = None, deliver_policy: Optional["api.DeliverPolicy"] = None, headers_only: bool | None = None, pull_sub: PullSub = ..., kv_watch: None = None, obj_watch: Literal[False] = ..., inbox_prefix: bytes = ..., stream: Union[str, "JStream"] = ..., dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, persistent: bool = ..., max_workers: None = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ...) -> Union["PullStreamSubscriber", "BatchPullStreamSubscriber"]: ...
 @overload
 def subscriber(self, subject: str = ..., queue: str = ..., pending_msgs_limit: int | None = None, pending_bytes_limit: int | None = None, max_msgs: int = ..., durable: None = None, config: None = None, ordered_consumer: Literal[False] = ..., idle_heartbeat: None = None, flow_control: None = None, deliver_policy: None = None, headers_only: None = None, pull_sub: Literal[False] = ..., kv_watch: Union[str, "KvWatch"] = ..., obj_watch: Literal[False] = ..., inbox_prefix: bytes = ..., stream: None = None, dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, persistent: bool = ..., max_workers: None = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ...) -> "KeyValueWatchSubscriber": ...
 @overload
 def subscriber(self, subject: str = ..., queue: str = ..., pending_msgs_limit: int | None = None, pending_bytes_limit: int | None = None, max_msgs: int = ..., durable: None = None, config: None = None, ordered_consumer: Literal[False] = ..., idle_heartbeat: None = None, flow_control: None = None, deliver_policy: None = None, headers_only: None = None, pull_sub: Literal[False] = ..., kv_watch: None = None, obj_watch: Union[Literal[True], "ObjWatch"] = ..., inbox_prefix: bytes = ..., stream: None = None, dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, persistent: bool = ..., max_workers: None = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ...) -> "ObjStoreWatchSubscriber": ...
 @overload
 def subscriber(self, subject: str = ..., queue: str = ..., pending_msgs_limit: int | None = None, pending_bytes_limit: int | None = None, max_msgs: int = ..., durable: str | None = None, config: Optional["api.ConsumerConfig"] = None, ordered_consumer: bool = ..., idle_heartbeat: float | None = None, flow_control: bool | None = None, deliver_policy: Optional["api.DeliverPolicy"] = None, headers_only: bool | None = None, pull_sub: Union[bool, "PullSub"] = ..., kv_watch: Union[str, "KvWatch", None] = None, obj_watch: Union[bool, "ObjWatch"] = ..., inbox_prefix: bytes = ..., stream: Union[str, "JStream", None] = None, dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, persistent: bool = ..., max_workers: int | None = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ...) -> "LogicSubscriber[Any]": ...
 @override
 def subscriber(self, subject: str = ..., queue: str = ..., pending_msgs_limit: int | None = None, pending_bytes_limit: int | None = None, max_msgs: int = ..., durable: str | None = None, config: Optional["api.ConsumerConfig"] = None, ordered_consumer: bool = ..., idle_heartbeat: float | None = None, flow_control: bool | None = None, deliver_policy: Optional["api.DeliverPolicy"] = None, headers_only: bool | None = None, pull_sub: Union[bool, "PullSub"] = ..., kv_watch: Union[str, "KvWatch", None] = None, obj_watch: Union[bool, "ObjWatch"] = ..., inbox_prefix: bytes = ..., stream: Union[str, "JStream", None] = None, dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, persistent: bool = ..., max_workers: int | None = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ...) -> "LogicSubscriber[Any]": ...
 @override
 def publisher(self, subject: str, *, headers: dict[str, str] | None = None, reply_to: str = ..., stream: Union[str, "JStream", None] = None, timeout: float | None = None, persistent: bool = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ...) -> "LogicPublisher": ...
 @override
 def include_router(self, router: "NatsRegistrator", *, prefix: str = ..., dependencies: Sequence["Dependant"] = ..., middlewares: Sequence["BrokerMiddleware[Any, Any]"] = ..., include_in_schema: bool | None = None) -> None: ...
 _stream_builder: _loopmend_7.StreamBuilder

=== faststream.nats.broker.router
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Optional, Union
from nats.aio.msg import Msg
from nats.js import api
from faststream._internal.broker.router import ( ArgsContainer, BrokerRouter, SubscriberRoute, )
from faststream._internal.constants import EMPTY
from faststream.middlewares import AckPolicy
from faststream.nats.configs import NatsBrokerConfig
from .registrator import NatsRegistrator
if TYPE_CHECKING:
 from fast_depends.dependencies import Dependant
 from faststream._internal.basic_types import SendableMessage
 from faststream._internal.configs import UnderlyingDriverAnnotations
 from faststream._internal.parser import CodecProto
 from faststream._internal.types import ( BrokerMiddleware, CustomCallable, )
 from faststream.nats.schemas import JStream, KvWatch, ObjWatch, PullSub
class NatsPublisher(ArgsContainer):
 def __init__(self, subject: str = ..., *, headers: dict[str, str] | None = None, reply_to: str = ..., stream: Union[str, "JStream", None] = None, timeout: float | None = None, title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ..., persistent: bool = ...) -> None: ...
class NatsRoute(SubscriberRoute):
 def __init__(self, call: Callable[..., "SendableMessage"] | Callable[..., Awaitable["SendableMessage"]], subject: str, publishers: Iterable[NatsPublisher] = ..., queue: str = ..., pending_msgs_limit: int | None = None, pending_bytes_limit: int | None = None, max_msgs: int = ..., durable: str | None = None, config: Optional["api.ConsumerConfig"] = None, ordered_consumer: bool = ..., idle_heartbeat: float | None = None, flow_control: bool | None = None, deliver_policy: Optional["api.DeliverPolicy"] = None, headers_only: bool | None = None, pull_sub: Optional["PullSub"] = None, kv_watch: Union[str, "KvWatch", None] = None, obj_watch: Union[bool, "ObjWatch"] = ..., inbox_prefix: bytes = ..., stream: Union[str, "JStream", None] = None, dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, max_workers: int | None = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., persistent: bool = ..., codec: Optional["CodecProto"] = None) -> None: ...
class NatsRouter(NatsRegistrator, BrokerRouter[Msg, NatsBrokerConfig]):
 def __init__(self, prefix: str = ..., handlers: Iterable[NatsRoute] = ..., *, dependencies: Sequence["Dependant"] = ..., middlewares: Sequence["BrokerMiddleware[Any, Any]"] = ..., routers: Iterable[NatsRegistrator] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, include_in_schema: bool | None = None, ack_policy: "AckPolicy" = ..., underlying_driver_annotations: "UnderlyingDriverAnnotations | None" = None) -> None: ...

=== faststream.nats.helpers package
from faststream.nats.helpers.bucket_declarer import KVBucketDeclarer
from faststream.nats.helpers.obj_storage_declarer import OSBucketDeclarer
from faststream.nats.helpers.stream_builder import StreamBuilder
__all__ = ( "KVBucketDeclarer", "OSBucketDeclarer", "StreamBuilder", )

=== faststream.nats.helpers.bucket_declarer
import nats.js.kv as _loopmend_0
from typing import TYPE_CHECKING, Optional
from nats.js.api import KeyValueConfig
from .state import ConnectedState, ConnectionState, EmptyConnectionState
if TYPE_CHECKING:
 from nats.js import JetStreamContext
 from nats.js.api import Placement, RePublish, StorageType
 from nats.js.kv import KeyValue
class KVBucketDeclarer:
 __slots__: tuple[str, str]
 buckets: dict[str, "KeyValue"]
 def __init__(self) -> None: ...
 def connect(self, connection: "JetStreamContext") -> None: ...
 def disconnect(self) -> None: ...
 async def create_key_value(self, bucket: str, *, description: str | None = None, max_value_size: int | None = None, history: int = ..., ttl: float | None = None, max_bytes: int | None = None, storage: Optional["StorageType"] = None, replicas: int = ..., placement: Optional["Placement"] = None, republish: Optional["RePublish"] = None, direct: bool | None = None, declare: bool = ...) -> "KeyValue": ...
 __state: ConnectionState[JetStreamContext]

=== faststream.nats.helpers.obj_storage_declarer
import nats.js.object_store as _loopmend_0
from typing import TYPE_CHECKING, Optional
from nats.js.api import ObjectStoreConfig
from .state import ConnectedState, ConnectionState, EmptyConnectionState
if TYPE_CHECKING:
 from nats.js import JetStreamContext
 from nats.js.api import Placement, StorageType
 from nats.js.object_store import ObjectStore
class OSBucketDeclarer:
 __slots__: tuple[str, str]
 buckets: dict[str, "ObjectStore"]
 def __init__(self) -> None: ...
 def connect(self, connection: "JetStreamContext") -> None: ...
 def disconnect(self) -> None: ...
 async def create_object_store(self, bucket: str, *, description: str | None = None, ttl: float | None = None, max_bytes: int | None = None, storage: Optional["StorageType"] = None, replicas: int = ..., placement: Optional["Placement"] = None, declare: bool = ...) -> "ObjectStore": ...
 __state: ConnectionState[JetStreamContext]

=== faststream.nats.message
from nats.aio.msg import Msg
from nats.js.api import ObjectInfo
from nats.js.kv import KeyValue
from faststream.message import StreamMessage
class NatsMessage(StreamMessage[Msg]):
 async def ack(self) -> None: ...
 async def ack_sync(self) -> None: ...
 async def nack(self, delay: float | None = None) -> None: ...
 async def reject(self) -> None: ...
 async def in_progress(self) -> None: ...
class NatsBatchMessage(StreamMessage[list[Msg]]):
 async def ack(self) -> None: ...
 async def nack(self, delay: float | None = None) -> None: ...
 async def reject(self) -> None: ...
 async def in_progress(self) -> None: ...
class NatsKvMessage(StreamMessage[KeyValue.Entry]):
 ...
class NatsObjMessage(StreamMessage[ObjectInfo]):
 ...

=== faststream.nats.parser
import faststream.message.message as _loopmend_2
import nats.aio.msg as _loopmend_3
import nats.js.api as _loopmend_5
import nats.js.kv as _loopmend_4
import re as _loopmend_1
import typing as _loopmend_0
from typing import TYPE_CHECKING, Any
from faststream._internal.utils.path import match_path
from faststream.message import ( StreamMessage, decode_message, )
from faststream.nats.message import ( NatsBatchMessage, NatsKvMessage, NatsMessage, NatsObjMessage, )
from faststream.nats.schemas.js_stream import compile_nats_wildcard
if TYPE_CHECKING:
 from nats.aio.msg import Msg
 from nats.js.api import ObjectInfo
 from nats.js.kv import KeyValue
 from faststream._internal.basic_types import DecodedMessage
class NatsBaseParser:
 __slots__: tuple[str]
 def __init__(self, *, pattern: str) -> None: ...
 async def decode_message(self, msg: "StreamMessage[Any]") -> "DecodedMessage": ...
 _path_re: None | _loopmend_1.Pattern[str]
class NatsParser(NatsBaseParser):
 __slots__: tuple[str]
 def __init__(self, *, pattern: str, is_ack_disabled: bool) -> None: ...
 async def parse_message(self, message: "Msg") -> "StreamMessage[Msg]": ...
 is_ack_disabled: bool
class JsParser(NatsBaseParser):
 __slots__: tuple[()]
 async def parse_message(self, message: "Msg") -> "StreamMessage[Msg]": ...
class BatchParser(JsParser):
 __slots__: tuple[()]
 async def parse_batch(self, message: list["Msg"]) -> "StreamMessage[list[Msg]]": ...
 async def decode_batch(self, msg: "StreamMessage[list[Msg]]") -> list["DecodedMessage"]: ...
class KvParser(NatsBaseParser):
 __slots__: tuple[()]
 async def parse_message(self, msg: "KeyValue.Entry") -> StreamMessage["KeyValue.Entry"]: ...
class ObjParser(NatsBaseParser):
 __slots__: tuple[()]
 async def parse_message(self, msg: "ObjectInfo") -> StreamMessage["ObjectInfo"]: ...

=== faststream.nats.publisher package

=== faststream.nats.publisher.producer
import nats.aio.msg as _loopmend_1
import nats.js.api as _loopmend_0
import asyncio
from abc import abstractmethod
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Optional
import anyio
import nats
from nats.aio.client import NO_RESPONDERS_STATUS
from nats.js.api import Header
from typing_extensions import override
from faststream._internal.endpoint.utils import ParserComposition
from faststream._internal.parser import DefaultCodec
from faststream._internal.producer import ProducerProto
from faststream.exceptions import FeatureNotSupportedException
from faststream.nats.helpers.state import ( ConnectedState, ConnectionState, EmptyConnectionState, )
from faststream.nats.parser import NatsParser
from faststream.nats.response import NatsPublishCommand
if TYPE_CHECKING:
 from fast_depends.library.serializer import SerializerProto
 from nats.aio.client import Client
 from nats.aio.msg import Msg
 from nats.js import JetStreamContext
 from faststream._internal.parser import CodecProto
 from faststream._internal.types import ( AsyncCallable, CustomCallable, )
 from faststream.nats.schemas import PubAck
class NatsFastProducer(ProducerProto[NatsPublishCommand]):
 __slots__: tuple[()]
 def connect(self, connection: Any, serializer: Optional["SerializerProto"], codec: Optional["CodecProto"] = None) -> None: ...
 def disconnect(self) -> None: ...
 @abstractmethod
 async def publish(self, cmd: "NatsPublishCommand") -> Optional["PubAck"]: ...
 @abstractmethod
 async def request(self, cmd: "NatsPublishCommand") -> "Msg": ...
 @override
 async def publish_batch(self, cmd: "NatsPublishCommand") -> None: ...
class NatsFastProducerImpl(NatsFastProducer):
 __slots__: tuple[str, str, str, str, str]
 _decoder: "AsyncCallable"
 _parser: "AsyncCallable"
 def __init__(self, parser: Optional["CustomCallable"], decoder: Optional["CustomCallable"]) -> None: ...
 def connect(self, connection: "Client", serializer: Optional["SerializerProto"], codec: Optional["CodecProto"] = None) -> None: ...
 def disconnect(self) -> None: ...
 @override
 async def publish(self, cmd: "NatsPublishCommand") -> None: ...
 @override
 async def request(self, cmd: "NatsPublishCommand") -> "Msg": ...
 serializer: SerializerProto | None
 codec: CodecProto
 __state: ConnectionState[Client]
class NatsJSFastProducer(NatsFastProducer):
 __slots__: tuple[str, str, str, str, str]
 _decoder: "AsyncCallable"
 _parser: "AsyncCallable"
 def __init__(self, *, parser: Optional["CustomCallable"], decoder: Optional["CustomCallable"]) -> None: ...
 def connect(self, connection: "JetStreamContext", serializer: Optional["SerializerProto"], codec: Optional["CodecProto"] = None) -> None: ...
 def disconnect(self) -> None: ...
 @override
 async def publish(self, cmd: "NatsPublishCommand") -> "PubAck": ...
 @override
 async def request(self, cmd: "NatsPublishCommand") -> "Msg": ...
 serializer: SerializerProto | None
 codec: CodecProto
 __state: ConnectionState[JetStreamContext]
class FakeNatsFastProducer(NatsFastProducer):
 __slots__: tuple[()]
 def connect(self, connection: Any, serializer: Optional["SerializerProto"], codec: Optional["CodecProto"] = None) -> None: ...
 def disconnect(self) -> None: ...
 @override
 async def publish(self, cmd: "NatsPublishCommand") -> None: ...
 @override
 async def request(self, cmd: "NatsPublishCommand") -> "Msg": ...
 @override
 async def publish_batch(self, cmd: "NatsPublishCommand") -> None: ...

=== faststream.nats.publisher.usecase
import faststream._internal.utils.path as _loopmend_0
import faststream.nats.message as _loopmend_2
import faststream.nats.schemas.js_stream as _loopmend_3
import nats.js.api as _loopmend_1
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Optional, Union, cast
from typing_extensions import overload, override
from faststream._internal.endpoint.publisher import PublisherUsecase
from faststream._internal.utils.path import Address
from faststream.nats.response import NatsPublishCommand
from faststream.nats.schemas.js_stream import NATS_ADDRESS_SYNTAX
from faststream.response.publish_type import PublishType
if TYPE_CHECKING:
 from faststream._internal.basic_types import SendableMessage
 from faststream._internal.endpoint.publisher import PublisherSpecification
 from faststream._internal.producer import ProducerProto
 from faststream._internal.types import PublisherMiddleware
 from faststream.nats.configs import NatsBrokerConfig
 from faststream.nats.message import NatsMessage
 from faststream.nats.schemas import PubAck
 from faststream.response.response import PublishCommand
 from .config import NatsPublisherConfig
class LogicPublisher(PublisherUsecase):
 __slots__: tuple[str, str, str, str, str]
 _outer_config: "NatsBrokerConfig"
 def __init__(self, config: "NatsPublisherConfig", specification: "PublisherSpecification[Any, Any]") -> None: ...
 @property
 def subject(self) -> "Address": ...
 @overload
 async def publish(self, message: "SendableMessage", subject: str = ..., headers: dict[str, str] | None = None, reply_to: str = ..., correlation_id: str | None = None, stream: None = None, timeout: float | None = None) -> None: ...
 @overload
 async def publish(self, message: "SendableMessage", subject: str = ..., headers: dict[str, str] | None = None, reply_to: str = ..., correlation_id: str | None = None, stream: str | None = None, timeout: float | None = None) -> "PubAck": ...
 @override
 async def publish(self, message: "SendableMessage", subject: str = ..., headers: dict[str, str] | None = None, reply_to: str = ..., correlation_id: str | None = None, stream: str | None = None, timeout: float | None = None) -> Optional["PubAck"]: ...
 @override
 async def _publish(self, cmd: Union["PublishCommand", "NatsPublishCommand"], *, _extra_middlewares: Iterable["PublisherMiddleware"]) -> None: ...
 @override
 async def request(self, message: "SendableMessage", subject: str = ..., headers: dict[str, str] | None = None, correlation_id: str | None = None, stream: str | None = None, timeout: float = ...) -> "NatsMessage": ...
 _subject: str
 headers: dict | dict[str, str]
 reply_to: str
 stream: _loopmend_3.JStream
 timeout: float

=== faststream.nats.subscriber package
from .factory import create_subscriber
from .usecases import ( BatchPullStreamSubscriber, ConcurrentCoreSubscriber, ConcurrentPullStreamSubscriber, ConcurrentPushStreamSubscriber, CoreSubscriber, KeyValueWatchSubscriber, LogicSubscriber, ObjStoreWatchSubscriber, PullStreamSubscriber, PushStreamSubscriber, )
__all__ = ( "BatchPullStreamSubscriber", "ConcurrentCoreSubscriber", "ConcurrentPullStreamSubscriber", "ConcurrentPushStreamSubscriber", "CoreSubscriber", "KeyValueWatchSubscriber", "LogicSubscriber", "ObjStoreWatchSubscriber", "PullStreamSubscriber", "PushStreamSubscriber", "create_subscriber", )

=== faststream.nats.subscriber.adapters
from typing import Any, Generic, Protocol, TypeVar
class Unsubscriptable(Protocol):
 __slots__: tuple[()]
 async def unsubscribe(self) -> None: ...
class Watchable(Protocol):
 __slots__: tuple[()]
 async def stop(self) -> None: ...
 async def updates(self, timeout: float) -> Any | None: ...
WatchableT = TypeVar("WatchableT", bound=Watchable)
class UnsubscribeAdapter(Unsubscriptable, Generic[WatchableT]):
 __slots__: tuple[str]
 obj: WatchableT
 def __init__(self, subscription: WatchableT) -> None: ...
 async def unsubscribe(self) -> None: ...

=== faststream.nats.subscriber.usecases package
from .basic import LogicSubscriber
from .core_subscriber import ConcurrentCoreSubscriber, CoreSubscriber
from .key_value_subscriber import KeyValueWatchSubscriber
from .object_storage_subscriber import ObjStoreWatchSubscriber
from .stream_pull_subscriber import ( BatchPullStreamSubscriber, ConcurrentPullStreamSubscriber, PullStreamSubscriber, )
from .stream_push_subscriber import ( ConcurrentPushStreamSubscriber, PushStreamSubscriber, )
__all__ = ( "BatchPullStreamSubscriber", "ConcurrentCoreSubscriber", "ConcurrentPullStreamSubscriber", "ConcurrentPushStreamSubscriber", "CoreSubscriber", "KeyValueWatchSubscriber", "LogicSubscriber", "ObjStoreWatchSubscriber", "PullStreamSubscriber", "PushStreamSubscriber", )

=== faststream.nats.subscriber.usecases.basic
import faststream._internal.endpoint.publisher.proto as _loopmend_5
import faststream._internal.utils.path as _loopmend_0
import nats.aio.client as _loopmend_1
import nats.js.api as _loopmend_3
import nats.js.client as _loopmend_2
import typing as _loopmend_4
from abc import abstractmethod
from collections.abc import Iterable
from typing import ( TYPE_CHECKING, Any, Optional, )
from faststream._internal.endpoint.subscriber.usecase import SubscriberUsecase
from faststream._internal.types import MsgType
from faststream._internal.utils.path import Address
from faststream.nats.publisher.fake import NatsFakePublisher
from faststream.nats.schemas.js_stream import NATS_ADDRESS_SYNTAX
from faststream.nats.subscriber.adapters import ( Unsubscriptable, )
if TYPE_CHECKING:
 from nats.aio.client import Client
 from nats.js import JetStreamContext
 from faststream._internal.endpoint.publisher import PublisherProto
 from faststream._internal.endpoint.subscriber import SubscriberSpecification
 from faststream._internal.endpoint.subscriber.call_item import CallsCollection
 from faststream.message import StreamMessage
 from faststream.nats.configs import NatsBrokerConfig
 from faststream.nats.subscriber.config import NatsSubscriberConfig
class LogicSubscriber(SubscriberUsecase[MsgType]):
 subscription: Unsubscriptable | None
 _fetch_sub: Unsubscriptable | None
 _outer_config: "NatsBrokerConfig"
 def __init__(self, config: "NatsSubscriberConfig", specification: "SubscriberSpecification[Any, Any]", calls: "CallsCollection[MsgType]") -> None: ...
 @property
 def subject(self) -> "Address": ...
 @property
 def filter_subjects(self) -> list[str]: ...
 @property
 def connection(self) -> "Client": ...
 @property
 def jetstream(self) -> "JetStreamContext": ...
 async def start(self) -> None: ...
 async def stop(self) -> None: ...
 @abstractmethod
 async def _create_subscription(self) -> None: ...
 @staticmethod
 def build_log_context(message: Optional["StreamMessage[MsgType]"], subject: str, *, queue: str = ..., stream: str = ...) -> dict[str, str]: ...
 @property
 def _resolved_subject_string(self) -> str: ...
 config: _loopmend_3.ConsumerConfig
 _subject: str
 extra_options: dict
class DefaultSubscriber(LogicSubscriber[MsgType]):
 __slots__: tuple[()]
 def _make_response_publisher(self, message: "StreamMessage[Any]") -> Iterable["PublisherProto"]: ...
 def get_log_context(self, message: Optional["StreamMessage[MsgType]"]) -> dict[str, str]: ...

=== faststream.nats.subscriber.usecases.core_subscriber
import faststream.nats.message as _loopmend_0
import nats.aio.subscription as _loopmend_1
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any, Optional
from nats.errors import TimeoutError
from typing_extensions import override
from faststream._internal.endpoint.subscriber.mixins import ConcurrentMixin
from faststream._internal.endpoint.utils import process_msg
from faststream.nats.parser import NatsParser
from .basic import DefaultSubscriber
if TYPE_CHECKING:
 from nats.aio.msg import Msg
 from nats.aio.subscription import Subscription
 from faststream._internal.endpoint.subscriber import SubscriberSpecification
 from faststream._internal.endpoint.subscriber.call_item import CallsCollection
 from faststream.message import StreamMessage
 from faststream.nats.message import NatsMessage
 from faststream.nats.subscriber.config import NatsSubscriberConfig
class CoreSubscriber(DefaultSubscriber["Msg"]):
 __slots__: tuple[()]
 subscription: Optional["Subscription"]
 _fetch_sub: Optional["Subscription"]
 def __init__(self, config: "NatsSubscriberConfig", specification: "SubscriberSpecification[Any, Any]", calls: "CallsCollection[Msg]", *, queue: str) -> None: ...
 @override
 async def get_one(self, *, timeout: float = ...) -> "NatsMessage | None": ...
 @override
 def __aiter__(self) -> AsyncIterator["NatsMessage"]: ...
 async def _create_subscription(self) -> None: ...
 def get_log_context(self, message: Optional["StreamMessage[Msg]"]) -> dict[str, str]: ...
 queue: str
class ConcurrentCoreSubscriber(ConcurrentMixin["Msg"], CoreSubscriber):
 __slots__: tuple[()]
 @override
 async def _create_subscription(self) -> None: ...
 subscription: _loopmend_1.Subscription

=== faststream.nats.subscriber.usecases.key_value_subscriber
import faststream._internal.endpoint.publisher.proto as _loopmend_2
import faststream.nats.message as _loopmend_0
import faststream.nats.schemas.kv_watch as _loopmend_3
import typing as _loopmend_1
from collections.abc import AsyncIterator, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Optional, cast
import anyio
from nats.errors import ConnectionClosedError, TimeoutError
from typing_extensions import override
from faststream._internal.endpoint.subscriber.mixins import TasksMixin
from faststream._internal.endpoint.utils import process_msg
from faststream.nats.parser import KvParser
from faststream.nats.subscriber.adapters import UnsubscribeAdapter
from .basic import LogicSubscriber
if TYPE_CHECKING:
 from nats.js.kv import KeyValue
 from faststream._internal.endpoint.publisher import PublisherProto
 from faststream._internal.endpoint.subscriber import SubscriberSpecification
 from faststream._internal.endpoint.subscriber.call_item import CallsCollection
 from faststream.message import StreamMessage
 from faststream.nats.message import NatsKvMessage
 from faststream.nats.schemas import KvWatch
 from faststream.nats.subscriber.config import NatsSubscriberConfig
class KeyValueWatchSubscriber( TasksMixin, LogicSubscriber["KeyValue.Entry"], ):
 __slots__: tuple[()]
 subscription: Optional["UnsubscribeAdapter[KeyValue.KeyWatcher]"]
 _fetch_sub: UnsubscribeAdapter["KeyValue.KeyWatcher"] | None
 def __init__(self, config: "NatsSubscriberConfig", specification: "SubscriberSpecification[Any, Any]", calls: "CallsCollection[KeyValue.Entry]", *, kv_watch: "KvWatch") -> None: ...
 @override
 async def get_one(self, *, timeout: float = ...) -> Optional["NatsKvMessage"]: ...
 @override
 def __aiter__(self) -> AsyncIterator["NatsKvMessage"]: ...
 @override
 async def _create_subscription(self) -> None: ...
 async def __consume_watch(self) -> None: ...
 @override
 def _make_response_publisher(self, message: "StreamMessage[KeyValue.Entry]") -> Iterable["PublisherProto"]: ...
 def get_log_context(self, message: Optional["StreamMessage[KeyValue.Entry]"]) -> dict[str, str]: ...
 kv_watch: _loopmend_3.KvWatch

=== faststream.nats.subscriber.usecases.object_storage_subscriber
import faststream._internal.endpoint.publisher.proto as _loopmend_2
import faststream.nats.message as _loopmend_0
import faststream.nats.schemas.obj_watch as _loopmend_3
import nats.js.object_store as _loopmend_4
import typing as _loopmend_1
from collections.abc import AsyncIterator, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Optional, cast
import anyio
from nats.errors import TimeoutError
from nats.js.api import ObjectInfo
from typing_extensions import override
from faststream._internal.endpoint.subscriber.mixins import TasksMixin
from faststream._internal.endpoint.utils import process_msg
from faststream.nats.parser import ( ObjParser, )
from faststream.nats.subscriber.adapters import ( UnsubscribeAdapter, )
from .basic import LogicSubscriber
if TYPE_CHECKING:
 from nats.js.object_store import ObjectStore
 from faststream._internal.endpoint.publisher import PublisherProto
 from faststream._internal.endpoint.subscriber import SubscriberSpecification
 from faststream._internal.endpoint.subscriber.call_item import CallsCollection
 from faststream.message import StreamMessage
 from faststream.nats.message import NatsObjMessage
 from faststream.nats.schemas import ObjWatch
 from faststream.nats.subscriber.config import NatsSubscriberConfig
OBJECT_STORAGE_CONTEXT_KEY = "__object_storage"
class ObjStoreWatchSubscriber( TasksMixin, LogicSubscriber[ObjectInfo], ):
 __slots__: tuple[()]
 subscription: Optional["UnsubscribeAdapter[ObjectStore.ObjectWatcher]"]
 _fetch_sub: UnsubscribeAdapter["ObjectStore.ObjectWatcher"] | None
 def __init__(self, config: "NatsSubscriberConfig", specification: "SubscriberSpecification[Any, Any]", calls: "CallsCollection[ObjectInfo]", *, obj_watch: "ObjWatch") -> None: ...
 @override
 async def get_one(self, *, timeout: float = ...) -> Optional["NatsObjMessage"]: ...
 @override
 def __aiter__(self) -> AsyncIterator["NatsObjMessage"]: ...
 @override
 async def _create_subscription(self) -> None: ...
 async def __consume_watch(self) -> None: ...
 @override
 def _make_response_publisher(self, message: "StreamMessage[ObjectInfo]") -> Iterable["PublisherProto"]: ...
 def get_log_context(self, message: Optional["StreamMessage[ObjectInfo]"]) -> dict[str, str]: ...
 obj_watch: _loopmend_3.ObjWatch
 obj_watch_conn: None
 bucket: _loopmend_4.ObjectStore

=== faststream.nats.subscriber.usecases.stream_basic
import faststream.nats.message as _loopmend_0
import faststream.nats.schemas.js_stream as _loopmend_1
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any, Optional
from nats.errors import ConnectionClosedError, TimeoutError
from typing_extensions import override
from faststream._internal.endpoint.utils import process_msg
from faststream.nats.parser import JsParser
from .basic import DefaultSubscriber
if TYPE_CHECKING:
 from nats.aio.msg import Msg
 from nats.js import JetStreamContext
 from faststream._internal.endpoint.subscriber import SubscriberSpecification
 from faststream._internal.endpoint.subscriber.call_item import CallsCollection
 from faststream.message import StreamMessage
 from faststream.nats.message import NatsMessage
 from faststream.nats.schemas import JStream
 from faststream.nats.subscriber.config import NatsSubscriberConfig
class StreamSubscriber(DefaultSubscriber["Msg"]):
 __slots__: tuple[()]
 _fetch_sub: Optional["JetStreamContext.PullSubscription"]
 def __init__(self, config: "NatsSubscriberConfig", specification: "SubscriberSpecification[Any, Any]", calls: "CallsCollection[Msg]", *, stream: "JStream", queue: str) -> None: ...
 def get_log_context(self, message: Optional["StreamMessage[Msg]"]) -> dict[str, str]: ...
 @override
 async def get_one(self, *, timeout: float = ...) -> Optional["NatsMessage"]: ...
 @override
 def __aiter__(self) -> AsyncIterator["NatsMessage"]: ...
 stream: _loopmend_1.JStream
 queue: str

=== faststream.nats.subscriber.usecases.stream_pull_subscriber
import faststream.nats.message as _loopmend_2
import faststream.nats.schemas.js_stream as _loopmend_3
import faststream.nats.schemas.pull_sub as _loopmend_0
import nats.js.client as _loopmend_1
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Any, Optional, cast
import anyio
from nats.errors import ConnectionClosedError, TimeoutError
from nats.js.errors import ServiceUnavailableError
from typing_extensions import override
from faststream._internal.endpoint.subscriber.mixins import ConcurrentMixin, TasksMixin
from faststream._internal.endpoint.utils import process_msg
from faststream.nats.parser import ( BatchParser, )
from .basic import DefaultSubscriber
from .stream_basic import StreamSubscriber
if TYPE_CHECKING:
 from nats.aio.msg import Msg
 from nats.js import JetStreamContext
 from faststream._internal.basic_types import SendableMessage
 from faststream._internal.endpoint.subscriber import SubscriberSpecification
 from faststream._internal.endpoint.subscriber.call_item import CallsCollection
 from faststream.nats.message import NatsMessage
 from faststream.nats.schemas import JStream, PullSub
 from faststream.nats.subscriber.config import NatsSubscriberConfig
class PullStreamSubscriber( TasksMixin, StreamSubscriber, ):
 __slots__: tuple[()]
 subscription: Optional["JetStreamContext.PullSubscription"]
 def __init__(self, config: "NatsSubscriberConfig", specification: "SubscriberSpecification[Any, Any]", calls: "CallsCollection[Msg]", *, queue: str, pull_sub: "PullSub", stream: "JStream") -> None: ...
 @override
 async def _create_subscription(self) -> None: ...
 async def _consume_pull(self, cb: Callable[["Msg"], Coroutine[Any, Any, "SendableMessage"]]) -> None: ...
 pull_sub: _loopmend_0.PullSub
class ConcurrentPullStreamSubscriber(ConcurrentMixin["Msg"], PullStreamSubscriber):
 __slots__: tuple[()]
 @override
 async def _create_subscription(self) -> None: ...
 subscription: _loopmend_1.JetStreamContext.PullSubscription
class BatchPullStreamSubscriber( TasksMixin, DefaultSubscriber[list["Msg"]], ):
 __slots__: tuple[()]
 subscription: Optional["JetStreamContext.PullSubscription"]
 _fetch_sub: Optional["JetStreamContext.PullSubscription"]
 def __init__(self, config: "NatsSubscriberConfig", specification: "SubscriberSpecification[Any, Any]", calls: "CallsCollection[list[Msg]]", *, stream: "JStream", pull_sub: "PullSub") -> None: ...
 @override
 async def get_one(self, *, timeout: float = ...) -> Optional["NatsMessage"]: ...
 @override
 def __aiter__(self) -> AsyncIterator["NatsMessage"]: ...
 @override
 async def _create_subscription(self) -> None: ...
 async def _consume_pull(self) -> None: ...
 pull_sub: _loopmend_0.PullSub
 stream: _loopmend_3.JStream

=== faststream.nats.subscriber.usecases.stream_push_subscriber
from typing import TYPE_CHECKING, Optional
from nats.aio.msg import Msg
from typing_extensions import override
from faststream._internal.endpoint.subscriber.mixins import ConcurrentMixin
from .stream_basic import StreamSubscriber
if TYPE_CHECKING:
 from nats.js import JetStreamContext
class PushStreamSubscriber(StreamSubscriber):
 __slots__: tuple[()]
 subscription: Optional["JetStreamContext.PushSubscription"]
 @override
 async def _create_subscription(self) -> None: ...
class ConcurrentPushStreamSubscriber(ConcurrentMixin[Msg], StreamSubscriber):
 __slots__: tuple[()]
 subscription: Optional["JetStreamContext.PushSubscription"]
 @override
 async def _create_subscription(self) -> None: ...

=== faststream.nats.testing
import faststream._internal.endpoint.utils as _loopmend_4
import faststream._internal.parser as _loopmend_5
import faststream.nats.broker.broker as _loopmend_3
import faststream.nats.subscriber.usecases.basic as _loopmend_0
import faststream.nats.testing as _loopmend_2
import typing as _loopmend_1
from collections.abc import Generator, Iterable, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, Optional, cast, overload
from unittest.mock import AsyncMock
import anyio
from nats.aio.msg import Msg
from typing_extensions import override
from faststream._internal.endpoint.utils import ParserComposition
from faststream._internal.parser import DefaultCodec
from faststream._internal.testing.broker import EnterType, TestBroker
from faststream._internal.types import IdGenerator
from faststream.exceptions import SubscriberNotFound
from faststream.message import gen_cor_id
from faststream.nats.broker import NatsBroker
from faststream.nats.parser import NatsParser
from faststream.nats.publisher.producer import NatsFastProducer
from faststream.nats.schemas.js_stream import is_subject_match_wildcard
if TYPE_CHECKING:
 from fast_depends.library.serializer import SerializerProto
 from faststream._internal.basic_types import SendableMessage
 from faststream._internal.configs.broker import ConfigComposition
 from faststream._internal.parser import CodecProto
 from faststream.nats.configs import NatsBrokerConfig
 from faststream.nats.publisher.usecase import LogicPublisher
 from faststream.nats.response import NatsPublishCommand
 from faststream.nats.subscriber.usecases.basic import LogicSubscriber
__all__ = ("TestNatsBroker",)
@contextmanager
def change_producer(config: "ConfigComposition[NatsBrokerConfig]", producer: "NatsFastProducer") -> Generator[None, None, None]: ...
class TestNatsBroker( TestBroker[NatsBroker, EnterType], broker=NatsBroker, ):
 @overload
 def __init__(self: "TestNatsBroker[NatsBroker]", broker: NatsBroker, /, *, with_real: bool = ..., connect_only: bool | None = None) -> None: ...
 @overload
 def __init__(self: "TestNatsBroker[tuple[NatsBroker, ...]]", *brokers: NatsBroker, with_real: bool = ..., connect_only: bool | None = None) -> None: ...
 def __init__(self, *brokers: NatsBroker, with_real: bool = ..., connect_only: bool | None = None) -> None: ...
 def create_publisher_fake_subscriber(self, broker: NatsBroker, publisher: "LogicPublisher") -> tuple["LogicSubscriber[Any]", bool]: ...
 @contextmanager
 def _patch_producer(self, broker: NatsBroker) -> Generator[None, None, None]: ...
 @override
 async def _fake_connect(self, broker: NatsBroker, *args: Any, **kwargs: Any) -> None: ...
 def _fake_start(self, broker: NatsBroker, *args: Any, **kwargs: Any) -> None: ...
class FakeProducer(NatsFastProducer):
 def __init__(self, broker: NatsBroker, brokers: Sequence[NatsBroker]) -> None: ...
 @property
 def subscribers(self) -> Iterable["LogicSubscriber[Any]"]: ...
 @override
 async def publish(self, cmd: "NatsPublishCommand") -> None: ...
 @override
 async def request(self, cmd: "NatsPublishCommand") -> "PatchedMessage": ...
 async def _execute_handler(self, msg: Any, subject: str, handler: "LogicSubscriber[Any]") -> "PatchedMessage": ...
 broker: _loopmend_3.NatsBroker
 brokers: _loopmend_1.Sequence[_loopmend_3.NatsBroker]
 _parser: _loopmend_4.ParserComposition
 _decoder: _loopmend_4.ParserComposition
 codec: _loopmend_5.CodecProto | _loopmend_5.DefaultCodec
def _find_handler(subscribers: Iterable["LogicSubscriber[Any]"], subject: str, stream: str | None = None) -> Generator["LogicSubscriber[Any]", None, None]: ...
def _is_handler_matches(handler: "LogicSubscriber[Any]", subject: str, stream: str | None = None) -> bool: ...
async def build_message(message: "SendableMessage", subject: str, *, reply_to: str = ..., correlation_id: str | None = None, headers: dict[str, str] | None = None, serializer: Optional["SerializerProto"] = None, codec: Optional["CodecProto"] = None, id_generator: IdGenerator = ...) -> "PatchedMessage": ...
class PatchedMessage(Msg):
 async def ack(self) -> None: ...
 async def ack_sync(self, timeout: float = ...) -> "PatchedMessage": ...
 async def nak(self, delay: float | None = None) -> None: ...
 async def term(self) -> None: ...
 async def in_progress(self) -> None: ...

=== faststream.opentelemetry package
from faststream.opentelemetry.annotations import CurrentBaggage, CurrentSpan
from faststream.opentelemetry.baggage import Baggage
from faststream.opentelemetry.middleware import TelemetryMiddleware
from faststream.opentelemetry.provider import TelemetrySettingsProvider
__all__ = ( "Baggage", "CurrentBaggage", "CurrentSpan", "TelemetryMiddleware", "TelemetrySettingsProvider", )

=== faststream.opentelemetry.middleware
import contextlib as _loopmend_3
import faststream.opentelemetry.middleware as _loopmend_1
import faststream.opentelemetry.provider as _loopmend_2
import typing as _loopmend_0
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import ExitStack
from copy import copy
from typing import TYPE_CHECKING, Any, Optional, cast
from opentelemetry import baggage, context, metrics, trace
from opentelemetry.baggage.propagation import W3CBaggagePropagator
from opentelemetry.context import Context
from opentelemetry.semconv.trace import SpanAttributes
from opentelemetry.trace import Link, Span
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator
from faststream._internal.middlewares import BaseMiddleware
from faststream._internal.types import BrokerMiddleware, PublishCommandType
from faststream.opentelemetry.baggage import Baggage
from faststream.opentelemetry.consts import ( ERROR_TYPE, INSTRUMENTING_LIBRARY_VERSION, INSTRUMENTING_MODULE_NAME, MESSAGING_DESTINATION_PUBLISH_NAME, OTEL_SCHEMA, WITH_BATCH, MessageAction, )
if TYPE_CHECKING:
 from types import TracebackType
 from opentelemetry.metrics import Meter, MeterProvider
 from opentelemetry.trace import Tracer, TracerProvider
 from opentelemetry.util.types import Attributes
 from faststream._internal.basic_types import AsyncFunc, AsyncFuncAny
 from faststream._internal.context.repository import ContextRepo
 from faststream.message import StreamMessage
 from faststream.opentelemetry.provider import TelemetrySettingsProvider
_BAGGAGE_PROPAGATOR: _loopmend_0.Any
_TRACE_PROPAGATOR: _loopmend_0.Any
class TelemetryMiddleware(BrokerMiddleware[Any, PublishCommandType]):
 __slots__: tuple[str, str, str, str]
 def __init__(self, *, settings_provider_factory: Callable[ [Any], Optional["TelemetrySettingsProvider[Any, PublishCommandType]"], ], tracer_provider: Optional["TracerProvider"] = None, meter_provider: Optional["MeterProvider"] = None, meter: Optional["Meter"] = None, include_messages_counters: bool = ...) -> None: ...
 def __call__(self, msg: Any | None, /, *, context: "ContextRepo") -> "BaseTelemetryMiddleware[PublishCommandType]": ...
 _meter: _loopmend_0.Any
 _metrics: _loopmend_1._MetricsContainer
 _settings_provider_factory: _loopmend_0.Callable[..., None | _loopmend_2.TelemetrySettingsProvider]
 _tracer: _loopmend_0.Any
class _MetricsContainer:
 __slots__: tuple[str, str, str, str, str]
 def __init__(self, meter: "Meter", include_messages_counters: bool) -> None: ...
 def observe_publish(self, attrs: dict[str, Any], duration: float, msg_count: int) -> None: ...
 def observe_consume(self, attrs: dict[str, Any], duration: float, msg_count: int) -> None: ...
 include_messages_counters: bool
 process_counter: _loopmend_0.Any
 process_duration: _loopmend_0.Any
 publish_counter: _loopmend_0.Any
 publish_duration: _loopmend_0.Any
class BaseTelemetryMiddleware(BaseMiddleware[PublishCommandType]):
 __slots__: tuple[str, str, str, str, str, str]
 def __init__(self, msg: Any | None, /, *, tracer: "Tracer", settings_provider_factory: Callable[ [Any], Optional["TelemetrySettingsProvider[Any, PublishCommandType]"], ], metrics_container: _MetricsContainer, context: "ContextRepo") -> None: ...
 async def publish_scope(self, call_next: "AsyncFunc", msg: "PublishCommandType") -> Any: ...
 async def consume_scope(self, call_next: "AsyncFuncAny", msg: "StreamMessage[Any]") -> Any: ...
 async def after_processed(self, exc_type: type[BaseException] | None = None, exc_val: BaseException | None = None, exc_tb: Optional["TracebackType"] = None) -> bool | None: ...
 _metrics: _loopmend_1._MetricsContainer
 _tracer: _loopmend_0.Any
 __settings_provider: None | _loopmend_2.TelemetrySettingsProvider
 _current_span: Span | None
 _origin_context: Context | None
 _scope_tokens_stack: _loopmend_3.ExitStack
def _get_meter(meter_provider: Optional["MeterProvider"] = None, meter: Optional["Meter"] = None) -> "Meter": ...
def _get_tracer(tracer_provider: Optional["TracerProvider"] = None) -> "Tracer": ...
def _create_span_name(destination: str, action: str) -> str: ...
def _is_batch_message(msg: "StreamMessage[Any]") -> bool: ...
def _get_msg_links(msg: "StreamMessage[Any]") -> list[Link]: ...
def _get_span_from_headers(headers: dict[str, Any]) -> Span | None: ...
def _get_link_attributes(message_count: int) -> dict: ...

=== faststream.prometheus package
from faststream.prometheus.middleware import PrometheusMiddleware
from faststream.prometheus.provider import MetricsSettingsProvider
from faststream.prometheus.types import ConsumeAttrs
__all__ = ( "ConsumeAttrs", "MetricsSettingsProvider", "PrometheusMiddleware", )

=== faststream.prometheus.middleware
import faststream.prometheus.container as _loopmend_1
import faststream.prometheus.manager as _loopmend_2
import faststream.prometheus.middleware as _loopmend_0
import faststream.prometheus.provider as _loopmend_3
import typing as _loopmend_4
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Any, Generic
from faststream._internal.constants import EMPTY
from faststream._internal.middlewares import BaseMiddleware
from faststream._internal.types import AnyMsg, BrokerMiddleware, PublishCommandType
from faststream.exceptions import IgnoredException
from faststream.message import SourceType
from faststream.prometheus.consts import ( PROCESSING_STATUS_BY_ACK_STATUS, PROCESSING_STATUS_BY_HANDLER_EXCEPTION_MAP, )
from faststream.prometheus.container import MetricsContainer
from faststream.prometheus.manager import MetricsManager
from faststream.prometheus.provider import MetricsSettingsProvider
from faststream.prometheus.types import ProcessingStatus, PublishingStatus
from faststream.response import PublishType
if TYPE_CHECKING:
 from prometheus_client import CollectorRegistry
 from faststream._internal.basic_types import AsyncFuncAny
 from faststream._internal.context.repository import ContextRepo
 from faststream.message.message import StreamMessage
class PrometheusMiddleware(BrokerMiddleware[AnyMsg, PublishCommandType]):
 __slots__: tuple[str, str, str, str, str]
 def __init__(self, *, settings_provider_factory: Callable[ [AnyMsg | None], MetricsSettingsProvider[AnyMsg, PublishCommandType] | None, ], registry: "CollectorRegistry", app_name: str = ..., metrics_prefix: str = ..., received_messages_size_buckets: Sequence[float] | None = None, custom_labels: dict[str, str | Callable[[Any], str]] | None = None) -> None: ...
 def __call__(self, msg: AnyMsg | None, /, *, context: "ContextRepo") -> "BasePrometheusMiddleware[PublishCommandType]": ...
 _dynamic_labels: dict
 _metrics_container: _loopmend_1.MetricsContainer
 _metrics_manager: _loopmend_2.MetricsManager
 _settings_provider_factory: _loopmend_4.Callable[..., None | _loopmend_3.MetricsSettingsProvider]
 _static_labels: dict
class BasePrometheusMiddleware( BaseMiddleware[PublishCommandType, AnyMsg | None], Generic[PublishCommandType, AnyMsg], ):
 __slots__: tuple[str, str, str]
 def __init__(self, msg: AnyMsg | None, /, *, settings_provider_factory: Callable[ [AnyMsg | None], MetricsSettingsProvider[AnyMsg, PublishCommandType] | None, ], metrics_manager: MetricsManager, context: "ContextRepo", custom_labels: dict[str, str]) -> None: ...
 async def consume_scope(self, call_next: "AsyncFuncAny", msg: "StreamMessage[AnyMsg]") -> Any: ...
 async def publish_scope(self, call_next: Callable[[PublishCommandType], Awaitable[Any]], cmd: PublishCommandType) -> Any: ...
 _metrics_manager: _loopmend_2.MetricsManager
 _custom_labels: dict[str, str]
 _settings_provider: None | _loopmend_3.MetricsSettingsProvider

=== faststream.rabbit package
from importlib.util import find_spec
from typing import TYPE_CHECKING, TypeAlias
from faststream._internal.parser import ParserProto
from faststream._internal.testing.app import TestApp
if TYPE_CHECKING:
 from aio_pika import IncomingMessage
RabbitParserType: TypeAlias = ParserProto["IncomingMessage"]
try:
 from .annotations import RabbitMessage
 from .broker import RabbitBroker, RabbitPublisher, RabbitRoute, RabbitRouter
 from .response import RabbitPublishCommand, RabbitResponse
 from .schemas import ( Channel, ExchangeType, QueueType, RabbitExchange, RabbitQueue, )
 from .security import RabbitExternalAuth
 from .testing import TestRabbitBroker
except ImportError:
 if find_spec("aio_pika") is not None:
  ...
 from faststream.exceptions import INSTALL_FASTSTREAM_RABBIT
__all__ = ( "Channel", "ExchangeType", "QueueType", "RabbitBroker", "RabbitExchange", "RabbitExternalAuth", "RabbitMessage", "RabbitParserType", "RabbitPublishCommand", "RabbitPublisher", "RabbitQueue", "RabbitResponse", "RabbitRoute", "RabbitRouter", "TestApp", "TestRabbitBroker", )

=== faststream.rabbit.broker package
from .broker import RabbitBroker
from .router import RabbitPublisher, RabbitRoute, RabbitRouter
__all__ = ( "RabbitBroker", "RabbitPublisher", "RabbitRoute", "RabbitRouter", )

=== faststream.rabbit.broker.broker
import aio_pika.abc as _loopmend_5
import aio_pika.robust_connection as _loopmend_0
import aio_pika.robust_exchange as _loopmend_3
import aio_pika.robust_queue as _loopmend_2
import aio_pika.tools as _loopmend_4
import faststream.rabbit.message as _loopmend_1
import typing as _loopmend_6
import logging
from collections.abc import Iterable, Sequence
from typing import ( TYPE_CHECKING, Any, Optional, Union, cast, )
from urllib.parse import urlparse
import anyio
from aio_pika import IncomingMessage, RobustConnection, connect_robust
from fast_depends import Provider, dependency_provider
from typing_extensions import override
from faststream.__about__ import SERVICE_NAME
from faststream._internal.broker import BrokerUsecase
from faststream._internal.constants import EMPTY
from faststream._internal.context.repository import ContextRepo
from faststream._internal.di import FastDependsConfig
from faststream._internal.types import IdGenerator
from faststream.message import gen_cor_id
from faststream.middlewares import AckPolicy
from faststream.rabbit.configs import RabbitBrokerConfig
from faststream.rabbit.helpers.channel_manager import ChannelManagerImpl
from faststream.rabbit.helpers.declarer import RabbitDeclarerImpl
from faststream.rabbit.publisher.producer import ( AioPikaFastProducerImpl, )
from faststream.rabbit.response import RabbitPublishCommand
from faststream.rabbit.schemas import ( RABBIT_REPLY, Channel, RabbitExchange, RabbitQueue, )
from faststream.rabbit.security import parse_security
from faststream.rabbit.utils import build_url
from faststream.response.publish_type import PublishType
from faststream.specification.schema import BrokerSpec
from .logging import make_rabbit_logger_state
from .registrator import RabbitRegistrator
if TYPE_CHECKING:
 from types import TracebackType
 import aiormq
 from aio_pika import ( RobustChannel, RobustExchange, RobustQueue, )
 from aio_pika.abc import ( AbstractConnection, AbstractRobustConnection, CallbackType, DateType, HeadersType, SSLOptions, TimeoutType, )
 from fast_depends.dependencies import Dependant
 from fast_depends.library.serializer import SerializerProto
 from yarl import URL
 from faststream._internal.basic_types import LoggerProto
 from faststream._internal.configs import UnderlyingDriverAnnotations
 from faststream._internal.parser import CodecProto
 from faststream._internal.types import ( BrokerMiddleware, CustomCallable, )
 from faststream.rabbit.helpers import RabbitDeclarer
 from faststream.rabbit.message import RabbitMessage
 from faststream.rabbit.types import AioPikaSendableMessage
 from faststream.rabbit.utils import RabbitClientProperties
 from faststream.security import BaseSecurity
 from faststream.specification.schema.extra import Tag, TagDict
class RabbitBroker( RabbitRegistrator, BrokerUsecase[IncomingMessage, RobustConnection, RabbitBrokerConfig], ):
 def __init__(self, url: Union[str, "URL", None] = ..., *, host: str | None = None, port: int | None = None, virtualhost: str | None = None, ssl_options: Optional["SSLOptions"] = None, client_properties: Optional["RabbitClientProperties"] = None, timeout: "TimeoutType" = None, fail_fast: bool = ..., reconnect_interval: "TimeoutType" = ..., on_close: Sequence[ "CallbackType[AbstractConnection, [BaseException | None], None]" ] | None = None, on_reconnected: Sequence["CallbackType[AbstractRobustConnection, [], None]"] | None = None, default_channel: Optional["Channel"] = None, app_id: str | None = ..., graceful_timeout: float | None = ..., ack_policy: AckPolicy = ..., id_generator: IdGenerator = ..., decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, parser: Optional["CustomCallable"] = None, dependencies: Sequence["Dependant"] = ..., middlewares: Sequence["BrokerMiddleware[Any, Any]"] = ..., routers: Iterable[RabbitRegistrator] = ..., security: Optional["BaseSecurity"] = None, specification_url: str | None = None, protocol: str | None = None, protocol_version: str | None = ..., description: str | None = None, tags: Iterable[Union["Tag", "TagDict"]] = ..., logger: Optional["LoggerProto"] = ..., log_level: int = ..., apply_types: bool = ..., serializer: Optional["SerializerProto"] = ..., provider: Optional["Provider"] = None, context: Optional["ContextRepo"] = None, underlying_driver_annotations: "UnderlyingDriverAnnotations | None" = None) -> None: ...
 @override
 async def _connect(self) -> "RobustConnection": ...
 async def stop(self, exc_type: type[BaseException] | None = None, exc_val: BaseException | None = None, exc_tb: Optional["TracebackType"] = None) -> None: ...
 async def start(self) -> None: ...
 @override
 async def publish(self, message: "AioPikaSendableMessage" = None, queue: Union["RabbitQueue", str] = ..., exchange: Union["RabbitExchange", str, None] = None, *, routing_key: str = ..., mandatory: bool = ..., immediate: bool = ..., timeout: "TimeoutType" = None, persist: bool = ..., reply_to: str | None = None, correlation_id: str | None = None, headers: Optional["HeadersType"] = None, content_type: str | None = None, content_encoding: str | None = None, expiration: Optional["DateType"] = None, message_id: str | None = None, timestamp: Optional["DateType"] = None, message_type: str | None = None, user_id: str | None = None, priority: int | None = None) -> Optional["aiormq.abc.ConfirmationFrameType"]: ...
 @override
 async def request(self, message: "AioPikaSendableMessage" = None, queue: Union["RabbitQueue", str] = ..., exchange: Union["RabbitExchange", str, None] = None, *, routing_key: str = ..., mandatory: bool = ..., immediate: bool = ..., timeout: "TimeoutType" = None, persist: bool = ..., correlation_id: str | None = None, headers: Optional["HeadersType"] = None, content_type: str | None = None, content_encoding: str | None = None, expiration: Optional["DateType"] = None, message_id: str | None = None, timestamp: Optional["DateType"] = None, message_type: str | None = None, user_id: str | None = None, priority: int | None = None) -> "RabbitMessage": ...
 async def declare_queue(self, queue: "RabbitQueue") -> "RobustQueue": ...
 async def declare_exchange(self, exchange: "RabbitExchange") -> "RobustExchange": ...
 @override
 async def ping(self, timeout: float | None) -> bool: ...
 _channel: RobustChannel | None
 _on_close: tuple | tuple[()]
 _on_reconnected: tuple | tuple[()]
 _connection: None

=== faststream.rabbit.broker.registrator
import faststream.rabbit.publisher.usecase as _loopmend_1
import faststream.rabbit.subscriber.usecase as _loopmend_0
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Optional, Union, cast
from aio_pika import IncomingMessage
from typing_extensions import override
from faststream._internal.broker.registrator import Registrator
from faststream._internal.constants import EMPTY
from faststream.exceptions import SetupError
from faststream.middlewares import AckPolicy
from faststream.rabbit.configs import RabbitBrokerConfig
from faststream.rabbit.publisher.factory import create_publisher
from faststream.rabbit.publisher.options import PublishKwargs
from faststream.rabbit.schemas import ( Channel, RabbitExchange, RabbitQueue, )
from faststream.rabbit.subscriber.factory import create_subscriber
if TYPE_CHECKING:
 from aio_pika.abc import DateType, HeadersType, TimeoutType
 from fast_depends.dependencies import Dependant
 from faststream._internal.parser import CodecProto
 from faststream._internal.types import ( BrokerMiddleware, CustomCallable, )
 from faststream.rabbit.publisher import RabbitPublisher
 from faststream.rabbit.subscriber import RabbitSubscriber
class RabbitRegistrator(Registrator[IncomingMessage, RabbitBrokerConfig]):
 @override
 def subscriber(self, queue: Union[str, "RabbitQueue"], exchange: Union[str, "RabbitExchange", None] = None, *, channel: Optional["Channel"] = None, consume_args: dict[str, Any] | None = None, ack_policy: AckPolicy = ..., dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, no_reply: bool = ..., persistent: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ...) -> "RabbitSubscriber": ...
 @override
 def publisher(self, queue: Union["RabbitQueue", str] = ..., exchange: Union["RabbitExchange", str, None] = None, *, routing_key: str = ..., mandatory: bool = ..., immediate: bool = ..., timeout: "TimeoutType" = None, persist: bool = ..., reply_to: str | None = None, priority: int | None = None, persistent: bool = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ..., headers: Optional["HeadersType"] = None, content_type: str | None = None, content_encoding: str | None = None, expiration: Optional["DateType"] = None, message_type: str | None = None, user_id: str | None = None) -> "RabbitPublisher": ...
 @override
 def include_router(self, router: "RabbitRegistrator", *, prefix: str = ..., dependencies: Sequence["Dependant"] = ..., middlewares: Sequence["BrokerMiddleware[Any, Any]"] = ..., include_in_schema: bool | None = None) -> None: ...

=== faststream.rabbit.broker.router
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Optional, Union
from aio_pika import IncomingMessage
from faststream._internal.broker.router import ( ArgsContainer, BrokerRouter, SubscriberRoute, )
from faststream._internal.constants import EMPTY
from faststream.middlewares import AckPolicy
from faststream.rabbit.configs import RabbitBrokerConfig
from .registrator import RabbitRegistrator
if TYPE_CHECKING:
 from aio_pika.abc import DateType, HeadersType, TimeoutType
 from fast_depends.dependencies import Dependant
 from faststream._internal.configs import UnderlyingDriverAnnotations
 from faststream._internal.parser import CodecProto
 from faststream._internal.types import ( BrokerMiddleware, CustomCallable, )
 from faststream.rabbit.schemas import ( Channel, RabbitExchange, RabbitQueue, )
 from faststream.rabbit.types import AioPikaSendableMessage
class RabbitPublisher(ArgsContainer):
 def __init__(self, queue: Union["RabbitQueue", str] = ..., exchange: Union["RabbitExchange", str, None] = None, *, routing_key: str = ..., mandatory: bool = ..., immediate: bool = ..., timeout: "TimeoutType" = None, persist: bool = ..., reply_to: str | None = None, priority: int | None = None, title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ..., headers: Optional["HeadersType"] = None, content_type: str | None = None, content_encoding: str | None = None, expiration: Optional["DateType"] = None, message_type: str | None = None, user_id: str | None = None, persistent: bool = ...) -> None: ...
class RabbitRoute(SubscriberRoute):
 def __init__(self, call: Callable[..., "AioPikaSendableMessage"] | Callable[..., Awaitable["AioPikaSendableMessage"]], queue: Union[str, "RabbitQueue"], exchange: Union[str, "RabbitExchange", None] = None, *, publishers: Iterable[RabbitPublisher] = ..., consume_args: dict[str, Any] | None = None, dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., persistent: bool = ..., codec: Optional["CodecProto"] = None, channel: Optional["Channel"] = None) -> None: ...
class RabbitRouter(RabbitRegistrator, BrokerRouter[IncomingMessage, RabbitBrokerConfig]):
 def __init__(self, prefix: str = ..., handlers: Iterable[RabbitRoute] = ..., *, dependencies: Sequence["Dependant"] = ..., middlewares: Sequence["BrokerMiddleware[Any, Any]"] = ..., routers: Iterable[RabbitRegistrator] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, include_in_schema: bool | None = None, ack_policy: "AckPolicy" = ..., underlying_driver_annotations: "UnderlyingDriverAnnotations | None" = None) -> None: ...

=== faststream.rabbit.helpers package
from .channel_manager import ChannelManager
from .declarer import RabbitDeclarer
__all__ = ( "ChannelManager", "RabbitDeclarer", )

=== faststream.rabbit.helpers.channel_manager
import aio_pika.robust_channel as _loopmend_0
import faststream.rabbit.schemas.channel as _loopmend_1
from typing import TYPE_CHECKING, Optional, Protocol, cast
from faststream.rabbit.schemas import Channel
from .state import ConnectedState, ConnectionState, EmptyConnectionState
if TYPE_CHECKING:
 import aio_pika
class ChannelManager(Protocol):
 __slots__: tuple[()]
 def connect(self, connection: "aio_pika.RobustConnection") -> None: ...
 def disconnect(self) -> None: ...
 async def get_channel(self, channel: Optional["Channel"] = None) -> "aio_pika.RobustChannel": ...
class FakeChannelManager(ChannelManager):
 __slots__: tuple[()]
 def connect(self, connection: "aio_pika.RobustConnection") -> None: ...
 def disconnect(self) -> None: ...
 async def get_channel(self, channel: Optional["Channel"] = None) -> "aio_pika.RobustChannel": ...
class ChannelManagerImpl(ChannelManager):
 __slots__: tuple[str, str, str]
 def __init__(self, default_channel: Optional["Channel"] = None) -> None: ...
 def connect(self, connection: "aio_pika.RobustConnection") -> None: ...
 def disconnect(self) -> None: ...
 async def get_channel(self, channel: Optional["Channel"] = None) -> "aio_pika.RobustChannel": ...
 __channels: dict[Channel, aio_pika.RobustChannel]
 __connection: ConnectionState
 __default_channel: _loopmend_1.Channel

=== faststream.rabbit.helpers.declarer
import aio_pika.robust_exchange as _loopmend_1
import aio_pika.robust_queue as _loopmend_0
import faststream.rabbit.helpers.channel_manager as _loopmend_2
from typing import TYPE_CHECKING, Optional, Protocol, cast
from faststream._internal.constants import EMPTY
if TYPE_CHECKING:
 import aio_pika
 from faststream.rabbit.schemas import Channel, RabbitExchange, RabbitQueue
 from .channel_manager import ChannelManager
class RabbitDeclarer(Protocol):
 __slots__: tuple[()]
 def disconnect(self) -> None: ...
 async def declare_queue(self, queue: "RabbitQueue", declare: bool = ..., *, channel: Optional["Channel"] = None) -> "aio_pika.RobustQueue": ...
 async def declare_exchange(self, exchange: "RabbitExchange", declare: bool = ..., *, channel: Optional["Channel"] = None) -> "aio_pika.RobustExchange": ...
class FakeRabbitDeclarer(RabbitDeclarer):
 __slots__: tuple[()]
 def disconnect(self) -> None: ...
 async def declare_queue(self, queue: "RabbitQueue", declare: bool = ..., *, channel: Optional["Channel"] = None) -> "aio_pika.RobustQueue": ...
 async def declare_exchange(self, exchange: "RabbitExchange", declare: bool = ..., *, channel: Optional["Channel"] = None) -> "aio_pika.RobustExchange": ...
class RabbitDeclarerImpl(RabbitDeclarer):
 __slots__: tuple[str, str, str]
 def __init__(self, channel_manager: "ChannelManager") -> None: ...
 def __repr__(self) -> str: ...
 def disconnect(self) -> None: ...
 async def declare_queue(self, queue: "RabbitQueue", declare: bool = ..., *, channel: Optional["Channel"] = None) -> "aio_pika.RobustQueue": ...
 async def declare_exchange(self, exchange: "RabbitExchange", declare: bool = ..., *, channel: Optional["Channel"] = None) -> "aio_pika.RobustExchange": ...
 __channel_manager: _loopmend_2.ChannelManager
 _exchanges: dict[RabbitExchange, aio_pika.RobustExchange]
 _queues: dict[RabbitQueue, aio_pika.RobustQueue]

=== faststream.rabbit.message
from aio_pika import IncomingMessage
from faststream.message import StreamMessage
class RabbitMessage(StreamMessage[IncomingMessage]):
 async def ack(self, multiple: bool = ...) -> None: ...
 async def nack(self, multiple: bool = ..., requeue: bool = ...) -> None: ...
 async def reject(self, requeue: bool = ...) -> None: ...

=== faststream.rabbit.parser
import aio_pika.message as _loopmend_1
import faststream.message.message as _loopmend_0
import re as _loopmend_3
import typing as _loopmend_2
import datetime
from typing import TYPE_CHECKING, Optional
from aio_pika import Message
from aio_pika.abc import DeliveryMode
from faststream._internal.parser import DefaultCodec
from faststream._internal.types import IdGenerator
from faststream._internal.utils.path import match_path
from faststream.message import ( StreamMessage, decode_message, gen_cor_id, )
from faststream.rabbit.message import RabbitMessage
if TYPE_CHECKING:
 from re import Pattern
 from aio_pika import IncomingMessage
 from aio_pika.abc import DateType, HeadersType
 from fast_depends.library.serializer import SerializerProto
 from faststream._internal.basic_types import DecodedMessage
 from faststream._internal.parser import CodecProto
 from faststream.rabbit.types import AioPikaSendableMessage
class AioPikaParser:
 __slots__: tuple[str]
 def __init__(self, pattern: Optional["Pattern[str]"] = None) -> None: ...
 async def parse_message(self, message: "IncomingMessage") -> StreamMessage["IncomingMessage"]: ...
 async def decode_message(self, msg: StreamMessage["IncomingMessage"]) -> "DecodedMessage": ...
 @staticmethod
 async def encode_message(message: "AioPikaSendableMessage", *, persist: bool = ..., reply_to: str | None = None, headers: Optional["HeadersType"] = None, content_type: str | None = None, content_encoding: str | None = None, priority: int | None = None, correlation_id: str | None = None, expiration: "DateType" = None, message_id: str | None = None, timestamp: "DateType" = None, message_type: str | None = None, user_id: str | None = None, app_id: str | None = None, serializer: Optional["SerializerProto"] = None, codec: Optional["CodecProto"] = None, id_generator: IdGenerator = ...) -> Message: ...
 pattern: None | _loopmend_3.Pattern[str]

=== faststream.rabbit.publisher package
from .usecase import RabbitPublisher
__all__ = ("RabbitPublisher",)

=== faststream.rabbit.publisher.producer
import aio_pika.message as _loopmend_1
import aio_pika.robust_queue as _loopmend_5
import anyio._core._synchronization as _loopmend_0
import anyio.streams.memory as _loopmend_4
import faststream.rabbit.helpers.declarer as _loopmend_2
import typing as _loopmend_3
from abc import abstractmethod
from typing import ( TYPE_CHECKING, Optional, Protocol, cast, )
import anyio
from typing_extensions import Unpack, override
from faststream._internal.endpoint.utils import ParserComposition
from faststream._internal.parser import DefaultCodec
from faststream._internal.producer import ProducerProto
from faststream._internal.types import IdGenerator
from faststream.exceptions import FeatureNotSupportedException, IncorrectState
from faststream.message import gen_cor_id
from faststream.rabbit.parser import AioPikaParser
from faststream.rabbit.response import RabbitPublishCommand
from faststream.rabbit.schemas import RABBIT_REPLY, RabbitExchange
if TYPE_CHECKING:
 from types import TracebackType
 import aiormq
 from aio_pika import IncomingMessage, RobustQueue
 from aio_pika.abc import AbstractIncomingMessage, TimeoutType
 from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream
 from fast_depends.library.serializer import SerializerProto
 from faststream._internal.parser import CodecProto
 from faststream._internal.types import ( AsyncCallable, CustomCallable, )
 from faststream.rabbit.helpers import RabbitDeclarer
 from faststream.rabbit.types import AioPikaSendableMessage
 from .options import MessageOptions
class LockState(Protocol):
 __slots__: tuple[()]
 @property
 def lock(self) -> "anyio.Lock": ...
class LockUnset:
 __slots__: tuple[()]
 @property
 def lock(self) -> "anyio.Lock": ...
class RealLock:
 __slots__: tuple[str]
 def __init__(self) -> None: ...
 lock: _loopmend_0.Lock
class AioPikaFastProducer(ProducerProto[RabbitPublishCommand]):
 __slots__: tuple[()]
 def connect(self, serializer: Optional["SerializerProto"] = None, codec: Optional["CodecProto"] = None) -> None: ...
 def disconnect(self) -> None: ...
 @abstractmethod
 async def publish(self, cmd: "RabbitPublishCommand") -> Optional["aiormq.abc.ConfirmationFrameType"]: ...
 @abstractmethod
 async def request(self, cmd: "RabbitPublishCommand") -> "IncomingMessage": ...
 @override
 async def publish_batch(self, cmd: "RabbitPublishCommand") -> None: ...
class FakeAioPikaFastProducer(AioPikaFastProducer):
 __slots__: tuple[()]
 def __bool__(self) -> bool: ...
 def connect(self, serializer: Optional["SerializerProto"] = None, codec: Optional["CodecProto"] = None) -> None: ...
 def disconnect(self) -> None: ...
 @override
 async def publish(self, cmd: "RabbitPublishCommand") -> Optional["aiormq.abc.ConfirmationFrameType"]: ...
 @override
 async def request(self, cmd: "RabbitPublishCommand") -> "IncomingMessage": ...
class AioPikaFastProducerImpl(AioPikaFastProducer):
 __slots__: tuple[str, str, str, str, str, str, str]
 _decoder: "AsyncCallable"
 _parser: "AsyncCallable"
 def __init__(self, *, declarer: "RabbitDeclarer", parser: Optional["CustomCallable"], decoder: Optional["CustomCallable"], id_generator: IdGenerator = ...) -> None: ...
 def connect(self, serializer: Optional["SerializerProto"] = None, codec: Optional["CodecProto"] = None) -> None: ...
 def disconnect(self) -> None: ...
 @override
 async def publish(self, cmd: "RabbitPublishCommand") -> Optional["aiormq.abc.ConfirmationFrameType"]: ...
 @override
 async def request(self, cmd: "RabbitPublishCommand") -> "IncomingMessage": ...
 async def _publish(self, message: "AioPikaSendableMessage", *, exchange: "RabbitExchange", routing_key: str, mandatory: bool = ..., immediate: bool = ..., timeout: "TimeoutType" = None, **message_options: Unpack["MessageOptions"]) -> Optional["aiormq.abc.ConfirmationFrameType"]: ...
 serializer: SerializerProto | None
 codec: CodecProto
 __lock: LockState
 declarer: _loopmend_2.RabbitDeclarer
 id_generator: _loopmend_3.Callable[..., str]
class _RPCCallback:
 __slots__: tuple[str, str, str, str, str]
 def __init__(self, lock: "anyio.Lock", callback_queue: "RobustQueue") -> None: ...
 async def __aenter__(self) -> "MemoryObjectReceiveStream[IncomingMessage]": ...
 async def __aexit__(self, exc_type: type[BaseException] | None = None, exc_val: BaseException | None = None, exc_tb: Optional["TracebackType"] = None) -> None: ...
 def _close_streams(self) -> None: ...
 lock: _loopmend_0.Lock
 consumer_tag: str
 queue: _loopmend_5.RobustQueue
 receive_response_stream: MemoryObjectReceiveStream[AbstractIncomingMessage]
 send_response_stream: MemoryObjectSendStream[AbstractIncomingMessage]

=== faststream.rabbit.publisher.usecase
import faststream.rabbit.message as _loopmend_1
import faststream.rabbit.publisher.options as _loopmend_0
import faststream.rabbit.schemas.exchange as _loopmend_2
import faststream.rabbit.schemas.queue as _loopmend_3
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Optional, Union
from typing_extensions import Unpack, override
from faststream._internal.endpoint.publisher import PublisherUsecase
from faststream._internal.utils.data import filter_by_dict
from faststream.rabbit.response import RabbitPublishCommand
from faststream.rabbit.schemas import RabbitExchange, RabbitQueue
from faststream.response.publish_type import PublishType
from .options import BasicMessageOptions, PublishKwargs, PublishOptions
if TYPE_CHECKING:
 import aiormq
 from faststream._internal.endpoint.publisher import PublisherSpecification
 from faststream._internal.types import PublisherMiddleware
 from faststream.rabbit.configs import RabbitBrokerConfig
 from faststream.rabbit.message import RabbitMessage
 from faststream.rabbit.types import AioPikaSendableMessage
 from faststream.response.response import PublishCommand
 from .config import RabbitPublisherConfig
class RabbitPublisher(PublisherUsecase):
 __slots__: tuple[str, str, str, str, str, str, str, str]
 _outer_config: "RabbitBrokerConfig"
 def __init__(self, config: "RabbitPublisherConfig", specification: "PublisherSpecification[Any, Any]") -> None: ...
 @property
 def message_options(self) -> "BasicMessageOptions": ...
 def routing(self, *, queue: Union["RabbitQueue", str, None] = None, routing_key: str = ...) -> str: ...
 async def start(self) -> None: ...
 @override
 async def publish(self, message: "AioPikaSendableMessage", queue: Union["RabbitQueue", str, None] = None, exchange: Union["RabbitExchange", str, None] = None, *, routing_key: str = ..., **publish_kwargs: "Unpack[PublishKwargs]") -> Optional["aiormq.abc.ConfirmationFrameType"]: ...
 @override
 async def _publish(self, cmd: Union["RabbitPublishCommand", "PublishCommand"], *, _extra_middlewares: Iterable["PublisherMiddleware"]) -> None: ...
 @override
 async def request(self, message: "AioPikaSendableMessage", queue: Union["RabbitQueue", str, None] = None, exchange: Union["RabbitExchange", str, None] = None, *, routing_key: str = ..., **publish_kwargs: "Unpack[PublishKwargs]") -> "RabbitMessage": ...
 _message_options: _loopmend_0.BasicMessageOptions
 exchange: _loopmend_2.RabbitExchange
 headers: dict | object
 publish_options: _loopmend_0.PublishOptions
 queue: _loopmend_3.RabbitQueue
 reply_to: object | str
 routing_key: str
 timeout: object

=== faststream.rabbit.subscriber package
from .usecase import RabbitSubscriber
__all__ = ("RabbitSubscriber",)

=== faststream.rabbit.subscriber.usecase
import faststream._internal.endpoint.publisher.proto as _loopmend_2
import faststream.rabbit.message as _loopmend_0
import faststream.rabbit.schemas.channel as _loopmend_3
import faststream.rabbit.schemas.exchange as _loopmend_4
import faststream.rabbit.schemas.queue as _loopmend_5
import typing as _loopmend_1
import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from typing import TYPE_CHECKING, Any, Optional, cast
import anyio
from typing_extensions import override
from faststream._internal.endpoint.subscriber import SubscriberUsecase
from faststream._internal.endpoint.utils import process_msg
from faststream.rabbit.parser import AioPikaParser
from faststream.rabbit.publisher.fake import RabbitFakePublisher
from faststream.rabbit.schemas import RabbitExchange
from faststream.rabbit.schemas.constants import REPLY_TO_QUEUE_EXCHANGE_DELIMITER
if TYPE_CHECKING:
 from aio_pika import IncomingMessage, RobustQueue
 from faststream._internal.endpoint.publisher import PublisherProto
 from faststream._internal.endpoint.subscriber.call_item import CallsCollection
 from faststream._internal.endpoint.subscriber.specification import ( SubscriberSpecification, )
 from faststream.message import StreamMessage
 from faststream.rabbit.configs import RabbitBrokerConfig
 from faststream.rabbit.message import RabbitMessage
 from faststream.rabbit.schemas import RabbitQueue
 from .config import RabbitSubscriberConfig
class RabbitSubscriber(SubscriberUsecase["IncomingMessage"]):
 __slots__: tuple[str, str, str, str, str, str, str]
 _outer_config: "RabbitBrokerConfig"
 def __init__(self, config: "RabbitSubscriberConfig", specification: "SubscriberSpecification[Any, Any]", calls: "CallsCollection[IncomingMessage]") -> None: ...
 @property
 def app_id(self) -> str | None: ...
 def routing(self) -> str: ...
 @override
 async def start(self) -> None: ...
 async def stop(self) -> None: ...
 @override
 async def get_one(self, *, timeout: float = ..., no_ack: bool = ...) -> "RabbitMessage | None": ...
 @override
 def __aiter__(self) -> AsyncIterator["RabbitMessage"]: ...
 def _make_response_publisher(self, message: "StreamMessage[Any]") -> Sequence["PublisherProto"]: ...
 @staticmethod
 def build_log_context(message: Optional["StreamMessage[Any]"], queue: "RabbitQueue", exchange: Optional["RabbitExchange"] = None) -> dict[str, str]: ...
 def get_log_context(self, message: Optional["StreamMessage[Any]"]) -> dict[str, str]: ...
 __no_ack: bool
 _consumer_tag: str | None
 _queue_obj: RobustQueue | None
 channel: _loopmend_3.Channel
 consume_args: dict
 exchange: _loopmend_4.RabbitExchange
 queue: _loopmend_5.RabbitQueue

=== faststream.rabbit.testing
import faststream._internal.endpoint.subscriber.usecase as _loopmend_3
import faststream._internal.endpoint.utils as _loopmend_6
import faststream._internal.parser as _loopmend_5
import faststream.rabbit.broker.broker as _loopmend_4
import faststream.rabbit.subscriber.usecase as _loopmend_0
import faststream.rabbit.testing as _loopmend_1
import typing as _loopmend_2
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, Optional, Union, cast, overload
from unittest import mock
from unittest.mock import AsyncMock
import aiormq
import anyio
from aio_pika.message import IncomingMessage, encode_expiration
from pamqp import commands as spec
from pamqp.header import ContentHeader
from typing_extensions import override
from faststream._internal.endpoint.utils import ParserComposition
from faststream._internal.parser import DefaultCodec
from faststream._internal.testing.broker import ( EnterType, TestBroker, change_producer, )
from faststream._internal.types import IdGenerator
from faststream.exceptions import SubscriberNotFound
from faststream.message import gen_cor_id
from faststream.rabbit.broker.broker import RabbitBroker
from faststream.rabbit.parser import AioPikaParser
from faststream.rabbit.publisher.producer import AioPikaFastProducer
from faststream.rabbit.schemas import ( ExchangeType, RabbitExchange, RabbitQueue, )
if TYPE_CHECKING:
 from aio_pika.abc import DateType, HeadersType
 from fast_depends.library.serializer import SerializerProto
 from faststream._internal.endpoint.subscriber import SubscriberUsecase
 from faststream._internal.parser import CodecProto
 from faststream.rabbit.publisher import RabbitPublisher
 from faststream.rabbit.response import RabbitPublishCommand
 from faststream.rabbit.subscriber import RabbitSubscriber
 from faststream.rabbit.types import AioPikaSendableMessage
__all__ = ("TestRabbitBroker",)
class TestRabbitBroker( TestBroker[RabbitBroker, EnterType], broker=RabbitBroker, ):
 @overload
 def __init__(self: "TestRabbitBroker[RabbitBroker]", broker: RabbitBroker, /, *, with_real: bool = ..., connect_only: bool | None = None) -> None: ...
 @overload
 def __init__(self: "TestRabbitBroker[tuple[RabbitBroker, ...]]", *brokers: RabbitBroker, with_real: bool = ..., connect_only: bool | None = None) -> None: ...
 def __init__(self, *brokers: RabbitBroker, with_real: bool = ..., connect_only: bool | None = None) -> None: ...
 @contextmanager
 def _patch_broker(self, broker: "RabbitBroker") -> Generator[None, None, None]: ...
 @contextmanager
 def _patch_producer(self, broker: RabbitBroker) -> Generator[None, None, None]: ...
 @staticmethod
 async def _fake_connect(broker: "RabbitBroker", *args: Any, **kwargs: Any) -> None: ...
 def create_publisher_fake_subscriber(self, broker: "RabbitBroker", publisher: "RabbitPublisher") -> tuple["RabbitSubscriber", bool]: ...
class PatchedMessage(IncomingMessage):
 routing_key: str
 async def ack(self, multiple: bool = ...) -> None: ...
 async def nack(self, multiple: bool = ..., requeue: bool = ...) -> None: ...
 async def reject(self, requeue: bool = ...) -> None: ...
async def build_message(message: "AioPikaSendableMessage" = ..., queue: Union["RabbitQueue", str] = ..., exchange: Union["RabbitExchange", str, None] = None, *, routing_key: str = ..., persist: bool = ..., reply_to: str | None = None, headers: Optional["HeadersType"] = None, content_type: str | None = None, content_encoding: str | None = None, priority: int | None = None, correlation_id: str | None = None, expiration: Optional["DateType"] = None, message_id: str | None = None, timestamp: Optional["DateType"] = None, message_type: str | None = None, user_id: str | None = None, app_id: str | None = None, serializer: Optional["SerializerProto"] = None, codec: Optional["CodecProto"] = None, id_generator: IdGenerator = ...) -> PatchedMessage: ...
class FakeProducer(AioPikaFastProducer):
 def __init__(self, broker: RabbitBroker, brokers: Sequence[RabbitBroker]) -> None: ...
 @property
 def subscribers(self) -> Iterable["SubscriberUsecase[Any]"]: ...
 @override
 async def publish(self, cmd: "RabbitPublishCommand") -> None: ...
 @override
 async def request(self, cmd: "RabbitPublishCommand") -> "PatchedMessage": ...
 async def _execute_handler(self, msg: PatchedMessage, handler: "RabbitSubscriber") -> "PatchedMessage": ...
 broker: _loopmend_4.RabbitBroker
 brokers: _loopmend_2.Sequence[_loopmend_4.RabbitBroker]
 codec: _loopmend_5.CodecProto | _loopmend_5.DefaultCodec
 _parser: _loopmend_6.ParserComposition
 _decoder: _loopmend_6.ParserComposition
def _is_handler_matches(handler: "RabbitSubscriber", routing_key: str, headers: Optional["Mapping[Any, Any]"] = None, exchange: Optional["RabbitExchange"] = None) -> bool: ...
def apply_pattern(pattern: str, current: str) -> bool: ...

=== faststream.redis package
from importlib.util import find_spec
from typing import TYPE_CHECKING, TypeAlias
from faststream._internal.parser import ParserProto
from faststream._internal.testing.app import TestApp
if TYPE_CHECKING:
 from collections.abc import Mapping
 from typing import Any
RedisParserType: TypeAlias = ParserProto["Mapping[str, Any]"]
try:
 from .annotations import ( Pipeline, Redis, RedisBatchStreamMessage, RedisChannelMessage, RedisListMessage, RedisMessage, RedisStreamMessage, )
 from .broker import ( RedisBroker, RedisClusterBroker, RedisPublisher, RedisRoute, RedisRouter, RedisSentinelBroker, )
 from .exceptions import StreamClaimUnsupportedError, StreamGroupNotFoundError
 from .parser import BinaryMessageFormatV1
 from .response import RedisPublishCommand, RedisResponse
 from .schemas import ListSub, PubSub, StreamSub
 from .testing import TestRedisBroker
except ImportError:
 if find_spec("redis") is not None:
  ...
 from faststream.exceptions import INSTALL_FASTSTREAM_REDIS
__all__ = ( "BinaryMessageFormatV1", "ListSub", "Pipeline", "PubSub", "Redis", "RedisBatchStreamMessage", "RedisBroker", "RedisChannelMessage", "RedisClusterBroker", "RedisListMessage", "RedisMessage", "RedisParserType", "RedisPublishCommand", "RedisPublisher", "RedisResponse", "RedisRoute", "RedisRouter", "RedisSentinelBroker", "RedisStreamMessage", "StreamClaimUnsupportedError", "StreamGroupNotFoundError", "StreamSub", "TestApp", "TestRedisBroker", )

=== faststream.redis.annotations
from collections.abc import AsyncGenerator
from typing import TYPE_CHECKING, Annotated
from redis.asyncio.client import ( Pipeline as _RedisPipeline, Redis as _RedisClient, )
from faststream import Depends
from faststream._internal.context import Context
from faststream.annotations import ContextRepo, Logger
from faststream.params import NoCast
from faststream.redis.broker.broker import RedisBroker as RB
from faststream.redis.message import ( RedisBatchStreamMessage as Rbsm, RedisChannelMessage as Rcm, RedisListMessage as Rlm, RedisMessage as Rm, RedisStreamMessage as Rsm, )
if TYPE_CHECKING:
 RedisClient = _RedisClient[bytes]
 RedisPipeline = _RedisPipeline[bytes]
else:
 RedisClient = _RedisClient
 RedisPipeline = _RedisPipeline
__all__ = ( "ContextRepo", "Logger", "NoCast", "Pipeline", "Redis", "RedisBatchStreamMessage", "RedisBroker", "RedisChannelMessage", "RedisStreamMessage", )
RedisMessage = Annotated[Rm, Context("message")]
RedisChannelMessage = Annotated[Rcm, Context("message")]
RedisStreamMessage = Annotated[Rsm, Context("message")]
RedisBatchStreamMessage = Annotated[Rbsm, Context("message")]
RedisListMessage = Annotated[Rlm, Context("message")]
RedisBroker = Annotated[RB, Context("broker")]
Redis = Annotated[RedisClient, Context("broker._connection")]
def get_pipe(redis: Redis) -> AsyncGenerator[RedisPipeline, None]: ...
Pipeline = Annotated[RedisPipeline, Depends(get_pipe, cast=False)]

=== faststream.redis.broker package
from .broker import RedisBroker
from .cluster_broker import RedisClusterBroker
from .router import RedisPublisher, RedisRoute, RedisRouter
from .sentinel_broker import RedisSentinelBroker
__all__ = ( "RedisBroker", "RedisClusterBroker", "RedisPublisher", "RedisRoute", "RedisRouter", "RedisSentinelBroker", )

=== faststream.redis.broker.broker
import faststream.redis.configs.state as _loopmend_0
import faststream.redis.message as _loopmend_3
import faststream.redis.parser.message as _loopmend_4
import faststream.redis.publisher.producer as _loopmend_1
import redis.asyncio.client as _loopmend_2
import logging
from typing import ( TYPE_CHECKING, Any, ClassVar, Optional, cast, )
from urllib.parse import urlparse
import anyio
from anyio import move_on_after
from fast_depends import dependency_provider
from redis.asyncio.connection import ( parse_url, )
from redis.exceptions import ConnectionError
from typing_extensions import Unpack, overload, override
from faststream._internal.broker import BrokerUsecase
from faststream._internal.constants import EMPTY
from faststream._internal.context.repository import ContextRepo
from faststream._internal.di import FastDependsConfig
from faststream.message import gen_cor_id
from faststream.redis.configs import ( ConnectionState, RedisBrokerConfig, RedisConnectionState, )
from faststream.redis.message import UnifyRedisDict
from faststream.redis.parser import BinaryMessageFormatV1, MessageFormat
from faststream.redis.publisher.producer import RedisFastProducer
from faststream.redis.response import RedisPublishCommand
from faststream.redis.schemas.types import NON_CONNECTION_PARAMS
from faststream.redis.security import parse_security
from faststream.response.publish_type import PublishType
from faststream.specification.schema import BrokerSpec
from .logging import make_redis_logger_state
from .registrator import RedisRegistrator
if TYPE_CHECKING:
 from types import TracebackType
 from redis.asyncio.client import Pipeline, Redis
 from faststream._internal.basic_types import SendableMessage
 from faststream.redis.message import RedisChannelMessage
 from faststream.redis.publisher.producer import RedisClusterFastProducer
 from faststream.redis.schemas.types import RedisBrokerParams
 from faststream.security import BaseSecurity
class RedisBroker( RedisRegistrator, BrokerUsecase[UnifyRedisDict, "Redis[bytes]", RedisBrokerConfig], ):
 _EXTRA_NON_CONNECTION_PARAMS: ClassVar[frozenset[str]] = frozenset()
 def __init__(self, url: str = ..., **kwargs: Unpack["RedisBrokerParams"]) -> None: ...
 def _init_broker(self, url: str, kwargs: dict[str, Any]) -> None: ...
 def _validate_init_params(self, kwargs: dict[str, Any]) -> None: ...
 def _make_connection_state(self, connection_options: dict[str, Any], kwargs: dict[str, Any]) -> "ConnectionState[Any]": ...
 def _make_producer(self, connection_state: "ConnectionState[Any]", kwargs: dict[str, Any]) -> "RedisFastProducer | RedisClusterFastProducer": ...
 @override
 async def _connect(self) -> "Redis[bytes]": ...
 async def stop(self, exc_type: type[BaseException] | None = None, exc_val: BaseException | None = None, exc_tb: Optional["TracebackType"] = None) -> None: ...
 async def start(self) -> None: ...
 @overload
 async def publish(self, message: "SendableMessage" = None, channel: str | None = None, *, reply_to: str = ..., headers: dict[str, Any] | None = None, correlation_id: str | None = None, list: str | None = None, stream: None = None, maxlen: int | None = None, pipeline: Optional["Pipeline[bytes]"] = None) -> int: ...
 @overload
 async def publish(self, message: "SendableMessage" = None, channel: str | None = None, *, reply_to: str = ..., headers: dict[str, Any] | None = None, correlation_id: str | None = None, list: str | None = None, stream: str = ..., maxlen: int | None = None, pipeline: Optional["Pipeline[bytes]"] = None) -> bytes: ...
 @override
 async def publish(self, message: "SendableMessage" = None, channel: str | None = None, *, reply_to: str = ..., headers: dict[str, Any] | None = None, correlation_id: str | None = None, list: str | None = None, stream: str | None = None, maxlen: int | None = None, pipeline: Optional["Pipeline[bytes]"] = None) -> int | bytes: ...
 @override
 async def request(self, message: "SendableMessage", channel: str | None = None, *, list: str | None = None, stream: str | None = None, maxlen: int | None = None, correlation_id: str | None = None, headers: dict[str, Any] | None = None, timeout: float | None = ...) -> "RedisChannelMessage": ...
 @override
 async def publish_batch(self, *messages: "SendableMessage", list: str, correlation_id: str | None = None, reply_to: str = ..., headers: dict[str, Any] | None = None, pipeline: Optional["Pipeline[bytes]"] = None) -> int: ...
 @override
 async def ping(self, timeout: float | None = ...) -> bool: ...
 @staticmethod
 def _resolve_url_options(url: str, *, security: Optional["BaseSecurity"], **kwargs: Any) -> dict[str, Any]: ...
 message_format: type[_loopmend_4.MessageFormat]
 _connection: None

=== faststream.redis.broker.cluster_broker
import faststream.redis.configs.state as _loopmend_0
import faststream.redis.publisher.producer as _loopmend_1
import faststream.redis.subscriber.usecases.basic as _loopmend_2
import faststream.redis.subscriber.usecases.channel_subscriber as _loopmend_3
import warnings
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Optional, Union, cast
from redis.asyncio.cluster import ClusterNode
from redis.asyncio.connection import SSLConnection
from typing_extensions import Unpack, override
from faststream._internal.constants import EMPTY
from faststream.redis.broker import RedisBroker
from faststream.redis.configs.state import ( ConnectionState, RedisClusterConnectionState, )
from faststream.redis.publisher.producer import ( RedisClusterFastProducer, )
from faststream.redis.schemas.types import ( CLUSTER_INCOMPATIBLE_PARAMS, )
from faststream.redis.subscriber.usecases.basic import LogicSubscriber
if TYPE_CHECKING:
 from types import TracebackType
 from redis.asyncio.client import Pipeline
 from faststream._internal.basic_types import SendableMessage
 from faststream.redis.schemas import ListSub, PubSub, StreamSub
 from faststream.redis.schemas.types import RedisClusterParams
 from faststream.redis.subscriber.usecases import ChannelSubscriber
 from faststream.security import BaseSecurity
class RedisClusterBroker(RedisBroker):
 def __init__(self, url: str = ..., **kwargs: Unpack["RedisClusterParams"]) -> None: ...
 @override
 def _make_connection_state(self, connection_options: dict[str, Any], kwargs: dict[str, Any]) -> "ConnectionState[Any]": ...
 def _make_producer(self, connection_state: "ConnectionState[Any]", kwargs: dict[str, Any]) -> "RedisClusterFastProducer": ...
 @property
 def _cluster_state(self) -> RedisClusterConnectionState: ...
 def subscriber(self, channel: Union["PubSub", str, None] = None, *, list: Union["ListSub", str, None] = None, stream: Union["StreamSub", str, None] = None, **kwargs: Any) -> "LogicSubscriber": ...
 def _make_channel_subscriber(self, channel: Union["PubSub", str], **kwargs: Any) -> "ChannelSubscriber": ...
 async def publish(self, message: "SendableMessage" = None, channel: str | None = None, *, reply_to: str = ..., headers: dict[str, Any] | None = None, correlation_id: str | None = None, list: str | None = None, stream: str | None = None, maxlen: int | None = None, pipeline: Optional["Pipeline[bytes]"] = ...) -> int | bytes: ...
 async def _connect(self) -> Any: ...
 async def stop(self, exc_type: type[BaseException] | None = None, exc_val: BaseException | None = None, exc_tb: Optional["TracebackType"] = None) -> None: ...
 async def start(self) -> None: ...
 async def publish_batch(self, *messages: "SendableMessage", list: str, correlation_id: str | None = None, reply_to: str = ..., headers: dict[str, Any] | None = None, pipeline: Optional["Pipeline[bytes]"] = ...) -> int: ...
 @staticmethod
 def _resolve_url_options(url: str, *, startup_nodes: Iterable[tuple[str, int]] = ..., host: str = ..., port: str | int = ..., security: Optional["BaseSecurity"] = None, **kwargs: Any) -> dict[str, Any]: ...
 _connection: None

=== faststream.redis.broker.registrator
import faststream.redis.publisher.usecase as _loopmend_4
import faststream.redis.subscriber.usecases.basic as _loopmend_3
import faststream.redis.subscriber.usecases.channel_subscriber as _loopmend_0
import faststream.redis.subscriber.usecases.list_subscriber as _loopmend_1
import faststream.redis.subscriber.usecases.stream_subscriber as _loopmend_2
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, Optional, Union, cast
from typing_extensions import overload, override
from faststream._internal.broker.registrator import Registrator
from faststream._internal.constants import EMPTY
from faststream.exceptions import SetupError
from faststream.middlewares import AckPolicy
from faststream.redis.configs import RedisBrokerConfig
from faststream.redis.message import UnifyRedisDict
from faststream.redis.publisher.factory import create_publisher
from faststream.redis.subscriber.factory import create_subscriber
if TYPE_CHECKING:
 from fast_depends.dependencies import Dependant
 from faststream._internal.parser import CodecProto
 from faststream._internal.types import ( BrokerMiddleware, CustomCallable, )
 from faststream.redis.parser import MessageFormat
 from faststream.redis.publisher.usecase import ( ChannelPublisher, ListBatchPublisher, ListPublisher, LogicPublisher, StreamPublisher, )
 from faststream.redis.schemas import ListSub, PubSub, StreamSub
 from faststream.redis.subscriber.usecases import ( ChannelConcurrentSubscriber, ChannelSubscriber, ListBatchSubscriber, ListConcurrentSubscriber, ListSubscriber, LogicSubscriber, StreamBatchSubscriber, StreamConcurrentSubscriber, StreamSubscriber, )
class RedisRegistrator(Registrator[UnifyRedisDict, RedisBrokerConfig]):
 @overload
 def subscriber(self, channel: Union["PubSub", str], *, list: None = None, stream: None = None, dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., message_format: type["MessageFormat"] | None = None, persistent: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., max_workers: None = None) -> "ChannelSubscriber": ...
 @overload
 def subscriber(self, channel: Union["PubSub", str], *, list: None = None, stream: None = None, dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., message_format: type["MessageFormat"] | None = None, persistent: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., max_workers: int) -> "ChannelConcurrentSubscriber": ...
 @overload
 def subscriber(self, channel: None = None, *, list: Union[str, "ListSub[Literal[False]]"], stream: None = None, dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., message_format: type["MessageFormat"] | None = None, persistent: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., max_workers: None = None) -> "ListSubscriber": ...
 @overload
 def subscriber(self, channel: None = None, *, list: "ListSub[Literal[True]]", stream: None = None, dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., message_format: type["MessageFormat"] | None = None, persistent: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., max_workers: None = None) -> "ListBatchSubscriber": ...
 @overload
 def subscriber(self, channel: None = None, *, list: Union["ListSub", str], stream: None = None, dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., message_format: type["MessageFormat"] | None = None, persistent: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., max_workers: None = None) -> Union["ListSubscriber", "ListBatchSubscriber"]: ...
 @overload
 def subscriber(self, channel: None = None, *, list: Union["ListSub", str], stream: None = None, dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., message_format: type["MessageFormat"] | None = None, persistent: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., max_workers: int) -> "ListConcurrentSubscriber": ...
 @overload
 def subscriber(self, channel: None = None, *, list: None = None, stream: Union[str, "StreamSub[Literal[False]]"], dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., message_format: type["MessageFormat"] | None = None, persistent: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., max_workers: None = None) -> "StreamSubscriber": ...
 @overload
 def subscriber(self, channel: None = None, *, list: None = None, stream: "StreamSub[Literal[True]]", dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., message_format: type["MessageFormat"] | None = None, persistent: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., max_workers: None = None) -> "StreamBatchSubscriber": ...
 @overload
 def subscriber(self, channel: None = None, *, list: None = None, stream: Union["StreamSub", str], dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., message_format: type["MessageFormat"] | None = None, persistent: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., max_workers: None = None) -> Union["StreamSubscriber", "StreamBatchSubscriber"]: ...
 @overload
 def subscriber(self, channel: None = None, *, list: None = None, stream: Union["StreamSub", str], dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., message_format: type["MessageFormat"] | None = None, persistent: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., max_workers: int) -> "StreamConcurrentSubscriber": ...
 @overload
 def subscriber(self, channel: Union["PubSub", str, None], *, list: Union["ListSub", str, None] = None, stream: Union["StreamSub", str, None] = None, dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., message_format: type["MessageFormat"] | None = None, persistent: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., max_workers: int | None = None) -> "LogicSubscriber": ...
 @overload
 def subscriber(self, channel: None = None, *, list: Union["ListSub", str, None], stream: Union["StreamSub", str, None] = None, dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., message_format: type["MessageFormat"] | None = None, persistent: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., max_workers: int | None = None) -> "LogicSubscriber": ...
 @overload
 def subscriber(self, channel: None = None, *, list: None = None, stream: Union["StreamSub", str, None], dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., message_format: type["MessageFormat"] | None = None, persistent: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., max_workers: int | None = None) -> "LogicSubscriber": ...
 @override
 def subscriber(self, channel: Union["PubSub", str, None] = None, *, list: Union["ListSub", str, None] = None, stream: Union["StreamSub", str, None] = None, dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, codec: Optional["CodecProto"] = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., message_format: type["MessageFormat"] | None = None, persistent: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., max_workers: int | None = None) -> "LogicSubscriber": ...
 @overload
 def publisher(self, channel: None = None, *, list: None = None, stream: Union["StreamSub", str], headers: dict[str, Any] | None = None, reply_to: str = ..., message_format: type["MessageFormat"] | None = None, persistent: bool = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ...) -> "StreamPublisher": ...
 @overload
 def publisher(self, channel: None = None, *, list: Union[str, "ListSub[Literal[False]]"], stream: None = None, headers: dict[str, Any] | None = None, reply_to: str = ..., message_format: type["MessageFormat"] | None = None, persistent: bool = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ...) -> "ListPublisher": ...
 @overload
 def publisher(self, channel: None = None, *, list: "ListSub[Literal[True]]", stream: None = None, headers: dict[str, Any] | None = None, reply_to: str = ..., message_format: type["MessageFormat"] | None = None, persistent: bool = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ...) -> "ListBatchPublisher": ...
 @overload
 def publisher(self, channel: None = None, *, list: Union["ListSub", str], stream: None = None, headers: dict[str, Any] | None = None, reply_to: str = ..., message_format: type["MessageFormat"] | None = None, persistent: bool = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ...) -> Union["ListPublisher", "ListBatchPublisher"]: ...
 @overload
 def publisher(self, channel: Union["PubSub", str], *, list: None = None, stream: None = None, headers: dict[str, Any] | None = None, reply_to: str = ..., message_format: type["MessageFormat"] | None = None, persistent: bool = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ...) -> "ChannelPublisher": ...
 @overload
 def publisher(self, channel: Union["PubSub", str, None], *, list: Union["ListSub", str, None] = None, stream: Union["StreamSub", str, None] = None, headers: dict[str, Any] | None = None, reply_to: str = ..., message_format: type["MessageFormat"] | None = None, persistent: bool = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ...) -> "LogicPublisher": ...
 @overload
 def publisher(self, channel: None = None, *, list: Union["ListSub", str, None], stream: Union["StreamSub", str, None] = None, headers: dict[str, Any] | None = None, reply_to: str = ..., message_format: type["MessageFormat"] | None = None, persistent: bool = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ...) -> "LogicPublisher": ...
 @overload
 def publisher(self, channel: None = None, *, list: None = None, stream: Union["StreamSub", str, None], headers: dict[str, Any] | None = None, reply_to: str = ..., message_format: type["MessageFormat"] | None = None, persistent: bool = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ...) -> "LogicPublisher": ...
 @override
 def publisher(self, channel: Union["PubSub", str, None] = None, *, list: Union["ListSub", str, None] = None, stream: Union["StreamSub", str, None] = None, headers: dict[str, Any] | None = None, reply_to: str = ..., message_format: type["MessageFormat"] | None = None, persistent: bool = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ...) -> "LogicPublisher": ...
 @override
 def include_router(self, router: "RedisRegistrator", *, prefix: str = ..., dependencies: Sequence["Dependant"] = ..., middlewares: Sequence["BrokerMiddleware[Any, Any]"] = ..., include_in_schema: bool | None = None) -> None: ...

=== faststream.redis.broker.router
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Optional, Union
from faststream._internal.broker.router import ( ArgsContainer, BrokerRouter, SubscriberRoute, )
from faststream._internal.constants import EMPTY
from faststream.middlewares import AckPolicy
from faststream.redis.configs.broker import RedisRouterConfig
from faststream.redis.message import UnifyRedisDict
from .registrator import RedisRegistrator
if TYPE_CHECKING:
 from fast_depends.dependencies import Dependant
 from faststream._internal.basic_types import SendableMessage
 from faststream._internal.configs import UnderlyingDriverAnnotations
 from faststream._internal.parser import CodecProto
 from faststream._internal.types import ( BrokerMiddleware, CustomCallable, )
 from faststream.redis.parser import MessageFormat
 from faststream.redis.schemas import ListSub, PubSub, StreamSub
class RedisPublisher(ArgsContainer):
 def __init__(self, channel: Union[str, "PubSub"] | None = None, *, list: Union[str, "ListSub"] | None = None, stream: Union[str, "StreamSub"] | None = None, headers: dict[str, Any] | None = None, reply_to: str = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ..., persistent: bool = ..., message_format: type["MessageFormat"] | None = None) -> None: ...
class RedisRoute(SubscriberRoute):
 def __init__(self, call: Callable[..., "SendableMessage"] | Callable[..., Awaitable["SendableMessage"]], channel: Union[str, "PubSub"] | None = None, *, publishers: Iterable["RedisPublisher"] = ..., list: Union[str, "ListSub"] | None = None, stream: Union[str, "StreamSub"] | None = None, dependencies: Sequence["Dependant"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., max_workers: int | None = None, persistent: bool = ..., codec: Optional["CodecProto"] = None, message_format: type["MessageFormat"] | None = None) -> None: ...
class RedisRouter( RedisRegistrator, BrokerRouter[UnifyRedisDict, RedisRouterConfig], ):
 def __init__(self, prefix: str = ..., handlers: Iterable[RedisRoute] = ..., *, dependencies: Sequence["Dependant"] = ..., middlewares: Sequence["BrokerMiddleware[Any, Any]"] = ..., routers: Iterable[RedisRegistrator] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, include_in_schema: bool | None = None, ack_policy: "AckPolicy" = ..., underlying_driver_annotations: "UnderlyingDriverAnnotations | None" = None) -> None: ...

=== faststream.redis.configs package
from .broker import RedisBrokerConfig
from .state import ( ConnectionState, RedisClusterConnectionState, RedisConnectionState, RedisSentinelConnectionState, )
__all__ = ( "ConnectionState", "RedisBrokerConfig", "RedisClusterConnectionState", "RedisConnectionState", "RedisSentinelConnectionState", )

=== faststream.redis.configs.broker
import typing as _loopmend_0
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING
from faststream._internal.configs import ( BrokerConfig, UnderlyingDriverAnnotation, UnderlyingDriverAnnotations, )
from faststream._internal.parser import DefaultCodec
from faststream.exceptions import IncorrectState
if TYPE_CHECKING:
 from redis.asyncio.client import Redis
 from redis.asyncio.cluster import RedisCluster
 from faststream.redis.parser import MessageFormat
 from faststream.redis.publisher.producer import ( RedisClusterFastProducer, RedisFastProducer, )
 from .state import ConnectionState
def _context_annotations_factory() -> UnderlyingDriverAnnotations: ...
@dataclass(kw_only=True)
class RedisBrokerConfig(BrokerConfig):
 producer: "RedisFastProducer | RedisClusterFastProducer"
 connection: "ConnectionState[Redis[bytes]] | ConnectionState[RedisCluster[bytes]]"
 message_format: type["MessageFormat"]
 default_driver_annotations: UnderlyingDriverAnnotations = field( default_factory=_context_annotations_factory, )
 async def connect(self) -> None: ...
 async def disconnect(self) -> None: ...
@dataclass(kw_only=True)
class RedisRouterConfig(BrokerConfig):
 default_driver_annotations: UnderlyingDriverAnnotations = field( default_factory=_context_annotations_factory, )
 @property
 def connection(self) -> ConnectionError: ...

=== faststream.redis.configs.state
import concurrent.futures.thread as _loopmend_4
import faststream.redis.configs.state as _loopmend_3
import redis.asyncio.client as _loopmend_0
import redis.asyncio.cluster as _loopmend_2
import typing as _loopmend_1
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, Generic, TypeVar
from redis.asyncio.client import Redis
from redis.asyncio.cluster import RedisCluster
from redis.asyncio.connection import ConnectionPool
from redis.asyncio.sentinel import Sentinel
from redis.cluster import ( ClusterNode, RedisCluster as SyncRC, )
from faststream.__about__ import __version__
from faststream._internal.utils.functions import run_in_executor
from faststream.exceptions import IncorrectState
from faststream.redis._compat import REDIS_V720
if REDIS_V720:
 from redis.driver_info import DriverInfo
ClientT = TypeVar("ClientT")
def _get_driver_info() -> dict[str, Any]: ...
class ConnectionState(ABC, Generic[ClientT]):
 __slots__: tuple[str, str, str, str, str]
 def __init__(self, options: dict[str, Any] | None = None) -> None: ...
 @property
 def client(self) -> ClientT: ...
 def __bool__(self) -> bool: ...
 @abstractmethod
 async def connect(self) -> ClientT: ...
 async def disconnect(self) -> None: ...
 _client: ClientT | None
 _connected: bool
 _options: dict
 _sync_cluster: Any
 _thread_pool: Any
class RedisConnectionState(ConnectionState["Redis[bytes]"]):
 __slots__: tuple[()]
 async def connect(self) -> "Redis[bytes]": ...
 _client: _loopmend_0.Redis[bytes]
 _connected: bool
class RedisSentinelConnectionState(RedisConnectionState):
 __slots__: tuple[str, str, str]
 def __init__(self, options: dict[str, Any] | None = None, *, sentinels: Sequence[tuple[str, int]], master_name: str, sentinel_kwargs: Mapping[str, Any] | None = None) -> None: ...
 async def connect(self) -> "Redis[bytes]": ...
 _client: _loopmend_0.Redis[bytes]
 _connected: bool
 _master_name: str
 _sentinel_kwargs: None | _loopmend_1.Mapping
 _sentinels: list[tuple[str, int]]
class RedisClusterConnectionState(ConnectionState["RedisCluster[bytes]"]):
 __slots__: tuple[()]
 def __init__(self, options: dict[str, Any] | None = None) -> None: ...
 @property
 def client(self) -> "RedisCluster[bytes]": ...
 def __bool__(self) -> bool: ...
 async def connect(self) -> "RedisCluster[bytes]": ...
 async def disconnect(self) -> None: ...
 async def sync_publish(self, channel: str, body: bytes) -> int: ...
 def pubsub(self) -> "_SyncPubSubProxy": ...
 def _get_sync_cluster(self) -> Any: ...
 _client: RedisCluster[bytes] | None
 _connected: bool
 _options: dict
 _sync_cluster: Any
 _thread_pool: ThreadPoolExecutor | None
class _SyncPubSubProxy:
 __slots__: tuple[str, str]
 def __init__(self, sync_cluster: Any, pool: ThreadPoolExecutor) -> None: ...
 async def subscribe(self, channel: str) -> None: ...
 async def psubscribe(self, pattern: str) -> None: ...
 async def unsubscribe(self) -> None: ...
 async def get_message(self, ignore_subscribe_messages: bool = ..., timeout: float | None = ...) -> Any: ...
 async def aclose(self) -> None: ...
 _pool: _loopmend_4.ThreadPoolExecutor
 _psub: _loopmend_1.Any

=== faststream.redis.fastapi package
import warnings
from typing import Annotated
from redis.asyncio.client import Redis as RedisClient
from faststream._internal.fastapi.context import Context, ContextRepo, Logger
from faststream.redis.broker.broker import RedisBroker as RB
from faststream.redis.message import BaseMessage as RM
from .fastapi import RedisRouter, RedisSentinelRouter
__all__ = ( "Context", "ContextRepo", "Logger", "Redis", "RedisBroker", "RedisChannelMessage", "RedisRouter", "RedisSentinelRouter", )
RedisChannelMessage = Annotated[RM, Context("message")]
RedisBroker = Annotated[RB, Context("broker")]
Redis = Annotated[RedisClient, Context("broker._connection")]

=== faststream.redis.fastapi.fastapi
import faststream.redis.publisher.usecase as _loopmend_4
import faststream.redis.subscriber.usecases.basic as _loopmend_3
import faststream.redis.subscriber.usecases.channel_subscriber as _loopmend_0
import faststream.redis.subscriber.usecases.list_subscriber as _loopmend_1
import faststream.redis.subscriber.usecases.stream_subscriber as _loopmend_2
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import ( TYPE_CHECKING, Any, Literal, Optional, Union, cast, )
from fastapi.datastructures import Default
from fastapi.routing import APIRoute
from fastapi.utils import generate_unique_id
from redis.asyncio.connection import ( Connection, DefaultParser, Encoder, )
from starlette.responses import JSONResponse
from starlette.routing import BaseRoute
from typing_extensions import overload, override
from faststream.__about__ import SERVICE_NAME
from faststream._internal.constants import EMPTY
from faststream._internal.context import ContextRepo
from faststream._internal.fastapi.router import StreamRouter
from faststream._internal.types import IdGenerator
from faststream.message import gen_cor_id
from faststream.middlewares import AckPolicy
from faststream.redis.broker.broker import RedisBroker as RB
from faststream.redis.broker.sentinel_broker import RedisSentinelBroker as RSB
from faststream.redis.message import UnifyRedisDict
from faststream.redis.schemas import ListSub, PubSub, StreamSub
if TYPE_CHECKING:
 from enum import Enum
 from fastapi import params
 from fastapi.types import IncEx
 from redis.asyncio.connection import BaseParser
 from starlette.responses import Response
 from starlette.types import ASGIApp, Lifespan
 from faststream._internal.basic_types import LoggerProto
 from faststream._internal.types import ( BrokerMiddleware, CustomCallable, )
 from faststream.redis.publisher.factory import PublisherType
 from faststream.redis.publisher.usecase import ( ChannelPublisher, ListBatchPublisher, ListPublisher, StreamPublisher, )
 from faststream.redis.subscriber.factory import SubscriberType
 from faststream.redis.subscriber.usecases import ( ChannelConcurrentSubscriber, ChannelSubscriber, ListBatchSubscriber, ListConcurrentSubscriber, ListSubscriber, StreamBatchSubscriber, StreamConcurrentSubscriber, StreamSubscriber, )
 from faststream.security import BaseSecurity
 from faststream.specification.base import SpecificationFactory
 from faststream.specification.schema.extra import Tag, TagDict
class RedisRouter(StreamRouter[UnifyRedisDict]):
 broker_class = RB
 broker: RB
 def __init__(self, url: str = ..., *, host: str = ..., port: str | int = ..., db: str | int = ..., connection_class: type["Connection"] = ..., client_name: str | None = ..., health_check_interval: float = ..., max_connections: int | None = None, socket_timeout: float | None = None, socket_connect_timeout: float | None = None, socket_read_size: int = ..., socket_keepalive: bool = ..., socket_keepalive_options: Mapping[int, int | bytes] | None = None, socket_type: int = ..., retry_on_timeout: bool = ..., encoding: str = ..., encoding_errors: str = ..., parser_class: type["BaseParser"] = ..., encoder_class: type["Encoder"] = ..., graceful_timeout: float | None = ..., id_generator: IdGenerator = ..., decoder: Optional["CustomCallable"] = None, parser: Optional["CustomCallable"] = None, middlewares: Sequence["BrokerMiddleware[Any, Any]"] = ..., security: Optional["BaseSecurity"] = None, specification_url: str | None = None, protocol: str | None = None, protocol_version: str | None = ..., description: str | None = None, specification: Optional["SpecificationFactory"] = None, specification_tags: Iterable[Union["Tag", "TagDict"]] = ..., logger: Optional["LoggerProto"] = ..., log_level: int = ..., setup_state: bool = ..., schema_url: str | None = ..., context: ContextRepo | None = None, prefix: str = ..., tags: list[Union[str, "Enum"]] | None = None, dependencies: Sequence["params.Depends"] | None = None, default_response_class: type["Response"] = ..., responses: dict[int | str, dict[str, Any]] | None = None, callbacks: list[BaseRoute] | None = None, routes: list[BaseRoute] | None = None, redirect_slashes: bool = ..., default: Optional["ASGIApp"] = None, dependency_overrides_provider: Any | None = None, route_class: type["APIRoute"] = ..., on_startup: Sequence[Callable[[], Any]] | None = None, on_shutdown: Sequence[Callable[[], Any]] | None = None, lifespan: Optional["Lifespan[Any]"] = None, deprecated: bool | None = None, include_in_schema: bool = ..., generate_unique_id_function: Callable[["APIRoute"], str] = ..., **connection_kwargs: Any) -> None: ...
 @overload
 def subscriber(self, channel: str | PubSub, *, list: None = None, stream: None = None, dependencies: Iterable["params.Depends"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., response_model: Any = ..., response_model_include: Optional["IncEx"] = None, response_model_exclude: Optional["IncEx"] = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., max_workers: None = None) -> "ChannelSubscriber": ...
 @overload
 def subscriber(self, channel: str | PubSub, *, list: None = None, stream: None = None, dependencies: Iterable["params.Depends"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., response_model: Any = ..., response_model_include: Optional["IncEx"] = None, response_model_exclude: Optional["IncEx"] = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., max_workers: int) -> "ChannelConcurrentSubscriber": ...
 @overload
 def subscriber(self, channel: None = None, *, list: str | ListSub[Literal[False]], stream: None = None, dependencies: Iterable["params.Depends"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., response_model: Any = ..., response_model_include: Optional["IncEx"] = None, response_model_exclude: Optional["IncEx"] = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., max_workers: None = None) -> "ListSubscriber": ...
 @overload
 def subscriber(self, channel: None = None, *, list: ListSub[Literal[True]], stream: None = None, dependencies: Iterable["params.Depends"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., response_model: Any = ..., response_model_include: Optional["IncEx"] = None, response_model_exclude: Optional["IncEx"] = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., max_workers: None = None) -> "ListBatchSubscriber": ...
 @overload
 def subscriber(self, channel: None = None, *, list: str | ListSub, stream: None = None, dependencies: Iterable["params.Depends"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., response_model: Any = ..., response_model_include: Optional["IncEx"] = None, response_model_exclude: Optional["IncEx"] = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., max_workers: None = None) -> Union["ListSubscriber", "ListBatchSubscriber"]: ...
 @overload
 def subscriber(self, channel: None = None, *, list: str | ListSub, stream: None = None, dependencies: Iterable["params.Depends"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., response_model: Any = ..., response_model_include: Optional["IncEx"] = None, response_model_exclude: Optional["IncEx"] = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., max_workers: int) -> "ListConcurrentSubscriber": ...
 @overload
 def subscriber(self, channel: None = None, *, list: None = None, stream: str | StreamSub[Literal[False]], dependencies: Iterable["params.Depends"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., response_model: Any = ..., response_model_include: Optional["IncEx"] = None, response_model_exclude: Optional["IncEx"] = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., max_workers: None = None) -> "StreamSubscriber": ...
 @overload
 def subscriber(self, channel: None = None, *, list: None = None, stream: StreamSub[Literal[True]], dependencies: Iterable["params.Depends"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., response_model: Any = ..., response_model_include: Optional["IncEx"] = None, response_model_exclude: Optional["IncEx"] = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., max_workers: None = None) -> "StreamBatchSubscriber": ...
 @overload
 def subscriber(self, channel: None = None, *, list: None = None, stream: str | StreamSub, dependencies: Iterable["params.Depends"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., response_model: Any = ..., response_model_include: Optional["IncEx"] = None, response_model_exclude: Optional["IncEx"] = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., max_workers: None = None) -> Union["StreamSubscriber", "StreamBatchSubscriber"]: ...
 @overload
 def subscriber(self, channel: None = None, *, list: None = None, stream: str | StreamSub, dependencies: Iterable["params.Depends"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., response_model: Any = ..., response_model_include: Optional["IncEx"] = None, response_model_exclude: Optional["IncEx"] = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., max_workers: int) -> "StreamConcurrentSubscriber": ...
 @override
 def subscriber(self, channel: str | PubSub | None = None, *, list: str | ListSub | None = None, stream: str | StreamSub | None = None, dependencies: Iterable["params.Depends"] = ..., parser: Optional["CustomCallable"] = None, decoder: Optional["CustomCallable"] = None, ack_policy: AckPolicy = ..., no_reply: bool = ..., title: str | None = None, description: str | None = None, include_in_schema: bool = ..., response_model: Any = ..., response_model_include: Optional["IncEx"] = None, response_model_exclude: Optional["IncEx"] = None, response_model_by_alias: bool = ..., response_model_exclude_unset: bool = ..., response_model_exclude_defaults: bool = ..., response_model_exclude_none: bool = ..., max_workers: int | None = None) -> "SubscriberType": ...
 @overload
 def publisher(self, channel: None = None, *, list: None = None, stream: str | StreamSub, headers: dict[str, Any] | None = None, reply_to: str = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ...) -> "StreamPublisher": ...
 @overload
 def publisher(self, channel: None = None, *, list: str | ListSub[Literal[False]], stream: None = None, headers: dict[str, Any] | None = None, reply_to: str = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ...) -> "ListPublisher": ...
 @overload
 def publisher(self, channel: None = None, *, list: ListSub[Literal[True]], stream: None = None, headers: dict[str, Any] | None = None, reply_to: str = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ...) -> "ListBatchPublisher": ...
 @overload
 def publisher(self, channel: None = None, *, list: str | ListSub, stream: None = None, headers: dict[str, Any] | None = None, reply_to: str = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ...) -> Union["ListPublisher", "ListBatchPublisher"]: ...
 @overload
 def publisher(self, channel: str | PubSub, list: None = None, stream: None = None, headers: dict[str, Any] | None = None, reply_to: str = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ...) -> "ChannelPublisher": ...
 @override
 def publisher(self, channel: str | PubSub | None = None, list: str | ListSub | None = None, stream: str | StreamSub | None = None, headers: dict[str, Any] | None = None, reply_to: str = ..., title: str | None = None, description: str | None = None, schema: Any | None = None, include_in_schema: bool = ...) -> "PublisherType": ...
class RedisSentinelRouter(RedisRouter):
 broker_class = RSB
 broker: RSB
 def __init__(self, url: str = ..., *, sentinels: Sequence[tuple[str, int]], sentinel_master_name: str | None = None, sentinel_kwargs: Mapping[str, Any] | None = None, **kwargs: Any) -> None: ...

=== faststream.redis.message
import faststream.redis.message as _loopmend_0
import warnings
from typing import ( TYPE_CHECKING, Annotated, Any, Literal, Optional, Protocol, TypeAlias, TypeVar, Union, )
from typing_extensions import NotRequired, TypedDict, deprecated, override
from faststream._internal.constants import EMPTY
from faststream.message import StreamMessage as BrokerStreamMessage
if TYPE_CHECKING:
 from redis.asyncio import Redis
 from faststream._internal.basic_types import DecodedMessage
BaseMessage: TypeAlias = Union[ "PubSubMessage", "DefaultListMessage", "BatchListMessage", "DefaultStreamMessage", "BatchStreamMessage", ]
class UnifyRedisDict(TypedDict):
 type: Literal[ "pmessage", "message", "list", "blist", "stream", "bstream", ]
 channel: str
 data: bytes | list[bytes] | dict[bytes, bytes] | list[dict[bytes, bytes]]
 pattern: NotRequired[bytes | None]
class RedisMessage(BrokerStreamMessage[UnifyRedisDict]):
 ...
class PubSubMessage(TypedDict):
 type: Literal["pmessage", "message"]
 channel: str
 data: bytes
 pattern: bytes | None
class RedisChannelMessage(BrokerStreamMessage[PubSubMessage]):
 ...
class _ListMessage(TypedDict):
 channel: str
class DefaultListMessage(_ListMessage):
 type: Literal["list"]
 data: bytes
class BatchListMessage(_ListMessage):
 type: Literal["blist"]
 data: list[bytes]
class RedisListMessage(BrokerStreamMessage[DefaultListMessage]):
 ...
class RedisBatchListMessage(BrokerStreamMessage[BatchListMessage]):
 decoded_body: list["DecodedMessage"]
DATA_KEY = "__data__"
bDATA_KEY = DATA_KEY.encode()
class _StreamMessage(TypedDict):
 channel: str
 message_ids: list[bytes]
 idle_times: NotRequired[list[int]]
 delivery_counts: NotRequired[list[int]]
class DefaultStreamMessage(_StreamMessage):
 type: Literal["stream"]
 data: dict[bytes, bytes]
class BatchStreamMessage(_StreamMessage):
 type: Literal["bstream"]
 data: list[dict[bytes, bytes]]
_StreamMsgType = TypeVar("_StreamMsgType", bound=_StreamMessage)
class ConsumerProtocol(Protocol):
 __slots__: tuple[()]
 async def xack(self, name: str, groupname: str, *ids: bytes) -> None: ...
 async def xdel(self, name: str, *ids: bytes) -> None: ...
 async def xpending_range(self, name: str, groupname: str, min: bytes, max: bytes, count: int) -> list[dict[str, Any]]: ...
class FakeConsumer(ConsumerProtocol):
 __slots__: tuple[()]
 async def xack(self, name: str, groupname: str, *ids: bytes) -> None: ...
 async def xdel(self, name: str, *ids: bytes) -> None: ...
 async def xpending_range(self, name: str, groupname: str, min: bytes, max: bytes, count: int) -> list[dict[str, Any]]: ...
FAKE_CONSUMER: _loopmend_0.FakeConsumer
_DEPRECATION_MESSAGE: str
T = TypeVar("T")
_DeprecatedType = Annotated[T, deprecated(_DEPRECATION_MESSAGE)]
class _RedisStreamMessageMixin(BrokerStreamMessage[_StreamMsgType]):
 def __init__(self, *args: Any, consumer: ConsumerProtocol, group: str | None, **kwargs: Any) -> None: ...
 def _resolve_consumer_context(self, redis: Optional["Redis[bytes]"], group: str | None) -> tuple[ConsumerProtocol | None, str | None]: ...
 @override
 async def ack(self, redis: _DeprecatedType[Optional["Redis[bytes]"]] = ..., group: _DeprecatedType[str | None] = ...) -> None: ...
 @override
 async def nack(self, redis: _DeprecatedType[Optional["Redis[bytes]"]] = ..., group: _DeprecatedType[str | None] = ...) -> None: ...
 @override
 async def reject(self, redis: _DeprecatedType[Optional["Redis[bytes]"]] = ..., group: _DeprecatedType[str | None] = ...) -> None: ...
 async def delete(self, redis: _DeprecatedType[Optional["Redis[bytes]"]] = ...) -> None: ...
 consumer: _loopmend_0.ConsumerProtocol
 group: None | str
class RedisStreamMessage(_RedisStreamMessageMixin[DefaultStreamMessage]):
 async def get_delivery_count(self, redis: _DeprecatedType["Redis[bytes]"] = ..., group: _DeprecatedType[str] = ...) -> int: ...
class RedisBatchStreamMessage(_RedisStreamMessageMixin[BatchStreamMessage]):
 decoded_body: list["DecodedMessage"]

=== faststream.redis.parser package
from .binary import BinaryMessageFormatV1
from .message import MessageFormat
from .parsers import ( ParserConfig, RedisBatchListParser, RedisBatchStreamParser, RedisListParser, RedisPubSubParser, RedisStreamParser, SimpleParserConfig, )
__all__ = ( "BinaryMessageFormatV1", "MessageFormat", "ParserConfig", "RedisBatchListParser", "RedisBatchStreamParser", "RedisListParser", "RedisPubSubParser", "RedisStreamParser", "SimpleParserConfig", )

=== faststream.redis.parser.binary
import enum
from collections.abc import Sequence
from struct import pack, unpack
from typing import TYPE_CHECKING, Any, Optional, Union
from faststream._internal._compat import json_loads
from .message import MessageFormat
if TYPE_CHECKING:
 from fast_depends.library.serializer import SerializerProto
 from faststream._internal.basic_types import SendableMessage
 from faststream._internal.parser import CodecProto
class FastStreamMessageVersion(int, enum.Enum):
 v1 = 1
class BinaryMessageFormatV1(MessageFormat):
 __slots__: tuple[()]
 IDENTITY_HEADER: bytes
 @classmethod
 async def encode(cls, *, message: Union[Sequence["SendableMessage"], "SendableMessage"], reply_to: str | None, headers: dict[str, Any] | None, correlation_id: str, serializer: Optional["SerializerProto"] = None, codec: Optional["CodecProto"] = None) -> bytes: ...
 @classmethod
 def parse(cls, data: bytes) -> tuple[bytes, dict[str, Any]]: ...
class BinaryWriter:
 __slots__: tuple[str]
 def __init__(self) -> None: ...
 def write(self, data: bytes) -> None: ...
 def write_short(self, number: int) -> None: ...
 def write_int(self, number: int) -> None: ...
 def write_string(self, data: str | bytes) -> None: ...
 def get_bytes(self) -> bytes: ...
 data: bytearray
class BinaryReader:
 __slots__: tuple[str, str]
 def __init__(self, data: bytes) -> None: ...
 def read_until(self, offset: int) -> bytes: ...
 def shift_offset_to(self, offset: int) -> None: ...
 def read_short(self) -> int: ...
 def read_int(self) -> int: ...
 def read_string(self) -> str: ...
 def read_bytes(self) -> bytes: ...
 data: bytes
 offset: int

=== faststream.redis.parser.message
import faststream.redis.parser.message as _loopmend_0
from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Optional, Union
from faststream._internal.parser import DefaultCodec
if TYPE_CHECKING:
 from fast_depends.library.serializer import SerializerProto
 from faststream._internal.basic_types import SendableMessage
 from faststream._internal.parser import CodecProto
class MessageFormat(ABC):
 __slots__: tuple[str, str]
 def __init__(self, data: bytes, headers: dict[str, Any] | None = None) -> None: ...
 @classmethod
 async def build(cls, *, message: Union[Sequence["SendableMessage"], "SendableMessage"], reply_to: str | None, headers: dict[str, Any] | None, correlation_id: str, serializer: Optional["SerializerProto"] = None, codec: Optional["CodecProto"] = None) -> "MessageFormat": ...
 @classmethod
 @abstractmethod
 async def encode(cls, *, message: Union[Sequence["SendableMessage"], "SendableMessage"], reply_to: str | None, headers: dict[str, Any] | None, correlation_id: str, serializer: Optional["SerializerProto"] = None, codec: Optional["CodecProto"] = None) -> bytes: ...
 @classmethod
 @abstractmethod
 def parse(cls, data: bytes) -> tuple[bytes, dict[str, Any]]: ...
 data: bytes
 headers: dict

=== faststream.redis.parser.parsers
import faststream.message.message as _loopmend_1
import faststream.redis.parser.message as _loopmend_0
import faststream.redis.parser.parsers as _loopmend_3
import re as _loopmend_4
import typing as _loopmend_2
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Optional, Protocol
from typing_extensions import override
from faststream._internal._compat import dump_json, json_loads
from faststream._internal.basic_types import DecodedMessage
from faststream._internal.constants import EMPTY, ContentTypes
from faststream._internal.utils.path import match_path
from faststream.message import decode_message, gen_cor_id
from faststream.redis.message import ( FAKE_CONSUMER, ConsumerProtocol, RedisBatchListMessage, RedisBatchStreamMessage, RedisChannelMessage, RedisListMessage, RedisStreamMessage, _RedisStreamMessageMixin, bDATA_KEY, )
if TYPE_CHECKING:
 from re import Pattern
 from faststream.message import StreamMessage
 from .message import MessageFormat
class ParserConfig(Protocol):
 __slots__: tuple[()]
 @property
 def message_format(self) -> type["MessageFormat"]: ...
@dataclass(slots=True)
class SimpleParserConfig:
 message_format: type["MessageFormat"]
class SimpleParser:
 __slots__: tuple[str, str]
 msg_class: type["StreamMessage[Any]"]
 def __init__(self, config: "ParserConfig" = ..., pattern: Optional["Pattern[str]"] = None) -> None: ...
 async def parse_message(self, message: Mapping[str, Any]) -> "StreamMessage[Mapping[str, Any]]": ...
 def _build_message(self, *args: Any, **kwargs: Any) -> "StreamMessage[Mapping[str, Any]]": ...
 def _parse_data(self, message: Mapping[str, Any]) -> tuple[bytes, dict[str, Any], list[dict[str, Any]]]: ...
 async def decode_message(self, msg: "StreamMessage[Any]") -> DecodedMessage: ...
 config: _loopmend_3.ParserConfig
 pattern: None | _loopmend_4.Pattern[str]
class RedisPubSubParser(SimpleParser):
 __slots__: tuple[()]
 msg_class = RedisChannelMessage
class RedisListParser(SimpleParser):
 __slots__: tuple[()]
 msg_class = RedisListMessage
class RedisBatchListParser(SimpleParser):
 __slots__: tuple[()]
 msg_class = RedisBatchListMessage
 def _parse_data(self, message: Mapping[str, Any]) -> tuple[bytes, dict[str, Any], list[dict[str, Any]]]: ...
class _StreamParser(SimpleParser):
 __slots__: tuple[str, str]
 msg_class: type["_RedisStreamMessageMixin[Any]"]
 def __init__(self, *args: Any, **kwargs: Any) -> None: ...
 def _setup(self, consumer: ConsumerProtocol, group: str | None) -> None: ...
 @override
 def _build_message(self, *args: Any, **kwargs: Any) -> "StreamMessage[Mapping[str, Any]]": ...
 consumer: ConsumerProtocol
 group: str | None
class RedisStreamParser(_StreamParser):
 __slots__: tuple[()]
 msg_class = RedisStreamMessage
 def _parse_data(self, message: Mapping[str, Any]) -> tuple[bytes, dict[str, Any], list[dict[str, Any]]]: ...
class RedisBatchStreamParser(_StreamParser):
 __slots__: tuple[()]
 msg_class = RedisBatchStreamMessage
 def _parse_data(self, message: Mapping[str, Any]) -> tuple[bytes, dict[str, Any], list[dict[str, Any]]]: ...
def _decode_batch_body_item(msg_content: bytes, message_format: type["MessageFormat"]) -> tuple[Any, dict[str, Any]]: ...

=== faststream.redis.publisher package

=== faststream.redis.publisher.producer
import faststream._internal.parser as _loopmend_1
import faststream.redis.configs.state as _loopmend_3
import faststream.redis.publisher.producer as _loopmend_0
import typing as _loopmend_2
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Optional, cast
import anyio
from typing_extensions import override
from faststream._internal.endpoint.utils import ParserComposition
from faststream._internal.parser import DefaultCodec
from faststream._internal.producer import ProducerProto
from faststream._internal.utils.nuid import NUID
from faststream.redis.configs.state import RedisClusterConnectionState
from faststream.redis.exceptions import UnreachablePathError
from faststream.redis.message import DATA_KEY
from faststream.redis.parser import RedisPubSubParser, SimpleParserConfig
from faststream.redis.response import DestinationType, RedisPublishCommand
if TYPE_CHECKING:
 from fast_depends.library.serializer import SerializerProto
 from redis.asyncio.client import Redis
 from redis.asyncio.cluster import RedisCluster
 from faststream._internal.parser import CodecProto
 from faststream._internal.types import CustomCallable
 from faststream.redis.configs import ConnectionState
 from faststream.redis.parser import MessageFormat
class BaseRedisFastProducer(ProducerProto[RedisPublishCommand]):
 __slots__: tuple[str, str, str, str, str]
 _connection: "ConnectionState[Any]"
 _decoder: "ParserComposition"
 _parser: "ParserComposition"
 def __init__(self, connection: "ConnectionState[Any]", parser: Optional["CustomCallable"], decoder: Optional["CustomCallable"], message_format: type["MessageFormat"], serializer: Optional["SerializerProto"], codec: Optional["CodecProto"] = None) -> None: ...
 @override
 async def publish_batch(self, cmd: "RedisPublishCommand") -> int: ...
 def connect(self, serializer: Optional["SerializerProto"] = None, codec: Optional["CodecProto"] = None) -> None: ...
 def _build_child(self, **kwargs: Any) -> "RedisFastProducer | RedisClusterFastProducer": ...
 codec: _loopmend_1.CodecProto | _loopmend_1.DefaultCodec
 serializer: _loopmend_2.Any
class RedisFastProducer(BaseRedisFastProducer):
 __slots__: tuple[()]
 _connection: "ConnectionState[Redis[bytes]]"
 def __init__(self, connection: "ConnectionState[Redis[bytes]]", parser: Optional["CustomCallable"], decoder: Optional["CustomCallable"], message_format: type["MessageFormat"], serializer: Optional["SerializerProto"]) -> None: ...
 @override
 async def publish(self, cmd: "RedisPublishCommand") -> int | bytes: ...
 async def __publish(self, msg: bytes, cmd: "RedisPublishCommand") -> int | bytes: ...
 @override
 async def request(self, cmd: "RedisPublishCommand") -> "Any": ...
class RedisClusterFastProducer(BaseRedisFastProducer):
 __slots__: tuple[str]
 def __init__(self, connection: "ConnectionState[RedisCluster[bytes]]", cluster_state: RedisClusterConnectionState, **kwargs: Any) -> None: ...
 @property
 def cluster_state(self) -> RedisClusterConnectionState: ...
 @override
 def _build_child(self, **kwargs: Any) -> "RedisClusterFastProducer": ...
 @override
 async def publish(self, cmd: "RedisPublishCommand") -> int | bytes: ...
 @override
 async def request(self, cmd: "RedisPublishCommand") -> "Any": ...
 _cluster_state: _loopmend_3.RedisClusterConnectionState

=== faststream.redis.publisher.usecase
import faststream.redis.message as _loopmend_3
import faststream.redis.publisher.config as _loopmend_0
import faststream.redis.publisher.producer as _loopmend_1
import faststream.redis.schemas.list_sub as _loopmend_4
import faststream.redis.schemas.pub_sub as _loopmend_2
import faststream.redis.schemas.stream_sub as _loopmend_5
from abc import abstractmethod
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Optional, Union
from typing_extensions import override
from faststream._internal.endpoint.publisher import ( PublisherSpecification, PublisherUsecase, )
from faststream.redis.response import RedisPublishCommand
from faststream.response.publish_type import PublishType
if TYPE_CHECKING:
 from redis.asyncio.client import Pipeline
 from faststream._internal.basic_types import SendableMessage
 from faststream._internal.types import PublisherMiddleware
 from faststream.redis.message import RedisChannelMessage
 from faststream.redis.schemas import ListSub, PubSub, StreamSub
 from faststream.response import PublishCommand
 from .config import RedisPublisherConfig
class LogicPublisher(PublisherUsecase):
 __slots__: tuple[str, str, str, str]
 def __init__(self, config: "RedisPublisherConfig", specification: "PublisherSpecification[Any, Any]") -> None: ...
 async def start(self) -> None: ...
 @abstractmethod
 def subscriber_property(self, *, name_only: bool) -> dict[str, Any]: ...
 config: _loopmend_0.RedisPublisherConfig
 headers: dict
 producer: _loopmend_1.RedisClusterFastProducer | _loopmend_1.RedisFastProducer
 reply_to: str
class ChannelPublisher(LogicPublisher):
 __slots__: tuple[str]
 def __init__(self, config: "RedisPublisherConfig", specification: "PublisherSpecification[Any, Any]", *, channel: "PubSub") -> None: ...
 @property
 def channel(self) -> "PubSub": ...
 @override
 def subscriber_property(self, *, name_only: bool) -> dict[str, Any]: ...
 @override
 async def publish(self, message: "SendableMessage" = None, channel: str | None = None, reply_to: str = ..., headers: dict[str, Any] | None = None, correlation_id: str | None = None, *, pipeline: Optional["Pipeline[bytes]"] = None) -> int: ...
 @override
 async def _publish(self, cmd: Union["PublishCommand", "RedisPublishCommand"], *, _extra_middlewares: Iterable["PublisherMiddleware"]) -> None: ...
 @override
 async def request(self, message: "SendableMessage" = None, channel: str | None = None, *, correlation_id: str | None = None, headers: dict[str, Any] | None = None, timeout: float | None = ...) -> "RedisChannelMessage": ...
 _channel: _loopmend_2.PubSub
class _ListPublisherMixin(LogicPublisher):
 __slots__: tuple[str]
 def __init__(self, config: "RedisPublisherConfig", specification: "PublisherSpecification[Any, Any]", *, list: "ListSub") -> None: ...
 @property
 def list(self) -> "ListSub": ...
 @override
 def subscriber_property(self, *, name_only: bool) -> dict[str, Any]: ...
 @override
 async def request(self, message: "SendableMessage" = None, list: str | None = None, *, correlation_id: str | None = None, headers: dict[str, Any] | None = None, timeout: float | None = ...) -> "RedisChannelMessage": ...
 _list: _loopmend_4.ListSub
class ListPublisher(_ListPublisherMixin):
 __slots__: tuple[()]
 @override
 async def publish(self, message: "SendableMessage" = None, list: str | None = None, reply_to: str = ..., headers: dict[str, Any] | None = None, correlation_id: str | None = None, *, pipeline: Optional["Pipeline[bytes]"] = None) -> int: ...
 @override
 async def _publish(self, cmd: Union["PublishCommand", "RedisPublishCommand"], *, _extra_middlewares: Iterable["PublisherMiddleware"]) -> None: ...
class ListBatchPublisher(_ListPublisherMixin):
 __slots__: tuple[()]
 @override
 async def publish(self, *messages: "SendableMessage", list: str | None = None, correlation_id: str | None = None, reply_to: str = ..., headers: dict[str, Any] | None = None, pipeline: Optional["Pipeline[bytes]"] = None) -> int: ...
 @override
 async def _publish(self, cmd: Union["PublishCommand", "RedisPublishCommand"], *, _extra_middlewares: Iterable["PublisherMiddleware"]) -> None: ...
class StreamPublisher(LogicPublisher):
 __slots__: tuple[str]
 def __init__(self, config: "RedisPublisherConfig", specification: "PublisherSpecification[Any, Any]", *, stream: "StreamSub") -> None: ...
 @property
 def stream(self) -> "StreamSub": ...
 @override
 def subscriber_property(self, *, name_only: bool) -> dict[str, Any]: ...
 @override
 async def publish(self, message: "SendableMessage" = None, stream: str | None = None, reply_to: str = ..., headers: dict[str, Any] | None = None, correlation_id: str | None = None, *, maxlen: int | None = None, pipeline: Optional["Pipeline[bytes]"] = None) -> bytes: ...
 @override
 async def _publish(self, cmd: Union["PublishCommand", "RedisPublishCommand"], *, _extra_middlewares: Iterable["PublisherMiddleware"]) -> None: ...
 @override
 async def request(self, message: "SendableMessage" = None, stream: str | None = None, *, maxlen: int | None = None, correlation_id: str | None = None, headers: dict[str, Any] | None = None, timeout: float | None = ...) -> "RedisChannelMessage": ...
 _stream: _loopmend_5.StreamSub

=== faststream.redis.response
import faststream.redis.parser.message as _loopmend_1
import faststream.redis.response as _loopmend_0
import redis.asyncio.client as _loopmend_2
from enum import Enum
from typing import TYPE_CHECKING, Any, Optional, Union
from typing_extensions import override
from faststream.exceptions import SetupError
from faststream.redis.parser import BinaryMessageFormatV1, MessageFormat
from faststream.redis.schemas import INCORRECT_SETUP_MSG
from faststream.response.publish_type import PublishType
from faststream.response.response import BatchPublishCommand, PublishCommand, Response
if TYPE_CHECKING:
 from redis.asyncio.client import Pipeline
 from faststream._internal.basic_types import SendableMessage
class DestinationType(str, Enum):
 Channel = "channel"
 List = "list"
 Stream = "stream"
class RedisResponse(Response):
 def __init__(self, body: Optional["SendableMessage"] = None, *, headers: dict[str, Any] | None = None, correlation_id: str | None = None, maxlen: int | None = None, message_format: type["MessageFormat"] = ...) -> None: ...
 @override
 def as_publish_command(self) -> "RedisPublishCommand": ...
 maxlen: None | int
 message_format: type[_loopmend_1.MessageFormat]
class RedisPublishCommand(BatchPublishCommand):
 destination_type: DestinationType
 def __init__(self, message: "SendableMessage", /, *messages: "SendableMessage", _publish_type: "PublishType", correlation_id: str | None = None, channel: str | None = None, list: str | None = None, stream: str | None = None, maxlen: int | None = None, headers: dict[str, Any] | None = None, reply_to: str = ..., timeout: float | None = ..., pipeline: Optional["Pipeline[bytes]"] = None, message_format: type["MessageFormat"] = ...) -> None: ...
 def set_destination(self, *, channel: str | None = None, list: str | None = None, stream: str | None = None) -> None: ...
 @classmethod
 def from_cmd(cls, cmd: Union["PublishCommand", "RedisPublishCommand"], *, batch: bool = ..., message_format: type["MessageFormat"] = ...) -> "RedisPublishCommand": ...
 maxlen: None | int
 message_format: type[_loopmend_1.MessageFormat]
 timeout: None | float
 pipeline: None | _loopmend_2.Pipeline[bytes]
 destination: str

=== faststream.redis.schemas package
from faststream.redis.schemas.list_sub import ListSub
from faststream.redis.schemas.pub_sub import PubSub
from faststream.redis.schemas.stream_sub import StreamSub
__all__ = ( "ListSub", "PubSub", "StreamSub", )
INCORRECT_SETUP_MSG: str

=== faststream.redis.schemas.types
from collections.abc import Iterable, Mapping, Sequence
from ssl import VerifyMode
from typing import Any
from fast_depends import Provider
from fast_depends.dependencies import Dependant
from fast_depends.library.serializer import SerializerProto
from redis.asyncio.connection import BaseParser, Connection, Encoder
from redis.asyncio.retry import Retry
from typing_extensions import Required, TypedDict
from faststream._internal.basic_types import LoggerProto
from faststream._internal.configs import UnderlyingDriverAnnotations
from faststream._internal.context.repository import ContextRepo
from faststream._internal.parser import CodecProto
from faststream._internal.types import BrokerMiddleware, CustomCallable, IdGenerator
from faststream.middlewares import AckPolicy
from faststream.redis.broker.registrator import RedisRegistrator
from faststream.redis.parser import MessageFormat
from faststream.security import BaseSecurity
from faststream.specification.schema.extra import Tag, TagDict
class RedisConnectionParams(TypedDict, total=False):
 host: str
 port: str | int
 db: str | int
 connection_class: type[Connection]
 client_name: str | None
 health_check_interval: float
 max_connections: int | None
 socket_timeout: float | None
 socket_connect_timeout: float | None
 socket_read_size: int
 socket_keepalive: bool
 socket_keepalive_options: Mapping[int, int | bytes] | None
 socket_type: int
 retry: Retry | None
 retry_on_error: list[Any]
 retry_on_timeout: bool
 encoding: str
 encoding_errors: str
 parser_class: type[BaseParser]
 encoder_class: type[Encoder]
class RedisBrokerParams(RedisConnectionParams, total=False):
 graceful_timeout: float | None
 ack_policy: AckPolicy
 id_generator: IdGenerator
 decoder: CustomCallable | None
 codec: CodecProto | None
 parser: CustomCallable | None
 dependencies: Sequence[Dependant]
 middlewares: Sequence[BrokerMiddleware[Any, Any]]
 routers: Iterable[RedisRegistrator]
 message_format: type[MessageFormat]
 security: BaseSecurity | None
 specification_url: str | None
 protocol: str | None
 protocol_version: str | None
 description: str | None
 tags: Iterable[Tag | TagDict]
 logger: LoggerProto
 log_level: int
 apply_types: bool
 serializer: SerializerProto
 provider: Provider | None
 context: ContextRepo | None
 underlying_driver_annotations: UnderlyingDriverAnnotations | None
class RedisClusterParams(RedisBrokerParams, total=False):
 startup_nodes: Iterable[tuple[str, int]]
 ssl: bool
 ssl_ca_certs: str | None
 ssl_ca_data: str | None
 ssl_cert_reqs: str | VerifyMode
 ssl_certfile: str | None
 ssl_keyfile: str | None
 ssl_check_hostname: bool
class RedisSentinelParams(RedisBrokerParams, total=False):
 sentinels: Required[Sequence[tuple[str, int]]]
 sentinel_master_name: Required[str]
 sentinel_kwargs: Mapping[str, Any] | None
CLUSTER_INCOMPATIBLE_PARAMS = frozenset({ "db", "socket_read_size", "socket_type", "retry_on_timeout", "parser_class", "encoder_class", "connection_class", "host", "port", })
SENTINEL_PARAMS = frozenset({ "sentinels", "sentinel_master_name", "sentinel_kwargs", })
NON_CONNECTION_PARAMS = frozenset({ "graceful_timeout", "ack_policy", "id_generator", "decoder", "codec", "parser", "dependencies", "middlewares", "routers", "message_format", "specification_url", "protocol", "protocol_version", "description", "tags", "logger", "log_level", "apply_types", "serializer", "provider", "context", "underlying_driver_annotations", })

=== faststream.redis.security
from typing import Any
from redis.asyncio.connection import Connection
from faststream.security import BaseSecurity, SASLPlaintext
def parse_security(security: BaseSecurity | None) -> dict[str, Any]: ...
def _parse_base_security(security: BaseSecurity) -> dict[str, Any]: ...
def _parse_sasl_plaintext(security: SASLPlaintext) -> dict[str, Any]: ...

=== faststream.redis.subscriber package

=== faststream.redis.subscriber.usecases package
from .basic import LogicSubscriber
from .channel_subscriber import ChannelConcurrentSubscriber, ChannelSubscriber
from .list_subscriber import ( ListBatchSubscriber, ListConcurrentSubscriber, ListSubscriber, )
from .stream_subscriber import ( StreamBatchSubscriber, StreamConcurrentSubscriber, StreamSubscriber, )
__all__ = ( "ChannelConcurrentSubscriber", "ChannelSubscriber", "ListBatchSubscriber", "ListConcurrentSubscriber", "ListSubscriber", "LogicSubscriber", "StreamBatchSubscriber", "StreamConcurrentSubscriber", "StreamSubscriber", )

=== faststream.redis.subscriber.usecases.basic
import faststream._internal.endpoint.publisher.proto as _loopmend_2
import faststream.redis.subscriber.config as _loopmend_3
import redis.asyncio.client as _loopmend_0
import typing as _loopmend_1
import logging
from abc import abstractmethod
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Optional, TypeAlias, cast
import anyio
from typing_extensions import override
from faststream._internal.endpoint.subscriber import ( SubscriberSpecification, SubscriberUsecase, )
from faststream._internal.endpoint.subscriber.mixins import ConcurrentMixin, TasksMixin
from faststream.redis.message import ( UnifyRedisDict, )
from faststream.redis.publisher.fake import RedisFakePublisher
if TYPE_CHECKING:
 from redis.asyncio.client import Redis
 from faststream._internal.endpoint.publisher import PublisherProto
 from faststream._internal.endpoint.subscriber.call_item import ( CallsCollection, )
 from faststream.message import StreamMessage as BrokerStreamMessage
 from faststream.redis.configs import RedisBrokerConfig
 from faststream.redis.subscriber.config import RedisSubscriberConfig
TopicName: TypeAlias = bytes
Offset: TypeAlias = bytes
CONSUME_ERROR_BACKOFF_SECONDS = 5
class LogicSubscriber(TasksMixin, SubscriberUsecase[UnifyRedisDict]):
 __slots__: tuple[str]
 _outer_config: "RedisBrokerConfig"
 def __init__(self, config: "RedisSubscriberConfig", specification: "SubscriberSpecification[Any, Any]", calls: "CallsCollection[Any]") -> None: ...
 @property
 def _client(self) -> "Redis[bytes]": ...
 def _make_response_publisher(self, message: "BrokerStreamMessage[UnifyRedisDict]") -> Sequence["PublisherProto"]: ...
 @override
 async def start(self, *args: Any) -> None: ...
 async def _consume(self, *args: Any, start_signal: anyio.Event) -> None: ...
 @abstractmethod
 async def _get_msgs(self, *args: Any) -> None: ...
 @staticmethod
 def build_log_context(message: Optional["BrokerStreamMessage[Any]"], channel: str = ...) -> dict[str, str]: ...
 async def consume_one(self, msg: Any) -> None: ...
 config: _loopmend_3.RedisSubscriberConfig
class ConcurrentSubscriber( ConcurrentMixin["BrokerStreamMessage[Any]"], LogicSubscriber, ):
 __slots__: tuple[()]
 def __init__(self, config: "RedisSubscriberConfig", specification: "SubscriberSpecification[Any, Any]", calls: "CallsCollection[Any]", max_workers: int) -> None: ...
 async def start(self) -> None: ...
 async def consume_one(self, msg: "BrokerStreamMessage[Any]") -> None: ...

=== faststream.redis.subscriber.usecases.channel_subscriber
import faststream.redis.message as _loopmend_1
import faststream.redis.schemas.pub_sub as _loopmend_0
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any, Optional, TypeAlias
import anyio
from redis.asyncio.client import ( PubSub as RPubSub, )
from typing_extensions import override
from faststream._internal.endpoint.subscriber.mixins import ConcurrentMixin
from faststream._internal.endpoint.utils import process_msg
from faststream.redis.message import ( PubSubMessage, RedisChannelMessage, )
from faststream.redis.parser import ( RedisPubSubParser, )
from .basic import LogicSubscriber
if TYPE_CHECKING:
 from faststream._internal.endpoint.subscriber import SubscriberSpecification
 from faststream._internal.endpoint.subscriber.call_item import ( CallsCollection, )
 from faststream.message import StreamMessage as BrokerStreamMessage
 from faststream.redis.schemas import PubSub
 from faststream.redis.subscriber.config import RedisSubscriberConfig
TopicName: TypeAlias = bytes
Offset: TypeAlias = bytes
class ChannelSubscriber(LogicSubscriber):
 __slots__: tuple[()]
 def __init__(self, config: "RedisSubscriberConfig", specification: "SubscriberSpecification[Any, Any]", calls: "CallsCollection[Any]") -> None: ...
 @property
 def channel(self) -> "PubSub": ...
 def get_log_context(self, message: Optional["BrokerStreamMessage[Any]"]) -> dict[str, str]: ...
 @override
 async def start(self) -> None: ...
 async def stop(self) -> None: ...
 @override
 async def get_one(self, *, timeout: float = ...) -> "RedisChannelMessage | None": ...
 @override
 def __aiter__(self) -> AsyncIterator["RedisChannelMessage"]: ...
 async def _get_message(self, psub: RPubSub) -> PubSubMessage | None: ...
 async def _get_msgs(self, psub: RPubSub) -> None: ...
 _channel: _loopmend_0.PubSub
 subscription: RPubSub | None
class ChannelConcurrentSubscriber( ConcurrentMixin["BrokerStreamMessage[Any]"], ChannelSubscriber, ):
 __slots__: tuple[()]
 async def start(self) -> None: ...
 async def consume_one(self, msg: "BrokerStreamMessage[Any]") -> None: ...

=== faststream.redis.subscriber.usecases.list_subscriber
import anyio._core._synchronization as _loopmend_2
import faststream.redis.message as _loopmend_1
import faststream.redis.schemas.list_sub as _loopmend_0
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any, Optional, TypeAlias
import anyio
from typing_extensions import override
from faststream._internal.endpoint.subscriber.mixins import ConcurrentMixin
from faststream._internal.endpoint.utils import process_msg
from faststream.redis.message import ( BatchListMessage, DefaultListMessage, RedisListMessage, )
from faststream.redis.parser import ( RedisBatchListParser, RedisListParser, )
from .basic import LogicSubscriber
if TYPE_CHECKING:
 from redis.asyncio.client import Redis
 from faststream._internal.endpoint.subscriber import SubscriberSpecification
 from faststream._internal.endpoint.subscriber.call_item import ( CallsCollection, )
 from faststream.message import StreamMessage as BrokerStreamMessage
 from faststream.redis.schemas import ListSub
 from faststream.redis.subscriber.config import RedisSubscriberConfig
 from faststream.redis.subscriber.specification import RedisSubscriberSpecification
TopicName: TypeAlias = bytes
Offset: TypeAlias = bytes
class _ListHandlerMixin(LogicSubscriber):
 __slots__: tuple[str, str]
 def __init__(self, config: "RedisSubscriberConfig", specification: "SubscriberSpecification[Any, Any]", calls: "CallsCollection[Any]") -> None: ...
 @property
 def list_sub(self) -> "ListSub": ...
 def get_log_context(self, message: Optional["BrokerStreamMessage[Any]"]) -> dict[str, str]: ...
 @override
 async def _consume(self, client: "Redis[bytes]", *, start_signal: "anyio.Event") -> None: ...
 @override
 async def start(self) -> None: ...
 @override
 async def stop(self) -> None: ...
 @override
 async def get_one(self, *, timeout: float = ...) -> "RedisListMessage | None": ...
 @override
 def __aiter__(self) -> AsyncIterator["RedisListMessage"]: ...
 _list_sub: _loopmend_0.ListSub
 _read_lock: _loopmend_2.Lock
class ListSubscriber(_ListHandlerMixin):
 __slots__: tuple[()]
 def __init__(self, config: "RedisSubscriberConfig", specification: "RedisSubscriberSpecification", calls: "CallsCollection[Any]") -> None: ...
 async def _get_msgs(self, client: "Redis[bytes]") -> None: ...
class ListBatchSubscriber(_ListHandlerMixin):
 __slots__: tuple[()]
 def __init__(self, config: "RedisSubscriberConfig", specification: "RedisSubscriberSpecification", calls: "CallsCollection[Any]") -> None: ...
 async def _get_msgs(self, client: "Redis[bytes]") -> None: ...
class ListConcurrentSubscriber( ConcurrentMixin["BrokerStreamMessage[Any]"], ListSubscriber, ):
 __slots__: tuple[()]
 async def start(self) -> None: ...
 async def consume_one(self, msg: "BrokerStreamMessage[Any]") -> None: ...

=== faststream.redis.subscriber.usecases.stream_subscriber
import faststream.redis.message as _loopmend_1
import faststream.redis.parser.parsers as _loopmend_4
import faststream.redis.schemas.stream_sub as _loopmend_0
import faststream.redis.subscriber.usecases.stream_subscriber as _loopmend_2
import typing as _loopmend_3
import asyncio
import logging
import math
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Optional, TypeAlias
import anyio
from redis.exceptions import ResponseError
from typing_extensions import override
from faststream._internal.endpoint.subscriber.mixins import ConcurrentMixin
from faststream._internal.endpoint.utils import process_msg
from faststream.redis.exceptions import ( StreamClaimUnsupportedError, StreamGroupNotFoundError, )
from faststream.redis.message import ( BatchStreamMessage, DefaultStreamMessage, RedisStreamMessage, )
from faststream.redis.parser import ( RedisBatchStreamParser, RedisStreamParser, )
from .basic import CONSUME_ERROR_BACKOFF_SECONDS, LogicSubscriber
if TYPE_CHECKING:
 from anyio import Event
 from faststream._internal.endpoint.subscriber import SubscriberSpecification
 from faststream._internal.endpoint.subscriber.call_item import ( CallsCollection, )
 from faststream.message import StreamMessage as BrokerStreamMessage
 from faststream.redis.message import _StreamMessage
 from faststream.redis.parser.parsers import _StreamParser
 from faststream.redis.schemas import StreamSub
 from faststream.redis.subscriber.config import RedisSubscriberConfig
TopicName: TypeAlias = bytes
Offset: TypeAlias = bytes
StreamEntry: TypeAlias = tuple[Offset, dict[bytes, bytes]] | tuple[Offset, dict[bytes, bytes], int, int]
ReadResponse = tuple[ tuple[ TopicName, tuple[StreamEntry, ...], ], ..., ]
ReadCallable = Callable[[str], Awaitable[ReadResponse]]
class ClaimMeta(NamedTuple):
 idle_time: int
 delivery_count: int
class _StreamHandlerMixin(LogicSubscriber):
 __slots__: tuple[str, str, str, str, str, str, str]
 parser: "_StreamParser"
 def __init__(self, config: "RedisSubscriberConfig", specification: "SubscriberSpecification[Any, Any]", calls: "CallsCollection[Any]") -> None: ...
 @property
 def stream_sub(self) -> "StreamSub": ...
 def get_log_context(self, message: Optional["BrokerStreamMessage[Any]"]) -> dict[str, str]: ...
 @override
 async def _consume(self, *args: Any, start_signal: "Event") -> None: ...
 async def _stop_on_terminal_error(self, exc: Exception, msg: str) -> None: ...
 @override
 async def start(self) -> None: ...
 @override
 async def get_one(self, *, timeout: float = ...) -> "RedisStreamMessage | None": ...
 @override
 def __aiter__(self) -> AsyncIterator["RedisStreamMessage"]: ...
 async def _xreadgroup(self, *, count: int | None, block: int | None, noack: bool = ...) -> ReadResponse: ...
 def _parse_stream_entry(self, entry: "StreamEntry") -> tuple[bytes, dict[bytes, bytes], ClaimMeta | None]: ...
 _stream_sub: _loopmend_0.StreamSub
 autoclaim_start_id: _loopmend_3.Any
 claim_min_idle_time: None | int
 last_id: _loopmend_3.Any
 min_idle_time: None | int
 read_id: str
class StreamSubscriber(_StreamHandlerMixin):
 __slots__: tuple[()]
 def __init__(self, config: "RedisSubscriberConfig", specification: "SubscriberSpecification[Any, Any]", calls: "CallsCollection[Any]") -> None: ...
 async def _get_msgs(self, read: ReadCallable) -> None: ...
 last_id: str
 parser: _loopmend_4.RedisStreamParser
class StreamBatchSubscriber(_StreamHandlerMixin):
 __slots__: tuple[()]
 def __init__(self, config: "RedisSubscriberConfig", specification: "SubscriberSpecification[Any, Any]", calls: "CallsCollection[Any]") -> None: ...
 async def _get_msgs(self, read: ReadCallable) -> None: ...
 last_id: str
 parser: _loopmend_4.RedisBatchStreamParser
class StreamConcurrentSubscriber( ConcurrentMixin["BrokerStreamMessage[Any]"], StreamSubscriber, ):
 __slots__: tuple[()]
 async def start(self) -> None: ...
 async def consume_one(self, msg: "BrokerStreamMessage[Any]") -> None: ...
def _attach_claim_metadata(message: "_StreamMessage", claim_metas: "Sequence[ClaimMeta | None]") -> None: ...

=== faststream.redis.testing
import faststream._internal.endpoint.utils as _loopmend_7
import faststream._internal.parser as _loopmend_8
import faststream.redis.broker.broker as _loopmend_5
import faststream.redis.message as _loopmend_4
import faststream.redis.parser.parsers as _loopmend_6
import faststream.redis.subscriber.usecases.basic as _loopmend_2
import faststream.redis.testing as _loopmend_0
import typing as _loopmend_1
import unittest.mock as _loopmend_3
import re
import uuid
from collections.abc import AsyncGenerator, Generator, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from functools import partial
from typing import ( TYPE_CHECKING, Any, Optional, Protocol, Union, cast, overload, )
from unittest import mock
from unittest.mock import AsyncMock, MagicMock
import anyio
from typing_extensions import TypedDict, override
from faststream._internal.endpoint.utils import ParserComposition
from faststream._internal.parser import DefaultCodec
from faststream._internal.testing.broker import ( EnterType, TestBroker, change_producer, )
from faststream.exceptions import SetupError, SubscriberNotFound
from faststream.redis.broker.broker import RedisBroker
from faststream.redis.configs.state import RedisClusterConnectionState
from faststream.redis.message import ( BatchListMessage, BatchStreamMessage, DefaultListMessage, DefaultStreamMessage, PubSubMessage, bDATA_KEY, )
from faststream.redis.parser import MessageFormat, ParserConfig, RedisPubSubParser
from faststream.redis.publisher.producer import RedisFastProducer
from faststream.redis.response import DestinationType, RedisPublishCommand
from faststream.redis.schemas import INCORRECT_SETUP_MSG
from faststream.redis.subscriber.usecases.channel_subscriber import ChannelSubscriber
from faststream.redis.subscriber.usecases.list_subscriber import _ListHandlerMixin
from faststream.redis.subscriber.usecases.stream_subscriber import _StreamHandlerMixin
if TYPE_CHECKING:
 from fast_depends.library.serializer import SerializerProto
 from faststream._internal.basic_types import SendableMessage
 from faststream._internal.parser import CodecProto
 from faststream.redis.publisher.usecase import LogicPublisher
 from faststream.redis.subscriber.usecases.basic import LogicSubscriber
 from faststream.response import Response
__all__ = ( "PEL", "TestRedisBroker", )
@dataclass(kw_only=True)
class Entry:
 handler: "LogicSubscriber"
 msg: Any
PELKey = tuple[str | None, uuid.UUID, str | None]
class PEL:
 def __init__(self) -> None: ...
 def _remove(self, correlation_id: PELKey) -> None: ...
 def _put(self, msg: Any, handler: "LogicSubscriber", correlation_id: PELKey) -> None: ...
 def get_entry(self, correlation_id: PELKey) -> Entry | None: ...
 entries: dict[PELKey, Entry]
 put: _loopmend_1.Any
 remove: _loopmend_1.Any
class TestRedisBroker( TestBroker[RedisBroker, EnterType], broker=RedisBroker, ):
 @overload
 def __init__(self: "TestRedisBroker[RedisBroker]", broker: RedisBroker, /, *, with_real: bool = ..., connect_only: bool | None = None, pel: PEL | None = None) -> None: ...
 @overload
 def __init__(self: "TestRedisBroker[tuple[RedisBroker, ...]]", *brokers: RedisBroker, with_real: bool = ..., connect_only: bool | None = None, pel: PEL | None = None) -> None: ...
 def __init__(self, *brokers: RedisBroker, with_real: bool = ..., connect_only: bool | None = None, pel: PEL | None = None) -> None: ...
 @asynccontextmanager
 def _create_ctx(self) -> AsyncGenerator[list[RedisBroker], None]: ...
 @contextmanager
 def _patch_producer(self, broker: RedisBroker) -> Generator[None, None, None]: ...
 def create_publisher_fake_subscriber(self, broker: RedisBroker, publisher: "LogicPublisher") -> tuple["LogicSubscriber", bool]: ...
 @staticmethod
 async def _fake_connect(broker: RedisBroker, *args: Any, **kwargs: Any) -> AsyncMock: ...
 pel: _loopmend_0.PEL
class FakeProducer(RedisFastProducer):
 def __init__(self, broker: RedisBroker, brokers: Sequence[RedisBroker], config: ParserConfig, pel: PEL | None = None) -> None: ...
 @property
 def subscribers(self) -> "Iterable[LogicSubscriber]": ...
 @override
 def _build_child(self, **kwargs: Any) -> "FakeProducer": ...
 @override
 async def publish(self, cmd: "RedisPublishCommand") -> int | bytes: ...
 @override
 async def request(self, cmd: "RedisPublishCommand") -> "PubSubMessage": ...
 @override
 async def publish_batch(self, cmd: "RedisPublishCommand") -> int: ...
 async def _execute_handler(self, msg: Any, handler: "LogicSubscriber", session_id: uuid.UUID) -> "PubSubMessage": ...
 def _find_handlers(self, destination: "_DestinationKwargs", visitors: "Sequence[Visitor]", cmd: "RedisPublishCommand", session_id: uuid.UUID) -> "Iterator[tuple[Visitor, str, LogicSubscriber]]": ...
 def _return_handlers(self, handler: "LogicSubscriber", visited_ch: str, published_groups: set[tuple[str, str]], cmd: "RedisPublishCommand", session_id: uuid.UUID) -> bool: ...
 def _check_pel(self, handler: "LogicSubscriber", cmd: "RedisPublishCommand", session_id: uuid.UUID) -> Optional["Entry"]: ...
 def _put_pel(self, handler: "LogicSubscriber", msg: Any, cmd: "RedisPublishCommand", session_id: uuid.UUID) -> None: ...
 def _remove_pel(self, result: "Response", handler: "LogicSubscriber", session_id: uuid.UUID) -> None: ...
 broker: _loopmend_5.RedisBroker
 pel: _loopmend_0.PEL
 brokers: _loopmend_1.Sequence[_loopmend_5.RedisBroker]
 _fake_config: _loopmend_6.ParserConfig
 _parser: _loopmend_7.ParserComposition
 _decoder: _loopmend_7.ParserComposition
 codec: _loopmend_8.CodecProto | _loopmend_8.DefaultCodec
async def build_message(message: Union[Sequence["SendableMessage"], "SendableMessage"], *, correlation_id: str, message_format: type["MessageFormat"], reply_to: str = ..., headers: dict[str, Any] | None = None, serializer: Optional["SerializerProto"] = None, codec: Optional["CodecProto"] = None) -> bytes: ...
class Visitor(Protocol):
 def visit(self, *, channel: str | None, list: str | None, stream: str | None, sub: "LogicSubscriber") -> str | None: ...
 def get_message(self, channel: str, body: Any, sub: "LogicSubscriber") -> Any: ...
class ChannelVisitor(Visitor):
 @override
 def visit(self, *, sub: "LogicSubscriber", channel: str | None = None, list: str | None = None, stream: str | None = None) -> str | None: ...
 @override
 def get_message(self, channel: str, body: Any, sub: "ChannelSubscriber") -> _loopmend_4.PubSubMessage: ...
class ListVisitor(Visitor):
 @override
 def visit(self, *, sub: "LogicSubscriber", channel: str | None = None, list: str | None = None, stream: str | None = None) -> str | None: ...
 @override
 def get_message(self, channel: str, body: Any, sub: "_ListHandlerMixin") -> _loopmend_4.BatchListMessage | _loopmend_4.DefaultListMessage: ...
class StreamVisitor(Visitor):
 @override
 def visit(self, *, sub: "LogicSubscriber", channel: str | None = None, list: str | None = None, stream: str | None = None) -> str | None: ...
 @override
 def get_message(self, channel: str, body: Any, sub: "_StreamHandlerMixin") -> _loopmend_4.BatchStreamMessage | _loopmend_4.DefaultStreamMessage: ...
class _DestinationKwargs(TypedDict, total=False):
 channel: str
 list: str
 stream: str
def _make_destination_kwargs(cmd: RedisPublishCommand) -> _DestinationKwargs: ...
def _handler_group(handler: "LogicSubscriber") -> str | None: ...
def _handler_no_ack(handler: "LogicSubscriber") -> bool: ...
def _handler_min_idle_time(handler: "LogicSubscriber") -> int | None: ...

=== faststream.response package
from .publish_type import PublishType
from .response import BatchPublishCommand, PublishCommand, Response
from .utils import ensure_response
__all__ = ( "BatchPublishCommand", "PublishCommand", "PublishType", "Response", "ensure_response", )

=== faststream.response.response
import faststream.response.publish_type as _loopmend_2
import faststream.response.response as _loopmend_0
import typing as _loopmend_1
from collections.abc import Sequence
from typing import Any
from typing_extensions import Self
from .publish_type import PublishType
class Response:
 def __init__(self, body: Any, *, headers: dict[str, Any] | None = None, correlation_id: str | None = None) -> None: ...
 def as_publish_command(self) -> "PublishCommand": ...
 def get_publish_key(self) -> None: ...
 body: _loopmend_1.Any
 headers: dict
 correlation_id: None | str
class PublishCommand(Response):
 def __init__(self, body: Any, *, _publish_type: PublishType, reply_to: str = ..., destination: str = ..., correlation_id: str | None = None, headers: dict[str, Any] | None = None) -> None: ...
 @property
 def batch_bodies(self) -> tuple["Any", ...]: ...
 def add_headers(self, headers: dict[str, Any], *, override: bool = ...) -> None: ...
 @classmethod
 def from_cmd(cls, cmd: Self) -> Self: ...
 headers: dict
 reply_to: str
 destination: str
 publish_type: _loopmend_2.PublishType
class BatchPublishCommand(PublishCommand):
 def __init__(self, body: Any, /, *bodies: Any, _publish_type: PublishType, reply_to: str = ..., destination: str = ..., correlation_id: str | None = None, headers: dict[str, Any] | None = None) -> None: ...
 @property
 def batch_bodies(self) -> tuple["Any", ...]: ...
 @batch_bodies.setter
 def batch_bodies(self, value: Sequence["Any"]) -> None: ...
 @classmethod
 def from_cmd(cls, cmd: "PublishCommand", *, batch: bool = ...) -> "BatchPublishCommand": ...
 @staticmethod
 def _parse_bodies(body: Any, *, batch: bool = ...) -> tuple[Any, tuple[Any, ...]]: ...
 body: _loopmend_1.Any
 extra_bodies: tuple | tuple[()]

=== faststream.specification package
from .asyncapi import AsyncAPI, get_asyncapi_html
from .base.specification import Specification
from .schema.extra import Contact, ExternalDocs, License, Tag
__all__ = ( "AsyncAPI", "Contact", "ExternalDocs", "License", "Specification", "Tag", "get_asyncapi_html", )

=== faststream.specification.asyncapi package
from .factory import AsyncAPI
from .site import get_asyncapi_html
__all__ = ( "AsyncAPI", "get_asyncapi_html", )

=== faststream.specification.asyncapi.factory
import faststream.specification.base.generator as _loopmend_0
import faststream.specification.base.specification as _loopmend_1
import faststream.specification.schema.extra.contact as _loopmend_3
import faststream.specification.schema.extra.external_docs as _loopmend_6
import faststream.specification.schema.extra.license as _loopmend_2
import faststream.specification.schema.extra.tag as _loopmend_5
import typing as _loopmend_4
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, Optional, Union
from faststream.specification.base import Specification, SpecificationFactory
if TYPE_CHECKING:
 from faststream._internal.basic_types import AnyHttpUrl
 from faststream._internal.broker import BrokerUsecase
 from faststream.asgi.handlers import HttpHandler
 from faststream.specification.schema import Contact, ExternalDocs, License, Tag
class AsyncAPI(SpecificationFactory):
 def __init__(self, /, *brokers: "BrokerUsecase[Any, Any, Any]", title: str = ..., version: str = ..., description: str | None = None, terms_of_service: Optional["AnyHttpUrl"] = None, license: Union["License", "dict[str, Any]"] | None = None, contact: Union["Contact", "dict[str, Any]"] | None = None, tags: Sequence[Union["Tag", "dict[str, Any]"]] = ..., external_docs: Union["ExternalDocs", "dict[str, Any]"] | None = None, identifier: str | None = None, schema_version: Literal["3.0.0", "2.6.0"] | str = ...) -> None: ...
 def add_broker(self, broker: "BrokerUsecase[Any, Any, Any]", /) -> "SpecificationFactory": ...
 def add_http_route(self, path: str, handler: "HttpHandler") -> "SpecificationFactory": ...
 def to_specification(self) -> Specification: ...
 brokers: list[BrokerUsecase[Any, Any, Any]]
 title: str
 version: str
 description: None | str
 terms_of_service: None | str
 license: None | _loopmend_2.License | dict
 contact: None | _loopmend_3.Contact | dict
 tags: _loopmend_4.Sequence[_loopmend_5.Tag | dict]
 external_docs: None | _loopmend_6.ExternalDocs | dict
 identifier: None | str
 schema_version: str
 http_handlers: list[tuple[str, HttpHandler]]

=== faststream.specification.base package
from .generator import SpecificationFactory
from .specification import Specification
__all__ = ( "Specification", "SpecificationFactory", )

=== faststream.specification.base.generator
import faststream.specification.base.generator as _loopmend_0
import faststream.specification.base.specification as _loopmend_1
from abc import abstractmethod
from typing import TYPE_CHECKING, Any, Protocol, Union
from .specification import Specification
if TYPE_CHECKING:
 from faststream._internal.broker import BrokerUsecase
 from faststream.asgi.handlers import HttpHandler
 from faststream.specification.schema import Contact, License
class SpecificationFactory(Protocol):
 title: str
 description: str | None
 version: str | None
 contact: Union["Contact", dict[str, Any]] | None
 license: Union["License", dict[str, Any]] | None
 @abstractmethod
 def add_broker(self, broker: "BrokerUsecase[Any, Any, Any]", /) -> "SpecificationFactory": ...
 @abstractmethod
 def add_http_route(self, path: str, handler: "HttpHandler") -> "SpecificationFactory": ...
 @abstractmethod
 def to_specification(self) -> Specification: ...

=== faststream.types
from faststream._internal.basic_types import ( AnyCallable, AsyncFunc, AsyncFuncAny, DecodedMessage, Lifespan, LoggerProto, NoneCallable, SendableMessage, SettingField, )
from faststream._internal.types import ( BrokerMiddleware, Filter, PublisherMiddleware, SubscriberMiddleware, WrappedHandlerCall, )
__all__ = [ "AnyCallable", "AsyncFunc", "AsyncFuncAny", "BrokerMiddleware", "DecodedMessage", "Filter", "Lifespan", "LoggerProto", "NoneCallable", "PublisherMiddleware", "SendableMessage", "SettingField", "SubscriberMiddleware", "WrappedHandlerCall", ]

