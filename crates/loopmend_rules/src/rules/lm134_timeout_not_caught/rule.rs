mod calm_call;
mod wrong_handler;

use loopmend_core::{Confidence, Level};

use crate::context::{Context, Report};
use crate::rule::{Check, RuleSpec, Runs};
use wrong_handler::Mistake;

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    is_on_by_default: false,
    runs: Runs::OutsideTests,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in wrong_handler::wrong_handlers(context.file) {
        let report = Report::new(found.class, message(found.mistake))
            .in_symbol(found.symbol)
            .confidence(Confidence::Likely)
            .note_at(context.place(found.limit), note(found.mistake))
            .help(help(found.mistake));
        context.report(report);
    }
}

fn message(mistake: Mistake) -> &'static str {
    match mistake {
        Mistake::InsideBlock => "handler inside the block of `timeout` never catches its TimeoutError",
        Mistake::Cancelled => "`except CancelledError` does not catch the timeout of `wait_for`",
        Mistake::OlderClass => {
            "`except TimeoutError` does not catch the timeout of `wait_for` before Python 3.11"
        }
    }
}

fn note(mistake: Mistake) -> &'static str {
    match mistake {
        Mistake::InsideBlock => "the block gets a CancelledError, and its end raises the TimeoutError",
        Mistake::Cancelled => {
            "the call raises a TimeoutError; a CancelledError means that this task is cancelled"
        }
        Mistake::OlderClass => "the call raises `asyncio.TimeoutError`, which is another class there",
    }
}

fn help(mistake: Mistake) -> &'static str {
    match mistake {
        Mistake::InsideBlock => "move the `try` around the `async with`",
        Mistake::Cancelled | Mistake::OlderClass => "catch `asyncio.TimeoutError`",
    }
}
