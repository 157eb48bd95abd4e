use serde::Serialize;

use crate::{Fix, Level, RuleCode, Span};

/// How sure the inference is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, bitcode::Encode, bitcode::Decode,
)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Rests on what cannot be shown from definitions alone; at most [`Level::Warn`].
    Likely,
    /// Follows from definitions that were read.
    Certain,
}

/// Where a diagnostic comes from.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, bitcode::Encode, bitcode::Decode,
)]
#[serde(rename_all = "kebab-case")]
pub enum Evidence {
    /// Found by reading the code.
    Inferred,
    /// Seen while the code ran.
    Observed,
}

/// A place that a note points to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, bitcode::Encode, bitcode::Decode)]
pub enum Place {
    /// A range of a file, by the path the file is shown under.
    Span {
        /// The path of the file as it is shown.
        path: String,
        /// The range in its decoded text.
        span: Span,
    },
    /// A definition by its qualified name, so that a cached diagnostic stays right when lines of the
    /// other file move. It is resolved to a [`Place::Span`] before it is shown.
    Definition {
        /// The path of the file as it is shown.
        path: String,
        /// The name inside the module: `Class.method`.
        symbol: String,
    },
}

/// The role of a note beside its diagnostic.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, bitcode::Encode, bitcode::Decode,
)]
#[serde(rename_all = "kebab-case")]
pub enum NoteKind {
    /// A reason or a fact.
    Note,
    /// A remedy, in the imperative.
    Help,
}

impl NoteKind {
    /// The label that stands before the message: `note` or `help`.
    pub fn label(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Help => "help",
        }
    }
}

/// A further sentence of a diagnostic, with the place it speaks of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, bitcode::Encode, bitcode::Decode)]
pub struct Note {
    /// The role of the sentence.
    pub kind: NoteKind,
    /// The sentence: lower-case start, no final full stop.
    pub message: String,
    /// Where, if it is about a place.
    pub place: Option<Place>,
}

/// What a note begins with that says why there is no edit.
const NO_EDIT: &str = "no edit: ";

impl Note {
    /// A note without a place.
    pub fn new(message: impl Into<String>) -> Self {
        Self { kind: NoteKind::Note, message: message.into(), place: None }
    }

    /// A note about a place.
    pub fn at(place: Place, message: impl Into<String>) -> Self {
        Self { place: Some(place), ..Self::new(message) }
    }

    /// A remedy that is no edit, in the imperative.
    pub fn help(message: impl Into<String>) -> Self {
        Self { kind: NoteKind::Help, ..Self::new(message) }
    }

    /// The note that says why a finding that could have a fix has none, with the place that is the reason.
    pub fn no_edit(reason: &str, place: Option<Place>) -> Self {
        Self { place, ..Self::new(format!("{NO_EDIT}{reason}")) }
    }

    /// The reason of such a note.
    pub fn why_no_edit(&self) -> Option<&str> {
        self.message.strip_prefix(NO_EDIT)
    }
}

/// A place that several findings may lead to: one finding stands there for all of them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, bitcode::Encode, bitcode::Decode)]
pub struct Cause {
    /// The path of the file as it is shown.
    pub path: String,
    /// The range in its decoded text.
    pub span: Span,
    /// The qualified name of the function or class around it.
    pub symbol: String,
    /// What the finding at this place begins with.
    pub message: String,
    /// The sentence that this finding becomes in a note of that one.
    pub lead: String,
    /// How many of the first notes lead from this finding to the place.
    pub links: u32,
}

/// A name that a finding says is missing, with where the name would be defined.
#[derive(Clone, Debug, PartialEq, Eq, Hash, bitcode::Encode, bitcode::Decode)]
pub struct MissingName {
    /// The name.
    pub name: String,
    /// The definitions that could have it, the nearest first.
    pub owners: Vec<NameOwner>,
    /// The name in the code, if another name can be written there.
    pub written: Option<Span>,
}

/// A module, class or function that has names: attributes or parameters.
#[derive(Clone, Debug, PartialEq, Eq, Hash, bitcode::Encode, bitcode::Decode)]
pub struct NameOwner {
    /// The path of the file as it is shown.
    pub path: String,
    /// The qualified name inside the module; empty for the module itself.
    pub symbol: String,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Hash, bitcode::Encode, bitcode::Decode)]
pub struct Diagnostic {
    /// The code of the rule.
    pub code: RuleCode,
    /// The name of the rule.
    pub rule: String,
    /// The path of the file as it is shown: relative, with `/`.
    pub path: String,
    /// What is flagged, in bytes of the decoded text.
    pub span: Span,
    /// How much it weighs.
    pub level: Level,
    /// How sure it is.
    pub confidence: Confidence,
    /// Read or seen.
    pub evidence: Evidence,
    /// One line that stands alone: lower-case start, no final full stop, names the construct.
    pub message: String,
    /// The qualified name of the function or class the finding is in, empty at module level.
    pub symbol: String,
    /// Further sentences.
    pub notes: Vec<Note>,
    /// The mend, where a right local one exists.
    pub fix: Option<Fix>,
    /// The place that others may lead to as well; `None` in what is shown.
    pub cause: Option<Box<Cause>>,
    /// The name that is missing, if the finding is about one.
    pub missing: Option<Box<MissingName>>,
}

impl Diagnostic {
    /// The key by which diagnostics are sorted before they are shown.
    pub fn sort_key(&self) -> (&str, Span, RuleCode, &str) {
        (&self.path, self.span, self.code, &self.message)
    }
}
