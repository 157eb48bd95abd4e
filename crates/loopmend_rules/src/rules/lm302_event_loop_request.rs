use loopmend_core::{Applicability, Confidence, Edit, Fix, Level, Span};
use loopmend_semantic::{FunctionShape, LoopRequest};

use crate::context::{Context, Report};
use crate::edits::{count_name, indentation_before, line_ending};
use crate::import_edits::import_module;
use crate::loop_run_edits::run_edits;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    overrides: &[],
    same_as: &[],
    checks: &[Check::File(check_file)],
};

/// The fixture that is gone.
const NAME: &str = "event_loop";

/// Fixtures of pytest, which belong to no event loop (docs.pytest.org/en/stable/reference/fixtures.html).
const LOOPLESS: [&str; 10] = [
    "cache",
    "capfd",
    "caplog",
    "capsys",
    "monkeypatch",
    "pytestconfig",
    "recwarn",
    "request",
    "tmp_path",
    "tmp_path_factory",
];

fn check_file(context: &mut Context) {
    for found in context.file.loop_requests() {
        let Some((message, confidence)) = message(&found) else { continue };
        let report = Report::new(found.function.header, message)
            .in_symbol(found.function.symbol.clone())
            .confidence(confidence)
            .note(advice(&found));
        let fix = match found.function.is_async {
            true => take_running_loop(context, &found),
            false => run_instead(context, &found),
        };
        context.report(report.fix(fix));
    }
}

/// Up to 0.22 asking for the loop is how the plugin wants it.
fn message(found: &LoopRequest) -> Option<(String, Confidence)> {
    let name = &found.function.name;
    match (&found.plugin, found.is_missing) {
        (Some(plugin), _) if found.is_overridden => Some((
            format!(
                "`{name}` asks for an override of `event_loop`, and pytest-asyncio {plugin} runs it on another loop"
            ),
            Confidence::Likely,
        )),
        (Some(plugin), Some(true)) => Some((
            format!(
                "`{name}` asks for the fixture `event_loop`, which pytest-asyncio {plugin} does not have"
            ),
            Confidence::Certain,
        )),
        (Some(_), _) if found.is_deprecated && !found.function.is_async => Some((
            format!(
                "`{name}` asks for `event_loop`, which is gone from pytest-asyncio 1.0 on; no warning says so in plain functions"
            ),
            Confidence::Likely,
        )),
        (Some(_), _) if !found.is_deprecated => None,
        _ => Some((
            format!("`{name}` asks for the fixture `event_loop`, which is gone from pytest-asyncio 1.0 on"),
            Confidence::Likely,
        )),
    }
}

fn advice(found: &LoopRequest) -> &'static str {
    match (found.function.is_async, found.is_fixture) {
        (true, _) => "`asyncio.get_running_loop()` gives the loop that it runs on",
        (false, true) => "make it an `async def` with `@pytest_asyncio.fixture`",
        (false, false) => "make the test an `async def`, or run what it needs by `asyncio.run(...)`",
    }
}

/// A plain function that runs one thing on the loop runs it by `asyncio.run`. What another fixture gives may belong to the loop of
/// the suite, and then must not be used on a loop of its own.
fn run_instead(context: &mut Context, found: &LoopRequest) -> Option<Fix> {
    let function = context.file.function_shape(found.function.header)?;
    let dropped = without_parameter(&function)?;
    let run = context.file.single_run_of_parameter(found.function.header, NAME)?;
    let is_free = |name: &String| name == NAME || name == "self" || LOOPLESS.contains(&name.as_str());
    let takes_more = !function.parameters.iter().all(|(name, _)| is_free(name));
    if found.is_fixture || takes_more {
        return None;
    }
    let mut edits = import_module(context, "asyncio")?;
    edits.extend(run_edits(context, run)?);
    edits.push(Edit::replacement(dropped, ""));
    Some(Fix::new("run it by `asyncio.run`", Applicability::Unsafe, edits))
}

/// An async function gets the loop that it runs on in its first statement, if it does anything with it.
fn take_running_loop(context: &Context, found: &LoopRequest) -> Option<Fix> {
    let text = context.file.text();
    let function = context.file.function_shape(found.function.header)?;
    let mut edits = vec![Edit::replacement(without_parameter(&function)?, "")];
    let (first, last) = (function.body.first()?, function.body.last()?);
    if count_name(context.file.slice(Span::new(first.start, last.end)), NAME) > 0 {
        if binds_asyncio(context.file.slice(Span::new(first.start, last.end))) {
            return None;
        }
        let is_docstring = context.file.slice(*first).starts_with(['"', '\'']);
        let first = function.body.get(usize::from(is_docstring))?;
        let indentation = indentation_before(text, first.start)?;
        let statement = format!("{NAME} = asyncio.get_running_loop(){}{indentation}", line_ending(text));
        edits.push(Edit::insertion(first.start, statement));
        edits.extend(import_module(context, "asyncio")?);
    }
    Some(Fix::new("take the running loop", Applicability::Unsafe, edits))
}

/// Whether the text of a body may make `asyncio` a name of its own, which has no value before its first statement.
fn binds_asyncio(body: &str) -> bool {
    ["import asyncio", "global asyncio", "asyncio =", "as asyncio"].iter().any(|form| body.contains(form))
}

/// What is taken away so that a function has no parameter `event_loop`.
fn without_parameter(function: &FunctionShape) -> Option<Span> {
    let place = function.parameters.iter().position(|(name, _)| name == NAME)?;
    let spans: Vec<Span> = function.parameters.iter().map(|(_, span)| *span).collect();
    Some(match (place.checked_sub(1).map(|before| spans[before]), spans.get(place + 1)) {
        (_, Some(next)) => Span::new(spans[place].start, next.start),
        (Some(before), None) => Span::new(before.end, spans[place].end),
        (None, None) => spans[place],
    })
}
