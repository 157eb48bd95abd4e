use serde::Serialize;

use crate::{Applicability, Fix, Level, RuleCode, Span};

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

/// The beginning of a note that says why there is no fix.
const NO_EDIT: &str = "no fix: ";

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
    /// `true` if all causes in the file of the cause are one.
    pub joins_file: bool,
    /// `true` if the cause is the decision that its findings come from, so that nothing joins them further.
    pub is_decision: bool,
}

/// A decision of the project that several findings come from, such as the use of a synchronous session. One finding stands for all of
/// them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, bitcode::Encode, bitcode::Decode)]
pub struct Decision {
    /// Equal for the findings of one decision and rule.
    pub key: String,
    /// The construct that the message of the joined finding names.
    pub subject: String,
}

/// The relation of a place to the finding that stands for it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, bitcode::Encode, bitcode::Decode,
)]
#[serde(rename_all = "kebab-case")]
pub enum PlaceRole {
    /// The mistake stands there as well.
    Same,
    /// The code there leads to the mistake.
    Caller,
}

/// A place that a joined finding stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, bitcode::Encode, bitcode::Decode)]
pub struct JoinedPlace {
    /// The relation to the finding.
    pub role: PlaceRole,
    /// The path of the file as it is shown.
    pub path: String,
    /// The range in its decoded text.
    pub span: Span,
    /// The qualified name of the function or class around it.
    pub symbol: String,
    /// The message of the finding that stands there without joining.
    pub message: String,
    /// How sure that finding is.
    pub confidence: Confidence,
    /// The promise of its fix, if it has one.
    pub fix: Option<Applicability>,
}

impl JoinedPlace {
    /// The place of a finding.
    pub fn of(diagnostic: &Diagnostic, role: PlaceRole) -> Self {
        Self {
            role,
            path: diagnostic.path.clone(),
            span: diagnostic.span,
            symbol: diagnostic.symbol.clone(),
            message: diagnostic.message.clone(),
            confidence: diagnostic.confidence,
            fix: diagnostic.fix.as_ref().map(|fix| fix.applicability),
        }
    }
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
    /// `true` if only the profile `strict` reports it.
    pub is_strict: bool,
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
    /// The decision that others may come from as well; `None` in what is shown.
    pub decision: Option<Box<Decision>>,
    /// All places of a joined finding, in order; empty if it stands for itself.
    pub places: Vec<JoinedPlace>,
    /// The name that is missing, if the finding is about one.
    pub missing: Option<Box<MissingName>>,
}

impl Diagnostic {
    /// Creates a certain error that reading the code shows, outside of functions and classes, without notes and fix.
    pub fn new(
        code: RuleCode,
        rule: impl Into<String>,
        path: impl Into<String>,
        span: Span,
        message: impl Into<String>,
    ) -> Self {
        Self {
            code,
            rule: rule.into(),
            path: path.into(),
            span,
            level: Level::Error,
            confidence: Confidence::Certain,
            evidence: Evidence::Inferred,
            is_strict: false,
            message: message.into(),
            symbol: String::new(),
            notes: Vec::new(),
            fix: None,
            cause: None,
            decision: None,
            places: Vec::new(),
            missing: None,
        }
    }

    /// The key by which diagnostics are sorted before they are shown.
    pub fn sort_key(&self) -> (&str, Span, RuleCode, &str) {
        (&self.path, self.span, self.code, &self.message)
    }

    /// The promises of the fixes that the finding stands for, each with the confidence of its finding.
    pub fn fixes(&self) -> Vec<(Applicability, Confidence)> {
        let mut same = self.places.iter().filter(|place| place.role == PlaceRole::Same).peekable();
        match same.peek() {
            Some(_) => same.filter_map(|place| Some((place.fix?, place.confidence))).collect(),
            None => self.fix.iter().map(|fix| (fix.applicability, self.confidence)).collect(),
        }
    }

    /// Moves the finding to the first of its places in view. Returns `false` if none of them is in view.
    ///
    /// A note then says what is wrong at the place where it stood. The message of a call that leads there becomes that of the finding.
    pub fn stand_in_view(&mut self, is_in_view: impl Fn(&str, Span) -> bool) -> bool {
        if is_in_view(&self.path, self.span) {
            return true;
        }
        let first = self.places.iter().find(|place| is_in_view(&place.path, place.span));
        let Some(JoinedPlace { role, path, span, symbol, message, .. }) = first.cloned() else {
            return false;
        };
        let own = self.places.iter().find(|place| (&place.path, place.span) == (&self.path, self.span));
        let stood = own.map_or(&self.message, |own| &own.message).clone();
        let before = Place::Span { path: self.path.clone(), span: self.span };
        let after = Place::Span { path: path.clone(), span };
        self.notes.retain(|note| note.place.as_ref() != Some(&after));
        self.notes.insert(0, Note::at(before, stood));
        self.fix = self.fix.take().map(|fix| fix.of_file(&self.path, &path));
        if role == PlaceRole::Caller {
            self.message = message;
        }
        (self.path, self.span, self.symbol) = (path, span, symbol);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::{Diagnostic, JoinedPlace, PlaceRole};
    use crate::{Applicability, Edit, FileEdits, Fix, RuleCode, Span};

    fn finding(path: &str, start: u32, message: &str) -> Diagnostic {
        let span = Span::new(start, start + 1);
        Diagnostic::new(RuleCode::new(101), "unawaited-coroutine", path, span, message)
    }

    #[test]
    fn a_joined_finding_moves_to_its_first_place_in_view() {
        let places =
            [finding("a.py", 0, "at a"), finding("b.py", 4, "at b"), finding("b.py", 8, "at b again")];
        let mut joined = finding("a.py", 0, "at 3 places");
        joined.places = places.iter().map(|place| JoinedPlace::of(place, PlaceRole::Same)).collect();
        let edits = |start| vec![Edit::insertion(start, "await ")];
        let fix = Fix::new("await", Applicability::Unsafe, edits(0)).and_in(FileEdits::new("b.py", edits(4)));
        joined.fix = Some(fix);
        let whole = joined.clone();
        assert!(joined.stand_in_view(|path, _| path == "a.py"));
        assert_eq!(joined, whole);
        assert!(!joined.stand_in_view(|path, _| path == "c.py"));
        assert_eq!(joined, whole);
        assert!(joined.stand_in_view(|path, _| path == "b.py"));
        assert_eq!((joined.path.as_str(), joined.span.start), ("b.py", 4));
        assert_eq!((joined.message.as_str(), joined.notes[0].message.as_str()), ("at 3 places", "at a"));
        let fix = joined.fix.unwrap();
        assert_eq!((fix.edits, fix.elsewhere), (edits(4), vec![FileEdits::new("a.py", edits(0))]));
    }

    #[test]
    fn a_caller_in_view_names_the_mistake_in_a_note() {
        let mut joined = finding("helper.py", 0, "it blocks");
        joined.places = vec![JoinedPlace::of(&finding("app.py", 4, "`helper()` blocks"), PlaceRole::Caller)];
        assert!(joined.stand_in_view(|path, _| path == "app.py"));
        assert_eq!((joined.path.as_str(), joined.message.as_str()), ("app.py", "`helper()` blocks"));
        assert_eq!(joined.notes[0].message, "it blocks");
    }
}
