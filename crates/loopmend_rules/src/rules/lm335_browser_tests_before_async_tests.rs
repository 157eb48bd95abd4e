use loopmend_core::{Applicability, Confidence, Edit, FileEdits, Fix, Level, Span};

use crate::configuration::ConfigurationContext;
use crate::context::Report;
use crate::edits::line_ending;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Ignore,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    overrides: &[],
    same_as: &[],
    checks: &[Check::Configuration(check)],
};

/// The hook that puts browser tests last. Every fixture of the synchronous API depends on `playwright`.
const HOOK: [&str; 5] = [
    "@pytest.hookimpl(trylast=True)",
    "def pytest_collection_modifyitems(items):",
    "    # a stopgap: Playwright's event loop runs until the session ends,",
    "    # and no async test after it can start another one",
    "    items.sort(key=lambda item: \"playwright\" in getattr(item, \"fixturenames\", ()))",
];

fn check(context: &mut ConfigurationContext) {
    let Some(found) = context.browser_tests_before_async() else { return };
    let tests = match found.behind.len() {
        1 => "an async test runs".to_owned(),
        count => format!("{count} async tests run"),
    };
    let message =
        format!("browser test `{}` keeps an event loop running, and {tests} after it", found.browser);
    let report = Report::new(context.section(), message)
        .confidence(Confidence::Likely)
        .note("the synchronous API of Playwright keeps its loop until the session ends")
        .note(format!("pytest-asyncio cannot start a loop for `{}`", found.behind[0]))
        .note("pytest-playwright-asyncio has the same fixtures for async tests, on the loop of the test");
    let fix = put_browser_tests_last(context);
    let help = "use async Playwright, or run the browser tests last or in a process of their own";
    context.report(report.fix_or_help(fix, help));
}

/// The fix that adds the hook to the end of the `conftest.py` beside the configuration, which has to import pytest
/// (docs.pytest.org/en/stable/reference/reference.html#pytest.hookspec.pytest_collection_modifyitems).
fn put_browser_tests_last(context: &ConfigurationContext) -> Option<Fix> {
    let (path, source) = context.conftest()?;
    let text = &source.text;
    if !text.lines().any(|line| line.trim_end() == "import pytest") {
        return None;
    }
    let ending = line_ending(text);
    let end = text.trim_end().len() as u32;
    let hook = HOOK.map(|line| format!("{ending}{line}")).concat();
    let rest = Span::new(end, text.len() as u32);
    let edits = vec![Edit::replacement(rest, format!("{ending}{ending}{hook}{ending}"))];
    let fix = Fix::new("put the browser tests last", Applicability::Unsafe, Vec::new());
    Some(fix.and_in(FileEdits::new(path, edits)))
}
