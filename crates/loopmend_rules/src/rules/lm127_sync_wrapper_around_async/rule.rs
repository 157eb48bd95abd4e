mod sync_wrapper;

use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};
use sync_wrapper::{LeftEarly, SyncWrapper};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Never,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in sync_wrapper::sync_wrappers(context.file) {
        let SyncWrapper { decorator, written, function, symbol, wrapper, definition, left } = found;
        let name = context.file.slice(written);
        let (statement, effect) = match left {
            LeftEarly::Try => ("`try`", "so its `except` blocks see no exception of the coroutine"),
            LeftEarly::With => ("`with`", "so the body of the function runs outside of it"),
            LeftEarly::Clock => ("measured time", "so only the creation of the coroutine is measured"),
        };
        let message = format!("the {statement} of `@{name}` ends before async `{function}` runs");
        let mut report = Report::new(decorator, message).in_symbol(symbol);
        if let Some(place) = definition {
            report =
                report.note_at(place, format!("`{wrapper}` here returns the coroutine without awaiting it"));
        }
        context.report(
            report
                .note(effect)
                .help(format!("for async functions, return an async `{wrapper}` that awaits the call")),
        );
    }
}
