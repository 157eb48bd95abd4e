mod current_loop;

mod run_hazards;

use loopmend_catalog::{Role, named};
use loopmend_core::{Applicability, Confidence, Decision, Diagnostic, Edit, Fix, Level, Note, Span};
use loopmend_python::ast::StmtFunctionDef;
use loopmend_python::{Code, after_docstring, span_of};
use loopmend_semantic::NameUse;
use loopmend_semantic::suite::LoopRequest;

use crate::context::{Context, Report};
use crate::detectors::{private_function, single_run};
use crate::import_edits::named_module;
use crate::loop_run_edits::run_edits;
use crate::rule::{Check, FixAvailability, RuleSpec};
use run_hazards::why_not_run;

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    needs_reaching_test: true,
    checks: &[Check::File(check_file), Check::Decision(report_requests)],
    ..RuleSpec::DEFAULT
};

/// The fixture that pytest-asyncio 1.0 removed.
const NAME: &str = "event_loop";

fn check_file(context: &mut Context) {
    for found in context.file.loop_requests() {
        let Some((requested, confidence)) = requested(&found) else { continue };
        // A caller of the test passes a loop to it.
        let is_called =
            !found.is_fixture && private_function::is_used_by_name(context.file, found.function.header);
        let fix = match found.function.is_async {
            _ if is_called => left("other code calls it by its name"),
            _ if found.is_parametrized => {
                left("the `event_loop` fixture has `params`, and tests would run only once without it")
            }
            true => take_running_loop(context, &found)
                .ok_or_else(|| Note::no_edit("the form of its header or body is not supported", None)),
            false => run_instead(context, &found),
        };
        let message = format!("`{}` requests {requested}", found.function.name);
        let mut report = Report::new(found.function.header, message)
            .in_symbol(found.function.symbol.clone())
            .decision(Some(Decision { key: requested.clone(), subject: requested }))
            .confidence(confidence);
        if let Some(reason) = reason(&found) {
            report = report.note(reason);
        }
        if fix.is_err() {
            report = report.help(advice(&found));
        }
        context.report(report.fix_or_why(fix));
    }
}

fn left(why: &str) -> Result<Fix, Note> {
    Err(Note::no_edit(why, None))
}

/// The message for all requests of a project, which break with one version of pytest-asyncio.
fn report_requests(found: &[Diagnostic]) -> Option<String> {
    let (requested, requests) = (&found.first()?.decision.as_ref()?.subject, found.len());
    (requests > 1).then(|| format!("{requests} functions request {requested}"))
}

/// The requested fixture and what became of it; `None` up to 0.22, whose documentation recommends the fixture.
fn requested(found: &LoopRequest) -> Option<(String, Confidence)> {
    match (&found.plugin, found.is_missing) {
        (Some(plugin), _) if found.is_overridden => Some((
            format!("an override of `event_loop` that pytest-asyncio {plugin} ignores"),
            Confidence::Likely,
        )),
        (Some(plugin), Some(true)) => Some((
            format!("the fixture `event_loop`, which pytest-asyncio {plugin} does not have"),
            Confidence::Certain,
        )),
        (Some(_), _) if !found.is_deprecated => None,
        _ => Some((
            "the fixture `event_loop`, which pytest-asyncio 1.0 removed".to_owned(),
            Confidence::Likely,
        )),
    }
}

/// The consequence of the request.
fn reason(found: &LoopRequest) -> Option<String> {
    match (&found.plugin, found.is_missing) {
        (Some(_), _) if found.is_overridden => {
            Some("async tests and fixtures run on another loop than the requested one".to_owned())
        }
        (Some(_), Some(true)) => Some("pytest reports `fixture 'event_loop' not found`".to_owned()),
        (Some(plugin), _) if found.is_deprecated && !found.function.is_async => {
            Some(format!("pytest-asyncio {plugin} does not warn about it in plain functions"))
        }
        (None, _) => Some(
            "with pytest-asyncio 1.0 and newer, pytest reports `fixture 'event_loop' not found`".to_owned(),
        ),
        _ => None,
    }
}

fn advice(found: &LoopRequest) -> &'static str {
    match (found.function.is_async, found.is_fixture) {
        (true, _) => "call `asyncio.get_running_loop()` in the function instead",
        (false, true) => "make the fixture an `async def` with `@pytest_asyncio.fixture`",
        (false, false) => "make the test an `async def`",
    }
}

/// The edits that let a plain function run its only coroutine with `asyncio.run`. The value of another fixture may belong to the loop of
/// the suite, and must not be used on a new loop then.
fn run_instead(context: &mut Context, found: &LoopRequest) -> Result<Fix, Note> {
    let header = found.function.header;
    let code = context.file.code();
    let function = code.function_with(header);
    let dropped = function.and_then(|function| code.remove_parameter(function, NAME));
    let (Some(function), Some(dropped)) = (function, dropped) else {
        return left("the form of its header is not supported");
    };
    if after_docstring(&function.body).is_empty() {
        return Ok(without_loop(dropped));
    }
    let is_free = |name: &str| name == NAME || name == "self" || named(name).has(Role::LooplessFixture);
    if found.is_fixture || !function.parameters.iter().all(|parameter| is_free(parameter.name())) {
        return left("its parameters, or what it creates, may belong to the event loop of the tests");
    }
    let Some(run) = single_run::single_run_of_parameter(context.file, header, NAME) else {
        return left("it does more with the loop than run one coroutine, once");
    };
    let Some((asyncio, mut edits)) = named_module(context, "asyncio") else {
        return left("the name `asyncio` means something else there");
    };
    if let Some(why) = why_not_run(context, (&code, function), header, (run, &asyncio)) {
        return left(why);
    }
    let Some(run) = run_edits(context, run, &asyncio) else {
        return left("the form of the call is not supported");
    };
    edits.extend(run);
    edits.push(dropped);
    Ok(Fix::new("run the coroutine with `asyncio.run`", Applicability::Unsafe, edits))
}

/// The fix for a function whose body is documentation alone.
fn without_loop(dropped: Edit) -> Fix {
    Fix::new("remove the parameter", Applicability::Unsafe, vec![dropped])
}

/// The fix for an async function: its first statement binds the running loop, if the body uses the loop.
fn take_running_loop(context: &Context, found: &LoopRequest) -> Option<Fix> {
    let code = context.file.code();
    let function = code.function_with(found.function.header)?;
    let mut edits = vec![code.remove_parameter(function, NAME)?];
    let body = after_docstring(&function.body);
    if body.is_empty() {
        return edits.pop().map(without_loop);
    }
    if body.iter().any(|statement| code.mentions(span_of(statement), NAME) > 0) {
        edits.extend(bind_loop(context, &code, found.function.header)?);
    }
    Some(Fix::new("use `asyncio.get_running_loop()`", Applicability::Unsafe, edits))
}

/// The edits that bind the loop before the body uses it, where `asyncio` is bound.
fn bind_loop(context: &Context, code: &Code, header: Span) -> Option<Vec<Edit>> {
    let file = &context.file;
    let function = code.function_with(header)?;
    match file.name_in_function(header, "asyncio") {
        NameUse::Free => {}
        NameUse::Bound(places) if places.len() == 1 => {
            return Some(vec![bind_after_import(code, function)?]);
        }
        NameUse::Bound(_) | NameUse::Taken => return None,
    }
    let (asyncio, mut edits) = named_module(context, "asyncio")?;
    if file.name_in_function(header, &asyncio) != NameUse::Free {
        return None;
    }
    edits.insert(0, code.insert_at_top(function, &binding(&asyncio))?);
    Some(edits)
}

/// The statement that binds the loop in an async function.
fn binding(asyncio: &str) -> String {
    format!("{NAME} = {asyncio}.get_running_loop()")
}

/// The edit that binds the loop after a statement that imports `asyncio`, before which nothing uses the loop.
fn bind_after_import(code: &Code, function: &StmtFunctionDef) -> Option<Edit> {
    let body = after_docstring(&function.body);
    let place = body.iter().position(|statement| code.text_of(statement) == "import asyncio")?;
    let (before, import) = (&body[..place], span_of(&body[place]));
    let is_used_before = before.iter().any(|statement| code.mentions(span_of(statement), NAME) > 0);
    let indentation = code.indentation(import.start).filter(|_| !is_used_before)?;
    code.insert_after(import.end, indentation, &[&binding("asyncio")])
}
