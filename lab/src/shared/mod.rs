//! Shared state: draws classes and globals for judging by reading, compares what was judged with what
//! `inventory --shared-state` says, and counts how often a state is called unguarded whose lock was removed.

mod draw;
mod locks;
mod report;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};

use crate::corpus::{self, Corpus};
use crate::loopmend::Loopmend;
use crate::tools::Tools;
use crate::{Outcome, markdown, workspace};

/// The corpora that are drawn from: a gateway with threads and tasks, integrations of one loop, a library of locks and streams.
const CORPORA: [&str; 3] = ["litellm", "homeassistant", "anyio"];

/// The example, below the workspace, and what was judged of it.
const EXAMPLE: [&str; 2] = ["examples/parcels", "docs/lab/shared/parcels.json"];

/// The arguments of `cargo lab shared`.
#[derive(clap::Args)]
#[command(after_help = "\
Without an option, what was judged with the seed is compared. `--draw` comes first: it prints names without verdicts, which are judged \
by reading into docs/lab/shared/seed-SEED.json. The draws are made by lab/shared/draw.py.")]
pub(crate) struct Arguments {
    /// What the choice is made from
    #[arg(long, default_value_t = 7)]
    seed: u64,
    /// Print so many states of each corpus for judging, and nothing else
    #[arg(long, value_name = "COUNT")]
    draw: Option<usize>,
    /// What is drawn from; what is compared says it itself
    #[arg(long, value_name = "NAMES", value_delimiter = ',', default_values_t = CORPORA.map(str::to_owned), requires = "draw")]
    corpora: Vec<String>,
    /// How many locks are removed, one at a time
    #[arg(long, default_value_t = 30)]
    locks: usize,
    /// Write the tables to docs/lab/precision.md
    #[arg(long)]
    update: bool,
}

/// What `inventory --shared-state --output-format json` says, as far as it is needed.
#[derive(Debug, Deserialize)]
struct Said {
    states: Vec<State>,
}

/// A class or global.
#[derive(Debug, Deserialize)]
struct State {
    path: String,
    line: usize,
    name: String,
    kind: String,
    verdict: String,
    attributes: Vec<Attribute>,
}

#[derive(Debug, Deserialize)]
struct Attribute {
    name: String,
    verdict: String,
    guard: Option<String>,
    writers: Vec<Writer>,
}

#[derive(Debug, Deserialize)]
struct Writer {
    place: Option<Place>,
}

#[derive(Debug, Deserialize)]
struct Place {
    path: String,
}

/// What was judged by reading.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Judged {
    corpus: String,
    path: String,
    line: usize,
    name: String,
    kind: String,
    judged: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Judgements {
    seed: u64,
    states: Vec<Judged>,
}

/// A judged state with what is said of it.
#[derive(Clone, Debug)]
struct Compared {
    corpus: String,
    name: String,
    judged: String,
    /// `None` where it is not listed.
    said: Option<String>,
}

impl Compared {
    fn is_right(&self) -> bool {
        self.said.as_deref() == Some(&self.judged)
    }
}

/// Runs `cargo lab shared`.
///
/// # Errors
/// When a corpus cannot be fetched or copied, or loopmend fails.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let judged = match arguments.draw {
        Some(_) => None,
        None => Some(judgements(arguments.seed)?),
    };
    let corpora = corpus::select(
        &judged.as_ref().map_or_else(|| arguments.corpora.clone(), |judged| corpora_of(judged)),
    )?;
    let tools = Tools::ready()?;
    let loopmend = Loopmend::build()?;
    corpus::fetch_each(&corpora, &tools)?;
    let said: Vec<Said> =
        corpora.iter().map(|one| ask(&loopmend, &one.source(), one)).collect::<Result<_>>()?;
    let Some(judged) = judged else {
        draw::print(&tools, &corpora, &said, arguments.seed, arguments.draw.unwrap_or_default())?;
        return Ok(Outcome::Passed);
    };
    let mut compared = example(&loopmend)?;
    compared.extend(judged.iter().map(|one| compare(one, &corpora, &said)));
    let removed = locks::remove(&tools, &loopmend, &corpora, &said, arguments)?;
    let releases: Vec<String> = corpora.iter().map(Corpus::pin).collect();
    let tables = report::tables(&releases, arguments.seed, &compared, &removed);
    println!("{tables}");
    if arguments.update {
        markdown::write_section(
            &workspace::root().join("docs/lab/precision.md"),
            "Precision",
            "shared",
            &tables,
        )?;
    }
    Ok(Outcome::Passed)
}

/// What was judged with a seed.
fn judgements(seed: u64) -> Result<Vec<Judged>> {
    let path = workspace::root().join(format!("docs/lab/shared/seed-{seed}.json"));
    let judgements: Judgements = serde_json::from_str(&workspace::read(&path)?)?;
    if judgements.seed != seed {
        bail!("{} was drawn with the seed {}", path.display(), judgements.seed);
    }
    Ok(judgements.states)
}

/// The corpora of what was judged, each once.
fn corpora_of(judged: &[Judged]) -> Vec<String> {
    let mut names: Vec<String> = judged.iter().map(|one| one.corpus.clone()).collect();
    names.dedup();
    names
}

/// What is said of a tree, with the environment of its corpus.
fn ask(loopmend: &Loopmend, tree: &Path, corpus: &Corpus) -> Result<Said> {
    let mut command = loopmend.command(tree);
    command.args(["inventory", "--shared-state", "--output-format", "json", "--python"]);
    command.arg(corpus.environment()).arg(code_in(tree, &corpus.name));
    let output = workspace::run_captured(&mut command, &[0])?;
    serde_json::from_slice(&output).context("`inventory --shared-state` wrote an unknown form")
}

/// Where the code of a project stands in its tree.
fn code_in(tree: &Path, name: &str) -> String {
    let package = name.replace('-', "_");
    let places = [package.clone(), format!("src/{package}")];
    places.into_iter().find(|place| tree.join(place).is_dir()).unwrap_or_else(|| ".".to_owned())
}

fn example(loopmend: &Loopmend) -> Result<Vec<Compared>> {
    let [tree, judged] = EXAMPLE.map(|path| workspace::root().join(path));
    let judged: std::collections::BTreeMap<String, String> =
        serde_json::from_str(&workspace::read(&judged)?)?;
    let mut command = loopmend.command(&tree);
    command.args(["inventory", "--shared-state", "--output-format", "json"]);
    let said: Said = serde_json::from_slice(&workspace::run_captured(&mut command, &[0])?)?;
    let of = |(name, judged): (String, String)| {
        let found = said.states.iter().find(|state| state.name == name);
        Compared { corpus: "parcels".into(), name, judged, said: found.map(|state| state.verdict.clone()) }
    };
    Ok(judged.into_iter().map(of).collect())
}

fn compare(one: &Judged, corpora: &[Corpus], said: &[Said]) -> Compared {
    let is_it = |state: &&State| {
        state.path == one.path && state.name == one.name && state.line == one.line && state.kind == one.kind
    };
    let own = corpora.iter().zip(said).find(|(corpus, _)| corpus.name == one.corpus);
    let found = own.and_then(|(_, said)| said.states.iter().find(is_it));
    Compared {
        corpus: one.corpus.clone(),
        name: one.name.clone(),
        judged: one.judged.clone(),
        said: found.map(|state| state.verdict.clone()),
    }
}

/// Where the requests and results of draws are.
fn directory() -> PathBuf {
    workspace::target().join("shared")
}

#[cfg(test)]
mod tests {
    use super::Compared;

    /// A state that was judged.
    pub(super) fn compared(judged: &str, said: Option<&str>) -> Compared {
        Compared { corpus: "x".into(), name: "A".into(), judged: judged.into(), said: said.map(Into::into) }
    }

    #[test]
    fn what_is_not_listed_is_not_right() {
        assert!(compared("guarded", Some("guarded")).is_right());
        assert!(!compared("guarded", None).is_right());
    }
}
