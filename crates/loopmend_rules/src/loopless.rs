//! How findings show calls that run without an event loop.

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

/// Adds a note for each call that leads to the finding.
pub(crate) fn with_callers(context: &Context, found: &LooplessCall, mut report: Report) -> Report {
    for caller in &found.callers {
        let symbol = context.file.surroundings(caller).symbol;
        let place = if symbol.is_empty() { "at module level".to_owned() } else { format!("from `{symbol}`") };
        report = report.note_at(context.place(caller.span), format!("called {place} here"));
    }
    report
}
