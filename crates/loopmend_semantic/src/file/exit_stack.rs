//! The `with` statement that enters an exit stack.

use loopmend_core::Span;
use ruff_python_ast::{AnyNodeRef, Expr, StmtWith};
use ruff_text_size::Ranged;

use super::fate::nodes_around;
use crate::file::File;
use crate::summary::span;

/// A `with CLASS() as NAME:` statement with this single item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StackOfWith {
    /// The offset of `with`.
    pub keyword: u32,
    /// The called class, without the arguments.
    pub class: Span,
    /// The range of the whole statement.
    pub statement: Span,
}

impl File<'_> {
    /// Returns the plain `with` statement around an expression, in the same function, that binds `name` to
    /// the value of a call.
    pub fn with_around(&self, expression: Span, name: &str) -> Option<StackOfWith> {
        let tree = self.tree_within(expression.start);
        let around = nodes_around(&tree, expression);
        let is_left = |node: &&AnyNodeRef| {
            matches!(
                node,
                AnyNodeRef::StmtFunctionDef(_) | AnyNodeRef::StmtClassDef(_) | AnyNodeRef::ExprLambda(_)
            )
        };
        let inside = around.iter().rev().take_while(|node| !is_left(node));
        let mut withs = inside.filter_map(|node| match node {
            AnyNodeRef::StmtWith(with) => Some(*with),
            _ => None,
        });
        withs.find_map(|with| stack_of(with, name))
    }
}

fn stack_of(with: &StmtWith, name: &str) -> Option<StackOfWith> {
    let [item] = with.items.as_slice() else { return None };
    let Some(Expr::Name(bound)) = item.optional_vars.as_deref() else { return None };
    let Expr::Call(call) = &item.context_expr else { return None };
    let is_it = bound.id.as_str() == name && call.arguments.is_empty() && !with.is_async;
    let statement = span(with.range);
    is_it.then(|| StackOfWith { keyword: statement.start, class: span(call.func.range()), statement })
}
