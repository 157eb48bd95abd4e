//! Walks over a tree.

use loopmend_core::Span;
use loopmend_core::at_work::end_if_given_up;
use ruff_python_ast::visitor::source_order::{
    SourceOrderVisitor, TraversalSignal, walk_expr, walk_interpolated_string_element, walk_pattern, walk_stmt,
};
use ruff_python_ast::{AnyNodeRef, Expr, InterpolatedStringElement, Pattern, Stmt, StmtFunctionDef};
use ruff_text_size::{Ranged, TextRange, TextSize};

use crate::SyntaxTree;
use crate::stack::{grow_stack, grow_stack_for_step};

/// Visits the nodes of a tree in source order, each with its enclosing nodes, outermost first.
pub struct Walk<'a, Enter> {
    around: Vec<AnyNodeRef<'a>>,
    enter: Enter,
    /// The place to visit: in each block, only the statement that contains it is visited.
    place: Option<TextRange>,
}

impl<'a, Enter: FnMut(&[AnyNodeRef<'a>], AnyNodeRef<'a>) -> TraversalSignal> Walk<'a, Enter> {
    /// Creates a walk that calls `enter` with each node.
    pub fn new(enter: Enter) -> Self {
        Self::inside(Vec::new(), enter)
    }

    /// Creates a walk that starts inside some nodes.
    pub fn inside(around: Vec<AnyNodeRef<'a>>, enter: Enter) -> Self {
        Self { around, enter, place: None }
    }

    /// Creates a walk that skips the statements which do not contain a place, without time for each of
    /// them.
    pub fn towards(place: TextRange, enter: Enter) -> Self {
        Self { around: Vec::new(), enter, place: Some(place) }
    }
}

impl<'a, Enter> SourceOrderVisitor<'a> for Walk<'a, Enter>
where
    Enter: FnMut(&[AnyNodeRef<'a>], AnyNodeRef<'a>) -> TraversalSignal,
{
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

/// Converts a span to a range of the syntax tree.
pub fn range_of(span: Span) -> TextRange {
    TextRange::new(TextSize::new(span.start), TextSize::new(span.end))
}

/// Returns the nodes around the expression at a place, outermost first.
pub fn nodes_around(tree: &SyntaxTree, call: Span) -> Vec<AnyNodeRef<'_>> {
    end_if_given_up();
    let range = range_of(call);
    let mut found = None;
    let mut walk = Walk::towards(range, |around, node| {
        if found.is_some() || !node.range().contains_range(range) {
            return TraversalSignal::Skip;
        }
        if node.range() == range && node.is_expression() {
            found = Some(around.to_vec());
            return TraversalSignal::Skip;
        }
        TraversalSignal::Traverse
    });
    walk.visit_body(&tree.module().body);
    found.unwrap_or_default()
}

/// Returns the function whose own statements contain an expression.
pub fn function_around<'a>(around: &[AnyNodeRef<'a>]) -> Option<&'a StmtFunctionDef> {
    match around.iter().rev().find(|node| makes_scope(**node))? {
        AnyNodeRef::StmtFunctionDef(function) => Some(function),
        _ => None,
    }
}

/// Returns the function whose header ends at a place.
pub fn function_with(tree: &SyntaxTree, header: Span) -> Option<&StmtFunctionDef> {
    let mut found = None;
    let header = range_of(header);
    let mut walk = Walk::towards(header, |_, node| {
        if let AnyNodeRef::StmtFunctionDef(function) = node
            && function.name.end() == header.end()
        {
            found = Some(function);
        }
        let is_around = found.is_none() && node.range().contains_range(header);
        if is_around { TraversalSignal::Traverse } else { TraversalSignal::Skip }
    });
    walk.visit_body(&tree.module().body);
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
