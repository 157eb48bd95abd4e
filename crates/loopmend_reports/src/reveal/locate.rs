//! Finds expressions by position in the syntax tree.

use loopmend_core::Span;
use loopmend_python::ast::visitor::source_order::{
    SourceOrderVisitor, TraversalSignal, walk_expr, walk_stmt,
};
use loopmend_python::ast::{AnyNodeRef, Expr, Stmt};
use loopmend_python::stack::{grow_stack, grow_stack_for_step};
use loopmend_python::text_size::{Ranged, TextRange, TextSize};
use loopmend_python::{SyntaxTree, span};

/// An expression with its location.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Located {
    /// The range of the expression.
    pub(super) span: Span,
    /// The end of the name of the nearest function or class around it; `None` at the top level of the
    /// module.
    pub(super) definition: Option<u32>,
}

/// Returns the innermost expression that covers the byte at `offset`.
pub(super) fn expression_at(tree: &SyntaxTree, offset: u32) -> Option<Located> {
    let offset = TextSize::new(offset);
    let mut search = Search {
        covers: |range: TextRange| range.contains(offset),
        value_of: None,
        found: None,
        definition: None,
    };
    search.visit_body(&tree.module().body);
    search.found
}

/// Returns the value of the last statement that ends in `line` and has a value.
pub(super) fn value_on_line(tree: &SyntaxTree, line: Span) -> Option<Located> {
    let line = TextRange::new(TextSize::new(line.start), TextSize::new(line.end));
    let mut search = Search {
        covers: |range: TextRange| range.start() <= line.end() && line.start() <= range.end(),
        value_of: Some(line),
        found: None,
        definition: None,
    };
    search.visit_body(&tree.module().body);
    search.found
}

/// A walk that enters only the nodes that `covers` accepts. Later matches are further inside, or further
/// on.
struct Search<F> {
    covers: F,
    /// The line on which a statement must end for its value to count; any expression if `None`.
    value_of: Option<TextRange>,
    found: Option<Located>,
    definition: Option<u32>,
}

impl<F: Fn(TextRange) -> bool> Search<F> {
    fn take(&mut self, expression: &Expr) {
        // A summary keeps of `name := value` the value.
        let expression = match expression {
            Expr::Named(named) => &named.value,
            other => other,
        };
        let range = expression.range();
        let span = span(range);
        self.found = Some(Located { span, definition: self.definition });
    }

    /// Walks the body of a definition, whose names belong to an inner scope.
    fn definition_body(&mut self, name: TextRange, body: &[Stmt]) {
        let outer = self.definition.replace(name.end().to_u32());
        self.visit_body(body);
        self.definition = outer;
    }
}

impl<'a, F: Fn(TextRange) -> bool> SourceOrderVisitor<'a> for Search<F> {
    fn enter_node(&mut self, node: AnyNodeRef<'a>) -> TraversalSignal {
        if (self.covers)(node.range()) { TraversalSignal::Traverse } else { TraversalSignal::Skip }
    }

    fn visit_stmt(&mut self, statement: &'a Stmt) {
        if !(self.covers)(statement.range()) {
            return;
        }
        if let Some(line) = self.value_of
            && line.contains_inclusive(statement.range().end())
            && let Some(value) = value_of(statement)
        {
            self.take(value);
        }
        grow_stack_for_step(|| match statement {
            Stmt::FunctionDef(function) => {
                function.decorator_list.iter().for_each(|decorator| self.visit_decorator(decorator));
                self.visit_parameters(&function.parameters);
                function.returns.iter().for_each(|returns| self.visit_annotation(returns));
                self.definition_body(function.name.range, &function.body);
            }
            Stmt::ClassDef(class) => {
                class.decorator_list.iter().for_each(|decorator| self.visit_decorator(decorator));
                class.arguments.iter().for_each(|arguments| self.visit_arguments(arguments));
                self.definition_body(class.name.range, &class.body);
            }
            other => walk_stmt(self, other),
        });
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        if self.value_of.is_some() || !(self.covers)(expression.range()) {
            return;
        }
        self.take(expression);
        grow_stack(|| walk_expr(self, expression));
    }
}

fn value_of(statement: &Stmt) -> Option<&Expr> {
    match statement {
        Stmt::Expr(statement) => Some(&statement.value),
        Stmt::Assign(statement) => Some(&statement.value),
        Stmt::AugAssign(statement) => Some(&statement.value),
        Stmt::AnnAssign(statement) => statement.value.as_deref(),
        Stmt::Return(statement) => statement.value.as_deref(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use loopmend_core::{LineIndex, SourceKind, SourceText};

    use super::{Located, expression_at, value_on_line};
    use loopmend_python::SyntaxTree;

    fn tree(text: &str) -> SyntaxTree {
        SyntaxTree::parse(&SourceText::new(text, SourceKind::Python))
    }

    fn shown(text: &str, located: Option<Located>) -> Option<(&str, Option<&str>)> {
        let located = located?;
        let name = |end: u32| text[..end as usize].rsplit([' ', '\n']).next().unwrap_or_default();
        Some((&text[located.span.as_range()], located.definition.map(name)))
    }

    /// Returns the expression at the last occurrence of `mark` in a text.
    fn at<'t>(text: &'t str, mark: &str) -> Option<(&'t str, Option<&'t str>)> {
        let offset = text.rfind(mark).expect("the mark is there") as u32;
        shown(text, expression_at(&tree(text), offset))
    }

    fn on_line(text: &str, line: u32) -> Option<&str> {
        let index = LineIndex::new(text);
        let start = index.line_start(line, text);
        let end = start + index.line_text(line, text).len() as u32;
        let located = value_on_line(&tree(text), loopmend_core::Span::new(start, end));
        shown(text, located).map(|(expression, _)| expression)
    }

    #[test]
    fn the_innermost_expression_is_found_by_any_byte_of_its_own() {
        let text = "async def main(c):\n    await c.close(1)\n";
        assert_eq!(at(text, "await"), Some(("await c.close(1)", Some("main"))));
        assert_eq!(at(text, "(1"), Some(("c.close(1)", Some("main"))));
        assert_eq!(at(text, "close"), Some(("c.close", Some("main"))));
        assert_eq!(at(text, "c."), Some(("c", Some("main"))));
        assert_eq!(at(text, "1)"), Some(("1", Some("main"))));
        assert_eq!(at(text, "main"), None);
    }

    #[test]
    fn decorators_defaults_and_bases_stand_outside_of_what_they_are_part_of() {
        let text = "class A(base()):\n    @mark()\n    def f(self, x=default()) -> result(): pass\n";
        assert_eq!(at(text, "base"), Some(("base", None)));
        assert_eq!(at(text, "mark"), Some(("mark", Some("A"))));
        assert_eq!(at(text, "default"), Some(("default", Some("A"))));
        assert_eq!(at(text, "result"), Some(("result", Some("A"))));
    }

    #[test]
    fn a_line_has_the_value_of_the_last_statement_that_ends_on_it() {
        let text = "x = f(\n    1,\n)\nawait g(); h\nif a: b\nfor i in c:\n    y: int = d\nreturn (e)\n\
                    if (n := m): pass\n(n := m)\n";
        assert_eq!(on_line(text, 1), None);
        assert_eq!(on_line(text, 2), None);
        assert_eq!(on_line(text, 3), Some("f(\n    1,\n)"));
        assert_eq!(on_line(text, 4), Some("h"));
        assert_eq!(on_line(text, 5), Some("b"));
        assert_eq!(on_line(text, 6), None);
        assert_eq!(on_line(text, 7), Some("d"));
        assert_eq!(on_line(text, 8), Some("e"));
        assert_eq!(on_line(text, 9), None);
        assert_eq!(on_line(text, 10), Some("m"));
    }
}
