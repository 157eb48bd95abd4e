//! Statements that leave a loop or a function.

use ruff_python_ast::visitor::source_order::TraversalSignal;
use ruff_python_ast::{AnyNodeRef, Stmt};

use crate::walk_body;

/// Returns whether the body of a loop has a `break` of this loop, also in the `else` of a loop inside of it.
pub fn has_break(body: &[Stmt]) -> bool {
    let mut is_found = false;
    walk_body(body, |_, node| {
        match node {
            AnyNodeRef::StmtFor(inner) => is_found |= has_break(&inner.orelse),
            AnyNodeRef::StmtWhile(inner) => is_found |= has_break(&inner.orelse),
            AnyNodeRef::StmtFunctionDef(_) | AnyNodeRef::StmtClassDef(_) => {}
            node => {
                is_found |= matches!(node, AnyNodeRef::StmtBreak(_));
                return TraversalSignal::Traverse;
            }
        }
        TraversalSignal::Skip
    });
    is_found
}

/// Returns whether a body of a function has a `return` of this function.
pub fn has_return(body: &[Stmt]) -> bool {
    let mut is_found = false;
    walk_body(body, |_, node| {
        if matches!(node, AnyNodeRef::StmtFunctionDef(_) | AnyNodeRef::StmtClassDef(_)) {
            return TraversalSignal::Skip;
        }
        is_found |= matches!(node, AnyNodeRef::StmtReturn(_));
        TraversalSignal::Traverse
    });
    is_found
}

#[cfg(test)]
mod tests {
    use crate::pattern::statements;

    use super::{has_break, has_return};

    #[test]
    fn only_a_break_of_the_loop_counts() {
        for body in [
            "if x:\n    break",
            "for y in z:\n    f()\nelse:\n    break",
            "while y:\n    f()\nelse:\n    break",
        ] {
            assert!(has_break(&statements(body)), "{body}");
        }
        for body in [
            "for y in z:\n    break",
            "while y:\n    if x:\n        break",
            "for y in z:\n    while y:\n        f()\n    else:\n        break",
        ] {
            assert!(!has_break(&statements(body)), "{body}");
        }
    }

    #[test]
    fn only_a_return_of_the_function_counts() {
        assert!(has_return(&statements("for x in y:\n    return")));
        assert!(!has_return(&statements(
            "def f():\n    return 1\nclass C:\n    def g(self):\n        return 2"
        )));
    }
}
