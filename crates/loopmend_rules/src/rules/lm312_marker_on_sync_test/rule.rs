mod marked_sync;

use loopmend_core::{Applicability, Level};

use crate::context::{Context, Report};
use crate::import_edits::take_mark_away;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    fix: FixAvailability::Sometimes,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in marked_sync::marked_sync_tests(context.file) {
        let message = format!("mark `asyncio` has no effect on `{}`, which is not `async`", found.test.name);
        let mut report = Report::new(found.mark, message).in_symbol(found.test.symbol.clone());
        report = report.note(format!("pytest-asyncio {} warns about it", found.plugin));
        let help = "make the test `async`, or remove the mark";
        report = match found.asks_for_loop {
            true => report
                .note(
                    "up to pytest-asyncio 1.1 it set the event loop that `asyncio.get_event_loop()` returns",
                )
                .help(help),
            false => {
                let fix = take_mark_away(context, found.mark, Applicability::Unsafe);
                report.fix_or_help(fix, help)
            }
        };
        context.report(report);
    }
}
