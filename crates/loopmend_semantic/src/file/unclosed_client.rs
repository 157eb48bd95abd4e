//! Clients, sessions and connections that a function creates, does not pass on and never closes.

use loopmend_catalog::{Derived, Entry, Role, documented, entries, entry, named};
use ruff_python_ast::visitor::source_order::{SourceOrderVisitor, TraversalSignal};
use ruff_python_ast::{AnyNodeRef, Expr, ExprContext, Stmt, StmtFunctionDef, StmtWhile};
use ruff_text_size::{Ranged, TextRange};
use rustc_hash::FxHashSet;

use super::fate::{Walk, bound_name, function_around, nodes_around, range_of};
use super::library_use::has_keyword;
use super::{Call, File, call_of};
use crate::call_graph::Origins;
use crate::summary::CallSite;

/// A client that is never closed.
#[derive(Clone, Debug)]
pub struct UnclosedClient {
    /// The call that creates the client.
    pub call: Call,
    /// The documented name of the class.
    pub class: &'static str,
    /// The local name that the client is bound to; `None` if it is used where it is created.
    pub name: Option<String>,
    /// The first of the methods that close it.
    pub closer: &'static str,
}

impl File<'_> {
    /// Returns the clients that async functions create, do not pass on and never close, in source order. Skips functions with which the
    /// process ends, and those that run for ever.
    pub fn unclosed_clients(&mut self) -> Vec<UnclosedClient> {
        let sites: Vec<CallSite> =
            self.summary().calls_named(makers().iter().copied()).into_iter().copied().collect();
        sites.iter().filter_map(|site| self.unclosed_client(site)).collect()
    }

    fn unclosed_client(&mut self, site: &CallSite) -> Option<UnclosedClient> {
        let summary = self.summary();
        let class = self.class_to_close(site)?;
        let function = summary.function_around(site.scope)?;
        let is_async = summary.function(function).is_async;
        if !is_async || site.expects_exception || self.ends_with_process(function) {
            return None;
        }
        let call = call_of(summary, site);
        let tree = self.tree_within(call.span.start);
        let around = nodes_around(&tree, call.span);
        let definition = function_around(&around)?;
        if runs_for_ever(definition) {
            return None;
        }
        let name = match is_used_at_once(&around) {
            true => None,
            false => Some(name_of(&around, range_of(call.span))?),
        };
        if name.is_some_and(|name| !is_left_open(definition, name)) {
            return None;
        }
        Some(UnclosedClient {
            call,
            class: &class.name,
            name: name.map(str::to_owned),
            closer: class.closed_by.first()?,
        })
    }

    /// Returns the class of the client that a call creates, if its documentation asks to close it.
    fn class_to_close(&self, site: &CallSite) -> Option<&'static Entry> {
        let summary = self.summary();
        let callee = summary.callee_or_itself(site.expression);
        let path = Origins::new(self.engine()).path(self.module(), site.scope, callee)?;
        // What an object gives belongs to it: a session has its connection, and a pool takes its connections back.
        let class = documented(&format!("{path}()"))?.class().filter(|_| !is_of_object(&path))?;
        let given = summary.arguments_of(site.expression).unwrap_or_default();
        let is_kept = has_keyword(summary, given, class.unless_keyword)
            || entry(&path).is_some_and(|maker| has_keyword(summary, given, maker.unless_keyword));
        (class.roles.has(Role::LeaksUnlessClosed) && !is_kept).then_some(class)
    }
}

/// Returns whether an origin leads through the call of another class or function: a method of an object.
fn is_of_object(origin: &str) -> bool {
    origin.contains("()")
}

/// Returns the last parts of the names that create a client which has to be closed.
fn makers() -> &'static FxHashSet<&'static str> {
    static NAMES: Derived<FxHashSet<&'static str>> = Derived::new();
    NAMES.get(|| {
        let leaks = |known: &&Entry| {
            known.roles.has(Role::LeaksUnlessClosed)
                || known.makes.and_then(entry).is_some_and(|made| made.roles.has(Role::LeaksUnlessClosed))
        };
        let paths = entries()
            .filter(leaks)
            .flat_map(|known| std::iter::once(&*known.name).chain(known.definitions.iter().copied()));
        paths.filter_map(|path| path.rsplit('.').next()).collect()
    })
}

/// Returns the name that the value of a call, or what awaiting it gives, is bound to.
fn name_of<'a>(around: &[AnyNodeRef<'a>], call: TextRange) -> Option<&'a str> {
    match around {
        [outer @ .., AnyNodeRef::ExprAwait(awaited)] => bound_name(outer, awaited.range()),
        _ => bound_name(around, call),
    }
}

/// Returns whether a client is used where it is created: `Client().get(...)`.
fn is_used_at_once(around: &[AnyNodeRef]) -> bool {
    match around {
        [.., AnyNodeRef::ExprCall(call), AnyNodeRef::ExprAttribute(method)] => {
            call.func.as_attribute_expr() == Some(method) && leaves_open(&method.attr)
        }
        _ => false,
    }
}

/// Returns whether a method of this name leaves a client open. A subclass may take the name of another client's method.
fn leaves_open(method: &str) -> bool {
    static CLOSERS: Derived<FxHashSet<&'static str>> = Derived::new();
    let closers = CLOSERS.get(|| entries().flat_map(|known| known.closed_by.iter().copied()).collect());
    !closers.contains(method) && !method.starts_with('_')
}

/// Returns whether a function only calls methods of a client that it has under a name, none of which closes it.
fn is_left_open(function: &StmtFunctionDef, name: &str) -> bool {
    let (mut bindings, mut is_open) = (0, true);
    let mut walk = Walk::new(|around, node| {
        match node {
            AnyNodeRef::StmtGlobal(_) | AnyNodeRef::StmtNonlocal(_) => is_open = false,
            AnyNodeRef::ExprName(used) if used.id == name => match used.ctx {
                ExprContext::Store => bindings += 1,
                _ => is_open &= is_plain_use(around),
            },
            AnyNodeRef::ExprName(used) => is_open &= !named(used.id.as_str()).has(Role::ReachesAllNames),
            _ => {}
        }
        TraversalSignal::Traverse
    });
    walk.visit_body(&function.body);
    bindings == 1 && is_open
}

/// Returns whether a use of a client, given its enclosing nodes, calls a method that leaves it open and whose result stays in the function.
fn is_plain_use(around: &[AnyNodeRef]) -> bool {
    match around {
        [outer @ .., AnyNodeRef::ExprCall(call), AnyNodeRef::ExprAttribute(method)] => {
            let is_returned = matches!(outer.last(), Some(AnyNodeRef::StmtReturn(_)));
            call.func.as_attribute_expr() == Some(method) && leaves_open(&method.attr) && !is_returned
        }
        _ => false,
    }
}

/// Returns whether a function has a loop that only an exception or the end of the process leaves.
fn runs_for_ever(function: &StmtFunctionDef) -> bool {
    let is_endless = |statement: &StmtWhile| {
        matches!(&*statement.test, Expr::BooleanLiteral(literal) if literal.value)
            && !has_break(&statement.body)
    };
    let mut is_found = false;
    let mut walk = Walk::new(|_, node| {
        is_found |= matches!(node, AnyNodeRef::StmtWhile(statement) if is_endless(statement));
        TraversalSignal::Traverse
    });
    walk.visit_body(&function.body);
    is_found
}

fn has_break(body: &[Stmt]) -> bool {
    let mut is_found = false;
    let mut walk = Walk::new(|_, node: AnyNodeRef<'_>| {
        is_found |= matches!(node, AnyNodeRef::StmtBreak(_) | AnyNodeRef::StmtReturn(_));
        TraversalSignal::Traverse
    });
    walk.visit_body(body);
    is_found
}
