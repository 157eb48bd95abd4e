use loopmend_core::{Confidence, Level};

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    since: "0.1.0",
    fix: FixAvailability::Never,
    overrides: &[],
    same_as: &["noqa: ASYNC110", "ruff: async-busy-wait"],
    checks: &[Check::File(check_file)],
};

fn check_file(context: &mut Context) {
    for wait in context.file.busy_waits() {
        let report =
            Report::new(wait.at, "this loop only sleeps until another task has changed what it asks")
                .in_symbol(wait.symbol)
                .confidence(Confidence::Likely)
                .note(
                    "let the other task say so, by an `asyncio.Event`, a future or a queue, and await that",
                );
        context.report(report);
    }
}
