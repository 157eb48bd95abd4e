//! How findings show calls that stand where no event loop runs.

use loopmend_semantic::{LooplessCall, LooplessPlace};

use crate::context::{Context, Report};

/// Where no loop runs: `when a script starts`.
pub(crate) fn place(context: &Context, LooplessCall { place, callers, .. }: &LooplessCall) -> String {
    match (callers.first(), place) {
        (Some(caller), _) => {
            let callee = context.file.slice(caller.callee);
            let callee = if callee.contains('\n') { "this function" } else { &quote(callee) };
            format!("where {callee} is called")
        }
        (None, LooplessPlace::Script) => "when a script starts".to_owned(),
        (None, LooplessPlace::Module) => "when a module is imported".to_owned(),
        (None, LooplessPlace::Test { name, .. } | LooplessPlace::Fixture(name)) => {
            format!("in {}", quote(name))
        }
    }
}

/// The finding with a note for each call that leads there.
pub(crate) fn with_callers(context: &Context, found: &LooplessCall, mut report: Report) -> Report {
    for caller in &found.callers {
        let symbol = context.file.surroundings(caller).symbol;
        let place = if symbol.is_empty() { "the top of the module".to_owned() } else { quote(&symbol) };
        report = report.note_at(context.place(caller.span), format!("called here, in {place}"));
    }
    report
}

fn quote(name: &str) -> String {
    format!("`{name}`")
}
