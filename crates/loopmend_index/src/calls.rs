//! Calls of a module, by their names and places.

use loopmend_catalog::{Role, Words, named};

use crate::summary::{CallSite, Expression, ExpressionId, FunctionId, NameId, Summary};

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
