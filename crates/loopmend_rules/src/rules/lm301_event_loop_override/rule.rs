use loopmend_core::{Confidence, Level, Span};
use loopmend_semantic::suite::{LoopOverride, Scope};

use crate::context::{Context, Report};
use crate::loop_scope_edits::{remove_dead_override, state_instead_of_override};
use crate::override_edits::{GivenLoop, lasting_effects, loop_besides};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.loop_overrides() {
        let Some((message, confidence)) = message(&found) else { continue };
        let code = context.file.code();
        let Some(fixture) = code.function_with(found.fixture.header) else { continue };
        if found.is_dead() {
            report_dead(context, &found, lasting_effects(fixture));
            continue;
        }
        // pytest still calls an autouse override, and one that sets the current loop has a use of its own.
        if found.is_autouse && loop_besides(fixture) != Some(GivenLoop::New) {
            continue;
        }
        let mut report = Report::new(found.fixture.header, message)
            .in_symbol(found.fixture.symbol.clone())
            .confidence(confidence)
            .note("since 1.0, pytest-asyncio ignores overrides without a warning: async tests run on another loop");
        if found.is_requested {
            report = report.note(
                "plain tests or fixtures request it and still get this loop; async tests run on another one",
            );
        }
        let fix = state_instead_of_override(context, &found);
        let report = match fix {
            Ok(_) => report,
            Err(_) => report.help(advice(&found)),
        };
        context.report(report.fix_or_why(fix));
    }
}

/// Reports an override that nothing has ever called with this version, at most as a warning. `effects` are its statements that would change
/// something for good.
fn report_dead(context: &mut Context, found: &LoopOverride, effects: Vec<Span>) {
    let Some(plugin) = &found.plugin else { return };
    let message = format!("override of `event_loop` is dead code: pytest-asyncio {plugin} never calls it");
    let mut report = Report::new(found.fixture.header, message)
        .in_symbol(found.fixture.symbol.clone())
        .only_warn()
        .note(format!("its body has never run with pytest-asyncio {plugin}: removing it changes no test"));
    for effect in effects {
        let words = match context.on_one_line(effect) {
            Some(text) => {
                format!("so `{text}` never happens; if tests need it, move it into another fixture")
            }
            None => "so this never happens; if tests need it, move it into another fixture".to_owned(),
        };
        report = report.note_at(context.place(effect), words);
    }
    let fix = remove_dead_override(context, found);
    context.report(report.fix_or_why(fix));
}

/// The message; `None` up to 0.22, whose documentation recommends an override.
fn message(found: &LoopOverride) -> Option<(String, Confidence)> {
    match (&found.plugin, found.is_ignored) {
        (Some(plugin), Some(true)) => Some((
            format!(
                "override of `event_loop` is ignored by pytest-asyncio {plugin}: async tests use another loop"
            ),
            Confidence::Certain,
        )),
        (Some(plugin), _) if found.is_deprecated => Some((
            format!(
                "override of `event_loop` is deprecated in pytest-asyncio {plugin} and ignored from 1.0 on"
            ),
            Confidence::Likely,
        )),
        (Some(_), _) => None,
        (None, _) => Some((
            "override of `event_loop` is ignored by pytest-asyncio 1.0 and newer".to_owned(),
            Confidence::Likely,
        )),
    }
}

fn advice(found: &LoopOverride) -> String {
    let scope = found.scope.map_or("session", Scope::name);
    match scope {
        "function" => {
            "remove the fixture; choose the loop by `event_loop_policy`, from 1.4 on by a loop factory hook"
                .to_owned()
        }
        scope if found.is_deprecated => {
            format!(
                "set pytest's `asyncio_default_fixture_loop_scope`, from 0.26 also `…_test_loop_scope`, to `{scope}`"
            )
        }
        scope => {
            format!(
                "set the pytest options `asyncio_default_fixture_loop_scope` and `…_test_loop_scope` to `{scope}`"
            )
        }
    }
}
