//! The decorators in a file that turn `async` functions into fixtures.

use loopmend_core::Span;
use ruff_python_ast::AnyNodeRef;
use ruff_python_ast::helpers::map_callable;
use ruff_python_ast::visitor::source_order::{SourceOrderVisitor, TraversalSignal};
use ruff_text_size::Ranged;

use super::fate::Walk;
use crate::file::File;
use crate::summary::{last_name, span};

impl File<'_> {
    /// Returns the ranges of the `fixture` decorators of `async def` functions, without the `@`.
    pub fn async_fixture_decorators(&self) -> Vec<Span> {
        let mut found = Vec::new();
        let mut walk = Walk::new(|_, node| {
            if let AnyNodeRef::StmtFunctionDef(function) = node
                && function.is_async
            {
                let decorators = function.decorator_list.iter().map(|decorator| &decorator.expression);
                let fixtures = decorators.filter(|it| last_name(map_callable(it)) == Some("fixture"));
                found.extend(fixtures.map(|it| span(it.range())));
            }
            TraversalSignal::Traverse
        });
        walk.visit_body(&self.tree().module().body);
        found
    }
}
