use std::collections::BTreeSet;

use loopmend_core::{Cause, Confidence, Diagnostic, Fix, Level, Sighting};
use loopmend_semantic::{Call, Loss, LostTask, SlotCall, TaskBody, WaitsFor};

use crate::context::{Context, Report};
use crate::keep_edits::{Starter, keep_named_task, keep_task, start_in_function};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    overrides: &["lost-task-exception"],
    same_as: &["noqa: RUF006", "ruff: asyncio-dangling-task"],
    checks: &[
        Check::DroppedCall(check_dropped_call),
        Check::AssignedCall(check_assigned_call),
        Check::SlotCall(check_slot_call),
        Check::Cause(discarded_everywhere),
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
    let fix = keep_task(context, call);
    context.report(report.fix(fix).cause(cause(&task)));
}

/// What is said where a task is discarded that a function returns.
const RETURNED: &str = "it is discarded here";

/// What is said where a task of a coroutine function is discarded.
const STARTED: &str = "a task of it is discarded here";

/// From so many files on that discard tasks of one coroutine function, it is one habit.
const MANY_FILES: usize = 3;

/// Where a function of the project starts the task for its callers; else the coroutine function that the task runs.
fn cause(task: &LostTask) -> Option<Cause> {
    if let Some((path, span)) = task.given_back.clone() {
        let symbol = task.starter.clone().into_owned();
        let message = format!("task that `{symbol}` returns is discarded");
        return Some(Cause { path, span, symbol, message, lead: RETURNED.to_owned(), links: 0 });
    }
    let TaskBody { name, path, header } = task.runs.clone()?;
    let message = format!("task of `{name}` is discarded");
    Some(Cause { path, span: header, symbol: name, message, lead: STARTED.to_owned(), links: 0 })
}

/// What is said of such a function if several calls of it discard the task, or many files.
fn discarded_everywhere(found: &[Diagnostic]) -> Option<String> {
    let cause = found.first()?.cause.as_ref()?;
    let files: BTreeSet<&str> = found.iter().map(|one| one.path.as_str()).collect();
    let is_one = match cause.lead.as_str() {
        STARTED => files.len() >= MANY_FILES,
        _ => found.len() > 1,
    };
    let (message, count) = (&cause.message, found.len());
    is_one.then(|| format!("{message} by {count} calls: it can be garbage-collected before it is done"))
}

fn check_assigned_call(context: &mut Context, call: &Call) {
    let Some(task) = context.file.task_of_short_lived_name(call) else { return };
    let report = report(context, call, &task);
    let fix = match &task.by {
        Loss::Local(name) => keep_named_task(context, call, name),
        Loss::Statement | Loss::Callback(_) => None,
    };
    context.report(report.fix(fix));
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
    let is_start = context.file.call_shape(lambda.body).is_some() && lambdas.next().is_none();
    let name = "start_task".to_owned();
    let starter = Starter { callback, name, parameters: "", start };
    if is_start { start_in_function(context, call, &starter) } else { None }
}

fn report(context: &Context, call: &Call, task: &LostTask) -> Report {
    let starter = &task.starter;
    let lost = match &task.by {
        Loss::Statement => "is discarded".to_owned(),
        Loss::Callback(slot) => format!("is discarded by `{slot}`, which calls what starts it"),
        Loss::Local(name) => format!("is kept by `{name}` alone, which is gone when the function returns"),
    };
    let vanishes = "it can be garbage-collected before it is done";
    let (harm, confidence, note) = match task.waits_for {
        WaitsFor::Timers => (
            "nobody sees how it ends",
            Confidence::Likely,
            "only the timers that it waits for keep it; a task that waits for anything else can be garbage-collected",
        ),
        WaitsFor::GivenCode => (
            vanishes,
            Confidence::Certain,
            "the event loop keeps only a weak reference to a task; keep the task until it is done",
        ),
        WaitsFor::Other => (
            vanishes,
            Confidence::Likely,
            "the event loop keeps only a weak reference to a task; unless something else keeps what it waits for, keep \
             the task until it is done",
        ),
    };
    let report = Report::at_call(context, call, format!("task of `{starter}` {lost}: {harm}"))
        .confidence(confidence)
        .note(note);
    let may_wait_for_it = context.file.can_await(call) && context.file.runs_on_3_11();
    if may_wait_for_it {
        report.note(
            "where the caller can wait for it, `asyncio.TaskGroup` keeps it and passes its exception on",
        )
    } else {
        report
    }
}
