//! Mutation: lets the API of real libraries drift away from their tests, one name at a time, and counts how many of
//! these drifts a check of the tests finds.

mod report;
mod sites;

use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;

use anyhow::Result;

use crate::corpus::{self, Corpus};
use crate::erasure::{Workbench, in_parallel};
use crate::loopmend::{Finding, Loopmend};
use crate::peers::{Checker, Peers};
use crate::tools::Tools;
use crate::{Outcome, markdown, workspace};

use report::Measured;
use sites::{Site, is_test};

/// The corpora with the largest suites of tests of their own API.
const CORPORA: [&str; 4] = ["aiohttp", "anyio", "starlette", "aiogram"];

/// The arguments of `cargo lab drift`.
#[derive(clap::Args)]
#[command(after_help = "\
A drift renames a keyword, a function or class, a member of an enumeration or an attribute of the library, swaps two of its parameters, or \
makes a function async, with the uses in the library's own class or function. It counts if a search finds that the tests write the name: \
as a keyword, behind a dot, before a parenthesis or in an import of the module. That need not be the same thing, so that no tool can find all. \
A drift is found if the check adds a finding in a test file.

To read what is missed: target/drift/NAME.json.")]
pub(crate) struct Arguments {
    /// The corpora
    #[arg(default_values_t = CORPORA.map(str::to_owned))]
    names: Vec<String>,
    /// How many drifts of each kind, in each corpus
    #[arg(long, default_value_t = 30)]
    count: usize,
    /// What the choice is made from
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many copies of a corpus are worked on beside each other
    #[arg(long, default_value_t = 1)]
    jobs: usize,
    /// On how many drifts of each kind, in each corpus, ty and pyrefly are run as well
    #[arg(long, default_value_t = 0)]
    peers: usize,
    /// The binary, instead of one that is built
    #[arg(long, value_name = "PATH")]
    binary: Option<PathBuf>,
    /// Write the table of docs/lab/drift.md
    #[arg(long)]
    update: bool,
}

/// Runs `cargo lab drift`.
///
/// # Errors
/// When a corpus is unknown, cannot be fetched or copied, or loopmend fails on it.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let tools = Tools::ready()?;
    let loopmend = match &arguments.binary {
        Some(binary) => Loopmend::at(binary),
        None => Loopmend::build()?,
    };
    let mut measured = Vec::new();
    for corpus in &corpus::select(&arguments.names)? {
        corpus::fetch(corpus, &tools)?;
        let drifts = measure(corpus, arguments, &loopmend)?;
        let shown = workspace::target().join("drift").join(format!("{}.json", corpus.name));
        workspace::write(&shown, &serde_json::to_string_pretty(&drifts)?)?;
        measured.push((corpus.pin(), drifts));
        println!("{}", report::table(&measured));
    }
    let all: Vec<Measured> = measured.iter().flat_map(|(_, drifts)| drifts.clone()).collect();
    let beside_peers = report::beside_peers(&all);
    println!("{beside_peers}");
    if arguments.update {
        let page = workspace::root().join("docs/lab/drift.md");
        markdown::write_section(&page, "Drift", "drift", &report::table(&measured))?;
        if arguments.peers > 0 {
            markdown::write_section(&page, "Beside type checkers", "drift-peers", &beside_peers)?;
        }
    }
    Ok(Outcome::Passed)
}

fn measure(corpus: &Corpus, arguments: &Arguments, loopmend: &Loopmend) -> Result<Vec<Measured>> {
    let drawn = sites::draw(&sites::read(corpus, loopmend)?, arguments.count, arguments.seed);
    let workbenches = Workbench::make_several(corpus, "drift", loopmend, arguments.jobs)?;
    let mut measured = in_parallel(&workbenches, &drawn, |workbench, site| drift(workbench, site, corpus))?;
    if let (1.., Some(workbench)) = (arguments.peers, workbenches.first()) {
        let beside = sites::draw(&drawn, arguments.peers, arguments.seed);
        ask_peers(workbench, &beside, corpus, &mut measured)?;
    }
    Ok(measured)
}

/// Adds to drifts which type checkers report more in the tests than before.
fn ask_peers(
    workbench: &Workbench,
    sites: &[Site],
    corpus: &Corpus,
    measured: &mut [Measured],
) -> Result<()> {
    let peers = Peers::ready(&Tools::ready()?)?;
    let environment = corpus.environment();
    let in_tests = |checker| -> Result<HashSet<_>> {
        let found = peers.all(checker, workbench.tree(), &environment)?;
        let in_tests = found.into_iter().filter(|finding| is_test(&finding.path));
        Ok(in_tests.map(|finding| (finding.place(), finding.rule)).collect())
    };
    for checker in Checker::ALL {
        let known = in_tests(checker)?;
        for site in sites {
            let text = workspace::read(&corpus.source().join(&site.path))?;
            let texts = BTreeMap::from([(site.path.as_str(), site.apply(&text))]);
            let found = workbench.seen_with_texts(&texts, || in_tests(checker))?;
            let is_it =
                |one: &&mut Measured| one.path == site.path && one.kind == site.kind && one.name == site.name;
            if let Some(one) = measured.iter_mut().find(is_it) {
                one.peers.insert(checker.name(), found.difference(&known).next().is_some());
            }
        }
    }
    Ok(())
}

fn drift(workbench: &Workbench, site: &Site, corpus: &Corpus) -> Result<Measured> {
    let text = workspace::read(&corpus.source().join(&site.path))?;
    let texts = BTreeMap::from([(site.path.as_str(), site.apply(&text))]);
    let known: HashSet<_> = workbench.base().iter().map(key).collect();
    let found = workbench.with_texts(&texts)?;
    let added: Vec<&Finding> =
        found.iter().filter(|finding| is_test(&finding.path) && !known.contains(&key(finding))).collect();
    Ok(Measured {
        path: site.path.clone(),
        kind: site.kind,
        name: site.name.clone(),
        is_certain: added.iter().any(|finding| finding.confidence == "certain"),
        peers: BTreeMap::new(),
        found: added.iter().map(|one| format!("{} {}:{}", one.code, one.path, one.line)).collect(),
    })
}

/// What makes a finding in a test the same one: the tests do not change.
fn key(finding: &Finding) -> (String, String, usize, usize) {
    (finding.path.clone(), finding.code.clone(), finding.line, finding.column)
}
