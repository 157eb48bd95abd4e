use loopmend_core::{Applicability, Confidence, Edit, Fix, Level};
use loopmend_semantic::{Call, Coroutine};

use crate::context::{Context, Report};
use crate::coroutine::{advice, explained};
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
    let message = message(context.file.slice(call.callee), &coroutine);
    let mut report = explained(Report::at_call(context, call, message), coroutine);
    if context.file.can_await(call) {
        let await_it = Edit::insertion(call.span.start, "await ");
        report = report.fix(Some(Fix::new("await the call", Applicability::Unsafe, vec![await_it])));
    } else {
        report = report.note(advice(&context.file.surroundings(call)));
    }
    context.report(report);
}

fn message(callee: &str, Coroutine { name, source, .. }: &Coroutine) -> String {
    let is_certain = source.confidence() == Confidence::Certain;
    match (callee.contains('\n'), is_certain) {
        (false, false) => format!("`{callee}(...)` is not awaited, and likely has to be"),
        (true, false) => "a call is not awaited, and likely has to be".to_owned(),
        (false, true) if callee != name => {
            format!("coroutine `{name}` is never awaited: `{callee}(...)` only creates it")
        }
        (_, true) => format!("coroutine `{name}` is never awaited"),
    }
}
