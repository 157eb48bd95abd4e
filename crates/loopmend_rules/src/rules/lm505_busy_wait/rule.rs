mod busy_wait;

use loopmend_core::{Confidence, Level};

use crate::context::{Context, Report};
use crate::import_edits::library_of_file;
use crate::rule::{Check, RuleSpec, Runs};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    same_as: &["noqa: ASYNC110", "ruff: async-busy-wait"],
    runs: Runs::OutsideTests,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for wait in busy_wait::busy_waits(context.file) {
        let library = library_of_file(context.file);
        let report = Report::new(wait.at, "`while` loop polls its condition: the body only sleeps")
            .in_symbol(wait.symbol)
            .confidence(Confidence::Likely)
            .note("the task wakes up again and again, and notices the change late")
            .help(format!("set an event (`{library}.Event`) where the condition changes, and await it here"));
        context.report(report);
    }
}
