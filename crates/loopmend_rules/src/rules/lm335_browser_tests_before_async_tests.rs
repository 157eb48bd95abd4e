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

/// Every fixture of pytest-playwright's plain API rests on `playwright`.
const HOOK: [&str; 4] = [
    "@pytest.hookimpl(trylast=True)",
    "def pytest_collection_modifyitems(items):",
    "    # a stopgap: the event loop of Playwright runs on to the end of the session, and no async test starts one behind it",
    "    items.sort(key=lambda item: \"playwright\" in getattr(item, \"fixturenames\", ()))",
];

fn check(context: &mut ConfigurationContext) {
    let Some(found) = context.browser_tests_before_async() else { return };
    let (tests, they) = match found.behind.len() {
        1 => ("an async test runs".to_owned(), "it is"),
        count => (format!("{count} async tests run"), "the first is"),
    };
    let message = format!(
        "the event loop of Playwright's plain API runs on from `{}` to the end of the session, and {tests} behind it",
        found.browser
    );
    let report = Report::new(context.section(), message)
        .confidence(Confidence::Likely)
        .note(format!("{they} `{}`; pytest-asyncio cannot start a loop there", found.behind[0]))
        .note(
            "pytest-playwright-asyncio has the same fixtures for async tests, whose loop is that of the test",
        )
        .note("a run of their own for the browser tests, or a hook that puts them last, is a stopgap");
    let fix = put_browser_tests_last(context);
    context.report(report.fix(fix));
}

/// A hook at the end of the `conftest.py` beside the configuration, whose text has to begin with imports that name pytest
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
