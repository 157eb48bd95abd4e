# elasticsearch 9.5.1 Apache-2.0
=== elasticsearch package
import logging
import re
import warnings
from elastic_transport import __version__ as _elastic_transport_version
from ._utils import fixup_module_metadata
from ._version import __versionstr__
_version_groups = tuple(int(x) for x in re.search(r"^(\d+)\.(\d+)\.(\d+)", _elastic_transport_version).groups())
if _version_groups < (9, 1, 0) or _version_groups > (10, 0, 0):
 ...
_version_groups = re.search(r"^(\d+)\.(\d+)\.(\d+)", __versionstr__).groups()
_major: int
_minor: int
_patch: int
VERSION: tuple[int, int, int]
__version__: tuple[int, int, int]
logger = logging.getLogger("elasticsearch")
from ._async.client import AsyncElasticsearch as AsyncElasticsearch
from ._sync.client import Elasticsearch as Elasticsearch
from .exceptions import ElasticsearchDeprecationWarning
from .exceptions import ( ApiError, AuthenticationException, AuthorizationException, BadRequestError, ConflictError, ConnectionError, ConnectionTimeout, ElasticsearchWarning, NotFoundError, RequestError, SerializationError, SSLError, TransportError, UnsupportedProductError, )
from .serializer import JSONSerializer, JsonSerializer
try:
 from .serializer import OrjsonSerializer
except ImportError:
 OrjsonSerializer = None
__all__ = [ "ApiError", "AsyncElasticsearch", "BadRequestError", "Elasticsearch", "JsonSerializer", "SerializationError", "TransportError", "NotFoundError", "ConflictError", "RequestError", "ConnectionError", "SSLError", "ConnectionTimeout", "AuthenticationException", "AuthorizationException", "UnsupportedProductError", "ElasticsearchWarning", ]
if OrjsonSerializer is not None:
 __all__.append("OrjsonSerializer")

=== elasticsearch._async package

=== elasticsearch._async.client package
import elastic_transport._models as _loopmend_2
import elastic_transport._response as _loopmend_1
import elasticsearch._async.client as _loopmend_0
import elasticsearch._async.client.async_search as _loopmend_4
import elasticsearch._async.client.autoscaling as _loopmend_5
import elasticsearch._async.client.cat as _loopmend_6
import elasticsearch._async.client.ccr as _loopmend_18
import elasticsearch._async.client.cluster as _loopmend_7
import elasticsearch._async.client.connector as _loopmend_8
import elasticsearch._async.client.dangling_indices as _loopmend_19
import elasticsearch._async.client.encryption as _loopmend_20
import elasticsearch._async.client.enrich as _loopmend_21
import elasticsearch._async.client.eql as _loopmend_22
import elasticsearch._async.client.esql as _loopmend_23
import elasticsearch._async.client.features as _loopmend_10
import elasticsearch._async.client.fleet as _loopmend_9
import elasticsearch._async.client.graph as _loopmend_24
import elasticsearch._async.client.ilm as _loopmend_25
import elasticsearch._async.client.indices as _loopmend_11
import elasticsearch._async.client.inference as _loopmend_12
import elasticsearch._async.client.ingest as _loopmend_13
import elasticsearch._async.client.license as _loopmend_26
import elasticsearch._async.client.logstash as _loopmend_27
import elasticsearch._async.client.migration as _loopmend_28
import elasticsearch._async.client.ml as _loopmend_29
import elasticsearch._async.client.monitoring as _loopmend_30
import elasticsearch._async.client.nodes as _loopmend_14
import elasticsearch._async.client.project as _loopmend_31
import elasticsearch._async.client.query_rules as _loopmend_32
import elasticsearch._async.client.rollup as _loopmend_33
import elasticsearch._async.client.search_application as _loopmend_34
import elasticsearch._async.client.searchable_snapshots as _loopmend_35
import elasticsearch._async.client.security as _loopmend_36
import elasticsearch._async.client.shutdown as _loopmend_39
import elasticsearch._async.client.simulate as _loopmend_38
import elasticsearch._async.client.slm as _loopmend_37
import elasticsearch._async.client.snapshot as _loopmend_15
import elasticsearch._async.client.sql as _loopmend_40
import elasticsearch._async.client.ssl as _loopmend_41
import elasticsearch._async.client.streams as _loopmend_42
import elasticsearch._async.client.synonyms as _loopmend_43
import elasticsearch._async.client.tasks as _loopmend_16
import elasticsearch._async.client.text_structure as _loopmend_44
import elasticsearch._async.client.transform as _loopmend_45
import elasticsearch._async.client.watcher as _loopmend_46
import elasticsearch._async.client.xpack as _loopmend_17
import typing as _loopmend_3
import logging
import typing as t
from elastic_transport import ( AsyncTransport, BaseNode, BinaryApiResponse, HeadApiResponse, NodeConfig, NodePool, NodeSelector, ObjectApiResponse, Serializer, )
from elastic_transport.client_utils import DEFAULT, DefaultType
from ...exceptions import ApiError, TransportError
from ...serializer import DEFAULT_SERIALIZERS
from ._base import ( BaseClient, create_sniff_callback, default_sniff_callback, resolve_auth_headers, )
from .async_search import AsyncSearchClient
from .autoscaling import AutoscalingClient
from .cat import CatClient
from .ccr import CcrClient
from .cluster import ClusterClient
from .connector import ConnectorClient
from .dangling_indices import DanglingIndicesClient
from .encryption import EncryptionClient
from .enrich import EnrichClient
from .eql import EqlClient
from .esql import EsqlClient
from .features import FeaturesClient
from .fleet import FleetClient
from .graph import GraphClient
from .ilm import IlmClient
from .indices import IndicesClient
from .inference import InferenceClient
from .ingest import IngestClient
from .license import LicenseClient
from .logstash import LogstashClient
from .migration import MigrationClient
from .ml import MlClient
from .monitoring import MonitoringClient
from .nodes import NodesClient
from .project import ProjectClient
from .query_rules import QueryRulesClient
from .rollup import RollupClient
from .search_application import SearchApplicationClient
from .searchable_snapshots import SearchableSnapshotsClient
from .security import SecurityClient
from .shutdown import ShutdownClient
from .simulate import SimulateClient
from .slm import SlmClient
from .snapshot import SnapshotClient
from .sql import SqlClient
from .ssl import SslClient
from .streams import StreamsClient
from .synonyms import SynonymsClient
from .tasks import TasksClient
from .text_structure import TextStructureClient
from .transform import TransformClient
from .utils import ( _TYPE_HOSTS, CLIENT_META_SERVICE, SKIP_IN_PATH, Stability, _availability_warning, _quote, _rewrite_parameters, client_node_configs, is_requests_http_auth, is_requests_node_class, )
from .watcher import WatcherClient
from .xpack import XPackClient
logger = logging.getLogger("elasticsearch")
SelfType = t.TypeVar("SelfType", bound="AsyncElasticsearch")
class AsyncElasticsearch(BaseClient):
 def __init__(self, hosts: t.Optional[_TYPE_HOSTS] = None, *, cloud_id: t.Optional[str] = None, api_key: t.Optional[t.Union[str, t.Tuple[str, str]]] = None, basic_auth: t.Optional[t.Union[str, t.Tuple[str, str]]] = None, bearer_auth: t.Optional[str] = None, opaque_id: t.Optional[str] = None, server_mode: str = ..., headers: t.Union[DefaultType, t.Mapping[str, str]] = ..., connections_per_node: t.Union[DefaultType, int] = ..., http_compress: t.Union[DefaultType, bool] = ..., verify_certs: t.Union[DefaultType, bool] = ..., ca_certs: t.Union[DefaultType, str] = ..., client_cert: t.Union[DefaultType, str] = ..., client_key: t.Union[DefaultType, str] = ..., ssl_assert_hostname: t.Union[DefaultType, str] = ..., ssl_assert_fingerprint: t.Union[DefaultType, str] = ..., ssl_version: t.Union[DefaultType, int] = ..., ssl_context: t.Union[DefaultType, t.Any] = ..., ssl_show_warn: t.Union[DefaultType, bool] = ..., transport_class: t.Type[AsyncTransport] = ..., request_timeout: t.Union[DefaultType, None, float] = ..., node_class: t.Union[DefaultType, t.Type[BaseNode]] = ..., node_pool_class: t.Union[DefaultType, t.Type[NodePool]] = ..., randomize_nodes_in_pool: t.Union[DefaultType, bool] = ..., node_selector_class: t.Union[DefaultType, t.Type[NodeSelector]] = ..., dead_node_backoff_factor: t.Union[DefaultType, float] = ..., max_dead_node_backoff: t.Union[DefaultType, float] = ..., serializer: t.Optional[Serializer] = None, serializers: t.Union[DefaultType, t.Mapping[str, Serializer]] = ..., default_mimetype: str = ..., max_retries: t.Union[DefaultType, int] = ..., retry_on_status: t.Union[DefaultType, int, t.Collection[int]] = ..., retry_on_timeout: t.Union[DefaultType, bool] = ..., retry_backoff_base: t.Union[DefaultType, float] = ..., retry_backoff_cap: t.Union[DefaultType, float] = ..., sniff_on_start: t.Union[DefaultType, bool] = ..., sniff_before_requests: t.Union[DefaultType, bool] = ..., sniff_on_node_failure: t.Union[DefaultType, bool] = ..., sniff_timeout: t.Union[DefaultType, None, float] = ..., min_delay_between_sniffing: t.Union[DefaultType, None, float] = ..., sniffed_node_callback: t.Optional[ t.Callable[[t.Dict[str, t.Any], NodeConfig], t.Optional[NodeConfig]] ] = None, meta_header: t.Union[DefaultType, bool] = ..., http_auth: t.Union[DefaultType, t.Any] = ..., _transport: t.Optional[AsyncTransport] = None) -> None: ...
 def __repr__(self) -> str: ...
 async def __aenter__(self) -> "AsyncElasticsearch": ...
 async def __aexit__(self, *_: t.Any) -> None: ...
 def options(self: SelfType, *, opaque_id: t.Union[DefaultType, str] = ..., api_key: t.Union[DefaultType, str, t.Tuple[str, str]] = ..., basic_auth: t.Union[DefaultType, str, t.Tuple[str, str]] = ..., bearer_auth: t.Union[DefaultType, str] = ..., headers: t.Union[DefaultType, t.Mapping[str, str]] = ..., request_timeout: t.Union[DefaultType, t.Optional[float]] = ..., ignore_status: t.Union[DefaultType, int, t.Collection[int]] = ..., max_retries: t.Union[DefaultType, int] = ..., retry_on_status: t.Union[DefaultType, int, t.Collection[int]] = ..., retry_on_timeout: t.Union[DefaultType, bool] = ..., retry_backoff_base: t.Union[DefaultType, float] = ..., retry_backoff_cap: t.Union[DefaultType, float] = ...) -> SelfType: ...
 async def close(self) -> None: ...
 @_rewrite_parameters()
 async def ping(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[t.List[str], str]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> bool: ...
 @_rewrite_parameters( body_name="operations", parameter_aliases={ "_source": "source", "_source_excludes": "source_excludes", "_source_includes": "source_includes", }, )
 async def bulk(self, *, operations: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, body: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, index: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, include_source_on_error: t.Optional[bool] = None, list_executed_pipelines: t.Optional[bool] = None, pipeline: t.Optional[str] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None, require_alias: t.Optional[bool] = None, require_data_stream: t.Optional[bool] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, source: t.Optional[t.Union[bool, t.Union[str, t.Sequence[str]]]] = None, source_excludes: t.Optional[t.Union[str, t.Sequence[str]]] = None, source_includes: t.Optional[t.Union[str, t.Sequence[str]]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, wait_for_active_shards: t.Optional[ t.Union[int, t.Union[str, t.Literal["all", "index-setting"]]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def cancel_reindex(self, *, task_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, wait_for_completion: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("scroll_id",), )
 async def clear_scroll(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, scroll_id: t.Optional[t.Union[str, t.Sequence[str]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("id",), )
 async def close_point_in_time(self, *, id: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("project_routing", "query"), )
 async def count(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_indices: t.Optional[bool] = None, analyze_wildcard: t.Optional[bool] = None, analyzer: t.Optional[str] = None, default_operator: t.Optional[t.Union[str, t.Literal["and", "or"]]] = None, df: t.Optional[str] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_throttled: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, lenient: t.Optional[bool] = None, min_score: t.Optional[float] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, project_routing: t.Optional[str] = None, q: t.Optional[str] = None, query: t.Optional[t.Mapping[str, t.Any]] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, stats: t.Optional[t.Union[str, t.Sequence[str]]] = None, terminate_after: t.Optional[int] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_name="document", )
 async def create(self, *, index: str, id: str, document: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, include_source_on_error: t.Optional[bool] = None, pipeline: t.Optional[str] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None, require_alias: t.Optional[bool] = None, require_data_stream: t.Optional[bool] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, version: t.Optional[int] = None, version_type: t.Optional[ t.Union[str, t.Literal["external", "external_gte", "internal"]] ] = None, wait_for_active_shards: t.Optional[ t.Union[int, t.Union[str, t.Literal["all", "index-setting"]]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete(self, *, index: str, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, if_primary_term: t.Optional[int] = None, if_seq_no: t.Optional[int] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, version: t.Optional[int] = None, version_type: t.Optional[ t.Union[str, t.Literal["external", "external_gte", "internal"]] ] = None, wait_for_active_shards: t.Optional[ t.Union[int, t.Union[str, t.Literal["all", "index-setting"]]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("max_docs", "query", "slice", "sort"), parameter_aliases={"from": "from_"}, )
 async def delete_by_query(self, *, index: t.Union[str, t.Sequence[str]], allow_no_indices: t.Optional[bool] = None, analyze_wildcard: t.Optional[bool] = None, analyzer: t.Optional[str] = None, conflicts: t.Optional[t.Union[str, t.Literal["abort", "proceed"]]] = None, default_operator: t.Optional[t.Union[str, t.Literal["and", "or"]]] = None, df: t.Optional[str] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, lenient: t.Optional[bool] = None, max_docs: t.Optional[int] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, q: t.Optional[str] = None, query: t.Optional[t.Mapping[str, t.Any]] = None, refresh: t.Optional[bool] = None, request_cache: t.Optional[bool] = None, requests_per_second: t.Optional[float] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, scroll: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, scroll_size: t.Optional[int] = None, search_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, search_type: t.Optional[ t.Union[str, t.Literal["dfs_query_then_fetch", "query_then_fetch"]] ] = None, slice: t.Optional[t.Mapping[str, t.Any]] = None, slices: t.Optional[t.Union[int, t.Union[str, t.Literal["auto"]]]] = None, sort: t.Optional[ t.Union[ t.Sequence[t.Union[str, t.Mapping[str, t.Any]]], t.Union[str, t.Mapping[str, t.Any]], ] ] = None, stats: t.Optional[t.Sequence[str]] = None, terminate_after: t.Optional[int] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, version: t.Optional[bool] = None, wait_for_active_shards: t.Optional[ t.Union[int, t.Union[str, t.Literal["all", "index-setting"]]] ] = None, wait_for_completion: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_by_query_rethrottle(self, *, task_id: str, requests_per_second: float, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_script(self, *, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( parameter_aliases={ "_source": "source", "_source_excludes": "source_excludes", "_source_includes": "source_includes", }, )
 async def exists(self, *, index: str, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, realtime: t.Optional[bool] = None, refresh: t.Optional[bool] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, source: t.Optional[t.Union[bool, t.Union[str, t.Sequence[str]]]] = None, source_excludes: t.Optional[t.Union[str, t.Sequence[str]]] = None, source_includes: t.Optional[t.Union[str, t.Sequence[str]]] = None, stored_fields: t.Optional[t.Union[str, t.Sequence[str]]] = None, version: t.Optional[int] = None, version_type: t.Optional[ t.Union[str, t.Literal["external", "external_gte", "internal"]] ] = None) -> HeadApiResponse: ...
 @_rewrite_parameters( parameter_aliases={ "_source": "source", "_source_excludes": "source_excludes", "_source_includes": "source_includes", }, )
 async def exists_source(self, *, index: str, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, realtime: t.Optional[bool] = None, refresh: t.Optional[bool] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, source: t.Optional[t.Union[bool, t.Union[str, t.Sequence[str]]]] = None, source_excludes: t.Optional[t.Union[str, t.Sequence[str]]] = None, source_includes: t.Optional[t.Union[str, t.Sequence[str]]] = None, version: t.Optional[int] = None, version_type: t.Optional[ t.Union[str, t.Literal["external", "external_gte", "internal"]] ] = None) -> HeadApiResponse: ...
 @_rewrite_parameters( body_fields=("query",), parameter_aliases={ "_source": "source", "_source_excludes": "source_excludes", "_source_includes": "source_includes", }, )
 async def explain(self, *, index: str, id: str, analyze_wildcard: t.Optional[bool] = None, analyzer: t.Optional[str] = None, default_operator: t.Optional[t.Union[str, t.Literal["and", "or"]]] = None, df: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, lenient: t.Optional[bool] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, q: t.Optional[str] = None, query: t.Optional[t.Mapping[str, t.Any]] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, source: t.Optional[t.Union[bool, t.Union[str, t.Sequence[str]]]] = None, source_excludes: t.Optional[t.Union[str, t.Sequence[str]]] = None, source_includes: t.Optional[t.Union[str, t.Sequence[str]]] = None, stored_fields: t.Optional[t.Union[str, t.Sequence[str]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("fields", "index_filter", "project_routing", "runtime_mappings"), )
 async def field_caps(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, fields: t.Optional[t.Union[str, t.Sequence[str]]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, filters: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, include_empty_fields: t.Optional[bool] = None, include_unmapped: t.Optional[bool] = None, index_filter: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, project_routing: t.Optional[str] = None, runtime_mappings: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, types: t.Optional[t.Sequence[str]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( parameter_aliases={ "_source": "source", "_source_exclude_vectors": "source_exclude_vectors", "_source_excludes": "source_excludes", "_source_includes": "source_includes", }, )
 async def get(self, *, index: str, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, force_synthetic_source: t.Optional[bool] = None, human: t.Optional[bool] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, realtime: t.Optional[bool] = None, refresh: t.Optional[bool] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, source: t.Optional[t.Union[bool, t.Union[str, t.Sequence[str]]]] = None, source_exclude_vectors: t.Optional[bool] = None, source_excludes: t.Optional[t.Union[str, t.Sequence[str]]] = None, source_includes: t.Optional[t.Union[str, t.Sequence[str]]] = None, stored_fields: t.Optional[t.Union[str, t.Sequence[str]]] = None, version: t.Optional[int] = None, version_type: t.Optional[ t.Union[str, t.Literal["external", "external_gte", "internal"]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_reindex(self, *, task_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, wait_for_completion: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_script(self, *, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_script_context(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_script_languages(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( parameter_aliases={ "_source": "source", "_source_excludes": "source_excludes", "_source_includes": "source_includes", }, )
 async def get_source(self, *, index: str, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, realtime: t.Optional[bool] = None, refresh: t.Optional[bool] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, source: t.Optional[t.Union[bool, t.Union[str, t.Sequence[str]]]] = None, source_excludes: t.Optional[t.Union[str, t.Sequence[str]]] = None, source_includes: t.Optional[t.Union[str, t.Sequence[str]]] = None, version: t.Optional[int] = None, version_type: t.Optional[ t.Union[str, t.Literal["external", "external_gte", "internal"]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def health_report(self, *, feature: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, size: t.Optional[int] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, verbose: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_name="document", )
 async def index(self, *, index: str, document: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Mapping[str, t.Any]] = None, id: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, if_primary_term: t.Optional[int] = None, if_seq_no: t.Optional[int] = None, include_source_on_error: t.Optional[bool] = None, op_type: t.Optional[t.Union[str, t.Literal["create", "index"]]] = None, pipeline: t.Optional[str] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None, require_alias: t.Optional[bool] = None, require_data_stream: t.Optional[bool] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, version: t.Optional[int] = None, version_type: t.Optional[ t.Union[str, t.Literal["external", "external_gte", "internal"]] ] = None, wait_for_active_shards: t.Optional[ t.Union[int, t.Union[str, t.Literal["all", "index-setting"]]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def info(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def list_reindex(self, *, detailed: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("docs", "ids"), parameter_aliases={ "_source": "source", "_source_excludes": "source_excludes", "_source_includes": "source_includes", }, )
 async def mget(self, *, index: t.Optional[str] = None, docs: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, force_synthetic_source: t.Optional[bool] = None, human: t.Optional[bool] = None, ids: t.Optional[t.Union[str, t.Sequence[str]]] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, realtime: t.Optional[bool] = None, refresh: t.Optional[bool] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, source: t.Optional[t.Union[bool, t.Union[str, t.Sequence[str]]]] = None, source_excludes: t.Optional[t.Union[str, t.Sequence[str]]] = None, source_includes: t.Optional[t.Union[str, t.Sequence[str]]] = None, stored_fields: t.Optional[t.Union[str, t.Sequence[str]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_name="searches", )
 async def msearch(self, *, searches: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, body: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_indices: t.Optional[bool] = None, ccs_minimize_roundtrips: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_throttled: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, include_named_queries_score: t.Optional[bool] = None, max_concurrent_searches: t.Optional[int] = None, max_concurrent_shard_requests: t.Optional[int] = None, pre_filter_shard_size: t.Optional[int] = None, pretty: t.Optional[bool] = None, project_routing: t.Optional[str] = None, rest_total_hits_as_int: t.Optional[bool] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, search_type: t.Optional[ t.Union[str, t.Literal["dfs_query_then_fetch", "query_then_fetch"]] ] = None, typed_keys: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_name="search_templates", )
 async def msearch_template(self, *, search_templates: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, body: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, ccs_minimize_roundtrips: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, max_concurrent_searches: t.Optional[int] = None, pretty: t.Optional[bool] = None, project_routing: t.Optional[str] = None, rest_total_hits_as_int: t.Optional[bool] = None, search_type: t.Optional[ t.Union[str, t.Literal["dfs_query_then_fetch", "query_then_fetch"]] ] = None, typed_keys: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("docs", "ids"), )
 async def mtermvectors(self, *, index: t.Optional[str] = None, docs: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, error_trace: t.Optional[bool] = None, field_statistics: t.Optional[bool] = None, fields: t.Optional[t.Union[str, t.Sequence[str]]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ids: t.Optional[t.Sequence[str]] = None, offsets: t.Optional[bool] = None, payloads: t.Optional[bool] = None, positions: t.Optional[bool] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, realtime: t.Optional[bool] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, term_statistics: t.Optional[bool] = None, version: t.Optional[int] = None, version_type: t.Optional[ t.Union[str, t.Literal["external", "external_gte", "internal"]] ] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("index_filter", "project_routing"), )
 async def open_point_in_time(self, *, index: t.Union[str, t.Sequence[str]], keep_alive: t.Union[str, t.Literal[-1], t.Literal[0]], allow_partial_search_results: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, index_filter: t.Optional[t.Mapping[str, t.Any]] = None, max_concurrent_shard_requests: t.Optional[int] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, project_routing: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("script",), )
 async def put_script(self, *, id: str, script: t.Optional[t.Mapping[str, t.Any]] = None, context: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("requests", "metric"), )
 async def rank_eval(self, *, requests: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, metric: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, search_type: t.Optional[ t.Union[str, t.Literal["dfs_query_then_fetch", "query_then_fetch"]] ] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("dest", "source", "conflicts", "max_docs", "script"), )
 async def reindex(self, *, dest: t.Optional[t.Mapping[str, t.Any]] = None, source: t.Optional[t.Mapping[str, t.Any]] = None, conflicts: t.Optional[t.Union[str, t.Literal["abort", "proceed"]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, max_docs: t.Optional[int] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[bool] = None, requests_per_second: t.Optional[float] = None, require_alias: t.Optional[bool] = None, script: t.Optional[t.Mapping[str, t.Any]] = None, scroll: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, slices: t.Optional[t.Union[int, t.Union[str, t.Literal["auto"]]]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, wait_for_active_shards: t.Optional[ t.Union[int, t.Union[str, t.Literal["all", "index-setting"]]] ] = None, wait_for_completion: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def reindex_rethrottle(self, *, task_id: str, requests_per_second: float, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, group_by: t.Optional[ t.Union[str, t.Literal["nodes", "none", "parents"]] ] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("file", "params", "source"), ignore_deprecated_options={"params"}, )
 async def render_search_template(self, *, id: t.Optional[str] = None, error_trace: t.Optional[bool] = None, file: t.Optional[str] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, params: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, source: t.Optional[t.Union[str, t.Mapping[str, t.Any]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("context", "context_setup", "script"), )
 @_availability_warning(Stability.EXPERIMENTAL)
 async def scripts_painless_execute(self, *, context: t.Optional[ t.Union[ str, t.Literal[ "boolean_field", "composite_field", "date_field", "double_field", "filter", "geo_point_field", "ip_field", "keyword_field", "long_field", "painless_test", "score", ], ] ] = None, context_setup: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, script: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("scroll_id", "scroll"), )
 async def scroll(self, *, scroll_id: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, rest_total_hits_as_int: t.Optional[bool] = None, scroll: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def search(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, aggregations: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, aggs: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, allow_no_indices: t.Optional[bool] = None, allow_partial_search_results: t.Optional[bool] = None, analyze_wildcard: t.Optional[bool] = None, analyzer: t.Optional[str] = None, batched_reduce_size: t.Optional[int] = None, ccs_minimize_roundtrips: t.Optional[bool] = None, collapse: t.Optional[t.Mapping[str, t.Any]] = None, default_operator: t.Optional[t.Union[str, t.Literal["and", "or"]]] = None, df: t.Optional[str] = None, docvalue_fields: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, explain: t.Optional[bool] = None, ext: t.Optional[t.Mapping[str, t.Any]] = None, fields: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, force_synthetic_source: t.Optional[bool] = None, from_: t.Optional[int] = None, highlight: t.Optional[t.Mapping[str, t.Any]] = None, human: t.Optional[bool] = None, ignore_throttled: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, include_named_queries_score: t.Optional[bool] = None, indices_boost: t.Optional[t.Sequence[t.Mapping[str, float]]] = None, knn: t.Optional[ t.Union[t.Mapping[str, t.Any], t.Sequence[t.Mapping[str, t.Any]]] ] = None, lenient: t.Optional[bool] = None, max_concurrent_shard_requests: t.Optional[int] = None, min_score: t.Optional[float] = None, pit: t.Optional[t.Mapping[str, t.Any]] = None, post_filter: t.Optional[t.Mapping[str, t.Any]] = None, pre_filter_shard_size: t.Optional[int] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, profile: t.Optional[bool] = None, project_routing: t.Optional[str] = None, q: t.Optional[str] = None, query: t.Optional[t.Mapping[str, t.Any]] = None, rank: t.Optional[t.Mapping[str, t.Any]] = None, request_cache: t.Optional[bool] = None, rescore: t.Optional[ t.Union[t.Mapping[str, t.Any], t.Sequence[t.Mapping[str, t.Any]]] ] = None, rest_total_hits_as_int: t.Optional[bool] = None, retriever: t.Optional[t.Mapping[str, t.Any]] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, runtime_mappings: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, script_fields: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, scroll: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, search_after: t.Optional[ t.Sequence[t.Union[None, bool, float, int, str]] ] = None, search_type: t.Optional[ t.Union[str, t.Literal["dfs_query_then_fetch", "query_then_fetch"]] ] = None, seq_no_primary_term: t.Optional[bool] = None, size: t.Optional[int] = None, slice: t.Optional[t.Mapping[str, t.Any]] = None, sort: t.Optional[ t.Union[ t.Sequence[t.Union[str, t.Mapping[str, t.Any]]], t.Union[str, t.Mapping[str, t.Any]], ] ] = None, source: t.Optional[t.Union[bool, t.Mapping[str, t.Any]]] = None, source_exclude_vectors: t.Optional[bool] = None, source_excludes: t.Optional[t.Union[str, t.Sequence[str]]] = None, source_includes: t.Optional[t.Union[str, t.Sequence[str]]] = None, stats: t.Optional[t.Sequence[str]] = None, stored_fields: t.Optional[t.Union[str, t.Sequence[str]]] = None, suggest: t.Optional[t.Mapping[str, t.Any]] = None, suggest_field: t.Optional[str] = None, suggest_mode: t.Optional[ t.Union[str, t.Literal["always", "missing", "popular"]] ] = None, suggest_size: t.Optional[int] = None, suggest_text: t.Optional[str] = None, terminate_after: t.Optional[int] = None, timeout: t.Optional[str] = None, track_scores: t.Optional[bool] = None, track_total_hits: t.Optional[t.Union[bool, int]] = None, typed_keys: t.Optional[bool] = None, version: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "aggs", "buffer", "exact_bounds", "extent", "fields", "grid_agg", "grid_precision", "grid_type", "project_routing", "query", "runtime_mappings", "size", "sort", "track_total_hits", "with_labels", ), )
 async def search_mvt(self, *, index: t.Union[str, t.Sequence[str]], field: str, zoom: int, x: int, y: int, aggs: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, buffer: t.Optional[int] = None, error_trace: t.Optional[bool] = None, exact_bounds: t.Optional[bool] = None, extent: t.Optional[int] = None, fields: t.Optional[t.Union[str, t.Sequence[str]]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, grid_agg: t.Optional[t.Union[str, t.Literal["geohex", "geotile"]]] = None, grid_precision: t.Optional[int] = None, grid_type: t.Optional[ t.Union[str, t.Literal["centroid", "grid", "point"]] ] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, project_routing: t.Optional[str] = None, query: t.Optional[t.Mapping[str, t.Any]] = None, runtime_mappings: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, size: t.Optional[int] = None, sort: t.Optional[ t.Union[ t.Sequence[t.Union[str, t.Mapping[str, t.Any]]], t.Union[str, t.Mapping[str, t.Any]], ] ] = None, track_total_hits: t.Optional[t.Union[bool, int]] = None, with_labels: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> BinaryApiResponse: ...
 @_rewrite_parameters()
 async def search_shards(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, local: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("explain", "id", "params", "profile", "project_routing", "source"), ignore_deprecated_options={"params"}, )
 async def search_template(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_indices: t.Optional[bool] = None, ccs_minimize_roundtrips: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, explain: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, id: t.Optional[str] = None, ignore_throttled: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, params: t.Optional[t.Mapping[str, t.Any]] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, profile: t.Optional[bool] = None, project_routing: t.Optional[str] = None, rest_total_hits_as_int: t.Optional[bool] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, scroll: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, search_type: t.Optional[ t.Union[str, t.Literal["dfs_query_then_fetch", "query_then_fetch"]] ] = None, source: t.Optional[t.Union[str, t.Mapping[str, t.Any]]] = None, typed_keys: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "field", "case_insensitive", "index_filter", "project_routing", "search_after", "size", "string", "timeout", ), )
 async def terms_enum(self, *, index: t.Union[str, t.Sequence[str]], field: t.Optional[str] = None, case_insensitive: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, index_filter: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, project_routing: t.Optional[str] = None, search_after: t.Optional[str] = None, size: t.Optional[int] = None, string: t.Optional[str] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "doc", "field_statistics", "fields", "filter", "offsets", "payloads", "per_field_analyzer", "positions", "routing", "term_statistics", "version", "version_type", ), )
 async def termvectors(self, *, index: str, id: t.Optional[str] = None, doc: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, field_statistics: t.Optional[bool] = None, fields: t.Optional[t.Sequence[str]] = None, filter: t.Optional[t.Mapping[str, t.Any]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, offsets: t.Optional[bool] = None, payloads: t.Optional[bool] = None, per_field_analyzer: t.Optional[t.Mapping[str, str]] = None, positions: t.Optional[bool] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, realtime: t.Optional[bool] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, term_statistics: t.Optional[bool] = None, version: t.Optional[int] = None, version_type: t.Optional[ t.Union[str, t.Literal["external", "external_gte", "internal"]] ] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "detect_noop", "doc", "doc_as_upsert", "script", "scripted_upsert", "source", "upsert", ), parameter_aliases={ "_source": "source", "_source_excludes": "source_excludes", "_source_includes": "source_includes", }, )
 async def update(self, *, index: str, id: str, detect_noop: t.Optional[bool] = None, doc: t.Optional[t.Mapping[str, t.Any]] = None, doc_as_upsert: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, if_primary_term: t.Optional[int] = None, if_seq_no: t.Optional[int] = None, include_source_on_error: t.Optional[bool] = None, lang: t.Optional[str] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None, require_alias: t.Optional[bool] = None, retry_on_conflict: t.Optional[int] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, script: t.Optional[t.Mapping[str, t.Any]] = None, scripted_upsert: t.Optional[bool] = None, source: t.Optional[t.Union[bool, t.Mapping[str, t.Any]]] = None, source_excludes: t.Optional[t.Union[str, t.Sequence[str]]] = None, source_includes: t.Optional[t.Union[str, t.Sequence[str]]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, upsert: t.Optional[t.Mapping[str, t.Any]] = None, wait_for_active_shards: t.Optional[ t.Union[int, t.Union[str, t.Literal["all", "index-setting"]]] ] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("conflicts", "max_docs", "query", "script", "slice"), parameter_aliases={"from": "from_"}, )
 async def update_by_query(self, *, index: t.Union[str, t.Sequence[str]], allow_no_indices: t.Optional[bool] = None, analyze_wildcard: t.Optional[bool] = None, analyzer: t.Optional[str] = None, conflicts: t.Optional[t.Union[str, t.Literal["abort", "proceed"]]] = None, default_operator: t.Optional[t.Union[str, t.Literal["and", "or"]]] = None, df: t.Optional[str] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, lenient: t.Optional[bool] = None, max_docs: t.Optional[int] = None, pipeline: t.Optional[str] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, q: t.Optional[str] = None, query: t.Optional[t.Mapping[str, t.Any]] = None, refresh: t.Optional[bool] = None, request_cache: t.Optional[bool] = None, requests_per_second: t.Optional[float] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, script: t.Optional[t.Mapping[str, t.Any]] = None, scroll: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, scroll_size: t.Optional[int] = None, search_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, search_type: t.Optional[ t.Union[str, t.Literal["dfs_query_then_fetch", "query_then_fetch"]] ] = None, slice: t.Optional[t.Mapping[str, t.Any]] = None, slices: t.Optional[t.Union[int, t.Union[str, t.Literal["auto"]]]] = None, sort: t.Optional[t.Sequence[str]] = None, stats: t.Optional[t.Sequence[str]] = None, terminate_after: t.Optional[int] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, version: t.Optional[bool] = None, version_type: t.Optional[bool] = None, wait_for_active_shards: t.Optional[ t.Union[int, t.Union[str, t.Literal["all", "index-setting"]]] ] = None, wait_for_completion: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def update_by_query_rethrottle(self, *, task_id: str, requests_per_second: float, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 _request_timeout: None | _loopmend_2.DefaultType | float
 _max_retries: _loopmend_2.DefaultType | int
 _retry_on_timeout: _loopmend_2.DefaultType | bool
 _retry_on_status: _loopmend_2.DefaultType | _loopmend_3.Collection[int] | tuple[int]
 _retry_backoff_base: _loopmend_2.DefaultType | float
 _retry_backoff_cap: _loopmend_2.DefaultType | float
 _is_serverless: bool
 _headers: _loopmend_2.HttpHeaders
 async_search: _loopmend_4.AsyncSearchClient
 autoscaling: _loopmend_5.AutoscalingClient
 cat: _loopmend_6.CatClient
 cluster: _loopmend_7.ClusterClient
 connector: _loopmend_8.ConnectorClient
 fleet: _loopmend_9.FleetClient
 features: _loopmend_10.FeaturesClient
 indices: _loopmend_11.IndicesClient
 inference: _loopmend_12.InferenceClient
 ingest: _loopmend_13.IngestClient
 nodes: _loopmend_14.NodesClient
 snapshot: _loopmend_15.SnapshotClient
 tasks: _loopmend_16.TasksClient
 xpack: _loopmend_17.XPackClient
 ccr: _loopmend_18.CcrClient
 dangling_indices: _loopmend_19.DanglingIndicesClient
 encryption: _loopmend_20.EncryptionClient
 enrich: _loopmend_21.EnrichClient
 eql: _loopmend_22.EqlClient
 esql: _loopmend_23.EsqlClient
 graph: _loopmend_24.GraphClient
 ilm: _loopmend_25.IlmClient
 license: _loopmend_26.LicenseClient
 logstash: _loopmend_27.LogstashClient
 migration: _loopmend_28.MigrationClient
 ml: _loopmend_29.MlClient
 monitoring: _loopmend_30.MonitoringClient
 project: _loopmend_31.ProjectClient
 query_rules: _loopmend_32.QueryRulesClient
 rollup: _loopmend_33.RollupClient
 search_application: _loopmend_34.SearchApplicationClient
 searchable_snapshots: _loopmend_35.SearchableSnapshotsClient
 security: _loopmend_36.SecurityClient
 slm: _loopmend_37.SlmClient
 simulate: _loopmend_38.SimulateClient
 shutdown: _loopmend_39.ShutdownClient
 sql: _loopmend_40.SqlClient
 ssl: _loopmend_41.SslClient
 streams: _loopmend_42.StreamsClient
 synonyms: _loopmend_43.SynonymsClient
 text_structure: _loopmend_44.TextStructureClient
 transform: _loopmend_45.TransformClient
 watcher: _loopmend_46.WatcherClient

=== elasticsearch._async.client._base
import elastic_transport._async_transport as _loopmend_2
import elastic_transport._models as _loopmend_0
import elastic_transport._response as _loopmend_3
import elasticsearch._async.client._base as _loopmend_5
import elasticsearch._otel as _loopmend_4
import typing as _loopmend_1
import re
import warnings
from typing import ( Any, Callable, Collection, Dict, Iterable, List, Mapping, Optional, Tuple, Union, )
from elastic_transport import ( ApiResponse, AsyncTransport, BinaryApiResponse, HeadApiResponse, HttpHeaders, ListApiResponse, NodeConfig, ObjectApiResponse, OpenTelemetrySpan, SniffOptions, TextApiResponse, )
from elastic_transport.client_utils import DEFAULT, DefaultType
from ..._otel import OpenTelemetry
from ..._version import _SERVERLESS_API_VERSION, __versionstr__
from ...compat import warn_stacklevel
from ...exceptions import ( HTTP_EXCEPTIONS, ApiError, ConnectionError, ElasticsearchWarning, SerializationError, UnsupportedProductError, )
from .utils import _TYPE_ASYNC_SNIFF_CALLBACK, _base64_auth_header, _quote_query
_WARNING_RE = re.compile(r"\"([^\"]*)\"")
_COMPAT_MIMETYPE_TEMPLATE: str
_COMPAT_MIMETYPE_RE = re.compile(r"application/(json|x-ndjson|vnd\.mapbox-vector-tile)")
_COMPAT_MIMETYPE_SUB: str
def resolve_auth_headers(headers: Optional[Mapping[str, str]], http_auth: Union[DefaultType, None, Tuple[str, str], str] = ..., api_key: Union[DefaultType, None, Tuple[str, str], str] = ..., basic_auth: Union[DefaultType, None, Tuple[str, str], str] = ..., bearer_auth: Union[DefaultType, None, str] = ...) -> HttpHeaders: ...
def create_sniff_callback(host_info_callback: Optional[ Callable[[Dict[str, Any], Dict[str, Any]], Optional[Dict[str, Any]]] ] = None, sniffed_node_callback: Optional[ Callable[[Dict[str, Any], NodeConfig], Optional[NodeConfig]] ] = None) -> _loopmend_1.Callable[..., _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, list[_loopmend_0.NodeConfig]]]: ...
def _default_sniffed_node_callback(node_info: Dict[str, Any], node_config: NodeConfig) -> Optional[NodeConfig]: ...
default_sniff_callback: _loopmend_1.Callable[..., _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, list[_loopmend_0.NodeConfig]]]
class BaseClient:
 def __init__(self, _transport: AsyncTransport) -> None: ...
 @property
 def transport(self) -> AsyncTransport: ...
 async def perform_request(self, method: str, path: str, *, params: Optional[Mapping[str, Any]] = None, headers: Optional[Mapping[str, str]] = None, body: Optional[Any] = None, endpoint_id: Optional[str] = None, path_parts: Optional[Mapping[str, Any]] = None) -> ApiResponse[Any]: ...
 async def _perform_request(self, method: str, path: str, *, params: Optional[Mapping[str, Any]] = None, headers: Optional[Mapping[str, str]] = None, body: Optional[Any] = None, otel_span: OpenTelemetrySpan) -> ApiResponse[Any]: ...
 _transport: _loopmend_2.AsyncTransport
 _client_meta: Union[DefaultType, Tuple[Tuple[str, str], ...]]
 _headers: _loopmend_0.HttpHeaders
 _request_timeout: Union[DefaultType, Optional[float]]
 _ignore_status: Union[DefaultType, Collection[int]]
 _max_retries: Union[DefaultType, int]
 _retry_on_timeout: Union[DefaultType, bool]
 _retry_on_status: Union[DefaultType, Collection[int]]
 _retry_backoff_base: Union[DefaultType, float]
 _retry_backoff_cap: Union[DefaultType, float]
 _is_serverless: bool
 _verified_elasticsearch: bool
 _otel: _loopmend_4.OpenTelemetry
class NamespacedClient(BaseClient):
 def __init__(self, client: "BaseClient") -> None: ...
 async def perform_request(self, method: str, path: str, *, params: Optional[Mapping[str, Any]] = None, headers: Optional[Mapping[str, str]] = None, body: Optional[Any] = None, endpoint_id: Optional[str] = None, path_parts: Optional[Mapping[str, Any]] = None) -> ApiResponse[Any]: ...
 _is_serverless: bool
 _client: _loopmend_5.BaseClient

=== elasticsearch._async.client.async_search
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import SKIP_IN_PATH, _quote, _rewrite_parameters
class AsyncSearchClient(NamespacedClient):
 @_rewrite_parameters()
 async def delete(self, *, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get(self, *, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, keep_alive: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, return_intermediate_results: t.Optional[bool] = None, typed_keys: t.Optional[bool] = None, wait_for_completion_timeout: t.Optional[ t.Union[str, t.Literal[-1], t.Literal[0]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def status(self, *, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, keep_alive: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def submit(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, aggregations: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, aggs: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, allow_no_indices: t.Optional[bool] = None, allow_partial_search_results: t.Optional[bool] = None, analyze_wildcard: t.Optional[bool] = None, analyzer: t.Optional[str] = None, batched_reduce_size: t.Optional[int] = None, ccs_minimize_roundtrips: t.Optional[bool] = None, collapse: t.Optional[t.Mapping[str, t.Any]] = None, default_operator: t.Optional[t.Union[str, t.Literal["and", "or"]]] = None, df: t.Optional[str] = None, docvalue_fields: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, explain: t.Optional[bool] = None, ext: t.Optional[t.Mapping[str, t.Any]] = None, fields: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, highlight: t.Optional[t.Mapping[str, t.Any]] = None, human: t.Optional[bool] = None, ignore_throttled: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, indices_boost: t.Optional[t.Sequence[t.Mapping[str, float]]] = None, keep_alive: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, keep_on_completion: t.Optional[bool] = None, knn: t.Optional[ t.Union[t.Mapping[str, t.Any], t.Sequence[t.Mapping[str, t.Any]]] ] = None, lenient: t.Optional[bool] = None, max_concurrent_shard_requests: t.Optional[int] = None, min_score: t.Optional[float] = None, pit: t.Optional[t.Mapping[str, t.Any]] = None, post_filter: t.Optional[t.Mapping[str, t.Any]] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, profile: t.Optional[bool] = None, project_routing: t.Optional[str] = None, q: t.Optional[str] = None, query: t.Optional[t.Mapping[str, t.Any]] = None, request_cache: t.Optional[bool] = None, rescore: t.Optional[ t.Union[t.Mapping[str, t.Any], t.Sequence[t.Mapping[str, t.Any]]] ] = None, rest_total_hits_as_int: t.Optional[bool] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, runtime_mappings: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, script_fields: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, search_after: t.Optional[ t.Sequence[t.Union[None, bool, float, int, str]] ] = None, search_type: t.Optional[ t.Union[str, t.Literal["dfs_query_then_fetch", "query_then_fetch"]] ] = None, seq_no_primary_term: t.Optional[bool] = None, size: t.Optional[int] = None, slice: t.Optional[t.Mapping[str, t.Any]] = None, sort: t.Optional[ t.Union[ t.Sequence[t.Union[str, t.Mapping[str, t.Any]]], t.Union[str, t.Mapping[str, t.Any]], ] ] = None, source: t.Optional[t.Union[bool, t.Mapping[str, t.Any]]] = None, source_excludes: t.Optional[t.Union[str, t.Sequence[str]]] = None, source_includes: t.Optional[t.Union[str, t.Sequence[str]]] = None, stats: t.Optional[t.Sequence[str]] = None, stored_fields: t.Optional[t.Union[str, t.Sequence[str]]] = None, suggest: t.Optional[t.Mapping[str, t.Any]] = None, suggest_field: t.Optional[str] = None, suggest_mode: t.Optional[ t.Union[str, t.Literal["always", "missing", "popular"]] ] = None, suggest_size: t.Optional[int] = None, suggest_text: t.Optional[str] = None, terminate_after: t.Optional[int] = None, timeout: t.Optional[str] = None, track_scores: t.Optional[bool] = None, track_total_hits: t.Optional[t.Union[bool, int]] = None, typed_keys: t.Optional[bool] = None, version: t.Optional[bool] = None, wait_for_completion_timeout: t.Optional[ t.Union[str, t.Literal[-1], t.Literal[0]] ] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.autoscaling
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import ( SKIP_IN_PATH, Stability, Visibility, _availability_warning, _quote, _rewrite_parameters, )
class AutoscalingClient(NamespacedClient):
 @_rewrite_parameters()
 @_availability_warning(Stability.STABLE, Visibility.PRIVATE)
 async def delete_autoscaling_policy(self, *, name: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.STABLE, Visibility.PRIVATE)
 async def get_autoscaling_capacity(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.STABLE, Visibility.PRIVATE)
 async def get_autoscaling_policy(self, *, name: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_name="policy", )
 @_availability_warning(Stability.STABLE, Visibility.PRIVATE)
 async def put_autoscaling_policy(self, *, name: str, policy: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.cat
import elastic_transport._response as _loopmend_0
import typing as _loopmend_1
import typing as t
from elastic_transport import ObjectApiResponse, TextApiResponse
from ._base import NamespacedClient
from .utils import ( SKIP_IN_PATH, Stability, _availability_warning, _quote, _rewrite_parameters, )
class CatClient(NamespacedClient):
 @_rewrite_parameters()
 async def aliases(self, *, name: t.Optional[t.Union[str, t.Sequence[str]]] = None, bytes: t.Optional[ t.Union[str, t.Literal["b", "gb", "kb", "mb", "pb", "tb"]] ] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[str] = None, h: t.Optional[ t.Union[ t.Sequence[ t.Union[ str, t.Literal[ "alias", "filter", "index", "is_write_index", "routing.index", "routing.search", ], ] ], t.Union[ str, t.Literal[ "alias", "filter", "index", "is_write_index", "routing.index", "routing.search", ], ], ] ] = None, help: t.Optional[bool] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, s: t.Optional[t.Union[str, t.Sequence[str]]] = None, time: t.Optional[ t.Union[str, t.Literal["d", "h", "m", "micros", "ms", "nanos", "s"]] ] = None, v: t.Optional[bool] = None) -> t.Union[ObjectApiResponse[t.Any], TextApiResponse]: ...
 @_rewrite_parameters()
 async def allocation(self, *, node_id: t.Optional[t.Union[str, t.Sequence[str]]] = None, bytes: t.Optional[ t.Union[str, t.Literal["b", "gb", "kb", "mb", "pb", "tb"]] ] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[str] = None, h: _loopmend_1.Any = None, help: t.Optional[bool] = None, human: t.Optional[bool] = None, local: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, s: t.Optional[t.Union[str, t.Sequence[str]]] = None, time: t.Optional[ t.Union[str, t.Literal["d", "h", "m", "micros", "ms", "nanos", "s"]] ] = None, v: t.Optional[bool] = None) -> t.Union[ObjectApiResponse[t.Any], TextApiResponse]: ...
 @_rewrite_parameters()
 async def circuit_breaker(self, *, circuit_breaker_patterns: t.Optional[t.Union[str, t.Sequence[str]]] = None, bytes: t.Optional[ t.Union[str, t.Literal["b", "gb", "kb", "mb", "pb", "tb"]] ] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[str] = None, h: t.Optional[ t.Union[ t.Sequence[ t.Union[ str, t.Literal[ "breaker", "estimated", "estimated_bytes", "limit", "limit_bytes", "node_id", "node_name", "overhead", "tripped", ], ] ], t.Union[ str, t.Literal[ "breaker", "estimated", "estimated_bytes", "limit", "limit_bytes", "node_id", "node_name", "overhead", "tripped", ], ], ] ] = None, help: t.Optional[bool] = None, human: t.Optional[bool] = None, local: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, s: t.Optional[t.Union[str, t.Sequence[str]]] = None, time: t.Optional[ t.Union[str, t.Literal["d", "h", "m", "micros", "ms", "nanos", "s"]] ] = None, v: t.Optional[bool] = None) -> t.Union[ObjectApiResponse[t.Any], TextApiResponse]: ...
 @_rewrite_parameters()
 async def component_templates(self, *, name: t.Optional[str] = None, bytes: t.Optional[ t.Union[str, t.Literal["b", "gb", "kb", "mb", "pb", "tb"]] ] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[str] = None, h: t.Optional[ t.Union[ t.Sequence[ t.Union[ str, t.Literal[ "alias_count", "included_in", "mapping_count", "metadata_count", "name", "settings_count", "version", ], ] ], t.Union[ str, t.Literal[ "alias_count", "included_in", "mapping_count", "metadata_count", "name", "settings_count", "version", ], ], ] ] = None, help: t.Optional[bool] = None, human: t.Optional[bool] = None, local: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, s: t.Optional[t.Union[str, t.Sequence[str]]] = None, time: t.Optional[ t.Union[str, t.Literal["d", "h", "m", "micros", "ms", "nanos", "s"]] ] = None, v: t.Optional[bool] = None) -> t.Union[ObjectApiResponse[t.Any], TextApiResponse]: ...
 @_rewrite_parameters( body_fields=("project_routing",), )
 async def count(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, bytes: t.Optional[ t.Union[str, t.Literal["b", "gb", "kb", "mb", "pb", "tb"]] ] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[str] = None, h: t.Optional[ t.Union[ t.Sequence[t.Union[str, t.Literal["count", "epoch", "timestamp"]]], t.Union[str, t.Literal["count", "epoch", "timestamp"]], ] ] = None, help: t.Optional[bool] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, project_routing: t.Optional[str] = None, s: t.Optional[t.Union[str, t.Sequence[str]]] = None, time: t.Optional[ t.Union[str, t.Literal["d", "h", "m", "micros", "ms", "nanos", "s"]] ] = None, v: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> t.Union[ObjectApiResponse[t.Any], TextApiResponse]: ...
 @_rewrite_parameters()
 async def fielddata(self, *, fields: t.Optional[t.Union[str, t.Sequence[str]]] = None, bytes: t.Optional[ t.Union[str, t.Literal["b", "gb", "kb", "mb", "pb", "tb"]] ] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[str] = None, h: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["field", "host", "id", "ip", "node", "size"]] ], t.Union[str, t.Literal["field", "host", "id", "ip", "node", "size"]], ] ] = None, help: t.Optional[bool] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, s: t.Optional[t.Union[str, t.Sequence[str]]] = None, time: t.Optional[ t.Union[str, t.Literal["d", "h", "m", "micros", "ms", "nanos", "s"]] ] = None, v: t.Optional[bool] = None) -> t.Union[ObjectApiResponse[t.Any], TextApiResponse]: ...
 @_rewrite_parameters()
 async def health(self, *, bytes: t.Optional[ t.Union[str, t.Literal["b", "gb", "kb", "mb", "pb", "tb"]] ] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[str] = None, h: _loopmend_1.Any = None, help: t.Optional[bool] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, s: t.Optional[t.Union[str, t.Sequence[str]]] = None, time: t.Optional[ t.Union[str, t.Literal["d", "h", "m", "micros", "ms", "nanos", "s"]] ] = None, ts: t.Optional[bool] = None, v: t.Optional[bool] = None) -> t.Union[ObjectApiResponse[t.Any], TextApiResponse]: ...
 @_rewrite_parameters()
 async def help(self) -> TextApiResponse: ...
 @_rewrite_parameters()
 async def indices(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, bytes: t.Optional[ t.Union[str, t.Literal["b", "gb", "kb", "mb", "pb", "tb"]] ] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[str] = None, h: _loopmend_1.Any = None, health: t.Optional[ t.Union[str, t.Literal["green", "red", "unavailable", "unknown", "yellow"]] ] = None, help: t.Optional[bool] = None, human: t.Optional[bool] = None, include_unloaded_segments: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, pri: t.Optional[bool] = None, s: t.Optional[t.Union[str, t.Sequence[str]]] = None, time: t.Optional[ t.Union[str, t.Literal["d", "h", "m", "micros", "ms", "nanos", "s"]] ] = None, v: t.Optional[bool] = None) -> t.Union[ObjectApiResponse[t.Any], TextApiResponse]: ...
 @_rewrite_parameters()
 async def master(self, *, bytes: t.Optional[ t.Union[str, t.Literal["b", "gb", "kb", "mb", "pb", "tb"]] ] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[str] = None, h: t.Optional[ t.Union[ t.Sequence[t.Union[str, t.Literal["host", "id", "ip", "node"]]], t.Union[str, t.Literal["host", "id", "ip", "node"]], ] ] = None, help: t.Optional[bool] = None, human: t.Optional[bool] = None, local: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, s: t.Optional[t.Union[str, t.Sequence[str]]] = None, time: t.Optional[ t.Union[str, t.Literal["d", "h", "m", "micros", "ms", "nanos", "s"]] ] = None, v: t.Optional[bool] = None) -> t.Union[ObjectApiResponse[t.Any], TextApiResponse]: ...
 @_rewrite_parameters()
 async def ml_data_frame_analytics(self, *, id: t.Optional[str] = None, allow_no_match: t.Optional[bool] = None, bytes: t.Optional[ t.Union[str, t.Literal["b", "gb", "kb", "mb", "pb", "tb"]] ] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[str] = None, h: _loopmend_1.Any = None, help: t.Optional[bool] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, s: _loopmend_1.Any = None, time: t.Optional[ t.Union[str, t.Literal["d", "h", "m", "micros", "ms", "nanos", "s"]] ] = None, v: t.Optional[bool] = None) -> t.Union[ObjectApiResponse[t.Any], TextApiResponse]: ...
 @_rewrite_parameters()
 async def ml_datafeeds(self, *, datafeed_id: t.Optional[str] = None, allow_no_match: t.Optional[bool] = None, bytes: t.Optional[ t.Union[str, t.Literal["b", "gb", "kb", "mb", "pb", "tb"]] ] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[str] = None, h: t.Optional[ t.Union[ t.Sequence[ t.Union[ str, t.Literal[ "ae", "bc", "id", "na", "ne", "ni", "nn", "s", "sba", "sc", "seah", "st", ], ] ], t.Union[ str, t.Literal[ "ae", "bc", "id", "na", "ne", "ni", "nn", "s", "sba", "sc", "seah", "st", ], ], ] ] = None, help: t.Optional[bool] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, s: t.Optional[ t.Union[ t.Sequence[ t.Union[ str, t.Literal[ "ae", "bc", "id", "na", "ne", "ni", "nn", "s", "sba", "sc", "seah", "st", ], ] ], t.Union[ str, t.Literal[ "ae", "bc", "id", "na", "ne", "ni", "nn", "s", "sba", "sc", "seah", "st", ], ], ] ] = None, time: t.Optional[ t.Union[str, t.Literal["d", "h", "m", "micros", "ms", "nanos", "s"]] ] = None, v: t.Optional[bool] = None) -> t.Union[ObjectApiResponse[t.Any], TextApiResponse]: ...
 @_rewrite_parameters()
 async def ml_jobs(self, *, job_id: t.Optional[str] = None, allow_no_match: t.Optional[bool] = None, bytes: t.Optional[ t.Union[str, t.Literal["b", "gb", "kb", "mb", "pb", "tb"]] ] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[str] = None, h: _loopmend_1.Any = None, help: t.Optional[bool] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, s: _loopmend_1.Any = None, time: t.Optional[ t.Union[str, t.Literal["d", "h", "m", "micros", "ms", "nanos", "s"]] ] = None, v: t.Optional[bool] = None) -> t.Union[ObjectApiResponse[t.Any], TextApiResponse]: ...
 @_rewrite_parameters( parameter_aliases={"from": "from_"}, )
 async def ml_trained_models(self, *, model_id: t.Optional[str] = None, allow_no_match: t.Optional[bool] = None, bytes: t.Optional[ t.Union[str, t.Literal["b", "gb", "kb", "mb", "pb", "tb"]] ] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[str] = None, from_: t.Optional[int] = None, h: _loopmend_1.Any = None, help: t.Optional[bool] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, s: _loopmend_1.Any = None, size: t.Optional[int] = None, time: t.Optional[ t.Union[str, t.Literal["d", "h", "m", "micros", "ms", "nanos", "s"]] ] = None, v: t.Optional[bool] = None) -> t.Union[ObjectApiResponse[t.Any], TextApiResponse]: ...
 @_rewrite_parameters()
 async def nodeattrs(self, *, bytes: t.Optional[ t.Union[str, t.Literal["b", "gb", "kb", "mb", "pb", "tb"]] ] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[str] = None, h: t.Optional[ t.Union[ t.Sequence[ t.Union[ str, t.Literal[ "attr", "host", "id", "ip", "node", "pid", "port", "value" ], ] ], t.Union[ str, t.Literal[ "attr", "host", "id", "ip", "node", "pid", "port", "value" ], ], ] ] = None, help: t.Optional[bool] = None, human: t.Optional[bool] = None, local: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, s: t.Optional[t.Union[str, t.Sequence[str]]] = None, time: t.Optional[ t.Union[str, t.Literal["d", "h", "m", "micros", "ms", "nanos", "s"]] ] = None, v: t.Optional[bool] = None) -> t.Union[ObjectApiResponse[t.Any], TextApiResponse]: ...
 @_rewrite_parameters()
 async def nodes(self, *, bytes: t.Optional[ t.Union[str, t.Literal["b", "gb", "kb", "mb", "pb", "tb"]] ] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[str] = None, full_id: t.Optional[bool] = None, h: _loopmend_1.Any = None, help: t.Optional[bool] = None, human: t.Optional[bool] = None, include_unloaded_segments: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, s: t.Optional[t.Union[str, t.Sequence[str]]] = None, time: t.Optional[ t.Union[str, t.Literal["d", "h", "m", "micros", "ms", "nanos", "s"]] ] = None, v: t.Optional[bool] = None) -> t.Union[ObjectApiResponse[t.Any], TextApiResponse]: ...
 @_rewrite_parameters()
 async def pending_tasks(self, *, bytes: t.Optional[ t.Union[str, t.Literal["b", "gb", "kb", "mb", "pb", "tb"]] ] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[str] = None, h: t.Optional[ t.Union[ t.Sequence[ t.Union[ str, t.Literal["insertOrder", "priority", "source", "timeInQueue"], ] ], t.Union[ str, t.Literal["insertOrder", "priority", "source", "timeInQueue"] ], ] ] = None, help: t.Optional[bool] = None, human: t.Optional[bool] = None, local: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, s: t.Optional[t.Union[str, t.Sequence[str]]] = None, time: t.Optional[ t.Union[str, t.Literal["d", "h", "m", "micros", "ms", "nanos", "s"]] ] = None, v: t.Optional[bool] = None) -> t.Union[ObjectApiResponse[t.Any], TextApiResponse]: ...
 @_rewrite_parameters()
 async def plugins(self, *, bytes: t.Optional[ t.Union[str, t.Literal["b", "gb", "kb", "mb", "pb", "tb"]] ] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[str] = None, h: t.Optional[ t.Union[ t.Sequence[ t.Union[ str, t.Literal["component", "description", "id", "name", "version"], ] ], t.Union[ str, t.Literal["component", "description", "id", "name", "version"] ], ] ] = None, help: t.Optional[bool] = None, human: t.Optional[bool] = None, include_bootstrap: t.Optional[bool] = None, local: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, s: t.Optional[t.Union[str, t.Sequence[str]]] = None, time: t.Optional[ t.Union[str, t.Literal["d", "h", "m", "micros", "ms", "nanos", "s"]] ] = None, v: t.Optional[bool] = None) -> t.Union[ObjectApiResponse[t.Any], TextApiResponse]: ...
 @_rewrite_parameters()
 async def recovery(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, active_only: t.Optional[bool] = None, bytes: t.Optional[ t.Union[str, t.Literal["b", "gb", "kb", "mb", "pb", "tb"]] ] = None, detailed: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[str] = None, h: _loopmend_1.Any = None, help: t.Optional[bool] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, s: t.Optional[t.Union[str, t.Sequence[str]]] = None, time: t.Optional[ t.Union[str, t.Literal["d", "h", "m", "micros", "ms", "nanos", "s"]] ] = None, v: t.Optional[bool] = None) -> t.Union[ObjectApiResponse[t.Any], TextApiResponse]: ...
 @_rewrite_parameters()
 async def repositories(self, *, bytes: t.Optional[ t.Union[str, t.Literal["b", "gb", "kb", "mb", "pb", "tb"]] ] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[str] = None, h: t.Optional[t.Union[str, t.Sequence[str]]] = None, help: t.Optional[bool] = None, human: t.Optional[bool] = None, local: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, s: t.Optional[t.Union[str, t.Sequence[str]]] = None, time: t.Optional[ t.Union[str, t.Literal["d", "h", "m", "micros", "ms", "nanos", "s"]] ] = None, v: t.Optional[bool] = None) -> t.Union[ObjectApiResponse[t.Any], TextApiResponse]: ...
 @_rewrite_parameters()
 async def segments(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_closed: t.Optional[bool] = None, allow_no_indices: t.Optional[bool] = None, bytes: t.Optional[ t.Union[str, t.Literal["b", "gb", "kb", "mb", "pb", "tb"]] ] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[str] = None, h: _loopmend_1.Any = None, help: t.Optional[bool] = None, human: t.Optional[bool] = None, ignore_throttled: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, local: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, s: t.Optional[t.Union[str, t.Sequence[str]]] = None, time: t.Optional[ t.Union[str, t.Literal["d", "h", "m", "micros", "ms", "nanos", "s"]] ] = None, v: t.Optional[bool] = None) -> t.Union[ObjectApiResponse[t.Any], TextApiResponse]: ...
 @_rewrite_parameters()
 async def shards(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, bytes: t.Optional[ t.Union[str, t.Literal["b", "gb", "kb", "mb", "pb", "tb"]] ] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[str] = None, h: _loopmend_1.Any = None, help: t.Optional[bool] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, s: t.Optional[t.Union[str, t.Sequence[str]]] = None, time: t.Optional[ t.Union[str, t.Literal["d", "h", "m", "micros", "ms", "nanos", "s"]] ] = None, v: t.Optional[bool] = None) -> t.Union[ObjectApiResponse[t.Any], TextApiResponse]: ...
 @_rewrite_parameters()
 async def snapshots(self, *, repository: t.Optional[t.Union[str, t.Sequence[str]]] = None, bytes: t.Optional[ t.Union[str, t.Literal["b", "gb", "kb", "mb", "pb", "tb"]] ] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[str] = None, h: _loopmend_1.Any = None, help: t.Optional[bool] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, s: t.Optional[t.Union[str, t.Sequence[str]]] = None, time: t.Optional[ t.Union[str, t.Literal["d", "h", "m", "micros", "ms", "nanos", "s"]] ] = None, v: t.Optional[bool] = None) -> t.Union[ObjectApiResponse[t.Any], TextApiResponse]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def tasks(self, *, actions: t.Optional[t.Sequence[str]] = None, bytes: t.Optional[ t.Union[str, t.Literal["b", "gb", "kb", "mb", "pb", "tb"]] ] = None, detailed: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[str] = None, h: _loopmend_1.Any = None, help: t.Optional[bool] = None, human: t.Optional[bool] = None, nodes: t.Optional[t.Sequence[str]] = None, parent_task_id: t.Optional[str] = None, pretty: t.Optional[bool] = None, s: t.Optional[t.Union[str, t.Sequence[str]]] = None, time: t.Optional[ t.Union[str, t.Literal["d", "h", "m", "micros", "ms", "nanos", "s"]] ] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, v: t.Optional[bool] = None, wait_for_completion: t.Optional[bool] = None) -> t.Union[ObjectApiResponse[t.Any], TextApiResponse]: ...
 @_rewrite_parameters()
 async def templates(self, *, name: t.Optional[str] = None, bytes: t.Optional[ t.Union[str, t.Literal["b", "gb", "kb", "mb", "pb", "tb"]] ] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[str] = None, h: t.Optional[ t.Union[ t.Sequence[ t.Union[ str, t.Literal[ "composed_of", "index_patterns", "name", "order", "version" ], ] ], t.Union[ str, t.Literal[ "composed_of", "index_patterns", "name", "order", "version" ], ], ] ] = None, help: t.Optional[bool] = None, human: t.Optional[bool] = None, local: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, s: t.Optional[t.Union[str, t.Sequence[str]]] = None, time: t.Optional[ t.Union[str, t.Literal["d", "h", "m", "micros", "ms", "nanos", "s"]] ] = None, v: t.Optional[bool] = None) -> t.Union[ObjectApiResponse[t.Any], TextApiResponse]: ...
 @_rewrite_parameters()
 async def thread_pool(self, *, thread_pool_patterns: t.Optional[t.Union[str, t.Sequence[str]]] = None, bytes: t.Optional[ t.Union[str, t.Literal["b", "gb", "kb", "mb", "pb", "tb"]] ] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[str] = None, h: _loopmend_1.Any = None, help: t.Optional[bool] = None, human: t.Optional[bool] = None, local: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, s: t.Optional[t.Union[str, t.Sequence[str]]] = None, time: t.Optional[ t.Union[str, t.Literal["d", "h", "m", "micros", "ms", "nanos", "s"]] ] = None, v: t.Optional[bool] = None) -> t.Union[ObjectApiResponse[t.Any], TextApiResponse]: ...
 @_rewrite_parameters( parameter_aliases={"from": "from_"}, )
 async def transforms(self, *, transform_id: t.Optional[str] = None, allow_no_match: t.Optional[bool] = None, bytes: t.Optional[ t.Union[str, t.Literal["b", "gb", "kb", "mb", "pb", "tb"]] ] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[str] = None, from_: t.Optional[int] = None, h: _loopmend_1.Any = None, help: t.Optional[bool] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, s: _loopmend_1.Any = None, size: t.Optional[int] = None, time: t.Optional[ t.Union[str, t.Literal["d", "h", "m", "micros", "ms", "nanos", "s"]] ] = None, v: t.Optional[bool] = None) -> t.Union[ObjectApiResponse[t.Any], TextApiResponse]: ...

=== elasticsearch._async.client.ccr
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import SKIP_IN_PATH, _quote, _rewrite_parameters
class CcrClient(NamespacedClient):
 @_rewrite_parameters()
 async def delete_auto_follow_pattern(self, *, name: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "leader_index", "remote_cluster", "data_stream_name", "max_outstanding_read_requests", "max_outstanding_write_requests", "max_read_request_operation_count", "max_read_request_size", "max_retry_delay", "max_write_buffer_count", "max_write_buffer_size", "max_write_request_operation_count", "max_write_request_size", "read_poll_timeout", "settings", ), )
 async def follow(self, *, index: str, leader_index: t.Optional[str] = None, remote_cluster: t.Optional[str] = None, data_stream_name: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, max_outstanding_read_requests: t.Optional[int] = None, max_outstanding_write_requests: t.Optional[int] = None, max_read_request_operation_count: t.Optional[int] = None, max_read_request_size: t.Optional[t.Union[int, str]] = None, max_retry_delay: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, max_write_buffer_count: t.Optional[int] = None, max_write_buffer_size: t.Optional[t.Union[int, str]] = None, max_write_request_operation_count: t.Optional[int] = None, max_write_request_size: t.Optional[t.Union[int, str]] = None, pretty: t.Optional[bool] = None, read_poll_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, settings: t.Optional[t.Mapping[str, t.Any]] = None, wait_for_active_shards: t.Optional[ t.Union[int, t.Union[str, t.Literal["all", "index-setting"]]] ] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def follow_info(self, *, index: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def follow_stats(self, *, index: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "follower_cluster", "follower_index", "follower_index_uuid", "leader_remote_cluster", ), )
 async def forget_follower(self, *, index: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, follower_cluster: t.Optional[str] = None, follower_index: t.Optional[str] = None, follower_index_uuid: t.Optional[str] = None, human: t.Optional[bool] = None, leader_remote_cluster: t.Optional[str] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_auto_follow_pattern(self, *, name: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def pause_auto_follow_pattern(self, *, name: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def pause_follow(self, *, index: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def put_auto_follow_pattern(self, *, name: str, remote_cluster: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, follow_index_pattern: t.Optional[str] = None, human: t.Optional[bool] = None, leader_index_exclusion_patterns: t.Optional[t.Sequence[str]] = None, leader_index_patterns: t.Optional[t.Sequence[str]] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, max_outstanding_read_requests: t.Optional[int] = None, max_outstanding_write_requests: t.Optional[int] = None, max_read_request_operation_count: t.Optional[int] = None, max_read_request_size: t.Optional[t.Union[int, str]] = None, max_retry_delay: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, max_write_buffer_count: t.Optional[int] = None, max_write_buffer_size: t.Optional[t.Union[int, str]] = None, max_write_request_operation_count: t.Optional[int] = None, max_write_request_size: t.Optional[t.Union[int, str]] = None, pretty: t.Optional[bool] = None, read_poll_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, settings: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def resume_auto_follow_pattern(self, *, name: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "max_outstanding_read_requests", "max_outstanding_write_requests", "max_read_request_operation_count", "max_read_request_size", "max_retry_delay", "max_write_buffer_count", "max_write_buffer_size", "max_write_request_operation_count", "max_write_request_size", "read_poll_timeout", ), )
 async def resume_follow(self, *, index: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, max_outstanding_read_requests: t.Optional[int] = None, max_outstanding_write_requests: t.Optional[int] = None, max_read_request_operation_count: t.Optional[int] = None, max_read_request_size: t.Optional[str] = None, max_retry_delay: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, max_write_buffer_count: t.Optional[int] = None, max_write_buffer_size: t.Optional[str] = None, max_write_request_operation_count: t.Optional[int] = None, max_write_request_size: t.Optional[str] = None, pretty: t.Optional[bool] = None, read_poll_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def stats(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def unfollow(self, *, index: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.cluster
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import HeadApiResponse, ObjectApiResponse
from ._base import NamespacedClient
from .utils import SKIP_IN_PATH, _quote, _rewrite_parameters
class ClusterClient(NamespacedClient):
 @_rewrite_parameters( body_fields=("current_node", "index", "primary", "shard"), )
 async def allocation_explain(self, *, current_node: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, include_disk_info: t.Optional[bool] = None, include_yes_decisions: t.Optional[bool] = None, index: t.Optional[str] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, primary: t.Optional[bool] = None, shard: t.Optional[int] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_component_template(self, *, name: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_voting_config_exclusions(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, wait_for_removal: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def exists_component_template(self, *, name: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, local: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> HeadApiResponse: ...
 @_rewrite_parameters()
 async def get_component_template(self, *, name: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, flat_settings: t.Optional[bool] = None, human: t.Optional[bool] = None, include_defaults: t.Optional[bool] = None, local: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, settings_filter: t.Optional[t.Union[str, t.Sequence[str]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_settings(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, flat_settings: t.Optional[bool] = None, human: t.Optional[bool] = None, include_defaults: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def health(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, level: t.Optional[ t.Union[str, t.Literal["cluster", "indices", "shards"]] ] = None, local: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, wait_for_active_shards: t.Optional[ t.Union[int, t.Union[str, t.Literal["all", "index-setting"]]] ] = None, wait_for_events: t.Optional[ t.Union[ str, t.Literal["high", "immediate", "languid", "low", "normal", "urgent"], ] ] = None, wait_for_no_initializing_shards: t.Optional[bool] = None, wait_for_no_relocating_shards: t.Optional[bool] = None, wait_for_nodes: t.Optional[t.Union[int, str]] = None, wait_for_status: t.Optional[ t.Union[str, t.Literal["green", "red", "unavailable", "unknown", "yellow"]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def info(self, *, target: t.Union[ t.Sequence[ t.Union[ str, t.Literal["_all", "http", "ingest", "script", "thread_pool"] ] ], t.Union[str, t.Literal["_all", "http", "ingest", "script", "thread_pool"]], ], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def pending_tasks(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, local: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def post_voting_config_exclusions(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, node_ids: t.Optional[t.Union[str, t.Sequence[str]]] = None, node_names: t.Optional[t.Union[str, t.Sequence[str]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("template", "deprecated", "meta", "version"), parameter_aliases={"_meta": "meta"}, )
 async def put_component_template(self, *, name: str, template: t.Optional[t.Mapping[str, t.Any]] = None, cause: t.Optional[str] = None, create: t.Optional[bool] = None, deprecated: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, meta: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, version: t.Optional[int] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("persistent", "transient"), )
 async def put_settings(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, flat_settings: t.Optional[bool] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, persistent: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, transient: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def remote_info(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("commands",), )
 async def reroute(self, *, commands: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, dry_run: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, explain: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, metric: t.Optional[t.Union[str, t.Sequence[str]]] = None, pretty: t.Optional[bool] = None, retry_failed: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def state(self, *, metric: t.Optional[ t.Union[ t.Sequence[ t.Union[ str, t.Literal[ "_all", "blocks", "customs", "master_node", "metadata", "nodes", "routing_nodes", "routing_table", "version", ], ] ], t.Union[ str, t.Literal[ "_all", "blocks", "customs", "master_node", "metadata", "nodes", "routing_nodes", "routing_table", "version", ], ], ] ] = None, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, flat_settings: t.Optional[bool] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, local: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, wait_for_metadata_version: t.Optional[int] = None, wait_for_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def stats(self, *, node_id: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, include_remotes: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.connector
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import ( SKIP_IN_PATH, Stability, Visibility, _availability_warning, _quote, _rewrite_parameters, )
class ConnectorClient(NamespacedClient):
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def check_in(self, *, connector_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.BETA)
 async def delete(self, *, connector_id: str, delete_sync_jobs: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, hard: t.Optional[bool] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.BETA)
 async def get(self, *, connector_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, include_deleted: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "last_access_control_sync_error", "last_access_control_sync_scheduled_at", "last_access_control_sync_status", "last_deleted_document_count", "last_incremental_sync_scheduled_at", "last_indexed_document_count", "last_seen", "last_sync_error", "last_sync_scheduled_at", "last_sync_status", "last_synced", "sync_cursor", ), )
 @_availability_warning(Stability.EXPERIMENTAL, Visibility.PRIVATE)
 async def last_sync(self, *, connector_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, last_access_control_sync_error: t.Optional[str] = None, last_access_control_sync_scheduled_at: t.Optional[t.Union[str, t.Any]] = None, last_access_control_sync_status: t.Optional[ t.Union[ str, t.Literal[ "canceled", "canceling", "completed", "error", "in_progress", "pending", "suspended", ], ] ] = None, last_deleted_document_count: t.Optional[int] = None, last_incremental_sync_scheduled_at: t.Optional[t.Union[str, t.Any]] = None, last_indexed_document_count: t.Optional[int] = None, last_seen: t.Optional[t.Union[str, t.Any]] = None, last_sync_error: t.Optional[str] = None, last_sync_scheduled_at: t.Optional[t.Union[str, t.Any]] = None, last_sync_status: t.Optional[ t.Union[ str, t.Literal[ "canceled", "canceling", "completed", "error", "in_progress", "pending", "suspended", ], ] ] = None, last_synced: t.Optional[t.Union[str, t.Any]] = None, pretty: t.Optional[bool] = None, sync_cursor: t.Optional[t.Any] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( parameter_aliases={"from": "from_"}, )
 @_availability_warning(Stability.BETA)
 async def list(self, *, connector_name: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, human: t.Optional[bool] = None, include_deleted: t.Optional[bool] = None, index_name: t.Optional[t.Union[str, t.Sequence[str]]] = None, pretty: t.Optional[bool] = None, query: t.Optional[str] = None, service_type: t.Optional[t.Union[str, t.Sequence[str]]] = None, size: t.Optional[int] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "description", "index_name", "is_native", "language", "name", "service_type", ), )
 @_availability_warning(Stability.BETA)
 async def post(self, *, description: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, index_name: t.Optional[str] = None, is_native: t.Optional[bool] = None, language: t.Optional[str] = None, name: t.Optional[str] = None, pretty: t.Optional[bool] = None, service_type: t.Optional[str] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "description", "index_name", "is_native", "language", "name", "service_type", ), )
 @_availability_warning(Stability.BETA)
 async def put(self, *, connector_id: t.Optional[str] = None, description: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, index_name: t.Optional[str] = None, is_native: t.Optional[bool] = None, language: t.Optional[str] = None, name: t.Optional[str] = None, pretty: t.Optional[bool] = None, service_type: t.Optional[str] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.BETA)
 async def sync_job_cancel(self, *, connector_sync_job_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def sync_job_check_in(self, *, connector_sync_job_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("worker_hostname", "sync_cursor"), )
 @_availability_warning(Stability.EXPERIMENTAL)
 async def sync_job_claim(self, *, connector_sync_job_id: str, worker_hostname: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, sync_cursor: t.Optional[t.Any] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.BETA)
 async def sync_job_delete(self, *, connector_sync_job_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("error",), )
 @_availability_warning(Stability.EXPERIMENTAL)
 async def sync_job_error(self, *, connector_sync_job_id: str, error: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.BETA)
 async def sync_job_get(self, *, connector_sync_job_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( parameter_aliases={"from": "from_"}, )
 @_availability_warning(Stability.BETA)
 async def sync_job_list(self, *, connector_id: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, human: t.Optional[bool] = None, job_type: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["access_control", "full", "incremental"]] ], t.Union[str, t.Literal["access_control", "full", "incremental"]], ] ] = None, pretty: t.Optional[bool] = None, size: t.Optional[int] = None, status: t.Optional[ t.Union[ str, t.Literal[ "canceled", "canceling", "completed", "error", "in_progress", "pending", "suspended", ], ] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("id", "job_type", "trigger_method"), )
 @_availability_warning(Stability.BETA)
 async def sync_job_post(self, *, id: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, job_type: t.Optional[ t.Union[str, t.Literal["access_control", "full", "incremental"]] ] = None, pretty: t.Optional[bool] = None, trigger_method: t.Optional[ t.Union[str, t.Literal["on_demand", "scheduled"]] ] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "deleted_document_count", "indexed_document_count", "indexed_document_volume", "last_seen", "metadata", "total_document_count", ), )
 @_availability_warning(Stability.EXPERIMENTAL)
 async def sync_job_update_stats(self, *, connector_sync_job_id: str, deleted_document_count: t.Optional[int] = None, indexed_document_count: t.Optional[int] = None, indexed_document_volume: t.Optional[int] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, last_seen: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, metadata: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, total_document_count: t.Optional[int] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def update_active_filtering(self, *, connector_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("api_key_id", "api_key_secret_id"), )
 @_availability_warning(Stability.BETA)
 async def update_api_key_id(self, *, connector_id: str, api_key_id: t.Optional[str] = None, api_key_secret_id: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("configuration", "values"), )
 @_availability_warning(Stability.BETA)
 async def update_configuration(self, *, connector_id: str, configuration: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, values: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("error",), )
 @_availability_warning(Stability.EXPERIMENTAL)
 async def update_error(self, *, connector_id: str, error: t.Optional[t.Union[None, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("features",), )
 @_availability_warning(Stability.EXPERIMENTAL)
 async def update_features(self, *, connector_id: str, features: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("advanced_snippet", "filtering", "rules"), )
 @_availability_warning(Stability.BETA)
 async def update_filtering(self, *, connector_id: str, advanced_snippet: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, filtering: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, rules: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("validation",), )
 @_availability_warning(Stability.EXPERIMENTAL)
 async def update_filtering_validation(self, *, connector_id: str, validation: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("index_name",), )
 @_availability_warning(Stability.BETA)
 async def update_index_name(self, *, connector_id: str, index_name: t.Optional[t.Union[None, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("description", "name"), )
 @_availability_warning(Stability.BETA)
 async def update_name(self, *, connector_id: str, description: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, name: t.Optional[str] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("is_native",), )
 @_availability_warning(Stability.BETA)
 async def update_native(self, *, connector_id: str, is_native: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("pipeline",), )
 @_availability_warning(Stability.BETA)
 async def update_pipeline(self, *, connector_id: str, pipeline: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("scheduling",), )
 @_availability_warning(Stability.BETA)
 async def update_scheduling(self, *, connector_id: str, scheduling: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("service_type",), )
 @_availability_warning(Stability.BETA)
 async def update_service_type(self, *, connector_id: str, service_type: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("status",), )
 @_availability_warning(Stability.EXPERIMENTAL)
 async def update_status(self, *, connector_id: str, status: t.Optional[ t.Union[ str, t.Literal[ "configured", "connected", "created", "error", "needs_configuration" ], ] ] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.dangling_indices
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import SKIP_IN_PATH, _quote, _rewrite_parameters
class DanglingIndicesClient(NamespacedClient):
 @_rewrite_parameters()
 async def delete_dangling_index(self, *, index_uuid: str, accept_data_loss: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def import_dangling_index(self, *, index_uuid: str, accept_data_loss: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def list_dangling_indices(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.encryption
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import ( Stability, _availability_warning, _rewrite_parameters, )
class EncryptionClient(NamespacedClient):
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def reset(self, *, accept_data_loss: bool, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.enrich
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import SKIP_IN_PATH, _quote, _rewrite_parameters
class EnrichClient(NamespacedClient):
 @_rewrite_parameters()
 async def delete_policy(self, *, name: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def execute_policy(self, *, name: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, wait_for_completion: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_policy(self, *, name: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("geo_match", "match", "range"), )
 async def put_policy(self, *, name: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, geo_match: t.Optional[t.Mapping[str, t.Any]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, match: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, range: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def stats(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.eql
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import SKIP_IN_PATH, _quote, _rewrite_parameters
class EqlClient(NamespacedClient):
 @_rewrite_parameters()
 async def delete(self, *, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get(self, *, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, keep_alive: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, wait_for_completion_timeout: t.Optional[ t.Union[str, t.Literal[-1], t.Literal[0]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_status(self, *, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "query", "allow_partial_search_results", "allow_partial_sequence_results", "case_sensitive", "event_category_field", "fetch_size", "fields", "filter", "keep_alive", "keep_on_completion", "max_samples_per_key", "project_routing", "result_position", "runtime_mappings", "size", "tiebreaker_field", "timestamp_field", "wait_for_completion_timeout", ), )
 async def search(self, *, index: t.Union[str, t.Sequence[str]], query: t.Optional[str] = None, allow_no_indices: t.Optional[bool] = None, allow_partial_search_results: t.Optional[bool] = None, allow_partial_sequence_results: t.Optional[bool] = None, case_sensitive: t.Optional[bool] = None, ccs_minimize_roundtrips: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, event_category_field: t.Optional[str] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, fetch_size: t.Optional[int] = None, fields: t.Optional[ t.Union[t.Mapping[str, t.Any], t.Sequence[t.Mapping[str, t.Any]]] ] = None, filter: t.Optional[ t.Union[t.Mapping[str, t.Any], t.Sequence[t.Mapping[str, t.Any]]] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, keep_alive: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, keep_on_completion: t.Optional[bool] = None, max_samples_per_key: t.Optional[int] = None, pretty: t.Optional[bool] = None, project_routing: t.Optional[str] = None, result_position: t.Optional[t.Union[str, t.Literal["head", "tail"]]] = None, runtime_mappings: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, size: t.Optional[int] = None, tiebreaker_field: t.Optional[str] = None, timestamp_field: t.Optional[str] = None, wait_for_completion_timeout: t.Optional[ t.Union[str, t.Literal[-1], t.Literal[0]] ] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.esql
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import ( SKIP_IN_PATH, Stability, _availability_warning, _quote, _rewrite_parameters, )
if t.TYPE_CHECKING:
 from ...esql import ESQLBase
class EsqlClient(NamespacedClient):
 @_rewrite_parameters( body_fields=( "query", "columnar", "filter", "include_ccs_metadata", "include_execution_metadata", "keep_alive", "keep_on_completion", "locale", "params", "profile", "project_routing", "settings", "tables", "time_zone", "wait_for_completion_timeout", ), ignore_deprecated_options={"params"}, )
 async def async_query(self, *, query: t.Optional[t.Union[str, "ESQLBase"]] = None, allow_partial_results: t.Optional[bool] = None, columnar: t.Optional[bool] = None, delimiter: t.Optional[str] = None, drop_null_columns: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter: t.Optional[t.Mapping[str, t.Any]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[ t.Union[ str, t.Literal[ "arrow", "cbor", "csv", "json", "smile", "tsv", "txt", "yaml" ], ] ] = None, human: t.Optional[bool] = None, include_ccs_metadata: t.Optional[bool] = None, include_execution_metadata: t.Optional[bool] = None, keep_alive: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, keep_on_completion: t.Optional[bool] = None, locale: t.Optional[str] = None, params: t.Optional[ t.Union[ t.Sequence[ t.Mapping[ str, t.Union[ t.Mapping[str, t.Any], t.Union[ t.Sequence[t.Union[None, bool, float, int, str]], t.Union[None, bool, float, int, str], ], ], ] ], t.Sequence[ t.Union[ t.Sequence[t.Union[None, bool, float, int, str]], t.Union[None, bool, float, int, str], ] ], ] ] = None, pretty: t.Optional[bool] = None, profile: t.Optional[bool] = None, project_routing: t.Optional[str] = None, settings: t.Optional[t.Mapping[str, t.Any]] = None, tables: t.Optional[ t.Mapping[str, t.Mapping[str, t.Mapping[str, t.Any]]] ] = None, time_zone: t.Optional[str] = None, wait_for_completion_timeout: t.Optional[ t.Union[str, t.Literal[-1], t.Literal[0]] ] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def async_query_delete(self, *, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def async_query_get(self, *, id: str, drop_null_columns: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[ t.Union[ str, t.Literal[ "arrow", "cbor", "csv", "json", "smile", "tsv", "txt", "yaml" ], ] ] = None, human: t.Optional[bool] = None, keep_alive: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, wait_for_completion_timeout: t.Optional[ t.Union[str, t.Literal[-1], t.Literal[0]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def async_query_stop(self, *, id: str, drop_null_columns: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def delete_data_source(self, *, name: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def delete_dataset(self, *, name: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def delete_view(self, *, name: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def get_data_source(self, *, name: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def get_dataset(self, *, name: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def get_query(self, *, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def get_view(self, *, name: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def list_queries(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("type", "description", "settings"), )
 @_availability_warning(Stability.EXPERIMENTAL)
 async def put_data_source(self, *, name: str, type: t.Optional[str] = None, description: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, settings: t.Optional[t.Mapping[str, t.Any]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("data_source", "resource", "description", "mappings", "settings"), )
 @_availability_warning(Stability.EXPERIMENTAL)
 async def put_dataset(self, *, name: str, data_source: t.Optional[str] = None, resource: t.Optional[str] = None, description: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, mappings: t.Optional[t.Mapping[str, t.Any]] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, settings: t.Optional[t.Mapping[str, t.Any]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("query",), )
 @_availability_warning(Stability.EXPERIMENTAL)
 async def put_view(self, *, name: str, query: t.Optional[t.Union[str, "ESQLBase"]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "query", "columnar", "filter", "include_ccs_metadata", "include_execution_metadata", "locale", "params", "profile", "project_routing", "settings", "tables", "time_zone", ), ignore_deprecated_options={"params"}, )
 async def query(self, *, query: t.Optional[t.Union[str, "ESQLBase"]] = None, allow_partial_results: t.Optional[bool] = None, columnar: t.Optional[bool] = None, delimiter: t.Optional[str] = None, drop_null_columns: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter: t.Optional[t.Mapping[str, t.Any]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[ t.Union[ str, t.Literal[ "arrow", "cbor", "csv", "json", "smile", "tsv", "txt", "yaml" ], ] ] = None, human: t.Optional[bool] = None, include_ccs_metadata: t.Optional[bool] = None, include_execution_metadata: t.Optional[bool] = None, locale: t.Optional[str] = None, params: t.Optional[ t.Union[ t.Sequence[ t.Mapping[ str, t.Union[ t.Mapping[str, t.Any], t.Union[ t.Sequence[t.Union[None, bool, float, int, str]], t.Union[None, bool, float, int, str], ], ], ] ], t.Sequence[ t.Union[ t.Sequence[t.Union[None, bool, float, int, str]], t.Union[None, bool, float, int, str], ] ], ] ] = None, pretty: t.Optional[bool] = None, profile: t.Optional[bool] = None, project_routing: t.Optional[str] = None, settings: t.Optional[t.Mapping[str, t.Any]] = None, tables: t.Optional[ t.Mapping[str, t.Mapping[str, t.Mapping[str, t.Any]]] ] = None, time_zone: t.Optional[str] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.features
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import Stability, _availability_warning, _rewrite_parameters
class FeaturesClient(NamespacedClient):
 @_rewrite_parameters()
 async def get_features(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def reset_features(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.fleet
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import ( SKIP_IN_PATH, Stability, _availability_warning, _quote, _rewrite_parameters, )
class FleetClient(NamespacedClient):
 @_rewrite_parameters()
 async def global_checkpoints(self, *, index: str, checkpoints: t.Optional[t.Sequence[int]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, wait_for_advance: t.Optional[bool] = None, wait_for_index: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_name="searches", )
 @_availability_warning(Stability.EXPERIMENTAL)
 async def msearch(self, *, searches: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, body: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, index: t.Optional[str] = None, allow_no_indices: t.Optional[bool] = None, allow_partial_search_results: t.Optional[bool] = None, ccs_minimize_roundtrips: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_throttled: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, max_concurrent_searches: t.Optional[int] = None, max_concurrent_shard_requests: t.Optional[int] = None, pre_filter_shard_size: t.Optional[int] = None, pretty: t.Optional[bool] = None, rest_total_hits_as_int: t.Optional[bool] = None, search_type: t.Optional[ t.Union[str, t.Literal["dfs_query_then_fetch", "query_then_fetch"]] ] = None, typed_keys: t.Optional[bool] = None, wait_for_checkpoints: t.Optional[t.Sequence[int]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def search(self, *, index: str, aggregations: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, aggs: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, allow_no_indices: t.Optional[bool] = None, allow_partial_search_results: t.Optional[bool] = None, analyze_wildcard: t.Optional[bool] = None, analyzer: t.Optional[str] = None, batched_reduce_size: t.Optional[int] = None, ccs_minimize_roundtrips: t.Optional[bool] = None, collapse: t.Optional[t.Mapping[str, t.Any]] = None, default_operator: t.Optional[t.Union[str, t.Literal["and", "or"]]] = None, df: t.Optional[str] = None, docvalue_fields: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, explain: t.Optional[bool] = None, ext: t.Optional[t.Mapping[str, t.Any]] = None, fields: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, highlight: t.Optional[t.Mapping[str, t.Any]] = None, human: t.Optional[bool] = None, ignore_throttled: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, indices_boost: t.Optional[t.Sequence[t.Mapping[str, float]]] = None, lenient: t.Optional[bool] = None, max_concurrent_shard_requests: t.Optional[int] = None, min_score: t.Optional[float] = None, pit: t.Optional[t.Mapping[str, t.Any]] = None, post_filter: t.Optional[t.Mapping[str, t.Any]] = None, pre_filter_shard_size: t.Optional[int] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, profile: t.Optional[bool] = None, q: t.Optional[str] = None, query: t.Optional[t.Mapping[str, t.Any]] = None, request_cache: t.Optional[bool] = None, rescore: t.Optional[ t.Union[t.Mapping[str, t.Any], t.Sequence[t.Mapping[str, t.Any]]] ] = None, rest_total_hits_as_int: t.Optional[bool] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, runtime_mappings: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, script_fields: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, scroll: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, search_after: t.Optional[ t.Sequence[t.Union[None, bool, float, int, str]] ] = None, search_type: t.Optional[ t.Union[str, t.Literal["dfs_query_then_fetch", "query_then_fetch"]] ] = None, seq_no_primary_term: t.Optional[bool] = None, size: t.Optional[int] = None, slice: t.Optional[t.Mapping[str, t.Any]] = None, sort: t.Optional[ t.Union[ t.Sequence[t.Union[str, t.Mapping[str, t.Any]]], t.Union[str, t.Mapping[str, t.Any]], ] ] = None, source: t.Optional[t.Union[bool, t.Mapping[str, t.Any]]] = None, source_excludes: t.Optional[t.Union[str, t.Sequence[str]]] = None, source_includes: t.Optional[t.Union[str, t.Sequence[str]]] = None, stats: t.Optional[t.Sequence[str]] = None, stored_fields: t.Optional[t.Union[str, t.Sequence[str]]] = None, suggest: t.Optional[t.Mapping[str, t.Any]] = None, suggest_field: t.Optional[str] = None, suggest_mode: t.Optional[ t.Union[str, t.Literal["always", "missing", "popular"]] ] = None, suggest_size: t.Optional[int] = None, suggest_text: t.Optional[str] = None, terminate_after: t.Optional[int] = None, timeout: t.Optional[str] = None, track_scores: t.Optional[bool] = None, track_total_hits: t.Optional[t.Union[bool, int]] = None, typed_keys: t.Optional[bool] = None, version: t.Optional[bool] = None, wait_for_checkpoints: t.Optional[t.Sequence[int]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.graph
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import SKIP_IN_PATH, _quote, _rewrite_parameters
class GraphClient(NamespacedClient):
 @_rewrite_parameters( body_fields=("connections", "controls", "query", "vertices"), )
 async def explore(self, *, index: t.Union[str, t.Sequence[str]], connections: t.Optional[t.Mapping[str, t.Any]] = None, controls: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, query: t.Optional[t.Mapping[str, t.Any]] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, vertices: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.ilm
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import SKIP_IN_PATH, _quote, _rewrite_parameters
class IlmClient(NamespacedClient):
 @_rewrite_parameters()
 async def delete_lifecycle(self, *, name: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def explain_lifecycle(self, *, index: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, only_errors: t.Optional[bool] = None, only_managed: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_lifecycle(self, *, name: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_status(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("legacy_template_to_delete", "node_attribute"), )
 async def migrate_to_data_tiers(self, *, dry_run: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, legacy_template_to_delete: t.Optional[str] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, node_attribute: t.Optional[str] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("current_step", "next_step"), )
 async def move_to_step(self, *, index: str, current_step: t.Optional[t.Mapping[str, t.Any]] = None, next_step: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("policy",), )
 async def put_lifecycle(self, *, name: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, policy: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def remove_policy(self, *, index: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def retry(self, *, index: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def start(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def stop(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.indices
import elastic_transport._response as _loopmend_0
import typing as _loopmend_1
import typing as t
from elastic_transport import HeadApiResponse, ObjectApiResponse
from ._base import NamespacedClient
from .utils import ( SKIP_IN_PATH, Stability, _availability_warning, _quote, _rewrite_parameters, )
class IndicesClient(NamespacedClient):
 @_rewrite_parameters()
 async def add_block(self, *, index: t.Union[str, t.Sequence[str]], block: t.Union[str, t.Literal["metadata", "read", "read_only", "write"]], allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "analyzer", "attributes", "char_filter", "explain", "field", "filter", "normalizer", "text", "tokenizer", ), )
 async def analyze(self, *, index: t.Optional[str] = None, analyzer: t.Optional[str] = None, attributes: t.Optional[t.Sequence[str]] = None, char_filter: t.Optional[t.Sequence[t.Union[str, t.Mapping[str, t.Any]]]] = None, error_trace: t.Optional[bool] = None, explain: t.Optional[bool] = None, field: t.Optional[str] = None, filter: t.Optional[t.Sequence[t.Union[str, t.Mapping[str, t.Any]]]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, normalizer: t.Optional[str] = None, pretty: t.Optional[bool] = None, text: t.Optional[t.Union[str, t.Sequence[str]]] = None, tokenizer: t.Optional[t.Union[str, t.Mapping[str, t.Any]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def cancel_migrate_reindex(self, *, index: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def clear_cache(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, fielddata: t.Optional[bool] = None, fields: t.Optional[t.Union[str, t.Sequence[str]]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, pretty: t.Optional[bool] = None, query: t.Optional[bool] = None, request: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("aliases", "settings"), )
 async def clone(self, *, index: str, target: str, aliases: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, settings: t.Optional[t.Mapping[str, t.Any]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, wait_for_active_shards: t.Optional[ t.Union[int, t.Union[str, t.Literal["all", "index-setting"]]] ] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def close(self, *, index: t.Union[str, t.Sequence[str]], allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, wait_for_active_shards: t.Optional[ t.Union[int, t.Union[str, t.Literal["all", "index-setting"]]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("aliases", "mappings", "settings"), )
 async def create(self, *, index: str, aliases: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, mappings: t.Optional[t.Mapping[str, t.Any]] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, settings: t.Optional[t.Mapping[str, t.Any]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, wait_for_active_shards: t.Optional[ t.Union[int, t.Union[str, t.Literal["all", "index-setting"]]] ] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def create_data_stream(self, *, name: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_name="create_from", )
 async def create_from(self, *, source: str, dest: str, create_from: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def data_streams_stats(self, *, name: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete(self, *, index: t.Union[str, t.Sequence[str]], allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_alias(self, *, index: t.Union[str, t.Sequence[str]], name: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_data_lifecycle(self, *, name: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_data_stream(self, *, name: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_data_stream_options(self, *, name: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_index_template(self, *, name: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_template(self, *, name: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def disk_usage(self, *, index: t.Union[str, t.Sequence[str]], allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, flush: t.Optional[bool] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, pretty: t.Optional[bool] = None, run_expensive_tasks: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_name="config", )
 async def downsample(self, *, index: str, target_index: str, config: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def exists(self, *, index: t.Union[str, t.Sequence[str]], allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, flat_settings: t.Optional[bool] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, include_defaults: t.Optional[bool] = None, local: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> HeadApiResponse: ...
 @_rewrite_parameters()
 async def exists_alias(self, *, name: t.Union[str, t.Sequence[str]], index: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> HeadApiResponse: ...
 @_rewrite_parameters()
 async def exists_index_template(self, *, name: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, flat_settings: t.Optional[bool] = None, human: t.Optional[bool] = None, local: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> HeadApiResponse: ...
 @_rewrite_parameters()
 async def exists_template(self, *, name: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, flat_settings: t.Optional[bool] = None, human: t.Optional[bool] = None, local: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> HeadApiResponse: ...
 @_rewrite_parameters()
 async def explain_data_lifecycle(self, *, index: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, include_defaults: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def field_usage_stats(self, *, index: t.Union[str, t.Sequence[str]], allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, fields: t.Optional[t.Union[str, t.Sequence[str]]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def flush(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, force: t.Optional[bool] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, pretty: t.Optional[bool] = None, wait_if_ongoing: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def forcemerge(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, flush: t.Optional[bool] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, max_num_segments: t.Optional[int] = None, only_expunge_deletes: t.Optional[bool] = None, pretty: t.Optional[bool] = None, wait_for_completion: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get(self, *, index: t.Union[str, t.Sequence[str]], allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, features: t.Optional[ t.Union[ t.Sequence[t.Union[str, t.Literal["aliases", "mappings", "settings"]]], t.Union[str, t.Literal["aliases", "mappings", "settings"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, flat_settings: t.Optional[bool] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, include_defaults: t.Optional[bool] = None, local: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_alias(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, name: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_data_lifecycle(self, *, name: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, include_defaults: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_data_lifecycle_stats(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_data_stream(self, *, name: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, include_defaults: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, verbose: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_data_stream_mappings(self, *, name: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_data_stream_options(self, *, name: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_data_stream_settings(self, *, name: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_field_mapping(self, *, fields: t.Union[str, t.Sequence[str]], index: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, include_defaults: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_index_template(self, *, name: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, flat_settings: t.Optional[bool] = None, human: t.Optional[bool] = None, include_defaults: t.Optional[bool] = None, local: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_mapping(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, local: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_migrate_reindex_status(self, *, index: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_settings(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, name: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, flat_settings: t.Optional[bool] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, include_defaults: t.Optional[bool] = None, local: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_template(self, *, name: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, flat_settings: t.Optional[bool] = None, human: t.Optional[bool] = None, local: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_name="reindex", )
 async def migrate_reindex(self, *, reindex: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def migrate_to_data_stream(self, *, name: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("actions",), )
 async def modify_data_stream(self, *, actions: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def open(self, *, index: t.Union[str, t.Sequence[str]], allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, wait_for_active_shards: t.Optional[ t.Union[int, t.Union[str, t.Literal["all", "index-setting"]]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def promote_data_stream(self, *, name: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "filter", "index_routing", "is_write_index", "routing", "search_routing", ), )
 async def put_alias(self, *, index: t.Union[str, t.Sequence[str]], name: str, error_trace: t.Optional[bool] = None, filter: t.Optional[t.Mapping[str, t.Any]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, index_routing: t.Optional[str] = None, is_write_index: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, routing: t.Optional[str] = None, search_routing: t.Optional[str] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "data_retention", "downsampling", "downsampling_method", "enabled", ), )
 async def put_data_lifecycle(self, *, name: t.Union[str, t.Sequence[str]], data_retention: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, downsampling: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, downsampling_method: t.Optional[ t.Union[str, t.Literal["aggregate", "last_value"]] ] = None, enabled: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_name="mappings", )
 async def put_data_stream_mappings(self, *, name: t.Union[str, t.Sequence[str]], mappings: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Mapping[str, t.Any]] = None, dry_run: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("failure_store",), )
 async def put_data_stream_options(self, *, name: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, failure_store: t.Optional[t.Mapping[str, t.Any]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_name="settings", )
 async def put_data_stream_settings(self, *, name: t.Union[str, t.Sequence[str]], settings: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Mapping[str, t.Any]] = None, dry_run: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "allow_auto_create", "composed_of", "data_stream", "deprecated", "ignore_missing_component_templates", "index_patterns", "meta", "priority", "template", "version", ), parameter_aliases={"_meta": "meta"}, )
 async def put_index_template(self, *, name: str, allow_auto_create: t.Optional[bool] = None, cause: t.Optional[str] = None, composed_of: t.Optional[t.Sequence[str]] = None, create: t.Optional[bool] = None, data_stream: t.Optional[t.Mapping[str, t.Any]] = None, deprecated: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_missing_component_templates: t.Optional[t.Sequence[str]] = None, index_patterns: t.Optional[t.Union[str, t.Sequence[str]]] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, meta: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, priority: t.Optional[int] = None, template: t.Optional[t.Mapping[str, t.Any]] = None, version: t.Optional[int] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "date_detection", "dynamic", "dynamic_date_formats", "dynamic_templates", "field_names", "meta", "numeric_detection", "properties", "routing", "runtime", "source", ), parameter_aliases={ "_field_names": "field_names", "_meta": "meta", "_routing": "routing", "_source": "source", }, )
 async def put_mapping(self, *, index: t.Union[str, t.Sequence[str]], allow_no_indices: t.Optional[bool] = None, date_detection: t.Optional[bool] = None, dynamic: t.Optional[ t.Union[str, t.Literal["false", "runtime", "strict", "true"]] ] = None, dynamic_date_formats: t.Optional[t.Sequence[str]] = None, dynamic_templates: t.Optional[ t.Sequence[t.Mapping[str, t.Mapping[str, t.Any]]] ] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, field_names: t.Optional[t.Mapping[str, t.Any]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, meta: t.Optional[t.Mapping[str, t.Any]] = None, numeric_detection: t.Optional[bool] = None, pretty: t.Optional[bool] = None, properties: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, routing: t.Optional[t.Mapping[str, t.Any]] = None, runtime: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, source: t.Optional[t.Mapping[str, t.Any]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, write_index_only: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_name="settings", )
 async def put_settings(self, *, settings: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Mapping[str, t.Any]] = None, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, flat_settings: t.Optional[bool] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, preserve_existing: t.Optional[bool] = None, pretty: t.Optional[bool] = None, reopen: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "aliases", "index_patterns", "mappings", "order", "settings", "version", ), )
 async def put_template(self, *, name: str, aliases: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, cause: t.Optional[str] = None, create: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, index_patterns: t.Optional[t.Union[str, t.Sequence[str]]] = None, mappings: t.Optional[t.Mapping[str, t.Any]] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, order: t.Optional[int] = None, pretty: t.Optional[bool] = None, settings: t.Optional[t.Mapping[str, t.Any]] = None, version: t.Optional[int] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def recovery(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, active_only: t.Optional[bool] = None, allow_no_indices: t.Optional[bool] = None, detailed: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def refresh(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def reload_search_analyzers(self, *, index: t.Union[str, t.Sequence[str]], allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, pretty: t.Optional[bool] = None, resource: t.Optional[str] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def remove_block(self, *, index: t.Union[str, t.Sequence[str]], block: t.Union[str, t.Literal["metadata", "read", "read_only", "write"]], allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def resolve_cluster(self, *, name: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_throttled: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("project_routing",), )
 async def resolve_index(self, *, name: t.Union[str, t.Sequence[str]], allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, mode: t.Optional[ t.Union[ t.Sequence[ t.Union[ str, t.Literal["logsdb", "lookup", "standard", "time_series"] ] ], t.Union[str, t.Literal["logsdb", "lookup", "standard", "time_series"]], ] ] = None, pretty: t.Optional[bool] = None, project_routing: t.Optional[str] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("aliases", "conditions", "mappings", "settings"), )
 async def rollover(self, *, alias: str, new_index: t.Optional[str] = None, aliases: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, conditions: t.Optional[t.Mapping[str, t.Any]] = None, dry_run: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, lazy: t.Optional[bool] = None, mappings: t.Optional[t.Mapping[str, t.Any]] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, settings: t.Optional[t.Mapping[str, t.Any]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, wait_for_active_shards: t.Optional[ t.Union[int, t.Union[str, t.Literal["all", "index-setting"]]] ] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def segments(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def shard_stores(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, pretty: t.Optional[bool] = None, status: t.Optional[ t.Union[ t.Sequence[t.Union[str, t.Literal["all", "green", "red", "yellow"]]], t.Union[str, t.Literal["all", "green", "red", "yellow"]], ] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("aliases", "settings"), )
 async def shrink(self, *, index: str, target: str, aliases: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, settings: t.Optional[t.Mapping[str, t.Any]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, wait_for_active_shards: t.Optional[ t.Union[int, t.Union[str, t.Literal["all", "index-setting"]]] ] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_name="index_template", )
 async def simulate_index_template(self, *, name: str, cause: t.Optional[str] = None, create: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, include_defaults: t.Optional[bool] = None, index_template: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Mapping[str, t.Any]] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "allow_auto_create", "composed_of", "data_stream", "deprecated", "ignore_missing_component_templates", "index_patterns", "meta", "priority", "template", "version", ), parameter_aliases={"_meta": "meta"}, )
 async def simulate_template(self, *, name: t.Optional[str] = None, allow_auto_create: t.Optional[bool] = None, cause: t.Optional[str] = None, composed_of: t.Optional[t.Sequence[str]] = None, create: t.Optional[bool] = None, data_stream: t.Optional[t.Mapping[str, t.Any]] = None, deprecated: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_missing_component_templates: t.Optional[t.Sequence[str]] = None, include_defaults: t.Optional[bool] = None, index_patterns: t.Optional[t.Union[str, t.Sequence[str]]] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, meta: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, priority: t.Optional[int] = None, template: t.Optional[t.Mapping[str, t.Any]] = None, version: t.Optional[int] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("aliases", "settings"), )
 async def split(self, *, index: str, target: str, aliases: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, settings: t.Optional[t.Mapping[str, t.Any]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, wait_for_active_shards: t.Optional[ t.Union[int, t.Union[str, t.Literal["all", "index-setting"]]] ] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def stats(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, metric: _loopmend_1.Any = None, completion_fields: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, fielddata_fields: t.Optional[t.Union[str, t.Sequence[str]]] = None, fields: t.Optional[t.Union[str, t.Sequence[str]]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, forbid_closed_indices: t.Optional[bool] = None, groups: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, include_segment_file_sizes: t.Optional[bool] = None, include_unloaded_segments: t.Optional[bool] = None, level: t.Optional[ t.Union[str, t.Literal["cluster", "indices", "shards"]] ] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("actions",), )
 async def update_aliases(self, *, actions: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("query",), )
 async def validate_query(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, all_shards: t.Optional[bool] = None, allow_no_indices: t.Optional[bool] = None, analyze_wildcard: t.Optional[bool] = None, analyzer: t.Optional[str] = None, default_operator: t.Optional[t.Union[str, t.Literal["and", "or"]]] = None, df: t.Optional[str] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, explain: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, lenient: t.Optional[bool] = None, pretty: t.Optional[bool] = None, q: t.Optional[str] = None, query: t.Optional[t.Mapping[str, t.Any]] = None, rewrite: t.Optional[bool] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.inference
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import ( SKIP_IN_PATH, Stability, _availability_warning, _quote, _rewrite_parameters, )
class InferenceClient(NamespacedClient):
 @_rewrite_parameters( body_fields=("input", "task_settings"), )
 async def completion(self, *, inference_id: str, input: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, task_settings: t.Optional[t.Any] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete(self, *, inference_id: str, task_type: t.Optional[ t.Union[ str, t.Literal[ "chat_completion", "completion", "embedding", "rerank", "sparse_embedding", "text_embedding", ], ] ] = None, dry_run: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, force: t.Optional[bool] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_region_policy(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_name="embedding", )
 @_availability_warning(Stability.EXPERIMENTAL)
 async def embedding(self, *, inference_id: str, embedding: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get(self, *, task_type: t.Optional[ t.Union[ str, t.Literal[ "chat_completion", "completion", "embedding", "rerank", "sparse_embedding", "text_embedding", ], ] ] = None, inference_id: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_region_policy(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("input", "input_type", "query", "task_settings"), )
 async def inference(self, *, inference_id: str, input: t.Optional[t.Union[str, t.Sequence[str]]] = None, task_type: t.Optional[ t.Union[ str, t.Literal[ "chat_completion", "completion", "embedding", "rerank", "sparse_embedding", "text_embedding", ], ] ] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, input_type: t.Optional[str] = None, pretty: t.Optional[bool] = None, query: t.Optional[str] = None, task_settings: t.Optional[t.Any] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_name="inference_config", )
 async def put(self, *, inference_id: str, inference_config: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Mapping[str, t.Any]] = None, task_type: t.Optional[ t.Union[ str, t.Literal[ "chat_completion", "completion", "embedding", "rerank", "sparse_embedding", "text_embedding", ], ] ] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("service", "service_settings"), )
 async def put_ai21(self, *, task_type: t.Union[str, t.Literal["chat_completion", "completion"]], ai21_inference_id: str, service: t.Optional[t.Union[str, t.Literal["ai21"]]] = None, service_settings: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "service", "service_settings", "chunking_settings", "task_settings", ), )
 async def put_alibabacloud(self, *, task_type: t.Union[ str, t.Literal["completion", "rerank", "sparse_embedding", "text_embedding"] ], alibabacloud_inference_id: str, service: t.Optional[t.Union[str, t.Literal["alibabacloud-ai-search"]]] = None, service_settings: t.Optional[t.Mapping[str, t.Any]] = None, chunking_settings: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, task_settings: t.Optional[t.Mapping[str, t.Any]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "service", "service_settings", "chunking_settings", "task_settings", ), )
 async def put_amazonbedrock(self, *, task_type: t.Union[ str, t.Literal["chat_completion", "completion", "text_embedding"] ], amazonbedrock_inference_id: str, service: t.Optional[t.Union[str, t.Literal["amazonbedrock"]]] = None, service_settings: t.Optional[t.Mapping[str, t.Any]] = None, chunking_settings: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, task_settings: t.Optional[t.Mapping[str, t.Any]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "service", "service_settings", "chunking_settings", "task_settings", ), )
 async def put_amazonsagemaker(self, *, task_type: t.Union[ str, t.Literal[ "chat_completion", "completion", "rerank", "sparse_embedding", "text_embedding", ], ], amazonsagemaker_inference_id: str, service: t.Optional[t.Union[str, t.Literal["amazon_sagemaker"]]] = None, service_settings: t.Optional[t.Mapping[str, t.Any]] = None, chunking_settings: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, task_settings: t.Optional[t.Mapping[str, t.Any]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("service", "service_settings", "task_settings"), )
 async def put_anthropic(self, *, task_type: t.Union[str, t.Literal["chat_completion", "completion"]], anthropic_inference_id: str, service: t.Optional[t.Union[str, t.Literal["anthropic"]]] = None, service_settings: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, task_settings: t.Optional[t.Mapping[str, t.Any]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "service", "service_settings", "chunking_settings", "task_settings", ), )
 async def put_azureaistudio(self, *, task_type: t.Union[str, t.Literal["completion", "rerank", "text_embedding"]], azureaistudio_inference_id: str, service: t.Optional[t.Union[str, t.Literal["azureaistudio"]]] = None, service_settings: t.Optional[t.Mapping[str, t.Any]] = None, chunking_settings: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, task_settings: t.Optional[t.Mapping[str, t.Any]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "service", "service_settings", "chunking_settings", "task_settings", ), )
 async def put_azureopenai(self, *, task_type: t.Union[ str, t.Literal["chat_completion", "completion", "text_embedding"] ], azureopenai_inference_id: str, service: t.Optional[t.Union[str, t.Literal["azureopenai"]]] = None, service_settings: t.Optional[t.Mapping[str, t.Any]] = None, chunking_settings: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, task_settings: t.Optional[t.Mapping[str, t.Any]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "service", "service_settings", "chunking_settings", "task_settings", ), )
 async def put_cohere(self, *, task_type: t.Union[str, t.Literal["completion", "rerank", "text_embedding"]], cohere_inference_id: str, service: t.Optional[t.Union[str, t.Literal["cohere"]]] = None, service_settings: t.Optional[t.Mapping[str, t.Any]] = None, chunking_settings: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, task_settings: t.Optional[t.Mapping[str, t.Any]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("service", "service_settings", "task_settings"), )
 async def put_contextualai(self, *, task_type: t.Union[str, t.Literal["rerank"]], contextualai_inference_id: str, service: t.Optional[t.Union[str, t.Literal["contextualai"]]] = None, service_settings: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, task_settings: t.Optional[t.Mapping[str, t.Any]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "service", "service_settings", "chunking_settings", "task_settings", ), )
 async def put_custom(self, *, task_type: t.Union[ str, t.Literal["completion", "rerank", "sparse_embedding", "text_embedding"] ], custom_inference_id: str, service: t.Optional[t.Union[str, t.Literal["custom"]]] = None, service_settings: t.Optional[t.Mapping[str, t.Any]] = None, chunking_settings: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, task_settings: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("service", "service_settings"), )
 async def put_deepseek(self, *, task_type: t.Union[str, t.Literal["chat_completion", "completion"]], deepseek_inference_id: str, service: t.Optional[t.Union[str, t.Literal["deepseek"]]] = None, service_settings: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "service", "service_settings", "chunking_settings", "task_settings", ), )
 async def put_elasticsearch(self, *, task_type: t.Union[ str, t.Literal["rerank", "sparse_embedding", "text_embedding"] ], elasticsearch_inference_id: str, service: t.Optional[t.Union[str, t.Literal["elasticsearch"]]] = None, service_settings: t.Optional[t.Mapping[str, t.Any]] = None, chunking_settings: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, task_settings: t.Optional[t.Mapping[str, t.Any]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("service", "service_settings", "chunking_settings"), )
 async def put_elser(self, *, task_type: t.Union[str, t.Literal["sparse_embedding"]], elser_inference_id: str, service: t.Optional[t.Union[str, t.Literal["elser"]]] = None, service_settings: t.Optional[t.Mapping[str, t.Any]] = None, chunking_settings: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "service", "service_settings", "chunking_settings", "task_settings", ), )
 async def put_fireworksai(self, *, task_type: t.Union[ str, t.Literal["chat_completion", "completion", "text_embedding"] ], fireworksai_inference_id: str, service: t.Optional[t.Union[str, t.Literal["fireworksai"]]] = None, service_settings: t.Optional[t.Mapping[str, t.Any]] = None, chunking_settings: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, task_settings: t.Optional[t.Mapping[str, t.Any]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("service", "service_settings", "chunking_settings"), )
 async def put_googleaistudio(self, *, task_type: t.Union[str, t.Literal["completion", "text_embedding"]], googleaistudio_inference_id: str, service: t.Optional[t.Union[str, t.Literal["googleaistudio"]]] = None, service_settings: t.Optional[t.Mapping[str, t.Any]] = None, chunking_settings: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "service", "service_settings", "chunking_settings", "task_settings", ), )
 async def put_googlevertexai(self, *, task_type: t.Union[ str, t.Literal["chat_completion", "completion", "rerank", "text_embedding"] ], googlevertexai_inference_id: str, service: t.Optional[t.Union[str, t.Literal["googlevertexai"]]] = None, service_settings: t.Optional[t.Mapping[str, t.Any]] = None, chunking_settings: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, task_settings: t.Optional[t.Mapping[str, t.Any]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("service", "service_settings"), )
 async def put_groq(self, *, task_type: t.Union[str, t.Literal["chat_completion"]], groq_inference_id: str, service: t.Optional[t.Union[str, t.Literal["groq"]]] = None, service_settings: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "service", "service_settings", "chunking_settings", "task_settings", ), )
 async def put_hugging_face(self, *, task_type: t.Union[ str, t.Literal["chat_completion", "completion", "rerank", "text_embedding"] ], huggingface_inference_id: str, service: t.Optional[t.Union[str, t.Literal["hugging_face"]]] = None, service_settings: t.Optional[t.Mapping[str, t.Any]] = None, chunking_settings: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, task_settings: t.Optional[t.Mapping[str, t.Any]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "service", "service_settings", "chunking_settings", "task_settings", ), )
 async def put_jinaai(self, *, task_type: t.Union[str, t.Literal["embedding", "rerank", "text_embedding"]], jinaai_inference_id: str, service: t.Optional[t.Union[str, t.Literal["jinaai"]]] = None, service_settings: t.Optional[t.Mapping[str, t.Any]] = None, chunking_settings: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, task_settings: t.Optional[t.Mapping[str, t.Any]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("service", "service_settings", "chunking_settings"), )
 async def put_llama(self, *, task_type: t.Union[ str, t.Literal["chat_completion", "completion", "text_embedding"] ], llama_inference_id: str, service: t.Optional[t.Union[str, t.Literal["llama"]]] = None, service_settings: t.Optional[t.Mapping[str, t.Any]] = None, chunking_settings: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("service", "service_settings", "chunking_settings"), )
 async def put_mistral(self, *, task_type: t.Union[ str, t.Literal["chat_completion", "completion", "text_embedding"] ], mistral_inference_id: str, service: t.Optional[t.Union[str, t.Literal["mistral"]]] = None, service_settings: t.Optional[t.Mapping[str, t.Any]] = None, chunking_settings: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "service", "service_settings", "chunking_settings", "task_settings", ), )
 async def put_nvidia(self, *, task_type: t.Union[ str, t.Literal["chat_completion", "completion", "rerank", "text_embedding"] ], nvidia_inference_id: str, service: t.Optional[t.Union[str, t.Literal["nvidia"]]] = None, service_settings: t.Optional[t.Mapping[str, t.Any]] = None, chunking_settings: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, task_settings: t.Optional[t.Mapping[str, t.Any]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "service", "service_settings", "chunking_settings", "task_settings", ), )
 async def put_openai(self, *, task_type: t.Union[ str, t.Literal["chat_completion", "completion", "embedding", "text_embedding"], ], openai_inference_id: str, service: t.Optional[t.Union[str, t.Literal["openai"]]] = None, service_settings: t.Optional[t.Mapping[str, t.Any]] = None, chunking_settings: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, task_settings: t.Optional[t.Mapping[str, t.Any]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "service", "service_settings", "chunking_settings", "task_settings", ), )
 async def put_openshift_ai(self, *, task_type: t.Union[ str, t.Literal["chat_completion", "completion", "rerank", "text_embedding"] ], openshiftai_inference_id: str, service: t.Optional[t.Union[str, t.Literal["openshift_ai"]]] = None, service_settings: t.Optional[t.Mapping[str, t.Any]] = None, chunking_settings: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, task_settings: t.Optional[t.Mapping[str, t.Any]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("region_policy",), )
 async def put_region_policy(self, *, region_policy: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, force: t.Optional[bool] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "service", "service_settings", "chunking_settings", "task_settings", ), )
 async def put_voyageai(self, *, task_type: t.Union[str, t.Literal["rerank", "text_embedding"]], voyageai_inference_id: str, service: t.Optional[t.Union[str, t.Literal["voyageai"]]] = None, service_settings: t.Optional[t.Mapping[str, t.Any]] = None, chunking_settings: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, task_settings: t.Optional[t.Mapping[str, t.Any]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("service", "service_settings", "chunking_settings"), )
 async def put_watsonx(self, *, task_type: t.Union[ str, t.Literal["chat_completion", "completion", "rerank", "text_embedding"] ], watsonx_inference_id: str, service: t.Optional[t.Union[str, t.Literal["watsonxai"]]] = None, service_settings: t.Optional[t.Mapping[str, t.Any]] = None, chunking_settings: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("input", "query", "return_documents", "task_settings", "top_n"), )
 async def rerank(self, *, inference_id: str, input: t.Optional[ t.Union[ t.Union[str, t.Sequence[str]], t.Union[t.Mapping[str, t.Any], t.Sequence[t.Mapping[str, t.Any]]], ] ] = None, query: t.Optional[t.Union[str, t.Mapping[str, t.Any]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, return_documents: t.Optional[bool] = None, task_settings: t.Optional[t.Any] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, top_n: t.Optional[int] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("input", "task_settings"), )
 async def sparse_embedding(self, *, inference_id: str, input: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, task_settings: t.Optional[t.Any] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("input", "input_type", "task_settings"), )
 async def text_embedding(self, *, inference_id: str, input: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, input_type: t.Optional[str] = None, pretty: t.Optional[bool] = None, task_settings: t.Optional[t.Any] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_name="inference_config", )
 async def update(self, *, inference_id: str, inference_config: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Mapping[str, t.Any]] = None, task_type: t.Optional[ t.Union[ str, t.Literal[ "chat_completion", "completion", "embedding", "rerank", "sparse_embedding", "text_embedding", ], ] ] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.ingest
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import SKIP_IN_PATH, _quote, _rewrite_parameters
class IngestClient(NamespacedClient):
 @_rewrite_parameters()
 async def delete_geoip_database(self, *, id: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_ip_location_database(self, *, id: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_pipeline(self, *, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def geo_ip_stats(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_geoip_database(self, *, id: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_ip_location_database(self, *, id: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_pipeline(self, *, id: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, summary: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def processor_grok(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("maxmind", "name"), )
 async def put_geoip_database(self, *, id: str, maxmind: t.Optional[t.Mapping[str, t.Any]] = None, name: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_name="configuration", )
 async def put_ip_location_database(self, *, id: str, configuration: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "deprecated", "description", "field_access_pattern", "meta", "on_failure", "processors", "version", ), parameter_aliases={"_meta": "meta"}, )
 async def put_pipeline(self, *, id: str, deprecated: t.Optional[bool] = None, description: t.Optional[str] = None, error_trace: t.Optional[bool] = None, field_access_pattern: t.Optional[ t.Union[str, t.Literal["classic", "flexible"]] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, if_version: t.Optional[int] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, meta: t.Optional[t.Mapping[str, t.Any]] = None, on_failure: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, pretty: t.Optional[bool] = None, processors: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, version: t.Optional[int] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("docs", "pipeline"), )
 async def simulate(self, *, docs: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, id: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pipeline: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, verbose: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.license
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import _rewrite_parameters
class LicenseClient(NamespacedClient):
 @_rewrite_parameters()
 async def delete(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get(self, *, accept_enterprise: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, local: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_basic_status(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_trial_status(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("license", "licenses"), )
 async def post(self, *, acknowledge: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, license: t.Optional[t.Mapping[str, t.Any]] = None, licenses: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def post_start_basic(self, *, acknowledge: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def post_start_trial(self, *, acknowledge: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, type: t.Optional[str] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.logstash
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import SKIP_IN_PATH, _quote, _rewrite_parameters
class LogstashClient(NamespacedClient):
 @_rewrite_parameters()
 async def delete_pipeline(self, *, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_pipeline(self, *, id: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_name="pipeline", )
 async def put_pipeline(self, *, id: str, pipeline: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.migration
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import SKIP_IN_PATH, _quote, _rewrite_parameters
class MigrationClient(NamespacedClient):
 @_rewrite_parameters()
 async def deprecations(self, *, index: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_feature_upgrade_status(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def post_feature_upgrade(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.ml
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import ( SKIP_IN_PATH, Stability, Visibility, _availability_warning, _quote, _rewrite_parameters, )
class MlClient(NamespacedClient):
 @_rewrite_parameters()
 async def clear_trained_model_deployment_cache(self, *, model_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("allow_no_match", "force", "timeout"), )
 async def close_job(self, *, job_id: str, allow_no_match: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, force: t.Optional[bool] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_calendar(self, *, calendar_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_calendar_event(self, *, calendar_id: str, event_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_calendar_job(self, *, calendar_id: str, job_id: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_data_frame_analytics(self, *, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, force: t.Optional[bool] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_datafeed(self, *, datafeed_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, force: t.Optional[bool] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("requests_per_second", "timeout"), )
 async def delete_expired_data(self, *, job_id: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, requests_per_second: t.Optional[float] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_filter(self, *, filter_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_forecast(self, *, job_id: str, forecast_id: t.Optional[str] = None, allow_no_forecasts: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_job(self, *, job_id: str, delete_user_annotations: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, force: t.Optional[bool] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, wait_for_completion: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_model_snapshot(self, *, job_id: str, snapshot_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_trained_model(self, *, model_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, force: t.Optional[bool] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_trained_model_alias(self, *, model_id: str, model_alias: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "analysis_config", "max_bucket_cardinality", "overall_cardinality", ), )
 async def estimate_model_memory(self, *, analysis_config: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, max_bucket_cardinality: t.Optional[t.Mapping[str, int]] = None, overall_cardinality: t.Optional[t.Mapping[str, int]] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("evaluation", "index", "query"), )
 async def evaluate_data_frame(self, *, evaluation: t.Optional[t.Mapping[str, t.Any]] = None, index: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, query: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "allow_lazy_start", "analysis", "analyzed_fields", "description", "dest", "max_num_threads", "model_memory_limit", "source", ), )
 async def explain_data_frame_analytics(self, *, id: t.Optional[str] = None, allow_lazy_start: t.Optional[bool] = None, analysis: t.Optional[t.Mapping[str, t.Any]] = None, analyzed_fields: t.Optional[t.Mapping[str, t.Any]] = None, description: t.Optional[str] = None, dest: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, max_num_threads: t.Optional[int] = None, model_memory_limit: t.Optional[str] = None, pretty: t.Optional[bool] = None, source: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("advance_time", "calc_interim", "end", "skip_time", "start"), )
 async def flush_job(self, *, job_id: str, advance_time: t.Optional[t.Union[str, t.Any]] = None, calc_interim: t.Optional[bool] = None, end: t.Optional[t.Union[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, skip_time: t.Optional[t.Union[str, t.Any]] = None, start: t.Optional[t.Union[str, t.Any]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("duration", "expires_in", "max_model_memory"), )
 async def forecast(self, *, job_id: str, duration: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, error_trace: t.Optional[bool] = None, expires_in: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, max_model_memory: t.Optional[str] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "anomaly_score", "desc", "end", "exclude_interim", "expand", "page", "sort", "start", ), parameter_aliases={"from": "from_"}, )
 async def get_buckets(self, *, job_id: str, timestamp: t.Optional[t.Union[str, t.Any]] = None, anomaly_score: t.Optional[float] = None, desc: t.Optional[bool] = None, end: t.Optional[t.Union[str, t.Any]] = None, error_trace: t.Optional[bool] = None, exclude_interim: t.Optional[bool] = None, expand: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, human: t.Optional[bool] = None, page: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, size: t.Optional[int] = None, sort: t.Optional[str] = None, start: t.Optional[t.Union[str, t.Any]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( parameter_aliases={"from": "from_"}, )
 async def get_calendar_events(self, *, calendar_id: str, end: t.Optional[t.Union[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, human: t.Optional[bool] = None, job_id: t.Optional[str] = None, pretty: t.Optional[bool] = None, size: t.Optional[int] = None, start: t.Optional[t.Union[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("page",), parameter_aliases={"from": "from_"}, )
 async def get_calendars(self, *, calendar_id: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, human: t.Optional[bool] = None, page: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, size: t.Optional[int] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("page",), parameter_aliases={"from": "from_"}, )
 async def get_categories(self, *, job_id: str, category_id: t.Optional[int] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, human: t.Optional[bool] = None, page: t.Optional[t.Mapping[str, t.Any]] = None, partition_field_value: t.Optional[str] = None, pretty: t.Optional[bool] = None, size: t.Optional[int] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( parameter_aliases={"from": "from_"}, )
 async def get_data_frame_analytics(self, *, id: t.Optional[str] = None, allow_no_match: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, exclude_generated: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, size: t.Optional[int] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( parameter_aliases={"from": "from_"}, )
 async def get_data_frame_analytics_stats(self, *, id: t.Optional[str] = None, allow_no_match: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, size: t.Optional[int] = None, verbose: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_datafeed_stats(self, *, datafeed_id: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_match: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_datafeeds(self, *, datafeed_id: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_match: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, exclude_generated: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( parameter_aliases={"from": "from_"}, )
 async def get_filters(self, *, filter_id: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, size: t.Optional[int] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("page",), parameter_aliases={"from": "from_"}, )
 async def get_influencers(self, *, job_id: str, desc: t.Optional[bool] = None, end: t.Optional[t.Union[str, t.Any]] = None, error_trace: t.Optional[bool] = None, exclude_interim: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, human: t.Optional[bool] = None, influencer_score: t.Optional[float] = None, page: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, size: t.Optional[int] = None, sort: t.Optional[str] = None, start: t.Optional[t.Union[str, t.Any]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_job_stats(self, *, job_id: t.Optional[str] = None, allow_no_match: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_jobs(self, *, job_id: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_match: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, exclude_generated: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_memory_stats(self, *, node_id: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_model_snapshot_upgrade_stats(self, *, job_id: str, snapshot_id: str, allow_no_match: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("desc", "end", "page", "sort", "start"), parameter_aliases={"from": "from_"}, )
 async def get_model_snapshots(self, *, job_id: str, snapshot_id: t.Optional[str] = None, desc: t.Optional[bool] = None, end: t.Optional[t.Union[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, human: t.Optional[bool] = None, page: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, size: t.Optional[int] = None, sort: t.Optional[str] = None, start: t.Optional[t.Union[str, t.Any]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "allow_no_match", "bucket_span", "end", "exclude_interim", "overall_score", "start", "top_n", ), )
 async def get_overall_buckets(self, *, job_id: str, allow_no_match: t.Optional[bool] = None, bucket_span: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, end: t.Optional[t.Union[str, t.Any]] = None, error_trace: t.Optional[bool] = None, exclude_interim: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, overall_score: t.Optional[float] = None, pretty: t.Optional[bool] = None, start: t.Optional[t.Union[str, t.Any]] = None, top_n: t.Optional[int] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "desc", "end", "exclude_interim", "page", "record_score", "sort", "start", ), parameter_aliases={"from": "from_"}, )
 async def get_records(self, *, job_id: str, desc: t.Optional[bool] = None, end: t.Optional[t.Union[str, t.Any]] = None, error_trace: t.Optional[bool] = None, exclude_interim: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, human: t.Optional[bool] = None, page: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, record_score: t.Optional[float] = None, size: t.Optional[int] = None, sort: t.Optional[str] = None, start: t.Optional[t.Union[str, t.Any]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( parameter_aliases={"from": "from_"}, )
 async def get_trained_models(self, *, model_id: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_match: t.Optional[bool] = None, decompress_definition: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, exclude_generated: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, human: t.Optional[bool] = None, include: t.Optional[ t.Union[ str, t.Literal[ "definition", "definition_status", "feature_importance_baseline", "hyperparameters", "total_feature_importance", ], ] ] = None, pretty: t.Optional[bool] = None, size: t.Optional[int] = None, tags: t.Optional[t.Union[str, t.Sequence[str]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( parameter_aliases={"from": "from_"}, )
 async def get_trained_models_stats(self, *, model_id: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_match: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, size: t.Optional[int] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("docs", "inference_config"), )
 async def infer_trained_model(self, *, model_id: str, docs: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, inference_config: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def info(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("timeout",), )
 async def open_job(self, *, job_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("events",), )
 async def post_calendar_events(self, *, calendar_id: str, events: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_name="data", )
 async def post_data(self, *, job_id: str, data: t.Optional[t.Sequence[t.Any]] = None, body: t.Optional[t.Sequence[t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, reset_end: t.Optional[t.Union[str, t.Any]] = None, reset_start: t.Optional[t.Union[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("config",), )
 async def preview_data_frame_analytics(self, *, id: t.Optional[str] = None, config: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("datafeed_config", "job_config"), )
 async def preview_datafeed(self, *, datafeed_id: t.Optional[str] = None, datafeed_config: t.Optional[t.Mapping[str, t.Any]] = None, end: t.Optional[t.Union[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, job_config: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, start: t.Optional[t.Union[str, t.Any]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("description", "job_ids"), )
 async def put_calendar(self, *, calendar_id: str, description: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, job_ids: t.Optional[t.Sequence[str]] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def put_calendar_job(self, *, calendar_id: str, job_id: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "analysis", "dest", "source", "allow_lazy_start", "analyzed_fields", "description", "headers", "max_num_threads", "meta", "model_memory_limit", "version", ), parameter_aliases={"_meta": "meta"}, ignore_deprecated_options={"headers"}, )
 async def put_data_frame_analytics(self, *, id: str, analysis: t.Optional[t.Mapping[str, t.Any]] = None, dest: t.Optional[t.Mapping[str, t.Any]] = None, source: t.Optional[t.Mapping[str, t.Any]] = None, allow_lazy_start: t.Optional[bool] = None, analyzed_fields: t.Optional[t.Mapping[str, t.Any]] = None, description: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, headers: t.Optional[t.Mapping[str, t.Union[str, t.Sequence[str]]]] = None, human: t.Optional[bool] = None, max_num_threads: t.Optional[int] = None, meta: t.Optional[t.Mapping[str, t.Any]] = None, model_memory_limit: t.Optional[str] = None, pretty: t.Optional[bool] = None, version: t.Optional[str] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "aggregations", "aggs", "chunking_config", "delayed_data_check_config", "frequency", "headers", "indexes", "indices", "indices_options", "job_id", "max_empty_searches", "query", "query_delay", "runtime_mappings", "script_fields", "scroll_size", ), ignore_deprecated_options={"headers"}, )
 async def put_datafeed(self, *, datafeed_id: str, aggregations: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, aggs: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, allow_no_indices: t.Optional[bool] = None, chunking_config: t.Optional[t.Mapping[str, t.Any]] = None, delayed_data_check_config: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, frequency: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, headers: t.Optional[t.Mapping[str, t.Union[str, t.Sequence[str]]]] = None, human: t.Optional[bool] = None, ignore_throttled: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, indexes: t.Optional[t.Union[str, t.Sequence[str]]] = None, indices: t.Optional[t.Union[str, t.Sequence[str]]] = None, indices_options: t.Optional[t.Mapping[str, t.Any]] = None, job_id: t.Optional[str] = None, max_empty_searches: t.Optional[int] = None, pretty: t.Optional[bool] = None, query: t.Optional[t.Mapping[str, t.Any]] = None, query_delay: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, runtime_mappings: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, script_fields: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, scroll_size: t.Optional[int] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("description", "items"), )
 async def put_filter(self, *, filter_id: str, description: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, items: t.Optional[t.Sequence[str]] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "analysis_config", "data_description", "allow_lazy_open", "analysis_limits", "background_persist_interval", "custom_settings", "daily_model_snapshot_retention_after_days", "datafeed_config", "description", "groups", "model_plot_config", "model_snapshot_retention_days", "renormalization_window_days", "results_index_name", "results_retention_days", ), )
 async def put_job(self, *, job_id: str, analysis_config: t.Optional[t.Mapping[str, t.Any]] = None, data_description: t.Optional[t.Mapping[str, t.Any]] = None, allow_lazy_open: t.Optional[bool] = None, allow_no_indices: t.Optional[bool] = None, analysis_limits: t.Optional[t.Mapping[str, t.Any]] = None, background_persist_interval: t.Optional[ t.Union[str, t.Literal[-1], t.Literal[0]] ] = None, custom_settings: t.Optional[t.Any] = None, daily_model_snapshot_retention_after_days: t.Optional[int] = None, datafeed_config: t.Optional[t.Mapping[str, t.Any]] = None, description: t.Optional[str] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, groups: t.Optional[t.Sequence[str]] = None, human: t.Optional[bool] = None, ignore_throttled: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, model_plot_config: t.Optional[t.Mapping[str, t.Any]] = None, model_snapshot_retention_days: t.Optional[int] = None, pretty: t.Optional[bool] = None, renormalization_window_days: t.Optional[int] = None, results_index_name: t.Optional[str] = None, results_retention_days: t.Optional[int] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "compressed_definition", "definition", "description", "inference_config", "input", "metadata", "model_size_bytes", "model_type", "platform_architecture", "prefix_strings", "tags", ), )
 async def put_trained_model(self, *, model_id: str, compressed_definition: t.Optional[str] = None, defer_definition_decompression: t.Optional[bool] = None, definition: t.Optional[t.Mapping[str, t.Any]] = None, description: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, inference_config: t.Optional[t.Mapping[str, t.Any]] = None, input: t.Optional[t.Mapping[str, t.Any]] = None, metadata: t.Optional[t.Any] = None, model_size_bytes: t.Optional[int] = None, model_type: t.Optional[ t.Union[str, t.Literal["lang_ident", "pytorch", "tree_ensemble"]] ] = None, platform_architecture: t.Optional[str] = None, prefix_strings: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, tags: t.Optional[t.Sequence[str]] = None, wait_for_completion: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def put_trained_model_alias(self, *, model_id: str, model_alias: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, reassign: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("definition", "total_definition_length", "total_parts"), )
 async def put_trained_model_definition_part(self, *, model_id: str, part: int, definition: t.Optional[str] = None, total_definition_length: t.Optional[int] = None, total_parts: t.Optional[int] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("vocabulary", "merges", "scores"), )
 async def put_trained_model_vocabulary(self, *, model_id: str, vocabulary: t.Optional[t.Sequence[str]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, merges: t.Optional[t.Sequence[str]] = None, pretty: t.Optional[bool] = None, scores: t.Optional[t.Sequence[float]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def reset_job(self, *, job_id: str, delete_user_annotations: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, wait_for_completion: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("delete_intervening_results",), )
 async def revert_model_snapshot(self, *, job_id: str, snapshot_id: str, delete_intervening_results: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def set_upgrade_mode(self, *, enabled: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("timeout",), )
 async def start_data_frame_analytics(self, *, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("end", "start", "timeout"), )
 async def start_datafeed(self, *, datafeed_id: str, end: t.Optional[t.Union[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, start: t.Optional[t.Union[str, t.Any]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("adaptive_allocations",), )
 async def start_trained_model_deployment(self, *, model_id: str, adaptive_allocations: t.Optional[t.Mapping[str, t.Any]] = None, cache_size: t.Optional[t.Union[int, str]] = None, deployment_id: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, number_of_allocations: t.Optional[int] = None, pretty: t.Optional[bool] = None, priority: t.Optional[t.Union[str, t.Literal["low", "normal"]]] = None, queue_capacity: t.Optional[int] = None, threads_per_allocation: t.Optional[int] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, wait_for: t.Optional[ t.Union[str, t.Literal["fully_allocated", "started", "starting"]] ] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("allow_no_match", "force", "timeout"), )
 async def stop_data_frame_analytics(self, *, id: str, allow_no_match: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, force: t.Optional[bool] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("allow_no_match", "close_job", "force", "timeout"), )
 async def stop_datafeed(self, *, datafeed_id: str, allow_no_match: t.Optional[bool] = None, close_job: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, force: t.Optional[bool] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("allow_no_match", "force", "id"), )
 async def stop_trained_model_deployment(self, *, model_id: str, allow_no_match: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, force: t.Optional[bool] = None, human: t.Optional[bool] = None, id: t.Optional[str] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "allow_lazy_start", "description", "max_num_threads", "model_memory_limit", ), )
 async def update_data_frame_analytics(self, *, id: str, allow_lazy_start: t.Optional[bool] = None, description: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, max_num_threads: t.Optional[int] = None, model_memory_limit: t.Optional[str] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "aggregations", "chunking_config", "delayed_data_check_config", "frequency", "indexes", "indices", "indices_options", "job_id", "max_empty_searches", "query", "query_delay", "runtime_mappings", "script_fields", "scroll_size", ), )
 async def update_datafeed(self, *, datafeed_id: str, aggregations: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, allow_no_indices: t.Optional[bool] = None, chunking_config: t.Optional[t.Mapping[str, t.Any]] = None, delayed_data_check_config: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, frequency: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, human: t.Optional[bool] = None, ignore_throttled: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, indexes: t.Optional[t.Sequence[str]] = None, indices: t.Optional[t.Sequence[str]] = None, indices_options: t.Optional[t.Mapping[str, t.Any]] = None, job_id: t.Optional[str] = None, max_empty_searches: t.Optional[int] = None, pretty: t.Optional[bool] = None, query: t.Optional[t.Mapping[str, t.Any]] = None, query_delay: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, runtime_mappings: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, script_fields: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, scroll_size: t.Optional[int] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("add_items", "description", "remove_items"), )
 async def update_filter(self, *, filter_id: str, add_items: t.Optional[t.Sequence[str]] = None, description: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, remove_items: t.Optional[t.Sequence[str]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def update_job(self, *, job_id: str, allow_lazy_open: t.Optional[bool] = None, analysis_limits: t.Optional[t.Mapping[str, t.Any]] = None, background_persist_interval: t.Optional[ t.Union[str, t.Literal[-1], t.Literal[0]] ] = None, categorization_filters: t.Optional[t.Sequence[str]] = None, custom_settings: t.Optional[t.Mapping[str, t.Any]] = None, daily_model_snapshot_retention_after_days: t.Optional[int] = None, description: t.Optional[str] = None, detectors: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, groups: t.Optional[t.Sequence[str]] = None, human: t.Optional[bool] = None, model_plot_config: t.Optional[t.Mapping[str, t.Any]] = None, model_prune_window: t.Optional[ t.Union[str, t.Literal[-1], t.Literal[0]] ] = None, model_snapshot_retention_days: t.Optional[int] = None, per_partition_categorization: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, renormalization_window_days: t.Optional[int] = None, results_retention_days: t.Optional[int] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("description", "retain"), )
 async def update_model_snapshot(self, *, job_id: str, snapshot_id: str, description: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, retain: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("adaptive_allocations", "number_of_allocations"), )
 async def update_trained_model_deployment(self, *, model_id: str, adaptive_allocations: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, number_of_allocations: t.Optional[int] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def upgrade_job_snapshot(self, *, job_id: str, snapshot_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, wait_for_completion: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "analysis_config", "analysis_limits", "data_description", "description", "job_id", "model_plot", "model_snapshot_id", "model_snapshot_retention_days", "results_index_name", ), )
 @_availability_warning(Stability.STABLE, Visibility.PRIVATE)
 async def validate(self, *, analysis_config: t.Optional[t.Mapping[str, t.Any]] = None, analysis_limits: t.Optional[t.Mapping[str, t.Any]] = None, data_description: t.Optional[t.Mapping[str, t.Any]] = None, description: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, job_id: t.Optional[str] = None, model_plot: t.Optional[t.Mapping[str, t.Any]] = None, model_snapshot_id: t.Optional[str] = None, model_snapshot_retention_days: t.Optional[int] = None, pretty: t.Optional[bool] = None, results_index_name: t.Optional[str] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_name="detector", )
 @_availability_warning(Stability.STABLE, Visibility.PRIVATE)
 async def validate_detector(self, *, detector: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.monitoring
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import Stability, Visibility, _availability_warning, _rewrite_parameters
class MonitoringClient(NamespacedClient):
 @_rewrite_parameters( body_name="operations", )
 @_availability_warning(Stability.STABLE, Visibility.PRIVATE)
 async def bulk(self, *, interval: t.Union[str, t.Literal[-1], t.Literal[0]], operations: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, body: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, system_api_version: str, system_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.nodes
import elastic_transport._response as _loopmend_0
import typing as _loopmend_1
import typing as t
from elastic_transport import ObjectApiResponse, TextApiResponse
from ._base import NamespacedClient
from .utils import ( SKIP_IN_PATH, Stability, _availability_warning, _quote, _rewrite_parameters, )
class NodesClient(NamespacedClient):
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def clear_repositories_metering_archive(self, *, node_id: t.Union[str, t.Sequence[str]], max_archive_version: int, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def get_repositories_metering_info(self, *, node_id: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def hot_threads(self, *, node_id: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_idle_threads: t.Optional[bool] = None, interval: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, snapshots: t.Optional[int] = None, sort: t.Optional[ t.Union[str, t.Literal["block", "cpu", "gpu", "mem", "wait"]] ] = None, threads: t.Optional[int] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, type: t.Optional[ t.Union[str, t.Literal["block", "cpu", "gpu", "mem", "wait"]] ] = None) -> TextApiResponse: ...
 @_rewrite_parameters()
 async def info(self, *, node_id: t.Optional[t.Union[str, t.Sequence[str]]] = None, metric: _loopmend_1.Any = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, flat_settings: t.Optional[bool] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("secure_settings_password",), )
 async def reload_secure_settings(self, *, node_id: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, secure_settings_password: t.Optional[str] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def stats(self, *, node_id: t.Optional[t.Union[str, t.Sequence[str]]] = None, metric: _loopmend_1.Any = None, index_metric: _loopmend_1.Any = None, completion_fields: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, fielddata_fields: t.Optional[t.Union[str, t.Sequence[str]]] = None, fields: t.Optional[t.Union[str, t.Sequence[str]]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, groups: t.Optional[bool] = None, human: t.Optional[bool] = None, include_segment_file_sizes: t.Optional[bool] = None, include_unloaded_segments: t.Optional[bool] = None, level: t.Optional[t.Union[str, t.Literal["indices", "node", "shards"]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, types: t.Optional[t.Sequence[str]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def usage(self, *, node_id: t.Optional[t.Union[str, t.Sequence[str]]] = None, metric: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["_all", "aggregations", "rest_actions"]] ], t.Union[str, t.Literal["_all", "aggregations", "rest_actions"]], ] ] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.project
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import ( SKIP_IN_PATH, Stability, _availability_warning, _quote, _rewrite_parameters, )
class ProjectClient(NamespacedClient):
 @_rewrite_parameters( body_name="expressions", )
 @_availability_warning(Stability.EXPERIMENTAL)
 async def create_many_routing(self, *, expressions: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, body: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_name="expressions", )
 @_availability_warning(Stability.EXPERIMENTAL)
 async def create_routing(self, *, name: str, expressions: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def delete_routing(self, *, name: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def get_many_routing(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def get_routing(self, *, name: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("project_routing",), )
 @_availability_warning(Stability.EXPERIMENTAL)
 async def tags(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, project_routing: t.Optional[str] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.query_rules
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import SKIP_IN_PATH, _quote, _rewrite_parameters
class QueryRulesClient(NamespacedClient):
 @_rewrite_parameters()
 async def delete_rule(self, *, ruleset_id: str, rule_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_ruleset(self, *, ruleset_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_rule(self, *, ruleset_id: str, rule_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_ruleset(self, *, ruleset_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( parameter_aliases={"from": "from_"}, )
 async def list_rulesets(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, size: t.Optional[int] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("actions", "criteria", "type", "priority"), )
 async def put_rule(self, *, ruleset_id: str, rule_id: str, actions: t.Optional[t.Mapping[str, t.Any]] = None, criteria: t.Optional[ t.Union[t.Mapping[str, t.Any], t.Sequence[t.Mapping[str, t.Any]]] ] = None, type: t.Optional[t.Union[str, t.Literal["exclude", "pinned"]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, priority: t.Optional[int] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("rules",), )
 async def put_ruleset(self, *, ruleset_id: str, rules: t.Optional[ t.Union[t.Mapping[str, t.Any], t.Sequence[t.Mapping[str, t.Any]]] ] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("match_criteria",), )
 async def test(self, *, ruleset_id: str, match_criteria: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.rollup
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import ( SKIP_IN_PATH, Stability, _availability_warning, _quote, _rewrite_parameters, )
class RollupClient(NamespacedClient):
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def delete_job(self, *, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def get_jobs(self, *, id: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def get_rollup_caps(self, *, id: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def get_rollup_index_caps(self, *, index: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "cron", "groups", "index_pattern", "page_size", "rollup_index", "headers", "metrics", "timeout", ), ignore_deprecated_options={"headers"}, )
 @_availability_warning(Stability.EXPERIMENTAL)
 async def put_job(self, *, id: str, cron: t.Optional[str] = None, groups: t.Optional[t.Mapping[str, t.Any]] = None, index_pattern: t.Optional[str] = None, page_size: t.Optional[int] = None, rollup_index: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, headers: t.Optional[t.Mapping[str, t.Union[str, t.Sequence[str]]]] = None, human: t.Optional[bool] = None, metrics: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("aggregations", "aggs", "query", "size"), )
 @_availability_warning(Stability.EXPERIMENTAL)
 async def rollup_search(self, *, index: t.Union[str, t.Sequence[str]], aggregations: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, aggs: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, query: t.Optional[t.Mapping[str, t.Any]] = None, rest_total_hits_as_int: t.Optional[bool] = None, size: t.Optional[int] = None, typed_keys: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def start_job(self, *, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def stop_job(self, *, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, wait_for_completion: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.search_application
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import ( SKIP_IN_PATH, Stability, _availability_warning, _quote, _rewrite_parameters, )
class SearchApplicationClient(NamespacedClient):
 @_rewrite_parameters()
 @_availability_warning(Stability.BETA)
 async def delete(self, *, name: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def delete_behavioral_analytics(self, *, name: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.BETA)
 async def get(self, *, name: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def get_behavioral_analytics(self, *, name: t.Optional[t.Sequence[str]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( parameter_aliases={"from": "from_"}, )
 @_availability_warning(Stability.BETA)
 async def list(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, q: t.Optional[str] = None, size: t.Optional[int] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_name="payload", )
 @_availability_warning(Stability.EXPERIMENTAL)
 async def post_behavioral_analytics_event(self, *, collection_name: str, event_type: t.Union[str, t.Literal["page_view", "search", "search_click"]], payload: t.Optional[t.Any] = None, body: t.Optional[t.Any] = None, debug: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_name="search_application", )
 @_availability_warning(Stability.BETA)
 async def put(self, *, name: str, search_application: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Mapping[str, t.Any]] = None, create: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def put_behavioral_analytics(self, *, name: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("params",), ignore_deprecated_options={"params"}, )
 @_availability_warning(Stability.EXPERIMENTAL)
 async def render_query(self, *, name: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, params: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("params",), ignore_deprecated_options={"params"}, )
 @_availability_warning(Stability.BETA)
 async def search(self, *, name: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, params: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, typed_keys: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.searchable_snapshots
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import ( SKIP_IN_PATH, Stability, _availability_warning, _quote, _rewrite_parameters, )
class SearchableSnapshotsClient(NamespacedClient):
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def cache_stats(self, *, node_id: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def clear_cache(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "index", "ignore_index_settings", "index_settings", "renamed_index", ), )
 async def mount(self, *, repository: str, snapshot: str, index: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_index_settings: t.Optional[t.Sequence[str]] = None, index_settings: t.Optional[t.Mapping[str, t.Any]] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, renamed_index: t.Optional[str] = None, storage: t.Optional[ t.Union[str, t.Literal["full_copy", "shared_cache"]] ] = None, wait_for_completion: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def stats(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, level: t.Optional[ t.Union[str, t.Literal["cluster", "indices", "shards"]] ] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.security
import elastic_transport._response as _loopmend_0
import typing as _loopmend_1
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import ( SKIP_IN_PATH, Stability, _availability_warning, _quote, _rewrite_parameters, )
class SecurityClient(NamespacedClient):
 @_rewrite_parameters( body_fields=("grant_type", "access_token", "password", "username"), )
 async def activate_user_profile(self, *, grant_type: t.Optional[ t.Union[str, t.Literal["access_token", "password"]] ] = None, access_token: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, password: t.Optional[str] = None, pretty: t.Optional[bool] = None, username: t.Optional[str] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def authenticate(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("names",), )
 async def bulk_delete_role(self, *, names: t.Optional[t.Sequence[str]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("roles",), )
 async def bulk_put_role(self, *, roles: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("ids", "expiration", "metadata", "role_descriptors"), )
 async def bulk_update_api_keys(self, *, ids: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, expiration: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, metadata: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, role_descriptors: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("password", "password_hash"), )
 async def change_password(self, *, username: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, password: t.Optional[str] = None, password_hash: t.Optional[str] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def clear_api_key_cache(self, *, ids: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def clear_cached_privileges(self, *, application: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def clear_cached_realms(self, *, realms: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, usernames: t.Optional[t.Sequence[str]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def clear_cached_roles(self, *, name: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def clear_cached_service_tokens(self, *, namespace: str, service: str, name: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("api_key", "expiration", "metadata", "name"), ignore_deprecated_options={"api_key"}, )
 @_availability_warning(Stability.EXPERIMENTAL)
 async def clone_api_key(self, *, api_key: t.Optional[str] = None, error_trace: t.Optional[bool] = None, expiration: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, metadata: t.Optional[t.Mapping[str, t.Any]] = None, name: t.Optional[str] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("expiration", "metadata", "name", "role_descriptors"), )
 async def create_api_key(self, *, error_trace: t.Optional[bool] = None, expiration: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, metadata: t.Optional[t.Mapping[str, t.Any]] = None, name: t.Optional[str] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None, role_descriptors: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "access", "name", "certificate_identity", "expiration", "metadata", ), )
 async def create_cross_cluster_api_key(self, *, access: t.Optional[t.Mapping[str, t.Any]] = None, name: t.Optional[str] = None, certificate_identity: t.Optional[str] = None, error_trace: t.Optional[bool] = None, expiration: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, metadata: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def create_service_token(self, *, namespace: str, service: str, name: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("x509_certificate_chain",), )
 async def delegate_pki(self, *, x509_certificate_chain: t.Optional[t.Sequence[str]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_privileges(self, *, application: str, name: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_role(self, *, name: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_role_mapping(self, *, name: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_service_token(self, *, namespace: str, service: str, name: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_user(self, *, username: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def disable_user(self, *, username: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def disable_user_profile(self, *, uid: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def enable_user(self, *, username: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def enable_user_profile(self, *, uid: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def enroll_kibana(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def enroll_node(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_api_key(self, *, active_only: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, id: t.Optional[str] = None, name: t.Optional[str] = None, owner: t.Optional[bool] = None, pretty: t.Optional[bool] = None, realm_name: t.Optional[str] = None, username: t.Optional[str] = None, with_limited_by: t.Optional[bool] = None, with_profile_uid: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_builtin_privileges(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_privileges(self, *, application: t.Optional[str] = None, name: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_role(self, *, name: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, include_implicit: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_role_mapping(self, *, name: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_service_accounts(self, *, namespace: t.Optional[str] = None, service: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_service_credentials(self, *, namespace: str, service: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_settings(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_stats(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "grant_type", "kerberos_ticket", "password", "refresh_token", "scope", "username", ), )
 async def get_token(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, grant_type: t.Optional[ t.Union[ str, t.Literal[ "_kerberos", "client_credentials", "password", "refresh_token" ], ] ] = None, human: t.Optional[bool] = None, kerberos_ticket: t.Optional[str] = None, password: t.Optional[str] = None, pretty: t.Optional[bool] = None, refresh_token: t.Optional[str] = None, scope: t.Optional[str] = None, username: t.Optional[str] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_user(self, *, username: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, with_profile_uid: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_user_privileges(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_user_profile(self, *, uid: t.Union[str, t.Sequence[str]], data: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "api_key", "grant_type", "access_token", "password", "run_as", "username", ), ignore_deprecated_options={"api_key"}, )
 async def grant_api_key(self, *, api_key: t.Optional[t.Mapping[str, t.Any]] = None, grant_type: t.Optional[ t.Union[str, t.Literal["access_token", "password"]] ] = None, access_token: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, password: t.Optional[str] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None, run_as: t.Optional[str] = None, username: t.Optional[str] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("application", "cluster", "index"), )
 async def has_privileges(self, *, user: t.Optional[str] = None, application: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, cluster: _loopmend_1.Any = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, index: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("privileges", "uids"), )
 async def has_privileges_user_profile(self, *, privileges: t.Optional[t.Mapping[str, t.Any]] = None, uids: t.Optional[t.Sequence[str]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("id", "ids", "name", "owner", "realm_name", "username"), )
 async def invalidate_api_key(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, id: t.Optional[str] = None, ids: t.Optional[t.Sequence[str]] = None, name: t.Optional[str] = None, owner: t.Optional[bool] = None, pretty: t.Optional[bool] = None, realm_name: t.Optional[str] = None, username: t.Optional[str] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("realm_name", "refresh_token", "token", "username"), )
 async def invalidate_token(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, realm_name: t.Optional[str] = None, refresh_token: t.Optional[str] = None, token: t.Optional[str] = None, username: t.Optional[str] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("nonce", "redirect_uri", "state", "realm"), )
 async def oidc_authenticate(self, *, nonce: t.Optional[str] = None, redirect_uri: t.Optional[str] = None, state: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, realm: t.Optional[str] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("token", "refresh_token"), )
 async def oidc_logout(self, *, token: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, refresh_token: t.Optional[str] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("iss", "login_hint", "nonce", "realm", "state"), )
 async def oidc_prepare_authentication(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, iss: t.Optional[str] = None, login_hint: t.Optional[str] = None, nonce: t.Optional[str] = None, pretty: t.Optional[bool] = None, realm: t.Optional[str] = None, state: t.Optional[str] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_name="privileges", )
 async def put_privileges(self, *, privileges: t.Optional[ t.Mapping[str, t.Mapping[str, t.Mapping[str, t.Any]]] ] = None, body: t.Optional[t.Mapping[str, t.Mapping[str, t.Mapping[str, t.Any]]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "applications", "cluster", "description", "global_", "indices", "metadata", "remote_cluster", "remote_indices", "run_as", "transient_metadata", ), parameter_aliases={"global": "global_"}, )
 async def put_role(self, *, name: str, applications: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, cluster: _loopmend_1.Any = None, description: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, global_: t.Optional[t.Mapping[str, t.Any]] = None, human: t.Optional[bool] = None, indices: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, metadata: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None, remote_cluster: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, remote_indices: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, run_as: t.Optional[t.Sequence[str]] = None, transient_metadata: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "enabled", "metadata", "role_templates", "roles", "rules", "run_as", ), )
 async def put_role_mapping(self, *, name: str, enabled: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, metadata: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None, role_templates: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, roles: t.Optional[t.Sequence[str]] = None, rules: t.Optional[t.Mapping[str, t.Any]] = None, run_as: t.Optional[t.Sequence[str]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "email", "enabled", "full_name", "metadata", "password", "password_hash", "roles", ), )
 async def put_user(self, *, username: str, email: t.Optional[t.Union[None, str]] = None, enabled: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, full_name: t.Optional[t.Union[None, str]] = None, human: t.Optional[bool] = None, metadata: t.Optional[t.Mapping[str, t.Any]] = None, password: t.Optional[str] = None, password_hash: t.Optional[str] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None, roles: t.Optional[t.Sequence[str]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "aggregations", "aggs", "from_", "query", "search_after", "size", "sort", ), parameter_aliases={"from": "from_"}, )
 async def query_api_keys(self, *, aggregations: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, aggs: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, query: t.Optional[t.Mapping[str, t.Any]] = None, search_after: t.Optional[ t.Sequence[t.Union[None, bool, float, int, str]] ] = None, size: t.Optional[int] = None, sort: t.Optional[ t.Union[ t.Sequence[t.Union[str, t.Mapping[str, t.Any]]], t.Union[str, t.Mapping[str, t.Any]], ] ] = None, typed_keys: t.Optional[bool] = None, with_limited_by: t.Optional[bool] = None, with_profile_uid: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("from_", "query", "search_after", "size", "sort"), parameter_aliases={"from": "from_"}, )
 async def query_role(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, query: t.Optional[t.Mapping[str, t.Any]] = None, search_after: t.Optional[ t.Sequence[t.Union[None, bool, float, int, str]] ] = None, size: t.Optional[int] = None, sort: t.Optional[ t.Union[ t.Sequence[t.Union[str, t.Mapping[str, t.Any]]], t.Union[str, t.Mapping[str, t.Any]], ] ] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("from_", "query", "search_after", "size", "sort"), parameter_aliases={"from": "from_"}, )
 async def query_user(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, query: t.Optional[t.Mapping[str, t.Any]] = None, search_after: t.Optional[ t.Sequence[t.Union[None, bool, float, int, str]] ] = None, size: t.Optional[int] = None, sort: t.Optional[ t.Union[ t.Sequence[t.Union[str, t.Mapping[str, t.Any]]], t.Union[str, t.Mapping[str, t.Any]], ] ] = None, with_profile_uid: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("content", "ids", "realm"), )
 async def saml_authenticate(self, *, content: t.Optional[str] = None, ids: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, realm: t.Optional[str] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("ids", "realm", "content", "query_string"), )
 async def saml_complete_logout(self, *, ids: t.Optional[t.Union[str, t.Sequence[str]]] = None, realm: t.Optional[str] = None, content: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, query_string: t.Optional[str] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("query_string", "acs", "realm"), )
 async def saml_invalidate(self, *, query_string: t.Optional[str] = None, acs: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, realm: t.Optional[str] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("token", "refresh_token"), )
 async def saml_logout(self, *, token: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, refresh_token: t.Optional[str] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("acs", "realm", "relay_state"), )
 async def saml_prepare_authentication(self, *, acs: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, realm: t.Optional[str] = None, relay_state: t.Optional[str] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def saml_service_provider_metadata(self, *, realm_name: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("data", "hint", "name", "size"), )
 async def suggest_user_profiles(self, *, data: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, hint: t.Optional[t.Mapping[str, t.Any]] = None, human: t.Optional[bool] = None, name: t.Optional[str] = None, pretty: t.Optional[bool] = None, size: t.Optional[int] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("expiration", "metadata", "role_descriptors"), )
 async def update_api_key(self, *, id: str, error_trace: t.Optional[bool] = None, expiration: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, metadata: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, role_descriptors: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("access", "certificate_identity", "expiration", "metadata"), )
 async def update_cross_cluster_api_key(self, *, id: str, access: t.Optional[t.Mapping[str, t.Any]] = None, certificate_identity: t.Optional[str] = None, error_trace: t.Optional[bool] = None, expiration: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, metadata: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("security", "security_profile", "security_tokens"), parameter_aliases={ "security-profile": "security_profile", "security-tokens": "security_tokens", }, )
 async def update_settings(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, security: t.Optional[t.Mapping[str, t.Any]] = None, security_profile: t.Optional[t.Mapping[str, t.Any]] = None, security_tokens: t.Optional[t.Mapping[str, t.Any]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("data", "labels"), )
 async def update_user_profile_data(self, *, uid: str, data: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, if_primary_term: t.Optional[int] = None, if_seq_no: t.Optional[int] = None, labels: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.shutdown
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import ( SKIP_IN_PATH, Stability, Visibility, _availability_warning, _quote, _rewrite_parameters, )
class ShutdownClient(NamespacedClient):
 @_rewrite_parameters()
 @_availability_warning(Stability.STABLE, Visibility.PRIVATE)
 async def delete_node(self, *, node_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.STABLE, Visibility.PRIVATE)
 async def get_node(self, *, node_id: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("reason", "type", "allocation_delay", "target_node_name"), )
 @_availability_warning(Stability.STABLE, Visibility.PRIVATE)
 async def put_node(self, *, node_id: str, reason: t.Optional[str] = None, type: t.Optional[ t.Union[str, t.Literal["remove", "replace", "restart"]] ] = None, allocation_delay: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, target_node_name: t.Optional[str] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.simulate
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import ( SKIP_IN_PATH, Stability, _availability_warning, _quote, _rewrite_parameters, )
class SimulateClient(NamespacedClient):
 @_rewrite_parameters( body_fields=( "docs", "component_template_substitutions", "index_template_substitutions", "mapping_addition", "pipeline_substitutions", ), )
 @_availability_warning(Stability.EXPERIMENTAL)
 async def ingest(self, *, docs: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, index: t.Optional[str] = None, component_template_substitutions: t.Optional[ t.Mapping[str, t.Mapping[str, t.Any]] ] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, index_template_substitutions: t.Optional[ t.Mapping[str, t.Mapping[str, t.Any]] ] = None, mapping_addition: t.Optional[t.Mapping[str, t.Any]] = None, merge_type: t.Optional[t.Union[str, t.Literal["index", "template"]]] = None, pipeline: t.Optional[str] = None, pipeline_substitutions: t.Optional[ t.Mapping[str, t.Mapping[str, t.Any]] ] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.slm
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import SKIP_IN_PATH, _quote, _rewrite_parameters
class SlmClient(NamespacedClient):
 @_rewrite_parameters()
 async def delete_lifecycle(self, *, policy_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def execute_lifecycle(self, *, policy_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def execute_retention(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_lifecycle(self, *, policy_id: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_stats(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_status(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("config", "name", "repository", "retention", "schedule"), )
 async def put_lifecycle(self, *, policy_id: str, config: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, name: t.Optional[str] = None, pretty: t.Optional[bool] = None, repository: t.Optional[str] = None, retention: t.Optional[t.Mapping[str, t.Any]] = None, schedule: t.Optional[str] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def start(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def stop(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.snapshot
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import ( SKIP_IN_PATH, Stability, _availability_warning, _quote, _rewrite_parameters, )
class SnapshotClient(NamespacedClient):
 @_rewrite_parameters()
 async def cleanup_repository(self, *, name: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("indices",), )
 async def clone(self, *, repository: str, snapshot: str, target_snapshot: str, indices: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "expand_wildcards", "feature_states", "ignore_unavailable", "include_global_state", "indices", "metadata", "partial", ), )
 async def create(self, *, repository: str, snapshot: str, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, feature_states: t.Optional[t.Sequence[str]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, include_global_state: t.Optional[bool] = None, indices: t.Optional[t.Union[str, t.Sequence[str]]] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, metadata: t.Optional[t.Mapping[str, t.Any]] = None, partial: t.Optional[bool] = None, pretty: t.Optional[bool] = None, wait_for_completion: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_name="repository", )
 async def create_repository(self, *, name: str, repository: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, verify: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete(self, *, repository: str, snapshot: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, wait_for_completion: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_repository(self, *, name: t.Union[str, t.Sequence[str]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get(self, *, repository: str, snapshot: t.Union[str, t.Sequence[str]], after: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_sort_value: t.Optional[str] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, include_repository: t.Optional[bool] = None, index_details: t.Optional[bool] = None, index_names: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, offset: t.Optional[int] = None, order: t.Optional[t.Union[str, t.Literal["asc", "desc"]]] = None, pretty: t.Optional[bool] = None, size: t.Optional[int] = None, slm_policy_filter: t.Optional[str] = None, sort: t.Optional[ t.Union[ str, t.Literal[ "duration", "failed_shard_count", "index_count", "name", "repository", "shard_count", "start_time", ], ] ] = None, state: t.Optional[ t.Union[ t.Sequence[ t.Union[ str, t.Literal[ "FAILED", "INCOMPATIBLE", "IN_PROGRESS", "PARTIAL", "SUCCESS", ], ] ], t.Union[ str, t.Literal[ "FAILED", "INCOMPATIBLE", "IN_PROGRESS", "PARTIAL", "SUCCESS" ], ], ] ] = None, verbose: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_repository(self, *, name: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, local: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def repository_analyze(self, *, name: str, blob_count: t.Optional[int] = None, check_overwrite_protection: t.Optional[bool] = None, concurrency: t.Optional[int] = None, detailed: t.Optional[bool] = None, early_read_node_count: t.Optional[int] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, max_blob_size: t.Optional[t.Union[int, str]] = None, max_total_data_size: t.Optional[t.Union[int, str]] = None, pretty: t.Optional[bool] = None, rare_action_probability: t.Optional[float] = None, rarely_abort_writes: t.Optional[bool] = None, read_node_count: t.Optional[int] = None, register_operation_count: t.Optional[int] = None, seed: t.Optional[int] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def repository_verify_integrity(self, *, name: t.Union[str, t.Sequence[str]], blob_thread_pool_concurrency: t.Optional[int] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, index_snapshot_verification_concurrency: t.Optional[int] = None, index_verification_concurrency: t.Optional[int] = None, max_bytes_per_sec: t.Optional[str] = None, max_failed_shard_snapshots: t.Optional[int] = None, meta_thread_pool_concurrency: t.Optional[int] = None, pretty: t.Optional[bool] = None, snapshot_verification_concurrency: t.Optional[int] = None, verify_blob_contents: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "feature_states", "ignore_index_settings", "ignore_unavailable", "include_aliases", "include_global_state", "index_settings", "indices", "partial", "rename_pattern", "rename_replacement", ), )
 async def restore(self, *, repository: str, snapshot: str, error_trace: t.Optional[bool] = None, feature_states: t.Optional[t.Sequence[str]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_index_settings: t.Optional[t.Sequence[str]] = None, ignore_unavailable: t.Optional[bool] = None, include_aliases: t.Optional[bool] = None, include_global_state: t.Optional[bool] = None, index_settings: t.Optional[t.Mapping[str, t.Any]] = None, indices: t.Optional[t.Union[str, t.Sequence[str]]] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, partial: t.Optional[bool] = None, pretty: t.Optional[bool] = None, rename_pattern: t.Optional[str] = None, rename_replacement: t.Optional[str] = None, wait_for_completion: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def status(self, *, repository: t.Optional[str] = None, snapshot: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def verify_repository(self, *, name: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.sql
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import SKIP_IN_PATH, _quote, _rewrite_parameters
class SqlClient(NamespacedClient):
 @_rewrite_parameters( body_fields=("cursor",), )
 async def clear_cursor(self, *, cursor: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_async(self, *, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_async(self, *, id: str, delimiter: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[str] = None, human: t.Optional[bool] = None, keep_alive: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, wait_for_completion_timeout: t.Optional[ t.Union[str, t.Literal[-1], t.Literal[0]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_async_status(self, *, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def query(self, *, allow_partial_search_results: t.Optional[bool] = None, catalog: t.Optional[str] = None, columnar: t.Optional[bool] = None, cursor: t.Optional[str] = None, error_trace: t.Optional[bool] = None, fetch_size: t.Optional[int] = None, field_multi_value_leniency: t.Optional[bool] = None, filter: t.Optional[t.Mapping[str, t.Any]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[ t.Union[ str, t.Literal["cbor", "csv", "json", "smile", "tsv", "txt", "yaml"] ] ] = None, human: t.Optional[bool] = None, index_using_frozen: t.Optional[bool] = None, keep_alive: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, keep_on_completion: t.Optional[bool] = None, page_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, params: t.Optional[t.Sequence[t.Any]] = None, pretty: t.Optional[bool] = None, project_routing: t.Optional[str] = None, query: t.Optional[str] = None, request_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, runtime_mappings: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, time_zone: t.Optional[str] = None, wait_for_completion_timeout: t.Optional[ t.Union[str, t.Literal[-1], t.Literal[0]] ] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("query", "fetch_size", "filter", "time_zone"), )
 async def translate(self, *, query: t.Optional[str] = None, error_trace: t.Optional[bool] = None, fetch_size: t.Optional[int] = None, filter: t.Optional[t.Mapping[str, t.Any]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, time_zone: t.Optional[str] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.ssl
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import _rewrite_parameters
class SslClient(NamespacedClient):
 @_rewrite_parameters()
 async def certificates(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.streams
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse, TextApiResponse
from ._base import NamespacedClient
from .utils import ( SKIP_IN_PATH, Stability, _availability_warning, _quote, _rewrite_parameters, )
class StreamsClient(NamespacedClient):
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def logs_disable(self, *, name: t.Union[str, t.Literal["logs", "logs.ecs", "logs.otel"]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> t.Union[ObjectApiResponse[t.Any], TextApiResponse]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def logs_enable(self, *, name: t.Union[str, t.Literal["logs", "logs.ecs", "logs.otel"]], error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> t.Union[ObjectApiResponse[t.Any], TextApiResponse]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def status(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.synonyms
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import SKIP_IN_PATH, _quote, _rewrite_parameters
class SynonymsClient(NamespacedClient):
 @_rewrite_parameters()
 async def delete_synonym(self, *, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_synonym_rule(self, *, set_id: str, rule_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( parameter_aliases={"from": "from_"}, )
 async def get_synonym(self, *, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, search_after: t.Optional[str] = None, size: t.Optional[int] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_synonym_rule(self, *, set_id: str, rule_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( parameter_aliases={"from": "from_"}, )
 async def get_synonyms_sets(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, size: t.Optional[int] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("synonyms_set",), )
 async def put_synonym(self, *, id: str, synonyms_set: t.Optional[ t.Union[t.Mapping[str, t.Any], t.Sequence[t.Mapping[str, t.Any]]] ] = None, append: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("synonyms",), )
 async def put_synonym_rule(self, *, set_id: str, rule_id: str, synonyms: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.tasks
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import ( SKIP_IN_PATH, Stability, _availability_warning, _quote, _rewrite_parameters, )
class TasksClient(NamespacedClient):
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def cancel(self, *, task_id: t.Optional[str] = None, actions: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, nodes: t.Optional[t.Sequence[str]] = None, parent_task_id: t.Optional[str] = None, pretty: t.Optional[bool] = None, wait_for_completion: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def get(self, *, task_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, follow_relocations: t.Optional[bool] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, wait_for_completion: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 @_availability_warning(Stability.EXPERIMENTAL)
 async def list(self, *, actions: t.Optional[t.Union[str, t.Sequence[str]]] = None, detailed: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, group_by: t.Optional[ t.Union[str, t.Literal["nodes", "none", "parents"]] ] = None, human: t.Optional[bool] = None, nodes: t.Optional[t.Union[str, t.Sequence[str]]] = None, parent_task_id: t.Optional[str] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, wait_for_completion: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.text_structure
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import _rewrite_parameters
class TextStructureClient(NamespacedClient):
 @_rewrite_parameters()
 async def find_field_structure(self, *, field: str, index: str, column_names: t.Optional[t.Union[str, t.Sequence[str]]] = None, delimiter: t.Optional[str] = None, documents_to_sample: t.Optional[int] = None, ecs_compatibility: t.Optional[t.Union[str, t.Literal["disabled", "v1"]]] = None, error_trace: t.Optional[bool] = None, explain: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[ t.Union[ str, t.Literal["delimited", "ndjson", "semi_structured_text", "xml"] ] ] = None, grok_pattern: t.Optional[str] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, quote: t.Optional[str] = None, should_parse_recursively: t.Optional[bool] = None, should_trim_fields: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, timestamp_field: t.Optional[str] = None, timestamp_format: t.Optional[str] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("messages",), )
 async def find_message_structure(self, *, messages: t.Optional[t.Sequence[str]] = None, column_names: t.Optional[t.Union[str, t.Sequence[str]]] = None, delimiter: t.Optional[str] = None, ecs_compatibility: t.Optional[t.Union[str, t.Literal["disabled", "v1"]]] = None, error_trace: t.Optional[bool] = None, explain: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, format: t.Optional[ t.Union[ str, t.Literal["delimited", "ndjson", "semi_structured_text", "xml"] ] ] = None, grok_pattern: t.Optional[str] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, quote: t.Optional[str] = None, should_parse_recursively: t.Optional[bool] = None, should_trim_fields: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, timestamp_field: t.Optional[str] = None, timestamp_format: t.Optional[str] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_name="text_files", )
 async def find_structure(self, *, text_files: t.Optional[t.Sequence[t.Any]] = None, body: t.Optional[t.Sequence[t.Any]] = None, charset: t.Optional[str] = None, column_names: t.Optional[t.Union[str, t.Sequence[str]]] = None, delimiter: t.Optional[str] = None, ecs_compatibility: t.Optional[str] = None, explain: t.Optional[bool] = None, format: t.Optional[ t.Union[ str, t.Literal["delimited", "ndjson", "semi_structured_text", "xml"] ] ] = None, grok_pattern: t.Optional[str] = None, has_header_row: t.Optional[bool] = None, line_merge_size_limit: t.Optional[int] = None, lines_to_sample: t.Optional[int] = None, quote: t.Optional[str] = None, should_parse_recursively: t.Optional[bool] = None, should_trim_fields: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, timestamp_field: t.Optional[str] = None, timestamp_format: t.Optional[str] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("grok_pattern", "text"), )
 async def test_grok_pattern(self, *, grok_pattern: t.Optional[str] = None, text: t.Optional[t.Sequence[str]] = None, ecs_compatibility: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.transform
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import SKIP_IN_PATH, _quote, _rewrite_parameters
class TransformClient(NamespacedClient):
 @_rewrite_parameters()
 async def delete_transform(self, *, transform_id: str, delete_dest_index: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, force: t.Optional[bool] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_node_stats(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( parameter_aliases={"from": "from_"}, )
 async def get_transform(self, *, transform_id: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_match: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, exclude_generated: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, size: t.Optional[int] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( parameter_aliases={"from": "from_"}, )
 async def get_transform_stats(self, *, transform_id: t.Union[str, t.Sequence[str]], allow_no_match: t.Optional[bool] = None, basic: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, size: t.Optional[int] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "description", "dest", "frequency", "latest", "pivot", "retention_policy", "settings", "source", "sync", ), )
 async def preview_transform(self, *, transform_id: t.Optional[str] = None, description: t.Optional[str] = None, dest: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, frequency: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, human: t.Optional[bool] = None, latest: t.Optional[t.Mapping[str, t.Any]] = None, pivot: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, retention_policy: t.Optional[t.Mapping[str, t.Any]] = None, settings: t.Optional[t.Mapping[str, t.Any]] = None, source: t.Optional[t.Mapping[str, t.Any]] = None, sync: t.Optional[t.Mapping[str, t.Any]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "dest", "source", "description", "frequency", "latest", "meta", "pivot", "retention_policy", "settings", "sync", ), parameter_aliases={"_meta": "meta"}, )
 async def put_transform(self, *, transform_id: str, dest: t.Optional[t.Mapping[str, t.Any]] = None, source: t.Optional[t.Mapping[str, t.Any]] = None, defer_validation: t.Optional[bool] = None, description: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, frequency: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, human: t.Optional[bool] = None, latest: t.Optional[t.Mapping[str, t.Any]] = None, meta: t.Optional[t.Mapping[str, t.Any]] = None, pivot: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, retention_policy: t.Optional[t.Mapping[str, t.Any]] = None, settings: t.Optional[t.Mapping[str, t.Any]] = None, sync: t.Optional[t.Mapping[str, t.Any]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def reset_transform(self, *, transform_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, force: t.Optional[bool] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def schedule_now_transform(self, *, transform_id: str, defer: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def set_upgrade_mode(self, *, enabled: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( parameter_aliases={"from": "from_"}, )
 async def start_transform(self, *, transform_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[str] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def stop_transform(self, *, transform_id: str, allow_no_match: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, force: t.Optional[bool] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, wait_for_checkpoint: t.Optional[bool] = None, wait_for_completion: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "description", "dest", "frequency", "meta", "retention_policy", "settings", "source", "sync", ), parameter_aliases={"_meta": "meta"}, )
 async def update_transform(self, *, transform_id: str, defer_validation: t.Optional[bool] = None, description: t.Optional[str] = None, dest: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, frequency: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, human: t.Optional[bool] = None, meta: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, retention_policy: t.Optional[t.Union[None, t.Mapping[str, t.Any]]] = None, settings: t.Optional[t.Mapping[str, t.Any]] = None, source: t.Optional[t.Mapping[str, t.Any]] = None, sync: t.Optional[t.Mapping[str, t.Any]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def upgrade_transforms(self, *, dry_run: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.watcher
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import SKIP_IN_PATH, _quote, _rewrite_parameters
class WatcherClient(NamespacedClient):
 @_rewrite_parameters()
 async def ack_watch(self, *, watch_id: str, action_id: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def activate_watch(self, *, watch_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def deactivate_watch(self, *, watch_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def delete_watch(self, *, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "action_modes", "alternative_input", "ignore_condition", "record_execution", "simulated_actions", "trigger_data", "watch", ), )
 async def execute_watch(self, *, id: t.Optional[str] = None, action_modes: t.Optional[ t.Mapping[ str, t.Union[ str, t.Literal[ "execute", "force_execute", "force_simulate", "simulate", "skip" ], ], ] ] = None, alternative_input: t.Optional[t.Mapping[str, t.Any]] = None, debug: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_condition: t.Optional[bool] = None, pretty: t.Optional[bool] = None, record_execution: t.Optional[bool] = None, simulated_actions: t.Optional[t.Mapping[str, t.Any]] = None, trigger_data: t.Optional[t.Mapping[str, t.Any]] = None, watch: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_settings(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def get_watch(self, *, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "actions", "condition", "input", "metadata", "throttle_period", "throttle_period_in_millis", "transform", "trigger", ), )
 async def put_watch(self, *, id: str, actions: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, active: t.Optional[bool] = None, condition: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, if_primary_term: t.Optional[int] = None, if_seq_no: t.Optional[int] = None, input: t.Optional[t.Mapping[str, t.Any]] = None, metadata: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, throttle_period: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, throttle_period_in_millis: t.Optional[t.Any] = None, transform: t.Optional[t.Mapping[str, t.Any]] = None, trigger: t.Optional[t.Mapping[str, t.Any]] = None, version: t.Optional[int] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("from_", "query", "search_after", "size", "sort"), parameter_aliases={"from": "from_"}, )
 async def query_watches(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, query: t.Optional[t.Mapping[str, t.Any]] = None, search_after: t.Optional[ t.Sequence[t.Union[None, bool, float, int, str]] ] = None, size: t.Optional[int] = None, sort: t.Optional[ t.Union[ t.Sequence[t.Union[str, t.Mapping[str, t.Any]]], t.Union[str, t.Mapping[str, t.Any]], ] ] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def start(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def stats(self, *, metric: t.Optional[ t.Union[ t.Sequence[ t.Union[ str, t.Literal[ "_all", "current_watches", "pending_watches", "queued_watches", ], ] ], t.Union[ str, t.Literal[ "_all", "current_watches", "pending_watches", "queued_watches" ], ], ] ] = None, emit_stacktraces: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def stop(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("index_auto_expand_replicas", "index_number_of_replicas"), parameter_aliases={ "index.auto_expand_replicas": "index_auto_expand_replicas", "index.number_of_replicas": "index_number_of_replicas", }, )
 async def update_settings(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, index_auto_expand_replicas: t.Optional[str] = None, index_number_of_replicas: t.Optional[int] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.client.xpack
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import _rewrite_parameters
class XPackClient(NamespacedClient):
 def __getattr__(self, attr_name: str) -> t.Any: ...
 @_rewrite_parameters()
 async def info(self, *, accept_enterprise: t.Optional[bool] = None, categories: t.Optional[ t.Sequence[t.Union[str, t.Literal["build", "features", "license"]]] ] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 async def usage(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._async.helpers
import typing as _loopmend_0
import asyncio
import logging
from typing import ( Any, AsyncIterable, AsyncIterator, Callable, Collection, Dict, Iterable, List, MutableMapping, Optional, Tuple, TypeVar, Union, )
import sniffio
from anyio import create_memory_object_stream, create_task_group, move_on_after
from ..exceptions import ApiError, NotFoundError, TransportError
from ..helpers.actions import ( _TYPE_BULK_ACTION, _TYPE_BULK_ACTION_BODY, _TYPE_BULK_ACTION_HEADER, _TYPE_BULK_ACTION_HEADER_AND_BODY, _TYPE_BULK_ACTION_HEADER_WITH_META_AND_BODY, _TYPE_BULK_ACTION_WITH_META, BulkMeta, _ActionChunker, _process_bulk_chunk_error, _process_bulk_chunk_success, expand_action, )
from ..helpers.errors import ScanError
from ..serializer import Serializer
from .client import AsyncElasticsearch
logger = logging.getLogger("elasticsearch.helpers")
T = TypeVar("T")
async def _sleep(seconds: float) -> None: ...
def _chunk_actions(actions: AsyncIterable[_TYPE_BULK_ACTION_HEADER_WITH_META_AND_BODY], chunk_size: int, max_chunk_bytes: int, flush_after_seconds: Optional[float], serializer: Serializer) -> AsyncIterable[ Tuple[ List[ Union[ Tuple[_TYPE_BULK_ACTION_HEADER], Tuple[_TYPE_BULK_ACTION_HEADER, _TYPE_BULK_ACTION_BODY], ] ], List[bytes], ] ]: ...
def _process_bulk_chunk(client: AsyncElasticsearch, bulk_actions: List[bytes], bulk_data: List[ Union[ Tuple[_TYPE_BULK_ACTION_HEADER], Tuple[_TYPE_BULK_ACTION_HEADER, _TYPE_BULK_ACTION_BODY], ] ], raise_on_exception: bool = ..., raise_on_error: bool = ..., ignore_status: Union[int, Collection[int]] = ..., *args: Any, **kwargs: Any) -> AsyncIterable[Tuple[bool, Dict[str, Any]]]: ...
def aiter(x: Union[Iterable[T], AsyncIterable[T]]) -> AsyncIterator[T]: ...
def azip(*iterables: Union[Iterable[T], AsyncIterable[T]]) -> AsyncIterable[Tuple[T, ...]]: ...
def async_streaming_bulk(client: AsyncElasticsearch, actions: Union[ Iterable[_TYPE_BULK_ACTION_WITH_META], AsyncIterable[_TYPE_BULK_ACTION_WITH_META], ], chunk_size: int = ..., max_chunk_bytes: int = ..., flush_after_seconds: Optional[float] = None, raise_on_error: bool = ..., expand_action_callback: Callable[ [_TYPE_BULK_ACTION], _TYPE_BULK_ACTION_HEADER_AND_BODY ] = ..., raise_on_exception: bool = ..., max_retries: int = ..., initial_backoff: float = ..., max_backoff: float = ..., yield_ok: bool = ..., ignore_status: Union[int, Collection[int]] = ..., retry_on_status: Union[int, Collection[int]] = ..., *args: Any, **kwargs: Any) -> AsyncIterable[Tuple[bool, Dict[str, Any]]]: ...
async def async_bulk(client: AsyncElasticsearch, actions: Union[Iterable[_TYPE_BULK_ACTION], AsyncIterable[_TYPE_BULK_ACTION]], stats_only: bool = ..., ignore_status: Union[int, Collection[int]] = ..., *args: Any, **kwargs: Any) -> Tuple[int, Union[int, List[Any]]]: ...
def async_scan(client: AsyncElasticsearch, query: Optional[Any] = None, scroll: str = ..., raise_on_error: bool = ..., preserve_order: bool = ..., size: int = ..., request_timeout: Optional[float] = None, clear_scroll: bool = ..., scroll_kwargs: Optional[MutableMapping[str, Any]] = None, **kwargs: Any) -> AsyncIterable[Dict[str, Any]]: ...
async def async_reindex(client: AsyncElasticsearch, source_index: Union[str, Collection[str]], target_index: str, query: Any = None, target_client: Optional[AsyncElasticsearch] = None, chunk_size: int = ..., scroll: str = ..., op_type: Optional[str] = None, scan_kwargs: MutableMapping[str, Any] = ..., bulk_kwargs: MutableMapping[str, Any] = ...) -> Tuple[int, Union[int, List[Any]]]: ...

=== elasticsearch._sync package

=== elasticsearch._sync.client package
import elastic_transport._models as _loopmend_2
import elastic_transport._response as _loopmend_1
import elasticsearch._sync.client as _loopmend_0
import elasticsearch._sync.client.async_search as _loopmend_4
import elasticsearch._sync.client.autoscaling as _loopmend_5
import elasticsearch._sync.client.cat as _loopmend_6
import elasticsearch._sync.client.ccr as _loopmend_18
import elasticsearch._sync.client.cluster as _loopmend_7
import elasticsearch._sync.client.connector as _loopmend_8
import elasticsearch._sync.client.dangling_indices as _loopmend_19
import elasticsearch._sync.client.encryption as _loopmend_20
import elasticsearch._sync.client.enrich as _loopmend_21
import elasticsearch._sync.client.eql as _loopmend_22
import elasticsearch._sync.client.esql as _loopmend_23
import elasticsearch._sync.client.features as _loopmend_10
import elasticsearch._sync.client.fleet as _loopmend_9
import elasticsearch._sync.client.graph as _loopmend_24
import elasticsearch._sync.client.ilm as _loopmend_25
import elasticsearch._sync.client.indices as _loopmend_11
import elasticsearch._sync.client.inference as _loopmend_12
import elasticsearch._sync.client.ingest as _loopmend_13
import elasticsearch._sync.client.license as _loopmend_26
import elasticsearch._sync.client.logstash as _loopmend_27
import elasticsearch._sync.client.migration as _loopmend_28
import elasticsearch._sync.client.ml as _loopmend_29
import elasticsearch._sync.client.monitoring as _loopmend_30
import elasticsearch._sync.client.nodes as _loopmend_14
import elasticsearch._sync.client.project as _loopmend_31
import elasticsearch._sync.client.query_rules as _loopmend_32
import elasticsearch._sync.client.rollup as _loopmend_33
import elasticsearch._sync.client.search_application as _loopmend_34
import elasticsearch._sync.client.searchable_snapshots as _loopmend_35
import elasticsearch._sync.client.security as _loopmend_36
import elasticsearch._sync.client.shutdown as _loopmend_39
import elasticsearch._sync.client.simulate as _loopmend_38
import elasticsearch._sync.client.slm as _loopmend_37
import elasticsearch._sync.client.snapshot as _loopmend_15
import elasticsearch._sync.client.sql as _loopmend_40
import elasticsearch._sync.client.ssl as _loopmend_41
import elasticsearch._sync.client.streams as _loopmend_42
import elasticsearch._sync.client.synonyms as _loopmend_43
import elasticsearch._sync.client.tasks as _loopmend_16
import elasticsearch._sync.client.text_structure as _loopmend_44
import elasticsearch._sync.client.transform as _loopmend_45
import elasticsearch._sync.client.watcher as _loopmend_46
import elasticsearch._sync.client.xpack as _loopmend_17
import typing as _loopmend_3
import logging
import typing as t
from elastic_transport import ( BaseNode, BinaryApiResponse, HeadApiResponse, NodeConfig, NodePool, NodeSelector, ObjectApiResponse, Serializer, Transport, )
from elastic_transport.client_utils import DEFAULT, DefaultType
from ...exceptions import ApiError, TransportError
from ...serializer import DEFAULT_SERIALIZERS
from ._base import ( BaseClient, create_sniff_callback, default_sniff_callback, resolve_auth_headers, )
from .async_search import AsyncSearchClient
from .autoscaling import AutoscalingClient
from .cat import CatClient
from .ccr import CcrClient
from .cluster import ClusterClient
from .connector import ConnectorClient
from .dangling_indices import DanglingIndicesClient
from .encryption import EncryptionClient
from .enrich import EnrichClient
from .eql import EqlClient
from .esql import EsqlClient
from .features import FeaturesClient
from .fleet import FleetClient
from .graph import GraphClient
from .ilm import IlmClient
from .indices import IndicesClient
from .inference import InferenceClient
from .ingest import IngestClient
from .license import LicenseClient
from .logstash import LogstashClient
from .migration import MigrationClient
from .ml import MlClient
from .monitoring import MonitoringClient
from .nodes import NodesClient
from .project import ProjectClient
from .query_rules import QueryRulesClient
from .rollup import RollupClient
from .search_application import SearchApplicationClient
from .searchable_snapshots import SearchableSnapshotsClient
from .security import SecurityClient
from .shutdown import ShutdownClient
from .simulate import SimulateClient
from .slm import SlmClient
from .snapshot import SnapshotClient
from .sql import SqlClient
from .ssl import SslClient
from .streams import StreamsClient
from .synonyms import SynonymsClient
from .tasks import TasksClient
from .text_structure import TextStructureClient
from .transform import TransformClient
from .utils import ( _TYPE_HOSTS, CLIENT_META_SERVICE, SKIP_IN_PATH, Stability, _availability_warning, _quote, _rewrite_parameters, client_node_configs, is_requests_http_auth, is_requests_node_class, )
from .watcher import WatcherClient
from .xpack import XPackClient
logger = logging.getLogger("elasticsearch")
SelfType = t.TypeVar("SelfType", bound="Elasticsearch")
class Elasticsearch(BaseClient):
 def __init__(self, hosts: t.Optional[_TYPE_HOSTS] = None, *, cloud_id: t.Optional[str] = None, api_key: t.Optional[t.Union[str, t.Tuple[str, str]]] = None, basic_auth: t.Optional[t.Union[str, t.Tuple[str, str]]] = None, bearer_auth: t.Optional[str] = None, opaque_id: t.Optional[str] = None, server_mode: str = ..., headers: t.Union[DefaultType, t.Mapping[str, str]] = ..., connections_per_node: t.Union[DefaultType, int] = ..., http_compress: t.Union[DefaultType, bool] = ..., verify_certs: t.Union[DefaultType, bool] = ..., ca_certs: t.Union[DefaultType, str] = ..., client_cert: t.Union[DefaultType, str] = ..., client_key: t.Union[DefaultType, str] = ..., ssl_assert_hostname: t.Union[DefaultType, str] = ..., ssl_assert_fingerprint: t.Union[DefaultType, str] = ..., ssl_version: t.Union[DefaultType, int] = ..., ssl_context: t.Union[DefaultType, t.Any] = ..., ssl_show_warn: t.Union[DefaultType, bool] = ..., transport_class: t.Type[Transport] = ..., request_timeout: t.Union[DefaultType, None, float] = ..., node_class: t.Union[DefaultType, t.Type[BaseNode]] = ..., node_pool_class: t.Union[DefaultType, t.Type[NodePool]] = ..., randomize_nodes_in_pool: t.Union[DefaultType, bool] = ..., node_selector_class: t.Union[DefaultType, t.Type[NodeSelector]] = ..., dead_node_backoff_factor: t.Union[DefaultType, float] = ..., max_dead_node_backoff: t.Union[DefaultType, float] = ..., serializer: t.Optional[Serializer] = None, serializers: t.Union[DefaultType, t.Mapping[str, Serializer]] = ..., default_mimetype: str = ..., max_retries: t.Union[DefaultType, int] = ..., retry_on_status: t.Union[DefaultType, int, t.Collection[int]] = ..., retry_on_timeout: t.Union[DefaultType, bool] = ..., retry_backoff_base: t.Union[DefaultType, float] = ..., retry_backoff_cap: t.Union[DefaultType, float] = ..., sniff_on_start: t.Union[DefaultType, bool] = ..., sniff_before_requests: t.Union[DefaultType, bool] = ..., sniff_on_node_failure: t.Union[DefaultType, bool] = ..., sniff_timeout: t.Union[DefaultType, None, float] = ..., min_delay_between_sniffing: t.Union[DefaultType, None, float] = ..., sniffed_node_callback: t.Optional[ t.Callable[[t.Dict[str, t.Any], NodeConfig], t.Optional[NodeConfig]] ] = None, meta_header: t.Union[DefaultType, bool] = ..., http_auth: t.Union[DefaultType, t.Any] = ..., _transport: t.Optional[Transport] = None) -> None: ...
 def __repr__(self) -> str: ...
 def __enter__(self) -> "Elasticsearch": ...
 def __exit__(self, *_: t.Any) -> None: ...
 def options(self: SelfType, *, opaque_id: t.Union[DefaultType, str] = ..., api_key: t.Union[DefaultType, str, t.Tuple[str, str]] = ..., basic_auth: t.Union[DefaultType, str, t.Tuple[str, str]] = ..., bearer_auth: t.Union[DefaultType, str] = ..., headers: t.Union[DefaultType, t.Mapping[str, str]] = ..., request_timeout: t.Union[DefaultType, t.Optional[float]] = ..., ignore_status: t.Union[DefaultType, int, t.Collection[int]] = ..., max_retries: t.Union[DefaultType, int] = ..., retry_on_status: t.Union[DefaultType, int, t.Collection[int]] = ..., retry_on_timeout: t.Union[DefaultType, bool] = ..., retry_backoff_base: t.Union[DefaultType, float] = ..., retry_backoff_cap: t.Union[DefaultType, float] = ...) -> SelfType: ...
 def close(self) -> None: ...
 @_rewrite_parameters()
 def ping(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[t.List[str], str]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> bool: ...
 @_rewrite_parameters( body_name="operations", parameter_aliases={ "_source": "source", "_source_excludes": "source_excludes", "_source_includes": "source_includes", }, )
 def bulk(self, *, operations: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, body: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, index: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, include_source_on_error: t.Optional[bool] = None, list_executed_pipelines: t.Optional[bool] = None, pipeline: t.Optional[str] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None, require_alias: t.Optional[bool] = None, require_data_stream: t.Optional[bool] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, source: t.Optional[t.Union[bool, t.Union[str, t.Sequence[str]]]] = None, source_excludes: t.Optional[t.Union[str, t.Sequence[str]]] = None, source_includes: t.Optional[t.Union[str, t.Sequence[str]]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, wait_for_active_shards: t.Optional[ t.Union[int, t.Union[str, t.Literal["all", "index-setting"]]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 def cancel_reindex(self, *, task_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, wait_for_completion: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("scroll_id",), )
 def clear_scroll(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, scroll_id: t.Optional[t.Union[str, t.Sequence[str]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("id",), )
 def close_point_in_time(self, *, id: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("project_routing", "query"), )
 def count(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_indices: t.Optional[bool] = None, analyze_wildcard: t.Optional[bool] = None, analyzer: t.Optional[str] = None, default_operator: t.Optional[t.Union[str, t.Literal["and", "or"]]] = None, df: t.Optional[str] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_throttled: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, lenient: t.Optional[bool] = None, min_score: t.Optional[float] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, project_routing: t.Optional[str] = None, q: t.Optional[str] = None, query: t.Optional[t.Mapping[str, t.Any]] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, stats: t.Optional[t.Union[str, t.Sequence[str]]] = None, terminate_after: t.Optional[int] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_name="document", )
 def create(self, *, index: str, id: str, document: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, include_source_on_error: t.Optional[bool] = None, pipeline: t.Optional[str] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None, require_alias: t.Optional[bool] = None, require_data_stream: t.Optional[bool] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, version: t.Optional[int] = None, version_type: t.Optional[ t.Union[str, t.Literal["external", "external_gte", "internal"]] ] = None, wait_for_active_shards: t.Optional[ t.Union[int, t.Union[str, t.Literal["all", "index-setting"]]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 def delete(self, *, index: str, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, if_primary_term: t.Optional[int] = None, if_seq_no: t.Optional[int] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, version: t.Optional[int] = None, version_type: t.Optional[ t.Union[str, t.Literal["external", "external_gte", "internal"]] ] = None, wait_for_active_shards: t.Optional[ t.Union[int, t.Union[str, t.Literal["all", "index-setting"]]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("max_docs", "query", "slice", "sort"), parameter_aliases={"from": "from_"}, )
 def delete_by_query(self, *, index: t.Union[str, t.Sequence[str]], allow_no_indices: t.Optional[bool] = None, analyze_wildcard: t.Optional[bool] = None, analyzer: t.Optional[str] = None, conflicts: t.Optional[t.Union[str, t.Literal["abort", "proceed"]]] = None, default_operator: t.Optional[t.Union[str, t.Literal["and", "or"]]] = None, df: t.Optional[str] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, lenient: t.Optional[bool] = None, max_docs: t.Optional[int] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, q: t.Optional[str] = None, query: t.Optional[t.Mapping[str, t.Any]] = None, refresh: t.Optional[bool] = None, request_cache: t.Optional[bool] = None, requests_per_second: t.Optional[float] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, scroll: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, scroll_size: t.Optional[int] = None, search_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, search_type: t.Optional[ t.Union[str, t.Literal["dfs_query_then_fetch", "query_then_fetch"]] ] = None, slice: t.Optional[t.Mapping[str, t.Any]] = None, slices: t.Optional[t.Union[int, t.Union[str, t.Literal["auto"]]]] = None, sort: t.Optional[ t.Union[ t.Sequence[t.Union[str, t.Mapping[str, t.Any]]], t.Union[str, t.Mapping[str, t.Any]], ] ] = None, stats: t.Optional[t.Sequence[str]] = None, terminate_after: t.Optional[int] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, version: t.Optional[bool] = None, wait_for_active_shards: t.Optional[ t.Union[int, t.Union[str, t.Literal["all", "index-setting"]]] ] = None, wait_for_completion: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 def delete_by_query_rethrottle(self, *, task_id: str, requests_per_second: float, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 def delete_script(self, *, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( parameter_aliases={ "_source": "source", "_source_excludes": "source_excludes", "_source_includes": "source_includes", }, )
 def exists(self, *, index: str, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, realtime: t.Optional[bool] = None, refresh: t.Optional[bool] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, source: t.Optional[t.Union[bool, t.Union[str, t.Sequence[str]]]] = None, source_excludes: t.Optional[t.Union[str, t.Sequence[str]]] = None, source_includes: t.Optional[t.Union[str, t.Sequence[str]]] = None, stored_fields: t.Optional[t.Union[str, t.Sequence[str]]] = None, version: t.Optional[int] = None, version_type: t.Optional[ t.Union[str, t.Literal["external", "external_gte", "internal"]] ] = None) -> HeadApiResponse: ...
 @_rewrite_parameters( parameter_aliases={ "_source": "source", "_source_excludes": "source_excludes", "_source_includes": "source_includes", }, )
 def exists_source(self, *, index: str, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, realtime: t.Optional[bool] = None, refresh: t.Optional[bool] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, source: t.Optional[t.Union[bool, t.Union[str, t.Sequence[str]]]] = None, source_excludes: t.Optional[t.Union[str, t.Sequence[str]]] = None, source_includes: t.Optional[t.Union[str, t.Sequence[str]]] = None, version: t.Optional[int] = None, version_type: t.Optional[ t.Union[str, t.Literal["external", "external_gte", "internal"]] ] = None) -> HeadApiResponse: ...
 @_rewrite_parameters( body_fields=("query",), parameter_aliases={ "_source": "source", "_source_excludes": "source_excludes", "_source_includes": "source_includes", }, )
 def explain(self, *, index: str, id: str, analyze_wildcard: t.Optional[bool] = None, analyzer: t.Optional[str] = None, default_operator: t.Optional[t.Union[str, t.Literal["and", "or"]]] = None, df: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, lenient: t.Optional[bool] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, q: t.Optional[str] = None, query: t.Optional[t.Mapping[str, t.Any]] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, source: t.Optional[t.Union[bool, t.Union[str, t.Sequence[str]]]] = None, source_excludes: t.Optional[t.Union[str, t.Sequence[str]]] = None, source_includes: t.Optional[t.Union[str, t.Sequence[str]]] = None, stored_fields: t.Optional[t.Union[str, t.Sequence[str]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("fields", "index_filter", "project_routing", "runtime_mappings"), )
 def field_caps(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, fields: t.Optional[t.Union[str, t.Sequence[str]]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, filters: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, include_empty_fields: t.Optional[bool] = None, include_unmapped: t.Optional[bool] = None, index_filter: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, project_routing: t.Optional[str] = None, runtime_mappings: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, types: t.Optional[t.Sequence[str]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( parameter_aliases={ "_source": "source", "_source_exclude_vectors": "source_exclude_vectors", "_source_excludes": "source_excludes", "_source_includes": "source_includes", }, )
 def get(self, *, index: str, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, force_synthetic_source: t.Optional[bool] = None, human: t.Optional[bool] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, realtime: t.Optional[bool] = None, refresh: t.Optional[bool] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, source: t.Optional[t.Union[bool, t.Union[str, t.Sequence[str]]]] = None, source_exclude_vectors: t.Optional[bool] = None, source_excludes: t.Optional[t.Union[str, t.Sequence[str]]] = None, source_includes: t.Optional[t.Union[str, t.Sequence[str]]] = None, stored_fields: t.Optional[t.Union[str, t.Sequence[str]]] = None, version: t.Optional[int] = None, version_type: t.Optional[ t.Union[str, t.Literal["external", "external_gte", "internal"]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 def get_reindex(self, *, task_id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, wait_for_completion: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 def get_script(self, *, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 def get_script_context(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 def get_script_languages(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( parameter_aliases={ "_source": "source", "_source_excludes": "source_excludes", "_source_includes": "source_includes", }, )
 def get_source(self, *, index: str, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, realtime: t.Optional[bool] = None, refresh: t.Optional[bool] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, source: t.Optional[t.Union[bool, t.Union[str, t.Sequence[str]]]] = None, source_excludes: t.Optional[t.Union[str, t.Sequence[str]]] = None, source_includes: t.Optional[t.Union[str, t.Sequence[str]]] = None, version: t.Optional[int] = None, version_type: t.Optional[ t.Union[str, t.Literal["external", "external_gte", "internal"]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 def health_report(self, *, feature: t.Optional[t.Union[str, t.Sequence[str]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, size: t.Optional[int] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, verbose: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_name="document", )
 def index(self, *, index: str, document: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Mapping[str, t.Any]] = None, id: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, if_primary_term: t.Optional[int] = None, if_seq_no: t.Optional[int] = None, include_source_on_error: t.Optional[bool] = None, op_type: t.Optional[t.Union[str, t.Literal["create", "index"]]] = None, pipeline: t.Optional[str] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None, require_alias: t.Optional[bool] = None, require_data_stream: t.Optional[bool] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, version: t.Optional[int] = None, version_type: t.Optional[ t.Union[str, t.Literal["external", "external_gte", "internal"]] ] = None, wait_for_active_shards: t.Optional[ t.Union[int, t.Union[str, t.Literal["all", "index-setting"]]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 def info(self, *, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 def list_reindex(self, *, detailed: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("docs", "ids"), parameter_aliases={ "_source": "source", "_source_excludes": "source_excludes", "_source_includes": "source_includes", }, )
 def mget(self, *, index: t.Optional[str] = None, docs: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, force_synthetic_source: t.Optional[bool] = None, human: t.Optional[bool] = None, ids: t.Optional[t.Union[str, t.Sequence[str]]] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, realtime: t.Optional[bool] = None, refresh: t.Optional[bool] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, source: t.Optional[t.Union[bool, t.Union[str, t.Sequence[str]]]] = None, source_excludes: t.Optional[t.Union[str, t.Sequence[str]]] = None, source_includes: t.Optional[t.Union[str, t.Sequence[str]]] = None, stored_fields: t.Optional[t.Union[str, t.Sequence[str]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_name="searches", )
 def msearch(self, *, searches: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, body: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_indices: t.Optional[bool] = None, ccs_minimize_roundtrips: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_throttled: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, include_named_queries_score: t.Optional[bool] = None, max_concurrent_searches: t.Optional[int] = None, max_concurrent_shard_requests: t.Optional[int] = None, pre_filter_shard_size: t.Optional[int] = None, pretty: t.Optional[bool] = None, project_routing: t.Optional[str] = None, rest_total_hits_as_int: t.Optional[bool] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, search_type: t.Optional[ t.Union[str, t.Literal["dfs_query_then_fetch", "query_then_fetch"]] ] = None, typed_keys: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_name="search_templates", )
 def msearch_template(self, *, search_templates: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, body: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, ccs_minimize_roundtrips: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, max_concurrent_searches: t.Optional[int] = None, pretty: t.Optional[bool] = None, project_routing: t.Optional[str] = None, rest_total_hits_as_int: t.Optional[bool] = None, search_type: t.Optional[ t.Union[str, t.Literal["dfs_query_then_fetch", "query_then_fetch"]] ] = None, typed_keys: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("docs", "ids"), )
 def mtermvectors(self, *, index: t.Optional[str] = None, docs: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, error_trace: t.Optional[bool] = None, field_statistics: t.Optional[bool] = None, fields: t.Optional[t.Union[str, t.Sequence[str]]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ids: t.Optional[t.Sequence[str]] = None, offsets: t.Optional[bool] = None, payloads: t.Optional[bool] = None, positions: t.Optional[bool] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, realtime: t.Optional[bool] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, term_statistics: t.Optional[bool] = None, version: t.Optional[int] = None, version_type: t.Optional[ t.Union[str, t.Literal["external", "external_gte", "internal"]] ] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("index_filter", "project_routing"), )
 def open_point_in_time(self, *, index: t.Union[str, t.Sequence[str]], keep_alive: t.Union[str, t.Literal[-1], t.Literal[0]], allow_partial_search_results: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, index_filter: t.Optional[t.Mapping[str, t.Any]] = None, max_concurrent_shard_requests: t.Optional[int] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, project_routing: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("script",), )
 def put_script(self, *, id: str, script: t.Optional[t.Mapping[str, t.Any]] = None, context: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("requests", "metric"), )
 def rank_eval(self, *, requests: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, metric: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, search_type: t.Optional[ t.Union[str, t.Literal["dfs_query_then_fetch", "query_then_fetch"]] ] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("dest", "source", "conflicts", "max_docs", "script"), )
 def reindex(self, *, dest: t.Optional[t.Mapping[str, t.Any]] = None, source: t.Optional[t.Mapping[str, t.Any]] = None, conflicts: t.Optional[t.Union[str, t.Literal["abort", "proceed"]]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, max_docs: t.Optional[int] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[bool] = None, requests_per_second: t.Optional[float] = None, require_alias: t.Optional[bool] = None, script: t.Optional[t.Mapping[str, t.Any]] = None, scroll: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, slices: t.Optional[t.Union[int, t.Union[str, t.Literal["auto"]]]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, wait_for_active_shards: t.Optional[ t.Union[int, t.Union[str, t.Literal["all", "index-setting"]]] ] = None, wait_for_completion: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 def reindex_rethrottle(self, *, task_id: str, requests_per_second: float, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, group_by: t.Optional[ t.Union[str, t.Literal["nodes", "none", "parents"]] ] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("file", "params", "source"), ignore_deprecated_options={"params"}, )
 def render_search_template(self, *, id: t.Optional[str] = None, error_trace: t.Optional[bool] = None, file: t.Optional[str] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, params: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, source: t.Optional[t.Union[str, t.Mapping[str, t.Any]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("context", "context_setup", "script"), )
 @_availability_warning(Stability.EXPERIMENTAL)
 def scripts_painless_execute(self, *, context: t.Optional[ t.Union[ str, t.Literal[ "boolean_field", "composite_field", "date_field", "double_field", "filter", "geo_point_field", "ip_field", "keyword_field", "long_field", "painless_test", "score", ], ] ] = None, context_setup: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, script: t.Optional[t.Mapping[str, t.Any]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("scroll_id", "scroll"), )
 def scroll(self, *, scroll_id: t.Optional[str] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, rest_total_hits_as_int: t.Optional[bool] = None, scroll: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 def search(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, aggregations: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, aggs: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, allow_no_indices: t.Optional[bool] = None, allow_partial_search_results: t.Optional[bool] = None, analyze_wildcard: t.Optional[bool] = None, analyzer: t.Optional[str] = None, batched_reduce_size: t.Optional[int] = None, ccs_minimize_roundtrips: t.Optional[bool] = None, collapse: t.Optional[t.Mapping[str, t.Any]] = None, default_operator: t.Optional[t.Union[str, t.Literal["and", "or"]]] = None, df: t.Optional[str] = None, docvalue_fields: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, explain: t.Optional[bool] = None, ext: t.Optional[t.Mapping[str, t.Any]] = None, fields: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, force_synthetic_source: t.Optional[bool] = None, from_: t.Optional[int] = None, highlight: t.Optional[t.Mapping[str, t.Any]] = None, human: t.Optional[bool] = None, ignore_throttled: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, include_named_queries_score: t.Optional[bool] = None, indices_boost: t.Optional[t.Sequence[t.Mapping[str, float]]] = None, knn: t.Optional[ t.Union[t.Mapping[str, t.Any], t.Sequence[t.Mapping[str, t.Any]]] ] = None, lenient: t.Optional[bool] = None, max_concurrent_shard_requests: t.Optional[int] = None, min_score: t.Optional[float] = None, pit: t.Optional[t.Mapping[str, t.Any]] = None, post_filter: t.Optional[t.Mapping[str, t.Any]] = None, pre_filter_shard_size: t.Optional[int] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, profile: t.Optional[bool] = None, project_routing: t.Optional[str] = None, q: t.Optional[str] = None, query: t.Optional[t.Mapping[str, t.Any]] = None, rank: t.Optional[t.Mapping[str, t.Any]] = None, request_cache: t.Optional[bool] = None, rescore: t.Optional[ t.Union[t.Mapping[str, t.Any], t.Sequence[t.Mapping[str, t.Any]]] ] = None, rest_total_hits_as_int: t.Optional[bool] = None, retriever: t.Optional[t.Mapping[str, t.Any]] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, runtime_mappings: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, script_fields: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, scroll: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, search_after: t.Optional[ t.Sequence[t.Union[None, bool, float, int, str]] ] = None, search_type: t.Optional[ t.Union[str, t.Literal["dfs_query_then_fetch", "query_then_fetch"]] ] = None, seq_no_primary_term: t.Optional[bool] = None, size: t.Optional[int] = None, slice: t.Optional[t.Mapping[str, t.Any]] = None, sort: t.Optional[ t.Union[ t.Sequence[t.Union[str, t.Mapping[str, t.Any]]], t.Union[str, t.Mapping[str, t.Any]], ] ] = None, source: t.Optional[t.Union[bool, t.Mapping[str, t.Any]]] = None, source_exclude_vectors: t.Optional[bool] = None, source_excludes: t.Optional[t.Union[str, t.Sequence[str]]] = None, source_includes: t.Optional[t.Union[str, t.Sequence[str]]] = None, stats: t.Optional[t.Sequence[str]] = None, stored_fields: t.Optional[t.Union[str, t.Sequence[str]]] = None, suggest: t.Optional[t.Mapping[str, t.Any]] = None, suggest_field: t.Optional[str] = None, suggest_mode: t.Optional[ t.Union[str, t.Literal["always", "missing", "popular"]] ] = None, suggest_size: t.Optional[int] = None, suggest_text: t.Optional[str] = None, terminate_after: t.Optional[int] = None, timeout: t.Optional[str] = None, track_scores: t.Optional[bool] = None, track_total_hits: t.Optional[t.Union[bool, int]] = None, typed_keys: t.Optional[bool] = None, version: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "aggs", "buffer", "exact_bounds", "extent", "fields", "grid_agg", "grid_precision", "grid_type", "project_routing", "query", "runtime_mappings", "size", "sort", "track_total_hits", "with_labels", ), )
 def search_mvt(self, *, index: t.Union[str, t.Sequence[str]], field: str, zoom: int, x: int, y: int, aggs: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, buffer: t.Optional[int] = None, error_trace: t.Optional[bool] = None, exact_bounds: t.Optional[bool] = None, extent: t.Optional[int] = None, fields: t.Optional[t.Union[str, t.Sequence[str]]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, grid_agg: t.Optional[t.Union[str, t.Literal["geohex", "geotile"]]] = None, grid_precision: t.Optional[int] = None, grid_type: t.Optional[ t.Union[str, t.Literal["centroid", "grid", "point"]] ] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None, project_routing: t.Optional[str] = None, query: t.Optional[t.Mapping[str, t.Any]] = None, runtime_mappings: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, size: t.Optional[int] = None, sort: t.Optional[ t.Union[ t.Sequence[t.Union[str, t.Mapping[str, t.Any]]], t.Union[str, t.Mapping[str, t.Any]], ] ] = None, track_total_hits: t.Optional[t.Union[bool, int]] = None, with_labels: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> BinaryApiResponse: ...
 @_rewrite_parameters()
 def search_shards(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_indices: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, local: t.Optional[bool] = None, master_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("explain", "id", "params", "profile", "project_routing", "source"), ignore_deprecated_options={"params"}, )
 def search_template(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, allow_no_indices: t.Optional[bool] = None, ccs_minimize_roundtrips: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, explain: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, id: t.Optional[str] = None, ignore_throttled: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, params: t.Optional[t.Mapping[str, t.Any]] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, profile: t.Optional[bool] = None, project_routing: t.Optional[str] = None, rest_total_hits_as_int: t.Optional[bool] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, scroll: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, search_type: t.Optional[ t.Union[str, t.Literal["dfs_query_then_fetch", "query_then_fetch"]] ] = None, source: t.Optional[t.Union[str, t.Mapping[str, t.Any]]] = None, typed_keys: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "field", "case_insensitive", "index_filter", "project_routing", "search_after", "size", "string", "timeout", ), )
 def terms_enum(self, *, index: t.Union[str, t.Sequence[str]], field: t.Optional[str] = None, case_insensitive: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, index_filter: t.Optional[t.Mapping[str, t.Any]] = None, pretty: t.Optional[bool] = None, project_routing: t.Optional[str] = None, search_after: t.Optional[str] = None, size: t.Optional[int] = None, string: t.Optional[str] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "doc", "field_statistics", "fields", "filter", "offsets", "payloads", "per_field_analyzer", "positions", "routing", "term_statistics", "version", "version_type", ), )
 def termvectors(self, *, index: str, id: t.Optional[str] = None, doc: t.Optional[t.Mapping[str, t.Any]] = None, error_trace: t.Optional[bool] = None, field_statistics: t.Optional[bool] = None, fields: t.Optional[t.Sequence[str]] = None, filter: t.Optional[t.Mapping[str, t.Any]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, offsets: t.Optional[bool] = None, payloads: t.Optional[bool] = None, per_field_analyzer: t.Optional[t.Mapping[str, str]] = None, positions: t.Optional[bool] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, realtime: t.Optional[bool] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, term_statistics: t.Optional[bool] = None, version: t.Optional[int] = None, version_type: t.Optional[ t.Union[str, t.Literal["external", "external_gte", "internal"]] ] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=( "detect_noop", "doc", "doc_as_upsert", "script", "scripted_upsert", "source", "upsert", ), parameter_aliases={ "_source": "source", "_source_excludes": "source_excludes", "_source_includes": "source_includes", }, )
 def update(self, *, index: str, id: str, detect_noop: t.Optional[bool] = None, doc: t.Optional[t.Mapping[str, t.Any]] = None, doc_as_upsert: t.Optional[bool] = None, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, if_primary_term: t.Optional[int] = None, if_seq_no: t.Optional[int] = None, include_source_on_error: t.Optional[bool] = None, lang: t.Optional[str] = None, pretty: t.Optional[bool] = None, refresh: t.Optional[ t.Union[bool, str, t.Literal["false", "true", "wait_for"]] ] = None, require_alias: t.Optional[bool] = None, retry_on_conflict: t.Optional[int] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, script: t.Optional[t.Mapping[str, t.Any]] = None, scripted_upsert: t.Optional[bool] = None, source: t.Optional[t.Union[bool, t.Mapping[str, t.Any]]] = None, source_excludes: t.Optional[t.Union[str, t.Sequence[str]]] = None, source_includes: t.Optional[t.Union[str, t.Sequence[str]]] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, upsert: t.Optional[t.Mapping[str, t.Any]] = None, wait_for_active_shards: t.Optional[ t.Union[int, t.Union[str, t.Literal["all", "index-setting"]]] ] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters( body_fields=("conflicts", "max_docs", "query", "script", "slice"), parameter_aliases={"from": "from_"}, )
 def update_by_query(self, *, index: t.Union[str, t.Sequence[str]], allow_no_indices: t.Optional[bool] = None, analyze_wildcard: t.Optional[bool] = None, analyzer: t.Optional[str] = None, conflicts: t.Optional[t.Union[str, t.Literal["abort", "proceed"]]] = None, default_operator: t.Optional[t.Union[str, t.Literal["and", "or"]]] = None, df: t.Optional[str] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, human: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, lenient: t.Optional[bool] = None, max_docs: t.Optional[int] = None, pipeline: t.Optional[str] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, q: t.Optional[str] = None, query: t.Optional[t.Mapping[str, t.Any]] = None, refresh: t.Optional[bool] = None, request_cache: t.Optional[bool] = None, requests_per_second: t.Optional[float] = None, route_slice: t.Optional[str] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, script: t.Optional[t.Mapping[str, t.Any]] = None, scroll: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, scroll_size: t.Optional[int] = None, search_timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, search_type: t.Optional[ t.Union[str, t.Literal["dfs_query_then_fetch", "query_then_fetch"]] ] = None, slice: t.Optional[t.Mapping[str, t.Any]] = None, slices: t.Optional[t.Union[int, t.Union[str, t.Literal["auto"]]]] = None, sort: t.Optional[t.Sequence[str]] = None, stats: t.Optional[t.Sequence[str]] = None, terminate_after: t.Optional[int] = None, timeout: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, version: t.Optional[bool] = None, version_type: t.Optional[bool] = None, wait_for_active_shards: t.Optional[ t.Union[int, t.Union[str, t.Literal["all", "index-setting"]]] ] = None, wait_for_completion: t.Optional[bool] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 def update_by_query_rethrottle(self, *, task_id: str, requests_per_second: float, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 _request_timeout: None | _loopmend_2.DefaultType | float
 _max_retries: _loopmend_2.DefaultType | int
 _retry_on_timeout: _loopmend_2.DefaultType | bool
 _retry_on_status: _loopmend_2.DefaultType | _loopmend_3.Collection[int] | tuple[int]
 _retry_backoff_base: _loopmend_2.DefaultType | float
 _retry_backoff_cap: _loopmend_2.DefaultType | float
 _is_serverless: bool
 _headers: _loopmend_2.HttpHeaders
 async_search: _loopmend_4.AsyncSearchClient
 autoscaling: _loopmend_5.AutoscalingClient
 cat: _loopmend_6.CatClient
 cluster: _loopmend_7.ClusterClient
 connector: _loopmend_8.ConnectorClient
 fleet: _loopmend_9.FleetClient
 features: _loopmend_10.FeaturesClient
 indices: _loopmend_11.IndicesClient
 inference: _loopmend_12.InferenceClient
 ingest: _loopmend_13.IngestClient
 nodes: _loopmend_14.NodesClient
 snapshot: _loopmend_15.SnapshotClient
 tasks: _loopmend_16.TasksClient
 xpack: _loopmend_17.XPackClient
 ccr: _loopmend_18.CcrClient
 dangling_indices: _loopmend_19.DanglingIndicesClient
 encryption: _loopmend_20.EncryptionClient
 enrich: _loopmend_21.EnrichClient
 eql: _loopmend_22.EqlClient
 esql: _loopmend_23.EsqlClient
 graph: _loopmend_24.GraphClient
 ilm: _loopmend_25.IlmClient
 license: _loopmend_26.LicenseClient
 logstash: _loopmend_27.LogstashClient
 migration: _loopmend_28.MigrationClient
 ml: _loopmend_29.MlClient
 monitoring: _loopmend_30.MonitoringClient
 project: _loopmend_31.ProjectClient
 query_rules: _loopmend_32.QueryRulesClient
 rollup: _loopmend_33.RollupClient
 search_application: _loopmend_34.SearchApplicationClient
 searchable_snapshots: _loopmend_35.SearchableSnapshotsClient
 security: _loopmend_36.SecurityClient
 slm: _loopmend_37.SlmClient
 simulate: _loopmend_38.SimulateClient
 shutdown: _loopmend_39.ShutdownClient
 sql: _loopmend_40.SqlClient
 ssl: _loopmend_41.SslClient
 streams: _loopmend_42.StreamsClient
 synonyms: _loopmend_43.SynonymsClient
 text_structure: _loopmend_44.TextStructureClient
 transform: _loopmend_45.TransformClient
 watcher: _loopmend_46.WatcherClient

=== elasticsearch._sync.client._base
import elastic_transport._models as _loopmend_0
import elastic_transport._response as _loopmend_3
import elastic_transport._transport as _loopmend_2
import elasticsearch._otel as _loopmend_4
import elasticsearch._sync.client._base as _loopmend_5
import typing as _loopmend_1
import re
import warnings
from typing import ( Any, Callable, Collection, Dict, Iterable, List, Mapping, Optional, Tuple, Union, )
from elastic_transport import ( ApiResponse, BinaryApiResponse, HeadApiResponse, HttpHeaders, ListApiResponse, NodeConfig, ObjectApiResponse, OpenTelemetrySpan, SniffOptions, TextApiResponse, Transport, )
from elastic_transport.client_utils import DEFAULT, DefaultType
from ..._otel import OpenTelemetry
from ..._version import _SERVERLESS_API_VERSION, __versionstr__
from ...compat import warn_stacklevel
from ...exceptions import ( HTTP_EXCEPTIONS, ApiError, ConnectionError, ElasticsearchWarning, SerializationError, UnsupportedProductError, )
from .utils import _TYPE_SYNC_SNIFF_CALLBACK, _base64_auth_header, _quote_query
_WARNING_RE = re.compile(r"\"([^\"]*)\"")
_COMPAT_MIMETYPE_TEMPLATE: str
_COMPAT_MIMETYPE_RE = re.compile(r"application/(json|x-ndjson|vnd\.mapbox-vector-tile)")
_COMPAT_MIMETYPE_SUB: str
def resolve_auth_headers(headers: Optional[Mapping[str, str]], http_auth: Union[DefaultType, None, Tuple[str, str], str] = ..., api_key: Union[DefaultType, None, Tuple[str, str], str] = ..., basic_auth: Union[DefaultType, None, Tuple[str, str], str] = ..., bearer_auth: Union[DefaultType, None, str] = ...) -> HttpHeaders: ...
def create_sniff_callback(host_info_callback: Optional[ Callable[[Dict[str, Any], Dict[str, Any]], Optional[Dict[str, Any]]] ] = None, sniffed_node_callback: Optional[ Callable[[Dict[str, Any], NodeConfig], Optional[NodeConfig]] ] = None) -> _loopmend_1.Callable[..., list[_loopmend_0.NodeConfig]]: ...
def _default_sniffed_node_callback(node_info: Dict[str, Any], node_config: NodeConfig) -> Optional[NodeConfig]: ...
default_sniff_callback: _loopmend_1.Callable[..., list[_loopmend_0.NodeConfig]]
class BaseClient:
 def __init__(self, _transport: Transport) -> None: ...
 @property
 def transport(self) -> Transport: ...
 def perform_request(self, method: str, path: str, *, params: Optional[Mapping[str, Any]] = None, headers: Optional[Mapping[str, str]] = None, body: Optional[Any] = None, endpoint_id: Optional[str] = None, path_parts: Optional[Mapping[str, Any]] = None) -> ApiResponse[Any]: ...
 def _perform_request(self, method: str, path: str, *, params: Optional[Mapping[str, Any]] = None, headers: Optional[Mapping[str, str]] = None, body: Optional[Any] = None, otel_span: OpenTelemetrySpan) -> ApiResponse[Any]: ...
 _transport: _loopmend_2.Transport
 _client_meta: Union[DefaultType, Tuple[Tuple[str, str], ...]]
 _headers: _loopmend_0.HttpHeaders
 _request_timeout: Union[DefaultType, Optional[float]]
 _ignore_status: Union[DefaultType, Collection[int]]
 _max_retries: Union[DefaultType, int]
 _retry_on_timeout: Union[DefaultType, bool]
 _retry_on_status: Union[DefaultType, Collection[int]]
 _retry_backoff_base: Union[DefaultType, float]
 _retry_backoff_cap: Union[DefaultType, float]
 _is_serverless: bool
 _verified_elasticsearch: bool
 _otel: _loopmend_4.OpenTelemetry
class NamespacedClient(BaseClient):
 def __init__(self, client: "BaseClient") -> None: ...
 def perform_request(self, method: str, path: str, *, params: Optional[Mapping[str, Any]] = None, headers: Optional[Mapping[str, str]] = None, body: Optional[Any] = None, endpoint_id: Optional[str] = None, path_parts: Optional[Mapping[str, Any]] = None) -> ApiResponse[Any]: ...
 _is_serverless: bool
 _client: _loopmend_5.BaseClient

=== elasticsearch._sync.client.async_search
import elastic_transport._response as _loopmend_0
import typing as t
from elastic_transport import ObjectApiResponse
from ._base import NamespacedClient
from .utils import SKIP_IN_PATH, _quote, _rewrite_parameters
class AsyncSearchClient(NamespacedClient):
 @_rewrite_parameters()
 def delete(self, *, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 def get(self, *, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, keep_alive: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None, return_intermediate_results: t.Optional[bool] = None, typed_keys: t.Optional[bool] = None, wait_for_completion_timeout: t.Optional[ t.Union[str, t.Literal[-1], t.Literal[0]] ] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 def status(self, *, id: str, error_trace: t.Optional[bool] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, human: t.Optional[bool] = None, keep_alive: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, pretty: t.Optional[bool] = None) -> ObjectApiResponse[t.Any]: ...
 @_rewrite_parameters()
 def submit(self, *, index: t.Optional[t.Union[str, t.Sequence[str]]] = None, aggregations: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, aggs: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, allow_no_indices: t.Optional[bool] = None, allow_partial_search_results: t.Optional[bool] = None, analyze_wildcard: t.Optional[bool] = None, analyzer: t.Optional[str] = None, batched_reduce_size: t.Optional[int] = None, ccs_minimize_roundtrips: t.Optional[bool] = None, collapse: t.Optional[t.Mapping[str, t.Any]] = None, default_operator: t.Optional[t.Union[str, t.Literal["and", "or"]]] = None, df: t.Optional[str] = None, docvalue_fields: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, error_trace: t.Optional[bool] = None, expand_wildcards: t.Optional[ t.Union[ t.Sequence[ t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]] ], t.Union[str, t.Literal["all", "closed", "hidden", "none", "open"]], ] ] = None, explain: t.Optional[bool] = None, ext: t.Optional[t.Mapping[str, t.Any]] = None, fields: t.Optional[t.Sequence[t.Mapping[str, t.Any]]] = None, filter_path: t.Optional[t.Union[str, t.Sequence[str]]] = None, from_: t.Optional[int] = None, highlight: t.Optional[t.Mapping[str, t.Any]] = None, human: t.Optional[bool] = None, ignore_throttled: t.Optional[bool] = None, ignore_unavailable: t.Optional[bool] = None, indices_boost: t.Optional[t.Sequence[t.Mapping[str, float]]] = None, keep_alive: t.Optional[t.Union[str, t.Literal[-1], t.Literal[0]]] = None, keep_on_completion: t.Optional[bool] = None, knn: t.Optional[ t.Union[t.Mapping[str, t.Any], t.Sequence[t.Mapping[str, t.Any]]] ] = None, lenient: t.Optional[bool] = None, max_concurrent_shard_requests: t.Optional[int] = None, min_score: t.Optional[float] = None, pit: t.Optional[t.Mapping[str, t.Any]] = None, post_filter: t.Optional[t.Mapping[str, t.Any]] = None, preference: t.Optional[str] = None, pretty: t.Optional[bool] = None, profile: t.Optional[bool] = None, project_routing: t.Optional[str] = None, q: t.Optional[str] = None, query: t.Optional[t.Mapping[str, t.Any]] = None, request_cache: t.Optional[bool] = None, rescore: t.Optional[ t.Union[t.Mapping[str, t.Any], t.Sequence[t.Mapping[str, t.Any]]] ] = None, rest_total_hits_as_int: t.Optional[bool] = None, routing: t.Optional[t.Union[str, t.Sequence[str]]] = None, runtime_mappings: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, script_fields: t.Optional[t.Mapping[str, t.Mapping[str, t.Any]]] = None, search_after: t.Optional[ t.Sequence[t.Union[None, bool, float, int, str]] ] = None, search_type: t.Optional[ t.Union[str, t.Literal["dfs_query_then_fetch", "query_then_fetch"]] ] = None, seq_no_primary_term: t.Optional[bool] = None, size: t.Optional[int] = None, slice: t.Optional[t.Mapping[str, t.Any]] = None, sort: t.Optional[ t.Union[ t.Sequence[t.Union[str, t.Mapping[str, t.Any]]], t.Union[str, t.Mapping[str, t.Any]], ] ] = None, source: t.Optional[t.Union[bool, t.Mapping[str, t.Any]]] = None, source_excludes: t.Optional[t.Union[str, t.Sequence[str]]] = None, source_includes: t.Optional[t.Union[str, t.Sequence[str]]] = None, stats: t.Optional[t.Sequence[str]] = None, stored_fields: t.Optional[t.Union[str, t.Sequence[str]]] = None, suggest: t.Optional[t.Mapping[str, t.Any]] = None, suggest_field: t.Optional[str] = None, suggest_mode: t.Optional[ t.Union[str, t.Literal["always", "missing", "popular"]] ] = None, suggest_size: t.Optional[int] = None, suggest_text: t.Optional[str] = None, terminate_after: t.Optional[int] = None, timeout: t.Optional[str] = None, track_scores: t.Optional[bool] = None, track_total_hits: t.Optional[t.Union[bool, int]] = None, typed_keys: t.Optional[bool] = None, version: t.Optional[bool] = None, wait_for_completion_timeout: t.Optional[ t.Union[str, t.Literal[-1], t.Literal[0]] ] = None, body: t.Optional[t.Dict[str, t.Any]] = None) -> ObjectApiResponse[t.Any]: ...

=== elasticsearch._sync.client.utils
import elastic_transport._models as _loopmend_0
import typing as _loopmend_1
import base64
import inspect
import urllib.parse
import warnings
from datetime import date, datetime
from enum import Enum, auto
from functools import wraps
from typing import ( TYPE_CHECKING, Any, Awaitable, Callable, Collection, Dict, List, Mapping, Optional, Sequence, Set, Tuple, Type, TypeVar, Union, )
from elastic_transport import ( AsyncTransport, HttpHeaders, NodeConfig, RequestsHttpNode, SniffOptions, Transport, )
from elastic_transport.client_utils import ( DEFAULT, client_meta_version, create_user_agent, parse_cloud_id, url_to_node_config, )
from ..._version import __versionstr__
from ...compat import to_bytes, to_str, warn_stacklevel
from ...exceptions import GeneralAvailabilityWarning
if TYPE_CHECKING:
 from ._base import NamespacedClient
SKIP_IN_PATH: Collection[Any] = ...
CLIENT_META_SERVICE: tuple[str, str]
USER_AGENT: str
class Stability(Enum):
 STABLE = auto()
 BETA = auto()
 EXPERIMENTAL = auto()
class Visibility(Enum):
 PUBLIC = auto()
 FEATURE_FLAG = auto()
 PRIVATE = auto()
_TYPE_HOSTS = Union[ str, Sequence[Union[str, Mapping[str, Union[str, int]], NodeConfig]] ]
_TYPE_BODY = Union[bytes, str, Dict[str, Any]]
_TYPE_ASYNC_SNIFF_CALLBACK = Callable[ [AsyncTransport, SniffOptions], Awaitable[List[NodeConfig]] ]
_TYPE_SYNC_SNIFF_CALLBACK = Callable[[Transport, SniffOptions], List[NodeConfig]]
_TRANSPORT_OPTIONS: set[str]
F = TypeVar("F", bound=Callable[..., Any])
def client_node_configs(hosts: Optional[_TYPE_HOSTS], cloud_id: Optional[str], requests_session_auth: Optional[Any] = None, **kwargs: Any) -> List[NodeConfig]: ...
def hosts_to_node_configs(hosts: _TYPE_HOSTS) -> List[NodeConfig]: ...
def host_mapping_to_node_config(host: Mapping[str, Union[str, int]]) -> NodeConfig: ...
def cloud_id_to_node_configs(cloud_id: str) -> List[NodeConfig]: ...
def _base64_auth_header(auth_value: Union[str, List[str], Tuple[str, str]]) -> str: ...
def _escape(value: Any) -> str: ...
def _quote(value: Any) -> str: ...
def _quote_query(query: Mapping[str, Any]) -> str: ...
def _merge_kwargs_no_duplicates(kwargs: Dict[str, Any], values: Dict[str, Any]) -> None: ...
def _merge_body_fields_no_duplicates(body: _TYPE_BODY, kwargs: Dict[str, Any], body_fields: Tuple[str, ...]) -> bool: ...
def _rewrite_parameters(body_name: Optional[str] = None, body_fields: Optional[Tuple[str, ...]] = None, parameter_aliases: Optional[Dict[str, str]] = None, ignore_deprecated_options: Optional[Set[str]] = None) -> _loopmend_1.Callable[..., _loopmend_1.Any]: ...
def _availability_warning(stability: Stability, visibility: Visibility = ..., version: Optional[str] = None, message: Optional[str] = None) -> _loopmend_1.Callable[..., _loopmend_1.Any]: ...
def is_requests_http_auth(http_auth: Any) -> bool: ...
def is_requests_node_class(node_class: Any) -> bool: ...

=== elasticsearch.client
import warnings
from ._sync.client import Elasticsearch as Elasticsearch
from ._sync.client.async_search import ( AsyncSearchClient as AsyncSearchClient, )
from ._sync.client.autoscaling import ( AutoscalingClient as AutoscalingClient, )
from ._sync.client.cat import CatClient as CatClient
from ._sync.client.ccr import CcrClient as CcrClient
from ._sync.client.cluster import ClusterClient as ClusterClient
from ._sync.client.connector import ConnectorClient as ConnectorClient
from ._sync.client.dangling_indices import ( DanglingIndicesClient as DanglingIndicesClient, )
from ._sync.client.enrich import EnrichClient as EnrichClient
from ._sync.client.eql import EqlClient as EqlClient
from ._sync.client.esql import EsqlClient as EsqlClient
from ._sync.client.features import FeaturesClient as FeaturesClient
from ._sync.client.fleet import FleetClient as FleetClient
from ._sync.client.graph import GraphClient as GraphClient
from ._sync.client.ilm import IlmClient as IlmClient
from ._sync.client.indices import IndicesClient as IndicesClient
from ._sync.client.inference import InferenceClient as InferenceClient
from ._sync.client.ingest import IngestClient as IngestClient
from ._sync.client.license import LicenseClient as LicenseClient
from ._sync.client.logstash import LogstashClient as LogstashClient
from ._sync.client.migration import MigrationClient as MigrationClient
from ._sync.client.ml import MlClient as MlClient
from ._sync.client.monitoring import MonitoringClient as MonitoringClient
from ._sync.client.nodes import NodesClient as NodesClient
from ._sync.client.project import ProjectClient as ProjectClient
from ._sync.client.query_rules import QueryRulesClient as QueryRulesClient
from ._sync.client.rollup import RollupClient as RollupClient
from ._sync.client.search_application import ( SearchApplicationClient as SearchApplicationClient, )
from ._sync.client.searchable_snapshots import ( SearchableSnapshotsClient as SearchableSnapshotsClient, )
from ._sync.client.security import SecurityClient as SecurityClient
from ._sync.client.shutdown import ShutdownClient as ShutdownClient
from ._sync.client.simulate import SimulateClient as SimulateClient
from ._sync.client.slm import SlmClient as SlmClient
from ._sync.client.snapshot import SnapshotClient as SnapshotClient
from ._sync.client.sql import SqlClient as SqlClient
from ._sync.client.ssl import SslClient as SslClient
from ._sync.client.streams import StreamsClient as StreamsClient
from ._sync.client.synonyms import SynonymsClient as SynonymsClient
from ._sync.client.tasks import TasksClient as TasksClient
from ._sync.client.text_structure import ( TextStructureClient as TextStructureClient, )
from ._sync.client.transform import TransformClient as TransformClient
from ._sync.client.watcher import WatcherClient as WatcherClient
from ._sync.client.xpack import XPackClient as XPackClient
from ._utils import fixup_module_metadata
__all__ = [ "AsyncSearchClient", "AutoscalingClient", "CatClient", "CcrClient", "ClusterClient", "ConnectorClient", "DanglingIndicesClient", "Elasticsearch", "EnrichClient", "EqlClient", "FeaturesClient", "FleetClient", "GraphClient", "IlmClient", "IndicesClient", "IngestClient", "LicenseClient", "LogstashClient", "MigrationClient", "MlClient", "MonitoringClient", "NodesClient", "ProjectClient", "RollupClient", "SearchApplicationClient", "SearchableSnapshotsClient", "SecurityClient", "ShutdownClient", "SimulateClient", "SlmClient", "SnapshotClient", "SqlClient", "SslClient", "StreamsClient", "TasksClient", "TextStructureClient", "TransformClient", "WatcherClient", "XPackClient", ]

=== elasticsearch.helpers package
from .._async.helpers import async_bulk, async_reindex, async_scan, async_streaming_bulk
from .._utils import fixup_module_metadata
from .actions import _chunk_actions
from .actions import _process_bulk_chunk
from .actions import ( BULK_FLUSH, bulk, expand_action, pack_dense_vector, parallel_bulk, reindex, scan, streaming_bulk, )
from .errors import BulkIndexError, ScanError
__all__ = [ "BulkIndexError", "ScanError", "BULK_FLUSH", "expand_action", "streaming_bulk", "bulk", "pack_dense_vector", "parallel_bulk", "scan", "reindex", "async_scan", "async_bulk", "async_reindex", "async_streaming_bulk", ]

=== elasticsearch.helpers.vectorstore package
from ...helpers.vectorstore._async.embedding_service import ( AsyncElasticsearchEmbeddings, AsyncEmbeddingService, )
from ...helpers.vectorstore._async.strategies import ( AsyncBM25Strategy, AsyncDenseVectorScriptScoreStrategy, AsyncDenseVectorStrategy, AsyncRetrievalStrategy, AsyncSparseVectorStrategy, )
from ...helpers.vectorstore._async.vectorstore import AsyncVectorStore
from ...helpers.vectorstore._sync.embedding_service import ( ElasticsearchEmbeddings, EmbeddingService, )
from ...helpers.vectorstore._sync.strategies import ( BM25Strategy, DenseVectorScriptScoreStrategy, DenseVectorStrategy, RetrievalStrategy, SparseVectorStrategy, )
from ...helpers.vectorstore._sync.vectorstore import VectorStore
from ...helpers.vectorstore._utils import DistanceMetric
__all__ = [ "AsyncBM25Strategy", "AsyncDenseVectorScriptScoreStrategy", "AsyncDenseVectorStrategy", "AsyncElasticsearchEmbeddings", "AsyncEmbeddingService", "AsyncRetrievalStrategy", "AsyncSparseVectorStrategy", "AsyncVectorStore", "BM25Strategy", "DenseVectorScriptScoreStrategy", "DenseVectorStrategy", "DistanceMetric", "ElasticsearchEmbeddings", "EmbeddingService", "RetrievalStrategy", "SparseVectorStrategy", "VectorStore", ]

=== elasticsearch.helpers.vectorstore._async package

=== elasticsearch.helpers.vectorstore._async._utils
from .... import AsyncElasticsearch, BadRequestError, NotFoundError
async def model_must_be_deployed(client: AsyncElasticsearch, model_id: str) -> None: ...
async def model_is_deployed(client: AsyncElasticsearch, model_id: str) -> bool: ...

=== elasticsearch.helpers.vectorstore._async.embedding_service
import elasticsearch._async.client as _loopmend_0
from abc import ABC, abstractmethod
from typing import List
from .... import AsyncElasticsearch
from ...._version import __versionstr__ as lib_version
class AsyncEmbeddingService(ABC):
 @abstractmethod
 async def embed_documents(self, texts: List[str]) -> List[List[float]]: ...
 @abstractmethod
 async def embed_query(self, query: str) -> List[float]: ...
class AsyncElasticsearchEmbeddings(AsyncEmbeddingService):
 def __init__(self, *, client: AsyncElasticsearch, model_id: str, input_field: str = ..., user_agent: str = ...) -> None: ...
 async def embed_documents(self, texts: List[str]) -> List[List[float]]: ...
 async def embed_query(self, text: str) -> List[float]: ...
 async def _embedding_func(self, texts: List[str]) -> List[List[float]]: ...
 client: _loopmend_0.AsyncElasticsearch
 model_id: str
 input_field: str

=== elasticsearch.helpers.vectorstore._async.strategies
import elasticsearch.helpers.vectorstore._utils as _loopmend_0
from abc import ABC, abstractmethod
from typing import Any, Dict, List, Optional, Tuple, Union, cast
from .... import AsyncElasticsearch
from ....helpers.vectorstore._async._utils import model_must_be_deployed
from ....helpers.vectorstore._utils import DistanceMetric
class AsyncRetrievalStrategy(ABC):
 @abstractmethod
 def es_query(self, *, query: Optional[str], query_vector: Optional[List[float]], text_field: str, vector_field: str, k: int, num_candidates: int, filter: List[Dict[str, Any]] = ...) -> Dict[str, Any]: ...
 @abstractmethod
 def es_mappings_settings(self, *, text_field: str, vector_field: str, num_dimensions: Optional[int]) -> Tuple[Dict[str, Any], Dict[str, Any]]: ...
 async def before_index_creation(self, *, client: AsyncElasticsearch, text_field: str, vector_field: str) -> None: ...
 def needs_inference(self) -> bool: ...
class AsyncSparseVectorStrategy(AsyncRetrievalStrategy):
 def __init__(self, model_id: str = ...) -> None: ...
 def es_query(self, *, query: Optional[str], query_vector: Optional[List[float]], text_field: str, vector_field: str, k: int, num_candidates: int, filter: List[Dict[str, Any]] = ...) -> Dict[str, Any]: ...
 def es_mappings_settings(self, *, text_field: str, vector_field: str, num_dimensions: Optional[int]) -> Tuple[Dict[str, Any], Dict[str, Any]]: ...
 async def before_index_creation(self, *, client: AsyncElasticsearch, text_field: str, vector_field: str) -> None: ...
 model_id: str
 _tokens_field: str
 _pipeline_name: str
class AsyncDenseVectorStrategy(AsyncRetrievalStrategy):
 def __init__(self, *, distance: DistanceMetric = ..., model_id: Optional[str] = None, hybrid: bool = ..., rrf: Union[bool, Dict[str, Any]] = ..., text_field: Optional[str] = ...) -> None: ...
 def es_query(self, *, query: Optional[str], query_vector: Optional[List[float]], text_field: str, vector_field: str, k: int, num_candidates: int, filter: List[Dict[str, Any]] = ...) -> Dict[str, Any]: ...
 def es_mappings_settings(self, *, text_field: str, vector_field: str, num_dimensions: Optional[int]) -> Tuple[Dict[str, Any], Dict[str, Any]]: ...
 async def before_index_creation(self, *, client: AsyncElasticsearch, text_field: str, vector_field: str) -> None: ...
 def _hybrid(self, query: str, knn: Dict[str, Any], filter: List[Dict[str, Any]]) -> Dict[str, Any]: ...
 def needs_inference(self) -> bool: ...
 text_field: None | str
 model_id: None | str
 distance: _loopmend_0.DistanceMetric
 hybrid: bool
 rrf: bool | dict
class AsyncDenseVectorScriptScoreStrategy(AsyncRetrievalStrategy):
 def __init__(self, distance: DistanceMetric = ...) -> None: ...
 def es_query(self, *, query: Optional[str], query_vector: Optional[List[float]], text_field: str, vector_field: str, k: int, num_candidates: int, filter: List[Dict[str, Any]] = ...) -> Dict[str, Any]: ...
 def es_mappings_settings(self, *, text_field: str, vector_field: str, num_dimensions: Optional[int]) -> Tuple[Dict[str, Any], Dict[str, Any]]: ...
 def needs_inference(self) -> bool: ...
 distance: _loopmend_0.DistanceMetric
class AsyncBM25Strategy(AsyncRetrievalStrategy):
 def __init__(self, k1: Optional[float] = None, b: Optional[float] = None) -> None: ...
 def es_query(self, *, query: Optional[str], query_vector: Optional[List[float]], text_field: str, vector_field: str, k: int, num_candidates: int, filter: List[Dict[str, Any]] = ...) -> Dict[str, Any]: ...
 def es_mappings_settings(self, *, text_field: str, vector_field: str, num_dimensions: Optional[int]) -> Tuple[Dict[str, Any], Dict[str, Any]]: ...
 k1: None | float
 b: None | float

=== elasticsearch.helpers.vectorstore._async.vectorstore
import elasticsearch._async.client as _loopmend_0
import elasticsearch.helpers.vectorstore._async.embedding_service as _loopmend_2
import elasticsearch.helpers.vectorstore._async.strategies as _loopmend_1
import logging
import uuid
from typing import Any, Callable, Dict, List, Optional
from .... import AsyncElasticsearch
from ...._version import __versionstr__ as lib_version
from ....helpers import BulkIndexError, async_bulk
from ....helpers.vectorstore import ( AsyncEmbeddingService, AsyncRetrievalStrategy, )
from ....helpers.vectorstore._utils import maximal_marginal_relevance
logger = logging.getLogger(__name__)
class AsyncVectorStore:
 def __init__(self, client: AsyncElasticsearch, *, index: str, retrieval_strategy: AsyncRetrievalStrategy, embedding_service: Optional[AsyncEmbeddingService] = None, num_dimensions: Optional[int] = None, text_field: str = ..., vector_field: str = ..., metadata_mappings: Optional[Dict[str, Any]] = None, user_agent: str = ..., custom_index_settings: Optional[Dict[str, Any]] = None) -> None: ...
 async def close(self) -> None: ...
 async def add_texts(self, texts: List[str], *, metadatas: Optional[List[Dict[str, Any]]] = None, vectors: Optional[List[List[float]]] = None, ids: Optional[List[str]] = None, refresh_indices: bool = ..., create_index_if_not_exists: bool = ..., bulk_kwargs: Optional[Dict[str, Any]] = None) -> List[str]: ...
 async def delete(self, *, ids: Optional[List[str]] = None, query: Optional[Dict[str, Any]] = None, refresh_indices: bool = ..., **delete_kwargs) -> bool: ...
 async def search(self, *, query: Optional[str] = None, query_vector: Optional[List[float]] = None, k: int = ..., num_candidates: int = ..., fields: Optional[List[str]] = None, filter: Optional[List[Dict[str, Any]]] = None, custom_query: Optional[ Callable[[Dict[str, Any], Optional[str]], Dict[str, Any]] ] = None) -> List[Dict[str, Any]]: ...
 async def _create_index_if_not_exists(self) -> None: ...
 async def max_marginal_relevance_search(self, *, query: Optional[str] = None, query_embedding: Optional[List[float]] = None, embedding_service: Optional[AsyncEmbeddingService] = None, vector_field: str, k: int = ..., num_candidates: int = ..., lambda_mult: float = ..., fields: Optional[List[str]] = None, custom_query: Optional[ Callable[[Dict[str, Any], Optional[str]], Dict[str, Any]] ] = None, filter: Optional[List[Dict[str, Any]]] = None) -> List[Dict[str, Any]]: ...
 client: _loopmend_0.AsyncElasticsearch
 index: str
 retrieval_strategy: _loopmend_1.AsyncRetrievalStrategy
 embedding_service: None | _loopmend_2.AsyncEmbeddingService
 num_dimensions: None | int
 text_field: str
 vector_field: str
 metadata_mappings: None | dict
 custom_index_settings: None | dict

