use loopmend_core::{Applicability, Edit, Fix, Level, Sighting};
use loopmend_semantic::{Call, Loss, LostTask, NameUse, SlotCall};

use crate::context::{Context, Report};
use crate::edits::{count_name, end_of_line, indentation_of_lone_statement, line_ending};
use crate::keep_edits::{Starter, TASK, TASKS, make_set, start_in_function};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    overrides: &[],
    same_as: &["noqa: RUF006"],
    checks: &[
        Check::DroppedCall(check_dropped_call),
        Check::AssignedCall(check_assigned_call),
        Check::SlotCall(check_slot_call),
        Check::Observed(say),
    ],
};

/// What the probe saw.
fn say(sighting: &Sighting) -> String {
    format!("task of `{}` was garbage-collected before it was done: nobody kept it", sighting.what)
}

fn check_dropped_call(context: &mut Context, call: &Call) {
    let Some(task) = context.file.dropped_task(call) else { return };
    let report = report(context, call, &task);
    let fix = fix(context, call);
    context.report(report.fix(fix));
}

fn check_assigned_call(context: &mut Context, call: &Call) {
    let Some(task) = context.file.task_of_short_lived_name(call) else { return };
    let report = report(context, call, &task);
    context.report(report);
}

fn check_slot_call(context: &mut Context, call: &SlotCall) {
    let Some(task) = context.file.task_of_callback(call) else { return };
    let report = report(context, &call.call, &task);
    let fix = keep_in_function(context, call);
    context.report(report.fix(fix));
}

/// `call_later(1, lambda: asyncio.create_task(work()))` gets a function that keeps the task.
fn keep_in_function(context: &Context, SlotCall { call, .. }: &SlotCall) -> Option<Fix> {
    let shape = context.file.call_shape(call.span)?;
    let arguments = shape.positional.iter();
    let mut lambdas = arguments.filter_map(|it| Some((*it, context.file.lambda_shape(*it)?)));
    let (callback, lambda) = lambdas.next().filter(|(_, lambda)| !lambda.has_parameters)?;
    let start = context.file.slice(lambda.body).to_owned();
    let is_start = start.starts_with("asyncio.create_task(") && lambdas.next().is_none();
    let name = "start_task".to_owned();
    let starter = Starter { callback, name, parameters: "", start };
    if is_start { start_in_function(context, call, &starter) } else { None }
}

fn report(context: &Context, call: &Call, LostTask { starter, by }: &LostTask) -> Report {
    let lost = match by {
        Loss::Statement => "is discarded".to_owned(),
        Loss::Callback(slot) => format!("is discarded by `{slot}`, which calls what starts it"),
        Loss::Local(name) => format!("is kept by `{name}` alone, which is gone when the function returns"),
    };
    let message = format!("task of `{starter}` {lost}: it can be garbage-collected before it is done");
    let report = Report::at_call(context, call, message)
        .note("the event loop keeps only a weak reference to a task; keep the task until it is done");
    let may_wait_for_it = context.file.can_await(call) && context.file.runs_on_3_11();
    if may_wait_for_it {
        report.note(
            "where the caller can wait for it, `asyncio.TaskGroup` keeps it and passes its exception on",
        )
    } else {
        report
    }
}

/// Keeps the task in a set of the module until it is done, as the documentation of
/// `asyncio.create_task` shows.
fn fix(context: &Context, call: &Call) -> Option<Fix> {
    let file = &context.file;
    let text = file.text();
    let indentation = indentation_of_lone_statement(text, call.span)?;
    let in_function = file.surroundings(call).function.is_some();
    if !in_function || !is_free_for_the_task(context, call) {
        return None;
    }
    let ending = line_ending(text);
    let set = make_set(context, call)?;
    let bind = Edit::insertion(call.span.start, format!("{TASK} = "));
    let keep = format!(
        "{ending}{indentation}{TASKS}.add({TASK}){ending}{indentation}{TASK}.add_done_callback({TASKS}.discard)"
    );
    let keep = Edit::insertion(end_of_line(text, call.span.end), keep);
    let edits = set.into_iter().chain([bind, keep]).collect();
    Some(Fix::new("keep the task until it is done", Applicability::Unsafe, edits))
}

/// Whether the name of the task means nothing there, but tasks that are kept in the same way.
fn is_free_for_the_task(context: &Context, call: &Call) -> bool {
    const USES_OF_ONE_KEPT: usize = 3;
    let text = context.file.text();
    let kept = text.matches(&format!("{TASKS}.add({TASK})")).count();
    if count_name(text, TASK) != USES_OF_ONE_KEPT * kept {
        return false;
    }
    let is_kept = |end: &u32| {
        let next_line = end_of_line(text, *end) as usize;
        let rest = text.get(next_line..).unwrap_or_default().trim_start();
        rest.starts_with(&format!("{TASKS}.add({TASK})"))
    };
    match context.file.name_around(call, TASK) {
        NameUse::Free => true,
        NameUse::Bound(ends) => ends.iter().all(is_kept),
        NameUse::Taken => false,
    }
}
