use loopmend_core::Level;

use crate::configuration::ConfigurationContext;
use crate::context::Report;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Never,
    overrides: &[],
    same_as: &[],
    checks: &[Check::Configuration(check)],
};

fn check(context: &mut ConfigurationContext) {
    let Some((plugin, pytest)) = context.settings.incompatible_versions() else { return };
    let message =
        format!("pytest-asyncio {plugin} does not work with pytest {pytest}: no test file can be collected");
    let report = Report::new(context.section(), message)
        .note("it ends in `'FixtureManager' object has no attribute '_arg2fixturedefs'`")
        .note("pytest-asyncio 1.3 and later work with pytest 9, and pytest 8 works with those before");
    context.report(report);
}
