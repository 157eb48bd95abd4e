use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    since: "0.1.0",
    fix: FixAvailability::Never,
    overrides: &["unawaited-coroutine"],
    same_as: &[],
    checks: &[Check::File(check_file)],
};

fn check_file(context: &mut Context) {
    for found in context.file.parametrized_coroutines() {
        let message = format!(
            "coroutine `{}` is created once at import, so `{}` can await it only once",
            found.coroutine.name, found.given_to
        );
        let mut report =
            Report::at_call(context, &found.call, message).confidence(found.coroutine.source.confidence());
        if let Some(place) = found.coroutine.definition {
            report = report.note_at(place, "declared `async` here");
        }
        context.report(
            report
                .note("a second `await` raises `RuntimeError: cannot reuse already awaited coroutine`")
                .help("pass the function and its arguments, and call it in the test"),
        );
    }
}
