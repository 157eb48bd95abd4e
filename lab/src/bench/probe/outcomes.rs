//! How the tests of a suite end with and without the probe, by their identifiers.

use std::fs;

use super::records::{Sighting, read_report};
use super::suite::{Suite, Way};
use crate::bench::RAN;
use crate::harness::*;

/// Where the plugin is that writes how tests end.
const RECORDER: &str = "lab/bench";

/// How each test ended in one run.
type Run = BTreeMap<String, String>;

/// How the tests of a suite ended.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Outcomes {
    /// How often the suite was run each way.
    pub(super) runs: usize,
    /// How many tests ended in each way in all runs, by the words of pytest and the phase.
    pub(super) stable: BTreeMap<String, usize>,
    /// The tests that ended differently in runs without the probe.
    pub(super) unstable: BTreeMap<String, Ends>,
    /// The other tests that ended differently with it.
    pub(super) changed: BTreeMap<String, Ends>,
}

/// How a test ended in each of the runs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Ends {
    /// Without the probe.
    pub(super) plain: Vec<String>,
    /// With it.
    pub(super) watched: Vec<String>,
}

#[derive(Deserialize)]
struct Line {
    node: String,
    when: String,
    outcome: String,
}

/// Runs a suite `runs` times each way, `jobs` of these runs beside each other, and gives how its tests ended, and what the probe
/// saw in each of its runs. Fails if pytest or loopmend cannot be run, or ends before the suite does.
pub(super) fn compare(
    suite: &Suite,
    loopmend: &Loopmend,
    runs: usize,
    jobs: usize,
) -> Result<(Outcomes, Vec<Vec<Sighting>>)> {
    let plain = (1..=runs).map(|number| (number, Way::Plain));
    let both: Vec<_> = plain.flat_map(|(number, way)| [(number, way), (number, Way::Watched)]).collect();
    let done = in_parallel(&vec![(); jobs], &both, |(), (number, way)| {
        eprintln!("{}: run {number} of {runs}, {}", suite.name, way.words());
        run(suite, loopmend, *way, *number)
    })?;
    let (mut ends, mut sightings) = ([Vec::new(), Vec::new()], Vec::new());
    for ((_, way), (run, seen)) in both.iter().zip(done) {
        ends[usize::from(*way == Way::Watched)].push(run);
        sightings.extend(seen);
    }
    Ok((judge(&ends[0], &ends[1]), sightings))
}

/// One run: how the tests ended, and with the probe what it saw. One that came to its end before, with the same loopmend, is taken as it
/// was, so that a measurement that was cut off goes on.
fn run(suite: &Suite, loopmend: &Loopmend, way: Way, number: usize) -> Result<(Run, Option<Vec<Sighting>>)> {
    let file = suite.file(&format!("{way:?}-{number}.jsonl").to_lowercase());
    let report = file.with_extension("json");
    if !is_newer(&file.with_extension("txt"), loopmend.binary()) {
        start(suite, loopmend, way, &file, &report)?;
    }
    let seen = if way == Way::Watched { Some(read_report(&report, &suite.source)?) } else { None };
    Ok((read(&workspace::read(&file)?)?, seen))
}

/// Whether a file is there, and was written after another one.
pub(super) fn is_newer(file: &Path, other: &Path) -> bool {
    let written = |path: &Path| fs::metadata(path).and_then(|metadata| metadata.modified()).ok();
    matches!((written(file), written(other)), (Some(file), Some(other)) if file > other)
}

/// Runs pytest to its end, and then writes what it printed.
fn start(suite: &Suite, loopmend: &Loopmend, way: Way, file: &Path, report: &Path) -> Result<()> {
    workspace::write(file, "")?;
    let options = ["--output-format", "json", "--output-file", &report.to_string_lossy()];
    let directories = [root(RECORDER)];
    let mut further = vec!["-q", "-p", "_outcomes"];
    further.extend(suite.probed.files.iter().map(String::as_str));
    let mut command = suite.command(way, loopmend, &options, &further, &directories)?;
    let output = command.env("OUTCOMES", file).output().context("cannot start the suite")?;
    let words = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    ensure!(
        output.status.code().is_some_and(|code| RAN.contains(&code)),
        "`{}` ended with {}\n{words}",
        workspace::shown(&command),
        output.status,
    );
    workspace::write(&file.with_extension("txt"), &words)
}

/// How each test ended: the outcome of the phases that did not pass, or `passed`.
fn read(text: &str) -> Result<Run> {
    let mut run = Run::new();
    for line in text.lines() {
        let Line { node, when, outcome } =
            serde_json::from_str(line).context("the recorder wrote an unknown line")?;
        let end = run.entry(node).or_default();
        if outcome != "passed" {
            let separator = if end.is_empty() { "" } else { ", " };
            *end += &format!("{separator}{outcome} ({when})");
        }
    }
    for end in run.values_mut().filter(|end| end.is_empty()) {
        "passed".clone_into(end);
    }
    Ok(run)
}

fn judge(plain: &[Run], watched: &[Run]) -> Outcomes {
    let mut outcomes = Outcomes { runs: plain.len(), ..Outcomes::default() };
    let nodes: BTreeSet<&String> = plain.iter().chain(watched).flat_map(BTreeMap::keys).collect();
    for node in nodes {
        let ends = |runs: &[Run]| -> Vec<String> {
            runs.iter().map(|run| run.get(node).map_or("not run", String::as_str).to_owned()).collect()
        };
        let ends = Ends { plain: ends(plain), watched: ends(watched) };
        let first = ends.plain[0].clone();
        if ends.plain.iter().any(|end| *end != first) {
            outcomes.unstable.insert(node.clone(), ends);
        } else if ends.watched.iter().any(|end| *end != first) {
            outcomes.changed.insert(node.clone(), ends);
        } else {
            *outcomes.stable.entry(first).or_default() += 1;
        }
    }
    outcomes
}

#[cfg(test)]
mod tests {
    use super::{is_newer, judge, read};
    use crate::harness::workspace;

    fn run(lines: &[(&str, &str, &str)]) -> super::Run {
        let line = |(node, when, outcome): &(&str, &str, &str)| {
            format!(r#"{{"node": "{node}", "when": "{when}", "outcome": "{outcome}"}}"#)
        };
        read(&lines.iter().map(line).collect::<Vec<_>>().join("\n")).unwrap()
    }

    #[test]
    fn a_test_ends_as_the_phases_that_did_not_pass() {
        let one = run(&[("a", "setup", "passed"), ("a", "call", "failed"), ("a", "teardown", "failed")]);
        assert_eq!(one["a"], "failed (call), failed (teardown)");
        assert_eq!(run(&[("a", "setup", "passed"), ("a", "call", "passed")])["a"], "passed");
    }

    #[test]
    fn a_test_that_differs_without_the_probe_is_no_change() {
        let passed = run(&[("a", "call", "passed"), ("b", "call", "passed"), ("c", "call", "passed")]);
        let failed = run(&[("a", "call", "failed"), ("b", "call", "failed"), ("c", "call", "passed")]);
        let mixed = run(&[("a", "call", "failed"), ("b", "call", "passed"), ("c", "call", "passed")]);
        let outcomes = judge(&[passed.clone(), mixed], &[passed, failed]);
        assert_eq!(outcomes.unstable.keys().collect::<Vec<_>>(), ["a"]);
        assert_eq!(outcomes.changed.keys().collect::<Vec<_>>(), ["b"]);
        assert_eq!(outcomes.changed["b"].watched, ["passed", "failed (call)"]);
        assert_eq!(outcomes.stable["passed"], 1);
    }

    #[test]
    fn what_is_not_there_is_not_newer() {
        let directory = tempfile::tempdir().unwrap();
        let (there, missing) = (directory.path().join("there"), directory.path().join("missing"));
        workspace::write(&there, "").unwrap();
        assert!(!is_newer(&there, &missing) && !is_newer(&missing, &there) && !is_newer(&there, &there));
    }
}
