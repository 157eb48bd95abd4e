use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    since: "0.1.0",
    fix: FixAvailability::Never,
    overrides: &[],
    same_as: &[],
    checks: &[Check::File(check_file)],
};

/// So many calls that the patch hides are shown.
const MOST_SHOWN: usize = 5;

fn check_file(context: &mut Context) {
    let (patches, hidden) = context.file.nesting_patches();
    for patch in patches {
        let module = &patch.module;
        let message = match context.file.is_notebook() {
            true => format!("`{module}` lets a cell start an event loop inside of the one that runs it"),
            false => {
                let is_on_import = context.file.surroundings(&patch.call).function.is_none();
                let whose = if is_on_import { ", also of those who only import this" } else { "" };
                format!("`{module}` patches every event loop of the process{whose}")
            }
        };
        let mut report = Report::at_call(context, &patch.call, message);
        for start in hidden.iter().take(MOST_SHOWN) {
            let does = if start.steps == 0 { "calls" } else { "leads to" };
            let around = match start.around.as_str() {
                "" => "this cell".to_owned(),
                around => format!("the async `{around}`"),
            };
            let message = format!("{around} {does} `{}` here, which raises without the patch", start.name);
            report = report.note_at(start.place.clone(), message);
        }
        let more = hidden.len().saturating_sub(MOST_SHOWN);
        if more > 0 {
            report = report.note(format!("it hides {more} more such calls"));
        }
        let advice = match context.file.is_notebook() {
            true => "a cell runs on an event loop: `await` the coroutine at the top of the cell",
            false if hidden.is_empty() => "nothing in the project was found that needs it",
            false => "await there, or run the other loop in a thread of its own",
        };
        context.report(report.note(advice));
    }
}
