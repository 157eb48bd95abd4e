//! Functions that are needlessly `async`: they await nothing, and only callers that await nothing use them.

use loopmend_core::Span;
use loopmend_index::summary::{Function, Overloads, ScopeKind, Suspension};
use loopmend_python::{function_with, span};
use loopmend_semantic::File;
use loopmend_semantic::file::slot_call::{FilledSlot, SlotCall};
use loopmend_semantic::infer::FunctionRef;

use crate::detectors::private_function;
use crate::detectors::private_function::count_name;

/// Returns the header of the `async def` in a slot, from `async` on, if removing `async` is enough. The
/// function must await nothing, and all uses of its name in the file must be in such slots. No other
/// file may be meant to use it.
pub(crate) fn needless_async(file: &mut File, filled: &FilledSlot) -> Option<Span> {
    let function = filled.function.filter(|it| filled.is_function && it.module == file.module())?;
    let summary = file.summary();
    let definition = summary.function(function.function);
    let name = summary.name(definition.name);
    if !awaits_nothing(definition) || !private_function::is_used_here_only(file, function.function) {
        return None;
    }
    let uses = uses_around(file, definition, name);
    (uses == 1 + slots_filled_with(file, function, name)).then_some(definition.header)
}

/// How often the name of a function stands where it means this function: a nested one is local to the function around it, and no attribute.
fn uses_around(file: &File, definition: &Function, name: &str) -> usize {
    let summary = file.summary();
    let around = match summary.scope(summary.scope_around(definition.scope)).kind {
        ScopeKind::Function(around) => {
            function_with(file.tree(), summary.function(around).header).map(|around| span(around.range))
        }
        ScopeKind::Module | ScopeKind::Class(_) => None,
    };
    around.map_or_else(
        || private_function::count_word(file, name),
        |around| count_name(file.slice(around), name),
    )
}

/// Returns the number of slots that receive a function by its name.
fn slots_filled_with(file: &mut File, function: FunctionRef, name: &str) -> usize {
    let summary = file.summary();
    let gets_name = |it: &&SlotCall| {
        let arguments = summary.arguments_of(it.call.site.expression).unwrap_or_default();
        arguments.iter().any(|argument| summary.last_name(argument.value) == Some(name))
    };
    let calls = file.slot_calls();
    let mut is_filled = |call: &_| {
        let filled = file.filled_slot(call);
        filled.is_some_and(|filled| filled.is_function && filled.function == Some(function))
    };
    calls.iter().filter(gets_name).filter(|call| is_filled(call)).count()
}

/// Returns whether an `async def` works without `async`, as far as its body and decorators tell.
pub(crate) fn awaits_nothing(definition: &Function) -> bool {
    definition.is_async
        && !definition.is_generator
        && definition.decorators.len == 0
        && definition.overloads == Overloads::None
        && matches!(definition.suspension, Suspension::Awaits { awaited, entered } if awaited.len + entered.len == 0)
}
