//! Mutation: lets the API of real libraries drift away from their tests, one name at a time, and counts how many of
//! these drifts a check of the tests finds.

mod sites;

use std::collections::HashSet;

use crate::harness::*;

use sites::{Kind, Site, is_test};

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
    /// On how many drifts of each kind, in each corpus, ty and pyrefly are run as well
    #[arg(long, default_value_t = 0)]
    peers: usize,
    #[command(flatten)]
    copies: Copies,
    #[command(flatten)]
    options: Options,
}

/// What one drift did.
#[derive(Clone, Debug, Serialize)]
struct Measured {
    /// The file that drifted.
    path: String,
    kind: Kind,
    /// The name that drifted.
    name: String,
    /// Whether a finding in the tests was added at `certain`.
    is_certain: bool,
    /// By the names of type checkers that were asked, whether they report more in the tests.
    peers: BTreeMap<&'static str, bool>,
    /// The findings that were added in the tests, as `CODE PATH:LINE`.
    found: Vec<String>,
}

/// What the drifts of a corpus did, by its release.
type OfCorpus = (String, Vec<Measured>);

/// Runs `cargo lab drift`. Fails if a corpus is unknown, cannot be fetched or copied, or loopmend fails on it.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let loopmend = arguments.options.loopmend()?;
    let mut measured: Vec<OfCorpus> = Vec::new();
    for corpus in &ready(&arguments.names)? {
        let drifts = measure(corpus, arguments, &loopmend)?;
        write_json(&target("drift").join(format!("{}.json", corpus.name)), &drifts)?;
        println!("{}: {} drifts", corpus.name, drifts.len());
        measured.push((corpus.pin(), drifts));
    }
    measured.push(("all".to_owned(), measured.iter().flat_map(|(_, drifts)| drifts.clone()).collect()));
    publish("drift.md", "drift", &table(&measured), arguments.options.common.update)?;
    let beside_peers = measured.last().map(|(_, all)| beside_peers(all)).unwrap_or_default();
    publish(
        "drift.md",
        "drift-peers",
        &beside_peers,
        arguments.options.common.update && arguments.peers > 0,
    )?;
    Ok(Outcome::Passed)
}

fn measure(corpus: &Corpus, arguments: &Arguments, loopmend: &Loopmend) -> Result<Vec<Measured>> {
    let (seed, jobs) = (arguments.options.seed, arguments.copies.jobs);
    let drawn = sites::draw(&sites::read(corpus, loopmend)?, arguments.count, seed);
    let workbenches = Workbench::make(corpus, "drift", loopmend, jobs)?;
    let mut measured = in_parallel(&workbenches, &drawn, drift)?;
    if arguments.peers > 0 {
        let beside = sites::draw(&drawn, arguments.peers, seed);
        ask_peers(&workbenches[0], &beside, corpus, &mut measured)?;
    }
    Ok(measured)
}

/// Adds to drifts which type checkers report more in the tests than before.
fn ask_peers(bench: &Workbench, sites: &[Site], corpus: &Corpus, measured: &mut [Measured]) -> Result<()> {
    let peers = Peers::ready(&Tools::ready()?)?;
    let environment = corpus.environment();
    let in_tests = |checker| -> Result<HashSet<_>> {
        let found = peers.all(checker, bench.tree(), &environment)?;
        let in_tests = found.into_iter().filter(|finding| is_test(&finding.path));
        Ok(in_tests.map(|finding| (finding.place(), finding.rule)).collect())
    };
    for checker in Checker::ALL {
        let known = in_tests(checker)?;
        for site in sites {
            let found = bench.seen_with_texts(&site.texts(bench)?, || in_tests(checker))?;
            let is_it =
                |one: &&mut Measured| one.path == site.path && one.kind == site.kind && one.name == site.name;
            if let Some(one) = measured.iter_mut().find(is_it) {
                one.peers.insert(checker.name(), found.difference(&known).next().is_some());
            }
        }
    }
    Ok(())
}

fn drift(bench: &Workbench, site: &Site) -> Result<Measured> {
    let known: HashSet<_> = bench.base().iter().map(key).collect();
    let found = bench.with_texts(&site.texts(bench)?)?;
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
fn key(finding: &Finding) -> (&str, &str, (usize, usize)) {
    (&finding.path, &finding.code, finding.start())
}

/// For each corpus, by its release, what its drifts did.
fn table(corpora: &[OfCorpus]) -> String {
    let shown = |drifts: &[Measured], kind: Option<Kind>| {
        let own = drifts.iter().filter(|drift| kind.is_none_or(|kind| drift.kind == kind));
        let confidence = |drift: &Measured| match (drift.found.is_empty(), drift.is_certain) {
            (true, _) => None,
            (false, true) => Some("certain"),
            (false, false) => Some("likely"),
        };
        Tally::of(own.map(confidence)).shown()
    };
    let table = Table::of(corpora).words("release", |row| &row.0).number("all", |row| shown(&row.1, None));
    let table = Kind::ALL
        .into_iter()
        .fold(table, |table, kind| table.number(kind.name(), move |row| shown(&row.1, Some(kind))));
    format!(
        "Drifts of the library, and the percentages of which a finding in the tests tells at `certain` and with \
         `likely`:\n\n{table}"
    )
}

/// What loopmend and the type checkers find of the drifts about which all were asked.
fn beside_peers(drifts: &[Measured]) -> String {
    let asked: Vec<&Measured> =
        drifts.iter().filter(|drift| drift.peers.len() == Checker::ALL.len()).collect();
    let finds = |tool: &str, drift: &Measured| match tool {
        "loopmend" => !drift.found.is_empty(),
        peer => drift.peers.get(peer) == Some(&true),
    };
    let share = |tool: &str, kind: Option<Kind>| {
        let own = || asked.iter().filter(|drift| kind.is_none_or(|kind| drift.kind == kind));
        format!("{} of {}", own().filter(|drift| finds(tool, drift)).count(), own().count())
    };
    let tools: Vec<&str> = std::iter::once("loopmend").chain(Checker::ALL.map(Checker::name)).collect();
    let table = Table::of(&tools).words("tool", |tool| tool).number("all", |tool| share(tool, None));
    let kinds = Kind::ALL.into_iter().filter(|kind| asked.iter().any(|drift| drift.kind == *kind));
    let table = kinds.fold(table, |table, kind| table.number(kind.name(), |tool| share(tool, Some(kind))));
    format!(
        "Drifts of which each tool reports more in the tests than before, by its default rules:\n\n{table}"
    )
}
