# arq 0.28.0 MIT
=== arq package
from .connections import ArqRedis, create_pool
from .cron import cron
from .version import VERSION
from .worker import Retry, Worker, check_health, func, run_worker
__version__ = VERSION
__all__ = ( 'ArqRedis', 'create_pool', 'cron', 'VERSION', 'Retry', 'Worker', 'check_health', 'func', 'run_worker', )

=== arq.cli
import asyncio
import logging.config
import os
import sys
from signal import Signals
from typing import TYPE_CHECKING, cast
import click
from .logs import default_log_config
from .utils import import_string
from .version import VERSION
from .worker import check_health, create_worker, run_worker
if TYPE_CHECKING:
 from .typing import WorkerSettingsType
burst_help: str
health_check_help: str
watch_help: str
verbose_help = 'Enable verbose output.'
logdict_help: str
@click.command('arq')
@click.version_option(VERSION, '-V', '--version', prog_name='arq')
@click.argument('worker-settings', type=str, required=True)
@click.option('--burst/--no-burst', default=None, help=burst_help)
@click.option('--check', is_flag=True, help=health_check_help)
@click.option('--watch', type=click.Path(exists=True, dir_okay=True, file_okay=False), help=watch_help)
@click.option('-v', '--verbose', is_flag=True, help=verbose_help)
@click.option('--custom-log-dict', type=str, help=logdict_help)
def cli(*, worker_settings: str, burst: bool, check: bool, watch: str, verbose: bool, custom_log_dict: str) -> None: ...
async def watch_reload(path: str, worker_settings: "WorkerSettingsType") -> None: ...

=== arq.connections
import arq.connections as _loopmend_0
import arq.jobs as _loopmend_1
import typing as _loopmend_2
import asyncio
import functools
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Callable, Optional, Union, cast
from urllib.parse import parse_qs, urlparse
from uuid import uuid4
from redis.asyncio import ConnectionPool, Redis
from redis.asyncio.retry import Retry
from redis.asyncio.sentinel import Sentinel
from redis.exceptions import RedisError, WatchError
from .constants import default_queue_name, expires_extra_ms, job_key_prefix, result_key_prefix
from .jobs import Deserializer, Job, JobDef, JobResult, Serializer, deserialize_job, serialize_job
from .utils import timestamp_ms, to_ms, to_unix_ms
logger = logging.getLogger('arq.connections')
@dataclass
class RedisSettings:
 host: Union[str, list[tuple[str, int]]] = 'localhost'
 port: int = 6379
 unix_socket_path: Optional[str] = None
 database: int = 0
 username: Optional[str] = None
 password: Optional[str] = None
 ssl: bool = False
 ssl_keyfile: Optional[str] = None
 ssl_certfile: Optional[str] = None
 ssl_cert_reqs: str = 'required'
 ssl_ca_certs: Optional[str] = None
 ssl_ca_data: Optional[str] = None
 ssl_check_hostname: bool = False
 conn_timeout: int = 1
 conn_retries: int = 5
 conn_retry_delay: int = 1
 max_connections: Optional[int] = None
 sentinel: bool = False
 sentinel_master: str = 'mymaster'
 retry_on_timeout: bool = False
 retry_on_error: Optional[list[type[Exception]]] = None
 retry: Optional[Retry] = None
 @classmethod
 def from_dsn(cls, dsn: str) -> "RedisSettings": ...
 def __repr__(self) -> str: ...
if TYPE_CHECKING:
 BaseRedis = Redis[bytes]
else:
 BaseRedis = Redis
class ArqRedis(BaseRedis):
 def __init__(self, pool_or_conn: Optional[ConnectionPool] = None, job_serializer: Optional[Serializer] = None, job_deserializer: Optional[Deserializer] = None, default_queue_name: str = ..., expires_extra_ms: int = ..., **kwargs: Any) -> None: ...
 async def enqueue_job(self, function: str, *args: Any, _job_id: Optional[str] = None, _queue_name: Optional[str] = None, _defer_until: Optional[datetime] = None, _defer_by: Union[None, int, float, timedelta] = None, _expires: Union[None, int, float, timedelta] = None, _job_try: Optional[int] = None, **kwargs: Any) -> Optional[Job]: ...
 async def _get_job_result(self, key: bytes) -> JobResult: ...
 async def all_job_results(self) -> list[JobResult]: ...
 async def _get_job_def(self, job_id: bytes, score: int) -> JobDef: ...
 async def queued_jobs(self, *, queue_name: Optional[str] = None) -> list[JobDef]: ...
 default_queue_name: str
 expires_extra_ms: int
 job_serializer: None | _loopmend_2.Callable[..., bytes]
 job_deserializer: None | _loopmend_2.Callable[..., dict]
async def create_pool(settings_: Optional[RedisSettings] = None, *, retry: int = ..., job_serializer: Optional[Serializer] = None, job_deserializer: Optional[Deserializer] = None, default_queue_name: str = ..., expires_extra_ms: int = ...) -> ArqRedis: ...
async def log_redis_info(redis: "Redis[bytes]", log_func: Callable[[str], Any]) -> None: ...

=== arq.cron
import arq.cron as _loopmend_1
import datetime as _loopmend_0
import dataclasses
import inspect
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Optional, Union
from .typing import WEEKDAYS, OptionType, SecondsTimedelta, WeekdayOptionType, WorkerCoroutine
from .utils import import_string, to_seconds
@dataclass
class Options:
 month: OptionType
 day: OptionType
 weekday: WeekdayOptionType
 hour: OptionType
 minute: OptionType
 second: OptionType
 microsecond: int
def next_cron(previous_dt: datetime, *, month: OptionType = None, day: OptionType = None, weekday: WeekdayOptionType = None, hour: OptionType = None, minute: OptionType = None, second: OptionType = ..., microsecond: int = ...) -> datetime: ...
def _get_next_dt(dt_: datetime, options: Options) -> Optional[datetime]: ...
@dataclass
class CronJob:
 name: str
 coroutine: WorkerCoroutine
 month: OptionType
 day: OptionType
 weekday: WeekdayOptionType
 hour: OptionType
 minute: OptionType
 second: OptionType
 microsecond: int
 run_at_startup: bool
 unique: bool
 job_id: Optional[str]
 timeout_s: Optional[float]
 keep_result_s: Optional[float]
 keep_result_forever: Optional[bool]
 max_tries: Optional[int]
 next_run: Optional[datetime] = None
 def calculate_next(self, prev_run: datetime) -> None: ...
 def __repr__(self) -> str: ...
def cron(coroutine: Union[str, WorkerCoroutine], *, name: Optional[str] = None, month: OptionType = None, day: OptionType = None, weekday: WeekdayOptionType = None, hour: OptionType = None, minute: OptionType = None, second: OptionType = ..., microsecond: int = ..., run_at_startup: bool = ..., unique: bool = ..., job_id: Optional[str] = None, timeout: Optional[SecondsTimedelta] = None, keep_result: Optional[float] = ..., keep_result_forever: Optional[bool] = ..., max_tries: Optional[int] = ...) -> CronJob: ...

=== arq.jobs
import arq.jobs as _loopmend_0
import redis.asyncio.client as _loopmend_1
import typing as _loopmend_2
import asyncio
import logging
import pickle
import warnings
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, Callable, Optional
from redis.asyncio import Redis
from .constants import abort_jobs_ss, default_queue_name, in_progress_key_prefix, job_key_prefix, result_key_prefix
from .utils import ms_to_datetime, poll, timestamp_ms
logger = logging.getLogger('arq.jobs')
Serializer = Callable[[dict[str, Any]], bytes]
Deserializer = Callable[[bytes], dict[str, Any]]
class ResultNotFound(RuntimeError):
 ...
class JobStatus(str, Enum):
 deferred = 'deferred'
 queued = 'queued'
 in_progress = 'in_progress'
 complete = 'complete'
 not_found = 'not_found'
@dataclass
class JobDef:
 function: str
 args: tuple[Any, ...]
 kwargs: dict[str, Any]
 job_try: int
 enqueue_time: datetime
 score: Optional[int]
 job_id: Optional[str]
 def __post_init__(self) -> None: ...
@dataclass
class JobResult(JobDef):
 success: bool
 result: Any
 start_time: datetime
 finish_time: datetime
 queue_name: str
class Job:
 __slots__: tuple[str, str, str, str]
 def __init__(self, job_id: str, redis: "Redis[bytes]", _queue_name: str = ..., _deserializer: Optional[Deserializer] = None) -> None: ...
 async def result(self, timeout: Optional[float] = None, *, poll_delay: float = ..., pole_delay: Optional[float] = None) -> Any: ...
 async def info(self) -> Optional[JobDef]: ...
 async def result_info(self) -> Optional[JobResult]: ...
 async def status(self) -> JobStatus: ...
 async def abort(self, *, timeout: Optional[float] = None, poll_delay: float = ...) -> bool: ...
 def __repr__(self) -> str: ...
 job_id: str
 _redis: _loopmend_1.Redis[bytes]
 _queue_name: str
 _deserializer: None | _loopmend_2.Callable[..., dict]
class SerializationError(RuntimeError):
 ...
class DeserializationError(SerializationError):
 ...
def serialize_job(function_name: str, args: tuple[Any, ...], kwargs: dict[str, Any], job_try: Optional[int], enqueue_time_ms: int, *, serializer: Optional[Serializer] = None) -> bytes: ...
def serialize_result(function: str, args: tuple[Any, ...], kwargs: dict[str, Any], job_try: int, enqueue_time_ms: int, success: bool, result: Any, start_ms: int, finished_ms: int, ref: str, queue_name: str, job_id: str, *, serializer: Optional[Serializer] = None) -> Optional[bytes]: ...
def deserialize_job(r: bytes, *, deserializer: Optional[Deserializer] = None) -> JobDef: ...
def deserialize_job_raw(r: bytes, *, deserializer: Optional[Deserializer] = None) -> tuple[str, tuple[Any, ...], dict[str, Any], int, int]: ...
def deserialize_result(r: bytes, *, deserializer: Optional[Deserializer] = None) -> JobResult: ...

=== arq.typing
from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Literal, Optional, Protocol, Union
__all__ = ( 'OptionType', 'WeekdayOptionType', 'WEEKDAYS', 'SecondsTimedelta', 'WorkerCoroutine', 'StartupShutdown', 'WorkerSettingsType', )
if TYPE_CHECKING:
 from .cron import CronJob
 from .worker import Function
OptionType = Union[None, set[int], int]
WEEKDAYS: tuple[str, str, str, str, str, str, str]
WeekdayOptionType = Union[OptionType, Literal['mon', 'tues', 'wed', 'thurs', 'fri', 'sat', 'sun']]
SecondsTimedelta = Union[int, float, timedelta]
class WorkerCoroutine(Protocol):
 __qualname__: str
 async def __call__(self, ctx: dict[Any, Any], *args: Any, **kwargs: Any) -> Any: ...
class StartupShutdown(Protocol):
 __qualname__: str
 async def __call__(self, ctx: dict[Any, Any]) -> Any: ...
class WorkerSettingsBase(Protocol):
 functions: Sequence[Union[WorkerCoroutine, 'Function']]
 cron_jobs: Optional[Sequence['CronJob']] = None
 on_startup: Optional[StartupShutdown] = None
 on_shutdown: Optional[StartupShutdown] = None
WorkerSettingsType = Union[dict[str, Any], type[WorkerSettingsBase]]

=== arq.utils
import datetime as _loopmend_0
import asyncio
import logging
import os
from collections.abc import AsyncGenerator, Sequence
from datetime import datetime, timedelta, timezone
from functools import lru_cache
from time import time
from typing import TYPE_CHECKING, Any, Optional, overload
from .constants import timezone_env_vars
logger = logging.getLogger('arq.utils')
if TYPE_CHECKING:
 import pytz
 from .typing import SecondsTimedelta
else:
 try:
  import pytz
 except ImportError:
  pytz = None
def as_int(f: float) -> int: ...
def timestamp_ms() -> int: ...
def to_unix_ms(dt: datetime) -> int: ...
@lru_cache
def get_tz() -> Optional['pytz.BaseTzInfo']: ...
def ms_to_datetime(unix_ms: int) -> datetime: ...
@overload
def to_ms(td: None) -> None: ...
@overload
def to_ms(td: "SecondsTimedelta") -> int: ...
def to_ms(td: Optional['SecondsTimedelta']) -> Optional[int]: ...
@overload
def to_seconds(td: None) -> None: ...
@overload
def to_seconds(td: "SecondsTimedelta") -> float: ...
def to_seconds(td: Optional['SecondsTimedelta']) -> Optional[float]: ...
def poll(step: float = ...) -> AsyncGenerator[float, None]: ...
DEFAULT_CURTAIL = 80
def truncate(s: str, length: int = ...) -> str: ...
def args_to_string(args: Sequence[Any], kwargs: dict[str, Any]) -> str: ...
def import_string(dotted_path: str) -> Any: ...

=== arq.worker
import arq.connections as _loopmend_2
import arq.jobs as _loopmend_1
import arq.typing as _loopmend_4
import arq.worker as _loopmend_0
import asyncio.events as _loopmend_7
import asyncio.locks as _loopmend_6
import datetime as _loopmend_3
import typing as _loopmend_5
import asyncio
import contextlib
import inspect
import logging
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import partial
from signal import Signals
from time import time
from typing import TYPE_CHECKING, Any, Callable, Optional, Union, cast
from redis.exceptions import ResponseError, WatchError
from arq.cron import CronJob
from arq.jobs import Deserializer, JobResult, SerializationError, Serializer, deserialize_job_raw, serialize_result
from .connections import ArqRedis, RedisSettings, create_pool, log_redis_info
from .constants import ( abort_job_max_age, abort_jobs_ss, default_queue_name, expires_extra_ms, health_check_key_suffix, in_progress_key_prefix, job_key_prefix, keep_cronjob_progress, result_key_prefix, retry_key_prefix, )
from .utils import ( args_to_string, import_string, ms_to_datetime, poll, timestamp_ms, to_ms, to_seconds, to_unix_ms, truncate, )
if TYPE_CHECKING:
 from .typing import SecondsTimedelta, StartupShutdown, WorkerCoroutine, WorkerSettingsType
logger = logging.getLogger('arq.worker')
no_result = object()
@dataclass
class Function:
 name: str
 coroutine: "WorkerCoroutine"
 timeout_s: Optional[float]
 keep_result_s: Optional[float]
 keep_result_forever: Optional[bool]
 max_tries: Optional[int]
def func(coroutine: Union[str, Function, 'WorkerCoroutine'], *, name: Optional[str] = None, keep_result: Optional['SecondsTimedelta'] = None, timeout: Optional['SecondsTimedelta'] = None, keep_result_forever: Optional[bool] = None, max_tries: Optional[int] = None) -> Function: ...
class Retry(RuntimeError):
 def __init__(self, defer: Optional['SecondsTimedelta'] = None) -> None: ...
 def __repr__(self) -> str: ...
 def __str__(self) -> str: ...
 defer_score: Optional[int]
class JobExecutionFailed(RuntimeError):
 def __eq__(self, other: Any) -> bool: ...
class FailedJobs(RuntimeError):
 def __init__(self, count: int, job_results: list[JobResult]) -> None: ...
 def __str__(self) -> str: ...
 def __repr__(self) -> str: ...
 count: int
 job_results: list[_loopmend_1.JobResult]
class RetryJob(RuntimeError):
 ...
class Worker:
 def __init__(self, functions: Sequence[Union[Function, 'WorkerCoroutine']] = ..., *, queue_name: Optional[str] = ..., cron_jobs: Optional[Sequence[CronJob]] = None, redis_settings: Optional[RedisSettings] = None, redis_pool: Optional[ArqRedis] = None, burst: bool = ..., on_startup: Optional['StartupShutdown'] = None, on_shutdown: Optional['StartupShutdown'] = None, on_job_start: Optional['StartupShutdown'] = None, on_job_end: Optional['StartupShutdown'] = None, after_job_end: Optional['StartupShutdown'] = None, handle_signals: bool = ..., job_completion_wait: int = ..., max_jobs: int = ..., job_timeout: "SecondsTimedelta" = ..., keep_result: "SecondsTimedelta" = ..., keep_result_forever: bool = ..., poll_delay: "SecondsTimedelta" = ..., queue_read_limit: Optional[int] = None, max_tries: int = ..., health_check_interval: "SecondsTimedelta" = ..., health_check_key: Optional[str] = None, ctx: Optional[dict[Any, Any]] = None, retry_jobs: bool = ..., allow_abort_jobs: bool = ..., max_burst_jobs: int = ..., job_serializer: Optional[Serializer] = None, job_deserializer: Optional[Deserializer] = None, expires_extra_ms: int = ..., timezone: Optional[timezone] = None, log_results: bool = ...) -> None: ...
 def run(self) -> None: ...
 async def async_run(self) -> None: ...
 async def run_check(self, retry_jobs: Optional[bool] = None, max_burst_jobs: Optional[int] = None) -> int: ...
 @property
 def pool(self) -> ArqRedis: ...
 async def main(self) -> None: ...
 async def _poll_iteration(self) -> None: ...
 async def _cancel_aborted_jobs(self) -> None: ...
 def _release_sem_dec_counter_on_complete(self) -> None: ...
 async def start_jobs(self, job_ids: list[bytes]) -> None: ...
 async def run_job(self, job_id: str, score: int) -> None: ...
 async def finish_job(self, job_id: str, finish: bool, result_data: Optional[bytes], result_timeout_s: Optional[float], keep_result_forever: bool, incr_score: Optional[int], keep_in_progress: Optional[float]) -> None: ...
 async def finish_failed_job(self, job_id: str, result_data: Optional[bytes]) -> None: ...
 async def heart_beat(self) -> None: ...
 async def run_cron(self, n: datetime, delay: float, num_windows: int = ...) -> None: ...
 async def record_health(self) -> None: ...
 def _add_signal_handler(self, signum: Signals, handler: Callable[[Signals], None]) -> None: ...
 def _jobs_started(self) -> int: ...
 async def _sleep_until_tasks_complete(self) -> None: ...
 async def _wait_for_tasks_to_complete(self, signum: Signals) -> None: ...
 def handle_sig_wait_for_completion(self, signum: Signals) -> None: ...
 def handle_sig(self, signum: Signals) -> None: ...
 async def close(self) -> None: ...
 def __repr__(self) -> str: ...
 timezone: None | _loopmend_3.timezone | _loopmend_3.tzinfo
 expires_extra_ms: int
 keep_result_s: float
 keep_result_forever: bool
 max_tries: int
 functions: dict[str, Union[Function, CronJob]]
 queue_name: str
 cron_jobs: list[CronJob]
 redis_settings: Optional[RedisSettings]
 burst: bool
 on_startup: None | _loopmend_4.StartupShutdown
 on_shutdown: None | _loopmend_4.StartupShutdown
 on_job_start: None | _loopmend_4.StartupShutdown
 on_job_end: None | _loopmend_4.StartupShutdown
 after_job_end: None | _loopmend_4.StartupShutdown
 max_jobs: int
 queue_read_limit: int
 health_check_interval: float
 health_check_key: str
 ctx: dict
 retry_jobs: bool
 allow_abort_jobs: bool
 max_burst_jobs: int
 job_serializer: None | _loopmend_5.Callable[..., bytes]
 job_deserializer: None | _loopmend_5.Callable[..., dict]
 log_results: bool
 sem: _loopmend_6.BoundedSemaphore
 job_counter: int
 job_timeout_s: float
 poll_delay_s: float
 _queue_read_offset: int
 _pool: None | _loopmend_2.ArqRedis
 tasks: dict[str, asyncio.Task[Any]]
 job_tasks: dict[str, asyncio.Task[Any]]
 main_task: Optional[asyncio.Task[None]]
 loop: _loopmend_7.AbstractEventLoop
 in_progress_timeout_s: float | int
 jobs_complete: int
 jobs_retried: int
 jobs_failed: int
 _last_health_check: float
 _last_health_check_log: Optional[str]
 _handle_signals: bool
 _job_completion_wait: int
 on_stop: Optional[Callable[[Signals], None]]
 allow_pick_jobs: bool
 aborting_tasks: set[str]
def get_kwargs(settings_cls: "WorkerSettingsType") -> dict[str, NameError]: ...
def create_worker(settings_cls: "WorkerSettingsType", **kwargs: Any) -> Worker: ...
def run_worker(settings_cls: "WorkerSettingsType", **kwargs: Any) -> Worker: ...
async def async_check_health(redis_settings: Optional[RedisSettings], health_check_key: Optional[str] = None, queue_name: Optional[str] = None) -> int: ...
def check_health(settings_cls: "WorkerSettingsType") -> int: ...

