//! Mutation: puts a start of an event loop, or a sleep, into functions that `async` code calls, at some distance; and counts how many
//! of these a check finds, with the right end of the chain, and how many it flags that a thread or plain code runs.

mod draw;
mod report;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Serialize;

use crate::corpus::{self, Corpus};
use crate::edits::new_lines;
use crate::erasure::{Workbench, in_parallel};
use crate::loopmend::{Finding, FixOutput, Loopmend};
use crate::tools::Tools;
use crate::{Outcome, markdown, workspace};

use draw::{Kind, Mutation};

/// The corpora: those with the most plain functions below `async` ones.
const CORPORA: [&str; 3] = ["prefect", "litellm", "distributed"];

/// The arguments of `cargo lab nested`.
#[derive(clap::Args)]
#[command(after_help = "\
The mutations are drawn by lab/nested/draw.py, which knows the syntax of the code and nothing that loopmend knows of it. \
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
    /// Print so many of those that were found, with what a fix makes of them
    #[arg(long, value_name = "COUNT", default_value_t = 0)]
    mended: usize,
    /// Write the tables to docs/lab/nested.md
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
    /// The call that leads there, where a fix is applied to it, and the lines that the fix makes.
    #[serde(skip_serializing_if = "Option::is_none")]
    mended: Option<(String, Vec<String>)>,
}

impl Scored {
    fn is_found(&self) -> bool {
        self.confidence.is_some()
    }
}

/// Runs `cargo lab nested`.
///
/// # Errors
/// When a corpus cannot be fetched or copied, or loopmend fails.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let corpora = corpus::select(&CORPORA.map(str::to_owned))?;
    let tools = Tools::ready()?;
    let loopmend = Loopmend::build()?;
    corpus::fetch_each(&corpora, &tools)?;
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
    if arguments.mended > 0 {
        print_mended(&scored, arguments);
    }
    if arguments.update {
        markdown::write_section(&workspace::root().join("docs/lab/nested.md"), "Nested", "nested", &tables)?;
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
        let texts = BTreeMap::from([(mutation.path.as_str(), mutated)]);
        let found = workbench.with_texts(&texts)?;
        let new = new_ends(mutation, workbench.base(), &found);
        let confidence = new.iter().map(|one| one.confidence.clone()).min();
        let fixed = new.iter().find(|one| one.fix.as_ref().is_some_and(FixOutput::is_applied));
        let mended = match fixed {
            Some(one) => Some(mended(one, &texts, &source)?),
            None => None,
        };
        Ok(Scored { mutation: (*mutation).clone(), confidence, mended })
    })
}

/// What is flagged by a finding, and what its fix makes of it.
fn mended(finding: &Finding, texts: &BTreeMap<&str, String>, source: &Path) -> Result<(String, Vec<String>)> {
    let text = match texts.get(finding.path.as_str()) {
        Some(text) => text.clone(),
        None => workspace::read(&source.join(&finding.path))?,
    };
    let line = text.lines().nth(finding.line - 1).unwrap_or_default().trim();
    let edits = finding.fix.as_ref().map_or(&[][..], |fix| &fix.edits);
    Ok((format!("{}: {line}", finding.path), new_lines(&text, edits)))
}

/// The new findings that end where the statement was put.
fn new_ends<'f>(mutation: &Mutation, base: &[Finding], found: &'f [Finding]) -> Vec<&'f Finding> {
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
    found.iter().filter(|one| one.rule == rule).filter(ends_here).filter(|one| !is_old(one)).collect()
}

/// Prints a sample of what was found, with what a fix makes of it, for reading.
fn print_mended(scored: &[Scored], arguments: &Arguments) {
    let is_bad = |one: &&Scored| one.is_found() && one.mutation.family == draw::Family::Bad;
    let mut found: Vec<&Scored> = scored.iter().filter(is_bad).collect();
    let mended = found.iter().filter(|one| one.mended.is_some()).count();
    println!("{mended} of {} that were found have a fix that is applied", found.len());
    fastrand::Rng::with_seed(arguments.seed).shuffle(&mut found);
    for one in found.into_iter().take(arguments.mended) {
        let Mutation { corpus, function, kind, .. } = &one.mutation;
        println!("\n{corpus}: {kind:?} in {function}");
        match &one.mended {
            Some((flagged, lines)) => {
                println!("  - {flagged}");
                lines.iter().for_each(|line| println!("  + {line}"));
            }
            None => println!("  no fix"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::draw::Family;
    use super::draw::tests::mutation;
    use super::new_ends;
    use crate::loopmend::{Finding, NoteOutput};

    fn best(mutation: &super::Mutation, base: &[Finding], found: &[Finding]) -> Option<String> {
        new_ends(mutation, base, found).into_iter().map(|one| one.confidence.clone()).min()
    }

    fn with_notes(notes: &[&str]) -> Finding {
        let notes = notes.iter().map(|note| NoteOutput { message: (*note).to_owned() }).collect();
        Finding { notes, ..Finding::example("b.py", "run-in-running-loop", (7, 1)) }
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
