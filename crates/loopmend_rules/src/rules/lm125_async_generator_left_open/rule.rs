mod left_generator;

use loopmend_core::{Confidence, Level, Span};

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec, Runs};
use left_generator::CleanUp;

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    runs: Runs::OutsideTests,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

/// The longest expression that a message shows.
const MAX_SHOWN: usize = 24;

fn check_file(context: &mut Context) {
    for found in left_generator::left_generators(context.file) {
        let (function, CleanUp { manager, at }) = (&found.function, &found.clean_up);
        let message = match manager {
            Some(manager) => {
                let manager = short(context, *manager).map(|text| format!(" {text}")).unwrap_or_default();
                format!(
                    "the `async with{manager}` in `{function}` is not exited when this `async for` ends early"
                )
            }
            None => format!("the `finally` in `{function}` does not run when this `async for` ends early"),
        };
        let held = match manager {
            Some(_) => "the generator stops inside this `async with`",
            None => "the `finally` awaits here",
        };
        let remedy = remedy(context, found.call);
        let report = Report::new(found.call, message)
            .in_symbol(found.symbol)
            .confidence(Confidence::Likely)
            .note_at(context.place(*at), held)
            .note_at(context.place(found.left_at), "the loop is left here")
            .note("the clean-up runs later, in another task, when the generator is garbage-collected")
            .help(remedy);
        context.report(report);
    }
}

/// The remedy, with the line to write if the call is short.
fn remedy(context: &Context, call: Span) -> String {
    let since = if context.file.runs_on_3_11() { "" } else { " (Python 3.10)" };
    let (call, items) = match short(context, call) {
        Some(call) => (call, " as items:"),
        None => ("...", ""),
    };
    let over = if items.is_empty() { "inside" } else { "over `items` in" };
    format!("iterate {over} `async with contextlib.aclosing({call}){items}`{since}")
}

/// The text of an expression that is short and on one line.
fn short<'e>(context: &Context<'_, 'e>, expression: Span) -> Option<&'e str> {
    context.on_one_line(expression).filter(|text| text.len() <= MAX_SHOWN)
}
