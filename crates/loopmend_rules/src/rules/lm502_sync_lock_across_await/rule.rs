mod held_lock;

use loopmend_core::{Decision, Diagnostic, Level};

use crate::context::{Context, Report};
use crate::import_edits::library_of_file;
use crate::rule::{Check, RuleSpec, Runs};
use held_lock::{HeldLock, LockKind};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    runs: Runs::OutsideTests,
    checks: &[Check::File(check_file), Check::Decision(held_often)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for held in held_lock::held_locks(context.file) {
        let library = library_of_file(context.file);
        let suspends = context.place(held.suspends);
        let report = Report::new(held.at, message(context, &held))
            .decision(lock(context, &held))
            .in_symbol(held.symbol)
            .confidence(held.confidence)
            .note_at(suspends, "other tasks run here")
            .note(match held.kind {
                LockKind::Reentrant => "an `RLock` belongs to its thread: all tasks of the event loop run in that thread, and can enter it",
                LockKind::NonReentrant => "the next task that tries to acquire the lock blocks the event loop, so the holder cannot release it",
                LockKind::Condition => "a condition with a `Lock` blocks the event loop; one with an `RLock` lets the next task in",
            })
            .help(format!("use `{library}.Lock` with `async with`, or release the lock before the `await`"));
        context.report(report);
    }
}

/// The lock that other places of the file may hold as well: an attribute of one class, or a name of one scope.
fn lock(context: &Context, held: &HeldLock) -> Option<Decision> {
    let lock = context.on_one_line(held.lock)?;
    let around = held.symbol.rsplit_once('.').map_or("", |(around, _)| around);
    let key = format!("{} {around} {lock} {:?}", context.path(), held.kind);
    Some(Decision { key, subject: lock.to_owned() })
}

/// The message for a lock that several places hold.
fn held_often(found: &[Diagnostic]) -> Option<String> {
    let (first, places) = (found.first()?, found.len());
    (places > 1).then(|| first.message.replacen("is held", &format!("is held at {places} places"), 1))
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
