mod unfinished_result;

use loopmend_core::{Applicability, Edit, Fix, Level, Span};

use crate::context::{Context, Report};
use crate::coroutine::obstacle_to_async;
use crate::rule::{Check, FixAvailability, RuleSpec};
use unfinished_result::UnfinishedResult;

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in unfinished_result::unfinished_results(context.file) {
        let callee = context.file.slice(found.call.callee);
        let callee = if found.task == found.created {
            "result of a new task".to_owned()
        } else {
            format!("`{callee}()`")
        };
        let message = format!("{callee} raises an InvalidStateError: the task has not run yet");
        let fix = fix(context, &found);
        let report = Report::at_call(context, &found.call, message).confidence(found.confidence).note_at(
            context.place(found.created),
            "the task is created here, and nothing is awaited in between",
        );
        context.report(report.fix_or_help(fix, "await the task first"));
    }
}

/// Turns `task.result()` into `await task`.
fn fix(context: &Context, found: &UnfinishedResult) -> Option<Fix> {
    let call = &found.call;
    let used = context.file.value_use(call.span);
    if !found.can_be_awaited || obstacle_to_async(context.file, &used).is_some() {
        return None;
    }
    let (open, close) = if used.needs_parentheses { ("(await ", ")") } else { ("await ", "") };
    let behind = Span::new(found.task.end, call.span.end);
    let edits = vec![Edit::insertion(call.span.start, open), Edit::replacement(behind, close)];
    Some(Fix::new("await the task", Applicability::Unsafe, edits))
}
