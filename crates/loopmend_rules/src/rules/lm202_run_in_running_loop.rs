use loopmend_core::{Fix, Level};
use loopmend_semantic::{ChainEnd, ControlChain};

use crate::chain;
use crate::context::{Context, Report};
use crate::follow_edits::{End, make_async};
use crate::rule::{Check, FixAvailability, RuleSpec};
use crate::run_edits::await_what_is_run;
use crate::thread_edits::{MayChange, call_in_thread, may_move};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    overrides: &["unawaited-coroutine"],
    same_as: &[],
    checks: &[Check::File(check_file)],
};

/// It makes an event loop of its own in any thread.
const RUN: &str = "asyncio.run";

fn check_file(context: &mut Context) {
    for found in context.file.nested_starts() {
        let ChainEnd::Start { name, awaitable } = found.end else { continue };
        let fix = match awaitable {
            Some(awaitable) => await_what_is_run(context, &found.call, awaitable),
            None if !found.links.is_empty() && name == RUN => {
                make_async(context, &found, End::Run).or_else(|| in_thread(context, &found))
            }
            None => None,
        };
        let report = chain::report(context, &found, message(context, &found, name))
            .fix(fix)
            .note("what runs on an event loop awaits, or starts tasks");
        context.report(report);
    }
    for start in context.file.failing_cell_starts() {
        let fix = start.awaitable.and_then(|awaitable| await_what_is_run(context, &start.call, awaitable));
        let message = format!("`{}` raises in a notebook, whose cells run on an event loop", start.name);
        let report = Report::at_call(context, &start.call, message).fix(fix);
        context.report(report.note("`await` may stand at the top of a cell"));
    }
}

fn in_thread(context: &mut Context, found: &ControlChain) -> Option<Fix> {
    may_move(context, found, MayChange::Given).then(|| call_in_thread(context, &found.call)).flatten()
}

fn message(context: &Context, found: &ControlChain, name: &str) -> String {
    let subject = chain::subject(context, found, name);
    let raises = if found.is_certain || found.links.is_empty() { "raises" } else { "can raise" };
    format!("{subject} {raises} in the async `{}`: an event loop is running there", found.around)
}
