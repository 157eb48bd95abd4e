//! Thread locks that a coroutine holds while it is suspended.

use loopmend_core::{Confidence, Span};
use loopmend_flow::{FunctionFlow, Step, StepKind, WaitBy};
use loopmend_index::summary::{ExpressionId, Protocol, ScopeId};
use loopmend_python::ast::Expr;
use loopmend_python::span;
use loopmend_python::text_size::Ranged;
use loopmend_semantic::File;
use loopmend_semantic::file::fate::range_of;
use loopmend_semantic::infer::{ClassRef, Inference, Type};

/// A thread lock that an `async def` holds across an `await`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HeldLock {
    /// The value that `with` enters, or the call of `acquire`.
    pub(crate) at: Span,
    /// The range of the lock expression.
    pub(crate) lock: Span,
    /// The first suspension point while the lock is held.
    pub(crate) suspends: Span,
    /// The qualified name of the function.
    pub(crate) symbol: String,
    /// Whether the lock is owned by a thread, so that every task of that thread may acquire it again.
    pub(crate) is_of_thread: bool,
    /// The confidence that the object is such a lock.
    pub(crate) confidence: Confidence,
}

/// Non-reentrant locks, by module and class.
const TAKEN_ONCE: [(&str, &str); 6] = [
    ("_thread", "lock"),
    ("_thread", "LockType"),
    ("threading", "Lock"),
    ("threading", "Semaphore"),
    ("multiprocessing.synchronize", "Lock"),
    ("multiprocessing.synchronize", "Semaphore"),
];

/// Locks that the owning thread can acquire again.
const OF_THREAD: [(&str, &str); 6] = [
    ("_thread", "RLock"),
    ("threading", "RLock"),
    ("threading", "_RLock"),
    ("threading", "Condition"),
    ("multiprocessing.synchronize", "RLock"),
    ("multiprocessing.synchronize", "Condition"),
];

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
        if let Some((is_of_thread, confidence)) = thread_lock(file, scope, value)
            && let places = file.flow_around(lock, |flow| suspends_inside(flow, file.text(), lock))
            && let Some(suspends) = first_suspension(file, &places)
        {
            let symbol = file.summary().qualified_name(scope);
            found.push(HeldLock { at: lock, lock, suspends, symbol, is_of_thread, confidence });
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
            && let Some((is_of_thread, confidence)) = thread_lock(file, call.scope(), receiver)
            && let lock = summary.span(receiver)
            && let places =
                file.flow_around(lock, |flow| suspends_before_release(flow, file.text(), call.span, lock))
            && let Some(suspends) = first_suspension(file, &places)
        {
            let symbol = summary.qualified_name(call.scope());
            found.push(HeldLock { at: call.span, lock, suspends, symbol, is_of_thread, confidence });
        }
    }
    found
}

/// Returns the first suspension point among places that may suspend.
fn first_suspension(file: &mut File, places: &[MayPause]) -> Option<Span> {
    let pauses = |place: &&MayPause| place.awaited.is_none_or(|awaited| !file.awaits_without_pause(awaited));
    places.iter().find(pauses).map(|place| place.at)
}

/// Returns whether the thread owns the lock that is the value of an expression, if it is a thread lock.
fn thread_lock(file: &mut File, scope: ScopeId, value: ExpressionId) -> Option<(bool, Confidence)> {
    let summary = file.summary();
    summary.last_name(value).filter(|_| summary.call(value).is_none())?;
    let module = file.module();
    let inference = file.inference_mut();
    let value = inference.expression(module, scope, value);
    let confidence = if inference.is_given_by_callers() { Confidence::Likely } else { Confidence::Certain };
    let mut is_of_thread = None;
    for part in inference.parts(value) {
        let class = match part {
            Type::Instance(class, _) => class,
            Type::None => continue,
            _ => return None,
        };
        let is_reentrant = inherits_any(inference, class, &OF_THREAD);
        if !is_reentrant && !inherits_any(inference, class, &TAKEN_ONCE) {
            return None;
        }
        is_of_thread = Some(is_reentrant && is_of_thread != Some(false));
    }
    Some((is_of_thread?, confidence))
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
