//! Running a suite, and reading what the recorder wrote of it.

use super::environments::Environment;
use crate::harness::*;

/// Where the recorder is, which pytest loads as a plugin.
const RECORDER: &str = "lab/behaviour";

/// What was seen of a suite in one environment.
#[derive(Clone, Debug, Default)]
pub(crate) struct Recorded {
    /// What pytest ended with.
    pub(crate) status: Option<i32>,
    /// What it printed.
    pub(crate) output: String,
    /// The tests that were collected, by their identifiers.
    pub(crate) items: BTreeMap<String, Item>,
    /// The identifiers of what could not be collected, with the reasons.
    pub(crate) uncollected: Vec<(String, String)>,
    /// The fixtures whose coroutines nobody awaited.
    pub(crate) unrun_fixtures: Vec<String>,
    /// The warnings.
    pub(crate) warnings: Vec<String>,
}

/// What was seen of a test.
#[derive(Clone, Debug, Default)]
pub(crate) struct Item {
    /// Whether it sees a fixture `event_loop` of the suite.
    pub(crate) is_overridden: bool,
    /// Set-up, call and tear-down, as far as they came.
    pub(crate) phases: Vec<Phase>,
    /// What its call did.
    pub(crate) run: Option<Run>,
}

/// A part of a test.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Phase {
    node: String,
    /// `setup`, `call` or `teardown`.
    pub(crate) when: String,
    /// `passed`, `failed` or `skipped`.
    pub(crate) outcome: String,
    /// Why.
    pub(crate) text: String,
}

#[cfg(test)]
impl Phase {
    /// A part of a test without a reason.
    pub(crate) fn of(node: &str, when: &str, outcome: &str) -> Self {
        Self {
            node: node.to_owned(),
            when: when.to_owned(),
            outcome: outcome.to_owned(),
            text: String::new(),
        }
    }
}

/// The call of a test.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Run {
    node: String,
    /// Whether its body was entered.
    pub(crate) ran: bool,
    /// The number of the event loop on which it ran.
    #[serde(rename = "loop")]
    pub(crate) on: Option<usize>,
    /// The numbers of the event loops on which its async fixtures ran.
    pub(crate) fixtures: BTreeMap<String, usize>,
    /// The number of the event loop that a fixture `event_loop` of the suite gave.
    #[serde(rename = "override")]
    pub(crate) of_override: Option<usize>,
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Line {
    Collected {
        node: String,
        #[serde(rename = "override")]
        is_overridden: bool,
    },
    Uncollected {
        node: String,
        text: String,
    },
    Unrun {
        fixture: String,
    },
    Phase(Phase),
    Run(Run),
    Warning {
        text: String,
    },
}

/// Runs a suite in its directory. Fails if Python cannot be started, or the recorder wrote something unknown.
pub(crate) fn run(directory: &Path, environment: &Environment) -> Result<Recorded> {
    let file = directory.with_extension(format!("{}.jsonl", environment.release.plugin));
    workspace::write(&file, "")?;
    let mut command = Command::new(environment.python());
    command
        .args(["-m", "pytest", "-p", "no:cacheprovider", "-p", "_behaviour_recorder"])
        .args(["--continue-on-collection-errors", "-rA", "--color=no"])
        // pytest takes the nearest `pyproject.toml` above for the top, whatever it holds.
        .args(["--rootdir", "."])
        .current_dir(directory)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("PYTHONPATH", root(RECORDER))
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("BEHAVIOUR_RECORD", &file)
        .stdin(Stdio::null());
    let output = command.output().with_context(|| format!("cannot run pytest in {}", directory.display()))?;
    let mut recorded = read(&workspace::read(&file)?).with_context(|| format!("in {}", file.display()))?;
    recorded.status = output.status.code();
    recorded.output =
        [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned()).concat();
    Ok(recorded)
}

fn read(text: &str) -> Result<Recorded> {
    let mut recorded = Recorded::default();
    for line in text.lines() {
        match serde_json::from_str(line).context("the recorder wrote an unknown line")? {
            Line::Collected { node, is_overridden } => {
                recorded.items.entry(node).or_default().is_overridden = is_overridden;
            }
            Line::Uncollected { node, text } => recorded.uncollected.push((node, text)),
            Line::Unrun { fixture } => recorded.unrun_fixtures.push(fixture),
            Line::Phase(phase) => recorded.items.entry(phase.node.clone()).or_default().phases.push(phase),
            Line::Run(run) => {
                let item = recorded.items.entry(run.node.clone()).or_default();
                item.run = Some(run);
            }
            Line::Warning { text } => recorded.warnings.push(text),
        }
    }
    Ok(recorded)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::{Recorded, read};

    /// What the recorder wrote of one test, and of a file that was not collected.
    pub(crate) fn recorded(lines: &[&str]) -> Recorded {
        read(&lines.join("\n")).unwrap()
    }

    #[test]
    fn the_lines_of_a_test_come_together() {
        let read = recorded(&[
            r#"{"kind": "collected", "node": "t.py::a", "override": true}"#,
            r#"{"kind": "phase", "node": "t.py::a", "when": "setup", "outcome": "passed", "text": ""}"#,
            r#"{"kind": "run", "node": "t.py::a", "ran": true, "loop": 1, "fixtures": {"f": 0}, "override": null}"#,
            r#"{"kind": "uncollected", "node": "u.py", "text": "E"}"#,
            r#"{"kind": "warning", "node": "", "text": "W"}"#,
            r#"{"kind": "unrun", "fixture": "g"}"#,
        ]);
        let item = &read.items["t.py::a"];
        assert!(item.is_overridden && item.phases.len() == 1);
        assert_eq!(item.run.as_ref().unwrap().fixtures["f"], 0);
        assert_eq!((read.uncollected.len(), read.warnings.len(), read.unrun_fixtures.len()), (1, 1, 1));
    }
}
