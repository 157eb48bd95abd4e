use loopmend_core::Level;

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
    for again in context.file.lock_reentries() {
        let subject = if again.steps.is_empty() { "this" } else { "what is awaited here" };
        let lock = &again.lock;
        let message = format!(
            "{subject} takes the `asyncio.Lock` `{lock}` that the task holds, and waits for itself for ever"
        );
        let taken = context.place(again.taken);
        let mut report = Report::new(again.at, message)
            .in_symbol(again.symbol)
            .confidence(again.confidence)
            .note_at(taken, format!("`{lock}` is taken here"));
        let last = again.steps.len().saturating_sub(1);
        for (step, (function, at)) in again.steps.iter().enumerate() {
            let does = match step == last {
                true => format!("takes `{lock}` again"),
                false => "awaits further".to_owned(),
            };
            report = report.note_at(context.place(*at), format!("`{function}` {does} here"));
        }
        context.report(report);
    }
}
