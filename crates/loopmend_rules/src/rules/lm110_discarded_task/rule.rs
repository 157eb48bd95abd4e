use std::collections::BTreeSet;

use loopmend_core::{Applicability, Cause, Confidence, Decision, Diagnostic, Edit, Fix, Level, Sighting};
use loopmend_python::ast::{Arguments, Expr};
use loopmend_python::span_of;
use loopmend_semantic::{Call, Loss, LostTask, OwnWait, SlotCall, TaskBody};

use crate::context::{Context, Report};
use crate::import_edits::import_helper;
use crate::keep_edits::{Starter, keep_named_task, keep_task, start_in_function};
use crate::rule::{Causes, Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    has_strict_conditions: true,
    supersedes: &["lost-task-exception"],
    same_as: &["noqa: RUF006", "ruff: asyncio-dangling-task"],
    checks: &[
        Check::DroppedCall(check_dropped_call),
        Check::AssignedCall(check_assigned_call),
        Check::ArgumentCall(check_contained_call),
        Check::ElementCall(check_contained_call),
        Check::SlotCall(check_slot_call),
        Check::Cause(Causes::Tasks, discarded_everywhere),
        Check::Decision(lost_alike),
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
    context.report(with_remedy(context, call, &task, report, fix));
}

/// The note where a task is discarded.
const DISCARDED: &str = "a task is discarded here";

/// The note where a task is discarded that a function returns.
const RETURNED: &str = "the task is discarded here";

/// The note where a task of a coroutine function is discarded.
const STARTED: &str = "a task that runs it is discarded here";

/// The number of files that discard tasks of one coroutine function, or of one file, from which on they have one finding.
const MIN_FILES: usize = 2;

/// What several lost tasks have in common: the function of the project that starts the task for its callers, or else the file of the
/// coroutine function that the task runs. A task that may vanish has the coroutine function itself in common with others. A task whose
/// errors are handled has only the function that starts it in common with others.
fn cause(task: &LostTask) -> Option<Cause> {
    if task.is_handled && task.given_back.is_none() {
        return None;
    }
    let may_vanish = task.own_wait.is_some();
    let is_given_back = task.given_back.is_some();
    let (path, span, symbol, message) = match (&task.given_back, &task.runs) {
        (Some((path, span)), _) => {
            let starter = task.starter.clone().into_owned();
            let message = format!("task returned by `{starter}` is discarded");
            (path.clone(), *span, starter, message)
        }
        (None, Some(TaskBody { name, path, header })) => {
            (path.clone(), *header, name.clone(), format!("task running `{name}` is discarded"))
        }
        (None, None) => return None,
    };
    let lead = match (is_given_back, may_vanish) {
        (true, _) => RETURNED,
        (false, true) => STARTED,
        (false, false) => DISCARDED,
    };
    let joins_file = !is_given_back && !may_vanish;
    let lead = lead.to_owned();
    Some(Cause { path, span, symbol, message, lead, links: 0, joins_file, is_decision: true })
}

/// The message for such a function or file, if several calls or files discard its tasks.
fn discarded_everywhere(found: &[Diagnostic]) -> Option<String> {
    let cause = found.first()?.cause.as_ref()?;
    let files: BTreeSet<&str> = found.iter().map(|one| one.path.as_str()).collect();
    let symbols: BTreeSet<&str> =
        found.iter().filter_map(|one| one.cause.as_ref()).map(|cause| cause.symbol.as_str()).collect();
    let is_one = if cause.joins_file { files.len() >= MIN_FILES } else { found.len() > 1 };
    let (message, count) = (&cause.message, found.len());
    let may_vanish = found.first()?.decision.is_none();
    is_one.then(|| match (may_vanish, symbols.len()) {
        (true, _) => format!("{message} by {count} calls and {VANISHES}"),
        _ if found.iter().all(is_handled) => format!("{message} by {count} calls: {UNKEPT}"),
        (false, 1) => format!("{message} by {count} calls: {LOGGED}"),
        (false, _) => format!("{count} tasks running functions of this file are discarded: {ALL_LOGGED}"),
    })
}

/// The way in which tasks of a file are lost, which those have in common that have too few calls in common.
fn decision(context: &Context, task: &LostTask) -> Decision {
    let (file, how) = (context.file.path(), how_lost(task));
    let harm = if task.is_handled { HANDLED } else { "" };
    Decision {
        key: format!("{file} {} {how}{harm}", task.starter),
        subject: task.starter.clone().into_owned(),
    }
}

/// Returns whether a finding is about a task that handles its errors.
fn is_handled(found: &Diagnostic) -> bool {
    found.decision.as_ref().is_some_and(|decision| decision.key.ends_with(HANDLED))
}

/// The message for tasks that are lost in the same way in one file.
fn lost_alike(found: &[Diagnostic]) -> Option<String> {
    let harm = if found.iter().all(is_handled) { ALL_UNKEPT } else { ALL_LOGGED };
    (found.len() > 1).then(|| format!("{} tasks are discarded in this file: {harm}", found.len()))
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
    context.report(with_remedy(context, call, &task, report, fix));
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
        _ if loses_exception(&task) => {
            report.help(format!("keep the tasks to await them later, or {}", handle(&task)))
        }
        _ => report.help("keep a reference to each task until it is done"),
    };
    context.report(report);
}

/// Reports a task that is only put into a container with weak references.
fn check_weakly_kept_call(context: &mut Context, call: &Call) {
    let Some(task) = context.file.task_of_weak_container(call) else { return };
    let report = report(context, call, &task);
    let remedy = if loses_exception(&task) {
        format!("keep the task to await it later, or {}", handle(&task))
    } else {
        "also put the task into a `set`, and discard it there when it is done".to_owned()
    };
    context.report(report.help(remedy));
}

fn check_slot_call(context: &mut Context, call: &SlotCall) {
    let Some(task) = context.file.task_of_callback(call) else { return };
    let report = report(context, &call.call, &task);
    let fix = keep_in_function(context, call);
    context.report(with_remedy(context, &call.call, &task, report, fix));
}

/// `call_later(1, lambda: asyncio.create_task(work()))` gets a function that keeps the task.
fn keep_in_function(context: &mut Context, SlotCall { call, .. }: &SlotCall) -> Option<Fix> {
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

/// What happens to a task that waits for what only itself holds.
const VANISHES: &str = "may be garbage-collected before it finishes";

/// What happens to an exception of a task that nothing awaits.
const LOGGED: &str = "its exception is only logged";

/// The same of several tasks.
const ALL_LOGGED: &str = "exceptions are only logged";

/// The consequence for a task that handles its errors.
const UNKEPT: &str = "the event loop keeps only a weak reference to the task";

/// The same of several tasks.
const ALL_UNKEPT: &str = "the event loop keeps only weak references to them";

/// The end of the key of a decision, if the tasks handle their errors.
const HANDLED: &str = " and handles its errors";

fn report(context: &Context, call: &Call, task: &LostTask) -> Report {
    let (starter, lost) = (&task.starter, how_lost(task));
    let message = match task.own_wait {
        Some(_) => format!("task from `{starter}` {lost} and {VANISHES}"),
        None if task.is_handled => format!("task from `{starter}` {lost}: {UNKEPT}"),
        None if task.by == Loss::Statement => {
            format!("task from `{starter}` is neither kept nor awaited: {LOGGED}")
        }
        None => format!("task from `{starter}` {lost}: {LOGGED}"),
    };
    let is_certain = task.own_wait.is_some() && !context.file.is_in_tests();
    let confidence = if is_certain { Confidence::Certain } else { Confidence::Likely };
    let report = Report::at_call(context, call, message).confidence(confidence);
    let report = match &task.by {
        Loss::Statement => report,
        Loss::Callback(slot) => report.note(format!("`{slot}` ignores what its callback returns")),
        Loss::Local(name) | Loss::Container(name) => {
            report.note(format!("`{name}` is gone when the function returns"))
        }
        Loss::Weak(container) => report.note(format!("`{container}` has only weak references to its items")),
    };
    let report = match &task.own_wait {
        Some(OwnWait { name: Some(name), function }) => report
            .note(format!("`{function}` waits for `{name}`, and only the task itself holds `{name}`"))
            .note(WEAK),
        Some(OwnWait { name: None, function }) => {
            report.note(format!("only the task itself holds what `{function}` waits for")).note(WEAK)
        }
        None if task.is_handled => report.note(STOPS),
        None => report,
    };
    let report = report.cause(cause(task));
    if task.own_wait.is_some() { report } else { report.decision(Some(decision(context, task))).strict() }
}

fn how_lost(task: &LostTask) -> String {
    match &task.by {
        Loss::Statement => "is discarded".to_owned(),
        Loss::Callback(slot) => format!("is discarded by `{slot}`"),
        Loss::Local(name) | Loss::Container(name) => format!("is kept only in local `{name}`"),
        Loss::Weak(container) => format!("is put only into `{container}`"),
    }
}

/// Why a task vanishes.
const WEAK: &str = "the event loop keeps only a weak reference: keep a reference to the task yourself";

/// Returns whether an exception of the task is lost, and the task does not vanish.
fn loses_exception(task: &LostTask) -> bool {
    task.own_wait.is_none() && !task.is_handled
}

/// How to see an exception without the task.
fn handle(task: &LostTask) -> String {
    match &task.runs {
        Some(body) => format!("handle exceptions in `{}`", body.name),
        None => "handle exceptions in its coroutine".to_owned(),
    }
}

/// Why to keep a task that handles its errors.
const STOPS: &str = "a task that handles its errors may still be garbage-collected while it waits";

/// Adds the fix, or the remedy where there is none. The fix keeps the task, so that an exception needs a remedy of its own.
fn with_remedy(context: &Context, call: &Call, task: &LostTask, report: Report, fix: Option<Fix>) -> Report {
    let may_wait_for_it = context.file.can_await(call) && context.file.runs_on_3_11();
    if loses_exception(task) {
        let handle = handle(task);
        let remedy = if may_wait_for_it {
            format!("await the task, start it in an `asyncio.TaskGroup`, or {handle}")
        } else if context.file.can_await(call) {
            format!("await the task, or {handle}")
        } else {
            format!("keep the task to await it later, or {handle}")
        };
        let report = if fix.is_some() { report.note(ONLY_KEEPS) } else { report };
        return report.help(remedy).fix(fix);
    }
    match (fix, may_wait_for_it) {
        (None, true) => report.help("keep a reference to the task, or start it in an `asyncio.TaskGroup`"),
        (None, false) => report.help("keep a reference to the task until it is done"),
        (fix, true) => {
            report.note("if the caller can wait, an `asyncio.TaskGroup` also keeps the task").fix(fix)
        }
        (fix, false) => report.fix(fix),
    }
}

/// The effect of the fix on a task whose exception is lost.
const ONLY_KEEPS: &str = "the fix only keeps the task until it ends; an exception in it is still only logged";
