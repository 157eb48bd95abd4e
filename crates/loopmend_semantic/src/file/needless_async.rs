//! Functions that are `async` for nothing: they await nothing, and only what awaits nothing calls them.

use loopmend_core::Span;

use super::slot_call::FilledSlot;
use crate::file::File;
use crate::infer::FunctionRef;
use crate::summary::{Function, Overloads, ScopeKind, Summary, Suspension};

impl File<'_> {
    /// The header of the `async def` in a slot, from `async` on, if that word is all that is wrong: the function awaits nothing, all
    /// uses of its name in the file are in such slots, and no other file is meant to use it.
    pub fn needless_async(&mut self, filled: &FilledSlot) -> Option<Span> {
        let function = filled.function.filter(|it| filled.is_function && it.module == self.module())?;
        let summary = self.summary();
        let definition = summary.function(function.function);
        let name = summary.name(definition.name);
        if !is_private(summary, definition) || !awaits_nothing(definition) {
            return None;
        }
        let module = self.module();
        if !is_local(summary, definition) && self.inference_mut().is_called_elsewhere(module, name) {
            return None;
        }
        let uses = words(self.text()).filter(|word| *word == name).count();
        (uses == 1 + self.slots_filled_with(function, name)).then_some(definition.header)
    }

    /// How many slots are given a function under its name.
    fn slots_filled_with(&mut self, function: FunctionRef, name: &str) -> usize {
        let summary = self.summary();
        let mut calls = self.slot_calls();
        calls.retain(|it| {
            let arguments = summary.arguments_of(it.call.site.expression).unwrap_or_default();
            arguments.iter().any(|argument| summary.last_name(argument.value) == Some(name))
        });
        let mut is_filled = |call: &_| {
            let filled = self.filled_slot(call);
            filled.is_some_and(|filled| filled.is_function && filled.function == Some(function))
        };
        calls.iter().filter(|call| is_filled(call)).count()
    }
}

fn awaits_nothing(definition: &Function) -> bool {
    definition.is_async
        && !definition.is_generator
        && definition.decorators.len == 0
        && definition.overloads == Overloads::None
        && matches!(definition.suspension, Suspension::Awaits(awaited) if awaited.len == 0)
}

/// Whether no other file is meant to use a function: it is defined in another one, or its name says so.
pub(super) fn is_private(summary: &Summary, definition: &Function) -> bool {
    let name = summary.name(definition.name);
    let is_special = name.starts_with("__") && name.ends_with("__");
    name.starts_with('_') && !is_special || is_local(summary, definition)
}

/// Whether a function is defined in another one.
pub(super) fn is_local(summary: &Summary, definition: &Function) -> bool {
    matches!(summary.scope(summary.scope_around(definition.scope)).kind, ScopeKind::Function(_))
}

/// The words of a text, those of comments and strings included.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
}
