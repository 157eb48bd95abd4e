mod mixed;

use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec};

pub(crate) const RULE: RuleSpec =
    RuleSpec { level: Level::Warn, checks: &[Check::File(check_file)], ..RuleSpec::DEFAULT };

fn check_file(context: &mut Context) {
    for found in mixed::mixed_tests(context.file) {
        let (name, plugin) = (&found.test.name, &found.plugin);
        let message = match found.is_marked_for_both {
            true => format!("test `{name}` is marked for both pytest-asyncio and anyio"),
            false => format!(
                "test `{name}` is marked for anyio, but pytest-asyncio {plugin} in mode `auto` takes it too"
            ),
        };
        let help = match found.is_marked_for_both {
            true => "remove one of the two marks",
            false => "set `asyncio_mode = strict`, which leaves tests with the mark `anyio` to anyio",
        };
        let mut report = Report::new(found.mark, message).in_symbol(found.test.symbol.clone());
        if found.others > 0 {
            report = report.note(format!("{} other marks in this file are affected too", found.others));
        }
        let report = report
            .note("the versions of the plugins decide which one runs the test, and on which loop its fixtures run")
            .help(help);
        context.report(report);
    }
}
