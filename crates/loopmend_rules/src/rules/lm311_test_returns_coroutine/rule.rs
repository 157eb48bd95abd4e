mod returned;

use loopmend_core::{Applicability, Edit, Fix, Level};

use crate::context::{Context, Report};
use crate::coroutine::explain_likely;
use crate::rule::{Check, FixAvailability, RuleSpec};
use returned::{ReturnOutcome, ReturnedCoroutine};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in returned::returned_coroutines(context.file) {
        let mut report = Report::at_call(context, &found.call, message(&found))
            .confidence(found.coroutine.source.confidence());
        if let Some(place) = found.coroutine.definition.clone() {
            report = report.note_at(place, "declared `async` here");
        }
        if let Some(reason) = explain_likely(context, &found.coroutine) {
            report = report.note(reason);
        }
        let help =
            "make the test `async`, `await` the call, and let a plugin or `IsolatedAsyncioTestCase` run it";
        context.report(report.fix_or_help(fix(&found), help));
    }
}

fn message(found: &ReturnedCoroutine) -> String {
    let (coroutine, test) = (&found.coroutine.name, &found.test.symbol);
    let outcome = match found.outcome {
        ReturnOutcome::Passes => format!("`{test}` always passes"),
        ReturnOutcome::Skipped => format!("pytest skips `{test}`"),
        ReturnOutcome::Fails => format!("pytest fails `{test}`"),
        ReturnOutcome::NotRun => format!("pytest skips or fails `{test}`"),
    };
    format!("coroutine `{coroutine}` is returned by a plain test but never awaited: {outcome}")
}

/// The fix that makes the test `async` and replaces `return` with `await`.
fn fix(found: &ReturnedCoroutine) -> Option<Fix> {
    let edits =
        vec![Edit::insertion(found.test.header.start, "async "), Edit::replacement(found.keyword?, "await")];
    Some(Fix::new("make the test `async` and await the coroutine", Applicability::Unsafe, edits))
}
