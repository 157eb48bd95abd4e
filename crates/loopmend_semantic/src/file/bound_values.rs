//! The values that the names and attributes of an expression are bound to.

use loopmend_index::summary::{BindingKind, NameId, ScopeId, Summary};

use super::File;
use super::lost_task::At;
use crate::infer::Type;

impl File<'_> {
    /// Returns the type of a dotted name at an offset.
    pub fn value_of_dotted(&mut self, scope: ScopeId, dotted: &str, offset: u32) -> Type {
        let module = self.module();
        let inference = self.inference_mut();
        let mut parts = dotted.split('.');
        let first = inference.name_at(module, scope, parts.next().unwrap_or_default(), offset);
        parts.fold(first, |value, part| inference.attribute_of_value(value, part))
    }
}

/// Returns the bindings of a name in the scope of an expression.
pub fn bindings(summary: &Summary, at: At, name: NameId) -> impl Iterator<Item = BindingKind> {
    summary.bindings_of(at.scope, summary.name(name)).iter().map(|binding| binding.kind)
}

/// Returns whether a name is an annotated parameter of the innermost function around an expression that has a parameter of this name.
pub fn is_annotated_parameter(summary: &Summary, at: At, name: NameId) -> bool {
    let functions = summary.scopes_from(at.scope).filter_map(|scope| summary.enclosing_function(scope));
    let mut parameters = functions.flat_map(|id| &summary.function(id).parameters);
    parameters
        .find(|parameter| parameter.name == name)
        .is_some_and(|parameter| parameter.annotation.is_some())
}
