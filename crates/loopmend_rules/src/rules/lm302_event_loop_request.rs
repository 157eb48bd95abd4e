use loopmend_core::{Applicability, Confidence, Edit, Fix, Level, Note, Span};
use loopmend_semantic::{FunctionShape, LoopRequest, NameUse};

use crate::context::{Context, Report};
use crate::edits::{count_name, indentation_before, line_ending};
use crate::import_edits::named_module;
use crate::loop_run_edits::run_edits;
use crate::parameter_edits::drop_parameter;
use crate::rule::{Check, FixAvailability, RuleSpec};
use crate::run_hazards::why_not_run;

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
        // Who calls a test by its name gives it a loop.
        let is_called = !found.is_fixture && context.file.is_used_by_name(found.function.header);
        let fix = match found.function.is_async {
            _ if is_called => left("something calls it by its name"),
            _ if found.is_parametrized => left("the fixture has `params`; without it each test runs once"),
            true => take_running_loop(context, &found)
                .ok_or_else(|| Note::no_edit("how its header or its body is written", None)),
            false => run_instead(context, &found),
        };
        let report = Report::new(found.function.header, message)
            .in_symbol(found.function.symbol.clone())
            .confidence(confidence)
            .note(advice(&found, fix.is_ok()));
        context.report(report.fix_or_why(fix));
    }
}

fn left(why: &str) -> Result<Fix, Note> {
    Err(Note::no_edit(why, None))
}

/// Up to 0.22 asking for the loop is how the plugin wants it.
fn message(found: &LoopRequest) -> Option<(String, Confidence)> {
    let name = &found.function.name;
    match (&found.plugin, found.is_missing) {
        (Some(plugin), _) if found.is_overridden => Some((
            format!(
                "`{name}` asks for an override of `event_loop`, and pytest-asyncio {plugin} runs nothing on that loop"
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

fn advice(found: &LoopRequest, has_fix: bool) -> &'static str {
    match (found.function.is_async, found.is_fixture) {
        (true, _) => "`asyncio.get_running_loop()` gives the loop that it runs on",
        (false, true) => "make it an `async def` with `@pytest_asyncio.fixture`",
        (false, false) if has_fix => {
            "make the test an `async def`, or run what it needs by `asyncio.run(...)`"
        }
        (false, false) => "make the test an `async def`",
    }
}

/// A plain function that runs one thing on the loop, once, runs it by `asyncio.run`. What another fixture gives may belong to the loop of
/// the suite, and then must not be used on a loop of its own.
fn run_instead(context: &mut Context, found: &LoopRequest) -> Result<Fix, Note> {
    let header = found.function.header;
    let function = context.file.function_shape(header);
    let dropped = function.as_ref().and_then(|function| drop_parameter(context.file.text(), function, NAME));
    let (Some(function), Some(dropped)) = (function, dropped) else {
        return left("how its header is written");
    };
    if function.body.is_empty() {
        return Ok(without_loop(dropped));
    }
    let is_free = |name: &String| name == NAME || name == "self" || LOOPLESS.contains(&name.as_str());
    if found.is_fixture || !function.parameters.iter().all(|(name, _)| is_free(name)) {
        return left("what it gives or takes may belong to the loop of the suite");
    }
    let Some(run) = context.file.single_run_of_parameter(header, NAME) else {
        return left("it does more with the loop than to run one thing, once");
    };
    let Some((asyncio, mut edits)) = named_module(context, "asyncio") else {
        return left("`asyncio` is something else there");
    };
    if let Some(why) = why_not_run(context, &function, header, (run, &asyncio)) {
        return left(why);
    }
    let Some(run) = run_edits(context, run, &asyncio) else {
        return left("how the run is written");
    };
    edits.extend(run);
    edits.push(dropped);
    Ok(Fix::new("run it by `asyncio.run`", Applicability::Unsafe, edits))
}

/// A function of documentation alone does nothing with the loop.
fn without_loop(dropped: Edit) -> Fix {
    Fix::new("take the parameter away", Applicability::Unsafe, vec![dropped])
}

/// An async function gets the loop that it runs on in its first statement, if it does anything with it.
fn take_running_loop(context: &Context, found: &LoopRequest) -> Option<Fix> {
    let function = context.file.function_shape(found.function.header)?;
    let dropped = drop_parameter(context.file.text(), &function, NAME)?;
    let (Some(first), Some(last)) = (function.body.first(), function.body.last()) else {
        return Some(without_loop(dropped));
    };
    let mut edits = vec![dropped];
    let body = context.file.slice(Span::new(first.start, last.end));
    if count_name(body, NAME) > 0 {
        edits.extend(bind_loop(context, found.function.header, &function)?);
    }
    Some(Fix::new("take the running loop", Applicability::Unsafe, edits))
}

/// The edits that make the loop a variable before the body uses it, where `asyncio` has a value.
fn bind_loop(context: &Context, header: Span, function: &FunctionShape) -> Option<Vec<Edit>> {
    let file = &context.file;
    match file.name_in_function(header, "asyncio") {
        NameUse::Free => {}
        NameUse::Bound(places) if places.len() == 1 => {
            return Some(vec![bind_behind_import(context, function)?]);
        }
        NameUse::Bound(_) | NameUse::Taken => return None,
    }
    let (asyncio, mut edits) = named_module(context, "asyncio")?;
    if file.name_in_function(header, &asyncio) != NameUse::Free {
        return None;
    }
    edits.insert(0, bind_at_top(context, function, &binding(&asyncio))?);
    Some(edits)
}

/// What gives its value to an async function.
fn binding(asyncio: &str) -> String {
    format!("{NAME} = {asyncio}.get_running_loop()")
}

/// The loop becomes a variable in the first statement, behind the documentation.
fn bind_at_top(context: &Context, function: &FunctionShape, binding: &str) -> Option<Edit> {
    let text = context.file.text();
    let first = function.body.first()?;
    let ending = line_ending(text);
    if let Some(indentation) = indentation_before(text, first.start) {
        return Some(Edit::insertion(first.start, format!("{binding}{ending}{indentation}")));
    }
    // The body stands behind the header.
    let outer = indentation_before(text, function.whole.start)?;
    let indentation = if outer.contains('\t') { format!("{outer}\t") } else { format!("{outer}    ") };
    let header = text.get(..first.start as usize)?.trim_end().len() as u32;
    let statements = format!("{ending}{indentation}{binding}{ending}{indentation}");
    let is_behind_header = text[..header as usize].ends_with(':');
    is_behind_header.then(|| Edit::replacement(Span::new(header, first.start), statements))
}

/// The same behind a statement of the body that imports `asyncio`, before which nothing uses the loop.
fn bind_behind_import(context: &Context, function: &FunctionShape) -> Option<Edit> {
    let file = &context.file;
    let place = function.body.iter().position(|statement| file.slice(*statement) == "import asyncio")?;
    let before = function.body[..place].iter().any(|statement| count_name(file.slice(*statement), NAME) > 0);
    let import = function.body[place];
    let indentation = indentation_before(file.text(), import.start).filter(|_| !before)?;
    Some(Edit::insertion(
        import.end,
        format!("{}{indentation}{}", line_ending(file.text()), binding("asyncio")),
    ))
}
