use loopmend_core::{Applicability, Confidence, Edit, Fix, Level};
use loopmend_semantic::{AwaitableSource, Call, Coroutine, EnclosingFunction, Surroundings};

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
    let Some(coroutine) = context.file.coroutine(call) else { return };
    let message = message(context.file.slice(call.callee), &coroutine);
    let mut report = Report::at_call(context, call, message).confidence(coroutine.source.confidence());
    if let Some(place) = coroutine.definition {
        report = report.note_at(place, "declared `async` here");
    }
    if let Some(reason) = reason(coroutine.source) {
        report = report.note(reason);
    }
    if context.file.can_await(call) {
        let await_it = Edit::insertion(call.span.start, "await ");
        report = report.fix(Some(Fix::new("await the call", Applicability::Unsafe, vec![await_it])));
    } else {
        report = report.note(advice(&context.file.surroundings(call)));
    }
    context.report(report);
}

fn message(callee: &str, Coroutine { name, source, .. }: &Coroutine) -> String {
    let is_certain = source.confidence() == Confidence::Certain;
    match (callee.contains('\n'), is_certain) {
        (false, false) => format!("`{callee}(...)` is not awaited, and likely has to be"),
        (true, false) => "a call is not awaited, and likely has to be".to_owned(),
        (false, true) if callee != name => {
            format!("coroutine `{name}` is never awaited: `{callee}(...)` only creates it")
        }
        (_, true) => format!("coroutine `{name}` is never awaited"),
    }
}

/// Why it is only likely.
fn reason(source: AwaitableSource) -> Option<String> {
    Some(match source {
        AwaitableSource::Definition => return None,
        AwaitableSource::Callers => "by what the calls in the project give, it is a coroutine".to_owned(),
        AwaitableSource::Overridden => "a subclass replaces it by something that is not `async`".to_owned(),
        AwaitableSource::Decorated => "a decorator above it is not understood".to_owned(),
        AwaitableSource::Annotation => "its annotation says that it gives an awaitable".to_owned(),
        AwaitableSource::Object => "what it gives holds a coroutine, and is awaited in its place".to_owned(),
        AwaitableSource::Consensus { awaited, of } if awaited == of => match of {
            1 => "the other call like it is awaited".to_owned(),
            _ => format!("all {of} other calls like it are awaited"),
        },
        AwaitableSource::Consensus { awaited, of } => {
            format!("{awaited} of {of} other calls like it are awaited")
        }
    })
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
