//! What a generator does before and after its `yield`, found by syntax.

use loopmend_core::Span;
use ruff_python_ast::AnyNodeRef;
use ruff_python_ast::visitor::source_order::{SourceOrderVisitor, TraversalSignal};
use ruff_text_size::Ranged;

use super::assigned::{function_with, makes_scope};
use super::value_use::Walk;
use crate::file::File;
use crate::summary::SyntaxTree;

impl File<'_> {
    /// Returns whether the function with this header has a `yield` before an offset.
    pub(crate) fn yields_before(&self, header: Span, offset: u32) -> bool {
        yields_before(&self.tree_within(header.start), header, offset)
    }
}

fn yields_before(tree: &SyntaxTree, header: Span, offset: u32) -> bool {
    let Some(function) = function_with(tree, header) else { return false };
    let mut found = false;
    let mut walk = Walk::new(|_, node| {
        let is_yield = matches!(node, AnyNodeRef::ExprYield(_) | AnyNodeRef::ExprYieldFrom(_));
        found |= is_yield && node.range().end().to_u32() <= offset;
        let is_left = makes_scope(node) || node.range().start().to_u32() >= offset;
        if is_left { TraversalSignal::Skip } else { TraversalSignal::Traverse }
    });
    walk.visit_body(&function.body);
    found
}

#[cfg(test)]
mod tests {
    use loopmend_core::Span;

    use super::yields_before;
    use crate::file::fate::tests::parsed;

    fn is_behind(body: &str) -> bool {
        let text = format!("def client():\n    {}\n", body.replace('\n', "\n    "));
        let offset = text.find("f()").expect("the text calls f") as u32;
        yields_before(&parsed(&text), Span::new(0, "def client".len() as u32), offset)
    }

    #[test]
    fn what_stands_behind_a_yield_is_told_from_what_stands_before() {
        assert!(is_behind("yield\nf()"));
        assert!(is_behind("try:\n    x = yield 1\nfinally:\n    f()"));
        assert!(is_behind("with a:\n    yield\nif b:\n    f()"));
        assert!(!is_behind("f()\nyield"));
        assert!(!is_behind("yield f()"));
        assert!(!is_behind("def g():\n    yield\nf()\nyield"));
    }
}
