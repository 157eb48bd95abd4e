use loopmend_core::{Confidence, Level};
use loopmend_semantic::{LooplessCall, LooplessPlace};

use crate::context::{Context, Report};
use crate::loop_run_edits::run_by_asyncio;
use crate::loopless;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    fix: FixAvailability::Sometimes,
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.unset_loop_calls() {
        let raises = context.file.runs_on_3_14();
        let harm = if raises { "RuntimeError" } else { "deprecated" };
        let place = loopless::place(context, &found);
        let message = format!("`{}` is called {place} without a running event loop ({harm})", found.name);
        let report = Report::at_call(context, &found.call, message).confidence(confidence(&found));
        let mut report = loopless::with_callers(context, &found, report);
        if !raises {
            report = report.only_warn().note(
                "up to Python 3.13, the call creates a loop (3.12 and 3.13 warn); from 3.14, it raises RuntimeError",
            );
        }
        let fix = run_by_asyncio(context, &found.call);
        let remedy = "call `asyncio.run(...)`, which creates, runs and closes an event loop";
        context.report(report.fix_or_help(fix, remedy));
    }
}

/// A function may have further callers, and code that imports a module may run or set a loop.
fn confidence(found: &LooplessCall) -> Confidence {
    match found.place {
        LooplessPlace::Script if found.callers.is_empty() => Confidence::Certain,
        _ => Confidence::Likely,
    }
}
