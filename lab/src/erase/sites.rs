//! The awaits of a corpus and which of them are erased.

use crate::harness::*;

/// What the value of an `await` is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    /// Nothing: the `await` is the statement.
    Statement,
    /// Its truth, or a comparison.
    Condition,
    /// It is bound to a name, an attribute, an element or several of them.
    Assignment,
    /// It is returned.
    Return,
    /// Anything else, such as an argument.
    Other,
}

impl Kind {
    /// In the order of the tables.
    pub(crate) const ALL: [Self; 5] =
        [Self::Statement, Self::Condition, Self::Assignment, Self::Return, Self::Other];

    /// As it stands in the tables.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Statement => "statements",
            Self::Condition => "conditions",
            Self::Assignment => "assignments",
            Self::Return => "returns",
            Self::Other => "other values",
        }
    }
}

/// A line of `loopmend debug-awaits PATH`. Places are bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Site {
    /// Relative to the root of the corpus.
    pub(crate) path: String,
    /// Where the word `await` starts.
    pub(crate) await_start: usize,
    /// Where what is awaited starts.
    pub(crate) value_start: usize,
    /// Where it ends.
    pub(crate) value_end: usize,
    /// Where the statement around it, or its head, starts.
    pub(crate) statement_start: usize,
    /// Where that ends.
    pub(crate) statement_end: usize,
    /// What the value is used for.
    pub(crate) kind: Kind,
    /// Whether what is awaited is a call.
    pub(crate) is_call: bool,
    /// What the value is bound to, as it is written.
    pub(crate) target: Vec<String>,
}

/// All awaits of a corpus. Fails if loopmend fails on it.
pub(crate) fn read(corpus: &Corpus, loopmend: &Loopmend) -> Result<Vec<Site>> {
    loopmend.list(&corpus.source(), &["debug-awaits".as_ref(), ".".as_ref()])
}

#[cfg(test)]
pub(super) mod tests {
    use super::{Kind, Site};

    /// The awaits of a text in `a.py`, whose lines are their statements.
    pub(in crate::erase) fn sites(text: &str, kind: Kind, target: &[&str]) -> Vec<Site> {
        let starts = text.match_indices("await ").map(|(at, _)| at);
        starts
            .map(|at| Site {
                path: "a.py".into(),
                await_start: at,
                value_start: at + 6,
                value_end: at + 9,
                statement_start: text[..at].rfind('\n').map_or(0, |end| end + 1),
                statement_end: text[at..].find('\n').map_or(text.len(), |end| at + end),
                kind,
                is_call: true,
                target: target.iter().map(|name| (*name).to_owned()).collect(),
            })
            .collect()
    }

    #[test]
    fn a_line_of_the_program_is_read() {
        let line = r#"{"path": "a.py", "await_start": 4, "value_start": 10, "value_end": 13, "statement_start": 0,
            "statement_end": 13, "kind": "assignment", "is_call": true, "target": ["x"]}"#;
        let text = "x = await f()";
        assert_eq!([serde_json::from_str::<Site>(line).unwrap()], *sites(text, Kind::Assignment, &["x"]));
    }
}
