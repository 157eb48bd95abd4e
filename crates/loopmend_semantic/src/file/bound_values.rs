//! The values that the names and attributes of an expression are bound to.

use loopmend_index::summary::{BindingKind, Expression, ExpressionId, NameId, ScopeId, Summary};

use super::lost_task::At;

/// Returns the bindings of a name in the scope of an expression.
pub(super) fn bindings(summary: &Summary, at: At, name: NameId) -> impl Iterator<Item = BindingKind> {
    summary.bindings_of(at.scope, summary.name(name)).iter().map(|binding| binding.kind)
}

/// Returns whether a name is an annotated parameter of the innermost function around an expression that has a parameter of this name.
pub(super) fn is_annotated_parameter(summary: &Summary, at: At, name: NameId) -> bool {
    let functions = summary.scopes_from(at.scope).filter_map(|scope| summary.enclosing_function(scope));
    let mut parameters = functions.flat_map(|id| &summary.function(id).parameters);
    parameters
        .find(|parameter| parameter.name == name)
        .is_some_and(|parameter| parameter.annotation.is_some())
}

/// Returns the values that the methods of a class assign to an attribute, with the scopes of these values.
/// `object` is the first parameter of an enclosing method.
pub(super) fn attributes(
    summary: &Summary,
    at: At,
    object: ExpressionId,
    name: NameId,
) -> Vec<(ScopeId, BindingKind)> {
    let Expression::Name(object) = summary.expression(object) else { return Vec::new() };
    let functions = summary.scopes_from(at.scope).filter_map(|scope| summary.enclosing_function(scope));
    let mut methods = functions.filter_map(|id| Some((summary.function(id), summary.class_of(id)?)));
    let method =
        methods.find(|(method, _)| method.parameters.first().is_some_and(|first| first.name == object));
    let Some((_, class)) = method else { return Vec::new() };
    let set = summary.attributes_of(class, summary.name(name)).iter();
    set.map(|attribute| (attribute.scope, attribute.kind)).collect()
}
