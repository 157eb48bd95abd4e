use loopmend_core::{Applicability, Confidence, Edit, Fix, Level};
use loopmend_semantic::LoopOverride;

use crate::context::{Context, Report};
use crate::fixture_edits::{mark_loop_scope, state_in_fixtures, with_blank_lines};
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
    for found in context.file.loop_overrides() {
        let Some((message, confidence)) = message(&found) else { continue };
        let report = Report::new(found.fixture.header, message)
            .in_symbol(found.fixture.symbol.clone())
            .confidence(confidence)
            .note(advice(&found));
        let fix = state_loop_scope(context, &found);
        context.report(report.fix(fix));
    }
}

/// Up to 0.22 an override is how the plugin wants it.
fn message(found: &LoopOverride) -> Option<(String, Confidence)> {
    match (&found.plugin, found.is_ignored) {
        (Some(plugin), Some(true)) => Some((
            format!("pytest-asyncio {plugin} never calls this `event_loop`: no async test runs on its loop"),
            Confidence::Certain,
        )),
        (Some(plugin), _) if found.is_deprecated => Some((
            format!(
                "`event_loop` is overridden, which pytest-asyncio {plugin} warns of and 1.0 ignores without a word"
            ),
            Confidence::Likely,
        )),
        (Some(_), _) => None,
        (None, _) => Some((
            "`event_loop` is overridden, which pytest-asyncio ignores without a word from 1.0 on".to_owned(),
            Confidence::Likely,
        )),
    }
}

fn advice(found: &LoopOverride) -> String {
    let scope = found.scope.map_or("session", loopmend_semantic::Scope::name);
    match scope {
        "function" => {
            "take the fixture away; another kind of loop comes from `event_loop_policy`, or from the hook \
                       `pytest_asyncio_loop_factories` (1.4)"
                .to_owned()
        }
        scope => format!(
            "from 0.26 on, set `asyncio_default_fixture_loop_scope` and `asyncio_default_test_loop_scope` to `{scope}` \
             instead"
        ),
    }
}

/// In a test file, whose fixtures no other file sees, the marks of its tests state the scope of the loop instead. Nothing
/// else may be done in the fixture than to make a loop and close it.
fn state_loop_scope(context: &Context, found: &LoopOverride) -> Option<Fix> {
    const FORMS: [&str; 3] = ["=asyncio.new_event_loop()", "yield", ".close()"];
    let text = context.file.text();
    let shape = context.file.function_shape(found.fixture.header)?;
    let scope = found.scope.map(loopmend_semantic::Scope::name).filter(|scope| *scope != "function")?;
    let does_only_that = shape.body.len() == FORMS.len()
        && shape
            .body
            .iter()
            .zip(FORMS)
            .all(|(statement, form)| context.file.slice(*statement).replace(' ', "").contains(form));
    let marks = mark_loop_scope(context, scope).filter(|marks| !marks.is_empty())?;
    if context.file.is_conftest() || found.is_ignored != Some(true) || !does_only_that {
        return None;
    }
    let fixture = with_blank_lines(text, shape.whole)?;
    let fixtures = state_in_fixtures(context, scope)?;
    let edits = marks.into_iter().chain(fixtures).chain([Edit::replacement(fixture, "")]).collect();
    Some(Fix::new("state the scope of the loop in the marks", Applicability::Unsafe, edits))
}
