# instructor 1.17.0 MIT
=== instructor package
from __future__ import annotations
import importlib.util
from importlib import import_module
from typing import TYPE_CHECKING, Any
if TYPE_CHECKING:
 from . import v2 as v2
 from .auto_client import from_provider as from_provider
 from .batch import ( BatchJob as BatchJob, BatchProcessor as BatchProcessor, BatchRequest as BatchRequest, )
 from .core import hooks as hooks
 from .core.client import ( AsyncInstructor as AsyncInstructor, Instructor as Instructor, )
 from .core.patch import apatch as apatch, patch as patch
 from .distil import FinetuneFormat as FinetuneFormat, Instructions as Instructions
 from .mode import Mode as Mode
 from .utils.providers import Provider as Provider
 from .v2.core.function_calls import ( OpenAISchema as OpenAISchema, ResponseSchema as ResponseSchema, openai_schema as openai_schema, response_schema as response_schema, )
 from .v2.core.multimodal import Audio as Audio, Image as Image
 from .v2.core.schema import ( generate_anthropic_schema as generate_anthropic_schema, generate_gemini_schema as generate_gemini_schema, generate_openai_schema as generate_openai_schema, )
 from .v2.dsl import ( CitationMixin as CitationMixin, IterableModel as IterableModel, Maybe as Maybe, Partial as Partial, )
 from .v2.providers.anthropic.client import from_anthropic as from_anthropic
 from .v2.providers.bedrock.client import from_bedrock as from_bedrock
 from .v2.providers.cerebras.client import from_cerebras as from_cerebras
 from .v2.providers.cohere.client import from_cohere as from_cohere
 from .v2.providers.fireworks.client import from_fireworks as from_fireworks
 from .v2.providers.gemini.client import from_gemini as from_gemini
 from .v2.providers.genai.client import from_genai as from_genai
 from .v2.providers.groq.client import from_groq as from_groq
 from .v2.providers.litellm.client import from_litellm as from_litellm
 from .v2.providers.mistral.client import from_mistral as from_mistral
 from .v2.providers.openai.client import ( from_anyscale as from_anyscale, from_databricks as from_databricks, from_deepseek as from_deepseek, from_openai as from_openai, from_together as from_together, )
 from .v2.providers.openrouter.client import from_openrouter as from_openrouter
 from .v2.providers.perplexity.client import from_perplexity as from_perplexity
 from .v2.providers.vertexai.client import from_vertexai as from_vertexai
 from .v2.providers.writer.client import from_writer as from_writer
 from .v2.providers.xai.client import from_xai as from_xai
 from .v2.validation import ( llm_validator as llm_validator, openai_moderation as openai_moderation, )
__version__ = "1.17.0"
__all__ = [ "Instructor", "Image", "Audio", "from_openai", "from_anyscale", "from_together", "from_databricks", "from_deepseek", "from_openrouter", "from_litellm", "from_vertexai", "from_provider", "AsyncInstructor", "Provider", "ResponseSchema", "response_schema", "OpenAISchema", "CitationMixin", "IterableModel", "Maybe", "Partial", "openai_schema", "generate_openai_schema", "generate_anthropic_schema", "generate_gemini_schema", "Mode", "patch", "apatch", "FinetuneFormat", "Instructions", "BatchProcessor", "BatchRequest", "BatchJob", "llm_validator", "openai_moderation", "hooks", "v2", ]
_LAZY_IMPORTS: dict[str, tuple[str, str | None]] = ...
def __getattr__(name: str) -> Any: ...
def _add_optional_export(name: str, *packages: str) -> None: ...

=== instructor.cli package

=== instructor.cli.usage
import typing as _loopmend_0
from typing import Any, Union
from collections.abc import Awaitable
from datetime import datetime, timedelta
import typer
import os
import aiohttp
import asyncio
from builtins import list as List
from collections import defaultdict
from rich.console import Console
from rich.table import Table
from rich.progress import Progress
from instructor._types._alias import ModelNames
app: _loopmend_0.Any
console: _loopmend_0.Any
api_key = os.environ.get("OPENAI_API_KEY")
async def fetch_usage(date: str) -> dict[str, Any]: ...
async def get_usage_for_past_n_days(n_days: int) -> List[dict[str, Any]]: ...
MODEL_COSTS: dict[str, Union[dict[str, float], float]] = ...
def get_model_cost(model: ModelNames) -> Union[dict[str, float], float]: ...
def calculate_cost(snapshot_id: ModelNames, n_context_tokens: int, n_generated_tokens: int) -> float: ...
def group_and_sum_by_date_and_snapshot(usage_data: List[dict[str, Any]]) -> Table: ...
@app.command(help="Displays OpenAI API usage data for the past N days.")
def list(n: int = ...) -> None: ...

=== instructor.core package
from .client import Instructor, AsyncInstructor, Response, from_openai, from_litellm
from .exceptions import ( InstructorRetryException, InstructorError, ConfigurationError, IncompleteOutputException, ValidationError, ProviderError, ModeError, ClientError, AsyncValidationError, ResponseParsingError, MultimodalError, FailedAttempt, TokenBudgetError, TokenBudgetExceeded, TokenUsageUnavailableError, )
from .hooks import Hooks, HookName
from .patch import patch, apatch
from .retry import retry_sync, retry_async
__all__ = [ "Instructor", "AsyncInstructor", "Response", "InstructorRetryException", "InstructorError", "ConfigurationError", "IncompleteOutputException", "ValidationError", "ProviderError", "ModeError", "ClientError", "AsyncValidationError", "ResponseParsingError", "MultimodalError", "FailedAttempt", "TokenBudgetError", "TokenBudgetExceeded", "TokenUsageUnavailableError", "Hooks", "HookName", "patch", "apatch", "from_openai", "from_litellm", "retry_sync", "retry_async", ]

=== instructor.exceptions
import warnings
from .core.exceptions import ( AsyncValidationError, ClientError, ConfigurationError, FailedAttempt, IncompleteOutputException, InstructorError, InstructorRetryException, ModeError, MultimodalError, ProviderError, ResponseParsingError, TokenBudgetError, TokenBudgetExceeded, TokenUsageUnavailableError, ValidationError, )
__all__ = [ "AsyncValidationError", "ClientError", "ConfigurationError", "FailedAttempt", "IncompleteOutputException", "InstructorError", "InstructorRetryException", "ModeError", "MultimodalError", "ProviderError", "ResponseParsingError", "TokenBudgetError", "TokenBudgetExceeded", "TokenUsageUnavailableError", "ValidationError", ]

=== instructor.v2 package
from __future__ import annotations
from importlib import import_module
from typing import Any
from instructor.v2.core.provider_specs import PUBLIC_FACTORY_ATTRS
__all__ = [ "Mode", "Provider", "ModeHandler", "ModeHandlers", "ModeRegistry", "mode_registry", "normalize_mode", "patch_v2", "register_mode_handler", "ReaskHandler", "RequestHandler", "ResponseParser", "providers", *PUBLIC_FACTORY_ATTRS.keys(), ]
_LAZY_ATTRS: dict[str, tuple[str, str | None]] = ...
def __getattr__(name: str) -> Any: ...

=== instructor.v2.auto_client
import instructor.v2.core.client as _loopmend_0
from __future__ import annotations
import importlib
from typing import Any, Callable, Literal, Optional, Union, cast, overload
from instructor.v2.core.client import AsyncInstructor, Instructor
from instructor import __version__
from instructor.v2.core.mode import Mode
from instructor.models import KnownModelName
from instructor.cache import BaseCache
from instructor.v2.core.provider_specs import ALIAS_TO_PROVIDER
import warnings
import logging
InstructorType = Union[Instructor, AsyncInstructor]
logger = logging.getLogger("instructor.auto_client")
supported_providers = list(ALIAS_TO_PROVIDER)
@overload
def from_provider(model: KnownModelName, async_client: Literal[False] = ..., cache: BaseCache | None = None, **kwargs: Any) -> Instructor: ...
@overload
def from_provider(model: KnownModelName, async_client: Literal[True] = ..., cache: BaseCache | None = None, **kwargs: Any) -> AsyncInstructor: ...
@overload
def from_provider(model: str, async_client: Literal[False] = ..., cache: BaseCache | None = None, **kwargs: Any) -> Instructor: ...
@overload
def from_provider(model: str, async_client: Literal[True] = ..., cache: BaseCache | None = None, **kwargs: Any) -> AsyncInstructor: ...
def from_provider(model: Union[str, KnownModelName], async_client: bool = ..., cache: BaseCache | None = None, mode: Union[Mode, None] = None, **kwargs: Any) -> Union[Instructor, AsyncInstructor]: ...
def _build_openai(*, provider: str, model_name: str, async_client: bool, mode: Mode | None, api_key: str | None, kwargs: dict[str, Any], provider_info: dict[str, str]) -> InstructorType: ...
def _build_azure_openai(*, provider: str, model_name: str, async_client: bool, mode: Mode | None, api_key: str | None, kwargs: dict[str, Any], provider_info: dict[str, str]) -> InstructorType: ...
def _build_openai_compatible(*, provider: str, model_name: str, async_client: bool, mode: Mode | None, api_key: str | None, kwargs: dict[str, Any], provider_info: dict[str, str], env_var: str, default_base_url: str, factory_name: str) -> InstructorType: ...
def _build_anyscale(**kwargs: Any) -> InstructorType: ...
def _build_together(**kwargs: Any) -> InstructorType: ...
def _build_databricks(*, provider: str, model_name: str, async_client: bool, mode: Mode | None, api_key: str | None, kwargs: dict[str, Any], provider_info: dict[str, str]) -> InstructorType: ...
def _build_anthropic(*, provider: str, model_name: str, async_client: bool, mode: Mode | None, api_key: str | None, kwargs: dict[str, Any], provider_info: dict[str, str]) -> InstructorType: ...
def _build_google(*, provider: str, model_name: str, async_client: bool, mode: Mode | None, api_key: str | None, kwargs: dict[str, Any], provider_info: dict[str, str]) -> InstructorType: ...
def _build_gemini(*, provider: str, model_name: str, async_client: bool, mode: Mode | None, api_key: str | None, kwargs: dict[str, Any], provider_info: dict[str, str]) -> InstructorType: ...
def _build_mistral(*, provider: str, model_name: str, async_client: bool, mode: Mode | None, api_key: str | None, kwargs: dict[str, Any], provider_info: dict[str, str]) -> InstructorType: ...
def _build_cohere(*, provider: str, model_name: str, async_client: bool, mode: Mode | None, api_key: str | None, kwargs: dict[str, Any], provider_info: dict[str, str]) -> InstructorType: ...
def _build_perplexity(*, provider: str, model_name: str, async_client: bool, mode: Mode | None, api_key: str | None, kwargs: dict[str, Any], provider_info: dict[str, str]) -> InstructorType: ...
def _build_groq(*, provider: str, model_name: str, async_client: bool, mode: Mode | None, api_key: str | None, kwargs: dict[str, Any], provider_info: dict[str, str]) -> InstructorType: ...
def _build_writer(*, provider: str, model_name: str, async_client: bool, mode: Mode | None, api_key: str | None, kwargs: dict[str, Any], provider_info: dict[str, str]) -> InstructorType: ...
def _build_bedrock(*, provider: str, model_name: str, async_client: bool, mode: Mode | None, api_key: str | None, kwargs: dict[str, Any], provider_info: dict[str, str]) -> InstructorType: ...
def _build_cerebras(*, provider: str, model_name: str, async_client: bool, mode: Mode | None, api_key: str | None, kwargs: dict[str, Any], provider_info: dict[str, str]) -> InstructorType: ...
def _build_fireworks(*, provider: str, model_name: str, async_client: bool, mode: Mode | None, api_key: str | None, kwargs: dict[str, Any], provider_info: dict[str, str]) -> InstructorType: ...
def _build_vertexai(*, provider: str, model_name: str, async_client: bool, mode: Mode | None, api_key: str | None, kwargs: dict[str, Any], provider_info: dict[str, str]) -> InstructorType: ...
def _build_generative_ai(*, provider: str, model_name: str, async_client: bool, mode: Mode | None, api_key: str | None, kwargs: dict[str, Any], provider_info: dict[str, str]) -> InstructorType: ...
def _build_ollama(*, provider: str, model_name: str, async_client: bool, mode: Mode | None, api_key: str | None, kwargs: dict[str, Any], provider_info: dict[str, str]) -> InstructorType: ...
def _build_deepseek(*, provider: str, model_name: str, async_client: bool, mode: Mode | None, api_key: str | None, kwargs: dict[str, Any], provider_info: dict[str, str]) -> InstructorType: ...
def _build_xai(*, provider: str, model_name: str, async_client: bool, mode: Mode | None, api_key: str | None, kwargs: dict[str, Any], provider_info: dict[str, str]) -> InstructorType: ...
def _build_openrouter(*, provider: str, model_name: str, async_client: bool, mode: Mode | None, api_key: str | None, kwargs: dict[str, Any], provider_info: dict[str, str]) -> InstructorType: ...
def _build_litellm(*, provider: str, model_name: str, async_client: bool, mode: Mode | None, api_key: str | None, kwargs: dict[str, Any], provider_info: dict[str, str]) -> InstructorType: ...
ProviderBuilder = Callable[..., InstructorType]
_PROVIDER_BUILDERS: dict[str, ProviderBuilder] = ...

=== instructor.v2.core package
from __future__ import annotations
from importlib import import_module
from typing import Any
__all__ = [ "Provider", "Mode", "mode_registry", "ModeRegistry", "ModeHandlers", "RequestHandler", "ReaskHandler", "ResponseParser", "normalize_mode", ]
_LAZY_ATTRS: dict[str, tuple[str, str]] = ...
def __getattr__(name: str) -> Any: ...

=== instructor.v2.core.client
import instructor.v2.core.client as _loopmend_7
import openai.types.chat.chat_completion_assistant_message_param as _loopmend_3
import openai.types.chat.chat_completion_developer_message_param as _loopmend_0
import openai.types.chat.chat_completion_function_message_param as _loopmend_5
import openai.types.chat.chat_completion_system_message_param as _loopmend_1
import openai.types.chat.chat_completion_tool_message_param as _loopmend_4
import openai.types.chat.chat_completion_user_message_param as _loopmend_2
import typing as _loopmend_6
from __future__ import annotations
from typing import ( TYPE_CHECKING, TypeVar, Callable, Literal, Any, cast, get_origin, get_args, )
if TYPE_CHECKING:
 import openai
 from openai.types.chat import ChatCompletionMessageParam
from instructor.v2.core.mode import Mode
from instructor.v2.core.providers import Provider
from tenacity import ( AsyncRetrying, Retrying, )
from collections.abc import Generator, Iterable, Awaitable, AsyncGenerator, Coroutine
from typing_extensions import Self, overload
from instructor.v2.dsl.partial import Partial
from instructor.v2.core.hooks import Hooks, HookName
T = TypeVar("T")
class _ResponseBase:
 @staticmethod
 def _normalize_messages(messages: str | list[ChatCompletionMessageParam] | None, kwargs: dict[str, Any]) -> str | list[ChatCompletionMessageParam]: ...
class Response(_ResponseBase):
 def __init__(self, client: Instructor) -> None: ...
 @overload
 def create(self, messages: str | list[ChatCompletionMessageParam] | None = None, response_model: type[T] = ..., max_retries: int | Retrying = ..., context: dict[str, Any] | None = None, strict: bool = ..., token_budget: int | None = None, **kwargs: Any) -> T: ...
 @overload
 def create(self, messages: str | list[ChatCompletionMessageParam] | None = None, response_model: None = None, max_retries: int | Retrying = ..., context: dict[str, Any] | None = None, strict: bool = ..., token_budget: None = None, **kwargs: Any) -> Any: ...
 def create(self, messages: str | list[ChatCompletionMessageParam] | None = None, response_model: type[T] | None = None, max_retries: int | Retrying = ..., context: dict[str, Any] | None = None, strict: bool = ..., token_budget: int | None = None, **kwargs) -> T | Any: ...
 @overload
 def create_with_completion(self, messages: str | list[ChatCompletionMessageParam] | None = None, response_model: type[T] = ..., max_retries: int | Retrying = ..., **kwargs: Any) -> tuple[T, Any]: ...
 @overload
 def create_with_completion(self, messages: str | list[ChatCompletionMessageParam] | None = None, response_model: None = None, max_retries: int | Retrying = ..., **kwargs: Any) -> tuple[Any, Any]: ...
 def create_with_completion(self, messages: str | list[ChatCompletionMessageParam] | None = None, response_model: type[T] | None = None, max_retries: int | Retrying = ..., **kwargs) -> tuple[T, Any]: ...
 @overload
 def create_iterable(self, messages: str | list[ChatCompletionMessageParam] | None = None, response_model: type[T] = ..., max_retries: int | Retrying = ..., **kwargs: Any) -> Generator[T, None, None]: ...
 @overload
 def create_iterable(self, messages: str | list[ChatCompletionMessageParam] | None = None, response_model: None = None, max_retries: int | Retrying = ..., **kwargs: Any) -> Generator[Any, None, None]: ...
 def create_iterable(self, messages: str | list[ChatCompletionMessageParam] | None = None, response_model: type[T] | None = None, max_retries: int | Retrying = ..., **kwargs) -> Generator[T, None, None]: ...
 @overload
 def create_partial(self, messages: str | list[ChatCompletionMessageParam] | None = None, response_model: type[T] = ..., max_retries: int | Retrying = ..., **kwargs: Any) -> Generator[T, None, None]: ...
 @overload
 def create_partial(self, messages: str | list[ChatCompletionMessageParam] | None = None, response_model: None = None, max_retries: int | Retrying = ..., **kwargs: Any) -> Generator[Any, None, None]: ...
 def create_partial(self, messages: str | list[ChatCompletionMessageParam] | None = None, response_model: type[T] | None = None, max_retries: int | Retrying = ..., **kwargs) -> Generator[T, None, None]: ...
 client: _loopmend_7.Instructor
class AsyncResponse(_ResponseBase):
 def __init__(self, client: AsyncInstructor) -> None: ...
 @overload
 async def create(self, messages: str | list[ChatCompletionMessageParam] | None = None, response_model: type[T] = ..., max_retries: int | AsyncRetrying = ..., context: dict[str, Any] | None = None, strict: bool = ..., token_budget: int | None = None, **kwargs: Any) -> T: ...
 @overload
 async def create(self, messages: str | list[ChatCompletionMessageParam] | None = None, response_model: None = None, max_retries: int | AsyncRetrying = ..., context: dict[str, Any] | None = None, strict: bool = ..., token_budget: None = None, **kwargs: Any) -> Any: ...
 async def create(self, messages: str | list[ChatCompletionMessageParam] | None = None, response_model: type[T] | None = None, max_retries: int | AsyncRetrying = ..., context: dict[str, Any] | None = None, strict: bool = ..., token_budget: int | None = None, **kwargs) -> T | Any: ...
 @overload
 async def create_with_completion(self, messages: str | list[ChatCompletionMessageParam] | None = None, response_model: type[T] = ..., max_retries: int | AsyncRetrying = ..., **kwargs: Any) -> tuple[T, Any]: ...
 @overload
 async def create_with_completion(self, messages: str | list[ChatCompletionMessageParam] | None = None, response_model: None = None, max_retries: int | AsyncRetrying = ..., **kwargs: Any) -> tuple[Any, Any]: ...
 async def create_with_completion(self, messages: str | list[ChatCompletionMessageParam] | None = None, response_model: type[T] | None = None, max_retries: int | AsyncRetrying = ..., **kwargs) -> tuple[T, Any]: ...
 @overload
 async def create_iterable(self, messages: str | list[ChatCompletionMessageParam] | None = None, response_model: type[T] = ..., max_retries: int | AsyncRetrying = ..., **kwargs: Any) -> AsyncGenerator[T, None]: ...
 @overload
 async def create_iterable(self, messages: str | list[ChatCompletionMessageParam] | None = None, response_model: None = None, max_retries: int | AsyncRetrying = ..., **kwargs: Any) -> AsyncGenerator[Any, None]: ...
 async def create_iterable(self, messages: str | list[ChatCompletionMessageParam] | None = None, response_model: type[T] | None = None, max_retries: int | AsyncRetrying = ..., **kwargs) -> AsyncGenerator[T, None]: ...
 @overload
 def create_partial(self, messages: str | list[ChatCompletionMessageParam] | None = None, response_model: type[T] = ..., max_retries: int | AsyncRetrying = ..., **kwargs: Any) -> AsyncGenerator[T, None]: ...
 @overload
 def create_partial(self, messages: str | list[ChatCompletionMessageParam] | None = None, response_model: None = None, max_retries: int | AsyncRetrying = ..., **kwargs: Any) -> AsyncGenerator[Any, None]: ...
 def create_partial(self, messages: str | list[ChatCompletionMessageParam] | None = None, response_model: type[T] | None = None, max_retries: int | AsyncRetrying = ..., **kwargs: Any) -> AsyncGenerator[T, None]: ...
 client: _loopmend_7.AsyncInstructor
class Instructor:
 client: Any | None
 create_fn: Callable[..., Any]
 mode: Mode
 default_model: str | None = None
 provider: Provider
 hooks: Hooks
 def __init__(self, client: Any | None, create: Callable[..., Any], mode: Mode = ..., provider: Provider = ..., hooks: Hooks | None = None, **kwargs: Any) -> None: ...
 def on(self, hook_name: HookName | Literal[ "completion:kwargs", "completion:response", "completion:error", "completion:last_attempt", "completion:usage", "parse:error", ], handler: Callable[[Any], None]) -> None: ...
 def off(self, hook_name: HookName | Literal[ "completion:kwargs", "completion:response", "completion:error", "completion:last_attempt", "completion:usage", "parse:error", ], handler: Callable[[Any], None]) -> None: ...
 def clear(self, hook_name: HookName | Literal[ "completion:kwargs", "completion:response", "completion:error", "completion:last_attempt", "completion:usage", "parse:error", ] | None = None) -> None: ...
 @property
 def chat(self) -> Self: ...
 @property
 def completions(self) -> Self: ...
 @property
 def messages(self) -> Self: ...
 @overload
 def create(self: AsyncInstructor, response_model: type[T], messages: list[ChatCompletionMessageParam], max_retries: int | AsyncRetrying = ..., context: dict[str, Any] | None = None, strict: bool = ..., hooks: Hooks | None = None, token_budget: int | None = None, **kwargs: Any) -> Awaitable[T]: ...
 @overload
 def create(self: Self, response_model: type[T], messages: list[ChatCompletionMessageParam], max_retries: int | Retrying = ..., context: dict[str, Any] | None = None, strict: bool = ..., hooks: Hooks | None = None, token_budget: int | None = None, **kwargs: Any) -> T: ...
 @overload
 def create(self: AsyncInstructor, response_model: None, messages: list[ChatCompletionMessageParam], max_retries: int | AsyncRetrying = ..., context: dict[str, Any] | None = None, strict: bool = ..., hooks: Hooks | None = None, token_budget: None = None, **kwargs: Any) -> Awaitable[Any]: ...
 @overload
 def create(self: Self, response_model: None, messages: list[ChatCompletionMessageParam], max_retries: int | Retrying = ..., context: dict[str, Any] | None = None, strict: bool = ..., hooks: Hooks | None = None, token_budget: None = None, **kwargs: Any) -> Any: ...
 def create(self, response_model: type[T] | None, messages: list[ChatCompletionMessageParam], max_retries: int | Retrying | AsyncRetrying = ..., context: dict[str, Any] | None = None, strict: bool = ..., hooks: Hooks | None = None, token_budget: int | None = None, **kwargs: Any) -> T | Any | Awaitable[T] | Awaitable[Any]: ...
 @overload
 def create_partial(self: AsyncInstructor, response_model: type[T], messages: list[ChatCompletionMessageParam], max_retries: int | AsyncRetrying = ..., context: dict[str, Any] | None = None, strict: bool = ..., hooks: Hooks | None = None, **kwargs: Any) -> AsyncGenerator[T, None]: ...
 @overload
 def create_partial(self: Self, response_model: type[T], messages: list[ChatCompletionMessageParam], max_retries: int | Retrying = ..., context: dict[str, Any] | None = None, strict: bool = ..., hooks: Hooks | None = None, **kwargs: Any) -> Generator[T, None, None]: ...
 def create_partial(self, response_model: type[T], messages: list[ChatCompletionMessageParam], max_retries: int | Retrying | AsyncRetrying = ..., context: dict[str, Any] | None = None, strict: bool = ..., hooks: Hooks | None = None, **kwargs: Any) -> Generator[T, None, None] | AsyncGenerator[T, None]: ...
 @overload
 def create_iterable(self: AsyncInstructor, messages: list[ChatCompletionMessageParam], response_model: type[T], max_retries: int | AsyncRetrying = ..., context: dict[str, Any] | None = None, strict: bool = ..., hooks: Hooks | None = None, **kwargs: Any) -> AsyncGenerator[T, None]: ...
 @overload
 def create_iterable(self: Self, messages: list[ChatCompletionMessageParam], response_model: type[T], max_retries: int | Retrying = ..., context: dict[str, Any] | None = None, strict: bool = ..., hooks: Hooks | None = None, **kwargs: Any) -> Generator[T, None, None]: ...
 def create_iterable(self, messages: list[ChatCompletionMessageParam], response_model: type[T], max_retries: int | Retrying | AsyncRetrying = ..., context: dict[str, Any] | None = None, strict: bool = ..., hooks: Hooks | None = None, **kwargs: Any) -> Generator[T, None, None] | AsyncGenerator[T, None]: ...
 @overload
 def create_with_completion(self: AsyncInstructor, messages: list[ChatCompletionMessageParam], response_model: type[T], max_retries: int | AsyncRetrying = ..., context: dict[str, Any] | None = None, strict: bool = ..., hooks: Hooks | None = None, **kwargs: Any) -> Awaitable[tuple[T, Any]]: ...
 @overload
 def create_with_completion(self: Self, messages: list[ChatCompletionMessageParam], response_model: type[T], max_retries: int | Retrying = ..., context: dict[str, Any] | None = None, strict: bool = ..., hooks: Hooks | None = None, **kwargs: Any) -> tuple[T, Any]: ...
 def create_with_completion(self, messages: list[ChatCompletionMessageParam], response_model: type[T], max_retries: int | Retrying | AsyncRetrying = ..., context: dict[str, Any] | None = None, strict: bool = ..., hooks: Hooks | None = None, **kwargs: Any) -> tuple[T, Any] | Awaitable[tuple[T, Any]]: ...
 def handle_kwargs(self, kwargs: dict[str, Any]) -> dict[str, Any]: ...
 def __getattr__(self, attr: str) -> Any: ...
 kwargs: dict
 responses: _loopmend_7.Response
class AsyncInstructor(Instructor):
 client: Any | None
 create_fn: Callable[..., Any]
 mode: Mode
 default_model: str | None = None
 provider: Provider
 hooks: Hooks
 def __init__(self, client: Any | None, create: Callable[..., Any], mode: Mode = ..., provider: Provider = ..., hooks: Hooks | None = None, **kwargs: Any) -> None: ...
 async def create(self, response_model: type[T] | None, messages: list[ChatCompletionMessageParam], max_retries: int | AsyncRetrying = ..., context: dict[str, Any] | None = None, strict: bool = ..., hooks: Hooks | None = None, token_budget: int | None = None, **kwargs: Any) -> T | Any: ...
 def create_partial(self, response_model: type[T], messages: list[ChatCompletionMessageParam], max_retries: int | AsyncRetrying = ..., context: dict[str, Any] | None = None, strict: bool = ..., hooks: Hooks | None = None, **kwargs: Any) -> AsyncGenerator[T, None]: ...
 def create_iterable(self, messages: list[ChatCompletionMessageParam], response_model: type[T], max_retries: int | AsyncRetrying = ..., context: dict[str, Any] | None = None, strict: bool = ..., hooks: Hooks | None = None, **kwargs: Any) -> AsyncGenerator[T, None]: ...
 async def create_with_completion(self, messages: list[ChatCompletionMessageParam], response_model: type[T], max_retries: int | AsyncRetrying = ..., context: dict[str, Any] | None = None, strict: bool = ..., hooks: Hooks | None = None, **kwargs: Any) -> tuple[T, Any]: ...
 kwargs: dict
 responses: _loopmend_7.AsyncResponse
@overload
def from_openai(client: openai.OpenAI, mode: Mode = ..., **kwargs: Any) -> Instructor: ...
@overload
def from_openai(client: openai.AsyncOpenAI, mode: Mode = ..., **kwargs: Any) -> AsyncInstructor: ...
def from_openai(client: openai.OpenAI | openai.AsyncOpenAI, mode: Mode = ..., **kwargs: Any) -> Instructor | AsyncInstructor: ...
@overload
def from_litellm(completion: Callable[..., Coroutine[Any, Any, T]], mode: Mode = ..., *, async_client: Literal[True], **kwargs: Any) -> AsyncInstructor: ...
@overload
def from_litellm(completion: Callable[..., Awaitable[T]], mode: Mode = ..., *, async_client: Literal[True], **kwargs: Any) -> AsyncInstructor: ...
@overload
def from_litellm(completion: Callable[..., object], mode: Mode = ..., *, async_client: Literal[False] = ..., **kwargs: Any) -> Instructor: ...
def from_litellm(completion: Callable[..., object] | Callable[..., Awaitable[Any]], mode: Mode = ..., *, async_client: bool | None = None, **kwargs: Any) -> Instructor | AsyncInstructor: ...

=== instructor.v2.core.errors
import instructor.v2.core.errors as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
from textwrap import dedent
from typing import Any, NamedTuple
from jinja2 import Template
class InstructorError(Exception):
 failed_attempts: list[FailedAttempt] | None = None
 @classmethod
 def from_exception(cls, exception: Exception, failed_attempts: list[FailedAttempt] | None = None) -> _loopmend_0.InstructorError: ...
 def __init__(self, *args: Any, failed_attempts: list[FailedAttempt] | None = None, **kwargs: Any) -> None: ...
 def __str__(self) -> str: ...
class FailedAttempt(NamedTuple):
 attempt_number: int
 exception: Exception
 completion: Any | None = None
class IncompleteOutputException(InstructorError):
 def __init__(self, *args: Any, last_completion: Any | None = None, message: str = ..., **kwargs: Any) -> None: ...
 last_completion: _loopmend_1.Any
class InstructorRetryException(InstructorError):
 def __init__(self, *args: Any, last_completion: Any | None = None, messages: list[Any] | None = None, n_attempts: int, total_usage: Any, create_kwargs: dict[str, Any] | None = None, failed_attempts: list[FailedAttempt] | None = None, **kwargs: Any) -> None: ...
 last_completion: _loopmend_1.Any
 messages: None | list
 n_attempts: int
 total_usage: _loopmend_1.Any
 create_kwargs: None | dict
class TokenBudgetError(InstructorRetryException):
 def __init__(self, *args: Any, budget: int, last_completion: Any | None = None, messages: list[Any] | None = None, n_attempts: int, total_usage: Any, create_kwargs: dict[str, Any] | None = None, failed_attempts: list[FailedAttempt] | None = None, **kwargs: Any) -> None: ...
 budget: int
class TokenBudgetExceeded(TokenBudgetError):
 ...
class TokenUsageUnavailableError(TokenBudgetError):
 ...
class ValidationError(InstructorError):
 ...
class ProviderError(InstructorError):
 def __init__(self, provider: str, message: str, *args: Any, **kwargs: Any) -> None: ...
 provider: str
class ConfigurationError(InstructorError):
 ...
class ModeError(InstructorError):
 def __init__(self, mode: str, provider: str, valid_modes: list[str], *args: Any, **kwargs: Any) -> None: ...
 provider: str
 mode: str
 valid_modes: list[str]
class ClientError(InstructorError):
 ...
class AsyncValidationError(ValueError, InstructorError):
 def __init__(self, message: str, *args: Any, errors: list[ValueError] | None = None, **kwargs: Any) -> None: ...
 errors: list | list[ValueError]
class ResponseParsingError(ValueError, InstructorError):
 def __init__(self, message: str, *args: Any, mode: str | None = None, raw_response: Any | None = None, **kwargs: Any) -> None: ...
 mode: None | str
 raw_response: _loopmend_1.Any
class MultimodalError(ValueError, InstructorError):
 def __init__(self, message: str, *args: Any, content_type: str | None = None, file_path: str | None = None, **kwargs: Any) -> None: ...
 content_type: None | str
 file_path: None | str

=== instructor.v2.core.handler
import pydantic.main as _loopmend_0
from __future__ import annotations
from abc import ABC, abstractmethod
from typing import Any
from pydantic import BaseModel
class ModeHandler(ABC):
 @abstractmethod
 def prepare_request(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> tuple[type[BaseModel] | None, dict[str, Any]]: ...
 @abstractmethod
 def handle_reask(self, kwargs: dict[str, Any], response: Any, exception: Exception) -> dict[str, Any]: ...
 @abstractmethod
 def parse_response(self, response: Any, response_model: type[BaseModel], validation_context: dict[str, Any] | None = None, strict: bool | None = None, stream: bool = ..., is_async: bool = ...) -> BaseModel: ...
 def __repr__(self) -> str: ...

=== instructor.v2.core.json
from __future__ import annotations
import json
from collections.abc import AsyncGenerator, Generator, Iterable
MAX_JSON_EXTRACTION_CHARS: int
MAX_JSON_DEPTH = 128
def extract_json_from_codeblock(content: str) -> str: ...
def extract_json_from_stream(chunks: Iterable[str]) -> Generator[str, None, None]: ...
def extract_json_from_stream_async(chunks: AsyncGenerator[str, None]) -> AsyncGenerator[str, None]: ...

=== instructor.v2.core.patch
import instructor.v2.core.patch as _loopmend_3
import openai._client as _loopmend_2
import pydantic.main as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
import logging
import warnings
from uuid import uuid4
from instructor.v2.validation.async_validators import reject_async_validators
from collections.abc import Awaitable
from functools import wraps
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast, overload
from pydantic import BaseModel
from instructor.v2.core.mode import Mode
from instructor.v2.core.providers import Provider
from instructor.v2.core.hooks import Hooks
from instructor.v2.core.templating import handle_templating
from instructor.v2.core.utils import is_async
from instructor.v2.core.exceptions import RegistryValidationMixin
from instructor.v2.core.registry import mode_registry
from instructor.v2.core.messages import isolate_retry_kwargs
from instructor.v2.core.response_model import prepare_response_model
from instructor.v2.core.retry import ( _validate_token_budget, retry_async_v2, retry_sync_v2, )
if TYPE_CHECKING:
 from collections.abc import Awaitable, Callable
 from openai import AsyncOpenAI, OpenAI
 from tenacity import AsyncRetrying, Retrying
logger = logging.getLogger("instructor.v2")
T_Model = TypeVar("T_Model", bound=BaseModel)
T_Retval = TypeVar("T_Retval")
class InstructorChatCompletionCreate(Protocol):
 def __call__(self, response_model: type[T_Model] | None = None, context: dict[str, Any] | None = None, max_retries: int | Retrying = ..., *args: Any, **kwargs: Any) -> T_Model: ...
class AsyncInstructorChatCompletionCreate(Protocol):
 async def __call__(self, response_model: type[T_Model] | None = None, context: dict[str, Any] | None = None, max_retries: int | AsyncRetrying = ..., *args: Any, **kwargs: Any) -> T_Model: ...
@overload
def patch_v2(func: Callable[..., Awaitable[Any]], provider: Provider, mode: Mode, default_model: str | None = None) -> Callable[..., Awaitable[T_Model]]: ...
@overload
def patch_v2(func: Callable[..., Any], provider: Provider, mode: Mode, default_model: str | None = None) -> Callable[..., T_Model]: ...
def patch_v2(func: Callable[..., Any], provider: Provider, mode: Mode, default_model: str | None = None) -> _loopmend_1.Callable[..., _loopmend_0.BaseModel] | _loopmend_1.Callable[..., _loopmend_1.Coroutine[_loopmend_1.Any, _loopmend_1.Any, _loopmend_0.BaseModel]]: ...
@overload
def patch(client: OpenAI, mode: Mode = ..., provider: Provider = ...) -> OpenAI: ...
@overload
def patch(client: AsyncOpenAI, mode: Mode = ..., provider: Provider = ...) -> AsyncOpenAI: ...
@overload
def patch(create: Callable[..., T_Retval], mode: Mode = ..., provider: Provider = ...) -> InstructorChatCompletionCreate: ...
@overload
def patch(create: Awaitable[T_Retval], mode: Mode = ..., provider: Provider = ...) -> InstructorChatCompletionCreate: ...
def patch(client: OpenAI | AsyncOpenAI | None = None, create: Callable[..., T_Retval] | None = None, mode: Mode = ..., provider: Provider = ...) -> OpenAI | AsyncOpenAI | InstructorChatCompletionCreate: ...
def apatch(client: AsyncOpenAI, mode: Mode = ..., provider: Provider = ...) -> AsyncOpenAI: ...
def _create_sync_wrapper(func: Callable[..., Any], provider: Provider, mode: Mode, default_model: str | None = None) -> Callable[..., T_Model]: ...
def _create_async_wrapper(func: Callable[..., Awaitable[Any]], provider: Provider, mode: Mode, default_model: str | None = None) -> Callable[..., Awaitable[T_Model]]: ...

=== instructor.v2.core.protocols
import pydantic.main as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
from collections.abc import AsyncGenerator, Generator, Iterable
from typing import Any, Protocol, TypeVar
from pydantic import BaseModel
T = TypeVar("T", bound=BaseModel)
class RequestHandler(Protocol):
 def __call__(self, response_model: type[T] | None, kwargs: dict[str, Any]) -> tuple[type[T] | None, dict[str, Any]]: ...
class ReaskHandler(Protocol):
 def __call__(self, kwargs: dict[str, Any], response: Any, exception: Exception) -> dict[str, Any]: ...
class ResponseParser(Protocol):
 def __call__(self, response: Any, response_model: type[T], validation_context: dict[str, Any] | None = None, strict: bool | None = None, stream: bool = ..., is_async: bool = ...) -> T: ...
class StreamExtractor(Protocol):
 def __call__(self, completion: Iterable[Any]) -> Generator[str, None, None]: ...
class AsyncStreamExtractor(Protocol):
 async def __call__(self, completion: AsyncGenerator[Any, None]) -> AsyncGenerator[str, None]: ...
class MessageConverter(Protocol):
 def __call__(self, messages: list[dict[str, Any]], autodetect_images: bool = ...) -> list[dict[str, Any]]: ...
class TemplateHandler(Protocol):
 def __call__(self, kwargs: dict[str, Any], context: dict[str, Any] | None) -> dict[str, Any]: ...

=== instructor.v2.core.registry
import _thread as _loopmend_4
import instructor.v2.core.mode as _loopmend_0
import instructor.v2.core.protocols as _loopmend_2
import instructor.v2.core.providers as _loopmend_3
import instructor.v2.core.registry as _loopmend_1
from __future__ import annotations
import threading
from dataclasses import dataclass
from typing import Callable
from instructor.v2.core.mode import Mode
from instructor.v2.core.providers import Provider
from instructor.v2.core.provider_specs import HANDLER_SPECS, PROVIDER_SPECS
from instructor.v2.core.protocols import ( AsyncStreamExtractor, MessageConverter, ReaskHandler, RequestHandler, ResponseParser, StreamExtractor, TemplateHandler, )
_HANDLER_ATTRS: dict[str, str]
def normalize_mode(provider: Provider, mode: Mode) -> Mode: ...
@dataclass
class ModeHandlers:
 request_handler: RequestHandler
 reask_handler: ReaskHandler
 response_parser: ResponseParser
 stream_extractor: StreamExtractor | None = None
 stream_extractor_async: AsyncStreamExtractor | None = None
 message_converter: MessageConverter | None = None
 template_handler: TemplateHandler | None = None
class ModeRegistry:
 def __init__(self) -> None: ...
 def register(self, provider: Provider, mode: Mode, request_handler: RequestHandler, reask_handler: ReaskHandler, response_parser: ResponseParser, stream_extractor: StreamExtractor | None = None, stream_extractor_async: AsyncStreamExtractor | None = None, message_converter: MessageConverter | None = None, template_handler: TemplateHandler | None = None) -> None: ...
 def register_lazy(self, provider: Provider, mode: Mode, loader: Callable[[], ModeHandlers]) -> None: ...
 def get_handlers(self, provider: Provider, mode: Mode) -> ModeHandlers: ...
 def get_handler(self, provider: Provider, mode: Mode, handler_type: str = ...) -> RequestHandler | ReaskHandler | ResponseParser | StreamExtractor | AsyncStreamExtractor | MessageConverter | TemplateHandler: ...
 def is_registered(self, provider: Provider, mode: Mode) -> bool: ...
 def get_modes_for_provider(self, provider: Provider) -> list[Mode]: ...
 def get_providers_for_mode(self, mode: Mode) -> list[Provider]: ...
 def list_modes(self) -> list[tuple[Provider, Mode]]: ...
 def get_handler_class(self, provider: Provider, mode: Mode) -> type | None: ...
 _handlers: dict[tuple[Provider, Mode], ModeHandlers]
 _lazy_loaders: dict[tuple[Provider, Mode], Callable[[], ModeHandlers]]
 _lazy_load_lock: _loopmend_4.LockType
mode_registry: _loopmend_1.ModeRegistry
_DEFAULT_HANDLER_SPECS = HANDLER_SPECS
def _lazy_handler_loader(module_path: str, provider: Provider, mode: Mode) -> ModeHandlers: ...
def _register_default_lazy_handlers() -> None: ...

=== instructor.v2.core.response
import typing as _loopmend_0
from __future__ import annotations
import inspect
import logging
from typing import Any, TypeVar, TYPE_CHECKING, cast
from openai.types.chat import ChatCompletion
from pydantic import BaseModel
from typing_extensions import ParamSpec
from instructor.v2.core.errors import InstructorError
from instructor.v2.dsl.iterable import IterableBase
from instructor.v2.dsl.parallel import ParallelBase
from instructor.v2.dsl.partial import PartialBase
from instructor.v2.dsl.response_list import ListResponse
from instructor.v2.dsl.simple_type import AdapterBase
if TYPE_CHECKING:
 from instructor.v2.core.function_calls import ResponseSchema
from instructor.v2.core.mode import Mode
from instructor.v2.core.providers import ( Provider, normalize_mode_for_provider, provider_from_mode, )
from instructor.v2.core.response_model import prepare_response_model
from instructor.v2.core.registry import mode_registry
logger = logging.getLogger("instructor")
T_Model = TypeVar("T_Model", bound=BaseModel)
T_Retval = TypeVar("T_Retval")
T_ParamSpec = ParamSpec("T_ParamSpec")
T = TypeVar("T")
_SENSITIVE_KEYS: frozenset[str] = frozenset( { "access_token", "api_key", "api_secret", "authorization", "client_secret", "refresh_token", "token", "x_api_key", "x_goog_api_key", } )
def _redact_kwargs(kwargs: dict[str, Any]) -> dict[str, Any]: ...
def _ensure_registry_loaded() -> None: ...
async def process_response_async(response: ChatCompletion, *, response_model: type[T_Model | ResponseSchema | BaseModel] | None, stream: bool = ..., validation_context: dict[str, Any] | None = None, strict: bool | None = None, mode: Mode = ..., provider: Provider = ...) -> Any: ...
def process_response(response: T_Model, *, response_model: type[ResponseSchema | BaseModel] | None = None, stream: bool, validation_context: dict[str, Any] | None = None, strict = None, mode: Mode = ..., provider: Provider = ...) -> Any: ...
def is_typed_dict(cls) -> bool: ...
def handle_response_model(response_model: type[T] | None, mode: Mode = ..., provider: Provider = ..., **kwargs: Any) -> tuple[type[T] | None, dict[str, Any]]: ...
def handle_reask_kwargs(kwargs: dict[str, Any], mode: Mode, response: Any, exception: Exception, provider: Provider = ..., failed_attempts: list[Any] | None = None) -> dict[str, Any]: ...

=== instructor.v2.core.retry
import anthropic.types.usage as _loopmend_3
import instructor.v2.core.errors as _loopmend_2
import json.decoder as _loopmend_1
import openai.types.completion_usage as _loopmend_4
import pydantic.main as _loopmend_5
import typing as _loopmend_0
from __future__ import annotations
import copy
import json
import logging
from numbers import Real
from typing import TYPE_CHECKING, Any, TypeVar
from pydantic import BaseModel, ValidationError
from tenacity import ( AsyncRetrying, Retrying, retry_if_exception_type, stop_after_attempt, stop_after_delay, )
from instructor.v2.core.mode import Mode
from instructor.v2.core.providers import Provider
from instructor.v2.core.errors import ( AsyncValidationError, FailedAttempt, IncompleteOutputException, InstructorRetryException, ResponseParsingError, TokenBudgetError, TokenBudgetExceeded, TokenUsageUnavailableError, )
from instructor.v2.dsl.iterable import IterableBase
from instructor.v2.dsl.response_list import ListResponse
from instructor.v2.dsl.simple_type import AdapterBase
from instructor.v2.core.messages import extract_messages
from instructor.v2.core.usage import has_compatible_usage, update_total_usage
from instructor.v2.core.exceptions import RegistryValidationMixin
from instructor.v2.core.registry import mode_registry
if TYPE_CHECKING:
 from collections.abc import Awaitable, Callable
 from instructor.v2.core.hooks import Hooks
logger = logging.getLogger("instructor.v2.retry")
T_Model = TypeVar("T_Model", bound=BaseModel)
_RETRYABLE_PARSE_ERRORS: tuple[_loopmend_0.Any, type[_loopmend_1.JSONDecodeError], type[_loopmend_2.AsyncValidationError], type[_loopmend_2.ResponseParsingError]]
def _max_attempts(max_retries: int | Retrying | AsyncRetrying) -> int | None: ...
def _attempt_metadata(*, attempt_number: int, max_attempts: int | None, is_last_attempt: bool) -> dict[str, Any]: ...
def _usage_snapshot(total_usage: Any) -> Any: ...
def _usage_total_tokens(total_usage: Any) -> int | None: ...
def _validate_token_budget(token_budget: int | None, *, response_model: object, kwargs: dict[str, Any]) -> None: ...
def _finalize_parsed_response(parsed: Any, response: Any, total_usage: Any | None = None) -> Any: ...
def _budget_error(*, token_budget: int | None, usage_available: bool, total_usage: Any, attempt_number: int, response: Any, kwargs: dict[str, Any], failed_attempts: list[FailedAttempt]) -> TokenBudgetError | None: ...
def _initialize_usage(provider: Provider | Mode) -> _loopmend_3.Usage | _loopmend_4.CompletionUsage: ...
def retry_sync_v2(func: Callable[..., Any], response_model: type[T_Model] | None, provider: Provider, mode: Mode, context: dict[str, Any] | None, max_retries: int | Retrying, args: tuple[Any, ...], kwargs: dict[str, Any], strict: bool, hooks: Hooks | None = None, token_budget: int | None = None) -> T_Model: ...
def retry_sync(func: Callable[..., Any], response_model: type[T_Model] | None, args: Any, kwargs: Any, context: dict[str, Any] | None = None, max_retries: int | Retrying = ..., strict: bool | None = None, mode: Mode = ..., provider: Provider = ..., hooks: Hooks | None = None, token_budget: int | None = None) -> T_Model | None: ...
async def retry_async(func: Callable[..., Any], response_model: type[T_Model] | None, args: Any, kwargs: Any, context: dict[str, Any] | None = None, max_retries: int | AsyncRetrying = ..., strict: bool | None = None, mode: Mode = ..., provider: Provider = ..., hooks: Hooks | None = None, token_budget: int | None = None) -> T_Model | None: ...
async def retry_async_v2(func: Callable[..., Awaitable[Any]], response_model: type[T_Model] | None, provider: Provider, mode: Mode, context: dict[str, Any] | None, max_retries: int | AsyncRetrying, args: tuple[Any, ...], kwargs: dict[str, Any], strict: bool, hooks: Hooks | None = None, token_budget: int | None = None) -> T_Model: ...

=== instructor.v2.dsl package
from .iterable import IterableModel
from .maybe import Maybe
from .partial import Partial
from .citation import CitationMixin
from .simple_type import is_simple_type, ModelAdapter
from .response_list import ListResponse, ResponseList
__all__ = [ "CitationMixin", "IterableModel", "ListResponse", "Maybe", "Partial", "ResponseList", "is_simple_type", "ModelAdapter", ]

=== instructor.v2.dsl.iterable
import pydantic.main as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
from collections.abc import AsyncGenerator, Callable, Generator, Iterable
from typing import ( Any, ClassVar, cast, get_origin, get_args, Union, )
import json
import sys
from pydantic import BaseModel, Field, create_model
if sys.version_info >= (3, 10):
 from types import UnionType
 _UNION_ORIGINS: tuple[Any, ...] = ...
else:
 _UNION_ORIGINS: tuple[_loopmend_0._SpecialForm]
class IterableBase:
 task_type: ClassVar[type[BaseModel] | None] = None
 @classmethod
 def from_streaming_response(cls, completion: Iterable[Any], stream_extractor: Callable[[Iterable[Any]], Generator[str, None, None]], task_parser: Callable[..., Generator[BaseModel, None, None]] | None = None, **kwargs: Any) -> Generator[BaseModel, None, None]: ...
 @classmethod
 def from_streaming_response_async(cls, completion: AsyncGenerator[Any, None], stream_extractor: Callable[ [AsyncGenerator[Any, None]], AsyncGenerator[str, None] ], task_parser: Callable[..., AsyncGenerator[BaseModel, None]] | None = None, **kwargs: Any) -> AsyncGenerator[BaseModel, None]: ...
 @classmethod
 def tasks_from_task_list_chunks_async(cls, json_chunks: AsyncGenerator[str, None], **kwargs: Any) -> AsyncGenerator[BaseModel, None]: ...
 @classmethod
 def tasks_from_task_list_chunks(cls, json_chunks: Iterable[str], **kwargs: Any) -> Generator[BaseModel, None, None]: ...
 @classmethod
 def tasks_from_chunks(cls, json_chunks: Iterable[str], **kwargs: Any) -> Generator[BaseModel, None, None]: ...
 @classmethod
 def tasks_from_chunks_async(cls, json_chunks: AsyncGenerator[str, None], **kwargs: Any) -> AsyncGenerator[BaseModel, None]: ...
 @classmethod
 def extract_cls_task_type(cls, task_json: str, **kwargs: Any): ...
 @staticmethod
 def extract_json(completion: Iterable[Any], stream_extractor: Callable[[Iterable[Any]], Generator[str, None, None]]) -> Generator[str, None, None]: ...
 @staticmethod
 def extract_json_async(completion: AsyncGenerator[Any, None], stream_extractor: Callable[ [AsyncGenerator[Any, None]], AsyncGenerator[str, None] ]) -> AsyncGenerator[str, None]: ...
 @staticmethod
 def get_object(s: str, stack: int) -> tuple[str | None, str]: ...
def IterableModel(subtask_class: type[BaseModel], name: str | None = None, description: str | None = None) -> type[BaseModel]: ...

=== instructor.v2.dsl.partial
import pydantic.fields as _loopmend_1
import pydantic.main as _loopmend_2
import typing as _loopmend_0
from collections.abc import AsyncGenerator, Callable, Generator, Iterable
from typing import Any, Generic, TypeVar, overload
from pydantic import BaseModel
from pydantic.fields import FieldInfo
T_Model = TypeVar("T_Model", bound=BaseModel)
class MakeFieldsOptional:
 ...
class PartialBase(BaseModel, Generic[T_Model]):
 @staticmethod
 def extract_json(completion: Iterable[Any], stream_extractor: Callable[[Iterable[Any]], Generator[str, None, None]] | Any, on_event: Callable[..., Any] | None = None) -> Generator[str, None, None]: ...
 @staticmethod
 def extract_json_async(completion: AsyncGenerator[Any, None], stream_extractor: Callable[ [AsyncGenerator[Any, None]], AsyncGenerator[str, None] ] | Any, on_event: Callable[..., Any] | None = None) -> AsyncGenerator[str, None]: ...
class PartialLiteralMixin:
 ...
def _make_field_optional(field: FieldInfo) -> tuple[Any, FieldInfo]: ...
class _PartialFactory:
 @overload
 def __getitem__(self, wrapped_class: type[T_Model]) -> type[T_Model]: ...
 @overload
 def __getitem__(self, wrapped_class: tuple[type[T_Model], type[MakeFieldsOptional]]) -> type[T_Model]: ...
Partial: _PartialFactory

=== instructor.v2.providers package

=== instructor.v2.providers.anthropic package
try:
 from instructor.v2.providers.anthropic.client import from_anthropic
except ImportError:
 from_anthropic = None
__all__ = ["from_anthropic"]

=== instructor.v2.providers.anthropic.client
import instructor.v2.core.client as _loopmend_0
from __future__ import annotations
from typing import TYPE_CHECKING, Any, overload
from instructor.v2.core.client import AsyncInstructor, Instructor
from instructor.v2.core.errors import ClientError
from instructor.v2.core.mode import Mode
from instructor.v2.core.providers import Provider
from instructor.v2.core.patch import patch_v2
from instructor.v2.providers.anthropic import handlers
if TYPE_CHECKING:
 import anthropic
else:
 try:
  import anthropic
 except ImportError:
  anthropic = None
@overload
def from_anthropic(client: anthropic.Anthropic | anthropic.AnthropicBedrock | anthropic.AnthropicVertex, mode: Mode = ..., beta: bool = ..., model: str | None = None, **kwargs: Any) -> Instructor: ...
@overload
def from_anthropic(client: anthropic.AsyncAnthropic | anthropic.AsyncAnthropicBedrock | anthropic.AsyncAnthropicVertex, mode: Mode = ..., beta: bool = ..., model: str | None = None, **kwargs: Any) -> AsyncInstructor: ...
def from_anthropic(client: anthropic.Anthropic | anthropic.AsyncAnthropic | anthropic.AnthropicBedrock | anthropic.AsyncAnthropicBedrock | anthropic.AsyncAnthropicVertex | anthropic.AnthropicVertex, mode: Mode = ..., beta: bool = ..., model: str | None = None, **kwargs: Any) -> Instructor | AsyncInstructor: ...

=== instructor.v2.providers.anthropic.handlers
import instructor.v2.providers.anthropic.handlers as _loopmend_0
import pydantic.main as _loopmend_1
import typing as _loopmend_2
from __future__ import annotations
import inspect
import json
import warnings
from collections.abc import ( AsyncGenerator, AsyncIterator, Generator, Iterable as TypingIterable, )
from textwrap import dedent
from typing import TYPE_CHECKING, Any, Callable, TypedDict, cast, get_origin
from weakref import WeakKeyDictionary
from pydantic import BaseModel, Field, TypeAdapter
from typing import Annotated
if TYPE_CHECKING:
 from anthropic.types import Message
from instructor.v2.core.mode import Mode
from instructor.v2.core.providers import Provider
from instructor.v2.core.errors import ConfigurationError, IncompleteOutputException
from instructor.v2.dsl.iterable import IterableBase
from instructor.v2.dsl.parallel import ( ParallelBase, get_types_array, )
from instructor.v2.providers.anthropic.parallel import ( handle_parallel_model as handle_anthropic_parallel_model, )
from instructor.v2.dsl.partial import PartialBase
from instructor.v2.dsl.simple_type import AdapterBase
from instructor.v2.core.multimodal import Audio, Image, PDF
from instructor.v2.core.multimodal import convert_messages as convert_messages_v1
from instructor.v2.core.json import extract_json_from_codeblock
from instructor.v2.providers.anthropic.schema import generate_anthropic_schema
from instructor.v2.core.decorators import register_mode_handler
from instructor.v2.core.handler import ModeHandler
class SystemMessage(TypedDict, total=False):
 type: str
 text: str
 cache_control: dict[str, str]
def combine_system_messages(existing_system: str | list[SystemMessage] | None, new_system: str | list[SystemMessage]) -> str | list[SystemMessage]: ...
def extract_system_messages(messages: list[dict[str, Any]]) -> list[SystemMessage]: ...
def serialize_message_content(content: Any) -> Any: ...
def _anthropic_supports_output_format() -> bool: ...
def process_messages_for_anthropic(messages: list[dict[str, Any]]) -> list[dict[str, Any]]: ...
class AnthropicHandlerBase(ModeHandler):
 mode: Mode
 def __init__(self) -> None: ...
 def _register_streaming_from_kwargs(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> None: ...
 def mark_streaming_model(self, response_model: type[BaseModel] | None, stream: bool) -> None: ...
 def _consume_streaming_flag(self, response_model: type[BaseModel] | ParallelBase | None) -> bool: ...
 def extract_streaming_json(self, completion: TypingIterable[Any]) -> Generator[str, None, None]: ...
 def extract_streaming_json_async(self, completion: AsyncGenerator[Any, None]) -> AsyncGenerator[str, None]: ...
 def convert_messages(self, messages: list[dict[str, Any]], autodetect_images: bool = ...) -> list[dict[str, Any]]: ...
 def _parse_streaming_response(self, response_model: type[BaseModel], response: Any, validation_context: dict[str, Any] | None, strict: bool | None) -> Any: ...
 def _finalize_parsed_result(self, response_model: type[BaseModel] | ParallelBase, response: Any, parsed: Any) -> Any: ...
 def _parse_with_callback(self, response: Any, response_model: type[BaseModel], validation_context: dict[str, Any] | None, strict: bool | None, parser: Callable[ [Any, type[BaseModel], dict[str, Any] | None, bool | None], Any, ]) -> Any: ...
 _streaming_models: WeakKeyDictionary[type[Any], None]
@register_mode_handler(Provider.ANTHROPIC, Mode.TOOLS)
class AnthropicToolsHandler(AnthropicHandlerBase):
 mode = Mode.TOOLS
 def prepare_request(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> tuple[type[BaseModel] | None, dict[str, Any]]: ...
 def handle_reask(self, kwargs: dict[str, Any], response: Message, exception: Exception) -> dict[str, Any]: ...
 def parse_response(self, response: Any, response_model: type[BaseModel], validation_context: dict[str, Any] | None = None, strict: bool | None = None, stream: bool = ..., is_async: bool = ...) -> Any: ...
 def _parse_tool_response(self, response: Any, response_model: type[BaseModel], validation_context: dict[str, Any] | None, strict: bool | None) -> _loopmend_1.BaseModel | _loopmend_2.Generator[_loopmend_1.BaseModel, None, None]: ...
@register_mode_handler(Provider.ANTHROPIC, Mode.PARALLEL_TOOLS)
class AnthropicParallelToolsHandler(AnthropicHandlerBase):
 mode = Mode.PARALLEL_TOOLS
 def prepare_request(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> tuple[type[BaseModel] | None, dict[str, Any]]: ...
 def handle_reask(self, kwargs: dict[str, Any], response: Message, exception: Exception) -> dict[str, Any]: ...
 def parse_response(self, response: Any, response_model: type[BaseModel], validation_context: dict[str, Any] | None = None, strict: bool | None = None, stream: bool = ..., is_async: bool = ...) -> Any: ...
 def _parse_parallel_response(self, response: Any, response_model: type[BaseModel], validation_context: dict[str, Any] | None, strict: bool | None) -> Generator[BaseModel, None, None]: ...
@register_mode_handler(Provider.ANTHROPIC, Mode.JSON)
class AnthropicJSONHandler(AnthropicHandlerBase):
 mode = Mode.JSON
 def prepare_request(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> tuple[type[BaseModel] | None, dict[str, Any]]: ...
 def handle_reask(self, kwargs: dict[str, Any], response: Message, exception: Exception) -> dict[str, Any]: ...
 def parse_response(self, response: Any, response_model: type[BaseModel], validation_context: dict[str, Any] | None = None, strict: bool | None = None, stream: bool = ..., is_async: bool = ...) -> Any: ...
 def _parse_json_response(self, response: Any, response_model: type[BaseModel], validation_context: dict[str, Any] | None, strict: bool | None) -> BaseModel: ...
@register_mode_handler(Provider.ANTHROPIC, Mode.JSON_SCHEMA)
class AnthropicStructuredOutputsHandler(AnthropicHandlerBase):
 mode = Mode.JSON_SCHEMA
 def prepare_request(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> tuple[type[BaseModel] | None, dict[str, Any]]: ...
 def handle_reask(self, kwargs: dict[str, Any], response: Message, exception: Exception) -> dict[str, Any]: ...
 def parse_response(self, response: Any, response_model: type[BaseModel], validation_context: dict[str, Any] | None = None, strict: bool | None = None, stream: bool = ..., is_async: bool = ...) -> Any: ...
 def _parse_structured_output_response(self, response: Any, response_model: type[BaseModel], validation_context: dict[str, Any] | None, strict: bool | None) -> BaseModel: ...
__all__ = [ "AnthropicToolsHandler", "AnthropicParallelToolsHandler", "AnthropicJSONHandler", "AnthropicStructuredOutputsHandler", ]

=== instructor.v2.providers.bedrock package
try:
 from instructor.v2.providers.bedrock.client import from_bedrock
except ImportError:
 from_bedrock = None
__all__ = ["from_bedrock"]

=== instructor.v2.providers.bedrock.client
import instructor.v2.core.client as _loopmend_0
from __future__ import annotations
from typing import TYPE_CHECKING, Any, Literal, overload
from instructor.v2.core.client import AsyncInstructor, Instructor
from instructor.v2.core.mode import Mode
from instructor.v2.core.providers import Provider
from instructor.v2.core.patch import patch_v2
from instructor.v2.providers.bedrock import handlers
if TYPE_CHECKING:
 from botocore.client import BaseClient
else:
 try:
  from botocore.client import BaseClient
 except ImportError:
  BaseClient = None
@overload
def from_bedrock(client: BaseClient, mode: Mode = ..., async_client: Literal[False] = ..., model: str | None = None, **kwargs: Any) -> Instructor: ...
@overload
def from_bedrock(client: BaseClient, mode: Mode = ..., async_client: Literal[True] = ..., model: str | None = None, **kwargs: Any) -> AsyncInstructor: ...
def from_bedrock(client: BaseClient, mode: Mode = ..., async_client: bool = ..., model: str | None = None, **kwargs: Any) -> Instructor | AsyncInstructor: ...
__all__ = ["from_bedrock"]

=== instructor.v2.providers.cerebras package
try:
 from instructor.v2.providers.cerebras.client import from_cerebras
except ImportError:
 from_cerebras = None
__all__ = ["from_cerebras"]

=== instructor.v2.providers.cerebras.client
import instructor.v2.core.client as _loopmend_0
from __future__ import annotations
from typing import TYPE_CHECKING, Any, overload
from instructor.v2.core.client import AsyncInstructor, Instructor
from instructor.v2.core.mode import Mode
from instructor.v2.core.providers import Provider
from instructor.v2.core.patch import patch_v2
from instructor.v2.providers.openai import handlers
if TYPE_CHECKING:
 from cerebras.cloud.sdk import AsyncCerebras, Cerebras
else:
 try:
  from cerebras.cloud.sdk import AsyncCerebras, Cerebras
 except ImportError:
  AsyncCerebras = None
  Cerebras = None
@overload
def from_cerebras(client: Cerebras, mode: Mode = ..., model: str | None = None, **kwargs: Any) -> Instructor: ...
@overload
def from_cerebras(client: AsyncCerebras, mode: Mode = ..., model: str | None = None, **kwargs: Any) -> AsyncInstructor: ...
def from_cerebras(client: Cerebras | AsyncCerebras, mode: Mode = ..., model: str | None = None, **kwargs: Any) -> Instructor | AsyncInstructor: ...

=== instructor.v2.providers.cohere package
try:
 from instructor.v2.providers.cohere.client import from_cohere
except ImportError:
 from_cohere = None
__all__ = ["from_cohere"]

=== instructor.v2.providers.cohere.client
import instructor.v2.core.client as _loopmend_0
from __future__ import annotations
import inspect
from collections.abc import Awaitable
from typing import TYPE_CHECKING, Any, cast, overload
from instructor.v2.core.client import AsyncInstructor, Instructor
from instructor.v2.core.mode import Mode
from instructor.v2.core.providers import Provider
from instructor.v2.core.patch import patch_v2
from instructor.v2.providers.cohere import handlers
if TYPE_CHECKING:
 import cohere
else:
 try:
  import cohere
 except ImportError:
  cohere = None
@overload
def from_cohere(client: cohere.Client, mode: Mode = ..., **kwargs: Any) -> Instructor: ...
@overload
def from_cohere(client: cohere.ClientV2, mode: Mode = ..., **kwargs: Any) -> Instructor: ...
@overload
def from_cohere(client: cohere.AsyncClient, mode: Mode = ..., **kwargs: Any) -> AsyncInstructor: ...
@overload
def from_cohere(client: cohere.AsyncClientV2, mode: Mode = ..., **kwargs: Any) -> AsyncInstructor: ...
def from_cohere(client: cohere.Client | cohere.AsyncClient | cohere.ClientV2 | cohere.AsyncClientV2, mode: Mode = ..., **kwargs: Any) -> Instructor | AsyncInstructor: ...

=== instructor.v2.providers.cohere.handlers
import pydantic.main as _loopmend_0
from __future__ import annotations
import json
from collections.abc import AsyncGenerator, Generator
from typing import Any, cast
from pydantic import BaseModel
from instructor.v2.core.mode import Mode
from instructor.v2.core.providers import Provider
from instructor.v2.core.errors import ConfigurationError, ResponseParsingError
from instructor.v2.core.json import extract_json_from_codeblock
from instructor.v2.core.decorators import register_mode_handler
from instructor.v2.core.handler import ModeHandler
from instructor.v2.core.messages import copy_messages_for_mutation
from instructor.v2.dsl.iterable import IterableBase
from instructor.v2.dsl.partial import PartialBase
def _detect_client_version(kwargs: dict[str, Any]) -> str: ...
def _convert_messages_to_cohere_v1(kwargs: dict[str, Any]) -> dict[str, Any]: ...
def _convert_messages_to_cohere_v2(kwargs: dict[str, Any]) -> dict[str, Any]: ...
def _convert_messages(kwargs: dict[str, Any]) -> dict[str, Any]: ...
def _extract_text_from_response(response: Any) -> str: ...
def _extract_text_from_stream_chunk(chunk: Any) -> str | None: ...
class CohereHandlerBase(ModeHandler):
 mode: Mode
 def _create_reask_message(self, response: Any, exception: Exception) -> str: ...
 def extract_streaming_json(self, completion: Any) -> Generator[str, None, None]: ...
 def extract_streaming_json_async(self, completion: AsyncGenerator[Any, None]) -> AsyncGenerator[str, None]: ...
@register_mode_handler(Provider.COHERE, Mode.TOOLS)
class CohereToolsHandler(CohereHandlerBase):
 mode = Mode.TOOLS
 def prepare_request(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> tuple[type[BaseModel] | None, dict[str, Any]]: ...
 def handle_reask(self, kwargs: dict[str, Any], response: Any, exception: Exception) -> dict[str, Any]: ...
 def parse_response(self, response: Any, response_model: type[BaseModel], validation_context: dict[str, Any] | None = None, strict: bool | None = None, stream: bool = ..., is_async: bool = ...) -> Any: ...
@register_mode_handler(Provider.COHERE, Mode.JSON_SCHEMA)
class CohereJSONSchemaHandler(CohereHandlerBase):
 mode = Mode.JSON_SCHEMA
 def prepare_request(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> tuple[type[BaseModel] | None, dict[str, Any]]: ...
 def handle_reask(self, kwargs: dict[str, Any], response: Any, exception: Exception) -> dict[str, Any]: ...
 def parse_response(self, response: Any, response_model: type[BaseModel], validation_context: dict[str, Any] | None = None, strict: bool | None = None, stream: bool = ..., is_async: bool = ...) -> BaseModel: ...
@register_mode_handler(Provider.COHERE, Mode.MD_JSON)
class CohereMDJSONHandler(CohereHandlerBase):
 mode = Mode.MD_JSON
 def prepare_request(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> tuple[type[BaseModel] | None, dict[str, Any]]: ...
 def handle_reask(self, kwargs: dict[str, Any], response: Any, exception: Exception) -> dict[str, Any]: ...
 def parse_response(self, response: Any, response_model: type[BaseModel], validation_context: dict[str, Any] | None = None, strict: bool | None = None, stream: bool = ..., is_async: bool = ...) -> BaseModel: ...
__all__ = [ "CohereToolsHandler", "CohereJSONSchemaHandler", "CohereMDJSONHandler", ]

=== instructor.v2.providers.fireworks package
try:
 from instructor.v2.providers.fireworks.client import from_fireworks
except ImportError:
 from_fireworks = None
__all__ = ["from_fireworks"]

=== instructor.v2.providers.fireworks.client
import instructor.v2.core.client as _loopmend_0
from __future__ import annotations
from typing import TYPE_CHECKING, Any, overload
from instructor.v2.core.client import AsyncInstructor, Instructor
from instructor.v2.core.mode import Mode
from instructor.v2.core.providers import Provider
from instructor.v2.core.patch import patch_v2
from instructor.v2.providers.openai import handlers
if TYPE_CHECKING:
 from fireworks.client import AsyncFireworks, Fireworks
else:
 try:
  from fireworks.client import AsyncFireworks, Fireworks
 except ImportError:
  AsyncFireworks = None
  Fireworks = None
@overload
def from_fireworks(client: Fireworks, mode: Mode = ..., model: str | None = None, **kwargs: Any) -> Instructor: ...
@overload
def from_fireworks(client: AsyncFireworks, mode: Mode = ..., model: str | None = None, **kwargs: Any) -> AsyncInstructor: ...
def from_fireworks(client: Fireworks | AsyncFireworks, mode: Mode = ..., model: str | None = None, **kwargs: Any) -> Instructor | AsyncInstructor: ...

=== instructor.v2.providers.gemini package
import instructor.v2.core.client as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
from typing import Any
from .handlers import GeminiJSONHandler, GeminiToolsHandler
__all__ = ["GeminiJSONHandler", "GeminiToolsHandler", "from_gemini"]
def __getattr__(name: str) -> _loopmend_1.Callable[..., _loopmend_0.AsyncInstructor | _loopmend_0.Instructor]: ...

=== instructor.v2.providers.gemini.client
import instructor.v2.core.client as _loopmend_0
from __future__ import annotations
import importlib
from typing import Any, Literal, overload
from instructor.v2.core.client import AsyncInstructor, Instructor
from instructor.v2.core.mode import Mode
from instructor.v2.core.providers import Provider
from instructor.v2.core.patch import patch_v2
from instructor.v2.providers.gemini import handlers
try:
 genai: Any = importlib.import_module("google.generativeai")
except ImportError:
 genai = None
@overload
def from_gemini(client: Any, mode: Mode = ..., use_async: Literal[False] = ..., **kwargs: Any) -> Instructor: ...
@overload
def from_gemini(client: Any, mode: Mode = ..., use_async: Literal[True] = ..., **kwargs: Any) -> AsyncInstructor: ...
def from_gemini(client: Any, mode: Mode = ..., use_async: bool = ..., **kwargs: Any) -> Instructor | AsyncInstructor: ...
__all__ = ["from_gemini"]

=== instructor.v2.providers.gemini.handlers
import pydantic.main as _loopmend_0
from __future__ import annotations
import inspect
import json
from collections.abc import ( AsyncGenerator, AsyncIterator, Generator, Iterable as TypingIterable, )
from typing import Any, cast
from pydantic import BaseModel
from instructor.v2.core.mode import Mode
from instructor.v2.core.providers import Provider
from instructor.v2.dsl.iterable import IterableBase
from instructor.v2.dsl.partial import PartialBase
from instructor.v2.dsl.simple_type import AdapterBase
from instructor.v2.providers.gemini.utils import ( extract_gemini_chunk_text, handle_gemini_json, handle_gemini_tools, )
from instructor.v2.core.decorators import register_mode_handler
from instructor.v2.core.handler import ModeHandler
from instructor.v2.core.errors import ResponseParsingError
from instructor.v2.core.json import extract_json_from_codeblock
def reask_gemini_tools(kwargs: dict[str, Any], response: Any, exception: Exception) -> dict: ...
def reask_gemini_json(kwargs: dict[str, Any], response: Any, exception: Exception) -> dict: ...
def parse_gemini_json(response_model: type[BaseModel], completion: Any, validation_context: dict[str, Any] | None = None, strict: bool | None = None) -> BaseModel: ...
def parse_gemini_tools(response_model: type[BaseModel], completion: Any, validation_context: dict[str, Any] | None = None, strict: bool | None = None) -> BaseModel: ...
class GeminiHandlerBase(ModeHandler):
 mode: Mode
 def extract_streaming_json(self, completion: TypingIterable[Any]) -> Generator[str, None, None]: ...
 def extract_streaming_json_async(self, completion: AsyncGenerator[Any, None]) -> AsyncGenerator[str, None]: ...
 def _parse_streaming(self, response_model: type[BaseModel], response: Any, validation_context: dict[str, Any] | None, strict: bool | None) -> Any: ...
 def _finalize(self, response_model: type[BaseModel], response: Any, parsed: Any) -> Any: ...
@register_mode_handler(Provider.GEMINI, Mode.TOOLS)
class GeminiToolsHandler(GeminiHandlerBase):
 mode = Mode.TOOLS
 def prepare_request(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> tuple[type[BaseModel] | None, dict[str, Any]]: ...
 def handle_reask(self, kwargs: dict[str, Any], response: Any, exception: Exception) -> dict[str, Any]: ...
 def parse_response(self, response: Any, response_model: type[BaseModel], validation_context: dict[str, Any] | None = None, strict: bool | None = None, stream: bool = ..., is_async: bool = ...) -> Any: ...
@register_mode_handler(Provider.GEMINI, Mode.MD_JSON)
class GeminiJSONHandler(GeminiHandlerBase):
 mode = Mode.MD_JSON
 def prepare_request(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> tuple[type[BaseModel] | None, dict[str, Any]]: ...
 def handle_reask(self, kwargs: dict[str, Any], response: Any, exception: Exception) -> dict[str, Any]: ...
 def parse_response(self, response: Any, response_model: type[BaseModel], validation_context: dict[str, Any] | None = None, strict: bool | None = None, stream: bool = ..., is_async: bool = ...) -> Any: ...
__all__ = ["GeminiToolsHandler", "GeminiJSONHandler"]

=== instructor.v2.providers.genai package
from __future__ import annotations
from . import handlers
try:
 from .client import from_genai
except ImportError:
 from_genai = None
__all__ = ["from_genai"]

=== instructor.v2.providers.genai.client
import instructor.v2.core.client as _loopmend_0
from __future__ import annotations
from typing import TYPE_CHECKING, Any, Literal, overload
from instructor.v2.core.client import AsyncInstructor, Instructor
from instructor.v2.core.errors import ClientError
from instructor.v2.core.mode import Mode
from instructor.v2.core.providers import Provider
from ...core.patch import patch_v2
from ...core.registry import mode_registry, normalize_mode
from . import handlers
if TYPE_CHECKING:
 from google.genai import Client
else:
 try:
  from google.genai import Client
 except ImportError:
  Client = None
@overload
def from_genai(client: Client, mode: Mode = ..., *, use_async: Literal[True], **kwargs: Any) -> AsyncInstructor: ...
@overload
def from_genai(client: Client, mode: Mode = ..., *, use_async: Literal[False] = ..., **kwargs: Any) -> Instructor: ...
def from_genai(client: Client, mode: Mode = ..., *, use_async: bool = ..., model: str | None = None, **kwargs: Any) -> Instructor | AsyncInstructor: ...

=== instructor.v2.providers.genai.handlers
import instructor.v2.core.mode as _loopmend_1
import pydantic.main as _loopmend_0
from __future__ import annotations
import json
from collections.abc import AsyncGenerator, Generator
from typing import Any, cast
from pydantic import BaseModel
from instructor.v2.core.decorators import register_mode_handler
from instructor.v2.core.handler import ModeHandler
from instructor.v2.core.mode import Mode
from instructor.v2.core.multimodal import extract_genai_multimodal_content
from instructor.v2.core.providers import Provider
from instructor.v2.core.response_model import prepare_response_model
from instructor.v2.dsl.iterable import IterableBase
from instructor.v2.dsl.parallel import ParallelBase
from instructor.v2.dsl.partial import Partial, PartialBase
from instructor.v2.dsl.simple_type import AdapterBase
from instructor.v2.providers.gemini import utils as gemini_utils
def reask_genai_tools(kwargs: dict[str, Any], response: Any, exception: Exception) -> dict: ...
def reask_genai_structured_outputs(kwargs: dict[str, Any], response: Any, exception: Exception) -> dict: ...
def parse_genai_structured_outputs(response_model: type[BaseModel], completion: Any, validation_context: dict[str, Any] | None = None, strict: bool | None = None) -> BaseModel: ...
def parse_genai_tools(response_model: type[BaseModel], completion: Any, validation_context: dict[str, Any] | None = None, strict: bool | None = None) -> BaseModel: ...
class GenAIHandlerBase(ModeHandler):
 def __init__(self, mode: Mode | None = None) -> None: ...
 def _clone_kwargs(self, kwargs: dict[str, Any]) -> dict[str, Any]: ...
 def _pop_autodetect_images(self, kwargs: dict[str, Any]) -> bool: ...
 def _extract_system_instruction(self, kwargs: dict[str, Any]) -> str | None: ...
 def extract_streaming_json(self, completion: Any) -> Generator[str, None, None]: ...
 def extract_streaming_json_async(self, completion: AsyncGenerator[Any, None]) -> AsyncGenerator[str, None]: ...
 def _wrap_streaming_model(self, response_model: type[BaseModel] | None, stream: bool) -> type[BaseModel] | None: ...
 def _convert_messages_to_contents(self, kwargs: dict[str, Any], autodetect_images: bool) -> dict[str, Any]: ...
 def _cleanup_provider_kwargs(self, kwargs: dict[str, Any]) -> dict[str, Any]: ...
 def _prepare_without_response_model(self, kwargs: dict[str, Any], autodetect_images: bool) -> dict[str, Any]: ...
 def prepare_request(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> tuple[type[BaseModel] | None, dict[str, Any]]: ...
 def parse_response(self, response: Any, response_model: type[BaseModel] | None, validation_context: dict[str, Any] | None = None, strict: bool | None = None, stream: bool = ..., is_async: bool = ...) -> BaseModel | Any: ...
 def handle_reask(self, kwargs: dict[str, Any], response: Any, exception: Exception) -> dict[str, Any]: ...
 mode: None | _loopmend_1.Mode
@register_mode_handler(Provider.GENAI, Mode.TOOLS)
class GenAIToolsHandler(GenAIHandlerBase):
 def prepare_request(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> tuple[type[BaseModel] | None, dict[str, Any]]: ...
 def handle_reask(self, kwargs: dict[str, Any], response: Any, exception: Exception) -> dict[str, Any]: ...
@register_mode_handler(Provider.GENAI, Mode.JSON)
class GenAIStructuredOutputsHandler(GenAIHandlerBase):
 def prepare_request(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> tuple[type[BaseModel] | None, dict[str, Any]]: ...
 def handle_reask(self, kwargs: dict[str, Any], response: Any, exception: Exception) -> dict[str, Any]: ...

=== instructor.v2.providers.groq package
try:
 from instructor.v2.providers.groq.client import from_groq
except ImportError:
 from_groq = None
__all__ = ["from_groq"]

=== instructor.v2.providers.groq.client
import instructor.v2.core.client as _loopmend_0
from __future__ import annotations
from typing import TYPE_CHECKING, Any, overload
from instructor.v2.core.client import AsyncInstructor, Instructor
from instructor.v2.core.mode import Mode
from instructor.v2.core.providers import Provider
from instructor.v2.core.patch import patch_v2
from instructor.v2.providers.openai import handlers
if TYPE_CHECKING:
 import groq
else:
 try:
  import groq
 except ImportError:
  groq = None
@overload
def from_groq(client: groq.Groq, mode: Mode = ..., model: str | None = None, **kwargs: Any) -> Instructor: ...
@overload
def from_groq(client: groq.AsyncGroq, mode: Mode = ..., model: str | None = None, **kwargs: Any) -> AsyncInstructor: ...
def from_groq(client: groq.Groq | groq.AsyncGroq, mode: Mode = ..., model: str | None = None, **kwargs: Any) -> Instructor | AsyncInstructor: ...

=== instructor.v2.providers.litellm package
from .client import from_litellm
__all__ = ["from_litellm"]

=== instructor.v2.providers.litellm.client
import instructor.v2.core.client as _loopmend_0
from __future__ import annotations
import inspect
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Literal, TypeVar, overload
from instructor.v2.core.client import AsyncInstructor, Instructor
from instructor.v2.core.mode import Mode
from instructor.v2.core.providers import Provider
from instructor.v2.core.patch import patch_v2
T_Retval = TypeVar("T_Retval")
@overload
def from_litellm(completion: Callable[..., Coroutine[Any, Any, T_Retval]], mode: Mode = ..., *, async_client: Literal[True], **kwargs: Any) -> AsyncInstructor: ...
@overload
def from_litellm(completion: Callable[..., Awaitable[T_Retval]], mode: Mode = ..., *, async_client: Literal[True], **kwargs: Any) -> AsyncInstructor: ...
@overload
def from_litellm(completion: Callable[..., object], mode: Mode = ..., *, async_client: Literal[False] = ..., **kwargs: Any) -> Instructor: ...
def from_litellm(completion: Callable[..., object] | Callable[..., Awaitable[Any]], mode: Mode = ..., *, async_client: bool | None = None, **kwargs: Any) -> Instructor | AsyncInstructor: ...

=== instructor.v2.providers.mistral package
try:
 from instructor.v2.providers.mistral.client import from_mistral
except ImportError:
 from_mistral = None
__all__ = ["from_mistral"]

=== instructor.v2.providers.mistral.client
import instructor.v2.core.client as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
import importlib
from typing import Any, Literal, Protocol, overload
from instructor.v2.core.client import AsyncInstructor, Instructor
from instructor.v2.core.mode import Mode
from instructor.v2.core.providers import Provider
from instructor.v2.core.patch import patch_v2
from instructor.v2.providers.mistral import handlers
class _MistralClient(Protocol):
 chat: Any
def _load_mistral_client_type() -> type[Any] | None: ...
Mistral: _loopmend_0.Any
@overload
def from_mistral(client: _MistralClient, mode: Mode = ..., use_async: Literal[False] = ..., model: str | None = None, **kwargs: Any) -> Instructor: ...
@overload
def from_mistral(client: _MistralClient, mode: Mode = ..., use_async: Literal[True] = ..., model: str | None = None, **kwargs: Any) -> AsyncInstructor: ...
@overload
def from_mistral(client: _MistralClient, mode: Mode = ..., use_async: bool = ..., model: str | None = None, **kwargs: Any) -> Instructor | AsyncInstructor: ...
def from_mistral(client: _MistralClient, mode: Mode = ..., use_async: bool = ..., model: str | None = None, **kwargs: Any) -> Instructor | AsyncInstructor: ...

=== instructor.v2.providers.mistral.handlers
import pydantic.main as _loopmend_0
from __future__ import annotations
import inspect
import json
from collections.abc import ( AsyncGenerator, AsyncIterator, Generator, Iterable as TypingIterable, )
from textwrap import dedent
from typing import Any, cast, get_origin
from weakref import WeakKeyDictionary
from pydantic import BaseModel
from instructor.v2.core.mode import Mode
from instructor.v2.core.providers import Provider
from instructor.v2.core.errors import ( IncompleteOutputException, ResponseParsingError, )
from instructor.v2.dsl.iterable import IterableBase
from instructor.v2.dsl.parallel import ParallelBase, get_types_array
from instructor.v2.dsl.partial import PartialBase
from instructor.v2.dsl.simple_type import AdapterBase
from instructor.v2.core.multimodal import convert_messages as convert_messages_v1
from instructor.v2.core.json import ( extract_json_from_codeblock, extract_json_from_stream, extract_json_from_stream_async, )
from instructor.v2.providers.openai.schema import generate_openai_schema
from instructor.v2.core.messages import ( copy_messages_for_mutation, dump_message, merge_consecutive_messages, )
from instructor.v2.core.decorators import register_mode_handler
from instructor.v2.core.handler import ModeHandler
class MistralHandlerBase(ModeHandler):
 mode: Mode
 def __init__(self) -> None: ...
 def _register_streaming_from_kwargs(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> None: ...
 def mark_streaming_model(self, response_model: type[BaseModel] | None, stream: bool) -> None: ...
 def _consume_streaming_flag(self, response_model: type[BaseModel] | ParallelBase | None) -> bool: ...
 def extract_streaming_json(self, completion: TypingIterable[Any]) -> Generator[str, None, None]: ...
 def extract_streaming_json_async(self, completion: AsyncGenerator[Any, None]) -> AsyncGenerator[str, None]: ...
 def convert_messages(self, messages: list[dict[str, Any]], autodetect_images: bool = ...) -> list[dict[str, Any]]: ...
 def _parse_streaming_response(self, response_model: type[BaseModel], response: Any, validation_context: dict[str, Any] | None, strict: bool | None) -> Any: ...
 def _finalize_parsed_result(self, response_model: type[BaseModel] | ParallelBase, response: Any, parsed: Any) -> Any: ...
 def _extract_tool_call_json(self, response: Any) -> str: ...
 def _extract_text_content(self, response: Any) -> str: ...
 _streaming_models: WeakKeyDictionary[type[Any], None]
@register_mode_handler(Provider.MISTRAL, Mode.TOOLS)
class MistralToolsHandler(MistralHandlerBase):
 mode = Mode.TOOLS
 def prepare_request(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> tuple[type[BaseModel] | None, dict[str, Any]]: ...
 def handle_reask(self, kwargs: dict[str, Any], response: Any, exception: Exception) -> dict[str, Any]: ...
 def parse_response(self, response: Any, response_model: type[BaseModel], validation_context: dict[str, Any] | None = None, strict: bool | None = None, stream: bool = ..., is_async: bool = ...) -> Any: ...
@register_mode_handler(Provider.MISTRAL, Mode.JSON_SCHEMA)
class MistralJSONSchemaHandler(MistralHandlerBase):
 mode = Mode.JSON_SCHEMA
 def prepare_request(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> tuple[type[BaseModel] | None, dict[str, Any]]: ...
 def handle_reask(self, kwargs: dict[str, Any], response: Any, exception: Exception) -> dict[str, Any]: ...
 def parse_response(self, response: Any, response_model: type[BaseModel], validation_context: dict[str, Any] | None = None, strict: bool | None = None, stream: bool = ..., is_async: bool = ...) -> Any: ...
@register_mode_handler(Provider.MISTRAL, Mode.MD_JSON)
class MistralMDJSONHandler(MistralHandlerBase):
 mode = Mode.MD_JSON
 def prepare_request(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> tuple[type[BaseModel] | None, dict[str, Any]]: ...
 def handle_reask(self, kwargs: dict[str, Any], response: Any, exception: Exception) -> dict[str, Any]: ...
 def parse_response(self, response: Any, response_model: type[BaseModel], validation_context: dict[str, Any] | None = None, strict: bool | None = None, stream: bool = ..., is_async: bool = ...) -> Any: ...
__all__ = [ "MistralToolsHandler", "MistralJSONSchemaHandler", "MistralMDJSONHandler", ]

=== instructor.v2.providers.openai package
try:
 from instructor.v2.providers.openai.client import from_openai
except ImportError:
 from_openai = None
__all__ = ["from_openai"]

=== instructor.v2.providers.openai.client
import instructor.v2.core.client as _loopmend_0
from __future__ import annotations
from functools import partial
from typing import Any, Literal, overload
import openai
from instructor.v2.core.client import AsyncInstructor, Instructor
from instructor.v2.core.mode import Mode
from instructor.v2.core.providers import Provider
from instructor.v2.core.patch import patch_v2
from instructor.v2.providers.openai import handlers
def map_chat_completion_to_response(messages, client, *args, **kwargs) -> Any: ...
async def async_map_chat_completion_to_response(messages, client, *args, **kwargs) -> Any: ...
def _from_openai_compat(client: openai.OpenAI | openai.AsyncOpenAI, provider: Provider, mode: Mode = ..., model: str | None = None, **kwargs: Any) -> Instructor | AsyncInstructor: ...
@overload
def from_openai(client: openai.OpenAI, mode: Mode = ..., model: str | None = None, **kwargs: Any) -> Instructor: ...
@overload
def from_openai(client: openai.AsyncOpenAI, mode: Mode = ..., model: str | None = None, **kwargs: Any) -> AsyncInstructor: ...
def from_openai(client: openai.OpenAI | openai.AsyncOpenAI, mode: Mode = ..., model: str | None = None, **kwargs: Any) -> Instructor | AsyncInstructor: ...
@overload
def from_anyscale(model_or_client: str, mode: Mode = ..., model: None = None, async_client: Literal[False] = ..., **kwargs: Any) -> Instructor: ...
@overload
def from_anyscale(model_or_client: str, mode: Mode = ..., model: None = None, async_client: Literal[True] = ..., **kwargs: Any) -> AsyncInstructor: ...
@overload
def from_anyscale(model_or_client: openai.OpenAI, mode: Mode = ..., model: str | None = None, **kwargs: Any) -> Instructor: ...
@overload
def from_anyscale(model_or_client: openai.AsyncOpenAI, mode: Mode = ..., model: str | None = None, **kwargs: Any) -> AsyncInstructor: ...
def from_anyscale(model_or_client: str | openai.OpenAI | openai.AsyncOpenAI, mode: Mode = ..., model: str | None = None, async_client: bool = ..., **kwargs: Any) -> Instructor | AsyncInstructor: ...
@overload
def from_together(model_or_client: str, mode: Mode = ..., model: None = None, async_client: Literal[False] = ..., **kwargs: Any) -> Instructor: ...
@overload
def from_together(model_or_client: str, mode: Mode = ..., model: None = None, async_client: Literal[True] = ..., **kwargs: Any) -> AsyncInstructor: ...
@overload
def from_together(model_or_client: openai.OpenAI, mode: Mode = ..., model: str | None = None, **kwargs: Any) -> Instructor: ...
@overload
def from_together(model_or_client: openai.AsyncOpenAI, mode: Mode = ..., model: str | None = None, **kwargs: Any) -> AsyncInstructor: ...
def from_together(model_or_client: str | openai.OpenAI | openai.AsyncOpenAI, mode: Mode = ..., model: str | None = None, async_client: bool = ..., **kwargs: Any) -> Instructor | AsyncInstructor: ...
@overload
def from_databricks(model_or_client: str, mode: Mode = ..., model: None = None, async_client: Literal[False] = ..., **kwargs: Any) -> Instructor: ...
@overload
def from_databricks(model_or_client: str, mode: Mode = ..., model: None = None, async_client: Literal[True] = ..., **kwargs: Any) -> AsyncInstructor: ...
@overload
def from_databricks(model_or_client: openai.OpenAI, mode: Mode = ..., model: str | None = None, **kwargs: Any) -> Instructor: ...
@overload
def from_databricks(model_or_client: openai.AsyncOpenAI, mode: Mode = ..., model: str | None = None, **kwargs: Any) -> AsyncInstructor: ...
def from_databricks(model_or_client: str | openai.OpenAI | openai.AsyncOpenAI, mode: Mode = ..., model: str | None = None, async_client: bool = ..., **kwargs: Any) -> Instructor | AsyncInstructor: ...
@overload
def from_deepseek(model_or_client: str, mode: Mode = ..., model: None = None, async_client: Literal[False] = ..., **kwargs: Any) -> Instructor: ...
@overload
def from_deepseek(model_or_client: str, mode: Mode = ..., model: None = None, async_client: Literal[True] = ..., **kwargs: Any) -> AsyncInstructor: ...
@overload
def from_deepseek(model_or_client: openai.OpenAI, mode: Mode = ..., model: str | None = None, **kwargs: Any) -> Instructor: ...
@overload
def from_deepseek(model_or_client: openai.AsyncOpenAI, mode: Mode = ..., model: str | None = None, **kwargs: Any) -> AsyncInstructor: ...
def from_deepseek(model_or_client: str | openai.OpenAI | openai.AsyncOpenAI, mode: Mode = ..., model: str | None = None, async_client: bool = ..., **kwargs: Any) -> Instructor | AsyncInstructor: ...

=== instructor.v2.providers.openai.handlers
import instructor.v2.core.providers as _loopmend_0
import pydantic.main as _loopmend_2
import typing as _loopmend_1
from __future__ import annotations
import inspect
import json
import logging
from collections.abc import ( AsyncGenerator, AsyncIterator, Generator, Iterable as TypingIterable, )
from textwrap import dedent
from typing import TYPE_CHECKING, Any, cast, get_origin
from weakref import WeakKeyDictionary
from pydantic import BaseModel
if TYPE_CHECKING:
 from openai.types.chat import ChatCompletion
from instructor.v2.core.mode import Mode
from instructor.v2.core.providers import Provider
from instructor.v2.core.errors import ( ConfigurationError, IncompleteOutputException, ResponseParsingError, )
from instructor.v2.dsl.iterable import IterableBase
from instructor.v2.dsl.parallel import ParallelBase, ParallelModel, get_types_array
from instructor.v2.dsl.partial import PartialBase
from instructor.v2.dsl.simple_type import AdapterBase
from instructor.v2.core.multimodal import convert_messages as convert_messages_v1
from instructor.v2.core.json import ( extract_json_from_codeblock, extract_json_from_stream, extract_json_from_stream_async, )
from instructor.v2.core.messages import ( copy_messages_for_mutation, dump_message, merge_consecutive_messages, )
from instructor.v2.providers.openai.schema import generate_openai_schema
from instructor.v2.core.decorators import register_mode_handler
from instructor.v2.core.handler import ModeHandler
logger = logging.getLogger("instructor")
OPENAI_COMPAT_PROVIDERS: list[_loopmend_0.Provider]
OPENAI_PARALLEL_TOOL_PROVIDERS: list[_loopmend_0.Provider]
OPENAI_JSON_SCHEMA_PROVIDERS: list[_loopmend_0.Provider]
def _is_stream_response(response: Any) -> bool: ...
def _filter_responses_tool_calls(output_items: list[Any]) -> list[Any]: ...
def _format_responses_tool_call_details(tool_call: Any) -> str: ...
def _ensure_text_format_config(new_kwargs: dict[str, Any], response_model: type[Any], parameters_schema: dict[str, Any]) -> None: ...
def reask_tools(kwargs: dict[str, Any], response: Any, exception: Exception) -> dict: ...
def reask_responses_tools(kwargs: dict[str, Any], response: Any, exception: Exception) -> dict: ...
def reask_md_json(kwargs: dict[str, Any], response: Any, exception: Exception) -> dict: ...
def reask_default(kwargs: dict[str, Any], response: Any, exception: Exception) -> dict: ...
def handle_openrouter_structured_outputs(response_model: type[Any], new_kwargs: dict[str, Any]) -> tuple[type[Any], dict[str, Any]]: ...
class OpenAIHandlerBase(ModeHandler):
 mode: Mode
 def __init__(self) -> None: ...
 def _register_streaming_from_kwargs(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> None: ...
 def mark_streaming_model(self, response_model: type[BaseModel] | None, stream: bool) -> None: ...
 def _consume_streaming_flag(self, response_model: type[BaseModel] | ParallelBase | None) -> bool: ...
 def _should_parse_streaming(self, response_model: type[BaseModel] | ParallelBase | None, stream: bool) -> bool: ...
 def extract_streaming_json(self, completion: TypingIterable[Any]) -> Generator[str, None, None]: ...
 def extract_streaming_json_async(self, completion: AsyncGenerator[Any, None]) -> AsyncGenerator[str, None]: ...
 def convert_messages(self, messages: list[dict[str, Any]], autodetect_images: bool = ...) -> list[dict[str, Any]]: ...
 def _parse_streaming_response(self, response_model: type[BaseModel], response: Any, validation_context: dict[str, Any] | None, strict: bool | None) -> Any: ...
 def _finalize_parsed_result(self, response_model: type[BaseModel] | ParallelBase, response: Any, parsed: Any) -> Any: ...
 def _extract_tool_call_json(self, response: Any) -> str: ...
 def _extract_text_content(self, response: Any) -> str: ...
 _streaming_models: WeakKeyDictionary[type[Any], None]
@register_mode_handler(OPENAI_COMPAT_PROVIDERS, Mode.TOOLS)
class OpenAIToolsHandler(OpenAIHandlerBase):
 mode = Mode.TOOLS
 def prepare_request(self, response_model: Any, kwargs: dict[str, Any]) -> tuple[Any, dict[str, Any]]: ...
 def handle_reask(self, kwargs: dict[str, Any], response: ChatCompletion, exception: Exception) -> dict[str, Any]: ...
 def parse_response(self, response: Any, response_model: type[BaseModel], validation_context: dict[str, Any] | None = None, strict: bool | None = None, stream: bool = ..., is_async: bool = ...) -> Any: ...
@register_mode_handler(OPENAI_JSON_SCHEMA_PROVIDERS, Mode.JSON_SCHEMA)
class OpenAIJSONSchemaHandler(OpenAIHandlerBase):
 mode = Mode.JSON_SCHEMA
 def prepare_request(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> tuple[type[BaseModel] | None, dict[str, Any]]: ...
 def handle_reask(self, kwargs: dict[str, Any], response: ChatCompletion, exception: Exception) -> dict[str, Any]: ...
 def parse_response(self, response: Any, response_model: type[BaseModel], validation_context: dict[str, Any] | None = None, strict: bool | None = None, stream: bool = ..., is_async: bool = ...) -> Any: ...
@register_mode_handler(OPENAI_COMPAT_PROVIDERS, Mode.JSON)
class OpenAIJSONHandler(OpenAIHandlerBase):
 mode = Mode.JSON
 def prepare_request(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> tuple[type[BaseModel] | None, dict[str, Any]]: ...
 def handle_reask(self, kwargs: dict[str, Any], response: ChatCompletion, exception: Exception) -> dict[str, Any]: ...
 def parse_response(self, response: Any, response_model: type[BaseModel], validation_context: dict[str, Any] | None = None, strict: bool | None = None, stream: bool = ..., is_async: bool = ...) -> Any: ...
@register_mode_handler(OPENAI_COMPAT_PROVIDERS, Mode.MD_JSON)
class OpenAIMDJSONHandler(OpenAIHandlerBase):
 mode = Mode.MD_JSON
 def prepare_request(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> tuple[type[BaseModel] | None, dict[str, Any]]: ...
 def handle_reask(self, kwargs: dict[str, Any], response: ChatCompletion, exception: Exception) -> dict[str, Any]: ...
 def parse_response(self, response: Any, response_model: type[BaseModel], validation_context: dict[str, Any] | None = None, strict: bool | None = None, stream: bool = ..., is_async: bool = ...) -> Any: ...
@register_mode_handler(OPENAI_PARALLEL_TOOL_PROVIDERS, Mode.PARALLEL_TOOLS)
class OpenAIParallelToolsHandler(OpenAIHandlerBase):
 mode = Mode.PARALLEL_TOOLS
 def prepare_request(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> tuple[type[BaseModel] | None, dict[str, Any]]: ...
 def handle_reask(self, kwargs: dict[str, Any], response: ChatCompletion, exception: Exception) -> dict[str, Any]: ...
 def parse_response(self, response: Any, response_model: type[BaseModel], validation_context: dict[str, Any] | None = None, strict: bool | None = None, stream: bool = ..., is_async: bool = ...) -> _loopmend_1.Iterator: ...
@register_mode_handler(Provider.OPENAI, Mode.RESPONSES_TOOLS)
class OpenAIResponsesToolsHandler(OpenAIHandlerBase):
 mode = Mode.RESPONSES_TOOLS
 def prepare_request(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> tuple[type[BaseModel] | None, dict[str, Any]]: ...
 def handle_reask(self, kwargs: dict[str, Any], response: Any, exception: Exception) -> dict[str, Any]: ...
 def parse_response(self, response: Any, response_model: type[BaseModel], validation_context: dict[str, Any] | None = None, strict: bool | None = None, stream: bool = ..., is_async: bool = ...) -> Any: ...
__all__ = [ "handle_openrouter_structured_outputs", "reask_default", "reask_md_json", "reask_responses_tools", "reask_tools", "OpenAIToolsHandler", "OpenAIJSONSchemaHandler", "OpenAIMDJSONHandler", "OpenAIParallelToolsHandler", "OpenAIResponsesToolsHandler", ]

=== instructor.v2.providers.openrouter package
from .client import from_openrouter
from .handlers import OpenRouterJSONSchemaHandler
__all__ = ["OpenRouterJSONSchemaHandler", "from_openrouter"]

=== instructor.v2.providers.openrouter.client
import instructor.v2.core.client as _loopmend_0
from __future__ import annotations
from typing import Any, overload
import openai
from instructor.v2.core.client import AsyncInstructor, Instructor
from instructor.v2.core.mode import Mode
from instructor.v2.core.providers import Provider
from instructor.v2.providers.openai.client import _from_openai_compat
from instructor.v2.providers.openrouter import handlers
@overload
def from_openrouter(client: openai.OpenAI, mode: Mode = ..., model: str | None = None, **kwargs: Any) -> Instructor: ...
@overload
def from_openrouter(client: openai.AsyncOpenAI, mode: Mode = ..., model: str | None = None, **kwargs: Any) -> AsyncInstructor: ...
def from_openrouter(client: openai.OpenAI | openai.AsyncOpenAI, mode: Mode = ..., model: str | None = None, **kwargs: Any) -> Instructor | AsyncInstructor: ...
__all__ = ["from_openrouter"]

=== instructor.v2.providers.perplexity package
from .client import from_perplexity
from .handlers import PerplexityMDJSONHandler
__all__ = ["PerplexityMDJSONHandler", "from_perplexity"]

=== instructor.v2.providers.perplexity.client
import instructor.v2.core.client as _loopmend_0
from __future__ import annotations
from typing import Any, overload
import openai
from instructor.v2.core.client import AsyncInstructor, Instructor
from instructor.v2.core.mode import Mode
from instructor.v2.core.providers import Provider
from instructor.v2.providers.openai.client import _from_openai_compat
from instructor.v2.providers.perplexity import handlers
@overload
def from_perplexity(client: openai.OpenAI, mode: Mode = ..., model: str | None = None, **kwargs: Any) -> Instructor: ...
@overload
def from_perplexity(client: openai.AsyncOpenAI, mode: Mode = ..., model: str | None = None, **kwargs: Any) -> AsyncInstructor: ...
def from_perplexity(client: openai.OpenAI | openai.AsyncOpenAI, mode: Mode = ..., model: str | None = None, **kwargs: Any) -> Instructor | AsyncInstructor: ...
__all__ = ["from_perplexity"]

=== instructor.v2.providers.vertexai package
from __future__ import annotations
from importlib import import_module
from typing import Any
__all__ = [ "VertexAIJSONHandler", "VertexAIParallelToolsHandler", "VertexAIToolsHandler", "from_vertexai", ]
_LAZY_ATTRS: dict[str, tuple[str, str]]
def __getattr__(name: str) -> Any: ...

=== instructor.v2.providers.vertexai.client
import instructor.v2.core.client as _loopmend_0
from __future__ import annotations
from typing import Any, Literal, TYPE_CHECKING, overload
from instructor.v2.core.client import AsyncInstructor, Instructor
from instructor.v2.core.mode import Mode
from instructor.v2.core.providers import Provider
from instructor.v2.core.patch import patch_v2
if TYPE_CHECKING:
 import vertexai.generative_models as gm
else:
 try:
  import vertexai.generative_models as gm
 except ImportError:
  gm = None
@overload
def from_vertexai(client: gm.GenerativeModel, mode: Mode = ..., use_async: Literal[False] = ..., **kwargs: Any) -> Instructor: ...
@overload
def from_vertexai(client: gm.GenerativeModel, mode: Mode = ..., use_async: Literal[True] = ..., **kwargs: Any) -> AsyncInstructor: ...
def from_vertexai(client: gm.GenerativeModel, mode: Mode = ..., use_async: bool = ..., **kwargs: Any) -> Instructor | AsyncInstructor: ...
__all__ = ["from_vertexai"]

=== instructor.v2.providers.vertexai.handlers
import pydantic.main as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
import inspect
import json
from collections.abc import ( AsyncGenerator, AsyncIterator, Generator, Iterable as TypingIterable, )
from typing import Any, cast, get_origin
from pydantic import BaseModel
from instructor.v2.core.mode import Mode
from instructor.v2.core.providers import Provider
from instructor.v2.core.errors import ConfigurationError
from instructor.v2.dsl.iterable import IterableBase
from instructor.v2.dsl.parallel import ParallelBase, get_types_array
from instructor.v2.dsl.partial import PartialBase
from instructor.v2.dsl.simple_type import AdapterBase
from instructor.v2.providers.gemini.utils import ( handle_vertexai_json, handle_vertexai_parallel_tools, handle_vertexai_tools, )
from instructor.v2.core.decorators import register_mode_handler
from instructor.v2.core.handler import ModeHandler
def _gm() -> Any: ...
def _tool_config_cls() -> Any: ...
def vertexai_message_parser(message: dict[str, Any]) -> Any: ...
def vertexai_message_list_parser(messages: list[dict[str, Any]]) -> list[Any]: ...
def vertexai_function_response_parser(response: Any, exception: Exception) -> Any: ...
def reask_vertexai_tools(kwargs: dict[str, Any], response: Any, exception: Exception) -> dict: ...
def reask_vertexai_json(kwargs: dict[str, Any], response: Any, exception: Exception) -> dict: ...
def parse_vertexai_tools(response_model: type[BaseModel], completion: Any, validation_context: dict[str, Any] | None = None) -> BaseModel: ...
def parse_vertexai_json(response_model: type[BaseModel], completion: Any, validation_context: dict[str, Any] | None = None, strict: bool | None = None) -> BaseModel: ...
def _create_gemini_json_schema(model: type[BaseModel]) -> dict[str, Any]: ...
def _create_vertexai_tool(models: type[BaseModel] | list[type[BaseModel]] | Any) -> Any: ...
def vertexai_process_response(call_kwargs: dict[str, Any], model: type[BaseModel] | list[type[BaseModel]] | Any) -> tuple[list, list, _loopmend_1.Any]: ...
def vertexai_process_json_response(call_kwargs: dict[str, Any], model: type[BaseModel]) -> tuple[list, _loopmend_1.Any]: ...
class VertexAIHandlerBase(ModeHandler):
 mode: Mode
 def extract_streaming_json(self, completion: TypingIterable[Any]) -> Generator[str, None, None]: ...
 def extract_streaming_json_async(self, completion: AsyncGenerator[Any, None]) -> AsyncGenerator[str, None]: ...
 def _parse_streaming(self, response_model: type[BaseModel], response: Any, validation_context: dict[str, Any] | None, strict: bool | None) -> Any: ...
 def _finalize(self, response_model: type[BaseModel] | ParallelBase, response: Any, parsed: BaseModel) -> Any: ...
@register_mode_handler(Provider.VERTEXAI, Mode.TOOLS)
class VertexAIToolsHandler(VertexAIHandlerBase):
 mode = Mode.TOOLS
 def prepare_request(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> tuple[type[BaseModel] | None, dict[str, Any]]: ...
 def handle_reask(self, kwargs: dict[str, Any], response: Any, exception: Exception) -> dict[str, Any]: ...
 def parse_response(self, response: Any, response_model: type[BaseModel] | ParallelBase, validation_context: dict[str, Any] | None = None, strict: bool | None = None, stream: bool = ..., is_async: bool = ...) -> Any: ...
@register_mode_handler(Provider.VERTEXAI, Mode.MD_JSON)
class VertexAIJSONHandler(VertexAIHandlerBase):
 mode = Mode.MD_JSON
 def prepare_request(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> tuple[type[BaseModel] | None, dict[str, Any]]: ...
 def handle_reask(self, kwargs: dict[str, Any], response: Any, exception: Exception) -> dict[str, Any]: ...
 def parse_response(self, response: Any, response_model: type[BaseModel], validation_context: dict[str, Any] | None = None, strict: bool | None = None, stream: bool = ..., is_async: bool = ...) -> Any: ...
@register_mode_handler(Provider.VERTEXAI, Mode.PARALLEL_TOOLS)
class VertexAIParallelToolsHandler(VertexAIHandlerBase):
 mode = Mode.PARALLEL_TOOLS
 def prepare_request(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> tuple[type[BaseModel] | None, dict[str, Any]]: ...
 def handle_reask(self, kwargs: dict[str, Any], response: Any, exception: Exception) -> dict[str, Any]: ...
 def parse_response(self, response: Any, response_model: type[BaseModel] | ParallelBase, validation_context: dict[str, Any] | None = None, strict: bool | None = None, stream: bool = ..., is_async: bool = ...) -> Any: ...
__all__ = [ "vertexai_function_response_parser", "vertexai_message_list_parser", "vertexai_message_parser", "vertexai_process_json_response", "vertexai_process_response", "VertexAIToolsHandler", "VertexAIJSONHandler", "VertexAIParallelToolsHandler", ]

=== instructor.v2.providers.writer package
try:
 from instructor.v2.providers.writer.client import from_writer
except ImportError:
 from_writer = None
__all__ = ["from_writer"]

=== instructor.v2.providers.writer.client
import instructor.v2.core.client as _loopmend_0
from __future__ import annotations
from typing import TYPE_CHECKING, Any, overload
from instructor.v2.core.client import AsyncInstructor, Instructor
from instructor.v2.core.mode import Mode
from instructor.v2.core.providers import Provider
from instructor.v2.core.patch import patch_v2
from instructor.v2.providers.writer import handlers
if TYPE_CHECKING:
 from writerai import AsyncWriter, Writer
else:
 try:
  from writerai import AsyncWriter, Writer
 except ImportError:
  AsyncWriter = None
  Writer = None
@overload
def from_writer(client: Writer, mode: Mode = ..., model: str | None = None, **kwargs: Any) -> Instructor: ...
@overload
def from_writer(client: AsyncWriter, mode: Mode = ..., model: str | None = None, **kwargs: Any) -> AsyncInstructor: ...
def from_writer(client: Writer | AsyncWriter, mode: Mode = ..., model: str | None = None, **kwargs: Any) -> Instructor | AsyncInstructor: ...

=== instructor.v2.providers.xai package
try:
 from instructor.v2.providers.xai.client import from_xai
except ImportError:
 from_xai = None
__all__ = ["from_xai"]

=== instructor.v2.providers.xai.client
import instructor.v2.core.client as _loopmend_0
from __future__ import annotations
import json
from typing import TYPE_CHECKING, Any, cast, overload
from pydantic import BaseModel
from instructor.v2.core.client import AsyncInstructor, Instructor
from instructor.v2.core.mode import Mode
from instructor.v2.core.providers import Provider
from instructor.v2.dsl.iterable import IterableBase
from instructor.v2.dsl.parallel import get_types_array
from instructor.v2.dsl.partial import PartialBase
from instructor.v2.dsl.simple_type import AdapterBase
from instructor.v2.core.response_model import prepare_response_model
from instructor.v2.providers.xai import handlers
if TYPE_CHECKING:
 from xai_sdk.sync.client import Client as SyncClient
 from xai_sdk.aio.client import Client as AsyncClient
 from xai_sdk import chat as xchat
else:
 try:
  from xai_sdk.sync.client import Client as SyncClient
  from xai_sdk.aio.client import Client as AsyncClient
  from xai_sdk import chat as xchat
 except ImportError:
  SyncClient = None
  AsyncClient = None
  xchat = None
def _get_model_schema(response_model: Any) -> dict[str, Any]: ...
def _get_model_name(response_model: Any) -> str: ...
def _finalize_parsed_response(parsed: Any, raw_response: Any) -> Any: ...
def _convert_messages(messages: list[dict[str, Any]]) -> list[Any]: ...
def _add_md_json_instructions(messages: list[dict[str, Any]], response_model: Any) -> list[dict[str, Any]]: ...
def _iter_tool_call_arg_deltas(stream_iter: Any) -> Any: ...
def _aiter_tool_call_arg_deltas(stream_iter: Any) -> Any: ...
@overload
def from_xai(client: SyncClient, mode: Mode = ..., **kwargs: Any) -> Instructor: ...
@overload
def from_xai(client: AsyncClient, mode: Mode = ..., **kwargs: Any) -> AsyncInstructor: ...
def from_xai(client: SyncClient | AsyncClient, mode: Mode = ..., **kwargs: Any) -> Instructor | AsyncInstructor: ...

=== instructor.v2.providers.xai.handlers
import pydantic.main as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
import inspect
import json
from textwrap import dedent
from collections.abc import ( AsyncGenerator, AsyncIterator, Generator, Iterable as TypingIterable, )
from typing import TYPE_CHECKING, Any, cast
from weakref import WeakKeyDictionary
from pydantic import BaseModel
if TYPE_CHECKING:
 from xai_sdk import chat as xchat
else:
 try:
  from xai_sdk import chat as xchat
 except ImportError:
  xchat = None
from instructor.v2.core.mode import Mode
from instructor.v2.core.providers import Provider
from instructor.v2.dsl.iterable import IterableBase
from instructor.v2.dsl.parallel import ( ParallelBase, ParallelModel, get_types_array, handle_parallel_model, )
from instructor.v2.dsl.partial import PartialBase
from instructor.v2.dsl.simple_type import AdapterBase
from instructor.v2.core.json import ( extract_json_from_codeblock, extract_json_from_stream, extract_json_from_stream_async, )
from instructor.v2.core.decorators import register_mode_handler
from instructor.v2.core.handler import ModeHandler
from instructor.v2.core.messages import copy_messages_for_mutation
def _convert_messages(messages: list[dict[str, Any]]) -> list[Any]: ...
def reask_xai_json(kwargs: dict[str, Any], response: Any, exception: Exception) -> dict: ...
def reask_xai_tools(kwargs: dict[str, Any], response: Any, exception: Exception) -> dict: ...
def handle_xai_json(response_model: type[Any] | None, new_kwargs: dict[str, Any]) -> tuple[type[Any] | None, dict[str, Any]]: ...
def handle_xai_tools(response_model: type[Any] | None, new_kwargs: dict[str, Any]) -> tuple[type[Any] | None, dict[str, Any]]: ...
class XAIHandlerBase(ModeHandler):
 mode: Mode
 def __init__(self) -> None: ...
 def _register_streaming_from_kwargs(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> None: ...
 def mark_streaming_model(self, response_model: type[BaseModel] | None, stream: bool) -> None: ...
 def _consume_streaming_flag(self, response_model: type[BaseModel] | ParallelBase | None) -> bool: ...
 def extract_streaming_json(self, completion: TypingIterable[Any]) -> Generator[str, None, None]: ...
 def extract_streaming_json_async(self, completion: AsyncGenerator[Any, None]) -> AsyncGenerator[str, None]: ...
 def _parse_streaming_response(self, response_model: type[BaseModel], response: Any, validation_context: dict[str, Any] | None, strict: bool | None) -> Any: ...
 def _finalize_parsed_result(self, response_model: type[BaseModel] | ParallelBase, response: Any, parsed: Any) -> Any: ...
 _streaming_models: WeakKeyDictionary[type[Any], None]
@register_mode_handler(Provider.XAI, Mode.TOOLS)
class XAIToolsHandler(XAIHandlerBase):
 mode = Mode.TOOLS
 def prepare_request(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> tuple[type[BaseModel] | None, dict[str, Any]]: ...
 def handle_reask(self, kwargs: dict[str, Any], response: Any, exception: Exception) -> dict[str, Any]: ...
 def parse_response(self, response: Any, response_model: type[BaseModel], validation_context: dict[str, Any] | None = None, strict: bool | None = None, stream: bool = ..., is_async: bool = ...) -> Any: ...
@register_mode_handler(Provider.XAI, Mode.PARALLEL_TOOLS)
class XAIParallelToolsHandler(XAIHandlerBase):
 mode = Mode.PARALLEL_TOOLS
 def prepare_request(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> tuple[type[BaseModel] | None, dict[str, Any]]: ...
 def handle_reask(self, kwargs: dict[str, Any], response: Any, exception: Exception) -> dict[str, Any]: ...
 def parse_response(self, response: Any, response_model: type[BaseModel], validation_context: dict[str, Any] | None = None, strict: bool | None = None, stream: bool = ..., is_async: bool = ...) -> _loopmend_0.Iterator: ...
@register_mode_handler(Provider.XAI, Mode.JSON_SCHEMA)
class XAIJSONSchemaHandler(XAIHandlerBase):
 mode = Mode.JSON_SCHEMA
 def prepare_request(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> tuple[type[BaseModel] | None, dict[str, Any]]: ...
 def handle_reask(self, kwargs: dict[str, Any], response: Any, exception: Exception) -> dict[str, Any]: ...
 def parse_response(self, response: Any, response_model: type[BaseModel], validation_context: dict[str, Any] | None = None, strict: bool | None = None, stream: bool = ..., is_async: bool = ...) -> Any: ...
@register_mode_handler(Provider.XAI, Mode.MD_JSON)
class XAIMDJSONHandler(XAIHandlerBase):
 mode = Mode.MD_JSON
 def prepare_request(self, response_model: type[BaseModel] | None, kwargs: dict[str, Any]) -> tuple[type[BaseModel] | None, dict[str, Any]]: ...
 def handle_reask(self, kwargs: dict[str, Any], response: Any, exception: Exception) -> dict[str, Any]: ...
 def parse_response(self, response: Any, response_model: type[BaseModel], validation_context: dict[str, Any] | None = None, strict: bool | None = None, stream: bool = ..., is_async: bool = ...) -> Any: ...
__all__ = [ "handle_xai_json", "handle_xai_tools", "reask_xai_json", "reask_xai_tools", "XAIToolsHandler", "XAIParallelToolsHandler", "XAIJSONSchemaHandler", "XAIMDJSONHandler", ]

=== instructor.v2.validation package
from instructor.v2.core.errors import AsyncValidationError
from typing import TYPE_CHECKING, Any
from instructor.v2.validation.async_validators import ( ASYNC_MODEL_VALIDATOR_KEY, ASYNC_VALIDATOR_KEY, AsyncValidationContext, async_field_validator, async_model_validator, model_declares_async_validators, run_async_validators, )
if TYPE_CHECKING:
 from instructor.v2.core.validators import Validator
 from instructor.v2.validation.llm_validators import llm_validator, openai_moderation
def __getattr__(name: str) -> Any: ...
__all__ = [ "AsyncValidationContext", "AsyncValidationError", "async_field_validator", "async_model_validator", "model_declares_async_validators", "run_async_validators", "ASYNC_VALIDATOR_KEY", "ASYNC_MODEL_VALIDATOR_KEY", "Validator", "llm_validator", "openai_moderation", ]

=== instructor.v2.validation.async_validators
import pydantic.main as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
from inspect import signature
from typing import Any, Callable, TypeVar, get_args, get_origin
from pydantic import BaseModel, ValidationInfo
from typing_extensions import TypeAliasType
from instructor.v2.core.errors import AsyncValidationError
ASYNC_VALIDATOR_KEY = "__async_validator__"
ASYNC_MODEL_VALIDATOR_KEY = "__async_model_validator__"
T = TypeVar("T", bound=Callable[..., Any])
class AsyncValidationContext:
 context: dict[str, Any]
 def __init__(self, context: dict[str, Any]) -> None: ...
def async_field_validator(field: str, *fields: str) -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
def async_model_validator() -> _loopmend_0.Callable[..., _loopmend_0.Callable[..., _loopmend_0.Any]]: ...
def _collect_markers(model_cls: type[BaseModel], key: str) -> list[Any]: ...
def model_declares_async_validators(model_cls: Any) -> bool: ...
async def run_async_validators(value: Any, *, context: dict[str, Any] | None) -> Any: ...
async def _run_on_model(model: BaseModel, *, context: dict[str, Any] | None) -> BaseModel: ...
def reject_async_validators(response_model: Any) -> None: ...

=== instructor.validation package
from .async_validators import ( AsyncValidationContext, async_field_validator, async_model_validator, ASYNC_VALIDATOR_KEY, ASYNC_MODEL_VALIDATOR_KEY, )
from instructor.v2.core.errors import AsyncValidationError
from .llm_validators import Validator, llm_validator, openai_moderation
__all__ = [ "AsyncValidationContext", "AsyncValidationError", "async_field_validator", "async_model_validator", "ASYNC_VALIDATOR_KEY", "ASYNC_MODEL_VALIDATOR_KEY", "Validator", "llm_validator", "openai_moderation", ]

