use loopmend_core::{Applicability, Confidence, Edit, Fix, Level, Span};
use loopmend_semantic::UnrunFixture;

use crate::context::{Context, Report};
use crate::edits::line_ending;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    overrides: &[],
    same_as: &[],
    checks: &[Check::File(check_file)],
};

fn check_file(context: &mut Context) {
    for found in context.file.unrun_fixtures() {
        let confidence = match found.plugin {
            Some(_) => Confidence::Certain,
            None => Confidence::Likely,
        };
        let report = Report::new(found.fixture.header, message(&found))
            .in_symbol(found.fixture.symbol.clone())
            .confidence(confidence)
            .note_at(context.place(found.user.header), format!("`{}` asks for it", found.user.name))
            .fix(fix(context, &found))
            .note("in its strict mode pytest-asyncio runs fixtures of `@pytest_asyncio.fixture` only");
        context.report(report);
    }
}

fn message(found: &UnrunFixture) -> String {
    let name = &found.fixture.name;
    let what = if found.is_generator { "an async generator" } else { "a coroutine" };
    format!("nothing runs the async fixture `{name}`: tests get {what} instead of its value")
}

/// The decorator of pytest-asyncio, where the file has `import pytest` on a line of its own for the import to stand below.
fn fix(context: &Context, found: &UnrunFixture) -> Option<Fix> {
    const PYTEST: &str = "pytest";
    let text = context.file.text();
    found.plugin.as_ref()?;
    if !context.file.slice(found.decorator).starts_with("pytest.fixture") {
        return None;
    }
    let start = found.decorator.start;
    let mut edits = vec![Edit::replacement(Span::new(start, start + PYTEST.len() as u32), "pytest_asyncio")];
    if !context.file.imports_module("pytest_asyncio") {
        edits.push(Edit::insertion(
            context.file.end_of_import("pytest")?,
            format!("{}import pytest_asyncio", line_ending(text)),
        ));
    }
    Some(Fix::new("use the decorator of pytest-asyncio", Applicability::Unsafe, edits))
}
