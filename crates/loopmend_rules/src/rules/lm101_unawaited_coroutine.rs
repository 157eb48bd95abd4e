use loopmend_core::{Applicability, Edit, Fix, Level};
use loopmend_semantic::{Call, Coroutine, EnclosingFunction, Surroundings};

use crate::context::{Context, Report};
use crate::rule::{Check, FixAvailability, RuleSpec};

pub(crate) const RULE: RuleSpec = RuleSpec {
    level: Level::Error,
    since: "0.1.0",
    fix: FixAvailability::Sometimes,
    same_as: &[
        "type: unused-coroutine",
        "type: unused-awaitable",
        "ty: unused-awaitable",
        "pyright: reportUnusedCoroutine",
    ],
    checks: &[Check::DroppedCall(check_dropped_call)],
};

fn check_dropped_call(context: &mut Context, call: &Call) {
    let Some(Coroutine { name, definition }) = context.file.coroutine(call) else { return };
    let callee = context.file.slice(call.callee);
    let message = match callee.contains('\n') || callee == name {
        true => format!("coroutine `{name}` is never awaited"),
        false => format!("coroutine `{name}` is never awaited: `{callee}(...)` only creates it"),
    };
    let mut report = Report::at_call(context, call, message);
    if let Some(place) = definition {
        report = report.note_at(place, "declared `async` here");
    }
    if context.file.can_await(call) {
        let await_it = Edit::insertion(call.span.start, "await ");
        report = report.fix(Some(Fix::new("await the call", Applicability::Unsafe, vec![await_it])));
    } else {
        report = report.note(advice(&context.file.surroundings(call)));
    }
    context.report(report);
}

/// What to do where `await` cannot stand.
fn advice(Surroundings { symbol, function }: &Surroundings) -> String {
    match function {
        Some(EnclosingFunction { name, can_be_async: true, .. }) if !name.starts_with("__") => format!(
            "`{name}` is not `async`: make it `async def` and await the call, or run the coroutine with \
             `asyncio.run(...)` where no event loop is running"
        ),
        Some(EnclosingFunction { name, .. }) => {
            format!("`{name}` is not `async`: await the call where its caller can, in an `async def`")
        }
        None if symbol.is_empty() => {
            "at the top of a module, run the coroutine with `asyncio.run(...)`".to_owned()
        }
        None => "nothing can be awaited in the body of a class: await the call in an `async def`".to_owned(),
    }
}
