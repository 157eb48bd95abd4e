//! Paired runs of loopmend and its peers on real projects.
//!
//! In each round every contestant runs once, in random order, so that what disturbs the machine for a while disturbs
//! all alike; ratios are made within rounds.

mod contestants;
mod probe;
mod probe_peers;
mod report;
mod trees;

use crate::harness::*;

use contestants::{Contestant, Field, Manifest};
use report::Results;
use trees::Trees;

/// What pytest, and what runs it, end with when tests ran.
const RAN: [i32; 2] = [0, 1];

/// The arguments of `cargo lab bench`.
#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    target: Option<Target>,
    #[command(flatten)]
    check: CheckArguments,
}

/// What is measured instead of `loopmend check`.
#[derive(clap::Subcommand)]
enum Target {
    /// Run real suites with and without the probe of `loopmend test`: outcomes, cost, and what is seen
    Probe(probe::Arguments),
    /// Compare what pytest, its kin and `loopmend test` say of the same mistakes, and at what cost
    ProbePeers(probe_peers::Arguments),
}

/// What is measured of `loopmend check`.
#[derive(clap::Args)]
struct CheckArguments {
    /// The corpora; without a name all that have a `bench-file`, without which no file is changed
    names: Vec<String>,
    /// How often each contestant runs
    #[arg(long, default_value_t = 20)]
    rounds: usize,
    /// How often mypy and pyright run
    #[arg(long, default_value_t = 3)]
    slow_rounds: usize,
    /// Only the contestants whose names contain this
    #[arg(long, value_name = "TEXT")]
    only: Vec<String>,
    #[command(flatten)]
    options: Options,
}

/// Runs `cargo lab bench`.
///
/// # Errors
/// When a corpus is unknown or cannot be fetched, or loopmend fails. A peer that fails is left out, and the table
/// says so.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    match &arguments.target {
        Some(Target::Probe(arguments)) => probe::run(arguments),
        Some(Target::ProbePeers(arguments)) => probe_peers::run(arguments),
        None => check(&arguments.check),
    }
}

fn check(arguments: &CheckArguments) -> Result<Outcome> {
    let mut corpora = select_measured(&arguments.names)?;
    corpora.retain(|corpus| !arguments.names.is_empty() || corpus.bench_file.is_some());
    let loopmend = arguments.options.common.loopmend(Loopmend::build_for_measuring)?;
    let peers = install(&Tools::ready()?)?;
    fetch_all(&corpora)?;
    let Manifest { contestant, ratios } = manifest("bench.toml")?;
    let mut all = Vec::new();
    for corpus in &corpora {
        let directory = target("bench").join(&corpus.name);
        let caches = directory.join("caches");
        workspace::remove_directory(&caches)?;
        let trees = Trees::make(corpus, &directory)?;
        let environment = corpus.environment();
        let field = Field {
            loopmend: &loopmend,
            peers: &peers,
            trees: &trees,
            environment: &environment,
            caches: &caches,
        };
        let mut contestants = contestant.clone();
        let may_run = |one: &Contestant| corpus.bench_file.is_some() || !one.changes_a_file();
        contestants.retain(|one| arguments.includes(one) && may_run(one));
        let results = race(corpus, contestants, &field, arguments)?;
        println!("{}", results.markdown(&ratios));
        all.push(results);
    }
    let raw = target("bench/results.json");
    write_json(&raw, &all)?;
    println!("all runs are in {}", raw.display());
    if arguments.options.common.update {
        let tables: String = all.iter().map(|results| results.markdown(&ratios)).collect();
        write_section("performance.md", "bench", &format!("{}\n\n{tables}", conditions(arguments)))?;
    }
    Ok(Outcome::Passed)
}

impl CheckArguments {
    fn includes(&self, contestant: &Contestant) -> bool {
        self.only.is_empty() || self.only.iter().any(|text| contestant.name.contains(text.as_str()))
    }
}

fn race(
    corpus: &Corpus,
    contestants: Vec<Contestant>,
    field: &Field,
    arguments: &CheckArguments,
) -> Result<Results> {
    let mut results = Results {
        release: corpus.pin(),
        contestants: contestants.iter().map(|contestant| contestant.name.clone()).collect(),
        ..Results::default()
    };
    let mut running = Vec::new();
    for contestant in contestants {
        match contestant.run(field, 0) {
            Ok(_) => running.push(contestant),
            Err(error) if contestant.is_loopmend() => return Err(error),
            Err(error) => {
                eprintln!("{}: in the warm-up of {}: {error:#}", corpus.name, contestant.name);
                let why = format!("not measured: it fails on {}", corpus.name);
                results.failures.insert(contestant.name, why);
            }
        }
    }
    let mut random = fastrand::Rng::with_seed(arguments.options.seed);
    for round in 1..=arguments.rounds {
        eprintln!("{}: round {round} of {}", corpus.name, arguments.rounds);
        random.shuffle(&mut running);
        for contestant in running.iter().filter(|one| !one.is_slow || round <= arguments.slow_rounds) {
            results.add(&contestant.name, round, contestant.run(field, round)?);
        }
    }
    Ok(results)
}

fn conditions(arguments: &CheckArguments) -> String {
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let peers = PEERS.map(|peer| peer.replace("==", " ")).join(", ");
    format!(
        "Measured on {} ({processors} processors) by `cargo lab bench --rounds {} --slow-rounds {} --seed {}`: every \
         program once as a warm-up, then {} rounds ({} for mypy and pyright), in each of which all run once in random \
         order. Costs are medians; a ratio is the geometric mean of the ratios within rounds, with Student's interval. \
         CPU is user and system time of the program and what it starts; peak memory is the largest resident set of one \
         of its processes. The trees carry no settings of any tool. Peers: {peers}; ruff with `--isolated \
         --no-cache` and its default rules, the type checkers with the corpus's environment and no cache.",
        processor_name(),
        arguments.rounds,
        arguments.slow_rounds,
        arguments.options.seed,
        arguments.rounds,
        arguments.slow_rounds,
    )
}

/// What the system calls its processor, or its architecture where it does not say.
fn processor_name() -> String {
    let information = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = information.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    model.map_or_else(|| std::env::consts::ARCH.to_owned(), |(_, name)| name.trim().to_owned())
}
