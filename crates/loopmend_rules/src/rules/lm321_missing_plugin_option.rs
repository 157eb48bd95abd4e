use loopmend_core::Level;

use crate::configuration::ConfigurationContext;
use crate::context::Report;
use crate::option_edits::{has_neutral_word, state_fixture_loop_scope};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    overrides: &[],
    same_as: &[],
    checks: &[Check::Configuration(check)],
};

/// Where the session ends because of it, `warnings-as-errors-kill-session` says so.
fn check(context: &mut ConfigurationContext) {
    let settings = context.settings;
    let Some(plugin) = settings.lacks_fixture_loop_scope().filter(|_| settings.states_asyncio) else {
        return;
    };
    if settings.dies_of_unset_option() {
        return;
    }
    let is_long_kept = context.has_long_kept_async_fixture();
    if !is_long_kept && !context.tells_harmless() && context.holds_for_tests() {
        return;
    }
    let warns = match settings.hides_unset_option() {
        true => format!("a filter hides what pytest-asyncio {plugin} warns of: what that means will change"),
        false => format!("pytest-asyncio {plugin} warns that what that means will change"),
    };
    let message = format!("`asyncio_default_fixture_loop_scope` is not set, and {warns}");
    let report = Report::new(context.section(), message)
        .note("today an async fixture runs on a loop of its own scope, later on that of each test; `function` says the latter");
    if context.has_ignored_override() {
        context.report(
            report.note("what it has to say depends on the override of `event_loop`: see to that first"),
        );
        return;
    }
    // What is kept for longer cannot run on the loop of a test.
    let has_word = !is_long_kept || has_neutral_word(context);
    let fix = has_word.then(|| state_fixture_loop_scope(context));
    context.report(report.fix(fix.flatten()));
}
