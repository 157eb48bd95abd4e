//! The handlers that catch the exceptions of an expression.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use ruff_python_ast::{AnyNodeRef, ExceptHandler, Expr};
use ruff_text_size::Ranged;

use super::fate::{nodes_around, range_of};
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

    fn has_handler(&self, expression: Span, is_it: fn(&ExceptHandler) -> bool) -> bool {
        let tree = self.tree_within(expression.start);
        let around = nodes_around(&tree, expression);
        let is_left =
            |node: &&AnyNodeRef| matches!(node, AnyNodeRef::StmtFunctionDef(_) | AnyNodeRef::ExprLambda(_));
        let mut inside = around.iter().rev().take_while(|node| !is_left(node));
        inside.any(|node| match node {
            AnyNodeRef::StmtTry(tried) if tried.handlers.iter().any(is_it) => {
                tried.body.iter().any(|statement| statement.range().contains_range(range_of(expression)))
            }
            _ => false,
        })
    }
}

fn names_refusal(handler: &ExceptHandler) -> bool {
    let ExceptHandler::ExceptHandler(handler) = handler;
    let is_it = |caught: &Expr| {
        caught.as_name_expr().is_some_and(|name| named(name.id.as_str()).has(Role::TellsAwaitablesApart))
    };
    match handler.type_.as_deref() {
        Some(Expr::Tuple(several)) => several.iter().any(is_it),
        Some(one) => is_it(one),
        None => false,
    }
}
