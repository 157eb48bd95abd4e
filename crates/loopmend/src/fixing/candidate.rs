//! Fixes that may be applied.

use loopmend_core::{Applicability, Confidence, Diagnostic, Edit, FileEdits};

/// A fix of findings of one file.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// The file of the findings, as it is shown.
    pub(crate) path: String,
    /// The title.
    pub(crate) title: String,
    /// The edits, in bytes of the texts as they are now.
    pub(crate) files: Vec<FileEdits>,
    /// The findings that are gone then.
    pub(crate) mends: Vec<Diagnostic>,
}

impl Candidate {
    /// The fix of a finding; `None` where it has none, or one that is only to be read.
    pub(crate) fn of(finding: &Diagnostic) -> Option<Self> {
        let fix = finding.fix.as_ref()?;
        let files = fix.files(&finding.path);
        let is_applied = fix.applicability != Applicability::DisplayOnly && !files.is_empty();
        is_applied.then(|| Self {
            path: finding.path.clone(),
            title: fix.title.clone(),
            files,
            mends: vec![finding.clone()],
        })
    }

    /// The edits of a file.
    pub(crate) fn edits_of(&self, path: &str) -> &[Edit] {
        let file = self.files.iter().find(|file| file.path == path);
        file.map(|file| file.edits.as_slice()).unwrap_or_default()
    }

    /// All edits.
    pub(crate) fn edits(&self) -> impl Iterator<Item = &Edit> {
        self.files.iter().flat_map(|file| &file.edits)
    }

    /// Returns whether one of the fixed findings is only likely.
    pub(crate) fn is_likely(&self) -> bool {
        self.mends.iter().any(|finding| finding.confidence == Confidence::Likely)
    }

    /// The weakest promise of its fixes.
    pub(crate) fn applicability(&self) -> Applicability {
        let of = |finding: &Diagnostic| finding.fix.as_ref().map(|fix| fix.applicability);
        self.mends.iter().filter_map(of).min().unwrap_or(Applicability::Safe)
    }
}
