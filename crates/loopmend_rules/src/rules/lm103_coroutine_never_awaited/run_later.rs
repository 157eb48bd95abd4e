//! Whether code that receives a value awaits it, or starts a task for it.

use loopmend_catalog::{Role, named};
use loopmend_core::Span;
use loopmend_index::summary::Parameter;
use loopmend_python::ast::visitor::source_order::TraversalSignal;
use loopmend_python::ast::{AnyNodeRef, Expr};
use loopmend_python::text_size::Ranged;
use loopmend_python::{last_name, nodes_around, range_of, span, walk_body};
use loopmend_semantic::File;
use loopmend_semantic::file::fate::{Route, Taker, bound_name, route};
use loopmend_semantic::file::{Assigned, Call, call_of};
use loopmend_semantic::infer::{Constructor, FunctionRef, Type};

/// The maximum number of functions and names in a row that pass a value on.
const MAX_STEPS: u8 = 3;

/// What receives a value.
enum Receiver {
    Await,
    /// A call, as the argument with this range.
    Call(Span),
    /// A name.
    Name(String),
    /// An attribute with this name.
    Attribute(String),
    /// A container, or another target.
    Store,
    Return,
    Nothing,
    Other,
}

/// Returns whether a name is returned by a plain function, or is passed to code that awaits or starts what it gets.
pub(crate) fn passes_to_runner(file: &mut File, call: &Call, assigned: &Assigned) -> bool {
    let is_run = assigned.passed().iter().any(|place| match receiver(file, *place) {
        Receiver::Call(argument) => runs_argument(file, argument, MAX_STEPS),
        Receiver::Return => !file.can_await(call),
        Receiver::Name(name) => name != assigned.name,
        Receiver::Nothing => false,
        _ => true,
    });
    is_run || assigned.is_used_elsewhere
}

/// Returns whether the file calls the function around a call, and awaits what each `await` of such a call returns.
pub(crate) fn callers_await_again(file: &mut File, call: &Call) -> bool {
    callers_await_result(file, call, MAX_STEPS)
}

fn callers_await_result(file: &mut File, call: &Call, steps_left: u8) -> bool {
    let (module, summary) = (file.module(), file.summary());
    let Some(id) = summary.enclosing_function(call.scope()) else { return false };
    let function = FunctionRef { module, function: id };
    let name = summary.name(summary.function(id).name);
    let mut is_called = false;
    for site in summary.calls.iter().filter(|site| summary.last_name(site.expression) == Some(name)) {
        let [Type::Function(callee)] = *file.inference_mut().called(module, site) else { continue };
        if file.inference_mut().function_of(callee) != function {
            continue;
        }
        is_called = true;
        if !awaits_result(file, &call_of(summary, site), steps_left) {
            return false;
        }
    }
    is_called
}

/// Returns whether the result of awaiting the value of a call is awaited as well.
fn awaits_result(file: &mut File, call: &Call, steps_left: u8) -> bool {
    let Some(result) = result_of(file, call.span) else { return false };
    match receiver(file, result) {
        Receiver::Return => steps_left > 0 && callers_await_result(file, call, steps_left - 1),
        receiver => is_run_by(file, receiver, result, steps_left),
    }
}

/// Returns whether what receives a value awaits or starts it, or keeps it for code that does.
fn is_run_by(file: &mut File, receiver: Receiver, value: Span, steps_left: u8) -> bool {
    match receiver {
        Receiver::Await | Receiver::Store => true,
        Receiver::Call(argument) => runs_argument(file, argument, steps_left),
        Receiver::Name(name) => steps_left > 0 && runs_name(file, value, &name, steps_left - 1),
        Receiver::Attribute(name) => runs_attribute(file, &name),
        Receiver::Return | Receiver::Nothing | Receiver::Other => false,
    }
}

/// Returns the expression that awaits a value, or runs an event loop for it.
fn result_of(file: &File, mut value: Span) -> Option<Span> {
    let tree = file.tree_within(value.start);
    loop {
        match nodes_around(&tree, value).as_slice() {
            [.., AnyNodeRef::ExprAwait(awaited)] => return Some(span(awaited.range())),
            [.., AnyNodeRef::ExprCall(outer), AnyNodeRef::Arguments(_)] => {
                value = span(outer.range());
                match named(last_name(&outer.func)) {
                    roles if roles.has(Role::RunsLoop) => return Some(value),
                    roles if roles.has(Role::PassesOnAwaitable) => {}
                    _ => return None,
                }
            }
            _ => return None,
        }
    }
}

/// Returns whether the function around a place awaits or starts the value of a name.
fn runs_name(file: &mut File, place: Span, name: &str, steps_left: u8) -> bool {
    let uses = {
        let tree = file.tree_within(place.start);
        let function = loopmend_python::function_around(&nodes_around(&tree, place));
        function.and_then(|function| file.names_used().of(name, function))
    };
    uses.is_some_and(|uses| runs_one_of(file, &uses, None, steps_left))
}

fn receiver(file: &File, value: Span) -> Receiver {
    let tree = file.tree_within(value.start);
    let around = nodes_around(&tree, value);
    if matches!(around.last(), Some(AnyNodeRef::ExprAwait(_))) {
        return Receiver::Await;
    }
    if let Some(name) = bound_name(&around, range_of(value)) {
        return Receiver::Name(name.to_owned());
    }
    let Some(Route { nesting, taker }) = route(&around, range_of(value)) else { return Receiver::Other };
    match taker {
        Taker::Call { argument } => Receiver::Call(argument),
        Taker::Target(Expr::Attribute(target)) if nesting.is_empty() => {
            Receiver::Attribute(target.attr.to_string())
        }
        Taker::Target(_) | Taker::Container(_) => Receiver::Store,
        Taker::Return => Receiver::Return,
        Taker::Nothing => Receiver::Nothing,
    }
}

/// Returns whether an argument is awaited or started: by the call, by a function that the call also receives, or by a function or class
/// of this file.
fn runs_argument(file: &mut File, argument: Span, steps_left: u8) -> bool {
    file.is_in_runner(argument)
        || is_beside_runner(file, argument)
        || steps_left > 0 && runs_parameter(file, argument, steps_left - 1).unwrap_or(false)
}

/// Returns whether a call also receives a function that runs coroutines: `asyncio.to_thread(asyncio.run, value)`.
fn is_beside_runner(file: &File, argument: Span) -> bool {
    let summary = file.summary();
    let Some(outer) = file.next_call_around(argument) else { return false };
    let arguments = summary.arguments_of(outer.expression).unwrap_or_default();
    arguments.iter().any(|other| {
        let is_call = summary.call(other.value).is_some();
        !is_call && summary.last_roles(other.value).has(Role::RunsCoroutine)
    })
}

fn runs_parameter(file: &mut File, argument: Span, steps_left: u8) -> Option<bool> {
    let (module, summary) = (file.module(), file.summary());
    let (outer, place) = file.call_around(argument)?;
    let (function, given) = match *file.inference_mut().called(module, &outer.site) {
        [Type::Class(class)] => match file.inference_mut().constructor(class)? {
            Constructor::Init(function) => (function, 1),
            Constructor::Fields if class.module == module => {
                return file.field_given(class, &outer, place).map(|field| runs_attribute(file, &field));
            }
            Constructor::Fields => return None,
        },
        _ => file.plainly_called(&outer)?,
    };
    if function.module != module {
        return None;
    }
    let arguments = summary.arguments_of(outer.site.expression)?;
    let Some((_, parameter)) = file.parameter_at(function, given, arguments, place) else {
        // The function may await what its `*arguments` hold.
        return Some(summary.function(function.function).parameters.iter().any(Parameter::is_variadic));
    };
    let definition = summary.function(function.function);
    let uses = file.uses_of_parameter(definition.header, summary.name(parameter.name))?;
    let result = if definition.is_async { result_of(file, outer.span) } else { Some(outer.span) };
    Some(runs_one_of(file, &uses, result, steps_left))
}

/// Returns whether one of the uses of a name awaits or starts its value. `result` is the expression whose value is what the function
/// around the name returns.
fn runs_one_of(file: &mut File, uses: &Assigned, result: Option<Span>, steps_left: u8) -> bool {
    uses.is_awaited
        || uses.is_used_elsewhere
        || uses.passed().iter().any(|place| match (receiver(file, *place), result) {
            (Receiver::Return, Some(result)) => {
                let receiver = receiver(file, result);
                is_run_by(file, receiver, result, steps_left)
            }
            // A generator yields it.
            (Receiver::Other, _) => true,
            (receiver, _) => is_run_by(file, receiver, *place, steps_left),
        })
}

/// Returns whether the file awaits or starts the value of an attribute with this name, of any object.
fn runs_attribute(file: &File, name: &str) -> bool {
    let (mut is_run, mut arguments) = (false, Vec::new());
    walk_body(&file.tree().module().body, |around, node| {
        if let AnyNodeRef::ExprAttribute(attribute) = node
            && attribute.attr.as_str() == name
            && attribute.ctx.is_load()
        {
            match around.last() {
                Some(AnyNodeRef::ExprAwait(_) | AnyNodeRef::ExprYieldFrom(_)) => is_run = true,
                Some(AnyNodeRef::ExprAttribute(method)) => is_run |= drives_coroutine(&method.attr),
                _ => {
                    if let Some(Route { taker: Taker::Call { argument }, .. }) =
                        route(around, attribute.range)
                    {
                        arguments.push(argument);
                    }
                }
            }
        }
        TraversalSignal::Traverse
    });
    is_run
        || arguments
            .into_iter()
            .any(|argument| file.is_in_runner(argument) || is_beside_runner(file, argument))
}

/// Returns whether a method of a coroutine runs it.
fn drives_coroutine(method: &str) -> bool {
    method == "__await__" || named(method).has(Role::CoroutineMethod)
}
