use loopmend_core::{Applicability, Edit, Fix, Level};

use crate::context::{Context, Report};
use crate::edits::drop_decorator;
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
            false => report.fix(drop_decorator(context.file.text(), found.mark).map(take_away)),
        };
        context.report(report);
    }
}

fn take_away(edit: Edit) -> Fix {
    Fix::new("take the mark away", Applicability::Unsafe, vec![edit])
}
