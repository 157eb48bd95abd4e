use loopmend_core::{Confidence, Level, Span};
use loopmend_python::ast::AnyNodeRef;
use loopmend_python::span_of;
use loopmend_semantic::file::lost_task::At;
use loopmend_semantic::{Assigned, Call, File, NameUsed, StatedReturn, UseKind, ValueUse};

use crate::await_edits::with_await;
use crate::context::{Context, Report};
use crate::coroutine::{refusal, short_callee, used_here};
use crate::detectors::awaitable_object::AwaitableObject;
use crate::detectors::{awaitable_object, task_group};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[
        Check::UsedCall(check_used_call),
        Check::AssignedCall(check_assigned_call),
        Check::ElementCall(check_assigned_call),
        Check::DroppedCall(check_dropped_call),
        Check::ReturnedCall(check_returned_call),
    ],
    ..RuleSpec::DEFAULT
};

/// The number of uses of a name that are followed back to the object.
const MAX_USES: usize = 100;

fn check_used_call(context: &mut Context, call: &Call) {
    if call.is_beside_await() || call.is_entered() {
        return;
    }
    let Some(object) = awaitable_object::awaitable_object(context.file, call) else { return };
    let used = context.file.value_use(call.span);
    // The name holds the object, and is awaited as one.
    let is_awaited = |file: &File| file.assigned(call).is_some_and(|assigned| assigned.is_awaited);
    if used.kind == UseKind::Fallback && is_awaited(context.file) {
        return;
    }
    if !awaitable_object::lacks_use(context.file, &object, &used.kind) {
        return check_assigned_call(context, call);
    }
    let misused = format!("is used without `await`: {}", consequence(&object, &used.kind));
    let report = report(context, call, &object, &misused);
    context.report(with_remedy(context, call, &object, report, &used));
}

fn check_assigned_call(context: &mut Context, call: &Call) {
    if call.is_beside_await() {
        return;
    }
    let Some(object) = awaitable_object::awaitable_object(context.file, call) else { return };
    let Some(assigned) = context.file.assigned(call) else { return };
    let Some(used) = wrong_use(context, call, &object, &assigned) else { return };
    let name = &assigned.name;
    if object.is_future {
        return report_use(context, call, &object, name, used);
    }
    let reason = consequence(&object, &used.kind);
    let misused = format!("is assigned to `{name}` and used without `await`: {reason}");
    let report = report(context, call, &object, &misused);
    let report = report.note_at(context.place(used.span), used_here(name, &used.kind));
    let value = context.file.value_use(call.span);
    context.report(with_remedy(context, call, &object, report, &value));
}

/// Reports a task or future where its name is used: it goes on by itself, and may be awaited there.
fn report_use(context: &mut Context, call: &Call, object: &AwaitableObject, name: &str, used: &NameUsed) {
    let noun = noun(object);
    let message = format!("{noun} `{name}` is used without `await`: {}", consequence(object, &used.kind));
    // Such a use does not fail.
    let is_quiet = matches!(used.kind, UseKind::Comparison | UseKind::Formatting);
    let report = Report::new(used.span, message)
        .in_symbol(context.file.surroundings(call).symbol)
        .confidence(if is_quiet { Confidence::Likely } else { object.confidence })
        .note_at(context.place(call.span), format!("the {noun} is created here"));
    let remedy = if is_of_ended_group(context, call, used.span) {
        format!("call `{name}.result()`: the task is done after the `async with`")
    } else {
        format!("await the {noun}, or call its `result()` once it is done")
    };
    context.report(report.help(remedy));
}

/// Returns whether a call creates a task of a task group whose `async with` ends before a place.
fn is_of_ended_group(context: &mut Context, call: &Call, place: Span) -> bool {
    let (module, summary) = (context.file.module(), context.file.summary());
    let Some((group, _)) = summary.method_call(call.site.expression) else { return false };
    let name = context.file.slice(summary.span(group));
    let code = context.file.code_within(call.span.start);
    let ends_before = |node: AnyNodeRef| {
        let Some(with) = node.as_stmt_with().filter(|with| with.is_async) else { return false };
        let mut names = with.items.iter().filter_map(|item| item.optional_vars.as_deref());
        span_of(*with).end <= place.start && names.any(|bound| code.text_of(bound) == name)
    };
    code.nodes_around(call.span).into_iter().any(ends_before)
        && task_group::is_task_group(context.file, At { module, scope: call.site.scope, expression: group })
}

/// The first use of a name that the object cannot have. Where the name is only tested, compared, shown or a key, all its uses have to be
/// wrong: such a use does no harm by itself.
fn wrong_use<'a>(
    context: &mut Context,
    call: &Call,
    object: &AwaitableObject,
    assigned: &'a Assigned,
) -> Option<&'a NameUsed> {
    let file = &mut context.file;
    // Iterating over a future that is done gives no items, and does not fail.
    let may_be_right = |used: &&NameUsed| match used.kind {
        UseKind::Condition | UseKind::Fallback | UseKind::Comparison | UseKind::Formatting | UseKind::Key => {
            true
        }
        UseKind::Iteration | UseKind::Unpacking => object.is_future && assigned.is_open,
        _ => false,
    };
    let fails: Vec<&NameUsed> = assigned.uses().filter(|used| !may_be_right(used)).take(MAX_USES).collect();
    let failing = fails.into_iter().find(|used| {
        awaitable_object::lacks_use(file, object, &used.kind)
            && awaitable_object::is_awaitable_object_at(file, call, &assigned.name, used.span.start, object)
    });
    if failing.is_some() || assigned.is_open {
        return failing;
    }
    // A container of futures by their keys may be awaited.
    let is_shown_alone = assigned.uses().all(|used| used.kind == UseKind::Formatting);
    let first = assigned.uses().find(|used| used.kind != UseKind::Key).filter(|_| !is_shown_alone)?;
    if !awaitable_object::is_awaitable_object_at(file, call, &assigned.name, first.span.start, object) {
        return None;
    }
    assigned.uses().all(|used| awaitable_object::lacks_use(file, object, &used.kind)).then_some(first)
}

/// Reports a future that an `async def` returns, whose annotation says that it returns something else.
fn check_returned_call(context: &mut Context, call: &Call) {
    if call.is_beside_await() {
        return;
    }
    let Some((name, StatedReturn::Value)) = context.file.stated_return(call) else { return };
    // A decorator may await what the function returns.
    if has_decorator(context.file, call) {
        return;
    }
    let Some(object) = awaitable_object::returned_future(context.file, call) else { return };
    let report = report(context, call, &object, &format!("is returned from async `{name}` without `await`"))
        .note("the annotation of its result does not allow it there");
    let used = context.file.value_use(call.span);
    context.report(with_remedy(context, call, &object, report, &used));
}

/// Returns whether the function around a call has a decorator.
fn has_decorator(file: &File, call: &Call) -> bool {
    let summary = file.summary();
    summary.enclosing_function(call.scope()).is_some_and(|id| summary.function(id).decorators.len > 0)
}

/// Reports an object that is made and never awaited.
fn check_dropped_call(context: &mut Context, call: &Call) {
    let Some(object) = awaitable_object::awaitable_object(context.file, call) else { return };
    if !object.is_made || awaitable_object::may_start_without_await(context.file, call, &object) {
        return;
    }
    let report = report(context, call, &object, "is never awaited").confidence(Confidence::Likely);
    let used = context.file.value_use(call.span);
    context.report(with_remedy(context, call, &object, report, &used));
}

fn report(context: &Context, call: &Call, object: &AwaitableObject, misused: &str) -> Report {
    let callee = short_callee(context.file.slice(call.callee));
    let of = callee.map_or_else(|| "this call".to_owned(), |callee| format!("`{callee}`"));
    let message = format!("{} from {of} {misused}", noun(object));
    let report = Report::at_call(context, call, message).confidence(object.confidence);
    match &object.definition {
        Some(place) if !object.is_future => {
            report.note_at(place.clone(), format!("`{}` is awaited for its value", object.name))
        }
        _ => report,
    }
}

fn with_remedy(
    context: &Context,
    call: &Call,
    object: &AwaitableObject,
    report: Report,
    used: &ValueUse,
) -> Report {
    match object.is_future {
        true => report.help(format!("await the {}, or call its `result()` once it is done", noun(object))),
        false => with_await(context, call, report, used),
    }
}

/// The words for the object: a task, a future, or its class.
fn noun(object: &AwaitableObject) -> String {
    match (object.is_future, object.name.as_str()) {
        (true, "Task") => "task".to_owned(),
        (true, _) => "future".to_owned(),
        (false, name) => format!("`{name}` object"),
    }
}

/// The consequence of a use that needs the value.
fn consequence(object: &AwaitableObject, used: &UseKind) -> String {
    let it = format!("a {}", noun(object));
    refusal(&it, used).unwrap_or_else(|| match used {
        UseKind::Given(function) => format!("`{function}` receives {it}, not its value"),
        _ => format!("{it} is used, not its value"),
    })
}
