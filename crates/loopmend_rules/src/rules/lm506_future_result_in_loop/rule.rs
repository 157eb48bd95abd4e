mod future_result;

use loopmend_core::{Applicability, Edit, Fix, Level, Span};

use crate::chain::callee;
use crate::context::{Context, Report};
use crate::coroutine::obstacle_to_async;
use crate::rule::{Check, FixAvailability, RuleSpec, Runs};
use future_result::FutureResult;

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    runs: Runs::OutsideTests,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in future_result::future_results(context.file) {
        let callee = callee(context, &found.call);
        let message = format!("{callee} blocks the event loop until a thread or process has finished");
        let fix = fix(context, &found);
        let report = Report::at_call(context, &found.call, message).confidence(found.confidence);
        context.report(report.fix_or_help(fix, "use `await asyncio.wrap_future(future)` instead"));
    }
}

/// Turns `future.result()` into `await asyncio.wrap_future(future)`.
fn fix(context: &Context, found: &FutureResult) -> Option<Fix> {
    let call = &found.call;
    let used = context.file.value_use(call.span);
    let is_possible = found.can_be_awaited && context.file.is_imported(call, "asyncio");
    if !is_possible || obstacle_to_async(context.file, &used).is_some() {
        return None;
    }
    let (open, close) = if used.needs_parentheses { ("(", "))") } else { ("", ")") };
    let behind = Span::new(found.future.end, call.span.end);
    let edits = vec![
        Edit::insertion(call.span.start, format!("{open}await asyncio.wrap_future(")),
        Edit::replacement(behind, close),
    ];
    Some(Fix::new("use `await asyncio.wrap_future(future)` instead", Applicability::Unsafe, edits))
}
