use loopmend_core::{Applicability, Confidence, Edit, Fix, Level, Span};
use loopmend_semantic::{Call, NestedRun};

use crate::context::{Context, Report};
use crate::coroutine::obstacle_to_async;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    overrides: &[],
    same_as: &[],
    checks: &[Check::File(check_file)],
};

fn check_file(context: &mut Context) {
    for found in context.file.nested_runs() {
        let confidence = if found.is_certain { Confidence::Certain } else { Confidence::Likely };
        let mut report = Report::at_call(context, &found.call, message(context, &found))
            .confidence(confidence)
            .fix(fix(context, &found))
            .note("what runs on an event loop awaits, or starts tasks");
        for call in &found.way {
            let symbol = context.file.surroundings(call).symbol;
            let message = format!("`{symbol}` calls {} here", callee(context, call));
            report = report.note_at(context.place(call.span), message);
        }
        context.report(report);
    }
}

fn message(context: &Context, found: &NestedRun) -> String {
    let (name, around) = (found.name, &found.around.symbol);
    let raises = format!("raises in the async `{around}`: an event loop is running there");
    match found.way.is_empty() {
        true => format!("`{name}` {raises}"),
        false => format!("{} leads to `{name}`, which {raises}", callee(context, &found.call)),
    }
}

/// What is called, as it is written, if that stands on one line.
fn callee(context: &Context, call: &Call) -> String {
    match context.file.slice(call.callee) {
        callee if callee.contains('\n') => "this call".to_owned(),
        callee => format!("`{callee}`"),
    }
}

/// Awaits what should be run.
fn fix(context: &Context, found: &NestedRun) -> Option<Fix> {
    let awaitable = found.awaitable?;
    let (before, behind) =
        (Span::new(found.call.span.start, awaitable.start), Span::new(awaitable.end, found.call.span.end));
    let used = context.file.value_use(found.call.span);
    let has_comment = [before, behind].into_iter().any(|span| context.file.slice(span).contains('#'));
    if has_comment || obstacle_to_async(context.file, &used).is_some() {
        return None;
    }
    let (open, close) = if used.needs_parentheses { ("(", ")") } else { ("", "") };
    let edits = vec![Edit::replacement(before, format!("{open}await ")), Edit::replacement(behind, close)];
    Some(Fix::new("await it", Applicability::Unsafe, edits))
}
