use loopmend_core::{Confidence, Level};
use loopmend_semantic::suite::NestedRun;

use crate::chain::callee;
use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};
use crate::run_edits::await_what_is_run;

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    supersedes: &["run-in-running-loop", "unawaited-coroutine"],
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.nested_runs() {
        let confidence = if found.is_certain { Confidence::Certain } else { Confidence::Likely };
        let mut report = Report::at_call(context, &found.call, message(context, &found))
            .confidence(confidence)
            .note("a thread can run only one event loop at a time");
        for call in &found.way {
            let symbol = context.file.surroundings(call).symbol;
            let message = format!("`{symbol}` calls {} here", callee(context, call));
            report = report.note_at(context.place(call.span), message);
        }
        let fix = found.awaitable.and_then(|awaitable| await_what_is_run(context, &found.call, awaitable));
        context
            .report(report.fix_or_help(fix, "`await` the coroutine instead of starting a second event loop"));
    }
}

fn message(context: &Context, found: &NestedRun) -> String {
    let (name, around) = (found.name, &found.around.symbol);
    let callee = || callee(context, &found.call);
    match (found.way.is_empty(), found.is_sure) {
        (true, true) => format!("`{name}` raises in async `{around}`: an event loop is already running"),
        (true, false) => format!("`{name}` can raise in async `{around}`: an event loop is already running"),
        (false, true) => format!("{} calls `{name}` while the event loop of `{around}` is running", callee()),
        (false, false) => {
            format!("{} can call `{name}` while the event loop of `{around}` is running", callee())
        }
    }
}
