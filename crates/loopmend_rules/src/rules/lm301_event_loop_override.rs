use loopmend_core::{Applicability, Confidence, Edit, FileEdits, Fix, Level};
use loopmend_semantic::{FunctionShape, LoopOverride, Scope};

use crate::context::{Context, Report};
use crate::fixture_edits::{mark_loop_scope, state_in_fixtures};
use crate::option_edits::set_options;
use crate::override_edits::{GivenLoop, given_loop, has_other_uses, removal};
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
        let Some(shape) = context.file.function_shape(found.fixture.header) else { continue };
        // pytest calls one that is for every test, and what it does besides has a use of its own.
        if found.is_autouse && given_loop(context.file, &shape) != Some(GivenLoop::New) {
            continue;
        }
        let report = Report::new(found.fixture.header, message)
            .in_symbol(found.fixture.symbol.clone())
            .confidence(confidence)
            .note(advice(&found));
        let fix = state_loop_scope(context, &found, &shape);
        context.report(report.fix(fix));
    }
}

/// Up to 0.22 an override is how the plugin wants it.
fn message(found: &LoopOverride) -> Option<(String, Confidence)> {
    match (&found.plugin, found.is_ignored) {
        (Some(plugin), Some(true)) if found.is_autouse => Some((
            format!(
                "no async test runs on the loop of this `event_loop`: pytest-asyncio {plugin} asks for no such fixture"
            ),
            Confidence::Certain,
        )),
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
    let scope = found.scope.map_or("session", Scope::name);
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

/// The fixture goes, and what stands elsewhere says its scope: the settings, else the marks of a test file.
fn state_loop_scope(context: &mut Context, found: &LoopOverride, shape: &FunctionShape) -> Option<Fix> {
    let is_plain = found.is_ignored == Some(true)
        && given_loop(context.file, shape).is_some()
        && !has_other_uses(context.file, shape);
    let removal = is_plain.then(|| removal(context.file, shape, found.fixture.header))??;
    state_in_settings(context, found, removal.clone()).or_else(|| state_in_marks(context, found, removal))
}

/// Two settings of pytest-asyncio mean all tests of the suite, as the fixture did, if it is not one of a class.
fn state_in_settings(context: &mut Context, found: &LoopOverride, removal: Edit) -> Option<Fix> {
    let settings = context.file.loop_settings(found.scope)?;
    if settings.options.is_empty() {
        return Some(Fix::new("take the fixture away", Applicability::Unsafe, vec![removal]));
    }
    let is_for_all = context.file.statements_of_class_with(found.fixture.header).is_none();
    let edits = is_for_all
        .then(|| set_options(&settings.configuration, &settings.options, settings.scope.name()))??;
    let fix = Fix::new("set the scope of the loop for all tests", Applicability::Unsafe, vec![removal]);
    Some(fix.and_in(FileEdits::new(settings.path, edits)))
}

/// In a test file, whose fixtures no other file sees, the marks of its tests state the scope of the loop instead.
fn state_in_marks(context: &mut Context, found: &LoopOverride, removal: Edit) -> Option<Fix> {
    let wanted = found.scope.filter(|scope| *scope != Scope::Function)?;
    if context.file.uses_async_fixture_elsewhere(wanted) {
        return None;
    }
    let scope = wanted.name();
    let is_for_all = context.file.statements_of_class_with(found.fixture.header).is_none();
    let marks = mark_loop_scope(context, scope).filter(|marks| is_for_all && !marks.is_empty())?;
    let fixtures = state_in_fixtures(context, scope).filter(|_| !context.file.is_conftest())?;
    let edits = marks.into_iter().chain(fixtures).chain([removal]).collect();
    Some(Fix::new("state the scope of the loop in the marks", Applicability::Unsafe, edits))
}
