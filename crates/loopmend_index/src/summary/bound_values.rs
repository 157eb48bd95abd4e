//! The ranges of the values that names of each scope are bound to.

use loopmend_core::Span;

use super::{BindingKind, ScopeId, Summary};

/// The values of a module, sorted by scope and start, each with the end of what reaches farthest so far in its scope.
#[derive(Debug)]
pub(super) struct BoundValues(Vec<(ScopeId, u32, u32)>);

impl BoundValues {
    pub(super) fn of(summary: &Summary) -> Self {
        let mut values: Vec<(ScopeId, u32, u32)> = Vec::new();
        for (scope, id) in summary.scopes.iter().zip((0..).map(ScopeId)) {
            let bindings = scope.entries.iter().flat_map(|entry| summary.bindings_in(*entry));
            values.extend(bindings.filter_map(|binding| match binding.kind {
                BindingKind::Value(value)
                | BindingKind::Annotated { value: Some(value), .. }
                | BindingKind::Part { value, .. } => {
                    let place = summary.span(value);
                    Some((id, place.start, place.end))
                }
                _ => None,
            }));
        }
        values.sort_unstable();
        for place in 1..values.len() {
            let (scope, _, farthest) = values[place - 1];
            let (own, _, end) = &mut values[place];
            if *own == scope {
                *end = farthest.max(*end);
            }
        }
        Self(values)
    }

    /// Returns whether a name of the scope is bound to a value that contains a range. Values are nested or apart.
    pub(super) fn contain(&self, scope: ScopeId, place: Span) -> bool {
        let before = self.0.partition_point(|(own, start, _)| (*own, *start) <= (scope, place.start));
        let last = before.checked_sub(1).and_then(|last| self.0.get(last));
        last.is_some_and(|(own, _, farthest)| *own == scope && place.end <= *farthest)
    }
}
