use loopmend_core::{Confidence, Level, Note};
use loopmend_semantic::{LedToUnset, UnsetAfterAsync};

use crate::context::{Context, Report};
use crate::loop_run_edits::run_by_asyncio;
use crate::loopless;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Ignore,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    overrides: &[],
    same_as: &[],
    checks: &[Check::File(check_file)],
};

fn check_file(context: &mut Context) {
    let unset = context.file.loops_unset_after_async_tests();
    for UnsetAfterAsync { found, test, before, plugin } in unset.calls {
        let message = format!(
            "`{}` raises in `{test}`: no event loop is set behind the async test `{before}`",
            found.name
        );
        let report = Report::at_call(context, &found.call, message)
            .confidence(Confidence::Likely)
            .note(format!("up to pytest-asyncio 1.3 a loop was left there; {plugin} leaves none"))
            .note("make the test async, or run what it needs with `asyncio.run(...)`");
        let report = loopless::with_callers(context, &found, report);
        let fix = run_by_asyncio(context, &found.call);
        context.report(report.fix(fix));
    }
    for LedToUnset { test, called, place, is_in_test, before, plugin } in unset.led {
        let message = format!(
            "`{}` leads to `{called}`, which raises: no event loop is set behind the async test `{before}`",
            test.name
        );
        let why = match is_in_test {
            true => "which loop is meant is for the author of the test to say",
            false => "the loop is taken outside of the body of the test",
        };
        let report = Report::new(test.header, message)
            .in_symbol(test.symbol)
            .confidence(Confidence::Likely)
            .note(format!("up to pytest-asyncio 1.3 a loop was left there; {plugin} leaves none"))
            .fix_or_why(Err(Note::no_edit(why, place)));
        context.report(report);
    }
}
