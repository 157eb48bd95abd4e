//! Handlers that never catch the timeout that they are written for.

use loopmend_catalog::{Role, is, named};
use loopmend_core::Span;
use loopmend_index::summary::{CallSite, Protocol, ScopeId};
use loopmend_project::PythonVersion;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, ExceptHandler, Expr, Stmt, StmtTry, StmtWith};
use loopmend_python::text_size::Ranged;
use loopmend_python::{is_in_block, last_name, makes_scope, nodes_around, range_of, span, walk_body};
use loopmend_semantic::File;

use super::calm_call::is_calm;
use crate::detectors::handler::{caught, caught_names, find_classes};

/// A handler that does not catch a timeout.
#[derive(Clone, Debug)]
pub(crate) struct WrongHandler {
    /// The caught class, or classes.
    pub(crate) class: Span,
    /// The call that limits the time.
    pub(crate) limit: Span,
    /// Why the handler does not catch the timeout.
    pub(crate) mistake: Mistake,
    /// The qualified name of the function.
    pub(crate) symbol: String,
}

/// Why a handler does not catch a timeout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mistake {
    /// The handler is inside of the block of `asyncio.timeout`.
    InsideBlock,
    /// The handler catches cancellations.
    Cancelled,
    /// The handler names the built-in class, and the project supports a Python where `wait_for` raises another one.
    OlderClass,
}

const TIMEOUT_ERROR: &str = "TimeoutError";
const CANCELLED: &str = "CancelledError";

/// The first version in which `asyncio.TimeoutError` is the built-in class (docs.python.org/3/whatsnew/3.11.html).
const ONE_CLASS: PythonVersion = PythonVersion { major: 3, minor: 11 };

/// Returns the handlers that never catch the timeout of the call in their `try`, or of the block around it, in source order.
pub(crate) fn wrong_handlers(file: &mut File) -> Vec<WrongHandler> {
    let mut found = inside_blocks(file);
    found.extend(around_calls(file));
    found.sort_by_key(|wrong| wrong.class.start);
    found
}

/// Returns the handlers in blocks of `asyncio.timeout`.
fn inside_blocks(file: &mut File) -> Vec<WrongHandler> {
    let summary = file.summary();
    if !summary.mentions(Role::LimitsBlock) {
        return Vec::new();
    }
    let mut limits = Vec::new();
    for statement in file.protocol_statements(Protocol::AsyncWith) {
        let (value, scope) = (statement.inner.value, statement.inner.scope);
        let path = summary.call(value).and_then(|call| summary.import_path(scope, call.callee));
        if is(path.as_deref(), Role::LimitsBlock) {
            limits.push((statement.value, scope));
        }
    }
    limits.into_iter().flat_map(|(limit, scope)| inside_block(file, limit, scope)).collect()
}

fn inside_block(file: &mut File, limit: Span, scope: ScopeId) -> Vec<WrongHandler> {
    let candidates: Vec<(Span, Vec<Span>)> = {
        let tree = file.tree_within(limit.start);
        let around = nodes_around(&tree, limit);
        let with = around.iter().rev().find_map(|node| match node {
            AnyNodeRef::StmtWith(with) => Some(*with),
            _ => None,
        });
        with.map(tries_of_timeouts).unwrap_or_default()
    };
    let symbol = file.summary().qualified_name(scope);
    let mut found = Vec::new();
    for (class, awaited) in candidates {
        if awaited.iter().all(|call| is_calm_here(file, *call)) {
            found.push(WrongHandler { class, limit, mistake: Mistake::InsideBlock, symbol: symbol.clone() });
        }
    }
    found
}

fn is_calm_here(file: &mut File, call: Span) -> bool {
    let module = file.module();
    file.call_at(call).is_some_and(|call| is_calm(file, module, &call.site, 0))
}

/// Returns the classes of the handlers of timeouts directly in a block, each with the awaited calls of its `try`.
fn tries_of_timeouts(with: &StmtWith) -> Vec<(Span, Vec<Span>)> {
    let mut found = Vec::new();
    for statement in &with.body {
        let Stmt::Try(tried) = statement else { continue };
        let Some(awaited) = awaited_calls(&tried.body) else { continue };
        let of_timeouts = tried.handlers.iter().filter(|handler| is_only(handler, TIMEOUT_ERROR));
        found.extend(of_timeouts.filter_map(find_classes).map(|class| (class, awaited.clone())));
    }
    found
}

/// Returns the awaited calls of a block; `None` if the block does anything else that may raise, or awaits nothing.
fn awaited_calls(body: &[Stmt]) -> Option<Vec<Span>> {
    let mut awaited = Vec::new();
    let mut is_known = true;
    walk_body(body, |around, node| {
        match node {
            AnyNodeRef::ExprAwait(waits) => awaited.push(span(waits.value.range())),
            AnyNodeRef::ExprCall(call) => {
                let is_awaited = matches!(around.last(), Some(AnyNodeRef::ExprAwait(_)));
                is_known &= is_awaited || named(last_name(&call.func)).has(Role::RaisesNothing);
            }
            AnyNodeRef::StmtRaise(_) | AnyNodeRef::StmtWith(_) => is_known = false,
            AnyNodeRef::StmtFor(turns) => is_known &= !turns.is_async,
            node => is_known &= !makes_scope(node),
        }
        TraversalSignal::Traverse
    });
    (is_known && !awaited.is_empty()).then_some(awaited)
}

/// Returns the handlers of the wrong class around calls of `asyncio.wait_for`.
fn around_calls(file: &File) -> Vec<WrongHandler> {
    let summary = file.summary();
    let limits = |site: &&CallSite| {
        let callee = summary.callee_or_itself(site.expression);
        site.usage.is_awaited()
            && summary.last_roles(callee).has(Role::LimitsAwaited)
            && is(summary.import_path(site.scope, callee).as_deref(), Role::LimitsAwaited)
    };
    summary.calls.iter().filter(limits).filter_map(|site| around_call(file, site)).collect()
}

fn around_call(file: &File, site: &CallSite) -> Option<WrongHandler> {
    let summary = file.summary();
    let limit = summary.span(site.expression);
    let tree = file.tree_within(limit.start);
    let around = nodes_around(&tree, limit);
    let inside = around.iter().rev().take_while(|node| !makes_scope(**node));
    let tries: Vec<&StmtTry> = inside
        .filter_map(|node| match node {
            AnyNodeRef::StmtTry(tried) if is_in_block(&tried.body, range_of(limit)) => Some(*tried),
            _ => None,
        })
        .collect();
    let first = tries.first()?;
    let (class, mistake) = cancelled(file, &tries, limit).or_else(|| older_class(file, first))?;
    Some(WrongHandler { class, limit, mistake, symbol: summary.qualified_name(site.scope) })
}

/// Returns the handler of cancellations that speaks of a timeout, if no handler catches the timeout of a new coroutine.
fn cancelled(file: &File, tries: &[&StmtTry], limit: Span) -> Option<(Span, Mistake)> {
    let catches = |handler: &ExceptHandler| {
        let is_it =
            |name: &str| name.contains(TIMEOUT) || named(name).has(Role::BroadException) || name == "OSError";
        caught(handler).is_empty() || caught_names(handler).any(is_it)
    };
    let mut handlers = tries.iter().flat_map(|tried| &tried.handlers);
    let argument = file.call_at(limit).and_then(|call| {
        let summary = file.summary();
        summary.arguments_of(call.site.expression)?.first().and_then(|first| summary.call(first.value))
    });
    if argument.is_none() || handlers.any(catches) {
        return None;
    }
    let speaks = |handler: &&ExceptHandler| {
        let text = file.slice(span(handler.range())).to_lowercase();
        is_only(handler, CANCELLED) && !raises(handler) && TIMED_OUT.iter().any(|word| text.contains(word))
    };
    let handler = tries.first()?.handlers.iter().find(speaks)?;
    Some((find_classes(handler)?, Mistake::Cancelled))
}

const TIMEOUT: &str = "Timeout";

/// The words of a handler that takes a cancellation for a timeout.
const TIMED_OUT: [&str; 2] = ["timed out", "time out"];

/// Returns the handler of the built-in class, if no handler names that of asyncio and the project supports a Python that has two classes.
fn older_class(file: &File, tried: &StmtTry) -> Option<(Span, Mistake)> {
    let lowest = file.engine().project().lowest_python()?;
    let knows_versions = file.has_text(file.whole(), "version_info");
    if lowest >= ONE_CLASS || knows_versions || !file.is_builtin(TIMEOUT_ERROR) {
        return None;
    }
    let is_builtin =
        |class: &Expr| class.as_name_expr().is_some_and(|name| name.id.as_str() == TIMEOUT_ERROR);
    let is_wide = |class: &Expr| {
        let name = last_name(class);
        !is_builtin(class)
            && (named(name).has(Role::BroadException) || name.is_none_or(|name| name.contains(TIMEOUT)))
    };
    let classes = || tried.handlers.iter().flat_map(caught);
    if classes().any(is_wide) || tried.handlers.iter().any(|handler| caught(handler).is_empty()) {
        return None;
    }
    let handler = tried.handlers.iter().find(|handler| caught(handler).iter().any(is_builtin))?;
    Some((find_classes(handler)?, Mistake::OlderClass))
}

fn is_only(handler: &ExceptHandler, class: &str) -> bool {
    matches!(caught(handler), [only] if last_name(only) == Some(class))
}

fn raises(ExceptHandler::ExceptHandler(handler): &ExceptHandler) -> bool {
    let mut raises = false;
    walk_body(&handler.body, |_, node| {
        raises |= matches!(node, AnyNodeRef::StmtRaise(_));
        TraversalSignal::Traverse
    });
    raises
}
