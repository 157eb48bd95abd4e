//! Locks that some way out of a function leaves acquired.

use loopmend_catalog::{Role, named};
use loopmend_core::{Confidence, Span};
use loopmend_flow::{Analysis, Exits, FunctionFlow, Step, StepKind};
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, ExceptHandler, Expr, ExprCall, Stmt, StmtReturn, StmtTry};
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{is_in_block, jumps, last_name, makes_scope, nodes_around, range_of, span, walk_body};
use loopmend_semantic::File;
use loopmend_semantic::file::Call;

use crate::detectors::known_call::calls_only;

/// A lock that a function acquires, and releases on some ways out only.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LeakedLock {
    /// The call of `acquire`.
    pub(crate) call: Call,
    /// The lock.
    pub(crate) lock: Span,
    /// Where control leaves while the lock is acquired.
    pub(crate) at: Span,
    /// How control leaves there.
    pub(crate) exit: Exit,
    /// `true` if a handler catches `Exception` and releases the lock, so that only a cancellation leaves.
    pub(crate) is_exception_caught: bool,
    /// The confidence that the object is a lock of asyncio.
    pub(crate) confidence: Confidence,
}

/// How control leaves a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    Wait,
    Yield,
    Raise,
    Return,
}

/// Returns the locks of asyncio that a function acquires and releases, but not on each way out, in source order. Skips functions that
/// hand the lock over, that ask whether it is acquired, or that release it in a `finally`.
pub(crate) fn leaked_locks(file: &mut File) -> Vec<LeakedLock> {
    let summary = file.summary();
    if !summary.mentions(Role::AcquiresPrimitive) || !summary.mentions(Role::ReleasesPrimitive) {
        return Vec::new();
    }
    let acquires = |call: &Call| {
        call.is_statement() && summary.last_roles(call.site.expression).has(Role::AcquiresPrimitive)
    };
    let calls: Vec<Call> = file.awaited_calls().filter(acquires).collect();
    calls.into_iter().filter_map(|call| leaked_lock(file, call)).collect()
}

fn leaked_lock(file: &mut File, call: Call) -> Option<LeakedLock> {
    let summary = file.summary();
    let (receiver, _) = summary.method_call(call.site.expression)?;
    summary.last_name(receiver).filter(|_| summary.call(receiver).is_none())?;
    let lock = summary.span(receiver);
    let text = file.slice(lock);
    let function = summary.function(summary.enclosing_function(call.scope())?);
    let header = function.header;
    let acquired = range_of(call.span);
    let plain = file.flow_of(header, |flow| plain_releases(flow, file.text(), (text, acquired)));
    if plain.is_empty() {
        return None;
    }
    let confidence = calls_only(file, &call.site, Role::AcquiresPrimitive)?;
    let mut search = Search { text: file.text(), lock: text, acquired, plain, ways: Ways::default() };
    let exits = file.analyse(header, &mut search, Held::BEFORE)?;
    let (at, exit) = search.ways.exit(&exits)?;
    let at = span(at);
    let is_exception_caught = matches!(exit, Exit::Wait | Exit::Yield) && is_exception_caught(file, at, text);
    Some(LeakedLock { call, lock, at, exit, is_exception_caught, confidence })
}

/// Returns the calls that release a lock in the own code of a function, outside of handlers. Returns none if one of them is in a `finally` or under a
/// condition of its own, or if the function asks whether the lock is acquired: it knows more than its statements say.
fn plain_releases(flow: &FunctionFlow, text: &str, (lock, acquired): (&str, TextRange)) -> Vec<TextRange> {
    let mut releases = Vec::new();
    let mut is_plain = true;
    walk_body(&flow.function.body, |around, node| {
        let AnyNodeRef::ExprCall(call) = node else { return TraversalSignal::Traverse };
        let roles = named(find_method(call, text, lock));
        let is_release = roles.has(Role::ReleasesPrimitive);
        is_plain &= !roles.has(Role::StateQuery);
        is_plain &= !(is_release && is_cleanup(around, call.range(), acquired));
        if is_release
            && !around
                .iter()
                .any(|node| makes_scope(*node) || matches!(node, AnyNodeRef::ExceptHandlerExceptHandler(_)))
        {
            releases.push(call.range());
        }
        TraversalSignal::Traverse
    });
    if is_plain { releases } else { Vec::new() }
}

/// Returns whether a release is in a `finally`, or in a branch that goes on as the other branches do and does not acquire the lock itself.
fn is_cleanup(around: &[AnyNodeRef], release: TextRange, acquired: TextRange) -> bool {
    let goes_on = |body: &[Stmt]| {
        is_in_block(body, release) && !is_in_block(body, acquired) && !body.last().is_some_and(jumps)
    };
    around.iter().any(|node| match node {
        AnyNodeRef::StmtTry(tried) => is_in_block(&tried.finalbody, release),
        AnyNodeRef::StmtIf(branch) => {
            goes_on(&branch.body) || branch.elif_else_clauses.iter().any(|clause| goes_on(&clause.body))
        }
        AnyNodeRef::StmtMatch(several) => several.cases.iter().any(|case| goes_on(&case.body)),
        _ => false,
    })
}

/// Returns the method of a lock that a call calls.
fn find_method<'a>(call: &'a ExprCall, text: &str, lock: &str) -> Option<&'a str> {
    let Expr::Attribute(method) = &*call.func else { return None };
    let receiver = text.get(span(method.value.range()).as_range())?;
    (receiver == lock).then_some(method.attr.as_str())
}

/// Returns whether a `try` around a place has a handler of `Exception` that releases the lock.
fn is_exception_caught(file: &File, place: Span, lock: &str) -> bool {
    let tree = file.tree_within(place.start);
    let release = format!("{lock}.release(");
    let releases = |ExceptHandler::ExceptHandler(handler): &ExceptHandler| {
        let is_wide =
            handler.type_.as_deref().is_some_and(|class| named(last_name(class)).has(Role::BroadException));
        is_wide && file.has_text(span(handler.range()), &release)
    };
    let is_tried =
        |tried: &StmtTry| is_in_block(&tried.body, range_of(place)) && tried.handlers.iter().any(releases);
    nodes_around(&tree, place)
        .iter()
        .any(|node| matches!(node, AnyNodeRef::StmtTry(tried) if is_tried(tried)))
}

/// What is known of the lock at a place.
#[derive(Clone, Copy, Debug)]
struct Held {
    /// Whether some path to the place has acquired and not released the lock.
    may_be_held: bool,
    /// Whether some path to the place has not acquired the lock, or has released it.
    may_be_free: bool,
    /// Whether some path to the place has released the lock, outside of handlers.
    may_be_released: bool,
    /// The last place at which control may have left while the lock was acquired.
    left: Option<(TextRange, Exit)>,
}

impl Held {
    const BEFORE: Self = Self { may_be_held: false, may_be_free: true, may_be_released: false, left: None };
    const ACQUIRED: Self = Self { may_be_held: true, may_be_free: false, may_be_released: false, left: None };

    fn released(is_plain: bool) -> Self {
        Self { may_be_released: is_plain, ..Self::BEFORE }
    }

    fn is_held(self) -> bool {
        self.may_be_held && !self.may_be_free
    }

    fn leave(&mut self, at: TextRange, exit: Exit) {
        if self.is_held() {
            self.left = Some((at, exit));
        }
    }
}

/// The `return` statements of a function.
#[derive(Default)]
struct Ways {
    /// The first `return` that leaves while the lock is acquired.
    returned: Option<TextRange>,
    /// Whether a `return` of a value other than `None` and `False` follows the release.
    is_released_at_success: bool,
}

impl Ways {
    fn add(&mut self, returned: &StmtReturn, state: Held) {
        let is_failure = returned.value.as_deref().is_none_or(is_none_or_false);
        self.is_released_at_success |= state.may_be_released && !is_failure;
        if state.is_held() {
            self.returned.get_or_insert(returned.range());
        }
    }

    /// Returns the way out that leaves the lock acquired, if success releases it.
    fn exit(&self, exits: &Exits<Held>) -> Option<(TextRange, Exit)> {
        let ends_released = exits.end.is_some_and(|end| end.may_be_released);
        if !ends_released && !self.is_released_at_success {
            return None;
        }
        let left = |exit: Option<Held>| exit.filter(|exit| exit.may_be_held).and_then(|exit| exit.left);
        let returned = self.returned.map(|at| (at, Exit::Return));
        returned.or(left(exits.raised)).or(left(exits.end))
    }
}

fn is_none_or_false(value: &Expr) -> bool {
    match value {
        Expr::NoneLiteral(_) => true,
        Expr::BooleanLiteral(literal) => !literal.value,
        _ => false,
    }
}

struct Search<'t> {
    text: &'t str,
    lock: &'t str,
    acquired: TextRange,
    /// The releases outside of handlers.
    plain: Vec<TextRange>,
    ways: Ways,
}

impl<'a> Analysis<'a> for Search<'_> {
    type State = Held;

    fn step(&mut self, step: &Step<'a>, state: &mut Held) {
        match step.kind {
            StepKind::Call(call, _) if call.range() == self.acquired => {
                *state = Held::ACQUIRED;
            }
            StepKind::Call(call, _) => {
                let method = find_method(call, self.text, self.lock);
                if named(method).has(Role::ReleasesPrimitive) {
                    *state = Held::released(self.plain.contains(&call.range()));
                }
            }
            StepKind::Wait(_) => state.leave(step.at, Exit::Wait),
            StepKind::Yield => state.leave(step.at, Exit::Yield),
            StepKind::Jump(Stmt::Raise(_)) => state.leave(step.at, Exit::Raise),
            StepKind::Jump(Stmt::Return(returned)) => self.ways.add(returned, *state),
            _ => {}
        }
    }

    fn join(&self, state: &mut Held, other: Held) {
        state.may_be_held |= other.may_be_held;
        state.may_be_free |= other.may_be_free;
        state.may_be_released |= other.may_be_released;
        state.left = [state.left, other.left].into_iter().flatten().min_by_key(|(at, _)| at.start());
    }

    fn may_raise_before(&self, _: &Step<'a>) -> bool {
        false
    }

    /// A call alone counts for nothing: most of those between `acquire` and `release` never raise.
    fn may_raise_after(&self, step: &Step<'a>) -> bool {
        match step.kind {
            StepKind::Wait(wait) => wait.value.range() != self.acquired,
            kind => matches!(kind, StepKind::Yield),
        }
    }
}
