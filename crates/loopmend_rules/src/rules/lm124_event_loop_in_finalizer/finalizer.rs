//! Finalizers that need an event loop.

use loopmend_catalog::{Role, entry, named};
use loopmend_core::Span;
use loopmend_index::summary::{CallSite, ScopeId, Summary};
use loopmend_python::ast::{AnyNodeRef, Expr};
use loopmend_python::{last_name, nodes_around};
use loopmend_semantic::File;
use loopmend_semantic::file::{Call, call_of};

/// A call in `__del__` that depends on whether an event loop is running.
#[derive(Clone, Debug)]
pub(crate) struct FinalizerCall {
    /// The call.
    pub(crate) call: Call,
    /// The dotted name of the called function.
    pub(crate) name: String,
    /// What the call needs.
    pub(crate) needs: FinalizerNeeds,
}

/// What a call needs of the thread that runs the finalizer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FinalizerNeeds {
    /// A running event loop.
    RunningLoop,
    /// No running event loop.
    NoLoop,
}

/// Returns the calls in `__del__` methods that raise with or without a running event loop, in source order. Skips calls whose
/// exception is handled, and methods that ask whether a loop is running.
pub(crate) fn finalizer_calls(file: &File) -> Vec<FinalizerCall> {
    let summary = file.summary();
    if summary.names.find(FINALIZER).is_none() {
        return Vec::new();
    }
    let sites = summary.calls.iter().filter(|site| {
        is_in_finalizer(summary, site.scope) && !site.catches_runtime_error && !site.expects_exception
    });
    let found =
        sites.filter(|site| !file.asks_for_loop_in(site.scope)).filter_map(|site| of_loop(summary, site));
    found.filter(|found| !swallows_exceptions_around(file, found.call.span)).collect()
}

/// Returns whether a `with` around a place swallows exceptions.
fn swallows_exceptions_around(file: &File, place: Span) -> bool {
    let tree = file.tree_within(place.start);
    nodes_around(&tree, place).iter().any(|node| match node {
        AnyNodeRef::StmtWith(statement) => statement.items.iter().any(|item| match &item.context_expr {
            Expr::Call(manager) => named(last_name(&manager.func)).has(Role::SwallowsExceptions),
            _ => false,
        }),
        _ => false,
    })
}

const FINALIZER: &str = "__del__";

fn is_in_finalizer(summary: &Summary, scope: ScopeId) -> bool {
    summary.enclosing_function(scope).is_some_and(|id| {
        let function = summary.function(id);
        summary.name(function.name) == FINALIZER && summary.class_of(id).is_some() && !function.is_async
    })
}

fn of_loop(summary: &Summary, site: &CallSite) -> Option<FinalizerCall> {
    let callee = summary.call(site.expression)?.callee;
    let name = summary.import_path(site.scope, callee)?;
    let roles = entry(&name)?.roles;
    let needs = if roles.has(Role::RunsLoop) {
        FinalizerNeeds::NoLoop
    } else if roles.has(Role::StartsLostTask) || roles.has(Role::NeedsRunningLoop) {
        FinalizerNeeds::RunningLoop
    } else {
        return None;
    };
    Some(FinalizerCall { call: call_of(summary, site), name, needs })
}
