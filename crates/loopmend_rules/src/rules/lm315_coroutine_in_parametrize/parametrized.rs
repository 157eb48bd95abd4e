//! Coroutines among the values of `@pytest.mark.parametrize` and of fixtures. They are created once, when
//! the file is imported.

use loopmend_catalog::Role;
use loopmend_index::decorators::names_fixture;
use loopmend_index::summary::{
    ArgumentKind, BindingKind, Expression, ExpressionId, FunctionId, ScopeId, Summary,
};
use loopmend_semantic::File;
use loopmend_semantic::file::{Call, Coroutine};
use loopmend_semantic::infer::argument_named;

/// A coroutine among the values that tests receive.
#[derive(Clone, Debug)]
pub(crate) struct ParametrizedCoroutine {
    /// The call that creates the coroutine.
    pub(crate) call: Call,
    /// The coroutine.
    pub(crate) coroutine: Coroutine,
    /// The test, class or fixture that receives the value.
    pub(crate) given_to: String,
}

/// The maximum nesting depth of values.
const DEEPEST: usize = 4;

/// Returns the coroutines among the values of `parametrize` and of fixtures, in source order and
/// without duplicates.
pub(crate) fn parametrized_coroutines(file: &mut File) -> Vec<ParametrizedCoroutine> {
    let summary = file.summary();
    let name = Role::GivesParameters.names().iter().find(|name| summary.names.find(name).is_some());
    let Some(name) = name.filter(|_| calls_may_give_coroutines(file)) else { return Vec::new() };
    if file.settings_of_tests(name).is_none() {
        return Vec::new();
    }
    let mut made: Vec<(ExpressionId, ScopeId)> = Vec::new();
    let functions = (0..summary.functions.len() as u32).map(|id| summary.function(FunctionId(id)));
    let decorated = functions.map(|function| (function.decorators, function.scope));
    let classes = summary.classes.iter().map(|class| (class.decorators, class.scope));
    for (decorators, scope) in decorated.chain(classes) {
        for decorator in summary.list(decorators) {
            if let Some(values) = values_of(summary, *decorator) {
                add_calls(summary, values, DEEPEST, &mut |call| made.push((call, scope)));
            }
        }
    }
    let mut found: Vec<ParametrizedCoroutine> = Vec::new();
    for (call, scope) in made {
        let Some(call) = file.call_at(summary.span(call)) else { continue };
        if found.iter().any(|known| known.call.span == call.span) {
            continue;
        }
        if let Some(coroutine) = file.coroutine(&call) {
            found.push(ParametrizedCoroutine { call, coroutine, given_to: summary.qualified_name(scope) });
        }
    }
    found.sort_by_key(|found| found.call.span.start);
    found
}

/// Returns whether a call whose value is neither awaited nor used directly may return a coroutine.
fn calls_may_give_coroutines(file: &File) -> bool {
    file.element_calls().chain(file.argument_calls()).any(|call| file.calls_awaited_name(&call))
}

/// Returns the values that `pytest.mark.parametrize(...)` or `pytest.fixture(params=...)` lists.
fn values_of(summary: &Summary, decorator: ExpressionId) -> Option<ExpressionId> {
    let callee = summary.call(decorator)?.callee;
    match summary.dotted_parts(callee)?.as_slice() {
        [.., "mark", "parametrize"] => argument_named(summary, decorator, "argvalues", 1),
        _ if names_fixture(summary, callee) => argument_named(summary, decorator, "params", usize::MAX),
        _ => None,
    }
}

/// Adds the calls among some values: `[load(1), (load(2), 2), pytest.param(load(3), id="three")]`, or a
/// top-level name for these.
fn add_calls(summary: &Summary, values: ExpressionId, deepest: usize, add: &mut impl FnMut(ExpressionId)) {
    if deepest == 0 {
        return;
    }
    match summary.expression(values) {
        Expression::Display { elements, .. } | Expression::Tuple(elements) => {
            for element in summary.list(elements) {
                add_calls(summary, *element, deepest - 1, add);
            }
        }
        Expression::Comprehension { element: value, .. } | Expression::Starred(value) => {
            add_calls(summary, value, deepest - 1, add);
        }
        Expression::Call { arguments, .. } if summary.last_name(values) == Some("param") => {
            let given = summary.arguments(arguments).iter();
            for argument in given.filter(|argument| argument.kind == ArgumentKind::Positional) {
                add_calls(summary, argument.value, deepest - 1, add);
            }
        }
        Expression::Call { .. } => add(values),
        Expression::Name(name) => {
            if let [only] = summary.bindings_of(Summary::MODULE_SCOPE, summary.name(name))
                && let BindingKind::Value(value) = only.kind
            {
                add_calls(summary, value, deepest - 1, add);
            }
        }
        _ => {}
    }
}
