use loopmend_catalog::{Role, is};
use loopmend_core::{Confidence, Level};
use loopmend_semantic::{LooplessCall, LooplessPlace};

use crate::context::{Context, Report};
use crate::loopless;
use crate::rule::{Check, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    supersedes: &["discarded-task", "unawaited-coroutine"],
    checks: &[Check::File(check_file)],
    ..RuleSpec::DEFAULT
};

fn check_file(context: &mut Context) {
    for found in context.file.loopless_calls() {
        let place = loopless::place(context, &found);
        let message =
            format!("`{}` is called {place} without a running event loop (RuntimeError)", found.name);
        let report = Report::at_call(context, &found.call, message).confidence(confidence(&found));
        let mut report = loopless::with_callers(context, &found, report);
        if matches!(found.place, LooplessPlace::Test { .. } | LooplessPlace::Fixture(_)) {
            report = report.note("only `async def` tests and fixtures run on the event loop of a test");
        }
        context.report(report.help(remedy(&found)));
    }
    check_threads(context);
}

/// Reports calls in threads in which a framework runs plain functions.
fn check_threads(context: &mut Context) {
    for (call, name, way) in context.file.loopless_in_foreign_threads() {
        let message = format!(
            "`{name}` is called in a thread of {}, where no event loop is running (RuntimeError)",
            way.by
        );
        let report = loopless::with_thread(
            &way,
            Report::at_call(context, &call, message).confidence(Confidence::Likely),
        );
        context.report(report.help("make the function that the framework calls async"));
    }
}

/// A function may have further callers, and code that imports a module or requests a fixture may run a loop.
fn confidence(found: &LooplessCall) -> Confidence {
    match found.place {
        LooplessPlace::Script | LooplessPlace::Test { .. } if found.callers.is_empty() => Confidence::Certain,
        _ => Confidence::Likely,
    }
}

fn remedy(LooplessCall { name, place, .. }: &LooplessCall) -> String {
    let is_task = is(*name, Role::StartsTask);
    match place {
        LooplessPlace::Script if is_task => {
            "move the call into an `async def` that `asyncio.run(...)` runs, and await the task there"
                .to_owned()
        }
        LooplessPlace::Script => "move the call into an `async def` that `asyncio.run(...)` runs".to_owned(),
        LooplessPlace::Module => {
            "move the call into an `async def` that `asyncio.run(...)` or the server's startup runs"
                .to_owned()
        }
        LooplessPlace::Test { in_loop: Some(in_loop), .. } => {
            format!("move the call into `async def {in_loop}`, which runs on the event loop of the test")
        }
        LooplessPlace::Test { .. } => "move the call into an `async def` test or fixture".to_owned(),
        LooplessPlace::Fixture(name) => format!("make the fixture `{name}` an async fixture"),
    }
}
