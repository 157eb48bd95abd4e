use loopmend_core::{Confidence, Level};
use loopmend_semantic::NestedRun;

use crate::chain::callee;
use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};
use crate::run_edits::await_what_is_run;

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    overrides: &["run-in-running-loop", "unawaited-coroutine"],
    same_as: &[],
    checks: &[Check::File(check_file)],
};

fn check_file(context: &mut Context) {
    for found in context.file.nested_runs() {
        let confidence = if found.is_certain { Confidence::Certain } else { Confidence::Likely };
        let mut report = Report::at_call(context, &found.call, message(context, &found))
            .confidence(confidence)
            .fix(found.awaitable.and_then(|awaitable| await_what_is_run(context, &found.call, awaitable)))
            .note("what runs on an event loop awaits, or starts tasks");
        for call in &found.way {
            let symbol = context.file.surroundings(call).symbol;
            let message = format!("`{symbol}` calls {} here", callee(context, call));
            report = report.note_at(context.place(call.span), message);
        }
        context.report(report);
    }
}

fn message(context: &Context, found: &NestedRun) -> String {
    let (name, around) = (found.name, &found.around.symbol);
    let raises = if found.is_sure { "raises" } else { "can raise" };
    let raises = format!("{raises} in the async `{around}`: an event loop is running there");
    match found.way.is_empty() {
        true => format!("`{name}` {raises}"),
        false => format!("{} leads to `{name}`, which {raises}", callee(context, &found.call)),
    }
}
