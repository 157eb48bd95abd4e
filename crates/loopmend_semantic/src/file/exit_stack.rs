//! The `with` that enters a stack of callbacks.

use loopmend_core::Span;
use ruff_python_ast::{AnyNodeRef, Expr, StmtWith};
use ruff_text_size::Ranged;

use super::fate::nodes_around;
use crate::file::File;
use crate::summary::span;

/// `with CLASS() as NAME:`, and nothing else in the statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StackOfWith {
    /// Where `with` begins.
    pub keyword: u32,
    /// What is called, without arguments.
    pub class: Span,
    /// The whole statement.
    pub statement: Span,
}

impl File<'_> {
    /// The plain `with` around an expression, in the same function, that binds a name to what a call gives.
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
