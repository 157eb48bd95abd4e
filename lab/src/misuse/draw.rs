//! The mutations, as lab/misuse/draw.py draws them.

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::Arguments;
use crate::corpus::Corpus;
use crate::loopmend::Loopmend;
use crate::tools::Tools;
use crate::workspace;

/// The program that draws.
const PROGRAM: &str = "lab/misuse/draw.py";

/// The table of slots.
const SLOTS: &str = "crates/loopmend_infer/src/slots.rs";

/// What a mutation makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Family {
    /// An async function in a slot that awaits nothing.
    Slot,
    /// A task that nobody keeps.
    Task,
    /// What looks like one of these, and is none.
    Alike,
}

/// One change of one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Mutation {
    /// The name of the corpus.
    pub(super) corpus: String,
    /// Relative to its source.
    pub(super) path: String,
    /// What it makes.
    pub(super) family: Family,
    /// In which way.
    pub(super) kind: String,
    /// The row of the table of slots, as `definition:parameter`.
    pub(super) row: Option<String>,
    /// How the function is reached; of a task, how it was kept.
    pub(super) reach: String,
    /// Whether the slot or the task is one of the project's code.
    pub(super) natural: bool,
    /// The first and the last line, in the new text, where a mistake would be seen.
    pub(super) lines: (usize, usize),
    /// These lines, and some before them.
    pub(super) shown: Vec<String>,
    /// Start and end, in bytes, and what stands there instead.
    #[serde(skip_serializing)]
    pub(super) edits: Vec<(usize, usize, String)>,
}

impl Mutation {
    /// The text with it; `None` where an edit does not fit.
    pub(super) fn apply(&self, text: &str) -> Option<String> {
        let mut changed = String::with_capacity(text.len());
        let mut end = 0;
        for (start, stop, instead) in &self.edits {
            changed += text.get(end..*start)?;
            changed += instead;
            end = *stop;
        }
        Some(changed + text.get(end..)?)
    }

    /// Whether other files may see it.
    pub(super) fn changes_a_definition(&self) -> bool {
        self.kind == "made async"
    }
}

#[derive(Serialize)]
struct Request<'a> {
    seed: u64,
    slots: usize,
    tasks: usize,
    alikes: usize,
    corpora: Vec<RequestCorpus<'a>>,
}

#[derive(Serialize)]
struct RequestCorpus<'a> {
    name: &'a str,
    tree: String,
    files: Vec<String>,
    environment: String,
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
        let mut files: Vec<String> = loopmend
            .files(&corpus.source())?
            .iter()
            .map(|path| path.to_string_lossy().replace('\\', "/"))
            .collect();
        files.sort();
        Ok((files, corpus.source().display().to_string(), corpus.environment().display().to_string()))
    };
    let read = corpora.iter().map(of_corpus).collect::<Result<Vec<_>>>()?;
    let corpora = corpora.iter().zip(read).map(|(corpus, (files, tree, environment))| RequestCorpus {
        name: &corpus.name,
        tree,
        files,
        environment,
    });
    let Arguments { seed, slots, tasks, alikes, .. } = *arguments;
    let request = Request { seed, slots, tasks, alikes, corpora: corpora.collect() };
    let path = workspace::target().join("misuse/request.json");
    workspace::write(&path, &serde_json::to_string(&request)?)?;
    let mut python = tools.python();
    python.arg("-I").arg(workspace::root().join(PROGRAM)).arg(path);
    let output = workspace::run_captured(&mut python, &[0])?;
    serde_json::from_slice(&output).with_context(|| format!("{PROGRAM} wrote an unknown form"))
}

/// The rows of the table of slots, as `definition:parameter`, in its order.
///
/// # Errors
/// When the table cannot be read.
pub(super) fn rows() -> Result<Vec<String>> {
    Ok(rows_of(&workspace::read(&workspace::root().join(SLOTS))?))
}

fn rows_of(text: &str) -> Vec<String> {
    let table = text.split_once("static SLOTS").map_or("", |(_, table)| table);
    let table = table.split_once("\n];").map_or("", |(table, _)| table);
    let rows = table.split(" slot(").skip(1).filter_map(|row| {
        let mut words = row.split('"').skip(1).step_by(2);
        let (definition, _, parameter) = (words.next()?, words.next()?, words.next()?);
        Some(format!("{definition}:{parameter}"))
    });
    rows.collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::{Family, Mutation, PROGRAM, rows, rows_of};
    use crate::workspace;

    /// A mutation of the second line of a file.
    pub(in crate::misuse) fn mutation(path: &str, kind: &str) -> Mutation {
        Mutation {
            corpus: "x".into(),
            path: path.into(),
            family: Family::Slot,
            kind: kind.into(),
            row: Some("m.f:g".into()),
            reach: "direct".into(),
            natural: true,
            lines: (2, 2),
            shown: vec!["f(h)".into()],
            edits: vec![(4, 4, "é".into()), (6, 7, String::new())],
        }
    }

    #[test]
    fn edits_are_made_from_the_start() {
        let one = mutation("a.py", "replaced");
        assert_eq!(one.apply("one\ntwo\n").unwrap(), "one\nétw\n");
        assert_eq!(one.apply("one\nt"), None);
    }

    #[test]
    fn the_table_is_read() {
        let text = "static SLOTS: &[Slot] = &[\n    // a\n    slot(\"a.b\", \"b\", (\"f\", 0), X),\n    slot(\n        \
                    \"c.d\",\n        \"d\",\n        (\"g\", BY_NAME),\n    ),\n];\n slot(\"x\", \"y\", \"z\")";
        assert_eq!(rows_of(text), ["a.b:f", "c.d:g"]);
    }

    #[test]
    fn every_row_can_be_drawn() {
        let program = workspace::read(&workspace::root().join(PROGRAM)).unwrap();
        for row in rows().unwrap() {
            let (definition, parameter) = row.split_once(':').unwrap();
            let (_, name) = definition.rsplit_once('.').unwrap();
            let is_known = program.contains(&format!("\"{row}\": row("))
                || program.contains(&format!("\"{name}:{parameter}\": row("))
                || (name == "apply_async" && program.contains(&format!("APPLY + \"{parameter}\": row(")));
            assert!(is_known, "{PROGRAM} has no statement for `{row}`");
        }
    }
}
