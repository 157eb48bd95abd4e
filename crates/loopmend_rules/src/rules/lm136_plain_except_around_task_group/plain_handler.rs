//! Handlers of single exceptions around a task group, which raises a group of exceptions.

use loopmend_catalog::{Role, is, named};
use loopmend_core::Span;
use loopmend_index::summary::{Protocol, ScopeId};
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, ExceptHandler, Stmt, StmtTry, StmtWith};
use loopmend_python::text_size::Ranged;
use loopmend_python::{last_name, nodes_around, span, walk_body};
use loopmend_semantic::File;

use crate::detectors::handler::{caught, find_classes};

/// A handler that never runs.
#[derive(Clone, Debug)]
pub(crate) struct PlainHandler {
    /// The caught class, or classes.
    pub(crate) class: Span,
    /// The call that makes the task group.
    pub(crate) group: Span,
    /// The qualified name of the function.
    pub(crate) symbol: String,
}

/// Returns the handlers around a task group of asyncio that name single exceptions, in source order. The `try` contains the task group and
/// nothing else, and the block only starts tasks: only an ExceptionGroup can reach the handlers.
pub(crate) fn plain_handlers(file: &mut File) -> Vec<PlainHandler> {
    let summary = file.summary();
    if !summary.mentions(Role::TaskGroup) {
        return Vec::new();
    }
    let mut groups = Vec::new();
    for statement in file.protocol_statements(Protocol::AsyncWith) {
        let (value, scope) = (statement.inner.value, statement.inner.scope);
        let path = summary.call(value).and_then(|call| summary.import_path(scope, call.callee));
        if is(path.as_deref(), Role::TaskGroup) {
            groups.push((statement.value, scope));
        }
    }
    groups.into_iter().flat_map(|(group, scope)| handlers_around(file, group, scope)).collect()
}

fn handlers_around(file: &mut File, group: Span, scope: ScopeId) -> Vec<PlainHandler> {
    let (handlers, coroutines) = {
        let tree = file.tree_within(group.start);
        let around = nodes_around(&tree, group);
        let tried = around.windows(2).find_map(|pair| match pair {
            [AnyNodeRef::StmtTry(tried), AnyNodeRef::StmtWith(with)] => Some((*tried, *with)),
            _ => None,
        });
        let Some((tried, with)) = tried.filter(|(tried, with)| is_alone(tried, with)) else {
            return Vec::new();
        };
        let Some(coroutines) = started(with) else { return Vec::new() };
        (plain(tried), coroutines)
    };
    if handlers.is_empty() || !coroutines.iter().all(|call| makes_coroutine(file, *call)) {
        return Vec::new();
    }
    let symbol = file.summary().qualified_name(scope);
    let found = |class| PlainHandler { class, group, symbol: symbol.clone() };
    handlers.into_iter().map(found).collect()
}

fn makes_coroutine(file: &mut File, call: Span) -> bool {
    file.call_at(call).is_some_and(|call| file.coroutine(&call).is_some())
}

fn is_alone(tried: &StmtTry, with: &StmtWith) -> bool {
    let [Stmt::With(only)] = &tried.body[..] else { return false };
    !tried.is_star && only.range() == with.range() && with.items.len() == 1
}

/// Returns the classes of the handlers that catch no group, or nothing if a handler catches groups.
fn plain(tried: &StmtTry) -> Vec<Span> {
    let catches_group = |handler: &ExceptHandler| {
        let classes = caught(handler);
        classes.is_empty() || classes.iter().any(|class| may_be_group(last_name(class)))
    };
    if tried.handlers.iter().any(catches_group) {
        return Vec::new();
    }
    tried.handlers.iter().filter_map(find_classes).collect()
}

/// Returns whether a class may be that of a group or of a cancellation, by its name.
fn may_be_group(class: Option<&str>) -> bool {
    let Some(name) = class else { return true };
    let roles = named(name);
    roles.has(Role::BroadException) || roles.has(Role::IncludesCancellation) || name.ends_with("Group")
}

/// Returns the coroutines that a block starts in tasks; `None` if its own statements do anything else that may raise.
fn started(with: &StmtWith) -> Option<Vec<Span>> {
    let mut coroutines = Vec::new();
    let mut is_quiet = true;
    walk_body(&with.body, |_, node| match node {
        AnyNodeRef::ExprCall(call) if named(last_name(&call.func)).has(Role::StartsTask) => {
            coroutines.extend(call.arguments.args.first().map(|first| span(first.range())));
            TraversalSignal::Traverse
        }
        AnyNodeRef::ExprCall(call) => {
            let is_builtin =
                call.func.is_name_expr() && named(last_name(&call.func)).has(Role::RaisesNothing);
            is_quiet &= is_builtin || coroutines.contains(&span(call.range()));
            TraversalSignal::Traverse
        }
        AnyNodeRef::ExprAwait(_) | AnyNodeRef::StmtRaise(_) | AnyNodeRef::ExprSubscript(_) => {
            is_quiet = false;
            TraversalSignal::Skip
        }
        AnyNodeRef::StmtAssert(_) | AnyNodeRef::StmtWith(_) | AnyNodeRef::StmtImport(_) => {
            is_quiet = false;
            TraversalSignal::Skip
        }
        AnyNodeRef::StmtFor(turns) => {
            is_quiet &= !turns.is_async;
            TraversalSignal::Traverse
        }
        _ => TraversalSignal::Traverse,
    });
    (is_quiet && !coroutines.is_empty()).then_some(coroutines)
}
