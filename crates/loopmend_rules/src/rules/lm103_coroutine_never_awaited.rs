use loopmend_catalog::{Role, named};
use loopmend_core::{Confidence, Level};
use loopmend_semantic::{Assigned, Call, Coroutine, File, NameUsed, StatedReturn, UseKind};

use crate::context::{Context, Report};
use crate::coroutine::{
    Misuse, advice, await_the_call, is_known_by_definition, is_no_use_of_awaitable, report, used_here,
};
use crate::gather_edits::gather_list;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[
        Check::AssignedCall(check_assigned_call),
        Check::UsedCall(check_used_call),
        Check::ElementCall(check_element_call),
        Check::ReturnedCall(check_returned_call),
        Check::CallBesideAwait(check_call_beside_await),
    ],
    ..RuleSpec::DEFAULT
};

/// The name for values that are ignored on purpose.
const DISCARD: &str = "_";

/// The number of uses of a name that are followed back to the coroutine.
const MAX_USES: usize = 100;

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
    let Some(assigned) = context.file.assigned(call) else { return };
    if assigned.name == DISCARD && !is_known_by_definition(coroutine.source) {
        return;
    }
    let Some(used) = wrong_use(context, call, &coroutine, &assigned) else { return };
    let name = &assigned.name;
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

/// The first use of a name that a coroutine cannot have; `Some(None)` if the name has no uses, `None` if its uses may be right.
/// If some uses may be right, one use that certainly fails is enough.
fn wrong_use<'a>(
    context: &mut Context,
    call: &Call,
    coroutine: &Coroutine,
    assigned: &'a Assigned,
) -> Option<Option<&'a NameUsed>> {
    let file = &mut context.file;
    let is_wrong = |file: &File, used: &NameUsed| is_no_use_of_awaitable(file, &used.kind, coroutine);
    if !assigned.is_open && assigned.uses().all(|used| is_wrong(file, used)) {
        return Some(assigned.uses().next());
    }
    let may_fail: Vec<&NameUsed> =
        assigned.uses().filter(|used| fails_at(&used.kind) && is_wrong(file, used)).take(MAX_USES).collect();
    may_fail.into_iter().find(|used| file.is_coroutine_where_used(call, &assigned.name, used)).map(Some)
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

fn check_element_call(context: &mut Context, call: &Call) {
    let Some(coroutine) = context.file.coroutine_used(call) else { return };
    let Some(assigned) = context.file.collected(call) else { return };
    if assigned.is_open || !assigned.uses().all(|used| keeps_elements(context.file, &used.kind)) {
        return;
    }
    let Assigned { name, is_entry, .. } = assigned;
    let misuse = Misuse {
        certain: format!("is collected in `{name}` and never awaited"),
        likely: format!("`{name}` holds coroutines, not their results"),
    };
    let report = report(context, call, coroutine, Some(&misuse));
    let report = match context.file.can_await(call) {
        true if is_entry => with_fix(context, call, report),
        true => match gather_list(context, call) {
            Some(fix) => report.fix(Some(fix)),
            None => report.help(format!("await the collected coroutines: `await asyncio.gather(*{name})`")),
        },
        false => report.help(advice(&context.file.surroundings(call))),
    };
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
    let misuse = Misuse {
        certain: format!("is returned from async `{name}` without `await`"),
        likely: format!("async `{name}` returns the coroutine, not its result"),
    };
    let report = report(context, call, coroutine, Some(&misuse))
        .confidence(confidence)
        .note(format!("awaiting `{name}` only returns this coroutine, which has to be awaited again"));
    context.report(with_fix(context, call, report));
}

fn check_call_beside_await(context: &mut Context, call: &Call) {
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
