use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::detectors::lock_reentry;
use crate::rule::{Check, RuleSpec};

pub(crate) const RULE: RuleSpec =
    RuleSpec { level: Level::Error, checks: &[Check::File(check_file)], ..RuleSpec::DEFAULT };

fn check_file(context: &mut Context) {
    for again in lock_reentry::lock_reentries(context.file) {
        let lock = &again.lock;
        let message = match again.steps.first() {
            None => format!("`{lock}` is acquired again by the task that already holds it (deadlock)"),
            Some((function, _)) => {
                format!("`{function}` acquires `{lock}`, which the task already holds (deadlock)")
            }
        };
        let taken = context.place(again.taken);
        let mut report = Report::new(again.at, message)
            .in_symbol(again.symbol)
            .confidence(again.confidence)
            .note_at(taken, format!("the task acquires `{lock}` here"));
        let last = again.steps.len().saturating_sub(1);
        for (step, (function, at)) in again.steps.iter().enumerate() {
            let does = match step == last {
                true => format!("acquires `{lock}` again"),
                false => "awaits the next function".to_owned(),
            };
            report = report.note_at(context.place(*at), format!("`{function}` {does} here"));
        }
        report = report
            .note("an `asyncio.Lock` is not reentrant: the task waits for itself forever")
            .help("release the lock first, or call a helper that does not acquire it");
        context.report(report);
    }
}
