use loopmend_core::{Confidence, Level};
use loopmend_semantic::{LooplessCall, LooplessPlace};

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Never,
    overrides: &["discarded-task"],
    same_as: &[],
    checks: &[Check::File(check_file)],
};

fn check_file(context: &mut Context) {
    for found in context.file.loopless_calls() {
        let mut report = Report::at_call(context, &found.call, message(context, &found))
            .confidence(confidence(&found))
            .note(advice(&found.place));
        for caller in &found.callers {
            let symbol = context.file.surroundings(caller).symbol;
            let place = if symbol.is_empty() { "the top of the module".to_owned() } else { quote(&symbol) };
            report = report.note_at(context.place(caller.span), format!("called here, in {place}"));
        }
        context.report(report);
    }
}

fn message(context: &Context, LooplessCall { name, place, callers, .. }: &LooplessCall) -> String {
    let place = match (callers.first(), place) {
        (Some(caller), _) => {
            let callee = context.file.slice(caller.callee);
            let callee = if callee.contains('\n') { "this function" } else { &quote(callee) };
            return format!("`{name}` needs a running event loop, and none runs where {callee} is called");
        }
        (None, LooplessPlace::Script) => "when a script starts".to_owned(),
        (None, LooplessPlace::Module) => "when a module is imported".to_owned(),
        (None, LooplessPlace::Test { name, .. } | LooplessPlace::Fixture(name)) => {
            format!("in {}", quote(name))
        }
    };
    format!("`{name}` needs a running event loop, and none runs {place}")
}

fn quote(name: &str) -> String {
    format!("`{name}`")
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
