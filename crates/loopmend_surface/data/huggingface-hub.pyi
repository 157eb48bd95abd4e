# huggingface-hub 2.4.0 Apache-2.0
=== huggingface_hub package
import typing as _loopmend_0
import importlib
import os
import sys
from typing import TYPE_CHECKING
__version__ = "2.4.0"
_SUBMOD_ATTRS: dict
__all__ = [ "ASYNC_CLIENT_FACTORY_T", "Agent", "AsyncInferenceClient", "AudioClassificationInput", "AudioClassificationOutputElement", "AudioClassificationOutputTransform", "AudioClassificationParameters", "AudioToAudioInput", "AudioToAudioOutputElement", "AutomaticSpeechRecognitionEarlyStoppingEnum", "AutomaticSpeechRecognitionGenerationParameters", "AutomaticSpeechRecognitionInput", "AutomaticSpeechRecognitionOutput", "AutomaticSpeechRecognitionOutputChunk", "AutomaticSpeechRecognitionParameters", "BucketFile", "BucketFileMetadata", "BucketFolder", "BucketInfo", "BucketUrl", "CLIENT_FACTORY_T", "CONFIG_NAME", "CacheNotFound", "CachedFileInfo", "CachedIncompleteFileInfo", "CachedRepoInfo", "CachedRevisionInfo", "CardData", "ChatCompletionInput", "ChatCompletionInputFunctionDefinition", "ChatCompletionInputFunctionName", "ChatCompletionInputGrammarType", "ChatCompletionInputJSONSchema", "ChatCompletionInputMessage", "ChatCompletionInputMessageChunk", "ChatCompletionInputMessageChunkType", "ChatCompletionInputResponseFormatJSONObject", "ChatCompletionInputResponseFormatJSONSchema", "ChatCompletionInputResponseFormatText", "ChatCompletionInputStreamOptions", "ChatCompletionInputTool", "ChatCompletionInputToolCall", "ChatCompletionInputToolChoiceClass", "ChatCompletionInputToolChoiceEnum", "ChatCompletionInputURL", "ChatCompletionOutput", "ChatCompletionOutputComplete", "ChatCompletionOutputFunctionDefinition", "ChatCompletionOutputLogprob", "ChatCompletionOutputLogprobs", "ChatCompletionOutputMessage", "ChatCompletionOutputToolCall", "ChatCompletionOutputTopLogprob", "ChatCompletionOutputUsage", "ChatCompletionStreamOutput", "ChatCompletionStreamOutputChoice", "ChatCompletionStreamOutputDelta", "ChatCompletionStreamOutputDeltaToolCall", "ChatCompletionStreamOutputFunction", "ChatCompletionStreamOutputLogprob", "ChatCompletionStreamOutputLogprobs", "ChatCompletionStreamOutputTopLogprob", "ChatCompletionStreamOutputUsage", "Collection", "CollectionItem", "CommitInfo", "CommitOperation", "CommitOperationAdd", "CommitOperationCopy", "CommitOperationDelete", "CommitScheduler", "CorruptedCacheException", "DDUFEntry", "DatasetCard", "DatasetCardData", "DatasetInfo", "DatasetLeaderboardEntry", "DeleteCacheStrategy", "DepthEstimationInput", "DepthEstimationOutput", "Discussion", "DiscussionComment", "DiscussionCommit", "DiscussionEvent", "DiscussionStatusChange", "DiscussionTitleChange", "DiscussionWithDetails", "DocumentQuestionAnsweringInput", "DocumentQuestionAnsweringInputData", "DocumentQuestionAnsweringOutputElement", "DocumentQuestionAnsweringParameters", "DryRunFileInfo", "DuplicatedRepoUrl", "EvalResult", "EvalResultEntry", "FLAX_WEIGHTS_NAME", "FeatureExtractionInput", "FeatureExtractionInputTruncationDirection", "FillMaskInput", "FillMaskOutputElement", "FillMaskParameters", "GitCommitInfo", "GitRefInfo", "GitRefs", "HFCacheInfo", "HFSummaryWriter", "HUGGINGFACE_CO_URL_HOME", "HUGGINGFACE_CO_URL_TEMPLATE", "HfApi", "HfFileMetadata", "HfFileSystem", "HfFileSystemFile", "HfFileSystemResolvedPath", "HfFileSystemStreamFile", "HfUri", "ImageClassificationInput", "ImageClassificationOutputElement", "ImageClassificationOutputTransform", "ImageClassificationParameters", "ImageSegmentationInput", "ImageSegmentationOutputElement", "ImageSegmentationParameters", "ImageSegmentationSubtask", "ImageTextToImageInput", "ImageTextToImageOutput", "ImageTextToImageParameters", "ImageTextToImageTargetSize", "ImageTextToVideoInput", "ImageTextToVideoOutput", "ImageTextToVideoParameters", "ImageTextToVideoTargetSize", "ImageToImageInput", "ImageToImageOutput", "ImageToImageParameters", "ImageToImageTargetSize", "ImageToTextEarlyStoppingEnum", "ImageToTextGenerationParameters", "ImageToTextInput", "ImageToTextOutput", "ImageToTextParameters", "ImageToVideoInput", "ImageToVideoOutput", "ImageToVideoParameters", "ImageToVideoTargetSize", "InferenceCatalogModel", "InferenceCatalogRecipe", "InferenceClient", "InferenceEndpoint", "InferenceEndpointError", "InferenceEndpointHardware", "InferenceEndpointStatus", "InferenceEndpointTimeoutError", "InferenceEndpointType", "InferenceTimeoutError", "JobAccelerator", "JobDurations", "JobHardware", "JobHardwareInfo", "JobInfo", "JobInitiator", "JobNetwork", "JobOwner", "JobStage", "JobStatus", "KernelInfo", "MCPClient", "ModelCard", "ModelCardData", "ModelHubMixin", "ModelInfo", "OAuthInfo", "OAuthOrgInfo", "OAuthUserInfo", "ObjectDetectionBoundingBox", "ObjectDetectionInput", "ObjectDetectionOutputElement", "ObjectDetectionParameters", "Organization", "PYTORCH_WEIGHTS_NAME", "Padding", "PyTorchModelHubMixin", "QuestionAnsweringInput", "QuestionAnsweringInputData", "QuestionAnsweringOutputElement", "QuestionAnsweringParameters", "REPO_TYPE_DATASET", "REPO_TYPE_MODEL", "REPO_TYPE_SPACE", "RepoCard", "RepoFile", "RepoFolder", "RepoStorageInfo", "RepoUrl", "ResolvedRevision", "Sandbox", "SandboxCommandResult", "SandboxPool", "SandboxProcess", "SentenceSimilarityInput", "SentenceSimilarityInputData", "SpaceCard", "SpaceCardData", "SpaceHardware", "SpaceInfo", "SpaceRuntime", "SpaceSearchResult", "SpaceSecret", "SpaceStage", "SpaceStorage", "SpaceTemplate", "SpaceVariable", "StateDictSplit", "SummarizationInput", "SummarizationOutput", "SummarizationParameters", "SummarizationTruncationStrategy", "SyncOperation", "SyncPlan", "TF2_WEIGHTS_NAME", "TF_WEIGHTS_NAME", "TableQuestionAnsweringInput", "TableQuestionAnsweringInputData", "TableQuestionAnsweringOutputElement", "TableQuestionAnsweringParameters", "Text2TextGenerationInput", "Text2TextGenerationOutput", "Text2TextGenerationParameters", "Text2TextGenerationTruncationStrategy", "TextClassificationInput", "TextClassificationOutputElement", "TextClassificationOutputTransform", "TextClassificationParameters", "TextGenerationInput", "TextGenerationInputGenerateParameters", "TextGenerationInputGrammarType", "TextGenerationOutput", "TextGenerationOutputBestOfSequence", "TextGenerationOutputDetails", "TextGenerationOutputFinishReason", "TextGenerationOutputPrefillToken", "TextGenerationOutputToken", "TextGenerationStreamOutput", "TextGenerationStreamOutputStreamDetails", "TextGenerationStreamOutputToken", "TextToAudioEarlyStoppingEnum", "TextToAudioGenerationParameters", "TextToAudioInput", "TextToAudioOutput", "TextToAudioParameters", "TextToImageInput", "TextToImageOutput", "TextToImageParameters", "TextToSpeechEarlyStoppingEnum", "TextToSpeechGenerationParameters", "TextToSpeechInput", "TextToSpeechOutput", "TextToSpeechParameters", "TextToVideoInput", "TextToVideoOutput", "TextToVideoParameters", "TokenClassificationAggregationStrategy", "TokenClassificationInput", "TokenClassificationOutputElement", "TokenClassificationParameters", "TranslationInput", "TranslationOutput", "TranslationParameters", "TranslationTruncationStrategy", "TypeEnum", "User", "UserLikes", "VideoClassificationInput", "VideoClassificationOutputElement", "VideoClassificationOutputTransform", "VideoClassificationParameters", "VisualQuestionAnsweringInput", "VisualQuestionAnsweringInputData", "VisualQuestionAnsweringOutputElement", "VisualQuestionAnsweringParameters", "Volume", "WebhookInfo", "WebhookPayload", "WebhookPayloadComment", "WebhookPayloadDiscussion", "WebhookPayloadDiscussionChanges", "WebhookPayloadEvent", "WebhookPayloadMovedTo", "WebhookPayloadRepo", "WebhookPayloadUrl", "WebhookPayloadWebhook", "WebhookWatchedItem", "WebhooksServer", "ZeroGpuQuota", "ZeroShotClassificationInput", "ZeroShotClassificationOutputElement", "ZeroShotClassificationParameters", "ZeroShotImageClassificationInput", "ZeroShotImageClassificationOutputElement", "ZeroShotImageClassificationParameters", "ZeroShotObjectDetectionBoundingBox", "ZeroShotObjectDetectionInput", "ZeroShotObjectDetectionOutputElement", "ZeroShotObjectDetectionParameters", "_CACHED_NO_EXIST", "_save_pretrained_fastai", "accept_access_request", "add_collection_item", "add_space_secret", "add_space_variable", "attach_huggingface_oauth", "auth_check", "auth_list", "auth_switch", "batch_bucket_files", "bucket_info", "cached_assets_path", "cancel_access_request", "cancel_job", "change_discussion_status", "check_cli_update", "close_session", "comment_discussion", "copy_files", "create_branch", "create_bucket", "create_collection", "create_commit", "create_discussion", "create_inference_endpoint", "create_inference_endpoint_from_catalog", "create_pull_request", "create_repo", "create_scheduled_job", "create_scheduled_uv_job", "create_tag", "create_webhook", "dataset_info", "delete_branch", "delete_bucket", "delete_collection", "delete_collection_item", "delete_file", "delete_folder", "delete_inference_endpoint", "delete_repo", "delete_scheduled_job", "delete_space_secret", "delete_space_variable", "delete_space_volumes", "delete_tag", "delete_webhook", "disable_space_dev_mode", "disable_webhook", "download_bucket_files", "dump_environment_info", "duplicate_repo", "edit_discussion_comment", "enable_space_dev_mode", "enable_webhook", "eval_result_entries_to_yaml", "export_entries_as_dduf", "export_folder_as_dduf", "fetch_job_logs", "fetch_job_metrics", "fetch_space_logs", "file_exists", "from_pretrained_fastai", "get_async_session", "get_bucket_file_metadata", "get_bucket_paths_info", "get_cached_repo_tree", "get_collection", "get_dataset_leaderboard", "get_dataset_tags", "get_discussion_details", "get_full_repo_name", "get_hf_file_metadata", "get_inference_endpoint", "get_local_safetensors_metadata", "get_model_tags", "get_organization_overview", "get_paths_info", "get_repo_discussions", "get_safetensors_metadata", "get_session", "get_sharded_safetensors_metadata", "get_space_runtime", "get_space_secrets", "get_space_variables", "get_token", "get_torch_storage_id", "get_torch_storage_size", "get_user_overview", "get_webhook", "get_zero_gpu_quota", "grant_access", "hf_hub_download", "hf_hub_url", "hf_raise_for_status", "hffs", "inspect_job", "inspect_scheduled_job", "interpreter_login", "is_offline_mode", "kernel_info", "list_accepted_access_requests", "list_bucket_tree", "list_buckets", "list_collections", "list_daily_papers", "list_dataset_parquet_files", "list_datasets", "list_inference_catalog", "list_inference_endpoints", "list_inference_endpoints_hardware", "list_jobs", "list_jobs_hardware", "list_lfs_files", "list_liked_repos", "list_models", "list_organization_followers", "list_organization_members", "list_papers", "list_pending_access_requests", "list_rejected_access_requests", "list_repo_commits", "list_repo_files", "list_repo_likers", "list_repo_refs", "list_repo_tree", "list_scheduled_jobs", "list_space_templates", "list_spaces", "list_spaces_hardware", "list_user_followers", "list_user_following", "list_user_repos", "list_webhooks", "load_state_dict_from_file", "load_torch_model", "logging", "login", "logout", "merge_pull_request", "metadata_eval_result", "metadata_load", "metadata_save", "metadata_update", "model_info", "move_bucket", "move_repo", "notebook_login", "paper_info", "parse_eval_result_entries", "parse_hf_uri", "parse_huggingface_oauth", "parse_local_safetensors_file_metadata", "parse_safetensors_file_metadata", "pause_inference_endpoint", "pause_space", "permanently_delete_lfs_files", "preupload_lfs_files", "push_to_hub_fastai", "read_dduf_file", "read_paper", "reject_access_request", "rename_discussion", "repo_exists", "repo_info", "request_space_hardware", "rerun_job", "resolve_revision", "restart_space", "resume_inference_endpoint", "resume_scheduled_job", "revision_exists", "run_as_future", "run_job", "run_uv_job", "save_torch_model", "save_torch_state_dict", "scale_to_zero_inference_endpoint", "scan_cache_dir", "search_spaces", "set_async_client_factory", "set_client_factory", "set_space_sleep_time", "set_space_volumes", "snapshot_download", "space_info", "split_state_dict_into_shards_factory", "split_torch_state_dict_into_shards", "super_squash_history", "suspend_scheduled_job", "sync_bucket", "sync_job_volume", "trigger_scheduled_job", "try_to_load_from_cache", "typer_factory", "unlike", "update_bucket_settings", "update_collection_item", "update_collection_metadata", "update_collection_resource_group", "update_inference_endpoint", "update_job_expose", "update_job_labels", "update_repo_settings", "update_scheduled_job_labels", "update_scheduled_job_schedule", "update_webhook", "upload_attachment", "upload_file", "upload_folder", "verify_repo_checksums", "wait_for_job", "wait_for_space", "webhook_endpoint", "whoami", ]
def _attach(package_name, submodules = None, submod_attrs = None) -> tuple[_loopmend_0.Callable[..., _loopmend_0.Any], _loopmend_0.Callable[..., list]]: ...
__getattr__: _loopmend_0.Callable[..., _loopmend_0.Any]
__dir__: _loopmend_0.Callable[..., list]
if os.environ.get("EAGER_IMPORT", ""):
 ...
if TYPE_CHECKING:
 from ._buckets import ( BucketFile, BucketFileMetadata, BucketFolder, BucketInfo, BucketUrl, SyncOperation, SyncPlan, )
 from ._commit_api import ( CommitOperation, CommitOperationAdd, CommitOperationCopy, CommitOperationDelete, )
 from ._commit_scheduler import CommitScheduler
 from ._eval_results import ( EvalResultEntry, eval_result_entries_to_yaml, parse_eval_result_entries, )
 from ._inference_endpoints import ( InferenceCatalogModel, InferenceCatalogRecipe, InferenceEndpoint, InferenceEndpointError, InferenceEndpointHardware, InferenceEndpointStatus, InferenceEndpointTimeoutError, InferenceEndpointType, )
 from ._jobs_api import ( JobAccelerator, JobDurations, JobHardware, JobHardwareInfo, JobInfo, JobInitiator, JobNetwork, JobOwner, JobStage, JobStatus, )
 from ._login import ( auth_list, auth_switch, interpreter_login, login, logout, notebook_login, )
 from ._oauth import ( OAuthInfo, OAuthOrgInfo, OAuthUserInfo, attach_huggingface_oauth, parse_huggingface_oauth, )
 from ._revision import ResolvedRevision
 from ._sandbox import ( Sandbox, SandboxCommandResult, SandboxPool, SandboxProcess, )
 from ._snapshot_download import ( get_cached_repo_tree, snapshot_download, )
 from ._space_api import ( SpaceHardware, SpaceRuntime, SpaceSecret, SpaceStage, SpaceStorage, SpaceVariable, Volume, ZeroGpuQuota, )
 from ._tensorboard_logger import HFSummaryWriter
 from ._webhooks_payload import ( WebhookPayload, WebhookPayloadComment, WebhookPayloadDiscussion, WebhookPayloadDiscussionChanges, WebhookPayloadEvent, WebhookPayloadMovedTo, WebhookPayloadRepo, WebhookPayloadUrl, WebhookPayloadWebhook, )
 from ._webhooks_server import ( WebhooksServer, webhook_endpoint, )
 from .cli._cli_utils import ( check_cli_update, typer_factory, )
 from .community import ( Discussion, DiscussionComment, DiscussionCommit, DiscussionEvent, DiscussionStatusChange, DiscussionTitleChange, DiscussionWithDetails, )
 from .constants import ( CONFIG_NAME, FLAX_WEIGHTS_NAME, HUGGINGFACE_CO_URL_HOME, HUGGINGFACE_CO_URL_TEMPLATE, PYTORCH_WEIGHTS_NAME, REPO_TYPE_DATASET, REPO_TYPE_MODEL, REPO_TYPE_SPACE, TF2_WEIGHTS_NAME, TF_WEIGHTS_NAME, is_offline_mode, )
 from .fastai_utils import ( _save_pretrained_fastai, from_pretrained_fastai, push_to_hub_fastai, )
 from .file_download import ( _CACHED_NO_EXIST, DryRunFileInfo, HfFileMetadata, get_hf_file_metadata, hf_hub_download, hf_hub_url, try_to_load_from_cache, )
 from .hf_api import ( Collection, CollectionItem, CommitInfo, DatasetInfo, DatasetLeaderboardEntry, DuplicatedRepoUrl, GitCommitInfo, GitRefInfo, GitRefs, HfApi, KernelInfo, ModelInfo, Organization, RepoFile, RepoFolder, RepoStorageInfo, RepoUrl, SpaceInfo, SpaceSearchResult, SpaceTemplate, User, UserLikes, WebhookInfo, WebhookWatchedItem, accept_access_request, add_collection_item, add_space_secret, add_space_variable, auth_check, batch_bucket_files, bucket_info, cancel_access_request, cancel_job, change_discussion_status, comment_discussion, copy_files, create_branch, create_bucket, create_collection, create_commit, create_discussion, create_inference_endpoint, create_inference_endpoint_from_catalog, create_pull_request, create_repo, create_scheduled_job, create_scheduled_uv_job, create_tag, create_webhook, dataset_info, delete_branch, delete_bucket, delete_collection, delete_collection_item, delete_file, delete_folder, delete_inference_endpoint, delete_repo, delete_scheduled_job, delete_space_secret, delete_space_variable, delete_space_volumes, delete_tag, delete_webhook, disable_space_dev_mode, disable_webhook, download_bucket_files, duplicate_repo, edit_discussion_comment, enable_space_dev_mode, enable_webhook, fetch_job_logs, fetch_job_metrics, fetch_space_logs, file_exists, get_bucket_file_metadata, get_bucket_paths_info, get_collection, get_dataset_leaderboard, get_dataset_tags, get_discussion_details, get_full_repo_name, get_inference_endpoint, get_local_safetensors_metadata, get_model_tags, get_organization_overview, get_paths_info, get_repo_discussions, get_safetensors_metadata, get_sharded_safetensors_metadata, get_space_runtime, get_space_secrets, get_space_variables, get_user_overview, get_webhook, get_zero_gpu_quota, grant_access, inspect_job, inspect_scheduled_job, kernel_info, list_accepted_access_requests, list_bucket_tree, list_buckets, list_collections, list_daily_papers, list_dataset_parquet_files, list_datasets, list_inference_catalog, list_inference_endpoints, list_inference_endpoints_hardware, list_jobs, list_jobs_hardware, list_lfs_files, list_liked_repos, list_models, list_organization_followers, list_organization_members, list_papers, list_pending_access_requests, list_rejected_access_requests, list_repo_commits, list_repo_files, list_repo_likers, list_repo_refs, list_repo_tree, list_scheduled_jobs, list_space_templates, list_spaces, list_spaces_hardware, list_user_followers, list_user_following, list_user_repos, list_webhooks, merge_pull_request, model_info, move_bucket, move_repo, paper_info, parse_local_safetensors_file_metadata, parse_safetensors_file_metadata, pause_inference_endpoint, pause_space, permanently_delete_lfs_files, preupload_lfs_files, read_paper, reject_access_request, rename_discussion, repo_exists, repo_info, request_space_hardware, rerun_job, resolve_revision, restart_space, resume_inference_endpoint, resume_scheduled_job, revision_exists, run_as_future, run_job, run_uv_job, scale_to_zero_inference_endpoint, search_spaces, set_space_sleep_time, set_space_volumes, space_info, super_squash_history, suspend_scheduled_job, sync_bucket, sync_job_volume, trigger_scheduled_job, unlike, update_bucket_settings, update_collection_item, update_collection_metadata, update_collection_resource_group, update_inference_endpoint, update_job_expose, update_job_labels, update_repo_settings, update_scheduled_job_labels, update_scheduled_job_schedule, update_webhook, upload_attachment, upload_file, upload_folder, verify_repo_checksums, wait_for_job, wait_for_space, whoami, )
 from .hf_file_system import ( HfFileSystem, HfFileSystemFile, HfFileSystemResolvedPath, HfFileSystemStreamFile, hffs, )
 from .hub_mixin import ( ModelHubMixin, PyTorchModelHubMixin, )
 from .inference._client import ( InferenceClient, InferenceTimeoutError, )
 from .inference._generated._async_client import AsyncInferenceClient
 from .inference._generated.types import ( AudioClassificationInput, AudioClassificationOutputElement, AudioClassificationOutputTransform, AudioClassificationParameters, AudioToAudioInput, AudioToAudioOutputElement, AutomaticSpeechRecognitionEarlyStoppingEnum, AutomaticSpeechRecognitionGenerationParameters, AutomaticSpeechRecognitionInput, AutomaticSpeechRecognitionOutput, AutomaticSpeechRecognitionOutputChunk, AutomaticSpeechRecognitionParameters, ChatCompletionInput, ChatCompletionInputFunctionDefinition, ChatCompletionInputFunctionName, ChatCompletionInputGrammarType, ChatCompletionInputJSONSchema, ChatCompletionInputMessage, ChatCompletionInputMessageChunk, ChatCompletionInputMessageChunkType, ChatCompletionInputResponseFormatJSONObject, ChatCompletionInputResponseFormatJSONSchema, ChatCompletionInputResponseFormatText, ChatCompletionInputStreamOptions, ChatCompletionInputTool, ChatCompletionInputToolCall, ChatCompletionInputToolChoiceClass, ChatCompletionInputToolChoiceEnum, ChatCompletionInputURL, ChatCompletionOutput, ChatCompletionOutputComplete, ChatCompletionOutputFunctionDefinition, ChatCompletionOutputLogprob, ChatCompletionOutputLogprobs, ChatCompletionOutputMessage, ChatCompletionOutputToolCall, ChatCompletionOutputTopLogprob, ChatCompletionOutputUsage, ChatCompletionStreamOutput, ChatCompletionStreamOutputChoice, ChatCompletionStreamOutputDelta, ChatCompletionStreamOutputDeltaToolCall, ChatCompletionStreamOutputFunction, ChatCompletionStreamOutputLogprob, ChatCompletionStreamOutputLogprobs, ChatCompletionStreamOutputTopLogprob, ChatCompletionStreamOutputUsage, DepthEstimationInput, DepthEstimationOutput, DocumentQuestionAnsweringInput, DocumentQuestionAnsweringInputData, DocumentQuestionAnsweringOutputElement, DocumentQuestionAnsweringParameters, FeatureExtractionInput, FeatureExtractionInputTruncationDirection, FillMaskInput, FillMaskOutputElement, FillMaskParameters, ImageClassificationInput, ImageClassificationOutputElement, ImageClassificationOutputTransform, ImageClassificationParameters, ImageSegmentationInput, ImageSegmentationOutputElement, ImageSegmentationParameters, ImageSegmentationSubtask, ImageTextToImageInput, ImageTextToImageOutput, ImageTextToImageParameters, ImageTextToImageTargetSize, ImageTextToVideoInput, ImageTextToVideoOutput, ImageTextToVideoParameters, ImageTextToVideoTargetSize, ImageToImageInput, ImageToImageOutput, ImageToImageParameters, ImageToImageTargetSize, ImageToTextEarlyStoppingEnum, ImageToTextGenerationParameters, ImageToTextInput, ImageToTextOutput, ImageToTextParameters, ImageToVideoInput, ImageToVideoOutput, ImageToVideoParameters, ImageToVideoTargetSize, ObjectDetectionBoundingBox, ObjectDetectionInput, ObjectDetectionOutputElement, ObjectDetectionParameters, Padding, QuestionAnsweringInput, QuestionAnsweringInputData, QuestionAnsweringOutputElement, QuestionAnsweringParameters, SentenceSimilarityInput, SentenceSimilarityInputData, SummarizationInput, SummarizationOutput, SummarizationParameters, SummarizationTruncationStrategy, TableQuestionAnsweringInput, TableQuestionAnsweringInputData, TableQuestionAnsweringOutputElement, TableQuestionAnsweringParameters, Text2TextGenerationInput, Text2TextGenerationOutput, Text2TextGenerationParameters, Text2TextGenerationTruncationStrategy, TextClassificationInput, TextClassificationOutputElement, TextClassificationOutputTransform, TextClassificationParameters, TextGenerationInput, TextGenerationInputGenerateParameters, TextGenerationInputGrammarType, TextGenerationOutput, TextGenerationOutputBestOfSequence, TextGenerationOutputDetails, TextGenerationOutputFinishReason, TextGenerationOutputPrefillToken, TextGenerationOutputToken, TextGenerationStreamOutput, TextGenerationStreamOutputStreamDetails, TextGenerationStreamOutputToken, TextToAudioEarlyStoppingEnum, TextToAudioGenerationParameters, TextToAudioInput, TextToAudioOutput, TextToAudioParameters, TextToImageInput, TextToImageOutput, TextToImageParameters, TextToSpeechEarlyStoppingEnum, TextToSpeechGenerationParameters, TextToSpeechInput, TextToSpeechOutput, TextToSpeechParameters, TextToVideoInput, TextToVideoOutput, TextToVideoParameters, TokenClassificationAggregationStrategy, TokenClassificationInput, TokenClassificationOutputElement, TokenClassificationParameters, TranslationInput, TranslationOutput, TranslationParameters, TranslationTruncationStrategy, TypeEnum, VideoClassificationInput, VideoClassificationOutputElement, VideoClassificationOutputTransform, VideoClassificationParameters, VisualQuestionAnsweringInput, VisualQuestionAnsweringInputData, VisualQuestionAnsweringOutputElement, VisualQuestionAnsweringParameters, ZeroShotClassificationInput, ZeroShotClassificationOutputElement, ZeroShotClassificationParameters, ZeroShotImageClassificationInput, ZeroShotImageClassificationOutputElement, ZeroShotImageClassificationParameters, ZeroShotObjectDetectionBoundingBox, ZeroShotObjectDetectionInput, ZeroShotObjectDetectionOutputElement, ZeroShotObjectDetectionParameters, )
 from .inference._mcp.agent import Agent
 from .inference._mcp.mcp_client import MCPClient
 from .repocard import ( DatasetCard, ModelCard, RepoCard, SpaceCard, metadata_eval_result, metadata_load, metadata_save, metadata_update, )
 from .repocard_data import ( CardData, DatasetCardData, EvalResult, ModelCardData, SpaceCardData, )
 from .serialization import ( StateDictSplit, get_torch_storage_id, get_torch_storage_size, load_state_dict_from_file, load_torch_model, save_torch_model, save_torch_state_dict, split_state_dict_into_shards_factory, split_torch_state_dict_into_shards, )
 from .serialization._dduf import ( DDUFEntry, export_entries_as_dduf, export_folder_as_dduf, read_dduf_file, )
 from .utils import ( ASYNC_CLIENT_FACTORY_T, CLIENT_FACTORY_T, CachedFileInfo, CachedIncompleteFileInfo, CachedRepoInfo, CachedRevisionInfo, CacheNotFound, CorruptedCacheException, DeleteCacheStrategy, HFCacheInfo, HfUri, cached_assets_path, close_session, dump_environment_info, get_async_session, get_session, get_token, hf_raise_for_status, logging, parse_hf_uri, scan_cache_dir, set_async_client_factory, set_client_factory, )

=== huggingface_hub._commit_scheduler
import _io as _loopmend_6
import _thread as _loopmend_4
import concurrent.futures._base as _loopmend_1
import huggingface_hub._commit_scheduler as _loopmend_0
import huggingface_hub.hf_api as _loopmend_2
import pathlib as _loopmend_3
import threading as _loopmend_5
import atexit
import logging
import os
import time
from concurrent.futures import Future
from dataclasses import dataclass
from io import SEEK_END, SEEK_SET, BytesIO
from pathlib import Path
from threading import Lock, Thread
from typing import Optional
from ._commit_api import CommitOperationAdd
from .hf_api import DEFAULT_IGNORE_PATTERNS, CommitInfo, HfApi
from .utils import filter_repo_objects
logger = logging.getLogger(__name__)
@dataclass(frozen=True)
class _FileToUpload:
 local_path: Path
 path_in_repo: str
 size_limit: int
 last_modified: float
class CommitScheduler:
 def __init__(self, *, repo_id: str, folder_path: str | Path, every: int | float = ..., path_in_repo: str | None = None, repo_type: str | None = None, revision: str | None = None, private: bool | None = None, token: str | None = None, allow_patterns: list[str] | str | None = None, ignore_patterns: list[str] | str | None = None, squash_history: bool = ..., hf_api: Optional["HfApi"] = None) -> None: ...
 def stop(self) -> None: ...
 def __enter__(self) -> "CommitScheduler": ...
 def __exit__(self, exc_type, exc_value, traceback) -> None: ...
 def _run_scheduler(self) -> None: ...
 def trigger(self) -> Future: ...
 def _push_to_hub(self) -> CommitInfo | None: ...
 def push_to_hub(self) -> CommitInfo | None: ...
 path_in_repo: str
 repo_id: str
 folder_path: _loopmend_3.Path
 every: float | int
 repo_type: None | str
 revision: None | str
 token: None | str
 allow_patterns: None | list[str] | str
 ignore_patterns: list | list[str]
 squash_history: bool
 api: _loopmend_2.HfApi
 last_uploaded: dict[Path, float]
 lock: _loopmend_4.LockType
 __stopped: bool
 _scheduler_thread: _loopmend_5.Thread
 last_future: _loopmend_1.Future
class PartialFileIO(BytesIO):
 def __init__(self, file_path: str | Path, size_limit: int) -> None: ...
 def __del__(self) -> None: ...
 def __repr__(self) -> str: ...
 def __len__(self) -> int: ...
 def __getattribute__(self, name: str): ...
 def fileno(self): ...
 def tell(self) -> int: ...
 def seek(self, __offset: int, __whence: int = ...) -> int: ...
 def read(self, __size: int | None = ...) -> bytes: ...
 _file_path: _loopmend_3.Path
 _file: _loopmend_6.BufferedReader
 _size_limit: int

=== huggingface_hub._inference_endpoints
import huggingface_hub._inference_endpoints as _loopmend_1
import huggingface_hub.inference._client as _loopmend_2
import huggingface_hub.inference._generated._async_client as _loopmend_3
import logging as _loopmend_0
import time
import warnings
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Optional
from huggingface_hub.errors import InferenceEndpointError, InferenceEndpointTimeoutError
from .utils import get_session, logging, parse_datetime
from .utils._headers import get_token_to_send
if TYPE_CHECKING:
 from .hf_api import HfApi
 from .inference._client import InferenceClient
 from .inference._generated._async_client import AsyncInferenceClient
logger: _loopmend_0.Logger
def _build_endpoint_image_payload(custom_image: dict, *, container_registry_username: str | None = None, container_registry_password: str | None = None) -> dict: ...
_TENSOR_PARALLEL_IMAGE_KEYS: tuple[str, str]
_DATA_PARALLEL_IMAGE_KEYS: tuple[str]
def _set_parallelism_in_image(image: dict, *, tensor_parallel_size: int | None = None, data_parallel_size: int | None = None) -> dict: ...
class InferenceEndpointStatus(str, Enum):
 PENDING = "pending"
 INITIALIZING = "initializing"
 UPDATING = "updating"
 UPDATE_FAILED = "updateFailed"
 RUNNING = "running"
 PAUSED = "paused"
 FAILED = "failed"
 SCALED_TO_ZERO = "scaledToZero"
class InferenceEndpointType(str, Enum):
 PUBlIC = "public"
 AUTHENTICATED = "authenticated"
 PRIVATE = "private"
class InferenceEndpointScalingMetric(str, Enum):
 PENDING_REQUESTS = "pendingRequests"
 HARDWARE_USAGE = "hardwareUsage"
@dataclass
class InferenceEndpoint:
 name: str = field(init=False)
 namespace: str
 repository: str = field(init=False)
 status: InferenceEndpointStatus = field(init=False)
 health_route: str = field(init=False)
 url: str | None = field(init=False)
 framework: str = field(repr=False, init=False)
 revision: str = field(repr=False, init=False)
 task: str = field(repr=False, init=False)
 created_at: datetime = field(repr=False, init=False)
 updated_at: datetime = field(repr=False, init=False)
 type: InferenceEndpointType = field(repr=False, init=False)
 raw: dict = field(repr=False)
 _token: str | bool | None = field(repr=False, compare=False)
 _api: "HfApi" = field(repr=False, compare=False)
 @classmethod
 def from_raw(cls, raw: dict, namespace: str, token: str | bool | None = None, api: Optional["HfApi"] = None) -> "InferenceEndpoint": ...
 def __post_init__(self) -> None: ...
 @property
 def client(self) -> "InferenceClient": ...
 @property
 def async_client(self) -> "AsyncInferenceClient": ...
 def wait(self, timeout: int | None = None, refresh_every: int = ...) -> "InferenceEndpoint": ...
 def fetch(self) -> "InferenceEndpoint": ...
 def update(self, *, accelerator: str | None = None, instance_size: str | None = None, instance_type: str | None = None, min_replica: int | None = None, max_replica: int | None = None, scale_to_zero_timeout: int | None = None, repository: str | None = None, framework: str | None = None, revision: str | None = None, task: str | None = None, custom_image: dict | None = None, container_command: list[str] | None = None, container_args: list[str] | None = None, tensor_parallel_size: int | None = None, data_parallel_size: int | None = None, secrets: dict[str, str] | None = None) -> "InferenceEndpoint": ...
 def pause(self) -> "InferenceEndpoint": ...
 def resume(self, running_ok: bool = ...) -> "InferenceEndpoint": ...
 def scale_to_zero(self) -> "InferenceEndpoint": ...
 def delete(self) -> None: ...
 def _populate_from_raw(self) -> None: ...
@dataclass
class InferenceEndpointHardware:
 id: str
 vendor: str
 region: str
 accelerator: str
 instance_type: str
 instance_size: str
 architecture: str
 num_accelerators: int
 num_cpus: int | None
 memory_gb: float
 gpu_memory_gb: int | None
 price_per_hour: float
 status: str
 max_accelerators: int
 used_accelerators: int
 @classmethod
 def from_raw(cls, raw: dict, *, vendor: str, region: str) -> "InferenceEndpointHardware": ...
@dataclass
class InferenceCatalogRecipe:
 id: str
 accelerator: str
 engine: str
 gguf_file: str | None
 revision: str | None
 @classmethod
 def from_raw(cls, raw: dict) -> "InferenceCatalogRecipe": ...
@dataclass
class InferenceCatalogModel:
 repo_id: str
 name: str
 author: str
 license: str
 task: str
 created_at: datetime
 recipes: list[InferenceCatalogRecipe]
 @classmethod
 def from_raw(cls, raw: dict) -> "InferenceCatalogModel": ...

=== huggingface_hub._webhooks_server
import typing as _loopmend_0
import atexit
import inspect
import os
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, Optional
from .utils import experimental, is_fastapi_available, is_gradio_available
if TYPE_CHECKING:
 import gradio as gr
 from fastapi import FastAPI, Request
 from fastapi.responses import JSONResponse
_global_app: Optional["WebhooksServer"] = None
_is_local: bool
@experimental
class WebhooksServer:
 def __new__(cls, *args, **kwargs) -> "WebhooksServer": ...
 def __init__(self, ui: Optional["gr.Blocks"] = None, webhook_secret: str | None = None) -> None: ...
 def add_webhook(self, path: str | None = None) -> Callable: ...
 def launch(self, prevent_thread_lock: bool = ..., **launch_kwargs: Any) -> None: ...
 def _get_default_ui(self) -> "gr.Blocks": ...
 webhook_secret: None | str
 _ui: _loopmend_0.Any
 registered_webhooks: dict[str, Callable]
 fastapi_app: _loopmend_0.Any
@experimental
def webhook_endpoint(path: str | None = None) -> Callable: ...
def _get_global_app() -> WebhooksServer: ...
def _load_fastapi() -> None: ...
def _warn_on_empty_secret(webhook_secret: str | None) -> None: ...
def _get_webhook_doc_url(webhook_name: str, webhook_path: str) -> str: ...
def _wrap_webhook_to_check_secret(func: Callable, webhook_secret: str) -> _loopmend_0.Callable[..., _loopmend_0.Coroutine[_loopmend_0.Any, _loopmend_0.Any, _loopmend_0.Any]]: ...

=== huggingface_hub.fastai_utils
import concurrent.futures._base as _loopmend_2
import huggingface_hub.hf_api as _loopmend_1
import logging as _loopmend_0
import json
import os
from pathlib import Path
from pickle import DEFAULT_PROTOCOL, PicklingError
from typing import Any
from packaging import version
from huggingface_hub import constants, snapshot_download
from huggingface_hub.hf_api import HfApi
from huggingface_hub.utils import ( SoftTemporaryDirectory, get_fastai_version, get_fastcore_version, get_python_version, )
from .utils import logging, validate_hf_hub_args
logger: _loopmend_0.Logger
def _check_fastai_fastcore_versions(fastai_min_version: str = ..., fastcore_min_version: str = ...) -> None: ...
def _check_fastai_fastcore_pyproject_versions(storage_folder: str, fastai_min_version: str = ..., fastcore_min_version: str = ...) -> None: ...
README_TEMPLATE: str
PYPROJECT_TEMPLATE: str
def _create_model_card(repo_dir: Path) -> None: ...
def _create_model_pyproject(repo_dir: Path) -> None: ...
def _save_pretrained_fastai(learner, save_directory: str | Path, config: dict[str, Any] | None = None) -> None: ...
@validate_hf_hub_args
def from_pretrained_fastai(repo_id: str, revision: str | None = None): ...
@validate_hf_hub_args
def push_to_hub_fastai(learner, *, repo_id: str, commit_message: str = ..., private: bool | None = None, token: str | None = None, config: dict | None = None, branch: str | None = None, create_pr: bool | None = None, allow_patterns: list[str] | str | None = None, ignore_patterns: list[str] | str | None = None, delete_patterns: list[str] | str | None = None, api_endpoint: str | None = None) -> _loopmend_1.CommitInfo | _loopmend_2.Future[_loopmend_1.CommitInfo]: ...

=== huggingface_hub.hf_api
import concurrent.futures._base as _loopmend_6
import datetime as _loopmend_2
import huggingface_hub._buckets as _loopmend_16
import huggingface_hub._commit_api as _loopmend_15
import huggingface_hub._dataset_viewer as _loopmend_7
import huggingface_hub._inference_endpoints as _loopmend_14
import huggingface_hub._jobs_api as _loopmend_13
import huggingface_hub._revision as _loopmend_8
import huggingface_hub._space_api as _loopmend_10
import huggingface_hub.community as _loopmend_12
import huggingface_hub.errors as _loopmend_17
import huggingface_hub.file_download as _loopmend_11
import huggingface_hub.hf_api as _loopmend_1
import huggingface_hub.repocard_data as _loopmend_3
import huggingface_hub.utils._safetensors as _loopmend_5
import huggingface_hub.utils._verification as _loopmend_9
import logging as _loopmend_0
import typing as _loopmend_4
from __future__ import annotations
import inspect
import itertools
import json
import re
import struct
import time
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import wraps
from itertools import islice
from pathlib import Path, PurePosixPath
from secrets import token_hex
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, TypeVar, cast, get_args, overload
from urllib.parse import quote
import httpcore2
import httpx2
from tqdm import tqdm as base_tqdm
from . import constants
from ._eval_results import EvalResultEntry, parse_eval_result_entries
from ._inference_endpoints import ( InferenceCatalogModel, InferenceEndpoint, InferenceEndpointHardware, InferenceEndpointScalingMetric, InferenceEndpointType, _build_endpoint_image_payload, _set_parallelism_in_image, )
from ._jobs_api import ( DEFAULT_UV_IMAGE, TERMINAL_JOB_STAGES, JobHardware, JobHardwareInfo, JobInfo, JobSpec, JobStage, ScheduledJobInfo, _build_expose_payload, _create_job_spec, _default_job_name_from_image, _default_job_name_from_script, _derive_job_volume_name, )
from ._revision import ResolvedRevision
from ._space_api import ( INTERMEDIATE_SPACE_STAGES, SpaceHardware, SpaceRuntime, SpaceSearchResult, SpaceSecret, SpaceTemplate, SpaceVariable, Volume, ZeroGpuQuota, )
from .community import ( Discussion, DiscussionComment, DiscussionStatusChange, DiscussionTitleChange, DiscussionWithDetails, deserialize_event, )
from .errors import ( BadRequestError, BucketBatchError, EntryNotFoundError, FileDuplicationError, GatedRepoError, HfHubHTTPError, HfUriError, LocalTokenNotFoundError, OfflineModeIsEnabled, RemoteEntryNotFoundError, RepositoryNotFoundError, RevisionNotFoundError, RevisionResolutionError, )
from .repocard_data import DatasetCardData, ModelCardData, SpaceCardData
from .utils import ( DEFAULT_IGNORE_PATTERNS, HfUri, NotASafetensorsRepoError, SafetensorsFileMetadata, SafetensorsParsingError, SafetensorsRepoMetadata, TensorInfo, _paginate_pages, build_hf_headers, chunk_iterable, experimental, filter_repo_objects, fix_hf_endpoint_in_url, get_session, get_token, hf_raise_for_status, http_backoff, logging, paginate, parse_datetime, parse_hf_uri, parse_xet_file_data_from_response, validate_hf_hub_args, )
from .utils._auth import _get_token_from_environment, _get_token_from_file, _get_token_from_google_colab
from .utils._http import _httpx2_follow_hub_redirects_with_backoff, flag_as_download_call
from .utils._runtime import is_xet_available
from .utils._typing import CallableT
from .utils.endpoint_helpers import _is_emission_within_threshold
if TYPE_CHECKING:
 from ._buckets import ( BucketFile, BucketFileMetadata, BucketFolder, BucketInfo, BucketUrl, SyncPlan, _BucketAddFile, _BucketCopyFile, _BucketDeleteFile, )
 from ._commit_api import CommitOperation, CommitOperationAdd, CommitOperationCopy, CommitOperationDelete
 from ._dataset_viewer import DatasetParquetEntry
 from .file_download import DryRunFileInfo, HfFileMetadata
 from .inference._providers import PROVIDER_T
 from .utils._verification import FolderVerification
 from .utils._xet_progress_reporting import XetUploadProgressReporter
R = TypeVar("R")
CollectionItemType_T = Literal["model", "dataset", "space", "paper", "collection", "bucket"]
CollectionSort_T = Literal["lastModified", "trending", "upvotes"]
RepoVisibility_T = Literal["public", "private", "protected"]
ExpandModelProperty_T: type[str]
ExpandDatasetProperty_T = Literal[ "author", "cardData", "citation", "createdAt", "description", "disabled", "downloads", "downloadsAllTime", "gated", "lastModified", "likes", "mainSize", "paperswithcode_id", "private", "resourceGroup", "sha", "siblings", "tags", "trendingScore", "usedStorage", ]
ExpandSpaceProperty_T = Literal[ "author", "cardData", "createdAt", "datasets", "disabled", "lastModified", "likes", "models", "private", "region", "resourceGroup", "runtime", "sdk", "sha", "siblings", "subdomain", "tags", "trendingScore", "usedStorage", ]
ModelSort_T = Literal["created_at", "downloads", "last_modified", "likes", "trending_score"]
DatasetSort_T = Literal["created_at", "downloads", "last_modified", "likes", "trending_score"]
SpaceSort_T = Literal["created_at", "last_modified", "likes", "trending_score"]
DailyPapersSort_T = Literal["publishedAt", "trending"]
REPO_REGIONS = Literal["us", "eu"]
USERNAME_PLACEHOLDER = "hf_user"
_REGEX_DISCUSSION_URL = re.compile(r".*/discussions/(\d+)")
_REGEX_HTTP_PROTOCOL = re.compile(r"https?://")
_CREATE_COMMIT_NO_REPO_ERROR_MESSAGE: str
_AUTH_CHECK_NO_REPO_ERROR_MESSAGE: str
_BUCKET_PATHS_INFO_BATCH_SIZE = 1000
_BUCKET_BATCH_ADD_CHUNK_SIZE = 1000
_BUCKET_BATCH_DELETE_CHUNK_SIZE = 1000
_BUCKET_BATCH_MAX_LISTED_FAILURES = 10
_ATTACHMENT_CONTENT_TYPES: dict[str, str]
SPECIAL_REFS_REVISION_REGEX = re.compile( r"""
    (^refs\/convert\/\w+)     # `refs/convert/parquet` revisions
    |
    (^refs\/pr\/\d+)          # PR revisions
    """, re.VERBOSE, )
logger: _loopmend_0.Logger
def _resolve_repo_visibility(*, private: bool | None, visibility: RepoVisibility_T | None, repo_type: str | None) -> RepoVisibility_T | None: ...
@dataclass
class LastCommitInfo(dict):
 oid: str
 title: str
 date: datetime
 def __post_init__(self) -> None: ...
@dataclass
class BlobLfsInfo(dict):
 size: int
 sha256: str
 pointer_size: int
 def __post_init__(self) -> None: ...
@dataclass
class BlobSecurityInfo(dict):
 safe: bool
 status: str
 av_scan: dict | None
 pickle_import_scan: dict | None
 def __post_init__(self) -> None: ...
@dataclass
class TransformersInfo(dict):
 auto_model: str
 custom_class: str | None = None
 pipeline_tag: str | None = None
 processor: str | None = None
 def __post_init__(self) -> None: ...
@dataclass
class SafeTensorsInfo(dict):
 parameters: dict[str, int]
 total: int
 def __post_init__(self) -> None: ...
@dataclass
class CommitInfo(str):
 commit_url: str
 commit_message: str
 commit_description: str
 oid: str
 _endpoint: str | None = field(default=None, repr=False)
 pr_url: str | None = None
 repo_url: RepoUrl = field(init=False)
 pr_revision: str | None = field(init=False)
 pr_num: int | None = field(init=False)
 def __new__(cls, commit_url: str, *args, **kwargs): ...
 def __reduce__(self) -> tuple[type[_loopmend_1.CommitInfo], tuple[str, str, str, str, str, str]]: ...
 def __post_init__(self) -> None: ...
@dataclass
class AccessRequest:
 username: str | None
 request_id: str
 fullname: str | None
 email: str | None
 timestamp: datetime
 status: Literal["pending", "accepted", "rejected"]
 fields: dict[str, Any] | None = None
@dataclass
class WebhookWatchedItem:
 type: Literal["bucket", "dataset", "model", "org", "space", "user"]
 name: str
@dataclass
class WebhookInfo:
 id: str
 url: str | None
 job: JobSpec | None
 watched: list[WebhookWatchedItem]
 domains: list[constants.WEBHOOK_DOMAIN_T]
 secret: str | None
 disabled: bool
class RepoUrl(str):
 def __new__(cls, url: Any, endpoint: str | None = None): ...
 def __init__(self, url: Any, endpoint: str | None = None) -> None: ...
 def __repr__(self) -> str: ...
 repo_type: str
 endpoint: str
 url: str
 namespace: str
 repo_name: str
 repo_id: str
class DuplicatedRepoUrl(RepoUrl):
 files_copy_pending: bool = False
def _resolve_copy_target_path(src_file_path: str, src_root_path: str | None, is_single_file: bool, destination_path: str, destination_is_directory: bool, destination_exists_as_directory: bool, merge_contents: bool) -> str: ...
@dataclass
class RepoSibling:
 rfilename: str
 size: int | None = None
 blob_id: str | None = None
 lfs: BlobLfsInfo | None = None
@dataclass
class RepoFile:
 path: str
 size: int
 blob_id: str
 lfs: BlobLfsInfo | None = None
 xet_hash: str | None = None
 last_commit: LastCommitInfo | None = None
 security: BlobSecurityInfo | None = None
 def __init__(self, **kwargs) -> None: ...
 rfilename: str
 lastCommit: None | _loopmend_1.LastCommitInfo
@dataclass
class RepoFolder:
 path: str
 tree_id: str
 last_commit: LastCommitInfo | None = None
 def __init__(self, **kwargs) -> None: ...
@dataclass
class InferenceProviderMapping:
 provider: PROVIDER_T
 hf_model_id: str
 provider_id: str
 status: Literal["error", "live", "staging"]
 task: str
 adapter: str | None = None
 adapter_weights_path: str | None = None
 type: Literal["single-model", "tag-filter"] | None = None
 def __init__(self, **kwargs) -> None: ...
@dataclass
class ModelInfo:
 id: str
 author: str | None
 base_models: list[str] | None
 card_data: ModelCardData | None
 children_model_count: int | None
 config: dict | None
 created_at: datetime | None
 disabled: bool | None
 downloads: int | None
 downloads_all_time: int | None
 eval_results: list[EvalResultEntry] | None
 gated: Literal["auto", "manual", False] | None
 gguf: dict | None
 inference: Literal["warm"] | None
 inference_provider_mapping: list[InferenceProviderMapping] | None
 last_modified: datetime | None
 library_name: str | None
 likes: int | None
 mask_token: str | None
 model_index: dict | None
 pipeline_tag: str | None
 private: bool | None
 resource_group: dict | None
 safetensors: SafeTensorsInfo | None
 security_repo_status: dict | None
 sha: str | None
 siblings: list[RepoSibling] | None
 spaces: list[str] | None
 tags: list[str] | None
 transformers_info: TransformersInfo | None
 trending_score: int | None
 used_storage: int | None
 widget_data: Any | None
 def __init__(self, **kwargs) -> None: ...
 lastModified: None | _loopmend_2.datetime
 cardData: _loopmend_3.ModelCardData
 transformersInfo: None | _loopmend_1.TransformersInfo
@dataclass
class DatasetInfo:
 id: str
 author: str | None
 card_data: DatasetCardData | None
 citation: str | None
 created_at: datetime | None
 description: str | None
 disabled: bool | None
 downloads: int | None
 downloads_all_time: int | None
 gated: Literal["auto", "manual", False] | None
 last_modified: datetime | None
 likes: int | None
 main_size: int | None
 paperswithcode_id: str | None
 private: bool | None
 resource_group: dict | None
 sha: str | None
 siblings: list[RepoSibling] | None
 tags: list[str] | None
 trending_score: int | None
 used_storage: int | None
 def __init__(self, **kwargs) -> None: ...
 lastModified: None | _loopmend_2.datetime
 cardData: _loopmend_3.DatasetCardData
@dataclass
class SpaceInfo:
 id: str
 author: str | None
 card_data: SpaceCardData | None
 created_at: datetime | None
 datasets: list[str] | None
 disabled: bool | None
 gated: Literal["auto", "manual", False] | None
 host: str | None
 last_modified: datetime | None
 likes: int | None
 models: list[str] | None
 private: bool | None
 region: REPO_REGIONS | None
 resource_group: dict | None
 runtime: SpaceRuntime | None
 sdk: str | None
 sha: str | None
 siblings: list[RepoSibling] | None
 subdomain: str | None
 tags: list[str] | None
 trending_score: int | None
 used_storage: int | None
 def __init__(self, **kwargs) -> None: ...
 lastModified: None | _loopmend_2.datetime
 cardData: _loopmend_3.SpaceCardData
@dataclass
class KernelInfo:
 id: str
 author: str | None
 downloads: int | None
 gated: Literal["auto", "manual", False] | None
 last_modified: datetime | None
 likes: int | None
 private: bool | None
 sha: str | None
 def __init__(self, **kwargs) -> None: ...
@dataclass
class CollectionItem:
 item_object_id: str
 item_id: str
 item_type: str
 position: int
 note: str | None = None
 def __init__(self, _id: str, id: str, type: CollectionItemType_T, position: int, note: dict | None = None, **kwargs) -> None: ...
@dataclass
class Collection:
 slug: str
 title: str
 owner: str
 items: list[CollectionItem]
 last_updated: datetime
 position: int
 private: bool
 theme: str
 upvotes: int
 description: str | None = None
 def __init__(self, **kwargs) -> None: ...
 @property
 def url(self) -> str: ...
 _url: str
@dataclass
class GitRefInfo:
 name: str
 ref: str
 target_commit: str
@dataclass
class GitRefs:
 branches: list[GitRefInfo]
 converts: list[GitRefInfo]
 tags: list[GitRefInfo]
 pull_requests: list[GitRefInfo] | None = None
@dataclass
class GitCommitInfo:
 commit_id: str
 authors: list[str]
 created_at: datetime
 title: str
 message: str
 formatted_title: str | None
 formatted_message: str | None
@dataclass
class UserLikes:
 user: str
 total: int
 datasets: list[str]
 kernels: list[str]
 models: list[str]
 spaces: list[str]
@dataclass
class RepoStorageInfo:
 id: str
 type: str
 updated_at: datetime
 visibility: str
 storage: int
 storage_percent: float
 def __init__(self, **kwargs: Any) -> None: ...
@dataclass
class Organization:
 avatar_url: str
 name: str
 fullname: str
 details: str | None = None
 is_verified: bool | None = None
 is_following: bool | None = None
 num_users: int | None = None
 num_models: int | None = None
 num_spaces: int | None = None
 num_datasets: int | None = None
 num_followers: int | None = None
 num_papers: int | None = None
 plan: str | None = None
 def __init__(self, **kwargs) -> None: ...
@dataclass
class User:
 username: str
 fullname: str
 avatar_url: str
 details: str | None = None
 is_following: bool | None = None
 is_pro: bool | None = None
 num_models: int | None = None
 num_datasets: int | None = None
 num_spaces: int | None = None
 num_discussions: int | None = None
 num_papers: int | None = None
 num_upvotes: int | None = None
 num_likes: int | None = None
 num_following: int | None = None
 num_followers: int | None = None
 orgs: list[Organization] = field(default_factory=list)
 def __init__(self, **kwargs) -> None: ...
 user_type: _loopmend_4.Any
@dataclass
class PaperAuthor:
 name: str
 user: User | None
 status: str | None
 status_last_changed_at: datetime | None
 hidden: bool | None
 def __init__(self, **kwargs) -> None: ...
@dataclass
class PaperInfo:
 id: str
 authors: list[PaperAuthor] | None
 published_at: datetime | None
 title: str | None
 summary: str | None
 upvotes: int | None
 discussion_id: str | None
 source: str | None
 comments: int | None
 submitted_at: datetime | None
 submitted_by: User | None
 ai_summary: str | None
 ai_keywords: list[str] | None
 organization: Organization | None
 project_page: str | None
 github_repo: str | None
 github_stars: int | None
 linked_models: list[ModelInfo] | None
 num_total_models: int | None
 linked_datasets: list[DatasetInfo] | None
 num_total_datasets: int | None
 linked_spaces: list[SpaceInfo] | None
 def __init__(self, **kwargs) -> None: ...
@dataclass
class LFSFileInfo:
 file_oid: str
 filename: str
 oid: str
 pushed_at: datetime
 ref: str | None
 size: int
 def __init__(self, **kwargs) -> None: ...
@dataclass
class DatasetLeaderboardEntry:
 rank: int
 model_id: str
 value: float
 filename: str
 verified: bool
 source: dict[str, Any] | None
 author: User | Organization
 pull_request: int | None = None
 notes: str | None = None
 def __init__(self, **kwargs) -> None: ...
def future_compatible(fn: CallableT) -> CallableT: ...
def _get_safetensors_metadata_size(size_bytes: bytes, filename: str, context_msg: str) -> int: ...
def _parse_safetensors_header(metadata_as_bytes: bytes, filename: str, context_msg: str) -> SafetensorsFileMetadata: ...
def _safetensors_file_metadata_from_header(metadata_as_dict: dict, filename: str, context_msg: str) -> SafetensorsFileMetadata: ...
class HfApi:
 def __init__(self, endpoint: str | None = None, token: str | bool | None = None, library_name: str | None = None, library_version: str | None = None, user_agent: dict | str | None = None, headers: dict[str, str] | None = None) -> None: ...
 def run_as_future(self, fn: Callable[..., R], *args, **kwargs) -> Future[R]: ...
 @validate_hf_hub_args
 def whoami(self, token: bool | str | None = None, *, cache: bool = ...) -> dict: ...
 def _inner_whoami(self, token: str) -> dict: ...
 def get_model_tags(self) -> dict: ...
 def get_dataset_tags(self) -> dict: ...
 @validate_hf_hub_args
 def list_models(self, *, filter: str | Iterable[str] | None = None, author: str | None = None, apps: str | list[str] | None = None, gated: bool | None = None, inference: Literal["warm"] | None = None, inference_provider: Literal["all"] | PROVIDER_T | list[PROVIDER_T] | None = None, trained_dataset: str | list[str] | None = None, search: str | None = None, pipeline_tag: str | None = None, num_parameters: str | None = None, emissions_thresholds: tuple[float, float] | None = None, sort: ModelSort_T | None = None, limit: int | None = None, expand: list[ExpandModelProperty_T] | None = None, full: bool | None = None, cardData: bool = ..., fetch_config: bool = ..., token: bool | str | None = None) -> Iterable[ModelInfo]: ...
 @validate_hf_hub_args
 def list_datasets(self, *, filter: str | Iterable[str] | None = None, author: str | None = None, benchmark: Literal[True] | Literal["official"] | str | None = None, dataset_name: str | None = None, gated: bool | None = None, language_creators: str | list[str] | None = None, language: str | list[str] | None = None, multilinguality: str | list[str] | None = None, size_categories: str | list[str] | None = None, task_categories: str | list[str] | None = None, task_ids: str | list[str] | None = None, search: str | None = None, sort: DatasetSort_T | None = None, limit: int | None = None, expand: list[ExpandDatasetProperty_T] | None = None, full: bool | None = None, token: bool | str | None = None) -> Iterable[DatasetInfo]: ...
 @validate_hf_hub_args
 def list_dataset_parquet_files(self, repo_id: str, *, config: str | None = None, token: bool | str | None = None) -> list[DatasetParquetEntry]: ...
 @validate_hf_hub_args
 def list_spaces(self, *, filter: str | Iterable[str] | None = None, author: str | None = None, search: str | None = None, datasets: str | Iterable[str] | None = None, models: str | Iterable[str] | None = None, linked: bool = ..., sort: SpaceSort_T | None = None, limit: int | None = None, expand: list[ExpandSpaceProperty_T] | None = None, full: bool | None = None, token: bool | str | None = None) -> Iterable[SpaceInfo]: ...
 @validate_hf_hub_args
 def search_spaces(self, query: str, *, filter: str | Iterable[str] | None = None, sdk: str | list[str] | None = None, include_non_running: bool = ..., token: bool | str | None = None) -> Iterable[SpaceSearchResult]: ...
 @validate_hf_hub_args
 def unlike(self, repo_id: str, *, token: bool | str | None = None, repo_type: str | None = None) -> None: ...
 @validate_hf_hub_args
 def list_liked_repos(self, user: str | None = None, *, token: bool | str | None = None) -> UserLikes: ...
 def list_user_repos(self, namespace: str | None = None, *, token: bool | str | None = None) -> Iterable[RepoStorageInfo]: ...
 @validate_hf_hub_args
 def list_repo_likers(self, repo_id: str, *, repo_type: str | None = None, token: bool | str | None = None) -> Iterable[User]: ...
 @validate_hf_hub_args
 def model_info(self, repo_id: str, *, revision: str | None = None, timeout: float | None = None, securityStatus: bool | None = None, files_metadata: bool = ..., expand: list[ExpandModelProperty_T] | None = None, token: bool | str | None = None) -> ModelInfo: ...
 @validate_hf_hub_args
 def dataset_info(self, repo_id: str, *, revision: str | None = None, timeout: float | None = None, files_metadata: bool = ..., expand: list[ExpandDatasetProperty_T] | None = None, token: bool | str | None = None) -> DatasetInfo: ...
 @validate_hf_hub_args
 def get_dataset_leaderboard(self, repo_id: str, *, base_model_only: bool | None = None, token: bool | str | None = None, timeout: float | None = None) -> list[DatasetLeaderboardEntry]: ...
 @validate_hf_hub_args
 def space_info(self, repo_id: str, *, revision: str | None = None, timeout: float | None = None, files_metadata: bool = ..., expand: list[ExpandSpaceProperty_T] | None = None, token: bool | str | None = None) -> SpaceInfo: ...
 @validate_hf_hub_args
 def kernel_info(self, repo_id: str, *, revision: str | None = None, timeout: float | None = None, token: bool | str | None = None) -> KernelInfo: ...
 @validate_hf_hub_args
 def repo_info(self, repo_id: str, *, revision: str | None = None, repo_type: str | None = None, timeout: float | None = None, files_metadata: bool = ..., expand: ExpandModelProperty_T | ExpandDatasetProperty_T | ExpandSpaceProperty_T | None = None, token: bool | str | None = None) -> ModelInfo | DatasetInfo | SpaceInfo | KernelInfo: ...
 @validate_hf_hub_args
 @flag_as_download_call
 def resolve_revision(self, repo_id: str, *, repo_type: str | None = None, revision: str | None = None, cache_dir: str | Path | None = None, local_files_only: bool = ..., token: bool | str | None = None) -> ResolvedRevision: ...
 @validate_hf_hub_args
 def repo_exists(self, repo_id: str, *, repo_type: str | None = None, token: str | bool | None = None) -> bool: ...
 @validate_hf_hub_args
 def revision_exists(self, repo_id: str, revision: str, *, repo_type: str | None = None, token: str | bool | None = None) -> bool: ...
 @validate_hf_hub_args
 def file_exists(self, repo_id: str, filename: str, *, repo_type: str | None = None, revision: str | None = None, token: str | bool | None = None) -> bool: ...
 @validate_hf_hub_args
 def list_repo_files(self, repo_id: str, *, revision: str | None = None, repo_type: str | None = None, token: str | bool | None = None) -> list[str]: ...
 @validate_hf_hub_args
 def list_repo_tree(self, repo_id: str, path_in_repo: str | None = None, *, recursive: bool = ..., expand: bool = ..., revision: str | None = None, repo_type: str | None = None, token: str | bool | None = None) -> Iterable[RepoFile | RepoFolder]: ...
 def _iter_repo_tree_pages(self, repo_id: str, path_in_repo: str | None = None, *, recursive: bool = ..., expand: bool = ..., revision: str | None = None, repo_type: str | None = None, token: str | bool | None = None) -> Iterable[tuple[list[RepoFile | RepoFolder], bool]]: ...
 @validate_hf_hub_args
 def verify_repo_checksums(self, repo_id: str, *, repo_type: str | None = None, revision: str | None = None, local_dir: str | Path | None = None, cache_dir: str | Path | None = None, token: str | bool | None = None) -> FolderVerification: ...
 @validate_hf_hub_args
 def list_repo_refs(self, repo_id: str, *, repo_type: str | None = None, include_pull_requests: bool = ..., token: str | bool | None = None) -> GitRefs: ...
 @validate_hf_hub_args
 def list_repo_commits(self, repo_id: str, *, repo_type: str | None = None, token: bool | str | None = None, revision: str | None = None, formatted: bool = ...) -> list[GitCommitInfo]: ...
 @validate_hf_hub_args
 def get_paths_info(self, repo_id: str, paths: list[str] | str, *, expand: bool = ..., revision: str | None = None, repo_type: str | None = None, token: str | bool | None = None) -> list[RepoFile | RepoFolder]: ...
 @validate_hf_hub_args
 def super_squash_history(self, repo_id: str, *, branch: str | None = None, commit_message: str | None = None, repo_type: str | None = None, token: str | bool | None = None) -> None: ...
 @validate_hf_hub_args
 def list_lfs_files(self, repo_id: str, *, repo_type: str | None = None, token: bool | str | None = None) -> Iterable[LFSFileInfo]: ...
 @validate_hf_hub_args
 def permanently_delete_lfs_files(self, repo_id: str, lfs_files: Iterable[LFSFileInfo], *, rewrite_history: bool = ..., repo_type: str | None = None, token: bool | str | None = None) -> None: ...
 def list_space_templates(self, *, token: str | bool | None = None) -> list[SpaceTemplate]: ...
 @validate_hf_hub_args
 def create_repo(self, repo_id: str, *, token: str | bool | None = None, private: bool | None = None, visibility: RepoVisibility_T | None = None, repo_type: str | None = None, exist_ok: bool = ..., resource_group_id: str | None = None, region: REPO_REGIONS | None = None, space_sdk: str | None = None, space_hardware: SpaceHardware | None = None, space_sleep_time: int | None = None, space_secrets: list[dict[str, str]] | None = None, space_variables: list[dict[str, str]] | None = None, space_volumes: list[Volume] | None = None, space_template: str | None = None) -> RepoUrl: ...
 @validate_hf_hub_args
 def delete_repo(self, repo_id: str, *, token: str | bool | None = None, repo_type: str | None = None, missing_ok: bool = ...) -> None: ...
 @validate_hf_hub_args
 def update_repo_settings(self, repo_id: str, *, gated: Literal["auto", "manual", False] | None = None, private: bool | None = None, visibility: RepoVisibility_T | None = None, token: str | bool | None = None, repo_type: str | None = None) -> None: ...
 def move_repo(self, from_id: str, to_id: str, *, repo_type: str | None = None, token: str | bool | None = None) -> None: ...
 @overload
 def create_commit(self, repo_id: str, operations: Iterable[CommitOperation], *, commit_message: str, commit_description: str | None = None, token: str | bool | None = None, repo_type: str | None = None, revision: str | None = None, create_pr: bool | None = None, num_threads: int = ..., parent_commit: str | None = None, run_as_future: Literal[False] = ..., _hot_reload: bool | None = None) -> CommitInfo: ...
 @overload
 def create_commit(self, repo_id: str, operations: Iterable[CommitOperation], *, commit_message: str, commit_description: str | None = None, token: str | bool | None = None, repo_type: str | None = None, revision: str | None = None, create_pr: bool | None = None, num_threads: int = ..., parent_commit: str | None = None, run_as_future: Literal[True] = ..., _hot_reload: bool | None = None) -> Future[CommitInfo]: ...
 @validate_hf_hub_args
 @future_compatible
 def create_commit(self, repo_id: str, operations: Iterable[CommitOperation], *, commit_message: str, commit_description: str | None = None, token: str | bool | None = None, repo_type: str | None = None, revision: str | None = None, create_pr: bool | None = None, num_threads: int = ..., parent_commit: str | None = None, run_as_future: bool = ..., _hot_reload: bool | None = None) -> CommitInfo | Future[CommitInfo]: ...
 def preupload_lfs_files(self, repo_id: str, additions: Iterable[CommitOperationAdd], *, token: str | bool | None = None, repo_type: str | None = None, revision: str | None = None, create_pr: bool | None = None, num_threads: int = ..., free_memory: bool = ..., gitignore_content: str | None = None) -> None: ...
 @validate_hf_hub_args
 def _duplicate_lfs_files(self, repo_id: str, copies: Iterable[CommitOperationCopy], *, files_to_copy: dict, token: str | bool | None = None, repo_type: str | None = None) -> None: ...
 @overload
 def upload_file(self, *, path_or_fileobj: str | Path | bytes | BinaryIO, path_in_repo: str, repo_id: str, token: str | bool | None = None, repo_type: str | None = None, revision: str | None = None, commit_message: str | None = None, commit_description: str | None = None, create_pr: bool | None = None, parent_commit: str | None = None, run_as_future: Literal[False] = ..., _hot_reload: bool | None = None) -> CommitInfo: ...
 @overload
 def upload_file(self, *, path_or_fileobj: str | Path | bytes | BinaryIO, path_in_repo: str, repo_id: str, token: str | bool | None = None, repo_type: str | None = None, revision: str | None = None, commit_message: str | None = None, commit_description: str | None = None, create_pr: bool | None = None, parent_commit: str | None = None, run_as_future: Literal[True] = ..., _hot_reload: bool | None = None) -> Future[CommitInfo]: ...
 @validate_hf_hub_args
 @future_compatible
 def upload_file(self, *, path_or_fileobj: str | Path | bytes | BinaryIO, path_in_repo: str, repo_id: str, token: str | bool | None = None, repo_type: str | None = None, revision: str | None = None, commit_message: str | None = None, commit_description: str | None = None, create_pr: bool | None = None, parent_commit: str | None = None, run_as_future: bool = ..., _hot_reload: bool | None = None) -> CommitInfo | Future[CommitInfo]: ...
 @overload
 def upload_folder(self, *, repo_id: str, folder_path: str | Path, path_in_repo: str | None = None, commit_message: str | None = None, commit_description: str | None = None, token: str | bool | None = None, repo_type: str | None = None, revision: str | None = None, create_pr: bool | None = None, parent_commit: str | None = None, allow_patterns: list[str] | str | None = None, ignore_patterns: list[str] | str | None = None, delete_patterns: list[str] | str | None = None, run_as_future: Literal[False] = ...) -> CommitInfo: ...
 @overload
 def upload_folder(self, *, repo_id: str, folder_path: str | Path, path_in_repo: str | None = None, commit_message: str | None = None, commit_description: str | None = None, token: str | bool | None = None, repo_type: str | None = None, revision: str | None = None, create_pr: bool | None = None, parent_commit: str | None = None, allow_patterns: list[str] | str | None = None, ignore_patterns: list[str] | str | None = None, delete_patterns: list[str] | str | None = None, run_as_future: Literal[True] = ...) -> Future[CommitInfo]: ...
 @validate_hf_hub_args
 @future_compatible
 def upload_folder(self, *, repo_id: str, folder_path: str | Path, path_in_repo: str | None = None, commit_message: str | None = None, commit_description: str | None = None, token: str | bool | None = None, repo_type: str | None = None, revision: str | None = None, create_pr: bool | None = None, parent_commit: str | None = None, allow_patterns: list[str] | str | None = None, ignore_patterns: list[str] | str | None = None, delete_patterns: list[str] | str | None = None, run_as_future: bool = ...) -> CommitInfo | Future[CommitInfo]: ...
 @validate_hf_hub_args
 def delete_file(self, path_in_repo: str, repo_id: str, *, token: str | bool | None = None, repo_type: str | None = None, revision: str | None = None, commit_message: str | None = None, commit_description: str | None = None, create_pr: bool | None = None, parent_commit: str | None = None) -> CommitInfo: ...
 @validate_hf_hub_args
 def delete_files(self, repo_id: str, delete_patterns: list[str], *, token: bool | str | None = None, repo_type: str | None = None, revision: str | None = None, commit_message: str | None = None, commit_description: str | None = None, create_pr: bool | None = None, parent_commit: str | None = None) -> CommitInfo: ...
 @validate_hf_hub_args
 def delete_folder(self, path_in_repo: str, repo_id: str, *, token: bool | str | None = None, repo_type: str | None = None, revision: str | None = None, commit_message: str | None = None, commit_description: str | None = None, create_pr: bool | None = None, parent_commit: str | None = None) -> CommitInfo: ...
 @validate_hf_hub_args
 def get_hf_file_metadata(self, *, url: str, token: bool | str | None = None, timeout: float | None = ...) -> HfFileMetadata: ...
 @overload
 def hf_hub_download(self, repo_id: str, filename: str, *, subfolder: str | None = None, repo_type: str | None = None, revision: str | None = None, cache_dir: str | Path | None = None, local_dir: str | Path | None = None, force_download: bool = ..., etag_timeout: float = ..., token: bool | str | None = None, local_files_only: bool = ..., tqdm_class: type[base_tqdm] | None = None, dry_run: Literal[False] = ...) -> str: ...
 @overload
 def hf_hub_download(self, repo_id: str, filename: str, *, subfolder: str | None = None, repo_type: str | None = None, revision: str | None = None, cache_dir: str | Path | None = None, local_dir: str | Path | None = None, force_download: bool = ..., etag_timeout: float = ..., token: bool | str | None = None, local_files_only: bool = ..., tqdm_class: type[base_tqdm] | None = None, dry_run: Literal[True]) -> DryRunFileInfo: ...
 @validate_hf_hub_args
 def hf_hub_download(self, repo_id: str, filename: str, *, subfolder: str | None = None, repo_type: str | None = None, revision: str | None = None, cache_dir: str | Path | None = None, local_dir: str | Path | None = None, force_download: bool = ..., etag_timeout: float = ..., token: bool | str | None = None, local_files_only: bool = ..., tqdm_class: type[base_tqdm] | None = None, dry_run: bool = ...) -> str | DryRunFileInfo: ...
 @overload
 def snapshot_download(self, repo_id: str, *, repo_type: str | None = None, revision: str | None = None, cache_dir: str | Path | None = None, local_dir: str | Path | None = None, etag_timeout: float = ..., force_download: bool = ..., token: bool | str | None = None, local_files_only: bool = ..., allow_patterns: list[str] | str | None = None, ignore_patterns: list[str] | str | None = None, max_workers: int = ..., tqdm_class: type[base_tqdm] | None = None, dry_run: Literal[False] = ...) -> str: ...
 @overload
 def snapshot_download(self, repo_id: str, *, repo_type: str | None = None, revision: str | None = None, cache_dir: str | Path | None = None, local_dir: str | Path | None = None, etag_timeout: float = ..., force_download: bool = ..., token: bool | str | None = None, local_files_only: bool = ..., allow_patterns: list[str] | str | None = None, ignore_patterns: list[str] | str | None = None, max_workers: int = ..., tqdm_class: type[base_tqdm] | None = None, dry_run: Literal[True]) -> list[DryRunFileInfo]: ...
 @validate_hf_hub_args
 def snapshot_download(self, repo_id: str, *, repo_type: str | None = None, revision: str | None = None, cache_dir: str | Path | None = None, local_dir: str | Path | None = None, etag_timeout: float = ..., force_download: bool = ..., token: bool | str | None = None, local_files_only: bool = ..., allow_patterns: list[str] | str | None = None, ignore_patterns: list[str] | str | None = None, max_workers: int = ..., tqdm_class: type[base_tqdm] | None = None, dry_run: bool = ...) -> str | list[DryRunFileInfo]: ...
 def get_safetensors_metadata(self, repo_id: str, *, repo_type: str | None = None, revision: str | None = None, token: bool | str | None = None, timeout: float | None = ...) -> SafetensorsRepoMetadata: ...
 def get_sharded_safetensors_metadata(self, repo_id: str, *, filename: str = ..., token: bool | str | None = None, timeout: float | None = ...) -> SafetensorsRepoMetadata: ...
 def parse_safetensors_file_metadata(self, repo_id: str, filename: str, *, repo_type: str | None = None, revision: str | None = None, token: bool | str | None = None, timeout: float | None = ...) -> SafetensorsFileMetadata: ...
 @validate_hf_hub_args
 def create_branch(self, repo_id: str, *, branch: str, revision: str | None = None, token: bool | str | None = None, repo_type: str | None = None, exist_ok: bool = ...) -> None: ...
 @validate_hf_hub_args
 def delete_branch(self, repo_id: str, *, branch: str, token: bool | str | None = None, repo_type: str | None = None) -> None: ...
 @validate_hf_hub_args
 def create_tag(self, repo_id: str, *, tag: str, tag_message: str | None = None, revision: str | None = None, token: bool | str | None = None, repo_type: str | None = None, exist_ok: bool = ...) -> None: ...
 @validate_hf_hub_args
 def delete_tag(self, repo_id: str, *, tag: str, token: bool | str | None = None, repo_type: str | None = None) -> None: ...
 @validate_hf_hub_args
 def get_full_repo_name(self, model_id: str, *, organization: str | None = None, token: bool | str | None = None) -> str: ...
 @validate_hf_hub_args
 def get_repo_discussions(self, repo_id: str, *, author: str | None = None, discussion_type: constants.DiscussionTypeFilter | None = None, discussion_status: constants.DiscussionStatusFilter | None = None, repo_type: str | None = None, token: bool | str | None = None) -> Iterator[Discussion]: ...
 @validate_hf_hub_args
 def get_discussion_details(self, repo_id: str, discussion_num: int, *, repo_type: str | None = None, token: bool | str | None = None) -> DiscussionWithDetails: ...
 @validate_hf_hub_args
 def create_discussion(self, repo_id: str, title: str, *, token: bool | str | None = None, description: str | None = None, repo_type: str | None = None, pull_request: bool = ...) -> DiscussionWithDetails: ...
 @validate_hf_hub_args
 def create_pull_request(self, repo_id: str, title: str, *, token: bool | str | None = None, description: str | None = None, repo_type: str | None = None) -> DiscussionWithDetails: ...
 def _post_discussion_changes(self, *, repo_id: str, discussion_num: int, resource: str, body: dict | None = None, token: bool | str | None = None, repo_type: str | None = None) -> httpx2.Response: ...
 @validate_hf_hub_args
 def comment_discussion(self, repo_id: str, discussion_num: int, comment: str, *, token: bool | str | None = None, repo_type: str | None = None) -> DiscussionComment: ...
 @validate_hf_hub_args
 def rename_discussion(self, repo_id: str, discussion_num: int, new_title: str, *, token: bool | str | None = None, repo_type: str | None = None) -> DiscussionTitleChange: ...
 @validate_hf_hub_args
 def change_discussion_status(self, repo_id: str, discussion_num: int, new_status: Literal["open", "closed"], *, token: bool | str | None = None, comment: str | None = None, repo_type: str | None = None) -> DiscussionStatusChange: ...
 @validate_hf_hub_args
 def merge_pull_request(self, repo_id: str, discussion_num: int, *, token: bool | str | None = None, comment: str | None = None, repo_type: str | None = None) -> None: ...
 @validate_hf_hub_args
 def edit_discussion_comment(self, repo_id: str, discussion_num: int, comment_id: str, new_content: str, *, token: bool | str | None = None, repo_type: str | None = None) -> DiscussionComment: ...
 @validate_hf_hub_args
 def hide_discussion_comment(self, repo_id: str, discussion_num: int, comment_id: str, *, token: bool | str | None = None, repo_type: str | None = None) -> DiscussionComment: ...
 @validate_hf_hub_args
 def upload_attachment(self, path: str | Path, *, token: bool | str | None = None) -> str: ...
 @validate_hf_hub_args
 def add_space_secret(self, repo_id: str, key: str, value: str, *, description: str | None = None, token: bool | str | None = None) -> None: ...
 @validate_hf_hub_args
 def delete_space_secret(self, repo_id: str, key: str, *, token: bool | str | None = None) -> None: ...
 @validate_hf_hub_args
 def get_space_secrets(self, repo_id: str, *, token: bool | str | None = None) -> dict[str, SpaceSecret]: ...
 @validate_hf_hub_args
 def get_space_variables(self, repo_id: str, *, token: bool | str | None = None) -> dict[str, SpaceVariable]: ...
 @validate_hf_hub_args
 def add_space_variable(self, repo_id: str, key: str, value: str, *, description: str | None = None, token: bool | str | None = None) -> dict[str, SpaceVariable]: ...
 @validate_hf_hub_args
 def delete_space_variable(self, repo_id: str, key: str, *, token: bool | str | None = None) -> dict[str, SpaceVariable]: ...
 @validate_hf_hub_args
 def get_space_runtime(self, repo_id: str, *, token: bool | str | None = None) -> SpaceRuntime: ...
 def list_spaces_hardware(self, token: bool | str | None = None) -> list[JobHardwareInfo]: ...
 def get_zero_gpu_quota(self, *, token: bool | str | None = None) -> ZeroGpuQuota: ...
 @validate_hf_hub_args
 def request_space_hardware(self, repo_id: str, hardware: SpaceHardware, *, token: bool | str | None = None, sleep_time: int | None = None) -> SpaceRuntime: ...
 @validate_hf_hub_args
 def set_space_sleep_time(self, repo_id: str, sleep_time: int, *, token: bool | str | None = None) -> SpaceRuntime: ...
 @validate_hf_hub_args
 def pause_space(self, repo_id: str, *, token: bool | str | None = None) -> SpaceRuntime: ...
 @validate_hf_hub_args
 def enable_space_dev_mode(self, repo_id: str, *, token: bool | str | None = None) -> SpaceRuntime: ...
 @validate_hf_hub_args
 def disable_space_dev_mode(self, repo_id: str, *, token: bool | str | None = None) -> SpaceRuntime: ...
 @validate_hf_hub_args
 def restart_space(self, repo_id: str, *, token: bool | str | None = None, factory_reboot: bool = ...) -> SpaceRuntime: ...
 def _stream_sse_events(self, *, url: str, log_label: str, timeout: int, follow: bool, token: bool | str | None = None, skip_previous_events_on_retry: bool = ..., tolerated_status_codes: tuple[int, ...] = ..., tolerated_exception_types: tuple[type[Exception], ...] = ..., on_iteration_end: Callable[[], bool] | None = None, params: dict[str, Any] | None = None) -> Iterable[dict[str, Any]]: ...
 def _fetch_space_logs_sse(self, *, repo_id: str, build: bool, timeout: int, follow: bool, token: bool | str | None = None) -> Iterable[dict[str, Any]]: ...
 @validate_hf_hub_args
 def fetch_space_logs(self, repo_id: str, *, build: bool = ..., follow: bool = ..., token: bool | str | None = None) -> Iterable[str]: ...
 @validate_hf_hub_args
 def wait_for_space(self, repo_id: str, *, timeout: float | None = None, poll_interval: float = ..., token: bool | str | None = None) -> SpaceRuntime: ...
 @validate_hf_hub_args
 def duplicate_repo(self, from_id: str, to_id: str | None = None, *, repo_type: str | None = None, private: bool | None = None, visibility: RepoVisibility_T | None = None, token: bool | str | None = None, exist_ok: bool = ..., resource_group_id: str | None = None, space_hardware: SpaceHardware | None = None, space_sleep_time: int | None = None, space_secrets: list[dict[str, str]] | None = None, space_variables: list[dict[str, str]] | None = None, space_volumes: list[Volume] | None = None) -> DuplicatedRepoUrl: ...
 @validate_hf_hub_args
 def set_space_volumes(self, repo_id: str, volumes: list[Volume], *, token: bool | str | None = None) -> None: ...
 @validate_hf_hub_args
 def delete_space_volumes(self, repo_id: str, *, token: bool | str | None = None) -> None: ...
 def list_inference_endpoints(self, namespace: str | None = None, *, token: bool | str | None = None) -> list[InferenceEndpoint]: ...
 def create_inference_endpoint(self, name: str, *, repository: str, framework: str, accelerator: str, instance_size: str, instance_type: str, region: str, vendor: str, account_id: str | None = None, private_link_account_id: str | None = None, private_link_region: str | None = None, min_replica: int = ..., max_replica: int = ..., scaling_metric: InferenceEndpointScalingMetric | None = None, scaling_threshold: float | None = None, scale_to_zero_timeout: int | None = None, revision: str | None = None, task: str | None = None, custom_image: dict | None = None, container_registry_username: str | None = None, container_registry_password: str | None = None, container_command: list[str] | None = None, container_args: list[str] | None = None, env: dict[str, str] | None = None, secrets: dict[str, str] | None = None, type: InferenceEndpointType | str = ..., domain: str | None = None, path: str | None = None, cache_http_responses: bool | None = None, tags: list[str] | None = None, namespace: str | None = None, token: bool | str | None = None) -> InferenceEndpoint: ...
 @experimental
 @validate_hf_hub_args
 def create_inference_endpoint_from_catalog(self, repo_id: str | None = None, *, recipe_id: str | None = None, name: str | None = None, accelerator: Literal["cpu", "gpu", "neuron"] | str | None = None, gguf_file: str | None = None, token: bool | str | None = None, namespace: str | None = None) -> InferenceEndpoint: ...
 @experimental
 @validate_hf_hub_args
 def list_inference_catalog(self, *, accelerator: Literal["cpu", "gpu", "neuron"] | str | None = None, engine: Literal["llamacpp", "sglang", "tei", "vllm"] | str | None = None, license: str | None = None, task: str | None = None, search: str | None = None, limit: int | None = None, token: bool | str | None = None) -> list[InferenceCatalogModel]: ...
 def get_inference_endpoint(self, name: str, *, namespace: str | None = None, token: bool | str | None = None) -> InferenceEndpoint: ...
 def update_inference_endpoint(self, name: str, *, accelerator: str | None = None, instance_size: str | None = None, instance_type: str | None = None, min_replica: int | None = None, max_replica: int | None = None, scale_to_zero_timeout: int | None = None, scaling_metric: InferenceEndpointScalingMetric | None = None, scaling_threshold: float | None = None, repository: str | None = None, framework: str | None = None, revision: str | None = None, task: str | None = None, custom_image: dict | None = None, container_command: list[str] | None = None, container_args: list[str] | None = None, tensor_parallel_size: int | None = None, data_parallel_size: int | None = None, env: dict[str, str] | None = None, secrets: dict[str, str] | None = None, domain: str | None = None, path: str | None = None, cache_http_responses: bool | None = None, tags: list[str] | None = None, namespace: str | None = None, token: bool | str | None = None) -> InferenceEndpoint: ...
 def delete_inference_endpoint(self, name: str, *, namespace: str | None = None, token: bool | str | None = None) -> None: ...
 def pause_inference_endpoint(self, name: str, *, namespace: str | None = None, token: bool | str | None = None) -> InferenceEndpoint: ...
 def resume_inference_endpoint(self, name: str, *, namespace: str | None = None, running_ok: bool = ..., token: bool | str | None = None) -> InferenceEndpoint: ...
 def scale_to_zero_inference_endpoint(self, name: str, *, namespace: str | None = None, token: bool | str | None = None) -> InferenceEndpoint: ...
 def list_inference_endpoints_hardware(self, *, namespace: str | None = None, token: bool | str | None = None) -> list[InferenceEndpointHardware]: ...
 def _get_namespace(self, token: bool | str | None = None) -> str: ...
 @validate_hf_hub_args
 def list_collections(self, *, owner: list[str] | str | None = None, item: list[str] | str | None = None, sort: CollectionSort_T | None = None, limit: int | None = None, token: bool | str | None = None) -> Iterable[Collection]: ...
 def get_collection(self, collection_slug: str, *, token: bool | str | None = None) -> Collection: ...
 def create_collection(self, title: str, *, namespace: str | None = None, description: str | None = None, private: bool = ..., resource_group_id: str | None = None, exists_ok: bool = ..., token: bool | str | None = None) -> Collection: ...
 def update_collection_metadata(self, collection_slug: str, *, title: str | None = None, description: str | None = None, position: int | None = None, private: bool | None = None, theme: str | None = None, token: bool | str | None = None) -> Collection: ...
 def update_collection_resource_group(self, collection_slug: str, resource_group_id: str | None, *, token: bool | str | None = None) -> None: ...
 def delete_collection(self, collection_slug: str, *, missing_ok: bool = ..., token: bool | str | None = None) -> None: ...
 def add_collection_item(self, collection_slug: str, item_id: str, item_type: CollectionItemType_T, *, note: str | None = None, exists_ok: bool = ..., token: bool | str | None = None) -> Collection: ...
 def update_collection_item(self, collection_slug: str, item_object_id: str, *, note: str | None = None, position: int | None = None, token: bool | str | None = None) -> None: ...
 def delete_collection_item(self, collection_slug: str, item_object_id: str, *, missing_ok: bool = ..., token: bool | str | None = None) -> None: ...
 @validate_hf_hub_args
 def list_pending_access_requests(self, repo_id: str, *, repo_type: str | None = None, token: bool | str | None = None) -> Iterable[AccessRequest]: ...
 @validate_hf_hub_args
 def list_accepted_access_requests(self, repo_id: str, *, repo_type: str | None = None, token: bool | str | None = None) -> Iterable[AccessRequest]: ...
 @validate_hf_hub_args
 def list_rejected_access_requests(self, repo_id: str, *, repo_type: str | None = None, token: bool | str | None = None) -> Iterable[AccessRequest]: ...
 def _list_access_requests(self, repo_id: str, status: Literal["accepted", "rejected", "pending"], repo_type: str | None = None, token: bool | str | None = None) -> Iterable[AccessRequest]: ...
 @validate_hf_hub_args
 def cancel_access_request(self, repo_id: str, user: str | None = None, *, request_id: str | None = None, repo_type: str | None = None, token: bool | str | None = None) -> None: ...
 @validate_hf_hub_args
 def accept_access_request(self, repo_id: str, user: str | None = None, *, request_id: str | None = None, repo_type: str | None = None, token: bool | str | None = None) -> None: ...
 @validate_hf_hub_args
 def reject_access_request(self, repo_id: str, user: str | None = None, *, request_id: str | None = None, repo_type: str | None = None, rejection_reason: str | None, token: bool | str | None = None) -> None: ...
 @validate_hf_hub_args
 def _handle_access_request(self, repo_id: str, user: str | None, request_id: str | None, status: Literal["accepted", "rejected", "pending"], repo_type: str | None = None, rejection_reason: str | None = None, token: bool | str | None = None) -> None: ...
 @validate_hf_hub_args
 def grant_access(self, repo_id: str, user: str, *, repo_type: str | None = None, token: bool | str | None = None) -> None: ...
 @validate_hf_hub_args
 def get_webhook(self, webhook_id: str, *, token: bool | str | None = None) -> WebhookInfo: ...
 @validate_hf_hub_args
 def list_webhooks(self, *, token: bool | str | None = None) -> list[WebhookInfo]: ...
 @validate_hf_hub_args
 def create_webhook(self, *, url: str | None = None, job_id: str | None = None, watched: list[dict | WebhookWatchedItem], domains: list[constants.WEBHOOK_DOMAIN_T] | None = None, secret: str | None = None, secrets: dict[str, str] | None = None, token: bool | str | None = None) -> WebhookInfo: ...
 @validate_hf_hub_args
 def update_webhook(self, webhook_id: str, *, url: str | None = None, job_id: str | None = None, watched: list[dict | WebhookWatchedItem] | None = None, domains: list[constants.WEBHOOK_DOMAIN_T] | None = None, secret: str | None = None, secrets: dict[str, str] | None = None, token: bool | str | None = None) -> WebhookInfo: ...
 @validate_hf_hub_args
 def enable_webhook(self, webhook_id: str, *, token: bool | str | None = None) -> WebhookInfo: ...
 @validate_hf_hub_args
 def disable_webhook(self, webhook_id: str, *, token: bool | str | None = None) -> WebhookInfo: ...
 @validate_hf_hub_args
 def delete_webhook(self, webhook_id: str, *, token: bool | str | None = None) -> None: ...
 def _build_hf_headers(self, token: bool | str | None = None, library_name: str | None = None, library_version: str | None = None, user_agent: dict | str | None = None) -> dict[str, str]: ...
 def _prepare_folder_deletions(self, repo_id: str, repo_type: str | None, revision: str | None, path_in_repo: str, delete_patterns: list[str] | str | None, token: bool | str | None = None) -> list[CommitOperationDelete]: ...
 def _prepare_upload_folder_additions(self, folder_path: str | Path, path_in_repo: str, allow_patterns: list[str] | str | None = None, ignore_patterns: list[str] | str | None = None, repo_type: str | None = None, token: bool | str | None = None) -> list[CommitOperationAdd]: ...
 def _validate_yaml(self, content: str, *, repo_type: str | None = None, token: bool | str | None = None) -> None: ...
 def get_user_overview(self, username: str, token: bool | str | None = None) -> User: ...
 @validate_hf_hub_args
 def get_organization_overview(self, organization: str, token: bool | str | None = None) -> Organization: ...
 @validate_hf_hub_args
 def list_organization_followers(self, organization: str, token: bool | str | None = None) -> Iterable[User]: ...
 def list_organization_members(self, organization: str, token: bool | str | None = None) -> Iterable[User]: ...
 def list_user_followers(self, username: str, token: bool | str | None = None) -> Iterable[User]: ...
 def list_user_following(self, username: str, token: bool | str | None = None) -> Iterable[User]: ...
 def list_papers(self, *, query: str | None = None, limit: int | None = None, token: bool | str | None = None) -> Iterable[PaperInfo]: ...
 def paper_info(self, id: str) -> PaperInfo: ...
 def read_paper(self, id: str) -> str: ...
 def list_daily_papers(self, *, date: str | None = None, token: bool | str | None = None, week: str | None = None, month: str | None = None, submitter: str | None = None, sort: DailyPapersSort_T | None = None, p: int | None = None, limit: int | None = None) -> Iterable[PaperInfo]: ...
 def auth_check(self, repo_id: str, *, repo_type: str | None = None, token: bool | str | None = None, write: bool = ...) -> None: ...
 def run_job(self, *, image: str, command: list[str], env: dict[str, Any] | None = None, secrets: dict[str, Any] | None = None, flavor: JobHardware | str | None = None, timeout: int | float | str | None = None, attempts: int | None = None, name: str | None = None, labels: dict[str, str] | None = None, volumes: list[Volume] | None = None, expose: list[int] | None = None, expose_public: list[int] | None = None, ssh: bool = ..., network_group: str | None = None, network_aliases: list[str] | None = None, resource_group_id: str | None = None, namespace: str | None = None, token: bool | str | None = None) -> JobInfo: ...
 def _fetch_running_job_sse(self, *, job_id: str, route: str, timeout: int, skip_previous_events_on_retry: bool, tolerated_status_codes: tuple[int, ...] = ..., tolerated_exception_types: tuple[type[Exception], ...] = ..., follow: bool = ..., namespace: str | None = None, token: bool | str | None = None, params: dict[str, Any] | None = None) -> Iterable[dict[str, Any]]: ...
 def fetch_job_logs(self, *, job_id: str, namespace: str | None = None, follow: bool = ..., tail: int | None = None, token: bool | str | None = None) -> Iterable[str]: ...
 def fetch_job_metrics(self, *, job_id: str, namespace: str | None = None, follow: bool = ..., token: bool | str | None = None) -> Iterable[dict[str, Any]]: ...
 def list_jobs(self, *, status: list[JobStage | str] | JobStage | str | None = None, labels: dict[str, str] | None = None, timeout: int | None = None, namespace: str | None = None, token: bool | str | None = None) -> Iterable[JobInfo]: ...
 def list_jobs_hardware(self, token: bool | str | None = None) -> list[JobHardwareInfo]: ...
 def inspect_job(self, *, job_id: str, namespace: str | None = None, token: bool | str | None = None) -> JobInfo: ...
 @overload
 def wait_for_job(self, job_id: str, *, timeout: float | None = None, poll_interval: float = ..., stages: list[JobStage] | None = None, namespace: str | None = None, token: bool | str | None = None) -> JobInfo: ...
 @overload
 def wait_for_job(self, job_id: list[str], *, timeout: float | None = None, poll_interval: float = ..., stages: list[JobStage] | None = None, namespace: str | None = None, token: bool | str | None = None) -> list[JobInfo]: ...
 def wait_for_job(self, job_id: str | list[str], *, timeout: float | None = None, poll_interval: float = ..., stages: list[JobStage] | None = None, namespace: str | None = None, token: bool | str | None = None) -> JobInfo | list[JobInfo]: ...
 def rerun_job(self, *, job_id: str, namespace: str | None = None, token: bool | str | None = None) -> JobInfo: ...
 def cancel_job(self, *, job_id: str, namespace: str | None = None, token: bool | str | None = None) -> None: ...
 def update_job_expose(self, *, job_id: str, expose: list[int] | None = None, expose_public: list[int] | None = None, namespace: str | None = None, token: bool | str | None = None) -> JobInfo: ...
 def update_job_labels(self, *, job_id: str, labels: dict[str, str], namespace: str | None = None, token: bool | str | None = None) -> JobInfo: ...
 @experimental
 def run_uv_job(self, script: str, *, script_args: list[str] | None = None, dependencies: list[str] | None = None, python: str | None = None, image: str | None = None, env: dict[str, Any] | None = None, secrets: dict[str, Any] | None = None, flavor: JobHardware | str | None = None, timeout: int | float | str | None = None, attempts: int | None = None, name: str | None = None, labels: dict[str, str] | None = None, volumes: list[Volume] | None = None, expose: list[int] | None = None, expose_public: list[int] | None = None, ssh: bool = ..., network_group: str | None = None, network_aliases: list[str] | None = None, resource_group_id: str | None = None, namespace: str | None = None, token: bool | str | None = None) -> JobInfo: ...
 def create_scheduled_job(self, *, image: str, command: list[str], schedule: str, suspend: bool | None = None, concurrency: bool | None = None, env: dict[str, Any] | None = None, secrets: dict[str, Any] | None = None, flavor: JobHardware | str | None = None, timeout: int | float | str | None = None, attempts: int | None = None, name: str | None = None, labels: dict[str, str] | None = None, volumes: list[Volume] | None = None, expose: list[int] | None = None, expose_public: list[int] | None = None, resource_group_id: str | None = None, namespace: str | None = None, token: bool | str | None = None) -> ScheduledJobInfo: ...
 def list_scheduled_jobs(self, *, labels: dict[str, str] | None = None, timeout: int | None = None, namespace: str | None = None, token: bool | str | None = None) -> list[ScheduledJobInfo]: ...
 def inspect_scheduled_job(self, *, scheduled_job_id: str, namespace: str | None = None, token: bool | str | None = None) -> ScheduledJobInfo: ...
 def delete_scheduled_job(self, *, scheduled_job_id: str, namespace: str | None = None, token: bool | str | None = None) -> None: ...
 def suspend_scheduled_job(self, *, scheduled_job_id: str, namespace: str | None = None, token: bool | str | None = None) -> None: ...
 def resume_scheduled_job(self, *, scheduled_job_id: str, namespace: str | None = None, token: bool | str | None = None) -> None: ...
 def update_scheduled_job_schedule(self, *, scheduled_job_id: str, schedule: str, namespace: str | None = None, token: bool | str | None = None) -> ScheduledJobInfo: ...
 def trigger_scheduled_job(self, *, scheduled_job_id: str, namespace: str | None = None, token: bool | str | None = None) -> JobInfo: ...
 def update_scheduled_job_labels(self, *, scheduled_job_id: str, labels: dict[str, str], namespace: str | None = None, token: bool | str | None = None) -> ScheduledJobInfo: ...
 @experimental
 def create_scheduled_uv_job(self, script: str, *, script_args: list[str] | None = None, schedule: str, suspend: bool | None = None, concurrency: bool | None = None, dependencies: list[str] | None = None, python: str | None = None, image: str | None = None, env: dict[str, Any] | None = None, secrets: dict[str, Any] | None = None, flavor: JobHardware | str | None = None, timeout: int | float | str | None = None, attempts: int | None = None, name: str | None = None, labels: dict[str, str] | None = None, volumes: list[Volume] | None = None, expose: list[int] | None = None, expose_public: list[int] | None = None, resource_group_id: str | None = None, namespace: str | None = None, token: bool | str | None = None) -> ScheduledJobInfo: ...
 def _create_uv_command_env_and_secrets(self, *, script: str, script_args: list[str] | None, dependencies: list[str] | None, python: str | None, env: dict[str, Any] | None, secrets: dict[str, Any] | None, namespace: str | None, token: bool | str | None, volumes: list[Volume] | None = None) -> tuple[list[str], dict[str, Any], dict[str, Any], list[Volume]]: ...
 def _upload_scripts_to_bucket(self, *, namespace: str, remote_to_local_file_names: dict[str, str], token: bool | str | None) -> list[Volume]: ...
 def sync_job_volume(self, source: str | Path, mount_path: str, *, remote_name: str | None = None, read_only: bool = ..., namespace: str | None = None, token: bool | str | None = None) -> Volume: ...
 @validate_hf_hub_args
 def create_bucket(self, bucket_id: str, *, private: bool | None = None, visibility: Literal["public", "private"] | None = None, resource_group_id: str | None = None, region: REPO_REGIONS | None = None, exist_ok: bool = ..., token: bool | str | None = None) -> BucketUrl: ...
 @validate_hf_hub_args
 def bucket_info(self, bucket_id: str, *, token: bool | str | None = None) -> BucketInfo: ...
 @validate_hf_hub_args
 def list_buckets(self, namespace: str | None = None, *, search: str | None = None, token: bool | str | None = None) -> Iterable[BucketInfo]: ...
 @validate_hf_hub_args
 def delete_bucket(self, bucket_id: str, *, missing_ok: bool = ..., token: bool | str | None = None) -> None: ...
 @validate_hf_hub_args
 def move_bucket(self, from_id: str, to_id: str, *, token: bool | str | None = None) -> None: ...
 @validate_hf_hub_args
 def update_bucket_settings(self, bucket_id: str, *, private: bool, token: bool | str | None = None) -> None: ...
 @validate_hf_hub_args
 def list_bucket_tree(self, bucket_id: str, prefix: str | None = None, *, recursive: bool | None = None, token: str | bool | None = None) -> Iterable[BucketFile | BucketFolder]: ...
 @validate_hf_hub_args
 def get_bucket_paths_info(self, bucket_id: str, paths: Iterable[str], *, token: str | bool | None = None) -> Iterable[BucketFile]: ...
 @validate_hf_hub_args
 def copy_files(self, source: str, destination: str, *, token: str | bool | None = None) -> None: ...
 def _copy_to_bucket(self, source: HfUri, destination: HfUri, merge_contents: bool, source_str: str, destination_str: str, *, token: str | bool | None = None) -> None: ...
 def _iter_repo_files_for_copy(self, source: HfUri, destination_path: str, destination_is_directory: bool, destination_exists_as_directory: bool, merge_contents: bool, *, token: str | bool | None = None) -> Iterable[tuple[RepoFile, str]]: ...
 def _copy_to_repo(self, source: HfUri, destination: HfUri, merge_contents: bool, source_str: str, destination_str: str, *, token: str | bool | None = None) -> None: ...
 @validate_hf_hub_args
 def batch_bucket_files(self, bucket_id: str, *, add: list[tuple[str | Path | bytes, str]] | None = None, copy: list[tuple[str, str, str, str]] | None = None, delete: list[str] | None = None, token: str | bool | None = None) -> None: ...
 def _batch_bucket_files(self, bucket_id: str, *, add: list[tuple[str | Path | bytes, str] | _BucketAddFile] | None = None, copy: list[tuple[str, str, str, str] | _BucketCopyFile] | None = None, delete: list[str | _BucketDeleteFile] | None = None, token: str | bool | None = None, _progress: XetUploadProgressReporter | None = None) -> None: ...
 @validate_hf_hub_args
 def get_bucket_file_metadata(self, bucket_id: str, remote_path: str, *, token: str | bool | None = None) -> BucketFileMetadata: ...
 @validate_hf_hub_args
 def download_bucket_files(self, bucket_id: str, files: list[tuple[str | BucketFile, str | Path]], *, raise_on_missing_files: bool = ..., token: str | bool | None = None) -> None: ...
 @validate_hf_hub_args
 def sync_bucket(self, source: str | None = None, dest: str | None = None, *, delete: bool = ..., ignore_times: bool = ..., ignore_sizes: bool = ..., existing: bool = ..., ignore_existing: bool = ..., include: list[str] | None = None, exclude: list[str] | None = None, filter_from: str | None = None, plan: str | None = None, apply: str | None = None, dry_run: bool = ..., verbose: bool = ..., quiet: bool = ..., token: bool | str | None = None) -> SyncPlan: ...
 library_name: None | str
 endpoint: str
 token: None | bool | str
 library_version: None | str
 user_agent: None | dict | str
 headers: None | dict[str, str]
 _thread_pool: ThreadPoolExecutor | None
 _whoami_cache: dict[str, dict]
def _bucket_batch_error(bucket_id: str, failures: list[dict[str, str]], *, sent: int, response: httpx2.Response) -> BucketBatchError: ...
def _parse_revision_from_pr_url(pr_url: str) -> str: ...
def parse_local_safetensors_file_metadata(path: str | Path) -> SafetensorsFileMetadata: ...
def get_local_safetensors_metadata(path: str | Path) -> SafetensorsRepoMetadata: ...
api: _loopmend_1.HfApi
whoami = api.whoami
auth_check = api.auth_check
list_models = api.list_models
model_info = api.model_info
list_datasets = api.list_datasets
list_dataset_parquet_files = api.list_dataset_parquet_files
dataset_info = api.dataset_info
get_dataset_leaderboard = api.get_dataset_leaderboard
list_spaces = api.list_spaces
list_space_templates = api.list_space_templates
search_spaces = api.search_spaces
space_info = api.space_info
kernel_info = api.kernel_info
list_papers = api.list_papers
paper_info = api.paper_info
read_paper = api.read_paper
list_daily_papers = api.list_daily_papers
repo_exists = api.repo_exists
revision_exists = api.revision_exists
file_exists = api.file_exists
repo_info = api.repo_info
resolve_revision = api.resolve_revision
list_repo_files = api.list_repo_files
list_repo_refs = api.list_repo_refs
list_repo_commits = api.list_repo_commits
list_repo_tree = api.list_repo_tree
get_paths_info = api.get_paths_info
verify_repo_checksums = api.verify_repo_checksums
get_model_tags = api.get_model_tags
get_dataset_tags = api.get_dataset_tags
create_commit = api.create_commit
create_repo = api.create_repo
delete_repo = api.delete_repo
update_repo_settings = api.update_repo_settings
move_repo = api.move_repo
upload_file = api.upload_file
upload_folder = api.upload_folder
delete_file = api.delete_file
delete_folder = api.delete_folder
delete_files = api.delete_files
preupload_lfs_files = api.preupload_lfs_files
create_branch = api.create_branch
delete_branch = api.delete_branch
create_tag = api.create_tag
delete_tag = api.delete_tag
get_full_repo_name = api.get_full_repo_name
super_squash_history = api.super_squash_history
list_lfs_files = api.list_lfs_files
permanently_delete_lfs_files = api.permanently_delete_lfs_files
get_safetensors_metadata = api.get_safetensors_metadata
get_sharded_safetensors_metadata = api.get_sharded_safetensors_metadata
parse_safetensors_file_metadata = api.parse_safetensors_file_metadata
run_as_future = api.run_as_future
list_liked_repos = api.list_liked_repos
list_repo_likers = api.list_repo_likers
list_user_repos = api.list_user_repos
unlike = api.unlike
get_discussion_details = api.get_discussion_details
get_repo_discussions = api.get_repo_discussions
create_discussion = api.create_discussion
create_pull_request = api.create_pull_request
change_discussion_status = api.change_discussion_status
comment_discussion = api.comment_discussion
edit_discussion_comment = api.edit_discussion_comment
rename_discussion = api.rename_discussion
merge_pull_request = api.merge_pull_request
upload_attachment = api.upload_attachment
get_space_secrets = api.get_space_secrets
add_space_secret = api.add_space_secret
delete_space_secret = api.delete_space_secret
get_space_variables = api.get_space_variables
add_space_variable = api.add_space_variable
delete_space_variable = api.delete_space_variable
get_space_runtime = api.get_space_runtime
list_spaces_hardware = api.list_spaces_hardware
get_zero_gpu_quota = api.get_zero_gpu_quota
request_space_hardware = api.request_space_hardware
set_space_sleep_time = api.set_space_sleep_time
pause_space = api.pause_space
restart_space = api.restart_space
duplicate_repo = api.duplicate_repo
set_space_volumes = api.set_space_volumes
delete_space_volumes = api.delete_space_volumes
enable_space_dev_mode = api.enable_space_dev_mode
disable_space_dev_mode = api.disable_space_dev_mode
fetch_space_logs = api.fetch_space_logs
wait_for_space = api.wait_for_space
list_inference_endpoints = api.list_inference_endpoints
create_inference_endpoint = api.create_inference_endpoint
get_inference_endpoint = api.get_inference_endpoint
update_inference_endpoint = api.update_inference_endpoint
delete_inference_endpoint = api.delete_inference_endpoint
pause_inference_endpoint = api.pause_inference_endpoint
resume_inference_endpoint = api.resume_inference_endpoint
scale_to_zero_inference_endpoint = api.scale_to_zero_inference_endpoint
create_inference_endpoint_from_catalog = api.create_inference_endpoint_from_catalog
list_inference_catalog = api.list_inference_catalog
list_inference_endpoints_hardware = api.list_inference_endpoints_hardware
get_collection = api.get_collection
list_collections = api.list_collections
create_collection = api.create_collection
update_collection_metadata = api.update_collection_metadata
update_collection_resource_group = api.update_collection_resource_group
delete_collection = api.delete_collection
add_collection_item = api.add_collection_item
update_collection_item = api.update_collection_item
delete_collection_item = api.delete_collection_item
delete_collection_item = api.delete_collection_item
list_pending_access_requests = api.list_pending_access_requests
list_accepted_access_requests = api.list_accepted_access_requests
list_rejected_access_requests = api.list_rejected_access_requests
cancel_access_request = api.cancel_access_request
accept_access_request = api.accept_access_request
reject_access_request = api.reject_access_request
grant_access = api.grant_access
create_webhook = api.create_webhook
disable_webhook = api.disable_webhook
delete_webhook = api.delete_webhook
enable_webhook = api.enable_webhook
get_webhook = api.get_webhook
list_webhooks = api.list_webhooks
update_webhook = api.update_webhook
get_user_overview = api.get_user_overview
get_organization_overview = api.get_organization_overview
list_organization_followers = api.list_organization_followers
list_organization_members = api.list_organization_members
list_user_followers = api.list_user_followers
list_user_following = api.list_user_following
run_job = api.run_job
fetch_job_logs = api.fetch_job_logs
fetch_job_metrics = api.fetch_job_metrics
list_jobs = api.list_jobs
list_jobs_hardware = api.list_jobs_hardware
inspect_job = api.inspect_job
wait_for_job = api.wait_for_job
rerun_job = api.rerun_job
cancel_job = api.cancel_job
update_job_labels = api.update_job_labels
update_job_expose = api.update_job_expose
run_uv_job = api.run_uv_job
create_scheduled_job = api.create_scheduled_job
list_scheduled_jobs = api.list_scheduled_jobs
inspect_scheduled_job = api.inspect_scheduled_job
delete_scheduled_job = api.delete_scheduled_job
suspend_scheduled_job = api.suspend_scheduled_job
resume_scheduled_job = api.resume_scheduled_job
trigger_scheduled_job = api.trigger_scheduled_job
update_scheduled_job_schedule = api.update_scheduled_job_schedule
update_scheduled_job_labels = api.update_scheduled_job_labels
create_scheduled_uv_job = api.create_scheduled_uv_job
sync_job_volume = api.sync_job_volume
create_bucket = api.create_bucket
bucket_info = api.bucket_info
list_buckets = api.list_buckets
delete_bucket = api.delete_bucket
move_bucket = api.move_bucket
update_bucket_settings = api.update_bucket_settings
list_bucket_tree = api.list_bucket_tree
get_bucket_paths_info = api.get_bucket_paths_info
copy_files = api.copy_files
batch_bucket_files = api.batch_bucket_files
get_bucket_file_metadata = api.get_bucket_file_metadata
download_bucket_files = api.download_bucket_files
sync_bucket = api.sync_bucket

=== huggingface_hub.inference package

=== huggingface_hub.inference._common
import huggingface_hub.errors as _loopmend_3
import huggingface_hub.inference._common as _loopmend_0
import huggingface_hub.inference._generated.types.chat_completion as _loopmend_2
import huggingface_hub.inference._generated.types.text_generation as _loopmend_1
import base64
import io
import json
import logging
import mimetypes
from collections.abc import AsyncIterable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, NoReturn, Union, overload
import httpx2
from huggingface_hub.errors import ( GenerationError, HfHubHTTPError, IncompleteGenerationError, OverloadedError, TextGenerationError, UnknownError, ValidationError, )
from ..utils import get_session, is_numpy_available, is_pillow_available
from ._generated.types import ChatCompletionStreamOutput, TextGenerationStreamOutput
if TYPE_CHECKING:
 from PIL.Image import Image
UrlT = str
PathT = Union[str, Path]
ContentT = Union[bytes, BinaryIO, PathT, UrlT, "Image", bytearray, memoryview]
TASKS_EXPECTING_IMAGES: set[str]
logger = logging.getLogger(__name__)
@dataclass
class RequestParameters:
 url: str
 task: str
 model: str | None
 json: str | dict | list | None
 data: bytes | None
 headers: dict[str, Any]
class MimeBytes(bytes):
 mime_type: str | None
 def __new__(cls, data: bytes, mime_type: str | None = None): ...
def _import_numpy(): ...
def _import_pil_image(): ...
@overload
def _open_as_mime_bytes(content: ContentT) -> MimeBytes: ...
@overload
def _open_as_mime_bytes(content: Literal[None]) -> Literal[None]: ...
def _open_as_mime_bytes(content: ContentT | None) -> MimeBytes | None: ...
def _b64_encode(content: ContentT) -> str: ...
def _as_url(content: ContentT, default_mime_type: str) -> str: ...
def _b64_to_image(encoded_image: str) -> "Image": ...
def _bytes_to_list(content: bytes) -> list: ...
def _bytes_to_dict(content: bytes) -> dict: ...
def _bytes_to_image(content: bytes) -> "Image": ...
def _as_dict(response: bytes | dict) -> dict: ...
def _stream_text_generation_response(output_lines: Iterable[str], details: bool) -> Iterable[str] | Iterable[TextGenerationStreamOutput]: ...
def _async_stream_text_generation_response(output_lines: AsyncIterable[str], details: bool) -> AsyncIterable[str] | AsyncIterable[TextGenerationStreamOutput]: ...
def _format_text_generation_stream_output(line: str, details: bool) -> str | TextGenerationStreamOutput | None: ...
def _stream_chat_completion_response(lines: Iterable[str]) -> Iterable[ChatCompletionStreamOutput]: ...
def _async_stream_chat_completion_response(lines: AsyncIterable[str]) -> AsyncIterable[ChatCompletionStreamOutput]: ...
def _format_chat_completion_stream_output(line: str) -> ChatCompletionStreamOutput | None: ...
def _async_yield_from(client: httpx2.AsyncClient, response: httpx2.Response) -> AsyncIterable[str]: ...
_UNSUPPORTED_TEXT_GENERATION_KWARGS: dict[str | None, list[str]] = ...
def _set_unsupported_text_generation_kwargs(model: str | None, unsupported_kwargs: list[str]) -> None: ...
def _get_unsupported_text_generation_kwargs(model: str | None) -> list[str]: ...
def raise_text_generation_error(http_error: HfHubHTTPError) -> NoReturn: ...
def _parse_text_generation_error(error: str | None, error_type: str | None) -> TextGenerationError: ...

=== huggingface_hub.inference._generated package

=== huggingface_hub.inference._generated._async_client
import contextlib as _loopmend_22
import huggingface_hub.inference._generated._async_client as _loopmend_0
import huggingface_hub.inference._generated.types.audio_classification as _loopmend_2
import huggingface_hub.inference._generated.types.audio_to_audio as _loopmend_3
import huggingface_hub.inference._generated.types.automatic_speech_recognition as _loopmend_4
import huggingface_hub.inference._generated.types.chat_completion as _loopmend_5
import huggingface_hub.inference._generated.types.document_question_answering as _loopmend_6
import huggingface_hub.inference._generated.types.fill_mask as _loopmend_7
import huggingface_hub.inference._generated.types.image_classification as _loopmend_8
import huggingface_hub.inference._generated.types.image_segmentation as _loopmend_9
import huggingface_hub.inference._generated.types.image_to_text as _loopmend_10
import huggingface_hub.inference._generated.types.object_detection as _loopmend_11
import huggingface_hub.inference._generated.types.question_answering as _loopmend_12
import huggingface_hub.inference._generated.types.summarization as _loopmend_13
import huggingface_hub.inference._generated.types.table_question_answering as _loopmend_14
import huggingface_hub.inference._generated.types.text_classification as _loopmend_15
import huggingface_hub.inference._generated.types.text_generation as _loopmend_16
import huggingface_hub.inference._generated.types.token_classification as _loopmend_17
import huggingface_hub.inference._generated.types.translation as _loopmend_18
import huggingface_hub.inference._generated.types.visual_question_answering as _loopmend_19
import huggingface_hub.inference._generated.types.zero_shot_classification as _loopmend_20
import huggingface_hub.inference._generated.types.zero_shot_image_classification as _loopmend_21
import typing as _loopmend_1
import asyncio
import base64
import logging
import os
import re
import warnings
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Any, AsyncIterable, Literal, Optional, Union, overload
import httpx2
from huggingface_hub import constants
from huggingface_hub.errors import BadRequestError, HfHubHTTPError, InferenceTimeoutError
from huggingface_hub.inference._common import ( TASKS_EXPECTING_IMAGES, ContentT, RequestParameters, _async_stream_chat_completion_response, _async_stream_text_generation_response, _b64_encode, _b64_to_image, _bytes_to_dict, _bytes_to_image, _bytes_to_list, _get_unsupported_text_generation_kwargs, _import_numpy, _set_unsupported_text_generation_kwargs, raise_text_generation_error, )
from huggingface_hub.inference._generated.types import ( AudioClassificationOutputElement, AudioClassificationOutputTransform, AudioToAudioOutputElement, AutomaticSpeechRecognitionOutput, ChatCompletionInputGrammarType, ChatCompletionInputMessage, ChatCompletionInputStreamOptions, ChatCompletionInputTool, ChatCompletionInputToolChoiceClass, ChatCompletionInputToolChoiceEnum, ChatCompletionOutput, ChatCompletionStreamOutput, DocumentQuestionAnsweringOutputElement, FillMaskOutputElement, ImageClassificationOutputElement, ImageClassificationOutputTransform, ImageSegmentationOutputElement, ImageSegmentationSubtask, ImageToImageTargetSize, ImageToTextOutput, ImageToVideoTargetSize, ObjectDetectionOutputElement, Padding, QuestionAnsweringOutputElement, SummarizationOutput, SummarizationTruncationStrategy, TableQuestionAnsweringOutputElement, TextClassificationOutputElement, TextClassificationOutputTransform, TextGenerationInputGrammarType, TextGenerationOutput, TextGenerationStreamOutput, TextToSpeechEarlyStoppingEnum, TokenClassificationAggregationStrategy, TokenClassificationOutputElement, TranslationOutput, TranslationTruncationStrategy, VisualQuestionAnsweringOutputElement, ZeroShotClassificationOutputElement, ZeroShotImageClassificationOutputElement, )
from huggingface_hub.inference._providers import PROVIDER_OR_POLICY_T, get_provider_helper
from huggingface_hub.utils import ( build_hf_headers, get_async_session, hf_raise_for_status, validate_hf_hub_args, )
from .._common import _async_yield_from
if TYPE_CHECKING:
 import numpy as np
 from PIL.Image import Image
logger = logging.getLogger(__name__)
MODEL_KWARGS_NOT_USED_REGEX = re.compile(r"The following `model_kwargs` are not used by the model: \[(.*?)\]")
class AsyncInferenceClient:
 provider: PROVIDER_OR_POLICY_T | None
 @validate_hf_hub_args
 def __init__(self, model: str | None = None, *, provider: PROVIDER_OR_POLICY_T | None = None, token: str | None = None, timeout: float | None = None, headers: dict[str, str] | None = None, cookies: dict[str, str] | None = None, bill_to: str | None = None, base_url: str | None = None, api_key: str | None = None) -> None: ...
 def __repr__(self) -> str: ...
 async def __aenter__(self) -> _loopmend_0.AsyncInferenceClient: ...
 async def __aexit__(self, exc_type, exc_value, traceback) -> None: ...
 async def close(self) -> None: ...
 async def _get_async_client(self): ...
 @overload
 async def _inner_post(self, request_parameters: RequestParameters, *, stream: Literal[False] = ...) -> bytes: ...
 @overload
 async def _inner_post(self, request_parameters: RequestParameters, *, stream: Literal[True] = ...) -> AsyncIterable[str]: ...
 @overload
 async def _inner_post(self, request_parameters: RequestParameters, *, stream: bool = ...) -> bytes | AsyncIterable[str]: ...
 async def _inner_post(self, request_parameters: RequestParameters, *, stream: bool = ...) -> bytes | AsyncIterable[str]: ...
 async def audio_classification(self, audio: ContentT, *, model: str | None = None, top_k: int | None = None, function_to_apply: Optional["AudioClassificationOutputTransform"] = None) -> list[AudioClassificationOutputElement]: ...
 async def audio_to_audio(self, audio: ContentT, *, model: str | None = None) -> list[AudioToAudioOutputElement]: ...
 async def automatic_speech_recognition(self, audio: ContentT, *, model: str | None = None, extra_body: dict | None = None) -> AutomaticSpeechRecognitionOutput: ...
 @overload
 async def chat_completion(self, messages: list[dict | ChatCompletionInputMessage], *, model: str | None = None, stream: Literal[False] = ..., frequency_penalty: float | None = None, logit_bias: list[float] | None = None, logprobs: bool | None = None, max_tokens: int | None = None, n: int | None = None, presence_penalty: float | None = None, response_format: ChatCompletionInputGrammarType | None = None, seed: int | None = None, stop: list[str] | None = None, stream_options: ChatCompletionInputStreamOptions | None = None, temperature: float | None = None, tool_choice: Union[ChatCompletionInputToolChoiceClass, "ChatCompletionInputToolChoiceEnum"] | None = None, tool_prompt: str | None = None, tools: list[ChatCompletionInputTool] | None = None, top_logprobs: int | None = None, top_p: float | None = None, extra_body: dict | None = None) -> ChatCompletionOutput: ...
 @overload
 async def chat_completion(self, messages: list[dict | ChatCompletionInputMessage], *, model: str | None = None, stream: Literal[True] = ..., frequency_penalty: float | None = None, logit_bias: list[float] | None = None, logprobs: bool | None = None, max_tokens: int | None = None, n: int | None = None, presence_penalty: float | None = None, response_format: ChatCompletionInputGrammarType | None = None, seed: int | None = None, stop: list[str] | None = None, stream_options: ChatCompletionInputStreamOptions | None = None, temperature: float | None = None, tool_choice: Union[ChatCompletionInputToolChoiceClass, "ChatCompletionInputToolChoiceEnum"] | None = None, tool_prompt: str | None = None, tools: list[ChatCompletionInputTool] | None = None, top_logprobs: int | None = None, top_p: float | None = None, extra_body: dict | None = None) -> AsyncIterable[ChatCompletionStreamOutput]: ...
 @overload
 async def chat_completion(self, messages: list[dict | ChatCompletionInputMessage], *, model: str | None = None, stream: bool = ..., frequency_penalty: float | None = None, logit_bias: list[float] | None = None, logprobs: bool | None = None, max_tokens: int | None = None, n: int | None = None, presence_penalty: float | None = None, response_format: ChatCompletionInputGrammarType | None = None, seed: int | None = None, stop: list[str] | None = None, stream_options: ChatCompletionInputStreamOptions | None = None, temperature: float | None = None, tool_choice: Union[ChatCompletionInputToolChoiceClass, "ChatCompletionInputToolChoiceEnum"] | None = None, tool_prompt: str | None = None, tools: list[ChatCompletionInputTool] | None = None, top_logprobs: int | None = None, top_p: float | None = None, extra_body: dict | None = None) -> ChatCompletionOutput | AsyncIterable[ChatCompletionStreamOutput]: ...
 async def chat_completion(self, messages: list[dict | ChatCompletionInputMessage], *, model: str | None = None, stream: bool = ..., frequency_penalty: float | None = None, logit_bias: list[float] | None = None, logprobs: bool | None = None, max_tokens: int | None = None, n: int | None = None, presence_penalty: float | None = None, response_format: ChatCompletionInputGrammarType | None = None, seed: int | None = None, stop: list[str] | None = None, stream_options: ChatCompletionInputStreamOptions | None = None, temperature: float | None = None, tool_choice: Union[ChatCompletionInputToolChoiceClass, "ChatCompletionInputToolChoiceEnum"] | None = None, tool_prompt: str | None = None, tools: list[ChatCompletionInputTool] | None = None, top_logprobs: int | None = None, top_p: float | None = None, extra_body: dict | None = None) -> ChatCompletionOutput | AsyncIterable[ChatCompletionStreamOutput]: ...
 async def document_question_answering(self, image: ContentT, question: str, *, model: str | None = None, doc_stride: int | None = None, handle_impossible_answer: bool | None = None, lang: str | None = None, max_answer_len: int | None = None, max_question_len: int | None = None, max_seq_len: int | None = None, top_k: int | None = None, word_boxes: list[list[float] | str] | None = None) -> list[DocumentQuestionAnsweringOutputElement]: ...
 async def feature_extraction(self, text: str | list[str], *, normalize: bool | None = None, prompt_name: str | None = None, truncate: bool | None = None, truncation_direction: Literal["left", "right"] | None = None, dimensions: int | None = None, encoding_format: Literal["float", "base64"] | None = None, model: str | None = None) -> "np.ndarray": ...
 async def fill_mask(self, text: str, *, model: str | None = None, targets: list[str] | None = None, top_k: int | None = None) -> list[FillMaskOutputElement]: ...
 async def image_classification(self, image: ContentT, *, model: str | None = None, function_to_apply: Optional["ImageClassificationOutputTransform"] = None, top_k: int | None = None) -> list[ImageClassificationOutputElement]: ...
 async def image_segmentation(self, image: ContentT, *, model: str | None = None, mask_threshold: float | None = None, overlap_mask_area_threshold: float | None = None, subtask: Optional["ImageSegmentationSubtask"] = None, threshold: float | None = None) -> list[ImageSegmentationOutputElement]: ...
 async def image_to_image(self, image: ContentT, prompt: str | None = None, *, negative_prompt: str | None = None, num_inference_steps: int | None = None, guidance_scale: float | None = None, model: str | None = None, target_size: ImageToImageTargetSize | None = None, **kwargs) -> "Image": ...
 async def image_to_video(self, image: ContentT, *, model: str | None = None, prompt: str | None = None, negative_prompt: str | None = None, num_frames: float | None = None, num_inference_steps: int | None = None, guidance_scale: float | None = None, seed: int | None = None, target_size: ImageToVideoTargetSize | None = None, **kwargs) -> bytes: ...
 async def image_to_text(self, image: ContentT, *, model: str | None = None) -> ImageToTextOutput: ...
 async def object_detection(self, image: ContentT, *, model: str | None = None, threshold: float | None = None) -> list[ObjectDetectionOutputElement]: ...
 async def question_answering(self, question: str, context: str, *, model: str | None = None, align_to_words: bool | None = None, doc_stride: int | None = None, handle_impossible_answer: bool | None = None, max_answer_len: int | None = None, max_question_len: int | None = None, max_seq_len: int | None = None, top_k: int | None = None) -> QuestionAnsweringOutputElement | list[QuestionAnsweringOutputElement]: ...
 async def sentence_similarity(self, sentence: str, other_sentences: list[str], *, model: str | None = None) -> list[float]: ...
 async def summarization(self, text: str, *, model: str | None = None, clean_up_tokenization_spaces: bool | None = None, generate_parameters: dict[str, Any] | None = None, truncation: Optional["SummarizationTruncationStrategy"] = None) -> SummarizationOutput: ...
 async def table_question_answering(self, table: dict[str, Any], query: str, *, model: str | None = None, padding: Optional["Padding"] = None, sequential: bool | None = None, truncation: bool | None = None) -> TableQuestionAnsweringOutputElement: ...
 async def tabular_classification(self, table: dict[str, Any], *, model: str | None = None) -> list[str]: ...
 async def tabular_regression(self, table: dict[str, Any], *, model: str | None = None) -> list[float]: ...
 async def text_classification(self, text: str, *, model: str | None = None, top_k: int | None = None, function_to_apply: Optional["TextClassificationOutputTransform"] = None) -> list[TextClassificationOutputElement]: ...
 @overload
 async def text_generation(self, prompt: str, *, details: Literal[True], stream: Literal[True], model: str | None = None, adapter_id: str | None = None, best_of: int | None = None, decoder_input_details: bool | None = None, do_sample: bool | None = None, frequency_penalty: float | None = None, grammar: TextGenerationInputGrammarType | None = None, max_new_tokens: int | None = None, repetition_penalty: float | None = None, return_full_text: bool | None = None, seed: int | None = None, stop: list[str] | None = None, temperature: float | None = None, top_k: int | None = None, top_n_tokens: int | None = None, top_p: float | None = None, truncate: int | None = None, typical_p: float | None = None, watermark: bool | None = None) -> AsyncIterable[TextGenerationStreamOutput]: ...
 @overload
 async def text_generation(self, prompt: str, *, details: Literal[True], stream: Literal[False] | None = None, model: str | None = None, adapter_id: str | None = None, best_of: int | None = None, decoder_input_details: bool | None = None, do_sample: bool | None = None, frequency_penalty: float | None = None, grammar: TextGenerationInputGrammarType | None = None, max_new_tokens: int | None = None, repetition_penalty: float | None = None, return_full_text: bool | None = None, seed: int | None = None, stop: list[str] | None = None, temperature: float | None = None, top_k: int | None = None, top_n_tokens: int | None = None, top_p: float | None = None, truncate: int | None = None, typical_p: float | None = None, watermark: bool | None = None) -> TextGenerationOutput: ...
 @overload
 async def text_generation(self, prompt: str, *, details: Literal[False] | None = None, stream: Literal[True], model: str | None = None, adapter_id: str | None = None, best_of: int | None = None, decoder_input_details: bool | None = None, do_sample: bool | None = None, frequency_penalty: float | None = None, grammar: TextGenerationInputGrammarType | None = None, max_new_tokens: int | None = None, repetition_penalty: float | None = None, return_full_text: bool | None = None, seed: int | None = None, stop: list[str] | None = None, temperature: float | None = None, top_k: int | None = None, top_n_tokens: int | None = None, top_p: float | None = None, truncate: int | None = None, typical_p: float | None = None, watermark: bool | None = None) -> AsyncIterable[str]: ...
 @overload
 async def text_generation(self, prompt: str, *, details: Literal[False] | None = None, stream: Literal[False] | None = None, model: str | None = None, adapter_id: str | None = None, best_of: int | None = None, decoder_input_details: bool | None = None, do_sample: bool | None = None, frequency_penalty: float | None = None, grammar: TextGenerationInputGrammarType | None = None, max_new_tokens: int | None = None, repetition_penalty: float | None = None, return_full_text: bool | None = None, seed: int | None = None, stop: list[str] | None = None, temperature: float | None = None, top_k: int | None = None, top_n_tokens: int | None = None, top_p: float | None = None, truncate: int | None = None, typical_p: float | None = None, watermark: bool | None = None) -> str: ...
 @overload
 async def text_generation(self, prompt: str, *, details: bool | None = None, stream: bool | None = None, model: str | None = None, adapter_id: str | None = None, best_of: int | None = None, decoder_input_details: bool | None = None, do_sample: bool | None = None, frequency_penalty: float | None = None, grammar: TextGenerationInputGrammarType | None = None, max_new_tokens: int | None = None, repetition_penalty: float | None = None, return_full_text: bool | None = None, seed: int | None = None, stop: list[str] | None = None, temperature: float | None = None, top_k: int | None = None, top_n_tokens: int | None = None, top_p: float | None = None, truncate: int | None = None, typical_p: float | None = None, watermark: bool | None = None) -> str | TextGenerationOutput | AsyncIterable[str] | AsyncIterable[TextGenerationStreamOutput]: ...
 async def text_generation(self, prompt: str, *, details: bool | None = None, stream: bool | None = None, model: str | None = None, adapter_id: str | None = None, best_of: int | None = None, decoder_input_details: bool | None = None, do_sample: bool | None = None, frequency_penalty: float | None = None, grammar: TextGenerationInputGrammarType | None = None, max_new_tokens: int | None = None, repetition_penalty: float | None = None, return_full_text: bool | None = None, seed: int | None = None, stop: list[str] | None = None, temperature: float | None = None, top_k: int | None = None, top_n_tokens: int | None = None, top_p: float | None = None, truncate: int | None = None, typical_p: float | None = None, watermark: bool | None = None) -> str | TextGenerationOutput | AsyncIterable[str] | AsyncIterable[TextGenerationStreamOutput]: ...
 async def text_to_image(self, prompt: str, *, negative_prompt: str | None = None, height: int | None = None, width: int | None = None, num_inference_steps: int | None = None, guidance_scale: float | None = None, model: str | None = None, scheduler: str | None = None, seed: int | None = None, extra_body: dict[str, Any] | None = None) -> "Image": ...
 async def text_to_video(self, prompt: str, *, model: str | None = None, guidance_scale: float | None = None, negative_prompt: list[str] | None = None, num_frames: float | None = None, num_inference_steps: int | None = None, seed: int | None = None, extra_body: dict[str, Any] | None = None) -> bytes: ...
 async def text_to_speech(self, text: str, *, model: str | None = None, do_sample: bool | None = None, early_stopping: Union[bool, "TextToSpeechEarlyStoppingEnum"] | None = None, epsilon_cutoff: float | None = None, eta_cutoff: float | None = None, max_length: int | None = None, max_new_tokens: int | None = None, min_length: int | None = None, min_new_tokens: int | None = None, num_beam_groups: int | None = None, num_beams: int | None = None, penalty_alpha: float | None = None, temperature: float | None = None, top_k: int | None = None, top_p: float | None = None, typical_p: float | None = None, use_cache: bool | None = None, extra_body: dict[str, Any] | None = None) -> bytes: ...
 async def token_classification(self, text: str, *, model: str | None = None, aggregation_strategy: Optional["TokenClassificationAggregationStrategy"] = None, ignore_labels: list[str] | None = None, stride: int | None = None) -> list[TokenClassificationOutputElement]: ...
 async def translation(self, text: str, *, model: str | None = None, src_lang: str | None = None, tgt_lang: str | None = None, clean_up_tokenization_spaces: bool | None = None, truncation: Optional["TranslationTruncationStrategy"] = None, generate_parameters: dict[str, Any] | None = None) -> TranslationOutput: ...
 async def visual_question_answering(self, image: ContentT, question: str, *, model: str | None = None, top_k: int | None = None) -> list[VisualQuestionAnsweringOutputElement]: ...
 async def zero_shot_classification(self, text: str, candidate_labels: list[str], *, multi_label: bool | None = ..., hypothesis_template: str | None = None, model: str | None = None) -> list[ZeroShotClassificationOutputElement]: ...
 async def zero_shot_image_classification(self, image: ContentT, candidate_labels: list[str], *, model: str | None = None, hypothesis_template: str | None = None) -> list[ZeroShotImageClassificationOutputElement]: ...
 async def get_endpoint_info(self, *, model: str | None = None) -> dict[str, Any]: ...
 async def health_check(self, model: str | None = None) -> bool: ...
 @property
 def chat(self) -> "ProxyClientChat": ...
 model: str | None
 token: str | None
 timeout: None | float
 headers: dict | dict[str, str]
 cookies: None | dict[str, str]
 exit_stack: _loopmend_22.AsyncExitStack
 _async_client: Optional[httpx2.AsyncClient]
class _ProxyClient:
 def __init__(self, client: AsyncInferenceClient) -> None: ...
 _client: _loopmend_0.AsyncInferenceClient
class ProxyClientChat(_ProxyClient):
 @property
 def completions(self) -> "ProxyClientChatCompletions": ...
class ProxyClientChatCompletions(_ProxyClient):
 @property
 def create(self) -> _loopmend_1.Callable[..., _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, _loopmend_1.Any] | _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, _loopmend_1.AsyncIterable] | _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, _loopmend_5.ChatCompletionOutput]]: ...

=== huggingface_hub.inference._mcp package

=== huggingface_hub.inference._mcp._cli_hacks
import asyncio
import sys
from functools import partial
import click
def _patch_anyio_open_process() -> None: ...
async def _async_prompt(exit_event: asyncio.Event, prompt: str = ...) -> str: ...

=== huggingface_hub.inference._mcp.agent
import huggingface_hub.inference._mcp.types as _loopmend_0
from __future__ import annotations
import asyncio
from typing import AsyncGenerator, Iterable, Optional, Union
from huggingface_hub import ChatCompletionInputMessage, ChatCompletionStreamOutput, MCPClient
from .._providers import PROVIDER_OR_POLICY_T
from .constants import DEFAULT_SYSTEM_PROMPT, EXIT_LOOP_TOOLS, MAX_NUM_TURNS
from .types import ServerConfig
class Agent(MCPClient):
 def __init__(self, *, model: Optional[str] = None, servers: Iterable[ServerConfig], provider: Optional[PROVIDER_OR_POLICY_T] = None, base_url: Optional[str] = None, api_key: Optional[str] = None, prompt: Optional[str] = None) -> None: ...
 async def load_tools(self) -> None: ...
 def run(self, user_input: str, *, abort_event: Optional[asyncio.Event] = None) -> AsyncGenerator[Union[ChatCompletionStreamOutput, ChatCompletionInputMessage], None]: ...
 _servers_cfg: list[_loopmend_0.HTTPServerConfig | _loopmend_0.SSEServerConfig | _loopmend_0.StdioServerConfig]
 messages: list[Union[dict, ChatCompletionInputMessage]]

=== huggingface_hub.inference._mcp.cli
import asyncio
import os
import signal
import traceback
from typing import Optional
import click
from ...utils import ANSI
from ._cli_hacks import _async_prompt, _patch_anyio_open_process
from .agent import Agent
from .utils import _load_agent_config
@click.group( help="A squad of lightweight composable AI applications built on Hugging Face's Inference Client and MCP stack." )
def app() -> None: ...
async def run_agent(agent_path: Optional[str]) -> None: ...
@app.command("run", help="Run the Agent in the CLI")
@click.argument("path", required=False)
def run(path: Optional[str]) -> None: ...

=== huggingface_hub.inference._mcp.mcp_client
import contextlib as _loopmend_1
import huggingface_hub.inference._generated._async_client as _loopmend_2
import huggingface_hub.inference._mcp.mcp_client as _loopmend_0
import json
import logging
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, AsyncIterable, Literal, Optional, TypedDict, Union, overload
from typing_extensions import NotRequired, TypeAlias, Unpack
from ...utils._runtime import get_hf_hub_version
from .._generated._async_client import AsyncInferenceClient
from .._generated.types import ( ChatCompletionInputMessage, ChatCompletionInputTool, ChatCompletionStreamOutput, ChatCompletionStreamOutputDeltaToolCall, )
from .._providers import PROVIDER_OR_POLICY_T
from .utils import format_result
if TYPE_CHECKING:
 from mcp import ClientSession
logger = logging.getLogger(__name__)
ToolName: TypeAlias = str
ServerType: TypeAlias = Literal["stdio", "sse", "http"]
class StdioServerParameters_T(TypedDict):
 command: str
 args: NotRequired[list[str]]
 env: NotRequired[dict[str, str]]
 cwd: NotRequired[Union[str, Path, None]]
class SSEServerParameters_T(TypedDict):
 url: str
 headers: NotRequired[dict[str, Any]]
 timeout: NotRequired[float]
 sse_read_timeout: NotRequired[float]
class StreamableHTTPParameters_T(TypedDict):
 url: str
 headers: NotRequired[dict[str, Any]]
 timeout: NotRequired[timedelta]
 sse_read_timeout: NotRequired[timedelta]
 terminate_on_close: NotRequired[bool]
class MCPClient:
 def __init__(self, *, model: Optional[str] = None, provider: Optional[PROVIDER_OR_POLICY_T] = None, base_url: Optional[str] = None, api_key: Optional[str] = None) -> None: ...
 async def __aenter__(self) -> _loopmend_0.MCPClient: ...
 async def __aexit__(self, exc_type, exc_val, exc_tb) -> None: ...
 async def cleanup(self) -> None: ...
 @overload
 async def add_mcp_server(self, type: Literal["stdio"], **params: Unpack[StdioServerParameters_T]): ...
 @overload
 async def add_mcp_server(self, type: Literal["sse"], **params: Unpack[SSEServerParameters_T]): ...
 @overload
 async def add_mcp_server(self, type: Literal["http"], **params: Unpack[StreamableHTTPParameters_T]): ...
 async def add_mcp_server(self, type: ServerType, **params: Any) -> None: ...
 def process_single_turn_with_tools(self, messages: list[Union[dict, ChatCompletionInputMessage]], exit_loop_tools: Optional[list[ChatCompletionInputTool]] = None, exit_if_first_chunk_no_tool: bool = ...) -> AsyncIterable[Union[ChatCompletionStreamOutput, ChatCompletionInputMessage]]: ...
 sessions: dict[ToolName, "ClientSession"]
 exit_stack: _loopmend_1.AsyncExitStack
 available_tools: list[ChatCompletionInputTool]
 payload_model: None | str
 client: _loopmend_2.AsyncInferenceClient

=== huggingface_hub.repocard
import concurrent.futures._base as _loopmend_4
import huggingface_hub.hf_api as _loopmend_3
import huggingface_hub.repocard as _loopmend_2
import huggingface_hub.repocard_data as _loopmend_5
import logging as _loopmend_0
import pathlib as _loopmend_1
import os
import re
from pathlib import Path
from typing import Any, Literal
import yaml
from huggingface_hub.file_download import hf_hub_download
from huggingface_hub.hf_api import upload_file
from huggingface_hub.repocard_data import ( CardData, DatasetCardData, EvalResult, ModelCardData, SpaceCardData, eval_results_to_model_index, model_index_to_eval_results, )
from huggingface_hub.utils import HfHubHTTPError, get_session, hf_raise_for_status, is_jinja_available, yaml_dump
from . import constants
from .errors import EntryNotFoundError
from .utils import SoftTemporaryDirectory, logging, validate_hf_hub_args
logger: _loopmend_0.Logger
TEMPLATE_MODELCARD_PATH: _loopmend_1.Path
TEMPLATE_DATASETCARD_PATH: _loopmend_1.Path
REGEX_YAML_BLOCK = re.compile(r"^(\s*---(?:\r\n|\r|\n))([\S\s]*?)((?:\r\n|\r|\n)---[ \t]*(\r\n|\n|$))")
class RepoCard:
 card_data_class = CardData
 default_template_path = TEMPLATE_MODELCARD_PATH
 repo_type = "model"
 def __init__(self, content: str, ignore_metadata_errors: bool = ...) -> None: ...
 @property
 def content(self) -> str: ...
 @content.setter
 def content(self, content: str) -> None: ...
 def __str__(self) -> str: ...
 def save(self, filepath: Path | str) -> None: ...
 @classmethod
 def load(cls, repo_id_or_path: str | Path, repo_type: str | None = None, token: str | None = None, ignore_metadata_errors: bool = ...) -> _loopmend_2.RepoCard: ...
 def validate(self, repo_type: str | None = None) -> None: ...
 def push_to_hub(self, repo_id: str, token: str | None = None, repo_type: str | None = None, commit_message: str | None = None, commit_description: str | None = None, revision: str | None = None, create_pr: bool | None = None, parent_commit: str | None = None) -> _loopmend_3.CommitInfo | _loopmend_4.Future[_loopmend_3.CommitInfo]: ...
 @classmethod
 def from_template(cls, card_data: CardData, template_path: str | None = None, template_str: str | None = None, **template_kwargs) -> _loopmend_2.RepoCard: ...
 ignore_metadata_errors: bool
 _content: str
 text: str
 data: _loopmend_5.CardData
 _original_order: list
class ModelCard(RepoCard):
 card_data_class = ModelCardData
 default_template_path = TEMPLATE_MODELCARD_PATH
 repo_type = "model"
 @classmethod
 def from_template(cls, card_data: ModelCardData, template_path: str | None = None, template_str: str | None = None, **template_kwargs) -> _loopmend_2.ModelCard: ...
class DatasetCard(RepoCard):
 card_data_class = DatasetCardData
 default_template_path = TEMPLATE_DATASETCARD_PATH
 repo_type = "dataset"
 @classmethod
 def from_template(cls, card_data: DatasetCardData, template_path: str | None = None, template_str: str | None = None, **template_kwargs) -> _loopmend_2.DatasetCard: ...
class SpaceCard(RepoCard):
 card_data_class = SpaceCardData
 default_template_path = TEMPLATE_MODELCARD_PATH
 repo_type = "space"
def _detect_line_ending(content: str) -> Literal["\r", "\n", "\r\n", None]: ...
def metadata_load(local_path: str | Path) -> dict | None: ...
def metadata_save(local_path: str | Path, data: dict) -> None: ...
def metadata_eval_result(*, model_pretty_name: str, task_pretty_name: str, task_id: str, metrics_pretty_name: str, metrics_id: str, metrics_value: Any, dataset_pretty_name: str, dataset_id: str, metrics_config: str | None = None, metrics_verified: bool = ..., dataset_config: str | None = None, dataset_split: str | None = None, dataset_revision: str | None = None, metrics_verification_token: str | None = None) -> dict: ...
@validate_hf_hub_args
def metadata_update(repo_id: str, metadata: dict, *, repo_type: str | None = None, overwrite: bool = ..., token: str | None = None, commit_message: str | None = None, commit_description: str | None = None, revision: str | None = None, create_pr: bool = ..., parent_commit: str | None = None) -> str: ...

=== huggingface_hub.utils package
import importlib
import sys
import types
from typing import TYPE_CHECKING
_SUBMODULES: set[str]
_SUBMOD_ATTRS: dict[str, list | list[str]]
__all__ = sorted(["httpx", *(attr for attrs in _SUBMOD_ATTRS.values() for attr in attrs if not attr.startswith("_"))])
_ATTR_TO_MODULE: dict
def __getattr__(name: str): ...
def __dir__() -> list[str]: ...
class _LazyUtilsModule(types.ModuleType):
 def __getattribute__(self, name: str): ...
if TYPE_CHECKING:
 import httpx2 as httpx
 from huggingface_hub.errors import ( BadRequestError, BucketNotFoundError, CacheNotFound, CorruptedCacheException, DisabledRepoError, EntryNotFoundError, FileMetadataError, GatedRepoError, HfHubHTTPError, HFValidationError, JobNotFoundError, LocalEntryNotFoundError, LocalTokenNotFoundError, NotASafetensorsRepoError, OfflineModeIsEnabled, RepositoryNotFoundError, RevisionNotFoundError, SafetensorsParsingError, )
 from . import _auth as _auth
 from . import _detect_agent as _detect_agent
 from . import _http as _http
 from . import logging as logging
 from . import tqdm as _tqdm
 from ._auth import ( get_stored_tokens, get_token, )
 from ._cache_assets import cached_assets_path
 from ._cache_manager import ( CachedFileInfo, CachedIncompleteFileInfo, CachedRepoInfo, CachedRevisionInfo, DeleteCacheStrategy, HFCacheInfo, _format_size, scan_cache_dir, )
 from ._chunk_utils import chunk_iterable
 from ._datetime import parse_datetime
 from ._detect_agent import ( detect_agent, is_agent, )
 from ._experimental import experimental
 from ._fixes import ( SoftTemporaryDirectory, WeakFileLock, yaml_dump, )
 from ._git_credential import ( list_credential_helpers, set_git_credential, unset_git_credential, )
 from ._headers import ( build_hf_headers, get_token_to_send, )
 from ._hf_uris import ( HfMount, HfUri, is_hf_uri, parse_hf_mount, parse_hf_uri, )
 from ._http import ( ASYNC_CLIENT_FACTORY_T, CLIENT_FACTORY_T, RateLimitInfo, close_session, fix_hf_endpoint_in_url, get_async_session, get_session, hf_raise_for_status, http_backoff, http_stream_backoff, parse_ratelimit_headers, set_async_client_factory, set_client_factory, )
 from ._pagination import ( _paginate_pages, paginate, )
 from ._paths import ( DEFAULT_IGNORE_PATTERNS, FORBIDDEN_FOLDERS, filter_repo_objects, )
 from ._runtime import ( dump_environment_info, get_aiohttp_version, get_fastai_version, get_fastapi_version, get_fastcore_version, get_gradio_version, get_graphviz_version, get_hf_hub_version, get_jinja_version, get_numpy_version, get_pillow_version, get_pydantic_version, get_pydot_version, get_python_version, get_tensorboard_version, get_tf_version, get_torch_version, installation_method, is_aiohttp_available, is_colab_enterprise, is_fastai_available, is_fastapi_available, is_fastcore_available, is_google_colab, is_gradio_available, is_graphviz_available, is_jinja_available, is_notebook, is_numpy_available, is_package_available, is_pillow_available, is_pydantic_available, is_pydot_available, is_safetensors_available, is_tensorboard_available, is_tf_available, is_torch_available, )
 from ._safetensors import ( SafetensorsFileMetadata, SafetensorsRepoMetadata, TensorInfo, )
 from ._subprocess import ( capture_output, run_interactive_subprocess, run_subprocess, )
 from ._telemetry import send_telemetry
 from ._terminal import ( ANSI, StatusLine, select_choice, tabulate, )
 from ._typing import ( is_jsonable, is_simple_optional_type, unwrap_simple_optional_type, )
 from ._validators import ( validate_hf_hub_args, validate_repo_id, )
 from ._xet import ( XetFileData, XetTokenType, parse_xet_file_data_from_response, )
 from .tqdm import ( are_progress_bars_disabled, disable_progress_bars, enable_progress_bars, hf_thread_map, is_tqdm_disabled, silent_tqdm, tqdm, tqdm_stream_file, )

=== huggingface_hub.utils._experimental
import typing as _loopmend_0
import warnings
from collections.abc import Callable
from functools import wraps
from .. import constants
def experimental(fn: Callable) -> _loopmend_0.Callable[..., _loopmend_0.Any]: ...

=== huggingface_hub.utils._http
import huggingface_hub.errors as _loopmend_2
import huggingface_hub.utils._http as _loopmend_1
import logging as _loopmend_0
import re as _loopmend_3
import atexit
import io
import json
import os
import re
import threading
import time
import uuid
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import wraps
from shlex import quote
from typing import Any, TypeVar
from urllib.parse import urljoin, urlparse
import httpx2
from huggingface_hub.errors import OfflineModeIsEnabled
from .. import constants
from ..errors import ( BadRequestError, BucketNotFoundError, DisabledRepoError, GatedRepoError, HfHubHTTPError, JobNotFoundError, RemoteEntryNotFoundError, RepositoryNotFoundError, RevisionNotFoundError, )
from . import logging
from ._lfs import SliceFileObj
from ._typing import HTTP_METHOD_T, CallableT
logger: _loopmend_0.Logger
@dataclass(frozen=True)
class RateLimitInfo:
 resource_type: str
 remaining: int
 reset_in_seconds: int
 limit: int | None = None
 window_seconds: int | None = None
_RATELIMIT_REGEX = re.compile(r"\"(?P<resource_type>\w+)\"\s*;\s*r\s*=\s*(?P<r>\d+)\s*;\s*t\s*=\s*(?P<t>\d+)")
_RATELIMIT_POLICY_REGEX = re.compile(r"q\s*=\s*(?P<q>\d+).*?w\s*=\s*(?P<w>\d+)")
def parse_ratelimit_headers(headers: Mapping[str, str]) -> RateLimitInfo | None: ...
def _parse_retry_after(headers: Mapping[str, str]) -> int | None: ...
X_REQUEST_ID = "x-request-id"
X_AMZN_TRACE_ID = "X-Amzn-Trace-Id"
X_AMZ_CF_ID = "x-amz-cf-id"
REPO_API_REGEX = re.compile( r"""
        # staging or production endpoint
        ^https://[^/]+
        (
            # on /api/repo_type/repo_id
            /api/(models|datasets|spaces)/(.+)
            |
            # or /repo_id/resolve/revision/...
            /(.+)/resolve/(.+)
        )
    """, flags=re.VERBOSE, )
BUCKET_API_REGEX = re.compile( r"""
        # staging or production endpoint
        ^https?://[^/]+
        # on /api/buckets/...
        /api/buckets/
    """, flags=re.VERBOSE, )
_JOB_ID_FROM_URL_REGEX = re.compile(r"^https?://[^/]+/api/(?:scheduled-jobs|jobs)/[^/]+/([^/?]+)")
_REPO_ID_FROM_URL_REGEX = re.compile(r"^https?://[^/]+/api/(models|datasets|spaces)/([^/?]+)(?:/([^/?]+))?")
_REPO_ID_FROM_RESOLVE_URL_REGEX = re.compile( r"^https?://[^/]+/(?:(datasets|spaces|kernels)/)?([^/?]+(?:/[^/?]+)?)/resolve/" )
_BUCKET_ID_FROM_URL_REGEX = re.compile(r"^https?://[^/]+/api/buckets/([^/?]+/[^/?]+)")
_REPO_URL_SUBPATHS: set[str]
def _parse_repo_info_from_url(url: str) -> tuple[str | None, str | None]: ...
def _parse_bucket_id_from_url(url: str) -> str | None: ...
def _parse_job_id_from_url(url: str) -> str | None: ...
_IS_DOWNLOAD_CALL: ContextVar[bool] = ContextVar("_IS_DOWNLOAD_CALL", default=False)
def flag_as_download_call(fn: CallableT) -> CallableT: ...
def hf_request_event_hook(request: httpx2.Request) -> str | None: ...
async def async_hf_request_event_hook(request: httpx2.Request) -> str | None: ...
async def async_hf_response_event_hook(response: httpx2.Response) -> None: ...
def default_client_factory() -> httpx2.Client: ...
def default_async_client_factory() -> httpx2.AsyncClient: ...
CLIENT_FACTORY_T = Callable[[], httpx2.Client]
ASYNC_CLIENT_FACTORY_T = Callable[[], httpx2.AsyncClient]
_CLIENT_LOCK = threading.Lock()
_GLOBAL_CLIENT_FACTORY: CLIENT_FACTORY_T = default_client_factory
_GLOBAL_ASYNC_CLIENT_FACTORY: ASYNC_CLIENT_FACTORY_T = default_async_client_factory
_GLOBAL_CLIENT: httpx2.Client | None = None
def set_client_factory(client_factory: CLIENT_FACTORY_T) -> None: ...
def set_async_client_factory(async_client_factory: ASYNC_CLIENT_FACTORY_T) -> None: ...
def get_session() -> httpx2.Client: ...
def get_async_session() -> httpx2.AsyncClient: ...
def close_session() -> None: ...
if hasattr(os, "register_at_fork"):
 ...
_DEFAULT_RETRY_ON_EXCEPTIONS: tuple[type[Exception], ...] = ...
_DEFAULT_RETRY_ON_STATUS_CODES: tuple[int, ...] = ...
def _http_backoff_base(method: HTTP_METHOD_T, url: str, *, max_retries: int = ..., base_wait_time: float = ..., max_wait_time: float = ..., retry_on_exceptions: type[Exception] | tuple[type[Exception], ...] = ..., retry_on_status_codes: int | tuple[int, ...] = ..., stream: bool = ..., **kwargs) -> Generator[httpx2.Response, None, None]: ...
def http_backoff(method: HTTP_METHOD_T, url: str, *, max_retries: int = ..., base_wait_time: float = ..., max_wait_time: float = ..., retry_on_exceptions: type[Exception] | tuple[type[Exception], ...] = ..., retry_on_status_codes: int | tuple[int, ...] = ..., **kwargs) -> httpx2.Response: ...
@contextmanager
def http_stream_backoff(method: HTTP_METHOD_T, url: str, *, max_retries: int = ..., base_wait_time: float = ..., max_wait_time: float = ..., retry_on_exceptions: type[Exception] | tuple[type[Exception], ...] = ..., retry_on_status_codes: int | tuple[int, ...] = ..., **kwargs) -> Generator[httpx2.Response, None, None]: ...
_MAX_REDIRECTS = 20
def _httpx2_follow_hub_redirects_with_backoff(method: HTTP_METHOD_T, url: str, *, retry_on_errors: bool = ..., **httpx2_kwargs) -> httpx2.Response: ...
_DEFAULT_PORTS: dict[str, int]
def _url_origin(url: str) -> tuple[str, str, int]: ...
_HUB_ORIGINS = frozenset( _url_origin(endpoint) for endpoint in ( constants._HF_DEFAULT_ENDPOINT, constants._HF_DEFAULT_STAGING_ENDPOINT, constants.ENDPOINT, "https://hf.co", ) )
def _is_same_or_hub_host(url: str, target: str) -> bool: ...
def fix_hf_endpoint_in_url(url: str, endpoint: str | None) -> str: ...
def hf_raise_for_status(response: httpx2.Response, endpoint_name: str | None = None) -> None: ...
_WARNED_TOPICS = set()
def _warn_on_warning_headers(response: httpx2.Response) -> None: ...
_HfHubHTTPErrorT = TypeVar("_HfHubHTTPErrorT", bound=HfHubHTTPError)
def _format(error_type: type[_HfHubHTTPErrorT], custom_message: str, response: httpx2.Response, **attrs: Any) -> _HfHubHTTPErrorT: ...
_SENSITIVE_BODY_KEYS: tuple[str, str, str, str, str]
_SENSITIVE_BODY_PATTERNS: list[tuple[_loopmend_3.Pattern[str], str]]
def _redact_sensitive_body(body: str) -> str: ...
def _curlify(request: httpx2.Request) -> str: ...
RANGE_REGEX = re.compile(r"\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*", re.IGNORECASE)
def _adjust_range_header(original_range: str | None, resume_size: int) -> str | None: ...

=== huggingface_hub.utils._validators
import inspect
import re
import warnings
from functools import wraps
from itertools import chain
from typing import Any
from huggingface_hub.errors import HFValidationError
from ._typing import CallableT
REPO_ID_REGEX = re.compile( r"""
    (\b[\w\-.]{1,96}\b/)? # optional namespace (username or organization)
    \b               # starts with a word boundary
    [\w\-.]{1,96}    # repo_name: alphanumeric + . _ -
    \b               # ends with a word boundary
    """, flags=re.VERBOSE | re.ASCII, )
def validate_hf_hub_args(fn: CallableT) -> CallableT: ...
def validate_repo_id(repo_id: str | None) -> None: ...
def smoothly_deprecate_legacy_arguments(fn_name: str, kwargs: dict[str, Any]) -> dict[str, Any]: ...

