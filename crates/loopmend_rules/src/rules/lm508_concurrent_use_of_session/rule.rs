mod concurrent_session;

use loopmend_core::{Confidence, Level};

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec};
use concurrent_session::ConcurrentSession;

pub(crate) const RULE: RuleSpec =
    RuleSpec { level: Level::Warn, checks: &[Check::File(check_file)], ..RuleSpec::DEFAULT };

fn check_file(context: &mut Context) {
    for found in concurrent_session::concurrent_sessions(context.file) {
        let mut report =
            Report::at_call(context, &found.call, message(&found)).confidence(Confidence::Likely);
        let notes: &[&str] = match found.uses.len() {
            1 => &["each of the tasks uses it here"],
            _ => &["one task uses it here", "another task uses it here"],
        };
        for (place, note) in found.uses.iter().zip(notes) {
            report = report.note_at(context.place(*place), *note);
        }
        context.report(report.help("create one for each task, or await one call after the other"));
    }
}

fn message(ConcurrentSession { session, class, .. }: &ConcurrentSession) -> String {
    let class = class.rsplit('.').next().unwrap_or(class);
    format!("several tasks use `{session}` at the same time, but `{class}` serves one task at a time")
}
