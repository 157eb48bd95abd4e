//! Compares the model of pytest suites with pytest itself: what it collects from real projects, and with which fixtures.

mod plan;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::corpus::{Corpus, Suite, fetch_all, select};
use crate::loopmend::Loopmend;
use crate::markdown::{self, Align};
use crate::{Outcome, workspace};

/// The share of tests, in percent, that may differ.
const BOUND: f64 = 1.0;

/// The arguments of `cargo lab suites`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Compare the suites of these corpora only
    names: Vec<String>,
    /// Write the table to docs/lab/pytest.md
    #[arg(long)]
    update: bool,
}

/// What loopmend says of a test, as far as it is compared.
#[derive(Debug, Deserialize)]
struct ModelTest {
    id: String,
    fixtures: BTreeSet<String>,
    parameters: BTreeSet<String>,
}

#[derive(Debug, Deserialize)]
struct ModelFile {
    tests: Vec<ModelTest>,
}

#[derive(Debug, Deserialize)]
struct Model {
    files: Vec<ModelFile>,
}

/// The fixtures of tests, by their identifiers without brackets; names that begin with an underscore are left out, which
/// plugins have for themselves.
type Closures = BTreeMap<String, BTreeSet<String>>;

/// How the two agree on one suite.
struct Comparison {
    name: String,
    of_pytest: usize,
    of_model: usize,
    only_pytest: Vec<String>,
    only_model: Vec<String>,
    planned: usize,
    other_fixtures: Vec<String>,
}

impl Comparison {
    fn is_within_bound(&self) -> bool {
        let differing = self.only_pytest.len() + self.only_model.len();
        let is_few = |part: usize, whole: usize| part as f64 * 100.0 <= whole as f64 * BOUND;
        is_few(differing, self.of_pytest) && is_few(self.other_fixtures.len(), self.planned)
    }

    fn row(&self) -> Vec<String> {
        vec![
            self.name.clone(),
            self.of_pytest.to_string(),
            self.of_model.to_string(),
            self.only_pytest.len().to_string(),
            self.only_model.len().to_string(),
            format!("{} of {}", self.other_fixtures.len(), self.planned),
        ]
    }

    fn print_differences(&self) {
        let kinds = [
            ("only pytest has", &self.only_pytest),
            ("only loopmend has", &self.only_model),
            ("other fixtures:", &self.other_fixtures),
        ];
        for (kind, tests) in kinds {
            for test in tests {
                println!("{}: {kind} {test}", self.name);
            }
        }
    }
}

/// Runs the task.
///
/// # Errors
/// When a corpus cannot be fetched, or pytest or loopmend fails on it.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let corpora: Vec<Corpus> =
        select(&arguments.names)?.into_iter().filter(|corpus| corpus.suite.is_some()).collect();
    if corpora.is_empty() {
        bail!("none of these corpora has a `suite` in lab/corpora.toml");
    }
    fetch_all(&corpora)?;
    let loopmend = Loopmend::build()?;
    let mut comparisons = Vec::new();
    for corpus in &corpora {
        let suite = corpus.suite.as_ref().expect("others were left out");
        let comparison = compare(&loopmend, corpus, suite).with_context(|| format!("in {}", corpus.name))?;
        comparison.print_differences();
        comparisons.push(comparison);
    }
    let table = table(&comparisons);
    print!("{table}");
    if arguments.update {
        let path = workspace::root().join("docs/lab/pytest.md");
        markdown::write_section(&path, "pytest, understood without running it", "suites", &table)?;
    }
    Ok(if comparisons.iter().all(Comparison::is_within_bound) { Outcome::Passed } else { Outcome::Failed })
}

fn compare(loopmend: &Loopmend, corpus: &Corpus, suite: &Suite) -> Result<Comparison> {
    let (source, environment) = (corpus.source(), corpus.environment());
    let model = model(loopmend, &source, &environment)?;
    let collected = plan::collected(&source, &environment, suite)?;
    let planned = plan::planned(&source, &environment, suite)?;
    let only =
        |these: &BTreeSet<String>, others: &BTreeSet<String>| these.difference(others).cloned().collect();
    let modelled: BTreeSet<String> = model.keys().cloned().collect();
    let known = planned.iter().filter(|(id, _)| model.contains_key(*id));
    let other_fixtures = known.clone().filter(|(id, fixtures)| model[*id] != **fixtures);
    Ok(Comparison {
        name: corpus.name.clone(),
        of_pytest: collected.len(),
        of_model: modelled.len(),
        only_pytest: only(&collected, &modelled),
        only_model: only(&modelled, &collected),
        planned: known.count(),
        other_fixtures: other_fixtures.map(|(id, fixtures)| difference(id, fixtures, &model[id])).collect(),
    })
}

fn difference(id: &str, of_pytest: &BTreeSet<String>, of_model: &BTreeSet<String>) -> String {
    let listed =
        |these: &BTreeSet<String>, others| these.difference(others).cloned().collect::<Vec<_>>().join(", ");
    format!("{id}: missing [{}], further [{}]", listed(of_pytest, of_model), listed(of_model, of_pytest))
}

fn model(loopmend: &Loopmend, source: &Path, environment: &Path) -> Result<Closures> {
    let mut command = loopmend.command(source);
    command.args(["loops", "--output-format", "json", "--python"]).arg(environment).arg(".");
    let output = workspace::run_captured(&mut command, &[0])?;
    let model: Model = serde_json::from_slice(&output).context("`loopmend loops` wrote an unknown form")?;
    let tests = model.files.into_iter().flat_map(|file| file.tests);
    Ok(tests
        .map(|test| {
            (
                test.id,
                test.fixtures.into_iter().chain(test.parameters).filter(|name| is_compared(name)).collect(),
            )
        })
        .collect())
}

fn is_compared(name: &str) -> bool {
    !name.starts_with('_')
}

fn table(comparisons: &[Comparison]) -> String {
    let columns = [
        ("suite", Align::Left),
        ("tests of pytest", Align::Right),
        ("tests of loopmend", Align::Right),
        ("only pytest has", Align::Right),
        ("only loopmend has", Align::Right),
        ("tests with other fixtures", Align::Right),
    ];
    markdown::table(&columns, &comparisons.iter().map(Comparison::row).collect::<Vec<_>>())
}
