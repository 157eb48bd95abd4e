//! Walks over a tree.

use loopmend_core::Span;
use loopmend_core::at_work::take_steps;
use ruff_python_ast::visitor::source_order::{
    SourceOrderVisitor, TraversalSignal, walk_expr, walk_interpolated_string_element, walk_pattern, walk_stmt,
};
use ruff_python_ast::{
    AnyNodeRef, Expr, ExprAttribute, InterpolatedStringElement, Pattern, Stmt, StmtFunctionDef,
};
use ruff_text_size::{Ranged, TextRange, TextSize};

use crate::SyntaxTree;
use crate::stack::{grow_stack, grow_stack_for_step};

/// What a walk calls with each node and its enclosing nodes, outermost first. It returns whether the walk goes into the node.
type Enter<'e, 'a> = &'e mut dyn FnMut(&[AnyNodeRef<'a>], AnyNodeRef<'a>) -> TraversalSignal;

/// Calls `enter` with each node of a block, in source order, and with its enclosing nodes in the block, outermost first.
pub fn walk_body<'a>(
    body: &'a [Stmt],
    mut enter: impl FnMut(&[AnyNodeRef<'a>], AnyNodeRef<'a>) -> TraversalSignal,
) {
    Walk { around: Vec::new(), enter: &mut enter, place: None }.visit_body(body);
}

/// Does the same as [`walk_body`], where the block is inside of some nodes.
pub fn walk_inside<'a>(
    around: Vec<AnyNodeRef<'a>>,
    body: &'a [Stmt],
    mut enter: impl FnMut(&[AnyNodeRef<'a>], AnyNodeRef<'a>) -> TraversalSignal,
) {
    Walk { around, enter: &mut enter, place: None }.visit_body(body);
}

/// Does the same as [`walk_body`], but skips the statements which do not contain a place, without time for each of
/// them.
pub fn walk_towards<'a>(
    place: TextRange,
    body: &'a [Stmt],
    mut enter: impl FnMut(&[AnyNodeRef<'a>], AnyNodeRef<'a>) -> TraversalSignal,
) {
    Walk { around: Vec::new(), enter: &mut enter, place: Some(place) }.visit_body(body);
}

/// Returns what `look` finds in the outermost node of a body with a range.
pub fn node_at<'a, R>(
    body: &'a [Stmt],
    range: TextRange,
    look: impl Fn(AnyNodeRef<'a>) -> Option<R>,
) -> Option<R> {
    let mut found = None;
    walk_towards(range, body, |_, node| {
        if found.is_some() || !node.range().contains_range(range) {
            return TraversalSignal::Skip;
        }
        if node.range() == range {
            found = look(node);
        }
        TraversalSignal::Traverse
    });
    found
}

/// Does the same as [`walk_body`] with an expression and what it contains.
pub fn walk_expression<'a>(
    expression: &'a Expr,
    mut enter: impl FnMut(&[AnyNodeRef<'a>], AnyNodeRef<'a>) -> TraversalSignal,
) {
    Walk { around: Vec::new(), enter: &mut enter, place: None }.visit_expr(expression);
}

/// Does the same as [`walk_body`] with what is inside of a node, which is itself inside of other nodes.
pub fn walk_node<'a>(
    around: Vec<AnyNodeRef<'a>>,
    node: AnyNodeRef<'a>,
    mut enter: impl FnMut(&[AnyNodeRef<'a>], AnyNodeRef<'a>) -> TraversalSignal,
) {
    node.visit_source_order(&mut Walk { around, enter: &mut enter, place: None });
}

/// A visitor behind the functions above: one, whatever they call, since each copy of it is 20 KB of code.
struct Walk<'e, 'a> {
    around: Vec<AnyNodeRef<'a>>,
    enter: Enter<'e, 'a>,
    /// The place to visit: in each block, only the statement that contains it is visited.
    place: Option<TextRange>,
}

impl<'a> SourceOrderVisitor<'a> for Walk<'_, 'a> {
    fn enter_node(&mut self, node: AnyNodeRef<'a>) -> TraversalSignal {
        let signal = (self.enter)(&self.around, node);
        self.around.push(node);
        signal
    }

    fn leave_node(&mut self, _node: AnyNodeRef<'a>) {
        self.around.pop();
    }

    fn visit_body(&mut self, body: &'a [Stmt]) {
        let visited = match self.place {
            None => body,
            Some(place) => {
                let first = body.partition_point(|statement| statement.end() < place.end());
                body.get(first..=first).unwrap_or_default()
            }
        };
        visited.iter().for_each(|statement| self.visit_stmt(statement));
    }

    fn visit_stmt(&mut self, statement: &'a Stmt) {
        grow_stack_for_step(|| walk_stmt(self, statement));
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        grow_stack(|| walk_expr(self, expression));
    }

    fn visit_interpolated_string_element(&mut self, element: &'a InterpolatedStringElement) {
        grow_stack(|| walk_interpolated_string_element(self, element));
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        grow_stack(|| walk_pattern(self, pattern));
    }
}

/// The number of known parents whose copies count as one step.
const NODES_OF_STEP: u64 = 32;

/// Converts a span to a range of the syntax tree.
pub fn range_of(span: Span) -> TextRange {
    TextRange::new(TextSize::new(span.start), TextSize::new(span.end))
}

/// Returns whether a place is in one of the statements of a block.
pub fn is_in_block(block: &[Stmt], place: TextRange) -> bool {
    block.iter().any(|statement| statement.range().contains_range(place))
}

/// Returns the nodes around the expression at a place, outermost first.
pub fn nodes_around(tree: &SyntaxTree, call: Span) -> Vec<AnyNodeRef<'_>> {
    let range = range_of(call);
    let around = match tree.places() {
        Some(places) => places.around(range).unwrap_or_default(),
        None => search_around(tree, range),
    };
    take_steps(1 + around.len() as u64 / NODES_OF_STEP);
    around
}

fn search_around(tree: &SyntaxTree, range: TextRange) -> Vec<AnyNodeRef<'_>> {
    let mut found = None;
    let mut visited = 0;
    walk_towards(range, &tree.module().body, |around, node| {
        visited += 1;
        if found.is_some() || !node.range().contains_range(range) {
            return TraversalSignal::Skip;
        }
        if node.range() == range && node.is_expression() {
            found = Some(around.to_vec());
            return TraversalSignal::Skip;
        }
        TraversalSignal::Traverse
    });
    count_visited(tree, visited);
    found.unwrap_or_default()
}

/// Returns the nodes that contain a place, outermost first. The place may be that of a name which is no expression.
pub fn nodes_containing(tree: &SyntaxTree, place: Span) -> Vec<AnyNodeRef<'_>> {
    let range = range_of(place);
    let mut found = Vec::new();
    let mut visited = 0;
    walk_towards(range, &tree.module().body, |_, node| {
        visited += 1;
        if !node.range().contains_range(range) {
            return TraversalSignal::Skip;
        }
        found.push(node);
        TraversalSignal::Traverse
    });
    count_visited(tree, visited);
    found
}

fn count_visited(tree: &SyntaxTree, nodes: usize) {
    tree.count_visited(nodes);
    take_steps(nodes as u64);
}

/// Returns the function whose own statements contain an expression.
pub fn function_around<'a>(around: &[AnyNodeRef<'a>]) -> Option<&'a StmtFunctionDef> {
    match around.iter().rev().find(|node| makes_scope(**node))? {
        AnyNodeRef::StmtFunctionDef(function) => Some(function),
        _ => None,
    }
}

/// Returns the attributes with a name, in source order.
pub fn attributes_named<'a>(tree: &'a SyntaxTree, name: &str) -> Vec<&'a ExprAttribute> {
    if let Some(places) = tree.places() {
        return places.attributes(name).to_vec();
    }
    let mut found = Vec::new();
    let mut visited = 0;
    walk_body(&tree.module().body, |_, node| {
        visited += 1;
        found.extend(node.as_expr_attribute().copied().filter(|attribute| attribute.attr.as_str() == name));
        TraversalSignal::Traverse
    });
    count_visited(tree, visited);
    found
}

/// Returns the function whose header ends at a place.
pub fn function_with(tree: &SyntaxTree, header: Span) -> Option<&StmtFunctionDef> {
    let header = range_of(header);
    match tree.places() {
        Some(places) => places.function(header.end()),
        None => search_function(tree, header),
    }
}

fn search_function(tree: &SyntaxTree, header: TextRange) -> Option<&StmtFunctionDef> {
    let mut found = None;
    let mut visited = 0;
    walk_towards(header, &tree.module().body, |_, node| {
        visited += 1;
        if let AnyNodeRef::StmtFunctionDef(function) = node
            && function.name.end() == header.end()
        {
            found = Some(function);
        }
        let is_around = found.is_none() && node.range().contains_range(header);
        if is_around { TraversalSignal::Traverse } else { TraversalSignal::Skip }
    });
    count_visited(tree, visited);
    found
}

/// Returns whether names inside a node belong to another scope.
pub fn makes_scope(node: AnyNodeRef) -> bool {
    matches!(
        node,
        AnyNodeRef::StmtFunctionDef(_)
            | AnyNodeRef::StmtClassDef(_)
            | AnyNodeRef::ExprLambda(_)
            | AnyNodeRef::ExprListComp(_)
            | AnyNodeRef::ExprSetComp(_)
            | AnyNodeRef::ExprDictComp(_)
            | AnyNodeRef::ExprGenerator(_)
    )
}

#[cfg(test)]
mod tests {
    use loopmend_core::{SourceKind, SourceText};
    use ruff_python_ast::AnyNodeRef;
    use ruff_python_ast::visitor::source_order::TraversalSignal;
    use ruff_text_size::Ranged;

    use super::{attributes_named, function_with, nodes_around, search_around, search_function, walk_body};
    use crate::{SyntaxTree, range_of, span};

    const TEXT: &str = "\
import m
@d(a(1), lambda: a(2))
async def f[T: int](x=a(3), *y: a(4), **z) -> a(5):
    x = y = a(6) + a(7) + (a(8)) * [a(9), *a(10), {a(11): a(12), **a(13)}, {a(14)}]
    async with a(15) as b, c[a(16)]: pass
    async for i in a(17): yield a(18)
    print(f'{a(19)!r:{a(20)}} {a(21)}' 'x', k=a(22), *a(23), **a(24))
    match a(25):
        case m.C(1, k=[2, *_]) if a(26): return (await a(27)).b.c(a(28))(a(29))
    class C(a(30), metaclass=a(31)):
        def g(self, /, q: 'int' = a(32)): return [a(33) for v in a(34) if a(35) for w in a(36)]
    try: a(37)
    except a(38) as e: raise a(39) from a(40)
    finally: assert a(41), a(42)
    del x[a(43):a(44)], (yy := a(45)).z
    return a(46) if a(47) else a(48) < a(49) < a(50) or not -a(51)
";

    /// The expressions and functions of a tree.
    fn nodes(tree: &SyntaxTree) -> Vec<AnyNodeRef<'_>> {
        let mut all = Vec::new();
        walk_body(&tree.module().body, |_, node| {
            all.push(node);
            TraversalSignal::Traverse
        });
        all
    }

    #[test]
    fn parents_and_a_search_find_the_same_nodes() {
        let tree = SyntaxTree::parse(&SourceText::new(TEXT, SourceKind::Python));
        assert!(!tree.has_errors() && tree.places().is_none());
        tree.count_visited(TEXT.len());
        assert!(tree.places().is_some());
        let all = nodes(&tree);
        assert!(all.len() > 200, "{}", all.len());
        for node in all {
            let place = span(node.range());
            assert_eq!(nodes_around(&tree, place), search_around(&tree, range_of(place)), "{node:?}");
            if let AnyNodeRef::ExprAttribute(attribute) = node {
                let other = SyntaxTree::parse(&SourceText::new(TEXT, SourceKind::Python));
                let known = attributes_named(&tree, attribute.attr.as_str());
                assert!(known.contains(&attribute));
                assert_eq!(known.len(), attributes_named(&other, attribute.attr.as_str()).len());
            }
            if let AnyNodeRef::StmtFunctionDef(function) = node {
                let header = span(function.name.range());
                assert_eq!(function_with(&tree, header), Some(function));
                assert_eq!(search_function(&tree, range_of(header)), Some(function));
            }
        }
    }

    #[test]
    fn a_tree_with_errors_is_searched() {
        let tree = SyntaxTree::parse(&SourceText::new("x = a(1) + \ny = a(2\n", SourceKind::Python));
        tree.count_visited(100);
        assert!(tree.places().is_none());
    }

    #[test]
    fn searching_all_places_visits_a_tree_a_few_times_at_most() {
        let calls = vec!["a()"; 2_000];
        for text in [format!("x = {}\n", calls.join(" + ")), format!("x = [{}]\n", calls.join(", "))] {
            let tree = SyntaxTree::parse(&SourceText::new(text.as_str(), SourceKind::Python));
            for node in nodes(&tree) {
                nodes_around(&tree, span(node.range()));
            }
            assert!(tree.visited() < 3 * text.len(), "{} of {}", tree.visited(), text.len());
        }
    }
}
