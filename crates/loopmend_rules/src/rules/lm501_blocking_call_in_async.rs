use loopmend_core::{Applicability, Edit, Fix, Level, Span};
use loopmend_semantic::{Call, ChainEnd, ControlChain};

use crate::chain;
use crate::context::Context;
use crate::coroutine::obstacle_to_async;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    overrides: &[],
    same_as: &[],
    checks: &[Check::File(check_file)],
};

fn check_file(context: &mut Context) {
    for found in context.file.blocking_calls() {
        let ChainEnd::Blocks { path, instead } = &found.end else { continue };
        let report = chain::report(context, &found, message(context, &found, path))
            .fix(fix(context, &found, path))
            .note(format!("use {instead} instead"));
        context.report(report);
    }
}

fn message(context: &Context, found: &ControlChain, path: &str) -> String {
    let subject = chain::subject(context, found, path);
    format!("{subject} blocks the event loop in the async `{}`", found.around)
}

fn fix(context: &Context, found: &ControlChain, path: &str) -> Option<Fix> {
    let call = &found.call;
    let used = context.file.value_use(call.span);
    let is_direct = found.links.is_empty() && call.is_written() && context.file.is_imported(call, "asyncio");
    if !is_direct
        || !context.file.can_await(call)
        || call.is_entered()
        || obstacle_to_async(context.file, &used).is_some()
    {
        return None;
    }
    let (open, close) = if used.needs_parentheses { ("(", ")") } else { ("", "") };
    let (title, mut edits) = match path {
        "time.sleep" => ("await `asyncio.sleep`", sleep_on_the_loop(call, open)),
        _ if may_run_in_thread(path) => ("call it in a thread", call_in_thread(context, call, open)?),
        _ => return None,
    };
    if !close.is_empty() {
        edits.push(Edit::insertion(call.span.end, close));
    }
    Some(Fix::new(title, Applicability::Unsafe, edits))
}

fn sleep_on_the_loop(call: &Call, open: &str) -> Vec<Edit> {
    vec![Edit::replacement(call.callee, format!("{open}await asyncio.sleep"))]
}

/// `f(x)` becomes `await asyncio.to_thread(f, x)`.
fn call_in_thread(context: &Context, call: &Call, open: &str) -> Option<Vec<Edit>> {
    let arguments = context.file.slice(Span::new(call.callee.end, call.span.end));
    let given = arguments.strip_prefix('(')?;
    let separator = match given.trim_start() {
        rest if rest.starts_with(')') => "",
        _ if given.starts_with(char::is_whitespace) => ",",
        _ => ", ",
    };
    let parenthesis = Span::new(call.callee.end, call.callee.end + 1);
    let begin = format!("{open}await asyncio.to_thread(");
    Some(vec![Edit::insertion(call.span.start, begin), Edit::replacement(parenthesis, separator)])
}

/// Whether what a callable gives may be used in another thread than the one that called it: functions of modules that give no
/// open file or stream, and what reads or writes a whole file.
fn may_run_in_thread(path: &str) -> bool {
    let gives_open_thing = matches!(path, "open" | "io.open" | "httpx.stream" | "os.scandir" | "os.walk");
    let is_of_module = path.split('.').all(|part| part.starts_with(char::is_lowercase));
    let is_whole_file = path
        .strip_prefix("pathlib.Path.")
        .is_some_and(|name| name.starts_with("read_") || name.starts_with("write_"));
    is_whole_file
        || is_of_module && !gives_open_thing && !path.ends_with("connect") && !path.ends_with("connection")
}
