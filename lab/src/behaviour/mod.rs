//! Runs suites on versions of pytest-asyncio, and compares what becomes of each test with what `loops` and the rules
//! foretell of it.

mod compare;
mod environments;
mod foretold;
mod generate;
pub(crate) mod record;
mod report;
mod rules;
mod suites;
mod verdict;

use loopmend_mdtest::Interpreter;

use crate::harness::*;

use compare::Compared;
pub(crate) use environments::{Environment, releases};
#[cfg(test)]
pub(crate) use record::Phase;
pub(crate) use record::{Item, Recorded};
pub(crate) use suites::{Suite, suites_below};

use environments::Release;
use verdict::Verdict;

/// Of all tests, in percent, so many must become what was foretold.
const WANTED: f64 = 95.0;

/// The versions of `--sample`.
const SAMPLE_PLUGINS: [&str; 2] = ["0.23.8", "1.5.0"];

/// How many suites of each kind `--sample` takes.
const SAMPLE_SUITES: usize = 12;

/// The arguments of `cargo lab behaviour`.
#[derive(clap::Args)]
#[command(after_help = "\
The suites are those below lab/behaviour/suites and those that are composed by the seed. Each is run in an environment \
of each version of pytest-asyncio, made by pip below target/behaviour. A plugin of pytest that changes nothing writes \
down what becomes of each test, and on which event loop it and its fixtures run. All that differs from what was foretold \
is in target/behaviour/differences.txt.")]
pub(crate) struct Arguments {
    /// What the suites are composed from
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many suites are composed
    #[arg(long, default_value_t = 200)]
    suites: usize,
    /// Only suites whose names contain this
    #[arg(long, value_name = "TEXT", conflicts_with = "update")]
    only: Option<String>,
    /// Only these versions of pytest-asyncio
    #[arg(long, value_name = "VERSION", num_args = 1.., conflicts_with = "update")]
    plugin: Vec<String>,
    /// A further version of pytest-asyncio, with a version of pytest
    #[arg(long, value_name = "VERSION=PYTEST", value_parser = Release::parse)]
    also: Vec<Release>,
    /// The interpreter that the environments are made from
    #[arg(long, value_name = "PATH", default_value = "python3")]
    python: PathBuf,
    /// Only a few suites and two versions
    #[arg(long, conflicts_with = "update")]
    sample: bool,
    #[command(flatten)]
    common: Common,
}

/// Runs `cargo lab behaviour`. Fails if an environment cannot be made, or pytest or loopmend cannot be run.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let environments = environments(arguments)?;
    let suites = chosen_suites(arguments)?;
    let build = if arguments.sample { Loopmend::build_for_tests } else { Loopmend::build };
    let loopmend = arguments.common.loopmend(build)?;
    let root = target("behaviour/run");
    workspace::remove_directory(&root)?;
    let directories = suites.iter().map(|suite| suite.write(&root)).collect::<Result<Vec<_>>>()?;
    let pairs: Vec<(&Suite, &Path, &Environment)> = suites
        .iter()
        .zip(&directories)
        .flat_map(|(suite, directory)| environments.iter().map(move |of| (suite, directory.as_path(), of)))
        .collect();
    let measured = in_parallel(&[(), ()], &pairs, |(), (suite, directory, environment)| {
        measure(&loopmend, suite, directory, environment)
    })?;
    let plugins = environments.iter().map(|environment| environment.release.clone()).collect();
    let measurement = Measurement { seed: arguments.seed, releases: plugins, runs: measured };
    publish("behaviour.md", "behaviour", &report::tables(&measurement), arguments.common.update)?;
    workspace::write(&target("behaviour/differences.txt"), &report::differences(&measurement))?;
    if arguments.common.update {
        write_section("behaviour.md", "versions", &report::versions(&measurement))?;
    }
    Ok(Outcome::passed_if(measurement.percent_right() >= WANTED))
}

fn environments(arguments: &Arguments) -> Result<Vec<Environment>> {
    let base = Interpreter::find(&arguments.python)?
        .with_context(|| format!("there is no {}", arguments.python.display()))?;
    let sample = SAMPLE_PLUGINS.map(str::to_owned);
    let named = if arguments.sample { &sample[..] } else { &arguments.plugin };
    let releases = environments::releases(&arguments.also, named)?;
    releases.iter().map(|release| Environment::ready(&base, release)).collect()
}

fn chosen_suites(arguments: &Arguments) -> Result<Vec<Suite>> {
    let mut collected = suites::collected()?;
    let mut composed = generate::suites(arguments.seed, arguments.suites);
    if arguments.sample {
        collected.truncate(SAMPLE_SUITES);
        composed.truncate(SAMPLE_SUITES);
    }
    collected.append(&mut composed);
    collected.retain(|suite| arguments.only.as_ref().is_none_or(|text| suite.name.contains(text.as_str())));
    ensure!(!collected.is_empty(), "no suite has such a name");
    Ok(collected)
}

/// What was measured.
struct Measurement {
    seed: u64,
    releases: Vec<Release>,
    runs: Vec<SuiteRun>,
}

impl Measurement {
    fn tests(&self) -> impl Iterator<Item = &Compared> {
        self.runs.iter().flat_map(|run| &run.tests)
    }

    fn percent_right(&self) -> f64 {
        let (right, all) =
            self.tests().fold((0, 0), |(right, all), test| (right + usize::from(test.is_right()), all + 1));
        100.0 * right as f64 / f64::max(1.0, all as f64)
    }
}

/// A suite in one environment.
struct SuiteRun {
    suite: String,
    plugin: String,
    tests: Vec<Compared>,
    /// Whether all its files were collected and pytest came to its end.
    is_complete: bool,
    /// The rules that have a finding, by their names.
    rules_foretold: BTreeSet<&'static str>,
    /// The rules of which the run shows what they speak of.
    rules_seen: BTreeSet<&'static str>,
}

fn measure(
    loopmend: &Loopmend,
    suite: &Suite,
    directory: &Path,
    environment: &Environment,
) -> Result<SuiteRun> {
    let foretold = foretold::foretell(loopmend, directory, environment)?;
    let recorded = record::run(directory, environment)?;
    let seen = verdict::seen(&recorded, foretold.tests.keys().map(String::as_str));
    let plugin = environment.release.plugin.as_str();
    Ok(SuiteRun {
        suite: suite.name.clone(),
        plugin: plugin.to_owned(),
        tests: compare::compare(&suite.name, plugin, &foretold, &seen),
        rules_foretold: rules::foretold(&foretold),
        rules_seen: rules::seen(&recorded, seen.values()),
        is_complete: seen.values().all(|test| test.verdict != Verdict::CollectionError)
            && recorded.status.is_some_and(|status| status < 2),
    })
}
