//! Call paths, as findings show them.

use std::collections::BTreeSet;

use loopmend_core::{Cause, Confidence, Diagnostic, Place};
use loopmend_semantic::{Call, CallForm, ControlChain};

use crate::context::{Context, Report};

/// A finding at the call in the `async def`, with a note for each further call of the path.
pub(crate) fn report(context: &Context, chain: &ControlChain, message: String) -> Report {
    let confidence = if chain.is_certain { Confidence::Certain } else { Confidence::Likely };
    let mut report = Report::at_call(context, &chain.call, message).confidence(confidence);
    for (place, link) in chain.links.iter().enumerate() {
        if chain.left_out > 0 && place == chain.shown_first {
            let calls = if chain.left_out == 1 { "call is" } else { "calls are" };
            report = report.note(format!("{} further {calls} left out here", chain.left_out));
        }
        let callee =
            link.callee.as_ref().map_or("the next function".to_owned(), |callee| format!("`{callee}`"));
        let message = format!("`{}` {} {callee} here", link.caller, verb(link.form));
        report = match &link.place {
            Some(place) => report.note_at(place.clone(), message),
            None => report.note(message),
        };
    }
    report
}

/// The last call of a path as the cause of its finding; other findings may have the same cause.
pub(crate) fn cause(context: &Context, chain: &ControlChain, message: String) -> Option<Cause> {
    let last = chain.links.last()?;
    let Some(Place::Span { path, span }) = last.place.clone() else { return None };
    let first = first(context, chain, "");
    let lead = format!("async function `{}` {} {first} here", chain.around, verb(chain.form));
    let links = chain.links.len() as u32 + u32::from(chain.left_out > 0);
    let symbol = last.caller.clone();
    Some(Cause { path, span, symbol, message, lead, links, joins_file: false, is_decision: false })
}

/// The end of a message at a call that the async functions of several findings reach.
pub(crate) fn reached_by(found: &[Diagnostic]) -> String {
    let callers: BTreeSet<_> = found.iter().map(|found| (&found.path, &found.symbol)).collect();
    match (callers.len(), callers.first()) {
        (1, Some((_, symbol))) => format!("async function `{symbol}` reaches this call"),
        (count, _) => format!("{count} async functions reach this call"),
    }
}

/// The start of a message about a path of several calls: `` `load()` calls `asyncio.run` ``.
pub(crate) fn first_and_last(context: &Context, chain: &ControlChain, end: &str) -> String {
    let calls = if chain.is_certain { "calls" } else { "may call" };
    let parentheses = if chain.call.is_written() { "()" } else { "" };
    let way = match chain.form {
        CallForm::Entered => "entering ",
        CallForm::Iterated => "iterating over ",
        CallForm::Written | CallForm::Evaluated | CallForm::Read => "",
    };
    format!("{way}{} {calls} `{end}`", first(context, chain, parentheses))
}

/// Returns the verb for a form of call, in the third person.
fn verb(form: CallForm) -> &'static str {
    match form {
        CallForm::Written => "calls",
        CallForm::Entered => "enters",
        CallForm::Iterated => "iterates over",
        CallForm::Evaluated => "evaluates",
        CallForm::Read => "reads",
    }
}

/// The first function of a path, with the parentheses of a call or none: `` `load()` ``, or `` `api.value` `` of a property.
fn first(context: &Context, chain: &ControlChain, parentheses: &str) -> String {
    let callee = chain.call.callee;
    let code = context.file.code_within(callee.start);
    let is_partial = code.last_part(callee).is_some_and(|name| code.slice(name) == "partial");
    match (context.on_one_line(callee), chain.links.first()) {
        // `partial(load)` calls nothing yet.
        (_, Some(link)) if is_partial => format!("`{}{parentheses}`", link.caller),
        (Some(callee), _) => format!("`{callee}{parentheses}`"),
        (None, _) => "this call".to_owned(),
    }
}

/// The called expression as it is written, if it stands on one line.
pub(crate) fn callee(context: &Context, call: &Call) -> String {
    context.on_one_line(call.callee).map_or("this call".to_owned(), |callee| format!("`{callee}`"))
}
