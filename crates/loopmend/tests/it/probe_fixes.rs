//! Repairs the probe files of `tests/probes`, runs them, and looks for the result that each was written for.
//!
//! `tests/fixed/index.json` says for each bug what CPython or pytest shows when it is mended, or which rule's page says why no
//! local edit mends it. What the files import is in the environment that `cargo xtask probes --environment` makes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::support::copy_directory;
use crate::support::environment::python;
use serde::Deserialize;

/// So many of the 89 bugs have to be repaired.
const LEAST: usize = 60;

/// What no mended file shows.
const SYMPTOMS: [&str; 4] = ["never awaited", "was destroyed", "never retrieved", "DeprecationWarning"];

/// A file is stopped after so many seconds, and one that is to wait after the latter.
const LONGEST: &str = "20";
const WAITING: &str = "2";

/// What becomes of a bug.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Bug {
    /// Its file.
    file: String,
    /// The code of the rule whose page says why no local edit is right.
    stays: Option<String>,
    /// How the file ends, or its tests.
    outcome: Option<String>,
    /// Functions that are called.
    #[serde(default)]
    calls: Vec<String>,
    /// Functions that are called, and never in the main thread.
    #[serde(default)]
    elsewhere: Vec<String>,
    /// Functions that are not called.
    #[serde(default)]
    never: Vec<String>,
    /// The last values that functions give.
    #[serde(default)]
    gives: BTreeMap<String, String>,
    /// What is printed.
    #[serde(default)]
    shows: String,
    /// What stands in the file.
    #[serde(default)]
    has: String,
    /// A test that runs under a configuration.
    test: Option<String>,
}

/// What `judge.py` tells.
#[derive(Debug, Deserialize)]
struct Report {
    outcome: String,
    called: BTreeMap<String, [usize; 2]>,
    given: BTreeMap<String, String>,
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn the_fixes_repair_the_probes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap();
    let python = python();
    let text = fs::read_to_string(root.join("tests/fixed/index.json")).unwrap();
    let bugs: Vec<Bug> = serde_json::from_str(&text).unwrap();
    let directory = tempfile::tempdir().unwrap();
    let probes = directory.path().join("probes");
    copy_directory(&root.join("tests/probes"), &probes);
    fix(&probes, &python);
    let wrong = judged(&bugs, &root, &probes, &python);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(bugs.len(), 89);
    assert!(bugs.iter().filter(|bug| bug.stays.is_none()).count() >= LEAST);
}

/// What is wrong with the repaired files.
fn judged(bugs: &[Bug], root: &Path, probes: &Path, python: &Path) -> Vec<String> {
    let next = AtomicUsize::new(0);
    let judge = || {
        let mut wrong = Vec::new();
        while let Some(bug) = bugs.get(next.fetch_add(1, Ordering::Relaxed)) {
            let found = match bug.stays {
                None => ways_it_fails(bug, root, probes, python),
                Some(_) if text_of(&root.join("tests/probes"), bug) == text_of(probes, bug) => Vec::new(),
                Some(_) => vec!["it is changed, and not repaired".to_owned()],
            };
            wrong.extend(found.into_iter().map(|why| format!("{}: {why}", bug.file)));
        }
        wrong
    };
    let threads = thread::available_parallelism().map_or(2, usize::from).max(2);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(judge)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    })
}

fn ways_it_fails(bug: &Bug, root: &Path, probes: &Path, python: &Path) -> Vec<String> {
    if let Some(test) = &bug.test {
        let beside = probes.join(&bug.file).with_file_name("test_it.py");
        fs::write(beside, format!("import pytest\n\n\n{test}")).unwrap();
    }
    let seconds = if bug.outcome.as_deref() == Some("waits") { WAITING } else { LONGEST };
    let output = Command::new(python)
        .args(["-X", "dev", "-W", "ignore::ResourceWarning", "-B"])
        .arg(root.join("tests/fixed/judge.py"))
        .args([&bug.file, seconds])
        .current_dir(probes)
        .output()
        .unwrap();
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    let shown = format!("{printed}{}", String::from_utf8_lossy(&output.stderr));
    let report = printed.lines().find_map(|line| line.strip_prefix('@'));
    let Some(report) = report.and_then(|report| serde_json::from_str::<Report>(report).ok()) else {
        return vec![format!("nothing is told of it: {shown}")];
    };
    let mut wrong = Vec::new();
    let mut expect = |is_right: bool, why: String| {
        if !is_right {
            wrong.push(why);
        }
    };
    expect(bug.outcome.as_ref() == Some(&report.outcome), format!("its outcome is {}", report.outcome));
    expect(shown.contains(&bug.shows), format!("it does not show {:?}", bug.shows));
    expect(text_of(probes, bug).contains(&bug.has), format!("it has not {:?}", bug.has));
    for name in &bug.calls {
        expect(report.called.contains_key(name), format!("{name} is not called"));
    }
    for name in &bug.never {
        expect(!report.called.contains_key(name), format!("{name} is called"));
    }
    for name in &bug.elsewhere {
        let is_elsewhere = report.called.get(name).is_some_and(|[_, on_main]| *on_main == 0);
        expect(is_elsewhere, format!("{name} is not called, or in the main thread"));
    }
    for (name, value) in &bug.gives {
        expect(report.given.get(name) == Some(value), format!("{name} gives {:?}", report.given.get(name)));
    }
    for symptom in SYMPTOMS {
        expect(!shown.contains(symptom), format!("it shows {symptom:?}"));
    }
    wrong
}

/// Runs `loopmend fix --unsafe --likely` in a directory.
fn fix(directory: &Path, python: &Path) {
    let output = Command::new(env!("CARGO_BIN_EXE_loopmend"))
        .args(["fix", "--strict", "--unsafe", "--likely", "--allow-dirty", "--no-cache", "--python"])
        .arg(python)
        .current_dir(directory)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

fn text_of(directory: &Path, bug: &Bug) -> String {
    fs::read_to_string(directory.join(&bug.file)).unwrap()
}
