# taskiq 0.13.0 MIT
=== taskiq package
from importlib.metadata import version
from taskiq_dependencies import Depends as TaskiqDepends
from taskiq.abc.broker import AsyncBroker, AsyncTaskiqDecoratedTask
from taskiq.abc.formatter import TaskiqFormatter
from taskiq.abc.middleware import TaskiqMiddleware
from taskiq.abc.result_backend import AsyncResultBackend
from taskiq.abc.schedule_source import ScheduleSource
from taskiq.acks import AckableMessage, AcknowledgeType
from taskiq.brokers.inmemory_broker import InMemoryBroker
from taskiq.brokers.shared_broker import async_shared_broker
from taskiq.brokers.zmq_broker import ZeroMQBroker
from taskiq.context import Context
from taskiq.events import TaskiqEvents
from taskiq.exceptions import ( NoResultError, ResultGetError, ResultIsReadyError, SecurityError, SendTaskError, TaskiqError, TaskiqResultTimeoutError, )
from taskiq.funcs import gather
from taskiq.message import BrokerMessage, TaskiqMessage
from taskiq.middlewares import ( PrometheusMiddleware, SimpleRetryMiddleware, SmartRetryMiddleware, )
from taskiq.result import TaskiqResult
from taskiq.scheduler.scheduled_task import ScheduledTask
from taskiq.scheduler.scheduler import TaskiqScheduler
from taskiq.state import TaskiqState
from taskiq.task import AsyncTaskiqTask
__version__ = version("taskiq")
__all__ = [ "AckableMessage", "AcknowledgeType", "AsyncBroker", "AsyncResultBackend", "AsyncTaskiqDecoratedTask", "AsyncTaskiqTask", "BrokerMessage", "Context", "InMemoryBroker", "NoResultError", "PrometheusMiddleware", "ResultGetError", "ResultIsReadyError", "ScheduleSource", "ScheduledTask", "SecurityError", "SendTaskError", "SimpleRetryMiddleware", "SmartRetryMiddleware", "TaskiqDepends", "TaskiqError", "TaskiqEvents", "TaskiqFormatter", "TaskiqMessage", "TaskiqMiddleware", "TaskiqResult", "TaskiqResultTimeoutError", "TaskiqScheduler", "TaskiqState", "ZeroMQBroker", "__version__", "async_shared_broker", "gather", ]

=== taskiq.abc package
from taskiq.abc.broker import AsyncBroker
from taskiq.abc.result_backend import AsyncResultBackend
__all__ = [ "AsyncBroker", "AsyncResultBackend", ]

=== taskiq.abc.broker
import collections as _loopmend_6
import taskiq.abc.broker as _loopmend_3
import taskiq.abc.result_backend as _loopmend_4
import taskiq.acks as _loopmend_2
import taskiq.decor as _loopmend_0
import taskiq.events as _loopmend_7
import taskiq.result_backends.dummy as _loopmend_5
import taskiq.state as _loopmend_8
import typing as _loopmend_1
import os
import sys
import warnings
from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import AsyncGenerator, Awaitable, Callable
from functools import wraps
from logging import getLogger
from typing import ( TYPE_CHECKING, Any, ClassVar, ParamSpec, TypeAlias, TypeVar, get_type_hints, overload, )
from uuid import uuid4
from taskiq.abc.middleware import TaskiqMiddleware
from taskiq.abc.serializer import TaskiqSerializer
from taskiq.acks import AckableMessage
from taskiq.decor import AsyncTaskiqDecoratedTask
from taskiq.events import TaskiqEvents
from taskiq.exceptions import TaskBrokerMismatchError
from taskiq.formatters.proxy_formatter import ProxyFormatter
from taskiq.message import BrokerMessage
from taskiq.result_backends.dummy import DummyResultBackend
from taskiq.serializers.json_serializer import JSONSerializer
from taskiq.state import TaskiqState
from taskiq.utils import maybe_awaitable
from taskiq.warnings import TaskiqDeprecationWarning
if sys.version_info >= (3, 11):
 from typing import Self
else:
 from typing_extensions import Self
if TYPE_CHECKING:
 from taskiq.abc.formatter import TaskiqFormatter
 from taskiq.abc.result_backend import AsyncResultBackend
_T = TypeVar("_T")
_FuncParams = ParamSpec("_FuncParams")
_ReturnType = TypeVar("_ReturnType")
EventHandler: TypeAlias = Callable[[TaskiqState], Awaitable[None] | None]
logger = getLogger("taskiq")
def default_id_generator() -> str: ...
class AsyncBroker(ABC):
 global_task_registry: ClassVar[dict[str, AsyncTaskiqDecoratedTask[Any, Any]]] = ...
 def __init__(self, result_backend: "AsyncResultBackend[_T] | None" = None, task_id_generator: Callable[[], str] | None = None) -> None: ...
 def find_task(self, task_name: str) -> AsyncTaskiqDecoratedTask[Any, Any] | None: ...
 def get_all_tasks(self) -> dict[str, AsyncTaskiqDecoratedTask[Any, Any]]: ...
 def add_dependency_context(self, new_ctx: dict[Any, Any]) -> None: ...
 def add_middlewares(self, *middlewares: "TaskiqMiddleware") -> None: ...
 async def startup(self) -> None: ...
 async def shutdown(self) -> None: ...
 @abstractmethod
 async def kick(self, message: BrokerMessage) -> None: ...
 @abstractmethod
 def listen(self) -> AsyncGenerator[bytes | AckableMessage, None]: ...
 @overload
 def task(self, task_name: Callable[_FuncParams, _ReturnType], **labels: Any) -> AsyncTaskiqDecoratedTask[_FuncParams, _ReturnType]: ...
 @overload
 def task(self, task_name: str | None = None, **labels: Any) -> Callable[ [Callable[_FuncParams, _ReturnType]], AsyncTaskiqDecoratedTask[_FuncParams, _ReturnType], ]: ...
 def task(self, task_name: str | None = None, **labels: Any) -> _loopmend_0.AsyncTaskiqDecoratedTask | _loopmend_1.Callable[..., _loopmend_0.AsyncTaskiqDecoratedTask]: ...
 def register_task(self, func: Callable[_FuncParams, _ReturnType], task_name: str | None = None, **labels: Any) -> AsyncTaskiqDecoratedTask[_FuncParams, _ReturnType]: ...
 def on_event(self, *events: TaskiqEvents) -> _loopmend_1.Callable[..., _loopmend_1.Callable[..., _loopmend_1.Any]]: ...
 def add_event_handler(self, event: TaskiqEvents, handler: EventHandler) -> None: ...
 def with_result_backend(self, result_backend: "AsyncResultBackend[Any]") -> "Self": ...
 def with_id_generator(self, task_id_generator: Callable[[], str]) -> "Self": ...
 def with_middlewares(self, *middlewares: "TaskiqMiddleware") -> "Self": ...
 def with_event_handlers(self, event: TaskiqEvents, *handlers: EventHandler) -> "Self": ...
 def with_serializer(self, serializer: TaskiqSerializer) -> "Self": ...
 def with_formatter(self, formatter: "TaskiqFormatter") -> "Self": ...
 def _register_task(self, task_name: str, task: AsyncTaskiqDecoratedTask[Any, Any]) -> None: ...
 async def __aenter__(self) -> None: ...
 async def __aexit__(self, *args: object, **kwargs: Any) -> None: ...
 result_backend: _loopmend_4.AsyncResultBackend | _loopmend_5.DummyResultBackend
 middlewares: list[TaskiqMiddleware]
 decorator_class: type[_loopmend_0.AsyncTaskiqDecoratedTask]
 serializer: TaskiqSerializer
 formatter: TaskiqFormatter
 id_generator: _loopmend_1.Callable[..., str]
 local_task_registry: dict[str, AsyncTaskiqDecoratedTask[Any, Any]]
 event_handlers: _loopmend_6.defaultdict[_loopmend_7.TaskiqEvents, list[_loopmend_1.Callable[..., _loopmend_1.Any]]]
 state: _loopmend_8.TaskiqState
 custom_dependency_context: dict[Any, Any]
 dependency_overrides: dict[Any, Any]
 is_worker_process: bool
 is_scheduler_process: bool

=== taskiq.abc.cmd
from abc import ABC, abstractmethod
from collections.abc import Sequence
class TaskiqCMD(ABC):
 short_help = ""
 @abstractmethod
 def exec(self, args: Sequence[str]) -> int | None: ...

=== taskiq.abc.formatter
import taskiq.message as _loopmend_0
from abc import ABC, abstractmethod
from taskiq.message import BrokerMessage, TaskiqMessage
class TaskiqFormatter(ABC):
 @abstractmethod
 def dumps(self, message: TaskiqMessage) -> BrokerMessage: ...
 @abstractmethod
 def loads(self, message: bytes) -> TaskiqMessage: ...

=== taskiq.abc.middleware
import taskiq.message as _loopmend_1
import typing as _loopmend_0
from collections.abc import Coroutine
from types import CoroutineType
from typing import TYPE_CHECKING, Any, Union
if TYPE_CHECKING:
 from taskiq.abc.broker import AsyncBroker
 from taskiq.message import TaskiqMessage
 from taskiq.result import TaskiqResult
class TaskiqMiddleware:
 def __init__(self) -> None: ...
 def set_broker(self, broker: "AsyncBroker") -> None: ...
 def startup(self) -> Union[Coroutine[Any, Any, None], "CoroutineType[Any, Any, None]", None]: ...
 def shutdown(self) -> Union[Coroutine[Any, Any, None], "CoroutineType[Any, Any, None]", None]: ...
 def pre_send(self, message: "TaskiqMessage") -> _loopmend_1.TaskiqMessage: ...
 def post_send(self, message: "TaskiqMessage") -> Union[Coroutine[Any, Any, None], "CoroutineType[Any, Any, None]", None]: ...
 def pre_execute(self, message: "TaskiqMessage") -> _loopmend_1.TaskiqMessage: ...
 def post_execute(self, message: "TaskiqMessage", result: "TaskiqResult[Any]") -> Union[Coroutine[Any, Any, None], "CoroutineType[Any, Any, None]", None]: ...
 def post_save(self, message: "TaskiqMessage", result: "TaskiqResult[Any]") -> Union[Coroutine[Any, Any, None], "CoroutineType[Any, Any, None]", None]: ...
 def on_error(self, message: "TaskiqMessage", result: "TaskiqResult[Any]", exception: BaseException) -> Union[Coroutine[Any, Any, None], "CoroutineType[Any, Any, None]", None]: ...
 broker: AsyncBroker

=== taskiq.abc.result_backend
import taskiq.depends.progress_tracker as _loopmend_1
import taskiq.result.result as _loopmend_0
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from taskiq.result import TaskiqResult
if TYPE_CHECKING:
 from taskiq.depends.progress_tracker import TaskProgress
_ReturnType = TypeVar("_ReturnType")
class AsyncResultBackend(ABC, Generic[_ReturnType]):
 async def startup(self) -> None: ...
 async def shutdown(self) -> None: ...
 @abstractmethod
 async def set_result(self, task_id: str, result: TaskiqResult[_ReturnType]) -> None: ...
 @abstractmethod
 async def is_result_ready(self, task_id: str) -> bool: ...
 @abstractmethod
 async def get_result(self, task_id: str, with_logs: bool = ...) -> TaskiqResult[_ReturnType]: ...
 async def set_progress(self, task_id: str, progress: "TaskProgress[Any]") -> None: ...
 async def get_progress(self, task_id: str) -> "TaskProgress[Any] | None": ...

=== taskiq.abc.schedule_source
import taskiq.scheduler.scheduled_task.task as _loopmend_0
import typing as _loopmend_1
from abc import ABC, abstractmethod
from collections.abc import Coroutine
from types import CoroutineType
from typing import TYPE_CHECKING, Any, Union
if TYPE_CHECKING:
 from taskiq.scheduler.scheduled_task import ScheduledTask
class ScheduleSource(ABC):
 async def startup(self) -> None: ...
 async def shutdown(self) -> None: ...
 @abstractmethod
 async def get_schedules(self) -> list["ScheduledTask"]: ...
 async def add_schedule(self, schedule: "ScheduledTask") -> None: ...
 async def delete_schedule(self, schedule_id: str) -> None: ...
 def pre_send(self, task: "ScheduledTask") -> Union["CoroutineType[Any, Any, None]", Coroutine[Any, Any, None], None]: ...
 def post_send(self, task: "ScheduledTask") -> Union["CoroutineType[Any, Any, None]", Coroutine[Any, Any, None], None]: ...

=== taskiq.acks
import taskiq.acks as _loopmend_0
import typing as _loopmend_1
import enum
from collections.abc import Awaitable, Callable
from typing import Any
from pydantic import BaseModel
from taskiq.utils import maybe_awaitable
@enum.unique
class AcknowledgeType(str, enum.Enum):
 WHEN_RECEIVED = "when_received"
 WHEN_EXECUTED = "when_executed"
 WHEN_SAVED = "when_saved"
 MANUAL = "manual"
def parse_acknowledge_type(value: Any) -> AcknowledgeType: ...
class AckableMessage(BaseModel):
 data: bytes
 ack: Callable[[], Awaitable[None] | None]
class AckController:
 def __init__(self, ack: Callable[[], Awaitable[None] | None] | None) -> None: ...
 @property
 def is_ackable(self) -> bool: ...
 async def ack(self) -> None: ...
 _ack: None | _loopmend_1.Callable[..., _loopmend_1.Any]
 is_acked: bool

=== taskiq.api package
from taskiq.api.receiver import run_receiver_task
from taskiq.api.scheduler import run_scheduler_task
__all__ = ["run_receiver_task", "run_scheduler_task"]

=== taskiq.api.receiver
import asyncio
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from logging import getLogger
from taskiq.abc.broker import AsyncBroker
from taskiq.acks import AcknowledgeType
from taskiq.receiver.receiver import Receiver
logger = getLogger("taskiq.receiver")
async def run_receiver_task(broker: AsyncBroker, receiver_cls: type[Receiver] = ..., sync_workers: int | None = None, validate_params: bool = ..., max_async_tasks: int = ..., max_async_tasks_jitter: int = ..., max_prefetch: int = ..., propagate_exceptions: bool = ..., run_startup: bool = ..., ack_time: AcknowledgeType | None = None, use_process_pool: bool = ...) -> None: ...

=== taskiq.api.scheduler
from datetime import timedelta
from taskiq.cli.scheduler.run import SchedulerLoop
from taskiq.scheduler.scheduler import TaskiqScheduler
async def run_scheduler_task(scheduler: TaskiqScheduler, run_startup: bool = ..., interval: timedelta | None = None, loop_interval: timedelta | None = None) -> None: ...

=== taskiq.brokers package

=== taskiq.brokers.inmemory_broker
import concurrent.futures.thread as _loopmend_3
import taskiq.depends.progress_tracker as _loopmend_1
import taskiq.receiver.receiver as _loopmend_4
import taskiq.result.result as _loopmend_0
import typing as _loopmend_2
import asyncio
from collections import OrderedDict
from collections.abc import AsyncGenerator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar
from taskiq.abc.broker import AsyncBroker
from taskiq.abc.middleware import TaskiqMiddleware
from taskiq.abc.result_backend import AsyncResultBackend, TaskiqResult
from taskiq.depends.progress_tracker import TaskProgress
from taskiq.events import TaskiqEvents
from taskiq.exceptions import UnknownTaskError
from taskiq.message import BrokerMessage
from taskiq.receiver import Receiver
from taskiq.utils import maybe_awaitable
_ReturnType = TypeVar("_ReturnType")
class InmemoryResultBackend(AsyncResultBackend[_ReturnType]):
 def __init__(self, max_stored_results: int = ...) -> None: ...
 async def set_result(self, task_id: str, result: TaskiqResult[_ReturnType]) -> None: ...
 async def is_result_ready(self, task_id: str) -> bool: ...
 async def get_result(self, task_id: str, with_logs: bool = ...) -> TaskiqResult[_ReturnType]: ...
 async def set_progress(self, task_id: str, progress: TaskProgress[Any]) -> None: ...
 async def get_progress(self, task_id: str) -> TaskProgress[Any] | None: ...
 max_stored_results: int
 results: OrderedDict[str, TaskiqResult[_ReturnType]]
 progress: OrderedDict[str, TaskProgress[Any]]
class InMemoryBroker(AsyncBroker):
 def __init__(self, sync_tasks_pool_size: int = ..., max_stored_results: int = ..., cast_types: bool = ..., max_async_tasks: int = ..., max_async_tasks_jitter: int = ..., propagate_exceptions: bool = ..., await_inplace: bool = ...) -> None: ...
 async def kick(self, message: BrokerMessage) -> None: ...
 def listen(self) -> AsyncGenerator[bytes, None]: ...
 async def wait_all(self) -> None: ...
 async def startup(self) -> None: ...
 async def shutdown(self) -> None: ...
 await_inplace: bool
 result_backend: InmemoryResultBackend[Any]
 executor: _loopmend_3.ThreadPoolExecutor
 receiver: _loopmend_4.Receiver
 _running_tasks: set[asyncio.Task[Any]]

=== taskiq.brokers.shared_broker
import taskiq.brokers.shared_broker as _loopmend_2
import taskiq.kicker as _loopmend_0
import typing as _loopmend_1
from collections.abc import AsyncGenerator
from typing import Any, ParamSpec, TypeVar
from taskiq.abc.broker import AsyncBroker
from taskiq.decor import AsyncTaskiqDecoratedTask
from taskiq.exceptions import SharedBrokerListenError, SharedBrokerSendTaskError
from taskiq.kicker import AsyncKicker
from taskiq.message import BrokerMessage
_ReturnType = TypeVar("_ReturnType")
_Params = ParamSpec("_Params")
class SharedDecoratedTask(AsyncTaskiqDecoratedTask[_Params, _ReturnType]):
 def kicker(self) -> AsyncKicker[_Params, _ReturnType]: ...
class AsyncSharedBroker(AsyncBroker):
 def __init__(self) -> None: ...
 def default_broker(self, new_broker: AsyncBroker) -> None: ...
 async def kick(self, message: BrokerMessage) -> None: ...
 async def listen(self) -> AsyncGenerator[bytes, None]: ...
 def _register_task(self, task_name: str, task: AsyncTaskiqDecoratedTask[Any, Any]) -> None: ...
 _default_broker: AsyncBroker | None
 decorator_class: type[_loopmend_2.SharedDecoratedTask]
async_shared_broker: _loopmend_2.AsyncSharedBroker
shared_task = async_shared_broker.task

=== taskiq.brokers.zmq_broker
import typing as _loopmend_0
import math
from collections.abc import AsyncGenerator, Callable
from logging import getLogger
from typing import TypeVar
from taskiq.abc.broker import AsyncBroker
from taskiq.abc.result_backend import AsyncResultBackend
from taskiq.message import BrokerMessage
try:
 import zmq
 from zmq.asyncio import Context, Socket
except ImportError:
 zmq = None
_T = TypeVar("_T")
logger = getLogger(__name__)
class ZeroMQBroker(AsyncBroker):
 def __init__(self, zmq_pub_host: str = ..., zmq_sub_host: str = ..., result_backend: "AsyncResultBackend[_T] | None" = None, task_id_generator: Callable[[], str] | None = None) -> None: ...
 async def startup(self) -> None: ...
 async def shutdown(self) -> None: ...
 async def kick(self, message: BrokerMessage) -> None: ...
 def listen(self) -> AsyncGenerator[bytes, None]: ...
 context: _loopmend_0.Any
 pub_host: str
 sub_host: str
 socket: Socket

=== taskiq.cli package

=== taskiq.cli.scheduler package

=== taskiq.cli.scheduler.cmd
import asyncio
from collections.abc import Sequence
from taskiq.abc.cmd import TaskiqCMD
from taskiq.cli.scheduler.args import SchedulerArgs
from taskiq.cli.scheduler.run import run_scheduler
class SchedulerCMD(TaskiqCMD):
 short_help = "Run task scheduler"
 def exec(self, args: Sequence[str]) -> None: ...

=== taskiq.cli.scheduler.run
import asyncio.events as _loopmend_4
import datetime as _loopmend_0
import taskiq.abc.schedule_source as _loopmend_2
import taskiq.scheduler.scheduled_task.task as _loopmend_1
import taskiq.scheduler.scheduler as _loopmend_3
import asyncio
import inspect
import sys
from datetime import datetime, timedelta, timezone
from logging import basicConfig, getLogger
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError
import pycron
from taskiq.abc.schedule_source import ScheduleSource
from taskiq.cli.scheduler.args import SchedulerArgs
from taskiq.cli.utils import import_object, import_tasks
from taskiq.scheduler.scheduled_task import ScheduledTask
from taskiq.scheduler.scheduler import TaskiqScheduler
logger = getLogger(__name__)
ScheduleId: TypeAlias = str
def to_tz_aware(time: datetime) -> datetime: ...
async def get_schedules(source: ScheduleSource) -> list[ScheduledTask]: ...
async def get_all_schedules(scheduler: TaskiqScheduler) -> list[tuple[ScheduleSource, list[ScheduledTask]]]: ...
class CronValueError(Exception):
 ...
def is_cron_task_now(cron_value: str, now: datetime, offset: str | timedelta | None = None, last_run: datetime | None = None) -> bool: ...
def is_time_task_now(time_value: datetime, now: datetime, last_run: datetime | None = None) -> bool: ...
def is_interval_task_now(interval_value: int | timedelta, now: datetime, last_run: datetime | None = None) -> bool: ...
async def send(scheduler: TaskiqScheduler, source: ScheduleSource, task: ScheduledTask) -> None: ...
async def send_with_timeout(scheduler: TaskiqScheduler, source: ScheduleSource, task: ScheduledTask, timeout: float) -> None: ...
async def _sleep_until_next_second() -> None: ...
class SchedulerLoop:
 def __init__(self, scheduler: TaskiqScheduler, *, event_loop: asyncio.AbstractEventLoop | None = None) -> None: ...
 def _update_schedules_task_future_callback(self, task_: asyncio.Task[Any]) -> None: ...
 async def _update_scheduled_tasks(self) -> None: ...
 def _mark_cron_tasks_as_already_run(self) -> None: ...
 def _is_schedule_ready_to_send(self, task: ScheduledTask, now: datetime) -> bool: ...
 async def run(self, *, update_interval: timedelta | None = None, loop_interval: timedelta | None = None, skip_first_run: bool = ..., send_timeout: float | None = None) -> None: ...
 scheduler: _loopmend_3.TaskiqScheduler
 _event_loop: _loopmend_4.AbstractEventLoop
 cron_tasks_last_run: dict[ScheduleId, datetime]
 interval_tasks_last_run: dict[ScheduleId, datetime]
 time_tasks_last_run: dict[ScheduleId, datetime]
 scheduled_tasks: list[tuple[ScheduleSource, list[ScheduledTask]]]
 scheduled_tasks_updated_at: datetime | None
 _update_schedules_task_future: asyncio.Task[Any] | None
async def _startup_scheduler(scheduler: TaskiqScheduler) -> None: ...
async def run_scheduler(args: SchedulerArgs) -> None: ...

=== taskiq.cli.worker package

=== taskiq.cli.worker.run
import taskiq.receiver.receiver as _loopmend_0
import asyncio
import inspect
import logging
import os
import signal
import sys
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_start_method, set_start_method
from sys import platform
from typing import Any
from taskiq.abc.broker import AsyncBroker
from taskiq.cli.utils import import_object, import_tasks
from taskiq.cli.worker.args import WorkerArgs
from taskiq.cli.worker.process_manager import ProcessManager
from taskiq.receiver import Receiver
try:
 import uvloop
except ImportError:
 uvloop = None
try:
 from watchdog.observers import Observer
except ImportError:
 Observer = None
logger = logging.getLogger("taskiq.worker")
async def shutdown_broker(broker: AsyncBroker, timeout: float) -> None: ...
def get_receiver_type(args: WorkerArgs) -> type[Receiver]: ...
def start_listen(args: WorkerArgs) -> None: ...
def run_worker(args: WorkerArgs) -> int | None: ...

=== taskiq.context
import taskiq.abc.broker as _loopmend_1
import taskiq.acks as _loopmend_2
import taskiq.message as _loopmend_0
from typing import TYPE_CHECKING
from taskiq.abc.broker import AsyncBroker
from taskiq.acks import AckController
from taskiq.exceptions import NoResultError, TaskRejectedError
from taskiq.message import TaskiqMessage
if TYPE_CHECKING:
 from taskiq.state import TaskiqState
class Context:
 def __init__(self, message: TaskiqMessage, broker: AsyncBroker, ack_controller: AckController | None = None) -> None: ...
 @property
 def is_ackable(self) -> bool: ...
 @property
 def is_acked(self) -> bool: ...
 async def ack(self) -> None: ...
 async def requeue(self) -> None: ...
 def reject(self) -> None: ...
 message: _loopmend_0.TaskiqMessage
 broker: _loopmend_1.AsyncBroker
 _ack_controller: None | _loopmend_2.AckController
 state: TaskiqState

=== taskiq.decor
import taskiq.abc.broker as _loopmend_3
import taskiq.kicker as _loopmend_2
import taskiq.scheduler.created_schedule as _loopmend_1
import taskiq.task as _loopmend_0
import typing as _loopmend_4
import sys
from collections.abc import Callable, Coroutine
from copy import copy
from datetime import datetime, timedelta
from types import CoroutineType
from typing import ( TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar, Union, overload, )
from taskiq.kicker import AsyncKicker
from taskiq.scheduler.created_schedule import CreatedSchedule
from taskiq.task import AsyncTaskiqTask
if TYPE_CHECKING:
 from taskiq.abc.broker import AsyncBroker
 from taskiq.abc.schedule_source import ScheduleSource
 from taskiq.scheduler.scheduled_task import CronSpec
_T = TypeVar("_T")
_FuncParams = ParamSpec("_FuncParams")
_ReturnType = TypeVar("_ReturnType")
class AsyncTaskiqDecoratedTask(Generic[_FuncParams, _ReturnType]):
 def __init__(self, broker: "AsyncBroker", task_name: str, original_func: Callable[_FuncParams, _ReturnType], labels: dict[str, Any], return_type: type[_ReturnType] | None = None) -> None: ...
 def __call__(self, *args: _FuncParams.args, **kwargs: _FuncParams.kwargs) -> _ReturnType: ...
 @overload
 async def kiq(self: "AsyncTaskiqDecoratedTask[_FuncParams, CoroutineType[Any, Any, _T]]", *args: _FuncParams.args, **kwargs: _FuncParams.kwargs) -> AsyncTaskiqTask[_T]: ...
 @overload
 async def kiq(self: "AsyncTaskiqDecoratedTask[_FuncParams, Coroutine[Any, Any, _T]]", *args: _FuncParams.args, **kwargs: _FuncParams.kwargs) -> AsyncTaskiqTask[_T]: ...
 @overload
 async def kiq(self: "AsyncTaskiqDecoratedTask[_FuncParams, _ReturnType]", *args: _FuncParams.args, **kwargs: _FuncParams.kwargs) -> AsyncTaskiqTask[_ReturnType]: ...
 async def kiq(self, *args: _FuncParams.args, **kwargs: _FuncParams.kwargs) -> Any: ...
 async def schedule_by_cron(self, source: "ScheduleSource", cron: Union[str, "CronSpec"], *args: _FuncParams.args, **kwargs: _FuncParams.kwargs) -> CreatedSchedule[_ReturnType]: ...
 async def schedule_by_interval(self, source: "ScheduleSource", interval: int | timedelta, *args: _FuncParams.args, **kwargs: _FuncParams.kwargs) -> CreatedSchedule[_ReturnType]: ...
 async def schedule_by_time(self, source: "ScheduleSource", time: datetime, *args: _FuncParams.args, **kwargs: _FuncParams.kwargs) -> CreatedSchedule[_ReturnType]: ...
 def kicker(self) -> AsyncKicker[_FuncParams, _ReturnType]: ...
 def __repr__(self) -> str: ...
 broker: _loopmend_3.AsyncBroker
 task_name: str
 original_func: _loopmend_4.Callable[..., _loopmend_4.Any]
 labels: dict
 return_type: _loopmend_4.Any

=== taskiq.depends.progress_tracker
import pydantic.config as _loopmend_0
import taskiq.context as _loopmend_2
import taskiq.depends.progress_tracker as _loopmend_1
import enum
from typing import Generic, TypeVar
from pydantic import BaseModel, ConfigDict
from taskiq_dependencies import Depends
from taskiq.context import Context
_ProgressType = TypeVar("_ProgressType")
class TaskState(str, enum.Enum):
 STARTED = "STARTED"
 FAILURE = "FAILURE"
 SUCCESS = "SUCCESS"
 RETRY = "RETRY"
class _TaskProgressConfig(BaseModel):
 model_config: _loopmend_0.ConfigDict
class TaskProgress(_TaskProgressConfig, Generic[_ProgressType]):
 state: TaskState | str
 meta: _ProgressType | None
class ProgressTracker(Generic[_ProgressType]):
 def __init__(self, context: Context = ...) -> None: ...
 async def set_progress(self, state: TaskState | str, meta: _ProgressType | None = None) -> None: ...
 async def get_progress(self) -> TaskProgress[_ProgressType] | None: ...
 context: _loopmend_2.Context

=== taskiq.formatters package

=== taskiq.formatters.proxy_formatter
import taskiq.abc.broker as _loopmend_1
import taskiq.message as _loopmend_0
from typing import TYPE_CHECKING
from taskiq.abc.formatter import TaskiqFormatter
from taskiq.message import BrokerMessage, TaskiqMessage
if TYPE_CHECKING:
 from taskiq.abc.broker import AsyncBroker
class ProxyFormatter(TaskiqFormatter):
 def __init__(self, broker: "AsyncBroker") -> None: ...
 def dumps(self, message: TaskiqMessage) -> BrokerMessage: ...
 def loads(self, message: bytes) -> TaskiqMessage: ...
 broker: _loopmend_1.AsyncBroker

=== taskiq.funcs
import taskiq.result.result as _loopmend_0
import asyncio
from time import time
from typing import Any
from taskiq.exceptions import TaskiqResultTimeoutError
from taskiq.result import TaskiqResult
from taskiq.task import AsyncTaskiqTask
async def gather(*tasks: AsyncTaskiqTask[Any], timeout: float = ..., with_logs: bool = ..., periodicity: float = ...) -> tuple[TaskiqResult[Any], ...]: ...

=== taskiq.instrumentation
import typing as _loopmend_0
import logging
from collections.abc import Callable, Collection
from typing import Any
from weakref import WeakSet as _WeakSet
from taskiq.cli.worker.args import WorkerArgs
try:
 import opentelemetry
except ImportError:
 ...
from opentelemetry.instrumentation.auto_instrumentation import initialize
from opentelemetry.instrumentation.instrumentor import ( BaseInstrumentor, )
from opentelemetry.instrumentation.utils import unwrap
from opentelemetry.metrics import MeterProvider
from opentelemetry.trace import TracerProvider
from wrapt import wrap_function_wrapper
import taskiq.cli.worker.run
from taskiq import AsyncBroker
from taskiq.middlewares.opentelemetry_middleware import OpenTelemetryMiddleware
logger = logging.getLogger("taskiq.opentelemetry")
class TaskiqInstrumentor(BaseInstrumentor):
 _instrumented_brokers: _WeakSet[AsyncBroker] = _WeakSet()
 _original_start_listen: Callable[ [WorkerArgs], None, ] = taskiq.cli.worker.run.start_listen
 def __init__(self) -> None: ...
 def instrument_broker(self, broker: AsyncBroker, tracer_provider: TracerProvider | None = None, meter_provider: MeterProvider | None = None) -> None: ...
 def uninstrument_broker(self, broker: AsyncBroker) -> None: ...
 def instrumentation_dependencies(self) -> Collection[str]: ...
 @classmethod
 def _start_listen_with_initialize(cls, args: WorkerArgs) -> None: ...
 def _instrument(self, **kwargs: Any) -> None: ...
 def _uninstrument(self, **kwargs: Any) -> None: ...
 _middleware: None

=== taskiq.kicker
import taskiq.abc.broker as _loopmend_4
import taskiq.kicker as _loopmend_0
import taskiq.message as _loopmend_3
import taskiq.scheduler.created_schedule as _loopmend_2
import taskiq.task as _loopmend_1
import typing as _loopmend_5
from collections.abc import Coroutine
from dataclasses import asdict, is_dataclass
from datetime import datetime, timedelta
from logging import getLogger
from types import CoroutineType
from typing import ( TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar, Union, overload, )
from pydantic import BaseModel
from taskiq.abc.middleware import TaskiqMiddleware
from taskiq.exceptions import SendTaskError
from taskiq.labels import prepare_label
from taskiq.message import TaskiqMessage
from taskiq.scheduler.created_schedule import CreatedSchedule
from taskiq.scheduler.scheduled_task import CronSpec, ScheduledTask
from taskiq.task import AsyncTaskiqTask
from taskiq.utils import maybe_awaitable
if TYPE_CHECKING:
 from taskiq.abc.broker import AsyncBroker
 from taskiq.abc.schedule_source import ScheduleSource
_T = TypeVar("_T")
_FuncParams = ParamSpec("_FuncParams")
_ReturnType = TypeVar("_ReturnType")
logger = getLogger("taskiq")
class AsyncKicker(Generic[_FuncParams, _ReturnType]):
 def __init__(self, task_name: str, broker: "AsyncBroker", labels: dict[str, Any], return_type: type[_ReturnType] | None = None) -> None: ...
 def with_labels(self, **labels: str | float) -> "AsyncKicker[_FuncParams, _ReturnType]": ...
 def with_task_id(self, task_id: str | None) -> "AsyncKicker[_FuncParams, _ReturnType]": ...
 def with_schedule_id(self, schedule_id: str) -> "AsyncKicker[_FuncParams, _ReturnType]": ...
 def with_broker(self, broker: "AsyncBroker") -> "AsyncKicker[_FuncParams, _ReturnType]": ...
 @overload
 async def kiq(self: "AsyncKicker[_FuncParams, CoroutineType[Any, Any, _T]]", *args: _FuncParams.args, **kwargs: _FuncParams.kwargs) -> AsyncTaskiqTask[_T]: ...
 @overload
 async def kiq(self: "AsyncKicker[_FuncParams, Coroutine[Any, Any, _T]]", *args: _FuncParams.args, **kwargs: _FuncParams.kwargs) -> AsyncTaskiqTask[_T]: ...
 @overload
 async def kiq(self: "AsyncKicker[_FuncParams, _ReturnType]", *args: _FuncParams.args, **kwargs: _FuncParams.kwargs) -> AsyncTaskiqTask[_ReturnType]: ...
 async def kiq(self, *args: _FuncParams.args, **kwargs: _FuncParams.kwargs) -> Any: ...
 async def schedule_by_cron(self, source: "ScheduleSource", cron: Union[str, "CronSpec"], *args: _FuncParams.args, **kwargs: _FuncParams.kwargs) -> CreatedSchedule[_ReturnType]: ...
 async def schedule_by_interval(self, source: "ScheduleSource", interval: int | timedelta, *args: _FuncParams.args, **kwargs: _FuncParams.kwargs) -> CreatedSchedule[_ReturnType]: ...
 async def schedule_by_time(self, source: "ScheduleSource", time: datetime, *args: _FuncParams.args, **kwargs: _FuncParams.kwargs) -> CreatedSchedule[_ReturnType]: ...
 @classmethod
 def _prepare_arg(cls, arg: Any) -> Any: ...
 def _prepare_message(self, *args: Any, **kwargs: Any) -> TaskiqMessage: ...
 task_name: str
 broker: _loopmend_4.AsyncBroker
 labels: dict
 return_type: _loopmend_5.Any
 custom_task_id: str | None
 custom_schedule_id: str | None

=== taskiq.middlewares package
from .prometheus_middleware import PrometheusMiddleware
from .simple_retry_middleware import SimpleRetryMiddleware
from .smart_retry_middleware import SmartRetryMiddleware
from .taskiq_admin_middleware import TaskiqAdminMiddleware
__all__ = ( "PrometheusMiddleware", "SimpleRetryMiddleware", "SmartRetryMiddleware", "TaskiqAdminMiddleware", )

=== taskiq.middlewares.simple_retry_middleware
import typing as _loopmend_0
from collections.abc import Iterable
from logging import getLogger
from typing import Any
from taskiq.abc.middleware import TaskiqMiddleware
from taskiq.exceptions import NoResultError
from taskiq.kicker import AsyncKicker
from taskiq.message import TaskiqMessage
from taskiq.result import TaskiqResult
logger = getLogger("taskiq.retry_middleware")
class SimpleRetryMiddleware(TaskiqMiddleware):
 def __init__(self, default_retry_count: int = ..., default_retry_label: bool = ..., no_result_on_retry: bool = ..., types_of_exceptions: Iterable[type[BaseException]] | None = None) -> None: ...
 def _get_types_of_exceptions(self, message: "TaskiqMessage") -> Iterable[type[BaseException]] | None: ...
 async def on_error(self, message: "TaskiqMessage", result: "TaskiqResult[Any]", exception: BaseException) -> None: ...
 default_retry_count: int
 default_retry_label: bool
 no_result_on_retry: bool
 types_of_exceptions: None | _loopmend_0.Iterable[type[BaseException]]

=== taskiq.middlewares.smart_retry_middleware
import taskiq.abc.schedule_source as _loopmend_1
import typing as _loopmend_0
import datetime
import random
from collections.abc import Iterable
from logging import getLogger
from typing import Any
from taskiq import ScheduleSource
from taskiq.abc.middleware import TaskiqMiddleware
from taskiq.exceptions import NoResultError
from taskiq.kicker import AsyncKicker
from taskiq.message import TaskiqMessage
from taskiq.result import TaskiqResult
__all__ = ("SmartRetryMiddleware",)
_logger = getLogger("taskiq.smart_retry_middleware")
class SmartRetryMiddleware(TaskiqMiddleware):
 def __init__(self, default_retry_count: int = ..., default_retry_label: bool = ..., no_result_on_retry: bool = ..., default_delay: float = ..., use_jitter: bool = ..., use_delay_exponent: bool = ..., max_delay_exponent: float = ..., schedule_source: ScheduleSource | None = None, types_of_exceptions: Iterable[type[BaseException]] | None = None) -> None: ...
 def _get_types_of_exceptions(self, message: TaskiqMessage) -> Iterable[type[BaseException]] | None: ...
 def is_retry_on_error(self, message: TaskiqMessage) -> bool: ...
 def make_delay(self, message: TaskiqMessage, retries: int) -> float: ...
 async def on_send(self, kicker: AsyncKicker[Any, Any], message: TaskiqMessage, delay: float) -> None: ...
 async def on_error(self, message: TaskiqMessage, result: TaskiqResult[Any], exception: BaseException) -> None: ...
 default_retry_count: int
 default_retry_label: bool
 no_result_on_retry: bool
 default_delay: float
 use_jitter: bool
 use_delay_exponent: bool
 max_delay_exponent: float
 schedule_source: None | _loopmend_1.ScheduleSource
 types_of_exceptions: None | _loopmend_0.Iterable[type[BaseException]]

=== taskiq.middlewares.taskiq_admin_middleware
import aiohttp.client as _loopmend_0
import taskiq.message as _loopmend_1
import asyncio
from datetime import datetime, timezone
from logging import getLogger
from typing import Any
from urllib.parse import urljoin
import aiohttp
from taskiq.abc.middleware import TaskiqMiddleware
from taskiq.message import TaskiqMessage
from taskiq.result import TaskiqResult
__all__ = ("TaskiqAdminMiddleware",)
_logger = getLogger("taskiq.taskiq_admin_middleware")
class TaskiqAdminMiddleware(TaskiqMiddleware):
 def __init__(self, url: str, api_token: str, timeout: int = ..., taskiq_broker_name: str | None = None) -> None: ...
 @staticmethod
 def _now_iso() -> str: ...
 def _get_client(self) -> aiohttp.ClientSession: ...
 async def startup(self) -> None: ...
 async def shutdown(self) -> None: ...
 async def _spawn_request(self, endpoint: str, payload: dict[str, Any]) -> None: ...
 async def post_send(self, message: TaskiqMessage) -> None: ...
 async def pre_execute(self, message: TaskiqMessage) -> TaskiqMessage: ...
 async def post_execute(self, message: TaskiqMessage, result: TaskiqResult[Any]) -> None: ...
 url: str
 api_token: str
 timeout: int
 __ta_broker_name: None | str
 _pending: set[asyncio.Task[Any]]
 _client: aiohttp.ClientSession | None

=== taskiq.receiver package
from taskiq.receiver.receiver import Receiver
__all__ = ["Receiver"]

=== taskiq.receiver.receiver
import asyncio.locks as _loopmend_6
import concurrent.futures._base as _loopmend_4
import taskiq.abc.broker as _loopmend_3
import taskiq.acks as _loopmend_0
import taskiq.receiver.receiver as _loopmend_2
import taskiq.result.result as _loopmend_1
import typing as _loopmend_5
import asyncio
import contextlib
import contextvars
import functools
import inspect
import random
import sys
from collections.abc import AsyncGenerator, Callable
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass
from enum import Enum, auto
from logging import getLogger
from time import time
from typing import Any, get_type_hints
import anyio
from taskiq_dependencies import DependencyGraph
from taskiq.abc.broker import AckableMessage, AsyncBroker
from taskiq.abc.middleware import TaskiqMiddleware
from taskiq.acks import AckController, AcknowledgeType, parse_acknowledge_type
from taskiq.context import Context
from taskiq.exceptions import NoResultError
from taskiq.message import TaskiqMessage
from taskiq.receiver.params_parser import parse_params
from taskiq.result import TaskiqResult
from taskiq.state import TaskiqState
from taskiq.utils import maybe_awaitable
logger = getLogger(__name__)
PY_VERSION = sys.version_info
class _QueueSignal(Enum):
 DONE = auto()
@dataclass(frozen=True, slots=True)
class _PrefetchedMessage:
 data: bytes | AckableMessage
 owns_delivery_slot: bool
@dataclass(slots=True)
class _PrefetchState:
 iterator: AsyncGenerator[bytes | AckableMessage, None]
 current_message: asyncio.Task[bytes | AckableMessage] | None = None
 owns_delivery_slot: bool = False
@dataclass(frozen=True, slots=True)
class _StartedCallback:
 task: asyncio.Task[Any]
 owns_delivery_slot: bool
def _execute_sync_task_in_executor(target: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any: ...
class Receiver:
 def __init__(self, broker: AsyncBroker, executor: Executor | None = None, validate_params: bool = ..., max_async_tasks: "int | None" = None, max_async_tasks_jitter: int = ..., max_prefetch: int = ..., propagate_exceptions: bool = ..., run_startup: bool = ..., ack_type: AcknowledgeType | None = None, on_exit: Callable[["Receiver"], None] | None = None, max_tasks_to_execute: int | None = None, wait_tasks_timeout: float | None = None) -> None: ...
 async def callback(self, message: bytes | AckableMessage, raise_err: bool = ...) -> None: ...
 def _get_ack_time(self, message: TaskiqMessage) -> AcknowledgeType: ...
 async def run_task(self, target: Callable[..., Any], message: TaskiqMessage, ack_controller: AckController | None = None) -> TaskiqResult[Any]: ...
 async def listen(self, finish_event: asyncio.Event) -> None: ...
 async def prefetcher(self, queue: "asyncio.Queue[_PrefetchedMessage | _QueueSignal]", finish_event: asyncio.Event) -> None: ...
 def _should_stop_prefetch(self, finish_event: asyncio.Event, fetched_tasks: int) -> bool: ...
 async def _get_prefetched_message(self, state: _PrefetchState, finish_event: asyncio.Event, finish_waiter: asyncio.Task[bool]) -> bytes | AckableMessage | None: ...
 async def _acquire_delivery_slot(self, state: _PrefetchState, finish_event: asyncio.Event, finish_waiter: asyncio.Task[bool]) -> bool: ...
 async def _settle_delivery_acquire(self, acquire_task: asyncio.Task[bool]) -> None: ...
 def _release_delivery_slot(self, state: _PrefetchState) -> None: ...
 async def _enqueue_late_prefetched_message(self, queue: "asyncio.Queue[_PrefetchedMessage | _QueueSignal]", state: _PrefetchState) -> None: ...
 async def _close_prefetch_state(self, state: _PrefetchState) -> _PrefetchedMessage | None: ...
 async def _discard_queued_messages(self, queue: "asyncio.Queue[_PrefetchedMessage | _QueueSignal]") -> None: ...
 async def runner(self, queue: "asyncio.Queue[_PrefetchedMessage | _QueueSignal]") -> None: ...
 def _start_callback(self, message: _PrefetchedMessage, *, owns_execution_slot: bool) -> _StartedCallback: ...
 def _on_callback_done(self, task: asyncio.Task[Any], *, active_tasks: set[asyncio.Task[Any]], owns_delivery_slot: bool) -> None: ...
 def _record_listen_error(self, error: BaseException) -> None: ...
 def _prepare_task(self, name: str, handler: Callable[..., Any]) -> None: ...
 broker: _loopmend_3.AsyncBroker
 executor: None | _loopmend_4.Executor
 validate_params: bool
 propagate_exceptions: bool
 run_startup: bool
 on_exit: None | _loopmend_5.Callable[..., None]
 max_tasks_to_execute: None | int
 wait_tasks_timeout: None | float
 task_signatures: dict[str, inspect.Signature]
 task_hints: dict[str, dict[str, Any]]
 dependency_graphs: dict[str, DependencyGraph]
 ack_time: _loopmend_0.AcknowledgeType
 known_tasks: set[str]
 _listen_error: BaseException | None
 sem: asyncio.Semaphore | None
 sem_prefetch: _loopmend_6.Semaphore
 is_process_pool: bool

=== taskiq.result_backends package

=== taskiq.result_backends.dummy
import taskiq.result.result as _loopmend_0
import warnings
from typing import Any, TypeVar
from taskiq.abc.result_backend import AsyncResultBackend
from taskiq.result import TaskiqResult
_ReturnType = TypeVar("_ReturnType")
class DummyResultBackend(AsyncResultBackend[_ReturnType]):
 async def set_result(self, task_id: str, result: Any) -> None: ...
 async def is_result_ready(self, task_id: str) -> bool: ...
 async def get_result(self, task_id: str, with_logs: bool = ...) -> Any: ...

=== taskiq.schedule_sources package
from taskiq.schedule_sources.label_based import LabelScheduleSource
__all__ = [ "LabelScheduleSource", ]

=== taskiq.schedule_sources.label_based
import taskiq.abc.broker as _loopmend_1
import taskiq.scheduler.scheduled_task.task as _loopmend_0
import uuid
from logging import getLogger
from taskiq.abc.broker import AsyncBroker
from taskiq.abc.schedule_source import ScheduleSource
from taskiq.scheduler.scheduled_task import ScheduledTask
logger = getLogger(__name__)
class LabelScheduleSource(ScheduleSource):
 def __init__(self, broker: AsyncBroker) -> None: ...
 async def startup(self) -> None: ...
 async def get_schedules(self) -> list["ScheduledTask"]: ...
 def post_send(self, task: "ScheduledTask") -> None: ...
 broker: _loopmend_1.AsyncBroker
 schedules: dict[str, ScheduledTask]

=== taskiq.scheduler package

=== taskiq.scheduler.created_schedule
import taskiq.abc.schedule_source as _loopmend_2
import taskiq.kicker as _loopmend_1
import taskiq.scheduler.scheduled_task.task as _loopmend_3
import taskiq.task as _loopmend_0
from collections.abc import Coroutine
from types import CoroutineType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload
from taskiq.abc.schedule_source import ScheduleSource
from taskiq.scheduler.scheduled_task import ScheduledTask
from taskiq.task import AsyncTaskiqTask
if TYPE_CHECKING:
 from taskiq.kicker import AsyncKicker
_ReturnType = TypeVar("_ReturnType")
_T = TypeVar("_T")
class CreatedSchedule(Generic[_ReturnType]):
 def __init__(self, kicker: "AsyncKicker[Any,_ReturnType]", source: ScheduleSource, task: ScheduledTask) -> None: ...
 @overload
 async def kiq(self: "CreatedSchedule[CoroutineType[Any,Any, _T]]") -> AsyncTaskiqTask[_T]: ...
 @overload
 async def kiq(self: "CreatedSchedule[Coroutine[Any,Any, _T]]") -> AsyncTaskiqTask[_T]: ...
 @overload
 async def kiq(self: "CreatedSchedule[_ReturnType]") -> AsyncTaskiqTask[_ReturnType]: ...
 async def kiq(self) -> Any: ...
 async def unschedule(self) -> None: ...
 def __str__(self) -> str: ...
 kicker: _loopmend_1.AsyncKicker
 source: _loopmend_2.ScheduleSource
 task: _loopmend_3.ScheduledTask
 schedule_id: str

=== taskiq.scheduler.scheduler
import taskiq.abc.broker as _loopmend_0
import taskiq.abc.schedule_source as _loopmend_1
from logging import getLogger
from typing import TYPE_CHECKING
from taskiq.exceptions import ScheduledTaskCancelledError
from taskiq.kicker import AsyncKicker
from taskiq.scheduler.scheduled_task import ScheduledTask
from taskiq.utils import maybe_awaitable
if TYPE_CHECKING:
 from taskiq.abc.broker import AsyncBroker
 from taskiq.abc.schedule_source import ScheduleSource
logger = getLogger(__name__)
class TaskiqScheduler:
 def __init__(self, broker: "AsyncBroker", sources: list["ScheduleSource"]) -> None: ...
 async def startup(self) -> None: ...
 async def on_ready(self, source: "ScheduleSource", task: ScheduledTask) -> None: ...
 async def shutdown(self) -> None: ...
 broker: _loopmend_0.AsyncBroker
 sources: list[_loopmend_1.ScheduleSource]

=== taskiq.task
import taskiq.abc.result_backend as _loopmend_2
import taskiq.depends.progress_tracker as _loopmend_1
import taskiq.result.result as _loopmend_0
import typing as _loopmend_3
import asyncio
from logging import getLogger
from time import time
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from taskiq.compat import parse_obj_as
from taskiq.exceptions import ( ResultGetError, ResultIsReadyError, TaskiqResultTimeoutError, )
if TYPE_CHECKING:
 from taskiq.abc.result_backend import AsyncResultBackend
 from taskiq.depends.progress_tracker import TaskProgress
 from taskiq.result import TaskiqResult
logger = getLogger("taskiq.task")
_ReturnType = TypeVar("_ReturnType")
class AsyncTaskiqTask(Generic[_ReturnType]):
 def __init__(self, task_id: str, result_backend: "AsyncResultBackend[_ReturnType]", return_type: type[_ReturnType] | None = None) -> None: ...
 async def is_ready(self) -> bool: ...
 async def get_result(self, with_logs: bool = ...) -> "TaskiqResult[_ReturnType]": ...
 async def wait_result(self, check_interval: float = ..., timeout: float = ..., with_logs: bool = ...) -> "TaskiqResult[_ReturnType]": ...
 async def get_progress(self) -> "TaskProgress[Any] | None": ...
 task_id: str
 result_backend: _loopmend_2.AsyncResultBackend
 return_type: _loopmend_3.Any

=== taskiq.utils
import inspect
from collections.abc import Awaitable, Coroutine
from types import CoroutineType
from typing import Any, TypeVar, Union
_T = TypeVar("_T")
async def maybe_awaitable(possible_coroutine: Union[ _T, Coroutine[Any, Any, _T], "CoroutineType[Any, Any, _T]", Awaitable[_T], ]) -> _T: ...

