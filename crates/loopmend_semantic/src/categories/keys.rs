//! Names in the environment that are asked for, or set, by `os.environ["NAME"]`.

use std::sync::Arc;

use loopmend_core::Span;
use ruff_python_ast::visitor::source_order::{SourceOrderVisitor, TraversalSignal};
use ruff_python_ast::{AnyNodeRef, Expr};
use ruff_text_size::Ranged;

use crate::engine::{Engine, ModuleId};
use crate::file::Walk;
use crate::summary::{SyntaxTree, last_name, span};

/// Such an expression in functions.
#[derive(Debug)]
pub(super) struct KeyUse {
    /// The functions around it, by where their headers end.
    pub(super) functions: Vec<u32>,
    pub(super) span: Span,
    pub(super) name: String,
    /// Whether it is assigned to, or deleted.
    pub(super) is_set: bool,
}

/// The expressions of a module, in source order.
pub(super) fn keys_used(engine: &Engine, module: ModuleId) -> Arc<[KeyUse]> {
    let source = engine.load(module).source.as_deref();
    let names_it = engine.summary(module).names.find("environ").is_some();
    let Some(source) = source.filter(|_| names_it) else { return Arc::default() };
    let tree = SyntaxTree::parse(source);
    let mut found = Vec::new();
    let mut walk = Walk::new(|around, node| {
        if let AnyNodeRef::ExprSubscript(subscript) = node
            && last_name(&subscript.value) == Some("environ")
            && let Expr::StringLiteral(name) = &*subscript.slice
        {
            let functions = around.iter().filter_map(|node| node.as_stmt_function_def());
            found.push(KeyUse {
                functions: functions.map(|function| function.name.end().to_u32()).collect(),
                span: span(subscript.range()),
                name: name.value.to_str().to_owned(),
                is_set: !subscript.ctx.is_load(),
            });
        }
        TraversalSignal::Traverse
    });
    walk.visit_body(&tree.module().body);
    found.into()
}
