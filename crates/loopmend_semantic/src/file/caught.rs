//! The handlers that catch the exceptions of an expression.

use loopmend_core::Span;
use ruff_python_ast::AnyNodeRef;
use ruff_text_size::Ranged;

use super::fate::{nodes_around, range_of};
use crate::file::File;

impl File<'_> {
    /// Returns whether an expression is in the body of a `try` with an `except`, in the same function.
    pub fn is_tried(&self, expression: Span) -> bool {
        let tree = self.tree_within(expression.start);
        let around = nodes_around(&tree, expression);
        let is_left =
            |node: &&AnyNodeRef| matches!(node, AnyNodeRef::StmtFunctionDef(_) | AnyNodeRef::ExprLambda(_));
        let mut inside = around.iter().rev().take_while(|node| !is_left(node));
        inside.any(|node| match node {
            AnyNodeRef::StmtTry(tried) if !tried.handlers.is_empty() => {
                tried.body.iter().any(|statement| statement.range().contains_range(range_of(expression)))
            }
            _ => false,
        })
    }
}
