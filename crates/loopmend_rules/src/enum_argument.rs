//! What the rules on members of enumerations as arguments say alike.

use loopmend_semantic::EnumArgument;

use crate::context::Report;

/// A finding about a member that is passed where a value is due, or the other way round.
pub(crate) fn report(found: EnumArgument) -> Report {
    let EnumArgument { enumeration, stated, parameter, function, .. } = &found;
    let (message, help) = match found.is_member {
        true => (
            format!("`{parameter}` of `{function}` is a `{stated}`, but gets a member of `{enumeration}`"),
            Some("pass its `value`, if that is what is meant".to_owned()),
        ),
        false => (
            format!("`{parameter}` of `{function}` is a member of `{stated}`, but gets a text"),
            found.meant.as_ref().map(|meant| format!("pass `{meant}`")),
        ),
    };
    let parameter = format!("`{parameter}` is annotated here");
    let report = Report::new(found.place, message).in_symbol(found.symbol);
    let report = match found.definition {
        Some(place) => report.note_at(place, parameter),
        None => report,
    };
    match help {
        Some(help) => report.help(help),
        None => report,
    }
}
