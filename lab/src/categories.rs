//! Compares what `loopmend categories` says of tests with what was judged by reading.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::corpus::{Corpus, fetch_all, select};
use crate::loopmend::Loopmend;
use crate::markdown::{self, Align};
use crate::{Outcome, workspace};

/// The least share of tests, in percent, of which both say the same.
const BOUND: usize = 90;

/// The arguments of `cargo lab categories`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Write the table to docs/lab/categories.md
    #[arg(long)]
    update: bool,
}

/// A test that was judged.
#[derive(Debug, Deserialize)]
struct Judged {
    corpus: String,
    id: String,
    category: String,
    reason: String,
}

#[derive(Debug, Deserialize)]
struct Said {
    id: String,
    category: String,
}

#[derive(Debug, Deserialize)]
struct Suite {
    tests: Vec<Said>,
    totals: BTreeMap<String, usize>,
}

/// Runs the task.
///
/// # Errors
/// When a corpus cannot be fetched, or loopmend fails on it.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let path = workspace::root().join("docs/lab/categories.json");
    let text =
        std::fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let judged: Vec<Judged> =
        serde_json::from_str(&text).context("docs/lab/categories.json is not understood")?;
    let mut names: Vec<String> = judged.iter().map(|judged| judged.corpus.clone()).collect();
    names.sort();
    names.dedup();
    let corpora = select(&names)?;
    fetch_all(&corpora)?;
    let loopmend = Loopmend::build_for_tests()?;
    let mut rows = Vec::new();
    let mut right_of_all = 0;
    for corpus in &corpora {
        let suite = suite(&loopmend, corpus)?;
        let own: Vec<&Judged> = judged.iter().filter(|judged| judged.corpus == corpus.name).collect();
        let right = own.iter().filter(|judged| is_right(judged, &suite)).count();
        right_of_all += right;
        rows.push(row(corpus, &suite, own.len(), right));
    }
    let table = table(&rows);
    print!("{table}");
    if arguments.update {
        let path = workspace::root().join("docs/lab/categories.md");
        markdown::write_section(&path, "Categories of tests", "categories", &table)?;
    }
    let is_enough = right_of_all * 100 >= judged.len() * BOUND;
    Ok(if is_enough { Outcome::Passed } else { Outcome::Failed })
}

fn suite(loopmend: &Loopmend, corpus: &Corpus) -> Result<Suite> {
    let mut command = loopmend.command(&corpus.source());
    command.args(["categories", "--output-format", "json", "--python"]).arg(corpus.environment()).arg(".");
    let output = workspace::run_captured(&mut command, &[0])?;
    serde_json::from_slice(&output).context("`loopmend categories` wrote an unknown form")
}

fn is_right(judged: &Judged, suite: &Suite) -> bool {
    let said = suite.tests.iter().find(|said| said.id == judged.id).map(|said| said.category.as_str());
    let is_right = said == Some(&judged.category);
    if !is_right {
        let said = said.unwrap_or("nothing");
        println!(
            "{}: {}: said {said}, judged {}: {}",
            judged.corpus, judged.id, judged.category, judged.reason
        );
    }
    is_right
}

fn row(corpus: &Corpus, suite: &Suite, judged: usize, right: usize) -> Vec<String> {
    let total = |name: &str| suite.totals.get(name).copied().unwrap_or_default().to_string();
    vec![
        corpus.pin(),
        suite.tests.len().to_string(),
        total("unit"),
        total("integration"),
        total("end-to-end"),
        judged.to_string(),
        right.to_string(),
    ]
}

fn table(rows: &[Vec<String>]) -> String {
    let columns = [
        ("suite", Align::Left),
        ("tests", Align::Right),
        ("unit", Align::Right),
        ("integration", Align::Right),
        ("end-to-end", Align::Right),
        ("judged", Align::Right),
        ("right", Align::Right),
    ];
    markdown::table(&columns, rows)
}
