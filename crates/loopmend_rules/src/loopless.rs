//! How findings show calls that run without an event loop.

use loopmend_paths::Way;
use loopmend_semantic::{LooplessCall, LooplessPlace};

use crate::context::{Context, Report};

/// The code that runs the call: ``by `start()` `` or `on import`.
pub(crate) fn place(context: &Context, LooplessCall { place, callers, .. }: &LooplessCall) -> String {
    match (callers.first(), place) {
        (Some(caller), _) => {
            let callee = context.on_one_line(caller.callee);
            callee.map_or("by this function".to_owned(), |callee| format!("by `{callee}()`"))
        }
        (None, LooplessPlace::Script) => "in the `__main__` block".to_owned(),
        (None, LooplessPlace::Module) => "on import".to_owned(),
        (None, LooplessPlace::Test { name, .. } | LooplessPlace::Fixture(name)) => {
            format!("in `{name}`")
        }
    }
}

/// Adds a note at the function that a framework runs in a thread.
pub(crate) fn with_thread(way: &Way, report: Report) -> Report {
    let Some(hop) = way.hops.first() else { return report };
    let Some(place) = hop.place.clone() else { return report };
    report.note_at(place, format!("{} runs `{}` in a thread", way.by, hop.caller))
}

/// Adds a note for each call that leads to the finding.
pub(crate) fn with_callers(context: &Context, found: &LooplessCall, mut report: Report) -> Report {
    for caller in &found.callers {
        let symbol = context.file.surroundings(caller).symbol;
        let place = if symbol.is_empty() { "at module level".to_owned() } else { format!("from `{symbol}`") };
        report = report.note_at(context.place(caller.span), format!("called {place} here"));
    }
    report
}
