use loopmend_core::{Confidence, Level, Sighting};
use loopmend_semantic::UnclosedLoop;

use crate::context::{Context, Report};
use crate::loop_run_edits::run_by_asyncio;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    fix: FixAvailability::Sometimes,
    has_strict_conditions: true,
    checks: &[Check::File(check_file), Check::Observed(say)],
    ..RuleSpec::DEFAULT
};

/// The message about a loop that the probe saw.
fn say(_sighting: &Sighting) -> String {
    "event loop is created here and never closed".to_owned()
}

fn check_file(context: &mut Context) {
    for found in context.file.unclosed_loops() {
        // Other code may get a loop that is set, and run it.
        let confidence = if found.is_set { Confidence::Likely } else { Confidence::Certain };
        let report = Report::at_call(context, &found.call, message(&found))
            .confidence(confidence)
            .strict()
            .note("sockets and threads of the loop stay open until garbage collection");
        let fix = run_by_asyncio(context, &found.call);
        let remedy = "call `asyncio.run(...)`, which creates, runs and closes an event loop";
        context.report(report.fix_or_help(fix, remedy));
    }
}

fn message(UnclosedLoop { maker, name, .. }: &UnclosedLoop) -> String {
    match name {
        Some(name) => format!("event loop `{name}` from `{maker}` is never closed"),
        None => format!("event loop from `{maker}` is run and never closed"),
    }
}
