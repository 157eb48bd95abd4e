//! Queues that something joins, and whose items nothing marks as done.

use loopmend_catalog::{Role, named};
use loopmend_core::{Confidence, Span};
use loopmend_index::summary::{CallSite, ClassId, Expression, ExpressionId, NameId, Summary};
use loopmend_semantic::File;
use loopmend_semantic::file::Call;

use crate::detectors::known_call::calls_only;

/// A `join` that waits for ever.
#[derive(Clone, Copy, Debug)]
pub(crate) struct EndlessJoin {
    /// The call of `join`.
    pub(crate) call: Call,
    /// The queue.
    pub(crate) queue: Span,
    /// A call that takes an item from the queue.
    pub(crate) taken: Span,
    /// The confidence that the object is a queue of asyncio.
    pub(crate) confidence: Confidence,
}

/// Returns the awaited `join` calls of queues of asyncio from which the file takes items that nothing marks as done, in source order.
pub(crate) fn endless_joins(file: &mut File) -> Vec<EndlessJoin> {
    let summary = file.summary();
    if !summary.mentions(Role::JoinsQueue) || !summary.mentions(Role::GetsFromQueue) {
        return Vec::new();
    }
    let joins = |call: &Call| summary.last_roles(call.site.expression).has(Role::JoinsQueue);
    let calls: Vec<Call> = file.awaited_calls().filter(joins).collect();
    calls.into_iter().filter_map(|call| endless_join(file, call)).collect()
}

fn endless_join(file: &mut File, call: Call) -> Option<EndlessJoin> {
    let summary = file.summary();
    let queue = receiver(summary, &call.site)?;
    let name = summary.last_name_id(queue)?;
    let mut takes =
        summary.calls.iter().filter(|site| calls_of_named(summary, site, name, Role::GetsFromQueue));
    let taken = summary.span(takes.next()?.expression);
    if may_be_marked(file, name, class_around(summary, &call.site, queue)) {
        return None;
    }
    let confidence = calls_only(file, &call.site, Role::JoinsQueue)?;
    Some(EndlessJoin { call, queue: summary.span(queue), taken, confidence })
}

/// Returns the object whose method a call calls, if it is a name or an attribute.
fn receiver(summary: &Summary, site: &CallSite) -> Option<ExpressionId> {
    let (receiver, _) = summary.method_call(site.expression)?;
    let is_named = matches!(summary.expression(receiver), Expression::Name(_) | Expression::Attribute { .. });
    is_named.then_some(receiver)
}

/// Returns whether a call calls a method with a role of an object with this last name.
pub(super) fn calls_of_named(summary: &Summary, site: &CallSite, name: NameId, role: Role) -> bool {
    let method = summary.last_name(summary.callee_or_itself(site.expression));
    named(method).has(role)
        && receiver(summary, site).is_some_and(|queue| summary.last_name_id(queue) == Some(name))
}

/// Returns whether some code of the project may mark the items of a queue with this name. A queue that the file passes on has other names elsewhere.
fn may_be_marked(file: &mut File, name: NameId, class: Option<ClassId>) -> bool {
    let (own, summary) = (file.module(), file.summary());
    let is_passed_on = is_passed_on(summary, name);
    let text = summary.name(name);
    let inference = file.inference_mut();
    let modules: Vec<_> =
        Role::MarksTaskDone.names().iter().flat_map(|mark| inference.modules_that_call(mark)).collect();
    modules.into_iter().any(|module| {
        let other = file.engine().summary(module);
        let own_class = class.filter(|_| module == own);
        let may_be_alias = is_passed_on || module == own;
        list_marks(other).any(|(site, queue)| may_mark(other, site, queue, (text, own_class, may_be_alias)))
    })
}

/// Returns the calls of a module that mark an item, each with its queue if that is a name or an attribute.
fn list_marks(summary: &Summary) -> impl Iterator<Item = (&CallSite, Option<ExpressionId>)> {
    let marks = |site: &&CallSite| {
        let method = summary.last_name(summary.callee_or_itself(site.expression));
        named(method).has(Role::MarksTaskDone)
    };
    summary.calls.iter().filter(marks).map(|site| (site, receiver(summary, site)))
}

/// Returns whether a mark may be of a queue: it has the same name, or may be another name of the queue.
fn may_mark(
    summary: &Summary,
    site: &CallSite,
    queue: Option<ExpressionId>,
    (name, class, may_be_alias): (&str, Option<ClassId>, bool),
) -> bool {
    let Some(queue) = queue else { return may_be_alias };
    if summary.last_name(queue) == Some(name) {
        let of = class_around(summary, site, queue);
        // A class without bases has its own queue.
        return class.is_none() || of.is_none_or(|of| Some(of) == class || summary.class(of).bases.len > 0);
    }
    may_be_alias && !matches!(summary.expression(queue), Expression::Attribute { .. })
}

/// Returns the class in whose method a call uses an attribute of `self`.
fn class_around(summary: &Summary, site: &CallSite, queue: ExpressionId) -> Option<ClassId> {
    let Expression::Attribute { value, .. } = summary.expression(queue) else { return None };
    if summary.last_name(value) != Some("self") {
        return None;
    }
    summary.class_of(summary.enclosing_function(site.scope)?)
}

/// Returns whether the file uses an object with this name other than by its methods: passes it to a call, returns it, or binds it to another name.
fn is_passed_on(summary: &Summary, name: NameId) -> bool {
    let is_it = |value: ExpressionId| match summary.expression(value) {
        Expression::Name(other) | Expression::Attribute { name: other, .. } => other == name,
        _ => false,
    };
    let is_argument = summary.calls.iter().any(|site| {
        let given = summary.arguments_of(site.expression).unwrap_or_default();
        given.iter().any(|argument| is_it(argument.value))
    });
    is_argument || summary.bindings.iter().any(|binding| binding.kind.value().is_some_and(is_it))
}
