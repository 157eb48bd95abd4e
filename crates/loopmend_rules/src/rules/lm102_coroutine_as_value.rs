use loopmend_core::{Applicability, Edit, Fix, Level, Span};
use loopmend_semantic::{AwaitableSource, Call, Coroutine, File, TakenArgument, UseKind, ValueUse};

use crate::context::{Context, Report};
use crate::coroutine::{
    advice, await_the_call, is_known_by_definition, is_no_use_of_awaitable, obstacle_to_async, report, words,
};
use crate::gather_edits::await_in_list;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    overrides: &[],
    same_as: &[],
    checks: &[
        Check::UsedCall(check_used_call),
        Check::ElementCall(check_element_call),
        Check::ArgumentCall(check_argument_call),
    ],
};

fn check_used_call(context: &mut Context, call: &Call) {
    if call.is_beside_await() {
        return;
    }
    let Some(coroutine) = context.file.coroutine_used(call) else { return };
    // Most of what is entered may be: it is told without the syntax.
    let is_wrong = |used| is_no_use_of_awaitable(context.file, &used, &coroutine);
    if call.is_entered() && ![UseKind::Context, UseKind::AsyncIteration].into_iter().any(is_wrong) {
        return;
    }
    let used = context.file.value_use(call.span);
    if may_be_built_upon(&coroutine, &used) || !is_no_use_of_awaitable(context.file, &used.kind, &coroutine) {
        return;
    }
    let report = report(context, call, coroutine, Some(&words(&used.kind)));
    context.report(with_mend(context, call, report, &used));
}

/// A query is built by call after call and awaited as a whole: that others are awaited at once tells nothing then.
fn may_be_built_upon(coroutine: &Coroutine, used: &ValueUse) -> bool {
    matches!(coroutine.source, AwaitableSource::Consensus { .. })
        && used.awaited_behind.is_some_and(|behind| behind.is_call)
}

/// A container shows its elements where it is formatted, logged or written as JSON.
fn check_element_call(context: &mut Context, call: &Call) {
    let Some(coroutine) = context.file.coroutine_used(call) else { return };
    if context.file.is_inside_runner(call) {
        return;
    }
    let used = match context.file.container_use(call.span) {
        Some(used @ UseKind::Formatting) => used,
        Some(UseKind::Given(writer)) if writer.contains('.') => UseKind::Given(writer),
        _ => return,
    };
    if is_no_use_of_awaitable(context.file, &used, &coroutine) {
        let value = context.file.value_use(call.span);
        let report = report(context, call, coroutine, Some(&words(&used)));
        context.report(with_mend(context, call, report, &value));
    }
}

/// A function of the project that takes its argument for a value.
fn check_argument_call(context: &mut Context, call: &Call) {
    if call.is_beside_await() || !context.file.can_await(call) {
        return;
    }
    let Some(coroutine) = context.file.coroutine_used(call).filter(|it| is_known_by_definition(it.source))
    else {
        return;
    };
    let is_wrong = |file: &File, used: &UseKind| is_no_use_of_awaitable(file, used, &coroutine);
    let Some(taken) = context.file.taken_argument(call, is_wrong) else { return };
    let TakenArgument { function, definition, parameter, used } = taken;
    let given = format!("given to `{function}`");
    let mut report = report(context, call, coroutine, Some(&given));
    report = match (used, definition) {
        (Some((used, span)), _) => {
            let message = format!("here `{parameter}` is {}", words(&used));
            report.note_at(context.place(span), message)
        }
        (None, Some(place)) => {
            report.note_at(place, format!("`{parameter}` is annotated as another value here"))
        }
        (None, None) => report,
    };
    let value = context.file.value_use(call.span);
    context.report(with_mend(context, call, report, &value));
}

fn with_mend(context: &Context, call: &Call, report: Report, used: &ValueUse) -> Report {
    if !context.file.can_await(call) {
        return report.note(advice(&context.file.surroundings(call)));
    }
    if let Some(obstacle) = obstacle_to_async(context.file, used) {
        return match await_in_list(context, call, used.needs_parentheses) {
            Some(fix) => report.fix(Some(fix)),
            None => report.note(obstacle),
        };
    }
    match used.awaited_behind {
        Some(behind) if behind.is_call => {
            report.note("`await` applies to the last call only: put the coroutine with an `await` of its own in parentheses")
        }
        Some(behind) => report.fix(Some(move_the_await(call, behind.keyword))),
        None => report.fix(Some(await_the_call(context, call, used.needs_parentheses))),
    }
}

/// `await f()["a"]` becomes `(await f())["a"]`.
fn move_the_await(call: &Call, keyword: Span) -> Fix {
    let edits = vec![Edit::replacement(keyword, "(await "), Edit::insertion(call.span.end, ")")];
    Fix::new("await the call itself", Applicability::Unsafe, edits)
}
