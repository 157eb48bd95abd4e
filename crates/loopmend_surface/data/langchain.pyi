# langchain 1.5.2 MIT
=== langchain package
__version__ = "1.5.2"

=== langchain.agents package
from langchain.agents.factory import create_agent
from langchain.agents.middleware.types import AgentState
__all__ = [ "AgentState", "create_agent", ]

=== langchain.agents._subagent_transformer
import langchain.agents._subagent_transformer as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
import logging
from typing import TYPE_CHECKING, Any, ClassVar
from langgraph.stream.run_stream import ( AsyncSubgraphRunStream, SubgraphRunStream, )
from langgraph.stream.stream_channel import StreamChannel
from langgraph.stream.transformers import ( SubgraphStatus, _TasksLifecycleBase, )
if TYPE_CHECKING:
 from langchain_protocol.protocol import LifecycleCause
 from langgraph.stream._mux import StreamMux
 from langgraph.stream._types import ProtocolEvent
logger = logging.getLogger(__name__)
class SubagentRunStream(SubgraphRunStream):
 def __init__(self, mux: StreamMux, *, path: tuple[str, ...], graph_name: str | None = None, trigger_call_id: str | None = None, cause: LifecycleCause | None = None) -> None: ...
 @property
 def name(self) -> str | None: ...
 @property
 def cause(self) -> LifecycleCause | None: ...
 _cause: _loopmend_0.Any
class AsyncSubagentRunStream(AsyncSubgraphRunStream):
 def __init__(self, mux: StreamMux, *, path: tuple[str, ...], graph_name: str | None = None, trigger_call_id: str | None = None, cause: LifecycleCause | None = None) -> None: ...
 @property
 def name(self) -> str | None: ...
 @property
 def cause(self) -> LifecycleCause | None: ...
 _cause: _loopmend_0.Any
class SubagentTransformer(_TasksLifecycleBase):
 _native: ClassVar[bool] = True
 supports_sync: ClassVar[bool] = True
 def __init__(self, scope: tuple[str, ...] = ...) -> None: ...
 def init(self) -> dict[str, Any]: ...
 def _on_register(self, mux: StreamMux) -> None: ...
 def _should_track(self, ns: tuple[str, ...]) -> bool: ...
 def _on_started(self, ns: tuple[str, ...], graph_name: str | None, trigger_call_id: str | None) -> None: ...
 def _on_terminal(self, ns: tuple[str, ...], status: SubgraphStatus, error: str | None) -> None: ...
 async def _aon_terminal(self, ns: tuple[str, ...], status: SubgraphStatus, error: str | None) -> None: ...
 def _mark_terminal(self, handle: SubagentRunStream | AsyncSubagentRunStream, status: SubgraphStatus, error: str | None) -> bool: ...
 def _close_or_fail_handle(self, handle: SubagentRunStream | AsyncSubagentRunStream, status: SubgraphStatus, error: str | None) -> None: ...
 async def _aclose_or_fail_handle(self, handle: SubagentRunStream | AsyncSubagentRunStream, status: SubgraphStatus, error: str | None) -> None: ...
 def _handle_for_event(self, event: ProtocolEvent) -> SubagentRunStream | AsyncSubagentRunStream | None: ...
 def process(self, event: ProtocolEvent) -> bool: ...
 async def aprocess(self, event: ProtocolEvent) -> bool: ...
 _log: StreamChannel[SubagentRunStream | AsyncSubagentRunStream]
 _handles: dict[tuple[str, ...], SubagentRunStream | AsyncSubagentRunStream]
 _mux: StreamMux | None

=== langchain.agents.factory
import langchain.agents.factory as _loopmend_2
import langchain.agents.middleware.types as _loopmend_0
import langchain_core.messages.ai as _loopmend_5
import langchain_core.messages.chat as _loopmend_7
import langchain_core.messages.function as _loopmend_9
import langchain_core.messages.human as _loopmend_6
import langchain_core.messages.system as _loopmend_8
import langchain_core.messages.tool as _loopmend_4
import langgraph._internal._typing as _loopmend_11
import langgraph.graph.state as _loopmend_10
import langgraph.stream._types as _loopmend_13
import langgraph.types as _loopmend_1
import pydantic.main as _loopmend_12
import typing as _loopmend_3
from __future__ import annotations
import functools
import importlib
import itertools
import re
from dataclasses import dataclass, field, fields
from typing import ( TYPE_CHECKING, Annotated, Any, Generic, NotRequired, Required, cast, get_args, get_origin, get_type_hints, overload, )
from langchain_core.language_models.chat_models import BaseChatModel
from langchain_core.messages import ( AIMessage, AnyMessage, RemoveMessage, SystemMessage, ToolMessage, )
from langchain_core.tools import BaseTool
from langgraph._internal._runnable import RunnableCallable
from langgraph.constants import END, START
from langgraph.graph.message import REMOVE_ALL_MESSAGES
from langgraph.graph.state import StateGraph
from langgraph.prebuilt import ToolCallTransformer
from langgraph.prebuilt.tool_node import ToolNode
from langgraph.types import Command, Send
from langsmith import traceable
from typing_extensions import TypedDict
from langchain.agents._subagent_transformer import SubagentTransformer
from langchain.agents.middleware._trace_policy import ( _node_trace_policy, _resolved_transform, )
from langchain.agents.middleware.types import ( AgentMiddleware, AgentState, ContextT, ExtendedModelResponse, InputAgentState, JumpTo, ModelRequest, ModelResponse, OmitFromSchema, OutputAgentState, ResponseT, StateT_co, ToolCallRequest, )
from langchain.agents.structured_output import ( AutoStrategy, MultipleStructuredOutputsError, OutputToolBinding, ProviderStrategy, ProviderStrategyBinding, ResponseFormat, StructuredOutputError, StructuredOutputValidationError, ToolStrategy, )
from langchain.chat_models import init_chat_model
@dataclass
class _ComposedExtendedModelResponse(Generic[ResponseT]):
 model_response: ModelResponse[ResponseT]
 commands: list[Command[Any]] = field(default_factory=list)
if TYPE_CHECKING:
 from collections.abc import Awaitable, Callable, Iterable, Sequence
 from langchain_core.messages import InvalidToolCall
 from langchain_core.runnables import Runnable, RunnableConfig
 from langgraph.cache.base import BaseCache
 from langgraph.graph.state import CompiledStateGraph
 from langgraph.runtime import Runtime
 from langgraph.store.base import BaseStore
 from langgraph.stream._mux import TransformerFactory
 from langgraph.types import Checkpointer
 from langchain.agents.middleware.types import ToolCallWrapper
 _ModelCallHandler = Callable[ [ModelRequest[ContextT], Callable[[ModelRequest[ContextT]], ModelResponse]], ModelResponse | AIMessage | ExtendedModelResponse, ]
 _ComposedModelCallHandler = Callable[ [ModelRequest[ContextT], Callable[[ModelRequest[ContextT]], ModelResponse]], _ComposedExtendedModelResponse, ]
 _AsyncModelCallHandler = Callable[ [ModelRequest[ContextT], Callable[[ModelRequest[ContextT]], Awaitable[ModelResponse]]], Awaitable[ModelResponse | AIMessage | ExtendedModelResponse], ]
 _ComposedAsyncModelCallHandler = Callable[ [ModelRequest[ContextT], Callable[[ModelRequest[ContextT]], Awaitable[ModelResponse]]], Awaitable[_ComposedExtendedModelResponse], ]
STRUCTURED_OUTPUT_ERROR_TEMPLATE: str
DYNAMIC_TOOL_ERROR_TEMPLATE: str
def _scrub_inputs(inputs: dict[str, Any]) -> dict[str, Any]: ...
def _wrap_trace_kwargs(middleware: AgentMiddleware[Any, Any]) -> dict[str, Any]: ...
FALLBACK_MODELS_WITH_STRUCTURED_OUTPUT: list[str]
def _normalize_to_model_response(result: ModelResponse | AIMessage | ExtendedModelResponse) -> ModelResponse: ...
def _build_commands(model_response: ModelResponse, middleware_commands: list[Command[Any]] | None = None, *, has_structured_output: bool = ..., repaired_messages: list[AnyMessage] | None = None) -> list[Command[Any]]: ...
def _chain_model_call_handlers(handlers: Sequence[_ModelCallHandler[ContextT]]) -> _ComposedModelCallHandler[ContextT] | None: ...
def _chain_async_model_call_handlers(handlers: Sequence[_AsyncModelCallHandler[ContextT]]) -> _ComposedAsyncModelCallHandler[ContextT] | None: ...
@functools.lru_cache(maxsize=100)
def _get_schema_type_hints(schema: type) -> dict[str, Any]: ...
def _resolve_schemas(schemas: list[type]) -> tuple[type, type, type]: ...
def _resolve_schema(schema_hints: dict[type, dict[str, Any]], schema_name: str, omit_flag: str | None = None) -> type: ...
def _extract_metadata(type_: type) -> list[Any]: ...
def _get_can_jump_to(middleware: AgentMiddleware[Any, Any], hook_name: str) -> list[JumpTo]: ...
def _supports_provider_strategy(model: str | BaseChatModel, tools: list[BaseTool | dict[str, Any]] | None = None) -> bool: ...
def _is_openai_compatible_model(model: BaseChatModel) -> bool: ...
def _handle_structured_output_error(exception: Exception, response_format: ResponseFormat[Any]) -> tuple[bool, str]: ...
def _invalid_tool_call_message(tool_call: InvalidToolCall) -> ToolMessage | None: ...
def _patch_invalid_tool_calls(messages: Sequence[AnyMessage]) -> list[AnyMessage]: ...
def _chain_tool_call_wrappers(wrappers: Sequence[ToolCallWrapper]) -> ToolCallWrapper | None: ...
def _chain_async_tool_call_wrappers(wrappers: Sequence[ Callable[ [ToolCallRequest, Callable[[ToolCallRequest], Awaitable[ToolMessage | Command[Any]]]], Awaitable[ToolMessage | Command[Any]], ] ]) -> Callable[ [ToolCallRequest, Callable[[ToolCallRequest], Awaitable[ToolMessage | Command[Any]]]], Awaitable[ToolMessage | Command[Any]], ] | None: ...
@overload
def create_agent(model: str | BaseChatModel, tools: Sequence[BaseTool | Callable[..., Any] | dict[str, Any]] | None = None, *, system_prompt: str | SystemMessage | None = None, middleware: Sequence[AgentMiddleware[StateT_co, ContextT]] = ..., response_format: None = None, state_schema: None = None, context_schema: type[ContextT] | None = None, checkpointer: Checkpointer | None = None, store: BaseStore | None = None, interrupt_before: list[str] | None = None, interrupt_after: list[str] | None = None, debug: bool = ..., name: str | None = None, cache: BaseCache[Any] | None = None, transformers: Sequence[TransformerFactory] | None = None) -> CompiledStateGraph[AgentState[Any], ContextT, InputAgentState, OutputAgentState[Any]]: ...
@overload
def create_agent(model: str | BaseChatModel, tools: Sequence[BaseTool | Callable[..., Any] | dict[str, Any]] | None = None, *, system_prompt: str | SystemMessage | None = None, middleware: Sequence[AgentMiddleware[StateT_co, ContextT]] = ..., response_format: dict[str, Any], state_schema: type[AgentState[dict[str, Any]]] | None = None, context_schema: type[ContextT] | None = None, checkpointer: Checkpointer | None = None, store: BaseStore | None = None, interrupt_before: list[str] | None = None, interrupt_after: list[str] | None = None, debug: bool = ..., name: str | None = None, cache: BaseCache[Any] | None = None, transformers: Sequence[TransformerFactory] | None = None) -> CompiledStateGraph[ AgentState[dict[str, Any]], ContextT, InputAgentState, OutputAgentState[dict[str, Any]] ]: ...
@overload
def create_agent(model: str | BaseChatModel, tools: Sequence[BaseTool | Callable[..., Any] | dict[str, Any]] | None = None, *, system_prompt: str | SystemMessage | None = None, middleware: Sequence[AgentMiddleware[StateT_co, ContextT]] = ..., response_format: ResponseFormat[ResponseT] | type[ResponseT] | None = None, state_schema: type[AgentState[ResponseT]] | None = None, context_schema: type[ContextT] | None = None, checkpointer: Checkpointer | None = None, store: BaseStore | None = None, interrupt_before: list[str] | None = None, interrupt_after: list[str] | None = None, debug: bool = ..., name: str | None = None, cache: BaseCache[Any] | None = None, transformers: Sequence[TransformerFactory] | None = None) -> CompiledStateGraph[ AgentState[ResponseT], ContextT, InputAgentState, OutputAgentState[ResponseT] ]: ...
def create_agent(model: str | BaseChatModel, tools: Sequence[BaseTool | Callable[..., Any] | dict[str, Any]] | None = None, *, system_prompt: str | SystemMessage | None = None, middleware: Sequence[AgentMiddleware[StateT_co, ContextT]] = ..., response_format: ResponseFormat[ResponseT] | type[ResponseT] | dict[str, Any] | None = None, state_schema: type[AgentState[ResponseT]] | None = None, context_schema: type[ContextT] | None = None, checkpointer: Checkpointer | None = None, store: BaseStore | None = None, interrupt_before: list[str] | None = None, interrupt_after: list[str] | None = None, debug: bool = ..., name: str | None = None, cache: BaseCache[Any] | None = None, transformers: Sequence[TransformerFactory] | None = None) -> CompiledStateGraph[ AgentState[ResponseT], ContextT, InputAgentState, OutputAgentState[ResponseT] ]: ...
def _dedupe_transformers(factories: Iterable[TransformerFactory]) -> list[TransformerFactory]: ...
def _resolve_jump(jump_to: JumpTo | None, *, model_destination: str, end_destination: str) -> str | None: ...
def _fetch_last_ai_and_tool_messages(messages: list[AnyMessage]) -> tuple[AIMessage | None, list[ToolMessage]]: ...
def _make_model_to_tools_edge(*, model_destination: str, structured_output_tools: dict[str, OutputToolBinding[Any]], end_destination: str) -> _loopmend_3.Callable[..., None | list[_loopmend_1.Send] | str]: ...
def _make_model_to_model_edge(*, model_destination: str, end_destination: str) -> _loopmend_3.Callable[..., None | list[_loopmend_1.Send] | str]: ...
def _make_tools_to_model_edge(*, tool_node: ToolNode, model_destination: str, structured_output_tools: dict[str, OutputToolBinding[Any]], end_destination: str) -> _loopmend_3.Callable[..., None | str]: ...
def _add_middleware_edge(graph: StateGraph[ AgentState[ResponseT], ContextT, InputAgentState, OutputAgentState[ResponseT] ], *, name: str, default_destination: str, model_destination: str, end_destination: str, can_jump_to: list[JumpTo] | None) -> None: ...
__all__ = [ "create_agent", ]

=== langchain.agents.middleware package
from langgraph.runtime import Runtime
from langchain.agents.middleware._trace_policy import configure_trace_policy
from langchain.agents.middleware.auto_mode import AutoModeMiddleware
from langchain.agents.middleware.context_editing import ClearToolUsesEdit, ContextEditingMiddleware
from langchain.agents.middleware.file_search import FilesystemFileSearchMiddleware
from langchain.agents.middleware.human_in_the_loop import ( HumanInTheLoopMiddleware, InterruptOnConfig, )
from langchain.agents.middleware.model_call_limit import ModelCallLimitMiddleware
from langchain.agents.middleware.model_fallback import ModelFallbackMiddleware
from langchain.agents.middleware.model_refusal import ModelRefusalMiddleware
from langchain.agents.middleware.model_retry import ModelRetryMiddleware
from langchain.agents.middleware.model_router import ModelChoice, ModelRouterMiddleware
from langchain.agents.middleware.pii import PIIDetectionError, PIIMatch, PIIMiddleware
from langchain.agents.middleware.provider_tool_search import ProviderToolSearchMiddleware
from langchain.agents.middleware.shell_tool import ( CodexSandboxExecutionPolicy, DockerExecutionPolicy, HostExecutionPolicy, RedactionRule, ShellToolMiddleware, )
from langchain.agents.middleware.summarization import SummarizationMiddleware, TriggerClause
from langchain.agents.middleware.todo import TodoListMiddleware
from langchain.agents.middleware.tool_call_limit import ToolCallLimitMiddleware
from langchain.agents.middleware.tool_emulator import LLMToolEmulator
from langchain.agents.middleware.tool_error import ToolErrorMiddleware
from langchain.agents.middleware.tool_retry import ToolRetryMiddleware
from langchain.agents.middleware.tool_selection import LLMToolSelectorMiddleware
from langchain.agents.middleware.types import ( AgentMiddleware, AgentState, ExtendedModelResponse, InputAgentState, ModelCallResult, ModelRequest, ModelResponse, OutputAgentState, ToolCallRequest, TracePolicy, after_agent, after_model, before_agent, before_model, dynamic_prompt, hook_config, omit_payload, wrap_model_call, wrap_tool_call, )
__all__ = [ "AgentMiddleware", "AgentState", "AutoModeMiddleware", "ClearToolUsesEdit", "CodexSandboxExecutionPolicy", "ContextEditingMiddleware", "DockerExecutionPolicy", "ExtendedModelResponse", "FilesystemFileSearchMiddleware", "HostExecutionPolicy", "HumanInTheLoopMiddleware", "InputAgentState", "InterruptOnConfig", "LLMToolEmulator", "LLMToolSelectorMiddleware", "ModelCallLimitMiddleware", "ModelCallResult", "ModelChoice", "ModelFallbackMiddleware", "ModelRefusalMiddleware", "ModelRequest", "ModelResponse", "ModelRetryMiddleware", "ModelRouterMiddleware", "OutputAgentState", "PIIDetectionError", "PIIMatch", "PIIMiddleware", "ProviderToolSearchMiddleware", "RedactionRule", "Runtime", "ShellToolMiddleware", "SummarizationMiddleware", "TodoListMiddleware", "ToolCallLimitMiddleware", "ToolCallRequest", "ToolErrorMiddleware", "ToolRetryMiddleware", "TracePolicy", "TriggerClause", "after_agent", "after_model", "before_agent", "before_model", "configure_trace_policy", "dynamic_prompt", "hook_config", "omit_payload", "wrap_model_call", "wrap_tool_call", ]

=== langchain.agents.middleware.auto_mode
import langchain.agents.middleware.auto_mode as _loopmend_3
import langchain_core.decisions.base as _loopmend_4
import langchain_core.decisions.types as _loopmend_0
import langchain_core.messages.tool as _loopmend_2
import langgraph.types as _loopmend_1
from __future__ import annotations
from typing import TYPE_CHECKING, Any
from langchain_core.decisions import BaseDecisionModel, Noul, NoulCriteria, Question
from langchain_core.messages import ToolMessage
from langchain_core.tools import BaseTool
from pydantic import BaseModel, Field
from typing_extensions import override
from langchain.agents.middleware.types import ( AgentMiddleware, AgentState, ContextT, ResponseT, ToolCallRequest, TracePolicy, omit_payload, )
if TYPE_CHECKING:
 from collections.abc import Awaitable, Callable, Sequence
 from langgraph.types import Command
_QUESTION_ID = "is_risky"
_PROBABILITY_THRESHOLD = 0.5
_DEFAULT_INSTRUCTIONS: str
_DEFAULT_BLOCKED_MESSAGE: str
_DEFAULT_TRUE_CRITERIA: str
_DEFAULT_FALSE_CRITERIA: str
class _AutoModeConfig(BaseModel):
 tools: list[str | BaseTool] = ...
 instructions: str = ...
 criteria: NoulCriteria | None = ...
def _risk_questions(config: _AutoModeConfig) -> dict[str, Question]: ...
class AutoModeMiddleware(AgentMiddleware[AgentState[ResponseT], ContextT, ResponseT]):
 trace_policy: _loopmend_1.TracePolicy
 def __init__(self, *, tools: Sequence[str | BaseTool], instructions: str = ..., criteria: NoulCriteria | None = None, classifier: BaseDecisionModel) -> None: ...
 @staticmethod
 def _classification_state(request: ToolCallRequest) -> dict[str, Any]: ...
 @property
 def _tool_names(self) -> frozenset[str]: ...
 def _blocked_tool_message(self, request: ToolCallRequest, probability: float) -> ToolMessage: ...
 @override
 def wrap_tool_call(self, request: ToolCallRequest, handler: Callable[[ToolCallRequest], ToolMessage | Command[Any]]) -> ToolMessage | Command[Any]: ...
 @override
 async def awrap_tool_call(self, request: ToolCallRequest, handler: Callable[[ToolCallRequest], Awaitable[ToolMessage | Command[Any]]]) -> ToolMessage | Command[Any]: ...
 config: _loopmend_3._AutoModeConfig
 classifier: _loopmend_4.BaseDecisionModel
__all__ = ["AutoModeMiddleware"]

=== langchain.agents.middleware.context_editing
import langchain.agents.middleware.types as _loopmend_2
import langchain_core.messages.ai as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
from collections.abc import Awaitable, Callable, Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Literal
from langchain_core.messages import ( AIMessage, AnyMessage, BaseMessage, ToolMessage, )
from langchain_core.messages.utils import count_tokens_approximately
from typing_extensions import Protocol
from langchain.agents.middleware.types import ( AgentMiddleware, AgentState, ContextT, ModelRequest, ModelResponse, ResponseT, )
DEFAULT_TOOL_PLACEHOLDER = "[cleared]"
TokenCounter = Callable[ [Sequence[BaseMessage]], int, ]
class ContextEdit(Protocol):
 def apply(self, messages: list[AnyMessage], *, count_tokens: TokenCounter) -> None: ...
@dataclass(slots=True)
class ClearToolUsesEdit(ContextEdit):
 trigger: int = 100_000
 clear_at_least: int = 0
 keep: int = 3
 clear_tool_inputs: bool = False
 exclude_tools: Sequence[str] = ...
 placeholder: str = DEFAULT_TOOL_PLACEHOLDER
 def apply(self, messages: list[AnyMessage], *, count_tokens: TokenCounter) -> None: ...
 @staticmethod
 def _build_cleared_tool_input_message(message: AIMessage, tool_call_id: str) -> AIMessage: ...
class ContextEditingMiddleware(AgentMiddleware[AgentState[ResponseT], ContextT, ResponseT]):
 edits: list[ContextEdit]
 token_count_method: Literal["approximate", "model"]
 token_counter: TokenCounter | None
 def __init__(self, *, edits: Iterable[ContextEdit] | None = None, token_count_method: Literal["approximate", "model"] = ..., token_counter: TokenCounter | None = None) -> None: ...
 def _resolve_token_counter(self, request: ModelRequest[ContextT]) -> TokenCounter: ...
 def wrap_model_call(self, request: ModelRequest[ContextT], handler: Callable[[ModelRequest[ContextT]], ModelResponse[ResponseT]]) -> ModelResponse[ResponseT] | AIMessage: ...
 async def awrap_model_call(self, request: ModelRequest[ContextT], handler: Callable[[ModelRequest[ContextT]], Awaitable[ModelResponse[ResponseT]]]) -> ModelResponse[ResponseT] | AIMessage: ...
__all__ = [ "ClearToolUsesEdit", "ContextEditingMiddleware", ]

=== langchain.agents.middleware.human_in_the_loop
import langchain.agents.middleware.human_in_the_loop as _loopmend_0
import langchain_core.messages.tool as _loopmend_1
import langgraph.types as _loopmend_3
import typing as _loopmend_2
from __future__ import annotations
import json
from dataclasses import replace
from typing import ( TYPE_CHECKING, Annotated, Any, Literal, NotRequired, Protocol, Union, cast, get_args, )
from langchain_core.messages import AIMessage, ToolCall, ToolMessage, add_notification_metadata
from langgraph.config import get_config
from langgraph.prebuilt.tool_node import ToolRuntime
from langgraph.runtime import get_runtime
from langgraph.types import Command, interrupt
from pydantic import ( BaseModel, Discriminator, ValidatorFunctionWrapHandler, WithJsonSchema, WrapValidator, create_model, )
from typing_extensions import TypedDict
from langchain.agents.middleware.types import ( AgentMiddleware, AgentState, ContextT, PrivateStateAttr, ResponseT, StateT, ToolCallRequest, )
if TYPE_CHECKING:
 from collections.abc import Awaitable, Callable, Sequence
 from langchain_core.runnables import RunnableConfig
 from langchain_core.tools import BaseTool
 from langgraph.runtime import Runtime
 from typing_extensions import TypeForm
_EDITED_TOOL_CALLS_KEY = "hitl_edited_tool_calls"
_EDIT_NOTICE: str
class Action(TypedDict):
 name: str
 args: dict[str, Any]
class ActionRequest(TypedDict):
 name: str
 args: dict[str, Any]
 description: NotRequired[str]
DecisionType = Literal["approve", "edit", "reject", "respond"]
class ReviewConfig(TypedDict):
 action_name: str
 allowed_decisions: list[DecisionType]
 args_schema: NotRequired[dict[str, Any]]
class HITLRequest(TypedDict):
 action_requests: list[ActionRequest]
 review_configs: list[ReviewConfig]
class ApproveDecision(TypedDict):
 type: Literal["approve"]
class EditDecision(TypedDict):
 type: Literal["edit"]
 edited_action: Action
class RejectDecision(TypedDict):
 type: Literal["reject"]
 message: NotRequired[str]
class RespondDecision(TypedDict):
 type: Literal["respond"]
 message: str
Decision = ApproveDecision | EditDecision | RejectDecision | RespondDecision
InterruptMode = Literal["batched", "per_call"]
class ToolApprovalRequest(TypedDict):
 type: Literal["tool_approval"]
 tool_call_id: str
 name: str
 args: dict[str, Any]
 description: str
def _edit_args(tool: BaseTool | None) -> object: ...
def _as_sent(answer: object, check: ValidatorFunctionWrapHandler) -> object: ...
def _edit_decision(name: str, tool: BaseTool | None) -> object: ...
def _decision_schema(allowed: Sequence[DecisionType], name: str, tool: BaseTool | None = None) -> type[Decision]: ...
def _answer_message(tool_call: ToolCall, decision: RejectDecision | RespondDecision) -> ToolMessage: ...
class HITLResponse(TypedDict):
 decisions: list[Decision]
class _DescriptionFactory(Protocol):
 def __call__(self, tool_call: ToolCall, state: AgentState[Any], runtime: Runtime[ContextT]) -> str: ...
class InterruptOnConfig(TypedDict):
 allowed_decisions: list[DecisionType]
 description: NotRequired[str | _DescriptionFactory]
 args_schema: NotRequired[dict[str, Any]]
 when: NotRequired[Callable[[ToolCallRequest], bool]]
class _HumanInTheLoopState(AgentState[ResponseT]):
 hitl_edited_tool_calls: NotRequired[Annotated[dict[str, Action], PrivateStateAttr]]
class HumanInTheLoopMiddleware(AgentMiddleware[StateT, ContextT, ResponseT]):
 state_schema = _HumanInTheLoopState
 def __init__(self, interrupt_on: dict[str, bool | InterruptOnConfig], *, description_prefix: str = ..., edit_notice: str | None = ..., interrupt_mode: InterruptMode = ...) -> None: ...
 def _create_action_and_config(self, tool_call: ToolCall, config: InterruptOnConfig, state: AgentState[Any], runtime: Runtime[ContextT]) -> tuple[ActionRequest, ReviewConfig]: ...
 @staticmethod
 def _process_decision(decision: Decision, tool_call: ToolCall, config: InterruptOnConfig) -> tuple[ToolCall | None, ToolMessage | None]: ...
 def _should_interrupt(self, tool_call: ToolCall, config: InterruptOnConfig, state: AgentState[Any], runtime: Runtime[ContextT]) -> bool: ...
 def _tool_approval_request(self, request: ToolCallRequest, config: InterruptOnConfig) -> ToolApprovalRequest: ...
 def _resolve_per_call(self, request: ToolCallRequest) -> tuple[ToolCallRequest, Action | None] | ToolMessage: ...
 def after_model(self, state: AgentState[Any], runtime: Runtime[ContextT]) -> dict[str, Any] | None: ...
 async def aafter_model(self, state: AgentState[Any], runtime: Runtime[ContextT]) -> dict[str, Any] | None: ...
 def _reviewer_edit(self, request: ToolCallRequest) -> Action | None: ...
 def _apply_edit(self, request: ToolCallRequest, executed: Action) -> ToolCallRequest: ...
 def _notice(self, executed: Action, *, has_content: bool) -> str: ...
 def _prepend_notice(self, message: ToolMessage, executed: Action) -> ToolMessage: ...
 def _annotate_edited_result(self, result: ToolMessage | Command[Any], request: ToolCallRequest, executed: Action | None) -> ToolMessage | Command[Any]: ...
 def wrap_tool_call(self, request: ToolCallRequest, handler: Callable[[ToolCallRequest], ToolMessage | Command[Any]]) -> ToolMessage | Command[Any]: ...
 async def awrap_tool_call(self, request: ToolCallRequest, handler: Callable[[ToolCallRequest], Awaitable[ToolMessage | Command[Any]]]) -> ToolMessage | Command[Any]: ...
 interrupt_on: dict[str, _loopmend_0.InterruptOnConfig]
 description_prefix: str
 edit_notice: None | str
 interrupt_mode: str

=== langchain.agents.middleware.model_call_limit
from __future__ import annotations
from typing import TYPE_CHECKING, Annotated, Any, Literal, NotRequired
from langchain_core.messages import AIMessage
from langgraph.channels.untracked_value import UntrackedValue
from typing_extensions import override
from langchain.agents.middleware.types import ( AgentMiddleware, AgentState, ContextT, PrivateStateAttr, ResponseT, hook_config, )
if TYPE_CHECKING:
 from langgraph.runtime import Runtime
class ModelCallLimitState(AgentState[ResponseT]):
 thread_model_call_count: NotRequired[Annotated[int, PrivateStateAttr]]
 run_model_call_count: NotRequired[Annotated[int, UntrackedValue, PrivateStateAttr]]
def _build_limit_exceeded_message(thread_count: int, run_count: int, thread_limit: int | None, run_limit: int | None) -> str: ...
class ModelCallLimitExceededError(Exception):
 def __init__(self, thread_count: int, run_count: int, thread_limit: int | None, run_limit: int | None) -> None: ...
 thread_count: int
 run_count: int
 thread_limit: None | int
 run_limit: None | int
class ModelCallLimitMiddleware( AgentMiddleware[ModelCallLimitState[ResponseT], ContextT, ResponseT] ):
 state_schema = ModelCallLimitState
 def __init__(self, *, thread_limit: int | None = None, run_limit: int | None = None, exit_behavior: Literal["end", "error"] = ...) -> None: ...
 @override
 def before_model(self, state: ModelCallLimitState[ResponseT], runtime: Runtime[ContextT]) -> dict[str, Any] | None: ...
 async def abefore_model(self, state: ModelCallLimitState[ResponseT], runtime: Runtime[ContextT]) -> dict[str, Any] | None: ...
 @override
 def after_model(self, state: ModelCallLimitState[ResponseT], runtime: Runtime[ContextT]) -> dict[str, Any] | None: ...
 async def aafter_model(self, state: ModelCallLimitState[ResponseT], runtime: Runtime[ContextT]) -> dict[str, Any] | None: ...
 thread_limit: None | int
 run_limit: None | int
 exit_behavior: str

=== langchain.agents.middleware.model_fallback
import langchain.agents.middleware.types as _loopmend_7
import langchain_core.messages.ai as _loopmend_2
import langchain_core.messages.chat as _loopmend_4
import langchain_core.messages.function as _loopmend_5
import langchain_core.messages.human as _loopmend_3
import langchain_core.messages.system as _loopmend_0
import langchain_core.messages.tool as _loopmend_1
import langchain_core.tools.base as _loopmend_6
import langgraph._internal._typing as _loopmend_8
import pydantic.main as _loopmend_9
from __future__ import annotations
import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from langchain_core.tools import BaseTool
from langgraph.errors import GraphBubbleUp
from langchain.agents.middleware.types import ( AgentMiddleware, AgentState, ContextT, ModelRequest, ModelResponse, ResponseT, )
from langchain.chat_models import init_chat_model
if TYPE_CHECKING:
 from collections.abc import Awaitable, Callable
 from langchain_core.language_models.chat_models import BaseChatModel
 from langchain_core.messages import AIMessage, AnyMessage, SystemMessage
logger = logging.getLogger(__name__)
_FIREWORKS_LLM_TYPE = "fireworks-chat"
_FIREWORKS_SESSION_AFFINITY_HEADER = "x-session-affinity"
def _sanitize_content_blocks(content: str | list[str | dict[str, Any]]) -> str | list[str | dict[str, Any]]: ...
def _sanitize_system_message(system_message: SystemMessage | None) -> SystemMessage | None: ...
def _sanitize_messages(messages: list[AnyMessage]) -> list[AnyMessage]: ...
def _sanitize_tools(tools: list[BaseTool | dict[str, Any]]) -> list[BaseTool | dict[str, Any]]: ...
def _sanitize_request_for_fallback(request: ModelRequest[ContextT], fallback_model: BaseChatModel | None = None) -> ModelRequest[ContextT]: ...
def _sanitize_message(message: AnyMessage) -> tuple[AnyMessage, bool]: ...
def _sanitize_base_tool(tool: BaseTool) -> tuple[BaseTool, bool]: ...
def _sanitize_dict_tool(tool: dict[str, Any]) -> tuple[dict[str, Any], bool]: ...
def _without_cache_control(payload: dict[str, Any]) -> tuple[dict[str, Any], bool]: ...
def _without_fireworks_session_affinity(model_settings: dict[str, Any]) -> tuple[dict[str, Any], bool]: ...
def _without_cache_control_from_content_block(block: dict[str, Any]) -> tuple[dict[str, Any], bool]: ...
_ANTHROPIC_LLM_TYPES: frozenset[str] = frozenset( { "anthropic-chat", "anthropic-bedrock-chat", "anthropic-chat-vertexai", } )
def _supports_anthropic_cache_control(model: BaseChatModel | None) -> bool: ...
def _supports_fireworks_prompt_cache(model: BaseChatModel | None) -> bool: ...
def _supports_prompt_cache_key(model: BaseChatModel | None) -> bool: ...
class ModelFallbackMiddleware(AgentMiddleware[AgentState[ResponseT], ContextT, ResponseT]):
 def __init__(self, first_model: str | BaseChatModel, *additional_models: str | BaseChatModel) -> None: ...
 def wrap_model_call(self, request: ModelRequest[ContextT], handler: Callable[[ModelRequest[ContextT]], ModelResponse[ResponseT]]) -> ModelResponse[ResponseT] | AIMessage: ...
 async def awrap_model_call(self, request: ModelRequest[ContextT], handler: Callable[[ModelRequest[ContextT]], Awaitable[ModelResponse[ResponseT]]]) -> ModelResponse[ResponseT] | AIMessage: ...
 models: list[BaseChatModel]

=== langchain.agents.middleware.model_refusal
import langchain.agents.middleware.types as _loopmend_0
import langgraph.types as _loopmend_1
from __future__ import annotations
from typing import TYPE_CHECKING
from langchain_core.exceptions import ModelRefusalError
from langchain.agents.middleware.types import ( AgentMiddleware, AgentState, ContextT, ModelRequest, ModelResponse, ResponseT, TracePolicy, omit_payload, )
from langchain.agents.structured_output import StructuredOutputValidationError
if TYPE_CHECKING:
 from collections.abc import Awaitable, Callable
 from langchain_core.messages import BaseMessage
def _raise_if_refused(message: BaseMessage) -> None: ...
def _check_refusal(response: ModelResponse[ResponseT]) -> ModelResponse[ResponseT]: ...
class ModelRefusalMiddleware(AgentMiddleware[AgentState[ResponseT], ContextT, ResponseT]):
 trace_policy: _loopmend_1.TracePolicy
 def wrap_model_call(self, request: ModelRequest[ContextT], handler: Callable[[ModelRequest[ContextT]], ModelResponse[ResponseT]]) -> ModelResponse[ResponseT]: ...
 async def awrap_model_call(self, request: ModelRequest[ContextT], handler: Callable[[ModelRequest[ContextT]], Awaitable[ModelResponse[ResponseT]]]) -> ModelResponse[ResponseT]: ...

=== langchain.agents.middleware.model_retry
import langchain.agents.middleware.types as _loopmend_1
import langchain_core.messages.ai as _loopmend_0
import typing as _loopmend_2
from __future__ import annotations
import asyncio
import time
from typing import TYPE_CHECKING
from langchain_core.messages import AIMessage
from langgraph.errors import GraphBubbleUp
from langchain.agents.middleware._retry import ( OnFailure, RetryOn, calculate_delay, default_retry_on, should_retry_exception, validate_retry_params, )
from langchain.agents.middleware.types import ( AgentMiddleware, AgentState, ContextT, ModelRequest, ModelResponse, ResponseT, )
if TYPE_CHECKING:
 from collections.abc import Awaitable, Callable
class ModelRetryMiddleware(AgentMiddleware[AgentState[ResponseT], ContextT, ResponseT]):
 def __init__(self, *, max_retries: int = ..., retry_on: RetryOn = ..., on_failure: OnFailure = ..., backoff_factor: float = ..., initial_delay: float = ..., max_delay: float = ..., jitter: bool = ...) -> None: ...
 @staticmethod
 def _format_failure_message(exc: Exception, attempts_made: int) -> AIMessage: ...
 def _handle_failure(self, exc: Exception, attempts_made: int) -> ModelResponse[ResponseT]: ...
 def wrap_model_call(self, request: ModelRequest[ContextT], handler: Callable[[ModelRequest[ContextT]], ModelResponse[ResponseT]]) -> ModelResponse[ResponseT] | AIMessage: ...
 async def awrap_model_call(self, request: ModelRequest[ContextT], handler: Callable[[ModelRequest[ContextT]], Awaitable[ModelResponse[ResponseT]]]) -> ModelResponse[ResponseT] | AIMessage: ...
 max_retries: int
 retry_on: _loopmend_2.Callable[..., bool] | tuple
 on_failure: _loopmend_2.Callable[..., str] | str
 backoff_factor: float
 initial_delay: float
 max_delay: float
 jitter: bool
 tools: list

=== langchain.agents.middleware.model_router
import langchain.agents.middleware.model_router as _loopmend_4
import langchain.agents.middleware.types as _loopmend_3
import langchain_core.decisions.base as _loopmend_5
import langchain_core.decisions.types as _loopmend_0
import langchain_core.language_models.chat_models as _loopmend_6
import langchain_core.messages.human as _loopmend_2
import langgraph.types as _loopmend_1
from __future__ import annotations
from dataclasses import dataclass
from typing import TYPE_CHECKING, NotRequired
from langchain_core._api import beta
from langchain_core.decisions import BaseDecisionModel, Choice, ChoiceAnswer, Content, Question
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import HumanMessage
from pydantic import BaseModel, Field, JsonValue
from typing_extensions import override
from langchain.agents.middleware.types import ( AgentMiddleware, AgentState, ContextT, ModelRequest, ModelResponse, ResponseT, TracePolicy, omit_payload, )
from langchain.chat_models import init_chat_model
if TYPE_CHECKING:
 from collections.abc import Awaitable, Callable, Mapping
 from langgraph.runtime import Runtime
_QUESTION_ID = "model_route"
@dataclass(frozen=True)
class ModelChoice:
 model: str | BaseChatModel
 criteria: JsonValue
class _ModelRouterConfig(BaseModel):
 choices: dict[str, ModelChoice] = ...
 instructions: Content
def _routing_questions(config: _ModelRouterConfig) -> dict[str, Question]: ...
class _ModelRouterState(AgentState):
 model_route: NotRequired[ChoiceAnswer]
@beta(obj_type="middleware")
class ModelRouterMiddleware(AgentMiddleware[_ModelRouterState]):
 state_schema = _ModelRouterState
 trace_policy: _loopmend_1.TracePolicy
 def __init__(self, *, choices: Mapping[str, ModelChoice], instructions: Content, classifier: BaseDecisionModel) -> None: ...
 @staticmethod
 def _latest_human_message(state: _ModelRouterState) -> HumanMessage: ...
 @override
 def before_agent(self, state: _ModelRouterState, runtime: Runtime[ContextT]) -> dict[str, ChoiceAnswer]: ...
 @override
 async def abefore_agent(self, state: _ModelRouterState, runtime: Runtime[ContextT]) -> dict[str, ChoiceAnswer]: ...
 @override
 def wrap_model_call(self, request: ModelRequest[ContextT], handler: Callable[[ModelRequest[ContextT]], ModelResponse[ResponseT]]) -> ModelResponse[ResponseT]: ...
 @override
 async def awrap_model_call(self, request: ModelRequest[ContextT], handler: Callable[[ModelRequest[ContextT]], Awaitable[ModelResponse[ResponseT]]]) -> ModelResponse[ResponseT]: ...
 config: _loopmend_4._ModelRouterConfig
 classifier: _loopmend_5.BaseDecisionModel
 models: dict[str, _loopmend_6.BaseChatModel]
__all__ = ["ModelChoice", "ModelRouterMiddleware"]

=== langchain.agents.middleware.pii
import functools as _loopmend_3
import langchain.agents.middleware._redaction as _loopmend_1
import langchain.agents.middleware.pii as _loopmend_4
import langchain_core.messages.base as _loopmend_0
import typing as _loopmend_2
from __future__ import annotations
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Literal
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, ToolMessage
from langgraph.stream import StreamTransformer
from typing_extensions import override
from langchain.agents.middleware._redaction import ( PIIDetectionError, PIIMatch, RedactionRule, ResolvedRedactionRule, apply_strategy, detect_credit_card, detect_email, detect_ip, detect_mac_address, detect_url, )
from langchain.agents.middleware.types import ( AgentMiddleware, AgentState, ContextT, ResponseT, hook_config, )
if TYPE_CHECKING:
 from collections.abc import Callable
 from langgraph.runtime import Runtime
 from langgraph.stream._types import ProtocolEvent
_DEFAULT_STREAM_LOOKBACK = 128
class _PIIStreamTransformer(StreamTransformer):
 before_builtins: ClassVar[bool] = True
 required_stream_modes: ClassVar[tuple[str, ...]] = ...
 def __init__(self, scope: tuple[str, ...] = ..., *, rule: ResolvedRedactionRule, lookback: int = ...) -> None: ...
 def init(self) -> dict[str, Any]: ...
 def process(self, event: ProtocolEvent) -> bool: ...
 def _process_values_event(self, event: ProtocolEvent) -> bool: ...
 def _process_messages_event(self, event: ProtocolEvent) -> bool: ...
 def _process_tools_event(self, event: ProtocolEvent) -> bool: ...
 def _mutate_tool_output_delta(self, data: dict[str, Any], tool_call_id: str) -> None: ...
 def _redact_tool_call_list(self, calls: list[Any] | None) -> tuple[list[Any], bool]: ...
 def _redact_value(self, value: Any) -> Any: ...
 def _redact_base_message(self, value: BaseMessage) -> BaseMessage: ...
 def _mutate_delta(self, payload: dict[str, Any], run_id: str) -> None: ...
 def _mutate_string_field_delta(self, delta: dict[str, Any], payload: dict[str, Any], run_id: str, field: str) -> None: ...
 def _mutate_tool_call_chunk_delta(self, fields: dict[str, Any], payload: dict[str, Any], run_id: str) -> None: ...
 def _finalize_block(self, payload: dict[str, Any], run_id: str) -> None: ...
 def _finalize_string_field(self, content: dict[str, Any], field: str) -> None: ...
 def _drop_run(self, run_id: str) -> None: ...
 def finalize(self) -> None: ...
 def fail(self, err: BaseException) -> None: ...
 _rule: _loopmend_1.ResolvedRedactionRule
 _lookback: int
 _buffers: dict[tuple[str, int], str]
 _tool_buffers: dict[str, str]
class PIIMiddleware(AgentMiddleware[AgentState[ResponseT], ContextT, ResponseT]):
 def __init__(self, pii_type: Literal["email", "credit_card", "ip", "mac_address", "url"] | str, *, strategy: Literal["block", "redact", "mask", "hash"] = ..., detector: Callable[[str], list[PIIMatch]] | str | None = None, apply_to_input: bool = ..., apply_to_output: bool = ..., apply_to_tool_results: bool = ...) -> None: ...
 @property
 def name(self) -> str: ...
 def _process_content(self, content: str | list[str | dict[str, Any]]) -> tuple[str | list[str | dict[str, Any]], bool]: ...
 @override
 def before_model(self, state: AgentState[Any], runtime: Runtime[ContextT]) -> dict[str, Any] | None: ...
 async def abefore_model(self, state: AgentState[Any], runtime: Runtime[ContextT]) -> dict[str, Any] | None: ...
 @override
 def after_model(self, state: AgentState[Any], runtime: Runtime[ContextT]) -> dict[str, Any] | None: ...
 async def aafter_model(self, state: AgentState[Any], runtime: Runtime[ContextT]) -> dict[str, Any] | None: ...
 detector: _loopmend_2.Callable[..., list[_loopmend_1.PIIMatch]]
 strategy: str
 pii_type: str
 apply_to_input: bool
 apply_to_output: bool
 apply_to_tool_results: bool
 _resolved_rule: ResolvedRedactionRule
 transformers: tuple[_loopmend_3.partial[_loopmend_4._PIIStreamTransformer]]
__all__ = [ "PIIDetectionError", "PIIMatch", "PIIMiddleware", "detect_credit_card", "detect_email", "detect_ip", "detect_mac_address", "detect_url", ]

=== langchain.agents.middleware.provider_tool_search
import langchain.agents.middleware.types as _loopmend_0
import langchain_core.messages.ai as _loopmend_3
import langchain_core.tools.base as _loopmend_4
import langgraph._internal._typing as _loopmend_1
import pydantic.main as _loopmend_2
from __future__ import annotations
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NotRequired, TypeAlias
from langchain_core.tools import BaseTool
from typing_extensions import TypedDict
from langchain.chat_models.base import _attempt_infer_model_provider
if TYPE_CHECKING:
 from collections.abc import Awaitable, Callable
 from langchain_core.language_models.chat_models import BaseChatModel
 from langchain_core.messages import AIMessage
from langchain.agents.middleware.types import ( AgentMiddleware, AgentState, ContextT, ModelRequest, ModelResponse, ResponseT, )
ToolIdentifier: TypeAlias = str | BaseTool
class _ServerToolSearchSpec(TypedDict):
 type: str
 name: NotRequired[str]
_SERVER_TOOL_SEARCH_TOOLS: dict[str, _ServerToolSearchSpec] = ...
class ProviderToolSearchMiddleware(AgentMiddleware[AgentState[ResponseT], ContextT, ResponseT]):
 def __init__(self, *, searchable_tools: list[ToolIdentifier] | None = None) -> None: ...
 def _prepare_request(self, request: ModelRequest[ContextT]) -> ModelRequest[ContextT]: ...
 def wrap_model_call(self, request: ModelRequest[ContextT], handler: Callable[[ModelRequest[ContextT]], ModelResponse[ResponseT]]) -> ModelResponse[ResponseT] | AIMessage: ...
 async def awrap_model_call(self, request: ModelRequest[ContextT], handler: Callable[[ModelRequest[ContextT]], Awaitable[ModelResponse[ResponseT]]]) -> ModelResponse[ResponseT] | AIMessage: ...
 searchable_tool_names: set[str]
def _to_tool_names(tools: list[ToolIdentifier] | None) -> set[str]: ...
def _is_deferred_tool(tool: BaseTool | dict[str, Any], tool_names: set[str]) -> bool: ...
def _defer_tool_if_needed(tool: BaseTool | dict[str, Any], tool_names: set[str]) -> BaseTool | dict[str, Any]: ...
def _get_model_provider(model: BaseChatModel, runtime: Any) -> str | None: ...
def _provider_from_params(params: dict[str, Any]) -> str | None: ...
def _provider_from_model_name(model_name: str) -> str | None: ...
def _provider_from_class_name(class_name: str) -> str | None: ...
def _normalize_provider(provider: str) -> str: ...

=== langchain.agents.middleware.shell_tool
import _thread as _loopmend_3
import langchain.agents.middleware._execution as _loopmend_2
import langchain.agents.middleware._redaction as _loopmend_4
import langchain.agents.middleware.shell_tool as _loopmend_0
import langchain_core.messages.tool as _loopmend_5
import pathlib as _loopmend_1
import typing as _loopmend_6
from __future__ import annotations
import contextlib
import logging
import os
import queue
import signal
import subprocess
import tempfile
import threading
import time
import uuid
import weakref
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, NotRequired, cast, overload
from langchain_core.messages import ToolMessage
from langchain_core.runnables import run_in_executor
from langchain_core.tools.base import ToolException
from langgraph.channels.untracked_value import UntrackedValue
from pydantic import BaseModel, model_validator
from pydantic.json_schema import SkipJsonSchema
from typing_extensions import override
from langchain.agents.middleware._execution import ( SHELL_TEMP_PREFIX, BaseExecutionPolicy, CodexSandboxExecutionPolicy, DockerExecutionPolicy, HostExecutionPolicy, )
from langchain.agents.middleware._redaction import ( PIIDetectionError, PIIMatch, RedactionRule, ResolvedRedactionRule, )
from langchain.agents.middleware.types import ( AgentMiddleware, AgentState, ContextT, PrivateStateAttr, ResponseT, )
from langchain.tools import ToolRuntime, tool
if TYPE_CHECKING:
 from collections.abc import Mapping, Sequence
 from langgraph.runtime import Runtime
LOGGER = logging.getLogger(__name__)
_DONE_MARKER_PREFIX = "__LC_SHELL_DONE__"
DEFAULT_TOOL_DESCRIPTION: str
SHELL_TOOL_NAME = "shell"
def _cleanup_resources(session: ShellSession, tempdir: tempfile.TemporaryDirectory[str] | None, timeout: float) -> None: ...
@dataclass
class _SessionResources:
 session: ShellSession
 tempdir: tempfile.TemporaryDirectory[str] | None
 policy: BaseExecutionPolicy
 finalizer: weakref.finalize = field(init=False, repr=False)
 def __post_init__(self) -> None: ...
class ShellToolState(AgentState[ResponseT]):
 shell_session_resources: NotRequired[ Annotated[_SessionResources | None, UntrackedValue, PrivateStateAttr] ]
@dataclass(frozen=True)
class CommandExecutionResult:
 output: str
 exit_code: int | None
 timed_out: bool
 truncated_by_lines: bool
 truncated_by_bytes: bool
 total_lines: int
 total_bytes: int
class ShellSession:
 def __init__(self, workspace: Path, policy: BaseExecutionPolicy, command: tuple[str, ...], environment: Mapping[str, str]) -> None: ...
 def start(self) -> None: ...
 def restart(self) -> None: ...
 def stop(self, timeout: float) -> None: ...
 def execute(self, command: str, *, timeout: float) -> CommandExecutionResult: ...
 def _collect_output(self, marker: str, deadline: float, timeout: float) -> CommandExecutionResult: ...
 def _collect_output_after_exit(self, deadline: float) -> CommandExecutionResult: ...
 def _kill_process(self) -> None: ...
 def _enqueue_stream(self, stream: Any, label: str) -> None: ...
 def _drain_queue(self) -> None: ...
 def _drain_remaining_stderr(self, collected: list[str], deadline: float, drain_timeout: float = ...) -> None: ...
 @staticmethod
 def _safe_int(value: str) -> int | None: ...
 _workspace: _loopmend_1.Path
 _policy: _loopmend_2.BaseExecutionPolicy
 _command: tuple
 _environment: dict[str, str]
 _process: subprocess.Popen[str] | None
 _stdin: Any
 _queue: queue.Queue[tuple[str, str | None]]
 _lock: _loopmend_3.LockType
 _stdout_thread: threading.Thread | None
 _stderr_thread: threading.Thread | None
 _terminated: bool
class _ShellToolInput(BaseModel):
 command: str | None = None
 restart: bool | None = None
 runtime: Any = None
 @model_validator(mode="after")
 def validate_payload(self) -> _ShellToolInput: ...
class ShellToolMiddleware(AgentMiddleware[ShellToolState[ResponseT], ContextT, ResponseT]):
 state_schema = ShellToolState
 def __init__(self, workspace_root: str | Path | None = None, *, startup_commands: tuple[str, ...] | list[str] | str | None = None, shutdown_commands: tuple[str, ...] | list[str] | str | None = None, execution_policy: BaseExecutionPolicy | None = None, redaction_rules: tuple[RedactionRule, ...] | list[RedactionRule] | None = None, tool_description: str | None = None, tool_name: str = ..., shell_command: Sequence[str] | str | None = None, env: Mapping[str, Any] | None = None) -> None: ...
 @staticmethod
 def _normalize_commands(commands: tuple[str, ...] | list[str] | str | None) -> tuple[str, ...]: ...
 @staticmethod
 def _normalize_shell_command(shell_command: Sequence[str] | str | None) -> tuple[str, ...]: ...
 @staticmethod
 def _normalize_env(env: Mapping[str, Any] | None) -> dict[str, str] | None: ...
 @override
 def before_agent(self, state: ShellToolState[ResponseT], runtime: Runtime[ContextT]) -> dict[str, Any] | None: ...
 async def abefore_agent(self, state: ShellToolState[ResponseT], runtime: Runtime[ContextT]) -> dict[str, Any] | None: ...
 @override
 def after_agent(self, state: ShellToolState[ResponseT], runtime: Runtime[ContextT]) -> None: ...
 async def aafter_agent(self, state: ShellToolState[ResponseT], runtime: Runtime[ContextT]) -> None: ...
 def _get_or_create_resources(self, state: ShellToolState[ResponseT]) -> _SessionResources: ...
 def _create_resources(self) -> _SessionResources: ...
 def _run_startup_commands(self, session: ShellSession) -> None: ...
 def _run_shutdown_commands(self, session: ShellSession) -> None: ...
 def _apply_redactions(self, content: str) -> tuple[str, dict[str, list[PIIMatch]]]: ...
 @overload
 def _run_shell_tool(self, resources: _SessionResources, payload: dict[str, Any], *, tool_call_id: str) -> ToolMessage: ...
 @overload
 def _run_shell_tool(self, resources: _SessionResources, payload: dict[str, Any], *, tool_call_id: None) -> str: ...
 def _run_shell_tool(self, resources: _SessionResources, payload: dict[str, Any], *, tool_call_id: str | None) -> ToolMessage | str: ...
 @overload
 def _format_tool_message(self, content: str, tool_call_id: str, *, status: Literal["success", "error"], artifact: dict[str, Any] | None = None) -> ToolMessage: ...
 @overload
 def _format_tool_message(self, content: str, tool_call_id: None, *, status: Literal["success", "error"], artifact: dict[str, Any] | None = None) -> str: ...
 def _format_tool_message(self, content: str, tool_call_id: str | None, *, status: Literal["success", "error"], artifact: dict[str, Any] | None = None) -> ToolMessage | str: ...
 _environment: None | dict[str, str]
 _workspace_root: None | _loopmend_1.Path
 _tool_name: str
 _shell_command: tuple
 _execution_policy: _loopmend_2.BaseExecutionPolicy | _loopmend_2.HostExecutionPolicy
 _redaction_rules: tuple[ResolvedRedactionRule, ...]
 _startup_commands: tuple
 _shutdown_commands: tuple
 _shell_tool: _loopmend_6.Any
 tools: list
__all__ = [ "CodexSandboxExecutionPolicy", "DockerExecutionPolicy", "HostExecutionPolicy", "RedactionRule", "ShellToolMiddleware", ]

=== langchain.agents.middleware.summarization
import langchain.agents.middleware.summarization as _loopmend_2
import langchain_core.language_models.chat_models as _loopmend_9
import langchain_core.messages.ai as _loopmend_5
import langchain_core.messages.chat as _loopmend_6
import langchain_core.messages.function as _loopmend_8
import langchain_core.messages.human as _loopmend_3
import langchain_core.messages.system as _loopmend_7
import langchain_core.messages.tool as _loopmend_4
import langchain_core.prompt_values as _loopmend_11
import langchain_core.runnables.base as _loopmend_10
import langchain_core.runnables.config as _loopmend_0
import typing as _loopmend_1
import logging
import uuid
import warnings
from collections.abc import Callable, Coroutine, Iterable, Mapping
from functools import partial
from typing import Any, Literal, TypedDict, cast
from langchain_core.exceptions import ContextOverflowError
from langchain_core.messages import ( AIMessage, AnyMessage, MessageLikeRepresentation, RemoveMessage, ToolMessage, )
from langchain_core.messages.human import HumanMessage
from langchain_core.messages.utils import ( count_tokens_approximately, get_buffer_string, trim_messages, )
from langchain_core.runnables import Runnable, RunnableConfig
from langchain_core.runnables.base import coerce_to_runnable
from langgraph.constants import TAG_NOSTREAM
from langgraph.graph.message import ( REMOVE_ALL_MESSAGES, )
from langgraph.runtime import Runtime
from typing_extensions import override
from langchain.agents.middleware._retry import default_retry_on
from langchain.agents.middleware.internal_call_transformer import internal_call_metadata
from langchain.agents.middleware.types import AgentMiddleware, AgentState, ContextT, ResponseT
from langchain.chat_models import BaseChatModel, init_chat_model
logger = logging.getLogger(__name__)
TokenCounter = Callable[[Iterable[MessageLikeRepresentation]], int]
Summarizer = str | BaseChatModel | Runnable[list[AnyMessage], str] | Callable[[list[AnyMessage]], str] | Callable[[list[AnyMessage]], Coroutine[Any, Any, str]]
DEFAULT_SUMMARY_PROMPT: str
_DEFAULT_MESSAGES_TO_KEEP = 20
_DEFAULT_TRIM_TOKEN_LIMIT = 4000
_DEFAULT_FALLBACK_MESSAGE_COUNT = 15
_LS_PROVIDER_ALIASES: dict[str, frozenset[str]] = ...
def _summary_config() -> RunnableConfig: ...
def _check_summary(summary: object) -> str: ...
def _provider_matches(message_provider: str, model_ls_provider: str | None) -> bool: ...
ContextFraction = tuple[Literal["fraction"], float]
ContextTokens = tuple[Literal["tokens"], int]
ContextMessages = tuple[Literal["messages"], int]
ContextSize = ContextFraction | ContextTokens | ContextMessages
class TriggerClause(TypedDict, total=False):
 tokens: int
 messages: int
 fraction: float
def _get_approximate_token_counter(model: BaseChatModel) -> TokenCounter: ...
class SummarizationMiddleware(AgentMiddleware[AgentState[ResponseT], ContextT, ResponseT]):
 def __init__(self, model: str | BaseChatModel, *, trigger: ContextSize | TriggerClause | list[ContextSize | TriggerClause] | None = None, keep: ContextSize = ..., token_counter: TokenCounter = ..., summary_prompt: str = ..., trim_tokens_to_summarize: int | None = ..., summarizer: Summarizer | None = None, **deprecated_kwargs: Any) -> None: ...
 @override
 def before_model(self, state: AgentState[Any], runtime: Runtime[ContextT]) -> dict[str, Any] | None: ...
 @override
 async def abefore_model(self, state: AgentState[Any], runtime: Runtime[ContextT]) -> dict[str, Any] | None: ...
 @staticmethod
 def _copy_trigger(trigger: ContextSize | TriggerClause | list[ContextSize | TriggerClause] | None) -> ContextSize | TriggerClause | list[ContextSize | TriggerClause] | None: ...
 def _legacy_trigger_conditions(self, trigger: ContextSize | TriggerClause | list[ContextSize | TriggerClause] | None) -> list[ContextSize]: ...
 def _normalize_trigger(self, trigger: ContextSize | TriggerClause | list[ContextSize | TriggerClause] | None) -> list[TriggerClause]: ...
 def _should_summarize_based_on_reported_tokens(self, messages: list[AnyMessage], threshold: float) -> bool: ...
 def _should_summarize(self, messages: list[AnyMessage], total_tokens: int) -> bool: ...
 def _determine_cutoff_index(self, messages: list[AnyMessage]) -> int: ...
 def _find_token_based_cutoff(self, messages: list[AnyMessage]) -> int | None: ...
 def _get_profile_limits(self, model: BaseChatModel | None = None) -> int | None: ...
 @staticmethod
 def _validate_context_size(context: ContextSize, parameter_name: str) -> ContextSize: ...
 @staticmethod
 def _build_new_messages(summary: str) -> list[HumanMessage]: ...
 @staticmethod
 def _ensure_message_ids(messages: list[AnyMessage]) -> None: ...
 @staticmethod
 def _partition_messages(conversation_messages: list[AnyMessage], cutoff_index: int) -> tuple[list[AnyMessage], list[AnyMessage]]: ...
 def _find_safe_cutoff(self, messages: list[AnyMessage], messages_to_keep: int) -> int: ...
 @staticmethod
 def _find_safe_cutoff_point(messages: list[AnyMessage], cutoff_index: int) -> int: ...
 def _create_summary(self, messages_to_summarize: list[AnyMessage]) -> str: ...
 async def _acreate_summary(self, messages_to_summarize: list[AnyMessage]) -> str: ...
 def _format_summary_prompt(self, messages: list[AnyMessage]) -> str: ...
 def _overflow_retry_prompt(self, messages: list[AnyMessage]) -> str | None: ...
 def _trim_messages_for_summary(self, messages: list[AnyMessage]) -> list[AnyMessage]: ...
 model: _loopmend_9.BaseChatModel
 trigger: ContextSize | TriggerClause | list[ContextSize | TriggerClause] | None
 keep: tuple[str, float] | tuple[str, int]
 token_counter: _loopmend_1.Callable[..., int]
 summary_prompt: str
 trim_tokens_to_summarize: None | int
 summarizer: Runnable[list[AnyMessage], str] | None
 _summary_model: _loopmend_10.Runnable[_loopmend_1.Sequence | _loopmend_11.PromptValue | str, _loopmend_5.AIMessage]
 _trigger_clauses: list[_loopmend_2.TriggerClause]
 _trigger_conditions: list[tuple[str, float] | tuple[str, int]]
 _partial_token_counter: TokenCounter
 _summary_chat_model: _loopmend_9.BaseChatModel

=== langchain.agents.middleware.todo
import langchain.agents.middleware.types as _loopmend_1
import langchain_core.messages.ai as _loopmend_2
import langchain_core.tools.structured as _loopmend_3
import langgraph.types as _loopmend_0
from collections.abc import Awaitable, Callable
from typing import Annotated, Any, Literal, NotRequired, cast
from langchain_core.messages import AIMessage, SystemMessage, ToolMessage
from langchain_core.tools import InjectedToolCallId, StructuredTool, tool
from langgraph.runtime import Runtime
from langgraph.types import Command
from pydantic import BaseModel
from typing_extensions import TypedDict, override
from langchain.agents.middleware.types import ( AgentMiddleware, AgentState, ContextT, ModelRequest, ModelResponse, OmitFromInput, ResponseT, )
from langchain.tools import ToolRuntime
class Todo(TypedDict):
 content: str
 status: Literal["pending", "in_progress", "completed"]
class PlanningState(AgentState[ResponseT]):
 todos: NotRequired[list[Todo]]
class WriteTodosInput(BaseModel):
 todos: list[Todo]
WRITE_TODOS_TOOL_DESCRIPTION: str
WRITE_TODOS_SYSTEM_PROMPT: str
@tool(description=WRITE_TODOS_TOOL_DESCRIPTION)
def write_todos(todos: list[Todo], tool_call_id: str) -> Command[Any]: ...
def _write_todos(runtime: ToolRuntime[ContextT, PlanningState[ResponseT]], todos: list[Todo]) -> Command[Any]: ...
async def _awrite_todos(runtime: ToolRuntime[ContextT, PlanningState[ResponseT]], todos: list[Todo]) -> Command[Any]: ...
class TodoListMiddleware(AgentMiddleware[PlanningState[ResponseT], ContextT, ResponseT]):
 state_schema = PlanningState
 def __init__(self, *, system_prompt: str = ..., tool_description: str = ...) -> None: ...
 def wrap_model_call(self, request: ModelRequest[ContextT], handler: Callable[[ModelRequest[ContextT]], ModelResponse[ResponseT]]) -> ModelResponse[ResponseT] | AIMessage: ...
 async def awrap_model_call(self, request: ModelRequest[ContextT], handler: Callable[[ModelRequest[ContextT]], Awaitable[ModelResponse[ResponseT]]]) -> ModelResponse[ResponseT] | AIMessage: ...
 @override
 def after_model(self, state: PlanningState[ResponseT], runtime: Runtime[ContextT]) -> dict[str, Any] | None: ...
 @override
 async def aafter_model(self, state: PlanningState[ResponseT], runtime: Runtime[ContextT]) -> dict[str, Any] | None: ...
 system_prompt: str
 tool_description: str
 tools: list[_loopmend_3.StructuredTool]

=== langchain.agents.middleware.tool_call_limit
import langchain_core.messages.tool as _loopmend_0
from __future__ import annotations
from typing import TYPE_CHECKING, Annotated, Any, Literal, NotRequired
from langchain_core.messages import AIMessage, ToolCall, ToolMessage
from langgraph.channels.untracked_value import UntrackedValue
from langgraph.typing import ContextT
from typing_extensions import override
from langchain.agents.middleware.types import ( AgentMiddleware, AgentState, PrivateStateAttr, ResponseT, hook_config, )
if TYPE_CHECKING:
 from langgraph.runtime import Runtime
ExitBehavior = Literal["continue", "error", "end"]
class ToolCallLimitState(AgentState[ResponseT]):
 thread_tool_call_count: NotRequired[Annotated[dict[str, int], PrivateStateAttr]]
 run_tool_call_count: NotRequired[Annotated[dict[str, int], UntrackedValue, PrivateStateAttr]]
def _build_tool_message_content(tool_name: str | None) -> str: ...
def _build_final_ai_message_content(thread_count: int, run_count: int, thread_limit: int | None, run_limit: int | None, tool_name: str | None) -> str: ...
class ToolCallLimitExceededError(Exception):
 def __init__(self, thread_count: int, run_count: int, thread_limit: int | None, run_limit: int | None, tool_name: str | None = None) -> None: ...
 tool_name: None | str
 thread_count: int
 run_count: int
 thread_limit: None | int
 run_limit: None | int
class ToolCallLimitMiddleware(AgentMiddleware[ToolCallLimitState[ResponseT], ContextT, ResponseT]):
 state_schema = ToolCallLimitState
 def __init__(self, *, tool_name: str | None = None, thread_limit: int | None = None, run_limit: int | None = None, exit_behavior: ExitBehavior = ...) -> None: ...
 @property
 def name(self) -> str: ...
 def _would_exceed_limit(self, thread_count: int, run_count: int) -> bool: ...
 def _matches_tool_filter(self, tool_call: ToolCall) -> bool: ...
 def _separate_tool_calls(self, tool_calls: list[ToolCall], thread_count: int, run_count: int) -> tuple[list[ToolCall], list[ToolCall], int, int]: ...
 @override
 def after_model(self, state: ToolCallLimitState[ResponseT], runtime: Runtime[ContextT]) -> dict[str, Any] | None: ...
 async def aafter_model(self, state: ToolCallLimitState[ResponseT], runtime: Runtime[ContextT]) -> dict[str, Any] | None: ...
 tool_name: None | str
 thread_limit: None | int
 run_limit: None | int
 exit_behavior: str

=== langchain.agents.middleware.tool_emulator
import langchain_core.language_models.chat_models as _loopmend_2
import langchain_core.messages.tool as _loopmend_1
import langgraph.types as _loopmend_0
from __future__ import annotations
import warnings
from typing import TYPE_CHECKING, Any, Generic
from langchain_core.language_models.chat_models import BaseChatModel
from langchain_core.messages import HumanMessage, ToolMessage
from langgraph.constants import TAG_NOSTREAM
from langchain.agents.middleware.internal_call_transformer import internal_call_metadata
from langchain.agents.middleware.types import AgentMiddleware, AgentState, ContextT
from langchain.chat_models.base import init_chat_model
if TYPE_CHECKING:
 from collections.abc import Awaitable, Callable
 from langgraph.types import Command
 from langchain.agents.middleware.types import ToolCallRequest
 from langchain.tools import BaseTool
_DEFAULT_EMULATOR_MODEL = "anthropic:claude-sonnet-4-5-20250929"
class LLMToolEmulator(AgentMiddleware[AgentState[Any], ContextT], Generic[ContextT]):
 def __init__(self, *, tools: list[str | BaseTool] | None = None, model: str | BaseChatModel | None = None) -> None: ...
 def wrap_tool_call(self, request: ToolCallRequest, handler: Callable[[ToolCallRequest], ToolMessage | Command[Any]]) -> ToolMessage | Command[Any]: ...
 async def awrap_tool_call(self, request: ToolCallRequest, handler: Callable[[ToolCallRequest], Awaitable[ToolMessage | Command[Any]]]) -> ToolMessage | Command[Any]: ...
 model: _loopmend_2.BaseChatModel
 emulate_all: bool
 tools_to_emulate: set[str]

=== langchain.agents.middleware.tool_error
import langchain_core.messages.tool as _loopmend_1
import langgraph.types as _loopmend_0
import typing as _loopmend_2
from __future__ import annotations
from typing import TYPE_CHECKING, Any, cast
from langchain_core.messages import ToolMessage
from langgraph.errors import GraphBubbleUp
from langchain.agents.middleware.types import ( AgentMiddleware, AgentState, ContextT, ResponseT, TracePolicy, omit_payload, )
if TYPE_CHECKING:
 from collections.abc import Awaitable, Callable
 from langchain_core.messages import ContentBlock
 from langgraph.types import Command
 from langchain.agents.middleware.types import ToolCallRequest
 from langchain.tools import BaseTool
 OnError = Callable[[Exception, ToolCallRequest], str | list[ContentBlock] | None]
 AOnError = Callable[[Exception, ToolCallRequest], Awaitable[str | list[ContentBlock] | None]]
class ToolErrorMiddleware(AgentMiddleware[AgentState[ResponseT], ContextT, ResponseT]):
 trace_policy: _loopmend_0.TracePolicy
 def __init__(self, on_error: OnError | None = None, *, aon_error: AOnError | None = None, tools: list[BaseTool | str] | None = None) -> None: ...
 def _should_handle_tool(self, tool_name: str) -> bool: ...
 def wrap_tool_call(self, request: ToolCallRequest, handler: Callable[[ToolCallRequest], ToolMessage | Command[Any]]) -> ToolMessage | Command[Any]: ...
 async def awrap_tool_call(self, request: ToolCallRequest, handler: Callable[[ToolCallRequest], Awaitable[ToolMessage | Command[Any]]]) -> ToolMessage | Command[Any]: ...
 on_error: None | _loopmend_2.Callable[..., None | list | str]
 aon_error: None | _loopmend_2.Callable[..., _loopmend_2.Awaitable[_loopmend_2.Any]]
 tools: list
 _tool_filter: list[str] | None

=== langchain.agents.middleware.tool_retry
import langchain_core.messages.tool as _loopmend_0
import langgraph.types as _loopmend_1
import typing as _loopmend_2
from __future__ import annotations
import asyncio
import time
import warnings
from typing import TYPE_CHECKING, Any
from langchain_core.messages import ToolMessage
from langgraph.errors import GraphBubbleUp
from langchain.agents.middleware._retry import ( OnFailure, RetryOn, calculate_delay, default_retry_on, should_retry_exception, validate_retry_params, )
from langchain.agents.middleware.types import AgentMiddleware, AgentState, ContextT, ResponseT
if TYPE_CHECKING:
 from collections.abc import Awaitable, Callable
 from langgraph.types import Command
 from langchain.agents.middleware.types import ToolCallRequest
 from langchain.tools import BaseTool
class ToolRetryMiddleware(AgentMiddleware[AgentState[ResponseT], ContextT, ResponseT]):
 def __init__(self, *, max_retries: int = ..., tools: list[BaseTool | str] | None = None, retry_on: RetryOn = ..., on_failure: OnFailure = ..., backoff_factor: float = ..., initial_delay: float = ..., max_delay: float = ..., jitter: bool = ...) -> None: ...
 def _should_retry_tool(self, tool_name: str) -> bool: ...
 @staticmethod
 def _format_failure_message(tool_name: str, exc: Exception, attempts_made: int) -> str: ...
 def _handle_failure(self, tool_name: str, tool_call_id: str | None, exc: Exception, attempts_made: int) -> ToolMessage: ...
 def wrap_tool_call(self, request: ToolCallRequest, handler: Callable[[ToolCallRequest], ToolMessage | Command[Any]]) -> ToolMessage | Command[Any]: ...
 async def awrap_tool_call(self, request: ToolCallRequest, handler: Callable[[ToolCallRequest], Awaitable[ToolMessage | Command[Any]]]) -> ToolMessage | Command[Any]: ...
 max_retries: int
 tools: list
 retry_on: _loopmend_2.Callable[..., bool] | tuple
 on_failure: _loopmend_2.Callable[..., str] | str
 backoff_factor: float
 initial_delay: float
 max_delay: float
 jitter: bool
 _tool_filter: list[str] | None

=== langchain.agents.middleware.tool_selection
import langchain.agents.middleware.tool_selection as _loopmend_1
import langchain.agents.middleware.types as _loopmend_2
import langchain_core.messages.ai as _loopmend_5
import langgraph._internal._typing as _loopmend_3
import pydantic.main as _loopmend_4
import pydantic.type_adapter as _loopmend_0
import typing as _loopmend_6
from __future__ import annotations
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeGuard, Union
from langchain_core.language_models.chat_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage
from langgraph.constants import TAG_NOSTREAM
from pydantic import Field, TypeAdapter
from typing_extensions import TypedDict
from langchain.agents.middleware.internal_call_transformer import internal_call_metadata
from langchain.agents.middleware.types import ( AgentMiddleware, AgentState, ContextT, ModelRequest, ModelResponse, ResponseT, )
from langchain.chat_models.base import init_chat_model
if TYPE_CHECKING:
 from collections.abc import Awaitable
 from langchain_core.runnables import RunnableConfig
 from langchain.tools import BaseTool
logger = logging.getLogger(__name__)
DEFAULT_SYSTEM_PROMPT: str
OnParsingFailure = Literal["error", "none", "all"] | list[str] | Callable[[Any], list[str]]
@dataclass
class _SelectionRequest:
 available_tools: list[BaseTool]
 system_message: str
 last_user_message: HumanMessage
 model: BaseChatModel
 valid_tool_names: list[str]
def _create_tool_selection_response(tools: list[BaseTool]) -> TypeAdapter[Any]: ...
def _is_valid_selection_response(response: Any) -> TypeGuard[dict[str, Any]]: ...
def _render_tool_list(tools: list[BaseTool]) -> str: ...
class LLMToolSelectorMiddleware(AgentMiddleware[AgentState[ResponseT], ContextT, ResponseT]):
 def __init__(self, *, model: str | BaseChatModel | None = None, system_prompt: str = ..., max_tools: int | None = None, always_include: list[str] | None = None, max_retries: int = ..., on_parsing_failure: OnParsingFailure = ...) -> None: ...
 def _prepare_selection_request(self, request: ModelRequest[ContextT]) -> _SelectionRequest | None: ...
 def _process_selection_response(self, response: dict[str, Any], available_tools: list[BaseTool], valid_tool_names: list[str], request: ModelRequest[ContextT], *, apply_max_tools: bool = ...) -> ModelRequest[ContextT]: ...
 def _resolve_parsing_failure(self, response: Any, valid_tool_names: list[str]) -> list[str]: ...
 def wrap_model_call(self, request: ModelRequest[ContextT], handler: Callable[[ModelRequest[ContextT]], ModelResponse[ResponseT]]) -> ModelResponse[ResponseT] | AIMessage: ...
 async def awrap_model_call(self, request: ModelRequest[ContextT], handler: Callable[[ModelRequest[ContextT]], Awaitable[ModelResponse[ResponseT]]]) -> ModelResponse[ResponseT] | AIMessage: ...
 model: BaseChatModel | None
 system_prompt: str
 max_tools: None | int
 always_include: list | list[str]
 max_retries: int
 on_parsing_failure: _loopmend_6.Callable[..., list[str]] | list[str] | str

=== langchain.agents.middleware.types
import langchain.agents.middleware.types as _loopmend_0
import langchain_core.messages.ai as _loopmend_3
import langchain_core.messages.tool as _loopmend_5
import langgraph._internal._typing as _loopmend_1
import langgraph.types as _loopmend_4
import pydantic.main as _loopmend_2
import typing as _loopmend_6
from __future__ import annotations
import warnings
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from inspect import iscoroutinefunction
from typing import ( TYPE_CHECKING, Annotated, Any, Generic, Literal, NotRequired, Required, cast, overload, )
from langchain_core.messages import ( AIMessage, AnyMessage, BaseMessage, SystemMessage, ToolMessage, )
from langgraph.channels.ephemeral_value import EphemeralValue
from langgraph.graph.message import add_messages
from langgraph.prebuilt.tool_node import ToolCallRequest, ToolCallWrapper
from langgraph.runtime import Runtime
from langgraph.types import Command, TracePolicy, omit_payload
from langgraph.typing import ContextT
from typing_extensions import TypedDict, TypeVar, Unpack
if TYPE_CHECKING:
 from langchain_core.language_models.chat_models import BaseChatModel
 from langchain_core.tools import BaseTool
 from langgraph.stream._mux import TransformerFactory
 from langchain.agents.structured_output import ResponseFormat
__all__ = [ "AgentMiddleware", "AgentState", "ContextT", "ExtendedModelResponse", "InputAgentState", "ModelCallResult", "ModelRequest", "ModelResponse", "OmitFromSchema", "OutputAgentState", "ResponseT", "StateT_co", "ToolCallRequest", "ToolCallWrapper", "TracePolicy", "after_agent", "after_model", "before_agent", "before_model", "dynamic_prompt", "hook_config", "omit_payload", "wrap_tool_call", ]
JumpTo = Literal["tools", "model", "end"]
ResponseT = TypeVar("ResponseT", default=Any)
class _ModelRequestOverrides(TypedDict, total=False):
 model: BaseChatModel
 system_message: SystemMessage | None
 messages: list[AnyMessage]
 tool_choice: Any | None
 tools: list[BaseTool | dict[str, Any]]
 response_format: ResponseFormat[Any] | None
 model_settings: dict[str, Any]
 state: AgentState[Any]
@dataclass(init=False)
class ModelRequest(Generic[ContextT]):
 model: BaseChatModel
 messages: list[AnyMessage]
 system_message: SystemMessage | None
 tool_choice: Any | None
 tools: list[BaseTool | dict[str, Any]]
 response_format: ResponseFormat[Any] | None
 state: AgentState[Any]
 runtime: Runtime[ContextT]
 model_settings: dict[str, Any] = field(default_factory=dict)
 def __init__(self, *, model: BaseChatModel, messages: list[AnyMessage], system_message: SystemMessage | None = None, system_prompt: str | None = None, tool_choice: Any | None = None, tools: list[BaseTool | dict[str, Any]] | None = None, response_format: ResponseFormat[Any] | None = None, state: AgentState[Any] | None = None, runtime: Runtime[ContextT] | None = None, model_settings: dict[str, Any] | None = None) -> None: ...
 @property
 def system_prompt(self) -> str | None: ...
 def __setattr__(self, name: str, value: Any) -> None: ...
 def override(self, **overrides: Unpack[_ModelRequestOverrides]) -> ModelRequest[ContextT]: ...
@dataclass
class ModelResponse(Generic[ResponseT]):
 result: list[BaseMessage]
 structured_response: ResponseT | None = None
@dataclass
class ExtendedModelResponse(Generic[ResponseT]):
 model_response: ModelResponse[ResponseT]
 command: Command[Any] | None = None
ModelCallResult = ModelResponse[ResponseT] | AIMessage | ExtendedModelResponse[ResponseT]
@dataclass
class OmitFromSchema:
 input: bool = True
 output: bool = True
OmitFromInput: _loopmend_0.OmitFromSchema
OmitFromOutput: _loopmend_0.OmitFromSchema
PrivateStateAttr: _loopmend_0.OmitFromSchema
class AgentState(TypedDict, Generic[ResponseT]):
 messages: Required[Annotated[list[AnyMessage], add_messages]]
 jump_to: NotRequired[Annotated[JumpTo | None, EphemeralValue, PrivateStateAttr]]
 structured_response: NotRequired[Annotated[ResponseT, OmitFromInput]]
class InputAgentState(TypedDict):
 messages: Required[Annotated[list[AnyMessage | dict[str, Any]], add_messages]]
class OutputAgentState(TypedDict, Generic[ResponseT]):
 messages: Required[Annotated[list[AnyMessage], add_messages]]
 structured_response: NotRequired[ResponseT]
_InputAgentState = InputAgentState
_OutputAgentState = OutputAgentState
StateT = TypeVar("StateT", bound=AgentState[Any], default=AgentState[Any])
StateT_co = TypeVar("StateT_co", bound=AgentState[Any], default=AgentState[Any], covariant=True)
StateT_contra = TypeVar("StateT_contra", bound=AgentState[Any], contravariant=True)
class _DefaultAgentState(AgentState[Any]):
 ...
class AgentMiddleware(Generic[StateT, ContextT, ResponseT]):
 state_schema: type[StateT] = cast("type[StateT]", _DefaultAgentState)
 tools: Sequence[BaseTool]
 trace_policy: TracePolicy | None = None
 transformers: Sequence[TransformerFactory] = ...
 @property
 def name(self) -> str: ...
 def before_agent(self, state: StateT, runtime: Runtime[ContextT]) -> dict[str, Any] | None: ...
 async def abefore_agent(self, state: StateT, runtime: Runtime[ContextT]) -> dict[str, Any] | None: ...
 def before_model(self, state: StateT, runtime: Runtime[ContextT]) -> dict[str, Any] | None: ...
 async def abefore_model(self, state: StateT, runtime: Runtime[ContextT]) -> dict[str, Any] | None: ...
 def after_model(self, state: StateT, runtime: Runtime[ContextT]) -> dict[str, Any] | None: ...
 async def aafter_model(self, state: StateT, runtime: Runtime[ContextT]) -> dict[str, Any] | None: ...
 def wrap_model_call(self, request: ModelRequest[ContextT], handler: Callable[[ModelRequest[ContextT]], ModelResponse[ResponseT]]) -> ModelResponse[ResponseT] | AIMessage | ExtendedModelResponse[ResponseT]: ...
 async def awrap_model_call(self, request: ModelRequest[ContextT], handler: Callable[[ModelRequest[ContextT]], Awaitable[ModelResponse[ResponseT]]]) -> ModelResponse[ResponseT] | AIMessage | ExtendedModelResponse[ResponseT]: ...
 def after_agent(self, state: StateT, runtime: Runtime[ContextT]) -> dict[str, Any] | None: ...
 async def aafter_agent(self, state: StateT, runtime: Runtime[ContextT]) -> dict[str, Any] | None: ...
 def wrap_tool_call(self, request: ToolCallRequest, handler: Callable[[ToolCallRequest], ToolMessage | Command[Any]]) -> ToolMessage | Command[Any]: ...
 async def awrap_tool_call(self, request: ToolCallRequest, handler: Callable[[ToolCallRequest], Awaitable[ToolMessage | Command[Any]]]) -> ToolMessage | Command[Any]: ...
_SyncCallableWithStateAndRuntime = Callable[ [StateT_contra, Runtime[ContextT]], dict[str, Any] | Command[Any] | None ]
_AsyncCallableWithStateAndRuntime = Callable[ [StateT_contra, Runtime[ContextT]], Awaitable[dict[str, Any] | Command[Any] | None] ]
_CallableWithStateAndRuntime = _SyncCallableWithStateAndRuntime[StateT_contra, ContextT] | _AsyncCallableWithStateAndRuntime[StateT_contra, ContextT]
_SyncCallableReturningSystemMessage = Callable[[ModelRequest[ContextT]], str | SystemMessage]
_AsyncCallableReturningSystemMessage = Callable[ [ModelRequest[ContextT]], Awaitable[str | SystemMessage] ]
_CallableReturningSystemMessage = _SyncCallableReturningSystemMessage[ContextT] | _AsyncCallableReturningSystemMessage[ContextT]
_SyncCallableReturningModelResponse = Callable[ [ModelRequest[ContextT], Callable[[ModelRequest[ContextT]], ModelResponse[ResponseT]]], ModelCallResult, ]
_AsyncCallableReturningModelResponse = Callable[ [ ModelRequest[ContextT], Callable[[ModelRequest[ContextT]], Awaitable[ModelResponse[ResponseT]]], ], Awaitable[ModelCallResult], ]
_CallableReturningModelResponse = _SyncCallableReturningModelResponse[ContextT, ResponseT] | _AsyncCallableReturningModelResponse[ContextT, ResponseT]
_SyncCallableReturningToolResponse = Callable[ [ToolCallRequest, Callable[[ToolCallRequest], ToolMessage | Command[Any]]], ToolMessage | Command[Any], ]
_AsyncCallableReturningToolResponse = Callable[ [ToolCallRequest, Callable[[ToolCallRequest], Awaitable[ToolMessage | Command[Any]]]], Awaitable[ToolMessage | Command[Any]], ]
_CallableReturningToolResponse = _SyncCallableReturningToolResponse | _AsyncCallableReturningToolResponse
CallableT = TypeVar("CallableT", bound=Callable[..., Any])
def hook_config(*, can_jump_to: list[JumpTo] | None = None) -> _loopmend_6.Callable[..., _loopmend_6.Callable[..., _loopmend_6.Any]]: ...
@overload
def before_model(func: _CallableWithStateAndRuntime[StateT, ContextT]) -> AgentMiddleware[StateT, ContextT]: ...
@overload
def before_model(func: None = None, *, state_schema: type[StateT] | None = None, tools: list[BaseTool] | None = None, can_jump_to: list[JumpTo] | None = None, name: str | None = None) -> Callable[ [_CallableWithStateAndRuntime[StateT, ContextT]], AgentMiddleware[StateT, ContextT] ]: ...
def before_model(func: _CallableWithStateAndRuntime[StateT, ContextT] | None = None, *, state_schema: type[StateT] | None = None, tools: list[BaseTool] | None = None, can_jump_to: list[JumpTo] | None = None, name: str | None = None) -> Callable[[_CallableWithStateAndRuntime[StateT, ContextT]], AgentMiddleware[StateT, ContextT]] | AgentMiddleware[StateT, ContextT]: ...
@overload
def after_model(func: _CallableWithStateAndRuntime[StateT, ContextT]) -> AgentMiddleware[StateT, ContextT]: ...
@overload
def after_model(func: None = None, *, state_schema: type[StateT] | None = None, tools: list[BaseTool] | None = None, can_jump_to: list[JumpTo] | None = None, name: str | None = None) -> Callable[ [_CallableWithStateAndRuntime[StateT, ContextT]], AgentMiddleware[StateT, ContextT] ]: ...
def after_model(func: _CallableWithStateAndRuntime[StateT, ContextT] | None = None, *, state_schema: type[StateT] | None = None, tools: list[BaseTool] | None = None, can_jump_to: list[JumpTo] | None = None, name: str | None = None) -> Callable[[_CallableWithStateAndRuntime[StateT, ContextT]], AgentMiddleware[StateT, ContextT]] | AgentMiddleware[StateT, ContextT]: ...
@overload
def before_agent(func: _CallableWithStateAndRuntime[StateT, ContextT]) -> AgentMiddleware[StateT, ContextT]: ...
@overload
def before_agent(func: None = None, *, state_schema: type[StateT] | None = None, tools: list[BaseTool] | None = None, can_jump_to: list[JumpTo] | None = None, name: str | None = None) -> Callable[ [_CallableWithStateAndRuntime[StateT, ContextT]], AgentMiddleware[StateT, ContextT] ]: ...
def before_agent(func: _CallableWithStateAndRuntime[StateT, ContextT] | None = None, *, state_schema: type[StateT] | None = None, tools: list[BaseTool] | None = None, can_jump_to: list[JumpTo] | None = None, name: str | None = None) -> Callable[[_CallableWithStateAndRuntime[StateT, ContextT]], AgentMiddleware[StateT, ContextT]] | AgentMiddleware[StateT, ContextT]: ...
@overload
def after_agent(func: _CallableWithStateAndRuntime[StateT, ContextT]) -> AgentMiddleware[StateT, ContextT]: ...
@overload
def after_agent(func: None = None, *, state_schema: type[StateT] | None = None, tools: list[BaseTool] | None = None, can_jump_to: list[JumpTo] | None = None, name: str | None = None) -> Callable[ [_CallableWithStateAndRuntime[StateT, ContextT]], AgentMiddleware[StateT, ContextT] ]: ...
def after_agent(func: _CallableWithStateAndRuntime[StateT, ContextT] | None = None, *, state_schema: type[StateT] | None = None, tools: list[BaseTool] | None = None, can_jump_to: list[JumpTo] | None = None, name: str | None = None) -> Callable[[_CallableWithStateAndRuntime[StateT, ContextT]], AgentMiddleware[StateT, ContextT]] | AgentMiddleware[StateT, ContextT]: ...
@overload
def dynamic_prompt(func: _CallableReturningSystemMessage[ContextT]) -> AgentMiddleware[StateT, ContextT]: ...
@overload
def dynamic_prompt(func: None = None) -> Callable[ [_CallableReturningSystemMessage[ContextT]], AgentMiddleware[StateT, ContextT], ]: ...
def dynamic_prompt(func: _CallableReturningSystemMessage[ContextT] | None = None) -> Callable[ [_CallableReturningSystemMessage[ContextT]], AgentMiddleware[StateT, ContextT], ] | AgentMiddleware[StateT, ContextT]: ...
@overload
def wrap_model_call(func: _CallableReturningModelResponse[ContextT, ResponseT]) -> AgentMiddleware[StateT, ContextT]: ...
@overload
def wrap_model_call(func: None = None, *, state_schema: type[StateT] | None = None, tools: list[BaseTool] | None = None, name: str | None = None) -> Callable[ [_CallableReturningModelResponse[ContextT, ResponseT]], AgentMiddleware[StateT, ContextT], ]: ...
def wrap_model_call(func: _CallableReturningModelResponse[ContextT, ResponseT] | None = None, *, state_schema: type[StateT] | None = None, tools: list[BaseTool] | None = None, name: str | None = None) -> Callable[ [_CallableReturningModelResponse[ContextT, ResponseT]], AgentMiddleware[StateT, ContextT], ] | AgentMiddleware[StateT, ContextT]: ...
@overload
def wrap_tool_call(func: _CallableReturningToolResponse) -> AgentMiddleware[StateT, ContextT]: ...
@overload
def wrap_tool_call(func: None = None, *, state_schema: type[StateT] | None = None, tools: list[BaseTool] | None = None, name: str | None = None) -> Callable[ [_CallableReturningToolResponse], AgentMiddleware[StateT, ContextT], ]: ...
def wrap_tool_call(func: _CallableReturningToolResponse | None = None, *, state_schema: type[StateT] | None = None, tools: list[BaseTool] | None = None, name: str | None = None) -> Callable[ [_CallableReturningToolResponse], AgentMiddleware[StateT, ContextT], ] | AgentMiddleware[StateT, ContextT]: ...

=== langchain.chat_models package
from langchain_core.language_models import BaseChatModel
from langchain.chat_models.base import init_chat_model
__all__ = ["BaseChatModel", "init_chat_model"]

=== langchain.chat_models.base
import langchain.chat_models.base as _loopmend_3
import langchain_core.language_models.chat_models as _loopmend_0
import langchain_core.messages.ai as _loopmend_7
import langchain_core.prompt_values as _loopmend_6
import langchain_core.runnables.base as _loopmend_4
import langchain_core.tracers.log_stream as _loopmend_5
import pydantic.main as _loopmend_8
import types as _loopmend_1
import typing as _loopmend_2
from __future__ import annotations
import functools
import importlib
import warnings
from typing import ( TYPE_CHECKING, Any, Literal, TypeAlias, cast, overload, )
from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.messages import AIMessage, AnyMessage
from langchain_core.prompt_values import ChatPromptValueConcrete, StringPromptValue
from langchain_core.runnables import Runnable, RunnableConfig, ensure_config
from langchain_core.utils._gateway import _apply_gateway_config
from typing_extensions import override
_LANGSMITH_GATEWAY_DEFAULT_BASE = "https://gateway.smith.langchain.com/v1"
def _init_langsmith(cls: type[BaseChatModel], **kwargs: Any) -> BaseChatModel: ...
if TYPE_CHECKING:
 from collections.abc import AsyncIterator, Callable, Iterator, Sequence
 from types import ModuleType
 from langchain_core.runnables.schema import StreamEvent
 from langchain_core.tools import BaseTool
 from langchain_core.tracers import RunLog, RunLogPatch
 from pydantic import BaseModel
def _call(cls: type[BaseChatModel], **kwargs: Any) -> BaseChatModel: ...
_BUILTIN_PROVIDERS: dict[str, tuple[str, str, Callable[..., BaseChatModel]]] = ...
def _import_module(module: str, class_name: str) -> ModuleType: ...
@functools.lru_cache(maxsize=len(_BUILTIN_PROVIDERS))
def _get_chat_model_creator(provider: str) -> Callable[..., BaseChatModel]: ...
@overload
def init_chat_model(model: str, *, model_provider: str | None = None, configurable_fields: None = None, config_prefix: str | None = None, **kwargs: Any) -> BaseChatModel: ...
@overload
def init_chat_model(model: None = None, *, model_provider: str | None = None, configurable_fields: None = None, config_prefix: str | None = None, **kwargs: Any) -> _ConfigurableModel: ...
@overload
def init_chat_model(model: str | None = None, *, model_provider: str | None = None, configurable_fields: Literal["any"] | list[str] | tuple[str, ...] = ..., config_prefix: str | None = None, **kwargs: Any) -> _ConfigurableModel: ...
def init_chat_model(model: str | None = None, *, model_provider: str | None = None, configurable_fields: Literal["any"] | list[str] | tuple[str, ...] | None = None, config_prefix: str | None = None, **kwargs: Any) -> BaseChatModel | _ConfigurableModel: ...
def _init_chat_model_helper(model: str, *, model_provider: str | None = None, **kwargs: Any) -> BaseChatModel: ...
def _attempt_infer_model_provider(model_name: str) -> str | None: ...
def _parse_model(model: str, model_provider: str | None) -> tuple[str, str]: ...
def _remove_prefix(s: str, prefix: str) -> str: ...
_DECLARATIVE_METHODS: tuple[str, str]
class _ConfigurableModel(Runnable[LanguageModelInput, Any]):
 def __init__(self, *, default_config: dict[str, Any] | None = None, configurable_fields: Literal["any"] | list[str] | tuple[str, ...] = ..., config_prefix: str = ..., queued_declarative_operations: Sequence[tuple[str, tuple[Any, ...], dict[str, Any]]] = ...) -> None: ...
 def __getattr__(self, name: str) -> Any: ...
 def _model(self, config: RunnableConfig | None = None) -> Runnable[Any, Any]: ...
 def _model_params(self, config: RunnableConfig | None) -> dict[str, Any]: ...
 def with_config(self, config: RunnableConfig | None = None, **kwargs: Any) -> _ConfigurableModel: ...
 @property
 @override
 def InputType(self) -> TypeAlias: ...
 @override
 def invoke(self, input: LanguageModelInput, config: RunnableConfig | None = None, **kwargs: Any) -> Any: ...
 @override
 async def ainvoke(self, input: LanguageModelInput, config: RunnableConfig | None = None, **kwargs: Any) -> Any: ...
 @override
 def stream(self, input: LanguageModelInput, config: RunnableConfig | None = None, **kwargs: Any | None) -> Iterator[Any]: ...
 @override
 def astream(self, input: LanguageModelInput, config: RunnableConfig | None = None, **kwargs: Any | None) -> AsyncIterator[Any]: ...
 def batch(self, inputs: list[LanguageModelInput], config: RunnableConfig | list[RunnableConfig] | None = None, *, return_exceptions: bool = ..., **kwargs: Any | None) -> list[Any]: ...
 async def abatch(self, inputs: list[LanguageModelInput], config: RunnableConfig | list[RunnableConfig] | None = None, *, return_exceptions: bool = ..., **kwargs: Any | None) -> list[Any]: ...
 def batch_as_completed(self, inputs: Sequence[LanguageModelInput], config: RunnableConfig | Sequence[RunnableConfig] | None = None, *, return_exceptions: bool = ..., **kwargs: Any) -> Iterator[tuple[int, Any | Exception]]: ...
 def abatch_as_completed(self, inputs: Sequence[LanguageModelInput], config: RunnableConfig | Sequence[RunnableConfig] | None = None, *, return_exceptions: bool = ..., **kwargs: Any) -> AsyncIterator[tuple[int, Any]]: ...
 @override
 def transform(self, input: Iterator[LanguageModelInput], config: RunnableConfig | None = None, **kwargs: Any | None) -> Iterator[Any]: ...
 @override
 def atransform(self, input: AsyncIterator[LanguageModelInput], config: RunnableConfig | None = None, **kwargs: Any | None) -> AsyncIterator[Any]: ...
 @overload
 @override
 def astream_log(self, input: Any, config: RunnableConfig | None = None, *, diff: Literal[True] = ..., with_streamed_output_list: bool = ..., include_names: Sequence[str] | None = None, include_types: Sequence[str] | None = None, include_tags: Sequence[str] | None = None, exclude_names: Sequence[str] | None = None, exclude_types: Sequence[str] | None = None, exclude_tags: Sequence[str] | None = None, **kwargs: Any) -> AsyncIterator[RunLogPatch]: ...
 @overload
 @override
 def astream_log(self, input: Any, config: RunnableConfig | None = None, *, diff: Literal[False], with_streamed_output_list: bool = ..., include_names: Sequence[str] | None = None, include_types: Sequence[str] | None = None, include_tags: Sequence[str] | None = None, exclude_names: Sequence[str] | None = None, exclude_types: Sequence[str] | None = None, exclude_tags: Sequence[str] | None = None, **kwargs: Any) -> AsyncIterator[RunLog]: ...
 @override
 def astream_log(self, input: Any, config: RunnableConfig | None = None, *, diff: bool = ..., with_streamed_output_list: bool = ..., include_names: Sequence[str] | None = None, include_types: Sequence[str] | None = None, include_tags: Sequence[str] | None = None, exclude_names: Sequence[str] | None = None, exclude_types: Sequence[str] | None = None, exclude_tags: Sequence[str] | None = None, **kwargs: Any) -> AsyncIterator[RunLogPatch] | AsyncIterator[RunLog]: ...
 @override
 def astream_events(self, input: Any, config: RunnableConfig | None = None, *, version: Literal["v1", "v2"] = ..., include_names: Sequence[str] | None = None, include_types: Sequence[str] | None = None, include_tags: Sequence[str] | None = None, exclude_names: Sequence[str] | None = None, exclude_types: Sequence[str] | None = None, exclude_tags: Sequence[str] | None = None, **kwargs: Any) -> AsyncIterator[StreamEvent]: ...
 def bind_tools(self, tools: Sequence[dict[str, Any] | type[BaseModel] | Callable[..., Any] | BaseTool], **kwargs: Any) -> Runnable[LanguageModelInput, AIMessage]: ...
 def with_structured_output(self, schema: dict[str, Any] | type[BaseModel], **kwargs: Any) -> Runnable[LanguageModelInput, dict[str, Any] | BaseModel]: ...
 _default_config: dict[str, Any]
 _configurable_fields: Literal["any"] | list[str]
 _config_prefix: str
 _queued_declarative_operations: list[tuple[str, tuple[Any, ...], dict[str, Any]]]

=== langchain.mcp package
import warnings
from langchain_core._api import LangChainBetaWarning, beta_decorator
from langchain.mcp.adapter import MCPAdapter
from langchain.mcp.tools import MCPToolArtifact, as_langchain_tool
_suppression = getattr(beta_decorator, "_SUPPRESSING_LANGCHAIN_BETA_WARNING", None)
if _suppression is None or not _suppression.get():
 ...
__all__ = [ "MCPAdapter", "MCPToolArtifact", "as_langchain_tool", ]

=== langchain.mcp.adapter
import langchain.mcp.adapter as _loopmend_0
import langchain_core.tools.base as _loopmend_1
from __future__ import annotations
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self, TypeAlias
from pydantic import AnyUrl, TypeAdapter, ValidationError
from langchain.mcp.elicitation import _arm_for_interrupts
from langchain.mcp.tools import as_langchain_tool
try:
 from fastmcp.client import Client as FastMCPClient
 from fastmcp.client.group import ClientGroup
 from fastmcp.client.transports import ClientTransport
 from fastmcp.mcp_config import MCPConfig
 from mcp.server.mcpserver import MCPServer
except ImportError:
 msg: str
if TYPE_CHECKING:
 from types import TracebackType
 from fastmcp import FastMCP
 from langchain_core.tools import BaseTool
 from mcp.client.caching import CacheMode
else:
 try:
  from fastmcp import FastMCP
 except ImportError:
  FastMCP = Any
MCPAdapterTarget: TypeAlias = FastMCPClient[Any] | ClientGroup | ClientTransport | FastMCP | MCPServer | AnyUrl | Path | MCPConfig | dict[str, Any] | str
_URL_SCHEMES: Final = frozenset({"http", "https"})
_ANY_URL: Final = ...
def _validate_url_target(target: str) -> None: ...
class MCPAdapter:
 def __init__(self, target: MCPAdapterTarget) -> None: ...
 @property
 def client(self) -> FastMCPClient[Any] | ClientGroup: ...
 async def __aenter__(self) -> Self: ...
 async def __aexit__(self, exc_type: type[BaseException] | None, exc_value: BaseException | None, traceback: TracebackType | None) -> None: ...
 async def list_tools(self, *, cache_mode: CacheMode = ...) -> list[BaseTool]: ...
 _client: FastMCPClient[Any] | ClientGroup
__all__ = ["MCPAdapter", "MCPAdapterTarget"]

=== langchain.mcp.elicitation
import langchain.mcp.elicitation as _loopmend_0
import mcp.client.session as _loopmend_2
import typing as _loopmend_1
from __future__ import annotations
import warnings
from typing import TYPE_CHECKING, Any, Final, Literal, NotRequired, TypeAlias, TypedDict, TypeVar
from fastmcp.client.group import ClientGroup
from langgraph.types import interrupt
from mcp.types import ( CallToolResult, ElicitRequest, ElicitRequestFormParams, ElicitResult, InputRequiredResult, InputResponses, )
from mcp.types.version import LATEST_MODERN_VERSION, is_version_at_least
if TYPE_CHECKING:
 from collections.abc import Coroutine
 from fastmcp.client import Client
 from mcp.client.session import ClientSession
 from mcp.types import InputRequest
_ResultT = TypeVar("_ResultT")
ELICITATION_INTERRUPT_TYPE: Final = "mcp_elicitation"
_ACTIONS: Final = ...
MCPFormContent: TypeAlias = dict[str, str | int | float | bool | list[str] | None]
class MCPElicitationFormRequest(TypedDict):
 key: str
 message: str
 mode: Literal["form"]
 requested_schema: dict[str, Any]
class MCPElicitationUrlRequest(TypedDict):
 key: str
 message: str
 mode: Literal["url"]
 url: str
MCPElicitationRequest: TypeAlias = MCPElicitationFormRequest | MCPElicitationUrlRequest
class MCPElicitationInterrupt(TypedDict):
 type: Literal["mcp_elicitation"]
 tool_name: str
 requests: list[MCPElicitationRequest]
class MCPElicitationAccept(TypedDict):
 action: Literal["accept"]
 content: NotRequired[MCPFormContent | None]
class MCPElicitationDecline(TypedDict):
 action: Literal["decline"]
class MCPElicitationCancel(TypedDict):
 action: Literal["cancel"]
MCPElicitationResponse: TypeAlias = MCPElicitationAccept | MCPElicitationDecline | MCPElicitationCancel
class MCPElicitationResume(TypedDict):
 responses: dict[str, MCPElicitationResponse]
def _describe_request(key: str, request: ElicitRequest) -> MCPElicitationRequest: ...
def _elicit_requests(requests: dict[str, InputRequest], tool_name: str) -> dict[str, ElicitRequest]: ...
def _build_responses(requests: dict[str, ElicitRequest], answers: dict[str, MCPElicitationResponse], tool_name: str) -> dict: ...
_ARMED_MARKER: Final = "_langchain_mcp_interrupt_armed"
async def _declare_elicitation_capability(*_: object) -> dict[str, Any]: ...
def _arm_for_interrupts(client: Client[Any]) -> None: ...
def _drives_interrupts(client: Client[Any]) -> bool: ...
async def _await_monitored(client: Client[Any], coro: Coroutine[Any, Any, _ResultT]) -> _ResultT: ...
async def _resolve_session(client: Client[Any] | ClientGroup, tool_name: str) -> tuple[Client[Any], ClientSession, str]: ...
async def _call_tool_with_interrupts(client: Client[Any] | ClientGroup, tool_name: str, arguments: dict[str, Any]) -> CallToolResult: ...
__all__ = [ "ELICITATION_INTERRUPT_TYPE", "MCPElicitationAccept", "MCPElicitationCancel", "MCPElicitationDecline", "MCPElicitationFormRequest", "MCPElicitationInterrupt", "MCPElicitationRequest", "MCPElicitationResponse", "MCPElicitationResume", "MCPElicitationUrlRequest", "MCPFormContent", ]

=== langchain.mcp.tools
import langchain.mcp.tools as _loopmend_1
import langchain_core.messages.content as _loopmend_0
import langchain_core.tools.base as _loopmend_2
from __future__ import annotations
from typing import TYPE_CHECKING, Any, Protocol, TypedDict
from fastmcp.client.group import ClientGroup
from langchain_core.messages.content import ( FileContentBlock, ImageContentBlock, TextContentBlock, create_file_block, create_image_block, create_text_block, )
from langchain_core.tools import BaseTool, StructuredTool, ToolException
from mcp.types import ( AudioContent, BlobResourceContents, ContentBlock, EmbeddedResource, ImageContent, ResourceLink, TextContent, TextResourceContents, )
from langchain.mcp.elicitation import _call_tool_with_interrupts, _drives_interrupts
if TYPE_CHECKING:
 from fastmcp.client import Client
 from mcp.types import Tool
class _ToolCallResult(Protocol):
 content: list[ContentBlock]
 structured_content: dict[str, Any] | None
 is_error: bool
ToolMessageContentBlock = TextContentBlock | ImageContentBlock | FileContentBlock
class MCPToolArtifact(TypedDict):
 structured_content: Any
def _summarize_tool_error(tool_content: list[ToolMessageContentBlock]) -> str: ...
class _MCPToolExecutionError(ToolException):
 def __init__(self, tool_content: list[ToolMessageContentBlock]) -> None: ...
 tool_content: list[_loopmend_0.FileContentBlock | _loopmend_0.ImageContentBlock | _loopmend_0.TextContentBlock]
def _handle_mcp_tool_error(error: ToolException) -> list[ToolMessageContentBlock]: ...
def _convert_content_block(content: ContentBlock) -> ToolMessageContentBlock: ...
def _convert_call_tool_result(result: _ToolCallResult) -> tuple[list[ToolMessageContentBlock], MCPToolArtifact | None]: ...
def _tool_metadata(tool: Tool, client: Client[Any] | None) -> dict[str, Any] | None: ...
def _normalize_mcp_schema(schema: dict[str, Any]) -> dict[str, Any]: ...
async def as_langchain_tool(tool: Tool, client: Client[Any] | ClientGroup) -> BaseTool: ...
__all__ = ["MCPToolArtifact", "as_langchain_tool"]

