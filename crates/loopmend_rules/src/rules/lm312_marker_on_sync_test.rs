use loopmend_core::{Applicability, Level};

use crate::context::{Context, Report};
use crate::edits::take_mark_away;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    overrides: &[],
    same_as: &[],
    checks: &[Check::File(check_file)],
};

fn check_file(context: &mut Context) {
    for found in context.file.marked_sync_tests() {
        let message =
            format!("the mark `asyncio` does nothing for `{}`, which is not `async`", found.test.name);
        let mut report = Report::new(found.mark, message).in_symbol(found.test.symbol.clone());
        report = report.note(format!("pytest-asyncio {} warns of it", found.plugin));
        report = match found.asks_for_loop {
            true => report
                .note("up to pytest-asyncio 1.1 it set the event loop that `asyncio.get_event_loop()` gives"),
            false => report.fix(take_mark_away(context.file.text(), found.mark, Applicability::Unsafe)),
        };
        context.report(report);
    }
}
