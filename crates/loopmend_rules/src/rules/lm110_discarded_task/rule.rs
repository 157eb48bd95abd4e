use std::collections::BTreeSet;

use loopmend_core::{Applicability, Cause, Confidence, Diagnostic, Edit, Fix, Level, Sighting};
use loopmend_python::ast::{Arguments, Expr};
use loopmend_python::span_of;
use loopmend_semantic::{Call, Loss, LostTask, SlotCall, TaskBody, WaitsFor};

use crate::context::{Context, Report};
use crate::import_edits::import_helper;
use crate::keep_edits::{Starter, keep_named_task, keep_task, start_in_function};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    supersedes: &["lost-task-exception"],
    same_as: &["noqa: RUF006", "ruff: asyncio-dangling-task"],
    checks: &[
        Check::DroppedCall(check_dropped_call),
        Check::AssignedCall(check_assigned_call),
        Check::ArgumentCall(check_contained_call),
        Check::ElementCall(check_contained_call),
        Check::SlotCall(check_slot_call),
        Check::Cause(discarded_everywhere),
        Check::Observed(say),
    ],
    ..RuleSpec::DEFAULT
};

/// The message for an observation of the probe.
fn say(sighting: &Sighting) -> String {
    format!(
        "task running `{}` was garbage-collected before it finished: nothing kept a reference",
        sighting.what
    )
}

fn check_dropped_call(context: &mut Context, call: &Call) {
    let Some(task) = context.file.dropped_task(call) else { return };
    let report = report(context, call, &task);
    let fix = start_in_background(context, call, &task).or_else(|| keep_task(context, call));
    context.report(with_remedy(context, call, report, fix).cause(cause(&task)));
}

/// The note where a task is discarded that a function returns.
const RETURNED: &str = "the task is discarded here";

/// The note where a task of a coroutine function is discarded.
const STARTED: &str = "a task that runs it is discarded here";

/// The number of files that discard tasks of one coroutine function, from which on they have one finding.
const MIN_FILES: usize = 3;

/// The function of the project that starts the task for its callers, or else the coroutine function that the task runs.
fn cause(task: &LostTask) -> Option<Cause> {
    if let Some((path, span)) = task.given_back.clone() {
        let symbol = task.starter.clone().into_owned();
        let message = format!("task returned by `{symbol}` is discarded");
        return Some(Cause { path, span, symbol, message, lead: RETURNED.to_owned(), links: 0 });
    }
    let TaskBody { name, path, header } = task.runs.clone()?;
    let message = format!("task running `{name}` is discarded");
    Some(Cause { path, span: header, symbol: name, message, lead: STARTED.to_owned(), links: 0 })
}

/// The message for such a function, if several calls or enough files discard the task.
fn discarded_everywhere(found: &[Diagnostic]) -> Option<String> {
    let cause = found.first()?.cause.as_ref()?;
    let files: BTreeSet<&str> = found.iter().map(|one| one.path.as_str()).collect();
    let is_one = match cause.lead.as_str() {
        STARTED => files.len() >= MIN_FILES,
        _ => found.len() > 1,
    };
    let (message, count) = (&cause.message, found.len());
    is_one.then(|| format!("{message} by {count} calls and {VANISHES}"))
}

/// `asyncio.create_task(work())` becomes `background(work())`, if fixes may use the helpers.
fn start_in_background(context: &Context, call: &Call, task: &LostTask) -> Option<Fix> {
    const HELPER: &str = "background";
    let code = context.file.code_within(call.span.start);
    let start = code.call_at(call.span)?;
    let is_plain = task.starter == "asyncio.create_task" && takes_call_and_name(&start.arguments);
    if !context.file.may_use_helpers() || !is_plain {
        return None;
    }
    let mut edits = import_helper(context, call, "loopmend.aio", HELPER)?;
    edits.push(Edit::replacement(span_of(&*start.func), HELPER));
    let title = "start the task with `background`, which needs the package `loopmend`";
    Some(Fix::new(title, Applicability::Unsafe, edits))
}

/// `true` if the arguments are a call and at most a `name`.
fn takes_call_and_name(arguments: &Arguments) -> bool {
    matches!(&*arguments.args, [Expr::Call(_)])
        && arguments.keywords.iter().all(|keyword| keyword.arg.as_deref() == Some("name"))
}

fn check_assigned_call(context: &mut Context, call: &Call) {
    let Some(task) = context.file.task_of_short_lived_name(call) else {
        return check_weakly_kept_call(context, call);
    };
    let report = report(context, call, &task);
    let fix = match &task.by {
        Loss::Local(name) => keep_named_task(context, call, name),
        _ => None,
    };
    context.report(with_remedy(context, call, report, fix));
}

fn check_contained_call(context: &mut Context, call: &Call) {
    let Some(task) = context.file.task_of_short_lived_container(call) else {
        return check_weakly_kept_call(context, call);
    };
    let report = report(context, call, &task);
    let report = match &task.by {
        Loss::Container(name) if context.file.can_await(call) => {
            report.help(format!("await the tasks, for example with `asyncio.gather(*{name})`"))
        }
        _ => report.help("keep a reference to each task until it is done"),
    };
    context.report(report);
}

/// Reports a task that is only put into a container with weak references.
fn check_weakly_kept_call(context: &mut Context, call: &Call) {
    let Some(task) = context.file.task_of_weak_container(call) else { return };
    let report = report(context, call, &task);
    context.report(report.help("also put the task into a `set`, and discard it there when it is done"));
}

fn check_slot_call(context: &mut Context, call: &SlotCall) {
    let Some(task) = context.file.task_of_callback(call) else { return };
    let report = report(context, &call.call, &task);
    let fix = keep_in_function(context, call);
    context.report(with_remedy(context, &call.call, report, fix));
}

/// `call_later(1, lambda: asyncio.create_task(work()))` gets a function that keeps the task.
fn keep_in_function(context: &Context, SlotCall { call, .. }: &SlotCall) -> Option<Fix> {
    let code = context.file.code_within(call.span.start);
    let mut lambdas = code.call_at(call.span)?.arguments.args.iter().filter_map(Expr::as_lambda_expr);
    let lambda = lambdas.next().filter(|lambda| lambda.parameters.is_none())?;
    let body = span_of(&*lambda.body);
    if !lambda.body.is_call_expr() || lambdas.next().is_some() || code.has_comment(body) {
        return None;
    }
    let starter = Starter {
        callback: span_of(lambda),
        name: "start_task".to_owned(),
        parameters: "",
        start: code.slice(body).to_owned(),
        needs_asyncio: code.names(body).next() == Some("asyncio"),
    };
    start_in_function(context, call, &starter)
}

/// The consequence of losing the last reference to a task.
const VANISHES: &str = "may be garbage-collected before it finishes";

fn report(context: &Context, call: &Call, task: &LostTask) -> Report {
    let starter = &task.starter;
    let lost = match &task.by {
        Loss::Statement => "is discarded".to_owned(),
        Loss::Callback(slot) => format!("is discarded by `{slot}`"),
        Loss::Local(name) | Loss::Container(name) => format!("is kept only in local `{name}`"),
        Loss::Weak(container) => format!("is put only into `{container}`"),
    };
    let confidence = match task.waits_for {
        WaitsFor::GivenCode => Confidence::Certain,
        WaitsFor::Timers | WaitsFor::Other => Confidence::Likely,
    };
    let message = match task.waits_for {
        WaitsFor::Timers => format!("task from `{starter}` {lost}, so nothing handles its exceptions"),
        WaitsFor::GivenCode | WaitsFor::Other => format!("task from `{starter}` {lost} and {VANISHES}"),
    };
    let report = Report::at_call(context, call, message).confidence(confidence);
    let report = match &task.by {
        Loss::Statement => report,
        Loss::Callback(slot) => report.note(format!("`{slot}` ignores what its callback returns")),
        Loss::Local(name) | Loss::Container(name) => {
            report.note(format!("`{name}` is gone when the function returns"))
        }
        Loss::Weak(container) => report.note(format!("`{container}` has only weak references to its items")),
    };
    match task.waits_for {
        WaitsFor::Timers => report.note(
            "its timers keep this task alive; if it waits for anything else, it may be garbage-collected",
        ),
        WaitsFor::GivenCode | WaitsFor::Other => report.note(WEAK),
    }
}

/// Why a task vanishes.
const WEAK: &str = "the event loop keeps only a weak reference: keep a reference to the task yourself";

/// Adds the fix, or the remedy where there is none.
fn with_remedy(context: &Context, call: &Call, report: Report, fix: Option<Fix>) -> Report {
    let may_wait_for_it = context.file.can_await(call) && context.file.runs_on_3_11();
    match (fix, may_wait_for_it) {
        (None, true) => report.help("keep a reference to the task, or start it in an `asyncio.TaskGroup`"),
        (None, false) => report.help("keep a reference to the task until it is done"),
        (fix, true) => {
            report.note("if the caller can wait, an `asyncio.TaskGroup` also keeps the task").fix(fix)
        }
        (fix, false) => report.fix(fix),
    }
}
