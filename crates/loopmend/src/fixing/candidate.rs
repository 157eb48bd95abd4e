//! Fixes that may be applied.

use loopmend_core::{Applicability, Diagnostic, Edit};

/// A fix of findings of one file.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// The file, as it is shown.
    pub(crate) path: String,
    /// What it does.
    pub(crate) title: String,
    /// Sorted, in bytes of the text as it is now.
    pub(crate) edits: Vec<Edit>,
    /// The findings that are gone then.
    pub(crate) mends: Vec<Diagnostic>,
}

impl Candidate {
    /// The fix of a finding; `None` where it has none, or one that is only to be read.
    pub(crate) fn of(finding: &Diagnostic) -> Option<Self> {
        let fix = finding.fix.as_ref()?;
        let is_applied = fix.applicability != Applicability::DisplayOnly && !fix.edits.is_empty();
        is_applied.then(|| Self {
            path: finding.path.clone(),
            title: fix.title.clone(),
            edits: fix.edits.clone(),
            mends: vec![finding.clone()],
        })
    }

    /// What it promises.
    pub(crate) fn applicability(&self) -> Applicability {
        let of = |finding: &Diagnostic| finding.fix.as_ref().map(|fix| fix.applicability);
        self.mends.iter().filter_map(of).min().unwrap_or(Applicability::Safe)
    }
}
