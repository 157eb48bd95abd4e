use loopmend_core::{Confidence, Level, Span};
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

/// The remedy where there is no fix.
const REMEDY: &str = "call `asyncio.run(...)`, which creates, runs and closes an event loop";

fn check_file(context: &mut Context) {
    let mut reported = Vec::new();
    for found in context.file.unset_loop_calls() {
        let raises = context.file.runs_on_3_14();
        let harm = if raises { "RuntimeError" } else { "deprecated" };
        let place = loopless::place(context, &found);
        let message = format!("`{}` is called {place} without a running event loop ({harm})", found.name);
        let report = Report::at_call(context, &found.call, message).confidence(confidence(&found));
        let mut report = loopless::with_callers(context, &found, report);
        if !raises {
            report = report.only_warn().note(
                "the call creates a loop, with a DeprecationWarning since Python 3.12; 3.14 raises RuntimeError",
            );
        }
        let fix = run_by_asyncio(context, &found.call);
        reported.push(found.call.span);
        context.report(report.fix_or_help(fix, REMEDY));
    }
    check_threads(context, &reported);
}

/// Reports calls in threads that a framework starts, where no loop is set.
fn check_threads(context: &mut Context, reported: &[Span]) {
    for (place, way) in context.file.loops_of_foreign_threads() {
        if reported.contains(&place.span) {
            continue;
        }
        let message = format!(
            "`{}` is called in a thread of {}, where no event loop is set (RuntimeError)",
            place.name, way.by
        );
        let report = loopless::with_thread(
            &way,
            Report::new(place.span, message).in_symbol(place.function.clone()).confidence(Confidence::Likely),
        );
        context.report(
            report.help("make the function that the framework calls async, or call `asyncio.run(...)`"),
        );
    }
}

/// A function may have further callers, and code that imports a module may run or set a loop.
fn confidence(found: &LooplessCall) -> Confidence {
    match found.place {
        LooplessPlace::Script if found.callers.is_empty() => Confidence::Certain,
        _ => Confidence::Likely,
    }
}
