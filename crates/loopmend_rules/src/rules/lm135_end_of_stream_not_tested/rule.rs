mod empty_turn;
mod endless_read;

use loopmend_core::{Confidence, Level};

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec, Runs};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    is_on_by_default: false,
    runs: Runs::OutsideTests,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in endless_read::endless_reads(context.file) {
        let callee = context.on_one_line(found.callee).unwrap_or("read");
        let message = format!("loop of `{callee}()` never ends at the end of the stream");
        let report = Report::at_call(context, &found, message)
            .confidence(Confidence::Likely)
            .note("there it returns `b\"\"` at once, each time")
            .help("leave the loop if the result is empty");
        context.report(report);
    }
}
