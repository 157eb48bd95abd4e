use loopmend_core::{Applicability, Confidence, Edit, Fix, Level};
use loopmend_python::ast::Expr;
use loopmend_python::{binds_name, is_starred, span_of};
use loopmend_semantic::suite::{OutlivedLoop, Scope};

use crate::context::{Context, Report};
use crate::fixture_edits::named_plugin;
use crate::loop_scope_edits::{add_loop_scope, mark_loop_scope, marks_of};
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
    let mut edits = use_plugin(context, &call.func)?;
    edits.push(code.add_argument(call, &format!("loop_scope=\"{kept}\"")));
    let has_marks = !marks_of(&code).is_empty();
    // A loop of a class is for tests of that class only.
    if !has_marks && found.kept == Scope::Class {
        return None;
    }
    edits.extend(if has_marks { mark_loop_scope(context, kept)? } else { add_loop_scope(context, kept)? });
    edits.sort_by_key(|edit| edit.span);
    Some(Fix::new(format!("keep the event loop for the whole {kept}"), Applicability::Unsafe, edits))
}

/// The edits that make a decorator one of pytest-asyncio: that of pytest takes no `loop_scope`. `None` if it is written in another way.
fn use_plugin(context: &Context, decorator: &Expr) -> Option<Vec<Edit>> {
    const PLUGIN: &str = "pytest_asyncio";
    let code = context.file.code();
    let Expr::Attribute(attribute) = decorator else {
        let name = code.text_of(decorator);
        let is_of_plugin = code.imports_from(&[PLUGIN]).any(|import| binds_name(import, name));
        return is_of_plugin.then(Vec::new);
    };
    let module = code.text_of(&*attribute.value);
    if context.file.name_of_module(PLUGIN) == Some(module) {
        return Some(Vec::new());
    }
    if context.file.name_of_module("pytest") != Some(module) {
        return None;
    }
    let (plugin, mut edits) = named_plugin(context, PLUGIN)?;
    edits.push(Edit::replacement(span_of(&*attribute.value), plugin));
    Some(edits)
}
