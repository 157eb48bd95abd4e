//! Asynchronous generators that yield inside a cancel scope (peps.python.org/pep-0789).

use loopmend_catalog::{Role, is, named};
use loopmend_core::Span;
use loopmend_flow::{Form, StepKind};
use loopmend_index::summary::{Function, FunctionId, Protocol, ProtocolUse, Summary};
use loopmend_python::{range_of, span};
use loopmend_semantic::File;
use loopmend_semantic::infer::Location;

/// A `yield` in an asynchronous generator, inside a context manager that may cancel the consumer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ScopeOverYield {
    /// The first `yield` in the scope.
    pub(crate) at: Span,
    /// The call that creates the scope.
    pub(crate) scope: Span,
    /// The dotted name of the scope, such as `asyncio.timeout`.
    pub(crate) name: String,
    /// The qualified name of the generator.
    pub(crate) symbol: String,
}

/// Returns the places where an asynchronous generator yields inside a cancel scope, in source order. Only generators count that
/// yield in a loop or that the file iterates over, so that none is made into a context manager elsewhere.
pub(crate) fn scopes_over_yields(file: &mut File) -> Vec<ScopeOverYield> {
    let summary = file.summary();
    if !summary.mentions(Role::CancelScope) {
        return Vec::new();
    }
    let is_entered = |it: &&ProtocolUse| matches!(it.protocol, Protocol::With | Protocol::AsyncWith);
    let entered: Vec<&ProtocolUse> = summary.protocol_uses.iter().filter(is_entered).collect();
    let mut found: Vec<_> = entered.into_iter().filter_map(|scope| scope_over_yield(file, scope)).collect();
    found.sort_by_key(|found| found.at.start);
    found.dedup_by_key(|found| found.at);
    found
}

fn scope_over_yield(file: &mut File, entered: &ProtocolUse) -> Option<ScopeOverYield> {
    let (module, summary) = (file.module(), file.summary());
    let callee = summary.call(entered.value)?.callee;
    if !summary.last_roles(callee).has(Role::CancelScope) {
        return None;
    }
    let id = summary.enclosing_function(entered.scope)?;
    let function = summary.function(id);
    let name =
        summary.import_path(entered.scope, callee).filter(|path| is(path.as_str(), Role::CancelScope))?;
    if !function.is_async || !function.is_generator {
        return None;
    }
    let at = Location::in_scope(module, summary.scope_around(function.scope));
    let inference = file.inference_mut();
    let mut decorators = summary.list(function.decorators).iter();
    if !decorators.all(|decorator| inference.keeps_decorated(at, *decorator)) {
        return None;
    }
    let scope = summary.span(entered.value);
    let place = file.flow_of(function.header, |flow| {
        let (_, body) = flow.with_entering(range_of(scope))?;
        let steps = flow.steps_inside(body).iter();
        let mut yields = steps.filter(|step| matches!(step.kind, StepKind::Yield));
        let first = yields.next()?;
        let is_repeated = flow.around(first.block).any(|(it, _)| matches!(it.form, Form::Loop { .. }));
        (is_repeated || is_iterated_over(summary, id, function)).then(|| span(first.at))
    })?;
    Some(ScopeOverYield { at: place, scope, name, symbol: summary.qualified_name(function.scope) })
}

/// Returns whether `async for` iterates over a call of a generator in its file. `__aiter__` is called by `async for` alone.
fn is_iterated_over(summary: &Summary, id: FunctionId, function: &Function) -> bool {
    let name = summary.name(function.name);
    let is_special = summary.class_of(id).is_some() && named(name).has(Role::CalledByAsync);
    let mut iterated = summary.protocol_uses.iter().filter(|it| it.protocol == Protocol::AsyncFor);
    is_special
        || iterated
            .any(|it| summary.call(it.value).is_some_and(|call| summary.last_name(call.callee) == Some(name)))
}
