mod thread_local;

use loopmend_core::{Confidence, Decision, Diagnostic, Level};

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec, Runs};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    runs: Runs::OutsideTests,
    checks: &[Check::File(check_file), Check::Decision(set_often)],
    ..RuleSpec::DEFAULT
};

/// The message for a thread-local that several places set.
fn set_often(found: &[Diagnostic]) -> Option<String> {
    let (name, places) = (&found.first()?.decision.as_ref()?.subject, found.len());
    (places > 1).then(|| {
        format!(
            "thread-local `{name}`, set at {places} places, may be overwritten by other tasks during `await`"
        )
    })
}

fn check_file(context: &mut Context) {
    for found in thread_local::thread_local_sets(context.file) {
        let message =
            format!("thread-local `{}` may be overwritten by other tasks during `await`", found.name);
        let key = format!("{} {}", context.path(), found.name);
        let report = Report::new(found.at, message)
            .decision(Some(Decision { key, subject: found.name }))
            .in_symbol(found.symbol)
            .confidence(Confidence::Likely)
            .note_at(context.place(found.suspends), "other tasks of the thread run here")
            .note("all tasks of an event loop run in one thread and share its `threading.local`")
            .help("use a `contextvars.ContextVar`, which has a value for each task");
        context.report(report);
    }
}
