//! The uses of a value that is bound to an attribute of `self`.

use loopmend_catalog::{Role, named};
use loopmend_python::ast::{AnyNodeRef, Expr, ExprAttribute, ExprContext};
use loopmend_python::text_size::{Ranged, TextRange};
use loopmend_python::{SyntaxTree, attributes_named, function_around, nodes_around, range_of, span};
use loopmend_semantic::File;
use loopmend_semantic::file::Call;
use loopmend_semantic::file::fate::assigned::{Assigned, NameUsed, catches_wrong_use};
use loopmend_semantic::file::fate::use_of;
use loopmend_semantic::file::fate::value_use::UseKind;

/// Returns the uses, anywhere in the file, of the attribute of `self` that the value of a call is bound to. Returns `None` if the
/// attribute may be awaited or may hold something other than this value and `None`.
pub(crate) fn attribute_uses(file: &File, call: &Call) -> Option<Assigned> {
    uses_in(file.tree(), range_of(call.span))
}

fn uses_in(tree: &SyntaxTree, call: TextRange) -> Option<Assigned> {
    let around = nodes_around(tree, span(call));
    let AnyNodeRef::StmtAssign(assignment) = around.last()? else { return None };
    let [Expr::Attribute(target)] = assignment.targets.as_slice() else { return None };
    let object = target.value.as_name_expr()?;
    let method = function_around(&around)?;
    let class = class_around(&around)?;
    let is_own = method.parameters.iter().next().is_some_and(|first| first.name() == object.id.as_str());
    if !is_own {
        return None;
    }
    let (mut uses, mut is_open) = (Vec::new(), false);
    for attribute in attributes_named(tree, target.attr.as_str()) {
        let around = nodes_around(tree, span(attribute.range()));
        match use_of_attribute(&around, attribute, (class, call)) {
            AttributeUse::Known(kind) => uses.push(NameUsed { kind, span: span(attribute.range()) }),
            AttributeUse::Bound => {}
            AttributeUse::Open => is_open = true,
        }
    }
    let name = format!("{}.{}", object.id, target.attr);
    (!is_open).then(|| Assigned::of_uses(name, uses))
}

enum AttributeUse {
    Known(UseKind),
    /// The attribute is set to the value, or to `None`.
    Bound,
    /// The value may be awaited, or another one may be bound.
    Open,
}

/// Returns the innermost class around a value.
fn class_around(around: &[AnyNodeRef]) -> Option<TextRange> {
    around.iter().rev().find_map(|node| node.as_stmt_class_def()).map(Ranged::range)
}

/// Returns whether an object is the first parameter of the method around it, in the class at a range.
fn is_own_object(around: &[AnyNodeRef], object: &Expr, class: TextRange) -> bool {
    let Some(method) = around.iter().rev().find_map(|node| node.as_stmt_function_def()) else { return false };
    let first = method.parameters.iter().next();
    class_around(around) == Some(class)
        && object
            .as_name_expr()
            .is_some_and(|object| first.is_some_and(|first| first.name() == object.id.as_str()))
}

fn use_of_attribute(
    around: &[AnyNodeRef],
    attribute: &ExprAttribute,
    (class, call): (TextRange, TextRange),
) -> AttributeUse {
    if !is_own_object(around, &attribute.value, class) {
        return AttributeUse::Open;
    }
    if attribute.ctx != ExprContext::Load {
        let value = match around.last() {
            Some(AnyNodeRef::StmtAssign(statement)) => Some(&*statement.value),
            Some(AnyNodeRef::StmtAnnAssign(statement)) => statement.value.as_deref(),
            _ => return AttributeUse::Open,
        };
        let is_known = value.is_none_or(|value| value.range() == call || value.is_none_literal_expr());
        return if is_known { AttributeUse::Bound } else { AttributeUse::Open };
    }
    let expects_failure = around.iter().any(|node| match node {
        AnyNodeRef::StmtTry(statement) => statement.handlers.iter().any(catches_wrong_use),
        _ => false,
    });
    match use_of(around, attribute.range()).0 {
        UseKind::Other => AttributeUse::Open,
        UseKind::Attribute(name) if named(name.as_str()).has(Role::CoroutineAttribute) => AttributeUse::Open,
        _ if expects_failure => AttributeUse::Open,
        kind => AttributeUse::Known(kind),
    }
}

#[cfg(test)]
mod tests {
    use loopmend_python::range_of;
    use loopmend_semantic::UseKind;

    use super::uses_in;
    use crate::testing::{parsed, place_of_f};

    fn kinds(method: &str) -> Option<Vec<UseKind>> {
        let text = format!(
            "class A:\n    def __init__(self):\n        self.x = None\n    async def load(self):\n        self.x = f()\n    def use(self):\n        {method}\n"
        );
        let found = uses_in(&parsed(&text), range_of(place_of_f(&text)))?;
        Some(found.uses().map(|used| used.kind.clone()).collect())
    }

    #[test]
    fn uses_in_other_methods_are_found() {
        assert_eq!(kinds("print(self.x[0])"), Some(vec![UseKind::Item]));
        assert_eq!(kinds("return self.x + 1"), Some(vec![UseKind::Operand]));
        assert_eq!(kinds("pass"), Some(vec![]));
    }

    #[test]
    fn an_attribute_that_may_be_awaited_is_left() {
        for method in
            ["await self.x", "return self.x", "g(self.x)", "self.x = 1", "self.x.close()", "a.x = g()"]
        {
            assert_eq!(kinds(method), None, "{method}");
        }
    }
}
