mod habit;
mod inspected;

use loopmend_core::{Applicability, Confidence, Edit, Fix, Level, Sighting};
use loopmend_python::Code;
use loopmend_semantic::infer::Type;
use loopmend_semantic::{AwaitableSource, Call, Coroutine};

use crate::await_edits::{explain_refused, refused_argument, with_await, with_gather};
use crate::context::{Context, Report};
use crate::coroutine::{
    advice, await_the_call, consequence_of_drop, is_known_by_definition, report, short_callee,
};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    supersedes: &["future-result-in-loop"],
    same_as: &[
        "type: unused-coroutine",
        "type: unused-awaitable",
        "ty: unused-awaitable",
        "pyright: reportUnusedCoroutine",
    ],
    checks: &[
        Check::DroppedCall(check_dropped_call),
        Check::ElementCall(check_element_call),
        Check::File(check_inspected),
        Check::Decision(habit::message),
        Check::Observed(say),
    ],
    ..RuleSpec::DEFAULT
};

/// The message for an observation of the probe.
fn say(sighting: &Sighting) -> String {
    format!("coroutine `{}` was never awaited: its body did not run", sighting.what)
}

/// Reports coroutines that are only tested: `if isawaitable(fetch()):`.
fn check_inspected(context: &mut Context) {
    for inspected::Inspected { argument, name, function, confidence, symbol } in
        inspected::inspected(context.file)
    {
        let message = format!("coroutine `{function}` is only passed to `{name}` and never awaited");
        let report = Report::new(argument, message)
            .in_symbol(symbol)
            .confidence(confidence)
            .note("the test drops the coroutine; the body of the function does not run")
            .help("bind the result to a name first, and test that name");
        context.report(report);
    }
}

fn check_dropped_call(context: &mut Context, call: &Call) {
    let Some(coroutine) = context.file.coroutine(call) else {
        check_dropped_generator(context, call);
        return check_dropped_choice(context, call);
    };
    if coroutine.source == AwaitableSource::Decorated && may_start_by_decorator(context, call) {
        return;
    }
    let decision = habit::decision(context, call, &coroutine);
    let report = if context.file.starts_at_call(call) {
        // A plain function can only start the operation.
        if !context.file.can_await(call) {
            return;
        }
        report_started(context, call)
    } else {
        let consequence = consequence_of_drop(coroutine.source);
        report(context, call, coroutine, None).decision(decision).note(consequence)
    };
    let report = match refused_argument(context, call) {
        Some(refused) => explain_refused(report, &refused, None),
        None if context.file.can_await(call) => report.fix(Some(await_the_call(context, call, false))),
        None => report.help(advice(&context.file.surroundings(call))),
    };
    context.report(report);
}

/// Returns whether a decorator that is not found may have made the callee a function that starts a task or worker.
fn may_start_by_decorator(context: &mut Context, call: &Call) -> bool {
    let module = context.file.module();
    let inference = context.file.inference_mut();
    let called = inference.called(module, &call.site);
    called.into_iter().any(|part| match part {
        Type::Function(callee) => inference.has_unknown_decorator(callee),
        _ => false,
    })
}

/// Returns the report of a call that starts an operation, which goes on if its result is dropped.
fn report_started(context: &Context, call: &Call) -> Report {
    let callee = short_callee(context.file.slice(call.callee));
    let callee = callee.map_or_else(|| "this call".to_owned(), |callee| format!("`{callee}(...)`"));
    Report::at_call(context, call, format!("{callee} is probably missing an `await`"))
        .confidence(Confidence::Likely)
        .note("the call starts the operation; without `await`, nothing waits for it or handles its exception")
}

/// Reports a callback that may be a plain or an async function, as its annotation says.
fn check_dropped_choice(context: &mut Context, call: &Call) {
    if !context.file.may_return_awaitable(call) {
        return;
    }
    let Some(callee) = short_callee(context.file.slice(call.callee)) else { return };
    let report = Report::at_call(
        context,
        call,
        format!("`{callee}(...)` may return an awaitable, and nothing awaits it"),
    )
    .confidence(Confidence::Likely)
    .note("its annotation allows a plain function and one that returns an awaitable")
    .help("await the result if `inspect.isawaitable(result)`");
    context.report(report);
}

/// Reports a coroutine in a display or comprehension that is a statement.
fn check_element_call(context: &mut Context, call: &Call) {
    let Some(coroutine) = context.file.coroutine_used(call) else { return };
    if !is_known_by_definition(coroutine.source) || !context.file.is_dropped_in_display(call.span) {
        return;
    }
    let consequence = consequence_of_drop(coroutine.source);
    let report = report(context, call, coroutine, None).note(consequence);
    let report = with_gather(context, call, report, |context, report| {
        with_await(context, call, report, &context.file.value_use(call.span))
    });
    context.report(report);
}

fn check_dropped_generator(context: &mut Context, call: &Call) {
    let Some(Coroutine { name, definition, .. }) = context.file.dropped_generator(call) else { return };
    let message = format!("async generator `{name}` is never iterated over");
    let mut report = Report::at_call(context, call, message);
    if let Some(place) = definition {
        report = report.note_at(place, "declared `async` here, with a `yield` in its body");
    }
    let report = report
        .note("calling it only creates the generator; its body runs while `async for` iterates over it");
    context.report(match run_over(context, call) {
        Some(fix) => report.fix(Some(fix)),
        None => report.help("iterate over it with `async for` in an `async def`"),
    });
}

/// `stream()` becomes an `async for` over it, whose body is empty.
fn run_over(context: &Context, call: &Call) -> Option<Fix> {
    const ITEM: &str = "_";
    let code = context.file.code();
    let indentation = code.indentation_of_lone(call.span)?;
    let is_free = code.mentions(code.whole(), ITEM) == 0;
    if !context.file.can_await(call) || !is_free || code.end_of_line(call.span.end) != call.span.end {
        return None;
    }
    let body = format!(":{}{}pass", code.line_ending(), Code::inner_indentation(indentation));
    let edits = vec![
        Edit::insertion(call.span.start, format!("async for {ITEM} in ")),
        Edit::insertion(call.span.end, body),
    ];
    Some(Fix::new("iterate over the generator with `async for`", Applicability::Unsafe, edits))
}
