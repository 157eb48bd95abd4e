use loopmend_core::{Applicability, Edit, Fix, Level, Span};
use loopmend_semantic::{AwaitableSource, Call, Coroutine, File, TakenArgument, UseKind, ValueUse};

use crate::context::{Context, Report};
use crate::coroutine::{
    Misuse, REMEDY_OF_OBSTACLE, advice, await_the_call, is_known_by_definition, is_no_use_of_awaitable,
    obstacle_to_async, report, used_here,
};
use crate::gather_edits::await_in_list;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[
        Check::UsedCall(check_used_call),
        Check::ElementCall(check_element_call),
        Check::ArgumentCall(check_argument_call),
    ],
    ..RuleSpec::DEFAULT
};

fn check_used_call(context: &mut Context, call: &Call) {
    if call.is_beside_await() {
        return;
    }
    let Some(coroutine) = context.file.coroutine_used(call) else { return };
    // Most entered values may be entered: ask this before the syntax is read.
    let is_wrong = |used| is_no_use_of_awaitable(context.file, &used, &coroutine);
    if call.is_entered() && ![UseKind::Context, UseKind::AsyncIteration].into_iter().any(is_wrong) {
        return;
    }
    let used = context.file.value_use(call.span);
    if may_be_built_upon(&coroutine, &used) || !is_no_use_of_awaitable(context.file, &used.kind, &coroutine) {
        return;
    }
    let report = report(context, call, coroutine, Some(&Misuse::value(&used.kind)));
    context.report(with_fix(context, call, report, &used));
}

/// `true` if the value may be a query that is built call by call and awaited as a whole.
fn may_be_built_upon(coroutine: &Coroutine, used: &ValueUse) -> bool {
    matches!(coroutine.source, AwaitableSource::Consensus { .. })
        && used.awaited_behind.is_some_and(|behind| behind.is_call)
}

/// Reports a coroutine in a container that is formatted, logged or written as JSON.
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
        let report = report(context, call, coroutine, Some(&Misuse::value(&used)));
        context.report(with_fix(context, call, report, &value));
    }
}

/// Reports a coroutine that is passed to a function of the project that needs its result.
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
    let misuse = Misuse::value(&UseKind::Given(function));
    let mut report = report(context, call, coroutine, Some(&misuse));
    report = match (used, definition) {
        (Some((used, span)), _) => report.note_at(context.place(span), used_here(&parameter, &used)),
        (None, Some(place)) => {
            report.note_at(place, format!("the annotation of `{parameter}` here does not allow a coroutine"))
        }
        (None, None) => report,
    };
    let value = context.file.value_use(call.span);
    context.report(with_fix(context, call, report, &value));
}

fn with_fix(context: &Context, call: &Call, report: Report, used: &ValueUse) -> Report {
    if !context.file.can_await(call) {
        return report.help(advice(&context.file.surroundings(call)));
    }
    if let Some(obstacle) = obstacle_to_async(context.file, used) {
        return match await_in_list(context, call, used.needs_parentheses) {
            Some(fix) => report.fix(Some(fix)),
            None => report.note(obstacle).help(REMEDY_OF_OBSTACLE),
        };
    }
    match used.awaited_behind {
        Some(behind) if behind.is_call => {
            let report = report.note("the `await` applies only to the last call of the expression");
            report.help("wrap this call in its own parentheses: `(await ...)`")
        }
        Some(behind) => report.fix(Some(move_the_await(call, behind.keyword))),
        None => report.fix(Some(await_the_call(context, call, used.needs_parentheses))),
    }
}

/// `await f()["a"]` becomes `(await f())["a"]`.
fn move_the_await(call: &Call, keyword: Span) -> Fix {
    let edits = vec![Edit::replacement(keyword, "(await "), Edit::insertion(call.span.end, ")")];
    Fix::new("move the `await` to the call", Applicability::Unsafe, edits)
}
