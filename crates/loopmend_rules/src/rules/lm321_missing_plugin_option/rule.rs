use loopmend_core::Level;

use crate::configuration::ConfigurationContext;
use crate::context::Report;
use crate::option_edits::{has_neutral_word, state_fixture_loop_scope};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    fix: FixAvailability::Sometimes,
    checks: &[Check::Configuration(check)],
    ..RuleSpec::DEFAULT
};

/// If the unset option ends the session, `warnings-as-errors-kill-session` reports it.
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
        true => format!("a filter hides the warning of pytest-asyncio {plugin}"),
        false => format!("pytest-asyncio {plugin} warns that its default will change"),
    };
    let message = format!("`asyncio_default_fixture_loop_scope` is not set; {warns}");
    let report = Report::new(context.section(), message).note(
        "unset, the loop scope of an async fixture is its own `scope`; a later version will take `function`",
    );
    if context.has_ignored_override() {
        context.report(report.help("fix the override of `event_loop` first: the right value depends on it"));
        return;
    }
    // A fixture that outlives a test cannot run on the loop of a test.
    let has_word = !is_long_kept || has_neutral_word(context);
    let fix = has_word.then(|| state_fixture_loop_scope(context));
    let help =
        "set the option to `function`, and give wider async fixtures a `loop_scope` like their `scope`";
    context.report(report.fix_or_help(fix.flatten(), help));
}
