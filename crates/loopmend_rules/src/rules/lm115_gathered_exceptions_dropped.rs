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
        let message =
            "results of `asyncio.gather` with `return_exceptions=True` are dropped: a failure passes unseen";
        let report = Report::at_call(context, &call, message).confidence(Confidence::Likely).note(
            "look at the results, or leave `return_exceptions=True` out: the first exception is raised then",
        );
        context.report(report);
    }
}
