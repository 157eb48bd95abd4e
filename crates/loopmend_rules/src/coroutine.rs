//! What the rules about coroutines say alike.

use loopmend_semantic::{AwaitableSource, Coroutine, EnclosingFunction, Surroundings};

use crate::context::Report;

/// A report about a coroutine: how sure it is, where it is declared, and why it is only likely.
pub(crate) fn explained(report: Report, coroutine: Coroutine) -> Report {
    let mut report = report.confidence(coroutine.source.confidence());
    if let Some(place) = coroutine.definition {
        report = report.note_at(place, "declared `async` here");
    }
    match reason(coroutine.source) {
        Some(reason) => report.note(reason),
        None => report,
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
pub(crate) fn advice(Surroundings { symbol, function }: &Surroundings) -> String {
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
