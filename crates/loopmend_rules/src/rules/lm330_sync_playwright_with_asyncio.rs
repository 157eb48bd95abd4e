use loopmend_core::Level;

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Never,
    overrides: &[],
    same_as: &[],
    checks: &[Check::File(check_file)],
};

fn check_file(context: &mut Context) {
    for found in context.file.sync_browser_tests() {
        let message = format!(
            "the async test `{}` asks for `{}` of pytest-playwright, whose API is plain: its event loop is running where the test's should start",
            found.test.name, found.fixture
        );
        let report = Report::new(found.test.header, message)
            .in_symbol(found.test.symbol.clone())
            .note("make it a plain `def`, or take the fixture from pytest-playwright-asyncio")
            .note("that loop runs up to the end of the session: async tests behind it fail too");
        context.report(report);
    }
}
