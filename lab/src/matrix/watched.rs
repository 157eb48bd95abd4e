//! One suite, run with and without the probe, beside what was written down of it.

use std::fmt;

use crate::harness::*;

/// What has to be seen of a suite, from its `expected.json`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Expected {
    /// What is planted.
    pub(super) findings: BTreeSet<Planted>,
    /// Sentences about what cannot be seen.
    pub(super) says: Vec<String>,
}

/// One mistake of a suite.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Planted {
    test: String,
    rule: String,
    phase: String,
    place: String,
}

impl fmt::Display for Planted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { test, rule, phase, place } = self;
        write!(f, "{rule} of {test} ({phase}) at {place}")
    }
}

impl From<TestFinding> for Planted {
    fn from(finding: TestFinding) -> Self {
        let phase = finding.born.phase_in_words();
        let TestFinding { rule, path, line, born, .. } = finding;
        Self { test: born.test, rule, phase, place: format!("{path}:{line}") }
    }
}

/// How the phase of a test ended: its name, the phase, the outcome, and whether that was expected to fail.
type Phase = (String, String, String, bool);

/// Both runs of a suite.
pub(super) struct Watched {
    plain: Vec<Phase>,
    watched: Vec<Phase>,
    seen: BTreeSet<Planted>,
    /// What loopmend wrote besides its report.
    words: String,
}

impl Watched {
    /// Runs the suite that lies in a directory, which no other run uses.
    /// Fails if a program does not start, or loopmend gives no report.
    pub(super) fn run(loopmend: &Loopmend, python: &Path, directory: &Path) -> Result<Self> {
        const ARGUMENTS: [&str; 5] = ["-p", "outcomes", "-p", "no:cacheprovider", "-q"];
        let (plain, watched) = (directory.join("plain.jsonl"), directory.join("watched.jsonl"));
        let mut alone = Command::new(python);
        run(alone.args(["-m", "pytest"]).args(ARGUMENTS), directory, &plain)?;
        let mut command = loopmend.command(directory);
        command.args(["test", "--output-format", "json", "--python"]).arg(python).arg("--").args(ARGUMENTS);
        let output = run(&mut command, directory, &watched)?;
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        let seen = findings(&String::from_utf8_lossy(&output.stdout)).with_context(|| words.clone())?;
        Ok(Self {
            plain: phases(&plain)?,
            watched: phases(&watched)?,
            seen: seen.into_iter().map(Planted::from).collect(),
            words,
        })
    }

    /// How many tests there are.
    pub(super) fn tests(&self) -> usize {
        self.plain.iter().map(|(test, ..)| test).collect::<BTreeSet<_>>().len()
    }

    /// How many of the planted mistakes are attributed.
    pub(super) fn attributed(&self, expected: &Expected) -> usize {
        expected.findings.intersection(&self.seen).count()
    }

    /// What was told besides.
    pub(super) fn told_besides(&self, expected: &Expected) -> usize {
        self.seen.difference(&expected.findings).count()
    }

    /// Whether the probe changed nothing; the order counts unless processes share the tests.
    pub(super) fn has_same_outcomes(&self, in_order: bool) -> bool {
        let sorted = |phases: &[Phase]| phases.iter().cloned().collect::<BTreeSet<_>>();
        !self.plain.is_empty()
            && if in_order {
                self.plain == self.watched
            } else {
                sorted(&self.plain) == sorted(&self.watched)
            }
    }

    /// What is not as it was written down, a sentence each.
    pub(super) fn complaints(&self, expected: &Expected, in_order: bool) -> Vec<String> {
        let missing = expected.findings.difference(&self.seen).map(|it| format!("not told: {it}"));
        let besides = self.seen.difference(&expected.findings).map(|it| format!("told besides: {it}"));
        let is_unsaid = |words: &&String| !self.words.contains(words.as_str());
        let unsaid = expected.says.iter().filter(is_unsaid).map(|it| format!("not said: {it}"));
        let changed = (!self.has_same_outcomes(in_order)).then(|| "the outcomes differ".to_owned());
        let failed =
            self.words.contains("the probe failed").then(|| format!("the probe failed:\n{}", self.words));
        missing.chain(besides).chain(unsaid).chain(changed).chain(failed).collect()
    }
}

/// Runs a suite; how its tests end goes to a file.
fn run(command: &mut Command, directory: &Path, outcomes: &Path) -> Result<std::process::Output> {
    let shown = workspace::shown(command);
    command.current_dir(directory).stdin(Stdio::null());
    command.env("PYTHONDONTWRITEBYTECODE", "1").env("COMPANION_OUTCOMES", outcomes);
    for name in ["PYTEST_ADDOPTS", "PYTEST_PLUGINS", "PYTHONPATH", "PYTHONASYNCIODEBUG", "VIRTUAL_ENV"] {
        command.env_remove(name);
    }
    command.output().with_context(|| format!("cannot start `{shown}`"))
}

fn phases(file: &Path) -> Result<Vec<Phase>> {
    let text = workspace::read(file)?;
    text.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Expected, Phase, Planted, Watched};

    fn planted(test: &str) -> Planted {
        let [rule, phase, place] = ["task-leak", "call", "test_a.py:3"].map(str::to_owned);
        Planted { test: test.to_owned(), rule, phase, place }
    }

    fn phase(test: &str, outcome: &str) -> Phase {
        (test.to_owned(), "call".to_owned(), outcome.to_owned(), false)
    }

    fn expected() -> Expected {
        Expected { findings: BTreeSet::from([planted("a"), planted("b")]), says: vec!["uvloop".to_owned()] }
    }

    #[test]
    fn what_is_as_it_was_written_down_is_no_complaint() {
        let outcomes = vec![phase("a", "passed"), phase("b", "failed")];
        let seen = expected().findings;
        let words = "note: uvloop is in use\n".to_owned();
        let watched = Watched { plain: outcomes.clone(), watched: outcomes, seen, words };
        assert_eq!(watched.complaints(&expected(), true), [] as [&str; 0]);
        assert_eq!((watched.tests(), watched.attributed(&expected())), (2, 2));
    }

    #[test]
    fn each_difference_is_a_complaint() {
        let watched = Watched {
            plain: vec![phase("a", "passed"), phase("b", "passed")],
            watched: vec![phase("b", "passed"), phase("a", "passed")],
            seen: BTreeSet::from([planted("a"), planted("c")]),
            words: String::new(),
        };
        let complaints = watched.complaints(&expected(), true);
        let begin: Vec<&str> = complaints.iter().map(|it| it.split(':').next().unwrap()).collect();
        assert_eq!(begin, ["not told", "told besides", "not said", "the outcomes differ"]);
        assert_eq!(watched.complaints(&expected(), false).len(), 3, "the order is no matter");
    }
}
