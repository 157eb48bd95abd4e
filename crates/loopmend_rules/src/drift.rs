//! What the rules on arguments and attributes that do not exist say alike.

use loopmend_core::{Confidence, MissingName, Span};
use loopmend_semantic::{AttributeOwner, File, MisfitCall, MisfitKind, UnknownAttribute};

use crate::context::{Context, Report};
use crate::detectors::lost_exception;

/// The comments of type checkers that mean an argument of the wrong type.
pub(crate) const SAME_AS_ARGUMENT_TYPE: &[&str] = &[
    "type: *",
    "type: arg-type",
    "pyright: *",
    "pyright: reportArgumentType",
    "ty: *",
    "ty: invalid-argument-type",
];

/// A finding about a call whose arguments do not fit, with the definition of what it calls.
pub(crate) fn of_call(context: &mut Context, found: &MisfitCall) -> Report {
    let is_checked = found.is_checked_record && !matches!(found.kind, MisfitKind::TooMany { .. });
    let raised = if is_checked { "ValidationError" } else { "TypeError" };
    let report = Report::new(found.place, format!("{} ({raised})", wrong_call(found)))
        .in_symbol(found.symbol.clone())
        .confidence(found.confidence);
    let takes = format!("the signature is `{}`", found.signature);
    let report = match &found.definition {
        Some(place) => report.note_at(place.clone(), takes),
        None => report.note(takes),
    };
    seen_by(context, report, found.place)
}

/// A finding about an attribute that an object lacks. `known` says where the object comes from, or what it has.
pub(crate) fn of_attribute(context: &mut Context, found: &UnknownAttribute, known: Option<String>) -> Report {
    let message = format!("{} (AttributeError)", wrong_attribute(found));
    let report = Report::new(found.place, message).in_symbol(found.symbol.clone());
    let report = match (known, &found.definition) {
        (Some(known), Some(place)) => report.note_at(place.clone(), known),
        (Some(known), None) => report.note(known),
        (None, _) => report,
    };
    let missing =
        MissingName { name: found.name.clone(), owners: found.owners.clone(), written: Some(found.place) };
    seen_by(context, report.missing(missing), found.place)
}

/// The exceptions that the code in a function of the file certainly raises, in source order: places, and what is wrong there.
pub(crate) fn raised_in(file: &mut File, function: Span) -> Vec<(Span, String)> {
    let is_inside = |place: Span| function.start <= place.start && place.end <= function.end;
    let calls = file.misfit_calls();
    let calls = calls.iter().filter(|found| found.confidence == Confidence::Certain);
    let calls = calls.map(|found| (found.place, wrong_call(found)));
    let attributes = file.unknown_attributes();
    let attributes = attributes.iter().map(|found| (found.place, wrong_attribute(found)));
    let inside = calls.chain(attributes).filter(|(place, _)| is_inside(*place));
    let mut raised: Vec<_> =
        inside.map(|(place, what)| (place, format!("an exception is raised here: {what}"))).collect();
    raised.sort();
    raised
}

fn wrong_call(found: &MisfitCall) -> String {
    let callee = &found.callee;
    match &found.kind {
        MisfitKind::Unknown { keyword, .. } => format!("`{callee}` takes no argument `{keyword}`"),
        MisfitKind::Missing(names) => {
            let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            let noun = if names.len() == 1 { "argument" } else { "arguments" };
            format!("call of `{callee}` is missing the {noun} {}", quoted.join(", "))
        }
        MisfitKind::TooMany { taken, given } => {
            let arguments = if *taken == 1 { "argument" } else { "arguments" };
            let are = if *given == 1 { "is" } else { "are" };
            match taken {
                0 => format!("`{callee}` takes no positional arguments, but {given} {are} passed"),
                _ => format!("`{callee}` takes {taken} positional {arguments}, but {given} {are} passed"),
            }
        }
    }
}

fn wrong_attribute(found: &UnknownAttribute) -> String {
    let name = &found.name;
    match &found.owner {
        AttributeOwner::Module(module) => format!("module `{module}` has no attribute `{name}`"),
        AttributeOwner::Class(class) => format!("`{class}` has no attribute `{name}`"),
        AttributeOwner::Enumeration { class, .. } => format!("`{class}` has no member `{name}`"),
    }
}

/// Adds to a finding in a function whose exceptions a `gather` returns to nobody where that is.
fn seen_by(context: &mut Context, report: Report, place: Span) -> Report {
    match lost_exception::exceptions_dropped_by(context.file, place) {
        Some(gather) => report.note_at(
            context.place(gather),
            "nobody sees the exception: `return_exceptions=True` returns it, and the results are discarded",
        ),
        None => report,
    }
}
