//! Applies the fixes of rules to suites with bugs, in real environments: red before, green after, the same tests.

mod corpora;
mod erasures;
mod examples;
mod overhead;
mod verified;

use loopmend_mdtest::Interpreter;

use crate::behaviour::{Environment, Recorded, Suite, record, releases, suites_below};
use crate::harness::*;

/// Where the suites are.
const SUITES: &str = "lab/fixes";

/// The versions of pytest-asyncio without further arguments.
const PLUGINS: [&str; 3] = ["0.23.8", "0.26.0", "1.5.0"];

/// Fixes are applied so many times at most: one may make another possible.
const ROUNDS: usize = 4;

/// The arguments of `cargo lab fixes`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Only suites whose names contain this
    #[arg(long, value_name = "TEXT", conflicts_with = "update")]
    only: Option<String>,
    /// These versions of pytest-asyncio
    #[arg(long, value_name = "VERSION", num_args = 1.., conflicts_with = "update", default_values_t = PLUGINS.map(str::to_owned))]
    plugin: Vec<String>,
    /// The interpreter that the environments are made from
    #[arg(long, value_name = "PATH", default_value = "python3")]
    python: PathBuf,
    /// Apply all fixes to copies of these corpora instead; to all of them without a name
    #[arg(long, value_name = "NAME", num_args = 0.., conflicts_with_all = ["only", "plugin"])]
    corpora: Option<Vec<String>>,
    /// Take so many awaits out of each corpus instead, one at a time, and put them back by fixes
    #[arg(long, value_name = "COUNT", num_args = 0..=1, default_missing_value = "150", conflicts_with_all = ["only", "plugin"])]
    erasures: Option<usize>,
    /// Take so many awaits out of each corpus instead, a few at a time, and have `fix --verify` put them back
    #[arg(long, value_name = "COUNT", num_args = 0..=1, default_missing_value = "50", conflicts_with_all = ["only", "plugin", "erasures"])]
    verified: Option<usize>,
    /// Measure what `fix --verify` costs besides the runs of pytest instead, so many times
    #[arg(long, value_name = "PAIRS", num_args = 0..=1, default_missing_value = "3", conflicts_with_all = ["only", "plugin", "erasures", "verified", "corpora"])]
    overhead: Option<usize>,
    /// Run `fix --verify` on the example projects instead, and compare its reports with the committed ones
    #[arg(long, conflicts_with_all = ["only", "plugin", "erasures", "verified", "corpora"])]
    examples: bool,
    #[command(flatten)]
    common: Common,
}

/// What the fixes did to a suite in one environment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mended {
    /// Red before, green after.
    Yes,
    /// The rule finds nothing there: this version has no such bug.
    NotABug,
    /// Anything else.
    No(&'static str),
}

impl Mended {
    fn shown(self) -> &'static str {
        match self {
            Self::Yes => "mended",
            Self::NotABug => "no bug there",
            Self::No(why) => why,
        }
    }
}

/// Runs the task. Fails if an environment cannot be made, or pytest or loopmend cannot be run.
pub(crate) fn run(arguments: &Arguments) -> Result<Outcome> {
    let update = arguments.common.update;
    let names = arguments.corpora.as_deref().unwrap_or_default();
    let runs_tests = arguments.overhead.is_some() || arguments.examples || arguments.verified.is_some();
    let build = if runs_tests { Loopmend::build_for_tests } else { Loopmend::build };
    let loopmend = arguments.common.loopmend(build)?;
    if let Some(count) = arguments.erasures {
        return erasures::run(count, names, &loopmend, update);
    }
    if let Some(pairs) = arguments.overhead {
        return overhead::run(pairs, &loopmend, update);
    }
    if arguments.examples {
        return examples::run(&loopmend, update);
    }
    if let Some(count) = arguments.verified {
        return verified::run(count, names, &loopmend, update);
    }
    if arguments.corpora.is_some() {
        return corpora::run(names, &arguments.python, &loopmend, update);
    }
    suites(arguments, &loopmend)
}

/// Applies the fixes of each suite.
fn suites(arguments: &Arguments, loopmend: &Loopmend) -> Result<Outcome> {
    let base = Interpreter::find(&arguments.python)?
        .with_context(|| format!("there is no {}", arguments.python.display()))?;
    let releases = releases(&[], &arguments.plugin)?;
    let environments =
        releases.iter().map(|release| Environment::ready(&base, release)).collect::<Result<Vec<_>>>()?;
    let mut suites = suites_below(SUITES)?;
    suites.retain(|suite| arguments.only.as_ref().is_none_or(|text| suite.name.contains(text.as_str())));
    ensure!(!suites.is_empty(), "no suite has such a name");
    let mut results: Vec<(String, Vec<Mended>)> = Vec::new();
    for suite in &suites {
        let mended = environments.iter().map(|environment| mend(loopmend, suite, environment));
        results.push((format!("`{}`", suite.name), mended.collect::<Result<Vec<_>>>()?));
    }
    let table = Table::of(&results).words("the fix of", |(name, _)| name);
    let table = releases.iter().enumerate().fold(table, |table, (index, release)| {
        table.words(&release.plugin, move |(_, mended)| mended[index].shown())
    });
    publish("behaviour.md", "fixes", &table.to_string(), arguments.common.update)?;
    let is_good = |(_, mended): &(String, Vec<Mended>)| {
        mended.contains(&Mended::Yes) && !mended.iter().any(|one| matches!(one, Mended::No(_)))
    };
    Ok(Outcome::passed_if(results.iter().all(is_good)))
}

fn mend(loopmend: &Loopmend, suite: &Suite, environment: &Environment) -> Result<Mended> {
    let directory = suite.write(&target("fixes").join(&environment.release.plugin))?;
    let before = record::run(&directory, environment)?;
    if !apply_fixes(loopmend, &suite.name, &directory, environment)? {
        return Ok(Mended::NotABug);
    }
    let after = record::run(&directory, environment)?;
    Ok(verdict(&before, &after))
}

/// Applies what the rule offers until it offers nothing; whether it offered anything.
fn apply_fixes(loopmend: &Loopmend, rule: &str, directory: &Path, environment: &Environment) -> Result<bool> {
    for round in 0..ROUNDS {
        let mut command = loopmend.command(directory);
        command.args(["check", "--no-cache", "--exit-zero", "--output-format", "json", "--select", rule]);
        let output = workspace::run_captured(command.arg("--python").arg(&environment.directory), &[0])?;
        if !tooling::edits::apply(directory, &output)? {
            return Ok(round > 0);
        }
    }
    bail!("the fixes of `{rule}` have no end")
}

fn verdict(before: &Recorded, after: &Recorded) -> Mended {
    let ids = |recorded: &Recorded| recorded.items.keys().cloned().collect::<Vec<String>>();
    if ids(before) != ids(after) {
        return Mended::No("other tests after than before");
    }
    match (is_green(before), is_green(after)) {
        (_, false) => Mended::No("not green after"),
        (true, true) => Mended::No("green before"),
        (false, true) => Mended::Yes,
    }
}

/// Whether all tests were collected, passed and ran, and nothing in them is of the past.
fn is_green(recorded: &Recorded) -> bool {
    let passed = |item: &crate::behaviour::Item| {
        !item.phases.is_empty() && item.phases.iter().all(|phase| phase.outcome == "passed")
    };
    let is_of_the_past = recorded.warnings.iter().any(|warning| warning.contains("deprecated"));
    !is_of_the_past
        && recorded.status == Some(0)
        && recorded.uncollected.is_empty()
        && recorded.items.values().all(passed)
}

#[cfg(test)]
mod tests {
    use super::{Mended, verdict};
    use crate::behaviour::{Item, Phase, Recorded};
    use crate::harness::BTreeMap;

    fn recorded(outcome: &str) -> Recorded {
        let phase = Phase::of("t.py::a", "call", outcome);
        let item = Item { phases: vec![phase], ..Item::default() };
        let status = Some(i32::from(outcome != "passed"));
        Recorded { status, items: BTreeMap::from([("t.py::a".to_owned(), item)]), ..Recorded::default() }
    }

    #[test]
    fn only_red_and_then_green_is_mended() {
        assert_eq!(verdict(&recorded("failed"), &recorded("passed")), Mended::Yes);
        assert!(matches!(verdict(&recorded("passed"), &recorded("passed")), Mended::No("green before")));
        assert!(matches!(verdict(&recorded("failed"), &recorded("skipped")), Mended::No("not green after")));
        assert!(matches!(verdict(&recorded("failed"), &Recorded::default()), Mended::No(_)));
    }
}
