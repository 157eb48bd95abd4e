mod shielded_task;

use loopmend_core::{Confidence, Level};

use crate::context::{Context, Report};
use crate::keep_edits::keep_argument;
use crate::rule::{Check, FixAvailability, RuleSpec, Runs};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    is_on_by_default: false,
    fix: FixAvailability::Sometimes,
    runs: Runs::OutsideTests,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in shielded_task::shielded_tasks(context.file) {
        let message = format!(
            "if this wait ends early, nothing holds the task in which `shield` runs `{}`",
            found.runs.name
        );
        let fix = keep_argument(context, &found.call, found.coroutine);
        let report = Report::at_call(context, &found.call, message).confidence(Confidence::Likely).note(
            "the event loop has only a weak reference to the task, which may be collected before it ends",
        );
        context.report(
            report.fix_or_help(fix, "keep a reference to a task, and pass the task to `asyncio.shield`"),
        );
    }
}
