//! Names in the environment that are asked for, or set, by `os.environ["NAME"]`.

use std::sync::Arc;

use loopmend_core::Span;
use ruff_python_ast::visitor::source_order::{SourceOrderVisitor, TraversalSignal};
use ruff_python_ast::{AnyNodeRef, Expr, Stmt};
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
    pub(super) name: KeyName,
    /// Whether it is assigned to, or deleted.
    pub(super) is_set: bool,
}

/// How the name in the environment is written.
#[derive(Debug)]
pub(super) enum KeyName {
    /// As a text, or by a constant of the module.
    Written(String),
    /// By a name that comes from elsewhere.
    Named(String),
}

impl KeyName {
    fn of(slice: &Expr, around: &[AnyNodeRef], tree: &SyntaxTree) -> Option<Self> {
        let name = match slice {
            Expr::StringLiteral(text) => return Some(Self::Written(text.value.to_str().to_owned())),
            Expr::Name(name) => name.id.as_str(),
            _ => return None,
        };
        let functions = around.iter().filter_map(|node| node.as_stmt_function_def());
        if functions.into_iter().any(|function| binds(&function.body, name)) {
            return None;
        }
        Some(match constant(tree, name) {
            Some(text) => Self::Written(text),
            None => Self::Named(name.to_owned()),
        })
    }
}

/// Whether statements give a name a value.
fn binds(body: &[Stmt], name: &str) -> bool {
    let mut is_bound = false;
    let mut walk = Walk::new(|_, node| {
        is_bound |=
            matches!(node, AnyNodeRef::ExprName(found) if found.id.as_str() == name && !found.ctx.is_load());
        TraversalSignal::Traverse
    });
    walk.visit_body(body);
    is_bound
}

/// The text that a module gives a name at its top, in one statement.
fn constant(tree: &SyntaxTree, name: &str) -> Option<String> {
    let value = |statement: &Stmt| match statement {
        Stmt::Assign(assign) => {
            let [Expr::Name(target)] = assign.targets.as_slice() else { return None };
            (target.id.as_str() == name).then(|| (*assign.value).clone())
        }
        Stmt::AnnAssign(assign) => {
            let is_it = assign.target.as_name_expr().is_some_and(|target| target.id.as_str() == name);
            assign.value.as_deref().filter(|_| is_it).cloned()
        }
        _ => None,
    };
    let values: Vec<Expr> = tree.module().body.iter().filter_map(value).collect();
    match values.as_slice() {
        [Expr::StringLiteral(text)] => Some(text.value.to_str().to_owned()),
        _ => None,
    }
}

/// The expressions of a module, in source order.
pub(super) fn keys_used(engine: &Engine, module: ModuleId) -> Arc<[KeyUse]> {
    let source = engine.load(module).source.as_deref();
    let Some(source) = source.filter(|source| source.text.contains("environ")) else { return Arc::default() };
    let tree = SyntaxTree::parse(source);
    let mut found = Vec::new();
    let mut walk = Walk::new(|around, node| {
        if let AnyNodeRef::ExprSubscript(subscript) = node
            && last_name(&subscript.value) == Some("environ")
            && let Some(name) = KeyName::of(&subscript.slice, around, &tree)
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
    walk.visit_body(&tree.module().body);
    found.into()
}
