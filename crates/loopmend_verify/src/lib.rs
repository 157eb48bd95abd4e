//! What two runs of a suite, before and after a change, say about the change.
//!
//! ```text
//! outcomes of both runs ─► Changes       the tests that differ
//! more runs of those    ─► Trials        chance, or the change (Fisher's exact test, Holm's correction)
//! tests that got worse  ─► guilty        the smallest set of fixes that does it
//! lines, evidence       ─► Verdict       one for each fix
//! all of it             ─► VerifiedRun   the report as data
//! ```

#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

mod changes;
mod model;
mod split;
mod statistics;
mod trials;
mod verdict;

pub use changes::{Changes, Outcomes, State, TestState};
pub use model::{
    BudgetUse, ChangedFile, ChangedTest, Configuration, Counts, Covered, Evidence, EvidenceKind, FORMAT,
    FailureCause, FileKind, FixReport, MigrationRun, PackageCoverage, PlaceLeft, ReviewItem, Selection,
    Setting, Side, StartingPoint, VERSION, VerifiedRun, report_schema,
};
pub use split::guilty;
pub use statistics::{fisher_exact, holm};
pub use trials::{MOST_TRIALS, Trials};
pub use verdict::{Facts, Ran, Verdict, WriteTerms, verdict};
