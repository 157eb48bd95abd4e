//! `loopmend fix --verify`, on small projects whose tests run in the environment of `cargo xtask probes --environment`.

#[cfg(unix)]
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::support::environment::python;
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

    /// What `loopmend report` prints of the saved run.
    fn printed_later(&self) -> String {
        let later = Command::new(env!("CARGO_BIN_EXE_loopmend"))
            .arg("report")
            .arg(self.directory.path().join("report.json"))
            .output()
            .unwrap();
        String::from_utf8_lossy(&later.stdout).into_owned()
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
    command_with(&python(), &[&["--no-cache"], arguments].concat(), directory)
}

fn command_with(python: &Path, arguments: &[&str], directory: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_loopmend"));
    let (options, pytest) = match arguments.iter().position(|argument| *argument == "--") {
        Some(place) => arguments.split_at(place),
        None => (arguments, &[][..]),
    };
    command
        .args(["fix", "--verify", "--color", "never", "--report"])
        .arg(directory.join("report.json"))
        .arg("--python")
        .arg(python)
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
    assert_eq!((&test["runs"], &test["as_stated"]), (&serde_json::json!([2, 2]), &serde_json::json!([2, 2])));
    let item = &tried.report["checklist"][0];
    assert_eq!(item["places"], serde_json::json!(["store.py:10"]));
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
fn a_reverted_fix_names_the_test_that_it_breaks() {
    let app = "\
class Door:
    is_open = True
    is_locked = False

    async def close(self):
        self.is_open = False

    async def lock(self):
        self.is_locked = True


async def leave(door: Door):
    door.close()


async def secure(door: Door):
    door.lock()
";
    let test = "\
import pytest
from app import Door, leave, secure


@pytest.mark.asyncio
async def test_leave():
    door = Door()
    await leave(door)
    assert door.is_open


@pytest.mark.asyncio
async def test_secure():
    door = Door()
    await secure(door)
    assert not door.is_locked
";
    let tried = tried(&[("app.py", app), ("test_app.py", test), SETTINGS], &[]);
    let fixes = tried.report["fixes"].as_array().unwrap();
    for (fix, test, other) in
        [(&fixes[0], "test_leave", "test_secure"), (&fixes[1], "test_secure", "test_leave")]
    {
        let why = fix["why"].as_str().unwrap();
        assert_eq!(fix["verdict"], "reverted", "{why}");
        assert!(why.contains(test) && !why.contains(other) && !why.contains("more"), "{why}");
    }
}

/// The test gets worse only after another one that differs too, in another file.
#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_fix_that_is_beside_the_harmful_one_is_kept() {
    let hub = "\
SEEN = {}
lines = []


async def remember(key):
    SEEN[key] = key


async def visit(key):
    remember(key)


async def write(line):
    lines.append(line)


async def session(line):
    write(line)
";
    let files = [
        ("hub.py", hub),
        (
            "test_a.py",
            "import hub\n\n\nasync def test_visit():\n    await hub.visit(\"a\")\n    hub.lines.clear()\n",
        ),
        ("test_b.py", "import hub\n\n\nasync def test_seen_is_empty():\n    assert hub.SEEN == {}\n"),
        (
            "test_hub.py",
            "import hub\n\n\nasync def test_session():\n    await hub.session(\"x\")\n    assert hub.lines == [\"x\"]\n",
        ),
        ("pytest.ini", "[pytest]\nasyncio_mode = auto\n"),
    ];
    let tried = tried(&files, &[]);
    let verdicts = ["hub.py:10 LM101 reverted, not written", "hub.py:18 LM101 verified"];
    assert_eq!(tried.verdicts(), verdicts, "{}", tried.said());
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_fix_with_which_a_strict_expected_failure_passes_is_taken_back() {
    let test = TEST.replace("@pytest.mark.asyncio", "@pytest.mark.xfail(strict=True)\n@pytest.mark.asyncio");
    let tried = tried(&[("store.py", STORE), ("test_store.py", &test), SETTINGS], &[]);
    assert_eq!(tried.verdicts(), ["store.py:10 LM101 reverted, not written"], "{}", tried.said());
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_test_that_needs_two_fixes_verifies_both() {
    let app = "\
taken = []


async def take(name):
    taken.append(name)


async def order(name):
    take(name)
";
    let test = "import app\n\n\nasync def test_take():\n    await app.order(\"tea\")\n    assert app.taken == [\"tea\"]\n";
    let tried = tried(&[("app.py", app), ("test_app.py", test), SETTINGS], &[]);
    assert_eq!(
        tried.verdicts(),
        ["app.py:9 LM101 verified", "test_app.py:4 LM303 verified"],
        "{}",
        tried.said()
    );
    assert_eq!(tried.report["fixes"][0]["tests_in_all"], 1);
}

/// No test looks at what the threads do, so that only the probe shows it.
#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_coroutine_that_a_thread_makes_is_evidence_for_the_fix_of_its_function() {
    let test = "\
import asyncio

import pytest


@pytest.mark.asyncio
async def test_hits():
    seen = []

    async def hit():
        seen.append(1)

    await asyncio.gather(*[asyncio.to_thread(hit) for _ in range(3)])


@pytest.mark.asyncio
async def test_hits_of_another_name():
    others = []

    async def hit():
        others.append(2)

    await asyncio.gather(*[asyncio.to_thread(hit) for _ in range(3)])
";
    let tried = tried(&[("test_hits.py", test), SETTINGS], &[]);
    let verdicts = ["test_hits.py:13 LM120 verified", "test_hits.py:23 LM120 verified"];
    assert_eq!(tried.verdicts(), verdicts, "{}", tried.said());
    for (fix, test) in [(0, "test_hits.py::test_hits"), (1, "test_hits.py::test_hits_of_another_name")] {
        let evidence = &tried.report["fixes"][fix]["evidence"];
        assert_eq!(evidence.as_array().unwrap().len(), 1, "{evidence}");
        assert_eq!((&evidence[0]["kind"], &evidence[0]["test"]), (&"probe".into(), &test.into()));
    }
}

/// Two fixes are needed, which only runs without them show. The third one is not written, and has no effect on their tests.
#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn what_runs_without_a_fix_showed_holds_once_another_one_is_held_back() {
    let app = "\
class Job:
    def __init__(self, job_id):
        self.job_id = job_id
";
    let test = "\
import asyncio

import pytest
from app import Job


@pytest.mark.asyncio
async def test_jobs():
    async def run():
        return Job(job_idd=1)

    results = await asyncio.gather(run(), return_exceptions=True)
    assert results[0].job_id == 1


@pytest.mark.asyncio
async def test_more():
    async def run():
        return Job(jobid=1)

    results = await asyncio.gather(run(), return_exceptions=True)
    assert results[0].job_id == 1


@pytest.mark.asyncio
async def test_all():
    async def run():
        pass

    await asyncio.gather(*[run() for _ in range(3)], return_exceptions=True)
";
    let tried = tried(&[("app.py", app), ("test_app.py", test), SETTINGS], &[]);
    assert_eq!(
        tried.verdicts(),
        [
            "test_app.py:10 LM402 verified",
            "test_app.py:19 LM402 verified",
            "test_app.py:30 LM115 neutral, not written"
        ],
        "{}",
        tried.said()
    );
    let phase = "running the tests that got better without some of the fixes\n";
    assert_eq!(tried.said().matches(phase).count(), 1, "{}", tried.said());
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn what_runs_while_tests_are_collected_proves_nothing() {
    let test = TEST.replace("@pytest.mark.asyncio\n", "");
    let tried =
        tried(&[("store.py", STORE), ("test_store.py", &test), SETTINGS], &["--", "-k", "nothing_matches"]);
    assert_eq!(
        tried.verdicts(),
        ["store.py:10 LM101 untested, not written", "test_store.py:5 LM303 untested, not written"],
        "{}",
        tried.said()
    );
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

/// A task that a test starts, and that goes on where tests share one event loop.
const WORKER: &str = "\
import asyncio


class Worker:
    def __init__(self):
        self.ticks = 0

    async def start(self):
        self.task = asyncio.create_task(self.run())

    async def stop(self):
        self.task.cancel()

    async def run(self):
        while True:
            self.ticks += 1
            await asyncio.sleep(0.001)


worker = Worker()
";

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_test_that_relies_on_the_task_of_another_file_runs_too() {
    let settings = "[tool.pytest.ini_options]\npythonpath = [\".\"]\nasyncio_mode = \"auto\"\n";
    let shared = format!("{settings}asyncio_default_test_loop_scope = \"session\"\n");
    let starts = "from worker import worker\n\n\nasync def test_start():\n    await worker.start()\n    worker.stop()\n";
    let relies = "import asyncio\n\nfrom worker import worker\n\n\nasync def test_ticks():\n    before = worker.ticks\n    \
                  await asyncio.sleep(0.05)\n    assert worker.ticks > before\n";
    let files = |settings| {
        [
            ("pyproject.toml", settings),
            ("worker.py", WORKER),
            ("test_first.py", starts),
            ("test_second.py", relies),
        ]
    };
    let tried_shared = tried(&files(&shared), &[]);
    assert_eq!(
        tried_shared.verdicts(),
        ["test_first.py:6 LM101 reverted, not written"],
        "{}",
        tried_shared.said()
    );
    let tried_apart = tried(&files(settings), &[]);
    assert_eq!(tried_apart.verdicts(), ["test_first.py:6 LM101 verified"], "{}", tried_apart.said());
    assert_eq!(tried_apart.report["selection"]["tests"], 1, "{}", tried_apart.said());
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
fn the_fix_of_a_likely_finding_is_tried_and_written_if_it_is_verified() {
    // Only the callers tell what `store` is.
    let store = STORE.replace("store: Store", "store");
    let proven = tried(&[("store.py", &store), ("test_store.py", TEST), SETTINGS], &[]);
    assert_eq!(proven.verdicts(), ["store.py:10 LM101 verified"], "{}", proven.said());
    assert!(proven.text("store.py").contains("await store.save(record)"));
    let unused = TEST.replace("test_handle", "handle_later").replace("@pytest.mark.asyncio\n", "");
    let untested = format!("{unused}\n\ndef test_store():\n    Store()\n");
    let untested = [("store.py", store.as_str()), ("test_store.py", &untested), SETTINGS];
    let held = tried(&untested, &["--unsafe"]);
    assert_eq!(held.verdicts(), ["store.py:10 LM101 untested, not written"], "{}", held.said());
    assert!(held.said().contains("not written without --likely"), "{}", held.said());
    let written = tried(&untested, &["--unsafe", "--likely"]);
    assert_eq!(written.verdicts(), ["store.py:10 LM101 untested"], "{}", written.said());
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
#[cfg(unix)]
fn a_test_reaches_the_file_that_a_link_leads_to() {
    let directory = project(&[("lib/real.py", STORE), ("test_store.py", TEST), SETTINGS]);
    std::os::unix::fs::symlink("lib/real.py", directory.path().join("project/store.py")).unwrap();
    let tried = tried_in(directory, &[], &[]);
    assert_eq!(tried.verdicts(), ["lib/real.py:10 LM101 verified"]);
    assert!(tried.project().join("store.py").is_symlink());
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
    let left = &tried.report["remaining"];
    assert_eq!(left[0]["tests"], serde_json::json!(["test_a.py::test_hangs"]));
    assert!(left[0]["cause"].as_str().unwrap().starts_with("the test did not end"), "{left}");
}

/// The test writes an event at each turn of its loop, and each is about the same line.
#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn an_await_that_is_missing_in_an_endless_loop_is_found_and_its_fix_verified() {
    let test = "\
import unittest


class Reader:
    left = 3

    async def step(self) -> None:
        self.left -= 1


class ReaderTest(unittest.IsolatedAsyncioTestCase):
    async def test_reads_to_the_end(self) -> None:
        reader = Reader()
        while reader.left:
            reader.step()
        self.assertEqual(reader.left, 0)
";
    let tried = tried(&[("test_reader.py", test), SETTINGS], &["--timeout", "2"]);
    assert_eq!(tried.verdicts(), ["test_reader.py:15 LM101 verified"], "{}", tried.said());
    let stopped =
        "`test_reader.py::ReaderTest::test_reads_to_the_end` was stopped: no test began or ended for 2 s";
    assert!(tried.said().contains(stopped), "{}", tried.said());
}

/// Each of twelve tests would wait for a lock that nobody releases.
#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn many_tests_that_hang_do_not_multiply_the_time() {
    let door = "\
import threading


class Door:
    def __init__(self):
        self.lock = threading.Lock()
        self.lock.acquire()

    async def open(self):
        self.lock.release()


async def enter(door: Door):
    door.open()
    door.lock.acquire()
";
    let test = "\
import pytest
from door import Door, enter


@pytest.mark.asyncio
@pytest.mark.parametrize(\"number\", range(12))
async def test_enter(number):
    await enter(Door())
";
    let tried = tried(&[("door.py", door), ("test_door.py", test), SETTINGS], &["--timeout", "1"]);
    assert_eq!(tried.verdicts(), ["door.py:14 LM101 verified"], "{}", tried.said());
    let said = tried.said();
    assert!(said.contains("6 tests hang, so 6 tests that came later did not run"), "{said}");
    assert_eq!(said.matches("was stopped: no test began or ended").count(), 6 + 6, "{said}");
    assert_eq!(tried.report["after"]["counts"]["passed"], 12);
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
    assert_eq!(tried.verdicts(), ["store.py:10 LM101 inconclusive, not written"], "{}", tried.said());
    assert_eq!(tried.report["fixes"][0]["tests"], serde_json::json!(["test_a.py::test_hangs"]));
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_suite_that_forbids_to_look_at_files_on_a_loop_runs_as_before() {
    let conftest = "\
import asyncio
import os.path

import pytest

original = os.path.realpath


def realpath(path, **options):
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return original(path, **options)
    raise OSError(\"a blocking call\")


@pytest.fixture(autouse=True)
def no_blocking_calls(monkeypatch):
    monkeypatch.setattr(os.path, \"realpath\", realpath)
";
    let test = TEST.replace(
        "    assert",
        "    exec(compile(\"def late(): pass\\nlate()\", \"late.py\", \"exec\"))\n    assert",
    );
    let tried =
        tried(&[("store.py", STORE), ("test_store.py", &test), ("conftest.py", conftest), SETTINGS], &[]);
    assert_eq!(tried.verdicts(), ["store.py:10 LM101 verified"], "{}", tried.said());
    assert_eq!(tried.report["after"]["counts"]["passed"], 1, "{}", tried.said());
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
    let chance = "1 test differs by chance, not by a fix: test_a.py::test_flaky\n";
    assert!(tried.said().contains(chance), "{}", tried.said());
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
fn a_named_file_selects_its_tests_although_another_file_cannot_be_collected() {
    let files = [
        ("store.py", STORE),
        ("tests/test_store.py", TEST),
        ("tests/test_other.py", "import store\n\n\ndef test_other():\n    pass\n"),
        ("tests/test_broken.py", "import nothing_of_this_name\nimport store\n"),
        SETTINGS,
    ];
    let selected = |tests: &[&str]| {
        let tried = tried(&files, &[&["--tests"], tests].concat());
        assert_eq!(tried.verdicts(), ["store.py:10 LM101 verified"], "{}", tried.said());
        tried.report["selection"]["tests"].as_u64()
    };
    assert_eq!(selected(&["tests/test_store.py"]), Some(1));
    assert_eq!(selected(&["tests"]), Some(2));
    assert_eq!(
        selected(&["./tests/../tests/test_other.py", "--tests", "tests/test_store.py::test_handle"]),
        Some(2)
    );
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn tests_that_select_nothing_are_an_error_although_another_file_cannot_be_collected() {
    let broken = "import nothing_of_this_name\nimport store\n";
    let files = [("store.py", STORE), ("test_store.py", TEST), ("test_broken.py", broken), SETTINGS];
    for (tests, words) in [
        ("test_store.py::test_missing", "`--tests test_store.py::test_missing` selects no test"),
        ("test_broken.py", "`--tests test_broken.py` selects no test"),
        ("test_missing.py", "the project has no file `test_missing.py`"),
    ] {
        let tried = tried(&files, &["--unsafe", "--tests", tests]);
        assert_eq!((tried.status(), tried.text("store.py").as_str()), (Some(2), STORE), "{}", tried.said());
        assert!(tried.said().contains(words), "{}", tried.said());
    }
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn no_option_writes_an_unsafe_fix_if_no_test_ran() {
    let files = [("store.py", STORE), ("test_store.py", TEST), SETTINGS];
    let tried = tried(&files, &["--unsafe", "--likely", "--", "-k", "nothing"]);
    assert_eq!(tried.verdicts(), ["store.py:10 LM101 untested, not written"], "{}", tried.said());
    assert_eq!((tried.status(), tried.text("store.py").as_str()), (Some(3), STORE));
    assert_eq!(
        tried.report["fixes"][0]["why"],
        "no test ran to its end; `loopmend fix` without `--verify` applies it untested"
    );
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_session_that_only_the_fix_breaks_writes_nothing() {
    let conftest = "\
import store


async def prepare(store):
    raise SystemExit(7)


async def main(store):
    prepare(store)


def pytest_sessionstart():
    import asyncio
    import os

    try:
        asyncio.run(main(store))
    except SystemExit:
        os._exit(7)
";
    let files =
        [("store.py", ""), ("conftest.py", conftest), ("test_a.py", "def test_a():\n    pass\n"), SETTINGS];
    let tried = tried(&files, &["--unsafe"]);
    assert_eq!(tried.text("conftest.py"), conftest, "{}", tried.said());
    assert_eq!(tried.status(), Some(3), "{}", tried.said());
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_change_of_a_test_file_runs_that_file_alone() {
    let changed = TEST
        .replace("await handle", "handle")
        .replace("assert handle(Store(), \"a\") == 1", "handle(Store(), \"a\")");
    let dynamic = "import importlib\n\n\ndef load(name):\n    return importlib.import_module(name)\n";
    let files = [
        ("store.py", &*STORE.replace("    store.save", "    await store.save")),
        ("tests/conftest.py", dynamic),
        ("tests/test_store.py", &changed),
        ("tests/test_other.py", "from conftest import load\n\n\ndef test_other():\n    load(\"store\")\n"),
        SETTINGS,
    ];
    let tried = tried(&files, &[]);
    let selection = &tried.report["selection"];
    assert_eq!(
        (selection["tests"].as_u64(), selection["of"].as_u64()),
        (Some(1), Some(2)),
        "{}",
        tried.said()
    );
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_budget_ends_a_run_without_a_verdict() {
    let waits = "\
import threading

from store import Store


def test_waits():
    threading.Event().wait()
";
    let directory = project(&[("store.py", STORE), ("test_a.py", waits), ("test_b.py", TEST), SETTINGS]);
    let before = tree(&directory.path().join("project"));
    let tried = tried_in(directory, &["--unsafe", "--likely", "--budget", "1"], &[]);
    assert_eq!(tried.verdicts(), ["store.py:10 LM101 inconclusive, not written"], "{}", tried.said());
    assert_eq!(tried.status(), Some(3));
    assert_eq!(tree(&tried.project()), before);
    assert_eq!(tried.report["fixes"][0]["why"], "the budget of 1 s was over");
    assert_eq!(
        tried.report["budget"],
        serde_json::json!({"seconds": 1, "was_over": true, "without_verdict": 1})
    );
    assert!(
        tried.said().contains("The budget of 1 s was over: 1 of 1 fix without a verdict."),
        "{}",
        tried.said()
    );
    assert!(tried.printed_later().contains("The budget of 1 s was over, and 1 fix has no verdict."));
    assert!(tried.printed_later().contains("after, none ran (the budget was over before the run)."));
    assert!(!tried.printed_later().contains("no longer collected"), "{}", tried.printed_later());
    assert!(tried.said().contains("Tests before: none ran (the budget was over"), "{}", tried.said());
    assert_eq!(tried.report["before"]["counts"]["errors"], 0);
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn the_cost_and_the_phases_are_said_on_standard_error() {
    let files = [("store.py", STORE), ("test_store.py", TEST), SETTINGS];
    let loud = tried(&files, &["--budget", "3600"]);
    let said = String::from_utf8_lossy(&loud.output.stderr);
    let phases = [
        "running the tests before the change\n",
        "1 test to run 2 times, then at most 2 confirming runs of those that differ (budget: 60 min)\n",
        " more, then at most 2 confirming runs of those that differ\n",
        "running the tests with 1 fix\n",
        "running what differs once more\n",
    ];
    let places: Vec<Option<usize>> = phases.iter().map(|phase| said.find(phase)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{said}");
    assert!(!String::from_utf8_lossy(&loud.output.stdout).contains("running"), "{}", loud.said());
    assert_eq!(loud.report["budget"]["was_over"], false);
    let quiet = tried(&files, &["--quiet"]);
    assert_eq!(String::from_utf8_lossy(&quiet.output.stderr), "");
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_missing_or_broken_pytest_changes_nothing() {
    let directory = project(&[("store.py", STORE), ("test_store.py", TEST), SETTINGS]);
    let environment = directory.path().join("environment");
    let made =
        Command::new(python()).args(["-m", "venv", "--without-pip"]).arg(&environment).status().unwrap();
    assert!(made.success());
    let interpreter = environment.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let before = tree(&directory.path().join("project"));
    let is_refused_with = |words: &str| {
        let output =
            command_with(&interpreter, &["--no-cache", "--unsafe"], directory.path()).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.code() == Some(2) && said.contains(words), "{said}");
        assert_eq!(tree(&directory.path().join("project")), before);
    };
    is_refused_with("has no pytest; install it");
    let purelib = Command::new(&interpreter)
        .args(["-c", "import sysconfig; print(sysconfig.get_path('purelib'), end='')"])
        .output()
        .unwrap();
    let package = Path::new(&*String::from_utf8_lossy(&purelib.stdout)).join("pytest");
    fs::create_dir_all(&package).unwrap();
    fs::write(package.join("__init__.py"), "raise ImportError('half installed')\n").unwrap();
    is_refused_with("cannot import its pytest: ImportError: half installed");
}

#[cfg(unix)]
#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_disk_without_room_for_what_the_probe_writes_changes_nothing() {
    let fills = "\
import resource
import signal

from store import Store


def test_fills():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
";
    let directory = project(&[("store.py", STORE), ("test_a.py", fills), ("test_b.py", TEST), SETTINGS]);
    let before = tree(&directory.path().join("project"));
    let tried = tried_in(directory, &["--unsafe"], &[]);
    assert_eq!(tried.status(), Some(2), "{}", tried.said());
    assert!(
        tried.said().contains("the probe could not write what the tests did; make room in"),
        "{}",
        tried.said()
    );
    assert_eq!(tree(&tried.project()), before);
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_process_that_ends_before_any_test_does_lets_no_unsafe_fix_be_written() {
    let conftest = "import os\n\n\ndef pytest_runtest_setup():\n    os._exit(7)\n";
    let files = [("store.py", STORE), ("conftest.py", conftest), ("test_store.py", TEST), SETTINGS];
    let tried = tried(&files, &["--unsafe", "--likely"]);
    assert_eq!(tried.verdicts(), ["store.py:10 LM101 inconclusive, not written"], "{}", tried.said());
    assert_eq!(tried.report["fixes"][0]["why"], "pytest ended with status 7");
    assert_eq!(tried.text("store.py"), STORE);
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_plugin_that_runs_tests_in_another_order_each_time_decides_nothing() {
    let conftest = "\
import os
import pathlib


def pytest_collection_modifyitems(items):
    count = pathlib.Path(os.environ[\"COUNT\"])
    number = int(count.read_text())
    count.write_text(str(number + 1))
    if bin(number).count(\"1\") % 2:
        items.reverse()
";
    let ordered = "\
from store import Store

taken = []


def test_first():
    taken.append(Store)
    assert len(taken) == 1


def test_second():
    taken.append(Store)
    assert len(taken) == 2
";
    let files = [
        ("store.py", STORE),
        ("conftest.py", conftest),
        ("test_a.py", ordered),
        ("test_b.py", TEST),
        SETTINGS,
    ];
    let directory = project(&files);
    let count = directory.path().join("count");
    fs::write(&count, "0").unwrap();
    let tried = tried_in(directory, &[], &[("COUNT", &count)]);
    assert_eq!(tried.verdicts(), ["store.py:10 LM101 verified"], "{}", tried.said());
    let changed: Vec<&Value> =
        tried.report["tests"].as_array().unwrap().iter().map(|it| &it["test"]).collect();
    assert_eq!(changed, ["test_b.py::test_handle"]);
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_plugin_that_runs_failing_tests_again_decides_by_the_last_run() {
    let conftest = "\
from _pytest.runner import runtestprotocol


def pytest_runtest_protocol(item, nextitem):
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    reports = runtestprotocol(item, nextitem=nextitem, log=False)
    if any(report.failed for report in reports):
        reports = runtestprotocol(item, nextitem=nextitem, log=False)
    for report in reports:
        item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True
";
    let twice = "\
from store import Store

tries = []


def test_second_time():
    tries.append(Store)
    assert len(tries) > 1
";
    let files =
        [("store.py", STORE), ("conftest.py", conftest), ("test_a.py", twice), ("test_b.py", TEST), SETTINGS];
    let tried = tried(&files, &[]);
    assert_eq!(tried.verdicts(), ["store.py:10 LM101 verified"], "{}", tried.said());
    assert_eq!(tried.report["after"]["counts"]["passed"], 2);
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn an_installation_of_another_tree_makes_the_run_inconclusive() {
    for (module, import) in [("store.py", "store"), ("shop/store.py", "shop.store")] {
        let test = TEST.replace("from store", &format!("from {import}"));
        let files = [
            (&*format!("project/src/{module}"), STORE),
            ("project/tests/test_store.py", &*test),
            ("project/pyproject.toml", ""),
            (&*format!("elsewhere/{module}"), STORE),
            ("project/src/shop/__init__.py", ""),
            ("elsewhere/shop/__init__.py", ""),
        ];
        let directory = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = directory.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let elsewhere = directory.path().join("elsewhere");
        let tried = tried_in(directory, &[], &[("PYTHONPATH", &elsewhere)]);
        let verdict = format!("src/{module}:10 LM101 inconclusive, not written");
        assert_eq!(tried.verdicts(), [verdict], "{}", tried.said());
        let why = tried.report["fixes"][0]["why"].as_str().unwrap();
        assert!(
            why.ends_with("was imported from another installation of the project, not from the copy"),
            "{why}"
        );
    }
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
fn a_file_that_is_collected_only_with_the_fix_verifies_it() {
    let app = "import asyncio\n\n\nasync def load():\n    return [1]\n\n\nasync def main():\n    return asyncio.run(load())\n";
    let first = "import asyncio\nfrom app import main\n\nDATA = asyncio.run(main())\n\n\ndef test_a():\n    assert DATA == [1]\n";
    let second = "from app import main\n\n\ndef test_b():\n    raise KeyError(main)\n";
    let tried = tried(&[("app.py", app), ("test_a.py", first), ("test_b.py", second), SETTINGS], &[]);
    assert_eq!(tried.verdicts(), ["app.py:9 LM202 verified"], "{}", tried.said());
    let before = tried.report["failing_before"].as_array().unwrap();
    let known = before.iter().find(|cause| cause["place"] == "app.py:9").unwrap();
    assert_eq!(known["tests"], serde_json::json!(["test_a.py"]));
    assert!(known["cause"].as_str().unwrap().contains("`asyncio.run` while an event loop is running"));
    let said = tried.said();
    assert!(
        said.contains("failing before the change: 1 file that cannot be collected: The code calls"),
        "{said}"
    );
    assert_eq!(tried.report["new"], serde_json::json!(["test_a.py::test_a"]));
    assert_eq!(tried.report["selection"]["of"], 2);
    let counts = ["before", "after"].map(|side| {
        let counts = &tried.report[side]["counts"];
        ["selected", "errors", "uncollected"].map(|kind| counts[kind].as_u64().unwrap())
    });
    assert_eq!(counts, [[1, 0, 1], [2, 0, 0]]);
    let summary = tried.printed_later();
    assert!(
        summary.contains("Before, pytest ran 1 test, and could not collect 1 file: 1 failed."),
        "{summary}"
    );
    assert_eq!(tried.report["remaining"].as_array().unwrap().len(), 1);
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_mark_on_a_fixture_is_told_by_the_tests_that_pytest_collects_without_it() {
    let test = "import pytest\n\n\n@pytest.fixture\n@pytest.mark.asyncio\ndef one():\n    return 1\n\n\ndef test_a(one):\n    assert one\n\n\ndef test_b(one):\n    assert one\n";
    let other = "def test_other():\n    pass\n";
    let tried = tried(&[("test_a.py", test), ("test_other.py", other), SETTINGS], &[]);
    assert_eq!(tried.verdicts(), ["test_a.py:5 LM316 verified"], "{}", tried.said());
    let fix = &tried.report["fixes"][0];
    assert_eq!(fix["why"], "pytest collects 2 tests only with this fix");
    assert_eq!(fix["evidence"][0]["kind"], "collection");
    assert_eq!(
        (&tried.report["selection"]["tests"], &tried.report["selection"]["of"]),
        (&2.into(), &3.into())
    );
    let risk = "1 of 3 tests did not run, since no import leads from them to the change";
    assert_eq!(tried.report["risks"], serde_json::json!([risk]));
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_fixture_that_is_missing_is_told_as_pytest_tells_it() {
    let conftest = "import pytest\n\n\n@pytest.fixture\ndef server(event_loop):\n    return event_loop.time() * len([event_loop])\n";
    let test = "import pytest\n\n\n@pytest.mark.asyncio\nasync def test_a(event_loop):\n    assert event_loop.time()\n\n\ndef test_b(server):\n    assert server\n\n\n@pytest.mark.asyncio\nasync def test_c(\n    event_loop: object,\n    server: object,\n):\n    assert event_loop\n";
    let tried = tried(&[("conftest.py", conftest), ("test_a.py", test), SETTINGS], &[]);
    let verdicts = ["test_a.py:5 LM302 verified", "test_a.py:14 LM302 untested, not written"];
    assert_eq!(tried.verdicts(), verdicts, "{}", tried.said());
    let fixes = tried.report["fixes"].as_array().unwrap();
    let words = &fixes.iter().find(|fix| fix["path"] == "test_a.py").unwrap()["evidence"][0]["words"];
    assert_eq!(words, "the test ended as error (FixtureLookupError: fixture 'event_loop' not found)");
    let before = tried.report["failing_before"].as_array().unwrap();
    assert_eq!(before.len(), 1, "{before:?}");
    assert_eq!(
        before[0]["tests"],
        serde_json::json!(["test_a.py::test_a", "test_a.py::test_b", "test_a.py::test_c"])
    );
    assert!(before[0]["cause"].as_str().unwrap().contains("which pytest-asyncio 1.0 removed"));
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn what_keeps_pytest_from_starting_is_explained_and_its_fix_verified() {
    let settings = "[tool.pytest.ini_options]\npythonpath = [\".\"]\nfilterwarnings = [\"error\"]\n";
    let test = format!("{TEST}\n\nasync def forgotten():\n    handle(Store(), 1)\n");
    let files = [("store.py", STORE), ("test_store.py", test.as_str()), ("pyproject.toml", settings)];
    let tried = tried(&files, &[]);
    let verdicts = tried.verdicts();
    assert!(verdicts.contains(&"pyproject.toml:3 LM323 verified".to_owned()), "{}", tried.said());
    let before = &tried.report["failing_before"][0];
    assert_eq!(before["tests"], serde_json::json!([]));
    assert!(before["cure"].as_str().unwrap().contains("asyncio_default_fixture_loop_scope"), "{before}");
    let fixes = tried.report["fixes"].as_array().unwrap();
    let fix = fixes.iter().find(|fix| fix["code"] == "LM323").unwrap();
    assert_eq!(fix["why"], "pytest collects 1 test only with this fix");
    assert_eq!(fix["evidence"][0]["kind"], "collection");
    let words = fix["evidence"][0]["words"].as_str().unwrap();
    assert!(words.contains("\"asyncio_default_fixture_loop_scope\" is unset"), "{words}");
    assert!(tried.said().contains("before the change, no test ran: "), "{}", tried.said());
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_suite_that_no_fix_starts_ends_with_its_cure() {
    let settings = "[tool.pytest.ini_options]\npythonpath = [\".\"]\naddopts = \"--no-such-option\"\n";
    let tried = tried(&[("store.py", STORE), ("test_store.py", TEST), ("pyproject.toml", settings)], &[]);
    assert_eq!((tried.status(), tried.text("store.py").as_str()), (Some(2), STORE));
    let said = tried.said();
    assert!(said.contains("before the change, no test ran: ") && said.contains("--no-such-option"), "{said}");
    assert!(said.contains("neither with the fixes nor without"), "{said}");
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
    assert_eq!(tried.printed_later(), text);
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_report_tells_what_else_a_written_fix_means() {
    let app = "\
class Hits:
    def __init__(self):
        self.count = 0

    async def add(self):
        self.count += 1


async def visit(hits: Hits):
    \"\"\"It forgets to wait.\"\"\"
    # This starts nothing.
    hits.add()
    return hits.count
";
    let test = "\
import asyncio

import pytest
from app import Hits, visit


@pytest.mark.asyncio
async def test_visit():
    assert await visit(Hits()) == 1


@pytest.mark.asyncio
async def test_threads():
    hits = []

    async def hit(number):
        hits.append(number)

    calls = [asyncio.to_thread(hit, number) for number in range(5)]
    await asyncio.gather(*calls, return_exceptions=True)
    assert len(hits) == 5
";
    let tried = tried(&[("app.py", app), ("test_app.py", test), SETTINGS], &[]);
    let verdicts = [
        "app.py:12 LM101 verified",
        "test_app.py:19 LM120 verified",
        "test_app.py:20 LM115 neutral, not written",
    ];
    assert_eq!(tried.verdicts(), verdicts, "{}", tried.said());
    let fixes = tried.report["fixes"].as_array().unwrap();
    assert_eq!(tried.report["stale_words"], serde_json::json!(["app.py:10", "app.py:11"]));
    assert_eq!(tried.report["risks"], serde_json::json!([]), "a verified fix rests on what was seen");
    assert_eq!(fixes[2]["is_obsolete"], true);
    let pattern = fixes[1]["pattern"].as_str().unwrap();
    assert!(pattern.starts_with("@pytest.mark.asyncio\nasync def test_threads():\n"), "{pattern}");
    assert!(
        pattern.contains("\n    def hit(number):\n") && pattern.contains("asyncio.to_thread(hit"),
        "{pattern}"
    );
    let text = tried.printed_later();
    assert!(
        text.contains("the runs show no effect of this fix. Its finding is likely, not certain"),
        "{text}"
    );
    assert!(text.contains("With the other fixes, loopmend no longer reports the finding."), "{text}");
    assert!(!text.contains("probe"), "{text}");
    assert!(text.contains("The project is in no git repository"), "{text}");
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn failures_of_one_cause_are_one_paragraph_without_paths_outside_of_the_project() {
    let tests = "\
import pathlib

import pytest

from store import Store


async def test_unmarked():
    assert Store()


@pytest.mark.asyncio
@pytest.mark.parametrize('number', range(5))
async def test_save(number):
    store = Store()
    assert store.save(number) == number


@pytest.mark.parametrize('number', range(5))
def test_other(number):
    raise RuntimeError(f'{object()} at localhost:{5000 + number} in {pathlib.Path(__file__).parent}/data')
";
    let directory = project(&[("store.py", STORE), ("test_store.py", tests), SETTINGS]);
    let markdown = directory.path().join("r.md");
    let tried = tried_in(directory, &["--report", markdown.to_str().unwrap()], &[]);
    let causes = tried.report["failing_before"].as_array().unwrap();
    let causes: Vec<(&str, &str, usize)> = causes
        .iter()
        .map(|cause| {
            let text = |key: &str| cause[key].as_str().unwrap_or_default();
            (text("cause"), text("place"), cause["tests"].as_array().unwrap().len())
        })
        .collect();
    let read = "coroutine `Store.save` is used without `await`: the coroutine is compared, not its result \
                (`coroutine-as-value`, LM102)";
    let raised = "RuntimeError: <object object at 0x…> at localhost:<port> in data";
    assert!(causes.contains(&(read, "test_store.py:16", 5)), "{causes:?}");
    assert!(causes.contains(&(raised, "test_store.py:21", 5)), "{causes:?}");
    let [(unmarked, "test_store.py:8", 1)] = causes[2..] else { panic!("{causes:?}") };
    assert!(unmarked.starts_with("async test `test_unmarked` never runs"), "{unmarked}");
    let text = fs::read_to_string(markdown).unwrap();
    let outside = tried.directory.path().canonicalize().unwrap();
    for path in [outside.to_str().unwrap(), std::env::temp_dir().to_str().unwrap()] {
        assert!(!text.contains(path), "{path}:\n{text}");
    }
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_report_includes_what_other_commands_print_after_the_change() {
    let store = format!(
        "import asyncio\n\n{STORE}\n\nSEEN = {{}}\n\n\nasync def main():\n    SEEN[1] = await handle(Store(), 1)\n    await asyncio.sleep(0)\n    SEEN[2] = SEEN[1]\n\n\ndef start():\n    asyncio.run(main())\n"
    );
    let test = format!(
        "{TEST}\n\ndef test_process():\n    import subprocess\n    import sys\n\n    subprocess.run([sys.executable, \"-c\", \"\"], check=True)\n"
    );
    let directory = project(&[("store.py", store.as_str()), ("test_store.py", test.as_str()), SETTINGS]);
    let (markdown, page) = (directory.path().join("r.md"), directory.path().join("r.html"));
    let paths = [markdown.to_str().unwrap(), page.to_str().unwrap()];
    let include = ["--include", "inventory,shared-state", "--include", "categories,loops"];
    let tried =
        tried_in(directory, &[&["--report", paths[0], "--report", paths[1]], &include[..]].concat(), &[]);
    assert_eq!(tried.verdicts(), ["store.py:12 LM101 verified"], "{}", tried.said());
    let python = python();
    let prints = |arguments: &[&str]| -> Value {
        let output = Command::new(env!("CARGO_BIN_EXE_loopmend"))
            .args(arguments)
            .args(["--output-format", "json", "--python"])
            .arg(&python)
            .current_dir(tried.project())
            .output()
            .unwrap();
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let included = &tried.report["included"];
    assert_eq!(included["inventory"], prints(&["inventory"]));
    assert_eq!(included["shared-state"], prints(&["inventory", "--shared-state"]));
    assert_eq!(included["categories"], prints(&["categories"]));
    assert_eq!(included["loops"], prints(&["loops"]));
    let text = fs::read_to_string(markdown).unwrap();
    for line in [
        "## Event loops",
        "| store.py:26, in `start` | `asyncio.run` | library | at risk |",
        "## Shared state",
        "## Categories of tests",
        "1 unit, 1 integration, 0 end-to-end.",
        "| `test_store.py::test_process` | integration | subprocess: ",
        "| `test_store.py::test_handle` | a loop for each test | pytest-asyncio | marked |",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    let page = fs::read_to_string(page).unwrap();
    assert!(page.contains("<h2>Shared state</h2>") && !page.contains("<script"));
    assert_eq!(tried.printed_later(), text);
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn coverage_is_told_of_the_packages_that_the_change_reaches() {
    let test = TEST.replace("from store", "import tools.idle\nfrom shop.store");
    let files = [
        ("shop/__init__.py", ""),
        ("shop/store.py", STORE),
        ("shop/parts/__init__.py", ""),
        ("shop/parts/unused.py", "A = 1\n"),
        ("tools/__init__.py", ""),
        ("tools/idle.py", "A = 1\n"),
        ("tests/test_store.py", test.as_str()),
        SETTINGS,
    ];
    let directory = project(&files);
    let markdown = directory.path().join("r.md");
    let tried = tried_in(directory, &["--coverage", "--report", markdown.to_str().unwrap()], &[]);
    assert_eq!(tried.verdicts(), ["shop/store.py:10 LM101 verified"], "{}", tried.said());
    let covered = |ran: u32| serde_json::json!({"statements": 8, "ran": ran});
    let expected = serde_json::json!([{"package": "shop", "before": covered(7), "after": covered(8)}]);
    assert_eq!(tried.report["coverage"], expected);
    let text = fs::read_to_string(markdown).unwrap();
    assert!(text.contains("| `shop` | 87.5 % (7 of 8) | 100.0 % (8 of 8) |"), "{text}");
    assert!(!tried.project().join(".coverage").exists());
    let without = self::tried(&files, &[]);
    assert_eq!(without.report.get("coverage"), None);
}

#[test]
#[ignore = "runs the interpreter of `cargo xtask probes --environment`"]
fn coverage_needs_its_package() {
    let directory = project(&[("store.py", STORE), ("test_store.py", TEST), SETTINGS]);
    let environment = directory.path().join("environment");
    let made = Command::new(python()).args(["-m", "venv", "--without-pip"]).arg(&environment).status();
    assert!(made.unwrap().success());
    let output = Command::new(env!("CARGO_BIN_EXE_loopmend"))
        .args(["fix", "--verify", "--no-cache", "--coverage", "--report", "../report.json", "--python"])
        .arg(&environment)
        .current_dir(directory.path().join("project"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("needs the package `coverage`"), "{said}");
}

#[test]
fn other_reports_are_included_only_in_a_report() {
    let output = Command::new(env!("CARGO_BIN_EXE_loopmend"))
        .args(["fix", "--verify", "--include", "loops"])
        .current_dir(tempfile::tempdir().unwrap().path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("--report <FILE>"));
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

/// A suite of an old pytest-asyncio, whose tests share a loop.
#[cfg(unix)]
const OLD_SUITE: [(&str, &str); 4] = [
    ("requirements.txt", "pytest\npytest-asyncio==0.21.1\n"),
    ("pytest.ini", "[pytest]\nasyncio_mode = auto\n"),
    (
        "conftest.py",
        "import asyncio

import pytest


@pytest.fixture(scope=\"session\")
def event_loop():
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()
",
    ),
    (
        "test_shop.py",
        "import asyncio

loops = []


async def test_first():
    loops.append(asyncio.get_running_loop())


async def test_second():
    assert loops == [asyncio.get_running_loop()]
",
    ),
];

/// A migration of a project in an environment with an old plugin; and the environment, whose files are as they were.
#[cfg(unix)]
fn migrated(files: &[(&str, &str)], installs: bool) -> Tried {
    let directory = project(files);
    let environment = crate::support::old_plugin::environment(directory.path(), installs);
    let before = tree(&environment);
    let cache = directory.path().join("cache");
    let arguments = ["--cache-dir", cache.to_str().unwrap(), "--migrate", "1.5.0"];
    let output = command_with(&environment.join("bin/python"), &arguments, directory.path())
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .unwrap();
    assert_eq!(tree(&environment), before);
    let report = fs::read(directory.path().join("report.json")).unwrap_or_default();
    let report = serde_json::from_slice(&report).unwrap_or_default();
    Tried { directory, output, report }
}

#[cfg(unix)]
#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_migration_runs_the_tests_after_the_change_in_the_new_version() {
    let tried = migrated(&OLD_SUITE, true);
    assert_eq!(
        tried.verdicts(),
        ["conftest.py:7 LM301 verified", "requirements.txt:2  neutral"],
        "{}",
        tried.said()
    );
    assert_eq!(tried.status(), Some(0));
    assert_eq!(tried.text("requirements.txt"), "pytest\npytest-asyncio==1.5.0\n");
    assert!(tried.text("pytest.ini").contains("asyncio_default_test_loop_scope = session\n"));
    let plugins = |side: &str| {
        let plugins = tried.report[side]["plugins"].as_array().into_iter().flatten();
        plugins.filter_map(Value::as_str).filter(|it| it.starts_with("pytest-asyncio")).collect::<Vec<_>>()
    };
    assert_eq!(plugins("before"), ["pytest-asyncio 0.21.1"]);
    assert_eq!(plugins("after"), ["pytest-asyncio 1.5.0"]);
    let migration = &tried.report["migration"];
    assert_eq!(migration["packages"], serde_json::json!(["pytest-asyncio==1.5.0"]));
    assert_eq!((&migration["from"], &migration["to"]), (&"0.21.1".into(), &"1.5.0".into()));
    assert_eq!(migration["without_edits"]["failed"], 1);
    assert_eq!(tried.report["after"]["counts"]["passed"], 2);
}

#[cfg(unix)]
#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_migration_with_which_a_test_gets_worse_is_left_as_a_whole() {
    let test =
        "import pytest_asyncio\n\n\ndef test_old():\n    assert pytest_asyncio.__version__ == \"0.21.1\"\n";
    let files = [&OLD_SUITE[..], &[("test_old.py", test)]].concat();
    let tried = migrated(&files, true);
    assert_eq!(
        tried.verdicts(),
        ["conftest.py:7 LM301 reverted, not written", "requirements.txt:2  reverted, not written"],
        "{}",
        tried.said()
    );
    assert_eq!(tried.status(), Some(3));
    assert!(tried.report["fixes"][0]["why"].as_str().unwrap().contains("test_old.py::test_old"));
    files.iter().for_each(|(path, text)| assert_eq!(tried.text(path), *text));
}

#[cfg(unix)]
#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_version_that_cannot_be_installed_changes_nothing() {
    let tried = migrated(&OLD_SUITE, false);
    assert_eq!(tried.status(), Some(2), "{}", tried.said());
    let why =
        "pytest-asyncio 1.5.0 cannot be installed for the tests after the change: the network is unreachable";
    assert!(tried.said().contains(why), "{}", tried.said());
    OLD_SUITE.iter().for_each(|(path, text)| assert_eq!(tried.text(path), *text));
    let left = tree(&tried.directory.path().join("cache"));
    assert!(!left.keys().any(|path| path.to_string_lossy().contains("layers")), "{left:?}");
}

#[test]
fn a_migration_is_tried_only_where_tests_may_run() {
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_loopmend"));
        command.args(arguments).current_dir(tempfile::tempdir().unwrap().path()).output().unwrap()
    };
    for (arguments, why) in [
        (&["fix", "--migrate"][..], "--verify"),
        (&["fix", "--verify", "--migrate", "--select", "LM101"], "--select"),
        (&["fix", "--verify", "--migrate", "9.9"], "loopmend does not know this version of pytest-asyncio"),
        (&["fix", "--verify", "--isolated", "--migrate"], "nothing to migrate"),
    ] {
        let output = run(arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(why), "{said}");
    }
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
