//! What pytest, asyncio's debug mode, other tools and `loopmend test` say of the same mistakes, and at what cost.

mod attribution;
mod contestants;

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::RAN;
use super::measure::measure;
use super::statistics::{Ratio, paired_ratio};
use crate::markdown::{self, Align};
use crate::{Outcome, workspace};
use attribution::Score;
use contestants::{CONTESTANTS, Contestant, Field, PLAIN};

/// The arguments of `cargo lab bench probe-peers`.
#[derive(clap::Args)]
#[command(after_help = "\
The reproductions are those of tests/observed and tests/repro, as tests/observed/expected.json has them. One is attributed to the \
right test and line if a message that speaks of the symptom is told of that test and names that line; see \
lab/src/bench/probe_peers/attribution.rs. The cost is that of tests that only `await asyncio.sleep(0)`.")]
pub(crate) struct Arguments {
    /// How often each contestant runs the tests whose cost is measured
    #[arg(long, default_value_t = 10)]
    rounds: usize,
    /// How many of these tests there are
    #[arg(long, default_value_t = 1000)]
    tests: usize,
    /// What the order of the runs is made from
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Write the table to docs/lab/probe.md
    #[arg(long)]
    update: bool,
}

/// Runs `cargo lab bench probe-peers`.
///
/// # Errors
/// When the environment cannot be made, or a contestant cannot be run.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let field = Field::ready()?;
    let suites = attribution::reproductions()?;
    let scores = CONTESTANTS
        .iter()
        .map(|one| attribution::judge_all(&field, one, &suites))
        .collect::<Result<Vec<_>>>()?;
    let costs = costs(&field, arguments)?;
    let table = table(&scores, &costs, arguments);
    println!("{table}");
    if arguments.update {
        markdown::write_section(
            &workspace::root().join("docs/lab/probe.md"),
            "The probe",
            "probe-peers",
            &table,
        )?;
    }
    Ok(Outcome::Passed)
}

/// The CPU times of each contestant, by round, in the order of the contestants.
fn costs(field: &Field, arguments: &Arguments) -> Result<Vec<Vec<f64>>> {
    let suite = trivial_suite(arguments.tests)?;
    let mut costs = vec![Vec::new(); CONTESTANTS.len()];
    let mut order: Vec<usize> = (0..CONTESTANTS.len()).collect();
    let mut random = fastrand::Rng::with_seed(arguments.seed);
    for round in 0..=arguments.rounds {
        eprintln!("round {round} of {}", arguments.rounds);
        random.shuffle(&mut order);
        for index in &order {
            let cpu = cpu(field, &CONTESTANTS[*index], &suite)?;
            if round > 0 {
                costs[*index].push(cpu);
            }
        }
    }
    Ok(costs)
}

fn cpu(field: &Field, contestant: &Contestant, suite: &Path) -> Result<f64> {
    let mut command = field.command(contestant, suite, &[], &[]);
    Ok(measure(command.env("PYTHONHASHSEED", "0"), &RAN)?.cpu)
}

fn trivial_suite(tests: usize) -> Result<PathBuf> {
    let suite = contestants::directory().join("suites/trivial");
    workspace::remove_directory(&suite)?;
    let settings = "[pytest]\nasyncio_mode = auto\nasyncio_default_fixture_loop_scope = function\n";
    workspace::write(&suite.join("pytest.ini"), settings)?;
    let text = format!(
        "import asyncio\n\nimport pytest\n\n\n@pytest.mark.parametrize(\"number\", range({tests}))\n\
         async def test_sleeps(number):\n    await asyncio.sleep(0)\n"
    );
    workspace::write(&suite.join("test_trivial.py"), &text)?;
    Ok(suite)
}

fn table(scores: &[Score], costs: &[Vec<f64>], arguments: &Arguments) -> String {
    let columns = [
        ("", Align::Left),
        ("made for", Align::Left),
        ("right test and line", Align::Right),
        ("right line, another test or none", Align::Right),
        ("right test, no line", Align::Right),
        ("missed", Align::Right),
        ("innocent tests blamed", Align::Right),
        ("CPU / pytest", Align::Right),
    ];
    let plain = CONTESTANTS.iter().position(|one| one.name == PLAIN.name).unwrap_or_default();
    let rows: Vec<_> = CONTESTANTS
        .iter()
        .zip(scores)
        .zip(costs)
        .map(|((contestant, score), cpu)| row(contestant, score, cost(cpu, &costs[plain])))
        .collect();
    format!(
        "`cargo lab bench probe-peers --rounds {} --tests {} --seed {}`: {} reproductions; CPU in {} rounds of {} tests, with its \
         95 % interval.\n\n{}",
        arguments.rounds,
        arguments.tests,
        arguments.seed,
        scores.first().map_or(0, |score| score.all),
        arguments.rounds,
        arguments.tests,
        markdown::table(&columns, &rows)
    )
}

fn cost(cpu: &[f64], plain: &[f64]) -> Option<Ratio> {
    let pairs: Vec<_> = cpu.iter().copied().zip(plain.iter().copied()).collect();
    paired_ratio(&pairs)
}

fn row(contestant: &Contestant, score: &Score, cost: Option<Ratio>) -> Vec<String> {
    let Score { right, test_only, line_only, missed, innocent, .. } = score;
    let cost = match cost {
        Some(_) if contestant.name == PLAIN.name => "1".to_owned(),
        Some(Ratio { mean, low, high, .. }) => format!("{mean:.2} ({low:.2} – {high:.2})"),
        None => "–".to_owned(),
    };
    let counts = [right, line_only, test_only, missed, innocent].map(ToString::to_string);
    let mut cells = vec![contestant.name.to_owned(), contestant.purpose.to_owned()];
    cells.extend(counts);
    cells.push(cost);
    cells
}

#[cfg(test)]
mod tests {
    use super::{CONTESTANTS, Score, row};

    #[test]
    fn a_row_has_the_counts_and_the_cost() {
        let score = Score { all: 6, right: 3, test_only: 1, line_only: 2, missed: 0, innocent: 4 };
        let cost = super::cost(&[2.2, 4.4], &[2.0, 4.0]);
        let cells = row(&CONTESTANTS[5], &score, cost);
        assert_eq!(cells[2..], ["3", "2", "1", "0", "4", "1.10 (1.10 – 1.10)"]);
        assert_eq!(row(&CONTESTANTS[0], &score, cost).last().unwrap(), "1");
    }
}
