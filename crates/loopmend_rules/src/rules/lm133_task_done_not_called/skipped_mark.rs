//! Turns of a loop that take an item from a queue, and go on without marking it as done.

use loopmend_catalog::{Role, named};
use loopmend_core::{Confidence, Span};
use loopmend_index::summary::Summary;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, ExceptHandler, Stmt, StmtTry};
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{is_in_block, jumps, makes_scope, nodes_around, range_of, span, walk_body};
use loopmend_semantic::File;
use loopmend_semantic::file::{Call, call_of};

use super::missing_mark::calls_of_named;
use crate::detectors::handler::caught_names;
use crate::detectors::known_call::calls_only;

/// A place at which a loop goes on although an item of a queue is not marked as done.
#[derive(Clone, Debug)]
pub(crate) struct SkippedMark {
    /// The `continue`, or the range from `except` to the caught class.
    pub(crate) at: Span,
    /// Whether the place is a handler.
    pub(crate) is_handler: bool,
    /// The call of `task_done`.
    pub(crate) mark: Span,
    /// A call of `join` of the queue.
    pub(crate) join: Span,
    /// The qualified name of the function.
    pub(crate) symbol: String,
    /// The confidence that the object is a queue of asyncio.
    pub(crate) confidence: Confidence,
}

/// Returns the places of a file at which a loop takes the next item of a queue and has not marked the last one, in source order. Nothing is
/// reported where the file never joins the queue.
pub(crate) fn skipped_marks(file: &mut File) -> Vec<SkippedMark> {
    let summary = file.summary();
    let may_be_joined = summary.mentions(Role::JoinsQueue) && summary.mentions(Role::GetsFromQueue);
    if !may_be_joined || !summary.mentions(Role::MarksTaskDone) {
        return Vec::new();
    }
    let marks = |call: &Call| {
        call.is_statement() && summary.last_roles(call.site.expression).has(Role::MarksTaskDone)
    };
    let calls: Vec<Call> = file.dropped_calls().filter(marks).collect();
    let mut found: Vec<SkippedMark> = calls.into_iter().flat_map(|mark| find_skips(file, mark)).collect();
    found.sort_by_key(|skipped| skipped.at.start);
    found.dedup_by_key(|skipped| skipped.at);
    found
}

fn find_skips(file: &mut File, mark: Call) -> Vec<SkippedMark> {
    let Some(turn) = turn(file, mark) else { return Vec::new() };
    let places = {
        let tree = file.tree_within(mark.span.start);
        places(file, &nodes_around(&tree, mark.span), &turn)
    };
    if places.is_empty() {
        return Vec::new();
    }
    let Some(confidence) = calls_only(file, &turn.taken.site, Role::GetsFromQueue) else { return Vec::new() };
    let symbol = file.summary().qualified_name(mark.scope());
    let skipped = |(at, is_handler)| SkippedMark {
        at,
        is_handler,
        mark: mark.span,
        join: turn.join,
        symbol: symbol.clone(),
        confidence,
    };
    places.into_iter().map(skipped).collect()
}

/// One turn of a loop: the call that takes an item, and the one that marks it.
struct Turn {
    taken: Call,
    mark: TextRange,
    join: Span,
}

/// Returns the turn of which a call is the mark: its function takes items of the queue at one place only, before the call.
fn turn(file: &File, mark: Call) -> Option<Turn> {
    let summary = file.summary();
    let queue = summary.last_name_id(summary.method_call(mark.site.expression)?.0)?;
    let of_queue = |role| summary.calls.iter().filter(move |site| calls_of_named(summary, site, queue, role));
    let join = summary.span(of_queue(Role::JoinsQueue).next()?.expression);
    let mut here = of_queue(Role::GetsFromQueue).filter(|site| site.scope == mark.scope());
    let taken = call_of(summary, here.next()?);
    let is_only = here.next().is_none() && taken.span.end <= mark.span.start;
    let has_same_loops = loops_around(summary, taken) == loops_around(summary, mark);
    (is_only && has_same_loops).then_some(Turn { taken, mark: range_of(mark.span), join })
}

/// Returns how many loops of its scope are around a call.
fn loops_around(summary: &Summary, call: Call) -> usize {
    summary.scope(call.scope()).loops.iter().filter(|around| around.contains(call.span)).count()
}

/// Returns the `continue` statements and the handlers that lead to the next turn without the mark.
fn places(file: &File, around: &[AnyNodeRef], turn: &Turn) -> Vec<(Span, bool)> {
    let Some(at) = around.iter().rposition(|node| is_loop(*node)) else { return Vec::new() };
    let inside = &around[at + 1..];
    if around[at..].iter().any(|node| makes_scope(*node)) || !is_always_reached(inside, turn.mark) {
        return Vec::new();
    }
    let body = match around[at] {
        AnyNodeRef::StmtWhile(turns) => &turns.body,
        AnyNodeRef::StmtFor(turns) => &turns.body,
        _ => return Vec::new(),
    };
    let mut found = continues(file, body, turn);
    for node in inside {
        if let AnyNodeRef::StmtTry(tried) = node {
            found.extend(handlers(file, body, tried, turn));
        }
    }
    found
}

fn is_loop(node: AnyNodeRef) -> bool {
    matches!(node, AnyNodeRef::StmtWhile(_) | AnyNodeRef::StmtFor(_))
}

/// Returns whether only the bodies of `try` and `with` are around a mark.
fn is_always_reached(inside: &[AnyNodeRef], mark: TextRange) -> bool {
    inside.iter().all(|node| match node {
        AnyNodeRef::StmtTry(tried) => is_in_block(&tried.body, mark) || is_in_block(&tried.orelse, mark),
        AnyNodeRef::StmtWith(_) | AnyNodeRef::StmtExpr(_) => true,
        _ => false,
    })
}

/// Returns the `continue` statements of the loop between the two calls, if nothing marks the item before or after them.
fn continues(file: &File, body: &[Stmt], turn: &Turn) -> Vec<(Span, bool)> {
    let mut found = Vec::new();
    walk_body(body, |around, node| {
        if makes_scope(node) || is_loop(node) {
            return TraversalSignal::Skip;
        }
        if let AnyNodeRef::StmtContinue(goes_on) = node
            && is_between(file, around, goes_on.range(), turn)
        {
            found.push((span(goes_on.range()), false));
        }
        TraversalSignal::Traverse
    });
    found
}

fn is_between(file: &File, around: &[AnyNodeRef], place: TextRange, turn: &Turn) -> bool {
    let taken = turn.taken.span;
    let between = Span::new(taken.end, span(place).start.max(taken.end));
    // The handlers of a `try` around `get()` run without an item.
    let takes = |node: &AnyNodeRef| match node {
        AnyNodeRef::StmtTry(tried) => {
            is_in_block(&tried.body, range_of(taken)) && !is_in_block(&tried.body, place)
        }
        _ => false,
    };
    place.start() > range_of(taken).end()
        && place.end() < turn.mark.start()
        && !marks(file, between)
        && !around.iter().any(|node| takes(node) || marks_in_finally(file, node))
}

/// Returns whether a part of the file mentions a mark, also in a helper.
fn marks(file: &File, part: Span) -> bool {
    Role::MarksTaskDone.names().iter().any(|mark| file.has_text(part, mark))
}

fn marks_in_finally(file: &File, node: &AnyNodeRef) -> bool {
    match node {
        AnyNodeRef::StmtTry(tried) => tried.finalbody.iter().any(|last| marks(file, span(last.range()))),
        _ => false,
    }
}

/// Returns the handlers of a `try` around the mark after which the loop goes on.
fn handlers(file: &File, body: &[Stmt], tried: &StmtTry, turn: &Turn) -> Vec<(Span, bool)> {
    let behind = Span::new(span(tried.range()).end, body.last().map_or(0, |last| span(last.range()).end));
    let is_marked_after = behind.start < behind.end && marks(file, behind);
    if is_marked_after || marks_in_finally(file, &AnyNodeRef::StmtTry(tried)) || !may_raise(tried, turn) {
        return Vec::new();
    }
    let takes = is_in_block(&tried.body, range_of(turn.taken.span));
    let mut found = Vec::new();
    for handler in &tried.handlers {
        let ExceptHandler::ExceptHandler(inner) = handler;
        let is_of_get = |name| named(name).has(Role::RaisedByGather) || NO_ITEM.contains(&name);
        let leaves = inner.body.iter().any(|statement| jumps(statement) && !statement.is_continue_stmt());
        let is_for_get = takes && caught_names(handler).any(is_of_get);
        if !leaves && !is_for_get && !marks(file, span(inner.range())) {
            let end = inner.type_.as_deref().map_or(inner.start(), |class| class.end());
            found.push((span(TextRange::new(inner.start(), end.max(inner.start()))), true));
        }
    }
    found
}

/// Exceptions of `get_nowait`, without an item.
const NO_ITEM: [&str; 1] = ["QueueEmpty"];

/// Returns whether a statement with a call or an `await` stands between the two calls in the body of a `try`.
fn may_raise(tried: &StmtTry, turn: &Turn) -> bool {
    let taken = range_of(turn.taken.span);
    let mut raises = false;
    walk_body(&tried.body, |_, node| {
        let is_step = matches!(node, AnyNodeRef::ExprCall(_) | AnyNodeRef::ExprAwait(_));
        let is_between = node.start() > taken.end() && node.end() < turn.mark.start();
        raises |= is_step && is_between;
        if makes_scope(node) { TraversalSignal::Skip } else { TraversalSignal::Traverse }
    });
    raises
}
