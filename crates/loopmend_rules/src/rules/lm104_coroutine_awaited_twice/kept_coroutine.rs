//! Coroutines that are kept in an attribute or a container, and that each call of a function awaits.

use loopmend_catalog::{Role, Words, named};
use loopmend_core::Span;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Expr, StmtFunctionDef, StmtIf};
use loopmend_python::text_size::Ranged;
use loopmend_python::{function_around, last_name, nodes_around, span, span_of, walk_body};
use loopmend_semantic::File;
use loopmend_semantic::file::Call;

/// A coroutine that is kept for all calls of the function around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KeptCoroutine {
    /// What keeps it, as written: `self.token`, `statuses[number]`.
    pub(crate) kept: String,
    /// The operand of the `await` that each call of the function reaches.
    pub(crate) awaited: Span,
}

/// Returns what keeps the coroutine of a call that is made only if it is not there yet, if the function then awaits it in each call, and the file
/// removes it nowhere: `if key not in cache: cache[key] = fetch(key)`, `return await cache[key]`.
pub(crate) fn kept_coroutine(file: &File, call: &Call) -> Option<KeptCoroutine> {
    let tree = file.tree_within(call.span.start);
    let around = nodes_around(&tree, call.span);
    let AnyNodeRef::StmtAssign(assignment) = around.last()? else { return None };
    let [target] = &*assignment.targets else { return None };
    let holder = find_holder(target)?;
    let function = function_around(&around)?;
    let branch = around.iter().rev().find_map(|node| node.as_stmt_if().copied())?;
    let text = |expression: &Expr| file.slice(span(expression.range()));
    let (kept, held_by) = (text(target), text(holder));
    let is_meant = function.is_async
        && branch.elif_else_clauses.is_empty()
        && says_missing(text(&branch.test), kept, held_by)
        && outlives_call(function, holder)
        && !is_removed(file, target, holder);
    let awaited = is_meant.then(|| awaited_after(function, branch, kept, file))??;
    Some(KeptCoroutine { kept: kept.to_owned(), awaited })
}

/// Returns the object that keeps what is assigned to a target: the container of an item, or the attribute itself.
fn find_holder(target: &Expr) -> Option<&Expr> {
    match target {
        Expr::Subscript(item) => Some(&item.value),
        Expr::Attribute(_) => Some(target),
        _ => None,
    }
}

/// Returns whether a test holds only while nothing is kept: `key not in cache`, `self.token is None`, `not self.token`.
fn says_missing(test: &str, kept: &str, holder: &str) -> bool {
    test.ends_with(&format!(" not in {holder}"))
        || test == format!("not {kept}")
        || test == format!("{kept} is None")
        || test.starts_with(&format!("{holder}.get(")) && test.ends_with(" is None")
}

/// Returns whether an object is neither a parameter nor a local name of a function. The object of a method counts by its attributes.
fn outlives_call(function: &StmtFunctionDef, holder: &Expr) -> bool {
    let mut root = holder;
    while let Expr::Attribute(attribute) = root {
        root = &attribute.value;
    }
    let Expr::Name(root) = root else { return false };
    let first = function.parameters.iter().next().map(|first| first.name().as_str());
    let is_own = matches!(holder, Expr::Attribute(_)) && first == Some(root.id.as_str());
    let is_parameter = function.parameters.iter().any(|given| given.name().as_str() == root.id.as_str());
    is_own || !is_parameter && !binds(function, root.id.as_str())
}

/// Returns whether the body of a function assigns a name.
fn binds(function: &StmtFunctionDef, name: &str) -> bool {
    let mut is_bound = false;
    walk_body(&function.body, |_, node| {
        if let AnyNodeRef::ExprName(it) = node {
            is_bound |= it.id.as_str() == name && !it.ctx.is_load();
        }
        TraversalSignal::Traverse
    });
    is_bound
}

/// Returns whether a file may remove what is kept, or replace it elsewhere than in the constructor: it changes an attribute or name that is written like
/// the holder's, or an item of it.
fn is_removed(file: &File, target: &Expr, holder: &Expr) -> bool {
    let last = last_name(holder);
    let is_like_holder = |expression: &Expr| last.is_some() && last_name(expression) == last;
    let (own, is_name) = (target.range(), holder.is_name_expr());
    let mut is_removed = file.has_text(file.whole(), "setattr") || file.has_text(file.whole(), "delattr");
    walk_body(&file.tree().module().body, |around, node| {
        is_removed |= match node {
            AnyNodeRef::ExprAttribute(it) => {
                let changes = !it.ctx.is_load() && it.range != own && !is_in_constructor(around);
                let is_method = last == Some(it.attr.as_str()) && changes;
                is_method || Words::RemovingMethods.has(it.attr.as_str()) && is_like_holder(&it.value)
            }
            AnyNodeRef::ExprName(it) => {
                let is_first = function_around(around).is_none();
                is_name && !it.ctx.is_load() && last == Some(it.id.as_str()) && !is_first
            }
            AnyNodeRef::ExprSubscript(it) => {
                !it.ctx.is_load() && it.range != own && is_like_holder(&it.value)
            }
            _ => false,
        };
        TraversalSignal::Traverse
    });
    is_removed
}

/// Returns whether a place is in the method that makes an object.
fn is_in_constructor(around: &[AnyNodeRef]) -> bool {
    function_around(around).is_some_and(|function| named(function.name.as_str()).has(Role::Constructs))
}

/// Returns the operand of the first `await` behind a branch that awaits what is kept.
fn awaited_after(function: &StmtFunctionDef, branch: &StmtIf, kept: &str, file: &File) -> Option<Span> {
    let mut found = None;
    walk_body(&function.body, |_, node| {
        if let AnyNodeRef::ExprAwait(awaiting) = node {
            let operand = span_of(&*awaiting.value);
            if found.is_none() && operand.start > span_of(branch).end && file.slice(operand) == kept {
                found = Some(operand);
            }
        }
        match node {
            AnyNodeRef::StmtFunctionDef(_) | AnyNodeRef::ExprLambda(_) => TraversalSignal::Skip,
            _ => TraversalSignal::Traverse,
        }
    });
    found
}
