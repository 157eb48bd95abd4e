//! Findings that have something in common, which one finding stands for.

use std::collections::BTreeMap;
use std::path::Path;

use loopmend_core::{Applicability, Diagnostic, Edit, FileEdits, Fix, Note, Place};
use loopmend_semantic::Engine;
use rustc_hash::FxHashSet;

use crate::gather_causes::gather_causes;
use crate::join_decisions::join_decisions;

/// The number of places that notes show. The list of places has all.
pub(crate) const MAX_SHOWN: usize = 3;

/// The findings that are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Joining {
    /// Each finding stands for itself.
    Nothing,
    /// One finding stands for all calls that lead to one place.
    Causes,
    /// One finding also stands for all places of one decision.
    Decisions,
}

/// Joins findings. The result depends on the set of findings alone, not on their order.
pub fn join_findings(engine: &Engine, diagnostics: &mut Vec<Diagnostic>, joining: Joining) {
    gather_causes(engine, diagnostics, joining);
    if joining == Joining::Decisions {
        join_decisions(diagnostics);
    }
    for diagnostic in diagnostics {
        diagnostic.decision = None;
    }
}

/// Replaces the definitions that notes name by ranges of the files as they are now. A definition that is gone leaves its sentence
/// without a place.
pub fn show_places(engine: &Engine, diagnostic: &mut Diagnostic) {
    for note in &mut diagnostic.notes {
        if let Some(Place::Definition { path, symbol }) = &note.place {
            let span = engine.definition(engine.module_for(Path::new(path)), symbol);
            note.place = span.map(|span| Place::Span { path: path.clone(), span });
        }
    }
}

/// The note that counts the places beyond those that are shown.
pub(crate) fn more_note(count: usize, one: &str, several: &str) -> Option<Note> {
    let more = count.checked_sub(MAX_SHOWN).filter(|more| *more > 0)?;
    let words = if more == 1 { one } else { several };
    Some(Note::new(format!("{more} more {words}")))
}

/// Joins the fixes of findings, each with the file of its finding, into one for a finding in the file `own`. Returns `None` if edits
/// overlap.
pub(crate) fn joined_fix<'f>(own: &str, fixes: impl Iterator<Item = (&'f str, &'f Fix)>) -> Option<Fix> {
    let mut by_file: BTreeMap<String, Vec<Edit>> = BTreeMap::new();
    let mut seen: FxHashSet<(String, Edit)> = FxHashSet::default();
    let mut titles = Vec::new();
    let mut applicability = Applicability::Safe;
    for (path, fix) in fixes {
        titles.push(fix.title.as_str());
        applicability = applicability.min(fix.applicability);
        for FileEdits { path, edits } in fix.files(path) {
            let all = by_file.entry(path.clone()).or_default();
            all.extend(edits.into_iter().filter(|edit| seen.insert((path.clone(), edit.clone()))));
        }
    }
    let title = titles.first().copied()?;
    let mut whole = Fix::new(title, applicability, by_file.remove(own).unwrap_or_default());
    for (path, edits) in by_file {
        whole = whole.and_in(FileEdits::new(path, edits));
    }
    let go_together = titles.len() == 1 || whole.files(own).iter().all(|file| do_not_meet(&file.edits));
    go_together.then_some(whole)
}

/// `true` if sorted edits do not touch each other.
fn do_not_meet(edits: &[Edit]) -> bool {
    edits.is_sorted_by(|before, behind| before.span.end <= behind.span.start && before.span != behind.span)
}
