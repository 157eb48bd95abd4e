//! Definitions that a file makes only under some versions of pytest-asyncio.

use loopmend_core::Span;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Expr, StmtIf};
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{range_of, walk_expression, walk_towards};

use super::File;

impl File<'_> {
    /// Returns whether a place is below an `if` that queries pytest-asyncio, usually its version. The test
    /// uses the plugin directly, or a name for the result: `if pytest_asyncio.__version__ < "1":`.
    pub(crate) fn asks_plugin_first(&self, place: Span) -> bool {
        let place = range_of(place);
        let mut names: Vec<&str> = Vec::new();
        let mut is_asked = false;
        walk_towards(place, &self.tree().module().body, |_, node| {
            if let AnyNodeRef::StmtIf(statement) = node
                && statement.range().contains_range(place)
            {
                for test in tests(statement) {
                    is_asked |= self.names_plugin(test.range());
                    names.extend(names_in(test));
                }
            }
            TraversalSignal::Traverse
        });
        is_asked || names.iter().any(|name| self.is_answer_of_plugin(name))
    }

    /// Returns whether the module binds a name to a value queried from pytest-asyncio.
    fn is_answer_of_plugin(&self, name: &str) -> bool {
        let is_it = |target: &Expr| target.as_name_expr().is_some_and(|target| target.id == name);
        self.tree().module().body.iter().any(|statement| {
            let assigned = statement.as_assign_stmt();
            assigned.is_some_and(|it| it.targets.iter().any(is_it) && self.names_plugin(it.value.range()))
        })
    }

    fn names_plugin(&self, range: TextRange) -> bool {
        self.text()[range].to_ascii_lowercase().replace('-', "_").contains("pytest_asyncio")
    }
}

fn tests(statement: &StmtIf) -> impl Iterator<Item = &Expr> {
    let others = statement.elif_else_clauses.iter().filter_map(|clause| clause.test.as_ref());
    std::iter::once(&*statement.test).chain(others)
}

fn names_in(test: &Expr) -> Vec<&str> {
    let mut names = Vec::new();
    walk_expression(test, |_, node| {
        if let AnyNodeRef::ExprName(name) = node {
            names.push(name.id.as_str());
        }
        TraversalSignal::Traverse
    });
    names
}
