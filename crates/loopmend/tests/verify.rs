//! `loopmend fix --verify`, on small projects whose tests run in the environment of `cargo xtask probes --environment`.

#[path = "support/environment.rs"]
mod environment;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use environment::python;
use serde_json::Value;

/// A module with one forgotten `await` that a test reaches.
const STORE: &str = "\
class Store:
    def __init__(self):
        self.saved = []

    async def save(self, record):
        self.saved.append(record)


async def handle(store: Store, record):
    store.save(record)
    return len(store.saved)
";
const TEST: &str = "\
import pytest
from store import Store, handle


@pytest.mark.asyncio
async def test_handle():
    assert await handle(Store(), \"a\") == 1
";
/// Where tests find the modules beside them.
const SETTINGS: (&str, &str) = ("pyproject.toml", "[tool.pytest.ini_options]\npythonpath = [\".\"]\n");

/// A project, and the report that is made of it.
struct Tried {
    directory: tempfile::TempDir,
    output: Output,
    report: Value,
}

impl Tried {
    /// The verdicts with whether the fixes were written, by rule and line.
    fn verdicts(&self) -> Vec<String> {
        let fixes = self.report["fixes"].as_array().into_iter().flatten();
        let line = |fix: &Value| {
            let written = if fix["is_written"] == true { "" } else { ", not written" };
            let words = |key: &str| fix[key].as_str().unwrap_or_default().to_owned();
            format!("{}:{} {} {}{written}", words("path"), fix["line"], words("code"), words("verdict"))
        };
        fixes.map(line).collect()
    }

    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.project().join(path)).unwrap()
    }

    fn project(&self) -> PathBuf {
        self.directory.path().join("project")
    }

    fn status(&self) -> Option<i32> {
        self.output.status.code()
    }

    fn said(&self) -> String {
        let all = [&self.output.stdout[..], &self.output.stderr[..]].concat();
        String::from_utf8_lossy(&all).into_owned()
    }
}

fn project(files: &[(&str, &str)]) -> tempfile::TempDir {
    let directory = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = directory.path().join("project").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    directory
}

fn command(directory: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_loopmend"));
    let (options, pytest) = match arguments.iter().position(|argument| *argument == "--") {
        Some(place) => arguments.split_at(place),
        None => (arguments, &[][..]),
    };
    command
        .args(["fix", "--verify", "--color", "never", "--no-cache", "--report"])
        .arg(directory.join("report.json"))
        .arg("--python")
        .arg(python())
        .args(options)
        .args(pytest)
        .current_dir(directory.join("project"))
        .env_remove("PYTHONPATH");
    command
}

fn tried(files: &[(&str, &str)], arguments: &[&str]) -> Tried {
    tried_in(project(files), arguments, &[])
}

fn tried_in(directory: tempfile::TempDir, arguments: &[&str], variables: &[(&str, &Path)]) -> Tried {
    let output = command(directory.path(), arguments).envs(variables.iter().copied()).output().unwrap();
    let report = fs::read(directory.path().join("report.json")).unwrap_or_default();
    let report = serde_json::from_slice(&report).unwrap_or_default();
    Tried { directory, output, report }
}

/// All files below a directory with their bytes.
fn tree(directory: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut left = vec![directory.to_owned()];
    while let Some(next) = left.pop() {
        for entry in fs::read_dir(next).unwrap().flatten() {
            match entry.path().is_dir() {
                true => left.push(entry.path()),
                false => drop(found.insert(entry.path(), fs::read(entry.path()).unwrap())),
            }
        }
    }
    found
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_fix_whose_defect_is_gone_is_verified_and_only_reached_tests_run() {
    let files = [
        ("store.py", STORE),
        ("tests/test_store.py", TEST),
        ("tests/test_other.py", "def test_other():\n    pass\n"),
        SETTINGS,
    ];
    let tried = tried(&files, &[]);
    assert_eq!(tried.verdicts(), ["store.py:10 LM101 verified"], "{}", tried.said());
    assert_eq!(tried.status(), Some(0));
    assert!(tried.text("store.py").contains("    await store.save(record)\n"));
    let selection = &tried.report["selection"];
    assert_eq!((selection["tests"].as_u64(), selection["of"].as_u64()), (Some(1), Some(2)));
    let fix = &tried.report["fixes"][0];
    assert_eq!(fix["evidence"][0]["kind"], "probe");
    assert_eq!(fix["tests"][0], "tests/test_store.py::test_handle");
    let test = &tried.report["tests"][0];
    assert_eq!((&test["before"]["outcome"], &test["after"]["outcome"]), (&"failed".into(), &"passed".into()));
    let (before, after) = (&tried.report["before"], &tried.report["after"]);
    assert_eq!((&before["seen"]["unawaited-coroutine"], &after["seen"]), (&1.into(), &serde_json::json!({})));
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_fix_that_makes_a_test_fail_is_taken_back_and_the_others_are_kept() {
    let broken = "\
async def ok():
    pass


async def broken():
    raise ValueError(\"it never ran\")


async def both():
    ok()
    broken()
";
    let test = "\
import pytest
from app import both


@pytest.mark.asyncio
async def test_both():
    await both()
";
    let tried = tried(&[("app.py", broken), ("test_app.py", test), SETTINGS], &[]);
    assert_eq!(
        tried.verdicts(),
        ["app.py:10 LM101 verified", "app.py:11 LM101 reverted, not written"],
        "{}",
        tried.said()
    );
    assert_eq!(tried.status(), Some(3));
    assert!(tried.text("app.py").ends_with("    await ok()\n    broken()\n"));
    assert!(tried.report["fixes"][1]["why"].as_str().unwrap().contains("test_app.py::test_both"));
    assert_eq!(tried.report["after"]["counts"]["passed"], 1);
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn two_fixes_that_do_harm_together_are_both_taken_back() {
    let app = "\
seen = []


async def one():
    seen.append(1)


async def two():
    seen.append(2)


async def three():
    pass


async def all_of_them():
    one()
    two()
    three()
";
    let test = "\
import pytest
import app


@pytest.mark.asyncio
async def test_all():
    await app.all_of_them()
    assert len(app.seen) < 2
";
    let tried = tried(&[("app.py", app), ("test_app.py", test), SETTINGS], &[]);
    assert_eq!(
        tried.verdicts(),
        [
            "app.py:17 LM101 reverted, not written",
            "app.py:18 LM101 reverted, not written",
            "app.py:19 LM101 verified"
        ],
        "{}",
        tried.said()
    );
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn an_unsafe_fix_that_no_test_runs_is_written_only_with_unsafe() {
    let files = [
        ("store.py", STORE),
        ("test_store.py", "from store import Store\n\n\ndef test_store():\n    Store()\n"),
        SETTINGS,
    ];
    let held = tried(&files, &[]);
    assert_eq!(held.verdicts(), ["store.py:10 LM101 untested, not written"], "{}", held.said());
    assert_eq!((held.status(), held.text("store.py").as_str()), (Some(3), STORE));
    let written = tried(&files, &["--unsafe"]);
    assert_eq!(written.verdicts(), ["store.py:10 LM101 untested"], "{}", written.said());
    assert_eq!(written.status(), Some(3));
    assert!(written.text("store.py").contains("await store.save(record)"));
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_project_without_tests_has_untested_fixes() {
    let tried = tried(&[("store.py", STORE), SETTINGS], &[]);
    assert_eq!(tried.verdicts(), ["store.py:10 LM101 untested, not written"], "{}", tried.said());
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn what_tests_write_beside_the_code_stays_in_the_copy() {
    let test = "\
import pathlib

import pytest
import store


@pytest.mark.asyncio
async def test_handle():
    here = pathlib.Path(store.__file__)
    here.with_name(\"made.txt\").write_text(\"x\")
    (here.parent / \"data.txt\").write_text(\"changed\")
    assert await store.handle(store.Store(), \"a\") == 1
";
    let files = [("store.py", STORE), ("test_store.py", test), ("data.txt", "as it was"), SETTINGS];
    let tried = tried(&files, &[]);
    assert_eq!(tried.verdicts(), ["store.py:10 LM101 verified"], "{}", tried.said());
    assert_eq!(tried.text("data.txt"), "as it was");
    assert!(!tried.project().join("made.txt").exists());
    assert_eq!(tried.report["changed_meanwhile"], serde_json::json!([]));
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn an_installation_that_leads_to_the_original_is_overridden() {
    let test = TEST.replace("from store", "from shop.store");
    let directory = project(&[
        ("src/shop/__init__.py", ""),
        ("src/shop/store.py", STORE),
        ("tests/test_store.py", &test),
        ("pyproject.toml", "[project]\nname = \"shop\"\n"),
    ]);
    let source = directory.path().join("project/src");
    let tried = tried_in(directory, &[], &[("PYTHONPATH", &source)]);
    assert_eq!(tried.verdicts(), ["src/shop/store.py:10 LM101 verified"], "{}", tried.said());
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_test_that_hangs_is_stopped_and_the_others_still_run() {
    let hangs =
        "import threading\nfrom store import Store\n\n\ndef test_hangs():\n    threading.Event().wait()\n";
    let files = [("store.py", STORE), ("test_a.py", hangs), ("test_b.py", TEST), SETTINGS];
    let tried = tried(&files, &["--timeout", "2"]);
    assert_eq!(tried.verdicts(), ["store.py:10 LM101 verified"], "{}", tried.said());
    let counts = &tried.report["after"]["counts"];
    assert_eq!((&counts["passed"], &counts["errors"]), (&1.into(), &1.into()));
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_test_that_hangs_still_tells_what_it_ran_before() {
    let test = "\
import threading

import pytest
from store import Store, handle


@pytest.mark.asyncio
async def test_hangs():
    await handle(Store(), \"a\")
    threading.Event().wait()
";
    let tried = tried(&[("store.py", STORE), ("test_a.py", test), SETTINGS], &["--timeout", "2"]);
    assert_eq!(tried.verdicts(), ["store.py:10 LM101 verified"], "{}", tried.said());
    assert_eq!(tried.report["fixes"][0]["tests"], serde_json::json!(["test_a.py::test_hangs"]));
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_flaky_test_proves_nothing() {
    let flaky = "\
import os
import pathlib

from store import Store


def test_flaky():
    count = pathlib.Path(os.environ[\"COUNT\"])
    number = int(count.read_text()) + 1
    count.write_text(str(number))
    assert number // 2 % 2 == 1
";
    let directory = project(&[("store.py", STORE), ("test_a.py", flaky), ("test_b.py", TEST), SETTINGS]);
    let count = directory.path().join("count");
    fs::write(&count, "0").unwrap();
    let tried = tried_in(directory, &[], &[("COUNT", &count)]);
    assert_eq!(tried.verdicts(), ["store.py:10 LM101 verified"], "{}", tried.said());
    assert_eq!(tried.report["flaky"][0]["test"], "test_a.py::test_flaky");
    assert_eq!(tried.report["tests"].as_array().unwrap().len(), 1);
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_file_that_the_copy_leaves_out_makes_the_run_inconclusive() {
    let test = format!("{TEST}    open(\"build/lib/table.txt\").close()\n");
    let files =
        [("store.py", STORE), ("test_store.py", test.as_str()), ("build/lib/table.txt", ""), SETTINGS];
    let tried = tried(&files, &[]);
    assert_eq!(tried.verdicts(), ["store.py:10 LM101 inconclusive, not written"], "{}", tried.said());
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn arguments_of_pytest_and_named_tests_choose_what_runs() {
    let two = format!("{TEST}\n\ndef test_other():\n    pass\n");
    let files = [("store.py", STORE), ("test_store.py", two.as_str()), SETTINGS];
    let other = tried(&files, &["--", "-k", "other"]);
    assert_eq!(other.verdicts(), ["store.py:10 LM101 untested, not written"], "{}", other.said());
    let named = tried(&files, &["--tests", "test_store.py::test_handle"]);
    assert_eq!(named.verdicts(), ["store.py:10 LM101 verified"], "{}", named.said());
    assert_eq!(named.report["before"]["counts"]["selected"], 1);
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn line_endings_and_byte_order_marks_stay() {
    let store = format!("\u{feff}{}", STORE.replace('\n', "\r\n"));
    let tried = tried(&[("store.py", store.as_str()), ("test_store.py", TEST), SETTINGS], &[]);
    assert_eq!(tried.verdicts(), ["store.py:10 LM101 verified"], "{}", tried.said());
    let expected = store.replace("    store.save(record)", "    await store.save(record)");
    assert_eq!(tried.text("store.py"), expected);
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_suite_that_cannot_be_collected_before_is_no_obstacle() {
    let conftest = "import asyncio\n\n\nasync def prepare():\n    return 1\n\n\nasync def main():\n    asyncio.run(prepare())\n\n\nasyncio.run(main())\n";
    let test = "from conftest import main\n\n\ndef test_a():\n    pass\n";
    let tried = tried(&[("conftest.py", conftest), ("test_a.py", test), SETTINGS], &[]);
    assert_eq!(tried.verdicts(), ["conftest.py:9 LM202 verified"], "{}", tried.said());
    assert_eq!(tried.report["after"]["counts"]["passed"], 1);
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn the_report_has_three_forms() {
    let directory = project(&[("store.py", STORE), ("test_store.py", TEST), SETTINGS]);
    let (markdown, page) = (directory.path().join("r.md"), directory.path().join("r.html"));
    let paths = [markdown.to_str().unwrap(), page.to_str().unwrap()];
    let tried = tried_in(directory, &["--report", paths[0], "--report", paths[1]], &[]);
    assert_eq!(tried.status(), Some(0), "{}", tried.said());
    let text = fs::read_to_string(markdown).unwrap();
    let summary = text.lines().nth(2).unwrap();
    assert_eq!(
        summary,
        "loopmend wrote 1 of 1 fix to 1 file. Before and after, the only test was selected: 1 failed became 1 passed. By \
         verdict: 1 verified (the defect was seen before and is gone, or tests fail without the fix)."
    );
    assert!(text.contains("+    await store.save(record)\n"), "{text}");
    let page = fs::read_to_string(page).unwrap();
    assert!(page.contains("<code>await") || page.contains("+    await store.save(record)"), "{page}");
    assert!(!page.contains("<script"));
    assert_eq!(tried.report["format"], "loopmend-verify");
    let later = Command::new(env!("CARGO_BIN_EXE_loopmend"))
        .arg("report")
        .arg(tried.directory.path().join("report.json"))
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&later.stdout), text);
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_file_with_uncommitted_changes_is_refused_before_anything_runs() {
    let directory = project(&[("store.py", STORE), ("test_store.py", TEST), SETTINGS]);
    let git = |arguments: &[&str]| {
        let identity = ["-c", "user.name=a", "-c", "user.email=a@example.org"];
        let done = Command::new("git")
            .args(identity)
            .args(arguments)
            .current_dir(directory.path().join("project"))
            .output();
        assert!(done.unwrap().status.success());
    };
    git(&["init", "-q"]);
    git(&["add", "-A"]);
    git(&["commit", "-q", "-m", "start"]);
    let store = format!("{STORE}# more\n");
    fs::write(directory.path().join("project/store.py"), &store).unwrap();
    let tried = tried_in(directory, &[], &[]);
    assert_eq!((tried.status(), tried.text("store.py")), (Some(2), store));
    assert!(tried.said().contains("--allow-dirty"), "{}", tried.said());
}

#[cfg(unix)]
#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn an_interruption_leaves_the_tree_as_it_was() {
    use std::io::{BufRead, BufReader};
    use std::process::Stdio;

    let waits = "\
import os
import threading

from store import Store


def test_waits():
    with open(os.environ[\"BEGUN\"], \"w\") as file:
        file.write(\"begun\\n\")
    threading.Event().wait()
";
    let directory = project(&[("store.py", STORE), ("test_a.py", waits), SETTINGS]);
    let begun = directory.path().join("begun");
    assert!(Command::new("mkfifo").arg(&begun).status().unwrap().success());
    let before = tree(&directory.path().join("project"));
    let mut child = command(directory.path(), &[])
        .env("BEGUN", &begun)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(fs::File::open(&begun).unwrap()).read_line(&mut line).unwrap();
    assert_eq!(line, "begun\n");
    let kill = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(kill.success());
    let status = child.wait().unwrap();
    assert_eq!(status.code(), Some(130));
    assert_eq!(tree(&directory.path().join("project")), before);
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn workers_of_xdist_see_the_copy_too() {
    let files = [("store.py", STORE), ("test_store.py", TEST), SETTINGS];
    let tried = tried(&files, &["--", "-n", "2"]);
    assert_eq!(tried.verdicts(), ["store.py:10 LM101 verified"], "{}", tried.said());
}

#[test]
fn a_report_needs_an_ending_that_is_known() {
    let output = Command::new(env!("CARGO_BIN_EXE_loopmend"))
        .args(["fix", "--verify", "--report", "report.txt"])
        .current_dir(tempfile::tempdir().unwrap().path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("`.md`, `.html` or `.json`"), "{said}");
}
