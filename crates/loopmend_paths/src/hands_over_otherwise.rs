//! Functions that call something in their own thread on some paths, and pass it to another thread on the
//! others.

use loopmend_catalog::Role;
use loopmend_core::Span;
use loopmend_index::summary::{CallSite, ExpressionId, Summary};
use loopmend_python::ast::{AnyNodeRef, Stmt, StmtIf};
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{SyntaxTree, jumps, nodes_around, span};

use crate::engine::ModuleId;
use crate::infer::Inference;

impl Inference<'_> {
    /// Returns whether a function makes a call only on some paths, regardless of its parameters, and passes
    /// the callee to another thread on the others. Such a function distinguishes the thread of its caller.
    pub(super) fn hands_over_otherwise(&mut self, module: ModuleId, site: &CallSite) -> bool {
        let engine = self.engine;
        let summary = engine.summary(module);
        if !summary.mentions(Role::HandsToThread) {
            return false;
        }
        let Some(callee) = summary.dotted_parts(summary.callee_or_itself(site.expression)) else {
            return false;
        };
        let hands_it = |other: &&CallSite| {
            other.scope == site.scope
                && other.expression != site.expression
                && summary.last_roles(other.expression).has(Role::HandsToThread)
                && hands(summary, other, &callee)
        };
        let mut handing = summary.calls.iter().filter(hands_it).map(|other| summary.span(other.expression));
        let Some(other) = handing.next() else { return false };
        let call = summary.span(site.expression);
        self.rest_on_text(module);
        let guards = engine.guards(module);
        let of_other = guards.of_call(other);
        guards.of_call(call).iter().all(|guard| of_other.contains(guard))
            && engine.read_tree(module, |tree| {
                is_left_out_with(tree, call, other) || is_left_behind(tree, other, call)
            })
    }
}

/// Returns whether a call receives a callable directly, in another call (`partial(work, 1)`), or through a
/// `lambda`.
fn hands(summary: &Summary, handing: &CallSite, callee: &[&str]) -> bool {
    let is_it = |value: ExpressionId| summary.dotted_parts(value).is_some_and(|parts| *parts == *callee);
    let whole = summary.span(handing.expression);
    let gets = |call: ExpressionId| {
        summary.arguments_of(call).is_some_and(|arguments| arguments.iter().any(|it| is_it(it.value)))
    };
    let is_within = |site: &&CallSite| whole.contains(summary.span(site.expression));
    summary.calls.iter().filter(is_within).any(|inner| {
        let is_later = inner.scope != handing.scope;
        gets(inner.expression)
            || is_later && summary.call(inner.expression).is_some_and(|call| is_it(call.callee))
    })
}

/// Returns whether the first of two places is in a branch and the second is not.
fn is_left_out_with(tree: &SyntaxTree, first: Span, second: Span) -> bool {
    let around = nodes_around(tree, first);
    let body_of = |statement: &StmtIf| {
        let (start, end) = (statement.body.first()?.start(), statement.body.last()?.end());
        Some(TextRange::new(start, end))
    };
    let branches = around.iter().filter_map(|node| match node {
        AnyNodeRef::StmtIf(it) => body_of(it),
        AnyNodeRef::ElifElseClause(it) => Some(it.range()),
        AnyNodeRef::MatchCase(it) => Some(it.range()),
        AnyNodeRef::ExceptHandlerExceptHandler(it) => Some(it.range()),
        AnyNodeRef::ExprIf(it) => {
            [&it.body, &it.orelse].iter().map(|value| value.range()).find(|part| span(*part).contains(first))
        }
        _ => None,
    });
    branches.map(span).any(|branch| branch.contains(first) && !branch.contains(second))
}

/// Returns whether the first of two places is in a branch that exits at its end, and the second is after
/// it.
fn is_left_behind(tree: &SyntaxTree, first: Span, second: Span) -> bool {
    let jumps_before_second = |body: &[Stmt]| {
        let is_around = body.iter().any(|statement| span(statement.range()).contains(first));
        is_around && body.last().is_some_and(|last| jumps(last) && span(last.range()).end <= second.start)
    };
    nodes_around(tree, first).iter().any(|node| match node {
        AnyNodeRef::StmtIf(it) => jumps_before_second(&it.body),
        AnyNodeRef::ElifElseClause(it) => jumps_before_second(&it.body),
        _ => false,
    })
}
