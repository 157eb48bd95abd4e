//! Code that never runs, because a statement before it always leaves the block.

use loopmend_catalog::{Role, Words, named};
use loopmend_core::Span;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Expr, Stmt};
use loopmend_python::text_size::Ranged;
use loopmend_python::{last_name, walk_body};

use super::File;

impl File<'_> {
    /// Returns whether a place never runs: a `return`, `raise`, `break`, `continue` or a call that skips the test is before it in a block
    /// around it.
    pub fn is_behind_exit(&self, place: Span) -> bool {
        let behind = self.behind_exits.get_or_init(|| ranges_behind_exits(&self.tree().module().body));
        let next = behind.partition_point(|range| range.start <= place.start);
        next.checked_sub(1).is_some_and(|before| place.start < behind[before].end)
    }
}

/// Returns the outermost ranges behind exits, in source order.
fn ranges_behind_exits(body: &[Stmt]) -> Vec<Span> {
    let mut found: Vec<Span> = range_behind_exit(body).into_iter().collect();
    walk_body(body, |_, node| {
        let blocks: [&[Stmt]; 3] = match node {
            AnyNodeRef::StmtFunctionDef(function) => [&function.body, &[], &[]],
            AnyNodeRef::StmtIf(statement) => [&statement.body, &[], &[]],
            AnyNodeRef::ElifElseClause(clause) => [&clause.body, &[], &[]],
            AnyNodeRef::StmtFor(statement) => [&statement.body, &statement.orelse, &[]],
            AnyNodeRef::StmtWhile(statement) => [&statement.body, &statement.orelse, &[]],
            AnyNodeRef::StmtWith(statement) => [&statement.body, &[], &[]],
            AnyNodeRef::StmtTry(statement) => [&statement.body, &statement.orelse, &statement.finalbody],
            AnyNodeRef::ExceptHandlerExceptHandler(handler) => [&handler.body, &[], &[]],
            AnyNodeRef::MatchCase(case) => [&case.body, &[], &[]],
            _ => [&[], &[], &[]],
        };
        found.extend(blocks.into_iter().filter_map(range_behind_exit));
        TraversalSignal::Traverse
    });
    found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    let mut end = 0;
    found.retain(|range| {
        let is_outermost = range.start >= end;
        end = end.max(range.end);
        is_outermost
    });
    found
}

/// Returns the range of the statements of a block that are behind one which always leaves the block.
fn range_behind_exit(block: &[Stmt]) -> Option<Span> {
    let exit = block.iter().position(leaves)?;
    let first = block.get(exit + 1)?;
    Some(Span::new(first.start().to_u32(), block.last()?.end().to_u32()))
}

fn leaves(statement: &Stmt) -> bool {
    match statement {
        Stmt::Return(_) | Stmt::Raise(_) | Stmt::Break(_) | Stmt::Continue(_) => true,
        Stmt::Expr(statement) => skips(&statement.value),
        _ => false,
    }
}

/// Returns whether an expression is a call such as `pytest.skip(...)` and `self.skipTest(...)`.
fn skips(expression: &Expr) -> bool {
    let Expr::Call(call) = expression else { return false };
    let Expr::Attribute(attribute) = &*call.func else { return false };
    let is_of_tests =
        last_name(&attribute.value).is_some_and(|name| Words::SkipReceivers.all().contains(&name));
    let roles = || last_name(&call.func).map(named);
    is_of_tests && roles().is_some_and(|roles| roles.has(Role::LeavesTest) && roles.has(Role::NeverReturns))
}
