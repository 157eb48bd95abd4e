use loopmend_core::{Confidence, Level};

use crate::configuration::ConfigurationContext;
use crate::context::Report;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Ignore,
    since: "0.1.0",
    fix: FixAvailability::Never,
    overrides: &[],
    same_as: &[],
    checks: &[Check::Configuration(check)],
};

fn check(context: &mut ConfigurationContext) {
    let Some(found) = context.browser_tests_before_async() else { return };
    let (tests, they) = match found.behind {
        1 => ("an async test runs".to_owned(), "it is"),
        count => (format!("{count} async tests run"), "the first is"),
    };
    let message = format!(
        "the event loop of Playwright's plain API runs on from `{}` to the end of the session, and {tests} behind it",
        found.browser
    );
    let report = Report::new(context.section(), message)
        .confidence(Confidence::Likely)
        .note(format!("{they} `{}`; pytest-asyncio cannot start a loop there", found.first))
        .note(
            "pytest-playwright-asyncio has the same fixtures for async tests, whose loop is that of the test",
        )
        .note("a run of their own for the browser tests, or a hook that puts them last, is a stopgap");
    context.report(report);
}
