//! What pytest, asyncio's debug mode, other tools and `loopmend test` say of the same mistakes, and at what cost.

mod attribution;
mod contestants;

use super::RAN;
use crate::harness::*;

use attribution::Score;
use contestants::{Contestant, Field, Manifest};

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

/// Runs `cargo lab bench probe-peers`. Fails if the environment cannot be made, or a contestant cannot be run.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let manifest = Manifest::read()?;
    let Manifest { contestant: contestants, symptoms, .. } = &manifest;
    let field = Field::ready(&manifest)?;
    let suites = attribution::reproductions()?;
    let scores = contestants.iter().map(|one| attribution::judge_all(&field, one, &suites, symptoms));
    let scores = scores.collect::<Result<Vec<_>>>()?;
    let costs = costs(&field, contestants, arguments)?;
    let table = table(contestants, &scores, &costs, arguments);
    publish("probe.md", "probe-peers", &table, arguments.update)?;
    Ok(Outcome::Passed)
}

/// The CPU times of each contestant, by round, in the order of the contestants.
fn costs(field: &Field, contestants: &[Contestant], arguments: &Arguments) -> Result<Vec<Vec<f64>>> {
    let suite = trivial_suite(arguments.tests)?;
    let mut costs = vec![Vec::new(); contestants.len()];
    let mut order: Vec<usize> = (0..contestants.len()).collect();
    let mut random = fastrand::Rng::with_seed(arguments.seed);
    for round in 0..=arguments.rounds {
        eprintln!("round {round} of {}", arguments.rounds);
        random.shuffle(&mut order);
        for index in &order {
            let cpu = cpu(field, &contestants[*index], &suite)?;
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

fn table(contestants: &[Contestant], scores: &[Score], costs: &[Vec<f64>], arguments: &Arguments) -> String {
    let ratios = costs.iter().map(|cpu| ratio(cpu, &costs[0]));
    let rows: Vec<_> = contestants.iter().zip(scores).zip(ratios).collect();
    let table = Table::of(&rows)
        .words("", |((contestant, _), _)| &contestant.name)
        .words("made for", |((contestant, _), _)| &contestant.purpose)
        .number("right test and line", |((_, score), _)| score.right)
        .number("right line, another test or none", |((_, score), _)| score.line_only)
        .number("right test, no line", |((_, score), _)| score.test_only)
        .number("missed", |((_, score), _)| score.missed)
        .number("innocent tests blamed", |((_, score), _)| score.innocent)
        .number("CPU / pytest", |((contestant, _), ratio)| {
            shown(contestant.name == contestants[0].name, *ratio)
        });
    let Arguments { rounds, tests, seed, .. } = arguments;
    format!(
        "`cargo lab bench probe-peers --rounds {rounds} --tests {tests} --seed {seed}`: {} reproductions; CPU in {rounds} rounds of \
         {tests} tests, with its 95 % interval.\n\n{table}",
        scores.first().map_or(0, |score| score.all),
    )
}

fn ratio(cpu: &[f64], plain: &[f64]) -> Option<Ratio> {
    paired_ratio(&cpu.iter().copied().zip(plain.iter().copied()).collect::<Vec<_>>())
}

fn shown(is_plain: bool, ratio: Option<Ratio>) -> String {
    match ratio {
        Some(_) if is_plain => "1".to_owned(),
        Some(Ratio { mean, low, high, .. }) => format!("{mean:.2} ({low:.2} – {high:.2})"),
        None => "–".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{ratio, shown};

    #[test]
    fn the_cost_is_told_beside_that_of_pytest() {
        let ratio = ratio(&[2.2, 4.4], &[2.0, 4.0]);
        assert_eq!(shown(false, ratio), "1.10 (1.10 – 1.10)");
        assert_eq!(shown(true, ratio), "1");
    }
}
