//! Tasks that are cancelled but not awaited, and whose coroutines do not end at once.

use loopmend_core::Span;
use loopmend_index::summary::{FunctionId, Protocol};
use loopmend_project::Origin;
use loopmend_semantic::File;
use loopmend_semantic::file::Call;
use loopmend_semantic::file::fate::{KeptTask, Waiting, WhenCancelled};
use loopmend_semantic::file::lost_task::first_positional;
use loopmend_semantic::infer::{FunctionRef, Type};
use rustc_hash::{FxHashMap, FxHashSet};

/// Returns whether the known coroutine of a task that is cancelled but not awaited does not end
/// immediately. Either it waits again, or the cancelling function gives it no time to run. In the
/// second case that function is `async` without awaiting anything, and the file awaits it. Returns
/// `false` if the cancelling function waits for something that the coroutine sets at its end.
pub(crate) fn outlives_its_end(file: &mut File, kept: &KeptTask, cancel: &Call) -> bool {
    let gives_no_time = kept.is_needlessly_async && awaits_function_around(file, cancel);
    let coroutines: Vec<_> = kept.starts.iter().filter_map(|start| function_of_task(file, *start)).collect();
    coroutines.into_iter().any(|coroutine| {
        let when_cancelled = when_cancelled(file, coroutine, kept);
        (gives_no_time || when_cancelled == WhenCancelled::WaitsAgain)
            && !settles(file, coroutine, &kept.awaited_behind)
    })
}

/// Returns whether a task may run the function that cancels it. Either a method of an object calls that function on `self`, or
/// the coroutine of the task leads to a call of its name that may be one of it.
pub(crate) fn may_cancel_itself(file: &mut File, kept: &KeptTask, cancel: &Call) -> bool {
    let Some(function) = file.summary().enclosing_function(cancel.scope()) else { return true };
    let canceller = FunctionRef { module: file.module(), function };
    let code = file.code();
    code.occurrences(code.whole(), &format!("self.{}(", name_of(file, canceller))) > 0
        || kept.starts.iter().any(|start| {
            function_of_task(file, *start).is_some_and(|coroutine| leads_to(file, coroutine, canceller))
        })
}

/// Returns whether a function of the file may call another one, directly or through functions of the file. Those that a name may mean
/// count, and so do inner functions.
fn leads_to(file: &mut File, from: FunctionRef, to: FunctionRef) -> bool {
    let (module, summary) = (file.module(), file.summary());
    if from.module != module {
        return false;
    }
    let mut named: FxHashMap<&str, Vec<FunctionId>> = FxHashMap::default();
    for (id, function) in (0..).map(FunctionId).zip(&summary.functions) {
        named.entry(summary.name(function.name)).or_default().push(id);
    }
    let mut open = vec![from.function];
    let mut met = FxHashSet::from_iter([from.function]);
    while let Some(function) = open.pop() {
        for site in summary.calls_inside(summary.function(function).scope) {
            let Some(name) = summary.last_name(site.expression) else { continue };
            if name == name_of(file, to) {
                let called = file.inference_mut().called_functions(module, site);
                if called.is_empty() || called.contains(&to) {
                    return true;
                }
            }
            // A function is taken out with its name, so that each is visited once.
            let functions = named.remove(name).unwrap_or_default();
            open.extend(functions.into_iter().filter(|id| met.insert(*id)));
        }
    }
    false
}

/// Returns whether the file awaits the function around a call.
fn awaits_function_around(file: &mut File, call: &Call) -> bool {
    let (module, summary) = (file.module(), file.summary());
    let Some(function) = summary.enclosing_function(call.scope()) else { return false };
    let name = summary.name(summary.function(function).name);
    let is_awaited = |call: &Call| call.is_awaited() && summary.last_name(call.site.expression) == Some(name);
    let calls: Vec<_> = file.all_calls().filter(is_awaited).collect();
    calls.into_iter().any(|call| {
        let called = file.inference_mut().called_functions(module, &call.site);
        called.contains(&FunctionRef { module, function })
    })
}

/// Returns the `async def` that the task of a call runs.
fn function_of_task(file: &mut File, start: Span) -> Option<FunctionRef> {
    let call = file.call_at(start)?;
    let coroutine = first_positional(file.summary().arguments_of(call.site.expression)?)?;
    let coroutine = file.call_at(file.summary().span(coroutine))?;
    coroutine_function(file, &coroutine)
}

/// Returns the `async def` whose coroutine a call returns, if it is known and may suspend.
fn coroutine_function(file: &mut File, call: &Call) -> Option<FunctionRef> {
    match *given_by(file, call) {
        [Type::Coroutine(callee, _)] => {
            let function = file.inference_mut().function_of(callee);
            file.inference_mut().suspends(function).then_some(function)
        }
        _ => None,
    }
}

fn given_by(file: &mut File, call: &Call) -> Vec<Type> {
    let module = file.module();
    let inference = file.inference_mut();
    let value = inference.expression(module, call.scope(), call.site.expression);
    inference.parts(value)
}

/// Returns how the coroutine of a task reacts to its cancellation, as far as the file shows.
fn when_cancelled(file: &mut File, coroutine: FunctionRef, kept: &KeptTask) -> WhenCancelled {
    cancelled_at_any(file, coroutine, &kept.flags, |file, wait| match waiting_at(file, wait) {
        (_, Some(function)) if name_of(file, function) != kept.method => {
            Waiting::Own(cancelled_at_any(file, function, &kept.flags, |file, wait| waiting_at(file, wait).0))
        }
        (waiting, _) => waiting,
    })
}

/// Returns how a function reacts to a cancellation at any of its waits, about which `waiting_at` knows
/// more. A function of another file counts as ending.
fn cancelled_at_any(
    file: &mut File,
    function: FunctionRef,
    flags: &[String],
    mut waiting_at: impl FnMut(&mut File, Span) -> Waiting,
) -> WhenCancelled {
    if function.module != file.module() {
        return WhenCancelled::Ends;
    }
    let header = file.summary().function(function.function).header;
    let waits = file.waits_of(header);
    let known = waits.into_iter().map(|wait| (wait, waiting_at(file, wait))).collect();
    file.when_cancelled_in(header, &known, flags)
}

/// Returns the known properties of a wait, and the function whose coroutine is awaited there.
fn waiting_at(file: &mut File, wait: Span) -> (Waiting, Option<FunctionRef>) {
    if is_entered_and_waits_at_its_end(file, wait) {
        return (Waiting::AtBothEnds, None);
    }
    let Some(call) = file.call_at(wait) else { return (Waiting::Raising, None) };
    let [Type::Coroutine(callee, _)] = *given_by(file, &call) else { return (Waiting::Raising, None) };
    let function = file.inference_mut().function_of(callee);
    match file.inference_mut().suspends(function) {
        true => (Waiting::Raising, Some(function)),
        false => (Waiting::Never, None),
    }
}

fn name_of<'e>(file: &File<'e>, FunctionRef { module, function }: FunctionRef) -> &'e str {
    let summary = file.engine().summary(module);
    summary.name(summary.function(function).name)
}

/// Returns whether `async with` at a place enters a task group, or a project class whose `__aexit__`
/// suspends.
fn is_entered_and_waits_at_its_end(file: &mut File, value: Span) -> bool {
    let statements = file.protocol_statements(Protocol::AsyncWith);
    let Some(statement) = statements.into_iter().find(|statement| statement.value == value) else {
        return false;
    };
    let (module, inner) = (file.module(), statement.inner);
    let engine = file.engine();
    let inference = file.inference_mut();
    let entered = inference.expression(module, inner.scope, inner.value);
    let parts = inference.parts(entered);
    !parts.is_empty()
        && parts.into_iter().all(|part| match part {
            Type::Instance(class, _) if inference.inherits(class, "asyncio.taskgroups", "TaskGroup") => true,
            Type::Instance(class, _) => inference.method_named(class, "__aexit__").is_some_and(|end| {
                engine.origin(end.module) == Origin::FirstParty && inference.suspends(end)
            }),
            _ => false,
        })
}

/// Returns whether a function of the file calls a method of one of these attributes of `self` that sets
/// something.
fn settles(file: &File, function: FunctionRef, attributes: &[String]) -> bool {
    function.module == file.module()
        && file.settles_in(file.summary().function(function.function).header, attributes)
}
