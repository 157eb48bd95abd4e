use loopmend_core::Level;
use loopmend_semantic::{Mismatch, MismatchEnd};

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
    let Some(Mismatch { plugin, pytest, end }) = context.mismatch() else { return };
    let (what, text, versions) = match end {
        MismatchEnd::Collection => (
            "no test file can be collected",
            "'FixtureManager' object has no attribute '_arg2fixturedefs'",
            "pytest-asyncio 1.3 and later ask for pytest 9 themselves, and pytest 8 works with those before",
        ),
        MismatchEnd::Packages => (
            "the session ends at the first directory with an `__init__.py`",
            "'Package' object has no attribute 'obj'",
            "pytest-asyncio 0.23.6 and later work with pytest 8",
        ),
        MismatchEnd::AsyncFixtures => (
            "each test of an async fixture ends in an error",
            "'FixtureDef' object has no attribute 'unittest'",
            "pytest-asyncio 0.23.6 and later work with pytest 8, and so does 0.21.2",
        ),
    };
    let message = format!("pytest-asyncio {plugin} does not work with pytest {pytest}: {what}");
    let report = Report::new(context.section(), message).note(format!("it ends in `{text}`")).note(versions);
    context.report(report);
}
