//! What happens inside of finalizers: the probe looks at objects that die, and leaves them alone.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use super::running::{command, copy, findings, quiet, report, root, run, says};
use crate::support::environment::python;

const AS_JSON: [&str; 2] = ["--output-format", "json"];

/// The property: while a coroutine, a task or a loop dies, neither references nor weak ones are added, and it stays dead.
#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn nothing_refers_to_what_dies() {
    let python = python();
    let directory = tempfile::tempdir().unwrap();
    copy(&root().join("tests/finalizers"), directory.path());
    let output = command(directory.path(), &python, &AS_JSON, &["-q"]).output().unwrap();
    assert!(says(&output, "4 passed"), "{output:?}");
    assert!(!says(&output, "the probe failed"), "{output:?}");
}

/// Each test writes the garbage that its mistake leaves, and which of its objects outlive it. The probe changes none of it.
#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn the_probe_makes_no_garbage_and_keeps_nothing_alive() {
    let python = python();
    let directory = tempfile::tempdir().unwrap();
    copy(&root().join("tests/garbage"), directory.path());
    let [alone, watched] = ["alone", "watched"].map(|name| directory.path().join(name));
    let mut pytest = quiet(&python, directory.path());
    pytest.args(["-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:randomly"]).env("GARBAGE", &alone);
    let output = pytest.output().unwrap();
    assert!(says(&output, "14 passed, 1 skipped"), "{output:?}");
    let mut command = command(directory.path(), &python, &AS_JSON, &["-q", "-p", "no:randomly"]);
    let output = command.env("GARBAGE", &watched).output().unwrap();
    assert!(says(&output, "15 passed"), "{output:?}");
    assert!(!says(&output, "the probe failed"), "{output:?}");
    let read = |path| fs::read_to_string(path).unwrap();
    assert_eq!(read(alone), read(watched));
    let rules: BTreeSet<_> = findings(&output).iter().map(|it| it["rule"].to_string()).collect();
    assert!(rules.len() >= 8, "every kind of finding is made: {rules:?}");
}

/// A sample of what `cargo lab matrix stress` does on all interpreters.
#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn many_coroutines_die_while_garbage_is_collected() {
    let python = python();
    let directory = tempfile::tempdir().unwrap();
    copy(&root().join("tests/dropped"), directory.path());
    let mut command = command(directory.path(), &python, &AS_JSON, &["-W", "ignore", "-p", "no:warnings"]);
    let output = command.env("DROPPED_TESTS", "30").output().unwrap();
    assert_eq!(report(&output)["ending"], "finished", "{output:?}");
    let tests: BTreeSet<_> = findings(&output).iter().map(|it| it["born"]["test"].to_string()).collect();
    assert_eq!(tests.len(), 30, "{output:?}");
}

/// The rules and tests of what is seen.
fn seen(suite: &str) -> Vec<(String, String)> {
    let python = python();
    let output = run(&python, &[("test_a.py", suite)], &AS_JSON, &[]);
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    findings(&output).iter().map(|it| (text(&it["rule"]), text(&it["born"]["test"]))).collect()
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn how_a_test_ends_is_no_lost_exception() {
    let suite = "import asyncio
import gc

import pytest

KEPT = []


def end(how):
    async def main():
        async def inner():
            how('now')

        KEPT.append(asyncio.ensure_future(inner()))
        await asyncio.sleep(0)

    asyncio.run(main())
    KEPT.clear()
    gc.collect()


def test_skips():
    end(pytest.skip)


def test_fails_unseen():
    end(pytest.fail)


def test_fails():
    async def main():
        async def inner():
            raise ValueError('seen')

        KEPT.append(asyncio.ensure_future(inner()))
        await asyncio.sleep(0)

    asyncio.run(main())
    raise KEPT[0]._exception
";
    assert_eq!(seen(suite), [("lost-task-exception".to_owned(), "test_a.py::test_fails_unseen".to_owned())]);
}

#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn a_loop_that_keeps_others_from_starting_is_named() {
    let python = python();
    let suite = "import asyncio

import pytest


@pytest.fixture(scope='module')
def starter():
    loop = asyncio.new_event_loop()
    asyncio._set_running_loop(loop)
    yield loop
    asyncio._set_running_loop(None)
    loop.close()


async def work():
    pass


@pytest.mark.parametrize('number', range(3))
def test_runs(starter, number):
    work_ = work()
    try:
        asyncio.run(work_)
    finally:
        work_.close()


def test_says_so():
    raise RuntimeError('asyncio.run() cannot be called from a running event loop')
";
    let output = run(&python, &[("test_a.py", suite)], &AS_JSON, &["-p", "no:randomly"]);
    let limits = &report(&output)["limits"];
    let words = "4 tests could start no event loop, because the one that fixture `starter`, set up for `test_a.py::test_runs[0]`, made at test_a.py:8 runs on in the same thread";
    assert!(limits.as_array().unwrap().iter().any(|it| it == words), "{limits}");
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "runs pytest in the environment of `cargo xtask probes --environment`"]
fn what_a_test_started_ends_with_the_run() {
    let python = python();
    let suite = "import os
import pathlib
import signal
import subprocess


def test_waits():
    child = subprocess.Popen(['sh', '-c', 'trap \"\" INT; sleep 300'])
    pathlib.Path('child').write_text(str(child.pid))
    os.kill(os.getppid(), signal.SIGINT)
    signal.pause()
";
    let directory = tempfile::tempdir().unwrap();
    fs::write(directory.path().join("test_a.py"), suite).unwrap();
    let output = command(directory.path(), &python, &[], &[]).output().unwrap();
    assert_eq!(output.status.code(), Some(130), "{output:?}");
    assert!(!says(&output, "saw nothing wrong"), "{output:?}");
    let child = fs::read_to_string(directory.path().join("child")).unwrap();
    let state = || fs::read_to_string(format!("/proc/{child}/stat")).unwrap_or_default();
    while state().rsplit_once(") ").is_some_and(|(_, rest)| !rest.starts_with(['Z', 'X'])) {
        std::thread::yield_now();
    }
}
