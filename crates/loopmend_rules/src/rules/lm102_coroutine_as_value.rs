use loopmend_core::Level;
use loopmend_semantic::Call;

use crate::context::Context;
use crate::coroutine::{advice, await_the_call, is_no_use_of_awaitable, report, words};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    same_as: &[],
    checks: &[Check::UsedCall(check_used_call)],
};

fn check_used_call(context: &mut Context, call: &Call) {
    if call.is_beside_await() {
        return;
    }
    let Some(coroutine) = context.file.coroutine_used(call) else { return };
    let used = context.file.value_use(call.span);
    if !is_no_use_of_awaitable(context.file, &used.kind, &coroutine) {
        return;
    }
    let mut report = report(context, call, coroutine, Some(&words(&used.kind)));
    if !context.file.can_await(call) {
        report = report.note(advice(&context.file.surroundings(call)));
    } else if used.needs_python_3_11 && !context.file.runs_on_3_11() {
        report = report.note("`await` in a comprehension inside of another one needs Python 3.11");
    } else if used.is_in_generator {
        report =
            report.note("`await` makes an asynchronous generator of the generator expression: use a list");
    } else {
        report = report.fix(Some(await_the_call(context, call, used.needs_parentheses)));
    }
    context.report(report);
}
