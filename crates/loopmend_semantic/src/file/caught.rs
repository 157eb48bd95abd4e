//! The handlers that catch the exceptions of an expression.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_index::summary::handles_runtime_error;
use loopmend_python::ast::{AnyNodeRef, ExceptHandler, Expr, Stmt};
use loopmend_python::{is_in_block, last_name, nodes_around, range_of};

use crate::file::File;

impl File<'_> {
    /// Returns whether an expression is in the body of a `try` with an `except`, in the same function.
    pub fn is_tried(&self, expression: Span) -> bool {
        self.has_handler(expression, |_| true)
    }

    /// Returns whether a handler, in the same function, names the exception that Python raises for an expression that is not awaitable.
    pub(super) fn handles_refusal(&self, expression: Span) -> bool {
        self.has_handler(expression, names_refusal)
    }

    /// Returns whether a use is in a `try` with a handler that names an exception of some roles, or in a `with` that swallows one. A use
    /// in a handler or in the `else` counts too: it runs according to what the `try` found.
    pub fn is_guarded_against(&self, used: Span, roles: &[Role]) -> bool {
        let tree = self.tree_within(used.start);
        let around = nodes_around(&tree, used);
        let mut inside = around.iter().rev().take_while(|node| !runs_later(node, used));
        inside.any(|node| match node {
            AnyNodeRef::StmtTry(tried) => {
                let mut handlers = tried.handlers.iter();
                !is_in_block(&tried.finalbody, range_of(used))
                    && handlers.any(|handler| names_one_of(handler, roles))
            }
            AnyNodeRef::StmtWith(with) => with.items.iter().any(|item| swallows(&item.context_expr, roles)),
            _ => false,
        })
    }

    /// Returns whether an expression is in a handler behind code that runs an event loop. Such a handler also runs where a loop is running already.
    pub(super) fn follows_failed_start(&self, expression: Span) -> bool {
        let tree = self.tree_within(expression.start);
        let around = nodes_around(&tree, expression);
        let mut inside = around.iter().rev().take_while(|node| !runs_later(node, expression));
        inside.any(|node| match node {
            AnyNodeRef::StmtTry(tried) => {
                let around = tried.handlers.iter().find(|ExceptHandler::ExceptHandler(handler)| {
                    is_in_block(&handler.body, range_of(expression))
                });
                around.is_some_and(handles_runtime_error) && self.runs_loop_in(&tried.body)
            }
            _ => false,
        })
    }

    /// Returns whether a call in these statements runs an event loop until a coroutine is done.
    fn runs_loop_in(&self, body: &[Stmt]) -> bool {
        let summary = self.summary();
        summary.calls.iter().any(|site| {
            summary.last_roles(summary.callee_or_itself(site.expression)).has(Role::RunsToEnd)
                && is_in_block(body, range_of(summary.span(site.expression)))
        })
    }

    fn has_handler(&self, expression: Span, is_it: fn(&ExceptHandler) -> bool) -> bool {
        let tree = self.tree_within(expression.start);
        let around = nodes_around(&tree, expression);
        let is_left =
            |node: &&AnyNodeRef| matches!(node, AnyNodeRef::StmtFunctionDef(_) | AnyNodeRef::ExprLambda(_));
        let mut inside = around.iter().rev().take_while(|node| !is_left(node));
        inside.any(|node| match node {
            AnyNodeRef::StmtTry(tried) if tried.handlers.iter().any(is_it) => {
                is_in_block(&tried.body, range_of(expression))
            }
            _ => false,
        })
    }
}

fn names_refusal(handler: &ExceptHandler) -> bool {
    names_one_of(handler, &[Role::TellsAwaitablesApart])
}

/// Returns whether a handler names an exception of some roles.
fn names_one_of(handler: &ExceptHandler, roles: &[Role]) -> bool {
    let ExceptHandler::ExceptHandler(handler) = handler;
    match handler.type_.as_deref() {
        Some(Expr::Tuple(several)) => several.iter().any(|caught| has_one_of(caught, roles)),
        Some(one) => has_one_of(one, roles),
        None => false,
    }
}

/// Returns whether the manager of a `with` swallows an exception of some roles.
fn swallows(manager: &Expr, roles: &[Role]) -> bool {
    let Expr::Call(call) = manager else { return false };
    named(last_name(&call.func)).has(Role::SwallowsExceptions)
        && call.arguments.args.iter().any(|caught| has_one_of(caught, roles))
}

fn has_one_of(exception: &Expr, roles: &[Role]) -> bool {
    let name = exception.as_name_expr().map(|name| name.id.as_str());
    roles.iter().any(|role| named(name).has(*role))
}

/// Returns whether a node is a function in whose body an expression is.
fn runs_later(node: &AnyNodeRef, expression: Span) -> bool {
    match node {
        AnyNodeRef::StmtFunctionDef(function) => is_in_block(&function.body, range_of(expression)),
        AnyNodeRef::ExprLambda(_) => true,
        _ => false,
    }
}
