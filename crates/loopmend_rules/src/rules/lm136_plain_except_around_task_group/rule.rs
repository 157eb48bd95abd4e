mod plain_handler;

use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    is_on_by_default: false,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in plain_handler::plain_handlers(context.file) {
        let class = context.on_one_line(found.class).unwrap_or("...");
        let message = format!("`except {class}` never catches what the tasks of the task group raise");
        let report = Report::new(found.class, message)
            .in_symbol(found.symbol)
            .note_at(
                context.place(found.group),
                "the task group raises an ExceptionGroup of their exceptions",
            )
            .help(format!("use `except* {class}`"));
        context.report(report);
    }
}
