use loopmend_catalog::{Role, named};
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
    fix: FixAvailability::Sometimes,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

/// The fixture that pytest-asyncio 1.0 removed.
const NAME: &str = "event_loop";

fn check_file(context: &mut Context) {
    for found in context.file.loop_requests() {
        let Some((message, confidence)) = message(&found) else { continue };
        // A caller of the test passes a loop to it.
        let is_called = !found.is_fixture && context.file.is_used_by_name(found.function.header);
        let fix = match found.function.is_async {
            _ if is_called => left("other code calls it by its name"),
            _ if found.is_parametrized => {
                left("the `event_loop` fixture has `params`, and tests would run only once without it")
            }
            true => take_running_loop(context, &found)
                .ok_or_else(|| Note::no_edit("the form of its header or body is not supported", None)),
            false => run_instead(context, &found),
        };
        let mut report = Report::new(found.function.header, message)
            .in_symbol(found.function.symbol.clone())
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

/// The message; `None` up to 0.22, whose documentation recommends the fixture.
fn message(found: &LoopRequest) -> Option<(String, Confidence)> {
    let name = &found.function.name;
    match (&found.plugin, found.is_missing) {
        (Some(plugin), _) if found.is_overridden => Some((
            format!("`{name}` requests an override of `event_loop` that pytest-asyncio {plugin} ignores"),
            Confidence::Likely,
        )),
        (Some(plugin), Some(true)) => Some((
            format!(
                "`{name}` requests the fixture `event_loop`, which pytest-asyncio {plugin} does not have"
            ),
            Confidence::Certain,
        )),
        (Some(_), _) if !found.is_deprecated => None,
        _ => Some((
            format!("`{name}` requests the fixture `event_loop`, which pytest-asyncio 1.0 removed"),
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
    let function = context.file.function_shape(header);
    let dropped = function.as_ref().and_then(|function| drop_parameter(context.file.text(), function, NAME));
    let (Some(function), Some(dropped)) = (function, dropped) else {
        return left("the form of its header is not supported");
    };
    if function.body.is_empty() {
        return Ok(without_loop(dropped));
    }
    let is_free =
        |name: &String| name == NAME || name == "self" || named(name.as_str()).has(Role::LooplessFixture);
    if found.is_fixture || !function.parameters.iter().all(|(name, _)| is_free(name)) {
        return left("its value or its parameters may belong to the loop of the suite");
    }
    let Some(run) = context.file.single_run_of_parameter(header, NAME) else {
        return left("it does more with the loop than run one coroutine, once");
    };
    let Some((asyncio, mut edits)) = named_module(context, "asyncio") else {
        return left("the name `asyncio` means something else there");
    };
    if let Some(why) = why_not_run(context, &function, header, (run, &asyncio)) {
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
    Some(Fix::new("use `asyncio.get_running_loop()`", Applicability::Unsafe, edits))
}

/// The edits that bind the loop before the body uses it, where `asyncio` is bound.
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

/// The statement that binds the loop in an async function.
fn binding(asyncio: &str) -> String {
    format!("{NAME} = {asyncio}.get_running_loop()")
}

/// The edit that binds the loop in the first statement, after the documentation.
fn bind_at_top(context: &Context, function: &FunctionShape, binding: &str) -> Option<Edit> {
    let text = context.file.text();
    let first = function.body.first()?;
    let ending = line_ending(text);
    if let Some(indentation) = indentation_before(text, first.start) {
        let defines = ["def ", "async def ", "class ", "@"];
        let is_definition = defines.iter().any(|word| text[first.start as usize..].starts_with(word));
        let blank = if is_definition { ending } else { "" };
        return Some(Edit::insertion(first.start, format!("{binding}{ending}{blank}{indentation}")));
    }
    // The body is on the line of the header.
    let outer = indentation_before(text, function.whole.start)?;
    let indentation = if outer.contains('\t') { format!("{outer}\t") } else { format!("{outer}    ") };
    let header = text.get(..first.start as usize)?.trim_end().len() as u32;
    let statements = format!("{ending}{indentation}{binding}{ending}{indentation}");
    let is_behind_header = text[..header as usize].ends_with(':');
    is_behind_header.then(|| Edit::replacement(Span::new(header, first.start), statements))
}

/// The edit that binds the loop after a statement that imports `asyncio`, before which nothing uses the loop.
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
