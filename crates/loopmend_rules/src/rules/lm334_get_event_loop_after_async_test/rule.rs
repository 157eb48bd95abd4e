mod unset_after_async;

use std::fmt::Display;

use loopmend_core::{Confidence, Level, Note};

use crate::context::{Context, Report};
use crate::loop_run_edits::run_by_asyncio;
use crate::loopless;
use crate::rule::{Check, FixAvailability, RuleSpec};
use unset_after_async::{LedToUnset, UnsetAfterAsync};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Warn,
    is_on_by_default: false,
    fix: FixAvailability::Sometimes,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

const HELP: &str = "make the test async, or run its coroutines with `asyncio.run(...)`";

fn check_file(context: &mut Context) {
    let unset = unset_after_async::loops_unset_after_async_tests(context.file);
    for UnsetAfterAsync { found, test, before, plugin } in unset.calls {
        let message =
            format!("`{}` raises in `{test}`: async test `{before}` leaves no event loop", found.name);
        let report =
            Report::at_call(context, &found.call, message).confidence(Confidence::Likely).note(kept(&plugin));
        let report = loopless::with_callers(context, &found, report);
        let fix = run_by_asyncio(context, &found.call);
        context.report(report.fix_or_help(fix, HELP));
    }
    for LedToUnset { test, called, place, is_in_test, before, plugin } in unset.led {
        let message = format!(
            "`{}` reaches `{called}`, which raises: async test `{before}` leaves no event loop",
            test.name
        );
        let why = match is_in_test {
            true => "only the author of the test knows which loop is meant",
            false => "the loop is taken outside the body of the test",
        };
        let report = Report::new(test.header, message)
            .in_symbol(test.symbol)
            .confidence(Confidence::Likely)
            .note(kept(&plugin))
            .help(HELP)
            .fix_or_why(Err(Note::no_edit(why, place)));
        context.report(report);
    }
}

/// What changed in the plugin.
fn kept(plugin: &impl Display) -> String {
    format!("after an async test, pytest-asyncio 1.3 and older kept a loop set; {plugin} does not")
}
