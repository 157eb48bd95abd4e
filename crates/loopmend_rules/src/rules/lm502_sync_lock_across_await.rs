use loopmend_core::Level;
use loopmend_semantic::HeldLock;

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Never,
    overrides: &[],
    same_as: &[],
    checks: &[Check::File(check_file)],
};

fn check_file(context: &mut Context) {
    for held in context.file.held_locks() {
        let suspends = context.place(held.suspends);
        let report = Report::new(held.at, message(context, &held))
            .in_symbol(held.symbol)
            .confidence(held.confidence)
            .note_at(suspends, "control goes to other tasks here")
            .note("use `asyncio.Lock` with `async with`, or give the lock back before");
        context.report(report);
    }
}

fn message(context: &Context, held: &HeldLock) -> String {
    let lock = match context.file.slice(held.lock) {
        lock if lock.contains('\n') => "a lock of threads".to_owned(),
        lock => format!("the thread lock `{lock}`"),
    };
    match held.is_of_thread {
        true => {
            format!("{lock} is held across an `await`: it belongs to the thread, and lets other tasks in")
        }
        false => format!("{lock} is held across an `await`: another task that wants it stops the event loop"),
    }
}
