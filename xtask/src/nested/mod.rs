//! Mutation: puts a start of an event loop, or a sleep, into functions that `async` code calls, at some distance; and counts how many
//! of these a check finds, with the right end of the chain, and how many it flags that a thread or plain code runs.

mod draw;
mod report;

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde::Serialize;

use crate::corpus::{self, Corpus};
use crate::erasure::{Workbench, in_parallel};
use crate::loopmend::{Finding, Loopmend};
use crate::tools::Tools;
use crate::{Outcome, markdown, workspace};

use draw::{Kind, Mutation};

/// The corpora: those with the most plain functions below `async` ones.
const CORPORA: [&str; 3] = ["prefect", "litellm", "distributed"];

/// The arguments of `cargo xtask nested`.
#[derive(clap::Args)]
#[command(after_help = "\
The mutations are drawn by xtask/nested/draw.py, which knows the syntax of the code and nothing that loopmend knows of it. \
Each is made alone. One is found when a finding that was not there before ends in the mutated function. All of them are in \
target/nested/all.json.")]
pub(crate) struct Arguments {
    /// What the choice is made from
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many functions below async code get each statement, in each corpus
    #[arg(long, default_value_t = 34)]
    bad: usize,
    /// How many get it that only a thread or plain code runs, in each corpus
    #[arg(long, default_value_t = 17)]
    good: usize,
    /// How many copies of a corpus are worked on beside each other
    #[arg(long, default_value_t = 2)]
    jobs: usize,
    /// Write the tables to docs/nested.md
    #[arg(long)]
    update: bool,
}

/// A mutation, and what a check says of it.
#[derive(Clone, Debug, Serialize)]
struct Scored {
    #[serde(flatten)]
    mutation: Mutation,
    /// How sure the best of the findings is that ends in the function.
    confidence: Option<String>,
}

impl Scored {
    fn is_found(&self) -> bool {
        self.confidence.is_some()
    }
}

/// Runs `cargo xtask nested`.
///
/// # Errors
/// When a corpus cannot be fetched or copied, or loopmend fails.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let corpora = corpus::select(&CORPORA.map(str::to_owned))?;
    let tools = Tools::ready()?;
    let loopmend = Loopmend::build()?;
    for corpus in &corpora {
        corpus::fetch(corpus, &tools)?;
    }
    let mutations = draw::draw(arguments, &corpora, &tools, &loopmend)?;
    let mut scored = Vec::new();
    for corpus in &corpora {
        let own: Vec<&Mutation> = mutations.iter().filter(|one| one.corpus == corpus.name).collect();
        println!("{}: {} mutations", corpus.name, own.len());
        scored.extend(measure(corpus, &own, arguments.jobs, &loopmend)?);
    }
    let all = workspace::target().join("nested/all.json");
    workspace::write(&all, &serde_json::to_string_pretty(&scored)?)?;
    let releases: Vec<String> = corpora.iter().map(Corpus::pin).collect();
    let tables = report::tables(&releases, arguments.seed, &scored);
    println!("{tables}\nall of them are in {}", all.display());
    if arguments.update {
        markdown::write_section(&workspace::root().join("docs/nested.md"), "Nested", "nested", &tables)?;
    }
    Ok(Outcome::Passed)
}

fn measure(
    corpus: &Corpus,
    mutations: &[&Mutation],
    jobs: usize,
    loopmend: &Loopmend,
) -> Result<Vec<Scored>> {
    let workbenches = Workbench::make_several(corpus, "nested", loopmend, jobs)?;
    let source = corpus.source();
    in_parallel(&workbenches, mutations, |workbench, mutation| {
        let text = workspace::read(&source.join(&mutation.path))?;
        let mutated = mutation.apply(&text).context("an edit does not fit its file")?;
        let found = workbench.with_texts(&BTreeMap::from([(mutation.path.as_str(), mutated)]))?;
        let confidence = best(mutation, workbench.base(), &found);
        Ok(Scored { mutation: (*mutation).clone(), confidence })
    })
}

/// How sure the best of the new findings is that ends where the statement was put.
fn best(mutation: &Mutation, base: &[Finding], found: &[Finding]) -> Option<String> {
    let rule = match mutation.kind {
        Kind::Run => "run-in-running-loop",
        Kind::Sleep => "blocking-call-in-async",
    };
    let is_old = |one: &Finding| {
        base.iter().any(|old| old.path == one.path && old.message == one.message && old.notes == one.notes)
    };
    let ends_here = |one: &&Finding| match one.last_caller() {
        Some(caller) => caller == mutation.function,
        None => one.path == mutation.path && one.line == mutation.line,
    };
    let new = found.iter().filter(|one| one.rule == rule).filter(ends_here).filter(|one| !is_old(one));
    new.map(|one| one.confidence.clone()).min()
}

#[cfg(test)]
mod tests {
    use super::best;
    use super::draw::Family;
    use super::draw::tests::mutation;
    use crate::loopmend::tests::finding;
    use crate::loopmend::{Finding, NoteOutput};

    fn with_notes(notes: &[&str]) -> Finding {
        let notes = notes.iter().map(|note| NoteOutput { message: (*note).to_owned() }).collect();
        Finding { notes, ..finding("b.py", "run-in-running-loop", (7, 1)) }
    }

    #[test]
    fn a_finding_counts_by_the_end_of_its_chain() {
        let mutation = mutation(Family::Bad);
        let right = with_notes(&["use it", "`A.first` calls `f` here", "`A.f` calls `asyncio.run` here"]);
        let found = [right.clone()];
        assert_eq!(best(&mutation, &[], &found), Some("certain".to_owned()));
        assert_eq!(best(&mutation, &found, &found), None);
        let wrong = with_notes(&["`A.first` calls `asyncio.run` here"]);
        assert_eq!(best(&mutation, &[], &[wrong]), None);
        let direct = Finding { path: "a.py".into(), line: 2, ..with_notes(&[]) };
        assert_eq!(best(&mutation, &[], &[direct]), Some("certain".to_owned()));
    }
}
