//! Where `await` is allowed. The parser accepts it anywhere; the Python compiler does not.

use loopmend_core::{SourceKind, SourceText};
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, ExprLambda, StmtClassDef, StmtFunctionDef};
use loopmend_python::text_size::{Ranged, TextRange, TextSize};
use loopmend_python::{SyntaxTree, walk_body, walk_towards};

use crate::file::File;

impl File<'_> {
    /// Returns whether an `await` at an offset compiles. It must be in an `async def`, but not in an
    /// annotation, a class body or a `lambda` there.
    pub fn await_may_stand(&self, offset: u32) -> bool {
        let place = TextRange::empty(TextSize::new(offset));
        let mut may_stand = self.is_notebook();
        walk_towards(place, &self.tree().module().body, |_, node| {
            if !node.range().contains_range(place) {
                return TraversalSignal::Skip;
            }
            if let Some(changed) = changed_by(node, place) {
                may_stand = changed;
            }
            TraversalSignal::Traverse
        });
        may_stand
    }
}

/// Returns the number of `await` expressions at places where Python does not allow them.
pub fn misplaced_awaits(source: &SourceText) -> usize {
    let tree = SyntaxTree::parse(source);
    let is_notebook = source.kind == SourceKind::Notebook;
    let mut misplaced = 0;
    walk_body(&tree.module().body, |around, node| {
        if matches!(node, AnyNodeRef::ExprAwait(_)) {
            let place = node.range();
            let may_stand = around.iter().rev().find_map(|outer| changed_by(*outer, place));
            misplaced += usize::from(!may_stand.unwrap_or(is_notebook));
        }
        TraversalSignal::Traverse
    });
    misplaced
}

/// Returns whether `await` is allowed at a place in a node, if the node decides this.
fn changed_by(node: AnyNodeRef, place: TextRange) -> Option<bool> {
    let is_in = |range: TextRange| range.contains_range(place);
    match node {
        AnyNodeRef::StmtFunctionDef(function) => in_function(function, place),
        AnyNodeRef::StmtClassDef(class) => in_class(class, place),
        AnyNodeRef::ExprLambda(ExprLambda { body, .. }) => is_in(body.range()).then_some(false),
        AnyNodeRef::StmtAnnAssign(assign) => is_in(assign.annotation.range()).then_some(false),
        AnyNodeRef::StmtTypeAlias(_) | AnyNodeRef::TypeParams(_) => Some(false),
        AnyNodeRef::Parameter(parameter) => {
            parameter.annotation.as_ref().is_some_and(|it| is_in(it.range())).then_some(false)
        }
        _ => None,
    }
}

fn in_function(function: &StmtFunctionDef, place: TextRange) -> Option<bool> {
    let is_in_body = function.body.first().is_some_and(|first| first.start() <= place.start());
    match function.returns.as_ref().is_some_and(|returns| returns.range().contains_range(place)) {
        true => Some(false),
        false => is_in_body.then_some(function.is_async),
    }
}

fn in_class(class: &StmtClassDef, place: TextRange) -> Option<bool> {
    class.body.first().is_some_and(|first| first.start() <= place.start()).then_some(false)
}

#[cfg(test)]
mod tests {
    use loopmend_core::{SourceKind, SourceText};

    use super::misplaced_awaits;

    fn misplaced(text: &str) -> usize {
        misplaced_awaits(&SourceText::new(text, SourceKind::Python))
    }

    #[test]
    fn await_stands_in_async_functions() {
        assert_eq!(misplaced("async def f():\n    x = await g()\n    if x: [await g() for y in x]\n"), 0);
        assert_eq!(
            misplaced("async def f():\n    def h(a=await g()): ...\n    @h(await g())\n    def i(): ...\n"),
            0
        );
        assert_eq!(misplaced("async def f():\n    class A(await g()): ...\n    lambda a=await g(): 1\n"), 0);
    }

    #[test]
    fn await_stands_nowhere_else() {
        for text in [
            "await f()\n",
            "def f():\n    await g()\n",
            "async def f(a=await g()): ...\n",
            "async def f(a: await g()): ...\n",
            "async def f() -> await g(): ...\n",
            "async def f():\n    x: await g() = 1\n",
            "async def f():\n    lambda: await g()\n",
            "async def f():\n    class A:\n        x = await g()\n",
            "async def f():\n    def h():\n        await g()\n",
        ] {
            assert_eq!(misplaced(text), 1, "{text}");
        }
    }

    #[test]
    fn cells_of_notebooks_may_await() {
        assert_eq!(misplaced_awaits(&SourceText::new("await f()\n", SourceKind::Notebook)), 0);
    }
}
