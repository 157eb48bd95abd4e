use loopmend_core::{Applicability, Edit, Fix, Level, Sighting};
use loopmend_semantic::{Call, Coroutine};

use crate::context::{Context, Report};
use crate::coroutine::{advice, await_the_call, report};
use crate::edits::{count_name, end_of_line, indentation_of_lone_statement, line_ending};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    overrides: &[],
    same_as: &[
        "type: unused-coroutine",
        "type: unused-awaitable",
        "ty: unused-awaitable",
        "pyright: reportUnusedCoroutine",
    ],
    checks: &[Check::DroppedCall(check_dropped_call), Check::Observed(say)],
};

/// What the probe saw.
fn say(sighting: &Sighting) -> String {
    format!("coroutine `{}` was never awaited: its body did not run", sighting.what)
}

fn check_dropped_call(context: &mut Context, call: &Call) {
    let Some(coroutine) = context.file.coroutine(call) else {
        return check_dropped_generator(context, call);
    };
    let report = report(context, call, coroutine, None);
    let report = match context.file.can_await(call) {
        true => report.fix(Some(await_the_call(context, call, false))),
        false => report.note(advice(&context.file.surroundings(call))),
    };
    context.report(report);
}

fn check_dropped_generator(context: &mut Context, call: &Call) {
    let Some(Coroutine { name, definition, .. }) = context.file.dropped_generator(call) else { return };
    let message = format!("asynchronous generator `{name}` is made and never run");
    let mut report = Report::at_call(context, call, message);
    if let Some(place) = definition {
        report = report.note_at(place, "declared `async` here, and yields");
    }
    let fix = run_over(context, call);
    context.report(report.note("its body runs only where `async for` runs over it").fix(fix));
}

/// `stream()` becomes an `async for` over it, whose body is empty.
fn run_over(context: &Context, call: &Call) -> Option<Fix> {
    const ITEM: &str = "_";
    let text = context.file.text();
    let indentation = indentation_of_lone_statement(text, call.span)?;
    if !context.file.can_await(call) || count_name(text, ITEM) > 0 || !ends_with(text, call.span.end) {
        return None;
    }
    let inner = if indentation.contains('\t') { "\t" } else { "    " };
    let edits = vec![
        Edit::insertion(call.span.start, format!("async for {ITEM} in ")),
        Edit::insertion(call.span.end, format!(":{}{indentation}{inner}pass", line_ending(text))),
    ];
    Some(Fix::new("run over it", Applicability::Unsafe, edits))
}

/// Whether the line ends there, without a comment.
fn ends_with(text: &str, offset: u32) -> bool {
    end_of_line(text, offset) == offset
}
