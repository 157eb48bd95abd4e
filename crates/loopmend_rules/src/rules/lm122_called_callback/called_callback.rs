//! Callbacks that are called where they are passed: `loop.call_soon(stop())`.

use loopmend_catalog::{Entry, HowTaken, Role, is, named};
use loopmend_core::{Place, Span};
use loopmend_index::summary::{
    ArgumentKind, Binding, CallSite, Expression, ExpressionId, ScopeId, ScopeKind, Summary, Usage,
};
use loopmend_semantic::File;
use loopmend_semantic::file::call_of;
use loopmend_semantic::file::library_use::{names_of_takers, place_of_taken};
use loopmend_semantic::file::slot_call::{SlotCall, asks_if_async};
use loopmend_semantic::infer::{CalleeId, FunctionRef, Inference, Slot, SlotKind, Type};

/// A call whose result is passed where a function is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CalledCallback {
    /// The documented name of the callee that needs a function.
    pub(crate) name: &'static str,
    /// How the callee would use the function.
    pub(crate) use_of: FunctionUse,
    /// The whole call that needs a function.
    pub(crate) call: Span,
    /// The argument: the call of the function, perhaps awaited.
    pub(crate) argument: Span,
    /// The call of the function.
    pub(crate) called: Span,
    /// The called function as written.
    pub(crate) callback: Span,
    /// The qualified name of the function or class.
    pub(crate) function: String,
    /// Whether a class is called.
    pub(crate) is_class: bool,
    /// The definition, if its text can be shown.
    pub(crate) definition: Option<Place>,
    /// The result of the function.
    pub(crate) result: CallbackResult,
    /// Whether the argument is the last one, and positional.
    pub(crate) is_last: bool,
    /// The qualified name of the scope around the call.
    pub(crate) symbol: String,
}

/// How a callee uses a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FunctionUse {
    /// As a slot of inference does.
    Slot(SlotKind),
    /// As the catalogue says of a library.
    Taken(HowTaken),
}

/// The result of a function, which is not callable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CallbackResult {
    /// `None`.
    None,
    /// A coroutine.
    Coroutine,
    /// Another value.
    Value,
}

/// Returns the calls whose result is passed where a function is needed, in source order. Skips places where an exception is
/// expected, and functions that check whether something is asynchronous.
pub(crate) fn called_callbacks(file: &mut File) -> Vec<CalledCallback> {
    let summary = file.summary();
    let calls = file.slot_calls();
    let counts = |it: &&SlotCall| !it.call.site.expects_exception && !asks_if_async(summary, it.call.scope());
    let mut found: Vec<CalledCallback> =
        calls.iter().filter(counts).flat_map(|call| callbacks_called_in(file, call)).collect();
    for site in summary.calls_named(names_of_takers()) {
        if site.expects_exception || asks_if_async(summary, site.scope) {
            continue;
        }
        let Some(callback) = callback_called_for_library(file, site) else { continue };
        if found.iter().all(|known| known.argument != callback.argument) {
            found.push(callback);
        }
    }
    found
}

/// A coroutine that is created now for a timer that may be cancelled: `loop.call_later(60, loop.create_task, check())`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EarlyCoroutine {
    /// The documented name of the function that returns the timer.
    pub(crate) name: &'static str,
    /// The call that creates the coroutine.
    pub(crate) argument: Span,
    /// What starts the task, as written.
    pub(crate) starter: Span,
    /// The qualified name of the coroutine function.
    pub(crate) function: String,
    /// The qualified name of the scope around the call.
    pub(crate) symbol: String,
}

/// Returns the coroutines that are created for timers which the file cancels, in source order.
pub(crate) fn early_coroutines(file: &mut File) -> Vec<EarlyCoroutine> {
    let sites = file.summary().calls_named(Role::ReturnsTimer.names().iter().copied());
    sites.into_iter().filter_map(|site| early_coroutine(file, site)).collect()
}

fn early_coroutine(file: &mut File, site: &CallSite) -> Option<EarlyCoroutine> {
    let (module, summary) = (file.module(), file.summary());
    let [time, starter, made] = summary.arguments_of(site.expression)? else { return None };
    let is_plain = [time, starter, made].iter().all(|it| it.kind == ArgumentKind::Positional);
    let starts = named(summary.last_name(starter.value)).has(Role::StartsTask);
    let is_left = site.usage == Usage::Dropped || site.expects_exception;
    if is_left || !is_plain || !starts || summary.call(made.value).is_none() {
        return None;
    }
    let (result, function) = result_of_callback(file, site.scope, made.value)?;
    let function = function.filter(|_| result == CallbackResult::Coroutine && is_cancelled(summary, site))?;
    let called = summary.last_name(site.expression)?;
    let slots: Vec<&'static Slot> =
        Slot::called_as(called).filter(|slot| is(slot.name, Role::ReturnsTimer)).collect();
    let inference = file.inference_mut();
    let types = inference.called(module, site);
    let slot = inference.called_slot(&types, &slots)?;
    Some(EarlyCoroutine {
        name: slot.name,
        argument: summary.span(made.value),
        starter: summary.span(starter.value),
        function: file.function_name(function),
        symbol: summary.qualified_name(site.scope),
    })
}

/// Returns whether the file cancels the timer that a call returns, by the name or attribute that the timer is bound to.
fn is_cancelled(summary: &Summary, site: &CallSite) -> bool {
    let entries = summary.scopes.iter().flat_map(|scope| &scope.entries);
    let is_made = |binding: &Binding| binding.kind.value() == Some(site.expression);
    let kept = entries.filter(|entry| summary.bindings_in(**entry).iter().any(is_made));
    let names: Vec<&str> = kept.map(|entry| summary.name(entry.name)).collect();
    summary.calls_named(Role::CancelsTimer.names().iter().copied()).into_iter().any(|cancel| {
        let Some((timer, _)) = summary.method_call(cancel.expression) else { return false };
        let Some(parts) = summary.dotted_parts(timer) else { return false };
        let is_near = match parts.len() {
            1 => summary.scopes_from(cancel.scope).any(|scope| scope == site.scope),
            _ => class_around(summary, cancel.scope) == class_around(summary, site.scope),
        };
        is_near && names.contains(&parts.join(".").as_str())
    })
}

/// Returns the scope of the innermost class around a scope.
fn class_around(summary: &Summary, scope: ScopeId) -> Option<ScopeId> {
    summary.scopes_from(scope).find(|scope| matches!(summary.scope(*scope).kind, ScopeKind::Class(_)))
}

/// Returns the call whose result is passed to a library that needs a function: `Depends(user())`. Only coroutines count, and `None` where no
/// keyword names the parameter.
fn callback_called_for_library(file: &mut File, site: &CallSite) -> Option<CalledCallback> {
    let summary = file.summary();
    let arguments = summary.arguments_of(site.expression)?;
    let is_called = |value: ExpressionId| match summary.expression(value) {
        Expression::Call { .. } => true,
        Expression::Await(inner) => summary.call(inner).is_some(),
        _ => false,
    };
    if !arguments.iter().any(|argument| is_called(argument.value)) || file.calls_name_of_checkers(site) {
        return None;
    }
    let known: &'static Entry = file.documented_callee(site)?.entry()?;
    let taken = known.takes?;
    let place = place_of_taken(summary, arguments, taken)?;
    let argument = arguments[place];
    let inner = match summary.expression(argument.value) {
        Expression::Await(inner) => inner,
        _ => argument.value,
    };
    let called = summary.call_site(summary.span(inner)).map(|inner| call_of(summary, inner))?;
    if file.calls_patched_name(&called) {
        return None;
    }
    let (result, function) = result_of_callback(file, site.scope, inner)?;
    let result = match (result, inner == argument.value) {
        (CallbackResult::Coroutine, false) => {
            let module = file.module();
            let inference = file.inference_mut();
            let value = inference.expression(module, site.scope, argument.value);
            let is_none = matches!(inference.parts(value)[..], [Type::None]);
            is_none.then_some(CallbackResult::None)?
        }
        (result, true) => result,
        _ => return None,
    };
    let counts = match result {
        CallbackResult::Coroutine => true,
        CallbackResult::None => argument.kind == ArgumentKind::Positional,
        CallbackResult::Value => false,
    };
    let function = function.filter(|_| counts)?;
    Some(CalledCallback {
        name: &known.name,
        use_of: FunctionUse::Taken(taken.how),
        call: call_of(summary, site).span,
        argument: summary.span(argument.value),
        called: called.span,
        callback: called.callee,
        function: file.function_name(function),
        is_class: false,
        definition: file.place_of_function(function),
        result,
        is_last: argument.kind == ArgumentKind::Positional && place + 1 == arguments.len(),
        symbol: summary.qualified_name(site.scope),
    })
}

fn callbacks_called_in(file: &mut File, slot_call: &SlotCall) -> Vec<CalledCallback> {
    let summary = file.summary();
    let arguments = summary.arguments_of(slot_call.call.site.expression).unwrap_or_default();
    let calls = (0..arguments.len()).filter(|place| summary.call(arguments[*place].value).is_some());
    calls.filter_map(|place| callback_called_at(file, slot_call, place)).collect()
}

fn callback_called_at(file: &mut File, slot_call: &SlotCall, place: usize) -> Option<CalledCallback> {
    let mut slots = file.slots_at(slot_call, place);
    slots.retain(|slot| needs_function(slot.kind));
    if slots.is_empty() {
        return None;
    }
    let (module, summary) = (file.module(), file.summary());
    let site = &slot_call.call.site;
    let arguments = summary.arguments_of(site.expression)?;
    let argument = arguments[place];
    let inner = summary.call_site(summary.span(argument.value)).map(|inner| call_of(summary, inner))?;
    if file.calls_patched_name(&inner) {
        return None;
    }
    let (result, function) = result_of_callback(file, site.scope, argument.value)?;
    let inference = file.inference_mut();
    let called = inference.called(module, site);
    let slot: &'static Slot = inference.called_slot(&called, &slots)?;
    if is(slot.name, Role::TakesConstants) && result == CallbackResult::Value {
        return None;
    }
    let callee = summary.callee_or_itself(argument.value);
    Some(CalledCallback {
        name: slot.name,
        use_of: FunctionUse::Slot(slot.kind),
        call: slot_call.call.span,
        argument: inner.span,
        called: inner.span,
        callback: inner.callee,
        function: match function {
            Some(function) => file.function_name(function),
            None => file.slice(summary.span(callee)).to_owned(),
        },
        is_class: function.is_none(),
        definition: function.and_then(|function| file.place_of_function(function)),
        result,
        is_last: argument.kind == ArgumentKind::Positional && place + 1 == arguments.len(),
        symbol: summary.qualified_name(site.scope),
    })
}

/// Returns what a call returns if that is certainly not callable, and the called function.
fn result_of_callback(
    file: &mut File,
    scope: ScopeId,
    call: ExpressionId,
) -> Option<(CallbackResult, Option<FunctionRef>)> {
    let (module, summary): (_, &Summary) = (file.module(), file.summary());
    let callee = summary.callee_or_itself(call);
    let inference = file.inference_mut();
    let value = inference.expression(module, scope, callee);
    let function = match *inference.parts(value) {
        [Type::Function(callee)] if is_known_callback(inference, callee) => {
            Some(inference.function_of(callee))
        }
        [Type::Class(_)] => None,
        _ => return None,
    };
    if inference.is_given_by_callers() {
        return None;
    }
    let value = inference.expression(module, scope, call);
    let parts = inference.parts(value);
    let result = match *parts {
        [] => return None,
        [Type::None] => CallbackResult::None,
        [Type::Coroutine(..)] => CallbackResult::Coroutine,
        _ => CallbackResult::Value,
    };
    let is_callable = |part| !certainly_not_callable(inference, part);
    (!parts.into_iter().any(is_callable)).then_some((result, function))
}

/// Returns whether a function certainly returns what is inferred.
fn is_known_callback(inference: &mut Inference, callee: CalleeId) -> bool {
    let function = inference.function_of(callee);
    let definition = inference.summary(function.module).function(function.function);
    let is_mock = is(inference.engine().module_name(function.module), Role::MockModule);
    match definition.is_async {
        true => !definition.is_generator && inference.is_certain_function(callee) && !is_mock,
        false => !definition.is_generator && inference.is_plain_function(callee) && !is_mock,
    }
}

/// Returns whether calling a value certainly raises a `TypeError`.
fn certainly_not_callable(inference: &mut Inference, part: Type) -> bool {
    match part {
        Type::None | Type::Tuple(_) | Type::Coroutine(..) => true,
        Type::Instance(class, _) => inference.never_has(class, &["__call__"]),
        _ => false,
    }
}

/// Returns whether a slot needs a function, and takes no other value in its place.
fn needs_function(kind: SlotKind) -> bool {
    match kind {
        SlotKind::Thread
        | SlotKind::Worker
        | SlotKind::Portal
        | SlotKind::Run
        | SlotKind::LoopCallback
        | SlotKind::SignalCallback
        | SlotKind::Callback
        | SlotKind::Cleanup
        | SlotKind::ExitStack
        | SlotKind::AsyncExitStack
        | SlotKind::RefusingThread
        | SlotKind::RefusingPortal => true,
        SlotKind::Call
        | SlotKind::Each
        | SlotKind::EachLater
        | SlotKind::EachOnDemand
        | SlotKind::Truth
        | SlotKind::Key
        | SlotKind::Text
        | SlotKind::Function
        | SlotKind::Wrapper => false,
    }
}
