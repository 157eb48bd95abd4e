use std::path::Path;

use loopmend_core::{Applicability, Confidence, Edit, FileEdits, Fix, Level, Span};

use crate::configuration::ConfigurationContext;
use crate::context::Report;
use crate::edits::line_ending;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    fix: FixAvailability::Sometimes,
    checks: &[Check::Configuration(check)],
    ..RuleSpec::DEFAULT
};

/// The head of the hook.
const HEAD: &str = "def pytest_collection_modifyitems(";

/// The body of the hook, which puts browser tests last. Every fixture of the synchronous API depends on `playwright`.
const BODY: [&str; 3] = [
    "# a stopgap: Playwright's event loop runs until the session ends,",
    "# and no async test after it can start another one",
    "items.sort(key=lambda item: \"playwright\" in getattr(item, \"fixturenames\", ()))",
];

/// A note names so many files or tests.
const MAX_NAMED: usize = 3;

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
        .note(format!("browser tests are in {}", named(&found.files)))
        .note(format!("pytest-asyncio cannot start a loop for {}", named(&found.behind)))
        .note("pytest-playwright-asyncio has the same fixtures for async tests, on the loop of the test");
    let fix = put_browser_tests_last(context, &found.directory);
    let help = match context.nearest_conftest(&found.directory) {
        Some(_) => "use async Playwright, or run the browser tests last or in a process of their own",
        None => "add a `conftest.py` whose hook puts the browser tests last, or use async Playwright",
    };
    context.report(report.fix_or_help(fix, help));
}

/// The first names of a list, with the number of the others.
fn named(names: &[String]) -> String {
    let first: Vec<String> = names.iter().take(MAX_NAMED).map(|name| format!("`{name}`")).collect();
    let first = first.join(", ");
    match names.len().saturating_sub(MAX_NAMED) {
        0 => first,
        more => format!("{first} and {more} more"),
    }
}

/// The fix that sorts the tests in the nearest `conftest.py`, in its hook or in one that is added to its end
/// (docs.pytest.org/en/stable/reference/reference.html#pytest.hookspec.pytest_collection_modifyitems).
fn put_browser_tests_last(context: &ConfigurationContext, directory: &Path) -> Option<Fix> {
    let (path, source) = context.nearest_conftest(directory)?;
    let text = &source.text;
    let edit = match text.contains(HEAD) {
        true => sort_in_hook(text)?,
        false => add_hook(text),
    };
    let fix = Fix::new("put the browser tests last", Applicability::Unsafe, Vec::new());
    Some(fix.and_in(FileEdits::new(path, vec![edit])))
}

fn add_hook(text: &str) -> Edit {
    let ending = line_ending(text);
    let end = text.trim_end().len() as u32;
    let mut lines = Vec::new();
    // Without the decorator, another plugin may order the tests afterwards.
    if text.lines().any(|line| line.trim_end() == "import pytest") {
        lines.push("@pytest.hookimpl(trylast=True)".to_owned());
    }
    lines.push(format!("{HEAD}items):"));
    lines.extend(BODY.map(|line| format!("    {line}")));
    let before = if end == 0 { String::new() } else { ending.repeat(3) };
    let hook = format!("{before}{}{ending}", lines.join(ending));
    Edit::replacement(Span::new(end, text.len() as u32), hook)
}

/// Sorts the tests at the end of a hook that the text defines at its top level; `None` if that end may not be reached.
fn sort_in_hook(text: &str) -> Option<Edit> {
    let start = text.find(HEAD).filter(|start| *start == 0 || text[..*start].ends_with('\n'))?;
    let mut lines = text[start..].split_inclusive('\n');
    let header = lines.next()?;
    let is_inside = |line: &&str| line.trim().is_empty() || line.starts_with([' ', '\t']);
    let body: String = lines.take_while(is_inside).collect();
    let first = body.lines().find(|line| !line.trim().is_empty())?;
    let indentation = &first[..first.len() - first.trim_start().len()];
    let may_leave = ["return", "yield", "raise"].iter().any(|word| body.contains(word));
    let takes_items = header.trim_end().ends_with(':') && header.contains("items");
    if may_leave || !takes_items {
        return None;
    }
    let ending = line_ending(text);
    let end = start + header.len() + body.trim_end().len();
    let lines = BODY.map(|line| format!("{ending}{indentation}{line}")).concat();
    Some(Edit::insertion(end as u32, lines))
}
