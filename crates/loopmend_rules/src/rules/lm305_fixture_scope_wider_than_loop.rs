use loopmend_core::{Applicability, Confidence, Edit, Fix, Level};
use loopmend_semantic::OutlivedLoop;

use crate::context::{Context, Report};
use crate::loop_scope_edits::mark_loop_scope;
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
    for found in context.file.outlived_loops() {
        // Who uses a fixture of a `conftest.py` is not asked.
        let confidence = if found.is_event_loop { Confidence::Likely } else { Confidence::Certain };
        let report = Report::new(found.fixture.header, message(&found))
            .in_symbol(found.fixture.symbol.clone())
            .confidence(confidence)
            .note(advice(&found));
        let fix = state_loop_scope(context, &found);
        context.report(report.fix(fix));
    }
}

fn message(found: &OutlivedLoop) -> String {
    format!(
        "the fixture `{}` is kept for a {} and its event loop for a {}: pytest gives a ScopeMismatch",
        found.fixture.name,
        found.kept.name(),
        found.loop_scope.name()
    )
}

fn advice(found: &OutlivedLoop) -> String {
    let kept = found.kept.name();
    if found.is_event_loop {
        return format!(
            "its loop is the fixture `event_loop` (pytest-asyncio {}); from 0.24 on `loop_scope=\"{kept}\"` in its decorator keeps the loop as long",
            found.plugin
        );
    }
    let advice = format!(
        "`loop_scope=\"{kept}\"` in its decorator keeps the loop as long (pytest-asyncio {})",
        found.plugin
    );
    match found.is_by_setting {
        true => format!("{advice}; `asyncio_default_fixture_loop_scope` says `{}`", found.loop_scope.name()),
        false => advice,
    }
}

/// The decorator states the scope of the loop; in a test file, the marks of its tests state the same, so that they run on it.
fn state_loop_scope(context: &Context, found: &OutlivedLoop) -> Option<Fix> {
    if found.is_event_loop {
        return None;
    }
    let shape = context.file.function_shape(found.fixture.header)?;
    let [decorator] = shape.decorators.as_slice() else { return None };
    let call = context.file.call_shape(*decorator)?;
    let states_scope = call.keywords.iter().any(|(name, _)| name == "loop_scope");
    let last = call.keywords.last().filter(|_| !states_scope && !call.is_starred)?;
    let kept = found.kept.name();
    let mut edits = vec![Edit::insertion(last.1.end, format!(", loop_scope=\"{kept}\""))];
    if context.file.is_conftest() {
        return None;
    }
    edits.extend(mark_loop_scope(context, kept)?);
    Some(Fix::new(format!("keep the loop for the {kept}"), Applicability::Unsafe, edits))
}
