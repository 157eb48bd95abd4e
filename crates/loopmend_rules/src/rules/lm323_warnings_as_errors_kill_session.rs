use loopmend_core::Level;

use crate::configuration::ConfigurationContext;
use crate::context::Report;
use crate::option_edits::{has_neutral_word, state_fixture_loop_scope};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    overrides: &[],
    same_as: &[],
    checks: &[Check::Configuration(check)],
};

fn check(context: &mut ConfigurationContext) {
    if !context.settings.dies_of_unset_option() {
        return;
    }
    let filters = context.configuration.option("filterwarnings").map(|option| option.span);
    let message = "pytest ends with an internal error before it collects a test: warnings are errors, and \
                   `asyncio_default_fixture_loop_scope` is not set";
    let report = Report::new(filters.unwrap_or_else(|| context.section()), message).note(
        "set it, to `function` if no fixture says otherwise; pytest-asyncio warns as long as it is not set",
    );
    // Only what changes nothing may be said before the override is seen to.
    if !has_neutral_word(context) && context.has_ignored_override() {
        context.report(
            report.note("what it has to say depends on the override of `event_loop`: see to that first"),
        );
        return;
    }
    context.report(report.fix(state_fixture_loop_scope(context)));
}
