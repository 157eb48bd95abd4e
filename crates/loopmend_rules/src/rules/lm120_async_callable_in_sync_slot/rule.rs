mod async_script;
mod helper_edits;
mod slot_comprehension_edits;
mod slot_edits;
mod slot_helper_edits;

use loopmend_catalog::{HowTaken, Role, is};
use loopmend_core::{Applicability, Confidence, Edit, Fix, Level, Span};
use loopmend_project::Origin;
use loopmend_semantic::{Call, FilledSlot, SlotCall, SlotKind};

use crate::context::{Context, Report};
use crate::coroutine::reason;
use crate::rule::{Check, FixAvailability, RuleSpec};
use async_script::{AsyncScript, async_scripts};
use slot_edits::{drop_async, run_in_slot};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[Check::SlotCall(check_slot_call), Check::File(check_libraries), Check::File(check_scripts)],
    ..RuleSpec::DEFAULT
};

fn check_slot_call(context: &mut Context, call: &SlotCall) {
    let Some(filled) = context.file.filled_slot(call) else { return check_procedure(context, call) };
    let call = &call.call;
    let source = filled.coroutine.source;
    let is_only_likely = source.confidence() == Confidence::Likely && !context.file.can_await(call);
    if is_only_likely || filled.kind == SlotKind::Cleanup && runs_own_cleanups(context, call) {
        return;
    }
    let mut report = Report::at_call(context, call, message(&filled)).confidence(source.confidence());
    if let Some(place) = filled.coroutine.definition.clone() {
        report = report.note_at(place, "declared `async` here");
    }
    if let Some(reason) = reason(source, None) {
        report = report.note(reason);
    }
    if !is_refused(&filled) {
        report = report.note("calling an async function only creates a coroutine; its body does not run");
    }
    let fix = drop_async(context, &filled)
        .or_else(|| fix(context, call, &filled))
        .or_else(|| run_in_slot(context, call, &filled));
    context.report(report.fix_or_help(fix, advice(&filled)));
}

/// Returns whether a class of the project, from which the test case around a call derives, runs the cleanups itself: it may await them.
fn runs_own_cleanups(context: &mut Context, call: &Call) -> bool {
    let module = context.file.module();
    let inference = context.file.inference_mut();
    let Some(class) = inference.enclosing_class(module, call.scope()) else { return false };
    let order = inference.mro(class);
    order.iter().flatten().any(|(owner, _)| {
        let engine = inference.engine();
        if engine.origin(owner.module) != Origin::FirstParty {
            return false;
        }
        inference.rest_on_text(owner.module);
        engine.mentions_any(owner.module, Role::RunsCleanups.names())
    })
}

/// Reports async functions that libraries call and never await.
fn check_libraries(context: &mut Context) {
    for found in context.file.taken_callbacks() {
        let (name, callable) = (found.name, &found.coroutine.name);
        let message = match found.how {
            HowTaken::Refuses => format!("`{name}` does not accept the async function `{callable}`"),
            _ => format!("`{name}` calls async function `{callable}` but never awaits the coroutine"),
        };
        let mut report = Report::new(found.argument, message)
            .in_symbol(context.file.surroundings(&found.call).symbol)
            .confidence(found.coroutine.source.confidence());
        if let Some(place) = found.coroutine.definition {
            report = report.note_at(place, "declared `async` here");
        }
        let advice = match found.how {
            HowTaken::Thread => {
                format!("pass a function that runs the coroutine: `lambda: asyncio.run({callable}(...))`")
            }
            _ if is(name, Role::ExpectsException) => {
                format!("use the `with` form: `with {}(...): await {callable}(...)`", last_part(name))
            }
            _ => "pass a plain function, or use what this library has for async functions".to_owned(),
        };
        context.report(report.help(advice));
    }
}

/// Reports async functions that packaging calls as console scripts.
fn check_scripts(context: &mut Context) {
    for AsyncScript { header, name, target } in async_scripts(context.file) {
        let message =
            format!("console script `{target}` calls async function `{name}` but never awaits the coroutine");
        let report = Report::new(header, message)
            .note("calling an async function only creates a coroutine; its body does not run")
            .help(format!("name a plain function as the script, which calls `asyncio.run({name}())`"));
        context.report(report.in_symbol(name));
    }
}

/// The part of a dotted name after the last dot.
fn last_part(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// Reports an async function for a callable that returns nothing, as an annotation of the project says.
fn check_procedure(context: &mut Context, call: &SlotCall) {
    let Some(filled) = context.file.filled_procedure(call) else { return };
    if context.file.taken_callbacks().iter().any(|known| known.argument == filled.argument) {
        return;
    }
    let taken = &filled.taken;
    let message =
        format!("`{}` takes a plain callable, but `{}` is async", taken.function, filled.coroutine.name);
    let mut report = Report::new(filled.argument, message)
        .in_symbol(context.file.surroundings(&call.call).symbol)
        .confidence(Confidence::Likely);
    if let Some(place) = taken.definition.clone() {
        report = report.note_at(
            place,
            format!("the annotation of `{}` here says that a call returns `None`", taken.parameter),
        );
    }
    if let Some(place) = filled.coroutine.definition {
        report = report.note_at(place, "declared `async` here");
    }
    context
        .report(report.help(format!("pass a plain function, or await the callback in `{}`", taken.function)));
}

fn message(filled: &FilledSlot) -> String {
    let (name, callable) = (&filled.name, &filled.coroutine.name);
    if is_refused(filled) {
        return format!("`{name}` does not accept the async function `{callable}`");
    }
    match filled.kind {
        SlotKind::Thread | SlotKind::Worker | SlotKind::Call | SlotKind::Portal => {
            format!("`{name}` calls async function `{callable}` but never awaits the coroutine")
        }
        SlotKind::Each | SlotKind::EachLater | SlotKind::EachOnDemand => {
            format!("`{name}` calls async function `{callable}` but never awaits the coroutines")
        }
        SlotKind::Truth => format!("`{name}` tests the coroutine of `{callable}`, which is always truthy"),
        SlotKind::Key => format!("`{name}` uses the coroutine of `{callable}` as a key"),
        SlotKind::Text => format!("`{name}` uses the coroutine of `{callable}` as a string"),
        _ => format!("`{name}` calls `{callable}` and discards the coroutine"),
    }
}

/// `true` if passing or calling the callable raises an exception.
fn is_refused(filled: &FilledSlot) -> bool {
    match filled.kind {
        SlotKind::SignalCallback => filled.is_function,
        SlotKind::RefusingThread | SlotKind::RefusingPortal | SlotKind::Wrapper => true,
        _ => false,
    }
}

/// The remedy where there is no fix.
fn advice(filled: &FilledSlot) -> String {
    let callable = &filled.coroutine.name;
    match filled.kind {
        SlotKind::Thread | SlotKind::RefusingThread => {
            format!("await the function without a thread: `await {callable}(...)`")
        }
        SlotKind::Worker | SlotKind::Call | SlotKind::Run => {
            format!("pass a function that runs the coroutine: `lambda: asyncio.run({callable}(...))`")
        }
        SlotKind::Each | SlotKind::EachLater | SlotKind::EachOnDemand => {
            format!("await the coroutines: `await asyncio.gather(*map({callable}, ...))`")
        }
        SlotKind::Portal | SlotKind::RefusingPortal => {
            "use `from_thread.run`, which awaits the coroutine".to_owned()
        }
        SlotKind::LoopCallback | SlotKind::SignalCallback => {
            format!("pass a plain function that starts a task: `loop.create_task({callable}(...))`")
        }
        SlotKind::Callback => "pass a plain function".to_owned(),
        SlotKind::Function => format!("pass a plain function, or await the callback in `{}`", filled.name),
        SlotKind::Cleanup => "use `addAsyncCleanup` of `unittest.IsolatedAsyncioTestCase`".to_owned(),
        SlotKind::ExitStack | SlotKind::AsyncExitStack => {
            "use `push_async_callback` of `contextlib.AsyncExitStack`".to_owned()
        }
        SlotKind::Truth => {
            format!("await the function in a comprehension: `[x for x in ... if await {callable}(x)]`")
        }
        SlotKind::Key | SlotKind::Text => format!("await `{callable}` for each value first"),
        SlotKind::Wrapper => format!("await the function directly: `await {callable}(...)`"),
    }
}

fn fix(context: &Context, call: &Call, filled: &FilledSlot) -> Option<Fix> {
    match filled.kind {
        SlotKind::Thread | SlotKind::RefusingThread | SlotKind::Worker => {
            call_directly(context, call, filled)
        }
        SlotKind::Portal | SlotKind::RefusingPortal => rename(context, call, "run_sync", "run"),
        SlotKind::AsyncExitStack => rename(context, call, "callback", "push_async_callback"),
        SlotKind::Wrapper if filled.arguments == 1 => {
            context.file.code_within(call.span.start).path_at(filled.argument)?;
            let edit = Edit::replacement(call.span, context.file.slice(filled.argument));
            Some(Fix::new("use the async function directly", Applicability::Unsafe, vec![edit]))
        }
        _ => None,
    }
}

/// `await asyncio.to_thread(work, 1)` becomes `await work(1)`.
fn call_directly(context: &Context, call: &Call, filled: &FilledSlot) -> Option<Fix> {
    let takes_keywords = filled.has_keywords && !is(&*filled.name, Role::ForwardsKeywords);
    let is_awaited = call.is_awaited() && context.file.can_await(call);
    let code = context.file.code_within(call.span.start);
    if !is_awaited || takes_keywords || !filled.is_positional || code.path_at(filled.argument).is_none() {
        return None;
    }
    let arguments = format!("({}", code.arguments_after(filled.argument, call.span)?);
    let before = Span::new(call.span.start, filled.argument.start);
    let behind = Span::new(filled.argument.end, call.span.end);
    let edits = vec![Edit::replacement(before, ""), Edit::replacement(behind, arguments)];
    (!code.has_comment(before)).then(|| Fix::new("await the function directly", Applicability::Unsafe, edits))
}

/// Calls another method of the same object or module.
fn rename(context: &Context, call: &Call, method: &str, other: &str) -> Option<Fix> {
    let edit = context.file.code_within(call.span.start).rename_method(call.callee, method, other)?;
    Some(Fix::new(format!("call `{other}`"), Applicability::Unsafe, vec![edit]))
}
