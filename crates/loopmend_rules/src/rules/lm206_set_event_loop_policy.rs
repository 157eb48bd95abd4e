use loopmend_core::Level;

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
    for found in context.file.policy_calls() {
        let message = format!(
            "`{}` is deprecated from Python 3.14 on, and Python 3.16 is to be without it",
            found.name
        );
        let report = Report::at_call(context, &found.call, message).note(
            "`asyncio.run(..., loop_factory=...)` and `asyncio.Runner(loop_factory=...)` choose the loop",
        );
        context.report(report);
    }
}
