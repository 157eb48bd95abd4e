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

/// The decorator of pytest-asyncio, where the file has it already, or has `import pytest` on a line of its own for the import to stand below.
fn fix(context: &Context, found: &UnrunFixture) -> Option<Fix> {
    const PLUGIN: &str = "pytest_asyncio";
    let file = &context.file;
    found.plugin.as_ref()?;
    let pytest = file.name_of_module("pytest")?;
    if !file.slice(found.decorator).starts_with(&format!("{pytest}.fixture")) {
        return None;
    }
    let plugin = file.name_of_module(PLUGIN);
    let start = found.decorator.start;
    let replaced = Span::new(start, start + pytest.len() as u32);
    let mut edits = vec![Edit::replacement(replaced, plugin.unwrap_or(PLUGIN))];
    if plugin.is_none() {
        let import = format!("{}import {PLUGIN}", line_ending(file.text()));
        edits.push(Edit::insertion(file.end_of_import("pytest")?, import));
    }
    Some(Fix::new("use the decorator of pytest-asyncio", Applicability::Unsafe, edits))
}
