//! The vocabulary of loopmend: rule codes, diagnostics, edits, source text and the files at work. No I/O.

#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

pub mod at_work;
mod counted;
mod diagnostic;
mod edit;
mod level;
mod line_index;
mod probe_event;
mod rule_code;
mod scope;
mod source;
mod span;
mod test_facts;

pub use counted::{counted, counted_with_commas, with_commas};
pub use diagnostic::{
    Cause, Confidence, Decision, Diagnostic, Evidence, JoinedPlace, MissingName, NameOwner, Note, NoteKind,
    Place, PlaceRole,
};
pub use edit::{Applicability, Edit, FileEdits, Fix, edited};
pub use level::{Level, ParseLevelError};
pub use line_index::{LineColumn, LineIndex};
pub use probe_event::{
    ImportedFrom, LineKind, LineRun, Noticed, ProbeEvent, ProbeException, ProbeFrame, RelatedPlace,
    RelatedRole, STACK_DEPTH, SessionPlace, Sighting, TestFailure, TestState,
};
pub use rule_code::{ParseRuleCodeError, RuleCode};
pub use scope::Scope;
pub use source::{SourceKind, SourceText};
pub use span::Span;
pub use test_facts::{TestFacts, TestLoop, TestOutcome};
