//! Chains of calls, as findings show them.

use loopmend_core::{Cause, Confidence, Place};
use loopmend_semantic::{Call, ControlChain};

use crate::context::{Context, Report};

/// A finding at the call in the `async def`, with a note for each further call.
pub(crate) fn report(context: &Context, chain: &ControlChain, message: String) -> Report {
    let confidence = if chain.is_certain { Confidence::Certain } else { Confidence::Likely };
    let mut report = Report::at_call(context, &chain.call, message).confidence(confidence);
    for (place, link) in chain.links.iter().enumerate() {
        if chain.left_out > 0 && place == chain.shown_first {
            report = report.note(format!("{} further calls are left out here", chain.left_out));
        }
        let callee =
            link.callee.as_ref().map_or("what it leads to".to_owned(), |callee| format!("`{callee}`"));
        let message = format!("`{}` calls {callee} here", link.caller);
        report = match &link.place {
            Some(place) => report.note_at(place.clone(), message),
            None => report.note(message),
        };
    }
    report
}

/// The last call of a chain as the place that others may lead to, of which `message` speaks.
pub(crate) fn cause(context: &Context, chain: &ControlChain, message: String) -> Option<Cause> {
    let last = chain.links.last()?;
    let Some(Place::Span { path, span }) = last.place.clone() else { return None };
    let lead = format!("the async `{}` calls {} here", chain.around, callee(context, &chain.call));
    let links = chain.links.len() as u32 + u32::from(chain.left_out > 0);
    Some(Cause { path, span, symbol: last.caller.clone(), message, lead, links })
}

/// How a finding begins: what is called in the end, or what leads there.
pub(crate) fn subject(context: &Context, chain: &ControlChain, end: &str) -> String {
    match chain.links.is_empty() {
        true => format!("`{end}`"),
        false => format!("{} leads to `{end}`, which", callee(context, &chain.call)),
    }
}

/// What is called, as it is written, if that stands on one line.
pub(crate) fn callee(context: &Context, call: &Call) -> String {
    match context.file.slice(call.callee) {
        callee if callee.contains('\n') => "this call".to_owned(),
        callee => format!("`{callee}`"),
    }
}
