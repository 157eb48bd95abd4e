//! What the rules on arguments say alike.

use loopmend_semantic::MisfitCall;

use crate::context::Report;

/// A finding about a call whose arguments do not fit, with the definition of what it calls.
pub(crate) fn report(found: &MisfitCall, message: String) -> Report {
    let report =
        Report::new(found.place, message).in_symbol(found.symbol.clone()).confidence(found.confidence);
    let takes = format!("the signature is `{}`", found.signature);
    match &found.definition {
        Some(place) => report.note_at(place.clone(), takes),
        None => report.note(takes),
    }
}
