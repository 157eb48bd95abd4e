use loopmend_core::{Applicability, Confidence, Fix, Level};
use loopmend_python::is_starred;
use loopmend_semantic::suite::OutlivedLoop;

use crate::context::{Context, Report};
use crate::loop_scope_edits::mark_loop_scope;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.outlived_loops() {
        // The users of a fixture of a `conftest.py` are not resolved.
        let confidence = if found.is_event_loop { Confidence::Likely } else { Confidence::Certain };
        let report = Report::new(found.fixture.header, message(&found))
            .in_symbol(found.fixture.symbol.clone())
            .confidence(confidence)
            .note(reason(&found));
        let fix = state_loop_scope(context, &found);
        context.report(report.fix_or_help(fix, advice(&found)));
    }
}

fn message(found: &OutlivedLoop) -> String {
    format!(
        "fixture `{}` has scope `{}`, but its event loop has scope `{}` (ScopeMismatch)",
        found.fixture.name,
        found.kept.name(),
        found.loop_scope.name()
    )
}

fn reason(found: &OutlivedLoop) -> String {
    let (plugin, scope) = (&found.plugin, found.loop_scope.name());
    match (found.is_event_loop, found.is_by_setting) {
        (true, _) => {
            format!("pytest-asyncio {plugin} runs the fixture on the loop of the fixture `event_loop`")
        }
        (false, true) => format!("`asyncio_default_fixture_loop_scope` is set to `{scope}`"),
        (false, false) => {
            format!("pytest-asyncio {plugin} refuses every test that uses the fixture")
        }
    }
}

fn advice(found: &OutlivedLoop) -> String {
    let kept = found.kept.name();
    match found.is_event_loop {
        true => format!(
            "upgrade to pytest-asyncio 0.24 or newer, and pass `loop_scope=\"{kept}\"` to the decorator"
        ),
        false => format!("pass `loop_scope=\"{kept}\"` to the decorator of the fixture"),
    }
}

/// The fix for a test file: the decorator and the marks of the tests state the scope of the loop.
fn state_loop_scope(context: &Context, found: &OutlivedLoop) -> Option<Fix> {
    if found.is_event_loop {
        return None;
    }
    let code = context.file.code();
    let [decorator] = code.function_with(found.fixture.header)?.decorator_list.as_slice() else {
        return None;
    };
    let call = decorator.expression.as_call_expr()?;
    let states_scope = call.arguments.find_keyword("loop_scope").is_some();
    if states_scope
        || is_starred(&call.arguments)
        || call.arguments.keywords.is_empty()
        || context.file.is_conftest()
    {
        return None;
    }
    let kept = found.kept.name();
    let mut edits = vec![code.add_argument(call, &format!("loop_scope=\"{kept}\""))];
    edits.extend(mark_loop_scope(context, kept)?);
    Some(Fix::new(format!("keep the event loop for the whole {kept}"), Applicability::Unsafe, edits))
}
