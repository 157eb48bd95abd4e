//! Findings that are known again when the text around them moves.

use std::collections::BTreeMap;

use loopmend_core::{Diagnostic, Span};
use loopmend_fix::Shift;
use rustc_hash::FxHashMap;

/// Where a finding was, in the texts as they are now.
#[derive(Clone, Debug)]
struct Mark {
    path: String,
    rule: String,
    message: String,
    span: Span,
}

impl Mark {
    fn is_of(&self, finding: &Diagnostic) -> bool {
        self.path == finding.path
            && self.rule == finding.rule
            && self.message == finding.message
            && touches(self.span, finding.span)
    }
}

/// A set of findings.
#[derive(Clone, Debug, Default)]
pub(crate) struct Marks {
    /// In the order in which they were taken in.
    all: Vec<Mark>,
    /// The places in `all`, by path.
    by_path: FxHashMap<String, Vec<usize>>,
}

impl Marks {
    /// Takes a finding in.
    pub(crate) fn add(&mut self, finding: &Diagnostic) {
        self.by_path.entry(finding.path.clone()).or_default().push(self.all.len());
        self.all.push(Mark {
            path: finding.path.clone(),
            rule: finding.rule.clone(),
            message: finding.message.clone(),
            span: finding.span,
        });
    }

    /// How often a finding was taken in.
    pub(crate) fn count(&self, finding: &Diagnostic) -> usize {
        self.places(finding).count()
    }

    /// The place of the first mark that is of a finding.
    pub(crate) fn position(&self, finding: &Diagnostic) -> Option<usize> {
        self.places(finding).next()
    }

    fn places(&self, finding: &Diagnostic) -> impl Iterator<Item = usize> {
        let there = self.by_path.get(&finding.path).map(Vec::as_slice).unwrap_or_default();
        there.iter().copied().filter(|place| self.all[*place].is_of(finding))
    }

    /// `true` if a finding was taken in.
    pub(crate) fn has(&self, finding: &Diagnostic) -> bool {
        self.count(finding) > 0
    }

    /// Follows the texts, by path.
    pub(crate) fn shift(&mut self, shifts: &BTreeMap<String, Shift>) {
        for mark in &mut self.all {
            if let Some(shift) = shifts.get(&mark.path) {
                mark.span = shift.image(mark.span);
            }
        }
    }
}

/// `true` if two ranges share a byte, or one that is empty lies at the other.
pub(crate) fn touches(one: Span, other: Span) -> bool {
    let is_empty = one.start == one.end || other.start == other.end;
    let reach = |a: Span, b: Span| if is_empty { a.start <= b.end } else { a.start < b.end };
    reach(one, other) && reach(other, one)
}
