use loopmend_core::{Applicability, Confidence, Edit, FileEdits, Fix, Level, Note};
use loopmend_python::span_of;
use loopmend_semantic::suite::{FixtureAwaits, UnrunFixture};

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.unrun_fixtures() {
        let confidence = match found.plugin {
            Some(_) if found.is_configured => Confidence::Certain,
            _ => Confidence::Likely,
        };
        let mut report = Report::new(found.fixture.header, message(&found))
            .in_symbol(found.fixture.symbol.clone())
            .confidence(confidence)
            .note(without_plugin(&found))
            .note("in strict mode, pytest-asyncio runs only fixtures with `@pytest_asyncio.fixture`");
        if let Some(place) = &found.user_place {
            report = report.note_at(place.clone(), format!("requested by `{}`", found.user));
        }
        let report = match fix(context, &found) {
            Some(fix) => report.fix_or_why(without_awaits(context, &found, fix)),
            None => report.help("replace the decorator with `@pytest_asyncio.fixture`"),
        };
        context.report(report);
    }
}

fn message(found: &UnrunFixture) -> String {
    let name = &found.fixture.name;
    format!("async fixture `{name}` never runs, so tests do not get its value")
}

/// What pytest does with the fixture.
fn without_plugin(found: &UnrunFixture) -> String {
    let what = if found.is_generator { "an async generator" } else { "a coroutine" };
    format!("pytest passes {what} to the test; pytest 9 raises an error instead")
}

/// The decorator of pytest-asyncio. The file imports it already, or has `import pytest` on a line of its own, above the new import.
fn fix(context: &Context, found: &UnrunFixture) -> Option<Fix> {
    const PLUGIN: &str = "pytest_asyncio";
    let file = &context.file;
    found.plugin.as_ref()?;
    let pytest = file.name_of_module("pytest")?;
    let code = file.code();
    let callee = code.call_at(found.decorator).map_or(found.decorator, |call| span_of(&*call.func));
    let replaced = code.node_at(callee, |node| Some(span_of(&*node.as_expr_attribute()?.value)))?;
    if code.slice(callee) != format!("{pytest}.fixture") {
        return None;
    }
    let plugin = file.name_of_module(PLUGIN);
    let mut edits = vec![Edit::replacement(replaced, plugin.unwrap_or(PLUGIN))];
    if plugin.is_none() {
        let import = format!("{}import {PLUGIN}", code.line_ending());
        edits.push(Edit::insertion(file.end_of_import("pytest")?, import));
    }
    Some(Fix::new("use `@pytest_asyncio.fixture`", Applicability::Unsafe, edits))
}

/// The fix, with the edits that remove `await` in users of the fixture.
fn without_awaits(context: &Context, found: &UnrunFixture, fix: Fix) -> Result<Fix, Note> {
    let awaits = match &found.awaiting {
        FixtureAwaits::At(awaits) => awaits,
        FixtureAwaits::Otherwise(name, place) => {
            return Err(Note::no_edit(&format!("`{name}` runs the coroutine itself"), place.clone()));
        }
    };
    let mut own = fix.edits;
    let mut fix = Fix { edits: Vec::new(), ..fix };
    for (path, places) in awaits {
        let edits = places.iter().map(|place| Edit::replacement(*place, ""));
        if context.is_in_file(path) {
            own.extend(edits);
        } else {
            fix = fix.and_in(FileEdits::new(path, edits.collect()));
        }
    }
    own.sort_by_key(|edit| edit.span);
    Ok(Fix { edits: own, ..fix })
}
