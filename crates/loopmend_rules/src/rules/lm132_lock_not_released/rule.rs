mod leaked_lock;

use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec, Runs};
use leaked_lock::{Exit, LeakedLock};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    is_on_by_default: false,
    runs: Runs::OutsideTests,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for leaked in leaked_lock::leaked_locks(context.file) {
        let lock = context.on_one_line(leaked.lock).unwrap_or("lock");
        let report = Report::at_call(context, &leaked.call, message(lock, leaked.exit))
            .confidence(leaked.confidence)
            .note_at(context.place(leaked.at), note(&leaked))
            .help(format!("use `async with {lock}`, or call `release()` in a `finally`"));
        context.report(report);
    }
}

fn message(lock: &str, exit: Exit) -> String {
    match exit {
        Exit::Wait => format!("`{lock}` stays acquired if an `await` before its `release()` raises"),
        Exit::Yield => format!("`{lock}` stays acquired if an exception arrives at the `yield`"),
        Exit::Raise => format!("`{lock}` stays acquired if the `raise` before its `release()` runs"),
        Exit::Return => format!("`{lock}` stays acquired if the `return` before its `release()` runs"),
    }
}

fn note(leaked: &LeakedLock) -> &'static str {
    match leaked.exit {
        Exit::Raise | Exit::Return => "this statement skips `release()`, and the next task waits for ever",
        Exit::Wait | Exit::Yield if leaked.is_exception_caught => {
            "`except Exception` does not catch a CancelledError, which skips `release()`"
        }
        Exit::Wait | Exit::Yield => "an exception or a cancellation here skips `release()`",
    }
}
