use serde::{Deserialize, Serialize};

use crate::Span;

/// Replaces the text of `span` by `replacement`; an empty span inserts, an empty replacement deletes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, bitcode::Encode, bitcode::Decode)]
pub struct Edit {
    /// What is replaced, in bytes of the decoded text.
    pub span: Span,
    /// What stands there afterwards.
    pub replacement: String,
}

impl Edit {
    /// Inserts `text` at the byte `offset`.
    pub fn insertion(offset: u32, text: impl Into<String>) -> Self {
        Self { span: Span::empty(offset), replacement: text.into() }
    }

    /// Replaces what stands in `span`.
    pub fn replacement(span: Span, text: impl Into<String>) -> Self {
        Self { span, replacement: text.into() }
    }
}

/// What a fix promises; a rule that is not sure chooses the weaker promise.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    bitcode::Encode,
    bitcode::Decode,
)]
#[serde(rename_all = "kebab-case")]
pub enum Applicability {
    /// A suggestion to read; it is never applied.
    DisplayOnly,
    /// The fix starts code that did not run before, or changes timing.
    Unsafe,
    /// Behaviour cannot change but for the bug.
    Safe,
}

/// Edits of a file, named.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, bitcode::Encode, bitcode::Decode)]
#[serde(deny_unknown_fields)]
pub struct FileEdits {
    /// The path of the file as it is shown.
    pub path: String,
    /// The edits, sorted by position; they never overlap.
    pub edits: Vec<Edit>,
}

impl FileEdits {
    /// From edits in any order.
    pub fn new(path: impl Into<String>, mut edits: Vec<Edit>) -> Self {
        edits.sort_by_key(|edit| edit.span);
        Self { path: path.into(), edits }
    }
}

/// Edits that together mend one finding: of its file, and of others.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, bitcode::Encode, bitcode::Decode)]
pub struct Fix {
    /// What the fix does, in the imperative: "await the call".
    pub title: String,
    /// What it promises.
    pub applicability: Applicability,
    /// The edits of the file of the finding, sorted by position; they never overlap.
    pub edits: Vec<Edit>,
    /// Those of other files, each file once. The fix is applied as a whole or not at all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub elsewhere: Vec<FileEdits>,
}

impl Fix {
    /// A fix of one file, from edits in any order.
    pub fn new(title: impl Into<String>, applicability: Applicability, mut edits: Vec<Edit>) -> Self {
        edits.sort_by_key(|edit| edit.span);
        Self { title: title.into(), applicability, edits, elsewhere: Vec::new() }
    }

    /// The fix with edits of another file besides.
    pub fn and_in(mut self, file: FileEdits) -> Self {
        self.elsewhere.push(file);
        self
    }

    /// All files that it edits, when its finding is in the file `own`: that one first.
    pub fn files(&self, own: &str) -> Vec<FileEdits> {
        let own = FileEdits { path: own.to_owned(), edits: self.edits.clone() };
        let own = Some(own).filter(|own| !own.edits.is_empty());
        own.into_iter().chain(self.elsewhere.iter().cloned()).collect()
    }

    /// The same fix for a finding in the file `to` instead of the file `from`.
    pub fn of_file(self, from: &str, to: &str) -> Self {
        let files = self.files(from);
        let (own, elsewhere) = files.into_iter().partition::<Vec<_>, _>(|file| file.path == to);
        Self { edits: own.into_iter().flat_map(|file| file.edits).collect(), elsewhere, ..self }
    }

    /// The text of the finding's file after the fix. Edits that do not fit the text leave it as it is.
    pub fn apply(&self, text: &str) -> String {
        edited(text, &self.edits).unwrap_or_else(|| text.to_owned())
    }
}

/// The text after edits that are sorted by position; `None` where they overlap or do not fit the text.
pub fn edited(text: &str, edits: &[Edit]) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        let range = edit.span.as_range();
        out.push_str(text.get(done..range.start)?);
        text.get(range.clone())?;
        out.push_str(&edit.replacement);
        done = range.end;
    }
    out.push_str(text.get(done..)?);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::{Applicability, Edit, FileEdits, Fix};
    use crate::Span;

    #[test]
    fn edits_apply_in_order_of_position() {
        let edits = vec![Edit::replacement(Span::new(4, 5), "z"), Edit::insertion(0, "await ")];
        let fix = Fix::new("await the call", Applicability::Unsafe, edits);
        assert_eq!(fix.apply("f() x"), "await f() z");
    }

    #[test]
    fn the_file_of_the_finding_is_named_first() {
        let other = FileEdits::new("b.toml", vec![Edit::insertion(3, "y"), Edit::insertion(0, "x")]);
        let fix = Fix::new("x", Applicability::Safe, vec![Edit::insertion(0, "y")]).and_in(other.clone());
        assert_eq!(other.edits[0].span.start, 0);
        assert_eq!(
            fix.files("a.py").iter().map(|file| file.path.as_str()).collect::<Vec<_>>(),
            ["a.py", "b.toml"]
        );
        assert_eq!(
            Fix::new("x", Applicability::Safe, Vec::new()).and_in(other.clone()).files("a.py"),
            [other]
        );
    }

    #[test]
    fn an_edit_outside_the_text_changes_nothing() {
        let fix = Fix::new("x", Applicability::Safe, vec![Edit::insertion(9, "y")]);
        assert_eq!(fix.apply("short"), "short");
    }
}
