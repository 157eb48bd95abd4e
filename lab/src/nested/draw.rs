//! The mutations, as lab/nested/draw.py draws them.

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::Arguments;
use crate::corpus::Corpus;
use crate::loopmend::Loopmend;
use crate::tools::Tools;
use crate::workspace;

/// The program that draws.
const PROGRAM: &str = "lab/nested/draw.py";

/// Who runs the function that is mutated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Family {
    /// An event loop.
    Bad,
    /// Only plain code.
    Entry,
    /// A thread that async code hands it to.
    Thread,
}

/// What is put into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Kind {
    /// `asyncio.run(...)`.
    Run,
    /// `time.sleep(1)`.
    Sleep,
}

/// One change of one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Mutation {
    /// The name of the corpus.
    pub(super) corpus: String,
    /// Relative to its source.
    pub(super) path: String,
    /// What is put there.
    pub(super) kind: Kind,
    /// Who runs it.
    pub(super) family: Family,
    /// How many calls lie between the function and the nearest async one.
    pub(super) depth: usize,
    /// The name of the function.
    pub(super) function: String,
    /// The line, in the new text, of the statement.
    pub(super) line: usize,
    /// Start and end, in bytes, and what stands there instead.
    #[serde(skip_serializing)]
    pub(super) edits: Vec<(usize, usize, String)>,
}

impl Mutation {
    /// The text with it; `None` where an edit does not fit.
    pub(super) fn apply(&self, text: &str) -> Option<String> {
        let mut changed = text.to_owned();
        for (start, end, instead) in self.edits.iter().rev() {
            text.get(*start..*end)?;
            changed.replace_range(start..end, instead);
        }
        Some(changed)
    }
}

#[derive(Serialize)]
struct Request<'a> {
    seed: u64,
    bad: usize,
    good: usize,
    corpora: Vec<RequestCorpus<'a>>,
}

#[derive(Serialize)]
struct RequestCorpus<'a> {
    name: &'a str,
    tree: String,
    files: Vec<String>,
}

/// Draws the mutations.
///
/// # Errors
/// When a corpus cannot be read, or the program fails.
pub(super) fn draw(
    arguments: &Arguments,
    corpora: &[Corpus],
    tools: &Tools,
    loopmend: &Loopmend,
) -> Result<Vec<Mutation>> {
    let of_corpus = |corpus: &'_ Corpus| {
        let files = loopmend.files(&corpus.source())?;
        let mut files: Vec<String> =
            files.iter().map(|path| path.to_string_lossy().replace('\\', "/")).collect();
        files.sort();
        Ok((files, corpus.source().display().to_string()))
    };
    let read = corpora.iter().map(of_corpus).collect::<Result<Vec<_>>>()?;
    let corpora = corpora.iter().zip(read);
    let corpora = corpora.map(|(corpus, (files, tree))| RequestCorpus { name: &corpus.name, tree, files });
    let Arguments { seed, bad, good, .. } = *arguments;
    let request = Request { seed, bad, good, corpora: corpora.collect() };
    let path = workspace::target().join("nested/request.json");
    workspace::write(&path, &serde_json::to_string(&request)?)?;
    let mut python = tools.python();
    python.arg("-I").arg(workspace::root().join(PROGRAM)).arg(path);
    let output = workspace::run_captured(&mut python, &[0])?;
    serde_json::from_slice(&output).with_context(|| format!("{PROGRAM} wrote an unknown form"))
}

#[cfg(test)]
pub(super) mod tests {
    use super::{Family, Kind, Mutation};

    /// A mutation of the second line of a file.
    pub(in crate::nested) fn mutation(family: Family) -> Mutation {
        Mutation {
            corpus: "x".into(),
            path: "a.py".into(),
            kind: Kind::Run,
            family,
            depth: 1,
            function: "f".into(),
            line: 2,
            edits: vec![(4, 4, "é\n".into())],
        }
    }

    #[test]
    fn an_edit_is_made_where_it_fits() {
        let one = mutation(Family::Bad);
        assert_eq!(one.apply("one\ntwo\n").unwrap(), "one\né\ntwo\n");
        assert_eq!(one.apply("o"), None);
    }
}
