mod parametrized;

use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    supersedes: &["unawaited-coroutine"],
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in parametrized::parametrized_coroutines(context.file) {
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
