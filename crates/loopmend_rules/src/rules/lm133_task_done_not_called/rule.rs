mod missing_mark;
mod skipped_mark;

use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec, Runs};
use skipped_mark::SkippedMark;

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    is_on_by_default: false,
    runs: Runs::OutsideTests,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for join in missing_mark::endless_joins(context.file) {
        let queue = context.on_one_line(join.queue).unwrap_or("queue");
        let message = format!("`{queue}.join()` waits for ever: nothing calls `task_done()` of this queue");
        let report = Report::at_call(context, &join.call, message)
            .confidence(join.confidence)
            .note_at(context.place(join.taken), "an item is taken here, and never marked as done")
            .help("call `task_done()` in a `finally` after each `get()`");
        context.report(report);
    }
    for skipped in skipped_mark::skipped_marks(context.file) {
        let report = Report::new(skipped.at, message(context, &skipped))
            .in_symbol(skipped.symbol)
            .confidence(skipped.confidence)
            .note_at(context.place(skipped.mark), "the item is marked as done here")
            .note_at(context.place(skipped.join), "this `join()` waits for ever if an item is not marked")
            .help("call `task_done()` in a `finally`");
        context.report(report);
    }
}

fn message(context: &Context, skipped: &SkippedMark) -> String {
    let mark = context.on_one_line(skipped.mark).unwrap_or("task_done()");
    if skipped.is_handler {
        format!("handler goes on with the loop and skips `{mark}`")
    } else {
        format!("`continue` skips `{mark}`")
    }
}
