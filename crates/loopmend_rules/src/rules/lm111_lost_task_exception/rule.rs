use loopmend_core::{Applicability, Confidence, Fix, Level, Sighting};

use crate::context::{Context, Report};
use crate::coroutine::await_the_call;
use crate::detectors::lost_exception;
use crate::detectors::lost_exception::{ExceptionLoss, LostException};
use crate::import_edits::import_module;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    has_strict_conditions: true,
    checks: &[Check::File(check_file), Check::Observed(say)],
    ..RuleSpec::DEFAULT
};

/// The message for an observation of the probe.
fn say(sighting: &Sighting) -> String {
    let class = sighting.exception.as_ref().map_or("an exception", |exception| &exception.class);
    format!("`{}` failed with `{class}`, and nothing retrieved the exception", sighting.what)
}

fn check_file(context: &mut Context) {
    for lost in lost_exception::lost_exceptions(context.file) {
        let report =
            Report::at_call(context, &lost.call, message(&lost.how)).confidence(confidence(&lost.how));
        let report = with_fix(context, &lost, report);
        context.report(report);
    }
}

fn message(how: &ExceptionLoss) -> String {
    match how {
        ExceptionLoss::Waited => {
            "`asyncio.wait` does not raise the exceptions of its tasks, and nothing reads them".to_owned()
        }
        ExceptionLoss::NotAwaited(name) => {
            format!("`{name}` is not awaited, so exceptions are lost")
        }
        ExceptionLoss::Cancelled { attribute, method, .. } => format!(
            "task `{attribute}` is cancelled but never awaited, so it may still run after `{method}` returns"
        ),
        ExceptionLoss::Raised { function, .. } => {
            format!("task is kept but never awaited, so an exception from `{function}` is lost")
        }
        ExceptionLoss::Submitted { function, .. } => {
            format!("future is discarded, so an exception from `{function}` is lost")
        }
    }
}

/// The confidence of a finding: exceptions may be ignored on purpose.
fn confidence(how: &ExceptionLoss) -> Confidence {
    match how {
        ExceptionLoss::NotAwaited(_) => Confidence::Certain,
        _ => Confidence::Likely,
    }
}

/// Why the exceptions of a call that is not awaited are lost.
const NOT_WAITED_FOR: &str = "nothing waits for the coroutines and tasks that were passed to the call";

fn with_fix(context: &Context, lost: &LostException, report: Report) -> Report {
    match &lost.how {
        ExceptionLoss::Waited => {
            report.strict().help("call `result()` on each task, or await `asyncio.gather(...)` instead")
        }
        ExceptionLoss::NotAwaited(_) if context.file.can_await(&lost.call) => {
            report.note(NOT_WAITED_FOR).fix(Some(await_the_call(context, &lost.call, false)))
        }
        ExceptionLoss::NotAwaited(_) => {
            report.note(NOT_WAITED_FOR).help("move the call into an `async def` and await it there")
        }
        ExceptionLoss::Cancelled { attribute, method, is_own } => {
            let report =
                report.strict().note("`cancel()` only requests the cancellation; the task ends later");
            let wait = format!("await asyncio.gather({attribute}, return_exceptions=True)");
            match is_own {
                true => report
                    .note(format!("the task may call `{method}` itself, and cannot wait for itself"))
                    .help(format!(
                        "add `{wait}` after the `cancel()`, if `{attribute}` is not `asyncio.current_task()`"
                    )),
                false => report.fix_or_help(
                    await_the_end(context, lost, &wait),
                    format!("add `{wait}` after the `cancel()`"),
                ),
            }
        }
        ExceptionLoss::Raised { statement, .. } => report
            .note_at(context.place(*statement), "raised here")
            .help(if context.file.can_await(&lost.call) {
                "await the task, or add a done callback that checks its `exception()`"
            } else {
                "add a done callback to the task that checks its `exception()`"
            }),
        ExceptionLoss::Submitted { statement, .. } => report
            .note_at(context.place(*statement), "raised here")
            .note("unlike a task, the future does not log an exception that nobody reads")
            .help("call `result()` on the future, or check its `exception()` in a done callback"),
    }
}

/// Adds a statement that waits for the task after `self.task.cancel()`.
fn await_the_end(context: &Context, lost: &LostException, wait: &str) -> Option<Fix> {
    let code = context.file.code();
    let place = lost.call.span;
    let indentation = code.indentation_of_lone(place)?;
    let mut edits = import_module(context, "asyncio")?;
    edits.push(code.insert_after(place.end, indentation, &[wait])?);
    Some(Fix::new("await the cancelled task", Applicability::Unsafe, edits))
}
