use loopmend_core::{Confidence, Level};
use loopmend_semantic::{LooplessCall, LooplessPlace};

use crate::context::{Context, Report};
use crate::loop_run_edits::run_by_asyncio;
use crate::loopless;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    overrides: &[],
    same_as: &[],
    checks: &[Check::File(check_file)],
};

fn check_file(context: &mut Context) {
    for found in context.file.unset_loop_calls() {
        let raises = context.file.runs_on_3_14();
        let harm = if raises { "raises" } else { "is deprecated" };
        let place = loopless::place(context, &found);
        let message = format!("`{}` {harm} where no event loop runs, and none runs {place}", found.name);
        let report = Report::at_call(context, &found.call, message).confidence(confidence(&found));
        let mut report = loopless::with_callers(context, &found, report);
        if !raises {
            report = report.only_warn().note(
                "from Python 3.14 on it raises; before, it makes a loop, and Python 3.12 and 3.13 warn that it does",
            );
        }
        let fix = run_by_asyncio(context, &found.call);
        let report = report.note("`asyncio.run(...)` makes a loop, runs it and closes it");
        context.report(report.fix(fix));
    }
}

/// What calls a function may not be all that does, and what imports a module may run a loop, or set one.
fn confidence(found: &LooplessCall) -> Confidence {
    match found.place {
        LooplessPlace::Script if found.callers.is_empty() => Confidence::Certain,
        _ => Confidence::Likely,
    }
}
