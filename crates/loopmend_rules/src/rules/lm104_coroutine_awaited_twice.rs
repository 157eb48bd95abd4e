use loopmend_core::Level;
use loopmend_semantic::{AwaitableSource, Call};

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Never,
    overrides: &[],
    same_as: &[],
    checks: &[Check::AssignedCall(check_assigned_call)],
};

fn check_assigned_call(context: &mut Context, call: &Call) {
    let Some(coroutine) = context.file.coroutine_used(call) else { return };
    if coroutine.source != AwaitableSource::Definition {
        return;
    }
    let Some(twice) = context.file.awaited_twice(call) else { return };
    let (coroutine, name) = (&coroutine.name, &twice.name);
    let message = match twice.is_in_next_turn {
        true => format!(
            "coroutine `{coroutine}` is awaited in each turn of a loop: `{name}` is made before the loop"
        ),
        false => format!("coroutine `{coroutine}` is awaited again: `{name}` was awaited before"),
    };
    let mut report = Report::new(twice.again, message).in_symbol(context.file.surroundings(call).symbol);
    if twice.first != twice.again {
        report = report.note_at(context.place(twice.first), "awaited here");
    }
    let report = report
        .note_at(context.place(call.span), "made here")
        .note("a coroutine runs once: call the function again for another one");
    context.report(report);
}
