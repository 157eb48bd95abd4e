use loopmend_core::{Confidence, Level};

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec, Runs};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    runs: Runs::InTests,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for call in context.file.dropped_results() {
        let message = "results of `asyncio.gather(..., return_exceptions=True)` are discarded, so failures go unnoticed";
        let report = Report::at_call(context, &call, message)
            .confidence(Confidence::Likely)
            .note("`return_exceptions=True` returns exceptions as results instead of raising them")
            .help("check the results, or remove `return_exceptions=True`");
        context.report(report);
    }
}
