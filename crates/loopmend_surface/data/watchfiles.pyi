# watchfiles 1.3.0 MIT
=== watchfiles package
from .filters import BaseFilter, DefaultFilter, PythonFilter
from .main import Change, awatch, watch
from .run import arun_process, run_process
from .version import VERSION
__version__ = VERSION
__all__ = ( 'watch', 'awatch', 'run_process', 'arun_process', 'Change', 'BaseFilter', 'DefaultFilter', 'PythonFilter', 'VERSION', )

=== watchfiles.main
import watchfiles.main as _loopmend_0
import logging
import os
import sys
import warnings
from collections.abc import AsyncGenerator, Callable, Generator
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING
import anyio
from ._rust_notify import RustNotify
from .filters import DefaultFilter
__all__ = 'watch', 'awatch', 'Change', 'FileChange'
logger = logging.getLogger('watchfiles.main')
class Change(IntEnum):
 added = 1
 modified = 2
 deleted = 3
 def raw_str(self) -> str: ...
FileChange = tuple[Change, str]
if TYPE_CHECKING:
 import asyncio
 from typing import Protocol
 import trio
 AnyEvent = anyio.Event | asyncio.Event | trio.Event
 class AbstractEvent(Protocol):
  def is_set(self) -> bool: ...
def watch(*paths: Path | str, watch_filter: Callable[['Change', str], bool] | None = ..., debounce: int = ..., step: int = ..., stop_event: "AbstractEvent | None" = None, rust_timeout: int = ..., yield_on_timeout: bool = ..., debug: bool | None = None, raise_interrupt: bool = ..., force_polling: bool | None = None, poll_delay_ms: int = ..., recursive: bool = ..., ignore_permission_denied: bool | None = None) -> Generator[set[FileChange], None, None]: ...
def awatch(*paths: Path | str, watch_filter: Callable[[Change, str], bool] | None = ..., debounce: int = ..., step: int = ..., stop_event: "AnyEvent | None" = None, rust_timeout: int | None = None, yield_on_timeout: bool = ..., debug: bool | None = None, raise_interrupt: bool | None = None, force_polling: bool | None = None, poll_delay_ms: int = ..., recursive: bool = ..., ignore_permission_denied: bool | None = None) -> AsyncGenerator[set[FileChange], None]: ...
def _prep_changes(raw_changes: set[tuple[int, str]], watch_filter: Callable[[Change, str], bool] | None) -> set[FileChange]: ...
def _log_changes(changes: set[FileChange]) -> None: ...
def _calc_async_timeout(timeout: int | None) -> int: ...
def _default_force_polling(force_polling: bool | None) -> bool: ...
def _default_poll_delay_ms(poll_delay_ms: int) -> int: ...
def _default_debug(debug: bool | None) -> bool: ...
def _auto_force_polling() -> bool: ...
def _default_ignore_permission_denied(ignore_permission_denied: bool | None) -> bool: ...

=== watchfiles.run
import multiprocessing.context as _loopmend_1
import subprocess as _loopmend_2
import watchfiles.run as _loopmend_0
import contextlib
import json
import logging
import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Generator
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.context import SpawnProcess
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING, Any
import anyio
from .filters import DefaultFilter
from .main import Change, FileChange, awatch, watch
if TYPE_CHECKING:
 from typing import Literal
__all__ = 'run_process', 'arun_process', 'detect_target_type', 'import_string'
logger = logging.getLogger('watchfiles.main')
def run_process(*paths: Path | str, target: str | Callable[..., Any], args: tuple[Any, ...] = ..., kwargs: dict[str, Any] | None = None, target_type: "Literal['function', 'command', 'auto']" = ..., callback: Callable[[set[FileChange]], None] | None = None, watch_filter: Callable[[Change, str], bool] | None = ..., grace_period: float = ..., debounce: int = ..., step: int = ..., debug: bool | None = None, sigint_timeout: int = ..., sigkill_timeout: int = ..., recursive: bool = ..., ignore_permission_denied: bool = ...) -> int: ...
async def arun_process(*paths: Path | str, target: str | Callable[..., Any], args: tuple[Any, ...] = ..., kwargs: dict[str, Any] | None = None, target_type: "Literal['function', 'command', 'auto']" = ..., callback: Callable[[set[FileChange]], Any] | None = None, watch_filter: Callable[[Change, str], bool] | None = ..., grace_period: float = ..., debounce: int = ..., step: int = ..., debug: bool | None = None, recursive: bool = ..., ignore_permission_denied: bool = ...) -> int: ...
spawn_context = get_context('spawn')
def split_cmd(cmd: str) -> list[str]: ...
def start_process(target: str | Callable[..., Any], target_type: "Literal['function', 'command']", args: tuple[Any, ...], kwargs: dict[str, Any] | None, changes: set[FileChange] | None = None) -> "CombinedProcess": ...
def detect_target_type(target: str | Callable[..., Any]) -> "Literal['function', 'command']": ...
class CombinedProcess:
 def __init__(self, p: "SpawnProcess | subprocess.Popen[bytes]") -> None: ...
 def stop(self, sigint_timeout: int = ..., sigkill_timeout: int = ...) -> None: ...
 def is_alive(self) -> bool: ...
 @property
 def pid(self) -> int: ...
 def join(self, timeout: int) -> None: ...
 @property
 def exitcode(self) -> int | None: ...
 _p: _loopmend_1.SpawnProcess | _loopmend_2.Popen[bytes]
def run_function(function: str, tty_path: str | None, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None: ...
def import_string(dotted_path: str) -> Any: ...
def get_tty_path() -> str | None: ...
@contextlib.contextmanager
def set_tty(tty_path: str | None) -> Generator[None, None, None]: ...
def raise_keyboard_interrupt(signum: int, _frame: Any) -> None: ...
def catch_sigterm() -> None: ...

