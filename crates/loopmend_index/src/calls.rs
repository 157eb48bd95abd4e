//! Calls of a module, by their names and places.

use loopmend_catalog::{Role, Words, named};
use rustc_hash::FxHashSet;

use crate::summary::{BindingKind, CallSite, Expression, ExpressionId, FunctionId, NameId, ScopeId, Summary};

/// Returns the name or last attribute of the callee.
pub fn called_name<'s>(summary: &'s Summary, site: &CallSite) -> Option<&'s str> {
    let name = name_or_attribute(summary, summary.call(site.expression)?.callee)?;
    Some(summary.name(name))
}

/// Returns a name, or the last part of an attribute.
pub fn name_or_attribute(summary: &Summary, expression: ExpressionId) -> Option<NameId> {
    match summary.expression(expression) {
        Expression::Name(name) | Expression::Attribute { name, .. } => Some(name),
        _ => None,
    }
}

/// Returns whether a call checks if an event loop is running. A name of the project may suggest this too.
pub fn asks_for_loop(summary: &Summary, site: &CallSite) -> bool {
    called_name(summary, site).is_some_and(|name| {
        named(name).has(Role::AsksForLoop)
            || named(name).has(Role::NeedsRunningLoop) && site.catches_runtime_error
            || sounds_like_asking(name)
    })
}

/// Returns the scopes of which a call checks if an event loop is running.
pub fn scopes_that_ask_for_loop(summary: &Summary) -> FxHashSet<ScopeId> {
    summary.calls.iter().filter(|site| asks_for_loop(summary, site)).map(|site| site.scope).collect()
}

/// Returns the calls in the scope of a function, in source order.
pub fn calls_in(
    summary: &Summary,
    function: FunctionId,
) -> impl Iterator<Item = &CallSite> + Clone + use<'_> {
    let definition = summary.function(function);
    let start = |site: &CallSite| summary.span(site.expression).start;
    let first = summary.calls.partition_point(|site| start(site) < definition.header.start);
    let inside = summary.calls[first..].iter().take_while(move |site| start(site) < definition.end);
    inside.filter(|site| site.scope == definition.scope)
}

/// Returns whether a name suggests such a check: `has_running_loop()`, `in_async_context()`, `_is_async()`.
fn sounds_like_asking(name: &str) -> bool {
    let asks =
        Words::QuestionPrefixes.all().iter().any(|word| name.trim_start_matches('_').starts_with(word));
    asks && Words::LoopWords.all().iter().any(|word| name.contains(word))
}

/// Returns whether an expression is a future that its scope has just made: the call itself, or a name that is bound only to such calls.
pub fn is_new_future(summary: &Summary, scope: ScopeId, value: ExpressionId) -> bool {
    let Expression::Name(name) = summary.expression(value) else { return is_submitted(summary, value) };
    let bindings = summary.bindings_of(scope, summary.name(name));
    let is_new = |kind| matches!(kind, BindingKind::Value(value) if is_submitted(summary, value));
    !bindings.is_empty() && bindings.iter().all(|binding| is_new(binding.kind))
}

/// Returns whether an expression is the call that makes a future.
pub fn is_submitted(summary: &Summary, value: ExpressionId) -> bool {
    summary.call(value).is_some() && summary.last_roles(value).has(Role::ReturnsThreadFuture)
}
