//! `loopmend check --observed RUN`: what is found by reading beside what the tests of the same project show.

use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::Value;

use super::running::{command, quiet, says};
use crate::support::environment::python;

/// A call that is only likely a coroutine's, since its callers alone tell; and a task that no rule finds by reading.
const LIBRARY: &str = "import asyncio


class Store:
    async def save(self):
        return 1


async def keep(store):
    store.save()


async def start():
    kept.append(asyncio.create_task(asyncio.sleep(60)))


kept = []
";

const TESTS: &str = "import asyncio

from library import Store, keep, start


def test_keeps():
    asyncio.run(keep(Store()))


def test_keeps_too():
    asyncio.run(keep(Store()))


def test_starts():
    asyncio.run(start())


async def fetch():
    return 1


def test_forgets():
    fetch()
";

/// A project with both files, in which the tests were run.
fn watched(python: &Path) -> tempfile::TempDir {
    let directory = tempfile::tempdir().unwrap();
    fs::write(directory.path().join("library.py"), LIBRARY).unwrap();
    fs::write(directory.path().join("test_library.py"), TESTS).unwrap();
    let run = run_file(directory.path());
    let options = ["--output-format", "json", "--output-file", &run];
    let output = command(directory.path(), python, &options, &["-q"]).output().unwrap();
    assert!(Path::new(&run).exists(), "{output:?}");
    directory
}

fn run_file(directory: &Path) -> String {
    directory.join("run.json").to_str().unwrap().to_owned()
}

fn check(directory: &Path, arguments: &[&str]) -> Output {
    let mut command = quiet(env!("CARGO_BIN_EXE_loopmend"), directory);
    command.arg("check").args(arguments).arg("--cache-dir").arg(directory.join("cache"));
    command.output().unwrap()
}

/// Path, line, rule, confidence, evidence, level and the last note of each finding.
fn told(output: &Output) -> Vec<[String; 7]> {
    let found: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{output:?}"));
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    found
        .iter()
        .map(|it| {
            let note = it["notes"].as_array().unwrap().last().map_or(&Value::Null, |note| &note["message"]);
            [
                text(&it["path"]),
                text(&it["line"]),
                text(&it["rule"]),
                text(&it["confidence"]),
                text(&it["evidence"]),
                text(&it["level"]),
                text(note),
            ]
        })
        .collect()
}

fn rows(rows: &[[&str; 7]]) -> Vec<[String; 7]> {
    rows.iter().map(|row| row.map(str::to_owned)).collect()
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn what_was_seen_is_certain_and_what_was_seen_only_is_added() {
    let python = python();
    let project = watched(&python);
    let run = run_file(project.path());
    let options = ["--output-format", "json"];
    let before = told(&check(project.path(), &options));
    let with_run = check(project.path(), &["--output-format", "json", "--observed", &run]);
    let expected = rows(&[
        [
            "library.py",
            "10",
            "unawaited-coroutine",
            "certain",
            "observed",
            "error",
            "seen at run time in `test_library.py::test_keeps_too` (call)",
        ],
        [
            "library.py",
            "14",
            "task-leak",
            "certain",
            "observed",
            "warn",
            "seen only at run time: no rule finds it by reading the code",
        ],
        [
            "test_library.py",
            "23",
            "unawaited-coroutine",
            "certain",
            "observed",
            "error",
            "seen at run time in `test_library.py::test_forgets` (call)",
        ],
    ]);
    assert_eq!(told(&with_run), expected);
    assert_eq!(with_run.status.code(), Some(1));
    assert!(
        says(&with_run, "2 findings also seen at run time, and 1 seen only at run time."),
        "{with_run:?}"
    );
    let is_likely = |row: &[String; 7]| {
        row[..6] == ["library.py", "10", "unawaited-coroutine", "likely", "inferred", "warn"]
    };
    assert!(before.len() == 2 && is_likely(&before[0]), "{before:?}");
    assert_eq!(told(&check(project.path(), &options)), before, "what was seen is not remembered");
    assert_eq!(told(&check(project.path(), &["--output-format", "json", "--observed", &run])), expected);
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn what_is_asked_for_is_shown_and_nothing_else() {
    let python = python();
    let project = watched(&python);
    let run = run_file(project.path());
    let lines = |arguments: &[&str]| -> Vec<String> {
        let all = [arguments, &["--output-format", "json", "--observed", &run]].concat();
        told(&check(project.path(), &all)).into_iter().map(|row| format!("{}:{}", row[0], row[1])).collect()
    };
    assert_eq!(lines(&["test_library.py"]), ["test_library.py:23"]);
    assert_eq!(lines(&["--ignore", "task-leak"]), ["library.py:10", "test_library.py:23"]);
    assert_eq!(lines(&["--select", "task-leak"]), ["library.py:14"]);
    let text = LIBRARY.replace("sleep(60)))", "sleep(60)))  # loopmend: ignore[task-leak]");
    fs::write(project.path().join("library.py"), text).unwrap();
    let options = ["--output-format", "json", "--output-file", &run];
    command(project.path(), &python, &options, &["-q"]).output().unwrap();
    assert_eq!(lines(&[]), ["library.py:10", "test_library.py:23"]);
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_run_from_another_place_is_understood() {
    let python = python();
    let project = watched(&python);
    let elsewhere = tempfile::tempdir().unwrap();
    for name in ["library.py", "test_library.py", "run.json"] {
        fs::copy(project.path().join(name), elsewhere.path().join(name)).unwrap();
    }
    let output = check(elsewhere.path(), &["--observed", "run.json"]);
    assert!(says(&output, "2 findings also seen at run time, and 1 seen only at run time."), "{output:?}");
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn files_that_changed_are_named_and_left_out() {
    let python = python();
    let project = watched(&python);
    fs::write(project.path().join("library.py"), format!("# moved\n{LIBRARY}")).unwrap();
    let output = check(project.path(), &["--observed", "run.json"]);
    assert!(says(&output, "1 finding also seen at run time, and 0 seen only at run time."), "{output:?}");
    let words =
        "1 file changed since the tests ran; findings of the run in changed files are left out: `library.py`";
    assert!(says(&output, words), "{output:?}");
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_baseline_takes_what_only_the_run_shows_and_it_is_not_stale_without_one() {
    let python = python();
    let project = watched(&python);
    let written = check(project.path(), &["--observed", "run.json", "--write-baseline", "known.json"]);
    assert!(says(&written, "Wrote 3 findings to known.json"), "{written:?}");
    let baseline = fs::read_to_string(project.path().join("known.json")).unwrap();
    let of_run: Vec<&str> = baseline.lines().filter(|line| line.contains("\"observed\":true")).collect();
    assert!(of_run.len() == 1 && of_run[0].contains("task-leak"), "{baseline}");
    let with_run = check(project.path(), &["--observed", "run.json", "--baseline", "known.json"]);
    assert!(with_run.status.success() && says(&with_run, "The baseline hides 3 findings.\n"), "{with_run:?}");
    let without = check(project.path(), &["--baseline", "known.json"]);
    assert!(without.status.success() && says(&without, "The baseline hides 2 findings.\n"), "{without:?}");
    fs::write(project.path().join("library.py"), LIBRARY.replace("kept.append(", "await (")).unwrap();
    let run = run_file(project.path());
    command(
        project.path(),
        &python,
        &["--output-format", "json", "--output-file", &run, "--timeout", "300"],
        &["-q", "-k", "keeps"],
    )
    .output()
    .unwrap();
    let mended = check(project.path(), &["--observed", "run.json", "--baseline", "known.json"]);
    assert!(says(&mended, "; 1 entry is stale"), "{mended:?}");
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_run_of_another_project_is_refused() {
    let python = python();
    let project = watched(&python);
    let other = tempfile::tempdir().unwrap();
    fs::write(other.path().join("other.py"), "x = 1\n").unwrap();
    fs::copy(project.path().join("run.json"), other.path().join("run.json")).unwrap();
    let output = check(other.path(), &["--observed", "run.json"]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(
        says(&output, "the run belongs to another project, `") && says(&output, "none of its files"),
        "{output:?}"
    );
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_file_that_is_no_run_is_refused() {
    let directory = tempfile::tempdir().unwrap();
    fs::write(directory.path().join("a.py"), "").unwrap();
    let cases = [
        (None, "failed to read the run `run.json`"),
        (Some("2 passed\n"), "`run.json` is not a report of `loopmend test --output-format json`"),
        (Some("[]"), "JSON, but without"),
        (
            Some("{\"format\": \"loopmend-test\", \"version\": 99}"),
            "its version is 99, but this loopmend reads version 1",
        ),
    ];
    for (text, words) in cases {
        if let Some(text) = text {
            fs::write(directory.path().join("run.json"), text).unwrap();
        }
        let output = check(directory.path(), &["--observed", "run.json"]);
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        assert!(says(&output, words), "{words}: {output:?}");
    }
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn one_mistake_is_one_finding_where_a_rule_of_another_group_tells_the_cause() {
    let python = python();
    let parametrized = "import pytest\n\n\nasync def load():\n    return 1\n\n\n@pytest.mark.parametrize('loading', [load()])\n\
                        def test_a(loading):\n    assert loading is not None\n";
    let nested = "import asyncio\n\nimport pytest\n\n\nasync def load():\n    return 1\n\n\nasync def outer():\n    asyncio.run(load())\n\n\n\
                  def test_a():\n    with pytest.raises(RuntimeError):\n        asyncio.run(outer())\n";
    for (text, rule, line) in
        [(parametrized, "coroutine-in-parametrize", "8"), (nested, "run-in-running-loop", "11")]
    {
        let directory = tempfile::tempdir().unwrap();
        fs::write(directory.path().join("test_a.py"), text).unwrap();
        let run = run_file(directory.path());
        let options = ["--output-format", "json", "--output-file", &run];
        command(directory.path(), &python, &options, &["-q"]).output().unwrap();
        let seen = told(&check(directory.path(), &["--output-format", "json", "--observed", &run]));
        assert_eq!(seen.len(), 1, "{rule}: {seen:?}");
        assert_eq!((&*seen[0][1], &*seen[0][2]), (line, rule), "{seen:?}");
        assert!(seen[0][6].starts_with("`unawaited-coroutine` was seen here at run time"), "{seen:?}");
    }
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn what_another_rule_explains_is_noted_there() {
    let python = python();
    let directory = tempfile::tempdir().unwrap();
    let text = "async def fetch():\n    return 1\n\n\ndef test_assigns():\n    result = fetch()\n";
    fs::write(directory.path().join("test_a.py"), text).unwrap();
    let run = run_file(directory.path());
    let options = ["--output-format", "json", "--output-file", &run];
    command(directory.path(), &python, &options, &["-q"]).output().unwrap();
    let output = check(directory.path(), &["--output-format", "json", "--observed", &run]);
    let expected = rows(&[[
        "test_a.py",
        "6",
        "coroutine-never-awaited",
        "certain",
        "inferred",
        "error",
        "`unawaited-coroutine` was seen here at run time in `test_a.py::test_assigns` (call)",
    ]]);
    assert_eq!(told(&output), expected);
    assert!(says(&output, "0 findings also seen at run time, and 0 seen only at run time."), "{output:?}");
}
