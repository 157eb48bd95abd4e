//! Environment variables that are read or set with `os.environ["NAME"]`.

use std::sync::Arc;

use loopmend_core::Span;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Expr};
use loopmend_python::text_size::Ranged;
use loopmend_python::{SyntaxTree, last_name, span, walk_body};
use loopmend_semantic::engine::{Engine, ModuleId};

/// An access to the environment in a function.
#[derive(Debug)]
pub(super) struct KeyUse {
    /// The enclosing functions, by the end offsets of their headers.
    pub(super) functions: Vec<u32>,
    pub(super) span: Span,
    pub(super) name: KeyName,
    /// Whether the variable is set or deleted.
    pub(super) is_set: bool,
}

/// How the variable name is written.
#[derive(Debug)]
pub(super) enum KeyName {
    /// As a string.
    Written(String),
    /// As a Python name.
    Named(String),
}

impl KeyName {
    fn of(slice: &Expr) -> Option<Self> {
        match slice {
            Expr::StringLiteral(text) => Some(Self::Written(text.value.to_str().to_owned())),
            Expr::Name(name) => Some(Self::Named(name.id.to_string())),
            _ => None,
        }
    }
}

/// Returns the accesses to the environment in a module, in source order.
pub(super) fn keys_used(engine: &Engine, module: ModuleId) -> Arc<[KeyUse]> {
    let source = engine.load(module).source.as_deref();
    let Some(source) = source.filter(|source| source.text.contains("environ")) else { return Arc::default() };
    let tree = SyntaxTree::parse(source);
    let mut found = Vec::new();
    walk_body(&tree.module().body, |around, node| {
        if let AnyNodeRef::ExprSubscript(subscript) = node
            && last_name(&subscript.value) == Some("environ")
            && let Some(name) = KeyName::of(&subscript.slice)
        {
            let functions = around.iter().filter_map(|node| node.as_stmt_function_def());
            found.push(KeyUse {
                functions: functions.map(|function| function.name.end().to_u32()).collect(),
                span: span(subscript.range()),
                name,
                is_set: !subscript.ctx.is_load(),
            });
        }
        TraversalSignal::Traverse
    });
    found.into()
}
