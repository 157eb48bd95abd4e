mod attribute_uses;
mod run_later;

use loopmend_catalog::{Role, named};
use loopmend_core::{Confidence, Level};
use loopmend_semantic::file::protocol_use::says_async;
use loopmend_semantic::{Assigned, AwaitableSource, Call, Coroutine, File, NameUsed, StatedReturn, UseKind};

use crate::await_edits::{with_await, with_gather};
use crate::context::{Context, Report};
use crate::coroutine::{
    Misuse, advice, await_the_call, consequence, explain_destination, is_known_by_definition,
    is_no_use_of_awaitable, is_stated, is_wrong_use, report, used_here,
};
use crate::detectors::destination::Destination;
use crate::detectors::{awaitable_object, destination};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[
        Check::AssignedCall(check_assigned_call),
        Check::UsedCall(check_used_call),
        Check::ElementCall(check_element_call),
        Check::ArgumentCall(check_argument_call),
        Check::ReturnedCall(check_returned_call),
        Check::CallBesideAwait(check_call_beside_await),
    ],
    ..RuleSpec::DEFAULT
};

/// The name for values that are ignored on purpose.
const DISCARD: &str = "_";

/// The number of uses of a name that are followed back to the coroutine.
const MAX_USES: usize = 100;

/// A name with more uses is not judged, since each of its bindings looks at all of them.
const MAX_USES_OF_NAME: usize = 2_000;

/// Reports a call before `or`, whose coroutine is tested and passed on.
fn check_used_call(context: &mut Context, call: &Call) {
    if !call.is_entered() {
        check_assigned_call(context, call);
    }
}

fn check_assigned_call(context: &mut Context, call: &Call) {
    if call.is_beside_await() {
        return;
    }
    let Some(coroutine) = context.file.coroutine_used(call) else { return };
    let assigned = context.file.assigned(call);
    if !assigned.as_ref().is_some_and(|assigned| assigned.is_awaited)
        && let Some(place) = wrong_place(context, call, &coroutine)
    {
        return report_place(context, call, coroutine, place);
    }
    let Some(assigned) = assigned else { return check_attribute(context, call, coroutine) };
    let has_too_many_uses = assigned.uses().nth(MAX_USES_OF_NAME).is_some();
    if has_too_many_uses || assigned.name == DISCARD && !is_known_by_definition(coroutine.source) {
        return;
    }
    let name = &assigned.name;
    let Some(used) = wrong_use(context, call, &coroutine, &assigned) else {
        return match !assigned.is_awaited && context.file.is_beside_awaited_element(call.span) {
            true => check_beside_element(context, call, coroutine),
            false => check_passed_name(context, call, coroutine, &assigned),
        };
    };
    let early =
        format!("coroutine `{}` is assigned to `{name}` and used before it is awaited", coroutine.name);
    let misuse = Misuse {
        certain: format!("is assigned to `{name}` and never awaited"),
        likely: format!("`{name}` holds the coroutine, not its result"),
    };
    let mut report = report(context, call, coroutine, Some(&misuse));
    if let Some(used) = used {
        report = report.note_at(context.place(used.span), used_here(name, &used.kind));
    }
    let report = match assigned.is_awaited {
        true => report.message(early).help("await the coroutine before this use of its result"),
        false => with_fix(context, call, report),
    };
    context.report(report);
}

/// Reports a coroutine that is stored in an attribute of `self` and only used as another value.
fn check_attribute(context: &mut Context, call: &Call, coroutine: Coroutine) {
    if !is_known_by_definition(coroutine.source) {
        return;
    }
    let Some(uses) = attribute_uses::attribute_uses(context.file, call) else { return };
    let is_wrong = |used: &NameUsed| is_no_use_of_awaitable(context.file, &used.kind, &coroutine);
    if !uses.uses().all(is_wrong) {
        return;
    }
    let fails = |used: &&NameUsed| fails_at(&used.kind) || used.kind == UseKind::Formatting;
    let Some(used) = uses.uses().find(fails) else { return };
    let name = &uses.name;
    let misuse = Misuse {
        certain: format!("is stored in `{name}` and never awaited"),
        likely: format!("`{name}` holds the coroutine, not its result"),
    };
    let report = report(context, call, coroutine, Some(&misuse));
    let report = report.note_at(context.place(used.span), used_here(name, &used.kind));
    context.report(with_fix(context, call, report));
}

/// Reports a coroutine whose name is passed on to a place that needs its result.
fn check_passed_name(context: &mut Context, call: &Call, coroutine: Coroutine, assigned: &Assigned) {
    if assigned.is_awaited {
        return;
    }
    let name = &assigned.name;
    let followed = if is_stated(coroutine.source) { MAX_USES } else { 0 };
    for place in assigned.passed().iter().take(followed) {
        if !context.file.is_coroutine_named_at(call, name, place.start) {
            continue;
        }
        let is_wrong = |file: &File, used: &UseKind| is_no_use_of_awaitable(file, used, &coroutine);
        let Some(destination) = destination::wrong_destination(context.file, call, *place, is_wrong) else {
            continue;
        };
        let misuse = Misuse {
            certain: format!("is assigned to `{name}` and used without `await`"),
            likely: format!("`{name}` holds the coroutine, not its result"),
        };
        let report = report(context, call, coroutine, Some(&misuse));
        let report = report.note_at(context.place(*place), passed_here(name, &destination));
        let report = explain_destination(context, report, destination);
        return context.report(with_fix(context, call, report));
    }
    check_tested_name(context, call, coroutine, assigned);
}

/// Reports a coroutine whose name is tested before it is passed on. What takes it may await it. Nobody tests a coroutine.
fn check_tested_name(context: &mut Context, call: &Call, coroutine: Coroutine, assigned: &Assigned) {
    let name = &assigned.name;
    let Some(used) = assigned.uses().find(|used| is_test(&used.kind)) else { return };
    // A name such as `coro` or `task` is meant to hold one: a comparison asks which.
    if used.kind == UseKind::Comparison && says_async(name) {
        return;
    }
    let is_known = |used: &NameUsed| matches!(&used.kind, UseKind::Attribute(name) if named(name.as_str()).has(Role::CoroutineAttribute));
    if assigned.uses().any(is_known) {
        return;
    }
    if coroutine.source != AwaitableSource::Definition
        || run_later::passes_to_runner(context.file, call, assigned)
        || !context.file.is_coroutine_named_at(call, name, used.span.start)
    {
        return;
    }
    let misuse = Misuse {
        certain: format!("is assigned to `{name}` and tested without `await`"),
        likely: format!("`{name}` holds the coroutine, not its result"),
    };
    let report = report(context, call, coroutine, Some(&misuse))
        .confidence(Confidence::Likely)
        .note_at(context.place(used.span), used_here(name, &used.kind))
        .note(format!("{} at this place", consequence(&used.kind)));
    context.report(with_fix(context, call, report));
}

/// `true` if the result of a use is the same for each coroutine, or is an exception.
fn is_test(used: &UseKind) -> bool {
    match used {
        UseKind::Comparison | UseKind::Condition => true,
        UseKind::Given(function) => named(function.as_str()).has(Role::InspectsClass),
        _ => false,
    }
}

/// The note at the place where a name is passed on.
fn passed_here(name: &str, destination: &Destination) -> String {
    match destination {
        Destination::Return => format!("`{name}` is returned here"),
        Destination::Target { written } => format!("`{written}` receives `{name}` here"),
        Destination::Argument(taken) => format!("`{}` receives `{name}` here", taken.function),
    }
}

/// The place where the coroutine of a call is stored or returned, if its annotation allows no coroutine.
fn wrong_place(context: &mut Context, call: &Call, coroutine: &Coroutine) -> Option<Destination> {
    is_stated(coroutine.source).then(|| destination::wrong_place(context.file, call, call.span))?
}

/// Reports a coroutine that is stored or returned where its result is needed.
fn report_place(context: &mut Context, call: &Call, coroutine: Coroutine, place: Destination) {
    let does = match &place {
        Destination::Target { written } => format!("is stored in `{written}`"),
        Destination::Return | Destination::Argument(_) => "is returned".to_owned(),
    };
    let misuse =
        Misuse { certain: format!("{does} without `await`"), likely: format!("the coroutine {does}") };
    let used = context.file.value_use(call.span);
    let report = report(context, call, coroutine, Some(&misuse));
    let report = explain_destination(context, report, place);
    context.report(with_await(context, call, report, &used));
}

/// The first use of a name that a coroutine cannot have; `Some(None)` if the name has no uses, `None` if its uses may be right.
/// If some uses may be right, one use that certainly fails is enough.
fn wrong_use<'a>(
    context: &mut Context,
    call: &Call,
    coroutine: &Coroutine,
    assigned: &'a Assigned,
) -> Option<Option<&'a NameUsed>> {
    let file = &mut context.file;
    if !assigned.is_open && assigned.uses().all(|used| is_wrong_use(file, &used.kind, coroutine)) {
        return Some(file.first_use_after(call, assigned));
    }
    let fails = |used: &&NameUsed| fails_at(&used.kind) && is_wrong_use(file, &used.kind, coroutine);
    let may_fail: Vec<&NameUsed> = assigned.uses().filter(fails).take(MAX_USES).collect();
    may_fail
        .into_iter()
        .find(|used| {
            file.is_coroutine_named_at(call, &assigned.name, used.span.start)
                || awaitable_object::holds_object_at(file, call, &assigned.name, used.span.start, coroutine)
        })
        .map(Some)
}

/// `true` if a coroutine raises an exception when it is used in this way.
fn fails_at(used: &UseKind) -> bool {
    matches!(
        used,
        UseKind::Attribute(_)
            | UseKind::AsyncIteration
            | UseKind::Call
            | UseKind::Context
            | UseKind::Item
            | UseKind::Iteration
            | UseKind::Operand
            | UseKind::Raising
            | UseKind::Unpacking
    )
}

/// Reports a coroutine that is added to a container of other values.
fn check_argument_call(context: &mut Context, call: &Call) {
    if call.is_beside_await() || context.file.is_inside_runner(call) {
        return;
    }
    let Some(coroutine) = context.file.coroutine_used(call) else { return };
    if let Some(place) = wrong_place(context, call, &coroutine) {
        report_place(context, call, coroutine, place);
    }
}

fn check_element_call(context: &mut Context, call: &Call) {
    let Some(coroutine) = context.file.coroutine_used(call) else { return };
    if let Some(place) = wrong_place(context, call, &coroutine) {
        return report_place(context, call, coroutine, place);
    }
    if is_known_by_definition(coroutine.source) && context.file.is_beside_awaited_element(call.span) {
        return check_beside_element(context, call, coroutine);
    }
    let collected = context.file.collected(call).filter(|assigned| {
        !assigned.is_open && assigned.uses().all(|used| keeps_elements(context.file, &used.kind))
    });
    let Some(assigned) = collected else {
        if is_known_by_definition(coroutine.source) && context.file.loses_element(call.span) {
            report_lost_element(context, call, coroutine);
        }
        return;
    };
    let Assigned { name, is_entry, .. } = assigned;
    let misuse = Misuse {
        certain: format!("is collected in `{name}` and never awaited"),
        likely: format!("`{name}` holds coroutines, not their results"),
    };
    let report = report(context, call, coroutine, Some(&misuse));
    let report = match is_entry {
        true => with_fix(context, call, report),
        false => with_gather(context, call, report, |_, report| {
            report.help(format!("await the collected coroutines: `await asyncio.gather(*{name})`"))
        }),
    };
    context.report(report);
}

/// Reports an element of a display whose elements are used as plain values.
fn report_lost_element(context: &mut Context, call: &Call, coroutine: Coroutine) {
    let misuse = Misuse {
        certain: "is an element of a collection, and used without `await`".to_owned(),
        likely: "the collection holds coroutines, not their results".to_owned(),
    };
    let report = report(context, call, coroutine, Some(&misuse));
    let report = with_gather(context, call, report, |context, report| {
        with_await(context, call, report, &context.file.value_use(call.span))
    });
    context.report(report);
}

/// `true` if this use of a container cannot await its elements.
fn keeps_elements(file: &File, used: &UseKind) -> bool {
    match used {
        UseKind::Condition | UseKind::Comparison | UseKind::Formatting => true,
        UseKind::Given(writer) if writer.contains('.') => true,
        UseKind::Given(function) => {
            named(function.as_str()).has(Role::LooksAtContainer) && file.is_builtin(function)
        }
        UseKind::Attribute(method) => named(method.as_str()).has(Role::KeepsElements),
        _ => false,
    }
}

fn check_returned_call(context: &mut Context, call: &Call) {
    if call.is_beside_await() {
        return;
    }
    let Some(coroutine) = context.file.coroutine_used(call) else { return };
    let Some((name, stated)) = context.file.stated_return(call) else { return };
    let confidence = match stated {
        StatedReturn::Value => coroutine.source.confidence(),
        StatedReturn::Nothing if is_known_by_definition(coroutine.source) => Confidence::Likely,
        StatedReturn::Nothing | StatedReturn::Open => return,
    };
    if run_later::callers_await_again(context.file, call) {
        return;
    }
    let misuse = Misuse {
        certain: format!("is returned from async `{name}` without `await`"),
        likely: format!("async `{name}` returns the coroutine, not its result"),
    };
    let report = report(context, call, coroutine, Some(&misuse))
        .confidence(confidence)
        .note(format!("awaiting `{name}` only returns this coroutine, which has to be awaited again"));
    context.report(with_fix(context, call, report));
}

/// Reports `await f(), g()`, unless the coroutine is unpacked and awaited later.
fn check_beside_element(context: &mut Context, call: &Call, coroutine: Coroutine) {
    if context.file.assigned(call).is_some_and(|assigned| assigned.is_awaited)
        || context.file.is_dropped_in_display(call.span)
    {
        return;
    }
    let report = report(context, call, coroutine, None)
        .confidence(Confidence::Likely)
        .note("the `await` applies only to another element of the tuple");
    context.report(with_fix(context, call, report));
}

fn check_call_beside_await(context: &mut Context, call: &Call) {
    let is_awaited = context.file.assigned(call).is_some_and(|assigned| assigned.is_awaited);
    if is_awaited || context.file.is_inside_runner(call) {
        return;
    }
    let Some(coroutine) = context.file.coroutine_used(call) else { return };
    let report = report(context, call, coroutine, None)
        .note("the `await` applies only to the other branch of the conditional expression");
    context.report(with_fix(context, call, report));
}

fn with_fix(context: &Context, call: &Call, report: Report) -> Report {
    if context.file.can_await(call) {
        report.fix(Some(await_the_call(context, call, false)))
    } else {
        report.help(advice(&context.file.surroundings(call)))
    }
}
