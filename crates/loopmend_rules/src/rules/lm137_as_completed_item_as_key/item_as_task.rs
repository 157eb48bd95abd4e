//! Items of `asyncio.as_completed` that are taken for the tasks themselves.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_index::summary::{CallSite, Summary};
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, CmpOp, Expr, ExprCall, StmtFor};
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{nodes_around, span, walk_body};
use loopmend_semantic::File;

/// A use of an item that finds no task.
#[derive(Clone, Debug)]
pub(crate) struct ItemAsTask {
    /// The use.
    pub(crate) at: Span,
    /// The name of the item.
    pub(crate) name: String,
    /// The call of `as_completed`.
    pub(crate) call: Span,
    /// The qualified name of the function.
    pub(crate) symbol: String,
}

const AS_COMPLETED: &str = "asyncio.as_completed";

/// Returns the uses of items of `asyncio.as_completed` as keys, and their comparisons, in source order. With a plain `for`, the items are
/// coroutines that `as_completed` makes. Python 3.13 added `async for`, which yields the tasks.
pub(crate) fn items_as_tasks(file: &File) -> Vec<ItemAsTask> {
    let summary = file.summary();
    let is_it = |site: &&&CallSite| {
        let callee = summary.callee_or_itself(site.expression);
        summary.import_path(site.scope, callee).as_deref() == Some(AS_COMPLETED)
    };
    let sites = summary.calls_named(["as_completed"]);
    sites.iter().filter(is_it).flat_map(|site| uses(file, summary, site)).collect()
}

fn uses(file: &File, summary: &Summary, site: &CallSite) -> Vec<ItemAsTask> {
    let call = summary.span(site.expression);
    let tree = file.tree_within(call.start);
    let around = nodes_around(&tree, call);
    let Some(AnyNodeRef::StmtFor(turns)) = around.last() else { return Vec::new() };
    let Expr::Name(item) = &*turns.target else { return Vec::new() };
    if turns.is_async || span(turns.iter.range()) != call || is_bound_again(turns, &item.id) {
        return Vec::new();
    }
    let symbol = summary.qualified_name(site.scope);
    let found = |at| ItemAsTask { at: span(at), name: item.id.to_string(), call, symbol: symbol.clone() };
    keys(turns, &item.id).into_iter().map(found).collect()
}

/// Returns whether the body binds the name again, or uses it as the key of something that it stores.
fn is_bound_again(turns: &StmtFor, item: &str) -> bool {
    let mut is_bound = false;
    walk_body(&turns.body, |_, node| {
        is_bound |= match node {
            AnyNodeRef::ExprName(name) => name.id.as_str() == item && !name.ctx.is_load(),
            AnyNodeRef::ExprSubscript(stored) => is_name(&stored.slice, item) && !stored.ctx.is_load(),
            _ => false,
        };
        TraversalSignal::Traverse
    });
    is_bound
}

/// Returns the uses of an item that look it up.
fn keys(turns: &StmtFor, item: &str) -> Vec<TextRange> {
    let mut found = Vec::new();
    walk_body(&turns.body, |_, node| {
        match node {
            AnyNodeRef::ExprSubscript(subscript) if is_name(&subscript.slice, item) => {
                found.push(subscript.range());
            }
            AnyNodeRef::ExprCall(call) if is_lookup(call, item) => found.push(call.range()),
            AnyNodeRef::ExprCompare(comparison) => {
                let is_of_task =
                    comparison.ops.iter().all(|operator| !matches!(operator, CmpOp::Is | CmpOp::IsNot))
                        || !comparison.comparators.iter().any(Expr::is_none_literal_expr);
                if is_name(&comparison.left, item) && is_of_task {
                    found.push(comparison.range());
                }
            }
            _ => {}
        }
        TraversalSignal::Traverse
    });
    found
}

fn is_name(expression: &Expr, name: &str) -> bool {
    expression.as_name_expr().is_some_and(|it| it.id.as_str() == name)
}

/// Returns whether a call looks an item up: `urls.get(item)`.
fn is_lookup(call: &ExprCall, item: &str) -> bool {
    let Expr::Attribute(method) = &*call.func else { return false };
    let is_first = call.arguments.args.first().is_some_and(|first| is_name(first, item));
    is_first && named(method.attr.as_str()).has(Role::LooksUpArgument)
}
