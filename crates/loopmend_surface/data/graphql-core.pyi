# graphql-core 3.3.2 MIT
=== graphql package
from .version import version, version_info, version_js, version_info_js
from .pyutils import ( AbortController, AbortError, AbortSignal, Undefined, UndefinedType, )
from .error import ( GraphQLError, GraphQLErrorExtensions, GraphQLFormattedError, GraphQLFormattedErrorExtensions, GraphQLSyntaxError, located_error, )
from .language import ( Source, get_location, print_location, print_source_location, Lexer, TokenKind, parse, parse_value, parse_const_value, parse_type, parse_schema_coordinate, print_ast, visit, ParallelVisitor, Visitor, VisitorAction, VisitorKeyMap, BREAK, SKIP, REMOVE, IDLE, DirectiveLocation, is_definition_node, is_executable_definition_node, is_selection_node, is_value_node, is_const_value_node, is_type_node, is_type_system_definition_node, is_type_definition_node, is_type_system_extension_node, is_type_extension_node, is_schema_coordinate_node, is_subscription_operation_definition_node, SourceLocation, Location, Token, Node, NameNode, DocumentNode, DefinitionNode, ExecutableDefinitionNode, OperationDefinitionNode, OperationType, VariableDefinitionNode, VariableNode, SelectionSetNode, SelectionNode, FieldNode, ArgumentNode, FragmentArgumentNode, ConstArgumentNode, FragmentSpreadNode, InlineFragmentNode, FragmentDefinitionNode, ValueNode, ConstValueNode, IntValueNode, FloatValueNode, StringValueNode, BooleanValueNode, NullValueNode, EnumValueNode, ListValueNode, ConstListValueNode, ObjectValueNode, ConstObjectValueNode, ObjectFieldNode, ConstObjectFieldNode, DirectiveNode, ConstDirectiveNode, TypeNode, NamedTypeNode, ListTypeNode, NonNullTypeNode, TypeSystemDefinitionNode, SchemaDefinitionNode, OperationTypeDefinitionNode, TypeDefinitionNode, ScalarTypeDefinitionNode, ObjectTypeDefinitionNode, FieldDefinitionNode, InputValueDefinitionNode, InterfaceTypeDefinitionNode, UnionTypeDefinitionNode, EnumTypeDefinitionNode, EnumValueDefinitionNode, InputObjectTypeDefinitionNode, DirectiveDefinitionNode, TypeSystemExtensionNode, SchemaExtensionNode, TypeExtensionNode, ScalarTypeExtensionNode, ObjectTypeExtensionNode, InterfaceTypeExtensionNode, UnionTypeExtensionNode, EnumTypeExtensionNode, InputObjectTypeExtensionNode, DirectiveExtensionNode, SchemaCoordinateNode, TypeCoordinateNode, MemberCoordinateNode, ArgumentCoordinateNode, DirectiveCoordinateNode, DirectiveArgumentCoordinateNode, )
from .utilities import ( get_introspection_query, IntrospectionQuery, get_operation_ast, introspection_from_schema, build_client_schema, build_ast_schema, build_schema, extend_schema, lexicographic_sort_schema, print_schema, print_type, print_directive, print_introspection_schema, type_from_ast, ast_to_dict, value_from_ast, value_from_ast_untyped, ast_from_value, value_to_literal, replace_variables, TypeInfo, TypeInfoVisitor, coerce_input_value, coerce_input_literal, validate_input_value, validate_input_literal, concat_ast, separate_operations, strip_ignored_characters, is_equal_type, is_type_sub_type_of, do_types_overlap, BreakingChange, BreakingChangeType, DangerousChange, DangerousChangeType, SafeChange, SafeChangeType, SchemaChange, find_breaking_changes, find_dangerous_changes, find_schema_changes, resolve_schema_coordinate, resolve_ast_schema_coordinate, ResolvedNamedType, ResolvedField, ResolvedInputField, ResolvedEnumValue, ResolvedFieldArgument, ResolvedDirective, ResolvedDirectiveArgument, ResolvedSchemaElement, )
from .type import ( GraphQLSchema, GraphQLDirective, GraphQLScalarType, GraphQLObjectType, GraphQLInterfaceType, GraphQLUnionType, GraphQLEnumType, GraphQLInputObjectType, GraphQLList, GraphQLNonNull, specified_scalar_types, GraphQLInt, GraphQLFloat, GraphQLString, GraphQLBoolean, GraphQLID, GRAPHQL_MAX_INT, GRAPHQL_MIN_INT, specified_directives, GraphQLIncludeDirective, GraphQLSkipDirective, GraphQLDeferDirective, GraphQLStreamDirective, GraphQLDeprecatedDirective, GraphQLSpecifiedByDirective, GraphQLOneOfDirective, TypeKind, DEFAULT_DEPRECATION_REASON, introspection_types, SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef, is_schema, is_directive, is_type, is_scalar_type, is_object_type, is_field, is_argument, is_interface_type, is_union_type, is_enum_type, is_enum_value, is_input_object_type, is_input_field, is_list_type, is_non_null_type, is_input_type, is_output_type, is_leaf_type, is_composite_type, is_abstract_type, is_wrapping_type, is_nullable_type, is_named_type, is_required_argument, is_required_input_field, is_specified_scalar_type, is_introspection_type, is_specified_directive, assert_schema, assert_directive, assert_type, assert_scalar_type, assert_object_type, assert_field, assert_argument, assert_interface_type, assert_union_type, assert_enum_type, assert_enum_value, assert_input_object_type, assert_input_field, assert_list_type, assert_non_null_type, assert_input_type, assert_output_type, assert_leaf_type, assert_composite_type, assert_abstract_type, assert_wrapping_type, assert_nullable_type, assert_named_type, get_nullable_type, get_named_type, resolve_thunk, validate_schema, assert_valid_schema, assert_name, assert_enum_value_name, GraphQLType, GraphQLInputType, GraphQLOutputType, GraphQLLeafType, GraphQLCompositeType, GraphQLAbstractType, GraphQLWrappingType, GraphQLNullableType, GraphQLNullableInputType, GraphQLNullableOutputType, GraphQLNamedType, GraphQLNamedInputType, GraphQLNamedOutputType, Thunk, ThunkCollection, ThunkMapping, GraphQLArgument, GraphQLArgumentMap, GraphQLEnumValue, GraphQLEnumValueMap, GraphQLEnumValuesDefinition, GraphQLField, GraphQLFieldMap, GraphQLFieldResolver, GraphQLInputField, GraphQLInputFieldMap, GraphQLInputFieldOutType, GraphQLScalarSerializer, GraphQLScalarValueParser, GraphQLScalarLiteralParser, GraphQLScalarOutputValueCoercer, GraphQLScalarInputValueCoercer, GraphQLScalarInputLiteralCoercer, GraphQLScalarValueToLiteral, GraphQLDefaultInput, GraphQLIsTypeOfFn, GraphQLResolveInfo, GraphQLResolveInfoHelpers, ResponsePath, GraphQLTypeResolver, GraphQLArgumentKwargs, GraphQLDirectiveKwargs, GraphQLEnumTypeKwargs, GraphQLEnumValueKwargs, GraphQLFieldKwargs, GraphQLInputFieldKwargs, GraphQLInputObjectTypeKwargs, GraphQLInterfaceTypeKwargs, GraphQLNamedTypeKwargs, GraphQLObjectTypeKwargs, GraphQLScalarTypeKwargs, GraphQLSchemaKwargs, GraphQLUnionTypeKwargs, )
from .validation import ( validate, ValidationContext, ValidationRule, ASTValidationRule, SDLValidationRule, specified_rules, recommended_rules, DeferStreamDirectiveLabel, DeferStreamDirectiveOnRootField, DeferStreamDirectiveOnValidOperationsRule, ExecutableDefinitionsRule, FieldsOnCorrectTypeRule, FragmentsOnCompositeTypesRule, KnownArgumentNamesRule, KnownDirectivesRule, KnownFragmentNamesRule, KnownOperationTypesRule, KnownTypeNamesRule, LoneAnonymousOperationRule, NoFragmentCyclesRule, NoUndefinedVariablesRule, NoUnusedFragmentsRule, NoUnusedVariablesRule, OverlappingFieldsCanBeMergedRule, PossibleFragmentSpreadsRule, ProvidedRequiredArgumentsRule, ScalarLeafsRule, SingleFieldSubscriptionsRule, StreamDirectiveOnListField, UniqueArgumentNamesRule, UniqueDirectivesPerLocationRule, UniqueFragmentNamesRule, UniqueInputFieldNamesRule, UniqueOperationNamesRule, UniqueVariableNamesRule, ValuesOfCorrectTypeRule, VariablesAreInputTypesRule, VariablesInAllowedPositionRule, MaxIntrospectionDepthRule, LoneSchemaDefinitionRule, UniqueOperationTypesRule, UniqueTypeNamesRule, UniqueEnumValueNamesRule, UniqueFieldDefinitionNamesRule, UniqueArgumentDefinitionNamesRule, UniqueDirectiveNamesRule, PossibleTypeExtensionsRule, NoDeprecatedCustomRule, NoSchemaIntrospectionCustomRule, )
from .execution import ( AbortedGraphQLExecutionError, execute, execute_root_selection_set, execute_subscription_event, execute_sync, experimental_execute_incrementally, default_field_resolver, default_type_resolver, get_argument_values, get_directive_values, get_variable_values, AsyncWorkFinishedInfo, ExecutionHooks, VariableValues, Executor, ExecutionResult, ExperimentalIncrementalExecutionResults, InitialIncrementalExecutionResult, SubsequentIncrementalExecutionResult, IncrementalDeferResult, IncrementalStreamResult, IncrementalResult, FormattedExecutionResult, FormattedInitialIncrementalExecutionResult, FormattedSubsequentIncrementalExecutionResult, FormattedIncrementalDeferResult, FormattedIncrementalStreamResult, FormattedIncrementalResult, subscribe, create_source_event_stream, map_source_to_response_event, map_async_iterable, RootSelectionSetExecutor, Middleware, MiddlewareManager, )
from .graphql import graphql, graphql_sync
from .harness import ( GraphQLExecuteFn, GraphQLHarness, GraphQLParseFn, GraphQLSubscribeFn, GraphQLValidateFn, default_harness, )
INVALID = Undefined
__version__ = version
__version_info__ = version_info
__version_js__ = version_js
__version_info_js__ = version_info_js
__all__ = [ "BREAK", "DEFAULT_DEPRECATION_REASON", "GRAPHQL_MAX_INT", "GRAPHQL_MIN_INT", "IDLE", "REMOVE", "SKIP", "ASTValidationRule", "AbortController", "AbortError", "AbortSignal", "AbortedGraphQLExecutionError", "ArgumentCoordinateNode", "ArgumentNode", "AsyncWorkFinishedInfo", "BooleanValueNode", "BreakingChange", "BreakingChangeType", "ConstArgumentNode", "ConstDirectiveNode", "ConstListValueNode", "ConstObjectFieldNode", "ConstObjectValueNode", "ConstValueNode", "DangerousChange", "DangerousChangeType", "DeferStreamDirectiveLabel", "DeferStreamDirectiveOnRootField", "DeferStreamDirectiveOnValidOperationsRule", "DefinitionNode", "DirectiveArgumentCoordinateNode", "DirectiveCoordinateNode", "DirectiveDefinitionNode", "DirectiveExtensionNode", "DirectiveLocation", "DirectiveNode", "DocumentNode", "EnumTypeDefinitionNode", "EnumTypeExtensionNode", "EnumValueDefinitionNode", "EnumValueNode", "ExecutableDefinitionNode", "ExecutableDefinitionsRule", "ExecutionHooks", "ExecutionResult", "Executor", "ExperimentalIncrementalExecutionResults", "FieldDefinitionNode", "FieldNode", "FieldsOnCorrectTypeRule", "FloatValueNode", "FormattedExecutionResult", "FormattedIncrementalDeferResult", "FormattedIncrementalResult", "FormattedIncrementalStreamResult", "FormattedInitialIncrementalExecutionResult", "FormattedSubsequentIncrementalExecutionResult", "FragmentArgumentNode", "FragmentDefinitionNode", "FragmentSpreadNode", "FragmentsOnCompositeTypesRule", "GraphQLAbstractType", "GraphQLArgument", "GraphQLArgumentKwargs", "GraphQLArgumentMap", "GraphQLBoolean", "GraphQLCompositeType", "GraphQLDefaultInput", "GraphQLDeferDirective", "GraphQLDeprecatedDirective", "GraphQLDirective", "GraphQLDirectiveKwargs", "GraphQLEnumType", "GraphQLEnumTypeKwargs", "GraphQLEnumValue", "GraphQLEnumValueKwargs", "GraphQLEnumValueMap", "GraphQLEnumValuesDefinition", "GraphQLError", "GraphQLErrorExtensions", "GraphQLExecuteFn", "GraphQLField", "GraphQLFieldKwargs", "GraphQLFieldMap", "GraphQLFieldResolver", "GraphQLFloat", "GraphQLFormattedError", "GraphQLFormattedErrorExtensions", "GraphQLHarness", "GraphQLID", "GraphQLIncludeDirective", "GraphQLInputField", "GraphQLInputFieldKwargs", "GraphQLInputFieldMap", "GraphQLInputFieldOutType", "GraphQLInputObjectType", "GraphQLInputObjectTypeKwargs", "GraphQLInputType", "GraphQLInt", "GraphQLInterfaceType", "GraphQLInterfaceTypeKwargs", "GraphQLIsTypeOfFn", "GraphQLLeafType", "GraphQLList", "GraphQLNamedInputType", "GraphQLNamedOutputType", "GraphQLNamedType", "GraphQLNamedTypeKwargs", "GraphQLNonNull", "GraphQLNullableInputType", "GraphQLNullableOutputType", "GraphQLNullableType", "GraphQLObjectType", "GraphQLObjectTypeKwargs", "GraphQLOneOfDirective", "GraphQLOutputType", "GraphQLParseFn", "GraphQLResolveInfo", "GraphQLResolveInfoHelpers", "GraphQLScalarInputLiteralCoercer", "GraphQLScalarInputValueCoercer", "GraphQLScalarLiteralParser", "GraphQLScalarOutputValueCoercer", "GraphQLScalarSerializer", "GraphQLScalarType", "GraphQLScalarTypeKwargs", "GraphQLScalarValueParser", "GraphQLScalarValueToLiteral", "GraphQLSchema", "GraphQLSchemaKwargs", "GraphQLSkipDirective", "GraphQLSpecifiedByDirective", "GraphQLStreamDirective", "GraphQLString", "GraphQLSubscribeFn", "GraphQLSyntaxError", "GraphQLType", "GraphQLTypeResolver", "GraphQLUnionType", "GraphQLUnionTypeKwargs", "GraphQLValidateFn", "GraphQLWrappingType", "IncrementalDeferResult", "IncrementalResult", "IncrementalStreamResult", "InitialIncrementalExecutionResult", "InlineFragmentNode", "InputObjectTypeDefinitionNode", "InputObjectTypeExtensionNode", "InputValueDefinitionNode", "IntValueNode", "InterfaceTypeDefinitionNode", "InterfaceTypeExtensionNode", "IntrospectionQuery", "KnownArgumentNamesRule", "KnownDirectivesRule", "KnownFragmentNamesRule", "KnownOperationTypesRule", "KnownTypeNamesRule", "Lexer", "ListTypeNode", "ListValueNode", "Location", "LoneAnonymousOperationRule", "LoneSchemaDefinitionRule", "MaxIntrospectionDepthRule", "MemberCoordinateNode", "Middleware", "MiddlewareManager", "NameNode", "NamedTypeNode", "NoDeprecatedCustomRule", "NoFragmentCyclesRule", "NoSchemaIntrospectionCustomRule", "NoUndefinedVariablesRule", "NoUnusedFragmentsRule", "NoUnusedVariablesRule", "Node", "NonNullTypeNode", "NullValueNode", "ObjectFieldNode", "ObjectTypeDefinitionNode", "ObjectTypeExtensionNode", "ObjectValueNode", "OperationDefinitionNode", "OperationType", "OperationTypeDefinitionNode", "OverlappingFieldsCanBeMergedRule", "ParallelVisitor", "PossibleFragmentSpreadsRule", "PossibleTypeExtensionsRule", "ProvidedRequiredArgumentsRule", "ResolvedDirective", "ResolvedDirectiveArgument", "ResolvedEnumValue", "ResolvedField", "ResolvedFieldArgument", "ResolvedInputField", "ResolvedNamedType", "ResolvedSchemaElement", "ResponsePath", "RootSelectionSetExecutor", "SDLValidationRule", "SafeChange", "SafeChangeType", "ScalarLeafsRule", "ScalarTypeDefinitionNode", "ScalarTypeExtensionNode", "SchemaChange", "SchemaCoordinateNode", "SchemaDefinitionNode", "SchemaExtensionNode", "SchemaMetaFieldDef", "SelectionNode", "SelectionSetNode", "SingleFieldSubscriptionsRule", "Source", "SourceLocation", "StreamDirectiveOnListField", "StringValueNode", "SubsequentIncrementalExecutionResult", "Thunk", "ThunkCollection", "ThunkMapping", "Token", "TokenKind", "TypeCoordinateNode", "TypeDefinitionNode", "TypeExtensionNode", "TypeInfo", "TypeInfoVisitor", "TypeKind", "TypeMetaFieldDef", "TypeNameMetaFieldDef", "TypeNode", "TypeSystemDefinitionNode", "TypeSystemExtensionNode", "Undefined", "UndefinedType", "UnionTypeDefinitionNode", "UnionTypeExtensionNode", "UniqueArgumentDefinitionNamesRule", "UniqueArgumentNamesRule", "UniqueDirectiveNamesRule", "UniqueDirectivesPerLocationRule", "UniqueEnumValueNamesRule", "UniqueFieldDefinitionNamesRule", "UniqueFragmentNamesRule", "UniqueInputFieldNamesRule", "UniqueOperationNamesRule", "UniqueOperationTypesRule", "UniqueTypeNamesRule", "UniqueVariableNamesRule", "ValidationContext", "ValidationRule", "ValueNode", "ValuesOfCorrectTypeRule", "VariableDefinitionNode", "VariableNode", "VariableValues", "VariablesAreInputTypesRule", "VariablesInAllowedPositionRule", "Visitor", "VisitorAction", "VisitorKeyMap", "assert_abstract_type", "assert_argument", "assert_composite_type", "assert_directive", "assert_enum_type", "assert_enum_value", "assert_enum_value_name", "assert_field", "assert_input_field", "assert_input_object_type", "assert_input_type", "assert_interface_type", "assert_leaf_type", "assert_list_type", "assert_name", "assert_named_type", "assert_non_null_type", "assert_nullable_type", "assert_object_type", "assert_output_type", "assert_scalar_type", "assert_schema", "assert_type", "assert_union_type", "assert_valid_schema", "assert_wrapping_type", "ast_from_value", "ast_to_dict", "build_ast_schema", "build_client_schema", "build_schema", "coerce_input_literal", "coerce_input_value", "concat_ast", "create_source_event_stream", "default_field_resolver", "default_harness", "default_type_resolver", "do_types_overlap", "execute", "execute_root_selection_set", "execute_subscription_event", "execute_sync", "experimental_execute_incrementally", "extend_schema", "find_breaking_changes", "find_dangerous_changes", "find_schema_changes", "get_argument_values", "get_directive_values", "get_introspection_query", "get_location", "get_named_type", "get_nullable_type", "get_operation_ast", "get_variable_values", "graphql", "graphql_sync", "introspection_from_schema", "introspection_types", "is_abstract_type", "is_argument", "is_composite_type", "is_const_value_node", "is_definition_node", "is_directive", "is_enum_type", "is_enum_value", "is_equal_type", "is_executable_definition_node", "is_field", "is_input_field", "is_input_object_type", "is_input_type", "is_interface_type", "is_introspection_type", "is_leaf_type", "is_list_type", "is_named_type", "is_non_null_type", "is_nullable_type", "is_object_type", "is_output_type", "is_required_argument", "is_required_input_field", "is_scalar_type", "is_schema", "is_schema_coordinate_node", "is_selection_node", "is_specified_directive", "is_specified_scalar_type", "is_subscription_operation_definition_node", "is_type", "is_type_definition_node", "is_type_extension_node", "is_type_node", "is_type_sub_type_of", "is_type_system_definition_node", "is_type_system_extension_node", "is_union_type", "is_value_node", "is_wrapping_type", "lexicographic_sort_schema", "located_error", "map_async_iterable", "map_source_to_response_event", "parse", "parse_const_value", "parse_schema_coordinate", "parse_type", "parse_value", "print_ast", "print_directive", "print_introspection_schema", "print_location", "print_schema", "print_source_location", "print_type", "recommended_rules", "replace_variables", "resolve_ast_schema_coordinate", "resolve_schema_coordinate", "resolve_thunk", "separate_operations", "specified_directives", "specified_rules", "specified_scalar_types", "strip_ignored_characters", "subscribe", "type_from_ast", "validate", "validate_input_literal", "validate_input_value", "validate_schema", "value_from_ast", "value_from_ast_untyped", "value_to_literal", "version", "version_info", "version_info_js", "version_js", "visit", ]

=== graphql.execution package
from .aborted_graphql_execution_error import AbortedGraphQLExecutionError
from .async_iterables import map_async_iterable
from .types import ( CompletedResult, ExecutionResult, ExperimentalIncrementalExecutionResults, FormattedSubsequentIncrementalExecutionResult, FormattedIncrementalDeferResult, FormattedIncrementalResult, FormattedIncrementalStreamResult, FormattedExecutionResult, FormattedInitialIncrementalExecutionResult, FormattedPendingResult, IncrementalDeferResult, IncrementalResult, IncrementalStreamResult, InitialIncrementalExecutionResult, PendingResult, SubsequentIncrementalExecutionResult, )
from .middleware import MiddlewareManager
from .values import ( get_argument_values, get_directive_values, get_variable_values, VariableValues, )
from .execute import ( create_source_event_stream, execute, execute_root_selection_set, execute_subscription_event, experimental_execute_incrementally, execute_sync, default_field_resolver, default_type_resolver, map_source_to_response_event, subscribe, AsyncWorkFinishedInfo, ExecutionHooks, Executor, Middleware, RootSelectionSetExecutor, )
__all__ = [ "AbortedGraphQLExecutionError", "AsyncWorkFinishedInfo", "CompletedResult", "ExecutionHooks", "ExecutionResult", "Executor", "ExperimentalIncrementalExecutionResults", "FormattedExecutionResult", "FormattedIncrementalDeferResult", "FormattedIncrementalResult", "FormattedIncrementalStreamResult", "FormattedInitialIncrementalExecutionResult", "FormattedPendingResult", "FormattedSubsequentIncrementalExecutionResult", "IncrementalDeferResult", "IncrementalResult", "IncrementalStreamResult", "InitialIncrementalExecutionResult", "Middleware", "MiddlewareManager", "PendingResult", "RootSelectionSetExecutor", "SubsequentIncrementalExecutionResult", "VariableValues", "create_source_event_stream", "default_field_resolver", "default_type_resolver", "execute", "execute_root_selection_set", "execute_subscription_event", "execute_sync", "experimental_execute_incrementally", "get_argument_values", "get_directive_values", "get_variable_values", "map_async_iterable", "map_source_to_response_event", "subscribe", ]

=== graphql.execution.aborted_graphql_execution_error
from __future__ import annotations
from typing import TYPE_CHECKING, Any
if TYPE_CHECKING:
 from ..pyutils import AwaitableOrValue
__all__ = ["AbortedGraphQLExecutionError"]
class AbortedGraphQLExecutionError(Exception):
 reason: Any
 aborted_result: AwaitableOrValue[Any]
 def __init__(self, reason: Any, result: AwaitableOrValue[Any]) -> None: ...
 __cause__: BaseException
def get_abort_reason_message(reason: Any) -> str: ...

=== graphql.execution.async_iterables
import typing as _loopmend_0
from __future__ import annotations
from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, suppress
from typing import Generic, TypeVar
__all__ = ["aclosing", "map_async_iterable"]
T = TypeVar("T")
V = TypeVar("V")
AsyncIterableOrGenerator = AsyncGenerator[T, None] | AsyncIterable[T]
suppress_exceptions = suppress(Exception)
class aclosing(AbstractAsyncContextManager, Generic[T]):
 def __init__(self, iterable: AsyncIterableOrGenerator[T]) -> None: ...
 async def __aenter__(self) -> AsyncIterableOrGenerator[T]: ...
 async def __aexit__(self, *_exc_info: object) -> None: ...
 iterable: _loopmend_0.AsyncGenerator | _loopmend_0.AsyncIterable
def map_async_iterable(iterable: AsyncIterableOrGenerator[T], callback: Callable[[T], Awaitable[V]]) -> AsyncGenerator[V, None]: ...

=== graphql.execution.execute
import graphql.execution.types as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
from collections.abc import Callable
from inspect import iscoroutine
from typing import ( TYPE_CHECKING, Any, cast, )
from ..error import GraphQLError, located_error
from ..language import is_subscription_operation_definition_node
from ..pyutils import ( Path, inspect, )
from ..pyutils.is_awaitable import ( is_async_iterable as default_is_async_iterable, )
from ..pyutils.is_awaitable import ( is_awaitable as default_is_awaitable, )
from .async_iterables import map_async_iterable
from .collect_fields import collect_fields
from .executor import ( SELECTIONS_NESTED_TOO_DEEPLY, UNEXPECTED_MULTIPLE_PAYLOADS, AsyncWorkFinishedInfo, ExecutionHooks, Executor, Middleware, default_field_resolver, default_type_resolver, )
from .executor_throwing_on_incremental import ExecutorThrowingOnIncremental
from .incremental.incremental_executor import IncrementalExecutor
from .types import ExecutionResult, ExperimentalIncrementalExecutionResults
from .values import get_argument_values
if TYPE_CHECKING:
 from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable
 from typing import TypeAlias, TypeGuard
 from ..language import DocumentNode
 from ..pyutils import AbortSignal, AwaitableOrValue
 from ..type import ( GraphQLFieldResolver, GraphQLSchema, GraphQLTypeResolver, )
 from .middleware import MiddlewareManager
__all__ = [ "AsyncWorkFinishedInfo", "ExecutionHooks", "Executor", "Middleware", "RootSelectionSetExecutor", "create_source_event_stream", "default_field_resolver", "default_type_resolver", "execute", "execute_root_selection_set", "execute_subscription_event", "execute_sync", "experimental_execute_incrementally", "map_source_to_response_event", "subscribe", ]
UNEXPECTED_EXPERIMENTAL_DIRECTIVES: str
def execute(schema: GraphQLSchema, document: DocumentNode, root_value: Any = None, context_value: Any = None, variable_values: dict[str, Any] | None = None, operation_name: str | None = None, field_resolver: GraphQLFieldResolver | None = None, type_resolver: GraphQLTypeResolver | None = None, subscribe_field_resolver: GraphQLFieldResolver | None = None, max_coercion_errors: int = ..., enable_early_execution: bool = ..., middleware: Middleware | None = None, executor_class: type[Executor] | None = None, is_awaitable: Callable[[Any], TypeGuard[Awaitable]] | None = None, is_async_iterable: Callable[[Any], TypeGuard[AsyncIterable]] | None = None, hide_suggestions: bool = ..., abort_signal: AbortSignal | None = None, hooks: ExecutionHooks | None = None, **custom_context_args: Any) -> AwaitableOrValue[ExecutionResult]: ...
def experimental_execute_incrementally(schema: GraphQLSchema, document: DocumentNode, root_value: Any = None, context_value: Any = None, variable_values: dict[str, Any] | None = None, operation_name: str | None = None, field_resolver: GraphQLFieldResolver | None = None, type_resolver: GraphQLTypeResolver | None = None, subscribe_field_resolver: GraphQLFieldResolver | None = None, max_coercion_errors: int = ..., enable_early_execution: bool = ..., middleware: Middleware | None = None, executor_class: type[Executor] | None = None, is_awaitable: Callable[[Any], TypeGuard[Awaitable]] | None = None, is_async_iterable: Callable[[Any], TypeGuard[AsyncIterable]] | None = None, hide_suggestions: bool = ..., abort_signal: AbortSignal | None = None, hooks: ExecutionHooks | None = None, **custom_context_args: Any) -> AwaitableOrValue[ExecutionResult | ExperimentalIncrementalExecutionResults]: ...
def assume_not_awaitable(_value: Any) -> TypeGuard[Awaitable]: ...
def assume_not_async_iterable(_value: Any) -> TypeGuard[AsyncIterable]: ...
def execute_sync(schema: GraphQLSchema, document: DocumentNode, root_value: Any = None, context_value: Any = None, variable_values: dict[str, Any] | None = None, operation_name: str | None = None, field_resolver: GraphQLFieldResolver | None = None, type_resolver: GraphQLTypeResolver | None = None, max_coercion_errors: int = ..., middleware: Middleware | None = None, executor_class: type[Executor] | None = None, check_sync: bool = ..., hide_suggestions: bool = ..., abort_signal: AbortSignal | None = None, hooks: ExecutionHooks | None = None) -> ExecutionResult: ...
def subscribe(schema: GraphQLSchema, document: DocumentNode, root_value: Any = None, context_value: Any = None, variable_values: dict[str, Any] | None = None, operation_name: str | None = None, field_resolver: GraphQLFieldResolver | None = None, type_resolver: GraphQLTypeResolver | None = None, subscribe_field_resolver: GraphQLFieldResolver | None = None, max_coercion_errors: int = ..., enable_early_execution: bool = ..., executor_class: type[Executor] | None = None, middleware: MiddlewareManager | None = None, hide_suggestions: bool = ..., **custom_context_args: Any) -> AwaitableOrValue[AsyncIterator[ExecutionResult] | ExecutionResult]: ...
def execute_root_selection_set(executor: Executor) -> AwaitableOrValue[ExecutionResult]: ...
def execute_subscription_event(executor: Executor) -> AwaitableOrValue[ExecutionResult]: ...
RootSelectionSetExecutor: TypeAlias = Callable[ ["Executor"], "AwaitableOrValue[ExecutionResult]" ]
def map_source_to_response_event(executor: Executor, source_event_stream: AsyncIterable[Any], root_selection_set_executor: RootSelectionSetExecutor = ...) -> AsyncGenerator[ExecutionResult, None]: ...
def create_source_event_stream(executor: Executor) -> AwaitableOrValue[AsyncIterable[Any] | ExecutionResult]: ...
def execute_subscription(executor: Executor) -> AwaitableOrValue[AsyncIterable[Any]]: ...
def assert_event_stream(result: Any) -> AsyncIterable: ...

=== graphql.execution.executor
import graphql.error.graphql_error as _loopmend_0
import graphql.execution.aborted_graphql_execution_error as _loopmend_5
import graphql.execution.collect_fields as _loopmend_6
import graphql.execution.executor as _loopmend_1
import graphql.execution.types as _loopmend_2
import graphql.language.ast as _loopmend_7
import graphql.type.definition as _loopmend_4
import typing as _loopmend_3
from __future__ import annotations
from asyncio import ( FIRST_COMPLETED, ensure_future, gather, get_running_loop, iscoroutine, wait, )
from collections.abc import ( AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping, Sequence, )
from contextlib import suppress
from copy import copy
from typing import ( TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, cast, )
from ..error import GraphQLError, located_error
from ..language import ( DocumentNode, FieldNode, FragmentDefinitionNode, OperationDefinitionNode, OperationType, )
from ..pyutils import ( AbortSignal, AwaitableOrValue, Path, RefMap, Undefined, async_reduce, gather_with_cancel, inspect, is_iterable, )
from ..pyutils.is_awaitable import ( is_async_iterable as default_is_async_iterable, )
from ..pyutils.is_awaitable import ( is_awaitable as default_is_awaitable, )
from ..type import ( GraphQLAbstractType, GraphQLField, GraphQLFieldResolver, GraphQLLeafType, GraphQLList, GraphQLObjectType, GraphQLOutputType, GraphQLResolveInfo, GraphQLResolveInfoHelpers, GraphQLSchema, GraphQLStreamDirective, GraphQLTypeResolver, assert_valid_schema, is_abstract_type, is_leaf_type, is_list_type, is_non_null_type, is_object_type, )
from ..type.directives import GraphQLDisableErrorPropagationDirective
from .aborted_graphql_execution_error import AbortedGraphQLExecutionError
from .collect_fields import ( CollectedFields, DeferUsage, FieldDetails, FieldDetailsList, FragmentDetails, GroupedFieldSet, collect_fields, collect_subfields, )
from .get_variable_signature import get_variable_signature
from .middleware import MiddlewareManager
from .types import ExecutionResult, ExperimentalIncrementalExecutionResults
from .values import ( VariableValues, get_argument_values, get_directive_values, get_variable_values, )
if TYPE_CHECKING:
 from asyncio import Future
 from typing import TypeAlias, TypeGuard
 from ..pyutils import UndefinedType
 from .get_variable_signature import GraphQLVariableSignature
__all__ = [ "AsyncWorkFinishedInfo", "CollectedErrors", "ExecutionHooks", "Executor", "Middleware", "StreamUsage", "default_field_resolver", "default_type_resolver", ]
T = TypeVar("T")
TContext = TypeVar("TContext")
suppress_exceptions = suppress(Exception)
UNEXPECTED_MULTIPLE_PAYLOADS: str
SELECTIONS_NESTED_TOO_DEEPLY: str
DEFER_NOT_SUPPORTED_ON_SUBSCRIPTIONS: str
Middleware: TypeAlias = tuple | list | MiddlewareManager | None
class StreamUsage(NamedTuple):
 label: str | None
 initial_count: int
 field_details_list: FieldDetailsList
class AsyncWorkFinishedInfo(NamedTuple):
 executor: Executor
class ExecutionHooks(NamedTuple):
 async_work_finished: Callable[[AsyncWorkFinishedInfo], None] | None = None
class CollectedErrors:
 __slots__: tuple[str, str]
 _error_positions: set[Path | None]
 _errors: list[GraphQLError]
 def __init__(self) -> None: ...
 @property
 def errors(self) -> list[GraphQLError]: ...
 def add(self, error: GraphQLError, path: Path | None) -> None: ...
 def has_nulled_position(self, start_path: Path | None) -> bool: ...
class Executor(Generic[TContext]):
 schema: GraphQLSchema
 fragment_definitions: dict[str, FragmentDefinitionNode]
 fragments: dict[str, FragmentDetails]
 root_value: Any
 context_value: Any
 operation: OperationDefinitionNode
 variable_values: VariableValues
 field_resolver: GraphQLFieldResolver
 type_resolver: GraphQLTypeResolver
 subscribe_field_resolver: GraphQLFieldResolver
 enable_early_execution: bool
 hide_suggestions: bool
 abort_signal: AbortSignal | None
 hooks: ExecutionHooks | None
 async_helpers: GraphQLResolveInfoHelpers
 collected_errors: CollectedErrors
 pending_incremental_futures: set[Future[Any]]
 background_futures: set[Future[Any]]
 async_work_finished_hook_task: Future[None] | None
 middleware_manager: MiddlewareManager | None
 error_propagation: bool
 is_awaitable: Callable[[Any], TypeGuard[Awaitable]] = staticmethod( default_is_awaitable )
 is_async_iterable: Callable[[Any], TypeGuard[AsyncIterable]] = staticmethod( default_is_async_iterable )
 def __init__(self, schema: GraphQLSchema, fragment_definitions: dict[str, FragmentDefinitionNode], fragments: dict[str, FragmentDetails], root_value: Any, context_value: Any, operation: OperationDefinitionNode, variable_values: VariableValues, field_resolver: GraphQLFieldResolver, type_resolver: GraphQLTypeResolver, subscribe_field_resolver: GraphQLFieldResolver, enable_early_execution: bool = ..., middleware_manager: MiddlewareManager | None = None, is_awaitable: Callable[[Any], TypeGuard[Awaitable]] | None = None, is_async_iterable: Callable[[Any], TypeGuard[AsyncIterable]] | None = None, hide_suggestions: bool = ..., abort_signal: AbortSignal | None = None, hooks: ExecutionHooks | None = None) -> None: ...
 @classmethod
 def build(cls, schema: GraphQLSchema, document: DocumentNode, root_value: Any = None, context_value: Any = None, raw_variable_values: dict[str, Any] | None = None, operation_name: str | None = None, field_resolver: GraphQLFieldResolver | None = None, type_resolver: GraphQLTypeResolver | None = None, subscribe_field_resolver: GraphQLFieldResolver | None = None, max_coercion_errors: int = ..., enable_early_execution: bool = ..., middleware: Middleware | None = None, is_awaitable: Callable[[Any], TypeGuard[Awaitable]] | None = None, is_async_iterable: Callable[[Any], TypeGuard[AsyncIterable]] | None = None, hide_suggestions: bool = ..., abort_signal: AbortSignal | None = None, hooks: ExecutionHooks | None = None, **custom_args: Any) -> list[GraphQLError] | Executor: ...
 def build_per_event_executor(self, payload: Any) -> Executor: ...
 def execute_operation(self, serially: bool | None = None) -> AwaitableOrValue[ExecutionResult | ExperimentalIncrementalExecutionResults]: ...
 def execute_collected_root_fields(self, root_type: GraphQLObjectType, root_value: Any, grouped_field_set: GroupedFieldSet, serially: bool, new_defer_usages: Sequence[DeferUsage]) -> AwaitableOrValue[dict[str, Any]]: ...
 def execute_root_grouped_field_set(self, root_type: GraphQLObjectType, root_value: Any, grouped_field_set: GroupedFieldSet, serially: bool, position_context: TContext | None) -> AwaitableOrValue[dict[str, Any]]: ...
 def build_response(self, data: dict[str, Any] | None) -> ExecutionResult | ExperimentalIncrementalExecutionResults: ...
 def execute_fields_serially(self, parent_type: GraphQLObjectType, source_value: Any, path: Path | None, grouped_field_set: GroupedFieldSet, position_context: TContext | None) -> AwaitableOrValue[dict[str, Any]]: ...
 def execute_fields(self, parent_type: GraphQLObjectType, source_value: Any, path: Path | None, grouped_field_set: GroupedFieldSet, position_context: TContext | None) -> AwaitableOrValue[dict[str, Any]]: ...
 def execute_field(self, parent_type: GraphQLObjectType, source: Any, field_details_list: FieldDetailsList, path: Path, position_context: TContext | None) -> AwaitableOrValue[Any] | UndefinedType: ...
 def build_resolve_info(self, field_def: GraphQLField, field_nodes: list[FieldNode], parent_type: GraphQLObjectType, path: Path) -> GraphQLResolveInfo: ...
 def handle_field_error(self, raw_error: Exception, return_type: GraphQLOutputType, field_details_list: FieldDetailsList, path: Path) -> None: ...
 def complete_value(self, return_type: GraphQLOutputType, field_details_list: FieldDetailsList, info: GraphQLResolveInfo, path: Path, result: Any, position_context: TContext | None) -> AwaitableOrValue[Any]: ...
 async def with_abort_signal(self, awaitable: Awaitable[T]) -> T: ...
 def abort_error(self) -> Exception: ...
 async def with_aborted_execution_error(self, awaitable: Awaitable[T]) -> T: ...
 def finish(self, result: T) -> T: ...
 def create_aborted_execution_error(self, result: AwaitableOrValue[Any]) -> AbortedGraphQLExecutionError: ...
 def abort(self, reason: BaseException | None = None) -> AwaitableOrValue[None]: ...
 def track_incremental_future(self, future: Future[Any]) -> None: ...
 async def cancel_incremental_work(self, reason: BaseException | None = None) -> None: ...
 def settle_in_background(self, awaitables: list[Awaitable[Any]]) -> None: ...
 def track_async_work(self, values: Sequence[Any]) -> None: ...
 def gather_async_work(self, values: Sequence[Awaitable[Any]]) -> _loopmend_3.Coroutine[_loopmend_3.Any, _loopmend_3.Any, list]: ...
 def run_async_work_finished_hook(self) -> None: ...
 def cancellable_iterable(self, iterable: AsyncIterable[T]) -> AsyncIterable[T]: ...
 async def complete_awaitable_value(self, return_type: GraphQLOutputType, field_details_list: FieldDetailsList, info: GraphQLResolveInfo, path: Path, result: Any, position_context: TContext | None) -> Any: ...
 def get_stream_usage(self, field_details_list: FieldDetailsList, path: Path) -> StreamUsage | None: ...
 def handle_stream(self, index: int, path: Path, iterator: Iterator[Any] | AsyncIterator[Any], is_async: bool, stream_usage: StreamUsage, info: GraphQLResolveInfo, item_type: GraphQLOutputType) -> bool: ...
 async def complete_async_iterator_value(self, item_type: GraphQLOutputType, field_details_list: FieldDetailsList, info: GraphQLResolveInfo, path: Path, async_iterator: AsyncIterator[Any], position_context: TContext | None) -> list[Any]: ...
 def complete_list_value(self, return_type: GraphQLList[GraphQLOutputType], field_details_list: FieldDetailsList, info: GraphQLResolveInfo, path: Path, result: AsyncIterable[Any] | Iterable[Any], position_context: TContext | None) -> AwaitableOrValue[list[Any]]: ...
 def complete_iterable_value(self, item_type: GraphQLOutputType, field_details_list: FieldDetailsList, info: GraphQLResolveInfo, path: Path, items: Iterable[Any], position_context: TContext | None) -> AwaitableOrValue[list[Any]]: ...
 def complete_list_item_value(self, item: Any, complete_results: list[Any], item_type: GraphQLOutputType, field_details_list: FieldDetailsList, info: GraphQLResolveInfo, item_path: Path, position_context: TContext | None) -> bool: ...
 async def complete_awaitable_list_item_value(self, item: Any, item_type: GraphQLOutputType, field_details_list: FieldDetailsList, info: GraphQLResolveInfo, item_path: Path, position_context: TContext | None) -> Any: ...
 @staticmethod
 def complete_leaf_value(return_type: GraphQLLeafType, result: Any) -> Any: ...
 def complete_abstract_value(self, return_type: GraphQLAbstractType, field_details_list: FieldDetailsList, info: GraphQLResolveInfo, path: Path, result: Any, position_context: TContext | None) -> AwaitableOrValue[dict[str, Any]]: ...
 def ensure_valid_runtime_type(self, runtime_type_name: Any, return_type: GraphQLAbstractType, field_details_list: FieldDetailsList, info: GraphQLResolveInfo, result: Any) -> GraphQLObjectType: ...
 def complete_object_value(self, return_type: GraphQLObjectType, field_details_list: FieldDetailsList, info: GraphQLResolveInfo, path: Path, result: Any, position_context: TContext | None) -> AwaitableOrValue[dict[str, Any]]: ...
 def collect_and_execute_subfields(self, return_type: GraphQLObjectType, field_details_list: FieldDetailsList, path: Path, result: Any, position_context: TContext | None) -> AwaitableOrValue[dict[str, Any]]: ...
 def execute_collected_subfields(self, parent_type: GraphQLObjectType, source_value: Any, path: Path, grouped_field_set: GroupedFieldSet, new_defer_usages: Sequence[DeferUsage], position_context: TContext | None) -> AwaitableOrValue[dict[str, Any]]: ...
 def collect_subfields(self, return_type: GraphQLObjectType, field_details_list: FieldDetailsList) -> CollectedFields: ...
 _relevant_sub_fields: dict[tuple[_loopmend_4.GraphQLObjectType, int], tuple[list[_loopmend_6.FieldDetails], _loopmend_6.CollectedFields]]
 _stream_usages: RefMap[FieldDetailsList, StreamUsage]
def to_nodes(field_details_list: FieldDetailsList) -> list[FieldNode]: ...
def invalid_return_type_error(return_type: GraphQLObjectType, result: Any, field_details_list: FieldDetailsList) -> GraphQLError: ...
def collect_iterator_awaitables(iterator: Iterator[Any], is_awaitable: Callable[[Any], bool]) -> list[Awaitable[Any]]: ...
def get_typename(value: Any) -> str | None: ...
def default_type_resolver(value: Any, info: GraphQLResolveInfo, abstract_type: GraphQLAbstractType) -> AwaitableOrValue[str | None]: ...
def default_field_resolver(source: Any, info: GraphQLResolveInfo, **args: Any) -> Any: ...

=== graphql.execution.executor_throwing_on_incremental
import typing as _loopmend_0
from __future__ import annotations
from typing import TYPE_CHECKING, Any
from ..error import GraphQLError
from ..language import OperationType
from .executor import ( DEFER_NOT_SUPPORTED_ON_SUBSCRIPTIONS, UNEXPECTED_MULTIPLE_PAYLOADS, Executor, )
if TYPE_CHECKING:
 from collections.abc import AsyncIterable, Iterable, Sequence
 from ..pyutils import AwaitableOrValue, Path
 from ..type import ( GraphQLList, GraphQLObjectType, GraphQLOutputType, GraphQLResolveInfo, )
 from .collect_fields import DeferUsage, FieldDetailsList, GroupedFieldSet
__all__ = [ "ExecutorThrowingOnIncremental", ]
class ExecutorThrowingOnIncremental(Executor[None]):
 def execute_collected_root_fields(self, root_type: GraphQLObjectType, root_value: Any, grouped_field_set: GroupedFieldSet, serially: bool, new_defer_usages: Sequence[DeferUsage]) -> AwaitableOrValue[dict[str, Any]]: ...
 def execute_collected_subfields(self, parent_type: GraphQLObjectType, source_value: Any, path: Path, grouped_field_set: GroupedFieldSet, new_defer_usages: Sequence[DeferUsage], position_context: None) -> AwaitableOrValue[dict[str, Any]]: ...
 def complete_list_value(self, return_type: GraphQLList[GraphQLOutputType], field_details_list: FieldDetailsList, info: GraphQLResolveInfo, path: Path, result: AsyncIterable[Any] | Iterable[Any], position_context: None) -> AwaitableOrValue[list[Any]]: ...

=== graphql.execution.incremental package
from .build_execution_plan import ( DeferUsageSet, ExecutionPlan, build_execution_plan, )
from .computation import Computation
from .incremental_executor import ( DeliveryGroup, ExecutionGroup, ExecutionGroupValue, IncrementalExecutor, ItemStream, StreamItemValue, )
from .incremental_publisher import ( IncrementalPublisher, IncrementalPublisherContext, )
from .stream_item_queue import StreamItemQueue
from .work_queue import ( Group, GroupFailureEvent, GroupSuccessEvent, GroupValuesEvent, Stream, StreamFailureEvent, StreamItem, StreamQueue, StreamSuccessEvent, StreamValuesEvent, TaskResult, Work, WorkQueue, WorkQueueEvent, WorkQueueTerminationEvent, WorkResult, WorkTask, )
__all__ = [ "Computation", "DeferUsageSet", "DeliveryGroup", "ExecutionGroup", "ExecutionGroupValue", "ExecutionPlan", "Group", "GroupFailureEvent", "GroupSuccessEvent", "GroupValuesEvent", "IncrementalExecutor", "IncrementalPublisher", "IncrementalPublisherContext", "ItemStream", "Stream", "StreamFailureEvent", "StreamItem", "StreamItemQueue", "StreamItemValue", "StreamQueue", "StreamSuccessEvent", "StreamValuesEvent", "TaskResult", "Work", "WorkQueue", "WorkQueueEvent", "WorkQueueTerminationEvent", "WorkResult", "WorkTask", "build_execution_plan", ]

=== graphql.execution.incremental.computation
import _asyncio as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
from asyncio import CancelledError, ensure_future
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from ...pyutils.is_awaitable import is_awaitable
if TYPE_CHECKING:
 from asyncio import Future
 from collections.abc import Callable
 from types import TracebackType
 from ...pyutils import AwaitableOrValue
__all__ = ["Computation"]
T = TypeVar("T")
_PENDING = "pending"
_FULFILLED = "fulfilled"
_REJECTED = "rejected"
class Computation(Generic[T]):
 __slots__: tuple[str, str, str, str, str]
 _status: str | None
 _traceback: TracebackType | None
 _value: Any
 def __init__(self, fn: Callable[[], AwaitableOrValue[T]], on_abort: Callable[[BaseException | None], AwaitableOrValue[None]] | None = None) -> None: ...
 def prime(self) -> None: ...
 @property
 def pending_future(self) -> Future[T] | None: ...
 def result(self) -> AwaitableOrValue[T]: ...
 def abort(self, reason: BaseException | None = None) -> AwaitableOrValue[None]: ...
 def _settle(self, future: Future[T]) -> None: ...
 def _reject(self, reason: BaseException | None) -> None: ...
 _fn: _loopmend_1.Callable[..., _loopmend_1.Any]
 _on_abort: None | _loopmend_1.Callable[..., _loopmend_1.Any]

=== graphql.execution.incremental.incremental_executor
import graphql.execution.collect_fields as _loopmend_7
import graphql.execution.incremental.build_execution_plan as _loopmend_3
import graphql.execution.incremental.incremental_executor as _loopmend_0
import graphql.execution.incremental.stream_item_queue as _loopmend_6
import graphql.execution.incremental.work_queue as _loopmend_4
import graphql.execution.types as _loopmend_2
import graphql.pyutils.ref_map as _loopmend_5
import graphql.pyutils.ref_set as _loopmend_8
import typing as _loopmend_1
from __future__ import annotations
from asyncio import ensure_future, gather
from contextlib import suppress
from copy import copy
from typing import TYPE_CHECKING, Any, NamedTuple, cast
from ...error import GraphQLError, located_error
from ...language import OperationType
from ...pyutils import RefMap
from ..executor import ( DEFER_NOT_SUPPORTED_ON_SUBSCRIPTIONS, CollectedErrors, Executor, collect_iterator_awaitables, to_nodes, )
from .build_execution_plan import build_execution_plan
from .computation import Computation
from .incremental_publisher import IncrementalPublisher
from .stream_item_queue import StreamItemQueue
from .work_queue import Work, WorkResult, WorkTask
if TYPE_CHECKING:
 from collections.abc import AsyncIterator, Iterator, Sequence
 from ...pyutils import AwaitableOrValue, Path, SetMap
 from ...type import ( GraphQLObjectType, GraphQLOutputType, GraphQLResolveInfo, )
 from ..collect_fields import ( DeferUsage, FieldDetailsList, GroupedFieldSet, )
 from ..executor import StreamUsage
 from ..types import ExecutionResult, ExperimentalIncrementalExecutionResults
 from .build_execution_plan import DeferUsageSet, ExecutionPlan
 from .work_queue import StreamQueue
__all__ = [ "DeliveryGroup", "DeliveryGroupMap", "ExecutionGroup", "ExecutionGroupValue", "IncrementalExecutor", "ItemStream", "StreamItemValue", "should_defer", ]
suppress_exceptions = suppress(Exception)
class DeliveryGroup:
 __slots__: tuple[str, str, str]
 path: Path | None
 label: str | None
 parent: DeliveryGroup | None
 def __init__(self, path: Path | None, label: str | None, parent: DeliveryGroup | None) -> None: ...
 def __repr__(self) -> str: ...
DeliveryGroupMap = RefMap["DeferUsage", DeliveryGroup]
class ExecutionGroup(WorkTask):
 __slots__: tuple[str]
 path: Path | None
 def __init__(self, groups: Sequence[DeliveryGroup], computation: Computation[WorkResult], path: Path | None) -> None: ...
class ItemStream:
 __slots__: tuple[str, str, str, str]
 path: Path
 label: str | None
 queue: StreamQueue
 initial_count: int
 def __init__(self, path: Path, label: str | None, queue: StreamItemQueue, initial_count: int) -> None: ...
 def __repr__(self) -> str: ...
class ExecutionGroupValue(NamedTuple):
 delivery_groups: Sequence[DeliveryGroup]
 path: list[str | int]
 data: dict[str, Any]
 errors: list[GraphQLError] | None = None
class StreamItemValue(NamedTuple):
 item: Any
 errors: list[GraphQLError] | None = None
class IncrementalExecutor(Executor[DeliveryGroupMap]):
 defer_usage_set: DeferUsageSet | None
 groups: list[DeliveryGroup]
 tasks: list[ExecutionGroup]
 streams: list[ItemStream]
 def __init__(self, *args: Any, **kwargs: Any) -> None: ...
 def create_sub_executor(self, defer_usage_set: DeferUsageSet | None = None) -> IncrementalExecutor: ...
 def abort(self, reason: BaseException | None = None) -> AwaitableOrValue[None]: ...
 def abort_in_background(self, reason: BaseException | None = None) -> None: ...
 def build_response(self, data: dict[str, Any] | None) -> ExecutionResult | ExperimentalIncrementalExecutionResults: ...
 def execute_collected_root_fields(self, root_type: GraphQLObjectType, root_value: Any, grouped_field_set: GroupedFieldSet, serially: bool, new_defer_usages: Sequence[DeferUsage]) -> AwaitableOrValue[dict[str, Any]]: ...
 def build_root_execution_plan(self, original_grouped_field_set: GroupedFieldSet) -> ExecutionPlan: ...
 def execute_collected_subfields(self, parent_type: GraphQLObjectType, source_value: Any, path: Path, grouped_field_set: GroupedFieldSet, new_defer_usages: Sequence[DeferUsage], delivery_group_map: DeliveryGroupMap | None) -> AwaitableOrValue[dict[str, Any]]: ...
 def build_sub_execution_plan(self, original_grouped_field_set: GroupedFieldSet) -> ExecutionPlan: ...
 def collect_execution_groups(self, parent_type: GraphQLObjectType, source_value: Any, path: Path | None, new_grouped_field_sets: SetMap[DeferUsageSet, GroupedFieldSet], delivery_group_map: DeliveryGroupMap) -> None: ...
 def prime_now(self, computation: Computation[WorkResult]) -> None: ...
 def prime_soon(self, computation: Computation[WorkResult]) -> None: ...
 def execute_execution_group(self, delivery_groups: Sequence[DeliveryGroup], parent_type: GraphQLObjectType, source_value: Any, path: Path | None, grouped_field_set: GroupedFieldSet, delivery_group_map: DeliveryGroupMap) -> AwaitableOrValue[WorkResult]: ...
 def build_execution_group_result(self, delivery_groups: Sequence[DeliveryGroup], path: Path | None, data: dict[str, Any]) -> WorkResult: ...
 def get_incremental_work(self) -> Work: ...
 def settle_abort_result(self, abort_result: AwaitableOrValue[None]) -> None: ...
 def get_new_delivery_group_map(self, new_defer_usages: Sequence[DeferUsage], delivery_group_map: DeliveryGroupMap | None, path: Path | None) -> tuple[list[DeliveryGroup], DeliveryGroupMap]: ...
 def handle_stream(self, index: int, path: Path, iterator: Iterator[Any] | AsyncIterator[Any], is_async: bool, stream_usage: StreamUsage, info: GraphQLResolveInfo, item_type: GraphQLOutputType) -> bool: ...
 def build_stream_item_queue(self, initial_index: int, stream_path: Path, iterator: Iterator[Any] | AsyncIterator[Any], field_details_list: FieldDetailsList, info: GraphQLResolveInfo, item_type: GraphQLOutputType, is_async: bool) -> StreamItemQueue: ...
 def complete_stream_item(self, item_path: Path, item: Any, field_details_list: FieldDetailsList, info: GraphQLResolveInfo, item_type: GraphQLOutputType) -> AwaitableOrValue[WorkResult]: ...
 def build_stream_item_result(self, item: Any) -> WorkResult: ...
 _initial_execution_plans: RefMap[GroupedFieldSet, ExecutionPlan]
 _deferred_execution_plans: _loopmend_5.RefMap[dict[str, list[_loopmend_7.FieldDetails]], list[tuple[_loopmend_8.RefSet, _loopmend_3.ExecutionPlan]]]
def should_defer(parent_defer_usages: DeferUsageSet | None, defer_usage_set: DeferUsageSet) -> bool: ...
def get_delivery_groups(defer_usage_set: DeferUsageSet, delivery_group_map: DeliveryGroupMap) -> list[DeliveryGroup]: ...
def delivery_group_from_defer_usage(defer_usage: DeferUsage, delivery_group_map: DeliveryGroupMap) -> DeliveryGroup: ...

=== graphql.execution.incremental.incremental_publisher
import graphql.error.graphql_error as _loopmend_1
import graphql.execution.types as _loopmend_0
from __future__ import annotations
from asyncio import FIRST_COMPLETED, ensure_future, wait
from typing import TYPE_CHECKING, Any, Protocol, cast
from ...error import GraphQLError, located_error
from ...pyutils import RefMap
from ..types import ( CompletedResult, ExperimentalIncrementalExecutionResults, IncrementalDeferResult, IncrementalStreamResult, InitialIncrementalExecutionResult, PendingResult, SubsequentIncrementalExecutionResult, )
from .work_queue import ( GroupFailureEvent, GroupSuccessEvent, GroupValuesEvent, StreamFailureEvent, StreamSuccessEvent, StreamValuesEvent, WorkQueue, )
if TYPE_CHECKING:
 from collections.abc import AsyncGenerator, Sequence
 from ...pyutils import AbortSignal, Path
 from ..types import IncrementalResult
 from .incremental_executor import ( DeliveryGroup, ExecutionGroupValue, ItemStream, StreamItemValue, )
 from .work_queue import Work, WorkQueueEvent
__all__ = [ "IncrementalPublisher", "IncrementalPublisherContext", ]
class IncrementalPublisherContext(Protocol):
 abort_signal: AbortSignal | None
 def abort_error(self) -> Exception: ...
 async def cancel_incremental_work(self, reason: BaseException | None = None) -> None: ...
 def run_async_work_finished_hook(self) -> None: ...
class _SubsequentResultContext:
 __slots__: tuple[str, str, str, str]
 def __init__(self) -> None: ...
 completed: list[CompletedResult]
 has_next: bool
 incremental: list[IncrementalResult]
 pending: list[PendingResult]
class IncrementalPublisher:
 _ids: dict[DeliveryGroup | ItemStream, str]
 _next_id: int
 _path_lists: RefMap[Path, list[str | int]]
 def __init__(self) -> None: ...
 def build_response(self, data: dict[str, Any], errors: list[GraphQLError] | None, work: Work, context: IncrementalPublisherContext) -> ExperimentalIncrementalExecutionResults: ...
 def _path_to_list(self, path: Path | None) -> list[str | int]: ...
 def _ensure_id(self, node: DeliveryGroup | ItemStream) -> str: ...
 def _to_pending_results(self, new_groups: Sequence[DeliveryGroup], new_streams: Sequence[ItemStream]) -> list[PendingResult]: ...
 def _subscribe(self, work_queue: WorkQueue, context: IncrementalPublisherContext) -> AsyncGenerator[SubsequentIncrementalExecutionResult, None]: ...
 def _handle_batch(self, batch: Sequence[WorkQueueEvent]) -> SubsequentIncrementalExecutionResult: ...
 def _handle_work_queue_event(self, event: WorkQueueEvent, context: _SubsequentResultContext) -> None: ...
 def _get_best_id_and_sub_path(self, initial_id: str, initial_delivery_group: DeliveryGroup, value: ExecutionGroupValue) -> tuple[str, list[str | int] | None]: ...
def ensure_graphql_error(error: BaseException) -> GraphQLError: ...

=== graphql.execution.incremental.stream_item_queue
import asyncio.locks as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
from asyncio import ( Event, Future, Queue, QueueEmpty, ensure_future, gather, get_running_loop, isfuture, )
from typing import TYPE_CHECKING, Any, NamedTuple, cast
from ...pyutils.is_awaitable import is_awaitable
if TYPE_CHECKING:
 from asyncio import Task
 from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
 from .work_queue import WorkResult
__all__ = ["StreamItemQueue"]
_END: Any = object()
class _ErrorEntry(NamedTuple):
 error: BaseException
class StreamItemQueue:
 def __init__(self, produce: Callable[[StreamItemQueue], Coroutine[Any, Any, None]], on_abort: Callable[[BaseException | None], Awaitable[None] | None] | None = None, eager: bool = ..., capacity: int = ...) -> None: ...
 def _start(self) -> None: ...
 async def _run(self) -> None: ...
 async def push(self, result: WorkResult | Future[WorkResult]) -> None: ...
 def batches(self) -> AsyncIterator[Sequence[WorkResult]]: ...
 def is_stopped(self) -> bool: ...
 def abort(self, reason: BaseException | None = None) -> Awaitable[None] | None: ...
 async def _settle_parked(self) -> None: ...
 async def _settle_pending(self) -> None: ...
 async def _cleanup(self, reason: BaseException | None = None) -> None: ...
 _produce: _loopmend_0.Callable[..., _loopmend_0.Awaitable[None]]
 _on_abort: None | _loopmend_0.Callable[..., _loopmend_0.Any]
 _eager: bool
 _entries: Queue[Any]
 _started: _loopmend_1.Event
 _producer_task: Task[None] | None
 _producer_parked: bool
 _producer_cancelled: bool
 _pending_futures: set[Future[WorkResult]]
 _aborted: bool
 _finished: bool
 _stopped: bool

=== graphql.execution.incremental.work_queue
import graphql.execution.incremental.work_queue as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
from asyncio import ( CancelledError, Event, Queue, QueueEmpty, ensure_future, gather, )
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeAlias, cast
from ...pyutils.is_awaitable import is_awaitable
if TYPE_CHECKING:
 from asyncio import Future, Task
 from collections.abc import AsyncIterator, Awaitable, Sequence
 from .computation import Computation
__all__ = [ "Group", "GroupFailureEvent", "GroupSuccessEvent", "GroupValuesEvent", "Stream", "StreamFailureEvent", "StreamItem", "StreamQueue", "StreamSuccessEvent", "StreamValuesEvent", "TaskResult", "Work", "WorkQueue", "WorkQueueEvent", "WorkQueueTerminationEvent", "WorkResult", "WorkTask", ]
_UNSET: Any = object()
_STOP: Any = object()
class Group(Protocol):
 parent: Any
class StreamQueue(Protocol):
 def batches(self) -> AsyncIterator[Sequence[Any]]: ...
 def is_stopped(self) -> bool: ...
 def abort(self, reason: BaseException | None = None) -> Awaitable[None] | None: ...
class Stream(Protocol):
 queue: StreamQueue
class WorkResult(NamedTuple):
 value: Any
 work: Work | None = None
StreamItem = WorkResult
TaskResult = WorkResult
class WorkTask:
 __slots__: tuple[str, str]
 groups: Sequence[Group]
 computation: Computation[WorkResult]
 def __init__(self, groups: Sequence[Group], computation: Computation[WorkResult]) -> None: ...
class Work(NamedTuple):
 groups: Sequence[Group] = ...
 tasks: Sequence[WorkTask] = ...
 streams: Sequence[Stream] = ...
class _TaskSuccess(NamedTuple):
 task: WorkTask
 result: WorkResult
class _TaskFailure(NamedTuple):
 task: WorkTask
 error: BaseException
class _StreamItems(NamedTuple):
 stream: Stream
 items: Sequence[StreamItem]
 handled: Event
class _StreamSuccess(NamedTuple):
 stream: Stream
class _StreamFailure(NamedTuple):
 stream: Stream
 error: BaseException
class GroupValuesEvent(NamedTuple):
 group: Group
 values: Sequence[Any]
class GroupSuccessEvent(NamedTuple):
 group: Group
 new_groups: Sequence[Group]
 new_streams: Sequence[Stream]
class GroupFailureEvent(NamedTuple):
 group: Group
 error: BaseException
class StreamValuesEvent(NamedTuple):
 stream: Stream
 values: Sequence[Any]
 new_groups: Sequence[Group]
 new_streams: Sequence[Stream]
class StreamSuccessEvent(NamedTuple):
 stream: Stream
class StreamFailureEvent(NamedTuple):
 stream: Stream
 error: BaseException
class WorkQueueTerminationEvent(NamedTuple):
 ...
WorkQueueEvent: TypeAlias = GroupValuesEvent | GroupSuccessEvent | GroupFailureEvent | StreamValuesEvent | StreamSuccessEvent | StreamFailureEvent | WorkQueueTerminationEvent
class _GroupNode:
 __slots__: tuple[str, str, str]
 child_groups: list[Group]
 tasks: dict[WorkTask, None]
 pending: int
 def __init__(self) -> None: ...
class _TaskNode:
 __slots__: tuple[str, str]
 value: Any
 child_streams: list[Stream]
 def __init__(self) -> None: ...
class WorkQueue:
 initial_groups: Sequence[Group]
 initial_streams: Sequence[Stream]
 def __init__(self, initial_work: Work | None = None) -> None: ...
 def events(self) -> AsyncIterator[Sequence[WorkQueueEvent]]: ...
 async def cancel(self, reason: BaseException | None = None) -> None: ...
 def _cancel_group(self, group: Group, reason: BaseException | None, cancel_awaitables: list[Awaitable[Any]]) -> None: ...
 def _cancel_task(self, task: WorkTask, reason: BaseException | None, cancel_awaitables: list[Awaitable[Any]]) -> None: ...
 def _cancel_stream(self, stream: Stream, reason: BaseException | None, cancel_awaitables: list[Awaitable[Any]]) -> None: ...
 def _push(self, graph_event: Any) -> None: ...
 def _maybe_integrate_work(self, work: Work | None, parent_task: WorkTask | None = None) -> tuple[list[Group], Sequence[Stream]]: ...
 def _add_groups(self, original_groups: Sequence[Group], parent_task: WorkTask | None = None) -> list[Group]: ...
 def _add_group(self, group: Group, group_set: set[Group], new_root_groups: list[Group], visited: set[Group], parent_task: WorkTask | None = None) -> None: ...
 def _add_task(self, task: WorkTask) -> None: ...
 def _add_streams(self, streams: Sequence[Stream], parent_task: WorkTask | None = None) -> Sequence[Stream]: ...
 def _prune_empty_groups(self, new_groups: Sequence[Group], non_empty_new_groups: list[Group] | None = None) -> list[Group]: ...
 def _start_new_work(self, new_groups: Sequence[Group], new_streams: Sequence[Stream]) -> list[GroupValuesEvent | GroupSuccessEvent]: ...
 def _start_group(self, group: Group) -> None: ...
 def _start_task(self, task: WorkTask) -> None: ...
 def _start_stream(self, stream: Stream) -> None: ...
 def _handle_graph_event(self, graph_event: Any) -> Sequence[WorkQueueEvent]: ...
 def _task_success(self, graph_event: _TaskSuccess) -> Sequence[GroupValuesEvent | GroupSuccessEvent]: ...
 def _maybe_finish_group(self, group: Group, group_node: _GroupNode, group_events: list[GroupValuesEvent | GroupSuccessEvent], new_groups: list[Group], new_streams: list[Stream]) -> None: ...
 def _task_failure(self, graph_event: _TaskFailure) -> Sequence[GroupFailureEvent]: ...
 def _stream_items(self, graph_event: _StreamItems) -> Sequence[StreamValuesEvent | StreamSuccessEvent]: ...
 def _finish_group_success(self, group: Group, group_node: _GroupNode) -> tuple[ GroupValuesEvent | None, GroupSuccessEvent, Sequence[Group], Sequence[Stream], ]: ...
 def _finish_group_failure(self, group: Group, group_node: _GroupNode, error: BaseException) -> GroupFailureEvent: ...
 def _remove_group(self, group: Group, group_node: _GroupNode) -> None: ...
 def _remove_task(self, task: WorkTask) -> None: ...
 _root_groups: dict[Group, None]
 _root_streams: dict[Stream, None]
 _group_nodes: dict[Group, _GroupNode]
 _task_nodes: dict[WorkTask, _TaskNode]
 _channel: Queue[Any]
 _stopped: bool
 _pump_tasks: set[Task[None]]

=== graphql.execution.types
import graphql.execution.types as _loopmend_1
import typing as _loopmend_0
from __future__ import annotations
from typing import ( TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypedDict, )
if TYPE_CHECKING:
 from collections.abc import AsyncGenerator, Iterator
 from ..error import GraphQLError, GraphQLFormattedError
 try:
  from typing import NotRequired
 except ImportError:
  from typing_extensions import NotRequired
__all__ = [ "CompletedResult", "ExecutionResult", "ExperimentalIncrementalExecutionResults", "FormattedCompletedResult", "FormattedExecutionResult", "FormattedIncrementalDeferResult", "FormattedIncrementalResult", "FormattedIncrementalStreamResult", "FormattedInitialIncrementalExecutionResult", "FormattedPendingResult", "FormattedSubsequentIncrementalExecutionResult", "IncrementalDeferResult", "IncrementalResult", "IncrementalStreamResult", "InitialIncrementalExecutionResult", "PendingResult", "SubsequentIncrementalExecutionResult", ]
class ExecutionResult:
 data: dict[str, Any] | None
 errors: list[GraphQLError] | None
 extensions: dict[str, Any] | None
 __slots__: tuple[str, str, str]
 def __init__(self, data: dict[str, Any] | None = None, errors: list[GraphQLError] | None = None, extensions: dict[str, Any] | None = None) -> None: ...
 def __repr__(self) -> str: ...
 def __iter__(self) -> Iterator[Any]: ...
 @property
 def formatted(self) -> FormattedExecutionResult: ...
 def __eq__(self, other: object) -> bool: ...
 def __ne__(self, other: object) -> bool: ...
class FormattedExecutionResult(TypedDict, total=False):
 data: dict[str, Any] | None
 errors: list[GraphQLFormattedError]
 extensions: dict[str, Any]
class ExperimentalIncrementalExecutionResults(NamedTuple):
 initial_result: InitialIncrementalExecutionResult
 subsequent_results: AsyncGenerator[SubsequentIncrementalExecutionResult, None]
class InitialIncrementalExecutionResult:
 data: dict[str, Any] | None
 errors: list[GraphQLError] | None
 pending: list[PendingResult]
 has_next: bool
 extensions: dict[str, Any] | None
 __slots__: tuple[str, str, str, str, str]
 def __init__(self, data: dict[str, Any] | None = None, errors: list[GraphQLError] | None = None, pending: list[PendingResult] | None = None, has_next: bool = ..., extensions: dict[str, Any] | None = None) -> None: ...
 def __repr__(self) -> str: ...
 @property
 def formatted(self) -> FormattedInitialIncrementalExecutionResult: ...
 def __eq__(self, other: object) -> bool: ...
 def __ne__(self, other: object) -> bool: ...
class FormattedIncrementalDeferResult(TypedDict):
 errors: NotRequired[list[GraphQLFormattedError]]
 data: dict[str, Any]
 id: str
 subPath: NotRequired[list[str | int]]
 extensions: NotRequired[dict[str, Any]]
class SubsequentIncrementalExecutionResult:
 pending: list[PendingResult] | None
 incremental: list[IncrementalResult] | None
 completed: list[CompletedResult] | None
 has_next: bool
 extensions: dict[str, Any] | None
 __slots__: tuple[str, str, str, str, str]
 def __init__(self, has_next: bool = ..., pending: list[PendingResult] | None = None, incremental: list[IncrementalResult] | None = None, completed: list[CompletedResult] | None = None, extensions: dict[str, Any] | None = None) -> None: ...
 def __repr__(self) -> str: ...
 @property
 def formatted(self) -> FormattedSubsequentIncrementalExecutionResult: ...
 def __eq__(self, other: object) -> bool: ...
 def __ne__(self, other: object) -> bool: ...
class FormattedPendingResult(TypedDict):
 id: str
 path: list[str | int]
 label: NotRequired[str]
class FormattedSubsequentIncrementalExecutionResult(TypedDict):
 pending: NotRequired[list[FormattedPendingResult]]
 incremental: NotRequired[list[FormattedIncrementalResult]]
 completed: NotRequired[list[FormattedCompletedResult]]
 hasNext: bool
 extensions: NotRequired[dict[str, Any]]
class IncrementalDeferResult:
 data: dict[str, Any]
 id: str
 sub_path: list[str | int] | None
 errors: list[GraphQLError] | None
 extensions: dict[str, Any] | None
 __slots__: tuple[str, str, str, str, str]
 def __init__(self, data: dict[str, Any], id: str, sub_path: list[str | int] | None = None, errors: list[GraphQLError] | None = None, extensions: dict[str, Any] | None = None) -> None: ...
 def __repr__(self) -> str: ...
 @property
 def formatted(self) -> FormattedIncrementalDeferResult: ...
 def __eq__(self, other: object) -> bool: ...
 def __ne__(self, other: object) -> bool: ...
class FormattedInitialIncrementalExecutionResult(TypedDict):
 data: NotRequired[dict[str, Any] | None]
 errors: NotRequired[list[GraphQLFormattedError]]
 pending: list[FormattedPendingResult]
 hasNext: bool
 extensions: NotRequired[dict[str, Any]]
class IncrementalStreamResult:
 items: list[Any]
 id: str
 sub_path: list[str | int] | None
 errors: list[GraphQLError] | None
 extensions: dict[str, Any] | None
 __slots__: tuple[str, str, str, str, str]
 def __init__(self, items: list[Any], id: str, sub_path: list[str | int] | None = None, errors: list[GraphQLError] | None = None, extensions: dict[str, Any] | None = None) -> None: ...
 def __repr__(self) -> str: ...
 @property
 def formatted(self) -> FormattedIncrementalStreamResult: ...
 def __eq__(self, other: object) -> bool: ...
 def __ne__(self, other: object) -> bool: ...
 def __hash__(self) -> int: ...
class FormattedIncrementalStreamResult(TypedDict):
 errors: NotRequired[list[GraphQLFormattedError]]
 items: list[Any]
 id: str
 subPath: NotRequired[list[str | int]]
 extensions: NotRequired[dict[str, Any]]
IncrementalResult: TypeAlias = IncrementalDeferResult | IncrementalStreamResult
FormattedIncrementalResult: TypeAlias = FormattedIncrementalDeferResult | FormattedIncrementalStreamResult
class PendingResult:
 id: str
 path: list[str | int]
 label: str | None
 __slots__: tuple[str, str, str]
 def __init__(self, id: str, path: list[str | int], label: str | None = None) -> None: ...
 def __repr__(self) -> str: ...
 @property
 def formatted(self) -> FormattedPendingResult: ...
 def __eq__(self, other: object) -> bool: ...
 def __ne__(self, other: object) -> bool: ...
class CompletedResult:
 id: str
 errors: list[GraphQLError] | None
 __slots__: tuple[str, str]
 def __init__(self, id: str, errors: list[GraphQLError] | None = None) -> None: ...
 def __repr__(self) -> str: ...
 @property
 def formatted(self) -> FormattedCompletedResult: ...
 def __eq__(self, other: object) -> bool: ...
 def __ne__(self, other: object) -> bool: ...
class FormattedCompletedResult(TypedDict):
 id: str
 errors: NotRequired[list[GraphQLFormattedError]]

=== graphql.graphql
import graphql.execution.types as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
from inspect import iscoroutine
from typing import TYPE_CHECKING, Any, cast
from .error import GraphQLError
from .execution import ExecutionResult, Executor, Middleware
from .execution.execute import assume_not_async_iterable, assume_not_awaitable
from .harness import GraphQLHarness, default_harness
from .pyutils.is_awaitable import is_awaitable as default_is_awaitable
from .type import ( GraphQLFieldResolver, GraphQLSchema, GraphQLTypeResolver, validate_schema, )
if TYPE_CHECKING:
 from collections.abc import AsyncIterable, Awaitable, Callable, Collection
 from typing import TypeGuard
 from .language import DocumentNode, Source
 from .pyutils import AbortSignal, AwaitableOrValue
 from .validation import ASTValidationRule
__all__ = ["graphql", "graphql_sync"]
async def graphql(schema: GraphQLSchema, source: str | Source, root_value: Any = None, context_value: Any = None, variable_values: dict[str, Any] | None = None, operation_name: str | None = None, field_resolver: GraphQLFieldResolver | None = None, type_resolver: GraphQLTypeResolver | None = None, middleware: Middleware | None = None, executor_class: type[Executor] | None = None, is_awaitable: Callable[[Any], TypeGuard[Awaitable]] | None = None, is_async_iterable: Callable[[Any], TypeGuard[AsyncIterable]] | None = None, hide_suggestions: bool = ..., abort_signal: AbortSignal | None = None, no_location: bool = ..., max_tokens: int | None = None, experimental_fragment_arguments: bool = ..., rules: Collection[type[ASTValidationRule]] | None = None, max_errors: int | None = None, harness: GraphQLHarness = ..., max_lexical_tokens: int | None = None, max_comments: int | None = None, max_source_length: int | None = None) -> ExecutionResult: ...
def graphql_sync(schema: GraphQLSchema, source: str | Source, root_value: Any = None, context_value: Any = None, variable_values: dict[str, Any] | None = None, operation_name: str | None = None, field_resolver: GraphQLFieldResolver | None = None, type_resolver: GraphQLTypeResolver | None = None, middleware: Middleware | None = None, executor_class: type[Executor] | None = None, check_sync: bool = ..., hide_suggestions: bool = ..., abort_signal: AbortSignal | None = None, no_location: bool = ..., max_tokens: int | None = None, experimental_fragment_arguments: bool = ..., rules: Collection[type[ASTValidationRule]] | None = None, max_errors: int | None = None, harness: GraphQLHarness = ..., max_lexical_tokens: int | None = None, max_comments: int | None = None, max_source_length: int | None = None) -> ExecutionResult: ...
def graphql_impl(schema: GraphQLSchema, source: str | Source, root_value: Any, context_value: Any, variable_values: dict[str, Any] | None, operation_name: str | None, field_resolver: GraphQLFieldResolver | None, type_resolver: GraphQLTypeResolver | None, middleware: Middleware | None, executor_class: type[Executor] | None, is_awaitable: Callable[[Any], TypeGuard[Awaitable]] | None, is_async_iterable: Callable[[Any], TypeGuard[AsyncIterable]] | None = None, hide_suggestions: bool = ..., abort_signal: AbortSignal | None = None, no_location: bool = ..., max_tokens: int | None = None, experimental_fragment_arguments: bool = ..., rules: Collection[type[ASTValidationRule]] | None = None, max_errors: int | None = None, harness: GraphQLHarness = ..., max_lexical_tokens: int | None = None, max_comments: int | None = None, max_source_length: int | None = None) -> AwaitableOrValue[ExecutionResult]: ...

=== graphql.harness
import graphql.harness as _loopmend_0
from __future__ import annotations
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple
from .execution import execute, subscribe
from .language import parse
from .validation import validate
if TYPE_CHECKING:
 from collections.abc import AsyncIterator
 from .error import GraphQLError
 from .execution import ExecutionResult
 from .language import DocumentNode
 from .pyutils import AwaitableOrValue
__all__ = [ "GraphQLExecuteFn", "GraphQLHarness", "GraphQLParseFn", "GraphQLSubscribeFn", "GraphQLValidateFn", "default_harness", ]
GraphQLParseFn = Callable[..., "AwaitableOrValue[DocumentNode]"]
GraphQLValidateFn = Callable[..., "AwaitableOrValue[list[GraphQLError]]"]
GraphQLExecuteFn = Callable[..., "AwaitableOrValue[ExecutionResult]"]
GraphQLSubscribeFn = Callable[ ..., "AwaitableOrValue[AsyncIterator[ExecutionResult] | ExecutionResult]" ]
class GraphQLHarness(NamedTuple):
 parse: GraphQLParseFn
 validate: GraphQLValidateFn
 execute: GraphQLExecuteFn
 subscribe: GraphQLSubscribeFn
default_harness: _loopmend_0.GraphQLHarness

=== graphql.pyutils package
from .abort_signal import AbortController, AbortError, AbortSignal
from .async_reduce import async_reduce
from .gather_with_cancel import gather_with_cancel
from .convert_case import camel_to_snake, snake_to_camel
from .cached_property import cached_property
from .description import ( Description, is_description, register_description, unregister_description, )
from .did_you_mean import did_you_mean
from .format_list import or_list, and_list
from .group_by import group_by
from .identity_func import identity_func
from .inspect import inspect
from .is_awaitable import is_awaitable, is_async_iterable
from .is_iterable import is_collection, is_iterable
from .natural_compare import natural_comparison_key
from .awaitable_or_value import AwaitableOrValue
from .suggestion_list import suggestion_list
from .frozen_error import FrozenError
from .merge_kwargs import merge_kwargs
from .path import Path
from .print_path_list import print_path_list
from .simple_pub_sub import SimplePubSub, SimplePubSubIterator
from .undefined import Undefined, UndefinedType
from .ref_map import RefMap
from .ref_set import RefSet
from .set_map import SetMap
__all__ = [ "AbortController", "AbortError", "AbortSignal", "AwaitableOrValue", "Description", "FrozenError", "Path", "RefMap", "RefSet", "SetMap", "SimplePubSub", "SimplePubSubIterator", "Undefined", "UndefinedType", "and_list", "async_reduce", "cached_property", "camel_to_snake", "did_you_mean", "gather_with_cancel", "group_by", "identity_func", "inspect", "is_async_iterable", "is_awaitable", "is_collection", "is_description", "is_iterable", "merge_kwargs", "natural_comparison_key", "or_list", "print_path_list", "register_description", "snake_to_camel", "suggestion_list", "unregister_description", ]

=== graphql.pyutils.abort_signal
import asyncio.locks as _loopmend_0
from __future__ import annotations
from asyncio import Event
from typing import TYPE_CHECKING, Any
if TYPE_CHECKING:
 from types import TracebackType
__all__ = ["AbortController", "AbortError", "AbortSignal"]
class AbortError(Exception):
 ...
class AbortSignal:
 aborted: bool
 reason: Any
 def __init__(self) -> None: ...
 async def wait(self) -> Any: ...
 _reason_traceback: TracebackType | None
 _event: _loopmend_0.Event
class AbortController:
 signal: AbortSignal
 def __init__(self) -> None: ...
 def abort(self, reason: Any = None) -> None: ...

=== graphql.pyutils.async_reduce
from __future__ import annotations
from typing import TYPE_CHECKING, Any, TypeVar, cast
from .is_awaitable import is_awaitable as default_is_awaitable
if TYPE_CHECKING:
 from collections.abc import Awaitable, Callable, Collection
 from typing import TypeGuard
 from .awaitable_or_value import AwaitableOrValue
__all__ = ["async_reduce"]
T = TypeVar("T")
U = TypeVar("U")
def async_reduce(callback: Callable[[U, T], AwaitableOrValue[U]], values: Collection[T], initial_value: AwaitableOrValue[U], is_awaitable: Callable[[Any], TypeGuard[Awaitable]] = ...) -> AwaitableOrValue[U]: ...

=== graphql.pyutils.awaitable_or_value
from __future__ import annotations
from collections.abc import Awaitable
from typing import TypeAlias, TypeVar
__all__ = ["AwaitableOrValue"]
T = TypeVar("T")
AwaitableOrValue: TypeAlias = Awaitable[T] | T

=== graphql.pyutils.gather_with_cancel
from __future__ import annotations
from asyncio import Future, ensure_future, gather
from typing import TYPE_CHECKING, Any
if TYPE_CHECKING:
 from collections.abc import Awaitable
__all__ = ["gather_with_cancel"]
async def gather_with_cancel(*awaitables: Awaitable[Any]) -> list[Any]: ...

=== graphql.pyutils.is_awaitable
from __future__ import annotations
import inspect
from types import CoroutineType, GeneratorType
from typing import TYPE_CHECKING, Any, TypeGuard
if TYPE_CHECKING:
 from collections.abc import AsyncIterable, Awaitable
__all__ = ["is_async_iterable", "is_awaitable"]
CO_ITERABLE_COROUTINE = inspect.CO_ITERABLE_COROUTINE
def is_awaitable(value: Any) -> TypeGuard[Awaitable]: ...
def is_async_iterable(value: Any) -> TypeGuard[AsyncIterable]: ...

=== graphql.pyutils.simple_pub_sub
import graphql.pyutils.simple_pub_sub as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
from asyncio import Future, Queue, create_task, get_running_loop, sleep
from collections.abc import AsyncIterator, Callable
from typing import Any
from .is_awaitable import is_awaitable
__all__ = ["SimplePubSub", "SimplePubSubIterator"]
class SimplePubSub:
 subscribers: set[Callable]
 def __init__(self) -> None: ...
 def emit(self, event: Any) -> bool: ...
 def get_subscriber(self, transform: Callable | None = None) -> SimplePubSubIterator: ...
class SimplePubSubIterator(AsyncIterator):
 def __init__(self, pubsub: SimplePubSub, transform: Callable | None) -> None: ...
 def __aiter__(self) -> SimplePubSubIterator: ...
 async def __anext__(self) -> Any: ...
 async def aclose(self) -> None: ...
 async def empty_queue(self) -> None: ...
 async def push_value(self, event: Any) -> None: ...
 transform: None | _loopmend_1.Callable[..., _loopmend_1.Any]
 pubsub: _loopmend_0.SimplePubSub
 pull_queue: Queue[Future]
 push_queue: Queue[Any]
 listening: bool

=== graphql.type package
from ..pyutils import Path as ResponsePath
from .schema import ( is_schema, assert_schema, GraphQLSchema, GraphQLSchemaKwargs, )
from .assert_name import assert_name, assert_enum_value_name
from .definition import ( is_type, is_scalar_type, is_object_type, is_field, is_argument, is_interface_type, is_union_type, is_enum_type, is_enum_value, is_input_object_type, is_input_field, is_list_type, is_non_null_type, is_input_type, is_output_type, is_leaf_type, is_composite_type, is_abstract_type, is_wrapping_type, is_nullable_type, is_named_type, is_required_argument, is_required_input_field, assert_type, assert_scalar_type, assert_object_type, assert_field, assert_argument, assert_interface_type, assert_union_type, assert_enum_type, assert_enum_value, assert_input_object_type, assert_input_field, assert_list_type, assert_non_null_type, assert_input_type, assert_output_type, assert_leaf_type, assert_composite_type, assert_abstract_type, assert_wrapping_type, assert_nullable_type, assert_named_type, get_nullable_type, get_named_type, resolve_thunk, GraphQLScalarType, GraphQLObjectType, GraphQLInterfaceType, GraphQLUnionType, GraphQLEnumType, GraphQLInputObjectType, GraphQLList, GraphQLNonNull, GraphQLType, GraphQLInputType, GraphQLOutputType, GraphQLLeafType, GraphQLCompositeType, GraphQLAbstractType, GraphQLWrappingType, GraphQLNullableType, GraphQLNullableInputType, GraphQLNullableOutputType, GraphQLNamedType, GraphQLNamedInputType, GraphQLNamedOutputType, Thunk, ThunkCollection, ThunkMapping, GraphQLArgument, GraphQLArgumentMap, GraphQLEnumValue, GraphQLEnumValueMap, GraphQLEnumValuesDefinition, GraphQLField, GraphQLFieldMap, GraphQLInputField, GraphQLInputFieldMap, GraphQLInputFieldOutType, GraphQLScalarSerializer, GraphQLScalarValueParser, GraphQLScalarLiteralParser, GraphQLScalarOutputValueCoercer, GraphQLScalarInputValueCoercer, GraphQLScalarInputLiteralCoercer, GraphQLScalarValueToLiteral, GraphQLDefaultInput, GraphQLArgumentKwargs, GraphQLEnumTypeKwargs, GraphQLEnumValueKwargs, GraphQLFieldKwargs, GraphQLInputFieldKwargs, GraphQLInputObjectTypeKwargs, GraphQLInterfaceTypeKwargs, GraphQLNamedTypeKwargs, GraphQLObjectTypeKwargs, GraphQLScalarTypeKwargs, GraphQLUnionTypeKwargs, GraphQLFieldResolver, GraphQLTypeResolver, GraphQLIsTypeOfFn, GraphQLResolveInfo, GraphQLResolveInfoHelpers, )
from .directives import ( is_directive, assert_directive, GraphQLDirective, is_specified_directive, specified_directives, GraphQLIncludeDirective, GraphQLSkipDirective, GraphQLDeferDirective, GraphQLStreamDirective, GraphQLDeprecatedDirective, GraphQLSpecifiedByDirective, GraphQLOneOfDirective, GraphQLDirectiveKwargs, DEFAULT_DEPRECATION_REASON, )
from .scalars import ( is_specified_scalar_type, specified_scalar_types, GraphQLInt, GraphQLFloat, GraphQLString, GraphQLBoolean, GraphQLID, GRAPHQL_MAX_INT, GRAPHQL_MIN_INT, )
from .introspection import ( is_introspection_type, introspection_types, TypeKind, SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef, )
from .validate import validate_schema, assert_valid_schema
__all__ = [ "DEFAULT_DEPRECATION_REASON", "GRAPHQL_MAX_INT", "GRAPHQL_MIN_INT", "GraphQLAbstractType", "GraphQLArgument", "GraphQLArgumentKwargs", "GraphQLArgumentMap", "GraphQLBoolean", "GraphQLCompositeType", "GraphQLDefaultInput", "GraphQLDeferDirective", "GraphQLDeprecatedDirective", "GraphQLDirective", "GraphQLDirectiveKwargs", "GraphQLEnumType", "GraphQLEnumTypeKwargs", "GraphQLEnumValue", "GraphQLEnumValueKwargs", "GraphQLEnumValueMap", "GraphQLEnumValuesDefinition", "GraphQLField", "GraphQLFieldKwargs", "GraphQLFieldMap", "GraphQLFieldResolver", "GraphQLFloat", "GraphQLID", "GraphQLIncludeDirective", "GraphQLInputField", "GraphQLInputFieldKwargs", "GraphQLInputFieldMap", "GraphQLInputFieldOutType", "GraphQLInputObjectType", "GraphQLInputObjectTypeKwargs", "GraphQLInputType", "GraphQLInt", "GraphQLInterfaceType", "GraphQLInterfaceTypeKwargs", "GraphQLIsTypeOfFn", "GraphQLLeafType", "GraphQLList", "GraphQLNamedInputType", "GraphQLNamedOutputType", "GraphQLNamedType", "GraphQLNamedTypeKwargs", "GraphQLNonNull", "GraphQLNullableInputType", "GraphQLNullableOutputType", "GraphQLNullableType", "GraphQLObjectType", "GraphQLObjectTypeKwargs", "GraphQLOneOfDirective", "GraphQLOutputType", "GraphQLResolveInfo", "GraphQLResolveInfoHelpers", "GraphQLScalarInputLiteralCoercer", "GraphQLScalarInputValueCoercer", "GraphQLScalarLiteralParser", "GraphQLScalarOutputValueCoercer", "GraphQLScalarSerializer", "GraphQLScalarType", "GraphQLScalarTypeKwargs", "GraphQLScalarValueParser", "GraphQLScalarValueToLiteral", "GraphQLSchema", "GraphQLSchemaKwargs", "GraphQLSkipDirective", "GraphQLSpecifiedByDirective", "GraphQLStreamDirective", "GraphQLString", "GraphQLType", "GraphQLTypeResolver", "GraphQLUnionType", "GraphQLUnionTypeKwargs", "GraphQLWrappingType", "ResponsePath", "SchemaMetaFieldDef", "Thunk", "ThunkCollection", "ThunkMapping", "TypeKind", "TypeMetaFieldDef", "TypeNameMetaFieldDef", "assert_abstract_type", "assert_argument", "assert_composite_type", "assert_directive", "assert_enum_type", "assert_enum_value", "assert_enum_value_name", "assert_field", "assert_input_field", "assert_input_object_type", "assert_input_type", "assert_interface_type", "assert_leaf_type", "assert_list_type", "assert_name", "assert_named_type", "assert_non_null_type", "assert_nullable_type", "assert_object_type", "assert_output_type", "assert_scalar_type", "assert_schema", "assert_type", "assert_union_type", "assert_valid_schema", "assert_wrapping_type", "get_named_type", "get_nullable_type", "introspection_types", "is_abstract_type", "is_argument", "is_composite_type", "is_directive", "is_enum_type", "is_enum_value", "is_field", "is_input_field", "is_input_object_type", "is_input_type", "is_interface_type", "is_introspection_type", "is_leaf_type", "is_list_type", "is_named_type", "is_non_null_type", "is_nullable_type", "is_object_type", "is_output_type", "is_required_argument", "is_required_input_field", "is_scalar_type", "is_schema", "is_specified_directive", "is_specified_scalar_type", "is_type", "is_union_type", "is_wrapping_type", "resolve_thunk", "specified_directives", "specified_scalar_types", "validate_schema", ]

=== graphql.type.definition
import enum as _loopmend_3
import graphql.language.ast as _loopmend_2
import graphql.type.definition as _loopmend_0
import typing as _loopmend_1
from __future__ import annotations
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from enum import Enum
from typing import ( TYPE_CHECKING, Any, Generic, NamedTuple, TypedDict, TypeVar, cast, overload, )
if TYPE_CHECKING:
 from typing import TypeAlias, TypeGuard
from ..error import GraphQLError
from ..language import ( ConstValueNode, EnumTypeDefinitionNode, EnumTypeExtensionNode, EnumValueDefinitionNode, EnumValueNode, FieldDefinitionNode, FieldNode, FragmentDefinitionNode, InputObjectTypeDefinitionNode, InputObjectTypeExtensionNode, InputValueDefinitionNode, InterfaceTypeDefinitionNode, InterfaceTypeExtensionNode, ObjectTypeDefinitionNode, ObjectTypeExtensionNode, OperationDefinitionNode, ScalarTypeDefinitionNode, ScalarTypeExtensionNode, TypeDefinitionNode, TypeExtensionNode, UnionTypeDefinitionNode, UnionTypeExtensionNode, ValueNode, )
from ..language.printer import print_for_error
from ..pyutils import ( AbortSignal, AwaitableOrValue, Path, Undefined, cached_property, did_you_mean, inspect, suggestion_list, )
from ..utilities.value_from_ast_untyped import value_from_ast_untyped
from .assert_name import assert_enum_value_name, assert_name
if TYPE_CHECKING:
 from ..execution.get_variable_signature import GraphQLVariableSignature
 from ..execution.values import VariableValues
 from .schema import GraphQLSchema
 try:
  from typing import Self
 except ImportError:
  from typing_extensions import Self
__all__ = [ "GraphQLAbstractType", "GraphQLArgument", "GraphQLArgumentKwargs", "GraphQLArgumentMap", "GraphQLCompositeType", "GraphQLDefaultInput", "GraphQLEnumType", "GraphQLEnumTypeKwargs", "GraphQLEnumValue", "GraphQLEnumValueKwargs", "GraphQLEnumValueMap", "GraphQLEnumValuesDefinition", "GraphQLField", "GraphQLFieldKwargs", "GraphQLFieldMap", "GraphQLFieldResolver", "GraphQLInputField", "GraphQLInputFieldKwargs", "GraphQLInputFieldMap", "GraphQLInputFieldOutType", "GraphQLInputObjectType", "GraphQLInputObjectTypeKwargs", "GraphQLInputType", "GraphQLInterfaceType", "GraphQLInterfaceTypeKwargs", "GraphQLIsTypeOfFn", "GraphQLLeafType", "GraphQLList", "GraphQLNamedInputType", "GraphQLNamedOutputType", "GraphQLNamedType", "GraphQLNamedTypeKwargs", "GraphQLNonNull", "GraphQLNullableInputType", "GraphQLNullableOutputType", "GraphQLNullableType", "GraphQLObjectType", "GraphQLObjectTypeKwargs", "GraphQLOutputType", "GraphQLResolveInfo", "GraphQLResolveInfoHelpers", "GraphQLScalarInputLiteralCoercer", "GraphQLScalarInputValueCoercer", "GraphQLScalarLiteralParser", "GraphQLScalarOutputValueCoercer", "GraphQLScalarSerializer", "GraphQLScalarType", "GraphQLScalarTypeKwargs", "GraphQLScalarValueParser", "GraphQLScalarValueToLiteral", "GraphQLType", "GraphQLTypeResolver", "GraphQLUnionType", "GraphQLUnionTypeKwargs", "GraphQLWrappingType", "Thunk", "ThunkCollection", "ThunkMapping", "assert_abstract_type", "assert_argument", "assert_composite_type", "assert_enum_type", "assert_enum_value", "assert_field", "assert_input_field", "assert_input_object_type", "assert_input_type", "assert_interface_type", "assert_leaf_type", "assert_list_type", "assert_named_type", "assert_non_null_type", "assert_nullable_type", "assert_object_type", "assert_output_type", "assert_scalar_type", "assert_type", "assert_union_type", "assert_wrapping_type", "get_named_type", "get_nullable_type", "is_abstract_type", "is_argument", "is_composite_type", "is_enum_type", "is_enum_value", "is_field", "is_input_field", "is_input_object_type", "is_input_type", "is_interface_type", "is_leaf_type", "is_list_type", "is_named_type", "is_non_null_type", "is_nullable_type", "is_object_type", "is_output_type", "is_required_argument", "is_required_input_field", "is_scalar_type", "is_type", "is_union_type", "is_wrapping_type", "resolve_thunk", ]
class GraphQLType:
 ...
def is_type(type_: Any) -> TypeGuard[GraphQLType]: ...
def assert_type(type_: Any) -> GraphQLType: ...
GT_co = TypeVar("GT_co", bound=GraphQLType, covariant=True)
class GraphQLWrappingType(GraphQLType, Generic[GT_co]):
 of_type: GT_co
 def __init__(self, type_: GT_co) -> None: ...
 def __repr__(self) -> str: ...
def is_wrapping_type(type_: Any) -> TypeGuard[GraphQLWrappingType]: ...
def assert_wrapping_type(type_: Any) -> GraphQLWrappingType: ...
class GraphQLNamedTypeKwargs(TypedDict, total=False):
 name: str
 description: str | None
 extensions: dict[str, Any]
 ast_node: Any | None
 extension_ast_nodes: tuple[Any, ...]
class GraphQLNamedType(GraphQLType):
 name: str
 description: str | None
 extensions: dict[str, Any]
 ast_node: TypeDefinitionNode | None
 extension_ast_nodes: tuple[TypeExtensionNode, ...]
 reserved_types: Mapping[str, GraphQLNamedType] = ...
 def __new__(cls, name: str, *_args: Any, **_kwargs: Any) -> Self: ...
 def __reduce__(self) -> tuple[Callable, tuple]: ...
 @classmethod
 def _get_instance(cls, name: str, args: tuple) -> GraphQLNamedType: ...
 def __init__(self, name: str, description: str | None = None, extensions: dict[str, Any] | None = None, ast_node: TypeDefinitionNode | None = None, extension_ast_nodes: Collection[TypeExtensionNode] | None = None) -> None: ...
 def __repr__(self) -> str: ...
 def __str__(self) -> str: ...
 def to_kwargs(self) -> GraphQLNamedTypeKwargs: ...
 def __copy__(self) -> GraphQLNamedType: ...
T = TypeVar("T")
ThunkCollection: TypeAlias = Callable[[], Collection[T]] | Collection[T]
ThunkMapping: TypeAlias = Callable[[], Mapping[str, T]] | Mapping[str, T]
Thunk: TypeAlias = Callable[[], T] | T
def resolve_thunk(thunk: Thunk[T]) -> T: ...
GraphQLScalarSerializer: TypeAlias = Callable[[Any], Any]
GraphQLScalarOutputValueCoercer: TypeAlias = Callable[[Any], Any]
GraphQLScalarValueParser: TypeAlias = Callable[[Any], Any]
GraphQLScalarInputValueCoercer: TypeAlias = Callable[[Any], Any]
GraphQLScalarLiteralParser: TypeAlias = Callable[ [ValueNode, dict[str, Any] | None], Any ]
GraphQLScalarInputLiteralCoercer: TypeAlias = Callable[[ConstValueNode], Any]
GraphQLScalarValueToLiteral: TypeAlias = Callable[[Any], "ConstValueNode | None"]
class GraphQLScalarTypeKwargs(GraphQLNamedTypeKwargs, total=False):
 serialize: GraphQLScalarSerializer | None
 parse_value: GraphQLScalarValueParser | None
 parse_literal: GraphQLScalarLiteralParser | None
 coerce_output_value: GraphQLScalarOutputValueCoercer | None
 coerce_input_value: GraphQLScalarInputValueCoercer | None
 coerce_input_literal: GraphQLScalarInputLiteralCoercer | None
 value_to_literal: GraphQLScalarValueToLiteral | None
 specified_by_url: str | None
class GraphQLScalarType(GraphQLNamedType):
 specified_by_url: str | None
 ast_node: ScalarTypeDefinitionNode | None
 extension_ast_nodes: tuple[ScalarTypeExtensionNode, ...]
 coerce_output_value: GraphQLScalarOutputValueCoercer
 coerce_input_value: GraphQLScalarInputValueCoercer
 coerce_input_literal: GraphQLScalarInputLiteralCoercer | None
 value_to_literal: GraphQLScalarValueToLiteral | None
 def __init__(self, name: str, serialize: GraphQLScalarSerializer | None = None, parse_value: GraphQLScalarValueParser | None = None, parse_literal: GraphQLScalarLiteralParser | None = None, coerce_output_value: GraphQLScalarOutputValueCoercer | None = None, coerce_input_value: GraphQLScalarInputValueCoercer | None = None, coerce_input_literal: GraphQLScalarInputLiteralCoercer | None = None, value_to_literal: GraphQLScalarValueToLiteral | None = None, description: str | None = None, specified_by_url: str | None = None, extensions: dict[str, Any] | None = None, ast_node: ScalarTypeDefinitionNode | None = None, extension_ast_nodes: Collection[ScalarTypeExtensionNode] | None = None) -> None: ...
 def __repr__(self) -> str: ...
 def __str__(self) -> str: ...
 @staticmethod
 def serialize(value: Any) -> Any: ...
 @staticmethod
 def parse_value(value: Any) -> Any: ...
 def parse_literal(self, node: ValueNode, variables: dict[str, Any] | None = None) -> Any: ...
 def to_kwargs(self) -> GraphQLScalarTypeKwargs: ...
 def __copy__(self) -> GraphQLScalarType: ...
def is_scalar_type(type_: Any) -> TypeGuard[GraphQLScalarType]: ...
def assert_scalar_type(type_: Any) -> GraphQLScalarType: ...
GraphQLArgumentMap: TypeAlias = dict[str, "GraphQLArgument"]
class GraphQLFieldKwargs(TypedDict, total=False):
 type_: GraphQLOutputType
 args: GraphQLArgumentMap | None
 resolve: GraphQLFieldResolver | None
 subscribe: GraphQLFieldResolver | None
 description: str | None
 deprecation_reason: str | None
 extensions: dict[str, Any]
 ast_node: FieldDefinitionNode | None
class GraphQLField:
 type: GraphQLOutputType
 args: GraphQLArgumentMap
 resolve: GraphQLFieldResolver | None
 subscribe: GraphQLFieldResolver | None
 description: str | None
 deprecation_reason: str | None
 extensions: dict[str, Any]
 ast_node: FieldDefinitionNode | None
 def __init__(self, type_: GraphQLOutputType, args: GraphQLArgumentMap | None = None, resolve: GraphQLFieldResolver | None = None, subscribe: GraphQLFieldResolver | None = None, description: str | None = None, deprecation_reason: str | None = None, extensions: dict[str, Any] | None = None, ast_node: FieldDefinitionNode | None = None) -> None: ...
 def __repr__(self) -> str: ...
 def __str__(self) -> str: ...
 def __eq__(self, other: object) -> bool: ...
 def to_kwargs(self) -> GraphQLFieldKwargs: ...
 def __copy__(self) -> GraphQLField: ...
def is_field(field: Any) -> TypeGuard[GraphQLField]: ...
def assert_field(field: Any) -> GraphQLField: ...
TContext = TypeVar("TContext")
class GraphQLResolveInfoHelpers(NamedTuple):
 gather: Callable[[Sequence[Awaitable[Any]]], Awaitable[list[Any]]]
 track: Callable[[Sequence[Any]], None]
try:
 class GraphQLResolveInfo(NamedTuple, Generic[TContext]):
  field_name: str
  field_nodes: list[FieldNode]
  return_type: GraphQLOutputType
  parent_type: GraphQLObjectType
  path: Path
  schema: GraphQLSchema
  fragments: dict[str, FragmentDefinitionNode]
  root_value: Any
  operation: OperationDefinitionNode
  variable_values: VariableValues
  context: TContext
  is_awaitable: Callable[[Any], TypeGuard[Awaitable]]
  abort_signal: AbortSignal | None
  async_helpers: GraphQLResolveInfoHelpers
except TypeError:
 if "Multiple inheritance with NamedTuple is not supported" not in str(error):
  ...
 class GraphQLResolveInfo(NamedTuple):
  field_name: str
  field_nodes: list[FieldNode]
  return_type: GraphQLOutputType
  parent_type: GraphQLObjectType
  path: Path
  schema: GraphQLSchema
  fragments: dict[str, FragmentDefinitionNode]
  root_value: Any
  operation: OperationDefinitionNode
  variable_values: VariableValues
  context: Any
  is_awaitable: Callable[[Any], TypeGuard[Awaitable]]
  abort_signal: AbortSignal | None
  async_helpers: GraphQLResolveInfoHelpers
GraphQLFieldResolverWithoutArgs: TypeAlias = Callable[[Any, GraphQLResolveInfo], Any]
GraphQLFieldResolver: TypeAlias = Callable[..., Any]
GraphQLTypeResolver: TypeAlias = Callable[ [Any, GraphQLResolveInfo, "GraphQLAbstractType"], AwaitableOrValue[str | None], ]
GraphQLIsTypeOfFn: TypeAlias = Callable[ [Any, GraphQLResolveInfo], AwaitableOrValue[bool] ]
GraphQLFieldMap: TypeAlias = dict[str, GraphQLField]
class GraphQLDefaultInput:
 value: Any
 literal: ConstValueNode | None
 __slots__: tuple[str, str, str]
 def __init__(self, value: Any = ..., literal: ConstValueNode | None = None) -> None: ...
 def __eq__(self, other: object) -> bool: ...
 _memoized_coerced_value: Any
class GraphQLArgumentKwargs(TypedDict, total=False):
 type_: GraphQLInputType
 default_value: Any
 default: GraphQLDefaultInput | None
 description: str | None
 deprecation_reason: str | None
 out_name: str | None
 extensions: dict[str, Any]
 ast_node: InputValueDefinitionNode | None
class GraphQLArgument:
 type: GraphQLInputType
 default_value: Any
 default: GraphQLDefaultInput | None
 description: str | None
 deprecation_reason: str | None
 out_name: str | None
 extensions: dict[str, Any]
 ast_node: InputValueDefinitionNode | None
 _memoized_coerced_value: Any = Undefined
 def __init__(self, type_: GraphQLInputType, default_value: Any = ..., description: str | None = None, deprecation_reason: str | None = None, out_name: str | None = None, extensions: dict[str, Any] | None = None, ast_node: InputValueDefinitionNode | None = None, default: GraphQLDefaultInput | None = None) -> None: ...
 def __eq__(self, other: object) -> bool: ...
 def to_kwargs(self) -> GraphQLArgumentKwargs: ...
 def __copy__(self) -> GraphQLArgument: ...
def is_argument(arg: Any) -> TypeGuard[GraphQLArgument]: ...
def assert_argument(arg: Any) -> GraphQLArgument: ...
def is_required_argument(arg: GraphQLArgument | GraphQLVariableSignature) -> bool: ...
class GraphQLObjectTypeKwargs(GraphQLNamedTypeKwargs, total=False):
 fields: GraphQLFieldMap
 interfaces: tuple[GraphQLInterfaceType, ...]
 is_type_of: GraphQLIsTypeOfFn | None
class GraphQLObjectType(GraphQLNamedType):
 is_type_of: GraphQLIsTypeOfFn | None
 ast_node: ObjectTypeDefinitionNode | None
 extension_ast_nodes: tuple[ObjectTypeExtensionNode, ...]
 def __init__(self, name: str, fields: ThunkMapping[GraphQLField], interfaces: ThunkCollection[GraphQLInterfaceType] | None = None, is_type_of: GraphQLIsTypeOfFn | None = None, extensions: dict[str, Any] | None = None, description: str | None = None, ast_node: ObjectTypeDefinitionNode | None = None, extension_ast_nodes: Collection[ObjectTypeExtensionNode] | None = None) -> None: ...
 def to_kwargs(self) -> GraphQLObjectTypeKwargs: ...
 def __copy__(self) -> GraphQLObjectType: ...
 @cached_property
 def fields(self) -> GraphQLFieldMap: ...
 @cached_property
 def interfaces(self) -> tuple[GraphQLInterfaceType, ...]: ...
 _fields: _loopmend_1.Callable[..., _loopmend_1.Mapping[str, _loopmend_0.GraphQLField]] | _loopmend_1.Mapping[str, _loopmend_0.GraphQLField]
 _interfaces: None | _loopmend_1.Callable[..., _loopmend_1.Collection[_loopmend_0.GraphQLInterfaceType]] | _loopmend_1.Collection[_loopmend_0.GraphQLInterfaceType]
def is_object_type(type_: Any) -> TypeGuard[GraphQLObjectType]: ...
def assert_object_type(type_: Any) -> GraphQLObjectType: ...
class GraphQLInterfaceTypeKwargs(GraphQLNamedTypeKwargs, total=False):
 fields: GraphQLFieldMap
 interfaces: tuple[GraphQLInterfaceType, ...]
 resolve_type: GraphQLTypeResolver | None
class GraphQLInterfaceType(GraphQLNamedType):
 resolve_type: GraphQLTypeResolver | None
 ast_node: InterfaceTypeDefinitionNode | None
 extension_ast_nodes: tuple[InterfaceTypeExtensionNode, ...]
 def __init__(self, name: str, fields: ThunkMapping[GraphQLField], interfaces: ThunkCollection[GraphQLInterfaceType] | None = None, resolve_type: GraphQLTypeResolver | None = None, description: str | None = None, extensions: dict[str, Any] | None = None, ast_node: InterfaceTypeDefinitionNode | None = None, extension_ast_nodes: Collection[InterfaceTypeExtensionNode] | None = None) -> None: ...
 def to_kwargs(self) -> GraphQLInterfaceTypeKwargs: ...
 def __copy__(self) -> GraphQLInterfaceType: ...
 @cached_property
 def fields(self) -> GraphQLFieldMap: ...
 @cached_property
 def interfaces(self) -> tuple[GraphQLInterfaceType, ...]: ...
 _fields: _loopmend_1.Callable[..., _loopmend_1.Mapping[str, _loopmend_0.GraphQLField]] | _loopmend_1.Mapping[str, _loopmend_0.GraphQLField]
 _interfaces: None | _loopmend_1.Callable[..., _loopmend_1.Collection[_loopmend_0.GraphQLInterfaceType]] | _loopmend_1.Collection[_loopmend_0.GraphQLInterfaceType]
def is_interface_type(type_: Any) -> TypeGuard[GraphQLInterfaceType]: ...
def assert_interface_type(type_: Any) -> GraphQLInterfaceType: ...
class GraphQLUnionTypeKwargs(GraphQLNamedTypeKwargs, total=False):
 types: tuple[GraphQLObjectType, ...]
 resolve_type: GraphQLTypeResolver | None
class GraphQLUnionType(GraphQLNamedType):
 resolve_type: GraphQLTypeResolver | None
 ast_node: UnionTypeDefinitionNode | None
 extension_ast_nodes: tuple[UnionTypeExtensionNode, ...]
 def __init__(self, name: str, types: ThunkCollection[GraphQLObjectType], resolve_type: GraphQLTypeResolver | None = None, description: str | None = None, extensions: dict[str, Any] | None = None, ast_node: UnionTypeDefinitionNode | None = None, extension_ast_nodes: Collection[UnionTypeExtensionNode] | None = None) -> None: ...
 def to_kwargs(self) -> GraphQLUnionTypeKwargs: ...
 def __copy__(self) -> GraphQLUnionType: ...
 @cached_property
 def types(self) -> tuple[GraphQLObjectType, ...]: ...
 _types: _loopmend_1.Callable[..., _loopmend_1.Collection[_loopmend_0.GraphQLObjectType]] | _loopmend_1.Collection[_loopmend_0.GraphQLObjectType]
def is_union_type(type_: Any) -> TypeGuard[GraphQLUnionType]: ...
def assert_union_type(type_: Any) -> GraphQLUnionType: ...
GraphQLEnumValueMap: TypeAlias = dict[str, "GraphQLEnumValue"]
GraphQLEnumValuesDefinition: TypeAlias = GraphQLEnumValueMap | Mapping[str, Any] | type[Enum]
class GraphQLEnumTypeKwargs(GraphQLNamedTypeKwargs, total=False):
 values: GraphQLEnumValueMap
 names_as_values: bool | None
class GraphQLEnumType(GraphQLNamedType):
 ast_node: EnumTypeDefinitionNode | None
 extension_ast_nodes: tuple[EnumTypeExtensionNode, ...]
 def __init__(self, name: str, values: Thunk[GraphQLEnumValuesDefinition], names_as_values: bool | None = ..., description: str | None = None, extensions: dict[str, Any] | None = None, ast_node: EnumTypeDefinitionNode | None = None, extension_ast_nodes: Collection[EnumTypeExtensionNode] | None = None) -> None: ...
 def to_kwargs(self) -> GraphQLEnumTypeKwargs: ...
 def __copy__(self) -> GraphQLEnumType: ...
 @cached_property
 def values(self) -> GraphQLEnumValueMap: ...
 @cached_property
 def _value_lookup(self) -> dict[Any, str]: ...
 def serialize(self, output_value: Any) -> str: ...
 def coerce_output_value(self, output_value: Any) -> str: ...
 def parse_value(self, input_value: str, hide_suggestions: bool = ...) -> Any: ...
 def coerce_input_value(self, input_value: str, hide_suggestions: bool = ...) -> Any: ...
 def parse_literal(self, value_node: ValueNode, _variables: dict[str, Any] | None = None, hide_suggestions: bool = ...) -> Any: ...
 def coerce_input_literal(self, value_node: ConstValueNode, hide_suggestions: bool = ...) -> Any: ...
 def value_to_literal(self, value: Any) -> ConstValueNode | None: ...
 _values: _loopmend_1.Callable[..., _loopmend_1.Mapping | dict | type[_loopmend_3.Enum]] | _loopmend_1.Mapping | dict[str, _loopmend_0.GraphQLEnumValue] | type[_loopmend_3.Enum]
 _names_as_values: None | bool
def is_enum_type(type_: Any) -> TypeGuard[GraphQLEnumType]: ...
def assert_enum_type(type_: Any) -> GraphQLEnumType: ...
def did_you_mean_enum_value(enum_type: GraphQLEnumType, unknown_value_str: str) -> str: ...
class GraphQLEnumValueKwargs(TypedDict, total=False):
 value: Any
 description: str | None
 deprecation_reason: str | None
 extensions: dict[str, Any]
 ast_node: EnumValueDefinitionNode | None
class GraphQLEnumValue:
 value: Any
 description: str | None
 deprecation_reason: str | None
 extensions: dict[str, Any]
 ast_node: EnumValueDefinitionNode | None
 def __init__(self, value: Any = None, description: str | None = None, deprecation_reason: str | None = None, extensions: dict[str, Any] | None = None, ast_node: EnumValueDefinitionNode | None = None) -> None: ...
 def __eq__(self, other: object) -> bool: ...
 def to_kwargs(self) -> GraphQLEnumValueKwargs: ...
 def __copy__(self) -> GraphQLEnumValue: ...
def is_enum_value(value: Any) -> TypeGuard[GraphQLEnumValue]: ...
def assert_enum_value(value: Any) -> GraphQLEnumValue: ...
GraphQLInputFieldMap: TypeAlias = dict[str, "GraphQLInputField"]
GraphQLInputFieldOutType = Callable[[dict[str, Any]], Any]
class GraphQLInputObjectTypeKwargs(GraphQLNamedTypeKwargs, total=False):
 fields: GraphQLInputFieldMap
 out_type: GraphQLInputFieldOutType | None
 is_one_of: bool
class GraphQLInputObjectType(GraphQLNamedType):
 ast_node: InputObjectTypeDefinitionNode | None
 extension_ast_nodes: tuple[InputObjectTypeExtensionNode, ...]
 is_one_of: bool
 def __init__(self, name: str, fields: ThunkMapping[GraphQLInputField], description: str | None = None, out_type: GraphQLInputFieldOutType | None = None, extensions: dict[str, Any] | None = None, ast_node: InputObjectTypeDefinitionNode | None = None, extension_ast_nodes: Collection[InputObjectTypeExtensionNode] | None = None, is_one_of: bool = ...) -> None: ...
 @staticmethod
 def out_type(value: dict[str, Any]) -> dict: ...
 def to_kwargs(self) -> GraphQLInputObjectTypeKwargs: ...
 def __copy__(self) -> GraphQLInputObjectType: ...
 @cached_property
 def fields(self) -> GraphQLInputFieldMap: ...
 _fields: _loopmend_1.Callable[..., _loopmend_1.Mapping[str, _loopmend_0.GraphQLInputField]] | _loopmend_1.Mapping[str, _loopmend_0.GraphQLInputField]
def is_input_object_type(type_: Any) -> TypeGuard[GraphQLInputObjectType]: ...
def assert_input_object_type(type_: Any) -> GraphQLInputObjectType: ...
class GraphQLInputFieldKwargs(TypedDict, total=False):
 type_: GraphQLInputType
 default_value: Any
 default: GraphQLDefaultInput | None
 description: str | None
 deprecation_reason: str | None
 out_name: str | None
 extensions: dict[str, Any]
 ast_node: InputValueDefinitionNode | None
class GraphQLInputField:
 type: GraphQLInputType
 default_value: Any
 default: GraphQLDefaultInput | None
 description: str | None
 deprecation_reason: str | None
 out_name: str | None
 extensions: dict[str, Any]
 ast_node: InputValueDefinitionNode | None
 _memoized_coerced_value: Any = Undefined
 def __init__(self, type_: GraphQLInputType, default_value: Any = ..., description: str | None = None, deprecation_reason: str | None = None, out_name: str | None = None, extensions: dict[str, Any] | None = None, ast_node: InputValueDefinitionNode | None = None, default: GraphQLDefaultInput | None = None) -> None: ...
 def __eq__(self, other: object) -> bool: ...
 def to_kwargs(self) -> GraphQLInputFieldKwargs: ...
 def __copy__(self) -> GraphQLInputField: ...
def is_input_field(field: Any) -> TypeGuard[GraphQLInputField]: ...
def assert_input_field(field: Any) -> GraphQLInputField: ...
def is_required_input_field(field: GraphQLInputField) -> bool: ...
class GraphQLList(GraphQLWrappingType[GT_co]):
 def __init__(self, type_: GT_co) -> None: ...
 def __str__(self) -> str: ...
def is_list_type(type_: Any) -> TypeGuard[GraphQLList]: ...
def assert_list_type(type_: Any) -> GraphQLList: ...
GNT_co = TypeVar("GNT_co", bound="GraphQLNullableType", covariant=True)
class GraphQLNonNull(GraphQLWrappingType[GNT_co]):
 def __init__(self, type_: GNT_co) -> None: ...
 def __str__(self) -> str: ...
GraphQLNullableType: TypeAlias = GraphQLScalarType | GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType | GraphQLEnumType | GraphQLInputObjectType | GraphQLList
GraphQLNullableInputType: TypeAlias = GraphQLScalarType | GraphQLEnumType | GraphQLInputObjectType | GraphQLList
GraphQLInputType: TypeAlias = GraphQLNullableInputType | GraphQLNonNull[GraphQLNullableInputType]
GraphQLNullableOutputType: TypeAlias = GraphQLScalarType | GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType | GraphQLEnumType | GraphQLList
GraphQLOutputType: TypeAlias = GraphQLNullableOutputType | GraphQLNonNull[GraphQLNullableOutputType]
def is_input_type(type_: Any) -> TypeGuard[GraphQLInputType]: ...
def assert_input_type(type_: Any) -> GraphQLInputType: ...
def is_output_type(type_: Any) -> TypeGuard[GraphQLOutputType]: ...
def assert_output_type(type_: Any) -> GraphQLOutputType: ...
def is_non_null_type(type_: Any) -> TypeGuard[GraphQLNonNull]: ...
def assert_non_null_type(type_: Any) -> GraphQLNonNull: ...
def is_nullable_type(type_: Any) -> TypeGuard[GraphQLNullableType]: ...
def assert_nullable_type(type_: Any) -> GraphQLNullableType: ...
@overload
def get_nullable_type(type_: None) -> None: ...
@overload
def get_nullable_type(type_: GraphQLNullableType) -> GraphQLNullableType: ...
@overload
def get_nullable_type(type_: GraphQLNonNull) -> GraphQLNullableType: ...
def get_nullable_type(type_: GraphQLNullableType | GraphQLNonNull | None) -> GraphQLNullableType | None: ...
GraphQLNamedInputType: TypeAlias = GraphQLScalarType | GraphQLEnumType | GraphQLInputObjectType
GraphQLNamedOutputType: TypeAlias = GraphQLScalarType | GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType | GraphQLEnumType
def is_named_type(type_: Any) -> TypeGuard[GraphQLNamedType]: ...
def assert_named_type(type_: Any) -> GraphQLNamedType: ...
@overload
def get_named_type(type_: None) -> None: ...
@overload
def get_named_type(type_: GraphQLType) -> GraphQLNamedType: ...
def get_named_type(type_: GraphQLType | None) -> GraphQLNamedType | None: ...
GraphQLLeafType: TypeAlias = GraphQLScalarType | GraphQLEnumType
def is_leaf_type(type_: Any) -> TypeGuard[GraphQLLeafType]: ...
def assert_leaf_type(type_: Any) -> GraphQLLeafType: ...
GraphQLCompositeType: TypeAlias = GraphQLObjectType | GraphQLInterfaceType | GraphQLUnionType
def is_composite_type(type_: Any) -> TypeGuard[GraphQLCompositeType]: ...
def assert_composite_type(type_: Any) -> GraphQLCompositeType: ...
GraphQLAbstractType: TypeAlias = GraphQLInterfaceType | GraphQLUnionType
def is_abstract_type(type_: Any) -> TypeGuard[GraphQLAbstractType]: ...
def assert_abstract_type(type_: Any) -> GraphQLAbstractType: ...

