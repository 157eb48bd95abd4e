//! What loopmend foretells of a suite: `loops` of its tests, `check` of what is wrong with it.

use super::environments::Environment;
use super::verdict::Verdict;
use crate::harness::*;

/// The rule that says that pytest ends before the first test.
const DEATH_RULE: &str = "warnings-as-errors-kill-session";

/// What is foretold of a suite in one environment.
#[derive(Clone, Debug, Default)]
pub(super) struct Foretold {
    /// The tests, by their identifiers.
    pub(super) tests: BTreeMap<String, Test>,
    /// The findings of the rules on suites.
    pub(super) findings: Vec<Finding>,
}

/// What is foretold of a test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Test {
    /// What becomes of it.
    pub(super) verdict: Verdict,
    /// The event loop on which it runs.
    pub(super) on: Option<LoopName>,
    /// Those of its async fixtures.
    pub(super) fixtures: BTreeMap<String, LoopName>,
    /// Why.
    pub(super) text: String,
}

/// An event loop, as `loops` names it. Two that are equal are one loop.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub(super) struct LoopName {
    /// How long it lives.
    pub(super) scope: String,
    /// Whose it is.
    pub(super) owner: String,
    /// Whether a fixture `event_loop` of the project makes it.
    #[serde(rename = "override")]
    pub(super) is_of_override: bool,
}

#[derive(Deserialize)]
struct LoopsOutput {
    files: Vec<FileOutput>,
}

#[derive(Deserialize)]
struct FileOutput {
    tests: Vec<TestOutput>,
}

#[derive(Deserialize)]
struct TestOutput {
    id: String,
    outcome: String,
    #[serde(default)]
    because: String,
    #[serde(default, rename = "loop")]
    on: Option<LoopName>,
    #[serde(default)]
    ignores_override: bool,
    #[serde(default)]
    async_fixtures: Vec<FixtureOutput>,
}

#[derive(Deserialize)]
struct FixtureOutput {
    name: String,
    #[serde(rename = "loop")]
    on: LoopName,
}

/// Asks loopmend of a suite. Fails if the program fails, or writes something else than its format.
pub(super) fn foretell(loopmend: &Loopmend, directory: &Path, environment: &Environment) -> Result<Foretold> {
    let output: LoopsOutput = loopmend.json(directory, &["loops"], Some(&environment.directory))?;
    let check = ["check", "--no-cache", "--select", "3xx"];
    Ok(together(output, loopmend.json(directory, &check, Some(&environment.directory))?))
}

fn together(output: LoopsOutput, findings: Vec<Finding>) -> Foretold {
    let dies = findings.iter().any(|finding| finding.rule == DEATH_RULE);
    let tests = output.files.into_iter().flat_map(|file| file.tests).map(|test| {
        let verdict = if dies { Verdict::SessionDies } else { verdict(&test) };
        let fixtures = test.async_fixtures.into_iter().map(|fixture| (fixture.name, fixture.on));
        let text = format!("{}: {}", test.outcome, test.because);
        (test.id, Test { verdict, on: test.on, fixtures: fixtures.collect(), text })
    });
    Foretold { tests: tests.collect(), findings }
}

fn verdict(test: &TestOutput) -> Verdict {
    match test.outcome.as_str() {
        "plain" => Verdict::Runs,
        "on-loop" => {
            let on = test.on.as_ref();
            if test.async_fixtures.iter().any(|fixture| Some(&fixture.on) != on) {
                Verdict::DifferentLoop
            } else if test.ignores_override {
                Verdict::OverrideIgnored
            } else {
                Verdict::Runs
            }
        }
        "not-run" if test.because.ends_with("skips it") => Verdict::Skipped,
        "not-run" => Verdict::Refused,
        "never-awaited" => Verdict::NeverAwaited,
        "missing-fixture" => Verdict::FixtureMissing,
        "scope-mismatch" => Verdict::ScopeMismatch,
        "refused-fixture" => Verdict::FixtureRefused,
        "collection-error" => Verdict::CollectionError,
        "session-dies" => Verdict::SessionDies,
        "wrong-argument" | "loop-running" => Verdict::Error,
        _ => Verdict::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::{LoopsOutput, Verdict, together};
    use crate::harness::Finding;

    const OUTPUT: &str = r#"{"files": [{"path": "a/test_t.py", "tests": [{"id": "a/test_t.py::C::x", "outcome": "on-loop",
        "because": "marked", "loop": {"scope": "function", "owner": "x", "override": false}, "fixtures": [],
        "async_fixtures": [{"name": "f", "loop": {"scope": "session", "owner": "", "override": false}}]}]}]}"#;

    #[test]
    fn a_fixture_of_another_loop_is_told() {
        let output: LoopsOutput = serde_json::from_str(OUTPUT).unwrap();
        let test = &together(output, Vec::new()).tests["a/test_t.py::C::x"];
        assert_eq!(test.verdict, Verdict::DifferentLoop);
        let output: LoopsOutput = serde_json::from_str(OUTPUT).unwrap();
        let death = Finding::example("pytest.ini", "warnings-as-errors-kill-session", (1, 1));
        assert_eq!(together(output, vec![death]).tests["a/test_t.py::C::x"].verdict, Verdict::SessionDies);
    }
}
