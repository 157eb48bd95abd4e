//! What is to be seen of a suite, and the comparison of what is seen with it.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use super::running::{findings, loopmend, pytest};

/// One thing that is to be seen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Expected {
    rule: String,
    test: String,
    phase: String,
    place: String,
    /// Whether it depends on the versions, or on time, that it is there.
    #[serde(default)]
    sometimes: bool,
}

impl Expected {
    /// Whether the same is meant.
    fn is_like(&self, other: &Self) -> bool {
        (&self.rule, &self.test, &self.phase, &self.place)
            == (&other.rule, &other.test, &other.phase, &other.place)
    }
}

/// Runs a suite with and without the probe: what is expected is seen and nothing else, and the outcomes are the same. Of a file that is
/// skipped nothing is expected.
pub(crate) fn assert_as_written_down(
    suite: &str,
    directory: &Path,
    python: &Path,
    expected: &BTreeSet<Expected>,
) {
    let watched = loopmend(directory, python, &["--output-format", "json"], &["-rA", "-q"]);
    let plain = pytest(directory, python, &["-rA", "-q"]);
    let outcomes = outcomes(&plain.stdout);
    let is_skipped = |it: &&Expected| {
        let file = it.test.split("::").next().unwrap();
        outcomes.iter().any(|line| line.starts_with("SKIPPED") && line.contains(&format!(" {file}:")))
    };
    let (sometimes, always): (BTreeSet<_>, BTreeSet<_>) =
        expected.iter().filter(|it| !is_skipped(it)).cloned().partition(|it| it.sometimes);
    let seen: BTreeSet<Expected> = findings(&watched).iter().map(seen).collect();
    let missing: Vec<_> = always.difference(&seen).collect();
    let is_known = |it: &&Expected| always.contains(it) || sometimes.iter().any(|other| other.is_like(it));
    let extra: Vec<_> = seen.iter().filter(|it| !is_known(it)).collect();
    assert!(missing.is_empty() && extra.is_empty(), "{suite}: missing {missing:#?}, extra {extra:#?}");

    assert!(!outcomes.is_empty(), "{suite}: {plain:?}");
    assert_eq!(outcomes, self::outcomes(&watched.stderr), "{suite}: the probe changes outcomes");
}

/// A finding of the report as it is written down.
fn seen(finding: &Value) -> Expected {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let born = &finding["born"];
    let phase = match born["fixture"].as_str().unwrap() {
        "" => text(&born["phase"]),
        fixture => format!("{} of fixture {fixture}", text(&born["phase"])),
    };
    let place = format!("{}:{}", text(&finding["path"]), finding["line"]);
    Expected { rule: text(&finding["rule"]), test: text(&born["test"]), phase, place, sometimes: false }
}

/// `PASSED test_a.py::test_b` and its kin.
fn outcomes(output: &[u8]) -> BTreeSet<String> {
    let text = String::from_utf8_lossy(output);
    let kinds = ["PASSED", "FAILED", "ERROR", "SKIPPED", "XFAIL", "XPASS"];
    let is_outcome = |line: &&str| {
        kinds.iter().any(|kind| line.strip_prefix(kind).is_some_and(|rest| rest.starts_with(' ')))
    };
    text.lines().filter(is_outcome).map(|line| line.split(" - ").next().unwrap().to_owned()).collect()
}
