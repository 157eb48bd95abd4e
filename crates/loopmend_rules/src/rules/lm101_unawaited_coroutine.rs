use loopmend_core::Level;
use loopmend_semantic::{Call, Coroutine};

use crate::context::{Context, Report};
use crate::coroutine::{advice, await_the_call, report};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    overrides: &[],
    same_as: &[
        "type: unused-coroutine",
        "type: unused-awaitable",
        "ty: unused-awaitable",
        "pyright: reportUnusedCoroutine",
    ],
    checks: &[Check::DroppedCall(check_dropped_call)],
};

fn check_dropped_call(context: &mut Context, call: &Call) {
    let Some(coroutine) = context.file.coroutine(call) else {
        return check_dropped_generator(context, call);
    };
    let report = report(context, call, coroutine, None);
    let report = match context.file.can_await(call) {
        true => report.fix(Some(await_the_call(context, call, false))),
        false => report.note(advice(&context.file.surroundings(call))),
    };
    context.report(report);
}

fn check_dropped_generator(context: &mut Context, call: &Call) {
    let Some(Coroutine { name, definition, .. }) = context.file.dropped_generator(call) else { return };
    let message = format!("asynchronous generator `{name}` is made and never run");
    let mut report = Report::at_call(context, call, message);
    if let Some(place) = definition {
        report = report.note_at(place, "declared `async` here, and yields");
    }
    context.report(report.note("its body runs only where `async for` runs over it"));
}
