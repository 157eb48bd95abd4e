# pydantic 2.14.4 MIT
=== pydantic package
import typing as _loopmend_0
from importlib import import_module
from typing import TYPE_CHECKING
from warnings import warn
from ._migration import getattr_migration
from .version import VERSION, _ensure_pydantic_core_version
if TYPE_CHECKING:
 import pydantic_core
 from pydantic_core.core_schema import ( FieldSerializationInfo, SerializationInfo, SerializerFunctionWrapHandler, ValidationInfo, ValidatorFunctionWrapHandler, )
 from . import dataclasses
 from .aliases import AliasChoices, AliasGenerator, AliasPath
 from .annotated_handlers import GetCoreSchemaHandler, GetJsonSchemaHandler
 from .config import ConfigDict, with_config
 from .errors import *
 from .fields import Field, PrivateAttr, computed_field
 from .functional_serializers import ( PlainSerializer, SerializeAsAny, WrapSerializer, field_serializer, model_serializer, )
 from .functional_validators import ( AfterValidator, BeforeValidator, InstanceOf, ModelWrapValidatorHandler, PlainValidator, SkipValidation, ValidateAs, WrapValidator, field_validator, model_validator, )
 from .json_schema import WithJsonSchema
 from .main import *
 from .networks import *
 from .type_adapter import TypeAdapter
 from .types import *
 from .validate_call_decorator import validate_call
 from .warnings import ( PydanticDeprecatedSince20, PydanticDeprecatedSince26, PydanticDeprecatedSince29, PydanticDeprecatedSince210, PydanticDeprecatedSince211, PydanticDeprecatedSince212, PydanticDeprecatedSince214, PydanticDeprecationWarning, PydanticExperimentalWarning, )
 MISSING = pydantic_core.MISSING
 ValidationError = pydantic_core.ValidationError
 from .deprecated.class_validators import root_validator, validator
 from .deprecated.config import BaseConfig, Extra
 from .deprecated.tools import *
 from .root_model import RootModel
__version__ = VERSION
__all__ = ( 'dataclasses', 'field_validator', 'model_validator', 'AfterValidator', 'BeforeValidator', 'PlainValidator', 'WrapValidator', 'SkipValidation', 'ValidateAs', 'InstanceOf', 'ModelWrapValidatorHandler', 'WithJsonSchema', 'root_validator', 'validator', 'field_serializer', 'model_serializer', 'PlainSerializer', 'SerializeAsAny', 'WrapSerializer', 'ConfigDict', 'with_config', 'BaseConfig', 'Extra', 'validate_call', 'PydanticErrorCodes', 'PydanticUserError', 'PydanticSchemaGenerationError', 'PydanticImportError', 'PydanticUndefinedAnnotation', 'PydanticInvalidForJsonSchema', 'PydanticForbiddenQualifier', 'Field', 'computed_field', 'PrivateAttr', 'AliasChoices', 'AliasGenerator', 'AliasPath', 'BaseModel', 'create_model', 'AnyUrl', 'AnyHttpUrl', 'FileUrl', 'HttpUrl', 'FtpUrl', 'WebsocketUrl', 'AnyWebsocketUrl', 'UrlConstraints', 'EmailStr', 'NameEmail', 'IPvAnyAddress', 'IPvAnyInterface', 'IPvAnyNetwork', 'PostgresDsn', 'CockroachDsn', 'AmqpDsn', 'RedisDsn', 'MongoDsn', 'KafkaDsn', 'NatsDsn', 'MySQLDsn', 'MariaDBDsn', 'ClickHouseDsn', 'SnowflakeDsn', 'validate_email', 'RootModel', 'parse_obj_as', 'schema_of', 'schema_json_of', 'Strict', 'StrictStr', 'conbytes', 'conlist', 'conset', 'confrozenset', 'constr', 'StringConstraints', 'ImportString', 'conint', 'PositiveInt', 'NegativeInt', 'NonNegativeInt', 'NonPositiveInt', 'confloat', 'PositiveFloat', 'NegativeFloat', 'NonNegativeFloat', 'NonPositiveFloat', 'FiniteFloat', 'condecimal', 'condate', 'UUID1', 'UUID3', 'UUID4', 'UUID5', 'UUID6', 'UUID7', 'UUID8', 'FilePath', 'DirectoryPath', 'NewPath', 'Json', 'Secret', 'SecretStr', 'SecretBytes', 'SocketPath', 'StrictBool', 'StrictBytes', 'StrictInt', 'StrictFloat', 'PaymentCardNumber', 'ByteSize', 'PastDate', 'FutureDate', 'PastDatetime', 'FutureDatetime', 'AwareDatetime', 'NaiveDatetime', 'AllowInfNan', 'EncoderProtocol', 'EncodedBytes', 'EncodedStr', 'Base64Encoder', 'Base64Bytes', 'Base64Str', 'Base64UrlBytes', 'Base64UrlStr', 'GetPydanticSchema', 'Tag', 'Discriminator', 'JsonValue', 'FailFast', 'TypeAdapter', '__version__', 'VERSION', 'PydanticDeprecatedSince20', 'PydanticDeprecatedSince26', 'PydanticDeprecatedSince29', 'PydanticDeprecatedSince210', 'PydanticDeprecatedSince211', 'PydanticDeprecatedSince212', 'PydanticDeprecatedSince214', 'PydanticDeprecationWarning', 'PydanticExperimentalWarning', 'GetCoreSchemaHandler', 'GetJsonSchemaHandler', 'MISSING', 'ValidationError', 'ValidationInfo', 'SerializationInfo', 'ValidatorFunctionWrapHandler', 'FieldSerializationInfo', 'SerializerFunctionWrapHandler', 'OnErrorOmit', )
_dynamic_imports: "dict[str, tuple[str, str]]" = ...
_deprecated_dynamic_imports: set[str]
_getattr_migration: _loopmend_0.Callable[..., object]
def __getattr__(attr_name: str) -> object: ...
def __dir__() -> list[str]: ...

=== pydantic._internal package

=== pydantic._internal._docs_extraction
from __future__ import annotations
import ast
import inspect
import sys
import textwrap
from typing import Any
class DocstringVisitor(ast.NodeVisitor):
 def __init__(self) -> None: ...
 def visit(self, node: ast.AST) -> Any: ...
 def visit_AnnAssign(self, node: ast.AnnAssign) -> None: ...
 def visit_Expr(self, node: ast.Expr) -> None: ...
 def visit_ClassDef(self, node: ast.ClassDef) -> Any: ...
 def visit_FunctionDef(self, node: ast.FunctionDef) -> Any: ...
 def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> Any: ...
 target: str | None
 attrs: dict[str, str]
 previous_node_type: type[ast.AST] | None
def _dedent_source_lines(source: list[str]) -> str: ...
def _extract_source_from_frame(cls: type[Any]) -> list[str] | None: ...
def extract_docstrings_from_cls(cls: type[Any], use_inspect: bool = ...) -> dict[str, str]: ...

=== pydantic._internal._fields
import pydantic._internal._fields as _loopmend_1
import pydantic.fields as _loopmend_0
from __future__ import annotations as _annotations
import dataclasses
import warnings
from collections.abc import Callable, Mapping
from functools import cache
from inspect import Parameter, ismethoddescriptor
from re import Pattern
from typing import TYPE_CHECKING, Any, TypeVar, cast
from pydantic_core import PydanticUndefined
from typing_extensions import TypeForm, TypeIs, get_args, get_origin
from typing_inspection import typing_objects
from typing_inspection.introspection import AnnotationSource
from pydantic import PydanticDeprecatedSince211
from pydantic.errors import PydanticUserError
from ..aliases import AliasGenerator
from . import _generics, _typing_extra
from ._config import ConfigWrapper
from ._docs_extraction import extract_docstrings_from_cls
from ._import_utils import import_cached_base_model, import_cached_field_info
from ._namespace_utils import NsResolver
from ._repr import Representation
from ._utils import can_be_positional, get_first_not_none, smart_deepcopy
if TYPE_CHECKING:
 from annotated_types import BaseMetadata
 from ..fields import FieldInfo, ModelPrivateAttr
 from ..main import BaseModel
 from ._dataclasses import PydanticDataclass, StandardDataclass
 from ._decorators import DecoratorInfos
class PydanticMetadata(Representation):
 __slots__: tuple[()]
@dataclasses.dataclass(slots=True, kw_only=True)
class PydanticExtraInfo:
 annotation: TypeForm[Any]
 complete: bool
@dataclasses.dataclass(slots=True, kw_only=True)
class ModelNamespaceInfo:
 private_attributes: dict[str, ModelPrivateAttr]
 ignored_names: set[str]
 ignored_types: tuple[type[Any], ...]
 private_candidates: list[str]
 field_candidates: list[str]
 base_field_names: set[str]
 model_config_assigned: bool
def pydantic_general_metadata(**metadata: Any) -> BaseMetadata: ...
@cache
def _general_metadata_cls() -> type[BaseMetadata]: ...
def _check_protected_namespaces(protected_namespaces: tuple[str | Pattern[str], ...], ann_name: str, bases: tuple[type[Any], ...], cls_name: str) -> None: ...
def _update_fields_from_docstrings(cls: type[Any], fields: dict[str, FieldInfo], use_inspect: bool = ...) -> None: ...
def _apply_field_title_generator_to_field_info(title_generator: Callable[[str, FieldInfo], str], field_name: str, field_info: FieldInfo) -> None: ...
def _apply_alias_generator_to_field_info(alias_generator: Callable[[str], str] | AliasGenerator, field_name: str, field_info: FieldInfo) -> None: ...
def update_field_from_config(config_wrapper: ConfigWrapper, field_name: str, field_info: FieldInfo) -> None: ...
_deprecated_method_names: set[str]
_deprecated_classmethod_names: set[str]
@cache
def _deprecated_base_model_method_ids() -> tuple[frozenset[int], frozenset[int]]: ...
def collect_model_fields(cls: type[BaseModel], config_wrapper: ConfigWrapper, ns_resolver: NsResolver, *, typevars_map: Mapping[TypeVar, Any] | None = None, namespace_info: ModelNamespaceInfo | None = None) -> tuple[dict[str, FieldInfo], PydanticExtraInfo | None, set[str], dict[str, ModelPrivateAttr]]: ...
def rebuild_model_fields(cls: type[BaseModel], *, config_wrapper: ConfigWrapper, ns_resolver: NsResolver, typevars_map: Mapping[TypeVar, Any]) -> tuple[dict[str, FieldInfo], PydanticExtraInfo | None]: ...
def _recreate_field_info(field_info: FieldInfo, ns_resolver: NsResolver, typevars_map: Mapping[TypeVar, Any], *, lenient: bool, annotation: Any = ...) -> FieldInfo: ...
def collect_dataclass_fields(cls: type[StandardDataclass], *, config_wrapper: ConfigWrapper, ns_resolver: NsResolver | None = None, typevars_map: dict[Any, Any] | None = None) -> dict[str, FieldInfo]: ...
def rebuild_dataclass_fields(cls: type[PydanticDataclass], *, config_wrapper: ConfigWrapper, ns_resolver: NsResolver, typevars_map: Mapping[TypeVar, Any]) -> dict[str, FieldInfo]: ...
def is_valid_field_name(name: str) -> bool: ...
def is_valid_privateattr_name(name: str) -> bool: ...
def takes_validated_data_argument(default_factory: Callable[[], Any] | Callable[[dict[str, Any]], Any]) -> TypeIs[Callable[[dict[str, Any]], Any]]: ...
def resolve_default_value(*, default: Any, default_factory: Callable[[], Any] | Callable[[dict[str, Any]], Any] | None, default_factory_takes_validated_data_argument: bool | None, validated_data: dict[str, Any] | None = None, call_default_factory: bool = ...) -> Any: ...

=== pydantic._internal._repr
import typing as _loopmend_0
from __future__ import annotations as _annotations
import types
from collections.abc import Callable, Collection, Generator, Iterable
from typing import TYPE_CHECKING, Any, ForwardRef, TypeAlias, cast
import typing_extensions
from typing_inspection import typing_objects
from typing_inspection.introspection import is_union_origin
from . import _typing_extra
if TYPE_CHECKING:
 ReprArgs: TypeAlias = Iterable[tuple[str | None, Any]]
 RichReprResult: TypeAlias = Iterable[Any | tuple[Any] | tuple[str, Any] | tuple[str, Any, Any]]
class PlainRepr(str):
 def __repr__(self) -> str: ...
class Representation:
 __slots__: tuple[()]
 def __repr_args__(self) -> ReprArgs: ...
 def __repr_name__(self) -> str: ...
 def __repr_recursion__(self, object: Any) -> str: ...
 def __repr_str__(self, join_str: str) -> str: ...
 def __pretty__(self, fmt: Callable[[Any], Any], **kwargs: Any) -> Generator[Any]: ...
 def __rich_repr__(self) -> RichReprResult: ...
 def __str__(self) -> str: ...
 def __repr__(self) -> str: ...
def display_as_type(obj: Any) -> str: ...
def _display_type_arg(arg: Any) -> str: ...

=== pydantic._internal._validate_call
import functools as _loopmend_1
import pydantic._internal._config as _loopmend_4
import pydantic._internal._namespace_utils as _loopmend_3
import types as _loopmend_2
import typing as _loopmend_0
from __future__ import annotations as _annotations
import functools
import inspect
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any
import pydantic_core
from ..config import ConfigDict
from ..plugin._schema_validator import create_schema_validator
from ._config import ConfigWrapper
from ._generate_schema import GenerateSchema, ValidateCallSupportedTypes
from ._namespace_utils import MappingNamespace, NsResolver, ns_for_function
from ._typing_extra import signature_no_eval
def extract_function_name(func: ValidateCallSupportedTypes) -> str: ...
def extract_function_qualname(func: ValidateCallSupportedTypes) -> str: ...
def update_wrapper_attributes(wrapped: ValidateCallSupportedTypes, wrapper: Callable[..., Any]) -> _loopmend_0.Callable[..., _loopmend_0.Any] | _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]: ...
class ValidateCallWrapper:
 __slots__: tuple[str, str, str, str, str, str, str, str, str, str]
 def __init__(self, function: ValidateCallSupportedTypes, config: ConfigDict | None, validate_return: bool, parent_namespace: MappingNamespace | None) -> None: ...
 def _create_validators(self) -> None: ...
 def __call__(self, /, *args: Any, **kwargs: Any) -> Any: ...
 function: _loopmend_1.partial | _loopmend_2.FunctionType | _loopmend_2.MethodType
 validate_return: bool
 schema_type: _loopmend_0.Callable[..., _loopmend_0.Any] | _loopmend_2.FunctionType | _loopmend_2.MethodType
 module: _loopmend_0.Any
 qualname: str
 ns_resolver: _loopmend_3.NsResolver
 config_wrapper: _loopmend_4.ConfigWrapper
 __pydantic_complete__: bool
 __pydantic_validator__: _loopmend_0.Any
 __return_pydantic_validator__: _loopmend_0.Any

=== pydantic.types
import datetime as _loopmend_4
import decimal as _loopmend_0
import pathlib as _loopmend_1
import pydantic.types as _loopmend_2
import typing as _loopmend_3
from __future__ import annotations as _annotations
import base64
import dataclasses as _dataclasses
import re
import secrets
import sys
from collections.abc import Callable, Hashable, Iterator
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path
from re import Pattern
from types import ModuleType
from typing import ( TYPE_CHECKING, Annotated, Any, ClassVar, Generic, Literal, TypeAlias, TypeVar, cast, )
from uuid import UUID
import annotated_types
from annotated_types import BaseMetadata, MaxLen, MinLen
from pydantic_core import CoreSchema, PydanticCustomError, SchemaSerializer, core_schema
from typing_extensions import ( Protocol, TypeAliasType, deprecated, get_args, get_origin, )
from ._internal import _fields, _utils, _validators
from ._migration import getattr_migration
from .annotated_handlers import GetCoreSchemaHandler, GetJsonSchemaHandler
from .errors import PydanticUserError
from .json_schema import JsonSchemaValue
from .warnings import PydanticDeprecatedSince20
if TYPE_CHECKING:
 from ._internal._core_metadata import CoreMetadata
__all__ = ( 'Strict', 'StrictStr', 'SocketPath', 'conbytes', 'conlist', 'conset', 'confrozenset', 'constr', 'ImportString', 'conint', 'PositiveInt', 'NegativeInt', 'NonNegativeInt', 'NonPositiveInt', 'confloat', 'PositiveFloat', 'NegativeFloat', 'NonNegativeFloat', 'NonPositiveFloat', 'FiniteFloat', 'condecimal', 'UUID1', 'UUID3', 'UUID4', 'UUID5', 'UUID6', 'UUID7', 'UUID8', 'FilePath', 'DirectoryPath', 'NewPath', 'Json', 'Secret', 'SecretStr', 'SecretBytes', 'StrictBool', 'StrictBytes', 'StrictInt', 'StrictFloat', 'PaymentCardNumber', 'ByteSize', 'PastDate', 'FutureDate', 'PastDatetime', 'FutureDatetime', 'condate', 'AwareDatetime', 'NaiveDatetime', 'AllowInfNan', 'EncoderProtocol', 'EncodedBytes', 'EncodedStr', 'Base64Encoder', 'Base64Bytes', 'Base64Str', 'Base64UrlBytes', 'Base64UrlStr', 'GetPydanticSchema', 'StringConstraints', 'Tag', 'Discriminator', 'JsonValue', 'OnErrorOmit', 'FailFast', )
T = TypeVar('T')
@_dataclasses.dataclass
class Strict(_fields.PydanticMetadata, BaseMetadata):
 strict: bool = True
 def __hash__(self) -> int: ...
StrictBool = Annotated[bool, Strict()]
def conint(*, strict: bool | None = None, gt: int | None = None, ge: int | None = None, lt: int | None = None, le: int | None = None, multiple_of: int | None = None) -> type[int]: ...
PositiveInt = Annotated[int, annotated_types.Gt(0)]
NegativeInt = Annotated[int, annotated_types.Lt(0)]
NonPositiveInt = Annotated[int, annotated_types.Le(0)]
NonNegativeInt = Annotated[int, annotated_types.Ge(0)]
StrictInt = Annotated[int, Strict()]
@_dataclasses.dataclass
class AllowInfNan(_fields.PydanticMetadata):
 allow_inf_nan: bool = True
 def __hash__(self) -> int: ...
def confloat(*, strict: bool | None = None, gt: float | None = None, ge: float | None = None, lt: float | None = None, le: float | None = None, multiple_of: float | None = None, allow_inf_nan: bool | None = None) -> type[float]: ...
PositiveFloat = Annotated[float, annotated_types.Gt(0)]
NegativeFloat = Annotated[float, annotated_types.Lt(0)]
NonPositiveFloat = Annotated[float, annotated_types.Le(0)]
NonNegativeFloat = Annotated[float, annotated_types.Ge(0)]
StrictFloat = Annotated[float, Strict(True)]
FiniteFloat = Annotated[float, AllowInfNan(False)]
def conbytes(*, min_length: int | None = None, max_length: int | None = None, strict: bool | None = None) -> type[bytes]: ...
StrictBytes = Annotated[bytes, Strict()]
@_dataclasses.dataclass(frozen=True)
class StringConstraints(annotated_types.GroupedMetadata):
 strip_whitespace: bool | None = None
 to_upper: bool | None = None
 to_lower: bool | None = None
 strict: bool | None = None
 min_length: int | None = None
 max_length: int | None = None
 pattern: str | Pattern[str] | None = None
 ascii_only: bool | None = None
 def __iter__(self) -> Iterator[BaseMetadata]: ...
def constr(*, strip_whitespace: bool | None = None, to_upper: bool | None = None, to_lower: bool | None = None, strict: bool | None = None, min_length: int | None = None, max_length: int | None = None, pattern: str | Pattern[str] | None = None, ascii_only: bool | None = None) -> type[str]: ...
StrictStr = Annotated[str, Strict()]
HashableItemType = TypeVar('HashableItemType', bound=Hashable)
def conset(item_type: type[HashableItemType], *, min_length: int | None = None, max_length: int | None = None) -> type[set[HashableItemType]]: ...
def confrozenset(item_type: type[HashableItemType], *, min_length: int | None = None, max_length: int | None = None) -> type[frozenset[HashableItemType]]: ...
AnyItemType = TypeVar('AnyItemType')
def conlist(item_type: type[AnyItemType], *, min_length: int | None = None, max_length: int | None = None, unique_items: bool | None = None) -> type[list[AnyItemType]]: ...
AnyType = TypeVar('AnyType')
if TYPE_CHECKING:
 ImportString = Annotated[AnyType, ...]
else:
 class ImportString:
  @classmethod
  def __class_getitem__(cls, item: AnyType) -> AnyType: ...
  @classmethod
  def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> core_schema.CoreSchema: ...
  @classmethod
  def __get_pydantic_json_schema__(cls, cs: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue: ...
  @staticmethod
  def _serialize(v: Any) -> str: ...
  def __repr__(self) -> str: ...
def condecimal(*, strict: bool | None = None, gt: int | Decimal | None = None, ge: int | Decimal | None = None, lt: int | Decimal | None = None, le: int | Decimal | None = None, multiple_of: int | Decimal | None = None, max_digits: int | None = None, decimal_places: int | None = None, allow_inf_nan: bool | None = None) -> type[Decimal]: ...
@_dataclasses.dataclass(slots=True)
class UuidVersion:
 uuid_version: Literal[1, 3, 4, 5, 6, 7, 8]
 def __get_pydantic_json_schema__(self, core_schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue: ...
 def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema: ...
 def __hash__(self) -> int: ...
UUID1 = Annotated[UUID, UuidVersion(1)]
UUID3 = Annotated[UUID, UuidVersion(3)]
UUID4 = Annotated[UUID, UuidVersion(4)]
UUID5 = Annotated[UUID, UuidVersion(5)]
UUID6 = Annotated[UUID, UuidVersion(6)]
UUID7 = Annotated[UUID, UuidVersion(7)]
UUID8 = Annotated[UUID, UuidVersion(8)]
@_dataclasses.dataclass
class PathType:
 path_type: Literal['file', 'dir', 'new', 'socket']
 def __get_pydantic_json_schema__(self, core_schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue: ...
 def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema: ...
 @staticmethod
 def validate_file(path: Path, _: core_schema.ValidationInfo) -> Path: ...
 @staticmethod
 def validate_socket(path: Path, _: core_schema.ValidationInfo) -> Path: ...
 @staticmethod
 def validate_directory(path: Path, _: core_schema.ValidationInfo) -> Path: ...
 @staticmethod
 def validate_new(path: Path, _: core_schema.ValidationInfo) -> Path: ...
 def __hash__(self) -> int: ...
FilePath = Annotated[Path, PathType('file')]
DirectoryPath = Annotated[Path, PathType('dir')]
NewPath = Annotated[Path, PathType('new')]
SocketPath = Annotated[Path, PathType('socket')]
if TYPE_CHECKING:
 Json = Annotated[AnyType, ...]
else:
 class Json:
  @classmethod
  def __class_getitem__(cls, item: AnyType) -> AnyType: ...
  @classmethod
  def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema: ...
  def __repr__(self) -> str: ...
  def __hash__(self) -> int: ...
  def __eq__(self, other: Any) -> bool: ...
SecretType = TypeVar('SecretType', covariant=True)
class _SecretBase(Generic[SecretType]):
 def __init__(self, secret_value: SecretType) -> None: ...
 def get_secret_value(self) -> SecretType: ...
 def __eq__(self, other: Any) -> bool: ...
 def __hash__(self) -> int: ...
 def __str__(self) -> str: ...
 def __repr__(self) -> str: ...
 def _display(self) -> str | bytes: ...
 _secret_value: SecretType
def _serialize_secret(value: Secret[SecretType], info: core_schema.SerializationInfo) -> str | Secret[SecretType]: ...
class Secret(_SecretBase[SecretType]):
 def _display(self) -> str | bytes: ...
 @classmethod
 def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> core_schema.CoreSchema: ...
 __pydantic_serializer__: _loopmend_3.Any
def _secret_display(value: SecretType) -> str: ...
def _serialize_secret_field(value: _SecretField[SecretType], info: core_schema.SerializationInfo) -> str | _SecretField[SecretType]: ...
class _SecretField(_SecretBase[SecretType]):
 _inner_schema: ClassVar[CoreSchema]
 _error_kind: ClassVar[str]
 @classmethod
 def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> core_schema.CoreSchema: ...
 __pydantic_serializer__: _loopmend_3.Any
class SecretStr(_SecretField[str]):
 _inner_schema: ClassVar[CoreSchema] = ...
 _error_kind: ClassVar[str] = 'string_type'
 def __len__(self) -> int: ...
 def __hash__(self) -> int: ...
 def __eq__(self, other: Any) -> bool: ...
 def _display(self) -> str: ...
class SecretBytes(_SecretField[bytes]):
 _inner_schema: ClassVar[CoreSchema] = ...
 _error_kind: ClassVar[str] = 'bytes_type'
 def __len__(self) -> int: ...
 def __hash__(self) -> int: ...
 def __eq__(self, other: Any) -> bool: ...
 def _display(self) -> bytes: ...
class PaymentCardBrand(str, Enum):
 amex = 'American Express'
 mastercard = 'Mastercard'
 visa = 'Visa'
 other = 'other'
 def __str__(self) -> str: ...
@deprecated( 'The `PaymentCardNumber` class is deprecated, use `pydantic_extra_types` instead. ' 'See https://pydantic.dev/docs/validation/latest/api/pydantic-extra-types/pydantic_extra_types_payment/#pydantic_extra_types.payment.PaymentCardNumber.', category=PydanticDeprecatedSince20, )
class PaymentCardNumber(str):
 strip_whitespace: ClassVar[bool] = True
 min_length: ClassVar[int] = 12
 max_length: ClassVar[int] = 19
 bin: str
 last4: str
 brand: PaymentCardBrand
 def __init__(self, card_number: str) -> None: ...
 @classmethod
 def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> core_schema.CoreSchema: ...
 @classmethod
 def validate(cls, input_value: str, /, _: core_schema.ValidationInfo) -> PaymentCardNumber: ...
 @property
 def masked(self) -> str: ...
 @classmethod
 def validate_digits(cls, card_number: str) -> None: ...
 @classmethod
 def validate_luhn_check_digit(cls, card_number: str) -> str: ...
 @staticmethod
 def validate_brand(card_number: str) -> PaymentCardBrand: ...
class ByteSize(int):
 byte_sizes: dict[str, float] = ...
 byte_string_pattern = r'^\s*(\d*\.?\d+)\s*(\w+)?'
 byte_string_re = re.compile(byte_string_pattern, re.IGNORECASE)
 @classmethod
 def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> core_schema.CoreSchema: ...
 @classmethod
 def _validate(cls, input_value: Any, /, _: core_schema.ValidationInfo) -> ByteSize: ...
 def human_readable(self, decimal: bool = ..., separator: str = ...) -> str: ...
 def to(self, unit: str) -> float: ...
def _check_annotated_type(annotated_type: str, expected_type: str, annotation: str) -> None: ...
if TYPE_CHECKING:
 PastDate = Annotated[date, ...]
 FutureDate = Annotated[date, ...]
else:
 class PastDate:
  @classmethod
  def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> core_schema.CoreSchema: ...
  def __repr__(self) -> str: ...
 class FutureDate:
  @classmethod
  def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> core_schema.CoreSchema: ...
  def __repr__(self) -> str: ...
def condate(*, strict: bool | None = None, gt: date | None = None, ge: date | None = None, lt: date | None = None, le: date | None = None) -> type[date]: ...
if TYPE_CHECKING:
 AwareDatetime = Annotated[datetime, ...]
 NaiveDatetime = Annotated[datetime, ...]
 PastDatetime = Annotated[datetime, ...]
 FutureDatetime = Annotated[datetime, ...]
else:
 class AwareDatetime:
  @classmethod
  def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> core_schema.CoreSchema: ...
  def __repr__(self) -> str: ...
 class NaiveDatetime:
  @classmethod
  def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> core_schema.CoreSchema: ...
  def __repr__(self) -> str: ...
 class PastDatetime:
  @classmethod
  def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> core_schema.CoreSchema: ...
  def __repr__(self) -> str: ...
 class FutureDatetime:
  @classmethod
  def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> core_schema.CoreSchema: ...
  def __repr__(self) -> str: ...
class EncoderProtocol(Protocol):
 @classmethod
 def decode(cls, data: bytes) -> bytes: ...
 @classmethod
 def encode(cls, value: bytes) -> bytes: ...
 @classmethod
 def get_json_format(cls) -> str: ...
class Base64Encoder(EncoderProtocol):
 @classmethod
 def decode(cls, data: bytes) -> bytes: ...
 @classmethod
 def encode(cls, value: bytes) -> bytes: ...
 @classmethod
 def get_json_format(cls) -> Literal['base64']: ...
_urlsafe_translation = bytes.maketrans(b'+/', b'-_')
class Base64UrlEncoder(EncoderProtocol):
 @classmethod
 def decode(cls, data: bytes) -> bytes: ...
 @classmethod
 def encode(cls, value: bytes) -> bytes: ...
 @classmethod
 def get_json_format(cls) -> Literal['base64url']: ...
@_dataclasses.dataclass(slots=True)
class EncodedBytes:
 encoder: type[EncoderProtocol]
 def __get_pydantic_json_schema__(self, core_schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue: ...
 def __get_pydantic_core_schema__(self, source: type[Any], handler: GetCoreSchemaHandler) -> core_schema.CoreSchema: ...
 def decode(self, data: bytes, _: core_schema.ValidationInfo) -> bytes: ...
 def encode(self, value: bytes) -> bytes: ...
 def __hash__(self) -> int: ...
@_dataclasses.dataclass(slots=True)
class EncodedStr:
 encoder: type[EncoderProtocol]
 def __get_pydantic_json_schema__(self, core_schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue: ...
 def __get_pydantic_core_schema__(self, source: type[Any], handler: GetCoreSchemaHandler) -> core_schema.CoreSchema: ...
 def decode_str(self, data: str, _: core_schema.ValidationInfo) -> str: ...
 def encode_str(self, value: str) -> str: ...
 def __hash__(self) -> int: ...
Base64Bytes = Annotated[bytes, EncodedBytes(encoder=Base64Encoder)]
Base64Str = Annotated[str, EncodedStr(encoder=Base64Encoder)]
Base64UrlBytes = Annotated[bytes, EncodedBytes(encoder=Base64UrlEncoder)]
Base64UrlStr = Annotated[str, EncodedStr(encoder=Base64UrlEncoder)]
__getattr__: _loopmend_3.Callable[..., object]
@_dataclasses.dataclass(slots=True)
class GetPydanticSchema:
 get_pydantic_core_schema: Callable[[Any, GetCoreSchemaHandler], CoreSchema] | None = None
 get_pydantic_json_schema: Callable[[Any, GetJsonSchemaHandler], JsonSchemaValue] | None = None
 if not TYPE_CHECKING:
  def __getattr__(self, item: str) -> Any: ...
 __hash__ = object.__hash__
@_dataclasses.dataclass(slots=True, frozen=True)
class Tag:
 tag: str
 def __get_pydantic_core_schema__(self, source_type: Any, handler: GetCoreSchemaHandler) -> CoreSchema: ...
@_dataclasses.dataclass(slots=True, frozen=True)
class Discriminator:
 discriminator: str | Callable[[Any], Hashable]
 custom_error_type: str | None = None
 custom_error_message: str | None = None
 custom_error_context: dict[str, int | str | float] | None = None
 def __get_pydantic_core_schema__(self, source_type: Any, handler: GetCoreSchemaHandler) -> CoreSchema: ...
 def _convert_schema(self, original_schema: core_schema.CoreSchema, handler: GetCoreSchemaHandler | None = None, definitions: dict[str, core_schema.CoreSchema] | None = None) -> core_schema.TaggedUnionSchema: ...
_JSON_TYPES: set
def _get_type_name(x: Any) -> str: ...
class _AllowAnyJson:
 @classmethod
 def __get_pydantic_core_schema__(cls, source_type: Any, handler: GetCoreSchemaHandler) -> CoreSchema: ...
if TYPE_CHECKING:
 JsonValue: TypeAlias = ...
else:
 JsonValue: _loopmend_3.Any
class _OnErrorOmit:
 @classmethod
 def __get_pydantic_core_schema__(cls, source_type: Any, handler: GetCoreSchemaHandler) -> CoreSchema: ...
OnErrorOmit = Annotated[T, _OnErrorOmit]
@_dataclasses.dataclass
class FailFast(_fields.PydanticMetadata, BaseMetadata):
 fail_fast: bool = True

=== pydantic.v1 package
from pydantic.v1 import dataclasses
from pydantic.v1.annotated_types import create_model_from_namedtuple, create_model_from_typeddict
from pydantic.v1.class_validators import root_validator, validator
from pydantic.v1.config import BaseConfig, ConfigDict, Extra
from pydantic.v1.decorator import validate_arguments
from pydantic.v1.env_settings import BaseSettings
from pydantic.v1.error_wrappers import ValidationError
from pydantic.v1.errors import *
from pydantic.v1.fields import Field, PrivateAttr, Required
from pydantic.v1.main import *
from pydantic.v1.networks import *
from pydantic.v1.parse import Protocol
from pydantic.v1.tools import *
from pydantic.v1.types import *
from pydantic.v1.version import VERSION, compiled
__version__ = VERSION
__all__ = [ 'create_model_from_namedtuple', 'create_model_from_typeddict', 'dataclasses', 'root_validator', 'validator', 'BaseConfig', 'ConfigDict', 'Extra', 'validate_arguments', 'BaseSettings', 'ValidationError', 'Field', 'Required', 'BaseModel', 'create_model', 'validate_model', 'AnyUrl', 'AnyHttpUrl', 'FileUrl', 'HttpUrl', 'stricturl', 'EmailStr', 'NameEmail', 'IPvAnyAddress', 'IPvAnyInterface', 'IPvAnyNetwork', 'PostgresDsn', 'CockroachDsn', 'AmqpDsn', 'RedisDsn', 'MongoDsn', 'KafkaDsn', 'validate_email', 'Protocol', 'parse_file_as', 'parse_obj_as', 'parse_raw_as', 'schema_of', 'schema_json_of', 'NoneStr', 'NoneBytes', 'StrBytes', 'NoneStrBytes', 'StrictStr', 'ConstrainedBytes', 'conbytes', 'ConstrainedList', 'conlist', 'ConstrainedSet', 'conset', 'ConstrainedFrozenSet', 'confrozenset', 'ConstrainedStr', 'constr', 'PyObject', 'ConstrainedInt', 'conint', 'PositiveInt', 'NegativeInt', 'NonNegativeInt', 'NonPositiveInt', 'ConstrainedFloat', 'confloat', 'PositiveFloat', 'NegativeFloat', 'NonNegativeFloat', 'NonPositiveFloat', 'FiniteFloat', 'ConstrainedDecimal', 'condecimal', 'ConstrainedDate', 'condate', 'UUID1', 'UUID3', 'UUID4', 'UUID5', 'FilePath', 'DirectoryPath', 'Json', 'JsonWrapper', 'SecretField', 'SecretStr', 'SecretBytes', 'StrictBool', 'StrictBytes', 'StrictInt', 'StrictFloat', 'PaymentCardNumber', 'PrivateAttr', 'ByteSize', 'PastDate', 'FutureDate', 'compiled', 'VERSION', ]

=== pydantic.v1.errors
import pydantic.v1.errors as _loopmend_0
import typing as _loopmend_1
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable, Sequence, Set, Tuple, Type, Union
from pydantic.v1.typing import display_as_type
if TYPE_CHECKING:
 from pydantic.v1.typing import DictStrAny
__all__ = ( 'PydanticTypeError', 'PydanticValueError', 'ConfigError', 'MissingError', 'ExtraError', 'NoneIsNotAllowedError', 'NoneIsAllowedError', 'WrongConstantError', 'NotNoneError', 'BoolError', 'BytesError', 'DictError', 'EmailError', 'UrlError', 'UrlSchemeError', 'UrlSchemePermittedError', 'UrlUserInfoError', 'UrlHostError', 'UrlHostTldError', 'UrlPortError', 'UrlExtraError', 'EnumError', 'IntEnumError', 'EnumMemberError', 'IntegerError', 'FloatError', 'PathError', 'PathNotExistsError', 'PathNotAFileError', 'PathNotADirectoryError', 'PyObjectError', 'SequenceError', 'ListError', 'SetError', 'FrozenSetError', 'TupleError', 'TupleLengthError', 'ListMinLengthError', 'ListMaxLengthError', 'ListUniqueItemsError', 'SetMinLengthError', 'SetMaxLengthError', 'FrozenSetMinLengthError', 'FrozenSetMaxLengthError', 'AnyStrMinLengthError', 'AnyStrMaxLengthError', 'StrError', 'StrRegexError', 'NumberNotGtError', 'NumberNotGeError', 'NumberNotLtError', 'NumberNotLeError', 'NumberNotMultipleError', 'DecimalError', 'DecimalIsNotFiniteError', 'DecimalMaxDigitsError', 'DecimalMaxPlacesError', 'DecimalWholeDigitsError', 'DateTimeError', 'DateError', 'DateNotInThePastError', 'DateNotInTheFutureError', 'TimeError', 'DurationError', 'HashableError', 'UUIDError', 'UUIDVersionError', 'ArbitraryTypeError', 'ClassError', 'SubclassError', 'JsonError', 'JsonTypeError', 'PatternError', 'DataclassTypeError', 'CallableError', 'IPvAnyAddressError', 'IPvAnyInterfaceError', 'IPvAnyNetworkError', 'IPv4AddressError', 'IPv6AddressError', 'IPv4NetworkError', 'IPv6NetworkError', 'IPv4InterfaceError', 'IPv6InterfaceError', 'ColorError', 'StrictBoolError', 'NotDigitError', 'LuhnValidationError', 'InvalidLengthForBrand', 'InvalidByteSize', 'InvalidByteSizeUnit', 'MissingDiscriminator', 'InvalidDiscriminator', )
def cls_kwargs(cls: Type['PydanticErrorMixin'], ctx: "DictStrAny") -> "PydanticErrorMixin": ...
class PydanticErrorMixin:
 code: str
 msg_template: str
 def __init__(self, **ctx: Any) -> None: ...
 def __str__(self) -> str: ...
 def __reduce__(self) -> Tuple[Callable[..., 'PydanticErrorMixin'], Tuple[Type['PydanticErrorMixin'], 'DictStrAny']]: ...
 __dict__: dict
class PydanticTypeError(PydanticErrorMixin, TypeError):
 ...
class PydanticValueError(PydanticErrorMixin, ValueError):
 ...
class ConfigError(RuntimeError):
 ...
class MissingError(PydanticValueError):
 msg_template = 'field required'
class ExtraError(PydanticValueError):
 msg_template = 'extra fields not permitted'
class NoneIsNotAllowedError(PydanticTypeError):
 code = 'none.not_allowed'
 msg_template = 'none is not an allowed value'
class NoneIsAllowedError(PydanticTypeError):
 code = 'none.allowed'
 msg_template = 'value is not none'
class WrongConstantError(PydanticValueError):
 code = 'const'
 def __str__(self) -> str: ...
class NotNoneError(PydanticTypeError):
 code = 'not_none'
 msg_template = 'value is not None'
class BoolError(PydanticTypeError):
 msg_template = 'value could not be parsed to a boolean'
class BytesError(PydanticTypeError):
 msg_template = 'byte type expected'
class DictError(PydanticTypeError):
 msg_template = 'value is not a valid dict'
class EmailError(PydanticValueError):
 msg_template = 'value is not a valid email address'
class UrlError(PydanticValueError):
 code = 'url'
class UrlSchemeError(UrlError):
 code = 'url.scheme'
 msg_template = 'invalid or missing URL scheme'
class UrlSchemePermittedError(UrlError):
 code = 'url.scheme'
 msg_template = 'URL scheme not permitted'
 def __init__(self, allowed_schemes: Set[str]) -> None: ...
class UrlUserInfoError(UrlError):
 code = 'url.userinfo'
 msg_template = 'userinfo required in URL but missing'
class UrlHostError(UrlError):
 code = 'url.host'
 msg_template = 'URL host invalid'
class UrlHostTldError(UrlError):
 code = 'url.host'
 msg_template: str
class UrlPortError(UrlError):
 code = 'url.port'
 msg_template: str
class UrlExtraError(UrlError):
 code = 'url.extra'
 msg_template: str
class EnumMemberError(PydanticTypeError):
 code = 'enum'
 def __str__(self) -> str: ...
class IntegerError(PydanticTypeError):
 msg_template = 'value is not a valid integer'
class FloatError(PydanticTypeError):
 msg_template = 'value is not a valid float'
class PathError(PydanticTypeError):
 msg_template = 'value is not a valid path'
class _PathValueError(PydanticValueError):
 def __init__(self, *, path: Path) -> None: ...
class PathNotExistsError(_PathValueError):
 code = 'path.not_exists'
 msg_template: str
class PathNotAFileError(_PathValueError):
 code = 'path.not_a_file'
 msg_template = 'path "{path}" does not point to a file'
class PathNotADirectoryError(_PathValueError):
 code = 'path.not_a_directory'
 msg_template: str
class PyObjectError(PydanticTypeError):
 msg_template: str
class SequenceError(PydanticTypeError):
 msg_template = 'value is not a valid sequence'
class IterableError(PydanticTypeError):
 msg_template = 'value is not a valid iterable'
class ListError(PydanticTypeError):
 msg_template = 'value is not a valid list'
class SetError(PydanticTypeError):
 msg_template = 'value is not a valid set'
class FrozenSetError(PydanticTypeError):
 msg_template = 'value is not a valid frozenset'
class DequeError(PydanticTypeError):
 msg_template = 'value is not a valid deque'
class TupleError(PydanticTypeError):
 msg_template = 'value is not a valid tuple'
class TupleLengthError(PydanticValueError):
 code = 'tuple.length'
 msg_template: str
 def __init__(self, *, actual_length: int, expected_length: int) -> None: ...
class ListMinLengthError(PydanticValueError):
 code = 'list.min_items'
 msg_template: str
 def __init__(self, *, limit_value: int) -> None: ...
class ListMaxLengthError(PydanticValueError):
 code = 'list.max_items'
 msg_template: str
 def __init__(self, *, limit_value: int) -> None: ...
class ListUniqueItemsError(PydanticValueError):
 code = 'list.unique_items'
 msg_template = 'the list has duplicated items'
class SetMinLengthError(PydanticValueError):
 code = 'set.min_items'
 msg_template: str
 def __init__(self, *, limit_value: int) -> None: ...
class SetMaxLengthError(PydanticValueError):
 code = 'set.max_items'
 msg_template: str
 def __init__(self, *, limit_value: int) -> None: ...
class FrozenSetMinLengthError(PydanticValueError):
 code = 'frozenset.min_items'
 msg_template: str
 def __init__(self, *, limit_value: int) -> None: ...
class FrozenSetMaxLengthError(PydanticValueError):
 code = 'frozenset.max_items'
 msg_template: str
 def __init__(self, *, limit_value: int) -> None: ...
class AnyStrMinLengthError(PydanticValueError):
 code = 'any_str.min_length'
 msg_template: str
 def __init__(self, *, limit_value: int) -> None: ...
class AnyStrMaxLengthError(PydanticValueError):
 code = 'any_str.max_length'
 msg_template: str
 def __init__(self, *, limit_value: int) -> None: ...
class StrError(PydanticTypeError):
 msg_template = 'str type expected'
class StrRegexError(PydanticValueError):
 code = 'str.regex'
 msg_template: str
 def __init__(self, *, pattern: str) -> None: ...
class _NumberBoundError(PydanticValueError):
 def __init__(self, *, limit_value: Union[int, float, Decimal]) -> None: ...
class NumberNotGtError(_NumberBoundError):
 code = 'number.not_gt'
 msg_template: str
class NumberNotGeError(_NumberBoundError):
 code = 'number.not_ge'
 msg_template: str
class NumberNotLtError(_NumberBoundError):
 code = 'number.not_lt'
 msg_template: str
class NumberNotLeError(_NumberBoundError):
 code = 'number.not_le'
 msg_template: str
class NumberNotFiniteError(PydanticValueError):
 code = 'number.not_finite_number'
 msg_template = 'ensure this value is a finite number'
class NumberNotMultipleError(PydanticValueError):
 code = 'number.not_multiple'
 msg_template: str
 def __init__(self, *, multiple_of: Union[int, float, Decimal]) -> None: ...
class DecimalError(PydanticTypeError):
 msg_template = 'value is not a valid decimal'
class DecimalIsNotFiniteError(PydanticValueError):
 code = 'decimal.not_finite'
 msg_template = 'value is not a valid decimal'
class DecimalMaxDigitsError(PydanticValueError):
 code = 'decimal.max_digits'
 msg_template: str
 def __init__(self, *, max_digits: int) -> None: ...
class DecimalMaxPlacesError(PydanticValueError):
 code = 'decimal.max_places'
 msg_template: str
 def __init__(self, *, decimal_places: int) -> None: ...
class DecimalWholeDigitsError(PydanticValueError):
 code = 'decimal.whole_digits'
 msg_template: str
 def __init__(self, *, whole_digits: int) -> None: ...
class DateTimeError(PydanticValueError):
 msg_template = 'invalid datetime format'
class DateError(PydanticValueError):
 msg_template = 'invalid date format'
class DateNotInThePastError(PydanticValueError):
 code = 'date.not_in_the_past'
 msg_template = 'date is not in the past'
class DateNotInTheFutureError(PydanticValueError):
 code = 'date.not_in_the_future'
 msg_template = 'date is not in the future'
class TimeError(PydanticValueError):
 msg_template = 'invalid time format'
class DurationError(PydanticValueError):
 msg_template = 'invalid duration format'
class HashableError(PydanticTypeError):
 msg_template = 'value is not a valid hashable'
class UUIDError(PydanticTypeError):
 msg_template = 'value is not a valid uuid'
class UUIDVersionError(PydanticValueError):
 code = 'uuid.version'
 msg_template: str
 def __init__(self, *, required_version: int) -> None: ...
class ArbitraryTypeError(PydanticTypeError):
 code = 'arbitrary_type'
 msg_template: str
 def __init__(self, *, expected_arbitrary_type: Type[Any]) -> None: ...
class ClassError(PydanticTypeError):
 code = 'class'
 msg_template = 'a class is expected'
class SubclassError(PydanticTypeError):
 code = 'subclass'
 msg_template = 'subclass of {expected_class} expected'
 def __init__(self, *, expected_class: Type[Any]) -> None: ...
class JsonError(PydanticValueError):
 msg_template = 'Invalid JSON'
class JsonTypeError(PydanticTypeError):
 code = 'json'
 msg_template: str
class PatternError(PydanticValueError):
 code = 'regex_pattern'
 msg_template = 'Invalid regular expression'
class DataclassTypeError(PydanticTypeError):
 code = 'dataclass'
 msg_template: str
class CallableError(PydanticTypeError):
 msg_template = '{value} is not callable'
class EnumError(PydanticTypeError):
 code = 'enum_instance'
 msg_template = '{value} is not a valid Enum instance'
class IntEnumError(PydanticTypeError):
 code = 'int_enum_instance'
 msg_template: str
class IPvAnyAddressError(PydanticValueError):
 msg_template: str
class IPvAnyInterfaceError(PydanticValueError):
 msg_template: str
class IPvAnyNetworkError(PydanticValueError):
 msg_template: str
class IPv4AddressError(PydanticValueError):
 msg_template = 'value is not a valid IPv4 address'
class IPv6AddressError(PydanticValueError):
 msg_template = 'value is not a valid IPv6 address'
class IPv4NetworkError(PydanticValueError):
 msg_template = 'value is not a valid IPv4 network'
class IPv6NetworkError(PydanticValueError):
 msg_template = 'value is not a valid IPv6 network'
class IPv4InterfaceError(PydanticValueError):
 msg_template = 'value is not a valid IPv4 interface'
class IPv6InterfaceError(PydanticValueError):
 msg_template = 'value is not a valid IPv6 interface'
class ColorError(PydanticValueError):
 msg_template = 'value is not a valid color: {reason}'
class StrictBoolError(PydanticValueError):
 msg_template = 'value is not a valid boolean'
class NotDigitError(PydanticValueError):
 code = 'payment_card_number.digits'
 msg_template = 'card number is not all digits'
class LuhnValidationError(PydanticValueError):
 code = 'payment_card_number.luhn_check'
 msg_template = 'card number is not luhn valid'
class InvalidLengthForBrand(PydanticValueError):
 code: str
 msg_template: str
class InvalidByteSize(PydanticValueError):
 msg_template: str
class InvalidByteSizeUnit(PydanticValueError):
 msg_template = 'could not interpret byte unit: {unit}'
class MissingDiscriminator(PydanticValueError):
 code: str
 msg_template: str
class InvalidDiscriminator(PydanticValueError):
 code: str
 msg_template: str
 def __init__(self, *, discriminator_key: str, discriminator_value: Any, allowed_values: Sequence[Any]) -> None: ...

=== pydantic.v1.types
import datetime as _loopmend_3
import decimal as _loopmend_1
import pathlib as _loopmend_2
import pydantic.v1.types as _loopmend_0
import abc
import math
import re
import warnings
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from pathlib import Path
from types import new_class
from typing import ( TYPE_CHECKING, Any, Callable, ClassVar, Dict, FrozenSet, List, Optional, Pattern, Set, Tuple, Type, TypeVar, Union, cast, overload, )
from uuid import UUID
from weakref import WeakSet
from pydantic.v1 import errors
from pydantic.v1.datetime_parse import parse_date
from pydantic.v1.utils import import_string, update_not_none
from pydantic.v1.validators import ( bytes_validator, constr_length_validator, constr_lower, constr_strip_whitespace, constr_upper, decimal_validator, float_finite_validator, float_validator, frozenset_validator, int_validator, list_validator, number_multiple_validator, number_size_validator, path_exists_validator, path_validator, set_validator, str_validator, strict_bytes_validator, strict_float_validator, strict_int_validator, strict_str_validator, )
__all__ = [ 'NoneStr', 'NoneBytes', 'StrBytes', 'NoneStrBytes', 'StrictStr', 'ConstrainedBytes', 'conbytes', 'ConstrainedList', 'conlist', 'ConstrainedSet', 'conset', 'ConstrainedFrozenSet', 'confrozenset', 'ConstrainedStr', 'constr', 'PyObject', 'ConstrainedInt', 'conint', 'PositiveInt', 'NegativeInt', 'NonNegativeInt', 'NonPositiveInt', 'ConstrainedFloat', 'confloat', 'PositiveFloat', 'NegativeFloat', 'NonNegativeFloat', 'NonPositiveFloat', 'FiniteFloat', 'ConstrainedDecimal', 'condecimal', 'UUID1', 'UUID3', 'UUID4', 'UUID5', 'FilePath', 'DirectoryPath', 'Json', 'JsonWrapper', 'SecretField', 'SecretStr', 'SecretBytes', 'StrictBool', 'StrictBytes', 'StrictInt', 'StrictFloat', 'PaymentCardNumber', 'ByteSize', 'PastDate', 'FutureDate', 'ConstrainedDate', 'condate', ]
NoneStr = Optional[str]
NoneBytes = Optional[bytes]
StrBytes = Union[str, bytes]
NoneStrBytes = Optional[StrBytes]
OptionalInt = Optional[int]
OptionalIntFloat = Union[OptionalInt, float]
OptionalIntFloatDecimal = Union[OptionalIntFloat, Decimal]
OptionalDate = Optional[date]
StrIntFloat = Union[str, int, float]
if TYPE_CHECKING:
 from typing_extensions import Annotated
 from pydantic.v1.dataclasses import Dataclass
 from pydantic.v1.main import BaseModel
 from pydantic.v1.typing import CallableGenerator
 ModelOrDc = Type[Union[BaseModel, Dataclass]]
T = TypeVar('T')
_DEFINED_TYPES: "WeakSet[type]" = WeakSet()
@overload
def _registered(typ: Type[T]) -> Type[T]: ...
@overload
def _registered(typ: "ConstrainedNumberMeta") -> "ConstrainedNumberMeta": ...
def _registered(typ: Union[Type[T], 'ConstrainedNumberMeta']) -> Union[Type[T], 'ConstrainedNumberMeta']: ...
class ConstrainedNumberMeta(type):
 def __new__(cls, name: str, bases: Any, dct: Dict[str, Any]) -> "ConstrainedInt": ...
if TYPE_CHECKING:
 StrictBool = bool
else:
 class StrictBool(int):
  @classmethod
  def __modify_schema__(cls, field_schema: Dict[str, Any]) -> None: ...
  @classmethod
  def __get_validators__(cls) -> "CallableGenerator": ...
  @classmethod
  def validate(cls, value: Any) -> bool: ...
class ConstrainedInt(int, metaclass=ConstrainedNumberMeta):
 strict: bool = False
 gt: OptionalInt = None
 ge: OptionalInt = None
 lt: OptionalInt = None
 le: OptionalInt = None
 multiple_of: OptionalInt = None
 @classmethod
 def __modify_schema__(cls, field_schema: Dict[str, Any]) -> None: ...
 @classmethod
 def __get_validators__(cls) -> "CallableGenerator": ...
def conint(*, strict: bool = ..., gt: Optional[int] = None, ge: Optional[int] = None, lt: Optional[int] = None, le: Optional[int] = None, multiple_of: Optional[int] = None) -> Type[int]: ...
if TYPE_CHECKING:
 PositiveInt = int
 NegativeInt = int
 NonPositiveInt = int
 NonNegativeInt = int
 StrictInt = int
else:
 class PositiveInt(ConstrainedInt):
  gt = 0
 class NegativeInt(ConstrainedInt):
  lt = 0
 class NonPositiveInt(ConstrainedInt):
  le = 0
 class NonNegativeInt(ConstrainedInt):
  ge = 0
 class StrictInt(ConstrainedInt):
  strict = True
class ConstrainedFloat(float, metaclass=ConstrainedNumberMeta):
 strict: bool = False
 gt: OptionalIntFloat = None
 ge: OptionalIntFloat = None
 lt: OptionalIntFloat = None
 le: OptionalIntFloat = None
 multiple_of: OptionalIntFloat = None
 allow_inf_nan: Optional[bool] = None
 @classmethod
 def __modify_schema__(cls, field_schema: Dict[str, Any]) -> None: ...
 @classmethod
 def __get_validators__(cls) -> "CallableGenerator": ...
def confloat(*, strict: bool = ..., gt: float = None, ge: float = None, lt: float = None, le: float = None, multiple_of: float = None, allow_inf_nan: Optional[bool] = None) -> Type[float]: ...
if TYPE_CHECKING:
 PositiveFloat = float
 NegativeFloat = float
 NonPositiveFloat = float
 NonNegativeFloat = float
 StrictFloat = float
 FiniteFloat = float
else:
 class PositiveFloat(ConstrainedFloat):
  gt = 0
 class NegativeFloat(ConstrainedFloat):
  lt = 0
 class NonPositiveFloat(ConstrainedFloat):
  le = 0
 class NonNegativeFloat(ConstrainedFloat):
  ge = 0
 class StrictFloat(ConstrainedFloat):
  strict = True
 class FiniteFloat(ConstrainedFloat):
  allow_inf_nan = False
class ConstrainedBytes(bytes):
 strip_whitespace = False
 to_upper = False
 to_lower = False
 min_length: OptionalInt = None
 max_length: OptionalInt = None
 strict: bool = False
 @classmethod
 def __modify_schema__(cls, field_schema: Dict[str, Any]) -> None: ...
 @classmethod
 def __get_validators__(cls) -> "CallableGenerator": ...
def conbytes(*, strip_whitespace: bool = ..., to_upper: bool = ..., to_lower: bool = ..., min_length: Optional[int] = None, max_length: Optional[int] = None, strict: bool = ...) -> Type[bytes]: ...
if TYPE_CHECKING:
 StrictBytes = bytes
else:
 class StrictBytes(ConstrainedBytes):
  strict = True
class ConstrainedStr(str):
 strip_whitespace = False
 to_upper = False
 to_lower = False
 min_length: OptionalInt = None
 max_length: OptionalInt = None
 curtail_length: OptionalInt = None
 regex: Optional[Union[str, Pattern[str]]] = None
 strict = False
 @classmethod
 def __modify_schema__(cls, field_schema: Dict[str, Any]) -> None: ...
 @classmethod
 def __get_validators__(cls) -> "CallableGenerator": ...
 @classmethod
 def validate(cls, value: Union[str]) -> Union[str]: ...
 @staticmethod
 def _get_pattern(regex: Union[str, Pattern[str]]) -> str: ...
def constr(*, strip_whitespace: bool = ..., to_upper: bool = ..., to_lower: bool = ..., strict: bool = ..., min_length: Optional[int] = None, max_length: Optional[int] = None, curtail_length: Optional[int] = None, regex: Optional[str] = None) -> Type[str]: ...
if TYPE_CHECKING:
 StrictStr = str
else:
 class StrictStr(ConstrainedStr):
  strict = True
class ConstrainedSet(set):
 __origin__ = set
 __args__: Set[Type[T]]
 min_items: Optional[int] = None
 max_items: Optional[int] = None
 item_type: Type[T]
 @classmethod
 def __get_validators__(cls) -> "CallableGenerator": ...
 @classmethod
 def __modify_schema__(cls, field_schema: Dict[str, Any]) -> None: ...
 @classmethod
 def set_length_validator(cls, v: "Optional[Set[T]]") -> "Optional[Set[T]]": ...
def conset(item_type: Type[T], *, min_items: Optional[int] = None, max_items: Optional[int] = None) -> Type[Set[T]]: ...
class ConstrainedFrozenSet(frozenset):
 __origin__ = frozenset
 __args__: FrozenSet[Type[T]]
 min_items: Optional[int] = None
 max_items: Optional[int] = None
 item_type: Type[T]
 @classmethod
 def __get_validators__(cls) -> "CallableGenerator": ...
 @classmethod
 def __modify_schema__(cls, field_schema: Dict[str, Any]) -> None: ...
 @classmethod
 def frozenset_length_validator(cls, v: "Optional[FrozenSet[T]]") -> "Optional[FrozenSet[T]]": ...
def confrozenset(item_type: Type[T], *, min_items: Optional[int] = None, max_items: Optional[int] = None) -> Type[FrozenSet[T]]: ...
_HASHABLE_SCALAR_TYPES: set
class ConstrainedList(list):
 __origin__ = list
 __args__: Tuple[Type[T], ...]
 min_items: Optional[int] = None
 max_items: Optional[int] = None
 unique_items: Optional[bool] = None
 item_type: Type[T]
 @classmethod
 def __get_validators__(cls) -> "CallableGenerator": ...
 @classmethod
 def __modify_schema__(cls, field_schema: Dict[str, Any]) -> None: ...
 @classmethod
 def list_length_validator(cls, v: "Optional[List[T]]") -> "Optional[List[T]]": ...
 @classmethod
 def unique_items_validator(cls, v: "Optional[List[T]]") -> "Optional[List[T]]": ...
def conlist(item_type: Type[T], *, min_items: Optional[int] = None, max_items: Optional[int] = None, unique_items: bool = None) -> Type[List[T]]: ...
if TYPE_CHECKING:
 PyObject = Callable[..., Any]
else:
 class PyObject:
  validate_always = True
  @classmethod
  def __get_validators__(cls) -> "CallableGenerator": ...
  @classmethod
  def validate(cls, value: Any) -> Any: ...
class ConstrainedDecimal(Decimal, metaclass=ConstrainedNumberMeta):
 gt: OptionalIntFloatDecimal = None
 ge: OptionalIntFloatDecimal = None
 lt: OptionalIntFloatDecimal = None
 le: OptionalIntFloatDecimal = None
 max_digits: OptionalInt = None
 decimal_places: OptionalInt = None
 multiple_of: OptionalIntFloatDecimal = None
 @classmethod
 def __modify_schema__(cls, field_schema: Dict[str, Any]) -> None: ...
 @classmethod
 def __get_validators__(cls) -> "CallableGenerator": ...
 @classmethod
 def validate(cls, value: Decimal) -> Decimal: ...
def condecimal(*, gt: Decimal = None, ge: Decimal = None, lt: Decimal = None, le: Decimal = None, max_digits: Optional[int] = None, decimal_places: Optional[int] = None, multiple_of: Decimal = None) -> Type[Decimal]: ...
if TYPE_CHECKING:
 UUID1 = UUID
 UUID3 = UUID
 UUID4 = UUID
 UUID5 = UUID
else:
 class UUID1(UUID):
  _required_version = 1
  @classmethod
  def __modify_schema__(cls, field_schema: Dict[str, Any]) -> None: ...
 class UUID3(UUID1):
  _required_version = 3
 class UUID4(UUID1):
  _required_version = 4
 class UUID5(UUID1):
  _required_version = 5
if TYPE_CHECKING:
 FilePath = Path
 DirectoryPath = Path
else:
 class FilePath(Path):
  @classmethod
  def __modify_schema__(cls, field_schema: Dict[str, Any]) -> None: ...
  @classmethod
  def __get_validators__(cls) -> "CallableGenerator": ...
  @classmethod
  def validate(cls, value: Path) -> Path: ...
 class DirectoryPath(Path):
  @classmethod
  def __modify_schema__(cls, field_schema: Dict[str, Any]) -> None: ...
  @classmethod
  def __get_validators__(cls) -> "CallableGenerator": ...
  @classmethod
  def validate(cls, value: Path) -> Path: ...
class JsonWrapper:
 ...
class JsonMeta(type):
 def __getitem__(self, t: Type[Any]) -> Type[JsonWrapper]: ...
if TYPE_CHECKING:
 Json = Annotated[T, ...]
else:
 class Json(metaclass=JsonMeta):
  @classmethod
  def __modify_schema__(cls, field_schema: Dict[str, Any]) -> None: ...
class SecretField(abc.ABC):
 def __eq__(self, other: Any) -> bool: ...
 def __str__(self) -> str: ...
 def __hash__(self) -> int: ...
 @abc.abstractmethod
 def get_secret_value(self) -> Any: ...
class SecretStr(SecretField):
 min_length: OptionalInt = None
 max_length: OptionalInt = None
 @classmethod
 def __modify_schema__(cls, field_schema: Dict[str, Any]) -> None: ...
 @classmethod
 def __get_validators__(cls) -> "CallableGenerator": ...
 @classmethod
 def validate(cls, value: Any) -> "SecretStr": ...
 def __init__(self, value: str) -> None: ...
 def __repr__(self) -> str: ...
 def __len__(self) -> int: ...
 def display(self) -> str: ...
 def get_secret_value(self) -> str: ...
 _secret_value: str
class SecretBytes(SecretField):
 min_length: OptionalInt = None
 max_length: OptionalInt = None
 @classmethod
 def __modify_schema__(cls, field_schema: Dict[str, Any]) -> None: ...
 @classmethod
 def __get_validators__(cls) -> "CallableGenerator": ...
 @classmethod
 def validate(cls, value: Any) -> "SecretBytes": ...
 def __init__(self, value: bytes) -> None: ...
 def __repr__(self) -> str: ...
 def __len__(self) -> int: ...
 def display(self) -> str: ...
 def get_secret_value(self) -> bytes: ...
 _secret_value: bytes
class PaymentCardBrand(str, Enum):
 amex = 'American Express'
 mastercard = 'Mastercard'
 visa = 'Visa'
 other = 'other'
 def __str__(self) -> str: ...
class PaymentCardNumber(str):
 strip_whitespace: ClassVar[bool] = True
 min_length: ClassVar[int] = 12
 max_length: ClassVar[int] = 19
 bin: str
 last4: str
 brand: PaymentCardBrand
 def __init__(self, card_number: str) -> None: ...
 @classmethod
 def __get_validators__(cls) -> "CallableGenerator": ...
 @property
 def masked(self) -> str: ...
 @classmethod
 def validate_digits(cls, card_number: str) -> str: ...
 @classmethod
 def validate_luhn_check_digit(cls, card_number: str) -> str: ...
 @classmethod
 def validate_length_for_brand(cls, card_number: "PaymentCardNumber") -> "PaymentCardNumber": ...
 @staticmethod
 def _get_brand(card_number: str) -> PaymentCardBrand: ...
BYTE_SIZES: dict
byte_string_re = re.compile(r'^\s*(\d*\.?\d+)\s*(\w+)?', re.IGNORECASE)
class ByteSize(int):
 @classmethod
 def __get_validators__(cls) -> "CallableGenerator": ...
 @classmethod
 def validate(cls, v: StrIntFloat) -> "ByteSize": ...
 def human_readable(self, decimal: bool = ...) -> str: ...
 def to(self, unit: str) -> float: ...
if TYPE_CHECKING:
 PastDate = date
 FutureDate = date
else:
 class PastDate(date):
  @classmethod
  def __get_validators__(cls) -> "CallableGenerator": ...
  @classmethod
  def validate(cls, value: date) -> date: ...
 class FutureDate(date):
  @classmethod
  def __get_validators__(cls) -> "CallableGenerator": ...
  @classmethod
  def validate(cls, value: date) -> date: ...
class ConstrainedDate(date, metaclass=ConstrainedNumberMeta):
 gt: OptionalDate = None
 ge: OptionalDate = None
 lt: OptionalDate = None
 le: OptionalDate = None
 @classmethod
 def __modify_schema__(cls, field_schema: Dict[str, Any]) -> None: ...
 @classmethod
 def __get_validators__(cls) -> "CallableGenerator": ...
def condate(*, gt: date = None, ge: date = None, lt: date = None, le: date = None) -> Type[date]: ...

