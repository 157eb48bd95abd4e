use loopmend_core::{Confidence, Level, Sighting};
use loopmend_semantic::{SharedObject, Sharing};

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    checks: &[Check::File(check_file), Check::Observed(say)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.shared_objects() {
        let mut report =
            Report::at_call(context, &found.call, message(&found)).confidence(Confidence::Likely);
        if let Sharing::Loops { runs: [first, second], user, .. } = &found.sharing {
            report = report
                .note(format!("`{user}` waits for the object in both event loops"))
                .note("asyncio binds the object to the first event loop in which a task has to wait for it")
                .note_at(context.place(first.span), "the first event loop starts here")
                .note_at(context.place(second.span), "the second event loop starts here");
        }
        context.report(
            report.help("create one object for each event loop, in the async function that the loop runs"),
        );
    }
}

fn message(SharedObject { class, sharing, .. }: &SharedObject) -> String {
    match sharing {
        Sharing::NoLoop => {
            format!("`{class}` is created on import without a running event loop")
        }
        Sharing::Loops { .. } => {
            format!("`{class}` is shared by two event loops: waiting in the second raises RuntimeError")
        }
    }
}

fn say(sighting: &Sighting) -> String {
    format!("`{}` of one event loop is used on another one", sighting.what)
}
