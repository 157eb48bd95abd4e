mod awaited_twice;
mod kept_coroutine;

use loopmend_core::{Confidence, Level};
use loopmend_semantic::{AwaitableSource, Call};

use crate::context::{Context, Report};
use crate::coroutine::called_name;
use crate::rule::{Check, RuleSpec};
use awaited_twice::AwaitedTwice;

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    checks: &[Check::AssignedCall(check_assigned_call), Check::File(check_parameters)],
    ..RuleSpec::DEFAULT
};

/// The note why a second `await` fails.
const RUNS_ONCE: &str = "a coroutine runs only once; awaiting it again raises RuntimeError";

/// Reports coroutines that a function is given and awaits twice.
fn check_parameters(context: &mut Context) {
    for found in awaited_twice::parameters_awaited_twice(context.file) {
        let (name, twice) = (&found.twice.name, &found.twice);
        let message = match twice.is_in_next_turn {
            true => format!("parameter `{name}` is one coroutine, but it is awaited in every iteration"),
            false => format!("parameter `{name}` is a coroutine that is awaited twice"),
        };
        let report = report(context, twice, message).in_symbol(found.symbol);
        let report = match found.given {
            Some(given) => report.confidence(Confidence::Likely).note_at(given, "a coroutine is passed here"),
            None => {
                report.note_at(context.place(found.header), "the parameter is annotated as a coroutine here")
            }
        };
        let report =
            report.note(RUNS_ONCE).help("take a function that creates the coroutine, and call it each time");
        context.report(report);
    }
}

fn check_assigned_call(context: &mut Context, call: &Call) {
    let Some(coroutine) = context.file.coroutine_used(call) else { return };
    if coroutine.source != AwaitableSource::Definition {
        return;
    }
    report_kept(context, call, &coroutine.name);
    let Some(twice) = awaited_twice::awaited_twice(context.file, call) else { return };
    let coroutine = called_name(context.file.slice(call.callee), &coroutine.name);
    let name = &twice.name;
    let message = match twice.is_in_next_turn {
        true => {
            format!(
                "coroutine `{coroutine}` is awaited in every iteration, but `{name}` is created only once"
            )
        }
        false => format!("coroutine `{coroutine}` is awaited twice: `{name}` was already awaited"),
    };
    let report = report(context, &twice, message)
        .in_symbol(context.file.surroundings(call).symbol)
        .note_at(context.place(call.span), "created here")
        .note(RUNS_ONCE)
        .help("call the function again to create a new coroutine");
    context.report(report);
}

/// Reports a coroutine that is kept, and awaited by each call of the function around it.
fn report_kept(context: &mut Context, call: &Call, function: &str) {
    let Some(found) = kept_coroutine::kept_coroutine(context.file, call) else { return };
    let coroutine = called_name(context.file.slice(call.callee), function);
    let message =
        format!("`{}` keeps the coroutine `{coroutine}`, which can only be awaited once", found.kept);
    let report = Report::at_call(context, call, message)
        .confidence(Confidence::Likely)
        .note_at(context.place(found.awaited), "each call of the function awaits it here")
        .note(RUNS_ONCE)
        .help("keep a task: `asyncio.create_task(...)`; several calls can await it");
    context.report(report);
}

/// A finding at the second `await`, with the place of the first one.
fn report(context: &Context, twice: &AwaitedTwice, message: String) -> Report {
    let report = Report::new(twice.again, message);
    match twice.first == twice.again {
        true => report,
        false => report.note_at(context.place(twice.first), "first awaited here"),
    }
}
