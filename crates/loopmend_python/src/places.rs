//! The parent of each node of a tree, so that a place is found without a walk.

use ruff_python_ast::visitor::source_order::TraversalSignal;
use ruff_python_ast::{AnyNodeRef, ExprAttribute, ModModule, StmtFunctionDef};
use ruff_text_size::{Ranged, TextRange, TextSize};
use rustc_hash::FxHashMap;

use crate::walk_body;

/// The nodes of a tree with their parents, by place.
#[derive(Default)]
pub(crate) struct Places<'a> {
    /// All nodes in source order.
    nodes: Vec<Node<'a>>,
    /// The outermost expression of a range, by index.
    expressions: FxHashMap<TextRange, u32>,
    /// The functions by the end of their names.
    functions: FxHashMap<TextSize, &'a StmtFunctionDef>,
    /// The attributes by their names, in source order.
    attributes: FxHashMap<&'a str, Vec<&'a ExprAttribute>>,
}

struct Node<'a> {
    node: AnyNodeRef<'a>,
    /// The index of the parent, or [`NO_PARENT`].
    parent: u32,
}

const NO_PARENT: u32 = u32::MAX;

impl<'a> Places<'a> {
    /// Visits each node of a module.
    pub(crate) fn of(module: &'a ModModule) -> Self {
        let mut places = Self::default();
        let mut path: Vec<u32> = Vec::new();
        walk_body(&module.body, |around, node| {
            path.truncate(around.len());
            path.push(places.add(node, path.last().copied()));
            TraversalSignal::Traverse
        });
        places
    }

    fn add(&mut self, node: AnyNodeRef<'a>, parent: Option<u32>) -> u32 {
        let index = self.nodes.len() as u32;
        self.nodes.push(Node { node, parent: parent.unwrap_or(NO_PARENT) });
        if node.is_expression() {
            self.expressions.entry(node.range()).or_insert(index);
        }
        if let AnyNodeRef::StmtFunctionDef(function) = node {
            self.functions.entry(function.name.end()).or_insert(function);
        }
        if let AnyNodeRef::ExprAttribute(attribute) = node {
            self.attributes.entry(attribute.attr.as_str()).or_default().push(attribute);
        }
        index
    }

    /// Returns the attributes with a name, in source order.
    pub(crate) fn attributes(&self, name: &str) -> &[&'a ExprAttribute] {
        self.attributes.get(name).map(Vec::as_slice).unwrap_or_default()
    }

    /// Returns the nodes around the outermost expression of a range, outermost first.
    pub(crate) fn around(&self, range: TextRange) -> Option<Vec<AnyNodeRef<'a>>> {
        let mut around = Vec::new();
        let mut parent = self.nodes[*self.expressions.get(&range)? as usize].parent;
        while let Some(node) = self.nodes.get(parent as usize) {
            around.push(node.node);
            parent = node.parent;
        }
        around.reverse();
        Some(around)
    }

    /// Returns the function whose name ends at a place.
    pub(crate) fn function(&self, end_of_name: TextSize) -> Option<&'a StmtFunctionDef> {
        self.functions.get(&end_of_name).copied()
    }
}
