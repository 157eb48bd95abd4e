//! Functions that are needlessly `async`: they await nothing, and only callers that await nothing use them.

use loopmend_core::Span;
use loopmend_index::summary::{Function, FunctionId, Overloads, ScopeKind, Suspension};
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Expr, StmtFunctionDef};
use loopmend_python::text_size::Ranged;
use loopmend_python::{function_with, span, walk_body};
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
    if !awaits_nothing(definition) {
        return None;
    }
    let uses = if private_function::is_used_here_only(file, function.function) {
        uses_around(file, definition, name)
    } else {
        uses_of_method(file, function.function)?
    };
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

/// Counts where the name of a method may mean this method. `None` if other code may use the method: its class has to be local to
/// a function, without bases, and its only object has to stay in one local name.
fn uses_of_method(file: &File, function: FunctionId) -> Option<usize> {
    let summary = file.summary();
    let class = summary.class(summary.class_of(function)?);
    let ScopeKind::Function(around) = summary.scope(summary.scope(class.scope).parent?).kind else {
        return None;
    };
    let around = function_with(file.tree(), summary.function(around).header)?;
    let is_lone = class.bases.len + class.decorators.len == 0 && class.metaclass.is_none();
    let (class, method) = (summary.name(class.name), summary.name(summary.function(function).name));
    if !is_lone || count_name(file.slice(span(around.range)), class) != 2 {
        return None;
    }
    let object = find_object(around, class)?;
    let (mut uses, mut is_kept) = (1, true);
    walk_body(&around.body, |outer, node| {
        match node {
            AnyNodeRef::ExprName(name) if name.id == object || name.id == "self" => {
                let is_target = matches!(outer.last(), Some(AnyNodeRef::StmtAssign(assign)) if assign.value.range() != name.range);
                is_kept &= is_target || matches!(outer.last(), Some(AnyNodeRef::ExprAttribute(_)));
            }
            AnyNodeRef::ExprAttribute(attribute) if attribute.attr.as_str() == method => uses += 1,
            _ => {}
        }
        TraversalSignal::Traverse
    });
    is_kept.then_some(uses)
}

/// The only local name to which a function assigns a new object of a class.
fn find_object<'f>(function: &'f StmtFunctionDef, class: &str) -> Option<&'f str> {
    let mut found = None;
    walk_body(&function.body, |_, node| {
        if let AnyNodeRef::StmtAssign(assign) = node
            && let [Expr::Name(target)] = assign.targets.as_slice()
            && let Expr::Call(call) = &*assign.value
            && call.func.as_name_expr().is_some_and(|name| name.id == class)
        {
            found = Some(target.id.as_str());
        }
        TraversalSignal::Traverse
    });
    found
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
