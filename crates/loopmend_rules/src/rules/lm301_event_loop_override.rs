use loopmend_core::{Confidence, Level};
use loopmend_semantic::{FunctionShape, LoopOverride, Scope};

use crate::context::{Context, Report};
use crate::loop_scope_edits::{can_be_removed, state_instead_of_override};
use crate::override_edits::{GivenLoop, given_loop, loop_besides};
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
        // pytest calls one that is for every test: to make a loop the current one has a use of its own.
        if found.is_autouse && loop_besides(context.file, &shape) != Some(GivenLoop::New) {
            continue;
        }
        if is_like_default(context, &found, &shape) {
            continue;
        }
        let mut report = Report::new(found.fixture.header, message)
            .in_symbol(found.fixture.symbol.clone())
            .confidence(confidence)
            .note(advice(&found));
        if found.is_requested {
            report = report.note("plain tests or fixtures ask for it, and go on being given this loop: what they share with async tests belongs to another one");
        }
        let fix = state_instead_of_override(context, &found, &shape);
        context.report(report.fix_or_why(fix));
    }
}

/// Whether an override that nothing calls gives one test the loop that each test has without it, so that it does no harm. A migration
/// takes it away all the same.
fn is_like_default(context: &mut Context, found: &LoopOverride, shape: &FunctionShape) -> bool {
    let given = given_loop(context.file, shape);
    found.scope == Some(Scope::Function)
        && !(found.is_autouse || found.is_used || found.is_migrated)
        && matches!(given, Some(GivenLoop::New | GivenLoop::MadeCurrent))
        && can_be_removed(context, found, shape)
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
