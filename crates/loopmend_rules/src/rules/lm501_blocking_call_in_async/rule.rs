mod session;

use loopmend_catalog::{Role, is};
use loopmend_core::{Applicability, Diagnostic, Edit, Fix, Level, Sighting};
use loopmend_semantic::{Call, ChainEnd, ControlChain};

use crate::chain;
use crate::context::Context;
use crate::coroutine::{obstacle_to_async, short_callee};
use crate::follow_edits::{End, make_async};
use crate::import_edits::loop_library;
use crate::rule::{Causes, Check, FixAvailability, RuleSpec};
use crate::thread_edits::{MayChange, call_in_thread, may_move};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    fix: FixAvailability::Sometimes,
    same_as: &[
        "noqa: ASYNC100",
        "noqa: ASYNC101",
        "noqa: ASYNC102",
        "noqa: ASYNC210",
        "noqa: ASYNC212",
        "noqa: ASYNC220",
        "noqa: ASYNC221",
        "noqa: ASYNC222",
        "noqa: ASYNC230",
        "noqa: ASYNC240",
        "noqa: ASYNC250",
        "noqa: ASYNC251",
        "ruff: blocking-http-call-in-async-function",
        "ruff: blocking-http-call-httpx-in-async-function",
        "ruff: create-subprocess-in-async-function",
        "ruff: run-process-in-async-function",
        "ruff: wait-for-process-in-async-function",
        "ruff: blocking-open-call-in-async-function",
        "ruff: blocking-path-method-in-async-function",
        "ruff: blocking-input-in-async-function",
        "ruff: blocking-sleep-in-async-function",
    ],
    checks: &[
        Check::File(check_file),
        Check::Cause(Causes::LastCalls, led_here),
        Check::Decision(session::message),
        Check::Observed(say),
    ],
    ..RuleSpec::DEFAULT
};

/// The message about a call that the probe saw.
fn say(sighting: &Sighting) -> String {
    format!("`{}` blocks the event loop: no other task can run", sighting.what)
}

fn check_file(context: &mut Context) {
    for found in context.file.blocking_calls() {
        let ChainEnd::Blocks { path, instead } = &found.end else { continue };
        let fix = fix(context, &found, path);
        let is_helper = path == FUTURE_RESULT;
        let cause = match is_helper {
            true => None,
            false => chain::cause(context, &found, format!("`{path}` blocks the event loop")),
        };
        let report = chain::report(context, &found, message(context, &found, path))
            .cause(cause)
            .decision(session::decision(path, instead));
        let advice = advice(context, &found, path, instead);
        context.report(report.fix_or_help(fix, advice));
    }
}

/// Returns the advice for a finding without a fix. A call in a plain function cannot be awaited there.
fn advice(context: &Context, found: &ControlChain, path: &str, instead: &str) -> String {
    let called = short_callee(context.file.slice(found.call.callee));
    match called.filter(|_| !found.links.is_empty() && found.call.is_written()) {
        None => format!("use {instead} instead"),
        Some(called) if instead == IN_THREAD => format!("use `await asyncio.to_thread({called}, ...)`"),
        Some(called) if may_run_in_thread(path) || instead.ends_with(OR_IN_THREAD) => {
            let client = instead.strip_suffix(OR_IN_THREAD).unwrap_or(instead);
            let client = client.strip_suffix(AWAITED).unwrap_or(client);
            format!("call `{called}` by `await asyncio.to_thread(...)`, or make it async with {client}")
        }
        Some(called) => format!("make `{called}` async, and use {instead} there"),
    }
}

/// The message at the blocking call itself.
fn led_here(found: &[Diagnostic]) -> Option<String> {
    let blocks = &found.first()?.cause.as_ref()?.message;
    Some(format!("{blocks}: {}", chain::reached_by(found)))
}

fn message(context: &Context, found: &ControlChain, path: &str) -> String {
    let subject = match found.links.is_empty() {
        true => format!("`{path}`"),
        false => format!("{}, which", chain::first_and_last(context, found, path)),
    };
    format!("{subject} blocks the event loop in async function `{}`", found.around)
}

/// A helper that waits for it may be right in threads, so that each call in an `async` function is a finding.
const FUTURE_RESULT: &str = "concurrent.futures.Future.result";

const SLEEP: &str = "time.sleep";

/// The advice for calls that have no asynchronous form.
const IN_THREAD: &str = "`await asyncio.to_thread(...)`";

/// How the advice for calls that can also be made in a thread ends.
const OR_IN_THREAD: &str = ", or `await asyncio.to_thread(...)`";

/// How the advice for clients whose methods are awaited ends.
const AWAITED: &str = " with `await`";

fn fix(context: &mut Context, found: &ControlChain, path: &str) -> Option<Fix> {
    let call = &found.call;
    if !call.is_written() {
        return None;
    }
    let is_sleep = path == SLEEP;
    if !found.links.is_empty() {
        if is_sleep && let Some(fix) = make_async(context, found, End::Sleep) {
            return Some(fix);
        }
        // A sleep is meant to wait, whatever branches the path has.
        let is_known = found.is_certain || is_sleep && found.calls_exactly;
        let may_change = if found.calls_unbound { MayChange::Given } else { MayChange::Nothing };
        let may_move = is_known && may_run_in_thread(path) && may_move(context, found, may_change);
        return may_move.then(|| call_in_thread(context, call)).flatten();
    }
    match path {
        SLEEP => sleep_on_the_loop(context, call),
        // Entering and leaving the returned object may block as well.
        _ if call.is_entered() => None,
        _ if may_run_in_thread(path) || is_for_all_threads(path) => call_in_thread(context, call),
        _ => None,
    }
}

fn sleep_on_the_loop(context: &Context, call: &Call) -> Option<Fix> {
    let used = context.file.value_use(call.span);
    if !context.file.can_await(call) || call.is_entered() || obstacle_to_async(context.file, &used).is_some()
    {
        return None;
    }
    let (open, close) = if used.needs_parentheses { ("(", ")") } else { ("", "") };
    let (library, mut edits) = loop_library(context, call)?;
    edits.push(Edit::replacement(call.callee, format!("{open}await {library}.sleep")));
    if !close.is_empty() {
        edits.push(Edit::insertion(call.span.end, close));
    }
    Some(Fix::new(format!("use `await {library}.sleep(...)` instead"), Applicability::Unsafe, edits))
}

/// `true` if a method may be called from any thread, whichever created its object.
fn is_for_all_threads(path: &str) -> bool {
    let mut around = path.match_indices('.').map(|(end, _)| &path[..end]);
    is(path, Role::SafeInAnyThread) || around.any(|class| is(class, Role::ThreadSafeClass))
}

/// `true` if the result of a callable may be used in another thread than the one that called it: module-level functions that return no
/// open file or stream, and methods that read or write a whole file.
fn may_run_in_thread(path: &str) -> bool {
    let gives_open_thing = is(path, Role::ReturnsOpenObject);
    let is_of_module = path.split('.').all(|part| part.starts_with(char::is_lowercase));
    let is_whole_file = path
        .strip_prefix("pathlib.Path.")
        .is_some_and(|name| name.starts_with("read_") || name.starts_with("write_"));
    is_whole_file
        || is_of_module && !gives_open_thing && !path.ends_with("connect") && !path.ends_with("connection")
}
