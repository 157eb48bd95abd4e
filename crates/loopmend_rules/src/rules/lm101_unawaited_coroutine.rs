use loopmend_core::Level;
use loopmend_semantic::Call;

use crate::context::Context;
use crate::coroutine::{advice, await_the_call, report};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    same_as: &[
        "type: unused-coroutine",
        "type: unused-awaitable",
        "ty: unused-awaitable",
        "pyright: reportUnusedCoroutine",
    ],
    checks: &[Check::DroppedCall(check_dropped_call)],
};

fn check_dropped_call(context: &mut Context, call: &Call) {
    let Some(coroutine) = context.file.coroutine(call) else { return };
    let report = report(context, call, coroutine, None);
    let report = match context.file.can_await(call) {
        true => report.fix(Some(await_the_call(context, call, false))),
        false => report.note(advice(&context.file.surroundings(call))),
    };
    context.report(report);
}
