use loopmend_core::{Level, Sighting};
use loopmend_semantic::{Call, Coroutine};

use crate::context::{Context, Report};
use crate::coroutine::{advice, await_the_call, report};
use crate::detectors::mock_assertion;
use crate::mock_edits::message_about_call;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    supersedes: &["unawaited-coroutine"],
    checks: &[Check::File(check_file), Check::Observed(say)],
    ..RuleSpec::DEFAULT
};

/// The message for a call that the probe saw.
fn say(_sighting: &Sighting) -> String {
    "this call of an `AsyncMock` was never awaited, only counted".to_owned()
}

fn check_file(context: &mut Context) {
    if mock_assertion::names_mocks(context.file) {
        let calls: Vec<Call> = context.file.dropped_calls().collect();
        calls.iter().for_each(|call| check_dropped_call(context, call));
        check_code_under_test(context);
    }
}

/// Reports the mocks with a call whose coroutine the code under test discards.
fn check_code_under_test(context: &mut Context) {
    for found in context.file.async_mocks_discarded() {
        let Some((function, place)) = &found.function else { continue };
        let message = message_about_call(&found, function, |function, called| {
            format!("`{function}` calls `{called}(...)` of an `AsyncMock` without `await`")
        });
        let mut report = Report::new(found.made, message).in_symbol(found.symbol.clone());
        if let Some(place) = place {
            let note = format!("the coroutine of `{}(...)` is discarded here", found.callee_in_code());
            report = report.note_at(place.clone(), note);
        }
        report = report.note("methods of an `AsyncMock` are async");
        let help = "await the call, or use a `Mock` for a plain method";
        context.report(report.help(help));
    }
}

fn check_dropped_call(context: &mut Context, call: &Call) {
    let is_of_mock = |coroutine: &Coroutine| coroutine.name == "AsyncMock";
    let Some(coroutine) = context.file.coroutine(call).filter(is_of_mock) else { return };
    let callee = context.file.slice(call.callee).to_owned();
    let message = format!("`{callee}(...)` calls an `AsyncMock` but is never awaited");
    let report = report(context, call, coroutine, None)
        .message(message)
        .note("the mock counts the call, but no return value or side effect takes place");
    let report = match context.file.can_await(call) {
        true => report.fix(Some(await_the_call(context, call, false))),
        false => report.help(advice(&context.file.surroundings(call))),
    };
    context.report(report);
}
