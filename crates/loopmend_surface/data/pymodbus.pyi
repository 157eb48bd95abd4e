# pymodbus 3.16.1 BSD-3-Clause
=== pymodbus package
__all__ = [ "ExceptionResponse", "FramerType", "Log", "ModbusDeviceIdentification", "ModbusException", "__version__", "__version_full__", "pymodbus_apply_logging_config", ]
from .exceptions import ModbusException
from .framer import FramerType
from .logging import Log, pymodbus_apply_logging_config
from .pdu import ExceptionResponse
from .pdu.device import ModbusDeviceIdentification
__version__ = "3.16.1"
__version_full__: str

=== pymodbus.client package
__all__ = [ "AsyncModbusSerialClient", "AsyncModbusTcpClient", "AsyncModbusTlsClient", "AsyncModbusUdpClient", "ModbusBaseClient", "ModbusBaseSyncClient", "ModbusSerialClient", "ModbusTcpClient", "ModbusTlsClient", "ModbusUdpClient", ]
from .base import ModbusBaseClient, ModbusBaseSyncClient
from .serial import AsyncModbusSerialClient, ModbusSerialClient
from .tcp import AsyncModbusTcpClient, ModbusTcpClient
from .tls import AsyncModbusTlsClient, ModbusTlsClient
from .udp import AsyncModbusUdpClient, ModbusUdpClient

=== pymodbus.client.base
import pymodbus.client.base as _loopmend_2
import pymodbus.pdu.pdu as _loopmend_0
import pymodbus.transaction.transaction as _loopmend_4
import pymodbus.transport.transport as _loopmend_3
import typing as _loopmend_1
from __future__ import annotations
from abc import abstractmethod
from collections.abc import Awaitable, Callable
from ..exceptions import ConnectionException
from ..framer import FRAMER_NAME_TO_CLASS, FramerBase, FramerType
from ..logging import Log
from ..pdu import DecodePDU, ModbusPDU
from ..transaction import TransactionManager
from ..transport import CommParams
from .mixin import ModbusClientMixin
class ModbusBaseClient(ModbusClientMixin[Awaitable[ModbusPDU]]):
 def __init__(self, framer: FramerType, retries: int, comm_params: CommParams, trace_packet: Callable[[bool, bytes], bytes] | None, trace_pdu: Callable[[bool, ModbusPDU], ModbusPDU] | None, trace_connect: Callable[[bool], None] | None) -> None: ...
 @property
 def connected(self) -> bool: ...
 async def connect(self) -> bool: ...
 def register(self, custom_response_class: type[ModbusPDU]) -> None: ...
 def close(self) -> None: ...
 def execute(self, no_response_expected: bool, request: ModbusPDU) -> _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, _loopmend_0.ModbusPDU]: ...
 def set_max_no_responses(self, max_count: int) -> None: ...
 async def __aenter__(self) -> _loopmend_2.ModbusBaseClient: ...
 async def __aexit__(self, klass, value, traceback) -> None: ...
 def __str__(self) -> str: ...
 comm_params: _loopmend_3.CommParams
 ctx: _loopmend_4.TransactionManager
class ModbusBaseSyncClient(ModbusClientMixin[ModbusPDU]):
 def __init__(self, framer: FramerType, retries: int, comm_params: CommParams, trace_packet: Callable[[bool, bytes], bytes] | None, trace_pdu: Callable[[bool, ModbusPDU], ModbusPDU] | None, trace_connect: Callable[[bool], None] | None) -> None: ...
 def register(self, custom_response_class: type[ModbusPDU]) -> None: ...
 def execute(self, no_response_expected: bool, request: ModbusPDU) -> ModbusPDU: ...
 def set_max_no_responses(self, max_count: int) -> None: ...
 @abstractmethod
 def send(self, request: bytes, addr: tuple | None = None) -> int: ...
 @abstractmethod
 def recv(self, size: int | None) -> bytes: ...
 def connect(self) -> bool: ...
 def close(self): ...
 def __enter__(self) -> _loopmend_2.ModbusBaseSyncClient: ...
 def __exit__(self, klass, value, traceback) -> None: ...
 def __str__(self) -> str: ...
 framer: FramerBase
 retries: int
 comm_params: _loopmend_3.CommParams
 transaction: _loopmend_4.TransactionManager
 reconnect_delay_current: float | int
 use_udp: bool

=== pymodbus.client.mixin
from __future__ import annotations
import enum
import struct
from collections.abc import Sequence
from typing import Generic, Literal, TypeVar, cast
from ..constants import ModbusStatus
from ..exceptions import ModbusException
from ..pdu import bit_message as pdu_bit
from ..pdu import diag_message as pdu_diag
from ..pdu import file_message as pdu_file_msg
from ..pdu import mei_message as pdu_mei
from ..pdu import other_message as pdu_other_msg
from ..pdu import register_message as pdu_reg
from ..pdu.pdu import ModbusPDU
from ..pdu.utils import pack_bitstring, unpack_bitstring
T = TypeVar("T", covariant=False)
class ModbusClientMixin(Generic[T]):
 def __init__(self): ...
 def execute(self, no_response_expected: bool, request: ModbusPDU) -> T: ...
 def read_coils(self, address: int, *, count: int = ..., device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def read_discrete_inputs(self, address: int, *, count: int = ..., device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def read_holding_registers(self, address: int, *, count: int = ..., device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def read_input_registers(self, address: int, *, count: int = ..., device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def write_coil(self, address: int, value: bool, *, device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def write_register(self, address: int, value: int, *, device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def read_exception_status(self, *, device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def diag_query_data(self, msg: bytes, *, device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def diag_restart_communication(self, toggle: bool, *, device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def diag_read_diagnostic_register(self, *, device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def diag_change_ascii_input_delimeter(self, *, delimiter: int = ..., device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def diag_force_listen_only(self, *, device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def diag_clear_counters(self, *, device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def diag_read_bus_message_count(self, *, device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def diag_read_bus_comm_error_count(self, *, device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def diag_read_bus_exception_error_count(self, *, device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def diag_read_device_message_count(self, *, device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def diag_read_device_no_response_count(self, *, device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def diag_read_device_nak_count(self, *, device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def diag_read_device_busy_count(self, *, device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def diag_read_bus_char_overrun_count(self, *, device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def diag_read_iop_overrun_count(self, *, device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def diag_clear_overrun_counter(self, *, device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def diag_getclear_modbus_response(self, *, data: int = ..., device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def diag_get_comm_event_counter(self, *, device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def diag_get_comm_event_log(self, *, device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def write_coils(self, address: int, values: Sequence[bool], *, device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def write_registers(self, address: int, values: Sequence[int], *, device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def report_device_id(self, *, device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def read_file_record(self, records: list[pdu_file_msg.FileRecord], *, device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def write_file_record(self, records: list[pdu_file_msg.FileRecord], *, device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def mask_write_register(self, *, address: int = ..., and_mask: int = ..., or_mask: int = ..., device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def readwrite_registers(self, *, read_address: int = ..., read_count: int = ..., write_address: int = ..., address: int | None = None, values: Sequence[int] | None = None, device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def read_fifo_queue(self, *, address: int = ..., device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 def read_device_information(self, *, read_code: int | None = None, object_id: int = ..., device_id: int = ..., no_response_expected: bool = ...) -> T: ...
 class DATATYPE(enum.Enum):
  INT16: tuple[str, int]
  UINT16: tuple[str, int]
  INT32: tuple[str, int]
  UINT32: tuple[str, int]
  INT64: tuple[str, int]
  UINT64: tuple[str, int]
  FLOAT32: tuple[str, int]
  FLOAT64: tuple[str, int]
  STRING: tuple[str, int]
  BITS: tuple[str, int]
 @classmethod
 def convert_from_registers(cls, registers: Sequence[int], data_type: DATATYPE, word_order: Literal["big", "little"] = ..., string_encoding: str = ...) -> int | float | str | list[bool] | list[int] | list[float]: ...
 @classmethod
 def convert_to_registers(cls, value: int | float | str | list[bool] | list[int] | list[float], data_type: DATATYPE, word_order: Literal["big", "little"] = ..., string_encoding: str = ...) -> list[int]: ...
 @classmethod
 def _get_reversed_registers(cls, regs: list[int], data_type: DATATYPE) -> list[int]: ...

=== pymodbus.client.serial
import pymodbus.transport.transport as _loopmend_0
from __future__ import annotations
import contextlib
import sys
import time
from collections.abc import Callable
from functools import partial
from ..exceptions import ConnectionException
from ..framer import FramerType
from ..logging import Log
from ..pdu import ModbusPDU
from ..transport import CommParams, CommType
from .base import ModbusBaseClient, ModbusBaseSyncClient
import serial
class AsyncModbusSerialClient(ModbusBaseClient):
 def __init__(self, port: str, *, framer: FramerType = ..., baudrate: int = ..., bytesize: int = ..., parity: str = ..., stopbits: int = ..., handle_local_echo: bool = ..., name: str = ..., reconnect_delay: float = ..., reconnect_delay_max: float = ..., timeout: float = ..., retries: int = ..., trace_packet: Callable[[bool, bytes], bytes] | None = None, trace_pdu: Callable[[bool, ModbusPDU], ModbusPDU] | None = None, trace_connect: Callable[[bool], None] | None = None) -> None: ...
 comm_params: _loopmend_0.CommParams
class ModbusSerialClient(ModbusBaseSyncClient):
 def __init__(self, port: str, *, framer: FramerType = ..., baudrate: int = ..., bytesize: int = ..., parity: str = ..., stopbits: int = ..., handle_local_echo: bool = ..., name: str = ..., reconnect_delay: float = ..., reconnect_delay_max: float = ..., timeout: float = ..., retries: int = ..., trace_packet: Callable[[bool, bytes], bytes] | None = None, trace_pdu: Callable[[bool, ModbusPDU], ModbusPDU] | None = None, trace_connect: Callable[[bool], None] | None = None) -> None: ...
 @property
 def connected(self) -> bool: ...
 def connect(self) -> bool: ...
 def close(self) -> None: ...
 def _in_waiting(self): ...
 def send(self, request: bytes, addr: tuple | None = None) -> int: ...
 def _wait_for_data(self) -> int: ...
 def recv(self, size: int | None) -> bytes: ...
 def is_socket_open(self) -> bool: ...
 def __repr__(self) -> str: ...
 comm_params: _loopmend_0.CommParams
 socket: serial.Serial | None
 _t0: float
 _recv_interval: float
 inter_byte_timeout: float

=== pymodbus.client.tcp
import pymodbus.transport.transport as _loopmend_0
from __future__ import annotations
import select
import socket
import time
from collections.abc import Callable
from ssl import SSLWantReadError
from ..exceptions import ConnectionException
from ..framer import FramerType
from ..logging import Log
from ..pdu import ModbusPDU
from ..transport import CommParams, CommType
from .base import ModbusBaseClient, ModbusBaseSyncClient
class AsyncModbusTcpClient(ModbusBaseClient):
 def __init__(self, host: str, *, framer: FramerType = ..., port: int = ..., name: str = ..., source_address: tuple[str, int] | None = None, reconnect_delay: float = ..., reconnect_delay_max: float = ..., timeout: float = ..., retries: int = ..., trace_packet: Callable[[bool, bytes], bytes] | None = None, trace_pdu: Callable[[bool, ModbusPDU], ModbusPDU] | None = None, trace_connect: Callable[[bool], None] | None = None) -> None: ...
 comm_params: _loopmend_0.CommParams
class ModbusTcpClient(ModbusBaseSyncClient):
 def __init__(self, host: str, *, framer: FramerType = ..., port: int = ..., name: str = ..., source_address: tuple[str, int] | None = None, reconnect_delay: float = ..., reconnect_delay_max: float = ..., timeout: float = ..., retries: int = ..., trace_packet: Callable[[bool, bytes], bytes] | None = None, trace_pdu: Callable[[bool, ModbusPDU], ModbusPDU] | None = None, trace_connect: Callable[[bool], None] | None = None) -> None: ...
 @property
 def connected(self) -> bool: ...
 def connect(self) -> bool: ...
 def close(self) -> None: ...
 def send(self, request, addr: tuple | None = None) -> int: ...
 def recv(self, size: int | None) -> bytes: ...
 def _handle_abrupt_socket_close(self, size: int | None, data: list[bytes], duration: float) -> bytes: ...
 def is_socket_open(self) -> bool: ...
 def __repr__(self) -> str: ...
 socket: socket.socket | None
 comm_params: _loopmend_0.CommParams

=== pymodbus.client.tls
import pymodbus.transport.transport as _loopmend_0
import ssl as _loopmend_1
from __future__ import annotations
import socket
import ssl
from collections.abc import Callable
from ..framer import FramerType
from ..logging import Log
from ..pdu import ModbusPDU
from ..transport import CommParams, CommType
from .tcp import AsyncModbusTcpClient, ModbusTcpClient
class AsyncModbusTlsClient(AsyncModbusTcpClient):
 def __init__(self, host: str, *, sslctx: ssl.SSLContext = ..., framer: FramerType = ..., port: int = ..., name: str = ..., source_address: tuple[str, int] | None = None, reconnect_delay: float = ..., reconnect_delay_max: float = ..., timeout: float = ..., retries: int = ..., trace_packet: Callable[[bool, bytes], bytes] | None = None, trace_pdu: Callable[[bool, ModbusPDU], ModbusPDU] | None = None, trace_connect: Callable[[bool], None] | None = None) -> None: ...
 comm_params: _loopmend_0.CommParams
class ModbusTlsClient(ModbusTcpClient):
 def __init__(self, host: str, *, sslctx: ssl.SSLContext = ..., framer: FramerType = ..., port: int = ..., name: str = ..., source_address: tuple[str, int] | None = None, reconnect_delay: float = ..., reconnect_delay_max: float = ..., timeout: float = ..., retries: int = ..., trace_packet: Callable[[bool, bytes], bytes] | None = None, trace_pdu: Callable[[bool, ModbusPDU], ModbusPDU] | None = None, trace_connect: Callable[[bool], None] | None = None) -> None: ...
 @property
 def connected(self) -> bool: ...
 def connect(self) -> bool: ...
 def __repr__(self) -> str: ...
 socket: _loopmend_1.SSLSocket
 comm_params: _loopmend_0.CommParams

=== pymodbus.client.udp
import pymodbus.transport.transport as _loopmend_0
from __future__ import annotations
import socket
from collections.abc import Callable
from ..exceptions import ConnectionException
from ..framer import FramerType
from ..logging import Log
from ..pdu import ModbusPDU
from ..transport import CommParams, CommType
from .base import ModbusBaseClient, ModbusBaseSyncClient
DGRAM_TYPE = socket.SOCK_DGRAM
class AsyncModbusUdpClient(ModbusBaseClient):
 def __init__(self, host: str, *, framer: FramerType = ..., port: int = ..., name: str = ..., source_address: tuple[str, int] | None = None, reconnect_delay: float = ..., reconnect_delay_max: float = ..., timeout: float = ..., retries: int = ..., trace_packet: Callable[[bool, bytes], bytes] | None = None, trace_pdu: Callable[[bool, ModbusPDU], ModbusPDU] | None = None, trace_connect: Callable[[bool], None] | None = None) -> None: ...
 source_address: None | tuple[str, int]
 comm_params: _loopmend_0.CommParams
class ModbusUdpClient(ModbusBaseSyncClient):
 def __init__(self, host: str, *, framer: FramerType = ..., port: int = ..., name: str = ..., source_address: tuple[str, int] | None = None, reconnect_delay: float = ..., reconnect_delay_max: float = ..., timeout: float = ..., retries: int = ..., trace_packet: Callable[[bool, bytes], bytes] | None = None, trace_pdu: Callable[[bool, ModbusPDU], ModbusPDU] | None = None, trace_connect: Callable[[bool], None] | None = None) -> None: ...
 @property
 def connected(self) -> bool: ...
 def connect(self) -> bool: ...
 def close(self) -> None: ...
 def send(self, request: bytes, addr: tuple | None = None) -> int: ...
 def recv(self, size: int | None) -> bytes: ...
 def is_socket_open(self) -> bool: ...
 def __repr__(self) -> str: ...
 socket: socket.socket | None
 comm_params: _loopmend_0.CommParams

=== pymodbus.datastore package
__all__ = [ "CellType", "ModbusDeviceContext", "ModbusSequentialDataBlock", "ModbusServerContext", "ModbusSimulatorContext", "ModbusSparseDataBlock", ]
from .context import ( ModbusDeviceContext, ModbusServerContext, )
from .sequential import ModbusSequentialDataBlock
from .simulator import CellType, ModbusSimulatorContext
from .sparse import ModbusSparseDataBlock

=== pymodbus.datastore.context
import pymodbus.constants as _loopmend_3
import pymodbus.datastore.context as _loopmend_1
import pymodbus.datastore.simulator as _loopmend_2
import pymodbus.simulator.simdevice as _loopmend_0
from __future__ import annotations
from collections.abc import Sequence
from copy import deepcopy
from ..constants import ExcCodes
from ..exceptions import NoSuchIdException
from ..logging import Log
from ..simulator.simdata import DataType
from ..simulator.simdevice import SimDevice
from .sequential import ModbusSequentialDataBlock
from .simulator import ModbusSimulatorContext
from .sparse import ModbusSparseDataBlock
class ModbusDeviceContext:
 _fx_mapper: dict[int, str]
 def __build_data(self, simdata) -> None: ...
 def __init__(self, *_args, di: ModbusSequentialDataBlock | ModbusSparseDataBlock | None = None, co: ModbusSequentialDataBlock | ModbusSparseDataBlock | None = None, ir: ModbusSequentialDataBlock | ModbusSparseDataBlock | None = None, hr: ModbusSequentialDataBlock | ModbusSparseDataBlock | None = None) -> None: ...
 simdevice: _loopmend_0.SimDevice
class ModbusServerContext:
 def __init__(self, devices: dict[int, ModbusDeviceContext | ModbusSimulatorContext] | ModbusDeviceContext | ModbusSimulatorContext | None = None, single = ...) -> None: ...
 def __get_device(self, device_id: int) -> ModbusDeviceContext | ModbusSimulatorContext: ...
 async def async_getValues(self, device_id: int, func_code: int, address: int, count: int = ...) -> list[int] | list[bool] | ExcCodes: ...
 async def async_setValues(self, device_id: int, func_code: int, address: int, values: Sequence[int] | Sequence[bool]) -> ExcCodes | None: ...
 def device_ids(self) -> list[int]: ...
 old_simulator: bool
 _devices: dict[int, ModbusDeviceContext | ModbusSimulatorContext]
 simdevices: list[SimDevice]

=== pymodbus.datastore.simulator
import pymodbus.constants as _loopmend_2
import pymodbus.datastore.simulator as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
import dataclasses
import enum
import random
import struct
from collections.abc import Callable
from datetime import datetime
from typing import Any
from ..constants import ExcCodes
from ..logging import Log
WORD_SIZE = 16
class CellType(enum.IntEnum):
 INVALID = enum.auto()
 BITS = enum.auto()
 INT16 = enum.auto()
 UINT16 = enum.auto()
 INT32 = enum.auto()
 UINT32 = enum.auto()
 INT64 = enum.auto()
 UINT64 = enum.auto()
 FLOAT32 = enum.auto()
 FLOAT64 = enum.auto()
 STRING = enum.auto()
 NEXT = enum.auto()
 @classmethod
 def register_count(cls, celltype: CellType) -> int: ...
 @classmethod
 def is_int(cls, celltype: CellType) -> bool: ...
 @classmethod
 def is_64(cls, celltype: CellType) -> bool: ...
@dataclasses.dataclass(repr=False, eq=False)
class Cell:
 type: CellType = CellType.INVALID
 access: bool = False
 value: int = 0
 action: int = 0
 action_parameters: dict[str, Any] | None = None
 count_read: int = 0
 count_write: int = 0
class TextCell:
 type: str
 access: str
 value: str
 action: str
 action_parameters: str
 count_read: str
 count_write: str
@dataclasses.dataclass
class Label:
 action: str = "action"
 addr: str = "addr"
 any: str = "any"
 co_size: str = "co size"
 defaults: str = "defaults"
 di_size: str = "di size"
 hr_size: str = "hr size"
 increment: str = "increment"
 invalid: str = "invalid"
 ir_size: str = "ir size"
 parameters: str = "parameters"
 method: str = "method"
 next: str = "next"
 none: str = "none"
 random: str = "random"
 repeat: str = "repeat"
 reset: str = "reset"
 setup: str = "setup"
 shared_blocks: str = "shared blocks"
 timestamp: str = "timestamp"
 repeat_to: str = "to"
 type: str = "type"
 type_bits = "bits"
 type_exception: str = "type exception"
 type_int16: str = "int16"
 type_uint16: str = "uint16"
 type_int32: str = "int32"
 type_uint32: str = "uint32"
 type_int64: str = "int64"
 type_uint64: str = "uint64"
 type_float32: str = "float32"
 type_float64: str = "float64"
 type_string: str = "string"
 uptime: str = "uptime"
 value: str = "value"
 write: str = "write"
 @classmethod
 def try_get(cls, key: str, config_part: dict[str, Any]) -> Any: ...
 @classmethod
 def try_get_default(cls, key: str, config_part: dict[str, Any], default_value: Any) -> Any: ...
class Setup:
 def __init__(self, runtime: Any) -> None: ...
 def handle_type(self, celltype: CellType, start: int, stop: int, value: int | float | str, action, action_parameters) -> None: ...
 def handle_type_string(self, start, stop, value, action, action_parameters) -> None: ...
 def handle_setup_section(self) -> None: ...
 def handle_invalid_address(self) -> None: ...
 def handle_write_allowed(self) -> None: ...
 def handle_types(self) -> None: ...
 def handle_repeat(self) -> None: ...
 def setup(self, config, custom_actions) -> None: ...
 runtime: _loopmend_0.Any
 config: Any
 config_types: dict[str, dict[str, Any]]
class ModbusSimulatorContext:
 start_time = int(datetime.now().timestamp())
 def __init__(self, config: dict[str, Any], custom_actions: dict[str, Callable] | None) -> None: ...
 def get_text_register(self, register) -> tuple[str, _loopmend_1.TextCell]: ...
 _write_func_code: tuple[int, int, int, int, int, int]
 _bits_func_code: tuple[int, int, int, int]
 def loop_validate(self, address, end_address, fx_write) -> bool: ...
 def validate(self, func_code, address, count = ...) -> bool: ...
 async def async_OLD_getValues(self, func_code, address, count = ...) -> list[int] | list[bool] | ExcCodes: ...
 async def async_OLD_setValues(self, func_code, address, values) -> ExcCodes | None: ...
 @classmethod
 def action_random(cls, registers: list[Cell], inx: int, minval: int | float = ..., maxval: int | float = ...) -> None: ...
 @classmethod
 def action_increment(cls, registers: list[Cell], inx: int, minval: int | float | None = None, maxval: int | float | None = None) -> None: ...
 @classmethod
 def action_timestamp(cls, registers, inx, **_parameters) -> None: ...
 @classmethod
 def action_reset(cls, _registers, _inx, **_parameters): ...
 @classmethod
 def action_uptime(cls, registers, inx, **_parameters) -> None: ...
 @classmethod
 def build_registers_from_value(cls, value: int | float | str, celltype: CellType) -> list[int]: ...
 @classmethod
 def build_value_from_registers(cls, registers: list[Cell] | list[int], celltype: CellType) -> int | float: ...
 register_count: int
 type_exception: bool
 registers: list[Cell]
 fc_offset: dict[int, int]
 action_id_to_name: list[str]
 action_methods: list[Callable]
 action_name_to_id: dict[str, int]

=== pymodbus.pdu package
__all__ = [ "DecodePDU", "DiagnosticBase", "ExceptionResponse", "FileRecord", "ModbusPDU", "ReadCoilsRequest", "ReadDeviceInformationRequest", "ReadExceptionStatusRequest", "ReadHoldingRegistersRequest", ]
from .bit_message import ReadCoilsRequest
from .decoders import DecodePDU
from .diag_message import DiagnosticBase
from .exceptionresponse import ExceptionResponse
from .file_message import FileRecord
from .mei_message import ReadDeviceInformationRequest
from .other_message import ReadExceptionStatusRequest
from .pdu import ModbusPDU
from .register_message import ReadHoldingRegistersRequest

=== pymodbus.pdu.bit_message
import pymodbus.pdu.pdu as _loopmend_0
import typing as _loopmend_1
import struct
from collections.abc import Sequence
from typing import cast
from ..constants import ExcCodes, ModbusStatus
from ..datastore import ModbusServerContext
from .decoders import DecodePDU
from .exceptionresponse import ExceptionResponse
from .pdu import ModbusPDU
from .utils import pack_bitstring, unpack_bitstring
class ReadCoilsRequest(ModbusPDU):
 rtu_frame_size = 8
 function_code = 1
 MAX_COUNT = 2000
 def encode(self) -> bytes: ...
 def decode(self, data: bytes) -> None: ...
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
 address: _loopmend_1.Any
 count: _loopmend_1.Any
class ReadDiscreteInputsRequest(ReadCoilsRequest):
 function_code = 2
class ReadCoilsResponse(ModbusPDU):
 function_code = 1
 rtu_byte_count_pos = 2
 def encode(self) -> bytes: ...
 def decode(self, data: bytes) -> None: ...
 bits: list[bool]
class ReadDiscreteInputsResponse(ReadCoilsResponse):
 function_code = 2
class WriteSingleCoilResponse(ModbusPDU):
 function_code = 5
 rtu_frame_size = 8
 def encode(self) -> bytes: ...
 def decode(self, data: bytes) -> None: ...
 address: _loopmend_1.Any
 bits: list[bool]
class WriteSingleCoilRequest(WriteSingleCoilResponse):
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
class WriteMultipleCoilsRequest(ModbusPDU):
 function_code = 15
 rtu_byte_count_pos = 6
 count: int
 byte_count: int | None
 data_byte_count: int
 MAX_COUNT = 2000
 def __init__(self, address: int = ..., bits: Sequence[bool] | None = None, dev_id: int = ..., transaction_id: int = ...) -> None: ...
 def encode(self) -> bytes: ...
 def decode(self, data: bytes) -> None: ...
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
 address: _loopmend_1.Any
 bits: list[bool]
class WriteMultipleCoilsResponse(ModbusPDU):
 function_code = 15
 rtu_frame_size = 8
 def encode(self) -> bytes: ...
 def decode(self, data: bytes) -> None: ...
 address: _loopmend_1.Any
 count: _loopmend_1.Any

=== pymodbus.pdu.diag_message
import pymodbus.pdu.device as _loopmend_0
import pymodbus.pdu.pdu as _loopmend_1
from __future__ import annotations
import struct
from typing import cast
from ..constants import ModbusPlusOperation
from ..datastore import ModbusServerContext
from .decoders import DecodePDU
from .device import ModbusControlBlock
from .pdu import ModbusPDU
from .utils import pack_bitstring
_MCB: _loopmend_0.ModbusControlBlock
class DiagnosticBase(ModbusPDU):
 function_code = 0x08
 sub_function_code: int = 9999
 rtu_frame_size = 8
 def __init__(self, message: bytes | int | list | tuple | None = ..., dev_id: int = ..., transaction_id: int = ...) -> None: ...
 def encode(self) -> bytes: ...
 @classmethod
 def decode_sub_function_code(cls, data: bytes) -> int: ...
 def decode(self, data: bytes) -> None: ...
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
 message: bytes | int | list | tuple | None
class ReturnQueryDataRequest(DiagnosticBase):
 sub_function_code = 0x0000
class ReturnQueryDataResponse(DiagnosticBase):
 sub_function_code = 0x0000
class RestartCommunicationsOptionRequest(DiagnosticBase):
 sub_function_code = 0x0001
class RestartCommunicationsOptionResponse(DiagnosticBase):
 sub_function_code = 0x0001
class ReturnDiagnosticRegisterRequest(DiagnosticBase):
 sub_function_code = 0x0002
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
class ReturnDiagnosticRegisterResponse(DiagnosticBase):
 sub_function_code = 0x0002
class ChangeAsciiInputDelimiterRequest(DiagnosticBase):
 sub_function_code = 0x0003
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
class ChangeAsciiInputDelimiterResponse(DiagnosticBase):
 sub_function_code = 0x0003
class ForceListenOnlyModeRequest(DiagnosticBase):
 sub_function_code = 0x0004
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
class ForceListenOnlyModeResponse(DiagnosticBase):
 sub_function_code = 0x0004
 def __init__(self, dev_id = ..., transaction_id = ...) -> None: ...
 message: list
class ClearCountersRequest(DiagnosticBase):
 sub_function_code = 0x000A
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
class ClearCountersResponse(DiagnosticBase):
 sub_function_code = 0x000A
class ReturnBusMessageCountRequest(DiagnosticBase):
 sub_function_code = 0x000B
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
class ReturnBusMessageCountResponse(DiagnosticBase):
 sub_function_code = 0x000B
class ReturnBusCommunicationErrorCountRequest(DiagnosticBase):
 sub_function_code = 0x000C
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
class ReturnBusCommunicationErrorCountResponse(DiagnosticBase):
 sub_function_code = 0x000C
class ReturnBusExceptionErrorCountRequest(DiagnosticBase):
 sub_function_code = 0x000D
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
class ReturnBusExceptionErrorCountResponse(DiagnosticBase):
 sub_function_code = 0x000D
class ReturnDeviceMessageCountRequest(DiagnosticBase):
 sub_function_code = 0x000E
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
class ReturnDeviceMessageCountResponse(DiagnosticBase):
 sub_function_code = 0x000E
class ReturnDeviceNoResponseCountRequest(DiagnosticBase):
 sub_function_code = 0x000F
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
class ReturnDeviceNoResponseCountResponse(DiagnosticBase):
 sub_function_code = 0x000F
class ReturnDeviceNAKCountRequest(DiagnosticBase):
 sub_function_code = 0x0010
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
class ReturnDeviceNAKCountResponse(DiagnosticBase):
 sub_function_code = 0x0010
class ReturnDeviceBusyCountRequest(DiagnosticBase):
 sub_function_code = 0x0011
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
class ReturnDeviceBusyCountResponse(DiagnosticBase):
 sub_function_code = 0x0011
class ReturnDeviceBusCharacterOverrunCountRequest(DiagnosticBase):
 sub_function_code = 0x0012
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
class ReturnDeviceBusCharacterOverrunCountResponse(DiagnosticBase):
 sub_function_code = 0x0012
class ReturnIopOverrunCountRequest(DiagnosticBase):
 sub_function_code = 0x0013
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
class ReturnIopOverrunCountResponse(DiagnosticBase):
 sub_function_code = 0x0013
class ClearOverrunCountRequest(DiagnosticBase):
 sub_function_code = 0x0014
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
class ClearOverrunCountResponse(DiagnosticBase):
 sub_function_code = 0x0014
class GetClearModbusPlusRequest(DiagnosticBase):
 sub_function_code = 0x0015
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
 def encode(self) -> bytes: ...
class GetClearModbusPlusResponse(DiagnosticBase):
 sub_function_code = 0x0015
 @classmethod
 def calculateRtuFrameSize(cls, data: bytes) -> int: ...

=== pymodbus.pdu.file_message
import pymodbus.pdu.pdu as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
import struct
from dataclasses import dataclass
from ..datastore import ModbusServerContext
from ..exceptions import ModbusException
from .decoders import DecodePDU
from .pdu import ModbusPDU
@dataclass
class FileRecord:
 file_number: int = 0
 record_number: int = 0
 record_data: bytes = ...
 record_length: int = 0
 def __post_init__(self) -> None: ...
class ReadFileRecordRequest(ModbusPDU):
 function_code = 0x14
 rtu_byte_count_pos = 2
 def __init__(self, records: list[FileRecord] | None = None, dev_id: int = ..., transaction_id: int = ...) -> None: ...
 def encode(self) -> bytes: ...
 def decode(self, data: bytes) -> None: ...
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
 records: list[FileRecord]
class ReadFileRecordResponse(ModbusPDU):
 function_code = 0x14
 rtu_byte_count_pos = 2
 def __init__(self, records: list[FileRecord] | None = None, dev_id: int = ..., transaction_id: int = ...) -> None: ...
 def encode(self) -> bytes: ...
 def decode(self, data: bytes) -> None: ...
 records: list[FileRecord]
class WriteFileRecordRequest(ModbusPDU):
 function_code = 0x15
 rtu_byte_count_pos = 2
 def __init__(self, records: list[FileRecord] | None = None, dev_id: int = ..., transaction_id: int = ...) -> None: ...
 def encode(self) -> bytes: ...
 def decode(self, data: bytes) -> None: ...
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
 records: list[FileRecord]
class WriteFileRecordResponse(ModbusPDU):
 function_code = 0x15
 rtu_byte_count_pos = 2
 def __init__(self, records: list[FileRecord] | None = None, dev_id: int = ..., transaction_id: int = ...) -> None: ...
 def encode(self) -> bytes: ...
 def decode(self, data: bytes) -> None: ...
 records: list[FileRecord]
class ReadFifoQueueRequest(ModbusPDU):
 function_code = 0x18
 rtu_frame_size = 6
 def __init__(self, address: int = ..., dev_id: int = ..., transaction_id: int = ...) -> None: ...
 def encode(self) -> bytes: ...
 def decode(self, data: bytes) -> None: ...
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
 address: _loopmend_1.Any
class ReadFifoQueueResponse(ModbusPDU):
 function_code = 0x18
 @classmethod
 def calculateRtuFrameSize(cls, data: bytes) -> int: ...
 def __init__(self, values: list[int] | None = None, dev_id: int = ..., transaction_id: int = ...) -> None: ...
 def encode(self) -> bytes: ...
 def decode(self, data: bytes) -> None: ...
 values: list | list[int]

=== pymodbus.pdu.mei_message
import pymodbus.pdu.device as _loopmend_0
import pymodbus.pdu.pdu as _loopmend_1
import typing as _loopmend_2
from __future__ import annotations
import struct
from typing import Any
from ..constants import DeviceInformation, ExcCodes, MoreData
from ..datastore import ModbusServerContext
from .decoders import DecodePDU
from .device import DeviceInformationFactory, ModbusControlBlock
from .exceptionresponse import ExceptionResponse
from .pdu import ModbusPDU
_MCB: _loopmend_0.ModbusControlBlock
class _OutOfSpaceException(Exception):
 def __init__(self, oid: int) -> None: ...
 oid: int
class _EncapsulatedInterfaceTransport(ModbusPDU):
 function_code = 0x2B
 @classmethod
 def decode_sub_function_code(cls, data: bytes) -> int: ...
 def decode(self, data: bytes) -> None: ...
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
 sub_function_code: int
class ReadDeviceInformationRequest(ModbusPDU):
 function_code = 0x2B
 sub_function_code = 0x0E
 rtu_frame_size = 7
 def __init__(self, read_code: int | None = None, object_id: int = ..., dev_id: int = ..., transaction_id: int = ...) -> None: ...
 def encode(self) -> bytes: ...
 @classmethod
 def decode_sub_function_code(cls, data: bytes) -> int: ...
 def decode(self, data: bytes) -> None: ...
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
 read_code: _loopmend_2.Any
 object_id: _loopmend_2.Any
class ReadDeviceInformationResponse(ModbusPDU):
 function_code = 0x2B
 sub_function_code = 0x0E
 @classmethod
 def calculateRtuFrameSize(cls, data: bytes) -> int: ...
 def __init__(self, read_code: int | None = None, information: dict[int, Any] | None = None, dev_id: int = ..., transaction_id: int = ...) -> None: ...
 def _encode_object(self, object_id: int, data: bytes | ModbusPDU) -> bytes: ...
 def encode(self) -> bytes: ...
 @classmethod
 def decode_sub_function_code(cls, data: bytes) -> int: ...
 def decode(self, data: bytes) -> None: ...
 read_code: _loopmend_2.Any
 information: dict[int, Any]
 number_of_objects: _loopmend_2.Any
 conformity: _loopmend_2.Any
 next_object_id: _loopmend_2.Any
 more_follows: _loopmend_2.Any
 space_left: int

=== pymodbus.pdu.other_message
import pymodbus.pdu.device as _loopmend_0
import pymodbus.pdu.pdu as _loopmend_1
import typing as _loopmend_2
from __future__ import annotations
import struct
from ..constants import ModbusStatus
from ..datastore import ModbusServerContext
from ..exceptions import ModbusIOException
from .decoders import DecodePDU
from .device import DeviceInformationFactory, ModbusControlBlock
from .pdu import ModbusPDU
_MCB: _loopmend_0.ModbusControlBlock
class ReadExceptionStatusRequest(ModbusPDU):
 function_code = 0x07
 rtu_frame_size = 4
 def encode(self) -> bytes: ...
 def decode(self, data: bytes) -> None: ...
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
class ReadExceptionStatusResponse(ModbusPDU):
 function_code = 0x07
 rtu_frame_size = 5
 def encode(self) -> bytes: ...
 def decode(self, data: bytes) -> None: ...
 status: int
class GetCommEventCounterRequest(ModbusPDU):
 function_code = 0x0B
 rtu_frame_size = 4
 def encode(self) -> bytes: ...
 def decode(self, data: bytes) -> None: ...
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
class GetCommEventCounterResponse(ModbusPDU):
 function_code = 0x0B
 rtu_frame_size = 8
 def encode(self) -> bytes: ...
 def decode(self, data: bytes) -> None: ...
 status: bool
 count: _loopmend_2.Any
class GetCommEventLogRequest(ModbusPDU):
 function_code = 0x0C
 rtu_frame_size = 4
 def encode(self) -> bytes: ...
 def decode(self, data: bytes) -> None: ...
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
class GetCommEventLogResponse(ModbusPDU):
 function_code = 0x0C
 rtu_byte_count_pos = 2
 def __init__(self, status: bool = ..., message_count: int = ..., event_count: int = ..., events: list[int] | None = None, dev_id: int = ..., transaction_id: int = ...) -> None: ...
 def encode(self) -> bytes: ...
 def decode(self, data: bytes) -> None: ...
 status: bool
 message_count: _loopmend_2.Any
 event_count: _loopmend_2.Any
 events: list | list[int]
class ReportDeviceIdRequest(ModbusPDU):
 function_code = 0x11
 rtu_frame_size = 4
 def encode(self) -> bytes: ...
 def decode(self, data: bytes) -> None: ...
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
ID_ON = 0xFF
ID_OFF = 0x00
class ReportDeviceIdResponse(ModbusPDU):
 function_code = 0x11
 rtu_byte_count_pos = 2
 def __init__(self, identifier: bytes = ..., status: bool = ..., dev_id: int = ..., transaction_id: int = ...) -> None: ...
 def encode(self) -> bytes: ...
 def decode(self, data: bytes) -> None: ...
 status: bool
 identifier: bytes
 byte_count: int

=== pymodbus.pdu.pdu
import pymodbus.pdu.pdu as _loopmend_0
from __future__ import annotations
import asyncio
from collections.abc import Sequence
from ..datastore import ModbusServerContext
from ..exceptions import ModbusIOException, NotImplementedException
class ModbusPDU:
 function_code: int = 0
 sub_function_code: int = ...
 rtu_frame_size: int = 0
 rtu_byte_count_pos: int = 0
 def __init__(self, dev_id: int = ..., transaction_id: int = ..., address: int = ..., count: int = ..., bits: Sequence[bool] | None = None, registers: Sequence[int] | None = None, status: int = ...) -> None: ...
 def isError(self) -> bool: ...
 def verifyCount(self, max_count: int, count: int = ...) -> None: ...
 def verifyAddress(self, address: int = ...) -> None: ...
 @classmethod
 def decode_sub_function_code(cls, data: bytes) -> int: ...
 def __str__(self) -> str: ...
 def encode(self) -> bytes: ...
 def decode(self, data: bytes) -> None: ...
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
 @classmethod
 def calculateRtuFrameSize(cls, data: bytes) -> int: ...
 dev_id: int
 transaction_id: int
 address: int
 count: int
 bits: Sequence[bool]
 registers: Sequence[int]
 status: int
 exception_code: int
 fut: asyncio.Future
 retries: int

=== pymodbus.pdu.register_message
import pymodbus.pdu.pdu as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
import struct
from collections.abc import Sequence
from typing import cast
from ..constants import ExcCodes
from ..datastore import ModbusServerContext
from ..exceptions import ModbusIOException
from .decoders import DecodePDU
from .exceptionresponse import ExceptionResponse
from .pdu import ModbusPDU
class ReadHoldingRegistersRequest(ModbusPDU):
 function_code = 3
 rtu_frame_size = 8
 MAX_COUNT = 125
 def encode(self) -> bytes: ...
 def decode(self, data: bytes) -> None: ...
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
 address: _loopmend_1.Any
 count: _loopmend_1.Any
class ReadHoldingRegistersResponse(ModbusPDU):
 function_code = 3
 rtu_byte_count_pos = 2
 def encode(self) -> bytes: ...
 def decode(self, data: bytes) -> None: ...
 registers: list
class ReadInputRegistersRequest(ReadHoldingRegistersRequest):
 function_code = 4
class ReadInputRegistersResponse(ReadHoldingRegistersResponse):
 function_code = 4
class ReadWriteMultipleRegistersRequest(ModbusPDU):
 function_code = 23
 rtu_byte_count_pos = 10
 MAX_READ_COUNT = 125
 MAX_WRITE_COUNT = 121
 def __init__(self, read_address: int = ..., read_count: int = ..., write_address: int = ..., write_registers: Sequence[int] | None = None, dev_id: int = ..., transaction_id: int = ...) -> None: ...
 def encode(self) -> bytes: ...
 def decode(self, data: bytes) -> None: ...
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
 read_address: _loopmend_1.Any
 read_count: _loopmend_1.Any
 write_address: _loopmend_1.Any
 write_registers: _loopmend_1.Sequence[int] | list
 write_count: _loopmend_1.Any
 write_byte_count: _loopmend_1.Any
 _payload_byte_count: int | None
class ReadWriteMultipleRegistersResponse(ReadHoldingRegistersResponse):
 function_code = 23
class WriteSingleRegisterResponse(ModbusPDU):
 function_code = 6
 rtu_frame_size = 8
 def encode(self) -> bytes: ...
 def decode(self, data: bytes) -> None: ...
 address: _loopmend_1.Any
 registers: list
class WriteSingleRegisterRequest(WriteSingleRegisterResponse):
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
class WriteMultipleRegistersRequest(ModbusPDU):
 function_code = 16
 rtu_byte_count_pos = 6
 _pdu_length = 5
 byte_count: int | None = None
 _payload_byte_count: int | None = None
 def encode(self) -> bytes: ...
 def decode(self, data: bytes) -> None: ...
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
 address: _loopmend_1.Any
 count: _loopmend_1.Any
 registers: list
class WriteMultipleRegistersResponse(ModbusPDU):
 function_code = 16
 rtu_frame_size = 8
 def encode(self) -> bytes: ...
 def decode(self, data: bytes) -> None: ...
 address: _loopmend_1.Any
 count: _loopmend_1.Any
class MaskWriteRegisterRequest(ModbusPDU):
 function_code = 0x16
 rtu_frame_size = 10
 def __init__(self, address = ..., and_mask = ..., or_mask = ..., dev_id = ..., transaction_id = ...) -> None: ...
 def encode(self) -> bytes: ...
 def decode(self, data: bytes) -> None: ...
 async def datastore_update(self, context: ModbusServerContext, device_id: int) -> ModbusPDU: ...
 address: _loopmend_1.Any
 and_mask: _loopmend_1.Any
 or_mask: _loopmend_1.Any
class MaskWriteRegisterResponse(ModbusPDU):
 function_code = 0x16
 rtu_frame_size = 10
 def __init__(self, address = ..., and_mask = ..., or_mask = ..., dev_id = ..., transaction_id = ...) -> None: ...
 def encode(self) -> bytes: ...
 def decode(self, data: bytes) -> None: ...
 address: _loopmend_1.Any
 and_mask: _loopmend_1.Any
 or_mask: _loopmend_1.Any

=== pymodbus.server package
__all__ = [ "ModbusBaseServer", "ModbusSerialServer", "ModbusSimulatorServer", "ModbusTcpServer", "ModbusTlsServer", "ModbusUdpServer", "ServerAsyncStop", "ServerStop", "StartAsyncSerialServer", "StartAsyncTcpServer", "StartAsyncTlsServer", "StartAsyncUdpServer", "StartSerialServer", "StartTcpServer", "StartTlsServer", "StartUdpServer", "get_simulator_commandline", ]
from .base import ModbusBaseServer
from .server import ( ModbusSerialServer, ModbusTcpServer, ModbusTlsServer, ModbusUdpServer, )
from .simulator.http_server import ModbusSimulatorServer
from .simulator.main import get_commandline as get_simulator_commandline
from .startstop import ( ServerAsyncStop, ServerStop, StartAsyncSerialServer, StartAsyncTcpServer, StartAsyncTlsServer, StartAsyncUdpServer, StartSerialServer, StartTcpServer, StartTlsServer, StartUdpServer, )

=== pymodbus.server.base
import asyncio.events as _loopmend_7
import pymodbus.framer.ascii as _loopmend_1
import pymodbus.framer.rtu as _loopmend_2
import pymodbus.framer.socket as _loopmend_3
import pymodbus.framer.tls as _loopmend_4
import pymodbus.pdu.decoders as _loopmend_8
import pymodbus.pdu.device as _loopmend_9
import pymodbus.pdu.pdu as _loopmend_6
import pymodbus.server.requesthandler as _loopmend_0
import typing as _loopmend_5
from __future__ import annotations
import asyncio
from collections.abc import Callable
from contextlib import suppress
from ..datastore import ModbusServerContext
from ..exceptions import ParameterException
from ..framer import FRAMER_NAME_TO_CLASS, FramerType
from ..logging import Log
from ..pdu import DecodePDU, ModbusPDU
from ..pdu.device import ModbusControlBlock, ModbusDeviceIdentification
from ..simulator import SimDevice
from ..simulator.simcore import SimCore
from ..transport import CommParams, ModbusProtocol
from .requesthandler import ServerRequestHandler
class ModbusBaseServer(ModbusProtocol):
 active_server: ModbusBaseServer | None = None
 def __init__(self, params: CommParams, context: ModbusServerContext | SimDevice | list[SimDevice], ignore_missing_devices: bool, broadcast_enable: bool, identity: ModbusDeviceIdentification | None, framer: FramerType, trace_packet: Callable[[bool, bytes], bytes] | None, trace_pdu: Callable[[bool, ModbusPDU], ModbusPDU] | None, trace_connect: Callable[[bool], None] | None, custom_pdu: list[type[ModbusPDU]] | None) -> None: ...
 def callback_new_connection(self) -> _loopmend_0.ServerRequestHandler: ...
 async def shutdown(self) -> None: ...
 async def serve_forever(self, *, background: bool = ...) -> None: ...
 def callback_connected(self) -> None: ...
 def callback_disconnected(self, exc: Exception | None) -> None: ...
 def callback_data(self, data: bytes, addr: tuple | None = None) -> int: ...
 async def async_getValues(self, device_id: int, func_code: int, address: int, count: int = ...) -> list[int] | list[bool]: ...
 async def async_setValues(self, device_id: int, func_code: int, address: int, values: list[int] | list[bool]) -> None: ...
 context: ModbusServerContext | SimCore
 ignore_missing_devices: bool
 broadcast_enable: bool
 framer: type[_loopmend_1.FramerAscii] | type[_loopmend_2.FramerRTU] | type[_loopmend_3.FramerSocket] | type[_loopmend_4.FramerTLS]
 trace_packet: None | _loopmend_5.Callable[..., bytes]
 trace_pdu: None | _loopmend_5.Callable[..., _loopmend_6.ModbusPDU]
 trace_connect: None | _loopmend_5.Callable[..., None]
 loop: _loopmend_7.AbstractEventLoop
 decoder: _loopmend_8.DecodePDU
 control: _loopmend_9.ModbusControlBlock
 serving: asyncio.Future

=== pymodbus.server.requesthandler
import typing as _loopmend_0
from __future__ import annotations
import asyncio
import traceback
from ..constants import ExcCodes
from ..exceptions import ModbusIOException, NoSuchIdException
from ..logging import Log
from ..pdu import ExceptionResponse
from ..transaction import TransactionManager
from ..transport import CommParams
class ServerRequestHandler(TransactionManager):
 def __init__(self, owner, trace_packet, trace_pdu, trace_connect) -> None: ...
 def callback_disconnected(self, exc: Exception | None) -> None: ...
 def callback_data(self, data: bytes, addr: tuple | None = None) -> int: ...
 def handle_later(self) -> None: ...
 async def handle_request(self) -> None: ...
 def server_send(self, pdu, addr) -> None: ...
 server: _loopmend_0.Any
 running: bool

=== pymodbus.server.simulator package

=== pymodbus.server.simulator.http_server
import aiohttp.web_app as _loopmend_5
import aiohttp.web_fileresponse as _loopmend_0
import aiohttp.web_response as _loopmend_1
import asyncio.locks as _loopmend_6
import pymodbus.datastore.simulator as _loopmend_4
import pymodbus.server.server as _loopmend_2
import pymodbus.server.simulator.http_server as _loopmend_3
from __future__ import annotations
import asyncio
import contextlib
import dataclasses
import importlib
import json
import os
from typing import TYPE_CHECKING, Any
from aiohttp import web
from ...datastore import ModbusServerContext, ModbusSimulatorContext
from ...datastore.simulator import CellType, Label
from ...logging import Log
from ...pdu import DecodePDU
from ...pdu.device import ModbusDeviceIdentification
from ..server import ( ModbusSerialServer, ModbusTcpServer, ModbusTlsServer, ModbusUdpServer, )
if TYPE_CHECKING:
 from aiohttp import web
MAX_FILTER = 1000
RESPONSE_INACTIVE: int
RESPONSE_NORMAL = 0
RESPONSE_ERROR = 1
RESPONSE_EMPTY = 2
RESPONSE_JUNK = 3
@dataclasses.dataclass()
class CallTracer:
 call: bool = False
 fc: int = ...
 address: int = ...
 count: int = ...
 data: bytes = ...
@dataclasses.dataclass()
class CallTypeMonitor:
 active: bool = False
 trace_response: bool = False
 range_start: int = ...
 range_stop: int = ...
 function: int = ...
 hex: bool = False
 decode: bool = False
@dataclasses.dataclass()
class CallTypeResponse:
 active: int = RESPONSE_INACTIVE
 split: int = 0
 delay: int = 0
 junk_len: int = 10
 error_response: int = 0
 change_rate: int = 0
 clear_after: int = 1
class ModbusSimulatorServer:
 def __init__(self, modbus_server: str = ..., modbus_device: str = ..., http_host: str = ..., http_port: int = ..., log_file: str = ..., json_file: str = ..., custom_actions_module: str | None = None) -> None: ...
 async def start_modbus_server(self, app) -> None: ...
 async def stop_modbus_server(self, app) -> None: ...
 async def run_forever(self, only_start = ...) -> None: ...
 async def stop(self) -> None: ...
 async def handle_html_static(self, request: web.Request) -> _loopmend_0.FileResponse: ...
 async def handle_html(self, request: web.Request) -> _loopmend_1.Response: ...
 async def handle_json(self, request: web.Request) -> _loopmend_1.Response: ...
 def build_html_registers(self, params, html): ...
 def build_html_calls(self, params: dict, html: str) -> str: ...
 def build_html_log(self, _params, html): ...
 def build_html_server(self, _params, html): ...
 def build_json_registers(self, params) -> dict | dict[str, str]: ...
 def build_json_calls(self, params: dict) -> dict: ...
 def build_json_log(self, params) -> dict: ...
 def build_json_server(self, params) -> dict: ...
 def helper_handle_submit(self, params, submit_actions): ...
 def action_clear(self, _params, _range_start, _range_stop) -> tuple[None, None]: ...
 def action_stop(self, _params, _range_start, _range_stop) -> tuple[None, str]: ...
 def action_reset(self, _params, _range_start, _range_stop) -> tuple[None, None]: ...
 def action_add(self, params, range_start, range_stop) -> tuple[None, None] | tuple[None, str]: ...
 def action_monitor(self, params, range_start, range_stop) -> tuple[None, None]: ...
 def action_set(self, params, _range_start, _range_stop) -> tuple[None, None] | tuple[str, None]: ...
 def action_simulate(self, params, _range_start, _range_stop) -> tuple[None, None]: ...
 modbus_server: _loopmend_2.ModbusSerialServer | _loopmend_2.ModbusTcpServer | _loopmend_2.ModbusTlsServer | _loopmend_2.ModbusUdpServer
 http_host: str
 http_port: int
 log_file: str
 refresh_rate: int
 register_filter: list[int]
 call_list: list[CallTracer]
 call_monitor: _loopmend_3.CallTypeMonitor
 call_response: _loopmend_3.CallTypeResponse
 datastore_context: _loopmend_4.ModbusSimulatorContext
 serving: asyncio.Future
 site: web.TCPSite | None
 runner: web.AppRunner
 web_path: str
 web_app: _loopmend_5.Application
 generator_html: dict[str, list]
 generator_json: dict[str, Any]
 submit_html: dict[str, Any]
 api_key: str
 ready_event: _loopmend_6.Event

=== pymodbus.server.simulator.main
import argparse
import asyncio
import os
import sys
from ...logging import Log, pymodbus_apply_logging_config
from .http_server import ModbusSimulatorServer
def get_commandline(cmdline = None) -> dict: ...
async def run_main(cmdline = None) -> None: ...
def main() -> None: ...

=== pymodbus.server.startstop
from __future__ import annotations
import asyncio
from time import sleep
from ..datastore import ModbusServerContext
from ..simulator import SimDevice
from .base import ModbusBaseServer
from .server import ( ModbusSerialServer, ModbusTcpServer, ModbusTlsServer, ModbusUdpServer, )
async def StartAsyncTcpServer(context: ModbusServerContext | SimDevice | list[SimDevice], **kwargs) -> None: ...
def StartTcpServer(context: ModbusServerContext | SimDevice | list[SimDevice], **kwargs) -> None: ...
async def StartAsyncTlsServer(context: ModbusServerContext | SimDevice | list[SimDevice], **kwargs) -> None: ...
def StartTlsServer(context: ModbusServerContext | SimDevice | list[SimDevice], **kwargs) -> None: ...
async def StartAsyncUdpServer(context: ModbusServerContext | SimDevice | list[SimDevice], **kwargs) -> None: ...
def StartUdpServer(context: ModbusServerContext | SimDevice | list[SimDevice], **kwargs) -> None: ...
async def StartAsyncSerialServer(context: ModbusServerContext | SimDevice | list[SimDevice], **kwargs) -> None: ...
def StartSerialServer(context: ModbusServerContext | SimDevice | list[SimDevice], **kwargs) -> None: ...
async def ServerAsyncStop() -> None: ...
def ServerStop() -> None: ...

=== pymodbus.simulator package
__all__ = [ "DataType", "SimAction", "SimData", "SimDevice", "SimValueType", ]
from .simdata import SimData, SimValueType
from .simdevice import SimAction, SimDevice
from .simutils import DataType

=== pymodbus.simulator.simcore
import pymodbus.constants as _loopmend_1
import pymodbus.simulator.simruntime as _loopmend_0
from __future__ import annotations
from ..constants import ExcCodes
from .simdevice import SimDevice
from .simruntime import SimRuntime
class SimCore:
 def __init__(self, devices: SimDevice | list[SimDevice]) -> None: ...
 def __get_device(self, device_id: int) -> SimRuntime: ...
 def device_ids(self) -> list[int]: ...
 async def async_getValues(self, device_id: int, func_code: int, address: int, count: int = ...) -> list[int] | list[bool] | ExcCodes: ...
 async def async_setValues(self, device_id: int, func_code: int, address: int, values: list[int] | list[bool]) -> ExcCodes | None: ...
 devices: dict[int, SimRuntime]

=== pymodbus.simulator.simdevice
from __future__ import annotations
import inspect
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import TypeAlias, cast
from ..constants import ExcCodes
from ..pdu.device import ModbusDeviceIdentification
from .simdata import SimData
from .simutils import DataType, SimUtils
SimAction: TypeAlias = Callable[ [int, int, int, int, list[int], list[int] | list[bool] | None], Coroutine[None, None, ExcCodes | None], ]
SimRegs: TypeAlias = tuple[int, list[int], list[int]]
TUPLE_NAMES: tuple[str, str, str, str]
@dataclass
class SimDevice:
 id: int
 simdata: SimData | list[SimData] | tuple[list[SimData], list[SimData], list[SimData], list[SimData]]
 use_bit_addressing: bool | None = None
 identity: ModbusDeviceIdentification | None = None
 action: SimAction | None = None
 def __check_simple(self) -> None: ...
 def __check_simple2(self) -> None: ...
 def __check_simple_blocks(self) -> None: ...
 def __check_block(self, block: list[SimData], use_bits, name: str) -> None: ...
 def __check_block_entries(self, last_address: int, entry: SimData, use_bits: bool, _name: str) -> int: ...
 def __check_parameters(self) -> None: ...
 def __post_init__(self) -> None: ...
 def __build_flags(self, simdata: SimData) -> int: ...
 def __create_simdata(self, simdata: SimData, flag_list: list[int], reg_list: list[int], use_bits: bool) -> None: ...
 def __create_block(self, simdata: list[SimData]) -> SimRegs: ...
 def __create_block_bits(self, simdata: list[SimData]) -> SimRegs: ...
 def build_device(self) -> SimRegs | dict[str, SimRegs]: ...

=== pymodbus.simulator.simruntime
import pymodbus.constants as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
from typing import cast
from ..constants import ExcCodes
from .simdevice import SimDevice
from .simutils import DataType, SimUtils
class SimRuntime:
 _fx_mapper: dict[int, str]
 def __init__(self, device: SimDevice) -> None: ...
 async def __check_block(self, func_code: int, block_id: str, address: int, count: int, offset: int, values: list[int] | list[bool] | None) -> ExcCodes | None: ...
 async def get_bit_block(self, block_id: str, func_code: int, address: int, count: int, values: list[bool] | None) -> list[bool] | ExcCodes: ...
 async def get_reg_block(self, block_id: str, func_code: int, address: int, count: int, values: list[int] | None) -> list[int] | ExcCodes: ...
 async def get_block(self, func_code: int, address: int, count: int, values: list[int] | list[bool] | None) -> list[int] | list[bool] | ExcCodes: ...
 async def async_getValues(self, func_code: int, address: int, count: int) -> list[int] | list[bool] | ExcCodes: ...
 async def async_setValues(self, func_code: int, address: int, values: list[int] | list[bool]) -> ExcCodes | None: ...
 action: _loopmend_1.Callable[..., _loopmend_1.Awaitable[None | _loopmend_0.ExcCodes]]
 use_bit_addressing: bool
 block: dict[str, tuple[int, int, list[int], list[int]]]

=== pymodbus.transaction package
__all__ = [ "TransactionManager", ]
from .transaction import TransactionManager

=== pymodbus.transaction.transaction
import _thread as _loopmend_4
import asyncio.locks as _loopmend_5
import pymodbus.exceptions as _loopmend_1
import pymodbus.framer.base as _loopmend_2
import pymodbus.pdu.pdu as _loopmend_0
import typing as _loopmend_3
from __future__ import annotations
import asyncio
from collections.abc import Callable
from threading import RLock
from time import monotonic
from ..exceptions import ConnectionException, ModbusIOException
from ..framer import FramerAscii, FramerBase, FramerRTU
from ..logging import Log
from ..pdu import ModbusPDU
from ..transport import CommParams, CommType, ModbusProtocol
class TransactionManager(ModbusProtocol):
 def __init__(self, params: CommParams, framer: FramerBase, retries: int, is_server: bool, trace_packet: Callable[[bool, bytes], bytes] | None, trace_pdu: Callable[[bool, ModbusPDU], ModbusPDU] | None, trace_connect: Callable[[bool], None] | None, sync_client = None) -> None: ...
 def dummy_trace_packet(self, sending: bool, data: bytes) -> bytes: ...
 def dummy_trace_pdu(self, sending: bool, pdu: ModbusPDU) -> ModbusPDU: ...
 def dummy_trace_connect(self, connect: bool) -> None: ...
 def sync_get_response(self, dev_id, tid) -> ModbusPDU: ...
 @staticmethod
 def _io_exception_from_request(message: str, request: ModbusPDU) -> ModbusIOException: ...
 def sync_execute(self, no_response_expected: bool, request: ModbusPDU) -> ModbusPDU: ...
 async def execute(self, no_response_expected: bool, request: ModbusPDU) -> ModbusPDU: ...
 def pdu_send(self, pdu: ModbusPDU, addr: tuple | None = None) -> None: ...
 def callback_new_connection(self): ...
 def callback_connected(self) -> None: ...
 def callback_disconnected(self, exc: Exception | None) -> None: ...
 def callback_data(self, data: bytes, addr: tuple | None = None) -> int: ...
 def getNextTID(self) -> int: ...
 framer: _loopmend_2.FramerBase
 retries: int
 trace_packet: _loopmend_3.Callable[..., bytes]
 trace_pdu: _loopmend_3.Callable[..., _loopmend_0.ModbusPDU]
 trace_connect: _loopmend_3.Callable[..., None]
 sync_client: _loopmend_3.Any
 is_sync: bool
 max_buffer_size: int
 next_tid: int
 request_dev_id: int
 request_transaction_id: int
 max_until_disconnect: int
 count_until_disconnect: int
 _sync_lock: _loopmend_4.RLock
 low_level_send: _loopmend_3.Any
 _lock: _loopmend_5.Lock
 response_future: asyncio.Future
 last_pdu: ModbusPDU | None
 last_addr: tuple | None
 sent_buffer: bytes
 recv_buffer: bytes

=== pymodbus.transport package
__all__ = [ "NULLMODEM_HOST", "CommParams", "CommType", "ModbusProtocol", ]
from .transport import ( NULLMODEM_HOST, CommParams, CommType, ModbusProtocol, )

=== pymodbus.transport.serialtransport
import asyncio.protocols as _loopmend_0
import asyncio.transports as _loopmend_2
import typing as _loopmend_1
from __future__ import annotations
import asyncio
import contextlib
import os
import sys
import serial
class SerialTransport(asyncio.Transport):
 force_poll: bool = ...
 def __init__(self, loop, protocol, url, baudrate, bytesize, parity, stopbits, timeout) -> None: ...
 def setup(self) -> None: ...
 def close(self, exc: Exception | None = None) -> None: ...
 def write(self, data) -> None: ...
 def flush(self) -> None: ...
 @property
 def loop(self): ...
 def get_protocol(self) -> asyncio.BaseProtocol: ...
 def set_protocol(self, protocol: asyncio.BaseProtocol) -> None: ...
 def get_write_buffer_limits(self) -> tuple[int, int]: ...
 def can_write_eof(self) -> bool: ...
 def write_eof(self): ...
 def set_write_buffer_limits(self, high = None, low = None): ...
 def get_write_buffer_size(self) -> int: ...
 def is_reading(self) -> bool: ...
 def pause_reading(self): ...
 def resume_reading(self): ...
 def is_closing(self) -> bool: ...
 def abort(self) -> None: ...
 def intern_read_ready(self) -> None: ...
 def intern_write_ready(self) -> None: ...
 async def polling_task(self) -> None: ...
 async_loop: _loopmend_1.Any
 intern_protocol: asyncio.BaseProtocol
 sync_serial: _loopmend_1.Any
 intern_write_buffer: list[bytes]
 poll_task: asyncio.Task | None
 _poll_wait_time: float
async def create_serial_connection(loop, protocol_factory, url, baudrate = None, bytesize = None, parity = None, stopbits = None, timeout = None) -> tuple[asyncio.Transport, asyncio.BaseProtocol]: ...

=== pymodbus.transport.transport
import asyncio.protocols as _loopmend_2
import asyncio.transports as _loopmend_1
import pymodbus.transport.transport as _loopmend_0
from __future__ import annotations
import asyncio
import copy
import dataclasses
import ssl
from abc import abstractmethod
from collections.abc import Callable, Coroutine
from contextlib import suppress
from enum import Enum
from functools import partial
from typing import Any
from ..logging import Log
from .serialtransport import create_serial_connection
NULLMODEM_HOST = "__pymodbus_nullmodem"
class CommType(int, Enum):
 TCP = 1
 TLS = 2
 UDP = 3
 SERIAL = 4
@dataclasses.dataclass
class CommParams:
 comm_name: str | None = None
 comm_type: CommType | None = None
 reconnect_delay: float | None = None
 reconnect_delay_max: float = 0.0
 timeout_connect: float = 0.0
 host: str = "localhost"
 port: int = 0
 source_address: tuple[str, int] | None = None
 sslctx: ssl.SSLContext | None = None
 baudrate: int = ...
 bytesize: int = ...
 parity: str = ""
 stopbits: int = ...
 handle_local_echo: bool = False
 def copy(self: CommParams) -> CommParams: ...
class ModbusProtocol(asyncio.BaseProtocol):
 def __init__(self, params: CommParams, is_server: bool, is_sync: bool = ...) -> None: ...
 def init_setup_connect_listen(self, host: str, port: int) -> None: ...
 async def connect(self) -> bool: ...
 async def listen(self) -> bool: ...
 def connection_made(self, transport: asyncio.BaseTransport) -> None: ...
 def connection_lost(self, exc: Exception | None) -> None: ...
 def data_received(self, data: bytes) -> None: ...
 def datagram_received(self, data: bytes, addr: tuple | None) -> None: ...
 def eof_received(self) -> None: ...
 def error_received(self, exc) -> None: ...
 @abstractmethod
 def callback_new_connection(self) -> ModbusProtocol: ...
 @abstractmethod
 def callback_connected(self) -> None: ...
 @abstractmethod
 def callback_disconnected(self, exc: Exception | None) -> None: ...
 @abstractmethod
 def callback_data(self, data: bytes, addr: tuple | None = None) -> int: ...
 def send(self, data: bytes, addr: tuple | None = None) -> None: ...
 def __close(self, reconnect: bool = ...) -> None: ...
 def close(self, reconnect: bool = ...) -> None: ...
 def reset_delay(self) -> None: ...
 def is_active(self) -> bool: ...
 async def create_nullmodem(self, port) -> tuple[asyncio.Transport, asyncio.BaseProtocol]: ...
 def handle_new_connection(self) -> ModbusProtocol: ...
 async def do_relisten(self) -> None: ...
 async def do_reconnect(self) -> None: ...
 async def __aenter__(self) -> ModbusProtocol: ...
 async def __aexit__(self, _class, _value, _traceback) -> None: ...
 def __str__(self) -> str: ...
 is_server: bool
 comm_params: _loopmend_0.CommParams
 is_closing: bool
 transport: asyncio.BaseTransport
 recv_buffer: bytes
 call_create: Callable[[], Coroutine[Any, Any, Any]]
 reconnect_task: asyncio.Task | None
 listener: ModbusProtocol | None
 is_listener: bool
 active_connections: dict[str, ModbusProtocol]
 unique_id: str
 reconnect_delay_current: float | int
 sent_buffer: bytes
 last_frame: int
 loop: asyncio.AbstractEventLoop
 max_buffer_size: int
class NullModem(asyncio.DatagramTransport, asyncio.Transport):
 listeners: dict[int, ModbusProtocol] = ...
 connections: dict[NullModem, int] = ...
 def __init__(self, protocol: ModbusProtocol, listen: int | None = None) -> None: ...
 @classmethod
 def set_listener(cls, port: int, parent: ModbusProtocol) -> NullModem: ...
 @classmethod
 def set_connection(cls, port: int, parent: ModbusProtocol) -> tuple[NullModem, ModbusProtocol]: ...
 def set_manipulator(self, function: Callable[[bytes], list[bytes]]) -> None: ...
 @classmethod
 def is_dirty(cls) -> bool: ...
 def close(self) -> None: ...
 def sendto(self, data: bytes, addr: Any = None) -> None: ...
 def write(self, data: bytes) -> None: ...
 def abort(self) -> None: ...
 def can_write_eof(self) -> bool: ...
 def get_write_buffer_size(self) -> int: ...
 def get_write_buffer_limits(self) -> tuple[int, int]: ...
 def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None: ...
 def write_eof(self) -> None: ...
 def get_protocol(self) -> ModbusProtocol | asyncio.BaseProtocol: ...
 def set_protocol(self, protocol: asyncio.BaseProtocol) -> None: ...
 def is_closing(self) -> bool: ...
 def is_reading(self) -> bool: ...
 def pause_reading(self): ...
 def resume_reading(self): ...
 listen: None | int
 protocol: ModbusProtocol
 other_modem: NullModem
 manipulator: Callable[[bytes], list[bytes]] | None
 _is_closing: bool

