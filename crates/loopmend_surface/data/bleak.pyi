# bleak 3.1.0 MIT
=== bleak package
import bleak as _loopmend_1
import bleak.backends as _loopmend_0
import bleak.backends.adapter as _loopmend_5
import bleak.backends.characteristic as _loopmend_6
import bleak.backends.client as _loopmend_9
import bleak.backends.descriptor as _loopmend_7
import bleak.backends.device as _loopmend_2
import bleak.backends.scanner as _loopmend_3
import bleak.backends.service as _loopmend_8
import typing as _loopmend_4
from __future__ import annotations
import asyncio
import functools
import inspect
import logging
import os
import sys
import uuid
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable
from types import TracebackType
from typing import Any, Literal, Optional, TypedDict, Union, cast, overload
from warnings import warn
from bleak._compat import Never, Self, Unpack, assert_never
from bleak._compat import timeout as async_timeout
from bleak.args import SizedBuffer
from bleak.args.bluez import ( BlueZAdapterArgs, BlueZClientArgs, BlueZNotifyArgs, BlueZScannerArgs, )
from bleak.args.corebluetooth import CBScannerArgs, CBStartNotifyArgs
from bleak.args.winrt import WinRTClientArgs
from bleak.backends import BleakBackend
from bleak.backends.adapter import BaseBleakAdapter, get_platform_adapter_backend_type
from bleak.backends.characteristic import BleakGATTCharacteristic
from bleak.backends.client import BaseBleakClient, get_platform_client_backend_type
from bleak.backends.descriptor import BleakGATTDescriptor
from bleak.backends.device import BLEDevice
from bleak.backends.scanner import ( AdvertisementData, AdvertisementDataCallback, AdvertisementDataFilter, BaseBleakScanner, get_platform_scanner_backend_type, )
from bleak.backends.service import BleakGATTServiceCollection
from bleak.exc import BleakCharacteristicNotFoundError, BleakError
from bleak.uuids import normalize_uuid_16, normalize_uuid_str
__author__ = """Henrik Blidh"""
__email__ = "henrik.blidh@gmail.com"
_logger = logging.getLogger(__name__)
if bool(os.environ.get("BLEAK_LOGGING", False)):
 FORMAT: str
 handler = logging.StreamHandler(sys.stderr)
_background_tasks: set[asyncio.Task[None]] = set()
class BleakScanner:
 def __init__(self, detection_callback: Optional[AdvertisementDataCallback] = None, service_uuids: Optional[list[str]] = None, scanning_mode: Literal["active", "passive"] = ..., *, bluez: BlueZScannerArgs = ..., cb: CBScannerArgs = ..., backend: Optional[type[BaseBleakScanner]] = None, **kwargs: Any) -> None: ...
 @property
 def backend_id(self) -> BleakBackend | str: ...
 async def __aenter__(self) -> Self: ...
 async def __aexit__(self, exc_type: Optional[type[BaseException]], exc_val: Optional[BaseException], exc_tb: Optional[TracebackType]) -> None: ...
 async def start(self) -> None: ...
 async def stop(self) -> None: ...
 def advertisement_data(self) -> AsyncGenerator[tuple[BLEDevice, AdvertisementData], None]: ...
 class ExtraArgs(TypedDict, total=False):
  service_uuids: list[str]
  scanning_mode: Literal["active", "passive"]
  bluez: BlueZScannerArgs
  cb: CBScannerArgs
  backend: type[BaseBleakScanner]
  adapter: str
 @overload
 @classmethod
 async def discover(cls, timeout: float = ..., *, return_adv: Literal[False] = ..., **kwargs: Unpack[ExtraArgs]) -> list[BLEDevice]: ...
 @overload
 @classmethod
 async def discover(cls, timeout: float = ..., *, return_adv: Literal[True], **kwargs: Unpack[ExtraArgs]) -> dict[str, tuple[BLEDevice, AdvertisementData]]: ...
 @classmethod
 async def discover(cls, timeout: float = ..., *, return_adv: bool = ..., **kwargs: Unpack[ExtraArgs]) -> dict[str, tuple[_loopmend_2.BLEDevice, _loopmend_3.AdvertisementData]] | list[_loopmend_2.BLEDevice]: ...
 @property
 def discovered_devices(self) -> list[BLEDevice]: ...
 @property
 def discovered_devices_and_advertisement_data(self) -> dict[str, tuple[BLEDevice, AdvertisementData]]: ...
 @classmethod
 async def find_device_by_address(cls, device_identifier: str, timeout: float = ..., **kwargs: Unpack[ExtraArgs]) -> Optional[BLEDevice]: ...
 @classmethod
 async def find_device_by_name(cls, name: str, timeout: float = ..., **kwargs: Unpack[ExtraArgs]) -> Optional[BLEDevice]: ...
 @classmethod
 async def find_device_by_filter(cls, filterfunc: AdvertisementDataFilter, timeout: float = ..., **kwargs: Unpack[ExtraArgs]) -> Optional[BLEDevice]: ...
 _backend: _loopmend_3.BaseBleakScanner
 _backend_id: _loopmend_4.Any
class BleakAdapter:
 def __init__(self, backend: BaseBleakAdapter) -> None: ...
 @classmethod
 async def get(cls, *, bluez: BlueZAdapterArgs = ..., backend: Optional[type[BaseBleakAdapter]] = None) -> Self: ...
 async def get_connected_devices(self, service_uuids: list[str] = ...) -> list[BLEDevice]: ...
 _backend: _loopmend_5.BaseBleakAdapter
def _resolve_characteristic(char_specifier: Union[BleakGATTCharacteristic, int, str, uuid.UUID], services: BleakGATTServiceCollection) -> BleakGATTCharacteristic: ...
def _resolve_descriptor(desc_specifier: Union[BleakGATTDescriptor, int], services: BleakGATTServiceCollection) -> BleakGATTDescriptor: ...
class BleakClient:
 def __init__(self, address_or_ble_device: Union[BLEDevice, str], disconnected_callback: Optional[Callable[[BleakClient], None]] = None, services: Optional[Iterable[str]] = None, *, timeout: float = ..., pair: bool = ..., bluez: BlueZClientArgs = ..., winrt: WinRTClientArgs = ..., backend: Optional[type[BaseBleakClient]] = None, **kwargs: Any) -> None: ...
 @property
 def backend_id(self) -> BleakBackend | str: ...
 @property
 def name(self) -> str: ...
 @property
 def address(self) -> str: ...
 @property
 def mtu_size(self) -> int: ...
 def __str__(self) -> str: ...
 def __repr__(self) -> str: ...
 async def __aenter__(self) -> Self: ...
 async def __aexit__(self, exc_type: Optional[type[BaseException]], exc_val: Optional[BaseException], exc_tb: Optional[TracebackType]) -> None: ...
 async def connect(self, **kwargs: Any) -> None: ...
 async def disconnect(self) -> None: ...
 async def pair(self, *args: Any, **kwargs: Any) -> None: ...
 async def unpair(self) -> None: ...
 @property
 def is_connected(self) -> bool: ...
 @property
 def services(self) -> BleakGATTServiceCollection: ...
 async def read_gatt_char(self, char_specifier: Union[BleakGATTCharacteristic, int, str, uuid.UUID], *, use_cached: bool = ..., **kwargs: Any) -> bytearray: ...
 async def write_gatt_char(self, char_specifier: Union[BleakGATTCharacteristic, int, str, uuid.UUID], data: SizedBuffer, response: Optional[bool] = None) -> None: ...
 async def start_notify(self, char_specifier: Union[BleakGATTCharacteristic, int, str, uuid.UUID], callback: Callable[ [BleakGATTCharacteristic, bytearray], Union[None, Awaitable[None]] ], *, bluez: BlueZNotifyArgs = ..., cb: CBStartNotifyArgs = ..., **kwargs: Any) -> None: ...
 async def stop_notify(self, char_specifier: Union[BleakGATTCharacteristic, int, str, uuid.UUID]) -> None: ...
 async def read_gatt_descriptor(self, desc_specifier: Union[BleakGATTDescriptor, int], *, use_cached: bool = ..., **kwargs: Any) -> bytearray: ...
 async def write_gatt_descriptor(self, desc_specifier: Union[BleakGATTDescriptor, int], data: SizedBuffer) -> None: ...
 _backend: _loopmend_9.BaseBleakClient
 _backend_id: _loopmend_4.Any
 _pair_before_connect: bool

=== bleak._compat
import sys
if sys.version_info < (3, 11):
 from async_timeout import timeout as timeout
 from typing_extensions import Never as Never
 from typing_extensions import Self as Self
 from typing_extensions import TypeVarTuple as TypeVarTuple
 from typing_extensions import Unpack as Unpack
 from typing_extensions import assert_never as assert_never
else:
 from asyncio import timeout as timeout
 from typing import Never as Never
 from typing import Self as Self
 from typing import TypeVarTuple as TypeVarTuple
 from typing import Unpack as Unpack
 from typing import assert_never as assert_never
if sys.version_info < (3, 12):
 from typing_extensions import override as override
else:
 from typing import override as override

=== bleak.backends package
import bleak.backends as _loopmend_0
import enum
import os
import platform
import sys
from bleak.exc import BleakError
class BleakBackend(str, enum.Enum):
 P4ANDROID = "p4android"
 ANDROID = "android"
 BLUEZ_DBUS = "bluez_dbus"
 PYTHONISTA_CB = "pythonista_cb"
 CORE_BLUETOOTH = "core_bluetooth"
 WIN_RT = "win_rt"
def get_default_backend() -> BleakBackend: ...

=== bleak.backends._utils
import typing as _loopmend_0
import asyncio
import logging
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar
from bleak._compat import TypeVarTuple, Unpack
_Ts = TypeVarTuple("_Ts")
logger = logging.getLogger(__name__)
def try_call_soon_threadsafe(event_loop: asyncio.AbstractEventLoop, callback: Callable[[Unpack[_Ts]], Any], *args: Unpack[_Ts]) -> None: ...
_P = ParamSpec("_P")
_TReturn = TypeVar("_TReturn")
def external_thread_callback(func: Callable[_P, _TReturn]) -> Callable[_P, _TReturn]: ...

=== bleak.backends.adapter
import bleak.backends as _loopmend_2
import bleak.backends.adapter as _loopmend_1
import bleak.backends.device as _loopmend_0
from typing import Any
from bleak._compat import Self
from bleak.backends import BleakBackend, get_default_backend
from bleak.backends.device import BLEDevice
from bleak.exc import BleakError
class BaseBleakAdapter:
 @classmethod
 async def get(cls, **kwargs: Any) -> Self: ...
 async def get_connected_devices(self, service_uuids: frozenset[str]) -> list[BLEDevice]: ...
def get_platform_adapter_backend_type() -> tuple[type[BaseBleakAdapter], BleakBackend]: ...

=== bleak.backends.android package

=== bleak.backends.android.adapter
import bleak.backends.device as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
import sys
from typing import TYPE_CHECKING
if TYPE_CHECKING:
 if sys.platform != "android":
  ...
import asyncio
import logging
from typing import Any, cast
from android.bluetooth import ( BluetoothAdapter, BluetoothDevice, BluetoothManager, BluetoothProfile, )
from android.content import Context
from bleak._compat import Self, override
from bleak.backends.adapter import BaseBleakAdapter
from bleak.backends.android.client import BleakClientAndroid
from bleak.backends.android.permissions import check_for_permissions
from bleak.backends.android.utils import context, iterate_java_obj
from bleak.backends.device import BLEDevice
from bleak.exc import ( BleakBluetoothNotAvailableError, BleakBluetoothNotAvailableReason, BleakError, )
from bleak.uuids import normalize_uuid_16, normalize_uuid_str
logger = logging.getLogger(__name__)
SERVICE_DISCOVERY_TIMEOUT = 10.0
class BleakAdapterAndroid(BaseBleakAdapter):
 def __init__(self, manager: BluetoothManager) -> None: ...
 @classmethod
 @override
 async def get(cls, **kwargs: Any) -> Self: ...
 @override
 async def get_connected_devices(self, service_uuids: frozenset[str]) -> list[BLEDevice]: ...
 async def _discover_service_uuids(self, address: str) -> frozenset[str]: ...
 _manager: _loopmend_1.Any
def _cached_uuids(device: BluetoothDevice) -> frozenset[str]: ...

=== bleak.backends.android.client
import asyncio.events as _loopmend_1
import bleak.backends.service as _loopmend_0
from __future__ import annotations
import sys
from typing import TYPE_CHECKING
if TYPE_CHECKING:
 if sys.platform != "android":
  ...
import asyncio
import dataclasses
import logging
import uuid
from collections.abc import Callable
from typing import Any, Optional, Union, cast
from android.bluetooth import ( BluetoothAdapter, BluetoothDevice, BluetoothGatt, BluetoothGattCharacteristic, BluetoothGattDescriptor, BluetoothGattService, BluetoothProfile, )
from android.content import Context, Intent
from android.os import Build
from java import jbyte
from java.chaquopy import jarray
from java.util import UUID
from bleak._compat import override
from bleak._compat import timeout as async_timeout
from bleak.args import SizedBuffer
from bleak.assigned_numbers import gatt_char_props_to_strs
from bleak.backends.android.broadcast import BroadcastReceiver
from bleak.backends.android.client_callback import ( OnCharacteristicReadCallback, OnCharacteristicWriteCallback, OnConnectionStateChangeCallback, OnConnectionStateChangeResult, OnDescriptorReadCallback, OnDescriptorWriteCallback, OnMtuChangedCallback, OnServicesDiscoveredCallback, PythonBluetoothGattCallback, )
from bleak.backends.android.permissions import check_for_permissions
from bleak.backends.android.utils import context
from bleak.backends.characteristic import BleakGATTCharacteristic
from bleak.backends.client import BaseBleakClient, NotifyCallback
from bleak.backends.descriptor import BleakGATTDescriptor, normalize_uuid_16
from bleak.backends.device import BLEDevice
from bleak.backends.service import BleakGATTService, BleakGATTServiceCollection
from bleak.exc import ( BleakBluetoothNotAvailableError, BleakBluetoothNotAvailableReason, BleakError, )
logger = logging.getLogger(__name__)
CCCD_DESCRIPTOR_UUID: str
@dataclasses.dataclass
class ConnectObjects:
 adapter: BluetoothAdapter
 device: BluetoothDevice
 gatt: BluetoothGatt
 callbacks: PythonBluetoothGattCallback
 subscriptions: dict[int, NotifyCallback]
class BleakClientAndroid(BaseBleakClient):
 def __init__(self, address_or_ble_device: Union[BLEDevice, str], services: Optional[set[uuid.UUID]], *, disconnected_callback: Callable[[], None] | None, timeout: float, **kwargs: Any) -> None: ...
 @override
 async def connect(self, pair: bool, **kwargs: Any) -> None: ...
 @override
 async def disconnect(self) -> None: ...
 @override
 async def pair(self, *args: Any, **kwarg: Any) -> None: ...
 @override
 async def unpair(self) -> None: ...
 @property
 @override
 def is_connected(self) -> bool: ...
 @property
 @override
 def name(self) -> str: ...
 @property
 @override
 def mtu_size(self) -> int: ...
 async def _get_services(self) -> BleakGATTServiceCollection: ...
 @override
 async def read_gatt_char(self, characteristic: BleakGATTCharacteristic, *, use_cached: bool = ..., **kwargs: Any) -> bytearray: ...
 @override
 async def read_gatt_descriptor(self, descriptor: BleakGATTDescriptor, *, use_cached: bool = ..., **kwargs: Any) -> bytearray: ...
 @override
 async def write_gatt_char(self, characteristic: BleakGATTCharacteristic, data: SizedBuffer, response: bool) -> None: ...
 @override
 async def write_gatt_descriptor(self, descriptor: BleakGATTDescriptor, data: SizedBuffer) -> None: ...
 @override
 async def start_notify(self, characteristic: BleakGATTCharacteristic, callback: NotifyCallback, **kwargs: Any) -> None: ...
 @override
 async def stop_notify(self, characteristic: BleakGATTCharacteristic) -> None: ...
 services: None | _loopmend_0.BleakGATTServiceCollection
 _requested_services: None | set
 _loop: _loopmend_1.AbstractEventLoop
 _mtu: int
 _conn_objs: Optional[ConnectObjects]

=== bleak.backends.android.client_callback
import asyncio.events as _loopmend_1
import bleak.backends.android.client as _loopmend_2
import bleak.backends.android.client_callback as _loopmend_0
import bleak.backends.android.dispatcher as _loopmend_3
from __future__ import annotations
import sys
from typing import TYPE_CHECKING
if TYPE_CHECKING:
 if sys.platform != "android":
  ...
import asyncio
import dataclasses
import logging
from typing import TYPE_CHECKING, Any
from android.bluetooth import ( BluetoothGatt, BluetoothGattCallback, BluetoothGattCharacteristic, BluetoothGattDescriptor, BluetoothProfile, )
from java import Override, jarray, jbyte, jint, jvoid, static_proxy
from bleak.backends._utils import external_thread_callback
from bleak.backends.android.dispatcher import ( CallbackApi, CallbackDispatcher, CallbackResult, EmptyCallbackResult, )
from bleak.backends.android.status import GATT_SUCCESS
from bleak.exc import BleakError, BleakGATTProtocolError
if TYPE_CHECKING:
 from bleak.backends.android.client import BleakClientAndroid
logger = logging.getLogger(__name__)
@dataclasses.dataclass
class OnConnectionStateChangeResult(CallbackResult):
 new_state: int
@dataclasses.dataclass(frozen=True)
class OnConnectionStateChangeCallback(CallbackApi[OnConnectionStateChangeResult]):
 ...
@dataclasses.dataclass
class OnMtuChangedResult(CallbackResult):
 mtu: int
@dataclasses.dataclass(frozen=True)
class OnMtuChangedCallback(CallbackApi[OnMtuChangedResult]):
 ...
@dataclasses.dataclass(frozen=True)
class OnServicesDiscoveredCallback(CallbackApi[EmptyCallbackResult]):
 ...
@dataclasses.dataclass
class OnCharacteristicReadResult(CallbackResult):
 value: bytes
@dataclasses.dataclass(frozen=True)
class OnCharacteristicReadCallback(CallbackApi[OnCharacteristicReadResult]):
 handle: int
@dataclasses.dataclass(frozen=True)
class OnCharacteristicWriteCallback(CallbackApi[EmptyCallbackResult]):
 handle: int
@dataclasses.dataclass
class OnDescriptorReadResult(CallbackResult):
 value: bytes
@dataclasses.dataclass(frozen=True)
class OnDescriptorReadCallback(CallbackApi[OnDescriptorReadResult]):
 uuid: str
@dataclasses.dataclass(frozen=True)
class OnDescriptorWriteCallback(CallbackApi[EmptyCallbackResult]):
 uuid: str
class PythonBluetoothGattCallback(static_proxy(BluetoothGattCallback)):
 def __init__(self, client: "BleakClientAndroid", loop: asyncio.AbstractEventLoop) -> None: ...
 @Override(jvoid, [BluetoothGatt, jint, jint])
 @external_thread_callback
 def onConnectionStateChange(self, gatt: BluetoothGatt, status: int, newState: int) -> None: ...
 @Override(jvoid, [BluetoothGatt, jint, jint])
 @external_thread_callback
 def onMtuChanged(self, gatt: BluetoothGatt, mtu: int, status: int) -> None: ...
 @Override(jvoid, [BluetoothGatt, jint])
 @external_thread_callback
 def onServicesDiscovered(self, gatt: BluetoothGatt, status: int) -> None: ...
 @Override( jvoid, [BluetoothGatt, BluetoothGattCharacteristic, jarray(jbyte)], )
 @Override( jvoid, [BluetoothGatt, BluetoothGattCharacteristic] )
 @external_thread_callback
 def onCharacteristicChanged(self, gatt: BluetoothGatt, characteristic: BluetoothGattCharacteristic, *args: Any) -> None: ...
 @Override( jvoid, [BluetoothGatt, BluetoothGattCharacteristic, jarray(jbyte), jint], )
 @Override( jvoid, [BluetoothGatt, BluetoothGattCharacteristic, jint] )
 @external_thread_callback
 def onCharacteristicRead(self, gatt: BluetoothGatt, characteristic: BluetoothGattCharacteristic, *args: Any) -> None: ...
 @Override(jvoid, [BluetoothGatt, BluetoothGattCharacteristic, jint])
 @external_thread_callback
 def onCharacteristicWrite(self, gatt: BluetoothGatt, characteristic: BluetoothGattCharacteristic, status: int) -> None: ...
 @Override( jvoid, [BluetoothGatt, BluetoothGattDescriptor, jint, jarray(jbyte)], )
 @Override(jvoid, [BluetoothGatt, BluetoothGattDescriptor, jint])
 @external_thread_callback
 def onDescriptorRead(self, gatt: BluetoothGatt, descriptor: BluetoothGattDescriptor, status: int, *args: Any) -> None: ...
 @Override(jvoid, [BluetoothGatt, BluetoothGattDescriptor, jint])
 @external_thread_callback
 def onDescriptorWrite(self, gatt: BluetoothGatt, descriptor: BluetoothGattDescriptor, status: int) -> None: ...
 java: _loopmend_0.PythonBluetoothGattCallback
 _loop: _loopmend_1.AbstractEventLoop
 _client: _loopmend_2.BleakClientAndroid
 dispatcher: _loopmend_3.CallbackDispatcher

=== bleak.backends.android.dispatcher
import _asyncio as _loopmend_2
import asyncio.events as _loopmend_3
import bleak.backends.android.dispatcher as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
import sys
from typing import TYPE_CHECKING
if TYPE_CHECKING:
 if sys.platform != "android":
  ...
import asyncio
import dataclasses
import logging
from typing import Any, Callable, Generic, TypeVar
from bleak.exc import BleakError
logger = logging.getLogger(__name__)
T = TypeVar("T")
@dataclasses.dataclass
class CallbackResult:
 ...
@dataclasses.dataclass
class EmptyCallbackResult(CallbackResult):
 ...
CallbackResultT = TypeVar("CallbackResultT", bound=CallbackResult)
@dataclasses.dataclass(frozen=True)
class CallbackApi(Generic[CallbackResultT]):
 ...
@dataclasses.dataclass
class CallbackState:
 failure: Exception | None
 callback_result: CallbackResult
class CallbackDispatcher:
 def __init__(self, loop: asyncio.AbstractEventLoop) -> None: ...
 async def perform_and_wait(self, dispatch_func: Callable[[], T], callback_api: CallbackApi[CallbackResultT]) -> tuple[T, CallbackResultT]: ...
 def dispatch(self, dispatch_func: Callable[[], T], callback_api: CallbackApi[CallbackResultT]) -> tuple[T, asyncio.Future[CallbackResultT]]: ...
 def result_state_threadsafe(self, failure: Exception | None, callback_api: CallbackApi[CallbackResultT], callback_result: CallbackResultT) -> None: ...
 def fail_all_threadsafe(self, exception: Exception) -> None: ...
 def _fail_all(self, exception: Exception) -> None: ...
 def _result_state(self, exception: Exception | None, callback_api: CallbackApi[CallbackResultT], callback_result: CallbackResultT) -> None: ...
 _loop: _loopmend_3.AbstractEventLoop
 states: dict[CallbackApi[Any], CallbackState]
 futures: dict[CallbackApi[Any], asyncio.Future[Any]]

=== bleak.backends.android.permissions
from __future__ import annotations
import sys
from typing import TYPE_CHECKING
if TYPE_CHECKING:
 if sys.platform != "android":
  ...
import asyncio
import logging
from typing import Callable
from android import Manifest
from android.content.pm import PackageManager
from android.os import Build
from java import jint
from java.chaquopy import JavaArray
from java.lang import String
from bleak.backends.android.utils import activity
from bleak.exc import ( BleakBluetoothNotAvailableError, BleakBluetoothNotAvailableReason, BleakError, )
logger = logging.getLogger(__name__)
def _has_permission(permission: str) -> bool: ...
def _request_permissions(permissions: list[str], callback: Callable[[JavaArray[String], JavaArray[jint]], None]) -> None: ...
def _required_ble_permissions() -> list[str]: ...
async def check_for_permissions(loop: asyncio.AbstractEventLoop) -> None: ...

=== bleak.backends.android.scanner
import asyncio.events as _loopmend_1
import bleak.backends.android.scanner as _loopmend_0
import typing as _loopmend_2
from __future__ import annotations
import sys
from typing import TYPE_CHECKING
if TYPE_CHECKING:
 if sys.platform != "android":
  ...
import asyncio
import dataclasses
import logging
import time
from typing import Any, Literal, Optional
from android.bluetooth import BluetoothAdapter
from android.bluetooth.le import ( BluetoothLeScanner, ScanFilter, ScanResult, ScanSettings, )
from android.os import ParcelUuid
from java.util import ArrayList, HashMap
from bleak._compat import override
from bleak.backends.android.permissions import check_for_permissions
from bleak.backends.android.scanner_callback import OnScanCallback, PythonScanCallback
from bleak.backends.android.utils import iterate_java_obj
from bleak.backends.scanner import ( AdvertisementData, AdvertisementDataCallback, BaseBleakScanner, )
from bleak.exc import ( BleakBluetoothNotAvailableError, BleakBluetoothNotAvailableReason, BleakError, )
logger = logging.getLogger(__name__)
MAX_SCANS_PER_PERIOD = 5
EXCESSIVE_SCANNING_PERIOD = 30.5
class ExcessiveUsageChecker:
 def __init__(self) -> None: ...
 def add_new_scan(self) -> None: ...
 def time_until_next_scan_allowed(self) -> float: ...
 def check(self) -> None: ...
 scan_timestamps: list[float]
excessive_usage_checker: _loopmend_0.ExcessiveUsageChecker
@dataclasses.dataclass
class ScanObjects:
 adapter: BluetoothAdapter
 javascanner: BluetoothLeScanner
 callback: PythonScanCallback
class BleakScannerAndroid(BaseBleakScanner):
 __scanner: BleakScannerAndroid | None = None
 def __init__(self, detection_callback: Optional[AdvertisementDataCallback], service_uuids: Optional[list[str]], scanning_mode: Literal["active", "passive"], **kwargs: Any) -> None: ...
 @override
 async def start(self) -> None: ...
 @override
 async def stop(self) -> None: ...
 def handle_scan_result(self, result: ScanResult) -> None: ...
 _loop: _loopmend_1.AbstractEventLoop
 __scan_mode: _loopmend_2.Any
 _scan_objs: Optional[ScanObjects]

=== bleak.backends.android.scanner_callback
import asyncio.events as _loopmend_1
import bleak.backends.android.dispatcher as _loopmend_3
import bleak.backends.android.scanner as _loopmend_2
import bleak.backends.android.scanner_callback as _loopmend_0
from __future__ import annotations
import sys
from typing import TYPE_CHECKING
if TYPE_CHECKING:
 if sys.platform != "android":
  ...
import asyncio
import dataclasses
import logging
from typing import TYPE_CHECKING
from android.bluetooth.le import ScanCallback, ScanResult
from java import Override, jint, jvoid, static_proxy
from bleak.backends.android.dispatcher import ( CallbackApi, CallbackDispatcher, CallbackResult, )
from bleak.backends.android.status import ScanFailed
from bleak.exc import BleakError
if TYPE_CHECKING:
 from bleak.backends.android.scanner import BleakScannerAndroid
logger = logging.getLogger(__name__)
@dataclasses.dataclass
class OnScanResult(CallbackResult):
 result: "None | ScanResult"
@dataclasses.dataclass(frozen=True)
class OnScanCallback(CallbackApi[OnScanResult]):
 ...
class PythonScanCallback(static_proxy(ScanCallback)):
 def __init__(self, scanner: "BleakScannerAndroid", loop: asyncio.AbstractEventLoop) -> None: ...
 @Override(jvoid, [jint])
 def onScanFailed(self, errorCode: int) -> None: ...
 @Override(jvoid, [jint, ScanResult])
 def onScanResult(self, callbackType: int, result: ScanResult) -> None: ...
 java: _loopmend_0.PythonScanCallback
 _loop: _loopmend_1.AbstractEventLoop
 _scanner: _loopmend_2.BleakScannerAndroid
 dispatcher: _loopmend_3.CallbackDispatcher

=== bleak.backends.bluezdbus package

=== bleak.backends.bluezdbus.adapter
import bleak.backends.bluezdbus.adapter as _loopmend_0
import bleak.backends.device as _loopmend_1
import sys
from typing import TYPE_CHECKING
if TYPE_CHECKING:
 if sys.platform != "linux":
  ...
from typing import Any
from bleak._compat import Self, override
from bleak.args.bluez import BlueZAdapterArgs
from bleak.backends.adapter import BaseBleakAdapter
from bleak.backends.bluezdbus.manager import get_global_bluez_manager
from bleak.backends.device import BLEDevice
class BleakAdapterBlueZDBus(BaseBleakAdapter):
 def __init__(self, adapter_path: str) -> None: ...
 @classmethod
 @override
 async def get(cls, *, bluez: BlueZAdapterArgs = ..., **kwargs: Any) -> Self: ...
 @override
 async def get_connected_devices(self, service_uuids: frozenset[str]) -> list[BLEDevice]: ...
 _adapter_path: str

=== bleak.backends.bluezdbus.client
import bleak.backends.service as _loopmend_0
import select
import sys
from typing import TYPE_CHECKING
from bleak.args.bluez import BlueZClientArgs, BlueZNotifyArgs
if TYPE_CHECKING:
 if sys.platform != "linux":
  ...
import asyncio
import logging
import os
import warnings
from collections.abc import Callable
from contextlib import AsyncExitStack
from typing import Any, Optional, Union
from dbus_fast.aio import MessageBus
from dbus_fast.constants import BusType, ErrorType, MessageType
from dbus_fast.message import Message
from dbus_fast.signature import Variant
from bleak import BleakScanner
from bleak._compat import override
from bleak._compat import timeout as async_timeout
from bleak.args import SizedBuffer
from bleak.backends.bluezdbus import defs
from bleak.backends.bluezdbus.manager import get_global_bluez_manager
from bleak.backends.bluezdbus.scanner import BleakScannerBlueZDBus
from bleak.backends.bluezdbus.utils import ( assert_gatt_reply, assert_reply, get_dbus_authenticator, )
from bleak.backends.bluezdbus.version import BlueZFeatures
from bleak.backends.characteristic import BleakGATTCharacteristic
from bleak.backends.client import BaseBleakClient, NotifyCallback
from bleak.backends.descriptor import BleakGATTDescriptor
from bleak.backends.device import BLEDevice
from bleak.backends.service import BleakGATTServiceCollection
from bleak.exc import BleakDBusError, BleakDeviceNotFoundError, BleakError
logger = logging.getLogger(__name__)
_background_tasks: set[asyncio.Task[None]] = set()
class BleakClientBlueZDBus(BaseBleakClient):
 def __init__(self, address_or_ble_device: Union[BLEDevice, str], services: Optional[set[str]] = None, *, disconnected_callback: Callable[[], None] | None, timeout: float, bluez: BlueZClientArgs, **kwargs: Any) -> None: ...
 @override
 async def connect(self, pair: bool, dangerous_use_bleak_cache: bool = ..., **kwargs: Any) -> None: ...
 @staticmethod
 async def _disconnect_monitor(bus: MessageBus, device_path: str, disconnect_monitor_event: asyncio.Event) -> None: ...
 async def _release_bus(self) -> None: ...
 def _on_disconnected(self) -> None: ...
 def _cleanup_all(self) -> None: ...
 @override
 async def disconnect(self) -> None: ...
 async def _pair(self) -> Message: ...
 @override
 async def pair(self, *args: Any, **kwargs: Any) -> None: ...
 @override
 async def unpair(self) -> None: ...
 @property
 @override
 def is_connected(self) -> bool: ...
 async def _acquire_mtu(self) -> None: ...
 async def _get_adapter_path(self) -> str: ...
 async def _get_device_path(self) -> str: ...
 @property
 @override
 def name(self) -> str: ...
 @property
 @override
 def mtu_size(self) -> int: ...
 async def _get_services(self, dangerous_use_bleak_cache: bool = ..., **kwargs: Any) -> BleakGATTServiceCollection: ...
 @override
 async def read_gatt_char(self, characteristic: BleakGATTCharacteristic, *, use_cached: bool = ..., **kwargs: Any) -> bytearray: ...
 @override
 async def read_gatt_descriptor(self, descriptor: BleakGATTDescriptor, *, use_cached: bool = ..., **kwargs: Any) -> bytearray: ...
 @override
 async def write_gatt_char(self, characteristic: BleakGATTCharacteristic, data: SizedBuffer, response: bool) -> None: ...
 @override
 async def write_gatt_descriptor(self, descriptor: BleakGATTDescriptor, data: SizedBuffer) -> None: ...
 def _register_notify_fd_reader(self, char_path: str, fd: int, callback: NotifyCallback) -> None: ...
 @override
 async def start_notify(self, characteristic: BleakGATTCharacteristic, callback: NotifyCallback, **kwargs: Any) -> None: ...
 @override
 async def stop_notify(self, characteristic: BleakGATTCharacteristic) -> None: ...
 services: None | _loopmend_0.BleakGATTServiceCollection
 _adapter: None | object
 _device_path: Optional[str]
 _device_info: Optional[dict[str, Any]]
 _requested_services: None | set[str]
 _bus: Optional[MessageBus]
 _remove_device_watcher: Optional[Callable[[], None]]
 _is_connected: bool
 _disconnecting_event: Optional[asyncio.Event]
 _disconnect_monitor_event: Optional[asyncio.Event]
 _notification_callbacks: dict[str, NotifyCallback]
 _notification_fds: dict[str, int]
 _mtu_size: Optional[int]
 address: str

=== bleak.backends.bluezdbus.manager
import asyncio.locks as _loopmend_4
import bleak.backends.bluezdbus.defs as _loopmend_3
import bleak.backends.bluezdbus.manager as _loopmend_1
import bleak.backends.service as _loopmend_2
import typing as _loopmend_0
import sys
from typing import TYPE_CHECKING
if TYPE_CHECKING:
 if sys.platform != "linux":
  ...
import asyncio
import contextlib
import logging
import os
from collections import defaultdict
from collections.abc import Callable, Coroutine, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple, Optional, cast
from dbus_fast import AuthError, BusType, Message, MessageType, Variant, unpack_variants
from dbus_fast.aio.message_bus import MessageBus
from bleak.args.bluez import OrPatternLike
from bleak.backends.bluezdbus import defs
from bleak.backends.bluezdbus.advertisement_monitor import AdvertisementMonitor
from bleak.backends.bluezdbus.defs import ( Device1, GattCharacteristic1, GattDescriptor1, GattService1, )
from bleak.backends.bluezdbus.signals import MatchRules, add_match
from bleak.backends.bluezdbus.utils import ( assert_reply, device_path_from_characteristic_path, extract_service_handle_from_path, get_dbus_authenticator, )
from bleak.backends.characteristic import BleakGATTCharacteristic
from bleak.backends.descriptor import BleakGATTDescriptor
from bleak.backends.service import BleakGATTService, BleakGATTServiceCollection
from bleak.exc import ( BleakBluetoothNotAvailableError, BleakBluetoothNotAvailableReason, BleakDBusError, BleakError, )
logger = logging.getLogger(__name__)
AdvertisementCallback = Callable[[str, Device1], None]
DevicePropertiesChangedCallback = Callable[[Optional[Any]], None]
class DeviceConditionCallback(NamedTuple):
 callback: DevicePropertiesChangedCallback
 property_name: str
DeviceRemovedCallback = Callable[[str], None]
class DeviceRemovedCallbackAndState(NamedTuple):
 callback: DeviceRemovedCallback
 adapter_path: str
DeviceConnectedChangedCallback = Callable[[bool], None]
CharacteristicValueChangedCallback = Callable[[str, bytes], None]
class DeviceWatcher(NamedTuple):
 device_path: str
 on_connected_changed: DeviceConnectedChangedCallback
 on_characteristic_value_changed: CharacteristicValueChangedCallback
_ADVERTISING_DATA_PROPERTIES: set[str]
def get_max_write_without_response_size(char_props: GattCharacteristic1) -> int: ...
class BlueZManager:
 def __init__(self) -> None: ...
 def _reset_cached_state(self) -> None: ...
 def _iter_device_props(self) -> Iterator[tuple[str, Device1]]: ...
 def _check_adapter(self, adapter_path: str) -> None: ...
 def _check_device(self, device_path: str) -> None: ...
 def _get_device_property(self, device_path: str, interface: str, property_name: str) -> Any: ...
 async def async_init(self) -> None: ...
 async def _monitor_bus_disconnect(self, bus: MessageBus) -> None: ...
 def _handle_bus_disconnect(self, exc: Optional[Exception]) -> None: ...
 def _notify_device_property_changed(self, device_path: str, changed: Mapping[str, Any]) -> None: ...
 def _notify_device_removed(self, device_path: str) -> None: ...
 def get_default_adapter(self) -> str: ...
 async def _recover_from_rejected_stop(self, adapter_path: str) -> Optional[Message]: ...
 async def active_scan(self, adapter_path: str, filters: dict[str, Variant], advertisement_callback: AdvertisementCallback, device_removed_callback: DeviceRemovedCallback) -> Callable[[], Coroutine[Any, Any, None]]: ...
 async def passive_scan(self, adapter_path: str, filters: list[OrPatternLike], advertisement_callback: AdvertisementCallback, device_removed_callback: DeviceRemovedCallback) -> Callable[[], Coroutine[Any, Any, None]]: ...
 def add_device_watcher(self, device_path: str, on_connected_changed: DeviceConnectedChangedCallback, on_characteristic_value_changed: CharacteristicValueChangedCallback) -> DeviceWatcher: ...
 def remove_device_watcher(self, watcher: DeviceWatcher) -> None: ...
 async def get_services(self, device_path: str, use_cached: bool, requested_services: Optional[set[str]]) -> BleakGATTServiceCollection: ...
 def get_device_name(self, device_path: str) -> str: ...
 def get_device_address(self, device_path: str) -> str: ...
 def is_connected(self, device_path: str) -> bool: ...
 def is_paired(self, device_path: str) -> bool: ...
 def get_connected_devices(self, adapter_path: str, service_uuids: frozenset[str]) -> list[tuple[str, Device1]]: ...
 async def _wait_for_services_discovery(self, device_path: str) -> None: ...
 async def _wait_removed(self, device_path: str) -> None: ...
 async def _wait_condition(self, device_path: str, property_name: str, property_value: Any) -> None: ...
 def get_char_value(self, char_path: str) -> bytes: ...
 def get_desc_value(self, desc_path: str) -> bytes: ...
 def _parse_msg(self, message: Message) -> None: ...
 def _run_advertisement_callbacks(self, device_path: str, device: Device1) -> None: ...
 _bus: Optional[MessageBus]
 _bus_lock: _loopmend_4.Lock
 _bus_watcher_task: Optional[asyncio.Task[None]]
 _properties: dict[str, dict[str, dict[str, Any]]]
 _adapters: set[str]
 _service_map: dict[str, set[str]]
 _characteristic_map: dict[str, set[str]]
 _descriptor_map: dict[str, set[str]]
 _advertisement_callbacks: defaultdict[str, list[AdvertisementCallback]]
 _device_removed_callbacks: list[DeviceRemovedCallbackAndState]
 _device_watchers: dict[str, set[DeviceWatcher]]
 _condition_callbacks: dict[str, set[DeviceConditionCallback]]
 _services_cache: dict[str, BleakGATTServiceCollection]
_global_instances: dict[asyncio.AbstractEventLoop, BlueZManager] = ...
async def get_global_bluez_manager() -> BlueZManager: ...

=== bleak.backends.bluezdbus.scanner
import sys
from typing import TYPE_CHECKING
if TYPE_CHECKING:
 if sys.platform != "linux":
  ...
import logging
from collections.abc import Callable, Coroutine
from typing import Any, Literal, Optional
from warnings import warn
from dbus_fast import Variant
from bleak._compat import override
from bleak.args.bluez import BlueZDiscoveryFilters as _BlueZDiscoveryFilters
from bleak.args.bluez import BlueZScannerArgs as _BlueZScannerArgs
from bleak.backends.bluezdbus.defs import Device1
from bleak.backends.bluezdbus.manager import get_global_bluez_manager
from bleak.backends.bluezdbus.utils import device_name_from_props
from bleak.backends.scanner import ( AdvertisementData, AdvertisementDataCallback, BaseBleakScanner, )
from bleak.exc import BleakError
logger = logging.getLogger(__name__)
_DEPRECATED: dict[str, Any] = ...
def __getattr__(name: str): ...
class BleakScannerBlueZDBus(BaseBleakScanner):
 def __init__(self, detection_callback: Optional[AdvertisementDataCallback], service_uuids: Optional[list[str]], scanning_mode: Literal["active", "passive"], *, bluez: _BlueZScannerArgs, **kwargs: Any) -> None: ...
 @override
 async def start(self) -> None: ...
 @override
 async def stop(self) -> None: ...
 def set_scanning_filter(self, **kwargs: Any) -> None: ...
 def _handle_advertising_data(self, path: str, props: Device1) -> None: ...
 def _handle_device_removed(self, device_path: str) -> None: ...
 _scanning_mode: str
 _adapter: None | object
 _stop: Optional[Callable[[], Coroutine[Any, Any, None]]]
 _filters: dict[str, Variant]
 _or_patterns: None | object
 seen_devices: dict

=== bleak.backends.bluezdbus.signals
import bleak.backends.bluezdbus.signals as _loopmend_0
from __future__ import annotations
import sys
from typing import TYPE_CHECKING
if TYPE_CHECKING:
 if sys.platform != "linux":
  ...
import re
from typing import Any, Optional
from dbus_fast.aio.message_bus import MessageBus
from dbus_fast.errors import InvalidObjectPathError
from dbus_fast.message import Message
from dbus_fast.validators import ( assert_interface_name_valid, assert_member_name_valid, assert_object_path_valid, )
_message_types: list[str]
class InvalidMessageTypeError(TypeError):
 def __init__(self, type: str) -> None: ...
def is_message_type_valid(type: str) -> bool: ...
def assert_bus_name_valid(type: str) -> None: ...
class MatchRules:
 def __init__(self, type: str = ..., sender: Optional[str] = None, interface: Optional[str] = None, member: Optional[str] = None, path: Optional[str] = None, path_namespace: Optional[str] = None, destination: Optional[str] = None, arg0namespace: Optional[str] = None, **kwargs: Any) -> None: ...
 @staticmethod
 def parse(rules: str) -> MatchRules: ...
 def __str__(self) -> str: ...
 def __repr__(self) -> str: ...
 type: str
 sender: Optional[str]
 interface: Optional[str]
 member: Optional[str]
 path: Optional[str]
 path_namespace: Optional[str]
 destination: Optional[str]
 arg0namespace: Optional[str]
 args: Optional[dict[str, str]]
async def add_match(bus: MessageBus, rules: MatchRules) -> Message: ...
async def remove_match(bus: MessageBus, rules: MatchRules) -> Message: ...

=== bleak.backends.bluezdbus.version
import re as _loopmend_0
import sys
from typing import TYPE_CHECKING
if TYPE_CHECKING:
 if sys.platform != "linux":
  ...
import asyncio
import contextlib
import logging
import re
from typing import Optional
logger = logging.getLogger(__name__)
async def _get_bluetoothctl_version() -> Optional[re.Match[bytes]]: ...
class BlueZFeatures:
 checked_bluez_version = False
 supported_version = True
 _check_bluez_event: Optional[asyncio.Event] = None
 @classmethod
 async def check_bluez_version(cls) -> None: ...

=== bleak.backends.client
import bleak.backends as _loopmend_2
import bleak.backends.client as _loopmend_1
import typing as _loopmend_0
import abc
from collections.abc import Callable
from typing import Any, Optional
from bleak.args import SizedBuffer
from bleak.backends import BleakBackend, get_default_backend
from bleak.backends.characteristic import BleakGATTCharacteristic
from bleak.backends.descriptor import BleakGATTDescriptor
from bleak.backends.device import BLEDevice
from bleak.backends.service import BleakGATTServiceCollection
from bleak.exc import BleakError
NotifyCallback = Callable[[bytearray], None]
class BaseBleakClient(abc.ABC):
 def __init__(self, address_or_ble_device: BLEDevice | str, *, disconnected_callback: Callable[[], None] | None, timeout: float, **kwargs: Any) -> None: ...
 @property
 def name(self) -> str: ...
 @property
 @abc.abstractmethod
 def mtu_size(self) -> int: ...
 def set_disconnected_callback(self, callback: Optional[Callable[[], None]], **kwargs: Any) -> None: ...
 @abc.abstractmethod
 async def connect(self, pair: bool, **kwargs: Any) -> None: ...
 @abc.abstractmethod
 async def disconnect(self) -> None: ...
 @abc.abstractmethod
 async def pair(self, *args: Any, **kwargs: Any) -> None: ...
 @abc.abstractmethod
 async def unpair(self) -> None: ...
 @property
 @abc.abstractmethod
 def is_connected(self) -> bool: ...
 @abc.abstractmethod
 async def read_gatt_char(self, characteristic: BleakGATTCharacteristic, *, use_cached: bool = ..., **kwargs: Any) -> bytearray: ...
 @abc.abstractmethod
 async def read_gatt_descriptor(self, descriptor: BleakGATTDescriptor, *, use_cached: bool = ..., **kwargs: Any) -> bytearray: ...
 @abc.abstractmethod
 async def write_gatt_char(self, characteristic: BleakGATTCharacteristic, data: SizedBuffer, response: bool) -> None: ...
 @abc.abstractmethod
 async def write_gatt_descriptor(self, descriptor: BleakGATTDescriptor, data: SizedBuffer) -> None: ...
 @abc.abstractmethod
 async def start_notify(self, characteristic: BleakGATTCharacteristic, callback: NotifyCallback, **kwargs: Any) -> None: ...
 @abc.abstractmethod
 async def stop_notify(self, characteristic: BleakGATTCharacteristic) -> None: ...
 address: str
 services: Optional[BleakGATTServiceCollection]
 _timeout: float
 _disconnected_callback: None | _loopmend_0.Callable[..., None]
def get_platform_client_backend_type() -> tuple[type[BaseBleakClient], BleakBackend]: ...

=== bleak.backends.corebluetooth package
import sys
from typing import TYPE_CHECKING
if TYPE_CHECKING:
 if sys.platform != "darwin":
  ...
import objc

=== bleak.backends.corebluetooth.CentralManagerDelegate
import asyncio.events as _loopmend_3
import asyncio.locks as _loopmend_4
import bleak.backends.corebluetooth.CentralManagerDelegate as _loopmend_2
import typing as _loopmend_0
import weakref as _loopmend_1
from __future__ import annotations
import sys
import weakref
from typing import TYPE_CHECKING
if TYPE_CHECKING:
 if sys.platform != "darwin":
  ...
import asyncio
import logging
from collections.abc import Callable
from typing import Any, Optional, TypedDict, cast
import objc
from CoreBluetooth import ( CBUUID, CBCentralManager, CBManagerAuthorizationDenied, CBManagerAuthorizationRestricted, CBManagerStatePoweredOff, CBManagerStatePoweredOn, CBManagerStateResetting, CBManagerStateUnauthorized, CBManagerStateUnsupported, CBPeripheral, )
from Foundation import ( NSUUID, NSArray, NSData, NSDictionary, NSError, NSNumber, NSObject, NSString, )
from libdispatch import DISPATCH_QUEUE_SERIAL, dispatch_queue_create
from bleak._compat import Self
from bleak._compat import timeout as async_timeout
from bleak.backends._utils import external_thread_callback, try_call_soon_threadsafe
from bleak.backends.corebluetooth.utils import cb_manager_state_message
from bleak.exc import ( BleakBluetoothNotAvailableError, BleakBluetoothNotAvailableReason, BleakError, )
logger = logging.getLogger(__name__)
CBCentralManagerDelegate: _loopmend_0.Any
DisconnectCallback = Callable[[], None]
class CBAdvertisementData(TypedDict, total=False):
 kCBAdvDataLocalName: NSString
 kCBAdvDataManufacturerData: NSData
 kCBAdvDataServiceData: dict[CBUUID, NSData]
 kCBAdvDataServiceUUIDs: NSArray[CBUUID]
 kCBAdvertisementDataOverflowServiceUUIDsKey: NSArray[CBUUID]
 kCBAdvDataTxPowerLevel: NSNumber
 kCBAdvertisementDataIsConnectable: NSNumber
 kCBAdvDataOverflowServiceUUIDs: NSArray[CBUUID]
class ObjcCentralManagerDelegate(NSObject, protocols=[CBCentralManagerDelegate]):
 def initWithPyDelegate_(self, py_delegate: weakref.ReferenceType["CentralManagerDelegate"]) -> Optional[Self]: ...
 def centralManagerDidUpdateState_(self, centralManager: CBCentralManager) -> None: ...
 def centralManager_didDiscoverPeripheral_advertisementData_RSSI_(self, central: CBCentralManager, peripheral: CBPeripheral, advertisementData: NSDictionary[str, Any], RSSI: NSNumber) -> None: ...
 def centralManager_didConnectPeripheral_(self, central: CBCentralManager, peripheral: CBPeripheral) -> None: ...
 def centralManager_didFailToConnectPeripheral_error_(self, centralManager: CBCentralManager, peripheral: CBPeripheral, error: Optional[NSError]) -> None: ...
 def centralManager_didDisconnectPeripheral_error_(self, central: CBCentralManager, peripheral: CBPeripheral, error: Optional[NSError]) -> None: ...
 py_delegate: _loopmend_1.ReferenceType[_loopmend_2.CentralManagerDelegate]
class CentralManagerDelegate:
 def __init__(self) -> None: ...
 @objc.python_method
 async def wait_until_ready(self) -> None: ...
 async def start_scan(self, service_uuids: Optional[list[str]]) -> None: ...
 async def stop_scan(self) -> None: ...
 async def connect(self, peripheral: CBPeripheral, disconnect_callback: DisconnectCallback, timeout: float = ...) -> None: ...
 async def disconnect(self, peripheral: CBPeripheral) -> None: ...
 def did_discover_peripheral(self, central: CBCentralManager, peripheral: CBPeripheral, advertisementData: NSDictionary[str, Any], RSSI: NSNumber) -> None: ...
 def did_connect_peripheral(self, central: CBCentralManager, peripheral: CBPeripheral) -> None: ...
 def did_fail_to_connect_peripheral(self, centralManager: CBCentralManager, peripheral: CBPeripheral, error: Optional[NSError]) -> None: ...
 def did_disconnect_peripheral(self, central: CBCentralManager, peripheral: CBPeripheral, error: Optional[NSError]) -> None: ...
 objc_delegate: _loopmend_0.Any
 event_loop: _loopmend_3.AbstractEventLoop
 _connect_futures: dict[NSUUID, asyncio.Future[bool]]
 callbacks: dict[int, _loopmend_0.Callable[..., None]]
 _disconnect_callbacks: dict[NSUUID, DisconnectCallback]
 _disconnect_futures: dict[NSUUID, asyncio.Future[None]]
 did_update_state_event: _loopmend_4.Event
 central_manager: _loopmend_0.Any

=== bleak.backends.corebluetooth.PeripheralDelegate
import _asyncio as _loopmend_3
import asyncio.events as _loopmend_4
import bleak.backends.corebluetooth.PeripheralDelegate as _loopmend_2
import typing as _loopmend_0
import weakref as _loopmend_1
from __future__ import annotations
import sys
import weakref
from typing import TYPE_CHECKING
if TYPE_CHECKING:
 if sys.platform != "darwin":
  ...
import asyncio
import itertools
import logging
from collections.abc import Iterable
from typing import Any, Optional
import objc
from CoreBluetooth import ( CBUUID, CBATTErrorDomain, CBCharacteristic, CBCharacteristicWriteType, CBCharacteristicWriteWithResponse, CBDescriptor, CBPeripheral, CBService, )
from Foundation import NSUUID, NSArray, NSData, NSError, NSNumber, NSObject
from bleak._compat import Self
from bleak._compat import timeout as async_timeout
from bleak.args.corebluetooth import NotificationDiscriminator
from bleak.backends._utils import external_thread_callback, try_call_soon_threadsafe
from bleak.backends.client import NotifyCallback
from bleak.backends.corebluetooth.utils import nsdata_to_bytes
from bleak.exc import BleakError, BleakGATTProtocolError
logger = logging.getLogger(__name__)
CBPeripheralDelegate: _loopmend_0.Any
class ObjcPeripheralDelegate(NSObject, protocols=[CBPeripheralDelegate]):
 def initWithPyDelegate_(self, py_delegate: weakref.ReferenceType["PeripheralDelegate"]) -> Optional[Self]: ...
 def peripheral_didDiscoverServices_(self, peripheral: CBPeripheral, error: Optional[NSError]) -> None: ...
 def peripheral_didDiscoverIncludedServicesForService_error_(self, peripheral: CBPeripheral, service: CBService, error: Optional[NSError]) -> None: ...
 def peripheral_didDiscoverCharacteristicsForService_error_(self, peripheral: CBPeripheral, service: CBService, error: Optional[NSError]) -> None: ...
 def peripheral_didDiscoverDescriptorsForCharacteristic_error_(self, peripheral: CBPeripheral, characteristic: CBCharacteristic, error: Optional[NSError]) -> None: ...
 def peripheral_didUpdateValueForCharacteristic_error_(self, peripheral: CBPeripheral, characteristic: CBCharacteristic, error: Optional[NSError]) -> None: ...
 def peripheral_didUpdateValueForDescriptor_error_(self, peripheral: CBPeripheral, descriptor: CBDescriptor, error: Optional[NSError]) -> None: ...
 def peripheral_didWriteValueForCharacteristic_error_(self, peripheral: CBPeripheral, characteristic: CBCharacteristic, error: Optional[NSError]) -> None: ...
 def peripheral_didWriteValueForDescriptor_error_(self, peripheral: CBPeripheral, descriptor: CBDescriptor, error: Optional[NSError]) -> None: ...
 def peripheralIsReadyToSendWriteWithoutResponse_(self, peripheral: CBPeripheral) -> None: ...
 def peripheral_didUpdateNotificationStateForCharacteristic_error_(self, peripheral: CBPeripheral, characteristic: CBCharacteristic, error: Optional[NSError]) -> None: ...
 def peripheral_didReadRSSI_error_(self, peripheral: CBPeripheral, rssi: NSNumber, error: Optional[NSError]) -> None: ...
 def peripheralDidUpdateName_(self, peripheral: CBPeripheral) -> None: ...
 def peripheral_didModifyServices_(self, peripheral: CBPeripheral, invalidatedServices: NSArray[CBService]) -> None: ...
 py_delegate: _loopmend_1.ReferenceType[_loopmend_2.PeripheralDelegate]
class PeripheralDelegate:
 def __init__(self, peripheral: CBPeripheral) -> None: ...
 def futures(self) -> Iterable[asyncio.Future[Any]]: ...
 def clear_notifications(self) -> None: ...
 async def discover_services(self, services: Optional[NSArray[CBUUID]] = None) -> NSArray[CBService]: ...
 async def discover_characteristics(self, service: CBService) -> NSArray[CBCharacteristic]: ...
 async def discover_descriptors(self, characteristic: CBCharacteristic) -> NSArray[CBDescriptor]: ...
 async def read_characteristic(self, characteristic: CBCharacteristic, use_cached: bool, timeout: int = ...) -> NSData: ...
 async def read_descriptor(self, descriptor: CBDescriptor, use_cached: bool = ...) -> Any: ...
 async def write_characteristic(self, characteristic: CBCharacteristic, value: NSData, response: CBCharacteristicWriteType) -> None: ...
 async def write_descriptor(self, descriptor: CBDescriptor, value: NSData) -> None: ...
 async def start_notifications(self, characteristic: CBCharacteristic, callback: NotifyCallback, notification_discriminator: Optional[NotificationDiscriminator] = None) -> None: ...
 async def stop_notifications(self, characteristic: CBCharacteristic) -> None: ...
 async def read_rssi(self) -> int: ...
 def did_discover_services(self, peripheral: CBPeripheral, services: NSArray[CBService], error: Optional[NSError]) -> None: ...
 def did_discover_characteristics_for_service(self, peripheral: CBPeripheral, service: CBService, characteristics: NSArray[CBCharacteristic], error: Optional[NSError]) -> None: ...
 def did_discover_descriptors_for_characteristic(self, peripheral: CBPeripheral, characteristic: CBCharacteristic, error: Optional[NSError]) -> None: ...
 def did_update_value_for_characteristic(self, peripheral: CBPeripheral, characteristic: CBCharacteristic, value: Optional[NSData], error: Optional[NSError]) -> None: ...
 def did_update_value_for_descriptor(self, peripheral: CBPeripheral, descriptor: CBDescriptor, value: Optional[Any], error: Optional[NSError]) -> None: ...
 def did_write_value_for_characteristic(self, peripheral: CBPeripheral, characteristic: CBCharacteristic, error: Optional[NSError]) -> None: ...
 def did_write_value_for_descriptor(self, peripheral: CBPeripheral, descriptor: CBDescriptor, error: Optional[NSError]) -> None: ...
 def did_update_notification_for_characteristic(self, peripheral: CBPeripheral, characteristic: CBCharacteristic, error: Optional[NSError]) -> None: ...
 def did_read_rssi(self, peripheral: CBPeripheral, rssi: int, error: Optional[NSError]) -> None: ...
 peripheral: _loopmend_0.Any
 objc_delegate: _loopmend_0.Any
 event_loop: _loopmend_4.AbstractEventLoop
 _services_discovered_future: _loopmend_0.Any
 _service_characteristic_discovered_futures: dict[int, _loopmend_3.Future]
 _characteristic_descriptor_discover_futures: dict[int, _loopmend_3.Future[None]]
 _characteristic_read_futures: dict[int, asyncio.Future[NSData]]
 _characteristic_write_futures: dict[int, asyncio.Future[None]]
 _descriptor_read_futures: dict[int, asyncio.Future[NSObject]]
 _descriptor_write_futures: dict[int, asyncio.Future[None]]
 _characteristic_notify_change_futures: dict[int, asyncio.Future[None]]
 _characteristic_notify_callbacks: dict[int, NotifyCallback]
 _characteristic_notification_discriminators: dict[int, None | _loopmend_0.Callable[..., bool]]
 _read_rssi_futures: dict[NSUUID, asyncio.Future[int]]

=== bleak.backends.corebluetooth.adapter
import bleak.backends.corebluetooth.CentralManagerDelegate as _loopmend_1
import bleak.backends.device as _loopmend_0
import sys
from typing import TYPE_CHECKING
if TYPE_CHECKING:
 if sys.platform != "darwin":
  ...
from typing import Any
from CoreBluetooth import CBUUID
from Foundation import NSArray
from bleak._compat import Self, override
from bleak.backends.adapter import BaseBleakAdapter
from bleak.backends.corebluetooth.CentralManagerDelegate import CentralManagerDelegate
from bleak.backends.device import BLEDevice
class BleakAdapterCoreBluetooth(BaseBleakAdapter):
 def __init__(self, manager: CentralManagerDelegate) -> None: ...
 @classmethod
 @override
 async def get(cls, **kwargs: Any) -> Self: ...
 @override
 async def get_connected_devices(self, service_uuids: frozenset[str]) -> list[BLEDevice]: ...
 _manager: _loopmend_1.CentralManagerDelegate

=== bleak.backends.corebluetooth.client
import bleak.backends.service as _loopmend_0
import typing as _loopmend_1
import functools
import sys
from typing import TYPE_CHECKING
if TYPE_CHECKING:
 if sys.platform != "darwin":
  ...
import asyncio
import logging
from collections.abc import Callable
from typing import Any, Optional, Union
from CoreBluetooth import ( CBUUID, CBCharacteristicWriteWithoutResponse, CBCharacteristicWriteWithResponse, CBPeripheral, CBPeripheralStateConnected, )
from Foundation import NSArray, NSData
from bleak import BleakScanner
from bleak._compat import override
from bleak.args import SizedBuffer
from bleak.args.corebluetooth import CBStartNotifyArgs
from bleak.assigned_numbers import gatt_char_props_to_strs
from bleak.backends.characteristic import BleakGATTCharacteristic
from bleak.backends.client import BaseBleakClient, NotifyCallback
from bleak.backends.corebluetooth.CentralManagerDelegate import CentralManagerDelegate
from bleak.backends.corebluetooth.PeripheralDelegate import PeripheralDelegate
from bleak.backends.corebluetooth.scanner import BleakScannerCoreBluetooth
from bleak.backends.corebluetooth.utils import ( cb_uuid_to_str, is_descriptor_nsnumber, is_descriptor_nsstring, )
from bleak.backends.descriptor import BleakGATTDescriptor
from bleak.backends.device import BLEDevice
from bleak.backends.service import BleakGATTService, BleakGATTServiceCollection
from bleak.exc import BleakDeviceNotFoundError, BleakError
logger = logging.getLogger(__name__)
class BleakClientCoreBluetooth(BaseBleakClient):
 def __init__(self, address_or_ble_device: Union[BLEDevice, str], services: Optional[set[str]] = None, *, disconnected_callback: Callable[[], None] | None, timeout: float, **kwargs: Any) -> None: ...
 def __str__(self) -> str: ...
 @override
 async def connect(self, pair: bool, **kwargs: Any) -> None: ...
 @override
 async def disconnect(self) -> None: ...
 @property
 @override
 def is_connected(self) -> bool: ...
 @property
 @override
 def name(self) -> str: ...
 @property
 @override
 def mtu_size(self) -> int: ...
 @override
 async def pair(self, *args: Any, **kwargs: Any) -> None: ...
 @override
 async def unpair(self) -> None: ...
 async def _get_services(self) -> BleakGATTServiceCollection: ...
 @override
 async def read_gatt_char(self, characteristic: BleakGATTCharacteristic, *, use_cached: bool = ..., **kwargs: Any) -> bytearray: ...
 @override
 async def read_gatt_descriptor(self, descriptor: BleakGATTDescriptor, *, use_cached: bool = ..., **kwargs: Any) -> bytearray: ...
 @override
 async def write_gatt_char(self, characteristic: BleakGATTCharacteristic, data: SizedBuffer, response: bool) -> None: ...
 @override
 async def write_gatt_descriptor(self, descriptor: BleakGATTDescriptor, data: SizedBuffer) -> None: ...
 @override
 async def start_notify(self, characteristic: BleakGATTCharacteristic, callback: NotifyCallback, **kwargs: Any) -> None: ...
 @override
 async def stop_notify(self, characteristic: BleakGATTCharacteristic) -> None: ...
 async def get_rssi(self) -> int: ...
 services: _loopmend_0.BleakGATTServiceCollection
 _peripheral: Optional[CBPeripheral]
 _delegate: Optional[PeripheralDelegate]
 _central_manager_delegate: Optional[CentralManagerDelegate]
 _requested_services: _loopmend_1.Any

=== bleak.backends.corebluetooth.scanner
import bleak.backends.corebluetooth.CentralManagerDelegate as _loopmend_0
import sys
from typing import TYPE_CHECKING
if TYPE_CHECKING:
 if sys.platform != "darwin":
  ...
import logging
from typing import Any, Literal, Optional, cast
from warnings import warn
import objc
from CoreBluetooth import CBPeripheral
from Foundation import NSBundle, NSData, NSNumber
from bleak._compat import override
from bleak.args.corebluetooth import CBScannerArgs as _CBScannerArgs
from bleak.backends.corebluetooth.CentralManagerDelegate import ( CBAdvertisementData, CentralManagerDelegate, )
from bleak.backends.corebluetooth.utils import ( cb_uuid_to_str, nsdata_to_bdaddr, nsdata_to_bytes, to_optional_int, to_optional_str, )
from bleak.backends.scanner import ( AdvertisementData, AdvertisementDataCallback, BaseBleakScanner, )
from bleak.exc import BleakError
logger = logging.getLogger(__name__)
def __getattr__(name: str): ...
class BleakScannerCoreBluetooth(BaseBleakScanner):
 def __init__(self, detection_callback: Optional[AdvertisementDataCallback], service_uuids: Optional[list[str]], scanning_mode: Literal["active", "passive"], *, cb: _CBScannerArgs, **kwargs: Any) -> None: ...
 @override
 async def start(self) -> None: ...
 @override
 async def stop(self) -> None: ...
 _use_bdaddr: object
 _manager: _loopmend_0.CentralManagerDelegate
 _timeout: float
 seen_devices: dict

=== bleak.backends.p4android package

=== bleak.backends.p4android.client
import bleak.backends.p4android.client as _loopmend_1
import bleak.backends.service as _loopmend_0
import typing as _loopmend_2
import sys
from typing import TYPE_CHECKING
if TYPE_CHECKING:
 if sys.platform != "android":
  ...
import asyncio
import logging
import uuid
import warnings
from collections.abc import Callable
from typing import Any, Optional, Union
from android.broadcast import BroadcastReceiver
from jnius import java_method
from bleak._compat import override
from bleak.assigned_numbers import gatt_char_props_to_strs
from bleak.backends.characteristic import BleakGATTCharacteristic
from bleak.backends.client import BaseBleakClient, NotifyCallback
from bleak.backends.descriptor import BleakGATTDescriptor
from bleak.backends.device import BLEDevice
from bleak.backends.p4android import defs, utils
from bleak.backends.service import BleakGATTService, BleakGATTServiceCollection
from bleak.exc import BleakError
logger = logging.getLogger(__name__)
class BleakClientP4Android(BaseBleakClient):
 def __init__(self, address_or_ble_device: Union[BLEDevice, str], services: Optional[set[uuid.UUID]], *, disconnected_callback: Callable[[], None] | None, timeout: float, **kwargs: Any) -> None: ...
 @override
 async def connect(self, pair: bool, **kwargs) -> None: ...
 @override
 async def disconnect(self) -> None: ...
 @override
 async def pair(self, *args, **kwargs) -> None: ...
 @override
 async def unpair(self) -> None: ...
 @property
 @override
 def is_connected(self) -> bool: ...
 @property
 @override
 def mtu_size(self) -> int: ...
 async def _get_services(self) -> BleakGATTServiceCollection: ...
 @override
 async def read_gatt_char(self, characteristic: BleakGATTCharacteristic, *, use_cached: bool = ..., **kwargs: Any) -> bytearray: ...
 @override
 async def read_gatt_descriptor(self, descriptor: BleakGATTDescriptor, *, use_cached: bool = ..., **kwargs: Any) -> bytearray: ...
 @override
 async def write_gatt_char(self, characteristic: BleakGATTCharacteristic, data: bytearray, response: bool) -> None: ...
 @override
 async def write_gatt_descriptor(self, desc_specifier: Union[BleakGATTDescriptor, str, uuid.UUID], data: bytearray) -> None: ...
 @override
 async def start_notify(self, characteristic: BleakGATTCharacteristic, callback: NotifyCallback, **kwargs) -> None: ...
 @override
 async def stop_notify(self, characteristic: BleakGATTCharacteristic) -> None: ...
 services: None | _loopmend_0.BleakGATTServiceCollection
 _requested_services: None | set
 __gatt: None
 __mtu: int
 __callbacks: None | _loopmend_1._PythonBluetoothGattCallback
 __device: _loopmend_2.Any
 _subscriptions: dict
class _PythonBluetoothGattCallback(utils.AsyncJavaCallbacks):
 __javainterfaces__: list[str]
 def __init__(self, client, loop) -> None: ...
 def result_state(self, status, resultApi, *data) -> None: ...
 @java_method("(II)V")
 def onConnectionStateChange(self, status, new_state) -> None: ...
 @java_method("(II)V")
 def onMtuChanged(self, mtu, status) -> None: ...
 @java_method("(I)V")
 def onServicesDiscovered(self, status) -> None: ...
 @java_method("(I[B)V")
 def onCharacteristicChanged(self, handle, value) -> None: ...
 @java_method("(II[B)V")
 def onCharacteristicRead(self, handle, status, value) -> None: ...
 @java_method("(II)V")
 def onCharacteristicWrite(self, handle, status) -> None: ...
 @java_method("(Ljava/lang/String;I[B)V")
 def onDescriptorRead(self, uuid, status, value) -> None: ...
 @java_method("(Ljava/lang/String;I)V")
 def onDescriptorWrite(self, uuid, status) -> None: ...
 java: _loopmend_2.Any
 _client: _loopmend_2.Any

=== bleak.backends.p4android.scanner
import bleak.backends.p4android.scanner as _loopmend_1
import typing as _loopmend_0
import sys
from typing import TYPE_CHECKING
if TYPE_CHECKING:
 if sys.platform != "android":
  ...
import asyncio
import logging
import warnings
from typing import Literal, Optional
from android.broadcast import BroadcastReceiver
from android.permissions import Permission, request_permissions
from jnius import cast, java_method
from bleak._compat import override
from bleak._compat import timeout as async_timeout
from bleak.backends.p4android import defs, utils
from bleak.backends.scanner import ( AdvertisementData, AdvertisementDataCallback, BaseBleakScanner, )
from bleak.exc import BleakError
logger = logging.getLogger(__name__)
class BleakScannerP4Android(BaseBleakScanner):
 __scanner = None
 def __init__(self, detection_callback: Optional[AdvertisementDataCallback], service_uuids: Optional[list[str]], scanning_mode: Literal["active", "passive"], **kwargs) -> None: ...
 @override
 async def start(self) -> None: ...
 @override
 async def stop(self) -> None: ...
 def _handle_scan_result(self, result) -> None: ...
 __scan_mode: _loopmend_0.Any
 __javascanner: _loopmend_0.Any
 __callback: None | _loopmend_1._PythonScanCallback
class _PythonScanCallback(utils.AsyncJavaCallbacks):
 __javainterfaces__: list[str]
 def __init__(self, scanner: BleakScannerP4Android, loop: asyncio.AbstractEventLoop) -> None: ...
 def result_state(self, status_str, name, *data) -> None: ...
 @java_method("(I)V")
 def onScanFailed(self, errorCode) -> None: ...
 @java_method("(Landroid/bluetooth/le/ScanResult;)V")
 def onScanResult(self, result) -> None: ...
 java: _loopmend_0.Any
 _scanner: _loopmend_1.BleakScannerP4Android

=== bleak.backends.p4android.utils
import asyncio.events as _loopmend_0
import sys
from typing import TYPE_CHECKING
if TYPE_CHECKING:
 if sys.platform != "android":
  ...
import asyncio
import logging
import warnings
from jnius import PythonJavaClass
from bleak.exc import BleakError
logger = logging.getLogger(__name__)
class AsyncJavaCallbacks(PythonJavaClass):
 __javacontext__ = "app"
 def __init__(self, loop: asyncio.AbstractEventLoop) -> None: ...
 @staticmethod
 def _if_expected(result, expected): ...
 async def perform_and_wait(self, dispatchApi, dispatchParams, resultApi, resultExpected = ..., unless_already = ..., return_indicates_status = ...): ...
 def _result_state_unthreadsafe(self, failure_str, source, data) -> None: ...
 _loop: _loopmend_0.AbstractEventLoop
 states: dict
 futures: dict

=== bleak.backends.scanner
import bleak.backends as _loopmend_3
import bleak.backends.device as _loopmend_1
import bleak.backends.scanner as _loopmend_2
import typing as _loopmend_0
import abc
import asyncio
import inspect
from collections.abc import Callable, Coroutine, Hashable
from typing import Any, NamedTuple, Optional
from bleak.backends import BleakBackend, get_default_backend
from bleak.backends.device import BLEDevice
from bleak.exc import BleakError
_background_tasks: set[asyncio.Task[None]] = set()
class AdvertisementData(NamedTuple):
 local_name: Optional[str]
 manufacturer_data: dict[int, bytes]
 service_data: dict[str, bytes]
 service_uuids: list[str]
 tx_power: Optional[int]
 rssi: int
 platform_data: tuple[Any, ...]
 def __repr__(self) -> str: ...
AdvertisementDataCallback = Callable[ [BLEDevice, AdvertisementData], Optional[Coroutine[Any, Any, None]], ]
AdvertisementDataFilter = Callable[ [BLEDevice, AdvertisementData], bool, ]
class BaseBleakScanner(abc.ABC):
 seen_devices: dict[str, tuple[BLEDevice, AdvertisementData]]
 def __init__(self, detection_callback: Optional[AdvertisementDataCallback], service_uuids: Optional[list[str]]) -> None: ...
 def register_detection_callback(self, callback: Optional[AdvertisementDataCallback]) -> _loopmend_0.Callable[..., None]: ...
 def is_allowed_uuid(self, service_uuids: Optional[list[str]]) -> bool: ...
 def call_detection_callbacks(self, device: BLEDevice, advertisement_data: AdvertisementData) -> None: ...
 def create_or_update_device(self, key: str, address: str, name: Optional[str], details: Any, adv: AdvertisementData) -> BLEDevice: ...
 @abc.abstractmethod
 async def start(self) -> None: ...
 @abc.abstractmethod
 async def stop(self) -> None: ...
 _ad_callbacks: dict[_loopmend_0.Hashable, _loopmend_0.Callable[..., None]]
 _service_uuids: Optional[list[str]]
def get_platform_scanner_backend_type() -> tuple[type[BaseBleakScanner], BleakBackend]: ...

=== bleak.backends.winrt package

=== bleak.backends.winrt.adapter
import bleak.backends.device as _loopmend_0
import sys
from typing import TYPE_CHECKING, Any
if TYPE_CHECKING:
 if sys.platform != "win32":
  ...
from uuid import UUID
from winrt.system import unbox_string
from winrt.windows.devices.bluetooth import ( BluetoothCacheMode, BluetoothConnectionStatus, BluetoothDeviceId, BluetoothLEDevice, )
from winrt.windows.devices.bluetooth.genericattributeprofile import GattDeviceService
from winrt.windows.devices.enumeration import DeviceInformation
from bleak._compat import Self, override
from bleak.backends.adapter import BaseBleakAdapter
from bleak.backends.device import BLEDevice
from bleak.backends.winrt.util import assert_mta
from bleak.uuids import normalize_uuid_16
class BleakAdapterWinRT(BaseBleakAdapter):
 @classmethod
 @override
 async def get(cls, **kwargs: Any) -> Self: ...
 @override
 async def get_connected_devices(self, service_uuids: frozenset[str]) -> list[BLEDevice]: ...

=== bleak.backends.winrt.client
import asyncio.events as _loopmend_2
import bleak.backends.service as _loopmend_0
import typing as _loopmend_3
import uuid as _loopmend_1
import sys
from typing import TYPE_CHECKING
if TYPE_CHECKING:
 if sys.platform != "win32":
  ...
import asyncio
import logging
import uuid
from collections.abc import Awaitable, Callable
from contextvars import Context
from ctypes import WinError
from typing import Any, Generic, Optional, Protocol, Sequence, TypeVar, Union, cast
from warnings import warn
from winrt.system import Object
from winrt.windows.devices.bluetooth import ( BluetoothAddressType, BluetoothCacheMode, BluetoothError, BluetoothLEDevice, )
from winrt.windows.devices.bluetooth.genericattributeprofile import ( GattCharacteristic, GattCharacteristicProperties, GattClientCharacteristicConfigurationDescriptorValue, GattCommunicationStatus, GattDescriptor, GattDeviceService, GattSession, GattSessionStatus, GattSessionStatusChangedEventArgs, GattValueChangedEventArgs, GattWriteOption, )
from winrt.windows.devices.enumeration import ( DeviceInformation, DeviceInformationCustomPairing, DevicePairingKinds, DevicePairingProtectionLevel, DevicePairingRequestedEventArgs, DevicePairingResultStatus, DeviceUnpairingResultStatus, )
from winrt.windows.foundation import ( AsyncStatus, EventRegistrationToken, IAsyncOperation, )
from winrt.windows.storage.streams import Buffer
from bleak import BleakScanner
from bleak._compat import Self, assert_never, override
from bleak._compat import timeout as async_timeout
from bleak.args import SizedBuffer
from bleak.args.winrt import WinRTClientArgs as _WinRTClientArgs
from bleak.assigned_numbers import gatt_char_props_to_strs
from bleak.backends._utils import try_call_soon_threadsafe
from bleak.backends.characteristic import BleakGATTCharacteristic
from bleak.backends.client import BaseBleakClient, NotifyCallback
from bleak.backends.descriptor import BleakGATTDescriptor
from bleak.backends.device import BLEDevice
from bleak.backends.service import BleakGATTService, BleakGATTServiceCollection
from bleak.backends.winrt.scanner import BleakScannerWinRT, RawAdvData
from bleak.exc import BleakDeviceNotFoundError, BleakError, BleakGATTProtocolError
logger = logging.getLogger(__name__)
_T = TypeVar("_T")
def __getattr__(name: str): ...
class _Result(Protocol):
 @property
 def status(self) -> GattCommunicationStatus: ...
 @property
 def protocol_error(self) -> Optional[int]: ...
def _address_to_int(address: str) -> int: ...
_E_CANCELLED: int
def _ensure_success(result: _Result, attr: Optional[str], fail_msg: str) -> Any: ...
class BleakClientWinRT(BaseBleakClient):
 def __init__(self, address_or_ble_device: Union[BLEDevice, str], services: Optional[set[str]] = None, *, disconnected_callback: Callable[[], None] | None, timeout: float, winrt: _WinRTClientArgs, **kwargs: Any) -> None: ...
 def __str__(self) -> str: ...
 async def _create_requester(self, bluetooth_address: int) -> BluetoothLEDevice: ...
 @override
 async def connect(self, pair: bool, **kwargs: Any) -> None: ...
 @override
 async def disconnect(self) -> None: ...
 @property
 @override
 def is_connected(self) -> bool: ...
 @property
 @override
 def name(self) -> str: ...
 @property
 @override
 def mtu_size(self) -> int: ...
 @override
 async def pair(self, **kwargs: Any) -> None: ...
 @override
 async def unpair(self) -> None: ...
 async def _get_services(self, *, service_cache_mode: Optional[BluetoothCacheMode] = None, cache_mode: Optional[BluetoothCacheMode] = None, **kwargs: Any) -> BleakGATTServiceCollection: ...
 async def _await_gatt_io(self, operation: Awaitable[_T]) -> _T: ...
 @override
 async def read_gatt_char(self, characteristic: BleakGATTCharacteristic, *, use_cached: bool = ..., **kwargs: Any) -> bytearray: ...
 @override
 async def read_gatt_descriptor(self, descriptor: BleakGATTDescriptor, *, use_cached: bool = ..., **kwargs: Any) -> bytearray: ...
 @override
 async def write_gatt_char(self, characteristic: BleakGATTCharacteristic, data: SizedBuffer, response: bool) -> None: ...
 @override
 async def write_gatt_descriptor(self, descriptor: BleakGATTDescriptor, data: SizedBuffer) -> None: ...
 @override
 async def start_notify(self, characteristic: BleakGATTCharacteristic, callback: NotifyCallback, **kwargs: Any) -> None: ...
 @override
 async def stop_notify(self, characteristic: BleakGATTCharacteristic) -> None: ...
 services: None | _loopmend_0.BleakGATTServiceCollection
 _device_info: int | None
 _requested_services: None | list[_loopmend_1.UUID]
 _requester: Optional[BluetoothLEDevice]
 _services_changed_events: list[asyncio.Event]
 _session_active_events: list[asyncio.Event]
 _session: Optional[GattSession]
 _notification_callbacks: dict[int, EventRegistrationToken]
 _use_cached_services: None | object
 _address_type: None | object
 _retry_on_services_changed: bool
 _services_changed_token: Optional[EventRegistrationToken]
 _session_status_changed_token: Optional[EventRegistrationToken]
 _max_pdu_size_changed_token: Optional[EventRegistrationToken]
T = TypeVar("T")
class FutureLike(Generic[T]):
 _asyncio_future_blocking = False
 def __init__(self: Self, op: IAsyncOperation[T]) -> None: ...
 def result(self) -> T: ...
 def done(self) -> bool: ...
 def cancelled(self) -> bool: ...
 def add_done_callback(self, callback: Callable[[Self], None], *, context: Optional[Context] = None) -> None: ...
 def remove_done_callback(self, callback: Callable[[Self], None]) -> None: ...
 def cancel(self, msg: Optional[str] = None) -> bool: ...
 def exception(self) -> Optional[Exception]: ...
 def get_loop(self) -> asyncio.AbstractEventLoop: ...
 def __await__(self) -> _loopmend_3.Generator: ...
 _cancel_op: _loopmend_3.Any
 _callbacks: list[Callable[[Self], None]]
 _loop: _loopmend_2.AbstractEventLoop
 _cancel_requested: bool
 _result: None
 _error_code: int
 _status: Optional[AsyncStatus]

=== bleak.backends.winrt.scanner
import typing as _loopmend_0
import sys
from typing import TYPE_CHECKING, Any
if TYPE_CHECKING:
 if sys.platform != "win32":
  ...
import asyncio
import logging
from typing import Literal, NamedTuple, Optional
from uuid import UUID
from winrt.windows.devices.bluetooth import BluetoothAdapter
from winrt.windows.devices.bluetooth.advertisement import ( BluetoothLEAdvertisementReceivedEventArgs, BluetoothLEAdvertisementType, BluetoothLEAdvertisementWatcher, BluetoothLEAdvertisementWatcherStatus, BluetoothLEAdvertisementWatcherStoppedEventArgs, BluetoothLEScanningMode, )
from winrt.windows.devices.radios import RadioState
from winrt.windows.foundation import EventRegistrationToken
from bleak._compat import override
from bleak.assigned_numbers import AdvertisementDataType
from bleak.backends._utils import try_call_soon_threadsafe
from bleak.backends.scanner import ( AdvertisementData, AdvertisementDataCallback, BaseBleakScanner, )
from bleak.backends.winrt.util import assert_mta
from bleak.exc import ( BleakBluetoothNotAvailableError, BleakBluetoothNotAvailableReason, BleakError, )
from bleak.uuids import normalize_uuid_str
logger = logging.getLogger(__name__)
def _format_bdaddr(a: int) -> str: ...
def _format_event_args(e: BluetoothLEAdvertisementReceivedEventArgs) -> str: ...
class RawAdvData(NamedTuple):
 adv: Optional[BluetoothLEAdvertisementReceivedEventArgs]
 scan: Optional[BluetoothLEAdvertisementReceivedEventArgs]
class BleakScannerWinRT(BaseBleakScanner):
 def __init__(self, detection_callback: Optional[AdvertisementDataCallback], service_uuids: Optional[list[str]], scanning_mode: Literal["active", "passive"], **kwargs: Any) -> None: ...
 def _received_handler(self, sender: BluetoothLEAdvertisementWatcher, event_args: BluetoothLEAdvertisementReceivedEventArgs) -> None: ...
 def _stopped_handler(self, sender: BluetoothLEAdvertisementWatcher, e: BluetoothLEAdvertisementWatcherStoppedEventArgs) -> None: ...
 @override
 async def start(self) -> None: ...
 @override
 async def stop(self) -> None: ...
 watcher: Optional[BluetoothLEAdvertisementWatcher]
 _advertisement_pairs: dict[str, RawAdvData]
 _stopped_event: Optional[asyncio.Event]
 _scanning_mode: _loopmend_0.Any
 _signal_strength_filter: _loopmend_0.Any
 _advertisement_filter: _loopmend_0.Any
 _received_token: Optional[EventRegistrationToken]
 _stopped_token: Optional[EventRegistrationToken]
 seen_devices: dict

=== bleak.backends.winrt.util
import bleak.backends.winrt.util as _loopmend_1
import typing as _loopmend_0
import sys
from typing import TYPE_CHECKING, Any
if TYPE_CHECKING:
 if sys.platform != "win32":
  ...
import asyncio
import ctypes
from ctypes import wintypes
from enum import IntEnum
from bleak._compat import timeout as async_timeout
from bleak.exc import BleakError
def _check_result(result: int, func: Any, args: Any) -> Any: ...
def check_hresult(result: int, func: Any, args: Any) -> Any: ...
_UINT_PTR = wintypes.WPARAM
_TIMERPROC: _loopmend_0.Any
_SET_TIMER_PROTOTYPE: _loopmend_0.Any
_SET_TIMER_PARAM_FLAGS: tuple[tuple[int, str, None], tuple[int, str], tuple[int, str], tuple[int, str, None]]
_SetTimer: _loopmend_0.Any
_KILL_TIMER_PROTOTYPE: _loopmend_0.Any
_KILL_TIMER_PARAM_FLAGS: tuple[tuple[int, str, None], tuple[int, str]]
_KillTimer: _loopmend_0.Any
_CO_GET_APARTMENT_TYPE_PROTOTYPE: _loopmend_0.Any
_CO_GET_APARTMENT_TYPE_PARAM_FLAGS: tuple[tuple[int, str, None], tuple[int, str, None]]
_CoGetApartmentType: _loopmend_0.Any
_CO_E_NOTINITIALIZED: int
class _AptType(IntEnum):
 CURRENT: int
 STA = 0
 MTA = 1
 NA = 2
 MAIN_STA = 3
class _AptQualifierType(IntEnum):
 NONE = 0
 IMPLICIT_MTA = 1
 NA_ON_MTA = 2
 NA_ON_STA = 3
 NA_ON_IMPLICIT_STA = 4
 NA_ON_MAIN_STA = 5
 APPLICATION_STA = 6
 RESERVED_1 = 7
def _get_apartment_type() -> tuple[_AptType, _AptQualifierType]: ...
async def assert_mta() -> None: ...
def allow_sta() -> None: ...
def uninitialize_sta() -> None: ...

