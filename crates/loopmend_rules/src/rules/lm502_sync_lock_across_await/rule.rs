mod held_lock;

use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::import_edits::library_of_file;
use crate::rule::{Check, RuleSpec, Runs};
use held_lock::{HeldLock, LockKind};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    runs: Runs::OutsideTests,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for held in held_lock::held_locks(context.file) {
        let library = library_of_file(context.file);
        let suspends = context.place(held.suspends);
        let report = Report::new(held.at, message(context, &held))
            .in_symbol(held.symbol)
            .confidence(held.confidence)
            .note_at(suspends, "other tasks run here")
            .note(match held.kind {
                LockKind::Reentrant => "the lock belongs to the thread, so every task of the event loop can enter it",
                LockKind::NonReentrant => "the next task that tries to acquire the lock blocks the event loop, so the holder cannot release it",
                LockKind::Condition => "a condition with a `Lock` blocks the event loop; one with an `RLock` lets the next task in",
            })
            .help(format!("use `{library}.Lock` with `async with`, or release the lock before the `await`"));
        context.report(report);
    }
}

fn message(context: &Context, held: &HeldLock) -> String {
    let lock = context.on_one_line(held.lock);
    let lock = lock.map_or("thread lock".to_owned(), |lock| format!("thread lock `{lock}`"));
    match held.kind {
        LockKind::Reentrant => format!("{lock} is held across an `await` and does not keep other tasks out"),
        LockKind::NonReentrant => format!("{lock} is held across an `await` and can deadlock the event loop"),
        LockKind::Condition => format!("{lock} is held across an `await`, in which other tasks run"),
    }
}
