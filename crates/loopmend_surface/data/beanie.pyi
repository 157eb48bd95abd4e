# beanie 2.2.0 Apache-2.0
=== beanie package
from beanie.migrations.controllers.free_fall import free_fall_migration
from beanie.migrations.controllers.iterative import iterative_migration
from beanie.odm.actions import ( After, Before, Delete, Insert, Replace, Save, SaveChanges, Update, ValidateOnSave, after_event, before_event, )
from beanie.odm.bulk import BulkWriter
from beanie.odm.custom_types import DecimalAnnotation
from beanie.odm.custom_types.bson.binary import BsonBinary
from beanie.odm.documents import ( Document, DocumentWithSoftDelete, MergeStrategy, )
from beanie.odm.enums import SortDirection
from beanie.odm.fields import ( BackLink, BeanieObjectId, DeleteRules, Indexed, Link, PydanticObjectId, WriteRules, )
from beanie.odm.queries.update import UpdateResponse
from beanie.odm.settings.timeseries import Granularity, TimeSeriesConfig
from beanie.odm.union_doc import UnionDoc
from beanie.odm.utils.init import init_beanie
from beanie.odm.utils.update_merge import ( ActionConflictResolution, MergeConflictError, )
from beanie.odm.views import View
__version__ = "2.2.0"
__all__ = [ "Document", "DocumentWithSoftDelete", "View", "UnionDoc", "init_beanie", "PydanticObjectId", "BeanieObjectId", "Indexed", "TimeSeriesConfig", "Granularity", "SortDirection", "MergeStrategy", "ActionConflictResolution", "MergeConflictError", "before_event", "after_event", "Insert", "Replace", "Save", "SaveChanges", "ValidateOnSave", "Delete", "Before", "After", "Update", "BulkWriter", "iterative_migration", "free_fall_migration", "Link", "BackLink", "WriteRules", "DeleteRules", "DecimalAnnotation", "BsonBinary", "UpdateResponse", ]

=== beanie.executors package

=== beanie.executors.migrate
import pathlib as _loopmend_0
import asyncio
import os
import shutil
import sys
from datetime import datetime
from pathlib import Path
from typing import Any
import click
if sys.version_info >= (3, 11):
 import tomllib
else:
 import tomli as tomllib
from beanie.migrations import template
from beanie.migrations.database import DBHandler
from beanie.migrations.models import RunningDirections, RunningMode
from beanie.migrations.runner import MigrationNode
class MigrationSettings:
 def __init__(self, **kwargs: Any) -> None: ...
 @staticmethod
 def get_env_value(field_name: str) -> str | None: ...
 @staticmethod
 def get_from_toml(field_name: str) -> Any: ...
 direction: str | RunningDirections
 distance: int
 connection_uri: str
 database_name: str
 path: _loopmend_0.Path
 allow_index_dropping: bool
 use_transaction: bool
@click.group()
def migrations() -> None: ...
async def run_migrate(settings: MigrationSettings) -> None: ...
@migrations.command()
@click.option( "--forward", "direction", required=False, flag_value="FORWARD", help="Roll the migrations forward. This is default", )
@click.option( "--backward", "direction", required=False, flag_value="BACKWARD", help="Roll the migrations backward", )
@click.option( "-d", "--distance", required=False, help="How many migrations should be done since the current? " "0 - all the migrations. Default is 0", )
@click.option( "-uri", "--connection-uri", required=False, type=str, help="MongoDB connection URI", )
@click.option( "-db", "--database_name", required=False, type=str, help="DataBase name" )
@click.option( "-p", "--path", required=False, type=str, help="Path to the migrations directory", )
@click.option( "--allow-index-dropping/--forbid-index-dropping", required=False, default=False, help="if allow-index-dropping is set, Beanie will drop indexes from your collection", )
@click.option( "--use-transaction/--no-use-transaction", required=False, default=True, help="Enable or disable the use of transactions during migration. " "When enabled (--use-transaction), Beanie uses transactions for migration, " "which necessitates a replica set. When disabled (--no-use-transaction), " "migrations occur without transactions.", )
def migrate(direction: str | None, distance: str | None, connection_uri: str | None, database_name: str | None, path: str | None, allow_index_dropping: bool, use_transaction: bool) -> None: ...
@migrations.command()
@click.option("-n", "--name", required=True, type=str, help="Migration name")
@click.option( "-p", "--path", required=True, type=str, help="Path to the migrations directory", )
def new_migration(name: str, path: str) -> None: ...

=== beanie.odm package

=== beanie.odm.actions
import typing as _loopmend_0
import asyncio
import inspect
from collections.abc import Callable
from enum import Enum
from functools import wraps
from typing import ( TYPE_CHECKING, Any, TypeVar, cast, )
from typing_extensions import ParamSpec
if TYPE_CHECKING:
 from beanie.odm.documents import AsyncDocMethod, Document
P = ParamSpec("P")
R = TypeVar("R")
class EventTypes(str, Enum):
 INSERT = "INSERT"
 REPLACE = "REPLACE"
 SAVE = "SAVE"
 SAVE_CHANGES = "SAVE_CHANGES"
 VALIDATE_ON_SAVE = "VALIDATE_ON_SAVE"
 DELETE = "DELETE"
 UPDATE = "UPDATE"
Insert = EventTypes.INSERT
Replace = EventTypes.REPLACE
Save = EventTypes.SAVE
SaveChanges = EventTypes.SAVE_CHANGES
ValidateOnSave = EventTypes.VALIDATE_ON_SAVE
Delete = EventTypes.DELETE
Update = EventTypes.UPDATE
class ActionDirections(str, Enum):
 BEFORE = "BEFORE"
 AFTER = "AFTER"
Before = ActionDirections.BEFORE
After = ActionDirections.AFTER
class ActionRegistry:
 _actions: dict[ type["Document"], dict[EventTypes, dict[ActionDirections, list[Callable[..., Any]]]], ] = ...
 @classmethod
 def clean_actions(cls, document_class: type["Document"]) -> None: ...
 @classmethod
 def add_action(cls, document_class: type["Document"], event_types: list[EventTypes], action_direction: ActionDirections, funct: Callable) -> None: ...
 @classmethod
 def get_action_list(cls, document_class: type["Document"], event_type: EventTypes, action_direction: ActionDirections) -> list[Callable]: ...
 @classmethod
 async def run_actions(cls, instance: "Document", event_type: EventTypes, action_direction: ActionDirections, exclude: list[ActionDirections | str]) -> None: ...
F = TypeVar("F", bound=Any)
def register_action(event_types: tuple[list[EventTypes] | EventTypes, ...], action_direction: ActionDirections) -> _loopmend_0.Callable[..., _loopmend_0.Any]: ...
def before_event(*args: list[EventTypes] | EventTypes) -> _loopmend_0.Callable[..., _loopmend_0.Any]: ...
def after_event(*args: list[EventTypes] | EventTypes) -> _loopmend_0.Callable[..., _loopmend_0.Any]: ...
def wrap_with_actions(event_type: EventTypes) -> Callable[["AsyncDocMethod[P, R]"], "AsyncDocMethod[P, R]"]: ...

=== beanie.odm.bulk
import beanie.odm.bulk as _loopmend_0
import beanie.odm.documents as _loopmend_3
import beanie.odm.union_doc as _loopmend_4
import pymongo.asynchronous.client_session as _loopmend_2
import pymongo.results as _loopmend_1
import typing as _loopmend_5
from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeAlias
from pymongo import ( DeleteMany, DeleteOne, InsertOne, ReplaceOne, UpdateMany, UpdateOne, )
from pymongo.asynchronous.client_session import AsyncClientSession
from pymongo.results import BulkWriteResult
from typing_extensions import Self
if TYPE_CHECKING:
 from beanie import Document
 from beanie.odm.union_doc import UnionDoc
_WriteOp: TypeAlias = InsertOne[Mapping[Any, Any]] | DeleteOne | DeleteMany | ReplaceOne[Mapping[Any, Any]] | UpdateOne | UpdateMany
class BulkWriter:
 def __init__(self, session: AsyncClientSession | None = None, ordered: bool = ..., object_class: type["Document"] | type["UnionDoc"] | None = None, bypass_document_validation: bool | None = ..., comment: Any | None = None) -> None: ...
 async def __aenter__(self) -> Self: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None) -> None: ...
 async def commit(self) -> BulkWriteResult | None: ...
 def add_operation(self, object_class: type["Document"] | type["UnionDoc"], operation: _WriteOp) -> None: ...
 session: None | _loopmend_2.AsyncClientSession
 ordered: bool
 object_class: None | type[_loopmend_3.Document] | type[_loopmend_4.UnionDoc]
 bypass_document_validation: None | bool
 comment: _loopmend_5.Any
 operations: list[_WriteOp]
 _collection_name: str | None

=== beanie.odm.documents
import beanie.odm.bulk as _loopmend_10
import beanie.odm.documents as _loopmend_1
import beanie.odm.fields as _loopmend_8
import beanie.odm.interfaces.detector as _loopmend_9
import beanie.odm.models as _loopmend_6
import beanie.odm.queries.find as _loopmend_11
import beanie.odm.queries.update as _loopmend_3
import beanie.odm.settings.document as _loopmend_5
import beanie.odm.views as _loopmend_13
import bson.dbref as _loopmend_7
import pydantic.config as _loopmend_0
import pydantic.main as _loopmend_12
import pymongo.results as _loopmend_2
import typing as _loopmend_4
import asyncio
import warnings
from collections.abc import Callable, Coroutine, Iterable, Mapping
from datetime import datetime, timezone
from enum import Enum
from typing import ( TYPE_CHECKING, Any, ClassVar, TypeAlias, TypeVar, )
from uuid import UUID, uuid4
from bson import DBRef
from lazy_model import LazyModel
from pydantic import ( ConfigDict, Field, PrivateAttr, ValidationError, model_validator, )
from pydantic.main import BaseModel
from pymongo import InsertOne
from pymongo.asynchronous.client_session import AsyncClientSession
from pymongo.errors import DuplicateKeyError
from pymongo.results import ( DeleteResult, InsertManyResult, )
from typing_extensions import ParamSpec, Self
from beanie.exceptions import ( CollectionWasNotInitialized, DocumentNotFound, DocumentWasNotSaved, NotSupported, ReplaceError, RevisionIdWasChanged, )
from beanie.odm.actions import ( ActionDirections, ActionRegistry, EventTypes, wrap_with_actions, )
from beanie.odm.bulk import BulkWriter
from beanie.odm.cache import LRUCache
from beanie.odm.enums import SortDirection
from beanie.odm.fields import ( BackLink, DeleteRules, ExpressionField, Link, LinkInfo, LinkTypes, PydanticObjectId, WriteRules, )
from beanie.odm.interfaces.aggregate import AggregateInterface
from beanie.odm.interfaces.detector import ModelType
from beanie.odm.interfaces.find import FindInterface
from beanie.odm.interfaces.getters import OtherGettersInterface
from beanie.odm.interfaces.inheritance import InheritanceInterface
from beanie.odm.interfaces.setters import SettersInterface
from beanie.odm.models import ( InspectionError, InspectionResult, InspectionStatuses, )
from beanie.odm.operators.find.comparison import In
from beanie.odm.operators.update.general import ( CurrentDate, Inc, SetRevisionId, Unset, )
from beanie.odm.operators.update.general import ( Set as SetOperator, )
from beanie.odm.queries.find import FindMany, FindOne
from beanie.odm.queries.update import UpdateMany, UpdateResponse
from beanie.odm.settings.document import DocumentSettings
from beanie.odm.utils.dump import get_dict, get_top_level_nones
from beanie.odm.utils.parsing import apply_changes, merge_models
from beanie.odm.utils.pydantic import ( get_extra_field_info, get_field_type, get_model_dump, get_model_fields, parse_model, parse_object_as, )
from beanie.odm.utils.self_validation import validate_self_before
from beanie.odm.utils.state import ( previous_saved_state_needed, save_state_after, saved_state_needed, )
from beanie.odm.utils.typing import extract_id_class
from beanie.odm.utils.update_merge import merge_update_expressions
if TYPE_CHECKING:
 from beanie.odm.views import View
FindType = TypeVar("FindType", bound="Document | View")
DocType = TypeVar("DocType", bound="Document")
P = ParamSpec("P")
R = TypeVar("R")
AnyDocMethod: TypeAlias = Callable[P, R]
AsyncDocMethod: TypeAlias = Callable[P, Coroutine[Any, Any, R]]
DocumentProjectionType = TypeVar("DocumentProjectionType", bound=BaseModel)
def json_schema_extra(schema: dict[str, Any], model: type["Document"]) -> None: ...
def document_alias_generator(s: str) -> str: ...
class MergeStrategy(str, Enum):
 local = "local"
 remote = "remote"
class Document( LazyModel, SettersInterface, InheritanceInterface, FindInterface, AggregateInterface, OtherGettersInterface, ):
 model_config: _loopmend_0.ConfigDict
 id: PydanticObjectId | None = ...
 revision_id: UUID | None = ...
 _saved_state: dict[str, Any] | None = ...
 _previous_saved_state: dict[str, Any] | None = ...
 _link_fields: ClassVar[dict[str, LinkInfo] | None] = None
 _cache: ClassVar[LRUCache | None] = None
 _document_settings: ClassVar[DocumentSettings | None] = None
 _database_major_version: ClassVar[int] = 4
 def __init__(self, *args: Any, **kwargs: Any) -> None: ...
 @classmethod
 def _fill_back_refs(cls, values): ...
 @model_validator(mode="before")
 def fill_back_refs(cls, values): ...
 @classmethod
 async def get(cls: type["DocType"], document_id: Any, session: AsyncClientSession | None = None, ignore_cache: bool = ..., fetch_links: bool = ..., with_children: bool = ..., nesting_depth: int | None = None, nesting_depths_per_field: dict[str, int] | None = None, **pymongo_kwargs: Any) -> "DocType | None": ...
 async def sync(self, merge_strategy: MergeStrategy = ...) -> None: ...
 @validate_self_before
 @wrap_with_actions(EventTypes.INSERT)
 @save_state_after
 async def insert(self: Self, *, link_rule: WriteRules = ..., session: AsyncClientSession | None = None, skip_actions: list[ActionDirections | str] | None = None) -> Self: ...
 async def create(self: Self, session: AsyncClientSession | None = None) -> Self: ...
 @classmethod
 async def insert_one(cls: type[DocType], document: DocType, session: AsyncClientSession | None = None, bulk_writer: "BulkWriter | None" = None, link_rule: WriteRules = ...) -> DocType | None: ...
 @classmethod
 async def insert_many(cls: type[DocType], documents: Iterable[DocType], session: AsyncClientSession | None = None, link_rule: WriteRules = ..., **pymongo_kwargs: Any) -> InsertManyResult: ...
 @validate_self_before
 @wrap_with_actions(EventTypes.REPLACE)
 @save_state_after
 async def replace(self: Self, ignore_revision: bool = ..., session: AsyncClientSession | None = None, bulk_writer: BulkWriter | None = None, link_rule: WriteRules = ..., skip_actions: list[ActionDirections | str] | None = None) -> Self: ...
 @validate_self_before
 @wrap_with_actions(EventTypes.SAVE)
 @save_state_after
 async def save(self: Self, session: AsyncClientSession | None = None, link_rule: WriteRules = ..., ignore_revision: bool = ..., **kwargs: Any) -> Self: ...
 @saved_state_needed
 @validate_self_before
 @wrap_with_actions(EventTypes.SAVE_CHANGES)
 async def save_changes(self: Self, ignore_revision: bool = ..., session: AsyncClientSession | None = None, bulk_writer: BulkWriter | None = None, skip_actions: list[ActionDirections | str] | None = None) -> Self | None: ...
 @classmethod
 async def replace_many(cls: type[DocType], documents: list[DocType], session: AsyncClientSession | None = None) -> None: ...
 @save_state_after
 async def update(self: Self, *args: dict[Any, Any] | Mapping[Any, Any], ignore_revision: bool = ..., session: AsyncClientSession | None = None, bulk_writer: BulkWriter | None = None, skip_actions: list[ActionDirections | str] | None = None, skip_sync: bool | None = None, **pymongo_kwargs: Any) -> Self: ...
 @classmethod
 def update_all(cls, *args: dict | Mapping, session: AsyncClientSession | None = None, bulk_writer: BulkWriter | None = None, **pymongo_kwargs: Any) -> UpdateMany: ...
 def set(self: Self, expression: dict[ExpressionField | str | Any, Any], session: AsyncClientSession | None = None, bulk_writer: BulkWriter | None = None, skip_sync: bool | None = None, **kwargs: Any) -> Coroutine[None, None, Self]: ...
 def current_date(self: Self, expression: dict[datetime | ExpressionField | str, Any], session: AsyncClientSession | None = None, bulk_writer: BulkWriter | None = None, skip_sync: bool | None = None, **kwargs: Any) -> Coroutine[None, None, Self]: ...
 def inc(self: Self, expression: dict[ExpressionField | float | int | str, Any], session: AsyncClientSession | None = None, bulk_writer: BulkWriter | None = None, skip_sync: bool | None = None, **kwargs: Any) -> Coroutine[None, None, Self]: ...
 @wrap_with_actions(EventTypes.DELETE)
 async def delete(self, session: AsyncClientSession | None = None, bulk_writer: BulkWriter | None = None, link_rule: DeleteRules = ..., skip_actions: list[ActionDirections | str] | None = None, **pymongo_kwargs: Any) -> DeleteResult | None: ...
 @classmethod
 async def delete_all(cls, session: AsyncClientSession | None = None, bulk_writer: BulkWriter | None = None, with_children: bool = ..., **pymongo_kwargs: Any) -> DeleteResult | None: ...
 @classmethod
 def use_state_management(cls) -> bool: ...
 @classmethod
 def state_management_save_previous(cls) -> bool: ...
 @classmethod
 def state_management_replace_objects(cls) -> bool: ...
 def _save_state(self) -> None: ...
 def get_saved_state(self) -> dict[str, Any] | None: ...
 def get_previous_saved_state(self) -> dict[str, Any] | None: ...
 @property
 @saved_state_needed
 def is_changed(self) -> bool: ...
 @property
 @saved_state_needed
 @previous_saved_state_needed
 def has_changed(self) -> bool: ...
 def _collect_updates(self, old_dict: dict[str, Any], new_dict: dict[str, Any]) -> dict[str, Any]: ...
 @saved_state_needed
 def get_changes(self) -> dict[str, Any]: ...
 @saved_state_needed
 @previous_saved_state_needed
 def get_previous_changes(self) -> dict[str, Any]: ...
 @saved_state_needed
 def rollback(self) -> None: ...
 @classmethod
 def get_settings(cls) -> DocumentSettings: ...
 @classmethod
 async def inspect_collection(cls, session: AsyncClientSession | None = None) -> InspectionResult: ...
 @classmethod
 def _check_hidden_fields(cls) -> None: ...
 @wrap_with_actions(event_type=EventTypes.VALIDATE_ON_SAVE)
 async def validate_self(self, *args: Any, **kwargs: Any) -> None: ...
 def to_ref(self) -> _loopmend_7.DBRef: ...
 async def fetch_link(self, field: str | Any) -> None: ...
 async def fetch_all_links(self) -> None: ...
 @classmethod
 def get_link_fields(cls) -> dict[str, LinkInfo] | None: ...
 @classmethod
 def get_model_type(cls) -> ModelType: ...
 @classmethod
 async def distinct(cls, key: str, filter: Mapping[str, Any] | None = None, session: AsyncClientSession | None = None, **kwargs: Any) -> list: ...
 @classmethod
 def link_from_id(cls, id: Any) -> _loopmend_8.Link[_loopmend_1.Document]: ...
 @classmethod
 def bulk_writer(cls, session: AsyncClientSession | None = None, ordered: bool = ..., bypass_document_validation: bool | None = ..., comment: Any | None = None) -> BulkWriter: ...
 def find_one(self, *args, **kwargs): ...
 def find_many(self, *args, **kwargs): ...
 def find(self, *args, **kwargs): ...
 def find_all(self, *args, **kwargs): ...
 def all(self, *args, **kwargs): ...
 def aggregate(self, *args, **kwargs): ...
class DocumentWithSoftDelete(Document):
 deleted_at: datetime | None = None
 def is_deleted(self) -> bool: ...
 async def hard_delete(self, session: AsyncClientSession | None = None, bulk_writer: BulkWriter | None = None, link_rule: DeleteRules = ..., skip_actions: list[ActionDirections | str] | None = None, **pymongo_kwargs: Any) -> DeleteResult | None: ...
 async def delete(self, session: AsyncClientSession | None = None, bulk_writer: BulkWriter | None = None, link_rule: DeleteRules = ..., skip_actions: list[ActionDirections | str] | None = None, **pymongo_kwargs) -> DeleteResult | None: ...
 @classmethod
 def find_many_in_all(cls: type[FindType], *args: Mapping[Any, Any] | bool, projection_model: type["DocumentProjectionType"] | None = None, skip: int | None = None, limit: int | None = None, sort: None | str | list[tuple[str, SortDirection]] = None, session: AsyncClientSession | None = None, ignore_cache: bool = ..., fetch_links: bool = ..., with_children: bool = ..., lazy_parse: bool = ..., nesting_depth: int | None = None, nesting_depths_per_field: dict[str, int] | None = None, **pymongo_kwargs: Any) -> FindMany[FindType] | FindMany["DocumentProjectionType"]: ...
 @classmethod
 def find_many(cls: type[FindType], *args: Mapping[Any, Any] | bool, projection_model: type["DocumentProjectionType"] | None = None, skip: int | None = None, limit: int | None = None, sort: None | str | list[tuple[str, SortDirection]] = None, session: AsyncClientSession | None = None, ignore_cache: bool = ..., fetch_links: bool = ..., with_children: bool = ..., lazy_parse: bool = ..., nesting_depth: int | None = None, nesting_depths_per_field: dict[str, int] | None = None, **pymongo_kwargs: Any) -> FindMany[FindType] | FindMany["DocumentProjectionType"]: ...
 @classmethod
 def find_one(cls: type[FindType], *args: Mapping[Any, Any] | bool, projection_model: type["DocumentProjectionType"] | None = None, session: AsyncClientSession | None = None, ignore_cache: bool = ..., fetch_links: bool = ..., with_children: bool = ..., nesting_depth: int | None = None, nesting_depths_per_field: dict[str, int] | None = None, **pymongo_kwargs: Any) -> FindOne[FindType] | FindOne["DocumentProjectionType"]: ...

=== beanie.odm.fields
import _typeshed as _loopmend_7
import beanie.odm.enums as _loopmend_2
import beanie.odm.fields as _loopmend_0
import beanie.odm.operators.find.comparison as _loopmend_1
import bson.dbref as _loopmend_5
import collections as _loopmend_3
import pymongo.operations as _loopmend_6
import typing as _loopmend_4
import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from enum import Enum
from typing import ( TYPE_CHECKING, Any, Generic, TypeVar, get_args, )
from bson import DBRef, ObjectId
from bson.errors import InvalidId
from pydantic import ( BaseModel, GetCoreSchemaHandler, GetJsonSchemaHandler, TypeAdapter, )
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import core_schema
from pydantic_core.core_schema import CoreSchema, ValidationInfo
from pymongo import ASCENDING, IndexModel
from beanie.odm.enums import SortDirection
from beanie.odm.operators.find.comparison import ( GT, GTE, LT, LTE, NE, Eq, In, )
from beanie.odm.registry import DocsRegistry
from beanie.odm.utils.parsing import parse_obj
from beanie.odm.utils.pydantic import get_model_fields
if TYPE_CHECKING:
 from beanie.odm.documents import DocType
@dataclass(frozen=True)
class IndexedAnnotation:
 _indexed: tuple[int, dict[str, Any]]
def Indexed(typ = None, index_type = ..., **kwargs: Any): ...
class PydanticObjectId(ObjectId):
 @classmethod
 def _validate(cls, v) -> _loopmend_0.PydanticObjectId: ...
 @classmethod
 def __get_pydantic_core_schema__(cls, source_type: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema: ...
 @classmethod
 def __get_pydantic_json_schema__(cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue: ...
BeanieObjectId = PydanticObjectId
@dataclass(frozen=True)
class FieldResolution:
 model_class: type | None = None
 is_link: bool = False
class ExpressionField(str):
 def __new__(cls, path, field_resolution = None): ...
 @staticmethod
 def _resolve_field(annotation) -> FieldResolution: ...
 def __getitem__(self, item): ...
 def __getattr__(self, item): ...
 def __hash__(self) -> int: ...
 def __eq__(self, other) -> _loopmend_1.Eq | bool: ...
 def __gt__(self, other) -> _loopmend_1.GT: ...
 def __ge__(self, other) -> _loopmend_1.GTE: ...
 def __lt__(self, other) -> _loopmend_1.LT: ...
 def __le__(self, other) -> _loopmend_1.LTE: ...
 def __ne__(self, other) -> _loopmend_1.NE: ...
 def __pos__(self) -> tuple[_loopmend_0.ExpressionField, _loopmend_2.SortDirection]: ...
 def __neg__(self) -> tuple[_loopmend_0.ExpressionField, _loopmend_2.SortDirection]: ...
 def __copy__(self) -> _loopmend_0.ExpressionField: ...
 def __deepcopy__(self, memo) -> _loopmend_0.ExpressionField: ...
class DeleteRules(str, Enum):
 DO_NOTHING = "DO_NOTHING"
 DELETE_LINKS = "DELETE_LINKS"
class WriteRules(str, Enum):
 DO_NOTHING = "DO_NOTHING"
 WRITE = "WRITE"
class LinkTypes(str, Enum):
 DIRECT = "DIRECT"
 OPTIONAL_DIRECT = "OPTIONAL_DIRECT"
 LIST = "LIST"
 OPTIONAL_LIST = "OPTIONAL_LIST"
 BACK_DIRECT = "BACK_DIRECT"
 BACK_LIST = "BACK_LIST"
 OPTIONAL_BACK_DIRECT = "OPTIONAL_BACK_DIRECT"
 OPTIONAL_BACK_LIST = "OPTIONAL_BACK_LIST"
class LinkInfo(BaseModel):
 field_name: str
 lookup_field_name: str
 document_class: type[BaseModel]
 link_type: LinkTypes
 nested_links: dict | None = None
 is_fetchable: bool = True
T = TypeVar("T")
class Link(Generic[T]):
 def __init__(self, ref: DBRef, document_class: type[T]) -> None: ...
 async def fetch(self, fetch_links: bool = ...) -> "T | Link[T]": ...
 @classmethod
 async def fetch_one(cls, link: "Link[T]"): ...
 @classmethod
 async def fetch_list(cls, links: list["Link[T] | DocType"], fetch_links: bool = ...) -> list: ...
 @staticmethod
 def repack_links(links: list["Link[T] | DocType"]) -> OrderedDict[Any, Any]: ...
 @classmethod
 async def fetch_many(cls, links: list["Link[T]"]) -> list["T | Link[T]"]: ...
 @staticmethod
 def serialize(value: "Link[T] | BaseModel") -> dict | dict[str, str]: ...
 @classmethod
 def wrapped_validate(cls, source_type: type[Any], handler: GetCoreSchemaHandler) -> _loopmend_4.Callable[..., _loopmend_4.Any]: ...
 @classmethod
 def __get_pydantic_core_schema__(cls, source_type: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema: ...
 def to_ref(self) -> _loopmend_5.DBRef: ...
 def to_dict(self) -> dict[str, str]: ...
 ref: _loopmend_5.DBRef
 document_class: _loopmend_4.Any
class BackLink(Generic[T]):
 def __init__(self, document_class: type[T]) -> None: ...
 @classmethod
 def wrapped_validate(cls, source_type: type[Any], handler: GetCoreSchemaHandler) -> _loopmend_4.Callable[..., _loopmend_4.Any]: ...
 @classmethod
 def __get_pydantic_core_schema__(cls, source_type: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema: ...
 def to_dict(self) -> dict[str, str]: ...
 document_class: _loopmend_4.Any
class IndexModelField:
 def __init__(self, index: IndexModel) -> None: ...
 def __eq__(self, other) -> bool: ...
 def __repr__(self) -> str: ...
 @staticmethod
 def list_difference(left: list["IndexModelField"], right: list["IndexModelField"]) -> list: ...
 @staticmethod
 def list_to_index_model(left: list["IndexModelField"]) -> list[_loopmend_6.IndexModel]: ...
 @classmethod
 def from_pymongo_index_information(cls, index_info: dict) -> list: ...
 def same_fields(self, other: "IndexModelField") -> bool: ...
 @staticmethod
 def find_index_with_the_same_fields(indexes: list["IndexModelField"], index: "IndexModelField") -> None | _loopmend_0.IndexModelField: ...
 @staticmethod
 def merge_indexes(left: list["IndexModelField"], right: list["IndexModelField"]) -> list[_loopmend_0.IndexModelField]: ...
 @classmethod
 def _validate(cls, v: Any) -> "IndexModelField": ...
 @classmethod
 def __get_pydantic_core_schema__(cls, source_type: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema: ...
 fields: tuple
 index: _loopmend_6.IndexModel
 name: _loopmend_4.Any
 options: tuple

=== beanie.odm.interfaces package

=== beanie.odm.interfaces.aggregate
import beanie.odm.queries.aggregation as _loopmend_2
import beanie.odm.queries.find as _loopmend_0
import pydantic.main as _loopmend_1
from abc import abstractmethod
from typing import Any, TypeVar, overload
from pydantic import BaseModel
from pymongo.asynchronous.client_session import AsyncClientSession
from beanie.odm.fields import ExpressionField
from beanie.odm.queries.aggregation import AggregationQuery
from beanie.odm.queries.find import FindMany
DocType = TypeVar("DocType", bound="AggregateInterface")
DocumentProjectionType = TypeVar("DocumentProjectionType", bound=BaseModel)
class AggregateInterface:
 @classmethod
 @abstractmethod
 def find_all(cls) -> FindMany: ...
 @overload
 @classmethod
 def aggregate(cls: type[DocType], aggregation_pipeline: list, projection_model: None = None, session: AsyncClientSession | None = None, ignore_cache: bool = ..., **pymongo_kwargs: Any) -> AggregationQuery[dict[str, Any]]: ...
 @overload
 @classmethod
 def aggregate(cls: type[DocType], aggregation_pipeline: list, projection_model: type[DocumentProjectionType], session: AsyncClientSession | None = None, ignore_cache: bool = ..., **pymongo_kwargs: Any) -> AggregationQuery[DocumentProjectionType]: ...
 @classmethod
 def aggregate(cls: type[DocType], aggregation_pipeline: list, projection_model: type[DocumentProjectionType] | None = None, session: AsyncClientSession | None = None, ignore_cache: bool = ..., **pymongo_kwargs: Any) -> AggregationQuery[dict[str, Any]] | AggregationQuery[DocumentProjectionType]: ...
 @classmethod
 async def sum(cls, field: ExpressionField | float | int | str, session: AsyncClientSession | None = None, ignore_cache: bool = ...) -> float | None: ...
 @classmethod
 async def avg(cls, field: ExpressionField | float | int | str, session: AsyncClientSession | None = None, ignore_cache: bool = ...) -> float | None: ...
 @classmethod
 async def max(cls, field: ExpressionField | str | Any, session: AsyncClientSession | None = None, ignore_cache: bool = ...) -> Any | None: ...
 @classmethod
 async def min(cls, field: ExpressionField | str | Any, session: AsyncClientSession | None = None, ignore_cache: bool = ...) -> Any | None: ...

=== beanie.odm.interfaces.aggregation_methods
from abc import abstractmethod
from typing import Any, cast
from pymongo.asynchronous.client_session import AsyncClientSession
from beanie.odm.fields import ExpressionField
class AggregateMethods:
 @abstractmethod
 def aggregate(self, aggregation_pipeline, projection_model = None, session: AsyncClientSession | None = None, ignore_cache: bool = ...): ...
 async def sum(self, field: ExpressionField | float | int | str, session: AsyncClientSession | None = None, ignore_cache: bool = ...) -> float | None: ...
 async def avg(self, field: ExpressionField | float | int | str, session: AsyncClientSession | None = None, ignore_cache: bool = ...) -> float | None: ...
 async def max(self, field: ExpressionField | str | Any, session: AsyncClientSession | None = None, ignore_cache: bool = ...) -> Any | None: ...
 async def min(self, field: ExpressionField | str | Any, session: AsyncClientSession | None = None, ignore_cache: bool = ...) -> Any | None: ...

=== beanie.odm.interfaces.clone
import beanie.odm.interfaces.clone as _loopmend_0
from copy import deepcopy
class CloneInterface:
 def clone(self) -> _loopmend_0.CloneInterface: ...

=== beanie.odm.interfaces.detector
import beanie.odm.interfaces.detector as _loopmend_0
from enum import Enum
class ModelType(str, Enum):
 Document = "Document"
 View = "View"
 UnionDoc = "UnionDoc"
class DetectionInterface:
 @classmethod
 def get_model_type(cls) -> ModelType: ...

=== beanie.odm.interfaces.find
import beanie.odm.documents as _loopmend_3
import beanie.odm.interfaces.detector as _loopmend_0
import beanie.odm.queries.find as _loopmend_2
import beanie.odm.settings.base as _loopmend_1
import beanie.odm.union_doc as _loopmend_4
import beanie.odm.views as _loopmend_5
import pydantic.main as _loopmend_6
from abc import abstractmethod
from collections.abc import Iterable, Mapping
from typing import ( TYPE_CHECKING, Any, ClassVar, TypeVar, overload, )
from pydantic import ( BaseModel, )
from pymongo.asynchronous.client_session import AsyncClientSession
from beanie.odm.enums import SortDirection
from beanie.odm.interfaces.detector import ModelType
from beanie.odm.queries.find import FindMany, FindOne
from beanie.odm.settings.base import ItemSettings
if TYPE_CHECKING:
 from beanie.odm.documents import Document
 from beanie.odm.union_doc import UnionDoc
 from beanie.odm.views import View
DocumentProjectionType = TypeVar("DocumentProjectionType", bound=BaseModel)
FindType = TypeVar("FindType", bound="Document | UnionDoc | View")
class FindInterface:
 _find_one_query_class: ClassVar[type] = FindOne
 _find_many_query_class: ClassVar[type] = FindMany
 _inheritance_inited: bool = False
 _class_id: ClassVar[str | None]
 _children: ClassVar[dict[str, type["Document"]]]
 @classmethod
 @abstractmethod
 def get_model_type(cls) -> ModelType: ...
 @classmethod
 @abstractmethod
 def get_settings(cls) -> ItemSettings: ...
 @overload
 @classmethod
 def find_one(cls: type[FindType], *args: Mapping[Any, Any] | bool, projection_model: None = None, session: AsyncClientSession | None = None, ignore_cache: bool = ..., fetch_links: bool = ..., with_children: bool = ..., nesting_depth: int | None = None, nesting_depths_per_field: dict[str, int] | None = None, **pymongo_kwargs: Any) -> FindOne[FindType]: ...
 @overload
 @classmethod
 def find_one(cls: type[FindType], *args: Mapping[Any, Any] | bool, projection_model: type["DocumentProjectionType"], session: AsyncClientSession | None = None, ignore_cache: bool = ..., fetch_links: bool = ..., with_children: bool = ..., nesting_depth: int | None = None, nesting_depths_per_field: dict[str, int] | None = None, **pymongo_kwargs: Any) -> FindOne["DocumentProjectionType"]: ...
 @classmethod
 def find_one(cls: type[FindType], *args: Mapping[Any, Any] | bool, projection_model: type["DocumentProjectionType"] | None = None, session: AsyncClientSession | None = None, ignore_cache: bool = ..., fetch_links: bool = ..., with_children: bool = ..., nesting_depth: int | None = None, nesting_depths_per_field: dict[str, int] | None = None, **pymongo_kwargs: Any) -> FindOne[FindType] | FindOne["DocumentProjectionType"]: ...
 @overload
 @classmethod
 def find_many(cls: type[FindType], *args: Mapping[Any, Any] | bool, projection_model: None = None, skip: int | None = None, limit: int | None = None, sort: str | list[tuple[str, SortDirection]] | None = None, session: AsyncClientSession | None = None, ignore_cache: bool = ..., fetch_links: bool = ..., with_children: bool = ..., lazy_parse: bool = ..., nesting_depth: int | None = None, nesting_depths_per_field: dict[str, int] | None = None, **pymongo_kwargs: Any) -> FindMany[FindType]: ...
 @overload
 @classmethod
 def find_many(cls: type[FindType], *args: Mapping[Any, Any] | bool, projection_model: type["DocumentProjectionType"] | None = None, skip: int | None = None, limit: int | None = None, sort: str | list[tuple[str, SortDirection]] | None = None, session: AsyncClientSession | None = None, ignore_cache: bool = ..., fetch_links: bool = ..., with_children: bool = ..., lazy_parse: bool = ..., nesting_depth: int | None = None, nesting_depths_per_field: dict[str, int] | None = None, **pymongo_kwargs: Any) -> FindMany["DocumentProjectionType"]: ...
 @classmethod
 def find_many(cls: type[FindType], *args: Mapping[Any, Any] | bool, projection_model: type["DocumentProjectionType"] | None = None, skip: int | None = None, limit: int | None = None, sort: str | list[tuple[str, SortDirection]] | None = None, session: AsyncClientSession | None = None, ignore_cache: bool = ..., fetch_links: bool = ..., with_children: bool = ..., lazy_parse: bool = ..., nesting_depth: int | None = None, nesting_depths_per_field: dict[str, int] | None = None, **pymongo_kwargs: Any) -> FindMany[FindType] | FindMany["DocumentProjectionType"]: ...
 @overload
 @classmethod
 def find(cls: type[FindType], *args: Mapping[Any, Any] | bool, projection_model: None = None, skip: int | None = None, limit: int | None = None, sort: str | list[tuple[str, SortDirection]] | None = None, session: AsyncClientSession | None = None, ignore_cache: bool = ..., fetch_links: bool = ..., with_children: bool = ..., lazy_parse: bool = ..., nesting_depth: int | None = None, nesting_depths_per_field: dict[str, int] | None = None, **pymongo_kwargs: Any) -> FindMany[FindType]: ...
 @overload
 @classmethod
 def find(cls: type[FindType], *args: Mapping[Any, Any] | bool, projection_model: type["DocumentProjectionType"], skip: int | None = None, limit: int | None = None, sort: str | list[tuple[str, SortDirection]] | None = None, session: AsyncClientSession | None = None, ignore_cache: bool = ..., fetch_links: bool = ..., with_children: bool = ..., lazy_parse: bool = ..., nesting_depth: int | None = None, nesting_depths_per_field: dict[str, int] | None = None, **pymongo_kwargs: Any) -> FindMany["DocumentProjectionType"]: ...
 @classmethod
 def find(cls: type[FindType], *args: Mapping[Any, Any] | bool, projection_model: type["DocumentProjectionType"] | None = None, skip: int | None = None, limit: int | None = None, sort: str | list[tuple[str, SortDirection]] | None = None, session: AsyncClientSession | None = None, ignore_cache: bool = ..., fetch_links: bool = ..., with_children: bool = ..., lazy_parse: bool = ..., nesting_depth: int | None = None, nesting_depths_per_field: dict[str, int] | None = None, **pymongo_kwargs: Any) -> FindMany[FindType] | FindMany["DocumentProjectionType"]: ...
 @overload
 @classmethod
 def find_all(cls: type[FindType], skip: int | None = None, limit: int | None = None, sort: str | list[tuple[str, SortDirection]] | None = None, projection_model: None = None, session: AsyncClientSession | None = None, ignore_cache: bool = ..., with_children: bool = ..., lazy_parse: bool = ..., nesting_depth: int | None = None, nesting_depths_per_field: dict[str, int] | None = None, **pymongo_kwargs: Any) -> FindMany[FindType]: ...
 @overload
 @classmethod
 def find_all(cls: type[FindType], skip: int | None = None, limit: int | None = None, sort: str | list[tuple[str, SortDirection]] | None = None, projection_model: type["DocumentProjectionType"] | None = None, session: AsyncClientSession | None = None, ignore_cache: bool = ..., with_children: bool = ..., lazy_parse: bool = ..., nesting_depth: int | None = None, nesting_depths_per_field: dict[str, int] | None = None, **pymongo_kwargs: Any) -> FindMany["DocumentProjectionType"]: ...
 @classmethod
 def find_all(cls: type[FindType], skip: int | None = None, limit: int | None = None, sort: str | list[tuple[str, SortDirection]] | None = None, projection_model: type["DocumentProjectionType"] | None = None, session: AsyncClientSession | None = None, ignore_cache: bool = ..., with_children: bool = ..., lazy_parse: bool = ..., nesting_depth: int | None = None, nesting_depths_per_field: dict[str, int] | None = None, **pymongo_kwargs: Any) -> FindMany[FindType] | FindMany["DocumentProjectionType"]: ...
 @overload
 @classmethod
 def all(cls: type[FindType], projection_model: None = None, skip: int | None = None, limit: int | None = None, sort: str | list[tuple[str, SortDirection]] | None = None, session: AsyncClientSession | None = None, ignore_cache: bool = ..., with_children: bool = ..., lazy_parse: bool = ..., nesting_depth: int | None = None, nesting_depths_per_field: dict[str, int] | None = None, **pymongo_kwargs: Any) -> FindMany[FindType]: ...
 @overload
 @classmethod
 def all(cls: type[FindType], projection_model: type["DocumentProjectionType"], skip: int | None = None, limit: int | None = None, sort: str | list[tuple[str, SortDirection]] | None = None, session: AsyncClientSession | None = None, ignore_cache: bool = ..., with_children: bool = ..., lazy_parse: bool = ..., nesting_depth: int | None = None, nesting_depths_per_field: dict[str, int] | None = None, **pymongo_kwargs: Any) -> FindMany["DocumentProjectionType"]: ...
 @classmethod
 def all(cls: type[FindType], projection_model: type["DocumentProjectionType"] | None = None, skip: int | None = None, limit: int | None = None, sort: str | list[tuple[str, SortDirection]] | None = None, session: AsyncClientSession | None = None, ignore_cache: bool = ..., with_children: bool = ..., lazy_parse: bool = ..., nesting_depth: int | None = None, nesting_depths_per_field: dict[str, int] | None = None, **pymongo_kwargs: Any) -> FindMany[FindType] | FindMany["DocumentProjectionType"]: ...
 @classmethod
 async def count(cls) -> int: ...
 @classmethod
 def _add_class_id_filter(cls, args: tuple, with_children: bool = ...) -> tuple: ...

=== beanie.odm.interfaces.getters
import beanie.odm.settings.base as _loopmend_0
import pymongo.asynchronous.collection as _loopmend_1
from abc import abstractmethod
from pymongo.asynchronous.collection import AsyncCollection
from beanie.odm.settings.base import ItemSettings
class OtherGettersInterface:
 @classmethod
 @abstractmethod
 def get_settings(cls) -> ItemSettings: ...
 @classmethod
 def get_pymongo_collection(cls) -> AsyncCollection: ...
 @classmethod
 def get_collection_name(cls) -> str: ...
 @classmethod
 def get_bson_encoders(cls) -> dict: ...
 @classmethod
 def get_link_fields(cls) -> None: ...

=== beanie.odm.interfaces.inheritance
from typing import TYPE_CHECKING, ClassVar
if TYPE_CHECKING:
 from beanie.odm.documents import Document
class InheritanceInterface:
 _children: ClassVar[dict[str, type["Document"]]]
 _parent: ClassVar["Document | None"]
 _inheritance_inited: ClassVar[bool]
 _class_id: ClassVar[str | None] = None
 @classmethod
 def add_child(cls, name: str, clas: type["Document"]) -> None: ...

=== beanie.odm.interfaces.session
import beanie.odm.interfaces.session as _loopmend_0
from pymongo.asynchronous.client_session import AsyncClientSession
class SessionMethods:
 def set_session(self, session: AsyncClientSession | None = None) -> _loopmend_0.SessionMethods: ...
 session: AsyncClientSession | None

=== beanie.odm.interfaces.setters
from typing import ClassVar
from beanie.odm.settings.document import DocumentSettings
class SettersInterface:
 _document_settings: ClassVar[DocumentSettings | None]
 @classmethod
 def set_collection(cls, collection) -> None: ...
 @classmethod
 def set_database(cls, database) -> None: ...
 @classmethod
 def set_collection_name(cls, name: str) -> None: ...

=== beanie.odm.interfaces.update
import beanie.odm.interfaces.update as _loopmend_0
from abc import abstractmethod
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from pymongo.asynchronous.client_session import AsyncClientSession
from beanie.odm.bulk import BulkWriter
from beanie.odm.fields import ExpressionField
from beanie.odm.operators.update.general import ( CurrentDate, Inc, Set, )
class UpdateMethods:
 @abstractmethod
 def update(self, *args: Mapping[str, Any], session: AsyncClientSession | None = None, bulk_writer: BulkWriter | None = None, **kwargs: Any) -> _loopmend_0.UpdateMethods: ...
 def set(self, expression: dict[ExpressionField | str | Any, Any], session: AsyncClientSession | None = None, bulk_writer: BulkWriter | None = None, **kwargs: Any) -> _loopmend_0.UpdateMethods: ...
 def current_date(self, expression: dict[datetime | ExpressionField | str, Any], session: AsyncClientSession | None = None, bulk_writer: BulkWriter | None = None, **kwargs: Any) -> _loopmend_0.UpdateMethods: ...
 def inc(self, expression: dict[ExpressionField | float | int | str, Any], session: AsyncClientSession | None = None, bulk_writer: BulkWriter | None = None, **kwargs: Any) -> _loopmend_0.UpdateMethods: ...

=== beanie.odm.queries package

=== beanie.odm.queries.aggregation
import beanie.odm.cache as _loopmend_0
import beanie.odm.documents as _loopmend_3
import pydantic.main as _loopmend_2
import pymongo.asynchronous.command_cursor as _loopmend_1
import typing as _loopmend_4
from collections.abc import Mapping
from typing import ( TYPE_CHECKING, Any, Generic, TypeVar, )
from pydantic import BaseModel
from beanie.odm.cache import LRUCache
from beanie.odm.interfaces.clone import CloneInterface
from beanie.odm.interfaces.session import SessionMethods
from beanie.odm.queries.cursor import BaseCursorQuery
from beanie.odm.utils.projection import get_projection
if TYPE_CHECKING:
 from pymongo.asynchronous.command_cursor import AsyncCommandCursor
 from beanie.odm.documents import DocType
AggregationProjectionType = TypeVar("AggregationProjectionType")
class AggregationQuery( Generic[AggregationProjectionType], BaseCursorQuery[AggregationProjectionType], SessionMethods, CloneInterface, ):
 def __init__(self, document_model: type["DocType"], aggregation_pipeline: list[dict[str, Any]], find_query: Mapping[str, Any], projection_model: type[BaseModel] | None = None, ignore_cache: bool = ..., **pymongo_kwargs: Any) -> None: ...
 @property
 def _cache_key(self) -> str: ...
 def _get_cache(self) -> None | _loopmend_0.CachedItem: ...
 def _set_cache(self, data) -> None: ...
 def get_aggregation_pipeline(self) -> list[dict[str, Any]]: ...
 async def get_cursor(self) -> "AsyncCommandCursor": ...
 def get_projection_model(self) -> type[BaseModel] | None: ...
 document_model: type[_loopmend_3.Document]
 aggregation_pipeline: list[dict]
 find_query: _loopmend_4.Mapping
 projection_model: None | type[_loopmend_2.BaseModel]
 ignore_cache: bool
 pymongo_kwargs: dict
 session: None

=== beanie.odm.queries.cursor
import beanie.odm.queries.cursor as _loopmend_3
import pydantic.main as _loopmend_0
import pymongo.asynchronous.command_cursor as _loopmend_1
import pymongo.asynchronous.cursor as _loopmend_2
from abc import abstractmethod
from typing import ( TYPE_CHECKING, Any, Generic, TypeVar, cast, )
if TYPE_CHECKING:
 from pymongo.asynchronous.command_cursor import AsyncCommandCursor
 from pymongo.asynchronous.cursor import AsyncCursor
from pydantic.main import BaseModel
from beanie.odm.utils.parsing import parse_obj
CursorResultType = TypeVar("CursorResultType")
class BaseCursorQuery(Generic[CursorResultType]):
 cursor = None
 lazy_parse = False
 @abstractmethod
 def get_projection_model(self) -> type[BaseModel] | None: ...
 @abstractmethod
 async def get_cursor(self) -> "AsyncCommandCursor[dict[str, Any]] | AsyncCursor[dict[str, Any]] | None": ...
 def __aiter__(self) -> _loopmend_3.BaseCursorQuery: ...
 async def __anext__(self) -> CursorResultType: ...
 @abstractmethod
 def _get_cache(self) -> list[dict[str, Any]]: ...
 @abstractmethod
 def _set_cache(self, data): ...
 async def to_list(self, length: int | None = None) -> list[CursorResultType]: ...

=== beanie.odm.queries.delete
import beanie.odm.bulk as _loopmend_2
import beanie.odm.documents as _loopmend_0
import typing as _loopmend_1
from collections.abc import Generator, Mapping
from typing import TYPE_CHECKING, Any
from pymongo import DeleteMany as DeleteManyPyMongo
from pymongo import DeleteOne as DeleteOnePyMongo
from pymongo.asynchronous.client_session import AsyncClientSession
from pymongo.results import DeleteResult
from beanie.odm.bulk import BulkWriter
from beanie.odm.interfaces.clone import CloneInterface
from beanie.odm.interfaces.session import SessionMethods
if TYPE_CHECKING:
 from beanie.odm.documents import DocType
class DeleteQuery(SessionMethods, CloneInterface):
 def __init__(self, document_model: type["DocType"], find_query: Mapping[str, Any], bulk_writer: BulkWriter | None = None, **pymongo_kwargs: Any) -> None: ...
 document_model: type[_loopmend_0.Document]
 find_query: _loopmend_1.Mapping
 bulk_writer: None | _loopmend_2.BulkWriter
 pymongo_kwargs: dict[str, Any]
 session: AsyncClientSession | None
class DeleteMany(DeleteQuery):
 def __await__(self) -> Generator[DeleteResult, None, DeleteResult | None]: ...
class DeleteOne(DeleteQuery):
 def __await__(self) -> Generator[DeleteResult, None, DeleteResult | None]: ...

=== beanie.odm.queries.find
import beanie.odm.cache as _loopmend_6
import beanie.odm.documents as _loopmend_3
import beanie.odm.queries.aggregation as _loopmend_5
import beanie.odm.queries.delete as _loopmend_0
import beanie.odm.queries.find as _loopmend_1
import beanie.odm.queries.update as _loopmend_4
import pydantic.main as _loopmend_2
import pymongo.asynchronous.command_cursor as _loopmend_7
import pymongo.asynchronous.cursor as _loopmend_8
import pymongo.results as _loopmend_9
from collections.abc import Callable, Coroutine, Generator, Mapping
from typing import ( TYPE_CHECKING, Any, Generic, TypeVar, Union, cast, overload, )
from pydantic import BaseModel
from pymongo import ReplaceOne
from pymongo.asynchronous.client_session import AsyncClientSession
from pymongo.results import UpdateResult
from beanie.exceptions import DocumentNotFound
from beanie.odm.bulk import BulkWriter
from beanie.odm.cache import LRUCache
from beanie.odm.enums import SortDirection
from beanie.odm.interfaces.aggregation_methods import AggregateMethods
from beanie.odm.interfaces.clone import CloneInterface
from beanie.odm.interfaces.session import SessionMethods
from beanie.odm.interfaces.update import UpdateMethods
from beanie.odm.operators.find.logical import And
from beanie.odm.queries.aggregation import AggregationQuery
from beanie.odm.queries.cursor import BaseCursorQuery
from beanie.odm.queries.delete import ( DeleteMany, DeleteOne, )
from beanie.odm.queries.update import ( UpdateMany, UpdateOne, UpdateQuery, UpdateResponse, )
from beanie.odm.utils.dump import get_dict
from beanie.odm.utils.encoder import Encoder
from beanie.odm.utils.find import construct_lookup_queries, split_text_query
from beanie.odm.utils.parsing import parse_obj
from beanie.odm.utils.projection import get_projection
from beanie.odm.utils.relations import resolve_query_paths
if TYPE_CHECKING:
 from pymongo.asynchronous.command_cursor import AsyncCommandCursor
 from pymongo.asynchronous.cursor import AsyncCursor
 from beanie.odm.documents import DocType
FindQueryProjectionType = TypeVar("FindQueryProjectionType", bound=BaseModel)
FindQueryResultType = TypeVar("FindQueryResultType", bound=BaseModel)
class FindQuery( Generic[FindQueryResultType], UpdateMethods, SessionMethods, CloneInterface ):
 UpdateQueryType: type[UpdateQuery] | type[UpdateMany] | type[UpdateOne] = UpdateQuery
 DeleteQueryType: type[DeleteOne] | type[DeleteMany] = DeleteMany
 AggregationQueryType = AggregationQuery
 def __init__(self, document_model: type["DocType"]) -> None: ...
 def prepare_find_expressions(self) -> None: ...
 def get_filter_query(self) -> dict[str, Any]: ...
 def delete(self, session: AsyncClientSession | None = None, bulk_writer: BulkWriter | None = None, **pymongo_kwargs: Any) -> DeleteOne | DeleteMany: ...
 def project(self, projection_model) -> _loopmend_1.FindQuery: ...
 def get_projection_model(self) -> type[FindQueryResultType]: ...
 async def count(self) -> int: ...
 async def exists(self) -> bool: ...
 document_model: type[_loopmend_3.Document]
 find_expressions: list[Mapping[str, Any]]
 projection_model: type[FindQueryResultType]
 session: None
 encoders: dict[Any, Callable[[Any], Any]]
 ignore_cache: bool
 fetch_links: bool
 pymongo_kwargs: dict[str, Any]
 lazy_parse: bool
 nesting_depth: int | None
 nesting_depths_per_field: dict[str, int] | None
class FindMany( FindQuery[FindQueryResultType], BaseCursorQuery[FindQueryResultType], AggregateMethods, ):
 UpdateQueryType = UpdateMany
 DeleteQueryType = DeleteMany
 def __init__(self, document_model: type["DocType"]) -> None: ...
 @overload
 def find_many(self: "FindMany[FindQueryResultType]", *args: Mapping[Any, Any] | bool, projection_model: None = None, skip: int | None = None, limit: int | None = None, sort: None | str | list[tuple[str, SortDirection]] = None, session: AsyncClientSession | None = None, ignore_cache: bool = ..., fetch_links: bool = ..., lazy_parse: bool = ..., nesting_depth: int | None = None, nesting_depths_per_field: dict[str, int] | None = None, **pymongo_kwargs: Any) -> "FindMany[FindQueryResultType]": ...
 @overload
 def find_many(self: "FindMany[FindQueryResultType]", *args: Mapping[Any, Any] | bool, projection_model: type[FindQueryProjectionType] | None = None, skip: int | None = None, limit: int | None = None, sort: None | str | list[tuple[str, SortDirection]] = None, session: AsyncClientSession | None = None, ignore_cache: bool = ..., fetch_links: bool = ..., lazy_parse: bool = ..., nesting_depth: int | None = None, nesting_depths_per_field: dict[str, int] | None = None, **pymongo_kwargs: Any) -> "FindMany[FindQueryProjectionType]": ...
 def find_many(self: "FindMany[FindQueryResultType]", *args: Mapping[Any, Any] | bool, projection_model: type[FindQueryProjectionType] | None = None, skip: int | None = None, limit: int | None = None, sort: None | str | list[tuple[str, SortDirection]] = None, session: AsyncClientSession | None = None, ignore_cache: bool = ..., fetch_links: bool = ..., lazy_parse: bool = ..., nesting_depth: int | None = None, nesting_depths_per_field: dict[str, int] | None = None, **pymongo_kwargs: Any) -> Union[ "FindMany[FindQueryResultType]", "FindMany[FindQueryProjectionType]" ]: ...
 @overload
 def project(self: "FindMany", projection_model: None) -> "FindMany[FindQueryResultType]": ...
 @overload
 def project(self: "FindMany", projection_model: type[FindQueryProjectionType]) -> "FindMany[FindQueryProjectionType]": ...
 def project(self: "FindMany", projection_model: type[FindQueryProjectionType] | None) -> Union[ "FindMany[FindQueryResultType]", "FindMany[FindQueryProjectionType]" ]: ...
 @overload
 def find(self: "FindMany[FindQueryResultType]", *args: Mapping[Any, Any] | bool, projection_model: None = None, skip: int | None = None, limit: int | None = None, sort: None | str | list[tuple[str, SortDirection]] = None, session: AsyncClientSession | None = None, ignore_cache: bool = ..., fetch_links: bool = ..., lazy_parse: bool = ..., nesting_depth: int | None = None, nesting_depths_per_field: dict[str, int] | None = None, **pymongo_kwargs: Any) -> "FindMany[FindQueryResultType]": ...
 @overload
 def find(self: "FindMany[FindQueryResultType]", *args: Mapping[Any, Any] | bool, projection_model: type[FindQueryProjectionType] | None = None, skip: int | None = None, limit: int | None = None, sort: None | str | list[tuple[str, SortDirection]] = None, session: AsyncClientSession | None = None, ignore_cache: bool = ..., fetch_links: bool = ..., lazy_parse: bool = ..., nesting_depth: int | None = None, nesting_depths_per_field: dict[str, int] | None = None, **pymongo_kwargs: Any) -> "FindMany[FindQueryProjectionType]": ...
 def find(self: "FindMany[FindQueryResultType]", *args: Mapping[Any, Any] | bool, projection_model: type[FindQueryProjectionType] | None = None, skip: int | None = None, limit: int | None = None, sort: None | str | list[tuple[str, SortDirection]] = None, session: AsyncClientSession | None = None, ignore_cache: bool = ..., fetch_links: bool = ..., lazy_parse: bool = ..., nesting_depth: int | None = None, nesting_depths_per_field: dict[str, int] | None = None, **pymongo_kwargs: Any) -> Union[ "FindMany[FindQueryResultType]", "FindMany[FindQueryProjectionType]" ]: ...
 def sort(self, *args: str | tuple[str, SortDirection] | list[tuple[str, SortDirection]] | None) -> "FindMany[FindQueryResultType]": ...
 def skip(self, n: int | None) -> "FindMany[FindQueryResultType]": ...
 def limit(self, n: int | None) -> "FindMany[FindQueryResultType]": ...
 def update(self, *args: Mapping[str, Any], session: AsyncClientSession | None = None, bulk_writer: BulkWriter | None = None, **pymongo_kwargs: Any) -> _loopmend_4.UpdateQuery: ...
 def upsert(self, *args: Mapping[str, Any], on_insert: "DocType", session: AsyncClientSession | None = None, **pymongo_kwargs: Any) -> _loopmend_4.UpdateQuery: ...
 def update_many(self, *args: Mapping[str, Any], session: AsyncClientSession | None = None, bulk_writer: BulkWriter | None = None, **pymongo_kwargs: Any) -> UpdateMany: ...
 def delete_many(self, session: AsyncClientSession | None = None, bulk_writer: BulkWriter | None = None, **pymongo_kwargs: Any) -> DeleteMany: ...
 @overload
 def aggregate(self, aggregation_pipeline: list[Any], projection_model: None = None, session: AsyncClientSession | None = None, ignore_cache: bool = ..., **pymongo_kwargs: Any) -> AggregationQuery[dict[str, Any]]: ...
 @overload
 def aggregate(self, aggregation_pipeline: list[Any], projection_model: type[FindQueryProjectionType], session: AsyncClientSession | None = None, ignore_cache: bool = ..., **pymongo_kwargs: Any) -> AggregationQuery[FindQueryProjectionType]: ...
 def aggregate(self, aggregation_pipeline: list[dict[str, Any]], projection_model: type[FindQueryProjectionType] | None = None, session: AsyncClientSession | None = None, ignore_cache: bool = ..., **pymongo_kwargs: Any) -> AggregationQuery[dict[str, Any]] | AggregationQuery[FindQueryProjectionType]: ...
 @property
 def _cache_key(self) -> str: ...
 def _get_cache(self) -> None | _loopmend_6.CachedItem: ...
 def _set_cache(self, data) -> None: ...
 def build_aggregation_pipeline(self, *extra_stages: dict[str, Any]) -> list[dict[str, Any]]: ...
 async def get_cursor(self) -> "AsyncCommandCursor[dict[str, Any]] | AsyncCursor[dict[str, Any]] | None": ...
 async def first_or_none(self) -> FindQueryResultType | None: ...
 async def count(self) -> int: ...
 async def distinct(self, key: Any, session: AsyncClientSession | None = None, **kwargs: Any) -> list[Any]: ...
 ignore_cache: bool
 fetch_links: bool
 lazy_parse: bool
 nesting_depth: None | int
 nesting_depths_per_field: None | dict[str, int]
 limit_number: int
 skip_number: int
 sort_expressions: list[tuple[str, SortDirection]]
class FindOne(FindQuery[FindQueryResultType]):
 UpdateQueryType = UpdateOne
 DeleteQueryType = DeleteOne
 @overload
 def project(self: "FindOne[FindQueryResultType]", projection_model: None = None) -> "FindOne[FindQueryResultType]": ...
 @overload
 def project(self: "FindOne[FindQueryResultType]", projection_model: type[FindQueryProjectionType]) -> "FindOne[FindQueryProjectionType]": ...
 def project(self: "FindOne[FindQueryResultType]", projection_model: type[FindQueryProjectionType] | None = None) -> Union[ "FindOne[FindQueryResultType]", "FindOne[FindQueryProjectionType]" ]: ...
 @overload
 def find_one(self: "FindOne[FindQueryResultType]", *args: Mapping[Any, Any] | bool, projection_model: None = None, session: AsyncClientSession | None = None, ignore_cache: bool = ..., fetch_links: bool = ..., nesting_depth: int | None = None, nesting_depths_per_field: dict[str, int] | None = None, **pymongo_kwargs: Any) -> "FindOne[FindQueryResultType]": ...
 @overload
 def find_one(self: "FindOne[FindQueryResultType]", *args: Mapping[Any, Any] | bool, projection_model: type[FindQueryProjectionType], session: AsyncClientSession | None = None, ignore_cache: bool = ..., fetch_links: bool = ..., nesting_depth: int | None = None, nesting_depths_per_field: dict[str, int] | None = None, **pymongo_kwargs: Any) -> "FindOne[FindQueryProjectionType]": ...
 def find_one(self: "FindOne[FindQueryResultType]", *args: Mapping[Any, Any] | bool, projection_model: type[FindQueryProjectionType] | None = None, session: AsyncClientSession | None = None, ignore_cache: bool = ..., fetch_links: bool = ..., nesting_depth: int | None = None, nesting_depths_per_field: dict[str, int] | None = None, **pymongo_kwargs: Any) -> Union[ "FindOne[FindQueryResultType]", "FindOne[FindQueryProjectionType]" ]: ...
 def update(self, *args: Mapping[str, Any], session: AsyncClientSession | None = None, bulk_writer: BulkWriter | None = None, response_type: UpdateResponse | None = None, **pymongo_kwargs: Any) -> UpdateOne: ...
 def upsert(self, *args: Mapping[str, Any], on_insert: "DocType", session: AsyncClientSession | None = None, response_type: UpdateResponse | None = None, **pymongo_kwargs: Any) -> UpdateOne: ...
 def update_one(self, *args: Mapping[str, Any], session: AsyncClientSession | None = None, bulk_writer: BulkWriter | None = None, response_type: UpdateResponse | None = None, **pymongo_kwargs: Any) -> UpdateOne: ...
 def delete_one(self, session: AsyncClientSession | None = None, bulk_writer: BulkWriter | None = None, **pymongo_kwargs: Any) -> DeleteOne: ...
 async def replace_one(self, document: "DocType", session: AsyncClientSession | None = None, bulk_writer: BulkWriter | None = None) -> UpdateResult | None: ...
 async def _find_one(self): ...
 def __await__(self) -> Generator[Coroutine, Any, FindQueryResultType | None]: ...
 async def count(self) -> int: ...
 ignore_cache: bool
 fetch_links: bool
 nesting_depth: None | int
 nesting_depths_per_field: None | dict[str, int]

=== beanie.odm.queries.update
import beanie.odm.bulk as _loopmend_4
import beanie.odm.documents as _loopmend_1
import beanie.odm.queries.update as _loopmend_3
import pymongo.results as _loopmend_0
import typing as _loopmend_2
from abc import abstractmethod
from collections.abc import Callable, Generator, Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any
from pymongo import ReturnDocument
from pymongo import UpdateMany as UpdateManyPyMongo
from pymongo import UpdateOne as UpdateOnePyMongo
from pymongo.asynchronous.client_session import AsyncClientSession
from pymongo.results import InsertOneResult, UpdateResult
from beanie.odm.bulk import BulkWriter
from beanie.odm.interfaces.clone import CloneInterface
from beanie.odm.interfaces.session import SessionMethods
from beanie.odm.interfaces.update import ( UpdateMethods, )
from beanie.odm.operators.update import BaseUpdateOperator
from beanie.odm.operators.update.general import SetRevisionId
from beanie.odm.utils.encoder import Encoder
from beanie.odm.utils.parsing import parse_obj
if TYPE_CHECKING:
 from beanie.odm.documents import DocType
class UpdateResponse(str, Enum):
 UPDATE_RESULT = "UPDATE_RESULT"
 OLD_DOCUMENT = "OLD_DOCUMENT"
 NEW_DOCUMENT = "NEW_DOCUMENT"
class UpdateQuery(UpdateMethods, SessionMethods, CloneInterface):
 def __init__(self, document_model: type["DocType"], find_query: Mapping[str, Any]) -> None: ...
 @property
 def update_query(self) -> dict[str, Any]: ...
 @abstractmethod
 async def _update(self) -> UpdateResult: ...
 document_model: type[_loopmend_1.Document]
 find_query: _loopmend_2.Mapping
 update_expressions: list[Mapping[str, Any]]
 session: None
 is_upsert: bool
 upsert_insert_doc: "DocType | None"
 encoders: dict[Any, Callable[[Any], Any]]
 bulk_writer: BulkWriter | None
 pymongo_kwargs: dict[str, Any]
class UpdateMany(UpdateQuery):
 def update(self, *args: Mapping[str, Any], session: AsyncClientSession | None = None, bulk_writer: BulkWriter | None = None, **pymongo_kwargs: Any) -> "UpdateQuery": ...
 def upsert(self, *args: Mapping[str, Any], on_insert: "DocType", session: AsyncClientSession | None = None, **pymongo_kwargs: Any) -> "UpdateQuery": ...
 def update_many(self, *args: Mapping[str, Any], session: AsyncClientSession | None = None, bulk_writer: BulkWriter | None = None, **pymongo_kwargs: Any) -> _loopmend_3.UpdateQuery: ...
 async def _update(self): ...
 def __await__(self) -> Generator[ Any, None, "UpdateResult | InsertOneResult | DocType | None" ]: ...
 upsert_insert_doc: _loopmend_1.Document
 bulk_writer: _loopmend_4.BulkWriter
class UpdateOne(UpdateQuery):
 def __init__(self, *args: Any, **kwargs: Any) -> None: ...
 def update(self, *args: Mapping[str, Any], session: AsyncClientSession | None = None, bulk_writer: BulkWriter | None = None, response_type: UpdateResponse | None = None, **pymongo_kwargs: Any) -> "UpdateOne": ...
 def upsert(self, *args: Mapping[str, Any], on_insert: "DocType", session: AsyncClientSession | None = None, response_type: UpdateResponse | None = None, **pymongo_kwargs: Any) -> "UpdateOne": ...
 def update_one(self, *args: Mapping[str, Any], session: AsyncClientSession | None = None, bulk_writer: BulkWriter | None = None, response_type: UpdateResponse | None = None, **pymongo_kwargs: Any) -> _loopmend_3.UpdateOne: ...
 async def _update(self): ...
 def __await__(self) -> Generator[ Any, None, "UpdateResult | InsertOneResult | DocType | None" ]: ...
 upsert_insert_doc: _loopmend_1.Document
 bulk_writer: _loopmend_4.BulkWriter
 response_type: _loopmend_3.UpdateResponse

=== beanie.odm.settings package

=== beanie.odm.settings.base
import pydantic.config as _loopmend_0
from datetime import timedelta
from typing import Any
from pydantic import BaseModel, ConfigDict, Field
from pymongo.asynchronous.collection import AsyncCollection
from pymongo.asynchronous.database import AsyncDatabase
class ItemSettings(BaseModel):
 name: str | None = None
 use_cache: bool = False
 cache_capacity: int = 32
 cache_expiration_time: timedelta = timedelta(minutes=10)
 bson_encoders: dict[Any, Any] = ...
 projection: dict[str, Any] | None = None
 pymongo_db: AsyncDatabase | None = None
 pymongo_collection: AsyncCollection | None = None
 union_doc: type | None = None
 union_doc_alias: str | None = None
 class_id: str = "_class_id"
 class_id_value: str | None = None
 is_root: bool = False
 model_config: _loopmend_0.ConfigDict

=== beanie.odm.union_doc
import beanie.odm.bulk as _loopmend_2
import beanie.odm.interfaces.detector as _loopmend_1
import beanie.odm.settings.union_doc as _loopmend_0
from typing import Any, ClassVar, TypeVar
from pymongo.asynchronous.client_session import AsyncClientSession
from beanie.exceptions import UnionDocNotInited
from beanie.odm.bulk import BulkWriter
from beanie.odm.interfaces.aggregate import AggregateInterface
from beanie.odm.interfaces.detector import DetectionInterface, ModelType
from beanie.odm.interfaces.find import FindInterface
from beanie.odm.interfaces.getters import OtherGettersInterface
from beanie.odm.settings.union_doc import UnionDocSettings
UnionDocType = TypeVar("UnionDocType", bound="UnionDoc")
class UnionDoc( FindInterface, AggregateInterface, OtherGettersInterface, DetectionInterface, ):
 _document_models: ClassVar[dict[str, type] | None] = None
 _is_inited: ClassVar[bool] = False
 _settings: ClassVar[UnionDocSettings]
 @classmethod
 def get_settings(cls) -> UnionDocSettings: ...
 @classmethod
 def register_doc(cls, name: str, doc_model: type) -> str: ...
 @classmethod
 def get_model_type(cls) -> ModelType: ...
 @classmethod
 def bulk_writer(cls, session: AsyncClientSession | None = None, ordered: bool = ..., bypass_document_validation: bool = ..., comment: Any | None = None) -> BulkWriter: ...

=== beanie.odm.utils package

=== beanie.odm.utils.init
import beanie.odm.cache as _loopmend_7
import beanie.odm.documents as _loopmend_2
import beanie.odm.fields as _loopmend_3
import beanie.odm.union_doc as _loopmend_5
import beanie.odm.utils.init as _loopmend_4
import beanie.odm.views as _loopmend_6
import pymongo.driver_info as _loopmend_0
import typing as _loopmend_1
import importlib
import inspect
from importlib.metadata import version
from types import UnionType
from typing import ( List, Sequence, Union, get_args, get_origin, )
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pymongo import AsyncMongoClient, IndexModel
from pymongo.asynchronous.database import AsyncDatabase
from pymongo.driver_info import DriverInfo
from beanie.exceptions import Deprecation, MongoDBVersionError
from beanie.odm.actions import ActionRegistry
from beanie.odm.cache import LRUCache
from beanie.odm.documents import DocType, Document
from beanie.odm.fields import ( BackLink, ExpressionField, Link, LinkInfo, LinkTypes, )
from beanie.odm.interfaces.detector import ModelType
from beanie.odm.registry import DocsRegistry
from beanie.odm.settings.document import DocumentSettings, IndexModelField
from beanie.odm.settings.union_doc import UnionDocSettings
from beanie.odm.settings.view import ViewSettings
from beanie.odm.union_doc import UnionDoc, UnionDocType
from beanie.odm.utils.pydantic import ( get_extra_field_info, get_model_fields, parse_model, )
from beanie.odm.utils.typing import get_index_attributes, is_generic_alias
from beanie.odm.views import View
_DRIVER_METADATA: _loopmend_0.DriverInfo
class Output(BaseModel):
 class_name: str
 collection_name: str
class Initializer:
 def __init__(self, database: AsyncDatabase | None = None, connection_string: str | None = None, document_models: Sequence[ type["DocType"] | type["UnionDocType"] | type["View"] | str ] | None = None, allow_index_dropping: bool = ..., recreate_views: bool = ..., skip_indexes: bool = ...) -> None: ...
 def __await__(self) -> _loopmend_1.Generator: ...
 async def _load_cached_info(self) -> None: ...
 def fill_docs_registry(self) -> None: ...
 @staticmethod
 def get_model(dot_path: str) -> type["DocType"]: ...
 def init_settings(self, cls: type[Document] | type[View] | type[UnionDoc]) -> None: ...
 def detect_link(self, field: FieldInfo, field_name: str) -> LinkInfo | None: ...
 def check_nested_links(self, link_info: LinkInfo, current_depth: int) -> None: ...
 @staticmethod
 def set_default_class_vars(cls: type[Document]) -> None: ...
 @staticmethod
 def init_cache(cls) -> None: ...
 def init_document_fields(self, cls) -> None: ...
 @staticmethod
 def init_actions(cls) -> None: ...
 async def init_document_collection(self, cls) -> None: ...
 async def init_indexes(self, cls, allow_index_dropping: bool = ...) -> None: ...
 async def init_document(self, cls: type[Document]) -> Output | None: ...
 def init_view_fields(self, cls: type[View]) -> None: ...
 def init_view_collection(self, cls: type[View]) -> None: ...
 async def init_view(self, cls: type[View]) -> None: ...
 async def init_union_doc(self, cls: type[UnionDoc]) -> None: ...
 @staticmethod
 def check_deprecations(cls: type[Document] | type[View] | type[UnionDoc]) -> None: ...
 async def init_class(self, cls: type[Document] | type[View] | type[UnionDoc]) -> None: ...
 database: AsyncDatabase
 document_models: list[type[_loopmend_2.Document] | type[_loopmend_5.UnionDoc] | type[_loopmend_6.View]]
 allow_index_dropping: bool
 recreate_views: bool
 skip_indexes: bool
 inited_classes: list[type]
 _database_major_version: int
 _existing_collections: list[str]
 _children: dict
 _parent: None
 _inheritance_inited: bool
 _class_id: None
 _link_fields: None
 _cache: _loopmend_7.LRUCache
async def init_beanie(database: AsyncDatabase | None = None, connection_string: str | None = None, document_models: Sequence[ type[Document] | type[UnionDoc] | type["View"] | str ] | None = None, allow_index_dropping: bool = ..., recreate_views: bool = ..., skip_indexes: bool = ...) -> None: ...

=== beanie.odm.utils.self_validation
import typing as _loopmend_0
from functools import wraps
from typing import TYPE_CHECKING, TypeVar, cast
from typing_extensions import ParamSpec
if TYPE_CHECKING:
 from beanie import Document
 from beanie.odm.documents import AsyncDocMethod
P = ParamSpec("P")
R = TypeVar("R")
def validate_self_before(f: "AsyncDocMethod[P, R]") -> "AsyncDocMethod[P, R]": ...

=== beanie.odm.utils.state
import typing as _loopmend_0
import inspect
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast, overload
from typing_extensions import ParamSpec
from beanie.exceptions import StateManagementIsTurnedOff, StateNotSaved
if TYPE_CHECKING:
 from beanie import Document
 from beanie.odm.documents import AnyDocMethod, AsyncDocMethod, DocType
P = ParamSpec("P")
R = TypeVar("R")
def check_if_state_saved(self: "DocType") -> None: ...
@overload
def saved_state_needed(f: "AsyncDocMethod[P, R]") -> "AsyncDocMethod[P, R]": ...
@overload
def saved_state_needed(f: "AnyDocMethod[P, R]") -> "AnyDocMethod[P, R]": ...
def saved_state_needed(f: "AnyDocMethod[P, Any]") -> "AnyDocMethod[P, Any]": ...
def check_if_previous_state_saved(self: "DocType") -> None: ...
@overload
def previous_saved_state_needed(f: "AsyncDocMethod[P, R]") -> "AsyncDocMethod[P, R]": ...
@overload
def previous_saved_state_needed(f: "AnyDocMethod[P, R]") -> "AnyDocMethod[P, R]": ...
def previous_saved_state_needed(f: "AnyDocMethod[P, Any]") -> "AnyDocMethod[P, Any]": ...
def save_state_after(f: "AsyncDocMethod[P, R]") -> "AsyncDocMethod[P, R]": ...

=== beanie.odm.views
import beanie.odm.fields as _loopmend_1
import beanie.odm.interfaces.detector as _loopmend_2
import beanie.odm.settings.view as _loopmend_0
import asyncio
from typing import Any, ClassVar
from pydantic import BaseModel
from beanie.exceptions import ViewWasNotInitialized
from beanie.odm.fields import Link, LinkInfo
from beanie.odm.interfaces.aggregate import AggregateInterface
from beanie.odm.interfaces.detector import DetectionInterface, ModelType
from beanie.odm.interfaces.find import FindInterface
from beanie.odm.interfaces.getters import OtherGettersInterface
from beanie.odm.settings.view import ViewSettings
class View( BaseModel, FindInterface, AggregateInterface, OtherGettersInterface, DetectionInterface, ):
 _database_major_version: ClassVar[int] = 4
 _link_fields: ClassVar[dict[str, LinkInfo] | None] = None
 _settings: ClassVar[ViewSettings]
 @classmethod
 def get_settings(cls) -> ViewSettings: ...
 async def fetch_link(self, field: str | Any) -> None: ...
 async def fetch_all_links(self) -> None: ...
 @classmethod
 def get_link_fields(cls) -> dict[str, LinkInfo] | None: ...
 @classmethod
 def get_model_type(cls) -> ModelType: ...

