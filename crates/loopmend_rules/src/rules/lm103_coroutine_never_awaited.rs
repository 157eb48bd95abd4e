use loopmend_core::Level;
use loopmend_semantic::{Assigned, Call, Coroutine};

use crate::context::{Context, Report};
use crate::coroutine::{advice, await_the_call, is_no_use_of_awaitable, report, words};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    same_as: &[],
    checks: &[Check::AssignedCall(check_assigned_call), Check::CallBesideAwait(check_call_beside_await)],
};

fn check_assigned_call(context: &mut Context, call: &Call) {
    if call.is_beside_await() {
        return;
    }
    let Some(coroutine) = context.file.coroutine_used(call) else { return };
    let Some(assigned) = context.file.assigned(call.span) else { return };
    let is_lost =
        assigned.uses.iter().all(|used| is_no_use_of_awaitable(context.file, &used.kind, coroutine.source));
    if is_lost {
        let report = report_assigned(context, call, coroutine, &assigned);
        context.report(with_mend(context, call, report));
    }
}

fn report_assigned(context: &Context, call: &Call, coroutine: Coroutine, assigned: &Assigned) -> Report {
    let Assigned { name, uses } = assigned;
    let report = report(context, call, coroutine, Some(&format!("assigned to `{name}`")));
    match uses.first() {
        Some(used) => {
            report.note_at(context.place(used.span), format!("here `{name}` is {}", words(&used.kind)))
        }
        None => report,
    }
}

fn check_call_beside_await(context: &mut Context, call: &Call) {
    let Some(coroutine) = context.file.coroutine_used(call) else { return };
    let report = report(context, call, coroutine, None)
        .note("`await` in one branch of a conditional expression says nothing of the other");
    context.report(with_mend(context, call, report));
}

fn with_mend(context: &Context, call: &Call, report: Report) -> Report {
    if context.file.can_await(call) {
        report.fix(Some(await_the_call(context, call, false)))
    } else {
        report.note(advice(&context.file.surroundings(call)))
    }
}
