mod unread_pipe;

use loopmend_core::{Confidence, Level};

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec, Runs};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    is_on_by_default: false,
    runs: Runs::OutsideTests,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in unread_pipe::unread_pipes(context.file) {
        let message = format!("`{}.wait()` can wait for ever: nothing reads the pipe before", found.process);
        let report = Report::at_call(context, &found.call, message)
            .confidence(Confidence::Likely)
            .note_at(context.place(found.pipe), "the program stops as soon as this pipe is full")
            .help(format!("use `await {}.communicate()`, which reads the pipes and waits", found.process));
        context.report(report);
    }
}
