//! Runs real suites with and without the probe: whether their tests end alike, what the probe costs, and what it sees.

mod cost;
mod outcomes;
mod records;
mod report;
mod suite;

use crate::harness::*;

use records::{Place, Record};
use suite::Suite;

/// The arguments of `cargo lab bench probe`.
#[derive(clap::Args)]
#[command(after_help = "\
The suites are those with `probed` in lab/corpora.toml. What is known of each is in docs/lab/probed/NAME.json: how its tests end, the \
pairs of runs, and the places where the probe saw something, with the verdicts of who read them. What is not measured anew stays \
what it was there; `--update` writes it, and the tables that are made from it. Runs and pairs that were measured with the same build of \
loopmend are in target/probed/NAME and taken from there, so that a measurement that was cut off goes on.")]
pub(crate) struct Arguments {
    /// The suites; without a name all of them
    names: Vec<String>,
    /// How often each suite is run each way for its outcomes and what is seen; 0: not at all
    #[arg(long, default_value_t = 3)]
    runs: usize,
    /// How many of these runs go on beside each other
    #[arg(long, default_value_t = 1)]
    jobs: usize,
    /// How many pairs of runs are measured; 0: none
    #[arg(long, default_value_t = 12)]
    pairs: usize,
    /// Write docs/lab/probed, and the tables of docs/lab/performance.md and docs/lab/precision.md
    #[arg(long)]
    update: bool,
}

/// Runs `cargo lab bench probe`. It fails where a test ends differently with the probe only, where the upper end of an interval is
/// above its bound, and where something was seen that is not in the record.
/// Fails if a corpus is unknown or cannot be fetched, or a suite cannot be run.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let tools = Tools::ready()?;
    let corpora = probed(&arguments.names)?;
    let mut known = true;
    for corpus in &corpora {
        let (old, new) = measure(corpus, arguments, &tools)?;
        known &= says_nothing_new(&corpus.name, &old.places, &new.places);
        if arguments.update {
            write_json(&records::path(&corpus.name), &new)?;
        }
        let new = [new];
        println!("{}\n{}", report::costs(&new), report::outcomes(&new));
    }
    let all = probed(&[])?;
    let all =
        all.iter().map(|corpus| read_record(&records::path(&corpus.name))).collect::<Result<Vec<_>>>()?;
    if arguments.update {
        report::write(&all)?;
    }
    println!("{}\n{}\n{}", report::costs(&all), report::outcomes(&all), report::sightings(&all));
    Ok(Outcome::passed_if(known && is_as_asked(&all)))
}

fn probed(names: &[String]) -> Result<Vec<Corpus>> {
    let mut corpora = select(names)?;
    corpora.retain(|corpus| corpus.probed.is_some());
    ensure!(!corpora.is_empty(), "none of these corpora has `probed` in lab/corpora.toml");
    Ok(corpora)
}

/// The record of a suite, and the record with what was measured anew.
fn measure(corpus: &Corpus, arguments: &Arguments, tools: &Tools) -> Result<(Record, Record)> {
    let suite = Suite::ready(corpus, &corpus.probed.clone().unwrap_or_default(), tools)?;
    let Arguments { runs, jobs, pairs, .. } = *arguments;
    let compare = || outcomes::compare(&suite, &Loopmend::build_for_tests()?, runs, jobs);
    let outcomes = (runs > 0).then(compare).transpose()?;
    let measure_pairs = || cost::measure_pairs(&suite, &Loopmend::build_for_measuring()?, pairs);
    let costs = (pairs > 0).then(measure_pairs).transpose()?;
    // Another run may have written it meanwhile.
    let old: Record = read_record(&records::path(&corpus.name))?;
    let mut new = Record { release: suite.release, ..old.clone() };
    if let Some((outcomes, sightings)) = outcomes {
        new.outcomes = outcomes;
        new.places = records::merge(&sightings, &old.places);
    }
    new.costs = costs.unwrap_or(new.costs);
    Ok((old, new))
}

/// Prints what the record does not have, and what was not seen this time.
fn says_nothing_new(name: &str, old: &[Place], new: &[Place]) -> bool {
    let further = records::beyond(new, old);
    for (sign, places) in [('+', &further), ('-', &records::beyond(old, new))] {
        for Place { path, line, rule, message, text, tests, .. } in places {
            println!(
                "{sign} {name}: {path}:{line}: {message} [{rule}], in {} tests\n      {text}",
                tests.len()
            );
        }
    }
    further.is_empty()
}

fn is_as_asked(records: &[Record]) -> bool {
    let alike = records.iter().all(|record| record.outcomes.changed.is_empty());
    let each =
        records.iter().all(|record| report::is_within(cost::ratio(&record.costs), report::SINGLE_BOUND));
    alike && each && report::is_within(report::pooled(records), report::POOLED_BOUND)
}
