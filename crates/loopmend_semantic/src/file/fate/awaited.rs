//! The `await` that applies to a value, and whether it is expected to fail.

use loopmend_catalog::Role;
use loopmend_core::Span;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, ExprCall};
use loopmend_python::text_size::Ranged;
use loopmend_python::{SyntaxTree, last_name, nodes_around, walk_node};

use crate::file::File;

/// An `await` expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Awaiting {
    /// The range from `await` to the end of the operand.
    pub span: Span,
    /// Whether the expression is a statement on its own.
    pub is_statement: bool,
}

impl File<'_> {
    /// Returns whether a function around a value mentions one of these words.
    pub fn mentions_around(&self, value: Span, words: &[&str]) -> bool {
        let around = nodes_around(self.tree(), value);
        around.iter().any(|node| mentions(*node, self.text(), words))
    }

    /// Returns the `await` whose operand is this value. Returns `None` if the operand is a choice between
    /// several values, or if the function mentions `TypeError` or `__await__`. Also returns `None` if
    /// another branch has the same call without `await`.
    pub fn await_of(&self, value: Span) -> Option<Awaiting> {
        await_of(self.tree(), self.text(), value)
    }
}

fn await_of(tree: &SyntaxTree, text: &str, value: Span) -> Option<Awaiting> {
    let around = nodes_around(tree, value);
    let (AnyNodeRef::ExprAwait(awaited), around) = around.split_last()? else { return None };
    let is_meant = around.iter().any(|node| match node {
        AnyNodeRef::StmtFunctionDef(_) => mentions(*node, text, Role::TellsAwaitablesApart.names()),
        AnyNodeRef::StmtIf(_) | AnyNodeRef::ExprIf(_) | AnyNodeRef::StmtMatch(_) => {
            awaited.value.as_call_expr().is_some_and(|call| is_called_without_await(*node, call))
        }
        _ => false,
    });
    (!is_meant).then(|| Awaiting {
        span: Span::new(awaited.start().to_u32(), awaited.end().to_u32()),
        is_statement: matches!(around.last(), Some(AnyNodeRef::StmtExpr(_))),
    })
}

/// Returns whether a node is a function that mentions one of these words.
pub fn mentions(node: AnyNodeRef, text: &str, words: &[&str]) -> bool {
    let AnyNodeRef::StmtFunctionDef(function) = node else { return false };
    let text = &text[function.range.to_std_range()];
    words.iter().any(|word| text.contains(word))
}

/// Returns whether a node has a call of the same last name that is not awaited.
fn is_called_without_await(node: AnyNodeRef, awaited: &ExprCall) -> bool {
    let Some(name) = last_name(&awaited.func) else { return false };
    let mut found = false;
    walk_node(Vec::new(), node, |around, node| {
        if let AnyNodeRef::ExprCall(call) = node {
            let is_awaited = matches!(around.last(), Some(AnyNodeRef::ExprAwait(_)));
            found |= !is_awaited && last_name(&call.func) == Some(name);
        }
        TraversalSignal::Traverse
    });
    found
}
