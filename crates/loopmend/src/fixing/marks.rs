//! Findings that are known again when the text around them moves.

use std::collections::BTreeMap;

use loopmend_core::{Diagnostic, Span};
use loopmend_fix::Shift;

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
pub(crate) struct Marks(Vec<Mark>);

impl Marks {
    /// Takes a finding in.
    pub(crate) fn add(&mut self, finding: &Diagnostic) {
        self.0.push(Mark {
            path: finding.path.clone(),
            rule: finding.rule.clone(),
            message: finding.message.clone(),
            span: finding.span,
        });
    }

    /// How often a finding was taken in.
    pub(crate) fn count(&self, finding: &Diagnostic) -> usize {
        self.0.iter().filter(|mark| mark.is_of(finding)).count()
    }

    /// The place of the first mark that is of a finding.
    pub(crate) fn position(&self, finding: &Diagnostic) -> Option<usize> {
        self.0.iter().position(|mark| mark.is_of(finding))
    }

    /// `true` if a finding was taken in.
    pub(crate) fn has(&self, finding: &Diagnostic) -> bool {
        self.count(finding) > 0
    }

    /// Follows the texts, by path.
    pub(crate) fn shift(&mut self, shifts: &BTreeMap<String, Shift>) {
        for mark in &mut self.0 {
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
