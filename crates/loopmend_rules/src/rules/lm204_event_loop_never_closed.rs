use loopmend_core::{Confidence, Level, Sighting};
use loopmend_semantic::UnclosedLoop;

use crate::context::{Context, Report};
use crate::loop_run_edits::run_by_asyncio;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    overrides: &[],
    same_as: &[],
    checks: &[Check::File(check_file), Check::Observed(say)],
};

/// What the probe saw.
fn say(_sighting: &Sighting) -> String {
    "the event loop that is made here was never closed".to_owned()
}

fn check_file(context: &mut Context) {
    for found in context.file.unclosed_loops() {
        // What is set may be found, and run, by other code.
        let confidence = if found.is_set { Confidence::Likely } else { Confidence::Certain };
        let report = Report::at_call(context, &found.call, message(&found))
            .confidence(confidence)
            .note("its sockets and threads stay open until the loop is collected as garbage")
            .note("`asyncio.run(...)` makes a loop, runs it and closes it");
        let fix = run_by_asyncio(context, &found.call);
        context.report(report.fix(fix));
    }
}

fn message(UnclosedLoop { maker, name, .. }: &UnclosedLoop) -> String {
    match name {
        Some(name) => format!("`{name}` is an event loop of `{maker}` that is never closed"),
        None => format!("the event loop of `{maker}` is run here and never closed"),
    }
}
