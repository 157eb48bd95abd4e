# aiofiles 25.1.0 Apache-2.0
=== aiofiles package
from . import tempfile
from .threadpool import ( open, stderr, stderr_bytes, stdin, stdin_bytes, stdout, stdout_bytes, )
__all__ = [ "open", "tempfile", "stdin", "stdout", "stderr", "stdin_bytes", "stdout_bytes", "stderr_bytes", ]

=== aiofiles.base
import aiofiles.base as _loopmend_1
import typing as _loopmend_0
from asyncio import get_running_loop
from collections.abc import Awaitable
from contextlib import AbstractAsyncContextManager
from functools import partial, wraps
def wrap(func) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]: ...
class AsyncBase:
 def __init__(self, file, loop, executor) -> None: ...
 @property
 def _loop(self): ...
 def __aiter__(self) -> _loopmend_1.AsyncBase: ...
 def __repr__(self) -> str: ...
 async def __anext__(self): ...
 _file: _loopmend_0.Any
 _executor: _loopmend_0.Any
 _ref_loop: _loopmend_0.Any
class AsyncIndirectBase(AsyncBase):
 def __init__(self, name, loop, executor, indirect) -> None: ...
 @property
 def _file(self): ...
 @_file.setter
 def _file(self, v): ...
 _indirect: _loopmend_0.Any
 _name: _loopmend_0.Any
class AiofilesContextManager(Awaitable, AbstractAsyncContextManager):
 __slots__: tuple[str, str]
 def __init__(self, coro) -> None: ...
 def __await__(self) -> _loopmend_0.Generator: ...
 async def __aenter__(self): ...
 async def __aexit__(self, exc_type, exc_val, exc_tb) -> None: ...
 _coro: _loopmend_0.Any
 _obj: _loopmend_0.Any

=== aiofiles.os
import typing as _loopmend_0
import os
from . import ospath as path
from .base import wrap
__all__ = [ "path", "stat", "rename", "renames", "replace", "remove", "unlink", "mkdir", "makedirs", "rmdir", "removedirs", "symlink", "readlink", "listdir", "scandir", "access", "wrap", "getcwd", ]
access: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
getcwd: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
listdir: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
makedirs: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
mkdir: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
readlink: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
remove: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
removedirs: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
rename: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
renames: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
replace: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
rmdir: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
scandir: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
stat: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
symlink: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
unlink: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
if hasattr(os, "link"):
 __all__ += ["link"]
 link: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
if hasattr(os, "sendfile"):
 __all__ += ["sendfile"]
 sendfile: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
if hasattr(os, "statvfs"):
 __all__ += ["statvfs"]
 statvfs: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]

=== aiofiles.ospath
import typing as _loopmend_0
from os import path
from .base import wrap
__all__ = [ "abspath", "getatime", "getctime", "getmtime", "getsize", "exists", "isdir", "isfile", "islink", "ismount", "samefile", "sameopenfile", ]
abspath: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
getatime: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
getctime: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
getmtime: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
getsize: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
exists: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
isdir: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
isfile: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
islink: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
ismount: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
samefile: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]
sameopenfile: _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]

=== aiofiles.tempfile package
import aiofiles.base as _loopmend_0
import aiofiles.tempfile as _loopmend_1
import aiofiles.tempfile.temptypes as _loopmend_2
import aiofiles.threadpool.binary as _loopmend_5
import aiofiles.threadpool.text as _loopmend_4
import typing as _loopmend_3
import asyncio
import sys
from functools import partial, singledispatch
from io import BufferedRandom, BufferedReader, BufferedWriter, FileIO, TextIOBase
from tempfile import NamedTemporaryFile as syncNamedTemporaryFile
from tempfile import SpooledTemporaryFile as syncSpooledTemporaryFile
from tempfile import TemporaryDirectory as syncTemporaryDirectory
from tempfile import TemporaryFile as syncTemporaryFile
from tempfile import _TemporaryFileWrapper as syncTemporaryFileWrapper
from ..base import AiofilesContextManager
from ..threadpool.binary import AsyncBufferedIOBase, AsyncBufferedReader, AsyncFileIO
from ..threadpool.text import AsyncTextIOWrapper
from .temptypes import AsyncSpooledTemporaryFile, AsyncTemporaryDirectory
__all__ = [ "NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", ]
if sys.version_info >= (3, 12):
 def NamedTemporaryFile(mode = ..., buffering = ..., encoding = None, newline = None, suffix = None, prefix = None, dir = None, delete = ..., delete_on_close = ..., loop = None, executor = None): ...
else:
 def NamedTemporaryFile(mode = ..., buffering = ..., encoding = None, newline = None, suffix = None, prefix = None, dir = None, delete = ..., loop = None, executor = None) -> _loopmend_0.AiofilesContextManager: ...
def TemporaryFile(mode = ..., buffering = ..., encoding = None, newline = None, suffix = None, prefix = None, dir = None, loop = None, executor = None) -> _loopmend_0.AiofilesContextManager: ...
def SpooledTemporaryFile(max_size = ..., mode = ..., buffering = ..., encoding = None, newline = None, suffix = None, prefix = None, dir = None, loop = None, executor = None) -> _loopmend_0.AiofilesContextManager: ...
def TemporaryDirectory(suffix = None, prefix = None, dir = None, loop = None, executor = None) -> _loopmend_1.AiofilesContextManagerTempDir: ...
if sys.version_info >= (3, 12):
 async def _temporary_file(named = ..., mode = ..., buffering = ..., encoding = None, newline = None, suffix = None, prefix = None, dir = None, delete = ..., delete_on_close = ..., loop = None, executor = None, max_size = ...): ...
else:
 async def _temporary_file(named = ..., mode = ..., buffering = ..., encoding = None, newline = None, suffix = None, prefix = None, dir = None, delete = ..., loop = None, executor = None, max_size = ...): ...
async def _spooled_temporary_file(max_size = ..., mode = ..., buffering = ..., encoding = None, newline = None, suffix = None, prefix = None, dir = None, loop = None, executor = None) -> _loopmend_2.AsyncSpooledTemporaryFile: ...
async def _temporary_directory(suffix = None, prefix = None, dir = None, loop = None, executor = None) -> _loopmend_2.AsyncTemporaryDirectory: ...
class AiofilesContextManagerTempDir(AiofilesContextManager):
 async def __aenter__(self): ...
 _obj: _loopmend_3.Any
@singledispatch
def wrap(base_io_obj, file, *, loop = None, executor = None): ...
@wrap.register(TextIOBase)
def _(base_io_obj, file, *, loop = None, executor = None) -> _loopmend_4.AsyncTextIOWrapper: ...
@wrap.register(BufferedWriter)
def _(base_io_obj, file, *, loop = None, executor = None) -> _loopmend_5.AsyncBufferedIOBase: ...
@wrap.register(BufferedReader)
@wrap.register(BufferedRandom)
def _(base_io_obj, file, *, loop = None, executor = None) -> _loopmend_5.AsyncBufferedReader: ...
@wrap.register(FileIO)
def _(base_io_obj, file, *, loop = None, executor = None) -> _loopmend_5.AsyncFileIO: ...

=== aiofiles.tempfile.temptypes
import typing as _loopmend_0
from functools import partial
from ..base import AsyncBase
from ..threadpool.utils import ( cond_delegate_to_executor, delegate_to_executor, proxy_property_directly, )
class AsyncSpooledTemporaryFile(AsyncBase):
 async def _check(self) -> None: ...
 async def write(self, s): ...
 async def writelines(self, iterable): ...
class AsyncTemporaryDirectory:
 def __init__(self, file, loop, executor) -> None: ...
 async def close(self) -> None: ...
 _file: _loopmend_0.Any
 _loop: _loopmend_0.Any
 _executor: _loopmend_0.Any

=== aiofiles.threadpool package
import aiofiles.base as _loopmend_0
import aiofiles.threadpool.binary as _loopmend_2
import aiofiles.threadpool.text as _loopmend_1
import asyncio
import sys
from functools import partial, singledispatch
from io import ( BufferedIOBase, BufferedRandom, BufferedReader, BufferedWriter, FileIO, TextIOBase, )
from ..base import AiofilesContextManager
from .binary import ( AsyncBufferedIOBase, AsyncBufferedReader, AsyncFileIO, AsyncIndirectBufferedIOBase, )
from .text import AsyncTextIndirectIOWrapper, AsyncTextIOWrapper
sync_open = open
__all__ = ( "open", "stdin", "stdout", "stderr", "stdin_bytes", "stdout_bytes", "stderr_bytes", )
def open(file, mode = ..., buffering = ..., encoding = None, errors = None, newline = None, closefd = ..., opener = None, *, loop = None, executor = None) -> _loopmend_0.AiofilesContextManager: ...
async def _open(file, mode = ..., buffering = ..., encoding = None, errors = None, newline = None, closefd = ..., opener = None, *, loop = None, executor = None): ...
@singledispatch
def wrap(file, *, loop = None, executor = None): ...
@wrap.register(TextIOBase)
def _(file, *, loop = None, executor = None) -> _loopmend_1.AsyncTextIOWrapper: ...
@wrap.register(BufferedWriter)
@wrap.register(BufferedIOBase)
def _(file, *, loop = None, executor = None) -> _loopmend_2.AsyncBufferedIOBase: ...
@wrap.register(BufferedReader)
@wrap.register(BufferedRandom)
def _(file, *, loop = None, executor = None) -> _loopmend_2.AsyncBufferedReader: ...
@wrap.register(FileIO)
def _(file, *, loop = None, executor = None) -> _loopmend_2.AsyncFileIO: ...
stdin: _loopmend_1.AsyncTextIndirectIOWrapper
stdout: _loopmend_1.AsyncTextIndirectIOWrapper
stderr: _loopmend_1.AsyncTextIndirectIOWrapper
stdin_bytes: _loopmend_2.AsyncIndirectBufferedIOBase
stdout_bytes: _loopmend_2.AsyncIndirectBufferedIOBase
stderr_bytes: _loopmend_2.AsyncIndirectBufferedIOBase

=== aiofiles.threadpool.binary
from ..base import AsyncBase, AsyncIndirectBase
from .utils import delegate_to_executor, proxy_method_directly, proxy_property_directly
class AsyncBufferedIOBase(AsyncBase):
 ...
class AsyncBufferedReader(AsyncBufferedIOBase):
 ...
class AsyncFileIO(AsyncBase):
 ...
class AsyncIndirectBufferedIOBase(AsyncIndirectBase):
 ...
class AsyncIndirectBufferedReader(AsyncIndirectBufferedIOBase):
 ...
class AsyncIndirectFileIO(AsyncIndirectBase):
 ...

=== aiofiles.threadpool.text
from ..base import AsyncBase, AsyncIndirectBase
from .utils import delegate_to_executor, proxy_method_directly, proxy_property_directly
class AsyncTextIOWrapper(AsyncBase):
 ...
class AsyncTextIndirectIOWrapper(AsyncIndirectBase):
 ...

=== aiofiles.threadpool.utils
import typing as _loopmend_0
import functools
def delegate_to_executor(*attrs) -> _loopmend_0.Callable[..., _loopmend_0.Any]: ...
def proxy_method_directly(*attrs) -> _loopmend_0.Callable[..., _loopmend_0.Any]: ...
def proxy_property_directly(*attrs) -> _loopmend_0.Callable[..., _loopmend_0.Any]: ...
def cond_delegate_to_executor(*attrs) -> _loopmend_0.Callable[..., _loopmend_0.Any]: ...
def _make_delegate_method(attr_name) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]: ...
def _make_proxy_method(attr_name) -> _loopmend_0.Callable[..., _loopmend_0.Any]: ...
def _make_proxy_property(attr_name) -> property: ...
def _make_cond_delegate_method(attr_name) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]: ...

