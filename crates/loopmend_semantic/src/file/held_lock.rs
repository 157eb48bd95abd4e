//! Thread locks that a coroutine holds while it is suspended.

use loopmend_core::{Confidence, Span};
use ruff_python_ast::visitor::source_order::{SourceOrderVisitor, TraversalSignal};
use ruff_python_ast::{AnyNodeRef, Expr, ExprCall, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::File;
use super::fate::{Walk, function_around, makes_scope, nodes_around};
use crate::infer::{ClassRef, Inference, Type};
use crate::summary::{ExpressionId, Protocol, ScopeId, SyntaxTree, last_name, span};

/// A thread lock that an `async def` holds across an `await`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldLock {
    /// The value that `with` enters, or the call of `acquire`.
    pub at: Span,
    /// The range of the lock expression.
    pub lock: Span,
    /// The first suspension point while the lock is held.
    pub suspends: Span,
    /// The qualified name of the function.
    pub symbol: String,
    /// Whether the lock is owned by a thread, so that every task of that thread may acquire it again.
    pub is_of_thread: bool,
    /// The confidence that the object is such a lock.
    pub confidence: Confidence,
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

impl File<'_> {
    /// Returns the thread locks that `async` functions hold across an `await`, in source order. Skips locks
    /// that are released in between.
    pub fn held_locks(&mut self) -> Vec<HeldLock> {
        let mut found = self.entered_locks();
        found.extend(self.acquired_locks());
        found.sort_by_key(|held| held.at.start);
        found
    }

    fn entered_locks(&mut self) -> Vec<HeldLock> {
        let mut found = Vec::new();
        for statement in self.protocol_statements(Protocol::With) {
            let (value, scope) = (statement.inner.value, statement.inner.scope);
            let lock = statement.value;
            if let Some((is_of_thread, confidence)) = self.thread_lock(scope, value)
                && let places = suspends_inside(&self.tree_within(lock.start), self.text(), lock)
                && let Some(suspends) = self.first_suspension(&places)
            {
                let symbol = self.summary().qualified_name(scope);
                found.push(HeldLock { at: lock, lock, suspends, symbol, is_of_thread, confidence });
            }
        }
        found
    }

    fn acquired_locks(&mut self) -> Vec<HeldLock> {
        let summary = self.summary();
        let is_acquire = |name| summary.name(name) == "acquire";
        let mut found = Vec::new();
        for call in self.dropped_calls() {
            let Some((receiver, name)) = summary.method_call(call.site.expression) else { continue };
            let waits = is_acquire(name)
                && self.can_await(&call)
                && summary.arguments_of(call.site.expression).is_some_and(<[_]>::is_empty);
            if waits
                && let Some((is_of_thread, confidence)) = self.thread_lock(call.scope(), receiver)
                && let lock = summary.span(receiver)
                && let tree = self.tree_within(lock.start)
                && let places = suspends_before_release(&tree, self.text(), call.span, lock)
                && let Some(suspends) = self.first_suspension(&places)
            {
                let symbol = summary.qualified_name(call.scope());
                found.push(HeldLock { at: call.span, lock, suspends, symbol, is_of_thread, confidence });
            }
        }
        found
    }

    /// Returns the first suspension point among places that may suspend.
    fn first_suspension(&mut self, places: &[MayPause]) -> Option<Span> {
        let pauses =
            |place: &&MayPause| place.awaited.is_none_or(|awaited| !self.awaits_without_pause(span(awaited)));
        places.iter().find(pauses).map(|place| span(place.at))
    }

    /// Returns whether the thread owns the lock that is the value of an expression, if it is a thread lock.
    fn thread_lock(&mut self, scope: ScopeId, value: ExpressionId) -> Option<(bool, Confidence)> {
        let summary = self.summary();
        summary.last_name(value).filter(|_| summary.call(value).is_none())?;
        let module = self.module();
        let inference = self.inference_mut();
        let value = inference.expression(module, scope, value);
        let confidence =
            if inference.is_given_by_callers() { Confidence::Likely } else { Confidence::Certain };
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
}

fn inherits_any(inference: &mut Inference, class: ClassRef, classes: &[(&str, &str)]) -> bool {
    classes.iter().any(|(module, name)| inference.inherits(class, module, name))
}

/// Returns where the body of the `with` that enters a value may suspend, if nothing inside releases the
/// value.
fn suspends_inside(tree: &SyntaxTree, text: &str, value: Span) -> Vec<MayPause> {
    let around = nodes_around(tree, value);
    let statement = around.iter().rev().find_map(|node| match node {
        AnyNodeRef::StmtWith(statement) => Some(*statement),
        _ => None,
    });
    let mut body = Body::default();
    body.read(statement.map_or(&[], |statement| &statement.body));
    let is_released = body.releases.iter().any(|call| releases(text, call, value));
    if is_released { Vec::new() } else { body.pauses }
}

/// Returns where control may suspend between a call of `acquire` and the next call of `release`.
fn suspends_before_release(tree: &SyntaxTree, text: &str, acquire: Span, lock: Span) -> Vec<MayPause> {
    let around = nodes_around(tree, acquire);
    let mut body = Body::default();
    body.read(function_around(&around).map_or(&[], |function| &function.body));
    let behind = |range: &TextRange| range.start().to_u32() >= acquire.end;
    let release = body.releases.iter().find(|call| behind(&call.range()) && releases(text, call, lock));
    let Some(end) = release.map(|call| call.range().start()) else { return Vec::new() };
    body.pauses.retain(|pause| behind(&pause.at) && pause.at.end() <= end);
    body.pauses
}

fn releases(text: &str, call: &ExprCall, lock: Span) -> bool {
    let Expr::Attribute(method) = &*call.func else { return false };
    text.get(lock.as_range()) == text.get(span(method.value.range()).as_range())
}

/// A place that may suspend.
#[derive(Clone, Copy)]
struct MayPause {
    at: TextRange,
    /// The awaited expression, if it is explicit.
    awaited: Option<TextRange>,
}

impl MayPause {
    fn at(at: TextRange) -> Self {
        Self { at, awaited: None }
    }
}

/// The contents of a block, without inner functions.
#[derive(Default)]
struct Body<'a> {
    pauses: Vec<MayPause>,
    releases: Vec<&'a ExprCall>,
}

impl<'a> Body<'a> {
    fn read(&mut self, statements: &'a [Stmt]) {
        let mut walk = Walk::new(|_, node| {
            match node {
                AnyNodeRef::ExprAwait(node) => {
                    self.pauses.push(MayPause { at: node.range(), awaited: Some(node.value.range()) });
                }
                AnyNodeRef::Comprehension(inner) if inner.is_async => {
                    self.pauses.push(MayPause::at(inner.iter.range()));
                }
                AnyNodeRef::StmtFor(statement) if statement.is_async => {
                    self.pauses.push(MayPause::at(statement.iter.range()));
                }
                AnyNodeRef::StmtWith(statement) if statement.is_async => {
                    self.pauses.extend(statement.items.first().map(|item| MayPause::at(item.range())));
                }
                AnyNodeRef::ExprCall(call) if last_name(&call.func) == Some("release") => {
                    self.releases.push(call);
                }
                _ => {}
            }
            let runs_later = makes_scope(node) && !is_run_at_once(node);
            if runs_later { TraversalSignal::Skip } else { TraversalSignal::Traverse }
        });
        walk.visit_body(statements);
    }
}

/// Returns whether a node is a comprehension that is not a generator expression.
fn is_run_at_once(node: AnyNodeRef) -> bool {
    matches!(node, AnyNodeRef::ExprListComp(_) | AnyNodeRef::ExprSetComp(_) | AnyNodeRef::ExprDictComp(_))
}
