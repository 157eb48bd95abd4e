use loopmend_core::{Confidence, Level};

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    since: "0.1.0",
    fix: FixAvailability::Never,
    overrides: &[],
    same_as: &[],
    checks: &[Check::File(check_file)],
};

fn check_file(context: &mut Context) {
    for call in context.file.dropped_results_in_tests() {
        let message = "results of `asyncio.gather(..., return_exceptions=True)` are discarded, so failures go unnoticed";
        let report = Report::at_call(context, &call, message)
            .confidence(Confidence::Likely)
            .note("`return_exceptions=True` returns exceptions as results instead of raising them")
            .help("check the results, or remove `return_exceptions=True`");
        context.report(report);
    }
}
