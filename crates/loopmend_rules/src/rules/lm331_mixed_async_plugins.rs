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
    for found in context.file.mixed_tests() {
        let (name, plugin) = (&found.test.name, &found.plugin);
        let message = match found.is_marked_for_both {
            true => format!("`{name}` is marked for both pytest-asyncio and anyio"),
            false => format!(
                "`{name}` is marked for anyio, and pytest-asyncio {plugin} takes it too: its mode is `auto`"
            ),
        };
        let mut report = Report::new(found.mark, message).in_symbol(found.test.symbol.clone());
        if found.others > 0 {
            report = report.note(format!("{} other marks of the file are for such tests too", found.others));
        }
        let report = report
            .note("which of them runs it, and on which loop its fixtures run, depends on their versions")
            .note("in its mode `strict` pytest-asyncio leaves to anyio what is marked for it");
        context.report(report);
    }
}
