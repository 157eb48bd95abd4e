mod async_override;
mod plain_hook;

use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};
use async_override::AsyncOverride;
use plain_hook::AsyncHook;

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Never,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in async_override::async_overrides(context.file) {
        let AsyncOverride { header, name, caller, definition, is_used } = found;
        let effect = match is_used {
            true => "uses the coroutine as the result",
            false => "never awaits it",
        };
        let message = format!("`{name}` is async, but `{caller}` calls it without `await`");
        let mut report = Report::new(header, message).in_symbol(name);
        if let Some(place) = definition {
            report = report.note_at(place, format!("the base class calls the method here, and {effect}"));
        }
        context.report(
            report.help("make the override a plain method, or give the async method a name of its own"),
        );
    }
    for AsyncHook { header, name, hook } in plain_hook::async_hooks(context.file) {
        let message = format!("`{name}` is async, but `{hook}` is called without `await`");
        let report = Report::new(header, message)
            .in_symbol(name)
            .note("the call only creates a coroutine; the body of the method does not run");
        context.report(report.help("make the method a plain `def`, and start a task or an event loop in it"));
    }
}
