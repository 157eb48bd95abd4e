mod future_result;

use loopmend_core::{Applicability, Edit, Fix, Level, Span};

use crate::context::{Context, Report};
use crate::coroutine::{obstacle_to_async, short_callee};
use crate::rule::{Check, FixAvailability, RuleSpec, Runs};
use future_result::FutureResult;

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    runs: Runs::OutsideTests,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in future_result::future_results(context.file) {
        let callee = shortest_callee(context, &found);
        let (message, help) = match found.own {
            Some(_) => (
                format!("{callee} waits forever: its event loop has to run the coroutine and waits here"),
                "`await` the coroutine instead",
            ),
            None => (
                format!("{callee} blocks the event loop until a thread or process has finished"),
                "use `await asyncio.wrap_future(future)` instead",
            ),
        };
        let fix = await_the_coroutine(context, &found).or_else(|| fix(context, &found));
        let report = Report::at_call(context, &found.call, message).confidence(found.confidence);
        context.report(report.fix_or_help(fix, help));
    }
}

/// The called method as it is written, or its name alone where the future is a long expression.
fn shortest_callee(context: &Context, found: &FutureResult) -> String {
    let written = context.on_one_line(found.call.callee).and_then(short_callee);
    let method = Span::new(found.future.end, found.call.callee.end);
    match (written, context.on_one_line(method)) {
        (Some(written), _) => format!("`{written}`"),
        (None, Some(method)) => format!("`{}`", method.trim_start_matches(['.', ' ', ')'])),
        (None, None) => "this call".to_owned(),
    }
}

/// `run_coroutine_threadsafe(work(), asyncio.get_running_loop()).result()` becomes `await work()`.
fn await_the_coroutine(context: &Context, found: &FutureResult) -> Option<Fix> {
    let own = found.own.filter(|own| own.is_made_there && found.can_be_awaited)?;
    let used = context.file.value_use(found.call.span);
    if obstacle_to_async(context.file, &used).is_some() {
        return None;
    }
    let (open, close) = if used.needs_parentheses { ("(await ", ")") } else { ("await ", "") };
    let code = context.file.code_within(found.call.span.start);
    let edits = code.replace_around(found.call.span, own.coroutine, open, close)?;
    Some(Fix::new("`await` the coroutine instead", Applicability::Unsafe, edits.into()))
}

/// Turns `future.result()` into `await asyncio.wrap_future(future)`.
fn fix(context: &Context, found: &FutureResult) -> Option<Fix> {
    let call = &found.call;
    let used = context.file.value_use(call.span);
    let is_possible = found.can_be_awaited && context.file.is_imported(call, "asyncio");
    if !is_possible || obstacle_to_async(context.file, &used).is_some() {
        return None;
    }
    let (open, close) = if used.needs_parentheses { ("(", "))") } else { ("", ")") };
    let behind = Span::new(found.future.end, call.span.end);
    let edits = vec![
        Edit::insertion(call.span.start, format!("{open}await asyncio.wrap_future(")),
        Edit::replacement(behind, close),
    ];
    Some(Fix::new("use `await asyncio.wrap_future(future)` instead", Applicability::Unsafe, edits))
}
