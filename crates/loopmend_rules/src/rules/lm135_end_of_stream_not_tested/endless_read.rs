//! Loops that read from a stream, and do not notice its end.

use loopmend_catalog::{Role, named};
use loopmend_python::ast::{AnyNodeRef, Expr};
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{is_in_block, last_name, makes_scope, nodes_around, range_of, span};
use loopmend_semantic::File;
use loopmend_semantic::file::Call;

use super::empty_turn::EmptyTurn;
use crate::detectors::known_call::calls_only;

/// Returns the reads from streams of asyncio in `while` loops that go on with an empty result, in source order.
pub(crate) fn endless_reads(file: &mut File) -> Vec<Call> {
    let summary = file.summary();
    if !summary.mentions(Role::EmptyAtEnd) {
        return Vec::new();
    }
    let reads = |call: &Call| {
        summary.last_roles(call.site.expression).has(Role::EmptyAtEnd)
            && summary.method_call(call.site.expression).is_some()
            && summary.scope(call.scope()).loops.iter().any(|around| around.contains(call.span))
    };
    let calls: Vec<Call> = file.all_calls().filter(reads).collect();
    calls.into_iter().filter(|call| is_endless(file, call)).collect()
}

fn is_endless(file: &mut File, call: &Call) -> bool {
    let goes_on = {
        let tree = file.tree_within(call.span.start);
        let around = nodes_around(&tree, call.span);
        goes_on_empty(file, &around, call)
    };
    goes_on && calls_only(file, &call.site, Role::EmptyAtEnd).is_some()
}

/// Returns whether the innermost loop around a read is a `while` that an empty result never ends.
fn goes_on_empty(file: &File, around: &[AnyNodeRef], call: &Call) -> bool {
    let is_loop = |node: &AnyNodeRef| matches!(node, AnyNodeRef::StmtWhile(_) | AnyNodeRef::StmtFor(_));
    let Some(at) = around.iter().rposition(is_loop) else { return false };
    let AnyNodeRef::StmtWhile(turns) = around[at] else { return false };
    let read = range_of(call.span);
    if around[at..].iter().any(|node| makes_scope(*node)) || !is_in_block(&turns.body, read) {
        return false;
    }
    let Some(result) = awaited_result(&around[at + 1..]) else { return false };
    let knows_end = file.has_text(span(turns.range()), "at_eof");
    !knows_end && is_flag(&turns.test) && !EmptyTurn::new(result).may_leave(&turns.body)
}

/// Returns the range of the `await` of a read, which may be inside of `wait_for`.
fn awaited_result(inside: &[AnyNodeRef]) -> Option<TextRange> {
    let [.., last] = inside else { return None };
    match last {
        AnyNodeRef::ExprAwait(awaited) => Some(awaited.range()),
        AnyNodeRef::Arguments(_) => match inside {
            [.., AnyNodeRef::ExprAwait(awaited), AnyNodeRef::ExprCall(wait), _] => {
                named(last_name(&wait.func)).has(Role::LimitsAwaited).then(|| awaited.range())
            }
            _ => None,
        },
        _ => None,
    }
}

/// Returns whether the condition of a loop is `True`, or a flag that other code sets.
fn is_flag(test: &Expr) -> bool {
    match test {
        Expr::BooleanLiteral(literal) => literal.value,
        Expr::Attribute(_) => true,
        Expr::UnaryOp(not) => not.operand.is_attribute_expr(),
        _ => false,
    }
}
