use loopmend_catalog::{Role, is};
use loopmend_core::{Confidence, Diagnostic, Fix, Level, Span};
use loopmend_semantic::{Call, ChainEnd, ControlChain, Unawaitable};

use crate::chain;
use crate::context::{Context, Report};
use crate::follow_edits::{End, make_async};
use crate::rule::{Causes, Check, FixAvailability, RuleSpec};
use crate::run_edits::await_what_is_run;
use crate::thread_edits::{MayChange, call_in_thread, may_move};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    supersedes: &["unawaited-coroutine", "blocking-call-in-async", "await-on-non-awaitable"],
    checks: &[Check::File(check_file), Check::Cause(Causes::LastCalls, reached_by_many)],
    ..RuleSpec::DEFAULT
};

/// From this many calls on, one start of a loop that call paths may reach is one finding, at the start.
const MIN_CALLS: usize = 3;

/// It creates an event loop of its own in any thread.
const RUN: &str = "asyncio.run";

fn check_file(context: &mut Context) {
    let mut reported = Vec::new();
    let starts = context.file.nested_starts();
    let unawaitables = if starts.is_empty() { Vec::new() } else { context.file.unawaitables() };
    for found in starts {
        reported.push(found.call.span);
        let ChainEnd::Start { name, awaitable } = found.end else { continue };
        let fix = match awaitable {
            Some(awaitable) => match unawaitables.iter().find(|wrong| wrong.argument == awaitable) {
                Some(wrong) => call_and_await(context, &found.call, wrong),
                None => await_what_is_run(context, &found.call, awaitable),
            },
            None if !found.links.is_empty() && name == RUN => {
                make_async(context, &found, End::Run).or_else(|| in_thread(context, &found))
            }
            None => None,
        };
        let cause = match found.is_certain {
            true => None,
            false => chain::cause(context, &found, format!("`{name}` may be called")),
        };
        let report = chain::report(context, &found, message(context, &found, name)).cause(cause);
        context.report(report.fix_or_help(fix, remedy(name)));
    }
    check_served(context, &reported);
    check_below_async(context, &reported);
    for start in context.file.failing_cell_starts() {
        let fix = start.awaitable.and_then(|awaitable| await_what_is_run(context, &start.call, awaitable));
        let message = format!(
            "`{}` is called while the event loop of the notebook is running (RuntimeError)",
            start.name
        );
        let report = Report::at_call(context, &start.call, message);
        context.report(report.fix_or_help(fix, "`await` the coroutine at the top level of the cell"));
    }
}

/// Reports what runs an event loop by a library, which need not be installed.
fn check_served(context: &mut Context, reported: &[Span]) {
    for served in context.file.served_in_async() {
        if reported.contains(&served.call.span) {
            continue;
        }
        let name = &served.name;
        let (error, help) = match served.is_server {
            true => (
                " (RuntimeError)",
                "call it from a plain function, without `asyncio.run`; in async code use the methods that it calls",
            ),
            false => ("", "use what the library has for async code, or call it in a thread"),
        };
        let message = format!("`{name}` is called while `{}`'s event loop is running{error}", served.around);
        let report = Report::at_call(context, &served.call, message)
            .note(format!("`{name}` starts an event loop of its own"));
        context.report(report.help(help));
    }
}

/// Reports what starts an event loop in a plain function to which async code leads.
fn check_below_async(context: &mut Context, reported: &[Span]) {
    for (place, way) in context.file.starts_below_async() {
        let Some(hop) = way.hops.iter().rev().find(|hop| hop.is_async) else { continue };
        if reported.contains(&place.span) {
            continue;
        }
        let name = place.name;
        let message =
            format!("`{name}` may be called while `{}`'s event loop is running (RuntimeError)", hop.caller);
        let mut report =
            Report::new(place.span, message).in_symbol(place.function.clone()).confidence(Confidence::Likely);
        if let Some(at) = hop.place.clone() {
            report =
                report.note_at(at, format!("async `{}` leads to `{}` from here", hop.caller, place.function));
        }
        context.report(report.help("call the function in a thread: `await asyncio.to_thread(...)`"));
    }
}

/// The message at a start of a loop that several calls may reach.
fn reached_by_many(found: &[Diagnostic]) -> Option<String> {
    let called = &found.first()?.cause.as_ref()?.message;
    let reach = chain::reached_by(found);
    (found.len() >= MIN_CALLS)
        .then(|| format!("{called} while an event loop is running (RuntimeError): {reach}"))
}

/// `asyncio.run(work)` becomes `await work()`. Nothing else that is not awaitable can be awaited instead.
fn call_and_await(context: &Context, call: &Call, wrong: &Unawaitable) -> Option<Fix> {
    if !wrong.can_be_called() {
        return None;
    }
    let mut fix = await_what_is_run(context, call, wrong.argument)?;
    let after = fix.edits.iter_mut().find(|edit| edit.span.start == wrong.argument.end)?;
    after.replacement.insert_str(0, "()");
    Some(fix)
}

fn in_thread(context: &mut Context, found: &ControlChain) -> Option<Fix> {
    may_move(context, found, MayChange::Given).then(|| call_in_thread(context, &found.call)).flatten()
}

fn message(context: &Context, found: &ControlChain, name: &str) -> String {
    let calls = match found.links.is_empty() {
        true => format!("`{name}` is called"),
        false => chain::first_and_last(context, found, name),
    };
    format!("{calls} while `{}`'s event loop is running (RuntimeError)", found.around)
}

fn remedy(name: &str) -> &'static str {
    match name {
        name if is(name, Role::RunsUvicorn) => "`await` the `serve()` method of a `uvicorn.Server` instead",
        "aiohttp.web.run_app" => "start the application with `aiohttp.web.AppRunner` instead",
        "run_forever" => "start tasks on the running event loop instead",
        _ => "`await` the coroutine instead of starting a second event loop",
    }
}
