//! Functions and classes that a file passes on by name instead of calling them. The receiver may call them
//! anywhere.

use loopmend_catalog::{Role, named};
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Expr};
use loopmend_python::text_size::Ranged;
use loopmend_python::{last_name, walk_body};

use crate::engine::{Engine, ModuleId};

/// Returns whether plain code of a file uses this name as a value. It is an argument, a bound, returned or
/// yielded value, or an item of a list, set, tuple or dict.
pub(super) fn is_given_on(engine: &Engine, module: ModuleId, name: &str) -> bool {
    let source = engine.load(module).source.as_deref();
    if source.is_none_or(|source| !source.text.contains(name)) {
        return false;
    }
    engine.read_tree(module, |tree| {
        let mut is_found = false;
        walk_body(&tree.module().body, |around: &[AnyNodeRef], node| {
            let is_it = is_named(node, name)
                && !is_annotation(around, node)
                && is_value(around)
                && !is_in_async_code(around);
            is_found = is_found || is_it;
            TraversalSignal::Traverse
        });
        is_found
    })
}

fn is_named(node: AnyNodeRef, name: &str) -> bool {
    match node {
        AnyNodeRef::ExprName(named) => named.ctx.is_load() && named.id.as_str() == name,
        AnyNodeRef::ExprAttribute(attribute) => attribute.ctx.is_load() && attribute.attr.as_str() == name,
        _ => false,
    }
}

fn is_annotation(around: &[AnyNodeRef], node: AnyNodeRef) -> bool {
    match around.last() {
        Some(AnyNodeRef::StmtAnnAssign(statement)) => statement.annotation.range() == node.range(),
        _ => false,
    }
}

/// Returns whether the code inside these nodes, outermost first, is a value that is passed on.
fn is_value(around: &[AnyNodeRef]) -> bool {
    let inner = around.iter().rev().find(|node| !is_part_of_value(node));
    match inner {
        Some(AnyNodeRef::Arguments(_)) => {
            let mut outer = around.iter().rev().skip_while(|node| !matches!(node, AnyNodeRef::Arguments(_)));
            match outer.nth(1) {
                Some(AnyNodeRef::ExprCall(call)) => !looks_at_classes(&call.func),
                _ => false,
            }
        }
        Some(
            AnyNodeRef::StmtAssign(_)
            | AnyNodeRef::StmtAnnAssign(_)
            | AnyNodeRef::ExprNamed(_)
            | AnyNodeRef::StmtReturn(_)
            | AnyNodeRef::ExprLambda(_)
            | AnyNodeRef::ExprYield(_)
            | AnyNodeRef::ParameterWithDefault(_),
        ) => true,
        _ => false,
    }
}

fn is_part_of_value(node: &AnyNodeRef) -> bool {
    matches!(
        node,
        AnyNodeRef::Keyword(_)
            | AnyNodeRef::ExprTuple(_)
            | AnyNodeRef::ExprList(_)
            | AnyNodeRef::ExprSet(_)
            | AnyNodeRef::ExprDict(_)
            | AnyNodeRef::ExprStarred(_)
            | AnyNodeRef::ExprIf(_)
            | AnyNodeRef::ExprBoolOp(_)
    )
}

fn looks_at_classes(callee: &Expr) -> bool {
    named(last_name(callee)).has(Role::InspectsClass)
}

fn is_in_async_code(around: &[AnyNodeRef]) -> bool {
    let function = around.iter().rev().find_map(|node| match node {
        AnyNodeRef::StmtFunctionDef(function) => Some(function.is_async),
        _ => None,
    });
    function == Some(true)
}
