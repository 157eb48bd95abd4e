use loopmend_core::{Applicability, Confidence, Edit, Fix, Level, Sighting};
use loopmend_semantic::{ExceptionLoss, LostException};

use crate::context::{Context, Report};
use crate::coroutine::await_the_call;
use crate::edits::{end_of_line, indentation_of_lone_statement, line_ending};
use crate::import_edits::import_module;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    overrides: &[],
    same_as: &[],
    checks: &[Check::File(check_file), Check::Observed(say)],
};

/// What the probe saw.
fn say(sighting: &Sighting) -> String {
    let class = sighting.exception.as_ref().map_or("an exception", |exception| &exception.class);
    format!("`{}` failed with `{class}`, and nobody looked at it", sighting.what)
}

fn check_file(context: &mut Context) {
    for lost in context.file.lost_exceptions() {
        let report =
            Report::at_call(context, &lost.call, message(&lost.how)).confidence(confidence(&lost.how));
        let report = with_mend(context, &lost, report);
        context.report(report);
    }
}

fn message(how: &ExceptionLoss) -> String {
    match how {
        ExceptionLoss::Waited => {
            "`asyncio.wait` leaves the exceptions in the tasks, and nobody looks at them".to_owned()
        }
        ExceptionLoss::NotAwaited(name) => {
            format!("`{name}` is not awaited: nobody waits for what it runs, and exceptions are lost")
        }
        ExceptionLoss::Cancelled { attribute, method } => format!(
            "task `{attribute}` is cancelled and never awaited: it may still run when `{method}` has returned"
        ),
        ExceptionLoss::Raised { function, .. } => {
            format!("the task is never looked at, and an exception that `{function}` raises reaches nobody")
        }
    }
}

/// What only is not looked at may be meant so.
fn confidence(how: &ExceptionLoss) -> Confidence {
    match how {
        ExceptionLoss::NotAwaited(_) => Confidence::Certain,
        _ => Confidence::Likely,
    }
}

fn with_mend(context: &Context, lost: &LostException, report: Report) -> Report {
    match &lost.how {
        ExceptionLoss::Waited => {
            report.note("ask each task for its `result()`, or await `asyncio.gather(...)`, which raises")
        }
        ExceptionLoss::NotAwaited(_) if context.file.can_await(&lost.call) => {
            report.fix(Some(await_the_call(context, &lost.call, false)))
        }
        ExceptionLoss::NotAwaited(_) => report.note("await it in an `async def`"),
        ExceptionLoss::Cancelled { attribute, method } => report.fix(await_the_end(context, lost, attribute, method)).note(format!(
            "`cancel()` only asks the task to end: await `asyncio.gather({attribute}, return_exceptions=True)` behind it"
        )),
        ExceptionLoss::Raised { statement, .. } => report
            .note_at(context.place(*statement), "raised here")
            .note("await the task where its end matters, or look at its `exception()` in a done callback"),
    }
}

/// `self.task.cancel()` gets `await asyncio.gather(self.task, return_exceptions=True)` behind it, where no method of the object calls
/// this one: the task itself might, and would wait for itself.
fn await_the_end(context: &Context, lost: &LostException, attribute: &str, method: &str) -> Option<Fix> {
    let text = context.file.text();
    let method = method.rsplit('.').next().unwrap_or(method);
    if text.contains(&format!("self.{method}(")) {
        return None;
    }
    let indentation = indentation_of_lone_statement(text, lost.call.span)?;
    let ending = line_ending(text);
    let wait = format!("{ending}{indentation}await asyncio.gather({attribute}, return_exceptions=True)");
    let mut edits = import_module(context, "asyncio")?;
    edits.push(Edit::insertion(end_of_line(text, lost.call.span.end), wait));
    Some(Fix::new("await its end", Applicability::Unsafe, edits))
}
