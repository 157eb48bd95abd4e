//! Collections that are passed where an awaitable is needed: `asyncio.gather([fetch(1), fetch(2)])`.

use loopmend_catalog::{Role, named};
use loopmend_core::{Confidence, Span};
use loopmend_index::summary::{CallSite, Collection, Expression, ExpressionId, NameId, ScopeId, Summary};
use loopmend_semantic::File;
use loopmend_semantic::file::awaiting_slot::takes;
use loopmend_semantic::file::slot_call::asks_if_async;
use loopmend_semantic::infer::{AWAITING_SLOTS, AwaitingSlot, Inference, Type};

/// A collection that is passed where an awaitable is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AwaitedCollection {
    /// The argument.
    pub(crate) argument: Span,
    /// The documented name of the callee.
    pub(crate) name: &'static str,
    /// Whether the callee takes any number of awaitables.
    pub(crate) takes_several: bool,
    /// The class of the collection, such as `list`; `generator` for a generator expression.
    pub(crate) class: String,
    /// The qualified name of the scope around the call.
    pub(crate) symbol: String,
    /// Certain if the call or a statement before it creates the collection.
    pub(crate) confidence: Confidence,
}

/// Returns the collections that are passed where an awaitable is needed, in source order. Skips places where an exception is
/// expected, and functions that check whether something is asynchronous.
pub(crate) fn awaited_collections(file: &mut File) -> Vec<AwaitedCollection> {
    let summary = file.summary();
    let mut found = Vec::new();
    for site in &summary.calls {
        let called = summary.last_name(summary.callee_or_itself(site.expression)).unwrap_or_default();
        let slots = AWAITING_SLOTS.iter().filter(|slot| slot.called == called && !slot.kind.calls());
        let slots: Vec<&'static AwaitingSlot> = slots.collect();
        if slots.is_empty() || site.expects_exception || asks_if_async(summary, site.scope) {
            continue;
        }
        for (place, argument) in summary.arguments_of(site.expression).unwrap_or_default().iter().enumerate()
        {
            let takes = |slot: &&&AwaitingSlot| takes(slot, summary, argument, place);
            let slots: Vec<_> = slots.iter().filter(takes).copied().collect();
            if !slots.is_empty() {
                found.extend(awaited_collection(file, site, argument.value, &slots));
            }
        }
    }
    found
}

fn awaited_collection(
    file: &mut File,
    site: &CallSite,
    argument: ExpressionId,
    slots: &[&'static AwaitingSlot],
) -> Option<AwaitedCollection> {
    let (module, summary) = (file.module(), file.summary());
    let is_call = summary.call(argument).is_some();
    // Other calls of functions are those of `unawaitables`.
    if is_call && slots.iter().any(|slot| slot.parameter.is_some()) {
        return None;
    }
    let class = class_of_collection(file, site.scope, argument)?;
    let inference = file.inference_mut();
    let called = inference.called(module, site);
    let slot = inference.called_awaiting_slot(&called, slots)?;
    let is_made_here = is_made_here(summary, site.scope, argument);
    Some(AwaitedCollection {
        argument: summary.span(argument),
        name: slot.name,
        takes_several: slot.parameter.is_none(),
        class,
        symbol: summary.qualified_name(site.scope),
        confidence: if is_made_here { Confidence::Certain } else { Confidence::Likely },
    })
}

/// Returns the class of an argument that is certainly a collection. The result of a call has to hold awaitables.
fn class_of_collection(file: &mut File, scope: ScopeId, argument: ExpressionId) -> Option<String> {
    let (module, summary) = (file.module(), file.summary());
    let is_call = summary.call(argument).is_some();
    match summary.expression(argument) {
        Expression::Comprehension { collection, .. } | Expression::Display { collection, .. } => {
            return Some(name_display(collection)?.to_owned());
        }
        Expression::Tuple(_) => return Some("tuple".to_owned()),
        Expression::Await(_) | Expression::Lambda(_) | Expression::Starred(_) => return None,
        // A test may get a coroutine instead of the value of its fixture.
        Expression::Name(name) if is_bare_parameter(summary, scope, name) => return None,
        _ => {}
    }
    let inference = file.inference_mut();
    let value = inference.expression(module, scope, argument);
    if inference.is_given_by_callers() {
        return None;
    }
    let mut class = None;
    for part in inference.parts(value) {
        let holds_awaitables = inference.holds_awaitables(part) && inference.certainly_not_awaitable(part);
        let name = name_of_collection(inference, part).filter(|_| !is_call || holds_awaitables);
        let name = match name {
            None if holds_awaitables => name_of_class(inference, part),
            name => name,
        };
        class = Some(name?);
    }
    class
}

/// Returns the class of a display or comprehension, which does not depend on what its elements are.
fn name_display(collection: Collection) -> Option<&'static str> {
    match collection {
        Collection::List => Some("list"),
        Collection::Set => Some("set"),
        Collection::Dict => Some("dict"),
        Collection::Generator => Some("generator"),
        Collection::AsyncGenerator => None,
    }
}

/// Returns the name of a built-in collection.
fn name_of_collection(inference: &mut Inference, part: Type) -> Option<String> {
    match part {
        Type::Tuple(_) => Some("tuple".to_owned()),
        Type::Instance(class, _) => {
            let name = inference.builtin_name(class)?;
            named(name).has(Role::PlainCollection).then(|| name.to_owned())
        }
        _ => None,
    }
}

fn name_of_class(inference: &mut Inference, part: Type) -> Option<String> {
    match part {
        Type::Instance(class, _) => Some(inference.class_name(class).to_owned()),
        _ => None,
    }
}

/// Returns whether a name is a parameter without annotation.
fn is_bare_parameter(summary: &Summary, scope: ScopeId, name: NameId) -> bool {
    let functions = summary.scopes_from(scope).filter_map(|scope| summary.enclosing_function(scope));
    let mut parameters = functions.flat_map(|function| &summary.function(function).parameters);
    parameters.any(|parameter| parameter.name == name && parameter.annotation.is_none())
}

/// Returns whether an argument is written as a collection, or is a name that is only bound to such values.
fn is_made_here(summary: &Summary, scope: ScopeId, argument: ExpressionId) -> bool {
    let is_collection = |id| {
        matches!(
            summary.expression(id),
            Expression::Display { .. } | Expression::Comprehension { .. } | Expression::Tuple(_)
        )
    };
    match summary.expression(argument) {
        Expression::Name(name) => {
            let bindings = summary.bindings_of(scope, summary.name(name));
            let is_parameter = summary
                .enclosing_function(scope)
                .is_some_and(|function| summary.function(function).has_parameter(name));
            !bindings.is_empty()
                && !is_parameter
                && bindings.iter().all(|binding| binding.kind.value().is_some_and(is_collection))
        }
        Expression::Call { .. } => true,
        _ => is_collection(argument),
    }
}
