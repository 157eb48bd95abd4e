use loopmend_core::{Confidence, Level};
use loopmend_semantic::{LooplessCall, LooplessPlace};

use crate::context::{Context, Report};
use crate::loopless;
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Never,
    overrides: &["discarded-task", "unawaited-coroutine"],
    same_as: &[],
    checks: &[Check::File(check_file)],
};

fn check_file(context: &mut Context) {
    for found in context.file.loopless_calls() {
        let place = loopless::place(context, &found);
        let message = format!("`{}` needs a running event loop, and none runs {place}", found.name);
        let report = Report::at_call(context, &found.call, message)
            .confidence(confidence(&found))
            .note(advice(&found.place));
        context.report(loopless::with_callers(context, &found, report));
    }
}

/// What calls a function may not be all that does, and what imports a module or asks for a fixture may run a loop.
fn confidence(found: &LooplessCall) -> Confidence {
    match found.place {
        LooplessPlace::Script | LooplessPlace::Test { .. } if found.callers.is_empty() => Confidence::Certain,
        _ => Confidence::Likely,
    }
}

fn advice(place: &LooplessPlace) -> String {
    match place {
        LooplessPlace::Script => "call it in an `async def` that `asyncio.run(...)` runs".to_owned(),
        LooplessPlace::Module => {
            "call it in an `async def` that `asyncio.run(...)` runs, or when the server starts".to_owned()
        }
        LooplessPlace::Test { in_loop: Some(in_loop), .. } => {
            format!("`async def {in_loop}` runs in the event loop of the test")
        }
        LooplessPlace::Test { .. } => {
            "only `async def` tests and fixtures run in the event loop of a test".to_owned()
        }
        LooplessPlace::Fixture(_) => {
            "only an `async def` fixture runs in the event loop of a test".to_owned()
        }
    }
}
