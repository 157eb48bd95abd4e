mod awaited_chain;

use loopmend_catalog::{Role, named};
use loopmend_core::Level;
use loopmend_semantic::{AwaitableSource, Call, Coroutine, File, UseKind, ValueUse};

use crate::await_edits::{OF_LAST_CALL, explain_refused, refused_argument, with_await};
use crate::context::Context;
use crate::coroutine::{
    Misuse, explain_destination, is_no_use_of_awaitable, is_stated, is_wrong_use, obstacle_to_async, report,
};
use crate::detectors::destination;
use crate::detectors::destination::Destination;
use crate::rule::{Check, FixAvailability, RuleSpec};
use awaited_chain::await_first_call;

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    supersedes: &["coroutine-never-awaited"],
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
    // The name holds the coroutine, and is awaited as one.
    let is_awaited = |file: &File| file.assigned(call).is_some_and(|assigned| assigned.is_awaited);
    if used.kind == UseKind::Fallback && is_awaited(context.file) {
        return;
    }
    if may_be_built_upon(&coroutine, &used) || !is_wrong_use(context.file, &used.kind, &coroutine) {
        return;
    }
    report_value(context, call, coroutine, &used);
}

fn report_value(context: &mut Context, call: &Call, coroutine: Coroutine, used: &ValueUse) {
    let report = report(context, call, coroutine, Some(&Misuse::value(&used.kind)));
    let chain = used.awaited_behind.filter(|behind| behind.is_call && context.file.can_await(call));
    let chain = chain.filter(|_| obstacle_to_async(context.file, used).is_none());
    if let Some(fix) = chain.and_then(|behind| await_first_call(context, call, behind)) {
        return context.report(report.note(OF_LAST_CALL).fix(Some(fix)));
    }
    let report = match refused_argument(context, call) {
        Some(refused) => explain_refused(report, &refused, Some(&used.kind)),
        None => with_await(context, call, report, used),
    };
    context.report(report);
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
        _ => {
            let used = context.file.value_use(call.span);
            if used.kind == UseKind::Key && is_no_use_of_awaitable(context.file, &used.kind, &coroutine) {
                return report_value(context, call, coroutine, &used);
            }
            return report_argument(context, call, coroutine, &used);
        }
    };
    if is_no_use_of_awaitable(context.file, &used, &coroutine) {
        let value = context.file.value_use(call.span);
        let report = report(context, call, coroutine, Some(&Misuse::value(&used)));
        context.report(with_await(context, call, report, &value));
    }
}

/// Reports a coroutine that is passed to a function or class that needs its result, or that a text shows.
fn check_argument_call(context: &mut Context, call: &Call) {
    if call.is_beside_await() || !context.file.can_await(call) || context.file.is_inside_runner(call) {
        return;
    }
    let Some(coroutine) = context.file.coroutine_used(call) else { return };
    let used = context.file.value_use(call.span);
    if is_shown_or_tested(&used.kind) && is_no_use_of_awaitable(context.file, &used.kind, &coroutine) {
        return report_value(context, call, coroutine, &used);
    }
    report_argument(context, call, coroutine, &used);
}

/// Reports a coroutine that a function or class receives as another value.
fn report_argument(context: &mut Context, call: &Call, coroutine: Coroutine, used: &ValueUse) {
    let is_wrong = |file: &File, used: &UseKind| is_no_use_of_awaitable(file, used, &coroutine);
    let taken =
        is_stated(coroutine.source).then(|| destination::wrong_argument(context.file, call.span, is_wrong));
    let Some(taken) = taken.flatten() else { return };
    let misuse = Misuse::value(&UseKind::Given(taken.function.clone()));
    let report = report(context, call, coroutine, Some(&misuse));
    let report = explain_destination(context, report, Destination::Argument(taken));
    context.report(with_await(context, call, report, used));
}

/// `true` if a text shows the argument, or `isinstance` tests it.
fn is_shown_or_tested(used: &UseKind) -> bool {
    match used {
        UseKind::Formatting => true,
        UseKind::Given(function) => named(function.as_str()).has(Role::InspectsClass),
        _ => false,
    }
}
