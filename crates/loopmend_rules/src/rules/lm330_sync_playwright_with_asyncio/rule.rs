use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec};

pub(crate) const RULE: RuleSpec =
    RuleSpec { level: Level::Error, checks: &[Check::File(check_file)], ..RuleSpec::DEFAULT };

fn check_file(context: &mut Context) {
    for found in context.file.sync_browser_tests() {
        let message = format!(
            "async test `{}` requests `{}` from pytest-playwright, which has a synchronous API",
            found.test.name, found.fixture
        );
        let report = Report::new(found.test.header, message)
            .in_symbol(found.test.symbol.clone())
            .note("that API keeps an event loop running on the main thread, so the test's loop cannot start")
            .note("the loop runs until the session ends: later async tests fail too")
            .help("make the test a plain `def`, or use the fixture of pytest-playwright-asyncio");
        context.report(report);
    }
}
