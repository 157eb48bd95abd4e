//! Findings that come from one decision of the project, such as a synchronous session that many functions use.

use std::collections::BTreeMap;

use loopmend_core::{Applicability, Confidence, Diagnostic, Fix, JoinedPlace, Level, Note, Place, PlaceRole};

use crate::find_rule;
use crate::joining::{MAX_SHOWN, joined_fix, more_note};
use crate::rule::Check;

/// Replaces the findings of each decision by one finding at the first place, which lists all places.
pub(crate) fn join_decisions(diagnostics: &mut Vec<Diagnostic>) {
    let mut groups: BTreeMap<_, Vec<Diagnostic>> = BTreeMap::new();
    for diagnostic in diagnostics.extract_if(.., |diagnostic| diagnostic.decision.is_some()) {
        if let Some(decision) = &diagnostic.decision {
            groups.entry((diagnostic.code, decision.key.clone())).or_default().push(diagnostic);
        }
    }
    for mut found in groups.into_values() {
        found.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
        match message(&found) {
            Some(message) => diagnostics.push(joined(message, found)),
            None => diagnostics.extend(found),
        }
    }
}

fn message(found: &[Diagnostic]) -> Option<String> {
    let rule = find_rule(&found.first()?.rule)?;
    rule.spec.checks.iter().find_map(|check| match check {
        Check::Decision(words) => words(found),
        _ => None,
    })
}

/// The finding that stands for findings in order, with all their places.
fn joined(message: String, found: Vec<Diagnostic>) -> Diagnostic {
    let fix = fix(&found);
    let notes = notes(&found);
    let level = found.iter().map(|one| one.level).max().unwrap_or(Level::Warn);
    let confidence = found.iter().map(|one| one.confidence).max().unwrap_or(Confidence::Likely);
    let first = found[0].clone();
    let places = found.into_iter().flat_map(|mut one| {
        let callers = std::mem::take(&mut one.places);
        std::iter::once(JoinedPlace::of(&one, PlaceRole::Same)).chain(callers)
    });
    Diagnostic { level, confidence, message, notes, fix, places: places.collect(), ..first }
}

/// The notes of the first finding, and the places of some others.
fn notes(found: &[Diagnostic]) -> Vec<Note> {
    let (first, others) = (&found[0], &found[1..]);
    let shown = others.iter().take(MAX_SHOWN - 1).map(|other| {
        let place = Place::Span { path: other.path.clone(), span: other.span };
        let is_same = other.message == first.message;
        Note::at(place, if is_same { "also here".to_owned() } else { other.message.clone() })
    });
    let more = more_note(found.len(), "place is like this", "places are like this");
    first.notes.iter().cloned().chain(shown).chain(more).collect()
}

/// The fixes of all findings as one. Suggestions are left out if other findings have a fix that can be applied.
fn fix(found: &[Diagnostic]) -> Option<Fix> {
    let fixes = || found.iter().filter_map(|one| Some((one.path.as_str(), one.fix.as_ref()?)));
    let can_be_applied = |fix: &Fix| fix.applicability > Applicability::DisplayOnly;
    let some_can = fixes().any(|(_, fix)| can_be_applied(fix));
    joined_fix(&found[0].path, fixes().filter(|(_, fix)| can_be_applied(fix) || !some_can))
}
