use loopmend_core::Level;
use loopmend_semantic::suite::{Mismatch, MismatchEnd};

use crate::configuration::ConfigurationContext;
use crate::context::Report;
use crate::rule::{Check, RuleSpec};

pub(crate) const RULE: RuleSpec =
    RuleSpec { level: Level::Error, checks: &[Check::Configuration(check)], ..RuleSpec::DEFAULT };

fn check(context: &mut ConfigurationContext) {
    let Some(Mismatch { plugin, pytest, end }) = context.mismatch() else { return };
    let (what, text, remedy) = match end {
        MismatchEnd::Collection => (
            "no test file can be collected",
            "'FixtureManager' object has no attribute '_arg2fixturedefs'",
            "upgrade pytest-asyncio to 1.3 or newer, or use pytest 8",
        ),
        MismatchEnd::Packages => (
            "the session ends at the first directory with an `__init__.py`",
            "'Package' object has no attribute 'obj'",
            "upgrade pytest-asyncio to 0.23.6 or newer",
        ),
        MismatchEnd::AsyncFixtures => (
            "every test with an async fixture ends in an error",
            "'FixtureDef' object has no attribute 'unittest'",
            "upgrade pytest-asyncio to 0.23.6 or newer, or use 0.21.2",
        ),
    };
    let message = format!("pytest-asyncio {plugin} does not work with pytest {pytest}: {what}");
    let report =
        Report::new(context.section(), message).note(format!("pytest reports `{text}`")).help(remedy);
    context.report(report);
}
