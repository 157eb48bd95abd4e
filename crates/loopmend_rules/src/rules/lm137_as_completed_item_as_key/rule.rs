mod item_as_task;

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
    for found in item_as_task::items_as_tasks(context.file) {
        let message =
            format!("`{}` is a new coroutine, not one of the tasks passed to `as_completed`", found.name);
        let report = Report::new(found.at, message)
            .in_symbol(found.symbol)
            .note_at(context.place(found.call), "a plain `for` gets a new coroutine from it each time")
            .help("return the key from the task with its result, or use `asyncio.wait`");
        context.report(report);
    }
}
