//! Thread locks that a coroutine holds while it is suspended.

use loopmend_core::{Confidence, Span};
use loopmend_flow::{FunctionFlow, Step, StepKind, WaitBy};
use loopmend_index::summary::{BindingKind, CallSite, Expression, ExpressionId, Protocol, ScopeId, Summary};
use loopmend_python::ast::Expr;
use loopmend_python::text_size::Ranged;
use loopmend_python::{range_of, span};
use loopmend_semantic::File;
use loopmend_semantic::infer::{ClassRef, Inference, Type};

/// The behaviour of a thread lock when the thread that holds it acquires it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LockKind {
    /// The thread blocks.
    NonReentrant,
    /// The thread acquires it once more.
    Reentrant,
    /// A `Condition` whose own lock is unknown: it behaves as that lock.
    Condition,
}

impl LockKind {
    /// The kind of a value that has one of two kinds.
    fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::NonReentrant, _) | (_, Self::NonReentrant) => Self::NonReentrant,
            (Self::Reentrant, Self::Reentrant) => Self::Reentrant,
            _ => Self::Condition,
        }
    }
}

/// A thread lock that an `async def` holds across an `await`.
pub(crate) struct HeldLock {
    /// The value that `with` enters, or the call of `acquire`.
    pub(crate) at: Span,
    /// The range of the lock expression.
    pub(crate) lock: Span,
    /// The first suspension point while the lock is held.
    pub(crate) suspends: Span,
    /// The qualified name of the function.
    pub(crate) symbol: String,
    /// The kind of the lock.
    pub(crate) kind: LockKind,
    /// The confidence that the object is such a lock.
    pub(crate) confidence: Confidence,
}

/// Locks that block the thread that holds them, by module and class.
const NON_REENTRANT: [(&str, &str); 6] = [
    ("_thread", "lock"),
    ("_thread", "LockType"),
    ("threading", "Lock"),
    ("threading", "Semaphore"),
    ("multiprocessing.synchronize", "Lock"),
    ("multiprocessing.synchronize", "Semaphore"),
];

/// Locks that the thread that holds them can acquire again.
const REENTRANT: [(&str, &str); 4] = [
    ("_thread", "RLock"),
    ("threading", "RLock"),
    ("threading", "_RLock"),
    ("multiprocessing.synchronize", "RLock"),
];

/// Locks that behave as the lock that they are created with, and are reentrant without one.
const CONDITIONS: [(&str, &str); 2] =
    [("threading", "Condition"), ("multiprocessing.synchronize", "Condition")];

/// Returns the thread locks that `async` functions hold across an `await`, in source order. Skips locks
/// that are released in between.
pub(crate) fn held_locks(file: &mut File) -> Vec<HeldLock> {
    let mut found = entered_locks(file);
    found.extend(acquired_locks(file));
    found.sort_by_key(|held| held.at.start);
    found
}

fn entered_locks(file: &mut File) -> Vec<HeldLock> {
    let mut found = Vec::new();
    for statement in file.protocol_statements(Protocol::With) {
        let (value, scope) = (statement.inner.value, statement.inner.scope);
        let lock = statement.value;
        if let Some((kind, confidence)) = thread_lock(file, scope, value)
            && let places = file.flow_around(lock, |flow| suspends_inside(flow, file.text(), lock))
            && let Some(suspends) = first_suspension(file, &places)
        {
            let symbol = file.summary().qualified_name(scope);
            found.push(HeldLock { at: lock, lock, suspends, symbol, kind, confidence });
        }
    }
    found
}

fn acquired_locks(file: &mut File) -> Vec<HeldLock> {
    let summary = file.summary();
    let is_acquire = |name| summary.name(name) == "acquire";
    let mut found = Vec::new();
    for call in file.dropped_calls() {
        let Some((receiver, name)) = summary.method_call(call.site.expression) else { continue };
        let waits = is_acquire(name)
            && file.can_await(&call)
            && summary.arguments_of(call.site.expression).is_some_and(<[_]>::is_empty);
        if waits
            && let Some((kind, confidence)) = thread_lock(file, call.scope(), receiver)
            && let lock = summary.span(receiver)
            && let places =
                file.flow_around(lock, |flow| suspends_before_release(flow, file.text(), call.span, lock))
            && let Some(suspends) = first_suspension(file, &places)
        {
            let symbol = summary.qualified_name(call.scope());
            found.push(HeldLock { at: call.span, lock, suspends, symbol, kind, confidence });
        }
    }
    found
}

/// Returns the first suspension point among places that may suspend.
fn first_suspension(file: &mut File, places: &[MayPause]) -> Option<Span> {
    let pauses = |place: &&MayPause| place.awaited.is_none_or(|awaited| !file.awaits_without_pause(awaited));
    places.iter().find(pauses).map(|place| place.at)
}

/// Returns the kind of the lock that is the value of an expression, if it is a thread lock.
fn thread_lock(file: &mut File, scope: ScopeId, lock: ExpressionId) -> Option<(LockKind, Confidence)> {
    let summary = file.summary();
    summary.last_name(lock).filter(|_| summary.call(lock).is_none())?;
    let module = file.module();
    let inference = file.inference_mut();
    let value = inference.expression(module, scope, lock);
    let confidence = if inference.is_given_by_callers() { Confidence::Likely } else { Confidence::Certain };
    let mut kind: Option<LockKind> = None;
    for part in inference.parts(value) {
        let class = match part {
            Type::Instance(class, _) => class,
            Type::None => continue,
            _ => return None,
        };
        let of_part = kind_of(file, class, lock)?;
        kind = Some(kind.map_or(of_part, |kind| kind.or(of_part)));
    }
    Some((kind?, confidence))
}

fn kind_of(file: &mut File, class: ClassRef, lock: ExpressionId) -> Option<LockKind> {
    if inherits_any(file.inference_mut(), class, &CONDITIONS) {
        let is_bare = is_made_here(file.summary(), lock) && makes_only_bare_conditions(file);
        return Some(if is_bare { LockKind::Reentrant } else { LockKind::Condition });
    }
    let kinds = [(LockKind::Reentrant, REENTRANT.as_slice()), (LockKind::NonReentrant, &NON_REENTRANT)];
    let mut is_of = |classes: &[(&str, &str)]| inherits_any(file.inference_mut(), class, classes);
    kinds.into_iter().find(|(_, classes)| is_of(classes)).map(|(kind, _)| kind)
}

/// Returns whether a lock is a name that no import binds, or an attribute of `self`.
fn is_made_here(summary: &Summary, lock: ExpressionId) -> bool {
    match summary.expression(lock) {
        Expression::Name(name) => {
            let bindings = summary.bindings_of(Summary::MODULE_SCOPE, summary.name(name));
            let is_import =
                |kind| matches!(kind, BindingKind::Import { .. } | BindingKind::ImportFrom { .. });
            !bindings.iter().any(|binding| is_import(binding.kind))
        }
        Expression::Attribute { value, .. } => summary.last_name(value) == Some("self"),
        _ => false,
    }
}

/// Returns whether the file makes thread conditions, and gives none of them a lock.
fn makes_only_bare_conditions(file: &mut File) -> bool {
    let (module, summary) = (file.module(), file.summary());
    let is_named_so = |site: &&CallSite| summary.last_name(site.expression) == Some("Condition");
    let inference = file.inference_mut();
    let mut made = 0;
    for site in summary.calls.iter().filter(is_named_so) {
        let value = inference.expression(module, site.scope, site.expression);
        let parts = inference.parts(value);
        let is_of_threads = parts.iter().any(|part| match part {
            Type::Instance(class, _) => inherits_any(inference, *class, &CONDITIONS),
            _ => false,
        });
        if !is_of_threads {
            continue;
        }
        if summary.arguments_of(site.expression).is_none_or(|given| !given.is_empty()) {
            return false;
        }
        made += 1;
    }
    made > 0
}

fn inherits_any(inference: &mut Inference, class: ClassRef, classes: &[(&str, &str)]) -> bool {
    classes.iter().any(|(module, name)| inference.inherits(class, module, name))
}

/// Returns where the body of the `with` that enters a value may suspend, if nothing inside releases the
/// value.
fn suspends_inside(flow: &FunctionFlow, text: &str, value: Span) -> Vec<MayPause> {
    let Some((_, body)) = flow.with_entering(range_of(value)) else { return Vec::new() };
    let steps = flow.steps_inside(body);
    let is_released = steps.iter().any(|step| releases(text, step, value));
    if is_released { Vec::new() } else { pauses(steps) }
}

/// Returns where control may suspend between a call of `acquire` and the next call of `release`.
fn suspends_before_release(flow: &FunctionFlow, text: &str, acquire: Span, lock: Span) -> Vec<MayPause> {
    let steps = flow.steps_inside(FunctionFlow::BODY);
    let after =
        &steps[steps.iter().position(|step| span(step.at) == acquire).map_or(steps.len(), |at| at + 1)..];
    let release = after.iter().position(|step| releases(text, step, lock));
    release.map(|end| pauses(&after[..end])).unwrap_or_default()
}

/// Returns whether a step is a call of the method `release` of a lock.
fn releases(text: &str, step: &Step, lock: Span) -> bool {
    let StepKind::Call(call, _) = step.kind else { return false };
    let Expr::Attribute(method) = &*call.func else { return false };
    method.attr.as_str() == "release"
        && text.get(lock.as_range()) == text.get(span(method.value.range()).as_range())
}

/// A place that may suspend.
#[derive(Clone, Copy)]
struct MayPause {
    at: Span,
    /// The awaited expression, if it is explicit.
    awaited: Option<Span>,
}

fn pauses(steps: &[Step]) -> Vec<MayPause> {
    let pause = |step: &Step| match step.kind {
        StepKind::Wait(wait) => {
            let is_explicit = wait.by == WaitBy::Await;
            Some(MayPause { at: span(step.at), awaited: is_explicit.then(|| span(wait.value.range())) })
        }
        _ => None,
    };
    steps.iter().filter_map(pause).collect()
}
