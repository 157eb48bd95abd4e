use loopmend_core::Level;

use crate::configuration::ConfigurationContext;
use crate::context::Report;
use crate::option_edits::{has_neutral_word, state_fixture_loop_scope};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[Check::Configuration(check)],
    ..RuleSpec::DEFAULT
};

fn check(context: &mut ConfigurationContext) {
    if !context.settings.dies_of_unset_option() {
        return;
    }
    let filters = context.configuration.option("filterwarnings").map(|option| option.span);
    let message = "pytest crashes at startup: warnings are errors, and `asyncio_default_fixture_loop_scope` \
                   is unset";
    let report = Report::new(filters.unwrap_or_else(|| context.section()), message).note(
        "pytest 9.2 turns the warning about the unset option into an INTERNALERROR before it collects a test",
    );
    // Until the override is fixed, only a value that changes nothing is right.
    if !has_neutral_word(context) && context.has_ignored_override() {
        context.report(report.help("fix the override of `event_loop` first: the right value depends on it"));
        return;
    }
    let help = "set the option, to `function` unless a fixture needs a wider scope";
    context.report(report.fix_or_help(state_fixture_loop_scope(context), help));
}
