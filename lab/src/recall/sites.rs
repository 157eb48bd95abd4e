//! What the program would say of each awaited call, had its `await` been forgotten.

use std::ffi::OsStr;

use crate::harness::{Corpus, Deserialize, Loopmend, Path, Result};

/// How the value of an awaited call is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Position {
    /// It is dropped.
    Statement,
    /// It is used.
    Value,
}

/// What would be said without the `await`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Verdict {
    /// A finding at `certain`.
    Certain,
    /// A finding at `likely`.
    Likely,
    /// Nothing: the call gives a future or a task, which runs without being awaited.
    Future,
    /// Nothing.
    None,
}

/// What the finding would rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(super) enum Ground {
    /// The body of an `async def`.
    #[serde(rename = "definition")]
    Definition,
    /// An annotation.
    #[serde(rename = "annotation")]
    Annotation,
    /// That other calls like this one are awaited.
    #[serde(rename = "consensus")]
    Consensus,
    /// There would be none.
    #[serde(rename = "")]
    Nothing,
}

/// A line of `loopmend debug-recall PATH --python ENVIRONMENT --sites`, an awaited call, or of `--unawaited FILE`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Site {
    /// Relative to the root of the corpus.
    pub(super) path: String,
    /// The line of the call, from 1.
    pub(super) line: usize,
    /// Its column, from 1, in characters.
    pub(super) column: usize,
    /// Where the call starts, in bytes.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// Where its `await` starts, if it has one.
    pub(super) await_start: Option<usize>,
    /// How its value is used.
    pub(super) position: Position,
    /// What would be said.
    pub(super) verdict: Verdict,
    /// What that would rest on.
    pub(super) by: Ground,
    /// Of the verdict `none`, a short reason; many calls share one.
    pub(super) why: String,
}

/// The awaited calls of a corpus, as judged without a part of the inference. Fails if loopmend fails on it.
pub(super) fn read(corpus: &Corpus, loopmend: &Loopmend, without: Option<&str>) -> Result<Vec<Site>> {
    let mut options: Vec<&OsStr> = vec!["--sites".as_ref()];
    if let Some(part) = without {
        options.extend([OsStr::new("--without"), part.as_ref()]);
    }
    listed(corpus, &corpus.source(), &options, loopmend)
}

/// The calls of a file that are not awaited, in a copy of a corpus. Fails if loopmend fails on it.
pub(super) fn unawaited(corpus: &Corpus, copy: &Path, path: &str, loopmend: &Loopmend) -> Result<Vec<Site>> {
    listed(corpus, copy, &["--unawaited".as_ref(), path.as_ref()], loopmend)
}

fn listed(corpus: &Corpus, tree: &Path, options: &[&OsStr], loopmend: &Loopmend) -> Result<Vec<Site>> {
    let environment = corpus.environment();
    let mut arguments: Vec<&OsStr> =
        vec!["debug-recall".as_ref(), ".".as_ref(), "--python".as_ref(), environment.as_os_str()];
    arguments.extend(options);
    loopmend.list(tree, &arguments)
}

#[cfg(test)]
pub(super) mod tests {
    use super::{Ground, Position, Site, Verdict};

    /// A call `f()` on a line of its own.
    pub(in crate::recall) fn site(position: Position, verdict: Verdict, by: Ground, why: &str) -> Site {
        Site {
            path: "a.py".into(),
            line: 1,
            column: 7,
            start: 6,
            end: 9,
            await_start: Some(0),
            position,
            verdict,
            by,
            why: why.into(),
        }
    }

    #[test]
    fn a_line_of_the_program_is_read() {
        let line = r#"{"path": "a.py", "line": 1, "column": 7, "start": 6, "end": 9, "await_start": 0,
            "position": "value", "verdict": "likely", "by": "consensus", "why": ""}"#;
        let read: Site = serde_json::from_str(line).unwrap();
        assert_eq!(read, site(Position::Value, Verdict::Likely, Ground::Consensus, ""));
        let line = line.replace("likely", "none").replace("consensus", "");
        assert_eq!(serde_json::from_str::<Site>(&line).unwrap().by, Ground::Nothing);
    }
}
