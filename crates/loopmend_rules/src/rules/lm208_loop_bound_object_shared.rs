use loopmend_core::{Confidence, Level, Sighting};
use loopmend_semantic::{SharedObject, Sharing};

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    since: "0.1.0",
    fix: FixAvailability::Never,
    overrides: &[],
    same_as: &[],
    checks: &[Check::File(check_file), Check::Observed(say)],
};

fn check_file(context: &mut Context) {
    for found in context.file.shared_objects() {
        let mut report =
            Report::at_call(context, &found.call, message(&found)).confidence(Confidence::Likely);
        if let Sharing::Loops { runs: [first, second], .. } = &found.sharing {
            report = report
                .note_at(context.place(first.span), "the first event loop is started here")
                .note_at(context.place(second.span), "the second one is started here");
        }
        context.report(report.note("make it in an `async def` that the event loop runs"));
    }
}

fn message(SharedObject { class, sharing, .. }: &SharedObject) -> String {
    match sharing {
        Sharing::NoLoop => {
            format!("`{class}` needs a running event loop, and none runs when a module is imported")
        }
        Sharing::Loops { user, .. } => {
            format!(
                "`{class}` belongs to the first event loop that waits for it, and `{user}` waits for it in two"
            )
        }
    }
}

fn say(sighting: &Sighting) -> String {
    format!("`{}` of one event loop was used on another one", sighting.what)
}
